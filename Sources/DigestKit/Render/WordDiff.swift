import TextAnalysis

/// Word-level differences between two passages: the longest common subsequence of their words, letter case and marks apart.
///
/// Used for pairs of articles of which neither is the base of a shared passage. Common beginnings and ends are taken off first; a
/// middle too large for the quadratic table (200 × 200 words) counts as one substitution.
enum WordDiff {
  static func edits(from base: Passage, to other: Passage, in story: Story) -> [Edit] {
    let a = words(of: base, in: story)
    let b = words(of: other, in: story)
    var start = 0
    while start < a.count, start < b.count, a[start].key == b[start].key { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1].key == b[endB - 1].key {
      endA -= 1
      endB -= 1
    }
    var edits: [Edit] = []
    func add(_ x: Range<Int>, _ y: Range<Int>) {
      guard !x.isEmpty || !y.isEmpty else { return }
      let kind: Edit.Kind = x.isEmpty ? .insertion : y.isEmpty ? .deletion : .substitution
      edits.append(
        Edit(
          kind: kind, base: Passage(article: base.article, span: span(x, of: a, in: base.span)),
          other: Passage(article: other.article, span: span(y, of: b, in: other.span))))
    }
    let (n, m) = (endA - start, endB - start)
    guard n > 0, m > 0, n * m <= 40_000 else {
      add(start..<endA, start..<endB)
      return edits
    }
    var table = [Int32](repeating: 0, count: (n + 1) * (m + 1))
    for i in stride(from: n - 1, through: 0, by: -1) {
      for j in stride(from: m - 1, through: 0, by: -1) {
        table[i * (m + 1) + j] =
          a[start + i].key == b[start + j].key
          ? table[(i + 1) * (m + 1) + j + 1] + 1 : max(table[(i + 1) * (m + 1) + j], table[i * (m + 1) + j + 1])
      }
    }
    var (i, j) = (0, 0)
    var (fromA, fromB) = (0, 0)
    while i < n, j < m {
      if a[start + i].key == b[start + j].key {
        add(start + fromA..<start + i, start + fromB..<start + j)
        i += 1
        j += 1
        (fromA, fromB) = (i, j)
      } else if table[(i + 1) * (m + 1) + j] >= table[i * (m + 1) + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    add(start + fromA..<endA, start + fromB..<endB)
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
    return document.tokens[document.tokens(in: passage.span)].filter {
      $0.kind == .word || $0.kind == .number || $0.kind == .clitic || $0.kind == .symbol
    }
  }

  private static func span(_ range: Range<Int>, of words: [Token], in passage: TextSpan) -> TextSpan {
    guard range.isEmpty else { return TextSpan(start: words[range.lowerBound].start, end: words[range.upperBound - 1].end) }
    let place = range.lowerBound < words.count ? words[range.lowerBound].start : words.last?.end ?? passage.start
    return TextSpan(start: place, end: place)
  }
}
