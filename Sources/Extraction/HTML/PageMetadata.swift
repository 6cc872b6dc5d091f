import TextAnalysis

/// What a page says about its article, each value with its source.
struct PageMetadata {
  var metadata = Metadata()
  /// The article's text as the publisher gives it to search engines.
  var articleBody: String?
  /// The address that relative links start from.
  var base: String?

  /// The heading that the title was cut from, where its text is longer.
  private(set) var longHeading: Int?

  private let tree: HTMLTree
  private var meta: [String: String] = [:]
  /// All values of the fields for authors, which may come once for each of them.
  private var creators: [String: [String]] = [:]
  private var linked: [LinkedData] = []
  private var heading: [Int] = []

  init(_ tree: HTMLTree) {
    self.tree = tree
    collect()
    readAddress()
    readOutlet()
    readTitle()
    longHeading = heading.prefix(30).first {
      guard let title = metadata.title, metadata.basis["title"] == "h1" else { return false }
      let text = Self.clean(tree.text(of: $0, limit: 600))
      return text.utf8.count > title.utf8.count && text.utf8.count < title.utf8.count + 60
        && (text.hasPrefix(title) || text.hasSuffix(title))
    }
    readDate()
    readAuthors()
    readRest()
  }

  private mutating func collect() {
    var title: String?
    for i in tree.nodes.indices {
      switch tree.nodes[i].tag {
      case .meta:
        guard let content = tree.string(i, .content), !content.isEmpty, !Self.isUnfilled(content) else { continue }
        for attribute in [HTMLAttribute.property, .name, .itemprop] {
          // RDFa allows several properties of one value.
          for name in tree.string(i, attribute)?.lowercased().split(separator: " ") ?? [] {
            let key = String(name)
            if meta[key] == nil { meta[key] = Self.clean(content) }
            if Self.creatorKeys.contains(key) { creators[key, default: []].append(Self.clean(content)) }
          }
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

  /// "{{site.name}}", which a template has left as it was.
  private static func isUnfilled(_ text: String) -> Bool {
    text.utf8.starts(with: "{{".utf8) && text.utf8.reversed().starts(with: "}}".utf8)
  }

  private func isInside(_ i: Int, _ tag: HTMLTag) -> Bool {
    var node = Int(tree.nodes[i].parent)
    while node > 0 {
      if tree.nodes[node].tag == tag { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// White space collapsed (no-break and other spaces too), entities that were escaped twice decoded.
  static func clean(_ text: String) -> String {
    var inline = MarkdownInline(Array(text.utf8), references: [])
    inline.decodeEntities()
    return String(decoding: ScrapeLines.collapsed(Array(inline.text)), as: UTF8.self)
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
    set(\.outlet, "outlet", meta["og:site_name"].map { withoutSlogan(Self.outletName($0)) }, "og:site_name")
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
    set(\.outlet, "outlet", siteInTitle(), "title suffix")
  }

  /// The site's name where nothing but the title tells it: a few words at its end, after what the page's heading says, or after all
  /// the rest if the page has no heading.
  private func siteInTitle() -> String? {
    guard let title = meta["title"] ?? meta["og:title"], title.utf8.count <= 1000 else { return nil }
    guard let last = Self.pieces(title).last, last.start > 0 else { return nil }
    func isCapitalized(_ word: Substring) -> Bool { word.first?.isUppercase == true || word.first?.isNumber == true }
    let words = last.text.split(separator: " ")
    guard words.count <= 4, words.contains(where: isCapitalized) else { return nil }
    let rest = Self.keys(title.split(separator: " ").prefix(last.start).joined(separator: " "))
    let headings = heading.prefix(30).map { Self.keys(Self.clean(tree.text(of: $0, limit: 600))) }.filter { !$0.isEmpty }
    guard headings.isEmpty else {
      return headings.contains { $0 == rest || last.separator == "|" && rest.starts(with: $0) } ? last.text : nil
    }
    guard words.count <= 3, isCapitalized(words[0]) else { return nil }
    return rest.count >= (words.allSatisfy { isCapitalized($0) || $0.count <= 3 } ? 2 : 4) ? last.text : nil
  }

  private static func outletName(_ name: String) -> String {
    let text = clean(name)
    return text.hasPrefix("@") ? String(text.dropFirst()) : text
  }

  /// "Porto Post | All that moves the harbour" on porto-post.example is the Porto Post.
  private func withoutSlogan(_ name: String) -> String {
    let parts = Self.pieces(name)
    guard parts.count == 2, parts[1].text.split(separator: " ").count >= 3, let host = metadata.url.flatMap(WebAddress.host),
      Self.resembles(parts[0].text, host: host)
    else { return name }
    return parts[0].text
  }

  private static func resembles(_ name: String, host: String) -> Bool {
    let letters = Folding.folded(name).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let domain = host.filter { $0.isLetter || $0.isNumber }
    guard letters.count >= 2 else { return false }
    if domain.contains(letters) || letters.contains(domain.prefix(max(4, domain.count / 2))) { return true }
    // "Rust Blog" of blog.rust-lang.org.
    let words = Folding.folded(name).split { !($0.isLetter || $0.isNumber) }
    let labels = host.split { !($0.isLetter || $0.isNumber) }
    return words.count >= 2 && words.allSatisfy { labels.contains($0) }
  }

  // MARK: - Title

  /// A title cut at its separators: "Headline | Site", "Headline - Site".
  static func parts(_ title: String) -> [String] { pieces(title).map(\.text) }

  /// The parts of a title, each with the separator before it and the number of words before that.
  private static func pieces(_ title: String) -> [(text: String, separator: Substring, start: Int)] {
    var pieces: [(text: String, separator: Substring, start: Int)] = []
    var current: [Substring] = []
    var opening: (separator: Substring, start: Int) = ("", 0)
    func close() {
      if !current.isEmpty { pieces.append((current.joined(separator: " "), opening.separator, opening.start)) }
    }
    for (i, word) in title.split(separator: " ").enumerated() {
      if separators.contains(word) {
        close()
        if !current.isEmpty || opening.separator.isEmpty { opening = (word, i) }
        current = []
      } else {
        current.append(word)
      }
    }
    close()
    return pieces
  }

  private static let separators: Set<Substring> = ["|", "-", "–", "—", "»", "«", "·", "•", ":", "::", "/", "//", "<", ">"]

  private static func keys(_ text: String) -> [UInt64] { Document(text).tokens.filter { $0.isWord || $0.isNumber }.map(\.key) }

  private mutating func readTitle() {
    let jsonHeadline = articleObject?["headline"]?.string.map(Self.clean)
    let declared = meta["dc:title"] ?? meta["dc.title"] ?? meta["dcterms.title"] ?? meta["citation_title"]
    let references = [meta["og:title"], meta["title"], jsonHeadline, meta["twitter:title"], declared].compactMap(\.self).map(Self.keys)
      .filter { !$0.isEmpty }
    let outlet = metadata.outlet.map(Self.keys) ?? []
    var sites = [outlet]
    var headings: [String] = []
    for node in heading.prefix(30) {
      let text = headline(node, references: references)
      guard !text.isEmpty else { continue }
      if namesTheSite(node) { sites.append(Self.keys(text)) } else if !headings.contains(text) { headings.append(text) }
    }
    sites.removeAll(where: \.isEmpty)
    // An h1 that a declared title equals or begins with.
    for text in headings {
      let words = Self.keys(text)
      guard !words.isEmpty, !sites.contains(words), words.count >= 2 || references.contains(words) else { continue }
      if references.contains(where: { $0 == words || $0.starts(with: words) && words.count * 5 >= $0.count * 2 }) {
        return set(\.title, "title", Self.withoutSection(text), "h1")
      }
    }
    // A similar one; of a page's only one less is asked.
    var best: (score: Double, text: String)?
    for text in headings {
      let words = Set(Self.keys(text))
      guard words.count >= 3 else { continue }
      for reference in references {
        let other = Set(reference)
        let score = Double(words.intersection(other).count * 2) / Double(words.count + other.count)
        if score >= (headings.count == 1 && words.count >= 4 ? 0.35 : 0.6), score > best?.score ?? 0 { best = (score, text) }
      }
    }
    if let best { return set(\.title, "title", Self.withoutSection(best.text), "h1") }
    // Where the page's first heading names a section, the headline may stand in a lower one.
    if let text = lowerHeading(sites: sites, atLeast: headings.isEmpty ? 2 : 4) { return set(\.title, "title", text, "heading") }
    set(\.title, "title", jsonHeadline, "JSON-LD headline")
    set(\.title, "title", declared.map { withoutSite($0, sites: sites) }, "dc.title")
    set(\.title, "title", meta["og:title"].map { withoutSite($0, sites: sites) }, "og:title")
    set(\.title, "title", meta["twitter:title"].map { withoutSite($0, sites: sites) }, "twitter:title")
    set(\.title, "title", meta["parsely-title"] ?? meta["sailthru.title"] ?? meta["cxenseparse:title"], "parsely-title")
    let title = meta["title"].map { withoutSite($0, sites: sites) }
    if headings.count == 1, headings[0].split(separator: " ").count >= 3, !isBetter(title, than: headings[0]) {
      set(\.title, "title", headings[0], "h1")
    }
    set(\.title, "title", title, "title")
    if let first = headings.first { set(\.title, "title", first, "h1") }
  }

  /// Whether a title that shares no word with the page's heading says more than it: the heading is a section's name or a slogan.
  private func isBetter(_ title: String?, than heading: String) -> Bool {
    guard let words = title.map(Self.keys), words.count >= 4 else { return false }
    let other = Self.keys(heading)
    return words.count > other.count && Set(words).isDisjoint(with: other)
  }

  /// A heading's text; without a date, and without a label ("Opinion") unless a declared title has it.
  private func headline(_ node: Int, references: [[UInt64]]) -> String {
    var whole = Self.clean(tree.text(of: node, limit: 600))
    // The mark of a link to the heading itself.
    while whole.count > 1, whole.hasSuffix("¶") || whole.hasSuffix(" ") { whole.removeLast() }
    var bare: [String] = []
    var isCut = false
    var i = node + 1
    while i < Int(tree.nodes[node].end) {
      if tree.nodes[i].tag == .text {
        let range = tree.nodes[i].text
        bare.append(String(decoding: tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self))
      } else if tree.nodes[i].tag == .time
        || tree.value(i, .class).map({ NameParts.split($0).contains(where: Self.besideHeadlineNames.contains) }) == true
      {
        isCut = true
        i = Int(tree.nodes[i].end)
        continue
      }
      i += 1
    }
    guard isCut else { return whole }
    let text = Self.clean(bare.joined())
    return text.isEmpty || references.contains(Self.keys(whole)) ? whole : text
  }

  private static let besideHeadlineNames = WordList(
    """
    date
    time
    kicker
    topline
    overline
    eyebrow
    dachzeile
    permalink
    headerlink
    badge
    """)

  /// Whether a heading is the page's sign: named so, or nothing but a link to the site's first page.
  private func namesTheSite(_ node: Int) -> Bool {
    for name in [tree.value(node, .id), tree.value(node, .class)].compactMap({ $0 }) {
      for word in name.split(whereSeparator: { $0 <= 0x20 }) {
        let parts = NameParts.split(word)
        if parts.contains(where: Self.signNames.contains)
          || zip(parts, parts.dropFirst()).contains(where: { Self.site.contains($0) && Self.title.contains($1) })
        {
          return true
        }
      }
    }
    let links = (node + 1..<max(node + 1, Int(tree.nodes[node].end))).filter { tree.nodes[$0].tag == .a }
    guard links.count == 1 || links.isEmpty else { return false }
    let parent = Int(tree.nodes[node].parent)
    guard let link = links.first ?? (parent > 0 && tree.nodes[parent].tag == .a ? parent : nil), let href = tree.string(link, .href),
      !href.isEmpty
    else {
      return false
    }
    guard let address = WebAddress.absolute(href, base: base ?? "http://localhost/"), let scheme = address.utf8.firstIndex(of: 0x3a) else {
      return false
    }
    // "https://host" and "https://host/": three slashes at most, the last of them at the end.
    let rest = address.utf8[scheme...].dropFirst(3)
    return rest.firstIndex(of: 0x2f).map { rest.index(after: $0) == rest.endIndex } ?? true
  }

  private static let signNames = WordList(
    """
    branding
    brand
    logo
    sitetitle
    sitename
    """)
  private static let site = WordList("site\nblog\nwebsite")
  private static let title = WordList("title\nname\ntitel")

  /// A lower heading that a part of a declared title equals.
  private func lowerHeading(sites: [[UInt64]], atLeast count: Int) -> String? {
    let parts = [meta["og:title"], meta["title"]].compactMap { $0 }.filter { $0.utf8.count <= 1000 }.flatMap(Self.parts).map(Self.keys)
      .filter {
        !$0.isEmpty && !sites.contains($0)
      }
    for i in tree.nodes.indices where (2...4).contains(tree.nodes[i].tag.level) {
      let text = Self.clean(tree.text(of: i, limit: 600))
      let words = Self.keys(text)
      if words.count >= count, parts.contains(words), !namesTheSite(i) { return text }
    }
    return nil
  }

  /// Without a section's or the site's name after a bar at the end.
  private static func withoutSection(_ title: String) -> String {
    let pieces = pieces(title)
    guard pieces.count > 1, let last = pieces.last, last.separator == "|", last.text.split(separator: " ").count <= 4,
      keys(last.text).count <= 3, last.start >= 4
    else { return title }
    return title.split(separator: " ").prefix(last.start).joined(separator: " ")
  }

  /// Without the site's name and what follows it, or what it begins with.
  private func withoutSite(_ title: String, sites: [[UInt64]]) -> String {
    // Each part is looked at with all that follows it: a longer text is no title.
    guard title.utf8.count <= 1000 else { return title }
    let pieces = Self.pieces(title)
    guard pieces.count > 1 else { return title }
    let host = metadata.url.flatMap(WebAddress.host)
    func isSite(_ part: String) -> Bool {
      let words = Self.keys(part)
      guard !words.isEmpty else { return true }
      return sites.contains(where: { $0 == words || $0.starts(with: words) }) || host.map { Self.resembles(part, host: $0) } == true
    }
    let words = title.split(separator: " ")
    // The site's name may hold separators itself.
    for (i, piece) in pieces.enumerated() where i > 0 {
      if sites.contains(Self.keys(words[piece.start...].joined(separator: " "))) {
        return words.prefix(piece.start).joined(separator: " ")
      }
    }
    if isSite(pieces[0].text) {
      let rest = pieces.dropFirst().drop { Self.keys($0.text).allSatisfy(Self.archiveWords.contains) }
      if let first = rest.first, rest.count == 1 || !isSite(first.text) {
        return words[(first.start + 1)...].joined(separator: " ")
      }
    }
    if let cut = pieces.dropFirst().first(where: { isSite($0.text) }) { return words.prefix(cut.start).joined(separator: " ") }
    return Self.withoutSection(title)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.unicodeScalars.last, " |-–—»«·•:/<>,".unicodeScalars.contains(last) { text = text.dropLast() }
    return String(text)
  }

  private static let archiveWords: Set<UInt64> = ["blog", "archiv", "archive", "archives", "archivo", "news", "home", "start"].reduce(
    into: []) {
      $0.insert(WordKey.of($1))
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
      if value.utf8.first.map({ $0 &- 0x30 >= 10 }) == true, let changed = object["dateModified"]?.string.flatMap(Self.day),
        let day = Self.day(value), changed <= day
      {
        // A site builder's day on which the site was written last, in words, the same in both fields or later than the change.
        doubtful = doubtful ?? value
      } else {
        accept(value, "JSON-LD datePublished")
      }
    }
    let created = articleObject?["dateCreated"]?.string
    if doubtful == nil { accept(created, "JSON-LD dateCreated") }
    guard metadata.published == nil else { return }
    defer {
      accept(created, "JSON-LD dateCreated")
      accept(doubtful, "JSON-LD datePublished")
    }
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
        // The title of hAtom's abbreviation holds the day in ISO 8601.
        if let value = tree.string(i, .title), value.utf8.count <= 40, CalendarDate(iso: value) != nil {
          byClass = value
          continue
        }
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

  /// A date close to the headline: close below it first, then close above, then further away.
  private func besideHeadline() -> String? {
    let title = metadata.title.map(Self.keys) ?? []
    guard
      let node = heading.first(where: { Self.keys(tree.text(of: $0, limit: 600)) == title })
        ?? heading.first(where: { !title.isEmpty && Self.keys(tree.text(of: $0, limit: 600)).starts(with: title) })
        ?? (heading.count == 1 ? heading.first : nil)
    else {
      return nil
    }
    let end = Int(tree.nodes[node].end)
    let count = tree.nodes.count
    let (near, far) = (end..<min(end + 24, count), min(end + 24, count)..<min(end + 60, count))
    let (above, farAbove) = (max(0, node - 24)..<node, max(0, node - 40)..<max(0, node - 24))
    for i in Array(near) + above.reversed() + Array(far) + farAbove.reversed() {
      if tree.nodes[i].tag == .time, let value = tree.string(i, .datetime), Self.day(value) != nil, !tree.isNamed(i, "update"),
        !tree.isNamed(i, "modif"), !isInside(i, .aside)
      {
        return value
      }
      let range = tree.nodes[i].text
      guard tree.nodes[i].tag == .text, (6...120).contains(range.count) else { continue }
      let text = String(decoding: tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      if let line = Self.dateLine(text), !line.isUpdate, !isInside(i, .aside) { return text }
    }
    return nil
  }

  private static let dateNames: [StaticString] = ["date", "publi", "datum", "byline", "meta", "posted", "time", "submitted"]

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
    func accept(_ names: [String], _ basis: String, single: Bool = true, isData: Bool = false) {
      guard metadata.authors.isEmpty else { return }
      var result: [String] = []
      for name in names.flatMap({ Self.people($0, isData: isData) }).map(withoutOutlet)
      where isPerson(name, single: single) && !result.contains(name) {
        // "All posts by Ana Gil" beside "Ana Gil".
        if result.contains(where: { name.hasSuffix($0) || $0.hasSuffix(name) }) { continue }
        result.append(name)
      }
      guard !result.isEmpty, result.count <= 12 else { return }
      metadata.authors = result.map(Byline.inOrdinaryCase)
      metadata.basis["authors"] = basis
    }
    for object in linked
    where object.types.contains(where: Self.articleTypes.contains) && object["author"] != nil && metadata.authors.isEmpty {
      let (named, said) = people(in: object["author"])
      let persons = named.map { withoutOutlet(Self.spaced(Self.clean($0))) }.filter { isPerson($0, single: true, trusted: true) }
      if !persons.isEmpty, persons.count <= 12 {
        metadata.authors = persons.map(Byline.inOrdinaryCase).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        metadata.basis["authors"] = "JSON-LD author"
      } else {
        accept(said, "JSON-LD author", isData: true)
      }
    }
    for key in Self.creatorKeys {
      if let values = creators[key] { accept(values.prefix(12).map(Self.unreversed), key, isData: true) }
    }
    if let label = meta["twitter:label1"]?.lowercased(),
      label.contains("written") || label.contains("author") || label.contains("verfasst") || label.contains("escrito"),
      let name = meta["twitter:data1"]
    {
      accept([name], "twitter:data1", isData: true)
    }
    var related: [(node: Int, text: String)] = []
    var opened: [String] = []
    var property: [String] = []
    var byline: [String] = []
    var i = 0
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      defer { i += 1 }
      guard node.tag != .text, node.tag != .meta, node.tag != .link else { continue }
      guard !node.attributes.isEmpty else {
        // "By Ana Gil" in an element of which nothing is said needs a given name of the list.
        if opened.isEmpty, [.p, .span, .div].contains(node.tag), let name = openedName(i), Self.beginsWithGivenName(name) {
          opened.append(name)
        }
        continue
      }
      if let name = tree.value(i, .class) ?? tree.value(i, .id), node.tag != .body, node.tag != .html, node.tag != .article,
        node.tag != .main,
        Int(node.end) - i < tree.nodes.count / 2, NameParts.split(name).contains(where: Self.otherPeople.contains)
      {
        i = Int(node.end) - 1
        continue
      }
      guard Int(node.end) - i < 80 else { continue }
      if opened.isEmpty, let name = openedName(i) { opened.append(name) }
      if tree.value(i, .rel, holds: "author"), related.isEmpty || related.count < 8 && i - related[0].node < 60 {
        related.append((i, byText(i)))
      }
      if property.count < 6, tree.value(i, .itemprop, holds: "author") { property.append(named(in: i) ?? byText(i)) }
      if byline.count < 8, isBylineNamed(i) {
        let text = cardName(in: i) ?? byText(i)
        if text.utf8.count <= 120, !text.isEmpty { byline.append(text) }
      }
    }
    accept(related.map(\.text), "rel=author")
    accept(property, "itemprop author")
    for text in byline { accept([text], "byline", single: text.split(separator: " ").count <= 3) }
    if let value = meta["author"] { accept([value], "meta author", isData: true) }
    accept(opened, "byline", single: false)
  }

  /// A name with plain spaces only.
  private static func spaced(_ name: String) -> String {
    name.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// "Ana Gil Porto Post" at the Porto Post is Ana Gil.
  private func withoutOutlet(_ name: String) -> String {
    guard let outlet = metadata.outlet else { return name }
    let words = name.split(separator: " ")
    let signs = outlet.split(separator: " ")
    guard words.count >= signs.count + 2, words.suffix(signs.count).elementsEqual(signs) else { return name }
    return words.dropLast(signs.count).joined(separator: " ")
  }

  private static let creatorKeys = [
    "article:author", "byl", "dc.creator", "dc:creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author",
    "article:author_name", "dc.author", "cxenseparse:author",
  ]

  /// "Gil, Ana" of library data the other way round; anything else as it is.
  private static func unreversed(_ name: String) -> String {
    let parts = name.split(separator: ",")
    guard parts.count == 2 else { return name }
    let (last, first) = (parts[0].split(separator: " "), parts[1].split(separator: " "))
    guard last.count == 1, (1...2).contains(first.count),
      first.allSatisfy({ word in
        word.unicodeScalars.first?.properties.isUppercase == true
          && (word.hasSuffix(".") || word.unicodeScalars.dropFirst().contains { $0.properties.isLowercase })
      }), first.count == 1 || first[1].hasSuffix(".")
    else { return name }
    return (first + last).joined(separator: " ")
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
        let text = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0.isNewline || $0 == "\t" || $0 == "\u{a0}" }
          .joined(separator: " ")
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
      tree.value(i, .class, holds: "aut") || tree.value(i, .class, holds: "submitted") || tree.value(i, .class, holds: "byline")
        || tree.value(i, .class, holds: "vcard")
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
    submitted
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
    publish
    published
    date
    meta
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

  private static func beginsWithGivenName(_ name: String) -> Bool {
    let document = Document(name)
    return document.tokens.first.map(document.isGivenName) ?? false
  }

  /// "Ana Gil" of "By Ana Gil".
  private func openedName(_ i: Int) -> String? {
    guard Int(tree.nodes[i].end) - i <= 10, opensWithBy(i), case let text = byText(i), text.utf8.count <= 60 else { return nil }
    let name = text.split(separator: " ").dropFirst().prefix { $0 != "|" }
    return (2...4).contains(name.count) && name.allSatisfy { $0.first?.isUppercase == true } ? name.joined(separator: " ") : nil
  }

  /// The formatted name (`fn`, `p-name`) of a contact in the hCard and h-card microformats; Drupal's `username`.
  private func cardName(in node: Int) -> String? {
    var name: String?
    for i in node + 1..<max(node + 1, Int(tree.nodes[node].end)) {
      guard let value = tree.value(i, .class),
        value.split(whereSeparator: { $0 <= 0x20 }).contains(where: {
          $0.elementsEqual("fn".utf8) || $0.elementsEqual("p-name".utf8) || $0.elementsEqual("username".utf8)
        })
      else { continue }
      // Two contacts are left to the byline's own separators.
      if name != nil { return nil }
      name = tree.text(of: i, limit: 120)
    }
    return name.flatMap { $0.isEmpty ? nil : $0 }
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
      if types.contains("Organization") || types.contains("NewsMediaOrganization"), !types.contains("Person") { continue }
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
  ///
  /// - Parameter isData: the text is the value of a field for authors, where names may be in small letters or a script without
  ///   capital ones.
  private static func people(_ text: String, isData: Bool = false) -> [String] {
    var clean = spaced(clean(text))
    // "Ana Gil - https://porto.example/": the address is cut off after a name.
    if let address = clean.split(separator: " ").firstIndex(where: { $0.contains("http") }), address >= 3 {
      clean = trimmed(clean.split(separator: " ").prefix(address).joined(separator: " "))
    }
    guard !clean.contains("http"), !clean.contains("@"), !clean.contains("www."), clean.utf8.count <= 300 else { return [] }
    // "Posted by", "All posts by", "Interview:" stand before the names.
    let document = Document(clean)
    var start = 0
    var i = 0
    while i < document.tokens.count, i < 8 {
      let token = document.tokens[i]
      guard token.kind == .colon || token.isWord && introducing.contains(token) || i > 0 && document.string(token.span) == "|" else {
        break
      }
      i += 1
      start = Int(i < document.tokens.count ? document.tokens[i].start : Int32(document.bytes.count))
    }
    // "3 May 2017 · Ana Gil"
    if let date = DateLine(document, document.tokens.indices, limit: 80), date.tokens.lowerBound == i {
      i = date.tokens.upperBound
      while i < document.tokens.count, document.tokens[i].kind == .symbol || document.tokens[i].kind == .comma { i += 1 }
      start = Int(i < document.tokens.count ? document.tokens[i].start : Int32(document.bytes.count))
    }
    // "… on 3 May", "… am 3. Mai": a day ends the names.
    var end = document.bytes.count
    if let other = document.tokens.indices.dropFirst(i + 1).first(where: { onBehalf.longestMatch(at: $0, in: document.tokens) != nil }) {
      end = Int(document.tokens[other - 1].end)
    }
    if let day = document.tokens.indices.dropFirst(i + 1).first(where: { dayOpenings.contains(document.tokens[$0]) }),
      document.tokens[day...].prefix(4).contains(where: \.isNumber)
    {
      end = Int(document.tokens[day - 1].end)
    }
    guard start < end else { return [] }
    let names = document.string(TextSpan(start..<end))
    let split = Byline.names(in: names)
    guard split.isEmpty else { return split }
    // A pen name is one word, often in small letters.
    if !names.contains(" "), names.utf8.count >= (names.utf8.allSatisfy { $0 &- 0x41 < 26 } ? 2 : 3) { return [names] }
    if isData, (2...4).contains(names.split(separator: " ").count),
      names.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic && !$0.properties.isUppercase || $0 == " " || $0 == "-" || $0 == "." })
    {
      return [names]
    }
    return []
  }

  private static let onBehalf = WordList("on behalf of\nfor the")
  private static let dayOpenings = WordList(
    """
    on
    am
    at
    el
    le
    il
    op
    """)

  private static let introducing = WordList(
    """
    posted
    submitted
    gespeichert
    eingereicht
    vom
    written
    published
    reported
    reporting
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
    // "Herbert Read" has a surname that is such a word.
    let isNamed = words.count == 2 && document.isGivenName(words[0]) && Byline.surnames.contains(words[1]) && words[1].isCapitalized
    guard isNamed || !words.contains(where: { Self.nobody.contains($0) }) else { return false }
    let the = WordKey.of("the")
    let keys = words.map(\.key).filter { $0 != the }
    if isOwner(name, document) { return true }
    if let outlet = metadata.outlet.map(Self.keys)?.filter({ $0 != the }), !trusted || words.count == 1,
      keys == outlet || !keys.isEmpty && outlet.starts(with: keys) || outlet.count >= 2 && keys.starts(with: outlet)
    {
      return false
    }
    // "The Commercial Appeal" of the Memphis Commercial Appeal.
    if keys.count >= 2, keys.count < words.count, let outlet = metadata.outlet.map(Self.keys), outlet.suffix(keys.count).elementsEqual(keys)
    {
      return false
    }
    if let host = metadata.url.flatMap(WebAddress.host), words.count <= 2, !trusted || words.count == 1, Self.resembles(name, host: host) {
      return false
    }
    // Agencies, and names of accounts: "ana.gil", "porto-editor".
    if FurnitureWords.agencies.longestMatch(at: 0, in: document.tokens)?.end == document.tokens.count { return false }
    if words.count > 1 || document.tokens.count > 1, !name.contains(" "),
      name.utf8.contains(where: { $0 == 0x2d || $0 == 0x2e || $0 == 0x5f }),
      name.utf8.allSatisfy({ $0 &- 0x41 >= 26 })
    {
      return false
    }
    if words.count == 1, Self.placeholders.contains(name.lowercased()) || name.lowercased().hasPrefix("wordpress") { return false }
    if words.count == 1 {
      // A name of two letters is an abbreviation: "LD".
      let length = words[0].span.count
      return single && !document.tokens.contains(where: { $0.kind == .colon })
        && (length >= 3 || length == 2 && name.utf8.allSatisfy { $0 &- 0x41 < 26 })
    }
    return true
  }

  /// Whether a name that the site has too is its owner's: "Ana Gil" of the site Ana Gil, "anagil" of anagil.wordpress.com.
  private func isOwner(_ name: String, _ document: Document) -> Bool {
    let words = document.tokens.filter(\.isWord)
    if (2...4).contains(words.count), document.isGivenName(words[0]), words.dropFirst().allSatisfy(\.isCapitalized) { return true }
    guard words.count == 1, let host = metadata.url.flatMap(WebAddress.host) else { return false }
    let labels = host.split(separator: ".")
    guard labels.count >= 3, Self.blogHosts.contains(String(labels[labels.count - 2])) else { return false }
    return Self.resembles(name, host: String(labels[0])) || metadata.outlet.map(Self.keys) == [words[0].key]
  }

  /// Where every blog has a name of its own before the host's.
  private static let blogHosts: Set<String> = ["wordpress", "blogspot", "substack", "tumblr", "typepad", "livejournal", "github", "medium"]

  /// What programs write where there is no author.
  private static let placeholders: Set<String> = ["undefined", "null", "none", "nil", "false", "true", "nan", "default", "test", "root"]

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
