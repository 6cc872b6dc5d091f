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
    let tokens = document.tokens
    let lexicon = NameLexicon.shared
    var keys: [UInt64] = []
    for i in range where tokens[i].isWord && !small.contains(tokens[i]) {
      let key = document.bytes.withUnsafeBufferPointer { NameLexicon.key(of: tokens[i], in: $0) }
      let flags = lexicon[key].flags
      if flags.contains(.organizationSuffix), !keys.isEmpty { continue }
      keys.append(spelling(key))
    }
    // The country before it, if two words remain.
    if keys.count > 2, lexicon[keys[0]].flags.contains(.country) { keys.removeFirst() }
    keys.sort()
    return keys.reduce(WordKey.seed ^ 0x9e37, NameLexicon.extend)
  }

  /// Keys of the acronyms its words' first letters make, with and without the small words.
  static func initials(of range: Range<Int>, in document: Document) -> [UInt64] {
    let tokens = document.tokens
    var short: [UInt8] = []
    var all: [UInt8] = []
    for i in range where tokens[i].isWord {
      let (scalar, _) = document.bytes.withUnsafeBufferPointer { UTF8Decoding.scalar(in: $0, at: Int(tokens[i].start), limit: $0.count) }
      Folding.fold(scalar) { byte in
        all.append(byte)
        if !small.contains(tokens[i]) { short.append(byte) }
      }
    }
    guard short.count >= 2 else { return [] }
    let keys = [short, all].map { bytes in bytes.withUnsafeBufferPointer { WordKey.of($0, 0, $0.count) } }
    return keys[0] == keys[1] ? [keys[0]] : keys
  }

  private static let british: [UInt64: UInt64] = {
    var table: [UInt64: UInt64] = [:]
    for (one, other) in [
      ("organisation", "organization"), ("organisations", "organizations"), ("defence", "defense"), ("labour", "labor"), ("centre", "center"),
      ("centres", "centers"), ("programme", "program"), ("colour", "color"), ("authorisation", "authorization"), ("co-operation", "cooperation"),
      ("theatre", "theater"), ("mobilisation", "mobilization"), ("civilisation", "civilization"),
    ] { table[WordKey.of(one)] = WordKey.of(other) }
    return table
  }()

  static func spelling(_ key: UInt64) -> UInt64 { british[key] ?? key }
}
