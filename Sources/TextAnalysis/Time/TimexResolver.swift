/// Turns what expressions mean into values: anchors them to the day of publication or to an earlier expression.
struct TimexResolver {
  /// A resolved date that later expressions can refer back to.
  struct Antecedent {
    var unit: TimeUnit
    /// Its first day.
    var day: CalendarDate
    var span: TextSpan
    var sentence: Int
    /// Half-years are told apart from months.
    var isHalf = false
  }

  let reference: CalendarDate?
  let document: Document
  private let tenses: TenseReader
  private let scanner: TimexScanner
  private var antecedents: [Antecedent] = []
  /// Where the last expression ended that lies ahead though its verb does not: "ordered to close by 10 p.m. on Friday".
  private var ahead: (end: Int, tense: ClauseTense)?

  init(document: Document, scanner: TimexScanner, reference: CalendarDate?) {
    self.document = document
    self.scanner = scanner
    self.reference = reference
    tenses = TenseReader(document)
  }

  private struct Resolved {
    var value: String
    var unit: TimeUnit?
    var day: CalendarDate?
    var anchor: Timex.Anchor = .none
    var reason: String?
    var isHalf = false

    init(
      _ value: String, _ unit: TimeUnit? = nil, _ day: CalendarDate? = nil, anchor: Timex.Anchor = .none, reason: String? = nil,
      isHalf: Bool = false
    ) {
      self.value = value
      self.unit = unit
      self.day = day
      self.anchor = anchor
      self.reason = reason
      self.isHalf = isHalf
    }
  }

  /// Where an expression stands.
  private struct Place {
    var tokens: Range<Int>
    var sentence: Int
    var tense: ClauseTense?
    /// Year of the expression that ends the same range or enumeration: "between June and September 1998".
    var neighbour: Int?
    /// The weekday that ends the same stretch: "from Monday to Thursday".
    var lastWeekday: Int?
  }

  /// "the quarter ended Sept. 30" is the quarter of that day.
  private func endedQuarter(_ candidate: TimexCandidate, _ next: TimexCandidate?) -> Meaning? {
    guard case .current(.quarter) = candidate.meaning.base, let next, next.tokens.lowerBound == candidate.tokens.upperBound + 1,
      case .month(let month, day: .some, _, let year) = next.meaning.base
    else { return nil }
    return Meaning(.quarter((month - 1) / 3 + 1, year, fiscal: false))
  }

  mutating func resolve(_ candidate: TimexCandidate, sentence: Int, next: TimexCandidate?) -> Timex {
    let range = document.sentences[sentence].tokens
    var tense = tenses.tense(around: candidate.tokens, in: range)
    if let event = tenses.pastEvent(of: candidate.tokens, in: range) {
      tense = ClauseTense(tense: .past, cue: event, isVerb: false)
    } else if let comparison = tenses.comparison(with: candidate.tokens, in: range),
      comparison.isSure || isNearerBehind(candidate.meaning)
    {
      tense = ClauseTense(tense: .past, cue: comparison.cue, isVerb: false)
    } else if tenses.isDeadline(candidate.tokens, in: range) || tenses.isMoved(candidate.tokens, in: range) {
      tense = ClauseTense(
        tense: .future, cue: candidate.tokens.lowerBound - 1, isFormerPlan: tenses.isFormerDeadline(candidate.tokens, in: range))
      ahead = tense.map { (candidate.tokens.upperBound, $0) }
    } else if tense?.tense != .future, let lead = tenses.isAhead(candidate.tokens, in: range), !isJustOver(candidate.meaning) {
      tense = ClauseTense(tense: .future, cue: lead)
    } else if tense?.tense != .future, let plan = tenses.plan(candidate.tokens, in: range), !plan.isStart || mayStart(candidate.meaning) {
      tense = ClauseTense(tense: .future, cue: plan.cue)
      ahead = tense.map { (candidate.tokens.upperBound, $0) }
    } else if let ahead, range.contains(ahead.end), ahead.end <= candidate.tokens.lowerBound,
      document.tokens[ahead.end..<candidate.tokens.lowerBound].allSatisfy({ $0.kind == .comma || $0.key == Self.on }),
      case .weekday = candidate.meaning.base
    {
      tense = ahead.tense
    }
    let place = Place(
      tokens: candidate.tokens, sentence: sentence, tense: tense, neighbour: neighbourYear(candidate, next),
      lastWeekday: lastWeekday(candidate, next, in: range))
    let span = document.span(ofTokens: candidate.tokens)
    var kind = candidate.kind
    var meaning = endedQuarter(candidate, next) ?? candidate.meaning
    var context: (antecedent: Antecedent, reason: String)?
    if case .context(let offset) = meaning.base.year {
      if let found = antecedent(for: .year, place) {
        let side = offset == 0 ? "of" : offset < 0 ? "before" : "after"
        context = (found, "the year \(side) “\(document.string(found.span))”")
        meaning.base = meaning.base.of(.year(found.day.year + offset))
      } else {
        meaning.base = unnamedYear(meaning.base, offset)
      }
    } else if case .contextOccurrence(let offset) = meaning.base.year {
      if case .month(let month, _, _, _) = meaning.base, let found = antecedent(for: .year, place) {
        // Of a year nothing says where in it.
        let isInside = found.unit != .year && (offset > 0 ? month > found.day.month : month < found.day.month)
        context = (found, "the \(Self.months[month - 1]) \(offset < 0 ? "before" : "after") “\(document.string(found.span))”")
        meaning.base = meaning.base.of(.year(found.day.year + (isInside ? 0 : offset)))
      } else {
        meaning.base = meaning.base.of(.occurrence(offset))
      }
    }
    var resolved = anchor(meaning, place)
    if let context { (resolved.anchor, resolved.reason) = (.expression(context.antecedent.span), context.reason) }
    if let time = candidate.meaning.time {
      resolved.value = timed(resolved, time, place)
      kind = .time
    }
    if let unit = resolved.unit, let day = resolved.day, isAnchor(candidate, unit) {
      antecedents.append(Antecedent(unit: unit, day: day, span: span, sentence: sentence, isHalf: resolved.isHalf))
      if antecedents.count > 64 { antecedents.removeFirst(32) }
    }
    let dates = kind == .date || kind == .time
    return Timex(
      span: span, kind: kind, value: resolved.value, mod: candidate.meaning.mod, quant: candidate.meaning.quant,
      freq: candidate.meaning.freq,
      rule: "\(candidate.rule)", anchor: resolved.anchor, reason: resolved.reason, tense: tense?.tense,
      cue: tense.map { document.tokens[$0.cue].span }, isReportingDay: dates && tenses.datesReporting(candidate.tokens, in: range),
      sentence: sentence)
  }

  /// "June of that year" where no year was named; "the previous year" is that before publication.
  private func unnamedYear(_ base: Meaning.Base, _ offset: Int) -> Meaning.Base {
    switch base {
    case _ where offset != 0: base.of(.offset(offset))
    case .month(let month, let day, _, _): .value("XXXX-" + ISO.padded(month, 2) + (day.map { "-" + ISO.padded($0, 2) } ?? ""))
    // "That summer", with nothing before it, is the nearest.
    case .season: base.of(.occurrence(0))
    default: .value("XXXX")
    }
  }

  /// Whether what was planned to start then lies ahead: a weekday, if it was not yesterday's. A day of a month is the nearest.
  private func mayStart(_ meaning: Meaning) -> Bool {
    guard let reference, case .weekday(let weekday, nil, nil) = meaning.base else { return false }
    return reference.adding(days: -1).isoWeekday != weekday
  }

  /// A weekday or month that was there a moment ago: "Ahead of Sunday’s vote he had …" may be told on Monday.
  private func isJustOver(_ meaning: Meaning) -> Bool {
    guard let reference else { return false }
    switch meaning.base {
    case .weekday(let weekday, nil, nil): return (1...2).contains((reference.isoWeekday - weekday + 7) % 7)
    case .month(let month, nil, _, .unsaid): return (1...2).contains((reference.month - month + 12) % 12)
    default: return true
    }
  }

  private func isNearerBehind(_ meaning: Meaning) -> Bool {
    guard let reference, case .month(let month, _, _, .unsaid) = meaning.base else { return false }
    return (reference.month - month + 12) % 12 < 6
  }

  /// Background ("since 2003") does not anchor what follows.
  private func isAnchor(_ candidate: TimexCandidate, _ unit: TimeUnit) -> Bool {
    guard unit.rank <= TimeUnit.year.rank else { return false }
    return !scanner.isSince(candidate.tokens.lowerBound - 1, document) || unit.rank <= TimeUnit.day.rank
  }

  private func neighbourYear(_ candidate: TimexCandidate, _ next: TimexCandidate?) -> Int? {
    guard case .month(let month, _, _, .unsaid) = candidate.meaning.base, let next,
      case .month(let other, _, _, .year(let year)) = next.meaning.base,
      next.tokens.lowerBound - candidate.tokens.upperBound <= 2
    else { return nil }
    return month <= other ? year : year - 1
  }

  private func lastWeekday(_ candidate: TimexCandidate, _ next: TimexCandidate?, in sentence: Range<Int>) -> Int? {
    guard let next, case .weekday(let last, nil, nil) = next.meaning.base,
      next.tokens.lowerBound == candidate.tokens.upperBound + 1, Self.stretching.contains(document.tokens[candidate.tokens.upperBound]),
      !tenses.isMoved(next.tokens, in: sentence)
    else { return nil }
    return last
  }

  private static let on = WordKey.of("on")
  private static let stretching = WordList("to\nthrough\nuntil\ntill")

  // MARK: Publication day

  private var day: Timex.Anchor { reference == nil ? .none : .publication }

  private func tenseWords(_ place: Place) -> String {
    guard let tense = place.tense else { return "" }
    let word = document.string(document.tokens[tense.cue])
    switch tense.tense {
    case .past where word == "since" || !tense.isVerb: return ""
    case .past: return ", past tense “\(word)”"
    case .present: return ""
    case .future: return ", future “\(word)”"
    }
  }

  private func isFuture(_ place: Place) -> Bool {
    if place.tense?.tense == .future { return true }
    return place.tense?.tense != .past && scanner.looksAhead(place.tokens.lowerBound - 1, document)
  }

  // MARK: Anchoring

  private func anchor(_ meaning: Meaning, _ place: Place) -> Resolved {
    switch meaning.base {
    case .unsaid: return unsaidDay(place)
    case .value(let value):
      guard let date = CalendarDate(iso: value) else { return Resolved(value) }
      return Resolved(value, .day, date)
    case .year(let year):
      return Resolved(ISO.padded(year, 4), .year, CalendarDate(year: year, month: 1, day: 1))
    case .month(let month, let day, let through, let year): return self.month(month, day, through, year, place)
    case .stretchTo(let count, let unit, let month, let day, let year):
      return stretch(of: count, unit, to: self.month(month, day, nil, year, place), day)
    case .nth(let number, let unit, let weekday, let month, let year):
      let base = self.month(month, nil, nil, year, place)
      guard let first = base.day else { return Resolved("XXXX-" + ISO.padded(month, 2)) }
      return nth(number, unit, weekday, first, base)
    case .dayOfMonth(let day): return dayOfMonth(day, place)
    case .weekday(let weekday, let occurrence, let weeks): return self.weekday(weekday, occurrence, weeks, place)
    case .weekdayFromContext(let weekday, let occurrence): return weekdayFromContext(weekday, occurrence, place)
    case .day(let offset): return dayWord(offset)
    case .unit(let unit, let offset): return self.unit(unit, offset)
    case .quarter(let number, let year, let fiscal): return quarter(number, year, fiscal, place)
    case .half(let number, let year): return half(number, year, place)
    case .season(let number, let year): return season(number, year, place)
    case .weekend(let offset): return weekend(offset, place)
    case .holiday(let code, let year, let isWeekend): return holiday(code, year, isWeekend, place)
    case .fromNow(let amount, let unit): return shifted(amount, unit, reference, self.day, of: "publication", place)
    case .fromContext(let amount, let unit):
      if let found = antecedent(for: unit, place) {
        return shifted(amount, unit, found.day, .expression(found.span), of: "“\(document.string(found.span))”", place, like: found)
      }
      // "Tipped over in February 2024 and stopped working a week later": no week of publication.
      if amount ?? 0 > 0, unit.rank < TimeUnit.month.rank, place.tense?.tense == .past,
        recent(place, within: 0, where: { _ in true }) != nil
      {
        return shifted(amount, unit, nil, .none, of: "", place)
      }
      return shifted(amount, unit, reference, self.day, of: "publication", place)
    case .context(let unit, let offset): return context(unit, offset, place)
    case .current(let unit): return current(unit, place)
    case .sameStretch(let years, let unit): return sameStretch(years, unit, place)
    case .duration(let value), .set(let value), .reference(let value): return Resolved(value)
    case .fiscalYear(let year):
      switch year {
      case .year(let number): return Resolved("FY" + ISO.padded(number, 4))
      case .offset(let offset):
        guard let reference else { return Resolved("FYXXXX") }
        return Resolved("FY" + ISO.padded(reference.year + offset, 4), anchor: self.day, reason: relation(offset, "fiscal year"))
      default: return Resolved("FYXXXX")
      }
    }
  }

  private func relation(_ offset: Int, _ unit: String) -> String {
    switch offset {
    case 0: "the \(unit) of publication"
    case -1: "the \(unit) before publication"
    case 1: "the \(unit) after publication"
    default: "\(offset.magnitude) \(unit)s \(offset < 0 ? "before" : "after") publication"
    }
  }

  private func dayWord(_ offset: Int) -> Resolved {
    guard let reference else { return Resolved("XXXX-XX-XX") }
    let date = reference.adding(days: offset)
    return Resolved(date.description, .day, date, anchor: day, reason: relation(offset, "day"))
  }

  private func weekday(_ weekday: Int, _ occurrence: Int?, _ weeks: Int?, _ place: Place) -> Resolved {
    guard let reference else { return Resolved("XXXX-WXX-" + String(weekday)) }
    let name = Self.weekdays[weekday - 1]
    if weeks == nil, occurrence == nil, let found = weekdayAfterNeighbour(weekday, reference, place) { return found }
    let back = (reference.isoWeekday - weekday + 7) % 7
    var offset: Int
    var why: String
    if let weeks {
      offset = weeks * 7 + weekday - reference.isoWeekday
      why = "the \(name) of the week \(weeks < 0 ? "before" : weeks > 0 ? "after" : "of") publication"
    } else if let occurrence {
      switch occurrence {
      case ..<0: offset = back == 0 ? -7 : -back
      case 1...: offset = back == 0 ? 7 : 7 - back
      default: offset = isFuture(place) || back > 3 ? (7 - back) % 7 : -back
      }
      why = "the \(offset == 0 ? "day of publication, a \(name)" : "\(name) \(offset < 0 ? "before" : "after") publication")"
    } else if place.tense?.isFormerPlan == true {
      // What had been planned for a day may be told of before and after it.
      offset = back <= 3 ? -back : 7 - back
      why = offset == 0 ? "the day of publication, a \(name)" : "the nearest \(name) to publication"
    } else if isFuture(place) {
      offset = (7 - back) % 7
      why = offset == 0 ? "the day of publication, a \(name)" : "the \(name) after publication" + tenseWords(place)
    } else if let last = place.lastWeekday, place.tense?.tense == .past {
      // A stretch that is over.
      offset = -((reference.isoWeekday - last + 7) % 7) - (last - weekday + 7) % 7
      why = "the \(name) before publication" + tenseWords(place)
    } else {
      offset = -back
      why = offset == 0 ? "the day of publication, a \(name)" : "the \(name) before publication" + tenseWords(place)
    }
    let date = reference.adding(days: offset)
    return Resolved(date.description, .day, date, anchor: day, reason: why)
  }

  /// "The following Tuesday": after the last day named, or after publication.
  private func weekdayFromContext(_ weekday: Int, _ occurrence: Int, _ place: Place) -> Resolved {
    guard let found = recent(place, within: 4, where: { $0.unit == .day }) else { return self.weekday(weekday, occurrence, nil, place) }
    let ahead = (weekday - found.day.isoWeekday + 6) % 7 + 1
    let behind = (found.day.isoWeekday - weekday + 6) % 7 + 1
    let date = found.day.adding(days: occurrence > 0 ? ahead : -behind)
    return Resolved(
      date.description, .day, date, anchor: .expression(found.span),
      reason: "the \(Self.weekdays[weekday - 1]) \(occurrence > 0 ? "after" : "before") “\(document.string(found.span))”")
  }

  /// So many months that end with a month, or so many months or weeks that end with a day of it.
  private func stretch(of count: Int, _ unit: TimeUnit, to end: Resolved, _ day: Int?) -> Resolved {
    guard let date = end.day else { return end }
    var result = end
    if day == nil {
      let last = date.adding(days: CalendarDate.days(inMonth: date.month, of: date.year) - 1)
      result.value = "\(date.adding(months: 1 - count))/\(last)"
    } else {
      let next = date.adding(days: 1)
      result.value = "\(unit == .week ? next.adding(days: -7 * count) : next.adding(months: -count))/\(date)"
      (result.unit, result.day) = (.month, CalendarDate(year: date.year, month: date.month, day: 1))
    }
    return result
  }

  /// "Friday night and Saturday", "from Monday to Thursday": the second is the one after the first, if that can be.
  private func weekdayAfterNeighbour(_ weekday: Int, _ reference: CalendarDate, _ place: Place) -> Resolved? {
    guard let last = antecedents.last, last.unit == .day, last.sentence == place.sentence else { return nil }
    let tokens = document.tokens
    var i = place.tokens.lowerBound - 1
    guard i > 0, tokens[i].kind == .comma || tokens[i].kind == .dash || Self.joiners.contains(tokens[i]) else { return nil }
    if i > 1, tokens[i].isWord, tokens[i - 1].kind == .comma { i -= 1 }
    guard tokens[i - 1].end == last.span.end, last.day.isoWeekday != weekday else { return nil }
    let date = last.day.adding(days: (weekday - last.day.isoWeekday + 7) % 7)
    // A day still to come after one that is over needs a sign of it.
    guard last.day >= reference || date <= reference || isFuture(place) else { return nil }
    guard abs(date.daysSince1970 - reference.daysSince1970) <= (Self.stretching.contains(tokens[i]) ? 13 : 8) else { return nil }
    return Resolved(
      date.description, .day, date, anchor: .expression(last.span),
      reason: "the \(Self.weekdays[weekday - 1]) after “\(document.string(last.span))”")
  }

  private static let joiners = WordList("and\nor\nto\nthrough\nuntil\nto\nthru")

  private static let `for` = WordKey.of("for")
  private static let contracts = WordList(
    """
    # After a month, or before "for" and a month, these trade in what is delivered then.
    delivery
    contract
    contracts
    futures
    delivered
    """)

  private func month(_ month: Int, _ day: Int?, _ through: Int?, _ year: YearReference, _ place: Place) -> Resolved {
    func result(_ year: Int, anchored: Bool, _ why: String? = nil) -> Resolved {
      let anchor: Timex.Anchor = anchored ? self.day : .none
      guard let day else {
        return Resolved(ISO.month(year, month), .month, CalendarDate(year: year, month: month, day: 1), anchor: anchor, reason: why)
      }
      guard let date = CalendarDate(year: year, month: month, day: day) else {
        return Resolved(ISO.month(year, month), anchor: anchor, reason: why)
      }
      if let through, let last = CalendarDate(year: year, month: month, day: through) {
        return Resolved("\(date)/\(last)", .day, date, anchor: anchor, reason: why)
      }
      return Resolved(date.description, .day, date, anchor: anchor, reason: why)
    }
    if case .year(let number) = year { return result(number, anchored: false) }
    if let neighbour = place.neighbour { return result(neighbour, anchored: false) }
    guard let reference else {
      return Resolved("XXXX-" + ISO.padded(month, 2) + (day.map { "-" + ISO.padded($0, 2) } ?? ""))
    }
    let name = Self.months[month - 1]
    switch year {
    case .offset(let offset): return result(reference.year + offset, anchored: true, "\(name) of " + relation(offset, "year"))
    case .occurrence(let offset):
      let isPast = (month, day ?? 0) < (reference.month, day == nil ? 0 : reference.day)
      let isSame = month == reference.month && (day == nil || day == reference.day)
      let number: Int =
        switch offset {
        case ..<0: isPast ? reference.year : reference.year - 1
        case 1...: isPast || isSame ? reference.year + 1 : reference.year
        default: reference.year
        }
      return result(number, anchored: true, "\(offset < 0 ? "the last" : offset > 0 ? "the next" : "this year’s") \(name)")
    default: break
    }
    guard let day else {
      // Months: the past by default; the year's own future with a cue, or when the past one lies most of a year back.
      let ahead = (month - reference.month + 12) % 12
      if ahead == 0 { return result(reference.year, anchored: true, "the month of publication") }
      let (before, behind) = (place.tokens.lowerBound, place.tokens.upperBound)
      let isDelivery =
        behind < document.tokens.count && Self.contracts.contains(document.tokens[behind])
        || before > 1 && document.tokens[before - 1].key == Self.for && Self.contracts.contains(document.tokens[before - 2])
      let takesFuture = isDelivery || isFuture(place) || place.tense?.tense != .past && ahead <= 3
      let number =
        takesFuture
        ? (month > reference.month ? reference.year : reference.year + 1) : (month < reference.month ? reference.year : reference.year - 1)
      return result(number, anchored: true, "the \(name) \(takesFuture ? "after" : "before") publication" + tenseWords(place))
    }
    // Days: the nearest; the tense decides between two that are both far.
    var best: (year: Int, distance: Int)?
    for number in reference.year - 1...reference.year + 1 {
      guard let date = CalendarDate(year: number, month: month, day: day) else { continue }
      let distance = date.daysSince1970 - reference.daysSince1970
      if best == nil || abs(distance) < abs(best?.distance ?? 0) { best = (number, distance) }
    }
    guard var (number, distance) = best else { return Resolved("XXXX-" + ISO.padded(month, 2) + "-" + ISO.padded(day, 2)) }
    if place.tense?.isFormerPlan == true {
      // What had been planned for a day may be told of before and after it.
    } else if distance > 60, place.tense?.tense == .past {
      number -= 1
      distance -= 365
    } else if distance < -60, isFuture(place) {
      number += 1
      distance += 365
    } else if distance > 150, !isFuture(place) {
      number -= 1
      distance -= 365
    }
    let why = distance == 0 ? "the day of publication" : "the \(name) \(day) \(distance < 0 ? "before" : "after") publication"
    return result(number, anchored: true, why)
  }

  private func nth(_ number: Int, _ unit: TimeUnit?, _ weekday: Int, _ first: CalendarDate, _ base: Resolved) -> Resolved {
    let length = CalendarDate.days(inMonth: first.month, of: first.year)
    let last = first.adding(days: length - 1)
    let found: CalendarDate
    if weekday > 0 {
      found =
        number < 0
        ? last.adding(days: -((last.isoWeekday - weekday + 7) % 7))
        : first.adding(days: (weekday - first.isoWeekday + 7) % 7 + 7 * (number - 1))
    } else if unit == .day {
      found = number < 0 ? last : first.adding(days: number - 1)
    } else if unit == .weekend {
      let saturday =
        number < 0 ? last.adding(days: -((last.isoWeekday + 1) % 7)) : first.adding(days: (13 - first.isoWeekday) % 7 + 7 * (number - 1))
      return Resolved(ISO.week(of: saturday) + "-WE", .day, saturday, anchor: base.anchor, reason: base.reason)
    } else {
      // The week that holds the middle of the nth seven days.
      let middle = number < 0 ? last.adding(days: -3) : first.adding(days: 7 * (number - 1) + 3)
      return Resolved(ISO.week(of: middle), .week, middle.adding(days: 1 - middle.isoWeekday), anchor: base.anchor, reason: base.reason)
    }
    return Resolved(found.description, .day, found, anchor: base.anchor, reason: base.reason)
  }

  private func dayOfMonth(_ day: Int, _ place: Place) -> Resolved {
    if let found = recent(place, within: 3, where: { $0.unit == .month || $0.unit == .day }),
      let date = CalendarDate(year: found.day.year, month: found.day.month, day: day)
    {
      return Resolved(
        date.description, .day, date, anchor: .expression(found.span), reason: "the month of “\(document.string(found.span))”")
    }
    guard let reference else { return Resolved("XXXX-XX-" + ISO.padded(day, 2)) }
    var months = 0
    if day > reference.day, !isFuture(place) { months = -1 } else if day < reference.day, isFuture(place) { months = 1 }
    let base = (CalendarDate(year: reference.year, month: reference.month, day: 1) ?? reference).adding(months: months)
    guard let date = CalendarDate(year: base.year, month: base.month, day: day) else { return Resolved("XXXX-XX-" + ISO.padded(day, 2)) }
    return Resolved(date.description, .day, date, anchor: self.day, reason: relation(months, "month"))
  }

  private func unit(_ unit: TimeUnit, _ offset: Int) -> Resolved {
    guard let reference else {
      switch unit {
      case .day: return Resolved("XXXX-XX-XX")
      case .week: return Resolved("XXXX-WXX")
      case .month: return Resolved("XXXX-XX")
      case .quarter: return Resolved("XXXX-QX")
      default: return Resolved("XXXX")
      }
    }
    var result = stretch(unit, around: reference, offset)
    result.anchor = day
    result.reason = relation(offset, unit.name)
    return result
  }

  /// The calendar unit that holds a day, moved by so many.
  private func stretch(_ unit: TimeUnit, around date: CalendarDate, _ offset: Int) -> Resolved {
    switch unit {
    case .second, .minute, .hour, .day, .night:
      let moved = date.adding(days: offset)
      return Resolved(moved.description, .day, moved)
    case .week, .fortnight:
      let moved = date.adding(days: offset * (unit == .week ? 7 : 14))
      return Resolved(ISO.week(of: moved), .week, moved.adding(days: 1 - moved.isoWeekday))
    case .weekend:
      let moved = date.adding(days: offset * 7)
      return Resolved(ISO.week(of: moved) + "-WE", .day, moved.adding(days: 6 - moved.isoWeekday))
    case .month:
      let moved = date.adding(months: offset)
      return Resolved(ISO.month(moved.year, moved.month), .month, CalendarDate(year: moved.year, month: moved.month, day: 1))
    case .quarter:
      let moved = date.adding(months: offset * 3)
      let number = (moved.month - 1) / 3 + 1
      return Resolved(
        ISO.padded(moved.year, 4) + "-Q" + String(number), .quarter, CalendarDate(year: moved.year, month: number * 3 - 2, day: 1))
    case .year:
      let year = date.year + offset
      return Resolved(ISO.padded(max(year, 0), 4), .year, CalendarDate(year: year, month: 1, day: 1))
    case .decade:
      return Resolved(ISO.padded(max(date.year + offset * 10, 0) / 10, 3), .decade, nil)
    case .century:
      return Resolved(ISO.padded(max(date.year + offset * 100, 0) / 100, 2), .century, nil)
    case .millennium:
      return Resolved(ISO.padded(max(date.year + offset * 1000, 0) / 1000, 1), .millennium, nil)
    }
  }

  /// So many units before or after a day, told in the unit's own granularity.
  private func shifted(
    _ amount: Double?, _ unit: TimeUnit, _ from: CalendarDate?, _ anchor: Timex.Anchor, of name: String, _ place: Place,
    like: Antecedent? = nil
  ) -> Resolved {
    guard let amount, amount.magnitude < 1e6 else { return Resolved("XXXX") }
    guard let from else {
      switch unit {
      case .second, .minute, .hour, .day, .night: return Resolved("XXXX-XX-XX")
      case .week, .fortnight, .weekend: return Resolved("XXXX-WXX")
      case .month, .quarter: return Resolved("XXXX-XX")
      default: return Resolved("XXXX")
      }
    }
    let whole = Int(amount.rounded(.towardZero))
    let side = amount < 0 ? "before" : "after"
    let count = ISO.decimal(amount.magnitude)
    let why = "\(count) \(unit.name)\(amount.magnitude == 1 ? "" : "s") \(side) \(name)"
    var result: Resolved
    if Double(whole) != amount, unit == .year {
      result = stretch(.month, around: from, Int((amount * 12).rounded()))
    } else if Double(whole) != amount, unit == .century || unit == .decade {
      result = stretch(.year, around: from, Int((amount * (unit == .century ? 100 : 10)).rounded()))
    } else if unit == .year, let like, like.unit == .quarter || like.unit == .month || like.isHalf {
      // "a year earlier" than a quarter or month is that quarter or month.
      result = stretch(like.unit, around: from.adding(months: whole * 12), 0)
      if like.isHalf {
        result = Resolved(
          ISO.padded(from.year + whole, 4) + (from.month < 7 ? "-H1" : "-H2"), .month, from.adding(months: whole * 12), isHalf: true)
      }
    } else if unit.rank < TimeUnit.day.rank {
      let hours = unit == .hour ? amount : 0
      let days = Int((hours / 24).rounded(.towardZero))
      let date = from.adding(days: days)
      result = Resolved(date.description, .day, date)
    } else if unit == .year, from.year + whole < 1 {
      return Resolved("PAST_REF")
    } else {
      result = stretch(unit, around: from, whole)
    }
    result.anchor = anchor
    result.reason = why
    return result
  }

  private func quarter(_ number: Int, _ year: YearReference, _ fiscal: Bool, _ place: Place) -> Resolved {
    func result(_ year: Int, _ anchor: Timex.Anchor, _ why: String?) -> Resolved {
      Resolved(
        (fiscal ? "FY" : "") + ISO.padded(year, 4) + "-Q" + String(number), fiscal ? nil : .quarter,
        CalendarDate(year: year, month: number * 3 - 2, day: 1),
        anchor: anchor, reason: why)
    }
    if case .year(let found) = year { return result(found, .none, nil) }
    guard let reference else { return Resolved("XXXX-Q" + String(number)) }
    if case .offset(let offset) = year { return result(reference.year + offset, day, "the quarter of " + relation(offset, "year")) }
    if let found = possessiveYear(place) {
      return result(found.day.year, .expression(found.span), "the year of “\(document.string(found.span))”")
    }
    let now = (reference.month - 1) / 3 + 1
    // Results of the fourth quarter are due in the first: more than half a year ahead is meant to lie behind.
    let isAhead = isFuture(place) && number > now && number - now <= 2 || number == now
    let isNextYear = number < now && isFuture(place)
    let found = isNextYear ? reference.year + 1 : isAhead || number < now ? reference.year : reference.year - 1
    return result(
      found, day, isNextYear || isAhead && number > now ? "the next such quarter at publication" : "the latest such quarter at publication")
  }

  /// "last year's third quarter": the year named right before.
  private func possessiveYear(_ place: Place) -> Antecedent? {
    guard let last = antecedents.last, last.unit == .year, last.sentence == place.sentence, place.tokens.lowerBound >= 2 else { return nil }
    let before = document.tokens[place.tokens.lowerBound - 1]
    return before.kind == .clitic && before.start == last.span.end ? last : nil
  }

  private func half(_ number: Int, _ year: YearReference, _ place: Place) -> Resolved {
    func result(_ year: Int, _ anchor: Timex.Anchor, _ why: String?) -> Resolved {
      Resolved(
        ISO.padded(year, 4) + "-H" + String(number), .month, CalendarDate(year: year, month: number * 6 - 5, day: 1), anchor: anchor,
        reason: why,
        isHalf: true)
    }
    if case .year(let found) = year { return result(found, .none, nil) }
    guard let reference else { return Resolved("XXXX-H" + String(number)) }
    if case .offset(let offset) = year { return result(reference.year + offset, day, "the half of " + relation(offset, "year")) }
    // Results of a half are told when it is over.
    if !isFuture(place), reference.month <= (number == 1 ? 2 : 6) {
      return result(reference.year - 1, day, "the half of the year before publication")
    }
    return result(reference.year, day, "the half of the year of publication")
  }

  private func season(_ number: Int, _ year: YearReference, _ place: Place) -> Resolved {
    let code = TimexRules.seasons[number]
    func result(_ year: Int, _ anchor: Timex.Anchor, _ why: String?) -> Resolved {
      let month = number == 3 ? 12 : number * 3 + 3
      return Resolved(
        ISO.padded(year, 4) + "-" + code, .quarter, CalendarDate(year: year, month: month, day: 1), anchor: anchor, reason: why)
    }
    if case .year(let found) = year { return result(found, .none, nil) }
    guard let reference else { return Resolved("XXXX-" + code) }
    let first = number == 3 ? 12 : number * 3 + 3
    switch year {
    case .offset(let offset): return result(reference.year + offset, day, "the season of " + relation(offset, "year"))
    case .occurrence(let offset):
      let isOver = number != 3 && reference.month > first + 2
      let found: Int =
        switch offset {
        case ..<0: number == 3 ? reference.year - 1 : isOver ? reference.year : reference.year - 1
        case 1...:
          number == 3
            ? (reference.month == 12 ? reference.year + 1 : reference.year) : reference.month < first ? reference.year : reference.year + 1
        default: number == 3 && reference.month <= 2 ? reference.year - 1 : reference.year
        }
      return result(found, day, "\(offset < 0 ? "the last" : offset > 0 ? "the next" : "this") \(Self.seasonNames[number]) at publication")
    default:
      let isFar = first > reference.month
      let found = isFar && place.tense?.tense == .past && !isFuture(place) ? reference.year - 1 : reference.year
      return result(found, day, "the nearest \(Self.seasonNames[number]) at publication" + tenseWords(place))
    }
  }

  private func weekend(_ offset: Int?, _ place: Place) -> Resolved {
    guard let reference else { return Resolved("XXXX-WXX-WE") }
    var weeks = offset ?? 0
    if offset == nil || offset == 0 {
      // Early in the week a weekend told of is the one just over.
      let isPast = place.tense?.tense == .past
      weeks = !isFuture(place) && reference.isoWeekday <= (isPast && offset == nil ? 5 : 4) && (offset == nil || isPast) ? -1 : 0
    } else if offset == 1, reference.isoWeekday >= 6 {
      weeks = 1
    }
    var result = stretch(.weekend, around: reference, weeks)
    result.anchor = day
    result.reason = relation(weeks, "weekend")
    if weeks == 0 { result.reason = "the weekend of the week of publication" }
    return result
  }

  private func holiday(_ code: Int, _ year: YearReference, _ isWeekend: Bool, _ place: Place) -> Resolved {
    func result(_ year: Int, _ anchor: Timex.Anchor, _ why: String?) -> Resolved {
      guard let date = TimeHolidays.date(code, year: year) else { return Resolved(ISO.padded(year, 4), .year) }
      if isWeekend {
        return Resolved(ISO.week(of: date.isoWeekday == 1 ? date.adding(days: -1) : date) + "-WE", .day, date, anchor: anchor, reason: why)
      }
      return Resolved(date.description, .day, date, anchor: anchor, reason: why)
    }
    if case .year(let found) = year { return result(found, .none, nil) }
    guard let reference else {
      guard code < 2000 else { return Resolved("XXXX-XX-XX") }
      return Resolved("XXXX-" + ISO.padded(code / 100, 2) + "-" + ISO.padded(code % 100, 2))
    }
    if case .offset(let offset) = year { return result(reference.year + offset, day, relation(offset, "year")) }
    let days = (reference.year - 1...reference.year + 1).compactMap { TimeHolidays.date(code, year: $0) }
    let wanted: CalendarDate?
    switch year {
    case .occurrence(let offset) where offset < 0: wanted = days.last { $0 < reference }
    case .occurrence(let offset) where offset > 0: wanted = days.first { $0 > reference }
    case .occurrence: wanted = days.first { $0.year == reference.year }
    default:
      func distance(_ date: CalendarDate) -> Int { abs(date.daysSince1970 - reference.daysSince1970) }
      let nearest = days.min { distance($0) < distance($1) }
      // A verb that looks ahead is not about a day that is weeks behind.
      if place.tense?.tense == .future, let nearest, nearest < reference.adding(days: -14) {
        wanted = days.first { $0 > reference } ?? nearest
      } else if let tense = place.tense, tense.tense == .past, tense.isVerb, let nearest, nearest > reference.adding(days: 60),
        !scanner.looksAhead(place.tokens.lowerBound - 1, document), !scanner.isFunction(place.tokens.lowerBound - 1, .before)
      {
        // Nor is one that looks back about a day that is months ahead.
        wanted = days.last { $0 <= reference } ?? nearest
      } else {
        wanted = nearest
      }
    }
    return result(wanted?.year ?? reference.year, day, "the nearest to publication")
  }

  // MARK: Earlier expressions

  /// The latest earlier date of a wanted kind, at most so many sentences back.
  private func recent(_ place: Place, within sentences: Int, where isFitting: (Antecedent) -> Bool) -> Antecedent? {
    for found in antecedents.reversed() {
      guard place.sentence - found.sentence <= sentences else { return nil }
      if isFitting(found) { return found }
    }
    return nil
  }

  private func antecedent(for unit: TimeUnit, _ place: Place) -> Antecedent? {
    switch unit {
    case .second, .minute, .hour, .day, .night, .weekend: recent(place, within: 4) { $0.unit == .day }
    case .week, .fortnight: recent(place, within: 4) { $0.unit.rank <= TimeUnit.week.rank }
    case .month: recent(place, within: 4) { $0.unit.rank <= TimeUnit.month.rank }
    case .quarter: recent(place, within: 4) { $0.unit.rank <= TimeUnit.quarter.rank }
    default: recent(place, within: 3) { $0.unit.rank <= TimeUnit.year.rank }
    }
  }

  private func context(_ unit: TimeUnit, _ offset: Int, _ place: Place) -> Resolved {
    if let found = antecedent(for: unit, place) {
      var result = stretch(unit, around: found.day, offset)
      result.anchor = .expression(found.span)
      let name = "“\(document.string(found.span))”"
      result.reason = offset == 0 ? "the \(unit.name) of \(name)" : "the \(unit.name) \(offset < 0 ? "before" : "after") \(name)"
      return result
    }
    return self.unit(unit, offset)
  }

  /// "the day": that of the last date in the same or the two sentences before, or of publication.
  private func current(_ unit: TimeUnit, _ place: Place) -> Resolved {
    if unit.rank <= TimeUnit.day.rank, let found = recent(place, within: 2, where: { $0.unit == .day }) {
      return Resolved(
        found.day.description, .day, found.day, anchor: .expression(found.span), reason: "the day of “\(document.string(found.span))”")
    }
    if unit == .quarter, let found = recent(place, within: 2, where: { $0.unit == .quarter }) {
      var result = stretch(.quarter, around: found.day, 0)
      result.anchor = .expression(found.span)
      result.reason = "the quarter of “\(document.string(found.span))”"
      return result
    }
    // What is told of a quarter is told when it is over.
    if unit == .quarter, !isFuture(place), place.tense?.tense != .present { return self.unit(unit, -1) }
    return self.unit(unit, 0)
  }

  private func sameStretch(_ years: Int, _ unit: TimeUnit?, _ place: Place) -> Resolved {
    let found = recent(place, within: 3) { antecedent in
      switch unit {
      case .quarter: antecedent.unit == .quarter
      case .month: antecedent.unit == .month
      case .week: antecedent.unit == .week
      case .day: antecedent.unit == .day
      default: antecedent.unit == .quarter || antecedent.unit == .month
      }
    }
    // A quarter without a name is the one just over.
    guard let base = found?.day ?? (unit == .quarter ? reference?.adding(months: -3) : reference) else { return Resolved("XXXX") }
    let shift = years > 1000 ? years - base.year : years
    let anchor: Timex.Anchor = found.map { .expression($0.span) } ?? day
    let why =
      found.map {
        "the same stretch as “\(document.string($0.span))”, \(shift.magnitude) year\(shift.magnitude == 1 ? "" : "s") \(shift < 0 ? "before" : "after")"
      } ?? relation(shift, "year")
    let moved = base.adding(months: shift * 12)
    if let found, found.isHalf {
      return Resolved(
        ISO.padded(moved.year, 4) + (moved.month < 7 ? "-H1" : "-H2"), .month, moved, anchor: anchor, reason: why, isHalf: true)
    }
    var result = stretch(found?.unit ?? unit ?? .year, around: moved, 0)
    result.anchor = anchor
    result.reason = why
    return result
  }

  // MARK: Times

  /// The day of a clock time or part of day that names none: the nearest in its sentence, else that of publication.
  private func unsaidDay(_ place: Place) -> Resolved {
    if let found = recent(place, within: 0, where: { $0.unit == .day }) {
      return Resolved(
        found.day.description, .day, found.day, anchor: .expression(found.span), reason: "the day of “\(document.string(found.span))”")
    }
    if let found = recent(place, within: 1, where: { $0.unit == .day }), reference == nil || place.tense?.tense == .past {
      return Resolved(
        found.day.description, .day, found.day, anchor: .expression(found.span), reason: "the day of “\(document.string(found.span))”")
    }
    return dayWord(0)
  }

  private func timed(_ resolved: Resolved, _ time: Meaning.TimeOfDay, _ place: Place) -> String {
    switch time {
    case .part(let code): return resolved.value + "T" + code
    case .clock(let hour, let minute, let second, let utc):
      var text = resolved.value + "T" + ISO.padded(hour, 2)
      text += ":" + ISO.padded(minute ?? 0, 2)
      if let second { text += ":" + ISO.padded(second, 2) }
      return utc ? text + "Z" : text
    }
  }

  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
  static let seasonNames = ["spring", "summer", "autumn", "winter"]
}

extension TimexScanner {
  private static let since = WordKey.of("since")
  private static let ahead = WordList(
    """
    # Before a date these look ahead unless the verb is past.
    until
    till
    by
    starting
    beginning
    effective
    """)

  func isSince(_ i: Int, _ document: Document) -> Bool { i >= 0 && document.tokens[i].key == Self.since }

  func looksAhead(_ i: Int, _ document: Document) -> Bool { i >= 0 && Self.ahead.contains(document.tokens[i]) }
}
