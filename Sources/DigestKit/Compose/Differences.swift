import TextAnalysis

extension Composer {
  /// Where the articles do not agree: numbers, times, what is told of people, speakers, words inside quotation marks, and statements.
  ///
  /// Shown as facts, so each kind asks for an alignment first: figures of one thing, clauses of one event, versions of one utterance,
  /// sentences of one claim. Sides are texts as written; the page draws no conclusion.
  func differences(timeline: [TimelineEntry], quotes: [QuoteEntry], figures: [FigureEntry], claims: [Claim]) -> [Difference] {
    let counted = figureDifferences(figures) + shareDifferences() + lengthDifferences(claims) + timeDifferences(timeline, claims)
    return counted + personDifferences(except: counted) + speakerDifferences(quotes) + wordingDifferences(quotes)
      + statementDifferences(claims, timeline) + roleDifferences()
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

  /// "Guilty on seven of nine counts" beside "guilty on eight of nine counts": different parts of one number, behind one word.
  private func shareDifferences() -> [Difference] {
    struct Share {
      var passage: Passage
      var value: Int
    }
    struct Topic: Hashable {
      var unit: String
      var whole: Double
      var frame: UInt64
    }
    var order: [Topic] = []
    var shares: [Topic: [Share]] = [:]
    for (a, article) in story.articles.enumerated() {
      let document = article.document
      for figure in article.annotations.figures {
        guard let unit = figure.unit, figure.qualifier == nil, let s = document.sentence(at: figure.span.start) else { continue }
        let first = document.sentences[s].tokens.lowerBound
        var part = document.tokens(in: figure.span).lowerBound - 1
        if part > first, document.tokens[part].key == Words.the { part -= 1 }
        guard part > first + 1, document.tokens[part].key == Words.of else { continue }
        part -= 1
        let token = document.tokens[part]
        let number = token.isNumber ? Int(document.string(token)) : Words.numerals.value(token).map { Int($0) }
        guard let number, Double(number) < figure.value, document.tokens[part - 1].isWord else { continue }
        guard let frame = (max(first, part - 2)..<part).reversed().lazy.compactMap({ document.contentKey(ofToken: $0) }).first else {
          continue
        }
        let topic = Topic(unit: unit, whole: figure.value, frame: frame)
        if shares[topic] == nil { order.append(topic) }
        let span = TextSpan(start: token.start, end: figure.span.end)
        shares[topic, default: []].append(Share(passage: Passage(article: a, span: span), value: number))
      }
    }
    return order.compactMap { topic in
      let all = (shares[topic] ?? []).prefix(100)
      let single = all.filter { one in !all.contains { $0.passage.article == one.passage.article && $0.value != one.value } }
      var sides: [[Share]] = []
      for share in single {
        if let side = sides.firstIndex(where: { $0[0].value == share.value }) { sides[side].append(share) } else { sides.append([share]) }
      }
      guard sides.count > 1 else { return nil }
      return Difference(
        kind: .figure, sides: sides.map { $0.map { sentence(of: $0.passage) } }, focus: sides.map { $0[0].passage }, about: nil)
    }
  }

  func sentence(of passage: Passage) -> Passage {
    let document = story.articles[passage.article].document
    guard let index = document.sentence(at: passage.span.start) else { return passage }
    return Passage(article: passage.article, span: document.sentences[index].span)
  }

  private func timeDifferences(_ timeline: [TimelineEntry], _ claims: [Claim]) -> [Difference] {
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
    let shown = Set(result.flatMap { $0.sides.joined() }.map(sentence(of:)))
    let plans = planDifferences(claims, except: shown)
    return result + plans + deadlineDifferences(except: shown.union(plans.flatMap { $0.sides.joined() })) + distanceDifferences()
  }

  /// "Will close its yard by the end of 2026" beside "will close by the end of 2027": what is to come by a year, of one verb and name.
  private func deadlineDifferences(except shown: Set<Passage>) -> [Difference] {
    struct Deadline {
      var expression: Passage
      var range: DayRange
      /// What stands before it.
      var verbs: KeySet
      var keys: KeySet
      var names: KeySet
      var isEnd: Bool
      var isStep: Bool
    }
    var deadlines: [Deadline] = []
    for (a, article) in story.articles.enumerated() {
      let document = article.document
      for timex in article.annotations.timexes where timex.kind == .date && timex.value.utf8.count == 4 {
        // "By 2028" may be "by the end of 2027".
        let words = document.tokens[document.tokens(in: timex.span)]
        guard words.count == 1 || words.contains(where: { $0.key == Words.end }), let range = DayRange(value: timex.value),
          let published = article.published?.date ?? day, range.last >= published,
          let s = document.sentence(at: timex.span.start)
        else { continue }
        var by = document.tokens(in: timex.span).lowerBound - 1
        while by > 0, Words.ends.contains(document.tokens[by]) { by -= 1 }
        let before = max(document.sentences[s].tokens.lowerBound, by - 8)
        guard by > before, document.tokens[by].key == Words.by,
          !document.tokens[before..<by].contains(where: { StanceWords.negations.contains($0) })
        else { continue }
        // "Close its yard in Melling by".
        var verbs: [UInt64] = []
        for i in (before..<by).reversed() where verbs.count < 3 {
          guard document.tokens[i].isWord else { break }
          if !document.tokens[i].isCapitalized, let key = document.contentKey(ofToken: i) { verbs.append(key) }
        }
        let sentence = Passage(article: a, span: document.sentences[s].span)
        deadlines.append(
          Deadline(
            expression: Passage(article: a, span: timex.span), range: range, verbs: KeySet(verbs.filter(Words.completions.contains)),
            keys: contentKeys(sentence, except: timex.span), names: nameStems(in: sentence.span, article: a),
            isEnd: words.count > 1 || document.tokens[by + 1..<document.tokens(in: timex.span).lowerBound].contains { $0.key == Words.end },
            isStep: document.tokens[document.tokens(in: sentence.span)].contains { Words.steps.contains($0) }))
      }
    }
    let all = deadlines.prefix(200)
    deadlines = all.filter { one in
      !shown.contains(sentence(of: one.expression)) && !one.isStep
        && !all.contains {
          $0.expression.article == one.expression.article && $0.range != one.range && !$0.verbs.isDisjoint(with: one.verbs)
        }
    }
    var result: [Difference] = []
    var used: Set<Passage> = []
    for first in deadlines where !used.contains(first.expression) {
      var sides = [[first]]
      for other in deadlines where !other.verbs.isDisjoint(with: first.verbs) && !used.contains(other.expression) {
        let shared = other.keys.intersection(first.keys)
        guard other.expression.article != first.expression.article, other.isEnd == first.isEnd, shared.count >= 2,
          !other.names.isDisjoint(with: first.names)
        else {
          continue
        }
        if let side = sides.firstIndex(where: { $0[0].range == other.range }) { sides[side].append(other) } else { sides.append([other]) }
      }
      guard sides.count > 1 else { continue }
      used.formUnion(sides.joined().map(\.expression))
      sides.sort { $0[0].range.first < $1[0].range.first }
      result.append(
        Difference(
          kind: .time, sides: sides.map { $0.map { sentence(of: $0.expression) } }, focus: sides.map { $0[0].expression }, about: nil))
    }
    return result
  }

  /// "Planned to reopen on Thursday" beside "not expected to reopen until Friday": sentences of one claim that give one verb two days, at least
  /// one of them to come when it was written.
  private func planDifferences(_ claims: [Claim], except shown: Set<Passage>) -> [Difference] {
    struct Plan {
      var passage: Passage
      var expression: Passage
      var day: CalendarDate
      var isFuture: Bool
      var verb: UInt64
      var keys: KeySet
    }
    var result: [Difference] = []
    for claim in claims {
      var plans: [Plan] = []
      for passage in claim.mentions.sorted().prefix(24) where !shown.contains(passage) {
        let document = story.articles[passage.article].document
        var own: [Plan] = []
        for clause in clauses(in: passage) where clause.basis == .expression && clause.range.isDay {
          guard let expression = clause.expression, let verb = verb(before: expression, in: document, from: clause.span.start),
            !isDenied(expression, clause, in: document)
          else { continue }
          let place = Passage(article: passage.article, span: clause.span)
          own.append(
            Plan(
              passage: passage, expression: Passage(article: passage.article, span: expression), day: clause.range.first,
              isFuture: clause.isFuture, verb: verb,
              keys: contentKeys(place, except: expression).union(subject(of: clause, in: passage.article))))
        }
        // "On Thursday or Friday".
        plans += own.filter { plan in !own.contains { $0.verb == plan.verb && $0.day != plan.day } }
      }
      guard let first = plans.first(where: \.isFuture) else { continue }
      var sides = [[first]]
      for plan in plans
      where plan.verb == first.verb && plan.passage != first.passage && isOneSubject(plan.keys.intersection(first.keys), plan.verb) {
        if let side = sides.firstIndex(where: { $0[0].day == plan.day }) {
          sides[side].append(plan)
        } else if plan.passage.article != first.passage.article {
          sides.append([plan])
        }
      }
      guard sides.count > 1 else { continue }
      sides.sort { $0[0].day < $1[0].day }
      result.append(
        Difference(kind: .time, sides: sides.map { $0.map(\.passage) }, focus: sides.map { $0[0].expression }, about: claim.id))
    }
    return result
  }

  /// The verb and a name, or two words more; much begins.
  private func isOneSubject(_ shared: KeySet, _ verb: UInt64) -> Bool {
    let hasName = shared.contains(where: Self.isEntityKey)
    return hasName && shared.count >= 2 || shared.count >= 3 && verb != Words.begin
  }

  /// What the sentence of a passage dates.
  func clauses(in passage: Passage) -> [DatedClause] {
    guard let sentence = story.articles[passage.article].document.sentence(at: passage.span.start) else { return [] }
    let all = clauses[passage.article]
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].sentence < sentence { low = middle + 1 } else { high = middle }
    }
    return Array(all[low...].prefix { $0.sentence == sentence })
  }

  /// The content word right before a date, with prepositions and other expressions of time between at most.
  private func verb(before expression: TextSpan, in document: Document, from start: Int32) -> UInt64? {
    let first = document.tokens(in: expression).lowerBound
    for i in stride(from: first - 1, through: max(0, first - 6), by: -1) {
      let token = document.tokens[i]
      guard token.start >= start, token.isWord || token.isNumber else { return nil }
      if token.isWord, let key = document.contentKey(ofToken: i) {
        return token.isCapitalized || Words.clock.contains(token) ? nil : key
      }
    }
    return nil
  }

  /// "Will not open on Monday" gives no day, "will not open until Monday" does.
  private func isDenied(_ expression: TextSpan, _ clause: DatedClause, in document: Document) -> Bool {
    let tokens = document.tokens(in: clause.span)
    let first = document.tokens(in: expression).lowerBound
    let before = document.tokens[max(tokens.lowerBound, first - 12)..<max(tokens.lowerBound, first)]
    if before.last?.key == Words.before { return true }
    return before.contains { StanceWords.negations.contains($0) } && before.last?.key != Words.until
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
  static let until = WordKey.of("until")
  static let of = WordKey.of("of")
  static let the = WordKey.of("the")
  static let numerals = WordTable("one 1\ntwo 2\nthree 3\nfour 4\nfive 5\nsix 6\nseven 7\neight 8\nnine 9\nten 10\neleven 11\ntwelve 12")
  static let by = WordKey.of("by")
  static let end = WordKey.of("end")
  /// What is done once, unlike a goal for 2030 and another for 2050.
  static let completions: Set<UInt64> = [
    ContentWords.key(of: "close"), ContentWords.key(of: "shut"), ContentWords.key(of: "open"), ContentWords.key(of: "reopen"),
    ContentWords.key(of: "finish"), ContentWords.key(of: "complete"), ContentWords.key(of: "ready"), ContentWords.key(of: "sell"),
    ContentWords.key(of: "retire"), ContentWords.key(of: "leave"), ContentWords.key(of: "demolish"), ContentWords.key(of: "rebuild"),
  ]
  static let ends = WordList("the\nend\nof\nlate\nearly\nmid")
  /// Of what is done in steps one article tells one and another the next.
  static let steps = WordList("first\nsecond\nthird\nfinal\nphase\nphases\nsection\nstage\nfully\npartly\npartially\ngradually")
  static let begin = ContentWords.key(of: "begin")
  static let clock = WordList("am\npm\ngmt\nmorning\nevening\nafternoon\nnight")
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
