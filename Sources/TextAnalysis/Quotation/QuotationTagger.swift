/// Finds quotations, their cues and speakers.
///
/// Marks are paired first (``QuotationMarks``), then each stretch, in text order, is given the nearest attribution that its
/// sentence offers, and the phrase that names the source is resolved to an entity. Terms are PARC 3.0's (Pareti 2016,
/// "PARC 3.0: A Corpus of Attribution Relations"): content, cue, source. Unlike PARC we take only what stands in quotation marks.
/// Cost: linear; each look around a quotation is bounded.
public enum QuotationTagger {
  /// - Parameters:
  ///   - entities: of ``NameTagger``; a quotation's `speaker` is an index into them.
  ///   - mentions: of ``NameTagger``, in text order.
  /// - Returns: quotations and other stretches in quotation marks, each in text order; none overlap. Empty without marks.
  public static func tag(_ document: Document, entities: [Entity], mentions: [Mention]) -> (quotations: [Quotation], nonSpeech: [NonSpeech])
  {
    let stretches = QuotationMarks.stretches(in: document)
    guard !stretches.isEmpty else { return ([], []) }
    let context = AttributionContext(document: document, stretches: stretches, entities: entities, mentions: mentions)
    var run = Run(context: context)
    for s in stretches.indices { run.decide(s) }
    return (run.quotations, run.nonSpeech)
  }

  /// The pass over the stretches of one document.
  private struct Run {
    var context: AttributionContext
    var resolver: SpeakerResolver
    var quotations: [Quotation] = []
    var nonSpeech: [NonSpeech] = []
    var attributions: [CueMatch?]
    /// Of each stretch so far, the index of its quotation.
    var quotationOf: [Int?]
    var nextGroup = 0
    /// What stood in quotation marks and was nobody's speech, by its words.
    private var terms: Set<UInt64> = []

    init(context: AttributionContext) {
      self.context = context
      resolver = SpeakerResolver(context: context)
      attributions = Array(repeating: nil, count: context.stretches.count)
      quotationOf = Array(repeating: nil, count: context.stretches.count)
    }

    private var document: Document { context.document }
    private func bounds(_ s: Int) -> Range<Int> { document.tokensOfBlock[context.stretches[s].block] }

    // MARK: One stretch

    mutating func decide(_ s: Int) {
      let stretch = context.stretches[s]
      let bounds = bounds(s)
      if isNickname(s) { return reject(s, .nickname) }

      let right = context.rightCue(of: s, ceiling: bounds.upperBound)
      let isContinued = continuesParagraph(s)
      let isFull = isFull(s) || isContinued
      if right == nil, !isContinued, let kind = naming(s, isFull: isFull) { return reject(s, kind) }

      var left = LeftContext()
      if stretch.open > bounds.lowerBound {
        left = context.leftContext(of: stretch.open, floor: bounds.lowerBound, attributions: attributions, isFragment: !isFull)
      }
      // `dismissed it as "false," X said` is the label's subject; `said, "…," Y said` is Y's.
      if let label = left.attribution, label.isLabel, !context.beginsSentence(s), label.inherits == nil {
        if right != nil || !isTitle(s) { return accept(s, label) }
      }
      // `Xi said China "will never …," according to Xinhua`: the agency reports, Xi speaks.
      if let right, right.basis != .accordingTo || left.attribution?.source == nil || left.attribution?.inherits != nil,
        !(left.attribution != nil && isIntroductory(s, right)), !isIntroduced(s, left)
      {
        accept(s, right)
        if isContinued { carryBack(s) }
        return
      }
      if !stretch.hasClosingMark, left.attribution == nil, !isContinued, let inner = innerCue(s) { return accept(s, inner) }
      if isContinued, let previous = lastStretch(beforeBlockOf: s), let index = quotationOf[previous] {
        return accept(s, attributions[previous], basis: .continuation, like: index)
      }
      if left.isNaming, !isFull || stretch.content.count <= 6 { return reject(s, isTitle(s) ? .title : .term) }
      if left.isNegated, !isFull { return reject(s, .scare) }
      if let attribution = left.attribution {
        if !isFull, !attribution.isAdjacent || followsPreposition(s), isTermBefore(s) { return reject(s, .scare) }
        if isTitle(s) || isCapitalizedWord(s), !endsWithPunctuation(s) || !attribution.isAdjacent,
          !attribution.isAdjacent || followsPreposition(s)
        {
          return reject(s, .title)
        }
        if let inherited = attribution.inherits, let index = quotationOf[inherited] {
          return accept(s, attribution, basis: attribution.basis, like: index, joinsGroup: false)
        }
        if let split = splitPart(s, attribution), let index = quotationOf[split] {
          return accept(s, attribution, basis: .continuation, like: index)
        }
        return accept(s, attribution)
      }
      if let lead = leadIn(s, bounds) { return accept(s, lead) }
      if !isTitle(s), !modifiesNoun(s), !isNominal(s), !isOwnSentence(s), let tail = context.tailCue(of: s, ceiling: bounds.upperBound) {
        return accept(s, tail)
      }
      orphan(s, isFull: isFull)
    }

    /// Gives the paragraphs before, which ended inside the quotation and have no cue of their own, the speaker of the last.
    private mutating func carryBack(_ s: Int) {
      guard s > 0, let last = quotationOf[s], let first = quotationOf[s - 1], first == last - 1, quotations[last].speakerName != nil,
        quotations[last].group == nextGroup - 1, nextGroup > 1
      else { return }
      let group = quotations[first].group
      let cueless: [Quotation.Basis] = [.none, .context, .previous]
      guard group == nextGroup - 2, quotations[first].basis == .continuation || cueless.contains(quotations[first].basis),
        let head = firstQuotation(ofGroup: group), cueless.contains(quotations[head].basis),
        head == 0 || quotations[head].basis != .previous || quotations[head].speakerName != quotations[head - 1].speakerName
      else { return }
      let known = quotations[last]
      for index in head..<last {
        quotations[index].source = known.source
        quotations[index].sourceKind = known.sourceKind
        quotations[index].speaker = known.speaker
        quotations[index].speakerName = known.speakerName
        quotations[index].cue = known.cue
        quotations[index].basis = .continuation
        quotations[index].isUnresolved = false
      }
      quotations[last].group = group
      nextGroup -= 1
    }

    private func firstQuotation(ofGroup group: Int) -> Int? {
      var index = quotations.count - 1
      while index >= 0, quotations[index].group > group { index -= 1 }
      guard index >= 0, quotations[index].group == group else { return nil }
      while index > 0, quotations[index - 1].group == group { index -= 1 }
      return index
    }

    /// Words in quotation marks that stood so before, and that nobody was said to have spoken.
    private func isTermBefore(_ s: Int) -> Bool {
      wordCount(s) >= 2 && terms.contains(key(s))
    }

    private func key(_ s: Int) -> UInt64 {
      context.stretches[s].content.reduce(WordKey.seed) { hash, i in
        document.tokens[i].isWord ? NameLexicon.extend(hash, document.tokens[i].key) : hash
      }
    }

    private mutating func reject(_ s: Int, _ kind: NonSpeech.Kind) {
      // Headlines and crossheads put in marks what the text attributes.
      let block = document.blocks[context.stretches[s].block].kind
      if wordCount(s) <= 6, block == .paragraph || block == .listItem, context.stretches[s].open > bounds(s).lowerBound {
        terms.insert(key(s))
      }
      nonSpeech.append(NonSpeech(span: span(s), kind: kind))
    }

    private func span(_ s: Int) -> TextSpan {
      let stretch = context.stretches[s]
      return document.span(ofTokens: stretch.open..<stretch.end)
    }

    // MARK: What the stretch is

    private func wordCount(_ s: Int) -> Int {
      context.stretches[s].content.reduce(0) { $0 + (document.tokens[$1].isWord || document.tokens[$1].isNumber ? 1 : 0) }
    }

    private func endsWithPunctuation(_ s: Int) -> Bool {
      guard let last = context.stretches[s].content.last else { return false }
      let kind = document.tokens[last].kind
      return kind == .comma || kind == .terminator
    }

    /// An utterance rather than a fragment: begins with a capital and is closed by punctuation.
    private func isFull(_ s: Int) -> Bool {
      guard context.beginsSentence(s), wordCount(s) >= 2 || context.endsSentence(s) else { return false }
      if endsWithPunctuation(s) || !context.stretches[s].hasClosingMark { return true }
      let end = context.stretches[s].end
      guard end < bounds(s).upperBound else { return true }
      let kind = document.tokens[end].kind
      return kind == .comma || kind == .terminator || kind == .dash || kind == .semicolon
    }

    /// Stands as a sentence of its own.
    private func isOwnSentence(_ s: Int) -> Bool {
      let stretch = context.stretches[s]
      let bounds = bounds(s)
      guard context.sentenceStart(before: stretch.open, floor: bounds.lowerBound) == stretch.open else { return false }
      var end = stretch.end
      if end < bounds.upperBound, document.tokens[end].kind == .terminator { end += 1 }
      return end >= bounds.upperBound || context.startsSentence[end] || context.isQuoted(end)
        || context.endsSentence(s) && document.tokens[end].isWord && document.tokens[end].isCapitalized
        || document.tokens[end].kind == .open
    }

    /// William "Billy" Reyes.
    private func isNickname(_ s: Int) -> Bool {
      let stretch = context.stretches[s]
      let bounds = bounds(s)
      guard stretch.hasClosingMark, stretch.content.count <= 3, stretch.open > bounds.lowerBound, stretch.end < bounds.upperBound,
        !endsWithPunctuation(s)
      else { return false }
      let (before, after) = (document.tokens[stretch.open - 1], document.tokens[stretch.end])
      guard before.isWord, before.isCapitalized, after.isWord, after.isCapitalized, !context.isQuoted(stretch.end) else { return false }
      guard !context.startsSentence[stretch.open], !context.startsSentence[stretch.end] else { return false }
      guard QuotationWords.classes(before.key).isDisjoint(with: [.preposition, .determiner, .conjunction, .pronoun, .time]) else {
        return false
      }
      guard QuotationWords.classes(after.key).isDisjoint(with: [.time]) else { return false }
      return stretch.content.allSatisfy {
        document.tokens[$0].isWord && document.tokens[$0].isCapitalized || $0 > stretch.content.lowerBound
      }
    }

    /// Most words capitalised, as in the title of a work.
    private func isTitle(_ s: Int) -> Bool {
      var capitals = 0
      for i in context.stretches[s].content {
        let token = document.tokens[i]
        guard token.isWord else { continue }
        if token.isCapitalized || token.shape.contains(.innerCaps) { capitals += 1 } else if token.span.count > 3 { return false }
      }
      return capitals >= 2
    }

    private static let knownAs = WordList(
      """
      known
      billed
      translated
      translates
      nicknamed
      spelled
      listed
      marketed
      sold
      rendered
      styled
      labeled
      labelled
      """)
    private static let asWord = WordKey.of("as")
    private static let like = WordKey.of("like")
    private static let mottoes = WordList("motto\nslogan\ntagline\nnickname\ncodename\nhashtag\npassword")
    private static let such = WordKey.of("such")

    /// What a name or a term in quotation marks is called by, directly before it.
    private func naming(_ s: Int, isFull: Bool) -> NonSpeech.Kind? {
      let stretch = context.stretches[s]
      let floor = bounds(s).lowerBound
      let i = stretch.open - 1
      guard i >= floor, !context.isQuoted(i), document.tokens[i].isWord, !context.startsSentence[stretch.open] else { return nil }
      let classes = context.classes(i)
      let kind: NonSpeech.Kind = isTitle(s) ? .title : .term
      if classes.contains(.naming) {
        if !classes.contains(.label) { return kind }
        if i > floor, document.tokens[i - 1].kind == .dash, context.touches(i - 1, i) { return kind }
        return nil
      }
      if !isFull,
        document.tokens[i].key == Self.like || document.tokens[i].key == Self.asWord && i > floor && document.tokens[i - 1].key == Self.such
      {
        return kind
      }
      if document.tokens[i].key == Self.asWord, i > floor, Self.knownAs.contains(document.tokens[i - 1]) { return kind }
      if classes.contains(.auxiliary), i > floor, Self.mottoes.contains(document.tokens[i - 1]) { return kind }
      if classes.contains(.work), !isFull || isTitle(s), wordCount(s) <= 10 { return kind }
      return nil
    }

    /// One word with a capital, in mid-sentence: a name.
    private func isCapitalizedWord(_ s: Int) -> Bool {
      let content = context.stretches[s].content
      guard let first = content.first(where: { document.tokens[$0].isWord }), document.tokens[first].isCapitalized, wordCount(s) == 1 else {
        return false
      }
      let open = context.stretches[s].open
      return open > bounds(s).lowerBound && document.tokens[open - 1].isWord && !context.endsSentence(s)
    }

    private func followsPreposition(_ s: Int) -> Bool {
      let i = context.stretches[s].open - 1
      return i >= bounds(s).lowerBound && !context.classes(i).isDisjoint(with: [.preposition, .determiner])
    }

    /// `the "smart" meters`: one or two words before a noun.
    private func modifiesNoun(_ s: Int) -> Bool {
      let stretch = context.stretches[s]
      guard wordCount(s) <= 2, !endsWithPunctuation(s), stretch.end < bounds(s).upperBound else { return false }
      let next = document.tokens[stretch.end]
      return next.isWord && context.classes(stretch.end).isDisjoint(with: [.preposition, .conjunction, .auxiliary, .subordinator, .adverb])
    }

    /// `X said: "We will strike." Y agreed.`: the next sentence is Y's.
    private func isIntroduced(_ s: Int, _ left: LeftContext) -> Bool {
      let stretch = context.stretches[s]
      guard let attribution = left.attribution, attribution.isAdjacent, attribution.inherits == nil, !attribution.isLabel, isFull(s),
        context.endsSentence(s), stretch.open > bounds(s).lowerBound, document.tokens[stretch.open - 1].kind == .colon,
        stretch.end < document.tokens.count
      else { return false }
      return context.startsSentence[stretch.end] && document.tokens[stretch.end].isCapitalized
    }

    /// `In response to a complaint that it was "tricked", Rice said …`: the cue beside it begins the main clause, with words of its own.
    private func isIntroductory(_ s: Int, _ right: CueMatch) -> Bool {
      let stretch = context.stretches[s]
      let bounds = bounds(s)
      guard !context.beginsSentence(s), let cue = right.cue, let source = right.source, source.tokens.lowerBound < cue.lowerBound else {
        return false
      }
      let start = context.sentenceStart(before: stretch.open, floor: bounds.lowerBound)
      guard start < stretch.open, !context.isQuoted(start), !context.classes(start).isDisjoint(with: [.preposition, .subordinator]) else {
        return false
      }
      let end = context.sentenceEnd(after: cue.upperBound, ceiling: bounds.upperBound)
      return (cue.upperBound..<end).contains { context.isQuoted($0) }
    }

    /// `Obama's "red line" was …`: one or two words that stand as a noun after their determiner.
    private func isNominal(_ s: Int) -> Bool {
      let open = context.stretches[s].open
      guard wordCount(s) <= 2, !endsWithPunctuation(s), open > bounds(s).lowerBound else { return false }
      return document.tokens[open - 1].kind == .clitic || context.classes(open - 1).contains(.determiner)
    }

    // MARK: Parts of one utterance

    private func storyBlock(before block: Int, atMost: Int = 3) -> Int? {
      var b = block - 1
      var steps = 0
      while b >= 0, steps < atMost {
        if document.blocks[b].kind.isStory, !document.tokensOfBlock[b].isEmpty { return b }
        b -= 1
        steps += 1
      }
      return nil
    }

    private func lastStretch(beforeBlockOf s: Int) -> Int? { s > 0 ? s - 1 : nil }

    /// The paragraph before ended inside a quotation, and this one opens with a mark again (or lacks the opening one).
    private func continuesParagraph(_ s: Int) -> Bool {
      let stretch = context.stretches[s]
      guard s > 0, stretch.open == bounds(s).lowerBound else { return false }
      let previous = context.stretches[s - 1]
      guard !previous.hasClosingMark, previous.block < stretch.block, previous.isSingle == stretch.isSingle,
        previous.end == document.tokensOfBlock[previous.block].upperBound
      else { return false }
      // Furniture may stand between; so may one short paragraph that scraping took for text, such as a caption.
      var paragraphs = 0
      for b in (previous.block + 1)..<max(stretch.block, previous.block + 1) where document.blocks[b].kind.isStory { paragraphs += 1 }
      return paragraphs <= 1
    }

    /// The next paragraph opens with a mark again, as it should where a quotation of several paragraphs goes on.
    private func isReopened(_ s: Int) -> Bool {
      let next = s + 1
      return next < context.stretches.count && context.stretches[next].hasOpeningMark && continuesParagraph(next)
    }

    /// The earlier stretch of `"…," said X, "…"`, if this one's cue is that one's.
    private func splitPart(_ s: Int, _ attribution: CueMatch) -> Int? {
      guard s > 0, context.stretches[s - 1].block == context.stretches[s].block, let other = attributions[s - 1], other.isAdjacent,
        let cue = attribution.cue, other.cue == cue
      else { return nil }
      return s - 1
    }

    /// `"We are ready, Lund said, …` without a closing mark: the attribution lies inside.
    private mutating func innerCue(_ s: Int) -> CueMatch? {
      let stretch = context.stretches[s]
      let comma = stretch.content.prefix(80).first { document.tokens[$0].kind == .comma || document.tokens[$0].kind == .terminator }
      guard let comma, comma + 1 < stretch.end else { return nil }
      context.setQuoted(s, false)
      defer { context.setQuoted(s, true) }
      for i in stretch.content.prefix(80) where document.tokens[i].kind == .comma {
        guard i + 1 < stretch.end, let source = context.phrase(at: i + 1, limit: stretch.end),
          source.kind != .nominal || source.hasDeterminer
        else { continue }
        let verb = source.tokens.upperBound
        guard verb < stretch.end, context.isCue(verb), context.classes(verb).contains(.say), !resolver.isFirstPerson(source) else {
          continue
        }
        guard verb + 1 >= stretch.end || !document.tokens[verb + 1].isWord || context.classes(verb + 1).contains(.time) else { continue }
        return CueMatch(cue: verb..<verb + 1, source: source, basis: .cue, isAdjacent: true)
      }
      return nil
    }

    // MARK: Lead-ins

    /// A colon without a verb of saying, or the end of the paragraph before.
    private func leadIn(_ s: Int, _ bounds: Range<Int>) -> CueMatch? {
      let stretch = context.stretches[s]
      var open = stretch.open
      var floor = bounds.lowerBound
      if open == floor {
        // "The full statement from X:" alone in its line, which looks like a heading.
        if stretch.block > 0, !document.blocks[stretch.block - 1].kind.isStory,
          let line = document.tokensOfBlock[stretch.block - 1].last, document.tokens[line].kind == .colon,
          case let first = document.tokensOfBlock[stretch.block - 1].lowerBound,
          let found = statement(from: first, to: line) ?? presented(from: first, to: line)
        {
          return found
        }
        guard let block = storyBlock(before: stretch.block) else { return nil }
        let previous = document.tokensOfBlock[block]
        guard let last = previous.last, document.tokens[last].kind == .colon || document.tokens[last].kind == .comma,
          !context.isQuoted(last)
        else { return nil }
        open = previous.upperBound
        floor = previous.lowerBound
        let left = context.leftContext(of: open, floor: floor, attributions: attributions, isFragment: false, atEnd: true)
        if let found = left.attribution { return found }
      }
      guard open > floor, document.tokens[open - 1].kind == .colon, !context.isQuoted(open - 1) else { return nil }
      let start =
        floor == bounds.lowerBound
        ? context.sentenceStart(before: open, floor: floor) : context.sentenceStart(endingAt: open, floor: floor)
      let colon = open - 1
      if let found = statement(from: start, to: colon) ?? presented(from: start, to: colon) { return found }
      guard var source = context.clauseSubject(from: start, to: colon), !source.isTime else { return nil }
      context.named(&source, limit: colon)
      let isTranscript = source.tokens.lowerBound == start && source.tokens.upperBound == colon
      switch source.kind {
      case .name:
        // "Reaction: “…”": an ordinary word with the capital of its place.
        let head = document.tokens[source.head]
        let flags = NameLexicon.shared[head.key].flags
        if source.tokens.count == 1 || source.head == start, context.mentionOf[source.head] < 0, context.startsSentence[source.head],
          flags.contains(.ordinary), flags.isDisjoint(with: [.given, .role, .ambiguous])
        {
          return nil
        }
      case .pronoun: guard resolver.isPersonal(source.head) else { return nil }
      case .nominal:
        guard context.isNoun(source.head), !isTranscript || context.classes(source.head).contains(.person) && wordCount(s) >= 2 else {
          return nil
        }
      }
      if isTranscript { return CueMatch(cue: nil, source: source, basis: .transcript, isAdjacent: true) }
      guard isFull(s) || wordCount(s) >= 5 else { return nil }
      return CueMatch(cue: nil, source: source, basis: .clause)
    }

    /// "The full statement from X:", "Here is the letter by X, the union leader:".
    private func statement(from start: Int, to colon: Int) -> CueMatch? {
      for i in max(start, colon - 30)..<max(start, colon - 2)
      where (!context.classes(i).isDisjoint(with: [.document, .speechNoun]) || Self.reactions.contains(document.tokens[i]))
        && Self.origins.contains(document.tokens[i + 1])
      {
        guard let source = context.phrase(at: i + 2, limit: colon), source.kind == .name, let name = source.name,
          context.isPersonMention(name.lowerBound)
            || Self.reactions.contains(document.tokens[i]) && context.mentionOf[name.lowerBound] >= 0,
          source.tokens.upperBound == colon
            || document.tokens[source.tokens.upperBound].kind == .comma
        else { return nil }
        return CueMatch(cue: i..<i + 2, source: source, basis: .accordingTo)
      }
      return nil
    }

    private static let origins = WordList("from\nby")
    private static let reactions = WordList("reaction\nresponse\nreply")

    /// "Here is the union's Sharon Graham, talking to the BBC:", "And here's Mr Graham:".
    private func presented(from start: Int, to colon: Int) -> CueMatch? {
      var i = start
      if i < colon, context.classes(i).contains(.conjunction) { i += 1 }
      guard i + 2 < colon, document.tokens[i].key == Self.here,
        document.tokens[i + 1].kind == .clitic || context.classes(i + 1).contains(.auxiliary),
        let source = context.phrase(at: i + 2, limit: colon), source.kind == .name, !source.isPlural, let name = source.name,
        context.isPersonMention(name.lowerBound)
      else { return nil }
      let end = source.tokens.upperBound
      guard
        end == colon || document.tokens[end].kind == .comma || context.endsWith(end, 0x6e, 0x67)
          || context.classes(end).contains(.preposition)
      else { return nil }
      return CueMatch(cue: nil, source: source, basis: .clause)
    }

    private static let here = WordKey.of("here")

    // MARK: No cue of its own

    private mutating func orphan(_ s: Int, isFull: Bool) {
      let stretch = context.stretches[s]
      let bounds = bounds(s)
      let block = document.blocks[stretch.block]
      let words = wordCount(s)
      let own = isOwnSentence(s)
      if !own, isFull, words >= 3, s > 0, context.stretches[s - 1].block == stretch.block, let index = quotationOf[s - 1],
        quotations[index].speakerName != nil,
        context.sentenceStart(before: stretch.open, floor: bounds.lowerBound) <= context.stretches[s - 1].open
      {
        return accept(s, attributions[s - 1], basis: .previous, like: index, joinsGroup: false)
      }
      let end = stretch.end
      let isWholeBlock = stretch.open == bounds.lowerBound && end >= bounds.upperBound
      // Crossheads and headlines quote words that the text attributes.
      if isWholeBlock, !endsWithPunctuation(s), stretch.hasClosingMark, words <= 6 { return reject(s, .scare) }
      if block.kind == .crosshead || block.kind == .headline || block.kind == .label, !own || words < 4 { return reject(s, .scare) }
      if own, isFull || !context.beginsSentence(s) && words >= 5, !isTitle(s) || endsWithPunctuation(s), words >= 2 {
        if let (index, attribution, joins) = previousSpeaker(s) {
          return accept(s, attribution, basis: .previous, like: index, joinsGroup: joins)
        }
        if let found = contextSpeaker(s) { return accept(s, found) }
        return accept(s, nil)
      }
      // A long fragment with a verb or a pronoun was said by somebody.
      let speaks = stretch.content.contains { i in
        !QuotationWords.classes(document.tokens[i].key).isDisjoint(with: [.pronoun, .auxiliary]) && document.tokens[i].isWord
      }
      if speaks, words >= 6 || isFull && words >= 3, !isTitle(s) { return accept(s, nil) }
      reject(s, isTitle(s) ? .title : .scare)
    }

    /// The quotation before, where nothing but its attribution stands between, or it ends the paragraph before.
    private func previousSpeaker(_ s: Int) -> (Int, CueMatch?, Bool)? {
      guard s > 0 else { return nil }
      let stretch = context.stretches[s]
      var p = s - 1
      while p > 0, s - p < 12, quotationOf[p] == nil, context.stretches[p].block == stretch.block { p -= 1 }
      guard let index = quotationOf[p], quotations[index].source != nil || quotations[index].speakerName != nil else { return nil }
      let previous = context.stretches[p]
      if previous.block == stretch.block {
        let sentence = context.sentenceEnd(after: previous.end, ceiling: bounds(s).upperBound)
        // `"…," said X. "…"`, `"…," said X. He paused. "…"` goes to the context instead.
        guard sentence >= stretch.open || previous.end >= stretch.open else { return nil }
        return (index, attributions[p], true)
      }
      // A caption or a crosshead between the paragraphs ends the speaker's turn.
      guard previous.block == stretch.block - 1, document.blocks[previous.block].kind.isStory, stretch.open == bounds(s).lowerBound else {
        return nil
      }
      let block = previous.block
      let range = document.tokensOfBlock[block]
      guard context.sentenceEnd(after: previous.end, ceiling: range.upperBound) >= range.upperBound else { return nil }
      return (index, attributions[p], false)
    }

    /// Who the sentences before this one let speak, or the one after.
    private func contextSpeaker(_ s: Int) -> CueMatch? {
      let stretch = context.stretches[s]
      var bounds = bounds(s)
      var end = stretch.open
      var limit = 3
      if end == bounds.lowerBound {
        // Only the last sentence of the paragraph before, if it reports speech.
        if let block = storyBlock(before: stretch.block), block == stretch.block - 1 {
          bounds = document.tokensOfBlock[block]
          end = bounds.upperBound
          limit = 1
        } else {
          limit = 0
        }
      }
      let isSameBlock = end == stretch.open
      for step in 0..<limit where end > bounds.lowerBound {
        let start = context.sentenceStart(endingAt: end, floor: bounds.lowerBound)
        guard start < end else { break }
        if let found = speaker(inSentence: start..<end, nearest: step == 0 && isSameBlock) { return found }
        end = start
      }
      // `"We need help." Smith said that …`
      let after = stretch.end
      let own = self.bounds(s)
      if after < own.upperBound, !context.isQuoted(after) {
        let next = context.sentenceEnd(after: after, ceiling: own.upperBound)
        if let source = context.clauseSubject(from: after, to: next), source.tokens.lowerBound == after, source.kind != .nominal {
          let verb = source.tokens.upperBound
          if verb < next, context.isCue(verb), context.classes(verb).contains(.say) {
            return CueMatch(cue: verb..<verb + 1, source: source, basis: .context)
          }
        }
      }
      return nil
    }

    private func speaker(inSentence range: Range<Int>, nearest: Bool) -> CueMatch? {
      // A quotation with a speaker in it.
      var k = range.upperBound - 1
      while k >= range.lowerBound {
        if context.isQuoted(k) {
          let p = Int(context.stretchOf[k])
          if quotationOf[p] != nil, var known = attributions[p], known.source != nil {
            known.basis = .context
            return known
          }
          k = context.stretches[p].open
        }
        k -= 1
      }
      if let cue = context.earlierCue(before: range.upperBound, floor: range.lowerBound), context.classes(cue).contains(.say),
        !context.isNegated(cue, floor: range.lowerBound), let source = context.subject(of: cue, floor: range.lowerBound), !source.isTime,
        source.kind != .nominal || context.isNoun(source.head), !source.isPlural
      {
        return CueMatch(cue: cue..<cue + 1, source: source, basis: .context)
      }
      guard nearest, let source = context.clauseSubject(from: range.lowerBound, to: range.upperBound) else { return nil }
      switch source.kind {
      case .name:
        guard let name = source.name, context.isPersonMention(name.lowerBound) else { return nil }
      case .pronoun: guard resolver.isPersonal(source.head) else { return nil }
      case .nominal: guard context.classes(source.head).contains(.person), !source.isPlural else { return nil }
      }
      return CueMatch(cue: nil, source: source, basis: .context)
    }

    // MARK: Results

    private mutating func accept(
      _ s: Int, _ attribution: CueMatch?, basis: Quotation.Basis? = nil, like earlier: Int? = nil, joinsGroup: Bool = true
    ) {
      let stretch = context.stretches[s]
      var group = nextGroup
      if let earlier, joinsGroup { group = quotations[earlier].group } else { nextGroup += 1 }
      let content = stretch.content
      var quotation = Quotation(
        span: span(s), content: document.span(ofTokens: content), kind: kind(s, attribution), group: group,
        isClosed: (stretch.hasClosingMark || isReopened(s)) && stretch.hasOpeningMark)
      if let earlier {
        let other = quotations[earlier]
        quotation.source = other.source
        quotation.sourceKind = other.sourceKind
        quotation.speaker = other.speaker
        quotation.speakerName = other.speakerName
        quotation.isUnresolved = other.isUnresolved
        quotation.cue = other.cue
        quotation.basis = other.basis == .none ? .none : (basis ?? other.basis)
        if joinsGroup { quotation.kind = basis == .continuation ? other.kind : quotation.kind }
      } else if let attribution, let source = attribution.source {
        quotation.source = document.span(ofTokens: source.tokens)
        quotation.sourceKind = source.kind
        quotation.cue = attribution.cue.map { document.span(ofTokens: $0) }
        quotation.basis = attribution.basis
        let speaker = resolver.resolve(source, quotedIn: stretch)
        quotation.speaker = speaker.entity
        quotation.speakerName = speaker.name
        quotation.isUnresolved = speaker.name == nil && source.kind == .pronoun
        if let name = source.name, source.kind == .name, !source.isPlural {
          quotation.source = document.span(ofTokens: source.tokens.lowerBound <= name.lowerBound ? source.tokens : name)
        }
        resolver.remember(speaker, source: source)
      }
      attributions[s] = attribution
      quotationOf[s] = quotations.count
      quotations.append(quotation)
    }

    private func kind(_ s: Int, _ attribution: CueMatch?) -> Quotation.Kind {
      if isFull(s) { return .direct }
      if context.beginsSentence(s), attribution?.isAdjacent ?? true { return .direct }
      guard let attribution, attribution.isAdjacent, !attribution.isLabel else { return .mixed }
      let stretch = context.stretches[s]
      // `said, "it is reasonable"`, and the second part of a split quotation.
      if stretch.open > bounds(s).lowerBound {
        let before = document.tokens[stretch.open - 1].kind
        if before == .comma || before == .colon { return .direct }
        return .mixed
      }
      return endsWithPunctuation(s) ? .direct : .mixed
    }
  }
}
