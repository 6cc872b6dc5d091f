import Extraction
import Mustache
import Yams

/// A YAML file read strictly: every key that nobody knows and every value of the wrong type is a diagnostic with its place.
struct YAMLFile {
  let file: String
  private var found: [Diagnostic] = []
  private(set) var root: Node?
  /// Nothing of the file could be read. What it says is then not known, which is no reason to publish a site without it: titles, and
  /// what an editor hid, would be gone.
  private(set) var isUnreadable = false

  /// Larger files, and ones nested deeper, are not configuration: they are refused before the parser, which recurses, sees them.
  private static let limit = 4 << 20
  private static let depthLimit = 100

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    guard bytes.count <= Self.limit else {
      found.append(Diagnostic(.error, file, "larger than 4 MB\(Self.consequence)"))
      isUnreadable = true
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      found.append(Diagnostic(.error, file, "not UTF-8\(Self.consequence)"))
      isUnreadable = true
      return
    }
    if let line = Self.tooDeep(bytes) {
      found.append(Diagnostic(.error, file, line: line, column: 1, "nested too deeply\(Self.consequence)"))
      isUnreadable = true
      return
    }
    do {
      // Without the resolver's rules every plain scalar stays the text that was written: `2017-05-10`, `no`, `004`.
      root = try Parser(yaml: text, resolver: .basic).singleRoot()
    } catch let error as YamlError {
      found.append(Self.diagnostic(of: error, file: file, bytes))
      isUnreadable = true
    } catch {
      found.append(Diagnostic(.error, file, "not YAML\(Self.consequence)"))
      isUnreadable = true
    }
  }

  static let consequence = "; nothing was published"

  /// The first line on which more than `depthLimit` collections can be open: brackets, or `- - -` and `? ?` chains, or indentation.
  private static func tooDeep(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var brackets = 0
    var indicators = 0
    var isStart = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        indicators = 0
        isStart = true
      case UInt8(ascii: " "):
        if isStart { indicators += 1 }
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if isStart { indicators += 1 }
      default:
        isStart = false
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { brackets = max(0, brackets - 1) }
      }
      if indicators > 4 * depthLimit || brackets > depthLimit { return line }
    }
    return nil
  }

  private static func diagnostic(of error: YamlError, file: String, _ bytes: [UInt8]) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      let hint = YAMLFault.hint(problem, line: mark.line, column: mark.column, in: bytes)
      return Diagnostic(.error, file, line: mark.line, column: mark.column, "not YAML: \(problem)\(hint)\(consequence)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "\"\($0)\"" }.joined(separator: ", ")
      return Diagnostic(
        .error, file, line: context.mark.line, column: context.mark.column, "\(names) is given more than once\(consequence)")
    case .reader(let problem, _, _, _): return Diagnostic(.error, file, "not YAML: \(problem)\(consequence)")
    default: return Diagnostic(.error, file, "not YAML\(consequence)")
    }
  }

  /// In the order of the file.
  var diagnostics: [Diagnostic] {
    found.sorted { (($0.line ?? 0), ($0.column ?? 0)) < (($1.line ?? 0), ($1.column ?? 0)) }
  }

  // MARK: - Values

  mutating func report(_ severity: Diagnostic.Severity, at node: Node, _ message: String) {
    found.append(Diagnostic(severity, file, line: node.mark?.line, column: node.mark?.column, message))
  }

  /// The pairs of a mapping whose keys are among `keys`; each unknown key is an error that names the nearest known one.
  mutating func members(_ node: Node, of what: String, keys: [String]) -> [(key: String, keyNode: Node, value: Node)] {
    guard let pairs = pairs(node, of: what) else { return [] }
    return pairs.filter { pair in
      if keys.contains(pair.key) { return true }
      let hint = Suggestion.phrase(for: pair.key, among: keys)
      report(
        .error, at: pair.keyNode,
        "unknown key \"\(pair.key)\" in \(what); ignored\(hint.isEmpty ? "; known: " + keys.joined(separator: ", ") : hint)")
      return false
    }
  }

  /// All pairs of a mapping; nil, with a diagnostic, if it is none. No value at all is an empty mapping.
  mutating func pairs(_ node: Node, of what: String) -> [(key: String, keyNode: Node, value: Node)]? {
    if Self.isNull(node) { return [] }
    guard case .mapping(let mapping) = node else {
      report(.error, at: node, "\(what) should be keys with values, but is \(Self.name(of: node)); ignored")
      return nil
    }
    var pairs: [(key: String, keyNode: Node, value: Node)] = []
    for (key, value) in mapping {
      if case .scalar(let scalar) = key {
        pairs.append((scalar.string, key, value))
      } else {
        report(.error, at: key, "a key of \(what) should be text, but is \(Self.name(of: key)); ignored")
      }
    }
    return pairs
  }

  mutating func list(_ node: Node, of what: String) -> [Node] {
    if Self.isNull(node) { return [] }
    guard case .sequence(let sequence) = node else {
      report(.error, at: node, "\(what) should be a list, but is \(Self.name(of: node)); ignored")
      return []
    }
    return Array(sequence)
  }

  /// The text of a scalar, blanks at its ends cut off; nil if it is empty or `~`, and, with a diagnostic, if it is no scalar.
  mutating func text(_ node: Node, of what: String) -> String? {
    guard case .scalar(let scalar) = node else {
      report(.error, at: node, "\(what) should be text, but is \(Self.name(of: node)); ignored")
      return nil
    }
    if Self.isNull(node) { return nil }
    let trimmed = scalar.string.drop { $0.isWhitespace }
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(trimmed[...last])
  }

  /// One text, or several in a list.
  mutating func texts(_ node: Node, of what: String) -> [String] {
    if case .sequence(let sequence) = node { return sequence.compactMap { text($0, of: "each of \(what)") } }
    return text(node, of: what).map { [$0] } ?? []
  }

  static func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private static func name(of node: Node) -> String {
    switch node {
    case .scalar(let scalar): isNull(node) ? "empty" : "\"\(scalar.string.prefix(40))\""
    case .mapping: "keys with values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
