import Testing
import TextAnalysis

@testable import Extraction

private let first =
  "The café on the harbour reopened on Monday after two years of repairs, the owner said in a <a href='/ana?utm_source=x&amp;id=2'>statement</a>."
private let second = "Visitors queued from the early morning, and the <b>first </b>cups were free for the people who live on the quay."
private let third = "Nobody complained: “It is dry,” said Zoë Maß, who had come with her children to see the new windows of the old house."

private func page(_ body: String, head: String = "") -> [UInt8] {
  Array(
    "<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>Harbour café reopens | Porto Post</title>\(head)</head><body>\(body)</body></html>"
      .utf8)
}

private let full = page(
  """
  <nav><ul><li><a href=/>Home</a><li><a href=/world>World</a></ul></nav>
  <div class=page><h1>Harbour café reopens</h1><p class=byline>By <a rel=author href=/zm>Ian Gil</a></p>
  <div class="article-body"><p>\(first)</p>
  <figure><img src=/q.jpg alt=Quay><figcaption>The quay. Photo: Ana Gil</figcaption></figure>
  <h2>A good day</h2><p>\(second)</p><ul><li>one <em>thing</em><li>another</ul>
  <div class=share-buttons><a href=/s>Share this article on every network you can think of, please</a></div>
  <blockquote><p>\(third)</p></blockquote>
  <table><tr><th>Year<th>Cups<tr><td>2017<td>120</table>
  <h3>Related articles</h3><p><a href=/o>Old quay closes for repairs after the great flood of the year before</a></p></div>
  <footer>© Porto Post. All rights reserved.</footer><script>var a = "<p>no</p>";</script></div>
  """,
  head: """
    <meta property="og:site_name" content="Porto Post"><meta property="article:published_time" content="2019-05-03T23:30:00+02:00">
    <link rel=canonical href="https://porto.example/a/b?utm_medium=x"><meta property="article:modified_time" content="2019-06-01">
    """)

@Suite struct HTMLTests {
  @Test func findsTheStory() throws {
    let article = try Importer.article(from: full, file: "a.html")
    #expect(article.runningText.hasPrefix("The café on the harbour"))
    #expect(!article.runningText.contains("Share this"))
    #expect(!article.runningText.contains("Photo"))
    #expect(!article.runningText.contains("Old quay"))
    #expect(
      article.blocks.map(\.kind).prefix(9) == [
        .headline, .paragraph, .caption, .crosshead, .paragraph, .listItem, .listItem, .blockquote, .paragraph,
      ])
  }

  @Test func readsMetadataWithItsSources() throws {
    let metadata = try Importer.article(from: full, file: "a.html").metadata
    #expect(metadata.title == "Harbour café reopens")
    #expect(metadata.outlet == "Porto Post")
    #expect(metadata.authors == ["Ian Gil"])
    #expect(metadata.published == CalendarDate(year: 2019, month: 5, day: 3), "the outlet's local day")
    #expect(metadata.url == "https://porto.example/a/b")
    #expect(metadata.language == "en")
    #expect(metadata.basis["published"] == "article:published_time")
    #expect(metadata.basis["title"] == "h1")
  }

  @Test func writesMarkdownThatReadsBack() throws {
    let article = try Importer.article(from: full, file: "a.html")
    #expect(article.markdownBody.contains("[statement](https://porto.example/ana?id=2)."))
    #expect(article.markdownBody.contains("the **first** cups"))
    #expect(article.markdownBody.contains("## A good day"))
    #expect(article.markdownBody.contains("- one *thing*\n- another"))
    #expect(article.markdownBody.contains("| Year | Cups |\n| --- | --- |\n| 2017 | 120 |"))
    #expect(article.markdownBody.contains("![Quay](https://porto.example/q.jpg)\n\n*The quay. Photo: Ana Gil*"))
    let back = try Importer.article(from: Array(article.markdown.utf8), file: "a.md")
    #expect(back.blocks.filter { $0.kind == .paragraph || $0.kind == .blockquote }.count == 5)
    #expect(back.metadata.title == article.metadata.title)
    #expect(back.markdown == article.markdown)
  }

  @Test func mapsTextToTheMarkdown() throws {
    let article = try Importer.article(from: full, file: "a.html")
    let (text, source) = (Array(article.text.utf8), Array(article.source.utf8))
    for run in article.map.runs {
      #expect(text[Int(run.text)..<Int(run.text + run.count)] == source[Int(run.source)..<Int(run.source + run.count)])
    }
    for block in article.blocks { #expect(article.map.source(of: block.span) != nil) }
  }

  @Test func readsLinkedData() throws {
    let data = #"""
      {"@graph":[{"@type":"Person","@id":"#z","name":"Zoë Maß"},{"@type":"NewsArticle","headline":"Harbour café &amp; quay",
      "author":[{"@id":"#z"},{"@type":"Organization","name":"Porto Post"}],"datePublished":"2019-05-03","publisher":{"name":"Porto Post"},}]}
      """#
    let bytes = page("<h2>Other</h2><p>\(first)<p>\(second)", head: "<script type='application/ld+json'>\(data)</script>")
    let metadata = try Importer.article(from: bytes, file: "a.html").metadata
    #expect(metadata.title == "Harbour café & quay")
    #expect(metadata.authors == ["Zoë Maß"])
    #expect(metadata.outlet == "Porto Post")
    #expect(metadata.basis["authors"] == "JSON-LD author")
  }

  @Test func leavesNothingThatRuns() throws {
    let bytes = page(
      "<article><p>\(first)<a href='javascript:alert(1)'>x</a><img src='data:a' onerror=y><p onclick=z>\(second)<script>evil()</script></article>"
    )
    let markdown = try Importer.article(from: bytes, file: "a.html").markdown
    for word in ["javascript", "onerror", "evil", "data:", "onclick", "<script"] { #expect(!markdown.contains(word)) }
  }

  @Test func readsEncodings() throws {
    let latin =
      "<html><meta charset=iso-8859-1><body><p>Caf\u{e9} \u{93}x\u{94} ".unicodeScalars.map { UInt8($0.value) }
      + Array(first.utf8.filter { $0 < 0x80 }) + Array("</p>".utf8)
    #expect(try Importer.article(from: latin, file: "a.html").text.hasPrefix("Café “x”"))
    let cyrillic: [UInt8] = Array("<html><meta charset=koi8-r><body><p>".utf8) + [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4] + Array("</p>".utf8)
    #expect(try Importer.article(from: cyrillic, file: "a.html").text == "Привет")
    let jis: [UInt8] = Array("<html><meta charset=Shift_JIS><body><p>".utf8) + [0x93, 0xfa, 0x96, 0x7b] + Array("</p>".utf8)
    #expect(try Importer.article(from: jis, file: "a.html").text == "日本")
  }

  @Test func readsWebArchives() throws {
    let mime = """
      From: <Saved by Blink>
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";
      \tboundary="----x"

      ------x
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <html><body><p>The caf=C3=A9 reopened on Monday, and th=
      e quay is dry.</p></body></html>
      ------x
      Content-Type: image/png

      abc
      ------x--
      """
    #expect(try Importer.article(from: Array(mime.utf8), file: "a.mhtml").text == "The café reopened on Monday, and the quay is dry.")
  }

  @Test(arguments: [
    ("", "<div>"), ("", "<b>"), ("", "<p><b a=1>"), ("", "<table>"), ("<p title='", "a"), ("", "&amp;"), ("", "<a href=x>"),
    ("", "<ul><li>"),
    ("", "<"), ("", "<!--"), ("<script>", "<"), ("", "<span><div>"), ("", "a b "),
  ])
  func endsSoonOnHostilePages(start: String, unit: String) throws {
    let body = start + String(repeating: unit, count: 500_000 / unit.utf8.count)
    let article = try Importer.article(from: page("<p>\(first)</p>" + body + "x"), file: "a.html")
    #expect(article.text.contains("café"))
  }
}

@Suite struct PageMetadataTests {
  private func metadata(_ body: String, head: String = "") throws -> Metadata {
    try Importer.article(
      from: page("<article><h1>Harbour café reopens</h1>\(body)<p>\(first)<p>\(second)</article>", head: head), file: "a.html"
    ).metadata
  }

  @Test func prefersThePublishedDayToTheChanged() throws {
    let head = "<meta property='article:modified_time' content='2020-01-09'>"
    #expect(
      try metadata("<time class=updated datetime=2020-01-09>x</time><p>Published 3 May 2019", head: head).published?.description
        == "2019-05-03")
    #expect(try metadata("<p>Updated 3 May 2019</p>", head: head).published == nil)
  }

  @Test func showsTheLocalDayOfAnInstant() throws {
    let head = "<meta property='article:published_time' content='2019-05-04T03:05:00Z'>"
    #expect(try metadata("<time datetime='2019-05-03T20:05:00-07:00'>May 3</time>", head: head).published?.description == "2019-05-03")
    #expect(try metadata("", head: head).published?.description == "2019-05-04")
  }

  @Test func readsTheDayFromTheAddress() throws {
    #expect(
      try metadata("", head: "<link rel=canonical href=https://porto.example/2019/05/03/cafe>").published?.description == "2019-05-03")
    #expect(try metadata("", head: "<link rel=canonical href=https://porto.example/20190399/1>").published == nil)
  }

  @Test(arguments: [
    ("<p class=byline>By Ana Gil and Zoë Maß, Porto Post</p>", ["Ana Gil", "Zoë Maß"]),
    ("<a rel=author href=/x>All posts by Ana Gil</a>", ["Ana Gil"]),
    ("<span class='post-author'><b>Ana Gil</b><i>Founder</i></span>", ["Ana Gil"]),
    ("<p class=byline>Editorial staff</p>", []),
    ("<p class=author>Porto Post</p>", []),
    ("<div class=comments><span class=author>Ana Gil</span></div>", []),
  ])
  func readsBylines(body: String, names: [String]) throws {
    #expect(try metadata(body, head: "<meta property=og:site_name content='Porto Post'>").authors == names)
  }

  @Test func takesTheSiteOffTheTitle() throws {
    let bytes = Array(
      "<title>The quay is dry | Porto Post</title><meta property=og:site_name content='Porto Post'><p>\(first)<p>\(second)".utf8)
    #expect(try Importer.article(from: bytes, file: "a.html").metadata.title == "The quay is dry")
  }

  @Test func resolvesAddresses() {
    let base = "https://porto.example/a/b?c"
    #expect(WebAddress.absolute("../x y", base: base) == "https://porto.example/x%20y")
    #expect(WebAddress.absolute("//cdn.example/x", base: base) == "https://cdn.example/x")
    #expect(WebAddress.absolute("?q=1&fbclid=2", base: base) == "https://porto.example/a/b?q=1")
    for address in ["#top", "javascript:x", "JavaScript:x", "data:a", "mailto:a@b", "vbscript:x"] {
      #expect(WebAddress.absolute(address, base: base) == nil)
    }
    #expect(WebAddress.absolute("/x", base: nil) == nil)
  }
}
