/// The time that the verbs of a clause show, and the word that shows it.
struct ClauseTense: Sendable {
  var tense: Timex.Tense
  /// Token index.
  var cue: Int
  /// Whether the cue is a verb or a word before one, and not the noun of something that is over.
  var isVerb = true
  /// Whether it is told of what had been planned ("had been due on Monday", "originally planned for"): its day may be over or not.
  var isFormerPlan = false
}

/// Reads tense from modals, auxiliaries, past forms and words that look ahead, without a part-of-speech tagger.
///
/// The nearest verb before the expression decides ("the deal it signed in May will …": past); only a clause that begins with
/// the expression looks to the verb after it. Looks at most 30 tokens back and 20 forward, inside the sentence.
struct TenseReader {
  let document: Document
  private let cues: [Int8]

  init(_ document: Document) {
    self.document = document
    let table = TimeVerbs.cues
    let bytes = document.bytes
    let tokens = document.tokens
    cues = tokens.indices.map { i in
      let token = tokens[i]
      guard token.kind == .word || token.kind == .clitic else { return 0 }
      if let cue = table.value(token.key) {
        if cue == 0 { return 0 }
        // "At 9 am on Tuesday".
        if token.key == Self.am, i > 0, tokens[i - 1].isNumber { return 0 }
        // "May" and "Will" inside a sentence are names or the month.
        if cue == TenseCue.modal.rawValue || cue == TenseCue.future.rawValue, token.isCapitalized, !token.shape.contains(.sentenceStart) {
          return 0
        }
        if cue == TenseCue.fixture.rawValue { return Self.isFixture(i, tokens) ? Int8(TenseCue.timetable.rawValue) : 0 }
        return Int8(cue)
      }
      if Self.isOpening(i, tokens) { return Int8(TenseCue.timetable.rawValue) }
      // A regular past form or participle.
      guard token.span.count > 4, !token.isCapitalized, bytes[Int(token.end) - 1] == 0x64, bytes[Int(token.end) - 2] == 0x65 else {
        return 0
      }
      return bytes[Int(token.end) - 3] == 0x65 ? 0 : Int8(TenseCue.past.rawValue)
    }
  }

  /// "Liverpool face Everton", "she plays Sabalenka", "Congress returns to": "kicks off", "runs from", "turns 80", "calls for": the
  /// present of a verb that is a noun elsewhere.
  private static func isFixture(_ i: Int, _ tokens: [Token]) -> Bool {
    guard i > 0, i + 1 < tokens.count, !tokens[i].isCapitalized else { return false }
    switch tokens[i].key {
    case kicks: return tokens[i + 1].key == off
    case runs: return TenseWords.running.contains(tokens[i + 1])
    case turns: return tokens[i + 1].isNumber
    case calls: return tokens[i + 1].key == `for`
    default: break
    }
    guard tokens[i + 1].isWord else { return false }
    // "The prime minister faces a vote of confidence", "he faces a hearing"
    if TenseWords.enduringOrdeals.contains(tokens[i]), tokens[i - 1].isWord, TenseWords.articles.contains(tokens[i + 1]),
      (i + 2..<max(i + 2, min(tokens.count, i + 5))).contains(where: { TenseWords.ordeals.contains(tokens[$0]) })
    {
      return true
    }
    // "England, who lost on Saturday, face France"
    if tokens[i - 1].kind == .comma { return TenseWords.facing.contains(tokens[i]) && tokens[i + 1].isCapitalized }
    guard tokens[i - 1].isWord else { return false }
    guard tokens[i - 1].isCapitalized || TenseWords.subjects.contains(tokens[i - 1]) else { return false }
    return tokens[i].key == returns
      ? TenseWords.returning.contains(tokens[i + 1]) || tokens[i + 1].isCapitalized : tokens[i + 1].isCapitalized
  }

  /// "Polls open at 7 a.m.", "nominations close on Friday".
  private static func isOpening(_ i: Int, _ tokens: [Token]) -> Bool {
    guard tokens[i].key == open || tokens[i].key == close, i > 0, TenseWords.opening.contains(tokens[i - 1]) else { return false }
    return i < 2 || !TenseWords.keeping.contains(tokens[i - 2]) && (i < 3 || !TenseWords.keeping.contains(tokens[i - 3]))
  }

  private static let open = WordKey.of("open")
  private static let close = WordKey.of("close")
  private static let returns = WordKey.of("returns")
  private static let kicks = WordKey.of("kicks")
  private static let off = WordKey.of("off")
  private static let runs = WordKey.of("runs")
  private static let turns = WordKey.of("turns")
  private static let calls = WordKey.of("calls")
  private static let am = WordKey.of("am")

  private func cue(_ i: Int) -> TenseCue? { TenseCue(rawValue: Int(cues[i])) }

  private static let to = WordKey.of("to")
  private static let be = WordKey.of("be")
  private static let toOrFor = WordList("to\nfor")
  private static let determiners = WordList("the\na\nan\nhis\nher\nits\ntheir\nour\nmy\nyour\nthis\nthat\nthese\nthose\n's\nnew")
  private static let notProgressive = WordList("being\nnothing\nsomething\nanything\neverything\nmissing\nduring\nincluding")

  /// The tense of the clause around the tokens of an expression.
  func tense(around range: Range<Int>, in sentence: Range<Int>) -> ClauseTense? {
    if range.lowerBound > sentence.lowerBound, document.tokens[range.lowerBound - 1].key == Self.since {
      return ClauseTense(tense: .past, cue: range.lowerBound - 1)
    }
    if let cue = foretelling(range, in: sentence) { return ClauseTense(tense: .future, cue: cue) }
    guard
      var tense = before(range.lowerBound, in: sentence)
        ?? after(range.upperBound, in: sentence, crossesComma: range.lowerBound - sentence.lowerBound <= 3)
    else { return nil }
    tense.isFormerPlan = tense.isFormerPlan || isFormerPlan(tense, before: range.lowerBound, in: sentence)
    return tense
  }

  /// "Signals a cut in June", "have priced in two more cuts in June": the word that says what is to come, behind which nothing but a
  /// change of policy stands.
  private func foretelling(_ range: Range<Int>, in sentence: Range<Int>) -> Int? {
    let tokens = document.tokens
    var sawChange = false
    var i = range.lowerBound - 1
    while i >= max(sentence.lowerBound, range.lowerBound - 10) {
      switch tokens[i].kind {
      case .word, .number, .clitic, .symbol, .dash: break
      default: return nil
      }
      if TenseWords.policyChanges.contains(tokens[i]) {
        sawChange = true
      } else if TenseWords.foretelling.contains(tokens[i]) {
        return sawChange ? i : nil
      } else if cue(i) != nil || Self.behind.contains(tokens[i]) {
        return nil
      }
      i -= 1
    }
    return nil
  }

  /// "Had been due to meet on Monday", "was originally planned for Tuesday", "work that was to begin on Thursday has been delayed".
  private func isFormerPlan(_ tense: ClauseTense, before start: Int, in sentence: Range<Int>) -> Bool {
    let tokens = document.tokens
    guard tense.cue < start else { return false }
    if tense.tense == .past {
      let to = tokens[tense.cue].key == Self.to ? tense.cue : tense.cue + 1
      return to < start && wasDropped(to, start, in: sentence)
    }
    guard tense.tense == .future else { return false }
    if (max(sentence.lowerBound, tense.cue - 3)..<min(start, tense.cue + 3)).contains(where: { TenseWords.formerly.contains(tokens[$0]) }) {
      return true
    }
    return tense.cue - 2 >= sentence.lowerBound && tokens[tense.cue - 1].key == Self.beenWord
      && (max(sentence.lowerBound, tense.cue - 3)..<tense.cue).contains { Self.had.contains(tokens[$0]) }
  }

  private func before(_ start: Int, in sentence: Range<Int>) -> ClauseTense? {
    let tokens = document.tokens
    var infinitive: Int?
    var i = start - 1
    let floor = max(sentence.lowerBound, start - 30)
    while i >= floor {
      let kind = tokens[i].kind
      if kind == .semicolon || kind == .terminator && i < start - 1 { break }
      if tokens[i].key == Self.to, i + 1 < start, isBaseVerb(i + 1) {
        // "expected to meet", "agreed to meet": ahead; "helped to lift" takes the tense of its verb.
        // "Agreed on Tuesday to meet"
        var verb = i - 1
        while verb > floor, i - verb <= 3, TenseWords.dayWords.contains(tokens[verb]) { verb -= 1 }
        if verb >= floor, let governor = cue(verb), verb == i - 1 || governor == .promising {
          switch governor {
          case .promising where verb == i - 1 && isCarriedOut(i - 1, infinitive: i + 1, floor):
            return ClauseTense(tense: .past, cue: i - 1)
          case .telling where Self.appearances.contains(tokens[i + 1]) && !isCarriedOut(i - 1, infinitive: i + 1, floor):
            return ClauseTense(tense: .future, cue: i - 1)
          // "The two were to meet": seen from then.
          case .past where TenseWords.toBe.contains(tokens[i - 1]):
            return ClauseTense(tense: wasDropped(i, start, in: sentence) ? .past : .future, cue: i - 1)
          case .ahead, .leading, .promising, .perfect: return ClauseTense(tense: .future, cue: governor == .perfect ? i : verb)
          default: break
          }
        }
        infinitive = i
      } else if i > floor, tokens[i - 1].key == Self.afterWord, TenseWords.outcomes.contains(tokens[i]) {
        return ClauseTense(tense: .past, cue: i - 1, isVerb: false)
      } else if i - 1 > floor, tokens[i - 1].key == Self.afterWord, tokens[i - 2].kind == .comma, isProgressive(i, before: i + 1) {
        // "Hopes to fly in 2027, after delaying its flight in December"
        return ClauseTense(tense: .past, cue: i - 1, isVerb: false)
      } else if tokens[i].key == Self.since || Self.after.contains(tokens[i]) && followsAccident(start) {
        // "The first vote since a coup in August", "will fall after a drop in May"
        return ClauseTense(tense: .past, cue: i, isVerb: false)
      } else if i + 1 < start, TenseWords.prospects.contains(tokens[i]), TenseWords.ofWhat.contains(tokens[i + 1]) {
        // "The odds of a cut in May", "the prospect of talks"
        return ClauseTense(tense: .future, cue: i)
      } else if infinitive != nil, i > floor, TenseWords.waiting.contains(tokens[i]), cue(i - 1) == nil, tokens[i - 1].key != Self.to {
        // "People wait in line to vote": a picture's caption.
        return ClauseTense(tense: .present, cue: i)
      } else if let found = cue(i) {
        switch found {
        case .future, .modal:
          let isSilence = isSilence(i, before: start)
          return ClauseTense(tense: isSilence ? .past : .future, cue: i, isVerb: !isSilence)
        case .ahead:
          // "set", "plan" and the like as nouns far away say little, but nothing else does either.
          if i > floor, cue(i - 1) == .past, infinitive == nil, tokens[i].key != Self.be {
            return ClauseTense(tense: isLookingAhead(i, start) ? .future : .past, cue: i)
          }
          return ClauseTense(tense: .future, cue: i)
        case .leading:
          guard i + 1 < start, Self.toOrFor.contains(tokens[i + 1]) else { break }
          return ClauseTense(tense: .future, cue: i)
        case .past, .reporting, .telling, .promising:
          // "to cut", "the elected president": no verb in the past.
          if i > floor, tokens[i - 1].key == Self.to || isAttribute(i, before: start) { break }
          if isNoun(i, floor) {
            if tokens[max(floor, i - 3)..<i].contains(where: { $0.key == Self.next }) { return ClauseTense(tense: .future, cue: i) }
            break
          }
          // "A robot that was to have leapt"
          if i - 3 >= floor, tokens[i - 1].key == Self.have, tokens[i - 2].key == Self.to, TenseWords.toBe.contains(tokens[i - 3]) {
            return ClauseTense(tense: .future, cue: i - 3, isFormerPlan: true)
          }
          if let modal = modal(before: i, floor) {
            let isOver = isConjecture(modal, before: i) || isSilence(modal, before: start) || wasDropped(modal, start, in: sentence)
            return ClauseTense(tense: isOver ? .past : .future, cue: modal, isVerb: !isOver)
          }
          if tokens[i].key == Self.seen, i > floor, cue(i - 1) == .present, i + 1 < start, TenseWords.outlooks.contains(tokens[i + 1]) {
            return ClauseTense(tense: .future, cue: i)
          }
          if let condition = condition(before: i, floor) { return ClauseTense(tense: .future, cue: condition) }
          if let infinitive, found == .promising || found == .telling, isStillToDo(infinitive, orderedBy: i, before: start, floor) {
            return ClauseTense(tense: .future, cue: i)
          }
          return ClauseTense(tense: .past, cue: i)
        case .perfect:
          if infinitive == i + 1 { return ClauseTense(tense: .future, cue: i) }
          // "will have power", "to have a say"
          if i > floor, tokens[i - 1].key == Self.to { break }
          if let modal = modal(before: i, floor) { return ClauseTense(tense: .future, cue: modal) }
          return ClauseTense(tense: .past, cue: i)
        case .present:
          if tokens[i].key == Self.be, i > floor {
            if tokens[i - 1].key == Self.to { break }
            if let modal = modal(before: i, floor) { return ClauseTense(tense: .future, cue: modal) }
          }
          if isLookingBack(i + 1, before: start) { return ClauseTense(tense: .present, cue: i) }
          if infinitive != nil || isProgressive(i + 1, before: start) { return ClauseTense(tense: .future, cue: i) }
          // "The final is on Sunday."
          if start - i <= 7, start - i > 1 || TenseWords.dayWords.contains(tokens[start]), isDated(i + 1..<start) {
            return ClauseTense(tense: .future, cue: i)
          }
          if let condition = condition(before: i + 1, floor) { return ClauseTense(tense: .future, cue: condition) }
          return ClauseTense(tense: .present, cue: i)
        case .fixture: break
        case .timetable:
          // "Failed to meet", "did not resume": the verb before them tells.
          if i > floor, TenseWords.baseLeads.contains(tokens[i - 1]) || followsPastInfinitive(i, floor) { break }
          // "The film opens after Friday’s gala" says nothing of the gala.
          if start > sentence.lowerBound, Self.after.contains(tokens[start - 1]) { return nil }
          return ClauseTense(tense: .future, cue: i)
        case .effective:
          if i > floor, TenseWords.baseLeads.contains(tokens[i - 1]) { break }
          if takesEffect(i, before: start) { return ClauseTense(tense: .future, cue: i) }
        }
      }
      i -= 1
    }
    if let infinitive { return ClauseTense(tense: .future, cue: infinitive) }
    // "Unless there’s a deal, workers walk out on Monday."
    if floor == sentence.lowerBound, TenseWords.conditions.contains(tokens[floor]) { return ClauseTense(tense: .future, cue: floor) }
    return nil
  }

  /// After a comma the speaker of the sentence may follow ("Talks resume Monday, he said"), unless the expression opens it.
  private func after(_ end: Int, in sentence: Range<Int>, crossesComma: Bool) -> ClauseTense? {
    let tokens = document.tokens
    let ceiling = min(sentence.upperBound, end + 20)
    var i = end
    while i < ceiling {
      let kind = tokens[i].kind
      if kind == .semicolon || kind == .terminator || kind == .comma && !crossesComma { break }
      if let found = cue(i) {
        switch found {
        case .future, .modal, .ahead, .timetable: return ClauseTense(tense: .future, cue: i)
        case .past, .reporting, .telling, .promising, .perfect:
          if isNoun(i, end) { break }
          return ClauseTense(tense: .past, cue: i)
        case .fixture: break
        case .leading:
          if i + 1 < ceiling, Self.toOrFor.contains(tokens[i + 1]) { return ClauseTense(tense: .future, cue: i) }
        case .effective:
          if takesEffect(i, before: ceiling) { return ClauseTense(tense: .future, cue: i) }
        case .present:
          if i + 1 < ceiling, cue(i + 1) == .ahead || isProgressive(i + 1, before: ceiling) {
            return ClauseTense(tense: .future, cue: i + 1)
          }
          // "Monday is a public holiday."
          if i == end, crossesComma, TenseWords.dayWords.contains(tokens[end - 1]) { return ClauseTense(tense: .future, cue: i) }
          return ClauseTense(tense: .present, cue: i)
        }
      }
      i += 1
    }
    return nil
  }

  /// "takes effect", "come into force", "go to the polls", "goes on trial".
  private func takesEffect(_ i: Int, before end: Int) -> Bool {
    (i + 1..<max(i + 1, min(end, i + 4))).contains { Self.effects.contains(document.tokens[$0]) }
  }

  private static let effects = WordList("effect\nforce\npolls\nvoters\nplace\ntrial\nsale\nstrike\ndisplay")

  /// "scheduled for", "due", "set to": looks ahead of the past that reports it.
  private func isLookingAhead(_ i: Int, _ start: Int) -> Bool { start - i <= 12 }

  /// "will be released", "would have met", "to be signed": the modal within three tokens.
  private func modal(before i: Int, _ floor: Int) -> Int? {
    var j = i - 1
    while j >= max(floor, i - 3) {
      if let found = cue(j), found == .future || found == .modal { return j }
      if document.tokens[j].key == Self.to, j + 1 < i {
        if document.tokens[j + 1].key == Self.be { return j }
        // "hope to have power restored"
        if document.tokens[j + 1].key == Self.have, j + 3 == i, !isBetweenHave(j + 2), j > floor,
          let governor = cue(j - 1), governor == .ahead || governor == .leading || governor == .promising
        {
          return j
        }
      }
      if document.tokens[j].kind != .word && document.tokens[j].kind != .clitic { return nil }
      j -= 1
    }
    return nil
  }

  /// "May have started", "should have been told": what is supposed is over, unlike what will or would have been.
  private func isConjecture(_ modal: Int, before verb: Int) -> Bool {
    guard TenseWords.conjectures.contains(document.tokens[modal]) else { return false }
    var i = verb - 1
    while i > modal, isBetweenHave(i) { i -= 1 }
    return i > modal && document.tokens[i].key == Self.have
  }

  /// "Could not be reached on Tuesday", "would not comment", "could not independently verify": told of as it was.
  private func isSilence(_ modal: Int, before start: Int) -> Bool {
    let tokens = document.tokens
    var i = modal + 1
    if !TenseWords.negated.contains(tokens[modal]) {
      guard i < start, TenseWords.refusing.contains(tokens[modal]), tokens[i].key == Self.notWord else { return false }
      i += 1
    }
    while i < start, hasSuffix(tokens[i], 0x6c, 0x79), tokens[i].key != Self.reply { i += 1 }
    if i < start, tokens[i].key == Self.be { i += 1 }
    while i < start, hasSuffix(tokens[i], 0x6c, 0x79), tokens[i].key != Self.reply { i += 1 }
    return i < start && TenseWords.silences.contains(tokens[i])
  }

  private static let notWord = WordKey.of("not")
  private static let once = WordKey.of("once")
  private static let reply = WordKey.of("reply")
  /// "(The final is) on", "no earlier than", "at 6:30 p.m. on".
  private func isDated(_ range: Range<Int>) -> Bool {
    let tokens = document.tokens[range]
    return tokens.allSatisfy {
      TenseWords.dating.contains($0) || TenseWords.limiting.contains($0) || $0.isNumber || $0.kind == .colon || $0.kind == .terminator
        || TenseWords.hours.contains($0)
    } && (!tokens.contains(where: \.isNumber) || tokens.contains(where: TenseWords.hours.contains))
  }

  /// What may stand between "have" and its participle.
  private func isBetweenHave(_ i: Int) -> Bool {
    Self.been.contains(document.tokens[i]) || hasSuffix(document.tokens[i], 0x6c, 0x79)
  }

  /// "When he is sentenced", "once the court has agreed", "unless a deal is reached": the word that makes a present look ahead.
  private func condition(before verb: Int, _ floor: Int) -> Int? {
    let tokens = document.tokens
    var present: Int?
    var i = verb - 1
    // "If elected", "once approved"
    if i >= floor, TenseWords.conditions.contains(tokens[i]) || tokens[i].key == Self.once { return i }
    while i >= max(floor, verb - 10), tokens[i].isWord || tokens[i].kind == .clitic || tokens[i].isNumber {
      if let cue = cue(i) {
        guard present == nil, verb - i <= 3, cue == .present || cue == .perfect else { return nil }
        present = i
      } else if TenseWords.conditions.contains(tokens[i]) || TenseWords.whens.contains(tokens[i]) {
        return present == nil ? nil : i
      }
      i -= 1
    }
    return nil
  }

  /// "Has asked residents to stay", "ordered him to appear": not done yet when it was said.
  private func isStillToDo(_ infinitive: Int, orderedBy verb: Int, before start: Int, _ floor: Int) -> Bool {
    let tokens = document.tokens
    guard infinitive - verb <= 6, !followsAccident(start) else { return false }
    if Self.appearances.contains(tokens[infinitive + 1]) { return !isPluperfect(verb, floor..<start) }
    var i = verb - 1
    while i > floor, isBetweenHave(i) { i -= 1 }
    return i >= floor && cue(i) == .perfect
  }

  /// "Witnesses to the crash on", "the attack in": nobody knows of it before.
  private func followsAccident(_ start: Int) -> Bool {
    start > 1 && TenseWords.dating.contains(document.tokens[start - 1])
      && (Self.sudden.contains(document.tokens[start - 2]) || TenseWords.results.contains(document.tokens[start - 2]))
      && !(start > 2 && document.tokens[start - 3].key == Self.to)
  }

  /// "Are investigating", "is recovering from surgery", "are appealing for witnesses to the crash": of what has been.
  private func isLookingBack(_ i: Int, before start: Int) -> Bool {
    guard isProgressive(i, before: start) else { return false }
    return followsAccident(start) || document.tokens[i..<min(i + 2, start)].contains { TenseWords.lookingBack.contains($0) }
  }

  /// "Another cut", "a takeover bid", "its biggest hit": a noun that is the past of a verb elsewhere.
  private func isNoun(_ i: Int, _ floor: Int) -> Bool {
    let tokens = document.tokens
    guard i > floor, TenseWords.homographs.contains(tokens[i]) else { return false }
    let before = tokens[i - 1]
    // "It’s hit", "another hit the harbour"
    if before.kind == .clitic { return before.key == Self.possessive && i - 2 >= floor && !TenseWords.pronouns.contains(tokens[i - 2]) }
    if TenseWords.articles.contains(before) { return true }
    if i + 1 < tokens.count, TenseWords.articles.contains(tokens[i + 1]) || tokens[i + 1].isNumber || tokens[i + 1].kind == .symbol {
      return false
    }
    if TenseWords.qualities.contains(before) { return true }
    return TenseWords.compounded.contains(tokens[i]) && TenseWords.compounds.contains(before)
  }

  /// "Failed to meet", "managed to resume", "agreed on Tuesday to meet", but not "called a strike to begin".
  private func followsPastInfinitive(_ i: Int, _ floor: Int) -> Bool {
    guard i - 1 > floor, document.tokens[i - 1].key == Self.to else { return false }
    return cue(i - 2) != nil || TenseWords.dayWords.contains(document.tokens[i - 2])
  }

  private static let have = WordKey.of("have")
  private static let seen = WordKey.of("seen")
  private static let afterWord = WordKey.of("after")
  private static let next = WordKey.of("next")
  private static let possessive = WordKey.of("'s")

  /// "Were allowed to leave", "had been asked to move", "had agreed to meet": told of as done. Who "was told to appear" has yet to.
  private func isCarriedOut(_ verb: Int, infinitive: Int, _ floor: Int) -> Bool {
    let tokens = document.tokens
    var i = verb - 1
    var isPassive = false
    while i >= max(floor, verb - 4), tokens[i].isWord || tokens[i].kind == .clitic {
      if Self.had.contains(tokens[i]) { return true }
      isPassive = isPassive || Self.was.contains(tokens[i])
      guard isPassive || Self.been.contains(tokens[i]) || !tokens[i].isCapitalized && hasSuffix(tokens[i], 0x6c, 0x79) else { break }
      i -= 1
    }
    return isPassive && (tokens[verb].key == Self.allowed || !Self.appearances.contains(tokens[infinitive]))
  }

  private func hasSuffix(_ token: Token, _ a: UInt8, _ b: UInt8) -> Bool {
    token.span.count > 3 && document.bytes[Int(token.end) - 2] == a && document.bytes[Int(token.end) - 1] == b
  }

  /// "The vote, which was to be held on Monday, was put off": the plan of a relative clause that the sentence goes on from in the past.
  private func wasDropped(_ modal: Int, _ start: Int, in sentence: Range<Int>) -> Bool {
    let tokens = document.tokens
    guard tokens[modal].key == Self.to, modal - 2 >= sentence.lowerBound, Self.was.contains(tokens[modal - 1]),
      Self.relatives.contains(tokens[modal - 2])
    else { return false }
    // "Work that was to begin in January has been delayed."
    if start + 1 < sentence.upperBound,
      Self.was.contains(tokens[start + 1]) || Self.had.contains(tokens[start + 1]) || cue(start + 1) == .perfect
    {
      return true
    }
    guard let comma = (start..<min(sentence.upperBound, start + 8)).first(where: { tokens[$0].kind == .comma }),
      comma + 1 < sentence.upperBound
    else { return false }
    return Self.was.contains(tokens[comma + 1]) || Self.had.contains(tokens[comma + 1]) || cue(comma + 1) == .perfect
  }

  private static let had = WordList("had\nhadn't")
  private static let was = WordList("was\nwere\nwasn't\nweren't")
  private static let allowed = WordKey.of("allowed")
  private static let beenWord = WordKey.of("been")
  private static let been = WordList("been\nbeing\nnot\nalso\nlater\nthen")
  private static let relatives = WordList("which\nthat\nwho")
  private static let appearances = WordList("appear\ntestify\nreport\nreturn\nattend\nsurrender\nsubmit\nface\npay\nreply\nrespond\nstand")

  private func isBaseVerb(_ i: Int) -> Bool {
    let token = document.tokens[i]
    guard token.isWord, !token.isCapitalized, !Self.noVerbs.contains(token) else { return false }
    let bytes = document.bytes
    let last = bytes[Int(token.end) - 1]
    // No plural noun and no -ing form.
    if last == 0x73, token.span.count > 3, bytes[Int(token.end) - 2] != 0x73 { return false }
    return !(token.span.count > 4 && bytes[Int(token.end) - 1] == 0x67 && bytes[Int(token.end) - 2] == 0x6e)
  }

  /// A participle before its noun: "the elected president", "his newly appointed aide".
  private func isAttribute(_ i: Int, before start: Int) -> Bool {
    let tokens = document.tokens
    guard i > 0, i + 1 < start, tokens[i + 1].isWord, !Self.prepositions.contains(tokens[i + 1]) else { return false }
    if TenseWords.finite.contains(tokens[i]) { return false }
    // "The bomb that killed four people": what follows is an object.
    if tokens[i - 1].key == Self.relative,
      tokens[i + 1].isNumber || tokens[i + 1].isCapitalized || TenseWords.objects.contains(tokens[i + 1])
    {
      return false
    }
    var j = i - 1
    let bytes = document.bytes
    if j > 0, tokens[j].isWord, tokens[j].span.count > 4, bytes[Int(tokens[j].end) - 1] == 0x79, bytes[Int(tokens[j].end) - 2] == 0x6c {
      j -= 1
    }
    return Self.determiners.contains(tokens[j])
  }

  private static let relative = WordKey.of("that")

  private func isProgressive(_ i: Int, before end: Int) -> Bool {
    for j in i..<max(i, min(i + 2, end)) {
      let token = document.tokens[j]
      if token.isWord, token.span.count > 4, document.bytes[Int(token.end) - 1] == 0x67, document.bytes[Int(token.end) - 2] == 0x6e {
        return true
      }
    }
    return false
  }

  private static let noVerbs = WordList(
    """
    # After "to" these begin a noun phrase.
    the
    a
    an
    his
    her
    its
    their
    our
    my
    your
    this
    that
    these
    those
    him
    them
    us
    me
    it
    you
    more
    about
    at
    as
    all
    some
    one
    two
    three
    four
    five
    six
    seven
    eight
    nine
    ten
    # Where one goes.
    court
    parliament
    congress
    hospital
    school
    prison
    jail
    power
    office
    """)

  private static let since = WordKey.of("since")
  private static let after = WordList("after\nfollowing")
  private static let until = WordList("until\ntill")
  private static let not = WordList("not\nnever\ndidn't\nwasn't\nweren't\nhadn't\ndoesn't\nnor")

  /// "adjourned until Monday" looks ahead whatever its verb; "did not know until Monday" does not.
  /// Neither does "served until Monday".
  func isDeadline(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let tokens = document.tokens
    var lead = range.lowerBound - 1
    if lead - 2 >= sentence.lowerBound, tokens[lead].key == Self.least, tokens[lead - 1].key == Self.at { lead -= 2 }
    guard lead >= sentence.lowerBound, Self.until.contains(tokens[lead]) else { return false }
    let before = max(sentence.lowerBound, range.lowerBound - 12)..<lead
    guard !tokens[before].contains(where: Self.not.contains) else { return false }
    guard let verb = before.last(where: { cue($0) != nil || TenseWords.enduring.contains(tokens[$0]) }),
      TenseWords.enduring.contains(tokens[verb])
    else { return true }
    // "A warning was in place until Friday" may be so still.
    return modal(before: verb, before.lowerBound) != nil || tokens[verb..<lead].contains(where: TenseWords.holding.contains)
  }

  /// "Had until Wednesday to bid": may be over.
  func isFormerDeadline(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let lead = range.lowerBound - 1
    return lead > sentence.lowerBound && Self.until.contains(document.tokens[lead]) && document.tokens[lead - 1].key == Self.hadWord
  }

  private static let hadWord = WordKey.of("had")
  private static let at = WordKey.of("at")
  private static let least = WordKey.of("least")

  /// "moved to April", "postponed to Friday".
  func isMoved(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let tokens = document.tokens
    guard range.lowerBound - 2 > sentence.lowerBound, tokens[range.lowerBound - 1].key == Self.to else { return false }
    return tokens[max(sentence.lowerBound, range.lowerBound - 6)..<range.lowerBound].contains { Self.movers.contains($0) }
  }

  private static let movers = WordList("moved\npostponed\nrescheduled\ndelayed\npushed\ndeferred\nbrought\nswitched\nextended")

  // MARK: What is over, what is planned

  /// The noun of "Tuesday’s deadly clashes": nobody knows of a crash before it happens, so its day is over whatever the verb says
  /// ("is expected to answer questions about Tuesday’s clashes"). Of an announcement or a verdict that holds behind "after" and its like.
  func pastEvent(of range: Range<Int>, in sentence: Range<Int>) -> Int? {
    let tokens = document.tokens
    guard range.upperBound < sentence.upperBound, tokens[range.upperBound].kind == .clitic else { return nil }
    // "Bids must be in by Monday’s close."
    if range.lowerBound > sentence.lowerBound, Self.limits.contains(tokens[range.lowerBound - 1]) { return nil }
    let isBehind = range.lowerBound > sentence.lowerBound && Self.behind.contains(tokens[range.lowerBound - 1])
    var i = range.upperBound + 1
    let end = min(sentence.upperBound, range.upperBound + 5)
    while i < end, tokens[i].isWord || tokens[i].kind == .dash {
      if Self.sudden.contains(tokens[i]) || isBehind && Self.told.contains(tokens[i]) {
        // "Monday’s murder trial", "the fire drill"
        let isNamed = i + 1 < sentence.upperBound && Self.appointed.contains(tokens[i + 1])
        return isNamed ? nil : i
      }
      if Self.prepositions.contains(tokens[i]) || Self.appointed.contains(tokens[i]) || Self.joining.contains(tokens[i]) { return nil }
      i += 1
    }
    return nil
  }

  /// What a figure is compared with was known before: "will grow 3.7%, up from 2.5% in December", "down from 1.5% in its November
  /// forecast", "against 2.8% in May", "lower than in May". The word that compares; none where the day itself is the start ("up from May").
  /// `isSure`: not where a verb may have both levels and the day ("will rise to $12 from $11 in April").
  func comparison(with range: Range<Int>, in sentence: Range<Int>) -> (cue: Int, isSure: Bool)? {
    let tokens = document.tokens
    let floor = max(sentence.lowerBound, range.lowerBound - 14)
    let isOwner = range.upperBound < sentence.upperBound && tokens[range.upperBound].kind == .clitic
    var i = range.lowerBound - 1
    while i > floor {
      let token = tokens[i]
      guard token.isWord || token.isNumber || token.kind == .clitic || token.kind == .symbol || token.kind == .dash,
        token.key != Self.to,
        cue(i) == nil || cue(i) == .past || cue(i) == .ahead && i + 2 == range.lowerBound && TenseWords.dating.contains(tokens[i + 1])
      else { return nil }
      if token.key == Self.from {
        guard i + 1 < range.lowerBound || isOwner else { return nil }
        if (max(floor, i - 6)..<i).contains(where: { TenseWords.moves.contains(tokens[$0]) || isMoveThen($0, i) }) { return (i, true) }
        return (max(floor, i - 6)..<i).contains { isLevel($0, i) } ? (i, false) : nil
      }
      // "A premium to the closing price on May 2"
      if TenseWords.closing.contains(token), i + 3 >= range.lowerBound - 1, TenseWords.prices.contains(tokens[i + 1]) { return (i, true) }
      if token.key == Self.against { return tokens[i + 1].isNumber || tokens[i + 1].kind == .symbol ? (i, true) : nil }
      if token.key == Self.than { return i + 2 == range.lowerBound && TenseWords.dating.contains(tokens[i + 1]) ? (i, true) : nil }
      i -= 1
    }
    return nil
  }

  /// "to 3% from": the new level before the old.
  private func isLevel(_ i: Int, _ end: Int) -> Bool {
    let tokens = document.tokens
    guard tokens[i].key == Self.to, i + 1 < end else { return false }
    return tokens[i + 1].isNumber || tokens[i + 1].kind == .symbol
  }

  /// "Ahead of Sunday’s vote", "looked ahead to Friday’s data", "awaited the May vote": as a rule still to come.
  func isAhead(_ range: Range<Int>, in sentence: Range<Int>) -> Int? {
    let tokens = document.tokens
    var i = range.lowerBound - 1
    if i > sentence.lowerBound, tokens[i].key == Self.the { i -= 1 }
    guard i > sentence.lowerBound else { return nil }
    if TenseWords.awaiting.contains(tokens[i]) { return i }
    return TenseWords.aheadOf.contains(tokens[i]) && tokens[i - 1].key == Self.ahead ? i - 1 : nil
  }

  private static let the = WordKey.of("the")
  private static let ahead = WordKey.of("ahead")
  /// "Fall in March from 1.2 million barrels in January": the verb has its day already.
  private func isMoveThen(_ i: Int, _ end: Int) -> Bool {
    i + 2 < end && TenseWords.baseMoves.contains(document.tokens[i]) && TenseWords.moments.contains(document.tokens[i + 1])
  }

  private static let against = WordKey.of("against")
  private static let than = WordKey.of("than")

  private static let limits = WordList("by\nuntil\ntill\nbefore")
  private static let joining = WordList("and\nor\nbut\nwas\nwere\nis\nof\nwith\nfor\nas")

  private static let behind = WordList(
    """
    after
    following
    since
    over
    about
    despite
    amid
    """)

  private static let sudden = WordList(
    """
    # What nobody appoints. Hand-collected.
    attack
    attacks
    crash
    crashes
    clash
    clashes
    shooting
    shootings
    bombing
    bombings
    blast
    blasts
    explosion
    explosions
    earthquake
    earthquakes
    quake
    flood
    floods
    flooding
    fire
    fires
    blaze
    wildfire
    tornado
    landslide
    landslides
    mudslide
    avalanche
    eruption
    tsunami
    massacre
    murder
    murders
    killing
    killings
    stabbing
    stabbings
    assassination
    raid
    raids
    airstrike
    airstrikes
    shelling
    ambush
    coup
    riot
    riots
    rioting
    unrest
    violence
    collapse
    derailment
    collision
    accident
    disaster
    tragedy
    outage
    blackout
    breach
    leak
    spill
    robbery
    theft
    kidnapping
    kidnappings
    abduction
    hijacking
    incident
    outbreak
    arrest
    arrests
    death
    deaths
    defeat
    loss
    losses
    win
    victory
    rout
    selloff
    plunge
    slump
    close
    closing
    """)

  private static let told = WordList(
    """
    # What may be appointed, but is over when one speaks of what comes after it.
    announcement
    announcements
    verdict
    ruling
    statement
    remarks
    comments
    resignation
    sacking
    dismissal
    """)

  private static let appointed = WordList(
    """
    # What is appointed, or carries on from the noun before it.
    trial
    case
    penalty
    warning
    warnings
    alert
    relief
    safety
    sale
    hearing
    hearings
    inquest
    inquiry
    drill
    drills
    exercise
    exercises
    memorial
    vigil
    funeral
    service
    anniversary
    commemoration
    commemorations
    debate
    vote
    election
    elections
    referendum
    meeting
    talks
    summit
    conference
    match
    game
    final
    race
    deadline
    benefit
    concert
    ceremony
    sentencing
    season
    bid
    date
    time
    times
    """)

  /// Whether a date behind a past verb lies ahead all the same, and the word that shows it.
  ///
  /// "Declared three days of mourning starting Wednesday", "suspended all flights from Wednesday", "canceled classes through Friday",
  /// "called a strike for Thursday", "ordered the company to pay by March". `isStart`: of what may have begun already.
  func plan(_ range: Range<Int>, in sentence: Range<Int>) -> (cue: Int, isStart: Bool)? {
    let tokens = document.tokens
    // "Wednesday’s match": the day belongs to its noun.
    if range.upperBound < sentence.upperBound, tokens[range.upperBound].kind == .clitic { return nil }
    var lead = range.lowerBound - 1
    if lead > sentence.lowerBound, tokens[lead].key == Self.on, Self.starts.contains(tokens[lead - 1]) { lead -= 1 }
    guard lead > sentence.lowerBound else { return nil }
    if Self.starts.contains(tokens[lead]) {
      guard let verb = governor(before: lead, in: sentence), Self.decrees.contains(tokens[verb]), !isPluperfect(verb, sentence) else {
        return nil
      }
      return (verb, true)
    }
    switch tokens[lead].key {
    case Self.from:
      // "Postponed from Saturday" starts nothing.
      guard let verb = governor(before: lead, in: sentence),
        Self.decrees.contains(tokens[verb]) || Self.resolves.contains(tokens[verb]) && hasInfinitive(verb + 1..<lead),
        !isPassive(verb, sentence),
        verb != lead - 1 || !Self.movers.contains(tokens[verb])
      else {
        return nil
      }
      // "Closed the road from Monday to Thursday" may be over.
      if range.upperBound + 1 < sentence.upperBound, Self.ends.contains(tokens[range.upperBound]), Self.closed.contains(tokens[verb]) {
        return nil
      }
      return (verb, true)
    case Self.through:
      guard let verb = governor(before: lead, in: sentence), Self.decrees.contains(tokens[verb]), !isPluperfect(verb, sentence),
        !isJoined(lead, sentence)
      else { return nil }
      return (verb, false)
    case Self.for:
      // "Called for Thursday talks" wants some.
      guard let verb = governor(before: lead, in: sentence), verb < lead - 1 || tokens[verb].key != Self.called,
        Self.appoints.contains(tokens[verb]), !isPluperfect(verb, sentence)
      else { return nil }
      return (verb, false)
    case Self.by:
      // The infinitive, and what governs it.
      var i = lead - 1
      let floor = max(sentence.lowerBound, lead - 14)
      while i > floor, tokens[i].key != Self.to || !isBaseVerb(i + 1) {
        guard tokens[i].isWord || tokens[i].isNumber || tokens[i].kind == .clitic || tokens[i].kind == .symbol || tokens[i].kind == .dash,
          cue(i) == nil || cue(i) == .past
        else { return nil }
        i -= 1
      }
      guard i > floor, let verb = governor(before: i, in: sentence), Self.requests.contains(tokens[verb]), !isPluperfect(verb, sentence)
      else {
        return nil
      }
      return (verb, false)
    default: return nil
    }
  }

  /// The nearest verb in the past before a token, within sixteen; none behind a mark that ends its clause.
  private func governor(before end: Int, in sentence: Range<Int>) -> Int? {
    let tokens = document.tokens
    var i = end - 1
    while i >= max(sentence.lowerBound, end - 16) {
      if tokens[i].kind == .semicolon || tokens[i].kind == .terminator || tokens[i].kind == .doubleQuote { return nil }
      if let found = cue(i) {
        switch found {
        case .past, .promising, .reporting, .telling, .leading:
          if i > 0, tokens[i - 1].key == Self.to || isAttribute(i, before: end) { break }
          // "A strike planned for", "the vote set for": a participle, all the same of the plan.
          return i
        case .ahead where Self.appoints.contains(tokens[i]): return i
        case .effective, .timetable, .ahead: break
        default: return nil
        }
      }
      i -= 1
    }
    return nil
  }

  /// "Decided on Tuesday | to count every ballot again".
  private func hasInfinitive(_ range: Range<Int>) -> Bool {
    range.dropLast().contains { document.tokens[$0].key == Self.to && isBaseVerb($0 + 1) }
  }

  private static let resolves = WordList("decided\nvoted\nagreed\nresolved")

  private func isPassive(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, verb - 3)..<verb).contains {
      Self.was.contains(document.tokens[$0]) || Self.had.contains(document.tokens[$0])
    }
  }

  private func isPluperfect(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, verb - 3)..<verb).contains { Self.had.contains(document.tokens[$0]) }
  }

  /// "Monday through Friday": the end of a stretch whose start stands before.
  private func isJoined(_ i: Int, _ sentence: Range<Int>) -> Bool {
    i > sentence.lowerBound && document.tokens[i - 1].isCapitalized
  }

  private static let on = WordKey.of("on")
  private static let from = WordKey.of("from")
  private static let through = WordKey.of("through")
  private static let `for` = WordKey.of("for")
  private static let by = WordKey.of("by")
  private static let called = WordKey.of("called")
  private static let starts = WordList("starting\nbeginning\neffective")
  private static let closed = WordList("closed\nshut\nhalted\nlifted")
  private static let ends = WordList("to\nthrough\nuntil\ntill\nand")

  private static let decrees = WordList(
    """
    # Who decides that something shall be: from, through or starting on a day to come.
    announced
    approved
    banned
    barred
    called
    canceled
    cancelled
    closed
    declared
    decreed
    extended
    granted
    grounded
    halted
    imposed
    introduced
    lifted
    ordered
    postponed
    proclaimed
    proposed
    restricted
    scheduled
    scrapped
    set
    shut
    suspended
    """)

  private static let appoints = WordList(
    """
    # With "for" and a day: an appointment.
    announced
    arranged
    booked
    called
    convened
    fixed
    ordered
    organised
    organized
    planned
    proposed
    rescheduled
    scheduled
    set
    summoned
    """)

  private static let requests = WordList(
    """
    # Who wants something done by a day to come.
    advised
    agreed
    appealed
    asked
    begged
    called
    challenged
    committed
    compelled
    demanded
    directed
    encouraged
    instructed
    invited
    obliged
    ordered
    pledged
    pressed
    promised
    requested
    required
    told
    urged
    vowed
    wanted
    warned
    """)

  // MARK: Reporting

  /// Whether the expression dates an act of reporting: "said Monday", "told reporters on Tuesday", "said in a statement on
  /// Friday", "Smith on Monday said", "On Monday, Smith said".
  func datesReporting(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let tokens = document.tokens
    // "said Wednesday’s agenda": the day belongs to what is said.
    if range.upperBound < sentence.upperBound, tokens[range.upperBound].kind == .clitic { return false }
    // After: the verb follows at once, or after a comma and the subject at the start of the sentence.
    if range.upperBound < sentence.upperBound, isReporting(range.upperBound) { return true }
    if range.lowerBound - sentence.lowerBound <= 2 {
      var i = range.upperBound
      while i < min(sentence.upperBound, range.upperBound + 10) {
        if let found = cue(i) { return found == .reporting || found == .telling }
        i += 1
      }
    }
    var i = range.lowerBound - 1
    if i >= sentence.lowerBound, Self.leading.contains(tokens[i]) { i -= 1 }
    var sawPreposition = false
    var steps = 0
    while i >= sentence.lowerBound, steps < 12 {
      let token = tokens[i]
      if let found = cue(i) {
        switch found {
        case .telling: return true
        case .reporting: return steps == 0 || sawPreposition && startsWithPreposition(i + 1, range.lowerBound)
        case .past where steps < 12: return false
        default: return false
        }
      }
      switch token.kind {
      case .comma, .semicolon, .colon, .terminator, .doubleQuote, .dash: return false
      default: break
      }
      if Self.that.contains(token) { return false }
      if Self.prepositions.contains(token) { sawPreposition = true }
      i -= 1
      steps += 1
    }
    return false
  }

  private func isReporting(_ i: Int) -> Bool { cue(i) == .reporting || cue(i) == .telling }

  private func startsWithPreposition(_ i: Int, _ end: Int) -> Bool { i < end && Self.prepositions.contains(document.tokens[i]) }

  private static let leading = WordList("on\nlate\nearly\nearlier\nlater")
  private static let that = WordList("that\nwho\nwhich\nwhether\nif\nwhen\nwhere\nafter\nbefore\nsince")
  private static let prepositions = WordList("in\nat\nduring\nto\non\nby\nfrom\nvia\nthrough\nafter\noutside\ninside\nahead")
}
