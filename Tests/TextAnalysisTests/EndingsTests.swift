import Testing
import TextAnalysis

@Suite struct EndingsTests {
  private func words(_ text: String, _ tokens: (Endings) -> [Int]) -> [String] {
    let document = Document(text)
    return tokens(Endings(in: document.tokens.indices, of: document)).map { document.string(document.tokens[$0].span) }
  }

  @Test(arguments: [
    "Mandatory evacuation orders for Münsterdorf were lifted.": ["Mandatory", "evacuation", "orders"],
    "Norland has since dropped the 25% tariff on steel.": ["tariff"],
    "Judges overturned Zoë Quill's five-year sentence.": ["sentence"],
    "The curfew ended at dawn.": ["curfew"],
    "Drivers called the planned strike off.": ["planned", "strike"],
    "The lifting of the ban came late.": ["ban"],
    "Shares dropped 5% after the ruling.": [],
    "The meeting ended at noon.": [],
    "Officials refused to lift the orders.": [],
    "The ban will come into force at the end of 2026.": [],
    "The end of the strike is near.": ["strike"],
    "She was given a three-year suspended sentence.": [],
    "He called for a strike.": [],
  ])
  func findsWhatIsEnded(text: String, expected: [String]) {
    #expect(words(text, \.ended) == expected)
  }

  @Test(arguments: [
    "Power was restored to 400,000 homes.": ["Power", "homes"],
    "The city reopened the Harbour Bridge.": ["city", "Harbour", "Bridge"],
    "The bridge will not reopen.": [],
  ])
  func findsWhatIsOpenAgain(text: String, expected: [String]) {
    #expect(words(text, \.reopened) == expected)
  }
}
