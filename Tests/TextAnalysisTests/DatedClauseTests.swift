import Testing
import TextAnalysis

@Suite struct DatedClauseTests {
  private let reference = CalendarDate(iso: "2017-05-10")!

  private func clauses(_ text: String, _ timexes: [(words: String, kind: Timex.Kind, value: String)]) -> [String] {
    let document = Document(text)
    let bytes = Array(text.utf8)
    let tagged = timexes.map { timex -> Timex in
      let words = Array(timex.words.utf8)
      let start = (0...bytes.count - words.count).first { Array(bytes[$0..<$0 + words.count]) == words }!
      return Timex(span: TextSpan(start..<start + words.count), kind: timex.kind, value: timex.value, rule: "test")
    }
    return EventDating.clauses(in: document, timexes: tagged.sorted { $0.span < $1.span }, reference: reference)
      .map { "\($0.range.iso) \(document.string($0.span))" }
  }

  @Test func datesAWholeSentenceByItsOnlyDate() {
    #expect(
      clauses("Putin met ministers Wednesday.", [("Wednesday", .date, "2017-05-10")]) == ["2017-05-10 Putin met ministers Wednesday."])
  }

  @Test func aTimeToldAgainInBracketsDatesNothing() {
    #expect(
      clauses(
        "The storm came ashore late on Tuesday (03:20 GMT on Wednesday), with rain.",
        [("Tuesday", .date, "2017-05-09"), ("03:20 GMT", .time, "2017-05-10T03:20Z"), ("Wednesday", .date, "2017-05-10")])
        == ["2017-05-09 The storm came ashore late on Tuesday (03:20 GMT on Wednesday), with rain."])
  }

  @Test func cutsBetweenTwoDates() {
    #expect(
      clauses("The talks began in 2009, and the deal was signed in 2015.", [("2009", .date, "2009"), ("2015", .date, "2015")])
        == ["2009 The talks began in 2009", "2015 the deal was signed in 2015."])
  }

  @Test func givesTwoDatesOfOneClauseTheWholeOfIt() {
    let whole = "She was seen in March and in June at the café."
    #expect(clauses(whole, [("March", .date, "2017-03"), ("June", .date, "2017-06")]) == ["2017-03 \(whole)", "2017-06 \(whole)"])
    #expect(
      clauses("She came in March and in June she left.", [("March", .date, "2017-03"), ("June", .date, "2017-06")])
        == ["2017-03 She came in March", "2017-06 in June she left."])
    #expect(
      clauses("She fell ill in March and took a rest in June.", [("March", .date, "2017-03"), ("June", .date, "2017-06")])
        == ["2017-03 She fell ill in March", "2017-06 took a rest in June."])
  }

  @Test func untilBelongsToItsDate() {
    #expect(
      clauses(
        "The airport in Málaga, closed since Tuesday, is not expected to reopen until Friday.",
        [("Tuesday", .date, "2017-05-09"), ("Friday", .date, "2017-05-12")])
        == ["2017-05-09 The airport in Málaga, closed since Tuesday", "2017-05-12 is not expected to reopen until Friday."])
  }

  @Test func countsBackFromPublication() {
    #expect(
      clauses("His visit comes a day after Trump fired Comey.", [("a day", .duration, "P1D")]) == [
        "2017-05-09 a day after Trump fired Comey"
      ])
  }

  @Test func datesBothHalvesOfAnOffset() {
    #expect(
      clauses(
        "A day after Trump fired Comey, he met Lavrov on Wednesday.", [("A day", .duration, "P1D"), ("Wednesday", .date, "2017-05-10")])
        == ["2017-05-09 A day after Trump fired Comey", "2017-05-10 he met Lavrov on Wednesday."])
  }

  @Test func countsFromTheDateItStandsBeside() {
    #expect(
      clauses(
        "It was his first visit since 2013, a year before the annexation of Crimea and two years before the war.",
        [("2013", .date, "2013"), ("a year", .duration, "P1Y"), ("two years", .duration, "P2Y")])
        == [
          "2013 It was his first visit since 2013", "2014 a year before the annexation of Crimea", "2015 two years before the war",
        ])
  }

  @Test func datesTheMainClauseThatAnOffsetCountsFrom() {
    #expect(
      clauses("A day after Trump fired Comey, he hosted Lavrov at the White House.", [("A day", .duration, "P1D")]) == [
        "2017-05-09 A day after Trump fired Comey", "2017-05-10 he hosted Lavrov at the White House.",
      ])
  }

  @Test func leavesComparisonsUndated() {
    #expect(clauses("It was the lowest level since April 1997.", [("April 1997", .date, "1997-04")]) == [])
  }

  @Test func keepsADateToItsParticiple() {
    #expect(
      clauses("The airliner, begun in 2006 by Boeing, has been delayed.", [("2006", .date, "2006")]) == ["2006 begun in 2006 by Boeing"])
  }

  @Test func keepsADateToWhatIsReported() {
    #expect(
      clauses("The bank has announced that it lost two billion in 2009.", [("2009", .date, "2009")]) == [
        "2009 it lost two billion in 2009."
      ])
  }

  @Test func keepsTheNameThatARelativeClauseTellsOf() {
    #expect(
      clauses("Officials denied any motive of Donald Trump, who took office on January 20.", [("January 20", .date, "2017-01-20")])
        == ["2017-01-20 Donald Trump, who took office on January 20"])
  }

  @Test func keepsADateToTheClauseBehindSinceAndAfter() {
    #expect(
      clauses(
        "It was the first visit of José Vega’s envoy since Ana Reyes took office on January 20.", [("January 20", .date, "2017-01-20")])
        == ["2017-01-20 Ana Reyes took office on January 20"])
    #expect(
      clauses("The line was closed by Zürich after rebels struck a depot in April.", [("April", .date, "2017-04")]) == [
        "2017-04 rebels struck a depot in April"
      ])
  }

  @Test func leavesOutWhatStandsInFront() {
    #expect(
      clauses("In a rare move after firing José Vega, Ana Reyes saw the envoy on Wednesday.", [("Wednesday", .date, "2017-05-10")]) == [
        "2017-05-10 Ana Reyes saw the envoy on Wednesday."
      ])
  }

  @Test func aFrontBehindTheDateChangesNothing() {
    #expect(
      clauses("In 1996, following the purchase of Škoda, Ana Reyes returned.", [("1996", .date, "1996")]).map { $0.prefix(4) } == ["1996"])
  }

  @Test func keepsADateBeforeItsNounToTheInnermostVerb() {
    #expect(
      clauses("Ana Reyes lost her post over claims that aides tried to sway last year's vote.", [("last year", .date, "2016")]) == [
        "2016 sway last year's vote"
      ])
    #expect(clauses("Wednesday's café opening went well.", [("Wednesday", .date, "2017-05-10")]).count == 1)
  }

  @Test func keepsADateBehindALengthOfTimeToItsEvent() {
    #expect(
      clauses(
        "The meeting in Zürich comes 150 years after Norland bought the isle in 1867.",
        [("150 years", .duration, "P150Y"), ("1867", .date, "1867")]) == ["1867 150 years after Norland bought the isle in 1867"])
  }

  @Test(arguments: [
    ("Zoë was banned for three years after cheating.", "three years", "P3Y"),
    ("Zoë was sentenced to six months after robbing a café.", "six months", "P6M"),
    ("Zoë lost the café in the two years after her return.", "the two years", "P2Y"),
    ("Zoë was given two years after robbing a café.", "two years", "P2Y"),
  ])
  func aLengthIsNoDistance(text: String, words: String, value: String) {
    #expect(clauses(text, [(words, .duration, value)]) == [])
  }

  @Test func aDistanceDatesTheMainClauseOnlyOfAnOpeningOrOfWhatCame() {
    let first = "The café was full. The guests sang all night. "
    let duration = ("a day", Timex.Kind.duration, "P1D")
    #expect(
      clauses(first + "Zoë saw the king in Orléans a day after José fired an aide.", [duration]) == [
        "2017-05-09 a day after José fired an aide"
      ])
    #expect(
      clauses(first + "The talks in Orléans come a day after José fired an aide.", [duration]) == [
        "2017-05-10 The talks in Orléans come", "2017-05-09 a day after José fired an aide",
      ])
  }

  @Test func aStretchIsOneDate() {
    func years(_ text: String) -> [String] { clauses(text, [("2009", .date, "2009"), ("2013", .date, "2013")]) }
    #expect(years("Zoë ran a café from 2009 until 2013.") == ["2009/2013 Zoë ran a café from 2009 until 2013."])
    #expect(years("Between 2009 and 2013 Zoë ran a café.") == ["2009/2013 Between 2009 and 2013 Zoë ran a café."])
    #expect(
      years("Zoë, who ran a café from 2009 to 2013, was fined.") == ["2009/2013 Zoë, who ran a café from 2009 to 2013"])
    #expect(
      years("José Vega, mayor of Łódź from 2009 to 2013, died in Rome.") == ["2009/2013 José Vega, mayor of Łódź from 2009 to 2013"])
    #expect(years("Zoë moved the vote from 2009 to 2013.").count == 2)
    #expect(
      clauses("The café was shut from Monday to Thursday.", [("Monday", .date, "2017-05-01"), ("Thursday", .date, "2017-05-04")])
        == ["2017-05-01/2017-05-04 The café was shut from Monday to Thursday."])
  }

  @Test func aRelativeClauseThatACommaClosesKeepsItsDate() {
    #expect(
      clauses("The cook who poisoned a guest in 2012, was freed in Łódź.", [("2012", .date, "2012")]) == [
        "2012 The cook who poisoned a guest in 2012"
      ])
    #expect(
      clauses("The team that won the cup in 2012, has sold its keeper to Łódź.", [("2012", .date, "2012")]) == [
        "2012 The team that won the cup in 2012"
      ])
    let dates = [("Monday", Timex.Kind.date, "2017-05-08"), ("Tuesday", Timex.Kind.date, "2017-05-09")]
    #expect(
      clauses("The fair, which opened on Monday and was to end on Tuesday, has drawn all of Łódź.", dates) == [
        "2017-05-08 The fair, which opened on Monday", "2017-05-09 was to end on Tuesday",
      ])
    #expect(
      clauses("Two cooks who fled from Łódź on Monday were seen on Tuesday.", dates) == [
        "2017-05-08 Two cooks who fled from Łódź on Monday", "2017-05-09 were seen on Tuesday.",
      ])
    let speech = "The minister, in a speech in Łódź on Monday, attacked the bank."
    #expect(clauses(speech, [("Monday", .date, "2017-05-08")]) == ["2017-05-08 \(speech)"])
    #expect(
      clauses("The minister, Zoë Ruiz, resigned on Monday.", [("Monday", .date, "2017-05-08")]) == [
        "2017-05-08 The minister, Zoë Ruiz, resigned on Monday."
      ])
  }

  @Test func aParticipleBehindAPlaceIsNoVerbOfTheSentence() {
    #expect(
      clauses("The court in Łódź scolded Norland, a party to the pact, signed in 1982.", [("1982", .date, "1982")]) == [
        "1982 signed in 1982"
      ])
    #expect(
      clauses("The bank, which is the third largest in Łódź, closed on Monday.", [("Monday", .date, "2017-05-08")]) == [
        "2017-05-08 The bank, which is the third largest in Łódź, closed on Monday."
      ])
  }

  @Test func anAsideGoesOnWithTheFirstDate() {
    let dates = [("Monday", Timex.Kind.date, "2017-05-08"), ("Tuesday", Timex.Kind.date, "2017-05-09")]
    #expect(
      clauses("Zoë fell ill on Monday, as rain set in, and died on Tuesday.", dates) == [
        "2017-05-08 Zoë fell ill on Monday, as rain set in", "2017-05-09 died on Tuesday.",
      ])
    #expect(
      clauses("Zoë fell ill on Monday, while José slept, the café said on Tuesday.", dates) == [
        "2017-05-08 Zoë fell ill on Monday, while José slept", "2017-05-09 the café said on Tuesday.",
      ])
    #expect(
      clauses("Zoë fell ill on Monday, while José died on Tuesday.", dates) == [
        "2017-05-08 Zoë fell ill on Monday", "2017-05-09 José died on Tuesday.",
      ])
  }

  @Test(arguments: [
    "The Łódź ward took in 80 patients, nine more than on Tuesday.", "The café’s takings rose to 60, up from 52 on Tuesday.",
    "The café sold 80 cakes, compared with 60 on Tuesday.", "The café sold twice as many cakes as on Tuesday.",
  ])
  func leavesWhatIsComparedUndated(text: String) { #expect(clauses(text, [("Tuesday", .date, "2017-05-09")]) == []) }

  @Test func figuresInARowAreComparedWithOne() {
    #expect(
      clauses("The złoty fell to 4.2 from 4.1 on Monday and 3.9 in 2016.", [("Monday", .date, "2017-05-08"), ("2016", .date, "2016")]) == []
    )
  }

  @Test func aClauseBehindAComparisonBeginsThere() {
    let dates = [("2009", Timex.Kind.date, "2009"), ("July", Timex.Kind.date, "2017-07")]
    #expect(
      clauses("The café has 90 seats, up from 60 in 2009, and will shut in July.", dates) == ["2017-07 will shut in July."])
    #expect(
      clauses("Prices were 3% higher than in 2009 at the café in July.", dates) == [
        "2017-07 Prices were 3% higher than in 2009 at the café in July."
      ])
  }

  @Test(arguments: [
    "Trains from 12 towns reached Łódź on Tuesday.", "More than 60 guests left the café on Tuesday.",
    "Zoë must pay no later than Tuesday.", "The café’s takings rose from 52 to 60 on Tuesday.",
    "Zoë won against two rivals from Łódź on Tuesday.",
  ])
  func otherFiguresCompareNothing(text: String) { #expect(clauses(text, [("Tuesday", .date, "2017-05-09")]).count == 1) }

  @Test func anAgencysDatelineDatesNothing() {
    #expect(clauses("ŁÓDŹ, May 9 (Reuters) - Zoë has opened a café.", [("May 9", .date, "2017-05-09")]) == [])
    #expect(
      clauses(
        "ŁÓDŹ, Poland, May 9, 2017 (AFP) — Zoë opened a café on Monday.",
        [("May 9, 2017", .date, "2017-05-09"), ("Monday", .date, "2017-05-08")]) == ["2017-05-08 Zoë opened a café on Monday."])
    #expect(clauses("Zoë came to Łódź on May 9 (her birthday) – and stayed.", [("May 9", .date, "2017-05-09")]).count == 1)
  }

  @Test func aDayBeforeItsNounBehindAfterDatesOnlyThat() {
    let day = [("Monday", Timex.Kind.date, "2017-05-08")]
    #expect(
      clauses("Three more guests have died after Monday's fire in Łódź.", day)
        == ["2017-05-08 Monday's fire in Łódź."].map { String($0.dropLast()) })
    #expect(clauses("Trains run again in Łódź following Monday's storm, Zoë said.", day) == ["2017-05-08 Monday's storm"])
    #expect(clauses("Three guests died in Monday's fire in Łódź.", day) == ["2017-05-08 Three guests died in Monday's fire in Łódź."])
  }

  @Test func datesNothingByHours() {
    #expect(clauses("It came hours after Trump fired Comey.", [("hours", .duration, "PTXH")]) == [])
  }

  @Test(arguments: [
    (
      "\"I went home,\" she told the broadcaster Radio Zürich on Wednesday evening.",
      "\"I went home,\" she told the broadcaster Radio Zürich on Wednesday evening."
    ),
    ("Reyes told the envoy of her plan in a call on Wednesday.", "Reyes told the envoy of her plan in a call on Wednesday."),
    ("Reyes told the envoy that the harbour was closed on Wednesday.", "the harbour was closed on Wednesday."),
    ("Reyes told the station she would leave the city on Wednesday.", "she would leave the city on Wednesday."),
    ("The town announced the sale of its harbour on Wednesday.", "The town announced the sale of its harbour on Wednesday."),
    ("The town announced the harbour would be sold on Wednesday.", "the harbour would be sold on Wednesday."),
  ])
  func whatIsReportedBeginsBehindWhoIsTold(text: String, clause: String) {
    #expect(clauses(text, [("Wednesday", .date, "2017-05-10")]) == ["2017-05-10 \(clause)"])
  }

  @Test func aNounIsNotCutFromItsRelativeClause() {
    #expect(
      clauses(
        "If you bought a café in 2016, you are part of the plan that the town announced yesterday.",
        [("2016", .date, "2016"), ("yesterday", .date, "2017-05-09")])
        == ["2016 If you bought a café in 2016", "2017-05-09 you are part of the plan that the town announced yesterday."])
  }

  @Test(arguments: [
    (
      "It reported a first-quarter profit of 3 million euros in April.",
      ["2017-04 It reported a first-quarter profit of 3 million euros in April."]
    ),
    ("The café will publish its first-quarter figures in April.", ["2017-04 The café will publish its first-quarter figures in April."]),
    ("It reported a first-quarter profit.", []),
    ("Its first-quarter profit fell.", ["2017-01-01/2017-03-31 Its first-quarter profit fell."]),
  ])
  func thePeriodOfPublishedFiguresIsNoDate(text: String, expected: [String]) {
    let quarter = ("first-quarter", Timex.Kind.date, "2017-Q1")
    #expect(clauses(text, text.contains("April") ? [quarter, ("April", .date, "2017-04")] : [quarter]) == expected)
  }

  @Test(arguments: [
    ("Vega scored late to give the team their first cup since 1974 and break hearts.", "their first cup since 1974"),
    ("It was the first cup of the team since 1974.", "It was the first cup of the team since 1974."),
    ("She scored late, as fans had not seen since 1974.", "She scored late, as fans had not seen since 1974."),
  ])
  func theFirstSinceAYearIsThatYearsOnly(text: String, clause: String) {
    #expect(clauses(text, [("1974", .date, "1974")]).allSatisfy { $0 == "1974 \(clause)" })
  }

  @Test func aReportedClauseBeginsBehindThat() {
    #expect(
      clauses(
        "Police said on Wednesday that they had closed the harbour in May.",
        [("Wednesday", .date, "2017-05-10"), ("May", .date, "2017-05")]
      ).last == "2017-05 they had closed the harbour in May.")
  }
}
