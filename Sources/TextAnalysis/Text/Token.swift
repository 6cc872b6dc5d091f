/// One token of a text: a word, a number, or a mark.
///
/// Words are split at hyphens and slashes (`de`, `-`, `escalation`) and before clitics (`Trump`, `’s`; `we`, `’re`), but not
/// before `n't`. Abbreviations of single letters keep their full stops (`U.S.`, `a.m.`). Digits with inner separators are one
/// number (`320,000`, `1.5`); letters that follow a digit start a new token (`10`, `th`). Use ``isAdjacent(to:)`` to see whether
/// white space stood between two tokens.
public struct Token: Sendable {
  public enum Kind: UInt8, Sendable {
    /// Letters, with digits after a letter (`G20`).
    case word
    /// Digits, with `.` and `,` between digits.
    case number
    /// `'s`, `’re`, `'ll` … stuck to the word before.
    case clitic
    /// `.` `!` `?` `…` and their kin: can end a sentence.
    case terminator
    /// A double quotation mark of any shape: `"` `“` `”` `„` `‟` `«` `»` `''` and doubled backticks.
    case doubleQuote
    /// A single quotation mark or apostrophe that is not part of a word: `'` `‘` `’` `‚` `‹` `›` and a backtick.
    case singleQuote
    /// Hyphen or dash of any length, `--` included.
    case dash
    case comma
    case colon
    case semicolon
    case open
    case close
    /// Anything else: currency, per cent, bullets, emoji, slashes.
    case symbol
  }

  /// How a word is written.
  public struct Shape: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is upper case.
    public static let capitalized = Shape(rawValue: 1)
    /// Every letter is upper case (also true of the single letter `I`).
    public static let allCaps = Shape(rawValue: 2)
    /// A letter after the first is upper case, others not (`McCain`, `iPhone`).
    public static let innerCaps = Shape(rawValue: 4)
    /// Holds a full stop (`U.S.`).
    public static let dotted = Shape(rawValue: 8)
    /// Holds a digit.
    public static let digits = Shape(rawValue: 16)
    /// White space, or the start of the block, stood before it.
    public static let spaceBefore = Shape(rawValue: 32)
    /// First token of its sentence that is a word or number.
    public static let sentenceStart = Shape(rawValue: 64)
    /// Holds a letter outside ASCII.
    public static let nonASCII = Shape(rawValue: 128)
  }

  public var span: TextSpan
  /// Hash of the folded form: lower case, without diacritics, `’` as `'`. Compare with ``WordKey`` of a literal.
  public var key: UInt64
  public var kind: Kind
  public var shape: Shape

  @inlinable public var start: Int32 { span.start }
  @inlinable public var end: Int32 { span.end }
  @inlinable public var isWord: Bool { kind == .word }
  @inlinable public var isNumber: Bool { kind == .number }
  @inlinable public var isCapitalized: Bool { shape.contains(.capitalized) }
  @inlinable public func isAdjacent(to next: Token) -> Bool { span.end == next.span.start }
}

/// The hash under which a word's folded form is known: FNV-1a, 64 bits, over lower-case letters without diacritics.
///
/// Two words with one key are taken for the same word; with 64 bits and the vocabularies of news that is safe.
public enum WordKey {
  @usableFromInline static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  @usableFromInline static let prime: UInt64 = 0x0000_0100_0000_01b3

  /// The key of a word, folded on the way. For tables and comparisons with literals; not for hot loops.
  public static func of(_ word: some StringProtocol) -> UInt64 {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { WordKey.of($0, 0, $0.count) }
  }

  /// The key of the bytes `start..<end`.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = seed
    var i = start
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        hash = (hash ^ UInt64(lower)) &* prime
        i += 1
      } else {
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: i, limit: end)
        Folding.fold(scalar) { hash = (hash ^ UInt64($0)) &* prime }
        i += length
      }
    }
    return hash
  }
}

/// Case folding and removal of diacritics, for Latin letters; other scripts are lower-cased only.
public enum Folding {
  /// Base letters of U+00C0–U+017F in order; `?` marks those with more than one letter or none.
  private static let latin: [UInt8] = Array(
    ("aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll"
      + "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Calls `emit` with each UTF-8 byte of the folded scalar.
  @inline(__always)
  static func fold(_ scalar: UInt32, _ emit: (UInt8) -> Void) {
    switch scalar {
    case 0...0x7f: emit(UInt8(scalar &- 0x41 < 26 ? scalar | 0x20 : scalar))
    case 0x2019, 0x2018, 0x02bc: emit(0x27)
    case 0xc6, 0xe6:
      emit(0x61)
      emit(0x65)
    case 0xde, 0xfe:
      emit(0x74)
      emit(0x68)
    case 0xdf:
      emit(0x73)
      emit(0x73)
    case 0x132, 0x133:
      emit(0x69)
      emit(0x6a)
    case 0x152, 0x153:
      emit(0x6f)
      emit(0x65)
    case 0xc0...0x17f where latin[Int(scalar - 0xc0)] != 0x3f: emit(latin[Int(scalar - 0xc0)])
    case 0x300...0x36f, 0xad, 0x200b...0x200f, 0xfeff: break
    default:
      guard let value = Unicode.Scalar(scalar) else { return }
      for unit in value.properties.lowercaseMapping.utf8 { emit(unit) }
    }
  }

  /// The folded form of a string: lower case, no diacritics, `’` as `'`.
  public static func folded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { fold(scalar.value) { bytes.append($0) } }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Decoding of single scalars from UTF-8 that may be broken: a bad byte is U+FFFD of length 1.
enum UTF8Decoding {
  @inline(__always)
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at i: Int, limit: Int) -> (UInt32, Int) {
    let b0 = UInt32(bytes[i])
    if b0 < 0x80 { return (b0, 1) }
    if b0 >= 0xc2, b0 < 0xe0, i + 1 < limit, bytes[i + 1] & 0xc0 == 0x80 {
      return ((b0 & 0x1f) << 6 | UInt32(bytes[i + 1] & 0x3f), 2)
    }
    if b0 >= 0xe0, b0 < 0xf0, i + 2 < limit, bytes[i + 1] & 0xc0 == 0x80, bytes[i + 2] & 0xc0 == 0x80 {
      return ((b0 & 0xf) << 12 | UInt32(bytes[i + 1] & 0x3f) << 6 | UInt32(bytes[i + 2] & 0x3f), 3)
    }
    if b0 >= 0xf0, b0 < 0xf5, i + 3 < limit, bytes[i + 1] & 0xc0 == 0x80, bytes[i + 2] & 0xc0 == 0x80, bytes[i + 3] & 0xc0 == 0x80 {
      let high = (b0 & 7) << 18 | UInt32(bytes[i + 1] & 0x3f) << 12
      return (high | UInt32(bytes[i + 2] & 0x3f) << 6 | UInt32(bytes[i + 3] & 0x3f), 4)
    }
    return (0xfffd, 1)
  }
}
