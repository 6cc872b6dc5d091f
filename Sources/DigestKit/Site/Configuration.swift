import Extraction
import Mustache
import TextAnalysis
import Yams

extension SiteConfiguration {
  static let keys = ["title", "description", "baseURL", "language", "author", "theme"]

  /// Reads `site.yml`. What is wrong is left at its default and reported.
  static func read(_ bytes: [UInt8], file: String) -> (SiteConfiguration, [Diagnostic], isUnreadable: Bool) {
    var yaml = YAMLFile(bytes, file: file)
    var site = SiteConfiguration()
    guard let root = yaml.root else { return (site, yaml.diagnostics, yaml.isUnreadable) }
    for (key, _, value) in yaml.members(root, of: "site.yml", keys: keys) {
      switch key {
      case "title": if let title = yaml.text(value, of: "title") { site.title = title }
      case "description": site.description = yaml.text(value, of: "description")
      case "baseURL":
        guard let url = yaml.text(value, of: "baseURL") else { break }
        if !isWebAddress(url) {
          yaml.report(.error, at: value, "baseURL should begin with https:// or http:// and name a host; feeds get relative links")
        } else if url.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
          yaml.report(.error, at: value, "baseURL is a folder's address and has no ? or #; feeds get relative links")
        } else {
          site.baseURL = url
        }
      case "language":
        guard let language = yaml.text(value, of: "language") else { break }
        if language.isLanguageTag {
          site.language = language
        } else {
          yaml.report(.error, at: value, "\"\(language)\" is not a language tag such as en or en-GB; \"\(site.language)\" is used")
        }
      case "author": site.author = yaml.text(value, of: "author")
      default:
        for (option, _, setting) in yaml.pairs(value, of: "theme") ?? [] {
          if let text = yaml.text(setting, of: "theme option \"\(option)\"") { site.theme[option] = text }
        }
      }
    }
    return (site, yaml.diagnostics, false)
  }
}

/// `http://` or `https://`, a host, no blanks.
private func isWebAddress(_ text: String) -> Bool {
  let lower = text.lowercased()
  guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
  let rest = lower.utf8.dropFirst(scheme.utf8.count)
  return rest.first.map { $0 != UInt8(ascii: "/") } ?? false && rest.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != 0x22 && $0 != 0x3c }
}

extension String {
  /// The shape of a BCP 47 tag: a language of two or three letters, then parts of up to eight letters or digits.
  var isLanguageTag: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 } }
  }

  /// `en` of `en-GB`.
  var primaryLanguage: String { prefix { $0 != "-" }.lowercased() }
}

/// `story.yml`: what an editor says about a story.
struct StoryConfiguration: Sendable {
  struct ArticleEntry: Sendable {
    /// File name or article id.
    var name: String
    var metadata: Metadata
    /// The Encoding Standard's name of the file's encoding.
    var encoding: String?
    var line: Int
    var column: Int
  }

  /// A correction's place is kept for the diagnostic that it matched nothing.
  struct Place: Sendable {
    var line: Int
    var column: Int
  }

  var title: String?
  var date: CalendarDate?
  var note: String?
  var articles: [ArticleEntry] = []
  var corrections: [Correction] = []
  /// Parallel to `corrections`.
  var places: [Place] = []
  /// The file is there, but nothing of it could be read.
  var isUnreadable = false

  static let keys = ["title", "date", "note", "articles", "corrections"]
  static let articleKeys = [
    "title", "dek", "authors", "published", "outlet", "agency", "url", "language", "retrieved", "summary", "encoding",
  ]

  static func read(_ bytes: [UInt8], file: String) -> (StoryConfiguration, [Diagnostic]) {
    var yaml = YAMLFile(bytes, file: file)
    var story = StoryConfiguration()
    story.isUnreadable = yaml.isUnreadable
    guard let root = yaml.root else { return (story, yaml.diagnostics) }
    for (key, _, value) in yaml.members(root, of: "story.yml", keys: keys) {
      switch key {
      case "title": story.title = yaml.text(value, of: "title")
      case "date": story.date = yaml.date(value, of: "date")
      case "note": story.note = yaml.text(value, of: "note")
      case "articles":
        for (name, node, settings) in yaml.pairs(value, of: "articles") ?? [] {
          let (metadata, encoding) = yaml.metadata(settings, of: "article \"\(name)\"")
          story.articles.append(
            ArticleEntry(
              name: name, metadata: metadata, encoding: encoding, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1))
        }
      default:
        for item in yaml.list(value, of: "corrections") {
          guard let correction = yaml.correction(item) else { continue }
          story.corrections.append(correction)
          story.places.append(Place(line: item.mark?.line ?? 1, column: item.mark?.column ?? 1))
        }
      }
    }
    return (story, yaml.diagnostics)
  }
}

extension YAMLFile {
  fileprivate mutating func date(_ node: Node, of what: String) -> CalendarDate? {
    guard let text = text(node, of: what) else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    report(.error, at: node, "\(what): \"\(text)\" is not a date of the form YYYY-MM-DD; ignored")
    return nil
  }

  fileprivate mutating func metadata(_ node: Node, of what: String) -> (metadata: Metadata, encoding: String?) {
    var metadata = Metadata()
    var encoding: String?
    for (key, _, value) in members(node, of: what, keys: StoryConfiguration.articleKeys) {
      switch key {
      case "title": metadata.title = text(value, of: key)
      case "dek": metadata.dek = text(value, of: key)
      case "authors": metadata.authors = texts(value, of: key)
      case "published": metadata.published = date(value, of: key)
      case "outlet": metadata.outlet = text(value, of: key)
      case "agency": metadata.agency = text(value, of: key)
      case "url":
        guard let url = text(value, of: key) else { break }
        if isWebAddress(url) {
          metadata.url = url
        } else {
          report(.error, at: value, "url should begin with https:// or http://; ignored")
        }
      case "retrieved":
        guard let time = text(value, of: key) else { break }
        metadata.retrieved = Retrieval.instant(time)
        if metadata.retrieved == nil {
          report(.error, at: value, "retrieved: \"\(time)\" is not a day (YYYY-MM-DD) or a time in UTC (YYYY-MM-DDThh:mm:ssZ); ignored")
        }
      case "summary":
        switch text(value, of: key) {
        case "true"?: metadata.isSummary = true
        case "false"?, nil: break
        case let other?: report(.error, at: value, "summary should be true or false, but is \"\(other)\"; ignored")
        }
      case "encoding":
        guard let label = text(value, of: key) else { break }
        encoding = CharacterEncoding.name(ofLabel: label)
        if encoding == nil { report(.error, at: value, "encoding: \"\(label)\" is not known; the file's bytes decide") }
      default:
        guard let language = text(value, of: key) else { break }
        if language.isLanguageTag {
          metadata.language = language
        } else {
          report(.error, at: value, "\"\(language)\" is not a language tag such as en or en-GB; ignored")
        }
      }
    }
    return (metadata, encoding)
  }

  /// One item of `corrections`: a mapping with exactly one change and, if wanted, `because`.
  fileprivate mutating func correction(_ node: Node) -> Correction? {
    let kinds = ["speaker", "hide", "alias", "distinct", "date"]
    let before = diagnostics.count
    var because: String?
    var changes: [Correction.Change] = []
    for (key, _, value) in members(node, of: "a correction", keys: kinds + ["because"]) {
      switch key {
      case "because": because = text(value, of: key)
      case "speaker":
        let fields = fields(value, of: key, required: ["quote", "is"], optional: ["article"], mayBeEmpty: ["is"])
        if let quote = fields?["quote"] {
          changes.append(.speaker(article: fields?["article"], quote: quote, name: fields?["is"]))
        }
      case "hide":
        let fields = fields(value, of: key, required: [], optional: ["timeline", "quote"])
        if let entry = fields?["timeline"] { changes.append(.hideTimeline(entry)) }
        if let quote = fields?["quote"] { changes.append(.hideQuote(quote)) }
      case "alias", "distinct":
        let names = texts(value, of: key)
        if names.count < 2 {
          report(.error, at: value, "\(key) takes a list of two names or more; ignored")
        } else {
          changes.append(key == "alias" ? .alias(names) : .distinct(names))
        }
      default:
        guard let fields = fields(value, of: key, required: ["article", "expression", "is"], optional: ["occurrence"]),
          let article = fields["article"], let expression = fields["expression"], let value = fields["is"]
        else { break }
        let occurrence = fields["occurrence"].map { Int($0) ?? 0 } ?? 1
        if occurrence < 1 {
          report(.error, at: node, "occurrence should be a number from 1; the correction is ignored")
        } else if !isDateValue(value) {
          report(
            .error, at: node, "\"\(value)\" is not a date: YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash; the correction is ignored"
          )
        } else {
          changes.append(.date(article: article, expression: expression, occurrence: occurrence, value: value))
        }
      }
    }
    guard let change = changes.first, changes.count == 1 else {
      if diagnostics.count == before {
        report(.error, at: node, "a correction holds exactly one of \(kinds.joined(separator: ", ")); ignored")
      }
      return nil
    }
    return Correction(change: change, because: because, line: node.mark?.line ?? 0)
  }

  /// The scalar values of a small mapping by key; nil, with a diagnostic, if a required one is missing.
  private mutating func fields(
    _ node: Node, of what: String, required: [String], optional: [String], mayBeEmpty: Set<String> = []
  ) -> [String: String]? {
    var fields: [String: String] = [:]
    var seen: Set<String> = []
    for (key, _, value) in members(node, of: what, keys: required + optional) {
      if let text = text(value, of: key) {
        fields[key] = text
        seen.insert(key)
      } else if mayBeEmpty.contains(key) {
        seen.insert(key)
      }
    }
    let missing = required.filter { !seen.contains($0) }
    guard missing.isEmpty else {
      report(.error, at: node, "\(what) lacks \(missing.joined(separator: ", ")); the correction is ignored")
      return nil
    }
    return fields
  }
}

/// `2017`, `2017-05`, `2017-05-10`, or two of these with a slash between.
private func isDateValue(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  return (1...2).contains(parts.count)
    && parts.allSatisfy { part in
      switch part.utf8.count {
      case 4: CalendarDate(iso: part + "-01-01") != nil
      case 7: CalendarDate(iso: part + "-01") != nil
      case 10: CalendarDate(iso: part) != nil
      default: false
      }
    }
}
