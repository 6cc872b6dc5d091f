/// Something that was wrong with a file the user owns: place, severity, what was seen, what was done about it.
///
/// Printed as `file:line:column: error: message`, the form that editors and compilers share; line and column count from 1, the
/// column in code points. One cause has one diagnostic.
public struct Diagnostic: Error, Hashable, CustomStringConvertible {
  public enum Severity: String, Sendable {
    /// The result lacks something because of it; the exit status says so.
    case error
    case warning
  }

  public var file: String
  public var line: Int?
  public var column: Int?
  public var severity: Severity
  public var message: String

  public init(_ severity: Severity, _ file: String, line: Int? = nil, column: Int? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// `content/site.yml:3:1`
  public var place: String {
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return place
  }

  /// On one line: control characters that a file name or a quoted value brings along are shown as escapes.
  public var description: String { Self.printable("\(place): \(severity.rawValue): \(message)") }

  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .control {
        out.append(contentsOf: scalar.escaped(asASCII: true).unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}

extension Sequence<Diagnostic> {
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
