import Mustache
import TextAnalysis

/// Templates and assets: what a site looks like.
///
///     let theme = try Theme(overrides: ["partials/footer.mustache": "<p>The Daily Echo</p>"])
///     let pages = try theme.pages(for: digests, site: configuration)
///
/// The default theme is part of the program. A user's files replace its files path by path and may add others. Files below
/// `assets/` are copied as they are; every file that ends in `.mustache` is a template, named by its path without the ending.
public struct Theme: Sendable {
  let templates: TemplateSet
  /// Paths from the site's root.
  let assets: [Page]
  /// The user's files that no page uses: templates that nothing includes and the default theme does not have, and files that are
  /// neither templates nor below `assets/`.
  let unused: [String]

  /// - Parameter overrides: texts by their path below `templates/`.
  /// - Throws: ``RenderError/template(_:)`` with file, line and column if a template cannot be read or includes a partial that
  ///   does not exist.
  public init(overrides: [String: String] = [:]) throws(RenderError) {
    try self.init(files: overrides.map { ($0.key, Array($0.value.utf8)) })
  }

  /// - Parameter files: the user's files, by their path below `templates/`; the last of several with one path holds.
  public init(files: [(path: String, bytes: [UInt8])]) throws(RenderError) {
    var all: [String: [UInt8]] = [:]
    for file in DefaultTheme.files { all[file.path] = Array(file.text.utf8) }
    for file in files { all[file.path] = file.bytes }
    var templates: [String: Template] = [:]
    var assets: [Page] = []
    for (path, bytes) in all.sorted(by: { $0.key < $1.key }) {
      if path.hasPrefix("assets/") {
        assets.append(Page(path: path, bytes: bytes))
      } else if path.hasSuffix(".mustache") {
        guard let source = String(validating: bytes, as: UTF8.self) else {
          throw .template(TemplateError(file: "templates/" + path, line: 0, column: 0, message: "not UTF-8"))
        }
        do {
          templates[String(path.dropLast(".mustache".count))] = try Template(source, name: "templates/" + path)
        } catch {
          throw .template(error)
        }
      }
    }
    self.templates = TemplateSet(templates)
    self.assets = assets
    if let missing = self.templates.missingPartials().first { throw .template(missing) }

    let known = Set(DefaultTheme.files.map(\.path))
    let included = self.templates.includedNames()
    let isOpen = self.templates.includesDynamicNames
    unused = files.map(\.path).filter { path in
      if known.contains(path) || path.hasPrefix("assets/") { return false }
      return !path.hasSuffix(".mustache") || !isOpen && !included.contains(String(path.dropLast(".mustache".count)))
    }
  }

  /// The path of the default theme's file that a name is perhaps meant to be, as `; did you mean …?`.
  static func suggestion(for path: String) -> String {
    // Within a folder: what all paths begin with makes none of them alike.
    let slash = path.utf8.lastIndex(of: 0x2f).map { path.utf8.index(after: $0) } ?? path.startIndex
    let names = DefaultTheme.files.lazy.map(\.path).filter { $0.hasPrefix(path[..<slash]) }.map { stem($0.dropFirst(path[..<slash].count)) }
    guard let name = Suggestion.nearest(to: stem(path[slash...]), among: names) else { return "" }
    return "; did you mean \"\(path[..<slash])\(name).mustache\"?"
  }

  private static func stem(_ name: Substring) -> String {
    String(name.hasSuffix(".mustache") ? name.dropLast(".mustache".count) : name)
  }

  // MARK: - Pages

  /// All files of a site. The work is the sum of ``story(_:site:)`` for each digest and ``sitePages(_:site:)``; callers with
  /// several cores call these themselves.
  ///
  /// - Throws: ``RenderError`` at the first story, in order, that breaks a promise.
  public func pages(for digests: [Digest], site: SiteConfiguration = SiteConfiguration()) throws(RenderError) -> [Page] {
    var stories: [RenderedStory] = []
    for digest in digests { stories.append(try story(digest, site: site)) }
    let common = try sitePages(stories, site: site)
    return stories.flatMap(\.pages) + common
  }

  /// The files below a story's folder. A pure function: the same digest gives the same bytes.
  public func story(_ digest: Digest, site: SiteConfiguration = SiteConfiguration()) throws(RenderError) -> RenderedStory {
    let scope = StoryScope(digest, site: site)
    try scope.checkNames()
    let story = digest.story
    var pages: [Page] = []
    let folder = story.id + "/"

    pages.append(
      try render(
        "story", at: folder + "index.html", title: story.title, description: nil, kind: "article", site: site,
        content: try scope.digestPage()))
    let pairs = scope.comparedPairs()
    let marks = ArticleMarks.all(of: digest)
    var claimed: [String: String] = ["compare": "the pages that compare articles", "articles": "the articles as Markdown"]
    for (i, article) in story.articles.enumerated() {
      let id = article.article.id
      if let other = claimed[id] { throw .addressTaken(path: folder + id, by: [other, article.article.file]) }
      claimed[id] = article.article.file
      let title = article.article.metadata.title.map { "\($0) (\(scope.labels[i]))" } ?? scope.labels[i]
      pages.append(
        try render(
          "article", at: "\(folder)\(id)/index.html", title: "\(title) – \(story.title)", description: nil, kind: "article", site: site,
          content: try scope.articlePage(i, marks: marks[i], pairs: pairs)))
    }
    let shared = pairs.isEmpty ? [:] : scope.sharedOfPairs()
    for pair in pairs {
      let ids = (story.articles[pair.a].article.id, story.articles[pair.b].article.id)
      let path = "\(folder)compare/\(ids.0)--\(ids.1)/index.html"
      if claimed.updateValue("\(ids.0) and \(ids.1)", forKey: path) != nil { throw .addressTaken(path: path, by: [ids.0, ids.1]) }
      pages.append(
        try render(
          "compare", at: path, title: "\(scope.labels[pair.a]) and \(scope.labels[pair.b]) – \(story.title)", description: nil,
          kind: "article",
          site: site, content: try scope.comparePage(pair.a, pair.b, shared: shared[pair.a * scope.count + pair.b] ?? [])))
    }
    pages += try scope.exports()
    let links = LinkCheck(pages)
    return RenderedStory(pages: pages, summary: try StorySummary(scope), links: links)
  }

  /// The files outside the stories' folders: index, about, 404, outlets, people, feeds, sitemap, assets.
  ///
  /// - Throws: ``RenderError/brokenLinks(_:)`` for the whole site, the stories' pages included.
  public func sitePages(_ stories: [RenderedStory], site: SiteConfiguration = SiteConfiguration()) throws(RenderError) -> [Page] {
    let plan = try sitePlan(stories, site: site)
    return try finish(plan, [try render(plan.pages[...], site: site)], stories, site: site)
  }

  /// The same, with the pages of outlets and speakers made side by side: while some are rendered others are stored.
  ///
  /// - Parameter width: how many parts at once.
  /// - Parameter store: takes the pages of one part, and how many there are in all. It is called before all links are known to resolve.
  /// - Returns: what `store` makes of them; of the pages themselves the number is left.
  func sitePages<Stored: Sendable>(
    _ stories: [RenderedStory], site: SiteConfiguration, width: Int, store: @escaping @Sendable ([Page], _ total: Int) -> Stored
  ) async throws(RenderError) -> (stored: [Stored], count: Int) {
    let plan = try sitePlan(stories, site: site)
    let total = plan.pages.count
    let size = max(16, total / (8 * width) + 1)
    let parts = stride(from: 0, to: total, by: size).map { plan.pages[$0..<min($0 + size, total)] }
    let results = await parts.concurrentMap(width: width) { part in
      Result { () throws(RenderError) in
        var rendered = try render(part, site: site)
        let stored = store(rendered.pages, total)
        for i in rendered.pages.indices { rendered.pages[i].bytes = [] }
        return (rendered, stored)
      }
    }
    var rendered: [RenderedPart] = []
    var stored: [Stored] = []
    for result in results {
      let part = try result.get()
      rendered.append(part.0)
      stored.append(part.1)
    }
    let pages = try finish(plan, rendered, stories, site: site)
    stored.append(store(Array(pages[total...]), total))
    return (stored, pages.count)
  }

  /// What the pages that belong to no single story are to show.
  private struct SitePlan: Sendable {
    struct Planned: Sendable {
      var template: String
      var path: String
      var title: String
      var description: String?
      var kind = "website"
      var content: [(Record.Key, Value)]
    }

    var summary: SiteSummary
    var pages: [Planned]
  }

  private typealias RenderedPart = (pages: [Page], links: LinkCheck)

  private func sitePlan(_ stories: [RenderedStory], site: SiteConfiguration) throws(RenderError) -> SitePlan {
    var claimed: [String: String] = [:]
    for name in ["about", "assets", "outlets", "people"] { claimed[name] = "the site's own page" }
    for story in stories {
      let id = story.summary.id
      if let other = claimed[id] { throw .addressTaken(path: id + "/", by: [other, "story \(id)"]) }
      claimed[id] = "story \(id)"
    }
    let summary = SiteSummary(stories.map(\.summary), site: site)
    var pages: [SitePlan.Planned] = [
      .init(template: "index", path: "index.html", title: site.title, description: site.description, content: summary.index),
      .init(template: "about", path: "about/index.html", title: site.title, content: summary.about),
      .init(template: "404", path: "404.html", title: site.title, content: []),
      .init(template: "outlets", path: "outlets/index.html", title: site.title, content: summary.outletIndex),
      .init(template: "people", path: "people/index.html", title: site.title, content: summary.speakerIndex),
    ]
    for outlet in summary.outlets {
      pages.append(
        .init(
          template: "outlet", path: "outlets/\(outlet.slug)/index.html", title: "\(outlet.name) – \(site.title)", content: outlet.content))
    }
    for speaker in summary.speakers {
      pages.append(
        .init(
          template: "person", path: "people/\(speaker.slug)/index.html", title: "\(speaker.name) – \(site.title)", kind: "profile",
          content: speaker.content))
    }
    return SitePlan(summary: summary, pages: pages)
  }

  private func render(_ planned: ArraySlice<SitePlan.Planned>, site: SiteConfiguration) throws(RenderError) -> RenderedPart {
    var pages: [Page] = []
    for page in planned {
      pages.append(
        try render(
          page.template, at: page.path, title: page.title, description: page.description, kind: page.kind, site: site, content: page.content
        ))
    }
    return (pages, LinkCheck(pages, root: site.baseURL.map(Address.path(of:))))
  }

  /// Feeds, assets and the rest, once every link is known to resolve.
  private func finish(
    _ plan: SitePlan, _ rendered: [RenderedPart], _ stories: [RenderedStory], site: SiteConfiguration
  ) throws(RenderError) -> [Page] {
    var pages = rendered.flatMap(\.pages)
    let others = plan.summary.feeds + assets
    pages += others
    let links = LinkCheck(
      joining: stories.map(\.links) + rendered.map(\.links) + [LinkCheck(others, root: site.baseURL.map(Address.path(of:)))])
    let broken = links.broken + links.open
    guard broken.isEmpty else { throw .brokenLinks(broken) }
    if site.baseURL != nil { pages.append(plan.summary.sitemap(of: stories.flatMap(\.pages) + pages)) }
    pages.append(plan.summary.robots)
    return pages
  }

  /// What every page has.
  static func common(
    _ template: String, at path: String, title: String, description: String?, kind: String, site: SiteConfiguration
  ) -> [(Record.Key, Value)] {
    let depth = path.utf8.count { $0 == 0x2f }
    // The page for missing addresses is served under any path.
    let base = site.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let root = template == "404" ? base.map(Address.path(of:)) ?? "" : String(repeating: "../", count: depth)
    let address = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
    let page: Value = [
      "title": .string(title), "description": .init(description), "kind": .string(kind), "template": .string(template),
      "canonical": .init(template == "404" ? nil : base.map { $0 + Escape.percent(address.utf8, keeping: "-._~/") }),
    ]
    return [
      (
        "site",
        [
          "title": .string(site.title), "description": .init(site.description), "language": .string(site.language),
          "author": .init(site.author), "baseURL": .init(base),
        ]
      ),
      ("root", .string(root)), ("page", page), ("theme", .dictionary(site.theme.mapValues { .string($0) })),
    ]
  }

  private func render(
    _ template: String, at path: String, title: String, description: String?, kind: String, site: SiteConfiguration,
    content: [(Record.Key, Value)]
  ) throws(RenderError) -> Page {
    let values = Self.common(template, at: path, title: title, description: description, kind: kind, site: site) + content
    do {
      return Page(path: path, bytes: try templates.render(template, with: .record(Record(values))))
    } catch {
      throw .template(error)
    }
  }
}

/// The files of one story, and what the pages across stories show of it.
public struct RenderedStory: Sendable {
  public var pages: [Page]
  let summary: StorySummary
  let links: LinkCheck
}
