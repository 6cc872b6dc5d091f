import ArgumentParser
import DigestKit
import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Files, feeds, web archives and addresses become articles of a story.",
    discussion: """
      Takes saved pages (HTML, MHTML), plain text, Markdown, JSON Lines, feeds (RSS, Atom, JSON Feed), web archives (WARC), folders of \
      those, and http:// and https:// addresses of pages and feeds. The bytes are kept as they are, in files named \
      outlet-title-date; addresses and the time of retrieval go into story.yml, below what is there. What the story has already is \
      skipped. Ctrl-C leaves the story as it was.
      """)

  @Option(help: ArgumentHelp("The story: a folder of content/, made if it is not there.", valueName: "slug"))
  var story: String

  @Option(help: ArgumentHelp("The folder that holds content/.", valueName: "folder"), completion: .directory)
  var site = "."

  @Flag(help: "Fetch from private addresses too: this machine, the local network.")
  var allowLocal = false

  @OptionGroup var common: CommonOptions

  @Argument(help: "Files, folders and addresses; - is standard input.", completion: .file())
  var sources: [String]

  func validate() throws {
    if let fault = ImportWriter.fault(inStoryName: story) { throw ValidationError("--story \(story): \(fault).") }
  }

  func run() async throws {
    let workspace = Workspace(at: site)
    let writer: ImportWriter
    do throws(Diagnostic) {
      writer = try ImportWriter(into: workspace, story: story)
    } catch {
      Terminal.print(error)
      throw ExitCode.failure
    }
    let signals = Self.discarding(writer, on: [SIGINT, SIGTERM, SIGHUP])
    defer { for source in signals { source.cancel() } }
    let fetcher = Fetcher(version: DigestCommand.version, allowsLocal: allowLocal)
    let showsProgress = !common.quiet && isatty(2) == 1
    let report = await StoryImport(into: workspace, writer: writer, fetcher: fetcher, width: common.width).run(sources) { progress in
      guard showsProgress, progress.total > 1 else { return }
      let name = String(
        String.UnicodeScalarView(progress.current.unicodeScalars.suffix(60).filter { $0.value >= 0x20 && $0.value != 0x7f }))
      Self.show("\r\u{1b}[K\(progress.done)/\(progress.total), \(progress.imported) imported: \(name)")
    }
    if showsProgress { Self.show("\r\u{1b}[K") }
    Terminal.print(report.diagnostics)
    if !common.quiet { Terminal.output(Self.summary(of: report, folder: writer.folder)) }
    if report.diagnostics.hasErrors { throw ExitCode.failure }
  }

  /// What was done, one line each, and the counts at the end.
  private static func summary(of report: ImportReport, folder: String) -> String {
    var text = ""
    for article in report.imported {
      text += "\(article.name)\(article.isSummary ? " (a summary only)" : "") from \(article.origin)\n"
    }
    for article in report.skipped { text += "skipped \(article.origin): \(article.reason)\n" }
    let summaries = report.imported.count(where: \.isSummary)
    var counts = ["\(report.imported.count) imported into \(folder)" + (summaries > 0 ? " (\(summaries) of them summaries)" : "")]
    counts.append("\(report.skipped.count) skipped")
    counts.append("\(report.diagnostics.count { $0.severity == .error }) failed")
    if report.otherRecords > 0 { counts.append(counted(report.otherRecords, "record that is no page", "records that are no pages")) }
    if report.otherFiles > 0 { counts.append(counted(report.otherFiles, "file of another kind", "files of other kinds")) }
    return text + counts.joined(separator: ", ") + "\n"
  }

  private static func show(_ text: String) { _ = FileSystem.write(Array(text.utf8), to: 2) }

  /// On a signal the import is taken back, and the process ends as the signal would have ended it.
  private static func discarding(_ writer: ImportWriter, on signals: [Int32]) -> [any DispatchSourceSignal] {
    signals.map { number in
      // Dispatch only hears signals that do not end the process.
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        writer.discard()
        _ = signal(number, SIG_DFL)
        // Dispatch's threads block all signals.
        var mask = sigset_t()
        sigemptyset(&mask)
        sigaddset(&mask, number)
        pthread_sigmask(SIG_UNBLOCK, &mask, nil)
        raise(number)
      }
      source.resume()
      return source
    }
  }
}
