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
/// Only verbs that report ("said", "announced"), and only sources that are named or described: a pronoun is left out. Shows less
/// rather than guess. Cost: linear; each look around a verb is bounded.
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
        } else if context.classes(i).contains(.say), context.classes(i).isDisjoint(with: [.alsoNoun, .participle]), i > bounds.lowerBound {
          cue = i..<i + 1
          source = context.subject(of: i, floor: bounds.lowerBound)
        } else {
          continue
        }
        guard let source, source.kind != .pronoun, !source.isTime else { continue }
        let span = document.span(ofTokens: source.tokens)
        // A subject that reaches into a quotation is no clean one.
        guard !source.tokens.contains(i), quotation == 0 || !quotations[quotation - 1].span.overlaps(span) else { continue }
        let name = source.name ?? source.tokens
        let mention = source.kind == .name ? name.lazy.map({ context.mentionOf[$0] }).last { $0 >= 0 } : nil
        result.append(
          Attribution(
            source: source.kind == .name ? document.span(ofTokens: name) : span, speaker: mention.map { mentions[Int($0)].entity },
            cue: document.span(ofTokens: cue)))
      }
    }
    return result
  }

  private static let according = WordKey.of("according")
  private static let to = WordKey.of("to")
}
