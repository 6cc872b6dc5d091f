import TextAnalysis

/// A small set of word and entity keys, as a sorted array: cheap to build, to compare and to walk in one order.
struct KeySet: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private let keys: [UInt64]

  init(_ keys: [UInt64]) {
    var sorted = keys
    sorted.sort()
    var unique = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[unique - 1] {
      sorted[unique] = sorted[index]
      unique += 1
    }
    sorted.removeLast(sorted.count - unique)
    self.keys = sorted
  }

  init(arrayLiteral elements: UInt64...) { self.init(elements) }

  private init(sorted: [UInt64]) { keys = sorted }

  var startIndex: Int { 0 }
  var endIndex: Int { keys.count }
  subscript(index: Int) -> UInt64 { keys[index] }

  func contains(_ key: UInt64) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  func intersection(_ other: KeySet) -> KeySet {
    var shared: [UInt64] = []
    shared.reserveCapacity(Swift.min(count, other.count))
    walk(other) { shared.append($0) }
    return KeySet(sorted: shared)
  }

  func subtracting(_ other: KeySet) -> KeySet { KeySet(sorted: keys.filter { !other.contains($0) }) }

  func removing(_ key: UInt64) -> KeySet { contains(key) ? KeySet(sorted: keys.filter { $0 != key }) : self }

  func union(_ other: KeySet) -> KeySet { KeySet(keys + other.keys) }

  func isDisjoint(with other: KeySet) -> Bool { sharedCount(other) == 0 }

  func sharedCount(_ other: KeySet) -> Int {
    var count = 0
    walk(other) { _ in count += 1 }
    return count
  }

  private func walk(_ other: KeySet, _ body: (UInt64) -> Void) {
    var i = 0
    var j = 0
    while i < keys.count, j < other.keys.count {
      if keys[i] == other.keys[j] {
        body(keys[i])
        i += 1
        j += 1
      } else if keys[i] < other.keys[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}

/// What sets of keys have in common when rare keys count more.
struct SharedKeys {
  var count = 0
  /// Those that are no names.
  var words = 0
  var weight = 0.0
}

/// Sets of keys with their weights, all in one place: two of them are compared without taking hold of either.
struct WeightedKeySets: Sendable {
  private let keys: [UInt64]
  /// Numbers of the keys in ``KeyWeights``.
  private let numbers: [Int32]
  private let keyWeights: [Double]
  /// Where the keys of each set begin.
  private let starts: [Int32]
  /// Of each set, the sum of its keys' weights.
  let weights: [Double]

  init(_ sets: some Collection<KeySet>, in table: KeyWeights) {
    var keys: [UInt64] = []
    var numbers: [Int32] = []
    var keyWeights: [Double] = []
    var starts: [Int32] = [0]
    var weights: [Double] = []
    starts.reserveCapacity(sets.count + 1)
    weights.reserveCapacity(sets.count)
    for set in sets {
      var sum = 0.0
      for key in set {
        let number = table.number(key)
        keys.append(key)
        numbers.append(number)
        keyWeights.append(table.weights[Int(number)])
        sum += table.weights[Int(number)]
      }
      starts.append(Int32(keys.count))
      weights.append(sum)
    }
    self.keys = keys
    self.numbers = numbers
    self.keyWeights = keyWeights
    self.starts = starts
    self.weights = weights
  }

  var count: Int { weights.count }

  /// Of the keys of a set, in ``KeyWeights``.
  func numbers(of set: Int) -> ArraySlice<Int32> { numbers[Int(starts[set])..<Int(starts[set + 1])] }

  /// What two sets have in common.
  func shared(_ a: Int, _ b: Int) -> SharedKeys {
    var result = SharedKeys()
    var (i, j) = (Int(starts[a]), Int(starts[b]))
    let (iEnd, jEnd) = (Int(starts[a + 1]), Int(starts[b + 1]))
    while i < iEnd, j < jEnd {
      let (x, y) = (keys[i], keys[j])
      if x == y {
        result.count += 1
        if !Composer.isEntityKey(x) { result.words += 1 }
        result.weight += keyWeights[i]
      }
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return result
  }
}

/// How often keys occur in sets, and what each weighs for it.
struct KeyWeights {
  private var table = KeyTable()
  private(set) var frequency: [Int32] = []
  private(set) var weights: [Double] = []

  /// - Parameter weight: of a key that occurs in so many sets.
  init(_ sets: some Sequence<KeySet>, weight: (Double) -> Double) {
    for set in sets {
      for key in set {
        let number = table.insert(key)
        if number < frequency.count { frequency[number] += 1 } else { frequency.append(1) }
      }
    }
    var known: [Double?] = []
    weights = frequency.map { count in
      let count = Int(count)
      while known.count <= count { known.append(nil) }
      let value = known[count] ?? weight(Double(count))
      known[count] = value
      return value
    }
  }

  /// Of a key of one of the sets.
  fileprivate func number(_ key: UInt64) -> Int32 { Int32(table.find(key) ?? 0) }

  /// Of each key, the indices of the sets that have it, in order; none of a key that more than `most` have.
  func postings(of sets: WeightedKeySets, most: Int) -> Postings {
    var starts = [Int32](repeating: 0, count: frequency.count + 1)
    for number in frequency.indices { starts[number + 1] = starts[number] + (frequency[number] <= most ? frequency[number] : 0) }
    var next = starts
    var places = [Int32](repeating: 0, count: Int(starts[frequency.count]))
    for index in 0..<sets.count {
      for number in sets.numbers(of: index) where frequency[Int(number)] <= most {
        places[Int(next[Int(number)])] = Int32(index)
        next[Int(number)] += 1
      }
    }
    return Postings(starts: starts, places: places)
  }
}

/// Which sets have each key; see ``KeyWeights/postings(of:most:)``.
struct Postings {
  fileprivate let starts: [Int32]
  fileprivate let places: [Int32]

  subscript(number: Int32) -> ArraySlice<Int32> { places[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])] }
}
