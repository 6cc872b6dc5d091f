import TextAnalysis

extension Story {
  /// The story's quotations by utterance: ``QuoteGrouping``, with the story's entities as speakers.
  ///
  /// - Parameter entityOf: of each article, of each of its entities, the story's.
  func quoteGroups(entityOf: [[Int]]) -> [[QuoteRef]] {
    var refs: [QuoteRef] = []
    var utterances: [Utterance] = []
    for (a, article) in articles.enumerated() {
      for (q, quotation) in article.annotations.quotations.enumerated() {
        let speaker: Utterance.Speaker =
          quotation.speaker.map { .known(entityOf[a][$0]) }
          ?? quotation.speakerName.map { Self.isAnonymous($0) ? .anonymous(WordKey.of($0)) : .described(WordKey.of($0)) } ?? .unknown
        refs.append(QuoteRef(article: a, quotation: q))
        utterances.append(Utterance(article.document, content: quotation.content, speaker: speaker))
      }
    }
    return QuoteGrouping.groups(of: utterances).map { group in group.map { refs[$0] } }
  }

  /// "A senior official", "one of the drivers".
  private static func isAnonymous(_ name: String) -> Bool {
    let first = name.utf8.prefix { $0 != 0x20 }
    return first.count < name.utf8.count && indefinite.contains(WordKey.of(Substring(first)))
  }

  private static let indefinite = WordList("a\nan\none\nanother\nsome\nseveral\nmany")
}
