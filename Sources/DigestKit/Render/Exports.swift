import Extraction
import Markdown
import TextAnalysis

extension StoryScope {
  /// The files that stand beside the digest's page.
  static let exportNames = [
    "digest.json", "digest.md", "timeline.json", "timeline.csv", "timeline.ics", "quotes.csv", "figures.csv", "sources.bib",
    "sources.csl.json",
  ]

  /// The files of a story that programs read: digest, timeline, quotations, figures, sources, articles.
  func exports() throws(RenderError) -> [Page] {
    let folder = story.id + "/"
    func page(_ name: String, _ bytes: [UInt8]) -> Page { Page(path: folder + name, bytes: bytes) }
    let json = try digestFiles()
    var pages = [
      page("digest.json", json.digest), page("digest.md", try markdown()), page("timeline.json", json.timeline),
      page("timeline.csv", try timelineTable()), page("timeline.ics", try calendar()), page("quotes.csv", try quotesTable()),
      page("figures.csv", try figuresTable()), page("sources.bib", Array(bibliography().utf8)),
      page("sources.csl.json", citations().pretty),
    ]
    for i in story.articles.indices {
      pages.append(page("articles/\(story.articles[i].article.id).md", Array(story.articles[i].article.markdown.utf8)))
    }
    return pages
  }

  // MARK: - Tables

  /// A CSV file in the making (RFC 4180).
  private struct Table {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init(_ header: StaticString, capacity: Int) {
      bytes.reserveCapacity(capacity)
      bytes.append(contentsOf: UnsafeBufferPointer(start: header.utf8Start, count: header.utf8CodeUnitCount))
      endRow()
    }

    private mutating func separate() {
      if !isFirst { bytes.append(0x2c) }
      isFirst = false
    }

    mutating func field(_ text: ArraySlice<UInt8>) {
      separate()
      Escape.csv(text, into: &bytes)
    }

    mutating func field(_ text: String) {
      separate()
      Escape.csv(Array(text.utf8)[...], into: &bytes)
    }

    mutating func field(_ number: Int) {
      separate()
      bytes.appendDecimal(number)
    }

    /// A field that is written already.
    mutating func written(_ field: [UInt8]) {
      separate()
      bytes += field
    }

    mutating func flag(_ flag: Bool) { written(flag ? Self.yes : []) }

    private static let yes = Array("yes".utf8)

    mutating func endRow() {
      bytes += "\r\n"
      isFirst = true
    }
  }

  /// Of each article the fields that every row about it begins with: id and outlet.
  private func places() -> [[UInt8]] {
    story.articles.map { article in
      var out: [UInt8] = []
      Escape.csv(Array(article.article.id.utf8)[...], into: &out)
      out.append(0x2c)
      Escape.csv(Array((article.article.metadata.outlet ?? "").utf8)[...], into: &out)
      return out
    }
  }

  private func place(_ passage: Passage, _ places: [[UInt8]], in table: inout Table) {
    table.written(places[passage.article])
    var paragraph: [UInt8] = [0x70]
    paragraph.appendDecimal(self.paragraph(passage))
    table.written(paragraph)
  }

  private func plain(_ passage: Passage?) throws(RenderError) -> ArraySlice<UInt8> {
    guard let passage else { return [] }
    return try bytes(passage)
  }

  func timelineTable() throws(RenderError) -> [UInt8] {
    let places = places()
    var table = Table(
      "id,date,precision,layer,texts,conflict,article,outlet,paragraph,text,expression,value,rule,reason", capacity: 16 << 10)
    for entry in digest.timeline {
      for mention in entry.mentions {
        table.field(entry.id)
        table.field(entry.date)
        table.field(entry.precision.rawValue)
        table.field(entry.layer.rawValue)
        table.field(entry.texts)
        table.field(entry.conflict.joined(separator: " "))
        place(mention.passage, places, in: &table)
        table.field(try plain(mention.passage))
        table.field(try plain(mention.expression))
        table.field(mention.value)
        table.field(mention.rule)
        table.field(mention.reason ?? "")
        table.endRow()
      }
    }
    return table.bytes
  }

  func quotesTable() throws(RenderError) -> [UInt8] {
    let places = places()
    var table = Table("id,speaker,basis,texts,article,outlet,paragraph,text,speaker_text,cue,altered,other_speaker", capacity: 4 << 10)
    for quote in digest.quotes {
      for variant in quote.variants {
        table.field(quote.id)
        table.field(quote.speakerName ?? "")
        table.field(quote.basis)
        table.field(quote.texts)
        place(variant.passage, places, in: &table)
        table.field(try plain(variant.passage))
        table.field(try plain(variant.speakerText))
        table.field(try plain(variant.cue))
        table.flag(variant.isAltered)
        table.flag(variant.isOtherSpeaker)
        table.endRow()
      }
    }
    return table.bytes
  }

  func figuresTable() throws(RenderError) -> [UInt8] {
    let places = places()
    var table = Table("id,unit,of,differs,article,outlet,paragraph,text,value,upper,qualifier,as_of", capacity: 4 << 10)
    for figure in digest.figures {
      for mention in figure.mentions {
        table.field(figure.id)
        table.field(figure.unit ?? "")
        table.field(try plain(figure.of))
        table.flag(figure.differs)
        place(mention.passage, places, in: &table)
        table.field(try plain(mention.passage))
        table.field(number(mention.value))
        table.field(mention.upper.map(number) ?? "")
        table.field(mention.qualifier ?? "")
        table.field(mention.asOfValue ?? "")
        table.endRow()
      }
    }
    return table.bytes
  }

  private func number(_ value: Double) -> String {
    if case .number(let digits) = JSON.double(value) { return digits }
    return ""
  }

  /// The words that happened on the date: of "150 years after Washington bought Alaska", which is dated by its distance to another
  /// day, those behind the distance. Beside a date alone it would read as counted from there.
  private func dated(_ mention: TimelineEntry.Mention) -> Passage {
    let passage = mention.passage
    guard mention.rule.hasPrefix("offset-"), let expression = mention.expression, expression.span.start == passage.span.start else {
      return passage
    }
    let document = story.articles[passage.article].document
    let tokens = document.tokens(in: passage.span)
    // Behind the "after" or "before".
    let next = document.firstToken(endingAfter: expression.span.end) + 1
    guard tokens.contains(next) else { return passage }
    return Passage(article: passage.article, span: TextSpan(start: document.tokens[next].start, end: passage.span.end))
  }

  // MARK: - Calendar

  /// iCalendar (RFC 5545): an all-day event for each entry with a day or a range of days. Entries of a month or longer are left
  /// out: a calendar would give them a day that nobody named.
  func calendar() throws(RenderError) -> [UInt8] {
    var out = Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//digest//timeline//EN\r\n".utf8)
    let stamp = story.date ?? story.articles.compactMap { $0.published?.date }.max() ?? CalendarDate(daysSince1970: 0)
    for entry in digest.timeline {
      guard let first = entry.mentions.first, let days = days(entry.date) else { continue }
      out += "BEGIN:VEVENT\r\n"
      Escape.calendarLine("UID", Array("\(entry.id)@\(story.id)".utf8)[...], into: &out)
      out += "DTSTAMP:"
      Self.append(stamp, to: &out)
      out += "T000000Z\r\nDTSTART;VALUE=DATE:"
      Self.append(days.first, to: &out)
      out += "\r\nDTEND;VALUE=DATE:"
      Self.append(days.last.adding(days: 1), to: &out)
      out += "\r\n"
      Escape.calendarLine("SUMMARY", try plain(dated(first)), into: &out)
      let outlets = Set(entry.mentions.map(\.passage.article)).sorted().map { labels[$0] }
      Escape.calendarLine("DESCRIPTION", Array(outlets.joined(separator: ", ").utf8)[...], into: &out)
      out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
    }
    out += "END:VCALENDAR\r\n"
    return out
  }

  /// A day without its dashes.
  private static func append(_ date: CalendarDate, to out: inout [UInt8]) {
    for byte in date.description.utf8 where byte != 0x2d { out.append(byte) }
  }

  private func days(_ date: String) -> (first: CalendarDate, last: CalendarDate)? {
    let parts = date.utf8.split(separator: 0x2f).map { String(decoding: $0, as: UTF8.self) }
    guard let from = parts.first, let first = CalendarDate(iso: from) else { return nil }
    guard parts.count == 2 else { return (first, first) }
    guard let last = CalendarDate(iso: parts[1]), first <= last else { return nil }
    return (first, last)
  }

  // MARK: - Sources

  /// BibTeX, for biblatex's `@online`.
  func bibliography() -> String {
    var out = ""
    for (i, article) in story.articles.enumerated() {
      let metadata = article.article.metadata
      var fields: [(String, String)] = [("title", metadata.title ?? labels[i])]
      if !metadata.authors.isEmpty { fields.append(("author", "")) }
      if let outlet = metadata.outlet { fields.append(("organization", outlet)) }
      if let published = metadata.published { fields.append(("date", "\(published)")) }
      if let url = Address.external(metadata.url) { fields.append(("url", url)) }
      if let agency = metadata.agency { fields.append(("note", agency)) }
      out += "@online{\(Address.slug(story.id))-\(Address.slug(article.article.id)),\n"
      for (name, text) in fields {
        // Braces around each author keep a name whole; the url field is taken as it is.
        let value =
          name == "url"
          ? text : name == "author" ? metadata.authors.map { "{\(Escape.bibTeX($0))}" }.joined(separator: " and ") : Escape.bibTeX(text)
        out += "  \(name) = {\(value)},\n"
      }
      out += "}\n\n"
    }
    return out
  }

  /// CSL-JSON, for Zotero and citeproc.
  func citations() -> JSON {
    .array(
      story.articles.enumerated().map { i, article in
        let metadata = article.article.metadata
        var members: [(key: String, value: JSON)] = [
          ("id", .string("\(story.id)/\(article.article.id)")), ("type", "article-newspaper"),
          ("title", .string(metadata.title ?? labels[i])),
        ]
        if let outlet = metadata.outlet { members.append(("container-title", .string(outlet))) }
        if !metadata.authors.isEmpty {
          members.append(("author", .array(metadata.authors.map { .object([("literal", .string($0))]) })))
        }
        if let date = metadata.published {
          members.append(
            ("issued", .object([("date-parts", .array([.array([.int(date.year), .int(date.month), .int(date.day)])]))])))
        }
        if let url = Address.external(metadata.url) { members.append(("URL", .string(url))) }
        if let language = metadata.language { members.append(("language", .string(language))) }
        if let agency = metadata.agency { members.append(("note", .string(agency))) }
        return .object(members)
      })
  }

  // MARK: - Markdown

  /// The digest as Markdown: what all carry, differences, timeline, quotations, coverage.
  func markdown() throws(RenderError) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(32 << 10)
    // Of each article, a link up to its paragraph's number, and what follows that.
    let links = story.articles.indices.map { i in
      (
        head: Array("[\(Markdown.escape(labels[i])) ¶".utf8),
        tail: Array("](articles/\(Address.component(story.articles[i].article.id)).md)".utf8)
      )
    }
    func link(_ passage: Passage) {
      out += links[passage.article].head
      out.appendDecimal(paragraph(passage))
      out += links[passage.article].tail
    }
    /// In parentheses, one an article, with the line's end.
    func linkAll(_ passages: [Passage]) {
      out += " ("
      var last: Int?
      for passage in passages.sorted() where passage.article != last {
        if last != nil { out += ", " }
        link(passage)
        last = passage.article
      }
      out += ")\n"
    }
    func text(_ passage: Passage) throws(RenderError) { Markdown.escape(try bytes(passage), into: &out) }

    out += "# \(Markdown.escape(story.title))\n\n"
    if let date = story.date { out += "\(DateWords.fullDay(date)). " }
    out +=
      "\(count) \(count == 1 ? "article" : "articles"), \(digest.texts.count) independent \(digest.texts.count == 1 ? "text" : "texts").\n\n"
    if let note = story.note { out += note + "\n\n" }
    for (i, article) in story.articles.enumerated() {
      let metadata = article.article.metadata
      out += "- **\(Markdown.escape(labels[i]))**: \(Markdown.escape(metadata.title ?? article.article.file))"
      if let published = article.published { out += ", \(DateWords.day(published.date))" }
      if textOf[i] >= 0 { out += " (text \(Self.letter(textOf[i])))" }
      out += "\n"
    }
    let inAll = digest.claims.filter { !$0.mentions.isEmpty && articleCount($0.mentions) == count && count > 1 }
    if !inAll.isEmpty {
      out += "\n## What all articles carry\n\n"
      for claim in inAll.prefix(12) {
        out += "- "
        try text(claim.mentions[0])
        linkAll(claim.mentions)
      }
    }
    if !digest.differences.isEmpty {
      out += "\n## Where they differ\n\n"
      for difference in digest.differences {
        out += "- \(difference.kind.rawValue):\n"
        for side in difference.sides where !side.isEmpty {
          out += "  - "
          try text(side[0])
          linkAll(side)
        }
      }
    }
    if !digest.timeline.isEmpty {
      out += "\n## Timeline\n\n"
      for entry in digest.timeline where !entry.mentions.isEmpty {
        out += "- **\(DateWords.words(entry.date))**: "
        try text(dated(entry.mentions[0]))
        linkAll(entry.mentions.map(\.passage))
      }
    }
    if !digest.quotes.isEmpty {
      out += "\n## Quotations\n"
      var speaker: String??
      for quote in digest.quotes where !quote.variants.isEmpty {
        if speaker != .some(quote.speakerName) {
          out += "\n### \(quote.speakerName.map { Markdown.escape($0) } ?? "Nobody named")\n\n"
          speaker = .some(quote.speakerName)
        }
        out += "- "
        try text(quote.variants[0].passage)
        linkAll(quote.wholeVariants.map(\.passage))
        let parts = quote.variants.filter { $0.isPart && !$0.isAltered && !$0.isOtherSpeaker }.map(\.passage)
        if !parts.isEmpty {
          out += "  - a part of it"
          linkAll(parts)
        }
        for variant in quote.variants.dropFirst() where variant.isAltered || variant.isOtherSpeaker {
          out += "  - "
          try text(variant.passage)
          linkAll([variant.passage])
        }
      }
    }
    if !digest.claims.isEmpty, count > 1, count <= 24 {
      /// Escapes the bars in what was written since, which would end a cell.
      func endCell(from start: Int) {
        guard out[start...].contains(0x7c) else { return }
        let cell = Array(out[start...])
        out.removeLast(cell.count)
        for byte in cell {
          if byte == 0x7c { out.append(0x5c) }
          out.append(byte)
        }
      }
      out += "\n## Coverage\n\n| Claim"
      for label in labels {
        out += " | "
        let start = out.count
        out += Markdown.escape(label)
        endCell(from: start)
      }
      out += " |\n|---|\(String(repeating: ":-:|", count: count))\n"
      var isCarrier = Array(repeating: false, count: count)
      for claim in digest.claims where !claim.mentions.isEmpty {
        for i in isCarrier.indices { isCarrier[i] = false }
        for mention in claim.mentions { isCarrier[mention.article] = true }
        out += "| "
        let start = out.count
        try text(claim.mentions[0])
        endCell(from: start)
        for carries in isCarrier { out += carries ? " | ●" : " |  " }
        out += " |\n"
      }
    }
    return out
  }
}
