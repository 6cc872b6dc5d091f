/// Whether two names, each as some text wrote it, name one person, organisation or place.
///
/// Judged as within one event in which no other bearer of the name plays a part: "Lavrov" and "Sergey Lavrov" are one, "Donald Trump"
/// and "Melania Trump" are not.
public enum NameMatch {
  /// Symmetric; false for descriptions ("a spokesman") that are not the same words. Titles, honorifics and articles do not count,
  /// but a gender they tell does.
  public static func same(_ a: String, _ b: String) -> Bool { same(ParsedName(a), ParsedName(b)) }

  static func same(_ a: ParsedName, _ b: ParsedName) -> Bool {
    if a.folded == b.folded { return !a.folded.isEmpty }
    guard a.kind != .description, b.kind != .description else { return false }
    if a.place > 0, b.place > 0 { return a.place == b.place }
    if a.organization > 0, a.organization == b.organization { return true }
    if a.place > 0 || b.place > 0 {
      // A place and an organisation of other words are never one; a person may bear a place's name.
      let (place, other) = a.place > 0 ? (a, b) : (b, a)
      guard other.kind == .person, other.person.isFull, !place.isCountry else { return false }
      return place.person.matches(other.person)
    }
    if a.kind == .organization || b.kind == .organization {
      if a.kind == .person && a.isTitled || b.kind == .person && b.isTitled { return false }
      if a.organization > 0, b.organization > 0 { return false }
      return organizationsMatch(a, b)
    }
    if a.kind == .acronym || b.kind == .acronym {
      let (short, long) = a.kind == .acronym ? (a, b) : (b, a)
      return long.kind != .acronym && long.initials.contains(short.letters)
    }
    return a.person.matches(b.person)
  }

  /// Whether two organisations' names are forms of one: other word order, spelling, country before it, a short form, an acronym.
  static func organizationsMatch(_ a: ParsedName, _ b: ParsedName) -> Bool {
    if a.words.isEmpty || b.words.isEmpty { return false }
    if a.kind == .acronym || b.kind == .acronym || a.words.count == 1 && a.isCapitals || b.words.count == 1 && b.isCapitals {
      let (short, long) = a.words.count <= b.words.count ? (a, b) : (b, a)
      if long.initials.contains(short.letters) { return true }
    }
    let x = a.words.sorted()
    let y = b.words.sorted()
    if x == y { return true }
    // The country may be left out; two countries may not differ.
    let lexicon = NameLexicon.shared
    func withoutCountry(_ words: [UInt64]) -> ([UInt64], UInt64?) {
      guard words.count > 2, let first = words.first else { return (words, nil) }
      let flags = lexicon[first].flags
      guard !flags.isDisjoint(with: [.country, .demonym]) else { return (words, nil) }
      return (Array(words.dropFirst()), first)
    }
    let (wordsA, countryA) = withoutCountry(a.words)
    let (wordsB, countryB) = withoutCountry(b.words)
    if countryA == nil || countryB == nil || sameCountry(countryA, countryB) {
      if wordsA.sorted() == wordsB.sorted() { return true }
    } else {
      return false
    }
    // A short form: the first words of the longer, if they are no ordinary ones.
    let (short, long) = a.words.count <= b.words.count ? (a, b) : (b, a)
    guard short.words.count < long.words.count else { return false }
    if Array(long.words.prefix(short.words.count)) == short.words {
      let rest = long.words.dropFirst(short.words.count)
      if rest.allSatisfy({ !lexicon[$0].flags.isDisjoint(with: [.organizationHead, .organizationSuffix]) }),
        short.words.count > 1 || short.isDistinctive
      {
        return lexicon[short.words[0]].flags.isDisjoint(with: [.place, .demonym]) || short.words.count > 1
      }
      return short.isDistinctive && lexicon[short.words[0]].flags.isDisjoint(with: [.given])
    }
    // "the Times" for "The New York Times", "the Commission" for "European Commission".
    if short.words.count == 1, short.words[0] == long.words.last {
      return !lexicon[short.words[0]].flags.isDisjoint(with: [.mediaHead, .organizationHead]) && short.hasArticle
    }
    return false
  }

  private static func sameCountry(_ a: UInt64?, _ b: UInt64?) -> Bool {
    guard let a, let b else { return false }
    let lexicon = NameLexicon.shared
    func country(_ key: UInt64) -> UInt16 {
      if let demonym = lexicon.countryOfDemonym[key] { return demonym }
      return lexicon[key].place
    }
    return a == b || country(a) > 0 && country(a) == country(b)
  }
}

/// A name taken apart: what kind of thing it looks like, and what it can be compared by.
struct ParsedName: Sendable {
  enum Kind: Sendable { case person, organization, place, acronym, description }

  var kind: Kind
  /// Folded words with single blanks, the leading article left out.
  let folded: String
  var person: PersonName
  /// After an honorific or role.
  var isTitled = false
  /// Keys of an organisation's words: spelling levelled, without articles and suffixes, in order.
  var words: [UInt64] = []
  /// Acronyms its words make.
  var initials: [[UInt8]] = []
  /// Its letters, without full stops.
  var letters: [UInt8] = []
  var place: UInt16 = 0
  var organization: UInt16 = 0
  var isCountry = false
  var isCapitals = false
  var hasArticle = false
  /// Its first word is neither an ordinary word, nor a place or people.
  var isDistinctive = false

  init(_ text: String, kind known: Entity.Kind? = nil, gender: Entity.Gender? = nil) {
    let document = Document(text)
    let lexicon = NameLexicon.shared
    var tokens = document.tokens
    person = PersonName(parts: [])
    kind = .description
    // What follows a bracket or comma describes, but for "Jr."
    if let cut = tokens.indices.first(where: { i in
      tokens[i].kind == .open
        || tokens[i].kind == .comma && !(i + 1 < tokens.count && lexicon[tokens[i + 1].key].flags.contains(.generation))
    }), cut > 0 {
      // "Bureau of Alcohol, Tobacco, Firearms" goes on.
      if tokens[cut].kind == .open || lexicon[tokens[0].key].flags.isDisjoint(with: .organizationHead) { tokens.removeSubrange(cut...) }
    }
    if tokens.last?.kind == .clitic { tokens.removeLast() }
    var start = 0
    if let first = tokens.first, first.isWord {
      switch first.key {
      case WordKey.of("the"):
        start = 1
        hasArticle = true
      case WordKey.of("a") where tokens.count > 1 && tokens[1].kind == .terminator: break
      case WordKey.of("a"), WordKey.of("an"): start = 1
      default: break
      }
    }
    let words = tokens.indices.dropFirst(start).filter { tokens[$0].isWord || tokens[$0].isNumber }
    var folded = ""
    for i in words { folded += (folded.isEmpty ? "" : " ") + Folding.folded(document.string(tokens[i])) }
    self.folded = folded
    guard let first = words.first,
      words.contains(where: { !tokens[$0].shape.isDisjoint(with: [.capitalized, .innerCaps]) || tokens[$0].isNumber }),
      start == 0 || hasArticle
    else { return }

    func key(_ i: Int) -> UInt64 { document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: tokens[i], in: $0) } }
    func entry(_ i: Int) -> NameLexicon.Entry { lexicon[key(i)] }
    func match(_ i: Int, _ flags: NameLexicon.Flags) -> (entry: NameLexicon.Entry, end: Int)? {
      document.bytes.withUnsafeBufferPointer {
        lexicon.longestMatch(at: i, in: tokens, bytes: $0, limit: tokens.count) { !$0.flags.isDisjoint(with: flags) }
      }
    }
    let end = (words.last ?? first) + 1
    letters = words.flatMap { Array(document.bytes[tokens[$0].span.range]) }.compactMap { byte -> UInt8? in
      guard byte != 0x2e else { return nil }
      return byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    isCapitals = words.count == 1 && tokens[first].shape.contains(.allCaps) && letters.count > 1
    self.words = OrganizationName.words(of: first..<end, tokens: tokens, in: document)
    initials = OrganizationName.acronyms(of: first..<end, tokens: tokens, in: document)
    let flags = entry(first).flags
    isDistinctive =
      flags.isDisjoint(with: [
        .ordinary, .place, .demonym, .role, .roleModifier, .organizationHead, .placeHead, .mediaHead, .function, .placePrefix, .phraseHead,
      ]) || flags.contains(.organization)

    if let found = match(first, [.place, .organization]), found.end >= end {
      if found.entry.place > 0, known == nil || known == .place {
        place = found.entry.place
        isCountry = found.entry.flags.contains(.country)
        kind = .place
      } else if found.entry.organization > 0, known != .person {
        organization = found.entry.organization
        kind = .organization
      }
    } else if let found = match(first, .country), found.end < end, let rest = match(found.end, .organization), rest.end >= end,
      known != .person
    {
      // "US State Department"
      organization = rest.entry.organization
      kind = .organization
    }
    // The title before the name.
    var nameStart = first
    var gender = gender
    var givenNameTitle = false
    var regnalTitle = false
    var i = first
    while i < end, kind == .description || kind == .place && known == nil || known == .person {
      if let phrase = match(i, .role), phrase.end > i + 1, phrase.end < end {
        i = phrase.end
        nameStart = i
        continue
      }
      let flags = entry(i).flags
      guard tokens[i].isWord else {
        i += 1
        if tokens[i - 1].kind == .terminator, nameStart == i - 1 { nameStart = i }
        continue
      }
      let isHonorific = !flags.isDisjoint(with: .anyHonorific)
      if isHonorific || flags.contains(.role), i + 1 < end, !(flags.contains(.given) && !isHonorific && nameStart == i) {
        if flags.contains(.femaleHonorific) || flags.contains(.femaleRole) { gender = .female }
        if flags.contains(.maleHonorific) || flags.contains(.maleRole) { gender = .male }
        givenNameTitle = ParsedName.givenNameTitles.contains(tokens[i])
        regnalTitle = ParsedName.regnalTitles.contains(tokens[i])
        i += 1
        nameStart = i
      } else if !flags.isDisjoint(with: [.roleModifier, .demonym, .place, .organization, .organizationHead]), flags.isDisjoint(with: .given)
      {
        i += 1
      } else if tokens[i].key == WordKey.of("of") || tokens[i].key == WordKey.of("for") || tokens[i].key == WordKey.of("the")
        || tokens[i].key == WordKey.of("and")
      {
        i += 1
      } else {
        break
      }
    }
    while nameStart < end, !tokens[nameStart].isWord { nameStart += 1 }
    isTitled = nameStart > first
    let last = words.last { tokens[$0].isWord } ?? first
    let hasHead = words.contains { i in
      let flags = entry(i).flags
      return flags.contains(.organizationHead)
        && (i == last || i + 1 < tokens.count && tokens[i + 1].isWord && !tokens[i + 1].isCapitalized)
        || flags.contains(.organizationSuffix) && i > first
    }
    if kind == .description || known == .person || kind == .place && isTitled {
      switch known {
      case .person?: kind = .person
      case .organization?: kind = .organization
      case .place?: kind = .place
      case nil:
        let isHonorific = isTitled && !entry(first).flags.isDisjoint(with: .anyHonorific)
        if hasHead, !isHonorific, words.count > 1,
          entry(first).flags.isDisjoint(with: .given) || entry(last).flags.contains(.organizationHead)
        {
          kind = .organization
          isTitled = false
        } else if isCapitals, !isTitled {
          kind = .acronym
        } else if words.count == 1, !flags.isDisjoint(with: [.organizationHead, .mediaHead]), hasArticle {
          kind = .organization
        } else if nameStart >= end || words.count == 1 && flags.contains(.role)
          || isTitled && nameStart == last && entry(last).flags.contains(.role)
        {
          kind = .description
        } else if words.contains(where: { $0 >= nameStart && tokens[$0].isCapitalized })
          || nameStart < end && lexicon[tokens[nameStart].key].flags.contains(.particle)
        {
          kind = .person
        }
      }
    }
    guard kind != .description, nameStart < end else { return }
    person = NameResolver.personName(nameStart..<end, in: document, gender: gender)
    person.hasGivenNameTitle = givenNameTitle
    person.isRegnal = regnalTitle
  }

  private static let regnalTitles = WordList(
    """
    prince
    princess
    king
    queen
    pope
    saint
    st
    sultan
    emperor
    """)

  private static let givenNameTitles = WordList(
    """
    dr
    sir
    dame
    lord
    lady
    prince
    princess
    king
    queen
    pope
    sheikh
    sheik
    saint
    st
    sultan
    emperor
    father
    sister
    brother
    mother
    president
    """)
}
