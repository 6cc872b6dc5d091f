import Extraction
import Markdown
import Mustache
import TextAnalysis

/// The values of a digest page, section by section. docs/templates.md says what each name is.
extension StoryScope {
  func storyValue(from place: Place) -> Value {
    [
      "id": .string(story.id), "title": .string(story.title), "date": DateWords.value(story.date.map { "\($0)" }),
      "from": DateWords.value(digest.from), "to": DateWords.value(digest.to),
      "href": .string("\(place.story)index.html"),
      "articleCount": .int(count), "textCount": .int(digest.texts.count), "isSingle": .bool(count == 1),
      "allIndependent": .bool(digest.texts.count == count),
    ]
  }

  /// Of so many articles and fewer each has its column and its place; of more the first ones show at once.
  static var listedArticles: Int { 24 }

  /// Everything of the digest page that is not common to all pages.
  func digestPage() throws(RenderError) -> [(Record.Key, Value)] {
    let place = Place.digest
    return [
      ("story", storyValue(from: place)),
      ("note", .init(story.note.map { Markdown.html($0) })),
      ("articles", .shown(story.articles.indices.map { articleValue($0, from: place) }, first: Self.listedArticles)),
      ("texts", .list(textGroups(from: place))),
      ("common", try common(from: place)),
      ("differences", .shown(try map(digest.differences) { item throws(RenderError) in try difference(item, from: place) }, first: 8)),
      ("timeline", try timeline(from: place)),
      ("quotes", try quotes(from: place)),
      ("coverage", try coverage(from: place)),
      (
        "outlets",
        .shown(
          try map(Array(story.articles.indices)) { i throws(RenderError) in try perArticle(i, from: place) }, first: Self.listedArticles)
      ),
      ("naming", try naming(from: place)),
      ("wording", try wording(from: place)),
      ("shared", try sharedText(from: place)),
      ("sourcing", try sourcing(from: place)),
      ("warnings", .shown(try warnings(from: place), first: 12)),
      ("corrections", .list(try map(digest.corrections) { item throws(RenderError) in try correction(item, from: place) })),
    ]
  }

  func map<Element>(_ elements: [Element], _ make: (Element) throws(RenderError) -> Value) throws(RenderError) -> [Value] {
    var out: [Value] = []
    out.reserveCapacity(elements.count)
    for element in elements { out.append(try make(element)) }
    return out
  }

  // MARK: - Header

  func textGroups(from place: Place) -> [Value] {
    digest.texts.enumerated().map { i, group in
      [
        "letter": .string(Self.letter(i)), "isShared": .bool(group.count > 1),
        "articles": .list(group.map { ["label": .string(labels[$0]), "href": .string(href($0, from: place))] }),
      ]
    }
  }

  // MARK: - Claims

  /// A claim in the words that stand best for all who carry it.
  func claim(_ claim: Claim, from place: Place) throws(RenderError) -> Value {
    guard let first = claim.mentions.first else { return .null }
    let carriers = articleCount(claim.mentions)
    return [
      "id": .string(claim.id), "passage": try value(first, from: place), "carriers": self.carriers(claim.mentions, from: place),
      "articleCount": .int(carriers), "textCount": .int(claim.texts), "isInAll": .bool(carriers == count),
      "isOneText": .bool(claim.texts == 1),
    ]
  }

  /// What all articles carry; where nothing is in all, what most independent texts carry, or several. Of claims that one sentence
  /// stands for the first is shown.
  func common(from place: Place) throws(RenderError) -> Value {
    let ranked = digest.claims.filter { !$0.mentions.isEmpty }
    let inAll = ranked.filter { articleCount($0.mentions) == count }
    var seen: Set<[UInt8]> = []
    var chosen: [Claim] = []
    for claim in inAll.count >= 3 ? inAll : ranked.filter({ $0.texts > 1 || digest.texts.count == 1 }) {
      guard let first = claim.mentions.first, inAll.count >= 3 || chosen.count < 6 else { break }
      let words = Array(story.articles[first.article].document.string(first.span).utf8)
      if seen.insert(words).inserted { chosen.append(claim) }
    }
    guard !chosen.isEmpty else { return .null }
    return [
      "isInAll": .bool(chosen.allSatisfy { articleCount($0.mentions) == count }),
      "isInMost": .bool(chosen.allSatisfy { $0.texts * 2 > digest.texts.count }),
      "claims": .shown(try map(chosen) { item throws(RenderError) in try claim(item, from: place) }, first: 6),
    ]
  }

  /// The table of claims and articles.
  func coverage(from place: Place) throws(RenderError) -> Value {
    let claims = digest.claims.filter { !$0.mentions.isEmpty }
    guard !claims.isEmpty, count > 1 else { return .null }
    let columns = count <= Self.listedArticles ? Array(story.articles.indices) : []
    var rows: [Value] = []
    rows.reserveCapacity(claims.count)
    for claim in claims {
      var cells = Array(repeating: Value.null, count: columns.count)
      for mention in claim.mentions where cells.indices.contains(mention.article) {
        if case .null = cells[mention.article] { cells[mention.article] = reference(mention, from: place) }
      }
      rows.append([
        "claim": try self.claim(claim, from: place),
        "cells": .list(cells.map { ["found": $0, "isEmpty": .bool({ if case .null = $0 { true } else { false } }($0))] }),
      ])
    }
    return ["rows": .shown(rows, first: 12), "columns": .list(columns.map { articleValue($0, from: place) })]
  }

  // MARK: - Differences

  func difference(_ difference: Difference, from place: Place) throws(RenderError) -> Value {
    let about: Value = .init(difference.about.flatMap { anchor(of: $0) }.map { "#\($0)" })
    let hasFocusEach = difference.focus.count == difference.sides.count
    let sides = try map(difference.sides.indices.filter { !difference.sides[$0].isEmpty }) { i throws(RenderError) in
      let side = difference.sides[i]
      let first = side[0]
      // One a side, in their order, or as many as there are.
      let candidates = hasFocusEach ? [difference.focus[i]] : difference.focus
      let focus = candidates.filter { $0.article == first.article && first.span.contains($0.span) }.map(\.span)
      // Who speaks stands beside the quotation.
      let shown =
        focus.first.map { Passage(article: first.article, span: $0) }
        ?? (difference.kind == .speaker && hasFocusEach ? candidates.first : nil)
      return [
        "passage": try value(first, html: try html(first, marking: focus, as: "mark"), from: place),
        "focus": try optionalWords(shown),
        "carriers": articleCount(side) > 1 ? carriers(side, from: place) : .null,
        "articleCount": .int(articleCount(side)),
        "textCount": .int(difference.texts.indices.contains(i) ? difference.texts[i] : articleCount(side)),
      ]
    }
    return ["is": .flags(Flags.difference, difference.kind.rawValue), "about": about, "sides": .list(sides)]
  }

  /// Where on the digest page an id is shown; nil for an id that nothing has.
  func anchor(of id: String) -> String? { anchors.contains(id) ? id : nil }

  // MARK: - Timeline

  func timeline(from place: Place) throws(RenderError) -> Value {
    guard !digest.timeline.isEmpty else { return .null }
    let dateOf = Dictionary(digest.timeline.map { ($0.id, $0.date) }, uniquingKeysWith: { a, _ in a })
    var layers: [Value] = []
    for layer in TimelineEntry.Layer.allCases {
      let entries = digest.timeline.filter { $0.layer == layer && !$0.mentions.isEmpty && !repeated.contains($0.id) }
      guard !entries.isEmpty else { continue }
      // What several independent texts carry shows first; the order stays that of time.
      let limit = 8
      var shown = Set(entries.indices)
      if entries.count > limit + 1 {
        shown = Set(entries.indices.sorted { (-entries[$0].texts, $0) < (-entries[$1].texts, $1) }.prefix(limit))
      }
      var first: [Value] = []
      var more: [Value] = []
      var last: (shown: String?, more: String?)
      for (i, entry) in entries.enumerated() {
        // The date stands at the first of several entries only.
        if shown.contains(i) {
          first.append(try timelineEntry(entry, isSameDate: last.shown == entry.date, dateOf: dateOf, from: place))
          last.shown = entry.date
        } else {
          more.append(try timelineEntry(entry, isSameDate: last.more == entry.date, dateOf: dateOf, from: place))
          last.more = entry.date
        }
      }
      layers.append([
        "is": .flags(Flags.layer, layer.rawValue), "name": .string(layer.rawValue), "shown": .list(first), "more": .list(more),
        "count": .int(entries.count), "moreCount": .init(more.isEmpty ? nil : more.count),
      ])
    }
    return ["layers": .list(layers), "count": .int(digest.timeline.count - repeated.count), "plot": timelinePlot()]
  }

  func timelineEntry(_ entry: TimelineEntry, isSameDate: Bool, dateOf: [String: String], from place: Place) throws(RenderError) -> Value {
    let first = entry.mentions[0]
    // Mentions in the same words, dated alike, are one with several carriers.
    var versions: [(mention: TimelineEntry.Mention, words: String, passages: [Passage])] = []
    for mention in entry.mentions {
      let words = Escape.oneLine(try words(mention.passage))
      if let same = versions.firstIndex(where: { $0.words == words && $0.mention.value == mention.value }) {
        versions[same].passages.append(mention.passage)
      } else {
        versions.append((mention, words, [mention.passage]))
      }
    }
    let conflicts = entry.conflict.compactMap { id in dateOf[id].map { (id, $0) } }
    return [
      "id": .string(entry.id), "date": DateWords.value(entry.date),
      "main": try timelineMention(first, same: versions[0].passages, from: place),
      "carriers": carriers(entry.mentions.map(\.passage), from: place), "articleCount": .int(articleCount(entry.mentions.map(\.passage))),
      "isSameDate": .bool(isSameDate),
      "textCount": .init(entry.texts == articleCount(entry.mentions.map(\.passage)) ? nil : entry.texts),
      "others": .shown(
        try map(Array(versions.dropFirst())) { version throws(RenderError) in
          try timelineMention(version.mention, same: version.passages, from: place)
        }, first: 0),
      "conflicts": .list(conflicts.map { ["href": .string("#\($0.0)"), "date": DateWords.value($0.1)] }),
    ]
  }

  private func timelineMention(_ mention: TimelineEntry.Mention, same: [Passage], from place: Place) throws(RenderError) -> Value {
    let passage = mention.passage
    let inside = mention.expression.flatMap { $0.article == passage.article && passage.span.contains($0.span) ? $0.span : nil }
    return [
      "passage": try value(passage, html: try inSentence(passage, marking: inside), from: place),
      "sameWords": same.count > 1 ? ["carriers": carriers(Array(same.dropFirst()), from: place)] : .null,
      "expression": try optionalWords(mention.expression), "value": .string(mention.value),
      "date": DateWords.value(mention.value), "reason": .init(mention.reason), "rule": .string(mention.rule),
    ]
  }

  /// The whole sentence of a clause in HTML, with what is not the clause in `<span class="rest">` and the expression in `<b>`.
  private func inSentence(_ passage: Passage, marking expression: TextSpan?) throws(RenderError) -> [UInt8] {
    let clause = try html(passage, marking: expression.map { [$0] } ?? [], as: "b")
    let document = story.articles[passage.article].document
    guard !passage.span.isEmpty, let i = document.sentence(at: passage.span.start), case let sentence = document.sentences[i].span,
      sentence.contains(passage.span)
    else { return clause }
    var out: [UInt8] = []
    func rest(_ span: TextSpan) throws(RenderError) {
      let words = try bytes(Passage(article: passage.article, span: span))
      if words.allSatisfy({ $0 <= 0x20 }) {
        out += words
      } else {
        out += "<span class=\"rest\">"
        Escape.html(words, into: &out)
        out += "</span>"
      }
    }
    try rest(TextSpan(start: sentence.start, end: passage.span.start))
    out += clause
    try rest(TextSpan(start: passage.span.end, end: sentence.end))
    return out
  }

  func optionalWords(_ passage: Passage?) throws(RenderError) -> Value {
    guard let passage else { return .null }
    return .string(Escape.oneLine(try words(passage)))
  }

  // MARK: - Quotes

  func quotes(from place: Place) throws(RenderError) -> Value {
    guard !digest.quotes.isEmpty else { return .null }
    var speakers: [Value] = []
    var unattributed: [Value] = []
    var altered: [Value] = []
    var i = 0
    while i < digest.quotes.count {
      let speaker = digest.quotes[i].speakerName
      var j = i
      while j < digest.quotes.count, digest.quotes[j].speakerName == speaker, digest.quotes[j].entity == digest.quotes[i].entity { j += 1 }
      let group = digest.quotes[i..<j]
      let values = try map(group.filter { !$0.variants.isEmpty }) { quote throws(RenderError) in try self.quote(quote, from: place) }
      for quote in group where !quote.variants.isEmpty {
        if quote.speakerName == nil { unattributed.append(try quoteLine(quote, variant: quote.variants[0], from: place)) }
        for variant in quote.variants where variant.isAltered { altered.append(try quoteLine(quote, variant: variant, from: place)) }
      }
      if !values.isEmpty {
        speakers.append([
          "name": .init(speaker), "href": .init(personHref(digest.quotes[i], from: place)),
          "role": try role(of: digest.quotes[i].entity, from: place),
          "quotes": .shown(values, first: speaker == nil ? 4 : 3), "count": .int(values.count),
        ])
      }
      i = j
    }
    return [
      "speakers": .shown(speakers, first: 10), "count": .int(digest.quotes.count), "unattributed": .shown(unattributed, first: 6),
      "altered": .shown(altered, first: 6),
    ]
  }

  /// The page of a speaker across stories; only who has a name in ``Digest/entities`` has one.
  func personHref(_ quote: QuoteEntry, from place: Place) -> String? {
    guard let entity = quote.entity, let index = entityIndex[entity] else { return nil }
    return "\(place.root)people/\(Address.slug(digest.entities[index].name))/index.html"
  }

  /// The longest of the descriptions that articles give of an entity.
  func role(of entity: String?, from place: Place) throws(RenderError) -> Value {
    guard let entity, let index = entityIndex[entity] else { return .null }
    let roles = digest.entities[index].roles.filter { $0.span.count <= 80 }
    guard let best = roles.max(by: { ($0.span.count, $1) < ($1.span.count, $0) }) else { return .null }
    return try value(best, from: place)
  }

  /// A quotation once, in its fullest form, and what other articles made of it.
  func quote(_ quote: QuoteEntry, from place: Place) throws(RenderError) -> Value {
    let full = quote.variants[0]
    let fullWords = Escape.oneLine(try words(Passage(article: full.passage.article, span: full.content)))
    var same = [full.passage]
    var variants: [Value] = []
    for variant in quote.variants.dropFirst() {
      let words = Escape.oneLine(try words(Passage(article: variant.passage.article, span: variant.content)))
      if words == fullWords, !variant.isOtherSpeaker {
        same.append(variant.passage)
      } else {
        variants.append(try self.variant(variant, from: place))
      }
    }
    let carriers = quote.variants.map(\.passage)
    return [
      "id": .string(quote.id), "passage": try value(full.passage, from: place), "attribution": try attribution(full),
      "basis": .flags(Flags.basis, quote.basis),
      "sameWords": same.count > 1 ? ["carriers": self.carriers(Array(same.dropFirst()), from: place)] : .null,
      "variants": .shown(variants, first: 4), "articleCount": .int(articleCount(carriers)), "textCount": .int(quote.texts),
      "partCount": partCount(quote), "isOneText": .bool(quote.texts <= 1 && digest.texts.count > 1), "isClosed": .bool(full.isClosed),
      "carriers": self.carriers(carriers, from: place),
    ]
  }

  private func variant(_ variant: QuoteEntry.Variant, from place: Place) throws(RenderError) -> Value {
    let (html, changes) = try edited(variant.passage, edits: variant.changes)
    let speaker = variant.isOtherSpeaker ? variant.speaker.flatMap { entityIndex[$0] }.map { digest.entities[$0].name } : nil
    return [
      "passage": try value(variant.passage, html: html, from: place), "attribution": try attribution(variant),
      "isAltered": .bool(variant.isAltered), "isOtherSpeaker": .bool(variant.isOtherSpeaker), "otherSpeaker": .init(speaker),
      "isUnattributed": .bool(variant.speakerText == nil && variant.basis == "none"), "changes": Self.value(changes),
    ]
  }

  static func value(_ changes: ChangeSummary) -> Value {
    [
      "cut": .bool(changes.contains(.cut)), "insertion": .bool(changes.contains(.insertion)),
      "deletion": .bool(changes.contains(.deletion)), "substitution": .bool(changes.contains(.substitution)),
      "spelling": .bool(changes.contains(.spelling)), "punctuation": .bool(changes.contains(.punctuation)),
      "order": .bool(changes.contains(.order)), "none": .bool(changes.isEmpty),
    ]
  }

  /// The article's own words for who speaks and how ("said the mayor"): one stretch if speaker and cue stand close together, else
  /// the speaker alone.
  private func attribution(_ variant: QuoteEntry.Variant) throws(RenderError) -> Value {
    guard var passage = variant.speakerText else { return .null }
    if let cue = variant.cue, cue.article == passage.article {
      let union = passage.span.union(cue.span)
      if union.count <= passage.span.count + cue.span.count + 24, !union.overlaps(variant.content) { passage.span = union }
    }
    return try optionalWords(passage)
  }

  /// A quotation as one line of a box, with a link to its entry.
  private func quoteLine(_ quote: QuoteEntry, variant: QuoteEntry.Variant, from place: Place) throws(RenderError) -> Value {
    [
      "href": .string("#\(quote.id)"), "passage": try value(variant.passage, from: place), "speaker": .init(quote.speakerName),
    ]
  }

  // MARK: - By article

  func perArticle(_ i: Int, from place: Place) throws(RenderError) -> Value {
    let report = digest.articles.indices.contains(i) ? digest.articles[i] : ArticleReport()
    let missing = report.notFoundHere.filter(digest.claims.indices.contains).map { digest.claims[$0] }
    return [
      "article": articleValue(i, from: place),
      "only": .shown(try map(report.onlyHere) { passage throws(RenderError) in try value(passage, from: place) }, first: 3),
      "missing": .shown(try map(missing) { item throws(RenderError) in try claim(item, from: place) }, first: 3),
      "warningCount": .init(report.warnings.isEmpty ? nil : report.warnings.count),
    ]
  }

  // MARK: - Naming and wording

  func naming(from place: Place) throws(RenderError) -> Value {
    var rows: [Value] = []
    for entity in digest.entities {
      var forms: [(words: String, passages: [Passage])] = []
      var index: [String: Int] = [:]
      for passage in entity.forms {
        let words = Escape.oneLine(try words(passage))
        if let i = index[words] {
          forms[i].passages.append(passage)
        } else {
          index[words] = forms.count
          forms.append((words, [passage]))
        }
      }
      guard forms.count > 1 else { continue }
      rows.append([
        "id": .string(entity.id), "name": .string(entity.name), "is": .flags(Flags.entity, entity.kind.rawValue),
        "forms": .list(
          forms.sorted { ($1.passages.count, $0.words) < ($0.passages.count, $1.words) }.prefix(8).map {
            ["words": .string($0.words), "count": .int($0.passages.count), "carriers": carriers($0.passages, from: place)]
          }),
      ])
    }
    return .shown(rows, first: 8)
  }

  func wording(from place: Place) throws(RenderError) -> Value {
    let substitutions = try map(digest.wording.substitutions) { item throws(RenderError) in
      [
        "from": try value(item.from, from: place), "to": try value(item.to, from: place),
        "fromCarriers": carriers([item.from] + item.others.map(\.base), from: place),
        "toCarriers": carriers([item.to] + item.others.map(\.other), from: place), "count": .int(item.others.count + 1),
      ]
    }
    let marked = try map(digest.wording.nonSpeech.map { $0 }) { item throws(RenderError) in
      ["passage": try value(item.passage, from: place), "is": .flags(Flags.nonSpeech, item.kind.rawValue)]
    }
    guard !substitutions.isEmpty || !marked.isEmpty else { return .null }
    return ["substitutions": .shown(substitutions, first: 8), "marked": .shown(marked, first: 8)]
  }

  // MARK: - Shared text

  /// Of each pair of articles that share text: how many bytes of the first stand in the second. Keys: first × count + second.
  func sharedBytes() -> [Int: Int] {
    var shared: [Int: Int] = [:]
    for entry in digest.shared {
      // Of a passage that very many carry, every pair would be too many.
      let passages = entry.passage.passages.prefix(60)
      for a in passages {
        for b in passages where b.article != a.article { shared[a.article * count + b.article, default: 0] += a.span.count }
      }
    }
    return shared
  }

  /// The pairs that have a page of their own: those that share text; of very many, three a article, the most shared text first.
  func comparedPairs() -> [(a: Int, b: Int)] {
    let shared = sharedBytes()
    let pairs = shared.keys.map { (a: $0 / count, b: $0 % count) }.filter { $0.a < $0.b }
    func size(_ pair: (a: Int, b: Int)) -> Int { (shared[pair.a * count + pair.b] ?? 0) + (shared[pair.b * count + pair.a] ?? 0) }
    let limit = max(45, 3 * count)
    guard pairs.count > limit else { return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) } }
    let ranked = pairs.sorted { (-size($0), $0.a, $0.b) < (-size($1), $1.a, $1.b) }
    return ranked.prefix(limit).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  func compareHref(_ a: Int, _ b: Int, from place: Place) -> String {
    let (first, second) = (min(a, b), max(a, b))
    let ids = (Address.component(story.articles[first].article.id), Address.component(story.articles[second].article.id))
    return "\(place.story)compare/\(ids.0)--\(ids.1)/index.html"
  }

  /// Where the words of an article's story begin, in order: shares are counted in them, furniture is no part of them.
  static func wordStarts(_ document: Document) -> [Int32] {
    var starts: [Int32] = []
    for (block, tokens) in zip(document.blocks, document.tokensOfBlock) where block.kind.isStory {
      for token in document.tokens[tokens] where token.isWord || token.isNumber { starts.append(token.span.start) }
    }
    return starts
  }

  /// Per cent of an article's words that lie in one of the spans.
  static func percent(_ starts: [Int32], in spans: [TextSpan]) -> Int {
    guard !starts.isEmpty else { return 0 }
    func rank(_ offset: Int32) -> Int {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let words = merged(spans).reduce(0) { $0 + rank($1.end) - rank($1.start) }
    return words == 0 ? 0 : max(1, Int((Double(words) / Double(starts.count) * 100).rounded()))
  }

  func sharedText(from place: Place) throws(RenderError) -> Value {
    guard !digest.shared.isEmpty else { return .null }
    let sharing = sharedBytes().count / 2
    let pairs = comparedPairs()
    let hasPage = Set(pairs.map { $0.a * count + $0.b })
    var matrix: Value = .null
    // Wider tables than this are no help to anybody.
    if count <= Self.listedArticles {
      var shared: [Int: [TextSpan]] = [:]
      for entry in digest.shared {
        for a in entry.passage.passages {
          for b in entry.passage.passages where b.article != a.article { shared[a.article * count + b.article, default: []].append(a.span) }
        }
      }
      matrix = [
        "columns": .list(story.articles.indices.map { articleValue($0, from: place) }),
        "rows": .list(
          story.articles.indices.map { a in
            let starts = wordStarts[a]
            return [
              "article": articleValue(a, from: place),
              "cells": .list(
                story.articles.indices.map { b in
                  let spans = shared[a * count + b]
                  let key = min(a, b) * count + max(a, b)
                  return [
                    "isSelf": .bool(a == b), "percent": .init(spans.map { Self.percent(starts, in: $0) }),
                    "href": .init(hasPage.contains(key) ? compareHref(a, b, from: place) : nil),
                  ]
                }),
            ]
          }),
      ]
    }
    // Edited passages tell most, then the longest.
    let ranked = digest.shared.indices.sorted { a, b in
      func key(_ i: Int) -> (Int, Int, Int) {
        let passage = digest.shared[i].passage
        return (passage.kind == .edited ? 0 : 1, -(passage.passages.first?.span.count ?? 0), i)
      }
      return key(a) < key(b)
    }
    let passages = try map(ranked.filter { !digest.shared[$0].passage.passages.isEmpty }) { i throws(RenderError) in
      try sharedEntry(digest.shared[i], from: place)
    }
    return [
      "matrix": matrix, "passages": .shown(passages, first: 5), "count": .int(digest.shared.count),
      "pairs": .list(
        pairs.prefix(60).map { pair in
          [
            "href": .string(compareHref(pair.a, pair.b, from: place)), "a": .string(labels[pair.a]), "b": .string(labels[pair.b]),
          ]
        }),
      "pairsLeftOut": .init(sharing > pairs.count ? sharing - pairs.count : nil),
    ]
  }

  func sharedEntry(_ entry: SharedEntry, from place: Place) throws(RenderError) -> Value {
    let base = entry.passage.passages[0]
    var same: [Passage] = []
    var versions: [Value] = []
    for passage in entry.passage.passages.dropFirst() {
      let edits = entry.passage.edits.filter { $0.other.article == passage.article && passage.span.contains($0.other.span) }
      let (html, changes) = try edited(passage, edits: edits)
      if changes.subtracting(.punctuation).isEmpty {
        same.append(passage)
      } else {
        versions.append(["passage": try value(passage, html: html, from: place), "changes": Self.value(changes)])
      }
    }
    return [
      "id": .string(entry.id), "isVerbatim": .bool(entry.passage.kind == .verbatim), "passage": try value(base, from: place),
      "sameWords": same.isEmpty ? .null : ["carriers": carriers(same, from: place)], "versions": .list(versions),
      "articleCount": .int(articleCount(entry.passage.passages)),
    ]
  }

  // MARK: - Sourcing

  func sourcing(from place: Place) throws(RenderError) -> Value {
    var rows: [Value] = []
    var hasAny = false
    for i in story.articles.indices {
      let sourcing = digest.articles.indices.contains(i) ? digest.articles[i].sourcing : Sourcing()
      let all = sourcing.named.count + sourcing.institutions.count + sourcing.unnamed.count
      hasAny = hasAny || all > 0
      rows.append([
        "article": articleValue(i, from: place), "named": try sources(sourcing.named, from: place),
        "institutions": try sources(sourcing.institutions, from: place), "unnamed": try sources(sourcing.unnamed, from: place),
        "unattributed": .int(sourcing.unattributed), "isEmpty": .bool(all == 0),
      ])
    }
    return hasAny ? ["rows": .shown(rows, first: Self.listedArticles)] : .null
  }

  /// Sources with how often each is named, first mention first.
  private func sources(_ passages: [Passage], from place: Place) throws(RenderError) -> Value {
    var sources: [(words: String, passage: Passage, count: Int)] = []
    var index: [String: Int] = [:]
    for passage in passages {
      let words = Escape.oneLine(try words(passage))
      if let i = index[words] {
        sources[i].count += 1
      } else {
        index[words] = sources.count
        sources.append((words, passage, 1))
      }
    }
    return [
      "count": .int(passages.count),
      "sources": .list(
        sources.map {
          [
            "words": .string($0.words), "href": .string(href($0.passage, from: place)), "times": .init($0.count > 1 ? $0.count : nil),
          ]
        }),
    ]
  }

  // MARK: - Warnings and corrections

  func warnings(from place: Place) throws(RenderError) -> [Value] {
    var out: [Value] = []
    for i in story.articles.indices where digest.articles.indices.contains(i) {
      for warning in digest.articles[i].warnings { out.append(try self.warning(warning, article: i, from: place)) }
    }
    return out
  }

  func warning(_ warning: Warning, article: Int, from place: Place) throws(RenderError) -> Value {
    [
      "is": .flags(Flags.warning, warning.kind.rawValue), "hasDate": .bool(story.articles[article].published != nil),
      "label": .string(labels[article]), "href": .string(href(article, from: place)),
      "passage": try optional(warning.passage, from: place),
      "against": .list(try map(Array(warning.against.prefix(3))) { passage throws(RenderError) in try value(passage, from: place) }),
    ]
  }

  func optional(_ passage: Passage?, from place: Place) throws(RenderError) -> Value {
    guard let passage else { return .null }
    return try value(passage, from: place)
  }

  func correction(_ applied: AppliedCorrection, from place: Place) throws(RenderError) -> Value {
    var value: [String: Value] = [
      "speaker": .null, "hidden": .null, "hiddenQuote": .null, "alias": .null, "distinct": .null, "date": .null,
      "because": .init(applied.correction.because), "affected": carriers(applied.affected, from: place),
      "isUnused": .bool(applied.affected.isEmpty),
    ]
    switch applied.correction.change {
    case .speaker(let article, let quote, let name):
      value["speaker"] = ["quote": .string(quote), "name": .init(name), "article": .init(article)]
    case .hideTimeline(let text): value["hidden"] = .string(text)
    case .hideQuote(let text): value["hiddenQuote"] = .string(text)
    case .alias(let names): value["alias"] = .string(names.joined(separator: ", "))
    case .distinct(let names): value["distinct"] = .string(names.joined(separator: ", "))
    case .date(let article, let expression, let occurrence, let iso):
      value["date"] = [
        "article": .string(article), "expression": .string(expression), "occurrence": .int(occurrence), "value": DateWords.value(iso),
      ]
    }
    return .dictionary(value)
  }
}
