import TextAnalysis

/// Text that stands in more than one article, sentence by sentence.
struct SharedText {
  /// Least words and content words of a sentence that is shared verbatim.
  private static let leastVerbatim = (words: 5, content: 3)
  /// Least aligned words and content words of an edited sentence.
  private static let leastEdited = (words: 6, content: 3)
  /// Least share of aligned words: of the longer sentence, or of the shorter and the longer.
  private static let overlap = (longer: 0.6, shorter: 0.75, longerIfContained: 0.45)
  /// A clause copied into another sentence: least words, content words, words in a row, and share of the stretch that is aligned.
  private static let leastClause = (words: 8, content: 4, run: 6, density: 0.8)
  /// Least share of a sentence that a stretch must fill to stand for the whole.
  private static let whole = 0.75

  private let text: ComparedText
  private var groups = DisjointSets()
  /// Of each group member: where it stands.
  private var members: [(sentence: Int, passage: Passage)] = []
  /// Of each sentence, its members.
  private var membersOfSentence: [[Int]]

  /// The shared passages in order of their first; of each article all places.
  static func passages(in text: ComparedText) -> [SharedPassage] {
    var finder = SharedText(text)
    finder.find()
    return finder.shared()
  }

  private init(_ text: ComparedText) {
    self.text = text
    membersOfSentence = text.sentences.map { _ in [] }
  }

  private mutating func find() {
    var forms = KeyTable()
    var sentenceOfForm: [Int] = []
    var index = ShingleIndex()
    var indexed: [Int] = []
    for (number, sentence) in text.sentences.enumerated() {
      let words = text.words(of: sentence)
      guard words.count >= Self.leastVerbatim.words, words.count(where: \.isContent) >= Self.leastVerbatim.content else { continue }
      // The same words again: no need to look further.
      let form = forms.insert(Self.hash(words, sentence.stratum))
      if form < sentenceOfForm.count {
        let first = sentenceOfForm[form]
        join((first, text.passage(text.sentences[first])), (number, text.passage(sentence)))
        continue
      }
      sentenceOfForm.append(number)
      for candidate in index.add(words, source: sentence.article) {
        let other = indexed[candidate]
        guard text.sentences[other].stratum == sentence.stratum, !areJoined(other, number) else { continue }
        compare(other, number)
      }
      indexed.append(number)
    }
  }

  private static func hash(_ words: ArraySlice<WordSequence.Word>, _ stratum: ComparedText.Stratum) -> UInt64 {
    var hash = UInt64(stratum.rawValue) &+ 0x9e37_79b9_7f4a_7c15
    for word in words {
      hash = (hash ^ word.key) &* 0x9fb2_1c65_1e98_df25
      hash ^= hash >> 29
    }
    return hash
  }

  /// Whole sentences of both are in one group already.
  private mutating func areJoined(_ x: Int, _ y: Int) -> Bool {
    guard let p = whole(x), let q = whole(y) else { return false }
    return groups.root(p) == groups.root(q)
  }

  private func whole(_ sentence: Int) -> Int? {
    let span = text.passage(text.sentences[sentence]).span
    return membersOfSentence[sentence].first { members[$0].passage.span == span }
  }

  /// Joins two sentences, or the clause that one has of the other, if they share enough.
  private mutating func compare(_ x: Int, _ y: Int) {
    let (s, t) = (text.sentences[x], text.sentences[y])
    let base = s.words.lowerBound
    let words = text.words[s.article]
    func isContent(_ word: Int) -> Bool { words[base + word].isContent }
    let alignment = Alignment(text.keys(of: s), text.keys(of: t)).withoutStrays(isContent)
    guard alignment.runs.contains(where: { $0.count >= 4 }), let local = LocalAlignment(alignment, isContent: isContent) else { return }
    let (shorter, longer) = (Double(min(s.words.count, t.words.count)), Double(max(s.words.count, t.words.count)))
    let matched = Double(alignment.matched)
    let content = alignment.runs.reduce(0) { sum, run in sum + (run.a..<run.a + run.count).count(where: isContent) }
    let plain = alignment.runs.reduce(0) { sum, run in sum + (run.a..<run.a + run.count).count { isPlain(words[base + $0], s.article) } }
    // Names and titles alone are no copied text.
    guard plain >= 2 else { return }
    if alignment.matched >= Self.leastEdited.words, content >= Self.leastEdited.content,
      matched >= Self.overlap.longer * longer
        || matched >= Self.overlap.shorter * shorter && matched >= Self.overlap.longerIfContained * longer
    {
      join((x, text.passage(s)), (y, text.passage(t)))
      return
    }
    let stretch = Double(max(local.a.count, local.b.count))
    guard local.matched >= Self.leastClause.words, local.content >= Self.leastClause.content,
      Double(local.matched) >= Self.leastClause.density * stretch, alignment.runs.contains(where: { $0.count >= Self.leastClause.run })
    else { return }
    join((x, part(s, local.a)), (y, part(t, local.b)))
  }

  /// A content word that is no name: lower case inside its sentence.
  private func isPlain(_ word: WordSequence.Word, _ article: Int) -> Bool {
    word.isContent && !text.document(article).tokens[Int(word.token)].isCapitalized
  }

  private func part(_ sentence: ComparedText.Sentence, _ stretch: Range<Int>) -> Passage {
    if Double(stretch.count) >= Self.whole * Double(sentence.words.count) { return text.passage(sentence) }
    let base = sentence.words.lowerBound
    return text.passage(sentence, words: base + stretch.lowerBound..<base + stretch.upperBound)
  }

  private mutating func join(_ a: (sentence: Int, passage: Passage), _ b: (sentence: Int, passage: Passage)) {
    groups.join(member(a), member(b))
  }

  /// The member that stands at (about) the same place, or a new one.
  private mutating func member(_ place: (sentence: Int, passage: Passage)) -> Int {
    let span = place.passage.span
    for known in membersOfSentence[place.sentence] {
      let other = members[known].passage.span
      let common = min(span.end, other.end) - max(span.start, other.start)
      if Double(common) >= 0.7 * Double(max(span.count, other.count)) { return known }
    }
    members.append(place)
    membersOfSentence[place.sentence].append(members.count - 1)
    return groups.add()
  }

  private mutating func shared() -> [SharedPassage] {
    var passages: [[Passage]] = []
    var groupOfRoot: [Int: Int] = [:]
    /// Of each group, the sentence of its first passage.
    var sentenceOfGroup: [Int] = []
    for (index, member) in members.enumerated() {
      let root = groups.root(index)
      if let group = groupOfRoot[root] {
        passages[group].append(member.passage)
      } else {
        groupOfRoot[root] = passages.count
        passages.append([member.passage])
        sentenceOfGroup.append(member.sentence)
      }
    }
    return passages.indices.filter { !isPart($0, of: passages, groupOfRoot, in: sentenceOfGroup[$0]) }.map { passages[$0].sorted() }
      .filter { group in group.contains { $0.article != group[0].article } }
      .sorted { $0[0] < $1[0] }
      .map { group in
        var edits: [Edit] = []
        let base = text.stretch(group[0])
        for other in group.dropFirst() {
          edits += WordEdit.edits(from: base, to: text.stretch(other)).map { Edit($0, from: group[0], to: other) }
        }
        return SharedPassage(
          kind: edits.isEmpty ? .verbatim : .edited, passages: group, edits: edits, isQuotation: group.contains(where: isQuotation))
      }
  }

  /// Whether all of a group's passages lie inside passages of one other group, which then says what this one says.
  private mutating func isPart(_ group: Int, of passages: [[Passage]], _ groupOfRoot: [Int: Int], in sentence: Int) -> Bool {
    guard let first = passages[group].first else { return false }
    for member in membersOfSentence[sentence] {
      let other = groupOfRoot[groups.root(member)] ?? group
      guard other != group, members[member].passage.span.count > first.span.count else { continue }
      if passages[group].allSatisfy({ part in
        passages[other].contains { $0.article == part.article && $0.span.contains(part.span) }
      }) {
        return true
      }
    }
    return false
  }

  /// Less than three of a passage's words stand outside quotation marks.
  private func isQuotation(_ passage: Passage) -> Bool {
    let article = text.story.articles[passage.article]
    let quotations = article.annotations.quotations
    var next = quotations.firstIndex { $0.span.end > passage.span.start } ?? quotations.count
    var plain = 0
    for token in article.document.tokens[article.document.tokens(in: passage.span)] where token.isWord || token.isNumber {
      while next < quotations.count, quotations[next].span.end <= token.start { next += 1 }
      if next == quotations.count || !quotations[next].span.contains(token.span) { plain += 1 }
      if plain >= 3 { return false }
    }
    return true
  }
}

extension Story {
  /// What changed from one passage to another, word by word: ``WordEdit/edits(from:to:)``.
  func edits(from base: Passage, to other: Passage) -> [Edit] {
    WordEdit.edits(
      from: (articles[base.article].document, base.span), to: (articles[other.article].document, other.span)
    ).map { Edit($0, from: base, to: other) }
  }
}

extension Edit {
  /// An edit between passages of a story.
  init(_ edit: WordEdit, from base: Passage, to other: Passage) {
    self.init(
      kind: Kind(edit.kind), base: Passage(article: base.article, span: edit.base), other: Passage(article: other.article, span: edit.other)
    )
  }
}

extension Edit.Kind {
  init(_ kind: WordEdit.Kind) {
    switch kind {
    case .insertion: self = .insertion
    case .deletion: self = .deletion
    case .substitution: self = .substitution
    case .spelling: self = .spelling
    case .punctuation: self = .punctuation
    case .order: self = .order
    }
  }
}

/// Union–find with path halving; the smaller number is the root.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int = 0) { parent = Array(0..<count) }

  /// Adds a set of one and returns its number.
  mutating func add() -> Int {
    parent.append(parent.count)
    return parent.count - 1
  }

  mutating func root(_ x: Int) -> Int {
    var x = x
    while parent[x] != x {
      parent[x] = parent[parent[x]]
      x = parent[x]
    }
    return x
  }

  mutating func join(_ x: Int, _ y: Int) {
    let (a, b) = (root(x), root(y))
    if a < b { parent[b] = a } else { parent[a] = b }
  }
}
