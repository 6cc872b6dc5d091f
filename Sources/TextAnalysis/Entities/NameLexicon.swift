/// What the word lists about names say of a word or phrase, in one look-up.
///
/// Built once from the string-literal tables in `Lexicons/Names*.swift`, straight from their bytes (about 10,000 entries).
struct NameLexicon: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32
    static let female = Flags(rawValue: 1 << 0)
    static let male = Flags(rawValue: 1 << 1)
    /// A given name.
    static let given = Flags(rawValue: 1 << 2)
    /// A given name that is an ordinary word too.
    static let ambiguous = Flags(rawValue: 1 << 3)
    static let familyFirst = Flags(rawValue: 1 << 4)
    static let honorific = Flags(rawValue: 1 << 5)
    static let femaleHonorific = Flags(rawValue: 1 << 6)
    static let maleHonorific = Flags(rawValue: 1 << 7)
    static let role = Flags(rawValue: 1 << 8)
    static let femaleRole = Flags(rawValue: 1 << 9)
    static let maleRole = Flags(rawValue: 1 << 10)
    static let roleModifier = Flags(rawValue: 1 << 11)
    static let demonym = Flags(rawValue: 1 << 12)
    static let place = Flags(rawValue: 1 << 13)
    static let placeHead = Flags(rawValue: 1 << 14)
    static let placePrefix = Flags(rawValue: 1 << 15)
    static let organization = Flags(rawValue: 1 << 16)
    static let organizationHead = Flags(rawValue: 1 << 17)
    static let mediaHead = Flags(rawValue: 1 << 18)
    static let organizationSuffix = Flags(rawValue: 1 << 19)
    static let otherAcronym = Flags(rawValue: 1 << 20)
    static let function = Flags(rawValue: 1 << 21)
    static let ordinary = Flags(rawValue: 1 << 22)
    static let saying = Flags(rawValue: 1 << 23)
    /// A particle of family names: van, de, bin, al.
    static let particle = Flags(rawValue: 1 << 24)
    /// Jr, Sr, II, III.
    static let generation = Flags(rawValue: 1 << 25)
    /// Only in capitals: "US", "WHO".
    static let capitalsOnly = Flags(rawValue: 1 << 26)
    /// First word of an entry of several.
    static let phraseHead = Flags(rawValue: 1 << 27)
    static let nameMonth = Flags(rawValue: 1 << 28)
    static let country = Flags(rawValue: 1 << 29)
    static let city = Flags(rawValue: 1 << 30)

    static let anyHonorific: Flags = [.honorific, .femaleHonorific, .maleHonorific]
  }

  struct Entry: Sendable {
    var flags: Flags
    /// 1 and up: which place, under all its names; 0 for none.
    var place: UInt16
    /// 1 and up: which organisation; 0 for none.
    var organization: UInt16
    /// Of a phrase head: the most words an entry beginning with it has.
    var longest: UInt8
    static let none = Entry(flags: [], place: 0, organization: 0, longest: 0)
  }

  private var keys: [UInt64]
  private var entries: [Entry]
  private var used: [Bool]
  private var count = 0
  /// Of a place's number, the number of the country whose government it stands for (capitals), or 0.
  private(set) var countryOfPlace: [UInt16] = [0]
  /// Of an organisation's number, the country whose government it stands for, or 0.
  private(set) var countryOfOrganization: [UInt16] = [0]
  /// Of an organisation's number, the head words in its names: of the FBI "bureau".
  private(set) var headsOfOrganization: [[UInt64]] = [[]]
  /// Of a demonym, the country's number.
  private(set) var countryOfDemonym: [UInt64: UInt16] = [:]
  /// Keys of hypernyms → keys of the roles they can stand for.
  private(set) var hyponyms: [UInt64: [UInt64]] = [:]
  /// Of a nickname's key, the groups that hold it.
  private(set) var nicknames: [UInt64: [UInt16]] = [:]

  static let shared = NameLexicon()

  subscript(key: UInt64) -> Entry {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while used[slot] {
      if keys[slot] == key { return entries[slot] }
      slot = (slot + 1) & mask
    }
    return .none
  }

  private mutating func update(_ key: UInt64, _ change: (inout Entry) -> Void) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while used[slot], keys[slot] != key { slot = (slot + 1) & mask }
    if !used[slot] {
      used[slot] = true
      keys[slot] = key
      count += 1
    }
    change(&entries[slot])
    if count * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    let old = (keys, entries, used)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    entries = [Entry](repeating: .none, count: keys.count)
    used = [Bool](repeating: false, count: keys.count)
    let mask = keys.count - 1
    for i in old.0.indices where old.2[i] {
      var slot = Int(truncatingIfNeeded: old.0[i] ^ old.0[i] >> 32) & mask
      while used[slot] { slot = (slot + 1) & mask }
      used[slot] = true
      keys[slot] = old.0[i]
      entries[slot] = old.1[i]
    }
  }

  static func extend(_ hash: UInt64, _ key: UInt64) -> UInt64 { (hash ^ key) &* WordKey.prime ^ (key >> 29) }

  /// The key of a phrase: of one word its own.
  static func phraseKey(_ words: [UInt64]) -> UInt64 {
    words.count == 1 ? words[0] : words.reduce(WordKey.seed, extend)
  }

  /// Calls `line` with the range of each line that holds something, comments and blanks around it cut.
  private static func lines(_ bytes: UnsafeBufferPointer<UInt8>, _ line: (Range<Int>) -> Void) {
    var i = 0
    while i < bytes.count {
      var end = i
      while end < bytes.count, bytes[end] != 0x0a { end += 1 }
      var (start, stop) = (i, end)
      while start < stop, bytes[start] == 0x20 { start += 1 }
      while stop > start, bytes[stop - 1] == 0x20 { stop -= 1 }
      if start < stop, bytes[start] != 0x23 { line(start..<stop) }
      i = end + 1
    }
  }

  /// The parts of a range between occurrences of a byte, trimmed.
  private static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for i in range.lowerBound...range.upperBound where i == range.upperBound || bytes[i] == separator {
      var (from, to) = (start, i)
      while from < to, bytes[from] == 0x20 { from += 1 }
      while to > from, bytes[to - 1] == 0x20 { to -= 1 }
      parts.append(from..<to)
      start = i + 1
    }
    return parts
  }

  /// Keys of the words of a phrase, split the way the tokenizer splits, full stops left out.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt64] {
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes, in: range, into: &tokens)
    return tokens.compactMap { token in
      if token.kind == .terminator { return nil }
      return key(of: token, in: bytes)
    }
  }

  /// A token's key, of `U.S.` that of `us`.
  @inline(__always)
  static func key(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard token.shape.contains(.dotted) else { return token.key }
    var hash = WordKey.seed
    for i in token.span.range where bytes[i] != 0x2e {
      let byte = bytes[i]
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* WordKey.prime
    }
    return hash
  }

  private mutating func add(phrase bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ change: (inout Entry) -> Void) {
    let words = Self.words(bytes, range)
    guard let first = words.first else { return }
    if words.count > 1 {
      update(first) {
        $0.flags.insert(.phraseHead)
        $0.longest = max($0.longest, UInt8(min(words.count, 20)))
      }
      update(Self.phraseKey(words), change)
    } else {
      var lower = false
      for i in range where bytes[i] &- 0x61 < 26 || bytes[i] >= 0x80 { lower = true }
      let isNew = self[first].flags.isDisjoint(with: [.place, .organization])
      let wasCapitals = self[first].flags.contains(.capitalsOnly)
      update(first) {
        change(&$0)
        if !lower, range.count <= 6, isNew || wasCapitals { $0.flags.insert(.capitalsOnly) } else { $0.flags.remove(.capitalsOnly) }
      }
    }
  }

  private mutating func words(_ text: StaticString, _ flags: Flags) {
    text.withUTF8Buffer { bytes in
      Self.lines(bytes) { line in
        for word in Self.split(bytes, line, 0x20) where !word.isEmpty {
          update(WordKey.of(bytes, word.lowerBound, word.upperBound)) { $0.flags.insert(flags) }
          // The list has hyphenated names; the text has their parts.
        }
      }
    }
  }

  private mutating func phrases(_ text: StaticString, _ flags: Flags) {
    text.withUTF8Buffer { bytes in
      Self.lines(bytes) { add(phrase: bytes, $0) { $0.flags.insert(flags) } }
    }
  }

  private mutating func places(_ text: StaticString, _ flags: Flags) {
    text.withUTF8Buffer { bytes in
      Self.lines(bytes) { line in
        let number = UInt16(countryOfPlace.count)
        countryOfPlace.append(0)
        for name in Self.split(bytes, line, 0x7c) {
          add(phrase: bytes, name) {
            $0.flags.formUnion(flags)
            if $0.place == 0 { $0.place = number }
          }
        }
      }
    }
  }

  private mutating func countries(_ text: StaticString) {
    text.withUTF8Buffer { bytes in
      Self.lines(bytes) { line in
        let fields = Self.split(bytes, line, 0x3b)
        let number = UInt16(countryOfPlace.count)
        countryOfPlace.append(0)
        for name in Self.split(bytes, fields[0], 0x7c) {
          add(phrase: bytes, name) {
            $0.flags.formUnion([.place, .country])
            $0.place = number
          }
        }
        if fields.count > 1 {
          for word in Self.split(bytes, fields[1], 0x20) where !word.isEmpty {
            // "North-Korean" stands for two words.
            let parts = Self.split(bytes, word, 0x2d).map { WordKey.of(bytes, $0.lowerBound, $0.upperBound) }
            if parts.count > 1 {
              update(parts[0]) {
                $0.flags.insert(.phraseHead)
                $0.longest = max($0.longest, UInt8(parts.count))
              }
            }
            let key = Self.phraseKey(parts)
            update(key) { $0.flags.insert(.demonym) }
            countryOfDemonym[key] = number
          }
        }
        if fields.count > 2, !fields[2].isEmpty {
          let capital = UInt16(countryOfPlace.count)
          countryOfPlace.append(number)
          for name in Self.split(bytes, fields[2], 0x7c) {
            add(phrase: bytes, name) {
              $0.flags.formUnion([.place, .city])
              $0.place = capital
            }
          }
        }
      }
    }
  }

  private mutating func organizations(_ text: StaticString) {
    text.withUTF8Buffer { bytes in
      Self.lines(bytes) { line in
        let fields = Self.split(bytes, line, 0x7e)
        let number = UInt16(countryOfOrganization.count)
        let country = fields.count > 1 ? self[Self.phraseKey(Self.words(bytes, fields[1]))].place : 0
        countryOfOrganization.append(country)
        var heads: [UInt64] = []
        for name in Self.split(bytes, fields[0], 0x7c) {
          add(phrase: bytes, name) {
            $0.flags.insert(.organization)
            if $0.organization == 0 { $0.organization = number }
          }
          for word in Self.words(bytes, name) where self[word].flags.contains(.organizationHead) && !heads.contains(word) {
            heads.append(word)
          }
        }
        headsOfOrganization.append(heads)
      }
    }
  }

  private init() {
    keys = [UInt64](repeating: 0, count: 1 << 15)
    entries = [Entry](repeating: .none, count: 1 << 15)
    used = [Bool](repeating: false, count: 1 << 15)
    countries(PlaceWords.countries)
    places(PlaceWords.regions, .place)
    places(PlaceWords.cities, [.place, .city])
    words(OrganizationWords.heads, .organizationHead)
    organizations(OrganizationWords.known)
    words(GivenNames.female, [.female, .given])
    words(GivenNames.male, [.male, .given])
    words(GivenNames.either, [.female, .male, .given])
    words(GivenNames.ambiguous, .ambiguous)
    words(GivenNames.familyFirst, .familyFirst)
    words(RoleWords.maleHonorifics, .maleHonorific)
    words(RoleWords.femaleHonorifics, .femaleHonorific)
    words(RoleWords.honorifics, .honorific)
    words(RoleWords.nouns, .role)
    words(RoleWords.maleNouns, [.role, .maleRole])
    words(RoleWords.femaleNouns, [.role, .femaleRole])
    words(RoleWords.modifiers, .roleModifier)
    phrases(RoleWords.phrases, .role)
    words(PlaceWords.otherDemonyms, .demonym)
    words(PlaceWords.heads, .placeHead)
    words(PlaceWords.prefixes, .placePrefix)
    words(OrganizationWords.mediaHeads, .mediaHead)
    words(OrganizationWords.suffixes, .organizationSuffix)
    words(OrganizationWords.otherAcronyms, .otherAcronym)
    words(CommonWords.function, .function)
    words(CommonWords.nameMonths, .nameMonth)
    words(CommonWords.saying, .saying)
    words(CommonWords.ordinary, .ordinary)
    words("van von der den de da do dos das di del della du la le el al bin bint ibn ben abu ter ten zu y ul ur uz af av", .particle)
    words("jr sr ii iii iv junior", .generation)
    RoleWords.hypernyms.withUTF8Buffer { bytes in
      Self.lines(bytes) { line in
        let halves = Self.split(bytes, line, 0x3a)
        guard halves.count == 2 else { return }
        hyponyms[WordKey.of(bytes, halves[0].lowerBound, halves[0].upperBound)] = Self.split(bytes, halves[1], 0x20).map { word in
          // "foreign-minister": its last word is the head; the whole is matched as written.
          Self.phraseKey(Self.split(bytes, word, 0x2d).map { WordKey.of(bytes, $0.lowerBound, $0.upperBound) })
        }
      }
    }
    NicknameWords.groups.withUTF8Buffer { bytes in
      var number: UInt16 = 0
      Self.lines(bytes) { line in
        for word in Self.split(bytes, line, 0x20) where !word.isEmpty {
          nicknames[WordKey.of(bytes, word.lowerBound, word.upperBound), default: []].append(number)
        }
        number += 1
      }
    }
  }

  /// The longest entry of several words (or the word itself) that begins at token `i` and ends at or before `limit`, among those that
  /// satisfy `accept`.
  @inline(__always)
  func longestMatch(
    at i: Int, in tokens: [Token], bytes: UnsafeBufferPointer<UInt8>, limit: Int, accept: (Entry) -> Bool
  ) -> (entry: Entry, end: Int)? {
    let first = Self.key(of: tokens[i], in: bytes)
    let head = self[first]
    var best: (entry: Entry, end: Int)?
    if accept(head), !head.flags.contains(.capitalsOnly) || tokens[i].shape.contains(.allCaps) { best = (head, i + 1) }
    guard head.flags.contains(.phraseHead) else { return best }
    var hash = Self.extend(WordKey.seed, first)
    var words = 1
    var j = i + 1
    while j < limit, words < Int(head.longest) {
      let token = tokens[j]
      if token.kind == .terminator {
        // The full stop of "St. Petersburg".
        guard token.span.count == 1, tokens[j - 1].isAdjacent(to: token), tokens[j - 1].span.count <= 3 else { break }
        j += 1
        continue
      }
      hash = Self.extend(hash, Self.key(of: token, in: bytes))
      words += 1
      j += 1
      let entry = self[hash]
      if accept(entry) { best = (entry, j) }
    }
    return best
  }

  /// Whether two given names may be one person's: in one line of the nickname table.
  func nicknamesMeet(_ a: UInt64, _ b: UInt64) -> Bool {
    guard let left = nicknames[a], let right = nicknames[b] else { return false }
    return left.contains { right.contains($0) }
  }
}

extension Document {
  /// Whether a capitalised word is on the list of given names and not on those of places and of ordinary words.
  public func isGivenName(_ token: Token) -> Bool {
    guard token.isCapitalized else { return false }
    let flags = NameLexicon.shared[token.key].flags
    return flags.contains(.given) && flags.isDisjoint(with: [.place, .ordinary])
  }
}
