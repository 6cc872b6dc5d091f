/// The days that a TIMEX3 value covers: what a timeline can place.
///
/// `2017-W18` covers 2017-05-01/2017-05-07, `2017-05` the month of May; `P2Y` and `PAST_REF` cover nothing.
public struct DayRange: Sendable, Hashable {
  public enum Precision: String, Sendable, Comparable {
    case time, day, weekend, week, month, quarter, season, half, year, decade, century
    /// From one day to another: "May 3–5".
    case range

    private var rank: Int {
      switch self {
      case .time: 0
      case .day: 1
      case .weekend: 2
      case .week: 3
      case .month: 4
      case .quarter: 5
      case .season: 6
      case .half: 7
      case .year: 8
      case .decade: 9
      case .century: 10
      case .range: 2
      }
    }

    /// Finer first.
    public static func < (a: Precision, b: Precision) -> Bool { a.rank < b.rank }
  }

  public var first: CalendarDate
  public var last: CalendarDate
  public var precision: Precision

  public init(first: CalendarDate, last: CalendarDate, precision: Precision) {
    self.first = first
    self.last = last
    self.precision = precision
  }

  public init(_ day: CalendarDate) { self.init(first: day, last: day, precision: .day) }

  /// The days of a date or time; nil for durations and sets.
  public init?(_ timex: Timex) {
    guard timex.kind == .date || timex.kind == .time else { return nil }
    self.init(value: timex.value)
  }

  /// From the first day of one to the last of another, in that order: years make a stretch of years; longer than a month it is coarse.
  init(from: DayRange, to: DayRange) {
    let isYears = from.precision == .year && to.precision == .year
    let isLong = to.last.daysSince1970 - from.first.daysSince1970 > 31
    self.init(first: from.first, last: to.last, precision: isYears ? .decade : isLong ? .half : .range)
  }

  /// From a value of type DATE or TIME. Nil for durations, sets, references without a date (`PRESENT_REF`) and values with unknown
  /// parts (`XXXX-05-10`), but for decades and centuries (`199X`, `19XX`).
  ///
  /// Seasons are meteorological and northern: `2017-SP` is March to May, `2017-WI` is December 2017 to February 2018.
  public init?(value: some StringProtocol) {
    var text = String(value)
    guard let range = text.withUTF8({ DayRange(UnsafeBufferPointer(rebasing: $0.prefix(64))) }) else { return nil }
    self = range
  }

  /// A value in UTF-8.
  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let slash = bytes.firstIndex(of: 0x2f) {
      guard let from = DayRange(UnsafeBufferPointer(rebasing: bytes[..<slash])), from.isDay,
        let to = DayRange(UnsafeBufferPointer(rebasing: bytes[(slash + 1)...])), to.isDay, from.first <= to.last
      else { return nil }
      self.init(from: from, to: to)
      return
    }
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var result = 0
      for byte in bytes[range] {
        guard byte &- 0x30 < 10 else { return nil }
        result = result * 10 + Int(byte - 0x30)
      }
      return result
    }
    func isX(_ i: Int) -> Bool { i >= bytes.count || bytes[i] == 0x58 }
    // Decades and centuries: 199, 199X, 19, 19XX.
    if bytes.count <= 4, bytes.count == 2 || isX(2), isX(3), let century = number(0..<2), century > 0 {
      self.init(years: century * 100, century * 100 + 99, .century)
      return
    }
    if bytes.count <= 4, bytes.count == 3 || isX(3), let decade = number(0..<3), decade > 0 {
      self.init(years: decade * 10, decade * 10 + 9, .decade)
      return
    }
    guard let year = number(0..<4), year > 0 else { return nil }
    if bytes.count == 4 {
      self.init(years: year, year, .year)
      return
    }
    guard bytes.count >= 6, bytes[4] == 0x2d else { return nil }
    func months(_ from: Int, _ to: Int, _ precision: Precision) -> DayRange? {
      guard let first = CalendarDate(year: year + (from - 1) / 12, month: (from - 1) % 12 + 1, day: 1) else { return nil }
      let (lastYear, lastMonth) = (year + (to - 1) / 12, (to - 1) % 12 + 1)
      guard let last = CalendarDate(year: lastYear, month: lastMonth, day: CalendarDate.days(inMonth: lastMonth, of: lastYear)) else {
        return nil
      }
      return DayRange(first: first, last: last, precision: precision)
    }
    if bytes.count == 7, let month = Self.season(bytes[5], bytes[6]), let range = months(month, month + 2, .season) {
      self = range
      return
    }
    if bytes[5] == 0x51, bytes.count == 7, let quarter = number(6..<7), (1...4).contains(quarter),
      let range = months(quarter * 3 - 2, quarter * 3, .quarter)
    {
      self = range
      return
    }
    if bytes[5] == 0x48, bytes.count == 7, let half = number(6..<7), (1...2).contains(half),
      let range = months(half * 6 - 5, half * 6, .half)
    {
      self = range
      return
    }
    if bytes[5] == 0x57 {
      guard let week = number(6..<8), (1...53).contains(week), let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
      let monday = fourth.adding(days: 1 - fourth.isoWeekday + (week - 1) * 7)
      guard monday.isoWeek == (year, week) else { return nil }
      let tail = bytes.count > 8 ? String(decoding: bytes[8...], as: UTF8.self) : ""
      switch tail {
      case "": self.init(first: monday, last: monday.adding(days: 6), precision: .week)
      case "-WE": self.init(first: monday.adding(days: 5), last: monday.adding(days: 6), precision: .weekend)
      case _ where tail.utf8.count == 2 && tail.hasPrefix("-"):
        guard let day = Int(tail.dropFirst()), (1...7).contains(day) else { return nil }
        self.init(monday.adding(days: day - 1))
      default: return nil
      }
      return
    }
    guard let month = number(5..<7), (1...12).contains(month) else { return nil }
    if bytes.count == 7 {
      guard let range = months(month, month, .month) else { return nil }
      self = range
      return
    }
    guard bytes.count >= 10, bytes[7] == 0x2d, let day = number(8..<10), let date = CalendarDate(year: year, month: month, day: day) else {
      return nil
    }
    if bytes.count == 10 {
      self.init(date)
    } else if bytes[10] == 0x54 {
      self.init(first: date, last: date, precision: .time)
    } else {
      return nil
    }
  }

  /// The first month of `SP`, `SU`, `FA` (or `AU`) and `WI`.
  private static func season(_ first: UInt8, _ second: UInt8) -> Int? {
    switch (first, second) {
    case (0x53, 0x50): 3
    case (0x53, 0x55): 6
    case (0x46, 0x41), (0x41, 0x55): 9
    case (0x57, 0x49): 12
    default: nil
    }
  }

  private init?(years from: Int, _ to: Int, _ precision: Precision) {
    guard let first = CalendarDate(year: max(from, 1), month: 1, day: 1), let last = CalendarDate(year: to, month: 12, day: 31) else {
      return nil
    }
    self.init(first: first, last: last, precision: precision)
  }

  /// ISO 8601: `2017`, `2017-05`, `2017-05-10`, or first and last day (`2017-05-06/2017-05-07`).
  public var iso: String {
    switch precision {
    case .time, .day: first.description
    case .month: String(first.description.prefix(7))
    case .year: String(first.description.prefix(4))
    case .decade, .century: "\(first.description.prefix(4))/\(last.description.prefix(4))"
    case .weekend, .week, .quarter, .season, .half, .range: "\(first.description)/\(last.description)"
    }
  }

  public var isDay: Bool { precision == .day || precision == .time }

  public func contains(_ other: DayRange) -> Bool { first <= other.first && other.last <= last }

  public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  public func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }
}
