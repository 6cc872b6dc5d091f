import Extraction
import Foundation
import Testing
import TextAnalysis

@testable import DigestKit

@Suite struct RenderTests {
  private func text(_ path: String, of pages: [Page]) throws -> String {
    String(decoding: try #require(pages.first { $0.path == path }, "\(path)").bytes, as: UTF8.self)
  }

  /// The error that a piece of work ends with; nil and an issue if it does not.
  private func failure(of work: () throws -> [Page]) -> RenderError? {
    do {
      _ = try work()
      Issue.record("no error")
      return nil
    } catch {
      return error as? RenderError
    }
  }

  @Test func rendersEveryFileOfASite() throws {
    let pages = try Theme().pages(for: [RenderFixture.digest()])
    let paths = Set(pages.map(\.path))
    #expect(paths.count == pages.count)
    for path in [
      "index.html", "404.html", "about/index.html", "feed.xml", "feed.json", "robots.txt", "assets/style.css", "assets/digest.schema.json",
      "harbour-bridge/index.html", "harbour-bridge/digest.json", "harbour-bridge/digest.md", "harbour-bridge/timeline.csv",
      "harbour-bridge/timeline.ics", "harbour-bridge/timeline.json", "harbour-bridge/quotes.csv", "harbour-bridge/figures.csv",
      "harbour-bridge/sources.bib", "harbour-bridge/sources.csl.json", "harbour-bridge/articles/wire-3.md",
      "harbour-bridge/courier_7f3a/index.html", "harbour-bridge/compare/courier_7f3a--herald_11/index.html",
      "outlets/lindholm-courier/index.html", "people/asa-bjork/index.html",
    ] {
      #expect(paths.contains(path), "\(path)")
    }
    #expect(!paths.contains("sitemap.xml"))
  }

  @Test func saysWhichArticleIsOnlyASummaryAndWhenItWasFetched() throws {
    var digest = RenderFixture.digest()
    var summary = digest.story.articles[2].article
    summary.metadata.isSummary = true
    summary.metadata.retrieved = "2026-03-12T09:00:00Z"
    digest.story.articles[2] = digest.story.articles[2].with(summary)
    let pages = try Theme().pages(for: [digest])
    let words = "only a summary from a feed"
    #expect(try text("harbour-bridge/index.html", of: pages).components(separatedBy: words).count == 2)
    let article = try text("harbour-bridge/wire-3/index.html", of: pages)
    #expect(article.contains(words))
    #expect(article.contains("retrieved <time datetime=\"2026-03-12\""))
    #expect(try !text("harbour-bridge/herald_11/index.html", of: pages).contains(words))
  }

  /// The section of what is common, by what it says it is.
  private func common(_ digest: Digest) throws -> String {
    let page = try text("harbour-bridge/index.html", of: Theme().pages(for: [digest]))
    let start = try #require(page.range(of: "<section id=\"common\">"))
    return page[start.upperBound...].components(separatedBy: "</section>")[0]
  }

  @Test func saysWhetherAllMostOrSeveralTextsCarryIt() throws {
    var digest = RenderFixture.digest()
    digest.claims = Array(digest.claims.suffix(1))
    #expect(try common(digest).contains("<h2>What most independent texts carry</h2>"))
    digest.texts.append(contentsOf: [[], []])
    #expect(try common(digest).contains("<h2>What several independent texts carry</h2>"))
    digest = RenderFixture.digest()
    digest.claims = Array(digest.claims.prefix(1))
    digest.claims[0].texts = 2
    #expect(try common(digest).contains("<h2>What all articles carry</h2>"))
  }

  @Test func showsASentenceOnceThoughItStatesTwoThings() throws {
    var digest = RenderFixture.digest()
    digest.claims[0].texts = 2
    digest.claims.insert(digest.claims[0], at: 1)
    digest.claims[1].id = "c1b"
    #expect(try common(digest).components(separatedBy: "found a crack").count == 2)
  }

  @Test func namesTheLanguageOfAnArticleThatIsNotTheSites() throws {
    var digest = RenderFixture.digest()
    for (i, language) in ["en-GB", "ar", "no language"].enumerated() {
      var article = digest.story.articles[i].article
      article.metadata.language = language
      digest.story.articles[i] = digest.story.articles[i].with(article)
    }
    let pages = try Theme().pages(for: [digest])
    let languages = try ["courier_7f3a", "herald_11", "wire-3"].map { id in
      try text("harbour-bridge/\(id)/index.html", of: pages).components(separatedBy: "<p class=\"para\" lang=\"ar\">").count > 1
    }
    #expect(languages == [false, true, false])
    #expect(try !text("harbour-bridge/wire-3/index.html", of: pages).contains("no language"))
  }

  @Test func tellsArticlesOfOneOutletApartInTheShortLabel() {
    var digest = RenderFixture.digest()
    for i in 0..<2 {
      var article = digest.story.articles[i].article
      article.metadata.outlet = "Radio Brackwater International"
      digest.story.articles[i] = digest.story.articles[i].with(article)
    }
    let scope = StoryScope(digest, site: SiteConfiguration())
    #expect(scope.shortLabels.prefix(2) == ["Radio Brackwa… (1)", "Radio Brackwa… (2)"])
    #expect(scope.shortLabels.allSatisfy { $0.unicodeScalars.count <= 18 })
  }

  /// A headline that both have is no part of either's text, so it adds nothing to the share.
  @Test func countsSharesInWordsOfTheStory() throws {
    func article(_ id: String, _ last: String) -> StoryArticle {
      var article = Importer.plainText(
        "Fire in the harbour injures twelve people\n\n\(last)\n\nThe boats burned until the morning came.\n", file: id)
      article.id = id
      return StoryArticle(article)
    }
    let digest = Digest(
      composing: Story(
        id: "fire", title: "Fire",
        articles: [
          article("a", "The mayor was asleep when the first call came in."), article("b", "Nobody on the island had seen the smoke."),
        ]))
    let pages = try Theme().pages(for: [digest])
    let table = try text("fire/index.html", of: pages).components(separatedBy: "<table class=\"matrix pairs\">")[1]
    #expect(table.contains("compare/a--b/index.html\">41</a>") && table.contains("compare/a--b/index.html\">47</a>"))
    #expect(digest.articles.map { Int(($0.sharedShare * 100).rounded()) } == [41, 47])
    #expect(try text("fire/compare/a--b/index.html", of: pages).contains("41 % of a stands in b, 47 % of b in a."))
  }

  @Test func givesTheSameBytesForTheSameDigest() throws {
    let theme = try Theme()
    #expect(try theme.pages(for: [RenderFixture.digest()]) == theme.pages(for: [RenderFixture.digest()]))
  }

  @Test func listsStoriesInOneOrderWhateverTheirs() throws {
    let theme = try Theme()
    let (a, b) = (RenderFixture.digest(id: "a"), RenderFixture.digest(id: "b"))
    let forward = try theme.pages(for: [a, b])
    let backward = try theme.pages(for: [b, a])
    #expect(try text("index.html", of: forward) == text("index.html", of: backward))
    #expect(try text("people/asa-bjork/index.html", of: forward) == text("people/asa-bjork/index.html", of: backward))
  }

  // MARK: - Nothing is invented

  @Test func escapesWhatArticlesHold() throws {
    let pages = try Theme().pages(for: [RenderFixture.digest()])
    for page in pages where page.path.hasSuffix(".html") {
      let html = String(decoding: page.bytes, as: UTF8.self)
      #expect(!html.contains("<b>Tom"), "\(page.path)")
      #expect(!html.contains("javascript:"), "\(page.path)")
      #expect(!html.contains("<script"), "\(page.path)")
      #expect(!html.contains(" style="), "\(page.path)")
    }
    #expect(try text("harbour-bridge/courier_7f3a/index.html", of: pages).contains("&lt;b&gt;Tom Reed&lt;/b&gt;"))
  }

  @Test func barsDoNotEndCellsOfTheCoverageTable() throws {
    let sentence = "The band Two | Halves played in Orléans on Tuesday before nine thousand people."
    let digest = Digest(composing: story([sentence, sentence]))
    let markdown = try text("story/digest.md", of: try Theme().pages(for: [digest]))
    let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| The band") }
    #expect(rows == ["| The band Two \\| Halves played in Orléans on Tuesday before nine thousand people. | ● | ● |"])
  }

  @Test func aDateByDistanceStandsBesideWhatHappenedThen() throws {
    let digest = Digest(composing: story(["The port was rebuilt in 2014, two years before Norway sold the old ferry to Chile."]))
    let pages = try Theme().pages(for: [digest])
    #expect(try text("story/digest.md", of: pages).contains("- **2016**: Norway sold the old ferry to Chile"))
    #expect(try text("story/timeline.csv", of: pages).contains("two years before Norway sold"))
  }

  @Test func aSentenceStandsOnceUnderADate() throws {
    let digest = Digest(composing: story(["The index was down 3 percent at 16:08 UTC, a slight increase from earlier today."]))
    #expect(digest.timeline.count == 2)
    let page = try text("story/index.html", of: try Theme().pages(for: [digest]))
    #expect(page.contains("id=\"\(digest.timeline[0].id)\""))
    #expect(!page.contains("id=\"\(digest.timeline[1].id)\""))
  }

  @Test func refusesASpanOutsideItsArticle() throws {
    var digest = RenderFixture.digest()
    digest.claims[0].mentions[0].span.end = 1_000_000
    #expect(throws: RenderError.self) { try Theme().pages(for: [digest]) }
    #expect(throws: RenderError.self) { try digest.json() }
  }

  @Test func refusesASpanThatCutsACharacter() throws {
    var digest = RenderFixture.digest()
    let passage = RenderFixture.passage(0, "Ása Björk")
    digest.articles[0].onlyHere = [Passage(article: 0, span: TextSpan(start: passage.span.start + 1, end: passage.span.end))]
    #expect(throws: RenderError.self) { try Theme().pages(for: [digest]) }
  }

  @Test func refusesANameThatNoArticleHas() throws {
    var digest = RenderFixture.digest()
    digest.entities[0].name = "Åsa Björk"
    let expected = RenderError.noSource("entity e1, \"Åsa Björk\"", reason: "no article has these words")
    #expect(throws: expected) { try Theme().pages(for: [digest]) }
    digest.story.corrections = [Correction(change: .alias(["Åsa Björk", "Ása Björk"]))]
    #expect(throws: Never.self) { try Theme().pages(for: [digest]) }
  }

  @Test func showsOnlyWordsOfTheArticles() throws {
    let pages = try Theme().pages(for: [RenderFixture.digest()])
    let html = try text("harbour-bridge/index.html", of: pages)
    let articles = RenderFixture.texts.map(\.text)
    var count = 0
    for part in html.components(separatedBy: "<mark>").dropFirst() {
      let words = part.components(separatedBy: "</mark>")[0].replacingOccurrences(of: "&amp;", with: "&")
      #expect(articles.contains { $0.contains(words) }, "\(words)")
      count += 1
    }
    #expect(count == 4)
  }

  // MARK: - Everything is sourced

  @Test func refusesALinkThatLeadsNowhere() throws {
    let theme = try Theme(overrides: ["partials/footer.mustache": "<a href=\"{{root}}nowhere.html\">x</a>"])
    let site = SiteConfiguration()
    let story = try theme.story(RenderFixture.digest(), site: site)
    let error = failure { try theme.sitePages([story], site: site) }
    if case .brokenLinks(let links)? = error {
      #expect(links.contains(BrokenLink(page: "harbour-bridge/index.html", target: "../nowhere.html")))
      #expect(links.contains(BrokenLink(page: "index.html", target: "nowhere.html")))
    } else {
      Issue.record("\(String(describing: error))")
    }
  }

  @Test(arguments: [
    ("#p9", false), ("#p1", true), ("other.html#x", true), ("other.html#y", false), ("../a/other.html", true),
    ("../../a/other.html", false),
    ("https://example.org/", true), ("mailto:a@example.org", true), ("javascript:alert(1)", false), ("data:text/html,x", false),
    ("/a/other.html", false), ("other.html?a=1#x", true), ("f%C3%A9.html", true), ("", true),
  ])
  func resolvesReferences(target: String, isFine: Bool) {
    let pages = [
      Page(path: "a/index.html", bytes: Array("<p id=\"p1\"><a href=\"\(target)\">x</a>".utf8)),
      Page(path: "a/other.html", bytes: Array("<p id=\"x\">".utf8)), Page(path: "a/fé.html", bytes: []),
    ]
    let check = LinkCheck(pages)
    #expect((check.broken.isEmpty && check.open.isEmpty) == isFine)
  }

  @Test func leadsToTheOutletsPageAtTheWords() throws {
    let scope = StoryScope(RenderFixture.digest(), site: SiteConfiguration())
    #expect(
      try scope.external(RenderFixture.passage(0, "1968 & widened"))
        == "https://courier.example/bridge?a=1&b=2#:~:text=1968%20%26%20widened")
    #expect(try scope.external(RenderFixture.passage(1, "1969")) == nil)
  }

  @Test func encodesWhatMeansSomethingInATextFragment() {
    #expect(
      Address.textFragment("https://a.example/", words: "de-escalation,\n zones & “more”")
        == "https://a.example/#:~:text=de%2Descalation%2C%20zones%20%26%20%E2%80%9Cmore%E2%80%9D")
    #expect(
      Address.textFragment("https://a.example/#top", words: "one two three four five six seven eight nine ten eleven")
        == "https://a.example/#top:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven")
  }

  @Test(arguments: ["javascript:alert(1)", "ftp://a", "data:x", "https://a b", "//a", "https://a\"b", "", "JAVASCRIPT:x", "https:"])
  func followsOnlyWebAddresses(url: String) { #expect(Address.external(url) == nil) }

  // MARK: - Addresses

  @Test func namesBothSourcesOfOneAddress() throws {
    var digest = RenderFixture.digest()
    var second = digest.story.articles[1].article
    second.id = "courier_7f3a"
    digest.story.articles[1] = digest.story.articles[1].with(second)
    let expected = RenderError.addressTaken(path: "harbour-bridge/courier_7f3a", by: ["courier_7f3a.txt", "herald_11.txt"])
    #expect(throws: expected) { try Theme().pages(for: [digest]) }
    #expect(throws: RenderError.self) { try Theme().pages(for: [RenderFixture.digest(), RenderFixture.digest()]) }
    #expect(throws: RenderError.self) { try Theme().pages(for: [RenderFixture.digest(id: "people")]) }
  }

  @Test(arguments: [
    ("Ása Björk", "asa-bjork"), ("O’Neill & Sons", "oneill-sons"), ("U.S.", "u-s"), ("…", "x"), ("Łódź", "lodz"), ("ab  CD", "ab-cd"),
  ])
  func makesAddressesOfNames(name: String, slug: String) { #expect(Address.slug(name) == slug) }

  @Test func linksAbsolutelyWhereStandardsAsk() throws {
    var site = SiteConfiguration()
    site.baseURL = "https://news.example/digest"
    let pages = try Theme().pages(for: [RenderFixture.digest()], site: site)
    #expect(try text("sitemap.xml", of: pages).contains("<loc>https://news.example/digest/harbour-bridge/courier_7f3a/</loc>"))
    #expect(try text("robots.txt", of: pages).contains("Sitemap: https://news.example/digest/sitemap.xml\n"))
    #expect(try text("feed.xml", of: pages).contains("<id>https://news.example/digest/harbour-bridge/</id>"))
    #expect(try text("404.html", of: pages).contains("href=\"/digest/assets/style.css\""))
    #expect(
      try text("harbour-bridge/index.html", of: pages).contains(
        "<link rel=\"canonical\" href=\"https://news.example/digest/harbour-bridge/\">"))
  }

  // MARK: - Themes

  @Test func replacesTheDefaultFileByFile() throws {
    let theme = try Theme(overrides: [
      "partials/footer.mustache": "<p>The Daily Echo</p>", "assets/style.css": "body{}", "assets/fonts/echo.txt": "x",
    ])
    let pages = try theme.pages(for: [RenderFixture.digest()])
    #expect(try text("about/index.html", of: pages).contains("<p>The Daily Echo</p>"))
    #expect(try text("assets/style.css", of: pages) == "body{}")
    #expect(try text("assets/fonts/echo.txt", of: pages) == "x")
    #expect(try text("assets/icon.svg", of: pages).contains("<svg"))
  }

  @Test(arguments: [
    ("story.mustache", "{{#a}}", 1, 1), ("index.mustache", "x\n {{stroies}}", 2, 2), ("index.mustache", "{{>partials/futer}}", 1, 1),
  ])
  func saysWhereATemplateIsWrong(path: String, template: String, line: Int, column: Int) {
    let error = failure { try Theme(overrides: [path: template]).pages(for: []) }
    if case .template(let error)? = error {
      #expect(error.file == "templates/" + path)
      #expect(error.line == line)
      #expect(error.column == column)
    } else {
      Issue.record("\(String(describing: error))")
    }
  }

  // MARK: - Words on the page

  @Test(arguments: [
    ("2017-05-10", "Wednesday, 10 May 2017", "2017-05-10"), ("2017-05", "May 2017", "2017-05"), ("1867", "1867", "1867"),
    ("2017-05-06/2017-05-07", "6–7 May 2017", nil), ("2017-04-29/2017-05-01", "29 April – 1 May 2017", nil),
    ("2017-W18", "week of 1 May 2017", "2017-W18"), ("2017-W18-WE", "weekend of 6 May 2017", nil), ("2012-SU", "summer 2012", nil),
    ("2017-Q2", "Q2 2017", nil), ("201", "2010s", nil), ("19", "20th century", nil),
    ("2017-05-10TMO", "10 May 2017, morning", "2017-05-10"),
    ("2017-05-10T14:30", "10 May 2017, 14:30", "2017-05-10T14:30"), ("PAST_REF", "PAST_REF", nil), ("XXXX-05-10", "XXXX-05-10", nil),
    ("P5Y", "P5Y", nil), ("", "", nil),
  ])
  func saysDatesInWords(value: String, words: String, attribute: String?) {
    #expect(DateWords.words(value) == words)
    #expect(DateWords.attribute(value) == attribute)
  }

  @Test func marksWhatAVersionAddsAndLeavesOut() throws {
    let scope = StoryScope(RenderFixture.digest(), site: SiteConfiguration())
    let variant = scope.digest.quotes[0].variants[1]
    let (html, changes) = try scope.edited(variant.passage, edits: variant.changes)
    #expect(
      String(decoding: html, as: UTF8.self)
        == "&quot;We will not open it again until it is <ins>perfectly </ins>safe <span class=\"cut\">[…]</span>&quot;")
    #expect(changes == [.insertion, .cut])
  }

  @Test func findsTheEditsBetweenTwoPassages() {
    let story = RenderFixture.digest().story
    let edits = WordDiff.edits(
      from: RenderFixture.passage(0, "The Lindholm harbour bridge was closed"),
      to: RenderFixture.passage(1, "Lindholm's harbour bridge was closed"), in: story)
    #expect(edits.map { story.string($0.base) + "→" + story.string($0.other) } == ["The→", "→'s"])
  }

  @Test func labelsArticlesByOutletElseByNumber() {
    let scope = StoryScope(RenderFixture.digest(), site: SiteConfiguration())
    #expect(scope.labels == ["Lindholm Courier", "The Morning Herald of the North", "wire-3"])
    #expect(scope.shortLabels == ["Lindholm Courier", "Morning Herald of…", "wire-3"])
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=1+1", "\"'=1+1\""), ("two\n lines", "two lines"), ("-", "-"),
  ])
  func quotesFieldsOfTables(field: String, written: String) {
    var out: [UInt8] = []
    Escape.csv(Array(field.utf8)[...], into: &out)
    #expect(String(decoding: out, as: UTF8.self) == written)
  }

  @Test func foldsCalendarLinesBetweenCharacters() {
    var out: [UInt8] = []
    Escape.calendarLine("SUMMARY", Array((String(repeating: "é", count: 60) + ",;").utf8)[...], into: &out)
    let line = String(decoding: out, as: UTF8.self)
    for part in line.components(separatedBy: "\r\n") { #expect(part.utf8.count <= 75) }
    #expect(line.replacingOccurrences(of: "\r\n ", with: "") == "SUMMARY:" + String(repeating: "é", count: 60) + "\\,\\;\r\n")
  }
}

@Suite struct RenderJSONTests {
  @Test func hasEveryKeyAndListAlsoWhenEmpty() throws {
    let digest = Digest(
      story: Story(id: "empty", title: "Empty", articles: []), from: nil, to: nil, articles: [], texts: [], timeline: [], quotes: [],
      entities: [], figures: [], claims: [], differences: [], shared: [], wording: Wording(), corrections: [])
    let json = try JSON(parsing: digest.json())
    for key in [
      "articles", "texts", "timeline", "quotes", "entities", "figures", "claims", "differences", "shared", "sourcing", "corrections",
    ] {
      #expect(json[key] == .array([]), "\(key)")
    }
    #expect(json["version"] == 1)
    #expect(json["wording"]?["substitutions"] == .array([]))
    #expect(json["story"]?["from"] == .null)
  }

  /// Every object with `line`, `start`, `end` below a value.
  private func mentions(_ value: JSON) -> [JSON] {
    switch value {
    case .array(let elements): elements.flatMap(mentions)
    case .object(let members): (value["start"] != nil ? [value] : []) + members.flatMap { mentions($0.value) }
    default: []
    }
  }

  @Test func mentionsAreExactlyTheirStretchOfTheSource() throws {
    let json = try JSON(parsing: RenderFixture.digest().json())
    let sources = Dictionary(uniqueKeysWithValues: RenderFixture.texts.map { ($0.id, Array($0.text.unicodeScalars)) })
    var count = 0
    for mention in mentions(json) {
      guard case .number(let start)? = mention["start"], case .number(let end)? = mention["end"], case .number(let line)? = mention["line"],
        let from = Int(start), let to = Int(end), let id = mention["article"]?.string, let source = sources[id]
      else {
        Issue.record("\(mention)")
        continue
      }
      #expect(String(String.UnicodeScalarView(source[from..<to])) == mention["text"]?.string)
      #expect(Int(line) == 1 + source[..<from].count { $0 == "\n" })
      count += 1
    }
    #expect(count > 40)
  }

  @Test func countsInTheSourceWhereTheTextIsAnother() throws {
    var digest = RenderFixture.digest()
    // The source has a line more at its start than the text.
    var article = digest.story.articles[0].article
    let count = Int32(article.text.utf8.count)
    article.source = "é\n" + article.text
    article.map = SourceMap(runs: [SourceMap.Run(text: 0, source: 3, count: count)])
    digest.story.articles[0] = digest.story.articles[0].with(article)
    let claim = try #require(try JSON(parsing: digest.json())["claims"])
    guard case .array(let claims) = claim, case .array(let mentions)? = claims[0]["mentions"] else {
      Issue.record("no claims")
      return
    }
    #expect(mentions[0]["line"] == 4)
    #expect(mentions[0]["start"] == .int(2 + 41))
  }

  /// Checks a value against the part of JSON Schema that the schema uses; the paths of what is wrong.
  private func faults(_ value: JSON, _ schema: JSON, root: JSON, at path: String) -> [String] {
    var faults: [String] = []
    if let reference = schema["$ref"]?.string, let target = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] {
      faults += self.faults(value, target, root: root, at: path)
    }
    if case .array(let options)? = schema["anyOf"], !options.contains(where: { self.faults(value, $0, root: root, at: path).isEmpty }) {
      faults.append("\(path): none of the options")
    }
    if let constant = schema["const"], constant != value { faults.append("\(path): not the constant") }
    if case .array(let options)? = schema["enum"], !options.contains(value) { faults.append("\(path): not in the list") }
    let kinds: [String] =
      switch schema["type"] {
      case .string(let kind)?: [kind]
      case .array(let list)?: list.compactMap(\.string)
      default: []
      }
    let kind =
      switch value {
      case .null: ["null"]
      case .bool: ["boolean"]
      case .number(let digits): digits.contains(".") ? ["number"] : ["number", "integer"]
      case .string: ["string"]
      case .array: ["array"]
      case .object: ["object"]
      }
    if !kinds.isEmpty, !kinds.contains(where: kind.contains) { faults.append("\(path): \(kind), not \(kinds)") }
    if case .object(let members) = value {
      if case .array(let required)? = schema["required"] {
        for name in required.compactMap(\.string) where value[name] == nil { faults.append("\(path): \(name) is missing") }
      }
      for (name, member) in members {
        if let part = schema["properties"]?[name] { faults += self.faults(member, part, root: root, at: "\(path).\(name)") }
      }
    }
    if case .array(let elements) = value, let part = schema["items"] {
      for (i, element) in elements.enumerated() { faults += self.faults(element, part, root: root, at: "\(path)[\(i)]") }
    }
    return faults
  }

  @Test func keepsToItsSchema() throws {
    let file = try #require(DefaultTheme.files.first { $0.path == "assets/digest.schema.json" })
    let schema = try JSON(parsing: file.text.utf8)
    let json = try JSON(parsing: RenderFixture.digest().json())
    #expect(faults(json, schema, root: schema, at: "$") == [])
    guard case .object(let members) = json else { return }
    #expect(faults(.object(members.filter { $0.key != "texts" }), schema, root: schema, at: "$") == ["$: texts is missing"])
    // Every key that is written is described.
    #expect(members.allSatisfy { schema["properties"]?[$0.key] != nil })
  }
}
