/// Why a template could not be read or rendered, and where.
public struct TemplateError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The template's file, as its ``Template`` was named.
  public var file: String
  /// The line of the tag, from 1; 0 when the error has no place in a file.
  public var line: Int
  /// The column of the tag's first character, from 1, in Unicode scalars; 0 when the error has no place in a file.
  public var column: Int
  /// What was seen, and the nearest thing that would have worked.
  public var message: String

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: error: message`.
  public var description: String {
    line > 0 ? "\(file):\(line):\(column): error: \(message)" : "\(file): error: \(message)"
  }
}
