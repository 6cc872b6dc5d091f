import ArgumentParser
import DigestKit

struct Initialise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a site folder with a sample story.",
    discussion: "The folder may exist, but must not hold a content/ yet: nothing is ever overwritten.")

  @Argument(help: "The folder; the current one if left out.", completion: .directory)
  var folder = "."

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  func run() throws {
    do throws(Diagnostic) {
      let paths = try Sample.write(into: folder)
      guard !quiet else { return }
      for path in paths { Terminal.output(path + "\n") }
      let here = folder == "." || folder.isEmpty ? "" : " \(folder)"
      Terminal.output("\nNow `digest serve\(here)` shows the site; articles of your own go into a folder of content/.\n")
    } catch {
      Terminal.print(error)
      throw ExitCode.failure
    }
  }
}
