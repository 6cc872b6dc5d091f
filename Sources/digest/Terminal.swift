import DigestKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is printed, and where: results on standard output, everything else on standard error.
enum Terminal {
  /// Colours only where someone looks: a terminal, unless `NO_COLOR` (no-color.org) or `TERM=dumb` says no.
  static let hasColours: Bool = isatty(2) == 1 && !isSet("NO_COLOR") && value("TERM") != "dumb"

  /// A result. If the reader of a pipe is gone (`| head`) there is no one left to tell: the process ends quietly.
  static func output(_ bytes: [UInt8]) {
    guard let failure = FileSystem.write(bytes, to: 1) else { return }
    if failure != EPIPE { error("digest: cannot write to standard output: \(String(cString: strerror(failure)))") }
    exit(1)
  }

  static func output(_ text: String) { output(Array(text.utf8)) }

  /// A line on standard error.
  static func error(_ line: String) { _ = FileSystem.write(Array((line + "\n").utf8), to: 2) }

  static func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { print(diagnostic) }
  }

  static func print(_ diagnostic: Diagnostic) {
    guard hasColours else { return error(diagnostic.description) }
    let colour = diagnostic.severity == .error ? "31" : "33"
    // The description is free of control characters, so only these escapes reach the terminal.
    let marker = ": \(diagnostic.severity.rawValue): "
    let parts = diagnostic.description.split(separator: marker, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return error(diagnostic.description) }
    error("\u{1b}[1m\(parts[0]):\u{1b}[0m \u{1b}[1;\(colour)m\(diagnostic.severity.rawValue):\u{1b}[0m \(parts[1])")
  }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
  private static func isSet(_ name: String) -> Bool { value(name).map { !$0.isEmpty } ?? false }
}
