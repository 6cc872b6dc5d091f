/// Pairs of word sequences that may share text, found through an index of their shingles (Broder 1997).
///
/// A shingle is four neighbouring words of which one is more than a function word. Sequences of one source are never paired. Of each
/// shingle the first postings only are kept, so that a phrase of every sequence costs no more than one of a few: sequences that share
/// it are found through each other. Cost: linear in the words, times ``postings``.
public struct ShingleIndex: Sendable {
  /// Most sequences that one shingle leads to.
  public static let postings = 24
  private static let width = 4

  /// Shingles, numbered.
  private var table = KeyTable()
  /// Of each shingle: its last posting and how many there are.
  private var head: [Int32] = []
  private var length: [UInt8] = []
  /// Of each posting: its sequence and the posting before it.
  private var sequence: [Int32] = []
  private var link: [Int32] = []
  /// Of each sequence.
  private var source: [Int32] = []
  private var isShort: [Bool] = []
  /// The last sequence that met this one, and the shingles they share.
  private var seen: [Int32] = []
  private var shared: [Int32] = []

  public init() {}

  /// Adds a sequence and returns those added before, from other sources, that share two shingles with it (one, if either is
  /// shorter than nine words), most first.
  ///
  /// - Parameter source: sequences with the same number are not paired.
  public mutating func add(_ words: ArraySlice<WordSequence.Word>, source number: Int) -> [Int] {
    words.withUnsafeBufferPointer { add($0, source: number) }
  }

  public mutating func add(_ words: [WordSequence.Word], source number: Int) -> [Int] { add(words[...], source: number) }

  private mutating func add(_ words: UnsafeBufferPointer<WordSequence.Word>, source number: Int) -> [Int] {
    let this = Int32(source.count)
    source.append(Int32(truncatingIfNeeded: number))
    seen.append(-1)
    shared.append(0)
    isShort.append(words.count < 9)
    guard words.count >= Self.width else { return [] }
    var found: [Int32] = []
    for i in 0...(words.count - Self.width) {
      var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
      var hasContent = false
      for j in i..<i + Self.width {
        hash = (hash ^ words[j].key) &* 0x9fb2_1c65_1e98_df25
        hash ^= hash >> 32
        hasContent = hasContent || words[j].isContent
      }
      guard hasContent else { continue }
      let slot = table.insert(hash)
      if slot == length.count {
        length.append(0)
        head.append(-1)
      }
      var posting = head[slot]
      var isMine = false
      while posting >= 0 {
        let other = sequence[Int(posting)]
        if other == this {
          isMine = true
        } else if source[Int(other)] != source[Int(this)] {
          if seen[Int(other)] != this {
            seen[Int(other)] = this
            shared[Int(other)] = 0
            found.append(other)
          }
          shared[Int(other)] += 1
        }
        posting = link[Int(posting)]
      }
      if !isMine, length[slot] < Self.postings {
        length[slot] += 1
        sequence.append(this)
        link.append(head[slot])
        head[slot] = Int32(sequence.count - 1)
      }
    }
    return found.filter { shared[Int($0)] >= (isShort[Int(this)] || isShort[Int($0)] ? 1 : 2) }
      .sorted { shared[Int($0)] != shared[Int($1)] ? shared[Int($0)] > shared[Int($1)] : $0 < $1 }
      .map { Int($0) }
  }
}

/// Numbers for 64-bit keys, in order of first insertion: an open-addressing table. Keys are taken for hashes.
public struct KeyTable: Sendable {
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)
  public private(set) var keys: [UInt64] = []

  public init() {}

  public var count: Int { keys.count }

  private func slot(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    // Multiplication spreads keys whose low bits are alike.
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 20) & mask
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The key's number; a new key gets the next one.
  public mutating func insert(_ key: UInt64) -> Int {
    let place = slot(key)
    if slots[place] >= 0 { return Int(slots[place]) }
    slots[place] = Int32(keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for (number, key) in keys.enumerated() { slots[slot(key)] = Int32(number) }
    }
    return keys.count - 1
  }

  /// The key's number, or nil.
  public func find(_ key: UInt64) -> Int? {
    let number = slots[slot(key)]
    return number < 0 ? nil : Int(number)
  }
}

/// Keys that are hashes already, each with another key: quicker to look up than a dictionary, which would hash them again.
struct KeyMap: Sendable {
  private var table = KeyTable()
  private var values: [UInt64] = []

  init(_ dictionary: [UInt64: UInt64]) {
    for (key, value) in dictionary {
      _ = table.insert(key)
      values.append(value)
    }
  }

  subscript(key: UInt64) -> UInt64? { table.find(key).map { values[$0] } }
}
