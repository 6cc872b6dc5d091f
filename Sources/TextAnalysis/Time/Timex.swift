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

  public init(
    span: TextSpan, kind: Kind, value: String, mod: String? = nil, quant: String? = nil, freq: String? = nil, rule: String,
    anchor: Anchor = .none, reason: String? = nil
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
  }
}

/// Finds temporal expressions.
public enum TimexTagger {
  /// - Parameter reference: the day of publication; nil leaves relative expressions with `XXXX` values.
  /// - Returns: in text order, not overlapping.
  public static func tag(_ document: Document, reference: CalendarDate?) -> [Timex] { [] }
}
