import Extraction
import TextAnalysis

extension Digest {
  /// What a story's coverage adds up to.
  ///
  /// Corrections that bear on dates and names are applied before the comparison, the others after it; each is logged. Pure and
  /// deterministic: the same story gives the same digest.
  public init(composing story: Story) {
    let corrected = story.applyingDateCorrections()
    self.init(composing: corrected, comparison: Comparison(of: corrected))
  }

  /// - Parameter comparison: of the same story.
  public init(composing story: Story, comparison: Comparison) {
    let composer = Composer(story: story, comparison: comparison)
    self = composer.digest()
  }
}

/// The state that the parts of composition share: read-only once made.
final class Composer {
  let story: Story
  let comparison: Comparison
  /// Of each article, of each of its entities: the index of the story's entity.
  let entityOf: [[Int?]]
  /// Index of the story's entities in the order shown, and back.
  let entityOrder: [Int]
  let entityRank: [Int]
  /// Of each article, the claim of each sentence, the larger one of two (index into `comparison.claims`), by sentence index.
  let claimOfSentence: [[Int: Int]]
  /// Of each article, what each of its sentences is about.
  let keysOfSentence: [[KeySet]]
  /// Of each article, what its sentences date.
  let clauses: [[DatedClause]]
  /// The story's day, else the one that most articles were published on; of equals the first.
  let day: CalendarDate?

  init(story: Story, comparison: Comparison) {
    self.story = story
    self.comparison = comparison
    var entityOf = story.articles.map { [Int?](repeating: nil, count: $0.annotations.entities.count) }
    var mentionCount = [Int](repeating: 0, count: comparison.entities.count)
    for (index, entity) in comparison.entities.enumerated() {
      for member in entity.members { entityOf[member.article][member.entity] = index }
    }
    var firstMention = [Passage?](repeating: nil, count: comparison.entities.count)
    for (a, article) in story.articles.enumerated() {
      for mention in article.annotations.mentions {
        guard let entity = entityOf[a][mention.entity] else { continue }
        mentionCount[entity] += 1
        if firstMention[entity] == nil { firstMention[entity] = Passage(article: a, span: mention.span) }
      }
    }
    self.entityOf = entityOf
    entityOrder = comparison.entities.indices.filter { mentionCount[$0] > 0 }.sorted {
      guard let a = firstMention[$0], let b = firstMention[$1] else { return $0 < $1 }
      return mentionCount[$0] != mentionCount[$1] ? mentionCount[$0] > mentionCount[$1] : a < b
    }
    var rank = [Int](repeating: Int.max, count: comparison.entities.count)
    for (position, entity) in entityOrder.enumerated() { rank[entity] = position }
    entityRank = rank
    var claims = story.articles.map { _ in [Int: Int]() }
    let largestFirst = comparison.claims.indices.sorted { (comparison.claims[$1].count, $0) < (comparison.claims[$0].count, $1) }
    for index in largestFirst {
      for passage in comparison.claims[index] {
        if let sentence = story.articles[passage.article].document.sentence(at: passage.span.start),
          claims[passage.article][sentence] == nil
        {
          claims[passage.article][sentence] = index
        }
      }
    }
    claimOfSentence = claims
    keysOfSentence = story.articles.indices.map { a in
      story.articles[a].document.sentences.map { Self.keys(in: $0.tokens, of: story.articles[a], entityOf: entityOf[a]) }
    }
    clauses = story.articles.map {
      EventDating.clauses(in: $0.document, timexes: $0.annotations.timexes, reference: $0.published?.date)
    }
    var published: [CalendarDate: Int] = [:]
    for article in story.articles { if let date = article.published?.date { published[date, default: 0] += 1 } }
    day = story.date ?? published.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }

  func digest() -> Digest {
    let entities = entities()
    let (quotes, quoteLog) = quotes()
    var joined = joinedEvents()
    var (timeline, timelineKeys, timelineLog) = timeline(beside: joined)
    joined.refine(by: timeline)
    let figures = figures()
    let claims = claims()
    let shared = comparison.shared.enumerated().map { SharedEntry(id: "s\($0.offset + 1)", passage: $0.element) }
    markConflicts(&timeline, keys: timelineKeys)
    let wording = wording()
    var differences = differences(timeline: timeline, quotes: quotes, figures: figures, claims: claims)
    for i in differences.indices { differences[i].texts = differences[i].sides.map { comparison.witnesses(of: $0) } }
    let reports = reports(claims: claims, quotes: quotes, timeline: timeline)
    return Digest(
      story: story, from: edge(of: timeline, latest: false), to: edge(of: timeline, latest: true), articles: reports,
      texts: comparison.texts, timeline: timeline, events: joined.entries(after: timeline.count), quotes: quotes, entities: entities,
      figures: figures, claims: claims,
      differences: differences, shared: shared, wording: wording, corrections: log(quotes: quoteLog, timeline: timelineLog))
  }

  /// The first or last date of the timeline, with the precision that its entry has.
  private func edge(of timeline: [TimelineEntry], latest: Bool) -> String? {
    let dated = timeline.compactMap { entry in DayRange(isoDates: entry.date).map { (range: $0, text: entry.date) } }
    let found = latest ? dated.max { $0.range.last < $1.range.last } : dated.min { $0.range.first < $1.range.first }
    let parts = found?.text.split(separator: "/")
    return (latest ? parts?.last : parts?.first).map(String.init)
  }

  // MARK: Entities

  func entityID(_ storyEntity: Int) -> String { "e\(entityRank[storyEntity] + 1)" }

  /// The story's entity of an entity of one article.
  func storyEntity(_ article: Int, _ entity: Int?) -> Int? { entity.flatMap { entityOf[article][$0] } }

  private func entities() -> [EntityEntry] {
    var forms = [[Passage]](repeating: [], count: comparison.entities.count)
    var full = forms
    for (a, article) in story.articles.enumerated() {
      for mention in article.annotations.mentions {
        guard let entity = entityOf[a][mention.entity] else { continue }
        forms[entity].append(Passage(article: a, span: mention.span))
        full[entity].append(Passage(article: a, span: mention.fullSpan))
      }
    }
    return entityOrder.map { index in
      let entity = comparison.entities[index]
      var roles: [Passage] = []
      var metonym: Int?
      for member in entity.members {
        let local = story.articles[member.article].annotations.entities[member.entity]
        roles += local.roles.map { Passage(article: member.article, span: $0) }
        if metonym == nil { metonym = storyEntity(member.article, local.metonymOf) }
      }
      return EntityEntry(
        id: entityID(index), name: entity.name, kind: entity.kind, forms: forms[index], fullForms: full[index], roles: roles.sorted(),
        metonymOf: metonym.flatMap { $0 == index || entityRank[$0] == Int.max ? nil : entityID($0) })
    }
  }

  // MARK: Claims

  private func claims() -> [Claim] {
    let claims = comparison.claims.enumerated().map { index, passages in
      let mentions = passages.sorted { a, b in a.article != b.article ? a.article < b.article : a.span < b.span }
      return (mentions: mentions, texts: comparison.independentTexts(of: mentions), index: index)
    }
    let order = claims.sorted { a, b in
      let (x, y) = (Set(a.mentions.map(\.article)).count, Set(b.mentions.map(\.article)).count)
      if a.texts != b.texts { return a.texts > b.texts }
      if x != y { return x > y }
      return (a.mentions.min() ?? a.mentions[0]) < (b.mentions.min() ?? b.mentions[0])
    }
    var shown: Set<Passage> = []
    return order.enumerated().map { number, claim in
      var mentions = claim.mentions
      let ranked = typical(of: mentions)
      // A sentence that states two things stands for one of them.
      if let best = ranked.first(where: { !shown.contains(mentions[$0]) }) ?? ranked.first {
        shown.insert(mentions[best])
        mentions.insert(mentions.remove(at: best), at: 0)
      }
      return Claim(id: "c\(number + 1)", mentions: mentions, texts: claim.texts)
    }
  }

  /// Indices of a claim's mentions, the one that stands best for all first: by its mean Tversky index (1977) with those of other
  /// articles. What only it says counts against it more than what it lacks, so that nobody is said to carry what one article adds.
  /// Each is compared with 24 others at most.
  private func typical(of mentions: [Passage]) -> [Int] {
    let keys = mentions.map { contentKeys($0) }
    // Where most affirm, a denial does not stand for them, nor the other way round.
    let denies = mentions.map { passage in
      let document = story.articles[passage.article].document
      return document.tokens[document.tokens(in: passage.span)].contains { StanceWords.negations.contains($0) }
    }
    let denials = denies.count { $0 }
    let isOdd = denies.map { $0 ? denials * 2 < mentions.count : denials * 2 > mentions.count }
    let scores = mentions.indices.map { i in
      var sum = 0.0
      var count = 0.0
      for j in mentions.indices.prefix(24) where mentions[j].article != mentions[i].article {
        let common = Double(keys[i].sharedCount(keys[j]))
        let (own, lacking) = (Double(keys[i].count) - common, Double(keys[j].count) - common)
        if common > 0 { sum += common / (common + 0.7 * own + 0.3 * lacking) }
        count += 1
      }
      return count > 0 ? sum / count : 0
    }
    return mentions.indices.sorted { a, b in
      if isOdd[a] != isOdd[b] { return isOdd[b] }
      if scores[a] != scores[b] { return scores[a] > scores[b] }
      return (mentions[b].span.count, a) < (mentions[a].span.count, b)
    }
  }

  // MARK: Sentences

  /// Indices of an article's sentences that belong to the story, with at least `words` words.
  func storySentences(_ article: Int, words: Int = 1) -> [Int] {
    let document = story.articles[article].document
    var result: [Int] = []
    for (block, sentences) in zip(document.blocks, document.sentencesOfBlock) where block.kind.isStory {
      for index in sentences where document.tokens[document.sentences[index].tokens].count(where: { $0.isWord || $0.isNumber }) >= words {
        result.append(index)
      }
    }
    return result
  }

  func sentencePassage(_ article: Int, _ sentence: Int) -> Passage {
    Passage(article: article, span: story.articles[article].document.sentences[sentence].span)
  }

  /// What a stretch is about: keys of its content words and of the story's entities named in it, without the tokens in `except`.
  func contentKeys(_ passage: Passage, except: TextSpan? = nil) -> KeySet {
    let document = story.articles[passage.article].document
    if except == nil, let sentence = document.sentence(at: passage.span.start), document.sentences[sentence].span == passage.span {
      return keysOfSentence[passage.article][sentence]
    }
    return Self.keys(
      in: document.tokens(in: passage.span), of: story.articles[passage.article], entityOf: entityOf[passage.article], except: except)
  }

  private static func keys(in tokens: Range<Int>, of article: StoryArticle, entityOf: [Int?], except: TextSpan? = nil) -> KeySet {
    guard let first = tokens.first else { return [] }
    let document = article.document
    let mentions = article.annotations.mentions
    var keys: [UInt64] = []
    keys.reserveCapacity(tokens.count)
    var mention = article.annotations.mentions(endingAfter: document.tokens[first].start).startIndex
    var next = first
    for index in tokens where index >= next {
      let token = document.tokens[index]
      if let except, except.overlaps(token.span) { continue }
      while mention < mentions.count, mentions[mention].span.end <= token.start { mention += 1 }
      if mention < mentions.count, mentions[mention].span.contains(token.span) {
        if let entity = entityOf[mentions[mention].entity] { keys.append(entityKey(entity)) }
        continue
      }
      // "Set foot in" says "visited".
      if let phrase = ContentWords.phrase(at: index, in: document.tokens, limit: tokens.upperBound) {
        keys.append(phrase.key)
        next = phrase.end
      } else if let key = document.contentKey(ofToken: index) {
        keys.append(key)
      }
    }
    return KeySet(keys)
  }

  static func entityKey(_ entity: Int) -> UInt64 { 0xe000_0000_0000_0000 | UInt64(entity) }
  static func isEntityKey(_ key: UInt64) -> Bool { key >> 32 == 0xe000_0000 }
}

extension DayRange {
  /// From a date as a timeline shows it: `2017`, `2017-05`, `2017-05-10`, `2017-05-06/2017-05-07`.
  init?(isoDates text: String) {
    guard let slash = text.utf8.firstIndex(of: 0x2f) else {
      self.init(value: text)
      return
    }
    guard let first = DayRange(value: text[..<slash]), let last = DayRange(value: text[text.utf8.index(after: slash)...]) else {
      return nil
    }
    self.init(first: first.first, last: last.last, precision: first.precision == .year ? .decade : .week)
  }
}
