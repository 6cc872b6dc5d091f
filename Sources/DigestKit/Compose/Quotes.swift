import TextAnalysis

extension Composer {
  /// Each utterance once, with its versions.
  ///
  /// - Returns: the entries in the order shown, and per correction the passages that it changed.
  func quotes() -> ([QuoteEntry], [Int: [Passage]]) {
    var log: [Int: [Passage]] = [:]
    var entries: [(entry: QuoteEntry, first: Passage)] = []
    for group in comparison.quotes {
      let refs = group.filter { ref in
        let hiding = story.corrections.firstIndex {
          if case .hideQuote(let words) = $0.change { return quotation(ref, contains: words) }
          return false
        }
        if let hiding { log[hiding, default: []].append(passage(ref)) }
        return hiding == nil
      }
      guard !refs.isEmpty else { continue }
      entries.append(entry(refs, log: &log))
    }
    // By speaker: most quoted first; unattributed last; then by first appearance.
    func speakerKey(_ entry: QuoteEntry) -> String? { entry.entity ?? entry.speakerName.map { "n:" + Folding.folded($0) } }
    var weight: [String: Int] = [:]
    var firstOfSpeaker: [String: Passage] = [:]
    for (entry, first) in entries {
      guard let key = speakerKey(entry) else { continue }
      weight[key, default: 0] += entry.texts
      firstOfSpeaker[key] = firstOfSpeaker[key].map { min($0, first) } ?? first
    }
    entries.sort { a, b in
      switch (speakerKey(a.entry), speakerKey(b.entry)) {
      case (nil, nil): return a.first < b.first
      case (nil, _): return false
      case (_, nil): return true
      case (let x?, let y?) where x == y: return a.first < b.first
      case (let x?, let y?):
        let (u, v) = (weight[x] ?? 0, weight[y] ?? 0)
        if u != v { return u > v }
        return (firstOfSpeaker[x] ?? a.first) < (firstOfSpeaker[y] ?? b.first)
      }
    }
    let numbered = entries.enumerated().map { index, pair in
      var entry = pair.entry
      entry.id = "q\(index + 1)"
      return entry
    }
    return (numbered, log)
  }

  private func passage(_ ref: QuoteRef) -> Passage {
    Passage(article: ref.article, span: story.articles[ref.article].annotations.quotations[ref.quotation].span)
  }

  private func quotation(_ ref: QuoteRef) -> Quotation { story.articles[ref.article].annotations.quotations[ref.quotation] }

  /// Who speaks, as one article has it: an entity of the story, or a name that is none.
  private enum Voice: Hashable {
    case entity(Int)
    case name(String)
  }

  private func voice(_ ref: QuoteRef) -> Voice? {
    let quotation = quotation(ref)
    if let entity = storyEntity(ref.article, quotation.speaker) { return .entity(entity) }
    return quotation.speakerName.map { .name(Folding.folded($0)) }
  }

  private static func strength(_ basis: Quotation.Basis) -> Int {
    switch basis {
    case .cue, .transcript: 8
    case .accordingTo: 7
    case .clause: 6
    case .continuation: 5
    case .previous: 3
    case .context: 1
    case .none: 0
    }
  }

  private func entry(_ refs: [QuoteRef], log: inout [Int: [Passage]]) -> (QuoteEntry, Passage) {
    // The fullest first: most words inside the marks; then article order.
    func words(_ ref: QuoteRef) -> Int {
      let document = story.articles[ref.article].document
      return document.tokens[document.tokens(in: quotation(ref).content)].count { $0.isWord || $0.isNumber }
    }
    let sized = refs.map { (ref: $0, words: words($0)) }
    var ordered = sized.sorted { a, b in
      a.words != b.words ? a.words > b.words : (a.ref.article, a.ref.quotation) < (b.ref.article, b.ref.quotation)
    }.map(\.ref)
    // Of versions about as full, the one whose words more articles use comes first: the other was changed more likely.
    let most = sized.reduce(0) { max($0, $1.words) }
    let full = sized.filter { $0.words * 10 >= most * 8 }.map(\.ref)
    if full.count > 1, full.count <= 12, let base = mostUsual(of: full, fullest: ordered[0]),
      let place = ordered.firstIndex(of: base)
    {
      ordered.insert(ordered.remove(at: place), at: 0)
    }

    var votes: [Voice: Int] = [:]
    for ref in ordered {
      guard let voice = voice(ref) else { continue }
      votes[voice, default: 0] += Self.strength(quotation(ref).basis)
    }
    // Most votes; of equals the one whose version is fullest.
    var chosen: Voice?
    for ref in ordered {
      guard let voice = voice(ref) else { continue }
      if chosen.map({ votes[voice] ?? 0 > votes[$0] ?? 0 }) ?? true { chosen = voice }
    }
    // A name that is no entity gives way to an entity: "the top diplomat" and Sergey Lavrov.
    if case .name? = chosen, let entity = ordered.compactMap(voice).first(where: { if case .entity = $0 { true } else { false } }) {
      chosen = entity
    }

    var basis = Quotation.Basis.none
    for ref in ordered where voice(ref) == chosen && chosen != nil {
      if Self.strength(quotation(ref).basis) > Self.strength(basis) { basis = quotation(ref).basis }
    }
    var name: String?
    var entity: String?
    switch chosen {
    case .entity(let index)?:
      name = comparison.entities[index].name
      entity = entityID(index)
    case .name?:
      name = ordered.first { voice($0) == chosen }.flatMap { quotation($0).speakerName }
    case nil: break
    }
    var basisName = basis.rawValue
    let speakers = story.corrections.enumerated().filter { pair in
      if case .speaker = pair.element.change { true } else { false }
    }
    for (index, correction) in speakers {
      guard case .speaker(let article, let quote, let corrected) = correction.change else { continue }
      let matching = ordered.filter { ref in
        (article.map { story.isArticle(ref.article, named: $0) } ?? true) && quotation(ref, contains: quote)
      }
      guard !matching.isEmpty else { continue }
      log[index, default: []] += matching.map(passage)
      basisName = "correction"
      name = corrected
      entity = corrected.flatMap { wanted in
        comparison.entities.indices.first {
          Folding.folded(comparison.entities[$0].name) == Folding.folded(wanted) && entityRank[$0] != Int.max
        }
      }.map(entityID)
    }

    let base = passage(ordered[0])
    let wordsOfBase = words(ordered[0])
    let baseContent = Passage(article: base.article, span: quotation(ordered[0]).content)
    let variants = ordered.enumerated().map { position, ref in
      let quotation = quotation(ref)
      let own = voice(ref)
      let content = Passage(article: ref.article, span: quotation.content)
      let changes = position == 0 ? [] : edits(from: baseContent, to: content)
      var ownEntity: String?
      if case .entity(let index)? = own { ownEntity = entityID(index) }
      var isOther = false
      if case .entity(let index)? = own, case .entity(let main)? = chosen, index != main { isOther = true }
      return QuoteEntry.Variant(
        passage: passage(ref), content: quotation.content, speakerText: quotation.source.map { Passage(article: ref.article, span: $0) },
        cue: quotation.cue.map { Passage(article: ref.article, span: $0) },
        basis: own == nil && name != nil ? "variant" : quotation.basis.rawValue, speaker: ownEntity, changes: changes,
        isAltered: isAltered(changes, content), isClosed: quotation.isClosed, isOtherSpeaker: isOther,
        isPart: words(ref) * 10 < wordsOfBase * 8)
    }
    let entry = QuoteEntry(
      id: "", entity: entity, speakerName: name, basis: name == nil ? "none" : basisName, variants: variants,
      texts: comparison.independentTexts(of: variants.map(\.passage)))
    return (entry, variants.map(\.passage).min() ?? base)
  }

  /// The version whose words, where it differs from the others, stand in more articles, else the one that more articles have word for
  /// word than the fullest, if the two differ between their ends; nil if none is ahead.
  private func mostUsual(of refs: [QuoteRef], fullest: QuoteRef) -> QuoteRef? {
    func content(_ ref: QuoteRef) -> Passage { Passage(article: ref.article, span: quotation(ref).content) }
    let keys = refs.map { ref in
      let document = story.articles[ref.article].document
      return document.tokens[document.tokens(in: quotation(ref).content)].filter { $0.isWord || $0.isNumber }.map(\.key)
    }
    var score = [Int](repeating: 0, count: refs.count)
    for i in refs.indices {
      for j in refs.indices where i < j && keys[i] != keys[j] {
        for edit in edits(from: content(refs[i]), to: content(refs[j])) where edit.kind == .substitution {
          let lead = carriers(of: edit.base) - carriers(of: edit.other)
          score[i] += lead
          score[j] -= lead
        }
      }
    }
    if let best = score.max(), best > 0, let index = score.firstIndex(of: best) { return refs[index] }
    guard refs.count > 2 else { return nil }
    func alike(_ ref: QuoteRef) -> Int {
      guard let own = refs.firstIndex(of: ref) else { return 0 }
      return Set(refs.indices.filter { keys[$0] == keys[own] }.map { refs[$0].article }).count
    }
    let lone = alike(fullest)
    return refs.first { ref in
      ref != fullest && alike(ref) > lone && isAltered(edits(from: content(fullest), to: content(ref)), content(ref))
    }
  }

  /// Whether words inside the marks were exchanged, put in or dropped in the middle, beyond spelling and punctuation. A cut at either
  /// end is no alteration, nor is a word in square brackets, which says itself that it was put in.
  func isAltered(_ changes: [Edit], _ content: Passage) -> Bool {
    let document = story.articles[content.article].document
    return changes.contains { edit in
      switch edit.kind {
      case .substitution, .order: return true
      case .insertion:
        let tokens = document.tokens(in: edit.other.span)
        let isBracketed = document.tokens[tokens].contains { $0.kind == .open } || isInsideBrackets(edit.other.span, document)
        return !isBracketed && document.tokens[tokens].contains { $0.isWord || $0.isNumber }
      case .deletion:
        let place = edit.other.span.start
        guard place > content.span.start, place < content.span.end else { return false }
        let first = document.firstToken(endingAfter: content.span.start)
        let last = document.tokens(in: content.span).last ?? first
        // At the ends: a cut.
        if place <= document.tokens[first].start || place >= document.tokens[last].end { return false }
        let base = story.articles[edit.base.article].document
        guard base.tokens[base.tokens(in: edit.base.span)].contains(where: { $0.isWord || $0.isNumber }) else { return false }
        // What the other has in square brackets was not said in the first place.
        if isInsideBrackets(edit.base.span, base) { return false }
        // An ellipsis says itself that words are left out.
        let near = document.tokens(in: TextSpan(start: max(content.span.start, place - 4), end: min(content.span.end, place + 4)))
        return !document.tokens[near].contains { $0.kind == .terminator && ($0.span.count >= 3) }
      case .spelling:
        // "You're" written out is another word; "emphasised" is not.
        let base = story.articles[edit.base.article].document
        return hasClitic(document, edit.other.span) != hasClitic(base, edit.base.span)
      case .punctuation: return false
      }
    }
  }

  private func hasClitic(_ document: Document, _ span: TextSpan) -> Bool {
    document.tokens[document.tokens(in: span)].contains { $0.kind == .clitic }
  }

  private func isInsideBrackets(_ span: TextSpan, _ document: Document) -> Bool {
    var i = document.firstToken(endingAfter: span.start)
    let floor = max(0, i - 12)
    while i > floor {
      i -= 1
      if document.tokens[i].kind == .close { return false }
      if document.tokens[i].kind == .open { return document.bytes[Int(document.tokens[i].start)] == 0x5b }
    }
    return false
  }
}
