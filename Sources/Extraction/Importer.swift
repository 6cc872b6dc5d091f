import TextAnalysis

/// Why a source could not become an article.
public enum ImportError: Error, Equatable {
  case empty
  /// Not text in any known encoding.
  case binary
  case tooLarge(bytes: Int, limit: Int)
  /// A format that this build does not read.
  case unsupported(String)
}

/// Sources to articles. Pure: bytes in, value out.
public enum Importer {
  /// Larger sources are refused.
  public static let byteLimit = 20_000_000
  /// Texts of more lines, and pages of more elements and stretches of text, are refused: each takes a hundred bytes of memory or two.
  static let partLimit = 2_000_000

  /// Makes an article of one source file.
  ///
  /// - Parameters:
  ///   - bytes: the file as saved, in any encoding.
  ///   - file: its name; the ending tells the format when `format` is nil, the stem is the article's id.
  ///   - encoding: a label of the Encoding Standard that the server or an editor gave; what the bytes are is found out without.
  public static func article(
    from bytes: [UInt8], file: String, format: Article.Format? = nil, encoding: String? = nil
  ) throws(ImportError) -> Article {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= byteLimit else { throw .tooLarge(bytes: bytes.count, limit: byteLimit) }
    let format = format ?? self.format(of: file)
    if format == .html || looksLikePage(bytes) { return try html(bytes, file: file, encoding: encoding) }
    let (text, _) = try TextDecoding.decode(bytes, transport: encoding)
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .empty }
    guard text.utf8.reduce(0, { $0 + ($1 == 0x0a || $1 == 0x0d ? 1 : 0) }) <= partLimit else {
      throw .unsupported("a text of more than two million lines")
    }
    switch format {
    case .markdown: return markdown(text, file: file)
    case .html, .plainText:
      if text.hasPrefix("---\n"), FrontMatter(text).bodyStart > 0 { return markdown(text, file: file) }
      return looksMarkedUp(text) ? markedUpScrape(text, file: file) : plainText(text, file: file)
    }
  }

  /// The format that a file's ending names; plain text without one.
  static func format(of file: String) -> Article.Format {
    var name = file[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    guard let dot = name.lastIndex(of: ".") else { return .plainText }
    switch name[name.index(after: dot)...].lowercased() {
    case "md", "markdown", "mdown", "mkd": return .markdown
    case "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht": return .html
    default: return .plainText
    }
  }

  /// Makes an article of text that is already decoded; offsets of the result are offsets of `text`. Never fails.
  ///
  /// Blocks lie over the text itself, furniture included. A text of one paragraph, or without any sentence, is all paragraphs.
  /// Cost: linear.
  public static func plainText(_ text: String, file: String) -> Article {
    let bytes = Array(text.utf8)
    let scrape = Scrape(bytes)
    return Article(
      id: identifier(of: file), file: file, format: .plainText, source: text, text: text, map: .identity(count: bytes.count),
      blocks: scrape.blocks, metadata: scrape.metadata)
  }

  /// A file's name without folders and ending, letters, digits, `-`, `_` and `.` only; other characters become `-`.
  static func identifier(of file: String) -> String {
    var name = file[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    var id = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": id.unicodeScalars.append(scalar)
      default: if !id.hasSuffix("-") { id += "-" }
      }
    }
    while id.hasPrefix(".") { id.removeFirst() }
    return id.isEmpty ? "article" : id
  }
}
