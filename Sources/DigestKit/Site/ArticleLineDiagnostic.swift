import TextAnalysis

extension ArticleLine.Failure {
  /// The failure at its place in a JSON Lines file.
  ///
  /// - Parameters:
  ///   - bytes: the line, for the column.
  ///   - line: its number, from 1.
  public func diagnostic(of bytes: [UInt8], file: String, line: Int) -> Diagnostic {
    func at(_ column: Int, _ message: String) -> Diagnostic {
      Diagnostic(.error, file, line: line, column: column, message + "; the line is left out")
    }
    switch self {
    case .notJSON(let offset, let message): return at(OffsetIndex(bytes).codePoint(at: Int32(clamping: offset)) + 1, "not JSON: \(message)")
    case .notAnObject: return at(1, "expected a JSON object, {\"text\": …}")
    case .missingText: return at(1, "the key \"text\" is missing")
    case .wrongType(let key, let expected): return at(1, "\"\(key)\" should be \(expected)")
    case .notADate(let value): return at(1, "\"\(value)\" is not a date of the form YYYY-MM-DD")
    }
  }
}
