/// What the names of one organisation have in common.
enum OrganizationName {
  private static let small = WordList(
    """
    of
    the
    for
    and
    on
    in
    at
    to
    de
    &
    """)

  /// A key under which spellings of one organisation meet: without articles, country, suffix; British spelling; any order of words
  /// around "of".
  static func key(of range: Range<Int>, in document: Document) -> UInt64 {
    var keys = words(of: range, tokens: document.tokens, in: document)
    // The country before it, if two words remain.
    if keys.count > 2, NameLexicon.shared[keys[0]].flags.contains(.country) { keys.removeFirst() }
    keys.sort()
    return keys.reduce(WordKey.seed ^ 0x9e37, NameLexicon.extend)
  }

  /// Keys of the words that matter, in order: spelling levelled, without articles, prepositions and suffixes.
  static func words(of range: Range<Int>, tokens: [Token], in document: Document) -> [UInt64] {
    let lexicon = NameLexicon.shared
    var keys: [UInt64] = []
    for i in range where (tokens[i].isWord || tokens[i].isNumber) && !small.contains(tokens[i]) {
      let key = document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: tokens[i], in: $0) }
      if lexicon[key].flags.contains(.organizationSuffix), !keys.isEmpty { continue }
      keys.append(spelling(key))
    }
    // "Ministry of Foreign Affairs" is the "Foreign Ministry".
    if keys.count > 2, let affairs = keys.firstIndex(of: affairs) { keys.remove(at: affairs) }
    return keys
  }

  private static let affairs = WordKey.of("affairs")

  /// Acronyms that the words' first letters make: without small words, with all words, with words divided at hyphens alike.
  static func acronyms(of range: Range<Int>, tokens: [Token], in document: Document) -> [[UInt8]] {
    var short: [UInt8] = []
    var all: [UInt8] = []
    for i in range where tokens[i].isWord {
      let (scalar, _) = document.bytes.withUnsafeBufferPointer { UTF8Decoding.scalar(in: $0, at: Int(tokens[i].start), limit: $0.count) }
      var letters: [UInt8] = []
      Folding.fold(scalar) { letters.append($0) }
      // A country's own letters: "US Department …" is USD…
      all += letters
      if !small.contains(tokens[i]) { short += letters }
    }
    guard short.count >= 2 else { return [] }
    return short == all ? [short] : [short, all]
  }

  /// Keys of the acronyms its words' first letters make, with and without the small words.
  static func initials(of range: Range<Int>, in document: Document) -> [UInt64] {
    acronyms(of: range, tokens: document.tokens, in: document).map { bytes in bytes.withUnsafeBufferPointer { WordKey.of($0, 0, $0.count) }
    }
  }

  private static let british: [UInt64: UInt64] = {
    var table: [UInt64: UInt64] = [:]
    for (one, other) in [
      ("organisation", "organization"), ("organisations", "organizations"), ("defence", "defense"), ("labour", "labor"),
      ("centre", "center"),
      ("centres", "centers"), ("programme", "program"), ("colour", "color"), ("authorisation", "authorization"),
      ("co-operation", "cooperation"),
      ("theatre", "theater"), ("mobilisation", "mobilization"), ("civilisation", "civilization"),
    ] { table[WordKey.of(one)] = WordKey.of(other) }
    return table
  }()

  static func spelling(_ key: UInt64) -> UInt64 { british[key] ?? key }
}
