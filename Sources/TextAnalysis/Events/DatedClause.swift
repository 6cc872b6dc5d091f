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
/// semicolon or dash, a comma before a conjunction or relative word, a conjunction, a comma. "N units after/before C" dates C by the
/// date of the rest of the sentence, with the precision of the unit; hours date nothing. Cost: linear in the sentence.
public enum EventDating {
  /// - Parameters:
  ///   - timexes: of the document, in text order.
  ///   - reference: the day of publication; the base of offsets in sentences without a date of their own.
  /// - Returns: in text order; clauses of one sentence do not overlap.
  public static func clauses(in document: Document, timexes: [Timex], reference: CalendarDate?) -> [DatedClause] {
    var result: [DatedClause] = []
    var next = 0
    for (block, sentences) in zip(document.blocks, document.sentencesOfBlock)
    where block.kind.isStory || block.kind == .caption || block.kind == .dek || block.kind == .headline {
      for index in sentences {
        let sentence = document.sentences[index]
        while next < timexes.count, timexes[next].span.end <= sentence.span.start { next += 1 }
        var last = next
        while last < timexes.count, timexes[last].span.start < sentence.span.end { last += 1 }
        if last > next {
          let dating = SentenceDating(
            document: document, sentence: sentence, index: index, timexes: timexes, within: next..<last, reference: reference)
          result += dating.clauses()
        }
        next = last
      }
    }
    return result
  }
}

private struct SentenceDating {
  let document: Document
  let sentence: Sentence
  let index: Int
  let timexes: [Timex]
  let within: Range<Int>
  let reference: CalendarDate?

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
    for i in within {
      let timex = timexes[i]
      guard timex.kind == .date || timex.kind == .time, let range = DayRange(value: timex.value) else { continue }
      let tokens = document.tokens(in: timex.span)
      // "The lowest since 1987": the date is a mark of comparison, nothing of the sentence was then.
      if isComparison(tokens) { continue }
      anchors.append(
        Anchor(
          tokens: tokens, expression: timex.span, timex: i, range: range, value: range.iso, basis: .expression,
          rule: timex.rule, reason: timex.reason))
    }
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
    return cut(merged)
  }

  /// "150 years after Washington purchased Alaska in 1867": the date is that of the purchase and of nothing before the length of time.
  private func restrict(_ anchors: inout [Anchor], toOffset i: Int) {
    guard timexes[i].kind == .duration, length(timexes[i].value) != nil else { return }
    let tokens = document.tokens(in: timexes[i].span)
    var next = tokens.upperBound
    if next < sentence.tokens.upperBound, Words.signals.contains(document.tokens[next]) {
      next += 1
    } else if next == tokens.lowerBound || !Words.signals.contains(document.tokens[next - 1]) {
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
    var next = tokens.upperBound
    // The expression may hold the signal already.
    var signal: UInt64?
    if next > tokens.lowerBound, Words.signals.contains(document.tokens[next - 1]) { signal = document.tokens[next - 1].key }
    if signal == nil, next < sentence.tokens.upperBound, Words.signals.contains(document.tokens[next]) {
      signal = document.tokens[next].key
      next += 1
    }
    guard let signal, next < sentence.tokens.upperBound, document.tokens[next].isWord else { return nil }
    // A clause or noun phrase must follow, not a date ("two days before Monday" is one expression).
    if anchors.contains(where: { $0.tokens.contains(next) }) { return nil }
    let isAfter = signal == Words.after

    // The base: a date that the phrase stands in apposition to, else a date of the main clause, else publication.
    let before = tokens.lowerBound
    var base: (range: DayRange, words: String)?
    if before - 2 >= sentence.tokens.lowerBound, document.tokens[before - 1].kind == .comma || document.tokens[before - 1].key == Words.and
    {
      if let anchor = anchors.last(where: { $0.tokens.upperBound <= before }),
        before - anchor.tokens.upperBound <= 12 || document.tokens[before - 1].key == Words.and
      {
        base = (anchor.range, anchor.expression.map(document.string) ?? "")
      }
    }
    let end = self.end(ofClauseFrom: next)
    // The main clause: before the phrase, or after it if the phrase comes first.
    let isFirst = before <= sentence.tokens.lowerBound + 2
    if base == nil, let anchor = anchors.first(where: { isFirst ? $0.tokens.lowerBound >= end : $0.tokens.upperBound <= before }),
      shift(anchor.range, by: isAfter ? -count : count, unit) != nil
    {
      base = (anchor.range, anchor.expression.map(document.string) ?? "")
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

  /// The rest of a sentence whose offset counts from publication: that is its day. Too short a rest ("the visit comes") tells nothing.
  private func mainClause(beside offset: Anchor) -> Anchor? {
    guard let reference, let start = offset.start, let end = offset.end else { return nil }
    let rest = start <= sentence.tokens.lowerBound + 2 ? end..<sentence.tokens.upperBound : sentence.tokens.lowerBound..<start
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
      if i > start + 1, token.key == Words.and,
        timexes[within].contains(where: { $0.span.start == document.tokens[min(i + 1, sentence.tokens.upperBound - 1)].start })
      {
        return i
      }
      i += 1
    }
    return i
  }

  // MARK: Cutting

  private func cut(_ anchors: [Anchor]) -> [DatedClause] {
    guard !anchors.isEmpty else { return [] }
    var starts = [sentence.tokens.lowerBound]
    for (left, right) in zip(anchors, anchors.dropFirst()) {
      if let start = right.start {
        starts.append(start)
      } else if let end = left.end {
        starts.append(boundary(end, right.tokens.lowerBound, default: end))
      } else {
        // "… and in June she left": the preposition goes with its date.
        var first = right.tokens.lowerBound
        while first > left.tokens.upperBound, Words.coordinated.contains(document.tokens[first - 1]) { first -= 1 }
        starts.append(boundary(left.tokens.upperBound, right.tokens.lowerBound, default: first))
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
    guard (1...5).contains(between.count), between.contains(where: { Words.coordinators.contains(document.tokens[$0]) }),
      between.allSatisfy({ document.tokens[$0].kind == .comma || Words.coordinated.contains(document.tokens[$0]) })
    else { return false }
    guard right.tokens.upperBound < sentence.tokens.upperBound else { return true }
    let next = document.tokens[right.tokens.upperBound]
    return !(Words.subjects.contains(next) || Words.auxiliaries.contains(next) || isPastVerb(next))
  }

  /// The part of a clause that its date belongs to: a participle or relative clause in commas that holds the date ("airliner, begun two
  /// years ago, has been …"), or what is reported, if the date stands well behind the reporting verb ("has announced that it lost …").
  private func focus(_ range: Range<Int>, on anchor: Anchor) -> Range<Int> {
    guard anchor.start == nil, anchor.end == nil, !range.isEmpty else { return range }
    let expression = anchor.tokens
    var range = afterFront(range, expression)
    var left = expression.lowerBound - 1
    while left > range.lowerBound, document.tokens[left].kind != .comma { left -= 1 }
    if left > range.lowerBound, left + 1 < expression.lowerBound, document.tokens[left].kind == .comma, opensParenthesis(left + 1) {
      var right = expression.upperBound
      while right < range.upperBound, document.tokens[right].kind != .comma, document.tokens[right].kind != .terminator { right += 1 }
      if right < range.upperBound { return antecedent(ofClauseAt: left + 1, range.lowerBound)..<right }
    }
    if let inner = attribute(range, expression) ?? subordinate(range, expression) { return inner }
    var verb = expression.lowerBound - 4
    while verb > range.lowerBound {
      if Reporting.isCue(document.tokens[verb]), let clause = reportedClause(after: verb), clause < expression.lowerBound {
        range = clause..<range.upperBound
        break
      }
      verb -= 1
    }
    return range
  }

  /// "After firing her aide, she met the envoy on Wednesday": what stands in front was at another time.
  private func afterFront(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int> {
    guard range.lowerBound == sentence.tokens.lowerBound,
      let signal = range.prefix(6).first(where: { Words.fronts.contains(document.tokens[$0]) }), signal < expression.lowerBound,
      let comma = (signal..<min(signal + 16, expression.lowerBound, range.upperBound)).first(where: { document.tokens[$0].kind == .comma })
    else { return range }
    return comma + 1..<range.upperBound
  }

  /// "The first visit since Trump took office in January": the date is that of the clause behind "since", not of the visit.
  private func subordinate(_ range: Range<Int>, _ expression: Range<Int>) -> Range<Int>? {
    guard expression.lowerBound > range.lowerBound else { return nil }
    var start = expression.lowerBound - 1
    var hasVerb = false
    while start > range.lowerBound {
      let token = document.tokens[start]
      if token.kind == .comma || token.kind == .semicolon { return nil }
      if token.key == Words.since || token.key == Words.after { break }
      hasVerb = hasVerb || isPastVerb(token)
      start -= 1
    }
    // "Since" and a subject: "since being elected" and "since last year" tell of the main clause's subject.
    guard document.tokens[start].key == Words.since || document.tokens[start].key == Words.after, hasVerb, start + 2 < expression.lowerBound
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
    guard isPossessive || before.kind == .clitic || before.key == Words.the,
      isPossessive
        || next.isWord && !next.isCapitalized && !Words.prepositions.contains(next) && !Words.conjunctions.contains(next)
          && !isPastVerb(next) && !Words.auxiliaries.contains(next)
    else { return nil }
    var start = expression.lowerBound - 1
    while start > range.lowerBound, start > expression.lowerBound - 8 {
      let token = document.tokens[start]
      guard token.isWord || token.kind == .clitic, !Words.conjunctions.contains(token) else { return nil }
      let opener = document.tokens[start - 1]
      let isGerund = token.span.count > 5 && !token.isCapitalized && hasSuffix(token, "ing")
      if opener.key == Words.to, !token.isCapitalized, token.isWord, !Words.subjects.contains(token), !Words.possessives.contains(token),
        !isGerund, start < expression.lowerBound - 1 || before.key != Words.the
      {
        return start..<end(from: expression.upperBound, range.upperBound)
      }
      if isGerund, Words.prepositions.contains(opener) { return start..<end(from: expression.upperBound, range.upperBound) }
      if isPastVerb(token) || Words.auxiliaries.contains(token) { return nil }
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
    guard Words.relatives.contains(document.tokens[start]) else { return start }
    var i = start - 1
    while i > floor, i > start - 5, document.tokens[i - 1].isWord, document.tokens[i - 1].isCapitalized { i -= 1 }
    return i < start - 1 ? i : start
  }

  private func opensParenthesis(_ i: Int) -> Bool {
    let token = document.tokens[i]
    guard token.isWord, !token.isCapitalized else { return false }
    return Words.relatives.contains(token) || Words.participles.contains(token) || isPastForm(token)
  }

  private func isPastForm(_ token: Token) -> Bool {
    token.isWord && !token.isCapitalized && token.span.count > 4 && document.bytes[Int(token.end) - 1] == 0x64
      && document.bytes[Int(token.end) - 2] == 0x65
  }

  /// The token that a clause reported by the verb begins at: after "that", or at a word that can be its subject.
  private func reportedClause(after verb: Int) -> Int? {
    let next = verb + 1
    guard next < sentence.tokens.upperBound else { return nil }
    let token = document.tokens[next]
    if token.key == Words.that { return next + 1 }
    return Words.subjects.contains(token) ? next : nil
  }

  /// Whether the date only says since when something is the most, the least or the first of its kind in size.
  private func isComparison(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound > sentence.tokens.lowerBound, document.tokens[tokens.lowerBound - 1].key == Words.since else { return false }
    let floor = max(sentence.tokens.lowerBound, tokens.lowerBound - 10)
    return (floor..<tokens.lowerBound - 1).contains { i in
      let token = document.tokens[i]
      guard token.isWord, !token.isCapitalized else { return false }
      if Words.superlatives.contains(token) { return true }
      let end = Int(token.end)
      return token.span.count > 5 && document.bytes[end - 1] == 0x74 && document.bytes[end - 2] == 0x73 && document.bytes[end - 3] == 0x65
        && !Words.notSuperlatives.contains(token)
    }
  }

  private func trim(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isEdge(_ token: Token) -> Bool { token.kind == .comma || token.kind == .semicolon || token.kind == .dash || token.kind == .colon }
    while start < end, isEdge(document.tokens[start]) || document.tokens[start].kind == .terminator { start += 1 }
    while start < end - 1, Words.leading.contains(document.tokens[start]) { start += 1 }
    while end > start, isEdge(document.tokens[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// The best place to cut between two dates: a token index that the right clause begins at.
  private func boundary(_ low: Int, _ high: Int, default fallback: Int) -> Int {
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
        rank = Words.conjunctions.contains(next) ? 4 : 2
      case .word where token.key == Words.and:
        // "and" between two names or nouns joins no clauses.
        let next = i + 1 < high ? document.tokens[i + 1] : token
        rank = Words.subjects.contains(next) || Words.auxiliaries.contains(next) || isPastVerb(next) ? 3 : 0
      case .word where Words.conjunctions.contains(token): rank = 3
      default: break
      }
      if rank > 0, best.map({ rank >= $0.rank }) ?? true { best = (rank, i) }
      i += 1
    }
    return best?.token ?? fallback
  }
}

private enum Reporting {
  static func isCue(_ token: Token) -> Bool { token.isWord && Words.reporting.contains(token) }
}

private enum Words {
  static let that = WordKey.of("that")
  static let since = WordKey.of("since")
  static let relatives = WordList(
    """
    which
    who
    whose
    whom
    where
    """)
  static let participles = WordList(
    """
    begun
    born
    built
    held
    made
    known
    seen
    sent
    sold
    bought
    written
    taken
    given
    won
    lost
    led
    set
    shown
    drawn
    hit
    run
    struck
    found
    """)
  static let coordinators = WordList("and\nor")
  static let coordinated = WordList(
    coordinators,
    WordList(
      """
      in
      on
      by
      at
      from
      during
      between
      again
      also
      both
      all
      others
      another
      """))
  static let superlatives = WordList(
    """
    worst
    best
    most
    least
    seen
    """)
  static let notSuperlatives = WordList(
    """
    interest
    request
    protest
    contest
    arrest
    forest
    harvest
    invest
    suggest
    northwest
    southwest
    conquest
    honest
    modest
    manifest
    guest
    """)
  static let reporting = WordList(
    """
    said
    says
    announced
    stated
    added
    confirmed
    claimed
    claims
    reported
    warned
    denied
    noted
    told
    revealed
    predicted
    estimated
    argued
    insisted
    """)
  static let subjects = WordList(
    """
    it
    he
    she
    they
    we
    the
    its
    their
    his
    her
    a
    an
    there
    this
    more
    """)
  static let auxiliaries = WordList(
    """
    is
    are
    was
    were
    has
    have
    had
    will
    would
    did
    does
    then
    later
    """)
  static let fronts = WordList("after\nbefore\nfollowing")
  static let prepositions = WordList(
    """
    of
    in
    on
    at
    by
    for
    from
    to
    with
    without
    about
    after
    before
    into
    over
    against
    through
    """)
  static let possessives = WordList(
    """
    our
    my
    your
    these
    those
    """)
  static let to = WordKey.of("to")
  static let the = WordKey.of("the")
  static let after = WordKey.of("after")
  static let and = WordKey.of("and")
  static let signals = WordList(
    """
    after
    before
    """)
  static let conjunctions = WordList(
    """
    and
    but
    while
    when
    after
    before
    as
    since
    until
    which
    who
    whom
    where
    although
    though
    because
    whereas
    following
    then
    that
    """)
  static let leading = WordList(
    """
    and
    but
    while
    which
    who
    """)
}
