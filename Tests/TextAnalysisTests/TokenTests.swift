import Testing

@testable import TextAnalysis

private func tokens(_ text: String) -> [String] {
  let document = Document(text)
  return document.tokens.map { document.string($0) }
}

@Suite struct TokenTests {
  @Test(arguments: [
    ("Trump’s visit", ["Trump", "’s", "visit"]),
    ("We're sure they'll come", ["We", "'re", "sure", "they", "'ll", "come"]),
    ("don't", ["don't"]),
    ("O’Neill's", ["O’Neill", "'s"]),
    ("de-escalation zones", ["de", "-", "escalation", "zones"]),
    ("320,000 deaths, 1.5 million", ["320,000", "deaths", ",", "1.5", "million"]),
    ("the U.S. at 10:30 a.m.", ["the", "U.S.", "at", "10", ":", "30", "a.m."]),
    ("J. Edgar", ["J", ".", "Edgar"]),
    ("the 10th G20", ["the", "10", "th", "G20"]),
    ("``So,'' he said -- “no”…", ["``", "So", ",", "''", "he", "said", "--", "“", "no", "”", "…"]),
    ("$4.5bn/€3", ["$", "4.5", "bn", "/", "€", "3"]),
    ("1990s", ["1990", "s"]),
    ("", []),
  ])
  func splits(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test func treatsNonBreakingSpacesAsSpace() {
    #expect(tokens("10\u{a0}May\u{202f}2017") == ["10", "May", "2017"])
  }

  @Test func cutsExactlyItsWordsAfterNonASCII() {
    let document = Document("Zażółć gęślą — “Łódź”")
    #expect(document.tokens.map { document.string($0) } == ["Zażółć", "gęślą", "—", "“", "Łódź", "”"])
  }

  @Test(arguments: [
    ("ZELENSKÝ", "zelensky"), ("Þór", "thor"), ("Straße", "strasse"), ("Don’t", "don't"), ("ŁÓDŹ", "lodz"), ("Москва", "москва"),
  ])
  func foldsCaseAndDiacritics(word: String, folded: String) {
    #expect(Folding.folded(word) == folded)
    #expect(WordKey.of(word) == WordKey.of(folded))
    #expect(Document(word).tokens.first?.key == WordKey.of(folded))
  }

  @Test func tellsShapes() {
    let document = Document("He met McCain of the USA, iPhone 4S")
    func shape(_ i: Int) -> Token.Shape { document.tokens[i].shape }
    #expect(shape(0).contains([.capitalized, .sentenceStart]))
    #expect(!shape(1).contains(.capitalized))
    #expect(shape(2).contains([.capitalized, .innerCaps]))
    #expect(shape(5).contains([.capitalized, .allCaps]))
    #expect(shape(7).contains(.innerCaps) && !shape(7).contains(.capitalized))
  }

  @Test func survivesBrokenUTF8() {
    let bytes: [UInt8] = [0x41, 0xff, 0x42, 0xe2, 0x80, 0x20, 0xc3]
    let document = Document(bytes: bytes)
    #expect(document.tokens.allSatisfy { $0.end <= 7 && $0.start < $0.end })
  }

  @Test(arguments: ["\"", "'", "-", ".", "9", " ", "A", "“", "(", "a.", "’s", "1,", "\n"])
  func staysLinear(piece: String) {
    // A quadratic scanner would not come back from a megabyte.
    let document = Document(String(repeating: piece, count: 1_000_000 / piece.utf8.count))
    #expect(document.tokens.count <= 1_000_001)
  }
}

@Suite struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let document = Document(text)
    return document.sentences.map { document.string($0.span) }
  }

  @Test(arguments: [
    ["He left.", "She stayed."],
    ["Mr. Flynn met Gen. Joseph Dunford on Jan. 20 in St. Petersburg.", "It rained."],
    ["The U.S. Senate voted.", "In the U.S. The vote fell."],
    ["“Was he fired?”", "“You’re kidding!”", "He laughed."],
    ["Prices rose 1.5 percent.", "Shares fell."],
    ["J. Edgar Hoover ran the F.B.I. for decades."],
    ["He works for Acme Inc. and Foo Corp. Friday was quiet."],
    ["\"We had a meeting,\" Trump said. \"It was good.\"", "He left."],
    ["“It ended.” Critics disagreed."],
    ["The bank cut rates (again).", "Nobody cared."],
  ])
  func splits(parts: [String]) {
    var expected = parts
    if parts[0].hasSuffix("\"It was good.\"") {
      expected = ["\"We had a meeting,\" Trump said.", "\"It was good.\"", "He left."]
    } else if parts[0].hasPrefix("“It ended.”") {
      expected = ["“It ended.”", "Critics disagreed."]
    } else if parts[0].hasPrefix("The U.S.") {
      expected = ["The U.S. Senate voted.", "In the U.S.", "The vote fell."]
    }
    #expect(sentences(parts.joined(separator: " ")) == expected)
  }

  @Test func neverCrossesABlock() {
    #expect(sentences("Tense ties\n\nIn Moscow it rained.") == ["Tense ties", "In Moscow it rained."])
  }

  @Test func splitsGluedSentences() {
    #expect(sentences("It was a mistake.Trump disagreed.") == ["It was a mistake.", "Trump disagreed."])
    #expect(sentences("See example.com for more.") == ["See example.com for more."])
  }

  @Test func coversEveryToken() {
    let document = Document("One. Two! “Three?” four … Five")
    #expect(document.sentences.flatMap { Array($0.tokens) } == Array(document.tokens.indices))
  }
}

@Suite struct BlockTests {
  @Test func joinsLinesAndTrims() {
    let text = "\n  First line\nsecond line  \n\n\t\nLast\r\n"
    let blocks = Document.paragraphs(in: Array(text.utf8))
    let document = Document(text)
    #expect(blocks.map { document.string($0.span) } == ["First line\nsecond line", "Last"])
  }

  @Test(arguments: ["", "\n\n", "   "])
  func findsNothingInNothing(text: String) {
    #expect(Document(text).blocks.isEmpty)
    #expect(Document(text).sentences.isEmpty)
  }
}

@Suite struct OffsetIndexTests {
  @Test func countsCodePointsAndLines() {
    let text = "é😀\r\nab\rc\n\u{301}d" + String(repeating: "ü", count: 1000)
    let index = OffsetIndex(text)
    for (count, i) in text.unicodeScalars.indices.enumerated() {
      #expect(index.codePoint(at: Int32(text.utf8.distance(from: text.startIndex, to: i))) == count)
    }
    #expect(index.position(at: 0) == (1, 1))
    #expect(index.position(at: 8) == (2, 1))
    #expect(index.line(at: 11) == 3)
    #expect(index.line(at: 13) == 4)
    #expect(index.lineCount == 4)
    #expect(index.codePoint(at: 1_000_000) == text.unicodeScalars.count)
  }

  @Test func standsAnEmptyText() {
    let index = OffsetIndex("")
    #expect(index.codePoint(at: 0) == 0)
    #expect(index.position(at: 0) == (1, 1))
  }
}

@Suite struct WordListTests {
  private static let list = WordList(
    """
    # a comment
    said
    according to
    vice-president of
    """)
  private static let table = WordTable(
    """
    two 2
    more than: 1
    more 7
    """)

  @Test func findsWordsWhateverTheirCase() {
    #expect(Self.list.contains(WordKey.of("SAID")))
    #expect(!Self.list.contains(WordKey.of("according")))
    #expect(!Self.list.contains(WordKey.of("comment")))
  }

  @Test func matchesTheLongestPhrase() {
    let document = Document("Vice-President of France said more than two")
    #expect(Self.list.longestMatch(at: 0, in: document.tokens) == 4)
    #expect(Self.list.longestMatch(at: 0, in: document.tokens, limit: 3) == nil)
    let match = Self.table.longestMatch(at: 6, in: document.tokens)
    #expect(match?.value == 1 && match?.end == 8)
    #expect(Self.table.longestMatch(at: 6, in: document.tokens, limit: 7)?.value == 7)
    #expect(Self.table.value(document.tokens[8]) == 2)
  }
}

@Suite struct ContentWordsTests {
  private func key(_ word: String) -> UInt64? {
    let document = Document(word)
    return ContentWords.key(of: document.tokens[0], in: document.bytes)
  }

  @Test(arguments: [
    ("fired", "firing"), ("dismissed", "dismissal"), ("meeting", "talks"), ("zones", "zone"), ("stopped", "stopping"),
    ("agencies", "agency"),
    ("attacks", "strike"), ("signed", "sign"), ("killed", "deaths"), ("implementation", "implement"), ("negotiated", "negotiation"),
    ("quickly", "quick"),
  ])
  func joinsFormsAndNearSynonyms(a: String, b: String) {
    #expect(key(a) != nil)
    #expect(key(a) == key(b))
  }

  @Test(arguments: [
    ("bus", "bush"), ("news", "new"), ("president", "precedent"), ("station", "state"), ("family", "fame"), ("statement", "state"),
  ])
  func keepsOthersApart(a: String, b: String) {
    #expect(key(a) != key(b))
  }

  @Test func readsExpressionsOfSeveralWordsAsOne() {
    let document = Document("Zwölf men lost their lives there.")
    let phrase = ContentWords.phrase(at: 2, in: document.tokens, limit: document.tokens.count)
    #expect(phrase?.key == key("killed") && phrase?.end == 5)
    #expect(ContentWords.phrase(at: 3, in: document.tokens, limit: document.tokens.count) == nil)
  }

  @Test func leavesOutStopWordsButNotTheUS() {
    #expect(key("the") == nil)
    #expect(key("us") == nil)
    #expect(key("US") != nil)
    #expect(key("“") == nil)
  }
}
