import Testing
import TextAnalysis

@Suite struct AttributionTests {
  private func sources(_ text: String) -> [String] {
    let document = Document(text)
    return Annotations(of: document).attributions.map { document.string($0.source) }
  }

  @Test(arguments: [
    "Prime Minister ⟦Zoë Karlsson⟧ said the bridge was safe.",
    "⟦A senior official⟧ told reporters that the café would close.",
    "According to ⟦the ministry⟧, nobody was hurt.",
    "⟦James Mattis⟧, the defence secretary, said the plan was new.",
    "The bridge will stay open, ⟦Zoë Karlsson⟧ said.",
  ])
  func findsTheSourceOfIndirectSpeech(marked: String) {
    let expected = MarkedText(marked)
    #expect(sources(expected.text) == expected.strings)
  }

  @Test(arguments: ["The report was long.", "He said it was over.", "The claims were false.", "It rained all day."])
  func findsNoneWhereNobodyIsNamed(text: String) {
    #expect(sources(text) == [])
  }

  @Test func leavesQuotationsToTheQuotationTagger() {
    #expect(sources("“He said nothing of the kind.”") == [])
  }
}
