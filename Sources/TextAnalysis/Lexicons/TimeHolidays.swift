/// Named days. Fixed ones are month × 100 + day; those that move are numbered from 2001 and computed by ``Holiday``.
enum TimeHolidays {
  static let names = WordTable(
    """
    # Public holidays and named days of English-speaking countries; dates are facts of the calendar.
    christmas 1225
    christmas day: 1225
    xmas 1225
    christmas eve: 1224
    boxing day: 1226
    new year: 101
    new year 's: 101
    new years: 101
    new year 's day: 101
    new years day: 101
    new year 's eve: 1231
    new years eve: 1231
    valentine 's day: 214
    valentines day: 214
    st . patrick 's day: 317
    st patrick 's day: 317
    saint patrick 's day: 317
    april fools ' day: 401
    april fool 's day: 401
    earth day: 422
    may day: 501
    juneteenth 619
    canada day: 701
    independence day: 704
    fourth of july: 704
    july fourth: 704
    bastille day: 714
    halloween 1031
    all saints day: 1101
    guy fawkes night: 1105
    bonfire night: 1105
    veterans day: 1111
    armistice day: 1111
    anzac day: 425
    australia day: 126
    groundhog day: 202
    pearl harbor day: 1207
    epiphany 106
    flag day: 614
    easter 2001
    easter sunday: 2001
    easter day: 2001
    good friday: 2002
    easter monday: 2003
    palm sunday: 2004
    ash wednesday: 2005
    pentecost 2006
    thanksgiving 2011
    thanksgiving day: 2011
    black friday: 2012
    cyber monday: 2013
    labor day: 2014
    labour day: 2014
    memorial day: 2015
    martin luther king jr . day: 2016
    martin luther king day: 2016
    martin luther king , jr . day: 2016
    mlk day: 2016
    presidents day: 2017
    presidents ' day: 2017
    president 's day: 2017
    columbus day: 2018
    mother 's day: 2019
    mothers day: 2019
    father 's day: 2020
    fathers day: 2020
    election day: 2021
    remembrance sunday: 2022
    maundy thursday: 2023
    """)

  /// The day of a holiday in a year; nil if there is none by that number.
  static func date(_ code: Int, year: Int) -> CalendarDate? {
    if code < 2000 { return CalendarDate(year: year, month: code / 100, day: code % 100) }
    switch code {
    case 2001: return easter(year)
    case 2002: return easter(year)?.adding(days: -2)
    case 2003: return easter(year)?.adding(days: 1)
    case 2004: return easter(year)?.adding(days: -7)
    case 2005: return easter(year)?.adding(days: -46)
    case 2006: return easter(year)?.adding(days: 49)
    case 2011: return nth(4, weekday: 4, month: 11, year: year)
    case 2012: return nth(4, weekday: 4, month: 11, year: year)?.adding(days: 1)
    case 2013: return nth(4, weekday: 4, month: 11, year: year)?.adding(days: 4)
    case 2014: return nth(1, weekday: 1, month: 9, year: year)
    case 2015: return CalendarDate(year: year, month: 5, day: 31).map { $0.adding(days: 1 - $0.isoWeekday) }
    case 2016: return nth(3, weekday: 1, month: 1, year: year)
    case 2017: return nth(3, weekday: 1, month: 2, year: year)
    case 2018: return nth(2, weekday: 1, month: 10, year: year)
    case 2019: return nth(2, weekday: 7, month: 5, year: year)
    case 2020: return nth(3, weekday: 7, month: 6, year: year)
    case 2021: return nth(1, weekday: 1, month: 11, year: year)?.adding(days: 1)
    case 2022: return nth(2, weekday: 7, month: 11, year: year)
    case 2023: return easter(year)?.adding(days: -3)
    default: return nil
    }
  }

  private static func nth(_ count: Int, weekday: Int, month: Int, year: Int) -> CalendarDate? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    return first.adding(days: (weekday - first.isoWeekday + 7) % 7 + 7 * (count - 1))
  }

  /// The anonymous Gregorian computus (Meeus, Jones, Butcher).
  private static func easter(_ year: Int) -> CalendarDate? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CalendarDate(year: year, month: n / 31, day: n % 31 + 1)
  }
}
