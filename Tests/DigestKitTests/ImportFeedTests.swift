import Foundation
import Testing
import TextAnalysis

@testable import DigestKit

private func feed(_ xml: String) throws -> Feed { try Feed(xml: Array(xml.utf8)) }

private func rss(_ items: String, declaring declarations: String = "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"") -> String {
  "<?xml version=\"1.0\"?><rss version=\"2.0\" \(declarations)><channel><title>Hafen-Bote</title>\(items)</channel></rss>"
}

@Suite struct ImportFeedTests {
  @Test func takesContentBeforeDescription() throws {
    let feed = try feed(
      rss(
        """
        <item><title>Fähre</title><link>https://example.org/1</link><description>Kurz.</description>
        <content:encoded><![CDATA[<p>Größer & länger.</p>]]></content:encoded><pubDate>Thu, 12 Mar 2026 23:30:00 -0400</pubDate></item>
        """))
    let entry = try #require(feed.entries.first)
    #expect(feed.title == "Hafen-Bote")
    #expect(entry.body == "<p>Größer & länger.</p>")
    #expect(!entry.isSummary)
    #expect(entry.published == CalendarDate(iso: "2026-03-12"))
    #expect(entry.link == "https://example.org/1")
  }

  @Test func knowsNamespacesByAddressNotByPrefix() throws {
    let feed = try feed(
      rss(
        "<item><c:encoded>&lt;p&gt;Text.&lt;/p&gt;</c:encoded><d:creator>Ada Byron</d:creator></item>",
        declaring: "xmlns:c=\"http://purl.org/rss/1.0/modules/content/\" xmlns:d=\"http://purl.org/dc/elements/1.1/\""))
    #expect(feed.entries.first?.body == "<p>Text.</p>")
    #expect(feed.entries.first?.authors == ["Ada Byron"])
  }

  @Test func takesUsualPrefixesThatNothingDeclares() throws {
    let feed = try feed(rss("<item><content:encoded>Text.</content:encoded></item>", declaring: ""))
    #expect(feed.entries.first?.body == "Text.")
  }

  @Test func readsItemsBesideTheChannelInRDF() throws {
    let feed = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Post</title></channel><item><title>One</title><link>https://example.org/1</link><description>D.</description>
      <dc:date>2026-03-12T09:00:00+01:00</dc:date></item></rdf:RDF>
      """)
    #expect(feed.entries.map(\.title) == ["One"])
    #expect(feed.entries.first?.published == CalendarDate(iso: "2026-03-12"))
  }

  @Test func readsTheThreeTextTypesOfAtom() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title><author><name>Ed Itor</name></author>
      <entry><title type="html">A &amp;amp; B</title><link href="https://example.org/1"/><published>2026-03-12T09:00:00Z</published>
      <content type="html">&lt;p&gt;One.&lt;/p&gt;</content></entry>
      <entry><title>A &amp; B</title><link rel="self" href="/self"/><link rel="alternate" href="/2"/><updated>2026-03-13T09:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two &lt; <em class="x">three</em>.<br/></p></div></content></entry>
      <entry><title>C</title><content>Four.

      Five.</content></entry></feed>
      """)
    #expect(
      feed.entries.map(\.body) == [
        "<p>One.</p>", "<div><p>Two &lt; <em class=\"x\">three</em>.<br></p></div>", "<p>Four.</p>\n<p>Five.</p>\n",
      ])
    #expect(feed.entries.map(\.title) == ["A &amp; B", "A &amp; B", "C"])
    #expect(feed.entries.map(\.link) == ["https://example.org/1", "/2", nil])
    #expect(feed.entries[0].authors == ["Ed Itor"])
    #expect(feed.language == "en")
    // The day of a later change is not the day of publication.
    #expect(feed.entries.map(\.published) == [CalendarDate(iso: "2026-03-12"), nil, nil])
  }

  @Test func readsJSONFeeds() throws {
    let json = try JSON(
      parsing: Array(
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "authors": [{"name": "Ed Itor"}], "items": [
        {"id": "1", "url": "https://example.org/1", "title": "A < B", "content_html": "<p>One.</p>", "date_published": "2026-03-12T09:00:00+01:00"},
        {"id": "2", "content_text": "Two.\\n\\nThree & four.", "authors": [{"name": "Ada"}]}, {"id": "3", "summary": "Brief."}]}
        """.utf8))
    #expect(Feed.isFeed(json))
    let feed = Feed(json: json)
    #expect(feed.entries.map(\.body) == ["<p>One.</p>", "<p>Two.</p>\n<p>Three &amp; four.</p>\n", "<p>Brief.</p>\n"])
    #expect(feed.entries.map(\.isSummary) == [false, false, true])
    #expect(feed.entries.map(\.authors) == [["Ed Itor"], ["Ada"], ["Ed Itor"]])
    #expect(feed.entries[0].title == "A &lt; B")
  }

  @Test(arguments: [
    ("Only the ferry came …", true),
    ("Only the ferry came&hellip;", true),
    ("<p>Only the ferry came [&#8230;]</p>", true),
    ("<p>Only the ferry came.</p><p><a href='x'>Continue reading &rarr;</a></p>", true),
    ("<p>Only the ferry came […]</p>\n<p>The post <a>Ferry</a> appeared first on <a>Post</a>.</p>", true),
    ("<p>Only the ferry came.</p>", false),
    ("<p>Only the ferry came.</p><p>The post Ferry appeared first on Post.</p>", false),
  ])
  func tellsExcerptsByHowTheyEnd(html: String, breaksOff: Bool) {
    #expect(Excerpt(html).breaksOff == breaksOff)
  }

  @Test func takesALongDescriptionInParagraphsForTheArticle() {
    var entry = Feed.Entry()
    let paragraph = "<p>" + String(repeating: "The ferry sailed at dawn and came back at dusk. ", count: 10) + "</p>"
    entry.take(content: nil, summary: String(repeating: paragraph, count: 5))
    #expect(!entry.isSummary)
    entry.take(content: nil, summary: paragraph)
    #expect(entry.isSummary)
    entry.take(content: "<p>The ferry sailed.</p>", summary: "The ferry sailed at dawn.")
    #expect(entry.isSummary)
  }

  @Test(arguments: [
    ("Wed, 10 May 2017 23:30:00 -0400", "2017-05-10"), ("10 May 17 08:00 GMT", "2017-05-10"), ("2017-05-10T23:30:00-04:00", "2017-05-10"),
    ("Wed,10 May 2017", "2017-05-10"), ("10 May 89 08:00 GMT", "1989-05-10"), ("31 Jun 2017", nil), ("yesterday", nil), ("", nil),
    ("17", nil),
  ])
  func readsDaysAsWritten(text: String, day: String?) {
    #expect(Feed.day(text) == day.flatMap { CalendarDate(iso: $0) })
  }

  @Test(arguments: [
    ("editor@example.org (Ada Byron)", "Ada Byron"), ("Ada Byron <ada@example.org>", "Ada Byron"), ("Ada Byron", "Ada Byron"),
    ("ada@example.org", nil), (" ", nil),
  ])
  func findsNamesBesideAddresses(text: String, name: String?) {
    #expect(Feed.name(inAddress: text) == name)
  }

  @Test(arguments: [
    ("A &amp; B", "A &amp; B"), ("A & B", "A &amp; B"), ("<b>Bold</b> claim", "Bold claim"),
    ("5 < 6 \"quoted\"", "5 &lt; 6 &quot;quoted&quot;"),
    ("<script>x</script>", "x"), ("<a href=\"x", "&lt;a href=&quot;x"),
  ])
  func cutsTagsOutOfTitles(title: String, expected: String) {
    #expect(Feed.untagged(title) == expected)
  }

  @Test func readsFeedsOfOtherEncodings() throws {
    let text = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>"
    let cyrillic: [UInt8] = [0xcf, 0xe0, 0xf0, 0xee, 0xec]
    #expect(try Feed(xml: Array(text.utf8) + cyrillic + Array("</title></channel></rss>".utf8)).title == "Паром")
    // UTF-8 under another name.
    #expect(try feed("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><title>Fähre</title></channel></rss>").title == "Fähre")
    #expect(try feed("<?xml version=\"1.0\" encoding=\"no-such\"?><rss><channel><title>Fähre</title></channel></rss>").title == "Fähre")
    let wide = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><channel><title>Fähre</title></channel></rss>"
    #expect(try Feed(xml: wide.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }).title == "Fähre")
  }

  @Test func repairsWhatFeedsOftenGetWrong() throws {
    let feed = try feed(
      "\n \u{1}" + rss("<item><title>Fish & chips&nbsp;©</title><content:encoded><![CDATA[<p>a & b &c;</p>]]></content:encoded></item>"))
    #expect(feed.fault == nil)
    #expect(feed.entries.first?.title == "Fish &amp; chips&nbsp;©")
    #expect(feed.entries.first?.body == "<p>a & b &c;</p>")
  }

  @Test func readsABrokenFeedUpToTheFault() throws {
    let feed = try feed("<rss><channel><item><title>é</title><description>One.</description></item>\n<item><title>Two</wrong>")
    #expect(feed.entries.first?.body == "One.")
    #expect(feed.fault?.line == 2)
  }

  @Test func refusesWhatIsNoFeed() {
    #expect(throws: Feed.Failure.unknownRoot("urlset")) { try feed("<urlset/>") }
    #expect(throws: Feed.Failure.self) { try feed("no XML at all") }
    #expect(throws: Feed.Failure.self) { try feed("") }
  }

  @Test func putsNothingOfTheFeedIntoTheMarkupOfAPage() throws {
    let feed = try feed(
      rss(
        "<item><title>a&lt;/title&gt;&lt;script&gt;</title><author>\"&gt;&lt;b&gt;</author><content:encoded>Text.</content:encoded></item>")
    )
    let page = String(decoding: feed.page(of: try #require(feed.entries.first), address: "https://example.org/?a=\"b"), as: UTF8.self)
    #expect(!page.contains("<script>"))
    #expect(page.contains("content=\"&quot;&gt;&lt;b&gt;\""))
    #expect(page.contains("href=\"https://example.org/?a=&quot;b\""))
  }

  @Test func stopsEntitiesThatMultiply() {
    var document = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for i in 1...40 { document += "<!ENTITY a\(i) \"&a\(i - 1);&a\(i - 1);\">" }
    document += "]><rss><channel><title>&a40;</title></channel></rss>"
    let tree = XMLTree(Array(document.utf8))
    #expect(tree.fault != nil)
  }

  @Test(.timeLimit(.minutes(1))) func staysLinearOnHostileInput() throws {
    let million = 300_000
    let deep = String(repeating: "<a>", count: 200_000)
    #expect(XMLTree(Array(deep.utf8)).nodes.count == 200_000)
    #expect(XMLTree(Array(deep.utf8)).text(0).isEmpty)
    let ampersands = rss("<item><title>" + String(repeating: "&", count: million) + "</title></item>")
    #expect(try feed(ampersands).entries.count == 1)
    let brackets = rss("<item><title><![CDATA[" + String(repeating: "<a", count: million) + "]]></title></item>")
    #expect(try feed(brackets).entries.count == 1)
    _ = Excerpt(String(repeating: "<p", count: million))
    _ = Excerpt(String(repeating: " appeared first on", count: 100_000))
  }
}
