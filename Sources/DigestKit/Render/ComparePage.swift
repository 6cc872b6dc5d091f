import Extraction
import Mustache
import TextAnalysis

extension StoryScope {
  /// For each pair of articles (first × count + second, first < second) the indices of the shared passages that both have.
  func sharedOfPairs() -> [Int: [Int]] {
    var pairs: [Int: [Int]] = [:]
    for (k, entry) in digest.shared.enumerated() {
      let articles = Set(entry.passage.passages.prefix(60).map(\.article)).sorted()
      for (x, a) in articles.enumerated() { for b in articles[(x + 1)...] { pairs[a * count + b, default: []].append(k) } }
    }
    return pairs
  }

  /// Everything of the page of a pair that is not common to all pages.
  ///
  /// The rows are the paragraphs of the first article that share text, each with its passages in the second, and between them the
  /// numbers of those that share none; the second's other paragraphs follow.
  func comparePage(_ a: Int, _ b: Int, shared: [Int]) throws(RenderError) -> [(Record.Key, Value)] {
    let place = Place.compare
    struct Match {
      var mine: Passage
      var theirs: Passage
      var edits: [Edit]
    }
    var matches: [Match] = []
    for k in shared {
      let passage = digest.shared[k].passage
      guard let base = passage.passages.first else { continue }
      let theirs = passage.passages.filter { $0.article == b }
      for mine in passage.passages where mine.article == a {
        for other in theirs {
          let edits: [Edit]
          if passage.kind == .verbatim {
            edits = []
          } else if mine == base {
            edits = passage.edits.filter { $0.other.article == b && other.span.contains($0.other.span) }
          } else if other == base {
            edits = WordDiff.inverted(passage.edits.filter { $0.other.article == a && mine.span.contains($0.other.span) })
          } else {
            edits = WordDiff.edits(from: mine, to: other, in: story)
          }
          matches.append(Match(mine: mine, theirs: other, edits: edits))
        }
      }
    }
    matches.sort { ($0.mine, $0.theirs) < ($1.mine, $1.theirs) }

    let (first, second) = (story.articles[a].document, story.articles[b].document)
    var rows: [Value] = []
    var alone: [Value] = []
    func closeGap() {
      if !alone.isEmpty { rows.append(["shared": .null, "alone": .list(alone)]) }
      alone = []
    }
    var next = 0
    var shown = 0
    for block in first.blocks where block.kind.isStory || block.kind == .headline || block.kind == .dek || block.kind == .caption {
      while next < matches.count, matches[next].mine.span.end <= block.span.start { next += 1 }
      var inside: [Match] = []
      var k = next
      while k < matches.count, matches[k].mine.span.start < block.span.end {
        if matches[k].mine.span.end > block.span.start { inside.append(matches[k]) }
        k += 1
      }
      // A stretch inside another of the same two places says nothing more.
      if inside.count <= 200 {
        inside = inside.filter { part in
          !inside.contains {
            $0.mine.span.contains(part.mine.span) && $0.theirs.span.contains(part.theirs.span)
              && $0.mine.span.count + $0.theirs.span.count > part.mine.span.count + part.theirs.span.count
          }
        }
      }
      let passage = Passage(article: a, span: block.span)
      let marks = Self.merged(
        inside.map { TextSpan(start: max($0.mine.span.start, block.span.start), end: min($0.mine.span.end, block.span.end)) })
      guard !inside.isEmpty else {
        alone.append(reference(passage, from: place))
        continue
      }
      closeGap()
      shown += inside.count
      let shared: Value = [
        "passage": try value(passage, html: try html(passage, marking: marks, as: "mark"), from: place),
        "matches": .list(
          try map(inside) { match throws(RenderError) in
            let (html, changes) = try edited(match.theirs, edits: match.edits)
            return ["passage": try value(match.theirs, html: html, from: place), "changes": Self.value(changes)]
          }),
      ]
      rows.append(["shared": shared, "alone": .null])
    }
    closeGap()
    var rest: [Value] = []
    let theirs = Self.merged(matches.map(\.theirs.span))
    for block in second.blocks where block.kind.isStory && !theirs.contains(where: { $0.overlaps(block.span) }) {
      rest.append(reference(Passage(article: b, span: block.span), from: place))
    }
    let spans = sharedSpans(of: a, b, shared: shared)
    return [
      ("story", storyValue(from: place)), ("a", articleValue(a, from: place)), ("b", articleValue(b, from: place)),
      ("rows", .list(rows)), ("rest", .list(rest)), ("matchCount", .int(shown)),
      ("percentOfA", .int(Self.percent(wordStarts[a], in: spans.a))),
      ("percentOfB", .int(Self.percent(wordStarts[b], in: spans.b))),
    ]
  }

  private func sharedSpans(of a: Int, _ b: Int, shared: [Int]) -> (a: [TextSpan], b: [TextSpan]) {
    var spans: (a: [TextSpan], b: [TextSpan]) = ([], [])
    for k in shared {
      for passage in digest.shared[k].passage.passages {
        if passage.article == a { spans.a.append(passage.span) }
        if passage.article == b { spans.b.append(passage.span) }
      }
    }
    return spans
  }

  /// The same stretches without overlaps, in order.
  static func merged(_ spans: [TextSpan]) -> [TextSpan] {
    var out: [TextSpan] = []
    for span in spans.sorted() where !span.isEmpty {
      if let last = out.last, span.start < last.end { out[out.count - 1] = last.union(span) } else { out.append(span) }
    }
    return out
  }
}
