import Testing
import TextAnalysis

@testable import DigestKit

@Suite struct CompareSharedTextTests {
  private func shared(_ texts: String...) -> (story: Story, shared: [SharedPassage]) {
    let story = comparedStory(texts)
    return (story, Comparison(of: story).shared)
  }

  @Test func theSameSentenceInTwoArticlesIsVerbatim() throws {
    let (story, shared) = shared(
      "Über the weekend it rained. The ferry “Aurora” left the harbour with forty people on board, he said.",
      "The ferry \"Aurora\" left the harbour with forty people on board, he said. Nothing else is known.")
    let passage = try #require(shared.first)
    #expect(shared.count == 1)
    #expect(passage.kind == .verbatim)
    #expect(
      passage.passages.map(story.string) == [
        "The ferry “Aurora” left the harbour with forty people on board, he said.",
        "The ferry \"Aurora\" left the harbour with forty people on board, he said.",
      ])
  }

  @Test func smallEditsAreListed() throws {
    let (story, shared) = shared(
      "Since March 2011, the conflict has forced millions of people from their homes and farms.",
      "Since March 2011 the conflict has driven millions of people from their homes and farms.")
    let passage = try #require(shared.first)
    #expect(passage.kind == .edited)
    #expect(passage.edits.map(\.kind) == [.punctuation, .substitution])
    #expect(passage.edits.map { story.string($0.other) } == ["", "driven"])
  }

  @Test func aClauseCopiedIntoAnotherSentenceIsSharedByItself() throws {
    let (story, shared) = shared(
      "Duties on imported steel will stay in force until both sides sign the annex.",
      "Asked on the stairs of the ministry about what comes next, the deputy minister would only repeat that duties on imported steel will stay in force until both sides sign."
    )
    #expect(shared.first?.passages.map(story.string).last == "duties on imported steel will stay in force until both sides sign")
  }

  @Test func paraphrasesAndNamesAreNotShared() {
    #expect(
      shared(
        "The strikes killed at least twelve people in the northern town.", "At least a dozen died when jets hit a town in the north."
      ).shared.isEmpty)
    #expect(
      shared(
        "French Foreign Minister Jean-Marc Dupont and German Chancellor Anna Lindt met in Oslo.",
        "A book about French Foreign Minister Jean-Marc Dupont and German Chancellor Anna Lindt is out."
      ).shared.isEmpty)
  }

  @Test func repetitionInsideOneArticleIsNotSharing() {
    let sentence = "The ferry left the harbour with forty people on board."
    #expect(shared(sentence + "\n\n" + sentence, "Nothing of the kind is told by this other article at all.").shared.isEmpty)
  }

  @Test func storiesWithoutArticlesOrWithOneCompare() {
    #expect(Comparison(of: comparedStory([])).texts.isEmpty)
    let one = Comparison(of: comparedStory(["The ferry left the harbour with forty people on board."]))
    #expect(one.texts == [[0]])
    #expect(one.shared.isEmpty)
    #expect(one.claims.isEmpty)
  }
}

@Suite struct CompareTextsTests {
  private let copy = [
    "The ferry left the harbour at dawn with forty people on board, the coast guard said.",
    "Two tugs reached it within the hour and brought most of the passengers back to the pier.",
    "Divers searched the channel until nightfall and found a lifeboat drifting near the lighthouse.",
    "The operator had replaced both engines in spring after complaints from the crew about smoke.",
    "Prosecutors opened an inquiry into the inspection that cleared the vessel for the season.",
  ]
  private let other = [
    "A bakery on the corner opened its doors to relatives who waited through the whole night.",
    "The mayor asked schools to stay closed while the road along the quay serves rescue teams.",
    "Insurance companies sent three experts whose report is expected before the end of summer.",
    "Nobody who works at the terminal could remember a morning with so little wind and swell.",
    "Fishermen lent their boats, their nets and their coats to anyone who asked them for help.",
  ]

  @Test func reprintsAndCutVersionsAreOneText() {
    let story = comparedStory([
      copy.joined(separator: "\n\n"), other.joined(separator: "\n\n"), (copy + other.prefix(1)).joined(separator: "\n\n"),
      copy.prefix(4).joined(separator: "\n\n"),
    ])
    #expect(Comparison(of: story).texts == [[0, 2, 3], [1]])
  }

  @Test func aThirdInCommonLeavesTwoTexts() {
    let story = comparedStory([
      copy.joined(separator: "\n\n"), (copy.prefix(2) + other).joined(separator: "\n\n"),
    ])
    let comparison = Comparison(of: story)
    #expect(comparison.texts == [[0], [1]])
    // The copied sentence is one witness, the others are two.
    let sentences = story.articles.enumerated().map { article, value in
      value.document.sentences.map { Passage(article: article, span: $0.span) }
    }
    #expect(comparison.witnesses(of: [sentences[0][0], sentences[1][0]]) == 1)
    #expect(comparison.witnesses(of: [sentences[0][4], sentences[1][4]]) == 2)
    #expect(comparison.witnesses(of: [Passage]()) == 0)
  }

  @Test func wordsThatTwoReportersHeardAreTwoWitnesses() throws {
    let story = comparedStory([
      "“We will rebuild the pier before the winter comes,” said Anna Berg on Monday.\n\nShe left at once.",
      "Speaking to us at the gate, Anna Berg said: “We will rebuild the pier before the winter comes.”",
    ])
    let comparison = Comparison(of: story)
    let passages = story.articles.indices.map { Passage(article: $0, span: story.articles[$0].annotations.quotations[0].span) }
    try #require(comparison.quotes.contains { $0.count == 2 })
    #expect(comparison.witnesses(of: passages) == 2)
  }
}

@Suite struct CompareClaimsTests {
  /// Sentence numbers (article.sentence) of each claim.
  private func claims(_ texts: [String], dates: [String?] = []) -> [[String]] {
    let story = comparedStory(texts, dates: dates)
    return Comparison(of: story).claims.map { claim in
      claim.map { passage in "\(passage.article).\(story.articles[passage.article].document.sentence(at: passage.span.start) ?? -1)" }
    }
  }

  private let filler = [
    "Rain is forecast along the western fjords through the weekend.", "The museum of glass reopened after eleven months of repairs.",
    "A chess tournament drew crowds of students to the old library.", "Bakers complained that flour has become scarce since January.",
  ]

  @Test func alignsSentencesThatSayTheSameInOtherWords() {
    let found = claims([
      "Mayor Erik Sand dismissed police chief Nora Holm on Tuesday. " + filler[0] + " " + filler[1],
      filler[2] + " A day after Erik Sand fired police chief Nora Holm, protesters gathered. " + filler[3],
    ])
    #expect(found == [["0.0", "1.1"]])
  }

  @Test func joinsBestMatchesThatShareLittle() {
    let found = claims([
      filler[0] + " The union of dockers will down tools from Monday. " + filler[1],
      "Dockers announced a walkout over pay. " + filler[2] + " " + filler[3],
    ])
    #expect(found == [])
    let more = claims([
      filler[0] + " Prosecutors detained the captain, Josip Maran. " + filler[1],
      "The skipper, Josip Maran, was taken into custody. " + filler[2] + " " + filler[3],
    ])
    #expect(more == [["0.1", "1.0"]])
  }

  @Test func whatTwoArticlesOfADayOpenWithIsLikelierOneClaim() {
    let one =
      "Norvik is recalling a vast number of cars around the world after airbags burst and injured a dozen drivers from Torvik to Kestova, in the most costly step that its engineers ever advised."
    let other =
      "The chief of Norvik came under pressure to resign from shareholders, a pension fund and a union because its vehicles have airbags that can rupture."
    func count(_ before: String, _ dates: [String]) -> Int {
      claims([one + " " + filler[0] + " " + filler[1], before + other + " " + filler[2] + " " + filler[3]], dates: dates).count
    }
    let day = "2024-09-18"
    #expect(count("", [day, day]) == 1)
    #expect(count("", [day, "2024-09-19"]) == 0)
    #expect(count("The quay was wet. ", [day, day]) == 0)
  }

  @Test func whoSomebodyIsIsNoClaim() {
    let texts = [
      filler[0] + " Kestova deputy chair Ana Dresh rejected that. Members of the Kestova union met.",
      "Ana Dresh, the deputy leader at Kestova, apologised to travellers. Members of the Kestova union sang. " + filler[1],
    ]
    #expect(!claims(texts).contains { $0.contains("0.1") && $0.contains("1.0") })
  }

  @Test func readsNumbersByTheirValue() {
    let found = claims([
      filler[0] + " The builder paid bribes of $12 million to thirteen officials. " + filler[1],
      filler[2] + " Bribes worth 12 million dollars went to 13 men. " + filler[3],
    ])
    #expect(found == [["0.1", "1.1"]])
  }

  @Test func takesADescriptionForThePersonDescribed() {
    let found = claims([
      filler[0] + " Transport minister Ana Dresh said she would not step down. " + filler[1],
      filler[2] + " Critics want the transport minister to resign. " + filler[3],
      filler[1],
    ])
    #expect(found.contains(["0.1", "1.1"]))
  }

  @Test func bestMatchesOfArticlesDaysApartAreNoClaim() {
    let texts = [
      filler[0] + " Prosecutors opened an inquiry into the sinking and detained the captain, Josip Maran. " + filler[1],
      "The skipper, Josip Maran, left the quay in handcuffs and was taken into custody before dawn. " + filler[2] + " " + filler[3],
    ]
    #expect(claims(texts, dates: ["2008-10-06", "2008-10-07"]).count == 1)
    #expect(claims(texts, dates: ["2008-10-06", "2008-10-16"]) == [])
  }

  /// Rare in the story, but not in the language.
  @Test func wordsThatTellNothingAloneAreNoClaim() {
    let found = claims([
      filler[0] + " Norway and Sweden have not managed to find a solution. " + filler[1],
      filler[2] + " If we manage to find a position with Norway, that is important. " + filler[3],
    ])
    #expect(found == [])
  }

  @Test func whatAnotherArticleHasTheLikeOfIsNotOnlyHere() {
    func onlyHere(_ second: String) -> [String] {
      let digest = Digest(
        composing: comparedStory([
          filler[0] + " " + filler[1] + " Mayor Erik Sand will meet Transport Minister Ana Dresh in Bergen.",
          filler[2] + " " + second + " " + filler[3],
        ]))
      return digest.articles[0].onlyHere.map(digest.story.string)
    }
    let sentence = "Mayor Erik Sand will meet Transport Minister Ana Dresh in Bergen."
    #expect(onlyHere("Erik Sand and Ana Dresh arrived in Bergen.").contains(sentence) == false)
    #expect(onlyHere("Dockers walked out over pay.").contains(sentence))
    #expect(onlyHere("Erik Sand and Ana Dresh arrived in Bergen.") == Array(filler[..<2]))
  }

  @Test func unrelatedSentencesAreNoClaim() {
    #expect(claims([filler[0] + " " + filler[1], filler[2] + " " + filler[3]]) == [])
  }

  @Test func sentencesAboutDifferentDaysStayApart() {
    let monday = "The Oslo stock index fell 120.5 points to close at 4,880 on Monday. " + filler[0] + " " + filler[1]
    let tuesday = "The Oslo stock index fell 131.2 points to close at 4,749 on Tuesday. " + filler[2] + " " + filler[3]
    #expect(claims([monday, tuesday], dates: ["2008-10-06", "2008-10-07"]) == [])
  }

  @Test func numbersOfOtherThingsKeepNoSentencesApart() {
    let texts = [
      filler[0] + " The bridge's operator employs 340 people in Genoa and Savona. " + filler[1],
      filler[2] + " The operator of the bridge employs 320 people, most of them in Savona and Genoa. " + filler[3],
    ]
    #expect(claims(texts, dates: ["2018-08-14", "2018-08-15"]) == [["0.1", "1.1"]])
  }

  @Test func twoWhoSpeakForThemselvesMakeNoClaim() {
    #expect(
      claims([
        filler[0] + " “My thoughts are with the victims of the Genoa storm,” Ana Dresh said. " + filler[1],
        filler[2] + " “Our thoughts are with the victims of the Genoa storm,” Erik Sand said. " + filler[3],
      ]) == [])
  }

  @Test func indirectWordsOfTwoPeopleMakeNoClaim() {
    func found(_ speaker: String) -> [[String]] {
      claims([
        filler[0] + " Ana Dresh said that the storm in Genoa would hurt exports of grain. " + filler[1],
        filler[2] + " \(speaker) said that the storm in Genoa would hurt exports of grain badly. " + filler[3],
      ])
    }
    #expect(found("Erik Sand") == [])
    #expect(found("Ana Dresh") == [["0.1", "1.1"]])
  }

  @Test(arguments: [
    (
      "Residents of Münsterdorf were ordered to evacuate as the Pine fire spread.",
      "Evacuation orders for Münsterdorf residents were lifted as the Pine fire slowed."
    ),
    ("Norland imposed a 25% tariff on steel from Torvik.", "Norland dropped the 25% tariff on steel from Torvik."),
    (
      "The court handed Zoë Quill a five-year sentence for fraud at Kessler Bank.",
      "Judges overturned Zoë Quill's five-year sentence for fraud at Kessler Bank."
    ),
    ("Power was cut to 400,000 homes in Torvik by the storm.", "Power was restored to 400,000 homes in Torvik after the storm."),
  ])
  func anOrderAndItsLiftingAreTwoClaims(order: String, lifting: String) {
    #expect(claims([filler[0] + " " + order + " " + filler[1], filler[2] + " " + lifting + " " + filler[3]]) == [])
  }

  @Test(arguments: [
    (
      "Airline Norjet cancelled 200 flights from Oslo because of the strike.",
      "Some 200 Norjet flights from Oslo were cancelled because of the strike."
    ),
    ("Shares in Kessler dropped 5% in Torvik after the ruling.", "Kessler shares fell 5% in Torvik on the court's ruling."),
    ("Officials refused to lift evacuation orders for Münsterdorf.", "Evacuation orders for Münsterdorf remain in force, officials said."),
  ])
  func twoReportsOfOneEndingAreOneClaim(one: String, other: String) {
    #expect(claims([filler[0] + " " + one + " " + filler[1], filler[2] + " " + other + " " + filler[3]]) == [["0.1", "1.1"]])
  }

  @Test func aSeparateDisputeIsAnotherClaim() {
    let one = "Two smaller airports are to be struck by security staff in a separate dispute."
    let other = "Staff at 13 airports, among them security workers, are on strike for a day."
    let texts = [filler[0] + " " + one + " " + filler[1], filler[2] + " " + other + " " + filler[3]]
    #expect(claims(texts) == [])
    #expect(claims(texts.map { $0.replacing(" in a separate dispute", with: "") }) == [["0.1", "1.1"]])
  }

  @Test func lastTimesVoteIsAnotherClaim() {
    func found(_ when: String) -> [[String]] {
      claims(
        [
          filler[0] + " Three members of the committee voted for a reduction of rates in \(when). " + filler[1],
          filler[2] + " Seven members of the committee voted for a reduction of rates on Thursday. " + filler[3],
        ], dates: ["2025-02-06", "2025-02-06"])
    }
    #expect(found("December") == [])
    #expect(found("the morning") == [["0.1", "1.1"]])
  }

  @Test func headlinesAloneMakeNoClaim() {
    let digest = Digest(
      composing: story([
        "# Ferry sinks off Kestova harbour\n\n" + filler[0] + " " + filler[1],
        "# Ferry sinks near Kestova harbour\n\n" + filler[2] + " " + filler[3],
      ]))
    #expect(digest.claims.isEmpty)
  }

  @Test func whatAnArticleHasTheLikeOfItDoesNotLack() {
    let sentence = "Mayor Erik Sand will meet Transport Minister Ana Dresh in Bergen."
    func lacks(_ third: String) -> Bool {
      let digest = Digest(
        composing: comparedStory([
          filler[0] + " " + sentence, filler[1] + " Mayor Erik Sand is to meet Ana Dresh, the transport minister, in Bergen.",
          filler[2] + " " + third,
        ]))
      return !digest.articles[2].notFoundHere.isEmpty
    }
    #expect(lacks(filler[3]))
    #expect(!lacks("Erik Sand and Ana Dresh arrived in Bergen."))
  }

  @Test func copiesOfOneSentenceAreOneClaim() {
    let sentence = "The ferry left the harbour with forty people on board."
    #expect(claims([sentence + " " + filler[0], filler[1] + " " + sentence, sentence]) == [["0.0", "1.1", "2.0"]])
  }

  @Test func theResultIsTheSameEveryTime() {
    let story = comparedStory([filler.joined(separator: " "), filler.reversed().joined(separator: " "), filler[1] + " " + filler[0]])
    let first = Comparison(of: story)
    for _ in 0..<3 {
      let again = Comparison(of: story)
      #expect(again.shared == first.shared)
      #expect(again.claims == first.claims)
      #expect(again.quotes == first.quotes)
      #expect(again.entities == first.entities)
    }
  }
}

@Suite struct CompareEntitiesTests {
  private func names(_ change: Correction.Change?) -> [[String]] {
    var story = comparedStory([
      "Sergey Petrov spoke first in Oslo. Anna Berg, the mayor, answered.",
      "Sergei Petrov spoke first in Oslo. Clara Holm, the mayor, answered.",
    ])
    story.corrections = change.map { [Correction(change: $0)] } ?? []
    return Comparison(of: story).entities.filter { $0.kind == .person }.map { entity in
      entity.members.map { story.articles[$0.article].annotations.entities[$0.entity].name }
    }
  }

  @Test func entitiesOfArticlesAreJoinedByName() {
    #expect(names(nil) == [["Sergey Petrov", "Sergei Petrov"], ["Anna Berg"], ["Clara Holm"]])
  }

  @Test func theEditorsAliasesAndDistinctionsDecide() {
    #expect(names(.alias(["Anna Berg", "Clara Holm"])) == [["Sergey Petrov", "Sergei Petrov"], ["Anna Berg", "Clara Holm"]])
    #expect(names(.distinct(["Sergey Petrov", "Sergei Petrov"])) == [["Sergey Petrov"], ["Sergei Petrov"], ["Anna Berg"], ["Clara Holm"]])
  }
}
