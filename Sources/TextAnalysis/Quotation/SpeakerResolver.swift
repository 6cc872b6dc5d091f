/// Finds who a source phrase stands for: the entity of a name, the antecedent of a pronoun, the holder of a role.
///
/// Pronouns take, sentence by sentence backwards, the first person of their gender: a sentence's speaker before its subject, its
/// subject before others, names inside quotations never. What is not found stays unresolved.
struct SpeakerResolver {
  struct Speaker {
    var entity: Int?
    var name: String?
    var gender: Entity.Gender?
    var isPlural = false
    /// Nil if unknown.
    var isPerson: Bool?
  }

  let context: AttributionContext
  /// Speakers by the first token of their source phrases, in the order found.
  private var known: [(token: Int, speaker: Speaker)] = []
  /// Names that no entity covers: last word → fullest form so far.
  private var looseNames: [UInt64: String] = [:]

  init(context: AttributionContext) { self.context = context }

  private static let he = WordKey.of("he")
  private static let she = WordKey.of("she")
  private static let his = WordKey.of("his")
  private static let her = WordKey.of("her")
  private static let it = WordKey.of("it")
  private static let its = WordKey.of("its")
  private static let they = WordKey.of("they")
  private static let their = WordKey.of("their")

  /// "he" or "she".
  func isPersonal(_ token: Int) -> Bool {
    let key = context.token(token).key
    return key == Self.he || key == Self.she
  }

  /// "I", "we", "you".
  func isFirstPerson(_ source: SourcePhrase) -> Bool {
    source.kind == .pronoun && !isPersonal(source.head) && context.token(source.head).key != Self.it
      && context.token(source.head).key != Self.they
  }

  mutating func remember(_ speaker: Speaker, source: SourcePhrase) {
    guard speaker.name != nil else { return }
    known.append((source.tokens.lowerBound, speaker))
  }

  mutating func resolve(_ source: SourcePhrase, quotedIn stretch: MarkedStretch) -> Speaker {
    switch source.kind {
    case .name: return named(source)
    case .nominal: return nominal(source)
    case .pronoun: return pronoun(source)
    }
  }

  // MARK: Names

  private mutating func named(_ source: SourcePhrase) -> Speaker {
    let name = source.name ?? source.tokens
    let last = name.upperBound - 1
    let mention = context.mentionOf[name.lowerBound] >= 0 ? context.mentionOf[name.lowerBound] : context.mentionOf[last]
    if mention >= 0 {
      let index = context.mentions[Int(mention)].entity
      let entity = context.entities[index]
      return Speaker(entity: index, name: entity.name, gender: entity.gender, isPlural: source.isPlural, isPerson: entity.kind == .person)
    }
    var first = name.lowerBound
    while first < last, context.classes(first).contains(.honorific) || context.token(first).kind == .terminator { first += 1 }
    let words = context.document.string(context.document.span(ofTokens: first..<last + 1))
    let key = context.token(last).key
    if first == last, let fuller = looseNames[key] {
      return Speaker(name: fuller, gender: gender(beside: source), isPlural: source.isPlural)
    }
    looseNames[key] = words
    return Speaker(name: words, gender: gender(beside: source), isPlural: source.isPlural)
  }

  private func gender(beside source: SourcePhrase) -> Entity.Gender? {
    for i in source.tokens {
      let classes = context.classes(i)
      if classes.contains(.femaleNoun) { return .female }
      if classes.contains(.maleNoun) { return .male }
    }
    return nil
  }

  // MARK: Noun phrases

  private func nominal(_ source: SourcePhrase) -> Speaker {
    let classes = context.classes(source.head)
    let words = context.document.string(context.document.span(ofTokens: source.tokens))
    var speaker = Speaker(
      name: words, gender: gender(beside: source), isPlural: source.isPlural,
      isPerson: classes.contains(.person) && !classes.contains(.body))
    if source.isDefinite, !source.isPlural, let entity = roleHolder(source) {
      speaker.entity = entity
      speaker.name = context.entities[entity].name
      speaker.gender = context.entities[entity].gender ?? speaker.gender
    }
    return speaker
  }

  /// The one person whose descriptions hold all the words of "the veteran Russian diplomat".
  private func roleHolder(_ source: SourcePhrase) -> Int? {
    var wanted: [UInt64] = []
    for i in source.tokens where context.token(i).isWord && context.classes(i).isDisjoint(with: [.determiner, .preposition]) {
      wanted.append(context.token(i).key)
    }
    guard !wanted.isEmpty, wanted.count <= 5 else { return nil }
    var holder: Int?
    for (index, entity) in context.entities.enumerated() where entity.kind == .person {
      let holds = entity.roles.contains { role in
        guard role.start < context.token(source.head).start || entity.roles.count > 1 else { return false }
        let range = context.document.tokens(in: role)
        return wanted.allSatisfy { key in range.contains { context.token($0).key == key } }
      }
      if holds {
        guard holder == nil else { return nil }
        holder = index
      }
    }
    return holder
  }

  // MARK: Pronouns

  private func pronoun(_ source: SourcePhrase) -> Speaker {
    let key = context.token(source.head).key
    switch key {
    case Self.he, Self.his: return person(.male, pronoun: Self.he, before: source.head) ?? Speaker()
    case Self.she, Self.her: return person(.female, pronoun: Self.she, before: source.head) ?? Speaker()
    case Self.it, Self.its: return body(plural: false, before: source.head) ?? Speaker()
    case Self.they, Self.their: return body(plural: true, before: source.head) ?? Speaker()
    default: return Speaker()
    }
  }

  private func fits(_ gender: Entity.Gender, _ other: Entity.Gender?) -> Bool { other == nil || other == gender }

  private func person(_ gender: Entity.Gender, pronoun: UInt64, before token: Int) -> Speaker? {
    let document = context.document
    guard var sentence = document.sentence(at: context.token(token).start) else { return nil }
    let home = document.block(at: context.token(token).start) ?? 0
    var weak: Speaker?
    var steps = 0
    while sentence >= 0, steps < 14 {
      let range = document.sentences[sentence].tokens
      let block = document.block(at: document.sentences[sentence].span.start) ?? 0
      if home - block > 5 { break }
      defer {
        sentence -= 1
        steps += 1
      }
      if block != home, !document.blocks[block].kind.isStory { continue }
      let end = min(range.upperBound, token)
      // The last speaker of the sentence.
      if let found = known.last(where: { range.contains($0.token) && $0.token < token }), found.speaker.isPerson != false,
        !found.speaker.isPlural,
        fits(gender, found.speaker.gender)
      {
        return found.speaker
      }
      var others: [Speaker] = []
      var subject: Speaker?
      var subjectIsPronoun = false
      var sawFirst = false
      var i = range.lowerBound
      while i < end {
        if context.isQuoted(i) {
          i = context.stretches[Int(context.stretchOf[i])].end
          continue
        }
        if context.mentionOf[i] >= 0 {
          let m = Int(context.mentionOf[i])
          let words = context.mentionTokens[m]
          let entityIndex = context.mentions[m].entity
          let entity = context.entities[entityIndex]
          if entity.kind == .person {
            let next = words.upperBound
            let isPossessive = next < document.tokens.count && document.tokens[next].kind == .clitic
            let isObject = words.lowerBound > range.lowerBound && context.classes(words.lowerBound - 1).contains(.preposition)
            if fits(gender, entity.gender) {
              let speaker = Speaker(entity: entityIndex, name: entity.name, gender: entity.gender, isPerson: true)
              if !isPossessive, !isObject, !sawFirst, subject == nil { subject = speaker } else { others.append(speaker) }
            }
            if !isPossessive, !isObject { sawFirst = true }
          }
          i = max(words.upperBound, i + 1)
          continue
        }
        if document.tokens[i].key == pronoun, subject == nil, !sawFirst {
          subjectIsPronoun = true
        }
        i += 1
      }
      if let subject {
        if subject.gender == gender || weak == nil {
          if subject.gender == gender {
            return subject
          } else {
            weak = weak ?? subject
            return weak
          }
        }
      }
      if subjectIsPronoun { continue }
      if let best = others.first(where: { $0.gender == gender }) { return best }
      if weak == nil, let first = others.first { weak = first }
      if subject == nil, weak == nil,
        let phrase = context.clauseSubject(from: range.lowerBound, to: end), phrase.kind == .nominal, !phrase.isPlural,
        context.classes(phrase.head).contains(.person), !context.classes(phrase.head).contains(gender == .male ? .femaleNoun : .maleNoun)
      {
        let speaker = nominal(phrase)
        if fits(gender, speaker.gender) { return speaker }
      }
    }
    return weak
  }

  /// The body or text that "it" or "they" stands for.
  private func body(plural: Bool, before token: Int) -> Speaker? {
    let document = context.document
    guard var sentence = document.sentence(at: context.token(token).start) else { return nil }
    let home = document.block(at: context.token(token).start) ?? 0
    var steps = 0
    while sentence >= 0, steps < 6 {
      let range = document.sentences[sentence].tokens
      let block = document.block(at: document.sentences[sentence].span.start) ?? 0
      if home - block > 2 { return nil }
      defer {
        sentence -= 1
        steps += 1
      }
      let end = min(range.upperBound, token)
      if let found = known.last(where: { range.contains($0.token) && $0.token < token }) {
        if plural ? found.speaker.isPlural || found.speaker.isPerson != true : found.speaker.isPerson != true { return found.speaker }
      }
      guard range.lowerBound < end, let phrase = context.clauseSubject(from: range.lowerBound, to: end) else { continue }
      switch phrase.kind {
      case .name:
        guard let name = phrase.name else { continue }
        let m = context.mentionOf[name.lowerBound]
        if m >= 0 {
          let index = context.mentions[Int(m)].entity
          let entity = context.entities[index]
          if plural ? phrase.isPlural || entity.kind != .person : entity.kind != .person {
            return Speaker(entity: index, name: entity.name, isPlural: plural, isPerson: false)
          }
        } else if !plural || phrase.isPlural {
          return Speaker(name: document.string(document.span(ofTokens: name)), isPlural: plural, isPerson: false)
        }
      case .nominal:
        let classes = context.classes(phrase.head)
        if plural ? phrase.isPlural || classes.contains(.body) : !classes.contains(.person) && !phrase.isPlural {
          return Speaker(name: document.string(document.span(ofTokens: phrase.tokens)), isPlural: plural, isPerson: false)
        }
      case .pronoun: continue
      }
    }
    return nil
  }
}
