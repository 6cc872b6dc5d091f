import TextAnalysis

extension Composer {
  private final class Item {
    let article: Int
    let figure: Figure
    let passage: Passage
    let keys: KeySet
    /// Names around it, a nation and its people as one.
    let names: KeySet
    let sentence: Int
    /// No other figure of its sentence has its unit.
    var isOnlyOfUnit = true
    /// No figure of its article has its unit and another value.
    var isOnlyOfArticle = true
    /// No figure of its article has its unit and its frame, or is a share too, with another value.
    var isSole = false
    /// It is there to be compared with: of a year earlier, expected, "as much as" for a while.
    let isComparison: Bool
    /// Traders or forecasters expect it.
    let isExpected: Bool
    /// Who or what the sentence speaks of before it, as an entity of the story.
    let subject: Int?
    /// All that the sentence names.
    let entities: Set<Int>
    /// "Five of them", "1,800 of the jobs".
    let isPart: Bool
    let isSplit: Bool
    /// The content word that the figure hangs on: "heard 48 witnesses", "4,000 people gathered".
    let frame: UInt64?
    /// The last capitalised word before it, a name that may be none of the story's entities.
    let name: UInt64?
    /// The first place named behind it in its sentence.
    let place: Int?
    /// "A year", "per day".
    let rate: UInt64?
    /// Words for a share of a company that somebody has.
    let isStake: Bool
    /// The stock market index that it is of, and whether as trade began or ended; see ``MarketWords``.
    var index: Int?
    var phase: Int?

    init(
      article: Int, figure: Figure, passage: Passage, keys: KeySet, names: KeySet, sentence: Int, isComparison: Bool, isExpected: Bool,
      subject: Int?, entities: Set<Int>, isPart: Bool, isSplit: Bool, frame: UInt64?, name: UInt64?, place: Int?, rate: UInt64?,
      isStake: Bool
    ) {
      self.article = article
      self.figure = figure
      self.passage = passage
      self.keys = keys
      self.names = names
      self.sentence = sentence
      self.isComparison = isComparison
      self.isExpected = isExpected
      self.subject = subject
      self.entities = entities
      self.isPart = isPart
      self.isSplit = isSplit
      self.frame = frame
      self.name = name
      self.place = place
      self.rate = rate
      self.isStake = isStake
    }
  }

  /// What an article's figures are of, as far as one sentence tells.
  private struct Thing: Hashable {
    var article: Int
    var unit: String?
    var isStake: Bool
    var frame: UInt64?
  }

  /// Every figure, those of one thing together. Two figures are of one thing if unit and counted noun agree and their sentences share
  /// a claim, or enough words and a name.
  func figures() -> [FigureEntry] {
    var items: [Item] = []
    // What has a capital inside of a sentence has it as a name.
    var capitals: Set<UInt64> = []
    for article in story.articles {
      for token in article.document.tokens
      where token.isWord && token.isCapitalized && !token.shape.contains(.sentenceStart) && !FigureContext.calendar.contains(token) {
        capitals.insert(token.key)
      }
    }
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
            entities: entities(in: span, article: a), isPart: isPart(figure, in: a), isSplit: isSplit(figure, in: a),
            frame: frame(of: figure, in: a),
            name: name(before: figure, of: sentence, in: a, among: capitals), place: place(behind: figure, in: span, article: a),
            rate: rate(of: figure, in: a), isStake: isStake(figure, in: a)))
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
    var soles: [Thing: Set<Double>] = [:]
    func thing(_ item: Item) -> Thing {
      Thing(article: item.article, unit: item.figure.unit, isStake: item.isStake, frame: item.frame)
    }
    for item in items where !item.isPart && !item.isComparison { soles[thing(item), default: []].insert(item.figure.value) }
    for index in items.indices { items[index].isSole = soles[thing(items[index])]?.count == 1 }
    var byUnit: [String: [Int]] = [:]
    for (index, item) in items.enumerated() { byUnit[item.figure.unit ?? "", default: []].append(index) }
    var groupOf = Array(items.indices)
    for unit in byUnit.keys.sorted() {
      let indices = byUnit[unit] ?? []
      // An index by shared key keeps large stories linear.
      var postings: [UInt64: [Int]] = [:]
      for b in indices {
        var seen: Set<Int> = []
        for key in items[b].names.union(items[b].keys).union(
          Self.counts.contains(unit) || Self.scales.contains(unit) || items[b].isStake ? [WordKey.of(unit)] : [])
        {
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
    let ofUnit = byUnit.mapValues { indices in
      Dictionary(grouping: indices.lazy.map { items[$0] }, by: \.article).mapValues { Array($0.prefix(100)) }
    }
    let groups = members.keys.sorted().flatMap { apart((members[$0] ?? []).map { items[$0] }, among: ofUnit) }
    let entries = groups.map { group in
      let opposed = opposed(group, among: ofUnit)
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
      // "22 percent more than Monday's price".
      if token.key == FigureContext.than, FigureContext.degreesBefore.contains(document.tokens[i - 1]) { return true }
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
    guard index != nil || document.tokens[sentence].contains(where: { FigureContext.stock.contains($0) }) else { return (nil, nil) }
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

  /// "Lantern" of "Lantern shares jumped 22 percent", and of "Its profit fell to 45 million" behind a sentence that begins with it.
  private func name(before figure: Figure, of sentence: Int, in article: Int, among capitals: Set<UInt64>) -> UInt64? {
    let document = story.articles[article].document
    func isName(_ i: Int) -> Bool {
      let token = document.tokens[i]
      return token.isWord && token.isCapitalized && token.span.count > 2 && capitals.contains(token.key) && !ContentWords.isStopWord(token)
    }
    let tokens = document.sentences[sentence].tokens
    let before = tokens.lowerBound..<max(tokens.lowerBound, document.tokens(in: figure.span).lowerBound)
    if let last = before.suffix(40).last(where: isName) { return document.tokens[last].key }
    guard sentence > 0, let first = tokens.first, FigureContext.pronouns.contains(document.tokens[first]) else { return nil }
    return document.sentences[sentence - 1].tokens.prefix(40).first(where: isName).map { document.tokens[$0].key }
  }

  private func hasWord(_ key: UInt64, _ item: Item) -> Bool {
    let document = story.articles[item.article].document
    return item.name == key || document.sentences[item.sentence].tokens.contains { document.tokens[$0].key == key }
  }

  private func place(behind figure: Figure, in sentence: TextSpan, article: Int) -> Int? {
    let document = story.articles[article].document
    let first = document.tokens(in: figure.span).upperBound
    let words = document.tokens[first..<min(document.tokens.count, first + 10)].prefix { $0.start < sentence.end && $0.isWord }
    guard let end = words.last?.end else { return nil }
    for mention in story.articles[article].annotations.mentions(endingAfter: figure.span.end) {
      guard mention.span.start < end else { return nil }
      if let entity = storyEntity(article, mention.entity), comparison.entities[entity].kind == .place { return entity }
    }
    return nil
  }

  /// First five letters of capitalised words: "Syria" and "Syrian", "Ukraine" and "Ukrainian" are one.
  func nameStems(in span: TextSpan, article: Int) -> KeySet {
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

  /// Units of what a story mostly has one of.
  private static let scales: Set<String> = ["magnitude", "majority", "lead"]
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
    if isScore(a) != isScore(b) || a.isPart != b.isPart || a.isStake != b.isStake { return false }
    // "300 million a year" and 900 million in all, "48 in Unst and about 300 in Glasgow" and 350 in all.
    if !areOneValue(a.figure, b.figure) {
      if a.rate != b.rate || a.isSplit != b.isSplit || a.phase != b.phase { return false }
      // "800 jobs in Germany" and "300 jobs in Austria", "Orbis shares" and "Lantern shares".
      if let x = a.place, let y = b.place, x != y, !a.entities.contains(y), !b.entities.contains(x) { return false }
      if !Self.counts.contains(unit), a.subject == nil || a.subject != b.subject, let x = a.name, let y = b.name, x != y,
        !hasWord(x, b), !hasWord(y, a)
      {
        return false
      }
    }
    if let x = a.index, let y = b.index, x != y { return false }
    // An index and a company.
    if (a.index == nil) != (b.index == nil), (a.index == nil ? a : b).subject != nil { return false }
    if a.index != nil || b.index != nil, let x = a.phase, let y = b.phase, x != y { return false }
    // What something is compared with is of another time.
    if a.isComparison != b.isComparison { return false }
    // One says it of Ford and the other of Toyota.
    if let x = a.subject, let y = b.subject, x != y, !isOneName(x, y) {
      // A sentence may well name both of two places, or all who suffered; of two bodies one figure has one.
      let isOfPlaces = comparison.entities[x].kind == .place && comparison.entities[y].kind == .place
      // A person speaks for a body that the sentence names.
      let isOfSpeaker =
        (comparison.entities[x].kind == .person) != (comparison.entities[y].kind == .person) && a.frame != nil && a.frame == b.frame
      guard isOfPlaces || isOfSpeaker || a.figure.unit.map(Self.counts.contains) ?? false, a.entities.contains(y) || b.entities.contains(x)
      else {
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
    if Self.scales.contains(unit) || a.isStake {
      // Of one share or majority an article tells, and of the quake before others.
      guard a.isSole, b.isSole, a.isExpected == b.isExpected else { return false }
      // "Investors holding 31%, the family among them" and "the family owns 19%": whose share it is must be said before it.
      if a.isStake, !areOneValue(a.figure, b.figure), a.subject == nil || b.subject == nil { return false }
      return unit == "magnitude" || shared.count >= (a.isStake ? 1 : 2)
    }
    if isFramed(a, b) { return true }
    let smaller = max(1, min(a.keys.count, b.keys.count))
    let names = a.names.intersection(b.names)
    // What has been done and what is expected: "has cut by 50 points since August" and "traders expect 67 points".
    if a.isExpected != b.isExpected { return false }
    if Self.counts.contains(unit) {
      guard years(a).isEmpty || years(b).isEmpty || !years(a).isDisjoint(with: years(b)) else { return false }
      // "In 1979, when 1,100 people died": of a year long ago a story tells one event.
      if let x = pastYear(a), let y = pastYear(b) { return x == y && a.article != b.article }
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
    // "45 km east of the capital", "280 km from the capital".
    if aNoun.isEmpty, FigureContext.lengths.contains(unit), surroundings(a).sharedCount(surroundings(b)) < 2 { return false }
    // A share of votes and a turnout, in one sentence.
    if unit == "%", !areOneValue(a.figure, b.figure), surroundings(a, toComma: true).isDisjoint(with: surroundings(b, toComma: true)) {
      return false
    }
    return isOneClaim && shared.count >= 3 || shared.subtracting(aNoun).count >= 3 && shared.count * 2 >= smaller
  }

  /// The year that a figure's own date gives, if it is years ago.
  private func pastYear(_ item: Item) -> Int? {
    guard let range = asOf(item), let published = story.articles[item.article].published?.date, range.last.year == range.first.year,
      range.last.year < published.year - 1
    else { return nil }
    return range.last.year
  }

  /// "The court heard 48 witnesses", "the trial heard 52 witnesses": what hangs on one verb, where neither article has another such figure.
  private func isFramed(_ a: Item, _ b: Item) -> Bool {
    guard let frame = a.frame, frame == b.frame, a.isSole, b.isSole, !a.isPart, a.isExpected == b.isExpected,
      let unit = a.figure.unit, !Self.counts.contains(unit), !FigureContext.shares.contains(unit)
    else { return false }
    let (x, y) = (nounKeys(a), nounKeys(b))
    guard x.isEmpty == y.isEmpty, x.isEmpty || !x.isDisjoint(with: y) else { return false }
    // One names what the other does not, and the other too: two deals.
    if !a.entities.subtracting(b.entities).isEmpty, !b.entities.subtracting(a.entities).isEmpty { return false }
    // "48 people in Unst": of a place that the other has too, or of none.
    if let place = a.place, !b.entities.contains(place) { return false }
    if let place = b.place, !a.entities.contains(place) { return false }
    let shared = a.keys.intersection(b.keys).subtracting(x).removing(frame)
    return a.article != b.article && (!shared.isEmpty || a.subject != nil && a.subject == b.subject || !x.isEmpty)
  }

  /// The content word right before a figure, or right behind it: a verb for the most part.
  private func frame(of figure: Figure, in article: Int) -> UInt64? {
    let document = story.articles[article].document
    guard let sentence = document.sentence(at: figure.span.start).map({ document.sentences[$0].tokens }) else { return nil }
    let tokens = document.tokens(in: figure.span)
    func key(_ i: Int) -> UInt64? {
      let token = document.tokens[i]
      guard token.isWord, !token.isCapitalized || token.shape.contains(.sentenceStart), !ContentWords.isGeneral(token),
        !ContentWords.isLight(token), !FigureContext.calendar.contains(token)
      else { return nil }
      return document.contentKey(ofToken: i)
    }
    // "A depth of 10 km".
    if FigureContext.lengths.contains(figure.unit ?? ""), let of = figure.of {
      return document.contentKey(ofToken: document.tokens(in: of).lowerBound)
    }
    // Nothing but its determiner stands between.
    var i = tokens.lowerBound - 1
    if i > sentence.lowerBound, FigureContext.articles.contains(document.tokens[i]) { i -= 1 }
    if i >= sentence.lowerBound, let key = key(i) { return key }
    guard i < sentence.lowerBound || document.tokens[i].kind == .comma else { return nil }
    i = tokens.upperBound
    while i < sentence.upperBound, i < tokens.upperBound + 4, FigureContext.auxiliaries.contains(document.tokens[i]) { i += 1 }
    return i < sentence.upperBound ? key(i) : nil
  }

  /// "48 people in Unst and about 300 in Glasgow": one of two numbers of one noun.
  private func isSplit(_ figure: Figure, in article: Int) -> Bool {
    let document = story.articles[article].document
    let first = document.tokens(in: figure.span).upperBound
    guard let end = document.sentence(at: figure.span.start).map({ document.sentences[$0].tokens.upperBound }) else { return false }
    for i in first..<max(first, min(end - 3, first + 10)) {
      guard document.tokens[i].isWord else { return false }
      guard document.tokens[i].key == FigureContext.and else { continue }
      let number = document.tokens[i + 1].isNumber ? i + 1 : i + 2
      return document.tokens[number].isNumber && ContentWords.isStopWord(document.tokens[number + 1])
    }
    return false
  }

  /// "300 million euros a year", "40 flights per day".
  private func rate(of figure: Figure, in article: Int) -> UInt64? {
    let document = story.articles[article].document
    let next = document.tokens(in: figure.span).upperBound
    guard next + 1 < document.tokens.count, FigureContext.rates.contains(document.tokens[next]),
      FigureContext.periods.contains(document.tokens[next + 1])
    else { return nil }
    return document.tokens[next + 1].key
  }

  /// "Five of them", "1,800 of the jobs".
  private func isPart(_ figure: Figure, in article: Int) -> Bool {
    let document = story.articles[article].document
    guard figure.unit.map({ !FigureContext.shares.contains($0) }) ?? true else { return false }
    let next = document.tokens(in: figure.number).upperBound
    return next + 1 < document.tokens.count && document.tokens[next].key == FigureContext.of
      && FigureContext.wholes.contains(document.tokens[next + 1])
  }

  /// "Owned 12 percent of the company", "held 15 per cent of the shares", "a 12% holding".
  private func isStake(_ figure: Figure, in article: Int) -> Bool {
    guard figure.unit == "%" else { return false }
    let document = story.articles[article].document
    guard let sentence = document.sentence(at: figure.span.start).map({ document.sentences[$0].tokens }) else { return false }
    let tokens = document.tokens(in: figure.span)
    if tokens.upperBound < sentence.upperBound, FigureContext.stakes.contains(document.tokens[tokens.upperBound]) { return true }
    let before = document.tokens[max(sentence.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound]
    return before.contains { FigureContext.owning.contains($0) || FigureContext.stakes.contains($0) }
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
      // "10 km deep, 45 km east of": what stands before another length is of that.
      if token.isNumber, FigureContext.lengths.contains(item.figure.unit ?? "") { break }
      if document.contentKey(ofToken: start - 1) != nil, !FigureContext.calendar.contains(token) { words += 1 }
      start -= 1
    }
    let range = start..<max(figure.upperBound, end)
    return KeySet(
      range.filter { !figure.contains($0) && !FigureContext.calendar.contains(document.tokens[$0]) }.compactMap(document.contentKey))
  }

  /// "Conor" and "Conor Doyle": perhaps one.
  private func isOneName(_ x: Int, _ y: Int) -> Bool {
    let (one, other) = (comparison.entities[x], comparison.entities[y])
    guard one.kind == .person, other.kind == .person else { return false }
    let (a, b) = (one.name.split(separator: " "), other.name.split(separator: " "))
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.count == 1 && long.count > 1 && (long.first == short.first || long.last == short.first)
  }

  private func nounKeys(_ item: Item) -> KeySet {
    item.figure.of.map { contentKeys(Passage(article: item.article, span: $0)) } ?? []
  }

  /// Whether different articles give numbers that no rounding explains, for one time.
  ///
  /// Of several values in one article, that which another article has too is meant, and the rest is of other things; if none is, the
  /// article takes no part. Nor do two that agree elsewhere.
  private func opposed(_ group: [Item], among ofUnit: [String: [Int: [Item]]]) -> Set<Passage> {
    guard group.count > 1, group.dropFirst().contains(where: { $0.figure.value != group[0].figure.value }) else { return [] }
    var stated = Array(group.lazy.filter { !$0.isComparison }.prefix(100))
    func agrees(_ a: Item) -> Bool { stated.contains { $0.article != a.article && areOneValue($0.figure, a.figure) } }
    func isSeveral(_ a: Item) -> Bool { stated.contains { $0.article == a.article && !areOneValue($0.figure, a.figure) } }
    let meant = stated.filter { !isSeveral($0) || agrees($0) }
    stated = meant.filter { a in !meant.contains { $0.article == a.article && !areOneValue($0.figure, a.figure) } }
    var opposed: Set<Passage> = []
    for (i, a) in stated.enumerated() {
      for b in stated[(i + 1)...] where a.article != b.article {
        if areOneValue(a.figure, b.figure) || agreeElsewhere(a, b, stated) { continue }
        guard sameTime(a, b), !isBeside(a, b), !isBeside(b, a) else { continue }
        let all = ofUnit[a.figure.unit ?? ""] ?? [:]
        guard !isCarried(a, beside: b, among: all[b.article] ?? []), !isCarried(b, beside: a, among: all[a.article] ?? []),
          areDirectly(a, b, stated)
        else { continue }
        opposed.insert(a.passage)
        opposed.insert(b.passage)
      }
    }
    return opposed
  }

  /// A group without the figures that are of other things: of several values in an article that which no other article has, if others
  /// agree on one. A toll may have grown within an article.
  private func apart(_ group: [Item], among ofUnit: [String: [Int: [Item]]]) -> [[Item]] {
    guard 3...200 ~= group.count, let unit = group[0].figure.unit, !Self.counts.contains(unit) else { return [group] }
    func agrees(_ a: Item) -> Bool { group.contains { $0.article != a.article && areOneValue($0.figure, a.figure) } }
    let agreed = group.filter(agrees)
    guard !agreed.isEmpty, agreed.count < group.count else { return [group] }
    let all = ofUnit[unit] ?? [:]
    let others = group.filter { a in
      !a.isComparison && !agrees(a) && agreed.contains { isCarried($0, beside: a, among: all[a.article] ?? []) }
    }
    guard !others.isEmpty else { return [group] }
    let rest = group.filter { a in !others.contains { $0.passage == a.passage } }
    return [rest] + others.map { [$0] }
  }

  /// Whether two figures or others with their values are of one thing by themselves, not by way of a third value.
  private func areDirectly(_ a: Item, _ b: Item, _ group: [Item]) -> Bool {
    if isOneThing(a, b) || isOneThing(b, a) { return true }
    let mine = group.filter { $0.figure.value == a.figure.value }.prefix(8)
    let theirs = group.filter { $0.figure.value == b.figure.value }.prefix(8)
    return mine.contains { one in theirs.contains { isOneThing(one, $0) } }
  }

  /// Whether an article has a figure's value of like things somewhere: then what else it has is of something else.
  private func isCarried(_ item: Item, beside own: Item, among figures: [Item]) -> Bool {
    figures.contains { other in
      guard areOneValue(other.figure, item.figure), !areOneValue(other.figure, own.figure) else { return false }
      let (x, y) = (nounKeys(item), nounKeys(other))
      guard item.figure.unit == "people" || x.isEmpty || y.isEmpty || !x.isDisjoint(with: y) else { return false }
      // Small numbers come together by chance.
      if item.figure.value > 12, !FigureContext.shares.contains(item.figure.unit ?? "") { return true }
      return !other.isPart && item.keys.intersection(other.keys).subtracting(x).count > 0
    }
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
      // "At 4:12" is no 12.
      let isClock = i > range.lowerBound && theirs.tokens[i - 1].kind == .colon && theirs.tokens[i - 1].isAdjacent(to: theirs.tokens[i])
      return !isClock && theirs.tokens[i].key == first && words(b.article, i..<min(range.upperBound, i + number.count)) == number
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
    // No rounding doubles a number.
    guard a.value > 0, b.value > 0, max(a.value, b.value) <= 2 * min(a.value, b.value) else { return false }
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
    let (rounded, exact) = digits(a.value) <= digits(b.value) ? (a, b) : (b, a)
    let (coarse, fine) = (rounded.value, exact.value)
    guard digits(coarse) < digits(fine), coarse > 0, fine > 0 else { return false }
    // Without "about" or "more than" a count is not so coarse: 3,000 jobs are not 3,500, nor ten people 13.
    if rounded.qualifier == nil {
      var first = coarse
      while first >= 10 { first /= 10 }
      // "A million" of 1.2 million.
      if coarse >= 100, abs(fine - coarse) > coarse * (first == 1 && coarse >= 1e6 ? 0.25 : 0.1) { return false }
      if coarse < 100, coarse == coarse.rounded(), !FigureContext.shares.contains(rounded.unit ?? "") || fine == fine.rounded() {
        return false
      }
    }
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

  private func isStanding(_ item: Item) -> Bool {
    let unit = item.figure.unit ?? ""
    if Self.scales.contains(unit) || item.isStake { return true }
    if FigureContext.lengths.contains(unit), item.figure.of != nil { return true }
    return item.frame.map { FigureContext.standing.contains($0) } ?? false
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
    // What a company employs or a coalition has does not change from day to day.
    if let p, let q, p != q, abs(p.daysSince1970 - q.daysSince1970) <= 3, isStanding(a), isStanding(b) { return true }
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
  static let of = WordKey.of("of")
  static let stock = WordList("share\nshares\nstock\nstocks")
  static let than = WordKey.of("than")
  static let degreesBefore = WordList("more\nless\nfewer\nhigher\nlower")
  static let pronouns = WordList("it\nits\nhe\nhis\nshe\nher\nthey\ntheir")
  /// Units in which many things are told side by side.
  static let shares: Set<String> = ["%", "percentage points", "basis points"]
  static let lengths: Set<String> = ["km", "mile", "m", "ft", "cm", "in", "mm"]
  /// Verbs of what lasts.
  static let standing: Set<UInt64> = [
    ContentWords.key(of: "employ"), ContentWords.key(of: "supplies"), ContentWords.key(of: "serve"), ContentWords.key(of: "own"),
    ContentWords.key(of: "hear"), ContentWords.key(of: "contain"), ContentWords.key(of: "seat"),
  ]
  static let articles = WordList("the\na\nan\nits\ntheir\nhis\nher")
  static let auxiliaries = WordList("have\nhas\nhad\nwere\nwas\nare\nis\nbeen\nbe\nalso")
  static let rates = WordList("a\nan\nper\neach\nevery")
  static let periods = WordList("year\nmonth\nweek\nday\nhour\nminute\nshare\nhead\nperson\nnight\nquarter")
  static let wholes = WordList("the\nthem\nwhom\nthese\nthose\nits\nhis\nher\ntheir\nwhich")
  static let owning = WordList("own\nowns\nowned\nowning\nheld\nholds\nhold\nholding")
  static let stakes = WordList("stake\nstakes\nholding\nholdings\nshareholding")
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
