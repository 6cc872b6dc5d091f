/// Finds temporal expressions in English news and gives them values, after TIMEX3 of TimeML 1.2.1.
///
/// Two passes over each sentence. The first finds expressions: at every token the rules whose starting words fit are tried,
/// the longest match wins (``TimexRules``). The second anchors them in text order: to the day of publication, with the tense
/// of the clause choosing between past and future, or to the last date of fitting granularity. docs/time.md has the details.
///
/// Like HeidelTime (Strötgen and Gertz 2013, <https://doi.org/10.1007/s10579-012-9179-y>) the rules are hand-written and
/// anchored by domain, news here; unlike it they work on tokens, not regular expressions, and need no part-of-speech tags.
/// Cost: linear in the text.
public enum TimexTagger {
  /// - Parameter reference: the day of publication; nil leaves relative expressions with `XXXX` values.
  /// - Returns: in text order, not overlapping.
  public static func tag(_ document: Document, reference: CalendarDate?) -> [Timex] {
    let scanner = TimexScanner(document)
    var resolver = TimexResolver(document: document, scanner: scanner, reference: reference)
    var timexes: [Timex] = []
    var found: [TimexCandidate] = []
    // "2 min read" is no time of the story.
    let isReadingTime = document.blocks.contains { $0.kind == .readingTime }
    for index in document.sentences.indices {
      if isReadingTime, let block = document.block(at: document.sentences[index].span.start), document.blocks[block].kind == .readingTime {
        continue
      }
      found.removeAll(keepingCapacity: true)
      scanner.enter(document.sentences[index])
      find(scanner, into: &found)
      lendDays(&found, scanner)
      for (i, candidate) in found.enumerated() {
        timexes.append(resolver.resolve(candidate, sentence: index, next: i + 1 < found.count ? found[i + 1] : nil))
      }
    }
    return timexes
  }

  private static let rules = TimexRules.all

  /// What each rule starts with, apart from the rules: most words start none, and a rule is only touched where it can match.
  private static let starts = TimexRules.all.map(\.starts)

  /// All that any rule starts with.
  private static let anyStart = TimexRules.all.reduce(into: TimeWord.Classes()) { $0.formUnion($1.starts) }

  /// How many words that tell nothing of time may stand at the start of an expression.
  private static let furthest = 8

  /// Articles, prepositions and the like: no expression consists of them alone.
  private static func tellsTime(_ word: TimeWord) -> Bool {
    if !word.classes.isSubset(of: [.function, .preposition, .filler, .counted, .zone, .apostrophe]) { return true }
    switch word.function {
    case .none, .the, .a, .an, .this, .that, .these, .those, .of, .in, .on, .at, .and, .or, .to, .from, .by, .for, .with, .but, .it, .was,
      .is, .as, .not:
      return false
    default: return true
    }
  }

  /// Gives a time of day without a day the day that follows it closely: "10 a.m. (1500 GMT) on Sunday".
  private static func lendDays(_ found: inout [TimexCandidate], _ scanner: TimexScanner) {
    guard found.count > 1 else { return }
    for i in stride(from: found.count - 2, through: 0, by: -1) {
      guard case .unsaid = found[i].meaning.base, found[i + 1].tokens.lowerBound - found[i].tokens.upperBound <= 2 else { continue }
      // A day right before has the first claim, "Tuesday at 10 a.m.", unless one stands behind "on": "Tuesday (03:20 GMT on Wednesday)".
      let isOn = found[i + 1].tokens.lowerBound == found[i].tokens.upperBound + 1 && scanner.isFunction(found[i].tokens.upperBound, .on)
      if !isOn, i > 0, found[i].tokens.lowerBound - found[i - 1].tokens.upperBound <= 2, found[i - 1].meaning.namesDay { continue }
      if found[i + 1].meaning.namesDay { found[i].meaning.base = found[i + 1].meaning.base }
    }
  }

  private static func find(_ scanner: TimexScanner, into found: inout [TimexCandidate]) {
    let rules = Self.rules
    let starts = Self.starts
    let anyStart = Self.anyStart
    var i = scanner.lower
    var timeWord = i
    while i < scanner.limit {
      let classes = scanner[i].classes
      guard !classes.isDisjoint(with: anyStart) else {
        i += 1
        continue
      }
      // "The", "a", "of": only before a word that tells of time.
      if !tellsTime(scanner[i]) {
        timeWord = max(timeWord, i + 1)
        while timeWord < scanner.limit, !tellsTime(scanner[timeWord]) { timeWord += 1 }
        guard timeWord < scanner.limit, timeWord - i <= furthest else {
          i += 1
          continue
        }
      }
      var best: TimexCandidate?
      var end = i
      for index in starts.indices where !starts[index].isDisjoint(with: classes) {
        if let match = rules[index].match(scanner, i), match.end > end {
          end = match.end
          best = TimexCandidate(i..<end, match.kind, match.meaning, rule: rules[index].name)
        }
      }
      if let best {
        // "Today.com", "Monday.com" are addresses.
        let end = best.tokens.upperBound
        if !(scanner.isGlued(end - 1) && scanner.isDot(end) && scanner.isGlued(end) && scanner.isWord(end + 1)) { found.append(best) }
        i = end
      } else {
        i += 1
      }
    }
  }
}
