import TextAnalysis

/// Sentences of different articles that state the same thing, whether in the same words or in others.
///
/// A unit is a sentence, or all copies of one. Units are compared by what they share, the rarer in the story the weightier
/// (Spärck Jones 1972): entities, content words without their inflection, numbers, dates, quotations. An index over these leads to
/// candidates. Pairs that are very alike, and pairs of which each is the other's best match in its article, are joined best first, as
/// long as the two groups' members are alike on average, so that a chain of likenesses does not become one claim. Of a best match
/// whose sentences went to different groups a claim of two is made: a sentence may state two things.
struct Claims {
  /// Sentences that a feature leads to, and members of a group that are compared, at most.
  private static let bounds = (postings: 64, members: 6)
  /// Least likeness of a pair; of a pair each of which is the other's best match; of such a pair that is a claim beside others; of two
  /// groups on average.
  private static let least = (pair: 0.36, best: 0.18, second: 0.36, groups: 0.15)
  /// What shared text, a quotation of one group, an event that the story comes back to, and the places of two that open their articles
  /// of one day add to the likeness.
  private static let bonus = (copy: 0.6, quotation: 0.15, event: 0.08, lede: 0.06)
  /// Least shared features without shared text or quotation.
  private static let leastFeatures = 2
  /// Least weight of what is shared without shared text or quotation, and of the part that says more than who and when, as multiples
  /// of that of a word that one sentence has.
  private static let leastWeight = (all: 1.1, substance: 0.25)
  /// Below this likeness, two sentences may tell of one thing without telling the same.
  static let faint = 0.3
  /// From this likeness on, or where they share as much without saying the same, a sentence has its like in another article, though it need not make the same claim:
  /// it cannot be said to stand in one article only.
  private static let leastResembling = 0.3
  /// Most sentences of one article in a claim.
  private static let perArticle = 2

  private struct Unit {
    var sentences: [Int]
    var features: ClaimFeatures.Sentence
    /// Shared passages that it has a part of.
    var shared: [Int32] = []
    var weight = 0.0
    var isHeadline = false
    /// The first sentence of its article's text.
    var isLede = false
    var hasName = false
  }

  private let text: ComparedText
  private var units: [Unit] = []
  private var kinds: [ClaimFeatures.Kind] = []
  private var weights: [Double] = []
  /// Of each feature, the units that have it.
  private var frequency: [Int32] = []
  private var isKeyEvent: [Bool] = []
  /// Of each unit, the article of its first sentence.
  private var articleOf: [Int] = []
  private var floor = (all: 0.0, substance: 0.0)
  private let published: [Int?]
  /// Of each unit, the articles that have its like.
  private var resembling: [Set<Int>] = []

  /// A claim's passages, sorted, and the least likeness on account of which two of its sentences were joined.
  typealias Claim = (passages: [Passage], likeness: Double)

  /// - Returns: claims by first passage, each with sentences of two articles or more; and the sentences that have their like in other
  ///   articles, in a claim or not, with these articles.
  static func passages(
    in text: ComparedText, shared: [SharedPassage], quotes: [[QuoteRef]], entities: [StoryEntity], entityOf: [[Int]]
  ) -> (claims: [Claim], resembled: [Passage: Set<Int>]) {
    guard text.story.articles.count > 1 else { return ([], [:]) }
    var claims = Claims(text, shared, quotes, entities, entityOf)
    let found = claims.find()
    return (found, claims.resembled())
  }

  private init(_ text: ComparedText, _ shared: [SharedPassage], _ quotes: [[QuoteRef]], _ entities: [StoryEntity], _ entityOf: [[Int]]) {
    self.text = text
    published = text.story.articles.map { $0.published.map { $0.date.daysSince1970 } }
    var maker = ClaimFeatures(text, entityOf: entityOf, entities: entities, quotes: quotes)
    let features = text.story.articles.indices.flatMap { maker.sentences(of: $0) }
    maker.settleNames()
    kinds = maker.kinds
    makeUnits(features, shared)
    weigh()
  }

  /// Copies of one sentence become one unit.
  private mutating func makeUnits(_ features: [ClaimFeatures.Sentence], _ shared: [SharedPassage]) {
    var whole = [Int](repeating: -1, count: text.sentences.count)
    var parts = [[Int32]](repeating: [], count: text.sentences.count)
    for (index, passage) in shared.enumerated() {
      for place in passage.passages {
        guard let sentence = sentence(at: place) else { continue }
        if text.passage(text.sentences[sentence]).span == place.span, whole[sentence] < 0 { whole[sentence] = index }
        parts[sentence].append(Int32(index))
      }
    }
    var unitOfShared = [Int](repeating: -1, count: shared.count)
    var hasLede = Set<Int>()
    for (index, sentence) in text.sentences.enumerated() {
      let isLede = sentence.stratum == .story && hasLede.insert(sentence.article).inserted
      guard sentence.stratum != .caption, features[index].features.count >= 2 else { continue }
      if whole[index] >= 0, case let unit = unitOfShared[whole[index]], unit >= 0,
        !areOfDifferentDays(units[unit].features, article(units[unit]), features[index], sentence.article),
        !haveOtherSpeakers(units[unit].features, features[index]), !isEnded(units[unit].features, beside: features[index]),
        !isEnded(features[index], beside: units[unit].features)
      {
        // What an article says over and over is said by it once.
        let same = units[unit].sentences.suffix(Self.perArticle)
        guard same.count < Self.perArticle || same.contains(where: { text.sentences[$0].article != sentence.article }) else { continue }
        units[unit].sentences.append(index)
        let more = parts[index].filter { !units[unit].shared.contains($0) }
        if !more.isEmpty { units[unit].shared = (units[unit].shared + more).sorted() }
        continue
      }
      if whole[index] >= 0 { unitOfShared[whole[index]] = units.count }
      units.append(
        Unit(
          sentences: [index], features: features[index], shared: parts[index], isHeadline: sentence.stratum == .headline, isLede: isLede))
    }
  }

  private func sentence(at place: Passage) -> Int? {
    guard let index = text.document(place.article).sentence(at: place.span.start) else { return nil }
    let range = text.sentencesOfArticle[place.article]
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && text.sentences[low].index == index ? low : nil
  }

  private mutating func weigh() {
    frequency = [Int32](repeating: 0, count: kinds.count)
    var articles = [Int32](repeating: 0, count: kinds.count)
    var lastArticle = [Int32](repeating: -1, count: kinds.count)
    for unit in units {
      for feature in unit.features.features { frequency[Int(feature)] += 1 }
      let article = Int32(text.sentences[unit.sentences[0]].article)
      for event in unit.features.events {
        frequency[Int(event)] += 1
        if lastArticle[Int(event)] != article {
          lastArticle[Int(event)] = article
          articles[Int(event)] += 1
        }
      }
    }
    let count = Double(units.count + 1)
    floor = (Self.leastWeight.all * Logarithm.natural(count), Self.leastWeight.substance * Logarithm.natural(count))
    weights = kinds.indices.map { frequency[$0] > 0 ? kinds[$0].weight * Logarithm.natural(count / Double(frequency[$0])) : 0 }
    isKeyEvent = kinds.indices.map { kinds[$0] == .event && articles[$0] >= 2 && frequency[$0] >= 3 }
    for index in units.indices {
      units[index].weight = units[index].features.features.reduce(0) { $0 + weights[Int($1)] }
      units[index].hasName = units[index].features.features.contains { kinds[Int($0)] == .entity }
    }
    articleOf = units.map { text.sentences[$0.sentences[0]].article }
  }

  // MARK: Likeness

  /// How alike two units are: the weight of what they share beside the weight of what they have, with bonuses; 0 if they share too
  /// little or are about different days.
  private func likeness(_ x: Int, _ y: Int) -> Double {
    var sum = 0.0
    var count = 0
    var substance = 0.0
    var quotation = false
    var hasName = false
    each(units[x].features.features, units[y].features.features) { feature in
      let kind = kinds[Int(feature)]
      sum += weights[Int(feature)]
      count += 1
      substance += kind.substance * weights[Int(feature)]
      quotation = quotation || kind == .quotation
      hasName = hasName || kind == .entity
    }
    let isCopy = !isDisjoint(units[x].shared, units[y].shared)
    guard isCopy || quotation || count >= Self.leastFeatures && sum >= floor.all && substance >= floor.substance else { return 0 }
    let weight = (units[x].weight + units[y].weight) / 2
    guard weight > 0 else { return 0 }
    if !quotation, haveOtherSpeakers(units[x].features, units[y].features) { return 0 }
    if isEnded(units[x].features, beside: units[y].features) || isEnded(units[y].features, beside: units[x].features) { return 0 }
    if haveOtherMarkets(units[x].features, units[y].features) { return 0 }
    if !quotation, !isCopy, areOtherWords(units[x].features, units[y].features) { return 0 }
    var result = sum / weight
    if quotation, !isCopy { return result + Self.bonus.quotation }
    guard !areOfDifferentDays(units[x].features, articleOf[x], units[y].features, articleOf[y]) else { return 0 }
    if isCopy { return result + Self.bonus.copy }
    var events = 0
    each(units[x].features.events, units[y].features.events) { event in if isKeyEvent[Int(event)] { events += 1 } }
    result += Self.bonus.event * Double(min(events, 2))
    if units[x].isLede, units[y].isLede, published[articleOf[x]] == published[articleOf[y]] { result += Self.bonus.lede }
    // "In a separate dispute": of another thing than the rest of the story.
    if units[x].features.isApart != units[y].features.isApart {
      guard hasName else { return 0 }
      result *= 0.5
    }
    // What an article opens with is no sale of last spring.
    if !hasName, isOld(units[x], beside: units[y]) || isOld(units[y], beside: units[x]) { return 0 }
    // About different people or bodies, both named.
    if !hasName, units[x].hasName, units[y].hasName { result *= 0.8 }
    return result
  }

  /// Whether one is of weeks before, and the other what an article opens with, without a date and with no number of the first.
  private func isOld(_ a: Unit, beside b: Unit) -> Bool {
    guard b.isLede, b.features.days.isEmpty, !a.features.days.isEmpty, isDisjoint(a.features.numbers, b.features.numbers),
      let published = published[article(b)]
    else { return false }
    return a.features.days.allSatisfy { $0.last.daysSince1970 < published - 27 }
  }

  /// Whether one tells the end of what the other tells without it: an order that was lifted, a bridge that is open again.
  private func isEnded(_ a: ClaimFeatures.Sentence, beside b: ClaimFeatures.Sentence) -> Bool {
    if !a.ended.isEmpty, !b.hasEnder, !isDisjoint(a.ended, b.features) { return true }
    return !a.reopened.isEmpty && !a.hasCloser && b.hasCloser && !b.hasOpener && !isDisjoint(a.reopened, b.features)
  }

  /// Both are quotations for the most part, and what is in quotation marks has nothing in common.
  private func areOtherWords(_ a: ClaimFeatures.Sentence, _ b: ClaimFeatures.Sentence) -> Bool {
    a.isQuotation && b.isQuotation && isDisjoint(a.quoted, b.quoted)
  }

  /// Of two stock market indices, or of one as trade began and as it ended.
  private func haveOtherMarkets(_ a: ClaimFeatures.Sentence, _ b: ClaimFeatures.Sentence) -> Bool {
    guard let x = a.market, let y = b.market else { return false }
    if x != y { return true }
    return a.phase.flatMap { phase in b.phase.map { $0 != phase } } ?? false
  }

  /// Two who speak, each for himself: like words of theirs are not one claim.
  private func haveOtherSpeakers(_ a: ClaimFeatures.Sentence, _ b: ClaimFeatures.Sentence) -> Bool {
    a.speaker >= 0 && b.speaker >= 0 && a.speaker != b.speaker
  }

  /// Both tell of a day, and of no day in common. A sentence with a toll, a price, a rate or a bare number and no date is about the day it
  /// was published. Sentences that have most of their numbers in common are not kept apart. Articles of one day are apart by years
  /// and numbers, or if one tells of an earlier month and the other of these days: what else they date differently is a difference, not another
  /// claim.
  private func areOfDifferentDays(_ a: ClaimFeatures.Sentence, _ x: Int, _ b: ClaimFeatures.Sentence, _ y: Int) -> Bool {
    // Other numbers, years apart: "1,200 dead in 1979" is another quake, whenever it was published.
    if !a.days.isEmpty, !b.days.isEmpty, !a.numbers.isEmpty, !b.numbers.isEmpty, isDisjoint(a.numbers, b.numbers),
      a.days.allSatisfy({ one in b.days.allSatisfy { one.last.year + 1 < $0.first.year || $0.last.year + 1 < one.first.year } })
    {
      return true
    }
    guard let p = published[x], let q = published[y] else { return false }
    if p == q { return isPastBeside(a, b, p) || isPastBeside(b, a, p) }
    let (first, second) = (days(a, p), days(b, q))
    guard !first.isEmpty, !second.isEmpty else { return false }
    var common = 0
    each(a.numbers, b.numbers) { _ in common += 1 }
    guard common == 0 || common * 2 < min(a.numbers.count, b.numbers.count) else { return false }
    return !first.contains { range in second.contains { $0.overlaps(range) } }
  }

  /// Whether a sentence dates what it tells in an earlier month, and the other, of an article of the same day, tells of the days about its
  /// publication with other numbers: last time's vote beside this one's.
  private func isPastBeside(_ a: ClaimFeatures.Sentence, _ b: ClaimFeatures.Sentence, _ published: Int) -> Bool {
    guard !a.days.isEmpty, !b.days.isEmpty, isDisjoint(a.numbers, b.numbers) else { return false }
    let now = published - 7...published + 1
    return days(a, published).allSatisfy { $0.upperBound < published - 27 }
      && days(b, published).allSatisfy { now.contains($0.lowerBound) && now.contains($0.upperBound) }
  }

  /// Published on the same day or the next, or at an unknown time.
  private func areOfOneTime(_ x: Int, _ y: Int) -> Bool {
    guard let p = published[x], let q = published[y] else { return true }
    return abs(p - q) <= 1
  }

  private func days(_ sentence: ClaimFeatures.Sentence, _ published: Int) -> [ClosedRange<Int>] {
    let explicit = sentence.days.map { $0.first.daysSince1970...max($0.first.daysSince1970, $0.last.daysSince1970) }
    return explicit.isEmpty && sentence.isOfDay ? [published...published] : explicit
  }

  private func article(_ unit: Unit) -> Int { text.sentences[unit.sentences[0]].article }

  private func each(_ a: [Int32], _ b: [Int32], _ body: (Int32) -> Void) {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        body(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// Of sorted lists.
  private func isDisjoint(_ a: [Int32], _ b: [Int32]) -> Bool {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { return false }
      if a[i] < b[j] { i += 1 } else { j += 1 }
    }
    return true
  }

  // MARK: Groups

  private func resembled() -> [Passage: Set<Int>] {
    var passages: [Passage: Set<Int>] = [:]
    for (unit, articles) in zip(units, resembling) where !articles.isEmpty {
      for sentence in unit.sentences { passages[text.passage(text.sentences[sentence])] = articles }
    }
    return passages
  }

  private mutating func find() -> [Claim] {
    var groups: [[Int]] = units.indices.map { [$0] }
    var likeness = [Double](repeating: 1, count: units.count)
    var groupOf = Array(units.indices)
    let pairs = pairs()
    for pair in pairs where pair.isBest || pair.likeness >= Self.least.pair {
      let (x, y) = (groupOf[pair.a], groupOf[pair.b])
      guard x != y, fits(groups[x], groups[y]) else { continue }
      let (to, from) = (min(x, y), max(x, y))
      for unit in groups[from] { groupOf[unit] = to }
      groups[to] = (groups[to] + groups[from]).sorted()
      likeness[to] = min(likeness[to], likeness[from], pair.likeness)
      groups[from] = []
    }
    // A sentence is in two claims at most.
    var hasSecond = [Bool](repeating: false, count: units.count)
    for pair in pairs where pair.isBest && pair.likeness >= Self.least.second && groupOf[pair.a] != groupOf[pair.b] {
      if !units[pair.a].isHeadline, !units[pair.b].isHeadline, !hasSecond[pair.a], !hasSecond[pair.b] {
        hasSecond[pair.a] = true
        hasSecond[pair.b] = true
        groups.append([pair.a, pair.b])
        likeness.append(pair.likeness)
      }
    }
    return zip(groups, likeness).compactMap { group, likeness in
      // Headlines alone claim nothing that the texts below them do not say better.
      guard group.contains(where: { !units[$0].isHeadline }) else { return nil }
      let members = group.flatMap { units[$0].sentences }
      guard let first = members.first, members.contains(where: { text.sentences[$0].article != text.sentences[first].article })
      else { return nil }
      return (members.map { text.passage(text.sentences[$0]) }.sorted(), likeness)
    }.sorted { x, y in
      let (a, b) = (x.passages, y.passages)
      return a[0] != b[0] ? a[0] < b[0] : a.count != b.count ? a.count > b.count : a[1] < b[1]
    }
  }

  /// Whether two groups may be one claim.
  private func fits(_ x: [Int], _ y: [Int]) -> Bool {
    var perArticle: [Int: Int] = [:]
    for unit in x + y where units[unit].sentences.count == 1 {
      perArticle[articleOf[unit], default: 0] += 1
      if perArticle[articleOf[unit], default: 0] > Self.perArticle { return false }
    }
    // A headline stands in for an article that has nothing better.
    for unit in x + y where units[unit].isHeadline && perArticle[articleOf[unit], default: 0] > 1 { return false }
    var sum = 0.0
    var count = 0
    for a in x.prefix(Self.bounds.members) {
      for b in y.prefix(Self.bounds.members) {
        if articleOf[a] != articleOf[b] {
          sum += likeness(a, b)
          count += 1
        } else if haveOtherDays(units[a].features, units[b].features) {
          // One article tells two things, and another both in a sentence.
          return false
        }
      }
    }
    return count > 0 && sum >= Self.least.groups * Double(count)
  }

  /// Both name days, and none in common.
  private func haveOtherDays(_ a: ClaimFeatures.Sentence, _ b: ClaimFeatures.Sentence) -> Bool {
    guard !a.days.isEmpty, !b.days.isEmpty else { return false }
    return !a.days.contains { day in b.days.contains { $0.overlaps(day) } }
  }

  /// Two units of different articles.
  private struct Pair {
    var a: Int
    var b: Int
    var likeness: Double
    /// Each is what the other's article has that is most like it, and the articles report at about the same time: what was published
    /// days apart has a best match too, but tells of other things.
    var isBest = false
  }

  /// Pairs of units of different articles that are alike enough, best first.
  private mutating func pairs() -> [Pair] {
    resembling = [Set<Int>](repeating: [], count: units.count)
    var postings = [[Int32]](repeating: [], count: kinds.count)
    var ofShared: [Int32: [Int32]] = [:]
    var seen = [Int32](repeating: -1, count: units.count)
    var gathered = [Double](repeating: 0, count: units.count)
    var result: [Pair] = []
    var found: [Int32] = []
    for (index, unit) in units.enumerated() {
      let this = Int32(index)
      found.removeAll(keepingCapacity: true)
      func meet(_ other: Int32, _ weight: Double) {
        if seen[Int(other)] != this {
          seen[Int(other)] = this
          gathered[Int(other)] = 0
          found.append(other)
        }
        gathered[Int(other)] += weight
      }
      for feature in unit.features.features {
        for other in postings[Int(feature)] { meet(other, weights[Int(feature)]) }
        if postings[Int(feature)].count < Self.bounds.postings { postings[Int(feature)].append(this) }
      }
      for shared in unit.shared {
        for other in ofShared[shared] ?? [] { meet(other, unit.weight) }
        ofShared[shared, default: []].append(this)
      }
      for other in found where articleOf[Int(other)] != articleOf[index] {
        // What the index gathered is about the shared weight; far below the least likeness it is not worth a look.
        guard gathered[Int(other)] >= 0.06 * (unit.weight + units[Int(other)].weight) else { continue }
        let likeness = likeness(Int(other), index)
        let rough = max(likeness, 2 * gathered[Int(other)] / (unit.weight + units[Int(other)].weight))
        // Numbers that the other lacks are something else to say.
        let hasOwnNumbers = isDisjoint(unit.features.numbers, units[Int(other)].features.numbers)
        if (hasOwnNumbers && !unit.features.numbers.isEmpty ? likeness : rough) >= Self.leastResembling {
          resembling[index].insert(articleOf[Int(other)])
        }
        if (hasOwnNumbers && !units[Int(other)].features.numbers.isEmpty ? likeness : rough) >= Self.leastResembling {
          resembling[Int(other)].insert(articleOf[index])
        }
        if likeness >= Self.least.best { result.append(Pair(a: Int(other), b: index, likeness: likeness)) }
      }
    }
    result.sort { x, y in
      if x.likeness != y.likeness { return x.likeness > y.likeness }
      return (x.a, x.b) < (y.a, y.b)
    }
    // Best first: the first pair of a unit with another article is its best.
    var met: Set<UInt64> = []
    for i in result.indices {
      let isFirst = met.insert(UInt64(result[i].a) << 32 | UInt64(articleOf[result[i].b])).inserted
      let isFirstBack = met.insert(UInt64(result[i].b) << 32 | UInt64(articleOf[result[i].a])).inserted
      result[i].isBest = isFirst && isFirstBack && areOfOneTime(articleOf[result[i].a], articleOf[result[i].b])
    }
    return result
  }
}
