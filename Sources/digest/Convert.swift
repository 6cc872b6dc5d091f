import ArgumentParser
import DigestKit
import Extraction
import TextAnalysis

struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One source to clean Markdown with front matter, or to JSON with all metadata.",
    discussion: """
      Reads plain text, Markdown, HTML and MHTML; the file's ending and its contents tell which. With --json each source becomes one \
      line: "file", "title", "dek", "authors", "published", "outlet", "agency", "url", "language", "markdown", "text" (without \
      furniture), "furniture" and "basis" (where each value came from). Several sources without --json follow one another.
      """)

  @Flag(help: "One JSON object a source, one a line.")
  var json = false

  @Option(
    help: ArgumentHelp("Take standard input, and files without a known ending, for text, markdown or html.", valueName: "format"))
  var format: InputFormat?

  @OptionGroup var common: CommonOptions

  @Argument(help: "Files; - or none is standard input.", completion: .file())
  var files: [String] = []

  enum InputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html
  }

  func run() async throws {
    let json = json
    let format = format.flatMap { Article.Format(rawValue: $0.rawValue) }
    var faulty = false
    // Batches, so that a thousand files need the memory of a few.
    let files = files.isEmpty ? ["-"] : files
    for start in stride(from: 0, to: files.count, by: 64) {
      let batch = Array(files[start..<min(start + 64, files.count)])
      let outcomes = await batch.concurrentMap(width: common.width) { file in
        Self.convert(file, format: format, json: json)
      }
      for (output, diagnostics) in outcomes {
        Terminal.print(diagnostics)
        faulty = faulty || diagnostics.hasErrors
        if !output.isEmpty { Terminal.output(output) }
      }
    }
    if faulty { throw ExitCode.failure }
  }

  @Sendable
  private static func convert(_ file: String, format: Article.Format?, json: Bool) -> ([UInt8], [Diagnostic]) {
    let name = file == "-" ? "<stdin>" : file
    do throws(FileError) {
      let bytes = try file == "-" ? FileSystem.readStandardInput() : FileSystem.read(file)
      do throws(ImportError) {
        let article = try Importer.article(from: bytes, file: name, format: format)
        let diagnostics = article.locatedDiagnostics(in: name)
        return (json ? ConvertedArticle.json(article).line + [UInt8(ascii: "\n")] : Array(article.markdown.utf8), diagnostics)
      } catch {
        return ([], [Diagnostic(.error, name, "\(error.reason); left out")])
      }
    } catch {
      return ([], [Diagnostic(.error, name, "cannot be read: \(error.reason); left out")])
    }
  }
}
