/// The day that an article's relative dates count from, read from the article's own words.
///
/// For articles without a publication date. A full date ("May 10, 2017") is taken if a weekday named without a date agrees
/// with it ("met Wednesday": the tenth was a Wednesday) and nothing speaks against it. It is the latest day told of as past;
/// the article may have been published some days later, which weekdays before it do not show. Rather none than a wrong one.
public struct ReferenceDay: Sendable, Hashable {
  public var day: CalendarDate
  /// The full date.
  public var date: TextSpan
  /// Weekdays that agree with it.
  public var weekdays: [TextSpan]

  /// Nil if the words do not suffice. Cost: one run of the tagger.
  public init?(readFrom document: Document) {
    let timexes = TimexTagger.tag(document, reference: nil)
    var dates: [(day: CalendarDate, span: TextSpan)] = []
    var weekdays: [(weekday: Int, span: TextSpan)] = []
    for timex in timexes where !timex.isFuture && (timex.kind == .date || timex.kind == .time) {
      let value = timex.value.utf8.prefix { $0 != 0x54 }
      if let day = CalendarDate(iso: String(Substring(value))), value.count == 10 {
        dates.append((day, timex.span))
      } else if value.count == 10, value.starts(with: "XXXX-WXX-".utf8), let digit = value.last {
        weekdays.append((Int(digit) - 0x30, timex.span))
      }
    }
    guard let latest = dates.map(\.day).max(), let first = dates.first(where: { $0.day == latest }) else { return nil }
    // A later date of the same weeks without its year would outrank it; so would a date that lies ahead but is close.
    let isContested = timexes.contains { timex in
      guard timex.value.utf8.starts(with: "XXXX-".utf8), timex.value.utf8.count == 10, !timex.value.utf8.starts(with: "XXXX-WXX".utf8),
        let day = CalendarDate(iso: ISO.padded(latest.year, 4) + timex.value.dropFirst(4))
      else { return false }
      return day > latest && day.daysSince1970 - latest.daysSince1970 < 28 && !timex.isFuture
    }
    let agreeing = weekdays.filter { $0.weekday == latest.isoWeekday }
    guard !isContested, !agreeing.isEmpty else { return nil }
    day = latest
    date = first.span
    self.weekdays = agreeing.map(\.span)
  }
}
