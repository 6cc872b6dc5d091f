extension Spelling {
  /// Whether two different words are one in two spellings: a name in two transliterations ("Sergey" and "Sergei", "Mohammed" and
  /// "Muhammad"), or a slip in a long word ("admnistration").
  ///
  /// Inflections and derivations ("Russia" and "Russian", "talk" and "talks") are different words. Cost: the product of the lengths,
  /// which are cut at 32 letters.
  static func areVariants(_ a: Token, _ s: Document, _ b: Token, _ t: Document) -> Bool {
    guard a.isWord, b.isWord, a.span.count >= 4, b.span.count >= 4, a.span.count <= 32, b.span.count <= 32 else { return false }
    let (x, y) = (folded(a, s), folded(b, t))
    guard abs(x.count - y.count) <= 2 else { return false }
    let areNames = a.isCapitalized && b.isCapitalized
    if areNames {
      let (u, v) = (transliterated(x), transliterated(y))
      if u == v { return true }
      guard u.first == v.first, !isInflection(x, y) else { return false }
      let distance = distance(u, v)
      return min(u.count, v.count) >= 6 && (distance == 1 || distance == 2 && skeleton(u) == skeleton(v))
    }
    // A slip: one letter too many or too few inside a long word.
    guard min(x.count, y.count) >= 8, x.count != y.count, x.first == y.first, !isInflection(x, y) else { return false }
    return distance(x, y) == 1
  }

  private static func folded(_ token: Token, _ document: Document) -> [UInt8] {
    if !token.shape.contains(.nonASCII) {
      return document.bytes[token.span.range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }
    return Array(Folding.folded(document.string(token)).utf8)
  }

  /// One begins with the other and ends in an inflection or derivation, or both differ in their last letters only.
  private static func isInflection(_ x: [UInt8], _ y: [UInt8]) -> Bool {
    var prefix = 0
    while prefix < min(x.count, y.count), x[prefix] == y[prefix] { prefix += 1 }
    return max(x.count, y.count) - prefix <= 2
  }

  /// y, j, ie, ei, ii → i; kh → h; ph → f; w → v; q → k; ou → u; doubled letters once.
  private static func transliterated(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var i = 0
    while i < word.count {
      var letter = word[i]
      let next = i + 1 < word.count ? word[i + 1] : 0
      switch (letter, next) {
      case (0x6b, 0x68):
        i += 1
        letter = 0x68
      case (0x70, 0x68):
        i += 1
        letter = 0x66
      case (0x6f, 0x75):
        i += 1
        letter = 0x75
      case (0x79, _), (0x6a, _): letter = 0x69
      case (0x77, _): letter = 0x76
      case (0x71, _): letter = 0x6b
      default: break
      }
      if letter == 0x69, let last = result.last, last == 0x65 { result.removeLast() }
      if letter == 0x65, result.last == 0x69 {
        i += 1
        continue
      }
      if result.last != letter { result.append(letter) }
      i += 1
    }
    return result
  }

  private static func skeleton(_ word: [UInt8]) -> [UInt8] {
    word.filter { letter in letter != 0x61 && letter != 0x65 && letter != 0x69 && letter != 0x6f && letter != 0x75 }
  }

  /// Levenshtein's.
  private static func distance(_ x: [UInt8], _ y: [UInt8]) -> Int {
    var row = Array(0...y.count)
    for (i, a) in x.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in y.enumerated() {
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[y.count]
  }
}
