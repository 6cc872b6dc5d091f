import Testing

@testable import TextAnalysis

@Suite struct EventUnitTests {
  private func units(_ text: String) -> [String] {
    let document = Document(text)
    return EventUnits.units(in: document).map { document.string($0.span) }
  }

  private func kinds(_ text: String) -> [UInt64] { EventUnits.units(in: Document(text)).map(\.kind) }

  @Test func cutsASentenceIntoItsEvents() {
    #expect(
      units("A strong earthquake struck off Perú on Sunday, killing four people and injuring dozens.") == [
        "A strong earthquake", "struck off Perú on Sunday", "killing four people", "injuring dozens",
      ])
  }

  @Test func sayingIsNoEvent() {
    #expect(units("José was arrested on Friday, police said.") == ["José was arrested on Friday"])
  }

  @Test func verbsAndNounsOfOneKindAgree() {
    let found = kinds("Renault bought Škoda. The takeover is a success. Renault will acquire Škoda.")
    #expect(found.count == 3)
    #expect(Set(found).count == 1)
  }

  @Test func aDealIsWhatItsArticleTellsOf() {
    #expect(kinds("Renault acquired Škoda. The deal is a success.").suffix(1) == [EventWords.purchase])
    #expect(kinds("Both states agreed. The deal is a success.").suffix(1) == [EventWords.agreement])
    #expect(kinds("Russia sold Alaska. A purchase, a pact, an accord: the deal holds.").suffix(1) == [EventWords.agreement])
  }

  @Test func partsOfNamesAndCompoundsAreNoEvents() {
    #expect(units("The Fire Department of Orléans is a court-ordered body.") == [])
    #expect(units("The storm surge at Orléans, the toll hits 38, bodies from the wreck.") == [])
    #expect(units("Zoë, the mission director at Orléans, is under contract.") == [])
  }

  @Test(arguments: [
    ("José Vega fired the coach.", "fire"), ("José Vega's firing at noon was a shock.", "fire"),
    ("The army fired 40 rockets at Torvik.", "attack"), ("Gunmen fired at a café.", "shoot"),
    ("José Vega dismissed the claims of fraud.", "reject"), ("José Vega dismissed the coach.", "fire"),
    ("The army launched a military operation.", "attack"), ("Renault launched a new car.", "unveil"),
    ("Ana Reyes took office in January.", "inaugurate"), ("Ana Reyes came to power in January.", "inaugurate"),
  ])
  func tellsTheSensesOfAVerbByItsObject(text: String, kind: String) {
    #expect(kinds(text).first == ContentWords.stem(of: kind[...]))
  }

  @Test func aSubjectMayHaveTwoNamesAndBrackets() {
    #expect(units("Ana Reyes and José Vega will meet in Oslo.") == ["Ana Reyes and José Vega will meet in Oslo"])
    #expect(units("Minister Ana Reyes (L) will meet José Vega.") == ["Minister Ana Reyes (L) will meet José Vega"])
  }

  @Test func phrasesOfReasonAreNoEvents() {
    #expect(units("It did so in retaliation for the raid.") == ["the raid"])
  }

  @Test(arguments: ["killed ", "a", "“said ", ", and ", "was "])
  func costIsLinear(piece: String) {
    func time(_ bytes: Int) -> Duration {
      let document = Document(String(repeating: piece, count: bytes / piece.utf8.count))
      // The best of a few: other programs only make it longer.
      return (0..<3).map { _ in ContinuousClock().measure { _ = EventUnits.units(in: document) } }.min() ?? .zero
    }
    let small = time(100_000)
    #expect(time(400_000) < small * 12 + .milliseconds(40))
  }
}
