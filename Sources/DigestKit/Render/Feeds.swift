extension SiteSummary {
  private var base: String? { site.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" } }

  /// Atom and JSON Feed of the latest 50 stories. Dates are those of the stories, at midnight UTC.
  ///
  /// Without a base address Atom has relative links, which RFC 4287 allows, and names made from the stories' folders; JSON Feed
  /// asks for absolute ones and has none.
  var feeds: [Page] {
    let latest = stories.prefix(50)
    let updated = stories.map(\.updated).max() ?? "1970-01-01"
    var atom = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(Escape.html(site.language))">
        <title>\(Escape.html(site.title))</title>\n
      """
    if let description = site.description { atom += "  <subtitle>\(Escape.html(description))</subtitle>\n" }
    atom += """
        <id>\(Escape.html(base ?? Self.name("feed")))</id>
        <link rel="self" type="application/atom+xml" href="\(Escape.html((base ?? "") + "feed.xml"))"/>
        <link rel="alternate" type="text/html" href="\(Escape.html((base ?? "") + "index.html"))"/>
        <updated>\(updated)T00:00:00Z</updated>
        <author><name>\(Escape.html(site.author ?? site.title))</name></author>\n
      """
    var items: [JSON] = []
    for story in latest {
      let path = Address.component(story.id) + "/"
      let id = base.map { $0 + path } ?? Self.name(story.id)
      let summary = Self.summary(story)
      atom += """
          <entry>
            <title>\(Escape.html(story.title))</title>
            <id>\(Escape.html(id))</id>
            <link rel="alternate" type="text/html" href="\(Escape.html((base ?? "") + path + (base == nil ? "index.html" : "")))"/>
            <updated>\(story.updated)T00:00:00Z</updated>
            <summary>\(Escape.html(summary))</summary>
          </entry>\n
        """
      var item: [(key: String, value: JSON)] = [("id", .string(id))]
      if let base { item.append(("url", .string(base + path))) }
      item += [
        ("title", .string(story.title)), ("content_text", .string(summary)), ("date_published", .string(story.updated + "T00:00:00Z")),
      ]
      items.append(.object(item))
    }
    atom += "</feed>\n"
    var feed: [(key: String, value: JSON)] = [("version", "https://jsonfeed.org/version/1.1"), ("title", .string(site.title))]
    if let base { feed += [("home_page_url", .string(base)), ("feed_url", .string(base + "feed.json"))] }
    if let description = site.description { feed.append(("description", .string(description))) }
    feed += [
      ("language", .string(site.language)), ("authors", .array([.object([("name", .string(site.author ?? site.title))])])),
      ("items", .array(items)),
    ]
    return [Page(path: "feed.xml", bytes: Array(atom.utf8)), Page(path: "feed.json", bytes: JSON.object(feed).pretty)]
  }

  private static func summary(_ story: StorySummary) -> String {
    let articles = story.articleCount == 1 ? "1 article" : "\(story.articleCount) articles"
    let texts = story.textCount == 1 ? "1 independent text" : "\(story.textCount) independent texts"
    return (["\(articles), \(texts)."] + story.lines).joined(separator: " ")
  }

  /// A name for a feed or an entry that has no address: an RFC 9562 UUID of version 8, from a hash of the folder's name.
  private static func name(_ id: String) -> String {
    var halves: [UInt64] = [LinkCheck.hash("digest/\(id)".utf8), LinkCheck.hash("\(id)/digest".utf8)]
    halves[0] = halves[0] & 0xffff_ffff_ffff_0fff | 0x8000
    halves[1] = halves[1] & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    let digits = halves.map { half in
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }.joined()
    var out = "urn:uuid:"
    for (i, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(i) { out += "-" }
      out.append(digit)
    }
    return out
  }

  /// The sitemap of every page but 404; addresses end at the folder. More than 50,000 pages are cut there, as the protocol asks.
  func sitemap(of pages: [Page]) -> Page {
    let base = base ?? ""
    var updated: [String: String] = [:]
    for story in stories { updated[story.id] = story.updated }
    var out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for path in pages.map(\.path).filter({ $0.hasSuffix("index.html") }).sorted().prefix(50_000) {
      let address = String(path.dropLast("index.html".count))
      out += "  <url><loc>\(Escape.html(base + Escape.percent(address.utf8, keeping: "-._~/")))</loc>"
      let folder = String(path.prefix { $0 != "/" })
      if let day = updated[folder], day != "1970-01-01" { out += "<lastmod>\(day)</lastmod>" }
      out += "</url>\n"
    }
    return Page(path: "sitemap.xml", bytes: Array((out + "</urlset>\n").utf8))
  }

  var robots: Page {
    var out = "User-agent: *\nAllow: /\n"
    if let base { out += "\nSitemap: \(base)sitemap.xml\n" }
    return Page(path: "robots.txt", bytes: Array(out.utf8))
  }
}
