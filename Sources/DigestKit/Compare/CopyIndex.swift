import TextAnalysis

/// Where copied text stands in each article, and which articles are one text.
struct CopyIndex: Sendable {
  /// Of each article its text.
  private let textOf: [Int]
  /// Of each article, by start: the places of shared passages, and the longest of them.
  private let places: [[(span: TextSpan, shared: Int)]]
  private let longest: [Int32]

  init(texts: [[Int]], shared: [SharedPassage]) {
    let articles = 1 + max(texts.lazy.joined().max() ?? -1, shared.lazy.flatMap(\.passages).map(\.article).max() ?? -1)
    var textOf = Array(0..<articles)
    for text in texts { for article in text { textOf[article] = text[0] } }
    var places = [[(span: TextSpan, shared: Int)]](repeating: [], count: articles)
    for (index, passage) in shared.enumerated() where !passage.isQuotation {
      for place in passage.passages { places[place.article].append((place.span, index)) }
    }
    self.textOf = textOf
    self.places = places.map { list in list.sorted { $0.span != $1.span ? $0.span < $1.span : $0.shared < $1.shared } }
    longest = self.places.map { list in list.map { Int32($0.span.count) }.max() ?? 0 }
  }

  func witnesses(of passages: some Sequence<Passage>) -> Int {
    var sets = DisjointSets()
    var count = 0
    // The first passage of each text and of each shared passage.
    var first: [Int: Int] = [:]
    for passage in passages where passage.article < textOf.count {
      let this = sets.add()
      count += 1
      func meet(_ key: Int) {
        guard let other = first[key] else {
          first[key] = this
          return
        }
        if sets.root(other) != sets.root(this) {
          sets.join(other, this)
          count -= 1
        }
      }
      meet(-1 - textOf[passage.article])
      for shared in copied(in: passage) { meet(shared) }
    }
    return count
  }

  /// The shared passages that fill at least half of a passage.
  private func copied(in passage: Passage) -> [Int] {
    let list = places[passage.article]
    let from = passage.span.start - longest[passage.article]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].span.start < from { low = middle + 1 } else { high = middle }
    }
    var result: [Int] = []
    while low < list.count, list[low].span.start < passage.span.end {
      let span = list[low].span
      let common = Int(min(span.end, passage.span.end) - max(span.start, passage.span.start))
      if common * 2 >= passage.span.count { result.append(list[low].shared) }
      low += 1
    }
    return result
  }
}
