/// A stretch that may be a name, before it is joined with others.
struct NameCandidate: Sendable {
  struct Hints: OptionSet, Sendable {
    let rawValue: UInt16
    /// Beside a verb of saying.
    static let speaks = Hints(rawValue: 1)
    /// ", who", ", 45,", "(R-Wis.)".
    static let person = Hints(rawValue: 2)
    /// After in, at, near and the like.
    static let location = Hints(rawValue: 4)
    /// After "the".
    static let article = Hints(rawValue: 8)
    /// Capitalised by its place in the sentence, maybe for no other reason.
    static let weak = Hints(rawValue: 16)
    /// An ordinary word too: kept only if it is the family name of somebody in the text.
    static let ordinary = Hints(rawValue: 32)
    /// After an honorific or role.
    static let titled = Hints(rawValue: 64)
    /// The given name is on the list.
    static let given = Hints(rawValue: 128)
    /// "Dr", "Sir", "Prince": can stand before a given name alone.
    static let givenNameTitle = Hints(rawValue: 256)
    static let acronym = Hints(rawValue: 512)
    /// In a sentence with capitals throughout.
    static let title = Hints(rawValue: 1024)
    static let possessive = Hints(rawValue: 2048)
    /// After "told": hears what somebody says, as newspapers do.
    static let addressed = Hints(rawValue: 4096)
  }

  /// Token indices of the name.
  var tokens: Range<Int>
  /// First token, titles included.
  var fullStart: Int
  var kind: Entity.Kind?
  var hints: Hints = []
  var gender: Entity.Gender?
  /// Tokens of a description beside the name.
  var roles: [Range<Int>] = []
  var place: UInt16 = 0
  var organization: UInt16 = 0
}

/// Which words a text writes in lower case, and which with a capital inside sentences.
struct CaseStatistics: Sendable {
  private var keys: [UInt64]
  private var flags: [UInt8]
  private var count = 0

  init(capacity: Int) {
    var size = 256
    while size < capacity { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    flags = [UInt8](repeating: 0, count: size)
  }

  static let lower: UInt8 = 1
  static let capital: UInt8 = 2

  mutating func note(_ key: UInt64, _ flag: UInt8) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while flags[slot] != 0 {
      if keys[slot] == key {
        flags[slot] |= flag
        return
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    flags[slot] = flag
    count += 1
    if count * 2 > keys.count { grow() }
  }

  func has(_ key: UInt64, _ flag: UInt8) -> Bool {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while flags[slot] != 0 {
      if keys[slot] == key { return flags[slot] & flag != 0 }
      slot = (slot + 1) & mask
    }
    return false
  }

  private mutating func grow() {
    let (oldKeys, oldFlags) = (keys, flags)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    flags = [UInt8](repeating: 0, count: keys.count)
    let mask = keys.count - 1
    for i in oldKeys.indices where oldFlags[i] != 0 {
      var slot = Int(truncatingIfNeeded: oldKeys[i]) & mask
      while flags[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[i]
      flags[slot] = oldFlags[i]
    }
  }
}

/// Finds stretches that may be names, sentence by sentence, from capitals, word lists and what stands beside them.
struct NameScanner {
  typealias Flags = NameLexicon.Flags

  let document: Document
  let tokens: [Token]
  let lexicon = NameLexicon.shared
  var cases: CaseStatistics
  var candidates: [NameCandidate] = []
  /// Sentences in which capitals prove nothing, left for later.
  var titleSentences: [Int] = []
  /// Reused: tokens of the run of capitalised words at hand.
  private var run: [Int] = []
  /// Names of storms and ships so far, by their words.
  private(set) var things: Set<UInt64> = []
  /// A family name in lower case by mistake, taken into the run.
  private var slip = -1
  private var high = 0
  private var low = 0

  init(_ document: Document) {
    self.document = document
    tokens = document.tokens
    cases = CaseStatistics(capacity: min(max(document.tokens.count / 2, 256), 1 << 14))
  }

  // MARK: Keys of this scanner's rules

  private enum Word {
    static let the = WordKey.of("the")
    static let of = WordKey.of("of")
    static let `for` = WordKey.of("for")
    static let on = WordKey.of("on")
    static let and = WordKey.of("and")
    static let against = WordKey.of("against")
    static let who = WordKey.of("who")
    static let whose = WordKey.of("whose")
    static let whom = WordKey.of("whom")
    static let st = WordKey.of("st")
    static let will = WordKey.of("will")
    static let may = WordKey.of("may")
    static let district = WordKey.of("district")
    static let school = WordKey.of("school")
    static let chief = WordKey.of("chief")
    static let homes = WordKey.of("homes")
    static let air = WordKey.of("air")
    static let an = WordKey.of("an")
    static let justice = WordKey.of("justice")
    static let jan = WordKey.of("jan")
    static let elect = WordKey.of("elect")
    static let age = WordKey.of("age")
    static let aged = WordKey.of("aged")
  }

  private static let locatives = WordList(
    """
    in
    near
    outside
    throughout
    across
    """)
  /// Verbs of saying whose object is who hears it.
  private static let addressing = WordList(
    """
    told
    tell
    tells
    asked
    asks
    urged
    urges
    warned
    warns
    """)
  private static let directions = WordList(
    """
    north
    south
    east
    west
    northeast
    northwest
    southeast
    southwest
    outskirts
    suburb
    capital
    port
    """)
  /// Heads of place names that an ordinary word can stand before.
  private static let natural = WordList(
    """
    county
    river
    lake
    bay
    island
    islands
    creek
    canyon
    peninsula
    """)
  /// Lower-case second halves of hyphenated words that are no part of a name: "Russia-led".
  private static let hyphenated = WordList(
    """
    led
    based
    backed
    style
    born
    era
    like
    wide
    held
    run
    owned
    made
    bound
    funded
    themed
    area
    only
    type
    size
    level
    class
    free
    friendly
    elect
    made
    built
    """)
  /// Organisations "on" or "against" something.
  private static let topical = WordList(
    """
    council
    committee
    commission
    conference
    forum
    institute
    centre
    center
    alliance
    coalition
    campaign
    office
    """)
  /// Organisations "of" a place or person that no list has.
  private static let named = WordList(
    """
    university
    college
    school
    bank
    church
    diocese
    archdiocese
    institute
    museum
    city
    town
    village
    county
    province
    district
    gulf
    bay
    strait
    island
    sea
    lake
    friends
    """)
  private static let complement: Flags = [
    .ordinary, .place, .country, .city, .organization, .organizationHead, .placeHead, .roleModifier, .demonym, .role, .placePrefix,
  ]
  /// Words for people whose possessive stands in organisations' names: "People's Party".
  private static let groups = WordList(
    """
    people
    peoples
    children
    women
    men
    workers
    nation
    world
    veterans
    queen
    king
    farmers
    teachers
    lawyers
    """)
  /// Roles that only a capital makes a title: "major Warhol exhibitions".
  private static let adjectives = WordList(
    """
    major
    majors
    private
    general
    generals
    justice
    corporal
    model
    chair
    principal
    counsel
    speaker
    host
    whip
    star
    master
    lead
    second
    """)
  /// Roles that bodies have too.
  private static let bodies = WordList("regulator\nbroadcaster\nrival\nally\npartner\ncontractor\nowner\ndefendant\nplaintiff\ninvestor")
  /// Roles that are written with a capital before a name.
  private static let titles = WordList(
    """
    taoiseach
    tanaiste
    councillor
    councilor
    president
    minister
    secretary
    director
    chief
    chairman
    chairwoman
    chairperson
    premier
    chancellor
    governor
    mayor
    senator
    congressman
    congresswoman
    representative
    ambassador
    envoy
    spokesman
    spokeswoman
    spokesperson
    general
    admiral
    colonel
    major
    captain
    lieutenant
    sergeant
    commander
    brigadier
    marshal
    corporal
    inspector
    superintendent
    detective
    sheriff
    constable
    commissioner
    judge
    justice
    attorney
    professor
    doctor
    bishop
    archbishop
    cardinal
    pope
    reverend
    pastor
    rabbi
    imam
    ayatollah
    sheikh
    king
    queen
    prince
    princess
    duke
    duchess
    emperor
    sultan
    emir
    speaker
    undersecretary
    ceo
    deputy
    cfo
    coo
    lady
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
    """)
  /// Titles that stay in the name when one word follows: "Prince William", "Pope Francis".
  private static let royal = WordList(
    """
    prince
    princess
    king
    queen
    pope
    emperor
    saint
    """)

  // MARK: Small questions

  @inline(__always) private func entry(_ i: Int) -> NameLexicon.Entry {
    let token = tokens[i]
    guard token.shape.contains(.dotted) else { return lexicon[token.key] }
    return document.bytes.withUnsafeBufferPointer { lexicon[NameLexicon.key(of: token, in: $0)] }
  }

  @inline(__always) private func isCapital(_ i: Int) -> Bool {
    i >= low && i < high && tokens[i].isWord && isCapital(tokens[i])
  }

  /// Begins with a capital, or is a known name like "eBay"; of words with digits only known ones ("G20").
  @inline(__always) private func isCapital(_ token: Token) -> Bool {
    if token.shape.contains(.digits) || !token.isCapitalized {
      return !token.shape.isDisjoint(with: [.capitalized, .innerCaps]) && lexicon[token.key].flags.contains(.organization)
    }
    return true
  }

  private func isStop(_ i: Int) -> Bool { i < high && tokens[i].kind == .terminator && tokens[i].span.count == 1 }

  /// Whether a capital here may be due to the place: start of a sentence, after a mark.
  private func isStart(_ i: Int) -> Bool {
    if tokens[i].shape.contains(.sentenceStart) || i == low { return true }
    switch tokens[i - 1].kind {
    case .doubleQuote, .singleQuote, .open, .colon, .terminator, .semicolon: return true
    case .dash: return tokens[i].shape.contains(.spaceBefore) || !tokens[i - 1].isAdjacent(to: tokens[i]) || tokens[i - 1].span.count > 1
    case .symbol: return tokens[i - 1].span.count > 1
    default: return false
    }
  }

  private func longestMatch(_ i: Int, _ accept: (NameLexicon.Entry) -> Bool) -> (entry: NameLexicon.Entry, end: Int)? {
    document.bytes.withUnsafeBufferPointer { lexicon.longestMatch(at: i, in: tokens, bytes: $0, limit: high, accept: accept) }
  }

  /// A place or organisation of the lists at `i`. Phrases must be written with capitals in the words that matter.
  func known(_ i: Int) -> (entry: NameLexicon.Entry, end: Int)? {
    let head = entry(i)
    guard !head.flags.isDisjoint(with: [.phraseHead, .place, .organization]) else { return nil }
    guard let match = longestMatch(i, { !$0.flags.isDisjoint(with: [.place, .organization]) }) else { return nil }
    if match.end == i + 1 {
      // "IS", "US" in capitals only; "Time", "Total", "Fox" are words.
      return match
    }
    // The last word must have a capital too: not "New York times", "West bank".
    return isCapital(match.end - 1) || tokens[match.end - 1].kind != .word || entry(match.end - 1).flags.contains(.function) ? match : nil
  }

  // MARK: Scanning

  mutating func scan() {
    countCases()
    candidates.reserveCapacity(tokens.count / 12)
    for index in document.sentences.indices {
      let range = document.sentences[index].tokens
      if isTitleCase(range) {
        titleSentences.append(index)
      } else {
        scan(range)
      }
    }
  }

  private mutating func countCases() {
    for sentence in document.sentences {
      var previousStarts = true
      for i in sentence.tokens {
        let token = tokens[i]
        if token.kind == .word {
          if !token.isCapitalized {
            cases.note(token.key, CaseStatistics.lower)
          } else if !previousStarts, !token.shape.contains(.sentenceStart) {
            cases.note(token.key, CaseStatistics.capital)
          }
          previousStarts = false
        } else {
          previousStarts = token.kind != .clitic && token.kind != .comma && token.kind != .number
        }
      }
    }
  }

  /// Whether words that are no names have capitals here too: a headline, or shouting.
  private func isTitleCase(_ range: Range<Int>) -> Bool {
    var capitals = 0
    var small = 0
    for i in range {
      let token = tokens[i]
      guard token.isWord, token.span.count >= 3 else { continue }
      if !token.isCapitalized {
        // Titles leave only articles, conjunctions and prepositions small.
        if !lexicon[token.key].flags.contains(.function) {
          small += 1
          if small > 3, small * 2 > capitals { return false }
        }
        continue
      }
      if token.shape.contains(.sentenceStart) || token.span.count < 4 { continue }
      let flags = lexicon[token.key].flags
      if flags.contains(.saying) || flags.contains(.function) && !flags.contains(.nameMonth)
        || (flags.contains(.ordinary) || cases.has(token.key, CaseStatistics.lower))
          && flags.isDisjoint(with: [.given, .role, .roleModifier, .organizationHead, .placeHead, .familyFirst, .phraseHead])
      {
        capitals += 1
      }
    }
    if capitals >= 2, capitals > small * 2 { return true }
    // Shouting: every word in capitals.
    var upper = 0
    var words = 0
    for i in range where tokens[i].isWord && tokens[i].span.count >= 3 {
      words += 1
      if tokens[i].shape.contains(.allCaps) { upper += 1 }
      if words > 30 { break }
    }
    return words >= 3 && upper * 3 > words * 2
  }

  private mutating func scan(_ range: Range<Int>) {
    low = range.lowerBound
    high = range.upperBound
    var i = low
    while i < high {
      guard tokens[i].isWord, isCapital(tokens[i]) else {
        i += 1
        continue
      }
      i = max(parse(at: i), i + 1)
    }
  }

  /// The run of words that may make up names from token `i` on.
  private mutating func gather(_ i: Int) {
    run.removeAll(keepingCapacity: true)
    run.append(i)
    slip = -1
    var k = i
    var hasHead = false
    var afterOf = false
    while run.count < 24 {
      let flags = entry(k).flags
      if flags.contains(.phraseHead),
        let match = longestMatch(k, { !$0.flags.isDisjoint(with: [.place, .organization, .role]) }), match.end > k + 1,
        known(k) != nil || entryIsRolePhrase(k, match.end)
      {
        for j in k + 1..<match.end { run.append(j) }
        k = match.end - 1
      }
      if !flags.isDisjoint(with: [.organizationHead, .placeHead]) || flags.contains(.organizationSuffix) { hasHead = true }
      let next = k + 1
      guard next < high else { return }
      let token = tokens[next]
      switch token.kind {
      case .terminator:
        // "J. Edgar", "Mr. Lavrov", "St. Louis", "Inc."
        guard token.span.count == 1, tokens[k].isAdjacent(to: token), isCapital(next + 1) else { return }
        let isInitial = tokens[k].span.count == 1
        guard
          isInitial
            || !flags.isDisjoint(with: [.honorific, .maleHonorific, .femaleHonorific, .organizationSuffix, .generation, .placePrefix])
        else { return }
        guard tokens[next + 1].shape.contains(.spaceBefore) || isInitial else { return }
        if flags.contains(.organizationSuffix), flags.isDisjoint(with: [.honorific, .maleHonorific]),
          entry(next + 1).flags.contains(.function)
        {
          return
        }
        k = next + 1
        run.append(k)
      case .dash:
        guard tokens[k].isAdjacent(to: token), token.span.count <= 3, next + 1 < high, token.isAdjacent(to: tokens[next + 1]),
          tokens[next + 1].isWord
        else { return }
        if isCapital(next + 1) {
          // "US-Russian relations": two words, each judged alone.
          // "Boeing-Airbus rivalry"
          if !afterOf, run.count == 1 || !flags.isDisjoint(with: .organization), !flags.isDisjoint(with: [.organization, .place]),
            flags.isDisjoint(with: .given)
          {
            return
          }
          if !afterOf, !flags.isDisjoint(with: [.demonym, .country]), !entry(next + 1).flags.isDisjoint(with: [.demonym, .country]) {
            return
          }
          k = next + 1
          run.append(k)
        } else {
          let part = tokens[next + 1]
          guard part.span.count <= (run.count > 1 ? 6 : 5), tokens[k].span.count > 1, !Self.hyphenated.contains(part),
            isFamilyFirst(run.count > 1 ? run[run.count - 2] : k, syllable: next + 1)
              || flags.isDisjoint(with: [.place, .organization, .role, .roleModifier, .demonym, .ordinary, .placeHead, .organizationHead])
                && lexicon[part.key].flags.isDisjoint(with: [.ordinary, .function, .role, .roleModifier, .saying])
                && (!cases.has(part.key, CaseStatistics.lower) || run.count > 1)
                && (run.count > 1 || lexicon[tokens[k].key].flags.contains(.familyFirst) || isCapital(next + 2))
          else { return }
          k = next + 1
          run.append(k)
        }
      case .word:
        if isCapital(next) {
          guard token.shape.contains(.spaceBefore) else { return }
          let nextFlags = entry(next).flags
          if nextFlags.contains(.function), !nextFlags.contains(.nameMonth), !isGaelicParticle(next), !isGaelicParticle(k) {
            return
          }
          if tokens[k].kind == .terminator { return }
          k = next
          run.append(k)
          continue
        }
        let key = token.key
        let nextFlags = lexicon[key].flags
        // "Mac an Bhaird", "Mhac an tSaoi"
        if key == Word.an, run.count > 1, PersonName.isGaelicParticle(tokens[k], first: false), next + 1 < high,
          tokens[next + 1].isWord, !tokens[next + 1].shape.isDisjoint(with: [.capitalized, .innerCaps])
        {
          run.append(next)
          run.append(next + 1)
          k = next + 1
          continue
        }
        // "Donald trump": a slip, if the text has the word with a capital elsewhere.
        if flags.contains(.given), flags.isDisjoint(with: [.place, .ambiguous]), token.shape.contains(.spaceBefore), token.span.count >= 4,
          nextFlags.isDisjoint(with: [.function, .ordinary, .saying, .role, .roleModifier, .particle]),
          cases.has(key, CaseStatistics.capital),
          !isCapital(next + 1)
        {
          slip = next
          run.append(next)
          return
        }
        if nextFlags.contains(.particle), flags.isDisjoint(with: [.place, .organization, .role, .function]) || flags.contains(.given) {
          // Up to three particles before a capital: "van der", "bin al-".
          var j = next
          while j < high, j < next + 6,
            tokens[j].kind == .dash || tokens[j].isWord && !tokens[j].isCapitalized && lexicon[tokens[j].key].flags.contains(.particle)
          {
            j += 1
          }
          guard isCapital(j), !entry(j).flags.contains(.function) else { return }
          for m in next...j where tokens[m].isWord { run.append(m) }
          k = j
          continue
        }
        if key == Word.of || key == Word.for || key == Word.on || key == Word.against {
          guard !flags.isDisjoint(with: [.organizationHead, .placeHead]) || afterOf && key == Word.of && flags.contains(.ordinary),
            tokens[k].isCapitalized
          else { return }
          if key != Word.of, flags.isDisjoint(with: .organizationHead) { return }
          if key == Word.on || key == Word.against, !Self.topical.contains(tokens[k]) { return }
          var j = next + 1
          if j < high, tokens[j].key == Word.the { j += 1 }
          guard isCapital(j), !entry(j).flags.contains(.function), entry(j).flags.isDisjoint(with: [.anyHonorific.subtracting(.honorific)])
          else { return }
          // "the Russian Embassy of Trump": a word that nobody knows can follow a university, not an embassy.
          guard !entry(j).flags.isDisjoint(with: Self.complement) || Self.named.contains(tokens[k]) || known(j) != nil else { return }
          if tokens[j].kind == .word, entry(j).flags.contains(.given), entry(j).flags.isDisjoint(with: [.place, .ordinary, .placePrefix]),
            !Self.named.contains(tokens[k])
          {
            return
          }
          for m in next...j { run.append(m) }
          k = j
          afterOf = true
          continue
        }
        // "Defence and Space Company"
        if key == Word.and, !flags.isDisjoint(with: [.ordinary, .roleModifier]), run.count > 1 || !isStart(k), isCapital(next + 1),
          !entry(next + 1).flags.isDisjoint(with: [.ordinary, .roleModifier]),
          entry(next + 1).flags.isDisjoint(with: [.given, .role, .place]),
          isCapital(next + 2), entry(next + 2).flags.contains(.organizationHead)
        {
          run.append(next)
          run.append(next + 1)
          k = next + 1
          continue
        }
        if key == Word.and, hasHead, afterOf, let last = spelledOut(through: next) {
          for j in next...last { run.append(j) }
          k = last
          continue
        }
        if key == Word.and, hasHead, afterOf {
          guard isCapital(next + 1), lexicon[tokens[next + 1].key].flags.contains(.ordinary),
            entry(next + 1).flags.isDisjoint(with: [.given, .role])
          else { return }
          run.append(next)
          run.append(next + 1)
          k = next + 1
          continue
        }
        return
      case .clitic:
        // "New People's Party", "St Mary's Hospital"
        guard Self.groups.contains(tokens[k]) || isTitled(), isCapital(next + 1),
          entry(next + 1).flags.contains(.organizationHead)
            || next + 2 < high && isCapital(next + 2) && entry(next + 2).flags.contains(.organizationHead)
        else { return }
        if !Self.groups.contains(tokens[k]) {
          guard
            CompanyWords.dedicated.contains(tokens[next + 1]) || isCapital(next + 2) && CompanyWords.dedicated.contains(tokens[next + 2])
          else { return }
        }
        k = next + 1
        run.append(k)
      case .singleQuote where isTitled() && tokens[k].isAdjacent(to: token) && isPlural(k):
        // "St Thomas' Hospital"
        guard isCapital(next + 1), tokens[next + 1].shape.contains(.spaceBefore), CompanyWords.dedicated.contains(tokens[next + 1]) else {
          return
        }
        k = next + 1
        run.append(k)
      case .doubleQuote, .singleQuote:
        // William "Bill" Haas: the nickname is part of the name.
        guard run.count <= 2, isCapital(k + 2), token.shape.contains(.spaceBefore), tokens[k + 1].isAdjacent(to: tokens[k + 2]),
          let close = (k + 3..<max(k + 3, min(high, k + 6))).first(where: { tokens[$0].kind == token.kind }),
          (k + 2..<close).allSatisfy({ tokens[$0].isWord }), tokens[close - 1].isAdjacent(to: tokens[close]), isCapital(close + 1),
          tokens[close + 1].shape.contains(.spaceBefore), isGivenOrUnknown(i), flags.isDisjoint(with: [.role, .function]),
          entry(close + 1).flags.isDisjoint(with: [.function, .role, .saying])
        else { return }
        k = close + 1
        run.append(k)
      case .symbol:
        guard token.span.count == 1, document.bytes[Int(token.start)] == 0x26, isCapital(next + 1) else { return }
        run.append(next)
        run.append(next + 1)
        k = next + 1
      default: return
      }
    }
  }

  /// "Ní", "Ó", "Mac": a particle of Irish family names with a capital of its own, before the rest of the name.
  private func isGaelicParticle(_ i: Int) -> Bool {
    isCapital(i) && isCapital(i + 1) && tokens[i + 1].shape.contains(.spaceBefore)
      && PersonName.isGaelicParticle(tokens[i], first: !isCapital(i - 1) || tokens[i].shape.contains(.sentenceStart))
  }

  /// Whether the run so far is a title before one or two names: "St Mary".
  private func isTitled() -> Bool {
    guard (2...3).contains(run.count) else { return false }
    return !entry(run[0]).flags.isDisjoint(with: .anyHonorific) && !CompanyWords.address.contains(tokens[run[0]])
      && run.dropFirst().allSatisfy { isCapital($0) && entry($0).flags.isDisjoint(with: [.function, .role, .organizationHead]) }
  }

  /// A given name, or a word that can only be a name.
  private func isGivenOrUnknown(_ i: Int) -> Bool {
    let flags = entry(i).flags
    return flags.contains(.given)
      || flags.isDisjoint(with: [
        .ordinary, .function, .role, .roleModifier, .saying, .organizationHead, .organization, .placeHead, .demonym, .place,
      ]) && !isPlainWord(i)
  }

  /// "National Institute of Allergy and Infectious Diseases (NIAID)": the last word of a name behind "and" whose letters follow in
  /// brackets.
  private func spelledOut(through and: Int) -> Int? {
    var last = and
    while last + 1 < high, last - and < 4, isCapital(last + 1) { last += 1 }
    guard last > and, last + 2 < high, tokens[last + 1].kind == .open, tokens[last + 2].shape.contains(.allCaps) else { return nil }
    let letters = document.bytes[tokens[last + 2].span.range]
    let words =
      run.filter { tokens[$0].isWord && tokens[$0].isCapitalized && !lexicon[tokens[$0].key].flags.contains(.function) }
      + Array(and + 1...last)
    guard letters.count == words.count, letters.count >= 3 else { return nil }
    return zip(letters, words).allSatisfy { document.bytes[Int(tokens[$1].start)] == $0 } ? last : nil
  }

  /// Whether a family name that comes first stands at `family`, and a syllable of such languages at `syllable`.
  private func isFamilyFirst(_ family: Int, syllable: Int) -> Bool {
    guard lexicon[tokens[family].key].flags.contains(.familyFirst), tokens[syllable].span.count <= 6 else { return false }
    return PersonName.isSyllabic(Array(document.bytes[tokens[syllable].span.range]).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }

  /// Where a name like "Kim Jong Un", "Ban Ki-moon", "Xi Jinping" that begins at `p` ends in the run, or nil.
  private func familyFirstEnd(_ p: Int) -> Int? {
    guard p + 1 < run.count, run[p + 1] == run[p] + 1, isCapital(run[p + 1]),
      isFamilyFirst(run[p], syllable: run[p + 1]) || tokens[run[p + 1]].span.count <= 9 && isFamilyFirstLong(p)
    else { return nil }
    let second = entry(run[p + 1]).flags
    guard second.isDisjoint(with: [.function, .role, .demonym, .country, .organizationHead, .placeHead]) else { return nil }
    if p + 2 < run.count, tokens[run[p + 2] - 1].kind == .dash, isFamilyFirst(run[p], syllable: run[p + 2]) { return p + 3 }
    if p + 2 < run.count, run[p + 2] == run[p + 1] + 1, isCapital(run[p + 2]), tokens[run[p + 2]].span.count <= 5,
      !tokens[run[p + 2]].shape.contains(.allCaps),
      isFamilyFirst(run[p], syllable: run[p + 2]), !entry(run[p + 2]).flags.contains(.function),
      entry(run[p + 2]).flags.isDisjoint(with: [.role, .ordinary])
    {
      return p + 3
    }
    // Two words only: neither may be an English one.
    let first = lexicon[tokens[run[p]].key].flags
    guard first.isDisjoint(with: [.ordinary, .function]), second.isDisjoint(with: [.ordinary, .roleModifier, .saying, .given]) else {
      return nil
    }
    return first.contains(.given) ? nil : p + 2
  }

  private func isFamilyFirstLong(_ p: Int) -> Bool {
    lexicon[tokens[run[p]].key].flags.contains(.familyFirst)
      && PersonName.isSyllabic(Array(document.bytes[tokens[run[p + 1]].span.range]).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }

  private func entryIsRolePhrase(_ i: Int, _ end: Int) -> Bool {
    longestMatch(i) { $0.flags.contains(.role) }?.end == end && isCapital(end - 1)
  }

  private mutating func parse(at i: Int) -> Int {
    gather(i)
    let end = (run.last ?? i) + 1
    var p = 0
    while p < run.count { p = max(segment(p), p + 1) }
    return end
  }

  /// Index into the run of the first word at or after a token.
  private func position(ofToken token: Int) -> Int {
    var low = 0
    var high = run.count
    while low < high {
      let middle = (low + high) / 2
      if run[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Handles the part of the run at `p`; returns where to go on.
  private mutating func segment(_ p: Int) -> Int {
    let i = run[p]
    guard isCapital(i) else { return p + 1 }
    let here = entry(i)
    let flags = here.flags
    let n = run.count
    // "pro-Beijing" is a word of its own.
    if p == 0, i - 2 >= low, tokens[i - 1].kind == .dash, tokens[i - 1].isAdjacent(to: tokens[i]),
      tokens[i - 2].isAdjacent(to: tokens[i - 1]), !tokens[i - 2].isCapitalized,
      let match = known(i)
    {
      addKnown(i..<match.end, match.entry)
      return position(ofToken: match.end)
    }

    if flags.contains(.familyFirst), !tokens[i].shape.contains(.allCaps), let end = familyFirstEnd(p) {
      return addPerson(p, end: end, hints: .given)
    }

    // "Ó Ríordáin said"
    if p + 1 < n, tokens[i].shape.contains(.nonASCII), isGaelicParticle(i) { return addPerson(p, hints: []) }

    // Organisations and places of several words come before anything else.
    let knownHere = known(i)
    if let end = vesselEnd(p) ?? stormEnd(p) { return end }
    if knownHere.map({ $0.end == i + 1 }) ?? true {
      if isCompanyKind(p) { return p + 1 }
      if let end = ampersandEnd(p) ?? describedCompanyEnd(p) {
        add(i..<run[end - 1] + 1, .organization, [])
        return end
      }
    }
    if let knownHere, knownHere.end > i + 1 {
      let q = position(ofToken: knownHere.end)
      if let after = organizationEnd(p), after > q { return addOrganization(p, after) }
      addKnown(i..<knownHere.end, knownHere.entry)
      return q
    }
    if flags.contains(.function), !flags.contains(.nameMonth),
      !(knownHere != nil && tokens[i].shape.contains(.allCaps) && tokens[i].span.count > 1)
    {
      return p + 1
    }
    if flags.contains(.nameMonth), n == 1 || p == n - 1 && p > 0 && false {
      // "May" alone: only as somebody's family name, and not before a number.
      let next = i + 1
      if next < high, tokens[next].isNumber { return p + 1 }
      guard !isStart(i), i > low, tokens[i - 1].isWord,
        !lexicon[tokens[i - 1].key].flags.contains(.function) || tokens[i - 1].key == Word.the
      else {
        if next < high, tokens[next].kind == .clitic || lexicon[tokens[next].key].flags.contains(.saying) { addOrdinary(i) }
        return p + 1
      }
      addOrdinary(i)
      return p + 1
    }

    // "Jan. 20"
    if flags.contains(.given), i + 1 < high, isStop(i + 1) || tokens[i + 1].isNumber, tokens[i].span.count == 3, tokens[i].key == Word.jan {
      return p + 1
    }
    // "Will Trump fire him?"
    if flags.contains(.ambiguous), isStart(i), flags.isDisjoint(with: [.place]) {
      if tokens[i].key == Word.will || tokens[i].key == Word.may { return p + 1 }
      if cases.has(tokens[i].key, CaseStatistics.lower), n == 1 { return p + 1 }
    }

    // "Duke Energy", "King Street"
    if !flags.isDisjoint(with: .anyHonorific), flags.contains(.role), p + 1 < n, run[p + 1] == i + 1, isCapital(i + 1) {
      if CompanyWords.businesses.contains(tokens[i + 1]) {
        add(i..<i + 2, .organization, [])
        return p + 2
      }
      if CompanyWords.roads.contains(tokens[i + 1]) {
        addPlace(i..<i + 2)
        return p + 2
      }
    }

    // "Air India"
    if tokens[i].key == Word.air, tokens[i].isCapitalized, p + 1 < n, run[p + 1] == i + 1, let place = known(i + 1),
      place.entry.flags.contains(.place), place.end == run[n - 1] + 1
    {
      add(i..<place.end, .organization, [])
      return n
    }

    if let found = dedicatedEnd(p) {
      add(i..<run[found.end - 1] + 1, found.isPlace ? .place : .organization, [])
      return found.end
    }

    // Honorifics: a name follows.
    if !flags.isDisjoint(with: .anyHonorific), p + 1 < n,
      flags.isDisjoint(with: .role) || flags.contains(.maleHonorific) || flags.contains(.femaleHonorific),
      !isRolePrefix(p)
    {
      if let next = titledPerson(from: p, titleEnd: p + 1) { return next }
    }

    if isInitials(p) { return addPerson(p, hints: []) }

    if let after = organizationEnd(p) { return addOrganization(p, after) }

    // "De Blasio said", "Van Gogh"
    var named = p + 1
    while named < n, !isCapital(run[named]), lexicon[tokens[run[named]].key].flags.contains(.particle) { named += 1 }
    if flags.contains(.particle), named < n, isCapital(run[named]),
      flags.isDisjoint(with: [.given]) || cases.has(tokens[i].key, CaseStatistics.lower), knownHere == nil
    {
      let next = entry(run[named]).flags
      if next.isDisjoint(with: [.function, .ordinary, .role, .demonym, .place, .organization, .organizationHead, .placeHead]) {
        return addPerson(p, hints: [])
      }
    }

    // Titles: "US Secretary of State Rex Tillerson".
    if let titleEnd = roleEnd(p) {
      addKnownInside(p, titleEnd)
      if titleEnd < n, let next = titledPerson(from: p, titleEnd: titleEnd) { return next }
      return titleEnd
    }

    if knownHere == nil, isPresented(p) { return addPerson(p, hints: .given) }

    if let knownHere {
      // A place that is a given name, before an unknown word: "Paris Hilton"; a place before a head: "Boston Globe".
      if p + 1 < n {
        let next = entry(run[p + 1]).flags
        let isUnknown = next.isDisjoint(with: [
          .ordinary, .role, .roleModifier, .demonym, .organization, .function, .organizationHead, .placeHead, .place,
        ])
        if knownHere.entry.flags.contains(.place), flags.contains(.given) || flags.contains(.ambiguous),
          isUnknown || next.contains(.generation) || p + 2 == n && next.contains(.ordinary) && isAged(run[p + 1] + 1),
          tokens[run[p + 1]].span.count > 1, !tokens[i].shape.contains(.allCaps)
        {
          return addPerson(p, hints: .given)
        }
        if next.contains(.placeHead), !next.contains(.ordinary) || knownHere.entry.flags.contains(.place), isCapital(run[p + 1]),
          !isPlural(run[p + 1])
        {
          // "Kansas River", "Paris Street".
          addPlace(i..<run[p + 1] + 1)
          return p + 2
        }
        if knownHere.entry.flags.contains(.place), isUnknown, isPlural(run[p + 1]), p + 2 == n,
          !cases.has(tokens[run[p + 1]].key, CaseStatistics.lower)
        {
          // Teams: "Boston Celtics".
          add(i..<run[p + 1] + 1, .organization, [])
          return p + 2
        }
        if next.contains(.mediaHead), tokens[i].span.count > 1 {
          add(i..<run[p + 1] + 1, .organization, [])
          return p + 2
        }
        if next.contains(.placeHead) { return p + 2 }
      }
      if tokens[i].span.count <= 4 || !isAmbiguousKnown(i, knownHere.entry) {
        addKnown(i..<knownHere.end, knownHere.entry)
      }
      return p + 1
    }
    if flags.contains(.demonym), p + 1 < n, entry(run[p + 1]).flags.contains(.mediaHead), isCapital(run[p + 1]) {
      add(i..<run[p + 1] + 1, .organization, [])
      return p + 2
    }
    if flags.contains(.demonym) {
      // "South Korean", "Sierra Leonean" end in their second word.
      return p + 1
    }
    if flags.contains(.otherAcronym), tokens[i].shape.contains(.allCaps) { return p + 1 }

    // "Lake Michigan", "Fort Hood".
    if flags.contains(.placePrefix), p + 1 < n, isCapital(run[p + 1]), flags.isDisjoint(with: .given) || tokens[i].key == Word.st {
      let next = entry(run[p + 1]).flags
      if next.isDisjoint(with: [.function, .role, .demonym]) {
        addPlace(i..<run[p + 1] + 1)
        return p + 2
      }
    }
    if flags.contains(.given), p + 1 < n || !isStart(i) || cases.has(tokens[i].key, CaseStatistics.capital) {
      let end = personEnd(from: p, given: true)
      if end > p + 1 || flags.isDisjoint(with: [.ambiguous, .ordinary]) { return addPerson(p, end: end, hints: .given) }
    }
    // "Orange County"
    if flags.contains(.ordinary), p + 1 < n, !isStart(i), isCapital(run[p + 1]), Self.natural.contains(tokens[run[p + 1]]) {
      addPlace(i..<run[p + 1] + 1)
      return p + 2
    }
    if flags.contains(.ordinary) || !flags.isDisjoint(with: [.role, .roleModifier, .saying, .organizationHead, .placeHead, .mediaHead]) {
      addOrdinary(i)
      return p + 1
    }
    if flags.contains(.generation) || flags.contains(.organizationSuffix) { return p + 1 }

    // Words nobody knows.
    if tokens[i].shape.contains(.allCaps), tokens[i].span.count > 1 {
      if tokens[i].span.count <= 6, p == 0 || !isCapital(run[p - 1]) || true {
        add(i..<i + 1, .organization, [.acronym])
      }
      return p + 1
    }
    if isStart(i), isPlainWord(i) || describesName(p) {
      return p + 1
    }
    let end = personEnd(from: p, given: false)
    if end < n {
      let next = entry(run[end]).flags
      if next.contains(.placeHead), flags.isDisjoint(with: .given), end == p + 1, isCapital(run[end]) {
        addPlace(i..<run[end] + 1)
        return end + 1
      }
      if next.contains(.mediaHead) {
        add(i..<run[end] + 1, .organization, [])
        return end + 1
      }
      // "Minsk Agreements", "Nobel Prize": the unknown word belongs to a thing.
      if end == p + 1, next.contains(.ordinary), isCapital(run[end]) { return end + 1 }
    }
    return addPerson(p, end: end, hints: isStart(i) && !cases.has(tokens[i].key, CaseStatistics.capital) ? .weak : [])
  }

  /// "boss Christian Horner", "said Art Hogan": a given name that is a word too, before a word that can only be a name.
  private func isPresented(_ p: Int) -> Bool {
    let i = run[p]
    let flags = entry(i).flags
    guard !flags.isDisjoint(with: [.given, .ambiguous]), p == 0, p + 1 < run.count, run[p + 1] == i + 1, isCapital(i + 1), i > low,
      flags.isDisjoint(with: [.place, .role, .function, .organization]), tokens[i].span.count > 2, !tokens[i].shape.contains(.allCaps),
      tokens[i - 1].isWord, !tokens[i - 1].isCapitalized
    else { return isOpening(p) }
    let before = lexicon[tokens[i - 1].key].flags
    guard before.contains(.role) && !before.contains(.function) && !Self.adjectives.contains(tokens[i - 1]) || before.contains(.saying)
    else {
      return false
    }
    return isUnknownName(i + 1)
  }

  /// "Christian Bale said": at the start of a sentence, the whole subject of a verb of saying.
  private func isOpening(_ p: Int) -> Bool {
    let i = run[p]
    let flags = entry(i).flags
    guard p == 0, run.count == 2, run[1] == i + 1, tokens[i].shape.contains(.sentenceStart), tokens[i].span.count > 2, i + 2 < high,
      !flags.isDisjoint(with: [.given, .ambiguous]), flags.isDisjoint(with: [.place, .role, .function, .organization, .nameMonth]),
      tokens[i].key != Word.will, tokens[i].key != Word.may, Self.said.contains(tokens[i + 2])
    else { return false }
    return isUnknownName(i + 1)
  }

  private static let said = WordList("said\nsays\ntold\nadded\nadds\nwrote")

  private func isUnknownName(_ i: Int) -> Bool {
    isCapital(i) && tokens[i].span.count > 2 && !tokens[i].shape.contains(.allCaps) && !isPlural(i)
      && entry(i).flags.isDisjoint(with: [
        .ordinary, .role, .roleModifier, .demonym, .organization, .function, .organizationHead, .placeHead, .place, .mediaHead,
        .placePrefix,
        .organizationSuffix, .saying,
      ]) && !cases.has(tokens[i].key, CaseStatistics.lower)
  }

  /// ", 27,", ", who": a person's name stands before.
  private func isAged(_ i: Int) -> Bool {
    guard i + 1 < high, tokens[i].kind == .comma else { return false }
    if tokens[i + 1].key == Word.who { return true }
    return tokens[i + 1].isNumber && tokens[i + 1].span.count == 2 && i + 2 < high && tokens[i + 2].kind == .comma
  }

  /// "Defiant John Harding": a word that begins the sentence, ends as adjectives or nouns for people do and stands before a full name
  /// with a known given name.
  private func describesName(_ p: Int) -> Bool {
    let i = run[p]
    guard p + 2 < run.count, run[p + 1] == i + 1, run[p + 2] == i + 2, isCapital(run[p + 1]), isCapital(run[p + 2]),
      tokens[i].shape.contains(.sentenceStart) || i == low, tokens[i].span.count >= 6, !cases.has(tokens[i].key, CaseStatistics.capital)
    else { return false }
    let given = entry(run[p + 1]).flags
    guard given.contains(.given), given.isDisjoint(with: [.place, .ordinary, .ambiguous]),
      entry(run[p + 2]).flags.isDisjoint(with: [.organizationHead, .organizationSuffix, .mediaHead, .placeHead])
    else { return false }
    let span = tokens[i].span
    for ending: StaticString in [
      "ant", "ent", "ous", "ful", "ive", "less", "able", "ible", "ical", "ing", "ed", "ken", "ten", "per", "ter", "ner", "ler", "ger",
      "yer", "tor", "ist",
    ] {
      let matches = ending.withUTF8Buffer { end in
        span.count > end.count + 2
          && end.enumerated().allSatisfy { document.bytes[Int(span.end) - end.count + $0.offset] == $0.element }
      }
      if matches { return true }
    }
    return false
  }

  private func isPlural(_ i: Int) -> Bool {
    let span = tokens[i].span
    return span.count > 3 && document.bytes[Int(span.end) - 1] | 0x20 == 0x73 && document.bytes[Int(span.end) - 2] | 0x20 != 0x73
  }

  /// One-word entries that are words too ("Total", "Time", "Nice", "Split"): at the start of a sentence they prove nothing.
  private func isAmbiguousKnown(_ i: Int, _ entry: NameLexicon.Entry) -> Bool {
    let flags = lexicon[tokens[i].key].flags
    if flags.contains(.ordinary) {
      return isStart(i) && !cases.has(tokens[i].key, CaseStatistics.capital) || cases.has(tokens[i].key, CaseStatistics.lower)
    }
    return isStart(i) && cases.has(tokens[i].key, CaseStatistics.lower) && !cases.has(tokens[i].key, CaseStatistics.capital)
  }

  /// A word at the start of a sentence that is most likely no name.
  private func isPlainWord(_ i: Int) -> Bool {
    let key = tokens[i].key
    if cases.has(key, CaseStatistics.capital) { return false }
    if cases.has(key, CaseStatistics.lower) { return true }
    let span = tokens[i].span
    func ends(_ suffix: StaticString) -> Bool {
      guard span.count > suffix.utf8CodeUnitCount + 2 else { return false }
      return suffix.withUTF8Buffer { end in
        for (offset, byte) in end.enumerated() where document.bytes[Int(span.end) - end.count + offset] | 0x20 != byte { return false }
        return true
      }
    }
    return ends("ing") || ends("ly") || ends("ed") || ends("tion") || ends("tions") || ends("ness") || ends("ment") || ends("ments")
      || ends("ity")
      || ends("ists") || ends("ers") || ends("ors") || ends("ism") || ends("ous") || ends("ful") || ends("less") || ends("ive")
      || ends("able")
  }

  // MARK: Organisations

  /// Where an organisation that begins at `p` ends in the run (exclusive), or nil: its last word is a head ("Ministry") or a suffix ("Inc").
  private func organizationEnd(_ p: Int) -> Int? {
    var q = p
    var head: Int?
    while q < run.count {
      let i = run[q]
      let flags = entry(i).flags
      let isHead =
        tokens[i].isCapitalized && q > p && q + 1 == run.count && isCompanyEnd(q)
        || tokens[i].isCapitalized && !flags.isDisjoint(with: [.organizationHead, .organizationSuffix]) && !isInitials(q)
          && !(OrganizationWords.trades.contains(tokens[i])
            && (q == p
              || q + 1 < run.count
                && (!isCapital(run[q + 1]) || entry(run[q + 1]).flags.isDisjoint(with: [.organizationHead, .organizationSuffix]))))
      // "Sydney Morning Herald"
      if q > p + 1, flags.contains(.mediaHead), tokens[i].isCapitalized,
        q + 1 == run.count || !entry(run[q + 1]).flags.isDisjoint(with: .role),
        entry(run[p]).flags.contains(.place)
      {
        return q + 1
      }
      if isHead, q > p || q + 1 >= run.count || !isCapital(run[q + 1]) {
        head = q
        break
      }
      // "Aeronautic Defence and Space Company": gathered only before a head.
      if tokens[i].key == Word.and, q > p, q + 2 < run.count, entry(run[q + 2]).flags.contains(.organizationHead) {
        q += 2
        continue
      }
      // "Texas A&M University"
      let isJoined = q > p && q + 1 < run.count && tokens[run[q + 1]].kind == .symbol && tokens[i].isAdjacent(to: tokens[run[q + 1]])
      if flags.contains(.function), !flags.contains(.nameMonth), !isJoined { return nil }
      if !flags.isDisjoint(with: .anyHonorific), flags.isDisjoint(with: [.role, .roleModifier, .given, .ambiguous, .placePrefix]) {
        return nil
      }
      // A title before the head ends the search, unless the head follows at once ("Justice Department", "General Assembly").
      if flags.contains(.role), tokens[i].isCapitalized {
        guard q + 1 < run.count, entry(run[q + 1]).flags.contains(.organizationHead) else { return nil }
      }
      q += 1
      if q - p > 6 { return nil }
    }
    guard var head else { return nil }
    let headFlags = entry(run[head]).flags
    // A head alone is no name.
    if head == p {
      guard head + 1 < run.count, !isCapital(run[head + 1]), headFlags.contains(.organizationHead) else { return nil }
    }
    if headFlags.contains(.organizationSuffix), headFlags.isDisjoint(with: .organizationHead), head == p { return nil }
    while head + 1 < run.count {
      let next = run[head + 1]
      let flags = entry(next).flags
      if isCapital(next) {
        guard
          !flags.isDisjoint(with: [.organizationHead, .organizationSuffix])
            || tokens[next].key == Word.district && tokens[run[head]].key == Word.school,
          next == run[head] + 1 || tokens[next - 1].kind == .terminator
        else { break }
        head += 1
        continue
      }
      // "of", "for", "and" were gathered only where a name goes on.
      let key = tokens[next].key
      guard key == Word.of || key == Word.for || key == Word.on || key == Word.and || key == Word.against else { break }
      var q = head + 2
      while q < run.count, tokens[run[q]].key == Word.the { q += 1 }
      // The complement: capitalised words up to the next title.
      var last = q
      while last + 1 < run.count,
        isCapital(run[last + 1]) || tokens[run[last + 1]].key == Word.of || tokens[run[last + 1]].key == Word.and
          || tokens[run[last + 1]].key == Word.the
      {
        let flags = entry(run[last + 1]).flags
        if isCapital(run[last + 1]) {
          if !flags.isDisjoint(with: [.role]) || !flags.isDisjoint(with: .anyHonorific) { break }
          if flags.contains(.given), flags.isDisjoint(with: [.ordinary, .place]), !entry(run[last]).flags.contains(.placePrefix) { break }
          // After a place nothing unknown follows: "University of Texas | Amneh Jafari".
          if let match = known(run[q]), run[last] >= match.end - 1, match.entry.flags.contains(.place),
            flags.isDisjoint(with: [.organizationHead, .place, .organizationSuffix])
          {
            break
          }
        }
        last += 1
      }
      guard q < run.count else { break }
      while !isCapital(run[last]), last > q { last -= 1 }
      head = last
    }
    if head == p { return nil }
    return head + 1
  }

  /// "Philip Morris International", "Barratt Homes", but not "Care Homes".
  private func isCompanyEnd(_ q: Int) -> Bool {
    CompanyWords.ends.contains(tokens[run[q]])
      && (tokens[run[q]].key != Word.homes || entry(run[q - 1]).flags.isDisjoint(with: [.ordinary, .demonym, .place, .function]))
  }

  /// "N.V. Ramana": the letters of a company's form that are a man's initials.
  private func isInitials(_ q: Int) -> Bool {
    guard tokens[run[q]].shape.contains(.dotted), entry(run[q]).flags.contains(.organizationSuffix), q + 1 < run.count,
      isCapital(run[q + 1])
    else { return false }
    return entry(run[q + 1]).flags.isDisjoint(with: [.role, .roleModifier, .organizationHead, .organizationSuffix, .ordinary, .function])
  }

  private mutating func addOrganization(_ p: Int, _ end: Int) -> Int {
    var start = p
    // A word that only begins the sentence: "Meanwhile Boston University", or a plain adverb.
    if isStart(run[start]), isPlainWord(run[start]),
      lexicon[tokens[run[start]].key].flags.isDisjoint(with: [.ordinary, .roleModifier, .demonym]), start + 2 < end
    {
      start += 1
    }
    var range = run[start]..<run[end - 1] + 1
    // "Inc." keeps its full stop.
    if isStop(range.upperBound), tokens[range.upperBound - 1].isAdjacent(to: tokens[range.upperBound]),
      entry(range.upperBound - 1).flags.contains(.organizationSuffix), range.upperBound + 1 < high
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    let words = run[start..<end].filter { tokens[$0].isWord }
    // Only ordinary words before the head, at the start of a sentence, prove nothing: "Police officers", "Party leaders".
    if words.count == 2, isStart(range.lowerBound), lexicon[tokens[words[0]].key].flags.contains(.ordinary),
      !cases.has(tokens[words[0]].key, CaseStatistics.capital),
      !cases.has(tokens[words[1]].key, CaseStatistics.capital)
    {
      return end
    }
    if let match = known(range.lowerBound), match.end == range.upperBound {
      addKnown(range, match.entry)
    } else if let match = known(range.lowerBound), match.entry.flags.contains(.country), match.end < range.upperBound,
      let rest = known(match.end), rest.end == range.upperBound
    {
      var candidate = NameCandidate(tokens: range, fullStart: range.lowerBound, kind: .organization)
      candidate.organization = rest.entry.organization
      append(candidate)
    } else {
      add(range, .organization, [])
    }
    return end
  }

  // MARK: Titles and people

  private func isRolePrefix(_ p: Int) -> Bool { false }

  /// "King's School", "Queen Mary University of London", "King Khalid Airport": where the name of a body or place that is named for
  /// somebody with a title ends.
  private func dedicatedEnd(_ p: Int) -> (end: Int, isPlace: Bool)? {
    guard !entry(run[p]).flags.isDisjoint(with: .anyHonorific), !CompanyWords.address.contains(tokens[run[p]]) else {
      return nil
    }
    var q = p + 1
    while q < run.count, q - p <= 5 {
      // "Prince of Wales Hospital"
      if q == p + 1, q + 2 < run.count, tokens[run[q]].key == Word.of { q += 1 }
      guard isCapital(run[q]) else { return nil }
      if CompanyWords.dedicated.contains(tokens[run[q]]) {
        while q + 1 < run.count, isCapital(run[q + 1]), CompanyWords.dedicated.contains(tokens[run[q + 1]]) { q += 1 }
        guard entry(run[q]).flags.contains(.organizationHead) || tokens[run[q]].key == Word.school else { return (q + 1, true) }
        // "of London"
        if q + 1 < run.count, !isCapital(run[q + 1]), let end = organizationEnd(q) { return (end, false) }
        return (q + 1, false)
      }
      let flags = entry(run[q]).flags
      guard flags.isDisjoint(with: [.function, .saying, .organizationHead, .organizationSuffix]),
        flags.isDisjoint(with: .role) || !flags.isDisjoint(with: [.given, .anyHonorific])
      else { return nil }
      q += 1
    }
    return nil
  }

  /// "USS Cole", "MV Rena", "HMS Queen Elizabeth": a ship, which is none of our kinds, whatever its name.
  private mutating func vesselEnd(_ p: Int) -> Int? {
    let i = run[p]
    guard p + 1 < run.count, tokens[i].shape.contains(.allCaps), CommonWords.ships.contains(tokens[i]), run[p + 1] == i + 1,
      isCapital(i + 1),
      !tokens[i + 1].shape.contains(.allCaps)
    else { return nil }
    var end = p + 2
    if end < run.count, run[end] == run[end - 1] + 1, isCapital(run[end]),
      entry(run[end]).flags.isDisjoint(with: [.role, .function, .saying])
    {
      end += 1
    }
    things.insert(tokens[i + 1].key)
    var phrase = WordKey.seed
    for k in i + 1..<run[end - 1] + 1 where tokens[k].isWord { phrase = NameLexicon.extend(phrase, tokens[k].key) }
    things.insert(phrase)
    return end
  }

  /// "Hurricane Maria": no person; nor is "Maria" behind it.
  private mutating func stormEnd(_ p: Int) -> Int? {
    let i = run[p]
    let isHere = CommonWords.storms.contains(tokens[i])
    guard isHere ? p + 1 < run.count && run[p + 1] == i + 1 : i > low && CommonWords.storms.contains(tokens[i - 1]) else {
      return nil
    }
    let name = isHere ? i + 1 : i
    guard isCapital(name), tokens[name].shape.contains(.spaceBefore), !tokens[name].shape.contains(.allCaps),
      entry(name).flags.isDisjoint(with: [.function, .organizationHead, .placeHead, .mediaHead, .role, .country]),
      // "Storm Thorgerson", "Storm Reid": people.
      !isCapital(name + 1) || tokens[name + 1].kind != .word
    else { return nil }
    things.insert(tokens[name].key)
    return isHere ? p + 2 : p + 1
  }

  /// "Utility Duke Energy said": a kind of company that the start of the sentence gives its capital, before a company's name.
  private func isCompanyKind(_ p: Int) -> Bool {
    let i = run[p]
    guard p == 0, p + 1 < run.count, isStart(i), CompanyWords.kinds.contains(tokens[i]), run[p + 1] == i + 1, isCapital(i + 1),
      !cases.has(tokens[i].key, CaseStatistics.capital)
    else { return false }
    // "Airline Pilots Association"
    let isNoun = !entry(i + 1).flags.isDisjoint(with: [.ordinary, .role]) || cases.has(tokens[i + 1].key, CaseStatistics.lower)
    return !(isPlural(i + 1) && isNoun) || known(i + 1).map { $0.end > i + 2 } ?? false
  }

  /// "utility Duke Energy": where a company's name that begins with a title or an ordinary word ends, behind what kind of company it is.
  private func describedCompanyEnd(_ p: Int) -> Int? {
    let i = run[p]
    guard i > low, tokens[i - 1].isWord, CompanyWords.kinds.contains(tokens[i - 1]), p == 0 || p == 1 && isStart(i - 1),
      tokens[i].shape.contains(.spaceBefore)
    else { return nil }
    let flags = entry(i).flags
    // "miner Rio Tinto", "airline Virgin Atlantic": what is a place by itself.
    let next = p + 1 < run.count && isCapital(run[p + 1]) ? entry(run[p + 1]).flags : []
    guard
      !flags.isDisjoint(with: [.role, .ordinary, .place, .demonym]) || !flags.isDisjoint(with: .anyHonorific)
        || flags.isDisjoint(with: .given) && !next.isDisjoint(with: [.place, .demonym, .ordinary]),
      !flags.contains(.function), !CompanyWords.forms.contains(tokens[i])
    else { return nil }
    var end = p + 1
    while end < run.count, isCapital(run[end]), run[end] == run[end - 1] + 1 {
      let flags = entry(run[end]).flags
      if flags.contains(.function) || flags.contains(.role) || flags.contains(.given) && flags.isDisjoint(with: .ordinary) { break }
      end += 1
    }
    return end > p + 1 ? end : nil
  }

  /// "L&C Mortgages", "Marks & Spencer": where a name joined by "&" ends. Not "Harry & Meghan".
  private func ampersandEnd(_ p: Int) -> Int? {
    guard p + 2 < run.count, tokens[run[p + 1]].kind == .symbol, run[p + 1] == run[p] + 1, run[p + 2] == run[p] + 2 else { return nil }
    let isJoined = tokens[run[p]].isAdjacent(to: tokens[run[p] + 1])
    let (first, second) = (entry(run[p]).flags, entry(run[p + 2]).flags)
    guard isJoined || !(first.contains(.given) && second.contains(.given)) else { return nil }
    // "chief executive of X & Y": only whole names; "John Smith & Jane Doe" are two people.
    guard
      p == 0 || run[p - 1] + 1 != run[p]
        || !entry(run[p - 1]).flags.isDisjoint(with: [.role, .roleModifier, .ordinary, .function, .demonym])
        || isStart(run[p - 1]) && CompanyWords.kinds.contains(tokens[run[p - 1]])
    else { return nil }
    // "R&B", "Q&A"
    if isJoined, tokens[run[p]].span.count == 1, tokens[run[p + 2]].span.count == 1,
      CommonWords.pairs.contains(WordKey.of(document.string(tokens[run[p]]) + document.string(tokens[run[p + 2]])))
    {
      return nil
    }
    guard isJoined || first.isDisjoint(with: [.place, .demonym]) else { return nil }
    var end = p + 3
    while end < run.count, run[end] == run[end - 1] + 1 {
      if tokens[run[end]].kind == .symbol, end + 1 < run.count {
        end += 2
        continue
      }
      let flags = entry(run[end]).flags
      guard isCapital(run[end]), flags.isDisjoint(with: [.role, .function, .given, .demonym, .place]),
        isJoined || !flags.isDisjoint(with: [.organizationHead, .organizationSuffix, .ordinary])
      else { break }
      end += 1
    }
    return min(end, run.count)
  }

  /// Where the title that begins at `p` ends (exclusive): its last word is a role noun.
  private func roleEnd(_ p: Int) -> Int? {
    var q = p
    var end: Int?
    while q < run.count, q - p < 10 {
      let i = run[q]
      guard isCapital(i) else { break }
      if let phrase = longestMatch(i, { $0.flags.contains(.role) }), phrase.end > i + 1, isCapital(phrase.end - 1) {
        q = position(ofToken: phrase.end)
        end = q
        continue
      }
      if let match = known(i), match.end > i + 1 {
        q = position(ofToken: match.end)
        continue
      }
      let flags = entry(i).flags
      if flags.contains(.given), q > p, flags.isDisjoint(with: [.role]), end != nil { break }
      if flags.contains(.role) {
        q += 1
        end = q
      } else if !flags.isDisjoint(with: [.roleModifier, .demonym, .place, .organization]) {
        if end != nil, flags.isDisjoint(with: [.roleModifier, .demonym]) { break }
        q += 1
      } else if tokens[i].shape.contains(.allCaps), tokens[i].span.count > 1, flags.isDisjoint(with: .otherAcronym), end == nil {
        q += 1
      } else {
        break
      }
    }
    guard let end else { return nil }
    // "Earl", "Dean", "Major" as a given name.
    if end == p + 1, entry(run[p]).flags.contains(.given), entry(run[p]).flags.isDisjoint(with: .anyHonorific), end < run.count {
      return nil
    }
    return end
  }

  /// Adds the places and organisations that a title holds.
  private mutating func addKnownInside(_ p: Int, _ end: Int) {
    var q = p
    while q < end {
      let i = run[q]
      if let phrase = longestMatch(i, { $0.flags.contains(.role) }), phrase.end > i + 1 {
        q = position(ofToken: phrase.end)
        continue
      }
      if isCapital(i), let match = known(i), match.end <= run[end - 1] {
        addKnown(i..<match.end, match.entry)
        q = position(ofToken: match.end)
        continue
      }
      if tokens[i].shape.contains(.allCaps), tokens[i].span.count > 1,
        entry(i).flags.isDisjoint(with: [.role, .roleModifier, .otherAcronym, .function, .ordinary])
      {
        add(i..<i + 1, .organization, [.acronym])
      }
      q += 1
    }
  }

  /// The person after a title, or nil if no name follows.
  private mutating func titledPerson(from p: Int, titleEnd: Int) -> Int? {
    var start = titleEnd
    // "President Dr. X", "Sen. Mr."
    while start < run.count, !entry(run[start]).flags.isDisjoint(with: .anyHonorific), start + 1 < run.count,
      entry(run[start]).flags.isDisjoint(with: [.given, .familyFirst]) || isStop(run[start] + 1)
    {
      start += 1
    }
    // "Lord Chief Justice Ian Burnett"
    if start + 2 < run.count, tokens[run[start]].key == Word.chief, tokens[run[start + 1]].key == Word.justice { start += 1 }
    // "Mr Justice Mann"
    if start + 1 < run.count, entry(run[start]).flags.contains(.role), Self.titles.contains(tokens[run[start]]), isCapital(run[start + 1]) {
      start += 1
    }
    guard start < run.count, isCapital(run[start]) || lexicon[tokens[run[start]].key].flags.contains(.particle) else { return nil }
    let first = run[start]
    let flags = entry(first).flags
    let last = run[titleEnd - 1]
    let title = lexicon[tokens[last].key]
    let isHonorific = !title.flags.isDisjoint(with: .anyHonorific)
    let isStrong = isHonorific || Self.titles.contains(tokens[last]) || titleEnd - p > 1 && run[p] != last
    if flags.contains(.function), !flags.contains(.nameMonth), !isGaelicParticle(first) { return nil }
    if let match = known(first),
      match.end > first + 1 || flags.isDisjoint(with: [.given, .ambiguous]) && match.entry.flags.contains(.country)
    {
      return nil
    }
    if !flags.isDisjoint(with: [.demonym]), flags.isDisjoint(with: .given) { return nil }
    if organizationEnd(start) != nil, !isHonorific { return nil }
    if CompanyWords.dedicated.contains(tokens[first]), start + 1 == run.count, flags.isDisjoint(with: .given) { return nil }
    let end = personEnd(from: start, given: true)
    if !isStrong {
      guard flags.contains(.given) || end - start >= 2 && flags.isDisjoint(with: .ordinary) else { return nil }
    }
    if flags.contains(.ordinary), end == start + 1, !isHonorific || isStart(run[p]) && !isStop(last + 1) {
      guard cases.has(tokens[first].key, CaseStatistics.capital), !cases.has(tokens[first].key, CaseStatistics.lower) else { return nil }
    }
    var candidate = NameCandidate(tokens: first..<run[end - 1] + 1, fullStart: run[p], kind: .person, hints: .titled)
    for q in p..<titleEnd {
      let flags = lexicon[tokens[run[q]].key].flags
      if flags.contains(.femaleHonorific) || flags.contains(.femaleRole) { candidate.gender = .female }
      if flags.contains(.maleHonorific) || flags.contains(.maleRole) { candidate.gender = .male }
    }
    if titleEnd - 1 != start - 1 {
      let flags = lexicon[tokens[run[start - 1]].key].flags
      if flags.contains(.femaleHonorific) { candidate.gender = .female }
      if flags.contains(.maleHonorific) { candidate.gender = .male }
    }
    if Self.givenNameTitles.contains(tokens[last]) { candidate.hints.insert(.givenNameTitle) }
    if flags.contains(.given) { candidate.hints.insert(.given) }
    let words = end - start
    if Self.royal.contains(tokens[last]), titleEnd - p >= 1, words == 1 || words == 2 && entry(run[end - 1]).flags.contains(.generation) {
      candidate.tokens = last..<candidate.tokens.upperBound
    }
    // A role, not only "Mr.", is worth keeping.
    let hasRole =
      (p..<titleEnd).contains {
        lexicon[tokens[run[$0]].key].flags.contains(.role) || RoleWords.abbreviations.value(tokens[run[$0]]) != nil
      } || titleEnd - p > 1
    if hasRole {
      candidate.roles.append(
        extendedTitle(run[p])..<(isStop(last + 1) && tokens[last].isAdjacent(to: tokens[last + 1]) ? last + 2 : last + 1))
    }
    candidate.fullStart = hasRole ? extendedTitle(run[p]) : run[p]
    finishPerson(&candidate)
    append(candidate)
    return end
  }

  /// Where a title goes on before its first capitalised word: "former ", "Russia's ", "then-".
  private func extendedTitle(_ i: Int) -> Int {
    var k = i
    while k > low, i - k < 8 {
      let before = tokens[k - 1]
      if before.isWord, !before.isCapitalized {
        guard lexicon[before.key].flags.contains(.roleModifier) || lexicon[before.key].flags.contains(.role),
          tokens[k].shape.contains(.spaceBefore) || true,
          !lexicon[before.key].flags.contains(.function) || before.key == WordKey.of("former")
        else { break }
        k -= 1
      } else if before.isWord, isCapital(k - 1) {
        let flags = entry(k - 1).flags
        let phrase =
          flags.contains(.phraseHead) ? longestMatch(k - 1) { !$0.flags.isDisjoint(with: [.demonym, .place, .organization]) } : nil
        guard !flags.isDisjoint(with: [.demonym, .place, .organization]) || phrase.map({ $0.end > k }) ?? false, !flags.contains(.function)
        else { break }
        k -= 1
      } else if before.kind == .dash, before.isAdjacent(to: tokens[k]), k - 2 >= low, tokens[k - 2].isWord {
        k -= 1
      } else if before.kind == .clitic, k - 2 >= low, isCapital(k - 2) {
        k -= 2
      } else {
        break
      }
    }
    while k < i, tokens[k].kind == .dash || tokens[k].kind == .clitic { k += 1 }
    return k
  }

  /// Where the name of a person that begins at `p` ends in the run (exclusive).
  private func personEnd(from p: Int, given: Bool) -> Int {
    var q = isGaelicParticle(run[p]) && p + 1 < run.count ? p + 2 : p + 1
    var words = 1
    var hasOrdinary = false
    while q < run.count, words < 6 {
      let i = run[q]
      let flags = entry(i).flags
      if tokens[i].key == Word.an, q + 1 < run.count, run[q + 1] == i + 1, PersonName.isGaelicParticle(tokens[i - 1], first: false) {
        q += 2
        words += 1
        continue
      }
      if !isCapital(i) {
        // Particles, and "Jong-un".
        if flags.contains(.particle) || i == slip || tokens[i].isWord && tokens[i - 1].kind == .dash {
          q += 1
          words += 1
          continue
        }
        break
      }
      if q + 1 < run.count, isGaelicParticle(i) {
        q += 2
        words += 1
        continue
      }
      let joined = tokens[i - 1].kind == .dash
      if joined, flags.isDisjoint(with: [.country, .demonym]) {
        q += 1
        continue
      }
      if flags.contains(.generation) {
        q += 1
        break
      }
      if flags.contains(.function), !flags.contains(.nameMonth) { break }
      if flags.contains(.nameMonth), i + 1 < high, tokens[i + 1].isNumber { break }
      if flags.contains(.particle), q + 1 < run.count, isCapital(run[q + 1]) {
        q += 1
        words += 1
        continue
      }
      if tokens[i].span.count == 1 || tokens[i].shape.contains(.dotted) {
        q += 1
        words += 1
        continue
      }
      if flags.contains(.organizationSuffix), !flags.contains(.given), q > p { break }
      // "King" and "King Jr." end a name.
      let isLast = q == run.count - 1 || q == run.count - 2 && entry(run[q + 1]).flags.contains(.generation)
      if !flags.isDisjoint(with: [.role, .saying]), flags.isDisjoint(with: [.given, .ambiguous]), !isLast { break }
      // "Albay Rep. Joey Salceda"
      if !flags.isDisjoint(with: .anyHonorific), flags.isDisjoint(with: [.given, .familyFirst]), !isLast, isStop(i + 1) { break }
      if !flags.isDisjoint(with: [.ordinary, .organizationHead, .placeHead, .mediaHead, .role, .roleModifier, .saying, .demonym]),
        flags.isDisjoint(with: [.given])
      {
        // A family name that is a word: only the last of the run, after a given name.
        guard given, isLast, !hasOrdinary, words <= 2, flags.isDisjoint(with: .demonym), !CommonWords.things.contains(tokens[i])
        else { break }
        hasOrdinary = true
      }
      if let match = known(i), match.end > i + 1 { break }
      if !flags.isDisjoint(with: [.country, .organization]), flags.isDisjoint(with: [.given, .ambiguous]),
        !given || tokens[i].shape.contains(.allCaps)
      {
        break
      }
      if tokens[i].shape.contains(.allCaps), tokens[i].span.count > 1, !tokens[run[p]].shape.contains(.allCaps) { break }
      q += 1
      words += 1
    }
    // Trailing particles do not belong.
    while q > p + 1,
      !isCapital(run[q - 1]) && entry(run[q - 1]).flags.contains(.particle)
        || tokens[run[q - 1]].span.count == 1 && run[q - 1] + 1 < high && !isStop(run[q - 1] + 1)
    { q -= 1 }
    return q
  }

  private mutating func addPerson(_ p: Int, hints: NameCandidate.Hints) -> Int {
    addPerson(p, end: personEnd(from: p, given: true), hints: hints)
  }

  private mutating func addPerson(_ p: Int, end: Int, hints: NameCandidate.Hints) -> Int {
    let isGiven = hints.contains(.given)
    var candidate = NameCandidate(
      tokens: run[p]..<run[end - 1] + 1, fullStart: run[p], kind: isGiven && end - p > 1 ? .person : nil, hints: hints)
    // "Network Rail", "Fire Rescue Victoria": the last word of a longer name.
    if p > 0, end == p + 1, run[p - 1] + 1 == run[p], isCapital(run[p - 1]), !tokens[run[p - 1]].shape.contains(.allCaps) {
      let before = entry(run[p - 1]).flags
      if !before.isDisjoint(with: [.organizationHead, .placeHead, .mediaHead, .ordinary]),
        before.isDisjoint(with: [.role, .given, .function, .demonym, .place, .organization, .ambiguous]),
        !isStart(run[p - 1]) || !before.isDisjoint(with: [.organizationHead, .placeHead, .mediaHead])
      {
        candidate.hints.insert(.ordinary)
      }
    }
    // Particles before the name: "van Gogh", "al-Assad" without a given name.
    if p == 0 { candidate.tokens = particleStart(candidate.tokens.lowerBound)..<candidate.tokens.upperBound }
    candidate.fullStart = candidate.tokens.lowerBound
    finishPerson(&candidate)
    append(candidate)
    return end
  }

  /// Includes lower-case particles before a capitalised name.
  private func particleStart(_ i: Int) -> Int {
    var k = i
    var dashed = k
    while k > low {
      let before = tokens[k - 1]
      if before.kind == .dash, before.isAdjacent(to: tokens[k]), k - 2 >= low, tokens[k - 2].isAdjacent(to: before) {
        dashed = k
        k -= 1
        continue
      }
      guard before.isWord, !before.isCapitalized, lexicon[before.key].flags.contains(.particle), before.key != WordKey.of("la"),
        before.span.count > 1 || true,
        !lexicon[before.key].flags.contains(.function)
      else { break }
      k -= 1
      dashed = k
    }
    if tokens[k].kind == .dash { return dashed }
    return k
  }

  /// Looks at what stands around a person's name.
  private mutating func finishPerson(_ candidate: inout NameCandidate) {
    // "Jr." keeps its full stop inside a sentence; "Jr" is the key.
    let end = candidate.tokens.upperBound
    if isStop(end), entry(end - 1).flags.contains(.generation), tokens[end - 1].isAdjacent(to: tokens[end]), end + 1 < high {
      candidate.tokens = candidate.tokens.lowerBound..<end + 1
    }
    // ", Jr."
    if end + 1 < high, tokens[end].kind == .comma, isCapital(end + 1), entry(end + 1).flags.contains(.generation) {
      candidate.tokens = candidate.tokens.lowerBound..<end + 2
      if isStop(end + 2), end + 3 < high { candidate.tokens = candidate.tokens.lowerBound..<end + 3 }
    }
    context(&candidate)
    roleBefore(&candidate)
    roleAfter(&candidate)
  }

  private func context(_ candidate: inout NameCandidate) {
    let start = candidate.fullStart
    var end = candidate.tokens.upperBound
    if end < high, tokens[end].kind == .clitic { candidate.hints.insert(.possessive) }
    if start > low {
      let before = tokens[start - 1]
      if before.key == Word.the { candidate.hints.insert(.article) }
      if before.isWord, Self.locatives.contains(before) { candidate.hints.insert(.location) }
      // "the town of Tal Afar", "the man, 34, of Peckham"
      if before.key == Word.of, start - 2 >= low {
        let noun = tokens[start - 2]
        if noun.kind == .comma || noun.isWord && !noun.isCapitalized && lexicon[noun.key].flags.contains(.placeHead) {
          candidate.hints.insert(.location)
        }
        if noun.isWord, Self.directions.contains(noun) { candidate.hints.insert(.location) }
      }
      if before.isWord, lexicon[before.key].flags.contains(.saying) {
        candidate.hints.insert(Self.addressing.contains(before) ? .addressed : .speaks)
      }
    }
    guard end < high else { return }
    if tokens[end].kind == .open, end + 2 < high {
      // "(R-Wis.)", "(D)".
      let letter = tokens[end + 1]
      if letter.isWord, letter.span.count == 1, tokens[end + 2].kind == .dash || tokens[end + 2].kind == .close {
        let byte = document.bytes[Int(letter.start)]
        if byte == 0x52 || byte == 0x44 || byte == 0x49, tokens[end + 2].kind == .dash { candidate.hints.insert(.person) }
      }
      var k = end + 1
      while k < high, k < end + 12, tokens[k].kind != .close { k += 1 }
      if k < high, tokens[k].kind == .close { end = k + 1 }
    }
    guard end < high else { return }
    if tokens[end].kind == .comma, end + 1 < high {
      let next = tokens[end + 1]
      if next.key == Word.who || next.key == Word.whose || next.key == Word.whom { candidate.hints.insert(.person) }
      if next.isNumber, next.span.count == 2, end + 2 < high, tokens[end + 2].kind == .comma { candidate.hints.insert(.person) }
      if next.key == Word.aged || next.key == Word.age { candidate.hints.insert(.person) }
    } else if tokens[end].isWord, !tokens[end].isCapitalized, lexicon[tokens[end].key].flags.contains(.saying) {
      // "a spokesman for X said": not X.
      let isAttached =
        start - 2 >= low && (tokens[start - 1].key == Word.for || tokens[start - 1].key == Word.of)
        && lexicon[tokens[start - 2].key].flags.contains(.role)
      if !isAttached { candidate.hints.insert(.speaks) }
    } else if tokens[end].key == Word.who {
      candidate.hints.insert(.person)
    }
  }

  private static let nounPhraseStops = WordList(
    """
    who
    which
    whose
    whom
    that
    said
    says
    say
    told
    was
    is
    are
    were
    has
    had
    have
    will
    would
    could
    and
    but
    or
    if
    when
    while
    as
    because
    after
    before
    """)
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
    by
    between
    against
    near
    behind
    """)
  private static let determiners = WordList(
    """
    a
    an
    the
    his
    her
    their
    its
    my
    our
    one
    another
    """)

  private static let indefinite = WordList("a\nan\none\nanother")

  /// A description directly before the name ("former president", "Pentagon chief"), or set off by a comma ("the company's chief executive, ").
  private func roleBefore(_ candidate: inout NameCandidate) {
    let start = candidate.fullStart
    guard start > low, candidate.roles.isEmpty else { return }
    let before = tokens[start - 1]
    if before.isWord, !before.isCapitalized {
      let flags = lexicon[before.key].flags
      guard flags.contains(.role), !flags.contains(.function), !Self.adjectives.contains(before) else { return }
      // "the energy regulator Ofgrid"
      if Self.bodies.contains(before), candidate.tokens.count == 1, !candidate.hints.contains(.given) { return }
      note(gender: flags, &candidate)
      let first = nounPhraseStart(start - 1)
      candidate.roles.append(first..<start)
      candidate.fullStart = first
      candidate.hints.insert(.titled)
      return
    }
    // "Governor of Washington Chris Gregoire", "head of the Refugee Council Enver Solomon"
    if before.isWord, before.isCapitalized {
      var k = start - 1
      while k > low, start - k < 10, tokens[k].isWord || tokens[k].kind == .dash {
        let token = tokens[k]
        if (token.key == Word.of || token.key == Word.for) && lexicon[tokens[k - 1].key].flags.contains(.role) {
          let first = nounPhraseStart(k - 1)
          // Not "a lawyer for Texan John Smith".
          if first > low, tokens[first - 1].isWord, Self.indefinite.contains(tokens[first - 1]) { return }
          note(gender: lexicon[tokens[k - 1].key].flags, &candidate)
          candidate.roles.append(first..<start)
          candidate.fullStart = first
          candidate.hints.insert(.titled)
          return
        }
        guard token.isCapitalized || token.key == Word.of || token.key == Word.the || token.key == Word.and || token.kind == .dash else {
          return
        }
        k -= 1
      }
      return
    }
    // "…, Tim Cook, said": the description before the comma.
    guard before.kind == .comma, start - 2 >= low,
      candidate.tokens.count > 1 || candidate.hints.contains(.titled)
        // "Her husband, Tom, said"
        || CompanyWords.kin.contains(tokens[start - 2]) && candidate.tokens.upperBound < high
          && tokens[candidate.tokens.upperBound].kind == .comma
    else { return }
    let end = candidate.tokens.upperBound
    guard end < high else { return }
    let closes = tokens[end].kind == .comma || tokens[end].kind == .terminator || lexicon[tokens[end].key].flags.contains(.saying)
    guard closes else { return }
    var k = start - 2
    var head: Int?
    while k >= low, start - k < 14 {
      let token = tokens[k]
      guard token.isWord || token.kind == .clitic || token.kind == .dash else { break }
      let flags = lexicon[token.key].flags
      if token.isWord, flags.contains(.role), !flags.contains(.function) {
        // The head, or the noun before "of", "for", "at".
        if k == start - 2 || tokens[k + 1].isWord && Self.prepositions.contains(tokens[k + 1]) {
          head = k
          break
        }
        return
      }
      if token.isWord, !token.isCapitalized,
        Self.nounPhraseStops.contains(token) || Self.determiners.contains(token) && tokens[k].key != Word.the
      {
        return
      }
      k -= 1
    }
    guard let head else { return }
    let first = nounPhraseStart(head)
    // It must be a noun phrase of its own: a determiner or possessive before it, or the start of the sentence.
    guard
      first == low || tokens[first - 1].kind != .word || Self.determiners.contains(tokens[first - 1]) || tokens[first - 1].kind == .clitic
        || first > low && (lexicon[tokens[first - 1].key].flags.contains(.saying) || tokens[first - 1].key == WordKey.of("by"))
    else { return }
    note(gender: lexicon[tokens[head].key].flags, &candidate)
    candidate.roles.append(first..<start - 1)
    candidate.hints.insert(.person)
  }

  private func note(gender flags: Flags, _ candidate: inout NameCandidate) {
    guard candidate.gender == nil else { return }
    if flags.contains(.femaleRole) { candidate.gender = .female }
    if flags.contains(.maleRole) { candidate.gender = .male }
  }

  /// The first token of the noun phrase whose head stands at `head`: back over modifiers, demonyms, names and possessives.
  private func nounPhraseStart(_ head: Int) -> Int {
    var k = head
    while k > low, head - k < 9 {
      let before = tokens[k - 1]
      if before.isWord {
        let flags = before.shape.contains(.dotted) ? entry(k - 1).flags : lexicon[before.key].flags
        if before.isCapitalized {
          if flags.contains(.function), !before.shape.contains(.allCaps) { break }
          if before.shape.contains(.sentenceStart), flags.isDisjoint(with: [.place, .organization, .demonym, .roleModifier, .role]) {
            break
          }
        } else {
          if flags.contains(.function), !flags.contains(.roleModifier) { break }
          if Self.determiners.contains(before) { break }
          guard !flags.isDisjoint(with: [.roleModifier, .role, .ordinary, .demonym]) || tokens[k].kind == .dash else { break }
        }
        k -= 1
      } else if before.kind == .dash, before.isAdjacent(to: tokens[k]), k - 2 >= low, tokens[k - 2].isWord,
        tokens[k - 2].isAdjacent(to: before)
      {
        k -= 1
      } else if before.kind == .clitic, k - 2 >= low, tokens[k - 2].isWord, isCapital(k - 2) {
        k -= 2
      } else {
        break
      }
    }
    while k < head, tokens[k].kind == .dash || tokens[k].kind == .clitic { k += 1 }
    return k
  }

  /// A description after the name: ", director of the FBI,", " — the man who …", ", 45, a farmer,".
  private func roleAfter(_ candidate: inout NameCandidate) {
    var k = candidate.tokens.upperBound
    guard k + 1 < high else { return }
    if tokens[k].kind == .open {
      // "(R-Wis.)" and the like; then go on behind it.
      var close = k + 1
      while close < high, close < k + 10, tokens[close].kind != .close { close += 1 }
      guard close + 1 < high, tokens[close].kind == .close else { return }
      k = close + 1
      guard tokens[k].kind == .comma else { return }
    }
    guard tokens[k].kind == .comma || tokens[k].kind == .dash && !(tokens[k - 1].isAdjacent(to: tokens[k]) && tokens[k].span.count == 1)
    else { return }
    k += 1
    if k + 1 < high, tokens[k].isNumber, tokens[k + 1].kind == .comma { k += 2 }
    guard k < high else { return }
    let first = k
    if tokens[k].isWord, Self.determiners.contains(tokens[k]) { k += 1 }
    var head: Int?
    var j = k
    while j < high, j - first < 10 {
      let token = tokens[j]
      if token.kind == .clitic || token.kind == .dash {
        j += 1
        continue
      }
      guard token.isWord, !Self.nounPhraseStops.contains(token), !Self.prepositions.contains(token) else { break }
      let flags = entry(j).flags
      if token.isCapitalized {
        // A name inside the phrase, as modifier: "the FBI director"; a given name begins another person.
        if flags.contains(.given), flags.isDisjoint(with: [.place, .organization]),
          j > first || tokens[j].isWord && j + 1 < high && isCapital(j + 1)
        {
          return
        }
        if flags.contains(.function), !token.shape.contains(.allCaps) { return }
      } else {
        if lexicon[token.key].flags.contains(.function), !flags.contains(.roleModifier) { break }
        if flags.contains(.saying), flags.isDisjoint(with: [.role, .ordinary]) { return }
      }
      if flags.contains(.role) { head = j }
      j += 1
    }
    guard let head else { return }
    // What follows the head: the end, a preposition with its noun phrase, or "who".
    guard j >= head + 1, j <= head + 1 || Self.prepositions.contains(tokens[min(j, high - 1)]) || j == high else { return }
    guard j == head + 1 else { return }
    var end = j
    if end < high, tokens[end].isWord, Self.prepositions.contains(tokens[end]) {
      while end < high, end - first < 20 {
        let token = tokens[end]
        if token.kind == .comma || token.kind == .terminator || token.kind == .semicolon
          || token.kind == .dash && token.shape.contains(.spaceBefore)
          || token.kind == .close || token.kind == .doubleQuote || token.kind == .colon
        {
          break
        }
        if token.isWord, Self.nounPhraseStops.contains(token), !(token.key == Word.and && isCapital(end + 1)) { break }
        end += 1
      }
    }
    guard end < high else { return }
    let boundary = tokens[end]
    let endsWell: Bool
    switch boundary.kind {
    case .comma, .terminator, .close, .dash, .semicolon, .colon, .doubleQuote: endsWell = true
    case .word: endsWell = boundary.key == Word.who || boundary.key == Word.whose || boundary.key == Word.and && false
    default: endsWell = false
    }
    guard endsWell else { return }
    note(gender: lexicon[tokens[head].key].flags, &candidate)
    candidate.roles.append(first..<end)
    candidate.hints.insert(.person)
  }

  // MARK: Adding

  private mutating func append(_ candidate: NameCandidate) {
    if let last = candidates.last, last.tokens.upperBound > candidate.tokens.lowerBound { return }
    candidates.append(candidate)
  }

  private mutating func add(_ range: Range<Int>, _ kind: Entity.Kind?, _ hints: NameCandidate.Hints) {
    var candidate = NameCandidate(tokens: range, fullStart: range.lowerBound, kind: kind, hints: hints)
    context(&candidate)
    append(candidate)
  }

  private mutating func addPlace(_ range: Range<Int>) { add(range, .place, []) }

  private mutating func addKnown(_ range: Range<Int>, _ entry: NameLexicon.Entry) {
    // "US$"
    let after = range.upperBound
    if after < high, tokens[after].kind == .symbol, tokens[after - 1].isAdjacent(to: tokens[after]),
      document.bytes[Int(tokens[after].start)] == 0x24
    {
      return
    }
    var candidate = NameCandidate(
      tokens: range, fullStart: range.lowerBound, kind: .place)
    // A word that is both ("GAO", "Gao") is an organisation in capitals.
    if entry.place > 0,
      entry.organization == 0 || range.count > 1 || !tokens[range.lowerBound].shape.contains(.allCaps) || entry.flags.contains(.country)
    {
      candidate.place = entry.place
    } else {
      candidate.kind = .organization
      candidate.organization = entry.organization
    }
    context(&candidate)
    append(candidate)
  }

  private mutating func addOrdinary(_ i: Int) {
    guard tokens[i].span.count > 1 else { return }
    var candidate = NameCandidate(tokens: i..<i + 1, fullStart: i, kind: nil, hints: .ordinary)
    if isStart(i) { candidate.hints.insert(.weak) }
    context(&candidate)
    append(candidate)
  }

  // MARK: Titles of articles

  /// People whom only a title names in full: found before the text's family names are joined.
  mutating func scanTitlesForPeople() {
    guard !titleSentences.isEmpty else { return }
    var people: [NameCandidate] = []
    for index in titleSentences {
      for (candidate, _) in scanTitle(document.sentences[index].tokens, forms: [:], longestForm: 0) where candidate.kind == .person {
        people.append(candidate)
      }
    }
    guard !people.isEmpty else { return }
    // Both are in text order.
    var merged: [NameCandidate] = []
    merged.reserveCapacity(candidates.count + people.count)
    var next = 0
    for candidate in candidates {
      while next < people.count, people[next].tokens.lowerBound < candidate.tokens.lowerBound {
        merged.append(people[next])
        next += 1
      }
      merged.append(candidate)
    }
    merged += people[next...]
    candidates = merged
  }

  /// Candidates of a sentence in which every word has a capital: known names, and given names before unknown words.
  mutating func scanTitle(_ range: Range<Int>, forms: [UInt64: Int], longestForm: Int) -> [(NameCandidate, form: Int?)] {
    low = range.lowerBound
    high = range.upperBound
    var found: [(NameCandidate, form: Int?)] = []
    var i = low
    while i < high {
      guard tokens[i].isWord, tokens[i].isCapitalized else {
        i += 1
        continue
      }
      // Names the text has elsewhere.
      var hash = WordKey.seed
      var best: (entity: Int, end: Int)?
      var words = 0
      var j = i
      while j < high, words < longestForm {
        if tokens[j].isWord {
          hash = NameLexicon.extend(hash, tokens[j].key)
          words += 1
          if let entity = forms[hash] { best = (entity, j + 1) }
        } else if !(tokens[j].kind == .dash || tokens[j].kind == .terminator && tokens[j].span.count == 1) {
          break
        }
        j += 1
      }
      let flags = entry(i).flags
      let match = known(i)
      if let best, match.map({ $0.end <= best.end }) ?? true, !flags.contains(.function) || best.end > i + 1 {
        found.append((NameCandidate(tokens: i..<best.end, fullStart: i, kind: nil, hints: .title), best.entity))
        i = best.end
        continue
      }
      if let match, !flags.contains(.function) || match.end > i + 1, flags.isDisjoint(with: .ordinary) || match.end > i + 1 {
        var candidate = NameCandidate(
          tokens: i..<match.end, fullStart: i, kind: match.entry.place > 0 ? .place : .organization, hints: .title)
        candidate.place = match.entry.place
        candidate.organization = match.entry.place == 0 ? match.entry.organization : 0
        found.append((candidate, nil))
        i = match.end
        continue
      }
      if flags.contains(.given), flags.isDisjoint(with: [.ambiguous, .ordinary, .role]), i + 1 < high, isCapital(i + 1),
        tokens[i + 1].shape.contains(.spaceBefore)
      {
        let next = entry(i + 1).flags
        if next.isDisjoint(with: [
          .ordinary, .function, .saying, .role, .roleModifier, .organizationHead, .placeHead, .demonym, .place, .organization,
        ]),
          !cases.has(tokens[i + 1].key, CaseStatistics.lower), !isPlainWord(i + 1)
        {
          found.append((NameCandidate(tokens: i..<i + 2, fullStart: i, kind: .person, hints: [.title, .given]), nil))
          i += 2
          continue
        }
      }
      i += 1
    }
    return found
  }
}
