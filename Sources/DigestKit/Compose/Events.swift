import TextAnalysis

/// What several articles tell, down to the words.
struct JoinedEvents {
  struct Word {
    var head: TextSpan
    /// Index into ``entries``, or -1.
    var event: Int
    var isDirect: Bool
    /// Its date stands before it as part of its name: "last year's election", "the 2014 annexation".
    var isCalledByDate: Bool
    /// If it belongs to no entry: it names an event of its own, and not the way to one ("arrived for talks").
    var isOther: Bool
    var isMeeting: Bool
    /// It stands in what somebody is reported to have said.
    var isReported: Bool
  }

  /// Without ids.
  fileprivate(set) var entries: [TimelineEntry] = []
  /// Of each article, of each sentence that has any, in text order.
  fileprivate(set) var words: [[Int: [Word]]]

  fileprivate init(articles: Int) { words = [[Int: [Word]]](repeating: [:], count: articles) }

  /// - Parameter count: ids go on after those of so many timeline entries.
  func entries(after count: Int) -> [TimelineEntry] {
    entries.enumerated().map { index, entry in
      var entry = entry
      entry.id = "t\(count + index + 1)"
      return entry
    }
  }

  /// Gives events the finer days of the clauses that date them: "the deal reached last week" is in one entry with "signed on Thursday".
  mutating func refine(by timeline: [TimelineEntry]) {
    struct Place: Hashable {
      var article: Int
      var start: Int32
    }
    var finer: [Place: DayRange] = [:]
    for entry in timeline {
      guard let range = DayRange(isoDates: entry.date) else { continue }
      for mention in entry.mentions {
        guard let expression = mention.expression, mention.value != entry.date else { continue }
        finer[Place(article: expression.article, start: expression.span.start)] = range
      }
    }
    for index in entries.indices {
      guard let range = DayRange(isoDates: entries[index].date), !range.isDay else { continue }
      let found = entries[index].mentions.compactMap { mention in
        mention.expression.flatMap { finer[Place(article: $0.article, start: $0.span.start)] }
      }
      guard let first = found.first, range.contains(first), found.allSatisfy({ $0 == first }) else { continue }
      entries[index].date = first.iso
      entries[index].precision = TimelineEntry.Precision(of: first)
    }
  }

  /// The event that a clause tells first of all, and the word that names it: the word which has its date, else the first; -1 if another
  /// or none.
  func main(of clause: DatedClause, in article: Int) -> (event: Int, word: Word?) {
    let all = words[article][clause.sentence] ?? []
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].head.start < clause.span.start { low = middle + 1 } else { high = middle }
    }
    let inside = all[low...].prefix { clause.span.contains($0.head) }.filter { $0.isDirect || !$0.isReported }
    guard !inside.isEmpty else { return (-1, nil) }
    let first = inside.firstIndex { $0.isDirect } ?? 0
    for word in inside[first...] {
      if word.event >= 0 {
        let range = DayRange(isoDates: entries[word.event].date)
        if let range, range.contains(clause.range) || clause.range.contains(range) {
          // A date that is not said of it may be another event's, but for what people came for.
          return word.isDirect || word.isMeeting ? (word.event, word) : (-1, nil)
        }
        if word.isDirect { return (-1, nil) }
        continue
      }
      if word.isOther { return (-1, nil) }
    }
    return (-1, nil)
  }
}

extension Composer {
  /// One event word of one article, ready to be joined with others.
  private final class Unit {
    let article: Int
    let event: EventUnit
    /// What its sentence is about, without the word itself.
    let keys: KeySet
    /// What its own stretch is about, without the word.
    let own: KeySet
    /// Of an event that people take part in together: who, as far as its stretch names them.
    let people: KeySet
    let kind: UInt64
    /// The clause that it stands in, if that is dated.
    let clause: DatedClause?
    /// Whether the date is said of this event first of all.
    let isDirect: Bool
    /// The days on which it was as far as its clause tells: said of it, or of what it stands beside.
    let days: DayRange?
    /// Where somebody came to or left.
    let places: KeySet
    /// The days of what it stands beside.
    let beside: DayRange?
    /// The day of publication, if it is told as past in what its article opens with.
    let news: CalendarDate?
    /// Other units of its sentence that are of its kind, the nearest.
    var siblings: [Int] = []
    /// Whether it is the first of them.
    var isFirst = true
    let hasNames: Bool
    /// The key of an ordinal before its noun.
    var order: UInt64 = 0
    /// Whether its sentence tells the end of it: "the evacuation orders were lifted".
    let isEnded: Bool
    /// Whether it stands in a headline, which tells what is new.
    let isHeadline: Bool
    /// Days since 1970.
    let published: Int?

    init(
      article: Int, event: EventUnit, kind: UInt64, keys: KeySet, own: KeySet, people: KeySet, places: KeySet, clause: DatedClause?,
      isDirect: Bool, days: DayRange?, beside: DayRange?, news: CalendarDate?, published: CalendarDate?, isEnded: Bool, isHeadline: Bool
    ) {
      self.isEnded = isEnded
      self.isHeadline = isHeadline
      self.published = published?.daysSince1970
      hasNames = keys.contains(where: Composer.isEntityKey)
      self.article = article
      self.event = event
      self.kind = kind
      self.keys = keys
      self.own = own
      self.people = people
      self.places = places
      self.days = days
      self.beside = beside
      self.news = news
      self.clause = clause
      self.isDirect = isDirect
    }
  }

  /// What is asked of a unit again and again.
  private struct Traits {
    let article: Int
    let kind: UInt64
    let isPast: Bool
    let isSpecial: Bool
    let isDirect: Bool
    let isEnded: Bool
    let isNews: Bool
    /// Its date is counted from another one.
    let isOffset: Bool
    /// Which of several it is: the key of "first" or "next", or 0.
    let order: UInt64
    let hasSiblings: Bool
    let hasOwn: Bool
    let hasPlaces: Bool
    /// How many.
    let people: Int
    /// Since 1970.
    let days: ClosedRange<Int>?
    /// The same, or of what it stands beside.
    let about: ClosedRange<Int>?
    let published: Int?

    init(_ unit: Unit) {
      article = unit.article
      kind = unit.kind
      isPast = unit.event.isPast
      isSpecial = unit.event.isSpecial
      isDirect = unit.isDirect
      isEnded = unit.isEnded
      isNews = unit.news != nil || unit.isHeadline
      isOffset = unit.clause?.basis == .offset
      order = unit.order
      hasSiblings = !unit.siblings.isEmpty
      hasOwn = !unit.own.isEmpty
      hasPlaces = !unit.places.isEmpty
      people = unit.people.count
      func range(_ days: DayRange) -> ClosedRange<Int> { days.first.daysSince1970...max(days.first.daysSince1970, days.last.daysSince1970) }
      days = unit.days.map(range)
      about = (unit.days ?? unit.beside).map(range)
      published = unit.published
    }
  }

  /// Events that two articles or more tell, each mention the stretch of a sentence that names it ("was arrested", "the arrest").
  ///
  /// Finer than ``timeline(beside:)``, whose entries are sentences and clauses: a sentence that tells of an earthquake, four deaths and a
  /// search belongs to three events. Two words name one event if they are of one kind, their articles tell of one incident, their
  /// sentences share a name or a content word, and no day, name or number speaks against it. Candidates come from an index over kinds
  /// and shared words.
  func joinedEvents() -> JoinedEvents {
    var result = JoinedEvents(articles: story.articles.count)
    guard story.articles.count > 1 else { return result }
    let units = eventUnits()
    let incident = incidents()
    var groups = group(units, incident).filter { Set($0.map { units[$0].article }).count > 1 }
    groups.sort { $0[0] < $1[0] }
    var eventOf = [Int](repeating: -1, count: units.count)
    for group in groups {
      // What nobody dates has no place in a timeline.
      guard let entry = entry(group.map { units[$0] }) else { continue }
      for unit in group { eventOf[unit] = result.entries.count }
      result.entries.append(entry)
    }
    for (unit, event) in zip(units, eventOf) {
      result.words[unit.article][unit.event.sentence, default: []].append(
        JoinedEvents.Word(
          head: unit.event.head, event: event, isDirect: unit.isDirect, isCalledByDate: unit.isDirect && isCalledByDate(unit),
          isOther: unit.event.isNamed && !EventKind.moving.contains(unit.kind), isMeeting: unit.kind == EventKind.meeting,
          isReported: unit.event.isReported))
    }
    return result
  }

  private func eventUnits() -> [Unit] {
    var units: [Unit] = []
    for (a, article) in story.articles.enumerated() {
      var clausesOfSentence: [Int: [DatedClause]] = [:]
      for clause in clauses[a] { clausesOfSentence[clause.sentence, default: []].append(clause) }
      var endings = (sentence: -1, ended: Set<Int>())
      let opening = storySentences(a, words: 5).prefix(2).filter { tellsEvent(a, $0, isOpening: true) }
      for event in EventUnits.units(in: article.document) {
        let word = article.document.contentKey(ofToken: article.document.tokens(in: event.head).lowerBound)
        let keys = keysOfSentence[a][event.sentence]
        if endings.sentence != event.sentence {
          let tokens = article.document.sentences[event.sentence].tokens
          endings = (event.sentence, Set(Endings(in: tokens, of: article.document).ended))
        }
        let isEnded = endings.ended.contains(article.document.tokens(in: event.head).lowerBound)
        let found = clausesOfSentence[event.sentence]?.filter { $0.span.contains(event.head) && !isBackground($0, in: a) } ?? []
        let place = event.isPast ? event.reach : event.span
        let direct =
          found.first { $0.expression.map { isWhen($0, event, in: a) } ?? false }
          ?? found.first {
            $0.expression.map {
              (place.contains($0) || event.isPast && isFronted($0, to: place, in: a)) && !isSubordinate(event, to: $0, in: a)
            } ?? false
          }
        let own = contentKeys(Passage(article: a, span: event.span))
        var kind = event.kind
        if EventKind.receiving.contains(kind), hasPerson(event, in: a) { kind = EventKind.meeting }
        let people = kind == EventKind.meeting ? participants(in: event, of: a) : []
        let clause = direct ?? found.first
        let isNews = event.isPast && opening.contains(event.sentence) && clausesOfSentence[event.sentence] == nil
        var beside = isBeside(event, clause?.expression, in: a) ? clause.flatMap { $0.basis == .offset ? nil : $0.range } : nil
        // "In May, after two drivers were hurt": before May, for all one knows.
        if let range = beside, !range.isDay, let expression = clause?.expression, isSubordinate(event, to: expression, in: a) {
          beside = nil
        }
        // "Her visit comes a day after …": on the day of publication, from which that day was counted.
        if found.isEmpty, let published = article.published?.date,
          clausesOfSentence[event.sentence]?.contains(where: {
            $0.basis == .offset && $0.range == DayRange(published.adding(days: -1)) && $0.span.start >= event.span.end
          }) ?? false, isSubject(event, in: a)
        {
          beside = DayRange(published)
        }
        units.append(
          Unit(
            article: a, event: event, kind: kind, keys: word.map(keys.removing) ?? keys,
            own: word.map(own.removing) ?? own, people: people,
            places: EventKind.moving.contains(kind) ? goals(of: event, in: a) : [], clause: clause, isDirect: direct != nil,
            days: direct?.range ?? (EventKind.gathering.contains(kind) ? beside : nil), beside: beside,
            news: isNews ? article.published?.date : nil, published: article.published?.date, isEnded: isEnded,
            isHeadline: isHeadline(event, in: a)))
        units[units.count - 1].order = order(of: event, in: a)
        // The units of one sentence follow each other.
        for other in units.indices.dropLast().suffix(8).reversed() {
          guard units[other].article == a, units[other].event.sentence == event.sentence else { break }
          guard units[other].kind == kind else { continue }
          units[other].siblings.append(units.count - 1)
          units[units.count - 1].siblings.append(other)
          units[units.count - 1].isFirst = false
        }
      }
    }
    return units
  }

  /// Whether the date of an event stands before its noun, with an adjective between them at most.
  private func isCalledByDate(_ unit: Unit) -> Bool {
    guard !unit.event.isPast, unit.event.isNamed, let expression = unit.clause?.expression, expression.end <= unit.event.head.start else {
      return false
    }
    let document = story.articles[unit.article].document
    let between = document.tokens(in: expression).upperBound..<document.tokens(in: unit.event.head).lowerBound
    return between.count <= 2
      && between.allSatisfy {
        document.tokens[$0].kind == .clitic || document.tokens[$0].isWord && !ContentWords.isStopWord(document.tokens[$0])
      }
  }

  /// "Hosted the minister" tells of a meeting, "hosted the World Cup" does not.
  private func hasPerson(_ event: EventUnit, in article: Int) -> Bool {
    let annotations = story.articles[article].annotations
    let next = story.articles[article].annotations.mentions(endingAfter: event.head.end).first { $0.span.start >= event.head.end }
    guard let next, next.span.end <= event.span.end else { return false }
    return annotations.entities[next.entity].kind == .person
  }

  /// "In early April, the army struck": the date stands before the subject.
  private func isFronted(_ expression: TextSpan, to place: TextSpan, in article: Int) -> Bool {
    let document = story.articles[article].document
    let next = document.tokens(in: expression).upperBound
    return next + 1 < document.tokens.count && document.tokens[next].kind == .comma && document.tokens[next + 1].start == place.start
  }

  /// Whether an event is news that a headline tells, and not to come ("factory to close").
  private func isHeadline(_ event: EventUnit, in article: Int) -> Bool {
    let document = story.articles[article].document
    guard let block = document.block(at: event.head.start), document.blocks[block].kind == .headline else { return false }
    let head = document.tokens(in: event.head).lowerBound
    return head == 0 || document.tokens[head - 1].key != Self.to
  }

  private static let to = WordKey.of("to")

  /// "In December, when three members voted": the day is said of what stands behind "when", up to a mark.
  private func isWhen(_ expression: TextSpan, _ event: EventUnit, in article: Int) -> Bool {
    let document = story.articles[article].document
    let head = document.tokens(in: event.head).lowerBound
    var next = document.tokens(in: expression).upperBound
    if next < head, document.tokens[next].kind == .comma { next += 1 }
    guard next < head, head <= next + 16, document.tokens[next].key == Self.when else { return false }
    return document.tokens[next..<head].allSatisfy {
      $0.isWord || $0.isNumber || $0.kind == .clitic || $0.kind == .dash || $0.kind == .symbol
    }
  }

  private static let when = WordKey.of("when")

  /// "Began looking into it in May, after two drivers were hurt": what stands behind "after" and its like was on another day.
  private func isSubordinate(_ event: EventUnit, to expression: TextSpan, in article: Int) -> Bool {
    let document = story.articles[article].document
    let head = document.tokens(in: event.head).lowerBound
    let next = document.tokens(in: expression).upperBound
    guard next < head else { return false }
    let between = max(next, head - 24)..<head
    guard let word = between.last(where: { Self.subordinating.contains(document.tokens[$0]) }) else { return false }
    return !document.tokens[word..<head].contains { $0.kind == .comma }
  }

  private static let subordinating = WordList("after\nbefore\nsince\nfollowing\nuntil")

  /// "The first mission", "its next launch": the ordinal within three words before the noun.
  private func order(of event: EventUnit, in article: Int) -> UInt64 {
    guard !event.isPast else { return 0 }
    let document = story.articles[article].document
    let head = document.tokens(in: event.head).lowerBound
    let sentence = document.sentences[event.sentence].tokens
    let floor = max(sentence.lowerBound, head - 3)
    // "His first visit since 2013" is the visit.
    if document.tokens[head..<min(sentence.upperBound, head + 10)].contains(where: { $0.key == Self.since }) { return 0 }
    for index in stride(from: head - 1, through: floor, by: -1) {
      let token = document.tokens[index]
      guard token.isWord, !ContentWords.isStopWord(token) || Self.ordinals.contains(token) else { return 0 }
      if Self.ordinals.contains(token) {
        // "He will first hold talks" counts nothing.
        guard index > sentence.lowerBound, case let before = document.tokens[index - 1],
          before.kind == .clitic || before.isNumber || Self.determiners.contains(before)
        else { return 0 }
        return token.key
      }
    }
    return 0
  }

  private static let determiners = WordList("the\na\nhis\nher\nits\ntheir\nour\nthis\none\ntwo\nthree\nfour\nno")
  private static let ordinals = WordList("first\nsecond\nthird\nfourth\nfifth\nprevious\nmore")

  /// Whether an event opens its sentence and is a noun: "her visit comes".
  private func isSubject(_ event: EventUnit, in article: Int) -> Bool {
    let document = story.articles[article].document
    return !event.isPast && document.tokens(in: event.span).lowerBound <= document.sentences[event.sentence].tokens.lowerBound + 1
  }

  /// Whether an event that no date is said of may have that of its clause: not in "after firing him, she met the envoy on Wednesday".
  private func isBeside(_ event: EventUnit, _ expression: TextSpan?, in article: Int) -> Bool {
    let document = story.articles[article].document
    let first = document.tokens(in: event.span).lowerBound
    let floor = document.sentences[event.sentence].tokens.lowerBound
    for index in stride(from: first, through: max(floor, first - 2), by: -1) {
      let token = document.tokens[index]
      if Self.apart.contains(token) { return false }
      // "In retaliation for an attack": that was before.
      if token.key == Self.for, index > floor, Self.reactions.contains(document.tokens[index - 1]) { return false }
      guard index == first || token.kind == .word else { break }
    }
    // A purpose or a relative clause behind the date is not of its day: "agreed on Monday to close the mine".
    guard let expression, expression.end <= event.head.start else { return true }
    let between = document.tokens(in: expression).upperBound..<document.tokens(in: event.head).lowerBound
    return !between.contains { Self.onward.contains(document.tokens[$0]) }
  }

  private static let `for` = WordKey.of("for")
  private static let reactions = WordList(
    """
    retaliation
    revenge
    reprisal
    reprisals
    vengeance
    punishment
    responsibility
    blame
    apology
    compensation
    """)
  private static let onward = WordList(
    """
    that
    which
    who
    whom
    whose
    where
    when
    to
    if
    whether
    because
    """)

  /// What another event stands behind.
  private static let apart = WordList(
    """
    after
    before
    since
    following
    until
    despite
    amid
    over
    about
    of
    by
    from
    with
    to
    who
    whom
    which
    that
    whether
    if
    as
    """)

  /// The names of what a movement leads to, behind its word.
  private func goals(of event: EventUnit, in article: Int) -> KeySet {
    let annotations = story.articles[article].annotations
    let document = story.articles[article].document
    let from = document.tokens(in: event.head).upperBound
    let next = story.articles[article].annotations.mentions(endingAfter: event.head.end).first { $0.span.start >= event.head.end }
    guard let next, document.tokens(in: next.span).lowerBound <= from + 2, annotations.entities[next.entity].kind != .person,
      let entity = entityOf[article][next.entity]
    else { return [] }
    return [Self.entityKey(entity)]
  }

  /// The people that a stretch names, but for those who stand before a noun that is not the event ("Reyes's envoy").
  private func participants(in event: EventUnit, of article: Int) -> KeySet {
    let annotations = story.articles[article].annotations
    let document = story.articles[article].document
    var keys: [UInt64] = []
    for mention in story.articles[article].annotations.mentions(endingAfter: event.span.start).prefix(while: {
      $0.span.start < event.span.end
    }) {
      guard annotations.entities[mention.entity].kind == .person, let entity = entityOf[article][mention.entity] else { continue }
      let next = document.tokens(in: mention.span).upperBound
      let isOwner = next < document.tokens.count && document.tokens[next].kind == .clitic
      if isOwner, next + 1 >= document.tokens.count || document.tokens[next + 1].span != event.head { continue }
      keys.append(Self.entityKey(entity))
    }
    return KeySet(keys)
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
    let keys = WeightedKeySets(units.lazy.map(\.keys), in: weights)
    let own = WeightedKeySets(units.lazy.map(\.own), in: weights)
    let traits = units.map { Traits($0) }

    // In how many sentences an article names this kind of event: a rare kind needs less to agree.
    var kinds = KeyTable()
    var counts: [Int32] = []
    let kindOfUnit = units.map { unit in
      let number = kinds.insert((unit.kind ^ UInt64(unit.article)) &* 0x9fb2_1c65_1e98_df25)
      if number == counts.count { counts.append(0) }
      if unit.isFirst { counts[number] += 1 }
      return number
    }

    let storyDay = day?.daysSince1970
    // Of a kind and an incident; where these are many, with a key of the sentence.
    let bound = 60
    var places = KeyTable()
    var postings: [[Int]] = []
    func place(_ unit: Unit, _ key: UInt64) -> UInt64 {
      var hash = (unit.kind ^ UInt64(incident[unit.article])) &* 0x9fb2_1c65_1e98_df25
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

    /// Where a sentence tells of two events of one kind ("struck back after the attack"), only the one that says more of the same.
    func isBest(_ a: Int, _ b: Int) -> Bool {
      guard traits[a].hasSiblings || traits[b].hasSiblings, traits[a].hasOwn, traits[b].hasOwn else { return true }
      let shared = own.shared(a, b).weight
      return !units[a].siblings.contains { own.shared($0, b).weight > shared }
        && !units[b].siblings.contains { own.shared($0, a).weight > shared }
    }

    var pairs: [(score: Double, a: Int, b: Int)] = []
    var alike: Set<Int> = []
    var seen = [Int](repeating: -1, count: units.count)
    func meet(_ b: Int, _ key: UInt64) {
      guard let number = places.find(place(units[b], key)), postings[number].count <= bound else { return }
      let unit = traits[b]
      for a in postings[number] where a < b && seen[a] != b {
        seen[a] = b
        let other = traits[a]
        guard other.article != unit.article, !contradict(a, b, traits, units), isBest(a, b) else { continue }
        let shared = keys.shared(a, b).weight
        var overlap = shared / max(min(keys.weights[a], keys.weights[b]), 1)
        // Long sentences drown what a short one says: the words of the events themselves count too, if they share a name.
        let inner = own.shared(a, b)
        // What was weeks before, or will be in weeks, is another event than what an article opens with, or than one of other people,
        // unless more than its sort is the same.
        if inner.count < 2, isFar(a, b, traits) || isFar(b, a, traits),
          traits[a].isNews || traits[b].isNews || nameStrangers(units[a], units[b])
        {
          continue
        }
        let isOneDay = unit.days != nil && other.days != nil && (unit.isDirect || other.isDirect)
        // Meetings of the same people are many: a day must say that it is this one.
        let isKnown =
          unit.kind == EventKind.meeting
          ? isOneDay || unit.days == nil && other.days == nil || inner.count - inner.words >= 3
            || inner.count - inner.words >= 2 && (unit.days ?? other.days).map({ $0.count == 1 && $0.lowerBound == storyDay }) ?? false
          : unit.isSpecial || EventKind.moving.contains(unit.kind) && unit.days == nil && other.days == nil
        if inner.count > inner.words, isKnown || isOneDay || unit.kind != EventKind.meeting && inner.count > 1 {
          overlap = max(overlap, inner.weight / max(min(own.weights[a], own.weights[b]), 1))
        }
        let often = max(counts[kindOfUnit[a]], counts[kindOfUnit[b]])
        let least = unit.isSpecial ? (often <= 3 ? 0 : often <= 6 ? 0.1 : 0.2) : often <= 2 ? 0.15 : 0.3
        guard overlap >= (least < 0.1 && nameStrangers(units[a], units[b]) ? 0.1 : least) else { continue }
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
    // Who met, and the most whom one mention names.
    var people = units.map { (all: $0.people, most: $0.people.count) }
    for (_, a, b) in pairs {
      let (x, y) = (groupOf[a], groupOf[b])
      guard x != y, members[x].count * members[y].count <= 4000 else { continue }
      // Somebody in common, where both say who met, and not too many for one meeting.
      let (ours, theirs) = (people[x].all, people[y].all)
      let all = ours.union(theirs)
      let most = max(people[x].most, people[y].most)
      guard all.count <= max(2, most), ours.isEmpty || theirs.isEmpty || !ours.isDisjoint(with: theirs) else { continue }
      var links = 0
      var strangers = 0
      // Meetings of which no people and no day speak against each other.
      var open = 0
      var fits = true
      for i in members[x] where fits {
        for j in members[y] {
          if contradict(i, j, traits, units) {
            fits = false
            break
          }
          if alike.contains(min(i, j) * units.count + max(i, j)) {
            links += 1
          } else if traits[i].article != traits[j].article {
            if traits[i].kind == EventKind.meeting { open += 1 } else { strangers += 1 }
          }
        }
      }
      guard fits, links * 2 >= strangers, links * 8 >= open else { continue }
      members[x] += members[y]
      people[x] = (all, most)
      for j in members[y] { groupOf[j] = x }
      members[y] = []
    }
    return members.filter { $0.count > 1 }.map { $0.sorted() }
  }

  /// Whether one has a day more than six weeks from the publication of the other, which has none.
  private func isFar(_ i: Int, _ j: Int, _ traits: [Traits]) -> Bool {
    guard let days = traits[i].days, traits[j].about == nil, let published = traits[j].published else { return false }
    return days.upperBound < published - 42 || days.lowerBound > published + 42
  }

  /// Whether both sentences have names, and none in common.
  private func nameStrangers(_ a: Unit, _ b: Unit) -> Bool {
    guard a.hasNames, b.hasNames else { return false }
    return !a.keys.contains { Self.isEntityKey($0) && b.keys.contains($0) }
  }

  /// Whether their days or people exclude each other: two named days, or reports that are more than a week apart where none is named.
  private func contradict(_ i: Int, _ j: Int, _ traits: [Traits], _ units: [Unit]) -> Bool {
    let (a, b) = (traits[i], traits[j])
    // An order that was given, and its lifting.
    if a.isEnded != b.isEnded { return true }
    // "The first mission" and "its mission", "the second launch".
    if a.order != b.order { return true }
    // Too many people for one meeting.
    if a.people > 0, b.people > 0, units[i].people.union(units[j].people).count > max(2, a.people, b.people) { return true }
    if a.hasPlaces, b.hasPlaces, units[i].places.isDisjoint(with: units[j].places) { return true }
    // "Capsized on Sunday, killing 23" and "capsized in June 2008, killing 800".
    if let x = a.about, let y = b.about, x.upperBound < y.lowerBound - 300 || y.upperBound < x.lowerBound - 300 { return true }
    // "Voted for a cut on Thursday" and "three voted for a cut in December".
    if a.isPast, b.isPast, !a.isOffset, !b.isOffset, let x = a.about, let y = b.about,
      x.upperBound < y.lowerBound - 7 || y.upperBound < x.lowerBound - 7
    {
      return true
    }
    let (x, y) = (a.days, b.days)
    if let x, let y { return !(x.contains(y) || y.contains(x)) }
    guard let days = x ?? y else {
      guard let p = a.published, let q = b.published else { return false }
      return abs(p - q) > 7
    }
    // A day that one names and the other's publication: not long before it, and not after what is told as past.
    guard let published = x == nil ? a.published : b.published else { return false }
    // "In December, when three members voted": not what an article opens with.
    if days.count > 1 {
      return (x == nil ? a : b).isNews && (days.count <= 31 && published - days.upperBound > 14 || days.lowerBound > published)
    }
    let lag = published - days.lowerBound
    return lag < ((x == nil ? a : b).isPast ? 0 : -1) || lag > 14
  }

  // MARK: Entries

  /// The finest day that is said of the event itself; else the one that most of its sentences have; else one that no other sentence
  /// contradicts; else the day of the clauses that tell it as their past verb; else that of publication, if an article opens with it.
  /// Nil: nobody dates it.
  private func date(of units: [Unit]) -> DayRange? {
    let direct = units.filter(\.isDirect).compactMap { $0.clause?.range }
    if let finest = direct.min(by: { $0.precision < $1.precision }) { return finest }
    var votes: [(range: DayRange, count: Int)] = []
    for range in units.compactMap(\.beside) where range.precision <= .month {
      if let index = votes.firstIndex(where: { $0.range == range }) { votes[index].count += 1 } else { votes.append((range, 1)) }
    }
    if let best = votes.max(by: { $0.count < $1.count }), best.count * 2 >= units.count { return best.range }
    let beside = units.compactMap(\.beside).filter { $0.precision <= .month }
    if let finest = beside.min(by: { $0.precision < $1.precision }), beside.allSatisfy({ $0.contains(finest) }) { return finest }
    let told = units.filter(\.event.isPast).compactMap { $0.clause?.range }.filter(\.isDay)
    if let day = told.first { return told.count(where: { $0.first == day.first }) * 2 > told.count ? day : nil }
    let news = units.compactMap(\.news)
    guard let day = news.first, news.allSatisfy({ $0 == day }) else { return nil }
    return DayRange(day)
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
      if unit.news.map({ DayRange($0) }) == range {
        return TimelineEntry.Mention(
          passage: passage, expression: nil, value: range.iso, rule: "lede", reason: "the day of publication, of which the article opens")
      }
      return TimelineEntry.Mention(
        passage: passage, expression: nil, value: range.iso, rule: "same-event", reason: "the date that another article gives to the same")
    }
    let precision = TimelineEntry.Precision(of: range)
    return TimelineEntry(
      id: "", date: range.iso, precision: precision,
      layer: layer(range, isFuture: units.contains { $0.clause?.isFuture ?? false }, published: published), mentions: mentions,
      conflict: [],
      texts: comparison.independentTexts(of: mentions.map(\.passage)))
  }
}
