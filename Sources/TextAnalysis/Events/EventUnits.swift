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
}

/// Cuts sentences into one stretch an event: finer than clauses, since "an earthquake struck, killing four" tells three.
///
/// Heads are the words of ``EventWords`` and regular or irregular past forms. Verbs of saying and auxiliaries end a stretch but are
/// no events. Units of a sentence do not overlap. Cost: linear in the text.
public enum EventUnits {
  public static func units(in document: Document) -> [EventUnit] {
    var result: [EventUnit] = []
    for (block, sentences) in zip(document.blocks, document.sentencesOfBlock)
    where block.kind.isStory || block.kind == .headline || block.kind == .dek {
      for index in sentences { SentenceUnits(document: document, index: index).append(to: &result) }
    }
    settleDeals(&result)
    return result
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
    for (n, head) in heads.enumerated() {
      let limit = n + 1 < heads.count ? starts[n + 1] : range.upperBound
      guard let kind = head.kind, let stretch = trim(starts[n]..<end(of: head, before: limit), head.token) else { continue }
      let from = n == 0 ? range.lowerBound : starts[n]
      result.append(
        EventUnit(
          span: document.span(ofTokens: stretch), head: document.tokens[head.token].span,
          reach: document.span(ofTokens: from..<max(head.token + 1, limit)), sentence: index, kind: kind, isPast: head.isPast,
          isSpecial: head.isSpecial))
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
    if EventWords.auxiliaries.contains(token) { return nil }
    let bytes = document.bytes
    let stem = ContentWords.stem(of: token, in: bytes)
    let end = Int(token.end)
    let isRegular = token.span.count > 3 && bytes[end - 1] == 0x64 && bytes[end - 2] == 0x65 && bytes[end - 3] != 0x65
    let cue = TimeVerbs.cues.value(token.key).flatMap { TenseCue(rawValue: Int($0)) }
    let isPast = cue == .past || cue == .promising || (isRegular && cue == nil)
    if let kind = EventWords.kinds[stem] {
      return Head(token: i, kind: kind, isPast: isPast || isRegular, isSpecial: !EventWords.common.contains(kind))
    }
    guard isPast, !token.isCapitalized, !isAttribute(i, range) else { return nil }
    return Head(token: i, kind: stem, isPast: true)
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
      case .comma, .semicolon, .colon, .terminator, .open, .close, .doubleQuote: return i
      case .dash where before.shape.contains(.spaceBefore): return i
      case .word where EventWords.boundaries.contains(before):
        if !head.isPast || EventWords.clauseStarts.contains(before) { return i }
        if !isFirst { return afterSubject(of: head.token, floor) }
      default: break
      }
      i -= 1
    }
    return i
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
    while start < head, document.tokens[start].kind != .word || EventWords.boundaries.contains(document.tokens[start]),
      document.tokens[start].kind != .number
    {
      start += 1
    }
    while end > head + 1, isLoose(document.tokens[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }
}
