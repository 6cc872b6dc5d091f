import Extraction
import TextAnalysis

extension Digest {
  /// The digest as `digest.json` and `digest compose` give it; `assets/digest.schema.json` describes it. One line of UTF-8, without a
  /// line feed.
  ///
  /// Every mention is `{"article", "line", "start", "end", "text"}`: the source file's line, from 1, and code-point offsets in
  /// the source file's decoded text. Words that the importer itself put between two stretches of the source have offsets of the
  /// running text instead. Every key is present; lists are empty and values null where there is nothing.
  ///
  /// - Throws: ``RenderError/noSource(_:reason:)`` if a passage is no stretch of its article.
  public func json() throws(RenderError) -> [UInt8] {
    var writer = DigestWriter(StoryScope(self, site: SiteConfiguration()), layout: .line)
    try writer.scope.checkNames()
    try writer.digest()
    return writer.json.bytes
  }
}

extension StoryScope {
  /// `digest.json` and `timeline.json` of the site, in lines.
  func digestFiles() throws(RenderError) -> (digest: [UInt8], timeline: [UInt8]) {
    var whole = DigestWriter(self, layout: .lines)
    try whole.digest()
    var timeline = DigestWriter(self, layout: .lines, sources: whole.sources)
    try timeline.timeline()
    return (whole.json.bytes, timeline.json.bytes)
  }
}

/// Writes a digest as JSON: the digest with an offset index for each source.
private struct DigestWriter {
  final class Source: Sendable {
    /// The article's id in JSON.
    let id: [UInt8]
    let bytes: [UInt8]
    let offsets: OffsetIndex
    let map: SourceMap

    init(_ article: Article) {
      id = JSON.string(article.id).line
      bytes = Array(article.source.utf8)
      offsets = OffsetIndex(bytes)
      map = article.map
    }
  }

  let scope: StoryScope
  let sources: [Source]
  var json: JSONWriter
  /// Mentions that are written already, and where: a sentence stands under its event, its claim, its quotation and what is shared.
  private var written = KeyTable()
  private var fragments: [Range<Int>] = []

  init(_ scope: StoryScope, layout: JSONWriter.Layout, sources: [Source]? = nil) {
    self.scope = scope
    self.sources = sources ?? scope.story.articles.map { Source($0.article) }
    json = JSONWriter(layout, capacity: 16 << 10)
  }

  // MARK: The whole

  mutating func digest() throws(RenderError) {
    let digest = scope.digest
    json.beginObject()
    head()
    json.key("articles")
    json.beginArray()
    for i in scope.story.articles.indices { try article(i) }
    json.endArray()
    json.key("texts")
    json.beginArray()
    for group in digest.texts {
      json.beginArray()
      for article in group { id(article) }
      json.endArray()
    }
    json.endArray()
    try list("timeline", digest.timeline + digest.events) { writer, entry throws(RenderError) in try writer.entry(entry) }
    try list("quotes", digest.quotes) { writer, quote throws(RenderError) in try writer.quote(quote) }
    try list("entities", digest.entities) { writer, entity throws(RenderError) in try writer.entity(entity) }
    try list("figures", digest.figures) { writer, figure throws(RenderError) in try writer.figure(figure) }
    try list("claims", digest.claims) { writer, claim throws(RenderError) in try writer.claim(claim) }
    try list("differences", digest.differences) { writer, difference throws(RenderError) in try writer.difference(difference) }
    try list("shared", digest.shared) { writer, entry throws(RenderError) in try writer.shared(entry) }
    try wording()
    json.key("sourcing")
    json.beginArray()
    for i in scope.story.articles.indices { try sourcing(i) }
    json.endArray()
    try list("corrections", digest.corrections) { writer, correction throws(RenderError) in try writer.correction(correction) }
    json.endObject()
  }

  /// The timeline alone, with the story it belongs to.
  mutating func timeline() throws(RenderError) {
    json.beginObject()
    head()
    try list("timeline", scope.digest.timeline) { writer, entry throws(RenderError) in try writer.entry(entry) }
    json.endObject()
  }

  private mutating func head() {
    let story = scope.story
    json.member("version", 1)
    json.key("story")
    json.beginObject()
    json.member("id", story.id)
    json.member("title", story.title)
    json.member("date", story.date.map { "\($0)" })
    json.member("from", scope.digest.from)
    json.member("to", scope.digest.to)
    json.endObject()
  }

  // MARK: Mentions

  private mutating func id(_ article: Int) { json.written(sources[article].id) }

  /// The members of a mention. The words are cut from the source, and from the article first, which checks the span.
  private mutating func members(_ passage: Passage) throws(RenderError) {
    let key = Self.key(passage)
    if key != 0, let known = written.find(key) { return json.again(fragments[known]) }
    let start = json.beginFragment()
    let words = try scope.bytes(passage)
    let source = sources[passage.article]
    var span = passage.span
    var text = words
    if let mapped = source.map.source(of: passage.span), mapped.start >= 0, Int(mapped.end) <= source.bytes.count {
      span = mapped
      text = source.bytes[mapped.range]
    }
    let ends = source.offsets.codePoints(of: span)
    json.key("article")
    json.written(source.id)
    json.member("line", source.offsets.line(at: span.start))
    json.member("start", ends.lowerBound)
    json.member("end", ends.upperBound)
    json.key("text")
    json.string(text)
    if key != 0 {
      _ = written.insert(key)
      fragments.append(start..<json.bytes.count)
    }
  }

  /// A passage in one number, 0 for what has none: a text of more than 32 MB, an article behind the first thousands.
  private static func key(_ passage: Passage) -> UInt64 {
    let (start, count) = (Int(passage.span.start), passage.span.count)
    guard 0..<1 << 13 ~= passage.article, 0..<1 << 25 ~= start, 1..<1 << 26 ~= count else { return 0 }
    return UInt64(passage.article) << 51 | UInt64(start) << 26 | UInt64(count)
  }

  private mutating func mention(_ passage: Passage) throws(RenderError) {
    json.beginObject()
    try members(passage)
    json.endObject()
  }

  private mutating func mention(_ key: StaticString, _ passage: Passage?) throws(RenderError) {
    json.key(key)
    if let passage { try mention(passage) } else { json.null() }
  }

  private mutating func mentions(_ key: StaticString, _ passages: [Passage]) throws(RenderError) {
    json.key(key)
    json.beginArray()
    for passage in passages { try mention(passage) }
    json.endArray()
  }

  private mutating func words(_ key: StaticString, _ passage: Passage?) throws(RenderError) {
    json.key(key)
    guard let passage else { return json.null() }
    json.string(Escape.oneLine(try scope.bytes(passage)))
  }

  /// A list of what a function writes of each element.
  private mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout Self, Element) throws(RenderError) -> Void
  ) throws(RenderError) {
    json.key(key)
    json.beginArray()
    for element in elements { try write(&self, element) }
    json.endArray()
  }

  // MARK: Parts

  private func report(_ i: Int) -> ArticleReport {
    scope.digest.articles.indices.contains(i) ? scope.digest.articles[i] : ArticleReport()
  }

  private mutating func article(_ i: Int) throws(RenderError) {
    let article = scope.story.articles[i]
    let metadata = article.article.metadata
    let report = report(i)
    json.beginObject()
    json.key("id")
    id(i)
    json.member("file", article.article.file)
    json.member("title", metadata.title)
    json.member("dek", metadata.dek)
    json.member("outlet", metadata.outlet)
    json.member("agency", metadata.agency)
    json.member("authors", metadata.authors)
    json.key("published")
    if let published = article.published {
      json.beginObject()
      json.member("date", "\(published.date)")
      json.member("basis", published.basis)
      json.endObject()
    } else {
      json.null()
    }
    json.member("url", metadata.url)
    json.member("language", metadata.language)
    json.member("words", report.words)
    json.key("shared_share")
    json.written(Self.thousandths(report.sharedShare))
    furniture(i)
    try list("warnings", report.warnings) { writer, warning throws(RenderError) in
      writer.json.beginObject()
      writer.json.member("kind", warning.kind.rawValue)
      try writer.mention("passage", warning.passage)
      try writer.mentions("against", warning.against)
      writer.json.endObject()
    }
    try mentions("only_here", report.onlyHere)
    let claims = scope.digest.claims
    json.member("not_found_here", report.notFoundHere.lazy.filter(claims.indices.contains).map { claims[$0].id })
    json.endObject()
  }

  /// 0–1 with three decimals.
  private static func thousandths(_ share: Double) -> String {
    let number = Int((min(max(share, 0), 1) * 1000).rounded())
    if number == 1000 { return "1" }
    if number == 0 { return "0" }
    var digits = String(number)
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    while digits.utf8.last == 0x30 { digits.removeLast() }
    return "0." + digits
  }

  /// One element for each line of each block that is not part of the story.
  private mutating func furniture(_ i: Int) {
    let article = scope.story.articles[i]
    let source = sources[i]
    json.key("furniture")
    json.beginArray()
    for block in article.document.blocks where !block.kind.isStory {
      let span = source.map.source(of: block.span) ?? block.span
      guard span.start >= 0, Int(span.end) <= source.bytes.count else { continue }
      var start = Int(span.start)
      while start < Int(span.end) {
        var end = start
        while end < Int(span.end), source.bytes[end] != 0x0a, source.bytes[end] != 0x0d { end += 1 }
        var (first, last) = (start, end)
        while first < last, source.bytes[first] <= 0x20 { first += 1 }
        while first < last, source.bytes[last - 1] <= 0x20 { last -= 1 }
        if first < last {
          json.beginObject()
          json.member("line", source.offsets.line(at: Int32(first)))
          json.member("kind", block.kind.rawValue)
          json.key("text")
          json.string(source.bytes[first..<last])
          json.endObject()
        }
        start = end + 1
      }
    }
    json.endArray()
  }

  private mutating func entry(_ entry: TimelineEntry) throws(RenderError) {
    json.beginObject()
    json.member("id", entry.id)
    json.member("date", entry.date)
    json.member("precision", entry.precision.rawValue)
    json.member("layer", entry.layer.rawValue)
    json.member("texts", entry.texts)
    try list("mentions", entry.mentions) { writer, mention throws(RenderError) in
      writer.json.beginObject()
      try writer.members(mention.passage)
      try writer.words("expression", mention.expression)
      writer.json.member("value", mention.value)
      writer.json.member("rule", mention.rule)
      writer.json.member("reason", mention.reason)
      writer.json.endObject()
    }
    json.member("conflict", entry.conflict)
    json.endObject()
  }

  private mutating func edit(_ edit: Edit) throws(RenderError) {
    json.beginObject()
    json.member("kind", edit.kind.rawValue)
    try mention("base", edit.base)
    try mention("other", edit.other)
    json.endObject()
  }

  private mutating func edits(_ key: StaticString, _ edits: [Edit]) throws(RenderError) {
    try list(key, edits) { writer, edit throws(RenderError) in try writer.edit(edit) }
  }

  private mutating func quote(_ quote: QuoteEntry) throws(RenderError) {
    json.beginObject()
    json.member("id", quote.id)
    json.key("speaker")
    json.beginObject()
    json.member("entity", quote.entity)
    json.member("name", quote.speakerName)
    json.member("basis", quote.basis)
    json.endObject()
    json.member("texts", quote.texts)
    try list("variants", quote.variants) { writer, variant throws(RenderError) in
      writer.json.beginObject()
      try writer.members(variant.passage)
      try writer.words("speaker_text", variant.speakerText)
      try writer.words("cue", variant.cue)
      writer.json.member("basis", variant.basis)
      writer.json.member("speaker", variant.speaker)
      try writer.edits("changes", variant.changes)
      writer.json.member("altered", variant.isAltered)
      writer.json.member("closed", variant.isClosed)
      writer.json.member("other_speaker", variant.isOtherSpeaker)
      writer.json.endObject()
    }
    json.endObject()
  }

  private mutating func entity(_ entity: EntityEntry) throws(RenderError) {
    json.beginObject()
    json.member("id", entity.id)
    json.member("name", entity.name)
    json.member("kind", entity.kind.rawValue)
    json.member("stands_for", entity.metonymOf)
    try mentions("forms", entity.forms)
    try mentions("roles", entity.roles)
    json.endObject()
  }

  private mutating func figure(_ figure: FigureEntry) throws(RenderError) {
    json.beginObject()
    json.member("id", figure.id)
    json.member("unit", figure.unit)
    try words("of", figure.of)
    try list("mentions", figure.mentions) { writer, mention throws(RenderError) in
      writer.json.beginObject()
      try writer.members(mention.passage)
      writer.json.key("value")
      writer.json.written(JSON.double(mention.value).line)
      writer.json.key("upper")
      writer.json.written((mention.upper.map { JSON.double($0) } ?? .null).line)
      writer.json.member("qualifier", mention.qualifier)
      writer.json.member("as_of", mention.asOfValue)
      try writer.words("as_of_text", mention.asOf)
      writer.json.endObject()
    }
    json.member("differs", figure.differs)
    json.endObject()
  }

  private mutating func claim(_ claim: Claim) throws(RenderError) {
    json.beginObject()
    json.member("id", claim.id)
    json.member("texts", claim.texts)
    try mentions("mentions", claim.mentions)
    json.endObject()
  }

  private mutating func difference(_ difference: Difference) throws(RenderError) {
    json.beginObject()
    json.member("kind", difference.kind.rawValue)
    json.member("about", difference.about)
    try list("sides", difference.sides) { writer, side throws(RenderError) in
      writer.json.beginObject()
      try writer.mentions("mentions", side)
      writer.json.endObject()
    }
    try mentions("focus", difference.focus)
    json.endObject()
  }

  private mutating func shared(_ entry: SharedEntry) throws(RenderError) {
    json.beginObject()
    json.member("id", entry.id)
    json.member("kind", entry.passage.kind.rawValue)
    try mentions("passages", entry.passage.passages)
    try edits("edits", entry.passage.edits)
    json.endObject()
  }

  private mutating func wording() throws(RenderError) {
    let wording = scope.digest.wording
    json.key("wording")
    json.beginObject()
    try list("substitutions", wording.substitutions) { writer, substitution throws(RenderError) in
      writer.json.beginObject()
      try writer.mention("from", substitution.from)
      try writer.mention("to", substitution.to)
      try writer.edits("others", substitution.others)
      writer.json.endObject()
    }
    try list("not_speech", wording.nonSpeech) { writer, item throws(RenderError) in
      writer.json.beginObject()
      try writer.members(item.passage)
      writer.json.member("kind", item.kind.rawValue)
      writer.json.endObject()
    }
    json.endObject()
  }

  private mutating func sourcing(_ i: Int) throws(RenderError) {
    let sourcing = report(i).sourcing
    json.beginObject()
    json.key("article")
    id(i)
    try mentions("named", sourcing.named)
    try mentions("institutions", sourcing.institutions)
    try mentions("unnamed", sourcing.unnamed)
    json.member("unattributed_sentences", sourcing.unattributed)
    json.endObject()
  }

  private mutating func correction(_ applied: AppliedCorrection) throws(RenderError) {
    json.beginObject()
    switch applied.correction.change {
    case .speaker(let article, let quote, let name):
      json.member("kind", "speaker")
      json.member("article", article)
      json.member("quote", quote)
      json.member("is", name)
    case .hideTimeline(let text):
      json.member("kind", "hide-timeline")
      json.member("text", text)
    case .hideQuote(let text):
      json.member("kind", "hide-quote")
      json.member("text", text)
    case .alias(let names):
      json.member("kind", "alias")
      json.member("names", names)
    case .distinct(let names):
      json.member("kind", "distinct")
      json.member("names", names)
    case .date(let article, let expression, let occurrence, let value):
      json.member("kind", "date")
      json.member("article", article)
      json.member("expression", expression)
      json.member("occurrence", occurrence)
      json.member("is", value)
    }
    json.member("because", applied.correction.because)
    json.member("line", applied.correction.line)
    try mentions("affected", applied.affected)
    json.endObject()
  }
}
