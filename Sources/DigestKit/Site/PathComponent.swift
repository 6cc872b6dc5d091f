import TextAnalysis

/// Names that are safe as a component of a path and of a web address.
enum PathComponent {
  /// ASCII letters, digits, `-`, `_` and `.` of a name stay; other Latin letters lose their marks (`Straße` → `Strasse`, `Süden` →
  /// `Suden`), whether the mark is a part of the letter or follows it, as in the names that macOS gives; every other stretch becomes
  /// one `-`.
  ///
  /// A name that loses letters this way (`статья 1`) gets a short hash of its bytes at the end, so that two such names stay two.
  /// Never empty, never begins with a dot, at most 120 bytes.
  static func safe(_ name: String) -> String {
    var out: [UInt8] = []
    var isLossy = false
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": out.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where scalar.properties.generalCategory == .nonspacingMark && out.last.map(isLetter) == true: continue
      default:
        if !scalar.isASCII, let letters = plainLetters(of: scalar) {
          out += letters
          continue
        }
        if out.last != UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
        if !scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil { isLossy = true }
      }
    }
    if isLossy || out.count > 120 || !out.contains(where: { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }) {
      out = Array(out.prefix(100))
      while let last = out.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") { out.removeLast() }
      if !out.isEmpty { out.append(UInt8(ascii: "-")) }
      out += String(fnv1a(name), radix: 16).utf8
    }
    let start = out.firstIndex { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") } ?? 0
    return String(decoding: out[start...], as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The ASCII letters of a Latin letter with marks, in its case; nil for others.
  private static func plainLetters(of scalar: Unicode.Scalar) -> [UInt8]? {
    var letters = Array(Folding.folded(String(scalar)).utf8)
    guard !letters.isEmpty, letters.allSatisfy(isLetter) else { return nil }
    if scalar.properties.isUppercase { letters[0] &= 0xdf }
    return letters
  }

  /// What two names have in common that a file system without case, or a careless link, takes for one.
  static func folded(_ path: String) -> String { path.lowercased() }

  /// Fowler–Noll–Vo, variant 1a, 32 bits.
  private static func fnv1a(_ name: String) -> UInt32 {
    name.utf8.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  /// A folder's name as a title, for want of a better one: `paris-floods_2016` → `Paris floods 2016`.
  static func title(of name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    return words.isEmpty ? name : words.prefix(1).uppercased() + words.dropFirst()
  }
}
