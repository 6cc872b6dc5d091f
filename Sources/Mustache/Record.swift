/// A few names with their values, in the order they were given.
///
/// A name is looked up by comparing precomputed hashes one after the other, which beats a dictionary up to some dozens of names
/// and needs no hashing when the record is built from literals in a loop. Beyond that, use ``Value/dictionary(_:)``.
public struct Record: Sendable {
  /// A name and its hash.
  public struct Key: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    let hash: UInt64

    public init(_ text: String) {
      self.text = text
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      self.hash = hash
    }

    public init(stringLiteral text: String) { self.init(text) }

    public static func == (a: Key, b: Key) -> Bool { a.hash == b.hash && a.text == b.text }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  private struct Entry {
    var key: Key
    var value: Value
  }

  private var entries: [Entry]
  /// One bit for each name's hash: most names that the record lacks are told at once.
  private var filter: UInt64

  public init() {
    entries = []
    filter = 0
  }

  /// The last value wins when a name is given twice.
  public init(_ elements: [(Key, Value)]) {
    entries = []
    entries.reserveCapacity(elements.count)
    filter = 0
    for (key, value) in elements { self[key] = value }
  }

  /// The names, in the order they were given.
  public var names: [String] { entries.map(\.key.text) }

  /// Setting `nil` takes the name out, so that a strict template that uses it fails; set ``Value/null`` for a known empty value.
  public subscript(key: Key) -> Value? {
    get {
      guard let index = index(of: key) else { return nil }
      return entries[index].value
    }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?):
        entries.append(Entry(key: key, value: value))
        filter |= Self.bit(key.hash)
      case (nil, nil): break
      }
    }
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 58) }

  @inline(__always)
  private func index(of key: Key) -> Int? {
    guard filter & Self.bit(key.hash) != 0 else { return nil }
    return entries.firstIndex { $0.key.hash == key.hash && $0.key.text == key.text }
  }
}

extension Record: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Key, Value)...) { self.init(elements) }
}
