import TextAnalysis

/// Text for the places a page has for it: HTML, addresses, CSV, iCalendar, BibTeX, Markdown. One pass over bytes each.
enum Escape {
  /// Appends text with the five characters that mean something in HTML and XML replaced; control characters that XML
  /// forbids are left out.
  static func html(_ text: some Collection<UInt8>, into out: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x26: out += "&amp;".utf8
      case 0x3c: out += "&lt;".utf8
      case 0x3e: out += "&gt;".utf8
      case 0x22: out += "&quot;".utf8
      case 0x27: out += "&#39;".utf8
      case 0...0x08, 0x0b, 0x0c, 0x0e...0x1f, 0x7f: break
      default: out.append(byte)
      }
    }
  }

  static func html(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    html(text.utf8, into: &out)
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

  /// Whether the only white space is single spaces between words.
  private static func isOneLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte <= 0x20, byte != 0x20 || last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  /// White space of any kind and length becomes one space; none at the ends.
  static func oneLine(_ text: String) -> String {
    if isOneLine(text) { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pending = false
    for byte in text.utf8 {
      if byte <= 0x20 {
        pending = !out.isEmpty
      } else {
        if pending { out.append(0x20) }
        pending = false
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A field of a CSV file (RFC 4180): always quoted if it holds a comma, a quotation mark or a line end. A field that a
  /// spreadsheet would take for a formula gets a leading apostrophe.
  static func csv(_ text: String) -> String {
    let line = oneLine(text)
    let first = line.utf8.first ?? 0
    let isFormula = [0x3d, 0x40, 0x2b].contains(first) || first == 0x2d && line.utf8.count > 1
    guard isFormula || line.utf8.contains(where: { $0 == 0x2c || $0 == 0x22 }) else { return line }
    var out: [UInt8] = [0x22]
    if isFormula { out.append(0x27) }
    for byte in line.utf8 {
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(0x22)
    return String(decoding: out, as: UTF8.self)
  }

  /// A content line of iCalendar (RFC 5545), folded at 75 bytes between characters, with its line end.
  static func calendarLine(_ name: String, _ text: String) -> String {
    var out = Array(name.utf8)
    out.append(0x3a)
    var column = out.count
    for scalar in oneLine(text).unicodeScalars {
      let piece: [UInt8] =
        switch scalar {
        case ",", ";", "\\": [0x5c, UInt8(scalar.value)]
        default: Array(String(scalar).utf8)
        }
      if column + piece.count > 75 {
        out += [0x0d, 0x0a, 0x20]
        column = 1
      }
      out += piece
      column += piece.count
    }
    return String(decoding: out + [0x0d, 0x0a], as: UTF8.self)
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
