import TextAnalysis

/// What a page says about its article, each value with its source.
struct PageMetadata {
  var metadata = Metadata()
  /// The article's text as the publisher gives it to search engines.
  var articleBody: String?
  /// The address that relative links start from.
  var base: String?

  private let tree: HTMLTree
  private var meta: [String: String] = [:]
  private var linked: [LinkedData] = []
  private var heading: [Int] = []

  init(_ tree: HTMLTree) {
    self.tree = tree
    collect()
    readAddress()
    readOutlet()
    readTitle()
    readDate()
    readAuthors()
    readRest()
  }

  private mutating func collect() {
    var title: String?
    for i in tree.nodes.indices {
      switch tree.nodes[i].tag {
      case .meta:
        guard let content = tree.string(i, .content), !content.isEmpty else { continue }
        for name in [tree.string(i, .property), tree.string(i, .name), tree.string(i, .itemprop)] {
          guard let key = name?.lowercased(), meta[key] == nil else { continue }
          meta[key] = Self.clean(content)
        }
      case .title where title == nil && !isInside(i, .svg): title = tree.text(of: i, limit: 1000)
      case .link:
        guard let rel = tree.string(i, .rel)?.lowercased(), let href = tree.string(i, .href) else { continue }
        if rel == "canonical", meta["link:canonical"] == nil { meta["link:canonical"] = href }
      case .base where base == nil:
        if let href = tree.string(i, .href), href.hasPrefix("http") { base = href }
      case .script:
        guard tree.value(i, .type).map({ String(decoding: $0, as: UTF8.self).lowercased().contains("ld+json") }) == true else { continue }
        for child in i + 1..<Int(tree.nodes[i].end) where tree.nodes[child].tag == .text {
          let range = tree.nodes[child].text
          if let value = LinkedData(tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)]) { linked += value.objects }
        }
      case .h1: heading.append(i)
      default: continue
      }
    }
    if let title { meta["title"] = Self.clean(title) }
  }

  private func isInside(_ i: Int, _ tag: HTMLTag) -> Bool {
    var node = Int(tree.nodes[i].parent)
    while node > 0 {
      if tree.nodes[node].tag == tag { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// White space collapsed, entities that were escaped twice decoded.
  static func clean(_ text: String) -> String {
    var inline = MarkdownInline(Array(text.utf8), references: [])
    inline.decodeEntities()
    return Array(inline.text).split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private mutating func set(_ field: WritableKeyPath<Metadata, String?>, _ name: String, _ value: String?, _ basis: String) {
    guard metadata[keyPath: field] == nil, let value, !value.isEmpty else { return }
    metadata[keyPath: field] = value
    metadata.basis[name] = basis
  }

  // MARK: - Address, outlet

  private mutating func readAddress() {
    let canonical = meta["link:canonical"]
    let open = meta["og:url"]
    for (value, basis) in [(canonical, "canonical link"), (open, "og:url"), (meta["twitter:url"], "twitter:url")] {
      if let value, let address = WebAddress.absolute(value, base: base ?? open) { set(\.url, "url", address, basis) }
    }
    if metadata.url == nil, let object = articleObject,
      let value = object["url"]?.string ?? object["mainEntityOfPage"]?.string ?? object["mainEntityOfPage"]?["@id"]?.string,
      let address = WebAddress.absolute(value, base: nil)
    {
      set(\.url, "url", address, "JSON-LD url")
    }
    base = base ?? metadata.url
  }

  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "BlogPosting",
    "LiveBlogPosting", "Report", "ReviewNewsArticle", "TechArticle", "ScholarlyArticle", "MedicalWebPage", "Review", "SocialMediaPosting",
    "AskPublicNewsArticle", "SatiricalArticle", "AdvertiserContentArticle",
  ]

  private var articleObject: LinkedData? {
    linked.first {
      $0.types.contains(where: Self.articleTypes.contains)
        && ($0["headline"] != nil || $0["articleBody"] != nil || $0["datePublished"] != nil)
    }
  }

  private func resolve(_ value: LinkedData?) -> LinkedData? {
    guard let value else { return nil }
    if case .array(let items) = value { return items.first.flatMap { resolve($0) } }
    guard value["name"] == nil, let id = value["@id"]?.string else { return value }
    return linked.first { $0["@id"]?.string == id && $0["name"] != nil } ?? value
  }

  private mutating func readOutlet() {
    set(\.outlet, "outlet", meta["og:site_name"].map(Self.outletName), "og:site_name")
    let publisher = resolve(articleObject?["publisher"])
    set(\.outlet, "outlet", (publisher?["name"]?.string ?? publisher?.string).map(Self.clean), "JSON-LD publisher")
    set(\.outlet, "outlet", linked.first { $0.types.contains("WebSite") }?["name"]?.string.map(Self.clean), "JSON-LD WebSite")
    set(\.outlet, "outlet", meta["application-name"], "application-name")
    set(\.outlet, "outlet", meta["dc.publisher"] ?? meta["dcterms.publisher"] ?? meta["citation_publisher"], "dc.publisher")
    if metadata.outlet == nil, let title = meta["title"] {
      let parts = Self.parts(title)
      if parts.count > 1, let last = parts.last, last.split(separator: " ").count <= 4, let host = metadata.url.flatMap(WebAddress.host),
        Self.resembles(last, host: host)
      {
        set(\.outlet, "outlet", last, "title suffix")
      }
    }
    set(\.outlet, "outlet", metadata.url.flatMap(WebAddress.host), "domain")
  }

  private static func outletName(_ name: String) -> String {
    let text = clean(name)
    return text.hasPrefix("@") ? String(text.dropFirst()) : text
  }

  private static func resembles(_ name: String, host: String) -> Bool {
    let letters = Folding.folded(name).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let domain = host.filter { $0.isLetter || $0.isNumber }
    return letters.count >= 2 && (domain.contains(letters) || letters.contains(domain.prefix(max(4, domain.count / 2))))
  }

  // MARK: - Title

  /// A title cut at its separators: "Headline | Site", "Headline - Site".
  static func parts(_ title: String) -> [String] {
    var parts: [String] = []
    var current: [Substring] = []
    for word in title.split(separator: " ") {
      if ["|", "-", "–", "—", "»", "«", "·", "•", "::", "/", "<", ">"].contains(word) {
        if !current.isEmpty { parts.append(current.joined(separator: " ")) }
        current = []
      } else {
        current.append(word)
      }
    }
    if !current.isEmpty { parts.append(current.joined(separator: " ")) }
    return parts
  }

  private static func keys(_ text: String) -> [UInt64] { Document(text).tokens.filter { $0.isWord || $0.isNumber }.map(\.key) }

  private mutating func readTitle() {
    let jsonHeadline = articleObject?["headline"]?.string.map(Self.clean)
    let references = [meta["og:title"], meta["title"], jsonHeadline, meta["twitter:title"]].compactMap { $0 }.map(Self.keys).filter {
      !$0.isEmpty
    }
    let headings = heading.prefix(30).map { (node: $0, text: Self.clean(tree.text(of: $0, limit: 600))) }.filter { !$0.text.isEmpty }
    let outlet = metadata.outlet.map(Self.keys) ?? []
    // An h1 that a declared title equals or begins with.
    for (_, text) in headings {
      let words = Self.keys(text)
      guard !words.isEmpty, words != outlet, words.count >= 2 || references.contains(words) else { continue }
      if references.contains(where: { $0 == words || $0.starts(with: words) && words.count * 5 >= $0.count * 2 }) {
        return set(\.title, "title", text, "h1")
      }
    }
    // A similar one.
    var best: (score: Double, text: String)?
    for (_, text) in headings {
      let words = Set(Self.keys(text))
      guard words.count >= 3 else { continue }
      for reference in references {
        let other = Set(reference)
        let score = Double(words.intersection(other).count * 2) / Double(words.count + other.count)
        if score >= 0.6, score > best?.score ?? 0 { best = (score, text) }
      }
    }
    if let best { return set(\.title, "title", best.text, "h1") }
    set(\.title, "title", jsonHeadline, "JSON-LD headline")
    set(\.title, "title", meta["og:title"].map { withoutSite($0) }, "og:title")
    set(\.title, "title", meta["twitter:title"].map { withoutSite($0) }, "twitter:title")
    set(\.title, "title", meta["dc.title"] ?? meta["citation_title"], "dc.title")
    if headings.count == 1, headings[0].text.split(separator: " ").count >= 3 { set(\.title, "title", headings[0].text, "h1") }
    set(\.title, "title", meta["title"].map { withoutSite($0) }, "title")
    if let first = headings.first { set(\.title, "title", first.text, "h1") }
  }

  /// Without the site's name at the end (or start).
  private func withoutSite(_ title: String) -> String {
    let parts = Self.parts(title)
    guard parts.count > 1 else { return title }
    let host = metadata.url.flatMap(WebAddress.host) ?? ""
    let outlet = metadata.outlet.map(Self.keys) ?? []
    func isSite(_ part: String) -> Bool {
      let words = Self.keys(part)
      return words == outlet || !words.isEmpty && outlet.starts(with: words) || Self.resembles(part, host: host)
    }
    if let last = parts.last, isSite(last), let cut = title.range(ofLast: last) {
      return Self.trimmed(String(title[..<cut.lowerBound]))
    }
    if let first = parts.first, parts.count == 2, isSite(first) { return parts[1] }
    return title
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, " |-–—»«·•:/<>".contains(last) { text = text.dropLast() }
    return String(text)
  }

  // MARK: - Date

  /// The day of publication, as the outlet's own clock shows it; never that of a change.
  private mutating func readDate() {
    func accept(_ text: String?, _ basis: String) {
      guard metadata.published == nil, let text, let date = Self.day(text) else { return }
      metadata.published = date
      metadata.basis["published"] = basis
    }
    for key in [
      "article:published_time", "og:published_time", "article:published", "og:article:published_time", "datepublished", "date_published",
      "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date",
      "dc.date.created",
      "dcterms.date", "publish-date", "publishdate", "pubdate", "publication_date", "publish_date", "article.published",
      "citation_publication_date",
      "citation_date", "article_date_original", "originalpublicationdate", "date", "rnews:datepublished", "last-published", "published",
      "article:post_date",
    ] {
      accept(meta[key], key)
    }
    accept(articleObject?["datePublished"]?.string, "JSON-LD datePublished")
    for object in linked where metadata.published == nil { accept(object["datePublished"]?.string, "JSON-LD datePublished") }
    accept(articleObject?["dateCreated"]?.string, "JSON-LD dateCreated")
    guard metadata.published == nil else { return }
    // Elements that say so themselves.
    var firstTime: String?
    var byClass: String?
    for i in tree.nodes.indices where metadata.published == nil {
      let node = tree.nodes[i]
      guard node.tag != .text, !node.attributes.isEmpty else { continue }
      let property = tree.string(i, .itemprop)?.lowercased() ?? ""
      if property.contains("datepublished") {
        accept(tree.string(i, .content) ?? tree.string(i, .datetime) ?? tree.text(of: i, limit: 200), "itemprop datePublished")
      }
      let classes = ((tree.string(i, .class) ?? "") + " " + (tree.string(i, .id) ?? "")).lowercased()
      if node.tag == .time {
        let value = tree.string(i, .datetime).flatMap { Self.day($0) == nil ? nil : $0 } ?? tree.text(of: i, limit: 200)
        guard Self.day(value) != nil, !classes.contains("update"), !classes.contains("modif") else { continue }
        if classes.contains("publi") || tree.value(i, .pubdate) != nil || classes.contains("entry-date") || classes.contains("posted") {
          accept(value, "time element")
        }
        if firstTime == nil { firstTime = value }
      } else if byClass == nil,
        classes.contains("date") || classes.contains("publi") || classes.contains("datum") || classes.contains("byline")
          || classes.contains("meta") || classes.contains("posted") || classes.contains("time"),
        !classes.contains("update"), !classes.contains("modif"), Int(node.end) - i < 60
      {
        let text = tree.text(of: i, limit: 300)
        if text.utf8.count < 250, let line = Self.dateLine(text), !line.isUpdate { byClass = text }
      }
    }
    if metadata.published == nil, let url = metadata.url, let date = Self.dayInAddress(url) {
      metadata.published = date
      metadata.basis["published"] = "address"
    }
    accept(byClass, "date line")
    accept(firstTime, "time element")
  }

  private static func dateLine(_ text: String) -> DateLine? {
    let document = Document(text)
    return DateLine(document, document.tokens.indices, limit: 80)
  }

  static func day(_ text: String) -> CalendarDate? {
    let trimmed = text.drop { $0 == " " }
    let date: CalendarDate?
    if let iso = CalendarDate(iso: trimmed) {
      date = iso
    } else if trimmed.utf8.count >= 8, trimmed.utf8.prefix(8).allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(trimmed.prefix(8)),
      trimmed.utf8.count == 8 || trimmed.utf8.dropFirst(8).first == 0x54
    {
      date = CalendarDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
    } else {
      date = dateLine(String(trimmed.prefix(300)))?.date
    }
    guard let date, date.year >= 1990, date.year <= 2100 else { return nil }
    return date
  }

  /// "/2017/05/10/", "/2017-05-10-", "20170510".
  static func dayInAddress(_ address: String) -> CalendarDate? {
    let bytes = Array(address.utf8)
    var i = 0
    while i + 8 <= bytes.count {
      func number(_ at: Int, _ count: Int) -> Int? {
        guard at + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[at..<at + count] {
          guard byte &- 0x30 < 10 else { return nil }
          value = value * 10 + Int(byte - 0x30)
        }
        return value
      }
      if i > 0, bytes[i - 1] &- 0x30 >= 10, let year = number(i, 4), (1990...2100).contains(year) {
        if i + 10 <= bytes.count, bytes[i + 4] == 0x2f || bytes[i + 4] == 0x2d || bytes[i + 4] == 0x5f, bytes[i + 7] == bytes[i + 4],
          let month = number(i + 5, 2),
          let day = number(i + 8, 2), i + 10 == bytes.count || bytes[i + 10] &- 0x30 >= 10,
          let date = CalendarDate(year: year, month: month, day: day)
        {
          return date
        }
        if let month = number(i + 4, 2), let day = number(i + 6, 2), i + 8 == bytes.count || bytes[i + 8] &- 0x30 >= 10,
          let date = CalendarDate(year: year, month: month, day: day)
        {
          return date
        }
      }
      i += 1
    }
    return nil
  }

  // MARK: - Authors

  private mutating func readAuthors() {
    func accept(_ names: [String], _ basis: String) {
      guard metadata.authors.isEmpty else { return }
      var result: [String] = []
      for name in names.flatMap(Self.people) where isPerson(name) && !result.contains(name) { result.append(name) }
      guard !result.isEmpty, result.count <= 12 else { return }
      metadata.authors = result
      metadata.basis["authors"] = basis
    }
    for object in linked where object.types.contains(where: Self.articleTypes.contains) && object["author"] != nil {
      accept(people(in: object["author"]), "JSON-LD author")
    }
    for key in [
      "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author",
      "article:author_name", "dc.author", "cxenseparse:author",
    ] where key != "author" {
      if let value = meta[key] { accept([value], key) }
    }
    var related: [String] = []
    var property: [String] = []
    var byline: [String] = []
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      guard node.tag != .text, node.tag != .meta, node.tag != .link, !node.attributes.isEmpty, Int(node.end) - i < 80 else { continue }
      if let rel = tree.string(i, .rel)?.lowercased(), rel.split(separator: " ").contains("author") {
        related.append(tree.text(of: i, limit: 120))
      }
      if let value = tree.string(i, .itemprop)?.lowercased(), value.split(separator: " ").contains("author") {
        property.append(named(in: i) ?? tree.text(of: i, limit: 160))
      }
      if byline.count < 8, let classes = tree.string(i, .class)?.lowercased() ?? tree.string(i, .dataTest)?.lowercased() {
        let words = classes.split { $0 == " " }
        if words.contains(where: { Self.bylineClasses.contains(String($0)) }) {
          let text = tree.text(of: i, limit: 200)
          if text.utf8.count <= 120, !text.isEmpty { byline.append(text) }
        }
      }
    }
    accept(Array(related.prefix(6)), "rel=author")
    accept(Array(property.prefix(6)), "itemprop author")
    for text in byline { accept([text], "byline") }
    if let value = meta["author"] { accept([value], "meta author") }
  }

  private static let bylineClasses: Set<String> = [
    "author", "byline", "author-name", "byline-name", "byline__name", "author__name", "article-author", "article__author", "post-author",
    "entry-author",
    "byline-author", "authorname", "author_name", "article-byline", "article__byline", "c-byline", "vcard", "author-link", "autor",
    "autorenname", "post-byline",
    "byline__author", "contributor", "article-author-name", "c-byline__author", "story-author", "writer", "by-author",
  ]

  private func named(in node: Int) -> String? {
    for i in node + 1..<Int(tree.nodes[node].end) where tree.string(i, .itemprop)?.lowercased() == "name" {
      return tree.string(i, .content) ?? tree.text(of: i, limit: 120)
    }
    return nil
  }

  private func people(in value: LinkedData?) -> [String] {
    guard let value else { return [] }
    return value.items.flatMap { item -> [String] in
      if case .string(let name) = item { return [name] }
      guard let resolved = resolve(item) else { return [] }
      let types = resolved.types
      if types.contains("Organization") || types.contains("NewsMediaOrganization") { return [] }
      return resolved["name"]?.items.compactMap(\.string) ?? []
    }
  }

  /// Splits "By Ana Gil and Zoë Maß | Porto Post" into names.
  private static func people(_ text: String) -> [String] {
    let clean = clean(text)
    guard !clean.contains("http"), !clean.contains("@"), !clean.contains("www.") else { return [] }
    return Byline.names(in: clean)
  }

  private func isPerson(_ name: String) -> Bool {
    let document = Document(name)
    let words = document.tokens.filter(\.isWord)
    guard (1...6).contains(words.count), !document.tokens.contains(where: { $0.isNumber }), name.utf8.count <= 60 else { return false }
    guard !words.contains(where: { Self.nobody.contains($0) }) else { return false }
    let keys = words.map(\.key)
    if let outlet = metadata.outlet, keys == Self.keys(outlet) || !keys.isEmpty && Self.keys(outlet).starts(with: keys) { return false }
    if let host = metadata.url.flatMap(WebAddress.host), words.count <= 2, Self.resembles(name, host: host) { return false }
    if words.count == 1 { return false }
    return true
  }

  /// Words of bylines that name no person.
  private static let nobody = WordList(
    """
    admin
    administrator
    agency
    agencies
    blog
    board
    bureau
    company
    contributor
    contributors
    correspondent
    desk
    digital
    editor
    editorial
    editors
    guest
    inc
    institute
    llc
    ltd
    magazine
    media
    network
    news
    newsroom
    office
    online
    press
    redaccion
    redaktion
    redazione
    report
    reporter
    reporters
    service
    staff
    team
    times
    user
    web
    webmaster
    website
    wire
    writer
    writers
    rights
    published
    updated
    more
    about
    share
    comments
    read
    view
    posts
    unknown
    anonymous
    university
    association
    redactie
    redacao
    nachrichten
    zeitung
    presse
    foundation
    group
    center
    """)

  // MARK: - Dek, language, body

  private mutating func readRest() {
    set(\.dek, "dek", meta["og:description"], "og:description")
    set(\.dek, "dek", meta["description"], "description")
    if let html = tree.nodes.firstIndex(where: { $0.tag == .html }), let tag = tree.string(html, .lang) {
      set(\.language, "language", FrontMatter.languageCode(tag), "html lang")
    }
    set(\.language, "language", meta["og:locale"].flatMap(FrontMatter.languageCode), "og:locale")
    articleBody = articleObject?["articleBody"]?.string ?? linked.lazy.compactMap { $0["articleBody"]?.string }.first
  }
}

extension String {
  /// The last occurrence of a string that is known to be in it.
  fileprivate func range(ofLast needle: String) -> Range<String.Index>? {
    let wanted = Array(needle.utf8)
    let bytes = Array(utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    for start in (0...bytes.count - wanted.count).reversed() where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let from = utf8.index(utf8.startIndex, offsetBy: start)
      return from..<utf8.index(from, offsetBy: wanted.count)
    }
    return nil
  }
}
