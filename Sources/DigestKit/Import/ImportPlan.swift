import Extraction
import TextAnalysis

/// Decides what of an import is new, and how it will be called. A value: touches no file.
///
/// A document is there already if the story has one with the same address, or one with the same words that is not known to be another
/// outlet's: that two outlets print one agency's text is what a digest is to show. What the story has as a feed's summary does not
/// stand in the way of the article itself.
struct ImportPlan: Sendable {
  enum Decision: Sendable, Equatable {
    /// To be written under this name, with this entry in `story.yml`.
    case new(name: String, entry: StoryFile.Entry)
    /// The name of the article that the story has already, and what the two have in common.
    case known(as: String, by: Likeness)
  }

  enum Likeness: String, Sendable {
    case address, text
  }

  private struct Known: Sendable {
    var name: String
    var isSummary: Bool
    /// The outlet's name, folded, and the host of the address; nil if not known.
    var outlet: String?
    var host: String?

    init(name: String, isSummary: Bool, outlet: String?, address: String?) {
      self.name = name
      self.isSummary = isSummary
      self.outlet = outlet.map(Folding.folded)
      host = address.flatMap(WebAddress.host)
    }

    /// Both name an outlet, not the same one, and their addresses, if known, do not say otherwise.
    func isOfAnotherOutlet(than other: Known) -> Bool {
      guard let outlet, let theirs = other.outlet, outlet != theirs else { return false }
      return host == nil || host != other.host
    }
  }

  private var addresses: [String: Known] = [:]
  private var texts: [[UInt8]: [Known]] = [:]
  /// Names without ending, folded: an article's address on the site has no ending, so `a.txt` and `a.html` would be one.
  private var taken: Set<String>

  /// - Parameters:
  ///   - articles: what the story has.
  ///   - names: the files of its folder, and those that `story.yml` speaks of.
  init(articles: [Article], names: [String]) {
    taken = Set(names.map { PathComponent.folded(Self.stem($0)) })
    taken.formUnion(Workspace.reservedArticleNames.keys.map(PathComponent.folded))
    taken.formUnion(["story", "site"])
    for article in articles {
      let known = Known(
        name: article.file, isSummary: article.metadata.isSummary, outlet: article.metadata.outlet, address: article.metadata.url)
      if let url = article.metadata.url, let key = Self.key(ofAddress: url) { addresses[key] = addresses[key] ?? known }
      let key = Self.key(ofText: article)
      if !key.isEmpty { texts[key, default: []].append(known) }
    }
  }

  /// Takes a document in, if it is new. The order of calls decides which of two like ones is.
  mutating func add(_ candidate: ImportCandidate, as article: Article) -> Decision {
    let ownAddress = article.metadata.url.flatMap { WebAddress.absolute($0, base: candidate.address) }
    let isCanonical = ownAddress.map { Self.canBeCanonical($0, of: candidate.address) } ?? false
    let keys = [candidate.address, isCanonical ? ownAddress : nil].compactMap { $0.flatMap(Self.key(ofAddress:)) }
    let text = Self.key(ofText: article)
    func stands(_ known: Known) -> Bool { !known.isSummary || candidate.isSummary }
    var new = Known(
      name: "", isSummary: candidate.isSummary, outlet: candidate.metadata.outlet ?? article.metadata.outlet,
      address: candidate.address ?? ownAddress)
    for key in keys { if let known = addresses[key], stands(known) { return .known(as: known.name, by: .address) } }
    if let known = texts[text]?.first(where: { stands($0) && !$0.isOfAnotherOutlet(than: new) }) {
      return .known(as: known.name, by: .text)
    }

    let name = self.name(for: candidate, article)
    new.name = name
    for key in keys { addresses[key] = new }
    if !text.isEmpty { texts[text, default: []].append(new) }
    var metadata = candidate.metadata
    metadata.url = isCanonical ? ownAddress : candidate.address ?? ownAddress
    return .new(
      name: name,
      entry: StoryFile.Entry(
        name: name, metadata: metadata, retrieved: candidate.retrieved, isSummary: candidate.isSummary, encoding: candidate.encodingToNote))
  }

  // MARK: - Likeness

  /// An address as a key: no scheme, `www.`, tracking parameters, fragment or slash at the end.
  static func key(ofAddress address: String) -> String? {
    guard var address = WebAddress.absolute(address, base: nil), let scheme = address.firstRange(of: "://") else { return nil }
    if let fragment = address.firstIndex(of: "#") { address = String(address[..<fragment]) }
    let rest = address[scheme.upperBound...]
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var host = rest[..<hostEnd].lowercased()
    if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
    for port in [":80", ":443"] where host.hasSuffix(port) { host = String(host.dropLast(port.count)) }
    var path = rest[hostEnd...]
    while path.last == "/" { path = path.dropLast() }
    return host + path
  }

  /// Whether what a page says its address is can be: some sites name their front page on every page.
  static func canBeCanonical(_ own: String, of fetched: String?) -> Bool {
    guard let fetched, let ownKey = key(ofAddress: own), let key = key(ofAddress: fetched) else { return true }
    return ownKey.contains("/") || !key.contains("/")
  }

  /// Letters and digits of the text in lower case: the same words in whatever wrapping.
  static func key(ofText article: Article) -> [UInt8] {
    var key: [UInt8] = []
    for byte in article.runningText.utf8 {
      switch byte {
      case 0x41...0x5a: key.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7a, 0x80...: key.append(byte)
      default: continue
      }
    }
    return key
  }

  // MARK: - Names

  /// `outlet-slug-date.ending` of safe characters, with `-2` and so on where that is taken.
  private mutating func name(for candidate: ImportCandidate, _ article: Article) -> String {
    let outlet = candidate.metadata.outlet ?? article.metadata.outlet ?? candidate.address.flatMap(WebAddress.host)
    let title =
      candidate.metadata.title ?? article.metadata.title ?? candidate.address.flatMap(Self.lastPart)
      ?? Self.stem(FileSystem.name(of: candidate.origin))
    var parts = [Self.slug(outlet ?? "", limit: 30), Self.slug(title, limit: 60)]
    if let published = candidate.metadata.published ?? article.metadata.published { parts.append("\(published)") }
    parts.removeAll(where: \.isEmpty)
    let stem = parts.isEmpty ? "article" : parts.joined(separator: "-")
    var name = stem
    var number = 2
    while !taken.insert(PathComponent.folded(name)).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name + "." + candidate.ending
  }

  /// Lower-case ASCII letters and digits with single hyphens between, cut at a word; letters lose their accents, and those of other
  /// alphabets are left out. Empty if nothing is left.
  static func slug(_ text: String, limit: Int) -> String {
    var out: [UInt8] = []
    // Each character gives at most a few bytes; far more than the limit is never looked at.
    for byte in Folding.folded(text.prefix(limit * 8)).utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7a: out.append(byte)
      // Apostrophes vanish: "Mayor's" is one word.
      case 0x27: continue
      default: if let last = out.last, last != 0x2d { out.append(0x2d) }
      }
    }
    if out.count > limit {
      let isCutInWord = out[limit] != 0x2d
      out = Array(out[..<limit])
      if isCutInWord, let hyphen = out.lastIndex(of: 0x2d), hyphen > limit / 2 { out = Array(out[..<hyphen]) }
    }
    while out.last == 0x2d { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// `ferry-returns` of `https://example.org/2026/ferry-returns.html?page=1`; nil if the path is empty.
  private static func lastPart(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let parts = address[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst()
    return parts.last.map { stem(String($0)) }
  }

  /// A file's name without its ending.
  static func stem(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
