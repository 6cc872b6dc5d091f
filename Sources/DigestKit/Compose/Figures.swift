import TextAnalysis

extension Composer {
  private struct Item {
    var article: Int
    var figure: Figure
    var passage: Passage
    var keys: KeySet
    /// Names around it, a nation and its people as one.
    var names: KeySet
    var sentence: Int
    /// No other figure of its sentence has its unit.
    var isOnlyOfUnit = true
    /// No figure of its article has its unit and another value.
    var isOnlyOfArticle = true
    /// It is there to be compared with: of a year earlier, expected, "as much as" for a while.
    var isComparison: Bool
    /// Traders or forecasters expect it.
    var isExpected: Bool
    /// Who or what the sentence speaks of before it, as an entity of the story.
    var subject: Int?
    /// All that the sentence names.
    var entities: Set<Int>
    /// The stock market index that it is of, and whether as trade began or ended; see ``MarketWords``.
    var index: Int?
    var phase: Int?
  }

  /// Every figure, those of one thing together. Two figures are of one thing if unit and counted noun agree and their sentences share
  /// a claim, or enough words and a name.
  func figures() -> [FigureEntry] {
    var items: [Item] = []
    for (a, article) in story.articles.enumerated() {
      for figure in article.annotations.figures {
        let sentence = article.document.sentence(at: figure.span.start) ?? 0
        let span = article.document.sentences[sentence].span
        items.append(
          Item(
            article: a, figure: figure, passage: Passage(article: a, span: figure.span),
            keys: contentKeys(Passage(article: a, span: span), except: figure.number), names: nameStems(in: span, article: a),
            sentence: sentence, isComparison: isComparison(figure, in: a),
            isExpected: isExpected(figure, in: a), subject: subject(of: figure, in: span, article: a),
            entities: entities(in: span, article: a), index: nil, phase: nil))
      }
    }
    for index in items.indices { (items[index].index, items[index].phase) = market(items[index]) }
    var last: Int?
    for index in items.indices where !items[index].isComparison {
      // Neighbours are enough: a sentence's figures follow each other.
      if let last, items[index].article == items[last].article, items[index].sentence == items[last].sentence,
        items[index].figure.unit == items[last].figure.unit
      {
        items[index].isOnlyOfUnit = false
        items[last].isOnlyOfUnit = false
      }
      last = index
    }
    var values: [[String: Double]] = story.articles.map { _ in [:] }
    var several: [Set<String>] = story.articles.map { _ in [] }
    for item in items {
      guard let unit = item.figure.unit else { continue }
      if values[item.article][unit, default: item.figure.value] != item.figure.value { several[item.article].insert(unit) }
      values[item.article][unit] = item.figure.value
    }
    for index in items.indices { items[index].isOnlyOfArticle = !several[items[index].article].contains(items[index].figure.unit ?? "") }
    var byUnit: [String: [Int]] = [:]
    for (index, item) in items.enumerated() { byUnit[item.figure.unit ?? "", default: []].append(index) }
    var groupOf = Array(items.indices)
    for unit in byUnit.keys.sorted() {
      let indices = byUnit[unit] ?? []
      // An index by shared key keeps large stories linear.
      var postings: [UInt64: [Int]] = [:]
      for b in indices {
        var seen: Set<Int> = []
        for key in items[b].names.union(items[b].keys).union(Self.counts.contains(unit) ? [WordKey.of(unit)] : []) {
          for a in (postings[key] ?? []).suffix(24) where seen.insert(a).inserted && isOneThing(items[a], items[b]) {
            let (x, y) = (root(a, groupOf), root(b, groupOf))
            if x != y { groupOf[max(x, y)] = min(x, y) }
          }
          postings[key, default: []].append(b)
        }
      }
    }
    var members: [Int: [Int]] = [:]
    for index in items.indices { members[root(index, groupOf), default: []].append(index) }
    let groups = members.keys.sorted().map { (members[$0] ?? []).map { items[$0] } }
    let entries = groups.map { group in
      let opposed = opposed(group)
      return FigureEntry(
        id: "", unit: group[0].figure.unit,
        of: group.compactMap { item in item.figure.of.map { Passage(article: item.article, span: $0) } }.first,
        mentions: group.map(mention), differs: !opposed.isEmpty, opposed: opposed)
    }
    let order = entries.enumerated().sorted { a, b in
      if a.element.differs != b.element.differs { return a.element.differs }
      let (x, y) = (
        comparison.independentTexts(of: a.element.mentions.map(\.passage)),
        comparison.independentTexts(of: b.element.mentions.map(\.passage))
      )
      return x != y ? x > y : a.offset < b.offset
    }
    return order.enumerated().map { index, pair in
      var entry = pair.element
      entry.id = "f\(index + 1)"
      return entry
    }
  }

  private func root(_ index: Int, _ groupOf: [Int]) -> Int {
    var index = index
    while groupOf[index] != index { index = groupOf[index] }
    return index
  }

  private func mention(_ item: Item) -> FigureEntry.Mention {
    let timexes = story.articles[item.article].annotations.timexes
    let asOf = item.figure.asOf.map { timexes[$0] }
    return FigureEntry.Mention(
      passage: item.passage, value: item.figure.value, upper: item.figure.upper, qualifier: item.figure.qualifier,
      asOf: asOf.map { Passage(article: item.article, span: $0.span) }, asOfValue: asOf?.value)
  }

  /// "From 342 million a year earlier", "the 265 million expected by analysts", "as much as 9% before closing lower".
  private func isComparison(_ figure: Figure, in article: Int) -> Bool {
    let document = story.articles[article].document
    let number = document.tokens(in: figure.number)
    guard let sentence = document.sentence(at: figure.number.start).map({ document.sentences[$0].tokens }) else { return false }
    let first = max(sentence.lowerBound, document.tokens(in: figure.span).lowerBound)
    let before = document.tokens[max(sentence.lowerBound, first - 4)..<first]
    if before.contains(where: { FigureContext.comparedBefore.contains($0) }) { return true }
    // "Fell from 45%", "up from 48".
    if before.last?.key == FigureContext.from, before.contains(where: { FigureContext.changes.contains($0) }) { return true }
    // "As much as".
    if before.count >= 3, before.contains(where: { FigureContext.degrees.contains($0) }), before.last?.key == FigureContext.as {
      return true
    }
    var i = number.upperBound
    while i < min(sentence.upperBound, number.upperBound + 9) {
      let token = document.tokens[i]
      if token.kind == .comma || token.kind == .terminator || token.kind == .semicolon { return false }
      if FigureContext.comparedAfter.contains(token) { return true }
      i += 1
    }
    return false
  }

  /// "Traders are pricing in 67 points", "economists expect growth of 0.5%": in the figure's clause.
  private func isExpected(_ figure: Figure, in article: Int) -> Bool {
    let document = story.articles[article].document
    guard let sentence = document.sentence(at: figure.number.start).map({ document.sentences[$0].tokens }) else { return false }
    let first = document.tokens(in: figure.span).lowerBound
    for i in stride(from: first - 1, through: max(sentence.lowerBound, first - 12), by: -1) {
      let token = document.tokens[i]
      if FigureContext.expectations.contains(token) { return true }
      if token.kind == .comma || token.kind == .semicolon || token.kind == .doubleQuote { return false }
    }
    return false
  }

  /// The last index named before a figure in its sentence, else the first behind it; and the word for the time of trade beside it.
  private func market(_ item: Item) -> (index: Int?, phase: Int?) {
    let document = story.articles[item.article].document
    let sentence = document.sentences[item.sentence].tokens
    let figure = document.tokens(in: item.figure.span)
    let before = max(sentence.lowerBound, figure.lowerBound - 40)..<max(sentence.lowerBound, figure.lowerBound)
    let behind = min(figure.upperBound, sentence.upperBound)..<min(sentence.upperBound, figure.upperBound + 12)
    let index =
      before.reversed().lazy.compactMap { MarketWords.index(at: $0, in: document.tokens) }.first
      ?? behind.lazy.compactMap { MarketWords.index(at: $0, in: document.tokens) }.first
    guard index != nil else { return (nil, nil) }
    let phase =
      before.suffix(12).reversed().lazy.compactMap { MarketWords.phase(document.tokens[$0]) }.first
      ?? behind.lazy.compactMap { MarketWords.phase(document.tokens[$0]) }.first
    return (index, phase)
  }

  private func entities(in span: TextSpan, article: Int) -> Set<Int> {
    var found: Set<Int> = []
    for mention in story.articles[article].annotations.mentions(endingAfter: span.start) {
      guard mention.span.start < span.end else { break }
      if let entity = storyEntity(article, mention.entity) { found.insert(entity) }
    }
    return found
  }

  /// Where a sentence begins behind "SOFIA, Bulgaria (AP) —", which names nobody that a figure is of.
  private func afterDateline(_ sentence: TextSpan, _ article: Int) -> Int32 {
    let document = story.articles[article].document
    let head = document.tokens(in: sentence).prefix(16)
    let dash = head.indices.dropFirst().first { document.tokens[$0].kind == .dash && document.tokens[$0 - 1].kind == .close }
    return dash.map { document.tokens[$0].end } ?? sentence.start
  }

  /// The last body or person named before a figure in its sentence; else the last place.
  private func subject(of figure: Figure, in sentence: TextSpan, article: Int) -> Int? {
    var subject: Int?
    var place: Int?
    for mention in story.articles[article].annotations.mentions(endingAfter: afterDateline(sentence, article)) {
      guard mention.span.end <= figure.span.start else { break }
      guard let entity = storyEntity(article, mention.entity) else { continue }
      if comparison.entities[entity].kind == .place { place = entity } else { subject = entity }
    }
    return subject ?? place
  }

  /// First five letters of capitalised words: "Syria" and "Syrian", "Ukraine" and "Ukrainian" are one.
  private func nameStems(in span: TextSpan, article: Int) -> KeySet {
    let document = story.articles[article].document
    var keys: [UInt64] = []
    for token in document.tokens[document.tokens(in: span)] where token.isWord && token.isCapitalized && token.span.count >= 5 {
      // A capital at the start of a sentence makes no name.
      if token.shape.contains(.sentenceStart), !isMentioned(token.span, article: article) { continue }
      // A day is no name.
      if FigureContext.calendar.contains(token) { continue }
      keys.append(WordKey.of(document.string(TextSpan(start: token.start, end: token.start + 5))))
    }
    return KeySet(keys)
  }

  private func isMentioned(_ span: TextSpan, article: Int) -> Bool {
    let mentions = story.articles[article].annotations.mentions
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].fullSpan.end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && mentions[low].fullSpan.overlaps(span)
  }

  private static let counts: Set<String> = ["deaths", "injured", "missing", "displaced", "arrested", "infected"]

  /// "By five votes to two": a ballot of a few.
  private func isScore(_ item: Item) -> Bool {
    guard item.figure.unit == "vote" else { return false }
    let document = story.articles[item.article].document
    let next = document.tokens(in: item.figure.span).upperBound
    guard next + 1 < document.tokens.count, document.tokens[next].key == FigureContext.to else { return false }
    let number = document.tokens[next + 1]
    return number.isNumber || FigureContext.few.contains(number)
  }

  /// Whether the noun counted is "people", who may be residents or guests in another article.
  private func countsPeople(_ item: Item) -> Bool {
    guard let noun = item.figure.of else { return false }
    let document = story.articles[item.article].document
    return document.tokens[document.tokens(in: noun)].contains { FigureContext.people.contains($0) }
  }

  private func isOneThing(_ a: Item, _ b: Item) -> Bool {
    guard a.figure.unit == b.figure.unit, let unit = a.figure.unit else { return false }
    if a.article == b.article, a.sentence == b.sentence { return false }
    if isScore(a) != isScore(b) { return false }
    if let x = a.index, let y = b.index, x != y { return false }
    // An index and a company.
    if (a.index == nil) != (b.index == nil), (a.index == nil ? a : b).subject != nil { return false }
    if a.index != nil || b.index != nil, let x = a.phase, let y = b.phase, x != y { return false }
    // What something is compared with is of another time.
    if a.isComparison != b.isComparison { return false }
    // One says it of Ford and the other of Toyota.
    if let x = a.subject, let y = b.subject, x != y {
      // A sentence may well name both of two places, or all who suffered; of two bodies one figure has one.
      let isOfPlaces = comparison.entities[x].kind == .place && comparison.entities[y].kind == .place
      guard isOfPlaces || a.figure.unit.map(Self.counts.contains) ?? false, a.entities.contains(y) || b.entities.contains(x) else {
        return false
      }
    }
    let claim = claimOfSentence[a.article][a.sentence]
    let isOneClaim = claim != nil && claim == claimOfSentence[b.article][b.sentence] && a.isOnlyOfUnit && b.isOnlyOfUnit
    let shared = a.keys.intersection(b.keys)
    // "Nissan, which employs 6,000" and "the company employs 38,500".
    if !Self.counts.contains(unit), (a.subject == nil) != (b.subject == nil), a.entities.isDisjoint(with: b.entities), shared.count < 4 {
      return false
    }
    let smaller = max(1, min(a.keys.count, b.keys.count))
    let names = a.names.intersection(b.names)
    // What has been done and what is expected: "has cut by 50 points since August" and "traders expect 67 points".
    if a.isExpected != b.isExpected { return false }
    if Self.counts.contains(unit) {
      guard years(a).isEmpty || years(b).isEmpty || !years(a).isDisjoint(with: years(b)) else { return false }
      // Tolls: of one event or place, which a name must show.
      // Without a name, it is the story's event if both articles have one such figure.
      if a.names.isEmpty || b.names.isEmpty { return isOneClaim || a.isOnlyOfArticle && b.isOnlyOfArticle }
      return !names.isEmpty && (isOneClaim || shared.count >= 2 || shared.count * 5 >= smaller)
    }
    // The counted nouns must agree, and the sentences must share more than the noun.
    let aNoun = nounKeys(a)
    let bNoun = nounKeys(b)
    let isPercent = isOneClaim && unit == "%"
    // "300 residents were evacuated" and "100 people were evacuated".
    let isPeople =
      isOneClaim && unit == "people" && (countsPeople(a) || countsPeople(b))
      && !surroundings(a).isDisjoint(with: surroundings(b))
    if !isPeople {
      guard isPercent || aNoun.isEmpty == bNoun.isEmpty, aNoun.isEmpty || bNoun.isEmpty || !aNoun.isDisjoint(with: bNoun) else {
        return false
      }
    }
    // What counts nothing is told by the words beside it: rates cut to 4.5% are no growth of 0.75%.
    if aNoun.isEmpty || bNoun.isEmpty, surroundings(a).isDisjoint(with: surroundings(b)) { return false }
    // A share of votes and a turnout, in one sentence.
    if unit == "%", !areOneValue(a.figure, b.figure), surroundings(a, toComma: true).isDisjoint(with: surroundings(b, toComma: true)) {
      return false
    }
    return isOneClaim && shared.count >= 3 || shared.subtracting(aNoun).count >= 3 && shared.count * 2 >= smaller
  }

  /// The years that a figure's date touches, without one that of its article.
  private func years(_ item: Item) -> Set<Int> {
    if let range = asOf(item) {
      return range.last.year - range.first.year > 1 ? [] : [range.first.year, range.last.year]
    }
    return story.articles[item.article].published.map { [$0.date.year] } ?? []
  }

  /// Content words beside a figure in its clause, names and days left out.
  private func surroundings(_ item: Item, toComma: Bool = false) -> KeySet {
    let document = story.articles[item.article].document
    let sentence = document.sentences[item.sentence].tokens
    let figure = document.tokens(in: item.figure.span)
    var end = figure.upperBound
    while end < min(sentence.upperBound, figure.upperBound + 5), document.tokens[end].isWord, document.tokens[end].key != FigureContext.and
    {
      end += 1
    }
    // Back to a comma, if something stands behind it: "on a turnout of".
    var start = figure.lowerBound
    var words = 0
    while start > max(sentence.lowerBound, figure.lowerBound - 12) {
      let token = document.tokens[start - 1]
      if toComma, words > 0, token.kind == .comma || token.kind == .semicolon { break }
      if document.contentKey(ofToken: start - 1) != nil, !FigureContext.calendar.contains(token) { words += 1 }
      start -= 1
    }
    let range = start..<max(figure.upperBound, end)
    return KeySet(
      range.filter { !figure.contains($0) && !FigureContext.calendar.contains(document.tokens[$0]) }.compactMap(document.contentKey))
  }

  private func nounKeys(_ item: Item) -> KeySet {
    item.figure.of.map { contentKeys(Passage(article: item.article, span: $0)) } ?? []
  }

  /// Whether different articles give numbers that no rounding explains, for one time.
  private func opposed(_ group: [Item]) -> Set<Passage> {
    let stated = Array(group.lazy.filter { !$0.isComparison }.prefix(100))
    var opposed: Set<Passage> = []
    for (i, a) in stated.enumerated() {
      for b in stated[(i + 1)...] where a.article != b.article {
        if areOneValue(a.figure, b.figure) || agreeElsewhere(a, b, stated) { continue }
        guard sameTime(a, b), !isBeside(a, b), !isBeside(b, a) else { continue }
        opposed.insert(a.passage)
        opposed.insert(b.passage)
      }
    }
    return opposed
  }

  /// Whether the two sentences have another figure of this thing in common.
  private func agreeElsewhere(_ a: Item, _ b: Item, _ group: [Item]) -> Bool {
    let mine = group.filter { $0.article == a.article && $0.sentence == a.sentence }
    let theirs = group.filter { $0.article == b.article && $0.sentence == b.sentence }
    return mine.contains { one in theirs.contains { areOneValue(one.figure, $0.figure) } }
  }

  /// Whether one figure's number stands in the other's sentence too: "will cost 400 million and save 250 million" and "savings of 250
  /// million against charges of 400 million" agree.
  private func isBeside(_ a: Item, _ b: Item) -> Bool {
    func words(_ article: Int, _ range: Range<Int>) -> [UInt64] {
      story.articles[article].document.tokens[range].filter { $0.isNumber || $0.isWord }.map(\.key)
    }
    let (mine, theirs) = (story.articles[a.article].document, story.articles[b.article].document)
    let number = words(a.article, mine.tokens(in: a.figure.number))
    guard let first = number.first else { return false }
    let range = theirs.sentences[b.sentence].tokens
    return range.contains { i in
      theirs.tokens[i].key == first && words(b.article, i..<min(range.upperBound, i + number.count)) == number
    }
  }

  /// "More than 4,300" of 4,386, "nearly 400" of 390, "about 50" of 52.
  private func bounds(_ a: Figure, _ b: Figure) -> Bool {
    guard a.upper == nil, b.upper == nil, a.value > 0 else { return false }
    let ratio = b.value / a.value
    switch a.qualifier {
    case ">", ">=": return ratio >= 1 && ratio <= 1.1
    case "<", "<=": return ratio <= 1 && ratio >= 0.9
    case "~": return ratio >= 0.95 && ratio <= 1.05
    default: return false
    }
  }

  /// Equal, or equal after rounding the more exact one to the digits of the other.
  private func areOneValue(_ a: Figure, _ b: Figure) -> Bool {
    if a.value == b.value, a.upper == b.upper { return true }
    if bounds(a, b) || bounds(b, a) { return true }
    let (x, y) = (a.upper ?? a.value, b.upper ?? b.value)
    if x == y { return true }
    if a.upper != nil, a.value <= b.value, b.value <= x { return true }
    if b.upper != nil, b.value <= a.value, a.value <= y { return true }
    func digits(_ value: Double) -> Int {
      var value = abs(value)
      guard value > 0, value < 1e15 else { return 15 }
      while value == value.rounded(), value >= 10, value.truncatingRemainder(dividingBy: 10) == 0 { value /= 10 }
      while value != value.rounded(), value < 1e15 { value *= 10 }
      var count = 0
      while value >= 1 {
        value = (value / 10).rounded(.down)
        count += 1
      }
      return max(count, 1)
    }
    let (coarse, fine) = digits(a.value) <= digits(b.value) ? (a.value, b.value) : (b.value, a.value)
    guard digits(coarse) < digits(fine), coarse > 0, fine > 0 else { return false }
    var unit = 1.0
    while unit * 10 <= coarse { unit *= 10 }
    for _ in 1..<max(digits(coarse), 1) { unit /= 10 }
    return abs(fine - coarse) <= unit / 2
  }

  /// The date that a figure holds for, as far as its sentence tells.
  private func asOf(_ item: Item) -> DayRange? {
    if let asOf = item.figure.asOf { return DayRange(value: story.articles[item.article].annotations.timexes[asOf].value) }
    // "In the 2019 election, he won by 40,000 votes": of a past year, if the clause tells of one.
    guard let published = story.articles[item.article].published?.date else { return nil }
    let clause = clauses(in: item.passage).first { $0.span.contains(item.figure.number) }
    guard let clause, clause.basis == .expression, clause.range.last.year < published.year, let expression = clause.expression else {
      return nil
    }
    // What has been counted since a day is of these days.
    let document = story.articles[item.article].document
    let first = document.tokens(in: expression).lowerBound
    return first > 0 && document.tokens[first - 1].key == FigureContext.since ? nil : clause.range
  }

  /// Figures of different days are not at odds: a toll grows, a price moves.
  private func sameTime(_ a: Item, _ b: Item) -> Bool {
    let (x, y) = (asOf(a), asOf(b))
    let (p, q) = (story.articles[a.article].published?.date, story.articles[b.article].published?.date)
    // "Killed 23 on Sunday" is the toll that was known when it was written, as long as the event is news.
    if let unit = a.figure.unit, Self.counts.contains(unit), let p, let q, p != q {
      let isOld = [(x, p), (y, q)].allSatisfy { range, day in range.map { $0.last.daysSince1970 < day.daysSince1970 - 60 } ?? false }
      if !isOld { return false }
    }
    if let x, let y { return x.overlaps(y) }
    // A past year is another time than that of the report.
    for (range, day) in [(x, q), (y, p)] { if let range, let day, range.last.year < day.year { return false } }
    return p == q || p == nil || q == nil
  }
}

/// Words around figures.
private enum FigureContext {
  static let degrees = WordList("much\nmany\nhigh\nlow\nfew\nlittle")
  static let `as` = WordKey.of("as")
  static let from = WordKey.of("from")
  static let to = WordKey.of("to")
  static let since = WordKey.of("since")
  static let few = WordList("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\ntwelve")
  static let and = WordKey.of("and")
  static let changes = WordList(
    """
    up
    down
    rose
    risen
    fell
    fallen
    dropped
    climbed
    grew
    grown
    shrank
    slipped
    slid
    jumped
    soared
    plunged
    cut
    raised
    lowered
    increased
    decreased
    declined
    doubled
    tripled
    halved
    revised
    reduction
    increase
    decrease
    drop
    rise
    fall
    """)
  /// Before a figure that another is compared with.
  static let comparedBefore = WordList(
    """
    than
    versus
    against
    compared
    forecast
    forecasts
    expected
    previous
    previously
    earlier
    estimate
    estimates
    target
    """)
  static let people = WordList("people\npersons")
  /// What markets and forecasters do.
  static let expectations = WordList(
    """
    expect
    expects
    expecting
    pricing
    priced
    anticipate
    anticipates
    predict
    predicts
    forecast
    forecasts
    bet
    bets
    betting
    """)
  /// Behind it, in its clause.
  static let comparedAfter = WordList(
    """
    earlier
    expected
    forecast
    predicted
    previously
    ago
    """)
  static let calendar = WordList(
    """
    monday
    tuesday
    wednesday
    thursday
    friday
    saturday
    sunday
    january
    february
    march
    april
    june
    july
    august
    september
    october
    november
    december
    """)
}
