import Extraction
import TextAnalysis

/// One document on its way into a story: a file's bytes, or an entry or record that a container held.
struct ImportCandidate: Sendable {
  /// As they will be written.
  var bytes: [UInt8]
  /// Of the file to be: `html`, `mhtml`, `md`, `txt`.
  var ending: String
  /// For diagnostics: a path or address, with `:12` for a line, `#3` for an entry or record.
  var origin: String
  /// Where the document was fetched from, or the container says it was.
  var address: String?
  /// See ``Retrieval``.
  var retrieved: String?
  /// The label of an encoding that the server gave with the document.
  var charset: String?
  /// What the container says and the document itself does not; goes into `story.yml`.
  var metadata = Metadata()
  /// A feed's summary in place of the article.
  var isSummary = false
  /// Whether no one named this very page: an archive holds frames and menus among its pages, and those are no faults.
  var isIncidental = false
}

extension ImportCandidate {
  /// The encoding that must be noted beside the file, because its bytes alone tell another or none.
  var encodingToNote: String? {
    guard let name = charset.flatMap(CharacterEncoding.name(ofLabel:)), CharacterEncoding.stated(in: bytes) != name else { return nil }
    let isMarked = bytes.starts(with: [0xef, 0xbb, 0xbf]) || bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
    // ASCII is the same in all encodings but these.
    let isPlain = !name.hasPrefix("utf-16") && name != "iso-2022-jp" && bytes.allSatisfy { $0 < 0x80 }
    return isMarked || isPlain ? nil : name
  }
}

/// What one source holds.
struct ImportContents: Sendable {
  var candidates: [ImportCandidate] = []
  var diagnostics: [Diagnostic] = []
  /// Records of a web archive that are no pages.
  var passedOver = 0
}

/// What a source is, by its name, the type its server gives it, and its first bytes.
enum SourceKind: Sendable, Equatable {
  case html, mhtml, text, markdown, xml, json, jsonLines, webArchive

  /// Endings that are looked for in folders, in lower case.
  private static let endings: [(ending: String, kind: SourceKind)] = [
    ("html", .html), ("htm", .html), ("xhtml", .html), ("mhtml", .mhtml), ("mht", .mhtml), ("txt", .text), ("md", .markdown),
    ("markdown", .markdown), ("json", .json), ("jsonl", .jsonLines), ("ndjson", .jsonLines), ("xml", .xml), ("rss", .xml), ("atom", .xml),
    ("rdf", .xml), ("warc", .webArchive), ("warc.gz", .webArchive),
  ]

  /// The kind that a file's name tells; nil for an ending that is not known.
  static func named(_ name: String) -> SourceKind? {
    let lower = name.lowercased()
    return endings.first { lower.hasSuffix("." + $0.ending) && lower.utf8.count > $0.ending.utf8.count + 1 }?.kind
  }

  /// The kind that a media type tells; nil for types that say nothing, such as `application/octet-stream`.
  ///
  /// Throws for types that are no articles: pictures, films, style sheets.
  static func served(as contentType: String) throws(UnsupportedType) -> SourceKind? {
    let type = mediaType(contentType)
    switch type {
    case "text/html", "application/xhtml+xml": return .html
    case "text/plain": return .text
    case "text/markdown", "text/x-markdown": return .markdown
    case "multipart/related", "message/rfc822", "application/x-mimearchive": return .mhtml
    case "application/json", "application/feed+json", "text/json": return .json
    case "application/jsonl", "application/x-ndjson", "application/x-jsonlines", "application/json-lines": return .jsonLines
    case "application/warc": return .webArchive
    case "text/xml", "application/xml": return .xml
    case "", "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip": return nil
    case _ where type.hasSuffix("+xml") && type != "image/svg+xml": return .xml
    default: throw UnsupportedType(name: type)
    }
  }

  struct UnsupportedType: Error, Equatable {
    var name: String
  }

  /// `text/html` of `Text/HTML; charset=utf-8`.
  static func mediaType(_ contentType: String) -> String {
    String(contentType.prefix { $0 != ";" && $0 != "," }.filter { !$0.isWhitespace }).lowercased()
  }

  /// `windows-1251` of `text/html; charset="windows-1251"`; nil without one.
  static func charset(_ contentType: String) -> String? {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" } }
      if pair.count == 2, pair[0].lowercased() == "charset", !pair[1].isEmpty { return pair[1] }
    }
    return nil
  }

  /// The kind that the first bytes tell; text if nothing else.
  static func sniffed(_ bytes: [UInt8]) -> SourceKind {
    if bytes.starts(with: [0x1f, 0x8b]) || bytes.starts(with: "WARC/".utf8) { return .webArchive }
    let head = bytes.prefix(1024).drop { $0 <= 0x20 || $0 == 0xef || $0 == 0xbb || $0 == 0xbf }
    let start = String(decoding: head, as: UTF8.self).lowercased()
    if start.hasPrefix("<?xml") || start.hasPrefix("<rss") || start.hasPrefix("<feed") || start.hasPrefix("<rdf:") {
      return start.contains("<html") ? .html : .xml
    }
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<head") || start.hasPrefix("<!--") { return .html }
    if start.hasPrefix("mime-version:") || (start.hasPrefix("from:") && start.contains("multipart/related")) { return .mhtml }
    if start.hasPrefix("{") { return bytes.contains(0x0a) && (try? JSON(parsing: bytes)) == nil ? .jsonLines : .json }
    if start.hasPrefix("[{") || start.hasPrefix("[\n") { return .json }
    return .text
  }

  /// All three together: the first bytes of what is served as a page, as XML or as text decide between page and feed.
  static func of(_ bytes: [UInt8], name: String, contentType: String?) throws(UnsupportedType) -> SourceKind {
    if let contentType {
      let served = try served(as: contentType)
      switch served {
      case .html?, .xml?, .text?:
        let sniffed = sniffed(bytes)
        return sniffed == .xml || sniffed == .html ? sniffed : served ?? sniffed
      case let kind?: return kind
      case nil: break
      }
    }
    guard let named = named(name) else { return sniffed(bytes) }
    return named == .xml && sniffed(bytes) == .html ? .html : named
  }
}

extension ImportContents {
  /// What a source that fits into memory holds. Web archives go through ``webArchive(_:name:take:)``.
  ///
  /// - Parameters:
  ///   - name: the file or address, for names and diagnostics.
  ///   - kind: what the bytes are.
  ///   - address: where they were fetched from; nil for files.
  ///   - retrieved: when; nil for files.
  ///   - charset: the label of an encoding that the server gave; nil for files.
  init(
    of bytes: [UInt8], kind: SourceKind, name: String, address: String? = nil, retrieved: String? = nil, charset: String? = nil
  ) {
    func single(_ ending: String) -> ImportCandidate {
      ImportCandidate(bytes: bytes, ending: ending, origin: name, address: address, retrieved: retrieved, charset: charset)
    }
    switch kind {
    case .html:
      var candidate = single("html")
      if address == nil { candidate.takeSavedPageComment() }
      candidates = [candidate]
    case .mhtml:
      var candidate = single("mhtml")
      candidate.charset = nil
      candidate.takeArchiveHeader()
      candidates = [candidate]
    case .text: candidates = [single("txt")]
    case .markdown: candidates = [single("md")]
    case .xml: readXMLFeed(bytes, name: name, address: address, retrieved: retrieved, charset: charset)
    case .json: readJSON(bytes, name: name, address: address, retrieved: retrieved)
    case .jsonLines: readLines(bytes, name: name, retrieved: retrieved)
    case .webArchive: diagnostics.append(Diagnostic(.error, name, "a web archive inside another source; left out"))
    }
  }

  // MARK: - Feeds

  private mutating func readXMLFeed(_ bytes: [UInt8], name: String, address: String?, retrieved: String?, charset: String?) {
    do throws(Feed.Failure) {
      let feed = try Feed(xml: bytes, charset: charset)
      if let fault = feed.fault {
        diagnostics.append(
          Diagnostic(
            .error, name, line: fault.line, column: fault.column, "not XML from here on: \(fault.message); what comes before is read"))
      }
      take(feed, name: name, address: address, retrieved: retrieved)
    } catch {
      switch error {
      case .unknownRoot(let root):
        diagnostics.append(Diagnostic(.error, name, "XML, but no feed: its root is <\(root.prefix(60))>; left out"))
      case .notXML(let fault):
        diagnostics.append(Diagnostic(.error, name, line: fault.line, column: fault.column, "not XML: \(fault.message); left out"))
      }
    }
  }

  private mutating func take(_ feed: Feed, name: String, address: String?, retrieved: String?) {
    if feed.entries.isEmpty, feed.fault == nil { diagnostics.append(Diagnostic(.warning, name, "the feed has no entries")) }
    for (i, entry) in feed.entries.enumerated() {
      let origin = "\(name)#\(i + 1)"
      let link = entry.link.flatMap { WebAddress.absolute($0, base: address) }
      guard !entry.body.isEmpty else {
        diagnostics.append(
          Diagnostic(.error, origin, "the feed's entry has no text\(link.map { ", only the link \($0)" } ?? ""); left out"))
        continue
      }
      candidates.append(
        ImportCandidate(
          bytes: feed.page(of: entry, address: link), ending: "html", origin: origin, address: link, retrieved: retrieved,
          isSummary: entry.isSummary))
    }
  }

  // MARK: - JSON

  private mutating func readJSON(_ bytes: [UInt8], name: String, address: String?, retrieved: String?) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...])
    } catch {
      // `.json` is also what some call JSON Lines.
      let firstLine = bytes.prefix { $0 != 0x0a }
      if firstLine.count < bytes.count, (try? JSON(parsing: firstLine)) != nil {
        readLines(bytes, name: name, retrieved: retrieved)
        return
      }
      let (line, column) = OffsetIndex(bytes).position(at: Int32(clamping: error.offset))
      diagnostics.append(Diagnostic(.error, name, line: line, column: column, "not JSON: \(error.message); left out"))
      return
    }
    if Feed.isFeed(json) {
      take(Feed(json: json), name: name, address: address, retrieved: retrieved)
    } else if case .array(let articles) = json {
      for (i, article) in articles.enumerated() { take(article, origin: "\(name)#\(i + 1)", number: i + 1, retrieved: retrieved) }
      if articles.isEmpty { diagnostics.append(Diagnostic(.warning, name, "the list is empty")) }
    } else {
      take(json, origin: name, number: 1, retrieved: retrieved)
    }
  }

  private mutating func readLines(_ bytes: [UInt8], name: String, retrieved: String?) {
    var number = 0
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if number == 1, line.starts(with: [0xef, 0xbb, 0xbf]) { line = line.dropFirst(3) }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(ArticleLine.Failure) {
        take(try ArticleLine(parsing: line, number: number), origin: "\(name):\(number)", retrieved: retrieved)
      } catch {
        diagnostics.append(error.diagnostic(of: Array(line), file: name, line: number))
      }
    }
  }

  private mutating func take(_ json: JSON, origin: String, number: Int, retrieved: String?) {
    do throws(ArticleLine.Failure) {
      take(try ArticleLine(parsing: json.line, number: number), origin: origin, retrieved: retrieved)
    } catch {
      let reason =
        switch error {
        case .missingText: "neither a JSON Feed nor an article: the key \"text\" is missing"
        case .notAnObject: "neither a JSON Feed nor an article"
        case .wrongType(let key, let expected): "\"\(key)\" should be \(expected)"
        case .notADate(let value): "\"\(value)\" is not a date of the form YYYY-MM-DD"
        case .notJSON(_, let message): "not JSON: \(message)"
        }
      diagnostics.append(Diagnostic(.error, origin, "\(reason); left out"))
    }
  }

  private mutating func take(_ line: ArticleLine, origin: String, retrieved: String?) {
    var candidate = ImportCandidate(bytes: Array(line.article.source.utf8), ending: "txt", origin: origin, retrieved: retrieved)
    // The text is written as it is, so what the line says beside it goes into story.yml; what the text says it says again.
    candidate.metadata = line.article.metadata
    for (key, basis) in line.article.metadata.basis where basis != "JSON Lines" {
      switch key {
      case "title": candidate.metadata.title = nil
      case "dek": candidate.metadata.dek = nil
      case "published": candidate.metadata.published = nil
      case "outlet": candidate.metadata.outlet = nil
      case "agency": candidate.metadata.agency = nil
      case "url": candidate.metadata.url = nil
      case "language": candidate.metadata.language = nil
      case "authors" where line.article.metadata.authors != authors(in: line): candidate.metadata.authors = []
      default: continue
      }
    }
    candidate.address = candidate.metadata.url.flatMap { WebAddress.absolute($0, base: nil) }
    candidates.append(candidate)
  }

  private func authors(in line: ArticleLine) -> [String] {
    guard case .array(let authors)? = line.rest.last(where: { $0.key == "authors" })?.value else { return [] }
    return authors.compactMap(\.string)
  }

  // MARK: - Web archives

  /// Reads a web archive piece by piece and hands on each page (a successful response of type HTML) as it comes.
  ///
  /// - Parameters:
  ///   - source: the next piece of the file; empty at the end.
  ///   - take: receives one page or diagnostic at a time.
  /// - Returns: how many records were no pages.
  static func webArchive(
    _ source: @escaping () throws(FileError) -> [UInt8], name: String, take: (ImportContents) async -> Void
  ) async -> Int {
    var archive = WebArchive(source)
    var passedOver = 0
    func fail(_ origin: String, _ reason: String) async {
      await take(ImportContents(diagnostics: [Diagnostic(.error, origin, reason)]))
    }
    do throws(WebArchive.Failure) {
      while let item = try archive.next(where: { type, target in
        let isPage = type == "response" && target.map { $0.lowercased().hasPrefix("http") } ?? false
        if !isPage { passedOver += 1 }
        return isPage
      }) {
        switch item {
        case .tooLarge(let target, let bytes):
          await fail(target ?? name, "\(bytes / 1_000_000) MB in \(name), at most 20 MB are read; left out")
        case .record(let record):
          guard let message = HTTPMessage(parsing: record.content), let target = record.target, (200..<300).contains(message.status),
            (try? SourceKind.served(as: message["content-type"] ?? "")) == .html
          else {
            passedOver += 1
            continue
          }
          let origin = "\(name)#\(record.number)"
          do throws(HTTPMessage.BodyError) {
            let body = try message.decodedBody(limit: Importer.byteLimit)
            let candidate = ImportCandidate(
              bytes: body, ending: "html", origin: origin, address: WebAddress.absolute(target, base: nil), retrieved: record.date,
              charset: SourceKind.charset(message["content-type"] ?? ""), isIncidental: true)
            var contents = ImportContents(candidates: [candidate])
            if let reason = record["warc-truncated"] {
              contents.diagnostics.append(
                Diagnostic(.warning, origin, "the archive cut this page off (\(reason)); it is read as far as it goes"))
            }
            await take(contents)
          } catch {
            switch error {
            case .coding(let name): await fail(origin, "packed by \"\(name)\", which cannot be unpacked; left out")
            case .damaged(let error): await fail(origin, "\(error.reason); left out")
            }
          }
        }
      }
    } catch {
      switch error {
      case .file(let error): await fail(name, "cannot be read: \(error.reason); the pages before that are read")
      case .inflate(let error): await fail(name, "\(error.reason); the pages before that are read")
      case .malformed(0): await fail(name, "not a web archive (WARC); left out")
      case .malformed(let number): await fail(name, "no record follows record \(number); the pages up to there are read")
      case .truncated(let number): await fail(name, "ends within record \(number); the pages before that are read")
      }
    }
    return passedOver
  }
}

extension InflateError {
  /// In a diagnostic's words.
  var reason: String {
    switch self {
    case .corrupt: "damaged: the compressed data make no sense"
    case .truncated: "the compressed data are cut off"
    case .tooLarge: "unpacks to more than any page or archive would"
    case .outOfMemory: "there is not enough memory to unpack it"
    }
  }
}

extension ImportCandidate {
  /// MHTML: the header says where and when the page was saved (RFC 2557; `Snapshot-Content-Location` is Chrome's).
  fileprivate mutating func takeArchiveHeader() {
    guard let (lines, _) = HTTPMessage.headerLines(of: bytes[...]) else { return }
    let fields = lines.compactMap(HTTPMessage.field)
    if address == nil, let location = fields.first(where: { $0.name == "snapshot-content-location" })?.value {
      address = WebAddress.absolute(location, base: nil)
    }
    if retrieved == nil { retrieved = fields.first { $0.name == "date" }.flatMap { Feed.day($0.value) }.map { "\($0)" } }
  }

  /// SingleFile begins its pages with a comment: `Page saved with SingleFile`, `url: …`, `saved date: Tue Nov 10 2020 …`.
  fileprivate mutating func takeSavedPageComment() {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let marker = head.firstRange(of: "saved with SingleFile") else { return }
    for line in head[marker.upperBound...].split(whereSeparator: \.isNewline).prefix(4) {
      guard let (name, value) = HTTPMessage.field(String(line)) else { continue }
      if name == "url" { address = WebAddress.absolute(value, base: nil) }
      if name == "saved date" {
        let parts = value.split(separator: " ")
        if parts.count > 3 { retrieved = Feed.day("\(parts[2]) \(parts[1]) \(parts[3])").map { "\($0)" } }
      }
    }
  }
}
