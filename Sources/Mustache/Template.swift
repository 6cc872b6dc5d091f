/// A value that a template can name.
public indirect enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case list([Value])
  /// Names are looked up in the innermost dictionary first.
  case dictionary([String: Value])
}
