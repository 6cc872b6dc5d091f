import TextAnalysis

extension Story {
  /// People, organisations and places of the story: ``EntityMerging``, then the editor's aliases and distinctions.
  func mergedEntities() -> [StoryEntity] {
    let named = articles.map {
      NamedEntity.all(in: $0.document, entities: $0.annotations.entities, mentions: $0.annotations.mentions)
    }
    var entities = EntityMerging.merge(named).map { merged in
      StoryEntity(name: merged.name, kind: merged.kind, members: merged.members.map { .init(article: $0.article, entity: $0.entity) })
    }
    func names(_ entity: StoryEntity) -> Set<String> {
      Set(entity.members.flatMap { member in named[member.article][member.entity].forms.map { Folding.folded($0.text) } })
    }
    for correction in corrections {
      switch correction.change {
      case .alias(let aliases):
        let wanted = Set(aliases.map { Folding.folded($0) })
        let same = entities.indices.filter {
          wanted.contains(Folding.folded(entities[$0].name)) || !names(entities[$0]).isDisjoint(with: wanted)
        }
        guard same.count > 1, let first = same.first else { continue }
        for other in same.dropFirst() { entities[first].members += entities[other].members }
        entities[first].members.sort { ($0.article, $0.entity) < ($1.article, $1.entity) }
        // The first alias that stands in the articles names it.
        if let name = aliases.first(where: { alias in same.contains { entities[$0].name == alias } }) { entities[first].name = name }
        for other in same.dropFirst().reversed() { entities.remove(at: other) }
      case .distinct(let apart):
        let wanted = apart.map { Folding.folded($0) }
        entities = entities.flatMap { entity -> [StoryEntity] in
          var parts: [StoryEntity] = []
          var rest = entity
          for (name, folded) in zip(apart, wanted) {
            let own = rest.members.filter { member in Folding.folded(named[member.article][member.entity].name) == folded }
            guard !own.isEmpty, own.count < rest.members.count else { continue }
            rest.members.removeAll(where: own.contains)
            parts.append(StoryEntity(name: name, kind: entity.kind, members: own))
          }
          guard let first = rest.members.first, !parts.isEmpty else { return [entity] }
          if parts.contains(where: { $0.name == rest.name }) { rest.name = named[first.article][first.entity].name }
          return parts + [rest]
        }
      default: break
      }
    }
    return entities
  }
}
