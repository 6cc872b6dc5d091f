import CCMark
import Foundation
import Markdown
import Testing
import TextAnalysis

@testable import Extraction

private let first =
  "The café on the harbour reopened on Monday after two years of repairs, the owner said in a <a href='/ana?utm_source=x&amp;id=2'>statement</a>."
private let second = "Visitors queued from the early morning, and the <b>first </b>cups were free for the people who live on the quay."
private let third = "Nobody complained: “It is dry,” said Zoë Maß, who had come with her children to see the new windows of the old house."

private let fourth =
  "The owner plans to open a second house on the other bank next year, and neighbours said it would help the whole street."

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
  @Test(arguments: [
    "<figure><div><a href='/n'>Sign up to First Edition</a><p>Free daily newsletter</p></div></figure>", "<p>Advertisement</p>",
    "<p>Subscribe to our newsletter</p>",
  ])
  func goesOnBehindABox(box: String) throws {
    let article = try Importer.article(
      from: page("<article><h1>Harbour café reopens</h1><p>\(first)</p><p>\(second)</p>\(box)<p>\(third)</p><p>\(fourth)</p></article>"),
      file: "a.html")
    #expect(article.blocks.filter { $0.kind == .paragraph }.count == 4)
    #expect(article.runningText.hasSuffix("whole street."))
  }

  /// A list of other articles ends the story as before, and so does a box that only one paragraph follows.
  @Test func endsAtABoxWithNothingUnderIt() throws {
    let article = try Importer.article(
      from: page("<article><h1>Harbour café reopens</h1><p>\(first)</p><p>\(second)</p><p>Subscribe</p><p>\(third)</p></article>"),
      file: "a.html")
    #expect(article.blocks.filter { $0.kind == .paragraph }.count == 2)
  }

  @Test func takesTheTimesOfARunningReportForNoParagraphs() throws {
    let article = try Importer.article(
      from: page(
        "<article><h1>Harbour café: latest</h1><div><time>10.10 GMT</time></div><p>\(first)</p><p>9:05 a.m. ET</p><p>\(second)</p></article>"
      ),
      file: "a.html")
    #expect(article.blocks.map(\.kind) == [.headline, .date, .paragraph, .date, .paragraph])
  }

  @Test func takesADatelineOfItsOwnForALabel() throws {
    let article = try Importer.article(
      from: page(
        "<article><h1>Harbour café reopens</h1><div><cite><span>Oporto</span> <span>GNN</span> — </cite></div><p>\(first)</p><p>\(second)</p></article>"
      ),
      file: "a.html")
    #expect(article.blocks.map(\.kind) == [.headline, .label, .paragraph, .paragraph])
    #expect(!article.markdown.contains("GNN"))
  }

  @Test func picturesOfSeveralMakersNameNoAgency() throws {
    func agency(_ captions: String...) throws -> String? {
      let figures = captions.map { "<figure><img><figcaption>\($0)</figcaption></figure>" }.joined()
      let body = "<article><h1>Harbour café reopens</h1><p>\(first)</p>\(figures)<p>\(second)</p></article>"
      return try Importer.article(from: page(body), file: "a.html").metadata.agency
    }
    #expect(try agency("The quay. Photograph: Lea Roth/AFP") == "AFP")
    #expect(try agency("The quay. Photograph: Lea Roth/AFP", "The café. Photograph: Jon Berg/PA") == nil)
  }

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

  @Test func keepsTheLinksOfHeadingsAndCells() throws {
    let body = """
      <article><p>\(first)<h2><a href=/q>The quay</a> today <a href='https://porto.example/a#q'>#</a></h2><p>\(second)
      <table><tr><th>Café<th>Cups<tr><td><a href='/c|d'>- Maß</a> of 1905<td>120</table><p>\(third)</article>
      """
    let bytes = page(body, head: "<link rel=canonical href=https://porto.example/a>")
    let article = try Importer.article(from: bytes, file: "a.html")
    #expect(article.markdownBody.contains("## [The quay](https://porto.example/q) today\n"))
    #expect(article.markdownBody.contains("| [- Maß](https://porto.example/c%7Cd) of 1905 | 120 |\n"))
    #expect(article.text.contains("\n- Maß of 1905 | 120\n"))
    #expect(try Importer.article(from: Array(article.markdown.utf8), file: "a.md").runningText == article.runningText)
    for run in article.map.runs {
      let (text, source) = (Array(article.text.utf8), Array(article.source.utf8))
      #expect(text[Int(run.text)..<Int(run.text + run.count)] == source[Int(run.source)..<Int(run.source + run.count)])
    }
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

  @Test func putsTheServersEncodingBeforeAllButAMark() throws {
    let body = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2] as [UInt8]
    let page = Array("<html><meta charset=koi8-r><body><p>".utf8) + body + Array("</p>".utf8)
    #expect(try Importer.article(from: page, file: "a.html", encoding: "Windows-1251").text == "Привет")
    #expect(try Importer.article(from: body, file: "a.txt", encoding: "cp1251").text == "Привет")
    // A label that nobody knows counts for nothing.
    #expect(try Importer.article(from: page, file: "a.html", encoding: "x-user").text == Importer.article(from: page, file: "a.html").text)
    let marked = [0xef, 0xbb, 0xbf] + Array("<html><body><p>Größe</p>".utf8)
    #expect(try Importer.article(from: marked, file: "a.html", encoding: "windows-1251").text == "Größe")
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "-1", "x", ""])
  func numbersListsWhateverTheirStart(start: String) throws {
    let article = try Importer.article(
      from: page("<article><p>\(first)<ol start='\(start)'><li>One café.<li>Two cafés.</ol><p>\(second)</article>"), file: "a.html")
    #expect(article.markdown.contains("1. One café.\n2. Two cafés."))
  }

  @Test func readsElementsWithVeryManyAttributes() throws {
    let attributes = (0..<100_000).map { "a\($0)=\"1>\"" }.joined(separator: " ")
    let start = ContinuousClock.now
    let article = try Importer.article(
      from: page("<article><div id=x \(attributes)><p>\(first)<p>\(second)</div></article>"), file: "a.html")
    #expect(article.text.contains("reopened on Monday"))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test(arguments: [
    "<div class='field field--name-body field--label-hidden'>", "<div id='related-work-of-the-harbour-commission'>",
    "<div property='schema:text'>",
  ])
  func keepsBoxesWhoseNamesOnlySoundLikeFurniture(box: String) throws {
    let article = try Importer.article(
      from: page("<article><p>\(second)</p>\(box)<p>\(first)</p></div><p>\(second) Again.</p><p>\(second) Once more.</p></article>"),
      file: "a.html")
    #expect(article.text.contains("reopened on Monday"))
  }

  @Test(arguments: ["<div class='post-author-box'>", "<div itemprop='author' itemscope>"])
  func leavesOutTheBoxOnTheAuthor(box: String) throws {
    let about = "Zoë Maß has written about the harbour for ten years and lives on the quay with two cats and a very old boat."
    let article = try Importer.article(
      from: page("<article><p>\(first)</p><p>\(second)</p><p>\(first)</p>\(box)<p>\(about)</p></div></article>"), file: "a.html")
    #expect(!article.text.contains("two cats"))
  }

  @Test(arguments: [
    "{\"@type\": \"WebSite\", \"name\": \"Porto Post\"},\n{\"@type\": \"NewsArticle\", \"headline\": \"x\", \"datePublished\": \"2017-05-10\"}",
    "<![CDATA[\n[{\"@type\": \"NewsArticle\", \"headline\": \"x\", \"datePublished\": \"2017-05-10\"}]\n]]>",
    "<!-- {\"@type\": \"NewsArticle\", \"headline\": \"x\", \"datePublished\": \"2017-05-10\"} -->",
  ])
  func readsLinkedDataThatIsNotQuiteJSON(data: String) throws {
    let head = "<script type='application/ld+json'>\(data)</script>"
    let article = try Importer.article(from: page("<article><p>\(first)<p>\(second)</article>", head: head), file: "a.html")
    #expect(article.metadata.published == CalendarDate(year: 2017, month: 5, day: 10))
  }

  @Test func putsStreamedSegmentsOfReactInTheirPlace() throws {
    let body = """
      <article><h1>Harbour café reopens</h1><p>\(first)</p><!--$?--><template id="B:0"></template><p>Loading the story …</p><!--/$-->
      <p>\(third)</p></article>
      <div hidden id="S:0"><p>\(second)</p><template id="P:1"></template></div><script>$RC("B:0","S:0")</script>
      <div hidden id="S:1"><p>Nobody slept.</p><template id="B:1"></template></div><script>$RS("S:1","P:1")</script>
      """
    let article = try Importer.article(from: page(body), file: "a.html")
    #expect(article.runningText.split(separator: "\n").map { $0.prefix(8) } == ["The café", "Visitors", "Nobody s", "Nobody c"])
  }

  @Test func dropsASidebarLongerThanTheArticleBesideADeclaredBody() throws {
    let body = "<div itemprop=articleBody>" + String(repeating: "<p>\(first)</p><p>\(second)</p>", count: 3) + "</div>"
    let live = (1...40).map { "<li><p>Live entry \($0): the tram to the quay was late again, the drivers of the line told us.</p>" }
    let bytes = page("<div role=main>\(body)<aside><ul>\(live.joined())</ul></aside></div>")
    #expect(try !Importer.article(from: bytes, file: "a.html").text.contains("Live entry"))
  }

  @Test func keepsAnIntroductionInABoxOfItsOwn() throws {
    let body = "<div class=article-body><p>\(second)</p><p>\(third)</p><p>\(second) Again.</p><p>\(third) Again.</p></div>"
    func text(_ lead: String) throws -> String {
      try Importer.article(from: page("<div><h1>Harbour café reopens</h1>\(lead)</div>\(body)"), file: "a.html").runningText
    }
    let other = "Nothing had been heard of the owner for a year, and many thought that the house would be sold to the harbour."
    #expect(try text("<div><p>\(first)</p><p>\(other)</p></div>").hasPrefix("The café on the harbour"))
    #expect(try text("<p>\(other)</p>").hasPrefix("Visitors"), "one paragraph is a dek")
  }

  @Test func keepsShortSpokenWordsAtTheEnd() throws {
    let article = try Importer.article(from: page("<article><p>\(first)<p>\(second)<p>“So be it.”</article>"), file: "a.html")
    #expect(article.runningText.hasSuffix("“So be it.”"))
  }

  @Test func readsTheDayBesideTheNameOfWhoSubmitted() throws {
    let line = "<div class=submitted>Gespeichert von <span class=username>anagil</span> am 24. Juli 2017 - 18:55</div>"
    let article = try Importer.article(from: page("\(line)<article><p>\(first)<p>\(second)</article>"), file: "a.html")
    #expect(article.metadata.published == CalendarDate(year: 2017, month: 7, day: 24))
  }

  @Test func followsNoBaseOfExcessiveLength() throws {
    let head = "<base href='http://\(String(repeating: "a", count: 5000)).example/'>"
    let article = try Importer.article(
      from: page("<article><p>\(first) <a href=x>more</a><p>\(second)</article>", head: head), file: "a.html")
    #expect(!article.markdown.contains("]("))
  }

  @Test func refusesBytesThatAreNoText() throws {
    var bytes: [UInt8] = []
    for i in 0..<20_000 { bytes.append(UInt8(truncatingIfNeeded: i &* i &* 31 >> 3 | 1)) }
    #expect(throws: ImportError.binary) { try Importer.article(from: bytes, file: "a.html") }
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
    ("", "<"), ("", "<!--"),
    ("<div id=\"S:0\"></div>", "<template id=\"B:0\"></template><div id=\"S:0\">"),
    ("<script>", "<"), ("", "<span><div>"), ("", "a b "),
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
    ("<a rel=author href=/x>Ana&nbsp;Gil</a>", ["Ana Gil"]),
    ("<span class=author>Ana Gil Porto Post</span>", ["Ana Gil"]),
  ])
  func readsBylines(body: String, names: [String]) throws {
    #expect(try metadata(body, head: "<meta property=og:site_name content='Porto Post'>").authors == names)
  }

  @Test func whiteSpaceOfEveryKindIsTrimmed() throws {
    let page = "<h1>La marée\u{a0}: un été&nbsp;&nbsp;sec&nbsp;\u{feff}</h1><p>\(first)<p>&nbsp;<p>\u{2003}&nbsp;<p>\(second)"
    let article = try Importer.article(from: Array(page.utf8), file: "a.html")
    #expect(article.metadata.title == "La marée\u{a0}: un été sec")
    #expect(article.blocks.map(\.kind).filter { $0 != .headline } == [.paragraph, .paragraph])
  }

  @Test(arguments: [
    ("Porto Post | All that moves the harbour", "Porto Post"), ("Porto Post - Lisbon", "Porto Post - Lisbon"),
    ("Lisbon | What a Porto Post it is", "Lisbon | What a Porto Post it is"),
  ])
  func aSloganIsNoPartOfTheOutletsName(name: String, outlet: String) throws {
    let head = "<meta property=og:site_name content='\(name)'><link rel=canonical href=https://porto-post.example/a>"
    #expect(try metadata("", head: head).outlet == outlet)
  }

  @Test func aPlaylistIsNotTheStory() throws {
    let list = "<div class=video-playlist><div>What the mayor said of the flood</div><div>Now playing</div><div>03:29 - Source</div></div>"
    let page = "<article><h1>The quay is dry</h1><p>\(first)</p>\(list)<p>\(second)</p></article>"
    let article = try Importer.article(from: Array(page.utf8), file: "a.html")
    #expect(article.blocks.map(\.kind).filter { $0 != .headline } == [.paragraph, .paragraph])
  }

  @Test func takesTheSiteOffTheTitle() throws {
    let bytes = Array(
      "<title>The quay is dry | Porto Post</title><meta property=og:site_name content='Porto Post'><p>\(first)<p>\(second)".utf8)
    #expect(try Importer.article(from: bytes, file: "a.html").metadata.title == "The quay is dry")
  }

  private func title(_ title: String, _ body: String, site: String = "Porto Post") throws -> String? {
    let bytes = Array(
      """
      <title>\(title)</title><meta property=og:site_name content='\(site)'><link rel=canonical href=https://porto-post.example/a>
      \(body)<p>\(first)<p>\(second)
      """.utf8)
    return try Importer.article(from: bytes, file: "a.html").metadata.title
  }

  @Test(arguments: [
    ("The quay is dry | Porto Post", "The quay is dry"),
    ("Porto Post » Archiv » The quay is dry", "The quay is dry"),
    ("The quay is dry : Porto Post | News of the harbour | Since 1905", "The quay is dry"),
    ("The quay is dry at last | Culture", "The quay is dry at last"),
    ("Before - and after - the flood", "Before - and after - the flood"),
    ("Café | Bar", "Café | Bar"),
  ])
  func cutsTheSiteFromDeclaredTitles(declared: String, expected: String) throws {
    #expect(try title(declared, "") == expected)
  }

  @Test(arguments: [
    "<h1 id=site-title>Harbour and quay news</h1>", "<h1><a href=/>Harbour and quay news</a></h1>",
    "<a href=/><h1>Harbour and quay news</h1></a>",
  ])
  func refusesTheSitesSign(sign: String) throws {
    #expect(try title("The quay is dry - Harbour and quay news", sign, site: "") == "The quay is dry")
    #expect(try title("The quay is dry", sign + "<h1>The quay is dry, at last</h1>") == "The quay is dry, at last")
  }

  @Test(arguments: [
    ("The quay is dry – Porto Post", "", "The quay is dry", "Porto Post"),
    ("The quay is dry – The river weekly", "<h1>The quay is dry</h1>", "The quay is dry", "The river weekly"),
    ("Quay - Works | RTN", "<h1>Quay</h1>", "Quay - Works", "RTN"),
    ("Ferry sinks - Crew saved", "<h1>Ferry sinks - Crew saved</h1>", "Ferry sinks - Crew saved", nil),
    ("Ferry sinks off Porto - and everybody is saved", "", "Ferry sinks off Porto - and everybody is saved", nil),
  ])
  func findsTheSiteInATitleThatAloneTellsIt(declared: String, body: String, expected: String, outlet: String?) throws {
    let bytes = Array("<title>\(declared)</title>\(body)<p>\(first)<p>\(second)".utf8)
    let metadata = try Importer.article(from: bytes, file: "a.html").metadata
    #expect(metadata.title == expected)
    #expect(metadata.outlet == outlet)
  }

  @Test func doesNotTakeASectionsHeadingForTheHeadline() throws {
    let section = "<h1>Weather and Tides</h1>"
    #expect(try title("Old quay closed after the flood | Porto Post", section) == "Old quay closed after the flood")
    #expect(
      try title("No. 7 : Old quay closed after the flood", section + "<h3>Old quay closed after the flood</h3>")
        == "Old quay closed after the flood")
  }

  @Test func readsTheHeadlineOfAPageTitleElement() throws {
    let shown = "<h1 class='page__title title' id=page-title>Old quay closed</h1>"
    #expect(try title("Old quay closed | Porto Post", shown) == "Old quay closed")
    #expect(try title("The quay", "<h1 id=blog-post-title>The quay<a href='#blog-post-title'>¶</a></h1>") == "The quay")
    let styled = "<h1 class=blogDetails__BlogDetailsTitle-x>Old quay closed for the winter</h1>"
    #expect(try title("Old quay closed (2019)", styled) == "Old quay closed for the winter")
  }

  @Test func readsNoValueThatATemplateLeftUnfilled() throws {
    let data = #"{"@type": "NewsArticle", "headline": "x", "publisher": {"name": "Porto Post"}}"#
    let head = "<meta property=og:site_name content='{{site.name}}'><script type='application/ld+json'>\(data)</script>"
    #expect(try metadata("", head: head).outlet == "Porto Post")
  }

  @Test func endsSoonOnLongDeclaredTitles() throws {
    let long = String(repeating: "a | ", count: 100_000)
    let bytes = page(
      "<h2>\(long)</h2><p>\(first)<p>\(second)", head: "<meta property=og:title content='\(long)'><meta name=author content='\(long)'>")
    #expect(try Importer.article(from: bytes, file: "a.html").metadata.authors.isEmpty)
  }

  @Test func takesALowerHeadingThatTheTitleHolds() throws {
    #expect(try title("No. 7 : The quay is dry : Weekly", "<h2>Other</h2><h3>The quay is dry</h3>") == "The quay is dry")
  }

  @Test func prefersTheOnlyHeadlineShown() throws {
    let shown = "<h1>The old quay is dry after seven years of work</h1>"
    #expect(try title("Seven years of work: the quay reopens", shown) == "The old quay is dry after seven years of work")
    #expect(try title("x", "<meta property=og:title content='Weather for the weekend'>" + shown) == "Weather for the weekend")
  }

  @Test func leavesDatesAndLabelsOutOfTheHeadline() throws {
    let shown = "<h1><span class=topline>3 May 2019</span>The quay is dry</h1>"
    #expect(try title("The quay is dry | Porto Post", shown) == "The quay is dry")
    #expect(try title("The quay is dry", "<h1>The quay is dry | Opinion</h1>") == "The quay is dry")
    let bytes = Array("<title>The quay is dry</title><article>\(shown)<p>\(first)<p>\(second)</article>".utf8)
    #expect(try !Importer.article(from: bytes, file: "a.html").runningText.contains("2019"))
  }

  @Test(arguments: [
    ("<p class=submitted>Submitted by <span class=username>anagil</span> on 3 May 2019 - 18:55</p>", ["anagil"]),
    ("<p class='author vcard'><span>Author</span><a class='url fn n' href=/x>Ana Gil</a></p>", ["Ana Gil"]),
    ("<p class=byline>by <span class='author vcard'><a href=/ag>AG</a></span></p>", ["AG"]),
    ("<meta name=author content='ana gil'>", ["ana gil"]),
    ("<meta name=author content='آنا جيل'>", ["آنا جيل"]),
    ("<meta name=author content='Ana Gil - https://ana.example/'>", ["Ana Gil"]),
    ("<meta name=dc.creator content='Gil, Ana'>", ["Ana Gil"]),
    ("<meta name=author content=ana.gil>", []),
    ("<meta name=author content=undefined>", []),
    ("<meta name=author content=AFP>", []),
    ("<meta name=author content='Porto Post Sponsored'>", []),
  ])
  func readsNamesOfAuthors(body: String, names: [String]) throws {
    #expect(try metadata(body, head: "<meta property=og:site_name content='Porto Post'>").authors == names)
  }

  @Test(arguments: [
    ("<meta name=dc.creator content='Gil, Ana'><meta name=dc.creator content='Maß, Zoë'>", "", ["Ana Gil", "Zoë Maß"]),
    ("<meta name=author content='Maria Keller'><meta property=og:site_name content='Maria Keller'>", "", ["Maria Keller"]),
    ("<meta name=author content='Porto Keller'><meta property=og:site_name content='Porto Keller'>", "", []),
    ("<link rel=canonical href=https://quaycat.wordpress.com/a>", "<a rel=author href=/x>quaycat</a>", ["quaycat"]),
    ("<link rel=canonical href=https://www.quaycat.example/a>", "<a rel=author href=/x>quaycat</a>", []),
    ("<meta name=author content='Peter Read'>", "", ["Peter Read"]),
    ("<meta name=author content='Read Press'>", "", []),
    ("", "<p>By <b>Peter\u{a0}Keller</b></p>", ["Peter Keller"]),
    ("", "<p>By Popular Demand</p>", []),
    ("", "<p class=publish-date-author>May 3, 2019 · Zoë Maß on behalf of the Quay Board</p>", ["Zoë Maß"]),
  ])
  func tellsPeopleFromSitesAndOffices(head: String, body: String, names: [String]) throws {
    #expect(try metadata(body, head: head).authors == names)
  }

  @Test func readsTheDayAboveTheHeadlineBeforeThatOfOtherArticles() throws {
    let body = "<p class=text>May 3, 2019</p><h1>Harbour café reopens</h1><p>\(first)</p><p>\(second)</p>"
    let others = "<aside><h2>Latest</h2><time datetime=2020-03-05>Mar 5, 2020</time></aside>"
    #expect(try Importer.article(from: page(body + others), file: "a.html").metadata.published?.description == "2019-05-03")
  }

  @Test func doubtsADayOfPublicationAfterTheChange() throws {
    func data(_ published: String, _ modified: String) -> String {
      let object = #"{"@type": "Article", "headline": "x", "datePublished": "\#(published)", "dateModified": "\#(modified)"}"#
      return "<script type='application/ld+json'>\(object)</script>"
    }
    let body = "<p>May 3, 2019</p>"
    #expect(try metadata(body, head: data("Jun 12, 2020", "Jun 10, 2020")).published?.description == "2019-05-03")
    #expect(try metadata(body, head: data("Jun 9, 2019", "Jun 10, 2020")).published?.description == "2019-06-09")
    #expect(try metadata("", head: data("Jun 12, 2020", "Jun 10, 2020")).published?.description == "2020-06-12")
  }

  @Test func readsTheDayInTheTitleOfAnAbbreviation() throws {
    #expect(try metadata("<abbr class=published title='2019-05-03T23:30:00+02:00'>on Friday</abbr>").published?.description == "2019-05-03")
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

/// What an exported article must be, over every page here.
@Suite struct PageExportTests {
  private static let wild = page(
    """
    <article><h1>Harbour café reopens</h1><p>1. \(first)</p><p># \(second)</p><p>- \(third)</p><p>&gt; 5 * 3 * 2 = 30 and `x` _y_ &amp;amp; &lt;b&gt; [a](b)</p>
    <ol><li>One: \(second)</li><li><p>Two <a href=/two_(2)>two (2)</a></p></li></ol><p>+ <em> \(first)</em></p>
    <blockquote><p>\(third)</p></blockquote><h2>1) A *good* day #</h2><p>=== \(second)</p><pre>let a = "`"\n# b</pre><p>2017\\_* \(third)</p></article>
    """)
  /// As the browser extension SingleFile saves a page: one line, attributes without quotation marks, styles and images inside.
  private static let singleFile = Array(
    """
    <!DOCTYPE html> <html lang=en><!--
     Page saved with SingleFile 
     url: https://porto.example/a/b?utm_source=x 
     saved date: Fri May 03 2019
    --><meta charset=utf-8><meta name=referrer content=no-referrer><title>Harbour café reopens | Porto Post</title><style>:root{--sf-img-1:url("data:image/png;base64,iVBORw0KGgo=")}p{color:red}</style><link rel=canonical href=https://porto.example/a/b><meta http-equiv=content-security-policy content="default-src 'none'; img-src 'self' data:"><body><nav><a href=https://porto.example/>Home</a></nav><article><h1>Harbour café reopens</h1><p class=byline>By Ana Gil<p>\(first)<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22></svg>" alt=Quay style=background-image:var(--sf-img-1)!important><p>\(second)<p>\(third)</article><template shadowrootmode=open><p>Share</template><script data-template-shadow-root>(()=>{})()</script>
    """.utf8)
  private static let scrape = Array(
    """
    Harbour café reopens

    1. The café on the harbour reopened on Monday, after two years of repairs, the owner said in a statement.

    # Visitors *queued* from the early morning, and the [first] cups were free_ for the people who live on the quay.

    > Nobody <b>complained</b> &amp; said `so`: 5 * 3 * 2 = 30, and snake_case stays [as](it) is, she told the paper.

    - It is dry, said the woman who had come with her children to see the new windows of the old house there.

    | The quay | is open again from Monday to Friday, and on Sundays until the late evening, too, the city said.
    """.utf8)
  private static let fixtures: [(file: String, bytes: [UInt8])] = [
    ("a.html", full), ("a.html", wild), ("a.html", singleFile), ("a.txt", scrape),
  ]

  /// Kind and text of each block, as cmark sees them; without tables, which CommonMark does not have, and images.
  private func blocks(_ markdown: String) -> [String] {
    let blocks = Markdown.blocks(of: markdown)
    return blocks.compactMap { block in
      var kind: Block.Kind
      switch block.kind {
      case .heading: kind = .crosshead
      case .paragraph, .code: kind = block.isEmphasis && !block.text.isEmpty && block.kind == .paragraph ? .caption : .paragraph
      case .blockQuote, .bulletList, .orderedList, .listItem: return nil
      case .html, .thematicBreak: return "\(block.kind)"
      }
      var parent = block.parent
      while let above = parent {
        if blocks[above].kind == .listItem { kind = .listItem }
        if blocks[above].kind == .blockQuote { kind = .blockquote }
        parent = blocks[above].parent
      }
      let text = block.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text.isEmpty || text.hasPrefix("| Year") ? nil : "\(kind): \(text)"
    }
  }

  @Test(arguments: fixtures)
  func cmarkReadsTheSameBlocks(file: String, bytes: [UInt8]) throws {
    let article = try Importer.article(from: bytes, file: file)
    let written = article.blocks.filter { $0.kind.isStory || $0.kind == .crosshead || $0.kind == .caption }.map {
      "\($0.kind): " + article.string($0.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.hasPrefix("paragraph: Year") && !$0.hasPrefix("paragraph: 2017 |") }
    #expect(blocks(article.markdownBody) == written)
    #expect(!written.isEmpty)
    // Once more through our own reader.
    let again = try Importer.article(from: Array(article.markdown.utf8), file: "b.md")
    #expect(blocks(again.markdownBody) == written)
  }

  @Test func readsSingleFilePages() throws {
    let article = try Importer.article(from: Self.singleFile, file: "a.html")
    #expect(article.metadata.title == "Harbour café reopens")
    #expect(article.metadata.authors == ["Ana Gil"])
    #expect(article.metadata.url == "https://porto.example/a/b")
    #expect(article.blocks.filter { $0.kind == .paragraph }.count == 3)
    #expect(!article.markdown.contains("data:"))
    #expect(!article.markdown.contains("Share"))
  }

  @Test(arguments: [
    "<a href='javascript:run()'>x</a>", "<a href=' java&#x73;cript:run()'>x</a>", "<a href='java\tscript:run()'>x</a>",
    "<a href='JAVASCRIPT&colon;run()'>x</a>", "<a href='vbscript:run()'>x</a>", "<a href='data:text/html,<script>run()</script>'>x</a>",
    "<img src='javascript:run()' alt=x>", "<img src=x onerror='run()' alt=x>", "<b onmouseover='run()'>x</b>",
    "<svg onload='run()'>x</svg>",
    "<script>run()</script>", "<style>a{b:url(run)}</style>", "<iframe src='javascript:run()'></iframe>", "<object data=run></object>",
    "&lt;script&gt;run()&lt;/script&gt;", "&lt;img src=x onerror=run()&gt;", "[x](javascript:run())", "![x](javascript:run())",
    "&lt;javascript:run()&gt;", "[x]: javascript:run()", "<a href='https://a.example/&#41; [x](javascript:run()'>x</a>",
    "<img src=/a.png alt='](javascript:run()) ![x'>", "<a href='https://a.example/\"onclick=run()'>x</a>",
  ])
  func nothingHostileSurvives(code: String) throws {
    let article = try Importer.article(from: page("<article><p>\(first) \(code)</p><p>\(second)</p></article>"), file: "a.html")
    // Without the checks that our own renderer adds.
    guard let pointer = cmark_markdown_to_html(article.markdownBody, article.markdownBody.utf8.count, CMARK_OPT_UNSAFE) else {
      Issue.record("cmark gave nothing")
      return
    }
    defer { free(pointer) }
    let html = String(cString: pointer).lowercased()
    for word in [
      "<script", "<style", "<iframe", "<object", "<svg", "=\"javascript", "=\"vbscript", "=\"data", "<img src=\"x\" onerror",
      "<b onmouseover",
    ] {
      #expect(!html.contains(word), "\(html)")
    }
    #expect(html.contains("café"))
  }
}
