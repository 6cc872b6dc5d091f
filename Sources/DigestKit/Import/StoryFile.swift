import Extraction
import TextAnalysis
import Yams

/// `story.yml` as text: entries are added below `articles` without touching what stands there, comments and order included.
struct StoryFile: Sendable {
  /// What is to be noted of a new article.
  struct Entry: Sendable, Equatable {
    /// The file's name.
    var name: String
    /// The fields that are set are written; what only the article itself says need not be.
    var metadata = Metadata()
    var retrieved: String?
    var isSummary = false
    /// The encoding of the file, where its bytes do not tell.
    var encoding: String?

    fileprivate var fields: [(key: String, value: String)] {
      var fields: [(String, String)] = []
      func add(_ key: String, _ value: String?) { if let value, !value.isEmpty { fields.append((key, StoryFile.scalar(value))) } }
      add("title", metadata.title)
      add("dek", metadata.dek)
      if !metadata.authors.isEmpty { fields.append(("authors", "[\(metadata.authors.map(StoryFile.quoted).joined(separator: ", "))]")) }
      add("published", metadata.published.map { "\($0)" })
      add("outlet", metadata.outlet)
      add("agency", metadata.agency)
      add("url", metadata.url)
      add("language", metadata.language)
      add("retrieved", retrieved)
      if isSummary { fields.append(("summary", "true")) }
      add("encoding", encoding)
      return fields
    }
  }

  /// Why entries cannot be added; the file is then left as it is.
  struct Failure: Error, Equatable {
    var line: Int?
    var column: Int?
    var message: String
  }

  /// A new story's file.
  static func new(title: String, entries: [Entry]) -> [UInt8] {
    let text = "title: \(scalar(title))\n# date: the day of the event (YYYY-MM-DD), for articles that give none\n"
    return Array((text + block(entries, indent: "  ", newLine: "\n", withKey: true)).utf8)
  }

  /// The file with entries added at the end of `articles`.
  ///
  /// The result is read again before it is handed out: it says what the file said, and the new entries, or it is not handed out.
  static func adding(_ entries: [Entry], to bytes: [UInt8], file: String) throws(Failure) -> [UInt8] {
    let entries = entries.filter { !$0.fields.isEmpty }
    if entries.isEmpty { return bytes }
    let (before, diagnostics) = StoryConfiguration.read(bytes, file: file)
    let yaml = YAMLFile(bytes, file: file)
    if yaml.root == nil, let fault = yaml.diagnostics.first(where: { $0.severity == .error }) {
      throw Failure(line: fault.line, column: fault.column, message: fault.message)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let newLine = text.utf8.contains(0x0d) && text.contains("\r\n") ? "\r\n" : "\n"
    var lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).map { String(decoding: Array($0), as: UTF8.self) }
    let endsInLineFeed = lines.last?.isEmpty ?? true
    if endsInLineFeed, !lines.isEmpty { lines.removeLast() }
    // What is inserted must have the ending that the other lines have: their "\r" is still there.
    let ending = newLine == "\r\n" ? "\r" : ""
    if !endsInLineFeed, !ending.isEmpty { lines[lines.count - 1] += ending }

    let place: (line: Int, indent: String, withKey: Bool)
    switch yaml.root {
    case .mapping(let root)? where !isInBraces(root.mark, lines):
      place = try self.place(in: root, lines: &lines)
    case nil: place = (lines.count, "  ", true)
    case let node? where YAMLFile.isNull(node): place = (lines.count, "  ", true)
    default: throw Failure(message: "is not written as `key: value` lines, so nothing can be added")
    }
    let addition = block(entries, indent: place.indent, newLine: "\n", withKey: place.withKey).utf8.split(separator: 0x0a)
      .map { String(decoding: Array($0), as: UTF8.self) + ending }
    lines.insert(contentsOf: addition, at: place.line)
    let result = Array((lines.joined(separator: "\n") + "\n").utf8)

    let (after, newDiagnostics) = StoryConfiguration.read(result, file: file)
    guard after.title == before.title, after.date == before.date, after.note == before.note,
      after.corrections.elementsEqual(before.corrections, by: { $0.change == $1.change && $0.because == $1.because }),
      newDiagnostics.count == diagnostics.count, after.articles.count == before.articles.count + entries.count,
      zip(after.articles, before.articles).allSatisfy({
        $0.name == $1.name && $0.metadata == $1.metadata && $0.encoding == $1.encoding
      }),
      zip(after.articles.dropFirst(before.articles.count), entries).allSatisfy({
        $0.name == $1.name && $0.metadata.url == $1.metadata.url && $0.encoding == $1.encoding
      })
    else { throw Failure(message: "is written in a way to which nothing can be added safely") }
    return result
  }

  /// Where entries go in: a line's index, how far they are indented, and whether `articles:` is still to be written.
  private static func place(in root: Node.Mapping, lines: inout [String]) throws(Failure) -> (line: Int, indent: String, withKey: Bool) {
    let keys = root.map { (name: $0.key.scalar?.string, line: ($0.key.mark?.line ?? 1) - 1, column: ($0.key.mark?.column ?? 1) - 1) }
    // A document end mark closes the file for what comes after it.
    let documentEnd = lines.lastIndex { $0 == "..." || $0.hasPrefix("... ") || $0 == "...\r" } ?? lines.count
    guard let articles = keys.first(where: { $0.name == "articles" }), let value = root["articles"] else {
      return (documentEnd, String(repeating: " ", count: 2 + (keys.first?.column ?? 0)), true)
    }
    guard articles.line < lines.count else { throw Failure(message: "cannot be followed line by line") }
    let nextKey = keys.map(\.line).filter { $0 > articles.line }.min() ?? documentEnd
    var indent = String(repeating: " ", count: articles.column + 2)
    switch value {
    case .mapping(let mapping) where isInBraces(mapping.mark, lines) && !mapping.isEmpty:
      throw Failure(
        line: articles.line + 1, column: articles.column + 1,
        message: "articles is written in braces; write it as lines, one article each, so that more can be added")
    case .mapping(let mapping) where !isInBraces(mapping.mark, lines):
      if let first = mapping.first?.key.mark { indent = String(repeating: " ", count: max(first.column - 1, 0)) }
    case _ where Self.isEmpty(value):
      // `articles: {}`, `articles: ~`: the nothing gives way; a comment after it stays.
      guard let colon = lines[articles.line].firstIndex(of: ":") else { throw Failure(message: "cannot be followed line by line") }
      let rest = lines[articles.line][lines[articles.line].index(after: colon)...]
      let comment = rest.firstRange(of: " #").map { String(rest[$0.lowerBound...]) } ?? (rest.hasSuffix("\r") ? "\r" : "")
      lines[articles.line] = lines[articles.line][...colon] + comment
    default:
      throw Failure(
        line: articles.line + 1, column: articles.column + 1, message: "articles should be keys with values, so nothing can be added")
    }
    // Empty lines and comments at the margin before the next key belong to that key.
    var line = nextKey
    while line > articles.line + 1, isBlankOrMarginComment(lines[line - 1], indent: articles.column) { line -= 1 }
    return (line, indent, false)
  }

  /// Whether a mapping begins with `{`. (Yams 6.2 gives every mapping the style of none.)
  private static func isInBraces(_ mark: Mark?, _ lines: [String]) -> Bool {
    guard let mark, lines.indices.contains(mark.line - 1) else { return false }
    return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first == "{"
  }

  private static func isEmpty(_ node: Node) -> Bool {
    if case .mapping(let mapping) = node { return mapping.isEmpty }
    return YAMLFile.isNull(node)
  }

  private static func isBlankOrMarginComment(_ line: String, indent: Int) -> Bool {
    let bytes = line.utf8.drop { $0 == 0x20 }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return true }
    return bytes.first == UInt8(ascii: "#") && line.utf8.count - bytes.count <= indent
  }

  private static func block(_ entries: [Entry], indent: String, newLine: String, withKey: Bool) -> String {
    let entries = entries.filter { !$0.fields.isEmpty }
    guard !entries.isEmpty else { return "" }
    let margin = String(indent.dropLast(2))
    var text = withKey ? margin + "articles:" + newLine : ""
    for entry in entries {
      text += "\(indent)\(scalar(entry.name)):\(newLine)"
      for (key, value) in entry.fields { text += "\(indent)  \(key): \(value)\(newLine)" }
    }
    return text
  }

  // MARK: - Scalars

  /// A YAML scalar that reads back as the same text in every schema: plain where nothing about it is special, else quoted.
  static func scalar(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return "\"\"" }
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    // A day, or a time in UTC, which every reader may take for just that.
    if Retrieval.instant(text) == text { return text }
    let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
    let isPlain =
      bytes.count < 500 && isLetter(first) && (isLetter(last) || isDigit(last) || (isAddress && last == 0x2f))
      && bytes.allSatisfy { byte in
        isLetter(byte) || isDigit(byte) || byte >= 0x80 || [0x2d, 0x2e, 0x5f, 0x2f].contains(byte)
          || (isAddress ? [0x3a, 0x3f, 0x3d, 0x26, 0x25, 0x2b, 0x7e].contains(byte) : byte == 0x20)
      } && !text.unicodeScalars.contains { !$0.isASCII && !($0.properties.isAlphabetic || $0.properties.generalCategory == .decimalNumber) }
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return isPlain && !words.contains(text.lowercased()) ? text : quoted(text)
  }

  /// In double quotes, with escapes for what may not stand there.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where scalar.properties.generalCategory == .control || ["\u{a0}", "\u{2028}", "\u{2029}", "\u{feff}"].contains(scalar):
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
