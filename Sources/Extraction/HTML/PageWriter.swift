import Markdown
import TextAnalysis

/// Writes the chosen nodes of a page as Markdown and as plain text at once, with the map between them.
struct PageWriter {
  private let tree: HTMLTree
  private let finder: ContentFinder
  private let base: String?
  private let repeated: Int?
  /// The headline, until the `h1` that says it again has been met.
  private var headline: [UInt8]?

  /// Markdown.
  private(set) var source: [UInt8] = []
  private(set) var text: [UInt8] = []
  private(set) var runs: [SourceMap.Run] = []
  private(set) var blocks: [RawBlock] = []
  private(set) var markup: [TextSpan] = []

  private struct Style: Equatable {
    var link: Int32 = -1
    var strong = false
    var emphasis = false
    var code = false
  }

  private struct Piece {
    var bytes: [UInt8]
    var style: Style
  }

  /// What the line being collected is.
  private enum Line: Equatable {
    case paragraph
    case heading(Int)
    case item(ordered: Bool, number: Int, depth: Int)
    case continuation(depth: Int)
    case quote, caption
    case row
    case code
  }

  private var pieces: [Piece] = []
  private var links: [String] = []
  private var line = Line.paragraph
  private var pendingImage: (address: String, alt: String)?

  /// - Parameter repeated: a heading that says the headline, and more, again.
  init(_ tree: HTMLTree, _ finder: ContentFinder, base: String?, headline: String?, repeated: Int? = nil) {
    self.tree = tree
    self.finder = finder
    self.base = base
    self.repeated = repeated
    if let headline {
      self.headline = Array(headline.utf8)
      pieces = [Piece(bytes: Array(headline.utf8), style: Style())]
      line = .heading(1)
      flush()
      if let last = blocks.indices.last { blocks[last].isHeadline = true }
    }
    for root in finder.roots { write(root) }
  }

  /// From text that came without a tree: a paragraph a line.
  init(paragraphs: String, headline: String?, tree: HTMLTree, finder: ContentFinder) {
    self.tree = tree
    self.finder = finder
    base = nil
    repeated = nil
    for (n, paragraph) in ([headline ?? ""] + paragraphs.split(whereSeparator: \.isNewline).map(String.init)).enumerated() {
      pieces = [Piece(bytes: Array(paragraph.utf8), style: Style())]
      line = n == 0 ? .heading(1) : .paragraph
      let count = blocks.count
      flush()
      if n == 0, blocks.count > count { blocks[count].isHeadline = true }
    }
  }

  // MARK: - Walking

  private struct Frame {
    var end: Int
    var style: Style
    var quote: Bool
    var caption: Bool
    var isBlock: Bool
    var isList: Bool
  }

  private struct List {
    var ordered: Bool
    var number: Int
  }

  private mutating func write(_ root: Int) {
    var frames: [Frame] = []
    var style = Style()
    var lists: [List] = []
    var quote = false
    var caption = false
    /// Inside a list item whose first line is not written yet.
    var item = false
    var i = root
    let end = Int(tree.nodes[root].end)
    while true {
      while let frame = frames.last, i >= frame.end {
        frames.removeLast()
        if frame.isBlock, endLine() { item = false }
        style = frame.style
        quote = frame.quote
        caption = frame.caption
        if frame.isList {
          lists.removeLast()
          item = false
        }
      }
      guard i < end else { break }
      let node = tree.nodes[i]
      if finder.dropped[i] || i == repeated {
        if !node.tag.isInline, endLine() { item = false }
        i = Int(node.end)
        continue
      }
      var frame = Frame(end: Int(node.end), style: style, quote: quote, caption: caption, isBlock: !node.tag.isInline, isList: false)
      if frame.isBlock || node.tag == .other && holdsBlocks(i) {
        frame.isBlock = true
        if endLine() { item = false }
      }
      switch node.tag {
      case .text:
        if !hasInk {
          line =
            if caption {
              .caption
            } else if item, let list = lists.last {
              .item(ordered: list.ordered, number: list.number, depth: lists.count)
            } else if quote {
              .quote
            } else if !lists.isEmpty {
              .continuation(depth: lists.count)
            } else {
              .paragraph
            }
        }
        append(tree.bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)], style)
        i += 1
        continue
      case .br:
        if isDoubleBreak(i) {
          if endLine() { item = false }
        } else {
          append([0x20], style)
        }
      case .a:
        if style.link < 0, let href = tree.string(i, .href), let address = WebAddress.absolute(href, base: base) {
          links.append(address)
          style.link = Int32(links.count - 1)
        }
      case .strong, .b: style.strong = true
      case .em, .i, .cite: style.emphasis = true
      case .code, .kbd, .tt: style.code = true
      case .img: image(i)
      case .h1, .h2, .h3, .h4, .h5, .h6:
        heading(i)
        i = Int(node.end)
        continue
      case .ul, .ol:
        item = false
        // Markdown's numbers have nine digits at most.
        let first = tree.string(i, .start).flatMap { Int($0) } ?? 1
        lists.append(List(ordered: node.tag == .ol, number: ((0...99_999_999).contains(first) ? first : 1) - 1))
        frame.isList = true
      case .li:
        if lists.isEmpty {
          lists.append(List(ordered: false, number: 0))
          frame.isList = true
        }
        lists[lists.count - 1].number = min(lists[lists.count - 1].number + 1, 99_999)
        item = true
      case .blockquote: quote = true
      case .figcaption: caption = true
      case .pre:
        code(i)
        i = Int(node.end)
        continue
      case .table where isDataTable(i):
        table(i)
        i = Int(node.end)
        continue
      default:
        if frame.isBlock, !caption, isCaptionClass(i) { caption = true }
      }
      if frame.end > i + 1 { frames.append(frame) } else { (style, quote, caption) = (frame.style, frame.quote, frame.caption) }
      if frame.end <= i + 1, frame.isList { lists.removeLast() }
      i += 1
    }
    _ = endLine()
  }

  /// Ends the line; true if something was written.
  private mutating func endLine() -> Bool {
    guard hasInk else {
      pieces.removeAll(keepingCapacity: true)
      return false
    }
    flush()
    return true
  }

  private var hasInk: Bool { !pieces.allSatisfy { ScrapeLines.isBlank($0.bytes) } }

  private func holdsBlocks(_ i: Int) -> Bool {
    for child in i + 1..<min(Int(tree.nodes[i].end), i + 40) where !tree.nodes[child].tag.isInline { return true }
    return false
  }

  private func isDoubleBreak(_ i: Int) -> Bool {
    var next = i + 1
    while next < tree.nodes.count, tree.nodes[next].tag == .text,
      tree.bytes[Int(tree.nodes[next].text.lowerBound)..<Int(tree.nodes[next].text.upperBound)].allSatisfy({
        $0 <= 0x20 || $0 == 0xc2 || $0 == 0xa0
      })
    {
      next += 1
    }
    return next < tree.nodes.count && tree.nodes[next].tag == .br
  }

  private func isCaptionClass(_ i: Int) -> Bool {
    guard !tree.nodes[i].attributes.isEmpty, let name = tree.value(i, .class) else { return false }
    let parts = NameParts.split(name)
    return parts.contains(where: Self.captionNames.contains) && Int(tree.nodes[i].end) - i < 60
  }

  private static let captionNames = WordList(
    """
    caption
    captions
    figcaption
    wp-caption-text
    photocredit
    credit
    credits
    bildunterschrift
    legend
    """)

  private mutating func append(_ bytes: some Sequence<UInt8>, _ style: Style) {
    var collapsed: [UInt8] = []
    var blank = pieces.isEmpty || pieces.last?.bytes.last == 0x20
    for byte in bytes {
      if byte <= 0x20 {
        if !blank { collapsed.append(0x20) }
        blank = true
      } else {
        collapsed.append(byte)
        blank = false
      }
    }
    guard !collapsed.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].style == style {
      pieces[last].bytes += collapsed
    } else {
      pieces.append(Piece(bytes: collapsed, style: style))
    }
  }

  private mutating func heading(_ i: Int) {
    line = .heading(max(2, tree.nodes[i].tag.level))
    collect(i)
    // Marks that point at the heading itself.
    while let last = pieces.indices.last, let byte = pieces[last].bytes.last, byte == 0x23 || byte == 0x20 {
      pieces[last].bytes.removeLast()
      if pieces[last].bytes.isEmpty { pieces.removeLast() }
    }
    if tree.nodes[i].tag == .h1, let headline, isPlain(headline) {
      self.headline = nil
      pieces.removeAll(keepingCapacity: true)
      line = .paragraph
      return
    }
    flush()
  }

  /// Whether the pieces have these words, whatever blanks are between them.
  private func isPlain(_ words: [UInt8]) -> Bool {
    var plain: [UInt8] = []
    for byte in pieces.lazy.flatMap(\.bytes) {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
      if !isBlank { plain.append(byte) } else if let last = plain.last, last != 0x20 { plain.append(0x20) }
      if plain.count > words.count + 1 { return false }
    }
    while plain.last == 0x20 { plain.removeLast() }
    return plain == words
  }

  /// Puts the text of a heading or a cell into ``pieces``, with its links and without other styles.
  private mutating func collect(_ i: Int) {
    pieces = []
    let end = Int(tree.nodes[i].end)
    var child = i + 1
    var style = Style()
    var linkEnd = end
    while child < end {
      let node = tree.nodes[child]
      if child >= linkEnd { style.link = -1 }
      switch node.tag {
      case _ where finder.dropped[child]:
        child = Int(node.end)
        continue
      case .text: append(tree.bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)], style)
      case .img: if line != .row { image(child) }
      case .a:
        if style.link < 0, let href = tree.string(child, .href), let address = WebAddress.absolute(href, base: base) {
          links.append(address)
          style.link = Int32(links.count - 1)
          linkEnd = Int(node.end)
        }
      default: if node.tag == .br || !node.tag.isInline { append([0x20], style) }
      }
      child += 1
    }
  }

  private mutating func image(_ i: Int) {
    guard let address = (tree.string(i, .dataSource) ?? tree.string(i, .src)).flatMap({ WebAddress.absolute($0, base: base) }) else {
      return
    }
    pendingImage = (address, tree.string(i, .alt) ?? "")
  }

  private mutating func code(_ i: Int) {
    var bytes: [UInt8] = []
    for child in i + 1..<max(i + 1, Int(tree.nodes[i].end)) {
      if tree.nodes[child].tag == .text {
        bytes += tree.bytes[Int(tree.nodes[child].text.lowerBound)..<Int(tree.nodes[child].text.upperBound)]
      } else if tree.nodes[child].tag == .br {
        bytes.append(0x0a)
      }
    }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let lead = bytes.prefix { $0 == 0x0a || $0 == 0x0d }.count
    bytes.removeFirst(lead)
    guard !bytes.isEmpty else { return }
    var longest = 2
    var run = 0
    for byte in bytes {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: 0x60, count: longest + 1)
    beginBlock()
    let start = source.count
    let textStart = text.count
    source += fence + [0x0a]
    emit(bytes)
    source += [0x0a] + fence
    finishBlock(textStart, start, RawBlock(start: 0, end: 0, textStart: 0, blanksBefore: 1))
  }

  // MARK: - Tables

  /// Rows with several short cells and no blocks inside: data. Other tables only lay a page out.
  private func isDataTable(_ i: Int) -> Bool {
    var rows = 0
    var cells = 0
    var heads = 0
    for child in i + 1..<Int(tree.nodes[i].end) {
      switch tree.nodes[child].tag {
      case .table, .h1, .h2, .h3, .figure, .blockquote, .article, .section, .pre: return false
      case .tr: rows += 1
      case .td: cells += 1
      case .th: heads += 1
      default: continue
      }
    }
    return rows >= 2 && cells + heads >= rows * 2
  }

  private mutating func table(_ i: Int) {
    let end = Int(tree.nodes[i].end)
    var row = i + 1
    var first = true
    while row < end {
      guard tree.nodes[row].tag == .tr, !finder.dropped[row] else {
        if tree.nodes[row].tag == .caption {
          line = .caption
          pieces = [Piece(bytes: Array(tree.text(of: row).utf8), style: Style())]
          flush()
          row = Int(tree.nodes[row].end)
        } else {
          row += 1
        }
        continue
      }
      let rowEnd = Int(tree.nodes[row].end)
      var cells: [[Piece]] = []
      var cell = row + 1
      while cell < rowEnd {
        if tree.nodes[cell].tag == .td || tree.nodes[cell].tag == .th {
          line = .row
          collect(cell)
          trim()
          cells.append(pieces)
          cell = Int(tree.nodes[cell].end)
        } else {
          cell += 1
        }
      }
      if cells.contains(where: { !$0.isEmpty }) {
        if first { beginBlock() } else { source.append(0x0a) }
        if !first { text += [0x0a, 0x0a] }
        let start = source.count
        let textStart = text.count
        source += [0x7c]
        for (n, value) in cells.enumerated() {
          source.append(0x20)
          pieces = value
          writePieces()
          if n + 1 < cells.count {
            source.append(0x20)
            if text.count > textStart { text += [0x20] }
            run(1, [0x7c])
            if text.count > textStart { text += [0x20] }
          }
        }
        source += [0x20, 0x7c]
        while let last = text.last, last == 0x20 || last == 0x7c, text.count > textStart { text.removeLast() }
        trimRuns()
        if first {
          source.append(0x0a)
          source.append(0x7c)
          for _ in cells { source += Array(" --- |".utf8) }
        }
        first = false
        finishBlock(textStart, start, RawBlock(start: 0, end: 0, textStart: 0, blanksBefore: 1))
        if let last = blocks.indices.last { blocks[last].isRow = true }
      }
      pieces = []
      line = .paragraph
      row = rowEnd
    }
  }

  private mutating func trimRuns() {
    while let last = runs.last, Int(last.text + last.count) > text.count {
      if Int(last.text) >= text.count { runs.removeLast() } else { runs[runs.count - 1].count = Int32(text.count) - last.text }
    }
  }

  private mutating func run(_ count: Int, _ bytes: [UInt8]) {
    runs.append(SourceMap.Run(text: Int32(text.count), source: Int32(source.count), count: Int32(count)))
    text += bytes
    source += bytes
  }

  // MARK: - Blocks

  private mutating func beginBlock() {
    if !source.isEmpty { source += [0x0a, 0x0a] }
    if !text.isEmpty { text += [0x0a, 0x0a] }
  }

  private mutating func finishBlock(_ textStart: Int, _ start: Int, _ block: RawBlock) {
    var block = block
    block.start = textStart
    block.textStart = textStart
    block.end = text.count
    guard block.end > block.start else { return }
    blocks.append(block)
    markup.append(TextSpan(start..<source.count))
  }

  /// White space at both ends goes.
  private mutating func trim() {
    while let first = pieces.first, case let lead = first.bytes.prefix(while: { $0 == 0x20 }).count, lead > 0 {
      pieces[0].bytes.removeFirst(lead)
      if pieces[0].bytes.isEmpty { pieces.removeFirst() } else { break }
    }
    while let last = pieces.last, last.bytes.last == 0x20 {
      pieces[pieces.count - 1].bytes.removeLast()
      if pieces[pieces.count - 1].bytes.isEmpty { pieces.removeLast() }
    }
  }

  private mutating func flush() {
    defer {
      pieces.removeAll(keepingCapacity: true)
      line = .paragraph
    }
    trim()
    guard hasInk else { return }
    var block = RawBlock(start: 0, end: 0, textStart: 0, blanksBefore: 1)
    var linked = 0
    var all = 0
    for piece in pieces {
      all += piece.bytes.count
      if piece.style.link >= 0 { linked += piece.bytes.count }
    }
    block.linkShare = Double(linked) / Double(max(1, all))
    let joinsList: Bool
    if case .item = line, let last = blocks.last, last.isListItem { joinsList = true } else { joinsList = false }
    if joinsList {
      source.append(0x0a)
      text += [0x0a, 0x0a]
    } else {
      beginBlock()
    }
    let start = source.count
    let textStart = text.count
    switch line {
    case .paragraph, .row, .code: break
    case .heading(let level):
      source += [UInt8](repeating: 0x23, count: min(level, 6)) + [0x20]
      block.heading = level
    case .item(let ordered, let number, let depth):
      source += [UInt8](repeating: 0x20, count: min(depth - 1, 6) * (ordered ? 3 : 2))
      source += ordered ? Array("\(number). ".utf8) : [0x2d, 0x20]
      block.isListItem = true
    case .continuation(let depth): source += [UInt8](repeating: 0x20, count: min(depth, 6) * 2)
    case .quote:
      source += [0x3e, 0x20]
      block.isQuote = true
    case .caption:
      if let image = pendingImage {
        source += Array("![".utf8)
        let alt = String(decoding: image.alt.utf8.map { $0 <= 0x20 ? 0x20 : $0 }, as: UTF8.self)
        source += Array(Markdown.escape(alt, isLinkText: true).utf8)
        source += Array("](\(image.address))\n\n".utf8)
      }
      pendingImage = nil
      source.append(0x2a)
      block.isCaption = true
      for i in pieces.indices { pieces[i].style = Style() }
    }
    writePieces()
    if line == .caption { source.append(0x2a) }
    finishBlock(textStart, start, block)
  }

  private mutating func writePieces() {
    var i = 0
    var atStart = line != .caption && line != .row
    while i < pieces.count {
      // Pieces under one link, then under one strong, then under one emphasis.
      let link = pieces[i].style.link
      var end = i
      while end < pieces.count, pieces[end].style.link == link { end += 1 }
      let hasText = pieces[i..<end].contains { $0.bytes.contains { $0 > 0x20 } }
      if link >= 0, hasText {
        moveBlanksOut(i, end)
        leadingBlank(i)
        source.append(0x5b)
        atStart = false
      }
      var j = i
      while j < end {
        let strong = pieces[j].style.strong
        var strongEnd = j
        while strongEnd < end, pieces[strongEnd].style.strong == strong { strongEnd += 1 }
        writeStrong(j, strongEnd, strong, &atStart)
        j = strongEnd
      }
      if link >= 0, hasText {
        source += Array("](\(line == .row ? links[Int(link)].replacing("|", with: "%7C") : links[Int(link)]))".utf8)
        trailingBlank()
      }
      i = end
    }
  }

  /// A blank that waits to be written after the closing mark.
  private var owedBlank = false
  private var openingBlank = false

  private mutating func moveBlanksOut(_ i: Int, _ end: Int) {
    if pieces[i].bytes.first == 0x20 {
      pieces[i].bytes.removeFirst()
      openingBlank = true
    }
    if pieces[end - 1].bytes.last == 0x20 {
      pieces[end - 1].bytes.removeLast()
      owedBlank = true
    }
  }

  private mutating func leadingBlank(_ i: Int) {
    if openingBlank { run(1, [0x20]) }
    openingBlank = false
  }

  private mutating func trailingBlank() {
    if owedBlank { run(1, [0x20]) }
    owedBlank = false
  }

  private mutating func writeStrong(_ start: Int, _ end: Int, _ strong: Bool, _ atStart: inout Bool) {
    let hasText = pieces[start..<end].contains { $0.bytes.contains { $0 > 0x20 } }
    let heading = if case .heading = line { true } else { false }
    let marks = strong && hasText && !heading
    var trailing = false
    if marks {
      if pieces[start].bytes.first == 0x20 {
        pieces[start].bytes.removeFirst()
        run(1, [0x20])
      }
      if pieces[end - 1].bytes.last == 0x20 {
        pieces[end - 1].bytes.removeLast()
        trailing = true
      }
      source += [0x2a, 0x2a]
      atStart = false
    }
    for i in start..<end {
      var bytes = pieces[i].bytes
      let style = pieces[i].style
      let inkless = !bytes.contains { $0 > 0x20 }
      if style.code, !inkless {
        let blank = bytes.last == 0x20
        if bytes.first == 0x20 {
          bytes.removeFirst()
          run(1, [0x20])
        }
        if blank { bytes.removeLast() }
        let fence = [UInt8](repeating: 0x60, count: bytes.contains(0x60) ? 3 : 1)
        source += fence
        emit(bytes)
        source += fence
        if blank { run(1, [0x20]) }
      } else if style.emphasis, !inkless, !heading {
        let blank = bytes.last == 0x20
        if bytes.first == 0x20 {
          bytes.removeFirst()
          run(1, [0x20])
        }
        if blank { bytes.removeLast() }
        // Inside a strong text, and beside letters, only asterisks work.
        source.append(marks ? 0x5f : 0x2a)
        emit(bytes, escaping: true)
        source.append(marks ? 0x5f : 0x2a)
        if blank { run(1, [0x20]) }
      } else {
        if atStart { escapeStart(bytes) }
        emit(bytes, escaping: true)
      }
      if !inkless { atStart = false }
    }
    if marks {
      source += [0x2a, 0x2a]
      if trailing { run(1, [0x20]) }
    }
  }

  /// A backslash before what would open a block.
  private mutating func escapeStart(_ bytes: [UInt8]) {
    if case .heading = line { return }
    guard let first = bytes.first else { return }
    switch first {
    case 0x23, 0x3e, 0x2b, 0x2d, 0x3d, 0x7c, 0x7e: source.append(0x5c)
    default: return
    }
  }

  /// Appends to text and Markdown; runs of bytes that are equal in both are mapped.
  private mutating func emit(_ bytes: [UInt8], escaping: Bool = false) {
    guard escaping else {
      if !bytes.isEmpty { run(bytes.count, bytes) }
      return
    }
    var start = 0
    func escape(_ i: Int) -> Bool {
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
      let before = i > 0 ? bytes[i - 1] : 0x20
      return MarkdownEscape.needsBackslash(bytes[i], before: before, next: next)
    }
    // "1." at the start of a line would number it.
    var number = 0
    let atLineStart = source.isEmpty || source.last == 0x0a
    if atLineStart, line == .paragraph {
      while number < bytes.count, number < 9, bytes[number] &- 0x30 < 10 { number += 1 }
      if number == 0 || number >= bytes.count || bytes[number] != 0x2e && bytes[number] != 0x29 { number = -1 }
    } else {
      number = -1
    }
    for i in bytes.indices where escape(i) || i == number {
      if i > start { run(i - start, Array(bytes[start..<i])) }
      source.append(0x5c)
      start = i
    }
    if start < bytes.count { run(bytes.count - start, Array(bytes[start...])) }
  }
}
