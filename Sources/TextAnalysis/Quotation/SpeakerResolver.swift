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
  private let index: NameIndex
  /// Whether a token stands in somebody's role.
  private var isRole: [Bool]
  /// Speakers by the first token of their source phrases, in the order found.
  private var known: [(token: Int, speaker: Speaker)] = []
  /// Entities that have spoken.
  private var spoken: Set<Int> = []
  /// Names that no entity covers: last word → fullest form so far.
  private var looseNames: [UInt64: String] = [:]

  init(context: AttributionContext) {
    self.context = context
    index = NameIndex(context.document, entities: context.entities, mentions: context.mentions)
    isRole = [Bool](repeating: false, count: context.document.tokens.count)
    for entity in context.entities { for role in entity.roles { for i in context.document.tokens(in: role) { isRole[i] = true } } }
  }

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
    // A name that was not understood is remembered too, so that "she" after it is nobody else.
    guard speaker.name != nil || source.kind != .pronoun else { return }
    known.append((source.tokens.lowerBound, speaker))
    if let entity = speaker.entity { spoken.insert(entity) }
  }

  mutating func resolve(_ source: SourcePhrase, quotedIn stretch: MarkedStretch) -> Speaker {
    switch source.kind {
    case .name: return named(source)
    case .nominal: return nominal(source)
    case .pronoun: return pronoun(source, quotedIn: stretch)
    }
  }

  private func lastKnown(in range: Range<Int>, before token: Int) -> (token: Int, speaker: Speaker)? {
    known.suffix(32).last { range.contains($0.token) && $0.token < token }
  }

  // MARK: Names

  private mutating func named(_ source: SourcePhrase) -> Speaker {
    let name = source.name ?? source.tokens
    let last = name.upperBound - 1
    var mention = context.mentionOf[last] >= 0 ? context.mentionOf[last] : context.mentionOf[name.lowerBound]
    // "the U.S. Embassy" is not the U.S.
    if mention >= 0, context.mentionOf[last] < 0 {
      // Nor is "Addenbrooke's Hospital" Mr Addenbrooke.
      let isPlace = context.entities[context.mentions[Int(mention)].entity].kind == .place
      // "Kaizer Chiefs" are not Kaizer; "Julian Evans QC" is Evans.
      let isAhead = context.mentionTokens[Int(mention)].upperBound..<max(context.mentionTokens[Int(mention)].upperBound, name.upperBound)
      let isCut = isAhead.contains { context.token($0).isWord && !context.token($0).shape.contains(.allCaps) }
      if isPlace || isCut || name.contains(where: { context.token($0).kind == .clitic }) { mention = -1 }
    }
    // "Senior Advocate of Nigeria", "Cathay Pacific" are no places, "Fire Rescue Victoria" is no woman.
    if mention >= 0, isPart(of: name, Int(mention)) { mention = -1 }
    if mention >= 0 {
      let index = context.mentions[Int(mention)].entity
      let entity = context.entities[index]
      return Speaker(entity: index, name: entity.name, gender: entity.gender, isPlural: source.isPlural, isPerson: entity.kind == .person)
    }
    // "Mr She": what the name is was not understood.
    if name.count == 1, CompanyWords.forms.contains(context.token(last)) { return Speaker() }
    let words = looseName(name)
    if words.fuller == nil { looseNames[words.key] = words.name }
    return Speaker(name: words.fuller ?? words.name, gender: gender(beside: source), isPlural: source.isPlural)
  }

  /// Whether a mention is only the last word of a longer name that is not its entity's.
  private func isPart(of name: Range<Int>, _ mention: Int) -> Bool {
    let tokens = context.mentionTokens[mention]
    let entity = context.entities[context.mentions[mention].entity]
    let words = context.document.tokens(in: context.mentions[mention].span)
    guard tokens.lowerBound > name.lowerBound, tokens.upperBound == name.upperBound, entity.kind != .organization else { return false }
    let before = tokens.lowerBound - 1
    if entity.kind == .place { return true }
    guard words.count == 1, context.mentionOf[before] < 0, context.token(before).isWord, context.token(before).isCapitalized else {
      return false
    }
    let flags = NameLexicon.shared[context.token(before).key].flags
    return context.classes(before).isDisjoint(with: [.person, .honorific])
      && flags.isDisjoint(with: [.role, .honorific, .maleHonorific, .femaleHonorific, .demonym])
      && !entity.name.utf8.contains(0x20)
  }

  /// A name no entity covers, without title; and the fuller form seen before.
  private func looseName(_ name: Range<Int>) -> (name: String, fuller: String?, key: UInt64) {
    let last = name.upperBound - 1
    var first = name.lowerBound
    while first < last, context.classes(first).contains(.honorific) || context.token(first).kind == .terminator { first += 1 }
    let words = context.document.string(context.document.span(ofTokens: first..<last + 1))
    let key = context.token(last).key
    return (words, first == last ? looseNames[key] : nil, key)
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
    if source.tokens.count == 1, CompanyWords.forms.contains(context.token(source.head)) { return Speaker() }
    let classes = context.classes(source.head)
    let words = context.document.string(context.document.span(ofTokens: source.tokens))
    var speaker = Speaker(
      name: words, gender: gender(beside: source), isPlural: source.isPlural,
      isPerson: classes.contains(.person) && !classes.contains(.body))
    if source.isDefinite, !source.isPlural, let entity = holder(of: source), !meansAnother(source, than: entity) {
      speaker.entity = entity
      speaker.name = context.entities[entity].name
      speaker.gender = context.entities[entity].gender ?? speaker.gender
      speaker.isPerson = context.entities[entity].kind == .person
    } else if source.isDefinite, !source.isPlural, let entity = onlyPerson(for: source, gender: speaker.gender) {
      speaker.entity = entity
      speaker.name = context.entities[entity].name
      speaker.gender = context.entities[entity].gender ?? speaker.gender
      speaker.isPerson = true
    }
    return speaker
  }

  /// "Macron arrived. …, the president said": the one person named so far, of whom no role is told, where the text has not spoken of
  /// a president before.
  private func onlyPerson(for source: SourcePhrase, gender: Entity.Gender?) -> Int? {
    let document = context.document
    let head = context.token(source.head)
    // The look back over the text is bounded, so that long texts stay fast.
    guard source.tokens.count == 2, source.head < 3000, context.token(source.tokens.lowerBound).key == Self.the,
      QuotationWords.offices.contains(head)
    else { return nil }
    let offset = head.start
    var found: Int?
    for (index, entity) in context.entities.enumerated() where entity.kind == .person && entity.nameSpan.start < offset {
      guard found == nil else { return nil }
      found = index
    }
    guard let found, context.entities[found].roles.isEmpty, gender == nil || fits(gender ?? .male, context.entities[found].gender) else {
      return nil
    }
    // Entities are in order of first mention, names are not: the next person may be named in full later.
    let floor = max(0, source.tokens.lowerBound - 150)
    var isNear = false
    for k in (0..<source.tokens.lowerBound).reversed() {
      if context.mentionOf[k] >= 0 {
        let entity = context.mentions[Int(context.mentionOf[k])].entity
        if entity == found { isNear = isNear || k >= floor } else if context.entities[entity].kind == .person { return nil }
      } else if document.tokens[k].key == head.key, !known.contains(where: { $0.speaker.entity == found && $0.token + 1 == k }) {
        return nil
      }
      if k < floor, !isNear { return nil }
    }
    return isNear ? found : nil
  }

  private static let the = WordKey.of("the")

  /// Whom "the veteran Russian diplomat" means. A phrase with "of …" is too particular to look up by its noun.
  private func holder(of source: SourcePhrase) -> Int? {
    guard source.head == source.tokens.upperBound - 1, !Self.possessives.contains(context.token(source.tokens.lowerBound)) else {
      return nil
    }
    return index.entity(forNounPhrase: source.tokens, in: context.document)
  }

  private static let indefinite = WordList("a\nan\none\nanother")

  /// Whether "an official" stands nearer before "the official" than the last naming of the one that is known as an official.
  private func meansAnother(_ source: SourcePhrase, than entity: Int) -> Bool {
    let document = context.document
    let key = context.token(source.head).key
    var k = source.tokens.lowerBound - 1
    let floor = max(0, k - 200)
    while k > floor {
      if context.mentionOf[k] >= 0, context.mentions[Int(context.mentionOf[k])].entity == entity { return false }
      if context.token(k).key == key, !context.isQuoted(k) {
        // "Roe, a senior official,": a role of somebody.
        if isRole[k] { return false }
        var start = k - 1
        while start > floor, k - start < 6, context.token(start).isWord, !Self.indefinite.contains(context.token(start)),
          context.classes(start).isDisjoint(with: [.determiner, .preposition, .conjunction, .auxiliary, .pronoun])
        { start -= 1 }
        if start >= floor, Self.indefinite.contains(context.token(start)) {
          // "Roe is an official", "as an official"
          guard start > 0 else { return true }
          return document.tokens[start - 1].kind != .comma && !context.classes(start - 1).contains(.auxiliary)
            && context.token(start - 1).key != Self.asWord
        }
      }
      k -= 1
    }
    return false
  }

  private static let asWord = WordKey.of("as")
  private static let possessives = WordList("his\nher\ntheir\nits\nmy\nour\nyour")

  // MARK: Pronouns

  private func pronoun(_ source: SourcePhrase, quotedIn stretch: MarkedStretch) -> Speaker {
    let key = context.token(source.head).key
    switch key {
    case Self.he, Self.his: return person(.male, pronoun: Self.he, before: source.head, quotedIn: stretch) ?? Speaker()
    case Self.she, Self.her: return person(.female, pronoun: Self.she, before: source.head, quotedIn: stretch) ?? Speaker()
    case Self.it, Self.its: return body(plural: false, before: source.head) ?? Speaker()
    case Self.they, Self.their: return body(plural: true, before: source.head) ?? Speaker()
    default: return Speaker()
    }
  }

  private func fits(_ gender: Entity.Gender, _ other: Entity.Gender?) -> Bool { other == nil || other == gender }

  private func person(_ gender: Entity.Gender, pronoun: UInt64, before token: Int, quotedIn stretch: MarkedStretch) -> Speaker? {
    let document = context.document
    guard var sentence = document.sentence(at: context.token(token).start) else { return nil }
    let home = document.block(at: context.token(token).start) ?? 0
    // Nobody speaks of himself by name.
    var excluded: Set<Int> = []
    for i in stretch.content where context.mentionOf[i] >= 0 { excluded.insert(context.mentions[Int(context.mentionOf[i])].entity) }
    // The sentence in which the quotation begins.
    let first = stretch.open < token ? document.sentence(at: context.token(stretch.open).start) ?? sentence : sentence
    var weak: Speaker?
    var steps = 0
    while sentence >= 0, steps < 16 {
      let whole = document.sentences[sentence].tokens
      // One endless sentence is no reason to read it again for every quotation.
      let range = max(whole.lowerBound, min(whole.upperBound, token) - 160)..<whole.upperBound
      let block = document.block(at: document.sentences[sentence].span.start) ?? 0
      if home - block > 5 { break }
      defer {
        sentence -= 1
        steps += 1
      }
      if block != home, !document.blocks[block].kind.isStory { continue }
      let end = min(range.upperBound, token)
      var subjectPronoun: Int?
      if range.lowerBound < end, let phrase = context.clauseSubject(from: range.lowerBound, to: end), phrase.kind == .pronoun,
        context.token(phrase.head).key == pronoun, phrase.head < end
      {
        subjectPronoun = phrase.head
      }
      // "Sentencing Reed, she said": whom the introduction names is somebody else.
      if sentence == first, range.lowerBound < end, context.token(token - 1).kind == .comma, context.mentionOf[range.lowerBound] < 0,
        context.isBareParticiple(range.lowerBound),
        context.classes(range.lowerBound).isDisjoint(with: .preposition)
      {
        for i in range.lowerBound..<end where context.mentionOf[i] >= 0 && !context.isQuoted(i) {
          excluded.insert(context.mentions[Int(context.mentionOf[i])].entity)
        }
      }
      let look = people(in: range.lowerBound..<end, gender: gender, after: subjectPronoun, excluded: &excluded)
      if subjectPronoun != nil { continue }
      // The last speaker of the sentence.
      if let found = lastKnown(in: range, before: token), found.speaker.isPerson != false,
        !found.speaker.isPlural,
        fits(gender, found.speaker.gender), !(found.speaker.entity.map { excluded.contains($0) } ?? false)
      {
        return found.speaker
      }
      if let subject = look.subject {
        if subject.gender == gender { return subject }
        if let weak { return weak }
        // Of unknown gender, and silent so far: rather the last speaker who fits, unless it is the sentence right before.
        if !(block == home && sentence >= first - 1), !(subject.entity.map { spoken.contains($0) } ?? false),
          let last = known.last(where: {
            $0.token < token && $0.speaker.isPerson != false && !$0.speaker.isPlural && $0.speaker.gender == gender
          }),
          !(last.speaker.entity.map { excluded.contains($0) } ?? false),
          home - (document.block(at: context.token(last.token).start) ?? 0) <= 2
        {
          return last.speaker
        }
        return subject
      }
      if let best = look.others.first(where: { $0.gender == gender }), home - block <= 1 { return best }
      // "A spokesman for X said": he rather than X.
      let clause = range.lowerBound < end && weak == nil ? context.clauseSubject(from: range.lowerBound, to: end) : nil
      let isDescribed = clause.map { $0.kind == .nominal && !$0.isPlural && context.classes($0.head).contains(.person) } ?? false
      if weak == nil, home - block <= 1, !isDescribed { weak = look.others.first }
      if weak == nil, let phrase = clause, !phrase.isPlural {
        if isDescribed, !context.classes(phrase.head).contains(gender == .male ? .femaleNoun : .maleNoun) {
          let speaker = nominal(phrase)
          if fits(gender, speaker.gender), !(speaker.entity.map { excluded.contains($0) } ?? false) { return speaker }
        } else if phrase.kind == .name, let name = phrase.name, context.mentionOf[name.lowerBound] < 0,
          context.mentionOf[name.upperBound - 1] < 0,
          name.count <= 3, !phrase.hasDeterminer, home - block <= 1
        {
          let words = looseName(name)
          return Speaker(name: words.fuller ?? words.name, isPerson: true)
        }
      }
    }
    return weak ?? headlineSpeaker(gender, excluded: excluded, before: token) ?? only(gender, excluded: excluded, before: token)
  }

  /// The one person of this gender that the text has named so far.
  private func only(_ gender: Entity.Gender, excluded: Set<Int>, before token: Int) -> Speaker? {
    let offset = context.token(token).start
    var found: Int?
    for (index, entity) in context.entities.enumerated()
    where entity.kind == .person && entity.nameSpan.start < offset && entity.gender != nil {
      guard entity.gender == gender else { continue }
      guard found == nil else { return nil }
      found = index
    }
    guard let found, !excluded.contains(found),
      !context.entities.contains(where: { $0.kind == .person && $0.gender == nil && $0.nameSpan.start < offset })
    else {
      return nil
    }
    return Speaker(entity: found, name: context.entities[found].name, gender: gender, isPerson: true)
  }

  /// The people a sentence names outside quotations: its subject, and the others in order.
  private func people(in range: Range<Int>, gender: Entity.Gender, after subjectPronoun: Int?, excluded: inout Set<Int>) -> (
    subject: Speaker?, others: [Speaker]
  ) {
    let document = context.document
    var others: [Speaker] = []
    var subject: Speaker?
    var sawFirst = false
    var i = range.lowerBound
    while i < range.upperBound {
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
          // "He said that Trump …": whom the clause names is somebody else.
          if let subjectPronoun, i > subjectPronoun, !isPossessive { excluded.insert(entityIndex) }
          if fits(gender, entity.gender), !excluded.contains(entityIndex) {
            let speaker = Speaker(entity: entityIndex, name: entity.name, gender: entity.gender, isPerson: true)
            if !isPossessive, !isObject, !sawFirst, subject == nil { subject = speaker } else { others.append(speaker) }
          }
          if !isPossessive, !isObject { sawFirst = true }
        }
        i = max(words.upperBound, i + 1)
        continue
      }
      i += 1
    }
    return (subject, others)
  }

  /// "Ties will grow, says Lavrov": whom the headline lets speak is the article's speaker when the text names nobody near.
  private func headlineSpeaker(_ gender: Entity.Gender, excluded: Set<Int>, before token: Int) -> Speaker? {
    guard let range = context.document.tokensOfBlock.first, let last = range.last, last < token, range.count <= 30 else { return nil }
    for i in range where context.isCue(i) && context.classes(i).contains(.say) {
      guard let source = context.subject(of: i, floor: range.lowerBound) ?? context.invertedSubject(of: i), source.kind == .name,
        let name = source.name
      else { continue }
      let inverted = i + 1 <= last ? context.invertedSubject(of: i) : nil
      for words in [inverted?.name, name] {
        guard let words, context.mentionOf[words.upperBound - 1] >= 0 else { continue }
        let index = context.mentions[Int(context.mentionOf[words.upperBound - 1])].entity
        let entity = context.entities[index]
        guard entity.kind == .person, fits(gender, entity.gender), !excluded.contains(index) else { continue }
        return Speaker(entity: index, name: entity.name, gender: entity.gender, isPerson: true)
      }
    }
    return nil
  }

  /// The body or text that "it" or "they" stands for.
  private func body(plural: Bool, before token: Int) -> Speaker? {
    let document = context.document
    guard var sentence = document.sentence(at: context.token(token).start) else { return nil }
    let home = document.block(at: context.token(token).start) ?? 0
    var steps = 0
    while sentence >= 0, steps < 6 {
      let whole = document.sentences[sentence].tokens
      // One endless sentence is no reason to read it again for every quotation.
      let range = max(whole.lowerBound, min(whole.upperBound, token) - 160)..<whole.upperBound
      let block = document.block(at: document.sentences[sentence].span.start) ?? 0
      if home - block > 2 { return nil }
      defer {
        sentence -= 1
        steps += 1
      }
      let end = min(range.upperBound, token)
      if let found = lastKnown(in: range, before: token) {
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
