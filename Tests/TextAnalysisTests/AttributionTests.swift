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

  @Test(arguments: [
    "Shares in Málaga’s brewer fell by a third.", "The clinic went up for sale.", "The trains will go in June.",
    "Nurses in Málaga were told to stay away.", "Pupils were warned about the ice.", "Two deaths were reported in Orléans.",
    "Zoë Pike admitted stealing a boat.", "Nurses in Málaga reported for duty.",
    "He denied police claims that he lied.", "There were reports that it fell.",
    "The ferry line added two ships as it grew.", "The parties must conclude an accord.", "The zoo did not reveal its plans.",
    "Peru asked Chile to hand him over.", "Stock prices added to their losses.", "The index recalled a bad year.",
    "The mayor refused to explain the delay.", "The house claimed a prize in Orléans.", "The measures announced by Ñuñoa failed.",
    "The figures suggest that Málaga grew.",
  ])
  func verbsThatReportNothingHaveNoSource(text: String) { #expect(sources(text) == []) }

  @Test(arguments: [
    "⟦The clinic in Málaga⟧ announced that it would close.",
    "⟦The ferry line⟧ added that two ships were late in Orléans.",
    "⟦The mayor of Málaga⟧ vowed to fight on.",
    "Sales fell in Málaga after ⟦its Danish owner⟧ announced a strike.",
    "⟦The 52-year-old⟧ told the court in Málaga that she was ill.",
    "⟦Twenty-two nurses⟧ said they would leave Málaga.",
    "⟦Rival campaigners⟧ say ⟦Zoë Pike⟧ told a meeting that she would go.",
    "Forty died in Málaga, ⟦state media⟧ reported.",
    "⟦Dunn⟧ says that ⟦officials⟧ have told him nothing about Málaga.",
    "⟦Critics⟧ claim that Málaga is full.",
    "Labour veteran ⟦Zoë Pike⟧ said the bill was mad.",
  ])
  func boundsTheSource(marked: String) {
    let expected = MarkedText(marked)
    #expect(sources(expected.text) == expected.strings)
  }

  @Test(arguments: [
    "The tower in Málaga burned down in an hour, said ⟦Zoë Pike⟧, a fire officer.",
    "Guards shot at the crowd in Orléans, said ⟦Human Rights Watch⟧.",
    "Floods have killed forty people in Ñuñoa, the ⟦World Meteorological Organization⟧ (WMO) said.",
    "Small museums in Málaga, said ⟦Zoë Pike⟧, are at risk.",
    "⟦Zoë Pike⟧, a fire officer in Málaga, said Anna Lund was safe.",
  ])
  func subjectMayFollowTheVerb(marked: String) {
    let expected = MarkedText(marked)
    #expect(sources(expected.text) == expected.strings)
  }

  @Test func pronounAtTheEndIsNoSource() { #expect(sources("The guests in Málaga were asleep, he added.") == []) }

  @Test func bothOfTwoAreSources() {
    #expect(sources("Zoë Pike and Anna Lund said the bridge was safe.") == ["Zoë Pike", "Anna Lund"])
  }

  @Test func embassyIsNotItsCountry() {
    let annotations = Annotations(of: Document("The U.S. Embassy in Málaga said that it was shut."))
    #expect(annotations.attributions.allSatisfy { $0.speaker.map { annotations.entities[$0].name } != "U.S." })
  }

  @Test func leavesQuotationsToTheQuotationTagger() {
    #expect(sources("“He said nothing of the kind.”") == [])
  }
}
