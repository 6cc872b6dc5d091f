import TextAnalysis

extension Composer {
  /// Where the articles do not agree: numbers, times, speakers, words inside quotation marks, and statements.
  ///
  /// Shown as facts, so each kind asks for an alignment first: figures of one thing, clauses of one event, versions of one utterance,
  /// sentences of one claim. Sides are texts as written; the page draws no conclusion.
  func differences(timeline: [TimelineEntry], quotes: [QuoteEntry], figures: [FigureEntry], claims: [Claim]) -> [Difference] {
    figureDifferences(figures) + lengthDifferences(claims) + timeDifferences(timeline) + speakerDifferences(quotes)
      + wordingDifferences(quotes) + statementDifferences(claims, timeline) + roleDifferences()
  }

  private func figureDifferences(_ figures: [FigureEntry]) -> [Difference] {
    figures.filter(\.differs).map { entry in
      var sides: [(value: Double, mentions: [Passage])] = []
      // Those of another day, or compared with, are no sides; who gives the same number as a side stands on it.
      let values = Set(entry.mentions.filter { entry.opposed.isEmpty || entry.opposed.contains($0.passage) }.map { $0.upper ?? $0.value })
      for mention in entry.mentions {
        let value = mention.upper ?? mention.value
        guard values.contains(value) else { continue }
        if let index = sides.firstIndex(where: { $0.value == value }) {
          sides[index].mentions.append(sentence(of: mention.passage))
        } else {
          sides.append((value, [sentence(of: mention.passage)]))
        }
      }
      let focus = sides.compactMap { side in entry.mentions.first { ($0.upper ?? $0.value) == side.value }?.passage }
      return Difference(kind: .figure, sides: sides.map(\.mentions), focus: focus, about: entry.id)
    }
  }

  func sentence(of passage: Passage) -> Passage {
    let document = story.articles[passage.article].document
    guard let index = document.sentence(at: passage.span.start) else { return passage }
    return Passage(article: passage.article, span: document.sentences[index].span)
  }

  private func timeDifferences(_ timeline: [TimelineEntry]) -> [Difference] {
    var done: Set<String> = []
    var result: [Difference] = []
    for entry in timeline where !entry.conflict.isEmpty && !done.contains(entry.id) {
      let entries = [entry] + timeline.filter { entry.conflict.contains($0.id) }
      done.formUnion(entries.map(\.id))
      result.append(
        Difference(
          kind: .time, sides: entries.map { $0.mentions.map(\.passage) },
          focus: entries.compactMap { $0.mentions.lazy.compactMap(\.expression).first }, about: entry.id))
    }
    return result + distanceDifferences()
  }

  /// "hours after Trump fired Comey" beside "a day after Trump fired Comey": different distances to one event.
  private func distanceDifferences() -> [Difference] {
    struct Distance {
      var passage: Passage
      var expression: Passage
      var days: Double
      var isExact: Bool
      var isAfter: Bool
      var keys: KeySet
    }
    var distances: [Distance] = []
    for (a, article) in story.articles.enumerated() {
      let document = article.document
      for (index, token) in document.tokens.enumerated() where token.key == Words.after || token.key == Words.before {
        guard index > 0, let unit = Words.units.value(document.tokens[index - 1]), let s = document.sentence(at: token.start) else {
          continue
        }
        let sentence = document.sentences[s]
        guard sentence.tokens.contains(index - 1), index + 1 < sentence.tokens.upperBound else { continue }
        var start = index - 1
        var count: Double?
        if start > sentence.tokens.lowerBound, case let before = document.tokens[start - 1] {
          if before.key == Words.a || before.key == Words.an {
            count = 1
            start -= 1
          } else if before.isNumber, let value = Double(document.string(before)) {
            count = value
            start -= 1
          }
        }
        let following = index + 1..<min(sentence.tokens.upperBound, index + 12)
        let end = following.first { document.tokens[$0].kind == .comma || document.tokens[$0].kind == .terminator } ?? following.upperBound
        let told = Passage(article: a, span: document.span(ofTokens: index + 1..<end))
        let keys = contentKeys(told)
        guard keys.count >= 2 else { continue }
        let hours = [1.0 / 60, 1, 24, 168, 730, 8766][min(unit, 5)]
        distances.append(
          Distance(
            passage: Passage(article: a, span: sentence.span),
            expression: Passage(article: a, span: document.span(ofTokens: start..<index + 1)),
            days: (count ?? 2) * hours / 24, isExact: count != nil, isAfter: token.key == Words.after, keys: keys))
      }
    }
    var result: [Difference] = []
    var used: Set<Int> = []
    for i in distances.indices where !used.contains(i) {
      var sides: [[Distance]] = [[distances[i]]]
      for j in distances.indices where j > i && !used.contains(j) {
        let (x, y) = (distances[i], distances[j])
        guard x.isAfter == y.isAfter, x.passage.article != y.passage.article else { continue }
        let shared = x.keys.intersection(y.keys)
        guard shared.count >= 2, shared.contains(where: { !Composer.isEntityKey($0) }), shared.count * 2 >= min(x.keys.count, y.keys.count)
        else { continue }
        used.insert(j)
        // "hours" is under a day, "weeks" under a month: vague plurals agree with whatever is of their unit.
        if let side = sides.firstIndex(where: { abs($0[0].days - y.days) < 0.01 }) { sides[side].append(y) } else { sides.append([y]) }
      }
      guard sides.count > 1 else { continue }
      result.append(
        Difference(kind: .time, sides: sides.map { $0.map(\.passage) }, focus: sides.map { $0[0].expression }, about: nil))
    }
    return result
  }

  private func speakerDifferences(_ quotes: [QuoteEntry]) -> [Difference] {
    quotes.compactMap { entry in
      guard entry.variants.contains(where: \.isOtherSpeaker) else { return nil }
      var sides: [(speaker: String, variants: [QuoteEntry.Variant])] = []
      for variant in entry.variants {
        guard let speaker = variant.speaker else { continue }
        if let index = sides.firstIndex(where: { $0.speaker == speaker }) {
          sides[index].variants.append(variant)
        } else {
          sides.append((speaker, [variant]))
        }
      }
      guard sides.count > 1 else { return nil }
      return Difference(
        kind: .speaker, sides: sides.map { $0.variants.map(\.passage) },
        focus: sides.compactMap { $0.variants.lazy.compactMap(\.speakerText).first },
        about: entry.id)
    }
  }

  private func wordingDifferences(_ quotes: [QuoteEntry]) -> [Difference] {
    quotes.compactMap { entry in
      guard entry.variants.contains(where: \.isAltered), let first = entry.variants.first else { return nil }
      var same = [first.passage]
      var altered: [[Passage]] = []
      var focus: [Passage] = []
      for variant in entry.variants.dropFirst() {
        if variant.isAltered {
          let change = variant.changes.first { isAltered([$0], Passage(article: variant.passage.article, span: variant.content)) }
          if altered.isEmpty { focus.append(change?.base ?? first.passage) }
          altered.append([variant.passage])
          focus.append(change?.other ?? variant.passage)
        } else {
          same.append(variant.passage)
        }
      }
      return Difference(kind: .wording, sides: [same] + altered, focus: focus, about: entry.id)
    }
  }
}

private enum Words {
  static let after = WordKey.of("after")
  static let before = WordKey.of("before")
  static let a = WordKey.of("a")
  static let an = WordKey.of("an")
  static let units = WordTable(
    """
    minute 0
    minutes 0
    hour 1
    hours 1
    day 2
    days 2
    week 3
    weeks 3
    month 4
    months 4
    year 5
    years 5
    """)
}
