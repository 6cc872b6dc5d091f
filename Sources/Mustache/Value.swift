/// A value that a template can name.
///
/// Values are written as literals where their shape is known, and built by the initialisers where it is not:
///
///     let page: Value = [
///       "title": .init(story.title),
///       "articles": .list(articles.map { ["outlet": .init($0.outlet), "words": .init($0.words)] }),
///       "note": nil,
///     ]
///
/// False for sections: ``null``, `false`, the empty string or markup and the empty list. The number 0 and a record without names are true.
public enum Value: Sendable {
  /// Known, and empty: prints nothing, and its section is left out. A name with this value is not an unknown name.
  case null
  /// Prints `true` or `false`.
  case bool(Bool)
  /// Prints decimal digits.
  case int(Int)
  /// Prints the shortest digits that read back as the same number; whole numbers without a fraction.
  case double(Double)
  /// Prints its text, escaped for HTML in `{{name}}` and as it is in `{{{name}}}`.
  case string(String)
  /// A section repeats for each element.
  case list([Value])
  /// Prints UTF-8 as it is, also in `{{name}}`: markup that is made already. What is no UTF-8 is printed all the same.
  case markup([UInt8])
  /// Names and values, when there are many names or they are only known at run time.
  case dictionary([String: Value])
  /// Names and values, when the names are few and written in the source: quicker to build and to search than a dictionary.
  case record(Record)

  public init(_ text: String) { self = .string(text) }
  public init(_ text: String?) { self = text.map(Value.string) ?? .null }
  public init(_ text: Substring) { self = .string(String(text)) }
  public init(_ number: Int) { self = .int(number) }
  public init(_ number: Int?) { self = number.map(Value.int) ?? .null }
  public init(_ number: Double) { self = .double(number) }
  public init(_ number: Double?) { self = number.map(Value.double) ?? .null }
  public init(_ flag: Bool) { self = .bool(flag) }
  public init(_ list: [Value]) { self = .list(list) }
  public init(_ list: [String]) { self = .list(list.map(Value.string)) }
  public init(_ dictionary: [String: Value]) { self = .dictionary(dictionary) }
  public init(_ record: Record) { self = .record(record) }
  public init(_ record: Record?) { self = record.map(Value.record) ?? .null }

  /// Whether a section of this value is rendered.
  var isTrue: Bool {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .string(let text): !text.isEmpty
    case .list(let list): !list.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .int, .double, .dictionary, .record: true
    }
  }

  /// What an error message calls a value of this kind.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .int, .double: "a number"
    case .string, .markup: "a text"
    case .list: "a list"
    case .dictionary, .record: "a group of names"
    }
  }

  /// The value under a name, `nil` if this value has no such name.
  func member(_ name: Name) -> Value? {
    switch self {
    case .record(let record): record[name]
    case .dictionary(let dictionary): dictionary[name.text]
    default: nil
    }
  }

  /// Names and values if it is a record.
  var entries: [(Record.Key, Value)] {
    if case .record(let record) = self { record.entries } else { [] }
  }

  /// Has the bit of each name that this value may have; see ``Record``.
  var filter: UInt64 {
    switch self {
    case .record(let record): record.filter
    case .dictionary: .max
    default: 0
    }
  }

  /// The names this value has, in no useful order.
  var memberNames: [String] {
    switch self {
    case .record(let record): record.names
    case .dictionary(let dictionary): Array(dictionary.keys)
    default: []
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self = .string(text) }
}

extension Value: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) { self = .int(number) }
}

extension Value: ExpressibleByFloatLiteral {
  public init(floatLiteral number: Double) { self = .double(number) }
}

extension Value: ExpressibleByBooleanLiteral {
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
}

extension Value: ExpressibleByNilLiteral {
  public init(nilLiteral: ()) { self = .null }
}

extension Value: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value: ExpressibleByDictionaryLiteral {
  /// A ``record(_:)``.
  public init(dictionaryLiteral elements: (Record.Key, Value)...) { self = .record(Record(elements)) }
}
