/// What a stretch tells the end of: "evacuation orders were lifted", "the city reopened the bridge".
///
/// Two sentences that name one order are not of one thing if the first tells that it was given and the second that it was lifted. Only
/// nouns of ``EndingWords`` can be ended, so that no share price is "dropped". Cost: linear in the stretch.
public struct Endings: Sendable {
  /// Tokens of the nouns whose end is told, with the words before them that belong to their name; in order.
  public private(set) var ended: [Int] = []
  /// Content keys that stand for the nouns too: a strike that was called off is the walkout that others tell of.
  public private(set) var others: [UInt64] = []
  /// Tokens of what is open, or works, again; in order.
  public private(set) var reopened: [Int] = []
  /// Whether any word may tell an end, denied ones too.
  public private(set) var hasEnder = false
  public private(set) var hasOpener = false
  /// Whether a word tells that something was closed, cut off or halted.
  public private(set) var hasCloser = false

  private static let strikes = [ContentWords.key(of: "strike"), ContentWords.key(of: "walkout")]

  public init(in range: Range<Int>, of document: Document) {
    for i in range where EndingWords.any.contains(document.tokens[i]) {
      let token = document.tokens[i]
      hasCloser = hasCloser || EndingWords.closers.contains(token)
      let isDenied = document.tokens[max(range.lowerBound, i - 5)..<i].contains { EndingWords.denials.contains($0) }
      if EndingWords.openers.contains(token) {
        hasOpener = true
        if !isDenied { reopened += near(i, range, document) }
        continue
      }
      guard EndingWords.enders.contains(token) else { continue }
      if EndingWords.calls.contains(token) {
        guard document.tokens[i..<min(range.upperBound, i + 6)].contains(where: { $0.key == EndingWords.off }) else { continue }
      }
      hasEnder = true
      // "A suspended sentence" is a kind of sentence; "at the end of".
      let next = i + 1 < range.upperBound ? document.tokens[i + 1] : token
      if EndingWords.kinds.contains(token), EndingWords.sentences.contains(next) { continue }
      if !isDenied, let noun = noun(endedBy: i, range, document),
        !(EndingWords.kinds.contains(token) && EndingWords.sentences.contains(document.tokens[noun]))
      {
        ended += phrase(noun, range, document)
        if EndingWords.strikes.contains(document.tokens[noun]) { others = Self.strikes }
      }
    }
    ended.sort()
    reopened.sort()
  }

  /// The noun that a verb or noun ends: its object, or behind "were" its subject.
  private func noun(endedBy verb: Int, _ range: Range<Int>, _ document: Document) -> Int? {
    let isWeak = EndingWords.weak.contains(document.tokens[verb])
    func canEnd(_ token: Token) -> Bool { EndingWords.lasting.contains(token) || !isWeak && EndingWords.undone.contains(token) }
    func behind(_ start: Int) -> Int? {
      for i in start..<max(start, min(range.upperBound, start + 7)) {
        let token = document.tokens[i]
        if canEnd(token) {
          // "Evacuation orders": the last word of the phrase.
          return i + 1 < range.upperBound && canEnd(document.tokens[i + 1]) ? i + 1 : i
        }
        if token.kind == .clitic || token.kind == .dash || token.kind == .symbol || token.isNumber || token.key == EndingWords.off {
          continue
        }
        guard token.isWord, !EventWords.boundaries.contains(token) || EventWords.determiners.contains(token) || token.key == EndingWords.of
        else { return nil }
      }
      return nil
    }
    func before(_ end: Int) -> Int? {
      for i in stride(from: end - 1, through: max(range.lowerBound, end - 16), by: -1) {
        let token = document.tokens[i]
        if canEnd(token) { return i }
        guard token.isWord || token.isNumber || token.kind == .clitic || token.kind == .dash, !EventWords.clauseStarts.contains(token)
        else {
          return nil
        }
      }
      return nil
    }
    if EndingWords.nouns.contains(document.tokens[verb]), let noun = behind(verb + 1) { return noun }
    var left = verb
    while left > range.lowerBound, left > verb - 4, EndingWords.between.contains(document.tokens[left - 1]) { left -= 1 }
    let isPassive = left > range.lowerBound && EndingWords.auxiliaries.contains(document.tokens[left - 1])
    if isPassive {
      left -= 1
      while left > range.lowerBound, left > verb - 7, EndingWords.between.contains(document.tokens[left - 1]) { left -= 1 }
      return before(left)
    }
    // "The end of the strike", but not "the ban holds to the end of the year".
    if document.tokens[verb].key == EndingWords.end, verb > range.lowerBound, EventWords.determiners.contains(document.tokens[verb - 1]) {
      return verb + 1 < range.upperBound && EndingWords.ofTo.contains(document.tokens[verb + 1]) ? behind(verb + 2) : nil
    }
    return behind(verb + 1)
      ?? (EndingWords.intransitive.contains(document.tokens[verb]) ? subject(before: left, range, document, canEnd) : nil)
  }

  /// "The strike ended": right before the verb, or with one phrase between ("the strike by drivers ended").
  private func subject(before verb: Int, _ range: Range<Int>, _ document: Document, _ canEnd: (Token) -> Bool) -> Int? {
    var prepositions = 0
    for i in stride(from: verb - 1, through: max(range.lowerBound, verb - 6), by: -1) {
      let token = document.tokens[i]
      if canEnd(token) { return i }
      guard token.isWord || token.kind == .clitic, !EventWords.clauseStarts.contains(token) else { return nil }
      if EventWords.boundaries.contains(token), !EventWords.determiners.contains(token) { prepositions += 1 }
      guard prepositions <= 1 else { return nil }
    }
    return nil
  }

  /// A noun with the words before it: "mandatory evacuation orders".
  private func phrase(_ noun: Int, _ range: Range<Int>, _ document: Document) -> [Int] {
    var first = noun
    while first > range.lowerBound, first > noun - 3, case let token = document.tokens[first - 1], token.isWord,
      !token.isCapitalized || token.shape.contains(.sentenceStart), !ContentWords.isStopWord(token), !EventWords.boundaries.contains(token),
      !EndingWords.enders.contains(token),
      first - 2 < range.lowerBound || document.tokens[first - 2].kind != .dash
    {
      first -= 1
    }
    return Array(first...noun)
  }

  /// Content words beside a verb by which something is open again: three before it, or else behind it.
  private func near(_ verb: Int, _ range: Range<Int>, _ document: Document) -> [Int] {
    func isContent(_ i: Int) -> Bool { document.tokens[i].isWord && !ContentWords.isStopWord(document.tokens[i]) }
    func isEdge(_ i: Int) -> Bool {
      let token = document.tokens[i]
      return !(token.isWord || token.isNumber || token.kind == .clitic || token.kind == .dash) || EventWords.clauseStarts.contains(token)
    }
    let floor = max(range.lowerBound, verb - 8)
    let before = stride(from: verb - 1, through: floor, by: -1).prefix { !isEdge($0) }.filter(isContent).prefix(3)
    let behind = (verb + 1..<max(verb + 1, min(range.upperBound, verb + 6))).prefix { !isEdge($0) }.filter(isContent).prefix(3)
    return Array(before) + behind
  }
}
