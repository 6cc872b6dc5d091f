/// A few names with their values, in the order they were given.
///
/// Made for records that are built from literals again and again: the literal's array is kept as it is, a key is the address of its
/// text in the program, and a name is looked up by comparing short hashes one after the other, which beats a dictionary up to some
/// dozens of names. For more names, or names that are only known at run time, use ``Value/dictionary(_:)``.
public struct Record: Sendable {
  /// A name that stands in the source, and its hash.
  public struct Key: Hashable, Sendable, ExpressibleByStringLiteral {
    let name: StaticString
    let hash: UInt32

    @inline(__always)
    public init(stringLiteral name: StaticString) {
      self.name = name
      hash = Key.hash(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    public var text: String { name.description }

    /// Of the length and four of the bytes: names of one template seldom agree in all of them, and equal hashes are looked at closely.
    @inline(__always)
    static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
      let count = name.count
      guard count > 0 else { return 0 }
      let ends = UInt32(name[0]) | UInt32(name[count - 1]) << 8
      let middle = UInt32(name[count / 2]) << 16 | UInt32(name[count / 4]) << 24
      return ((ends | middle) ^ UInt32(truncatingIfNeeded: count)) &* 0x9e37_79b1
    }

    public static func == (a: Key, b: Key) -> Bool {
      guard a.hash == b.hash, a.name.utf8CodeUnitCount == b.name.utf8CodeUnitCount else { return false }
      return a.name.utf8Start == b.name.utf8Start || a.text == b.text
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// Whether this is the name, whose hash is the same.
    @inline(__always)
    func isSpelled(_ other: [UInt8]) -> Bool {
      let count = name.utf8CodeUnitCount
      guard other.count == count else { return false }
      let start = name.utf8Start
      var i = 0
      while i < count {
        if start[i] != other[i] { return false }
        i += 1
      }
      return true
    }
  }

  private(set) var entries: [(Key, Value)]
  /// One bit for each name's hash: most names that the record lacks are told at once.
  private(set) var filter: UInt64

  public init() {
    entries = []
    filter = 0
  }

  /// The last value wins when a name is given twice.
  public init(_ elements: [(Key, Value)]) {
    entries = elements
    filter = 0
    for entry in entries { filter |= Self.bit(entry.0.hash) }
  }

  /// The names, each once, in the order they were first given.
  public var names: [String] {
    var names: [String] = []
    for entry in entries where !names.contains(entry.0.text) { names.append(entry.0.text) }
    return names
  }

  /// Setting `nil` takes the name out, so that a strict template that uses it fails; set ``Value/null`` for a known empty value.
  public subscript(key: Key) -> Value? {
    get { entries.last { $0.0 == key }?.1 }
    set {
      let first = entries.firstIndex { $0.0 == key }
      entries.removeAll { $0.0 == key }
      guard let newValue else { return }
      entries.insert((key, newValue), at: first ?? entries.count)
      filter |= Self.bit(key.hash)
    }
  }

  /// The value under a name that is only known at run time.
  public subscript(name text: String) -> Value? { self[Name(text)] }

  @inline(__always)
  subscript(name: Name) -> Value? {
    guard filter & name.bit != 0 else { return nil }
    var index = entries.count - 1
    while index >= 0 {
      if entries[index].0.hash == name.hash, entries[index].0.isSpelled(name.bytes) { return entries[index].1 }
      index -= 1
    }
    return nil
  }

  @inline(__always)
  static func bit(_ hash: UInt32) -> UInt64 { 1 << UInt64(hash >> 26) }
}

extension Record: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Key, Value)...) { self.init(elements) }
}

/// A name in a template, ready to be looked up.
final class Name: Sendable {
  let text: String
  let bytes: [UInt8]
  let hash: UInt32
  /// Its place in the filter of a ``Record``.
  let bit: UInt64

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    hash = bytes.withUnsafeBufferPointer { Record.Key.hash($0) }
    bit = Record.bit(hash)
  }
}
