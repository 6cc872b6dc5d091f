import TextAnalysis

/// A stretch of a scrape that belongs together: one line, or the lines of one hard-wrapped paragraph.
struct RawBlock {
  /// Without white space at its ends.
  var start: Int
  var end: Int
  /// Where the text proper starts, after a bullet; `start` without one.
  var textStart: Int
  /// Empty lines above it; at least 1 for the first.
  var blanksBefore: Int
  /// A heading's level where the source marks it (Markdown), else 0.
  var heading = 0
  /// The source marks it as an item of a list (Markdown).
  var isListItem = false
  /// The source marks it so (HTML).
  var isQuote = false
  var isCaption = false
  var isHeadline = false
  /// A row of a table.
  var isRow = false
  /// The share of its text that is links.
  var linkShare = 0.0
  var isBulleted: Bool { textStart > start || isListItem }
}

/// Cuts a text into lines and puts the lines of hard-wrapped paragraphs together again.
enum ScrapeLines {
  struct Line {
    var start: Int
    var end: Int
    /// In code points, indentation included.
    var width: Int
    var blanksBefore: Int
  }

  /// The non-blank lines of a text, trimmed of white space (no-break and zero-width spaces included).
  static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
    var result: [Line] = []
    let newline: UInt8 = bytes.contains(0x0a) ? 0x0a : 0x0d
    var lineStart = 0
    var blanks = 1
    while lineStart <= bytes.count {
      var lineEnd = lineStart
      while lineEnd < bytes.count, bytes[lineEnd] != newline { lineEnd += 1 }
      var start = lineStart
      while start < lineEnd, case let length = blank(bytes, at: start, limit: lineEnd), length > 0 { start += length }
      var end = lineEnd
      trim: while end > start {
        let byte = bytes[end - 1]
        if byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0c {
          end -= 1
        } else if end - start >= 2, bytes[end - 2] == 0xc2, byte == 0xa0 {
          end -= 2
        } else if end - start >= 3, blank(bytes, at: end - 3, limit: end) == 3 {
          end -= 3
        } else {
          break trim
        }
      }
      if start < end {
        var width = start - lineStart
        for i in start..<end where bytes[i] & 0xc0 != 0x80 { width += 1 }
        result.append(Line(start: start, end: end, width: width, blanksBefore: blanks))
        blanks = 0
      } else {
        blanks += 1
      }
      lineStart = lineEnd + 1
    }
    return result
  }

  /// The length of a white-space character at `i`, or 0.
  static func blank(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, limit: Int) -> Int {
    switch bytes[i] {
    case 0x20, 0x09, 0x0d, 0x0c: return 1
    case 0xc2: return i + 1 < limit && bytes[i + 1] == 0xa0 ? 2 : 0
    case 0xe2:
      guard i + 2 < limit, bytes[i + 1] == 0x80 else { return 0 }
      return (0x80...0x8b).contains(bytes[i + 2]) || bytes[i + 2] == 0xaf || bytes[i + 2] == 0xa8 || bytes[i + 2] == 0xa9 ? 3 : 0
    case 0xe3: return i + 2 < limit && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x80 ? 3 : 0
    case 0xef: return i + 2 < limit && bytes[i + 1] == 0xbb && bytes[i + 2] == 0xbf ? 3 : 0
    default: return 0
    }
  }

  /// Whether nothing but white space stands in it.
  static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count, case let length = blank(bytes, at: i, limit: bytes.count), length > 0 { i += length }
      return i == bytes.count
    }
  }

  /// White space collapsed to single spaces, none at the ends. A no-break, thin or ideographic space that stands alone between words
  /// stays what it is.
  static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var i = 0
      while i < bytes.count {
        let start = i
        var parts = 0
        while i < bytes.count, case let length = bytes[i] < 0x20 ? 1 : blank(bytes, at: i, limit: bytes.count), length > 0 {
          // A zero-width space and a byte-order mark part no words.
          if !(bytes[i] == 0xef || length == 3 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x8b) { parts += length }
          i += length
        }
        if parts > 0, !result.isEmpty, i < bytes.count {
          let isOne = parts == i - start && bytes[start] >= 0x80 && blank(bytes, at: start, limit: i) == parts
          if isOne { result += bytes[start..<i] } else { result.append(0x20) }
        }
        while i < bytes.count, bytes[i] >= 0x20, blank(bytes, at: i, limit: bytes.count) == 0 {
          result.append(bytes[i])
          i += 1
        }
      }
      return result
    }
  }

  /// The length of a bullet and the blanks after it at `start`, or 0.
  static func bullet(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    switch bytes[start] {
    case 0x2a, 0x2d, 0x2b: i += 1  // * - +
    case 0xc2 where start + 1 < end && bytes[start + 1] == 0xb7: i += 2  // ·
    case 0xe2 where start + 2 < end:
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xa2), (0x80, 0xa3), (0x97, 0xa6), (0x96, 0xaa), (0x97, 0x8f), (0x96, 0xa0), (0x81, 0x83): i += 3  // • ‣ ◦ ▪ ● ■ ⁃
      default: return 0
      }
    default: return 0
    }
    let afterMark = i
    while i < end, case let length = blank(bytes, at: i, limit: end), length > 0 { i += length }
    // "- The next round -" is a heading: dashes stand on both sides of it.
    if bytes[start] == 0x2d, end - start > 4, bytes[end - 1] == 0x2d, bytes[end - 2] == 0x20 { return 0 }
    return i > afterMark && i < end ? i - start : 0
  }

  /// The column at which a text is hard-wrapped, or nil if its lines are not.
  ///
  /// In text that a program wrapped at column W no line could have taken the first word of the next one: its width, a blank and
  /// that word exceed W. W is the width that all but the widest lines (unbreakable addresses) keep.
  static func wrapColumn(_ lines: [Line], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var widths: [Int] = []
    for i in lines.indices.dropFirst() where lines[i].blanksBefore == 0 { widths.append(lines[i - 1].width) }
    guard widths.count >= 2 else { return nil }
    let long = lines.reduce(0) { $0 + ($1.width > 130 ? 1 : 0) }
    guard long * 10 <= lines.count else { return nil }
    widths.sort()
    let column = widths[min(widths.count - 1, widths.count * 97 / 100)]
    guard (40...130).contains(column) else { return nil }
    var full = 0
    var candidates = 0
    for i in lines.indices.dropFirst() where lines[i].blanksBefore == 0 && lines[i - 1].width * 2 >= column {
      candidates += 1
      if lines[i - 1].width + 1 + firstPiece(bytes, lines[i]) > column { full += 1 }
    }
    return full >= 2 && full * 10 >= candidates * 6 ? column : nil
  }

  /// Code points of a line's first word, up to a hyphen at which it could have been broken.
  static func firstPiece(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Int {
    var width = 0
    var i = line.start
    while i < line.end, width < 200 {
      if blank(bytes, at: i, limit: line.end) > 0 { break }
      if bytes[i] & 0xc0 != 0x80 { width += 1 }
      if bytes[i] == 0x2d, i > line.start { break }
      i += 1
    }
    return width
  }

  /// The blocks of a scrape, in order; together they hold every non-blank line.
  static func blocks(of bytes: UnsafeBufferPointer<UInt8>) -> [RawBlock] {
    let lines = lines(of: bytes)
    let column = wrapColumn(lines, bytes)
    var result: [RawBlock] = []
    result.reserveCapacity(lines.count)
    for (i, line) in lines.enumerated() {
      let bullet = bullet(bytes, line.start, line.end)
      if i > 0, line.blanksBefore == 0, bullet == 0, let last = result.indices.last {
        let above = lines[i - 1]
        let joins =
          if let column {
            above.width + 1 + firstPiece(bytes, line) > column && above.width <= column + 1
          } else {
            continues(bytes, above, line)
          }
        if joins {
          result[last].end = line.end
          continue
        }
      }
      result.append(RawBlock(start: line.start, end: line.end, textStart: line.start + bullet, blanksBefore: line.blanksBefore))
    }
    return result
  }

  /// Whether a line break stands in the middle of a sentence: a long line without final punctuation, the next one going on in
  /// lower case.
  private static func continues(_ bytes: UnsafeBufferPointer<UInt8>, _ above: Line, _ line: Line) -> Bool {
    guard above.width >= 40 else { return false }
    let first = bytes[line.start]
    let last = bytes[above.end - 1]
    let goesOn = first &- 0x61 < 26 || first == 0x2c || first == 0x3b
    let ended = last == 0x2e || last == 0x21 || last == 0x3f || last == 0x3a || last == 0x22 || last == 0x9d
    return goesOn && !ended
  }
}
