/// Writes one JSON text (RFC 8259) piece by piece, without a tree in between: for large objects of a known shape.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.member("id", id)
///     json.endObject()
///
/// The caller keeps the grammar: a key before each value of an object, none before the elements of an array.
struct JSONWriter {
  enum Layout: Sendable {
    /// One line without blanks.
    case line
    /// A line for each member of the outermost object and for each element of its arrays: as small as one line, but `diff` and `grep`
    /// work. Ends with a line feed.
    case lines
  }

  private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  /// One bit for each open container: set for an array.
  private var arrays: UInt64 = 0
  private var needsComma = false
  private var followsKey = false

  init(_ layout: Layout = .line, capacity: Int = 0) {
    self.layout = layout
    bytes.reserveCapacity(capacity)
  }

  // MARK: Structure

  mutating func beginObject() { open(0x7b, isArray: false) }
  mutating func beginArray() { open(0x5b, isArray: true) }

  mutating func endObject() {
    depth -= 1
    if layout == .lines, depth == 0 { bytes.append(0x0a) }
    bytes.append(0x7d)
    if layout == .lines, depth == 0 { bytes.append(0x0a) }
    needsComma = true
  }

  mutating func endArray() {
    depth -= 1
    bytes.append(0x5d)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8, isArray: Bool) {
    separate()
    bytes.append(bracket)
    arrays = isArray ? arrays | 1 << UInt64(depth) : arrays & ~(1 << UInt64(depth))
    depth += 1
    needsComma = false
  }

  /// What stands between a value or key and what was written before it.
  @inline(__always)
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if needsComma { bytes.append(0x2c) }
    guard layout == .lines else { return }
    let isMember = depth == 1 && arrays & 1 == 0
    let isElement = depth == 2 && arrays & 3 == 2
    if isMember || isElement { bytes.append(0x0a) }
  }

  /// A key, of letters, digits and `_` only.
  mutating func key(_ key: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3a)
    followsKey = true
    needsComma = false
  }

  // MARK: Repetition

  /// Begins members of an object that ``again(_:)`` can write once more: where they will start.
  mutating func beginFragment() -> Int {
    separate()
    followsKey = true
    return bytes.count
  }

  /// Members of an object that were written before.
  ///
  /// - Parameter fragment: from ``beginFragment()`` to the end of the last value.
  mutating func again(_ fragment: Range<Int>) {
    separate()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: fragment.count) { copy in
      let end = copy.update(fromContentsOf: bytes[fragment])
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: copy[..<end]))
    }
    needsComma = true
  }

  // MARK: Values

  mutating func null() { raw("null") }
  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func int(_ value: Int) {
    separate()
    bytes.appendDecimal(value)
    needsComma = true
  }

  mutating func string(_ text: String) {
    separate()
    JSON.write(text, into: &bytes)
    needsComma = true
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// A string of UTF-8.
  mutating func string(_ text: ArraySlice<UInt8>) {
    separate()
    text.withUnsafeBufferPointer { JSON.write($0, into: &bytes) }
    needsComma = true
  }

  /// A number or another text that is JSON already.
  mutating func written(_ json: String) {
    separate()
    bytes += json
    needsComma = true
  }

  /// A value that was written before, on one line.
  mutating func written(_ json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  private mutating func raw(_ word: StaticString) {
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    needsComma = true
  }

  // MARK: Members

  mutating func member(_ key: StaticString, _ value: String?) {
    self.key(key)
    string(value)
  }

  mutating func member(_ key: StaticString, _ value: Int) {
    self.key(key)
    int(value)
  }

  mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  mutating func member(_ key: StaticString, _ list: some Sequence<String>) {
    self.key(key)
    beginArray()
    for text in list { string(text) }
    endArray()
  }
}

extension [UInt8] {
  /// Appends a number in decimal digits.
  mutating func appendDecimal(_ value: Int) {
    if 0..<10 ~= value {
      append(0x30 + UInt8(truncatingIfNeeded: value))
      return
    }
    guard 0..<100_000_000 ~= value else {
      append(contentsOf: String(value).utf8)
      return
    }
    // The first digit ends in the lowest byte.
    var rest = UInt32(truncatingIfNeeded: value)
    var digits: UInt64 = 0
    while rest > 0 {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
    }
    while digits > 0 {
      append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}
