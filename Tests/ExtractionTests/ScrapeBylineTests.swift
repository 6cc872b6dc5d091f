import Testing
import TextAnalysis

@testable import Extraction

private let opening =
  "The café on the harbour reopened on Monday, after two years of repairs, the owner said in a long statement to the paper."
private let ending = "Visitors queued from the early morning, and the first cups were free for the people who live on the quay, she said."

/// An article with a line, or several, between its two paragraphs.
private func article(with lines: String, top: String = "") -> Article {
  Importer.plainText("The quay is dry\n\n\(top)\(opening)\n\n\(lines)\n\n\(ending)", file: "a.txt")
}

/// What those lines are taken for.
private func kinds(_ lines: String) -> [Block.Kind] { article(with: lines).blocks.dropFirst(2).dropLast().map(\.kind) }

@Suite struct ScrapeBylineTests {
  private func top(_ lines: String) -> Article { article(with: ending, top: "\(lines)\n\n") }

  @Test(arguments: [
    "Posted on March 14, 2024 by Emma Maß", "Posted by Emma Maß on March 14, 2024", "By Emma Maß | March 14, 2024",
    "by Emma Maß, March 14, 2024", "By Emma Maß on March 14, 2024", "Emma Maß - 14 March 2024", "Emma Maß – March 14, 2024",
    "March 14, 2024 By Emma Maß Leave a Comment", "Posted March 14, 2024 by Emma Maß in Cafés", "14 March 2024 | Emma Maß",
    "Emma Maß in Porto MARCH 14 2024", "Emma Maß\nThu 14 Mar 2024 10.15 GMTLast modified on Fri 15 Mar 2024 11.20 GMT",
    "March 14, 20245:00 AM ET\nBy Emma Maß", "ByEmma Maß\nMarch 14, 2024, 10:15 AM",
    "March 14, 2024 10:15 am | Updated 11:20 am IST - PORTO\nEmma Maß",
    "Source: Harbour News|2024-03-14 22:10:15|Editor: reis\nBy Emma Maß", "By Emma Maß with AFP\nPublished on 14/03/2024",
    "Emma Maß\nUpdated 2 hours ago\n14 March 2024", "Written by Emma Maß and published on 14 March 2024",
    "By Emma Maß Published 14 March 2024 Updated 15 March 2024",
  ])
  func readsDayAndAuthorFromOneLine(line: String) {
    let article = top(line)
    #expect(article.blocks.dropFirst().dropLast(3).allSatisfy { [.date, .byline, .credit].contains($0.kind) })
    #expect(article.metadata.published == CalendarDate(year: 2024, month: 3, day: 14))
    #expect(article.metadata.authors == ["Emma Maß"])
    #expect(article.metadata.dek == nil)
  }

  @Test func readsALineWithADayAndNoAuthor() {
    #expect(top("Published on March 14, 2024 in Cafés").metadata.published == CalendarDate(year: 2024, month: 3, day: 14))
    #expect(top("Published on March 14, 2024 in Cafés").metadata.authors == [])
    #expect(top("Posted on March 14, 2024 by Tom").metadata.authors == ["Tom"])
    #expect(top("By Emma Maß | Updated March 14, 2024").metadata.published == nil)
  }

  @Test(arguments: [
    ("By EMMA REIS Associated Press", ["Emma Reis"]), ("By Emma Maß Harbour News", ["Emma Maß"]),
    ("By Emma Maß & Oliver Gil\nHarbour News", ["Emma Maß", "Oliver Gil"]),
    ("By Emma Maß, political correspondent", ["Emma Maß"]), ("Emma Maß, Porto Correspondent", ["Emma Maß"]),
    ("By Al Jazeera Staff", []), ("By Harbour Post Reporter", []),
    ("By Emma Maß, Café reporter, Harbour News", ["Emma Maß"]),
    ("Emma Maß in Porto and Oliver Gil in New York", ["Emma Maß", "Oliver Gil"]),
    ("Emma Maß\nBusiness reporter, Harbour News", ["Emma Maß"]), ("Emma Maß Scotland correspondent", ["Emma Maß"]),
    ("Emma Maß Political editor", ["Emma Maß"]), ("Emma Maß Health policy editor", ["Emma Maß"]), ("Emma Maß, Café editor", ["Emma Maß"]),
    ("Emma Maß, Hong Kong correspondent", ["Emma Maß"]),
    ("Zoë Maß Deputy political editor", ["Zoë Maß"]), ("Emma Maß and Oliver Gil in Paris", ["Emma Maß", "Oliver Gil"]),
    ("Emma Maß in Porto, Oliver Gil in Cork and agencies", ["Emma Maß", "Oliver Gil"]),
    ("Emma Maß\nPolitical editor\nOliver Gil\nHealth correspondent", ["Emma Maß", "Oliver Gil"]),
  ])
  func readsBylines(lines: String, names: [String]) {
    let article = top(lines)
    #expect(article.metadata.authors == names)
    #expect(article.blocks.dropFirst().dropLast(3).allSatisfy { $0.kind == .byline })
  }

  @Test(arguments: [
    "Anger in Porto and relief in New York", "Pope Francis in Porto", "The café's political editor", "Emma and Oliver in Porto",
    "Prime Minister and Health Minister in Paris", "Emma Maß leaves the café in Porto", "Café owners in Porto",
  ])
  func takesNothingElseForAByline(line: String) { #expect(top(line).metadata.authors == []) }

  @Test func takesNobodyWhomTheStoryNamesForItsAuthor() {
    let text =
      "The quay is dry\n\nEmma Maß in Porto\n\n\(opening)\n\nNobody has seen the café since Maß left it, she said in May, and went home."
    #expect(Importer.plainText(text, file: "a.txt").metadata.authors == [])
  }

  @Test func takesNamesInsideTheStoryForNoByline() {
    #expect(kinds("Emma Maß in Porto") == [.crosshead])
    #expect(article(with: "\(ending)\n\nEmma Maß Political editor").metadata.authors == [])
  }

  @Test func readsWhereTheAuthorsWereUnderTheirByline() {
    let lines = top("By Emma Maß and Oliver Gil\n\nEmma Maß reported from Porto, and Oliver Gil from Cork.").blocks
    #expect(lines.map(\.kind).prefix(4) == [.headline, .byline, .credit, .paragraph])
  }

  @Test func tellsWhoWroteABox() {
    let box = "\(ending)\n\nAnalysis\n\nEmma Maß\n\nPolitical correspondent, Harbour News\n\n\(opening.replacing("Monday", with: "Friday"))"
    let found = article(with: box)
    #expect(found.blocks.map(\.kind) == [.headline, .paragraph, .paragraph, .crosshead, .byline, .byline, .paragraph, .teaser])
    #expect(article(with: "\(box)\n\nThe tea is good.\n\nSo is the coffee, she said.").metadata.authors == [])
  }

  @Test func keepsTheYearOfANumber() {
    #expect(DateLine.date(in: "March 14, 20245") == nil)
    #expect(DateLine.date(in: "March 14, 202425:00") == nil)
    #expect(DateLine.date(in: "March 14, 202412:30") == CalendarDate(year: 2024, month: 3, day: 14))
  }

  @Test func takesALongLineUnderTheBylineForTheDek() {
    let text = "By Emma Maß\n14 March 2024\n\nThe owner hopes for a good summer on the quay, and for guests from all over the old town"
    #expect(top(text).blocks.map(\.kind).prefix(4) == [.headline, .byline, .date, .dek])
  }
}

extension DateLine {
  fileprivate static func date(in text: String) -> CalendarDate? {
    let document = Document(text)
    return DateLine(document, document.tokens.indices)?.date
  }
}
