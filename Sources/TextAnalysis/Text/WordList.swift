/// A set of words, written as a string literal of one entry a line; `#` starts a comment.
///
/// Look-ups take a token's ``Token/key``, so case and diacritics do not count. Membership is one probe of an open-addressing
/// table; entries of several words are matched by ``longestMatch(at:in:limit:)``.
public struct WordList: Sendable {
  fileprivate var table: WordTable

  public init(_ text: StaticString) {
    table = WordTable(capacity: text.utf8CodeUnitCount / 8)
    WordTable.eachLine(of: text) { table.insert($0, 1) }
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
  /// 0 where there is none; no word has that key.
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  /// Keys of the first words of entries with several words → most words in such an entry.
  private var phraseHeads: [UInt64: Int] = [:]
  /// A bit for each of those keys: most words begin no entry.
  private var headFilter: UInt64 = 0

  public init(_ text: StaticString) {
    self.init(capacity: text.utf8CodeUnitCount / 8)
    Self.eachLine(of: text) { line in
      var cut = line.count
      while cut > 0, line[cut - 1] != 0x20 { cut -= 1 }
      guard cut > 0, cut < line.count else { return }
      var value: Int64 = 0
      for byte in line[cut...] {
        guard byte &- 0x30 < 10, value <= Int64(Int32.max) / 10 else { return }
        value = value * 10 + Int64(byte - 0x30)
      }
      guard let value = Int32(exactly: value) else { return }
      while cut > 0, line[cut - 1] == 0x20 || line[cut - 1] == 0x3a { cut -= 1 }
      insert(UnsafeBufferPointer(rebasing: line[..<cut]), value)
    }
  }

  /// From words and values known only at run time; of equal words the last one's value holds.
  public init(entries: [(Substring, Int32)]) {
    self.init(capacity: entries.count)
    for (words, value) in entries {
      var text = String(words)
      text.withUTF8 { insert($0, value) }
    }
  }

  fileprivate init(capacity words: Int) {
    var capacity = 16
    while capacity < words * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
  }

  /// Gives a word or several, in UTF-8, a value. They are split the way the tokenizer splits a text: at blanks and around hyphens.
  fileprivate mutating func insert(_ words: UnsafeBufferPointer<UInt8>, _ value: Int32) {
    guard let (key, head, parts) = Self.key(of: words) else { return }
    if parts > 1 {
      phraseHeads[head] = max(phraseHeads[head] ?? 0, parts)
      headFilter |= Self.filterBit(head)
    }
    if count * 2 >= keys.count { grow() }
    insert(key, value)
  }

  /// Gives a word or several the bits of a value beside those they have.
  mutating func unite(_ words: UnsafeBufferPointer<UInt8>, _ bits: Int32) {
    guard let (key, _, _) = Self.key(of: words) else { return }
    insert(words, Int32(value(key) ?? 0) | bits)
  }

  private static func key(of words: UnsafeBufferPointer<UInt8>) -> (key: UInt64, head: UInt64, parts: Int)? {
    var head: UInt64 = 0
    var key = WordKey.seed
    var parts = 0
    func add(_ start: Int, _ end: Int) {
      let part = WordKey.of(words, start, end)
      if parts == 0 { head = part }
      parts += 1
      key = extend(key, part)
    }
    var start = 0
    var i = 0
    while i <= words.count {
      let byte = i < words.count ? words[i] : 0x20
      if byte == 0x20 || byte == 0x2d {
        if i > start { add(start, i) }
        if byte == 0x2d { add(i, i + 1) }
        start = i + 1
      }
      i += 1
    }
    return parts == 0 ? nil : (parts == 1 ? head : key, head, parts)
  }

  init(merging tables: [WordTable]) {
    self.init(capacity: 0)
    for table in tables {
      for (key, value) in zip(table.keys, table.values) where value >= 0 {
        if count * 2 >= keys.count { grow() }
        insert(key, value)
      }
      phraseHeads.merge(table.phraseHeads) { max($0, $1) }
      headFilter |= table.headFilter
    }
  }

  /// The words of several lists; bit i of a word's value is set if list i holds it. At most 31 lists, of single words.
  public init(flagging lists: [WordList]) {
    self.init(capacity: 0)
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
    while keys[slot] != key {
      // Most words are in no list: an empty slot is told by its key alone.
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return values[slot] >= 0 ? Int(values[slot]) : nil
  }

  public func value(_ token: Token) -> Int? { value(token.key) }

  /// The longest entry that starts at token `i` and ends at or before `limit`: its value and end (exclusive), or nil.
  public func longestMatch(at i: Int, in tokens: [Token], limit: Int? = nil) -> (value: Int, end: Int)? {
    let limit = min(limit ?? tokens.count, tokens.count)
    guard i < limit else { return nil }
    var best = value(tokens[i].key).map { (value: $0, end: i + 1) }
    guard headFilter & Self.filterBit(tokens[i].key) != 0, let most = phraseHeads[tokens[i].key] else { return best }
    var hash = WordKey.seed
    for j in i..<min(i + most, limit) {
      hash = Self.extend(hash, tokens[j].key)
      if j > i, let found = value(hash) { best = (found, j + 1) }
    }
    return best
  }

  private static func extend(_ hash: UInt64, _ key: UInt64) -> UInt64 { (hash ^ key) &* WordKey.prime ^ (key >> 31) }

  private static func filterBit(_ key: UInt64) -> UInt64 { 1 << (key >> 58) }

  /// Calls a function with each line of a word list, without comments, blanks at its ends and empty lines.
  static func eachLine(of text: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    text.withUTF8Buffer { bytes in
      var start = 0
      while start < bytes.count {
        var next = start
        while next < bytes.count, bytes[next] != 0x0a { next += 1 }
        var end = start
        while end < next, bytes[end] != 0x23 { end += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        while start < end, bytes[start] == 0x20 { start += 1 }
        if start < end { body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        start = next + 1
      }
    }
  }

  /// Calls a function with each word of a line, words being what stands between blanks.
  static func eachWord(of line: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var start = 0
    while start < line.count {
      var end = start
      while end < line.count, line[end] != 0x20 { end += 1 }
      if end > start { body(UnsafeBufferPointer(rebasing: line[start..<end])) }
      start = end + 1
    }
  }

  /// The lines as strings: ``eachLine(of:_:)``.
  static func lines(of text: StaticString) -> [Substring] {
    var lines: [Substring] = []
    eachLine(of: text) { lines.append(String(decoding: $0, as: UTF8.self)[...]) }
    return lines
  }
}
