import Testing
import TextAnalysis

@Suite struct QuoteGroupingTests {
  private func groups(_ quotes: [(String, Utterance.Speaker)]) -> [[Int]] {
    QuoteGrouping.groups(
      of: quotes.map { text, speaker in
        let document = Document(text)
        return Utterance(document, content: TextSpan(0..<document.bytes.count), speaker: speaker)
      })
  }

  private func groups(_ quotes: String...) -> [[Int]] { groups(quotes.map { ($0, .unknown) }) }

  @Test func cutsAndRewordingsOfOneUtteranceAreOneGroup() {
    #expect(
      groups(
        "The dam held all night, and we owe that to the volunteers who never left it",
        "we owe that to the volunteers",
        "The dam held through the night and we owe that to the volunteers who never left",
        "I have no plans to step down"
      ) == [[0, 1, 2], [3]])
  }

  @Test(arguments: [
    ("You're joking, you're joking", "You are joking. You are joking"),
    ("We organised the march in three days", "We organized the march in 3 days"),
    ("Sixty-two percent of the ballots were spoiled", "62% of the ballots were spoiled"),
    ("He stressed the need to act [with Norway] to end the overfishing", "He stressed the need to act to end the overfishing"),
    ("no one wanted to fix the roof", "nobody wanted to fix the roof"),
  ])
  func spellingNumbersAndInsertionsDoNotMatter(a: String, b: String) {
    #expect(groups(a, b) == [[0, 1]])
  }

  @Test(arguments: [
    ("I wish my rival well and concede the race", "I wish my rival had told the truth about it"),
    ("The worst is still to come", "The worst is over, but the river is still rising"),
    ("We have bread for two days", "We have no bread and no clean bandages"),
    ("it is what it is", "it was that it is"),
  ])
  func differentUtterancesStayApart(a: String, b: String) {
    #expect(groups(a, b) == [[0], [1]])
  }

  @Test func aFragmentAttachesToOneGroupAndNeverBridgesTwo() {
    let found = groups(
      "Enough is enough, and this council will not wait for another winter",
      "My neighbours lost their homes and I tell the bank that enough is enough",
      "enough is enough")
    #expect(found.count == 2)
    #expect(found.contains { $0.contains(2) && $0.count == 2 })
  }

  @Test func knownSpeakersThatDifferKeepApart() {
    #expect(groups([("we will not pay", .known(1)), ("we will not pay", .known(2))]) == [[0], [1]])
    #expect(groups([("we will not pay", .known(1)), ("we will not pay", .unknown)]) == [[0, 1]])
  }

  @Test func somebodyWithoutANameIsNobodyKnown() {
    #expect(groups([("a disaster for families", .known(1)), ("a disaster for families", .anonymous(7))]) == [[0], [1]])
    #expect(groups([("a disaster for families", .known(1)), ("a disaster for families", .described(7))]) == [[0, 1]])
  }

  @Test func wordsThatTellNothingAreOneUtteranceOfOneSpeaker() {
    #expect(groups([("This is not over", .known(1)), ("this is not over", .known(1))]) == [[0, 1]])
    #expect(groups([("This is not over", .known(1)), ("this is not over", .known(2))]) == [[0], [1]])
    #expect(groups([("This is not over", .unknown), ("this is not over", .unknown)]) == [[0], [1]])
  }

  @Test func longWordsAlikeAreOneUtteranceWhoeverIsNamed() {
    let long = "Tariffs on Norway will remain in place until Oslo withdraws the measures that caused them"
    let changed = "tariffs on Norway will remain in place until Oslo withdraws the steps that caused them"
    #expect(groups([(long, .known(1)), (changed, .known(2))]) == [[0, 1]])
  }

  @Test func aSingleWordJoinsOnlyTheSameSpeaker() {
    let full = "These claims are fabrications from start to finish"
    #expect(groups([(full, .known(1)), ("fabrications", .known(1))]) == [[0, 1]])
    #expect(groups([(full, .unknown), ("fabrications", .unknown)]) == [[0], [1]])
    #expect(groups([("fabrications", .known(1)), ("fabrications", .unknown)]) == [[0, 1]])
  }

  @Test func everyQuotationIsInOneGroupInOrder() {
    #expect(groups([]) == [])
    #expect(groups("", "…", "the") == [[0], [1], [2]])
  }

  @Test func manyQuotationsOfTheSameWordsEnd() {
    let found = groups((0..<3_000).map { ("the harbour was closed on Monday by order of mayor number \($0 % 7)", .unknown) })
    #expect(found.joined().count == 3_000)
  }
}
