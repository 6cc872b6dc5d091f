/// One way to write a temporal expression.
///
/// A rule is tried wherever a word of its `starts` stands, and answers with the end of the expression and its meaning. Of all
/// rules that match at a place the longest wins; of two equally long ones the earlier in ``TimexRules/all``.
struct TimexRule: Sendable {
  typealias Match = (end: Int, kind: Timex.Kind, meaning: Meaning)

  var name: StaticString
  var starts: TimeWord.Classes
  /// Whether it stands for a date that "the end of …", "early …" and "the morning of …" can take.
  var isCalendar = false
  var match: @Sendable (TimexScanner, Int) -> Match?
}

/// The rules, in the order of their rank. docs/time.md explains them.
enum TimexRules {
  typealias Match = TimexRule.Match

  static let all: [TimexRule] = [
    TimexRule(name: "iso-date", starts: .number, isCalendar: true, match: isoDate),
    TimexRule(name: "numeric-date", starts: .number, isCalendar: true, match: numericDate),
    TimexRule(name: "named-attack", starts: .number, match: nineEleven),
    TimexRule(name: "month-day", starts: .month, isCalendar: true, match: monthFirst),
    TimexRule(name: "day-month", starts: [.number, .ordinal, .function], isCalendar: true, match: dayFirst),
    TimexRule(name: "weekday-date", starts: .weekday, isCalendar: true, match: weekday),
    TimexRule(name: "day-word", starts: [.dayWord, .function], isCalendar: true, match: dayWord),
    TimexRule(name: "holiday", starts: .holiday, isCalendar: true, match: holiday),
    TimexRule(name: "quarter", starts: [.ordinal, .number, .function, .code], isCalendar: true, match: quarter),
    TimexRule(name: "nth-of", starts: [.function, .ordinal, .number], isCalendar: true, match: nthOf),
    TimexRule(name: "season", starts: [.season, .function], isCalendar: true, match: season),
    TimexRule(name: "decade", starts: [.number, .function, .decade, .apostrophe], isCalendar: true, match: decade),
    TimexRule(name: "century", starts: [.number, .ordinal, .numeral, .function], isCalendar: true, match: century),
    TimexRule(name: "year", starts: [.number, .apostrophe, .function], isCalendar: true, match: year),
    TimexRule(name: "last-next-this", starts: [.shift, .function], isCalendar: true, match: shifted),
    TimexRule(name: "the-unit", starts: .function, isCalendar: true, match: theUnit),
    TimexRule(name: "edge-of", starts: [.function, .edge], match: edgeOf),
    TimexRule(name: "early-late", starts: [.edge, .function], match: early),
    TimexRule(name: "clock", starts: [.number, .numeral], match: clock),
    TimexRule(name: "part-of-day", starts: [.part, .function, .edge], match: partOfDay),
    TimexRule(name: "rate", starts: [.function, .numeral, .number], match: rate),
    TimexRule(name: "ago-later", starts: [.number, .numeral, .vague, .approximate, .function, .unit], match: agoLater),
    TimexRule(name: "duration", starts: [.number, .numeral, .vague, .approximate, .function, .filler], match: duration),
    TimexRule(name: "stretch-to", starts: [.function, .number, .numeral], match: stretchTo),
    TimexRule(name: "last-n-units", starts: [.shift, .function], match: shiftedDuration),
    TimexRule(name: "plain-units", starts: [.unit, .lasting], match: plainUnits),
    TimexRule(name: "every", starts: .function, match: every),
    TimexRule(name: "repeating", starts: [.repeating, .plural, .weekday], match: repeating),
    TimexRule(name: "reference", starts: [.reference, .function], match: reference),
  ]

  /// The best calendar date at `i`: what "early", "the end of" and the like are said of.
  static func calendar(_ s: TimexScanner, _ i: Int) -> Match? {
    let classes = s[i].classes
    guard !classes.isEmpty else { return nil }
    var best: Match?
    for rule in all where rule.isCalendar && !rule.starts.isDisjoint(with: classes) {
      if let match = rule.match(s, i), match.end > best?.end ?? i { best = match }
    }
    return best
  }

  // MARK: Dates in digits

  /// `2017-05-10`, `2017/05/10`.
  static func isoDate(_ s: TimexScanner, _ i: Int) -> Match? {
    guard let year = s.digits(i), year.count == 4, (1000...2199).contains(year.value), s.isHyphen(i + 1) || s.isSlash(i + 1), s.isGlued(i),
      s.byte(i + 1) == s.byte(i + 3), s.isGlued(i + 1), s.isGlued(i + 2), s.isGlued(i + 3), let month = s.digits(i + 2), month.count == 2,
      let day = s.digits(i + 4), day.count == 2, let date = CalendarDate(year: year.value, month: month.value, day: day.value),
      !(s.kind(i - 1) == .dash && s.isGlued(i - 1))
    else { return nil }
    return (i + 5, .date, Meaning(.value(date.description)))
  }

  /// `5/10/2017`, `10.05.2017`, `5/10/17`; the order of day and month is the article's.
  static func numericDate(_ s: TimexScanner, _ i: Int) -> Match? {
    var parts: [(value: Int, count: Int)] = []
    var end = i + 1
    if let first = s.digits(i), first.count <= 2, s.isSlash(i + 1), s.isSlash(i + 3), s.isGlued(i), s.isGlued(i + 1), s.isGlued(i + 2),
      s.isGlued(i + 3), let second = s.digits(i + 2), second.count <= 2, let third = s.digits(i + 4)
    {
      guard !(s.isSlash(i - 1) && s.isGlued(i - 1)), !(s.isSlash(i + 5) && s.isGlued(i + 4)) else { return nil }
      (parts, end) = ([first, second, third], i + 5)
    } else {
      parts = s.dotted(i)
      guard parts.count == 3, parts[2].count == 4 else { return nil }
    }
    guard parts[2].count == 4 || parts[2].count == 2 else { return nil }
    let year = parts[2].count == 2 ? s.fullYear(parts[2].value) : parts[2].value
    let isDotted = end == i + 1
    let (a, b) = (parts[0].value, parts[1].value)
    let inOrder = s.isDayFirst || isDotted ? CalendarDate(year: year, month: b, day: a) : CalendarDate(year: year, month: a, day: b)
    let swapped = s.isDayFirst || isDotted ? CalendarDate(year: year, month: a, day: b) : CalendarDate(year: year, month: b, day: a)
    guard let date = inOrder ?? swapped, (1500...2199).contains(year) else { return nil }
    return (end, .date, Meaning(.value(date.description)))
  }

  /// "9/11".
  static func nineEleven(_ s: TimexScanner, _ i: Int) -> Match? {
    guard let month = s.digits(i), let day = s.digits(i + 2), s.isSlash(i + 1), s.isGlued(i), s.isGlued(i + 1), month.value == 9,
      day.value == 11, month.count == 1, !s.isPriced(i), !(s.isSlash(i + 3) && s.isGlued(i + 2))
    else { return nil }
    return (i + 3, .date, Meaning(.value("2001-09-11")))
  }

  // MARK: Months and days

  /// The end of a month's name, its full stop included where a number follows; nil if the word is no month here.
  private static func monthName(_ s: TimexScanner, _ i: Int) -> (month: Int, end: Int)? {
    guard s.has(i, .month), s.isCapitalized(i) else { return nil }
    let isShort = s.has(i, .short)
    let hasDot = s.isDot(i + 1) && s.isGlued(i)
    return (Int(s[i].value), isShort && hasDot ? i + 2 : i + 1)
  }

  /// A day of a month: `10`, `10th`, "10-12", "10 and 12" are read up to the first number and its suffix.
  private static func dayNumber(_ s: TimexScanner, _ i: Int) -> (day: Int, end: Int)? {
    if let number = s.digits(i), number.count <= 2, (1...31).contains(number.value), !s.isPriced(i) {
      if s.isOrdinalSuffix(i + 1) { return (number.value, i + 2) }
      // "May 10,000", "May 10 percent", "May 10:30" are others' numbers.
      if s.kind(i + 1) == .symbol, s.isGlued(i) { return nil }
      if s.kind(i + 1) == .colon, s.isGlued(i), s.isGlued(i + 1) { return nil }
      if s.isWord(i + 1), s.isGlued(i) { return nil }
      if s.isFunction(i + 1, .percent) { return nil }
      return (number.value, i + 1)
    }
    return nil
  }

  /// "May 10, 2017", "May 10", "Oct. 12", "May 3–5", "May 2017", "May of last year", "May".
  static func monthFirst(_ s: TimexScanner, _ i: Int) -> Match? {
    guard let (month, afterName) = monthName(s, i) else { return nil }
    if let (day, afterDay) = dayNumber(s, afterName), CalendarDate(year: 2000, month: month, day: day) != nil,
      !(s.has(afterDay, [.unit, .plural]) && afterDay == afterName + 1 && s.has(i, .ambiguous))
    {
      var end = afterDay
      var through: Int?
      if s.kind(end) == .dash, s.isHyphen(end) || s.kind(end - 1) == .number, let (last, afterLast) = dayNumber(s, end + 1), last > day,
        CalendarDate(year: 2000, month: month, day: last) != nil, s.isHyphen(end)
      {
        (through, end) = (last, afterLast)
      } else if let (last, afterLast) = lastDay(s, end, after: day, isSpan: s.isFunction(i - 1, .from)),
        CalendarDate(year: 2000, month: month, day: last) != nil, endsDays(s, afterLast) || isSubjectsVerb(s, afterLast, from: i)
      {
        (through, end) = (last, afterLast)
      }
      var year = YearReference.unsaid
      if let (found, afterYear) = s.yearReference(end, after: true), !(s.isComma(end) && s.has(afterYear, .counted)) {
        if case .year = found { (year, end) = (found, afterYear) } else if !s.isComma(end) { (year, end) = (found, afterYear) }
      } else if s.isComma(end), s.has(end + 1, .shift), let (found, afterYear) = s.yearReference(end + 1) {
        (year, end) = (found, afterYear)
      }
      // A named attack: the eleventh of September without a year.
      if year == .unsaid, month == 9, day == 11, namesAttack(s, end) { year = .year(2001) }
      return withTime(s, (end, .date, Meaning(.month(month, day: day, through: through, year))))
    }
    if let (year, end) = s.yearReference(afterName, after: true) {
      if case .year = year { return (end, .date, Meaning(.month(month, day: nil, through: nil, year))) }
      if !s.isComma(afterName) { return (end, .date, Meaning(.month(month, day: nil, through: nil, year))) }
    }
    guard isBareMonth(s, i, afterName) else { return nil }
    return (i + 1, .date, Meaning(.month(month, day: nil, through: nil, .unsaid)))
  }

  /// The last day of "24 and 25", "24, 25 and 26", "24 to 27" from behind the first; days joined by "and" follow each other.
  ///
  /// - Parameter isSpan: whether what stands before makes "to" the end of a stretch and not another number.
  private static func lastDay(_ s: TimexScanner, _ i: Int, after day: Int, isSpan: Bool) -> (day: Int, end: Int)? {
    if s.isFunction(i, .through) || isSpan && (s.isFunction(i, .to) || s.isFunction(i, .until)) {
      guard let last = dayNumber(s, i + 1), last.day > day else { return nil }
      return last
    }
    var j = i
    var before = day
    while s.isComma(j), let next = dayNumber(s, j + 1), next.day == before + 1, s.isComma(next.end) || s.isFunction(next.end, .and) {
      (before, j) = next
    }
    if j > i, s.isComma(j) { j += 1 }
    guard s.isFunction(j, .and) || s.isFunction(j, .or), let last = dayNumber(s, j + 1), last.day == before + 1 else { return nil }
    return last
  }

  /// Whether a number behind "October 24 and" is a day: "October 24 and 25 in Lyon", not "… and 25 people", "… and 25 on October 26".
  private static func endsDays(_ s: TimexScanner, _ i: Int) -> Bool {
    if s.year(i) != nil || s.has(i, .shift) { return true }
    if s.isFunction(i, .of) { return s.yearReference(i) != nil }
    if s.isFunction(i, .on) { return false }
    return s.endsPhrase(i) && s.kind(i) != .symbol
  }

  /// "Strikes on October 24 and 25 shut the port": the first verb of the sentence, its subject before the date.
  private static func isSubjectsVerb(_ s: TimexScanner, _ verb: Int, from month: Int) -> Bool {
    guard s.isFunction(month - 1, .on), month - 1 > s.lower, month - s.lower <= 12, isVerb(s, verb) else { return false }
    return !(s.lower..<month - 1).contains { isVerb(s, $0) || s.kind($0) != .word }
  }

  private static func isVerb(_ s: TimexScanner, _ i: Int) -> Bool {
    guard let token = s.token(i), token.isWord else { return false }
    if TimeVerbs.cues.value(token.key) ?? 0 != 0 { return true }
    let bytes = s.document.bytes
    return token.span.count > 4 && bytes[Int(token.end) - 1] == 0x64 && bytes[Int(token.end) - 2] == 0x65
  }

  private static func namesAttack(_ s: TimexScanner, _ i: Int) -> Bool {
    let j = s.isHyphen(i) ? i + 1 : i
    guard let token = s.token(j), token.isWord else { return false }
    return attackWords.contains(token)
  }

  private static let attackWords = WordList(
    """
    # What follows "September 11" when it names the attacks of 2001.
    attack
    attacks
    terrorist
    terror
    hijackings
    hijackers
    style
    commission
    """)

  /// Whether a month's name alone is the month: by case, what precedes and what follows.
  private static func isBareMonth(_ s: TimexScanner, _ i: Int, _ end: Int) -> Bool {
    if s.has(i, .short), end == i + 1 { return false }
    let before = s[i - 1]
    let hasCue = before.classes.contains(.preposition) || !before.classes.isDisjoint(with: [.edge, .shift])
    let nextIsName = s.isWord(i + 1) && s.isCapitalized(i + 1) && !s.has(i + 1, [.month]) && !s.has(i + 1, [.weekday])
    if s.has(i, .ambiguous) {
      guard !(s.token(i)?.shape.contains(.allCaps) ?? false) || s.token(i)?.span.count ?? 0 > 3 else { return false }
      if s.isFunction(i, .may), s.mayIsName, !before.classes.contains(.shift) {
        return [.in, .since, .until, .during].contains(before.function) && !nextIsName
      }
      if s.kind(i + 1) == .clitic, !s.isFunction(i, .may) { return !s.isFunction(i - 1, .the) }
      if s.isSentenceStart(i) { return false }
      if s.isComma(i - 1), s.has(i - 2, .month) { return true }
      if s.isFunction(i - 1, .the) || s.kind(i - 1) == .clitic { return false }
      return hasCue || s.kind(i - 1) == .open || s.isFunction(i - 1, .or)
    }
    // "April Smith said", "the Augusta June"; "and June Carter", "by April Jones", but "in June NATO said".
    if nextIsName { return hasCue && !introducesName(before.function) }
    if hasCue { return true }
    if s.isWord(i - 1), s.isCapitalized(i - 1), !s.isSentenceStart(i - 1), !s.has(i - 1, .month) { return false }
    return true
  }

  /// Prepositions and conjunctions that stand before people as easily as before dates.
  private static func introducesName(_ word: TimeWord.Function) -> Bool {
    switch word {
    case .and, .or, .by, .from, .to, .than, .with, .as, .about, .over, .but, .none: true
    default: false
    }
  }

  /// "10 May 2017", "10th of May", "the 10th of May 2017", "the 10th".
  static func dayFirst(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    let hasThe = s.isFunction(i, .the)
    if hasThe { j += 1 } else if s.has(i, .function), !s.has(i, .ordinal) { return nil }
    var day = 0
    var isOrdinal = false
    var through: Int?
    if let number = s.digits(j), number.count <= 2, (1...31).contains(number.value), !s.isPriced(j) {
      (day, j) = (number.value, j + 1)
      if s.isOrdinalSuffix(j) { (isOrdinal, j) = (true, j + 1) }
      if s.isHyphen(j), let last = s.digits(j + 1), last.count <= 2, last.value > day, last.value <= 31 {
        (through, j) = (last.value, s.isOrdinalSuffix(j + 2) ? j + 3 : j + 2)
      } else if let (last, end) = lastDay(s, j, after: day, isSpan: true) ?? between(s, j, i, after: day),
        s.has(s.isFunction(end, .of) ? end + 1 : end, .month)
      {
        (through, j) = (last, end)
      }
    } else if let (value, end) = s.ordinal(j), (1...31).contains(value) {
      (day, j, isOrdinal) = (value, end, true)
    } else {
      return nil
    }
    let dayEnd = j
    if s.isFunction(j, .of), isOrdinal { j += 1 }
    guard s.has(j, .month), s.isCapitalized(j), j > dayEnd || !hasThe || isOrdinal, let (month, afterName) = monthName(s, j),
      CalendarDate(year: 2000, month: month, day: through ?? day) != nil
    else {
      // "on the 10th", with nothing it could count.
      guard hasThe, isOrdinal, s.digits(i + 1) != nil, through == nil, [.on, .by, .until].contains(s.function(i - 1)), s.endsPhrase(dayEnd),
        !s.isFunction(dayEnd, .of)
      else { return nil }
      return (dayEnd, .date, Meaning(.dayOfMonth(day)))
    }
    var end = s.has(j, .short) ? afterName : j + 1
    if s.has(j, .ambiguous), !isOrdinal, s.isFunction(j, .may), !s.has(i - 1, .preposition), s.isWord(j + 1), !s.has(j + 1, .preposition) {
      return nil
    }
    var year = YearReference.unsaid
    if let (found, afterYear) = s.yearReference(end, after: true) {
      if case .year = found {
        (year, end) = (found, afterYear)
      } else if s.isFunction(end, .of) || !s.isComma(end) {
        (year, end) = (found, afterYear)
      }
    }
    if end > j + 1, s.isDot(end - 1), year == .unsaid { end -= 1 }
    if year == .unsaid, month == 9, day == 11, namesAttack(s, end) { year = .year(2001) }
    return withTime(s, (end, .date, Meaning(.month(month, day: day, through: through, year))))
  }

  /// "between 24 and 27 October": the last day from behind the first, `start`.
  private static func between(_ s: TimexScanner, _ i: Int, _ start: Int, after day: Int) -> (day: Int, end: Int)? {
    guard s.isFunction(start - 1, .between), s.isFunction(i, .and), let last = dayNumber(s, i + 1), last.day > day else { return nil }
    return last
  }

  /// "Monday", "Monday, May 10", "Monday 10 May 2017", "Tuesday of last week", "Sunday night".
  static func weekday(_ s: TimexScanner, _ i: Int) -> Match? {
    guard let (day, nameEnd) = weekdayName(s, i) else { return nil }
    if let (end, meaning) = dateAfterWeekday(s, nameEnd) { return withTime(s, (end, .date, meaning)) }
    guard isDay(s, i, nameEnd) else { return nil }
    // "Tuesday of last week", "Friday last week"
    let j = s.isFunction(nameEnd, .of) ? nameEnd + 1 : nameEnd
    if [.last, .this, .next].contains(s.function(j)), s.isFunction(j + 1, .week), !s.has(j + 1, .plural) {
      return (j + 2, .date, Meaning(.weekday(day, occurrence: nil, weeks: Int(s[j].value))))
    }
    return withTime(s, (i + 1, .date, Meaning(.weekday(day, occurrence: nil, weeks: nil))))
  }

  private static func weekdayName(_ s: TimexScanner, _ i: Int) -> (day: Int, end: Int)? {
    guard s.has(i, .weekday), !s.has(i, .plural), s.isCapitalized(i) else { return nil }
    guard s.has(i, .short) else { return (Int(s[i].value), i + 1) }
    // "Sun" and its like only before a date or with a full stop inside a sentence.
    let hasDot = s.isDot(i + 1) && s.isGlued(i)
    let j = hasDot ? i + 2 : i + 1
    let k = s.isComma(j) ? j + 1 : j
    guard s.has(k, .month) || s.has(k, .number) && s.has(k + 1, .month) else { return nil }
    return (Int(s[i].value), j)
  }

  private static func dateAfterWeekday(_ s: TimexScanner, _ nameEnd: Int) -> (Int, Meaning)? {
    var j = nameEnd
    if s.isComma(j) { j += 1 }
    if s.has(j, .month) || s.has(j, .number) || s.isFunction(j, .the) {
      if s.has(j, .month) {
        guard let found = monthFirst(s, j), case .month(_, let day, _, _) = found.meaning.base, day != nil else { return nil }
        return (found.end, found.meaning)
      }
      if let found = dayFirst(s, j) {
        // "Friday the 13th" too.
        if case .dayOfMonth = found.meaning.base { return (found.end, found.meaning) }
        if case .month(_, day: .some, _, _) = found.meaning.base { return (found.end, found.meaning) }
      }
      if s.isFunction(j, .the), let day = s.digits(j + 1), (1...31).contains(day.value), s.isOrdinalSuffix(j + 2), !s.isComma(nameEnd),
        s.endsPhrase(j + 3)
      {
        return (j + 3, Meaning(.dayOfMonth(day.value)))
      }
      if let found = isoDate(s, j) ?? numericDate(s, j) { return (found.end, found.meaning) }
    }
    return nil
  }

  /// Whether a weekday's name is a day: not "Black Friday", "the Sunday Times", "Bloody Sunday".
  private static func isDay(_ s: TimexScanner, _ i: Int, _ end: Int) -> Bool {
    if s.isWord(end), s.isCapitalized(end), paperNames.contains(s.tokens[end]) { return false }
    if s.isWord(i - 1), dayNames.contains(s.tokens[i - 1]), s.isCapitalized(i - 1) { return false }
    // "Monday Night Football", "on CBS Sunday Morning"
    if s.has(end, .part), s.isCapitalized(end), s.isWord(end + 1) && s.isCapitalized(end + 1) || s.isNameByCapital(end) { return false }
    // "The Mail on Sunday"
    if s.isFunction(i - 1, .on), s.isCapitalized(i - 2), weeklies.contains(s.tokens[i - 2]) { return false }
    // "The BBC’s Sunday with Laura Kuenssberg"
    if s.kind(i - 1) == .clitic, s.isFunction(end, .with), s.isCapitalized(end + 1) { return false }
    return true
  }

  /// Papers whose name ends with "on Sunday".
  private static let weeklies = WordList("mail\nindependent")

  private static let paperNames = WordList(
    """
    # Words that make a weekday's name part of a title: papers, programmes, clubs.
    times
    telegraph
    mirror
    mail
    express
    herald
    post
    sun
    star
    independent
    business
    tribune
    world
    people
    live
    life
    national
    magazine
    supplement
    programme
    programmes
    show
    politics
    brunch
    club
    group
    school
    league
    addams
    """)

  private static let dayNames = WordList(
    """
    # Words before a weekday's name that make it the name of one day in history or of something else.
    bloody
    black
    freaky
    ruby
    casual
    sheffield
    joe
    super
    good
    giving
    fat
    blue
    throwback
    """)

  /// Adds a part of the day or a clock time that follows a date at once: "Monday night", "May 10 at 3 p.m." stays two.
  private static func withTime(_ s: TimexScanner, _ match: Match) -> Match {
    var match = match
    guard match.meaning.time == nil, s.has(match.end, .part), !s.has(match.end, .plural), let part = partValue(s, match.end) else {
      return match
    }
    // "Saturday Night Live" and the like are capitalised.
    if s.isCapitalized(match.end), s.isCapitalized(match.end + 1) { return match }
    match.meaning.time = part
    match.kind = .time
    match.end += 1
    return match
  }

  private static func partValue(_ s: TimexScanner, _ i: Int) -> Meaning.TimeOfDay? {
    switch s[i].value {
    case 0: .part("MO")
    case 1: .part("AF")
    case 2: .part("EV")
    case 3: .part("NI")
    case 4: .clock(hour: 12, minute: 0, second: nil, utc: false)
    case 5: .clock(hour: 24, minute: 0, second: nil, utc: false)
    case 6: .part("MO")
    case 7: .part("EV")
    case 8: .part("DT")
    case 9: .part("MI")
    default: nil
    }
  }

  /// "today", "yesterday morning", "the day before yesterday", "tonight", "overnight".
  static func dayWord(_ s: TimexScanner, _ i: Int) -> Match? {
    if s.isFunction(i, .the) {
      guard s.isFunction(i + 1, .day), !s.has(i + 1, .plural), s.has(i + 3, .dayWord) else { return nil }
      if s.isFunction(i + 2, .before), s[i + 3].value == -1 { return (i + 4, .date, Meaning(.day(-2))) }
      if s.isFunction(i + 2, .after), s[i + 3].value == 1 { return (i + 4, .date, Meaning(.day(2))) }
      return nil
    }
    if s.has(i, .dayWord) {
      // "USA Today" and other titles.
      if s.isCapitalized(i), !s.isSentenceStart(i), s.isWord(i - 1), s.isCapitalized(i - 1), !s.isSentenceStart(i - 1) || s.isGlued(i - 1) {
        return nil
      }
      if s.isCapitalized(i), namesShow(s, i + 1) || s.isNameByCapital(i) { return nil }
      if s.isFunction(i, .today), s.isCapitalized(i),
        s.isFunction(i - 1, .the) || s.isWord(i - 1) && s.token(i - 1)?.shape.contains(.allCaps) ?? false
      {
        return nil
      }
      return withTime(s, (i + 1, .date, Meaning(.day(Int(s[i].value)))))
    }
    switch s.function(i) {
    case .tonight where s.isCapitalized(i) && (namesShow(s, i + 1) || s.isNameByCapital(i)): return nil
    case .tonight: return (i + 1, .time, Meaning(.day(0), time: .part("NI")))
    case .overnight:
      guard !s.isWord(i + 1) || s.endsPhrase(i + 1) else { return nil }
      return (i + 1, .time, Meaning(.day(0), time: .part("NI")))
    default: return nil
    }
  }

  /// "the “Today” show", "Today programme"
  private static func namesShow(_ s: TimexScanner, _ i: Int) -> Bool {
    let j = s.kind(i) == .doubleQuote || s.kind(i) == .singleQuote ? i + 1 : i
    return s.isWord(j) && shows.contains(s.tokens[j])
  }

  private static let shows = WordList("show\nprogramme\nprogram\npresenter\npresenters\nhost\nhosts\ncohost")

  /// "Christmas", "Labor Day weekend", "Thanksgiving 2016", "last Easter".
  static func holiday(_ s: TimexScanner, _ i: Int) -> Match? { holiday(s, i, .unsaid) }

  private static func holiday(_ s: TimexScanner, _ i: Int, _ year: YearReference) -> Match? {
    guard s.has(i, .holiday), s.isCapitalized(i),
      let (code, nameEnd) = TimeHolidays.names.longestMatch(at: i, in: s.tokens, limit: s.limit),
      s.isCapitalized(nameEnd - 1) || s.kind(nameEnd - 1) != .word
    else { return nil }
    var end = nameEnd
    // "New Year resolutions" is the day; "New Year" needs both words, which the list says. Islands and companies are names.
    if s.isWord(end), s.isCapitalized(end), !s.has(end, [.part]), !s.has(end, .weekday), !s.isFunction(end, .weekend) { return nil }
    var year = year
    var isWeekend = false
    if s.isFunction(end, .weekend), !s.has(end, .plural) { (isWeekend, end) = (true, end + 1) }
    if year == .unsaid, let (found, afterYear) = s.yearReference(end, after: true) {
      if case .year = found { (year, end) = (found, afterYear) } else if !s.isComma(end) { (year, end) = (found, afterYear) }
    }
    return withTime(s, (end, .date, Meaning(.holiday(code, year, weekend: isWeekend))))
  }

  // MARK: Quarters, seasons, decades, centuries, years

  /// "the third quarter of 2006", "first-quarter", "the first half of last year", "Q3 2012", "the 1998 fourth quarter".
  static func quarter(_ s: TimexScanner, _ i: Int) -> Match? {
    if let found = quarterCode(s, i) { return found }
    var j = i
    if s.isFunction(j, .the) { j += 1 }
    var year = YearReference.unsaid
    var isFiscal = false
    if j > i, let found = s.year(j) { (year, j) = (.year(found), j + 1) }
    if s.isFunction(j, .fiscal) || s.isFunction(j, .financial) {
      (isFiscal, j) = (true, j + 1)
      if let found = s.year(j) { (year, j) = (.year(found), j + 1) }
    }
    guard let (number, afterOrdinal) = s.ordinal(j) else { return nil }
    j = afterOrdinal
    let isHyphened = s.isHyphen(j)
    if isHyphened {
      guard j - 1 == i || s.has(i, .ordinal) || s.has(i, .number) || isFiscal else { return nil }
      j += 1
    }
    if s.isFunction(j, .fiscal) { (isFiscal, j) = (true, j + 1) }
    guard let token = s.token(j) else { return nil }
    let isQuarter = s.has(j, .unit) && s[j].unit == .quarter && !s.has(j, .plural)
    let isHalf = s.isFunction(j, .half)
    guard isQuarter && (1...4).contains(number) || isHalf && (number <= 2 || number == 98), token.isWord else { return nil }
    j += 1
    if isHyphened, s.isFunction(i, .the) { return nil }
    if isQuarter, tellsOfGame(s, i, j) { return nil }
    // Prenominal "half" and "quarter" of a game: "the second half of the match".
    if year == .unsaid, let (found, end) = s.yearReference(j) {
      (year, j) = (found, end)
    } else if year == .unsaid, isHalf, isHyphened, s.isWord(j), results.contains(s.tokens[j]) {
      return (j, .date, Meaning(.half(number == 1 ? 1 : 2, .unsaid)))
    } else if year == .unsaid, isHalf, !isHyphened, !s.isFunction(j, .of), s.isFunction(i, .the), tellsOfResults(s, i, j) {
      return (j, .date, Meaning(.half(number == 1 ? 1 : 2, .unsaid)))
    } else if year == .unsaid, isHalf {
      guard s.isFunction(j, .of), let outer = calendar(s, j + 1) else { return nil }
      guard outer.kind == .date else { return nil }
      var meaning = outer.meaning
      meaning.mod = number == 1 ? "START" : "END"
      return (outer.end, .date, meaning)
    } else if year == .unsaid, isQuarter, s.isFunction(j, .of), s.isFunction(j + 1, .the), !s.isFunction(j + 2, .year) {
      return nil
    }
    if s.isFunction(j, .of), s.isFunction(j + 1, .the), s.isFunction(j + 2, .year) { (year, j) = (.offset(0), j + 3) }
    if isHalf { return (j, .date, Meaning(.half(number == 1 ? 1 : 2, year))) }
    // "the third quarter a year earlier"
    return (j, .date, Meaning(.quarter(number, year, fiscal: isFiscal)))
  }

  /// Whether the words near a quarter tell of a game.
  private static func tellsOfGame(_ s: TimexScanner, _ start: Int, _ end: Int) -> Bool {
    nearby(s, start, end).contains { games.contains(s.tokens[$0]) }
  }

  /// Whether the words near "the first half" tell of a company's or a country's results.
  private static func tellsOfResults(_ s: TimexScanner, _ start: Int, _ end: Int) -> Bool {
    let near = nearby(s, start, end)
    return near.contains { results.contains(s.tokens[$0]) } && !near.contains { games.contains(s.tokens[$0]) }
  }

  private static func nearby(_ s: TimexScanner, _ start: Int, _ end: Int) -> Range<Int> {
    max(s.lower, start - 12)..<max(start, min(s.limit, end + 12))
  }

  private static let games = WordList(
    """
    # Words of ball games, which have quarters and halves too.
    touchdown
    touchdowns
    yard
    yards
    yarder
    quarterback
    scored
    rebounds
    halftime
    overtime
    goal
    goals
    """)

  private static let results = WordList(
    """
    # After "second-half" these show that a year is halved, not a match.
    profit
    profits
    earnings
    results
    net
    loss
    losses
    sales
    revenue
    revenues
    growth
    income
    operating
    figures
    gdp
    pretax
    """)

  /// "Q3", "Q3 2012", "H1 2013", "4Q".
  private static func quarterCode(_ s: TimexScanner, _ i: Int) -> Match? {
    var number = 0
    var j = i + 1
    if s.has(i, .code), s.isCapitalized(i) {
      number = Int(s[i].value)
    } else if let digit = s.digits(i), digit.count == 1, (1...4).contains(digit.value), s.isGlued(i), s.byte(i + 1) == 0x51,
      s.token(i + 1)?.span.count == 1
    {
      (number, j) = (digit.value, i + 2)
    } else {
      return nil
    }
    var year = YearReference.unsaid
    if let (found, end) = s.yearReference(j) { (year, j) = (found, end) }
    if number > 4 { return year == .unsaid ? nil : (j, .date, Meaning(.half(number - 4, year))) }
    return (j, .date, Meaning(.quarter(number, year, fiscal: false)))
  }

  /// "the first week of April", "the last Friday of May", "the second day of the month".
  static func nthOf(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    if s.isFunction(j, .the) { j += 1 }
    let number: Int
    if s.isFunction(j, .last) || s.isFunction(j, .final) {
      (number, j) = (-1, j + 1)
    } else if let (value, end) = s.ordinal(j), value <= 5 {
      (number, j) = (value, end)
    } else {
      return nil
    }
    let weekday = s.has(j, .weekday) && !s.has(j, [.plural]) && !s.has(j, .short) ? Int(s[j].value) : 0
    let unit = s[j].unit
    guard weekday > 0 && !s.has(j, .plural) || s.has(j, .unit) && !s.has(j, .plural) && [.day, .week, .weekend].contains(unit) else {
      return nil
    }
    j += 1
    guard s.isFunction(j, .of) || s.isFunction(j, .in) && s.has(j + 1, .month) else { return nil }
    j += 1
    if s.has(j, .month), let outer = monthFirst(s, j), case .month(let month, day: nil, _, let year) = outer.meaning.base {
      return (outer.end, .date, Meaning(.nth(number, weekday > 0 ? nil : unit, weekday: weekday, month: month, year)))
    }
    return nil
  }

  /// "summer", "the fall of 1998", "spring 2014"; "fall" and "spring" need a sign that they are seasons.
  static func season(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    if s.isFunction(j, .the) { j += 1 }
    guard s.has(j, .season), !(s.isHyphen(j + 1)) else { return nil }
    let number = Int(s[j].value)
    if s.isCapitalized(j), s.isWord(j + 1), s.isCapitalized(j + 1), !s.isSentenceStart(j) { return nil }
    if let (year, end) = s.yearReference(j + 1, after: true) {
      if case .year = year { return (end, .date, Meaning(.season(number, year))) }
      if !s.isComma(j + 1) { return (end, .date, Meaning(.season(number, year))) }
    }
    let before = s.function(i - 1)
    let hasPreposition = [.in, .during, .by, .since, .until, .throughout, .through].contains(before) || s.has(i - 1, .edge)
    guard hasPreposition, s.endsPhrase(j + 1), !(s.isFunction(j + 1, .of)) else { return nil }
    // "in fall" yes, "by fall" yes, "from fall" no; "the fall" only after these.
    return (j + 1, .date, Meaning(.season(number, .unsaid)))
  }

  /// "the 1990s", "1990s", "the '90s", "the nineties"; not "in his 60s".
  static func decade(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    let hasThe = s.isFunction(i, .the)
    if hasThe { j += 1 }
    if s.has(j, .edge), hasThe { return nil }
    if s.has(j, .decade) {
      guard hasThe || s.has(i - 1, .edge) || s.isHyphen(i - 1) && s.has(i - 2, .edge) else { return nil }
      return (j + 1, .date, Meaning(.value("19" + String(s[j].value))))
    }
    let hasApostrophe = s.kind(j) == .singleQuote && s.isGlued(j)
    if hasApostrophe { j += 1 }
    guard let number = s.digits(j), number.value % 10 == 0, let letter = s.token(j + 1), s.isGlued(j), letter.span.count <= 4,
      letter.kind == .word && s.byte(j + 1) | 0x20 == 0x73 && letter.span.count == 1
        || letter.kind == .clitic
          && s.document.bytes[Int(letter.end) - 1] == 0x73
    else { return nil }
    if number.count == 4, !hasApostrophe, (1000...2190).contains(number.value) {
      return (j + 2, .date, Meaning(.value(ISO.padded(number.value / 10, 3))))
    }
    guard number.count == 2, letter.kind == .word,
      hasApostrophe || hasThe || s.has(i - 1, .edge) || s.isHyphen(i - 1) && s.has(i - 2, .edge)
    else { return nil }
    return (j + 2, .date, Meaning(.value(ISO.padded(s.fullYear(number.value) / 10, 3))))
  }

  /// "the 19th century", "19th-century", "the twentieth century".
  static func century(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    let hasThe = s.isFunction(i, .the)
    if hasThe { j += 1 }
    guard let (number, afterOrdinal) = s.ordinal(j), (1...30).contains(number) else { return nil }
    j = afterOrdinal
    if s.isHyphen(j) {
      guard !hasThe else { return nil }
      j += 1
    }
    guard s.isFunction(j, .century), !s.has(j, .plural) else { return nil }
    if s.isCapitalized(j), s.isWord(j + 1), s.isCapitalized(j + 1) { return nil }
    // "a half century", "the first century of the club" are lengths; ordinals below ten in words mostly count.
    if s.digits(afterOrdinal - 2) == nil, s.digits(afterOrdinal - 1) == nil, number < 10, s.isFunction(j + 1, .of) { return nil }
    return (j + 1, .date, Meaning(.value(ISO.padded(number - 1, 2))))
  }

  /// "1998", "fiscal 1998", "the year 2000", "'98", where the context makes a number a year.
  static func year(_ s: TimexScanner, _ i: Int) -> Match? {
    if s.isFunction(i, .the) {
      guard s.isFunction(i + 1, .year), let year = s.year(i + 2) else { return nil }
      return (i + 3, .date, Meaning(.year(year)))
    }
    if s.isFunction(i, .fiscal) || s.isFunction(i, .financial) {
      let j = s.isFunction(i + 1, .year) ? i + 2 : i + 1
      guard let year = s.year(j) else { return nil }
      return (j + 1, .date, Meaning(.fiscalYear(.year(year))))
    }
    if let year = s.shortYear(i) {
      guard s.has(i - 1, .preposition) || s.has(i - 1, .edge) || s.isFunction(i - 1, .the), !s.isWord(i + 2) || !s.isGlued(i + 1) else {
        return nil
      }
      return (i + 2, .date, Meaning(.year(year)))
    }
    guard let year = s.year(i) else { return nil }
    // "the 1996-97 season": two calendar years, one expression.
    if s.isHyphen(i + 1), let next = s.digits(i + 2), next.count == 2, next.value == (year + 1) % 100, (1800...2100).contains(year),
      !s.isHyphen(i - 1), !s.isHyphen(i + 3)
    {
      return (i + 3, .date, Meaning(.value("\(ISO.padded(year, 4))/\(ISO.padded(year + 1, 4))")))
    }
    return isYear(s, i, year) ? (i + 1, .date, Meaning(.year(year))) : nil
  }

  private static func isYear(_ s: TimexScanner, _ i: Int, _ year: Int) -> Bool {
    let before = s[i - 1]
    let kindBefore = s.kind(i - 1)
    if kindBefore == .symbol || s.isHyphen(i - 1) && !(s.year(i - 2) != nil || s.has(i - 2, .edge)) { return false }
    if s.isHyphen(i + 1), s.year(i + 2) == nil, !(s.digits(i + 2)?.count == 2) {
      return s.isFunction(i - 1, .the) && (1900...2100).contains(year)
    }
    if s.kind(i + 1) == .symbol, s.isGlued(i), !s.isSlash(i + 1) { return false }
    if s.has(i + 1, .counted) || s.isFunction(i + 1, .percent) || s.has(i + 1, .unit) && s.has(i + 1, .plural) { return false }
    if s.has(i + 1, .numeral) { return false }
    let isModern = (1900...2100).contains(year)
    // "of 1600 Pennsylvania Avenue"
    if !isModern, s.isCapitalized(i + 1) { return false }
    if year < 1500 { return before.function == .in && s.endsPhrase(i + 1) && year >= 1000 && year % 100 != 0 }
    if before.classes.contains(.preposition) {
      if isModern {
        // "of 2000 workers", "over 2000 jobs": a plural noun follows a round number after words that count as well.
        if [.over, .around, .than, .about, .up, .to, .for].contains(before.function), year % 10 == 0, s.isWord(i + 1), !s.endsPhrase(i + 1)
        {
          return false
        }
        return true
      }
      return [.in, .since, .of, .until, .from, .by, .early, .late, .mid, .before, .after, .between, .circa].contains(before.function)
        || year >= 1700
    }
    guard isModern || year >= 1700 else { return false }
    if before.function == .year || before.function == .or { return true }
    // "2011 to 2015", "1989 earnings"
    if isModern, s.isFunction(i + 1, .to) || s.isFunction(i + 1, .through), s.year(i + 2) ?? 0 > year { return true }
    if isModern, s.isWord(i + 1), results.contains(s.tokens[i + 1]) { return true }
    if !before.classes.isDisjoint(with: [.month, .season, .edge]) { return true }
    switch kindBefore {
    case .open: return s.kind(i + 1) == .close || s.isHyphen(i + 1) || s.isComma(i + 1) || s.kind(i + 1) == .semicolon
    case .comma: return s.isComma(i + 1) || s.year(i - 2) != nil || s.endsPhrase(i + 1) && isModern
    case nil:
      return isModern
        && (s.isComma(i + 1) || s.isFunction(i + 1, .was) || s.isFunction(i + 1, .is)
          || s.isWord(i + 1) && yearVerbs.contains(s.tokens[i + 1]))
        || s.isSentenceStart(i) && s.isComma(i + 1)
    case .dash: return s.year(i - 2) != nil || isModern && s.isHyphen(i - 1)
    case .clitic: return isModern && s.isWord(i + 1)
    case .word:
      guard isModern, let token = s.token(i - 1) else { return false }
      // "World Cup 2018"
      if token.isCapitalized, !s.isSentenceStart(i - 1) { return events.contains(token) && s.endsPhrase(i + 1) }
      // "the 1998 election", "his 2003 book", "a 2005 study"
      if determiners.contains(token) || s.has(i - 1, .ordinal) { return true }
      // "a celebrated 2019 paper", "due 2009": counts of this size have a comma in news, unless they are round.
      return (1950...2039).contains(year) && year % 50 != 0 && !numbered.contains(token) && !s.has(i + 1, .number) && s.kind(i + 1) != .open
    default: return false
    }
  }

  private static let yearVerbs = WordList(
    """
    # After a year that begins a sentence.
    will
    has
    had
    saw
    may
    could
    brought
    marked
    """)

  private static let events = WordList(
    """
    # What is held or made each year or so, and is named with it: "World Cup 2018".
    cup
    olympics
    games
    championship
    championships
    conference
    expo
    euro
    eurovision
    election
    elections
    festival
    summit
    census
    report
    budget
    """)

  private static let numbered = WordList(
    """
    # What carries a number of its own: after these four digits are no year.
    flight
    page
    pages
    room
    number
    numbers
    no
    nos
    route
    section
    article
    resolution
    case
    code
    line
    bus
    train
    gate
    unit
    model
    channel
    extension
    box
    suite
    points
    totaled
    totalled
    reached
    exactly
    another
    only
    some
    nearly
    almost
    roughly
    approximately
    employs
    employed
    killed
    killing
    sold
    bought
    """)

  private static let determiners = WordList(
    """
    # After these a number of four digits before a noun is a year: "the 1998 election".
    the
    a
    an
    his
    her
    its
    their
    our
    my
    your
    this
    that
    another
    whose
    """)

  // MARK: last, next, this

  /// "last week", "this May", "next Friday", "the previous year", "that day", "the same month", "this morning".
  static func shifted(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    let hasThe = s.isFunction(i, .the)
    if hasThe { j += 1 }
    guard s.has(j, .shift) else { return nil }
    var word = s.function(j)
    var offset = Int(s[j].value)
    // "Following Tuesday’s clashes" has a preposition.
    if word == .following, !hasThe { return nil }
    j += 1
    // "this past Monday", "this coming weekend", "that same day", "these past"
    if word == .this || word == .that, s.has(j, .shift), ![.this, .that, .first, .current].contains(s.function(j)) {
      word = s.function(j)
      offset = Int(s[j].value)
      if word == .same { word = .that }
      j += 1
      if word == .past || word == .last, s.has(j, .unit), !s.has(j, .plural), s[j].unit != .weekend, s[j].unit != .night {
        return (j + 1, .duration, Meaning(.duration(s[j].unit.duration(1))))
      }
    }
    guard s.isWord(j), !s.isHyphen(j + 1) || s.has(j, .month) else { return nil }
    let isAnaphoric =
      [.that, .same].contains(word) || (offset != 0 && ![.last, .next, .past, .coming].contains(word) && !isUpcoming(s, j - 1))
    // Months, seasons, weekdays, holidays.
    let isFirst = word == .first || word == .none && offset == 0
    if s.has(j, .weekday), let (day, end) = weekdayName(s, j), !s.has(j, .plural), !isFirst {
      if word == .same || word == .that { return nil }
      if word == .following || word == .previous || word == .preceding {
        return withTime(s, (end, .date, Meaning(.weekdayFromContext(day, occurrence: offset))))
      }
      return withTime(s, (end, .date, Meaning(.weekday(day, occurrence: offset, weeks: nil))))
    }
    if s.has(j, .month), s.isCapitalized(j), !s.has(j, .short), !isFirst, word != .that || namesMonth(s, i, j + 1), word != .same {
      let year: YearReference =
        switch word {
        case .that: .context(0)
        case .following, .previous, .preceding: .contextOccurrence(offset)
        default: .occurrence(offset)
        }
      if word != .that, let day = dayNumber(s, j + 1) {
        return (day.end, .date, Meaning(.month(Int(s[j].value), day: day.day, through: nil, year)))
      }
      return (j + 1, .date, Meaning(.month(Int(s[j].value), day: nil, through: nil, year)))
    }
    if s.has(j, .season), !isFirst, word != .same {
      if s.isCapitalized(j), s.isCapitalized(j + 1) { return nil }
      if word == .that, s.has(j, .ambiguous), !namesSeason(s, i, j + 1) { return nil }
      return (j + 1, .date, Meaning(.season(Int(s[j].value), word == .that ? .context(0) : .occurrence(offset))))
    }
    if s.has(j, .holiday), [.last, .next, .this, .past, .coming].contains(word), let found = holiday(s, j, .occurrence(offset)) {
      return found
    }
    // Parts of the day.
    if s.has(j, .part), !s.has(j, .plural), !isFirst, s[j].value != 4, s[j].value != 5, let part = partValue(s, j) {
      if word == .last, s[j].value != 3, s[j].value != 2 { return nil }
      let base: Meaning.Base
      switch word {
      case .this: base = .day(0)
      case .last: base = .day(-1)
      default: base = .context(.day, offset)
      }
      return (j + 1, .time, Meaning(base, time: part))
    }
    let isFiscal = s.isFunction(j, .fiscal) || s.isFunction(j, .financial)
    if isFiscal { j += 1 }
    // "the same period last year", "the same quarter a year earlier"
    if word == .same, let found = sameStretch(s, j) { return found }
    guard s.has(j, .unit), !s.has(j, .plural) else {
      // "the near future" is a reference; "recent weeks", "coming months" are vague.
      if s.has(j, .unit), !isFirst, [.recent, .coming, .past, .last, .next].contains(word) || isUpcoming(s, j - 1),
        s[j].unit.rank >= TimeUnit.hour.rank
      {
        if word == .last || word == .next || word == .past && !hasThe && !s.has(i - 1, .preposition) { return nil }
        return (j + 1, .date, Meaning(.reference(offset > 0 ? "FUTURE_REF" : "PAST_REF")))
      }
      return nil
    }
    if isFirst || word == .recent { return nil }
    let unit = s[j].unit
    guard unit.rank >= TimeUnit.day.rank, unit != .fortnight, unit != .millennium else { return nil }
    if s.isHyphen(j + 1) || s.isFunction(j + 1, .long) { return nil }
    if isFiscal, unit == .year { return (j + 1, .date, Meaning(.fiscalYear(.offset(offset)))) }
    if unit == .weekend { return (j + 1, .date, Meaning(.weekend(offset))) }
    if unit == .night { return nil }
    // "the past week" is a length, "last week" a date.
    if hasThe || word == .past, [.past, .next, .coming].contains(word) || word == .last && unit != .quarter {
      if word == .last, unit == .day { return nil }
      if word == .next || word == .coming, unit == .day {
        return (j + 1, .date, Meaning(.context(.day, 1)))
      }
      if word == .coming || word == .next && unit == .century { return (j + 1, .date, Meaning(.unit(unit, 1))) }
      // "over the next year" is a length; "the next year, he was indicted" the one that followed.
      if word == .next, !s.has(i - 1, .preposition) { return (j + 1, .date, Meaning(.context(unit, 1))) }
      return (j + 1, .duration, Meaning(.duration(unit.duration(1))))
    }
    switch word {
    case .this where unit == .day:
      return s.endsPhrase(j + 1) ? (j + 1, .date, Meaning(.day(0))) : nil
    case .last, .next, .this, .past, .coming:
      if word == .next, unit == .day { return (j + 1, .date, Meaning(.context(.day, 1))) }
      if unit == .day { return nil }
      return (j + 1, .date, Meaning(.unit(unit, offset)))
    case .current: return (j + 1, .date, Meaning(.unit(unit, 0)))
    default: break
    }
    if isUpcoming(s, j - 1), !isAnaphoric { return (j + 1, .date, Meaning(.unit(unit, offset))) }
    return (j + 1, .date, Meaning(.context(unit, offset)))
  }

  /// Whether "that June" is a month and not a clause: "later that June", "that June, she won", not "said that June was warm".
  private static func namesMonth(_ s: TimexScanner, _ i: Int, _ end: Int) -> Bool {
    s.has(i - 1, .edge) || [.in, .by, .since, .until, .during].contains(s.function(i - 1)) || s.isSentenceStart(i) && s.isComma(end)
  }

  /// Whether "that fall" is a season: "later that fall", "won the seat that fall", not "prices that fall quickly".
  ///
  /// Behind a plural it is the verb of a relative clause, or may be; behind a singular it is one only if nothing but the end of the
  /// phrase follows.
  private static func namesSeason(_ s: TimexScanner, _ i: Int, _ end: Int) -> Bool {
    let isNoun = [.in, .of].contains(s.function(end))
    guard let before = s.token(i - 1) else { return !isNoun }
    guard before.isWord else { return s.token(end).map { $0.kind == .comma || $0.kind == .terminator } ?? true }
    if s.has(i - 1, .edge) { return true }
    if [.in, .during, .by, .since, .until, .throughout, .through].contains(s.function(i - 1)) { return !isNoun }
    let last = s.document.bytes[Int(before.end) - 1]
    guard last != 0x73, !plurals.contains(before), let next = s.token(end) else { return s.token(end) == nil && last != 0x73 }
    return next.kind == .comma || next.kind == .terminator
      || next.isWord && [.when, .after, .before, .and, .as, .while, .but].contains(s.function(end))
  }

  private static let plurals = WordList(
    """
    # Plurals without an s.
    people
    men
    women
    children
    police
    those
    all
    some
    many
    any
    ones
    teeth
    feet
    """)

  /// "upcoming", "ensuing" and others that the rules do not name.
  private static func isUpcoming(_ s: TimexScanner, _ i: Int) -> Bool { s.has(i, .shift) && s.function(i) == .none && s[i].value != 0 }

  /// After "the same": "period last year", "quarter a year earlier", "time last year", "period of 1998".
  private static func sameStretch(_ s: TimexScanner, _ i: Int) -> Match? {
    let isUnit = s.has(i, .unit) && !s.has(i, .plural)
    guard s.isFunction(i, .period) || s.isFunction(i, .time) || isUnit else { return nil }
    let unit: TimeUnit? = isUnit ? s[i].unit : nil
    var j = i + 1
    if s.isFunction(j, .of) || s.isFunction(j, .in) { j += 1 }
    if s.has(j, .shift) || s.isFunction(j, .the) {
      let k = s.isFunction(j, .the) ? j + 1 : j
      if s.has(k, .shift), s.isFunction(k + 1, .year), !s.has(k + 1, .plural), s[k].value != 0 {
        return (k + 2, .date, Meaning(.sameStretch(years: Int(s[k].value), unit)))
      }
      if s.isFunction(k, .year), s.isFunction(k + 1, .before) { return (k + 2, .date, Meaning(.sameStretch(years: -1, unit))) }
    }
    if let year = s.year(j) { return (j + 1, .date, Meaning(.sameStretch(years: year, unit))) }
    if s.isFunction(j, .a) || s.isFunction(j, .one) || s.has(j, .numeral), s.isFunction(j + 1, .year) {
      if [.earlier, .ago, .before].contains(s.function(j + 2)) { return (j + 3, .date, Meaning(.sameStretch(years: -1, unit))) }
    }
    return nil
  }

  // MARK: The day, the year

  /// "the day", "the quarter", "the weekend", "the year" where they mean the current one; "the day before".
  static func theUnit(_ s: TimexScanner, _ i: Int) -> Match? {
    let isA = s.isFunction(i, .a)
    guard s.isFunction(i, .the) || isA else { return yearEnd(s, i) }
    if let found = yearEarlier(s, i + 1) { return found }
    let isFiscal = s.isFunction(i + 1, .fiscal) || s.isFunction(i + 1, .financial)
    let j = isFiscal ? i + 2 : i + 1
    guard s.has(j, .unit), !s.has(j, .plural) else { return nil }
    let unit = s[j].unit
    // "the day before", "the week after", "a year before"
    if s.isFunction(j + 1, .before) || s.isFunction(j + 1, .after), unit.rank >= TimeUnit.day.rank {
      let step = s.isFunction(j + 1, .before) ? -1 : 1
      guard ends(s, j + 2) else { return nil }
      if unit == .night { return (j + 2, .time, Meaning(.context(.day, step), time: .part("NI"))) }
      return (j + 2, .date, Meaning(.context(unit, step)))
    }
    guard !isA else { return nil }
    if unit == .weekend {
      guard !s.isFunction(j + 1, .of), !s.isHyphen(j + 1), s.endsPhrase(j + 1) else { return nil }
      return (j + 1, .date, Meaning(.weekend(nil)))
    }
    let isClosing = s.isWord(i - 1) && closers.contains(s.tokens[i - 1]) && !s.isHyphen(j + 1)
    guard [.day, .week, .month, .quarter, .year].contains(unit), isTelling(s, i - 1, unit),
      ends(s, j + 1) || (s.endsPhrase(j + 1) || isClosing) && !s.isFunction(j + 1, .of),
      !s.isFunction(j + 1, .that), !s.isFunction(j + 1, .when), !s.isCapitalized(j)
    else { return nil }
    if isFiscal { return (j + 1, .date, Meaning(.fiscalYear(.offset(0)))) }
    return (j + 1, .date, Meaning(.current(unit)))
  }

  /// A mark, a conjunction or the end of the sentence.
  static func ends(_ s: TimexScanner, _ i: Int) -> Bool {
    guard let token = s.token(i) else { return true }
    switch token.kind {
    case .word:
      return [.and, .or, .at, .in, .on, .to, .as, .but, .was, .is, .by, .for, .while, .with, .ended, .ending].contains(s.function(i))
        && !s.isFunction(i, .of)
    case .number, .clitic: return false
    case .doubleQuote, .singleQuote, .open, .close, .comma, .colon, .semicolon, .terminator: return true
    case .dash: return !s.isHyphen(i)
    case .symbol: return false
    }
  }

  /// Whether what stands before "the day" makes it the day told of: "ended the day", "for the quarter".
  private static func isTelling(_ s: TimexScanner, _ i: Int, _ unit: TimeUnit) -> Bool {
    guard s.isWord(i) else { return false }
    let before = s.function(i)
    if before == .of {
      // "the end of the day", "most of the year", but no "player of the year".
      guard s.isWord(i - 1) else { return false }
      return ofWords.contains(s.tokens[i - 1]) || s.has(i - 1, .ordinal)
    }
    if [.for, .during, .throughout, .over, .through, .within].contains(before) { return true }
    if before == .in { return unit != .day || s.has(i - 1, .edge) || [.earlier, .later].contains(s.function(i - 1)) }
    return closers.contains(s.tokens[i])
  }

  private static let ofWords = WordList(
    """
    # "… of the year" where the year is the one told of.
    end
    start
    beginning
    middle
    rest
    remainder
    most
    much
    part
    half
    months
    weeks
    quarter
    quarters
    close
    course
    low
    high
    days
    balance
    """)

  private static let closers = WordList(
    """
    # Market reports and the like: "ended the day", "began the year".
    end
    ends
    ended
    ending
    finish
    finished
    finishing
    close
    closed
    closing
    begin
    began
    start
    started
    starting
    spend
    spent
    so
    """)

  /// "year-end", "midyear", "year's end", "month-end".
  private static func yearEnd(_ s: TimexScanner, _ i: Int) -> Match? {
    if let found = yearEarlier(s, i) { return found }
    guard s.has(i, .unit), !s.has(i, .plural), [.year, .month, .quarter].contains(s[i].unit) else { return nil }
    if s.isFunction(i, .year), s.isFunction(i + 1, .end),
      s.isFunction(i - 1, .at) || s.isFunction(i - 1, .by) || s.isFunction(i - 1, .before), s.endsPhrase(i + 2)
    {
      return (i + 2, .date, Meaning(.current(.year), mod: "END"))
    }
    // "at year end"
    if s.isFunction(i, .year), s.isFunction(i + 1, .end), [.at, .by, .before].contains(s.function(i - 1)), s.endsPhrase(i + 2) {
      return (i + 2, .date, Meaning(.current(.year), mod: "END"))
    }
    guard s.isHyphen(i + 1) || s.kind(i + 1) == .clitic, s.isFunction(i + 2, .end) else { return nil }
    if s[i].unit == .year, let year = s.year(i + 3) { return (i + 4, .date, Meaning(.year(year), mod: "END")) }
    return (i + 3, .date, Meaning(.current(s[i].unit), mod: "END"))
  }

  /// "year-earlier period", "year-ago quarter"; `i` is the unit.
  private static func yearEarlier(_ s: TimexScanner, _ i: Int) -> Match? {
    guard s.isFunction(i, .year), !s.has(i, .plural), s.isHyphen(i + 1), s.isFunction(i + 2, .earlier) || s.isFunction(i + 2, .ago) else {
      return nil
    }
    let hasHead = s.isFunction(i + 3, .period) || s.has(i + 3, .unit) && !s.has(i + 3, .plural)
    let hasThe = s.isFunction(i - 1, .the) || s.isFunction(i - 1, .a)
    if hasThe, !hasHead { return nil }
    return (hasHead && hasThe ? i + 4 : i + 3, .date, Meaning(.sameStretch(years: -1, s.has(i + 3, .unit) ? s[i + 3].unit : nil)))
  }

  // MARK: The end of May, early 1998

  /// "the end of the year", "the beginning of next week", "end of May", "the middle of 1998", "the morning of May 10".
  static func edgeOf(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    if s.isFunction(j, .the) { j += 1 }
    if s.isFunction(j, .very) { j += 1 }
    if s.has(j, .part), !s.has(j, .plural), s.isFunction(i, .the), s.isFunction(j + 1, .of), let part = partValue(s, j) {
      guard let outer = calendar(s, j + 2), outer.kind == .date else { return nil }
      switch outer.meaning.base {
      case .month(_, day: .some, _, _), .weekday, .day, .holiday, .value: break
      default: return nil
      }
      var meaning = outer.meaning
      meaning.time = part
      return (outer.end, .time, meaning)
    }
    if let found = edgeOfNight(s, i, j) { return found }
    var mod = ""
    switch s.function(j) {
    case .beginning, .start: mod = "START"
    case .middle: mod = "MID"
    case .end, .close: mod = "END"
    case .early where s.isFunction(j + 1, .part): (mod, j) = ("START", j + 1)
    case .late where s.isFunction(j + 1, .part): (mod, j) = ("END", j + 1)
    default: return nil
    }
    j += 1
    if s.isHyphen(j), j - 1 == i, mod == "END", s.has(j + 1, .month), let outer = calendar(s, j + 1) {
      var meaning = outer.meaning
      meaning.mod = mod
      return (outer.end, outer.kind, meaning)
    }
    guard s.isFunction(j, .of) else { return nil }
    if s.isFunction(j + 1, .the), s.has(j + 2, .unit), !s.has(j + 2, .plural),
      [.day, .week, .month, .quarter, .year, .decade, .century].contains(s[j + 2].unit),
      !s.isHyphen(j + 3), !s.isFunction(j + 3, .before), !s.isFunction(j + 3, .of)
    {
      return (j + 3, .date, Meaning(.current(s[j + 2].unit), mod: mod))
    }
    guard let outer = calendar(s, j + 1), outer.kind == .date, outer.meaning.mod == nil else { return nil }
    var meaning = outer.meaning
    meaning.mod = mod
    return (outer.end, .date, meaning)
  }

  /// "the middle of the night", "the early hours of Tuesday", "the early morning hours".
  private static func edgeOfNight(_ s: TimexScanner, _ i: Int, _ j: Int) -> Match? {
    guard s.isFunction(i, .the) else { return nil }
    if s.isFunction(j, .middle), s.isFunction(j + 1, .of), s.isFunction(j + 2, .the), s.has(j + 3, .part), !s.has(j + 3, .plural),
      let part = partValue(s, j + 3), ends(s, j + 4)
    {
      return (j + 4, .time, Meaning(.unsaid, time: part, mod: "MID"))
    }
    guard s.isFunction(j, .early) || s.isFunction(j, .late) else { return nil }
    let isEarly = s.isFunction(j, .early)
    let hasPart = s.has(j + 1, .part) && s[j + 1].value <= 3
    let hours = hasPart ? j + 2 : j + 1
    guard s.isFunction(hours, .hour), s.has(hours, .plural),
      let part = hasPart ? partValue(s, j + 1) : isEarly ? Meaning.TimeOfDay.part("MO") : Meaning.TimeOfDay.part("NI")
    else { return nil }
    let mod = isEarly ? "START" : "END"
    if s.isFunction(hours + 1, .of), s.has(hours + 2, .weekday) || s.has(hours + 2, .month) || s.has(hours + 2, .dayWord),
      let day = calendar(s, hours + 2), day.meaning.namesDay, day.meaning.time == nil
    {
      var meaning = day.meaning
      (meaning.time, meaning.mod) = (part, mod)
      return (day.end, .time, meaning)
    }
    return ends(s, hours + 1) ? (hours + 1, .time, Meaning(.unsaid, time: part, mod: mod)) : nil
  }

  /// "early 1998", "late last week", "mid-June", "the late 1980s", "earlier this year", "later in the day", "late Monday night".
  static func early(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    let hasThe = s.isFunction(i, .the)
    if hasThe { j += 1 }
    if s.isFunction(j, .very) { j += 1 }
    guard s.has(j, .edge) else { return nil }
    let word = s.function(j)
    let mod = s[j].value == 0 ? "START" : s[j].value == 1 ? "END" : "MID"
    j += 1
    // "mid- to late 1990s"
    if s.kind(j) == .dash, s.isFunction(j + 1, .to) || s.isHyphen(j) && s.isFunction(j + 1, .to) {
      let k = s.isHyphen(j + 2) ? j + 3 : j + 2
      guard s.has(k, .edge) else { return nil }
      j = k + 1
    }
    if s.isHyphen(j) { j += 1 }
    if word == .earlier || word == .later || word == .early || word == .late, s.isFunction(j, .in), s.isFunction(j + 1, .the),
      s.has(j + 2, .unit),
      !s.has(j + 2, .plural), [.day, .week, .month, .quarter, .year].contains(s[j + 2].unit), s.endsPhrase(j + 3), !s.isFunction(j + 3, .of)
    {
      return (j + 3, .date, Meaning(.current(s[j + 2].unit), mod: word == .earlier ? nil : word == .later ? nil : mod))
    }
    if word == .mid || word == .middle, s.has(j, .part), let part = partValue(s, j) {
      return (j + 1, .time, Meaning(.unsaid, time: part, mod: "MID"))
    }
    if word == .mid, s.isFunction(j, .week) || s.isFunction(j, .year), !s.has(j, .plural) {
      return (j + 1, .date, Meaning(.current(s[j].unit), mod: "MID"))
    }
    guard let outer = calendar(s, j) ?? seasonOrPlain(s, j), !hasThe || isDecadeOrCentury(outer.meaning), outer.meaning.mod == nil else {
      return nil
    }
    var meaning = outer.meaning
    switch meaning.base {
    case .duration, .reference, .sameStretch: return nil
    case .context where word == .earlier || word == .later: break
    default: break
    }
    if word == .earlier || word == .later {
      switch meaning.base {
      case .unit, .day, .weekday, .context, .month, .season: break
      default: return nil
      }
    } else {
      meaning.mod = mod
    }
    return (outer.end, outer.kind, meaning)
  }

  private static func seasonOrPlain(_ s: TimexScanner, _ i: Int) -> Match? {
    guard s.has(i, .season), !s.isCapitalized(i + 1) else { return nil }
    return (i + 1, .date, Meaning(.season(Int(s[i].value), .unsaid)))
  }

  private static func isDecadeOrCentury(_ meaning: Meaning) -> Bool {
    if case .value(let value) = meaning.base { return value.utf8.count <= 3 }
    return false
  }

  // MARK: Times of day

  /// "10:30 a.m. EST", "10 a.m. Monday", "1430 GMT", "18:00 UTC", "five o'clock", "10.30pm".
  static func clock(_ s: TimexScanner, _ i: Int) -> Match? {
    if s.has(i, .numeral) {
      guard (1...12).contains(s[i].number), s.isFunction(i + 1, .clock) else { return nil }
      return afterClock(s, i + 2, Int(s[i].number), 0, nil, isTwelve: true)
    }
    guard !s.isPriced(i) else { return nil }
    if s.kind(i - 1) == .colon, s.isGlued(i - 1), s.kind(i - 2) == .number { return nil }
    if let hour = s.digits(i) {
      if hour.count == 4, hour.value <= 2400, hour.value % 100 < 60,
        s.has(i + 1, .zone) && isZone(s, i + 1) || s.isFunction(i + 1, .hour) && s.has(i + 1, .plural) && s.isFunction(i - 1, .at)
      {
        let utc = s[i + 1].value == 1 && s.has(i + 1, .zone)
        return joined(s, i + 2, .clock(hour: hour.value / 100, minute: hour.value % 100, second: nil, utc: utc))
      }
      guard hour.count <= 2, hour.value <= 24 else { return nil }
      if s.kind(i + 1) == .colon, s.isGlued(i), s.isGlued(i + 1), let minute = s.digits(i + 2), minute.count == 2, minute.value < 60 {
        if s.kind(i + 3) == .colon, s.isGlued(i + 2), s.isGlued(i + 3), let second = s.digits(i + 4), second.count == 2, second.value < 60 {
          return afterClock(s, i + 5, hour.value, minute.value, second.value, isTwelve: false)
        }
        return afterClock(s, i + 3, hour.value, minute.value, nil, isTwelve: false)
      }
      if s.isFunction(i + 1, .clock) { return afterClock(s, i + 2, hour.value, 0, nil, isTwelve: true) }
      guard isMeridiem(s, i + 1) else {
        // "5 in the morning"
        guard hour.value >= 1, hour.value <= 12, s.isFunction(i + 1, .in), s.isFunction(i + 2, .the), s.has(i + 3, .part),
          !s.has(i + 3, .plural),
          s[i + 3].value <= 3, s.isFunction(i - 1, .at) || s.isFunction(i - 1, .around)
        else { return nil }
        return (
          i + 4, .time,
          Meaning(.unsaid, time: .clock(hour: hour.value % 12 + (s[i + 3].value == 0 ? 0 : 12), minute: 0, second: nil, utc: false))
        )
      }
      return afterClock(s, i + 1, hour.value, 0, nil, isTwelve: false)
    }
    let parts = s.dotted(i)
    if parts.count == 2, parts[0].value <= 24, parts[0].count <= 2, parts[1].count == 2, parts[1].value < 60,
      isMeridiem(s, i + 1) || isZone(s, i + 1)
    {
      return afterClock(s, i + 1, parts[0].value, parts[1].value, nil, isTwelve: false)
    }
    return nil
  }

  private static let local = WordKey.of("local")

  private static func isMeridiem(_ s: TimexScanner, _ i: Int) -> Bool {
    if s.isFunction(i, .pm) { return true }
    guard s.isFunction(i, .am), let token = s.token(i) else { return false }
    return token.shape.contains(.dotted) || s.isGlued(i - 1) || token.shape.contains(.allCaps) || s.endsPhrase(i + 1)
      || s.has(i + 1, .weekday) || isZone(s, i + 1)
      || s.has(i + 1, .dayWord)
  }

  private static func isZone(_ s: TimexScanner, _ i: Int) -> Bool {
    guard s.has(i, .zone), let token = s.token(i) else { return false }
    return s[i].value == 3 ? token.isCapitalized : token.shape.contains(.allCaps) && token.span.count > 1
  }

  /// The rest of a clock time after its digits: a.m. or p.m., part of the day, zone, day.
  private static func afterClock(_ s: TimexScanner, _ i: Int, _ hour: Int, _ minute: Int, _ second: Int?, isTwelve: Bool) -> Match? {
    var j = i
    var hour = hour
    var isSure = isTwelve
    if isMeridiem(s, j) {
      guard hour <= 12, hour > 0 else { return nil }
      hour = hour % 12 + (s.isFunction(j, .pm) ? 12 : 0)
      isSure = true
      j += 1
    } else if s.isFunction(j, .in), s.isFunction(j + 1, .the), s.has(j + 2, .part), s[j + 2].value <= 2, !s.has(j + 2, .plural) {
      hour = hour % 12 + (s[j + 2].value == 0 ? 0 : 12)
      isSure = true
      j += 3
    } else if s.has(j, .part), isTwelve || hour <= 12, s[j].value <= 3, !s.has(j, .plural) {
      hour = hour % 12 + (s[j].value == 0 ? 0 : 12)
      j += 1
    }
    var utc = false
    let isOpen = s.kind(j) == .open
    if isZone(s, isOpen ? j + 1 : j), !isOpen || s.kind(j + 2) == .close || s.kind(j + 2) == .symbol {
      let zone = isOpen ? j + 1 : j
      if s[zone].value == 3 {
        var k = zone + 1
        if s.isWord(k), s.isCapitalized(k), !s.isFunction(k, .time), s.isFunction(k + 1, .time) { k += 1 }
        if s.isFunction(k, .time) { (j, isSure) = (k + 1, true) }
      } else {
        utc = s[zone].value == 1
        isSure = true
        j = zone + 1
        // "(GMT+8)", "GMT +8": the clock is not Greenwich's.
        if s.kind(j) == .symbol || s.kind(j) == .dash, s.digits(j + 1) != nil {
          utc = false
          j += 2
        }
        if isOpen, s.kind(j) == .close { j += 1 }
      }
    }
    if s.isWord(j), s.isFunction(j + 1, .time), s.tokens[j].key == local { isSure = true }
    if !isSure {
      // "14:30" after a word of time; never a score.
      guard
        [.at, .by, .until, .from, .since, .before, .after, .around, .between, .about].contains(s.function(i - 4 - (second == nil ? 0 : 2)))
          || s.has(j, .weekday) || s.has(j, .dayWord) || second != nil
      else { return nil }
    }
    return joined(s, j, .clock(hour: hour, minute: minute, second: second, utc: utc))
  }

  /// A time with the day that follows it at once: "10 a.m. Monday".
  private static func joined(_ s: TimexScanner, _ i: Int, _ time: Meaning.TimeOfDay) -> Match {
    let j = s.isComma(i) && s.has(i + 1, .weekday) ? i + 1 : i
    if s.has(j, .weekday) || s.has(j, .dayWord) || s.has(j, .month), let day = weekday(s, j) ?? dayWord(s, j) ?? monthWithDay(s, j),
      day.kind == .date
    {
      var meaning = day.meaning
      meaning.time = time
      return (day.end, .time, meaning)
    }
    return (i, .time, Meaning(.unsaid, time: time))
  }

  private static func monthWithDay(_ s: TimexScanner, _ i: Int) -> Match? {
    guard s.has(i, .month), let found = monthFirst(s, i), case .month(_, day: .some, _, _) = found.meaning.base else { return nil }
    return found
  }

  private static let dealings = WordList("trading\ntrade\ndealings\ndeals\nsession")

  /// "noon", "midnight Friday", "the morning", "the night" after a preposition.
  static func partOfDay(_ s: TimexScanner, _ i: Int) -> Match? {
    let hasThe = s.isFunction(i, .the)
    var j = hasThe ? i + 1 : i
    var mod: String?
    if s.has(j, .edge), s.has(j + 1, .part) || s.isHyphen(j + 1) && s.has(j + 2, .part) {
      mod = s[j].value == 0 ? "START" : s[j].value == 1 ? "END" : "MID"
      j += s.isHyphen(j + 1) ? 2 : 1
      if !hasThe, ![.in, .during, .by, .until, .since].contains(s.function(i - 1)) { return nil }
    }
    guard s.has(j, .part), !s.has(j, .plural), let part = partValue(s, j) else { return nil }
    if s.isCapitalized(j), !s.isSentenceStart(j) { return nil }
    // "in early afternoon trading"
    if s[j].value <= 1, !hasThe, s.isWord(j + 1), dealings.contains(s.tokens[j + 1]), [.in, .during, .by].contains(s.function(i - 1)) {
      return (j + 1, .time, Meaning(.unsaid, time: part, mod: mod))
    }
    switch s[j].value {
    case 4, 5:
      if hasThe || s.isHyphen(j + 1) { return nil }
      return joined(s, j + 1, part)
    case 6, 7:
      guard !hasThe, !s.isHyphen(j + 1) else { return nil }
      let found = joined(s, j + 1, part)
      if case .unsaid = found.meaning.base {
        guard [.at, .before, .after, .by, .until, .since, .around].contains(s.function(i - 1)), ends(s, j + 1) || s.isSentenceStart(i - 1)
        else {
          return nil
        }
      }
      return found
    case 0...3:
      guard hasThe || mod != nil, [.in, .during, .by, .through, .throughout, .for, .until, .over, .into].contains(s.function(i - 1)),
        ends(s, j + 1)
      else { return nil }
      return (j + 1, .time, Meaning(.unsaid, time: part, mod: mod))
    default: return nil
    }
  }
}
