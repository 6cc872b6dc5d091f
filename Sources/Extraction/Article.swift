import TextAnalysis

/// What an outlet published, as far as its file shows: the text, what each part of it is, and metadata with their sources.
///
/// `text` is what is analysed and cut from; `map` leads from its offsets back to the source file. For plain text both are the
/// same. Nothing of the source is dropped: a line that is not part of the story is a furniture block.
public struct Article: Sendable {
  public enum Format: String, Sendable {
    case plainText = "text"
    case markdown
    case html
  }

  /// Unique within its story, safe as a path component: letters, digits, `-`, `_`, `.`.
  public var id: String
  /// As named on the command line or in the story's folder.
  public var file: String
  public var format: Format
  /// The file's decoded text, without a byte-order mark.
  public var source: String
  /// The text that is analysed: for plain text the source itself (without Markdown mark-up, where a converter left some).
  public var text: String
  /// From offsets in `text` to offsets in `source`.
  public var map: SourceMap
  /// Spans of `text`, in order, not overlapping; together they hold every non-blank line.
  public var blocks: [Block]
  /// Of each block, where it stands in `source` with its mark-up; empty for plain text, where `map` says it all.
  public var markup: [TextSpan]
  public var metadata: Metadata
  /// What the importer doubted or repaired.
  public var diagnostics: [ImportDiagnostic]

  public init(
    id: String, file: String, format: Format, source: String, text: String, map: SourceMap, blocks: [Block],
    markup: [TextSpan] = [], metadata: Metadata = Metadata(), diagnostics: [ImportDiagnostic] = []
  ) {
    self.id = id
    self.file = file
    self.format = format
    self.source = source
    self.text = text
    self.map = map
    self.blocks = blocks
    self.markup = markup
    self.metadata = metadata
    self.diagnostics = diagnostics
  }

  /// The first block of a kind.
  public func block(_ kind: Block.Kind) -> Block? { blocks.first { $0.kind == kind } }

  /// The words of a span of `text`.
  public func string(_ span: TextSpan) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(span.start))
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: span.count)], as: UTF8.self)
  }
}

/// What is known about an article besides its text. A field the source lacks is nil or empty.
public struct Metadata: Sendable, Equatable {
  public var title: String?
  public var dek: String?
  public var authors: [String] = []
  /// The outlet's local day.
  public var published: CalendarDate?
  public var outlet: String?
  /// News agency whose copy this is or uses: "AFP", "Reuters".
  public var agency: String?
  public var url: String?
  /// ISO 639-1.
  public var language: String?
  /// When the page was fetched: `2026-11-21`, or in UTC `2026-11-21T07:42:10Z`.
  public var retrieved: String?
  /// Whether the text is a feed's summary of the article, not the article.
  public var isSummary = false
  /// Field → where its value came from: `story.yml`, `front matter`, `og:title`, `headline line`, `credit line`, …
  public var basis: [String: String] = [:]

  public init() {}
}

/// A doubt or repair of the importer, at a place in the source.
public struct ImportDiagnostic: Sendable, Equatable {
  /// UTF-8 offset into ``Article/source``.
  public var offset: Int32
  public var isError: Bool
  /// What was seen; what was done about it.
  public var message: String

  public init(offset: Int32, isError: Bool = false, message: String) {
    self.offset = offset
    self.isError = isError
    self.message = message
  }
}

/// A monotone map from UTF-8 offsets of an article's text to UTF-8 offsets of its source, made of runs that are equal byte by byte.
public struct SourceMap: Sendable, Equatable {
  public struct Run: Sendable, Equatable {
    public var text: Int32
    public var source: Int32
    public var count: Int32

    public init(text: Int32, source: Int32, count: Int32) {
      self.text = text
      self.source = source
      self.count = count
    }
  }

  /// Sorted by `text`; text between two runs (blank lines that the importer put in) has no source.
  public var runs: [Run]

  public init(runs: [Run]) { self.runs = runs }

  /// The map of a text that is its own source.
  public static func identity(count: Int) -> SourceMap { SourceMap(runs: [Run(text: 0, source: 0, count: Int32(count))]) }

  /// The source stretch from the source of a span's first byte to that of its last; nil if the span is empty or has no source.
  public func source(of span: TextSpan) -> TextSpan? {
    guard !span.isEmpty, let start = source(at: span.start), let last = source(at: span.end - 1), start <= last else { return nil }
    return TextSpan(start: start, end: last + 1)
  }

  private func source(at offset: Int32) -> Int32? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, case let run = runs[low - 1], offset < run.text + run.count else { return nil }
    return run.source + (offset - run.text)
  }
}
