import TextAnalysis

extension Composer {
  /// One dated clause of one article, ready to be joined with others.
  private final class Item {
    let article: Int
    let clause: DatedClause
    let passage: Passage
    /// What it tells, without its temporal expression.
    let keys: KeySet
    let words: Int
    let isCaption: Bool
    /// Content keys of what its sentence tells the end of, and of what is open again; see ``Endings``.
    let ended: KeySet
    let reopened: KeySet
    let endings: Endings
    /// Whose words its date stands in, if it is in quotation marks: an entity of the story.
    let voice: Int?
    /// The event of ``JoinedEvents`` that it tells first of all, if any, and the word for it.
    var event = -1
    var word: JoinedEvents.Word?
    var isDirect: Bool { word?.isDirect ?? false }
    var isCalledByDate: Bool { word?.isCalledByDate ?? false }

    init(
      article: Int, in document: Document, clause: DatedClause, passage: Passage, keys: KeySet, words: Int, isCaption: Bool,
      voice: Int? = nil
    ) {
      self.voice = voice
      endings = Endings(in: document.tokens(in: clause.span), of: document)
      ended = KeySet(endings.ended.compactMap(document.contentKey) + endings.others)
      reopened = KeySet(endings.reopened.compactMap(document.contentKey))
      self.article = article
      self.clause = clause
      self.passage = passage
      self.keys = keys
      self.words = words
      self.isCaption = isCaption
    }
  }

  /// One merged timeline. Clauses of different articles are one entry when their dates are equal, or one holds the other, and what
  /// they tell is alike: measured by shared content words and names, rarer ones counting more, with at least one that is no name.
  ///
  /// Candidates come from an index over those words; cost is linear in the clauses times the few clauses that share a rare word.
  func timeline(beside joined: JoinedEvents) -> (entries: [TimelineEntry], keys: [[KeySet]], log: [Int: [Passage]]) {
    var log: [Int: [Passage]] = [:]
    var items: [Item] = []
    for (a, article) in story.articles.enumerated() {
      for clause in clauses[a] {
        // "Today" in somebody's mouth is the day of speaking, which nothing here tells.
        if clause.rule == "day-word", let expression = clause.expression,
          article.annotations.quotations.contains(where: { $0.span.contains(expression) })
        {
          continue
        }
        var passage = Passage(article: a, span: clause.span)
        var keys = contentKeys(passage, except: clause.expression)
        let subject = subject(of: clause, in: a)
        if !subject.isEmpty {
          // Shown with its subject.
          keys = keys.union(subject)
          passage.span.start = article.document.sentences[clause.sentence].span.start
        }
        // A date that stands alone (a date line, "Wednesday") tells nothing.
        guard keys.count >= 2 else { continue }
        let document = article.document
        if isNextAppointment(clause, in: a) { keys = keys.union([Self.appointment]) }
        if tellsOfConfidence(clause, in: a) { keys = keys.union([Self.confidenceVote]) }
        let words = document.tokens[document.tokens(in: clause.span)].count { $0.isWord || $0.isNumber }
        let isCaption = document.block(at: clause.span.start).map { document.blocks[$0].kind == .caption } ?? false
        items.append(
          Item(
            article: a, in: document, clause: clause, passage: passage, keys: keys, words: words, isCaption: isCaption,
            voice: voice(of: clause, in: a)))
      }
    }
    items += undated(beside: items)
    items += opening(beside: items)
    items.removeAll { item in
      let index = story.corrections.firstIndex {
        guard case .hideTimeline(let what) = $0.change else { return false }
        return item.clause.value == what || item.clause.range.iso == what
          || what.utf8.count > 10 && Composer.plain(story.string(item.passage)).contains(Composer.plain(what))
      }
      if let index { log[index, default: []].append(item.passage) }
      return index != nil
    }

    for item in items { (item.event, item.word) = joined.main(of: item.clause, in: item.article) }
    let groups = group(items)
    var entries = groups.map { entry($0.map { items[$0] }) }
    entries.sort { a, b in
      let (x, y) = (a.sortKey, b.sortKey)
      if x.0 != y.0 { return x.0 < y.0 }
      if x.1 != y.1 { return x.1 > y.1 }
      if x.2 != y.2 { return x.2 < y.2 }
      return x.3 < y.3
    }
    let numbered = entries.enumerated().map { index, pair in
      var entry = pair.entry
      entry.id = "t\(index + 1)"
      return entry
    }
    return (numbered, entries.map(\.keys), log)
  }

  /// Who says a clause's date, if that is in quotation marks.
  private func voice(of clause: DatedClause, in article: Int) -> Int? {
    guard let expression = clause.expression else { return nil }
    let quotation = story.articles[article].annotations.quotations.first { $0.content.contains(expression) }
    return storyEntity(article, quotation?.speaker)
  }

  /// "A confidence vote", "a motion of no confidence": one thing under names that share no word but one.
  private func tellsOfConfidence(_ clause: DatedClause, in article: Int) -> Bool {
    let document = story.articles[article].document
    let tokens = document.tokens(in: clause.span)
    guard let word = tokens.first(where: { document.tokens[$0].key == Self.confidence }) else { return false }
    return (max(tokens.lowerBound, word - 4)..<min(tokens.upperBound, word + 3)).contains { Self.ballots.contains(document.tokens[$0]) }
  }

  private static let confidence = WordKey.of("confidence")
  private static let ballots = WordList("vote\nvotes\nmotion\nmotions\nballot\ndebate")
  /// The key of a vote of confidence.
  private static let confidenceVote = WordKey.of("confidence vote")

  /// What a clause that begins with its verb is about: "The airport, closed since Tuesday, | is not expected to reopen until Friday".
  func subject(of clause: DatedClause, in article: Int) -> KeySet {
    let document = story.articles[article].document
    let first = document.tokens(in: clause.span).lowerBound
    let start = document.sentences[clause.sentence].tokens.lowerBound
    guard first > start + 1, document.tokens[first - 1].kind == .comma, case let verb = document.tokens[first], verb.isWord else {
      return []
    }
    let end = Int(verb.end)
    let isPast =
      verb.span.count > 4 && !verb.isCapitalized && document.bytes[end - 1] == 0x64 && document.bytes[end - 2] == 0x65
    guard isPast || Self.finite.contains(verb),
      let comma = (start..<min(first - 1, start + 12)).first(where: { document.tokens[$0].kind == .comma }), comma > start
    else { return [] }
    return contentKeys(Passage(article: article, span: document.span(ofTokens: start..<comma)))
  }

  private static let finite = WordList(
    "is\nare\nwas\nwere\nhas\nhave\nhad\nwill\nwould\ncould\nmay\nmight\nshould\nmust\ncan\ndid\ndoes\nplans")

  /// "The committee will next meet on 20 March", "its next decision is due on 20 March": of a day to come.
  private func isNextAppointment(_ clause: DatedClause, in article: Int) -> Bool {
    guard clause.range.isDay, let published = story.articles[article].published?.date, clause.range.first > published else { return false }
    let document = story.articles[article].document
    let tokens = document.tokens(in: clause.span)
    guard let next = tokens.first(where: { document.tokens[$0].key == Self.next }) else { return false }
    return document.tokens[next..<min(tokens.upperBound, next + 5)].contains { Self.appointments.contains($0) }
  }

  private static let next = WordKey.of("next")
  /// The key of an appointment that is the next one.
  private static let appointment = WordKey.of("next appointment")
  private static let appointments = WordList(
    """
    meet
    meets
    meeting
    convene
    convenes
    decision
    announcement
    session
    hearing
    round
    vote
    review
    sitting
    talks
    """)

  // MARK: Without a date of their own

  /// Sentences without a date that several articles carry: dated by another article's account of the same, else, if they tell an event
  /// and not a state, by the last day named before them or the day of publication. For those that only one article has see ``opening(beside:)``.
  private func undated(beside items: [Item]) -> [Item] {
    var itemsOfSentence: [[Int: [Int]]] = story.articles.map { _ in [:] }
    for (index, item) in items.enumerated() {
      itemsOfSentence[item.article][item.clause.sentence, default: []].append(index)
    }
    var result: [Item] = []
    for (index, claim) in comparison.claims.enumerated()
    where !comparison.faintClaims.contains(index) && Set(claim.map(\.article)).count > 1 {
      let sentences = claim.compactMap { passage -> (article: Int, sentence: Int)? in
        story.articles[passage.article].document.sentence(at: passage.span.start).map { (passage.article, $0) }
      }
      let datedItems = sentences.flatMap { itemsOfSentence[$0.article][$0.sentence] ?? [] }
      // What one article reports on a day has not happened on the next, on which another repeats it.
      var earliest: CalendarDate?
      if datedItems.isEmpty {
        for (article, sentence) in sentences where tellsEvent(article, sentence) {
          let start = story.articles[article].document.sentences[sentence].span.start
          if let day = currentDay(article, before: start, items, itemsOfSentence[article]) {
            earliest = earliest.map { min($0, day.date) } ?? day.date
          }
        }
      }
      for (article, sentence) in sentences
      where itemsOfSentence[article][sentence] == nil && claimOfSentence[article][sentence] == index {
        let document = story.articles[article].document
        let span = document.sentences[sentence].span
        guard let block = document.block(at: span.start).map({ document.blocks[$0].kind }), block.isStory else { continue }
        let passage = Passage(article: article, span: span)
        let keys = contentKeys(passage)
        let words = document.tokens[document.sentences[sentence].tokens].count { $0.isWord || $0.isNumber }
        func item(_ range: DayRange, _ basis: DatedClause.Basis, rule: String, reason: String) -> Item {
          let clause = DatedClause(
            span: span, sentence: sentence, expression: nil, timex: nil, range: range, value: range.iso, basis: basis, rule: rule,
            reason: reason,
            isFuture: false)
          return Item(article: article, in: document, clause: clause, passage: passage, keys: keys, words: words, isCaption: false)
        }
        // The account that shares most with it, and that is most of what it tells: not the date of half its sentence.
        let best = datedItems.filter { items[$0].article != article && items[$0].clause.range.isDay }
          .map { (index: $0, shared: items[$0].keys.sharedCount(keys)) }
          .max { ($0.shared, -$0.index) < ($1.shared, -$1.index) }
        if let best, best.shared >= 4, best.shared * 2 >= keys.count, best.shared * 5 >= items[best.index].keys.count * 3,
          items[best.index].clause.basis < .previousSentence, isReportable(items[best.index].clause.range, in: article)
        {
          result.append(
            item(
              items[best.index].clause.range, .previousSentence, rule: "same-claim",
              reason: "the date that another article gives to the same"))
        } else if datedItems.isEmpty, tellsEvent(article, sentence),
          let day = currentDay(article, before: span.start, items, itemsOfSentence[article])
        {
          if let earliest, earliest < day.date, isReportable(DayRange(earliest), in: article) {
            result.append(
              item(DayRange(earliest), .previousSentence, rule: "same-claim", reason: "the day of which another article reports the same"))
          } else {
            result.append(item(DayRange(day.date), day.basis, rule: day.basis.rawValue, reason: day.reason))
          }
        }
      }
    }
    return result
  }

  /// Whether an article can be the news of a day: published on it or in the fortnight after.
  private func isReportable(_ range: DayRange, in article: Int) -> Bool {
    guard let published = story.articles[article].published?.date else { return true }
    return (-1...14).contains(published.daysSince1970 - range.first.daysSince1970)
  }

  /// What an article opens with, if nothing dates it: news tells first what is new. Its first two sentences have the day of publication
  /// if they tell an event, the second that of the first if that has one, the next few the day of the sentence before in the same
  /// paragraph, if they go on in the past tense.
  private func opening(beside items: [Item]) -> [Item] {
    var dayOfSentence: [[Int: CalendarDate]] = story.articles.map { _ in [:] }
    var taken: [Set<Int>] = story.articles.map { _ in [] }
    var asides: [[Int: [TextSpan]]] = story.articles.map { _ in [:] }
    for item in items {
      // A clause about the past ("since she took office in January") leaves the rest of what an article opens with as news.
      let sentence = story.articles[item.article].document.sentences[item.clause.sentence].span
      let published = story.articles[item.article].published?.date
      if item.clause.span.count * 2 < sentence.count, let published, item.clause.range.last.daysSince1970 < published.daysSince1970 - 7 {
        asides[item.article][item.clause.sentence, default: []].append(item.clause.span)
        continue
      }
      taken[item.article].insert(item.clause.sentence)
      guard item.clause.range.isDay, !item.clause.isFuture else { continue }
      // "Ordered a recount of Sunday's vote on Tuesday": Sunday is not the day of what goes on.
      let known = dayOfSentence[item.article][item.clause.sentence]
      if known != nil, isAttribute(item.clause, in: item.article) { continue }
      // Of several days the story has come to the last.
      dayOfSentence[item.article][item.clause.sentence] = max(item.clause.range.first, known ?? item.clause.range.first)
    }
    var result: [Item] = []
    for (a, article) in story.articles.enumerated() {
      guard let published = article.published?.date else { continue }
      let document = article.document
      let sentences = Array(storySentences(a, words: 5).prefix(10))
      for (position, sentence) in sentences.enumerated() where !taken[a].contains(sentence) {
        var span = document.sentences[sentence].span
        let isLede = position < 2
        var except = isLede ? Array((asides[a][sentence] ?? []).prefix(4)) : []
        // "FRANKFURT, July 30 (Reuters) -": the date of an agency is none of the event.
        if isLede, let block = document.block(at: span.start), document.blocks[block].span.start == span.start,
          let dateline = EventDating.dateline(of: document.sentences[sentence], in: document, timexes: article.annotations.timexes[...])
        {
          except.append(document.span(ofTokens: dateline))
          span.start = document.tokens[dateline.upperBound].start
        }
        // "Their first cup since 1974": that year is none of the event either.
        if isLede {
          for timex in article.annotations.timexes(endingAfter: span.start).prefix(while: { $0.span.start < span.end }) {
            let first = document.tokens(in: timex.span).lowerBound
            if first > document.sentences[sentence].tokens.lowerBound, document.tokens[first - 1].key == Self.sinceKey, except.count < 8 {
              except.append(TextSpan(start: document.tokens[first - 1].start, end: timex.span.end))
            }
          }
        }
        guard tellsEvent(a, sentence, isOpening: isLede, except: except) else { continue }
        var day = published
        var basis = DatedClause.Basis.publication
        if !isLede {
          guard let before = dayOfSentence[a][sentence - 1],
            document.block(at: span.start) == document.block(at: document.sentences[sentence - 1].span.start),
            abs(before.daysSince1970 - published.daysSince1970) <= 7
          else { continue }
          (day, basis) = (before, .previousSentence)
        } else if position == 1, let first = dayOfSentence[a][sentences[0]], first != published,
          abs(first.daysSince1970 - published.daysSince1970) <= 7,
          !document.tokens[document.sentences[sentence].tokens].contains(where: Self.perfect.contains)
        {
          // "The bank has replaced him" tells how things are at publication.
          (day, basis) = (first, .previousSentence)
        }
        dayOfSentence[a][sentence] = day
        let range = DayRange(day)
        let passage = Passage(article: a, span: span)
        let clause = DatedClause(
          span: span, sentence: sentence, expression: nil, timex: nil, range: range, value: range.iso, basis: basis,
          rule: basis == .publication ? "lede" : basis.rawValue,
          reason: basis == .publication ? "the day of publication, of which the article opens" : "the day of the sentence before",
          isFuture: false)
        let words = document.tokens[document.sentences[sentence].tokens].count { $0.isWord || $0.isNumber }
        result.append(
          Item(article: a, in: document, clause: clause, passage: passage, keys: contentKeys(passage), words: words, isCaption: false))
      }
    }
    return result
  }

  /// Whether the date of a clause belongs to a noun: "Sunday's election".
  private func isAttribute(_ clause: DatedClause, in article: Int) -> Bool {
    guard let expression = clause.expression else { return false }
    let document = story.articles[article].document
    let next = document.tokens(in: expression).upperBound
    return next < document.tokens.count && document.tokens[next].kind == .clitic
  }

  /// The last day named before an offset in its paragraph, if it is within a week of publication; else the day of publication. None
  /// behind a sentence that tells of longer: "Sales fell in the quarter. Two plants closed."
  private func currentDay(
    _ article: Int, before offset: Int32, _ items: [Item], _ itemsOfSentence: [Int: [Int]]
  ) -> (date: CalendarDate, basis: DatedClause.Basis, reason: String)? {
    guard let published = story.articles[article].published?.date else { return nil }
    let document = story.articles[article].document
    guard let sentence = document.sentence(at: offset) else { return nil }
    let block = document.block(at: offset)
    for earlier in stride(from: sentence - 1, through: max(0, sentence - 3), by: -1) {
      guard document.block(at: document.sentences[earlier].span.start) == block else { break }
      let told = (itemsOfSentence[earlier] ?? []).map { items[$0].clause }.filter { !$0.isFuture }
      if earlier == sentence - 1, !told.isEmpty, told.allSatisfy({ $0.range.precision > .week }) { return nil }
      let named = itemsOfSentence[earlier] ?? []
      let own = named.filter { !isAttribute(items[$0].clause, in: article) }
      let days = (own.isEmpty ? named : own).filter { index in
        let clause = items[index].clause
        return clause.range.isDay && !clause.isFuture && !items[index].isCaption
          && abs(clause.range.first.daysSince1970 - published.daysSince1970) <= 7
      }
      if let day = days.map({ items[$0].clause.range.first }).max() {
        return (day, .previousSentence, "the day that the text before it names")
      }
    }
    return (published, .publication, "the day of publication")
  }

  /// Past tense without perfect, future or duration: something that happened, not a state of affairs. What an article opens with may
  /// stand in the perfect ("has bought"), but needs more than "was".
  func tellsEvent(_ article: Int, _ sentence: Int, isOpening: Bool = false, except asides: [TextSpan] = []) -> Bool {
    let annotations = story.articles[article].annotations
    let document = story.articles[article].document
    let span = document.sentences[sentence].span
    func isAside(_ inner: TextSpan) -> Bool { asides.contains { $0.contains(inner) } }
    guard !annotations.timexes.contains(where: { span.contains($0.span) && $0.kind != .time && !isAside($0.span) }) else { return false }
    // What somebody said stands among the quotations.
    let quoted = annotations.quotations.reduce(0) { $0 + max(0, Int(min($1.span.end, span.end)) - Int(max($1.span.start, span.start))) }
    guard quoted * 2 < span.count else { return false }
    var hasPast = false
    var isInside = false
    for (index, token) in zip(document.sentences[sentence].tokens, document.tokens[document.sentences[sentence].tokens])
    where token.isWord && !isAside(token.span) {
      // "Since" before an aside belongs to it.
      if !asides.isEmpty, token.key == Self.sinceKey, index + 1 < document.tokens.count, isAside(document.tokens[index + 1].span) {
        continue
      }
      if Self.notEvents.contains(token), !(isOpening && Self.perfect.contains(token)) { return false }
      // "Analysts had expected less": what was before is not the news of the day.
      if Self.subordinators.contains(token) { isInside = true }
      if token.key == Self.hadKey, !hasPast, !isInside { return false }
      if Self.pastVerbs.contains(token), !(isOpening && Self.copulas.contains(token)) { hasPast = true }
      let end = Int(token.end)
      if token.span.count > 4, !token.isCapitalized, document.bytes[end - 1] == 0x64, document.bytes[end - 2] == 0x65 { hasPast = true }
    }
    return hasPast
  }

  private static let sinceKey = WordKey.of("since")
  private static let hadKey = WordKey.of("had")
  private static let subordinators = WordList("if\nwhether\nthat\nwho\nwhich\nwhom\nwhose\nwhat\nafter\nbecause\nas\nwhen\nwhere\nwhile")
  private static let perfect = WordList("has\nhave")
  private static let copulas = WordList("was\nwere\nhad")

  private static let notEvents = WordList(
    """
    # Perfect, present, future and modal auxiliaries; words of habit and background.
    has
    have
    is
    are
    will
    would
    shall
    should
    could
    may
    might
    since
    former
    years
    always
    often
    """)

  private static let pastVerbs = WordList(
    """
    said
    told
    met
    was
    were
    went
    came
    took
    made
    gave
    held
    left
    began
    sent
    spoke
    wrote
    saw
    had
    won
    lost
    fell
    rose
    hit
    broke
    struck
    shot
    led
    drew
    """)

  // MARK: Grouping

  private func group(_ items: [Item]) -> [[Int]] {
    let total = Double(max(items.count, 2))
    let weights = KeyWeights(items.lazy.map(\.keys)) { 1 + (total / $0).logarithm }
    let keys = WeightedKeySets(items.lazy.map(\.keys), in: weights)
    // Words in more than 40 clauses lead nowhere.
    let postings = weights.postings(of: keys, most: 40)
    var pairs: [(score: Double, a: Int, b: Int)] = []
    var alike: Set<Int> = []
    var seen = [Int](repeating: -1, count: items.count)
    for b in items.indices {
      for number in keys.numbers(of: b) {
        for a in postings[number].lazy.map(Int.init) {
          guard a < b else { break }
          guard seen[a] != b else { continue }
          seen[a] = b
          guard compatible(items[a].clause.range, items[b].clause.range) else { continue }
          let least = min(keys.weights[a], keys.weights[b])
          guard let score = similarity(items[a], items[b], keys.shared(a, b), of: least) else { continue }
          pairs.append((score, a, b))
          alike.insert(a * items.count + b)
        }
      }
    }
    pairs.sort { $0.score != $1.score ? $0.score > $1.score : ($0.a, $0.b) < ($1.a, $1.b) }

    // Best pairs first; two groups join if their dates are compatible throughout and most pairs across them are alike.
    var groupOf = Array(items.indices)
    var members = items.indices.map { [$0] }
    for (_, a, b) in pairs {
      let (x, y) = (groupOf[a], groupOf[b])
      guard x != y else { continue }
      let small = members[x].count * members[y].count
      guard small <= 4000 else { continue }
      var links = 0
      var fits = true
      for i in members[x] where fits {
        for j in members[y] {
          if !compatible(items[i].clause.range, items[j].clause.range) {
            fits = false
            break
          }
          if alike.contains(min(i, j) * items.count + max(i, j)) { links += 1 }
        }
      }
      guard fits, links * 2 >= small else { continue }
      members[x] += members[y]
      for j in members[y] { groupOf[j] = x }
      members[y] = []
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  /// Equal, or one holds the other.
  private func compatible(_ a: DayRange, _ b: DayRange) -> Bool { a.contains(b) || b.contains(a) }

  /// How alike two clauses are, nil if not enough to be one event.
  ///
  /// A date that few clauses have is itself a sign that they tell one event; on the day of the story much happens, so that more words
  /// must agree.
  ///
  /// - Parameter weight: of all keys of that which has less.
  private func similarity(_ a: Item, _ b: Item, _ shared: SharedKeys, of weight: Double) -> Double? {
    let isVague = isVague(a.clause.range, beside: b.clause.range) || isVague(b.clause.range, beside: a.clause.range)
    let isOneEvent = a.event >= 0 && a.event == b.event && (!isVague || a.isCalledByDate && b.isCalledByDate)
    // "Came to power" and "took office" share no word.
    guard shared.words > 0 || isOneEvent && a.isDirect && b.isDirect else { return nil }
    if isEnded(a, beside: b) || isEnded(b, beside: a) { return nil }
    let overlap = shared.weight / max(weight, 1)
    let claim = claimOfSentence[a.article][a.clause.sentence]
    let isOneClaim = claim != nil && claim == claimOfSentence[b.article][b.clause.sentence]
    // A caption dates its picture: on the day of the story, which has many, it must tell just what a sentence tells.
    let isPicture = a.isCaption != b.isCaption && isCrowded(a.clause.range) && !(a.event >= 0 && a.event == b.event)
    let isEnough: Bool
    if isPicture {
      isEnough = overlap >= 0.5 && shared.count >= 5 && shared.words >= 3
    } else if isOneEvent || isOneAppointment(a, b) || isOneBallot(a, b) || isOneUtterance(a, b) || isOneMoment(a, b) {
      isEnough = true
    } else if a.article == b.article {
      isEnough = overlap >= 0.6 && shared.count >= 3
    } else if isVague {
      isEnough = overlap >= 0.5 && shared.count >= 4 || overlap >= 0.6 && shared.count >= 3 && shared.words < shared.count
    } else if isOneClaim {
      // That somebody spoke of an event is another one.
      let isMixed = isCrowded(a.clause.range) && isCrowded(b.clause.range) && isReport(a) != isReport(b)
      let isOneStretch = a.clause.range == b.clause.range && !isCrowded(a.clause.range)
      isEnough = overlap >= (isMixed ? 0.6 : isOneStretch ? 0.25 : 0.33) && shared.weight >= (isOneStretch ? 3 : 5)
    } else if isCrowded(a.clause.range), isCrowded(b.clause.range) {
      isEnough = overlap >= 0.33 && shared.weight >= 9 && shared.words >= 2
    } else {
      isEnough = overlap >= 0.35 && shared.count >= 2 || shared.weight >= 6 && overlap >= 0.12
    }
    return isEnough ? shared.weight * overlap * (isOneClaim || isOneEvent ? 2 : 1) : nil
  }

  /// Whether both tell of the next meeting or decision, on one day, and not of two bodies.
  private func isOneAppointment(_ a: Item, _ b: Item) -> Bool {
    guard a.keys.contains(Self.appointment), b.keys.contains(Self.appointment), a.clause.range == b.clause.range else { return false }
    let (x, y) = (a.keys.filter(Self.isEntityKey), b.keys.filter(Self.isEntityKey))
    return x.isEmpty || y.isEmpty || !KeySet(x).isDisjoint(with: KeySet(y))
  }

  /// Whether both tell of a vote of confidence on one day to come or gone by, not that of the story.
  private func isOneBallot(_ a: Item, _ b: Item) -> Bool {
    a.keys.contains(Self.confidenceVote) && b.keys.contains(Self.confidenceVote) && a.clause.range == b.clause.range
      && a.clause.range.isDay && !isCrowded(a.clause.range)
  }

  /// Whether both have one clock time, of one day, that is no round one: "at 11:32 a.m."
  private func isOneMoment(_ a: Item, _ b: Item) -> Bool {
    guard a.article != b.article, let time = clock(of: a), let other = clock(of: b), time.elementsEqual(other) else { return false }
    return a.clause.range == b.clause.range && a.clause.range.isDay
  }

  /// Of a clause's own expression, "11:32", if it is to the minute.
  private func clock(of item: Item) -> Substring.UTF8View? {
    guard let index = item.clause.timex else { return nil }
    let value = story.articles[item.article].annotations.timexes[index].value.utf8
    guard let mark = value.firstIndex(of: 0x54) else { return nil }
    let time = value[value.index(after: mark)...].prefix(5)
    // Whole hours, and five or ten minutes, are those of many.
    guard time.count == 5, let last = time.last, last != 0x30, last != 0x35 else { return nil }
    return time
  }

  /// Whether one person says both of one day, as each article quotes it: "We were bottom of the league at Christmas."
  private func isOneUtterance(_ a: Item, _ b: Item) -> Bool {
    guard let voice = a.voice, voice == b.voice, a.article != b.article else { return false }
    return a.clause.range == b.clause.range && a.clause.range.isDay && !isCrowded(a.clause.range)
  }

  /// Whether one tells the end of what the other tells without it.
  private func isEnded(_ a: Item, beside b: Item) -> Bool {
    if !a.ended.isEmpty, !b.endings.hasEnder, !a.ended.isDisjoint(with: b.keys) { return true }
    return !a.reopened.isEmpty && !a.endings.hasCloser && b.endings.hasCloser && !b.endings.hasOpener
      && !a.reopened.isDisjoint(with: b.keys)
  }

  private func isReport(_ item: Item) -> Bool {
    let document = story.articles[item.article].document
    return EventUnits.isReport(document.tokens(in: item.clause.span), of: document)
  }

  /// Whether a date is a year or longer and the other one finer: "this year" says little about which day.
  private func isVague(_ range: DayRange, beside other: DayRange) -> Bool {
    func isLong(_ range: DayRange) -> Bool { range.last.daysSince1970 - range.first.daysSince1970 > 300 }
    return isLong(range) && !isLong(other)
  }

  /// Whether much of the coverage is of this day: the story's.
  private func isCrowded(_ range: DayRange) -> Bool {
    guard range.isDay, let day else { return false }
    return range.first == day
  }

  // MARK: Entries

  private func entry(_ items: [Item]) -> (entry: TimelineEntry, keys: [KeySet], sortKey: (CalendarDate, DayRange.Precision, Int, Passage)) {
    // The finest date is the entry's; the most complete clause comes first.
    let finest = items.min { $0.clause.range.precision < $1.clause.range.precision } ?? items[0]
    let range = finest.clause.range
    let ordered = items.enumerated().sorted { a, b in
      // A clause that shows the entry's own date before one that says less.
      func showsDate(_ item: Item) -> Bool { item.clause.range == range && item.clause.basis < .previousSentence }
      let (p, q) = (showsDate(a.element), showsDate(b.element))
      if p != q { return p }
      let (x, y) = (completeness(a.element), completeness(b.element))
      return x != y ? x > y : a.element.passage < b.element.passage
    }
    var mentions = ordered.map(\.element)
    let head = mentions.removeFirst()
    mentions.sort { $0.passage < $1.passage }
    let all = [head] + mentions
    let precision = TimelineEntry.Precision(of: range)
    let entry = TimelineEntry(
      id: "", date: range.iso, precision: precision,
      layer: layer(
        range, isFuture: items.contains { $0.clause.isFuture }, published: items.compactMap { story.articles[$0.article].published?.date }),
      mentions: all.map { item in
        TimelineEntry.Mention(
          passage: item.passage, expression: item.clause.expression.map { Passage(article: item.article, span: $0) },
          value: item.clause.value,
          rule: item.clause.rule, reason: item.clause.reason)
      }, conflict: [], texts: comparison.independentTexts(of: all.map(\.passage)))
    return (
      entry, all.map(\.keys),
      (range.first, range.isDay ? .day : range.precision, all.map(hour).min() ?? 12, all.map(\.passage).min() ?? head.passage)
    )
  }

  /// The hour of the day that an item tells of, for the order within a day: a stated time or part of the day, else what the first words
  /// say ("Earlier", "Before …", "After …", "Later"), else noon.
  private func hour(_ item: Item) -> Int {
    let article = story.articles[item.article]
    if let index = item.clause.timex, case let value = article.annotations.timexes[index].value, let mark = value.utf8.firstIndex(of: 0x54)
    {
      let time = value[value.index(after: mark)...].prefix(2)
      if let hour = Int(time) { return hour }
      let parts = ["MO": 8, "MI": 12, "AF": 15, "EV": 19, "NI": 22, "DT": 12]
      if let hour = parts[String(time)] { return hour }
    }
    let document = article.document
    let tokens = document.sentences[item.clause.sentence].tokens
    for index in tokens.prefix(3) {
      let token = document.tokens[index]
      if Self.earlier.contains(token) { return 9 }
      if Self.later.contains(token) { return 17 }
    }
    return 12
  }

  private static let earlier = WordList(
    """
    earlier
    before
    prior
    ahead
    """)

  private static let later = WordList(
    """
    later
    after
    afterwards
    following
    subsequently
    """)

  /// Whole sentences before clauses, then longer before shorter, up to a readable length.
  private func completeness(_ item: Item) -> Int {
    let sentence = story.articles[item.article].document.sentences[item.clause.sentence].span
    let isWhole = item.clause.span.count * 10 >= sentence.count * 9
    let caption =
      story.articles[item.article].document.block(at: item.passage.span.start).map {
        story.articles[item.article].document.blocks[$0].kind == .caption
      } ?? false
    return min(item.words, 45) + (isWhole ? 20 : 0) - (caption ? 60 : 0)
  }

  func layer(_ range: DayRange, isFuture: Bool, published: [CalendarDate]) -> TimelineEntry.Layer {
    guard let day else { return .background }
    if range.isDay, range.first == day { return .day }
    if range.first > day {
      return isFuture || published.allSatisfy { range.first > $0 } ? .scheduled : .aftermath
    }
    if range.contains(day), range.precision <= .week { return .day }
    // Six weeks before the event: the run-up; a year or a season that holds the day says too little for more than background.
    if range.precision <= .month, range.last >= day.adding(days: -42) { return .runUp }
    return .background
  }

  // MARK: Conflicts

  /// Marks entries that tell the same event under dates which exclude each other. Only dates that stand in the sentences count: that an
  /// article leaves a day out, so that publication stands in, contradicts nothing.
  func markConflicts(_ timeline: inout [TimelineEntry], keys: [[KeySet]]) {
    struct Place {
      var entry: Int
      var article: Int
      /// Two reports that each say "today" tell of two days, and two events.
      var isOwnDay: Bool
    }
    let ranges = timeline.map { DayRange(isoDates: $0.date) }
    var places: [Place] = []
    var stated: [KeySet] = []
    for (index, entry) in timeline.enumerated() where ranges[index] != nil {
      for (mention, keys) in zip(entry.mentions, keys[index]) where mention.expression != nil && keys.count >= 4 {
        let article = mention.passage.article
        let range = DayRange(isoDates: mention.value)
        let isOwnDay = range.map { $0.isDay && $0.first == story.articles[article].published?.date } ?? false
        places.append(Place(entry: index, article: article, isOwnDay: isOwnDay))
        stated.append(keys)
      }
    }
    let total = Double(max(stated.count, 2))
    let weights = KeyWeights(stated) { 1 + (total / $0).logarithm }
    let sets = WeightedKeySets(stated, in: weights)
    let postings = weights.postings(of: sets, most: 20)
    var seen = [Int](repeating: -1, count: sets.count)
    var found: Set<[Int]> = []
    for b in stated.indices {
      for number in sets.numbers(of: b) {
        for a in postings[number].lazy.map(Int.init) {
          guard a < b else { break }
          guard seen[a] != b else { continue }
          seen[a] = b
          let (x, y) = (places[a], places[b])
          guard x.entry != y.entry, x.article != y.article, !(x.isOwnDay && y.isOwnDay), let one = ranges[x.entry],
            let other = ranges[y.entry], !one.overlaps(other)
          else { continue }
          // Strict: most of what either tells is common (Dice's coefficient).
          let shared = sets.shared(a, b)
          guard shared.count >= 4, shared.words >= 3, 2 * shared.weight >= 0.65 * (sets.weights[a] + sets.weights[b]) else { continue }
          found.insert([x.entry, y.entry])
        }
      }
    }
    for pair in found.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      timeline[pair[0]].conflict.append(timeline[pair[1]].id)
      timeline[pair[1]].conflict.append(timeline[pair[0]].id)
    }
  }
}

extension Double {
  /// Natural logarithm, by the series of atanh after scaling by powers of two; exact enough for weights and the same everywhere.
  ///
  /// A multiple of 2⁻³⁰: sums of such weights are exact, so that the order of a set's elements, which differs from run to run, does not
  /// show in them.
  var logarithm: Double {
    guard self > 0 else { return 0 }
    let mantissa = significand
    let ratio = (mantissa - 1) / (mantissa + 1)
    var power = ratio
    var sum = 0.0
    for n in stride(from: 1.0, through: 29.0, by: 2.0) {
      sum += power / n
      power *= ratio * ratio
    }
    let unit = 1_073_741_824.0
    return ((2 * sum + Double(exponent) * 0.693147180559945309) * unit).rounded() / unit
  }
}

extension TimelineEntry.Precision {
  /// A half-year is a range.
  init(of range: DayRange) { self = range.precision == .half ? .range : Self(rawValue: range.precision.rawValue) ?? .range }
}
