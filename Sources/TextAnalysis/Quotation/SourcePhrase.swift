/// A noun phrase or pronoun that can be the source of an attribution, in token indices.
struct SourcePhrase {
  /// The whole phrase: "a spokesman for the ministry", "Foreign Minister Sergey Lavrov".
  var tokens: Range<Int>
  var kind: Quotation.SourceKind
  /// The name in it, without the words before; of a phrase that ends in one.
  var name: Range<Int>?
  /// The word that says what the phrase is: "spokesman", "Lavrov", "he".
  var head: Int
  var isDefinite = false
  var hasDeterminer = false
  /// "last week": never a speaker.
  var isTime = false
  /// "Reed and Voss", "they", "officials".
  var isPlural = false
}

/// What the search for speakers knows about a document: which tokens stand in quotation marks or names, and where sentences begin.
///
/// English noun phrases are found from word classes (``QuotationWords``) and capitals, without a tagger: a phrase runs from its
/// determiner over lower-case words, names and hyphens to the first function word or verb.
struct AttributionContext {
  let document: Document
  let stretches: [MarkedStretch]
  let mentions: [Mention]
  let entities: [Entity]
  /// Of each token, the stretch it stands in, or -1.
  private(set) var stretchOf: [Int32]
  /// Of each token, the mention it stands in (titles included), or -1.
  private(set) var mentionOf: [Int32]
  /// Token ranges of the mentions, titles included.
  private(set) var mentionTokens: [Range<Int>]
  private(set) var startsSentence: [Bool]

  init(document: Document, stretches: [MarkedStretch], entities: [Entity], mentions: [Mention]) {
    self.document = document
    self.stretches = stretches
    self.entities = entities
    self.mentions = mentions
    let count = document.tokens.count
    stretchOf = [Int32](repeating: -1, count: count)
    mentionOf = [Int32](repeating: -1, count: count)
    startsSentence = [Bool](repeating: false, count: count + 1)
    for (s, stretch) in stretches.enumerated() {
      for i in stretch.open..<stretch.end { stretchOf[i] = Int32(s) }
    }
    for sentence in document.sentences { startsSentence[sentence.tokens.lowerBound] = true }
    startsSentence[count] = true
    mentionTokens = []
    mentionTokens.reserveCapacity(mentions.count)
    var i = 0
    for (m, mention) in mentions.enumerated() {
      while i < count, document.tokens[i].end <= mention.fullSpan.start { i += 1 }
      let first = i
      var j = i
      while j < count, document.tokens[j].start < mention.fullSpan.end {
        mentionOf[j] = Int32(m)
        j += 1
      }
      mentionTokens.append(first..<j)
      i = max(first, j)
    }
  }

  /// Takes a stretch out of the quoted ones, or puts it back.
  mutating func setQuoted(_ s: Int, _ isQuoted: Bool) {
    for i in stretches[s].open..<stretches[s].end { stretchOf[i] = isQuoted ? Int32(s) : -1 }
  }

  func token(_ i: Int) -> Token { document.tokens[i] }
  func classes(_ i: Int) -> QuotationWords.Class { document.tokens[i].isWord ? QuotationWords.classes(document.tokens[i].key) : [] }
  func isQuoted(_ i: Int) -> Bool { stretchOf[i] >= 0 }
  func touches(_ i: Int, _ j: Int) -> Bool { document.tokens[i].isAdjacent(to: document.tokens[j]) }

  private static let notAdverbs = WordList(
    """
    # End in -ly, and are no adverbs.
    family
    ally
    assembly
    supply
    daily
    weekly
    monthly
    elderly
    early
    reply
    bully
    fly
    rally
    belly
    monopoly
    anomaly
    homily
    """)

  /// "recently", "angrily".
  func isAdverb(_ i: Int) -> Bool {
    let token = token(i)
    guard token.isWord, !token.isCapitalized || token.shape.contains(.sentenceStart) else { return false }
    if classes(i).contains(.adverb) { return true }
    guard token.span.count > 4 else { return false }
    let end = Int(token.end)
    return document.bytes[end - 1] == 0x79 && document.bytes[end - 2] == 0x6c && !Self.notAdverbs.contains(token)
  }

  func endsWith(_ i: Int, _ a: UInt8, _ b: UInt8) -> Bool {
    let end = Int(token(i).end)
    return token(i).span.count > 2 && document.bytes[end - 1] == b && document.bytes[end - 2] == a
  }

  private static let possessive = WordKey.of("'s")
  private static let and = WordKey.of("and")
  private static let of = WordKey.of("of")
  private static let forWord = WordKey.of("for")
  private static let attaching = WordList(
    """
    # Prepositions that hang a phrase on the noun before.
    of
    for
    from
    at
    with
    in
    on
    to
    by
    against
    """)
  private static let the = WordKey.of("the")
  private static let that = WordKey.of("that")
  private static let this = WordKey.of("this")
  private static let one = WordKey.of("one")
  private static let plurals = WordList(
    """
    they
    we
    police
    people
    authorities
    """)

  /// A full stop inside a name: after an honorific, an initial, "Jr".
  private func isNameStop(_ i: Int, _ limit: Int) -> Bool {
    guard token(i).kind == .terminator, token(i).span.count == 1, i > 0, i + 1 < limit, touches(i - 1, i) else { return false }
    let before = token(i - 1)
    guard before.isWord, before.isCapitalized else { return false }
    let next = token(i + 1)
    if before.span.count == 1 || Abbreviations.titles.contains(before) { return next.isWord && next.isCapitalized }
    return Abbreviations.maybeFinal.contains(before) && !startsSentence[i + 1]
  }

  private func isPossessiveMark(_ i: Int) -> Bool {
    let token = token(i)
    if token.kind == .clitic { return token.key == Self.possessive }
    return token.kind == .singleQuote && i > 0 && touches(i - 1, i) && (document.bytes[Int(self.token(i - 1).end) - 1] | 0x20) == 0x73
  }

  private func isInnerHyphen(_ i: Int, _ limit: Int) -> Bool {
    let kind = token(i).kind
    guard kind == .dash || kind == .symbol, i > 0, i + 1 < limit else { return false }
    if kind == .symbol, document.bytes[Int(token(i).start)] == 0x26 { return true }  // &
    return touches(i - 1, i) && touches(i, i + 1)
  }

  /// Whether the word can only be a name, or an ordinary word in the first place of a sentence.
  private func isNameWord(_ i: Int) -> Bool {
    let token = token(i)
    return token.isWord && (token.isCapitalized || token.shape.contains(.innerCaps))
  }

  /// "Phil Shé", "Mr He": a pronoun's letters with a capital right behind another name.
  private func isNamesake(_ i: Int) -> Bool {
    guard i > 0, token(i).isCapitalized, token(i).span.count > 1, !startsSentence[i], !token(i).shape.contains(.sentenceStart) else {
      return false
    }
    return token(i).shape.contains(.nonASCII) || token(i - 1).isWord && isNameWord(i - 1) && !startsSentence[i - 1]
  }

  // MARK: From left to right

  /// The phrase that starts at a token, or nil. Apposition after a comma is not part of it.
  func phrase(at start: Int, limit: Int, depth: Int = 0) -> SourcePhrase? {
    let limit = min(limit, start + 40)
    guard start < limit, !isQuoted(start) else { return nil }
    let first = token(start)
    let firstClasses = classes(start)
    if first.isWord, firstClasses.contains(.pronoun), mentionOf[start] < 0, !(first.shape.contains(.allCaps) && first.span.count > 1),
      !isNamesake(start)
    {
      guard first.key != Self.who else { return nil }
      return SourcePhrase(tokens: start..<start + 1, kind: .pronoun, name: nil, head: start, isPlural: Self.plurals.contains(first))
    }
    var j = start
    var lastName: Range<Int>?
    var lastWord = -1
    var hasDeterminer = false
    var isDefinite = false
    var isJoint = false
    while j < limit {
      if isQuoted(j) {
        // A nickname inside a name: William "Billy" Reyes.
        let end = stretches[Int(stretchOf[j])].end
        guard j > start, end - j <= 5, isNameWord(j - 1), end < limit, isNameWord(end), lastName != nil else { break }
        j = end
        continue
      }
      if mentionOf[j] >= 0 {
        let range = mentionTokens[Int(mentionOf[j])]
        guard range.upperBound <= limit else { break }
        let name = document.tokens(in: mentions[Int(mentionOf[j])].span)
        if let known = lastName, known.upperBound == range.lowerBound, isNameWord(j),
          !isPersonMention(j) || mentionOf[known.upperBound - 1] < 0
        {
          lastName = known.lowerBound..<name.upperBound
        } else {
          lastName = name
        }
        lastWord = range.upperBound - 1
        j = range.upperBound
        continue
      }
      let token = token(j)
      let classes = classes(j)
      switch token.kind {
      case .word:
        let isFunction = !classes.isDisjoint(with: [.preposition, .conjunction, .subordinator, .auxiliary, .pronoun])
        if j == start ? beginsWithPlainWord(j, limit) : j > start + 1 && isInnerHyphen(j - 1, limit) && !isNameWord(j) {
          // "Rival suppliers", "thirty-one", "year-old"
          hasDeterminer = hasDeterminer || classes.contains(.determiner)
          lastWord = j
          j += 1
          continue
        }
        if isNameWord(j), !(token.shape.contains(.sentenceStart) && (isFunction || classes.contains(.determiner))) {
          if classes.contains(.time) || isFunction && !token.shape.contains(.allCaps) { break }
          if Self.abbreviatedHonorifics.contains(token), lastName != nil, lastName?.upperBound == j { break }
          if let known = lastName, j > start + 1, known.upperBound == j - 1, isPossessiveMark(j - 1),
            CompanyWords.dedicated.contains(token),
            !isPlaceMention(j - 2)
          {
            // "Addenbrooke's Hospital"
            lastName = known.lowerBound..<j + 1
          } else if let known = lastName, known.upperBound == j || j > 0 && isInnerHyphen(j - 1, limit) || isNameStop(j - 1, limit) {
            lastName = known.lowerBound..<j + 1
          } else {
            lastName = j..<j + 1
          }
          lastWord = j
          j += 1
          continue
        }
        if classes.contains(.determiner) {
          // "the two men": only numerals may follow another determiner.
          guard j == start || j == start + 1 && hasDeterminer else { break }
          hasDeterminer = true
          if j == start { isDefinite = token.key == Self.the || Self.definite.contains(token) }
          j += 1
          continue
        }
        if classes.contains(.particle), lastName != nil, j + 1 < limit, isNameWord(j + 1) {
          j += 1
          continue
        }
        if token.key == Self.and, depth >= 1 || hasDeterminer, let known = lastName, known.upperBound == j, lastWord == j - 1,
          j + 1 < limit,
          isNameWord(j + 1), !isPersonMention(j - 1), !isPersonMention(j + 1), mentionOf[j - 1] < 0 || mentionOf[j + 1] < 0
        {
          // "the Fire and Rescue squad"
          isJoint = true
          j += 1
          continue
        }
        if isFunction || classes.contains(.otherVerb) { break }
        if classes.isDisjoint(with: .cue) == false {
          // "the report found": a noun where a determiner or adjective asks for one.
          // "state media": before a noun.
          guard
            classes.contains(.alsoNoun), (hasDeterminer || lastWord >= 0) && !isNoun(lastWord) || modifiesNoun(j, limit) || isOfState(j)
          else { break }
        }
        if isAdverb(j) {
          // "a newly elected senator"
          guard hasDeterminer, lastWord < 0 else { break }
        }
        // "Lavrov reacted": after a name only a noun that the name describes; after a noun no "-ed".
        if let known = lastName, known.upperBound == j, !leadsToNoun(j, limit) { break }
        if lastWord == j - 1, lastWord >= start, !isNameWord(lastWord), endsWith(j, 0x65, 0x64), classes.isEmpty { break }
        lastWord = j
        j += 1
        continue
      case .number:
        guard lastWord < 0 || j + 1 < limit && self.token(j + 1).kind == .dash && touches(j, j + 1) else { break }
        hasDeterminer = true
        j += 1
        continue
      case .clitic, .singleQuote:
        guard isPossessiveMark(j), lastWord == j - 1 else { break }
        if j + 1 < limit, self.token(j + 1).isWord || isQuoted(j + 1) {
          hasDeterminer = true
          isDefinite = true
          j += 1
          continue
        }
      case .terminator where isNameStop(j, limit), .dash where isInnerHyphen(j, limit), .symbol where isInnerHyphen(j, limit):
        j += 1
        continue
      case .open:
        // "DCP (Central) Shweta Chauhan"
        guard lastWord == j - 1, let close = (j + 1..<max(j + 1, min(limit, j + 5))).first(where: { self.token($0).kind == .close }),
          close > j + 1, close + 1 < limit, isPersonMention(close + 1), lastWord < 0 || !isPersonMention(lastWord),
          !(j..<close).contains(where: { isQuoted($0) || self.token($0).isNumber })
        else { break }
        j = close + 1
        continue
      default: break
      }
      break
    }
    if lastWord < start, j == start + 1, Self.standalone.contains(first), first.key != Self.that, first.key != Self.this {
      // "one of the diplomats"
      if depth < 2, j + 1 < limit, token(j).key == Self.of, classes(j + 1).contains(.determiner),
        let inner = phrase(at: j + 1, limit: limit, depth: depth + 1), inner.kind == .nominal, inner.isPlural
      {
        return SourcePhrase(
          tokens: start..<inner.tokens.upperBound, kind: .nominal, name: nil, head: inner.head, hasDeterminer: true,
          isPlural: first.key != Self.one)
      }
      // "some said", "a mother of three"
      return SourcePhrase(tokens: start..<j, kind: .nominal, name: nil, head: start, hasDeterminer: true, isPlural: first.key != Self.one)
    }
    guard lastWord >= start else { return nil }
    var end = lastWord + 1
    var head = lastWord
    var isNamed = lastName.map { $0.upperBound == end } ?? false
    let headClasses = self.classes(head)
    // "Police said", "The President said", "Analysts say": capitals that are no names.
    if isNamed, let name = lastName, mentionOf[head] < 0, !headClasses.isDisjoint(with: [.person, .body, .document]) {
      if token(head).shape.contains(.sentenceStart) || isOffice(name) || hasDeterminer && !isDefinite
        || hasDeterminer && headClasses.contains(.person)
        || headClasses.contains(.document)
        || name.count == 1 && headClasses.contains(.person)
      {
        isNamed = false
      }
    } else if isNamed, let name = lastName, name.count == 1, mentionOf[head] < 0, name.lowerBound == start,
      token(head).shape.contains(.sentenceStart), endsWithPlural(head)
    {
      isNamed = looksLikeName(head)
    }
    var phrase = SourcePhrase(
      tokens: start..<end, kind: isNamed ? .name : .nominal, name: isNamed ? lastName : nil, head: head, isDefinite: isDefinite,
      hasDeterminer: hasDeterminer, isTime: headClasses.contains(.time),
      isPlural: !isNamed && endsWithPlural(head) || isJoint && headClasses.contains(.person))
    // "Reed and Voss".
    if isNamed, depth < 2, end + 1 < limit, token(end).key == Self.and, isNameWord(end + 1),
      let other = self.phrase(at: end + 1, limit: limit, depth: 2), other.kind == .name
    {
      let after = other.tokens.upperBound
      if after < limit, isCue(after) || self.classes(after).contains(.auxiliary) {
        phrase.tokens = start..<after
        phrase.isPlural = true
        return phrase
      }
    }
    // "a spokesman for X", "Smith of X".
    while depth < 3, end + 1 < limit, !isQuoted(end), token(end).isWord, Self.attaching.contains(token(end)), !phrase.isTime {
      guard let inner = self.phrase(at: end + 1, limit: limit, depth: max(depth, 1) + 1), inner.kind != .pronoun, !inner.isTime else {
        break
      }
      let key = token(end).key
      let close = key == Self.of || key == Self.forWord
      let startsWithName = isNameWord(end + 1) || token(end + 1).key == Self.the && end + 2 < limit && isNameWord(end + 2)
      if isNamed {
        guard startsWithName, close || key == Self.at || key == Self.from else { break }
        if mentionOf[head] < 0, inner.kind == .name, let person = inner.name, person.upperBound == inner.tokens.upperBound,
          mentionTokens[max(0, Int(mentionOf[person.upperBound - 1]))].lowerBound > end + 1,
          isPersonMention(person.upperBound - 1), classes(head).contains(.person)
        {
          // "Secretary of State for Health Matt Hancock"
          phrase.name = document.tokens(in: mentions[Int(mentionOf[person.upperBound - 1])].span)
          head = inner.head
          phrase.head = head
        } else if key == Self.of, mentionOf[head] < 0, let name = phrase.name, name.count == 1 || !isPersonLike(name) {
          // "Department of Agriculture"
          phrase.name = name.lowerBound..<inner.tokens.upperBound
          head = inner.head
          phrase.head = head
        }
      } else {
        if let name = inner.name, name.lowerBound > inner.tokens.lowerBound, isPersonMention(name.lowerBound),
          mentionOf[name.lowerBound - 1] >= 0,
          mentionOf[name.lowerBound - 1] != mentionOf[name.lowerBound]
        {
          // "the director of the Dallas chapter Alia Salem"
          phrase.tokens = start..<inner.tokens.upperBound
          phrase.kind = .name
          phrase.name = name
          phrase.head = inner.head
          return phrase
        }
        if close, let officer = officer(phrase, inner) { return officer }
        guard close || startsWithName || key == Self.from || key == Self.with && inner.hasDeterminer else { break }
        guard isNoun(head) || hasDeterminer || phrase.isPlural else { break }
      }
      end = inner.tokens.upperBound
      phrase.tokens = start..<end
      if !isNamed, inner.tokens.upperBound > end { break }
    }
    // Not "a lawyer for Texan John Smith".
    let isOfOrigin = end > start + 1 && isNameWord(end - 1) && hasDeterminer && !isDefinite
    if phrase.kind == .nominal, !isOfOrigin, end < limit, mentionOf[end] >= 0, isPersonMention(end),
      mentionTokens[Int(mentionOf[end])].lowerBound == end,
      mentionTokens[Int(mentionOf[end])].upperBound <= limit, classes(head).contains(.person)
    {
      // "the undersecretary for education Gabriele Toccafondi"
      let range = mentionTokens[Int(mentionOf[end])]
      phrase.tokens = start..<range.upperBound
      phrase.kind = .name
      phrase.name = document.tokens(in: mentions[Int(mentionOf[end])].span)
      phrase.head = range.upperBound - 1
      phrase.isPlural = false
    }
    return phrase
  }

  private static let offices = WordList("secretary\nminister\ncommissioner\nundersecretary\nchancellor\nspokesperson")
  private static let abbreviatedHonorifics = WordList("mr\nmrs\nms\nmessrs\ndr")

  private static let at = WordKey.of("at")
  private static let from = WordKey.of("from")
  private static let with = WordKey.of("with")
  private static let who = WordKey.of("who")
  private static let definite = WordList(
    """
    this
    that
    these
    those
    his
    her
    its
    their
    """)

  /// "Secretary of State for Health Matt Hancock": the holder's name behind the office, without a comma.
  private func officer(_ office: SourcePhrase, _ inner: SourcePhrase) -> SourcePhrase? {
    let last = inner.tokens.upperBound - 1
    guard isNameWord(office.tokens.lowerBound), isPersonMention(last),
      office.tokens.contains(where: { isNameWord($0) && Self.offices.contains(token($0)) })
    else { return nil }
    let mention = Int(mentionOf[last])
    let words = document.tokens(in: mentions[mention].span)
    // "the spokesman for Health Minister X" is another: the mention holds the title.
    let first = mentionTokens[mention].lowerBound
    guard words.count > 1, words.upperBound == last + 1, first > inner.tokens.lowerBound || first <= office.tokens.lowerBound else {
      return nil
    }
    return SourcePhrase(tokens: office.tokens.lowerBound..<last + 1, kind: .name, name: words, head: last)
  }

  /// "Senior Advocate": words for an office alone that begin a sentence.
  private func isOffice(_ name: Range<Int>) -> Bool {
    guard name.count > 1, token(name.lowerBound).shape.contains(.sentenceStart), classes(name.upperBound - 1).contains(.person) else {
      return false
    }
    return name.allSatisfy {
      mentionOf[$0] < 0 && token($0).isWord && !NameLexicon.shared[token($0).key].flags.isDisjoint(with: [.role, .roleModifier])
    }
  }

  /// Whether the lower-case words from `i` on lead to a noun for somebody, some body or a text: "chief economist".
  private func leadsToNoun(_ i: Int, _ limit: Int) -> Bool {
    if isPersonMention(i - 1) { return false }
    var k = i
    while k < min(limit, i + 4), token(k).isWord, !isNameWord(k), !isQuoted(k) || k == i {
      if isNoun(k) { return true }
      if endsWith(k, 0x65, 0x64) || !classes(k).isDisjoint(with: [.preposition, .conjunction, .subordinator, .auxiliary, .pronoun, .cue]) {
        return false
      }
      k += 1
      if k < limit, isInnerHyphen(k, limit) { k += 1 }
    }
    return false
  }

  private static let state = WordKey.of("state")

  /// "secretary of state", "heads of state".
  private func isOfState(_ i: Int) -> Bool {
    token(i).key == Self.state && i > 1 && token(i - 1).key == Self.of && !isQuoted(i - 1) && isNoun(i - 2)
  }

  /// "state media", "state television": not "claim officials".
  private func modifiesNoun(_ i: Int, _ limit: Int) -> Bool {
    token(i).key == Self.state && i + 1 < limit && token(i + 1).isWord && !isQuoted(i + 1) && isNoun(i + 1)
  }

  /// A noun for certain: somebody, some body, or a text.
  func isNoun(_ i: Int) -> Bool { i >= 0 && !classes(i).isDisjoint(with: [.person, .body, .document]) }

  private func endsWithPlural(_ i: Int) -> Bool {
    if Self.plurals.contains(token(i)) { return true }
    let end = Int(token(i).end)
    return token(i).span.count > 3 && document.bytes[end - 1] == 0x73 && document.bytes[end - 2] != 0x73
      || token(i).span.count > 3 && document.bytes[end - 1] == 0x6e && document.bytes[end - 2] == 0x65 && classes(i).contains(.person)
  }

  /// Whether a capital at the start of a sentence is a name: it has one elsewhere, in mid-sentence.
  private func looksLikeName(_ i: Int) -> Bool {
    let key = token(i).key
    let from = max(0, i - 400)
    let to = min(document.tokens.count, i + 400)
    for j in from..<to where j != i && document.tokens[j].key == key {
      if document.tokens[j].isCapitalized, !document.tokens[j].shape.contains(.sentenceStart) { return true }
    }
    return false
  }

  /// Whether a capital is due to the start of the sentence alone: an ordinary word before one in lower case, or the first half of one.
  private func beginsWithPlainWord(_ i: Int, _ limit: Int) -> Bool {
    guard token(i).isCapitalized, token(i).shape.contains(.sentenceStart), mentionOf[i] < 0, i + 1 < limit, !isQuoted(i + 1) else {
      return false
    }
    let flags = NameLexicon.shared[token(i).key].flags
    if isInnerHyphen(i + 1, limit), token(i + 1).kind == .dash, i + 2 < limit, !isNameWord(i + 2), mentionOf[i + 2] < 0 {
      return classes(i + 2).contains(.determiner) || !flags.isDisjoint(with: [.ordinary, .function])
    }
    guard token(i + 1).isWord, !isNameWord(i + 1), !flags.isDisjoint(with: [.ordinary, .role, .roleModifier]),
      flags.isDisjoint(with: [.given, .place, .organization, .demonym]), classes(i).isDisjoint(with: [.person, .body, .document])
    else { return false }
    guard
      classes(i).isDisjoint(with: [.preposition, .conjunction, .subordinator, .auxiliary, .pronoun, .determiner, .adverb, .time])
    else { return false }
    let next = classes(i + 1)
    return (isNoun(i + 1) || endsWithPlural(i + 1)) && next.isDisjoint(with: QuotationWords.Class.cue.union([.otherVerb, .preposition]))
      && !looksLikeName(i)
  }

  private func isPersonLike(_ name: Range<Int>) -> Bool {
    if mentionOf[name.lowerBound] >= 0 { return entities[mentions[Int(mentionOf[name.lowerBound])].entity].kind == .person }
    return name.count == 2 && !isNoun(name.upperBound - 1)
  }

  // MARK: From right to left

  /// The phrase that ends with a token, or nil.
  func phrase(endingAt last: Int, floor: Int, depth: Int = 0) -> SourcePhrase? {
    guard last >= floor, !isQuoted(last) else { return nil }
    if classes(last).contains(.pronoun), mentionOf[last] < 0, token(last).span.count > 1 || token(last).isCapitalized, !isNamesake(last) {
      return phrase(at: last, limit: last + 1)
    }
    var start = last + 1
    var k = last
    let floor = max(floor, last - 30)
    var needsRole = false
    loop: while k >= floor {
      if isQuoted(k) {
        let stretch = stretches[Int(stretchOf[k])]
        guard stretch.end - stretch.open <= 5, start == k + 1, start <= last, isNameWord(start), stretch.open > floor,
          isNameWord(stretch.open - 1)
        else { break }
        k = stretch.open - 1
        continue
      }
      if mentionOf[k] >= 0 {
        let range = mentionTokens[Int(mentionOf[k])]
        // Two names side by side are two phrases ("In London Smith said"), unless one is a body's ("White House's …", "BBC's …").
        if start <= last, k == start - 1, mentionOf[start] >= 0 { if isPersonMention(start) && isPersonMention(k) { break } }
        guard range.lowerBound >= floor else { break }
        start = range.lowerBound
        k = start - 1
        needsRole = true
        continue
      }
      let token = token(k)
      let classes = classes(k)
      switch token.kind {
      case .word:
        let isFunction = !classes.isDisjoint(with: [.preposition, .conjunction, .subordinator, .auxiliary, .pronoun])
        if start <= last || k == last, k > floor, !isNameWord(k), isInnerHyphen(k - 1, last + 1), self.token(k - 1).kind == .dash {
          // "thirty-one", "34-year-old": one word.
          start = k
          k -= 1
          continue
        }
        if classes.contains(.time), k < last, isInnerHyphen(k + 1, last + 1), self.token(k + 1).kind == .dash {
          start = k
          k -= 1
          continue
        }
        if classes.contains(.determiner), !token.isCapitalized || token.shape.contains(.sentenceStart) || token.key == Self.the {
          // "said that Trump …"
          if start <= last, token.key == Self.that, isNameWord(start) || k > floor && isCue(k - 1) { break loop }
          start = k
          k -= 1
          // "the two men"
          if k >= floor, self.classes(k).contains(.determiner), !isQuoted(k), token.key != Self.the { start = k }
          break loop
        }
        if isNameWord(k), !(token.shape.contains(.sentenceStart) && isFunction) {
          if classes.contains(.time) || isFunction { break loop }
          start = k
          k -= 1
          needsRole = true
          if Self.abbreviatedHonorifics.contains(token) { break loop }
          continue
        }
        if classes.contains(.particle), start <= last, isNameWord(start), k > floor, isNameWord(k - 1) {
          k -= 1
          continue
        }
        if isFunction || classes.contains(.otherVerb) || classes.contains(.time) { break loop }
        if !classes.isDisjoint(with: .cue) {
          guard classes.contains(.alsoNoun) else { break loop }
          if isOfState(k) {
            start = k
            k -= 1
            continue
          }
          if modifiesNoun(k, last + 1), k == floor || !self.token(k - 1).isWord || isQuoted(k - 1) {
            start = k
            k -= 1
            continue
          }
          guard k > floor else { break loop }
          let before = self.classes(k - 1)
          guard before.contains(.determiner) || isPossessiveMark(k - 1) || k == last && self.token(k - 1).isWord && before.isEmpty else {
            break loop
          }
        } else if isAdverb(k) {
          break loop
        }
        // Words before a name must lead to an office: "coach Smith", not "stadium Smith".
        if needsRole, start <= last, isNameWord(start), mentionOf[start] < 0 || isPersonMention(start), !isInnerHyphen(k + 1, last),
          classes.isDisjoint(with: [.person, .honorific])
        {
          break loop
        }
        needsRole = false
        start = k
        k -= 1
        continue
      case .number:
        guard start <= last else { break loop }
        start = k
        k -= 1
        continue
      case .clitic, .singleQuote:
        guard isPossessiveMark(k), start <= last else { break loop }
        needsRole = false
        k -= 1
        continue
      case .terminator where isNameStop(k, last + 1), .dash where isInnerHyphen(k, last + 1), .symbol where isInnerHyphen(k, last + 1):
        k -= 1
        continue
      default: break loop
      }
    }
    guard start <= last else { return nil }
    // A capital of the sentence's first word before lower-case ones is part of the phrase; it was taken above.
    guard var phrase = phrase(at: start, limit: last + 1, depth: 3), phrase.tokens.upperBound == last + 1 else {
      // Fall back to the name alone.
      var name = last
      while name > start, isNameWord(name - 1) || isNameStop(name - 1, last + 1) { name -= 1 }
      guard isNameWord(last), let phrase = phrase(at: name, limit: last + 1, depth: 3), phrase.tokens.upperBound == last + 1 else {
        return nil
      }
      return phrase
    }
    // "Reed and Voss"
    if phrase.kind == .name, start - 2 >= floor, token(start - 1).key == Self.and, !isQuoted(start - 2), isNameWord(start - 2), depth < 2,
      let other = self.phrase(endingAt: start - 2, floor: floor, depth: 2), other.kind == .name
    {
      phrase.tokens = other.tokens.lowerBound..<last + 1
      phrase.name = other.name
      phrase.head = other.head
      phrase.isPlural = true
      return phrase
    }
    if start - 2 >= floor, token(start - 1).key == Self.and, !isQuoted(start - 1), isNameWord(start - 2) || isNoun(start - 2) {
      phrase.isPlural = true
    }
    // "a spokesman for X": go on left of the preposition.
    if depth < 3, start - 2 >= floor, token(start - 1).isWord, Self.attaching.contains(token(start - 1)), !isQuoted(start - 1),
      !isQuoted(start - 2), let outer = self.phrase(endingAt: start - 2, floor: floor, depth: depth + 1), outer.kind != .pronoun,
      !outer.isTime
    {
      let key = token(start - 1).key
      if outer.kind == .nominal, key == Self.of || key == Self.forWord, let officer = officer(outer, phrase) { return officer }
      let hasNoun = outer.tokens.contains { isNoun($0) }
      let accepts: Bool
      switch outer.kind {
      case .name: accepts = isNameWord(start) || token(start).key == Self.the
      case .nominal:
        accepts = hasNoun || outer.hasDeterminer && (key == Self.of || key == Self.forWord) || outer.isPlural && key == Self.of
      case .pronoun: accepts = false
      }
      if accepts, !phrase.isTime {
        var joined = outer
        joined.tokens = outer.tokens.lowerBound..<last + 1
        if outer.kind == .name, let name = outer.name, key == Self.of, mentionOf[name.lowerBound] < 0,
          name.count == 1 || !isPersonLike(name)
        {
          joined.name = name.lowerBound..<last + 1
          joined.head = phrase.head
        }
        return joined
      }
    }
    return phrase
  }

  func isPlaceMention(_ i: Int) -> Bool { mentionOf[i] >= 0 && entities[mentions[Int(mentionOf[i])].entity].kind == .place }
  func isPersonMention(_ i: Int) -> Bool { mentionOf[i] >= 0 && entities[mentions[Int(mentionOf[i])].entity].kind == .person }

  // MARK: Cues

  private static let out = WordKey.of("out")
  private static let onWord = WordKey.of("on")
  private static let it = WordKey.of("it")
  private static let inWord = WordKey.of("in")
  private static let companions: [UInt64: [UInt64]] = {
    var result: [UInt64: [UInt64]] = [:]
    for (verbs, companion) in [
      ("point points pointed pointing", [out]), ("go goes went going", [onWord]), ("put puts putting", [it]),
      ("chime chimes chimed chiming", [inWord]),
    ] {
      for verb in verbs.split(separator: " ") { result[WordKey.of(verb)] = companion }
    }
    return result
  }()

  /// Whether a token is a verb of saying or judging, as far as its neighbours tell.
  func isCue(_ i: Int) -> Bool {
    let token = token(i)
    guard token.isWord, !isQuoted(i), mentionOf[i] < 0 else { return false }
    let classes = classes(i)
    guard !classes.isDisjoint(with: [.say, .label, .weak]) else { return false }
    if token.isCapitalized, !token.shape.contains(.sentenceStart) || modifiesNoun(i, document.tokens.count) { return false }
    if modifiesNoun(i, document.tokens.count), i == 0 || !self.token(i - 1).isWord { return false }
    if let needed = Self.companions[token.key] {
      guard i + 1 < document.tokens.count, needed.contains(self.token(i + 1).key) else { return false }
    }
    guard i > 0, !startsSentence[i] else { return true }
    let before = self.token(i - 1)
    if before.kind == .dash, touches(i - 1, i) { return false }  // so-called
    let beforeClasses = self.classes(i - 1)
    if beforeClasses.contains(.determiner), !isQuoted(i - 1), !beforeClasses.contains(.pronoun), mentionOf[i - 1] < 0 {
      // "this said", "the report": a noun; but "those said", "many said", "two said" are subjects.
      if !Self.standalone.contains(before) { return false }
    }
    if isPossessiveMark(i - 1), !isQuoted(i - 1) { return false }
    if classes.contains(.alsoNoun) {
      if beforeClasses.contains(.preposition), !classes.contains(.participle) { return false }
      if !beforeClasses.isDisjoint(with: .cue), !isQuoted(i - 1), before.isWord, !beforeClasses.contains(.alsoNoun) { return false }
      if before.isNumber { return false }
      // "their asylum claim": the bare form is a verb only after a plural, a pronoun or an auxiliary.
      if isBareForm(i), !Self.irregular.contains(token), before.isWord, !isQuoted(i - 1) {
        let isSubject =
          !beforeClasses.isDisjoint(with: [.pronoun, .auxiliary, .conjunction, .adverb]) || before.key == Self.to || endsWithPlural(i - 1)
          || isAdverb(i - 1)
        if !isSubject { return false }
      }
      if i + 1 < document.tokens.count, !isQuoted(i + 1), self.token(i + 1).key == Self.of, !endsWith(i, 0x65, 0x64) { return false }
    }
    return true
  }

  func isBareForm(_ i: Int) -> Bool {
    !endsWith(i, 0x65, 0x64) && !endsWith(i, 0x6e, 0x67) && document.bytes[Int(token(i).end) - 1] != 0x73
  }

  private static let irregular = WordList("read\nthought\nfelt\nwritten\nput\nmeant")

  private static let standalone = WordList(
    """
    # Determiners that stand for a noun.
    this
    that
    those
    many
    some
    several
    both
    others
    another
    four
    five
    six
    seven
    eight
    nine
    ten
    all
    few
    one
    two
    three
    most
    """)

  private static let beForms = WordList(
    """
    is
    are
    was
    were
    be
    been
    being
    am
    isn't
    wasn't
    aren't
    weren't
    """)

  /// Whether "be" and adverbs stand before a verb: "was [widely] described".
  func isPassive(_ i: Int, floor: Int) -> Bool {
    guard !classes(i).contains(.participle) else { return false }
    var k = i - 1
    while k >= floor, !isQuoted(k), isAdverb(k) || classes(k).contains(.negation) {
      if Self.beForms.contains(token(k)) { return true }
      k -= 1
    }
    return k >= floor && !isQuoted(k) && token(k).isWord && Self.beForms.contains(token(k))
  }

  /// "did not say", "refused to say": before a verb, over auxiliaries and adverbs.
  func isNegated(_ i: Int, floor: Int) -> Bool {
    var k = i - 1
    while k >= floor, !isQuoted(k), token(k).isWord {
      let classes = classes(k)
      if classes.contains(.negation) { return true }
      guard classes.contains(.auxiliary) || classes.contains(.adverb) || token(k).key == Self.to else { return false }
      k -= 1
    }
    return false
  }

  private static let to = WordKey.of("to")

  /// Whether a phrase may be where a clause begins: after a mark, a conjunction, an adverb or a verb that takes a clause.
  func canBeginClause(_ start: Int, floor: Int) -> Bool {
    guard start > floor else { return true }
    let i = start - 1
    if isQuoted(i) || startsSentence[start] { return true }
    let token = token(i)
    guard token.isWord else { return token.kind != .number && token.kind != .clitic && token.kind != .close }
    let classes = classes(i)
    if !classes.isDisjoint(with: [.conjunction, .subordinator, .time]) { return true }
    if classes.contains(.say), isCue(i) { return true }
    return isAdverb(i) && !classes.contains(.preposition)
  }
}
