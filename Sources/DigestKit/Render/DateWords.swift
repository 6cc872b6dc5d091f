import TextAnalysis

/// ISO 8601 and TIMEX3 values in a reader's words. English, as the analysis is.
enum DateWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
  private static let shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// "10 May 2017".
  static func day(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

  /// "Wednesday, 10 May 2017".
  static func fullDay(_ date: CalendarDate) -> String { "\(weekdays[date.isoWeekday - 1]), \(day(date))" }

  /// The value in words; the value itself if it has no form that a reader would know better.
  static func words(_ value: String) -> String {
    let bytes = Array(value.utf8)
    if let slash = bytes.firstIndex(of: 0x2f) {
      let from = String(decoding: bytes[..<slash], as: UTF8.self)
      let to = String(decoding: bytes[(slash + 1)...], as: UTF8.self)
      if let a = CalendarDate(iso: from), let b = CalendarDate(iso: to), a.year == b.year {
        return a.month == b.month ? "\(a.day)–\(day(b))" : "\(a.day) \(months[a.month - 1]) – \(day(b))"
      }
      return "\(words(from)) – \(words(to))"
    }
    guard bytes.count >= 2, bytes.prefix(2).allSatisfy(isDigit) else { return value }
    if let date = CalendarDate(iso: value) {
      return bytes.count > 10 ? day(date) + time(bytes[10...]) : fullDay(date)
    }
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy(isDigit) else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    switch bytes.count {
    case 2: return number(0..<2).map { ordinal($0 + 1) + " century" } ?? value
    case 3: return number(0..<3).map { "\($0)0s" } ?? value
    case 4: return value
    default: break
    }
    guard let year = number(0..<4), bytes[4] == 0x2d else { return value }
    let rest = String(decoding: bytes[5...], as: UTF8.self)
    if bytes.count == 7, let month = number(5..<7), (1...12).contains(month) { return "\(months[month - 1]) \(year)" }
    switch rest {
    case "SP": return "spring \(year)"
    case "SU": return "summer \(year)"
    case "FA", "AU": return "autumn \(year)"
    case "WI": return "winter \(year)"
    case "Q1", "Q2", "Q3", "Q4": return "\(rest) \(year)"
    case "H1": return "first half of \(year)"
    case "H2": return "second half of \(year)"
    default: break
    }
    if bytes[5] == 0x57, let week = number(6..<8), (1...53).contains(week), let monday = monday(ofWeek: week, in: year) {
      return rest.hasSuffix("-WE") ? "weekend of \(day(monday.adding(days: 5)))" : "week of \(day(monday))"
    }
    return value
  }

  /// Like ``words(_:)``, a day without its weekday.
  static func plain(_ value: String) -> String {
    guard value.utf8.count == 10, let date = CalendarDate(iso: value) else { return words(value) }
    return day(date)
  }

  /// For the plot: "10 May", "May 2017", "1867".
  static func short(_ value: String) -> String {
    let bytes = Array(value.utf8)
    let first = String(decoding: bytes.prefix { $0 != 0x2f }, as: UTF8.self)
    let mark = first.utf8.count < bytes.count ? "–" : ""
    if let date = CalendarDate(iso: first) { return "\(date.day) \(shortMonths[date.month - 1]) \(date.year)\(mark)" }
    if first.utf8.count == 7, let date = CalendarDate(iso: first + "-01") { return "\(shortMonths[date.month - 1]) \(date.year)\(mark)" }
    return (first.utf8.count == value.utf8.count ? words(first) : first) + mark
  }

  /// The value if it may stand in the `datetime` attribute of `<time>`: a year, month, day, ISO week, or local date and time.
  static func attribute(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    // A range has no form there.
    guard !bytes.contains(0x2f) else { return nil }
    guard bytes.count >= 4, bytes.prefix(4).allSatisfy(isDigit), bytes.prefix(4).contains(where: { $0 != 0x30 }) else { return nil }
    if bytes.count == 4 { return value }
    if CalendarDate(iso: value) != nil {
      if bytes.count == 10 { return value }
      let clock = bytes[11...].prefix(5)
      guard bytes[10] == 0x54, bytes.count == 16, clock.count == 5, isClock(Array(clock)) else { return String(value.prefix(10)) }
      return value
    }
    if bytes.count == 7, CalendarDate(iso: value + "-01") != nil { return value }
    if bytes.count == 8, bytes[5] == 0x57, bytes[6...].allSatisfy(isDigit) {
      let week = Int(bytes[6] - 0x30) * 10 + Int(bytes[7] - 0x30)
      return (1...52).contains(week) ? value : nil
    }
    return nil
  }

  private static func time(_ bytes: ArraySlice<UInt8>) -> String {
    switch String(decoding: bytes, as: UTF8.self) {
    case "TMO": return ", morning"
    case "TMI": return ", midday"
    case "TAF": return ", afternoon"
    case "TEV": return ", evening"
    case "TNI": return ", night"
    case "TDT": return ", daytime"
    default: return bytes.count >= 6 ? ", " + String(decoding: bytes.dropFirst().prefix(5), as: UTF8.self) : ""
    }
  }

  private static func isClock(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 5, bytes[2] == 0x3a, [bytes[0], bytes[1], bytes[3], bytes[4]].allSatisfy(isDigit) else { return false }
    return Int(bytes[0] - 0x30) * 10 + Int(bytes[1] - 0x30) < 24 && bytes[3] < 0x36
  }

  private static func monday(ofWeek week: Int, in year: Int) -> CalendarDate? {
    guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
    return fourth.adding(days: 1 - fourth.isoWeekday + (week - 1) * 7)
  }

  private static func ordinal(_ number: Int) -> String {
    let suffix =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(suffix)"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
