import TextAnalysis

/// Markdown to plain text with a map back: blocks by line, inline mark-up taken off.
///
/// Reads the part of CommonMark (https://spec.commonmark.org) that articles use: headings, lists, block quotes, fenced code,
/// tables by row, link definitions, emphasis, links, images, code spans, autolinks, HTML tags, entities and backslashes.
/// Differences: indented text is no code, nested blocks are flattened, `*` and `_` are paired without regard to each other.
/// Cost: linear.
struct MarkdownReader {
  struct Part {
    enum Kind: Equatable {
      case paragraph, listItem, blockquote
      case heading(Int)
      case code, emphasized, row
    }
    var kind: Kind
    /// In `text`.
    var span: TextSpan
    /// In the source, from the first marker to the end of the last line.
    var markup: TextSpan
  }

  private(set) var text: [UInt8] = []
  private(set) var runs: [SourceMap.Run] = []
  private(set) var parts: [Part] = []
  /// Lines with nothing but a link definition or an image: source spans.
  private let source: [UInt8]
  private var references: Set<[UInt8]> = []

  init(_ source: [UInt8], from start: Int = 0) {
    self.source = source
    collectReferences(from: start)
    readBlocks(from: start)
  }

  // MARK: - Blocks

  private struct Open {
    var kind: Part.Kind
    var start: Int
    var lines: [Range<Int>]
    /// Where its mark-up ends, if not with its last line.
    var end: Int?
  }

  /// The start of the image lines right above.
  private var imageStart: Int?

  private mutating func readBlocks(from start: Int) {
    var open: Open?
    var fence: (byte: UInt8, count: Int)?
    var inDefinition = false
    var position = start
    while position < source.count {
      var lineEnd = position
      while lineEnd < source.count, source[lineEnd] != 0x0a { lineEnd += 1 }
      let line = position
      position = lineEnd + 1
      var end = lineEnd
      while end > line, source[end - 1] == 0x20 || source[end - 1] == 0x09 || source[end - 1] == 0x0d { end -= 1 }
      var i = line
      while i < end, source[i] == 0x20 || source[i] == 0x09 { i += 1 }

      if let current = fence {
        let count = runLength(at: i, end)
        if i < end, source[i] == current.byte, count >= current.count, i + count == end {
          fence = nil
          open?.end = end
          flush(&open)
        } else if end > line {
          open?.lines.append(line..<end)
        }
        continue
      }
      guard i < end else {
        flush(&open)
        inDefinition = false
        continue
      }
      if inDefinition { continue }
      let indent = i - line
      if indent < 4, source[i] == 0x60 || source[i] == 0x7e, case let count = runLength(at: i, end), count >= 3 {
        flush(&open)
        fence = (source[i], count)
        open = Open(kind: .code, start: i, lines: [])
        continue
      }
      if indent < 4, source[i] == 0x23, case let count = runLength(at: i, end), count <= 6, i + count == end || isBlank(source[i + count]) {
        flush(&open)
        var close = end
        while close > i + count, source[close - 1] == 0x23 { close -= 1 }
        if close < end, close > i + count, !isBlank(source[close - 1]) { close = end }
        var heading: Open? = Open(kind: .heading(count), start: i, lines: [min(i + count, close)..<close])
        flush(&heading)
        continue
      }
      if indent < 4, isRule(i, end) {
        if source[i] == 0x2d || source[i] == 0x3d, let above = open, above.kind == .paragraph {
          open?.kind = .heading(source[i] == 0x3d ? 1 : 2)
          open?.lines.append(end..<end)
          _ = above
        }
        flush(&open)
        continue
      }
      if open?.kind == .paragraph, source[i] == 0x3d || source[i] == 0x2d, runLength(at: i, end) == end - i {
        open?.kind = .heading(source[i] == 0x3d ? 1 : 2)
        flush(&open)
        continue
      }
      if open == nil, definitionLabel(at: i, end) != nil {
        inDefinition = true
        continue
      }
      if isTableRule(i, end) {
        if let last = parts.indices.last, parts[last].kind == .row { parts[last].markup.end = Int32(end) }
        continue
      }
      if source[i] == 0x7c {
        flush(&open)
        open = Open(kind: .row, start: i, lines: [i + 1..<(end > i + 1 && source[end - 1] == 0x7c ? end - 1 : end)], end: end)
        flush(&open)
        continue
      }
      if source[i] == 0x3e {
        var content = i
        while content < end, source[content] == 0x3e || isBlank(source[content]) { content += 1 }
        if content == end {
          flush(&open)
        } else if open?.kind == .blockquote {
          open?.lines.append(content..<end)
        } else {
          flush(&open)
          open = Open(kind: .blockquote, start: i, lines: [content..<end])
        }
        continue
      }
      if let content = listMarker(i, end, interrupting: open?.kind == .paragraph) {
        flush(&open)
        open = Open(kind: .listItem, start: i, lines: [content..<end])
        continue
      }
      if open == nil {
        open = Open(kind: .paragraph, start: i, lines: [i..<end])
      } else {
        open?.lines.append(i..<end)
      }
    }
    flush(&open)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func runLength(at i: Int, _ end: Int) -> Int {
    var j = i
    while j < end, source[j] == source[i] { j += 1 }
    return j - i
  }

  /// `***`, `---`, `___`, blanks between them allowed.
  private func isRule(_ i: Int, _ end: Int) -> Bool {
    let mark = source[i]
    guard mark == 0x2a || mark == 0x2d || mark == 0x5f else { return false }
    var count = 0
    for j in i..<end {
      if source[j] == mark { count += 1 } else if !isBlank(source[j]) { return false }
    }
    return count >= 3
  }

  /// `|---|:-:|`, `--- | ---`.
  private func isTableRule(_ i: Int, _ end: Int) -> Bool {
    var bars = 0
    var dashes = 0
    for j in i..<end {
      switch source[j] {
      case 0x7c: bars += 1
      case 0x2d: dashes += 1
      case 0x3a, 0x20, 0x09: continue
      default: return false
      }
    }
    return bars > 0 && dashes > 0
  }

  /// Where an item's content starts, after `-`, `*`, `+`, `1.` or `1)` and blanks.
  private func listMarker(_ i: Int, _ end: Int, interrupting: Bool) -> Int? {
    var j = i
    switch source[i] {
    case 0x2d, 0x2a, 0x2b: j += 1
    case 0x30...0x39:
      while j < end, j < i + 9, source[j] &- 0x30 < 10 { j += 1 }
      guard j < end, source[j] == 0x2e || source[j] == 0x29 else { return nil }
      if interrupting, j != i + 1 || source[i] != 0x31 { return nil }
      j += 1
    default: return nil
    }
    guard j < end, isBlank(source[j]) else { return nil }
    while j < end, isBlank(source[j]) { j += 1 }
    return j < end ? j : nil
  }

  /// The label of a link definition `[label]: address`, lower-cased.
  private func definitionLabel(at i: Int, _ end: Int) -> [UInt8]? {
    guard i < end, source[i] == 0x5b else { return nil }
    var j = i + 1
    while j < end, j < i + 200, source[j] != 0x5d, source[j] != 0x5b { j += 1 }
    guard j + 1 < end, source[j] == 0x5d, source[j + 1] == 0x3a, j > i + 1 else { return nil }
    var address = j + 2
    while address < end, isBlank(source[address]) { address += 1 }
    // The address may stand on the next line; if it is here, it must look like one.
    guard
      address == end || !source[address..<end].contains(0x20) || source[address] == 0x3c
        || source[address..<end].starts(with: Array("http".utf8))
    else { return nil }
    return lowercased(source[i + 1..<j])
  }

  private func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }

  private mutating func collectReferences(from start: Int) {
    var line = start
    while line < source.count {
      var end = line
      while end < source.count, source[end] != 0x0a { end += 1 }
      var i = line
      while i < end, isBlank(source[i]) { i += 1 }
      if let label = definitionLabel(at: i, end) { references.insert(label) }
      line = end + 1
    }
  }

  private mutating func flush(_ open: inout Open?) {
    guard let block = open else { return }
    open = nil
    var bytes: [UInt8] = []
    var offsets: [Int32] = []
    for (n, line) in block.lines.enumerated() where !line.isEmpty {
      if n > 0, !bytes.isEmpty {
        bytes.append(0x0a)
        // The line end itself, where the source has one right before this line's content.
        offsets.append(Int32(lineEnd(before: line.lowerBound)))
      }
      bytes += source[line]
      for offset in line { offsets.append(Int32(offset)) }
    }
    var inline = MarkdownInline(bytes, references: references)
    if block.kind != .code { inline.strip() }
    var kept: [(byte: UInt8, offset: Int32)] = []
    kept.reserveCapacity(bytes.count)
    for i in bytes.indices where inline.keep[i] {
      if let text = inline.replacements[i] {
        for (n, byte) in text.enumerated() { kept.append((byte, n == 0 && byte == bytes[i] ? offsets[i] : -1)) }
      } else {
        kept.append((bytes[i], offsets[i]))
      }
    }
    while let last = kept.last, last.byte == 0x20 || last.byte == 0x0a || last.byte == 0x09 { kept.removeLast() }
    let lead = kept.prefix { $0.byte == 0x20 || $0.byte == 0x0a || $0.byte == 0x09 }.count
    kept.removeFirst(lead)
    guard !kept.isEmpty else {
      if inline.isImage { imageStart = imageStart ?? block.start }
      return
    }
    let image = imageStart
    imageStart = nil
    if !text.isEmpty { text += [0x0a, 0x0a] }
    let start = text.count
    for (byte, offset) in kept {
      if offset >= 0 {
        if let last = runs.last, last.text + last.count == Int32(text.count), last.source + last.count == offset {
          runs[runs.count - 1].count += 1
        } else {
          runs.append(SourceMap.Run(text: Int32(text.count), source: offset, count: 1))
        }
      }
      text.append(byte)
    }
    let end = block.end ?? block.lines.last?.upperBound ?? block.start
    let kind = block.kind == .paragraph && inline.isAllEmphasis ? .emphasized : block.kind
    // An image belongs to the caption under it.
    let first = kind == .emphasized ? image ?? block.start : block.start
    parts.append(Part(kind: kind, span: TextSpan(start..<text.count), markup: TextSpan(first..<max(end, first))))
  }

  private func lineEnd(before offset: Int) -> Int {
    var i = offset
    while i > 0, source[i - 1] != 0x0a { i -= 1 }
    return max(0, i - 1)
  }
}

/// Takes inline mark-up off one block's text.
struct MarkdownInline {
  private let bytes: [UInt8]
  private let references: Set<[UInt8]>
  /// Which bytes are text.
  private(set) var keep: [Bool]
  /// At the first byte of an entity, its text.
  private(set) var replacements: [Int: [UInt8]] = [:]
  /// The whole block is one emphasis.
  private(set) var isAllEmphasis = false
  /// The block begins with an image.
  var isImage: Bool { bytes.starts(with: [0x21, 0x5b]) }

  init(_ bytes: [UInt8], references: Set<[UInt8]>) {
    self.bytes = bytes
    self.references = references
    keep = [Bool](repeating: true, count: bytes.count)
  }

  private struct Delimiter {
    var start: Int
    var count: Int
    var canClose: Bool
    var canOpen: Bool
  }

  mutating func strip() {
    var delimiters: [Delimiter] = []
    var brackets: [(position: Int, isImage: Bool)] = []
    var noTagUntil = 0
    var ticks: [Int: Int]?
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x5c where i + 1 < bytes.count && Self.isPunctuation(bytes[i + 1]):
        keep[i] = false
        i += 2
      case 0x60:
        let count = runLength(at: i)
        let last = ticks ?? lastTicks()
        ticks = last
        if let end = last[count], end > i, let close = closingTicks(after: i + count, count: count) {
          for j in i..<i + count { keep[j] = false }
          for j in close..<close + count { keep[j] = false }
          i = close + count
        } else {
          i += count
        }
      case 0x21 where i + 1 < bytes.count && bytes[i + 1] == 0x5b:
        brackets.append((i, true))
        i += 2
      case 0x5b:
        brackets.append((i, false))
        i += 1
      case 0x5d:
        i = closeBracket(at: i, &brackets)
      case 0x3c where i >= noTagUntil:
        if let end = tagEnd(at: i) {
          if isAutolink(i, end) {
            keep[i] = false
            keep[end - 1] = false
          } else {
            for j in i..<end { keep[j] = false }
          }
          i = end
        } else {
          i += 1
        }
      case 0x26:
        if let (end, text) = entity(at: i) {
          replacements[i] = text
          for j in i + 1..<end { keep[j] = false }
          i = end
        } else {
          i += 1
        }
      case 0x2a, 0x5f, 0x7e:
        let count = runLength(at: i)
        if bytes[i] != 0x7e || count == 2 { delimiters.append(delimiter(at: i, count)) }
        i += count
      default: i += 1
      }
      noTagUntil = max(noTagUntil, 0)
    }
    pair(delimiters)
  }

  /// Decodes entities and leaves everything else.
  mutating func decodeEntities() {
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x26, let (end, text) = entity(at: i) {
        replacements[i] = text
        for j in i + 1..<end { keep[j] = false }
        i = end
      } else {
        i += 1
      }
    }
  }

  /// Decodes entities and takes tags off.
  mutating func dropTags() {
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x3c, let end = tagEnd(at: i) {
        for j in i..<end { keep[j] = false }
        i = end
      } else if bytes[i] == 0x26, let (end, text) = entity(at: i) {
        replacements[i] = text
        for j in i + 1..<end { keep[j] = false }
        i = end
      } else {
        i += 1
      }
    }
  }

  /// What is left.
  var text: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for i in bytes.indices where keep[i] {
      if let text = replacements[i] { result += text } else { result.append(bytes[i]) }
    }
    return result
  }

  private func runLength(at i: Int) -> Int {
    var j = i
    while j < bytes.count, bytes[j] == bytes[i] { j += 1 }
    return j - i
  }

  private func lastTicks() -> [Int: Int] {
    var result: [Int: Int] = [:]
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x60 {
        let count = runLength(at: i)
        result[count] = i
        i += count
      } else {
        i += 1
      }
    }
    return result
  }

  private func closingTicks(after start: Int, count: Int) -> Int? {
    var i = start
    while i < bytes.count {
      guard bytes[i] == 0x60 else {
        i += 1
        continue
      }
      let found = runLength(at: i)
      if found == count { return i }
      i += found
    }
    return nil
  }

  private mutating func closeBracket(at i: Int, _ brackets: inout [(position: Int, isImage: Bool)]) -> Int {
    guard let open = brackets.popLast() else { return i + 1 }
    var end: Int?
    if i + 1 < bytes.count, bytes[i + 1] == 0x28 {
      end = destinationEnd(at: i + 1)
    } else if i + 1 < bytes.count, bytes[i + 1] == 0x5b {
      var j = i + 2
      while j < bytes.count, j < i + 200, bytes[j] != 0x5d, bytes[j] != 0x5b { j += 1 }
      if j < bytes.count, bytes[j] == 0x5d {
        let label = bytes[i + 2..<j].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        if references.contains(label) || label.isEmpty { end = j + 1 }
      }
    } else if i - open.position < 200, !references.isEmpty {
      let label = bytes[(open.position + (open.isImage ? 2 : 1))..<i].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      if references.contains(label) { end = i + 1 }
    }
    guard let end else { return i + 1 }
    if open.isImage {
      for j in open.position..<end { keep[j] = false }
    } else {
      keep[open.position] = false
      for j in i..<end { keep[j] = false }
    }
    return end
  }

  /// After `(address "title")`, or nil if it is none.
  private func destinationEnd(at start: Int) -> Int? {
    var depth = 0
    var quoted = false
    var i = start
    let limit = min(bytes.count, start + 4000)
    while i < limit {
      switch bytes[i] {
      case 0x5c: i += 1
      case 0x22 where i > start && (bytes[i - 1] == 0x20 || quoted): quoted.toggle()
      case 0x28 where !quoted: depth += 1
      case 0x29 where !quoted:
        depth -= 1
        if depth == 0 { return i + 1 }
      default: break
      }
      i += 1
    }
    return nil
  }

  private func tagEnd(at start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let first = bytes[start + 1]
    guard first | 0x20 &- 0x61 < 26 || first == 0x2f || first == 0x21, (first | 0x20) >= 0x21 else { return nil }
    guard first == 0x2f || first == 0x21 || (first | 0x20) &- 0x61 < 26 else { return nil }
    var i = start + 1
    let limit = min(bytes.count, start + 2000)
    while i < limit {
      if bytes[i] == 0x3e { return i + 1 }
      if bytes[i] == 0x3c { return nil }
      i += 1
    }
    return nil
  }

  private func isAutolink(_ start: Int, _ end: Int) -> Bool {
    let inner = bytes[start + 1..<end - 1]
    return !inner.contains(0x20)
      && (inner.starts(with: Array("http".utf8)) || inner.contains(0x40) || inner.starts(with: Array("mailto:".utf8)))
  }

  private func entity(at start: Int) -> (end: Int, text: [UInt8])? {
    var i = start + 1
    while i < bytes.count, i < start + 12, bytes[i] != 0x3b { i += 1 }
    guard i < bytes.count, i < start + 12, bytes[i] == 0x3b, i > start + 1 else { return nil }
    let name = String(decoding: bytes[start + 1..<i], as: UTF8.self)
    let text: String
    switch name {
    case "amp": text = "&"
    case "lt": text = "<"
    case "gt": text = ">"
    case "quot": text = "\""
    case "apos": text = "'"
    case "nbsp": text = "\u{a0}"
    case "mdash": text = "—"
    case "ndash": text = "–"
    case "hellip": text = "…"
    case "rsquo": text = "’"
    case "lsquo": text = "‘"
    case "rdquo": text = "”"
    case "ldquo": text = "“"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value, value > 0x1f, let scalar = Unicode.Scalar(value) else { return nil }
      text = String(Character(scalar))
    }
    return (i + 1, Array(text.utf8))
  }

  /// CommonMark's left- and right-flanking rules; `_` neither opens nor closes inside a word.
  private func delimiter(at start: Int, _ count: Int) -> Delimiter {
    let before = start > 0 ? bytes[start - 1] : 0x20
    let after = start + count < bytes.count ? bytes[start + count] : 0x20
    let (spaceBefore, spaceAfter) = (before <= 0x20, after <= 0x20)
    let (markBefore, markAfter) = (isMark(endingAt: start), isMark(startingAt: start + count))
    let left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
    let right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
    guard bytes[start] == 0x5f else { return Delimiter(start: start, count: count, canClose: right, canOpen: left) }
    return Delimiter(start: start, count: count, canClose: right && (!left || markAfter), canOpen: left && (!right || markBefore))
  }

  private func isMark(endingAt end: Int) -> Bool {
    guard end > 0 else { return false }
    if bytes[end - 1] < 0x80 { return Self.isPunctuation(bytes[end - 1]) }
    return end >= 3 && bytes[end - 3] == 0xe2 && bytes[end - 2] == 0x80
  }

  private func isMark(startingAt start: Int) -> Bool {
    guard start < bytes.count else { return false }
    if bytes[start] < 0x80 { return Self.isPunctuation(bytes[start]) }
    return bytes[start] == 0xe2 && start + 1 < bytes.count && bytes[start + 1] == 0x80
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2f).contains(byte) || (0x3a...0x40).contains(byte) || (0x5b...0x60).contains(byte) || (0x7b...0x7e).contains(byte)
  }

  private mutating func pair(_ delimiters: [Delimiter]) {
    var delimiters = delimiters
    var open: [UInt8: [Int]] = [:]
    var left = delimiters.map(\.start)
    for n in delimiters.indices {
      let mark = bytes[delimiters[n].start]
      if delimiters[n].canClose {
        while delimiters[n].count > 0, let opener = open[mark]?.last {
          let used = min(delimiters[n].count, delimiters[opener].count)
          guard used > 0 else {
            open[mark]?.removeLast()
            continue
          }
          let openEnd = delimiters[opener].start + delimiters[opener].count
          for j in openEnd - used..<openEnd { keep[j] = false }
          for j in left[n]..<left[n] + used { keep[j] = false }
          if delimiters[opener].start == 0, delimiters[opener].count == used, left[n] + delimiters[n].count == bytes.count,
            delimiters[n].count == used, used == 1, mark != 0x7e
          {
            isAllEmphasis = true
          }
          left[n] += used
          delimiters[n].count -= used
          delimiters[opener].count -= used
          if delimiters[opener].count == 0 { open[mark]?.removeLast() }
        }
      }
      if delimiters[n].canOpen, delimiters[n].count > 0 {
        // What is left of a run that closed starts further right.
        delimiters[n].start = left[n]
        open[mark, default: []].append(n)
      }
    }
  }
}
