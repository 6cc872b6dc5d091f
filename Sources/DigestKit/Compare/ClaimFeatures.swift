import TextAnalysis

/// What a sentence is about, as numbers that sentences of other articles may share.
struct ClaimFeatures {
  enum Kind: UInt8 {
    case entity, country, name, word, light, general, role, number, date, unit, quotation, event

    /// How much a feature counts beside one that is as rare.
    var weight: Double {
      switch self {
      case .entity: 0.8
      case .country: 0.5
      case .name, .word, .light, .number: 1
      case .role, .general: 0.4
      case .date, .unit: 0.6
      case .quotation: 1.5
      case .event: 0
      }
    }
    var isWord: Bool { self == .word || self == .light }
    /// How much of its weight says something beyond who and when. Of a name of which nothing says what it is, half.
    var substance: Double {
      switch self {
      case .word, .number, .quotation: 1
      case .name: 0.5
      default: 0
      }
    }
  }

  /// Features and events of one sentence: sorted, without repetition.
  struct Sentence {
    var features: [Int32] = []
    /// An entity with a word beside it: "fired", "Comey".
    var events: [Int32] = []
    /// Days that it is about; empty if unknown.
    var days: [DayRange] = []
    var numbers: [Int32] = []
    /// It has a number that may be another the next day: a toll, a price, a rate, or one that counts nothing.
    var isOfDay = false
    /// Of its features, what it tells the end of, and what is open again; see ``Endings``.
    var ended: [Int32] = []
    var reopened: [Int32] = []
    var hasEnder = false
    var hasOpener = false
    var hasCloser = false
    /// It says that it tells of another thing: "in a separate dispute", "in an unrelated case".
    var isApart = false
    /// Most of it is in quotation marks; what of its features stands there.
    var isQuotation = false
    var quoted: [Int32] = []
    /// The stock market index, if it names one only, and whether as trade began (0) or ended (1).
    var market: Int?
    var phase: Int?
    /// Who is quoted in it, if the quotation is most of it, or the one person whose indirect speech most of it is: an entity of the story,
    /// -1 for nobody known.
    var speaker = -1
  }

  /// Words between a word and an entity that belong together, at most; elements of a sentence that are looked at; days of one.
  private static let bounds = (window: 3, elements: 256, days: 8)

  private static let moving: Set<String> = [
    "deaths", "injured", "missing", "displaced", "arrested", "infected", "%", "point", "USD", "EUR", "GBP", "JPY",
  ]

  private var table = KeyTable()
  private(set) var kinds: [Kind] = []
  /// Of each feature, whether it was seen as a name within a sentence, and as a common word.
  private var spelling: [(asName: Bool, asWord: Bool)] = []
  private let text: ComparedText
  private let entityOf: [[Int]]
  private let entities: [StoryEntity]
  /// Of the story's entities that are countries, or seats of government, the country's number.
  private var countryOf: [Int?]
  /// Of each article, of each quotation: its group, if others are in it.
  private let groupOf: [[Int?]]
  /// Of the heads of descriptions, alone and with the word before, the one person of the story described so; -1 if there are several.
  private var personOfRole: [UInt64: Int] = [:]

  init(_ text: ComparedText, entityOf: [[Int]], entities: [StoryEntity], quotes: [[QuoteRef]]) {
    self.text = text
    self.entityOf = entityOf
    self.entities = entities
    countryOf = [Int?](repeating: nil, count: entities.count)
    var groupOf = text.story.articles.map { [Int?](repeating: nil, count: $0.annotations.quotations.count) }
    for (index, group) in quotes.enumerated() where group.count > 1 { for ref in group { groupOf[ref.article][ref.quotation] = index } }
    self.groupOf = groupOf
    for (a, article) in text.story.articles.enumerated() {
      for mention in article.annotations.mentions {
        let entity = entityOf[a][mention.entity]
        guard entity >= 0, entities[entity].kind == .place, countryOf[entity] == nil else { continue }
        let tokens = article.document.tokens(in: mention.span)
        if tokens.count == 1 { countryOf[entity] = CountryWords.country(article.document.tokens[tokens.lowerBound].key) }
      }
    }
    for (index, entity) in entities.enumerated() where entity.kind == .person {
      for member in entity.members {
        let document = text.story.articles[member.article].document
        for role in text.story.articles[member.article].annotations.entities[member.entity].roles {
          guard let head = document.tokens(in: role).last(where: { CountryWords.isRole(document.tokens[$0].key) }) else { continue }
          for key in Self.roleKeys(head, in: document) { personOfRole[key] = personOfRole[key, default: index] == index ? index : -1 }
        }
      }
    }
  }

  /// Of a word that heads a description: with the word before it, and alone.
  private static func roleKeys(_ head: Int, in document: Document) -> [UInt64] {
    let key = document.tokens[head].key
    guard head > 0, document.tokens[head - 1].isWord, !ContentWords.isStopWord(document.tokens[head - 1]) else { return [key] }
    return [(key ^ document.tokens[head - 1].key &* 0x9e37_79b9_7f4a_7c15) | 1, key]
  }

  /// The person that a description without a name stands for: "the transport minister", if the story has one person of that title.
  private static func person(describedBy head: Int, in document: Document, _ personOfRole: [UInt64: Int]) -> Int? {
    for token in document.tokens[max(0, head - 2)..<head] where indefinite.contains(token) { return nil }
    for key in roleKeys(head, in: document) {
      if let person = personOfRole[key] { return person >= 0 ? person : nil }
    }
    return nil
  }

  private static let since = WordKey.of("since")
  private static let apart = WordList("separate\nseparately\nunrelated")
  private static let indefinite = WordList(
    """
    a
    an
    any
    every
    former
    ex
    """)
  private static let pronouns = WordList(
    """
    he
    she
    his
    her
    him
    """)
  private static let ranks = WordList("deputy\nvice\nacting\nassistant\nsenior\nchair\nhead\nchief\nboss")
  private static let numerals = WordTable(
    """
    two 2
    three 3
    four 4
    five 5
    six 6
    seven 7
    eight 8
    nine 9
    ten 10
    eleven 11
    twelve 12
    thirteen 13
    fourteen 14
    fifteen 15
    sixteen 16
    seventeen 17
    eighteen 18
    nineteen 19
    twenty 20
    thirty 30
    forty 40
    fifty 50
    sixty 60
    seventy 70
    eighty 80
    ninety 90
    """)

  private mutating func feature(_ kind: Kind, _ key: UInt64) -> Int32 {
    let number = table.insert((key ^ UInt64(kind.rawValue) &* 0x9e37_79b9_7f4a_7c15) &* 0x9fb2_1c65_1e98_df25 | 1)
    if number == kinds.count {
      kinds.append(kind)
      spelling.append((false, false))
    }
    return Int32(number)
  }

  /// Words that stand in the story as names only ("Verdi", of which nothing says what it is) tell who, not what. To be called when all
  /// articles are read.
  mutating func settleNames() {
    for index in kinds.indices where kinds[index] == .word && spelling[index].asName && !spelling[index].asWord { kinds[index] = .name }
  }

  /// The part of a sentence that stands in quotation marks, the longest if there are several.
  private static func longestQuotation(in sentence: TextSpan, _ quotations: [Quotation], from first: Int) -> TextSpan? {
    var longest: TextSpan?
    for quotation in quotations[first...] {
      if quotation.span.start >= sentence.end { break }
      let (start, end) = (max(quotation.content.start, sentence.start), min(quotation.content.end, sentence.end))
      if start < end, Int(end - start) > longest?.count ?? 0 { longest = TextSpan(start: start, end: end) }
    }
    return longest
  }

  /// The features of all sentences of an article, in order of ``ComparedText/sentencesOfArticle``.
  mutating func sentences(of a: Int) -> [Sentence] {
    let article = text.story.articles[a]
    let document = article.document
    let notes = article.annotations
    let personOfRole = personOfRole
    var mention = 0
    var timex = 0
    var figure = 0
    var quotation = 0
    var attribution = 0
    var lastPerson: Int?
    return text.sentencesOfArticle[a].map { index in
      let sentence = document.sentences[text.sentences[index].index]
      let isHeadline = text.sentences[index].stratum == .headline
      var result = Sentence()
      var sequence: [(kind: Kind, feature: Int32)] = []
      var last = -1
      var person: Int?
      var number = figure
      while number < notes.figures.count, notes.figures[number].number.end <= sentence.span.start { number += 1 }
      var next = sentence.tokens.lowerBound
      let marks = Self.longestQuotation(in: sentence.span, notes.quotations, from: quotation)
      result.isQuotation = marks.map { $0.count * 2 > sentence.span.count } ?? false
      let endings = Endings(in: sentence.tokens.prefix(4 * Self.bounds.elements), of: document)
      for t in sentence.tokens where t >= next && sequence.count < Self.bounds.elements {
        let token = document.tokens[t]
        if Self.apart.contains(token) { result.isApart = true }
        let before = sequence.count
        defer {
          if sequence.count > before, let last = sequence.last {
            if let marks, marks.contains(token.span) { result.quoted.append(last.feature) }
            if endings.ended.contains(t) { result.ended.append(last.feature) }
            if endings.reopened.contains(t) { result.reopened.append(last.feature) }
          }
        }
        while mention < notes.mentions.count, max(notes.mentions[mention].fullSpan.end, notes.mentions[mention].span.end) <= token.start {
          mention += 1
        }
        if mention < notes.mentions.count, notes.mentions[mention].fullSpan.union(notes.mentions[mention].span).contains(token.span) {
          if mention != last, notes.mentions[mention].span.contains(token.span) {
            last = mention
            let entity = entityOf[a][notes.mentions[mention].entity]
            guard entity >= 0 else { continue }
            if person == nil, entities[entity].kind == .person { person = entity }
            sequence.append(
              countryOf[entity].map { (.country, feature(.country, UInt64($0))) } ?? (.entity, feature(.entity, UInt64(entity))))
          }
          continue
        }
        while timex < notes.timexes.count, notes.timexes[timex].span.end <= token.start {
          timex += 1
        }
        if timex < notes.timexes.count, notes.timexes[timex].span.contains(token.span) {
          let expression = notes.timexes[timex]
          if expression.span.start == token.start || t == sentence.tokens.lowerBound, expression.kind == .date || expression.kind == .time {
            if result.days.count < Self.bounds.days, let range = DayRange(value: expression.value) {
              // What has been so since a day is of these days.
              if t == sentence.tokens.lowerBound || document.tokens[t - 1].key != Self.since { result.days.append(range) }
              result.features.append(feature(.date, WordKey.of(range.iso)))
            }
          }
          continue
        }
        while number < notes.figures.count, notes.figures[number].number.end <= token.start { number += 1 }
        if number < notes.figures.count, notes.figures[number].number.contains(token.span) {
          // "Thirteen" is 13, "12 million dollars" is "$12 million".
          if notes.figures[number].number.start == token.start || t == sentence.tokens.lowerBound {
            let value = feature(.number, notes.figures[number].value.bitPattern)
            result.numbers.append(value)
            sequence.append((.number, value))
          }
          continue
        }
        if let phrase = ContentWords.phrase(at: t, in: document.tokens, limit: sentence.tokens.upperBound) {
          sequence.append((.word, feature(.word, phrase.key)))
          next = phrase.end
          continue
        }
        if person == nil, Self.pronouns.contains(token), let lastPerson {
          person = lastPerson
          sequence.append((.entity, feature(.entity, UInt64(lastPerson))))
          continue
        }
        let isRole = token.isWord && CountryWords.isRole(token.key)
        if isRole, let described = Self.person(describedBy: t, in: document, personOfRole) {
          if person == nil { person = described }
          sequence.append((.entity, feature(.entity, UInt64(described))))
          continue
        }
        if token.isCapitalized, let country = CountryWords.country(token.key) {
          sequence.append((.country, feature(.country, UInt64(country))))
        } else if let value = Self.numerals.value(token.key) {
          sequence.append((.number, feature(.number, Double(value).bitPattern)))
        } else if let key = document.contentKey(ofToken: t) {
          if token.isNumber, t > sentence.tokens.lowerBound, document.tokens[t - 1].isWord, document.tokens[t - 1].isCapitalized,
            !document.tokens[t - 1].shape.contains(.sentenceStart)
          {
            // Part of a name: "FTSE 100".
            sequence.append((.general, feature(.general, key)))
          } else if token.isNumber {
            let value = feature(.number, Self.value(of: token, in: document.bytes)?.bitPattern ?? key)
            result.numbers.append(value)
            sequence.append((.number, value))
          } else {
            // "Deputy chair": who somebody is says nothing of what he did.
            let kind: Kind =
              isRole || Self.ranks.contains(token)
              ? .role : ContentWords.isGeneral(token) ? .general : ContentWords.isLight(token) ? .light : .word
            let word = feature(kind, key)
            sequence.append((kind, word))
            if !token.isCapitalized {
              spelling[Int(word)].asWord = true
            } else if !token.shape.contains(.sentenceStart), !isHeadline {
              spelling[Int(word)].asName = true
            }
          }
        }
      }
      for (i, element) in sequence.enumerated() {
        result.features.append(element.feature)
        for other in sequence[(i + 1)...].prefix(Self.bounds.window)
        where element.kind == .entity && other.kind.isWord || element.kind.isWord && other.kind == .entity {
          let (low, high) = (min(element.feature, other.feature), max(element.feature, other.feature))
          result.events.append(feature(.event, UInt64(low) << 32 | UInt64(high)))
        }
      }
      lastPerson = person ?? lastPerson
      while figure < notes.figures.count, notes.figures[figure].span.end <= sentence.span.start { figure += 1 }
      var f = figure
      var counted = 0
      while f < notes.figures.count, notes.figures[f].span.start < sentence.span.end {
        if let unit = notes.figures[f].unit {
          result.features.append(feature(.unit, WordKey.of(unit)))
          counted += 1
          result.isOfDay = result.isOfDay || Self.moving.contains(unit)
        }
        f += 1
      }
      while quotation < notes.quotations.count, notes.quotations[quotation].span.end <= sentence.span.start { quotation += 1 }
      var q = quotation
      while q < notes.quotations.count, notes.quotations[q].span.start < sentence.span.end {
        if let group = groupOf[a][q] { result.features.append(feature(.quotation, UInt64(group))) }
        let quoted = Int(min(notes.quotations[q].span.end, sentence.span.end) - max(notes.quotations[q].span.start, sentence.span.start))
        if quoted * 2 > sentence.span.count, let speaker = notes.quotations[q].speaker { result.speaker = entityOf[a][speaker] }
        q += 1
      }
      while attribution < notes.attributions.count, notes.attributions[attribution].cue.end <= sentence.span.start { attribution += 1 }
      var reporting = attribution
      while reporting < notes.attributions.count, notes.attributions[reporting].cue.start < sentence.span.end { reporting += 1 }
      if result.speaker < 0, reporting == attribution + 1, case let source = notes.attributions[attribution],
        let speaker = source.speaker.map({ entityOf[a][$0] }), speaker >= 0, entities[speaker].kind == .person
      {
        let around = source.source.union(source.cue)
        let reported = max(around.start - sentence.span.start, sentence.span.end - around.end)
        if Int(reported) * 2 > sentence.span.count { result.speaker = speaker }
      }
      (result.market, result.phase) = Self.market(sentence.tokens, in: document)
      for key in endings.others { result.ended.append(feature(.word, key)) }
      result.ended = Self.unique(result.ended)
      result.reopened = Self.unique(result.reopened)
      result.quoted = Self.unique(result.quoted)
      (result.hasEnder, result.hasOpener, result.hasCloser) = (endings.hasEnder, endings.hasOpener, endings.hasCloser)
      result.features = Self.unique(result.features)
      result.events = Self.unique(result.events)
      result.numbers = Self.unique(result.numbers)
      result.isOfDay = result.isOfDay || result.numbers.count > counted
      return result
    }
  }

  private static func market(_ tokens: Range<Int>, in document: Document) -> (index: Int?, phase: Int?) {
    var found: Int?
    var phase: Int?
    for i in tokens {
      if let index = MarketWords.index(at: i, in: document.tokens) {
        if let found, found != index { return (nil, nil) }
        found = index
      }
      phase = phase ?? MarketWords.phase(document.tokens[i])
    }
    return found == nil ? (nil, nil) : (found, phase)
  }

  /// Of digits with separators of thousands.
  private static func value(of token: Token, in bytes: [UInt8]) -> Double? {
    var value = 0.0
    guard token.span.count <= 15 else { return nil }
    for byte in bytes[token.span.range] where byte != 0x2c {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Double(byte - 0x30)
    }
    return value
  }

  private static func unique(_ list: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for item in list.sorted() where result.last != item { result.append(item) }
    return result
  }
}
