/// The rules for lengths of time, repetitions and bare references.
extension TimexRules {
  /// A quantity with its unit, before anything is said about where it lies.
  struct Length {
    var end: Int
    var value: String
    /// Nil: vague.
    var amount: Double?
    var unit: TimeUnit
    var mod: String?
    var isHyphened = false
  }

  /// "about three years", "18 months", "five-year", "a week", "two and a half years", "one hour and 30 minutes", "two to three weeks".
  static func length(_ s: TimexScanner, _ i: Int, allowsFiller: Bool = true) -> Length? {
    var j = i
    var mod: String?
    if let found = s.approximation(j) {
      (mod, j) = (found.mod, found.end)
      if let second = s.approximation(j) { (mod, j) = (second.mod, second.end) }
    }
    if s.isFunction(j, .another) {
      j += 1
      if s.has(j, .unit), !s.has(j, .plural) { return single(s, j, mod) }
    }
    guard let length = exactLength(s, j, allowsFiller: allowsFiller) else { return nil }
    var result = length
    result.mod = mod ?? length.mod
    return result
  }

  private static func single(_ s: TimexScanner, _ unit: Int, _ mod: String?) -> Length? {
    let what = s[unit].unit
    guard what != .second, what != .quarter, what.rank >= TimeUnit.minute.rank, !s.isHyphen(unit + 1) else { return nil }
    return Length(end: unit + 1, value: what.duration(1), amount: 1, unit: what, mod: mod)
  }

  private static func exactLength(_ s: TimexScanner, _ i: Int, allowsFiller: Bool) -> Length? {
    // "a week", "an hour", "a full year", "a year and a half"
    if s.isFunction(i, .a) || s.isFunction(i, .an) {
      var j = i + 1
      if allowsFiller, s.has(j, .filler), s.has(j + 1, .unit), !s.isHyphen(j + 1) { j += 1 }
      if s.has(j, .unit), !s.has(j, .plural), let plain = single(s, j, nil) {
        if s.isFunction(plain.end, .and), s.isFunction(plain.end + 1, .a), s.isFunction(plain.end + 2, .half) {
          return Length(end: plain.end + 3, value: plain.unit.duration(1.5), amount: 1.5, unit: plain.unit)
        }
        // "a day or two", "a week or so"
        if s.isFunction(plain.end, .or), s.has(plain.end + 1, .numeral), s[plain.end + 1].number == 2, !s.isHyphen(plain.end + 2) {
          return Length(end: plain.end + 2, value: plain.unit.duration(2), amount: 2, unit: plain.unit)
        }
        if s.isFunction(plain.end, .or), s.isFunction(plain.end + 1, .so) {
          return Length(end: plain.end + 2, value: plain.value, amount: 1, unit: plain.unit, mod: "APPROX")
        }
        return extended(s, plain)
      }
      // "a half-hour", "a quarter-century", "a half century"
      if s.isFunction(j, .half), let unit = hyphenOrBlank(s, j + 1), s.has(unit, .unit), !s.has(unit, .plural) {
        return Length(end: unit + 1, value: s[unit].unit.duration(0.5), amount: 0.5, unit: s[unit].unit)
      }
      if s.isFunction(j, .quarter), let unit = hyphenOrBlank(s, j + 1), s.isFunction(unit, .century) {
        return Length(end: unit + 1, value: "P25Y", amount: 25, unit: .year)
      }
      if s.isFunction(j, .quarter), s.isFunction(j + 1, .of), s.isFunction(j + 2, .a), s.isFunction(j + 3, .century) {
        return Length(end: j + 4, value: "P25Y", amount: 25, unit: .year)
      }
    }
    guard var (amount, j) = s.quantity(i), !tellsAge(s, i) else { return nil }
    // "1996-97 school year" holds no 97 years.
    if s.has(i, .number), s.isHyphen(i - 1), s.has(i - 2, .number) { return nil }
    let first = amount
    // "three to five years", "two or three weeks", "24-48 hours"
    if s.isFunction(j, .to) || s.isFunction(j, .or) || s.isHyphen(j) && (s.has(j + 1, .number) || s.has(j + 1, .numeral)) {
      if let (upper, end) = s.quantity(j + 1), upper ?? 0 > first ?? 0, s.has(end, .unit) || s.isHyphen(end) && s.has(end + 1, .unit) {
        (amount, j) = (upper, end)
      }
    } else if s.isHyphen(j), s.isFunction(j + 1, .to), s.isHyphen(j + 2), let (upper, end) = s.quantity(j + 3), s.isHyphen(end) {
      (amount, j) = (upper, end)
    }
    if s.isHyphen(j) {
      guard s.has(j + 1, .unit), amount != nil || first == nil else { return nil }
      let unit = s[j + 1].unit
      var end = j + 2
      if s.isHyphen(end) {
        // "six-year-old" tells an age; "year-long" a length.
        guard !s.isFunction(end + 1, .old) else { return nil }
        if s.isFunction(end + 1, .long) { end += 2 } else if s.isFunction(end + 1, .and) { return nil }
      } else if s.isFunction(end, .old) {
        return nil
      }
      guard unit != .quarter || amount ?? 0 > 1, unit != .second || amount ?? 0 >= 1 else { return nil }
      return Length(end: end, value: unit.duration(amount), amount: amount, unit: unit, isHyphened: true)
    }
    var fillers = 0
    while allowsFiller, fillers < 2, s.has(j, .filler), !s.has(j, .unit) || s.has(j + 1, .unit) {
      j += 1
      fillers += 1
    }
    guard s.has(j, .unit), let token = s.token(j), token.isWord, !token.shape.contains(.allCaps) || token.span.count > 3 else { return nil }
    let unit = s[j].unit
    let isPlural = s.has(j, .plural)
    let isOne = amount == 1 || amount == 0.5
    if amount == nil, !isPlural { return nil }
    // Programmes: “48 Hours”, "60 Minutes".
    if s.isCapitalized(j), j == i + 1, s.has(i, .number), s.kind(i - 1) == .doubleQuote || amount == 60 && unit == .minute { return nil }
    if !isPlural, !isOne, amount ?? 0 < 1 { return nil }
    if unit == .second, !isPlural, isOne { return nil }
    // "2018 day five" counts no days.
    if !isPlural, amount ?? 0 > 999 { return nil }
    if unit == .quarter, isOne || !isPlural || amount == 3 && fillers == 0 && s.isFunction(j + 1, .of) { return nil }
    // "2 min" and the like need digits; "one night" is a night.
    if token.span.count <= 3, unit.rank < TimeUnit.day.rank, !s.has(i, .number) { return nil }
    if s.isFunction(j + 1, .old) || s.isHyphen(j + 1) && s.isFunction(j + 2, .old) { return nil }
    if !isPlural, s.isHyphen(j + 1), !s.isFunction(j + 2, .long) { return nil }
    var end = j + 1
    if s.isHyphen(end), s.isFunction(end + 1, .long) { end += 2 }
    if isOne, s.isFunction(end, .and), s.isFunction(end + 1, .a), s.isFunction(end + 2, .half) {
      return Length(end: end + 3, value: unit.duration(1.5), amount: 1.5, unit: unit)
    }
    return extended(s, Length(end: end, value: unit.duration(amount), amount: amount, unit: unit))
  }

  /// "aged 12 years", "ages 8 to 10 years".
  private static func tellsAge(_ s: TimexScanner, _ i: Int) -> Bool {
    let isUpper = (s.isFunction(i - 1, .to) || s.isHyphen(i - 1)) && s.has(i - 2, .number)
    let word = isUpper ? i - 3 : i - 1
    return s.isWord(word) && ageWords.contains(s.tokens[word])
  }

  private static let ageWords = WordList("aged\nage\nages")

  private static func hyphenOrBlank(_ s: TimexScanner, _ i: Int) -> Int? { s.isHyphen(i) ? i + 1 : i }

  /// "two years and three months", "1 hour, 30 minutes": a second length of the next smaller kind.
  private static func extended(_ s: TimexScanner, _ length: Length) -> Length {
    guard let amount = length.amount, !length.isHyphened else { return length }
    var j = length.end
    if s.isComma(j) { j += 1 }
    if s.isFunction(j, .and) { j += 1 }
    guard s.has(j, .number) || s.has(j, .numeral), let (second, k) = s.quantity(j), let second, s.has(k, .unit),
      s.has(k, .plural) || second == 1
    else {
      return length
    }
    let smaller = s[k].unit
    let isNext: Bool =
      switch (length.unit, smaller) {
      case (.year, .month), (.month, .day), (.week, .day), (.day, .hour), (.hour, .minute), (.minute, .second), (.month, .week): true
      default: false
      }
    guard isNext, !s.isFunction(k + 1, .old) else { return length }
    let a = length.unit.duration(amount)
    let b = smaller.duration(second)
    let isTime = b.utf8.dropFirst().first == 0x54
    let tail = isTime && a.utf8.dropFirst().first == 0x54 ? b.dropFirst(2) : b.dropFirst(1)
    return Length(end: k + 1, value: a + tail, amount: amount, unit: length.unit)
  }

  /// "two years", "nearly five months", "27-year", "half an hour".
  static func duration(_ s: TimexScanner, _ i: Int) -> Match? {
    if let found = whole(s, i) { return found }
    guard let found = length(s, i) else { return nil }
    return (found.end, .duration, Meaning(.duration(found.value), mod: found.mod))
  }

  /// "all day", "the whole year", "the entire week".
  private static func whole(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    if s.isFunction(i, .the), s.isFunction(i + 1, .whole) || s.isFunction(i + 1, .entire) {
      j = i + 2
    } else if s.isFunction(i, .all) {
      j = i + 1
    } else {
      return nil
    }
    guard s.has(j, .unit), !s.has(j, .plural), [.day, .week, .month, .year].contains(s[j].unit), !s.isHyphen(j + 1), s.endsPhrase(j + 1)
    else { return nil }
    return (j + 1, .duration, Meaning(.duration(s[j].unit.duration(1))))
  }

  /// "two years ago", "three days later", "a year earlier", "six months from now", "years ago".
  static func agoLater(_ s: TimexScanner, _ i: Int) -> Match? {
    let amount: Double?
    let unit: TimeUnit
    var mod: String?
    var j: Int
    if s.has(i, .unit), s.has(i, .plural), !s.has(i, .number) {
      (amount, unit, j) = (nil, s[i].unit, i + 1)
    } else {
      guard let found = length(s, i), !found.isHyphened else { return nil }
      (amount, unit, mod, j) = (found.amount, found.unit, found.mod, found.end)
    }
    if mod == "LESS_THAN" || mod == "MORE_THAN" { mod = mod == "LESS_THAN" ? "AFTER" : "BEFORE" }
    switch s.function(j) {
    case .ago:
      guard let token = s.token(j), token.span.count == 3 else { return nil }
      guard let amount, amount < 5000 else { return (j + 1, .date, Meaning(.reference("PAST_REF"))) }
      return (j + 1, .date, Meaning(.fromNow(-amount, unit), mod: mod))
    case .earlier:
      guard !s.isFunction(j + 1, .than), !s.isHyphen(j + 1) else { return nil }
      guard let amount else { return (j + 1, .date, Meaning(.reference("PAST_REF"))) }
      return (j + 1, .date, Meaning(.fromContext(-amount, unit), mod: mod))
    case .later:
      guard !s.isFunction(j + 1, .than) else { return nil }
      guard let amount else { return (j + 1, .date, Meaning(.reference("FUTURE_REF"))) }
      return (j + 1, .date, Meaning(.fromContext(amount, unit), mod: mod))
    case .before where amount != nil && amount != 1:
      // "two years before." at the end of a phrase
      guard s.token(j + 1).map({ $0.kind != .word && $0.kind != .number && $0.kind != .open }) ?? true, let amount else { return nil }
      return (j + 1, .date, Meaning(.fromContext(-amount, unit), mod: mod))
    case .from where s.isFunction(j + 1, .now) || s.isFunction(j + 1, .today):
      guard let amount else { return (j + 2, .date, Meaning(.reference("FUTURE_REF"))) }
      return (j + 2, .date, Meaning(.fromNow(amount, unit), mod: mod))
    default: return nil
    }
  }

  /// "the three months to June", "the year to March 31", "the half-year to the end of June": what ends with that month or day. Weeks end
  /// with a day.
  static func stretchTo(_ s: TimexScanner, _ i: Int) -> Match? {
    let hasThe = s.isFunction(i, .the)
    var j = hasThe ? i + 1 : i
    guard hasThe || [.in, .over, .during, .for].contains(s.function(i - 1)) else { return nil }
    if s.isFunction(j, .fiscal) || s.isFunction(j, .financial) { j += 1 }
    let count: Int
    var unit = TimeUnit.month
    if hasThe, s.isFunction(j, .half) {
      (count, j) = (6, s.isHyphen(j + 1) ? j + 3 : s.isFunction(j + 1, .year) ? j + 2 : j + 1)
    } else if hasThe, s.has(j, .unit), !s.has(j, .plural), s[j].unit == .year || s[j].unit == .quarter {
      (count, j) = (s[j].unit == .year ? 12 : 3, j + 1)
    } else if hasThe, s.isFunction(j, .week), !s.has(j, .plural) {
      (count, unit, j) = (1, .week, j + 1)
    } else if let (amount, end) = s.quantity(j), let amount, (2...60).contains(amount), amount == amount.rounded(), s.has(end, .unit),
      s.has(end, .plural), s[end].unit == .month || s[end].unit == .week
    {
      (count, unit, j) = (Int(amount), s[end].unit, end + 1)
    } else {
      return nil
    }
    guard s.isFunction(j, .to) else { return nil }
    j += 1
    if s.isFunction(j, .the), s.isFunction(j + 1, .end) { j += 1 }
    if s.isFunction(j, .end) { j += 1 }
    if s.isFunction(j, .of) || s.isHyphen(j) { j += 1 }
    guard s.has(j, .month) || s.has(j, .number), let end = s.has(j, .month) ? monthFirst(s, j) : dayFirst(s, j), end.kind == .date,
      case .month(let month, let day, nil, let year) = end.meaning.base, unit == .month || day != nil
    else { return nil }
    return (end.end, .date, Meaning(.stretchTo(count, unit, month: month, day: day, year)))
  }

  /// "the past two years", "the next six months", "last three weeks", "the first nine months", "the past few days".
  static func shiftedDuration(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    if s.isFunction(i, .the) || s.isFunction(i, .these) || s.isFunction(i, .those) { j += 1 }
    if s.isFunction(j, .these) || s.isFunction(j, .this), s.has(j + 1, .shift) { j += 1 }
    guard s.has(j, .shift) else {
      // "in the days before the vote", "over the weeks since"
      if s.isFunction(i, .the), s.has(j, .unit), s.has(j, .plural), s[j].unit.rank >= TimeUnit.day.rank,
        [.in, .during, .over, .for, .within].contains(s.function(i - 1)),
        [.before, .after, .since, .following].contains(s.function(j + 1)) || s.isWord(j + 1) && leaders.contains(s.tokens[j + 1])
      {
        return (j + 1, .duration, Meaning(.duration(s[j].unit.duration(nil))))
      }
      // "the two years", "these three days"
      guard j > i, s.has(j, .numeral) || s.has(j, .number), let found = length(s, j), !found.isHyphened, found.amount ?? 0 > 1 else {
        return nil
      }
      return (found.end, .duration, Meaning(.duration(found.value)))
    }
    guard !s.isFunction(j, .that), !s.isFunction(j, .this) else { return nil }
    j += 1
    guard let found = length(s, j), !found.isHyphened, !s.isFunction(j, .a), !s.isFunction(j, .an) else { return nil }
    var end = found.end
    // "the first nine months of 1998", "the last two weeks of the year"
    if s.isFunction(end, .of), let outer = calendar(s, end + 1), outer.kind == .date {
      switch outer.meaning.base {
      case .year, .unit, .month(_, day: nil, _, _), .quarter, .half, .fiscalYear: end = outer.end
      default: break
      }
    }
    return (end, .duration, Meaning(.duration(found.value), mod: found.mod))
  }

  /// "years", "for decades", "weeks of talks", "yearlong", "day-long", "years-long".
  static func plainUnits(_ s: TimexScanner, _ i: Int) -> Match? {
    if s.has(i, .lasting) {
      let unit = TimeUnit(rawValue: UInt8(truncatingIfNeeded: s[i].value)) ?? .day
      return (i + 1, .duration, Meaning(.duration(unit.duration(1))))
    }
    let unit = s[i].unit
    // "over weekend phone talks", "weekend clashes"; not "a weekend house"
    if unit == .weekend, !s.has(i, .plural), !s.isHyphen(i + 1), !s.isCapitalized(i) || s.isSentenceStart(i) {
      let follows = s.isFunction(i - 1, .over) || s.isFunction(i - 1, .during)
      guard follows || !s.isFunction(i - 1, .a) && s.isWord(i + 1) && weekendEvents.contains(s.tokens[i + 1]) else { return nil }
      return (i + 1, .date, Meaning(.weekend(nil)))
    }
    if s.isHyphen(i + 1), s.isFunction(i + 2, .long) {
      guard !s.isHyphen(i - 1), unit.rank >= TimeUnit.hour.rank else { return nil }
      return (i + 3, .duration, Meaning(.duration(unit.duration(s.has(i, .plural) ? nil : 1))))
    }
    guard s.has(i, .plural), !s.isHyphen(i + 1), !s.isHyphen(i - 1), unit != .quarter,
      unit != .second || s.isFunction(i - 1, .in) || s.isFunction(i - 1, .within),
      unit != .weekend, unit != .night
    else { return nil }
    if s.isCapitalized(i), !s.isSentenceStart(i) { return nil }
    if s.isFunction(i + 1, .old) { return nil }
    let isOpen = s.isSentenceStart(i) || s.kind(i - 1) == .comma || s.kind(i - 1) == .dash || s.kind(i - 1) == .doubleQuote
    let before = s.function(i - 1)
    // "over the years"
    if before == .the, s.isFunction(i - 2, .over), unit.rank >= TimeUnit.year.rank {
      return (i + 1, .duration, Meaning(.duration(unit.duration(nil))))
    }
    let isTaken = s.isWord(i - 1) && takers.contains(s.tokens[i - 1])
    let follows =
      [.for, .in, .over, .after, .within, .by, .through, .until, .and, .or, .before, .than, .just, .only, .of].contains(before)
      || isTaken
    guard isOpen || follows, before != .and || s.has(i - 2, .unit), before != .or || s.has(i - 2, .unit) else { return nil }
    if before == .of, s.isWord(i - 2), !ofLengths.contains(s.tokens[i - 2]) { return nil }
    if before == .by, !s.endsPhrase(i + 1) { return nil }
    if unit.rank < TimeUnit.day.rank, before != .for, before != .in, before != .within, before != .after, before != .over,
      !isTaken, !isOpen || !s.endsPhrase(i + 1), before != .just
    {
      return nil
    }
    if isOpen, !s.isFunction(i + 1, .of), !s.isFunction(i + 1, .after), !s.isFunction(i + 1, .before) { return nil }
    return (i + 1, .duration, Meaning(.duration(unit.duration(nil))))
  }

  private static let weekendEvents = WordList(
    """
    # Nouns of what happens once: before them "weekend" means a certain one.
    talks
    meeting
    meetings
    summit
    vote
    election
    elections
    referendum
    violence
    clashes
    attack
    attacks
    raid
    raids
    protest
    protests
    rally
    rallies
    discussions
    negotiations
    visit
    shooting
    shootings
    bombing
    bombings
    strikes
    riots
    """)

  private static let leaders = WordList("leading\npreceding\nrunning")

  private static let takers = WordList(
    """
    # Verbs and adverbs before a bare plural unit: "took years", "lasted weeks".
    take
    takes
    took
    taken
    taking
    last
    lasted
    lasts
    spend
    spent
    spending
    wait
    waited
    waiting
    require
    required
    requires
    mere
    """)

  private static let ofLengths = WordList(
    """
    # "… of years": after these the plural is a length.
    end
    course
    period
    couple
    result
    despite
    because
    """)

  /// "15 a year", "$5 a day", "twice a week", "per year", "three times a month".
  static func rate(_ s: TimexScanner, _ i: Int) -> Match? {
    var j = i
    var freq: String?
    if s.isFunction(i, .once) {
      (freq, j) = ("1X", i + 1)
    } else if s.isFunction(i, .twice) {
      (freq, j) = ("2X", i + 1)
    } else if s.has(i, .numeral)
      || s.has(i, .number), s.isFunction(i + 1, .times), let amount = s.quantity(i)?.amount
    {
      (freq, j) = (ISO.decimal(amount) + "X", i + 2)
    }
    guard
      s.isFunction(j, .a) || s.isFunction(j, .an) || s.isFunction(j, .per)
        || freq != nil && (s.isFunction(j, .every) || s.isFunction(j, .each)), s.has(j + 1, .unit), !s.has(j + 1, .plural),
      !s.isHyphen(j + 2)
    else { return nil }
    let unit = s[j + 1].unit
    guard unit.rank >= TimeUnit.day.rank || unit == .hour && s.isFunction(j, .an) && !(s.isWord(j - 1) && speeds.contains(s.tokens[j - 1])),
      unit != .quarter || s.isFunction(j, .per)
    else { return nil }
    if [.ago, .earlier, .later, .before, .after].contains(s.function(j + 2)) { return nil }
    if freq == nil, !s.isFunction(j, .per) {
      guard followsAmount(s, j) else { return nil }
    }
    return (j + 2, .set, Meaning(.set(unit.duration(1)), quant: "EVERY", freq: freq))
  }

  private static let speeds = WordList("mile\nmiles\nkilometers\nkilometres\nkm\nknots")

  /// Whether what stands right before "a year" is an amount: "15", "5 percent", "$5", "3 million barrels", "40 hours".
  private static func followsAmount(_ s: TimexScanner, _ i: Int) -> Bool {
    var j = i - 1
    if s.has(j, .number) || s.has(j, .numeral) || s.isFunction(j, .percent) || s.kind(j) == .symbol || s.isFunction(j, .times)
      || s.isFunction(j, .once)
    {
      return true
    }
    // "half a pound a week"
    if s.isWord(j), s.isFunction(j - 1, .a) || s.isFunction(j - 1, .an) || s.isFunction(j - 1, .half), s.function(j) == .none {
      return true
    }
    var words = 0
    while words < 4, s.isWord(j), !s.has(j, .preposition) || s.isFunction(j, .of) || s.isFunction(j, .than), s.function(j) != .the,
      s.function(j) != .is, s.function(j) != .was
    {
      if s.has(j, .numeral) || s.has(j, .vague) { return true }
      if words == 0, let token = s.token(j), s.document.bytes[Int(token.end) - 1] | 0x20 != 0x73 { return false }
      j -= 1
      words += 1
    }
    return words > 0 && (s.has(j, .number) || s.kind(j) == .symbol || s.isFunction(j, .percent))
  }

  /// "every day", "each year", "every other week", "every two years", "every Sunday".
  static func every(_ s: TimexScanner, _ i: Int) -> Match? {
    guard s.isFunction(i, .every) || s.isFunction(i, .each) else { return nil }
    let quant = s.isFunction(i, .every) ? "EVERY" : "EACH"
    var j = i + 1
    var amount: Double? = 1
    if s.isFunction(j, .other) {
      (amount, j) = (2, j + 1)
    } else if let (found, end) = s.quantity(j), s.has(end, .unit) {
      (amount, j) = (found, end)
    }
    if s.isFunction(j, .few) { (amount, j) = (nil, j + 1) }
    if s.has(j, .filler), s.has(j + 1, .unit) { j += 1 }
    if s.has(j, .weekday), s.isCapitalized(j), !s.has(j, .short) {
      var value = "XXXX-WXX-" + String(s[j].value)
      if s.has(j + 1, .part), s[j + 1].value <= 3 { value += "T" + parts[Int(s[j + 1].value)] }
      return (s.has(j + 1, .part) ? j + 2 : j + 1, .set, Meaning(.set(value), quant: quant))
    }
    if s.has(j, .month), s.isCapitalized(j), !s.has(j, .short) {
      return (j + 1, .set, Meaning(.set("XXXX-" + ISO.padded(Int(s[j].value), 2)), quant: quant))
    }
    if s.has(j, .season) { return (j + 1, .set, Meaning(.set("XXXX-" + seasons[Int(s[j].value)]), quant: quant)) }
    if s.has(j, .part), s[j].value <= 3 { return (j + 1, .set, Meaning(.set("XXXX-XX-XXT" + parts[Int(s[j].value)]), quant: quant)) }
    guard s.has(j, .unit), !s.isHyphen(j + 1) else { return nil }
    if s[j].unit == .weekend { return (j + 1, .set, Meaning(.set("XXXX-WXX-WE"), quant: quant)) }
    if s[j].unit == .second, amount == 1 { return nil }
    return (j + 1, .set, Meaning(.set(s[j].unit.duration(amount)), quant: quant))
  }

  static let parts = ["MO", "AF", "EV", "NI"]
  static let seasons = ["SP", "SU", "FA", "WI"]

  /// "daily", "annual", "weekly", "Mondays", "weekends", "weeknights", "nightly".
  static func repeating(_ s: TimexScanner, _ i: Int) -> Match? {
    // "Sunday nights"
    if s.has(i, .weekday), !s.has(i, .plural), !s.has(i, .short), s.isCapitalized(i), s.has(i + 1, .part), s.has(i + 1, .plural),
      !s.isCapitalized(i + 1)
    {
      return (i + 2, .set, Meaning(.set("XXXX-WXX-" + String(s[i].value) + "T" + parts[Int(s[i + 1].value)])))
    }
    if s.has(i, .weekday), s.has(i, .plural), s.isCapitalized(i) {
      return (i + 1, .set, Meaning(.set("XXXX-WXX-" + String(s[i].value))))
    }
    if s.has(i, .plural) {
      if s.has(i, .unit), s[i].unit == .weekend, s.isFunction(i - 1, .on) { return (i + 1, .set, Meaning(.set("XXXX-WXX-WE"))) }
      return nil
    }
    guard s.has(i, .repeating), !s.isHyphen(i + 1) || s.has(i, .repeating) && !s.isHyphen(i - 1) else { return nil }
    // "the Daily Mail", "the Weekly Standard", "Annual Report"
    if s.isCapitalized(i), !s.isSentenceStart(i) || s.isWord(i + 1) && s.isCapitalized(i + 1) { return nil }
    if s.isHyphen(i - 1) {
      // "twice-weekly", "semi-annual"
      guard !s.isFunction(i - 2, .twice), !s.isFunction(i - 2, .once) else { return nil }
      if s.isWord(i - 2), halves.contains(s.tokens[i - 2]) { return nil }
    }
    switch s[i].value {
    case 20: return (i + 1, .set, Meaning(.set("P6M")))
    case 21: return (i + 1, .set, Meaning(.set("P2M")))
    case 22: return (i + 1, .set, Meaning(.set("P2Y")))
    case 23: return (i + 1, .set, Meaning(.set("XXXX-WXX-XTNI")))
    default:
      let unit = TimeUnit(rawValue: UInt8(truncatingIfNeeded: s[i].value)) ?? .day
      return (i + 1, .set, Meaning(.set(unit == .night ? "XXXX-XX-XXTNI" : unit.duration(1))))
    }
  }

  private static let halves = WordList("bi\nsemi\nmid\nnon")

  /// "now", "currently", "recently", "soon", "the future", "the past", "the moment", "these days", "long ago", "the time being".
  static func reference(_ s: TimexScanner, _ i: Int) -> Match? {
    func found(_ end: Int, _ value: String) -> Match { (end, .date, Meaning(.reference(value))) }
    switch s.function(i) {
    case .now:
      guard !s.isHyphen(i + 1), !s.isHyphen(i - 1), !s.isFunction(i + 1, .that), !(s.token(i)?.shape.contains(.allCaps) ?? false) else {
        return nil
      }
      return found(i + 1, "PRESENT_REF")
    case .the:
      var j = i + 1
      if s.isFunction(j, .time), s.isFunction(j + 1, .being) { return found(j + 2, "PRESENT_REF") }
      if s.isFunction(j, .moment), s.isFunction(i - 1, .at) || s.isFunction(i - 1, .for), s.endsPhrase(j + 1), !s.isFunction(j + 1, .of) {
        return found(j + 1, "PRESENT_REF")
      }
      if s.isFunction(j, .present), s.endsPhrase(j + 1) { return found(j + 1, "PRESENT_REF") }
      // "was abroad at the time", not "at the time of the crash"
      if s.isFunction(j, .time), s.isFunction(i - 1, .at), TimexRules.ends(s, j + 1) { return found(j + 1, "PAST_REF") }
      let isAdjective = [.near, .foreseeable, .distant, .recent].contains(s.function(j))
      if isAdjective { j += 1 }
      if isAdjective, s.isFunction(j, .term), !s.isFunction(j - 1, .recent) { return found(j + 1, "FUTURE_REF") }
      if s.isFunction(j, .future), isAdjective || s.endsPhrase(j + 1) && !s.isFunction(j + 1, .of) || s.isFunction(i - 1, .in) {
        return found(j + 1, "FUTURE_REF")
      }
      if s.isFunction(j, .past), isAdjective || s.endsPhrase(j + 1) { return found(j + 1, "PAST_REF") }
      return nil
    case .these where s.isFunction(i + 1, .day) && s.has(i + 1, .plural): return found(i + 2, "PRESENT_REF")
    case .long where s.isFunction(i + 1, .ago): return found(i + 2, "PAST_REF")
    case .present where s.isFunction(i - 1, .at): return found(i + 1, "PRESENT_REF")
    case .more where s.isWord(i + 1) && s.has(i + 1, .reference) && !s.isFunction(i + 1, .recent) && s[i + 1].value == 1:
      return found(i + 2, "PAST_REF")
    case .recent:
      return s.isFunction(i - 1, .most) || s.isFunction(i - 1, .more) || s.isCapitalized(i) && !s.isSentenceStart(i)
        ? nil : found(i + 1, "PAST_REF")
    case .current:
      guard !s.isCapitalized(i) || s.isSentenceStart(i), !s.isHyphen(i + 1), s.isWord(i + 1) else { return nil }
      return found(i + 1, "PRESENT_REF")
    default: break
    }
    guard s.has(i, .reference), !s.isHyphen(i + 1), !s.isHyphen(i - 1) else { return nil }
    switch s[i].value {
    case 0: return found(i + 1, "PRESENT_REF")
    case 1: return s.isFunction(i, .recent) ? nil : found(i + 1, "PAST_REF")
    default:
      // "as soon as" is no time.
      guard !s.isFunction(i - 1, .as), !s.isFunction(i - 1, .so), !s.isFunction(i - 1, .than), !s.isFunction(i + 1, .as) else { return nil }
      return found(i + 1, "FUTURE_REF")
    }
  }
}
