import Testing
import TextAnalysis

@Suite struct FigureTests {
  private func figures(_ text: String) -> (Document, [Figure]) {
    let document = Document(text)
    return (document, FigureTagger.tag(document, timexes: []))
  }

  @Test(arguments: [
    ("Since then the café row has caused ⟦more than 320,000 deaths⟧.", 320_000, "deaths", ">"),
    ("The war has killed ⟦up to 400,000 people⟧.", 400_000, "deaths", "<="),
    ("In Zürich ⟦1,400 soldiers⟧ and civilians have been killed.", 1400, "deaths", nil),
    ("The death toll from the blast in Málaga rose to ⟦117⟧.", 117, "deaths", nil),
    ("The blast cost ⟦five lives⟧.", 5, "deaths", nil),
    ("They fired ⟦59 cruise missiles⟧ at it.", 59, "missile", nil),
    ("It calls for ⟦four “de-escalation zones”⟧ to be made.", 4, "zone", nil),
    ("Shares fell ⟦about 7.3 percent⟧.", 7.3, "%", "~"),
    ("A deal worth ⟦$4.5 billion⟧ was signed.", 4_500_000_000, "USD", nil),
    ("It costs ⟦US$300m⟧ a year.", 300_000_000, "USD", nil),
    ("It cost ⟦at least £20⟧.", 20, "GBP", ">="),
    ("⟦Twenty-five miners⟧ were trapped.", 25, "people", nil),
    ("⟦Two hundred thousand people⟧ fled.", 200_000, "displaced", nil),
    ("⟦Half a million refugees⟧ arrived.", 500_000, "people", nil),
    ("The crash killed ⟦12⟧.", 12, "deaths", nil),
    ("⟦Nearly 3,000 people⟧ were injured.", 3_000, "injured", "<"),
    ("The lake is ⟦5 km⟧ long.", 5, "km", nil),
    ("Gusts in Málaga reached ⟦209km/h⟧.", 209, "km/h", nil),
    ("Gusts reached ⟦up to 209 km/h⟧.", 209, "km/h", "<="),
    ("It blew at ⟦60 miles per hour⟧.", 60, "mph", nil),
    ("It blew at ⟦more than 200 kilometres an hour⟧.", 200, "km/h", ">"),
    ("The pump moves ⟦40 m³⟧ of water.", 40, "m³", nil),
    ("It sold ⟦3bn cubic metres⟧ of gas.", 3e9, "m³", nil),
    ("The dam makes ⟦5 GWh⟧ a year.", 5, "GWh", nil),
    ("It was ⟦41.3°C⟧ in Málaga.", 41.3, "°C", nil),
    ("It was ⟦41.3 °C⟧ in Málaga.", 41.3, "°C", nil),
    ("The temperature in Málaga was ⟦40C⟧.", 40, "°C", nil),
    ("The night was cold at ⟦-12C⟧.", -12, "°C", nil),
    ("The night was cold at ⟦minus 5 degrees Celsius⟧.", -5, "°C", nil),
    ("The wall is ⟦15ft⟧ high.", 15, "ft", nil),
    ("The keeper is ⟦6ft 3in⟧ tall.", 6.25, "ft", nil),
    ("The keeper is ⟦6 feet 3 inches⟧ tall.", 6.25, "ft", nil),
    ("The keeper, ⟦6-foot-3⟧, saved it.", 6.25, "ft", nil),
    ("It had ⟦12in⟧ of rain.", 12, "in", nil),
    ("A wave ⟦8m⟧ high hit Málaga.", 8, "m", nil),
    ("It pumps ⟦1.2m barrels⟧ a day.", 1.2e6, "barrel", nil),
    ("The café lost ⟦5m customers⟧.", 5e6, "customer", nil),
    ("⟦More than a million people⟧ came.", 1e6, "people", ">"),
    ("⟦Nearly a hundred cars⟧ burned.", 100, "car", "<"),
    ("⟦About a dozen people⟧ came.", 12, "people", "~"),
    ("⟦Half a dozen bridges⟧ closed.", 6, "bridge", nil),
    ("⟦Two and a half million people⟧ came.", 2.5e6, "people", nil),
    ("⟦A quarter of a million people⟧ came.", 250_000, "people", nil),
    ("The tower in Málaga is ⟦828m⟧ tall.", 828, "m", nil),
    ("It paid ⟦Rs 4 crore⟧ for it.", 4e7, "INR", nil),
    ("It paid ⟦CHF 20 million⟧ for it.", 2e7, "CHF", nil),
    ("It paid ⟦3 lakh rupees⟧ for it.", 3e5, "INR", nil),
    ("Bodies were found, bringing to ⟦38⟧ the number of people confirmed dead.", 38, "deaths", nil),
    ("It will cut a third of its ⟦38,500 jobs⟧.", 38_500, "job", nil),
    ("One boat took many, ⟦two⟧ of whom later died.", 2, "deaths", nil),
    ("Rates rose by ⟦25bps⟧.", 25, "basis points", nil),
    ("A quake of ⟦magnitude 6.4⟧ hit Málaga.", 6.4, "magnitude", nil),
    ("In Málaga its ⟦magnitude was about 6⟧.", 6, "magnitude", "~"),
    ("The Málaga institute put the ⟦magnitude at 6.4⟧.", 6.4, "magnitude", nil),
    ("A ⟦6.4-magnitude⟧ quake hit Málaga.", 6.4, "magnitude", nil),
    ("A ⟦7.1 magnitude⟧ quake killed many.", 7.1, "magnitude", nil),
    ("The quake of ⟦magnitude 6.2⟧ flattened villages in Málaga.", 6.2, "magnitude", nil),
    ("The quake in Málaga measured ⟦6.4 on the Richter scale⟧.", 6.4, "magnitude", nil),
    ("The coalition in Málaga has a ⟦majority of five⟧.", 5, "majority", nil),
    ("It has a ⟦majority of just over 20 seats⟧ in Málaga.", 20, "majority", ">"),
  ])
  func finds(marked: String, value: Double, unit: String, qualifier: String?) {
    let expected = MarkedText(marked)
    let (document, found) = figures(expected.text)
    #expect(found.map { document.string($0.span) } == expected.strings)
    #expect(found.map(\.span) == expected.spans)
    #expect(found.first?.value == value)
    #expect(found.first?.unit == unit)
    #expect(found.first?.qualifier == qualifier)
  }

  @Test(arguments: [
    "Take Route 6 to the coast.", "Police arrested the 51-year-old skipper.", "They arrested a man aged 51.", "The iPhone 4 sold well.",
    "They won 3-2.", "Call 555-0199-22.", "the USS Porter (DDG 78) sailed",
    "It is the 10th time.",
    "the two sides met", "one of them left", "Version 2.0.1 is out.", "under Article 5", "a 20 year low", "It lasted six years.",
    "the 1990s", "One in three trains was late.", "Nine out of 10 people agreed.", "He promised P200,000 for each.",
    "He sat in seat 40C.", "It runs 20km/l.",
    "Half of the 300 people died.", "Three of the 12 people died.", "Up to two thirds of them left.",
    "A 1080p picture.", "It has 5G in Málaga.",
  ])
  func leavesOutNumbersThatCountNothing(text: String) {
    let (document, found) = figures(text)
    #expect(found.map { document.string($0.span) } == [])
  }

  @Test func readsTheTollBesideTheMagnitude() {
    let (document, found) = figures("The 7.1 magnitude quake killed at least 200.")
    #expect(found.map { document.string($0.span) } == ["7.1 magnitude", "at least 200"])
    #expect(found.map(\.unit) == ["magnitude", "deaths"])
  }

  @Test func saysOfWhatAMeasureIs() {
    let (document, found) = figures("The quake hit Málaga at a depth of about 10 km, and left a hole 3 metres deep, 45 km away.")
    #expect(found.map { $0.of.map(document.string) } == ["depth", "deep", nil])
  }

  @Test func readsRanges() {
    let (document, found) = figures("It will create 1,500 to 2,000 jobs.")
    #expect(found.map { document.string($0.span) } == ["1,500 to 2,000 jobs"])
    #expect(found.first?.value == 1500 && found.first?.upper == 2000)
  }

  @Test(arguments: [
    ("A margin of 3.5% to 4% is the aim.", 3.5, 4.0), ("It costs $2 billion to $2.5 billion.", 2e9, 2.5e9),
    ("Between 20 and 30 people came.", 20, 30), ("They want €4.2bn-€4.4bn for it.", 4.2e9, 4.4e9),
  ])
  func readsRangesWithUnits(text: String, value: Double, upper: Double) {
    let (_, found) = figures(text)
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.upper) == [upper])
  }

  @Test(arguments: [
    ("Shares fell from 45% to 13%.", [45.0, 13.0]), ("Rates rose from 3% to 4%.", [3, 4]), ("It made 8.2 billion dollars.", [8.2e9]),
    ("Jobless claims rose 2% to 4% of the total.", [2, 4]), ("It blew at 220 kilometers (137 miles) per hour.", [220, 137]),
  ])
  func readsTwoNumbersApart(text: String, values: [Double]) {
    #expect(figures(text).1.map(\.value) == values)
  }

  @Test func leavesNumbersOfDatesAlone() {
    let document = Document("On May 10 troops came.")
    let date = Timex(span: TextSpan(start: 3, end: 9), kind: .date, value: "2017-05-10", rule: "month-day")
    #expect(FigureTagger.tag(document, timexes: [date]).isEmpty)
  }

  /// The day of each figure, "" for none.
  @Test(arguments: [
    ("By Friday 117 people had died in Málaga.", "2017-05-12"),
    ("Since March 2011 the war has killed 320,000 people.", ""),
    ("On Friday it said 117 people had died since early March.", "2017-05-12"),
    ("The café now has 117 employees.", ""),
    ("At least 23 people died when a ferry sank off Málaga on Friday.", ""),
    ("46 ships waited, five more than on Friday.", ""),
    ("Halcyon, founded in 2011 by an engineer, employs 340 people.", ""),
    ("Gil, who joined it in 2011, said it would cut 340 jobs in Málaga.", ""),
    ("In 2011 more than 4,000 people died in Málaga.", "2011"), ("In 2011, when a ferry sank, 4,000 people died.", "2011"),
    ("As of Friday, 117 people had died.", "2017-05-12"),
    ("The toll stood at 117 people killed as of Friday.", "2017-05-12"),
  ])
  func knowsTheDayOfACount(text: String, day: String) throws {
    let document = Document(text)
    let timexes = TimexTagger.tag(document, reference: CalendarDate(iso: "2017-05-13"))
    let figure = try #require(FigureTagger.tag(document, timexes: timexes).first)
    #expect(figure.asOf.map { timexes[$0].value } ?? "" == day)
  }

  @Test(arguments: ["9", "1,", "one ", "$", "5-", "million "])
  func staysLinear(piece: String) {
    let (_, found) = figures(String(repeating: piece, count: 300_000 / piece.utf8.count))
    #expect(found.count < 300_000)
  }
}
