/// A number with what it counts.
public struct Figure: Sendable, Hashable {
  /// The number with its unit and qualifier as written: "more than 320,000 deaths", "59 cruise missiles".
  public var span: TextSpan
  /// The number alone: "320,000", "$4.5 billion".
  public var number: TextSpan
  public var value: Double
  /// Of a range ("5 to 7"), the upper end.
  public var upper: Double?
  /// `deaths`, `USD`, `%`, `km`, …; otherwise the singular of the counted noun in lower case ("missile"); nil if none.
  public var unit: String?
  /// "more than", "up to", "about", … as a normal form: `>`, `<`, `~`, `>=`, `<=`; nil if exact.
  public var qualifier: String?
  /// What it is said of: the noun phrase that the number counts or measures.
  public var of: TextSpan?
  /// Index into ``Annotations/timexes`` of the date it holds for.
  public var asOf: Int?

  public init(
    span: TextSpan, number: TextSpan, value: Double, upper: Double? = nil, unit: String? = nil, qualifier: String? = nil,
    of: TextSpan? = nil, asOf: Int? = nil
  ) {
    self.span = span
    self.number = number
    self.value = value
    self.upper = upper
    self.unit = unit
    self.qualifier = qualifier
    self.of = of
    self.asOf = asOf
  }
}
