import TextAnalysis

/// Text for the places a page has for it: HTML, addresses, CSV, iCalendar, BibTeX, Markdown. One pass over bytes each.
enum Escape {
  /// Appends text with the five characters that mean something in HTML and XML replaced; control characters that XML
  /// forbids are left out.
  static func html(_ text: ArraySlice<UInt8>, into out: inout [UInt8]) {
    text.withUnsafeBufferPointer { html($0, into: &out) }
  }

  static func html(_ text: String, into out: inout [UInt8]) {
    var text = text
    text.withUTF8 { html($0, into: &out) }
  }

  private static func html(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var run = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte >= 0x40, byte != 0x7f {
        i += 1
        continue
      }
      let reference: StaticString
      switch byte {
      case 0x26: reference = "&amp;"
      case 0x3c: reference = "&lt;"
      case 0x3e: reference = "&gt;"
      case 0x22: reference = "&quot;"
      case 0x27: reference = "&#39;"
      case 0...0x08, 0x0b, 0x0c, 0x0e...0x1f, 0x7f: reference = ""
      default:
        i += 1
        continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<i]))
      out.append(contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      i += 1
      run = i
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
  }

  static func html(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    html(text, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Percent-encodes everything but ASCII letters, digits and the bytes of `keep`.
  static func percent(_ text: some Collection<UInt8>, keeping keep: StaticString = "-._~") -> String {
    var out: [UInt8] = []
    let kept = keep.withUTF8Buffer { Array($0) }
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: out.append(byte)
      default:
        if kept.contains(byte) {
          out.append(byte)
        } else {
          out.append(0x25)
          out.append(digits[Int(byte >> 4)])
          out.append(digits[Int(byte & 15)])
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// White space of any kind and length becomes one space; none at the ends.
  static func oneLine(_ text: String) -> String {
    var copy = text
    guard let line = copy.withUTF8({ isOneLine($0) ? nil : String(decoding: joined($0), as: UTF8.self) }) else { return text }
    return line
  }

  /// Of UTF-8.
  static func oneLine(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.withUnsafeBufferPointer { isOneLine($0) ? text : joined($0)[...] }
  }

  /// Whether the only white space is single spaces between words.
  private static func isOneLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte <= 0x20, byte != 0x20 || last == 0x20 { return false }
      last = byte
      i += 1
    }
    return last != 0x20 || text.isEmpty
  }

  private static func joined(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var pending = false
    for byte in text {
      if byte <= 0x20 {
        pending = !out.isEmpty
      } else {
        if pending { out.append(0x20) }
        pending = false
        out.append(byte)
      }
    }
    return out
  }

  /// Appends a field of a CSV file (RFC 4180): quoted if it holds a comma or a quotation mark; white space becomes single spaces. A
  /// field that a spreadsheet would take for a formula gets a leading apostrophe.
  static func csv(_ text: ArraySlice<UInt8>, into out: inout [UInt8]) {
    let line = oneLine(text)
    guard let first = line.first else { return }
    let isFormula = first == 0x3d || first == 0x40 || first == 0x2b || first == 0x2d && line.count > 1
    guard isFormula || line.contains(0x2c) || line.contains(0x22) else {
      out.append(contentsOf: line)
      return
    }
    out.append(0x22)
    if isFormula { out.append(0x27) }
    var rest = line
    while let mark = rest.firstIndex(of: 0x22) {
      out.append(contentsOf: rest[...mark])
      out.append(0x22)
      rest = rest[(mark + 1)...]
    }
    out.append(contentsOf: rest)
    out.append(0x22)
  }

  /// Appends a content line of iCalendar (RFC 5545), folded at 75 bytes between characters, with its line end.
  static func calendarLine(_ name: StaticString, _ text: ArraySlice<UInt8>, into out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    out.append(0x3a)
    var column = name.utf8CodeUnitCount + 1
    let line = oneLine(text)
    var i = line.startIndex
    while i < line.endIndex {
      var next = i + 1
      while next < line.endIndex, line[next] & 0xc0 == 0x80 { next += 1 }
      let isMark = line[i] == 0x2c || line[i] == 0x3b || line[i] == 0x5c
      let width = next - i + (isMark ? 1 : 0)
      if column + width > 75 {
        out += "\r\n "
        column = 1
      }
      if isMark { out.append(0x5c) }
      out.append(contentsOf: line[i..<next])
      column += width
      i = next
    }
    out += "\r\n"
  }

  /// Text for a BibTeX field in braces. Letters outside ASCII stay as they are (biblatex reads UTF-8).
  static func bibTeX(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in oneLine(text).utf8 {
      switch byte {
      case 0x25, 0x26, 0x23, 0x5f, 0x24: out += [0x5c, byte]
      case 0x7b, 0x7d: break
      case 0x5c: out += "\\textbackslash ".utf8
      case 0x7e: out += "\\textasciitilde ".utf8
      case 0x5e: out += "\\textasciicircum ".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Addresses inside and outside the site.
enum Address {
  /// A name as a path component: lower-case ASCII letters and digits joined by `-`. Other letters are written as their code
  /// points. The same name always gives the same address; a name without letters or digits gives `x`.
  static func slug(_ name: String) -> String {
    var out: [UInt8] = []
    var gap = false
    for scalar in Folding.folded(name).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7a:
        if gap, !out.isEmpty { out.append(0x2d) }
        gap = false
        out.append(UInt8(scalar.value))
      case 0x27: break
      case 0x80...:
        guard scalar.properties.isAlphabetic else {
          gap = true
          continue
        }
        if gap, !out.isEmpty { out.append(0x2d) }
        gap = false
        out += "u\(String(scalar.value, radix: 16))".utf8
      default: gap = true
      }
      if out.count > 80 { break }
    }
    return out.isEmpty ? "x" : String(decoding: out, as: UTF8.self)
  }

  /// A path component as it stands in a link.
  static func component(_ name: String) -> String { Escape.percent(name.utf8, keeping: "-._~") }

  /// The path of a site's address, with a slash at its end: `/digest/` of `https://example.org/digest`.
  static func path(of base: String) -> String {
    let bytes = Array(base.utf8)
    var i = 0
    var slashes = 0
    while i < bytes.count, slashes < 3 {
      if bytes[i] == 0x2f { slashes += 1 }
      i += 1
    }
    guard slashes == 3 else { return "/" }
    let path = "/" + String(decoding: bytes[i...], as: UTF8.self)
    return path.utf8.last == 0x2f ? path : path + "/"
  }

  /// The address of an article at its outlet if it is one a browser may follow: `http` or `https`, no blanks or controls.
  static func external(_ url: String?) -> String? {
    guard let url else { return nil }
    let bytes = Array(url.utf8)
    func begins(_ scheme: StaticString) -> Bool {
      scheme.withUTF8Buffer { expected in
        bytes.count > expected.count && zip(bytes, expected).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      }
    }
    guard begins("https://") || begins("http://"), bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7f && $0 != 0x22 && $0 != 0x3c && $0 != 0x3e })
    else { return nil }
    return url
  }

  /// The address with a text fragment that leads to these words (WICG Scroll-to-Text-Fragment): the whole text if it is short,
  /// else its first and last words. The `-`, `,` and `&` that have a meaning there are encoded like everything else.
  static func textFragment(_ url: String, words text: String) -> String {
    let words = Escape.oneLine(text).utf8.split(separator: 0x20)
    guard let first = words.first else { return url }
    let base = url.utf8.contains(0x23) ? url + ":~:text=" : url + "#:~:text="
    func encoded(_ words: ArraySlice<Substring.UTF8View.SubSequence>) -> String {
      Escape.percent(words.reduce(into: [UInt8]()) { $0 += ($0.isEmpty ? [] : [0x20]) + $1 }, keeping: "._~")
    }
    guard words.count > 10, !first.isEmpty else { return base + encoded(words[...]) }
    return base + encoded(words.prefix(5)) + "," + encoded(words.suffix(4))
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes of a string.
  @inline(__always)
  static func += (bytes: inout [UInt8], text: String) { bytes.append(contentsOf: text.utf8) }
}
