import Testing
import TextAnalysis

private func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

@Suite struct CalendarDateTests {
  @Test func countsDaysBothWays() {
    #expect(day("1970-01-01").daysSince1970 == 0)
    #expect(day("2000-02-29").daysSince1970 == 11016)
    for days in stride(from: -700_000, through: 2_900_000, by: 9973) {
      #expect(CalendarDate(daysSince1970: days).daysSince1970 == days)
    }
  }

  @Test(arguments: [("2017-05-10", 3), ("1970-01-01", 4), ("2000-02-29", 2), ("1867-03-30", 6), ("0001-01-01", 1)])
  func knowsTheWeekday(iso: String, weekday: Int) {
    #expect(day(iso).isoWeekday == weekday)
  }

  @Test(arguments: [
    ("2008-12-29", 2009, 1), ("2010-01-03", 2009, 53), ("2017-05-10", 2017, 19), ("2016-01-01", 2015, 53), ("2018-01-01", 2018, 1),
  ])
  func countsISOWeeksAcrossYearEnds(iso: String, year: Int, week: Int) {
    #expect(day(iso).isoWeek == (year, week))
  }

  @Test func addsMonthsToTheLastDay() {
    #expect(day("2017-01-31").adding(months: 1).description == "2017-02-28")
    #expect(day("2017-03-31").adding(months: -13).description == "2016-02-29")
    #expect(day("2017-12-31").adding(days: 1).description == "2018-01-01")
  }

  @Test(arguments: ["2017-02-29", "2017-13-01", "2017-5-10", "", "20170510", "2017-05-101", "x017-05-10", "0000-01-01"])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func readsTheDayOfATimestamp() {
    #expect(CalendarDate(iso: "2017-05-10T23:59:59+02:00")?.description == "2017-05-10")
  }
}

@Suite struct DayRangeTests {
  @Test(arguments: [
    ("2017-05-10", "2017-05-10"), ("2017-05", "2017-05"), ("2017", "2017"), ("2017-W18", "2017-05-01/2017-05-07"),
    ("2017-W18-WE", "2017-05-06/2017-05-07"), ("2017-W18-4", "2017-05-04"), ("2017-Q2", "2017-04-01/2017-06-30"),
    ("2017-WI", "2017-12-01/2018-02-28"), ("2017-H1", "2017-01-01/2017-06-30"), ("199", "1990/1999"), ("199X", "1990/1999"),
    ("19", "1900/1999"), ("2017-05-10T09:30", "2017-05-10"), ("2017-05-10TMO", "2017-05-10"),
  ])
  func coversTheDaysOfAValue(value: String, iso: String) {
    #expect(DayRange(value: value)?.iso == iso)
  }

  @Test(arguments: [
    "PRESENT_REF", "P1D", "XXXX-05-10", "2017-05-XX", "2017-13", "2017-02-30", "", "XXXX-WXX-4", "2017-W60", "T10:30", "2017-05-1",
  ])
  func refusesWhatHasNoDays(value: String) {
    #expect(DayRange(value: value) == nil)
  }

  @Test func comparesByContainment() {
    let month = DayRange(value: "2017-05")!
    let day = DayRange(value: "2017-05-10")!
    #expect(month.contains(day) && !day.contains(month) && month.overlaps(day))
    #expect(!DayRange(value: "2017-04")!.overlaps(month))
  }
}
