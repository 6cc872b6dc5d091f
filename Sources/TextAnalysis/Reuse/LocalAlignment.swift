/// The stretch of two word sequences that they share, allowing edits: the best-scoring chain of aligned runs, after Smith and
/// Waterman (1981), where an aligned word counts one and each word between runs takes ``penalty`` off.
public struct LocalAlignment: Sendable {
  static let penalty = 0.6

  /// Positions of the stretch in the first and the second sequence.
  public var a: Range<Int>
  public var b: Range<Int>
  /// Aligned words of the stretch.
  public var matched: Int
  /// Aligned words of the stretch that are more than function words.
  public var content: Int

  /// Nil if no word is aligned.
  public init?(_ alignment: Alignment, isContent: (Int) -> Bool) {
    var best = -Double.infinity
    var bestRuns = 0..<0
    var score = 0.0
    var first = 0
    for (index, run) in alignment.runs.enumerated() {
      if index > 0 {
        let last = alignment.runs[index - 1]
        score -= Self.penalty * Double(max(run.a - last.a - last.count, run.b - last.b - last.count))
      }
      if score <= 0 {
        score = 0
        first = index
      }
      score += Double(run.count)
      if score > best {
        best = score
        bestRuns = first..<index + 1
      }
    }
    guard let from = alignment.runs[bestRuns].first, let to = alignment.runs[bestRuns].last else { return nil }
    a = from.a..<to.a + to.count
    b = from.b..<to.b + to.count
    matched = 0
    content = 0
    for run in alignment.runs[bestRuns] {
      matched += run.count
      content += (run.a..<run.a + run.count).count(where: isContent)
    }
  }
}
