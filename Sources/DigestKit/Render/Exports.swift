import Extraction
import Markdown
import TextAnalysis

extension StoryScope {
  /// The files of a story that programs read: digest, timeline, quotations, figures, sources, articles.
  func exports() throws(RenderError) -> [Page] {
    let folder = story.id + "/"
    let json = try digest.json()
    func page(_ name: String, _ bytes: [UInt8]) -> Page { Page(path: folder + name, bytes: bytes) }
    let timeline = JSON.object([
      ("version", 1), ("story", json["story"] ?? .null), ("timeline", json["timeline"] ?? .array([])),
    ])
    var pages = [
      page("digest.json", Self.lines(json)), page("digest.md", Array(try markdown().utf8)), page("timeline.json", Self.lines(timeline)),
      page("timeline.csv", Array(try timelineTable().utf8)), page("timeline.ics", Array(try calendar().utf8)),
      page("quotes.csv", Array(try quotesTable().utf8)), page("figures.csv", Array(try figuresTable().utf8)),
      page("sources.bib", Array(bibliography().utf8)), page("sources.csl.json", citations().pretty),
    ]
    for i in story.articles.indices {
      pages.append(page("articles/\(story.articles[i].article.id).md", Array(story.articles[i].article.markdown.utf8)))
    }
    return pages
  }

  /// A JSON object with a line for each member and each element of its lists: as small as one line, but `diff` and `grep` work.
  static func lines(_ json: JSON) -> [UInt8] {
    guard case .object(let members) = json else { return json.line + [0x0a] }
    var out: [UInt8] = [0x7b]
    for (i, member) in members.enumerated() {
      out += i > 0 ? ",\n" : "\n"
      JSON.string(member.key).write(into: &out)
      out.append(0x3a)
      if case .array(let elements) = member.value, !elements.isEmpty {
        out.append(0x5b)
        for (j, element) in elements.enumerated() {
          out += j > 0 ? ",\n" : "\n"
          element.write(into: &out)
        }
        out.append(0x5d)
      } else {
        member.value.write(into: &out)
      }
    }
    out += "\n}\n"
    return out
  }

  private func plain(_ passage: Passage?) throws(RenderError) -> String {
    guard let passage else { return "" }
    return Escape.oneLine(try words(passage))
  }

  // MARK: - Tables

  private static func row(_ fields: [String]) -> String { fields.map(Escape.csv).joined(separator: ",") + "\r\n" }

  private func place(_ passage: Passage) -> [String] {
    let article = story.articles[passage.article].article
    return [article.id, article.metadata.outlet ?? "", "p\(paragraph(passage))"]
  }

  func timelineTable() throws(RenderError) -> String {
    var out = Self.row([
      "id", "date", "precision", "layer", "texts", "conflict", "article", "outlet", "paragraph", "text", "expression", "value", "rule",
      "reason",
    ])
    for entry in digest.timeline {
      for mention in entry.mentions {
        out += Self.row(
          [
            entry.id, entry.date, entry.precision.rawValue, entry.layer.rawValue, String(entry.texts),
            entry.conflict.joined(separator: " "),
          ] + place(mention.passage) + [
            try plain(mention.passage), try plain(mention.expression), mention.value, mention.rule, mention.reason ?? "",
          ])
      }
    }
    return out
  }

  func quotesTable() throws(RenderError) -> String {
    var out = Self.row([
      "id", "speaker", "basis", "texts", "article", "outlet", "paragraph", "text", "speaker_text", "cue", "altered", "other_speaker",
    ])
    for quote in digest.quotes {
      for variant in quote.variants {
        out += Self.row(
          [quote.id, quote.speakerName ?? "", quote.basis, String(quote.texts)] + place(variant.passage) + [
            try plain(variant.passage), try plain(variant.speakerText), try plain(variant.cue), variant.isAltered ? "yes" : "",
            variant.isOtherSpeaker ? "yes" : "",
          ])
      }
    }
    return out
  }

  func figuresTable() throws(RenderError) -> String {
    var out = Self.row([
      "id", "unit", "of", "differs", "article", "outlet", "paragraph", "text", "value", "upper", "qualifier", "as_of",
    ])
    for figure in digest.figures {
      for mention in figure.mentions {
        out += Self.row(
          [figure.id, figure.unit ?? "", try plain(figure.of), figure.differs ? "yes" : ""] + place(mention.passage) + [
            try plain(mention.passage), number(mention.value), mention.upper.map(number) ?? "", mention.qualifier ?? "",
            mention.asOfValue ?? "",
          ])
      }
    }
    return out
  }

  private func number(_ value: Double) -> String {
    if case .number(let digits) = JSON.double(value) { return digits }
    return ""
  }

  // MARK: - Calendar

  /// iCalendar (RFC 5545): an all-day event for each entry with a day or a range of days. Entries of a month or longer are left
  /// out: a calendar would give them a day that nobody named.
  func calendar() throws(RenderError) -> String {
    var out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//digest//timeline//EN\r\n"
    let stamp = compact(story.date ?? story.articles.compactMap { $0.published?.date }.max() ?? CalendarDate(daysSince1970: 0))
    for entry in digest.timeline {
      guard let first = entry.mentions.first, let days = days(entry.date) else { continue }
      out += "BEGIN:VEVENT\r\n"
      out += Escape.calendarLine("UID", "\(entry.id)@\(story.id)")
      out += "DTSTAMP:\(stamp)T000000Z\r\n"
      out += "DTSTART;VALUE=DATE:\(compact(days.first))\r\n"
      out += "DTEND;VALUE=DATE:\(compact(days.last.adding(days: 1)))\r\n"
      out += Escape.calendarLine("SUMMARY", try plain(first.passage))
      let outlets = Set(entry.mentions.map(\.passage.article)).sorted().map { labels[$0] }
      out += Escape.calendarLine("DESCRIPTION", outlets.joined(separator: ", "))
      out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
    }
    return out + "END:VCALENDAR\r\n"
  }

  private func compact(_ date: CalendarDate) -> String { String("\(date)".filter { $0 != "-" }) }

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
  func markdown() throws(RenderError) -> String {
    func link(_ passage: Passage) -> String {
      "[\(Markdown.escape(labels[passage.article])) ¶\(paragraph(passage))](articles/\(Address.component(story.articles[passage.article].article.id)).md)"
    }
    func links(_ passages: [Passage]) -> String {
      var seen: Set<Int> = []
      return passages.sorted().filter { seen.insert($0.article).inserted }.map(link).joined(separator: ", ")
    }
    func text(_ passage: Passage) throws(RenderError) -> String { Markdown.escape(try words(passage)) }

    var out = "# \(Markdown.escape(story.title))\n\n"
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
      for claim in inAll.prefix(12) { out += "- \(try text(claim.mentions[0])) (\(links(claim.mentions)))\n" }
    }
    if !digest.differences.isEmpty {
      out += "\n## Where they differ\n\n"
      for difference in digest.differences {
        out += "- \(difference.kind.rawValue):\n"
        for side in difference.sides where !side.isEmpty { out += "  - \(try text(side[0])) (\(links(side)))\n" }
      }
    }
    if !digest.timeline.isEmpty {
      out += "\n## Timeline\n\n"
      for entry in digest.timeline where !entry.mentions.isEmpty {
        out += "- **\(DateWords.words(entry.date))**: \(try text(entry.mentions[0].passage)) (\(links(entry.mentions.map(\.passage))))\n"
      }
    }
    if !digest.quotes.isEmpty {
      out += "\n## Quotations\n"
      var heading = ""
      for quote in digest.quotes where !quote.variants.isEmpty {
        let speaker = "\n### \(quote.speakerName.map { Markdown.escape($0) } ?? "Nobody named")\n\n"
        if speaker != heading { out += speaker }
        heading = speaker
        out += "- \(try text(quote.variants[0].passage)) (\(links(quote.variants.map(\.passage))))\n"
        for variant in quote.variants.dropFirst() where variant.isAltered || variant.isOtherSpeaker {
          out += "  - \(try text(variant.passage)) (\(link(variant.passage)))\n"
        }
      }
    }
    if !digest.claims.isEmpty, count > 1, count <= 24 {
      out +=
        "\n## Coverage\n\n| Claim | \(labels.map { Markdown.escape($0) }.joined(separator: " | ")) |\n|---|\(String(repeating: ":-:|", count: count))\n"
      for claim in digest.claims where !claim.mentions.isEmpty {
        let carriers = Set(claim.mentions.map(\.article))
        out +=
          "| \(try text(claim.mentions[0])) | \(story.articles.indices.map { carriers.contains($0) ? "●" : " " }.joined(separator: " | ")) |\n"
      }
    }
    return out
  }
}
