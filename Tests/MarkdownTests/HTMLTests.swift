import Testing

@testable import Markdown

struct HTMLTests {
  @Test(arguments: [
    ("", ""),
    ("Über alles", "<p>Über alles</p>\n"),
    ("one\ntwo", "<p>one\ntwo</p>\n"),
    ("one  \ntwo", "<p>one<br />\ntwo</p>\n"),
    ("one\\\ntwo", "<p>one<br />\ntwo</p>\n"),
    ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
    ("# Title #", "<h1>Title</h1>\n"),
    ("####### no heading", "<p>####### no heading</p>\n"),
    ("Title\n=====", "<h1>Title</h1>\n"),
    ("Title\n---", "<h2>Title</h2>\n"),
    ("a\n\n---\n\nb", "<p>a</p>\n<hr />\n<p>b</p>\n"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
    ("In\n2017. Then", "<p>In\n2017. Then</p>\n"),
    ("> a\nb", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n"),
    ("    code <b>", "<pre><code>code &lt;b&gt;\n</code></pre>\n"),
    ("```swift x\nlet a\n```", "<pre><code class=\"language-swift\">let a\n</code></pre>\n"),
    ("~~~\n*a*", "<pre><code>*a*\n</code></pre>\n"),
    ("*a* **b** _c_ __d__", "<p><em>a</em> <strong>b</strong> <em>c</em> <strong>d</strong></p>\n"),
    ("snake_case_name and a * b * c", "<p>snake_case_name and a * b * c</p>\n"),
    ("`` a`b ``", "<p><code>a`b</code></p>\n"),
    ("[a](/b \"c\")", "<p><a href=\"/b\" title=\"c\">a</a></p>\n"),
    ("[a][r]\n\n[r]: <http://e.org/x y>", "<p><a href=\"http://e.org/x%20y\">a</a></p>\n"),
    ("[a] [b]", "<p>[a] [b]</p>\n"),
    ("![an *image*](p.png)", "<p><img src=\"p.png\" alt=\"an image\" /></p>\n"),
    ("<https://e.org/?a=1&b=2>", "<p><a href=\"https://e.org/?a=1&amp;b=2\">https://e.org/?a=1&amp;b=2</a></p>\n"),
    ("<desk@e.org>", "<p><a href=\"mailto:desk@e.org\">desk@e.org</a></p>\n"),
    ("AT&T &amp; &copy; &#8220; &nope;", "<p>AT&amp;T &amp; © “ &amp;nope;</p>\n"),
    ("\\*a\\* \\q", "<p>*a* \\q</p>\n"),
    ("\"quoted\" -- it's...", "<p>&quot;quoted&quot; -- it's...</p>\n"),
    ("a\u{0}b", "<p>a\u{fffd}b</p>\n"),
    ("a\r\nb\r\n", "<p>a\nb</p>\n"),
  ])
  func rendersCommonMark(source: String, html: String) {
    #expect(Markdown.html(source) == html)
  }

  @Test(arguments: [
    ("*a* & b", "<em>a</em> &amp; b"),
    ("", ""),
    ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
    ("# a", "<h1>a</h1>\n"),
    ("a <p> b", "a  b"),
  ])
  func leavesOutTheParagraphAroundALine(source: String, html: String) {
    #expect(Markdown.inlineHTML(source) == html)
  }

  @Test
  func appendsBytes() {
    var output = Array("<x>".utf8)
    Markdown.appendHTML("a", to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "<x><p>a</p>\n")
  }
}
