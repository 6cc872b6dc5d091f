/// One word of a name with the keys under which its spellings meet.
struct NamePart: Sendable, Hashable {
  /// ``WordKey`` of the word.
  let key: UInt64
  /// Same for spellings that transliteration and diacritics make: Sergey, Sergei, Sergej.
  let sound: UInt64
  /// Consonants alone: Gaddafi, Qaddafi, Kadhafi. Only with other evidence.
  let skeleton: UInt64
  let consonants: Int
  /// Folded spelling.
  let folded: [UInt8]
  let isInitial: Bool

  init(_ word: [UInt8], isInitial: Bool? = nil) {
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count)
    var key = WordKey.seed
    word.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: i, limit: bytes.count)
        Folding.fold(scalar) {
          folded.append($0)
          key = (key ^ UInt64($0)) &* WordKey.prime
        }
        i += length
      }
    }
    self.folded = folded
    self.key = key
    let normalized = Transliteration.normalized(folded)
    sound = Transliteration.hash(normalized)
    (skeleton, consonants) = Transliteration.skeleton(normalized)
    self.isInitial = isInitial ?? (folded.count == 1)
  }
}

/// Keys that are equal for the spellings of one name in different romanisations.
///
/// Rules of letters, not a list of names: what romanisations of Cyrillic, Arabic and Greek names, and German, French and English
/// habits of writing them, differ in. ``normalized(_:)`` keeps the vowels, ``skeleton(_:)`` drops them.
enum Transliteration {
  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6f || byte == 0x75
  }

  /// The folded word rewritten to one spelling: y, j, ij, iy → i; w → v; ou, oo → u; ks → x; doubled letters once; endings -off, -ow → -ov.
  static func normalized(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(word.count + 2)
    var i = 0
    func at(_ j: Int) -> UInt8 { j < word.count ? word[j] : 0 }
    while i < word.count {
      let byte = word[i]
      let next = at(i + 1)
      // One letter or two; 0 is none.
      var emit: (UInt8, UInt8) = (byte, 0)
      var length = 1
      switch (byte, next) {
      case (0x27, _), (0x60, _), (0x2d, _): emit = (0, 0)  // ' ` -
      case (0x73, 0x63) where at(i + 2) == 0x68: (emit, length) = ((0x73, 0x68), 3)  // sch → sh
      case (0x74, 0x63) where at(i + 2) == 0x68: (emit, length) = ((0x63, 0x68), 3)  // tch → ch
      case (0x74, 0x73) where at(i + 2) == 0x63 && at(i + 3) == 0x68: (emit, length) = ((0x63, 0x68), 4)  // tsch → ch
      case (0x70, 0x68): (emit, length) = ((0x66, 0), 2)  // ph → f
      case (0x6b, 0x68): (emit, length) = ((0x6b, 0x68), 2)  // kh
      case (0x6b, 0x73): (emit, length) = ((0x78, 0), 2)  // ks → x
      case (0x63, 0x6b): (emit, length) = ((0x6b, 0), 2)  // ck → k
      case (0x74, 0x7a): (emit, length) = ((0x74, 0x73), 2)  // tz → ts
      case (0x6f, 0x75), (0x6f, 0x6f): (emit, length) = ((0x75, 0), 2)  // ou, oo → u
      case (0x75, 0x65) where i > 0: (emit, length) = ((0x75, 0), 2)  // ue → u
      case (0x6f, 0x65) where i > 0: (emit, length) = ((0x6f, 0), 2)  // oe → o
      case (0x61, 0x65) where i > 0: (emit, length) = ((0x61, 0), 2)  // ae → a
      case (0x67, 0x75) where at(i + 2) == 0x65 || at(i + 2) == 0x69: (emit, length) = ((0x67, 0), 2)  // gue → ge
      case (0x64, 0x6a): (emit, length) = ((0x69, 0), 2)  // dj
      case (0x69, 0x65) where i + 2 == word.count: (emit, length) = ((0x69, 0), 2)  // final -ie → -i
      case (0x79, _), (0x6a, _): emit = (0x69, 0)  // y, j → i
      case (0x77, _): emit = (0x76, 0)  // w → v
      case (0x71, _): emit = (0x6b, 0)  // q → k
      default: break
      }
      if emit.0 != 0, out.last != emit.0 { out.append(emit.0) }
      if emit.1 != 0, out.last != emit.1 { out.append(emit.1) }
      i += length
    }
    // Yevgeny and Evgeny, Yelena and Elena; final -ff and -v.
    if out.count > 3, out[0] == 0x69, out[1] == 0x65 { out.removeFirst() }
    if out.count > 3, out[out.count - 1] == 0x66, out[out.count - 2] == 0x6f || out[out.count - 2] == 0x65 { out[out.count - 1] = 0x76 }
    // Alexei, Alexey, Aleksej: -ei; -ii → -i already by collapsing. Igor, Ihor stay apart (nicknames).
    return out
  }

  static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = WordKey.seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* WordKey.prime }
    return hash
  }

  /// Hash of the consonants, voiced and voiceless velars as one, and how many there are.
  ///
  /// - Parameter word: ``normalized(_:)``.
  static func skeleton(_ word: [UInt8]) -> (UInt64, Int) {
    var out: [UInt8] = []
    out.reserveCapacity(word.count)
    var i = 0
    while i < word.count {
      var byte = word[i]
      let next = i + 1 < word.count ? word[i + 1] : 0
      var length = 1
      switch byte {
      case 0x61, 0x65, 0x69, 0x6f, 0x75:
        if i == 0 { out.append(0x61) }
        i += 1
        continue
      case 0x67, 0x6b:  // g, k, kh, gh
        byte = 0x6b
        if next == 0x68 { length = 2 }
      case 0x63:
        if next == 0x68 { length = 2 } else { byte = next == 0x65 || next == 0x69 ? 0x73 : 0x6b }
      case 0x73:
        if next == 0x68 {
          byte = 0x7e
          length = 2
        }
      case 0x7a:
        if next == 0x68 {
          byte = 0x7e
          length = 2
        } else {
          byte = 0x73
        }
      case 0x74, 0x64: if next == 0x68 { length = 2 }
      case 0x68:
        // Kept between vowels and at the start: Mohammed, not Mahmoud.
        if i > 0, !(isVowel(next) && isVowel(word[i - 1])) {
          i += 1
          continue
        }
      case 0x78:
        out.append(0x6b)
        byte = 0x73
      default: break
      }
      if out.last != byte || i > 0 && isVowel(word[i - 1]) { out.append(byte) }
      i += length
    }
    return (hash(out), out.count)
  }

  static func consonants(_ folded: [UInt8]) -> [UInt8] { normalized(folded).filter { !isVowel($0) } }

  /// Levenshtein distance, at most `limit + 1`.
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit, a.count < 40, b.count < 40 else { return limit + 1 }
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}

/// A person's name taken apart.
struct PersonName: Sendable, Hashable {
  /// Given names and family name; without honorifics, titles, particles and generation.
  var parts: [NamePart]
  /// jr, sr, ii … as key, 0 for none.
  var generation: UInt64 = 0
  var gender: Entity.Gender?
  /// The gender is told by an honorific or a role, not only by the given name.
  var genderIsStated = false
  /// Written after "Dr", "Sir", "Prince" or the like, which can stand before a given name alone.
  var hasGivenNameTitle = false
  /// Written after "King", "Pope" or the like, which never stands before a family name.
  var isRegnal = false
  /// The family name comes first (Xi Jinping).
  var isFamilyFirst = false

  var family: NamePart? { isFamilyFirst ? parts.first : parts.last }
  var isFull: Bool { parts.count > 1 }

  init(parts: [NamePart], generation: UInt64 = 0, gender: Entity.Gender? = nil, genderIsStated: Bool = false) {
    self.parts = parts
    self.generation = generation
    self.gender = gender
    self.genderIsStated = genderIsStated
    isFamilyFirst = Self.isFamilyFirst(parts)
    if gender == nil, parts.count > 1, !isFamilyFirst {
      self.gender = Self.gender(ofGivenName: parts[0].key)
    }
  }

  static func gender(ofGivenName key: UInt64) -> Entity.Gender? {
    let flags = NameLexicon.shared[key].flags
    guard flags.contains(.given) else { return nil }
    switch (flags.contains(.female), flags.contains(.male)) {
    case (true, false): return .female
    case (false, true): return .male
    default: return nil
    }
  }

  /// A Chinese, Korean or Vietnamese family name, and given names that are syllables of such a language.
  private static func isFamilyFirst(_ parts: [NamePart]) -> Bool {
    guard parts.count >= 2, parts.count <= 4, !parts[0].isInitial else { return false }
    let flags = NameLexicon.shared[parts[0].key].flags
    guard flags.contains(.familyFirst) else { return false }
    return parts.dropFirst().allSatisfy { part in
      let flags = NameLexicon.shared[part.key].flags
      return isSyllabic(part.folded) && (!flags.contains(.female) || flags.contains(.male)) || flags.contains(.familyFirst)
    }
  }

  private static let gaelic = WordList("o\nni\nui\nnic\nmac\nmhac\nmhic")

  /// Whether a word is a particle of Irish family names: "Ní", "Mac". "Nic" and "Mac" are none where a name begins with them.
  ///
  /// The short ones need their accent: "Ó Cuív", not "O" or "Ni".
  static func isGaelicParticle(_ token: Token, first: Bool) -> Bool {
    guard token.isCapitalized, gaelic.contains(token) else { return false }
    return token.shape.contains(.nonASCII) || token.span.count >= 3 && !first
  }

  /// Whether a word can be cut into syllables as romanised Chinese and Korean have them.
  static func isSyllabic(_ word: [UInt8]) -> Bool {
    var i = 0
    func isVowel(_ j: Int) -> Bool {
      j < word.count && [0x61, 0x65, 0x69, 0x6f, 0x75].contains(word[j]) || j < word.count && word[j] == 0x79 && j > 0 && i != j
    }
    while i < word.count {
      // Onset: up to two consonants of those that occur.
      let start = i
      while i < word.count, !isVowel(i), i - start < 2 {
        guard !(word[i] == 0x76 || word[i] == 0x27) else { return false }
        i += 1
      }
      if i - start == 2, !(word[i - 1] == 0x68 || word[i - 1] == 0x79 || word[i - 1] == 0x77 || word[i - 2] == 0x74) { return false }
      let nucleus = i
      while i < word.count, isVowel(i), i - nucleus < 3 { i += 1 }
      guard i > nucleus else { return false }
      // Coda: n, ng, or k, l, m, p, t, h before a consonant or the end.
      if i < word.count, !isVowel(i + 1) {
        if word[i] == 0x6e {
          i += 1
          if i < word.count, word[i] == 0x67, !isVowel(i + 1) { i += 1 }
        } else if [0x6b, 0x6c, 0x6d, 0x70, 0x74, 0x68].contains(word[i]) {
          i += 1
        } else {
          return false
        }
      }
    }
    return !word.isEmpty && word.count <= 9
  }

  // MARK: Comparison

  /// Whether two family names are spellings of one.
  static func familiesMatch(_ a: NamePart, _ b: NamePart, given: Bool) -> Bool {
    if a.key == b.key || a.sound == b.sound { return true }
    guard !endsDiffer(a.folded, b.folded), given || !areManAndWoman(a.folded, b.folded) else { return false }
    // One vowel more, with the given name beside it: al-Zawahri, al-Zawahiri.
    if given, a.folded.count >= 6, b.folded.count >= 6, a.folded.count != b.folded.count, a.folded.first == b.folded.first,
      Transliteration.consonants(a.folded) == Transliteration.consonants(b.folded),
      Transliteration.distance(a.folded, b.folded, limit: 1) <= 1
    {
      return true
    }
    guard a.skeleton == b.skeleton else { return false }
    // Other vowels: only for names that are not one letter from many others, or with the given name beside them.
    let limit = given ? max(2, min(a.folded.count, b.folded.count) / 3) : 1
    guard given ? a.consonants >= 2 && min(a.folded.count, b.folded.count) >= 5 : a.consonants >= 3 else { return false }
    return Transliteration.distance(Transliteration.normalized(a.folded), Transliteration.normalized(b.folded), limit: limit) <= limit
  }

  /// Marinov and Marinova, Dombrovsky and Dombrovskaya: a man's and a woman's form. With the given name beside it one may be the
  /// other as English writes it.
  static func areManAndWoman(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (man, woman) = a.count < b.count ? (a, b) : (b, a)
    guard man.count >= 5, woman.last == 0x61 else { return false }
    for (one, other) in [
      ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("sky", "skaya"), ("ski", "ska"), ("skiy", "skaya"), ("skii", "skaya"),
    ]
    where woman.suffix(other.utf8.count).elementsEqual(other.utf8) && man.suffix(one.utf8.count).elementsEqual(one.utf8) {
      return man.dropLast(one.utf8.count).elementsEqual(woman.dropLast(other.utf8.count))
    }
    return false
  }

  /// -son and -sen, -berg and -burg, -man and -men: other names, not other spellings.
  private static func endsDiffer(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count >= 5, b.count >= 5 else { return false }
    for (one, other) in [("son", "sen"), ("berg", "burg"), ("man", "min"), ("ton", "tin"), ("is", "ies"), ("ez", "es")] {
      let (x, y) = (Array(one.utf8), Array(other.utf8))
      if a.suffix(x.count).elementsEqual(x) && b.suffix(y.count).elementsEqual(y) { return true }
      if b.suffix(x.count).elementsEqual(x) && a.suffix(y.count).elementsEqual(y) { return true }
    }
    return false
  }

  /// Whether two given names may be one person's: equal, another spelling, a short form, or an initial.
  static func givenMatch(_ a: NamePart, _ b: NamePart) -> Bool {
    if a.key == b.key || a.sound == b.sound { return true }
    if a.isInitial || b.isInitial { return a.folded.first == b.folded.first }
    if NameLexicon.shared.nicknamesMeet(a.key, b.key) { return true }
    if let x = gender(ofGivenName: a.key), let y = gender(ofGivenName: b.key), x != y { return false }
    guard a.skeleton == b.skeleton, a.consonants >= 2, min(a.folded.count, b.folded.count) >= 4 else { return false }
    // Two names that are both well known as written are two names.
    let bothKnown = [a, b].allSatisfy { NameLexicon.shared[$0.key].flags.contains(.given) }
    let limit = bothKnown && a.consonants < 3 ? 1 : 2
    return Transliteration.distance(Transliteration.normalized(a.folded), Transliteration.normalized(b.folded), limit: limit) <= limit
  }

  /// Whether both may name one person, as far as the names tell. Symmetric.
  func matches(_ other: PersonName) -> Bool {
    guard !parts.isEmpty, !other.parts.isEmpty else { return false }
    if let a = gender, let b = other.gender, a != b, genderIsStated || other.genderIsStated || isFull && other.isFull { return false }
    if generation != 0, other.generation != 0, generation != other.generation { return false }
    if parts.count == other.parts.count, zip(parts, other.parts).allSatisfy({ $0.key == $1.key || $0.sound == $1.sound }) {
      return generation == other.generation || !isFull
    }
    if isFull, other.isFull { return fullMatches(other) }
    if isFull { return other.singleMatches(self) }
    if other.isFull { return singleMatches(other) }
    return Self.familiesMatch(parts[0], other.parts[0], given: false)
  }

  /// Of a name of one word against a full one.
  private func singleMatches(_ full: PersonName) -> Bool {
    let part = parts[0]
    if !isRegnal, let family = full.family, Self.familiesMatch(part, family, given: false) { return true }
    if full.isFamilyFirst { return false }
    // "Dr Tedros", "Prince William", "Hillary".
    let first = full.parts[0]
    guard !first.isInitial, first.key == part.key || first.sound == part.sound else { return false }
    return hasGivenNameTitle || !genderIsStated && NameLexicon.shared[part.key].flags.contains(.given)
  }

  private func fullMatches(_ other: PersonName) -> Bool {
    // Words joined or not: Kim Jong-un, Kim Jongun.
    if parts.count != other.parts.count, joined == other.joined { return generation == other.generation }
    if isFamilyFirst && other.isFamilyFirst {
      guard Self.familiesMatch(parts[0], other.parts[0], given: true), parts.count == other.parts.count else { return false }
      return zip(parts, other.parts).dropFirst().allSatisfy { $0.sound == $1.sound }
    }
    let (short, long) = parts.count <= other.parts.count ? (self, other) : (other, self)
    guard let a = short.parts.last, let b = long.parts.last else { return false }
    // "López Obrador" against "Andrés Manuel López Obrador": the tail of the longer, if it is no given name of its own.
    if short.parts.count >= 2, long.parts.count > short.parts.count,
      zip(short.parts.reversed(), long.parts.reversed()).allSatisfy({ $0.sound == $1.sound }),
      !NameLexicon.shared[short.parts[0].key].flags.contains(.given) || long.parts.count > 3
    {
      return generation == other.generation || generation == 0 || other.generation == 0
    }
    let firstA = short.parts[0]
    let firstB = long.parts[0]
    guard Self.givenMatch(firstA, firstB) else {
      // "R. David Smith" and "David Smith": a first initial left out.
      if long.parts.count > short.parts.count, long.parts[0].isInitial || long.parts.count > 2 && !firstA.isInitial,
        long.parts[1..<(long.parts.count - 1)].contains(where: { $0.sound == firstA.sound && !$0.isInitial })
      {
        return Self.familiesMatch(a, b, given: true) && generation == other.generation
      }
      return false
    }
    guard Self.familiesMatch(a, b, given: !(firstA.isInitial || firstB.isInitial)) else { return false }
    // Middle names that both have must not differ.
    let middlesA = short.parts.dropFirst().dropLast()
    let middlesB = long.parts.dropFirst().dropLast()
    if let x = middlesA.first, let y = middlesB.first {
      if middlesA.count == middlesB.count || x.isInitial || y.isInitial {
        guard Self.givenMatch(x, y) else { return false }
      } else if !middlesA.allSatisfy({ part in middlesB.contains { Self.givenMatch(part, $0) } }) {
        return false
      }
    }
    // A father and a son of one name are told apart by "Jr."; a short given name shows that the writer just leaves it out.
    if generation != other.generation { return firstA.sound != firstB.sound && !firstA.isInitial && !firstB.isInitial }
    return true
  }

  private var joined: [UInt8] { parts.flatMap(\.folded).filter { $0 != 0x27 } }
}
