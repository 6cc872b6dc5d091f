/// Addresses of pages as far as links need them (after RFC 3986, section 5.2).
public enum WebAddress {
  /// An absolute http(s) address without tracking parameters, or nil for fragments, scripts, mail and data addresses, and for
  /// relative ones without a base.
  public static func absolute(_ reference: String, base: String?) -> String? {
    var reference = reference[...]
    while let first = reference.utf8.first, first <= 0x20 { reference = reference.dropFirst() }
    while let last = reference.utf8.last, last <= 0x20 { reference = reference.dropLast() }
    guard let first = reference.utf8.first, first != 0x23, reference.utf8.count < 4000 else { return nil }
    let lower = reference.prefix(12).lowercased()
    let address: String
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      address = String(reference)
    } else if let colon = lower.firstIndex(of: ":"), !lower[..<colon].contains(where: { "/?#".contains($0) }) {
      return nil
    } else {
      guard let base, base.utf8.count < 4000, let scheme = base.range(of: "://") else { return nil }
      let afterScheme = base[scheme.upperBound...]
      let authorityEnd = afterScheme.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? afterScheme.endIndex
      if reference.hasPrefix("//") {
        address = base[..<scheme.lowerBound] + ":" + reference
      } else if first == 0x2f {
        address = base[..<authorityEnd] + normalized(reference)
      } else {
        var path = afterScheme[authorityEnd...].prefix { $0 != "?" && $0 != "#" }
        if first == 0x3f {
          address = String(base[..<authorityEnd] + path + reference)
        } else {
          while let last = path.last, last != "/" { path = path.dropLast() }
          address = base[..<authorityEnd] + normalized((path.isEmpty ? "/" : path) + reference)
        }
      }
    }
    return escaped(withoutTracking(address))
  }

  /// The host of an address without "www.".
  public static func host(_ address: String) -> String? {
    guard let scheme = address.range(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
    return host.isEmpty ? nil : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  private static func normalized(_ path: Substring) -> String {
    let cut = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    guard path[..<cut].contains("./") || path[..<cut].hasSuffix("/..") || path[..<cut].hasSuffix("/.") else { return String(path) }
    var parts: [Substring] = []
    for part in path[..<cut].split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/") + path[cut...]
  }

  private static func withoutTracking(_ address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let fragment = address[mark...].firstIndex(of: "#") ?? address.endIndex
    let kept = address[address.index(after: mark)..<fragment].split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !tracking.contains(name)
    }
    return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + address[fragment...]
  }

  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga", "_gl", "ocid", "cmpid", "ncid", "sr_share", "xtor",
    "wt_mc", "wtmc",
  ]

  /// Blanks, brackets and controls as per cent codes, so that the address can stand in Markdown.
  private static func escaped(_ address: String) -> String {
    guard address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x28 || $0 == 0x29 || $0 == 0x3c || $0 == 0x3e || $0 == 0x5c || $0 == 0x7f })
    else {
      return address
    }
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in address.utf8 {
      if byte <= 0x20 || byte == 0x28 || byte == 0x29 || byte == 0x3c || byte == 0x3e || byte == 0x5c || byte == 0x7f {
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// The first occurrence of a string.
  fileprivate func range(of needle: String) -> Range<String.Index>? {
    let bytes = utf8
    let wanted = Array(needle.utf8)
    var start = bytes.startIndex
    var limit = 0
    while start < bytes.endIndex, limit < 64 {
      if bytes[start...].starts(with: wanted) { return start..<bytes.index(start, offsetBy: wanted.count) }
      start = bytes.index(after: start)
      limit += 1
    }
    return nil
  }
}
