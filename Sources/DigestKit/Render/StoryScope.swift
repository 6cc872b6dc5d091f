import Extraction
import Mustache
import TextAnalysis

/// A digest with what its pages look up again and again: labels of articles, names of entities, offsets in the sources.
///
/// Every word of an article on a page comes from ``words(_:)``, which cuts it from the article by its span. What analysis hands
/// over as a name without a span is looked up in the articles by ``checkNames()``.
final class StoryScope {
  let digest: Digest
  let site: SiteConfiguration
  /// Of each article: the outlet's name if it is known and no other article has it, else the start of the article's id.
  let labels: [String]
  /// Of each article: like the label, at most 18 characters, for references and narrow columns.
  let shortLabels: [String]
  /// Of each article, the index of its group in ``Digest/texts``.
  let textOf: [Int]
  let entityIndex: [String: Int]
  /// Ids of entries that the digest page shows, as anchors.
  let anchors: Set<String>
  /// Ids of the timeline's entries whose sentences stand on the page under the same date already: "earlier today" and "at 16:08" of one
  /// sentence are two entries, but one line to a reader.
  let repeated: Set<String>
  private let references: ReferenceTable

  var story: Story { digest.story }
  var count: Int { story.articles.count }

  /// Of each article, where the words of its story begin; empty if there is nothing to compare it with.
  let wordStarts: [[Int32]]

  init(_ digest: Digest, site: SiteConfiguration) {
    self.digest = digest
    self.site = site
    (labels, shortLabels) = Self.labels(of: digest.story.articles)
    var textOf = Array(repeating: -1, count: digest.story.articles.count)
    for (i, group) in digest.texts.enumerated() { for article in group where textOf.indices.contains(article) { textOf[article] = i } }
    self.textOf = textOf
    references = ReferenceTable(digest.story.articles)
    var entityIndex: [String: Int] = [:]
    entityIndex.reserveCapacity(digest.entities.count)
    for (i, entity) in digest.entities.enumerated() { entityIndex[entity.id] = i }
    self.entityIndex = entityIndex
    repeated = Self.repeated(in: digest)
    wordStarts = digest.story.articles.count > 1 ? digest.story.articles.map { Self.wordStarts($0.document) } : []
    var anchors: Set<String> = []
    for entry in digest.timeline where !entry.mentions.isEmpty && !repeated.contains(entry.id) { anchors.insert(entry.id) }
    for quote in digest.quotes where !quote.variants.isEmpty { anchors.insert(quote.id) }
    for shared in digest.shared where !shared.passage.passages.isEmpty { anchors.insert(shared.id) }
    if digest.story.articles.count > 1 { for claim in digest.claims where !claim.mentions.isEmpty { anchors.insert(claim.id) } }
    self.anchors = anchors
  }

  private static func repeated(in digest: Digest) -> Set<String> {
    var repeated: Set<String> = []
    // Of the date that is being walked: entries of one date follow each other.
    var date = ""
    var layer: TimelineEntry.Layer?
    var sentences: Set<Passage> = []
    for entry in digest.timeline where !entry.mentions.isEmpty {
      if entry.date != date || entry.layer != layer {
        (date, layer) = (entry.date, entry.layer)
        sentences.removeAll(keepingCapacity: true)
      }
      let told = entry.mentions.compactMap { mention -> Passage? in
        guard digest.story.articles.indices.contains(mention.passage.article) else { return nil }
        let document = digest.story.articles[mention.passage.article].document
        return document.sentence(at: mention.passage.span.start).map {
          Passage(article: mention.passage.article, span: document.sentences[$0].span)
        }
      }
      if entry.conflict.isEmpty, told.count == entry.mentions.count, told.allSatisfy(sentences.contains) { repeated.insert(entry.id) }
      sentences.formUnion(told)
    }
    return repeated
  }

  // MARK: - Words

  /// The words of a passage: the one way in which a page takes words from an article.
  ///
  /// - Throws: ``RenderError/noSource(_:reason:)`` if the span is no stretch of whole characters of that article.
  func words(_ passage: Passage) throws(RenderError) -> String {
    String(decoding: try bytes(passage), as: UTF8.self)
  }

  /// The bytes of a passage; see ``words(_:)``.
  func bytes(_ passage: Passage) throws(RenderError) -> ArraySlice<UInt8> {
    guard story.articles.indices.contains(passage.article) else {
      throw .noSource("a passage of article \(passage.article)", reason: "there is no such article")
    }
    let bytes = story.articles[passage.article].document.bytes
    let (start, end) = (Int(passage.span.start), Int(passage.span.end))
    func isBoundary(_ i: Int) -> Bool { i == bytes.count || bytes[i] & 0xc0 != 0x80 }
    guard 0 <= start, start <= end, end <= bytes.count, isBoundary(start), isBoundary(end) else {
      throw .noSource(
        "bytes \(start)–\(end) of \(story.articles[passage.article].article.file)", reason: "no whole characters of that article")
    }
    return bytes[start..<end]
  }

  /// Checks the names that come without a span, of entities and speakers: each must stand in an article (white space aside), or
  /// the editor gave it in a correction.
  func checkNames() throws(RenderError) {
    var known: Set<String> = []
    for correction in story.corrections {
      switch correction.change {
      case .speaker(_, _, let name?): known.insert(name)
      case .alias(let names), .distinct(let names): known.formUnion(names)
      default: break
      }
    }
    for entity in digest.entities where !known.contains(entity.name) {
      var isForm = false
      for form in entity.forms where form.span.count == entity.name.utf8.count {
        isForm = try words(form) == entity.name
        if isForm { break }
      }
      if !isForm { try find(entity.name, of: "entity \(entity.id)") }
      known.insert(entity.name)
    }
    for quote in digest.quotes {
      if let name = quote.speakerName, known.insert(name).inserted { try find(name, of: "the speaker of quotation \(quote.id)") }
    }
  }

  private func find(_ name: String, of what: String) throws(RenderError) {
    let wanted = Array(Escape.oneLine(name).utf8)
    guard wanted.isEmpty || story.articles.contains(where: { Self.contains($0.document.bytes, wanted) }) else {
      throw .noSource("\(what), \"\(name)\"", reason: "no article has these words")
    }
  }

  /// Whether the bytes occur, any run of white space in the text counting as one space.
  private static func contains(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    let first = wanted[0]
    return text.withUnsafeBufferPointer { text in
      for start in text.indices where text[start] == first {
        var i = start
        var j = 0
        while j < wanted.count, i < text.count {
          if wanted[j] == 0x20 {
            guard text[i] <= 0x20 else { break }
            while i < text.count, text[i] <= 0x20 { i += 1 }
          } else {
            guard text[i] == wanted[j] else { break }
            i += 1
          }
          j += 1
        }
        if j == wanted.count { return true }
      }
      return false
    }
  }

  /// The paragraph of a passage, from 1: the number of its block.
  func paragraph(_ passage: Passage) -> Int { references.paragraph(passage) }

  // MARK: - Values

  /// Where the page stands that a value is made for: how links to articles begin.
  struct Place {
    /// From the page to the story's folder: empty on the digest page, `../` on an article's.
    var story = ""
    /// From the page to the site's root.
    var root = "../"
    /// Tells the four kinds of places of one story apart.
    var number = 0

    static let digest = Place()
    static let article = Place(story: "../", root: "../../", number: 1)
    static let compare = Place(story: "../../", root: "../../../", number: 2)
    /// Pages below `people/` and `outlets/`.
    static func crossStory(_ id: String) -> Place { Place(story: "../../\(Address.component(id))/", root: "../../", number: 3) }
  }

  /// The address of an article's page.
  func href(_ article: Int, from place: Place) -> String {
    "\(place.story)\(Address.component(story.articles[article].article.id))/index.html"
  }

  func href(_ passage: Passage, from place: Place) -> String { parts(passage, from: place).href }

  private func parts(_ passage: Passage, from place: Place) -> ReferenceTable.Parts {
    references.parts(passage, from: place) { article, paragraph in
      ReferenceTable.Parts(
        href: "\(href(article, from: place))#p\(paragraph)", paragraph: paragraph, label: labels[article], short: shortLabels[article],
        full: full(article))
    }
  }

  /// The outlet's own page at these words; nil if its address is not known.
  func external(_ passage: Passage) throws(RenderError) -> String? {
    guard let url = Address.external(story.articles[passage.article].article.metadata.url) else { return nil }
    return Address.textFragment(url, words: try words(passage))
  }

  /// A passage with its words and its reference.
  func value(_ passage: Passage, from place: Place) throws(RenderError) -> Value {
    let bytes = try bytes(passage)
    var html: [UInt8] = []
    html.reserveCapacity(bytes.count + 32)
    Escape.html(bytes, into: &html)
    return try value(passage, html: html, from: place)
  }

  /// A passage whose words are marked up already.
  func value(_ passage: Passage, html: [UInt8], from place: Place) throws(RenderError) -> Value {
    let cut = isCut(passage)
    let reference = parts(passage, from: place)
    return [
      "html": .markup(html), "href": .string(reference.href), "paragraph": .int(reference.paragraph),
      "label": .string(reference.label), "short": .string(reference.short), "full": reference.full,
      "external": .init(try external(passage)), "isCutBefore": .bool(cut.before), "isCutAfter": .bool(cut.after),
    ]
  }

  /// Whether words of its sentence are missing before or after a passage. One that begins with a capital or a mark reads as whole.
  private func isCut(_ passage: Passage) -> (before: Bool, after: Bool) {
    let document = story.articles[passage.article].document
    guard !passage.span.isEmpty, let first = document.sentence(at: passage.span.start),
      let last = document.sentence(at: passage.span.end - 1)
    else { return (false, false) }
    let bytes = document.bytes
    let start = bytes[Int(passage.span.start)]
    let end = bytes[Int(passage.span.end) - 1]
    let rest = Int(passage.span.end)..<max(Int(passage.span.end), Int(document.sentences[last].span.end))
    let isEnded = end == 0x2e || end == 0x21 || end == 0x3f
    return (
      passage.span.start > document.sentences[first].span.start && start &- 0x61 < 26,
      !isEnded && bytes[rest].contains { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    )
  }

  /// A reference to a passage without its words.
  func reference(_ passage: Passage, from place: Place) -> Value { parts(passage, from: place).value }

  /// The label where the short one lacks something.
  private func full(_ article: Int) -> Value {
    let (label, short) = (labels[article], shortLabels[article])
    return label == short || label.hasSuffix("(\(short))") ? .null : .string(label)
  }

  /// One reference for each article of the passages, in article order; of very many the first 30.
  func carriers(_ passages: [Passage], from place: Place) -> Value {
    var values: [Value] = []
    var last = -1
    for passage in passages.sorted() where passage.article != last {
      last = passage.article
      values.append(reference(passage, from: place))
      if values.count == 30 { break }
    }
    return .list(values)
  }

  func articleCount(_ passages: some Collection<Passage>) -> Int {
    guard count <= 64 else { return Set(passages.lazy.map(\.article)).count }
    return passages.reduce(0 as UInt64) { $0 | 1 << UInt64($1.article) }.nonzeroBitCount
  }

  /// The words of a passage in HTML with some of its spans in an element.
  func html(_ passage: Passage, marking marks: [TextSpan], as element: StaticString) throws(RenderError) -> [UInt8] {
    let bytes = try bytes(passage)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var position = passage.span.start
    for mark in marks.sorted() where mark.start >= position && mark.end <= passage.span.end && !mark.isEmpty {
      Escape.html(bytes[Int(position)..<Int(mark.start)], into: &out)
      out += "<\(element)>"
      Escape.html(bytes[mark.range], into: &out)
      out += "</\(element)>"
      position = mark.end
    }
    Escape.html(bytes[Int(position)..<Int(passage.span.end)], into: &out)
    return out
  }

  /// An article as other pages show it.
  func articleValue(_ i: Int, from place: Place) -> Value {
    let article = story.articles[i]
    let metadata = article.article.metadata
    let outlet = metadata.outlet
    return [
      "id": .string(article.article.id), "number": .int(i + 1), "label": .string(labels[i]), "short": .string(shortLabels[i]),
      "title": .init(metadata.title), "href": .string(href(i, from: place)), "outlet": .init(outlet),
      "outletHref": .init(outlet.map { "\(place.root)outlets/\(Address.slug($0))/index.html" }),
      "agency": .init(metadata.agency), "authors": .init(metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: ", ")),
      "url": .init(Address.external(metadata.url)),
      "published": DateWords.value(article.published.map { "\($0.date)" }), "publishedBasis": .init(article.published?.basis),
      "isEventDate": .bool(article.published?.basis == "event date"), "isComputedDate": .bool(article.published?.basis == "computed"),
      "retrieved": DateWords.value(metadata.retrieved.map { String($0.prefix(10)) }), "isSummary": .bool(metadata.isSummary),
      "language": .init(metadata.language.flatMap { $0.isLanguageTag && $0.primaryLanguage != site.language.primaryLanguage ? $0 : nil }),
      "words": .int(digest.articles.indices.contains(i) ? digest.articles[i].words : 0),
      "text": .init(textOf[i] >= 0 ? Self.letter(textOf[i]) : nil),
      "sharedPercent": .int(digest.articles.indices.contains(i) ? Int((digest.articles[i].sharedShare * 100).rounded()) : 0),
    ]
  }

  /// A, B, … Z, A2, B2, …: what an independent text is called.
  static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(0x41 + index % 26)))
    return index < 26 ? letter : letter + String(index / 26 + 1)
  }

  // MARK: - Labels

  private static func labels(of articles: [StoryArticle]) -> (labels: [String], short: [String]) {
    var outlets: [String: Int] = [:]
    var stems: [String: Int] = [:]
    /// The start of an id, up to the first `_`: the number that scrapers put before a hash.
    func stem(_ id: String) -> String {
      let stem = id.utf8.prefix { $0 != 0x5f }
      return stem.isEmpty || stem.count > 12 ? "" : String(decoding: stem, as: UTF8.self)
    }
    for article in articles {
      if let outlet = article.article.metadata.outlet { outlets[outlet, default: 0] += 1 }
      stems[stem(article.article.id), default: 0] += 1
    }
    var seen: [String: Int] = [:]
    var labels: [String] = []
    var short: [String] = []
    for (i, article) in articles.enumerated() {
      let stem = stem(article.article.id)
      let number = !stem.isEmpty && stems[stem] == 1 ? stem : "No. \(i + 1)"
      guard let outlet = article.article.metadata.outlet, let count = outlets[outlet] else {
        labels.append(number)
        short.append(number)
        continue
      }
      var label = outlet
      if count > 1 {
        seen[outlet, default: 0] += 1
        label += " (\(seen[outlet, default: 1]))"
      }
      labels.append(label)
      // A label that ends in the article's own number stands for an outlet that is not known.
      short.append(label.hasSuffix("(\(stem))") ? number : label.hasPrefix("The ") ? String(label.dropFirst(4)) : label)
    }
    short = short.map { label in
      // "Radio Brackwater (2)": the number is what tells two articles of an outlet apart, so the name gives way.
      guard label.utf8.last == 0x29, let open = label.lastIndex(of: "("), label[open...].utf8.count < 8 else {
        return clipped(label, to: 18)
      }
      let number = label[open...]
      if label.unicodeScalars.count <= 18 { return label }
      return clipped(String(label[..<open].dropLast()), to: 17 - number.unicodeScalars.count) + " " + number
    }
    let uses = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
    for i in short.indices where uses[short[i], default: 1] > 1 { short[i] = "No. \(i + 1)" }
    return (labels, short)
  }
}

/// References to paragraphs, made once for each kind of place: a page names the same ones over and over.
private final class ReferenceTable {
  final class Parts {
    let href: String
    let paragraph: Int
    let label: String
    let short: String
    let full: Value
    /// All of it, for templates.
    let value: Value

    init(href: String, paragraph: Int, label: String, short: String, full: Value) {
      self.href = href
      self.paragraph = paragraph
      self.label = label
      self.short = short
      self.full = full
      value = ["href": .string(href), "paragraph": .int(paragraph), "label": .string(label), "short": .string(short), "full": full]
    }
  }

  private let documents: [Document]
  /// Of each kind of place and each article, by paragraph.
  private var made: [[[Parts?]]]

  init(_ articles: [StoryArticle]) {
    documents = articles.map(\.document)
    made = Array(repeating: articles.map { _ in [] }, count: 4)
  }

  func paragraph(_ passage: Passage) -> Int {
    let document = documents[passage.article]
    return (document.block(at: passage.span.start) ?? max(0, document.blocks.count - 1)) + 1
  }

  func parts(_ passage: Passage, from place: StoryScope.Place, make: (Int, Int) -> Parts) -> Parts {
    let article = passage.article
    let paragraph = paragraph(passage)
    if made[place.number][article].isEmpty {
      made[place.number][article] = Array(repeating: nil, count: max(1, documents[article].blocks.count) + 1)
    }
    if let known = made[place.number][article][paragraph] { return known }
    let parts = make(article, paragraph)
    made[place.number][article][paragraph] = parts
    return parts
  }
}

extension DateWords {
  /// A date as templates see it: in words, as ISO 8601, and as `<time datetime>` takes it (null if it does not). Null for nil.
  static func value(_ iso: String?) -> Value {
    guard let iso else { return .null }
    return ["iso": .string(iso), "words": .string(words(iso)), "plain": .string(plain(iso)), "attribute": .init(attribute(iso))]
  }
}

extension Value {
  /// The elements that are shown at once and those that wait behind a summary.
  ///
  /// `shown`, `more` (lists), `count` and `moreCount` (null if nothing waits). The whole is null if there is nothing.
  static func shown(_ elements: [Value], first: Int) -> Value {
    guard !elements.isEmpty else { return .null }
    // A single hidden element is no relief.
    let cut = elements.count <= first + 1 ? elements.count : first
    return [
      "shown": .list(Array(elements[..<cut])), "more": .list(Array(elements[cut...])), "count": .int(elements.count),
      "moreCount": .init(elements.count > cut ? elements.count - cut : nil),
    ]
  }

  /// A value for `is`: every name of a kind, the one that holds true.
  static func flags(_ table: Flags, _ name: String) -> Value { table.values[name] ?? table.value(name) }
}

/// A table of names for ``Mustache/Value/flags(_:_:)``.
struct Flags: Sendable {
  private let names: [String]
  /// Of each name, the value in which it holds true.
  fileprivate private(set) var values: [String: Value] = [:]

  private init(_ names: [String]) {
    self.names = names
    for name in names { values[name] = value(name) }
  }

  fileprivate func value(_ name: String) -> Value {
    var flags = Dictionary(uniqueKeysWithValues: names.map { ($0, Value.bool(false)) })
    flags[name] = .bool(true)
    return .dictionary(flags)
  }

  private static func table(_ names: [String]) -> Flags { Flags(names) }
  static let warning = table(Warning.Kind.allCases.map(\.rawValue))
  static let difference = table(Difference.Kind.allCases.map(\.rawValue))
  static let layer = table(TimelineEntry.Layer.allCases.map(\.rawValue))
  static let block = table(Block.Kind.allCases.map(\.rawValue))
  static let entity = table(["person", "organization", "place"])
  static let nonSpeech = table(["title", "nickname", "term", "scare-quote"])
  static let basis = table([
    "cue", "according-to", "transcript", "clause", "continuation", "previous", "context", "none", "variant", "correction",
  ])
}
