import Testing

@testable import Markdown

struct BlockTests {
  @Test
  func listsBlocksInReadingOrderWithTheirLines() {
    let source = """
      # Zoë's *title*

      First line
      second `line`

      > Quoted
      > on

      - one
      - two

        more
      7. seven

      ```swift x
      let a = 1
      ```

      ***
      <div>
      raw
      </div>
      """
    let blocks = Markdown.blocks(of: source)
    let expected: [(MarkdownBlock.Kind, ClosedRange<Int>, String, Int?)] = [
      (.heading(level: 1), 1...1, "Zoë's title", nil),
      (.paragraph, 3...4, "First line\nsecond line", nil),
      (.blockQuote, 6...7, "", nil),
      (.paragraph, 6...7, "Quoted\non", 2),
      (.bulletList, 9...12, "", nil),
      (.listItem, 9...9, "", 4),
      (.paragraph, 9...9, "one", 5),
      (.listItem, 10...12, "", 4),
      (.paragraph, 10...10, "two", 7),
      (.paragraph, 12...12, "more", 7),
      (.orderedList(start: 7), 13...14, "", nil),
      (.listItem, 13...14, "", 10),
      (.paragraph, 13...13, "seven", 11),
      (.code(language: "swift"), 15...17, "let a = 1\n", nil),
      (.thematicBreak, 19...19, "", nil),
      (.html, 20...22, "<div>\nraw\n</div>\n", nil),
    ]
    #expect(blocks.map(\.kind) == expected.map(\.0))
    #expect(blocks.map { $0.startLine...$0.endLine } == expected.map(\.1))
    #expect(blocks.map(\.text) == expected.map(\.2))
    #expect(blocks.map(\.parent) == expected.map(\.3))
    #expect(blocks.map(\.depth) == [0, 0, 0, 1, 0, 1, 2, 1, 2, 2, 0, 1, 2, 0, 0, 0])
  }

  @Test(arguments: [
    ("*Ünlü, photo: AP*", true), ("***a***", true), ("*a* **b**", true), ("*a* b", false), ("a", false), ("*a*.", false),
    ("![x](y)", false),
    ("*[a](b)*", true), ("_a_\n_b_", true),
  ])
  func tellsParagraphsThatAreEmphasised(source: String, isEmphasis: Bool) {
    #expect(Markdown.blocks(of: source).first?.isEmphasis == isEmphasis)
  }

  @Test
  func leavesImagesOutOfTheText() {
    let blocks = Markdown.blocks(of: "Vor ![the *alt* text](a.png) nach\n\n[![x](y)](z)\n\nnone")
    #expect(blocks.map(\.text) == ["Vor  nach", "", "none"])
    #expect(blocks.map(\.hasImage) == [true, true, false])
  }

  @Test(arguments: [
    ("", ""), ("a *b*\n\n- c\n- d `e`\n\n> f", "a b\n\nc\n\nd e\n\nf"), ("# é\n\n<div>\n\nx <b>y</b>", "é\n\nx y"),
    ("a  \nb\nc", "a\nb\nc"),
    ("&amp; &#169; \\*", "& © *"),
  ])
  func givesThePlainText(source: String, text: String) {
    #expect(Markdown.plainText(of: source) == text)
  }

  @Test
  func findsNoBlocksInNothing() {
    #expect(Markdown.blocks(of: "").isEmpty)
    #expect(Markdown.blocks(of: " \n\t\n").isEmpty)
  }
}
