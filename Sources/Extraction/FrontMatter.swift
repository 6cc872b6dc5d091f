import TextAnalysis
import Yams

/// The YAML between two `---` lines at the top of a Markdown file.
struct FrontMatter {
  var metadata = Metadata()
  /// UTF-8 offset at which the body begins.
  var bodyStart = 0
  var diagnostics: [ImportDiagnostic] = []

  /// Reads what stands between the opening `---` and the next `---` or `...`; without an opening line there is none.
  ///
  /// Keys, each with its usual other names: title (headline), dek (subtitle, description, summary), author(s) (by), published
  /// (date), outlet (publisher, site, sitename, source), agency, url (link, canonical), language (lang). Other keys are other
  /// programs' and are left alone. YAML that cannot be read is reported and the body kept.
  init(_ source: String) {
    let bytes = source.utf8
    guard source.hasPrefix("---\n") || source.hasPrefix("---\r\n") else { return }
    let contents = bytes.firstIndex(of: 0x0a).map { bytes.index(after: $0) } ?? bytes.endIndex
    var lineStart = contents
    var end: (contents: String.Index, body: String.Index)?
    while lineStart < bytes.endIndex {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0a) ?? bytes.endIndex
      var line = source[lineStart..<lineEnd]
      while let last = line.unicodeScalars.last, last == "\r" || last == " " { line.unicodeScalars.removeLast() }
      if line == "---" || line == "..." {
        end = (lineStart, lineEnd < bytes.endIndex ? bytes.index(after: lineEnd) : lineEnd)
        break
      }
      guard lineEnd < bytes.endIndex else { break }
      lineStart = bytes.index(after: lineEnd)
    }
    guard let end else {
      diagnostics.append(ImportDiagnostic(offset: 0, message: "the front matter's `---` has no closing `---`; the file is read as text"))
      return
    }
    bodyStart = bytes.distance(from: bytes.startIndex, to: end.body)
    let yaml = String(source[contents..<end.contents])
    do {
      guard let node = try Yams.compose(yaml: yaml) else { return }
      guard let mapping = node.mapping else {
        diagnostics.append(ImportDiagnostic(offset: 4, message: "the front matter is no list of `key: value`; it is left out"))
        return
      }
      read(mapping)
    } catch {
      let (reason, offset) = Self.fault(error, in: Array(yaml.utf8))
      let start = bytes.distance(from: bytes.startIndex, to: contents)
      let message = "the front matter is not YAML: \(reason); none of it is used"
      diagnostics.append(ImportDiagnostic(offset: Int32(start + offset), message: message))
    }
  }

  /// What is wrong, and the UTF-8 offset at which.
  private static func fault(_ error: any Error, in yaml: [UInt8]) -> (reason: String, offset: Int) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      let hint = YAMLFault.hint(problem, line: mark.line, column: mark.column, in: yaml)
      return (problem + hint, YAMLFault.offset(line: mark.line, column: mark.column, in: yaml))
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "\"\($0)\"" }.joined(separator: ", ")
      return ("\(names) is given more than once", YAMLFault.offset(line: context.mark.line, column: context.mark.column, in: yaml))
    default: return ("unreadable", 0)
    }
  }

  private mutating func read(_ mapping: Node.Mapping) {
    for (key, value) in mapping {
      guard let name = key.scalar?.string.lowercased() else { continue }
      let text = value.scalar.map { Self.trimmed($0.string) }.flatMap { $0.isEmpty || $0 == "null" || $0 == "~" ? nil : $0 }
      switch name {
      case "title", "headline": set(\.title, "title", text)
      case "dek", "subtitle", "description", "summary": set(\.dek, "dek", text)
      case "outlet", "publisher", "site", "sitename", "source": set(\.outlet, "outlet", text)
      case "agency": set(\.agency, "agency", text)
      case "url", "link", "canonical": set(\.url, "url", text)
      case "language", "lang":
        set(\.language, "language", text.flatMap(Self.languageCode))
      case "published", "date":
        guard let text, metadata.published == nil else { continue }
        if let date = CalendarDate(iso: text) {
          metadata.published = date
          metadata.basis["published"] = "front matter"
        } else {
          diagnostics.append(
            ImportDiagnostic(offset: 4, message: "`\(name): \(text)` is not a date of the form 2017-05-10; the article is left undated"))
        }
      case "author", "authors", "by":
        var names = value.sequence.map { $0.compactMap { $0.scalar.map { Self.trimmed($0.string) } } } ?? text.map { [$0] } ?? []
        names.removeAll(where: \.isEmpty)
        guard metadata.authors.isEmpty, !names.isEmpty else { continue }
        metadata.authors = names
        metadata.basis["authors"] = "front matter"
      default: continue
      }
    }
  }

  private mutating func set(_ field: WritableKeyPath<Metadata, String?>, _ name: String, _ value: String?) {
    guard let value, metadata[keyPath: field] == nil else { return }
    metadata[keyPath: field] = value
    metadata.basis[name] = "front matter"
  }

  /// "en-GB" → "en"; nil if it does not begin with two or three letters.
  static func languageCode(_ tag: String) -> String? {
    let code = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { $0 &- 0x61 < 26 } ? code : nil
  }

  private static func trimmed(_ text: String) -> String {
    var view = text[...]
    while let first = view.unicodeScalars.first, first.properties.isWhitespace { view.unicodeScalars.removeFirst() }
    while let last = view.unicodeScalars.last, last.properties.isWhitespace { view.unicodeScalars.removeLast() }
    return String(view)
  }
}
