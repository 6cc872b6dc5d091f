import Extraction
import Mustache
import TextAnalysis

/// What is marked in the text of one article.
struct ArticleMarks {
  enum Layer: Int {
    case shared, only, quote, time
  }
  struct Mark {
    var span: TextSpan
    var layer: Layer
    /// Of a time, the index of the expression.
    var index = 0
  }
  /// The passage here, the same text elsewhere, and whether it was edited.
  struct Shared {
    var span: TextSpan
    var id: String
    var others: [(passage: Passage, isEdited: Bool)]
  }
  struct Quote {
    var span: TextSpan
    var id: String
    var speaker: String?
    var isAltered: Bool
  }
  var marks: [Mark] = []
  var shared: [Shared] = []
  var quotes: [Quote] = []

  /// The marks of every article of a story, in one pass over the digest.
  static func all(of digest: Digest) -> [ArticleMarks] {
    var all = Array(repeating: ArticleMarks(), count: digest.story.articles.count)
    for entry in digest.shared {
      let passages = entry.passage.passages
      for passage in passages where all.indices.contains(passage.article) {
        all[passage.article].marks.append(Mark(span: passage.span, layer: .shared))
        // Of a passage that very many share, the first few are enough.
        let others = passages.lazy.filter { $0.article != passage.article }.prefix(12).map { ($0, entry.passage.kind == .edited) }
        all[passage.article].shared.append(Shared(span: passage.span, id: entry.id, others: others.map { (passage: $0.0, isEdited: $0.1) }))
      }
    }
    for quote in digest.quotes {
      for variant in quote.variants where all.indices.contains(variant.passage.article) {
        all[variant.passage.article].marks.append(Mark(span: variant.passage.span, layer: .quote))
        all[variant.passage.article].quotes.append(
          Quote(span: variant.passage.span, id: quote.id, speaker: quote.speakerName, isAltered: variant.isAltered))
      }
    }
    for (i, report) in digest.articles.enumerated() where all.indices.contains(i) {
      for passage in report.onlyHere where passage.article == i { all[i].marks.append(Mark(span: passage.span, layer: .only)) }
    }
    for (i, article) in digest.story.articles.enumerated() {
      for (j, timex) in article.annotations.timexes.enumerated() { all[i].marks.append(Mark(span: timex.span, layer: .time, index: j)) }
      all[i].shared.sort { $0.span < $1.span }
      all[i].quotes.sort { $0.span < $1.span }
    }
    return all
  }
}

/// The marks that hold at a place of the text.
private struct ActiveLayers {
  var shared = 0
  var only = 0
  var quote = 0
  /// Index of the temporal expression.
  var time: Int?

  mutating func apply(_ mark: ArticleMarks.Mark, isStart: Bool) {
    let step = isStart ? 1 : -1
    switch mark.layer {
    case .shared: shared += step
    case .only: only += step
    case .quote: quote += step
    case .time: time = isStart ? mark.index : nil
    }
  }
}

extension StoryScope {
  /// Everything of an article's page that is not common to all pages.
  func articlePage(_ i: Int, marks: ArticleMarks, pairs: [(a: Int, b: Int)]) throws(RenderError) -> [(Record.Key, Value)] {
    let place = Place.article
    let article = story.articles[i]
    let report = digest.articles.indices.contains(i) ? digest.articles[i] : ArticleReport()
    let missing = report.notFoundHere.filter(digest.claims.indices.contains).map { digest.claims[$0] }
    let compared = pairs.compactMap { $0.a == i ? $0.b : $0.b == i ? $0.a : nil }
    return [
      ("story", storyValue(from: place)),
      ("article", articleValue(i, from: place)),
      ("dek", .init(article.article.metadata.dek)),
      ("source", ["file": .string(article.article.file), "markdown": .string("../articles/\(Address.component(article.article.id)).md")]),
      ("blocks", .list(try blocks(i, marks: marks, from: place))),
      ("onlyCount", .init(report.onlyHere.isEmpty ? nil : report.onlyHere.count)),
      ("isAlone", .bool(count == 1)),
      ("missing", .shown(try map(missing) { item throws(RenderError) in try claim(item, from: place) }, first: 5)),
      ("warnings", .list(try map(report.warnings) { item throws(RenderError) in try warning(item, article: i, from: place) })),
      (
        "compared",
        .list(compared.map { ["label": .string(labels[$0]), "href": .string(compareHref(i, $0, from: place))] })
      ),
      ("previous", i > 0 ? articleValue(i - 1, from: place) : .null),
      ("next", i + 1 < count ? articleValue(i + 1, from: place) : .null),
    ]
  }

  private func blocks(_ i: Int, marks: ArticleMarks, from place: Place) throws(RenderError) -> [Value] {
    let article = story.articles[i]
    let document = article.document
    let timexes = article.annotations.timexes
    struct Event {
      var offset: Int32
      var isStart: Bool
      var mark: Int
    }
    var events: [Event] = []
    events.reserveCapacity(marks.marks.count * 2)
    let size = Int32(document.bytes.count)
    for (j, mark) in marks.marks.enumerated() where !mark.span.isEmpty && mark.span.start >= 0 && mark.span.end <= size {
      events.append(Event(offset: mark.span.start, isStart: true, mark: j))
      events.append(Event(offset: mark.span.end, isStart: false, mark: j))
    }
    events.sort { ($0.offset, $0.isStart ? 1 : 0, $0.mark) < ($1.offset, $1.isStart ? 1 : 0, $1.mark) }
    var active = ActiveLayers()
    var next = 0
    let onlys = marks.marks.filter { $0.layer == .only }.map(\.span).sorted()
    var nextOnly = 0
    var nextShared = 0
    var nextQuote = 0
    var nextTime = 0
    var values: [Value] = []
    values.reserveCapacity(document.blocks.count)
    var out: [UInt8] = []
    for (n, block) in document.blocks.enumerated() {
      out.removeAll(keepingCapacity: true)
      _ = try bytes(Passage(article: i, span: block.span))
      var position = block.span.start
      while next < events.count, events[next].offset <= position {
        active.apply(marks.marks[events[next].mark], isStart: events[next].isStart)
        next += 1
      }
      while position < block.span.end {
        let end = next < events.count ? min(events[next].offset, block.span.end) : block.span.end
        if position < end {
          // Every stretch is checked like any other passage: no mark may cut a character.
          let words = try bytes(Passage(article: i, span: TextSpan(start: position, end: end)))
          append(words, active, timex: active.time.map { timexes[$0] }, into: &out)
        }
        position = end
        while next < events.count, events[next].offset <= position {
          active.apply(marks.marks[events[next].mark], isStart: events[next].isStart)
          next += 1
        }
      }

      var others: [Int: (passage: Passage, isEdited: Bool)] = [:]
      while nextShared < marks.shared.count, marks.shared[nextShared].span.start < block.span.end {
        for other in marks.shared[nextShared].others where others[other.passage.article] == nil { others[other.passage.article] = other }
        nextShared += 1
      }
      var quotes: [Value] = []
      while nextQuote < marks.quotes.count, marks.quotes[nextQuote].span.start < block.span.end {
        let quote = marks.quotes[nextQuote]
        quotes.append([
          "speaker": .init(quote.speaker), "href": .string("\(place.story)index.html#\(quote.id)"), "isAltered": .bool(quote.isAltered),
        ])
        nextQuote += 1
      }
      var times: [Value] = []
      while nextTime < timexes.count, timexes[nextTime].span.start < block.span.end {
        let timex = timexes[nextTime]
        if timex.kind == .date || timex.kind == .time, timex.reason != nil || timex.anchor != .none {
          times.append([
            "words": try optionalWords(Passage(article: i, span: timex.span)), "date": DateWords.value(timex.value),
            "reason": .init(timex.reason), "rule": .string(timex.rule),
          ])
        }
        nextTime += 1
      }
      var isOnly = false
      while nextOnly < onlys.count, onlys[nextOnly].start < block.span.end {
        isOnly = true
        nextOnly += 1
      }
      let hasNotes = isOnly || !others.isEmpty || !quotes.isEmpty || !times.isEmpty
      values.append([
        "number": .int(n + 1), "isStory": .bool(block.kind.isStory),
        "is": block.kind.isStory && !hasNotes ? .null : .flags(Flags.block, block.kind.rawValue),
        "html": .markup(out),
        "notes": hasNotes
          ? [
            "isOnly": .bool(isOnly),
            "shared": .list(
              others.sorted { $0.key < $1.key }.map { _, other in
                [
                  "label": .string(labels[other.passage.article]), "short": .string(shortLabels[other.passage.article]),
                  "href": .string(href(other.passage, from: place)), "isEdited": .bool(other.isEdited),
                ]
              }),
            "quotes": .list(quotes), "times": .list(times),
          ] : .null,
      ])
    }
    return values
  }

  private func append(_ words: ArraySlice<UInt8>, _ active: ActiveLayers, timex: Timex?, into out: inout [UInt8]) {
    let hasClass = active.shared > 0 || active.only > 0 || active.quote > 0
    guard hasClass || timex != nil else {
      Escape.html(words, into: &out)
      return
    }
    let datetime = timex.flatMap { DateWords.attribute($0.value) }
    out += datetime == nil ? "<span class=\"" : "<time class=\""
    if timex != nil { out += "t " }
    if active.shared > 0 { out += "s " }
    if active.only > 0 { out += "o " }
    if active.quote > 0 { out += "q " }
    out.removeLast()
    out.append(0x22)
    if let datetime { out += " datetime=\"\(datetime)\"" }
    if let timex {
      out += " title=\""
      Escape.html(DateWords.words(timex.value), into: &out)
      if let reason = timex.reason {
        out += " · "
        Escape.html(reason, into: &out)
      }
      out.append(0x22)
    }
    out.append(0x3e)
    Escape.html(words, into: &out)
    out += datetime == nil ? "</span>" : "</time>"
  }
}
