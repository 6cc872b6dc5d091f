/// A temporal expression, after TIMEX3 of ISO-TimeML.
public struct Timex: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// What the value was computed from.
  public enum Anchor: Sendable, Hashable {
    /// The expression says it all.
    case none
    /// The day of publication.
    case publication
    /// An earlier expression of the same text.
    case expression(TextSpan)
  }

  /// The time of the clause an expression stands in, as far as its verbs show.
  public enum Tense: String, Sendable {
    case past, present, future
  }

  public var span: TextSpan
  public var kind: Kind
  /// ISO 8601 as TIMEX3 uses it: `2017-05-10`, `2017-W19`, `2017-Q2`, `2012-SU`, `P5Y`, `PXM`, `PAST_REF`; `XXXX` where unknown.
  public var value: String
  /// TIMEX3 `mod`: `START`, `MID`, `END`, `APPROX`, `LESS_THAN`, `MORE_THAN`, …
  public var mod: String?
  public var quant: String?
  public var freq: String?
  /// The name of the rule that made it; docs/time.md explains each.
  public var rule: String
  public var anchor: Anchor
  /// Why this date, for the reader: "the Thursday before publication, past tense". The page's own words; nil if plain.
  public var reason: String?
  /// The tense of its clause; nil if no verb near it tells.
  public var tense: Tense?
  /// The word the tense was read from ("signed", "will"); nil without a tense.
  public var cue: TextSpan?
  /// Whether it dates an act of reporting: the day in "said Monday", "told reporters on Tuesday". Such a day does not date
  /// what is reported.
  public var isReportingDay: Bool
  /// The index of its sentence in ``Document/sentences``.
  public var sentence: Int

  /// Whether its clause looks ahead: "will", "is expected to", "until".
  public var isFuture: Bool { tense == .future }

  public init(
    span: TextSpan, kind: Kind, value: String, mod: String? = nil, quant: String? = nil, freq: String? = nil, rule: String,
    anchor: Anchor = .none, reason: String? = nil, tense: Tense? = nil, cue: TextSpan? = nil, isReportingDay: Bool = false,
    sentence: Int = 0
  ) {
    self.span = span
    self.kind = kind
    self.value = value
    self.mod = mod
    self.quant = quant
    self.freq = freq
    self.rule = rule
    self.anchor = anchor
    self.reason = reason
    self.tense = tense
    self.cue = cue
    self.isReportingDay = isReportingDay
    self.sentence = sentence
  }
}
