import Testing

@testable import Markdown

/// Inputs on which a parser without care takes minutes or the stack.
struct HostileInputTests {
  static let size = 1_000_000

  static func repeated(_ piece: String) -> String { String(repeating: piece, count: size / piece.utf8.count) }

  static let inputs: [String: String] = [
    "quotations": repeated(">"),
    "quotations with blanks": repeated("> "),
    "brackets": repeated("["),
    "closing brackets": repeated("]"),
    "nested brackets": String(repeating: "[", count: size / 2) + "a" + String(repeating: "]", count: size / 2),
    "images": repeated("!["),
    "images and links": repeated("![[]()"),
    "images and links, lists that are none": repeated(String(repeating: "![[]()", count: 200) + "\n*\n"),
    "lists": repeated("- "),
    "lists, then empty lines": String(repeating: "- ", count: size / 4) + "a" + String(repeating: "\n", count: size / 2),
    "numbered lists, then empty lines": String(repeating: "1. ", count: size / 6) + "a" + String(repeating: "\n", count: size / 2),
    "ever deeper lists": (0..<1000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined() + repeated("\n"),
    "lists in quotations": repeated("> - "),
    "emphasis": repeated("*a **a "),
    "asterisks": repeated("*"),
    "asterisks and underscores": repeated("*_"),
    "closing emphasis": repeated("a* b_ "),
    "backticks": repeated("`a``"),
    "opening angle brackets": repeated("<"),
    "comments": repeated("a <!-- "),
    "declarations": repeated("a <!A <? <![CDATA["),
    "unclosed tags": repeated("<a b=\""),
    "entities": repeated("&#"),
    "definitions": repeated("[a]: b\n"),
    "uses of a long definition": "[a]: /" + String(repeating: "u", count: size / 2) + "\n\n" + String(repeating: "[a]", count: size / 6),
    "quotation marks": repeated("“"),
    "digits": repeated("1"),
    "blanks": repeated(" "),
    "tabs": repeated("\t"),
    "empty lines": repeated("\n"),
    "fences": repeated("```\n"),
    "unsafe links in emphasis": repeated("*a [b](javascript:c) "),
    "unsafe images in images": repeated("![") + repeated("](javascript:c)"),
    "raw HTML": repeated("a <b>"),
    "NUL": repeated("\u{0}"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: inputs.keys.sorted())
  func rendersAMegabyteOf(name: String) throws {
    let source = try #require(Self.inputs[name])
    let html = Markdown.html(source)
    #expect(html.utf8.count < 30 * source.utf8.count)
    #expect(Markdown.blocks(of: source).allSatisfy { $0.depth <= 2 * Markdown.nestingLimit })
  }

  @Test(.timeLimit(.minutes(1)), arguments: inputs.keys.sorted())
  func escapesAMegabyteOf(name: String) throws {
    let source = try #require(Self.inputs[name])
    #expect(Markdown.escape(source).utf8.count <= 6 * source.utf8.count)
  }

  @Test
  func nestsUpToTheLimit() {
    let limit = Markdown.nestingLimit
    for marker in ["> ", ">", "- ", "1. "] {
      let blocks = Markdown.blocks(of: String(repeating: marker, count: limit + 1) + "é")
      let text = marker == "1. " ? "1. é" : marker + "é"
      #expect(blocks.last?.text == text)
      #expect(blocks.filter { $0.kind == .blockQuote || $0.kind == .listItem }.count == limit)
    }
  }

  @Test
  func keepsTheTextOfImagesBeyondTheLimit() {
    let html = Markdown.html(String(repeating: "![é](a) ", count: Markdown.imageLimit + 1))
    #expect(html.hasSuffix("<img src=\"a\" alt=\"é\" /> !<a href=\"a\">é</a></p>\n") == false)
    #expect(html.hasSuffix("<img src=\"a\" alt=\"é\" /> ![é](a)</p>\n"))
  }

  @Test
  func countsImagesByParagraph() {
    let paragraph = String(repeating: "![é](a)\n", count: Markdown.imageLimit)
    #expect(NestingGuard.guarding(paragraph + "\n" + paragraph) { $0.count } == 2 * paragraph.utf8.count + 1)
  }
}
