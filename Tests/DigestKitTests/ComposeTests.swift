import Extraction
import Testing
import TextAnalysis

@testable import DigestKit

/// A story of plain texts, all published on one day unless told otherwise.
func story(_ texts: [String], date: String = "2017-05-10", published: [String]? = nil, corrections: [Correction] = []) -> Story {
  let articles = texts.enumerated().map { index, text in
    var article = Importer.plainText(text, file: "a\(index).txt")
    article.id = "a\(index)"
    article.metadata.published = CalendarDate(iso: published?[index] ?? date)
    return StoryArticle(article)
  }
  return Story(id: "story", title: "Story", date: CalendarDate(iso: date), articles: articles, corrections: corrections)
}

/// Events as the digest joins them: each the words that name it.
@Suite struct EventTests {
  private func events(_ texts: [String], published: [String]? = nil) -> [[String]] {
    let digest = Digest(composing: story(texts, published: published))
    return digest.events.map { $0.mentions.map { digest.story.string($0.passage) } }
  }

  @Test func joinsVerbsAndNounsOfOneEvent() {
    #expect(
      events([
        "Zoë Quill was arrested in Lyon on Monday.", "The arrest of Zoë Quill came as a surprise.",
      ]) == [["Zoë Quill was arrested in Lyon on Monday", "The arrest of Zoë Quill"]])
  }

  @Test func keepsTheEventsOfOneSentenceApart() {
    #expect(
      events([
        "An earthquake in Perú killed four people on Monday.", "Four people were killed by the earthquake in Perú.",
      ]) == [["An earthquake in Perú", "the earthquake in Perú"], ["killed four people on Monday", "Four people were killed"]])
  }

  @Test func daysThatExcludeEachOtherAreTwoEvents() {
    #expect(events(["Zoë Quill was arrested in Lyon on Monday.", "Zoë Quill was arrested in Lyon on May 2."]) == [])
  }

  @Test func whatWasLongBeforeIsAnotherEvent() {
    #expect(
      events([
        "A ferry capsized off Masbate on May 7, 2017, killing 23 people.",
        "Another ferry capsized off Masbate in June 2008, killing 800 people.",
      ]) == [])
  }

  @Test func whatSomebodyWishesForHasNotHappened() {
    #expect(
      events(["Zoë Quill resigned on Monday in Lyon.", "Critics called on Zoë Quill to resign over the Lyon affair."]) == [])
  }

  @Test func twoIncidentsOfOneSortStayApart() {
    let found = events([
      "A quake in Papua killed four people in Manokwari on Monday. The Papua quake cut power lines in Manokwari.",
      "Four people were killed in Manokwari when a quake hit Papua. Power lines in Manokwari fell.",
      "A quake in Aceh killed thirty children in Meriah on Monday. The Aceh quake razed a mosque in Meriah.",
      "Thirty children were killed in Meriah when a quake hit Aceh. A mosque in Meriah fell.",
    ])
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { words in !(words.contains { $0.contains("Papua") } && words.contains { $0.contains("Aceh") }) })
  }

  @Test func takesTheDateThatOneArticleGives() {
    let digest = Digest(
      composing: story(["Zoë Quill was arrested in Lyon on Monday.", "The arrest of Zoë Quill came as a surprise to Lyon."]))
    #expect(digest.events.map(\.date) == ["2017-05-08"])
    #expect(digest.events.first?.mentions.map(\.rule) == ["weekday-date", "same-event"])
  }

  @Test func aMeetingIsKnownByWhoMet() {
    let found = events([
      "Ana Reyes met José Vega at the Blue House on Wednesday. Earlier José Vega held talks with Eva Lindt in Torvik.",
      "Envoy José Vega had a meeting with Ana Reyes on Wednesday. The talks of José Vega with Eva Lindt were short.",
      "Ana Reyes hosted José Vega at the Blue House on Wednesday.",
    ])
    #expect(found.contains { $0.count == 3 && $0.allSatisfy { $0.contains("Reyes") } })
    #expect(found.allSatisfy { words in !(words.contains { $0.contains("Reyes") } && words.contains { $0.contains("Lindt") }) })
  }

  @Test func aVisitADayAfterHasTheDayOfPublication() {
    let digest = Digest(
      composing: story([
        "José Vega's visit comes a day after Ana Reyes dismissed the coach of Zürich.",
        "José Vega’s visit comes at a bad time for the city.",
      ]))
    let visit = digest.events.first { $0.mentions.contains { digest.story.string($0.passage).contains("visit") } }
    #expect(visit?.date == "2017-05-10")
    #expect(visit?.mentions.count == 2)
  }

  @Test func anAttackAndItsAnswerAreTwoEvents() {
    let digest = Digest(
      composing: story([
        "In early April the army of Norland launched direct military action against Torvik in retaliation for a gas attack.",
        "Rebels spoke of an airstrike of Norland on a depot in Torvik in April.",
        "Norland fired 40 rockets at Torvik in response to a gas attack.",
      ]))
    let found = digest.events.map { $0.mentions.map { digest.story.string($0.passage) } }
    #expect(found.contains { $0.count == 3 })
    // What the answer is to has no date of its own.
    #expect(!found.joined().contains { $0.hasSuffix("gas attack") && !$0.contains("rockets") && !$0.contains("action") })
  }

  @Test func takesTheFinerDateOfItsClause() {
    let digest = Digest(
      composing: story([
        "Norland and Sorland struck an agreement last week on safe zones for Torvik.",
        "The agreement on safe zones for Torvik was signed on Thursday by Norland and Sorland.",
      ]))
    #expect(digest.events.allSatisfy { $0.date == "2017-05-04" })
    #expect(!digest.events.isEmpty)
  }

  @Test func anOrderAndItsLiftingAreTwoEvents() {
    let order = "Residents of Münsterdorf were ordered to evacuate on Monday as the Pine fire spread."
    #expect(events([order, "Residents of Münsterdorf left on Monday after evacuation orders over the Pine fire."]) != [])
    #expect(events([order, "Evacuation orders for Münsterdorf were lifted on Monday as the Pine fire slowed."]) == [])
  }

  @Test func whatWasWhenSomethingElseWasHasItsDay() {
    let found = events([
      "The bank held rates in April, when three members voted for a cut. Two members of the bank voted for a bigger cut on Wednesday.",
      "Seven members of the bank voted for a cut on Wednesday.",
    ])
    #expect(!found.isEmpty)
    #expect(!found.joined().contains { $0.contains("three members") })
  }

  @Test func whatCameBeforeHasNotTheDayOfWhatFollowed() {
    let digest = Digest(
      composing: story([
        "The regulator began looking into the Škoda cars in February, after two drivers in Ohio were hurt.",
        "Škoda said that eleven drivers in Ohio had been hurt.",
      ]))
    #expect(!digest.events.contains { $0.date == "2017-02" })
  }

  @Test(arguments: [
    (
      "The first mission of Selene to the Moon ended in February 2016.",
      "Selene is on the Moon. Its mission cost the Moon firm Selene $110 million."
    ),
    (
      "The launch of the next Moon lander is due in December in Zürich.",
      "The lander reached the Moon days after it was launched from Zürich on a rocket."
    ),
  ])
  func whatWasLongBeforeOrIsFarAheadIsAnotherEvent(one: String, other: String) {
    let digest = Digest(composing: story([one, other]))
    #expect(!digest.events.contains { ["2016-03", "2016-02", "2017-12"].contains($0.date) })
  }

  @Test func whatNobodyDatesIsNotListed() {
    let texts = ["Zoë Quill was arrested in Lyon.", "The arrest of Zoë Quill surprised Lyon."]
    let articles = texts.enumerated().map { index, text in
      var article = Importer.plainText(text, file: "a\(index).txt")
      article.id = "a\(index)"
      article.metadata.published = nil
      return StoryArticle(article)
    }
    let digest = Digest(composing: Story(id: "story", title: "Story", date: nil, articles: articles, corrections: []))
    #expect(digest.events.isEmpty)
  }
}

@Suite struct TimelineTests {
  private func timeline(_ texts: [String]) -> [String] {
    let digest = Digest(composing: story(texts))
    return digest.timeline.map { "\($0.date) \($0.layer.rawValue) \($0.mentions.count)" }
  }

  @Test func joinsOneEventOfOneDay() {
    #expect(
      timeline([
        "The cabinet approved the Zürich bridge plan on Monday after a long debate.",
        "Ministers met. On Monday the cabinet approved the plan for the Zürich bridge.",
      ]) == ["2017-05-08 run-up 2"])
  }

  @Test func keepsTwoEventsOfOneDayApart() {
    #expect(
      timeline([
        "The cabinet approved the bridge plan on Monday after a long debate.",
        "Police in Lyon arrested three smugglers on Monday.",
      ]).count == 2)
  }

  @Test func datesWhatAnArticleOpensWithByItsPublication() {
    #expect(timeline(["Zürich’s council has bought the old harbour. The mayor smiled at the crowd."]).first == "2017-05-10 day 1")
  }

  @Test func theSecondSentenceHasTheDayOfTheFirst() {
    #expect(
      timeline(["Nine guests died when a café burned down in Zürich on Monday. The roof fell on the crowd and buried a dozen guests."])
        == ["2017-05-08 run-up 1", "2017-05-08 run-up 1"])
    #expect(
      timeline(["Nine guests died when a café burned down in Zürich. The roof fell on the crowd and buried a dozen guests."])
        == ["2017-05-10 day 1", "2017-05-10 day 1"])
  }

  @Test func aYearOfComparisonLeavesTheLedeItsDay() {
    #expect(
      timeline(["Vega scored late to give the Torvik team their first cup since 1974 and break the hearts of the guests."]).last
        == "2017-05-10 day 1")
  }

  @Test func theSecondSentenceHasTheLastDayOfTheFirst() {
    #expect(
      timeline([
        "Ana Reyes was sworn in as minister on Wednesday, replacing José Vega, who resigned a day earlier. Lawmakers approved the change."
      ]).last == "2017-05-10 day 1")
  }

  @Test(arguments: [
    ("Brokers in Zürich had expected a smaller dividend of the café.", 0),
    ("Asked if brokers had expected a smaller dividend, Ana Reyes of the café said no.", 1),
  ])
  func whatHadBeenIsNoNews(sentence: String, count: Int) {
    #expect(timeline([sentence]).count == count)
  }

  @Test func anAgencysDatelineIsNoEvent() {
    #expect(timeline(["ZÜRICH, May 9 (Reuters) - The council has opened the old harbour of the town."]) == ["2017-05-10 day 1"])
  }

  @Test func anUndatedClaimTakesNoDayFromAnotherParagraphNorBehindALongerOne() {
    let claim = "The council of Zürich handed the old harbour mill to the brewer José Vega for nine million francs."
    func dates(_ before: String) -> [String] {
      let other = "The town is a quiet place. It is so. It is. \n\n\(claim)"
      return Digest(composing: story([before + claim, other])).timeline.filter { entry in
        entry.mentions.contains { $0.passage.article == 0 && $0.expression == nil }
      }.map(\.date)
    }
    let opening = "The town is a quiet place. It is so and will be so. "
    #expect(dates(opening + "The mayor of Oslo arrived by train on Monday. ") == ["2017-05-08"])
    #expect(dates(opening + "The mayor of Oslo arrived by train on Monday.\n\n") == ["2017-05-10"])
    #expect(dates(opening + "The takings of Zürich’s cafés fell in the first quarter. ") == [])
  }

  @Test func anAsideAboutThePastLeavesTheOpeningItsDay() {
    #expect(
      timeline([
        "Envoy José Vega, the first official to visit Torvik since Ana Reyes took office on January 20, earned a rare invitation to the palace."
      ]) == ["2017-01-20 background 1", "2017-05-10 day 1"])
  }

  @Test func datesHeadlines() {
    #expect(timeline(["# Reyes and Vega to meet in Zürich in July\n\nThe café is a quiet place."]) == ["2017-07 scheduled 1"])
  }

  @Test func whatTwoArticlesReportHappenedByTheEarlier() {
    let filler = (1...6).map { "The harbour of Torvik has \($0) old piers and a café." }.joined(separator: " ")
    let digest = Digest(
      composing: story(
        [
          filler + "\n\nSecretary Daniel Okafor called the loss of the Kestrel rocket a setback for Torvik.",
          filler + "\n\nThe loss of the Kestrel rocket was a setback for Torvik, said secretary Daniel Okafor.",
        ], published: ["2017-05-09", "2017-05-10"]))
    #expect(digest.timeline.map { "\($0.date) \($0.mentions.count)" } == ["2017-05-09 2"])
  }

  @Test func aStateThatAnArticleOpensWithHasNoDate() {
    #expect(timeline(["The old harbour of Zürich was a quiet and pleasant place. It is so."]) == [])
  }

  @Test func aYearDoesNotTakeTheDayOfAnotherEvent() {
    #expect(
      timeline([
        "A jet of the airline crashed near Zürich on May 2.",
        "Two jets of other airlines crashed this year, the ministry in Oslo found.",
      ]).count == 2)
  }

  @Test func joinsOneEventInWordsThatHaveNothingInCommon() {
    #expect(
      timeline([
        "Critics say that Ana Reyes came to power in January.", "The party of Ana Reyes, who took office on January 20, lost two seats.",
      ]) == ["2017-01-20 background 2"])
  }

  @Test func aDateThatBelongsToANounIsNotTheDayOfWhatGoesOn() {
    let digest = Digest(
      composing: story([
        "Officials in Münsterdorf ordered a recount on Tuesday after the doctor beat the mayor in Sunday's election.\n\n"
          + "The commission voted to count all ballots by hand."
      ]))
    let vote = digest.timeline.first { digest.story.string($0.mentions[0].passage).contains("by hand") }
    #expect(vote?.date == "2017-05-09")
  }

  @Test func anOrderAndItsLiftingAreTwoEntries() {
    let strike = "Freight drivers in Münsterdorf are to walk out on Friday in a dispute over pay."
    let ending = "A strike of freight drivers in Münsterdorf planned for Friday in a dispute over pay was called off."
    #expect(Digest(composing: story([strike, ending])).timeline.map(\.mentions.count) == [1, 1])

    let digest = Digest(
      composing: story([
        "Residents of Münsterdorf were ordered to evacuate on Monday as the Pine fire spread.",
        "Evacuation orders for Münsterdorf residents were lifted on Monday as the Pine fire slowed.",
      ]))
    #expect(digest.timeline.map(\.mentions.count) == [1, 1])
  }

  @Test func showsAClauseThatBeginsWithItsVerbWithItsSubject() {
    let digest = Digest(composing: story(["Málaga airport, closed since Monday, will reopen on Friday."]))
    #expect(
      digest.timeline.map { digest.story.string($0.mentions[0].passage) }
        == ["Málaga airport, closed since Monday", "Málaga airport, closed since Monday, will reopen on Friday."])
  }

  @Test func joinsTheNextMeetingWithTheNextDecision() {
    let digest = Digest(
      composing: story([
        "Growth was weak. The next decision is due on 20 June.", "Prices rose. The Rate Committee will next meet on 20 June.",
        "Shops closed. The bank will announce its next decision on 20 June.",
      ]))
    #expect(digest.timeline.filter { $0.date == "2017-06-20" }.map(\.mentions.count) == [3])
    // Nobody has it alone.
    let own = digest.articles.flatMap { $0.onlyHere.map { digest.story.string($0) } }
    #expect(!own.contains { $0.contains("20 June") })
  }

  @Test func joinsAVisitWithTheTravelTo() {
    let digest = Digest(
      composing: story([
        "Ana Reyes will visit Zürich on Friday for talks on the pipeline. Bakers went on strike on Monday. The ferry sank on Tuesday.",
        "President Ana Reyes is due to travel to Zürich on Friday. The mine closed last week. The library opens in June.",
      ]))
    #expect(digest.timeline.filter { $0.date == "2017-05-12" }.map(\.mentions.count) == [2])
  }

  @Test func joinsAYearToTheMonthOfTheSameVisit() {
    #expect(
      timeline([
        "Envoy José Vega, who last set foot in Oslo in August 2013, dismissed all claims.",
        "It is the first visit of José Vega to Oslo since 2013.",
      ]) == ["2013-08 background 2"])
  }

  @Test func joinsAnElectionOfLastYearToTheOneInNovember() {
    #expect(
      timeline([
        "An inquiry will tell whether Ana Reyes plotted with Norway to sway last year's election.",
        "An inquiry will tell whether Ana Reyes plotted with Norway to sway the November election.",
      ]) == ["2016-11 background 2"])
  }

  @Test func joinsAVoteOfConfidenceWithAMotionOfNone() {
    #expect(
      timeline([
        "The café owner was elected in Lyon on Tuesday. Prime Minister Zoë Quill faces a vote of confidence on Thursday.",
        "The café owner was elected in Lyon on Tuesday. A motion of no confidence tabled by the Greens will be debated on Thursday.",
      ]).contains("2017-05-11 scheduled 2"))
  }

  @Test func joinsWhatOnePersonSaysOfOneDay() {
    let (one, other) = (
      "“We were bottom of the league at Christmas,” said Rovers coach Zoë Quill.",
      "Zoë Quill, the coach, said: “This is for those who stood in the rain at Christmas when we were bottom.”"
    )
    #expect(timeline([one, other]) == ["2016-12-25 background 2"])
    #expect(timeline([one, other.replacing("Zoë Quill", with: "José Vega")]) == ["2016-12-25 background 1", "2016-12-25 background 1"])
  }

  @Test func joinsWhatIsToBeDoneByTheEndOfOneYear() {
    let shops = (1...11).map { "A shop in Málaga opened on April \($0). " }.joined()
    let ferries = (1...11).map { "The ferry sailed to Torvik on March \($0). " }.joined()
    #expect(
      timeline([
        shops + "Repairs should be finished by the end of 2018, the company said.",
        ferries + "Repairs are expected to be complete by the end of next year.",
      ]).contains("2018 scheduled 2"))
  }

  @Test func oneMomentIsOneEvent() {
    let found = timeline([
      "Škoda has won again. The six-legged lander reached the surface at 11:32 a.m. on Tuesday.",
      "The lander Selene came down on the plateau of Zürich on Tuesday at 11:32 a.m. local time.",
    ])
    #expect(found.contains("2017-05-09 run-up 2"))
  }

  @Test func aPictureOfTheDayJoinsOnlyWhatTellsJustThat() {
    let texts = { (picture: String) in
      ["Envoy José Vega met the security council of Torvik on Wednesday, an aide said.\n\n\(picture) May 10, 2017. / AFP PHOTO"]
    }
    #expect(timeline(texts("Envoy José Vega (C) attends a meeting with members of the security council of Torvik on")).count == 1)
    #expect(timeline(texts("Envoy José Vega (C) arrives at the airport of Torvik on")).count == 2)
  }

  @Test func ordersByDateAndTellsLayers() {
    #expect(
      timeline([
        "The treaty was signed in 1867. The king visited the harbour town on Wednesday. The council will meet again in the harbour town on Friday."
      ]) == ["1867 background 1", "2017-05-10 day 1", "2017-05-12 scheduled 1"])
  }

  @Test func ordersADayByStatedTimesAndNarrativeCues() {
    let digest = Digest(
      composing: story([
        "The envoys dined at the palace on Wednesday evening. Trump hosted the minister in the Oval Office on Wednesday. "
          + "Earlier on Wednesday the king opened the harbour bridge."
      ]))
    let words = digest.timeline.map { String(digest.story.string($0.mentions[0].passage).prefix(7)) }
    #expect(words == ["Earlier", "Trump h", "The env"])
  }

  @Test func takesTheFinerOfTwoDates() {
    let digest = Digest(
      composing: story([
        "The navy fired missiles at the airfield of Homs on Friday, April 7, 2017, in retaliation for the attack.",
        "In April the navy fired missiles at an airfield near Homs in retaliation for the attack.",
      ]))
    #expect(digest.timeline.map(\.date) == ["2017-04-07"])
    #expect(digest.timeline.first?.mentions.map(\.value).sorted() == ["2017-04", "2017-04-07"])
  }

  /// One sentence with very many dates: each is an entry, and the sentence must not be read again for each.
  @Test(.timeLimit(.minutes(1))) func manyDatesOfOneSentenceStayLinear() {
    let sentence = String(repeating: "By Tom Smith | March 14, 2014 (pictured) not denied, ", count: 6000)
    let digest = Digest(composing: story([sentence]))
    #expect(digest.differences.isEmpty)
  }

  @Test func marksDatesThatExcludeEachOther() {
    let digest = Digest(
      composing: story([
        "The ferry Aurora sank off the coast of Crete with forty passengers on March 3.",
        "The ferry Aurora sank off the coast of Crete with forty passengers on March 5.",
      ]))
    #expect(digest.timeline.count == 2)
    #expect(digest.timeline.allSatisfy { !$0.conflict.isEmpty })
    #expect(digest.differences.map(\.kind) == [.time])
  }

  @Test func hidesWhatTheEditorHides() {
    let hide = Correction(change: .hideTimeline("1867"), because: "not about this", line: 4)
    let digest = Digest(composing: story(["The treaty of Alma was signed in 1867 by both kings."], corrections: [hide]))
    #expect(digest.timeline.isEmpty)
    #expect(digest.corrections.first?.affected.count == 1)
  }

  @Test func datesAsTheEditorSays() {
    let change = Correction.Change.date(article: "a0", expression: "Monday", occurrence: 1, value: "2017-05-01")
    let digest = Digest(composing: story(["The cabinet approved the bridge plan on Monday."], corrections: [Correction(change: change)]))
    #expect(digest.timeline.map(\.date) == ["2017-05-01"])
  }

  @Test func cutsEveryMentionFromItsArticle() {
    let text = "Genève — La réunion. The café owners’ council met on Tuesday, and the mayor resigned on Wednesday."
    let digest = Digest(composing: story([text]))
    for entry in digest.timeline {
      for mention in entry.mentions { #expect(text.contains(digest.story.string(mention.passage))) }
    }
    #expect(digest.timeline.map(\.date) == ["2017-05-09", "2017-05-10"])
  }
}

@Suite struct FigureComparisonTests {
  private func differing(_ texts: [String], published: [String]? = nil) -> [[Double]] {
    Digest(composing: story(texts, published: published)).figures.filter(\.differs).map { $0.mentions.map(\.value) }
  }

  @Test func marksTollsThatDiffer() {
    #expect(
      differing([
        "Since March 2011 the war in Syria has killed more than 320,000 people.",
        "The Syrian conflict, now in its seventh year, has killed up to 400,000 people.",
      ]) == [[320_000, 400_000]])
  }

  @Test func comparesOnlyOneThing() {
    #expect(
      differing([
        "The war in Syria has killed more than 320,000 people.", "The fighting in eastern Ukraine has killed more than 9,900 people.",
      ]) == [])
  }

  @Test func comparesPeopleWithTheResidentsThatTheyAre() {
    #expect(
      differing([
        "Some 300 residents were evacuated from Münsterdorf after the blast at the Kessler plant.",
        "About 100 people were evacuated from Münsterdorf after the blast at the Kessler plant.",
      ]) == [[300, 100]])
  }

  @Test func comparesNoElectionOfAnotherYearAndNoBallotOfAFew() {
    let margin = "Ana Dresh beat Mayor Erik Sand of Münsterdorf by 214 votes in the election."
    #expect(differing([margin, "Ana Dresh beat Mayor Erik Sand of Münsterdorf by 260 votes in the election."]) == [[214, 260]])
    #expect(differing([margin, "In the 2013 election, Mayor Erik Sand of Münsterdorf beat Ana Dresh by 40,000 votes."]) == [])
    #expect(differing([margin, "Münsterdorf's commission decided by five votes to two that Ana Dresh beat Mayor Erik Sand."]) == [])
  }

  @Test func comparesOneIndexAtOneTime() {
    func differs(_ one: String, _ other: String) -> Bool { !differing([one, other]).isEmpty }
    let closed = "London's FTSE 100 closed 0.8% higher on Wednesday as banks gained."
    #expect(differs(closed, "London's FTSE 100 closed 1.4% higher on Wednesday as banks gained."))
    #expect(!differs(closed, "London's FTSE 250 closed 1.4% higher on Wednesday as banks gained."))
    #expect(!differs(closed, "Frankfurt's DAX closed 1.4% higher on Wednesday as banks gained."))
    #expect(!differs(closed, "London's FTSE 100 opened 1.4% higher on Wednesday as banks gained."))
  }

  @Test func whatIsExpectedIsNoneOfWhatHasBeenDone() {
    #expect(
      differing([
        "The Bank of Norland has cut rates by 50 basis points since August, and traders expect more cuts this year.",
        "Traders expect rate cuts of 67 basis points by December.",
        "Traders are pricing in 67 basis points of rate cuts this year.",
      ]) == [])
  }

  @Test func takesRoundingForAgreement() {
    #expect(
      differing(["The quake in Nepal killed 8,964 people on Saturday.", "The quake in Nepal killed about 9,000 people on Saturday."]) == [])
  }

  @Test func anArticleWithBothValuesTellsOfTwoThings() {
    let strike = "The strike forced all airports to cancel 3,400 flights on Tuesday."
    let hub = "At Linsburg airport the strike forced the operator to cancel 1,116 flights on Tuesday."
    #expect(differing([strike, hub]) == [[3_400, 1_116]])
    #expect(differing([strike, strike + " " + hub]) == [])
    let yard = "The Tavora yard in Linsburg, where 1,100 people work, is to close by the end of the year."
    let company = "Tavora, which employs 25,000 people, is to close its yard in Linsburg by the end of the year."
    #expect(differing([yard, company + " The yard has 1,100 workers."]) == [])
  }

  @Test func aSmallCountIsNotRounded() {
    #expect(
      differing(["Tavora is to cut 3,000 jobs in Linsburg.", "Tavora said it would cut 3,500 jobs in Linsburg."]).map { $0.sorted() }
        == [[3_000, 3_500]])
    #expect(differing(["Tavora is to cut about 3,000 jobs in Linsburg.", "Tavora said it would cut 3,200 jobs in Linsburg."]) == [])
  }

  /// Short sentences with one verb, one share, one majority, one quake.
  @Test(arguments: [
    ["The court heard 48 witnesses.", "The trial took months and heard 52 witnesses."],
    ["The coalition has a majority of five.", "His three-party coalition has a majority of six in the lower house."],
    ["Her brother, Conor Dresh, owned 12 percent of the company, it said.", "Ms Dresh's brother Conor held 15 per cent of the shares."],
    [
      "Ana Dresh, who joined Tavora in 2012, said the cuts would save 300 million euros a year.",
      "Ana Dresh said the programme would save €350mn a year.",
    ],
    ["A magnitude 6.4 earthquake struck Torvik on Tuesday.", "Torvik was hit by an earthquake of magnitude 6.2."],
    ["The quake hit at 4:12 a.m. at a depth of 10 km, 45 km off Linsburg.", "The quake, at a depth of 12 km, was felt 280 km off."],
  ])
  func seesShortFactsThatDiffer(texts: [String]) {
    #expect(differing(texts).count == 1)
  }

  @Test(arguments: [
    [
      "The Dresh family, which owns 19% of Tavora, has agreed to sell.",
      "Investors holding 31% of the stock, including the founding Dresh family of Tavora, have agreed to accept.",
    ],
    ["Germany has promised 45 rescuers.", "Austria has promised 30 rescuers."],
    ["Tavora employs 340 people in Linsburg and Torvik.", "Tavora employs 48 people in Torvik and about 300 in Linsburg."],
    ["The cuts will save 300 million euros a year.", "The cuts will save 900 million euros."],
    ["Tavora is to cut more than 3,000 jobs in Linsburg.", "Tavora said it would cut 3,400 jobs in Linsburg."],
    ["Shares in Ovanto jumped 22 percent on Tuesday, it said.", "Shares in Lemtar jumped 4 percent on Tuesday, it said."],
    ["Shares in Ovanto rose 3.1 percent on Tuesday, it said.", "Shares in Ovanto closed 4.4 percent higher on Tuesday, it said."],
    [
      "The deal is good for Ovanto. Ovanto made a profit of 310 million euros last year.",
      "The deal is good for Lemtar. Lemtar was founded in 1998. Its profit fell to 45 million euros last year.",
    ],
    ["Tavora said on Tuesday it would cut 800 jobs in Germany.", "Tavora said on Tuesday it would cut 300 jobs in Austria."],
    ["Tavora recalled a million cars in Linsburg.", "Tavora has recalled 1.2 million cars in Linsburg."],
    ["The court heard 48 witnesses.", "The court heard 52 witnesses. Earlier trials heard 48 witnesses."],
    ["A quake of magnitude 6.4 hit Torvik.", "A quake of magnitude 6.4 hit Torvik. An aftershock of magnitude 5.1 followed."],
    ["The tremor struck 45 km east of the capital.", "It was felt in the capital, 280 km away."],
  ])
  func seesNoDifferenceInOtherFacts(texts: [String]) {
    #expect(differing(texts) == [])
  }

  @Test func comparesTollsOfOneYearLongAgo() {
    let one = "It was the strongest earthquake since 1979, when 1,100 people died."
    #expect(differing([one, "The last big earthquake, in 1979, killed 1,300 people."]) == [[1_100, 1_300]])
    #expect(differing([one, "The last big earthquake, in 1985, killed 1,300 people."]) == [])
  }

  @Test func comparesWhatLastsAcrossDays() {
    let texts = ["Tavora supplies 2.1 million customers.", "Tavora supplies 2.4 million customers in the region."]
    #expect(differing(texts, published: ["2017-05-09", "2017-05-10"]) == [[2_100_000, 2_400_000]])
    let jobs = ["Tavora will cut 3,000 jobs.", "Tavora will cut 3,500 jobs."]
    #expect(differing(jobs, published: ["2017-05-09", "2017-05-10"]) == [])
  }

  @Test func seesNumbersThatStandInBothSentences() {
    #expect(
      differing([
        "Closing the Tavora plant in Linsburg will cost 400 million euros but save 250 million a year.",
        "Tavora expects savings of 250 million euros a year in Linsburg, against costs of 400 million for closing the plant.",
      ]) == [])
  }

  @Test func comparesTheOnlyTollOfEachArticleWithoutAName() {
    #expect(
      differing([
        "The ferry sank off Kestova. Divers were searching for 13 people still missing as night fell.",
        "The Marina Star went down near Kestova, and 15 people were missing.",
      ]) == [[13, 15]])
    #expect(
      differing([
        "The ferry sank off Kestova. Divers were searching for 13 people still missing as night fell.",
        "The Marina Star went down near Kestova, and 15 people were missing. Flames at sea in 1987 left 40 people missing.",
      ]) == [])
  }

  /// Pairs that are told of other things, other times or beside an agreement.
  @Test(arguments: [
    [
      "Operating profit at Nordbank fell to 212 million euros from 342 million euros a year earlier.",
      "Operating profit at Nordbank fell to 212 million euros, missing the 265 million euros expected by analysts.",
    ],
    [
      "The Bank of England cut rates to 4.5% on Tuesday and halved its forecast of growth.",
      "The Bank of England said on Tuesday that it expects the economy to grow by 0.75%, half of its forecast.",
    ],
    [
      "In 1987 the Dona Paz sank off Torvik, killing more than 4,300 people.",
      "The Dona Paz sank off Torvik in 1987, killing 4,386 people.",
    ],
    ["Ford sold 1.2 million cars last year, it said.", "Toyota sold 2.2 million cars last year, it said."],
    ["A bus crash in Berlin injured 40 people on Tuesday.", "A blast in Hamburg injured 12 people on Tuesday."],
  ])
  func comparesNothingThatIsToldOfAnother(texts: [String]) {
    #expect(differing(texts) == [])
  }

  @Test func seesSumsThatDifferBehindADateline() {
    #expect(
      differing([
        "SOFIA, Bulgaria (AP) — Ana Dresh was convicted of taking bribes worth 4.5 million euros from a road builder in Torvik.",
        "A court found that Ana Dresh took bribes of 4.2 million euros from the road builder in Torvik.",
      ]).map { $0.sorted() } == [[4_200_000, 4_500_000]])
  }

  @Test func seesSharesThatDiffer() {
    #expect(
      differing([
        "Norway now accounts for 12% of the gas imports of Sweden, down from about 45%.",
        "The share of Norway in the gas imports of Sweden has dropped from 45% to 13%.",
      ]).map { $0.sorted() } == [[12, 13]])
  }

  @Test func takesADayThatIsComparedWithForNoDayOfTheCount() {
    let digest = Digest(
      composing: story(
        ["On Tuesday 41 ships waited off Torvik.", "46 ships waited off Torvik, five more than on Tuesday."],
        published: ["2017-05-09", "2017-05-10"]))
    #expect(digest.figures.filter(\.differs).isEmpty)
  }

  @Test func letsATollOfOneDayGrow() {
    func differs(_ published: [String]) -> Bool {
      let digest = Digest(
        composing: story(
          [
            "At least 23 people died when a ferry sank off Masbate on Sunday.",
            "At least 38 people died when a ferry sank off Masbate on Sunday.",
          ],
          published: published))
      return digest.figures.contains(where: \.differs)
    }
    #expect(!differs(["2017-05-09", "2017-05-10"]))
    #expect(differs(["2017-05-10", "2017-05-10"]))
  }

  @Test func comparesNoTollOfAnotherYear() {
    #expect(
      differing(["The quake in Valtia killed 90 people on Saturday.", "A quake in Valtia killed 1,200 people in 1979."]) == [])
  }

  @Test func letsATollGrowWithTheDays() {
    #expect(
      differing(
        ["The flood in Bihar has killed 12 people.", "The flood in Bihar has killed 40 people."], published: ["2017-05-08", "2017-05-12"])
        == [])
  }
}

@Suite struct StatementDifferenceTests {
  /// The words that differ, side by side.
  private func differing(_ texts: [String]) -> [[String]] {
    let digest = Digest(composing: story(texts))
    return digest.differences.map { $0.focus.map { digest.story.string($0) } }
  }

  @Test(arguments: [
    (["Daniel Okoro, 58, was jailed.", "The judge said Daniel Okoro, 59, had lied."], [["58", "59"]]),
    (
      [
        "Tavora, which employs 25,000 people in nine countries, will close its yard in Linsburg by the end of 2026.",
        "The workers at Tavora's yard in Linsburg learned from a text message on Tuesday that it will close by the end of 2027.",
      ], [["the end of 2026", "the end of 2027"]]
    ),
    (
      [
        "Tavora, which employs 25,000 people in nine countries, will close its yard in Linsburg by the end of 2026.",
        "The workers at Tavora's yard in Linsburg learned from a text message on Tuesday that it will close by 2027.",
      ], []
    ),
    (["Prosecutors had asked for 11 years.", "Prosecutors had sought 12 years, she said."], [["11 years", "12 years"]]),
    (
      ["Okoro was found guilty on seven of nine counts.", "The court found him guilty on eight of nine counts."],
      [["seven of nine counts", "eight of nine counts"]]
    ),
    (["Okoro was found guilty on seven of nine counts.", "He was acquitted of two of the nine counts."], []),
    (["Daniel Okoro, 58, was jailed.", "The 58-year-old Daniel Okoro had lied."], []),
    (
      ["Ana Dresh, who took over in 2014, said so.", "Ana Dresh, who has run the company since 2013, said so."],
      [["2013", "2014"]]
    ),
    (
      ["Prime Minister Ana Dresh has led the country since 2011.", "Ana Dresh, prime minister since 2010, said so."],
      [["2010", "2011"]]
    ),
    (
      ["Ana Dresh lost the vote. She resigned on Monday as party leader.", "Ana Dresh, who resigned on Tuesday, stays in parliament."],
      [["Monday", "Tuesday"]]
    ),
    (["Ana Dresh became chief executive in 2014.", "Ana Dresh has led the party since 2013."], []),
    (["Ana Dresh, who took over in 2014, said so.", "Ana Dresh, who joined Tavora in 2013, said so."], []),
    (
      ["Mayor Ana Dresh resigned on Tuesday, it said.", "Karl Brand follows Ana Dresh, who resigned on Monday night."],
      [["Monday night", "Tuesday"]]
    ),
    (["Mayor Ana Dresh resigned on Tuesday, it said.", "Karl Brand, Ana Dresh's deputy, resigned on Monday night."], []),
    (
      ["Daniel Okoro scored in the 89th minute to win it.", "They won with an 88th-minute goal by Daniel Okoro."],
      [["88th-minute", "89th minute"]]
    ),
    (
      [
        "Daniel Okoro scored in the 89th minute.",
        "Daniel Okoro scored in the 12th minute. They won with an 88th-minute goal by Daniel Okoro.",
      ], []
    ),
    (
      ["Okoro was found guilty after a trial that lasted four months.", "The trial lasted five months."],
      [["four months", "five months"]]
    ),
    (
      [
        "The dam at Lake Osna was not damaged, the energy company said.",
        "The dam at Lake Osna was damaged, the mayor of Torvik, Karl Brand, told state television.",
      ],
      [["not", "damaged"]]
    ),
    (
      [
        "Daniel Okoro was found guilty on seven of nine counts of bribery in Lemba on Tuesday.",
        "Daniel Okoro was acquitted of two of the nine counts of bribery in Lemba on Tuesday.",
      ], []
    ),
  ])
  func comparesWhatIsToldOfOne(texts: [String], expected: [[String]]) {
    #expect(differing(texts) == expected)
  }

  @Test func oneVerbOfTwoDaysIsADifference() {
    let reopened = "Málaga airport, which closed on Tuesday, planned to reopen on Thursday. The storm killed four people in Málaga."
    let closed = "Málaga airport, closed since Tuesday, is not expected to reopen until Friday. Four people died in Málaga."
    #expect(differing([reopened, closed]) == [["Thursday", "Friday"]])
    #expect(differing([reopened, closed.replacing("until Friday", with: "before Friday")]) == [])
    #expect(differing([reopened, closed.replacing("not expected to reopen until Friday", with: "expected to reopen on Thursday")]) == [])
  }

  @Test(arguments: [
    (
      "The transport minister, Ana Dresh, resigned on Tuesday after the ferry disaster.",
      "Transport minister Ana Dresh was sacked on Tuesday over the ferry disaster.", ["resigned", "sacked"]
    ),
    (
      "Judges in Málaga found former president Daniel Okoro guilty of bribery on Tuesday.",
      "Judges in Málaga acquitted former president Daniel Okoro of bribery on Tuesday.", ["guilty", "acquitted"]
    ),
    (
      "The captain did not send a distress signal before the Marina Star sank off Kestova.",
      "The captain sent a distress signal minutes before the Marina Star sank off Kestova.", ["not", "sent"]
    ),
    (
      "The talks in Torvik were not affected by the dismissal of the envoy, Karl Brand, on Monday.",
      "The meeting in Torvik was overshadowed by the dismissal of envoy Karl Brand on Monday.", ["not", "overshadowed"]
    ),
    (
      "The army shelled Torvik on Monday after an apparent gas attack by the rebels.",
      "The army shelled Torvik on Monday after a gas attack by the rebels.", ["apparent gas attack", "gas attack"]
    ),
    (
      "Daniel Okoro was sentenced to seven years in prison for corruption by a court in Lemba.",
      "A court in Lemba sentenced Daniel Okoro to six years in jail for corruption.", ["seven years", "six years"]
    ),
    (
      "Economy minister Paul Ranke met the Tavora board in Linsburg on Monday.",
      "Finance minister Paul Ranke held talks with the Tavora board in Linsburg.", ["Economy minister", "Finance minister"]
    ),
  ])
  func finds(a: String, b: String, words: [String]) {
    #expect(differing([a, b]) == [words])
  }

  @Test(arguments: [
    (
      "No one was injured in the fire at the Torvik mill on Monday, the mayor said.",
      "Nobody was injured in the fire at the Torvik mill on Monday, the mayor said."
    ),
    (
      "Prosecutor Erik Sand of Torvik said the ruling showed that “no one is above the law”.",
      "The ruling showed that “nobody is above the law”, said prosecutor Erik Sand of Torvik."
    ),
    (
      "Hurricane Leonora left two million homes in Torvik without power on Tuesday and killed four people.",
      "Hurricane Leonora killed four people in Torvik on Tuesday and knocked out power to two million homes."
    ),
    (
      "The mayor of Torvik sold his signature not once but nine times to the Linsburg builder.",
      "The mayor of Torvik sold his signature nine times to the Linsburg builder."
    ),
    (
      "The storm warning in Torvik did not apply to a ferry of that size, the captain said.",
      "The storm warning in Torvik applied only to smaller ships than the ferry, the captain said."
    ),
    (
      "Tavora reported an operating profit of 212 million in Linsburg on Monday.",
      "Tavora said its operating profit fell to 212 million in Linsburg on Monday."
    ),
    (
      "No new contracts for Torvik gas can be signed by Linsburg after January, the ministers agreed.",
      "New contracts for Torvik gas in Linsburg will be prohibited from January, the ministers agreed."
    ),
    (
      "The second stage of the Torvik rocket did not ignite over Linsburg, the firm said.",
      "An anomaly at the ignition of the second stage of the Torvik rocket was seen over Linsburg, the firm said."
    ),
    (
      "Daniel Okoro was sentenced to seven years in prison for corruption by a court in Lemba.",
      "A court in Lemba sentenced Ana Dresh to six years in jail for corruption."
    ),
    ("Rovers beat City 2-0 in the cup final at Kings Park on Saturday.", "City lost the cup final at Kings Park to Rovers on Saturday."),
    (
      "Shares in Tavora rose after costs fell, the carmaker said in Linsburg.",
      "Tavora's costs fell and its shares rose, the carmaker in Linsburg said."
    ),
    (
      "The union said it would not strike if Tavora kept the Linsburg plant open.",
      "The union threatened to strike if Tavora closed the Linsburg plant."
    ),
    (
      "The president did not attend the ceremony in Torvik on Sunday because he was ill.",
      "The ceremony in Torvik on Sunday was attended by the prime minister and the bishop."
    ),
    (
      "Ana Dresh refused to resign over the ferry disaster in Kestova, her office said.",
      "The opposition demanded that Ana Dresh be sacked over the ferry disaster in Kestova."
    ),
    (
      "Not only did the minister visit Kestova, she met the families of the victims.",
      "The minister visited Kestova and met the families of the victims."
    ),
    (
      "Deputy Foreign Minister Sergei Antonov said on Monday that talks in Oslo had failed.",
      "Foreign Minister Igor Petrov said in Oslo that the talks had failed."
    ),
  ])
  func leavesAlone(a: String, b: String) {
    #expect(differing([a, b]) == [])
  }
}

@Suite struct QuoteCompositionTests {
  private let texts = [
    "“We will rebuild the harbour before winter,” said Anna Kowalski, the mayor of Torvik.",
    "The town listened.\n\n“We will rebuild the harbour before winter.”\n\nRain fell on Torvik all day.",
  ]

  private func compose(_ corrections: [Correction] = []) -> Digest {
    let story = story(texts, corrections: corrections)
    var comparison = Comparison(of: story)
    comparison.quotes = [[QuoteRef(article: 0, quotation: 0), QuoteRef(article: 1, quotation: 0)]]
    return Digest(composing: story, comparison: comparison)
  }

  @Test func givesAnOrphanTheSpeakerOfItsVariant() throws {
    let entry = try #require(compose().quotes.first)
    #expect(entry.speakerName == "Anna Kowalski")
    #expect(entry.variants.map(\.basis) == ["cue", "variant"])
  }

  @Test(arguments: [
    (["before winter comes", "that the cold comes", "before winter comes"], "before winter comes", [false, true, false]),
    (["so that all can fish again", "so all can fish again", "so all can fish again"], "so all can fish again", [false, true, false]),
    (["so that all can fish again", "so all can fish again"], "so that all can fish again", [false, true]),
    (["so all can fish", "so all can fish", "so all can fish again"], "so all can fish again", [false, false, false]),
  ])
  func beginsWithTheVersionThatMoreArticlesHave(versions: [String], first: String, altered: [Bool]) throws {
    let opening = "We will rebuild the harbour of our town and clear every wreck"
    let digest = Digest(composing: story(versions.map { "“\(opening) \($0),” said Anna Kowalski, the mayor of Torvik." }))
    let entry = try #require(digest.quotes.first)
    #expect(
      digest.story.string(Passage(article: entry.variants[0].passage.article, span: entry.variants[0].content)) == "\(opening) \(first),")
    #expect(entry.variants.map(\.isAltered) == altered)
  }

  @Test func followsTheEditorOnASpeaker() throws {
    let change = Correction.Change.speaker(article: nil, quote: "rebuild the harbour", name: nil)
    let digest = compose([Correction(change: change, because: "not hers")])
    let entry = try #require(digest.quotes.first)
    #expect(entry.speakerName == nil)
    #expect(digest.corrections.first?.affected.count == 2)
  }

  @Test func tellsAPartOfAQuotationFromTheWhole() throws {
    let first = "The harbour wall will be built again before the winter"
    let second = "Every family on the quay will be paid for what the storm took"
    let told = story([
      "“\(first). \(second),” Anna Kowalski said.", "“\(first),” Anna Kowalski said.", "“\(second),” Anna Kowalski said.",
      "“\(first). \(second),” said Anna Kowalski.",
    ])
    let digest = Digest(composing: told)
    let entry = try #require(digest.quotes.first)
    #expect(digest.quotes.count == 1)
    #expect(Set(entry.wholeVariants.map(\.passage.article)) == [0, 3])
    #expect(Set(entry.variants.filter(\.isPart).map(\.passage.article)) == [1, 2])
  }

  @Test func hidesAQuotation() {
    #expect(compose([Correction(change: .hideQuote("before winter"))]).quotes.isEmpty)
  }
}

@Suite struct ReportTests {
  @Test func warnsOfANameExchangedThroughout() {
    let sentence = "The trade talks between Norland and its neighbours broke down late on Tuesday over fish, coal and steel."
    let changed = "The trade talks between Kingdom Nordia and its neighbours broke down late on Tuesday over fish, coal and steel."
    let more = " Kingdom Nordia blamed the others. Envoys of Kingdom Nordia left. A ship from Kingdom Nordia was held."
    let digest = Digest(composing: story([sentence, changed + more, sentence + " Norland blamed the others."]))
    #expect(digest.articles.map { $0.warnings.contains { $0.kind == .substitutedWords } } == [false, true, false])
    let once = Digest(composing: story([sentence, changed, sentence + " Norland blamed the others."]))
    #expect(once.articles.allSatisfy { !$0.warnings.contains { $0.kind == .substitutedWords } })
  }

  private func warnings(_ texts: [String]) -> [Warning.Kind] { Digest(composing: story(texts)).articles[0].warnings.map(\.kind) }

  @Test func warnsThatAnArticleIsOnlyAFeedsSummary() {
    var told = story(["The ferry sank off the coast on Tuesday.", "The ferry sank off the coast on Tuesday, the coast guard said."])
    var summary = told.articles[1].article
    summary.metadata.isSummary = true
    told.articles[1] = told.articles[1].with(summary)
    let reports = Digest(composing: told).articles
    #expect(!reports[0].warnings.contains(Warning(.onlySummary)))
    #expect(reports[1].warnings.contains(Warning(.onlySummary)))
  }

  @Test func warnsOfWhatIsMissing() {
    let found = warnings(["The ferry sank off the coast on Tuesday. Nobody was hurt, the coast guard said."])
    #expect(found.contains(.noHeadline))
    #expect(found.contains(.noOutlet))
    #expect(!found.contains(.noDate))
  }

  @Test func warnsOfAnUnclosedQuotation() {
    #expect(warnings(["The mayor said the bridge was \"a danger to all.\n\nIt was closed."]).contains(.unclosedQuote))
  }

  @Test func countsSources() {
    let digest = Digest(
      composing: story([
        "Anna Kowalski said the bridge was safe. A senior official said it was not. The State Department said nothing was known."
      ]))
    let sourcing = digest.articles[0].sourcing
    #expect(sourcing.named.map(digest.story.string) == ["Anna Kowalski"])
    #expect(sourcing.institutions.map(digest.story.string) == ["State Department"])
    #expect(sourcing.unnamed.map(digest.story.string) == ["A senior official"])
  }

  @Test func oneNamingIsOneSource() {
    let digest = Digest(
      composing: story([
        "The White House said that Anna Kowalski had \"stressed the need for patience\" in the talks.\n\nNothing else was known."
      ]))
    let sourcing = digest.articles[0].sourcing
    #expect(sourcing.institutions.count + sourcing.named.count + sourcing.unnamed.count == 1)
  }
}

/// The words in which a claim is shown.
@Suite struct ClaimWordsTests {
  private func shown(_ texts: [String]) -> [String] {
    let digest = Digest(composing: story(texts))
    return digest.claims.map { digest.story.string($0.mentions[0]) }
  }

  @Test func whatOneArticleAddsDoesNotStandForAll() {
    #expect(
      shown([
        "Rain is forecast along the fjords.\n\nThe anger over the dismissal of police chief Nora Holm by mayor Erik Sand, which "
          + "prosecutors had called reckless in a letter to parliament, overshadowed the opening of the bridge.",
        "Bakers complained that flour has become scarce.\n\nMayor Erik Sand dismissed police chief Nora Holm.",
        "A chess tournament drew crowds of students.\n\nPolice chief Nora Holm was dismissed by mayor Erik Sand on Tuesday.",
      ]) == ["Mayor Erik Sand dismissed police chief Nora Holm."])
  }

  @Test func aDenialDoesNotStandForThoseWhoAffirm() {
    #expect(
      shown([
        "Rain is forecast along the fjords.\n\nMayor Erik Sand dismissed police chief Nora Holm after the storm.",
        "Bakers complained that flour has become scarce.\n\nMayor Erik Sand did not dismiss police chief Nora Holm.",
        "A chess tournament drew crowds of students.\n\nPolice chief Nora Holm was dismissed by mayor Erik Sand on Tuesday morning.",
      ]).allSatisfy { !$0.contains("did not") })
  }
}

@Suite struct JSONTests {
  @Test(arguments: [
    "null", "true", "[1,2.5,-3e4]", #"{"a":{"b":[]},"c":"x"}"#, #""\"\\é😀""#, "[]", "{}", #"{"z":1,"a":2}"#,
  ])
  func writesWhatItRead(text: String) throws {
    #expect(String(decoding: try JSON(parsing: text.utf8).line, as: UTF8.self) == text)
  }

  @Test func readsEscapes() throws {
    #expect(try JSON(parsing: #""\u00e9\ud83d\ude00\n\ud800""#.utf8) == .string("é😀\n\u{fffd}"))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "nul", "\"a", "01", "1 2", "\"\u{1}\"", "[1", "\"\\x\"", "\"\\u12\"", "-", "1.", "{\"a\":1,}",
  ])
  func refuses(text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: text.utf8) }
  }

  @Test func refusesDeepNesting() {
    #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000).utf8) }
  }

  @Test func writesNumbersShortly() {
    #expect(JSON.double(320_000) == .number("320000"))
    #expect(JSON.double(1.5) == .number("1.5"))
    #expect(JSON.double(.infinity) == .null)
  }
}
