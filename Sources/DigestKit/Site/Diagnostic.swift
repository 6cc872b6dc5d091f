/// Something that was wrong with a file the user owns: place, severity, what was seen, what was done about it.
///
/// Printed as `file:line:column: error: message`, the form that editors and compilers share; line and column count from 1, the
/// column in code points. One cause has one diagnostic.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
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

/// The candidate that a misspelt name was most likely meant to be; nil if none is near.
///
/// Optimal string alignment distance (Levenshtein with transpositions), at most a third of the longer word. Meant for keys and file
/// names: cost is the product of the lengths, so words longer than 80 bytes have no suggestion.
func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().utf8)
  guard wanted.count <= 80 else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().utf8)
    let limit = max(1, max(wanted.count, other.count) / 3)
    guard other.count <= 80, abs(other.count - wanted.count) <= limit else { continue }
    let distance = alignmentDistance(wanted, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

private func alignmentDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  var row = previous
  for i in a.indices {
    row[0] = i + 1
    for j in b.indices {
      row[j + 1] = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforePrevious[j - 1] + 1) }
    }
    (beforePrevious, previous, row) = (previous, row, beforePrevious)
  }
  return previous[b.count]
}
