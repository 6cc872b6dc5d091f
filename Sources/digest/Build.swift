import ArgumentParser
import DigestKit

/// Where a site's files are, and where it goes.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The folder that holds content/.", completion: .directory)
  var folder = "."

  @Option(
    name: [.short, .customLong("output")], help: ArgumentHelp("Where the site goes; site/ in the folder if left out.", valueName: "folder"),
    completion: .directory)
  var outputFolder: String?

  func validate() throws {
    if outputFolder?.isEmpty == true { throw ValidationError("--output takes the name of a folder.") }
  }

  var workspace: Workspace { Workspace(at: folder) }
  var output: String { outputFolder ?? FileSystem.join(folder, "site") }
}

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns content/ and templates/ into the site.",
    discussion: """
      The site is written beside the old one and takes its place when it is complete; files in it that no build made are kept. \
      A faulty article is reported and left out.
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = await site.workspace.build(into: site.output, width: common.width)
    Terminal.print(report.diagnostics)
    if let published = report.published, !common.quiet {
      let time = start.duration(to: clock.now)
      let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
      let removed = published.removed == 0 ? "" : ", \(published.removed) removed"
      Terminal.output(
        """
        \(counted(report.stories, "story", "stories")), \(counted(report.articles, "article", "articles")): \
        \(counted(published.written + published.unchanged, "file", "files")) in \(site.output), \
        \(published.written) written\(removed), \(milliseconds) ms\n
        """)
    }
    if report.hasErrors { throw ExitCode.failure }
  }
}

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says all that build would complain about, and writes nothing.",
    discussion: "Reads, analyses and renders everything; checks corrections, templates, links and that every shown string has a source.")

  @Argument(help: "The folder that holds content/.", completion: .directory)
  var folder = "."

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let report = await Workspace(at: folder).build(into: nil, width: common.width)
    Terminal.print(report.diagnostics)
    if report.hasErrors { throw ExitCode.failure }
    guard !common.quiet else { return }
    let warnings = report.diagnostics.isEmpty ? "nothing to complain about" : counted(report.diagnostics.count, "warning", "warnings")
    Terminal.output(
      "\(counted(report.stories, "story", "stories")), \(counted(report.articles, "article", "articles")), \(counted(report.pages, "file", "files")): \(warnings)\n"
    )
  }
}

func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
