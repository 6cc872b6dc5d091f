import DigestKit
import Extraction
import Testing
import TextAnalysis

/// The example of the README, with what the libraries offer to other packages and nothing else.
@Suite struct LibraryTests {
  @Test func readmeExampleWorks() throws {
    let page = Array("<html><body><article><h1>Ferry sails</h1><p>The ferry sailed on Thursday, Ines Corvell said.</p></article>".utf8)

    var article = try Importer.article(from: page, file: "courier.html")
    article.id = "courier"
    article.metadata.outlet = "Brackwater Courier"

    let day = CalendarDate(iso: "2026-03-12")
    let story = Story(id: "ferry", title: "The ferry", date: day, articles: [StoryArticle(article, fallback: day)])
    let digest = Digest(composing: story)
    let json = try digest.json()
    let pages = try Theme().pages(for: [digest])

    #expect(digest.timeline.map(\.date) == ["2026-03-12"])
    #expect(String(decoding: json, as: UTF8.self).contains("Brackwater Courier"))
    #expect(pages.contains { $0.path == "ferry/index.html" && !$0.bytes.isEmpty })
  }
}
