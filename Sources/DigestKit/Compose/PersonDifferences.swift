import TextAnalysis

extension Composer {
  /// What articles say of one person and do not agree on: age, the year in which they came into office, the day on which they resigned,
  /// the minute in which they scored.
  func personDifferences(except shown: [Difference]) -> [Difference] {
    let known = Set(shown.filter { $0.kind == .time }.flatMap { $0.sides.joined() }.map(sentence(of:)))
    var told: [Told] = []
    for article in story.articles.indices { told += ages(in: article) + tenures(in: article) + minutes(in: article) + endings(in: article) }
    told.removeAll { known.contains(sentence(of: $0.expression)) }
    var order: [Told.Topic] = []
    var ofTopic: [Told.Topic: [Told]] = [:]
    for one in told {
      if ofTopic[one.topic] == nil { order.append(one.topic) }
      ofTopic[one.topic, default: []].append(one)
    }
    return order.compactMap { difference(Array((ofTopic[$0] ?? []).prefix(100))) }
  }

  /// A value that a sentence gives of a person.
  private struct Told {
    struct Topic: Hashable {
      enum Kind { case age, tenure, minute, ending }
      var kind: Kind
      var person: Int
      /// Of an ending, what ended.
      var what: UInt64 = 0
    }
    var topic: Topic
    /// The words that give it.
    var expression: Passage
    var value: DayRange?
    var number = 0
    /// The office that began; offices of one kind, or of none, are compared.
    var office = Office.some
  }

  private enum Office { case some, company, state }

  /// Articles that give two values take no part.
  private func difference(_ told: [Told]) -> Difference? {
    func agree(_ a: Told, _ b: Told) -> Bool {
      if let x = a.value, let y = b.value { return x.overlaps(y) }
      return a.number == b.number
    }
    func areOfOne(_ a: Told, _ b: Told) -> Bool { a.office == .some || b.office == .some || a.office == b.office }
    let single = told.filter { one in
      !told.contains { $0.expression.article == one.expression.article && areOfOne($0, one) && !agree($0, one) }
    }
    guard let first = single.first else { return nil }
    var sides = [[first]]
    for one in single.dropFirst() where areOfOne(first, one) && sides.allSatisfy({ areOfOne($0[0], one) }) {
      if let side = sides.firstIndex(where: { agree($0[0], one) }) {
        sides[side].append(one)
      } else if sides.allSatisfy({ isOneTime($0[0], one) }) {
        sides.append([one])
      }
    }
    guard sides.count > 1 else { return nil }
    sides.sort { a, b in
      if let x = a[0].value, let y = b[0].value { return x.first < y.first }
      return a[0].number < b[0].number
    }
    let kind: Difference.Kind = first.topic.kind == .age ? .figure : .time
    return Difference(
      kind: kind, sides: sides.map { $0.map { sentence(of: $0.expression) } }, focus: sides.map { $0[0].expression }, about: nil)
  }

  /// Somebody may have had a birthday between two days of publication.
  private func isOneTime(_ a: Told, _ b: Told) -> Bool {
    let (p, q) = (story.articles[a.expression.article].published?.date, story.articles[b.expression.article].published?.date)
    guard let p, let q else { return true }
    let days = abs(p.daysSince1970 - q.daysSince1970)
    switch a.topic.kind {
    case .age: return days == 0 || abs(a.number - b.number) > 1 + days / 365
    case .tenure: return true
    case .minute, .ending: return days <= 7
    }
  }

  /// "Kessel, 58, was", "58-year-old Martin Kessel".
  private func ages(in article: Int) -> [Told] {
    let document = story.articles[article].document
    return persons(in: article).compactMap { person, span, full in
      let after = document.tokens(in: span).upperBound
      let before = document.tokens(in: full).lowerBound
      var token: Int?
      if after + 2 < document.tokens.count, document.tokens[after].kind == .comma, document.tokens[after + 1].isNumber,
        [.comma, .terminator, .close].contains(document.tokens[after + 2].kind)
      {
        token = after + 1
      } else if before >= 5, document.tokens[before - 1].key == Person.old, document.tokens[before - 3].key == Person.year,
        document.tokens[before - 5].isNumber
      {
        token = before - 5
      }
      guard let token, let age = Int(document.string(document.tokens[token])), (1...115).contains(age) else { return nil }
      return Told(
        topic: .init(kind: .age, person: person), expression: Passage(article: article, span: document.tokens[token].span), number: age)
    }
  }

  /// "Who has run the company since 2021", "took over in 2022".
  private func tenures(in article: Int) -> [Told] {
    let document = story.articles[article].document
    var result: [Told] = []
    for timex in story.articles[article].annotations.timexes where timex.kind == .date && timex.value.utf8.count == 4 {
      let year = document.tokens(in: timex.span).lowerBound
      guard let range = DayRange(value: timex.value), let s = document.sentence(at: timex.span.start), year > 0 else { continue }
      let start = document.sentences[s].tokens.lowerBound
      let link = document.tokens[year - 1]
      guard link.key == Person.since || link.key == Person.in || link.key == Person.from else { continue }
      let words = max(start, year - 11)..<max(start, year - 1)
      let isLasting = link.key != Person.in
      // "Erik Lund, prime minister since 2010".
      if link.key == Person.since, let comma = words.last(where: { document.tokens[$0].kind == .comma }), comma + 1 < year - 1 {
        let title = document.tokens[comma + 1..<year - 1]
        let isState = title.contains { Person.state.contains($0) }
        if title.allSatisfy({ $0.isWord && Person.titles.contains($0) }), let person = bearer(before: comma, from: start, in: article) {
          result.append(
            Told(
              topic: .init(kind: .tenure, person: person), expression: Passage(article: article, span: timex.span), value: range,
              office: isState ? .state : .company))
          continue
        }
      }
      // "Has led the government since", "took over in".
      guard
        let verb = words.last(where: { (isLasting ? Person.lasting : Person.beginning).contains(document.tokens[$0]) }),
        !document.tokens[verb..<year].contains(where: { $0.kind != .word || Person.breaks.contains($0) })
      else { continue }
      let object = document.tokens[verb + 1..<max(verb + 1, year - 1)]
      let isBeen = document.tokens[verb].key == Person.been
      var office: Office?
      if object.contains(where: { Person.state.contains($0) }) {
        office = .state
      } else if object.contains(where: { Person.company.contains($0) }) {
        office = .company
      } else if !isLasting, document.tokens[verb].key == Person.took, object.contains(where: { Person.over.contains($0) }) {
        office = .some
      }
      // Deputies and ministers of something have had other offices.
      guard let office, !object.contains(where: { Person.lesser.contains($0) }), !isBeen || office != .some,
        let person = bearer(before: verb, from: start, in: article)
      else { continue }
      result.append(
        Told(
          topic: .init(kind: .tenure, person: person), expression: Passage(article: article, span: timex.span), value: range,
          office: office))
    }
    return result
  }

  /// "Scored in the 89th minute", "an 88th-minute goal by Daniel Okafor".
  private func minutes(in article: Int) -> [Told] {
    let document = story.articles[article].document
    var result: [Told] = []
    let mentions = story.articles[article].annotations
    for (i, token) in document.tokens.enumerated() where token.key == Person.minute && i > 2 {
      let dash = document.tokens[i - 1].kind == .dash ? 1 : 0
      let number = i - dash - 2
      guard number > 0, Person.ordinals.contains(document.tokens[number + 1]),
        document.tokens[number].isAdjacent(to: document.tokens[number + 1]),
        let minute = Int(document.string(document.tokens[number])), let s = document.sentence(at: token.start)
      else { continue }
      let sentence = document.sentences[s]
      // Of one player's only goal.
      let all = sentence.tokens.filter { document.tokens[$0].key == Person.minute }
      let near = document.tokens[max(sentence.tokens.lowerBound, number - 8)..<min(sentence.tokens.upperBound, i + 6)]
      let named = mentions.mentions(endingAfter: sentence.span.start).prefix { $0.span.start < sentence.span.end }
      let people = Set(named.compactMap { storyEntity(article, $0.entity) }.filter { comparison.entities[$0].kind == .person })
      guard all.count == 1, people.count == 1, let person = people.first, near.contains(where: { Person.goals.contains($0) }) else {
        continue
      }
      let span = document.span(ofTokens: number..<i + 1)
      result.append(
        Told(topic: .init(kind: .minute, person: person), expression: Passage(article: article, span: span), number: minute))
    }
    return result
  }

  /// "Doyle, who resigned on Monday night": what one does once, with the day that the words give.
  private func endings(in article: Int) -> [Told] {
    let document = story.articles[article].document
    guard let published = story.articles[article].published?.date else { return [] }
    var result: [Told] = []
    for clause in clauses[article] where clause.basis == .expression && clause.range.isDay && !clause.isFuture {
      guard let expression = clause.expression, abs(clause.range.first.daysSince1970 - published.daysSince1970) <= 7 else { continue }
      let tokens = document.tokens(in: clause.span)
      let date = document.tokens(in: expression).lowerBound
      // Right before the date, with nothing but an object between: "resigned as mayor on Tuesday".
      guard
        let verb = (max(tokens.lowerBound, date - 6)..<max(tokens.lowerBound, date)).last(where: {
          Person.once.value(document.tokens[$0]) != nil
        }), let what = Person.once.value(document.tokens[verb]),
        !document.tokens[verb..<date].contains(where: { $0.kind != .word || Person.breaks.contains($0) }),
        !document.tokens[max(tokens.lowerBound, verb - 4)..<verb].contains(where: {
          StanceWords.negations.contains($0) || StanceWords.unreal.contains($0)
        }),
        let person = bearer(before: verb, from: document.sentences[clause.sentence].tokens.lowerBound, in: article)
      else { continue }
      result.append(
        Told(
          topic: .init(kind: .ending, person: person, what: UInt64(what)), expression: Passage(article: article, span: expression),
          value: clause.range))
    }
    return result
  }

  /// The people that an article names, in its order.
  private func persons(in article: Int) -> [(person: Int, span: TextSpan, full: TextSpan)] {
    story.articles[article].annotations.mentions.compactMap { mention in
      guard let entity = storyEntity(article, mention.entity), comparison.entities[entity].kind == .person else { return nil }
      return (entity, mention.span, mention.fullSpan)
    }
  }

  /// The person right before a verb: "Doyle resigned", "Janek Tomas, who took", "Ruth Calder has led".
  private func bearer(before verb: Int, from start: Int, in article: Int) -> Int? {
    let document = story.articles[article].document
    var i = verb - 1
    while i >= start, Person.between.contains(document.tokens[i]) { i -= 1 }
    if i >= start, document.tokens[i].kind == .comma { i -= 1 }
    guard i >= start else { return nil }
    // "Lund conceded defeat. He resigned": the only person of the sentence before.
    if i == start, Person.pronouns.contains(document.tokens[i]), let s = document.sentence(at: document.tokens[i].start), s > 0 {
      let before = document.sentences[s - 1].span
      guard document.block(at: before.start) == document.block(at: document.tokens[i].start) else { return nil }
      let named = story.articles[article].annotations.mentions(endingAfter: before.start).prefix { $0.span.start < before.end }
      let people = Set(named.compactMap { storyEntity(article, $0.entity) }.filter { comparison.entities[$0].kind == .person })
      return people.count == 1 ? people.first : nil
    }
    let end = document.tokens[i].end
    let mention = story.articles[article].annotations.mentions(endingAfter: document.tokens[i].start).first
    guard let mention, mention.span.end == end, let entity = storyEntity(article, mention.entity),
      comparison.entities[entity].kind == .person
    else { return nil }
    return entity
  }
}

private enum Person {
  static let old = WordKey.of("old")
  static let year = WordKey.of("year")
  static let since = WordKey.of("since")
  static let `in` = WordKey.of("in")
  static let from = WordKey.of("from")
  static let been = WordKey.of("been")
  static let took = WordKey.of("took")
  static let minute = WordKey.of("minute")
  static let ordinals = WordList("st\nnd\nrd\nth")
  static let goals = WordList("scored\nscores\nscore\ngoal\nheader\npenalty\nequaliser\nequalizer\nwinner\nstrike")
  static let between = WordList("who\nhas\nhad\nalso\nhimself\nherself")
  static let breaks = WordList("after\nbefore\nwhen\nas\nand\nbut\nuntil\nthat\nwhich\nwhile\nif\nsaid")
  /// An office goes on, or begins.
  static let lasting = WordList("run\nran\nled\nheaded\nbeen")
  static let beginning = WordList("took\nbecame")
  static let over = WordList("over\nhelm\ncharge\nreins")
  static let state = WordList("office\ngovernment\ncountry\nprime\npresident\npresidency\npremier\nchancellor")
  static let company = WordList("company\nfirm\ngroup\nbank\ncarmaker\nairline\nretailer\nmaker\nchief\nexecutive\nceo\nboss")
  static let titles = WordList("prime\nminister\npresident\npremier\nchancellor\nchief\nexecutive\nceo\nboss\nits\nthe\ncompany's")
  static let pronouns = WordList("he\nshe")
  static let lesser = WordList("deputy\nvice\ninterim\nacting\nparty\nstaff\nregional\nfinancial\noperating")
  /// What somebody does once, words for one thing with one number.
  static let once = WordTable(
    """
    resigned 1
    quit 1
    died 2
    """)
}
