/// A sentence or clause that tells of something, with the days on which that was.
public struct DatedClause: Sendable, Hashable {
  /// How the date was found, strongest first.
  public enum Basis: String, Sendable, Comparable {
    /// A temporal expression in the clause.
    case expression
    /// "a day after …", "two years before …": counted from the date of the other clause.
    case offset
    /// The sentence before in the same paragraph is dated, and this one goes on.
    case previousSentence = "previous-sentence"
    /// Nothing dates it but the day of publication.
    case publication

    private var rank: Int {
      switch self {
      case .expression: 0
      case .offset: 1
      case .previousSentence: 2
      case .publication: 3
      }
    }

    public static func < (a: Basis, b: Basis) -> Bool { a.rank < b.rank }
  }

  /// The clause, within one sentence.
  public var span: TextSpan
  /// Index into ``Document/sentences``.
  public var sentence: Int
  /// The words that date it.
  public var expression: TextSpan?
  /// Index into the timexes given.
  public var timex: Int?
  public var range: DayRange
  /// TIMEX3 value of the range.
  public var value: String
  public var basis: Basis
  /// Name of the rule: that of the timex, or of the offset.
  public var rule: String
  /// In the page's words.
  public var reason: String?
  /// Told as still to come.
  public var isFuture: Bool

  public init(
    span: TextSpan, sentence: Int, expression: TextSpan?, timex: Int?, range: DayRange, value: String, basis: Basis, rule: String,
    reason: String?, isFuture: Bool
  ) {
    self.span = span
    self.sentence = sentence
    self.expression = expression
    self.timex = timex
    self.range = range
    self.value = value
    self.basis = basis
    self.rule = rule
    self.reason = reason
    self.isFuture = isFuture
  }
}

/// Decides which stretch of a sentence each date belongs to, and dates what is told relative to it.
///
/// A sentence with one date is dated as a whole. A sentence with several is cut between them, at the strongest clause boundary: a
/// semicolon or dash, a comma before a conjunction or relative word, a conjunction, a comma. "From 2011 until 2016" is one date. "N units
/// after/before C" dates C by the date of the rest of the sentence, with the precision of the unit; hours date nothing, nor does a time told again in brackets ("late on Tuesday (03:20 GMT on Wednesday)"), nor what
/// others are compared with ("up from 48 on Tuesday"), nor the date of an agency's dateline. Cost: linear in the sentence.
public enum EventDating {
  /// - Parameters:
  ///   - timexes: of the document, in text order.
  ///   - reference: the day of publication; the base of offsets in sentences without a date of their own.
  /// - Returns: in text order; clauses of one sentence do not overlap.
  public static func clauses(in document: Document, timexes: [Timex], reference: CalendarDate?) -> [DatedClause] {
    var result: [DatedClause] = []
    var next = 0
    var told = 0
    for (block, sentences) in zip(document.blocks, document.sentencesOfBlock)
    where block.kind.isStory || block.kind == .caption || block.kind == .dek || block.kind == .headline {
      for index in sentences {
        var sentence = document.sentences[index]
        if block.kind.isStory { told += 1 }
        if index == sentences.lowerBound, block.kind.isStory, let dateline = dateline(of: sentence, in: document, timexes: timexes[next...])
        {
          let tokens = dateline.upperBound..<sentence.tokens.upperBound
          sentence = Sentence(span: document.span(ofTokens: tokens), tokens: tokens)
        }
        while next < timexes.count, timexes[next].span.end <= sentence.span.start { next += 1 }
        var last = next
        while last < timexes.count, timexes[last].span.start < sentence.span.end { last += 1 }
        if last > next {
          let dating = SentenceDating(
            document: document, sentence: sentence, index: index, timexes: timexes, within: next..<last, reference: reference,
            isOpening: block.kind.isStory ? told <= 2 : block.kind != .caption, isEarly: told <= 8)
          result += dating.clauses()
        }
        next = last
      }
    }
    return result
  }

  /// The tokens of "FRANKFURT, July 30 (Reuters) -" before the first sentence of a block: a place, a date, an agency in brackets (or the
  /// place in capitals) and a dash. Nil without a date. Cost: the first two dozen tokens.
  public static func dateline(of sentence: Sentence, in document: Document, timexes: ArraySlice<Timex>) -> Range<Int>? {
    let tokens = document.tokens
    let start = sentence.tokens.lowerBound
    guard let first = sentence.tokens.first.map({ tokens[$0] }), first.isWord, first.isCapitalized else { return nil }
    var isNamed = first.shape.contains(.allCaps) && first.span.count > 2
    var isOpen = false
    for i in sentence.tokens.prefix(24) {
      let token = tokens[i]
      switch token.kind {
      case .dash where token.shape.contains(.spaceBefore) || token.span.count > 1:
        let hasDate = timexes.contains { $0.span.start >= first.start && $0.span.start < token.start && $0.kind == .date }
        return isNamed && !isOpen && hasDate && i > start && i + 1 < sentence.tokens.upperBound ? start..<i + 1 : nil
      case .open: isOpen = true
      case .close: (isOpen, isNamed) = (false, true)
      case .word where !token.isCapitalized && !isOpen: return nil
      case .semicolon, .colon, .doubleQuote: return nil
      default: break
      }
    }
    return nil
  }
}

private struct SentenceDating {
  let document: Document
  let sentence: Sentence
  let index: Int
  let timexes: [Timex]
  let within: Range<Int>
  let reference: CalendarDate?
  /// Among the first two sentences of its article, or a headline.
  let isOpening: Bool
  /// Among the first eight.
  let isEarly: Bool

  /// Something that dates a clause.
  private struct Anchor {
    /// Tokens of the expression.
    var tokens: Range<Int>
    var expression: TextSpan?
    var timex: Int?
    var range: DayRange
    var value: String
    var basis: DatedClause.Basis
    var rule: String
    var reason: String?
    /// The token where its clause must begin, if fixed.
    var start: Int?
    /// The token where its clause must end, if fixed.
    var end: Int?
  }

  func clauses() -> [DatedClause] {
    var anchors: [Anchor] = []
    var compared: [Int] = []
    /// Where brackets close that tell the time before them in another zone.
    var restated = 0
    for i in within {
      let timex = timexes[i]
      guard timex.kind == .date || timex.kind == .time, let range = DayRange(value: timex.value) else { continue }
      let tokens = document.tokens(in: timex.span)
      if isPeriodOfReport(tokens, range) { continue }
      // "Late on Tuesday (03:20 GMT on Wednesday)" names one moment twice.
      if timex.kind == .time, let last = anchors.last, tokens.lowerBound == last.tokens.upperBound + 1,
        document.tokens[last.tokens.upperBound].kind == .open,
        let close = (tokens.upperBound..<min(sentence.tokens.upperBound, tokens.upperBound + 6)).first(where: {
          document.tokens[$0].kind == .close
        })
      {
        restated = close
      }
      if tokens.lowerBound < restated { continue }
      // "The lowest since 1987": the date is a mark of comparison, nothing of the sentence was then.
      if isComparison(tokens) || compared.last.map({ isListed($0..<tokens.lowerBound) }) ?? false {
        compared.append(tokens.upperBound)
        continue
      }
      anchors.append(
        Anchor(
          tokens: tokens, expression: timex.span, timex: i, range: range, value: range.iso, basis: .expression,
          rule: timex.rule, reason: timex.reason))
    }
    anchors = stretches(anchors)
    for i in within { restrict(&anchors, toOffset: i) }
    let dates = anchors
    for i in within {
      guard let offset = offset(i, among: dates) else { continue }
      anchors.append(offset.anchor)
      if let main = offset.isFromPublication ? mainClause(beside: offset.anchor) : nil { anchors.append(main) }
    }
    anchors.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    // Two names of one day ("Wednesday, May 10", "the morning of 10 May") are one date.
    var merged: [Anchor] = []
    for anchor in anchors {
      if let last = merged.last, last.start == nil, anchor.start == nil, last.end == nil, anchor.end == nil,
        last.range.contains(anchor.range) || anchor.range.contains(last.range), anchor.tokens.lowerBound - last.tokens.upperBound <= 2
      {
        if anchor.range.precision < last.range.precision { merged[merged.count - 1] = anchor }
        continue
      }
      merged.append(anchor)
    }
    return cut(merged, behind: compared.last { $0 <= merged.first?.tokens.lowerBound ?? 0 })
  }

  /// "Reported a second-quarter profit", "will publish its third-quarter figures": the period is that of the figures, which are published
  /// after it.
  private func isPeriodOfReport(_ tokens: Range<Int>, _ range: DayRange) -> Bool {
    guard range.precision == .quarter || range.precision == .half, tokens.upperBound < sentence.tokens.upperBound,
      case let next = document.tokens[tokens.upperBound], next.isWord, !ClauseWords.prepositions.contains(next),
      !ClauseWords.conjunctions.contains(next), !ClauseWords.auxiliaries.contains(next), !isPastVerb(next)
    else { return false }
    var i = tokens.lowerBound - 1
    while i >= sentence.tokens.lowerBound, i >= tokens.lowerBound - 6 {
      let token = document.tokens[i]
      if ClauseWords.publishing.contains(token) { return true }
      guard token.isWord || token.kind == .clitic || token.isNumber || token.kind == .symbol else { return false }
      i -= 1
    }
    return false
  }

  /// Joins "from 2011 until 2016", "between May and July", "Monday through Thursday". Both are left out if they are not in that order.
  private func stretches(_ anchors: [Anchor]) -> [Anchor] {
    var result: [Anchor] = []
    var isBackward = false
    for anchor in anchors {
      guard let last = result.last, isStretch(last, anchor) else {
        if isBackward { result.removeLast() }
        isBackward = false
        result.append(anchor)
        continue
      }
      guard last.range.first <= anchor.range.first, last.range.last <= anchor.range.last else {
        isBackward = true
        continue
      }
      // "From noon to midnight" is one day.
      let range = last.range == anchor.range ? last.range : DayRange(from: last.range, to: anchor.range)
      result[result.count - 1] = Anchor(
        tokens: last.tokens.lowerBound..<anchor.tokens.upperBound,
        expression: document.span(ofTokens: last.tokens.lowerBound..<anchor.tokens.upperBound), timex: last.timex, range: range,
        value: range.iso, basis: .expression, rule: last.rule, reason: last.reason)
    }
    if isBackward { result.removeLast() }
    return result
  }

  private func isStretch(_ first: Anchor, _ second: Anchor) -> Bool {
    let (left, right) = (first.tokens, second.tokens)
    let between = left.upperBound..<right.lowerBound
    guard (1...2).contains(between.count), let joiner = between.first.map({ document.tokens[$0] }),
      between.dropFirst().allSatisfy({ document.tokens[$0].key == ClauseWords.the })
    else { return false }
    let before = left.lowerBound > sentence.tokens.lowerBound ? document.tokens[left.lowerBound - 1] : nil
    if joiner.key == ClauseWords.and { return before?.key == ClauseWords.between }
    if joiner.kind == .dash { return between.count == 1 && !joiner.shape.contains(.spaceBefore) }
    let isAlike = first.range.precision == second.range.precision && first.rule == second.rule
    guard ClauseWords.through.contains(joiner) || joiner.key == ClauseWords.to && (before?.key == ClauseWords.from || isAlike) else {
      return false
    }
    // "Moved from Monday to Thursday": one day for another.
    return !(max(sentence.tokens.lowerBound, left.lowerBound - 8)..<left.lowerBound).contains {
      ClauseWords.movers.contains(document.tokens[$0])
    }
  }

  /// "Jailed for seven years after", "given 12 years after", "the two years after": how long something is, no distance from it.
  private func isLength(_ tokens: Range<Int>) -> Bool {
    if let first = tokens.first, document.tokens[first].key == ClauseWords.the { return true }
    return tokens.lowerBound > sentence.tokens.lowerBound && ClauseWords.lengths.contains(document.tokens[tokens.lowerBound - 1])
  }

  /// "150 years after Washington purchased Alaska in 1867": the date is that of the purchase and of nothing before the length of time.
  private func restrict(_ anchors: inout [Anchor], toOffset i: Int) {
    guard timexes[i].kind == .duration, length(timexes[i].value) != nil else { return }
    let tokens = document.tokens(in: timexes[i].span)
    guard !isLength(tokens) else { return }
    var next = tokens.upperBound
    if next < sentence.tokens.upperBound, ClauseWords.signals.contains(document.tokens[next]) {
      next += 1
    } else if next == tokens.lowerBound || !ClauseWords.signals.contains(document.tokens[next - 1]) {
      return
    }
    guard next < sentence.tokens.upperBound, document.tokens[next].isWord else { return }
    let end = self.end(ofClauseFrom: next)
    let inside = anchors.indices.filter { (next..<end).contains(anchors[$0].tokens.lowerBound) }
    guard inside.count == 1, let only = inside.first, anchors[only].tokens.lowerBound > next + 1 else { return }
    anchors[only].start = tokens.lowerBound
    anchors[only].end = end
  }

  /// "a day after Trump fired Comey", "two years before its intervention": the date of what follows.
  private func offset(_ i: Int, among anchors: [Anchor]) -> (anchor: Anchor, isFromPublication: Bool)? {
    let timex = timexes[i]
    guard timex.kind == .duration, let (count, unit) = length(timex.value) else { return nil }
    let tokens = document.tokens(in: timex.span)
    guard !isLength(tokens) else { return nil }
    var next = tokens.upperBound
    // The expression may hold the signal already.
    var signal: UInt64?
    if next > tokens.lowerBound, ClauseWords.signals.contains(document.tokens[next - 1]) { signal = document.tokens[next - 1].key }
    if signal == nil, next < sentence.tokens.upperBound, ClauseWords.signals.contains(document.tokens[next]) {
      signal = document.tokens[next].key
      next += 1
    }
    guard let signal, next < sentence.tokens.upperBound, document.tokens[next].isWord else { return nil }
    // A clause or noun phrase must follow, not a date ("two days before Monday" is one expression).
    if anchors.contains(where: { $0.tokens.contains(next) }) { return nil }
    let isAfter = signal == ClauseWords.after

    // The base: a date that the phrase stands in apposition to, else a date of the main clause, else publication.
    let before = tokens.lowerBound
    var base: (range: DayRange, words: String)?
    if before - 2 >= sentence.tokens.lowerBound,
      document.tokens[before - 1].kind == .comma || document.tokens[before - 1].key == ClauseWords.and
    {
      // "Called a vote for Sunday, two weeks after …": counts from what has been.
      let earlier = anchors.filter { $0.tokens.upperBound <= before }
      if let anchor = earlier.last(where: { !($0.timex.map { timexes[$0].isFuture } ?? false) }) ?? earlier.last,
        before - anchor.tokens.upperBound <= 12 || document.tokens[before - 1].key == ClauseWords.and
      {
        base = (start(of: anchor), anchor.expression.map(document.string) ?? "")
      }
    }
    let end = self.end(ofClauseFrom: next)
    // The main clause: before the phrase, or after it if the phrase comes first.
    let isFirst = before <= sentence.tokens.lowerBound + 2
    if base == nil, let anchor = anchors.first(where: { isFirst ? $0.tokens.lowerBound >= end : $0.tokens.upperBound <= before }),
      shift(start(of: anchor), by: isAfter ? -count : count, unit) != nil
    {
      base = (start(of: anchor), anchor.expression.map(document.string) ?? "")
    }
    // A date inside the clause itself says it better.
    if anchors.contains(where: { (next..<end).contains($0.tokens.lowerBound) }) { return nil }
    guard let start = base?.range ?? reference.map({ DayRange($0) }) else { return nil }
    guard let range = shift(start, by: isAfter ? -count : count, unit) else { return nil }
    let words = base.map { "“\($0.words)”" } ?? "publication"
    let amount = "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
    let anchor = Anchor(
      tokens: tokens, expression: timex.span, timex: i, range: range, value: range.iso, basis: .offset,
      rule: "offset-\(isAfter ? "after" : "before")",
      reason: "\(amount) \(isAfter ? "before" : "after") \(words)", start: tokens.lowerBound, end: end)
    return (anchor, base == nil && unit == .day)
  }

  /// "From Monday to Thursday, a week after": counts from the Monday.
  private func start(of anchor: Anchor) -> DayRange { anchor.range.precision == .range ? DayRange(anchor.range.first) : anchor.range }

  /// The rest of a sentence whose offset counts from publication: that is its day, if an article opens with it, or tells it early and begins
  /// with the offset ("A day after …, he hosted"), or something "came a day after". Too short a rest ("the visit comes") tells nothing.
  private func mainClause(beside offset: Anchor) -> Anchor? {
    guard let reference, let start = offset.start, let end = offset.end else { return nil }
    let comes = (max(sentence.tokens.lowerBound, start - 2)..<start).contains { ClauseWords.comes.contains(document.tokens[$0]) }
    let isFront = start <= sentence.tokens.lowerBound + 2
    guard isOpening || comes || isFront && isEarly else { return nil }
    let rest = isFront ? end..<sentence.tokens.upperBound : sentence.tokens.lowerBound..<start
    guard document.tokens[rest].count(where: \.isWord) >= 4 else { return nil }
    let range = DayRange(reference)
    let words = offset.expression.map(document.string) ?? ""
    return Anchor(
      tokens: rest.lowerBound..<rest.lowerBound, expression: nil, timex: nil, range: range, value: range.iso, basis: .publication,
      rule: "publication", reason: "the day of publication, which “\(words)” counts from", start: rest.lowerBound, end: rest.upperBound)
  }

  private enum Unit: String { case day, week, month, year }

  private func length(_ value: String) -> (Int, Unit)? {
    guard value.utf8.first == 0x50, let last = value.utf8.last, let count = Int(value.dropFirst().dropLast()), count > 0, count < 3000
    else { return nil }
    switch last {
    case 0x44: return (count, .day)
    case 0x57: return (count, .week)
    case 0x4d: return (count, .month)
    case 0x59: return (count, .year)
    default: return nil
    }
  }

  private func shift(_ range: DayRange, by count: Int, _ unit: Unit) -> DayRange? {
    switch unit {
    case .day: return range.isDay ? DayRange(range.first.adding(days: count)) : nil
    case .week:
      guard range.isDay else { return nil }
      let day = range.first.adding(days: 7 * count)
      let monday = day.adding(days: 1 - day.isoWeekday)
      return DayRange(first: monday, last: monday.adding(days: 6), precision: .week)
    case .month:
      guard range.precision <= .month, range.precision != .week else { return nil }
      return DayRange(value: String(range.first.adding(months: count).description.prefix(7)))
    case .year:
      guard range.precision <= .year else { return nil }
      let year = range.first.year + count
      return year > 0 && year < 9999 ? DayRange(value: String("000\(year)".suffix(4))) : nil
    }
  }

  /// Where the clause that begins at a token ends: before a comma or dash that closes it, a second signal, or at the sentence's end.
  private func end(ofClauseFrom start: Int) -> Int {
    var i = start
    while i < sentence.tokens.upperBound {
      let token = document.tokens[i]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .terminator { return i }
      if token.kind == .dash, token.shape.contains(.spaceBefore) { return i }
      // "… and two years before …"
      if i > start + 1, token.key == ClauseWords.and,
        timexes[within].contains(where: { $0.span.start == document.tokens[min(i + 1, sentence.tokens.upperBound - 1)].start })
      {
        return i
      }
      i += 1
    }
    return i
  }

  // MARK: Cutting

  /// - Parameter compared: the end of the last date before the anchors that dates nothing; a clause that begins behind it begins the first
  ///   ("The firm employs 900, down from 1,200 in 2020, | and will shut a plant in May").
  private func cut(_ anchors: [Anchor], behind compared: Int?) -> [DatedClause] {
    guard let first = anchors.first else { return [] }
    var starts = [sentence.tokens.lowerBound]
    if let compared, first.start == nil, let found = boundary(compared, first.tokens.lowerBound), found.rank >= 3 {
      starts = [found.token]
    }
    for (left, right) in zip(anchors, anchors.dropFirst()) {
      if let start = right.start {
        starts.append(start)
      } else if let end = left.end {
        starts.append(boundary(end, right.tokens.lowerBound)?.token ?? end)
      } else {
        // "… and in June she left": the preposition goes with its date.
        var first = right.tokens.lowerBound
        while first > left.tokens.upperBound,
          ClauseWords.coordinated.contains(document.tokens[first - 1]) || ClauseWords.through.contains(document.tokens[first - 1])
            || ClauseWords.prepositions.contains(document.tokens[first - 1])
        {
          first -= 1
        }
        starts.append(boundary(left.tokens.upperBound, right.tokens.lowerBound)?.token ?? first)
      }
    }
    var limits = Array(starts.dropFirst()) + [sentence.tokens.upperBound]
    // "In March and June": both are dates of the whole.
    for i in anchors.indices.dropFirst() where isCoordinated(anchors[i - 1], anchors[i]) { starts[i] = starts[i - 1] }
    for i in anchors.indices.dropLast().reversed() where starts[i] == starts[i + 1] { limits[i] = limits[i + 1] }
    var result: [DatedClause] = []
    for (i, anchor) in anchors.enumerated() {
      var start = starts[i]
      let limit = limits[i]
      if let fixed = anchor.start, fixed > start, i == 0 {
        // What stands before an offset phrase has the base's date; without a date of its own it is left to others.
        start = fixed
      }
      let end = anchor.end.map { min($0, limit) } ?? limit
      guard let trimmed = trim(focus(start..<max(start, end), on: anchor)) else { continue }
      let timex = anchor.timex.map { timexes[$0] }
      result.append(
        DatedClause(
          span: document.span(ofTokens: trimmed), sentence: index, expression: anchor.expression, timex: anchor.timex, range: anchor.range,
          value: anchor.value, basis: anchor.basis, rule: anchor.rule, reason: anchor.reason,
          isFuture: anchor.basis == .expression && timex?.isFuture ?? false))
    }
    return result
  }

  /// Whether nothing but "and" or "or", prepositions and pronouns stands between two dates, and no verb of its own follows the second.
  private func isCoordinated(_ left: Anchor, _ right: Anchor) -> Bool {
    guard left.start == nil, left.end == nil, right.start == nil, right.end == nil else { return false }
    let between = left.tokens.upperBound..<right.tokens.lowerBound
    guard (1...5).contains(between.count), between.contains(where: { ClauseWords.coordinators.contains(document.tokens[$0]) }),
      between.allSatisfy({ document.tokens[$0].kind == .comma || ClauseWords.coordinated.contains(document.tokens[$0]) })
    else { return false }
    guard right.tokens.upperBound < sentence.tokens.upperBound else { return true }
    let next = document.tokens[right.tokens.upperBound]
    return !(ClauseWords.subjects.contains(next) || ClauseWords.auxiliaries.contains(next) || isPastVerb(next))
  }

  /// The part of a clause that its date belongs to: a participle or relative clause in commas that holds the date ("airliner, begun two
  /// years ago, has been …"), or what is reported, if the date stands well behind the reporting verb ("has announced that it lost …").
  private func focus(_ range: Range<Int>, on anchor: Anchor) -> Range<Int> {
    guard anchor.start == nil, anchor.end == nil, !range.isEmpty else { return range }
    let expression = anchor.tokens
    var range = afterFront(range, expression)
    if let phrase = eventPhrase(range, expression) { return phrase }
    let clause = relativeClause(range, expression)
    if let clause { range = clause }
    var left = expression.lowerBound - 1
    while left > range.lowerBound, document.tokens[left].kind != .comma { left -= 1 }
    if left > range.lowerBound, left + 1 < expression.lowerBound, document.tokens[left].kind == .comma, opensParenthesis(left + 1) {
      var right = expression.upperBound
      while right < range.upperBound, document.tokens[right].kind != .comma, document.tokens[right].kind != .terminator { right += 1 }
      // "The minister, Ana Reyes, resigned on Monday.": the verb of the sentence behind an apposition.
      let isVerb = right < range.upperBound && document.tokens[right].kind == .terminator && isBehindApposition(left, range.lowerBound)
      if right < range.upperBound, !isVerb { return antecedent(ofClauseAt: left + 1, range.lowerBound)..<right }
    }
    if let apposition = apposition(range, expression, comma: left) { return apposition }
    if let inner = (clause == nil ? attribute(range, expression) : nil) ?? first(range, expression) ?? subordinate(range, expression) {
      return inner
    }
    var verb = expression.lowerBound - 4
    while verb > range.lowerBound {
      if Reporting.isCue(document.tokens[verb]), let clause = reportedClause(after: verb, range.upperBound),
        clause < expression.lowerBound
      {
        range = clause..<range.upperBound
        break
      }
      verb -= 1
    }
    return range
  }

  /// Whether the word behind a comma is the verb of what stands before the comma before it: "The minister, Ana Reyes, resigned", "the bank,
  /// which is the third largest, closed"; not "the court scolded Norland, a party to the pact, signed in 1982".
  private func isBehindApposition(_ comma: Int, _ floor: Int) -> Bool {
    guard !ClauseWords.relatives.contains(document.tokens[comma + 1]),
      let first = (floor..<comma).first(where: { document.tokens[$0].kind == .comma }), first + 1 < comma
    else { return false }
    func hasVerb(_ range: Range<Int>) -> Bool {
      document.tokens[range].contains { isPastVerb($0) || ClauseWords.auxiliaries.contains($0) && !ClauseWords.adverbs.contains($0) }
    }
    return !hasVerb(floor..<first) && (ClauseWords.relatives.contains(document.tokens[first + 1]) || !hasVerb(first..<comma))
  }

  /// "Two more have died after Tuesday’s clashes in Lyon": the day is that of the clashes.
  private func eventPhrase(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int>? {
    guard expression.lowerBound > sentence.tokens.lowerBound, expression.upperBound < range.upperBound,
      document.tokens[expression.upperBound].kind == .clitic, ClauseWords.beside.contains(document.tokens[expression.lowerBound - 1])
    else { return nil }
    var end = expression.upperBound + 1
    while end < range.upperBound {
      let token = document.tokens[end]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .terminator || token.kind == .doubleQuote
        || token.kind == .dash && token.shape.contains(.spaceBefore) || token.key == ClauseWords.as || ClauseWords.asides.contains(token)
      {
        break
      }
      end += 1
    }
    return end > expression.upperBound + 1 ? expression.lowerBound..<end : nil
  }

  /// "The judge, who served until 2016, was …", "the man who robbed a bank in 2012, was …": what a comma closes, with its noun.
  private func relativeClause(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int>? {
    guard let relative = relative(before: expression.lowerBound) else { return nil }
    let right = end(from: expression.upperBound, range.upperBound)
    guard right + 1 < range.upperBound, document.tokens[right].kind == .comma else { return nil }
    // "The strike, which began in May and | ended on Friday, …": its second half.
    if relative <= range.lowerBound { return range.lowerBound..<right }
    if document.tokens[relative - 1].kind == .comma { return antecedent(ofClauseAt: relative, range.lowerBound)..<right }
    var start = relative - 1
    while start > range.lowerBound, start > relative - 6, document.tokens[start].isWord,
      !ClauseWords.determiners.contains(document.tokens[start])
    {
      start -= 1
    }
    return (ClauseWords.determiners.contains(document.tokens[start]) ? start : relative - 1)..<right
  }

  /// The word that opens the relative clause around a token, if no comma stands between; within forty tokens.
  private func relative(before end: Int) -> Int? {
    var i = end - 1
    while i > sentence.tokens.lowerBound, i >= end - 40 {
      let token = document.tokens[i]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .doubleQuote { return nil }
      if ClauseWords.relatives.contains(token) { return i }
      // "The team that won", not "said that was so".
      if token.key == ClauseWords.that, i + 1 < end,
        isPastVerb(document.tokens[i + 1]) || ClauseWords.auxiliaries.contains(document.tokens[i + 1]),
        document.tokens[i - 1].isWord, !isPastVerb(document.tokens[i - 1]), !Reporting.isCue(document.tokens[i - 1])
      {
        return i
      }
      i -= 1
    }
    return nil
  }

  /// "José Vega, prime minister from 2008 to 2016, died in hospital": the years are those of the office. Commas around a subject's
  /// apposition, that is: no verb before it or in it, one behind it.
  private func apposition(_ range: Range<Int>, _ expression: Range<Int>, comma left: Int) -> Range<Int>? {
    guard left > range.lowerBound, document.tokens[left].kind == .comma, left - range.lowerBound <= 12, left + 1 < expression.lowerBound
    else { return nil }
    let opener = document.tokens[left + 1]
    guard opener.isWord, !ClauseWords.prepositions.contains(opener), !ClauseWords.conjunctions.contains(opener), !hasSuffix(opener, "ing"),
      !hasSuffix(opener, "ly")
    else { return nil }
    let right = end(from: expression.upperBound, range.upperBound)
    guard right + 1 < range.upperBound, document.tokens[right].kind == .comma else { return nil }
    func isVerb(_ i: Int) -> Bool {
      let token = document.tokens[i]
      return isPastVerb(token) || ClauseWords.auxiliaries.contains(token) && !ClauseWords.adverbs.contains(token) || Reporting.isCue(token)
    }
    guard !(range.lowerBound..<left).contains(where: isVerb), !(left..<expression.lowerBound).contains(where: isVerb),
      !(expression.upperBound..<right).contains(where: isVerb),
      (right + 1..<min(right + 3, range.upperBound)).contains(where: isVerb)
    else { return nil }
    return range.lowerBound..<right
  }

  /// "After firing her aide, she met the envoy on Wednesday": what stands in front was at another time.
  private func afterFront(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int> {
    guard range.lowerBound == sentence.tokens.lowerBound,
      let signal = range.prefix(6).first(where: { ClauseWords.fronts.contains(document.tokens[$0]) }), signal < expression.lowerBound,
      let comma = (signal..<min(signal + 16, expression.lowerBound, range.upperBound)).first(where: { document.tokens[$0].kind == .comma })
    else { return range }
    return comma + 1..<range.upperBound
  }

  /// "Scored to give them their first cup since 1974": the year is that of the cup before. What only says which it was ("it was the first
  /// cup since 1974") is left whole.
  private func first(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int>? {
    let since = expression.lowerBound - 1
    guard since > range.lowerBound + 2, document.tokens[since].key == ClauseWords.since else { return nil }
    var start = since - 1
    while start > range.lowerBound, start > since - 8, document.tokens[start].isWord, document.tokens[start].key != ClauseWords.first {
      start -= 1
    }
    guard document.tokens[start].key == ClauseWords.first, start > range.lowerBound else { return nil }
    let before = document.tokens[start - 1]
    guard before.isWord, ClauseWords.determiners.contains(before) else { return nil }
    // A verb that says more than "was".
    let isDoing = (range.lowerBound..<start - 1).contains { i in
      let token = document.tokens[i]
      return isPastVerb(token) && !ClauseWords.auxiliaries.contains(token) && !Reporting.isCue(token)
        && !ClauseWords.marking.contains(token)
    }
    return isDoing ? start - 1..<expression.upperBound : nil
  }

  /// "The first visit since Trump took office in January": the date is that of the clause behind "since", not of the visit.
  private func subordinate(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int>? {
    guard expression.lowerBound > range.lowerBound else { return nil }
    var start = expression.lowerBound - 1
    var hasVerb = false
    while start > range.lowerBound {
      let token = document.tokens[start]
      if token.kind == .comma || token.kind == .semicolon { return nil }
      if token.key == ClauseWords.since || token.key == ClauseWords.after { break }
      hasVerb = hasVerb || isPastVerb(token)
      start -= 1
    }
    // "Since" and a subject: "since being elected" and "since last year" tell of the main clause's subject.
    guard document.tokens[start].key == ClauseWords.since || document.tokens[start].key == ClauseWords.after, hasVerb,
      start + 2 < expression.lowerBound
    else { return nil }
    return start + 1..<end(from: expression.upperBound, range.upperBound)
  }

  /// "… whether aides had colluded to sway last year's election": a date that stands before its noun is that of the innermost infinitive
  /// or gerund around the noun, and not of the sentence.
  private func attribute(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int>? {
    guard expression.upperBound < range.upperBound, expression.lowerBound > range.lowerBound else { return nil }
    let next = document.tokens[expression.upperBound]
    let before = document.tokens[expression.lowerBound - 1]
    let isPossessive = next.kind == .clitic
    guard isPossessive || before.kind == .clitic || before.key == ClauseWords.the,
      isPossessive
        || next.isWord && !next.isCapitalized && !ClauseWords.prepositions.contains(next) && !ClauseWords.conjunctions.contains(next)
          && !isPastVerb(next) && !ClauseWords.auxiliaries.contains(next)
    else { return nil }
    var start = expression.lowerBound - 1
    while start > range.lowerBound, start > expression.lowerBound - 8 {
      let token = document.tokens[start]
      guard token.isWord || token.kind == .clitic, !ClauseWords.conjunctions.contains(token) else { return nil }
      let opener = document.tokens[start - 1]
      let isGerund = token.span.count > 5 && !token.isCapitalized && hasSuffix(token, "ing")
      if opener.key == ClauseWords.to, !token.isCapitalized, token.isWord, !ClauseWords.subjects.contains(token),
        !ClauseWords.possessives.contains(token),
        !isGerund, start < expression.lowerBound - 1 || before.key != ClauseWords.the
      {
        return start..<end(from: expression.upperBound, range.upperBound)
      }
      if isGerund, ClauseWords.prepositions.contains(opener) { return start..<end(from: expression.upperBound, range.upperBound) }
      if isPastVerb(token) || ClauseWords.auxiliaries.contains(token) { return nil }
      start -= 1
    }
    return nil
  }

  /// The first comma, or where the range ends.
  private func end(from start: Int, _ limit: Int) -> Int {
    var i = start
    while i < limit, document.tokens[i].kind != .comma, document.tokens[i].kind != .semicolon, document.tokens[i].kind != .terminator {
      i += 1
    }
    return i
  }

  /// Whether "that" stands behind a noun: no verb, adverb or mark.
  private func isRelative(that i: Int) -> Bool {
    let before = document.tokens[i - 1]
    return before.isWord && !isPastVerb(before) && !Reporting.isCue(before) && !ClauseWords.auxiliaries.contains(before)
      && !ClauseWords.conjunctions.contains(before) && !ClauseWords.prepositions.contains(before) && !hasSuffix(before, "ly")
      && !timexes[within].contains { $0.span.contains(before.span) }
  }

  private func hasSuffix(_ token: Token, _ suffix: StaticString) -> Bool {
    guard token.span.count > suffix.utf8CodeUnitCount else { return false }
    let start = Int(token.end) - suffix.utf8CodeUnitCount
    return (0..<suffix.utf8CodeUnitCount).allSatisfy { document.bytes[start + $0] == suffix.utf8Start[$0] }
  }

  private func isPastVerb(_ token: Token) -> Bool {
    isPastForm(token) || token.isWord && TimeVerbs.cues.value(token.key) == TenseCue.past.rawValue
  }

  /// A relative clause begins with the name that it tells of: "Trump, who took office".
  private func antecedent(ofClauseAt start: Int, _ floor: Int) -> Int {
    guard ClauseWords.relatives.contains(document.tokens[start]) else { return start }
    var i = start - 1
    while i > floor, i > start - 5, document.tokens[i - 1].isWord, document.tokens[i - 1].isCapitalized { i -= 1 }
    return i < start - 1 ? i : start
  }

  private func opensParenthesis(_ i: Int) -> Bool {
    let token = document.tokens[i]
    guard token.isWord, !token.isCapitalized else { return false }
    return ClauseWords.relatives.contains(token) || ClauseWords.participles.contains(token) || isPastForm(token)
  }

  private func isPastForm(_ token: Token) -> Bool {
    // "Died", but not "need".
    token.isWord && !token.isCapitalized && token.span.count > 3 && document.bytes[Int(token.end) - 1] == 0x64
      && document.bytes[Int(token.end) - 2] == 0x65 && (token.span.count > 4 || document.bytes[Int(token.end) - 3] != 0x65)
  }

  /// The token that a clause reported by the verb begins at: after "that", at a pronoun, or at another word that can be its subject, if a
  /// verb follows before the limit ("announced the recall of two cars" reports no clause). Behind a verb of telling stands who is told.
  private func reportedClause(after verb: Int, _ limit: Int) -> Int? {
    let next = verb + 1
    guard next < limit else { return nil }
    if ClauseWords.telling.contains(document.tokens[verb]) {
      let told = (next..<min(next + 8, limit)).prefix { document.tokens[$0].isWord }
      return told.first { document.tokens[$0].key == ClauseWords.that || ClauseWords.nominatives.contains(document.tokens[$0]) }
        .map { document.tokens[$0].key == ClauseWords.that ? $0 + 1 : $0 }
    }
    let token = document.tokens[next]
    if token.key == ClauseWords.that { return next + 1 }
    if ClauseWords.nominatives.contains(token) || token.key == ClauseWords.it { return next }
    guard ClauseWords.subjects.contains(token) else { return nil }
    return (next + 1..<limit).contains { isPastVerb(document.tokens[$0]) || ClauseWords.auxiliaries.contains(document.tokens[$0]) }
      ? next : nil
  }

  /// Whether the date only says since when something is the most, the least or the first of its kind in size, or what something is
  /// compared with: "five more than on Tuesday", "up from 48 on Tuesday", "compared with 60 in 2019".
  private func isComparison(_ tokens: Range<Int>) -> Bool {
    if isCompared(tokens) { return true }
    guard tokens.lowerBound > sentence.tokens.lowerBound, document.tokens[tokens.lowerBound - 1].key == ClauseWords.since else {
      return false
    }
    let floor = max(sentence.tokens.lowerBound, tokens.lowerBound - 10)
    return (floor..<tokens.lowerBound - 1).contains { i in
      let token = document.tokens[i]
      guard token.isWord, !token.isCapitalized else { return false }
      if ClauseWords.superlatives.contains(token) { return true }
      let end = Int(token.end)
      return token.span.count > 5 && document.bytes[end - 1] == 0x74 && document.bytes[end - 2] == 0x73 && document.bytes[end - 3] == 0x65
        && !ClauseWords.notSuperlatives.contains(token)
    }
  }

  private func isCompared(_ expression: Range<Int>) -> Bool {
    let tokens = document.tokens
    let floor = sentence.tokens.lowerBound
    var last = expression.lowerBound - 1
    let hasPreposition = last > floor && ClauseWords.times.contains(tokens[last])
    if hasPreposition { last -= 1 }
    guard last > floor else { return false }
    if tokens[last].key == ClauseWords.than {
      // "No later than Friday", "rather than Monday" compare no figures.
      return hasPreposition || !ClauseWords.other.contains(tokens[last - 1])
    }
    if tokens[last].key == ClauseWords.as {
      return hasPreposition && (max(floor, last - 4)..<last - 1).contains { tokens[$0].key == ClauseWords.as }
    }
    if tokens[last].key == ClauseWords.from {
      return ClauseWords.directions.contains(tokens[last - 1]) || tokens[last - 1].kind == .symbol
        || ClauseWords.parts.contains(tokens[last - 1])
    }
    // Back over the figure: "from about 48% on Tuesday", "against 60", "compared with the 60 in".
    var i = last
    while i > floor, i > last - 8 {
      let token = tokens[i]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .terminator || token.kind == .doubleQuote { return false }
      if ClauseWords.with.contains(token), ClauseWords.compared.contains(tokens[i - 1]) { return true }
      if i < last || token.key != ClauseWords.from, ClauseWords.versus.contains(token) { return startsFigure(i + 1, last) }
      if token.key == ClauseWords.from {
        return startsFigure(i + 1, last) && (tokens[i - 1].kind == .comma || isChange(before: i))
      }
      if token.key == ClauseWords.to || token.key == ClauseWords.and || isPastVerb(token) || ClauseWords.auxiliaries.contains(token) {
        return false
      }
      i -= 1
    }
    return false
  }

  /// "From 9.4 on Monday and 9.9 a year ago": between a date of comparison and the next stands nothing but a figure.
  private func isListed(_ between: Range<Int>) -> Bool {
    guard (1...6).contains(between.count), between.contains(where: { document.tokens[$0].isNumber }) else { return false }
    return between.allSatisfy { i in
      let token = document.tokens[i]
      return token.isNumber || token.kind == .symbol || token.kind == .comma || token.key == ClauseWords.and
        || ClauseWords.times.contains(token)
        || ClauseWords.parts.contains(token)
    }
  }

  private func startsFigure(_ i: Int, _ last: Int) -> Bool {
    (i..<max(i, min(i + 3, last + 1))).contains { document.tokens[$0].isNumber || ClauseWords.figures.contains(document.tokens[$0]) }
  }

  /// "Up", "rose to 60", "a drop of 3%": before "from" and its figure.
  private func isChange(before from: Int) -> Bool {
    var i = from - 1
    while i >= max(sentence.tokens.lowerBound, from - 8) {
      let token = document.tokens[i]
      if ClauseWords.directions.contains(token) || ClauseWords.changes.contains(token) { return true }
      if token.kind == .comma || token.kind == .semicolon { return false }
      i -= 1
    }
    return false
  }

  private func trim(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isEdge(_ token: Token) -> Bool { token.kind == .comma || token.kind == .semicolon || token.kind == .dash || token.kind == .colon }
    while start < end, isEdge(document.tokens[start]) || document.tokens[start].kind == .terminator { start += 1 }
    while start < end - 1, ClauseWords.leading.contains(document.tokens[start]) { start += 1 }
    // "Said on Thursday | that they had reopened the file".
    if start < end - 1, start > sentence.tokens.lowerBound, document.tokens[start].key == ClauseWords.that,
      ClauseWords.subjects.contains(document.tokens[start + 1]) || ClauseWords.nominatives.contains(document.tokens[start + 1])
        || document.tokens[start + 1].isCapitalized || document.tokens[start + 1].isNumber
    {
      start += 1
    }
    while end > start, isEdge(document.tokens[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// The best place to cut between two dates, if there is one: a token index that the right clause begins at.
  private func boundary(_ low: Int, _ high: Int) -> (rank: Int, token: Int)? {
    var best: (rank: Int, token: Int)?
    var i = low
    while i < high {
      let token = document.tokens[i]
      var rank = 0
      switch token.kind {
      case .semicolon: rank = 6
      case .dash where token.shape.contains(.spaceBefore): rank = 5
      case .comma:
        let next = i + 1 < sentence.tokens.upperBound ? document.tokens[i + 1] : token
        // ", as …" and ", while …" go on with the first date if there is a better place.
        rank = ClauseWords.asides.contains(next) || next.key == ClauseWords.as ? 1 : ClauseWords.conjunctions.contains(next) ? 4 : 2
      case .word where token.key == ClauseWords.and:
        // "and" between two names or nouns joins no clauses.
        let next = i + 1 < high ? document.tokens[i + 1] : token
        rank = ClauseWords.subjects.contains(next) || ClauseWords.auxiliaries.contains(next) || isPastVerb(next) ? 3 : 0
      // "Nine hikers who vanished on Saturday | were found on Tuesday"
      case .word where i == low && (ClauseWords.auxiliaries.contains(token) || isPastVerb(token)) && relative(before: low) != nil: rank = 3
      // "The recall that it announced": the noun is not cut from what is told of it.
      case .word where token.key == ClauseWords.that && i > low && isRelative(that: i): rank = 1
      // "Until Friday": of the date, not of a clause.
      case .word where i + 1 == high && i > low && ClauseWords.through.contains(token): break
      case .word where ClauseWords.conjunctions.contains(token):
        let isBehindComma = i > low && document.tokens[i - 1].kind == .comma
        rank = isBehindComma && (ClauseWords.asides.contains(token) || token.key == ClauseWords.as) ? 0 : 3
      default: break
      }
      if rank > 0, best.map({ rank >= $0.rank }) ?? true { best = (rank, i) }
      i += 1
    }
    return best
  }
}

private enum Reporting {
  static func isCue(_ token: Token) -> Bool { token.isWord && ClauseWords.reporting.contains(token) }
}
