import CZlib

/// Why compressed bytes could not be unpacked.
enum InflateError: Error, Equatable {
  case corrupt
  /// The bytes end before the compressed data do.
  case truncated
  /// The output passed a limit, or is so much larger than the input that nothing honest makes it.
  case tooLarge
  case outOfMemory
}

/// zlib's inflate, a chunk at a time. Owns the C state.
struct Inflater: ~Copyable {
  enum Wrapper: Int32 {
    case gzip = 31
    case zlib = 15
    case raw = -15
  }

  // zlib's state points back at this structure, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  init(_ wrapper: Wrapper) throws(InflateError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard digest_inflate_start(stream, wrapper.rawValue) == Z_OK else {
      stream.deallocate()
      throw .outOfMemory
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins with the next member.
  func reset() { inflateReset(stream) }

  /// Unpacks what fits into one chunk.
  ///
  /// - Returns: the output; how much of the input it took; whether the compressed data ended there.
  func inflate(_ input: ArraySlice<UInt8>, chunk: Int) throws(InflateError) -> (output: [UInt8], taken: Int, ended: Bool) {
    var code: Int32 = Z_OK
    var taken = 0
    let output = input.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        // zlib only reads from next_in; its type lacks the const.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.pointee.avail_in = UInt32(clamping: source.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(clamping: buffer.count)
        let available = stream.pointee.avail_in
        code = CZlib.inflate(stream, Z_NO_FLUSH)
        taken = Int(available - stream.pointee.avail_in)
        count = buffer.count - Int(stream.pointee.avail_out)
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
      }
    }
    switch code {
    case Z_STREAM_END: return (output, taken, true)
    // Z_BUF_ERROR: nothing could be done with this input and this room; more input will help.
    case Z_OK, Z_BUF_ERROR: return (output, taken, false)
    case Z_MEM_ERROR: throw .outOfMemory
    default: throw .corrupt
    }
  }

  /// All of a body at once.
  ///
  /// - Parameter limit: more output than this is refused, with at most that much memory used.
  static func unpack(_ bytes: ArraySlice<UInt8>, _ wrapper: Wrapper, limit: Int) throws(InflateError) -> [UInt8] {
    let inflater = try Inflater(wrapper)
    var output: [UInt8] = []
    var rest = bytes
    while true {
      let (chunk, taken, ended) = try inflater.inflate(rest, chunk: 65_536)
      output += chunk
      rest = rest.dropFirst(taken)
      guard output.count <= limit else { throw .tooLarge }
      if ended { return output }
      if rest.isEmpty, chunk.isEmpty { throw .truncated }
    }
  }
}

/// Bytes that come in pieces, unpacked if they are gzip: any number of members one after another (RFC 1952, section 2.2).
///
/// Memory: one piece and one chunk of output. A file that unpacks to more than 256 MB and 200 times its size is refused: text and
/// pictures shrink to a tenth, only a bomb to a thousandth.
struct GunzipStream: ~Copyable {
  private let source: () throws(FileError) -> [UInt8]
  private var pending: ArraySlice<UInt8> = []
  private var isCompressed: Bool?
  private var inflater: Inflater?
  private var isInsideMember = false
  private var taken = 0
  private var given = 0
  private static let bomb = (bytes: 256_000_000, ratio: 200)

  /// - Parameter source: the next piece; empty at the end.
  init(_ source: @escaping () throws(FileError) -> [UInt8]) { self.source = source }

  enum Failure: Error {
    case file(FileError)
    case inflate(InflateError)
  }

  /// The next piece; empty at the end.
  mutating func next() throws(Failure) -> [UInt8] {
    if isCompressed == nil {
      while pending.count < 2 {
        let piece = try read()
        if piece.isEmpty { break }
        pending += piece
      }
      isCompressed = pending.starts(with: [0x1f, 0x8b])
    }
    guard isCompressed == true else {
      let piece = pending.isEmpty ? try read() : Array(pending)
      pending = []
      return piece
    }
    do {
      if inflater == nil { inflater = try Inflater(.gzip) }
    } catch { throw .inflate(error) }
    while true {
      if pending.isEmpty {
        pending = try read()[...]
        if pending.isEmpty {
          if isInsideMember { throw .inflate(.truncated) }
          return []
        }
      }
      if !isInsideMember {
        // Some writers pad the end with zeros.
        if pending.allSatisfy({ $0 == 0 }) {
          pending = []
          continue
        }
        isInsideMember = true
      }
      let output: [UInt8]
      let step: Int
      let ended: Bool
      do {
        guard let result = try inflater?.inflate(pending, chunk: 262_144) else { return [] }
        (output, step, ended) = result
      } catch { throw .inflate(error) }
      pending = pending.dropFirst(step)
      taken += step
      given += output.count
      if given > Self.bomb.bytes, given / Self.bomb.ratio > taken { throw .inflate(.tooLarge) }
      if ended {
        inflater?.reset()
        isInsideMember = false
      } else if output.isEmpty, step == 0, !pending.isEmpty {
        throw .inflate(.corrupt)
      }
      if !output.isEmpty { return output }
    }
  }

  private func read() throws(Failure) -> [UInt8] {
    do { return try source() } catch { throw .file(error) }
  }
}
