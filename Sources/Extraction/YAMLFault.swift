/// What a person who is no programmer can do about YAML that cannot be read.
package enum YAMLFault {
  /// ` (…)` after the parser's own words, or nothing if the cause is not one of the usual ones.
  ///
  /// - Parameters:
  ///   - line: from 1, as the column, which counts code points.
  package static func hint(_ problem: String, line: Int, column: Int, in yaml: [UInt8]) -> String {
    if problem.hasPrefix("mapping values are not allowed") { return " (a value that holds \": \" needs quotation marks around it)" }
    if problem.hasPrefix("found unexpected end of stream") { return " (a quotation mark or bracket is not closed)" }
    guard problem.hasPrefix("found character that cannot start any token") else { return "" }
    let place = offset(line: line, column: column, in: yaml)
    guard place < yaml.count else { return "" }
    switch yaml[place] {
    case 0x09: return " (a tab: lines are indented with spaces)"
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
      return " (a value that begins with \(Character(UnicodeScalar(yaml[place]))) needs quotation marks around it)"
    default: return ""
    }
  }

  /// The UTF-8 offset of a place; the end if there is none.
  package static func offset(line: Int, column: Int, in yaml: [UInt8]) -> Int {
    var offset = 0
    var left = line - 1
    while left > 0, offset < yaml.count {
      if yaml[offset] == 0x0a { left -= 1 }
      offset += 1
    }
    left = column - 1
    while left > 0, offset < yaml.count, yaml[offset] != 0x0a {
      offset += 1
      while offset < yaml.count, yaml[offset] & 0xc0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
