/// A stretch between quotation marks, in token indices.
struct MarkedStretch {
  /// The opening mark, or the first token where that mark is missing.
  var open: Int
  /// After the closing mark, or after the last token where that mark is missing.
  var end: Int
  var hasOpeningMark: Bool
  var hasClosingMark: Bool
  var isSingle: Bool
  var block: Int

  /// The tokens between the marks.
  var content: Range<Int> { (hasOpeningMark ? open + 1 : open)..<(hasClosingMark ? end - 1 : end) }
}

/// Pairs quotation marks, block by block, and keeps the outermost stretches.
///
/// Double marks: the white space around a mark says whether it opens or closes; where that says nothing, or contradicts the mark's
/// own shape, the state decides (a mark closes what is open). A stack matches them, so an opening mark that is never closed ends
/// at its block, or before the next opening mark. Single marks are paired only outside double ones and only where both ends look
/// like quotation marks, because most are apostrophes. Cost: linear.
enum QuotationMarks {
  private enum Side { case opens, closes, either, neither }

  static func stretches(in document: Document) -> [MarkedStretch] {
    var result: [MarkedStretch] = []
    var previousIsUnclosed = false
    for block in document.blocks.indices {
      let range = document.tokensOfBlock[block]
      var hasDouble = false
      var hasSingle = false
      for i in range {
        let kind = document.tokens[i].kind
        if kind == .doubleQuote { hasDouble = true } else if kind == .singleQuote { hasSingle = true }
      }
      var found: [MarkedStretch] = []
      if hasDouble { found = doubles(in: document, range, block: block, afterUnclosed: previousIsUnclosed) }
      if hasSingle {
        found = merge(
          found, singles(in: document, range, block: block, outside: found, reopens: opensWithSingle(blockAfter: block, in: document)))
      }
      found.removeAll { stretch in !stretch.content.contains { document.tokens[$0].isWord || document.tokens[$0].isNumber } }
      result += found
      if document.blocks[block].kind.isStory, !range.isEmpty {
        previousIsUnclosed = found.last.map { !$0.hasClosingMark && !$0.isSingle } ?? false
      }
    }
    return result
  }

  // MARK: Double marks

  private static func doubles(in document: Document, _ range: Range<Int>, block: Int, afterUnclosed: Bool) -> [MarkedStretch] {
    let tokens = document.tokens
    var marks: [(token: Int, side: Side)] = []
    for i in range where tokens[i].kind == .doubleQuote {
      let side = side(of: i, in: document, range)
      if side != .neither { marks.append((i, side)) }
    }
    guard !marks.isEmpty else { return [] }

    var partner = [Int](repeating: -1, count: marks.count)
    var stack: [Int] = []
    var result: [MarkedStretch] = []
    for m in marks.indices {
      switch marks[m].side {
      case .opens: stack.append(m)
      case .either where stack.isEmpty: stack.append(m)
      case .closes where stack.isEmpty:
        if m == 0, afterUnclosed || isAttributed(m, marks.map(\.token), in: document, range) {
          // The opening mark is missing: `It was a good day."` after a paragraph whose quotation stayed open.
          result.append(
            MarkedStretch(
              open: range.lowerBound, end: marks[m].token + 1, hasOpeningMark: false, hasClosingMark: true, isSingle: false, block: block))
        } else if m + 1 < marks.count, marks[m + 1].side == .closes {
          // Misplaced blank: `he said," We go"`.
          stack.append(m)
        }
      case .either, .closes:
        if let opener = stack.popLast() { partner[opener] = m }
      case .neither: break
      }
    }
    // What the stack left open ends before the next mark (which opens, or it would have closed this one), or at the block.
    var m = 0
    var unmatched = 0
    while m < marks.count {
      if partner[m] >= 0 {
        result.append(
          MarkedStretch(
            open: marks[m].token, end: marks[partner[m]].token + 1, hasOpeningMark: true, hasClosingMark: true, isSingle: false,
            block: block
          ))
        m = partner[m] + 1
        continue
      }
      defer { m += 1 }
      guard unmatched < stack.count, stack[unmatched] == m else { continue }
      unmatched += 1
      if marks.count == 2, stack.count == 2, m == 0 {
        // Two that look like opening ones: the blank of the second is on the wrong side.
        result.append(
          MarkedStretch(
            open: marks[0].token, end: marks[1].token + 1, hasOpeningMark: true, hasClosingMark: true, isSingle: false, block: block))
        break
      }
      let limit = m + 1 < marks.count ? marks[m + 1].token : range.upperBound
      result.append(
        MarkedStretch(open: marks[m].token, end: limit, hasOpeningMark: true, hasClosingMark: false, isSingle: false, block: block))
    }
    return result
  }

  /// Whether a closing mark without an opening one ends a quotation that began with the block: `We are ready," Lund said.`
  private static func isAttributed(_ m: Int, _ marks: [Int], in document: Document, _ range: Range<Int>) -> Bool {
    let i = marks[m]
    let tokens = document.tokens
    guard i > range.lowerBound + 2, tokens[i - 1].kind == .comma, marks.count == 1 || marks.count % 2 == 1, i + 1 < range.upperBound else {
      return false
    }
    var j = i + 1
    let limit = min(range.upperBound, i + 6)
    while j < limit {
      if tokens[j].isWord, QuotationWords.classes(tokens[j].key).contains(.say) { return true }
      j += 1
    }
    return false
  }

  private enum Glyph { case opens, closes, straight }

  private static func glyph(_ token: Token, in bytes: [UInt8]) -> Glyph {
    let i = Int(token.start)
    switch bytes[i] {
    case 0x60: return .opens
    case 0xc2: return bytes[i + 1] == 0xab ? .opens : .closes
    case 0xe2 where bytes[i + 1] == 0x80:
      switch bytes[i + 2] {
      case 0x9c, 0x9e, 0x9f, 0x98, 0x9a, 0x9b, 0xb9: return .opens
      case 0x9d, 0x99, 0xba: return .closes
      default: return .straight
      }
    case 0xe3: return bytes[i + 2] & 1 == 0 ? .opens : .closes
    default: return .straight
    }
  }

  private static func isQuoteMark(_ token: Token) -> Bool { token.kind == .doubleQuote || token.kind == .singleQuote }

  private static func side(of i: Int, in document: Document, _ range: Range<Int>) -> Side {
    let tokens = document.tokens
    let token = tokens[i]
    let glyph = glyph(token, in: document.bytes)
    var before = i - 1
    while before >= range.lowerBound, i - before < 5, isQuoteMark(tokens[before]), tokens[before].isAdjacent(to: tokens[before + 1]) {
      before -= 1
    }
    var after = i + 1
    while after < range.upperBound, after - i < 5, isQuoteMark(tokens[after]), tokens[after - 1].isAdjacent(to: tokens[after]) {
      after += 1
    }
    let touchesLeft = before >= range.lowerBound && tokens[before].isAdjacent(to: tokens[before + 1])
    let touchesRight = after < range.upperBound && tokens[after - 1].isAdjacent(to: tokens[after])

    // Inches and seconds: 27", 6'2".
    if glyph == .straight, touchesLeft, before == i - 1, tokens[before].isNumber {
      if before - 1 >= range.lowerBound, tokens[before - 1].kind == .singleQuote, tokens[before - 1].isAdjacent(to: tokens[before]) {
        return .neither
      }
      if isInches(i, in: document, range) { return .neither }
    }

    var context: Side = .either
    if before < range.lowerBound {
      context = .opens
    } else if after >= range.upperBound {
      context = .closes
    } else if !touchesLeft, touchesRight {
      switch tokens[after].kind {
      case .comma, .semicolon, .colon, .close: context = .closes
      default: context = .opens
      }
    } else if touchesLeft, !touchesRight {
      context = tokens[before].kind == .open ? .opens : .closes
    } else if touchesLeft, touchesRight {
      if tokens[before].kind == .open || tokens[before].kind == .dash && tokens[after].isWord && glyph != .closes {
        context = glyph == .closes ? .either : .opens
      } else {
        switch tokens[after].kind {
        case .comma, .terminator, .semicolon, .colon, .close, .clitic, .dash: context = .closes
        default: context = .either
        }
      }
    }
    switch (glyph, context) {
    case (.straight, _): return context
    case (.opens, .closes), (.closes, .opens): return .either
    case (.opens, _): return .opens
    case (.closes, _): return .closes
    }
  }

  /// Whether the straight mark after a number is a unit: nothing is open, or prose goes on and another mark closes.
  private static func isInches(_ i: Int, in document: Document, _ range: Range<Int>) -> Bool {
    let tokens = document.tokens
    // An opening mark before, with nothing between that closes it, makes this the closing one unless another follows.
    var open = 0
    var j = i - 1
    let floor = max(range.lowerBound, i - 200)
    while j >= floor {
      if tokens[j].kind == .doubleQuote {
        let opens = tokens[j].shape.contains(.spaceBefore) || j == range.lowerBound
        open += opens ? 1 : -1
        break
      }
      j -= 1
    }
    guard open > 0 else { return true }
    guard i + 1 < range.upperBound, tokens[i + 1].isWord, !tokens[i + 1].isCapitalized,
      !QuotationWords.classes(tokens[i + 1].key).contains(.say), !QuotationWords.classes(tokens[i + 1].key).contains(.pronoun)
    else { return false }
    j = i + 1
    let limit = min(range.upperBound, i + 200)
    while j < limit {
      if tokens[j].kind == .doubleQuote { return !tokens[j].shape.contains(.spaceBefore) }
      j += 1
    }
    return false
  }

  // MARK: Single marks

  private static let clippedWords = WordList(
    """
    # Words that lose their beginning to an apostrophe.
    tis
    twas
    em
    til
    till
    cause
    bout
    round
    n
    cos
    cuz
    nuff
    """)

  /// Whether the next paragraph of the story opens with a single mark: then one may stay open in this.
  private static func opensWithSingle(blockAfter block: Int, in document: Document) -> Bool {
    var next = block + 1
    while next < document.blocks.count, next < block + 3 {
      let range = document.tokensOfBlock[next]
      if document.blocks[next].kind.isStory, let first = range.first {
        let tokens = document.tokens
        return tokens[first].kind == .singleQuote && glyph(tokens[first], in: document.bytes) != .closes && first + 1 < range.upperBound
          && tokens[first].isAdjacent(to: tokens[first + 1]) && tokens[first + 1].isWord && !clippedWords.contains(tokens[first + 1])
      }
      next += 1
    }
    return false
  }

  /// - Parameter reopens: the next paragraph opens with a mark, so that the last one here may stay open.
  private static func singles(
    in document: Document, _ range: Range<Int>, block: Int, outside doubles: [MarkedStretch], reopens: Bool
  ) -> [MarkedStretch] {
    let tokens = document.tokens
    // 0: no mark; 1: may open; 2: may close; 4: surely closes.
    var role = [UInt8](repeating: 0, count: range.count)
    var nextDouble = 0
    var first = -1
    for i in range {
      while nextDouble < doubles.count, doubles[nextDouble].end <= i { nextDouble += 1 }
      if nextDouble < doubles.count, doubles[nextDouble].open <= i { continue }
      guard tokens[i].kind == .singleQuote else { continue }
      let glyph = glyph(tokens[i], in: document.bytes)
      let spaced =
        i == range.lowerBound || tokens[i].shape.contains(.spaceBefore) || tokens[i - 1].kind == .open || tokens[i - 1].kind == .dash
      let touchesRight = i + 1 < range.upperBound && tokens[i].isAdjacent(to: tokens[i + 1])
      if spaced, touchesRight, glyph != .closes {
        let next = tokens[i + 1]
        let isClipped = glyph != .opens && (clippedWords.contains(next) || next.isNumber && next.span.count == 2)
        if !isClipped, next.isWord || next.isNumber || next.kind == .open || next.kind == .terminator || next.kind == .doubleQuote {
          role[i - range.lowerBound] = 1
          if first < 0 { first = i }
        }
      } else if !spaced, i > range.lowerBound, glyph != .opens {
        let before = tokens[i - 1]
        if touchesRight, tokens[i + 1].isWord || tokens[i + 1].isNumber { continue }
        if before.isNumber, glyph == .straight, !(touchesRight && (tokens[i + 1].kind == .comma || tokens[i + 1].kind == .terminator)) {
          role[i - range.lowerBound] = 2
          continue
        }
        let endsWithS = before.isWord && (document.bytes[Int(before.end) - 1] | 0x20) == 0x73
        let isFollowed = i + 1 < range.upperBound && tokens[i + 1].isWord
        role[i - range.lowerBound] = endsWithS && isFollowed ? 2 : 4
      }
    }
    guard first >= 0 else { return [] }
    // The next sure and the next possible closing mark from each place, from the right.
    var result: [MarkedStretch] = []
    var nextSure = [Int32](repeating: -1, count: range.count + 1)
    var nextAny = nextSure
    var nextOpen = nextSure
    for k in stride(from: range.count - 1, through: 0, by: -1) {
      nextSure[k] = role[k] == 4 ? Int32(k) : nextSure[k + 1]
      nextAny[k] = role[k] & 6 != 0 ? Int32(k) : nextAny[k + 1]
      nextOpen[k] = role[k] == 1 ? Int32(k) : nextOpen[k + 1]
    }
    var k = first - range.lowerBound
    while k >= 0, k < range.count {
      var close = Int(nextSure[k])
      let following = Int(nextOpen[k + 1])
      if reopens, close < 0, following < 0 {
        result.append(
          MarkedStretch(
            open: range.lowerBound + k, end: range.upperBound, hasOpeningMark: true, hasClosingMark: false, isSingle: true, block: block))
        break
      }
      if close < 0 || following >= 0 && following < close {
        // Another opens first: a weak closing mark between the two will do.
        let weak = Int(nextAny[k])
        if weak >= 0, following < 0 || weak < following { close = weak }
      }
      if close < 0 { break }
      if following >= 0, following < close, Int(nextSure[close + 1]) < 0 || Int(nextOpen[following + 1]) >= 0 {
        k = following
        continue
      }
      result.append(
        MarkedStretch(
          open: range.lowerBound + k, end: range.lowerBound + close + 1, hasOpeningMark: true, hasClosingMark: true, isSingle: true,
          block: block))
      k = Int(nextOpen[close + 1])
    }
    return result
  }

  /// Both, in order; a double-marked stretch inside a single-marked one is dropped.
  private static func merge(_ doubles: [MarkedStretch], _ singles: [MarkedStretch]) -> [MarkedStretch] {
    guard !singles.isEmpty else { return doubles }
    guard !doubles.isEmpty else { return singles }
    var result: [MarkedStretch] = []
    var end = -1
    var (d, s) = (0, 0)
    while d < doubles.count || s < singles.count {
      let next: MarkedStretch
      if s >= singles.count || d < doubles.count && doubles[d].open < singles[s].open {
        next = doubles[d]
        d += 1
      } else {
        next = singles[s]
        s += 1
      }
      guard next.open >= end else { continue }
      result.append(next)
      end = next.end
    }
    return result
  }
}
