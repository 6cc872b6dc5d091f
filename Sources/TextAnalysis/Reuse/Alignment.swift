/// A word-by-word alignment of two sequences: the longest common subsequence, as runs.
public struct Alignment: Sendable {
  public struct Run: Sendable, Equatable {
    public var a: Int
    public var b: Int
    public var count: Int
  }

  /// Equal stretches, in order of both sequences.
  public var runs: [Run]
  /// Aligned words.
  public var matched: Int

  /// Aligns by Myers' greedy O(ND) algorithm (1986), after common beginnings and ends are taken off. Differences beyond `limit` end
  /// the search: the result is then the common beginning and end only, which bounds the cost to `limit`² steps.
  public init(_ a: some RandomAccessCollection<UInt64>, _ b: some RandomAccessCollection<UInt64>, limit: Int = 400) {
    let a = Array(a)
    let b = Array(b)
    var prefix = 0
    while prefix < min(a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(a.count, b.count) - prefix, a[a.count - 1 - suffix] == b[b.count - 1 - suffix] { suffix += 1 }
    var runs: [Run] = []
    if prefix > 0 { runs.append(Run(a: 0, b: 0, count: prefix)) }
    let middle = Self.greedy(Array(a[prefix..<a.count - suffix]), Array(b[prefix..<b.count - suffix]), limit)
    for run in middle { Self.append(Run(a: run.a + prefix, b: run.b + prefix, count: run.count), to: &runs) }
    if suffix > 0 { Self.append(Run(a: a.count - suffix, b: b.count - suffix, count: suffix), to: &runs) }
    self.runs = runs
    matched = runs.reduce(0) { $0 + $1.count }
  }

  private static func append(_ run: Run, to runs: inout [Run]) {
    if let last = runs.last, last.a + last.count == run.a, last.b + last.count == run.b {
      runs[runs.count - 1].count += run.count
    } else {
      runs.append(run)
    }
  }

  private static func greedy(_ a: [UInt64], _ b: [UInt64], _ limit: Int) -> [Run] {
    let (n, m) = (a.count, b.count)
    guard n > 0, m > 0 else { return [] }
    let most = min(n + m, limit)
    var furthest = [Int](repeating: 0, count: 2 * most + 2)
    // Of each depth d, what the diagonals -d...d had reached before it, one after another: depth d begins at d².
    var trace: [Int] = []
    var depth = 0
    var found = false
    search: for d in 0...most {
      trace.append(contentsOf: furthest[(most - d)...(most + d)])
      depth = d
      for k in stride(from: -d, through: d, by: 2) {
        var x: Int
        if k == -d || k != d && furthest[most + k - 1] < furthest[most + k + 1] {
          x = furthest[most + k + 1]
        } else {
          x = furthest[most + k - 1] + 1
        }
        var y = x - k
        while x < n, y < m, y >= 0, a[x] == b[y] {
          x += 1
          y += 1
        }
        furthest[most + k] = x
        if x >= n, y >= m {
          found = true
          break search
        }
      }
    }
    guard found else { return [] }
    var (x, y) = (n, m)
    var runs: [Run] = []
    for d in stride(from: depth, through: 0, by: -1) {
      let middle = d * d + d
      let k = x - y
      let back = k == -d || k != d && trace[middle + k - 1] < trace[middle + k + 1] ? k + 1 : k - 1
      let fromX = d == 0 ? 0 : trace[middle + back]
      let fromY = d == 0 ? 0 : fromX - back
      // The snake after the single step.
      let (startX, startY) = d == 0 ? (0, 0) : back == k + 1 ? (fromX, fromY + 1) : (fromX + 1, fromY)
      if x > startX { runs.append(Run(a: startX, b: startY, count: x - startX)) }
      (x, y) = (fromX, fromY)
    }
    var ordered: [Run] = []
    for run in runs.reversed() { append(run, to: &ordered) }
    return ordered
  }
}

extension Alignment {
  /// Without runs that align function words by chance: no content word, two words at most, and three words or more unaligned beside
  /// them.
  ///
  /// - Parameter isContent: of a position in the first sequence.
  public func withoutStrays(_ isContent: (Int) -> Bool) -> Alignment {
    guard runs.count > 1 else { return self }
    var kept: [Run] = []
    for (index, run) in runs.enumerated() {
      if run.count <= 2, !(run.a..<run.a + run.count).contains(where: isContent) {
        let before = kept.last.map { max(run.a - $0.a - $0.count, run.b - $0.b - $0.count) } ?? max(run.a, run.b)
        let after = index + 1 < runs.count ? max(runs[index + 1].a - run.a, runs[index + 1].b - run.b) - run.count : 0
        if before >= 3 || after >= 3 { continue }
      }
      kept.append(run)
    }
    return Alignment(runs: kept)
  }

  init(runs: [Run]) {
    self.runs = runs
    matched = runs.reduce(0) { $0 + $1.count }
  }
}
