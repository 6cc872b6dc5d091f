/// The day that an article's relative dates count from, read from the article's own words.
///
/// For articles without a publication date. A line of its own among the first paragraphs that is nothing but a full date is
/// taken as it stands. Else a full date ("May 10, 2017") is taken if weekdays named without a date agree with it ("met
/// Wednesday": the tenth was a Wednesday), with three mentions in all, because one weekday in seven agrees by chance, and if
/// nothing speaks against it. It is the latest day told of as past; the article may have been published some days later, which
/// weekdays before it do not show. Rather none than a wrong one.
public struct ReferenceDay: Sendable, Hashable {
  public var day: CalendarDate
  /// The full date.
  public var date: TextSpan
  /// Weekdays that agree with it; none if the date stands on a line of its own.
  public var weekdays: [TextSpan]

  /// Nil if the words do not suffice. Cost: one run of the tagger.
  public init?(readFrom document: Document) {
    let timexes = TimexTagger.tag(document, reference: nil)
    var dates: [(day: CalendarDate, span: TextSpan)] = []
    var mentioned: [(weekday: Int, span: TextSpan)] = []
    for timex in timexes where !timex.isFuture && (timex.kind == .date || timex.kind == .time) {
      let value = timex.value.utf8.prefix { $0 != 0x54 }
      if let day = CalendarDate(iso: String(Substring(value))), value.count == 10 {
        dates.append((day, timex.span))
      } else if value.count == 10, value.starts(with: "XXXX-WXX-".utf8), let digit = value.last {
        mentioned.append((Int(digit) - 0x30, timex.span))
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
    if let line = Self.dateLine(document, timexes), line.day >= latest {
      day = line.day
      date = line.span
      weekdays = []
      return
    }
    let agreeing = mentioned.filter { $0.weekday == latest.isoWeekday }
    guard !isContested, !agreeing.isEmpty, agreeing.count + dates.count(where: { $0.day == latest }) >= 3 else { return nil }
    day = latest
    date = first.span
    self.weekdays = agreeing.map(\.span)
  }

  /// A block among the first six that holds a full date and nothing else.
  private static func dateLine(_ document: Document, _ timexes: [Timex]) -> (day: CalendarDate, span: TextSpan)? {
    for block in document.blocks.prefix(6) {
      guard let timex = timexes.first(where: { block.span.contains($0.span) }), block.span.count - timex.span.count <= 2,
        timex.value.utf8.count == 10, let day = CalendarDate(iso: timex.value)
      else { continue }
      return (day, timex.span)
    }
    return nil
  }
}
