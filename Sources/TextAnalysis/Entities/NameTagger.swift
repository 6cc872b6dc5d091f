/// Finds names and joins those of one entity within an article.
///
/// Names are runs of capitalised words, cut and classified by word lists (given names, titles, places, organisations and the words
/// these are made of) and by what stands beside them; a second look at the whole text then decides what a single occurrence leaves
/// open. A family name alone joins the full name it is unambiguous for. Text in capitals throughout (headlines) yields only names that
/// the text has elsewhere or the lists know. Linear in the text but for texts of one sentence with thousands of names.
public enum NameTagger {
  /// - Returns: entities in order of first mention; mentions in text order, not overlapping.
  public static func tag(_ document: Document) -> (entities: [Entity], mentions: [Mention]) {
    guard !document.tokens.isEmpty else { return ([], []) }
    var scanner = NameScanner(document)
    scanner.scan()
    scanner.scanTitlesForPeople()
    var resolver = NameResolver(document, scanner.candidates, cases: scanner.cases)
    resolver.things = scanner.things
    resolver.resolve()
    resolver.resolveTitles(&scanner)
    return resolver.finish()
  }
}

/// Joins candidates into entities.
struct NameResolver: ~Copyable {
  struct Group {
    var kind: Entity.Kind
    /// Of a person.
    var names: [PersonName] = []
    var gender: Entity.Gender?
    var genderIsStated = false
    var place: UInt16 = 0
    var organization: UInt16 = 0
    /// Of an organisation with a general name: see ``Entity/country``.
    var country: Int?
    /// First token of the first full mention.
    var introduced: Int
    /// Keys of the words of its roles.
    var roleWords: Set<UInt64> = []
    /// Whether the family name alone stood for this person while nobody else bore it.
    var holdsFamilyName = false
    var members: [Int] = []
    var metonymOf: Int?
    var isDropped = false
  }

  let document: Document
  let tokens: [Token]
  let lexicon = NameLexicon.shared
  let cases: CaseStatistics
  var candidates: [NameCandidate]
  var groups: [Group] = []
  /// Of each candidate its group, −1 for none.
  var groupOf: [Int]
  private var byFamily: [UInt64: [Int]] = [:]
  private var byGiven: [UInt64: [Int]] = [:]
  private var byMiddle: [UInt64: [Int]] = [:]
  private var bySkeleton: [UInt64: [Int]] = [:]
  private var byPlace: [UInt64: Int] = [:]
  private var byOrganization: [UInt64: Int] = [:]
  private var names: [PersonName?]
  private var bodyCount = 0
  /// Names of storms and ships: people only if a full name in the text is theirs.
  var things: Set<UInt64> = []
  /// Evidence for names of unknown kind: by phrase, all occurrences' hints.
  private var evidence: [UInt64: Evidence] = [:]

  struct Evidence {
    var speaks = 0
    var person = 0
    var location = 0
    var article = 0
    var strong = 0
    var total = 0
    var titled = 0
    var possessive = 0
    /// Before "regime", "administration" and the like.
    var governed = 0
    /// Before "shares", "executives" and the like, or written as no family name is.
    var corporate = 0
    /// Stands where only companies do: "shares in X", "X, which", "the retailer X".
    var company = 0
    /// Called a union, an airline and the like behind the name.
    var body = 0
    /// "X, which": a company's, a place or a thing.
    var which = 0
    /// "X said she": a person.
    var pronoun = 0
  }

  init(_ document: Document, _ candidates: [NameCandidate], cases: CaseStatistics) {
    self.document = document
    self.cases = cases
    tokens = document.tokens
    self.candidates = candidates
    groupOf = [Int](repeating: -1, count: candidates.count)
    names = [PersonName?](repeating: nil, count: candidates.count)
  }

  private func phraseKey(_ range: Range<Int>) -> UInt64 {
    var hash = WordKey.seed
    for i in range where tokens[i].isWord { hash = NameLexicon.extend(hash, tokens[i].key) }
    return hash
  }

  /// The person's name in a range of tokens.
  static func personName(_ range: Range<Int>, in document: Document, gender: Entity.Gender? = nil, hints: NameCandidate.Hints = [])
    -> PersonName
  {
    var parts: [NamePart] = []
    var generation: UInt64 = 0
    let tokens = document.tokens
    let lexicon = NameLexicon.shared
    for i in range where tokens[i].isWord {
      let token = tokens[i]
      let flags = lexicon[token.key].flags
      if i > range.lowerBound, flags.contains(.generation), i >= range.upperBound - 2 {
        generation = token.key
        continue
      }
      if flags.contains(.particle), i + 1 < range.upperBound,
        !token.isCapitalized || flags.isDisjoint(with: [.given, .familyFirst]) || parts.isEmpty && tokens[i + 1].kind == .dash
      {
        continue
      }
      if i + 1 < range.upperBound, PersonName.isGaelicParticle(token, first: parts.isEmpty) { continue }
      // "Mac an Bhaird"
      if i > range.lowerBound, !token.isCapitalized, PersonName.isGaelicParticle(tokens[i - 1], first: false), i + 1 < range.upperBound {
        continue
      }
      let bytes = Array(document.bytes[token.span.range])
      // "J.D.", "JD": initials.
      if token.shape.contains(.dotted)
        || token.shape.contains(.allCaps) && (2...3).contains(bytes.count) && range.count > 1 && i == range.lowerBound
          && !flags.contains(.given) && bytes.allSatisfy({ $0 < 0x80 })
      {
        for byte in bytes where byte != 0x2e { parts.append(NamePart([byte], isInitial: true)) }
        continue
      }
      // Titles that stay in the name: "Prince William".
      if i == range.lowerBound, range.count > 1, !flags.isDisjoint(with: .anyHonorific), flags.contains(.role) { continue }
      // A double family name is one: "Ortiz-Whitfield". Not "Jong-un".
      if i + 1 >= range.upperBound || !tokens[i + 1].isWord && i + 2 >= range.upperBound, i - 2 >= range.lowerBound,
        tokens[i - 1].kind == .dash, token.isCapitalized,
        let last = parts.last, tokens[i - 2].isCapitalized, tokens[i - 2].isWord, !last.isInitial,
        lexicon[tokens[range.lowerBound].key].flags.isDisjoint(with: .familyFirst),
        lexicon[tokens[i - 2].key].flags.isDisjoint(with: [.given, .particle])
      {
        parts[parts.count - 1] = NamePart(Array(document.bytes[tokens[i - 2].span.range]) + [0x2d] + bytes)
        continue
      }
      parts.append(NamePart(bytes))
    }
    var name = PersonName(parts: parts, generation: generation, gender: gender, genderIsStated: gender != nil)
    name.hasGivenNameTitle = hints.contains(.givenNameTitle)
    return name
  }

  private mutating func name(_ c: Int) -> PersonName {
    if let name = names[c] { return name }
    let name = Self.personName(candidates[c].tokens, in: document, gender: candidates[c].gender, hints: candidates[c].hints)
    names[c] = name
    return name
  }

  /// What a family name alone stands before.
  private static let governed = WordList(
    """
    regime
    administration
    government
    presidency
    campaign
    family
    aides
    aide
    supporters
    supporter
    critics
    loyalists
    allies
    ally
    """)

  /// What companies have and people have not.
  private static let companyWords = WordList(
    """
    shares
    stock
    executives
    executive
    officials
    official
    spokesman
    spokeswoman
    spokesperson
    employees
    workers
    customers
    users
    products
    product
    headquarters
    profits
    revenue
    sales
    subsidiary
    unit
    ceo
    chairman
    chief
    board
    store
    app
    software
    """)

  /// Endings of family names in many languages.
  private func looksLikeFamilyName(_ part: NamePart) -> Bool {
    let word = part.folded
    guard word.count >= 5 else { return false }
    for ending: StaticString in [
      "ov", "ev", "ova", "eva", "sky", "ski", "skaya", "skiy", "enko", "chuk", "vich", "vic", "son", "sen", "ez", "yan", "oglu", "shvili",
      "dze", "berg",
      "stein", "mann", "elli", "etti", "ini", "sson", "quist", "strom", "idis", "opoulos", "akis",
    ] where word.count > ending.utf8CodeUnitCount + 1 {
      let matches = ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
      if matches { return true }
    }
    return false
  }

  /// "UniCredit", "AstraZeneca": capitals inside that no family name has.
  private func isCompound(_ token: Token) -> Bool {
    guard token.isCapitalized, token.shape.contains(.innerCaps), !token.shape.contains(.nonASCII), token.span.count >= 6 else {
      return false
    }
    let bytes = document.bytes[token.span.range]
    guard let inner = bytes.dropFirst().firstIndex(where: { $0 &- 0x41 < 26 }) else { return false }
    // "McCain", "FitzPatrick", "O'Brien", "DeSantis", "LaMalfa"
    return inner - bytes.startIndex >= 3 && !bytes.starts(with: "Mac".utf8) && !bytes.starts(with: "Fitz".utf8)
      && !bytes.starts(with: "Van".utf8) && !bytes.starts(with: "Del".utf8)
  }

  // MARK: Steps

  mutating func resolve() {
    // Evidence per phrase.
    for c in candidates.indices where candidates[c].kind == nil || candidates[c].kind == .person {
      let key = phraseKey(candidates[c].tokens)
      let hints = candidates[c].hints
      var e = evidence[key] ?? Evidence()
      e.total += 1
      if hints.contains(.speaks) { e.speaks += 1 }
      if hints.contains(.addressed) { e.corporate += 1 }
      if hints.contains(.person) || hints.contains(.titled) { e.person += 1 }
      if hints.contains(.titled) { e.titled += 1 }
      if hints.contains(.possessive), !hints.contains(.article) { e.possessive += 1 }
      if hints.contains(.location) { e.location += 1 }
      if hints.contains(.article) { e.article += 1 }
      if !hints.contains(.weak) { e.strong += 1 }
      let next = candidates[c].tokens.upperBound
      if next < tokens.count, tokens[next].isWord, Self.governed.contains(tokens[next]) { e.governed += 1 }
      let after = next < tokens.count && tokens[next].kind == .clitic ? next + 1 : next
      let first = tokens[candidates[c].tokens.lowerBound]
      if after < tokens.count, tokens[after].isWord, Self.corporate.contains(tokens[after]) || Self.companyWords.contains(tokens[after]) {
        e.corporate += 1
      }
      if first.shape.contains(.allCaps) && !PersonName.isGaelicParticle(first, first: true) || first.shape.contains(.digits)
        || isCompound(first)
      {
        e.corporate += 1
      }
      if isCompany(candidates[c].tokens) { e.company += 1 }
      if isNamedBody(candidates[c].tokens) { e.body += 1 }
      if candidates[c].tokens.count > 1 {
        if next + 1 < tokens.count, tokens[next].kind == .comma, tokens[next + 1].key == Corporate.which { e.which += 1 }
        if isFollowedByHeOrShe(candidates[c].tokens) { e.pronoun += 1 }
      }
      evidence[key] = e
    }
    for c in candidates.indices {
      switch candidates[c].kind {
      // "The Santa Rosalia" beside "MV Santa Rosalia"
      case .place where candidates[c].place == 0 && things.contains(phraseKey(candidates[c].tokens)): break
      case .place: addPlace(c)
      case .organization where !candidates[c].hints.contains(.acronym): addOrganization(c)
      default: break
      }
    }
    addAcronyms()
    // Full names first, so that a family name finds them wherever they stand.
    for c in candidates.indices where candidates[c].kind == .person || candidates[c].kind == nil {
      guard name(c).isFull, !candidates[c].hints.contains(.ordinary) else { continue }
      if isCompany(c) {
        candidates[c].kind = .organization
        addOrganization(c)
        continue
      }
      if candidates[c].kind == nil { classifyFull(c) }
      if candidates[c].kind == .person { addFull(c) }
    }
    reconsider()
    for c in candidates.indices where groupOf[c] < 0 && (candidates[c].kind == .person || candidates[c].kind == nil) && !name(c).isFull {
      addSingle(c)
    }
  }

  /// Listed organisations and places of one word that are the family name of somebody in the text: "Roche" beside "James Roche".
  private mutating func reconsider() {
    // Of each group, whether one word is all it is ever called; otherwise the word stands for the longer name.
    let isShort = groups.map { group in group.members.allSatisfy { candidates[$0].tokens.count == 1 } }
    var moved: Set<Int> = []
    for c in candidates.indices where groupOf[c] >= 0 && candidates[c].kind != .person && candidates[c].tokens.count == 1 {
      let token = tokens[candidates[c].tokens.lowerBound]
      let hints = candidates[c].hints
      let old = groupOf[c]
      guard isShort[old], candidates[c].kind == .organization || hints.contains(.speaks) && !hints.contains(.location),
        !token.shape.contains(.allCaps), !hints.contains(.article), lexicon[token.key].flags.isDisjoint(with: .country)
      else { continue }
      let part = NamePart(Array(document.bytes[token.span.range]))
      guard let bearers = byFamily[part.sound], bearers.count == 1, let g = bearers.first, g != old,
        groups[g].names.contains(where: { $0.family?.key == part.key })
      else { continue }
      moved.insert(old)
      candidates[c].kind = .person
      names[c] = nil
      join(c, g)
    }
    for g in moved { groups[g].members.removeAll { groupOf[$0] != g } }
  }

  /// Whether what stands beside a full name makes it a company's: of a known given name more is asked.
  private func isCompany(_ c: Int) -> Bool {
    guard let e = evidence[phraseKey(candidates[c].tokens)], e.company > 0 || e.which > 0 && e.speaks > 0 && e.location == 0,
      e.person == 0, e.pronoun == 0
    else { return false }
    if let last = candidates[c].tokens.last(where: { tokens[$0].isWord }), let alone = evidence[phraseKey(last..<last + 1)],
      alone.person > 0
    {
      return false
    }
    if candidates[c].kind == nil || e.company + e.which > 1 { return true }
    // "Housebuilder Taylor Wimpey"
    let before = candidates[c].tokens.lowerBound - 1
    return before >= 0 && CompanyWords.kinds.contains(tokens[before]) && !CompanyWords.traders.contains(tokens[before])
  }

  /// What only companies have; after "'s" people have shares and boards too.
  private static let holdings = WordList(
    """
    shares
    shareholders
    shareholder
    stock
    plant
    plants
    factory
    factories
    stores
    subsidiary
    workers
    employees
    """)
  private static let ownHoldings = WordList(
    """
    shareholders
    headquarters
    subsidiary
    workforce
    factories
    plants
    """)
  private static let holders = WordList(
    """
    shares
    stock
    shareholders
    investors
    employees
    subsidiary
    headquarters
    takeover
    """)
  /// Kinds of companies, directly before the name or in apposition to it.
  private static let kinds = WordList(
    """
    company
    firm
    startup
    retailer
    manufacturer
    automaker
    carmaker
    chipmaker
    drugmaker
    planemaker
    shipbuilder
    airline
    airlines
    insurer
    lender
    brewer
    chain
    supermarket
    conglomerate
    multinational
    union
    group
    broadcaster
    regulator
    watchdog
    charity
    agency
    bank
    brand
    website
    """)
  /// What companies make; makers of films and laws are people.
  private static let makes = WordList(
    """
    car
    truck
    lorry
    chip
    drug
    vaccine
    plane
    aircraft
    engine
    phone
    smartphone
    computer
    toy
    shoe
    clothes
    tyre
    tire
    steel
    arms
    weapons
    battery
    food
    furniture
    """)
  private static let assets = WordList(
    """
    factory
    factories
    plant
    plants
    stores
    shops
    sales
    profit
    profits
    revenue
    shares
    customers
    shareholders
    warehouse
    warehouses
    """)
  private static let acts = WordList(
    """
    cut
    close
    open
    sell
    buy
    acquire
    hire
    invest
    recall
    launch
    shut
    lay
    axe
    shed
    build
    expand
    cutting
    closing
    selling
    buying
    hiring
    """)
  private static let stakes = WordList("shares\nstake\nstock\nshareholders")
  private static let articles = WordList("a\nan\nthe")

  private func isCompany(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    let start = range.lowerBound
    func word(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens[i].isWord && !tokens[i].isCapitalized }
    func isKind(_ i: Int) -> Bool {
      // "Broker X said": a capital of the sentence's start.
      if i >= 0, tokens[i].isWord, tokens[i].shape.contains(.sentenceStart), tokens[i].isCapitalized {
        return CompanyWords.kinds.contains(tokens[i])
      }
      guard word(i) else { return false }
      if Self.kinds.contains(tokens[i]) { return true }
      if CompanyWords.kinds.contains(tokens[i]), !CompanyWords.traders.contains(tokens[i]) { return true }
      // "chip-maker", "truck maker", "start-up"
      let before = i > 0 && tokens[i - 1].kind == .dash ? i - 2 : i - 1
      guard before >= 0, tokens[before].isWord else { return false }
      return tokens[i].key == Corporate.maker && Self.makes.contains(tokens[before])
        || tokens[i].key == Corporate.up && tokens[before].key == Corporate.start && before == i - 2
    }
    // "the retailer X", "shares in X"
    if isKind(start - 1) { return true }
    if start >= 2, tokens[start - 2].isWord {
      if tokens[start - 1].key == Corporate.of, Self.holders.contains(tokens[start - 2]) { return true }
      if tokens[start - 1].key == Corporate.in, Self.stakes.contains(tokens[start - 2]) { return true }
    }
    guard end < tokens.count else { return false }
    if isNamedBody(range) { return true }
    if word(end), Self.holdings.contains(tokens[end]) || tokens[end].key == Corporate.employs { return true }
    if tokens[end].kind == .clitic, word(end + 1), Self.ownHoldings.contains(tokens[end + 1]) { return true }
    if tokens[end].kind == .comma, end + 1 < tokens.count {
      // "X, a German car company,"
      if Self.articles.contains(tokens[end + 1]) {
        var k = end + 2
        while k < min(tokens.count, end + 8), tokens[k].isWord || tokens[k].kind == .dash {
          if isKind(k) {
            return k + 1 >= tokens.count || !tokens[k + 1].isWord || QuotationWords.classes(tokens[k + 1].key).contains(.preposition)
              || tokens[k + 1].key == Corporate.which || tokens[k + 1].key == Corporate.that
          }
          let classes = QuotationWords.classes(tokens[k].key)
          if tokens[k].isWord, !classes.isDisjoint(with: [.preposition, .person, .auxiliary, .subordinator, .conjunction]) { break }
          k += 1
        }
      }
    }
    // "X said it would cut jobs", "X said its factory"
    guard word(end), lexicon[tokens[end].key].flags.contains(.saying) else { return false }
    var k = end + 1
    while k < min(tokens.count, end + 4), tokens[k].isWord, tokens[k].key != Corporate.it, tokens[k].key != Corporate.its { k += 1 }
    if k < min(tokens.count, end + 4), tokens[k].key == Corporate.its {
      return (k + 1..<max(k + 1, min(tokens.count, k + 4))).contains { word($0) && Self.assets.contains(tokens[$0]) }
    }
    guard k < min(tokens.count, end + 4), tokens[k].key == Corporate.it, word(k + 1),
      QuotationWords.classes(tokens[k + 1].key).contains(.auxiliary)
    else { return false }
    k += 2
    while k < tokens.count, word(k), QuotationWords.classes(tokens[k].key).contains(.adverb) { k += 1 }
    return word(k) && Self.acts.contains(tokens[k])
  }

  /// "the Verdi trade union", "the Ladbrokes chain": what the name is of is said behind it.
  private func isNamedBody(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, tokens[range.lowerBound - 1].key == Corporate.the else { return false }
    var k = range.upperBound
    if k < tokens.count, tokens[k].isWord, Self.trades.contains(tokens[k]) { k += 1 }
    guard k < tokens.count, tokens[k].isWord, !tokens[k].isCapitalized, tokens[k].shape.contains(.spaceBefore),
      Self.namedBodies.contains(tokens[k])
    else { return false }
    // "the Sharif party leader", "the Smith charity single": another noun is what is meant.
    guard k + 1 < tokens.count, tokens[k + 1].isWord, !tokens[k + 1].isCapitalized else { return true }
    let classes = QuotationWords.classes(tokens[k + 1].key)
    return !classes.isDisjoint(
      with: QuotationWords.Class.cue.union([.preposition, .auxiliary, .conjunction, .time, .otherVerb, .subordinator]))
      || lexicon[tokens[k + 1].key].flags.contains(.saying) || tokens[k].key == Corporate.union
  }

  private static let trades = WordList("trade\ntrades\nlabour\nlabor\nsupermarket\nhotel\nretail\nfood\nlobby\nlow-cost\nbudget")
  private static let namedBodies = WordList("union\nairline\nchain\nsupermarket\ncharity\nbroadcaster\nnewspaper\nretailer\ninsurer")

  /// Whether the words after a name in its clause speak of a man or woman: "X said he", "X and her".
  private func isFollowedByHeOrShe(_ range: Range<Int>) -> Bool {
    for i in range.upperBound..<min(tokens.count, range.upperBound + 8) {
      guard tokens[i].isWord, !tokens[i].isCapitalized else { return false }
      let key = tokens[i].key
      if key == Pronoun.he || key == Pronoun.she || key == Pronoun.himself || key == Pronoun.herself { return true }
      if key == Pronoun.his || key == Pronoun.her { return true }
    }
    return false
  }

  private enum Corporate {
    static let which = WordKey.of("which")
    static let the = WordKey.of("the")
    static let union = WordKey.of("union")
    static let of = WordKey.of("of")
    static let `in` = WordKey.of("in")
    static let that = WordKey.of("that")
    static let it = WordKey.of("it")
    static let its = WordKey.of("its")
    static let maker = WordKey.of("maker")
    static let start = WordKey.of("start")
    static let up = WordKey.of("up")
    static let employs = WordKey.of("employs")
  }

  /// A name of several unknown words: a person unless something speaks against it.
  private mutating func classifyFull(_ c: Int) {
    let e = evidence[phraseKey(candidates[c].tokens)] ?? Evidence()
    if e.person > 0 || e.speaks > 0 && e.article == 0 {
      candidates[c].kind = .person
      return
    }
    if let g = byOrganization[shortKey(phraseKey(candidates[c].tokens))] {
      candidates[c].kind = .organization
      join(c, g)
      return
    }
    if e.article > 0 { return }
    // "Wi-Fi", "X Lion"
    let first = candidates[c].tokens.lowerBound
    if candidates[c].tokens.allSatisfy({ $0 == first || tokens[$0].kind == .dash || tokens[$0 - 1].kind == .dash }) { return }
    if tokens[first].span.count == 1, tokens[first + 1].kind != .terminator { return }
    // The family name alone speaks or has a title.
    if let last = candidates[c].tokens.last(where: { tokens[$0].isWord }) {
      let alone = evidence[phraseKey(last..<last + 1)] ?? Evidence()
      if alone.person > 0 || alone.speaks > 0, alone.article == 0 {
        candidates[c].kind = .person
        return
      }
    }
    if e.location > 0, e.location == e.total { return }
    // A word that the text writes small elsewhere, or that is no name by its ending: a thing.
    for i in candidates[c].tokens where tokens[i].isWord && tokens[i].isCapitalized && cases.has(tokens[i].key, CaseStatistics.lower) {
      return
    }
    // A given name that sounds like a known one, or a particle inside.
    if candidates[c].tokens.contains(where: { tokens[$0].isWord && !tokens[$0].isCapitalized }) {
      candidates[c].kind = .person
      return
    }
    let words = candidates[c].tokens.filter { tokens[$0].isWord && tokens[$0].isCapitalized }
    guard words.count >= 2, words.count <= 4 else { return }
    if name(c).isFamilyFirst
      || words.contains(where: {
        lexicon[tokens[$0].key].flags.contains(.given) && lexicon[tokens[$0].key].flags.isDisjoint(with: [.place, .ordinary])
      })
    {
      candidates[c].kind = .person
      return
    }
    if e.total >= 1,
      words.allSatisfy({ lexicon[tokens[$0].key].flags.isDisjoint(with: [.ordinary, .placeHead, .organizationHead, .mediaHead]) })
    {
      candidates[c].kind = .person
    }
  }

  private mutating func addFull(_ c: Int) {
    let name = name(c)
    guard let family = name.family else { return }
    var matching: [Int] = []
    var seen: Set<Int> = []
    for g in (byFamily[family.sound] ?? []).suffix(64) + (bySkeleton[family.skeleton] ?? []).suffix(64) where seen.insert(g).inserted {
      // Equal to one of the forms, and against none of them.
      if groups[g].names.allSatisfy({ $0.matches(name) }), genderFits(groups[g], name) { matching.append(g) }
    }
    if matching.count == 1 {
      join(c, matching[0])
      if !groups[matching[0]].names.contains(name) { register(name, in: matching[0]) }
    } else {
      // Nobody, or several: an entity of its own.
      if let exact = matching.first(where: { groups[$0].names.contains { $0.parts == name.parts && $0.generation == name.generation } }) {
        join(c, exact)
        return
      }
      groups.append(Group(kind: .person, introduced: candidates[c].tokens.lowerBound))
      join(c, groups.count - 1)
      register(name, in: groups.count - 1)
    }
  }

  private func genderFits(_ group: Group, _ name: PersonName) -> Bool {
    guard let a = group.gender, let b = name.gender else { return true }
    return a == b
  }

  private mutating func register(_ name: PersonName, in g: Int) {
    groups[g].names.append(name)
    func add(_ table: inout [UInt64: [Int]], _ key: UInt64) {
      if !(table[key] ?? []).suffix(64).contains(g) { table[key, default: []].append(g) }
    }
    // Vietnamese are called by their last name, though the family's comes first.
    if name.isFamilyFirst, name.parts.count > 1, Self.vietnamese.contains(name.parts[0].key), let last = name.parts.last {
      add(&byFamily, last.sound)
    }
    // "González" of "Edmundo González Urrutia".
    if !name.isFamilyFirst, name.parts.count > 2, case let part = name.parts[name.parts.count - 2], isIberian(part),
      !part.isInitial, lexicon[part.key].flags.isDisjoint(with: [.given, .ordinary, .place])
    {
      add(&byMiddle, part.sound)
    }
    if let family = name.family {
      add(&byFamily, family.sound)
      if family.consonants >= 3 { add(&bySkeleton, family.skeleton) }
    }
    if name.isFull {
      add(&byGiven, name.parts[0].sound)
    }
  }

  /// A family name of Spain and Portugal by its ending; in "George Herbert Walker Bush" Walker is none of two.
  private func isIberian(_ part: NamePart) -> Bool {
    let word = part.folded
    guard word.count >= 5 else { return false }
    return ["ez", "az", "iz", "oz", "eira", "illo", "cia"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private mutating func join(_ c: Int, _ g: Int) {
    groupOf[c] = g
    groups[g].members.append(c)
    for role in candidates[c].roles { for i in role where tokens[i].isWord { groups[g].roleWords.insert(tokens[i].key) } }
    let name = candidates[c].kind == .person ? name(c) : nil
    if let gender = candidates[c].gender {
      if groups[g].gender == nil || !groups[g].genderIsStated { groups[g].gender = gender }
      groups[g].genderIsStated = true
    } else if groups[g].gender == nil, let gender = name?.gender {
      groups[g].gender = gender
    }
  }

  /// A name of one word: whose family name, or given name, it is.
  private mutating func addSingle(_ c: Int) {
    let name = name(c)
    guard let part = name.parts.first else { return }
    let candidate = candidates[c]
    let position = candidate.tokens.lowerBound
    var bearers: [Int] = []
    for g in (byFamily[part.sound] ?? []).prefix(64) where fits(candidate, name, groups[g]) { bearers.append(g) }
    if bearers.isEmpty, part.consonants >= 3 {
      for g in bySkeleton[part.skeleton] ?? []
      where fits(candidate, name, groups[g]) && groups[g].names.contains(where: { $0.matches(name) }) { bearers.append(g) }
    }
    // "President Biden and his son Hunter Biden": not the son.
    if bearers.count == 1, groups[bearers[0]].introduced > position, candidate.tokens.count == 1 || !name.isFull,
      !candidate.hints.contains(.ordinary), !candidate.hints.contains(.title), isRelative(groups[bearers[0]])
    {
      candidates[c].kind = .person
      groups.append(Group(kind: .person, introduced: position))
      groups[groups.count - 1].holdsFamilyName = true
      join(c, groups.count - 1)
      register(name, in: groups.count - 1)
      return
    }
    // Places and organisations of this very name come first: "Washington", "Lincoln".
    if !bearers.isEmpty {
      if candidate.hints.contains(.ordinary), candidate.hints.contains(.weak), !candidate.hints.contains(.speaks),
        !candidate.hints.contains(.possessive)
      {
        return
      }
      if candidate.hints.contains(.ordinary), candidate.hints.contains(.article) { return }
      candidates[c].kind = .person
      if let g = bearer(of: bearers, at: position, candidate) {
        if candidate.fullStart == position || bearers.allSatisfy({ groups[$0].introduced >= position }) { groups[g].holdsFamilyName = true }
        join(c, g)
        return
      }
      // Ambiguous: an entity under the family name alone.
      let key = part.sound ^ 0x5bd1_e995
      if let g = byPlace[key] {
        join(c, g)
      } else {
        groups.append(Group(kind: .person, introduced: position))
        byPlace[key] = groups.count - 1
        join(c, groups.count - 1)
      }
      return
    }
    if candidate.hints.contains(.ordinary) { return }
    // One of two family names.
    if candidate.kind == nil || candidate.kind == .person, let owners = byMiddle[part.sound], owners.count == 1,
      groups[owners[0]].introduced < position, fits(candidate, name, groups[owners[0]]), !candidate.hints.contains(.location)
    {
      candidates[c].kind = .person
      join(c, owners[0])
      return
    }
    if things.contains(tokens[position].key), candidate.tokens.count == 1, !candidate.hints.contains(.titled) { return }
    // A given name alone.
    let isGiven = candidate.hints.contains(.given) || candidate.hints.contains(.givenNameTitle) || lexicon[part.key].flags.contains(.given)
    if isGiven || candidate.kind == nil || candidate.kind == .person {
      // With many bearers of a given name it tells nothing.
      let near = byGiven[part.sound] ?? []
      // "Paul Smith was jailed. His son, Paul, said": another.
      let kin = candidate.roles.first?.last { tokens[$0].isWord }.flatMap { CompanyWords.kin.contains(tokens[$0]) ? tokens[$0].key : nil }
      let owners = (near.count > 20 ? [] : near).filter { g in
        if let kin, groups[g].introduced < position, !groups[g].roleWords.contains(kin) { return false }
        return fits(candidate, name, groups[g])
          && groups[g].names.contains { !$0.isFamilyFirst && $0.isFull && $0.parts[0].sound == part.sound }
      }
      if owners.count == 1, isGiven || !candidate.hints.contains(.titled),
        !candidate.hints.contains(.titled) || candidate.hints.contains(.givenNameTitle)
      {
        candidates[c].kind = .person
        join(c, owners[0])
        return
      }
    }
    // The first word of an organisation: "Goldman" for "Goldman Sachs".
    let key = phraseKey(candidate.tokens)
    if candidate.kind == nil, let g = byOrganization[shortKey(key)], !isPlaceOf(g, candidate) {
      candidates[c].kind = .organization
      join(c, g)
      return
    }
    let e = evidence[key] ?? Evidence()
    if candidate.kind == nil {
      if e.body > 0, e.person == 0 {
        candidates[c].kind = .organization
      } else if e.titled > 0 || e.person * 3 > e.total {
        candidates[c].kind = .person
      } else if isGiven, e.strong > 0, e.article == 0, e.location == 0, e.speaks > 0 || e.total > 1 {
        candidates[c].kind = .person
      } else if e.speaks > 0, e.article == 0, !cases.has(part.key, CaseStatistics.lower),
        e.strong > 0 || e.speaks > 0 && !candidate.hints.contains(.weak), e.location == 0
      {
        candidates[c].kind = e.corporate + e.company > 0 && !isGiven ? .organization : .person
      } else if e.speaks > 0, e.article == 0, e.location == 0, looksLikeFamilyName(part), !cases.has(part.key, CaseStatistics.lower) {
        candidates[c].kind = .person
      } else if e.possessive > 0, e.article == 0, e.location == 0, looksLikeFamilyName(part) || e.governed > 0 {
        candidates[c].kind = .person
      } else if e.governed > 0 || e.strong > 0 && e.article == 0 && e.location == 0 && looksLikeFamilyName(part),
        !cases.has(part.key, CaseStatistics.lower)
      {
        candidates[c].kind = .person
      } else if e.location > 0, e.article == 0, e.location * 2 >= e.total, e.speaks == 0, !isGiven {
        candidates[c].kind = .place
      } else {
        return
      }
    }
    switch candidates[c].kind {
    case .place: addPlace(c)
    case .organization: addOrganization(c)
    default:
      // Other mentions of this name alone.
      groups.append(Group(kind: .person, introduced: position))
      join(c, groups.count - 1)
      register(name, in: groups.count - 1)
    }
  }

  private static let vietnamese = WordList(
    "nguyen\ntran\npham\nhoang\nhuynh\nphan\nvu\nvo\ndang\nbui\ndo\nngo\nduong\nly\ntruong\ndinh\nto\nvuong")

  /// Whether the text introduces somebody as a relative: "his son Hunter Biden".
  private func isRelative(_ group: Group) -> Bool {
    guard let c = group.members.first, let role = candidates[c].roles.first, role.upperBound <= candidates[c].tokens.lowerBound else {
      return false
    }
    guard let head = role.last(where: { tokens[$0].isWord }), CompanyWords.kin.contains(tokens[head]) else { return false }
    if role.contains(where: { tokens[$0].kind == .clitic }) { return true }
    return role.lowerBound > 0
      && (tokens[role.lowerBound - 1].kind == .clitic || Self.possessives.contains(tokens[role.lowerBound - 1]))
  }

  private static let possessives = WordList("his\nher\ntheir")
  private static let places = WordList("in\nnear\nacross\noutside\naround\nthroughout")
  private static let origins = WordList("of\nfrom\nto\nat")
  private static let civic = WordList(
    """
    council
    police
    university
    college
    school
    academy
    hospital
    court
    constabulary
    cathedral
    church
    museum
    airport
    parliament
    assembly
    """)

  /// "residents of Haringey" beside "Haringey Council": the place, not the body that is named for it.
  private func isPlaceOf(_ g: Int, _ candidate: NameCandidate) -> Bool {
    guard candidate.tokens.count == 1, candidate.fullStart > 0, tokens[candidate.fullStart - 1].isWord else { return false }
    let before = tokens[candidate.fullStart - 1]
    if Self.places.contains(before) { return true }
    return Self.origins.contains(before)
      && groups[g].members.contains { c in candidates[c].tokens.contains { Self.civic.contains(tokens[$0]) } }
  }

  private func fits(_ candidate: NameCandidate, _ name: PersonName, _ group: Group) -> Bool {
    if let a = candidate.gender, let b = group.gender, a != b { return false }
    if name.generation != 0 { return group.names.contains { $0.generation == name.generation } }
    return true
  }

  /// Who of several bearers of a family name is meant, or nil.
  private func bearer(of bearers: [Int], at position: Int, _ candidate: NameCandidate) -> Int? {
    if bearers.count == 1 { return bearers[0] }
    // A title that only one of them bears: "President Trump".
    if candidate.hints.contains(.titled), let role = candidate.roles.first, let head = role.last {
      let key = tokens[head].key
      let holders = bearers.filter { groups[$0].roleWords.contains(key) }
      if holders.count == 1 { return holders[0] }
    }
    let before = bearers.filter { groups[$0].introduced < position }
    // "Smith's father, Alan Smith, said … Smith was 19. John Smith died": the one whose relatives the others are.
    let others = bearers.filter { !isRelative(groups[$0]) }
    if others.count == 1, !candidate.hints.contains(.speaks), !candidate.hints.contains(.titled),
      before.isEmpty
        || before.allSatisfy({ isRelative(groups[$0]) })
    {
      return others[0]
    }
    if before.count == 1 { return before[0] }
    let holders = (before.isEmpty ? bearers : before).filter { groups[$0].holdsFamilyName }
    if holders.count == 1 { return holders[0] }
    // A headline or first paragraph before the full name: who is introduced first.
    return before.isEmpty ? bearers.min { groups[$0].introduced < groups[$1].introduced } : nil
  }

  // MARK: Places and organisations

  private mutating func addPlace(_ c: Int) {
    let candidate = candidates[c]
    let key = candidate.place > 0 ? UInt64(candidate.place) : phraseKey(candidate.tokens)
    if let g = byPlace[key] {
      join(c, g)
      return
    }
    groups.append(Group(kind: .place, place: candidate.place, introduced: candidate.tokens.lowerBound))
    byPlace[key] = groups.count - 1
    join(c, groups.count - 1)
  }

  private func shortKey(_ key: UInt64) -> UInt64 { key ^ 0x2545_f491_4f6c_dd1d }

  /// What spellings of one organisation share: words without articles, countries before it, suffixes; "X of Y" as "Y X".
  private func organizationKey(_ range: Range<Int>) -> UInt64 {
    OrganizationName.key(of: range, in: document)
  }

  private mutating func addOrganization(_ c: Int) {
    let candidate = candidates[c]
    let number = candidate.organization > 0 ? candidate.organization : numberWithoutSuffix(candidate.tokens)
    var key = number > 0 ? UInt64(number) : organizationKey(candidate.tokens)
    let country = statedCountry(candidate.tokens)
    if let country, let g = byOrganization[key], let other = groups[g].country, other != country {
      key = NameLexicon.extend(key, UInt64(country))
    }
    if let g = byOrganization[key] {
      if groups[g].country == nil { groups[g].country = country }
      join(c, g)
      return
    }
    groups.append(Group(kind: .organization, organization: number, country: country, introduced: candidate.tokens.lowerBound))
    let g = groups.count - 1
    byOrganization[key] = g
    join(c, g)
    // Its first word alone, if that is no ordinary word.
    if let first = candidate.tokens.first, candidate.tokens.count > 1 {
      let flags = lexicon[tokens[first].key].flags
      if tokens[first].span.count > 1,
        flags.isDisjoint(with: [.ordinary, .place, .demonym, .given, .role, .roleModifier, .organizationHead, .function, .placePrefix])
      {
        let short = shortKey(phraseKey(first..<first + 1))
        if byOrganization[short] == nil { byOrganization[short] = g }
      }
      // Its first words: "Aer Lingus" for "Aer Lingus Group PLC".
      var words = 0
      for i in candidate.tokens.dropLast() where tokens[i].isWord {
        words += 1
        if words >= 2 {
          let short = shortKey(phraseKey(candidate.tokens.lowerBound..<i + 1))
          if byOrganization[short] == nil { byOrganization[short] = g }
        }
      }
    }
  }

  /// The country that stands first in an organisation's general name or right before it: "the UK Supreme Court", "the US Court of
  /// Appeals", "Chile's Central Bank". Not in "in China Deutsche Bank said".
  private func statedCountry(_ range: Range<Int>) -> Int? {
    guard range.contains(where: { lexicon[tokens[$0].key].flags.contains(.organizationHead) }) else { return nil }
    func country(_ i: Int) -> Int? {
      guard tokens[i].isWord, tokens[i].isCapitalized else { return nil }
      let keys = (max(0, i - 1)...i).map { i in document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: tokens[i], in: $0) } }
      if let country = CountryWords.country(keys[keys.count - 1]) { return country }
      guard i > 0, tokens[i - 1].isWord, tokens[i - 1].isCapitalized else { return nil }
      let entry = lexicon[NameLexicon.phraseKey(keys)]
      return entry.flags.contains(.country) && entry.place > 0 ? Int(entry.place) : nil
    }
    for i in range.prefix(2) where i + 2 < range.upperBound { if let country = country(i) { return country } }
    var before = range.lowerBound - 1
    if before > 0, tokens[before].kind == .clitic { before -= 1 }
    guard before >= 0, let country = country(before) else { return nil }
    return before > 0 && Self.within.contains(tokens[before - 1]) && before == range.lowerBound - 1 ? nil : country
  }

  private static let within = WordList("in\nfrom\nacross\nto\nat\nfor\nwith\nagainst\nand")

  /// The listed organisation that the name is without "Inc." or "Corporation", or 0.
  private func numberWithoutSuffix(_ range: Range<Int>) -> UInt16 {
    var keys = range.filter { tokens[$0].kind != .terminator }.map { i in
      document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: tokens[i], in: $0) }
    }
    while keys.count > 1, let last = keys.last {
      guard lexicon[last].flags.contains(.organizationSuffix) || Self.corporate.contains(last) else { return 0 }
      keys.removeLast()
      let number = lexicon[NameLexicon.phraseKey(keys)].organization
      if number > 0 { return number }
    }
    return 0
  }

  private static let corporate = WordList(
    """
    corporation
    company
    group
    holdings
    incorporated
    limited
    motor
    stores
    n.v
    s.a
    """)

  /// Acronyms: with their expansion before them in brackets, or whose letters an organisation's words begin with.
  private mutating func addAcronyms() {
    var byLetters: [UInt64: Int] = [:]
    var ambiguous: Set<UInt64> = []
    for g in groups.indices where groups[g].kind == .organization {
      for c in groups[g].members {
        for key in OrganizationName.initials(of: candidates[c].tokens, in: document)
          + OrganizationName.initials(of: withoutForm(candidates[c].tokens), in: document)
        {
          if let other = byLetters[key], other != g { ambiguous.insert(key) }
          byLetters[key] = g
        }
      }
    }
    joinLettersWithSuffix(byLetters, except: ambiguous)
    for c in candidates.indices where candidates[c].hints.contains(.acronym) {
      let range = candidates[c].tokens
      let first = range.lowerBound
      let key = document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: tokens[first], in: $0) }
      guard lexicon[key].flags.isDisjoint(with: [.ordinary, .otherAcronym]) else { continue }
      if let g = byOrganization[key] {
        join(c, g)
        continue
      }
      // "Federal Bureau of Investigation (FBI)"
      if first > 0, tokens[first - 1].kind == .open, c > 0, candidates[c - 1].tokens.upperBound == first - 1, groupOf[c - 1] >= 0,
        groups[groupOf[c - 1]].kind == .organization
      {
        byOrganization[key] = groupOf[c - 1]
        join(c, groupOf[c - 1])
        continue
      }
      if let g = byLetters[key], !ambiguous.contains(key) {
        byOrganization[key] = g
        join(c, g)
        continue
      }
      // Unknown capitals: an organisation if "the" stands before them, or they speak, and they are no start of a shouted phrase.
      let length = tokens[first].span.count
      guard length >= 3 || tokens[first].shape.contains(.dotted),
        candidates[c].hints.contains(.article) || candidates[c].hints.contains(.speaks)
      else { continue }
      groups.append(Group(kind: .organization, introduced: first))
      byOrganization[key] = groups.count - 1
      join(c, groups.count - 1)
    }
    // Other occurrences of those.
    for c in candidates.indices where candidates[c].hints.contains(.acronym) && groupOf[c] < 0 {
      let key = document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: tokens[candidates[c].tokens.lowerBound], in: $0) }
      if let g = byOrganization[key] { join(c, g) }
    }
  }

  /// Without "Company" and the like at its end, which an acronym may leave out, if three words remain.
  private func withoutForm(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, range.count > 3, Self.corporate.contains(tokens[last]) else { return range.prefix(0) }
    return range.dropLast()
  }

  /// "European Aeronautic Defence and Space Company EADS N.V.": letters with a suffix are the organisation that they abbreviate.
  private mutating func joinLettersWithSuffix(_ byLetters: [UInt64: Int], except ambiguous: Set<UInt64>) {
    var moved: [Int: Int] = [:]
    for g in groups.indices where groups[g].kind == .organization {
      guard let c = groups[g].members.first(where: { candidates[$0].tokens.count > 1 }), case let range = candidates[c].tokens,
        case let first = tokens[range.lowerBound], first.shape.contains(.allCaps), first.span.count >= 3,
        range.dropFirst().allSatisfy({ i in
          !tokens[i].isWord
            || document.bytes.withUnsafeBufferPointer { lexicon[NameLexicon.key(of: tokens[i], in: $0)] }.flags.contains(
              .organizationSuffix)
            || tokens[i].shape.contains(.dotted)
        }),
        let other = byLetters[first.key], other != g, !ambiguous.contains(first.key), moved[other] == nil,
        groups[g].organization == 0 || groups[other].organization == 0
      else { continue }
      moved[g] = other
    }
    guard !moved.isEmpty else { return }
    for (g, other) in moved.sorted(by: { $0.key < $1.key }) {
      let members = groups[g].members
      groups[g].members = []
      for c in members { join(c, other) }
    }
    for (key, g) in byOrganization { if let other = moved[g] { byOrganization[key] = other } }
  }

  // MARK: Titles

  mutating func resolveTitles(_ scanner: inout NameScanner) {
    guard !scanner.titleSentences.isEmpty else { return }
    bodyCount = candidates.count
    var forms: [UInt64: Int] = [:]
    var longest = 1
    for c in candidates.indices where groupOf[c] >= 0 {
      let key = phraseKey(candidates[c].tokens)
      if forms[key] == nil { forms[key] = groupOf[c] }
      longest = max(longest, min(candidates[c].tokens.count, 8))
    }
    // A family name alone, though the text only has the full name.
    for g in groups.indices where groups[g].kind == .person {
      for name in groups[g].names where name.isFull {
        guard let family = name.family, (byFamily[family.sound] ?? []).count == 1,
          lexicon[family.key].flags.isDisjoint(with: [.ordinary, .function, .place])
        else { continue }
        let key = NameLexicon.extend(WordKey.seed, family.key)
        if forms[key] == nil { forms[key] = g }
      }
    }
    for index in scanner.titleSentences {
      let sentence = document.sentences[index].tokens
      for (candidate, form) in scanner.scanTitle(document.sentences[index].tokens, forms: forms, longestForm: longest) {
        var candidate = candidate
        if isTaken(candidate.tokens, in: sentence) { continue }
        let c = candidates.count
        if let form { candidate.kind = groups[form].kind }
        candidates.append(candidate)
        groupOf.append(-1)
        names.append(nil)
        if let form {
          join(c, form)
        } else if candidate.kind == .person {
          addFull(c)
        } else if candidate.kind == .place {
          addPlace(c)
        } else {
          addOrganization(c)
        }
      }
    }
  }

  /// Whether a person found in a title before covers a part of these tokens.
  private func isTaken(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    // Candidates are in order of position up to those of titles.
    var low = 0
    var high = bodyCount
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].tokens.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < bodyCount && candidates[low].tokens.lowerBound < range.upperBound && groupOf[low] >= 0
  }

  // MARK: Result

  mutating func finish() -> (entities: [Entity], mentions: [Mention]) {
    linkMetonyms()
    var order = candidates.indices.filter { groupOf[$0] >= 0 }
    order.sort { candidates[$0].tokens.lowerBound < candidates[$1].tokens.lowerBound }
    var number = [Int](repeating: -1, count: groups.count)
    var entityGroups: [Int] = []
    var mentions: [Mention] = []
    mentions.reserveCapacity(order.count)
    for c in order {
      let g = groupOf[c]
      if number[g] < 0 {
        number[g] = entityGroups.count
        entityGroups.append(g)
      }
      let span = document.span(ofTokens: candidates[c].tokens)
      if let last = mentions.last, last.span.end > span.start { continue }
      let full = TextSpan(start: min(tokens[candidates[c].fullStart].start, span.start), end: span.end)
      mentions.append(Mention(span: span, entity: number[g], fullSpan: full))
    }
    var entities = entityGroups.map { entity(groups[$0], number) }
    addGenders(&entities, mentions)
    return (entities, mentions)
  }

  private func entity(_ group: Group, _ number: [Int]) -> Entity {
    // The fullest form: most words that are no initials, then most letters, then the most frequent, then the first.
    var counts: [UInt64: Int] = [:]
    for c in group.members { counts[phraseKey(candidates[c].tokens), default: 0] += 1 }
    var best = group.members[0]
    var bestScore = FormScore.lowest
    for c in group.members {
      let range = candidates[c].tokens
      // A headline is no source of a name's form if the text has one.
      if candidates[c].hints.contains(.title), bestScore > .lowest { continue }
      var words = 0
      var letters = 0
      for i in range where tokens[i].isWord {
        letters += tokens[i].span.count
        if tokens[i].span.count > 1, !tokens[i].shape.contains(.dotted),
          tokens[i].isCapitalized || lexicon[tokens[i].key].flags.contains(.particle)
        {
          words += 1
        }
      }
      let score = FormScore(words: words, letters: letters, kind: group.kind, count: counts[phraseKey(range)] ?? 0)
      if score > bestScore {
        best = c
        bestScore = score
      }
    }
    let span = document.span(ofTokens: candidates[best].tokens)
    var roles: [TextSpan] = []
    for c in group.members.sorted(by: { candidates[$0].tokens.lowerBound < candidates[$1].tokens.lowerBound }) {
      for role in candidates[c].roles { roles.append(document.span(ofTokens: role)) }
    }
    roles.sort()
    let metonym = group.metonymOf.flatMap { number[$0] >= 0 ? number[$0] : nil }
    return Entity(
      kind: group.kind, name: document.string(span), nameSpan: span, gender: group.kind == .person ? group.gender : nil, roles: roles,
      metonymOf: metonym, country: group.country)
  }

  /// Capitals and seats of government stand for their country, if the text names it.
  private mutating func linkMetonyms() {
    for g in groups.indices {
      let country: UInt16
      switch groups[g].kind {
      case .place: country = groups[g].place > 0 ? lexicon.countryOfPlace[Int(groups[g].place)] : 0
      case .organization: country = groups[g].organization > 0 ? lexicon.countryOfOrganization[Int(groups[g].organization)] : 0
      case .person: country = 0
      }
      if country > 0 { groups[g].metonymOf = byPlace[UInt64(country)] }
    }
  }

  /// Genders that names and titles leave open, from the pronouns that follow in sentences about one person; what is quoted is about
  /// others. The endings of Slavic women's family names count where no pronoun speaks against them.
  private func addGenders(_ entities: inout [Entity], _ mentions: [Mention]) {
    var votes = [(female: Int, male: Int)](repeating: (0, 0), count: entities.count)
    guard entities.contains(where: { $0.kind == .person && $0.gender == nil }) else { return }
    let stretches = QuotationMarks.stretches(in: document)
    var m = 0
    var stretch = 0
    for s in document.sentences.indices {
      let sentence = document.sentences[s]
      var person = -1
      var several = false
      var after = sentence.span.start
      while m < mentions.count, mentions[m].span.start < sentence.span.end {
        if entities[mentions[m].entity].kind == .person {
          if person >= 0, person != mentions[m].entity { several = true }
          if person < 0 { after = mentions[m].span.end }
          person = mentions[m].entity
        }
        m += 1
      }
      guard person >= 0, !several, entities[person].gender == nil else { continue }
      while stretch < stretches.count, stretches[stretch].end <= sentence.tokens.lowerBound { stretch += 1 }
      var quoted = stretch
      var inOwnClause = true
      for i in sentence.tokens.prefix(60) where tokens[i].start >= after && tokens[i].isWord {
        while quoted < stretches.count, stretches[quoted].end <= i { quoted += 1 }
        if quoted < stretches.count, stretches[quoted].open <= i { continue }
        let classes = QuotationWords.classes(tokens[i].key)
        switch tokens[i].key {
        // "demanded that he step down": somebody else.
        case Pronoun.he where tokens[i - 1].key != Pronoun.that: votes[person].male += 1
        case Pronoun.she where tokens[i - 1].key != Pronoun.that: votes[person].female += 1
        // "met him": not the subject of the same clause.
        case Pronoun.him where !inOwnClause: votes[person].male += 1
        case Pronoun.her where !inOwnClause || isPossessive(i): votes[person].female += 1
        case Pronoun.his: votes[person].male += 1
        case Pronoun.hers: votes[person].female += 1
        case Pronoun.himself: votes[person].male += 3
        case Pronoun.herself: votes[person].female += 3
        default: if !classes.isDisjoint(with: [.subordinator, .conjunction, .say]) { inOwnClause = false }
        }
      }
      // The next sentence, if it begins with a pronoun, or with a quotation that such a one speaks.
      guard s + 1 < document.sentences.count else { continue }
      while stretch < stretches.count, stretches[stretch].end <= sentence.tokens.upperBound { stretch += 1 }
      let next = document.sentences[s + 1].tokens
      if stretch < stretches.count, stretches[stretch].open <= next.lowerBound {
        if let key = speakingPronoun(after: stretches[stretch]), !stretches[stretch].content.contains(where: { tokens[$0].key == key }),
          document.block(at: tokens[stretches[stretch].open].start) == document.block(at: sentence.span.start)
        {
          if key == Pronoun.he { votes[person].male += 2 } else { votes[person].female += 2 }
        }
      } else if let first = next.first(where: { tokens[$0].isWord }) {
        let key = tokens[first].key
        if key == Pronoun.he || key == Pronoun.his { votes[person].male += 2 }
        if key == Pronoun.she || key == Pronoun.her { votes[person].female += 2 }
      }
    }
    for e in entities.indices where entities[e].kind == .person && entities[e].gender == nil {
      var (female, male) = votes[e]
      let words = document.tokens(in: entities[e].nameSpan)
      if male == 0, let last = words.last, endsAsWomans(last) || words.count > 1 && givenEndsAsWomans(words.lowerBound) { female += 1 }
      if female > male * 2, female > 0 { entities[e].gender = .female }
      if male > female * 2, male > 0 { entities[e].gender = .male }
    }
  }

  /// Whether "her" stands before its noun.
  private func isPossessive(_ i: Int) -> Bool {
    guard i + 1 < tokens.count, tokens[i + 1].isWord else { return false }
    return QuotationWords.classes(tokens[i + 1].key).isDisjoint(with: [
      .preposition, .conjunction, .subordinator, .determiner, .auxiliary, .pronoun, .adverb, .time,
    ])
  }

  /// `"…," she said`, `"…," said he`: the pronoun.
  private func speakingPronoun(after stretch: MarkedStretch) -> UInt64? {
    var i = stretch.end
    if i < tokens.count, tokens[i].kind == .comma { i += 1 }
    guard stretch.hasClosingMark, i + 1 < tokens.count else { return nil }
    for (pronoun, verb) in [(i, i + 1), (i + 1, i)] where tokens[pronoun].key == Pronoun.he || tokens[pronoun].key == Pronoun.she {
      if QuotationWords.classes(tokens[verb].key).contains(.say) { return tokens[pronoun].key }
    }
    return nil
  }

  /// Whether a family name ends as Slavic women's do: -ova, -eva, -skaya.
  private func endsAsWomans(_ i: Int) -> Bool {
    let word = document.bytes[tokens[i].span.range]
    guard word.count >= 6 else { return false }
    return word.suffix(3).elementsEqual("ova".utf8)
      || word.suffix(3).elementsEqual("eva".utf8) && !word.suffix(4).elementsEqual("ueva".utf8)
      || word.suffix(5).elementsEqual("skaya".utf8) || word.suffix(5).elementsEqual("skaia".utf8)
  }

  /// Whether a given name ends as only women's do: Katharina, Antonella, Luciana.
  private func givenEndsAsWomans(_ i: Int) -> Bool {
    let word = document.bytes[tokens[i].span.range]
    guard tokens[i].isWord, word.count >= 6, lexicon[tokens[i].key].flags.isDisjoint(with: [.male, .familyFirst, .place, .role]) else {
      return false
    }
    return ["ina", "ella", "iana", "ette"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private enum Pronoun {
    static let he = WordKey.of("he")
    static let him = WordKey.of("him")
    static let his = WordKey.of("his")
    static let himself = WordKey.of("himself")
    static let she = WordKey.of("she")
    static let her = WordKey.of("her")
    static let hers = WordKey.of("hers")
    static let herself = WordKey.of("herself")
    static let that = WordKey.of("that")
  }
}
