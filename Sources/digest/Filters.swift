import ArgumentParser
import DigestKit

/// Options that all commands share.
struct CommonOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print errors and warnings only.")
  var quiet = false

  @Option(help: ArgumentHelp("Use at most this many cores; the result is the same for any number.", valueName: "number"))
  var jobs: Int?

  var width: Int { jobs ?? Machine.cores }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
  }
}

struct Annotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "JSON Lines of articles in; dates, quotations, names and figures out.",
    discussion: """
      Each line of the input is an object with the key "text" and, if known, "date" (of publication, YYYY-MM-DD), "title" and others. \
      Each line of the output has the input's keys but "text", in input order, and "timexes", "quotes", "entities", "figures", \
      "sentences" and "furniture". Offsets count code points of "text".
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "JSON Lines files; standard input if there is none.", completion: .file(extensions: ["jsonl", "ndjson", "json"]))
  var files: [String] = []

  func run() async throws {
    let faults = try await forEachArticle(of: files, width: common.width) { line in
      AnnotateFilter.annotations(of: line).line + [UInt8(ascii: "\n")]
    } consume: {
      Terminal.output($0.flatMap(\.self))
    }
    if faults { throw ExitCode.failure }
  }
}

struct Compose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "JSON Lines of articles in; one digest a story out, as in the site's digest.json.",
    discussion: """
      Lines as for annotate; "story" groups them. Each line of the output is one story, in the order of their first lines. Mentions \
      name the line's "id" as "article"; lines and offsets count in "text".
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "JSON Lines files; standard input if there is none.", completion: .file(extensions: ["jsonl", "ndjson", "json"]))
  var files: [String] = []

  func run() async throws {
    var articles: [(story: String?, article: StoryArticle)] = []
    var faulty = try await forEachArticle(of: files, width: common.width) { line in
      (story: line.story, article: StoryArticle(line.article))
    } consume: {
      articles += $0
    }
    let stories = ComposeFilter.stories(of: articles)
    articles = []
    // Batches, so that finished digests do not wait in memory for the last one.
    let size = common.width * 8
    for start in stride(from: 0, to: stories.count, by: size) {
      let outcomes =
        await Array(stories[start..<min(start + size, stories.count)]).concurrentMap(width: common.width) { story in
          do throws(RenderError) {
            return (try Digest(composing: story).json() + [UInt8(ascii: "\n")], nil)
          } catch {
            return ([], Diagnostic(.error, "story \(story.id)", "\(error); left out"))
          }
        } as [([UInt8], Diagnostic?)]
      for (bytes, diagnostic) in outcomes {
        if let diagnostic {
          faulty = true
          Terminal.print(diagnostic)
        }
        if !bytes.isEmpty { Terminal.output(bytes) }
      }
    }
    if faulty { throw ExitCode.failure }
  }
}

/// Reads articles from files or standard input, maps them concurrently and hands the results on in order, batch by batch.
///
/// - Returns: whether a line or a file was faulty; each has been reported and left out.
func forEachArticle<Result: Sendable>(
  of files: [String], width: Int, map: @escaping @Sendable (ArticleLine) -> Result, consume: ([Result]) -> Void
) async throws -> Bool {
  var faulty = false
  for file in files.isEmpty ? ["-"] : files {
    let name = file == "-" ? "<stdin>" : file
    do throws(FileError) {
      var reader = try file == "-" ? LineReader(descriptor: 0) : LineReader(path: file)
      while let lines = try reader.next() {
        let outcomes =
          await lines.concurrentMap(width: width) { line in
            do throws(ArticleLine.Failure) {
              return (try map(ArticleLine(parsing: line.bytes, number: line.number)), nil)
            } catch {
              return (nil, error.diagnostic(of: line.bytes, file: name, line: line.number))
            }
          } as [(Result?, Diagnostic?)]
        for case let diagnostic? in outcomes.map(\.1) {
          faulty = true
          Terminal.print(diagnostic)
        }
        consume(outcomes.compactMap(\.0))
      }
    } catch {
      faulty = true
      Terminal.print(Diagnostic(.error, name, "cannot be read: \(error.reason); left out"))
    }
  }
  return faulty
}
