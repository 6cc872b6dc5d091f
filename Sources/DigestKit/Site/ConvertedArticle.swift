import Extraction
import TextAnalysis

/// `digest convert --json`: an article and its metadata as one object.
public enum ConvertedArticle {
  /// Keys without a value are null; `line` of furniture is the line of the source file, from 1.
  public static func json(_ article: Article) -> JSON {
    let metadata = article.metadata
    let offsets = OffsetIndex(article.source)
    let furniture = article.blocks.filter { !$0.kind.isStory }.map { block in
      let line = article.map.source(of: block.span).map { JSON.int(offsets.line(at: $0.start)) } ?? .null
      return JSON.object([("line", line), ("kind", .string(block.kind.rawValue)), ("text", .string(article.string(block.span)))])
    }
    return .object([
      ("file", .string(article.file)), ("title", .optional(metadata.title)), ("dek", .optional(metadata.dek)),
      ("authors", .array(metadata.authors.map { .string($0) })), ("published", .optional(metadata.published.map { "\($0)" })),
      ("outlet", .optional(metadata.outlet)), ("agency", .optional(metadata.agency)), ("url", .optional(metadata.url)),
      ("language", .optional(metadata.language)), ("markdown", .string(article.markdownBody)), ("text", .string(article.runningText)),
      ("furniture", .array(furniture)),
      ("basis", .object(metadata.basis.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
    ])
  }
}

extension Article {
  /// The importer's doubts at their places.
  public func locatedDiagnostics(in path: String) -> [Diagnostic] {
    guard !diagnostics.isEmpty else { return [] }
    let offsets = OffsetIndex(source)
    return diagnostics.map { diagnostic in
      let (line, column) = offsets.position(at: diagnostic.offset)
      return Diagnostic(diagnostic.isError ? .error : .warning, path, line: line, column: column, diagnostic.message)
    }
  }
}
