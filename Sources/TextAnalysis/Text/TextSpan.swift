/// A half-open range of UTF-8 offsets into one article's text.
///
/// Spans are the only way a result refers to text: a quotation, a date or a mention stores where it was found, never a
/// copy of what was found. (The term, as stand-off annotation, is from corpus linguistics.)
public struct TextSpan: Hashable, Comparable, Sendable {
  public var start: Int32
  public var end: Int32

  @inlinable public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  @inlinable public init(_ range: Range<Int>) {
    self.init(start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound))
  }

  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var count: Int { Int(end - start) }
  @inlinable public var isEmpty: Bool { end <= start }

  @inlinable public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  @inlinable public func contains(_ offset: Int32) -> Bool { start <= offset && offset < end }
  @inlinable public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
  @inlinable public func union(_ other: TextSpan) -> TextSpan { TextSpan(start: min(start, other.start), end: max(end, other.end)) }

  /// By start; of two that start together the longer comes first, so that an outer span precedes what it holds.
  @inlinable public static func < (a: TextSpan, b: TextSpan) -> Bool { a.start != b.start ? a.start < b.start : a.end > b.end }
}
