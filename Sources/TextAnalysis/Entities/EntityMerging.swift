/// An entity of one article, as far as joining it with those of other articles needs it.
public struct NamedEntity: Sendable, Hashable {
  public var kind: Entity.Kind
  /// The fullest form in the article.
  public var name: String
  /// Every form of the name in the article and how often it stands there, without titles; at least one.
  public var forms: [Form]
  public var gender: Entity.Gender?
  /// Descriptions beside the name, as written.
  public var roles: [String]
  /// ``Entity/country``.
  public var country: Int?

  public struct Form: Sendable, Hashable {
    public var text: String
    public var count: Int
    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  public init(
    kind: Entity.Kind, name: String, forms: [Form], gender: Entity.Gender? = nil, roles: [String] = [], country: Int? = nil
  ) {
    self.country = country
    self.kind = kind
    self.name = name
    self.forms = forms
    self.gender = gender
    self.roles = roles
  }

  /// The entities of an annotated article, index by index.
  public static func all(in document: Document, entities: [Entity], mentions: [Mention]) -> [NamedEntity] {
    var result = entities.map { entity in
      NamedEntity(
        kind: entity.kind, name: entity.name, forms: [], gender: entity.gender, roles: entity.roles.map { document.string($0) },
        country: entity.country)
    }
    for mention in mentions where entities.indices.contains(mention.entity) {
      let text = document.string(mention.span)
      if let i = result[mention.entity].forms.firstIndex(where: { $0.text == text }) {
        result[mention.entity].forms[i].count += 1
      } else {
        result[mention.entity].forms.append(Form(text: text, count: 1))
      }
    }
    for i in result.indices where result[i].forms.isEmpty { result[i].forms = [Form(text: result[i].name, count: 1)] }
    return result
  }
}

/// One person, organisation or place of a story, with the article entities that name it.
public struct MergedEntity: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public var article: Int
    /// Index among the article's entities.
    public var entity: Int
    public init(article: Int, entity: Int) {
      self.article = article
      self.entity = entity
    }
  }

  /// The fullest form that stands in the articles, the most frequent of equals. Never composed.
  public var name: String
  public var kind: Entity.Kind
  public var gender: Entity.Gender?
  /// By article, then entity.
  public var members: [Member]
}

/// Joins the entities of a story's articles.
public enum EntityMerging {
  /// - Parameter articles: of each article its entities.
  /// - Returns: groups in order of their first member. Every entity is in exactly one group.
  ///
  /// Full names join when given name, family name, generation and gender agree in any of their spellings; a family name alone joins
  /// the only full name of the story that it fits, or the one among several that other articles call by it. Cost: by family name, not
  /// all pairs.
  public static func merge(_ articles: [[NamedEntity]]) -> [MergedEntity] {
    var merger = Merger(articles)
    return merger.run()
  }

  private struct Item {
    var member: MergedEntity.Member
    var entity: NamedEntity
    var name: ParsedName
    /// Of a person, all forms taken apart.
    var names: [PersonName]
    var weight: Int
  }

  private struct Group {
    var kind: Entity.Kind
    var items: [Int]
    var names: [PersonName] = []
    var gender: Entity.Gender?
    var country: Int?
    /// Some article calls this person by the family name alone.
    var hasShortForm = false
    var roleHeads: Set<UInt64> = []
  }

  private struct Merger {
    var items: [Item] = []
    var groups: [Group] = []
    var byFamily: [UInt64: [Int]] = [:]
    var bySkeleton: [UInt64: [Int]] = [:]
    var byGiven: [UInt64: [Int]] = [:]
    var byKey: [String: Int] = [:]

    init(_ articles: [[NamedEntity]]) {
      for (a, entities) in articles.enumerated() {
        for (e, entity) in entities.enumerated() {
          let name = ParsedName(entity.name, kind: entity.kind, gender: nil)
          var names: [PersonName] = []
          for form in entity.forms {
            var person = ParsedName(form.text, kind: .person, gender: nil).person
            if person.parts.isEmpty { continue }
            if let gender = entity.gender {
              person.gender = gender
              person.genderIsStated = true
            }
            if !names.contains(person) { names.append(person) }
          }
          // The fullest first.
          names.sort { $0.parts.count > $1.parts.count }
          items.append(
            Item(
              member: .init(article: a, entity: e), entity: entity, name: name, names: names,
              weight: entity.forms.reduce(0) { $0 + $1.count }))
        }
      }
    }

    mutating func run() -> [MergedEntity] {
      for i in items.indices where items[i].entity.kind == .place { addPlace(i) }
      var isAssigned = [Bool](repeating: false, count: items.count)
      // Full names, those with most words first, so that short ones meet them.
      let full = items.indices.filter { items[$0].entity.kind == .person && items[$0].names.first?.isFull ?? false }
        .sorted { a, b in
          let (x, y) = (items[a].names[0].parts.count, items[b].names[0].parts.count)
          return x != y ? x > y : a < b
        }
      for i in full {
        addFull(i)
        isAssigned[i] = true
      }
      // Organisations: long names before short ones and acronyms. A word that one article took for an organisation may be a person's.
      let organizations = items.indices.filter { items[$0].entity.kind == .organization }
        .sorted { a, b in
          let (x, y) = (items[a].name.words.count, items[b].name.words.count)
          return x != y ? x > y : a < b
        }
      for i in organizations {
        if items[i].name.organization == 0, items[i].name.words.count == 1, !items[i].name.isCapitals, let g = onlyBearer(i) {
          join(i, g)
        } else {
          addOrganization(i)
        }
        isAssigned[i] = true
      }
      for i in items.indices where items[i].entity.kind == .person && !isAssigned[i] { addShort(i) }
      return result()
    }

    private mutating func join(_ i: Int, _ g: Int) {
      groups[g].items.append(i)
      if groups[g].gender == nil { groups[g].gender = items[i].entity.gender }
      guard groups[g].kind == .person else { return }
      for name in items[i].names {
        if !name.isFull { groups[g].hasShortForm = true }
        if !groups[g].names.contains(where: { $0.parts == name.parts && $0.generation == name.generation }) { groups[g].names.append(name) }
        func add(_ table: inout [UInt64: [Int]], _ key: UInt64) {
          if !(table[key] ?? []).contains(g) { table[key, default: []].append(g) }
        }
        if let family = name.family {
          add(&byFamily, family.sound)
          if family.consonants >= 2 { add(&bySkeleton, family.skeleton) }
        }
        if name.isFull { add(&byGiven, name.parts[0].sound) }
      }
      for role in items[i].entity.roles { groups[g].roleHeads.formUnion(Merger.heads(role)) }
    }

    private static func heads(_ role: String) -> [UInt64] {
      let lexicon = NameLexicon.shared
      return Document(role).tokens.filter { $0.isWord && lexicon[$0.key].flags.contains(.role) }.map(\.key)
    }

    private mutating func addFull(_ i: Int) {
      let names = items[i].names.filter(\.isFull)
      guard let name = names.first, let family = name.family else { return }
      var seen: Set<Int> = []
      var matching: [Int] = []
      let near = (byFamily[family.sound] ?? []).suffix(64) + (bySkeleton[family.skeleton] ?? []).suffix(64)
      for g in near where seen.insert(g).inserted {
        if let a = groups[g].gender, let b = items[i].entity.gender, a != b { continue }
        let others = groups[g].names.filter(\.isFull)
        guard others.contains(where: { $0.matches(name) }),
          others.allSatisfy({ other in names.allSatisfy { $0.matches(other) || contains(other, $0) } })
        else { continue }
        matching.append(g)
      }
      if matching.count > 1 {
        let exact = matching.filter { g in
          groups[g].names.contains { $0.parts.map(\.sound) == name.parts.map(\.sound) && $0.generation == name.generation }
        }
        matching = exact.count == 1 ? exact : []
      }
      if let g = matching.first {
        join(i, g)
      } else {
        groups.append(Group(kind: .person, items: []))
        join(i, groups.count - 1)
      }
    }

    /// Whether one name's words are among the other's: "Sarah Sanders" in "Sarah Huckabee Sanders".
    private func contains(_ a: PersonName, _ b: PersonName) -> Bool {
      let (short, long) = a.parts.count <= b.parts.count ? (a, b) : (b, a)
      return short.generation == long.generation && short.parts.allSatisfy { part in long.parts.contains { $0.sound == part.sound } }
    }

    /// Groups of people that a name of one word fits.
    private func bearers(_ i: Int) -> [Int] {
      guard let name = items[i].names.first, let part = name.parts.first else { return [] }
      var seen: Set<Int> = []
      var found: [Int] = []
      for g in (byFamily[part.sound] ?? []) + (bySkeleton[part.skeleton] ?? []) where seen.insert(g).inserted {
        if let a = groups[g].gender, let b = items[i].entity.gender, a != b { continue }
        if groups[g].names.contains(where: { full in
          !(name.isRegnal && full.isFull) && full.family.map { PersonName.familiesMatch(part, $0, given: false) } ?? false
            && (name.generation == 0 || name.generation == full.generation)
        }) {
          found.append(g)
        }
      }
      if found.isEmpty {
        for g in (byGiven[part.sound] ?? []).prefix(20)
        where seen.insert(g).inserted && groups[g].names.contains(where: { $0.isFull && !$0.isFamilyFirst && $0.matches(name) }) {
          if let a = groups[g].gender, let b = items[i].entity.gender, a != b { continue }
          found.append(g)
        }
      }
      return found
    }

    /// The one person that a name of one word can mean, or nil.
    private func onlyBearer(_ i: Int) -> Int? {
      var found = bearers(i)
      if found.count > 1 {
        // In one article two entities are two people.
        let article = items[i].member.article
        let free = found.filter { g in !groups[g].items.contains { items[$0].member.article == article } }
        if free.count == 1 { found = free }
      }
      if found.count > 1 {
        let heads = Set(items[i].entity.roles.flatMap(Merger.heads))
        let byRole = found.filter { !groups[$0].roleHeads.isDisjoint(with: heads) }
        if byRole.count == 1 {
          found = byRole
        } else {
          let called = found.filter { groups[$0].hasShortForm }
          if called.count == 1 { found = called }
        }
      }
      return found.count == 1 ? found[0] : nil
    }

    private mutating func addShort(_ i: Int) {
      if let g = onlyBearer(i) {
        join(i, g)
        return
      }
      guard bearers(i).count <= 1 || items[i].names.isEmpty else {
        // Ambiguous: together with other ambiguous ones of that name.
        let key = "?" + items[i].name.folded
        if let g = byKey[key] {
          groups[g].items.append(i)
        } else {
          groups.append(Group(kind: .person, items: [i]))
          byKey[key] = groups.count - 1
        }
        return
      }
      groups.append(Group(kind: .person, items: []))
      join(i, groups.count - 1)
    }

    private mutating func addPlace(_ i: Int) {
      let place = items[i].name.place
      let key = place > 0 ? "place \(place)" : "place " + items[i].name.folded
      add(i, .place, key)
    }

    private mutating func add(_ i: Int, _ kind: Entity.Kind, _ key: String) {
      if let g = byKey[key] {
        join(i, g)
      } else {
        groups.append(Group(kind: kind, items: []))
        byKey[key] = groups.count - 1
        join(i, groups.count - 1)
      }
    }

    private mutating func addOrganization(_ i: Int) {
      let item = items[i]
      // Every form finds: an article may have both "FBI" and its expansion.
      let forms = item.entity.forms.map { ParsedName($0.text, kind: .organization) }
      let sortedKeys = forms.map { form -> [String] in
        var keys: [String] = []
        if form.organization > 0 { keys.append("org \(form.organization)") }
        keys.append("words " + form.words.sorted().map { String($0, radix: 36) }.joined(separator: " "))
        if form.words.count > 2, let first = form.words.first, !NameLexicon.shared[first].flags.isDisjoint(with: [.country]) {
          keys.append("words " + form.words.dropFirst().sorted().map { String($0, radix: 36) }.joined(separator: " "))
        }
        if form.isCapitals || form.words.count == 1 { keys.append("acronym " + String(decoding: form.letters, as: UTF8.self)) }
        return keys
      }
      let acronyms = forms.filter { $0.words.count > 1 }.flatMap { $0.initials.map { "acronym " + String(decoding: $0, as: UTF8.self) } }
      let country = item.entity.country
      func isOfOneCountry(_ g: Int) -> Bool { country == nil || groups[g].country == nil || country == groups[g].country }
      let ofCountry = country.map { " of \($0)" } ?? ""
      var found: Int?
      for key in sortedKeys.joined() where found == nil {
        if let g = byKey[key], isOfOneCountry(g) {
          found = g
        } else if country != nil, let g = byKey[key + ofCountry] {
          found = g
        }
      }
      if found == nil {
        // A short form of one organisation: "Goldman".
        let near = groups.indices.filter { g in
          groups[g].kind == .organization && isOfOneCountry(g)
            && groups[g].items.contains { other in forms.contains { NameMatch.same($0, items[other].name) } }
        }
        if near.count == 1 { found = near[0] }
      }
      let g: Int
      if let found {
        g = found
      } else {
        groups.append(Group(kind: .organization, items: []))
        g = groups.count - 1
      }
      join(i, g)
      if groups[g].country == nil { groups[g].country = country }
      for key in sortedKeys.joined() {
        if byKey[key] == nil { byKey[key] = g }
        if country != nil, byKey[key + ofCountry] == nil { byKey[key + ofCountry] = g }
      }
      for key in acronyms where byKey[key] == nil { byKey[key] = g }
    }

    private func result() -> [MergedEntity] {
      groups.map { group in
        let members = group.items.map { items[$0].member }.sorted {
          $0.article != $1.article ? $0.article < $1.article : $0.entity < $1.entity
        }
        return MergedEntity(name: canonicalName(group), kind: group.kind, gender: group.gender, members: members)
      }
      .sorted { a, b in
        let (x, y) = (a.members[0], b.members[0])
        return x.article != y.article ? x.article < y.article : x.entity < y.entity
      }
    }

    private func canonicalName(_ group: Group) -> String {
      var counts: [String: Int] = [:]
      var order: [String] = []
      for i in group.items.sorted() {
        for form in items[i].entity.forms {
          if counts[form.text] == nil { order.append(form.text) }
          counts[form.text, default: 0] += form.count
        }
      }
      var best = order.first ?? ""
      var bestScore = FormScore.lowest
      for text in order {
        let score = FormScore(text, kind: group.kind, count: counts[text] ?? 0)
        if score > bestScore {
          best = text
          bestScore = score
        }
      }
      return best
    }
  }
}

/// How well a form serves as an entity's name: the fullest, of equals the most frequent.
struct FormScore: Comparable {
  private var values: (Int, Int, Int)
  static let lowest = FormScore(values: (-1, -1, -1))

  private init(values: (Int, Int, Int)) { self.values = values }

  init(_ text: String, kind: Entity.Kind, count: Int) {
    var words = 0
    var letters = 0
    for token in Document(text).tokens where token.isWord {
      letters += token.span.count
      if token.span.count > 1, !token.shape.contains(.dotted),
        token.isCapitalized || NameLexicon.shared[token.key].flags.contains(.particle)
      {
        words += 1
      }
    }
    self.init(words: words, letters: letters, kind: kind, count: count)
  }

  init(words: Int, letters: Int, kind: Entity.Kind, count: Int) {
    switch kind {
    case .person: values = (words, count, letters)
    case .organization: values = (min(words, 2), count, letters)
    case .place: values = (words > 1 || letters > 4 ? 1 : 0, count, letters)
    }
  }

  static func < (a: FormScore, b: FormScore) -> Bool { a.values < b.values }
  static func == (a: FormScore, b: FormScore) -> Bool { a.values == b.values }
}
