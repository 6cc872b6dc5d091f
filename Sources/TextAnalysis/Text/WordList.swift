/// A set of words, written as a string literal of one entry a line; `#` starts a comment.
///
/// Look-ups take a token's ``Token/key``, so case and diacritics do not count. Membership is one probe of an open-addressing
/// table; entries of several words are matched by ``longestMatch(at:in:limit:)``.
public struct WordList: Sendable {
  fileprivate var table: WordTable

  public init(_ text: StaticString) {
    table = WordTable(entries: WordTable.lines(of: text).map { ($0, 1) })
  }

  /// The lists' union.
  public init(_ lists: WordList...) { table = WordTable(merging: lists.map(\.table)) }

  @inlinable public func contains(_ key: UInt64) -> Bool { self[key] }
  @inlinable public func contains(_ token: Token) -> Bool { self[token.key] }
  @usableFromInline subscript(key: UInt64) -> Bool { table.value(key) != nil }

  /// The end (a token index, exclusive) of the longest entry that starts at token `i` and ends at or before `limit`, or nil.
  public func longestMatch(at i: Int, in tokens: [Token], limit: Int? = nil) -> Int? {
    table.longestMatch(at: i, in: tokens, limit: limit)?.end
  }
}

/// Words with a small number each, written as a string literal of lines `word value` or, for entries of several words,
/// `two words: value`; `#` starts a comment. The value is a non-negative integer below 2³¹.
public struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  /// Keys of the first words of entries with several words → most words in such an entry.
  private var phraseHeads: [UInt64: Int] = [:]

  public init(_ text: StaticString) {
    self.init(
      entries: Self.lines(of: text).compactMap { line in
        guard let cut = line.lastIndex(of: " "), let value = Int32(line[line.index(after: cut)...]) else { return nil }
        var word = line[..<cut]
        while let last = word.last, last == ":" || last == " " { word = word.dropLast() }
        return (word, value)
      })
  }

  /// From words and values known only at run time.
  public init(entries: [(Substring, Int32)]) {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
    for (words, value) in entries {
      let parts = Self.parts(of: words)
      guard let first = parts.first else { continue }
      if parts.count > 1 {
        let head = WordKey.of(first)
        phraseHeads[head] = max(phraseHeads[head] ?? 0, parts.count)
      }
      insert(Self.phraseKey(parts.map { WordKey.of($0) }), value)
    }
  }

  init(merging tables: [WordTable]) {
    self.init(entries: [])
    for table in tables {
      for (key, value) in zip(table.keys, table.values) where value >= 0 {
        if count * 2 >= keys.count { grow() }
        insert(key, value)
      }
      phraseHeads.merge(table.phraseHeads) { max($0, $1) }
    }
  }

  /// The words of several lists; bit i of a word's value is set if list i holds it. At most 31 lists, of single words.
  public init(flagging lists: [WordList]) {
    self.init(entries: [])
    for (number, list) in lists.enumerated() {
      for (key, value) in zip(list.table.keys, list.table.values) where value >= 0 {
        if count * 2 >= keys.count { grow() }
        insert(key, Int32(self.value(key) ?? 0) | 1 << Int32(number))
      }
    }
  }

  private var count = 0

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.1 >= 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    values = [Int32](repeating: -1, count: keys.count)
    mask = keys.count - 1
    count = 0
    for (key, value) in old { insert(key, value) }
  }

  private mutating func insert(_ key: UInt64, _ value: Int32) {
    var slot = Int(truncatingIfNeeded: key) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    if values[slot] < 0 { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  /// The value of a word, or nil.
  public func value(_ key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while values[slot] >= 0 {
      if keys[slot] == key { return Int(values[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  public func value(_ token: Token) -> Int? { value(token.key) }

  /// The longest entry that starts at token `i` and ends at or before `limit`: its value and end (exclusive), or nil.
  public func longestMatch(at i: Int, in tokens: [Token], limit: Int? = nil) -> (value: Int, end: Int)? {
    let limit = min(limit ?? tokens.count, tokens.count)
    guard i < limit else { return nil }
    var best = value(tokens[i].key).map { (value: $0, end: i + 1) }
    guard let most = phraseHeads[tokens[i].key] else { return best }
    var hash = WordKey.seed
    for j in i..<min(i + most, limit) {
      hash = Self.extend(hash, tokens[j].key)
      if j > i, let found = value(hash) { best = (found, j + 1) }
    }
    return best
  }

  private static func extend(_ hash: UInt64, _ key: UInt64) -> UInt64 { (hash ^ key) &* WordKey.prime ^ (key >> 31) }

  private static func phraseKey(_ keys: [UInt64]) -> UInt64 {
    keys.count == 1 ? keys[0] : keys.reduce(WordKey.seed, extend)
  }

  /// Splits an entry the way the tokenizer splits a text: at blanks and around hyphens.
  private static func parts(of words: Substring) -> [Substring] {
    var parts: [Substring] = []
    for piece in words.split(separator: " ") {
      var rest = piece
      while let cut = rest.firstIndex(of: "-") {
        if cut > rest.startIndex { parts.append(rest[..<cut]) }
        parts.append(rest[cut...cut])
        rest = rest[rest.index(after: cut)...]
      }
      if !rest.isEmpty { parts.append(rest) }
    }
    return parts
  }

  static func lines(of text: StaticString) -> [Substring] {
    let all = text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    return all.split(separator: "\n").compactMap { line in
      var line = line.prefix { $0 != "#" }
      while line.last == " " { line = line.dropLast() }
      line = line.drop { $0 == " " }
      return line.isEmpty ? nil : line
    }
  }
}
