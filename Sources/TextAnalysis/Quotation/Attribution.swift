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

/// Finds the sources of indirect speech.
///
/// A reporting verb takes the name right before it, adverbs and an apposition between commas aside; else the noun phrase right before
/// it if that begins with a determiner or is a bare plural ("a senior US official", "officials"). "According to" takes what follows.
/// Shows less rather than guess: a verb without either gives nothing.
public enum AttributionTagger {
  /// - Returns: in text order, outside quotations.
  public static func tag(_ document: Document, mentions: [Mention], quotations: [Quotation]) -> [Attribution] {
    var result: [Attribution] = []
    var quotation = 0
    for (block, range) in zip(document.blocks, document.tokensOfBlock) where block.kind.isStory {
      for i in range {
        let token = document.tokens[i]
        guard token.isWord, Cues.verbs.contains(token) || token.key == Cues.according else { continue }
        while quotation < quotations.count, quotations[quotation].span.end <= token.start { quotation += 1 }
        if quotation < quotations.count, quotations[quotation].span.start <= token.start { continue }
        if token.key == Cues.according {
          guard i + 2 < range.upperBound, document.tokens[i + 1].key == Cues.to else { continue }
          if let found = phrase(after: i + 2, range, document, mentions) {
            let cue = document.span(ofTokens: i..<i + 2)
            result.append(Attribution(source: found.span, speaker: found.entity, cue: cue))
          }
        } else if let found = subject(before: i, range, document, mentions) {
          result.append(Attribution(source: found.span, speaker: found.entity, cue: token.span))
        }
      }
    }
    return result
  }

  private static func mention(endingAt offset: Int32, _ mentions: [Mention]) -> Mention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.end < offset { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && mentions[low].span.end == offset ? mentions[low] : nil
  }

  private static func mention(from offset: Int32, _ mentions: [Mention]) -> Mention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    guard low < mentions.count else { return nil }
    return mentions[low]
  }

  private static func subject(before verb: Int, _ range: Range<Int>, _ document: Document, _ mentions: [Mention]) -> (
    span: TextSpan, entity: Int?
  )? {
    var i = verb - 1
    // "has said", "also said", "later told".
    while i >= range.lowerBound, Cues.between.contains(document.tokens[i]) { i -= 1 }
    guard i >= range.lowerBound else { return nil }
    // An apposition: "Mattis, the Pentagon chief, said".
    if document.tokens[i].kind == .comma {
      var j = i - 1
      while j > max(range.lowerBound, i - 14), document.tokens[j].kind != .comma, document.tokens[j].kind != .terminator { j -= 1 }
      guard j > range.lowerBound, document.tokens[j].kind == .comma, mention(endingAt: document.tokens[j - 1].end, mentions) != nil else {
        return nil
      }
      i = j - 1
    }
    guard document.tokens[i].isWord || document.tokens[i].kind == .close else { return nil }
    if let found = mention(endingAt: document.tokens[i].end, mentions) { return (found.span, found.entity) }
    // A noun phrase: back to its determiner, over plain words only.
    let last = i
    while i >= range.lowerBound, i > last - 7, document.tokens[i].isWord || document.tokens[i].kind == .clitic,
      !Cues.breaks.contains(document.tokens[i])
    {
      if Cues.determiners.contains(document.tokens[i]) {
        return last > i ? (document.span(ofTokens: i..<last + 1), nil) : nil
      }
      i -= 1
    }
    let first = i + 1
    guard first <= last, Cues.people.contains(document.tokens[last]) else { return nil }
    return (document.span(ofTokens: first..<last + 1), nil)
  }

  private static func phrase(after start: Int, _ range: Range<Int>, _ document: Document, _ mentions: [Mention]) -> (
    span: TextSpan, entity: Int?
  )? {
    guard start < range.upperBound, document.tokens[start].isWord else { return nil }
    var end = start
    while end < min(range.upperBound, start + 8), document.tokens[end].isWord, end == start || !Cues.breaks.contains(document.tokens[end]) {
      if let found = mention(from: document.tokens[end].start, mentions), found.span.start == document.tokens[end].start {
        return (found.span, found.entity)
      }
      end += 1
    }
    return end > start ? (document.span(ofTokens: start..<end), nil) : nil
  }
}

private enum Cues {
  static let according = WordKey.of("according")
  static let to = WordKey.of("to")

  static let verbs = WordList(
    """
    # Verbs that report what somebody said.
    said
    says
    told
    tells
    added
    adds
    announced
    confirmed
    denied
    claimed
    claims
    stated
    argued
    warned
    insisted
    noted
    explained
    acknowledged
    admitted
    alleged
    suggested
    predicted
    estimated
    declared
    reported
    reports
    revealed
    disclosed
    stressed
    emphasized
    emphasised
    reiterated
    testified
    tweeted
    wrote
    replied
    responded
    urged
    demanded
    accused
    complained
    """)

  static let between = WordList(
    """
    has
    have
    had
    also
    later
    then
    earlier
    previously
    repeatedly
    reportedly
    further
    since
    yesterday
    today
    """)

  static let determiners = WordList(
    """
    the
    a
    an
    one
    another
    his
    her
    its
    their
    some
    several
    many
    two
    three
    """)

  static let breaks = WordList(
    """
    and
    but
    that
    which
    who
    when
    while
    as
    after
    before
    because
    is
    are
    was
    were
    had
    has
    have
    will
    would
    it
    he
    she
    they
    we
    i
    you
    in
    on
    at
    from
    by
    with
    """)

  static let people = WordList(
    """
    officials
    sources
    police
    authorities
    witnesses
    analysts
    experts
    critics
    residents
    activists
    reports
    prosecutors
    investigators
    diplomats
    doctors
    scientists
    researchers
    economists
    lawyers
    lawmakers
    democrats
    republicans
    aides
    """)
}
