import Testing

@testable import Markdown

struct EscapeTests {
  @Test(
    arguments: [
      "", "A plain sentence, with “quotes” – and a dash.", "AT&T and R&D x", "snake_case", "a * b", "he [sic] said", "[1]", "a < b > c",
      "$5 + 3 - 2 = 6",
      "-5 degrees", "--- he said", "#hashtag", "1.5 million", "2017 was", "(a) b", "a\nb", "50% ~ 60%", "\"Quoted\"", "'a'",
      "C:\\Users", "~30",
      "+1 point", "=> so", "1)a", "a! b", "a | b", "@user", "x_1",
    ])
  func leavesPlainTextAsItIs(text: String) {
    #expect(Markdown.escape(text) == text)
  }

  @Test(arguments: [
    ("*a*", "\\*a\\*"), ("[a](b)", "[a\\](b)"), ("![a](b)", "![a\\](b)"), ("[a]: b", "[a\\]: b"), ("1. a", "1\\. a"), ("12) a", "12\\) a"),
    ("- a", "\\- a"), ("+ a", "\\+ a"), ("# a", "\\# a"), ("> a", "\\> a"), ("a\n---", "a\n\\---"), ("a\n===", "a\n\\==="),
    ("&amp;", "\\&amp;"),
    ("&#65;", "\\&#65;"), ("<b>", "\\<b>"), ("`a`", "\\`a\\`"), ("~~~", "\\~\\~\\~"), ("a\\", "a\\\\"), ("\\*", "\\\\\\*"),
    (" a", "&#32;a"),
    ("a  \nb", "a &#32;\nb"), ("a\n\nb", "a&#10;&#10;b"), ("C #", "C \\#"), ("_a_", "\\_a\\_"), ("a\tb", "a\tb"), ("* * *", "\\* * \\*"),
  ])
  func escapesWhatWouldBeAMark(text: String, markdown: String) {
    #expect(Markdown.escape(text) == markdown)
  }

  @Test
  func bringsBackAnyText() {
    let pieces = [
      "a", "B", "é", "“", "1", "23", "123456789", " ", "  ", "    ", "\t", "\n", "\n\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{a0}",
      "\u{2028}", "\u{7f}",
      "*", "**", "_", "__", "`", "``", "```", "~", "~~~", "[", "]", "(", ")", "![", "](", "]:", "][", "<", ">", "<a>", "</a>", "<!--",
      "-->", "<?",
      "<http://x>", "a@b.c", "&", "&amp;", "&#35;", "&#x41;", "&copy", ";", "\\", "\\\\", "#", "######", "=", "===", "-", "---", "- ", "+ ",
      "* ",
      "1. ", "2) ", ".", ")", ":", "!", "|", "\"", "'", "$", "http://x", "javascript:x", "😀", "e\u{301}", "\u{200d}",
    ]
    var state: UInt64 = 42
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<10_000 {
      let text = (0...random(below: 8)).map { _ in pieces[random(below: pieces.count)] }.joined()
      let markdown = Markdown.escape(text)
      let blocks = Markdown.blocks(of: markdown)
      #expect(blocks.map(\.kind) == [.paragraph], "\(text.debugDescription) became \(markdown.debugDescription)")
      #expect(Array((blocks.first?.text ?? "").utf8) == Array(text.utf8), "\(text.debugDescription) became \(markdown.debugDescription)")
    }
  }

  @Test
  func bringsBackHeadingsAndLinkTexts() {
    let pieces = [
      "a", "é", " ", "*", "_", "`", "[", "]", "(", ")", "](", "!", "<", ">", "&lt;", "\\", "#", " #", "##", "-", "1. ", "=", "<b>", "![",
      "][", ":",
    ]
    var state: UInt64 = 7
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3_000 {
      let text = "x" + (0...random(below: 8)).map { _ in pieces[random(below: pieces.count)] }.joined()
      let heading = Markdown.blocks(of: "## \(Markdown.escape(text))")
      #expect(heading.map(\.kind) == [.heading(level: 2)], "\(text.debugDescription)")
      #expect(heading.first?.text == text)
      let link = Markdown.escape(text, isLinkText: true)
      #expect(Markdown.html("[\(link)](u)").hasPrefix("<p><a href=\"u\">x"), "\(text.debugDescription) became \(link.debugDescription)")
      #expect(Markdown.plainText(of: "[\(link)](u)") == text, "\(text.debugDescription) became \(link.debugDescription)")
    }
  }

  @Test(arguments: [
    "https://e.org/a_(b)", "https://e.org/?a=1&copy=2", "/a b", "", "a<b>c", "a\\b", "https://e.org/ä", "a)b", "(((", "a\"b", "a'b c", "#x",
  ])
  func writesAnyAddressAsADestination(address: String) {
    let html = Markdown.html("[x](\(Markdown.linkDestination(address)) \"t\")")
    let plain = Markdown.html("[x](u \"t\")")
    let escaped = address.replacing("&", with: "&amp;").replacing("'", with: "&#x27;").replacing(" ", with: "%20").replacing(
      "\"", with: "%22"
    )
    .replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("\\", with: "%5C").replacing("ä", with: "%C3%A4")
    #expect(html == plain.replacing("\"u\"", with: "\"\(escaped)\""))
  }

  @Test
  func dropsLineBreaksFromDestinations() {
    #expect(Markdown.linkDestination("java\nscript\r:x") == "javascript:x")
  }
}
