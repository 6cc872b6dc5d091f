import Testing

@testable import TextAnalysis

/// Quotations and other marked stretches of a text, as the annotations have them.
private func speech(_ text: String) -> (document: Document, quotations: [Quotation], nonSpeech: [NonSpeech]) {
  let document = Document(text)
  let names = NameTagger.tag(document)
  let found = QuotationTagger.tag(document, entities: names.entities, mentions: names.mentions)
  return (document, found.quotations, found.nonSpeech)
}

/// Of each quotation the name of its speaker, "?" if it has none.
private func speakers(_ text: String) -> [String] { speech(text).quotations.map { $0.speakerName ?? "?" } }

@Suite struct QuotationMarkTests {
  @Test(arguments: [
    "Élise Müller said: ⟦\"We are leaving.\"⟧",
    "⟦“We’re not leaving,”⟧ Tomás O’Hara said.",
    "⟦``We are ready,''⟧ Ólafur Lund said.",
    "⟦«We are ready»⟧, Ólafur Lund said.",
    "⟦„We are ready“⟧, said Jürgen Groß.",
    "⟦'We have nothing to hide,'⟧ said Zoë Pike. ⟦'The accounts are open.'⟧",
    "⟦‘It’s the workers’ money and they’ll get it back,’⟧ Zoë Pike said.",
    "Zoë Pike told reporters: ⟦\"He said 'go' and I went.\"⟧",
    "⟦“He said “go” and I went,”⟧ Zoë Pike said.",
    "Zoë Pike said ⟦“the plan is dead.“⟧",
    "Zoë Pike said,⟦\" We go\"⟧.",
    "The 27\" screen – 6'2\" high – fell, and Zoë Pike said: ⟦\"It broke.\"⟧",
    "⟦“We knew the risks,”⟧ said Léa Ortiz, ⟦“and we took them.”⟧",
  ])
  func pairsMarksOfEveryShape(marked: String) {
    let expected = MarkedText(marked)
    #expect(speech(expected.text).quotations.map(\.span) == expected.spans)
  }

  @Test func contentLeavesTheMarksOut() {
    let found = speech("“Yes, we can,” Zoë Pike said.")
    #expect(found.quotations.map { found.document.string($0.content) } == ["Yes, we can,"])
  }

  @Test func unclosedMarkEndsWithTheParagraph() {
    let found = speech("Zoë Pike called the talks “constructive.\n\nThe café closed.")
    #expect(found.quotations.map { found.document.string($0.span) } == ["“constructive."])
    #expect(found.quotations.map(\.isClosed) == [false])
  }

  @Test func unclosedMarkEndsBeforeTheNextQuotation() {
    let found = speech("\"We are ready, Zoë Pike said. \"It works,\" she added.")
    #expect(found.quotations.map { found.document.string($0.span) } == ["\"We are ready, Zoë Pike said.", "\"It works,\""])
    #expect(found.quotations.map(\.isClosed) == [false, true])
  }

  @Test func reopenedParagraphsAreOneUtterance() {
    let found = speech("Léa Ortiz read a statement: “We accept it.\n\n“We will publish it.\n\n“Nobody is exempt.”\n\nReporters left.")
    #expect(found.quotations.map(\.group) == [0, 0, 0])
    #expect(found.quotations.map(\.speakerName) == ["Léa Ortiz", "Léa Ortiz", "Léa Ortiz"])
    #expect(found.quotations.map(\.basis) == [.cue, .continuation, .continuation])
  }

  @Test func singleMarksMayBeReopened() {
    let found = speech("Léa Ortiz wept.\n\n‘I was there in 1995.\n\n‘It was like nothing else,’ she said.")
    #expect(found.quotations.map { found.document.string($0.span) } == ["‘I was there in 1995.", "‘It was like nothing else,’"])
    #expect(found.quotations.map(\.isClosed) == [true, true])
    #expect(found.quotations.map(\.group) == [0, 0])
    #expect(found.quotations.map(\.speakerName) == ["Léa Ortiz", "Léa Ortiz"])
    #expect(speech("Léa Ortiz saw the dogs' bowl and 'twas empty.\n\n'We go,' she said.").quotations.count == 1)
  }

  @Test func cueOfTheLastParagraphIsThatOfAll() {
    let found = speech("Léa Ortiz met Tom Blake.\n\n“We saw it.\n\n“We ran.\n\n“Nobody stayed,” said Zoë Pike.")
    #expect(found.quotations.map(\.speakerName) == ["Zoë Pike", "Zoë Pike", "Zoë Pike"])
    #expect(found.quotations.map(\.group) == [0, 0, 0])
    let two = speech("“We saw it,” said Léa Ortiz. “We ran.\n\n“Nobody stayed,” said Zoë Pike.")
    #expect(two.quotations.map(\.speakerName) == ["Léa Ortiz", "Léa Ortiz", "Zoë Pike"])
  }

  @Test func reopenedParagraphLacksNoMark() {
    #expect(speech("Léa Ortiz said: “We accept it.\n\n“We will publish it.”").quotations.map(\.isClosed) == [true, true])
    #expect(speech("Léa Ortiz said: “We accept it.\n\nReporters left.").quotations.map(\.isClosed) == [false])
  }

  @Test func paragraphWithoutItsOpeningMarkContinues() {
    let found = speech("Léa Ortiz said, \"It was long.\n\nWe were tired at the end.\" Reporters left.")
    #expect(found.quotations.map { found.document.string($0.span) } == ["\"It was long.", "We were tired at the end.\""])
    #expect(found.quotations.map(\.group) == [0, 0])
  }

  @Test func apostrophesAreNoMarks() {
    let found = speech("The workers' union won't forget the '90s, Zoë Pike's friends say, nor rock 'n' roll.")
    #expect(found.quotations.isEmpty)
    #expect(found.nonSpeech.isEmpty)
  }

  @Test func emptyTextHasNothing() {
    #expect(speech("").quotations.isEmpty)
    #expect(speech("\"\" “” ''").quotations.isEmpty)
  }
}

@Suite struct NonSpeechTests {
  @Test(arguments: [
    ("The so-called ⟦“smart”⟧ meters failed in Malmö, the council said.", NonSpeech.Kind.term),
    ("Residents of Malmö nicknamed the tower ⟦“the Needle”⟧.", .term),
    ("Renée wrote the novel ⟦“Winter Bridge”⟧ last year.", .title),
    ("José ⟦“Pepe”⟧ Mujica won the seat.", .nickname),
    ("The motto of Malmö’s club, whose slogan was ⟦“Don’t be evil,”⟧ changed.", .term),
    ("A group known as ⟦“the Circle”⟧ met in Zürich.", .term),
    ("Café owners sell ⟦“electric”⟧ lemonade.", .scare),
    ("Anna Müller did not say the bridge was ⟦“safe”⟧.", .scare),
    ("⟦‘De-escalation zones’⟧", .scare),
    ("Zürich sells phrases like ⟦“best bank”⟧ to tourists, Anna Müller said.", .term),
  ])
  func keepsApart(marked: String, kind: NonSpeech.Kind) {
    let expected = MarkedText(marked)
    let found = speech(expected.text)
    #expect(found.quotations.isEmpty)
    #expect(found.nonSpeech.map(\.span) == expected.spans)
    #expect(found.nonSpeech.map(\.kind) == [kind])
  }

  @Test func inheritedFragmentsAreMixed() {
    let found = speech("Anna Müller called the ruling “historic” and “long overdue.”")
    #expect(found.quotations.map(\.kind) == [.mixed, .mixed])
    #expect(found.quotations.map(\.speakerName) == ["Anna Müller", "Anna Müller"])
  }
}

@Suite struct SpeakerTests {
  @Test(arguments: [
    ("“We failed,” said Zoë Pike, the mayor of Málaga.", ["Zoë Pike"]),
    ("“We failed,” Zoë Pike, chief economist at Nordbank and a former minister, said in Málaga.", ["Zoë Pike"]),
    ("“We failed,” Zoë Pike, who joined the bank in 2019, said.", ["Zoë Pike"]),
    ("“We failed,” said a spokesman for the Málaga Fire and Rescue squad, Brian Mitchell.", ["Brian Mitchell"]),
    ("“We failed,” said a spokesman for the ministry in Málaga.", ["a spokesman for the ministry in Málaga"]),
    ("Says Zoë Pike, president of the club in Málaga: “We failed.”", ["Zoë Pike"]),
    ("In Málaga, the chairman, James Robinson, said in an interview that it “makes no sense.”", ["James Robinson"]),
    ("“We failed,” Zoë Pike told CNN’s Jake Tapper.", ["Zoë Pike"]),
    ("Asked by Pedro Lima whether she would resign, Zoë Pike replied: “No.”", ["Zoë Pike"]),
    ("The cuts in Málaga were described as “a disaster” by Joan Blake, the union’s leader.", ["Joan Blake"]),
    ("“We are done,” Zoë Pike was quoted as saying by the agency.", ["Zoë Pike"]),
    ("The river in Málaga “rose fast,” according to Helen Voss of the water agency.", ["Helen Voss"]),
    ("Zoë Pike said the river “will never rise,” according to the news agency.", ["Zoë Pike"]),
    ("In Zoë Pike’s words, the inspection was “a formality”.", ["Zoë Pike"]),
    ("Zoë Pike: “We grew by 3%.”", ["Zoë Pike"]),
    ("“The best result in ten years.” – Zoë Pike", ["Zoë Pike"]),
    ("The mayor of Málaga was blunt: “We failed.”", ["The mayor of Málaga"]),
    ("A banner in Málaga read “No more cuts” all day.", ["A banner in Málaga"]),
    ("“Police in Málaga will stay,” the White House said.", ["White House"]),
    ("For Zoë Pike, a shop owner in Málaga: “We lost it all and nobody came.”", ["Zoë Pike"]),
    ("The report on Málaga found that inspectors “ignored repeated warnings” about it.", ["The report on Málaga"]),
  ])
  func namesTheSource(text: String, names: [String]) { #expect(speakers(text) == names) }

  @Test func participleTakesTheSubjectOfTheSentence() {
    #expect(speakers("“Justice was done,” Zoë Pike said, calling the ruling “historic.”") == ["Zoë Pike", "Zoë Pike"])
    #expect(speakers("Zoë Pike took a hard line on Málaga, stating that “talks must end”.") == ["Zoë Pike"])
    #expect(speakers("Zoë Pike urged Málaga to “stay at home,” saying hospitals were “under strain”.") == ["Zoë Pike", "Zoë Pike"])
    #expect(speakers("The agency in Málaga quoted Zoë Pike as saying it was “a message”.") == ["Zoë Pike"])
    #expect(speakers("The White House released a statement on Málaga saying the talks “must end”.") == ["White House"])
  }

  @Test func fragmentOfAnIntroductionIsNotTheMainSubjects() {
    let names = speakers("In response to Zoë Pike’s complaint that it was “tricked”, adviser Susan Rice said: “No kidding!”")
    #expect(names == ["Zoë Pike", "Susan Rice"])
  }

  @Test func splitQuotationKeepsItsSpeakerAndGroup() {
    let found = speech("“We knew the risks,” said Léa Ortiz, who leads the inquiry, “and we took them.”")
    #expect(found.quotations.map(\.speakerName) == ["Léa Ortiz", "Léa Ortiz"])
    #expect(found.quotations.map(\.group) == [0, 0])
    #expect(found.quotations.map(\.basis) == [.cue, .continuation])
  }

  @Test func newCueOverrides() {
    #expect(speakers("“We won,” said Paul Weiss. “We did not lose,” said Carla Mendes of Málaga.") == ["Paul Weiss", "Carla Mendes"])
  }

  @Test func nextParagraphKeepsTheSpeaker() {
    let found = speech("“It was chaos,” said Léa Ortiz, a nurse.\n\n“People were running everywhere.”")
    #expect(found.quotations.map(\.speakerName) == ["Léa Ortiz", "Léa Ortiz"])
    #expect(found.quotations[1].basis == .previous)
  }

  @Test func orphanAfterAnotherParagraphStaysWithoutSpeaker() {
    let found = speech(
      "“It went well,” Léa Ortiz added.\n\nThe crowd outside the café in Málaga grew all day.\n\n“The dismissal sets a very troubling pattern.”"
    )
    #expect(found.quotations.map(\.speakerName) == ["Léa Ortiz", nil])
    #expect(found.quotations[1].basis == .none)
  }

  @Test func leadInOfTheParagraphBefore() {
    #expect(speakers("President José Mujica tweeted from his account:\n\n“Cool clock. Want to bring it?”") == ["José Mujica"])
  }

  @Test func pronounsAgreeInGender() {
    #expect(speakers("Helen Voss met Daniel Reed in Málaga. “He missed the train,” she said.") == ["Helen Voss"])
    #expect(speakers("Helen Voss met Daniel Reed in Málaga. He was late. “I missed the train,” he said.") == ["Daniel Reed"])
  }

  @Test func subjectRightBeforeTheQuotationSpeaks() {
    #expect(
      speakers("“No,” said Helen Voss.\n\nKelda Morne, a nurse in Málaga, asked that he go. “It is time,” she said.") == [
        "Helen Voss", "Kelda Morne",
      ])
    #expect(
      speakers("“No,” said Helen Voss.\n\nKelda Morne asked for more.\n\nIt rained in Málaga. “It is time,” she said.") == [
        "Helen Voss", "Helen Voss",
      ])
  }

  @Test(arguments: [
    ("Mayor Zoë Pike, a minister until May, smiled. A minister came in. “It is close,” the minister said.", "the minister"),
    ("Minister Zoë Pike smiled. Another minister in Málaga wept. “It is close,” the minister said.", "the minister"),
    ("A minister in Málaga wept. Minister Zoë Pike smiled. “It is close,” the minister said.", "Zoë Pike"),
    ("Zoë Pike, a government minister, smiled in Málaga. “It is close,” the minister said.", "Zoë Pike"),
  ])
  func definiteDescriptionMeansTheNearest(text: String, name: String) { #expect(speakers(text) == [name]) }

  @Test(arguments: [
    ("Mayor Daniel Reed sat in Málaga. Thanking Tom Blake, he said: “It is over.”", "Daniel Reed"),
    ("Mayor Daniel Reed sat in Málaga. Asked about Tom Blake, he said: “It is over.”", "Daniel Reed"),
    ("Mayor Daniel Reed sat in Málaga. When Tom Blake came in, he said: “It is over.”", "Tom Blake"),
  ])
  func whomTheIntroductionNamesIsAnother(text: String, name: String) { #expect(speakers(text) == [name]) }

  @Test(arguments: [
    ("Ana Ruiz got the job. Union leader Phil Ní Shé met her but said “warm words” will not open beds.", ["Phil Ní Shé"]),
    ("Wang Yi spoke. Professor She Li said “it is new”. She added that “more is needed”.", ["?", "?"]),
    ("Zürich airport said it would run “a greatly reduced schedule”.", ["Zürich airport"]),
    ("Bristol Zoo said “keepers in Zürich are sad”.", ["Bristol Zoo"]),
    ("A lawyer for Texan Emil Haas said “no” in Zürich.", ["A lawyer for Texan Emil Haas"]),
    ("Chester zoo said it was “heartbroken”.", ["Chester zoo"]),
    ("“He was held in Zürich,” DCP (Central) Shweta Chauhan said.", ["Shweta Chauhan"]),
    ("Senior Advocate of Nigeria, Chief Mike Ozekhome, said “the judgment is perverse”.", ["Mike Ozekhome"]),
    ("Secretary of State for Health Matt Hancock said “we will act”.", ["Matt Hancock"]),
    ("Viking Pacific said “we comply”. The Pacific is wide.", ["Viking Pacific"]),
    ("Fire Rescue Victoria said “seek shelter”.", ["Fire Rescue Victoria"]),
    ("14:20 The ambulance service in Zürich says “three were hurt”.", ["The ambulance service in Zürich"]),
    ("“Der Spiegel” reported the affair in Zürich.", []),
    ("Viking Chiefs said Motaung was “in talks”. Viking Motaung, their boss in Zürich, was silent.", ["Viking Chiefs"]),
    ("“We will vote no,” said Élan Before Profit's man in Zürich.", ["?"]),
    ("FTSE 100 housebuilder Persimmon said Zürich was “healthy”.", ["Persimmon"]),
    ("Albay Rep. Joey Salceda said the tax was “pro-poor”.", ["Joey Salceda"]),
    ("Public Protector Busisiwe Mkhwebane said “no” in Zürich.", ["Busisiwe Mkhwebane"]),
    ("Developer Hopkins Homes said it was “disappointed” by Zürich.", ["Hopkins Homes"]),
    ("Air Verdana said “we will fly” to Zürich.", ["Air Verdana"]),
    ("Reaction from the CBI: “Business needs certainty.”", ["CBI"]),
  ])
  func aSpeakerIsTheWholeSubject(text: String, names: [String]) { #expect(speakers(text) == names) }

  @Test(arguments: [
    ("Ana Ruiz, 34, runs a shop. Her husband, Tom, added: “We go on.”", ["Tom"]),
    ("Emil Macron came to Zürich. “We must act,” the president said.", ["Emil Macron"]),
    ("Emil Macron met the Swiss chancellor. “We agree,” the chancellor said.", ["the chancellor"]),
    ("Emil Macron met Ana Ruiz. “We agree,” the president said.", ["the president"]),
    ("Here is the union’s Zoë Pike, talking to the BBC:\n\n“Workers will not pay for this crisis.”", ["Zoë Pike"]),
    ("Zoë Pike tweeted: “I won, by a lot!” Twitter said the claim was “disputed”.", ["Zoë Pike", "Twitter"]),
    ("“I won, by a lot!” Zoë Pike said. “Why not?” Emil Haas said on Monday.", ["Zoë Pike", "Emil Haas"]),
    ("Rebel spokesman Emil Haas said: “We will strike.” Zoë Pike agreed.", ["Emil Haas"]),
    ("Two diplomats came to Zürich. “Nobody left,” one of the diplomats said.", ["one of the diplomats"]),
    ("“It’s beautiful,” Zoë Pike said of the tower. “I cried.” Her friend, Tom, agreed.", ["Zoë Pike", "Zoë Pike"]),
    ("Zoë Pike came.\n\n“Costs twice”\n\nShe said a reform put off was one that “costs twice”.", ["Zoë Pike"]),
    ("“Be calm,” said the US secretary of state, Zoë Pike.", ["Zoë Pike"]),
    ("Zoë Pike’s “oven-ready deal” was mocked. Emil Haas said the “oven-ready deal” was “half-baked”.", ["Emil Haas"]),
  ])
  func findsWhoSpeaks(text: String, names: [String]) { #expect(speakers(text) == names) }

  @Test func spokesmanRatherThanTheCompany() {
    #expect(speakers("A spokesman for Torvex said Málaga was safe. “We checked it,” he said.") == ["A spokesman for Torvex"])
    #expect(speakers("“It is bad in Málaga,” state television said.") == ["state television"])
    #expect(speakers("A nurse “of some renown” claimed that the boss of Málaga had gone.") != ["that the boss of Málaga"])
  }

  @Test func companyIsNotHe() {
    #expect(
      speakers("Daniel Reed met reporters in Málaga.\n\nShares in Kelda Morne fell. Kelda Morne said no.\n\n“We are not,” he said.") == [
        "Daniel Reed"
      ])
  }

  @Test(arguments: [
    "The strike in Málaga goes on, and no end of it is in sight.\n\nHere is what Zoë Pike, the union leader, told the radio:\n\n“We go on. It is right.”",
    "The strike in Málaga goes on, and no end of it is in sight.\n\nThe full statement from Zoë Pike:\n\n“We go on. It is right.”",
    "Here is the letter by Zoë Pike, who lives in Málaga: “We go on. It is right.”",
  ])
  func introductionOfAStatementNamesItsSpeaker(text: String) { #expect(speakers(text) == ["Zoë Pike"]) }

  @Test func statementToSomebodyIsNotTheirs() {
    #expect(speakers("The full statement of Málaga’s council to Zoë Pike: “We go on. It is right.”") != ["Zoë Pike"])
  }

  @Test func onlyPersonOfAGenderIsFoundFarBack() {
    let names = speakers("Helen Voss met Daniel Reed in Málaga.\n\n“We did well,” he said.\n\nShe said it was “useful.”")
    #expect(names == ["Daniel Reed", "Helen Voss"])
  }

  @Test func nobodySpeaksOfHimselfByName() {
    #expect(
      speakers("Daniel Reed arrived in Málaga.\n\nHelen Voss and Tom Blake met Daniel Reed. “Daniel Reed was late,” he said.").contains(
        "Daniel Reed")
        == false)
  }

  @Test func unresolvedPronounIsMarked() {
    let found = speech("“Ça va,” he said.")
    #expect(found.quotations.map(\.isUnresolved) == [true])
    #expect(found.quotations.map(\.speakerName) == [nil])
    #expect(found.quotations.map(\.sourceKind) == [.pronoun])
    #expect(found.quotations.map { $0.source.map(found.document.string) } == ["he"])
  }

  @Test func institutionsAreNotTheirSpokespeople() {
    let found = speech("The White House was silent on Málaga. “We have nothing to announce,” a White House spokeswoman said.")
    #expect(found.quotations.map(\.speaker) == [nil])
    #expect(found.quotations.map(\.speakerName) == ["a White House spokeswoman"])
    #expect(found.quotations.map(\.sourceKind) == [.nominal])
  }

  @Test func cueAndSourceAreSpansOfTheText() {
    let found = speech("“Où?” asked Zoë Pike.")
    #expect(found.quotations.map { $0.cue.map(found.document.string) } == ["asked"])
    #expect(found.quotations.map { $0.source.map(found.document.string) } == ["Zoë Pike"])
  }

  @Test func headlineNamesItsSpeaker() {
    #expect(speakers("‘We failed’, says Kowalski\n\nAnna Kowalski spoke in Málaga.").count == 1)
    #expect(speakers("Mayor: ‘We failed’ as bridge closes\n\nThe bridge in Málaga closed.") == ["Mayor"])
  }
}

@Suite struct HostileQuotationTests {
  /// Seconds for one text; generous, because what is tested is that no input is quadratic.
  private func seconds(_ text: String) -> Double {
    let clock = ContinuousClock()
    let document = Document(text)
    let duration = clock.measure { _ = QuotationTagger.tag(document, entities: [], mentions: []) }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  @Test(arguments: [
    "“", "”", "\"", "\" ", "\"a\" ", "'", " 'a", "'a ", "a' ", "“a ", "said \"a\" ", "\"a,\" he said. ", "a \"b\" and ", "“a” ", "5\" ",
    "“a\n\n",
    "\"A b.\n\n", "he said, ", "x, ", "A said \"b c\", and ",
  ])
  func longInputIsLinear(piece: String) {
    let short = seconds(String(repeating: piece, count: 4_000 / piece.utf8.count))
    let long = seconds(String(repeating: piece, count: 32_000 / piece.utf8.count))
    // Eight times the text: linear is 8, quadratic 64.
    #expect(long < max(short, 0.05) * 30)
  }

  @Test func megabyteOfMarksEnds() {
    #expect(seconds(String(repeating: "“", count: 350_000)) < 20)
  }
}
