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
  /// Makes an article of one source file.
  ///
  /// - Parameters:
  ///   - bytes: the file as saved, in any encoding.
  ///   - file: its name; the ending tells the format when `format` is nil, the stem is the article's id.
  public static func article(from bytes: [UInt8], file: String, format: Article.Format? = nil) throws(ImportError) -> Article {
    guard !bytes.isEmpty else { throw .empty }
    return plainText(String(decoding: bytes, as: UTF8.self), file: file)
  }

  /// Makes an article of text that is already decoded; offsets of the result are offsets of `text`. Never fails.
  public static func plainText(_ text: String, file: String) -> Article {
    let bytes = Array(text.utf8)
    return Article(
      id: file, file: file, format: .plainText, source: text, text: text, map: .identity(count: bytes.count),
      blocks: Document.paragraphs(in: bytes))
  }
}
