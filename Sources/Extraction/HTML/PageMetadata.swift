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
        guard tree.value(i, .type, holds: "ld+json") else { continue }
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
      metadata.published = localDay(of: text) ?? date
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
    var doubtful: String?
    for object in [articleObject].compactMap({ $0 }) + linked where metadata.published == nil {
      guard let value = object["datePublished"]?.string else { continue }
      if value.utf8.first.map({ $0 &- 0x30 >= 10 }) == true, value == object["dateModified"]?.string {
        // A site builder's day of the last change, written in words, in both fields.
        doubtful = doubtful ?? value
      } else {
        accept(value, "JSON-LD datePublished")
      }
    }
    accept(articleObject?["dateCreated"]?.string, "JSON-LD dateCreated")
    guard metadata.published == nil else { return }
    defer { accept(doubtful, "JSON-LD datePublished") }
    // Elements that say so themselves.
    var firstTime: String?
    var byClass: String?
    for i in tree.nodes.indices where metadata.published == nil {
      let node = tree.nodes[i]
      guard node.tag != .text, !node.attributes.isEmpty else { continue }
      if tree.value(i, .itemprop, holds: "datepublished") {
        accept(tree.string(i, .content) ?? tree.string(i, .datetime) ?? tree.text(of: i, limit: 200), "itemprop datePublished")
      }
      let isChange = tree.isNamed(i, "update") || tree.isNamed(i, "modif")
      if node.tag == .time {
        let value = tree.string(i, .datetime).flatMap { Self.day($0) == nil ? nil : $0 } ?? tree.text(of: i, limit: 200)
        guard !isChange, Self.day(value) != nil else { continue }
        if tree.isNamed(i, "publi") || tree.value(i, .pubdate) != nil || tree.isNamed(i, "entry-date") || tree.isNamed(i, "posted") {
          accept(value, "time element")
        }
        if firstTime == nil { firstTime = value }
      } else if byClass == nil, !isChange, Int(node.end) - i < 60, Self.dateNames.contains(where: { tree.isNamed(i, $0) }) {
        let text = tree.text(of: i, limit: 300)
        if text.utf8.count < 250, let line = Self.dateLine(text), !line.isUpdate { byClass = text }
      }
    }
    if metadata.published == nil, let url = metadata.url, let date = Self.dayInAddress(url) {
      metadata.published = date
      metadata.basis["published"] = "address"
    }
    accept(besideHeadline(), "date line")
    accept(firstTime, "time element")
    accept(byClass, "date line")
  }

  /// The day that a `time` element with an offset shows for an instant given in UTC; nil if there is none.
  private func localDay(of text: String) -> CalendarDate? {
    guard let instant = Self.instant(text), instant.offset == 0, instant.hasTime else { return nil }
    for i in tree.nodes.indices where tree.nodes[i].tag == .time {
      guard let value = tree.string(i, .datetime), let other = Self.instant(value), other.offset != 0, other.minute == instant.minute else {
        continue
      }
      return CalendarDate(iso: value)
    }
    return nil
  }

  /// Minutes since 1970 of `2017-05-10T09:30:00+02:00`, and the offset in minutes; nil if it is no ISO 8601 time with a zone.
  private static func instant(_ text: String) -> (minute: Int, offset: Int, hasTime: Bool)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, let date = CalendarDate(iso: text), bytes[10] == 0x54 || bytes[10] == 0x20 else { return nil }
    func number(_ i: Int) -> Int? {
      guard i + 1 < bytes.count, bytes[i] &- 0x30 < 10, bytes[i + 1] &- 0x30 < 10 else { return nil }
      return Int(bytes[i] - 0x30) * 10 + Int(bytes[i + 1] - 0x30)
    }
    guard let hour = number(11), let minute = number(14),
      let zone = bytes[16...].firstIndex(where: { $0 == 0x5a || $0 == 0x2b || $0 == 0x2d })
    else {
      return nil
    }
    var offset = 0
    if bytes[zone] != 0x5a {
      guard let hours = number(zone + 1) else { return nil }
      offset = hours * 60 + (number(zone + 4) ?? number(zone + 3) ?? 0)
      if bytes[zone] == 0x2d { offset = -offset }
    }
    return (date.daysSince1970 * 1440 + hour * 60 + minute - offset, offset, true)
  }

  /// A date close to the headline: below it first, then above.
  private func besideHeadline() -> String? {
    let title = metadata.title.map(Self.keys) ?? []
    guard
      let node = heading.first(where: { Self.keys(tree.text(of: $0, limit: 600)) == title }) ?? (heading.count == 1 ? heading.first : nil)
    else {
      return nil
    }
    let end = Int(tree.nodes[node].end)
    for i in Array(end..<min(end + 60, tree.nodes.count)) + (max(0, node - 40)..<node).reversed() {
      if tree.nodes[i].tag == .time, let value = tree.string(i, .datetime), Self.day(value) != nil, !tree.isNamed(i, "update"),
        !tree.isNamed(i, "modif")
      {
        return value
      }
      let range = tree.nodes[i].text
      guard tree.nodes[i].tag == .text, (6...120).contains(range.count) else { continue }
      let text = String(decoding: tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      if let line = Self.dateLine(text), !line.isUpdate { return text }
    }
    return nil
  }

  private static let dateNames: [StaticString] = ["date", "publi", "datum", "byline", "meta", "posted", "time"]

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
    func accept(_ names: [String], _ basis: String, single: Bool = true) {
      guard metadata.authors.isEmpty else { return }
      var result: [String] = []
      for name in names.flatMap(Self.people) where isPerson(name, single: single) && !result.contains(name) {
        // "All posts by Ana Gil" beside "Ana Gil".
        if result.contains(where: { name.hasSuffix($0) || $0.hasSuffix(name) }) { continue }
        result.append(name)
      }
      guard !result.isEmpty, result.count <= 12 else { return }
      metadata.authors = result
      metadata.basis["authors"] = basis
    }
    for object in linked
    where object.types.contains(where: Self.articleTypes.contains) && object["author"] != nil && metadata.authors.isEmpty {
      let (named, said) = people(in: object["author"])
      let persons = named.map(Self.clean).filter { isPerson($0, single: true, trusted: true) }
      if !persons.isEmpty, persons.count <= 12 {
        metadata.authors = persons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        metadata.basis["authors"] = "JSON-LD author"
      } else {
        accept(said, "JSON-LD author")
      }
    }
    for key in [
      "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author",
      "article:author_name", "dc.author",
      "cxenseparse:author",
    ] {
      if let value = meta[key] { accept([value], key) }
    }
    if let label = meta["twitter:label1"]?.lowercased(),
      label.contains("written") || label.contains("author") || label.contains("verfasst") || label.contains("escrito"),
      let name = meta["twitter:data1"]
    {
      accept([name], "twitter:data1")
    }
    var related: [(node: Int, text: String)] = []
    var opened: [String] = []
    var property: [String] = []
    var byline: [String] = []
    var i = 0
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      defer { i += 1 }
      guard node.tag != .text, node.tag != .meta, node.tag != .link, !node.attributes.isEmpty else { continue }
      if let name = tree.value(i, .class) ?? tree.value(i, .id), node.tag != .body, node.tag != .html, node.tag != .article,
        node.tag != .main,
        Int(node.end) - i < tree.nodes.count / 2, NameParts.split(name).contains(where: Self.otherPeople.contains)
      {
        i = Int(node.end) - 1
        continue
      }
      guard Int(node.end) - i < 80 else { continue }
      if opened.isEmpty, Int(node.end) - i <= 10, opensWithBy(i), case let text = byText(i), text.utf8.count <= 60 {
        let name = text.split(separator: " ").dropFirst().prefix { $0 != "|" }
        if (2...4).contains(name.count), name.allSatisfy({ $0.first?.isUppercase == true }) { opened.append(name.joined(separator: " ")) }
      }
      if tree.value(i, .rel, holds: "author"), related.isEmpty || related.count < 8 && i - related[0].node < 60 {
        related.append((i, byText(i)))
      }
      if property.count < 6, tree.value(i, .itemprop, holds: "author") { property.append(named(in: i) ?? byText(i)) }
      if byline.count < 8, isBylineNamed(i) {
        let text = byText(i)
        if text.utf8.count <= 120, !text.isEmpty { byline.append(text) }
      }
    }
    accept(related.map(\.text), "rel=author")
    accept(property, "itemprop author")
    for text in byline { accept([text], "byline", single: text.split(separator: " ").count <= 3) }
    if let value = meta["author"] { accept([value], "meta author") }
    accept(opened, "byline", single: false)
  }

  /// An element's text with a bar where two inline elements touch.
  private func byText(_ node: Int) -> String {
    var parts: [String] = []
    var glued = false
    for i in node..<Int(tree.nodes[node].end) {
      if tree.nodes[i].tag == .text {
        let range = tree.nodes[i].text
        let bytes = tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)]
        let blankFirst = bytes.first.map { $0 <= 0x20 } ?? true
        let text = bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        guard !text.isEmpty else {
          glued = false
          continue
        }
        if !parts.isEmpty, glued, !blankFirst { parts.append("|") }
        parts.append(text)
        glued = bytes.last.map { $0 > 0x20 } ?? false
      }
    }
    return parts.joined(separator: " ")
  }

  /// Boxes that name other people: readers, authors of other articles.
  private static let otherPeople = WordList(
    """
    comment
    comments
    commentlist
    related
    relatedposts
    recommended
    sidebar
    footer
    trending
    popular
    latest
    widget
    """)

  /// Whether a class names nothing but an author: `author`, `post-author`, `c-byline__name`.
  private func isBylineNamed(_ i: Int) -> Bool {
    guard let value = tree.value(i, .class) ?? tree.value(i, .dataTest) else { return false }
    guard
      tree.value(i, .class, holds: "aut") || tree.value(i, .class, holds: "byline") || tree.value(i, .class, holds: "vcard")
        || tree.value(i, .class, holds: "writer") || tree.value(i, .class, holds: "contributor")
        || tree.value(i, .dataTest, holds: "author")
    else { return false }
    for name in value.split(whereSeparator: { $0 <= 0x20 }) {
      let parts = NameParts.split(name)
      if parts.contains(where: Self.bylineNames.contains),
        parts.allSatisfy({ Self.bylineNames.contains($0) || Self.besideByline.contains($0) })
      {
        return true
      }
    }
    return false
  }

  private static let bylineNames = WordList(
    """
    author
    authors
    authorname
    byline
    bylines
    vcard
    autor
    autorenname
    contributor
    writer
    """)
  private static let besideByline = WordList(
    """
    name
    names
    by
    link
    article
    post
    entry
    story
    news
    blog
    text
    info
    field
    """)

  /// Whether the first text inside begins with "By " or its like.
  private func opensWithBy(_ i: Int) -> Bool {
    for child in i + 1..<max(i + 1, Int(tree.nodes[i].end)) where tree.nodes[child].tag == .text {
      let text = tree.bytes[Int(tree.nodes[child].text.lowerBound)..<Int(tree.nodes[child].text.upperBound)].drop { $0 <= 0x20 }
      guard let first = text.first else { continue }
      let word = text.prefix { $0 > 0x20 }
      return (first | 0x20 == 0x62 && word.elementsEqual([first, 0x79])) || word.elementsEqual([0x56, 0x6f, 0x6e])
    }
    return false
  }

  private func named(in node: Int) -> String? {
    for i in node + 1..<Int(tree.nodes[node].end) where tree.string(i, .itemprop)?.lowercased() == "name" {
      return tree.string(i, .content) ?? tree.text(of: i, limit: 120)
    }
    return nil
  }

  /// Names that are said to be persons', and other names.
  private func people(in value: LinkedData?) -> (persons: [String], others: [String]) {
    var persons: [String] = []
    var others: [String] = []
    for item in value?.items ?? [] {
      if case .string(let name) = item {
        others.append(name)
        continue
      }
      guard let resolved = resolve(item) else { continue }
      let types = resolved.types
      if types.contains("Organization") || types.contains("NewsMediaOrganization") { continue }
      for name in resolved["name"]?.items.compactMap(\.string) ?? [] {
        // One field with several names is split like a byline.
        let separators =
          name.contains(",") || name.contains(" and ") || name.contains(" und ") || name.contains("&") || name.lowercased().hasPrefix("by ")
        if types.contains("Person"), !separators { persons.append(name) } else { others.append(name) }
      }
    }
    return (persons, others)
  }

  /// Splits "By Ana Gil and Zoë Maß | Porto Post" into names.
  private static func people(_ text: String) -> [String] {
    let clean = clean(text)
    guard !clean.contains("http"), !clean.contains("@"), !clean.contains("www."), clean.utf8.count <= 300 else { return [] }
    // "Posted by", "All posts by", "Interview:" stand before the names.
    let document = Document(clean)
    var start = 0
    var i = 0
    while i < document.tokens.count, i < 8 {
      let token = document.tokens[i]
      guard token.kind == .colon || token.isWord && introducing.contains(token) else { break }
      i += 1
      start = Int(i < document.tokens.count ? document.tokens[i].start : Int32(document.bytes.count))
    }
    let names = document.string(TextSpan(start..<document.bytes.count))
    let split = Byline.names(in: names)
    // A pen name is one word, often in small letters.
    if split.isEmpty, !names.contains(" "), names.utf8.count >= 3 { return [names] }
    return split
  }

  private static let introducing = WordList(
    """
    posted
    written
    published
    reported
    reporting
    submitted
    veroffentlicht
    geschrieben
    verfasst
    erstellt
    zeige
    alle
    beitrage
    show
    all
    posts
    articles
    article
    of
    by
    von
    par
    por
    door
    text
    story
    words
    interview
    autor
    autorin
    author
    authors
    escrito
    publicado
    scritto
    view
    see
    geplaatst
    """)

  /// - Parameter trusted: the page's data call it a person.
  private func isPerson(_ name: String, single: Bool, trusted: Bool = false) -> Bool {
    let document = Document(name)
    let words = document.tokens.filter(\.isWord)
    guard (1...6).contains(words.count), !document.tokens.contains(where: { $0.isNumber }) || words.count == 1, name.utf8.count <= 60 else {
      return false
    }
    guard !words.contains(where: { Self.nobody.contains($0) }) else { return false }
    let the = WordKey.of("the")
    let keys = words.map(\.key).filter { $0 != the }
    if let outlet = metadata.outlet.map(Self.keys)?.filter({ $0 != the }), !trusted || words.count == 1,
      keys == outlet || !keys.isEmpty && outlet.starts(with: keys)
    {
      return false
    }
    if let host = metadata.url.flatMap(WebAddress.host), words.count <= 2, !trusted || words.count == 1, Self.resembles(name, host: host) {
      return false
    }
    if words.count == 1 { return single && !document.tokens.contains(where: { $0.kind == .colon }) && name.utf8.count >= 3 }
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
    says
    archiv
    archive
    blogger
    home
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
