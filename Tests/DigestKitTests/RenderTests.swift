import Testing

@testable import DigestKit

@Suite struct RenderTests {
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
}
