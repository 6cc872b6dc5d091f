import Extraction
import Testing
import TextAnalysis

@testable import DigestKit

private func candidate(_ text: String, address: String? = nil, origin: String = "in.txt", isSummary: Bool = false) -> ImportCandidate {
  var candidate = ImportCandidate(bytes: Array(text.utf8), ending: "txt", origin: origin, address: address)
  candidate.isSummary = isSummary
  return candidate
}

private func article(
  _ text: String, title: String? = nil, outlet: String? = nil, published: String? = nil, url: String? = nil, file: String = "old.txt"
) -> Article {
  var article = Importer.plainText(text, file: file)
  article.metadata.title = title
  article.metadata.outlet = outlet
  article.metadata.published = published.flatMap { CalendarDate(iso: $0) }
  article.metadata.url = url
  return article
}

extension ImportPlan.Decision {
  fileprivate var name: String? {
    if case .new(let name, _) = self { return name }
    return nil
  }
  fileprivate var url: String? {
    if case .new(_, let entry) = self { return entry.metadata.url }
    return nil
  }
}

@Suite struct ImportPlanTests {
  @Test func namesFilesAfterOutletTitleAndDay() {
    var plan = ImportPlan(articles: [], names: [])
    let article = article("Text.", title: "Fähre fährt: “Endlich!” – Mayor’s joy", outlet: "Der Bote", published: "2026-03-12")
    #expect(plan.add(candidate("Text."), as: article).name == "der-bote-fahre-fahrt-endlich-mayors-joy-2026-03-12.txt")
  }

  @Test func takesHostAndSourceNameForWhatIsMissing() {
    var plan = ImportPlan(articles: [], names: [])
    #expect(plan.add(candidate("One.", origin: "saved/page one.txt"), as: article("One.")).name == "page-one.txt")
    let address = "https://www.Example.org/2026/ferry-returns.html?page=1"
    #expect(plan.add(candidate("Two.", address: address), as: article("Two.")).name == "example-org-ferry-returns.txt")
    #expect(
      plan.add(candidate("Three.", address: "https://example.org/", origin: "a.warc#3"), as: article("Three.")).name == "example-org-a.txt")
  }

  @Test(arguments: ["../../etc/passwd", "..", "/", "\u{0}", "C:\\CON", "статья", "a/../../b", ".hidden", "\u{202e}txt"])
  func neverLeavesTheFolder(title: String) throws {
    var plan = ImportPlan(articles: [], names: [])
    let name = try #require(plan.add(candidate("Text.", origin: title), as: article("Text.", title: title, outlet: title)).name)
    #expect(name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2d || $0 == 0x2e })
    #expect(!name.hasPrefix(".") && !name.contains("..") && name.hasSuffix(".txt") && name.utf8.count < 130)
    #expect(PathComponent.safe(name) == name)
  }

  @Test func numbersNamesThatAreTaken() {
    var plan = ImportPlan(articles: [], names: ["Title.html", "title-2.md"])
    #expect(plan.add(candidate("One."), as: article("One.", title: "Title")).name == "title-3.txt")
    #expect(plan.add(candidate("Two."), as: article("Two.", title: "Title")).name == "title-4.txt")
    #expect(plan.add(candidate("Three."), as: article("Three.", title: "Compare")).name == "compare-2.txt")
  }

  @Test(arguments: [
    ("One two three four", 11, "one-two"), ("One two three", 13, "one-two-three"), ("abcdefghijklm", 5, "abcde"), ("", 5, ""),
    ("  -- ", 5, ""),
    ("It’s 5 o'clock", 30, "its-5-oclock"), ("Ærø–Łódź", 30, "aero-lodz"),
  ])
  func makesSlugs(text: String, limit: Int, slug: String) {
    #expect(ImportPlan.slug(text, limit: limit) == slug)
  }

  @Test(arguments: [
    ("https://example.org/a", "http://www.EXAMPLE.org/a/", true), ("https://example.org/a?utm_source=x", "https://example.org/a#top", true),
    ("https://example.org:443/a", "https://example.org/a", true), ("https://example.org/a?id=1", "https://example.org/a?id=2", false),
    ("https://example.org/a", "https://example.org/A", false),
  ])
  func comparesAddresses(a: String, b: String, isSame: Bool) {
    #expect((ImportPlan.key(ofAddress: a) == ImportPlan.key(ofAddress: b)) == isSame)
  }

  @Test func keepsTheSameTextOfAnotherOutlet() {
    func copy(_ outlet: String?, _ url: String? = nil) -> Article {
      article("The ferry sailed.", title: outlet, outlet: outlet, url: url)
    }
    var plan = ImportPlan(articles: [], names: [])
    #expect(plan.add(candidate("x"), as: copy("Brackwater Courier")).name != nil)
    #expect(plan.add(candidate("x"), as: copy("Harbour Radio", "https://radio.example/1")).name != nil)
    for known in [copy("brackwater courier"), copy(nil), copy("Radio", "https://www.radio.example/2")] {
      #expect(plan.add(candidate("x"), as: known).name == nil)
    }
  }

  @Test func skipsWhatIsThere() {
    let old = article("The ferry sailed.", url: "https://example.org/1", file: "old.html")
    var plan = ImportPlan(articles: [old], names: ["old.html"])
    #expect(plan.add(candidate("Other.", address: "http://example.org/1/"), as: article("Other.")) == .known(as: "old.html", by: .address))
    #expect(plan.add(candidate("x"), as: article("The  ferry\nsailed.")) == .known(as: "old.html", by: .text))
    #expect(plan.add(candidate("x"), as: article("New.", title: "New")).name == "new.txt")
    #expect(plan.add(candidate("x"), as: article("New.", title: "Again")) == .known(as: "new.txt", by: .text))
  }

  @Test func letsTheArticleInBesideItsSummary() {
    var plan = ImportPlan(articles: [], names: [])
    let address = "https://example.org/1"
    #expect(plan.add(candidate("Brief.", address: address, isSummary: true), as: article("Brief.", title: "A")).name == "example-org-a.txt")
    #expect(plan.add(candidate("Whole.", address: address), as: article("Whole.", title: "A")).name == "example-org-a-2.txt")
    #expect(
      plan.add(candidate("Brief 2.", address: address, isSummary: true), as: article("Brief 2."))
        == .known(as: "example-org-a-2.txt", by: .address))
  }

  @Test func doesNotBelieveThatEveryPageIsTheFrontPage() {
    var plan = ImportPlan(articles: [], names: [])
    let first = plan.add(candidate("x", address: "https://example.org/1"), as: article("One.", title: "One", url: "https://example.org/"))
    let second = plan.add(candidate("x", address: "https://example.org/2"), as: article("Two.", title: "Two", url: "https://example.org/"))
    #expect(first.url == "https://example.org/1")
    #expect(second.url == "https://example.org/2")
  }

  @Test func notesThePagesOwnAddress() {
    var plan = ImportPlan(articles: [], names: [])
    let decision = plan.add(candidate("x", address: "https://example.org/1?print=1"), as: article("One.", url: "https://example.org/1"))
    #expect(decision.url == "https://example.org/1")
  }
}

@Suite struct ImportStoryFileTests {
  private let entry: StoryFile.Entry = {
    var metadata = Metadata()
    metadata.url = "https://example.org/new?a=1&b=2"
    return StoryFile.Entry(name: "new.html", metadata: metadata, retrieved: "2026-03-12T09:00:00Z")
  }()
  private let lines = ["  new.html:", "    url: https://example.org/new?a=1&b=2", "    retrieved: 2026-03-12T09:00:00Z"]

  private func added(to text: String) throws -> [String] {
    String(decoding: try StoryFile.adding([entry], to: Array(text.utf8), file: "story.yml"), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func addsBelowWhatIsThere() throws {
    let text =
      "# Größe\ntitle: A   # kept\narticles:\n  old.txt: { outlet: B }\n  # about the next\n\n# The rest\ncorrections:\n  - alias: [a, b]\n"
    var expected = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    expected.insert(contentsOf: lines, at: 5)
    #expect(try added(to: text) == expected)
  }

  @Test func keepsTheIndentationThatIsThere() throws {
    #expect(
      try added(to: "articles:\n     old.txt:\n       outlet: B") == [
        "articles:", "     old.txt:", "       outlet: B", "     new.html:", "       url: https://example.org/new?a=1&b=2",
        "       retrieved: 2026-03-12T09:00:00Z", "",
      ])
  }

  @Test(arguments: ["", "# nothing yet\n", "title: A\n", "title: A", "---\ntitle: A\n"])
  func writesTheKeyWhereThereIsNone(text: String) throws {
    let kept = text.isEmpty ? [] : text.split(separator: "\n").map(String.init)
    #expect(try added(to: text) == kept + ["articles:"] + lines + [""])
  }

  @Test(arguments: ["articles:\n", "articles: {}\n", "articles: ~\n", "articles: null\n"])
  func fillsAnEmptyList(text: String) throws {
    #expect(try added(to: text + "title: A\n") == ["articles:"] + lines + ["title: A", ""])
  }

  @Test func keepsCommentsBesideAnEmptyList() throws {
    #expect(try added(to: "articles: {} # none yet\n").prefix(2) == ["articles: # none yet", "  new.html:"])
  }

  @Test func keepsWindowsLineEndings() throws {
    let text = String(
      decoding: try StoryFile.adding([entry], to: Array("title: A\r\narticles:\r\n  o.txt: {outlet: B}\r\n".utf8), file: ""), as: UTF8.self)
    #expect(text == "title: A\r\narticles:\r\n  o.txt: {outlet: B}\r\n" + lines.map { $0 + "\r\n" }.joined())
  }

  @Test func staysInsideTheDocument() throws {
    #expect(try added(to: "title: A\n...\n") == ["title: A", "articles:"] + lines + ["...", ""])
  }

  @Test func addsAfterTextOfSeveralLines() throws {
    let text = "articles:\n  old.txt:\n    dek: |\n      One.\n\n      # not a comment\nnote: N\n"
    #expect(try added(to: text).suffix(6) == ["      # not a comment"] + lines + ["note: N", ""])
  }

  @Test(arguments: [
    (
      "articles: { a.txt: { outlet: B } }\n",
      "articles is written in braces; write it as lines, one article each, so that more can be added"
    ),
    ("{ title: A }\n", "is not written as `key: value` lines, so nothing can be added"),
    ("- a\n", "is not written as `key: value` lines, so nothing can be added"),
    ("articles: [a]\n", "articles should be keys with values, so nothing can be added"),
  ])
  func refusesWhatItCannotAddTo(text: String, message: String) {
    #expect { try added(to: text) } throws: { ($0 as? StoryFile.Failure)?.message == message }
  }

  @Test func refusesBrokenFilesWithTheirPlace() {
    #expect { try added(to: "title: A\narticles: [\n") } throws: { ($0 as? StoryFile.Failure)?.line != nil }
  }

  @Test(arguments: [
    "plain", "https://example.org/a", "https://example.org/a#b", "2026-03-12", "2026-03-12T09:00:00Z", "true", "No", "~", "null", "12",
    "1e3",
    "0x1F", "- a", "a: b", "a #b", "it's", "say \"so\"", "back\\slash", "line\nbreak", "tab\t", " lead", "trail ", "", "é", "«x»", "@at",
    "%x",
    "&a", "*a", "!a", "|", ">", "?", "a,b", "[a]", "{a}", "\u{0}", "\u{85}x", "\u{2028}", "a\u{feff}b", "a\u{a0}b", "=", "<<", "😀", "a:",
    "https://example.org/:", "---", "...",
  ])
  func writesScalarsThatReadBack(text: String) throws {
    let yaml = YAMLFile(Array("k: \(StoryFile.scalar(text))\nl: [\(StoryFile.quoted(text)), x]\n".utf8), file: "f")
    let root = try #require(yaml.root)
    #expect(yaml.diagnostics.isEmpty)
    #expect(root["k"]?.scalar?.string == text)
    #expect(root["l"]?.sequence?.first?.scalar?.string == text)
  }

  @Test func startsANewFileThatReadsBack() {
    let (story, diagnostics) = StoryConfiguration.read(StoryFile.new(title: "Yes: no", entries: [entry]), file: "story.yml")
    #expect(diagnostics.isEmpty)
    #expect(story.title == "Yes: no")
    #expect(story.articles.map(\.name) == ["new.html"])
    #expect(story.articles.first?.metadata.retrieved == "2026-03-12T09:00:00Z")
  }
}
