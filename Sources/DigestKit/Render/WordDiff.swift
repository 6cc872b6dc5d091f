import TextAnalysis

/// Word-level differences between two passages: the longest common subsequence of their words, letter case and marks apart.
///
/// Used for pairs of articles of which neither is the base of a shared passage.
enum WordDiff {
  static func edits(from base: Passage, to other: Passage, in story: Story) -> [Edit] {
    let a = words(of: base, in: story)
    let b = words(of: other, in: story)
    var edits: [Edit] = []
    var (fromA, fromB) = (0, 0)
    func add(_ x: Range<Int>, _ y: Range<Int>) {
      guard !x.isEmpty || !y.isEmpty else { return }
      let kind: Edit.Kind = x.isEmpty ? .insertion : y.isEmpty ? .deletion : .substitution
      edits.append(
        Edit(
          kind: kind, base: Passage(article: base.article, span: span(x, of: a, in: base.span)),
          other: Passage(article: other.article, span: span(y, of: b, in: other.span))))
    }
    for run in Alignment(a.map(\.key), b.map(\.key)).runs {
      add(fromA..<run.a, fromB..<run.b)
      (fromA, fromB) = (run.a + run.count, run.b + run.count)
    }
    add(fromA..<a.count, fromB..<b.count)
    return edits
  }

  /// The edits seen from the other side.
  static func inverted(_ edits: [Edit]) -> [Edit] {
    edits.map { edit in
      let kind: Edit.Kind =
        switch edit.kind {
        case .insertion: .deletion
        case .deletion: .insertion
        default: edit.kind
        }
      return Edit(kind: kind, base: edit.other, other: edit.base)
    }
  }

  private static func words(of passage: Passage, in story: Story) -> [Token] {
    let document = story.articles[passage.article].document
    let tokens = document.tokens[document.tokens(in: passage.span)]
    var words: [Token] = []
    words.reserveCapacity(tokens.count)
    for token in tokens {
      switch token.kind {
      case .word, .number, .clitic, .symbol: words.append(token)
      default: break
      }
    }
    return words
  }

  private static func span(_ range: Range<Int>, of words: [Token], in passage: TextSpan) -> TextSpan {
    guard range.isEmpty else { return TextSpan(start: words[range.lowerBound].start, end: words[range.upperBound - 1].end) }
    let place = range.lowerBound < words.count ? words[range.lowerBound].start : words.last?.end ?? passage.start
    return TextSpan(start: place, end: place)
  }
}
