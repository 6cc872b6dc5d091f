/// What a site's robots.txt allows one robot (RFC 9309).
public struct RobotsRules: Sendable {
  private var rules: [(pattern: [UInt8], allows: Bool)] = []

  /// Everything is allowed: the site has no robots.txt.
  public static let allowingAll = RobotsRules()

  private init() { rules = [] }

  /// Reads the group for `robot`, or else the one for `*`; groups for the same robot are joined.
  ///
  /// - Parameters:
  ///   - bytes: the file; what is beyond 500 KiB is not read, as the RFC permits.
  ///   - robot: the product's name as it begins the user agent: letters, `-` and `_`.
  public init(parsing bytes: [UInt8], for robot: String) {
    let robot = robot.lowercased()
    var own: [(pattern: [UInt8], allows: Bool)] = []
    var common: [(pattern: [UInt8], allows: Bool)] = []
    var hasOwn = false
    var isOwn = false
    var isCommon = false
    var namesRobots = false
    var bytes = bytes.prefix(512_000)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    for line in bytes.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      let line = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = Self.trimmed(line[(colon + 1)...])
      let key = String(decoding: Self.trimmed(line[..<colon]), as: UTF8.self).lowercased()
      switch key {
      case "user-agent":
        // Lines that name robots, one after another, open one group.
        if !namesRobots { (isOwn, isCommon) = (false, false) }
        namesRobots = true
        let name = value.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2d || $0 == 0x5f }
        if String(decoding: name, as: UTF8.self).lowercased() == robot {
          isOwn = true
          hasOwn = true
        } else if value.elementsEqual("*".utf8) {
          isCommon = true
        }
      case "allow", "disallow":
        namesRobots = false
        guard !value.isEmpty else { continue }
        let rule = (pattern: Self.decoded(value), allows: key == "allow")
        if isOwn { own.append(rule) }
        if isCommon { common.append(rule) }
      default: continue
      }
    }
    rules = hasOwn ? own : common
  }

  /// Whether a path, with its query if any, may be fetched: the longest pattern that fits it decides, `allow` among equals.
  public func allows(_ path: String) -> Bool {
    let path = Self.decoded(Array((path.isEmpty ? "/" : path).utf8)[...])
    var best: (length: Int, allows: Bool) = (-1, true)
    for (pattern, allows) in rules where pattern.count > best.length || (pattern.count == best.length && allows) {
      if Self.matches(pattern, path) { best = (pattern.count, allows) }
    }
    return best.allows
  }

  /// `*` is any stretch, `$` at the end is the end; otherwise a pattern is a beginning. Cost: at most pattern × path.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    var pattern = pattern[...]
    let isAnchored = pattern.last == UInt8(ascii: "$")
    if isAnchored { pattern = pattern.dropLast() }
    var p = pattern.startIndex
    var i = 0
    var star: (pattern: Int, path: Int)?
    while true {
      if p == pattern.endIndex {
        if !isAnchored || i == path.count { return true }
      } else if pattern[p] == UInt8(ascii: "*") {
        star = (p + 1, i)
        p += 1
        continue
      } else if i < path.count, pattern[p] == path[i] {
        p += 1
        i += 1
        continue
      }
      guard let last = star, last.path < path.count else { return false }
      star = (last.pattern, last.path + 1)
      (p, i) = (last.pattern, last.path + 1)
    }
  }

  /// Per cent codes of unreserved characters undone, the rest with capital digits, so that two spellings of a path are one.
  private static func decoded(_ path: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    func value(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
      default: nil
      }
    }
    func isUnreserved(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2d || byte == 0x2e || byte == 0x5f || byte == 0x7e
    }
    var out: [UInt8] = []
    var i = path.startIndex
    while i < path.endIndex {
      let byte = path[i]
      if byte == UInt8(ascii: "%"), i + 2 < path.endIndex, let high = value(path[i + 1]), let low = value(path[i + 2]) {
        let code = high << 4 | low
        out += isUnreserved(code) ? [code] : [0x25, digits[Int(high)], digits[Int(low)]]
        i += 3
      } else if byte > 0x7e {
        out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        i += 1
      } else {
        out.append(byte)
        i += 1
      }
    }
    return out
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return [] }
    return bytes[first...last]
  }
}
