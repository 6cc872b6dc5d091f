/// A parsed Mustache template.
///
/// Follows the [Mustache specification](https://github.com/mustache/spec): variables, sections, inverted sections, comments,
/// partials, delimiters, and the optional inheritance (`{{<parent}}{{$block}}…{{/block}}{{/parent}}`) and dynamic names
/// (`{{>*name}}`). There are no lambdas.
///
/// Parsing is linear in the source. A template is rendered by the ``TemplateSet`` that holds it and its partials.
public struct Template: Sendable {
  let program: Program

  /// Parses a template.
  ///
  /// - Parameters:
  ///   - source: the template's text.
  ///   - name: the file, as error messages should call it.
  /// - Throws: a tag or section that is not closed, closed twice, nested wrongly or without a name.
  public init(_ source: String, name: String) throws(TemplateError) {
    program = try Parser.parse(source, file: name)
  }

  /// The names of values that the template's tags use, dotted names as written; without `.`, partials and blocks.
  public var names: Set<String> { Set(program.paths.map(\.text)).subtracting(["."]) }

  /// The names of the partials and parents that the template's tags include, dynamic ones left out.
  public var partials: Set<String> {
    var names: Set<String> = []
    for step in program.steps where step.operation == .partial || step.operation == .parent {
      if !step.isDynamic { names.insert(program.partialNames[Int(step.a)]) }
    }
    return names
  }
}

/// A template as a flat list of steps, which the renderer walks from left to right.
final class Program: Sendable {
  /// The file, for messages.
  let file: String
  let source: [UInt8]
  /// The literal text of all steps.
  let text: [UInt8]
  let steps: [Step]
  /// Dotted names of values.
  let paths: [Path]
  let partialNames: [String]
  let blockNames: [String]
  let indentations: [[UInt8]]

  init(
    file: String, source: [UInt8], text: [UInt8], steps: [Step], paths: [Path], partialNames: [String], blockNames: [String],
    indentations: [[UInt8]]
  ) {
    self.file = file
    self.source = source
    self.text = text
    self.steps = steps
    self.paths = paths
    self.partialNames = partialNames
    self.blockNames = blockNames
    self.indentations = indentations
  }

  /// Whether a key, whose hash is the step's, is the first name of the step's path.
  @inline(__always)
  func isName(_ step: Step, _ key: Record.Key) -> Bool {
    let count = key.name.utf8CodeUnitCount
    guard count == Int(step.nameCount) else { return false }
    let text = key.name.utf8Start
    let start = Int(step.nameStart)
    var i = 0
    while i < count {
      if text[i] != source[start + i] { return false }
      i += 1
    }
    return true
  }

  /// An error at a byte of the source.
  func error(at offset: Int32, _ message: String) -> TemplateError {
    TemplateError(in: source, file: file, at: Int(offset), message)
  }
}

/// A dotted name.
struct Path: Sendable {
  /// As written in the template, without blanks around it.
  let text: String
  /// The name that is looked up from the inside out; `nil` for `.`, the innermost value itself.
  let first: Name?
  /// The names that are looked up in what was found, and only there.
  let rest: [Name]

  init(_ text: String) {
    self.text = text
    if text == "." {
      first = nil
      rest = []
    } else {
      let keys = text.split(separator: ".", omittingEmptySubsequences: false).map { Name(String($0)) }
      first = keys[0]
      rest = Array(keys.dropFirst())
    }
  }
}

/// One step of a ``Program``.
struct Step: Sendable {
  enum Operation: UInt8 {
    /// Copies `text[a..<b]`.
    case text
    /// Writes the value of `paths[a]`, escaped for HTML.
    case escaped
    /// Writes the value of `paths[a]` as it is.
    case raw
    /// Renders the steps up to `b` for each value of `paths[a]`.
    case section
    /// Renders the steps up to `b` when the value of `paths[a]` is false.
    case inverted
    /// Renders the partial `partialNames[a]`, or the one that the value of `paths[a]` names.
    case partial
    /// Renders a partial, with the blocks among the steps up to `b` in place of its own.
    case parent
    /// Renders the steps up to `b`, unless the block `blockNames[a]` was replaced.
    case block
  }

  var operation: Operation
  /// The partial's name is the value of a path.
  var isDynamic = false
  /// The tag stands on lines of its own, so that the lines it produces are indented like it.
  var isStandalone = false
  /// The tag's place in the source.
  var offset: Int32
  var a: Int32
  var b: Int32 = 0
  /// What lines get in front of them: an index of `indentations`, of which the first is empty.
  var indentation: Int32 = 0
  /// The first name of the path: its hash, and where it stands in the source. No bytes, -1, for `.`.
  var hash: UInt32 = 0
  var nameStart: Int32 = 0
  var nameCount: Int32 = -1
  /// The path has more names.
  var isDotted = false
}

extension TemplateError {
  init(in source: [UInt8], file: String, at offset: Int, _ message: String) {
    var line = 1
    var column = 1
    for byte in source[..<min(offset, source.count)] {
      if byte == 0x0a {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    self.init(file: file, line: line, column: column, message: message)
  }
}
