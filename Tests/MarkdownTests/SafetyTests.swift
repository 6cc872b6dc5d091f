import Testing

@testable import Markdown

/// What an article must not be able to do to the page that shows it.
struct SafetyTests {
  static let addresses = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "jAvAsCrIpT:alert`1`",
    "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "&#x00006A;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&#x0A;script:alert(1)",
    "java&#13;script:alert(1)",
    "javascript&#9;:alert(1)",
    "&#1;javascript:alert(1)",
    "&#x1f;javascript:alert(1)",
    "&#32;javascript:alert(1)",
    "&Tab;&NewLine;javascript:alert(1)",
    "javascript\\:alert(1)",
    "javascript://e.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "VBScript:msgbox",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:image/svg+xml,x",
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    "blob:https://e.org/x",
    "filesystem:https://e.org/x",
    "view-source:https://e.org",
    "jar:https://e.org!/",
    "livescript:x",
    "mocha:x",
    "about:blank",
    "ms-word:ofe|u|x",
    "feed:javascript:alert(1)",
    "x:y",
  ]

  /// Markdown that uses an address, in each of the ways there are.
  static let uses: [(name: String, markdown: @Sendable (String) -> String)] = [
    ("link", { "[té](<\($0)>)" }),
    ("link with title", { "[té](<\($0)> \"title\")" }),
    ("image", { "![té](<\($0)>)" }),
    ("link around an image", { "[![té](<\($0)>)](<\($0)>)" }),
    ("reference", { "[té][r]\n\n[r]: <\($0)>" }),
    ("image by reference", { "![té][r]\n\n[r]: <\($0)>" }),
    ("in a heading in a list in a quotation", { "> - # *[té](<\($0)>)*" }),
  ]

  @Test(arguments: addresses)
  func dropsAddressesThatBrowsersRun(address: String) {
    // Angle brackets cannot hold these; the address goes without.
    let address = address.replacing("<", with: "%3C").replacing(">", with: "%3E")
    for use in Self.uses {
      let html = Markdown.html(use.markdown(address))
      #expect(!html.contains("href") && !html.contains("src"), "\(use.name): \(html)")
      #expect(html.contains("té"), "\(use.name): \(html)")
    }
    #expect(Markdown.html("[té](\(address))").contains("href") == false)
  }

  @Test(arguments: ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "made-up-scheme:x"])
  func showsAutolinksOfSuchAddressesAsText(address: String) {
    #expect(Markdown.html("é <\(address)>") == "<p>é \(address)</p>\n")
  }

  @Test(arguments: [
    "https://e.org/a:b", "http://e.org", "HTTPS://e.org", "//e.org/x", "/a", "a.html", "a/b:c", "#a", "?a=javascript:b", "../a", "./a:b",
    "",
    "1:2", ":a",
  ])
  func keepsHarmlessAddresses(address: String) {
    #expect(Markdown.html("[é](<\(address)>)").contains("href=\"\(address)\""))
    #expect(Markdown.html("![é](<\(address)>)").contains("src=\"\(address)\""))
  }

  @Test
  func leavesReferencesThatAreNoneHarmless() {
    // Seven digits are too many for CommonMark; the browser reads an ampersand, and so no scheme.
    #expect(Markdown.html("[é](&#x000006A;avascript:x)") == "<p><a href=\"&amp;#x000006A;avascript:x\">é</a></p>\n")
  }

  @Test(arguments: ["mailto:a@e.org", "tel:+4930123"])
  func keepsMailAndTelephoneForLinksOnly(address: String) {
    #expect(Markdown.html("[é](\(address))").contains("href=\"\(address)\""))
    #expect(Markdown.html("![é](\(address))") == "<p>é</p>\n")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", ""),
    ("a <script>alert(1)</script> b", "<p>a alert(1) b</p>\n"),
    ("<SCRIPT SRC=//e.org/x.js>", ""),
    ("<script\n>alert(1)</script\n>", ""),
    ("a <img src=x onerror=alert(1)> b", "<p>a  b</p>\n"),
    ("<img src=x onerror=alert(1)>", ""),
    ("<svg/onload=alert(1)>", "<p>&lt;svg/onload=alert(1)&gt;</p>\n"),
    ("<svg onload=alert(1)>", ""),
    ("<iframe src=\"javascript:alert(1)\"></iframe>", ""),
    ("<style>*{background:url(//e.org)}</style>", ""),
    ("a <b onclick=\"x\">bold</b>", "<p>a bold</p>\n"),
    ("<a href=\"javascript:x\">é</a>", "<p>é</p>\n"),
    ("<!-- comment --> a", ""),
    ("a <!-- comment --> b", "<p>a  b</p>\n"),
    ("a <?php echo 1 ?> b", "<p>a  b</p>\n"),
    ("a <![CDATA[ <b> ]]> b", "<p>a  b</p>\n"),
    ("a <!DOCTYPE html> b", "<p>a  b</p>\n"),
    ("<div>\n\n*a*\n\n</div>", "<p><em>a</em></p>\n"),
    ("- <div>\n- b", "<ul>\n<li></li>\n<li>b</li>\n</ul>\n"),
    ("```\n<script>alert(1)</script>\n```", "<pre><code>&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>\n"),
    ("``` \"><script>\nx\n```", "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">x\n</code></pre>\n"),
    ("&lt;script&gt;alert(1)&lt;/script&gt;", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("\\<script>", "<p>&lt;script&gt;</p>\n"),
    ("[a](/ \"\\\"onmouseover=\\\"alert(1)\")", "<p><a href=\"/\" title=\"&quot;onmouseover=&quot;alert(1)\">a</a></p>\n"),
    ("[a](/\"onmouseover=\"alert\\(1\\))", "<p><a href=\"/%22onmouseover=%22alert(1)\">a</a></p>\n"),
    ("![\"onerror=\"alert(1)](/)", "<p><img src=\"/\" alt=\"&quot;onerror=&quot;alert(1)\" /></p>\n"),
  ])
  func leavesOutRawHTML(source: String, html: String) {
    #expect(Markdown.html(source) == html)
  }

  @Test
  func emptiesUnsafeLinksDeepInsideEmphasis() {
    let html = Markdown.html(String(repeating: "*a **a ", count: 100) + "[x](javascript:y)" + String(repeating: " b** b*", count: 100))
    #expect(html.contains("<em>a <strong>a"))
    #expect(!html.contains("javascript"))
  }
}
