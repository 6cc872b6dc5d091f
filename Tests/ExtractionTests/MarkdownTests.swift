import Testing
import TextAnalysis

@testable import Extraction

private func article(_ text: String, file: String = "a.md") throws -> Article {
  try Importer.article(from: Array(text.utf8), file: file)
}

@Suite struct MarkdownTests {
  @Test func readsFrontMatter() throws {
    let article = try article(
      "---\ntitle: \"Café reopens\"\noutlet: Porto Post\nauthors: [Ana Gil, Zoë Maß]\ndate: 2019-05-03\nlang: en-GB\n---\nOne *day*.\n")
    #expect(article.metadata.title == "Café reopens")
    #expect(article.metadata.authors == ["Ana Gil", "Zoë Maß"])
    #expect(article.metadata.published == CalendarDate(year: 2019, month: 5, day: 3))
    #expect(article.metadata.language == "en")
    #expect(article.metadata.basis["outlet"] == "front matter")
    #expect(article.text == "One day.")
  }

  @Test func reportsBrokenFrontMatterAndKeepsTheBody() throws {
    let broken = try article("---\ntitle: [a\n---\nThe body stays.\n")
    #expect(broken.diagnostics.count == 1)
    #expect(broken.text == "The body stays.")
    let title = try article("---\nby: É\ntitle: Fire: 12 hurt\n---\nThe body stays.\n").diagnostics
    #expect(title.map(\.offset) == [Int32("---\nby: É\ntitle: Fire".utf8.count)])
    #expect(title.first?.message.contains("needs quotation marks around it") == true)
    #expect(try article("---\ndate: yesterday\n---\nText.").diagnostics.count == 1)
    #expect(try article("---\nno end\n\nText.").diagnostics.count == 1)
  }

  @Test(arguments: [
    ("a **strong** and _soft_ word", "a strong and soft word"),
    ("snake_case 2 * 3 * 4", "snake_case 2 * 3 * 4"),
    ("a [link](https://a.example/x_(y) \"t\") here", "a link here"),
    ("a [link][1] here\n\n[1]: https://a.example", "a link here"),
    ("![alt](a.png) Text", "Text"),
    ("`a *b*` and \\*c\\*", "a *b* and *c*"),
    ("R&amp;D <b>now</b> <https://a.example>", "R&D now https://a.example"),
    ("***both***", "both"),
    ("two\nlines", "two\nlines"),
    ("“*É*”", "“É”"),
  ])
  func takesMarkupOff(markdown: String, text: String) throws {
    #expect(try article(markdown).text == text)
  }

  @Test func mapsTextToItsSource() throws {
    let source = "# É\n\nSay [*so*](https://a.example): **yes**\n> and\n> no\n"
    let article = try article(source)
    let utf8 = Array(source.utf8)
    for run in article.map.runs {
      #expect(
        Array(article.text.utf8)[Int(run.text)..<Int(run.text + run.count)] == utf8[Int(run.source)..<Int(run.source + run.count)])
    }
    #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .blockquote])
    #expect(article.blocks.map { article.string($0.span) } == ["É", "Say so: yes", "and\nno"])
  }

  @Test func knowsTheKindsAnEditorWrites() throws {
    let article = try article(
      "---\ntitle: Café reopens\n---\n# Café reopens\n\nOne.\n\n*The quay.*\n\n## Later\n\n- a\n- b\n\n1. c\n\nTwo\n===\n")
    #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .caption, .crosshead, .listItem, .listItem, .listItem, .crosshead])
  }

  @Test func readsBackWhatItWrites() throws {
    let source = """
      Harbour café reopens

      By Ana Gil

      # 1 *star* and [one] <b>bold</b> claim, a_b_c & d &amp; e: the owner said so on Monday.

      1. The visitors queued from the early morning - and the first cups were free.

      Ana Gil addresses a rally at the harbour in Porto, Portugal, on May 3, 2019.

      ‘A good day’

      + Nobody complained about the ~~price~~ of `tea` \\ or of "cake".
      """
    let scrape = Importer.plainText(source, file: "a.txt")
    let back = try article(scrape.markdown)
    #expect(back.metadata.title == "Harbour café reopens")
    #expect(back.metadata.authors == ["Ana Gil"])
    #expect(back.runningText == scrape.runningText)
    #expect(back.blocks.map(\.kind).filter { $0 == .caption }.count == 1)
    #expect(try article(back.markdown).markdown == back.markdown)
  }

  @Test func takesConvertersMarkupOffScrapes() throws {
    let text = """
      ## The café

      The **café** on the harbour reopened after two years of repairs, as the long-
      awaited [opening][1] showed. Visitors queued from the early morning.

        [1]: https://a.example/a-
      b
      """
    let article = try article(text, file: "a.txt")
    #expect(article.runningText.hasSuffix("as the long-awaited opening showed. Visitors queued from the early morning."))
    #expect(article.format == .plainText)
  }

  @Test(arguments: ["*", "_a ", "[", "](", "![", "<", "&", "`", "``` ", "\\", "> ", "- ", "#", "|", "a\n", "[a]: "])
  func staysLinearOnHostileMarkdown(unit: String) throws {
    _ = try article("x\n\n" + String(repeating: unit, count: 200_000))
  }
}
