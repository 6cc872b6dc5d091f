/// A word that names an event, with the stretch of its sentence that belongs to it.
public struct EventUnit: Sendable, Hashable {
  /// From the subject or the modifiers of the head to the next event's, within one sentence.
  public var span: TextSpan
  /// The verb or noun.
  public var head: TextSpan
  /// The untrimmed stretch, with what follows a comma: a date that stands here is said of this event.
  public var reach: TextSpan
  /// Index into ``Document/sentences``.
  public var sentence: Int
  /// What kind of event: the same for "arrested" and "arrest", "bought" and "takeover".
  public var kind: UInt64
  /// A verb in a past form.
  public var isPast: Bool
  /// Whether the kind is so special that two mentions in one story are likely one event: an earthquake, but no announcement.
  public var isSpecial: Bool
  /// Whether the word is one of those that news uses for events, and not just any past form.
  public var isNamed: Bool
  /// Whether a verb of saying stands before it in its sentence.
  public var isReported: Bool
}

/// Kinds of event that need more than words to be told apart.
public enum EventKind {
  /// People meet, talk or visit each other: who they are says which meeting it is.
  public static let meeting = EventWords.meet
  /// Events that are held, of which a story may tell several.
  public static let gathering: Set<UInt64> = [EventWords.meet, ContentWords.stem(of: "conference")]
  /// Somebody comes or goes somewhere.
  public static let moving: Set<UInt64> = [EventWords.arrive, EventWords.visit, EventWords.leave]
  /// A meeting if the object is a person: "hosted the minister".
  public static let receiving: Set<UInt64> = [EventWords.host, ContentWords.stem(of: "welcome"), ContentWords.stem(of: "receive")]
}

/// Cuts sentences into one stretch an event: finer than clauses, since "an earthquake struck, killing four" tells three.
///
/// Heads are the words of ``EventWords`` and regular or irregular past forms. Verbs of saying and auxiliaries end a stretch but are
/// no events. Units of a sentence do not overlap. Cost: linear in the text.
public enum EventUnits {
  public static func units(in document: Document) -> [EventUnit] {
    var result: [EventUnit] = []
    for (block, sentences) in zip(document.blocks, document.sentencesOfBlock)
    where block.kind.isStory || block.kind == .headline || block.kind == .dek || block.kind == .caption {
      for index in sentences { SentenceUnits(document: document, index: index).append(to: &result) }
    }
    settleDeals(&result)
    return result
  }

  /// Whether a word is an infinitive that somebody wishes for: "called on the minister to resign", "refused to pay".
  public static func isWished(_ i: Int, in sentence: Range<Int>, of document: Document) -> Bool {
    guard i > sentence.lowerBound, document.tokens[i - 1].key == EventWords.to else { return false }
    return document.tokens[max(sentence.lowerBound, i - 9)..<i - 1].contains { EventWords.wishes.contains($0) }
  }

  /// Whether the first verb of a stretch is one of saying.
  public static func isReport(_ tokens: Range<Int>, of document: Document) -> Bool {
    for token in document.tokens[tokens] where token.isWord && !token.isCapitalized {
      if EventWords.reporting.contains(token) { return true }
      let end = Int(token.end)
      if token.span.count > 4, document.bytes[end - 1] == 0x64, document.bytes[end - 2] == 0x65 { return false }
      if let cue = TimeVerbs.cues.value(token.key), cue == TenseCue.past.rawValue { return false }
    }
    return false
  }

  /// A deal is a purchase where the article tells more of purchases than of agreements.
  private static func settleDeals(_ units: inout [EventUnit]) {
    guard units.contains(where: { $0.kind == EventWords.deal }) else { return }
    let purchases = units.count { $0.kind == EventWords.purchase }
    let agreements = units.count { $0.kind == EventWords.agreement }
    let isPurchase = purchases > agreements
    for index in units.indices where units[index].kind == EventWords.deal {
      units[index].kind = isPurchase ? EventWords.purchase : EventWords.agreement
      units[index].isSpecial = isPurchase
    }
  }
}

private struct SentenceUnits {
  let document: Document
  let index: Int

  private struct Head {
    var token: Int
    /// Nil: a verb of saying.
    var kind: UInt64?
    var isPast: Bool
    var isSpecial = false
    var isNamed = false
  }

  func append(to result: inout [EventUnit]) {
    let range = document.sentences[index].tokens
    var heads: [Head] = []
    let isTitle = isTitleCase(range)
    for i in range {
      if let head = head(i, range, isTitle) { heads.append(head) }
    }
    guard !heads.isEmpty else { return }
    var starts: [Int] = []
    for (n, head) in heads.enumerated() {
      starts.append(start(of: head, after: n == 0 ? range.lowerBound : heads[n - 1].token + 1, isFirst: n == 0))
    }
    let said = heads.firstIndex { $0.kind == nil } ?? heads.count
    for (n, head) in heads.enumerated() {
      let limit = n + 1 < heads.count ? starts[n + 1] : range.upperBound
      guard let kind = head.kind, let stretch = trim(starts[n]..<end(of: head, before: limit), head.token) else { continue }
      let from = n == 0 ? range.lowerBound : starts[n]
      result.append(
        EventUnit(
          span: document.span(ofTokens: stretch), head: document.tokens[head.token].span,
          reach: document.span(ofTokens: from..<max(head.token + 1, limit)), sentence: index, kind: kind, isPast: head.isPast,
          isSpecial: head.isSpecial, isNamed: head.isNamed,
          isReported: n > said))
    }
  }

  /// Up to a mark, a relative word or, behind a noun, its verb.
  private func end(of head: Head, before limit: Int) -> Int {
    var i = head.token + 1
    while i < limit {
      let token = document.tokens[i]
      switch token.kind {
      case .comma, .semicolon, .colon, .terminator, .open, .close, .doubleQuote: return i
      case .dash where token.shape.contains(.spaceBefore): return i
      case .word where EventWords.closers.contains(token) || !head.isPast && EventWords.copulas.contains(token): return i
      default: i += 1
      }
    }
    return max(limit, head.token + 1)
  }

  private func isTitleCase(_ range: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for token in document.tokens[range] where token.isWord && token.span.count > 3 {
      words += 1
      if token.isCapitalized { capitals += 1 }
    }
    return words >= 3 && capitals * 10 >= words * 8
  }

  private func head(_ i: Int, _ range: Range<Int>, _ isTitle: Bool) -> Head? {
    let token = document.tokens[i]
    guard token.isWord, token.span.count > 2, !token.shape.contains(.nonASCII) else { return nil }
    if EventWords.reporting.contains(token) { return Head(token: i, kind: nil, isPast: true) }
    guard !token.isCapitalized || token.shape.contains(.sentenceStart) || isTitle else { return nil }
    // "court-ordered", "decision-making": the compound is an adjective.
    if i > range.lowerBound, document.tokens[i - 1].kind == .dash, document.tokens[i - 1].isAdjacent(to: token) { return nil }
    if i + 1 < range.upperBound, document.tokens[i + 1].kind == .dash, token.isAdjacent(to: document.tokens[i + 1]) { return nil }
    if EventWords.auxiliaries.contains(token) || EventUnits.isWished(i, in: range, of: document) { return nil }
    let bytes = document.bytes
    let stem = ContentWords.stem(of: token, in: bytes)
    let end = Int(token.end)
    let isRegular = token.span.count > 3 && bytes[end - 1] == 0x64 && bytes[end - 2] == 0x65 && bytes[end - 3] != 0x65
    let cue = TimeVerbs.cues.value(token.key).flatMap { TenseCue(rawValue: Int($0)) }
    let isPast = cue == .past || cue == .promising || (isRegular && cue == nil)
    if EventWords.power.contains(token), isTakingPower(i, range) {
      return Head(token: i, kind: EventWords.inaugurate, isPast: true, isSpecial: true, isNamed: true)
    }
    // "In retaliation for", "in search of": the phrase says why or how.
    if !isPast, i > range.lowerBound, i + 1 < range.upperBound, document.tokens[i - 1].key == EventWords.in,
      EventWords.phrasal.contains(document.tokens[i + 1])
    {
      return nil
    }
    if !isPast, isOfAnotherThing(i, range) { return nil }
    if let kind = EventWords.kinds[stem].map({ sense($0, i, range, isVerb: isPast || isRegular) }) {
      return Head(token: i, kind: kind, isPast: isPast || isRegular, isSpecial: !EventWords.common.contains(kind), isNamed: true)
    }
    guard isPast, !token.isCapitalized, !isAttribute(i, range) else { return nil }
    return Head(token: i, kind: stem, isPast: true)
  }

  /// "The storm surge", "a crash barrier": the event names another thing. "From the wreck": so does what is left. "The toll hits 38": no
  /// blow.
  private func isOfAnotherThing(_ i: Int, _ range: Range<Int>) -> Bool {
    let token = document.tokens[i]
    if i + 1 < range.upperBound, EventWords.bearers.contains(document.tokens[i + 1]) { return true }
    if i > range.lowerBound {
      let before = document.tokens[i - 1]
      // "A storm surge", "under contract"
      if EventWords.surges.contains(token), EventWords.waters.contains(before) { return true }
      if before.key == EventWords.under, EventWords.states.contains(token) { return true }
    }
    if EventWords.reaching.contains(token) {
      return i > range.lowerBound && i + 1 < range.upperBound && document.tokens[i + 1].isNumber
        && EventWords.tolls.contains(document.tokens[i - 1])
    }
    guard EventWords.remains.contains(token), i - 2 >= range.lowerBound, EventWords.determiners.contains(document.tokens[i - 1]) else {
      return false
    }
    return EventWords.locating.contains(document.tokens[i - 2])
  }

  /// Verbs that name several kinds of event are told apart by their objects: one fires a director or missiles, dismisses a minister or
  /// claims, launches a product or an attack.
  private func sense(_ kind: UInt64, _ i: Int, _ range: Range<Int>, isVerb: Bool) -> UInt64 {
    guard EventWords.ambiguous.contains(kind) else { return kind }
    func object(_ list: WordList) -> Bool {
      for next in i + 1..<max(i + 1, min(i + 6, range.upperBound)) {
        let token = document.tokens[next]
        if list.contains(token) { return true }
        guard token.isWord || token.isNumber || token.kind == .clitic, !EventWords.clauseStarts.contains(token) else { return false }
      }
      return false
    }
    switch kind {
    case EventWords.fire:
      if object(EventWords.missiles) { return EventWords.attack }
      let token = document.tokens[i]
      if EventWords.plainFire.contains(token), i > range.lowerBound, !isVerb {
        if EventWords.determiners.contains(document.tokens[i - 1]) { return EventWords.blaze }
        if EventWords.opened.contains(document.tokens[i - 1]) { return EventWords.shoot }
      }
      let next = i + 1 < range.upperBound ? document.tokens[i + 1] : token
      // "The coach's firing at noon" is no shot.
      let before = i > range.lowerBound ? document.tokens[i - 1] : token
      let isNoun = before.kind == .clitic || EventWords.determiners.contains(before)
      if EventWords.targets.contains(next) && !isNoun || object(EventWords.shots) { return EventWords.shoot }
      return object(EventWords.claims) ? EventWords.reject : kind
    case EventWords.fall: return isOfValue(i, range) ? EventWords.decline : kind
    case EventWords.launch: return object(EventWords.offensives) ? EventWords.attack : kind
    case EventWords.hit:
      return i > range.lowerBound && EventWords.strikes.contains(document.tokens[i - 1]) ? EventWords.attack : kind
    default: return kind
    }
  }

  /// "Shares fell 20%", "a fall in sales", but not "the lander fell over".
  private func isOfValue(_ i: Int, _ range: Range<Int>) -> Bool {
    if i + 1 < range.upperBound, case let next = document.tokens[i + 1],
      next.isNumber || next.kind == .symbol || EventWords.degrees.contains(next)
    {
      return true
    }
    return document.tokens[max(range.lowerBound, i - 6)..<min(range.upperBound, i + 4)].contains { EventWords.values.contains($0) }
  }

  /// "Took office", "came to power": words that say nothing alone.
  private func isTakingPower(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i - 2 >= range.lowerBound else { return false }
    let before = document.tokens[i - 1]
    return EventWords.takes.contains(before)
      || before.key == EventWords.to && EventWords.comes.contains(document.tokens[i - 2])
  }

  /// "her estranged husband".
  private func isAttribute(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i > range.lowerBound, i + 1 < range.upperBound, document.tokens[i + 1].isWord else { return false }
    let next = document.tokens[i + 1]
    return EventWords.determiners.contains(document.tokens[i - 1]) && !EventWords.boundaries.contains(next)
  }

  /// The first token of a head's subject or modifiers: nothing to the left of a mark, a preposition or a conjunction. The name behind
  /// a preposition is no verb's subject: in "an earthquake in Peru killed" it belongs to the noun before.
  private func start(of head: Head, after floor: Int, isFirst: Bool) -> Int {
    var i = head.token
    while i > floor {
      let before = document.tokens[i - 1]
      switch before.kind {
      case .close where head.isPast || isFirst:
        // "Vega (L) met": what stands in brackets belongs to the name.
        var open = i - 2
        while open > floor, open > i - 6, document.tokens[open].kind != .open { open -= 1 }
        guard open > floor, document.tokens[open].kind == .open else { return i }
        i = open + 1
      case .comma, .semicolon, .colon, .terminator, .open, .close, .doubleQuote: return i
      case .dash where before.shape.contains(.spaceBefore): return i
      case .word where before.key == EventWords.and && joinsNames(i - 1): break
      case .word where EventWords.boundaries.contains(before):
        if !head.isPast || EventWords.clauseStarts.contains(before) { return i }
        if !isFirst { return afterSubject(of: head.token, floor) }
      default: break
      }
      i -= 1
    }
    return i
  }

  /// "Reyes and Vega met": one subject.
  private func joinsNames(_ and: Int) -> Bool {
    let range = document.sentences[index].tokens
    guard and > range.lowerBound, and + 1 < range.upperBound else { return false }
    return document.tokens[and - 1].isWord && document.tokens[and - 1].isCapitalized && document.tokens[and + 1].isCapitalized
  }

  private func afterSubject(of head: Int, _ floor: Int) -> Int {
    var i = head
    while i > floor, EventWords.helpers.contains(document.tokens[i - 1]) { i -= 1 }
    return i
  }

  private func trim(_ range: Range<Int>, _ head: Int) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isLoose(_ token: Token) -> Bool {
      switch token.kind {
      case .word: EventWords.boundaries.contains(token) || EventWords.determiners.contains(token) || EventWords.helpers.contains(token)
      case .number, .clitic, .symbol, .close: false
      default: true
      }
    }
    // A quotation mark that closes what began before the stretch.
    for i in start..<head where document.tokens[i].kind == .close || document.tokens[i].kind == .doubleQuote {
      if !(start..<i).contains(where: { document.tokens[$0].kind == .open }) { start = i + 1 }
    }
    while start < head, document.tokens[start].kind != .word || EventWords.boundaries.contains(document.tokens[start]),
      document.tokens[start].kind != .number
    {
      start += 1
    }
    while end > head + 1, isLoose(document.tokens[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }
}
