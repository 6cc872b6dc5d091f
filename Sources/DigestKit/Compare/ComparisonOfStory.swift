import TextAnalysis

extension Comparison {
  /// Compares the articles of a story: text they share, independent texts, versions of one quotation, entities, claims.
  ///
  /// Nothing is compared pair by pair: each part looks candidates up in an index and verifies those. The result depends on nothing
  /// but the story. No article, or one, gives no shared passage and no claim.
  public init(of story: Story) {
    let text = ComparedText(story)
    let entities = story.mergedEntities()
    var entityOf = story.articles.map { [Int](repeating: -1, count: $0.annotations.entities.count) }
    for (index, entity) in entities.enumerated() {
      for member in entity.members { entityOf[member.article][member.entity] = index }
    }
    let shared = SharedText.passages(in: text)
    let quotes = story.quoteGroups(entityOf: entityOf)
    let (claims, resembled) = Claims.passages(in: text, shared: shared, quotes: quotes, entities: entities, entityOf: entityOf)
    self.init(texts: text.independentTexts(shared), shared: shared, quotes: quotes, claims: claims.map(\.passages), entities: entities)
    self.resembled = resembled
    faintClaims = Set(claims.indices.filter { claims[$0].likeness < Claims.faint })
  }
}

extension Composer {
  /// What changed from one passage to another.
  func edits(from base: Passage, to other: Passage) -> [Edit] { story.edits(from: base, to: other) }
}
