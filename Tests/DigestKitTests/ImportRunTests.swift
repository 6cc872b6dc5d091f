import Testing

@testable import DigestKit

/// A network of a few pages.
private struct Pages: PageFetcher {
  var pages: [String: (body: String, type: String)] = [:]
  /// Pages that are no UTF-8.
  var raw: [String: (body: [UInt8], type: String)] = [:]

  func fetch(_ address: String) async throws(FetchFailure) -> FetchedPage {
    if let (body, type) = raw[address] {
      return FetchedPage(bytes: body, address: address, contentType: type, retrieved: "2026-03-12T09:00:00Z")
    }
    guard let page = pages[address] else { throw FetchFailure("the server answers 404 (Not Found)") }
    return FetchedPage(bytes: Array(page.body.utf8), address: address, contentType: page.type, retrieved: "2026-03-12T09:00:00Z")
  }
}

private func page(_ title: String, _ text: String) -> String {
  """
  <!DOCTYPE html><html><head><title>\(title)</title></head><body><article><h1>\(title)</h1><p>\(text) It was the first boat since \
  the crews walked out in February, and the pier was full long before the sun came up over the sound.</p><p>Nobody could say how long the \
  agreement between the crews and the company would hold, the harbour master said.</p></article></body></html>
  """
}

@Suite struct ImportRunTests {
  private let folder: TemporaryFolder
  private var story: String { folder["content/ferry"] }

  init() throws { folder = try TemporaryFolder() }

  private func run(_ sources: String..., pages: Pages = Pages()) async throws -> ImportReport {
    let workspace = Workspace(at: folder.path)
    let writer = try ImportWriter(into: workspace, story: "ferry")
    return await StoryImport(into: workspace, writer: writer, fetcher: pages, width: 2).run(sources)
  }

  @Test func importsAFolderOfAllKinds() async throws {
    try folder.write("in/b/page.html", page("Ferry returns", "The ferry sailed again on Thursday."))
    try folder.write("in/a.txt", "Night boat saved\n\nCrews of the ferry went back to work on Thursday after almost three weeks.\n")
    try folder.write(
      "in/c.md", "---\ntitle: Islanders cheer\noutlet: Northern Post\n---\n\nChildren waved flags on the pier on Thursday.\n")
    try folder.write(
      "in/d.jsonl",
      "{\"text\": \"The mayor called it a good day.\", \"title\": \"Mayor\", \"outlet\": \"Radio\", \"date\": \"2026-03-12\"}\n")
    try folder.write(
      "in/e.rss",
      "<rss><channel><title>Bote</title><item><title>Kurz</title><description>Die Fähre nach Hallow fährt seit Donnerstag wieder, teilte die Reederei mit.</description></item></channel></rss>"
    )
    try folder.write("in/picture.jpg", "x")
    try folder.write("in/.hidden.txt", "hidden")
    try folder.write("in/b/page_files/frame.html", "<p>An advertisement.</p>")
    let report = try await run(folder["in"])
    #expect(report.diagnostics.isEmpty)
    #expect(
      folder.tree.filter { $0.hasPrefix("content/ferry/") } == [
        "content/ferry/bote-kurz.html", "content/ferry/ferry-returns.html", "content/ferry/night-boat-saved.txt",
        "content/ferry/northern-post-islanders-cheer.md", "content/ferry/radio-mayor-2026-03-12.txt", "content/ferry/story.yml",
      ])
    #expect(report.otherFiles == 1)
    #expect(report.imported.filter(\.isSummary).map(\.name) == ["bote-kurz.html"])
    #expect(folder.read("content/ferry/ferry-returns.html") == folder.read("in/b/page.html"))
    #expect(
      folder.read("content/ferry/story.yml")
        == """
        title: Ferry
        # date: the day of the event (YYYY-MM-DD), for articles that give none
        articles:
          radio-mayor-2026-03-12.txt:
            title: Mayor
            published: 2026-03-12
            outlet: Radio
          bote-kurz.html:
            summary: true

        """)
    let read = Workspace(at: folder.path).read(try #require(Workspace(at: folder.path).listing().stories.first))
    #expect(read.diagnostics.isEmpty)
    #expect(read.articles.count == 5)

    let again = try await run(folder["in"])
    #expect(again.imported.isEmpty)
    #expect(again.skipped.count == 5)
  }

  @Test func importsPagesAndFeedsFromAddresses() async throws {
    let feed =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Post</title><entry><title>Two</title><link href=\"/2\"/><content type=\"html\">&lt;p&gt;Two boats sailed for Hallow Island before the sun came up on Friday.&lt;/p&gt;</content></entry></feed>"
    let pages = Pages(pages: [
      "https://example.org/1": (page("One", "One boat sailed."), "text/html; charset=utf-8"),
      // As many servers send them.
      "https://example.org/feed": (feed, "text/html"), "https://example.org/film": ("x", "video/mp4"),
    ])
    let report = try await run(
      "https://example.org/1", "https://example.org/feed", "https://example.org/film", "https://example.org/none", pages: pages)
    #expect(report.imported.map(\.name) == ["example-org-one.html", "post-two.html"])
    #expect(
      report.diagnostics.map(\.description) == [
        "https://example.org/film: error: of type video/mp4, which is no article, feed or archive; left out",
        "https://example.org/none: error: the server answers 404 (Not Found); left out",
      ])
    let yaml = folder.read("content/ferry/story.yml") ?? ""
    #expect(yaml.contains("  post-two.html:\n    url: https://example.org/2\n    retrieved: 2026-03-12T09:00:00Z\n"))
    let again = try await run("https://example.org/1", pages: pages)
    #expect(again.skipped.map(\.reason) == ["same address as example-org-one.html"])
  }

  @Test func keepsTheServersEncodingBesideThePage() async throws {
    // 0xa4 is the euro sign in this encoding alone; only the server knows.
    let body = Array(page("Five _", "The ferry for five _ sailed again on Thursday, which nobody had hoped for.").utf8).map {
      $0 == 0x5f ? 0xa4 : $0
    }
    let pages = Pages(raw: ["https://example.org/1": (body, "text/html; Charset=\"ISO-8859-15\"")])
    let report = try await run("https://example.org/1", pages: pages)
    let name = try #require(report.imported.first?.name)
    #expect(folder.read("content/ferry/story.yml")?.contains("    encoding: iso-8859-15\n") == true)
    let read = Workspace(at: folder.path).read(try #require(Workspace(at: folder.path).listing().stories.first))
    #expect(read.diagnostics.isEmpty)
    #expect(read.articles.first?.file == name)
    #expect(read.articles.first?.metadata.title == "Five €")
    // The bytes themselves stay as they came.
    #expect(try FileSystem.read(folder["content/ferry/" + name]) == body)
  }

  @Test func notesNoEncodingThatTheBytesTell() async throws {
    let pages = Pages(pages: [
      "https://example.org/1": (page("Größe", "The Fähre sailed again."), "text/html; charset=utf-8"),
      "https://example.org/2": (page("Ferry", "The ferry did not sail."), "text/html; charset=iso-8859-1"),
      "https://example.org/3": ("\u{feff}" + page("Quay", "The Fähre may sail."), "text/html; charset=windows-1251"),
    ])
    let report = try await run("https://example.org/1", "https://example.org/2", "https://example.org/3", pages: pages)
    #expect(report.imported.count == 3)
    #expect(folder.read("content/ferry/story.yml")?.contains("encoding") == false)
  }

  @Test func takesArchivesWithoutComplaintAboutFramesAndMenus() async throws {
    var archive = ""
    for (i, body) in [page("One", "One boat sailed."), "<html><body><a href=x>menu</a></body></html>", "<html></html>"].enumerated() {
      let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(body)"
      archive +=
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\(i)\r\nContent-Length: \(response.utf8.count)\r\n\r\n\(response)\r\n\r\n"
    }
    try folder.write("a.warc", archive)
    let report = try await run(folder["a.warc"])
    #expect(report.diagnostics.isEmpty)
    #expect(report.imported.map(\.name) == ["example-org-one.html"])
    #expect(report.skipped.map(\.reason) == ["no text of an article", "no text of an article"])
  }

  @Test func addsToAStoryWithoutTouchingIt() async throws {
    let yaml = "title: Mine # my own\narticles:\n  old.txt: { url: \"https://example.org/old\" }\n"
    try folder.write("content/ferry/story.yml", yaml)
    try folder.write("content/ferry/old.txt", "An old text about the ferry.\n")
    let pages = Pages(pages: [
      "https://example.org/old": (page("Old", "Old."), "text/html"), "https://example.org/new": (page("New", "New."), "text/html"),
    ])
    let report = try await run("https://example.org/old", "https://example.org/new", pages: pages)
    #expect(report.skipped.map(\.reason) == ["same address as old.txt"])
    #expect(folder.read("content/ferry/story.yml")?.hasPrefix(yaml + "  example-org-new.html:\n") ?? false)
    #expect(folder.read("content/ferry/old.txt") == "An old text about the ferry.\n")
  }

  @Test func changesNothingWhereStoryFileCannotTakeMore() async throws {
    try folder.write("content/ferry/story.yml", "articles: [\n")
    try folder.write("a.txt", "The ferry sailed again on Thursday.")
    let before = folder.tree
    let report = try await run(folder["a.txt"])
    #expect(report.imported.isEmpty)
    #expect(report.diagnostics.hasErrors)
    #expect(folder.tree == before)
  }

  @Test func leavesNoTraceWhenDiscarded() async throws {
    let writer = try ImportWriter(into: Workspace(at: folder.path), story: "ferry")
    try writer.stage("a.txt", [1])
    writer.discard()
    try writer.stage("b.txt", [1])
    try writer.commit([], title: "Ferry")
    #expect(folder.tree.isEmpty)
  }

  @Test func takesFilesBackIfOneNameIsTakenMeanwhile() throws {
    try folder.write("content/ferry/story.yml", "title: A\n")
    let writer = try ImportWriter(into: Workspace(at: folder.path), story: "ferry")
    try writer.stage("a.txt", [1])
    try writer.stage("b.txt", [1])
    try folder.write("content/ferry/b.txt", "a user's")
    #expect(throws: Diagnostic.self) { try writer.commit([], title: "A") }
    #expect(folder.tree.filter { $0.hasPrefix("content/ferry/") } == ["content/ferry/b.txt", "content/ferry/story.yml"])
    #expect(folder.read("content/ferry/b.txt") == "a user's")
  }

  @Test func keepsASecondImportOut() throws {
    let writer = try ImportWriter(into: Workspace(at: folder.path), story: "ferry")
    #expect(throws: Diagnostic.self) { try ImportWriter(into: Workspace(at: folder.path), story: "ferry") }
    writer.discard()
    try ImportWriter(into: Workspace(at: folder.path), story: "ferry").discard()
  }

  @Test func cleansUpAfterAnImportThatWasKilled() async throws {
    try folder.write("content/ferry/.import/half.txt", "half")
    try folder.write("a.txt", "The ferry sailed again on Thursday.")
    let report = try await run(folder["a.txt"])
    #expect(report.diagnostics.isEmpty)
    #expect(!folder.tree.contains { $0.contains(".import") })
  }

  @Test func reportsEverySourceThatFails() async throws {
    try folder.write("empty.txt", "")
    try folder.write("bad.json", "{\n  \"a\": }")
    try folder.write("no.json", "{\"title\": \"x\"}")
    try folder.write("lines.jsonl", "{\"text\": \"The ferry sailed.\"}\nnonsense\n{\"text\": 5}\n")
    try folder.write("map.xml", "<urlset/>")
    try folder.write("a.warc", "nothing")
    let report = try await run(
      folder["empty.txt"], folder["bad.json"], folder["no.json"], folder["lines.jsonl"], folder["map.xml"], folder["a.warc"],
      folder["none.html"],
      "ftp://example.org/x")
    let messages = report.diagnostics.map { $0.description.split(separator: folder.path + "/").joined() }
    #expect(
      messages == [
        "ftp://example.org/x: error: only http:// and https:// addresses are fetched; left out",
        "empty.txt: error: there is no text in the file; left out",
        "bad.json:2:8: error: not JSON: unexpected character; left out",
        "no.json: error: neither a JSON Feed nor an article: the key \"text\" is missing; left out",
        "lines.jsonl:2:1: error: not JSON: unexpected character; the line is left out",
        "lines.jsonl:3:1: error: \"text\" should be a string; the line is left out",
        "map.xml: error: XML, but no feed: its root is <urlset>; left out",
        "a.warc: error: not a web archive (WARC); left out",
        "none.html: error: cannot be read: no such file or directory; left out",
      ])
    #expect(report.imported.count == 1)
  }

  @Test func takesAddressAndDayFromSavedPages() {
    let mhtml =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\nDate: Thu, 12 Mar 2026 09:00:00 -0000\r\n\r\n"
    let archived = ImportContents(of: Array(mhtml.utf8), kind: .mhtml, name: "a.mhtml").candidates.first
    #expect(archived?.address == "https://example.org/1")
    #expect(archived?.retrieved == "2026-03-12")
    let single =
      "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/2 \n saved date: Thu Mar 12 2026 09:00:00 GMT+0100 (CET)\n-->"
    let saved = ImportContents(of: Array(single.utf8), kind: .html, name: "a.html").candidates.first
    #expect(saved?.address == "https://example.org/2")
    #expect(saved?.retrieved == "2026-03-12")
  }

  @Test(arguments: ["a/b", "..", ".", "", "a b", "people", "About", "größe"])
  func refusesStoryNamesThatAreNoAddresses(name: String) {
    #expect(ImportWriter.fault(inStoryName: name) != nil)
  }
}
