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
    walk(other) { shared.append($0) }
    return KeySet(sorted: shared)
  }

  func subtracting(_ other: KeySet) -> KeySet { KeySet(sorted: keys.filter { !other.contains($0) }) }

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
