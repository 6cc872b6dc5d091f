import TextAnalysis

/// What a sentence is about, as numbers that sentences of other articles may share.
struct ClaimFeatures {
  enum Kind: UInt8 {
    case entity, country, word, role, number, date, unit, quotation, event

    /// How much a feature counts beside one that is as rare.
    var weight: Double {
      switch self {
      case .entity: 0.8
      case .country: 0.5
      case .word, .number: 1
      case .role: 0.4
      case .date: 0.6
      case .unit: 1
      case .quotation: 1.5
      case .event: 0
      }
    }
    /// Whether it says something beyond who and when.
    var isSubstance: Bool { self == .word || self == .number || self == .unit || self == .quotation }
  }

  /// Features and events of one sentence: sorted, without repetition.
  struct Sentence {
    var features: [Int32] = []
    /// An entity with a word beside it: "fired", "Comey".
    var events: [Int32] = []
    /// Days that it is about; empty if unknown.
    var days: [DayRange] = []
    var numbers: [Int32] = []
  }

  /// Words between a word and an entity that belong together, at most; elements of a sentence that are looked at; days of one.
  private static let bounds = (window: 3, elements: 256, days: 8)

  private var table = KeyTable()
  private(set) var kinds: [Kind] = []
  private let text: ComparedText
  private let entityOf: [[Int]]
  /// Of the story's entities that are countries, or seats of government, the country's number.
  private var countryOf: [Int?]
  /// Of each article, of each quotation: its group, if others are in it.
  private let groupOf: [[Int?]]

  init(_ text: ComparedText, entityOf: [[Int]], entities: [StoryEntity], quotes: [[QuoteRef]]) {
    self.text = text
    self.entityOf = entityOf
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
  }

  private mutating func number(_ kind: Kind, _ key: UInt64) -> Int32 {
    let number = table.insert((key ^ UInt64(kind.rawValue) &* 0x9e37_79b9_7f4a_7c15) &* 0x9fb2_1c65_1e98_df25 | 1)
    if number == kinds.count { kinds.append(kind) }
    return Int32(number)
  }

  /// The features of all sentences of an article, in order of ``ComparedText/sentencesOfArticle``.
  mutating func sentences(of a: Int) -> [Sentence] {
    let article = text.story.articles[a]
    let document = article.document
    let notes = article.annotations
    var mention = 0
    var timex = 0
    var figure = 0
    var quotation = 0
    return text.sentencesOfArticle[a].map { index in
      let sentence = document.sentences[text.sentences[index].index]
      var result = Sentence()
      var sequence: [(kind: Kind, feature: Int32)] = []
      var last = -1
      for t in sentence.tokens where sequence.count < Self.bounds.elements {
        let token = document.tokens[t]
        while mention < notes.mentions.count, max(notes.mentions[mention].fullSpan.end, notes.mentions[mention].span.end) <= token.start {
          mention += 1
        }
        if mention < notes.mentions.count, notes.mentions[mention].fullSpan.union(notes.mentions[mention].span).contains(token.span) {
          if mention != last, notes.mentions[mention].span.contains(token.span) {
            last = mention
            let entity = entityOf[a][notes.mentions[mention].entity]
            guard entity >= 0 else { continue }
            sequence.append(
              countryOf[entity].map { (.country, number(.country, UInt64($0))) } ?? (.entity, number(.entity, UInt64(entity))))
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
              result.days.append(range)
              result.features.append(number(.date, WordKey.of(range.iso)))
            }
          }
          continue
        }
        if token.isCapitalized, let country = CountryWords.country(token.key) {
          sequence.append((.country, number(.country, UInt64(country))))
        } else if let key = ContentWords.key(of: token, in: document.bytes) {
          if token.isNumber {
            let feature = number(.number, key)
            result.numbers.append(feature)
            sequence.append((.number, feature))
          } else {
            let kind: Kind = CountryWords.isRole(token.key) ? .role : .word
            sequence.append((kind, number(kind, key)))
          }
        }
      }
      for (i, element) in sequence.enumerated() {
        result.features.append(element.feature)
        for other in sequence[(i + 1)...].prefix(Self.bounds.window)
        where element.kind == .entity && other.kind == .word || element.kind == .word && other.kind == .entity {
          let (low, high) = (min(element.feature, other.feature), max(element.feature, other.feature))
          result.events.append(number(.event, UInt64(low) << 32 | UInt64(high)))
        }
      }
      while figure < notes.figures.count, notes.figures[figure].span.end <= sentence.span.start { figure += 1 }
      var f = figure
      while f < notes.figures.count, notes.figures[f].span.start < sentence.span.end {
        if let unit = notes.figures[f].unit { result.features.append(number(.unit, WordKey.of(unit))) }
        f += 1
      }
      while quotation < notes.quotations.count, notes.quotations[quotation].span.end <= sentence.span.start { quotation += 1 }
      var q = quotation
      while q < notes.quotations.count, notes.quotations[q].span.start < sentence.span.end {
        if let group = groupOf[a][q] { result.features.append(number(.quotation, UInt64(group))) }
        q += 1
      }
      result.features = Self.unique(result.features)
      result.events = Self.unique(result.events)
      result.numbers = Self.unique(result.numbers)
      return result
    }
  }

  private static func unique(_ list: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for item in list.sorted() where result.last != item { result.append(item) }
    return result
  }
}
