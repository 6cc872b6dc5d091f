/// The words of one quotation and who is said to have spoken them.
public struct Utterance: Sendable {
  public enum Speaker: Sendable, Hashable {
    /// Somebody with a number.
    case known(Int)
    /// Somebody without a name ("the minister"), by a hash of the description; may be somebody known.
    case described(UInt64)
    /// Somebody whom the text leaves without a name ("a senior official"), by a hash of the description: nobody who is known.
    case anonymous(UInt64)
    case unknown
  }

  public var words: [WordSequence.Word]
  public var speaker: Speaker

  public init(words: [WordSequence.Word], speaker: Speaker = .unknown) {
    self.words = words
    self.speaker = speaker
  }

  public init(_ document: Document, content: TextSpan, speaker: Speaker = .unknown) {
    self.init(words: WordSequence(document, in: content).words, speaker: speaker)
  }
}

/// Groups the versions of one utterance.
///
/// The longest quotation comes first. Each next one joins the group of the earlier quotation that covers it best, or starts a group;
/// so a fragment attaches to one group and never bridges two. Candidates come from an index of word pairs that hold a content word;
/// a candidate covers a quotation if most of its words stand in it in runs, in the same order. Speakers that differ, one of them known, keep
/// quotations apart, unless the words are (nearly) the same and too many for chance. Single words and the like are joined only where
/// one group alone holds them. Cost: linear in the words, times a bound on candidates.
public enum QuoteGrouping {
  /// Quotations that a word pair leads to, and candidates that are verified, at most.
  private static let bounds = (postings: 48, candidates: 12)
  /// Least share of a quotation's words, and of its content words, that its fuller version must hold.
  private static let coverage = (words: 0.7, content: 0.6)
  /// With different known speakers: least content words in common, and least share of the shorter.
  private static let strict = (content: 5, coverage: 0.8)

  /// - Returns: indices into `utterances`, each in exactly one group: groups by their first member, members in order.
  public static func groups(of utterances: [Utterance]) -> [[Int]] {
    var grouper = Grouper(utterances)
    return grouper.run()
  }

  private struct Grouper {
    let utterances: [Utterance]
    let isShort: [Bool]
    /// Word pairs and, of short quotations, content words.
    var pairs = KeyTable()
    var postings: [[Int32]] = []
    var forms = KeyTable()
    var groupsOfForm: [[Int]] = []
    var groupOf: [Int]
    var groups: [[Int]] = []
    var speakerOf: [Utterance.Speaker] = []
    var counts: [Int32]

    init(_ utterances: [Utterance]) {
      self.utterances = utterances
      isShort = utterances.map { $0.words.count < 3 || $0.words.count(where: \.isContent) < 2 }
      groupOf = [Int](repeating: -1, count: utterances.count)
      counts = [Int32](repeating: 0, count: utterances.count)
    }

    mutating func run() -> [[Int]] {
      let order = utterances.indices.sorted { a, b in
        let (x, y) = (utterances[a].words.count, utterances[b].words.count)
        return x != y ? x > y : a < b
      }
      var wanted = KeyTable()
      for index in utterances.indices where isShort[index] {
        for word in utterances[index].words where word.isContent { _ = wanted.insert(word.key) }
      }
      for index in order {
        let form = forms.insert(Self.hash(utterances[index].words))
        if form == groupsOfForm.count { groupsOfForm.append([]) }
        let group = sameForm(index, form) ?? (isShort[index] ? holder(ofShort: index) : best(index))
        if let group {
          groupOf[index] = group
          groups[group].append(index)
          if case .known = speakerOf[group] {} else { speakerOf[group] = utterances[index].speaker }
        } else {
          groupOf[index] = groups.count
          groups.append([index])
          speakerOf.append(utterances[index].speaker)
        }
        if !groupsOfForm[form].contains(groupOf[index]) { groupsOfForm[form].append(groupOf[index]) }
        post(index, wanted)
      }
      return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    private static func hash(_ words: [WordSequence.Word]) -> UInt64 {
      words.reduce(0x9e37_79b9_7f4a_7c15) { hash, word in
        let mixed = (hash ^ word.key) &* 0x9fb2_1c65_1e98_df25
        return mixed ^ mixed >> 29
      }
    }

    private static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let mixed = (a ^ 0x517c_c1b7_2722_0a95) &* 0x9fb2_1c65_1e98_df25
      return (mixed ^ mixed >> 31 ^ b) &* 0x9e37_79b9_7f4a_7c15
    }

    /// A group that holds the very same words.
    private func sameForm(_ index: Int, _ form: Int) -> Int? {
      let words = utterances[index].words
      guard words.contains(where: \.isContent) else {
        // "This is not over": of one speaker, if it is more than "Yes, it is".
        guard words.count > 3, case .known = utterances[index].speaker else { return nil }
        return groupsOfForm[form].first { speakerOf[$0] == utterances[index].speaker }
      }
      let isLong = words.count(where: \.isContent) >= QuoteGrouping.strict.content
      return groupsOfForm[form].first { isLong || !areDifferent(utterances[index].speaker, speakerOf[$0]) }
    }

    private func areDifferent(_ a: Utterance.Speaker, _ b: Utterance.Speaker) -> Bool {
      switch (a, b) {
      case (.known(let x), .known(let y)): x != y
      case (.known, .anonymous), (.anonymous, .known): true
      default: false
      }
    }

    private mutating func post(_ index: Int, _ wanted: KeyTable) {
      let words = utterances[index].words
      var keys: [UInt64] = []
      for (i, word) in words.enumerated() {
        if word.isContent, wanted.find(word.key) != nil { keys.append(word.key) }
        if i > 0, word.isContent || words[i - 1].isContent { keys.append(Self.pair(words[i - 1].key, word.key)) }
      }
      for key in keys {
        let slot = pairs.insert(key)
        if slot == postings.count { postings.append([]) }
        if postings[slot].count < QuoteGrouping.bounds.postings, postings[slot].last != Int32(index) { postings[slot].append(Int32(index)) }
      }
    }

    /// The group of the quotation that covers this one best.
    private mutating func best(_ index: Int) -> Int? {
      let words = utterances[index].words
      var found: [Int32] = []
      for i in words.indices.dropFirst() where words[i].isContent || words[i - 1].isContent {
        guard let slot = pairs.find(Self.pair(words[i - 1].key, words[i].key)) else { continue }
        for other in postings[slot] {
          if counts[Int(other)] == 0 { found.append(other) }
          counts[Int(other)] += 1
        }
      }
      let candidates = found.sorted { counts[Int($0)] != counts[Int($1)] ? counts[Int($0)] > counts[Int($1)] : $0 < $1 }
      for other in found { counts[Int(other)] = 0 }
      var best: (group: Int, score: Double)?
      for candidate in candidates.prefix(QuoteGrouping.bounds.candidates) {
        let group = groupOf[Int(candidate)]
        let differ = areDifferent(utterances[index].speaker, speakerOf[group])
        guard var score = score(words, utterances[Int(candidate)].words, strict: differ) else { continue }
        if !differ, utterances[index].speaker != .unknown, utterances[index].speaker == speakerOf[group] { score += 0.05 }
        if best.map({ score > $0.score }) ?? true { best = (group, score) }
      }
      return best?.group
    }

    /// How well `long` covers `short`, 0–1; nil if not enough.
    private func score(_ short: [WordSequence.Word], _ long: [WordSequence.Word], strict: Bool) -> Double? {
      let content = short.count(where: \.isContent)
      guard content > 0 else { return nil }
      if Self.holds(long, short) { return strict && content < QuoteGrouping.strict.content ? nil : 1 }
      let alignment = Alignment(short.map(\.key), long.map(\.key)).withoutStrays { short[$0].isContent }
      var matched = 0
      var matchedContent = 0
      for (i, run) in alignment.runs.enumerated() {
        let runContent = (run.a..<run.a + run.count).count { short[$0].isContent }
        // A word by itself counts beside other aligned words only.
        if run.count == 1 || runContent == 0 && run.count == 2 {
          let before = i > 0 ? alignment.runs[i - 1] : nil
          let after = i + 1 < alignment.runs.count ? alignment.runs[i + 1] : nil
          let near =
            before.map { max(run.a - $0.a - $0.count, run.b - $0.b - $0.count) <= 3 } ?? false
            || after.map { max($0.a - run.a, $0.b - run.b) - run.count <= 3 } ?? false
          guard near else { continue }
        }
        matched += run.count
        matchedContent += runContent
      }
      let share = Double(matched) / Double(short.count)
      let contentShare = Double(matchedContent) / Double(content)
      guard short.count >= 4, matchedContent >= 2, alignment.runs.contains(where: { $0.count >= 2 }), share >= QuoteGrouping.coverage.words,
        contentShare >= QuoteGrouping.coverage.content
      else { return nil }
      if strict, matchedContent < QuoteGrouping.strict.content || share < QuoteGrouping.strict.coverage { return nil }
      return share * 0.5 + contentShare * 0.4
    }

    /// The words stand in a row. Long quotations are left to alignment, which is bounded.
    private static func holds(_ long: [WordSequence.Word], _ short: [WordSequence.Word]) -> Bool {
      guard let first = short.first, short.count <= min(long.count, 64) else { return false }
      return (0...(long.count - short.count)).contains { start in
        long[start].key == first.key && short.indices.allSatisfy { long[start + $0].key == short[$0].key }
      }
    }

    /// The only group with a quotation that holds a short one, of the same speaker if one is known.
    private func holder(ofShort index: Int) -> Int? {
      let words = utterances[index].words
      guard let rare = words.first(where: \.isContent), let slot = pairs.find(rare.key) else { return nil }
      var sure: [Int] = []
      var likely: [Int] = []
      for candidate in postings[slot] where Self.holds(utterances[Int(candidate)].words, words) {
        let group = groupOf[Int(candidate)]
        let (mine, theirs) = (utterances[index].speaker, speakerOf[group])
        if areDifferent(mine, theirs) { continue }
        if mine == theirs, mine != .unknown {
          if !sure.contains(group) { sure.append(group) }
        } else if !likely.contains(group) {
          likely.append(group)
        }
      }
      if sure.count == 1 { return sure[0] }
      // Without a speaker a word alone may be anybody's.
      return sure.isEmpty && likely.count == 1 && words.count >= 2 ? likely[0] : nil
    }
  }
}
