/// The cue of a quotation and the phrase that names its source, in token indices.
struct CueMatch {
  var cue: Range<Int>?
  var source: SourcePhrase?
  var basis: Quotation.Basis
  /// The cue stands beside the quotation.
  var isAdjacent = false
  var isLabel = false
  /// The earlier stretch whose attribution this is.
  var inherits: Int?
}

/// What stands left of a quotation.
struct LeftContext {
  var attribution: CueMatch?
  /// "did not say …"
  var isNegated = false
  /// "dubbed", "is called": the quotation is a name.
  var isNaming = false
}

extension AttributionContext {
  private static let asWord = WordKey.of("as")
  private static let by = WordKey.of("by")
  private static let to = WordKey.of("to")
  private static let that = WordKey.of("that")
  private static let according = WordKey.of("according")
  private static let what = WordKey.of("what")
  private static let words = WordKey.of("words")
  private static let views = WordList("view\nopinion\nestimation\ntelling\nphrase")
  private static let of = WordKey.of("of")
  private static let inWord = WordKey.of("in")
  private static let forWord = WordKey.of("for")
  private static let who = WordKey.of("who")
  private static let told: Set<UInt64> = Set(["tell", "tells", "told", "telling"].map { WordKey.of($0) })
  private static let asked: Set<UInt64> = Set(["ask", "asks", "asked", "asking"].map { WordKey.of($0) })

  // MARK: Sentences around quotations

  /// Whether the words of a stretch end a sentence.
  func endsSentence(_ s: Int) -> Bool {
    let content = stretches[s].content
    guard let last = content.last else { return false }
    return token(last).kind == .terminator
  }

  /// Whether the words of a stretch begin with a capital (or a number, a bracket, an ellipsis).
  func beginsSentence(_ s: Int) -> Bool {
    for i in stretches[s].content {
      let token = token(i)
      if token.isWord { return token.isCapitalized || token.shape.contains(.innerCaps) }
      if token.isNumber { return true }
    }
    return false
  }

  /// The first token of the sentence around `i`, quotations counting as one piece each; not before `floor`.
  func sentenceStart(before i: Int, floor: Int) -> Int {
    let floor = max(floor, i - 150)
    if i > floor, startsSentence[i], !isQuoted(i - 1) { return i }
    return sentenceStart(endingAt: i, floor: floor)
  }

  /// The first token of the sentence that ends before `i`.
  func sentenceStart(endingAt i: Int, floor: Int) -> Int {
    let floor = max(floor, i - 150)
    var k = i - 1
    if k >= floor, isQuoted(k),
      i >= document.tokens.count || stretchOf[i] < 0 || !endsSentence(Int(stretchOf[k])) || !beginsSentence(Int(stretchOf[i]))
    {
      if i >= document.tokens.count || startsSentence[i] { k = stretches[Int(stretchOf[k])].open - 1 }
    } else if k >= floor, !isQuoted(k) {
      k -= 1
    }
    while k >= floor {
      if isQuoted(k) {
        let stretch = stretches[Int(stretchOf[k])]
        if endsSentence(Int(stretchOf[k])), k + 1 < i || stretchOf[i] < 0 || beginsSentence(Int(stretchOf[i])) {
          if isQuoted(k + 1) || startsSentence[k + 1], !followedByInvertedCue(k + 1) { return k + 1 }
        }
        k = stretch.open - 1
        continue
      }
      if startsSentence[k + 1] { return k + 1 }
      k -= 1
    }
    return max(k + 1, floor)
  }

  private func followedByInvertedCue(_ i: Int) -> Bool {
    i < document.tokens.count && !isQuoted(i) && !token(i).isCapitalized && isCue(i)
  }

  /// After the last token of the sentence around `i`, not after `ceiling`.
  func sentenceEnd(after i: Int, ceiling: Int) -> Int {
    let ceiling = min(ceiling, i + 150)
    var k = i
    while k < ceiling {
      if isQuoted(k) {
        let s = Int(stretchOf[k])
        k = stretches[s].end
        if endsSentence(s), k < ceiling, startsSentence[k] { return k }
        continue
      }
      k += 1
      if k < ceiling, startsSentence[k], !isQuoted(k - 1) { return k }
    }
    return ceiling
  }

  // MARK: Subjects

  /// The subject of the verb at a token, looking no further left than `floor`.
  func subject(of verb: Int, floor: Int, depth: Int = 0) -> SourcePhrase? {
    guard depth < 4 else { return nil }
    let isParticiple = classes(verb).contains(.participle)
    var e = verb - 1
    var sawAuxiliary = false
    while e >= floor, !isQuoted(e), mentionOf[e] < 0 {
      let classes = classes(e)
      if classes.contains(.auxiliary) {
        sawAuxiliary = true
      } else if !(isAdverb(e) && !Self.relative.contains(token(e)) && !token(e).isCapitalized) && !Self.chain.contains(token(e)) {
        break
      }
      e -= 1
    }
    if e >= floor, e + 1 < verb, token(verb - 1).key == Self.to, !isQuoted(e), token(e).isWord, !Self.chain.contains(token(e)) {
      // "was keen to stress", "decided to call": the subject of the finite verb before.
      if let clause = clauseSubject(from: floor, to: e + 1), clause.tokens.upperBound <= e { return clause }
    }
    guard e >= floor else {
      // "Says Mr. Smith: …"
      return isParticiple || sawAuxiliary ? nil : invertedSubject(of: verb)
    }
    if isQuoted(e) {
      // `"…," said X`, but `"…," adding that X …`
      if !isParticiple, let found = invertedSubject(of: verb) { return found }
      return earlierCue(before: stretches[Int(stretchOf[e])].open, floor: floor).flatMap { subject(of: $0, floor: floor, depth: depth + 1) }
    }
    if token(e).kind == .close, let open = (max(floor, e - 12)..<e).last(where: { token($0).kind == .open }), open > floor,
      !(open..<e).contains(where: { isQuoted($0) || isCue($0) })
    {
      // "the World Health Organization (WHO) said"
      e = open - 1
      if isQuoted(e) { return nil }
    }
    let before = token(e)
    if before.isWord, Self.relative.contains(before) {
      // "X, who said"; "what he called" is a pronoun and does not come here.
      var k = e - 1
      if k >= floor, token(k).kind == .comma { k -= 1 }
      guard k >= floor else { return nil }
      return phrase(endingAt: k, floor: floor)
    }
    if before.kind == .comma || before.kind == .close || before.kind == .dash {
      if isParticiple || before.kind == .dash {
        if let cue = earlierCue(before: e, floor: floor), let found = subject(of: cue, floor: floor, depth: depth + 1) { return found }
      }
      if before.kind == .comma, !isParticiple, let found = subjectAfterClause(verb, comma: e, floor: floor) { return found }
      return clauseSubject(from: floor, to: e)
    }
    let beforeClasses = classes(e)
    if isParticiple, before.key == Self.asWord, e > floor, let named = phrase(endingAt: e - 1, floor: floor),
      named.tokens.lowerBound > floor,
      Self.reporting.contains(token(named.tokens.lowerBound - 1))
    {
      // "the agency quoted X as saying"
      return named
    }
    if !beforeClasses.isDisjoint(with: [.conjunction, .subordinator]) || before.key == Self.asWord
      || isParticiple && beforeClasses.contains(.preposition) && !Self.absolute.contains(before)
    {
      if before.key == Self.asWord, e > floor, isCue(e - 1) || token(e - 1).isWord, isParticiple {
        // "was quoted as saying"
        if classes(e - 1).contains(.weak) { return subject(of: e - 1, floor: floor, depth: depth + 1) }
      }
      if let cue = earlierCue(before: e, floor: floor), let found = subject(of: cue, floor: floor, depth: depth + 1) { return found }
      return clauseSubject(from: floor, to: e)
    }
    guard let found = phrase(endingAt: e, floor: floor), !found.isTime else { return clauseSubject(from: floor, to: e) }
    if isParticiple, found.kind == .nominal, classes(found.head).contains(.document), !classes(found.head).contains(.person),
      let owner = clauseSubject(from: floor, to: found.tokens.lowerBound), owner.kind != .nominal || isNoun(owner.head)
    {
      // "the White House released a statement saying …"
      return owner
    }
    // "all they get is a message stating …"
    if isParticiple, found.kind == .nominal, classes(found.head).contains(.document) { return found }
    if found.kind == .pronoun || canBeginClause(found.tokens.lowerBound, floor: floor) { return found }
    if isParticiple, found.tokens.lowerBound > floor, classes(found.tokens.lowerBound - 1).contains(.preposition) {
      if Self.absolute.contains(token(found.tokens.lowerBound - 1)) { return found }
      if let cue = earlierCue(before: found.tokens.lowerBound, floor: floor), let main = subject(of: cue, floor: floor, depth: depth + 1) {
        return main
      }
    }
    if let clause = clauseSubject(from: floor, to: verb), clause.tokens.lowerBound < found.tokens.lowerBound {
      return found.kind == .name && describes(from: clause.tokens.upperBound, to: found.tokens.lowerBound) ? found : clause
    }
    return found
  }

  /// Whether only words for what somebody is stand between two phrases: "Tory [opposite number] Harriet Lyle".
  private func describes(from start: Int, to end: Int) -> Bool {
    start <= end && end - start <= 6
      && (start..<end).allSatisfy { i in
        if token(i).kind == .dash { return i > 0 && touches(i - 1, i) }
        // "FTSE 100 housebuilder X"
        if token(i).isNumber { return i == start && i + 1 < end }
        return token(i).isWord && !isQuoted(i) && !token(i).isCapitalized && !isAdverb(i) && !endsWith(i, 0x65, 0x64)
          && classes(i).isDisjoint(
            with: QuotationWords.Class.cue.union([
              .preposition, .conjunction, .subordinator, .auxiliary, .pronoun, .determiner, .otherVerb, .time, .negation,
            ]))
      }
  }

  /// "The bridge fell, said X, a police officer.": what is said stands before the verb as a whole clause, the subject after it.
  private func subjectAfterClause(_ verb: Int, comma: Int, floor: Int) -> SourcePhrase? {
    guard comma == verb - 1, classes(verb).contains(.say), !classes(verb).contains(.noInversion),
      let first = clauseSubject(from: floor, to: comma)
    else { return nil }
    // The clause has its verb: "X, a police officer, said Y was …" goes on with a comma instead.
    let next = first.tokens.upperBound
    guard next <= comma, token(next).isWord || token(next).isNumber || next == comma, !Self.relative.contains(token(next)) else {
      return nil
    }
    guard
      next == comma || classes(next).isDisjoint(with: .preposition) || !isNoun(first.head)
        || (next..<comma).contains(where: { !classes($0).isDisjoint(with: [.auxiliary, .otherVerb]) || endsWith($0, 0x65, 0x64) })
    else { return nil }
    guard let found = invertedSubject(of: verb), found.kind == .name || found.kind == .nominal && isNoun(found.head) else { return nil }
    // Not the subject of the clause that the verb governs.
    let after = found.tokens.upperBound
    guard after < document.tokens.count, !startsSentence[after] else { return next < comma ? found : nil }
    // "The recipients, said X, are …"
    if next == comma { return token(after).kind == .comma ? found : nil }
    if token(after).isWord {
      return !classes(after).isDisjoint(with: [.preposition, .time, .conjunction]) || Self.relative.contains(token(after)) ? found : nil
    }
    return token(after).kind == .clitic ? nil : found
  }

  /// Of an inverted clause: `said [also] X`.
  func invertedSubject(of verb: Int) -> SourcePhrase? {
    var i = verb + 1
    let limit = min(document.tokens.count, verb + 45)
    while i < limit, !isQuoted(i), isAdverb(i), i <= verb + 2 { i += 1 }
    // "claimed that the executive …": a clause, not a subject.
    guard i < limit, token(i).key != Self.that, var found = phrase(at: i, limit: limit), !found.isTime else { return nil }
    // Not a subject of another verb: "said he would".
    let after = found.tokens.upperBound
    // "said People Before Profit's Zoë Pike": only the beginning of a name.
    if found.kind != .pronoun, after < limit, !isQuoted(after), !startsSentence[after], token(after).isWord, token(after).isCapitalized,
      !classes(after).isDisjoint(with: [.preposition, .conjunction, .subordinator])
    {
      return nil
    }
    if found.kind == .pronoun, after < limit, !isQuoted(after), token(after).isWord, !classes(after).isDisjoint(with: [.auxiliary, .cue]) {
      return nil
    }
    named(&found, limit: limit)
    return found
  }

  /// "a spokesman for the squad, Brian Mitchelhill": takes the name in apposition, if a comma or an end follows it.
  func named(_ phrase: inout SourcePhrase, limit: Int) {
    guard phrase.kind == .nominal, !phrase.isPlural else { return }
    let comma = phrase.tokens.upperBound
    guard comma + 1 < limit, token(comma).kind == .comma, !isQuoted(comma),
      let name = self.phrase(at: comma + 1, limit: limit), name.kind == .name, let words = name.name,
      mentionOf[words.lowerBound] >= 0 ? isPersonMention(words.lowerBound) : words.count >= 2
    else { return }
    guard !classes(phrase.head).isDisjoint(with: [.person, .document]) || mentionOf[words.lowerBound] >= 0 else { return }
    let end = name.tokens.upperBound
    guard
      end >= limit || !token(end).isWord || isCue(end) || isQuoted(end)
        || !classes(end).isDisjoint(with: [.auxiliary, .preposition, .time, .conjunction])
    else { return }
    phrase = name
  }

  private static let reporting = WordList("quoted\nquotes\nquoting\nquote\ncited\ncites\nciting\ncite")
  private static let relative = WordList("who\nwhich\nthat")
  /// Words between a subject and its verb that only carry it on: "went on to", "was quoted as".
  private static let chain = WordList(
    """
    to
    went
    goes
    go
    continued
    continues
    began
    begins
    came
    out
    ended
    up
    """)
  /// "with Kim saying": the phrase before the participle is its subject, the preposition stands before that.
  private static let absolute = WordList("with")

  /// The nearest cue left of a token in the sentence, over quotations.
  func earlierCue(before i: Int, floor: Int) -> Int? {
    var k = i - 1
    let floor = max(floor, i - 80)
    while k >= floor {
      if isQuoted(k) {
        k = stretches[Int(stretchOf[k])].open - 1
        continue
      }
      if isCue(k), !isPassive(k, floor: floor), !classes(k).contains(.participle) || k == floor { return k }
      k -= 1
    }
    return nil
  }

  /// The subject of the clause that lies before `end`: the first phrase after introductory phrases and clauses.
  func clauseSubject(from floor: Int, to end: Int) -> SourcePhrase? {
    var i = max(floor, end - 90)
    // A clause of its own inside the sentence: ", but X …", "that X, …", or after a quotation.
    var k = end - 1
    while k > i {
      if isQuoted(k) {
        i = k + 1
        break
      }
      let token = token(k)
      if token.kind == .semicolon || token.kind == .colon {
        i = k + 1
        break
      }
      if token.isWord, Self.clauseOpeners.contains(token), opensClause(k, from: i) {
        i = k + 1
        break
      }
      k -= 1
    }
    if end > i, end < document.tokens.count, token(end).kind == .comma, let inner = complementStart(from: i, to: end) { i = inner }
    if i == floor { i = afterDateline(i, end) }
    for _ in 0..<8 {
      while i < end, !isQuoted(i),
        token(i).kind == .comma || token(i).kind == .dash || token(i).kind == .open || token(i).kind == .close
          || classes(i).contains(.conjunction) || token(i).kind == .terminator
          || isAdverb(i) && classes(i).isDisjoint(with: [.subordinator, .determiner])
      { i += 1 }
      guard i < end else { return nil }
      if isQuoted(i) {
        i = stretches[Int(stretchOf[i])].end
        continue
      }
      let classes = classes(i)
      let isIntroductory =
        mentionOf[i] < 0
        && (!classes.isDisjoint(with: [.preposition, .subordinator])
          || i == floor && (classes.contains(.participle) || isBareParticiple(i)))
      if isIntroductory {
        if let comma = nextComma(from: i, to: end) {
          if let found = apposed(after: i, comma, end) { return found }
          i = comma + 1
          continue
        }
        guard let inner = phrase(at: i + 1, limit: end, depth: 2), inner.tokens.upperBound < end else { return nil }
        i = inner.tokens.upperBound
        continue
      }
      // "14:20 The ambulance service says"
      let isClock = token(i).isNumber && i + 1 < end && token(i + 1).isCapitalized && self.classes(i + 1).contains(.determiner)
      if isClock || classes.contains(.time) && !classes.contains(.person) {
        i += 1
        continue
      }
      guard var found = phrase(at: i, limit: end) else { return nil }
      if found.isTime {
        i = found.tokens.upperBound
        continue
      }
      // "the secretary general of CEI (…), Nunzio Galantino,"
      var after = found.tokens.upperBound
      if after < end, token(after).kind == .open, let close = (after..<min(end, after + 12)).first(where: { token($0).kind == .close }) {
        after = close + 1
        if after < end, token(after).kind == .comma {
          var stretched = found
          stretched.tokens = found.tokens.lowerBound..<after
          named(&stretched, limit: document.tokens.count)
          if stretched.kind == .name { return stretched }
        }
      }
      named(&found, limit: document.tokens.count)
      return found
    }
    return nil
  }

  /// "For Elena Ricci, a shop owner, …": who is meant is named before the comma.
  private func apposed(after preposition: Int, _ comma: Int, _ end: Int) -> SourcePhrase? {
    guard Self.dative.contains(token(preposition)), let found = phrase(at: preposition + 1, limit: end),
      found.kind == .name, found.tokens.upperBound == comma, let name = found.name, isPersonMention(name.lowerBound),
      let role = phrase(at: comma + 1, limit: end), role.kind == .nominal
    else { return nil }
    let after = role.tokens.upperBound
    return after >= end || token(after).kind == .comma || token(after).kind == .colon ? found : nil
  }

  private static let dative = WordList("for\nto")

  /// "Police said the suspect, identified as Webb, told": the clause after a verb of saying without "that".
  private func complementStart(from start: Int, to end: Int) -> Int? {
    var k = end - 1
    while k > start {
      if isQuoted(k) { return nil }
      if isCue(k), classes(k).contains(.say), !classes(k).contains(.participle), token(k - 1).isWord, !Self.relative.contains(token(k - 1))
      {
        guard let subject = phrase(at: k + 1, limit: end, depth: 2), subject.tokens.upperBound < end,
          token(subject.tokens.upperBound).kind == .comma
        else { return nil }
        return k + 1
      }
      k -= 1
    }
    return nil
  }

  /// "Speaking", "Asked": a participle that opens a sentence.
  func isBareParticiple(_ i: Int) -> Bool {
    guard token(i).isWord, i + 1 < document.tokens.count, token(i + 1).isWord else { return false }
    if token(i).isCapitalized, endsWith(i, 0x6e, 0x67), classes(i + 1).isDisjoint(with: [.auxiliary]), !isCue(i + 1) { return true }
    return endsWith(i, 0x65, 0x64) && (classes(i + 1).contains(.preposition) || Self.asked.contains(token(i).key))
  }

  private static let clauseOpeners = WordList(
    """
    but
    while
    whereas
    although
    though
    because
    that
    what
    and
    """)
  private static let and = WordKey.of("and")

  private func opensClause(_ k: Int, from i: Int) -> Bool {
    guard k > i else { return false }
    if token(k).key == Self.that { return isCue(k - 1) }
    // "Here is what X, the union leader, told"
    if token(k).key == Self.what { return classes(k - 1).contains(.auxiliary) }
    guard token(k - 1).kind == .comma else { return false }
    // ", and" joins clauses only if what follows is a subject with its verb.
    guard token(k).key == Self.and else { return true }
    guard let next = phrase(at: k + 1, limit: k + 30) else { return false }
    let after = next.tokens.upperBound
    return after < document.tokens.count && !isQuoted(after) && (isCue(after) || !classes(after).isDisjoint(with: [.auxiliary]))
  }

  private func nextComma(from i: Int, to end: Int) -> Int? {
    var k = i
    var depth = 0
    while k < end {
      if isQuoted(k) {
        k = stretches[Int(stretchOf[k])].end
        continue
      }
      switch token(k).kind {
      case .open: depth += 1
      case .close: depth -= 1
      case .comma where depth <= 0: return k
      default: break
      }
      k += 1
    }
    return nil
  }

  /// After "TORVIK, Norway (AP) —" at the start of a block.
  private func afterDateline(_ i: Int, _ end: Int) -> Int {
    guard i < end, token(i).isWord, token(i).isCapitalized else { return i }
    var k = i
    while k < min(end, i + 14) {
      if token(k).kind == .dash, !touches(k - 1, k) || token(k).span.count > 1 { return k + 1 }
      guard token(k).kind != .terminator || k > i && touches(k - 1, k) else { return i }
      if token(k).isWord, !token(k).isCapitalized { return i }
      k += 1
    }
    return i
  }

  // MARK: Left of the quotation

  /// The cue that governs the place before token `open`, where a quotation stands (or the end of the paragraph before it).
  ///
  /// - Parameter atEnd: the place is the end of a paragraph.
  func leftContext(of open: Int, floor: Int, attributions: [CueMatch?], isFragment: Bool, atEnd: Bool = false) -> LeftContext {
    var result = LeftContext()
    let start = atEnd ? sentenceStart(endingAt: open, floor: floor) : sentenceStart(before: open, floor: floor)
    var words = 0
    var commas = 0
    var hasBreak = false
    var pending: CueMatch?
    var pendingCommas = 0
    var isFirstStretch = true
    let endsWithMark = open > start && !isQuoted(open - 1) && (token(open - 1).kind == .comma || token(open - 1).kind == .colon)
    let endsWithColon = endsWithMark && token(open - 1).kind == .colon
    var question = false
    var i = open - 1
    scan: while i >= start, words < 70 {
      if isQuoted(i) {
        let s = Int(stretchOf[i])
        if isFirstStretch, words <= 4, attributions.indices.contains(s), let known = attributions[s], known.source != nil, pending == nil,
          joins(stretches[s].end..<open)
        {
          var inherited = known
          inherited.inherits = s
          inherited.isAdjacent = false
          result.attribution = inherited
          return result
        }
        isFirstStretch = false
        i = stretches[s].open - 1
        continue
      }
      let token = token(i)
      switch token.kind {
      case .semicolon:
        break scan
      case .comma:
        commas += 1
        if i + 1 < open, !isQuoted(i + 1), Self.breaks.contains(self.token(i + 1)) { hasBreak = true }
      case .word:
        let classes = classes(i)
        if Self.questions.contains(token) { question = true }
        if token.key == Self.to, i > start, self.token(i - 1).key == Self.according, var source = phrase(at: i + 1, limit: open),
          !source.isTime
        {
          named(&source, limit: open)
          if pending == nil || commas > 0 {
            result.attribution = CueMatch(cue: i - 1..<i + 1, source: source, basis: .accordingTo)
            return result
          }
        }
        if token.key == Self.words || Self.views.contains(token), let found = wordsOf(i, start: start, open: open) {
          result.attribution = found
          return result
        }
        if classes.contains(.speechNoun), i + 1 < open, self.token(i + 1).key == Self.that, pending == nil,
          let owner = owner(of: i, floor: start)
        {
          result.attribution = CueMatch(cue: i..<i + 1, source: owner, basis: .accordingTo)
          return result
        }
        if open < document.tokens.count, isQuoted(open), case let s = Int(stretchOf[open]), s > 0, let known = attributions[s - 1],
          known.isAdjacent,
          known.cue?.contains(i) == true, i >= stretches[s - 1].end, endsWithMark || !hasBreak && pending == nil
        {
          // `"…," said X, who leads the inquiry, "…"`
          result.attribution = known
          return result
        }
        if classes.contains(.naming), classes.isDisjoint(with: .cue), words <= 6, commas == 0, pending == nil {
          result.isNaming = true
          return result
        }
        if isCue(i) {
          let outcome = judge(
            i, start: start, open: open, words: words, commas: commas, hasBreak: hasBreak, colon: endsWithColon,
            mark: endsWithMark, isFragment: isFragment, question: question)
          switch outcome {
          case .none: break
          case .negated:
            if !endsWithMark {
              result.isNegated = true
              return result
            }
          case .naming(let isFinal):
            if pending == nil { result.isNaming = true }
            if isFinal, words == 0 { return result }
          case .weak(let attribution):
            if pending == nil {
              pending = attribution
              pendingCommas = commas
            }
          case .strong(let attribution):
            if let weak = pending, commas > pendingCommas { result.attribution = weak } else { result.attribution = attribution }
            result.isNaming = false
            return result
          }
        }
        words += 1
      case .number: words += 1
      default: break
      }
      i -= 1
    }
    result.attribution = pending
    return result
  }

  private static let breaks = WordList(
    """
    but
    while
    whereas
    although
    though
    when
    who
    which
    before
    because
    """)
  private static let questions = WordList(
    """
    how
    whether
    if
    why
    """)

  /// "and", "or a", ", and that": what may stand between two quotations of one clause.
  private func joins(_ gap: Range<Int>) -> Bool {
    var hasJoint = false
    for i in gap {
      let token = token(i)
      if token.kind == .comma {
        hasJoint = true
        continue
      }
      if token.kind == .open || token.kind == .close { continue }
      guard token.isWord else { return false }
      let classes = classes(i)
      if classes.contains(.conjunction) {
        hasJoint = true
      } else if isCue(i) || classes.contains(.pronoun) || token.isCapitalized {
        return false
      }
    }
    return hasJoint || gap.isEmpty
  }

  /// "in the words of X", "in X's words".
  private func wordsOf(_ i: Int, start: Int, open: Int) -> CueMatch? {
    if i + 1 < open, token(i + 1).key == Self.of, token(i).key == Self.words || i - 2 >= start && token(i - 2).key == Self.inWord,
      var source = phrase(at: i + 2, limit: open), !source.isTime
    {
      named(&source, limit: open)
      return CueMatch(cue: i..<i + 2, source: source, basis: .accordingTo)
    }
    guard let owner = owner(of: i, floor: start), owner.tokens.lowerBound > start, token(owner.tokens.lowerBound - 1).key == Self.inWord
    else {
      return nil
    }
    return CueMatch(cue: i..<i + 1, source: owner, basis: .accordingTo)
  }

  private static let possessives = WordList(
    """
    his
    her
    its
    their
    """)

  /// The possessor of a noun: "X's complaint", "his words".
  private func owner(of noun: Int, floor: Int) -> SourcePhrase? {
    guard noun - 1 >= floor, !isQuoted(noun - 1) else { return nil }
    if Self.possessives.contains(token(noun - 1)) {
      return SourcePhrase(tokens: noun - 1..<noun, kind: .pronoun, name: nil, head: noun - 1)
    }
    var k = noun - 1
    while k >= floor, noun - k <= 3, token(k).isWord, classes(k).isEmpty { k -= 1 }
    guard k > floor, token(k).kind == .clitic || token(k).kind == .singleQuote, !isQuoted(k) else { return nil }
    return phrase(endingAt: k - 1, floor: floor)
  }

  private enum Judgement {
    case none, negated
    /// The quotation names a thing; `isFinal` if no other verb can claim it.
    case naming(isFinal: Bool)
    case weak(CueMatch)
    case strong(CueMatch)
  }

  private static let needAs: Set<UInt64> = Set(
    """
    dismiss reject describe characterize characterise refer depict portray denounce condemn hail praise laud deride decry tout qualify regard
    criticize criticise ridicule mock defend slam blast welcome applaud pan assail accuse lambast lambaste
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).flatMap { verb -> [UInt64] in
      let stem = verb.hasSuffix("e") ? verb.dropLast() : verb.hasSuffix("y") ? verb.dropLast() + "i" : verb[...]
      return [
        WordKey.of(verb), WordKey.of(verb + "s"), WordKey.of(stem + "es"), WordKey.of(stem + "ed"), WordKey.of(stem + "ing"),
        WordKey.of(verb + "ing"), WordKey.of(verb + "red"), WordKey.of(verb + "ring"), WordKey.of(verb + "med"), WordKey.of(verb + "ming"),
        WordKey.of(verb + "ned"), WordKey.of(verb + "ning"),
      ]
    })

  /// What the cue at `verb` does for a quotation at `open`, with what lies between.
  private func judge(
    _ verb: Int, start: Int, open: Int, words: Int, commas: Int, hasBreak: Bool, colon: Bool, mark: Bool, isFragment: Bool, question: Bool
  ) -> Judgement {
    let classes = classes(verb)
    let cue = verb..<verb + 1
    if classes.contains(.label), verb + 1 < open, !isQuoted(verb + 1), token(verb + 1).key == Self.forWord {
      // "They call for “urgent …”"; of "calls for the creation of four “zones”" the words are the writer's.
      guard words <= 2, let subject = subject(of: verb, floor: start), isPlausible(subject, for: verb) else { return .none }
      return .weak(CueMatch(cue: verb..<verb + 2, source: subject, basis: .clause))
    }
    if classes.contains(.label) {
      let agentAfter = verb + 1 < open ? agent(in: verb + 1..<open) : nil
      let isPassive = isPassive(verb, floor: start) || agentAfter != nil || verb == start
      if isPassive || words == 0, !classes.contains(.say) {
        if let agentAfter {
          return .strong(CueMatch(cue: cue, source: agentAfter, basis: .clause, isLabel: true))
        }
        if let agent = agentAfterQuotation(at: open) { return .strong(CueMatch(cue: cue, source: agent, basis: .clause, isLabel: true)) }
        if isPassive { return .naming(isFinal: !Self.needAs.contains(token(verb).key) && !Self.verdicts.contains(token(verb))) }
      }
      if isNegated(verb, floor: start) { return .negated }
      if words == 0, !colon {
        // "what he called “…”", but "the group called “…”" names it.
        guard let subject = subject(of: verb, floor: start),
          isFronted(subject, start: start) || classes.contains(.participle) == false && Self.needAs.contains(token(verb).key)
        else { return .naming(isFinal: true) }
        return .strong(CueMatch(cue: cue, source: subject, basis: .clause, isAdjacent: true, isLabel: true))
      }
      let fits: Bool
      if Self.needAs.contains(token(verb).key) {
        fits = colon || hasAs(before: open, after: verb) || words <= 8 && commas == 0
      } else {
        fits = colon || words <= 25 && (commas == 0 || mark && words <= 12)
      }
      guard fits, let subject = subject(of: verb, floor: start), isPlausible(subject, for: verb) else { return .none }
      return .strong(CueMatch(cue: cue, source: subject, basis: .clause, isLabel: true))
    }
    if isPassive(verb, floor: start), !classes.contains(.participle) {
      // "was quoted as saying" comes by its participle; "was told", "is said" have no subject that speaks.
      return .none
    }
    if Self.asked.contains(token(verb).key), question, isFragment { return .none }
    if isNegated(verb, floor: start) { return .negated }
    guard !hasBreak || mark && words <= 12 else { return .none }
    if hasBreak, isFragment, !colon { return .none }
    guard let subject = subject(of: verb, floor: start), isPlausible(subject, for: verb) else { return .none }
    if classes.contains(.say) {
      let isAdjacent = words <= 1 || mark && words <= 12
      if classes.contains(.near), !isAdjacent, words > 8 || commas > 0 { return .none }
      return .strong(CueMatch(cue: cue, source: subject, basis: isAdjacent ? .cue : .clause, isAdjacent: isAdjacent))
    }
    guard colon || words <= 8 && commas <= 1 else { return .none }
    return .weak(CueMatch(cue: cue, source: subject, basis: colon || words == 0 ? .cue : .clause, isAdjacent: colon || words == 0))
  }

  private static let verdicts = WordList(
    """
    rated
    deemed
    labeled
    labelled
    """)

  private static let fronting = WordList(
    """
    what
    which
    whom
    whose
    that
    """)

  private func isFronted(_ subject: SourcePhrase, start: Int) -> Bool {
    var k = subject.tokens.lowerBound - 1
    var steps = 0
    while k >= start, steps < 3, !isQuoted(k) {
      if Self.fronting.contains(token(k)) { return true }
      guard token(k).isWord || token(k).kind == .comma else { return false }
      k -= 1
      steps += 1
    }
    return false
  }

  /// "as", perhaps with a determiner, an adverb or "being" after it.
  private func hasAs(before open: Int, after verb: Int) -> Bool {
    var k = open - 1
    while k > verb, open - k <= 5 {
      if isQuoted(k) {
        k = stretches[Int(stretchOf[k])].open - 1
        continue
      }
      if token(k).key == Self.asWord { return true }
      guard token(k).isWord || token(k).kind == .comma else { return false }
      k -= 1
    }
    return false
  }

  private func agent(in range: Range<Int>) -> SourcePhrase? {
    for i in range where !isQuoted(i) && token(i).key == Self.by {
      guard i - range.lowerBound <= 12 else { return nil }
      guard var source = phrase(at: i + 1, limit: range.upperBound), !source.isTime, !isGerund(i + 1) else { return nil }
      named(&source, limit: range.upperBound)
      return source
    }
    return nil
  }

  private func isGerund(_ i: Int) -> Bool { token(i).isWord && !token(i).isCapitalized && endsWith(i, 0x6e, 0x67) }

  private func agentAfterQuotation(at open: Int) -> SourcePhrase? {
    guard open < document.tokens.count, isQuoted(open) else { return nil }
    var j = stretches[Int(stretchOf[open])].end
    // "… “a” and “b” by Z"
    var hops = 0
    while j < document.tokens.count, hops < 3, isQuoted(j) || classes(j).contains(.conjunction), !startsSentence[j] {
      j = isQuoted(j) ? stretches[Int(stretchOf[j])].end : j + 1
      hops += 1
    }
    let block = document.tokens.count
    var steps = 0
    while j < block, steps < 4, !isQuoted(j), !startsSentence[j] {
      if token(j).key == Self.by {
        guard var source = phrase(at: j + 1, limit: block), !source.isTime, !isGerund(j + 1) else { return nil }
        named(&source, limit: block)
        return source
      }
      guard token(j).isWord, classes(j).isDisjoint(with: [.auxiliary, .conjunction, .preposition]) else { return nil }
      j += 1
      steps += 1
    }
    return nil
  }

  /// A verb that may be a noun wants a subject that is surely one.
  private func isPlausible(_ subject: SourcePhrase, for verb: Int) -> Bool {
    guard !subject.isTime else { return false }
    switch subject.kind {
    case .pronoun: return true
    case .name: return true
    case .nominal:
      if subject.tokens.contains(where: { isNoun($0) }) { return true }
      if classes(verb).contains(.alsoNoun), !endsWith(verb, 0x65, 0x64) { return subject.hasDeterminer && subject.isPlural }
      return subject.hasDeterminer || subject.isPlural
        || subject.tokens.contains { token($0).isCapitalized && !token($0).shape.contains(.sentenceStart) }
    }
  }

  // MARK: Right of the quotation

  /// The cue beside the end of a stretch: `"…," said X`, `"…," X said`, `"…", according to X`, `"…" – X`.
  func rightCue(of s: Int, ceiling: Int) -> CueMatch? {
    let stretch = stretches[s]
    guard stretch.hasClosingMark, let last = stretch.content.last else { return nil }
    var j = stretch.end
    let limit = min(ceiling, j + 70)
    // "((it))"
    if j < limit, token(j).kind == .open {
      var k = j
      while k < min(limit, j + 8), token(k).kind == .open || token(k).isWord { k += 1 }
      while k < min(limit, j + 8), token(k).kind == .close { k += 1 }
      if k > j, token(k - 1).kind == .close { j = k }
    }
    guard j < limit, !isQuoted(j) else { return nil }
    let insideKind = token(last).kind
    let isStop = insideKind == .terminator && token(last).span.count == 1 && document.bytes[Int(token(last).start)] == 0x2e
    var loose = insideKind == .comma || insideKind == .dash || insideKind == .terminator && !isStop
    if token(j).kind == .comma {
      loose = true
      j += 1
    } else if token(j).kind == .dash {
      if let found = dashName(after: j, ceiling: ceiling, stretch: stretch) { return found }
      loose = true
      j += 1
    } else if startsSentence[j], isStop {
      // `"We failed." Dunn said.` is sloppy; `"We failed." Dunn said the bridge …` is a new sentence.
      loose = false
    }
    guard j < limit, !isQuoted(j) else { return nil }
    let end = max(j + 1, min(limit, sentenceEnd(after: j, ceiling: limit)))
    if token(j).isWord, token(j).key == Self.according, j + 1 < end, token(j + 1).key == Self.to, var source = phrase(at: j + 2, limit: end)
    {
      named(&source, limit: end)
      return CueMatch(cue: j..<j + 2, source: source, basis: .accordingTo, isAdjacent: true)
    }
    var k = j
    while k < end, !isQuoted(k), isAdverb(k) && !token(k).isCapitalized, k < j + 2 { k += 1 }
    // said X
    if k < end, isPostCue(k), !token(k).isCapitalized, !classes(k).contains(.participle) {
      if loose || !classes(k).contains(.alsoNoun) && classes(k).contains(.say), !classes(k).contains(.noInversion),
        let source = invertedSubject(of: k)
      {
        // `"Der Spiegel" reported the affair`: a title that does something.
        if loose || source.kind == .name || source.kind == .nominal && isNoun(source.head) {
          return CueMatch(cue: k..<k + 1, source: source, basis: .cue, isAdjacent: true)
        }
      }
    }
    // X said
    guard let source = phrase(at: j, limit: end), !source.isTime else { return nil }
    var named = source
    var v = source.tokens.upperBound
    if v < end, token(v).kind == .comma || token(v).kind == .open || token(v).kind == .dash, !isQuoted(v) {
      guard let found = verbAfterApposition(from: v, to: end) else { return nil }
      self.named(&named, limit: end)
      v = found
    } else {
      if source.kind != .pronoun, v < end, Self.relative.contains(token(v)), !isQuoted(v) {
        guard let found = verbAfterApposition(from: v, to: end) else { return nil }
        v = found
      }
      while v < end, !isQuoted(v), isAdverb(v) || classes(v).contains(.auxiliary) || Self.quotedAs.contains(token(v)) && !isFinalCue(v) {
        if classes(v).contains(.negation) { return nil }
        v += 1
      }
    }
    guard v < end, !isQuoted(v), isPostCue(v), !isPassive(v, floor: j) || classes(v).contains(.participle) else { return nil }
    // `"I won!" Twitter said the claim was false.`: a sentence of its own.
    if insideKind == .terminator, startsSentence[j], v + 1 < end, token(v + 1).isWord, !isQuoted(v + 1), Self.plain.contains(token(v)),
      classes(v + 1).isDisjoint(with: [.time, .preposition, .conjunction, .subordinator]), !isAdverb(v + 1)
    {
      return nil
    }
    if !loose {
      // Without a comma only where the clause ends at once, or only says to whom, when and where.
      let after = v + 1
      let ends =
        after >= end || token(after).kind == .terminator || isQuoted(after)
        || !classes(after).isDisjoint(with: [.time, .preposition]) || token(after).kind == .comma
        || classes(v).contains(.noInversion)
      guard ends, source.kind != .nominal || source.hasDeterminer else { return nil }
      if isStop, startsSentence[j] {
        // A new sentence may well begin "Dunn said Monday …" or "Dunn told …".
        guard after >= end || token(after).kind == .terminator else { return nil }
        // "Her friend, Keiko, agreed." is one.
        guard Self.sloppy.contains(token(v)) else { return nil }
      }
    }
    return CueMatch(cue: v..<v + 1, source: named, basis: .cue, isAdjacent: true)
  }

  private static let quotedAs = WordList(
    """
    quoted
    cited
    as
    went
    goes
    continued
    to
    """)

  private func isFinalCue(_ v: Int) -> Bool {
    guard v + 1 < document.tokens.count, !isQuoted(v + 1) else { return true }
    return !token(v + 1).isWord || !(Self.quotedAs.contains(token(v + 1)) || isCue(v + 1))
  }

  private func isPostCue(_ i: Int) -> Bool {
    guard token(i).isWord, !isQuoted(i) else { return false }
    let classes = classes(i)
    if classes.contains(.participle), i == 0 || !Self.quotedAs.contains(token(i - 1)), !self.classes(i - 1).contains(.auxiliary) {
      return false
    }
    if classes.contains(.say) || classes.contains(.weak) { return isCue(i) }
    return classes.contains(.manner) && (!token(i).isCapitalized)
  }

  /// The cue after an apposition: `, chief economist at Norbank, said`; `, who joined in 2019, said`.
  private func verbAfterApposition(from comma: Int, to end: Int) -> Int? {
    var k = comma + 1
    let limit = min(end, comma + 45)
    while k < limit {
      guard !isQuoted(k) else { return nil }
      if isPostCue(k), classes(k).contains(.say) || classes(k).contains(.manner) {
        var before = k - 1
        while before > comma, isAdverb(before) || classes(before).contains(.auxiliary) { before -= 1 }
        let kind = token(before).kind
        if kind == .comma || kind == .close || kind == .dash { return k }
        if token(before).isWord, Self.relative.contains(token(before)) {
          k += 1
          continue
        }
        // The comma is missing: take plain verbs only, where no new clause has its own subject.
        if Self.plain.contains(token(k)), before > comma + 1, classes(before).isDisjoint(with: [.pronoun, .conjunction, .preposition]) {
          if k + 1 >= end || !token(k + 1).isWord || !classes(k + 1).isDisjoint(with: [.preposition, .time]) { return k }
        }
      }
      k += 1
    }
    return nil
  }

  private static let sloppy = WordList("said\nsays\nadded\nadds\nexplained\nrecalled\ncontinued\nconcluded\nwrote\ntweeted")
  private static let plain = WordList(
    """
    said
    says
    """)

  /// `"…" – Ruth Akande` at the end of a block.
  private func dashName(after dash: Int, ceiling: Int, stretch: MarkedStretch) -> CueMatch? {
    guard dash + 1 < ceiling, ceiling - dash <= 12, let source = phrase(at: dash + 1, limit: ceiling), source.kind == .name,
      stretch.content.count >= 3
    else { return nil }
    let end = source.tokens.upperBound
    guard end == ceiling || token(end).kind == .comma || token(end).kind == .terminator && end + 1 == ceiling else { return nil }
    return CueMatch(cue: nil, source: source, basis: .cue, isAdjacent: true)
  }

  /// `… "fragment" of the plan, the union said.`: a cue at the end of the sentence governs all of it.
  func tailCue(of s: Int, ceiling: Int) -> CueMatch? {
    let from = stretches[s].end
    let end = sentenceEnd(after: from, ceiling: min(ceiling, from + 80))
    var k = from
    while k < end {
      if isQuoted(k) {
        k = stretches[Int(stretchOf[k])].end
        continue
      }
      guard token(k).kind == .comma, k + 1 < end, !isQuoted(k + 1) else {
        k += 1
        continue
      }
      if token(k + 1).key == Self.according, k + 2 < end, token(k + 2).key == Self.to, var source = phrase(at: k + 3, limit: end) {
        named(&source, limit: end)
        return CueMatch(cue: k + 1..<k + 3, source: source, basis: .accordingTo)
      }
      if let source = phrase(at: k + 1, limit: end), !source.isTime {
        var v = source.tokens.upperBound
        while v < end, isAdverb(v) || classes(v).contains(.auxiliary) { v += 1 }
        if v < end, isCue(v), classes(v).contains(.say), !isPassive(v, floor: k) {
          let after = v + 1
          if after >= end || !token(after).isWord && !isQuoted(after) || !classes(after).isDisjoint(with: [.time, .preposition])
            || classes(v).contains(.noInversion)
          {
            return CueMatch(cue: v..<v + 1, source: source, basis: .clause)
          }
        }
      }
      k += 1
    }
    return nil
  }
}
