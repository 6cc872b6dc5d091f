import Extraction
import TextAnalysis

/// A feed's entries: RSS 0.9x, 1.0 (RDF) and 2.0, Atom (RFC 4287 and 0.3), JSON Feed 1.0 and 1.1.
struct Feed: Sendable {
  /// The outlet's name, as far as the feed's title is that.
  var title: String?
  var language: String?
  var entries: [Entry] = []
  /// Why the feed was not read to its end; the entries before that are there.
  var fault: XMLError?

  struct Entry: Sendable, Equatable {
    /// HTML without tags: references such as `&amp;` stand as written.
    var title: String?
    /// As in the feed; may be relative to the feed's own address.
    var link: String?
    /// The day in the zone that the feed writes. Never the day of a later change.
    var published: CalendarDate?
    var authors: [String] = []
    var language: String?
    /// Name of the publication that an aggregating feed took the entry from.
    var source: String?
    /// HTML.
    var body = ""
    /// Whether `body` is an excerpt or a teaser rather than the article.
    var isSummary = false
  }

  enum Failure: Error, Equatable {
    /// XML, but not the XML of a feed; the root element's name.
    case unknownRoot(String)
    case notXML(XMLError)
  }

  // MARK: - XML

  /// Reads a feed in XML. What is not well-formed is repaired and read again, or read up to the fault.
  ///
  /// The server's encoding counts; else what is UTF-8 is read as that, whatever is declared; else the declared encoding, else what
  /// it looks like.
  /// - Parameter charset: the label of an encoding that the server gave.
  init(xml bytes: [UInt8], charset: String? = nil) throws(Failure) {
    let bytes = CharacterEncoding.decode(bytes, transport: charset, declared: XMLTree.declaredEncoding(bytes)).utf8
    var tree = XMLTree(bytes)
    if let fault = tree.fault {
      if let repaired = XMLRepair.repaired(bytes), repaired != bytes {
        let second = XMLTree(repaired)
        if second.fault == nil || second.nodes.count > tree.nodes.count { tree = second }
      }
      self.fault = tree.fault
      if tree.nodes.isEmpty { throw .notXML(fault) }
    }
    guard let root = tree.root, let name = tree.name(root) else {
      throw .notXML(tree.fault ?? XMLError(line: 1, column: 1, message: "empty"))
    }
    switch name {
    case "rss", "rdf:RDF", "RDF": readRSS(tree, root)
    case "atom:feed", "feed", "atom:entry", "entry": readAtom(tree, root)
    default: throw .unknownRoot(name)
    }
  }

  private mutating func readRSS(_ tree: XMLTree, _ root: Int) {
    let channel = tree.children(root, named: "channel").first
    if let channel {
      title = tree.children(channel, named: "title").first.flatMap { Self.plain(tree.text($0)) }
      language = ["language", "dc:language"].lazy.compactMap { tree.children(channel, named: $0).first }.first
        .flatMap { Self.plain(tree.text($0)) }
    }
    // RSS 1.0 has the items beside the channel, 2.0 in it.
    let items = (channel.map { tree.children($0, named: "item") } ?? []) + tree.children(root, named: "item")
    for item in items {
      var entry = Entry()
      var description: String?
      var content: String?
      var guid: String?
      for child in tree.children(item) {
        switch tree.name(child) {
        case "title": entry.title = entry.title ?? Self.untagged(tree.text(child))
        case "link": entry.link = entry.link ?? Self.plain(tree.text(child))
        case "guid":
          let text = Self.plain(tree.text(child))
          if tree.attribute(child, "isPermaLink") != "false", text?.hasPrefix("http") ?? false { guid = text }
        case "atom:link":
          if entry.link == nil, ["alternate", nil].contains(tree.attribute(child, "rel")) { entry.link = tree.attribute(child, "href") }
        case "pubDate", "dc:date", "dcterms:created", "dcterms:issued":
          entry.published = entry.published ?? Self.day(tree.text(child))
        case "dc:creator": if let name = Self.plain(tree.text(child)) { entry.authors.append(name) }
        case "author": if let name = Self.name(inAddress: tree.text(child)) { entry.authors.append(name) }
        case "dc:language": entry.language = Self.plain(tree.text(child))
        case "source": entry.source = Self.plain(tree.text(child))
        case "description": description = tree.text(child)
        case "content:encoded": content = tree.text(child)
        case "html:body", "html:div", "atom:content": content = content ?? tree.html(in: child)
        default: break
        }
      }
      entry.link = entry.link ?? guid
      entry.take(content: content, summary: description)
      entries.append(entry)
    }
  }

  private mutating func readAtom(_ tree: XMLTree, _ root: Int) {
    func named(_ node: Int, _ name: String) -> [Int] { tree.children(node, named: "atom:" + name) + tree.children(node, named: name) }
    func authors(of node: Int) -> [String] {
      named(node, "author").compactMap { named($0, "name").first.flatMap { Self.plain(tree.text($0)) } }
    }
    /// A text construct as HTML.
    func html(_ node: Int) -> String {
      switch tree.attribute(node, "type") ?? "text" {
      case "html", "text/html":
        return tree.attribute(node, "mode") == "xml" ? tree.html(in: node) : tree.text(node)
      case "xhtml", "application/xhtml+xml": return tree.html(in: node)
      default: return Self.paragraphs(tree.text(node))
      }
    }
    func title(_ node: Int) -> String? {
      switch tree.attribute(node, "type") ?? "text" {
      case "html", "text/html": Self.untagged(tree.text(node))
      default: Self.plain(tree.text(node)).map(HTMLEscape.escaped)
      }
    }
    let isFeed = tree.name(root)?.hasSuffix("feed") ?? false
    if isFeed { self.title = named(root, "title").first.flatMap { Self.plain(tree.text($0)) } }
    language = tree.attribute(root, "xml:lang")
    for node in isFeed ? named(root, "entry") : [root] {
      var entry = Entry()
      entry.title = named(node, "title").first.flatMap(title)
      let links = named(node, "link")
      let alternates = links.filter { ["alternate", nil].contains(tree.attribute($0, "rel")) }
      entry.link = (alternates.first { tree.attribute($0, "type")?.contains("html") ?? true } ?? alternates.first)
        .flatMap { tree.attribute($0, "href") }
      entry.published = (named(node, "published") + named(node, "issued")).first.flatMap { Self.day(tree.text($0)) }
      entry.authors = authors(of: node)
      if entry.authors.isEmpty, isFeed { entry.authors = authors(of: root) }
      entry.language = tree.attribute(node, "xml:lang")
      entry.source = named(node, "source").first.flatMap { named($0, "title").first }.flatMap { Self.plain(tree.text($0)) }
      let content = named(node, "content").first { tree.attribute($0, "src") == nil }
      entry.take(content: content.map(html), summary: named(node, "summary").first.map(html))
      entries.append(entry)
    }
  }

  // MARK: - JSON

  /// Whether an object is a JSON Feed, by its version.
  static func isFeed(_ json: JSON) -> Bool {
    json["version"]?.string?.contains("jsonfeed.org/version/") ?? false
  }

  /// Reads a JSON Feed (https://www.jsonfeed.org/version/1.1/). What has the wrong type counts as not there.
  init(json: JSON) {
    title = json["title"]?.string.flatMap(Self.plain)
    language = json["language"]?.string
    func names(_ json: JSON) -> [String] {
      var people: [JSON] = []
      if case .array(let list)? = json["authors"] { people = list } else if let author = json["author"] { people = [author] }
      return people.compactMap { $0["name"]?.string.flatMap(Self.plain) }
    }
    let authors = names(json)
    guard case .array(let items)? = json["items"] else { return }
    for item in items {
      var entry = Entry()
      entry.title = item["title"]?.string.flatMap(Self.plain).map(HTMLEscape.escaped)
      entry.link = item["url"]?.string ?? item["external_url"]?.string
      entry.published = item["date_published"]?.string.flatMap(Self.day)
      entry.authors = names(item)
      if entry.authors.isEmpty { entry.authors = authors }
      entry.language = item["language"]?.string
      entry.take(
        content: item["content_html"]?.string ?? item["content_text"]?.string.map(Self.paragraphs),
        summary: item["summary"]?.string.map(Self.paragraphs))
      entries.append(entry)
    }
  }

  // MARK: - Pages

  /// An entry as a page of its own: its HTML untouched, with what the feed says of it in the head where every reader of pages looks.
  func page(of entry: Entry, address: String?) -> [UInt8] {
    var html = "<!DOCTYPE html>\n<html"
    if let language = entry.language ?? language, language.utf8.allSatisfy({ $0 == 0x2d || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }) {
      html += " lang=\"\(language)\""
    }
    html += ">\n<head>\n<meta charset=\"utf-8\">\n"
    if let title = entry.title { html += "<title>\(title)</title>\n" }
    if let address {
      let escaped = HTMLEscape.escaped(address)
      html += "<base href=\"\(escaped)\">\n<link rel=\"canonical\" href=\"\(escaped)\">\n"
    }
    if let published = entry.published { html += "<meta property=\"article:published_time\" content=\"\(published)\">\n" }
    for author in entry.authors { html += "<meta name=\"author\" content=\"\(HTMLEscape.escaped(author))\">\n" }
    if let outlet = entry.source ?? title { html += "<meta property=\"og:site_name\" content=\"\(HTMLEscape.escaped(outlet))\">\n" }
    html += "</head>\n<body>\n<article>\n"
    if let title = entry.title { html += "<h1>\(title)</h1>\n" }
    html += entry.body
    if !entry.body.hasSuffix("\n") { html += "\n" }
    html += "</article>\n</body>\n</html>\n"
    return Array(html.utf8)
  }

  // MARK: - Values

  /// White space at the ends cut off and inside made one blank; nil if nothing is left.
  static func plain(_ text: String) -> String? {
    let words = text.utf8.split { $0 <= 0x20 }
    return words.isEmpty ? nil : words.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: " ")
  }

  /// Text that may be HTML, as titles in RSS are: tags are cut out, references kept, all else escaped. nil if nothing is left.
  static func untagged(_ text: String) -> String? {
    var out: [UInt8] = []
    // A title longer than this is none.
    let bytes = Array(text.utf8.prefix(10_000))
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case 0x3c:
        if i + 1 < bytes.count, bytes[i + 1] == 0x2f || (bytes[i + 1] | 0x20) &- 0x61 < 26,
          let end = bytes[i...].prefix(2048).firstIndex(of: 0x3e)
        {
          i = end
        } else {
          out += "&lt;".utf8
        }
      case 0x3e: out += "&gt;".utf8
      case 0x22: out += "&quot;".utf8
      case 0x26:
        let name = bytes[(i + 1)...].prefix(32)
        let end = name.firstIndex(of: 0x3b)
        let isReference = end.map { end in
          end > i + 1 && name[..<end].allSatisfy { $0 == 0x23 || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
        }
        out += isReference ?? false ? "&".utf8 : "&amp;".utf8
      default: out.append(byte)
      }
      i += 1
    }
    return plain(String(decoding: out, as: UTF8.self))
  }

  /// Plain text as paragraphs of HTML, parted where it has empty lines.
  static func paragraphs(_ text: String) -> String {
    var html = ""
    var lines: [Substring] = []
    func close() {
      guard !lines.isEmpty else { return }
      html += "<p>" + HTMLEscape.escaped(lines.joined(separator: "\n")) + "</p>\n"
      lines.removeAll()
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.utf8.allSatisfy({ $0 <= 0x20 }) { close() } else { lines.append(line) }
    }
    close()
    return html
  }

  /// The name in `editor@example.org (Ada Byron)` or `Ada Byron <editor@example.org>`; nil for a bare address.
  static func name(inAddress text: String) -> String? {
    guard let text = plain(text) else { return nil }
    guard text.contains("@") else { return text }
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return plain(String(text[text.index(after: open)..<close]))
    }
    if let open = text.firstIndex(of: "<") { return plain(String(text[..<open])) }
    return nil
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The day of `Wed, 10 May 2017 23:30:00 -0400` (RFC 822, years of two digits as RFC 2822 reads them) or
  /// `2017-05-10T23:30:00-04:00` (RFC 3339), as written, in its own zone. nil for anything else.
  static func day(_ text: String) -> CalendarDate? {
    guard let text = plain(text) else { return nil }
    if let date = CalendarDate(iso: text.prefix(10)) { return date }
    var parts = text.split { $0 == " " || $0 == "," || $0 == "-" }
    if let first = parts.first, first.utf8.first.map({ ($0 | 0x20) &- 0x61 < 26 }) ?? false { parts.removeFirst() }
    guard parts.count >= 3, let day = Int(parts[0]), let month = months.firstIndex(of: parts[1].prefix(3).lowercased()),
      var year = Int(parts[2])
    else { return nil }
    switch parts[2].utf8.count {
    case 2: year += year < 50 ? 2000 : 1900
    case 4: break
    default: return nil
    }
    return CalendarDate(year: year, month: month + 1, day: day)
  }
}

extension Feed.Entry {
  /// Decides which of the two is the article, and whether it is all of it.
  ///
  /// `content` is meant to be the whole text; it is taken for an excerpt if it breaks off ("…", "Continue reading") or is short and
  /// no longer than the summary. A summary is taken for the whole text only if it is long, in paragraphs, and does not break off.
  mutating func take(content: String?, summary: String?) {
    let content = content.flatMap { Excerpt($0).letters == 0 ? nil : $0 }
    let summary = summary.flatMap { Excerpt($0).letters == 0 ? nil : $0 }
    if let content {
      let measure = Excerpt(content)
      body = content
      isSummary = measure.breaksOff || (measure.letters < 500 && measure.letters <= (summary.map { Excerpt($0).letters } ?? 0))
    } else if let summary {
      let measure = Excerpt(summary)
      body = summary
      isSummary = measure.breaksOff || measure.letters < 1200 || measure.paragraphs < 4
    }
  }
}

/// How much text a piece of HTML holds, and whether it breaks off. Cost: linear.
struct Excerpt {
  /// Bytes of text that are not blank.
  private(set) var letters = 0
  private(set) var paragraphs = 0
  private(set) var breaksOff = false

  init(_ html: String) {
    let bytes = Array(html.utf8)
    var text: [UInt8] = []
    /// Where the last paragraph begins in `text`.
    var lastParagraph = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x3c {
        let name = bytes[(i + 1)...].prefix(3).map { $0 | 0x20 }
        if name.starts(with: "p".utf8), name.count > 1, name[1] == 0x3e || name[1] == 0x20 {
          paragraphs += 1
          lastParagraph = text.count
        } else if ["br>", "br ", "br/"].contains(where: { name.elementsEqual($0.utf8) }) {
          paragraphs += 1
        }
        guard let end = bytes[i...].firstIndex(of: 0x3e) else { break }
        i = end + 1
        continue
      }
      text.append(bytes[i])
      if bytes[i] > 0x20 { letters += 1 }
      i += 1
    }
    // WordPress: "The post … appeared first on …" stands below excerpts and whole texts alike.
    var end = text.count
    if Self.contains(text[lastParagraph...], " appeared first on ") { end = lastParagraph }
    var tail = String(decoding: text[max(0, end - 120)..<end], as: UTF8.self).lowercased()
    for (reference, mark) in [
      ("&hellip;", "…"), ("&#8230;", "…"), ("&#x2026;", "…"), ("&nbsp;", " "), ("&#160;", " "), ("&raquo;", "»"), ("&rarr;", "→"),
    ] {
      tail = tail.split(separator: reference, omittingEmptySubsequences: false).joined(separator: mark)
    }
    func trim(_ characters: String) { while let last = tail.last, last.isWhitespace || characters.contains(last) { tail.removeLast() } }
    trim("]»→>)")
    breaksOff =
      tail.hasSuffix("…") || tail.hasSuffix("...")
      || ["read more", "continue reading", "read full story", "read the full story"].contains { tail.hasSuffix($0) }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ words: String) -> Bool {
    let pattern = Array(words.utf8)
    guard bytes.count >= pattern.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - pattern.count)).contains { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
  }
}
