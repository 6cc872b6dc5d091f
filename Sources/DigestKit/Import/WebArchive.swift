import TextAnalysis

/// One record of a web archive, with its contents.
struct WebArchiveRecord: Sendable {
  /// Names in lower case.
  var headers: [(name: String, value: String)]
  var content: [UInt8]
  /// Its place among the archive's records, from 1.
  var number: Int

  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The page's address; old archives put it in angle brackets.
  var target: String? {
    guard var uri = self["warc-target-uri"] else { return nil }
    if uri.hasPrefix("<"), uri.hasSuffix(">") { uri = String(uri.dropFirst().dropLast()) }
    return uri.isEmpty ? nil : uri
  }

  /// When it was fetched, if the header is a time in UTC.
  var date: String? { self["warc-date"].flatMap(Retrieval.instant) }
}

/// Reads WARC 1.0 and 1.1 (ISO 28500:2017), packed by gzip as a whole or record by record, or not at all.
///
/// Memory: the record at hand, at most ``contentLimit``; larger records and those of other types are passed over unread.
struct WebArchive: ~Copyable {
  enum Failure: Error {
    case file(FileError)
    case inflate(InflateError)
    /// Neither a record nor the end follows the record of that number.
    case malformed(after: Int)
    case truncated(in: Int)
  }

  /// What came next.
  enum Item {
    case record(WebArchiveRecord)
    /// A record that would be wanted, but is larger than ``contentLimit``.
    case tooLarge(target: String?, bytes: Int)
  }

  static let contentLimit = 20_000_000 + 65_536
  private var stream: GunzipStream
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0
  private var ended = false

  init(_ source: @escaping () throws(FileError) -> [UInt8]) { stream = GunzipStream(source) }

  /// Appends the next piece to the buffer; false at the end.
  private mutating func fill() throws(Failure) -> Bool {
    guard !ended else { return false }
    let piece: [UInt8]
    do {
      piece = try stream.next()
    } catch {
      switch error {
      case .file(let error): throw .file(error)
      case .inflate(let error): throw .inflate(error)
      }
    }
    if piece.isEmpty {
      ended = true
      return false
    }
    if start == buffer.count {
      buffer = piece
      start = 0
    } else {
      if start > 1 << 20 {
        buffer.removeFirst(start)
        start = 0
      }
      buffer += piece
    }
    return true
  }

  /// The next record of a type that `isWanted` takes; nil at the end.
  mutating func next(where isWanted: (_ type: String, _ target: String?) -> Bool) throws(Failure) -> Item? {
    while true {
      // Two empty lines end a record.
      while true {
        while start < buffer.count, buffer[start] == 0x0d || buffer[start] == 0x0a { start += 1 }
        if start < buffer.count { break }
        if try !fill() { return nil }
      }
      var header = HTTPMessage.headerLines(of: buffer[start...])
      while header == nil {
        guard buffer.count - start < 65_536 else { throw .malformed(after: number) }
        guard try fill() else { throw number == 0 ? .malformed(after: 0) : .truncated(in: number + 1) }
        header = HTTPMessage.headerLines(of: buffer[start...])
      }
      guard let (lines, contentStart) = header, let version = lines.first, version.hasPrefix("WARC/") else {
        throw .malformed(after: number)
      }
      let headers = lines.dropFirst().compactMap(HTTPMessage.field)
      var record = WebArchiveRecord(headers: headers, content: [], number: number + 1)
      guard let length = record["content-length"].flatMap({ Int($0) }), length >= 0 else { throw .malformed(after: number) }
      number += 1
      start = contentStart

      guard isWanted(record["warc-type"]?.lowercased() ?? "", record.target) else {
        try skip(length)
        continue
      }
      guard length <= Self.contentLimit else {
        try skip(length)
        return .tooLarge(target: record.target, bytes: length)
      }
      while buffer.count - start < length {
        guard try fill() else { throw .truncated(in: number) }
      }
      record.content = Array(buffer[start..<start + length])
      start += length
      return .record(record)
    }
  }

  private mutating func skip(_ length: Int) throws(Failure) {
    var left = length
    while true {
      let step = min(left, buffer.count - start)
      start += step
      left -= step
      if left == 0 { return }
      guard try fill() else { throw .truncated(in: number) }
    }
  }
}

/// Times of retrieval as story.yml keeps them: `2026-11-21`, or with the time of day in UTC, `2026-11-21T07:42:10Z`.
enum Retrieval {
  /// The time if it is one of these two forms, cut to seconds; nil otherwise.
  static func instant(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)) != nil else { return nil }
    if bytes.count == 10 { return text }
    func number(_ start: Int, below limit: Int) -> Bool {
      guard bytes[start] &- 0x30 < 10, bytes[start + 1] &- 0x30 < 10 else { return false }
      return Int(bytes[start] - 0x30) * 10 + Int(bytes[start + 1] - 0x30) < limit
    }
    guard bytes.count >= 20, bytes[10] == 0x54, bytes[13] == 0x3a, bytes[16] == 0x3a, bytes.last == 0x5a, number(11, below: 24),
      number(14, below: 60), number(17, below: 61)
    else { return nil }
    // WARC 1.1 allows fractions of a second.
    guard bytes.count == 20 || (bytes[19] == 0x2e && bytes[20..<bytes.count - 1].allSatisfy { $0 &- 0x30 < 10 }) else { return nil }
    return String(decoding: bytes[..<19], as: UTF8.self) + "Z"
  }
}
