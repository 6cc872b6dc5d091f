import Testing
import TextAnalysis

@testable import Extraction

/// The kinds of a scrape's blocks, in order.
private func kinds(_ text: String) -> [Block.Kind] { Importer.plainText(text, file: "a.txt").blocks.map(\.kind) }

private let story = """
  The café on the harbour reopened on Monday after two years of repairs, the owner said.

  Visitors queued from the early morning, and the first cups were free for the people who live on the quay.
  """

@Suite struct ScrapeTests {
  @Test func takesAFirstLineWithoutFullStopForTheHeadline() {
    let article = Importer.plainText("Harbour café reopens\n\n\(story)", file: "x/harbour café.txt")
    #expect(article.metadata.title == "Harbour café reopens")
    #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .paragraph])
    #expect(article.id == "harbour-caf-")
  }

  @Test func inventsNoHeadline() {
    let article = Importer.plainText(story, file: "a.txt")
    #expect(article.metadata.title == nil)
    #expect(article.blocks.map(\.kind) == [.paragraph, .paragraph])
  }

  @Test func leavesASingleParagraphAlone() {
    #expect(kinds("2 min read") == [.paragraph])
    #expect(kinds("\nBy Jane Doe") == [.paragraph])
    #expect(kinds("") == [])
  }

  @Test func findsTheTopOfAPage() {
    let top =
      "Harbour café reopens\n\nHarbour café reopens\nThe owner hopes for a good summer on the quay.\n3 min read\n\nLocal - Harbour\n\n"
    #expect(kinds(top + story) == [.headline, .headline, .dek, .readingTime, .label, .paragraph, .paragraph])
  }

  @Test(arguments: [
    "EDITOR'S NOTE: This article contains details that some readers may find distressing.",
    "Editor’s note: The café was first named on 3 May.",
    "Correction: An earlier version of this article misstated the age of the owner. He is 61, not 16.",
    "Clarification, 4 May: The headline on this story has been changed to make clear that the café reopened.",
    "This story has been updated to include a statement from the owner.",
    "(This story has been refiled to fix a typo in paragraph 3)",
    "* This article was amended on 4 May 2020. An earlier version said that the café reopened on Sunday.",
    "Update, 4 May: This article was amended to correct the name of the quay.",
    "An earlier version of this story gave the wrong day for the opening of the café.",
  ])
  func editorsNotesAreNoParagraphs(note: String) {
    #expect(kinds("Harbour café reopens\n\n\(story)\n\n\(note)") == [.headline, .paragraph, .paragraph, .boilerplate])
  }

  @Test(arguments: [
    "Update: The police say that the owner has been found alive and well.",
    "This story is about a café that nobody wanted to see reopened on the quay.",
    "Corrections cost the owner a week, she said, and the work began on Tuesday.",
    "An earlier version of the plan was thrown out by the council in May.",
  ])
  func storiesThatBeginLikeNotesStay(text: String) {
    #expect(kinds("Harbour café reopens\n\n\(story)\n\n\(text)\n\n\(story)")[3] == .paragraph)
  }

  @Test(arguments: [
    ("By ZOË MASS and IAN O'NEIL", ["Zoë Mass", "Ian O'Neil"]), ("By JOHN MCINTYRE", ["John McIntyre"]),
    ("By ANNA VAN DER MEER", ["Anna van der Meer"]), ("By ANNA-MARIE J. REYES-ROE", ["Anna-Marie J. Reyes-Roe"]),
    ("By Zoë MASS", ["Zoë MASS"]), ("ANA GIL, REUTERS", ["Ana Gil"]), ("Ana Gil, Reuters", ["Ana Gil"]),
  ])
  func authorsAreInOrdinaryCase(line: String, authors: [String]) {
    #expect(Importer.plainText("Harbour café reopens\n\n\(line)\n\n\(story)", file: "a.txt").metadata.authors == authors)
  }

  @Test func creditOfAPictureNamesNoAuthor() {
    #expect(Importer.plainText("Harbour café reopens\n\n\(story)\n\nAna Gil, Reuters", file: "a.txt").metadata.authors == [])
  }

  @Test func readsDateAndByline() {
    let article = Importer.plainText("Harbour café reopens\n\nBy Zoë Maß and Ian O'Neil\nFriday, July 21, 2017\n\n\(story)", file: "a.txt")
    #expect(article.metadata.authors == ["Zoë Maß", "Ian O'Neil"])
    #expect(article.metadata.published == CalendarDate(year: 2017, month: 7, day: 21))
    #expect(article.blocks.map(\.kind) == [.headline, .byline, .date, .paragraph, .paragraph])
  }

  @Test(arguments: [
    "The minister leaves the café after talks on May 3, 2019. (AFP Photo/Ana Gil)",
    "President Ana Gil (C) attends a meeting of the council in the capital.",
    "Ana Gil addresses a rally at the harbour in Porto, Portugal, on May 3, 2019.",
    "The harbour at night. Image: City of Porto.",
    "FILE - The old quay before the repairs, 2 March 2015.",
    "People queue at the quay. Ana Gil/Reuters",
  ])
  func tellsCaptionsFromParagraphs(caption: String) {
    #expect(kinds("\(story)\n\n\(caption)\n\n\(story)")[2] == .caption)
  }

  @Test(arguments: [
    "Senator Ana Gil (R) leaves the committee next year.",
    "\"We opened the doors and that was it\", he said.",
    "Facebook changed its privacy policy on Monday, its owner said.",
    "The minister told reporters on May 3, 2019, that the quay would open.",
    "By Friday the water had reached the café.",
    "\"The closing of the quay sets a bad example\".",
  ])
  func keepsStoryLines(sentence: String) {
    #expect(kinds("\(story)\n\n\(sentence)\n\n\(story)")[2] == .paragraph)
  }

  @Test func findsCrossheadsCreditsAndLeftovers() {
    let text = "Harbour café reopens\n\n\(story)\n\nHarbour TV and Agencies\n\n‘A good day’\n\n\(story)\n\nRoute 9\n\n  • Ana Gil"
    let article = Importer.plainText(text, file: "a.txt")
    #expect(
      article.blocks.map(\.kind).filter { $0 != .paragraph && $0 != .teaser } == [.headline, .credit, .crosshead, .label, .boilerplate])
    #expect(article.metadata.outlet == "Harbour TV")
    #expect(article.metadata.basis["outlet"] == "credit line")
  }

  @Test func putsWrappedLinesTogether() {
    let text = """
      The café on the harbour reopened on Monday after two years of repairs, as the
      owner had promised. Visitors queued from the early morning, and the first cups
      were free for the people who live on the quay, said the mayor of the old town.

      Nobody complained. The repairs had cost more than two million euros and taken a
      year longer than planned, but the quay is dry.
      """
    let article = Importer.plainText(text, file: "a.txt")
    #expect(article.blocks.count == 2)
    #expect(article.map.source(of: article.blocks[1].span) == article.blocks[1].span)
  }

  @Test func cutsAPageToItsStory() {
    let menu = (1...12).map { "Section \($0)" }.joined(separator: "\n")
    let page =
      "Harbour café reopens | Porto Post\n\nSkip to content\n\n\(menu)\n\nHarbour café reopens\n\nMay 3, 2019\n\n\(story)\n\n\(story.replacing("Monday", with: "Friday"))\n\nRelated articles\n\nOld quay closes for repairs after the flood\n\n\(menu)\n\n© 2019 Porto Post. All rights reserved."
    let article = Importer.plainText(page, file: "a.txt")
    let text = article.blocks.filter(\.kind.isStory).map { article.string($0.span) }
    #expect(text.first?.hasPrefix("The café") == true)
    #expect(text.count == 3, "the repeated second paragraph is shown once")
    #expect(article.metadata.title == "Harbour café reopens")
    #expect(article.metadata.published == CalendarDate(year: 2019, month: 5, day: 3))
  }

  @Test func everyNonBlankLineIsInABlock() {
    let text = "\u{a0}\nA\n\n - b c\r\n\r\n\(story)\n\n\u{feff}©\n"
    let article = Importer.plainText(text, file: "a.txt")
    var covered = Set<Int>()
    for block in article.blocks { covered.formUnion(block.span.range) }
    for (i, byte) in text.utf8.enumerated() where byte > 0x2d && byte < 0x80 { #expect(covered.contains(i)) }
  }

  @Test(arguments: ["\"", "1", " ", "\n", "a\n", "• a\n", "(L) ", "“", "\u{a0}", "a. ", "©"])
  func staysLinearOnHostileText(unit: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let article = Importer.plainText(text, file: "a.txt")
    #expect(article.blocks.count <= 1_000_000)
  }
}

@Suite struct TextDecodingTests {
  @Test func refusesTextsOfMillionsOfLines() throws {
    let lines = [UInt8](repeating: 0x0a, count: Importer.partLimit + 1)
    #expect(throws: ImportError.unsupported("a text of more than two million lines")) {
      try Importer.article(from: Array("The café.".utf8) + lines, file: "a.txt")
    }
  }

  @Test func readsEveryKindOfFile() throws {
    #expect(try TextDecoding.decode([0xef, 0xbb, 0xbf, 0x61]).text == "a")
    #expect(try TextDecoding.decode([0xff, 0xfe, 0x61, 0x00]).text == "a")
    #expect(try TextDecoding.decode([0x00, 0x61, 0x00, 0x62]).text == "ab")
    #expect(try TextDecoding.decode(Array("é".utf8)).text == "é")
    #expect(try TextDecoding.decode([0x93, 0xe9, 0x94]).text == "“é”")
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: ImportError.binary) { try Importer.article(from: [0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 9], file: "a") }
    #expect(throws: ImportError.empty) { try Importer.article(from: [], file: "a.txt") }
    #expect(throws: ImportError.empty) { try Importer.article(from: Array(" \n\n ".utf8), file: "a.txt") }
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    ("The owner said that the café on the harbour will open its doors again after the repairs.", "en"),
    ("El dueño dijo que el café del puerto va a abrir de nuevo sus puertas después de las obras.", "es"),
    ("Il proprietario ha detto che il caffè del porto aprirà di nuovo le porte dopo i lavori.", "it"),
    ("De eigenaar zei dat het café aan de haven na de verbouwing weer open gaat voor het publiek.", "nl"),
    ("Der Besitzer sagte, dass das Café am Hafen nach der Reparatur wieder für die Gäste öffnet.", "de"),
    ("Le patron a dit que le café du port va rouvrir ses portes après les travaux pour les clients.", "fr"),
    ("O dono disse que o café do porto vai abrir de novo as suas portas depois das obras na cidade.", "pt"),
    ("Владелец сказал, что кафе в порту после ремонта снова откроется для гостей и что это уже не за горами.", "ru"),
  ])
  func tellsTheLanguage(text: String, code: String) {
    #expect(Language.detect(in: Document(text)) == code)
  }

  @Test func staysUnknownWhenUnsure() {
    #expect(Language.detect(in: Document("Ana Gil 12 %")) == nil)
    #expect(Language.detect(in: Document("")) == nil)
  }
}

@Suite struct ScrapeLeftoverTests {
  private let prose = """
    The café on the harbour reopened on Monday, after two years of repairs, the owner said in a long statement to the paper.

    Visitors queued from the early morning, and the first cups were free for the people who live on the quay, she said.
    """

  private func kinds(_ text: String) throws -> [Block.Kind] {
    try Importer.article(from: Array(text.utf8), file: "a.txt").blocks.map(\.kind)
  }

  @Test func readsAQuestionAsHeadline() throws {
    #expect(try kinds("Tea vs. coffee: Which of them keeps the quay awake?\n\n" + prose) == [.headline, .paragraph, .paragraph])
  }

  @Test(arguments: [
    "Advertisement - Continue Reading Below", "We may earn a commission when you buy through links on this page.",
    "https://porto.example/a?b=c", "Start typing to search...",
  ])
  func takesSitesOwnLinesForFurniture(line: String) throws {
    let text = prose.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try kinds("The quay is dry\n\n" + text) == [.headline, .paragraph, .boilerplate, .paragraph])
  }

  @Test func takesOneOfADoubledHeading() throws {
    let text = prose.replacing("\n\n", with: "\n\nWho pays\n\nWho pays\n\n")
    #expect(try kinds("The quay is dry\n\n" + text) == [.headline, .paragraph, .label, .crosshead, .paragraph])
  }

  @Test func cutsSourcesAtTheEnd() throws {
    let sources = "\n\nSources:\n\nGil, A. The quays of Porto and their cafés in the years of the great repairs. Porto Press, 2017."
    let more =
      "\n\nNobody whom we asked complained about the price of the tea, which has not changed since the year of the flood, and all of the cakes were gone by noon."
    #expect(try kinds("The quay is dry\n\n" + prose + more + sources).suffix(2) == [.label, .teaser])
  }

  @Test func keepsAListAtTheEnd() throws {
    #expect(try kinds("The quay is dry\n\n" + prose + "\n\nOn the table:\n\ntea\ncoffee\nmilk").last?.isStory == true)
  }

  @Test(arguments: [
    "Image credit: Porto Archive via Flickr (licence)", "Source: Ministry of Health", "Photo by Zoë Maß/Harbour TV",
    "Image provided by Porto Archive.",
  ])
  func takesCreditsForFurniture(line: String) throws {
    let text = prose.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try kinds("The quay is dry\n\n" + text) == [.headline, .paragraph, .credit, .paragraph])
  }

  @Test(arguments: [
    ("March 15, 2022 · 3 min read · By Zoë Maß", Block.Kind.byline), ("Zoë Maß November 22, 2018", .date),
    ("Written by Feb 11, 2019 · 3 min read", .date), ("Zoë Maß and Ian O'Neil | Guest Columnists", .byline),
  ])
  func tellsSeveralPiecesOfFurnitureInOneLine(line: String, kind: Block.Kind) throws {
    #expect(try kinds("The quay is dry\n\n\(line)\n\n" + prose) == [.headline, kind, .paragraph, .paragraph])
  }

  @Test func takesABrokenOffTextForATeaser() throws {
    let text = prose.replacing("\n\n", with: "\n\nThe café was closed when the water of the river rose over the … Read more\n\n")
    #expect(try kinds("The quay is dry\n\n" + text) == [.headline, .paragraph, .teaser, .paragraph])
  }

  @Test func endsWhereABlogsProgramSpeaks() throws {
    let others = "\n\nIn the summer the old quay was closed for good, and nobody was told what would become of the boats."
    #expect(try kinds("The quay is dry\n\n" + prose + "\n\nLike this:" + others + others).filter(\.isStory).count == 2)
  }

  @Test func keepsTheMakersThatAnArticleLists() throws {
    let items = ["Ana Gil", "João Reis", "Zoë Maß"].map { "\n\nThe Old Quay\n\nPublished by \($0)\n\n" + prose }
    let bylines = try kinds("The best games of the quay\n\nBy Ian O'Neil\n\n" + prose + items.joined()).filter { $0 == .byline }
    #expect(bylines.count == 1)
  }

  @Test(arguments: ["[no-title]", "[CTA_BOX]"])
  func takesWhatATemplateLeftForFurniture(line: String) throws {
    let text = prose.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try kinds("The quay is dry\n\n" + text) == [.headline, .paragraph, .boilerplate, .paragraph])
  }

  @Test func takesANoteOnAWriterWhomTheStoryDoesNotNameForFurniture() throws {
    #expect(try kinds("The quay is dry\n\n" + prose + "\n\nZoë Maß is a physician in Porto.").last == .boilerplate)
  }

  @Test func keepsTheLastWordsOnSomebodyWhomTheStoryNames() throws {
    let text = prose.replacing("she said", with: "Zoë Maß said")
    #expect(try kinds("The quay is dry\n\n" + text + "\n\nZoë Maß is a physician in Porto.").last == .paragraph)
  }

  @Test func keepsAStoryOfShortLinesThatRepeatsAPhrase() throws {
    let item = "Place: Porto\nDepth: 3\nPrice: 12\n\nLearn more about the quay\n\n"
    let text = "The quays of Porto\n\n" + String(repeating: prose + "\n\n" + item, count: 6) + prose
    let found = try kinds(text)
    #expect(found.filter { $0 == .paragraph || $0 == .crosshead || $0 == .listItem }.count >= 18 + 2)
    #expect(!found.prefix(6).contains(.boilerplate))
  }

  @Test func readsAPageWhoseTitleIsASentenceAsAPage() throws {
    let menu = ["Home", "Harbour", "City", "Sport", "Weather", "Trams", "Cafés", "Tides", "Boats", "Fish", "Jobs", "Letters", "Archive"]
    let title =
      "The café on the harbour has opened its doors again after two long years of repairs and it is worth every penny that was paid for it"
    let text = "\(title) - Porto Post\n\n" + menu.joined(separator: "\n") + "\n\n\(title)\n\n" + prose
    #expect(try kinds(text).filter { $0.isStory }.count == 2)
  }

  @Test func findsAShortStoryUnderItsTitleBesideALongListOfOthers() throws {
    let menu = (1...14).map { "Menu \($0)" }.joined(separator: "\n")
    let others = (1...6).map { i in
      "More on quay \(i)\n\nThe quay number \(i) was closed for the whole of the summer, which nobody in the city had expected, and its boats went to the other side of the river to wait for the water.\n\n"
    }
    let more = "Nobody whom we asked complained about the price of the tea, which has not changed since the year of the flood, she said."
    let text =
      "The quay is dry | Porto Post\n\n\(menu)\n\nThe quay is dry\n\n\(prose)\n\n\(more)\n\nShare\n\nComments\n\nSubscribe now\n\nPrivacy policy\n\n\(menu)\n\n"
      + others.joined()
    let article = try Importer.article(from: Array(text.utf8), file: "a.txt")
    #expect(article.runningText.hasPrefix("The café on the harbour reopened"))
    #expect(article.runningText.hasSuffix("she said."))
  }

  private let more =
    "Nobody whom we asked complained about the price of the tea, which has not changed since the year of the flood, and all of the cakes were gone by noon, as they always are on the first day of the season, when the boats come in from the islands with their flags up and their holds full of fish for the market on the quay."

  @Test(arguments: ["Related stories from Porto\n\n", ""])
  func readersCommentsAreNoStory(heading: String) throws {
    let menu = (1...14).map { "Menu \($0)" }.joined(separator: "\n")
    let comments = (1...9).map { i in
      "Reader \(i) says\n\nMay \(i), 2019 at 3:5\(i) pm\n\nI went to the café number \(i) with my whole family on that day, and I can tell you that we were not as happy with the tea and the cakes as you were.\n\nreply to comment\n\n"
    }
    let text =
      "The quay is dry | Porto Post\n\n\(menu)\n\nThe quay is dry\n\n\(prose)\n\n\(more)\n\n\(heading)109 Comments\n\n" + comments.joined()
      + "\n\n\(menu)\n\n© 2019 Porto Post. All rights reserved."
    let article = try Importer.article(from: Array(text.utf8), file: "a.txt")
    #expect(article.runningText.hasPrefix("The café on the harbour reopened"))
    #expect(article.runningText.hasSuffix("on the quay."))
  }

  @Test func whatACompanySaysOfItselfIsNoNews() throws {
    let about = "The firm keeps the harbours of four cities and has eight hundred people in them, who do their very best for the boats."
    func last(_ heading: String) throws -> String? {
      let article = try Importer.article(
        from: Array("The quay is dry\n\n\(prose)\n\n\(more)\n\n\(heading)\n\n\(about)".utf8), file: "a.txt")
      return article.blocks.last { $0.kind == .paragraph }.map { article.string($0.span) }
    }
    #expect(try last("About Porto Harbours Ltd") == more)
    #expect(try last("About the harbours") == about)
  }

  @Test(arguments: [
    "Have you tried the new tea? Write to us and tell us what you think.", "Got a tip?",
    "You have reached your limit of three stories. Become a subscriber today to read on.", "(Visited 1,902 times, 3 visits today)",
  ])
  func takesWordsToTheReadersForFurniture(line: String) throws {
    let text = prose.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try kinds("The quay is dry\n\n" + text) == [.headline, .paragraph, .boilerplate, .paragraph])
  }

  @Test func keepsAStoryOnWhatReadersThink() throws {
    let line = "Have you tried to park at the harbour on a Sunday, the mayor asked the council, and nobody in the hall answered him."
    let text = prose.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try kinds("The quay is dry\n\n" + text) == [.headline, .paragraph, .paragraph, .paragraph])
  }

  @Test func takesALongNoteOnWhomTheBylineNamesForFurniture() throws {
    let note = """


      Ian O'Neil

      Ian O'Neil is the owner of two boats and has told the stories of the harbour since the year in which the old café was built there.

      When he is not at sea, he teaches the children of the quay how to swim, and mends the nets of those who ask him to.
      """
    let more = "\n\nNobody whom we asked complained about the price of the tea, which has not changed since the year of the flood."
    let found = try kinds("The quay is dry\n\nBy Ian O'Neil\n\n" + prose + more + note)
    #expect(found == [.headline, .byline, .paragraph, .paragraph, .paragraph, .byline, .boilerplate, .boilerplate])
  }

  @Test func dropsASectionThatIsThereTwice() throws {
    let question = "Who pays for it?\n\nThe city pays for the quay, and the harbour for the boats that lie in it, the mayor said.\n\n"
    let last = "A good day\n\nNobody whom we asked complained about the price of the tea, which has not changed."
    let found = try kinds("The quay is dry\n\n" + prose + "\n\n" + question + question + last)
    #expect(found == [.headline, .paragraph, .paragraph, .crosshead, .paragraph, .label, .teaser, .crosshead, .paragraph])
  }

  @Test func takesALineThatAnnouncesOthersAtTheEndForALabel() throws {
    #expect(try kinds("The quay is dry\n\n" + prose + "\n\nWhat to read next...").last == .label)
    #expect(try kinds("The quay is dry\n\n" + prose + "\n\nYou may be interested in the following stories as well").last == .label)
  }
}
