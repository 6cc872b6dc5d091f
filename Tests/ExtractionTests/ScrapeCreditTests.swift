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

@Suite struct ScrapeCaptionTests {
  @Test(arguments: [
    "Image caption, The café was full by noon", "Image caption The café was full by noon", "Media caption: João Reis shows the old kitchen",
    "João Reis (pictured at the café in May) has sold his boat", "Zoë Maß (pictured) greets the first guests of the café.",
    "The café on the morning of the storm © Harbour Images", "The café after the storm (Zoë Maß/PA)",
    "The café after the storm [Zoë Maß/Harbour TV]", "Guests wait for the café to open.Credit...Zoë Maß for The Porto Post",
    "The café, pictured in 1904, a year after it was built", "[Photo: The café after the storm. Photograph: Zoë Maß/AFP/Getty Images]",
  ])
  func tellsCaptions(line: String) { #expect(kinds(line) == [.caption]) }

  @Test(arguments: [
    "Zoë Maß, pictured with her boat, told the café's guests that she would leave.",
    "The image caption named the café, and its owner wrote to the paper about it.",
    "João Reis (pictured at the café in May) has sold his boat and bought a bar.", "Zoë Maß (pictured) was asked to leave.",
    "The café (Harbour/PA) is one of three that the city owns, and the only one on the quay.",
  ])
  func keepsSentences(line: String) { #expect(kinds(line) == [.paragraph]) }

  @Test func readsLabelsOfPicturesInLinesOfTheirOwn() {
    #expect(kinds("Image source,\nHarbour Police\nImage caption,\nThe café was shut for two years") == [.label, .credit, .label, .caption])
    #expect(kinds("The image caption\n\nThe café was shut for two years, she said.") == [.crosshead, .paragraph])
  }

  @Test(arguments: [
    "Image source, João Reis", "Image copyright Harbour Police / Telegram", "(Photo: the mayor's office)", "[Picture: Zoë Maß]",
  ])
  func tellsCredits(line: String) { #expect(kinds(line) == [.credit]) }

  @Test(arguments: [
    "Getty Images\nCafé owners clear the quay of sand", "EPA\n\nGuests walk over the wet quay to the café.",
    "Reuters\nThe café on the quay has stood there since 1904", "PA Media\nJoão Reis (pictured) has sold his boat",
  ])
  func takesALineUnderALoneCreditForItsCaption(lines: String) { #expect(kinds(lines) == [.credit, .caption]) }

  @Test(arguments: [
    ("Getty Images\n\nWho pays for the café?", Block.Kind.crosshead), ("Getty Images\n\nA good day", .crosshead),
    ("Getty Images\n\"The café is ours\", says the mayor.", .paragraph), ("Reuters\nThe café was shut for two years.", .paragraph),
    ("EPA\nThe owner says that the café is safe.", .paragraph),
  ])
  func keepsWhatIsNoCaptionUnderALoneCredit(lines: String, kind: Block.Kind) { #expect(kinds(lines) == [.credit, kind]) }

  @Test func keepsTheFirstSentenceUnderAnAgencysName() {
    let text = "The quay is dry\n\nReuters\n\nCafé owners on the quay take the tables out of the cellars this week.\n\n\(opening)"
    #expect(Importer.plainText(text, file: "a.txt").blocks.map(\.kind) == [.headline, .credit, .paragraph, .paragraph])
  }

  @Test func keepsTheLastParagraphOverACreditInATextWithoutBlankLines() {
    for credit in ["(AFP)", "(Reporting by Zoë Maß; Editing by João Reis)", "Zoë Maß contributed to this report."] {
      let text = "The quay is dry\n\(opening)\n\(ending)\nThe café had cost two million euros.\n\(credit)"
      let kinds = Importer.plainText(text, file: "a.txt").blocks.map(\.kind)
      #expect(kinds == [.headline, .paragraph, .paragraph, .paragraph, .credit])
    }
    #expect(kinds("The café had cost two million euros.\nPhoto: Zoë Maß") == [.caption, .credit])
  }

  @Test func readsNoAgencyFromThePicturesOfSeveral() {
    let text = "Getty Images\nCafé owners clear the quay of sand\n\n\(ending)\n\nPA Media\nWaves break over the café in the night"
    #expect(article(with: text).metadata.agency == nil)
    #expect(article(with: "Reuters and AFP").metadata.agency == "Reuters")
  }
}

@Suite struct ScrapeCreditTests {
  /// Lines put together at random of what the rules look at: none of them may end the program.
  @Test func readsLinesOfOddPieces() {
    let pieces = [
      "(", ")", "[", "]", "/", "|", "©", ":", ";", ",", ".", "?", "-", "–", "=", "$1", "5", "2024", "March 14", "20245:00", "“", "'s", "&",
      "Image",
      "caption", "source", "Photo", "Credit...", "Getty Images", "PA", "AFP", "Reuters", "(pictured", "By", "by", "in", "and", "with",
      "Posted",
      "on", "Updated", "ago", "Emma Maß", "Ana M. Gil", "Jean-Luc", "Staff", "editor", "Political", "Scotland correspondent", "BBC News",
      "Reporting by", "contributed to this report", "reported from", "Porto", "café", "leaves", "the", "Share your", "To support",
      "journalism",
      "skip", "https://a.b", "More on this story", "- x -", "___", "GMTLast",
    ]
    var state: UInt64 = 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<200 {
      let lines = (0..<next(30) + 2).map { _ in
        (0..<next(7) + 1).map { _ in pieces[next(pieces.count)] }.joined(separator: next(4) == 0 ? "" : " ")
      }
      let text =
        "The quay is dry\n\n\(lines.joined(separator: next(2) == 0 ? "\n" : "\n\n"))\n\n\(opening)\n\n\(lines.reversed().joined(separator: "\n"))"
      let article = Importer.plainText(text, file: "a.txt")
      #expect(article.blocks.allSatisfy { $0.span.start < $0.span.end })
    }
  }

  @Test(arguments: [
    "(Reporting by Zoë Maß in Porto and João Reis; Additional reporting by the Lisbon newsroom; Editing by Ian O'Neil)",
    "Reporting by Zoë Maß; Editing by João Reis", "With reporting by Zoë Maß and João Reis", "(With inputs from agencies)",
    "Associated Press writer Zoë Maß in Porto contributed to this report.",
    "Associated Press journalists Zoë Maß in Porto and Ana M. Gil in Cork contributed to this story.", "AFP contributed to this report.",
    "Zoë Maß and João Reis contributed reporting.",
  ])
  func tellsCreditsOfReporters(line: String) {
    #expect(kinds(line) == [.credit])
  }

  @Test func tellsWhereReportersWereAtTheEnd() {
    let line = "Maß reported from Porto. João Reis in Cork contributed."
    #expect(Importer.plainText("The quay is dry\n\n\(opening)\n\n\(ending)\n\n\(line)", file: "a.txt").blocks.last?.kind == .credit)
    #expect(kinds(line) == [.paragraph], "more of the story stands under it")
  }

  @Test(arguments: [
    "The café contributed to this report on the trade of the quay, which the ministry had ordered.",
    "Spain and Portugal contributed to this.",
    "João Reis reported the theft to the police in Porto.", "Reporting by the café's owner was late, the ministry said.",
    "Edited by hand, the papers were sent to the court in the café's name.",
  ])
  func keepsSentences(line: String) { #expect(kinds(line) == [.paragraph]) }

  @Test func readsTheAuthorsOfAnArticleWithoutBylineFromItsCredit() {
    let names = "(Reporting by Emma Maß in Porto and João Reis; Editing by Ian O'Neil)"
    #expect(article(with: names).metadata.authors == ["Emma Maß", "João Reis"])
    #expect(article(with: names, top: "By Ana Gil\n\n").metadata.authors == ["Ana Gil"])
  }

  @Test(arguments: [
    "___", "* * *", "($1 = 0.9217 euros)", "(1 euro = $1.09)", "Our Standards: The Café Trust Principles.",
    "Our Standards: The Café Trust Principles., opens new tab",
    "To support independent journalism on the quay, become a subscriber on Patreon.",
    "Please consider supporting our journalism: donate today.",
    "Share your experiences of the café by emailing quay@porto.example.",
    "Follow the Post's coverage of the quay at https://porto.example/quay", "pic.twitter.com/quay", "View image in fullscreen",
    "Want to see how a café works? Learn more here.",
    "This article was originally published by the Café Post.",
  ])
  func tellsTheOutletsOwnVoice(line: String) { #expect(kinds(line) == [.boilerplate]) }

  @Test(arguments: [
    "The café's prices (a cup = 2 euros) are those of 2019, the owner said.",
    "To support the café, become a member of the club, the mayor said.",
    "Share your experiences of the café with others, the teacher told the class.",
    "Skip to the last page of the café's menu, and you will find the price of the tea.", "Where do you go? Learn to sail now.",
    "Follow the coverage of the café and you will learn nothing, the judge said.",
  ])
  func keepsStoryLines(line: String) { #expect(kinds(line) == [.paragraph]) }

  @Test func takesAHeadingBetweenDashesForACrosshead() {
    #expect(kinds("- Café to follow -") == [.crosshead])
    #expect(kinds("- ‘No way back’ -") == [.crosshead])
    #expect(kinds("- tea and café\n- milk - warm") == [.listItem, .listItem])
  }

  @Test func takesHeadlinesUnderAnAnnouncementForTeasers() {
    let lines = "You may also be interested in:\n\nWhy the café had to close for so long\n\nIs tea the better coffee?"
    #expect(kinds(lines) == [.label, .teaser, .teaser])
    #expect(kinds("Related topics") == [.label])
    #expect(kinds("More on this story\n\nThe café that never came home\n\nA good day") == [.label, .teaser, .crosshead])
    #expect(kinds("More on this story will be told in the café, the owner said.") == [.paragraph])
  }
}
