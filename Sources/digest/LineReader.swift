import DigestKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines of a descriptor, in batches of what has arrived: a reader never waits for more than the writer has sent.
struct LineReader: ~Copyable {
  struct Line: Sendable {
    /// From 1.
    var number: Int
    /// Without the line feed.
    var bytes: [UInt8]
  }

  private let descriptor: CInt
  /// The last line so far, and how much of it is known to hold no line feed.
  private var pending: [UInt8] = []
  private var number = 0
  private var ended = false
  private static let lineFeed = UInt8(ascii: "\n")

  init(descriptor: CInt) { self.descriptor = descriptor }

  init(path: String) throws(FileError) {
    descriptor = try FileSystem.open(path)
  }

  deinit { if descriptor > 2 { _ = close(descriptor) } }

  /// The lines that one read call completes; nil at the end. Blank lines count but are left out.
  mutating func next() throws(FileError) -> [Line]? {
    while !ended {
      let chunk = try FileSystem.readChunk(from: descriptor)
      var lines: [Line] = []
      if chunk.isEmpty {
        ended = true
        if !pending.isEmpty { append(pending, to: &lines) }
        return lines.isEmpty ? nil : lines
      }
      var start = 0
      while let end = chunk[start...].firstIndex(of: Self.lineFeed) {
        if pending.isEmpty {
          append(Array(chunk[start..<end]), to: &lines)
        } else {
          pending += chunk[start..<end]
          append(pending, to: &lines)
          pending.removeAll()
        }
        start = end + 1
      }
      pending += chunk[start...]
      if !lines.isEmpty { return lines }
    }
    return nil
  }

  private mutating func append(_ bytes: [UInt8], to lines: inout [Line]) {
    number += 1
    var bytes = bytes
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if number == 1, bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
    if bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) { lines.append(Line(number: number, bytes: bytes)) }
  }
}
