/// A response as it went over the wire (RFC 9112): what a web archive keeps of a page.
struct HTTPMessage: Sendable {
  var status: Int
  /// Names in lower case, in order.
  var headers: [(name: String, value: String)]
  /// As sent, with its transfer and content codings.
  var body: ArraySlice<UInt8>

  /// nil if the bytes do not begin with a status line.
  init?(parsing bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8), let (lines, bodyStart) = Self.headerLines(of: bytes[...]), let first = lines.first else {
      return nil
    }
    let parts = first.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, let status = Int(parts[1]) else { return nil }
    self.status = status
    headers = lines.dropFirst().compactMap(Self.field)
    body = bytes[bodyStart...]
  }

  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Why a body cannot be read.
  enum BodyError: Error, Equatable {
    case coding(String)
    case damaged(InflateError)
  }

  /// The page itself, with chunks joined and compression undone.
  ///
  /// Archives exist whose headers name a coding that the archiver has already undone; such a body is taken as it is.
  func decodedBody(limit: Int) throws(BodyError) -> [UInt8] {
    var body = body
    if self["transfer-encoding"]?.lowercased().contains("chunked") ?? false, let joined = Self.joinedChunks(body) { body = joined[...] }
    let codings = (self["content-encoding"] ?? "").lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
    for coding in codings.reversed() {
      do throws(InflateError) {
        switch coding {
        case "", "identity": continue
        case "gzip", "x-gzip":
          if body.starts(with: [0x1f, 0x8b]) { body = try Inflater.unpack(body, .gzip, limit: limit)[...] }
        case "deflate":
          // Zlib's wrapper by the standard, nothing around it by many servers.
          let isWrapped =
            body.count > 2 && body[body.startIndex] & 15 == 8
            && (Int(body[body.startIndex]) << 8 | Int(body[body.startIndex + 1])).isMultiple(of: 31)
          if isWrapped {
            body = try Inflater.unpack(body, .zlib, limit: limit)[...]
          } else if !body.starts(with: "<".utf8) {
            body = try Inflater.unpack(body, .raw, limit: limit)[...]
          }
        default: throw InflateError.corrupt
        }
      } catch {
        guard ["gzip", "x-gzip", "deflate"].contains(coding) else { throw .coding(coding) }
        throw .damaged(error)
      }
    }
    return Array(body)
  }

  /// nil if the body is not in chunks.
  static func joinedChunks(_ body: ArraySlice<UInt8>) -> [UInt8]? {
    var joined: [UInt8] = []
    var i = body.startIndex
    while i < body.endIndex {
      var size = 0
      var digits = 0
      while i < body.endIndex, let digit = hexDigit(body[i]) {
        size = size << 4 | digit
        digits += 1
        guard digits <= 8 else { return nil }
        i += 1
      }
      guard digits > 0 else { return nil }
      // An extension may follow the size.
      guard let lineEnd = body[i...].prefix(1024).firstIndex(of: 0x0a) else { return nil }
      i = lineEnd + 1
      if size == 0 { return joined }
      let end = min(i + size, body.endIndex)
      joined += body[i..<end]
      i = end
      if i < body.endIndex, body[i] == 0x0d { i += 1 }
      if i < body.endIndex {
        guard body[i] == 0x0a else { return nil }
        i += 1
      }
    }
    // Cut off within the last chunk: what came is kept.
    return joined.isEmpty ? nil : joined
  }

  private static func hexDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: Int((byte | 0x20) - 0x61 + 10)
    default: nil
    }
  }

  /// The lines up to the empty one, and where the body begins; nil if there is no empty line in the first 64 KiB.
  static func headerLines(of bytes: ArraySlice<UInt8>) -> (lines: [String], bodyStart: Int)? {
    var lines: [String] = []
    var start = bytes.startIndex
    let limit = min(bytes.endIndex, bytes.startIndex + 65_536)
    while start < limit {
      guard let end = bytes[start..<limit].firstIndex(of: 0x0a) else { return nil }
      let line = bytes[start..<(end > start && bytes[end - 1] == 0x0d ? end - 1 : end)]
      start = end + 1
      if line.isEmpty { return (lines, start) }
      let text = String(decoding: line, as: UTF8.self)
      // A line that begins with a blank continues the one before (obsolete, but archives are old).
      if line.first == 0x20 || line.first == 0x09, let last = lines.popLast() {
        lines.append(last + " " + Self.trimmed(text))
      } else {
        lines.append(text)
      }
    }
    return nil
  }

  /// `Name: value`; nil for anything else.
  static func field(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (Self.trimmed(line[..<colon]).lowercased(), Self.trimmed(line[line.utf8.index(after: colon)...]))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
