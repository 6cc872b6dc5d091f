import Foundation
import Testing
import TextAnalysis

@testable import DigestKit

struct WorkspaceTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = Workspace(at: folder.path)
  }

  /// The listing's and the stories' diagnostics, with paths below the folder.
  private func diagnostics() -> [String] {
    let listing = workspace.listing()
    let all = listing.diagnostics + listing.stories.flatMap { workspace.read($0).diagnostics }
    return all.map { $0.description.replacingOccurrences(of: folder.path + "/", with: "") }
  }

  private func story(_ configuration: String = "title: A\ndate: 2026-03-04\n", _ files: [String: String] = ["a.txt": "One. Two."]) throws
    -> Workspace.StoryContent
  {
    try folder.write("content/a/story.yml", configuration)
    for (name, text) in files { try folder.write("content/a/" + name, text) }
    let source = try #require(workspace.listing().stories.first)
    return workspace.read(source)
  }

  @Test func readsStoriesAndArticlesInByteOrder() throws {
    for name in ["b/2.txt", "b/10.txt", "b/É.txt", "a/x.txt", "Z/y.txt"] { try folder.write("content/" + name, "Text \(name).") }
    let stories = workspace.listing().stories
    #expect(stories.map(\.id) == ["Z", "a", "b"])
    #expect(stories[2].files == ["10.txt", "2.txt", "É.txt"])
  }

  @Test func takesTitleFromTheFolderWhereThereIsNoStoryFile() throws {
    try folder.write("content/paris-floods_2016/a.txt", "The Seine rose.")
    let source = try #require(workspace.listing().stories.first)
    #expect(workspace.read(source).title == "Paris floods 2016")
    #expect(diagnostics().count == 1)
    #expect(diagnostics().first?.hasPrefix("content/paris-floods_2016: warning: has no story.yml") == true)
  }

  @Test func putsTheEditorsMetadataFirst() throws {
    let content = try story(
      """
      title: A
      articles:
        a.txt: { outlet: The Café, published: 2026-03-02, authors: [Ann Lee, Bo Day], url: "https://example.org/a" }
      """)
    let metadata = content.articles[0].metadata
    #expect(metadata.outlet == "The Café")
    #expect(metadata.published == CalendarDate(year: 2026, month: 3, day: 2))
    #expect(metadata.authors == ["Ann Lee", "Bo Day"])
    #expect(metadata.basis["outlet"] == "story.yml")
    #expect(metadata.basis["published"] == "story.yml")
    #expect(content.diagnostics == [])
  }

  @Test(arguments: [
    ("titel: A", "1:1: error: unknown key \"titel\" in story.yml; ignored; did you mean \"title\"?"),
    ("title: [a, b]", "1:8: error: title should be text, but is a list; ignored"),
    ("title: A\ndate: 2026-02-30", "2:7: error: date: \"2026-02-30\" is not a date of the form YYYY-MM-DD; ignored"),
    ("articles: [x]", "1:11: error: articles should be keys with values, but is a list; ignored"),
    ("articles:\n  b.txt: { outlet: B }", "2:3: warning: there is no article \"b.txt\"; ignored; did you mean \"a.txt\"?"),
    ("articles:\n  a.txt: { outlets: B }", "2:12: error: unknown key \"outlets\" in article \"a.txt\"; ignored; did you mean \"outlet\"?"),
    ("articles:\n  a.txt: { encoding: klingon }", "2:22: error: encoding: \"klingon\" is not known; the file's bytes decide"),
    ("articles:\n  a.txt: { url: 'javascript:x' }", "2:17: error: url should begin with https:// or http://; ignored"),
    ("title: A\ntitle: B", "1:1: error: \"title\" is given more than once; nothing was published"),
    (
      "title: \"A",
      "1:10: error: not YAML: found unexpected end of stream (a quotation mark or bracket is not closed); nothing was published"
    ),
    (
      "title: Fire: 12 hurt",
      "1:12: error: not YAML: mapping values are not allowed in this context (a value that holds \": \" needs quotation marks around it); nothing was published"
    ),
    (
      "note:\n\tx",
      "2:1: error: not YAML: found character that cannot start any token (a tab: lines are indented with spaces); nothing was published"
    ), ("articles:\n  a.txt: { language: deutsch }", "2:22: error: \"deutsch\" is not a language tag such as en or en-GB; ignored"),
    (
      "articles:\n  a: { outlet: B }\n  a.txt: { outlet: C }",
      "3:3: warning: \"a.txt\" is the article of line 2 again; what both say is taken from here"
    ),
    ("corrections:\n  - hide: {}", "2:5: error: a correction holds exactly one of speaker, hide, alias, distinct, date; ignored"),
    ("corrections:\n  - alias: [A]", "2:12: error: alias takes a list of two names or more; ignored"),
    ("corrections:\n  - speaker: { quote: x }", "2:14: error: speaker lacks is; the correction is ignored"),
  ])
  func locatesFaultsOfTheStoryFile(yaml: String, expected: String) throws {
    #expect(try story(yaml).diagnostics.map(\.description) == ["\(folder["content/a/story.yml"]):\(expected)"])
  }

  @Test func readsCorrections() throws {
    let content = try story(
      """
      corrections:
        - speaker: { article: "004", quote: "You're kidding", is: Sergey Lavrov }
          because: same words in 000
        - speaker: { quote: "No comment", is: ~ }
        - hide: { timeline: 2017-04-12 }
        - hide: { quote: "so-called" }
        - alias: [Jim Mattis, James Mattis]
        - distinct: [Lavrov, Ryabkov]
        - date: { article: "000", expression: Thursday, is: 2017-05-04 }
      """)
    #expect(content.diagnostics == [])
    #expect(
      content.corrections.map(\.change) == [
        .speaker(article: "004", quote: "You're kidding", name: "Sergey Lavrov"), .speaker(article: nil, quote: "No comment", name: nil),
        .hideTimeline("2017-04-12"), .hideQuote("so-called"), .alias(["Jim Mattis", "James Mattis"]), .distinct(["Lavrov", "Ryabkov"]),
        .date(article: "000", expression: "Thursday", occurrence: 1, value: "2017-05-04"),
      ])
    #expect(content.corrections.map(\.line) == [2, 4, 5, 6, 7, 8, 9])
    #expect(content.corrections[0].because == "same words in 000")
  }

  @Test func leavesOutWhatIsNoArticle() throws {
    try folder.write("content/a/story.yml", "title: A")
    try folder.write("content/a/good.txt", "A good text.")
    try folder.write("content/a/empty.txt", "")
    try folder.write("content/a/blank.txt", " \n\n")
    try folder.write("content/a/binary.txt", [0, 1, 2, 3, 0, 0xff, 0xfe, 0x80, 0, 0] + [UInt8](repeating: 0, count: 200))
    try folder.write("content/a/.hidden.txt", "Hidden.")
    try folder.write("content/a/photo.jpg", "jpeg")
    try folder.write("content/a/sub/deep.txt", "Deep.")
    try folder.write("outside.txt", "Outside.")
    try FileManager.default.createSymbolicLink(atPath: folder["content/a/out.txt"], withDestinationPath: folder["outside.txt"])
    try FileManager.default.createSymbolicLink(atPath: folder["content/a/nowhere.txt"], withDestinationPath: "nothing.txt")
    let source = try #require(workspace.listing().stories.first)
    #expect(workspace.read(source).articles.map(\.id) == ["good"])
    let said = diagnostics()
    for (file, severity) in [
      ("empty.txt", "error"), ("blank.txt", "error"), ("binary.txt", "error"), ("photo.jpg", "warning"), ("sub", "warning"),
      ("out.txt", "error"), ("nowhere.txt", "error"),
    ] {
      #expect(said.count { $0.hasPrefix("content/a/\(file): \(severity): ") } == 1, "\(file)")
    }
    #expect(said.count == 7)
  }

  @Test func refusesAuthorsThatAreNoNames() throws {
    let content = try story(
      "title: A",
      ["a.jsonl": "{\"text\": \"One.\", \"authors\": \"Ann Lee\"}\n{\"text\": \"Two.\", \"authors\": [1, {}]}\n"])
    #expect(content.articles.map(\.metadata.authors) == [["Ann Lee"]])
    #expect(content.diagnostics.map(\.line) == [2])
  }

  @Test func readsArticlesOfAJSONLinesFile() throws {
    let content = try story(
      "title: A",
      [
        "articles.jsonl": """
        {"id": "one", "text": "First text.", "outlet": "B", "date": "2026-03-03"}

        {"text": "Second text."}
        {"id": "bad"}
        {"id": "é✓", "text": "Third." x}
        """
      ])
    #expect(content.articles.map(\.id) == ["one", "3"])
    #expect(content.articles.map(\.file) == ["articles.jsonl:1", "articles.jsonl:3"])
    #expect(content.articles[0].metadata.published == CalendarDate(year: 2026, month: 3, day: 3))
    #expect(content.diagnostics.map(\.line) == [4, 5])
    #expect(content.diagnostics.last?.column == 31)
  }

  @Test func readsFilesOfEveryEnding() throws {
    let page = "<html><body><article><h1>Ferry sails</h1><p>The ferry sailed on Thursday, the mayor said.</p></article></body></html>"
    let mail = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n\(page)\n--b--\n"
    let content = try story(
      "title: A",
      [
        "a.xhtml": page, "b.mht": mail, "c.markdown": "# Ferry sails\n\nThe ferry *sailed*.\n",
        "d.ndjson": "{\"id\": \"d\", \"text\": \"One.\"}\n", "e.TXT": "Ferry sails.",
      ])
    #expect(content.diagnostics == [])
    #expect(content.articles.map(\.id) == ["a", "b", "c", "d", "e"])
    #expect(content.articles[1].runningText == "The ferry sailed on Thursday, the mayor said.")
    #expect(content.articles[2].runningText == "The ferry sailed.")
  }

  @Test func saysOfManyFaultyLinesHowManyTheyAre() throws {
    let content = try story("title: A", ["a.jsonl": String(repeating: "{\n", count: 1000) + "{\"text\": \"A text.\"}\n"])
    #expect(content.articles.count == 1)
    #expect(content.diagnostics.count == 21)
    #expect(
      content.diagnostics.last?.description.hasSuffix("a.jsonl:21:1: error: this line and 979 more are no articles; left out") == true)
  }

  @Test(arguments: ["digest.json.txt", "index.html.md", "compare.txt", "sources.bib.html"])
  func leavesTheDigestsOwnAddressesAlone(file: String) throws {
    let content = try story("title: A", ["one.txt": "A text.", file: "Another text."])
    #expect(content.articles.map(\.id) == ["one"])
    #expect(content.diagnostics.map(\.file) == [folder["content/a/" + file]])
  }

  @Test(arguments: ["index.html", "FEED.xml", "robots.txt"])
  func leavesTheSitesOwnAddressesAlone(name: String) throws {
    try folder.write("content/\(name)/a.txt", "Text.")
    let listing = workspace.listing()
    #expect(listing.stories.isEmpty)
    #expect(listing.diagnostics.map(\.file) == [folder["content/" + name]])
  }

  @Test func namesBothArticlesOfOneAddress() throws {
    let content = try story("title: A", ["one.txt": "A text.", "One.md": "Another text."])
    #expect(content.articles.count == 1)
    let said = content.diagnostics.map(\.description).joined()
    #expect(said.contains("one.txt") && said.contains("One.md") && content.diagnostics.count == 1)
  }

  @Test func namesBothStoriesOfOneAddress() throws {
    try folder.write("content/A story/a.txt", "Text.")
    try folder.write("content/A-Story/a.txt", "Text.")
    try folder.write("content/about/a.txt", "Text.")
    let listing = workspace.listing()
    #expect(listing.stories.count == 1)
    #expect(listing.diagnostics.count == 2)
    #expect(listing.diagnostics.contains { $0.message.contains("A story") && $0.file.hasSuffix("A-Story") })
    #expect(listing.diagnostics.contains { $0.file.hasSuffix("content/about") })
  }

  @Test func saysWhenThereIsNoContent() {
    #expect(diagnostics() == ["content: error: cannot be read: no such file or directory; `digest init` makes a folder with a sample"])
  }

  @Test func readsAVeryLongLine() throws {
    let content = try story("title: A", ["long.txt": String(repeating: "word ", count: 1_000_000)])
    #expect(content.articles.count == 1)
  }

  @Test func survivesDeepConfiguration() throws {
    for yaml in [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000), String(repeating: "{a: ", count: 100_000),
    ] {
      #expect(try story(yaml).diagnostics.count == 1)
    }
  }

  @Test func readsTheSiteFile() throws {
    try folder.write("content/site.yml", "title: Überblick\nbaseURL: https://example.org/x\nlanguage: de\ntheme: { accent: red }\n")
    let site = workspace.listing().site
    #expect(site.title == "Überblick")
    #expect(site.baseURL == "https://example.org/x")
    #expect(site.theme == ["accent": "red"])
    try folder.write("content/site.yml", "baseURL: example.org\nlanguage: \"e n\"\ncolour: red\n")
    #expect(workspace.listing().diagnostics.map(\.line) == [1, 2, 3])
    try folder.write("content/site.yml", "baseURL: https://example.org/?x\n")
    #expect(workspace.listing().diagnostics.map(\.column) == [10])
    #expect(workspace.listing().site.baseURL == nil)
  }

  @Test func readsTheUsersTheme() throws {
    try folder.write("content/site.yml", "")
    try folder.write("templates/partials/head.mustache", "<head>")
    try folder.write("templates/site.css", "a{}")
    #expect(workspace.listing().theme.map(\.path) == ["partials/head.mustache", "site.css"])
  }
}

struct PathComponentTests {
  @Test(arguments: [
    ("lavrov-oval-office", "lavrov-oval-office"), ("A story, 2017!", "A-story-2017-"), (".git", "git"), ("a/b\\c", "a-b-c"),
    ("000_0112f08baa914fe8", "000_0112f08baa914fe8"), ("Straße nach Süden", "Strasse-nach-Suden"), ("Übersicht", "Ubersicht"),
    ("U\u{308}bersicht Zu\u{308}rich", "Ubersicht-Zurich"), ("Œuvre à Łódź", "Oeuvre-a-Lodz"),
  ])
  func keepsSafeCharacters(name: String, expected: String) {
    #expect(PathComponent.safe(name) == expected)
  }

  @Test(arguments: ["статья", "記事", "..", "", "-", "café", String(repeating: "a", count: 500), "\u{0}", "👩‍👩‍👧"])
  func neverLeavesItsFolder(name: String) {
    let safe = PathComponent.safe(name)
    #expect(!safe.isEmpty && safe.utf8.count <= 120 && !safe.hasPrefix("."))
    #expect(safe.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 && $0 != UInt8(ascii: "/") })
  }

  @Test func keepsNamesOfOtherScriptsApart() {
    #expect(PathComponent.safe("статья 1") != PathComponent.safe("заметка 1"))
  }
}
