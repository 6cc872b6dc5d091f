/// The promise that every reference leads somewhere: finds the `id`s, `href`s and `src`s of pages and resolves them inside the site.
///
/// Reads bytes, not a tree: it looks for the attributes as the templates write them, with double quotation marks. Linear in the
/// pages' size.
struct LinkCheck {
  /// Of each page, by path, the hashes of its ids.
  private(set) var anchors: [String: Set<UInt64>] = [:]
  /// References to pages that are not among the checked ones: resolved path, hash of the fragment, page, as written.
  private(set) var open: [Reference] = []
  private(set) var broken: [BrokenLink] = []

  struct Reference: Sendable {
    var path: String
    var fragment: UInt64?
    var page: String
    var target: String
  }

  /// Checks what the pages have among themselves; the rest stays ``open``.
  ///
  /// - Parameter root: how a reference to the site's root may begin, `/digest/`; without it such references are broken.
  init(_ pages: [Page], root: String? = nil) {
    anchors.reserveCapacity(pages.count)
    var references: [Reference] = []
    for page in pages {
      guard page.path.utf8.suffix(5).elementsEqual(".html".utf8) else {
        anchors[page.path] = []
        continue
      }
      var found = Self.scan(page, root: root.map { Array($0.utf8) })
      anchors[page.path] = found.ids
      broken += found.unsafe
      references.append(contentsOf: found.references)
      found.references = []
    }
    resolve(references)
  }

  /// Checks the references that the parts of a site left open, against all of its pages.
  init(joining parts: [LinkCheck]) {
    anchors.reserveCapacity(parts.reduce(0) { $0 + $1.anchors.count })
    for part in parts {
      anchors.merge(part.anchors) { a, _ in a }
      broken += part.broken
    }
    for part in parts { resolve(part.open) }
  }

  private mutating func resolve(_ references: [Reference]) {
    for reference in references {
      if let ids = anchors[reference.path] {
        if let fragment = reference.fragment, !ids.contains(fragment) {
          broken.append(BrokenLink(page: reference.page, target: reference.target))
        }
      } else {
        open.append(reference)
      }
    }
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  private static func scan(_ page: Page, root: [UInt8]?) -> (ids: Set<UInt64>, references: [Reference], unsafe: [BrokenLink]) {
    var ids: Set<UInt64> = []
    var seen: Set<UInt64> = []
    var references: [Reference] = []
    var unsafe: [BrokenLink] = []
    let folder = page.path.utf8.lastIndex(of: 0x2f).map { String(page.path[..<$0]) } ?? ""
    page.bytes.withUnsafeBufferPointer { bytes in
      var i = 4
      let last = bytes.count - 1
      while i < last {
        // An attribute's `="` after white space and one of three names.
        guard bytes[i] == 0x3d, bytes[i + 1] == 0x22 else {
          i += 1
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
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        while end < bytes.count, bytes[end] != 0x22 {
          value = (value ^ UInt64(bytes[end])) &* 0x0000_0100_0000_01b3
          end += 1
        }
        i = end
        if isID {
          ids.insert(value)
        } else if seen.insert(value).inserted {
          let target = UnsafeBufferPointer(rebasing: bytes[start..<end])
          switch destination(of: target, in: folder, root: root) {
          case .inside(let path, let fragment):
            references.append(
              Reference(path: path ?? page.path, fragment: fragment, page: page.path, target: String(decoding: target, as: UTF8.self)))
          case .outside: break
          case .unsafe: unsafe.append(BrokenLink(page: page.path, target: String(decoding: target, as: UTF8.self)))
          }
        }
      }
    }
    return (ids, references, unsafe)
  }

  private enum Destination {
    /// Nil path: the page itself.
    case inside(path: String?, fragment: UInt64?)
    case outside
    case unsafe
  }

  private static func destination(of target: UnsafeBufferPointer<UInt8>, in folder: String, root: [UInt8]?) -> Destination {
    if let colon = target.firstIndex(of: 0x3a), !target[..<colon].contains(where: { $0 == 0x2f || $0 == 0x23 || $0 == 0x3f }) {
      let scheme = String(decoding: target[..<colon].map { $0 | 0x20 }, as: UTF8.self)
      return ["http", "https", "mailto", "tel"].contains(scheme) ? .outside : .unsafe
    }
    if target.count > 1, target[0] == 0x2f {
      if target[1] == 0x2f { return .outside }
      guard let root, target.starts(with: root) else { return .unsafe }
      return destination(of: UnsafeBufferPointer(rebasing: target[root.count...]), in: "", root: nil)
    }
    let hash = target.firstIndex(of: 0x23)
    let fragment = hash.flatMap { $0 + 1 < target.count ? Self.hash(decoded(target[($0 + 1)...])) : nil }
    let end = target[..<(hash ?? target.count)].firstIndex(of: 0x3f) ?? hash ?? target.count
    guard end > 0 else { return .inside(path: nil, fragment: fragment) }
    var components = folder.isEmpty ? [] : folder.utf8.split(separator: 0x2f).map { String(decoding: $0, as: UTF8.self) }
    for part in target[..<end].split(separator: 0x2f, omittingEmptySubsequences: false) {
      let name = String(decoding: decoded(part), as: UTF8.self)
      switch name {
      case ".": break
      case "..":
        guard !components.isEmpty else { return .unsafe }
        components.removeLast()
      default: components.append(name)
      }
    }
    return .inside(path: components.joined(separator: "/"), fragment: fragment)
  }

  private static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    guard bytes.contains(0x25) else { return bytes }
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
      default: nil
      }
    }
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count, let high = digit(bytes[i + 1]), let low = digit(bytes[i + 2]) {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }
}
