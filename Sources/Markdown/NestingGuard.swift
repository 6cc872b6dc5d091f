/// Keeps cmark's cost linear in hostile input.
///
/// cmark 0.30.2 looks at every open list item on every blank line, and at every open image on every link. The guard puts a
/// backslash in front of list and quotation marks that would nest too deep, and of brackets of too many images. Other text is
/// handed over as it is, without a copy.
enum NestingGuard {
  static func guarding<Result>(_ source: String, _ body: (UnsafeBufferPointer<CChar>) -> Result) -> Result {
    source.utf8Span.span.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      let places = placesToEscape(in: bytes)
      if places.isEmpty { return body(raw.bindMemory(to: CChar.self)) }
      var copy: [UInt8] = []
      copy.reserveCapacity(bytes.count + places.count)
      var start = 0
      for place in places {
        copy.append(contentsOf: bytes[start..<place])
        copy.append(UInt8(ascii: "\\"))
        start = place
      }
      copy.append(contentsOf: bytes[start...])
      return copy.withUnsafeBytes { body($0.bindMemory(to: CChar.self)) }
    }
  }

  /// Offsets of the bytes that need a backslash in front of them, in order.
  static func placesToEscape(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var places: [Int] = []
    var images = 0
    var position = 0
    while position < bytes.count {
      // Containers at the start of the line. Each takes at least two columns of the lines that continue it.
      var depth = 0
      var columns = 0
      var followsMarker = false
      scan: while position < bytes.count {
        let byte = bytes[position]
        switch byte {
        case 0x20, 0x09:
          // The first blank after a mark belongs to it.
          if followsMarker { followsMarker = false } else { columns += byte == 0x09 ? 4 : 1 }
          position += 1
        case 0x0a, 0x0d:
          // An empty line ends the paragraph.
          if depth == 0 { images = 0 }
          break scan
        case UInt8(ascii: ">"):
          depth += 1
          if depth + columns / 2 > Markdown.nestingLimit {
            places.append(position)
            break scan
          }
          position += 1
          followsMarker = true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
          guard endsMarker(bytes, position + 1) else { break scan }
          depth += 1
          if depth + columns / 2 > Markdown.nestingLimit {
            places.append(position)
            break scan
          }
          position += 1
          followsMarker = true
        case 0x30...0x39:
          var end = position
          while end < bytes.count, end - position < 10, 0x30...0x39 ~= bytes[end] { end += 1 }
          guard end - position < 10, end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
            endsMarker(bytes, end + 1)
          else { break scan }
          depth += 1
          if depth + columns / 2 > Markdown.nestingLimit {
            places.append(end)
            position = end
            break scan
          }
          position = end + 1
          followsMarker = true
        default: break scan
        }
      }
      // The rest of the line: images.
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == 0x0a || byte == 0x0d { break }
        if byte == UInt8(ascii: "!"), position < bytes.count, bytes[position] == UInt8(ascii: "[") {
          images += 1
          if images > Markdown.imageLimit { places.append(position) }
        }
      }
    }
    return places
  }

  private static func endsMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    position >= bytes.count || bytes[position] <= 0x20
  }
}
