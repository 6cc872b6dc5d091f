/// Bytes to text: byte-order mark, a label from outside, strict UTF-8, UTF-16 without a mark, else windows-1252.
///
/// The order is that of the Encoding Standard (https://encoding.spec.whatwg.org/#decode), with strict UTF-8 tried first because
/// saved scrapes carry no label. Windows-1252 gives every byte a character, as browsers do (0x81 and its kin become C1 controls).
enum TextDecoding {
  /// The text without its mark, and the name of the encoding it was in. Throws ``ImportError/binary`` when NUL bytes stand in
  /// something that is not UTF-16.
  static func decode(_ bytes: [UInt8], transport: String? = nil) throws(ImportError) -> (text: String, encoding: String) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return (String(decoding: bytes.dropFirst(3), as: UTF8.self), "utf-8") }
    if bytes.starts(with: [0xff, 0xfe]) { return (utf16(bytes.dropFirst(2), bigEndian: false), "utf-16le") }
    if bytes.starts(with: [0xfe, 0xff]) { return (utf16(bytes.dropFirst(2), bigEndian: true), "utf-16be") }
    if let encoding = transport.flatMap(CharacterEncoding.name(ofLabel:)), encoding != "utf-8" {
      guard encoding.hasPrefix("utf-16") || !bytes.contains(0) else { throw .binary }
      let (text, encoding) = CharacterEncoding.decode(bytes, transport: encoding)
      return (String(decoding: text, as: UTF8.self), encoding)
    }
    if let order = utf16Order(of: bytes) { return (utf16(bytes[...], bigEndian: order), order ? "utf-16be" : "utf-16le") }
    guard !bytes.contains(0) else { throw .binary }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, "utf-8") }
    return (windows1252(bytes), "windows-1252")
  }

  /// Whether text without a mark is UTF-16, told by NULs on one side only of its first bytes; true is big-endian.
  private static func utf16Order(of bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = (even: 0, odd: 0)
    let limit = min(bytes.count, 1024) & ~1
    for i in stride(from: 0, to: limit, by: 2) {
      if bytes[i] == 0 { zeros.even += 1 }
      if bytes[i + 1] == 0 { zeros.odd += 1 }
    }
    let units = limit / 2
    if zeros.odd == 0, zeros.even * 10 >= units * 7 { return true }
    if zeros.even == 0, zeros.odd * 10 >= units * 7 { return false }
    return nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
      let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(bigEndian ? a << 8 | b : b << 8 | a)
      i += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Code points of the bytes 0x80–0x9f, from the index of the Encoding Standard.
  private static let c1: [UInt16] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]

  static func windows1252(_ bytes: [UInt8]) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    for byte in bytes { units.append(byte &- 0x80 < 0x20 ? c1[Int(byte - 0x80)] : UInt16(byte)) }
    return String(decoding: units, as: UTF16.self)
  }
}
