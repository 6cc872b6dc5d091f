/// Escaping for HTML text and attribute values.
public enum HTML {
  /// The bytes that have to be escaped: `"`, `&`, `'`, `<` and `>`.
  private static let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3c | 1 << 0x3e

  /// Appends a text with `&`, `<`, `>`, `"` and `'` written as character references.
  ///
  /// The bytes between them are copied in runs.
  public static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    let span = text.utf8Span.span
    span.withUnsafeBufferPointer { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where byte < 64 && special >> UInt64(byte) & 1 != 0 {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        output.append(contentsOf: reference(to: byte).utf8)
        start = index + 1
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// A text with `&`, `<`, `>`, `"` and `'` written as character references.
  public static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    appendEscaped(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func reference(to byte: UInt8) -> String {
    switch byte {
    case 0x22: "&quot;"
    case 0x26: "&amp;"
    case 0x27: "&#39;"
    case 0x3c: "&lt;"
    default: "&gt;"
    }
  }
}
