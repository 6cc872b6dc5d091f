import TextAnalysis

extension ComparedText {
  /// Most of the shorter article stands in the other one: least share of its words, and least words of it. Short notes must be
  /// contained almost whole.
  private static let contained = (share: 0.6, words: 60, shareOfShort: 0.85, wordsOfShort: 25)

  private static let bound = 64

  /// Groups of articles that are one text: agency copy, its reprints and cut versions. In order of first article.
  ///
  /// An article belongs to another's text if most of its own running text stands there; that two articles both have a third of a third
  /// one does not join them. Cost: by shared passages; of a passage with many places each is compared with the first ``bound``.
  func independentTexts(_ shared: [SharedPassage]) -> [[Int]] {
    let count = story.articles.count
    var total = [Int](repeating: 0, count: count)
    for sentence in sentences where sentence.stratum == .story { total[sentence.article] += sentence.words.count }
    // Words of one article that stand in another, by pair.
    var common: [Int: Int] = [:]
    for passage in shared {
      let sizes = passage.passages.map { words(in: $0) }
      for (i, a) in passage.passages.enumerated() {
        for (j, b) in passage.passages.prefix(Self.bound).enumerated() where a.article != b.article {
          // Two places in one other article count once.
          if j > 0, passage.passages[j - 1].article == b.article { continue }
          common[a.article * count + b.article, default: 0] += min(sizes[i], sizes[j] * 2)
          if i >= Self.bound { common[b.article * count + a.article, default: 0] += min(sizes[j], sizes[i] * 2) }
        }
      }
    }
    var sets = DisjointSets(count: count)
    for (key, words) in common.sorted(by: { $0.key < $1.key }) {
      let (a, b) = (key / count, key % count)
      guard total[a] < total[b] || total[a] == total[b] && a > b else { continue }
      let share = Double(words) / Double(max(total[a], 1))
      let limit = Self.contained
      if share >= limit.share && total[a] >= limit.words || share >= limit.shareOfShort && total[a] >= limit.wordsOfShort {
        sets.join(a, b)
      }
    }
    var groups: [[Int]] = []
    var groupOfRoot: [Int: Int] = [:]
    for a in 0..<count {
      let root = sets.root(a)
      if let group = groupOfRoot[root] {
        groups[group].append(a)
      } else {
        groupOfRoot[root] = groups.count
        groups.append([a])
      }
    }
    return groups
  }

  private func words(in passage: Passage) -> Int {
    let document = document(passage.article)
    return document.tokens[document.tokens(in: passage.span)].count { $0.isWord || $0.isNumber }
  }
}
