extension Markdown {
  /// Plain text as Markdown that cmark turns back into the same text, as one paragraph.
  ///
  /// Escapes only what would be read as a mark where it stands: `a * b`, `snake_case`, `[sic]` and `AT&T` stay as they are,
  /// `*a*`, `[a](b)`, `1. a` and `&amp;` do not. Blanks at the edges of lines and empty lines, which Markdown would drop, become
  /// character references. The empty string stays empty; U+0000, which Markdown cannot hold, becomes U+FFFD in cmark.
  ///
  /// - Parameters:
  ///   - text: any text; line breaks stay line breaks.
  ///   - isLinkText: the result goes between the brackets of a link or an image.
  public static func escape(_ text: String, isLinkText: Bool = false) -> String {
    let span = text.utf8Span.span
    return span.withUnsafeBufferPointer { bytes in
      guard needsLook(bytes) else { return text }
      var escaper = Escaper(bytes: bytes, isLinkText: isLinkText)
      escaper.run()
      return String(decoding: escaper.output, as: UTF8.self)
    }
  }

  /// Appends UTF-8 as ``escape(_:isLinkText:)`` gives it.
  public static func escape(_ text: ArraySlice<UInt8>, isLinkText: Bool = false, into output: inout [UInt8]) {
    text.withUnsafeBufferPointer { bytes in
      guard needsLook(bytes) else {
        output.append(contentsOf: bytes)
        return
      }
      var escaper = Escaper(bytes: bytes, isLinkText: isLinkText)
      escaper.run()
      output += escaper.output
    }
  }

  /// An address as the destination of a link or an image, for use as `[text](destination)`.
  ///
  /// Put between `<` and `>` if it has blanks or parentheses; line breaks are dropped, as browsers do.
  public static func linkDestination(_ address: String) -> String {
    var result: [UInt8] = []
    var needsBrackets = address.isEmpty
    for byte in address.utf8 {
      switch byte {
      case 0x0a, 0x0d: continue
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
        result.append(UInt8(ascii: "\\"))
        needsBrackets = true
      case UInt8(ascii: "&"):
        // Written out, so that "&copy" in a query stays what it is.
        result.append(contentsOf: "&amp;".utf8)
        continue
      case 0x00...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), 0x7f: needsBrackets = true
      default: break
      }
      result.append(byte)
    }
    let destination = String(decoding: result, as: UTF8.self)
    return needsBrackets ? "<\(destination)>" : destination
  }

  /// Whether a text has any byte that could need escaping, or could at the start of a line.
  private static func needsLook(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first <= 0x20 || last <= 0x20 || isPunctuation(first) || 0x30...0x39 ~= first || last == UInt8(ascii: "#") { return true }
    for byte in bytes {
      switch byte {
      case 0x00..<0x20, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"):
        return true
      default: continue
      }
    }
    return false
  }

  fileprivate static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }
}

private struct Escaper {
  let bytes: UnsafeBufferPointer<UInt8>
  let isLinkText: Bool
  var output: [UInt8] = []

  init(bytes: UnsafeBufferPointer<UInt8>, isLinkText: Bool) {
    self.bytes = bytes
    self.isLinkText = isLinkText
    output.reserveCapacity(bytes.count + 16)
  }

  /// The byte at a place; a line break outside of the text.
  private func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0x0a }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x41...0x5a ~= byte || 0x61...0x7a ~= byte }

  mutating func run() {
    var isLineStart = true
    for (index, byte) in bytes.enumerated() {
      if isLineStart, let place = lineStart(at: index) { escapeAt = place }
      isLineStart = byte == 0x0a
      if index == escapeAt || needsBackslash(byte, at: index) {
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      } else if needsReference(byte, at: index) {
        output.append(contentsOf: "&#\(byte);".utf8)
      } else {
        output.append(byte)
      }
    }
  }

  /// The place at the start of a line where a mark of a block has to be escaped.
  private var escapeAt = -1

  private func lineStart(at start: Int) -> Int? {
    let first = byte(start)
    switch first {
    case UInt8(ascii: ">"): return start
    case UInt8(ascii: "#"):
      var end = start
      while byte(end) == first { end += 1 }
      return end - start <= 6 && Self.isBlank(byte(end)) ? start : nil
    case UInt8(ascii: "+"): return Self.isBlank(byte(start + 1)) ? start : nil
    case UInt8(ascii: "-"), UInt8(ascii: "="):
      if first == UInt8(ascii: "-"), Self.isBlank(byte(start + 1)) { return start }
      var end = start
      while byte(end) == first || byte(end) == 0x20 || byte(end) == 0x09 { end += 1 }
      return byte(end) == 0x0a || byte(end) == 0x0d ? start : nil
    case UInt8(ascii: "~"): return byte(start + 1) == first && byte(start + 2) == first ? start : nil
    case 0x30...0x39:
      var end = start
      while 0x30...0x39 ~= byte(end), end - start < 10 { end += 1 }
      guard end - start < 10, byte(end) == UInt8(ascii: ".") || byte(end) == UInt8(ascii: ")") else { return nil }
      return Self.isBlank(byte(end + 1)) ? end : nil
    default: return nil
    }
  }

  /// Whether a mark stands between blanks, where it can neither open nor close emphasis, and not at the start of a line, where it
  /// would make a list or a rule.
  private func isAlone(_ index: Int) -> Bool {
    index > 0 && byte(index - 1) != 0x0a && Self.isBlank(byte(index - 1)) && index + 1 < bytes.count && Self.isBlank(byte(index + 1))
  }

  private func needsBackslash(_ byte: UInt8, at index: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "\\"):
      let next = self.byte(index + 1)
      return Markdown.isPunctuation(next) || next == 0x0a || needsReference(next, at: index + 1)
    case UInt8(ascii: "*"): return !isAlone(index)
    case UInt8(ascii: "_"):
      return !isAlone(index) && !(Self.isAlphanumeric(self.byte(index - 1)) && Self.isAlphanumeric(self.byte(index + 1)))
    case UInt8(ascii: "["): return isLinkText
    case UInt8(ascii: "]"):
      return isLinkText || self.byte(index + 1) == UInt8(ascii: "(") || self.byte(index + 1) == UInt8(ascii: ":")
    case UInt8(ascii: "<"):
      switch self.byte(index + 1) {
      case 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      default: return false
      }
    case UInt8(ascii: "&"):
      if self.byte(index + 1) == UInt8(ascii: "#") { return true }
      // The longest name of an entity has 31 letters.
      var end = index + 1
      while end - index <= 33, Self.isAlphanumeric(self.byte(end)) { end += 1 }
      return end > index + 1 && self.byte(end) == UInt8(ascii: ";")
    case UInt8(ascii: "~"):
      // Two strike text out in GitHub's dialect.
      return self.byte(index + 1) == byte || self.byte(index - 1) == byte
    case UInt8(ascii: "#"):
      // At the end of a heading, a run of these after a blank is dropped.
      guard index + 1 == bytes.count else { return false }
      var start = index
      while self.byte(start - 1) == byte { start -= 1 }
      return start == 0 || Self.isBlank(self.byte(start - 1))
    default: return false
    }
  }

  private func needsReference(_ byte: UInt8, at index: Int) -> Bool {
    switch byte {
    case 0x20, 0x09:
      // Blanks at the edges of a line are dropped; of several at the end, the last one holds the others.
      return self.byte(index - 1) == 0x0a || self.byte(index + 1) == 0x0a || self.byte(index + 1) == 0x0d
    case 0x0a:
      // An empty line would end the paragraph.
      return index == 0 || index + 1 == bytes.count || self.byte(index - 1) == 0x0a || self.byte(index + 1) == 0x0a
    case 0x0b, 0x0c, 0x0d: return true
    default: return false
    }
  }
}
