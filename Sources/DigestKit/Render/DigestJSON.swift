import Extraction
import TextAnalysis

extension Digest {
  /// The digest as `digest.json` and `digest compose` give it; `assets/digest.schema.json` describes it.
  ///
  /// Every mention is `{"article", "line", "start", "end", "text"}`: the source file's line, from 1, and code-point offsets in
  /// the source file's decoded text. Words that the importer itself put between two stretches of the source have offsets of the
  /// running text instead. Every key is present; lists are empty and values null where there is nothing.
  ///
  /// - Throws: ``RenderError/noSource(_:reason:)`` if a passage is no stretch of its article.
  public func json() throws(RenderError) -> JSON { try DigestWriter(self).json() }
}

/// Writes digests as JSON: the digest with an offset index for each source.
private struct DigestWriter {
  let scope: StoryScope
  let sources: [(bytes: [UInt8], offsets: OffsetIndex)]

  typealias Member = (key: String, value: JSON)

  init(_ digest: Digest) {
    scope = StoryScope(digest, site: SiteConfiguration())
    sources = digest.story.articles.map { article in
      let bytes = Array(article.article.source.utf8)
      return (bytes, OffsetIndex(bytes))
    }
  }

  var digest: Digest { scope.digest }

  func id(_ article: Int) -> JSON { .string(scope.story.articles[article].article.id) }
  func ids(_ articles: [Int]) -> JSON { .array(articles.map(id)) }

  /// The members of a mention. The words are cut from the source, and from the article first, which checks the span.
  func members(_ passage: Passage) throws(RenderError) -> [Member] {
    let words = try scope.words(passage)
    let source = sources[passage.article]
    let mapped = scope.story.articles[passage.article].article.map.source(of: passage.span)
    let span: TextSpan
    let text: String
    if let mapped, mapped.start >= 0, Int(mapped.end) <= source.bytes.count {
      span = mapped
      text = String(decoding: source.bytes[mapped.range], as: UTF8.self)
    } else {
      span = passage.span
      text = words
    }
    return [
      ("article", id(passage.article)), ("line", .int(source.offsets.line(at: span.start))),
      ("start", .int(source.offsets.codePoint(at: span.start))), ("end", .int(source.offsets.codePoint(at: span.end))),
      ("text", .string(text)),
    ]
  }

  func mention(_ passage: Passage) throws(RenderError) -> JSON { .object(try members(passage)) }

  func mention(_ passage: Passage?) throws(RenderError) -> JSON {
    guard let passage else { return .null }
    return try mention(passage)
  }

  func mentions(_ passages: [Passage]) throws(RenderError) -> JSON {
    var out: [JSON] = []
    out.reserveCapacity(passages.count)
    for passage in passages { out.append(try mention(passage)) }
    return .array(out)
  }

  func words(_ passage: Passage?) throws(RenderError) -> JSON {
    guard let passage else { return .null }
    return .string(Escape.oneLine(try scope.words(passage)))
  }

  /// A list of what a function makes of each element.
  func list<Element>(_ elements: [Element], _ make: (Element) throws(RenderError) -> JSON) throws(RenderError) -> JSON {
    var out: [JSON] = []
    out.reserveCapacity(elements.count)
    for element in elements { out.append(try make(element)) }
    return .array(out)
  }

  func json() throws(RenderError) -> JSON {
    try scope.checkNames()
    let story = scope.story
    return .object([
      ("version", 1),
      (
        "story",
        .object([
          ("id", .string(story.id)), ("title", .string(story.title)), ("date", .optional(story.date.map { "\($0)" })),
          ("from", .optional(digest.from)), ("to", .optional(digest.to)),
        ])
      ),
      ("articles", try list(Array(story.articles.indices), article)),
      ("texts", .array(digest.texts.map(ids))),
      ("timeline", try list(digest.timeline, entry)),
      ("quotes", try list(digest.quotes, quote)),
      ("entities", try list(digest.entities, entity)),
      ("figures", try list(digest.figures, figure)),
      (
        "claims",
        try list(digest.claims) { claim throws(RenderError) in
          .object([("id", .string(claim.id)), ("texts", .int(claim.texts)), ("mentions", try mentions(claim.mentions))])
        }
      ),
      ("differences", try list(digest.differences, difference)),
      ("shared", try list(digest.shared, shared)),
      ("wording", try wording()),
      ("sourcing", try list(Array(story.articles.indices), sourcing)),
      ("corrections", try list(digest.corrections, correction)),
    ])
  }

  func report(_ i: Int) -> ArticleReport { digest.articles.indices.contains(i) ? digest.articles[i] : ArticleReport() }

  func article(_ i: Int) throws(RenderError) -> JSON {
    let article = scope.story.articles[i]
    let metadata = article.article.metadata
    let report = report(i)
    return .object([
      ("id", id(i)), ("file", .string(article.article.file)), ("title", .optional(metadata.title)), ("dek", .optional(metadata.dek)),
      ("outlet", .optional(metadata.outlet)), ("agency", .optional(metadata.agency)),
      ("authors", .array(metadata.authors.map { .string($0) })),
      (
        "published",
        article.published.map { .object([("date", .string("\($0.date)")), ("basis", .string($0.basis))]) } ?? .null
      ),
      ("url", .optional(metadata.url)), ("language", .optional(metadata.language)), ("words", .int(report.words)),
      ("shared_share", .number(Self.thousandths(report.sharedShare))),
      ("furniture", furniture(i)),
      (
        "warnings",
        try list(report.warnings) { warning throws(RenderError) in
          .object([
            ("kind", .string(warning.kind.rawValue)), ("passage", try mention(warning.passage)), ("against", try mentions(warning.against)),
          ])
        }
      ),
      ("only_here", try mentions(report.onlyHere)),
      (
        "not_found_here",
        .array(report.notFoundHere.filter(digest.claims.indices.contains).map { .string(digest.claims[$0].id) })
      ),
    ])
  }

  /// 0–1 with three decimals.
  static func thousandths(_ share: Double) -> String {
    let number = Int((min(max(share, 0), 1) * 1000).rounded())
    if number == 1000 { return "1" }
    if number == 0 { return "0" }
    var digits = String(number)
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    while digits.utf8.last == 0x30 { digits.removeLast() }
    return "0." + digits
  }

  /// One element for each line of each block that is not part of the story.
  func furniture(_ i: Int) -> JSON {
    let article = scope.story.articles[i]
    let source = sources[i]
    var out: [JSON] = []
    for block in article.document.blocks where !block.kind.isStory {
      let span = article.article.map.source(of: block.span) ?? block.span
      guard span.start >= 0, Int(span.end) <= source.bytes.count else { continue }
      var start = Int(span.start)
      while start < Int(span.end) {
        var end = start
        while end < Int(span.end), source.bytes[end] != 0x0a, source.bytes[end] != 0x0d { end += 1 }
        var (first, last) = (start, end)
        while first < last, source.bytes[first] <= 0x20 { first += 1 }
        while first < last, source.bytes[last - 1] <= 0x20 { last -= 1 }
        if first < last {
          out.append(
            .object([
              ("line", .int(source.offsets.line(at: Int32(first)))), ("kind", .string(block.kind.rawValue)),
              ("text", .string(String(decoding: source.bytes[first..<last], as: UTF8.self))),
            ]))
        }
        start = end + 1
      }
    }
    return .array(out)
  }

  func entry(_ entry: TimelineEntry) throws(RenderError) -> JSON {
    .object([
      ("id", .string(entry.id)), ("date", .string(entry.date)), ("precision", .string(entry.precision.rawValue)),
      ("layer", .string(entry.layer.rawValue)), ("texts", .int(entry.texts)),
      (
        "mentions",
        try list(entry.mentions) { mention throws(RenderError) in
          .object(
            try members(mention.passage) + [
              ("expression", try words(mention.expression)), ("value", .string(mention.value)), ("rule", .string(mention.rule)),
              ("reason", .optional(mention.reason)),
            ])
        }
      ),
      ("conflict", .array(entry.conflict.map { .string($0) })),
    ])
  }

  func edit(_ edit: Edit) throws(RenderError) -> JSON {
    .object([
      ("kind", .string(edit.kind.rawValue)), ("base", try mention(edit.base)), ("other", try mention(edit.other)),
    ])
  }

  func quote(_ quote: QuoteEntry) throws(RenderError) -> JSON {
    .object([
      ("id", .string(quote.id)),
      (
        "speaker",
        .object([("entity", .optional(quote.entity)), ("name", .optional(quote.speakerName)), ("basis", .string(quote.basis))])
      ),
      ("texts", .int(quote.texts)),
      (
        "variants",
        try list(quote.variants) { variant throws(RenderError) in
          .object(
            try members(variant.passage) + [
              ("speaker_text", try words(variant.speakerText)), ("cue", try words(variant.cue)), ("basis", .string(variant.basis)),
              ("speaker", .optional(variant.speaker)), ("changes", try list(variant.changes, edit)), ("altered", .bool(variant.isAltered)),
              ("closed", .bool(variant.isClosed)), ("other_speaker", .bool(variant.isOtherSpeaker)),
            ])
        }
      ),
    ])
  }

  func entity(_ entity: EntityEntry) throws(RenderError) -> JSON {
    .object([
      ("id", .string(entity.id)), ("name", .string(entity.name)), ("kind", .string(entity.kind.rawValue)),
      ("stands_for", .optional(entity.metonymOf)), ("forms", try mentions(entity.forms)), ("roles", try mentions(entity.roles)),
    ])
  }

  func figure(_ figure: FigureEntry) throws(RenderError) -> JSON {
    .object([
      ("id", .string(figure.id)), ("unit", .optional(figure.unit)), ("of", try words(figure.of)),
      (
        "mentions",
        try list(figure.mentions) { mention throws(RenderError) in
          .object(
            try members(mention.passage) + [
              ("value", .double(mention.value)), ("upper", mention.upper.map { .double($0) } ?? .null),
              ("qualifier", .optional(mention.qualifier)), ("as_of", .optional(mention.asOfValue)), ("as_of_text", try words(mention.asOf)),
            ])
        }
      ),
      ("differs", .bool(figure.differs)),
    ])
  }

  func difference(_ difference: Difference) throws(RenderError) -> JSON {
    .object([
      ("kind", .string(difference.kind.rawValue)), ("about", .optional(difference.about)),
      (
        "sides",
        try list(difference.sides) { side throws(RenderError) in .object([("mentions", try mentions(side))]) }
      ),
      ("focus", try mentions(difference.focus)),
    ])
  }

  func shared(_ entry: SharedEntry) throws(RenderError) -> JSON {
    .object([
      ("id", .string(entry.id)), ("kind", .string(entry.passage.kind.rawValue)), ("passages", try mentions(entry.passage.passages)),
      ("edits", try list(entry.passage.edits, edit)),
    ])
  }

  func wording() throws(RenderError) -> JSON {
    .object([
      (
        "substitutions",
        try list(digest.wording.substitutions) { substitution throws(RenderError) in
          .object([
            ("from", try mention(substitution.from)), ("to", try mention(substitution.to)), ("others", try list(substitution.others, edit)),
          ])
        }
      ),
      (
        "not_speech",
        try list(digest.wording.nonSpeech) { item throws(RenderError) in
          .object(try members(item.passage) + [("kind", .string(item.kind.rawValue))])
        }
      ),
    ])
  }

  func sourcing(_ i: Int) throws(RenderError) -> JSON {
    let sourcing = report(i).sourcing
    return .object([
      ("article", id(i)), ("named", try mentions(sourcing.named)), ("institutions", try mentions(sourcing.institutions)),
      ("unnamed", try mentions(sourcing.unnamed)), ("unattributed_sentences", .int(sourcing.unattributed)),
    ])
  }

  func correction(_ applied: AppliedCorrection) throws(RenderError) -> JSON {
    let change: [Member] =
      switch applied.correction.change {
      case .speaker(let article, let quote, let name):
        [("kind", "speaker"), ("article", .optional(article)), ("quote", .string(quote)), ("is", .optional(name))]
      case .hideTimeline(let text): [("kind", "hide-timeline"), ("text", .string(text))]
      case .hideQuote(let text): [("kind", "hide-quote"), ("text", .string(text))]
      case .alias(let names): [("kind", "alias"), ("names", .array(names.map { .string($0) }))]
      case .distinct(let names): [("kind", "distinct"), ("names", .array(names.map { .string($0) }))]
      case .date(let article, let expression, let occurrence, let value):
        [
          ("kind", "date"), ("article", .string(article)), ("expression", .string(expression)), ("occurrence", .int(occurrence)),
          ("is", .string(value)),
        ]
      }
    return .object(
      change + [
        ("because", .optional(applied.correction.because)), ("line", .int(applied.correction.line)),
        ("affected", try mentions(applied.affected)),
      ])
  }
}
