import TextAnalysis

extension Importer {
  /// Makes an article of a saved page: HTML, or MHTML as browsers save it.
  ///
  /// ``Article/source`` of the result is not the page but the Markdown that was written from it: its lines are what can be read
  /// and cited, and the page's own lines often hold a whole article each. The blocks are the chosen part of the page; navigation
  /// and other boxes do not come into it.
  static func html(_ bytes: [UInt8], file: String, encoding: String? = nil) throws(ImportError) -> Article {
    var page = bytes
    var declared: String?
    if let archive = MHTML(bytes) {
      page = archive.html
      declared = archive.charset
    }
    let zeros = page.prefix(4096).reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    let marked =
      page.starts(with: [0xff, 0xfe]) || page.starts(with: [0xfe, 0xff])
      || encoding.flatMap(CharacterEncoding.name(ofLabel:))?.hasPrefix("utf-16") == true
    // Control characters other than white space and the escapes of ISO-2022-JP: no page has many.
    let controls = page.prefix(4096).reduce(0) { $0 + ($1 < 0x20 && $1 != 0 && !($1 >= 0x09 && $1 <= 0x0f) && $1 != 0x1b ? 1 : 0) }
    guard marked || page.count < 8 || zeros * 10 < min(page.count, 4096) && controls * 50 < min(page.count, 4096) + 200 else {
      throw .binary
    }
    let tree = HTMLTree(CharacterEncoding.decode(page, transport: encoding, declared: declared).utf8)
    guard tree.nodes.count <= partLimit else { throw .unsupported("a page of more than two million elements") }
    let known = PageMetadata(tree)
    let finder = ContentFinder(tree)
    var writer = PageWriter(tree, finder, base: known.base, headline: known.metadata.title, repeated: known.longHeading)
    // The publisher's own text, where the page shows less than half of it.
    if let body = known.articleBody, body.utf8.count > 400, writer.text.count * 2 < body.utf8.count {
      writer = PageWriter(paragraphs: PageMetadata.cleanParagraphs(body), headline: known.metadata.title, tree: tree, finder: finder)
    }
    guard !writer.text.isEmpty else { throw .empty }
    let scrape = Scrape(writer.text, blocks: writer.blocks, isStructured: true)
    var metadata = known.metadata
    for (field, name) in [(\Metadata.agency, "agency"), (\Metadata.language, "language")] where metadata[keyPath: field] == nil {
      metadata[keyPath: field] = scrape.metadata[keyPath: field]
      metadata.basis[name] = scrape.metadata.basis[name] ?? (metadata[keyPath: field] == nil ? nil : "text")
    }
    return Article(
      id: identifier(of: file), file: file, format: .html, source: String(decoding: writer.source, as: UTF8.self) + "\n",
      text: String(decoding: writer.text, as: UTF8.self), map: SourceMap(runs: writer.runs), blocks: scrape.blocks, markup: writer.markup,
      metadata: metadata)
  }

  /// Whether bytes without a telling name are a page.
  static func looksLikePage(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024).drop { $0 <= 0x20 || $0 >= 0xef }.prefix(200).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let text = String(decoding: head, as: UTF8.self)
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<?xml") && text.contains("<html")
      || text.hasPrefix("from: <saved by") || text.hasPrefix("mime-version:") && text.contains("multipart/related")
  }
}

extension PageMetadata {
  /// Text with entities decoded and tags off, its line breaks kept.
  static func cleanParagraphs(_ text: String) -> String {
    var withBreaks: [UInt8] = []
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      // </p> and <br> end a line.
      if bytes[i] == 0x3c, i + 2 < bytes.count,
        (bytes[i + 1] == 0x2f && bytes[i + 2] | 0x20 == 0x70) || (bytes[i + 1] | 0x20 == 0x62 && bytes[i + 2] | 0x20 == 0x72)
      {
        withBreaks.append(0x0a)
      }
      withBreaks.append(bytes[i])
      i += 1
    }
    return withBreaks.split(separator: 0x0a).map { line in
      var inline = MarkdownInline(Array(line), references: [])
      inline.dropTags()
      return String(decoding: inline.text, as: UTF8.self)
    }.joined(separator: "\n")
  }
}

/// A page in a MIME archive (RFC 2557), as Chrome and others save "web page, single file".
struct MHTML {
  var html: [UInt8]
  var charset: String?

  /// The first part of type text/html, decoded; nil if the bytes are no such archive.
  init?(_ bytes: [UInt8]) {
    let (top, bodyStart) = Self.headers(bytes, 0)
    guard let type = top["content-type"], type.lowercased().contains("multipart/"), let boundary = Self.parameter("boundary", of: type)
    else { return nil }
    let mark = Array("--\(boundary)".utf8)
    var i = bodyStart
    while i < bytes.count {
      guard let start = Self.find(mark, in: bytes, from: i) else { return nil }
      let (fields, contentStart) = Self.headers(bytes, Self.lineEnd(bytes, start))
      let end = Self.find(mark, in: bytes, from: contentStart) ?? bytes.count
      if let type = fields["content-type"], type.lowercased().hasPrefix("text/html") {
        charset = Self.parameter("charset", of: type)
        let content = bytes[min(contentStart, end)..<end]
        switch fields["content-transfer-encoding"]?.lowercased() {
        case "quoted-printable": html = Self.quotedPrintable(content)
        case "base64": html = Self.base64(content)
        default: html = Array(content)
        }
        return
      }
      guard end > i else { return nil }
      i = end
    }
    return nil
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] != 0x0a { i += 1 }
    return min(i + 1, bytes.count)
  }

  private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var i = start
    while i + mark.count <= bytes.count {
      if bytes[i] == 0x2d, i == 0 || bytes[i - 1] == 0x0a, bytes[i..<i + mark.count].elementsEqual(mark) { return i }
      i += 1
    }
    return nil
  }

  /// Header fields, lower-cased names, up to an empty line; continued lines are joined.
  private static func headers(_ bytes: [UInt8], _ start: Int) -> (fields: [String: String], end: Int) {
    var fields: [String: String] = [:]
    var name = ""
    var i = start
    while i < bytes.count {
      let end = lineEnd(bytes, i)
      var line = bytes[i..<end]
      while let last = line.last, last == 0x0a || last == 0x0d { line = line.dropLast() }
      i = end
      guard let first = line.first else { return (fields, i) }
      if first == 0x20 || first == 0x09 {
        fields[name, default: ""] += String(decoding: line, as: UTF8.self)
      } else if let colon = line.firstIndex(of: 0x3a), line.count < 20_000 {
        name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields[name] = String(decoding: line[(colon + 1)...].drop { $0 == 0x20 }, as: UTF8.self)
      } else {
        return (fields, i)
      }
      if fields.count > 100 { return (fields, i) }
    }
    return (fields, i)
  }

  private static func parameter(_ name: String, of field: String) -> String? {
    for part in field.split(separator: ";").dropFirst() {
      let pair = part.drop { $0 == " " || $0 == "\t" }
      guard pair.lowercased().hasPrefix(name + "=") else { continue }
      let value = pair.dropFirst(name.count + 1)
      return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value.prefix { $0 != " " })
    }
    return nil
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == 0x3d {
        if i + 2 < bytes.endIndex, let high = digit(bytes[i + 1]), let low = digit(bytes[i + 2]) {
          result.append(high << 4 | low)
          i += 3
          continue
        }
        if i + 1 < bytes.endIndex, bytes[i + 1] == 0x0a {
          i += 2
          continue
        }
        if i + 2 < bytes.endIndex, bytes[i + 1] == 0x0d, bytes[i + 2] == 0x0a {
          i += 3
          continue
        }
      }
      result.append(bytes[i])
      i += 1
    }
    return result
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5a: value = UInt32(byte - 0x41)
      case 0x61...0x7a: value = UInt32(byte - 0x61) + 26
      case 0x30...0x39: value = UInt32(byte - 0x30) + 52
      case 0x2b: value = 62
      case 0x2f: value = 63
      default: continue
      }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return result
  }
}
