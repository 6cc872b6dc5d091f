/// From UTF-8 offsets to code points and lines, for one text.
///
/// Built in one pass with a checkpoint every 32 bytes; a look-up costs at most 32 bytes and a binary search. Lines end at
/// LF, CR LF or CR and count from 1.
public struct OffsetIndex: Sendable {
  private let bytes: [UInt8]
  private var codePoints: [Int32] = []
  private var lineStarts: [Int32] = [0]
  private static let stride = 32

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    codePoints.reserveCapacity(bytes.count / Self.stride + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var count: Int32 = 0
      var block = 0
      while block < bytes.count {
        codePoints.append(count)
        let end = min(block + Self.stride, bytes.count)
        count += Int32(truncatingIfNeeded: Self.starts(bytes, block, end))
        block = end
      }
      if bytes.count % Self.stride == 0 { codePoints.append(count) }
      for i in 0..<bytes.count where bytes[i] == 0x0a || bytes[i] == 0x0d {
        if bytes[i] == 0x0a || !(i + 1 < bytes.count && bytes[i + 1] == 0x0a) { lineStarts.append(Int32(i + 1)) }
      }
    }
  }

  /// How many code points begin in a range of offsets.
  @inline(__always)
  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Int {
    var count = 0
    var i = from
    while i < to {
      count &+= bytes[i] & 0xc0 != 0x80 ? 1 : 0
      i &+= 1
    }
    return count
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// How many code points begin before this offset.
  public func codePoint(at offset: Int32) -> Int {
    let offset = min(max(Int(offset), 0), bytes.count)
    let block = offset / Self.stride
    return bytes.withUnsafeBufferPointer { Int(codePoints[block]) + Self.starts($0, block * Self.stride, offset) }
  }

  /// The code points of a span: how many begin before its start and before its end.
  public func codePoints(of span: TextSpan) -> Range<Int> {
    let start = codePoint(at: span.start)
    return start..<max(start, codePoint(at: span.end))
  }

  /// The line that holds this offset, from 1.
  public func line(at offset: Int32) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// Line and column, both from 1; the column counts code points.
  public func position(at offset: Int32) -> (line: Int, column: Int) {
    let line = line(at: offset)
    return (line, codePoint(at: offset) - codePoint(at: lineStarts[line - 1]) + 1)
  }

  public var lineCount: Int { lineStarts.count }
}
