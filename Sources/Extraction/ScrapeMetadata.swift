import TextAnalysis

extension Scrape {
  /// Title, dek, authors, date, outlet, agency and language, each only where a line of the scrape says it.
  mutating func readMetadata() {
    if let headline {
      metadata.title = text(lines[headline])
      metadata.basis["title"] = "headline line"
    }
    if let dek = lines.first(where: { $0.kind == .dek }) {
      metadata.dek = text(dek)
      metadata.basis["dek"] = "dek line"
    }
    let firstParagraph = lines.firstIndex { $0.kind == .paragraph } ?? 0
    for (i, line) in lines.enumerated() where (line.kind == .date || line.kind == .byline) && metadata.published == nil {
      guard i <= firstParagraph + 1 || i > lines.count - 4, let date = DateLine(document, line.tokens), !date.isUpdate else { continue }
      metadata.published = date.date
      metadata.basis["published"] = "date line"
    }
    readAuthors(before: firstParagraph)
    readCredits()
    metadata.language = Language.detect(in: document)
    if metadata.language != nil { metadata.basis["language"] = "text" }
  }

  /// The names of the first line that has some: bylines, then lines with the day ("Posted on May 3, 2019 by Ana Gil"), then the
  /// reporters of a credit. A byline's names may stand in a line each.
  private mutating func readAuthors(before firstParagraph: Int) {
    // Under two paragraphs of the story and over two, a byline is that of a box.
    let paragraphs = lines.indices.filter { lines[$0].kind == .paragraph }
    let inside = paragraphs.count >= 4 ? paragraphs[1]..<paragraphs[paragraphs.count - 2] : 0..<0
    for (i, line) in lines.enumerated() where line.kind == .byline && metadata.authors.isEmpty && !inside.contains(i) {
      metadata.authors = names(in: line)
      guard !metadata.authors.isEmpty else { continue }
      var next = i + 1
      while next < lines.count, lines[next].kind == .byline {
        if BareByline(document, lines[next].tokens)?.names.allSatisfy({ document.isGivenName(document.tokens[$0.lowerBound]) }) == true {
          for name in names(in: lines[next]) where !metadata.authors.contains(name) { metadata.authors.append(name) }
        }
        next += 1
      }
    }
    for (i, line) in lines.enumerated() where line.kind == .date && metadata.authors.isEmpty && i <= firstParagraph + 1 {
      metadata.authors = names(in: line)
    }
    for (i, line) in lines.enumerated() where line.kind == .credit && metadata.authors.isEmpty {
      guard var first = line.tokens.first else { continue }
      if document.tokens[first].kind == .open { first += 1 }
      // "By Ana Gil with AFP" stands at the top.
      let opening = i <= firstParagraph && word(first, "by") ? first + 1 : nil
      guard let end = opening ?? Self.reporters.longestMatch(at: first, in: document.tokens, limit: line.tokens.upperBound) else {
        continue
      }
      let names = document.tokens[end..<line.tokens.upperBound].prefix { $0.kind != .semicolon && $0.kind != .close }
      guard !names.isEmpty else { continue }
      metadata.authors = Byline.names(in: document.string(document.span(ofTokens: names.indices)))
    }
    // "Ana Gil, Reuters" right under the headline, where no picture stands.
    if metadata.authors.isEmpty, let headline, headline + 1 < lines.count, lines[headline + 1].kind == .credit,
      !isPictureCredit(headline + 1), let author = reporter(inCredit: lines[headline + 1])
    {
      metadata.authors = [author]
    }
    if !metadata.authors.isEmpty { metadata.basis["authors"] = "byline" }
  }

  /// A given name and a surname, a comma and an agency: "Ana Gil, Reuters".
  private func reporter(inCredit line: Line) -> String? {
    guard let first = line.tokens.first, document.isGivenName(document.tokens[first]),
      let comma = line.tokens.first(where: { document.tokens[$0].kind == .comma }), (2...5).contains(comma - first),
      let agency = FurnitureWords.agencies.longestMatch(at: comma + 1, in: document.tokens, limit: line.tokens.upperBound),
      agency.end == line.tokens.upperBound, document.tokens[comma + 1].isCapitalized
    else { return nil }
    let names = Byline.names(in: document.string(document.span(ofTokens: first..<comma)))
    return names.count == 1 ? names[0] : nil
  }

  private static let reporters = WordList(
    """
    reporting by
    reporting and writing by
    reporting and editing by
    reporting , writing and editing by
    """)

  /// The names in a byline, or beside the dates of a line.
  private func names(in line: Line) -> [String] {
    guard DateLine(document, line.tokens) != nil else { return line.kind == .byline ? Byline.names(in: text(line)) : [] }
    var rest = line.tokens
    while !rest.isEmpty {
      let date = DateLine(document, rest)
      let part = DateLine.withoutIntroduction(document, rest.lowerBound..<(date?.tokens.lowerBound ?? rest.upperBound))
      rest = (date?.tokens.upperBound ?? rest.upperBound)..<rest.upperBound
      guard let first = part.first else { continue }
      // Without "by" a name is known by its given name.
      let isOpened = FurnitureWords.bylineOpenings.longestMatch(at: first, in: document.tokens, limit: part.upperBound) != nil
      guard isOpened || document.isGivenName(document.tokens[first]) else { continue }
      // Behind the names: "Leave a comment", "3 comments".
      let end = part.first { FurnitureWords.endMarkers.longestMatch(at: $0, in: document.tokens, limit: part.upperBound) != nil }
      let names = Byline.names(in: document.string(document.span(ofTokens: first..<(end ?? part.upperBound))))
      if !names.isEmpty { return names }
    }
    return []
  }

  private func text(_ line: Line) -> String {
    document.string(TextSpan(line.raw.textStart..<line.raw.end)).split { $0 == "\n" || $0 == "\r" || $0 == "\u{a0}" || $0 == " " }
      .joined(separator: " ")
  }

  mutating func readCredits() {
    for (i, line) in lines.enumerated() where line.kind == .byline || line.kind == .credit && !isPictureCredit(i) {
      readCreditLine(line)
    }
    if metadata.agency == nil, let dateline = dateline() {
      metadata.agency = dateline
      metadata.basis["agency"] = "dateline"
    }
    guard metadata.agency == nil else { return }
    // Every picture from one agency: the copy uses its service.
    var found: Int?
    for (i, line) in lines.enumerated() where line.kind == .caption || line.kind == .credit && isPictureCredit(i) {
      guard let agency = agencyInCaption(line) else {
        if line.kind == .credit || namesItsMaker(line) { return }
        continue
      }
      if let found, found != agency { return }
      found = agency
    }
    if let found {
      metadata.agency = FurnitureWords.agencyNames[found]
      metadata.basis["agency"] = "photo credit"
    }
  }

  /// "TRT World and Agencies" names the outlet, "AFP" or "Reuters and AFP" the agency.
  private mutating func readCreditLine(_ line: Line) {
    var first: Int?
    var names: Range<Int>?
    for i in line.tokens {
      let token = document.tokens[i]
      if let match = FurnitureWords.agencies.longestMatch(at: i, in: document.tokens, limit: line.tokens.upperBound),
        token.isCapitalized || line.words <= 2
      {
        first = first ?? match.value
      } else if token.key == WordKey.of("and") || token.key == WordKey.of("with") {
        if names == nil, i > line.tokens.lowerBound, followsAgencies(i, line) { names = line.tokens.lowerBound..<i }
      }
    }
    if let first, metadata.agency == nil {
      metadata.agency = FurnitureWords.agencyNames[first]
      metadata.basis["agency"] = line.kind == .byline ? "byline" : "credit line"
    }
    if let names, first == nil, metadata.outlet == nil, line.kind == .credit, names.allSatisfy({ document.tokens[$0].isCapitalized }) {
      metadata.outlet = document.string(document.span(ofTokens: names))
      metadata.basis["outlet"] = "credit line"
    }
  }

  private func followsAgencies(_ i: Int, _ line: Line) -> Bool {
    i + 1 < line.tokens.upperBound
      && [WordKey.of("agencies"), WordKey.of("agency"), WordKey.of("wires")].contains(document.tokens[i + 1].key)
  }

  /// "Photograph: Jon Berg/PA" at the end of a caption.
  private func namesItsMaker(_ line: Line) -> Bool {
    line.tokens.suffix(16).contains { i in
      FurnitureWords.pictureWords.contains(document.tokens[i]) && i + 1 < line.tokens.upperBound && document.tokens[i + 1].kind == .colon
    }
  }

  private func agencyInCaption(_ line: Line) -> Int? {
    for i in line.tokens.suffix(16) where document.tokens[i].isCapitalized {
      if let match = FurnitureWords.agencies.longestMatch(at: i, in: document.tokens, limit: line.tokens.upperBound) { return match.value }
    }
    return nil
  }

  /// The agency in a dateline: "WASHINGTON (AP) —", "MOSCOW, May 10 (Reuters) -", "(Reuters) -" at the start of the story.
  private func dateline() -> String? {
    guard let line = lines.first(where: { $0.kind == .paragraph }) else { return nil }
    let tokens = document.tokens
    for i in line.tokens.prefix(14) where tokens[i].kind == .open {
      guard let match = FurnitureWords.agencies.longestMatch(at: i + 1, in: tokens, limit: line.tokens.upperBound),
        match.end < line.tokens.upperBound, tokens[match.end].kind == .close, match.end + 1 < line.tokens.upperBound,
        tokens[match.end + 1].kind == .dash
      else { continue }
      return FurnitureWords.agencyNames[match.value]
    }
    return nil
  }
}

/// The people a byline names.
enum Byline {
  /// "By Jane Doe and JOHN ROE, Reuters" → ["Jane Doe", "John Roe"]. Names of outlets, agencies and offices are left out.
  static func names(in line: String) -> [String] {
    var names: [String] = []
    for name in namesAsWritten(in: line).map(inOrdinaryCase) where !names.contains(name) { names.append(name) }
    return names
  }

  /// "JOHN O'NEIL" → "John O'Neil": a name of two words or more in capitals throughout that begins with a known given name; others
  /// stay as they are.
  static func inOrdinaryCase(_ name: String) -> String {
    let document = Document(name)
    let words = document.tokens.filter(\.isWord)
    guard words.count >= 2, document.isGivenName(words[0]), words[0].span.count > 2,
      words.allSatisfy({ $0.shape.contains(.allCaps) })
    else { return name }
    var result = ""
    var end: Int32 = 0
    for (i, word) in words.enumerated() {
      result += document.string(TextSpan(start: end, end: word.start))
      end = word.end
      let text = document.string(word)
      // "van der" is small inside a name; an initial and "III" stay.
      if i > 0, i + 1 < words.count, smallParticles.contains(word) {
        result += text.lowercased()
      } else if word.span.count <= 1 || word.shape.contains(.dotted) || numerals.contains(word) {
        result += text
      } else {
        result += capitalizedWord(text)
      }
    }
    return result + document.string(TextSpan(start: end, end: Int32(document.bytes.count)))
  }

  /// "O'NEIL" → "O'Neil", "MCINTYRE" → "McIntyre".
  private static func capitalizedWord(_ word: String) -> String {
    let parts = word.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "'" || $0 == "\u{2019}" })
    let marks = word.filter { $0 == "'" || $0 == "\u{2019}" }
    var result = ""
    for (part, mark) in zip(parts, marks.map(String.init) + [""]) {
      let small = part.dropFirst().lowercased()
      if part.first == "M", small.hasPrefix("c"), small.utf8.count >= 4 {
        result += "Mc" + small.dropFirst().prefix(1).uppercased() + small.dropFirst(2)
      } else {
        result += part.prefix(1) + small
      }
      result += mark
    }
    return result
  }

  private static let smallParticles = WordList("van\nvon\nder\nden\nde\nda\ndi\ndel\ndella\ndos\ndu\nbin\nibn\nal\nel\nter")
  private static let numerals = WordList("ii\niii\niv")

  private static func namesAsWritten(in line: String) -> [String] {
    // "ByAna Gil": a page's label and its next line.
    let isGlued = line.hasPrefix("By") && line.dropFirst(2).first?.isUppercase == true
    let document = Document(isGlued ? String(line.dropFirst(2)) : line)
    let tokens = document.tokens
    guard !tokens.isEmpty else { return [] }
    var i = FurnitureWords.bylineOpenings.longestMatch(at: 0, in: tokens) ?? 0
    if i < tokens.count, tokens[i].kind == .colon { i += 1 }
    let hasFullStop = tokens.count > 2 && tokens[tokens.count - 1].kind == .terminator && tokens[tokens.count - 2].span.count > 2
    let last = tokens.count - (hasFullStop ? 1 : 0)
    if i < last, let bare = BareByline(document, i..<last),
      bare.isSure || bare.names.allSatisfy({ document.isGivenName(tokens[$0.lowerBound]) })
    {
      var names: [String] = []
      for name in bare.names.map({ document.string(document.span(ofTokens: $0)) }) where !names.contains(name) { names.append(name) }
      return names
    }
    var names: [String] = []
    var start = i
    func close(_ end: Int) {
      defer { start = end + 1 }
      guard end > start, end - start <= 7 else { return }
      let part = start..<end
      guard tokens[part].contains(where: { $0.isWord }), tokens[start].isWord, tokens[start].isCapitalized,
        !tokens[part].contains(where: { $0.isNumber || $0.kind == .symbol }),
        !part.contains(where: { FurnitureWords.agencies.longestMatch(at: $0, in: tokens, limit: end) != nil && tokens[$0].isCapitalized }),
        !tokens[part].contains(where: { FurnitureWords.creditWords.contains($0) }) || isPerson(part)
      else { return }
      let words = tokens[part].reduce(0) { $0 + ($1.isWord ? 1 : 0) }
      guard words >= 2 || names.isEmpty && words == 1 && end == tokens.count else { return }
      let name = document.string(document.span(ofTokens: part))
      if !names.contains(name) { names.append(name) }
    }
    /// "Bill Press": a given name, and a surname that is a word of credit lines.
    func isPerson(_ part: Range<Int>) -> Bool {
      part.count == 2 && document.isGivenName(tokens[part.lowerBound]) && surnames.contains(tokens[part.lowerBound + 1])
        && tokens[part.lowerBound + 1].isCapitalized
    }
    while i < tokens.count {
      let token = tokens[i]
      let joins = token.isWord && joiners.contains(token) && !token.isCapitalized
      if token.kind == .comma || token.kind == .semicolon || token.kind == .open || token.kind == .symbol || joins
        || token.kind == .dash && token.shape.contains(.spaceBefore)
      {
        close(i)
        if token.kind != .comma, token.kind != .semicolon, !joins || roles.contains(token) { return names }
      }
      i += 1
    }
    var end = tokens.count
    if end > start, tokens[end - 1].kind == .terminator, end - start > 2, tokens[end - 2].span.count > 2 { end -= 1 }
    close(end)
    return names
  }

  /// Words for offices and of pages that are surnames too.
  static let surnames = WordList(
    """
    board
    guest
    home
    more
    press
    read
    reporter
    share
    """)

  private static let joiners = WordList(
    """
    and
    und
    et
    y
    e
    en
    with
    mit
    in
    at
    for
    of
    """)
  /// After these no further author follows.
  private static let roles = WordList(
    """
    in
    at
    for
    of
    """)
}
