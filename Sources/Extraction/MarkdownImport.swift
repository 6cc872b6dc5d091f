import TextAnalysis

extension Importer {
  /// Markdown as an editor wrote it: headings are crossheads, lists and block quotes are story, nothing is guessed to be furniture
  /// but a first heading that is the title and a line all in emphasis, which is a caption.
  static func markdown(_ source: String, file: String) -> Article {
    var front = FrontMatter(source)
    let reader = MarkdownReader(Array(source.utf8), from: front.bodyStart)
    var blocks: [Block] = []
    for (i, part) in reader.parts.enumerated() {
      let kind: Block.Kind
      switch part.kind {
      case .paragraph, .code, .row: kind = .paragraph
      case .listItem: kind = .listItem
      case .blockquote: kind = .blockquote
      case .emphasized: kind = .caption
      case .heading(let level):
        let text = String(decoding: reader.text[part.span.range], as: UTF8.self)
        if level == 1, i == 0, front.metadata.title == nil {
          front.metadata.title = text
          front.metadata.basis["title"] = "first heading"
          kind = .headline
        } else {
          kind = level == 1 && sameWords(text, front.metadata.title ?? "") ? .headline : .crosshead
        }
      }
      blocks.append(Block(span: part.span, kind: kind))
    }
    let text = String(decoding: reader.text, as: UTF8.self)
    if front.metadata.language == nil, let language = Language.detect(in: Document(bytes: reader.text, blocks: blocks)) {
      front.metadata.language = language
      front.metadata.basis["language"] = "text"
    }
    return Article(
      id: identifier(of: file), file: file, format: .markdown, source: source, text: text, map: SourceMap(runs: reader.runs),
      blocks: blocks,
      markup: reader.parts.map(\.markup), metadata: front.metadata, diagnostics: front.diagnostics)
  }

  /// A plain-text scrape that a converter peppered with Markdown (`## Heading`, `[text][1]`): the mark-up is taken off, then the
  /// scrape is read as any other.
  static func markedUpScrape(_ source: String, file: String) -> Article {
    let reader = MarkdownReader(Array(source.utf8))
    let raw = reader.parts.map { part in
      var block = RawBlock(start: Int(part.span.start), end: Int(part.span.end), textStart: Int(part.span.start), blanksBefore: 1)
      switch part.kind {
      case .heading(let level): block.heading = level
      case .listItem: block.isListItem = true
      default: break
      }
      return block
    }
    let scrape = Scrape(reader.text, blocks: raw)
    return Article(
      id: identifier(of: file), file: file, format: .plainText, source: source, text: String(decoding: reader.text, as: UTF8.self),
      map: SourceMap(runs: reader.runs), blocks: scrape.blocks, markup: reader.parts.map(\.markup), metadata: scrape.metadata)
  }

  /// Whether plain text carries Markdown: two kinds of mark-up, or one of them three times.
  static func looksMarkedUp(_ text: String) -> Bool {
    var headings = 0
    var links = 0
    var definitions = 0
    var strong = 0
    let bytes = Array(text.utf8)
    var atLineStart = true
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0
      switch byte {
      case 0x23 where atLineStart:
        var j = i
        while j < bytes.count, bytes[j] == 0x23 { j += 1 }
        if j - i <= 6, j < bytes.count, bytes[j] == 0x20 { headings += 1 }
        i = j - 1
      case 0x5d where next == 0x28 && i + 6 < bytes.count && bytes[i + 2..<i + 6].elementsEqual("http".utf8): links += 1
      case 0x5d where next == 0x5b: links += 1
      case 0x5d where next == 0x3a && i > 1: definitions += 1
      case 0x2a where next == 0x2a:
        strong += 1
        while i + 1 < bytes.count, bytes[i + 1] == 0x2a { i += 1 }
      default: break
      }
      if byte == 0x0a { atLineStart = true } else if byte != 0x20 { atLineStart = false }
      i += 1
    }
    let kinds = (headings > 0 ? 1 : 0) + (links > 0 ? 1 : 0) + (definitions > 0 ? 1 : 0) + (strong > 1 ? 1 : 0)
    return kinds >= 2 || headings >= 3 || links >= 3 || strong >= 6
  }

  private static func sameWords(_ a: String, _ b: String) -> Bool {
    let first = Document(a).tokens.filter { $0.isWord || $0.isNumber }.map(\.key)
    return first == Document(b).tokens.filter { $0.isWord || $0.isNumber }.map(\.key)
  }
}
