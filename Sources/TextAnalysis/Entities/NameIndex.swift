/// Finds whom a description means: "the president", "the veteran Russian diplomat", "the ministry".
///
/// A description means an entity if its head noun stands in a role beside one of the entity's mentions (or is more general than one
/// that does: a foreign minister is a diplomat), nothing in it contradicts, and no other entity fits as well. Cost of a question: the
/// roles of the article.
public struct NameIndex: Sendable {
  private struct Role: Sendable {
    var entity: Int
    var start: Int32
    /// All words, in order.
    var words: [UInt64]
    /// Nouns that can be its head, before the first preposition.
    var heads: [UInt64]
    /// Numbers of countries it names, by demonym or name.
    var countries: [UInt16]
  }

  private var roles: [Role] = []
  /// Head words of organisations: "ministry".
  private var organizations: [UInt64: [Int]] = [:]
  /// Of each organisation the words of its name.
  private var wordsOf: [Int: [UInt64]] = [:]
  /// Of each entity the starts of its mentions.
  private var positions: [[Int32]]
  private var countries: [[UInt16]]
  private let lexicon = NameLexicon.shared

  public init(_ document: Document, entities: [Entity], mentions: [Mention]) {
    positions = [[Int32]](repeating: [], count: entities.count)
    countries = [[UInt16]](repeating: [], count: entities.count)
    for mention in mentions where entities.indices.contains(mention.entity) { positions[mention.entity].append(mention.span.start) }
    for (e, entity) in entities.enumerated() {
      switch entity.kind {
      case .person:
        for span in entity.roles {
          let role = Self.role(span, of: e, in: document)
          roles.append(role)
          for country in role.countries where !countries[e].contains(country) { countries[e].append(country) }
        }
      case .organization:
        let range = document.tokens(in: entity.nameSpan)
        var heads: [UInt64] = []
        let keys = range.filter { document.tokens[$0].isWord }.map { i in
          document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: document.tokens[i], in: $0) }
        }
        for key in keys where lexicon[key].flags.contains(.organizationHead) { heads.append(key) }
        let number = lexicon[NameLexicon.phraseKey(keys)].organization
        if number > 0 { heads += lexicon.headsOfOrganization[Int(number)] }
        wordsOf[e] = keys
        for head in Set(heads) where !Self.vague.contains(head) { organizations[head, default: []].append(e) }
        for key in keys { if let country = Self.country(key) { countries[e].append(country) } }
        if number > 0, lexicon.countryOfOrganization[Int(number)] > 0 { countries[e].append(lexicon.countryOfOrganization[Int(number)]) }
      case .place: break
      }
    }
  }

  private static func country(_ key: UInt64) -> UInt16? {
    let lexicon = NameLexicon.shared
    if let country = lexicon.countryOfDemonym[key] { return country }
    let entry = lexicon[key]
    if entry.place > 0 {
      let seat = lexicon.countryOfPlace[Int(entry.place)]
      if seat > 0 { return seat }
      return entry.flags.contains(.country) ? entry.place : nil
    }
    if entry.organization > 0, lexicon.countryOfOrganization[Int(entry.organization)] > 0 {
      return lexicon.countryOfOrganization[Int(entry.organization)]
    }
    return nil
  }

  private static let prepositions = WordList(
    """
    of
    for
    at
    in
    with
    from
    to
    on
    under
    who
    """)

  private static func role(_ span: TextSpan, of entity: Int, in document: Document) -> Role {
    var role = Role(entity: entity, start: span.start, words: [], heads: [], countries: [])
    var beforePreposition = true
    var pending: UInt64?
    let lexicon = NameLexicon.shared
    for i in document.tokens(in: span) where document.tokens[i].isWord {
      let key = document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: document.tokens[i], in: $0) }
      role.words.append(key)
      if let index = RoleWords.abbreviations.value(key) { role.heads.append(RoleWords.abbreviated[index]) }
      if prepositions.contains(key) { beforePreposition = false }
      if beforePreposition, lexicon[key].flags.contains(.role), !vague.contains(key) { role.heads.append(key) }
      if let country = country(key) {
        role.countries.append(country)
      } else if let pending, let country = country(NameLexicon.phraseKey([pending, key])) {
        role.countries.append(country)
      }
      pending = key
    }
    // "United Nations" is no country; "White House" is the United States'.
    return role
  }

  /// Nouns that say too little.
  private static let vague = WordList(
    """
    man
    woman
    men
    women
    boy
    girl
    friend
    person
    press
    media
    news
    services
    service
    network
    front
    force
    forces
    mission
    channel
    united
    """)

  /// Words before a role that make it another role.
  private static let distinguishing = WordList(
    """
    vice
    deputy
    assistant
    former
    ex
    acting
    under
    shadow
    first
    crown
    prime
    """)

  /// Words that say nothing about who is meant.
  private static let neutral = WordList(
    """
    veteran
    top
    senior
    longtime
    new
    old
    current
    the
    this
    that
    his
    her
    their
    its
    our
    own
    late
    outgoing
    incoming
    embattled
    controversial
    republican
    democratic
    conservative
    liberal
    young
    chief
    """)

  /// The entity that a definite noun phrase means, or nil if none does or several might.
  ///
  /// - Parameters:
  ///   - tokens: token indices of the phrase, determiner included or not: "the Russian foreign minister".
  public func entity(forNounPhrase tokens: Range<Int>, in document: Document) -> Int? {
    guard let first = tokens.first, tokens.upperBound <= document.tokens.count else { return nil }
    var words: [UInt64] = []
    for i in tokens where document.tokens[i].isWord {
      if Self.prepositions.contains(document.tokens[i]) { break }
      words.append(document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: document.tokens[i], in: $0) })
    }
    guard let head = words.last else { return nil }
    return entity(forRole: head, modifiers: Array(words.dropLast()), before: document.tokens[first].start)
  }

  /// The entity that a role means, or nil if none does or several might.
  ///
  /// - Parameters:
  ///   - head: ``WordKey`` of the head noun: `minister`.
  ///   - modifiers: keys of the words before it: `russian`, `foreign`. Determiners and words like "veteran" do not count.
  ///   - offset: where the description stands; an entity must be named before.
  public func entity(forRole head: UInt64, modifiers: [UInt64], before offset: Int32) -> Int? {
    let wanted = modifiers.compactMap { Self.country($0) }
    let content = modifiers.filter { Self.country($0) == nil && !Self.neutral.contains($0) && !lexicon[$0].flags.contains(.function) }
    func introduced(_ e: Int) -> Bool { positions[e].first.map { $0 < offset } ?? false }
    func countryFits(_ e: Int) -> Bool { wanted.isEmpty || countries[e].contains { wanted.contains($0) } }

    // People whose role has this very noun.
    var exact: [Int] = []
    var later: [Int] = []
    for role in roles where role.heads.contains(head) && introduced(role.entity) && countryFits(role.entity) {
      guard content.allSatisfy({ role.words.contains($0) }), !distinguished(role, head, content) else { continue }
      if role.start < offset {
        if !exact.contains(role.entity) { exact.append(role.entity) }
      } else if !later.contains(role.entity) {
        later.append(role.entity)
      }
    }
    if exact.isEmpty { exact = later }
    if let one = only(exact, before: offset) { return one }
    guard exact.isEmpty else { return nil }

    // Organisations.
    if let named = organizations[head] {
      let fitting = named.filter { e in
        introduced(e) && (wanted.isEmpty || countryFits(e)) && content.allSatisfy { (wordsOf[e] ?? []).contains($0) }
      }
      if !fitting.isEmpty { return only(fitting, before: offset) }
    }

    // A more general word.
    guard let special = lexicon.hyponyms[head] else { return nil }
    var general: [Int] = []
    for role in roles where introduced(role.entity) && countryFits(role.entity) && !general.contains(role.entity) {
      guard content.allSatisfy({ role.words.contains($0) }) else { continue }
      let fits = special.contains { key in role.heads.contains(key) || phrase(key, in: role.words) }
      if fits { general.append(role.entity) }
    }
    return only(general, before: offset)
  }

  /// Whether a role is another one because of a word that the description lacks: the vice president is not "the president".
  private func distinguished(_ role: Role, _ head: UInt64, _ content: [UInt64]) -> Bool {
    guard let at = role.words.firstIndex(of: head) else { return false }
    return role.words[..<at].contains {
      Self.distinguishing.contains($0) && !content.contains($0) && !(head == Self.minister && $0 == Self.prime)
    }
  }

  private static let minister = WordKey.of("minister")
  private static let prime = WordKey.of("prime")

  /// Whether words stand in this order: "foreign minister", "secretary of state".
  private func phrase(_ key: UInt64, in words: [UInt64]) -> Bool {
    for length in 2...3 where words.count >= length {
      for start in 0...(words.count - length) where NameLexicon.phraseKey(Array(words[start..<start + length])) == key { return true }
    }
    return false
  }

  /// The only one, or the only one named in the stretch before.
  private func only(_ entities: [Int], before offset: Int32) -> Int? {
    if entities.count == 1 { return entities[0] }
    for window: Int32 in [400, 900] {
      let near = entities.filter { e in
        var low = 0
        var high = positions[e].count
        while low < high {
          let middle = (low + high) / 2
          if positions[e][middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && offset - positions[e][low - 1] <= window
      }
      if near.count == 1 { return near[0] }
      if near.count > 1 { return nil }
    }
    return nil
  }
}
