/// JSON as pages embed it (JSON-LD): lenient about raw line ends in strings, trailing commas, text after the value,
/// several values, and a CDATA section or a comment around them.
indirect enum LinkedData {
  case string(String)
  case array([LinkedData])
  case object([String: LinkedData])
  /// Numbers, truth values and null: nothing that extraction reads.
  case other

  /// Nil if there is no value at all. Nesting deeper than 64 is cut off. Cost: linear.
  init?(_ bytes: ArraySlice<UInt8>) {
    var start = bytes.prefix(100).firstIndex { $0 == 0x7b || $0 == 0x5b } ?? bytes.startIndex
    // The bracket found is the mark's own: "<![CDATA[" of XHTML.
    if bytes[start...].starts(with: "[CDATA[".utf8), bytes[..<start].suffix(2).elementsEqual("<!".utf8) { start += "[CDATA[".utf8.count }
    var reader = Reader(bytes: Array(bytes[start...]))
    guard let first = reader.value(0) else { return nil }
    // Some write several objects into one script, a comma between them and no brackets around.
    var values = [first]
    var before = -1
    while values.count < 1000, reader.i > before {
      before = reader.i
      guard let next = reader.value(0), case .object = next else { break }
      values.append(next)
    }
    self = values.count == 1 ? first : .array(values)
  }

  subscript(key: String) -> LinkedData? {
    if case .object(let fields) = self { return fields[key] }
    return nil
  }

  /// The string, of an array its first string.
  var string: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .array(let items): items.lazy.compactMap(\.string).first
    default: nil
    }
  }

  var items: [LinkedData] {
    if case .array(let items) = self { return items }
    return [self]
  }

  /// `@type`, of several the first.
  var types: [String] { self["@type"]?.items.compactMap(\.string) ?? [] }

  /// Every object inside, depth first, itself included.
  var objects: [LinkedData] {
    var result: [LinkedData] = []
    var stack: [LinkedData] = [self]
    while let next = stack.popLast(), result.count < 5000 {
      switch next {
      case .array(let items): stack += items.reversed()
      case .object(let fields):
        result.append(next)
        for key in fields.keys.sorted(by: >) {
          switch fields[key] {
          case .array?, .object?: if let value = fields[key] { stack.append(value) }
          default: continue
          }
        }
      default: continue
      }
    }
    return result
  }

  private struct Reader {
    let bytes: [UInt8]
    var i = 0

    mutating func skipBlanks() {
      while i < bytes.count, bytes[i] <= 0x20 || bytes[i] == 0x2c || bytes[i] == 0x3b { i += 1 }
    }

    mutating func value(_ depth: Int) -> LinkedData? {
      skipBlanks()
      guard i < bytes.count else { return nil }
      switch bytes[i] {
      case 0x7b:
        i += 1
        var fields: [String: LinkedData] = [:]
        while true {
          skipBlanks()
          guard i < bytes.count else { return .object(fields) }
          if bytes[i] == 0x7d {
            i += 1
            return .object(fields)
          }
          guard bytes[i] == 0x22 else {
            i += 1
            continue
          }
          let key = text()
          skipBlanks()
          if i < bytes.count, bytes[i] == 0x3a { i += 1 }
          guard depth < 64, let value = value(depth + 1) else { return .object(fields) }
          if fields[key] == nil { fields[key] = value }
        }
      case 0x5b:
        i += 1
        var items: [LinkedData] = []
        while true {
          skipBlanks()
          guard i < bytes.count else { return .array(items) }
          if bytes[i] == 0x5d {
            i += 1
            return .array(items)
          }
          guard depth < 64, let value = value(depth + 1) else { return .array(items) }
          items.append(value)
        }
      case 0x22: return .string(text())
      default:
        let start = i
        while i < bytes.count, bytes[i] != 0x2c, bytes[i] != 0x7d, bytes[i] != 0x5d, bytes[i] > 0x20 { i += 1 }
        if i == start { i += 1 }
        return .other
      }
    }

    mutating func text() -> String {
      i += 1
      var result: [UInt8] = []
      while i < bytes.count, bytes[i] != 0x22 {
        guard bytes[i] == 0x5c, i + 1 < bytes.count else {
          result.append(bytes[i])
          i += 1
          continue
        }
        i += 2
        switch bytes[i - 1] {
        case 0x6e: result.append(0x0a)
        case 0x74: result.append(0x20)
        case 0x72, 0x62, 0x66: break
        case 0x75:
          guard var scalar = hex() else { break }
          if (0xd800..<0xdc00).contains(scalar), i + 1 < bytes.count, bytes[i] == 0x5c, bytes[i + 1] == 0x75 {
            i += 2
            if let low = hex(), (0xdc00..<0xe000).contains(low) { scalar = 0x10000 + (scalar - 0xd800) << 10 + (low - 0xdc00) }
          }
          result += Array(String(Character(Unicode.Scalar(scalar) ?? "\u{fffd}")).utf8)
        default: result.append(bytes[i - 1])
        }
      }
      i += 1
      return String(decoding: result, as: UTF8.self)
    }

    private mutating func hex() -> UInt32? {
      guard i + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[i..<i + 4], as: UTF8.self), radix: 16) else { return nil }
      i += 4
      return value
    }
  }
}
