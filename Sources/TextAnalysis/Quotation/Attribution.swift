/// Who a sentence without a quotation is attributed to: indirect speech ("Lavrov said the deal was close") and sources named by
/// "according to".
public struct Attribution: Sendable, Hashable {
  /// The words that name the source.
  public var source: TextSpan
  /// Index into ``Annotations/entities``, if the source is one of them.
  public var speaker: Int?
  /// The reporting verb or phrase.
  public var cue: TextSpan

  public init(source: TextSpan, speaker: Int? = nil, cue: TextSpan) {
    self.source = source
    self.speaker = speaker
    self.cue = cue
  }
}

/// Finds the sources of indirect speech, with the same search for subjects as ``QuotationTagger``.
///
/// Only verbs that report ("said", "announced"), stated as facts and followed by what they report, and only sources that are named or
/// described: a pronoun is left out. "The firm added 500 jobs" and "drivers were warned" report nothing. Shows less rather than guess.
/// Cost: linear; each look around a verb is bounded.
public enum AttributionTagger {
  /// - Parameter quotations: of the same document; what stands in them is not searched.
  /// - Returns: in text order.
  public static func tag(_ document: Document, entities: [Entity], mentions: [Mention], quotations: [Quotation]) -> [Attribution] {
    let context = AttributionContext(document: document, stretches: [], entities: entities, mentions: mentions)
    var result: [Attribution] = []
    var quotation = 0
    var sentence = 0
    for (block, range) in zip(document.blocks, document.tokensOfBlock) where block.kind.isStory {
      for i in range {
        let token = document.tokens[i]
        guard token.isWord else { continue }
        while quotation < quotations.count, quotations[quotation].span.end <= token.start { quotation += 1 }
        if quotation < quotations.count, quotations[quotation].span.start <= token.start { continue }
        while document.sentences[sentence].tokens.upperBound <= i { sentence += 1 }
        let bounds = document.sentences[sentence].tokens
        let cue: Range<Int>
        let source: SourcePhrase?
        if token.key == according, i + 2 < bounds.upperBound, document.tokens[i + 1].key == to {
          cue = i..<i + 2
          source = context.phrase(at: i + 2, limit: bounds.upperBound)
        } else if i > bounds.lowerBound, context.isFinite(i, floor: bounds.lowerBound) {
          cue = i..<i + 1
          source = context.subject(of: i, floor: bounds.lowerBound).flatMap { context.reports(i, $0, in: bounds) ? $0 : nil }
        } else {
          continue
        }
        guard let source, source.kind != .pronoun, !source.isTime else { continue }
        let span = document.span(ofTokens: source.tokens)
        // A subject that reaches into a quotation is no clean one.
        guard !source.tokens.contains(i), quotation == 0 || !quotations[quotation - 1].span.overlaps(span) else { continue }
        let name = source.name ?? source.tokens
        // The name is the entity's if it ends with it: "the U.S. Embassy" is not the U.S.
        let last = context.mentionOf[name.upperBound - 1]
        let mention = source.kind == .name && last >= 0 ? Int(last) : nil
        var words = source.kind == .name ? document.span(ofTokens: name) : span
        if let mention, context.isPersonMention(name.upperBound - 1) { words = mentions[mention].span }
        result.append(
          Attribution(source: words, speaker: mention.map { mentions[$0].entity }, cue: document.span(ofTokens: cue)))
        // "Reed and Voss said": both.
        guard source.kind == .name, source.isPlural else { continue }
        var other: Int32 = -1
        for k in name.upperBound..<max(name.upperBound, source.tokens.upperBound) where context.mentionOf[k] > other {
          other = context.mentionOf[k]
          let mention = mentions[Int(other)]
          result.append(Attribution(source: mention.span, speaker: mention.entity, cue: document.span(ofTokens: cue)))
        }
      }
    }
    return result
  }

  private static let according = WordKey.of("according")
  private static let to = WordKey.of("to")
}

extension AttributionContext {
  private static let reporting: QuotationWords.Class = [.utters, .announces, .argues]
  private static let by = WordKey.of("by")
  private static let to = WordKey.of("to")
  private static let that = WordKey.of("that")
  private static let modals = WordList("would\nwill\ncan\ncould\nmay\nmight\nshall\nshould\nmust\nto\ncannot\ncan't\nlet")
  private static let chained = WordList("went\ngoes\ngo\non\ncontinued\ncontinues")
  private static let questions = WordList("whether\nif\nwhy\nhow\nwhat\nwhen\nwhere\nwho\nwhich")
  private static let ask = WordList("ask\nasks\nasked")
  private static let admit = WordList("admit\nadmits\nadmitted")
  private static let otherwise = WordList("for\nas\noff\naway\nback")
  private static let telling = WordList("tell\ntells\ntold")
  private static let sayings = WordList("say\nsays\nsaid")
  /// What facts do too.
  private static let impersonal = WordList(
    """
    suggest
    suggests
    suggested
    indicate
    indicates
    indicated
    imply
    implies
    implied
    hint
    hinted
    reveal
    reveals
    revealed
    confirm
    confirms
    confirmed
    disclose
    disclosed
    underline
    underlines
    underlined
    underscore
    underscores
    underscored
    emphasize
    emphasizes
    emphasized
    emphasise
    emphasises
    emphasised
    predict
    predicts
    predicted
    estimate
    estimates
    estimated
    explain
    explains
    explained
    affirm
    affirms
    affirmed
    attest
    attests
    attested
    reaffirm
    reaffirms
    reaffirmed
    reiterate
    reiterates
    reiterated
    recall
    recalls
    recalled
    remind
    reminds
    reminded
    """)
  /// Prices and places of trade: nothing that they "add" or "report" is speech.
  private static let trade = WordList(
    """
    stock
    stocks
    share
    shares
    market
    markets
    futures
    index
    indices
    yields
    prices
    dow
    nasdaq
    ftse
    nikkei
    dax
    stoxx
    """)

  /// Whether the verb at a token is one of reporting, and states that somebody did report: no passive, negation, modal or infinitive.
  func isFinite(_ i: Int, floor: Int) -> Bool {
    let classes = classes(i)
    guard !classes.isDisjoint(with: Self.reporting) || QuotationWords.pledging.contains(token(i)),
      !classes.contains(.participle), isCue(i)
    else { return false }
    guard !isPassive(i, floor: floor) else { return false }
    var k = i - 1
    while k >= floor, token(k).isWord, mentionOf[k] < 0 {
      let classes = self.classes(k)
      if token(k).key == Self.to, k > floor, Self.chained.contains(token(k - 1)) { return true }
      if classes.contains(.negation) || Self.modals.contains(token(k)) { return false }
      guard classes.contains(.auxiliary) || isAdverb(k) else { break }
      k -= 1
    }
    return true
  }

  /// Whether the verb at a token, with this subject, reports what follows it or what stands before its subject.
  func reports(_ verb: Int, _ source: SourcePhrase, in bounds: Range<Int>) -> Bool {
    if source.kind != .pronoun, source.tokens.contains(where: { Self.trade.contains(token($0)) && mentionOf[$0] < 0 }) { return false }
    let classes = classes(verb)
    if classes.contains(.alsoNoun) {
      // "Critics claim that …", not "a police claim that …" or "reports that …".
      guard isBareForm(verb), source.isPlural, !source.hasDeterminer, source.tokens.upperBound <= verb, verb + 1 < bounds.upperBound,
        token(verb + 1).key == Self.that || self.classes(verb + 1).contains(.pronoun)
      else { return false }
      return true
    }
    let isInverted = source.tokens.lowerBound > verb
    // Past quotation marks, adverbs and days: `said on Monday that …`.
    var next = isInverted ? source.tokens.upperBound : verb + 1
    while next < bounds.upperBound, isAdverb(next) && self.classes(next).isDisjoint(with: [.preposition, .time]) { next += 1 }
    if next < bounds.upperBound, token(next).key == Self.by { return false }
    if Self.sayings.contains(token(verb)) { return true }
    guard source.kind == .name || isSomebody(source.head) else {
      guard next < bounds.upperBound, token(next).isWord || token(next).isNumber else { return false }
      // "the 34-year-old told police"
      if Self.telling.contains(token(verb)) {
        return endsWith(source.head, 0x6c, 0x64) && token(source.head - 1).kind == .dash && token(next).key != Self.to
      }
      // "The clinic announced that …", but results "suggest" and moves "confirm".
      return source.hasDeterminer && !Self.impersonal.contains(token(verb))
        && (token(next).key == Self.that || governsClause(from: next, to: bounds.upperBound))
    }
    if isInverted || isFinal(verb, next, source, in: bounds) { return true }
    guard next < bounds.upperBound else { return false }
    let following = token(next)
    if following.kind == .doubleQuote || following.kind == .singleQuote || following.kind == .colon { return true }
    if following.kind == .comma { return next + 1 < bounds.upperBound && token(next + 1).kind == .doubleQuote }
    guard following.isWord || following.isNumber else { return false }
    if Self.telling.contains(token(verb)) {
      return following.key != Self.to && following.key != Self.that && !Self.otherwise.contains(following)
    }
    if classes.contains(.utters) { return true }
    if Self.ask.contains(token(verb)) {
      // "asked him whether", not "asked him to".
      let end = min(bounds.upperBound, next + 8)
      return (next..<end).contains { Self.questions.contains(token($0)) }
    }
    if following.key == Self.that || Self.questions.contains(following) { return true }
    if QuotationWords.pledging.contains(token(verb)), following.key == Self.to || following.isWord && self.classes(next).contains(.negation)
    {
      return true
    }
    if classes.contains(.announces) {
      // "admitted causing death", "reported for duty", "announced as the winner": no speech.
      if Self.admit.contains(token(verb)), endsWith(next, 0x6e, 0x67), !following.isCapitalized { return false }
      return !Self.otherwise.contains(following)
    }
    return governsClause(from: next, to: bounds.upperBound)
  }

  /// "Prices will rise, the bank added on Monday.": what is reported stands before.
  private func isFinal(_ verb: Int, _ next: Int, _ source: SourcePhrase, in bounds: Range<Int>) -> Bool {
    let first = source.tokens.lowerBound
    guard first > bounds.lowerBound, source.tokens.upperBound <= verb else { return false }
    let before = token(first - 1)
    guard before.kind == .comma || before.kind == .doubleQuote || before.kind == .singleQuote || before.kind == .dash else { return false }
    guard next < bounds.upperBound else { return true }
    let after = token(next)
    if after.kind == .comma, next + 1 < bounds.upperBound { return !token(next + 1).isCapitalized || token(next + 1).kind != .word }
    return !after.isWord && !after.isNumber || !classes(next).isDisjoint(with: [.preposition, .time])
  }

  /// Whether a clause begins at a token, or "that" follows in the same one: a verb stands before the next conjunction.
  private func governsClause(from start: Int, to limit: Int) -> Bool {
    var k = start
    let limit = min(limit, start + 18)
    while k < limit {
      let token = token(k)
      if token.key == Self.that { return k > start }
      guard token.isWord || token.isNumber || token.kind == .clitic || isInnerMark(k) else { return false }
      let classes = classes(k)
      if k > start, !classes.isDisjoint(with: [.conjunction, .subordinator]), classes.isDisjoint(with: .preposition) { return false }
      if k > start, classes.contains(.auxiliary) || classes.contains(.otherVerb) && !endsWith(k, 0x65, 0x64) {
        // "to be", "a plan to make": no finite verb.
        if self.token(k - 1).key != Self.to { return true }
      }
      // "concluded China knowingly permitted …"
      if k > start, endsWith(k, 0x65, 0x64), mentionOf[k - 1] >= 0 || isAdverb(k - 1) { return true }
      if k == start, classes.contains(.pronoun), token.span.count > 1 || token.isCapitalized { return true }
      k += 1
    }
    return false
  }

  private func isInnerMark(_ i: Int) -> Bool {
    i > 0 && token(i).kind == .dash && touches(i - 1, i) || token(i).kind == .symbol
  }

  /// Whether a noun means people, a body or a text, by the lists or by how it ends: "campaigners", "retailers".
  private func isSomebody(_ head: Int) -> Bool {
    if isNoun(head) || NameLexicon.shared[token(head).key].flags.contains(.role) { return true }
    let token = token(head)
    guard token.isWord, token.span.count >= 6 else { return false }
    var end = Int(token.end)
    if document.bytes[end - 1] == 0x73 { end -= 1 }
    let (a, b) = (document.bytes[end - 2], document.bytes[end - 1])
    // -er, -or, -ist, -ian
    return b == 0x72 && a == 0x65 && end < Int(token.end) || b == 0x74 && a == 0x73 || b == 0x6e && a == 0x61
  }
}
