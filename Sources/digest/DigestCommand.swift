import ArgumentParser
import DigestKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `digest`: flags and terminal; all else is in DigestKit.
struct DigestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Turns what several outlets published about one event into a website that lays it side by side.",
    discussion: """
      `digest init` makes a folder with a sample, `digest build` turns content/ into site/, `digest serve` shows it while you edit.

      Exit status: 0 fine, 1 something was wrong (and said on standard error), 2 wrong usage.
      """,
    version: version,
    subcommands: [Initialise.self, Import.self, Build.self, Serve.self, Check.self, Convert.self, Annotate.self, Compose.self])

  static let version = "0.1.0"
}

@main
enum Main {
  static func main() async {
    Machine.keepMemory()
    do {
      var command = try DigestCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let status = DigestCommand.exitCode(for: error)
      let message = DigestCommand.fullMessage(for: error)
      if status.isSuccess {
        Terminal.output(message + "\n")
        exit(0)
      }
      if !message.isEmpty { Terminal.error(message) }
      // ArgumentParser's own status for wrong usage is EX_USAGE, 64.
      exit(status == .validationFailure ? 2 : status.rawValue)
    }
  }
}
