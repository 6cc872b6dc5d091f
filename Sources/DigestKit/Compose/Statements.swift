import TextAnalysis

extension Composer {
  /// Sentences that tell the same thing and do not agree: one denies what the other affirms, hedges ("alleged", "apparent") what the
  /// other states as a fact, or has the opposite word in the same place ("resigned", "was dismissed").
  func statementDifferences(_ claims: [Claim], _ timeline: [TimelineEntry]) -> [Difference] {
    var result: [Difference] = []
    var found: Set<Passage> = []
    let groups =
      claims.map { (id: $0.id, passages: $0.mentions.sorted()) }
      + timeline.map { (id: $0.id, passages: $0.mentions.map { sentence(of: $0.passage) }.sorted()) }
    var known: [Passage: Reading] = [:]
    for group in groups {
      // One article does not contradict another alone.
      guard let first = group.passages.first, group.passages.contains(where: { $0.article != first.article }) else { continue }
      var sides: [[Passage]] = [[], []]
      var focus: [Passage] = []
      let readings = group.passages.prefix(Bounds.sentences).map { passage in
        if let reading = known[passage] { return reading }
        let reading = reading(passage)
        known[passage] = reading
        return reading
      }
      for (i, a) in readings.enumerated() {
        for b in readings[(i + 1)...] where a.passage.article != b.passage.article {
          guard let (one, other) = opposed(a, b) ?? opposites(a, b), !found.contains(one.passage) else { continue }
          if !sides[0].contains(one.passage) { sides[0].append(one.passage) }
          if !sides[1].contains(other.passage) { sides[1].append(other.passage) }
          if focus.isEmpty { focus = [one.word, other.word] }
        }
      }
      if !sides[0].isEmpty, !sides[1].isEmpty, Set(sides[0]).isDisjoint(with: sides[1]) {
        found.formUnion(sides[0])
        result.append(Difference(kind: .statement, sides: sides, focus: focus, about: group.id))
      }
    }
    return result
  }

  private struct Stance {
    var word: Passage
    var on: UInt64
    var isHedge: Bool
    /// What stands before a denied verb: its subject, for the most part.
    var subject: KeySet?
  }

  /// What of a sentence can be at odds with another one.
  private struct Reading {
    var passage: Passage
    var keys: KeySet
    /// Hedges and denials: the word, and the content word that it bears on.
    var stance: [Stance] = []
    /// "If", "unless": what is said is not said to be so.
    var isConditional = false
    /// Words that have an opposite: the word's token, its pair and its side in it.
    var poles: [(token: Int, pair: Int, side: Int)] = []
  }

  /// A side of a difference: the sentence, and the word that shows it.
  private typealias Side = (passage: Passage, word: Passage)

  private enum Bounds {
    /// Sentences of a claim that are compared with each other; words around an opposite that must agree; words both sentences share.
    static let sentences = 24
    /// Tokens of a sentence that are read.
    static let tokens = 400
    static let window = 5
    static let shared = 4
  }

  private func reading(_ passage: Passage) -> Reading {
    let document = story.articles[passage.article].document
    let whole = document.tokens(in: passage.span)
    let tokens = whole.lowerBound..<min(whole.upperBound, whole.lowerBound + Bounds.tokens)
    var result = Reading(passage: passage, keys: contentKeys(passage))
    for index in tokens {
      let token = document.tokens[index]
      if let pole = Opposites.table.value(token.key), !isOfPart(index, in: tokens, of: document) {
        result.poles.append((index, Int(pole) >> 1, Int(pole) & 1))
      }
      guard StanceWords.any.contains(token) else { continue }
      if StanceWords.conditions.contains(token) { result.isConditional = true }
      guard StanceWords.hedges.contains(token) || StanceWords.negations.contains(token) else { continue }
      if isIdle(index, in: tokens, of: document) { continue }
      // The next content word within three tokens; "no one" is "nobody".
      var next = index + 1
      if token.key == StanceWords.no, next < tokens.upperBound, document.tokens[next].key == StanceWords.one { next += 1 }
      let limit = min(next + 4, tokens.upperBound)
      while next < limit {
        if let key = document.contentKey(ofToken: next), !StanceWords.hedges.contains(document.tokens[next]) {
          // A hedge bears on the very word, a denial on whatever says the same.
          let isHedge = StanceWords.hedges.contains(token)
          var stance = Stance(word: Passage(article: passage.article, span: token.span), on: key, isHedge: isHedge)
          if isHedge {
            stance.on = ContentWords.stem(of: document.tokens[next], in: document.bytes)
          } else if !StanceWords.determiners.contains(token) {
            let before = max(tokens.lowerBound, index - Bounds.window - 1)..<index
            stance.subject = before.isEmpty ? [] : contentKeys(Passage(article: passage.article, span: document.span(ofTokens: before)))
          }
          result.stance.append(stance)
          break
        }
        next += 1
      }
    }
    return result
  }

  /// "Guilty on seven of nine counts", "rejected some of the claims": the opposite may be true of the rest.
  private func isOfPart(_ index: Int, in tokens: Range<Int>, of document: Document) -> Bool {
    for i in index + 1..<max(index + 1, min(index + 5, tokens.upperBound)) {
      let token = document.tokens[i]
      guard token.isNumber || token.isWord else { return false }
      if token.isNumber || StanceWords.parts.contains(token) {
        return document.tokens[i + 1..<min(i + 4, tokens.upperBound)].contains {
          $0.key == StanceWords.of || StanceWords.charges.contains($0)
        }
      }
    }
    return false
  }

  /// Whether a denial denies nothing or a hedge hedges nothing: "not only", "not once but nine times", "reported a
  /// profit", "is supposed to".
  private func isIdle(_ index: Int, in tokens: Range<Int>, of document: Document) -> Bool {
    let token = document.tokens[index]
    let next = index + 1 < tokens.upperBound ? document.tokens[index + 1] : nil
    if let next, StanceWords.additive.contains(next) { return true }
    if token.key == StanceWords.not {
      // "Not X but Y" affirms Y.
      for i in index + 1..<max(index + 1, min(index + 6, tokens.upperBound)) {
        if document.tokens[i].key == StanceWords.but { return true }
        guard document.tokens[i].isWord else { break }
      }
    }
    let before = index > tokens.lowerBound ? document.tokens[index - 1] : nil
    guard StanceWords.participles.contains(token) else { return false }
    // Only before a noun: "a reported attack", "the suspected arsonist".
    if next?.key == StanceWords.to { return true }
    guard let before else { return false }
    return !(StanceWords.beforeNouns.contains(before) || before.kind == .clitic)
  }

  /// If one hedges or denies a word that the other has plain: both sides, each with the words that show it. Sentences that have little
  /// else in common are not compared, nor those whose denied verb has a subject that the other does not name.
  private func opposed(_ a: Reading, _ b: Reading) -> (Side, Side)? {
    let shared = a.keys.sharedCount(b.keys)
    guard !a.stance.isEmpty || !b.stance.isEmpty, shared >= Bounds.shared - 1 else { return nil }
    for (doubting, plain) in [(a, b), (b, a)] {
      let document = story.articles[plain.passage.article].document
      for stance in doubting.stance where !plain.stance.contains(where: { $0.on == stance.on }) {
        // Both deny something: in other words, the same for all one knows.
        if !stance.isHedge, plain.stance.contains(where: { !$0.isHedge }) { continue }
        if let subject = stance.subject, subject.isDisjoint(with: plain.keys) || doubting.isConditional || plain.isConditional { continue }
        guard stance.isHedge || plain.keys.contains(stance.on),
          let token = document.tokens(in: plain.passage.span).first(where: {
            (stance.isHedge
              ? ContentWords.stem(of: document.tokens[$0], in: document.bytes)
              : document.contentKey(ofToken: $0)) == stance.on
          }), stance.isHedge || isPlain(token, plain.passage) && !isOnlyNamed(token, stance, plain.passage)
        else { continue }
        // "The dam at Lake Ossa was not damaged" beside "was damaged, the mayor said": one subject before one verb is enough.
        if shared < Bounds.shared {
          let first = document.tokens(in: plain.passage.span).lowerBound
          let before = max(first, token - Bounds.window - 1)..<token
          guard let subject = stance.subject, subject.count >= 2, !before.isEmpty, !doubting.isConditional, !plain.isConditional,
            subject.subtracting(contentKeys(Passage(article: plain.passage.article, span: document.span(ofTokens: before)))).isEmpty
          else { continue }
        }
        let plainWord = Passage(article: plain.passage.article, span: document.tokens[token].span)
        guard stance.isHedge else { return ((doubting.passage, stance.word), (plain.passage, plainWord)) }
        return phrases(doubting, stance, plain, plainWord)
      }
    }
    return nil
  }

  /// "Apparent chemical attack" against "chemical weapons attack": from the hedge, and from the word that it bears on, to the last word
  /// of the phrase that both have.
  private func phrases(_ doubting: Reading, _ stance: Stance, _ plain: Reading, _ word: Passage) -> (Side, Side) {
    func words(_ passage: Passage, from start: TextSpan, skipping: Int) -> [(end: Int32, stem: UInt64)] {
      let document = story.articles[passage.article].document
      let first = document.tokens(in: start).lowerBound + skipping
      let limit = min(first + 4, document.tokens(in: passage.span).upperBound)
      return (first..<max(first, limit)).prefix {
        document.tokens[$0].isWord && document.contentKey(ofToken: $0) != nil
      }
      .map { (document.tokens[$0].end, ContentWords.stem(of: document.tokens[$0], in: document.bytes)) }
    }
    let one = words(doubting.passage, from: stance.word.span, skipping: 1)
    let other = words(plain.passage, from: word.span, skipping: 0)
    guard let last = one.last(where: { mine in other.contains { $0.stem == mine.stem } }),
      let end = other.last(where: { $0.stem == last.stem })
    else { return ((doubting.passage, stance.word), (plain.passage, word)) }
    return (
      (doubting.passage, Passage(article: doubting.passage.article, span: TextSpan(start: stance.word.span.start, end: last.end))),
      (plain.passage, Passage(article: plain.passage.article, span: TextSpan(start: word.span.start, end: end.end)))
    )
  }

  /// If both have a word of one pair of opposites, neither the other's, and something beside it in common.
  private func opposites(_ a: Reading, _ b: Reading) -> (Side, Side)? {
    guard !a.poles.isEmpty, !b.poles.isEmpty, a.keys.sharedCount(b.keys) >= Bounds.shared - 1 else { return nil }
    for x in a.poles {
      for y in b.poles where x.pair == y.pair && x.side != y.side {
        guard !a.poles.contains(where: { $0.pair == x.pair && $0.side == y.side }),
          !b.poles.contains(where: { $0.pair == x.pair && $0.side == x.side }),
          isPlain(x.token, a.passage), isPlain(y.token, b.passage),
          !surroundings(x.token..<x.token + 1, a.passage).isDisjoint(with: surroundings(y.token..<y.token + 1, b.passage))
        else { continue }
        func side(_ passage: Passage, _ token: Int) -> Side {
          (passage, Passage(article: passage.article, span: story.articles[passage.article].document.tokens[token].span))
        }
        return (side(a.passage, x.token), side(b.passage, y.token))
      }
    }
    return nil
  }

  /// Whether a word that the other sentence denies as a verb stands here as a noun ("did not ignite", "after the ignition of"), is said of
  /// some only ("applied only to small ships"), or is forbidden ("new contracts will be banned").
  private func isOnlyNamed(_ token: Int, _ stance: Stance, _ passage: Passage) -> Bool {
    let document = story.articles[passage.article].document
    let tokens = document.tokens(in: passage.span)
    let around = document.tokens[max(tokens.lowerBound, token - 4)..<min(tokens.upperBound, token + 12)]
    if around.contains(where: { StanceWords.restrictions.contains($0) || StanceWords.prohibitions.contains($0) }) { return true }
    guard stance.subject != nil, token > tokens.lowerBound else { return false }
    let before = document.tokens[token - 1]
    return StanceWords.beforeNouns.contains(before) || before.kind == .clitic
  }

  /// Neither denied nor hoped for: "did not resign", "should resign".
  private func isPlain(_ token: Int, _ passage: Passage) -> Bool {
    let document = story.articles[passage.article].document
    let first = document.tokens(in: passage.span).lowerBound
    return !document.tokens[max(first, token - 4)..<token].contains {
      StanceWords.negations.contains($0) || StanceWords.unreal.contains($0)
    }
  }

  /// What the words around some tokens are about.
  private func surroundings(_ inner: Range<Int>, _ passage: Passage) -> KeySet {
    let document = story.articles[passage.article].document
    let tokens = document.tokens(in: passage.span)
    let range = max(tokens.lowerBound, inner.lowerBound - Bounds.window)..<min(tokens.upperBound, inner.upperBound + Bounds.window)
    return contentKeys(Passage(article: passage.article, span: document.span(ofTokens: range)), except: document.span(ofTokens: inner))
  }

  // MARK: Lengths of time

  /// "Seven years in prison" beside "six years in prison": sentences of one claim that each give one length in a unit, of one thing.
  func lengthDifferences(_ claims: [Claim]) -> [Difference] {
    struct Length {
      var passage: Passage
      var expression: Passage
      var value: Substring
      var keys: KeySet
      /// The people of its sentence.
      var people: KeySet
    }
    var result: [Difference] = []
    for claim in claims {
      var ofUnit: [UInt8: [Length]] = [:]
      for passage in claim.mentions.sorted().prefix(Bounds.sentences) {
        let article = story.articles[passage.article]
        var own: [UInt8: [Length]] = [:]
        for timex in timexes(in: passage) where timex.kind == .duration {
          // Whole numbers of one unit: P7Y, PT40M.
          let value = timex.value[...]
          guard timex.mod == nil, let unit = value.utf8.last,
            value.utf8.dropFirst().dropLast().allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x54 })
          else { continue }
          let isTime: UInt8 = value.utf8.contains(0x54) ? 0x80 : 0
          own[unit | isTime, default: []].append(
            Length(
              passage: passage, expression: Passage(article: passage.article, span: timex.span), value: value,
              keys: surroundings(article.document.tokens(in: timex.span), passage), people: people(in: passage)))
        }
        for (unit, lengths) in own where lengths.count == 1 { ofUnit[unit, default: []] += lengths }
      }
      for unit in ofUnit.keys.sorted() {
        guard let lengths = ofUnit[unit], let first = lengths.first else { continue }
        var sides = [[first]]
        for length in lengths.dropFirst() {
          if let side = sides.firstIndex(where: { $0[0].value == length.value }) {
            sides[side].append(length)
          } else if !length.keys.isDisjoint(with: first.keys), length.passage.article != first.passage.article,
            // Seven years for one and five for the other.
            length.people.isEmpty || first.people.isEmpty || !length.people.isDisjoint(with: first.people)
          {
            sides.append([length])
          }
        }
        guard sides.count > 1 else { continue }
        result.append(
          Difference(kind: .figure, sides: sides.map { $0.map(\.passage) }, focus: sides.map { $0[0].expression }, about: claim.id))
      }
    }
    return result + durationDifferences(except: Set(result.flatMap(\.focus)))
  }

  /// "A trial that lasted four months" beside "the trial lasted five months", "a five-month trial": of one thing that each article gives
  /// one length.
  private func durationDifferences(except shown: Set<Passage>) -> [Difference] {
    struct Length {
      var expression: Passage
      var value: String
    }
    var ofNoun: [UInt64: [Length]] = [:]
    var order: [UInt64] = []
    for (a, article) in story.articles.enumerated() {
      let document = article.document
      for timex in article.annotations.timexes where timex.kind == .duration && timex.mod == nil {
        let tokens = document.tokens(in: timex.span)
        guard let s = document.sentence(at: timex.span.start) else { continue }
        let sentence = document.sentences[s].tokens
        var noun = tokens.lowerBound - 1
        let before = max(sentence.lowerBound, noun - 5)..<max(sentence.lowerBound, noun + 1)
        // "Prosecutors had asked for 11 years".
        if let prosecutor = before.first(where: { StanceWords.prosecution.contains(document.tokens[$0]) }),
          document.tokens[prosecutor..<before.upperBound].contains(where: { StanceWords.demanding.contains($0) }),
          people(in: Passage(article: a, span: document.sentences[s].span)).isEmpty
        {
          if ofNoun[StanceWords.prosecutionKey] == nil { order.append(StanceWords.prosecutionKey) }
          ofNoun[StanceWords.prosecutionKey, default: []].append(
            Length(expression: Passage(article: a, span: timex.span), value: timex.value))
          continue
        }
        if tokens.upperBound < sentence.upperBound, StanceWords.lengthy.contains(document.tokens[tokens.upperBound]) {
          noun = tokens.upperBound
        } else {
          guard noun > sentence.lowerBound, StanceWords.lasting.contains(document.tokens[noun]) else { continue }
          noun -= 1
          while noun > sentence.lowerBound, StanceWords.relatives.contains(document.tokens[noun]) { noun -= 1 }
        }
        guard noun >= sentence.lowerBound, StanceWords.lengthy.contains(document.tokens[noun]), let key = document.contentKey(ofToken: noun)
        else { continue }
        if ofNoun[key] == nil { order.append(key) }
        ofNoun[key, default: []].append(Length(expression: Passage(article: a, span: timex.span), value: timex.value))
      }
    }
    return order.compactMap { key in
      let lengths = ofNoun[key] ?? []
      let single = lengths.filter { one in
        !shown.contains(one.expression) && !lengths.contains { $0.expression.article == one.expression.article && $0.value != one.value }
      }
      guard let first = single.first else { return nil }
      // Weeks and months round each other.
      let alike = single.filter { $0.value.last == first.value.last && $0.value.utf8.contains(0x54) == first.value.utf8.contains(0x54) }
      var sides: [[Length]] = []
      for length in alike {
        if let side = sides.firstIndex(where: { $0[0].value == length.value }) {
          sides[side].append(length)
        } else {
          sides.append([length])
        }
      }
      guard sides.count > 1 else { return nil }
      return Difference(
        kind: .figure, sides: sides.map { $0.map { sentence(of: $0.expression) } }, focus: sides.map { $0[0].expression }, about: nil)
    }
  }

  private func people(in passage: Passage) -> KeySet {
    let annotations = story.articles[passage.article].annotations
    var keys: [UInt64] = []
    for mention in annotations.mentions(endingAfter: passage.span.start).prefix(while: { $0.span.start < passage.span.end })
    where annotations.entities[mention.entity].kind == .person {
      if let entity = storyEntity(passage.article, mention.entity) { keys.append(Self.entityKey(entity)) }
    }
    return KeySet(keys)
  }

  /// The temporal expressions of a sentence.
  private func timexes(in passage: Passage) -> ArraySlice<Timex> {
    story.articles[passage.article].annotations.timexes(endingAfter: passage.span.start).prefix { $0.span.start < passage.span.end }
  }

  // MARK: Titles

  /// One person with two posts: "economy minister" in one article, "finance minister" in another; "deputy minister" and "minister".
  func roleDifferences() -> [Difference] {
    struct Title {
      var passage: Passage
      var post: UInt64
      var hasDeputy: Bool
      var head: UInt64
    }
    var result: [Difference] = []
    for entity in comparison.entities where entity.kind == .person && entity.members.count > 1 {
      var titles: [Title] = []
      for member in entity.members {
        let document = story.articles[member.article].document
        for role in story.articles[member.article].annotations.entities[member.entity].roles {
          let tokens = document.tokens(in: role)
          guard let head = tokens.first(where: { StanceWords.officeHeads.contains(document.tokens[$0]) }), head > 0 else { continue }
          let post = document.tokens[head - 1]
          guard StanceWords.portfolios.contains(post) else { continue }
          let before = document.tokens[max(0, head - 4)..<head]
          guard !before.contains(where: { StanceWords.past.contains($0) }) else { continue }
          titles.append(
            Title(
              passage: Passage(article: member.article, span: role), post: StanceWords.portfolioClass[post.key] ?? post.key,
              hasDeputy: before.contains { StanceWords.deputies.contains($0) }, head: document.tokens[head].key))
        }
      }
      guard let first = titles.first else { continue }
      // What one article gives both of is no difference between articles.
      let ownOfFirst = titles.filter { $0.passage.article == first.passage.article }
      guard
        let other = titles.first(where: { title in
          title.head == first.head && (title.post != first.post || title.hasDeputy != first.hasDeputy)
            && !ownOfFirst.contains { $0.post == title.post && $0.hasDeputy == title.hasDeputy }
            && !titles.contains {
              $0.passage.article == title.passage.article && $0.post == first.post && $0.hasDeputy == first.hasDeputy
            }
        })
      else { continue }
      result.append(
        Difference(
          kind: .statement, sides: [[sentence(of: first.passage)], [sentence(of: other.passage)]], focus: [first.passage, other.passage],
          about: nil))
    }
    return result
  }
}

/// Words of which two reports of one thing cannot both be right.
private enum Opposites {
  /// Word → twice the number of its pair, and one more on the second side.
  static let table: WordTable = {
    var entries: [(Substring, Int32)] = []
    for (pair, line) in pairs.split(separator: "\n").enumerated() {
      for (side, words) in line.split(separator: "|").enumerated() {
        for word in words.split(separator: " ") { entries.append((word, Int32(2 * pair + side))) }
      }
    }
    return WordTable(entries: entries)
  }()

  /// One pair a line, all its forms; a word stands in one line only. Hand-collected for this project, CC0. Left out are opposites that
  /// one event may show both of: won and lost, bought and sold, arrested and released.
  private static let pairs = """
    resigned resign resigns resignation quit | fired sacked dismissed ousted dismissal sacking ouster
    confirmed confirms confirm confirming | denied denies deny denying refuted
    accepted accepts accepting | rejected rejects rejecting rebuffed
    approved approves approval | vetoed blocked blocks
    rose rises risen rising climbed soared surged increased increases | fell falls fallen dropped plunged slumped tumbled declined decreased
    guilty convicted | acquitted innocent exonerated
    postponed delayed postponement | cancelled canceled cancellation scrapped
    accidental accidentally accident | deliberate deliberately intentional intentionally sabotage arson
    suicide | murder murdered homicide
    unanimous unanimously | split narrowly divided
    successful successfully succeeded | failed failure unsuccessful unsuccessfully
    temporary temporarily | permanent permanently
    voluntary voluntarily | forced compelled
    rare rarely | routine frequent regular
    unprecedented | customary
    peaceful peacefully | violent violently
    legal legally lawful | illegal illegally unlawful
    highest | lowest
    largest biggest | smallest
    northern | southern
    eastern | western
    """
}
