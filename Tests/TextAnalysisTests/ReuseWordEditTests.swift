import Testing

@testable import TextAnalysis

@Suite struct WordEditTests {
  /// `kind base→other`, in order.
  private func edits(_ base: String, _ other: String) -> [String] {
    let (a, b) = (Document(base), Document(other))
    let whole = { (document: Document) in TextSpan(0..<document.bytes.count) }
    return WordEdit.edits(from: (a, whole(a)), to: (b, whole(b))).map { "\($0.kind) \(a.string($0.base))→\(b.string($0.other))" }
  }

  @Test(arguments: [
    ("The café “will reopen”, he said.", "The cafe \"will reopen,\" he said."),
    ("We were there — all of us.", "We were there -- all of us."),
    ("", ""),
    ("One word", "One word"),
  ])
  func shapesOfMarksAndDiacriticsAreNoEdits(base: String, other: String) {
    #expect(edits(base, other).filter { !$0.hasPrefix("spelling") } == [])
  }

  @Test func namesInsertionDeletionAndSubstitution() {
    #expect(edits("Ärzte treated forty people", "Ärzte quickly treated forty people") == ["insertion →quickly"])
    #expect(edits("Ärzte quickly treated forty people", "Ärzte treated forty people") == ["deletion quickly→"])
    #expect(edits("relations soured after the vote", "relations deteriorated after the vote") == ["substitution soured→deteriorated"])
    #expect(
      edits("sanctions on Russia will stay", "sanctions on Russian Federation will stay") == ["substitution Russia→Russian Federation"])
  }

  @Test(arguments: [
    ("she emphasized the need", "she emphasised the need", "emphasized→emphasised"),
    ("said Sergey Petrov today", "said Sergei Petrov today", "Sergey→Sergei"),
    ("it asked Mohammed to leave", "it asked Muhammad to leave", "Mohammed→Muhammad"),
    ("You're not alone here", "You are not alone here", "You're→You are"),
    ("they don’t agree on it", "they do not agree on it", "don’t→do not"),
    ("a U.S. official spoke", "a US official spoke", "U.S.→US"),
    ("a United States official spoke", "a US official spoke", "United States→US"),
    ("we have 3 days left", "we have three days left", "3→three"),
    ("about 54% of them left", "about fifty-four percent of them left", "54%→fifty-four percent"),
    ("the new administration has begun", "the new admnistration has begun", "administration→admnistration"),
  ])
  func spellingIsNoSubstitution(base: String, other: String, expected: String) {
    #expect(edits(base, other) == ["spelling \(expected)"])
  }

  @Test(arguments: [
    ("the Russia team won today", "the Russian team won today"),
    ("the talks went on today", "the talk went on today"),
    ("the Iraq plan failed today", "the Iran plan failed today"),
  ])
  func inflectionsAndOtherNamesAreNoSpelling(base: String, other: String) {
    #expect(edits(base, other).count == 1)
    #expect(edits(base, other).allSatisfy { $0.hasPrefix("substitution") })
  }

  @Test func aCutAtTheFrontIsOneDeletion() {
    #expect(
      edits("We lost everything. We need water and food now", "We need water and food now") == ["deletion We lost everything→"])
    #expect(edits("It hurt. It took an hour to Zürich", "It took an hour to Zürich") == ["deletion It hurt→"])
    #expect(edits("It took an hour to Zürich", "It hurt. It took an hour to Zürich") == ["insertion →It hurt"])
  }

  @Test func marksAreEditsOfTheirOwn() {
    #expect(edits("Since March, the war went on", "Since March the war went on") == ["punctuation ,→"])
    #expect(edits("four “safe zones” were drawn", "four safe zones were drawn") == ["punctuation “→", "punctuation ”→"])
  }

  @Test func wordsThatMovedAreAnOrderEdit() {
    #expect(
      edits("they allow for humanitarian aid deliveries", "they allow for deliveries of humanitarian aid") == [
        "order deliveries→deliveries of"
      ])
  }

  @Test func whatFollowsTheQuotationDoesNotReplaceItsEnd() {
    #expect(
      edits("“We will stop the fighting (there).”", "\"We will stop the fighting\", the mayor said.") == [
        "deletion there→", "insertion →the mayor said",
      ])
  }

  @Test func aCutQuotationLacksItsEnds() {
    #expect(
      edits("We knew the bridge was failing and we did nothing", "the bridge was failing") == [
        "deletion We knew→", "deletion and we did nothing→",
      ])
  }

  @Test func editsAreSpansOfTheirTexts() {
    let base = MarkedText("Où est ⟦l'hôtel⟧ de ville, asked the mayor")
    let a = Document(base.text)
    let b = Document("Où est le château de ville, asked the mayor")
    let found = WordEdit.edits(from: (a, TextSpan(0..<a.bytes.count)), to: (b, TextSpan(0..<b.bytes.count)))
    #expect(found.map(\.base) == base.spans)
  }

  @Test func longTextsWithoutCommonWordsEnd() {
    let a = Document((0..<20_000).map { "a\($0)" }.joined(separator: " "))
    let b = Document((0..<20_000).map { "b\($0)" }.joined(separator: " "))
    let found = WordEdit.edits(from: (a, TextSpan(0..<a.bytes.count)), to: (b, TextSpan(0..<b.bytes.count)))
    #expect(found.map(\.kind) == [.substitution])
  }
}

@Suite struct AlignmentTests {
  @Test func alignsTheLongestCommonSubsequence() {
    let alignment = Alignment([1, 2, 3, 4, 5, 6], [1, 3, 4, 9, 6])
    #expect(alignment.matched == 4)
    #expect(alignment.runs == [.init(a: 0, b: 0, count: 1), .init(a: 2, b: 1, count: 2), .init(a: 5, b: 4, count: 1)])
  }

  @Test func nothingInCommonGivesNoRuns() {
    #expect(Alignment([1, 2], [3]).runs.isEmpty)
    #expect(Alignment([UInt64](), []).runs.isEmpty)
  }

  @Test func localAlignmentLeavesOutDistantMatches() throws {
    let a: [UInt64] = [1, 50, 51, 52, 53, 54, 55, 10, 11, 12, 13, 14]
    let b: [UInt64] = [1, 60, 61, 62, 63, 64, 65, 10, 11, 12, 99, 13, 14]
    let local = try #require(LocalAlignment(Alignment(a, b), isContent: { _ in true }))
    #expect(local.a == 7..<12)
    #expect(local.b == 7..<13)
    #expect(local.matched == 5)
  }
}

@Suite struct ShingleIndexTests {
  private func words(_ text: String) -> [WordSequence.Word] {
    let document = Document(text)
    return WordSequence(document, tokens: document.tokens.indices).words
  }

  @Test func findsSequencesOfOtherSourcesThatShareText() {
    var index = ShingleIndex()
    #expect(index.add(words("The minister opened the rebuilt harbour on Tuesday in heavy rain"), source: 0) == [])
    #expect(index.add(words("Nobody expected the goalkeeper to score from his own half of the pitch"), source: 1) == [])
    #expect(index.add(words("In heavy rain the minister opened the rebuilt harbour on Tuesday"), source: 2) == [0])
  }

  @Test func doesNotPairSequencesOfOneSource() {
    var index = ShingleIndex()
    _ = index.add(words("The minister opened the rebuilt harbour on Tuesday"), source: 0)
    #expect(index.add(words("The minister opened the rebuilt harbour on Tuesday"), source: 0) == [])
  }

  @Test func aPhraseOfEverySequenceLeadsToABoundedNumber() {
    var index = ShingleIndex()
    var most = 0
    for source in 0..<2_000 {
      most = max(most, index.add(words("Police opened the rebuilt harbour on Tuesday x\(source)"), source: source).count)
    }
    #expect(most <= ShingleIndex.postings * 8)
  }
}
