/// A JSON value that keeps the order of its keys and the spelling of its numbers (RFC 8259).
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  public static func int(_ value: Int) -> JSON { .number(String(value)) }

  /// The shortest form that reads back the same; whole numbers without a fraction. Infinities and NaN are null.
  public static func double(_ value: Double) -> JSON {
    guard value.isFinite else { return .null }
    if value == value.rounded(), abs(value) < 1e15 { return .number(String(Int(value))) }
    return .number("\(value)")
  }

  public static func optional(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  public var string: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  public static func == (a: JSON, b: JSON) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.number(let x), .number(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.array(let x), .array(let y)): x == y
    case (.object(let x), .object(let y)): x.count == y.count && zip(x, y).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { (key: $0.0, value: $0.1) }) }
}

// MARK: - Writing

extension JSON {
  /// One line without blanks; characters outside ASCII as they are.
  public var line: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  /// Appends the value on one line.
  public func write(into out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let digits): out += digits.utf8
    case .string(let text): JSON.write(text, into: &out)
    case .array(let elements):
      out.append(0x5b)
      for (i, element) in elements.enumerated() {
        if i > 0 { out.append(0x2c) }
        element.write(into: &out)
      }
      out.append(0x5d)
    case .object(let members):
      out.append(0x7b)
      for (i, member) in members.enumerated() {
        if i > 0 { out.append(0x2c) }
        JSON.write(member.key, into: &out)
        out.append(0x3a)
        member.value.write(into: &out)
      }
      out.append(0x7d)
    }
  }

  /// Indented by two blanks; arrays and objects that hold only scalars and fit in 120 columns stay on one line. Ends with a line feed.
  public var pretty: [UInt8] {
    var out: [UInt8] = []
    writePretty(into: &out, indent: 0)
    out.append(0x0a)
    return out
  }

  private func writePretty(into out: inout [UInt8], indent: Int) {
    func newLine(_ depth: Int) {
      out.append(0x0a)
      out.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }
    switch self {
    case .array(let elements) where !elements.isEmpty && !isFlat:
      out.append(0x5b)
      for (i, element) in elements.enumerated() {
        if i > 0 { out.append(0x2c) }
        newLine(indent + 1)
        element.writePretty(into: &out, indent: indent + 1)
      }
      newLine(indent)
      out.append(0x5d)
    case .object(let members) where !members.isEmpty && !isFlat:
      out.append(0x7b)
      for (i, member) in members.enumerated() {
        if i > 0 { out.append(0x2c) }
        newLine(indent + 1)
        JSON.write(member.key, into: &out)
        out += ": ".utf8
        member.value.writePretty(into: &out, indent: indent + 1)
      }
      newLine(indent)
      out.append(0x7d)
    default: write(into: &out)
    }
  }

  private var isFlat: Bool {
    func isScalar(_ value: JSON) -> Bool {
      switch value {
      case .array(let elements): elements.isEmpty
      case .object(let members): members.isEmpty
      case .string(let text): text.utf8.count < 60
      default: true
      }
    }
    switch self {
    case .array(let elements): return elements.count <= 12 && elements.allSatisfy(isScalar)
    case .object(let members): return members.count <= 3 && members.allSatisfy { isScalar($0.value) }
    default: return true
    }
  }

  static func write(_ text: String, into out: inout [UInt8]) {
    var text = text
    text.withUTF8 { write($0, into: &out) }
  }

  /// A string of UTF-8, in quotation marks.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    out.append(0x22)
    var run = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte >= 0x20, byte != 0x22, byte != 0x5c, byte != 0x7f {
        i += 1
        continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<i]))
      i += 1
      run = i
      switch byte {
      case 0x22: out += "\\\"".utf8
      case 0x5c: out += "\\\\".utf8
      case 0x0a: out += "\\n".utf8
      case 0x0d: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      default:
        out += "\\u00".utf8
        for digit in [byte >> 4, byte & 15] { out.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
      }
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run...]))
    out.append(0x22)
  }
}

// MARK: - Reading

/// Why a text is not JSON.
public struct JSONError: Error, Equatable {
  /// UTF-8 offset of the fault.
  public var offset: Int
  public var message: String
}

extension JSON {
  /// Reads one value, with nothing but white space around it. Nesting is limited to 256 levels. Invalid UTF-8 is replaced by U+FFFD.
  public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes: Array(bytes))
    self = try reader.document()
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var i = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSON {
    let value = try value(depth: 0)
    skipBlanks()
    guard i == bytes.count else { throw fault("unexpected text after the value") }
    return value
  }

  private func fault(_ message: String) -> JSONError { JSONError(offset: i, message: message) }

  private mutating func skipBlanks() {
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x0a || bytes[i] == 0x0d || bytes[i] == 0x09 { i += 1 }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    guard depth < 256 else { throw fault("nested too deeply") }
    skipBlanks()
    guard i < bytes.count else { throw fault("unexpected end") }
    switch bytes[i] {
    case 0x7b:
      i += 1
      var members: [(key: String, value: JSON)] = []
      skipBlanks()
      if i < bytes.count, bytes[i] == 0x7d {
        i += 1
        return .object(members)
      }
      while true {
        skipBlanks()
        guard i < bytes.count, bytes[i] == 0x22 else { throw fault("expected a key in double quotes") }
        let key = try string()
        skipBlanks()
        guard i < bytes.count, bytes[i] == 0x3a else { throw fault("expected ':'") }
        i += 1
        members.append((key, try value(depth: depth + 1)))
        skipBlanks()
        guard i < bytes.count else { throw fault("unexpected end") }
        if bytes[i] == 0x2c {
          i += 1
        } else if bytes[i] == 0x7d {
          i += 1
          return .object(members)
        } else {
          throw fault("expected ',' or '}'")
        }
      }
    case 0x5b:
      i += 1
      var elements: [JSON] = []
      skipBlanks()
      if i < bytes.count, bytes[i] == 0x5d {
        i += 1
        return .array(elements)
      }
      while true {
        elements.append(try value(depth: depth + 1))
        skipBlanks()
        guard i < bytes.count else { throw fault("unexpected end") }
        if bytes[i] == 0x2c {
          i += 1
        } else if bytes[i] == 0x5d {
          i += 1
          return .array(elements)
        } else {
          throw fault("expected ',' or ']'")
        }
      }
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6e: return try word("null", .null)
    case 0x2d, 0x30...0x39: return try number()
    default: throw fault("unexpected character")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let count = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { expected in i + count <= bytes.count && bytes[i..<i + count].elementsEqual(expected) }
    guard matches else { throw fault("unexpected character") }
    i += count
    return value
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = i
    func isDigit(_ j: Int) -> Bool { j < bytes.count && bytes[j] &- 0x30 < 10 }
    if bytes[i] == 0x2d { i += 1 }
    guard isDigit(i) else { throw fault("expected a digit") }
    if bytes[i] == 0x30 { i += 1 } else { while isDigit(i) { i += 1 } }
    if i < bytes.count, bytes[i] == 0x2e {
      i += 1
      guard isDigit(i) else { throw fault("expected a digit") }
      while isDigit(i) { i += 1 }
    }
    if i < bytes.count, bytes[i] | 0x20 == 0x65 {
      i += 1
      if i < bytes.count, bytes[i] == 0x2b || bytes[i] == 0x2d { i += 1 }
      guard isDigit(i) else { throw fault("expected a digit") }
      while isDigit(i) { i += 1 }
    }
    return .number(String(decoding: bytes[start..<i], as: UTF8.self))
  }

  private mutating func string() throws(JSONError) -> String {
    i += 1
    var run = i
    var out: [UInt8] = []
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x22 {
        let text = out.isEmpty ? String(decoding: bytes[run..<i], as: UTF8.self) : String(decoding: out + bytes[run..<i], as: UTF8.self)
        i += 1
        return text
      }
      guard byte >= 0x20 else { throw fault("control character in a string") }
      guard byte == 0x5c else {
        i += 1
        continue
      }
      out += bytes[run..<i]
      i += 1
      guard i < bytes.count else { break }
      switch bytes[i] {
      case 0x22, 0x5c, 0x2f: out.append(bytes[i])
      case 0x62: out.append(8)
      case 0x66: out.append(12)
      case 0x6e: out.append(10)
      case 0x72: out.append(13)
      case 0x74: out.append(9)
      case 0x75:
        var scalar = try hex()
        if 0xd800..<0xdc00 ~= scalar, i + 2 < bytes.count, bytes[i + 1] == 0x5c, bytes[i + 2] == 0x75 {
          let back = i
          i += 2
          let low = try hex()
          if 0xdc00..<0xe000 ~= low { scalar = 0x10000 + (scalar - 0xd800) << 10 + (low - 0xdc00) } else { i = back }
        }
        out += String(Character(Unicode.Scalar(scalar) ?? "\u{fffd}")).utf8
      default: throw fault("unknown escape")
      }
      i += 1
      run = i
    }
    throw fault("string without an end")
  }

  /// Four hexadecimal digits after the `u` at `i`; leaves `i` on the last.
  private mutating func hex() throws(JSONError) -> UInt32 {
    guard i + 4 < bytes.count else { throw fault("expected four hexadecimal digits") }
    var value: UInt32 = 0
    for j in i + 1...i + 4 {
      let byte = bytes[j]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x61 + 10
      default: throw fault("expected four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    i += 4
    return value
  }
}
