import TextAnalysis

/// The promise that every reference leads somewhere: finds the `id`s, `href`s and `src`s of pages and resolves them inside the site.
///
/// Reads bytes, not a tree: it looks for the attributes as the templates write them, with double quotation marks. Pages, ids and
/// references are compared by 64-bit hashes of their addresses. Linear in the pages' size.
struct LinkCheck {
  /// Of each page, by the hash of its path, the hashes of its ids in order.
  private var anchors: [UInt64: [UInt64]] = [:]
  /// Paths of the pages that hold open references.
  private var pages: [String] = []
  /// References as written, of those that are open.
  private var targets: [String] = []
  /// References to pages that are not among the checked ones.
  private var references: [Reference] = []
  private(set) var broken: [BrokenLink] = []

  private struct Reference {
    /// Hash of the path it leads to.
    var path: UInt64
    /// Hash of the fragment.
    var fragment: UInt64?
    /// Index into `pages`.
    var page: Int32
    /// Index into `targets`.
    var target: Int32
  }

  /// References that none of the checked pages answers.
  var open: [BrokenLink] { references.map { BrokenLink(page: pages[Int($0.page)], target: targets[Int($0.target)]) } }

  /// Checks what the pages have among themselves; the rest stays ``open``.
  ///
  /// - Parameter root: how a reference to the site's root may begin, `/digest/`; without it such references are broken.
  init(_ pages: [Page], root: String? = nil) {
    let root = root.map { Array($0.utf8) }
    anchors.reserveCapacity(pages.count)
    var scanned: [(page: Page, found: Scan)] = []
    for page in pages {
      let path = Self.hash(page.path.utf8)
      guard page.path.utf8.suffix(5).elementsEqual(".html".utf8) else {
        anchors[path] = []
        continue
      }
      let found = Scan(page, root: root)
      anchors[path] = found.ids
      scanned.append((page, found))
    }
    /// Of a reference as written, its number in `targets`.
    var numbers: [UInt64: Int32] = [:]
    for (page, found) in scanned {
      var isListed = false
      for reference in found.references {
        let text = { String(decoding: page.bytes[reference.place.range], as: UTF8.self) }
        guard let path = reference.path else {
          broken.append(BrokenLink(page: page.path, target: text()))
          continue
        }
        if let ids = anchors[path] {
          if let fragment = reference.fragment, !Self.contains(ids, fragment) {
            broken.append(BrokenLink(page: page.path, target: text()))
          }
          continue
        }
        if !isListed { self.pages.append(page.path) }
        isListed = true
        let number = numbers[reference.written] ?? Int32(targets.count)
        if Int(number) == targets.count {
          numbers[reference.written] = number
          targets.append(text())
        }
        references.append(Reference(path: path, fragment: reference.fragment, page: Int32(self.pages.count - 1), target: number))
      }
    }
  }

  /// Checks the references that the parts of a site left open, against all of its pages.
  init(joining parts: [LinkCheck]) {
    anchors.reserveCapacity(parts.reduce(0) { $0 + $1.anchors.count })
    for part in parts {
      anchors.merge(part.anchors) { a, _ in a }
      broken += part.broken
    }
    for part in parts {
      let (page, target) = (Int32(pages.count), Int32(targets.count))
      pages += part.pages
      targets += part.targets
      for reference in part.references {
        if let ids = anchors[reference.path], reference.fragment.map({ Self.contains(ids, $0) }) ?? true { continue }
        let isPage = anchors[reference.path] != nil
        if isPage {
          broken.append(BrokenLink(page: part.pages[Int(reference.page)], target: part.targets[Int(reference.target)]))
        } else {
          references.append(
            Reference(path: reference.path, fragment: reference.fragment, page: page + reference.page, target: target + reference.target))
        }
      }
    }
  }

  private static func contains(_ sorted: [UInt64], _ hash: UInt64) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == hash
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(Hash.seed) { Hash.add($1, to: $0) } }
}

/// FNV-1a.
private enum Hash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}

/// What one page names and where it leads, each target once.
private struct Scan {
  struct Reference {
    /// Hash of the resolved path; nil if a browser must not follow it, or if it leaves the site.
    var path: UInt64?
    var fragment: UInt64?
    /// Hash of the reference as written.
    var written: UInt64
    /// Where it stands in the page.
    var place: TextSpan
  }

  private(set) var ids: [UInt64] = []
  private(set) var references: [Reference] = []
  /// The hash of the page's path.
  private let page: UInt64
  /// Of the folders that hold the page, from the site's root, the hash of each one's path.
  private let folders: [UInt64]
  private let root: [UInt8]?

  init(_ page: Page, root: [UInt8]?) {
    self.root = root
    var hash = Hash.seed
    var folders: [UInt64] = []
    for byte in page.path.utf8 {
      if byte == 0x2f { folders.append(hash) }
      hash = Hash.add(byte, to: hash)
    }
    self.page = hash
    self.folders = folders
    page.bytes.withUnsafeBufferPointer { read($0) }
    ids.sort()
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var seen = KeyTable()
    var i = 4
    let last = bytes.count - 1
    while i < last {
      // An attribute's `="` after white space and one of three names.
      guard bytes[i] == 0x3d, bytes[i + 1] == 0x22 else {
        i += 1
        // Most of a page has no `=`: eight bytes at a time, one of which is zero after this if it is there.
        while i + 8 <= last {
          let bytes = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: i, as: UInt64.self) ^ 0x3d3d_3d3d_3d3d_3d3d
          if (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080 != 0 { break }
          i += 8
        }
        continue
      }
      let isID = bytes[i - 1] == 0x64 && bytes[i - 2] == 0x69 && bytes[i - 3] == 0x20
      let isSource = bytes[i - 1] == 0x63 && bytes[i - 2] == 0x72 && bytes[i - 3] == 0x73 && bytes[i - 4] == 0x20
      let isLink = bytes[i - 1] == 0x66 && bytes[i - 2] == 0x65 && bytes[i - 3] == 0x72 && bytes[i - 4] == 0x68
      let start = i + 2
      guard isID || isSource || isLink else {
        i = start
        continue
      }
      var end = start
      var hash = Hash.seed
      while end < bytes.count, bytes[end] != 0x22 {
        hash = Hash.add(bytes[end], to: hash)
        end += 1
      }
      i = end
      if isID {
        ids.append(hash)
        continue
      }
      let known = seen.count
      guard seen.insert(hash) == known else { continue }
      let target = UnsafeBufferPointer(rebasing: bytes[start..<end])
      var reference = Reference(path: nil, fragment: nil, written: hash, place: TextSpan(start..<end))
      switch resolve(target, in: folders) {
      case .outside: continue
      case .unsafe: break
      case .inside(let path, let fragment):
        reference.path = path
        reference.fragment = fragment
      }
      references.append(reference)
    }
  }

  private enum Destination {
    case inside(path: UInt64, fragment: UInt64?)
    case outside
    case unsafe
  }

  private func resolve(_ target: UnsafeBufferPointer<UInt8>, in folders: [UInt64]) -> Destination {
    // Where the path ends: at a query or a fragment.
    var end = 0
    while end < target.count, target[end] != 0x23, target[end] != 0x3f {
      if target[end] == 0x3a, !target[..<end].contains(0x2f) { return Self.scheme(target[..<end]) }
      end += 1
    }
    if target.count > 1, target[0] == 0x2f {
      if target[1] == 0x2f { return .outside }
      guard let root, target.starts(with: root) else { return .unsafe }
      return resolve(UnsafeBufferPointer(rebasing: target[root.count...]), in: [])
    }
    let mark = target[end...].firstIndex(of: 0x23) ?? target.count
    var fragment: UInt64?
    if mark + 1 < target.count { fragment = Self.hash(target, mark + 1..<target.count, from: Hash.seed) }
    guard end > 0 else { return .inside(path: page, fragment: fragment) }
    var path = folders
    var i = 0
    while true {
      var stop = i
      while stop < end, target[stop] != 0x2f { stop += 1 }
      switch Self.dots(target, i..<stop) {
      case 1: break
      case 2:
        if path.popLast() == nil { return .unsafe }
      default:
        let start = path.last.map { Hash.add(0x2f, to: $0) } ?? Hash.seed
        path.append(Self.hash(target, i..<stop, from: start))
      }
      guard stop < end else { break }
      i = stop + 1
    }
    return .inside(path: path.last ?? Hash.seed, fragment: fragment)
  }

  private static func scheme(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Destination {
    let scheme = String(decoding: bytes.map { $0 | 0x20 }, as: UTF8.self)
    return ["http", "https", "mailto", "tel"].contains(scheme) ? .outside : .unsafe
  }

  /// 1 or 2 if the name is that many dots, written plainly or percent-encoded; else 0.
  private static func dots(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard !range.isEmpty, range.count <= 6 else { return 0 }
    var i = range.lowerBound
    var count = 0
    while i < range.upperBound {
      guard decoded(bytes, &i, range.upperBound) == 0x2e else { return 0 }
      count += 1
    }
    return count <= 2 ? count : 0
  }

  /// The hash of percent-decoded bytes.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from start: UInt64) -> UInt64 {
    var hash = start
    var i = range.lowerBound
    while i < range.upperBound { hash = Hash.add(decoded(bytes, &i, range.upperBound), to: hash) }
    return hash
  }

  /// The byte at a place, percent-decoded; moves on behind it.
  @inline(__always)
  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int, _ end: Int) -> UInt8 {
    let byte = bytes[i]
    i += 1
    guard byte == 0x25, i + 1 < end, let high = digit(bytes[i]), let low = digit(bytes[i + 1]) else { return byte }
    i += 2
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }
}
