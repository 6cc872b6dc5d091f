/// Splits a stretch of text into tokens in one pass over its bytes. The rules are on ``Token``.
enum Tokenizer {
  private enum Class: UInt8 {
    case space, letter, digit, terminator, double, single, dash, comma, colon, semicolon, open, close, symbol
  }

  /// Classes of ASCII bytes.
  private static let ascii: [Class] = (0..<128).map { byte in
    switch Unicode.Scalar(UInt8(byte)) {
    case "a"..."z", "A"..."Z": .letter
    case "0"..."9": .digit
    case "\u{0}"..."\u{20}", "\u{7f}": .space
    case ".", "!", "?": .terminator
    case "\"": .double
    case "'", "`": .single
    case "-": .dash
    case ",": .comma
    case ":": .colon
    case ";": .semicolon
    case "(", "[", "{": .open
    case ")", "]", "}": .close
    default: .symbol
    }
  }

  private static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0xa0, 0x85, 0x1680, 0x2000...0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff: .space
    case 0xab, 0xbb, 0x201c...0x201f, 0x300c...0x300f, 0xff02: .double
    case 0x2018...0x201b, 0x2039, 0x203a, 0xb4: .single
    case 0x2010...0x2015, 0x2212: .dash
    case 0x2026, 0x203c, 0x2047...0x2049, 0x3002, 0xff01, 0xff1f, 0xff0e, 0xbf, 0xa1: .terminator
    case 0x3001, 0xff0c, 0x060c: .comma
    case 0xff1a: .colon
    case 0xff1b: .semicolon
    case 0xff08: .open
    case 0xff09: .close
    case 0xaa, 0xba, 0xad, 0x200c...0x200f, 0x2bc: .letter
    case 0x80...0xbf, 0xd7, 0xf7, 0x2020...0x206f, 0x2070...0x209f, 0x20a0...0x20cf, 0x2100...0x214f, 0x2190...0x2bff,
      0x3003...0x303f, 0xe000...0xf8ff, 0xfff0...0xffff, 0x1f000...0x1faff:
      .symbol
    default: .letter
    }
  }

  @inline(__always)
  private static func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int) -> (Class, Int) {
    let byte = bytes[i]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: i, limit: limit)
    return (classify(scalar), length)
  }

  /// `'` or `’` at `i`: its length, or 0.
  @inline(__always)
  private static func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int) -> Int {
    guard i < limit else { return 0 }
    if bytes[i] == 0x27 { return 1 }
    if i + 2 < limit, bytes[i] == 0xe2, bytes[i + 1] == 0x80, bytes[i + 2] == 0x99 { return 3 }
    return 0
  }

  /// Letters after an apostrophe that make a clitic: s re ve ll d m.
  @inline(__always)
  private static func cliticLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int) -> Int {
    guard i < limit else { return 0 }
    let a = bytes[i] | 0x20
    let b = i + 1 < limit ? bytes[i + 1] | 0x20 : 0
    let length: Int
    switch (a, b) {
    case (0x72, 0x65), (0x76, 0x65), (0x6c, 0x6c): length = 2
    case (0x73, _), (0x64, _), (0x6d, _): length = 1
    default: return 0
    }
    let after = i + length
    guard after < limit else { return length }
    let next = classify(bytes, after, limit).0
    return next == .letter || next == .digit ? 0 : length
  }

  static func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into tokens: inout [Token]) {
    var i = range.lowerBound
    let limit = min(range.upperBound, bytes.count)
    var spaceBefore = true

    func emit(_ start: Int, _ end: Int, _ kind: Token.Kind, _ shape: Token.Shape = [], key: UInt64? = nil) {
      let span = TextSpan(start..<end)
      let shape = spaceBefore ? shape.union(.spaceBefore) : shape
      tokens.append(Token(span: span, key: key ?? WordKey.of(bytes, start, end), kind: kind, shape: shape))
      spaceBefore = false
    }

    while i < limit {
      let (kind, length) = classify(bytes, i, limit)
      switch kind {
      case .space:
        spaceBefore = true
        i += length
      case .letter:
        let word = word(bytes, i, limit)
        emit(i, word.end, .word, word.shape, key: word.key)
        i = word.end
        let mark = apostrophe(bytes, i, limit)
        if mark > 0 {
          let letters = cliticLength(bytes, i + mark, limit)
          if letters > 0 {
            emit(i, i + mark + letters, .clitic)
            i += mark + letters
          }
        }
      case .digit:
        var j = i + 1
        while j < limit {
          let byte = bytes[j]
          if byte &- 0x30 < 10 {
            j += 1
          } else if byte == 0x2e || byte == 0x2c, j + 1 < limit, bytes[j + 1] &- 0x30 < 10 {
            j += 2
          } else {
            break
          }
        }
        emit(i, j, .number, .digits)
        i = j
        // "1990's", "3's": the clitic belongs to the number.
        let mark = apostrophe(bytes, i, limit)
        if mark > 0, case let letters = cliticLength(bytes, i + mark, limit), letters > 0 {
          emit(i, i + mark + letters, .clitic)
          i += mark + letters
        }
      case .terminator:
        var j = i + length
        while j < limit, case (let next, let nextLength) = classify(bytes, j, limit), next == .terminator { j += nextLength }
        emit(i, j, .terminator)
        i = j
      case .double:
        emit(i, i + length, .doubleQuote)
        i += length
      case .single:
        // '' and `` are double marks.
        if i + 1 < limit, bytes[i] == 0x27 || bytes[i] == 0x60, bytes[i + 1] == bytes[i] {
          emit(i, i + 2, .doubleQuote)
          i += 2
        } else {
          emit(i, i + length, .singleQuote)
          i += length
        }
      case .dash:
        var j = i + length
        while j < limit, case (let next, let nextLength) = classify(bytes, j, limit), next == .dash { j += nextLength }
        emit(i, j, .dash)
        i = j
      case .comma:
        emit(i, i + length, .comma)
        i += length
      case .colon:
        emit(i, i + length, .colon)
        i += length
      case .semicolon:
        emit(i, i + length, .semicolon)
        i += length
      case .open:
        emit(i, i + length, .open)
        i += length
      case .close:
        emit(i, i + length, .close)
        i += length
      case .symbol:
        emit(i, i + length, .symbol)
        i += length
      }
    }
  }

  /// One word from `start`: letters and later digits, inner `n't`-like apostrophes, dotted single letters.
  @inline(__always)
  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> (end: Int, shape: Token.Shape, key: UInt64) {
    var i = start
    var hash = WordKey.seed
    var letters = 0
    var upper = 0
    var firstIsUpper = false
    var shape: Token.Shape = []
    while i < limit {
      let byte = bytes[i]
      if byte < 0x80 {
        if (byte | 0x20) &- 0x61 < 26 {
          let isUpper = byte & 0x20 == 0
          if isUpper {
            upper += 1
            if letters == 0 { firstIsUpper = true }
          }
          letters += 1
          hash = (hash ^ UInt64(byte | 0x20)) &* WordKey.prime
          i += 1
          continue
        }
        if byte &- 0x30 < 10 {
          shape.insert(.digits)
          hash = (hash ^ UInt64(byte)) &* WordKey.prime
          i += 1
          continue
        }
        if byte == 0x2e, letters == 1 || shape.contains(.dotted), isDotted(bytes, start, i, limit) {
          shape.insert(.dotted)
          hash = (hash ^ 0x2e) &* WordKey.prime
          i += 1
          continue
        }
      }
      let mark = apostrophe(bytes, i, limit)
      if mark > 0 {
        // Inside a word ("don't", "O'Neill", "d'Estaing") unless a clitic follows.
        guard i + mark < limit, classify(bytes, i + mark, limit).0 == .letter, cliticLength(bytes, i + mark, limit) == 0 else { break }
        hash = (hash ^ 0x27) &* WordKey.prime
        i += mark
        continue
      }
      guard byte >= 0x80 else { break }
      let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: i, limit: limit)
      guard classify(scalar) == .letter else { break }
      if let value = Unicode.Scalar(scalar), value.properties.isUppercase {
        upper += 1
        if letters == 0 { firstIsUpper = true }
      }
      letters += 1
      shape.insert(.nonASCII)
      Folding.fold(scalar) { hash = (hash ^ UInt64($0)) &* WordKey.prime }
      i += length
    }
    if firstIsUpper { shape.insert(.capitalized) }
    if upper == letters { shape.insert(.allCaps) } else if upper > (firstIsUpper ? 1 : 0) { shape.insert(.innerCaps) }
    return (i, shape, hash)
  }

  /// Whether the full stop at `i` belongs to an abbreviation of single letters that began at `start`: `U.S.`, `a.m.`, `D.C.`,
  /// not the `J.` of "J. Edgar", which stays a word and a terminator.
  @inline(__always)
  private static func isDotted(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ i: Int, _ limit: Int) -> Bool {
    func isLetter(_ j: Int) -> Bool { j < limit && (bytes[j] | 0x20) &- 0x61 < 26 }
    // The letter before the stop must be a single one …
    guard isLetter(i - 1), i - 1 == start || bytes[i - 2] == 0x2e else { return false }
    // … and another "letter, stop" must come before or after it.
    let before = i - 2 > start && bytes[i - 2] == 0x2e
    let after = isLetter(i + 1) && i + 2 < limit && bytes[i + 2] == 0x2e
    return before || after
  }
}
