/// From UTF-8 offsets to code points and lines, for one text.
///
/// Built in one pass with a checkpoint every 256 bytes; a look-up costs at most 256 bytes and a binary search. Lines end at
/// LF, CR LF or CR and count from 1.
public struct OffsetIndex: Sendable {
  private let bytes: [UInt8]
  private var codePoints: [Int32] = []
  private var lineStarts: [Int32] = [0]
  private static let stride = 256

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    codePoints.reserveCapacity(bytes.count / Self.stride + 1)
    var count: Int32 = 0
    for i in bytes.indices {
      if i % Self.stride == 0 { codePoints.append(count) }
      let byte = bytes[i]
      if byte & 0xc0 != 0x80 { count += 1 }
      if byte == 0x0a || byte == 0x0d && !(i + 1 < bytes.count && bytes[i + 1] == 0x0a) { lineStarts.append(Int32(i + 1)) }
    }
    if bytes.count % Self.stride == 0 { codePoints.append(count) }
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// How many code points begin before this offset.
  public func codePoint(at offset: Int32) -> Int {
    let offset = min(max(Int(offset), 0), bytes.count)
    let block = offset / Self.stride
    var count = Int(codePoints[block])
    for i in block * Self.stride..<offset where bytes[i] & 0xc0 != 0x80 { count += 1 }
    return count
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
