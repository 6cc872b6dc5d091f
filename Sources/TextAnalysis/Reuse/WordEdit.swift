/// A word-level difference between two stretches of text.
public struct WordEdit: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case insertion, deletion, substitution
    /// A substitution that only changes the spelling, transliteration or contraction of a word.
    case spelling
    case punctuation
    /// The same words in another order.
    case order
  }
  public var kind: Kind
  /// In the first text; empty, at the place, for an insertion.
  public var base: TextSpan
  /// In the second text; empty, at the place, for a deletion.
  public var other: TextSpan

  public init(kind: Kind, base: TextSpan, other: TextSpan) {
    self.kind = kind
    self.base = base
    self.other = other
  }
}

extension WordEdit {
  /// What changed from one stretch of text to another, in order of the first.
  ///
  /// The words of ``WordSequence`` are aligned by ``Alignment``; what is left between the aligned runs is insertion, deletion or
  /// substitution, single words of a substitution that are one name or word in two spellings are told apart, and words that left
  /// one place for another are an order edit. The shape of quotation marks and dashes, the order of a mark beside a quotation mark,
  /// and marks at either end of the stretches are no edits. Two empty stretches, or two alike, give none.
  public static func edits(from base: (document: Document, span: TextSpan), to other: (document: Document, span: TextSpan)) -> [WordEdit] {
    edits(from: Stretch(base.document, base.span), to: Stretch(other.document, other.span))
  }

  /// The same for stretches whose words are known.
  public static func edits(from base: Stretch, to other: Stretch) -> [WordEdit] {
    var differ = Differ(a: base, b: other)
    return differ.edits()
  }

  /// A stretch of a document and its words.
  public struct Stretch: Sendable {
    let document: Document
    let span: TextSpan
    let words: [WordSequence.Word]

    public init(_ document: Document, _ span: TextSpan) {
      self.init(document, span, words: WordSequence(document, in: span).words)
    }

    /// - Parameter words: those of the span; of a longer sequence the ones that lie in it.
    public init(_ document: Document, _ span: TextSpan, words: some Sequence<WordSequence.Word>) {
      self.document = document
      self.span = span
      self.words = Array(words)
    }
  }
}

extension WordEdit.Stretch {
  fileprivate func token(_ word: Int) -> Token { document.tokens[Int(words[word].token)] }

  /// From the first to the last of some words; an empty span before the next word, or at the end, if there are none. A clitic
  /// takes its host along.
  fileprivate func span(of range: Range<Int>) -> TextSpan {
    if range.isEmpty {
      if range.lowerBound == 0 { return TextSpan(start: span.start, end: span.start) }
      if range.lowerBound == words.count { return TextSpan(start: span.end, end: span.end) }
      let place = token(range.lowerBound - 1).end
      return TextSpan(start: place, end: place)
    }
    let last = Int(words[range.upperBound - 1].token)
    var first = Int(words[range.lowerBound].first)
    if document.tokens[first].kind == .clitic, first > 0, document.tokens[first - 1].span.start >= span.start { first -= 1 }
    return document.span(ofTokens: first..<last + 1)
  }

  /// The tokens strictly between two neighbouring words; either side of the first and the last word counts for nothing.
  fileprivate func between(_ word: Int) -> Range<Int> {
    guard word > 0, word < words.count else { return 0..<0 }
    let (from, to) = (Int(words[word - 1].token) + 1, Int(words[word].first))
    return from < to ? from..<to : 0..<0
  }
}

/// The work of ``WordEdit/edits(from:to:)``.
private struct Differ {
  typealias Side = WordEdit.Stretch
  let a: Side
  let b: Side
  var result: [WordEdit] = []

  init(a: Side, b: Side) {
    self.a = a
    self.b = b
  }

  mutating func edits() -> [WordEdit] {
    let (mine, theirs) = (a.words.map(\.key), b.words.map(\.key))
    let runs = Alignment(mine, theirs).slid(mine, theirs).withoutStrays { a.words[$0].isContent }.runs
    var (i, j) = (0, 0)
    var gaps: [(Range<Int>, Range<Int>)] = []
    func close(_ x: Int, _ y: Int) { if x > i || y > j { gaps.append((i..<x, j..<y)) } }
    for run in runs {
      close(run.a, run.b)
      spellings(run)
      punctuation(run)
      (i, j) = (run.a + run.count, run.b + run.count)
    }
    close(a.words.count, b.words.count)
    for (x, y) in moved(gaps) { divide(x, y) }
    return result.sorted { $0.base != $1.base ? $0.base < $1.base : $0.other < $1.other }
  }

  /// Aligned words that are written differently: "emphasized" and "emphasised", "You're" and "You are".
  private mutating func spellings(_ run: Alignment.Run) {
    var k = 0
    while k < run.count {
      guard differs(run.a + k, run.b + k) else {
        k += 1
        continue
      }
      var end = k + 1
      while end < run.count, differs(run.a + end, run.b + end) { end += 1 }
      // A clitic is shown with its host, on both sides.
      let isClitic = a.token(run.a + k).kind == .clitic || b.token(run.b + k).kind == .clitic
      let start = isClitic && k > 0 ? k - 1 : k
      result.append(
        WordEdit(kind: .spelling, base: a.span(of: run.a + start..<run.a + end), other: b.span(of: run.b + start..<run.b + end)))
      k = end
    }
  }

  private func differs(_ x: Int, _ y: Int) -> Bool { a.token(x).key != b.token(y).key }

  /// Marks and possessives between two aligned neighbours.
  private mutating func punctuation(_ run: Alignment.Run) {
    for k in 1..<max(run.count, 1) {
      let (x, y) = (a.between(run.a + k), b.between(run.b + k))
      if x.isEmpty, y.isEmpty { continue }
      let (s, t) = (marks(a, x), marks(b, y))
      guard s != t else { continue }
      let (u, v) = (trimmed(a, x, run.a + k), trimmed(b, y, run.b + k))
      let isPossessive = s.contains(Self.possessive) != t.contains(Self.possessive)
      let kind: WordEdit.Kind = !isPossessive ? .punctuation : u.isEmpty ? .insertion : v.isEmpty ? .deletion : .punctuation
      result.append(WordEdit(kind: kind, base: u, other: v))
    }
  }

  private static let possessive: UInt64 = 1

  /// The kinds of the marks, sorted, so that `,”` equals `",`.
  private func marks(_ side: Side, _ tokens: Range<Int>) -> [UInt64] {
    var result: [UInt64] = []
    for token in side.document.tokens[tokens] {
      switch token.kind {
      case .clitic: result.append(Self.possessive)
      case .doubleQuote, .singleQuote: result.append(2)
      // "de-escalation" and "de escalation" are one; a dash between blanks is a mark.
      case .dash: if token.shape.contains(.spaceBefore) || token.span.count > 1 { result.append(3) }
      default: result.append(token.key)
      }
    }
    return result.count > 1 ? result.sorted() : result
  }

  private func trimmed(_ side: Side, _ tokens: Range<Int>, _ word: Int) -> TextSpan {
    tokens.isEmpty ? side.span(of: word..<word) : side.document.span(ofTokens: tokens)
  }

  /// Takes out what moved: gaps whose content words all stand in gaps of the other side. Returns the gaps that stay.
  private mutating func moved(_ gaps: [(Range<Int>, Range<Int>)]) -> [(Range<Int>, Range<Int>)] {
    guard gaps.count > 1 else { return gaps }
    let gone = gaps.map { content(a, $0.0) }
    let come = gaps.map { content(b, $0.1) }
    let goneWords = Set(gone.joined())
    let comeWords = Set(come.joined())
    guard !goneWords.isDisjoint(with: comeWords) else { return gaps }
    let leaves = gone.map { !$0.isEmpty && $0.allSatisfy(comeWords.contains) }
    let arrives = come.map { !$0.isEmpty && $0.allSatisfy(goneWords.contains) }
    var rest = gaps
    for to in gaps.indices where arrives[to] {
      let origins = gaps.indices.filter { from in
        from != to && leaves[from] && gone[from].contains { word in come[to].contains(word) }
      }
      for from in origins {
        result.append(WordEdit(kind: .order, base: a.span(of: gaps[from].0), other: b.span(of: gaps[to].1)))
        rest[from].0 = rest[from].0.upperBound..<rest[from].0.upperBound
        rest[to].1 = rest[to].1.upperBound..<rest[to].1.upperBound
      }
    }
    return rest.filter { !$0.0.isEmpty || !$0.1.isEmpty }
  }

  private func content(_ side: Side, _ range: Range<Int>) -> [UInt64] {
    side.words[range].filter(\.isContent).map(\.key).sorted()
  }

  /// One gap, as edits. Words that are two spellings of one split it; what lies between is substituted as a whole.
  private mutating func divide(_ gapA: Range<Int>, _ gapB: Range<Int>) {
    var (x, y) = (gapA, gapB)
    while !x.isEmpty || !y.isEmpty {
      guard !x.isEmpty, !y.isEmpty else {
        append(x.isEmpty ? .insertion : .deletion, x, y)
        return
      }
      // What stands inside the quotation marks on one side and after them on the other does not stand for each other.
      if isAfterQuotation(a, x.lowerBound) != isAfterQuotation(b, y.lowerBound) {
        append(.deletion, x, y.lowerBound..<y.lowerBound)
        append(.insertion, x.upperBound..<x.upperBound, y)
        return
      }
      guard let (p, q) = variants(x.prefix(Self.reach), y.prefix(Self.reach)) else {
        append(.substitution, x, y)
        return
      }
      if p > x.lowerBound || q > y.lowerBound {
        let isOneSided = p == x.lowerBound || q == y.lowerBound
        append(isOneSided ? p == x.lowerBound ? .insertion : .deletion : .substitution, x.lowerBound..<p, y.lowerBound..<q)
      }
      append(.spelling, p..<p + 1, q..<q + 1)
      (x, y) = (p + 1..<x.upperBound, q + 1..<y.upperBound)
    }
  }

  /// Words of a gap in which spellings of one word are looked for.
  private static let reach = 12

  /// The first pair of words that are two spellings of one.
  private func variants(_ x: Range<Int>, _ y: Range<Int>) -> (Int, Int)? {
    for p in x {
      for q in y where Spelling.areVariants(a.token(p), a.document, b.token(q), b.document) { return (p, q) }
    }
    return nil
  }

  private func isAfterQuotation(_ side: Side, _ word: Int) -> Bool {
    side.document.tokens[side.between(word)].contains { $0.kind == .doubleQuote && !$0.shape.contains(.spaceBefore) }
  }

  private mutating func append(_ kind: WordEdit.Kind, _ x: Range<Int>, _ y: Range<Int>) {
    result.append(WordEdit(kind: kind, base: a.span(of: x), other: b.span(of: y)))
  }
}
