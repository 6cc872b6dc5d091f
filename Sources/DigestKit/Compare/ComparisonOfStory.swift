import TextAnalysis
extension Comparison {
  public init(of story: Story) {
    var quotes: [[QuoteRef]] = []
    var entities: [StoryEntity] = []
    var byName: [String: Int] = [:]
    for (a, article) in story.articles.enumerated() {
      for q in article.annotations.quotations.indices { quotes.append([QuoteRef(article: a, quotation: q)]) }
      for (e, entity) in article.annotations.entities.enumerated() {
        if let i = byName[entity.name] { entities[i].members.append(.init(article: a, entity: e)) } else {
          byName[entity.name] = entities.count
          entities.append(StoryEntity(name: entity.name, kind: entity.kind, members: [.init(article: a, entity: e)]))
        }
      }
    }
    self.init(texts: story.articles.indices.map { [$0] }, shared: [], quotes: quotes, claims: [], entities: entities)
  }
}
extension Composer {
  func edits(from: Passage, to: Passage) -> [Edit] { [] }
}
