import TextAnalysis

extension Composer {
  /// One event word of one article, ready to be joined with others.
  private final class Unit {
    let article: Int
    let event: EventUnit
    /// What its sentence is about, without the word itself.
    let keys: KeySet
    /// The clause that it stands in, if that is dated.
    let clause: DatedClause?
    /// Whether the date is said of this event first of all.
    let isDirect: Bool
    /// The date that is said of it.
    let range: DayRange?
    let hasNames: Bool
    /// Days since 1970.
    let published: Int?

    init(article: Int, event: EventUnit, keys: KeySet, clause: DatedClause?, isDirect: Bool, published: CalendarDate?) {
      self.published = published?.daysSince1970
      range = isDirect ? clause?.range : nil
      hasNames = keys.contains(where: Composer.isEntityKey)
      self.article = article
      self.event = event
      self.keys = keys
      self.clause = clause
      self.isDirect = isDirect
    }
  }

  /// Events that two articles or more tell, each mention the stretch of a sentence that names it ("was arrested", "the arrest").
  ///
  /// Finer than ``timeline()``, whose entries are sentences and clauses: a sentence that tells of an earthquake, four deaths and a
  /// search belongs to three events. Two words name one event if they are of one kind, their articles tell of one incident, their
  /// sentences share a name or a content word, and no day, name or number speaks against it. Candidates come from an index over kinds
  /// and shared words.
  ///
  /// - Parameter count: ids go on after those of so many timeline entries.
  func events(after count: Int) -> [TimelineEntry] {
    guard story.articles.count > 1 else { return [] }
    let units = eventUnits()
    let incident = incidents()
    var groups = group(units, incident).filter { Set($0.map { units[$0].article }).count > 1 }
    groups.sort { $0[0] < $1[0] }
    // What nobody dates has no place in a timeline.
    let entries = groups.compactMap { entry($0.map { units[$0] }) }
    return entries.enumerated().map { index, entry in
      var entry = entry
      entry.id = "t\(count + index + 1)"
      return entry
    }
  }

  private func eventUnits() -> [Unit] {
    var units: [Unit] = []
    for (a, article) in story.articles.enumerated() {
      var clausesOfSentence: [Int: [DatedClause]] = [:]
      for clause in clauses[a] { clausesOfSentence[clause.sentence, default: []].append(clause) }
      for event in EventUnits.units(in: article.document) {
        let word = ContentWords.key(
          of: article.document.tokens[article.document.tokens(in: event.head).lowerBound], in: article.document.bytes)
        let keys = keysOfSentence[a][event.sentence]
        let found = clausesOfSentence[event.sentence]?.filter { $0.span.contains(event.head) && !isBackground($0, in: a) } ?? []
        let place = event.isPast ? event.reach : event.span
        let direct = found.first { $0.expression.map(place.contains) ?? false }
        units.append(
          Unit(
            article: a, event: event, keys: word.map(keys.removing) ?? keys, clause: direct ?? found.first,
            isDirect: direct != nil, published: article.published?.date))
      }
    }
    return units
  }

  /// "The first visit since 2013": the date is that of another one.
  private func isBackground(_ clause: DatedClause, in article: Int) -> Bool {
    guard let expression = clause.expression else { return false }
    let document = story.articles[article].document
    let first = document.tokens(in: expression).lowerBound
    return first > 0 && document.tokens[first - 1].key == Self.since
  }

  private static let since = WordKey.of("since")

  // MARK: Incidents

  /// Of each article, the group of articles that tell of the same incident. A story may hold two that are alike: another earthquake,
  /// another trial.
  ///
  /// Average-link clustering of the articles' words and names, rarer ones counting more, down to about half of the similarity that an article
  /// has to its nearest on average. Stories of more than 64 articles are taken as one incident.
  private func incidents() -> [Int] {
    let count = story.articles.count
    guard count > 2, count <= 64 else { return [Int](repeating: 0, count: count) }
    let keys = (0..<count).map { a in KeySet(storySentences(a).flatMap { Array(keysOfSentence[a][$0]) }) }
    var frequency: [UInt64: Int] = [:]
    for set in keys { for key in set { frequency[key, default: 0] += 1 } }
    // Words that one article alone has tell nothing about two.
    let weights = frequency.filter { $0.value > 1 }.mapValues { (1 + Double(count) / Double($0)).logarithm }
    func sum(_ set: KeySet) -> Double { set.reduce(0) { $0 + (weights[$1] ?? 0) * (Self.isEntityKey($1) ? 2 : 1) } }
    let norms = keys.map { max(sum($0), 1) }
    var similarity = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for a in 0..<count {
      for b in 0..<a {
        var value = sum(keys[a].intersection(keys[b])) / (norms[a] * norms[b]).squareRoot()
        // Reports of different weeks seldom tell of one incident.
        if let x = story.articles[a].published?.date, let y = story.articles[b].published?.date, abs(x.daysSince1970 - y.daysSince1970) > 30
        {
          value *= 0.5
        }
        (similarity[a][b], similarity[b][a]) = (value, value)
      }
    }
    let nearest = similarity.map { $0.max() ?? 0 }
    // Days of publication tell incidents apart too; without them the words must do more.
    let share = story.articles.allSatisfy { $0.published != nil } ? 0.45 : 0.5
    let threshold = share * nearest.reduce(0, +) / Double(count)
    var group = Array(0..<count)
    var members = (0..<count).map { [$0] }
    while true {
      var best: (value: Double, a: Int, b: Int)?
      for a in 0..<count where !members[a].isEmpty {
        for b in 0..<a where !members[b].isEmpty {
          var total = 0.0
          for x in members[a] { for y in members[b] { total += similarity[x][y] } }
          let value = total / Double(members[a].count * members[b].count)
          if value > best?.value ?? threshold { best = (value, a, b) }
        }
      }
      guard let best else { break }
      members[best.b] += members[best.a]
      for x in members[best.a] { group[x] = best.b }
      members[best.a] = []
    }
    return group
  }

  // MARK: Grouping

  private func group(_ units: [Unit], _ incident: [Int]) -> [[Int]] {
    let total = Double(max(units.count, 2))
    let weights = KeyWeights(units.lazy.map(\.keys)) { (1 + total / $0).logarithm }
    let keys = units.map { WeightedKeySet($0.keys, in: weights) }

    // How often an article names this kind of event: a rare kind needs less to agree.
    var kinds = KeyTable()
    var counts: [Int32] = []
    let kindOfUnit = units.map { unit in
      let number = kinds.insert((unit.event.kind ^ UInt64(unit.article)) &* 0x9fb2_1c65_1e98_df25)
      if number < counts.count { counts[number] += 1 } else { counts.append(1) }
      return number
    }

    // Of a kind and an incident; where these are many, with a key of the sentence.
    let bound = 60
    var places = KeyTable()
    var postings: [[Int]] = []
    func place(_ unit: Unit, _ key: UInt64) -> UInt64 {
      var hash = (unit.event.kind ^ UInt64(incident[unit.article])) &* 0x9fb2_1c65_1e98_df25
      hash = (hash ^ hash >> 31 ^ key) &* 0x9fb2_1c65_1e98_df25
      return hash ^ hash >> 29
    }
    func post(_ index: Int, _ key: UInt64) {
      let number = places.insert(place(units[index], key))
      if number < postings.count { postings[number].append(index) } else { postings.append([index]) }
    }
    for index in units.indices { post(index, 0) }
    func isCommon(_ unit: Unit) -> Bool { (places.find(place(unit, 0)).map { postings[$0].count } ?? 0) > bound }
    for (index, unit) in units.enumerated() where isCommon(unit) { for key in unit.keys { post(index, key) } }

    var pairs: [(score: Double, a: Int, b: Int)] = []
    var alike: Set<Int> = []
    var seen = [Int](repeating: -1, count: units.count)
    func meet(_ b: Int, _ key: UInt64) {
      guard let number = places.find(place(units[b], key)), postings[number].count <= bound else { return }
      let unit = units[b]
      for a in postings[number] where a < b && seen[a] != b {
        seen[a] = b
        let other = units[a]
        guard other.article != unit.article, !contradict(other, unit) else { continue }
        let shared = keys[a].shared(keys[b]).weight
        let overlap = shared / max(min(keys[a].weight, keys[b].weight), 1)
        let often = max(counts[kindOfUnit[a]], counts[kindOfUnit[b]])
        let least = unit.event.isSpecial ? (often <= 3 ? 0 : often <= 6 ? 0.1 : 0.2) : often <= 2 ? 0.15 : 0.3
        guard overlap >= (nameStrangers(other, unit) ? max(least, 0.1) : least) else { continue }
        pairs.append((shared * overlap, a, b))
        alike.insert(a * units.count + b)
      }
    }
    for (b, unit) in units.enumerated() {
      meet(b, 0)
      if isCommon(unit) { for key in unit.keys { meet(b, key) } }
    }
    pairs.sort { $0.score != $1.score ? $0.score > $1.score : ($0.a, $0.b) < ($1.a, $1.b) }

    var groupOf = Array(units.indices)
    var members = units.indices.map { [$0] }
    for (_, a, b) in pairs {
      let (x, y) = (groupOf[a], groupOf[b])
      guard x != y, members[x].count * members[y].count <= 4000 else { continue }
      var links = 0
      var strangers = 0
      var fits = true
      for i in members[x] where fits {
        for j in members[y] {
          if contradict(units[i], units[j]) {
            fits = false
            break
          }
          if alike.contains(min(i, j) * units.count + max(i, j)) {
            links += 1
          } else if units[i].article != units[j].article {
            strangers += 1
          }
        }
      }
      guard fits, links * 2 >= strangers else { continue }
      members[x] += members[y]
      for j in members[y] { groupOf[j] = x }
      members[y] = []
    }
    return members.filter { $0.count > 1 }.map { $0.sorted() }
  }

  /// Whether both sentences have names, and none in common.
  private func nameStrangers(_ a: Unit, _ b: Unit) -> Bool {
    guard a.hasNames, b.hasNames else { return false }
    return !a.keys.contains { Self.isEntityKey($0) && b.keys.contains($0) }
  }

  /// Whether their days exclude each other: two named ones, or reports that are more than a week apart where none is named.
  private func contradict(_ a: Unit, _ b: Unit) -> Bool {
    let (x, y) = (a.range, b.range)
    if let x, let y { return !(x.contains(y) || y.contains(x)) }
    if x == nil, y == nil {
      guard let p = a.published, let q = b.published else { return false }
      return abs(p - q) > 7
    }
    // A day that one names and the other's publication: not long before it.
    guard let day = x ?? y, day.isDay, let published = x == nil ? a.published : b.published else { return false }
    let lag = published - day.first.daysSince1970
    return lag < -1 || lag > 14
  }

  // MARK: Entries

  /// The finest day that is said of the event itself; else the one that most of its sentences have; else the day of the clauses that
  /// tell it as their past verb. Nil: nobody dates it.
  private func date(of units: [Unit]) -> DayRange? {
    let direct = units.compactMap(\.range)
    if let finest = direct.min(by: { $0.precision < $1.precision }) { return finest }
    var votes: [(range: DayRange, count: Int)] = []
    for range in units.compactMap({ $0.clause?.range }) where range.precision <= .month {
      if let index = votes.firstIndex(where: { $0.range == range }) { votes[index].count += 1 } else { votes.append((range, 1)) }
    }
    if let best = votes.max(by: { $0.count < $1.count }), best.count * 2 >= units.count { return best.range }
    let told = units.filter(\.event.isPast).compactMap { $0.clause?.range }.filter(\.isDay)
    guard let day = told.first, told.count(where: { $0.first == day.first }) * 2 > told.count else { return nil }
    return day
  }

  /// Nil if no article says when it was.
  private func entry(_ units: [Unit]) -> TimelineEntry? {
    guard let range = date(of: units) else { return nil }
    let published = units.compactMap { story.articles[$0.article].published?.date }
    let mentions = units.map { unit in
      let passage = Passage(article: unit.article, span: unit.event.span)
      // A clause may date another event: "after firing him, Trump met Lavrov on Wednesday".
      if let clause = unit.clause, unit.isDirect || clause.range.contains(range) || range.contains(clause.range) {
        return TimelineEntry.Mention(
          passage: passage, expression: clause.expression.map { Passage(article: unit.article, span: $0) }, value: clause.value,
          rule: clause.rule, reason: clause.reason)
      }
      return TimelineEntry.Mention(
        passage: passage, expression: nil, value: range.iso, rule: "same-event", reason: "the date that another article gives to the same")
    }
    let precision = TimelineEntry.Precision(rawValue: range.precision == .half ? "range" : range.precision.rawValue) ?? .range
    return TimelineEntry(
      id: "", date: range.iso, precision: precision,
      layer: layer(range, isFuture: units.contains { $0.clause?.isFuture ?? false }, published: published), mentions: mentions,
      conflict: [],
      texts: comparison.independentTexts(of: mentions.map(\.passage)))
  }
}
