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

  /// Aligns what is left between common beginnings and ends: up to 64 words of the first sequence by the bit-parallel longest common
  /// subsequence (Crochemore et al. 2001, Hyyrö 2004), one machine word for a column of the table; longer ones by Myers' greedy O(ND)
  /// algorithm (1986). Of several longest subsequences, words are aligned as early as they can be.
  ///
  /// Differences beyond `limit` end Myers' search: the result is then the common beginning and end only, which bounds the cost to
  /// `limit`² steps.
  public init(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>, limit: Int = 400) {
    var runs: [Run] = []
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        let least = min(a.count, b.count)
        var prefix = 0
        while prefix < least, a[prefix] == b[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < least - prefix, a[a.count - 1 - suffix] == b[b.count - 1 - suffix] { suffix += 1 }
        if prefix > 0 { runs.append(Run(a: 0, b: 0, count: prefix)) }
        let first = UnsafeBufferPointer(rebasing: a[prefix..<a.count - suffix])
        let second = UnsafeBufferPointer(rebasing: b[prefix..<b.count - suffix])
        if !first.isEmpty, !second.isEmpty {
          if first.count <= 64 {
            Self.alignColumns(first, second, offset: prefix, into: &runs)
          } else {
            for run in Self.greedy(first, second, limit) {
              Self.append(Run(a: run.a + prefix, b: run.b + prefix, count: run.count), to: &runs)
            }
          }
        }
        if suffix > 0 { Self.append(Run(a: a.count - suffix, b: b.count - suffix, count: suffix), to: &runs) }
      }
    }
    self.init(runs: runs)
  }

  public init(_ a: [UInt64], _ b: [UInt64], limit: Int = 400) { self.init(a[...], b[...], limit: limit) }

  private static func append(_ run: Run, to runs: inout [Run]) {
    if let last = runs.last, last.a + last.count == run.a, last.b + last.count == run.b {
      runs[runs.count - 1].count += run.count
    } else {
      runs.append(run)
    }
  }

  /// Bit i of a column stands for the (i + 1)th word of `a` from its end: zero if that word adds one to the longest common subsequence
  /// of what follows it and the words of `b` from the column's on.
  private static func alignColumns(
    _ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>, offset: Int, into runs: inout [Run]
  ) {
    let (n, m) = (a.count, b.count)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: m) { columns in
      var column = UInt64.max
      var j = m - 1
      while j >= 0 {
        let word = b[j]
        var equal: UInt64 = 0
        var i = 0
        while i < n {
          equal |= (a[i] == word ? 1 : 0) << UInt64(truncatingIfNeeded: n - 1 - i)
          i += 1
        }
        let both = column & equal
        column = (column &+ both) | (column &- both)
        columns[j] = column
        j -= 1
      }
      var (x, y) = (0, 0)
      while x < n, y < m {
        if a[x] == b[y] {
          append(Run(a: x + offset, b: y + offset, count: 1), to: &runs)
          x += 1
          y += 1
        } else if columns[y] >> UInt64(truncatingIfNeeded: n - 1 - x) & 1 == 1 {
          x += 1
        } else {
          y += 1
        }
      }
    }
  }

  private static func greedy(_ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>, _ limit: Int) -> [Run] {
    let (n, m) = (a.count, b.count)
    let most = min(n + m, limit)
    var furthest = [Int32](repeating: 0, count: 2 * most + 2)
    // Of each depth d, what the diagonals -d...d had reached before it, one after another: depth d begins at d².
    var trace: [Int32] = []
    var depth = 0
    var found = false
    search: for d in 0...most {
      trace.append(contentsOf: furthest[(most - d)...(most + d)])
      depth = d
      var k = -d
      while k <= d {
        var x: Int
        if k == -d || k != d && furthest[most + k - 1] < furthest[most + k + 1] {
          x = Int(furthest[most + k + 1])
        } else {
          x = Int(furthest[most + k - 1]) + 1
        }
        var y = x - k
        while x < n, y < m, y >= 0, a[x] == b[y] {
          x += 1
          y += 1
        }
        furthest[most + k] = Int32(truncatingIfNeeded: x)
        if x >= n, y >= m {
          found = true
          break search
        }
        k += 2
      }
    }
    guard found else { return [] }
    var (x, y) = (n, m)
    var runs: [Run] = []
    for d in stride(from: depth, through: 0, by: -1) {
      let middle = d * d + d
      let k = x - y
      let back = k == -d || k != d && trace[middle + k - 1] < trace[middle + k + 1] ? k + 1 : k - 1
      let fromX = d == 0 ? 0 : Int(trace[middle + back])
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
  /// With runs moved right where they then join a longer one: of "We lost everything. We need water" against "We need water" the second
  /// "We" is aligned, and what is missing is missing at the front.
  ///
  /// - Parameters: the aligned sequences.
  public func slid(_ a: [UInt64], _ b: [UInt64]) -> Alignment {
    guard runs.count > 1 else { return self }
    var joined: [Run] = []
    for var run in runs {
      if let last = joined.last, last.count <= run.count {
        let (gapA, gapB) = (run.a - last.a - last.count, run.b - last.b - last.count)
        if (gapA == 0) != (gapB == 0), (0..<last.count).allSatisfy({ a[last.a + gapA + $0] == b[last.b + gapB + $0] }) {
          joined.removeLast()
          run = Run(a: last.a + gapA, b: last.b + gapB, count: last.count + run.count)
        }
      }
      joined.append(run)
    }
    return Alignment(runs: joined)
  }

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
