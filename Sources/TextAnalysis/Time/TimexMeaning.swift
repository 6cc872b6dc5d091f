/// A unit of the calendar or clock.
enum TimeUnit: UInt8, Sendable {
  case second, minute, hour, day, night, week, fortnight, weekend, month, quarter, year, decade, century, millennium

  /// How long a unit is, for ordering.
  var rank: Int { Int(rawValue) }

  /// English name, singular.
  var name: String {
    switch self {
    case .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .night: "night"
    case .week: "week"
    case .fortnight: "fortnight"
    case .weekend: "weekend"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    case .decade: "decade"
    case .century: "century"
    case .millennium: "millennium"
    }
  }

  /// The TIMEX3 duration of `amount` of it (nil: unknown, `X`). Decades and longer are told in years.
  func duration(_ amount: Double?) -> String {
    let (prefix, letter, factor): (String, String, Double) =
      switch self {
      case .second: ("PT", "S", 1)
      case .minute: ("PT", "M", 1)
      case .hour: ("PT", "H", 1)
      case .day: ("P", "D", 1)
      case .night: ("P", "D", 1)
      case .week: ("P", "W", 1)
      case .fortnight: ("P", "W", 2)
      case .weekend: ("P", "WE", 1)
      case .month: ("P", "M", 1)
      case .quarter: ("P", "Q", 1)
      case .year: ("P", "Y", 1)
      case .decade: ("P", "Y", 10)
      case .century: ("P", "Y", 100)
      case .millennium: ("P", "Y", 1000)
      }
    guard let amount else { return prefix + "X" + letter }
    // Half an hour and half a day are told in the next smaller unit.
    if amount == 0.5, self == .hour { return "PT30M" }
    if amount == 0.5, self == .year { return "P6M" }
    if amount == 0.5, self == .day { return "PT12H" }
    if amount == 0.5, self == .minute { return "PT30S" }
    return prefix + ISO.decimal(amount * factor) + letter
  }
}

/// Pieces of ISO 8601.
enum ISO {
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Without a fraction if there is none.
  static func decimal(_ number: Double) -> String {
    guard number.magnitude < 1e15 else { return "X" }
    let whole = number.rounded(.towardZero)
    return whole == number ? String(Int(whole)) : String(number)
  }

  static func month(_ year: Int, _ month: Int) -> String { padded(year, 4) + "-" + padded(month, 2) }

  static func week(of day: CalendarDate) -> String {
    let (year, week) = day.isoWeek
    return padded(year, 4) + "-W" + padded(week, 2)
  }
}

/// Which year, for expressions that may leave it out.
enum YearReference: Sendable, Hashable {
  /// Not said: the occurrence that the tense and the publication day make likely.
  case unsaid
  case year(Int)
  /// So many years from the publication's: "of last year".
  case offset(Int)
  /// "last", "this", "next": so many occurrences from now.
  case occurrence(Int)
  /// So many years from that of the last date: "of that year", "of the following year".
  case context(Int)
  /// The occurrence after or before the last date: "the following June".
  case contextOccurrence(Int)
}

/// What an expression means before it is anchored.
struct Meaning: Sendable {
  enum Base: Sendable {
    /// A time of day whose day stands elsewhere.
    case unsaid
    /// Says it all.
    case value(String)
    case year(Int)
    /// A month, a day of a month, or a range of days of a month.
    case month(Int, day: Int?, through: Int?, YearReference)
    /// So many months or weeks that end with a month or a day: "the three months to June", "the week to June 3".
    case stretchTo(Int, TimeUnit, month: Int, day: Int?, YearReference)
    /// The nth (-1: last) weekday, day, week or weekend of a month.
    case nth(Int, TimeUnit?, weekday: Int, month: Int, YearReference)
    /// A day of an unsaid month: "the 10th".
    case dayOfMonth(Int)
    /// `weeks` from "Tuesday of last week"; `occurrence` from "last Tuesday".
    case weekday(Int, occurrence: Int?, weeks: Int?)
    /// The weekday after or before the last date: "the following Tuesday".
    case weekdayFromContext(Int, occurrence: Int)
    /// Days from publication.
    case day(Int)
    /// Units from publication, of the unit's own granularity: "last week".
    case unit(TimeUnit, Int)
    case quarter(Int, YearReference, fiscal: Bool)
    case half(Int, YearReference)
    case season(Int, YearReference)
    case weekend(Int?)
    case holiday(Int, YearReference, weekend: Bool)
    /// So many units from publication: "two weeks ago".
    case fromNow(Double?, TimeUnit)
    /// So many units from the last date: "two days later".
    case fromContext(Double?, TimeUnit)
    /// The last date of that granularity, moved by so many: "that week", "the following month".
    case context(TimeUnit, Int)
    /// "the day", "the quarter": the current one of the telling.
    case current(TimeUnit)
    /// The same stretch of another year: "the year-earlier period", "the same quarter last year".
    case sameStretch(years: Int, TimeUnit?)
    case duration(String)
    case set(String)
    case reference(String)
    case fiscalYear(YearReference)

    /// Which year, if it may be left out.
    var year: YearReference? {
      switch self {
      case .month(_, _, _, let year), .stretchTo(_, _, _, _, let year), .nth(_, _, _, _, let year), .quarter(_, let year, _),
        .half(_, let year),
        .season(_, let year), .holiday(_, let year, _), .fiscalYear(let year):
        year
      default: nil
      }
    }

    /// The same in a year.
    func of(_ year: YearReference) -> Base {
      switch self {
      case .month(let month, let day, let through, _): .month(month, day: day, through: through, year)
      case .stretchTo(let count, let unit, let month, let day, _): .stretchTo(count, unit, month: month, day: day, year)
      case .nth(let number, let unit, let weekday, let month, _): .nth(number, unit, weekday: weekday, month: month, year)
      case .quarter(let number, _, let isFiscal): .quarter(number, year, fiscal: isFiscal)
      case .half(let number, _): .half(number, year)
      case .season(let number, _): .season(number, year)
      case .holiday(let code, _, let isWeekend): .holiday(code, year, weekend: isWeekend)
      case .fiscalYear: .fiscalYear(year)
      default: self
      }
    }
  }

  enum TimeOfDay: Sendable, Hashable {
    /// `MO`, `AF`, `EV`, `NI`, `DT`.
    case part(String)
    case clock(hour: Int, minute: Int?, second: Int?, utc: Bool)
  }

  /// Rules answer with meanings far more often than one is kept: a reference is handed on faster than what it holds.
  private final class Parts: Sendable {
    let base: Base
    let time: TimeOfDay?
    let mod: String?
    let quant: String?
    let freq: String?

    init(_ base: Base, _ time: TimeOfDay?, _ mod: String?, _ quant: String?, _ freq: String?) {
      self.base = base
      self.time = time
      self.mod = mod
      self.quant = quant
      self.freq = freq
    }
  }

  private var parts: Parts

  var base: Base {
    get { parts.base }
    set { parts = Parts(newValue, time, mod, quant, freq) }
  }
  var time: TimeOfDay? {
    get { parts.time }
    set { parts = Parts(base, newValue, mod, quant, freq) }
  }
  var mod: String? {
    get { parts.mod }
    set { parts = Parts(base, time, newValue, quant, freq) }
  }
  var quant: String? { parts.quant }
  var freq: String? { parts.freq }

  /// Whether it says on which day, apart from the time.
  var namesDay: Bool {
    switch base {
    case .weekday, .weekdayFromContext, .day, .month(_, day: .some, _, _), .holiday: true
    case .value(let value): CalendarDate(iso: value) != nil
    default: false
    }
  }

  init(_ base: Base, time: TimeOfDay? = nil, mod: String? = nil, quant: String? = nil, freq: String? = nil) {
    parts = Parts(base, time, mod, quant, freq)
  }
}

/// An expression found, not yet anchored.
struct TimexCandidate: Sendable {
  /// Token indices.
  var tokens: Range<Int>
  var kind: Timex.Kind
  var meaning: Meaning
  var rule: StaticString

  init(_ tokens: Range<Int>, _ kind: Timex.Kind, _ meaning: Meaning, rule: StaticString) {
    self.tokens = tokens
    self.kind = kind
    self.meaning = meaning
    self.rule = rule
  }
}
