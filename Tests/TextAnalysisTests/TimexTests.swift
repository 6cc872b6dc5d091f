import Testing

@testable import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The day of publication in these tests: a Wednesday.
private let publication = CalendarDate(year: 2017, month: 5, day: 10)

/// Tags a marked text and checks spans and values: `found == marked`.
private func expectValues(
  _ marked: String, _ values: [String], reference: CalendarDate? = publication, sourceLocation: SourceLocation = #_sourceLocation
) {
  let expected = MarkedText(marked)
  let document = Document(expected.text)
  let found = TimexTagger.tag(document, reference: reference)
  #expect(found.map(\.span) == expected.spans, "\(found.map { document.string($0.span) })", sourceLocation: sourceLocation)
  #expect(found.map(\.value) == values, sourceLocation: sourceLocation)
}

@Suite("Dates that say it all")
struct TimexExplicitDateTests {
  @Test(arguments: [
    ("The café closed on ⟦2026-03-04⟧ and reopened ⟦2026/05/01⟧.", ["2026-03-04", "2026-05-01"]),
    ("Zoë was born ⟦Feb. 24, 1955⟧, and left on ⟦24 February 1999⟧.", ["1955-02-24", "1999-02-24"]),
    ("Señor Ruiz came on ⟦the 3rd of March, 2016⟧.", ["2016-03-03"]),
    ("Häagen opened ⟦Monday, May 8, 2017⟧.", ["2017-05-08"]),
    ("In ⟦October 2015⟧ and ⟦May of 2016⟧ the café was full.", ["2015-10", "2016-05"]),
    ("The naïve plan of ⟦2014⟧ failed before ⟦fiscal 2016⟧.", ["2014", "FY2016"]),
    ("“It ran from ⟦May 3-5⟧,” she said.", ["2017-05-03/2017-05-05"]),
  ])
  func readsDates(marked: String, values: [String]) { expectValues(marked, values) }

  @Test func readsSlashedDatesInTheOrderOfTheArticle() {
    expectValues("Zürich: ⟦13/4/2016⟧, then ⟦3/4/2016⟧.", ["2016-04-13", "2016-04-03"])
    expectValues("Zürich: ⟦4/13/2016⟧, then ⟦3/4/2016⟧.", ["2016-04-13", "2016-03-04"])
  }

  @Test func readsDecadesAndCenturies() {
    expectValues("Cafés of ⟦the 1990s⟧, ⟦the '60s⟧ and ⟦the late 19th century⟧.", ["199", "196", "18"])
  }

  @Test func readsQuartersHalvesAndSeasons() {
    expectValues(
      "Nestlé grew in ⟦the third quarter of 2006⟧, ⟦Q1 2007⟧, ⟦the first half of last year⟧ and ⟦the summer of 2012⟧.",
      ["2006-Q3", "2007-Q1", "2016-H1", "2012-SU"])
  }

  @Test func readsTheNthWeekdayAndWeekOfAMonth() {
    expectValues("It’s on ⟦the first Monday of June 2017⟧ or in ⟦the last week of April 2017⟧.", ["2017-06-05", "2017-W17"])
  }

  @Test func computesMovableHolidays() {
    expectValues(
      "A café Mass on ⟦Easter Sunday⟧, closed on ⟦Thanksgiving 2016⟧ and ⟦Good Friday 2018⟧.", ["2017-04-16", "2016-11-24", "2018-03-30"])
  }

  @Test func givesTheAttacksOf2001TheirYear() {
    expectValues("Since ⟦9/11⟧ – the ⟦Sept. 11⟧ attacks – much changed.", ["2001-09-11", "2001-09-11"])
  }
}

@Suite("Days joined, and days of a year named beside them")
struct TimexJoinedDateTests {
  @Test(arguments: [
    ("The Gdańsk yard closed on ⟦8 and 9 March⟧.", ["2017-03-08/2017-03-09"]),
    ("The Gdańsk yard closed on ⟦March 8 and 9⟧.", ["2017-03-08/2017-03-09"]),
    ("The Gdańsk yard closed on ⟦March 8, 9 and 10, 2016⟧.", ["2016-03-08/2016-03-10"]),
    ("The Gdańsk yard closed from ⟦March 8 to 11⟧, and between ⟦3 and 7 April⟧.", ["2017-03-08/2017-03-11", "2017-04-03/2017-04-07"]),
    ("Strikes in Gdańsk on ⟦March 8 and 9⟧ shut the port.", ["2017-03-08/2017-03-09"]),
    ("In Gdańsk 3 died on ⟦March 8⟧ and 9 were hurt.", ["2017-03-08"]),
    ("In Gdańsk they met on ⟦March 8⟧ and 9 people were held.", ["2017-03-08"]),
    ("In Gdańsk 3 died on ⟦March 8⟧ and 9 on ⟦March 9⟧.", ["2017-03-08", "2017-03-09"]),
  ])
  func joinsDaysOfAMonth(marked: String, values: [String]) { expectValues(marked, values) }

  @Test(arguments: [
    ("Zoë was seized on ⟦February 3 last year⟧.", ["2016-02-03"]),
    ("The Łódź fair opens on ⟦July 9 next year⟧.", ["2018-07-09"]),
    ("The Łódź fair opened on ⟦April 9 this year⟧.", ["2017-04-09"]),
    ("Zoë was held in ⟦2011⟧ and let go on ⟦March 5 that year⟧.", ["2011", "2011-03-05"]),
    (
      "In ⟦2011⟧ Zoë won. In ⟦August of the same year⟧ she lost, and in ⟦March of the following year⟧ she left.",
      ["2011", "2011-08", "2012-03"]
    ),
    ("On ⟦April 9⟧ ⟦last year⟧’s champion, Zoë, lost.", ["2017-04-09", "2016"]),
  ])
  func readsTheYearBehindADay(marked: String, values: [String]) { expectValues(marked, values) }

  @Test(arguments: [
    ("Nestlé’s sales fell in ⟦the six months to March⟧.", ["2016-10-01/2017-03-31"]),
    ("Nestlé’s profit rose over ⟦the year to the end of April⟧.", ["2016-05-01/2017-04-30"]),
    ("Nestlé’s profit rose in ⟦the quarter to March 31, 2015⟧.", ["2015-01-01/2015-03-31"]),
    ("Nestlé sold nine mills in ⟦the two weeks to 7 May⟧.", ["2017-04-24/2017-05-07"]),
    ("It took ⟦three months⟧ to march to Orléans.", ["P3M"]),
  ])
  func readsStretchesByTheirEnd(marked: String, values: [String]) { expectValues(marked, values) }
}

@Suite("Dates anchored to publication")
struct TimexAnchoringTests {
  @Test(arguments: [
    ("The minister’s deal was signed ⟦Thursday⟧.", "2017-05-04"),
    ("The café will open ⟦Thursday⟧.", "2017-05-11"),
    ("They’re expected to meet ⟦Friday⟧ in Kraków.", "2017-05-12"),
    ("The hearing – delayed again – was adjourned until ⟦Monday⟧.", "2017-05-15"),
    ("The café opened ⟦Wednesday⟧.", "2017-05-10"),
    ("The naïve plan failed ⟦last Friday⟧.", "2017-05-05"),
    ("The naïve plan starts ⟦next Friday⟧.", "2017-05-12"),
    ("José met him on ⟦Tuesday of last week⟧.", "2017-05-02"),
    ("The café’s record was set ⟦Monday⟧.", "2017-05-08"),
    ("The cabinet approved the Zürich bridge plan on ⟦Monday⟧ after a long debate.", "2017-05-08"),
    ("José welcomed the promise of a vote ⟦Monday⟧.", "2017-05-08"),
    ("Zoë is set to speak ⟦Monday⟧.", "2017-05-15"),
    ("Voters in Łódź go to the polls on ⟦Sunday⟧.", "2017-05-14"),
    ("Zoë took the case to Łódź on ⟦Sunday⟧.", "2017-05-07"),
    ("José will meet his newly elected rival ⟦Monday⟧.", "2017-05-15"),
    ("Zoë plans to cut prices ⟦Friday⟧.", "2017-05-12"),
    ("The café’s boss is being held after ⟦Friday⟧’s fire.", "2017-05-05"),
  ])
  func placesWeekdaysByTense(marked: String, value: String) { expectValues(marked, [value]) }

  @Test func theNearestVerbBeforeTheDayDecides() {
    expectValues(
      "The pact he signed ⟦Friday⟧ will take effect ⟦Saturday⟧, Müller said ⟦Monday⟧.", ["2017-05-05", "2017-05-13", "2017-05-08"])
  }

  @Test(arguments: [
    ("Officers are still seeking a driver after ⟦Monday⟧’s fatal crash in Kraków.", "2017-05-08"),
    ("Zoë is due to face questions about ⟦Friday⟧’s riots.", "2017-05-05"),
    ("Crowds gathered in Kraków following ⟦Friday⟧’s verdict.", "2017-05-05"),
    ("Traders expect shares to open above ⟦Monday⟧’s close.", "2017-05-08"),
    ("Zoë hopes to win ⟦Sunday⟧’s election.", "2017-05-14"),
    ("The Kraków side will fly home after ⟦Sunday⟧’s final.", "2017-05-14"),
    ("Zoë is to testify at ⟦Monday⟧’s murder trial.", "2017-05-15"),
    ("Bids for the Kraków mill must be in by ⟦Monday⟧’s close.", "2017-05-15"),
  ])
  func knowsThatAccidentsAreOver(marked: String, value: String) { expectValues(marked, [value]) }

  @Test(arguments: [
    ("The Łódź council announced a ban on cars starting ⟦Saturday⟧.", "2017-05-13"),
    ("The railway cancelled all trains to Łódź from ⟦Friday⟧.", "2017-05-12"),
    ("Łódź’s schools suspended lessons through ⟦Friday⟧.", "2017-05-12"),
    ("Nurses in Łódź called a walkout for ⟦Monday⟧.", "2017-05-15"),
    ("The judge in Łódź set a hearing for ⟦Friday⟧.", "2017-05-12"),
    ("Snow fell on Łódź, beginning ⟦Saturday⟧.", "2017-05-06"),
    ("Trains from Łódź were halted from ⟦Saturday⟧.", "2017-05-06"),
    ("Łódź picked a goalkeeper for ⟦Sunday⟧’s match.", "2017-05-07"),
    ("The council imposed a curfew on Łódź beginning ⟦Tuesday⟧.", "2017-05-09"),
  ])
  func knowsWhatWasPlanned(marked: String, value: String) { expectValues(marked, [value]) }

  @Test(arguments: [
    ("Zoë pressed the firm to hand over its files by ⟦Friday⟧.", "2017-05-12"),
    ("The court told the café to pay its staff by ⟦August⟧.", "2017-08"),
    ("The café failed to pay its staff by ⟦Friday⟧.", "2017-05-05"),
    ("Guests were allowed to enter the café on ⟦Friday⟧.", "2017-05-05"),
    ("José had been invited to speak on ⟦Friday⟧.", "2017-05-05"),
    ("José agreed to speak on ⟦Friday⟧.", "2017-05-12"),
    ("The café’s sale, which was to be signed on ⟦Friday⟧, was put off.", "2017-05-12"),
    ("The café’s sale was to be signed on ⟦Friday⟧.", "2017-05-12"),
  ])
  func tellsDeadlinesFromWhatWasDone(marked: String, value: String) { expectValues(marked, [value]) }

  @Test(arguments: [
    ("The Łódź café will be open on ⟦Sunday⟧.", "2017-05-14"),
    ("Most of Łódź will have power on ⟦Sunday⟧.", "2017-05-14"),
    ("Voters in Łódź would have a say in ⟦July⟧.", "2017-07"),
    ("All of Łódź would have light by ⟦Sunday night⟧, it said.", "2017-05-14TNI"),
    ("Łódź hopes to have power restored by ⟦Friday⟧.", "2017-05-12"),
    ("The Łódź hostages are to be freed on ⟦Saturday⟧.", "2017-05-13"),
    ("By ⟦Friday⟧ all of Łódź will have been searched.", "2017-05-12"),
    // What is supposed is over.
    ("The Łódź fire may have started on ⟦Monday⟧.", "2017-05-08"),
    ("The Łódź plant should have been shut in ⟦December⟧.", "2016-12"),
    ("The thieves must have entered the Łódź museum on ⟦Sunday⟧.", "2017-05-07"),
    // What could not be done is told of as it was.
    ("Zoë could not be reached for comment on ⟦Monday⟧.", "2017-05-08"),
    ("Zoë would not say on ⟦Tuesday⟧ who paid.", "2017-05-09"),
    ("José refused to answer questions on ⟦Monday⟧.", "2017-05-08"),
    ("The talks in Łódź did not resume on ⟦Monday⟧.", "2017-05-08"),
    ("They failed to meet in Łódź on ⟦Monday⟧.", "2017-05-08"),
  ])
  func readsModalsBeforeBeAndHave(marked: String, value: String) { expectValues(marked, [value]) }

  @Test(arguments: [
    ("José was told to appear on ⟦Friday⟧.", "2017-05-12"),
    ("José was ordered to report to prison on ⟦Monday⟧.", "2017-05-15"),
    ("The judge ordered José to appear on ⟦Friday⟧.", "2017-05-12"),
    ("The judge told José’s jurors to return on ⟦Monday⟧.", "2017-05-15"),
    ("Zoë is due to travel on ⟦Tuesday⟧.", "2017-05-16"),
    ("Guests of the café were asked to return by ⟦Sunday⟧.", "2017-05-14"),
    ("Łódź has asked residents to stay home on ⟦Friday⟧.", "2017-05-12"),
    ("Łódź has ordered schools to close on ⟦Friday⟧.", "2017-05-12"),
    ("Zoë was summoned to appear before Łódź police on ⟦Friday⟧.", "2017-05-12"),
    ("Zoë was allowed to return to Łódź on ⟦Friday⟧.", "2017-05-05"),
    ("Zoë served in Łódź until ⟦November⟧.", "2016-11"),
    ("Zoë was in office in Łódź until ⟦Monday⟧.", "2017-05-08"),
    ("A warning was in place in Łódź until ⟦Friday⟧.", "2017-05-12"),
    ("The judge in Łódź blocked the offer until at least ⟦Monday⟧.", "2017-05-15"),
    ("The two were to meet in Łódź on ⟦Friday⟧.", "2017-05-12"),
    ("Work that was to begin in Łódź in ⟦January⟧ has been delayed.", "2017-01"),
    ("The café is not expected to reopen until ⟦Friday⟧.", "2017-05-12"),
    ("Łódź has asked a judge to look into the crash on ⟦Sunday⟧.", "2017-05-07"),
  ])
  func whatIsOrderedLiesAhead(marked: String, value: String) { expectValues(marked, [value]) }

  @Test func theDayOfAnAgreementIsNotThatOfItsPlan() {
    expectValues("José agreed on ⟦Tuesday⟧ to meet Zoë again on ⟦Friday⟧.", ["2017-05-09", "2017-05-12"])
  }

  @Test(arguments: [
    ("Analysts at Société Générale expected another cut in ⟦July⟧.", "2017-07"),
    ("Société Générale is betting on the next interest rate cut in ⟦July⟧.", "2017-07"),
    ("Société Générale expects a takeover bid in ⟦August⟧.", "2017-08"),
    ("The Société Générale man put the odds of a cut in ⟦August⟧ at nil.", "2017-08"),
    ("The Zürich bank cut rates in ⟦August⟧.", "2016-08"),
    ("Another hit the café in ⟦August⟧.", "2016-08"),
    ("The storm that hit Orléans in ⟦August⟧ was mild.", "2016-08"),
  ])
  func aNounLikeAPastFormIsNoVerb(marked: String, value: String) { expectValues(marked, [value]) }

  @Test(arguments: [
    ("Inflation in Zürich will rise to 3.7% in ⟦2018⟧, up from 2.5% in ⟦December⟧.", ["2018", "2016-12"]),
    ("Zürich is expected to grow 0.75% in ⟦2018⟧, down from 1.5% in its ⟦November⟧ forecast.", ["2018", "2016-11"]),
    ("Zürich’s jobless rate is forecast to rise to 4.2% from 4.1% in ⟦December⟧.", ["2016-12"]),
    ("Output in Zürich is expected to fall in ⟦July⟧ from 1.2 million barrels in ⟦January⟧.", ["2017-07", "2017-01"]),
    ("Zürich is expected to grow 0.9% in ⟦2018⟧, down from the 1.1% projected in ⟦December⟧.", ["2018", "2016-12"]),
    ("It will be lower in Zürich than in ⟦November⟧.", ["2016-11"]),
    ("Zürich’s fares will go up from ⟦August⟧.", ["2017-08"]),
    ("Zürich’s wage will rise to $12 from $11 in ⟦June⟧.", ["2017-06"]),
  ])
  func whatAFigureIsComparedWithIsOver(marked: String, values: [String]) { expectValues(marked, values) }

  @Test(arguments: [
    ("Zoë could face prison when she is sentenced in ⟦July⟧.", "2017-07"),
    ("Unless a deal is reached by ⟦Friday⟧, the café shuts.", "2017-05-12"),
    ("If elected on ⟦Sunday⟧, Zoë would raise taxes.", "2017-05-14"),
    ("Once the café has opened in ⟦July⟧, it pays taxes.", "2017-07"),
    ("When asked about the café on ⟦Monday⟧, Zoë left.", "2017-05-08"),
    ("The Łódź final is on ⟦Sunday⟧.", "2017-05-14"),
    ("The next try in Łódź is no earlier than ⟦Sunday⟧.", "2017-05-14"),
    ("⟦Monday⟧ is a holiday in Łódź.", "2017-05-15"),
    ("Liverpool face Málaga on ⟦Sunday⟧.", "2017-05-14"),
    ("Zoë plays Kerber on ⟦Friday⟧.", "2017-05-12"),
    ("Zoë plays a shot in Málaga on ⟦Monday⟧.", "2017-05-08"),
    ("Traders in Málaga await ⟦Friday⟧’s jobs report.", "2017-05-12"),
    ("Ahead of ⟦Sunday⟧’s vote, Zoë held rallies.", "2017-05-14"),
    ("Ahead of ⟦Monday⟧’s vote, Zoë held rallies.", "2017-05-08"),
    ("The match in Málaga, postponed from ⟦Saturday⟧ because of snow, was lost.", "2017-05-06"),
    ("The match in Málaga kicks off on ⟦Saturday⟧.", "2017-05-13"),
    ("The match in Málaga takes place on ⟦Saturday⟧.", "2017-05-13"),
    ("More rain and a gale from Málaga are possible ⟦Friday⟧.", "2017-05-12"),
    ("Zoë turns 80 in ⟦June⟧.", "2017-06"),
    ("Zoë’s term ends in ⟦December⟧.", "2017-12"),
    ("The Málaga plan calls for elections in ⟦October⟧.", "2017-10"),
    ("Nurses in Málaga called a strike to begin on ⟦Monday⟧.", "2017-05-15"),
    ("The Málaga measure goes before voters in ⟦November⟧.", "2017-11"),
    ("Málaga’s café will open on ⟦New Year’s Day⟧.", "2018-01-01"),
  ])
  func readsThePresentOfPlansAndConditions(marked: String, value: String) { expectValues(marked, [value]) }

  @Test(arguments: [
    ("Police in Łódź are appealing for witnesses to the crash on ⟦Sunday⟧.", "2017-05-07"),
    ("Police in Łódź are investigating a brawl on ⟦Sunday⟧.", "2017-05-07"),
    ("People in Łódź wait in line to vote on ⟦Sunday⟧.", "2017-05-07"),
    ("Her return to court in Łódź on ⟦Monday⟧ drew crowds.", "2017-05-08"),
    ("The prize will be given to José by Zoë, whose father died on ⟦Monday⟧.", "2017-05-08"),
    ("José will run again after losing in ⟦November⟧.", "2016-11"),
    ("The vote in Łódź will be the first since a coup in ⟦August⟧.", "2016-08"),
    ("Sales in Łódź will fall after a drop in ⟦December⟧.", "2016-12"),
    ("The bomb that killed four in Łódź on ⟦Saturday⟧ will be examined.", "2017-05-06"),
    ("The pact that took effect in Łódź in ⟦January⟧ ends with a bang.", "2017-01"),
  ])
  func knowsWhatIsOverBesideThePresent(marked: String, value: String) { expectValues(marked, [value]) }

  @Test func aTimeTakesTheDayBehindOn() {
    expectValues(
      "It reached León late on ⟦Tuesday⟧ (⟦03:20 GMT⟧ on ⟦Wednesday⟧).", ["2017-05-09", "2017-05-10T03:20Z", "2017-05-10"])
  }

  @Test func theHourOfWhatIsOnADayGoesWithIt() {
    expectValues("The final in León is at ⟦6:30 p.m.⟧ on ⟦Sunday⟧.", ["2017-05-14T18:30", "2017-05-14"])
  }

  @Test func theAMBehindAnHourIsNoVerb() {
    expectValues("José was picked up near Łódź at ⟦9 am⟧ on ⟦Monday⟧.", ["2017-05-08T09:00", "2017-05-08"])
  }

  @Test func aDayBehindTheHourOfADeadlineIsAheadWithIt() {
    expectValues("José told the café to shut by ⟦10 p.m.⟧ on ⟦Friday⟧.", ["2017-05-12T22:00", "2017-05-12"])
    expectValues("José left the café at ⟦10 p.m.⟧ on ⟦Friday⟧.", ["2017-05-05T22:00", "2017-05-05"])
  }

  @Test func aStretchOfWeekdaysThatIsOverEndsBeforePublication() {
    expectValues("Snow shut the café ⟦Tuesday⟧ through ⟦Friday⟧.", ["2017-05-02", "2017-05-05"])
    expectValues("The café was shut from ⟦Tuesday⟧ to ⟦Friday⟧.", ["2017-05-02", "2017-05-05"])
    expectValues("The café will be shut from ⟦Tuesday⟧ to ⟦Friday⟧.", ["2017-05-16", "2017-05-19"])
  }

  @Test(arguments: [
    ("The café burned down in ⟦November⟧.", "2016-11"),
    ("The café will reopen in ⟦November⟧.", "2017-11"),
    ("The vote was moved to ⟦June⟧, José said.", "2017-06"),
    ("Zoë won on ⟦April 12⟧.", "2017-04-12"),
    ("Zoë takes her exam on ⟦23 June⟧.", "2017-06-23"),
    ("Zoë came ⟦last September⟧.", "2016-09"),
  ])
  func placesMonthsAndDaysOfMonths(marked: String, value: String) { expectValues(marked, [value]) }

  @Test func aYearSharedByARangeIsThatOfItsEnd() {
    expectValues("Sales – all of them – rose between ⟦June⟧ and ⟦September 2008⟧.", ["2008-06", "2008-09"])
  }

  @Test(arguments: [
    ("⟦Yesterday⟧’s café, ⟦tomorrow morning⟧’s bar.", ["2017-05-09", "2017-05-11TMO"]),
    ("It’s up ⟦this week⟧, ⟦last month⟧ and ⟦next year⟧.", ["2017-W19", "2017-04", "2018"]),
    ("Café sales fell ⟦two weeks ago⟧ and ⟦10 years ago⟧.", ["2017-W17", "2007"]),
    ("It’s due ⟦six months from now⟧.", ["2017-11"]),
    ("Café sales fell over ⟦the weekend⟧ and ⟦weekend⟧ talks failed.", ["2017-W18-WE", "2017-W18-WE"]),
    ("It’s been so since ⟦the end of March⟧ or ⟦early last year⟧.", ["2017-03", "2016"]),
  ])
  func countsFromPublication(marked: String, values: [String]) { expectValues(marked, values) }

  @Test func weeksAtYearEndsAreISOWeeks() {
    expectValues("José left ⟦this week⟧.", ["2020-W53"], reference: CalendarDate(year: 2021, month: 1, day: 1))
    expectValues("José left ⟦last week⟧.", ["2015-W53"], reference: CalendarDate(year: 2016, month: 1, day: 5))
    expectValues("José left ⟦this week⟧.", ["2019-W01"], reference: CalendarDate(year: 2018, month: 12, day: 31))
  }

  @Test func withoutPublicationDayRelativeDatesStayUnknown() {
    expectValues(
      "José left ⟦Thursday⟧, ⟦last week⟧, ⟦May 10⟧ and ⟦yesterday⟧, as in ⟦2014⟧.",
      ["XXXX-WXX-4", "XXXX-WXX", "XXXX-05-10", "XXXX-XX-XX", "2014"],
      reference: nil)
  }
}

@Suite("Dates anchored to earlier dates")
struct TimexAnaphoraTests {
  @Test(arguments: [
    ("Café Kraków opened on ⟦March 3, 2016⟧. ⟦Two days later⟧ it closed.", ["2016-03-03", "2016-03-05"]),
    ("José came on ⟦March 3, 2016⟧ and left ⟦the following day⟧.", ["2016-03-03", "2016-03-04"]),
    ("José came on ⟦March 3, 2016⟧. ⟦That week⟧ it snowed.", ["2016-03-03", "2016-W09"]),
    ("José came on ⟦March 3, 2016⟧ and left ⟦the following Monday⟧.", ["2016-03-03", "2016-03-07"]),
    ("José spoke in Orléans following ⟦Monday⟧’s vote.", ["2017-05-08"]),
    ("José ran in ⟦2012⟧ and won ⟦the following June⟧.", ["2012", "2013-06"]),
    ("José ran on ⟦March 3, 2012⟧. By ⟦that June⟧ he was mayor; he had come ⟦the previous August⟧.", ["2012-03-03", "2012-06", "2011-08"]),
    ("José ran in ⟦2012⟧. He said that ⟦June⟧ was warm.", ["2012", "2016-06"]),
    ("Zoë ran in ⟦2012⟧ and won the seat ⟦that fall⟧.", ["2012", "2012-FA"]),
    ("Zoë won in ⟦1998⟧ and lost ⟦two years later⟧.", ["1998", "2000"]),
    ("Nestlé lost money in ⟦the quarter⟧ ended ⟦Dec. 31, 2015⟧.", ["2015-Q4", "2015-12-31"]),
    ("Nestlé’s ⟦first-quarter⟧ profit rose from ⟦a year earlier⟧.", ["2017-Q1", "2016-Q1"]),
    ("Stocks – and cafés – fell ⟦Monday⟧, ending ⟦the day⟧ lower.", ["2017-05-08", "2017-05-08"]),
  ])
  func followsTheLastFittingDate(marked: String, values: [String]) { expectValues(marked, values) }

  @Test func backgroundDoesNotAnchor() {
    expectValues("He’s led it since ⟦2003⟧. Sales fell from ⟦a year earlier⟧.", ["2003", "2016"])
  }

  @Test func namesWhatAValueWasAnchoredTo() throws {
    let document = Document("José signed it Thursday. Two days later he left.")
    let found = TimexTagger.tag(document, reference: publication)
    #expect(found.map(\.anchor) == [.publication, .expression(try #require(found.first).span)])
    #expect(found.first?.reason == "the Thursday before publication, past tense “signed”")
    #expect(found.last?.reason == "2 days after “Thursday”")
    #expect(found.map(\.rule) == ["weekday-date", "ago-later"])
  }
}

@Suite("Times of day")
struct TimexTimeTests {
  @Test(arguments: [
    ("At ⟦10:30 a.m. EST Tuesday⟧ the café closed.", ["2017-05-09T10:30"]),
    ("The café closed ⟦Tuesday⟧ at ⟦3 p.m.⟧", ["2017-05-09", "2017-05-09T15:00"]),
    ("It’s been shut since ⟦6 p.m.⟧ (⟦1600 GMT⟧) ⟦Sunday⟧.", ["2017-05-07T18:00", "2017-05-07T16:00Z", "2017-05-07"]),
    ("José left ⟦Monday night⟧, ⟦early Tuesday morning⟧ or ⟦this afternoon⟧.", ["2017-05-08TNI", "2017-05-09TMO", "2017-05-10TAF"]),
    ("José came at ⟦five o’clock⟧ and left at ⟦noon⟧.", ["2017-05-10T05:00", "2017-05-10T12:00"]),
  ])
  func readsTimes(marked: String, values: [String]) { expectValues(marked, values) }

  @Test func aScoreIsNoTime() { expectValues("Kraków won 3:20 and lost 10:30.", []) }
}

@Suite("Durations and sets")
struct TimexLengthTests {
  @Test(arguments: [
    ("It’s ⟦18 months⟧, ⟦24 hours⟧ or ⟦two and a half years⟧.", ["P18M", "PT24H", "P2.5Y"]),
    ("A ⟦five-year⟧ café lease, ⟦half an hour⟧ long.", ["P5Y", "PT30M"]),
    ("It’s ⟦the past two decades⟧, ⟦nearly five months⟧, ⟦several years⟧.", ["P20Y", "P5M", "PXY"]),
    ("It’s taken ⟦years⟧, not ⟦two hours and 15 minutes⟧.", ["PXY", "PT2H15M"]),
    ("The café’s ⟦twenty-five years⟧ and ⟦one hundred and ten days⟧.", ["P25Y", "P110D"]),
  ])
  func readsDurations(marked: String, values: [String]) { expectValues(marked, values) }

  @Test(arguments: [
    ("He’s paid $5 ⟦a day⟧ and sees 15 cafés ⟦a year⟧.", ["P1D", "P1Y"]),
    ("Zoë swims ⟦twice a week⟧ and ⟦every Sunday⟧.", ["P1W", "XXXX-WXX-7"]),
    ("It’s ⟦daily⟧ news with ⟦annual⟧ awards ⟦every two years⟧.", ["P1D", "P1Y", "P2Y"]),
  ])
  func readsSets(marked: String, values: [String]) {
    expectValues(marked, values)
    let found = TimexTagger.tag(Document(MarkedText(marked).text), reference: publication)
    #expect(found.allSatisfy { $0.kind == .set })
  }

  @Test func anAgeIsNoDuration() { expectValues("A 6-year-old girl, José, 45 years old, and children aged 8 to 10 years.", []) }

  @Test func readsVagueReferences() {
    expectValues(
      "It’s ⟦now⟧ over; ⟦recently⟧ and in ⟦recent years⟧ it was not, and in ⟦the near future⟧ it won’t be.",
      ["PRESENT_REF", "PAST_REF", "PAST_REF", "FUTURE_REF"])
  }
}

@Suite("What is no time")
struct TimexFalsePositiveTests {
  @Test(arguments: [
    "Theresa May – and Mr. March – may march, said April Jones.",
    "USA Today’s café and the Sunday Times, the Daily Mail and Sun Microsystems.",
    "Windows 2000 – for $1999 – has 2000 users and 2003 points.",
    "Café Zürich: the second half of the match, a second goal, the fall of Saigon.",
    "A total – 2882015 – of 1,998 votes; Flight 1998; 24/7.",
    "Zoë saved the day; she is the player of the year.",
    "Zoë counts the shells that fall on Orléans, and the hopes that spring from a truce.",
    "Children that fall ill and rents that fall: Zoë helps.",
  ])
  func leavesNamesAndNumbersAlone(text: String) { expectValues(text, []) }
}

@Suite("Furniture")
struct TimexFurnitureTests {
  @Test func theTimeItTakesToReadIsNoTimeOfTheStory() {
    let text = "2 min read"
    let block = Block(span: TextSpan(0..<text.utf8.count), kind: .readingTime)
    #expect(TimexTagger.tag(Document(text, blocks: [block]), reference: publication).isEmpty)
  }
}

@Suite("The clause of an expression")
struct TimexClauseTests {
  @Test(arguments: [
    ("The café’s deal was signed Friday, José said Monday.", [false, true]),
    ("José told reporters on Tuesday that it burned on Sunday.", [true, false]),
    ("José said in a statement on Tuesday that it burned.", [true]),
    ("José on Monday said it burned Sunday.", [true, false]),
    ("José said the attack on Monday was his.", [false]),
  ])
  func knowsTheDayOfReporting(text: String, isReporting: [Bool]) {
    #expect(TimexTagger.tag(Document(text), reference: publication).map(\.isReportingDay) == isReporting)
  }

  @Test func showsTheTenseAndItsCue() throws {
    let document = Document("Zoë will speak Friday.")
    let found = try #require(TimexTagger.tag(document, reference: publication).first)
    #expect(found.isFuture)
    #expect(found.cue.map { document.string($0) } == "will")
    #expect(found.sentence == 0)
  }
}

/// The time that this thread has computed.
private func ownTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

@Suite("Long inputs")
struct TimexLongInputTests {
  /// Eight times the text may take twenty-four times the time, not sixty-four: clocks are rough. That of the thread counts no other program.
  @Test(arguments: [
    "twenty ", "the ", "1998 ", "“", "2-", "may ", "10:", "more than ", "Monday ", "last ", " ", "9/", "early ", "a year and a half ",
    "to ",
  ])
  func costIsLinear(piece: String) {
    func time(_ bytes: Int) -> Duration {
      let document = Document(String(repeating: piece, count: bytes / piece.utf8.count))
      return (0..<3).map { _ in
        let start = ownTime()
        _ = TimexTagger.tag(document, reference: publication)
        return ownTime() - start
      }.min() ?? .zero
    }
    let short = time(4_000)
    let long = time(32_000)
    #expect(long < max(short * 24, .milliseconds(50)))
  }
}

@Suite("Days covered by a value")
struct TimexDayRangeTests {
  @Test(arguments: [
    ("2017-05-10", "2017-05-10", DayRange.Precision.day), ("2017-05", "2017-05", .month), ("2017", "2017", .year),
    ("2017-W18", "2017-05-01/2017-05-07", .week), ("2017-W18-WE", "2017-05-06/2017-05-07", .weekend), ("2017-W18-4", "2017-05-04", .day),
    ("2017-Q2", "2017-04-01/2017-06-30", .quarter), ("2017-H2", "2017-07-01/2017-12-31", .half),
    ("2016-WI", "2016-12-01/2017-02-28", .season), ("2017-05-03/2017-05-05", "2017-05-03/2017-05-05", .range),
  ])
  func coversTheDaysOfAValue(value: String, iso: String, precision: DayRange.Precision) {
    #expect(DayRange(value: value)?.iso == iso)
    #expect(DayRange(value: value)?.precision == precision)
  }

  @Test(arguments: [
    "P2Y", "PAST_REF", "XXXX-05-10", "XXXX-WXX-4", "", "2017-13", "2017-W54", "2017-05-32", "2017-05-05/2017-05-03", "FY2017", "/",
    "2021-W53",
  ])
  func coversNothingWithoutADate(value: String) { #expect(DayRange(value: value) == nil) }
}

@Suite("A reference day from the text")
struct ReferenceDayTests {
  @Test func takesAFullDateThatAWeekdayConfirms() {
    let found = ReferenceDay(readFrom: Document("José left the café on May 10, 2017. He met Zoë Wednesday and left on Wednesday."))
    #expect(found?.day == publication)
    #expect(found?.weekdays.count == 2)
  }

  @Test func takesADateOnALineOfItsOwn() {
    let found = ReferenceDay(readFrom: Document("Café closes\n\nWednesday, May 10, 2017\n\nJosé left on April 3, 2015."))
    #expect(found?.day == publication)
  }

  @Test(arguments: [
    "José left on May 10, 2017. He met Zoë Thursday.",
    "José left on May 10, 2017.",
    "José left Wednesday.",
    "José left on May 10, 2017. He met Zoë Wednesday.",
    "José left on May 10, 2017. He met Zoë Wednesday and left Wednesday. It rained on May 17.",
    "The café will open on May 10, 2017, he said Wednesday.",
  ])
  func takesNoneWhenWordsDisagreeOrDoNotSuffice(text: String) { #expect(ReferenceDay(readFrom: Document(text)) == nil) }
}

/// Forms of newswire and of business reports.
@Suite("Newswire")
struct TimexNewswireTests {
  @Test(arguments: [
    ("Nestlé’s bonds, due ⟦2029⟧, fell; its ⟦2016⟧ earnings rose.", ["2029", "2016"]),
    ("São Paulo’s plan covers ⟦2011⟧ to ⟦2015⟧ and heads into ⟦2019⟧.", ["2011", "2015", "2019"]),
    ("The café lost World Cup ⟦2014⟧ and a celebrated ⟦2009⟧ prize.", ["2014", "2009"]),
    ("Enrolment at Université Laval rose in the ⟦1996-97⟧ school year.", ["1996/1997"]),
  ])
  func readsYearsWithoutADeterminer(marked: String, values: [String]) { expectValues(marked, values) }

  @Test(arguments: [
    "Citroën employs 1800 people and sold 2013 cars.", "Flight 1998 to Orléans left Room 2012.", "Émile read page 2003 of Resolution 1976.",
    "Café Müller’s bill came to 1776 dollars.",
  ])
  func aNumberedOrCountedThingIsNoYear(text: String) { expectValues(text, []) }

  @Test func aHalfOfResultsIsAHalfYearAndAHalfOfAMatchIsNone() {
    expectValues("Citroën’s sales rose in ⟦the first half⟧, but profit did not.", ["2017-H1"])
    expectValues("Müller scored in the second half.", [])
  }

  @Test func aQuarterOfAGameIsNoQuarter() { expectValues("José ran 20 yards for a touchdown in the fourth quarter.", []) }

  @Test func aQuarterWithoutANameIsTheOneJustOver() {
    expectValues("Nestlé lost money in ⟦the quarter⟧.", ["2017-Q1"])
    expectValues("That compares with a profit in ⟦the year-ago quarter⟧, Nestlé said.", ["2016-Q1"])
  }

  @Test func aQuarterAheadThatIsOverThisYearIsThatOfTheNext() {
    expectValues("The deal is expected to close at Crédit Agricole in ⟦the first quarter⟧.", ["2018-Q1"])
  }

  @Test func daysInARowFollowEachOther() {
    expectValues("Neige is forecast for ⟦Wednesday night⟧ and ⟦Thursday⟧.", ["2017-05-10TNI", "2017-05-11"])
    expectValues("São Paulo played on ⟦Friday⟧ and ⟦Saturday⟧.", ["2017-05-05", "2017-05-06"])
  }

  @Test func whatTakesEffectLiesAhead() { expectValues("The Québec law takes effect ⟦Jan. 1⟧.", ["2018-01-01"]) }

  @Test func aContractIsForTheNextSuchMonth() {
    expectValues("Crude for ⟦December⟧ delivery fell in São Paulo.", ["2017-12"])
    expectValues("Brent futures for ⟦December⟧ fell in São Paulo.", ["2017-12"])
  }

  @Test func theNextYearAfterADateIsTheOneThatFollowed() {
    expectValues("Zoë left in ⟦1999⟧; ⟦the next year⟧ she came back.", ["1999", "2000"])
    expectValues("Zoë will stay for ⟦the next year⟧.", ["P1Y"])
  }

  @Test func lengthsWithOrAreOne() {
    expectValues("José needs ⟦a day or two⟧, or ⟦a week or so⟧.", ["P2D", "P1W"])
  }

  @Test func readsTheEdgesOfTheNight() {
    expectValues(
      "Élan sank in ⟦the early hours of Tuesday⟧ and rose in ⟦the middle of the night⟧.", ["2017-05-09TMO", "2017-05-09TNI"])
    expectValues("The Bovespa fell in ⟦early afternoon⟧ trading.", ["2017-05-10TAF"])
  }

  @Test func repeatedPartsOfDaysAreSets() {
    expectValues("The café plays jazz ⟦Sunday nights⟧ and ⟦weeknights⟧.", ["XXXX-WXX-7TNI", "XXXX-WXX-XTNI"])
  }

  @Test func namesOfShowsAndPeopleAreNoDates() {
    expectValues("The “Today” show met Zoë and June Carter on Monday Night Football, after Black Monday.", [])
  }

  @Test(arguments: [
    "Zoë told the BBC’s Today programme that it was wrong.",
    "Zoë spoke on Radio 4’s Today, which she rarely does.",
    "Russia Today broadcast what Zoë said.",
    "He won most of Québec on Super Tuesday, as the Mail on Sunday reported.",
    "Zoë told the BBC’s Sunday with Laura Kuenssberg that taxes would rise.",
    "The café was shown on CBS Sunday Morning this time round.",
    "The Good Friday Agreement ended what Zoë had seen.",
  ])
  func namesThatHoldAWordOfTheCalendarAreNoDates(text: String) { expectValues(text, []) }

  @Test func aCapitalBehindAQuotationMarkIsNoName() {
    expectValues("Zoë said: “⟦Today⟧ we begin again.”", ["2017-05-10"])
  }

  @Test func aHolidayToldOfAsPastIsNotMonthsAhead() {
    expectValues("The ⟦Labour Day⟧ rally in Québec drew thousands.", ["2016-09-05"])
    expectValues("Zoë promised to finish by ⟦Christmas⟧.", ["2017-12-25"])
  }

  @Test(arguments: [
    ("The Banque de France signals cut in ⟦December⟧", ["2017-12"]),
    ("Traders at Société Générale have priced in a quarter-point cut in ⟦December⟧.", ["2017-12"]),
    ("Polls open at ⟦8 a.m.⟧ on ⟦Sunday⟧ in Orléans.", ["2017-05-14T08:00", "2017-05-14"]),
    ("Prime Minister Zoë Quill faces a vote of confidence on ⟦Thursday⟧.", ["2017-05-11"]),
    ("In Orléans polling stations open on ⟦Sunday⟧.", ["2017-05-14"]),
    ("Zoë decided by five votes to two on ⟦Tuesday⟧ to count every ballot again from ⟦Friday⟧.", ["2017-05-09", "2017-05-12"]),
  ])
  func plansAndOpeningsLieAhead(marked: String, values: [String]) { expectValues(marked, values) }

  @Test(arguments: [
    ("José and Zoë had been due to meet on ⟦Monday⟧.", ["2017-05-08"]),
    ("José and Zoë had been due to meet on ⟦Friday⟧.", ["2017-05-12"]),
    ("The café was originally due to open on ⟦Tuesday⟧.", ["2017-05-09"]),
    ("Work at the café that was to start on ⟦Thursday⟧ has been delayed.", ["2017-05-11"]),
    ("The café is due to open on ⟦Tuesday⟧.", ["2017-05-16"]),
    ("José had until ⟦5pm⟧ on ⟦Tuesday⟧ to bid for the café.", ["2017-05-09T17:00", "2017-05-09"]),
    ("José has until ⟦Tuesday⟧ to bid for the café.", ["2017-05-16"]),
    ("The deadline for the café, originally set for ⟦31 December⟧, has been extended twice.", ["2016-12-31"]),
    ("The café carries a robot that was to have leapt into a hole on ⟦Friday⟧.", ["2017-05-12"]),
  ])
  func aFormerPlanHasTheNearestDay(marked: String, values: [String]) { expectValues(marked, values) }

  @Test(arguments: [
    ("Zoë will pay a premium of 38% to the closing price on ⟦August 2⟧.", ["2016-08-02"]),
    ("NASA hopes to return in ⟦2019⟧, after delaying its Orléans flight in ⟦December⟧.", ["2019", "2016-12"]),
    ("The café tipped over in ⟦February 2016⟧ and stopped working ⟦a week later⟧.", ["2016-02", "XXXX-WXX"]),
  ])
  func whatIsOverIsNotAhead(marked: String, values: [String]) { expectValues(marked, values) }

  @Test func daysBeforeAnEventAreALength() { expectValues("In ⟦the days⟧ before the vote, Zoë slept.", ["PXD"]) }
}
