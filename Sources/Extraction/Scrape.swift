import TextAnalysis

/// Tells the story from the furniture in a text scraped from a page.
///
/// Every non-blank line ends up in a block and every block has a kind. The order of the work: lines are put together to blocks;
/// short lines are compared with the fixed phrases of page furniture; in a dump of a whole page the stretch with the most prose
/// is found, as in jusText (Pomikálek, "Removing boilerplate and duplicate content from web corpora", 2011), but by maximum
/// subarray instead of neighbourhood rules; then headline, dek, captions, credits and crossheads are told by their place. What
/// looks like a sentence and is not a known phrase stays a paragraph.
struct Scrape {
  struct Line {
    var raw: RawBlock
    /// Token indices.
    var tokens: Range<Int>
    var words = 0
    var capitalized = 0
    var functionWords = 0
    /// Ends a sentence: `.`, `!`, `?`, `…`, closing marks after them allowed.
    var isTerminated = false
    var endsWithColon = false
    var endsWithQuestion = false
    /// Longer than the part that was tokenized.
    var isLong = false
    var sentences = 0
    var kind: Block.Kind?

    /// A sentence or more of running text.
    var isProse: Bool { isLong || isTerminated && words >= 4 || words >= 25 && functionWords * 5 >= words }
    /// As short as a heading, and no sentence.
    var isShort: Bool { !isLong && !isProse && words <= 25 }
  }

  let document: Document
  var lines: [Line]
  /// The blocks come from a page whose elements said what is a heading, an item, a caption.
  private let isStructured: Bool
  var isDump = false
  var headline: Int?
  /// The lines that hold the story and what stands between its paragraphs.
  var region: Range<Int>
  var metadata = Metadata()

  /// Bytes of a line that are looked at for its kind.
  private static let lookedAt = 1200

  init(_ bytes: [UInt8], blocks raw: [RawBlock], isStructured: Bool = false) {
    self.isStructured = isStructured
    document = Document(
      bytes: bytes,
      blocks: raw.map { Block(span: TextSpan($0.textStart..<min($0.end, $0.textStart + Self.lookedAt)), kind: .paragraph) })
    lines = []
    lines.reserveCapacity(raw.count)
    region = 0..<raw.count
    for (i, block) in raw.enumerated() { lines.append(measure(block, i)) }
    classify()
  }

  /// The story of a text whose lines have not been put together yet.
  init(_ bytes: [UInt8]) {
    self.init(bytes, blocks: bytes.withUnsafeBufferPointer { ScrapeLines.blocks(of: $0) })
  }

  var blocks: [Block] {
    lines.map { line in
      let kind = line.kind ?? .paragraph
      return Block(span: TextSpan((kind.isStory ? line.raw.textStart : line.raw.start)..<line.raw.end), kind: kind)
    }
  }

  private func measure(_ raw: RawBlock, _ index: Int) -> Line {
    var line = Line(raw: raw, tokens: document.tokensOfBlock[index])
    line.isLong = raw.end - raw.textStart > Self.lookedAt
    line.sentences = document.sentencesOfBlock[index].count
    for i in line.tokens {
      let token = document.tokens[i]
      if token.isWord {
        line.words += 1
        if token.isCapitalized { line.capitalized += 1 }
        if Language.functionWords.contains(token) { line.functionWords += 1 }
      } else if token.isNumber {
        line.words += 1
        line.capitalized += 1
      }
    }
    for i in line.tokens.reversed() {
      switch document.tokens[i].kind {
      case .doubleQuote, .singleQuote, .close: continue
      case .terminator:
        line.isTerminated = true
        line.endsWithQuestion = document.bytes[Int(document.tokens[i].end) - 1] == 0x3f
      case .colon: line.endsWithColon = true
      case .word where document.tokens[i].shape.contains(.dotted): line.isTerminated = line.words > 3
      default: break
      }
      break
    }
    return line
  }

  // MARK: - The order of the work

  private mutating func classify() {
    if isStructured { return classifyStructured() }
    guard lines.count > 1 else {
      // A text of one paragraph is never furniture.
      return
    }
    let prose = lines.reduce(0) { $0 + ($1.isProse ? 1 : 0) }
    guard prose > 0 else {
      // No sentence at all: nothing can be told from anything.
      return
    }
    for i in lines.indices { lines[i].kind = fixedKind(i) }
    for i in lines.indices.dropLast() {
      guard let kind = labelOfPicture(lines[i]) else { continue }
      lines[i].kind = .label
      if lines[i + 1].words <= (kind == .caption ? 60 : 12), lines[i + 1].raw.blanksBefore <= 1 { lines[i + 1].kind = kind }
    }
    releaseBylines()
    isDump = looksLikeDump()
    if isDump { findRegion() }
    cutEnd()
    findHeadline()
    findAnnouncements()
    findCaptionsUnderCredits()
    findBylines()
    classifyTop()
    classifyBody()
    classifyOutside()
    readMetadata()
  }

  /// The kinds of a page's blocks: what its elements say, then the fixed phrases, then the end.
  private mutating func classifyStructured() {
    for i in lines.indices {
      let raw = lines[i].raw
      if raw.isHeadline {
        lines[i].kind = .headline
        headline = i
      } else if raw.isCaption {
        lines[i].kind = .caption
      } else if raw.isRow || lines[i].isLong {
        continue
      } else if let kind = fixedKind(i), kind != .caption || !raw.isListItem && raw.heading == 0 {
        lines[i].kind = kind
      } else if isLinkLine(i) {
        lines[i].kind = .teaser
      } else if raw.heading == 0, !raw.isListItem, isTimeOfDay(lines[i]) {
        lines[i].kind = .date
      } else if raw.heading == 0, !raw.isListItem, isLoneDateline(i) {
        lines[i].kind = .label
      }
    }
    if let headline { region = min(headline + 1, lines.count)..<lines.count }
    releaseBylines()
    dropRepeats()
    cutStructuredEnd()
    for i in lines.indices where lines[i].kind == nil {
      let raw = lines[i].raw
      if !region.contains(i) {
        lines[i].kind = lines[i].isProse ? .teaser : .boilerplate
      } else if raw.heading > 0 {
        lines[i].kind = .crosshead
      } else {
        lines[i].kind = raw.isQuote ? .blockquote : raw.isListItem ? .listItem : .paragraph
      }
    }
    // A heading with nothing under it before the next heading of its rank or the end is no crosshead.
    var open: Int?
    for i in region where lines[i].kind?.isStory == true || lines[i].kind == .crosshead || lines[i].kind == .teaser {
      if lines[i].kind != .crosshead { open = lines[i].kind == .teaser ? open : nil } else { open = i }
    }
    if let open { lines[open].kind = .label }
    metadata.language = Language.detect(in: document)
    readCredits()
  }

  /// An article has one byline, two at most: three and more that differ, with prose between them, say who made the things that the
  /// article lists ("Published by …").
  private mutating func releaseBylines() {
    var bylines: [Int] = []
    var seen: Set<[UInt64]> = []
    var prose = 0
    for (i, line) in lines.enumerated() {
      if line.kind == .byline, prose >= 25 {
        if seen.insert(keys(line)).inserted { bylines.append(i) }
        prose = 0
      } else if line.isProse, line.kind == nil {
        prose += line.words
      }
    }
    if bylines.count >= 3 { for i in bylines { lines[i].kind = nil } }
  }

  /// A line that is all link: a pointer to other articles, unless it is a paragraph among paragraphs.
  private func isLinkLine(_ i: Int) -> Bool {
    let line = lines[i]
    guard line.raw.linkShare >= 0.85, line.raw.heading == 0 else { return false }
    if line.raw.isListItem {
      // A list whose items are all links is a menu or a list of articles; in the middle of a story it may be the story's.
      func isLinked(_ j: Int) -> Bool { lines.indices.contains(j) && lines[j].raw.isListItem && lines[j].raw.linkShare >= 0.85 }
      return isLinked(i - 1) || isLinked(i + 1) || !(lines.indices.contains(i + 1) && lines[i + 1].raw.isListItem)
    }
    return !(line.isProse && line.words >= 8)
  }

  /// The headline, the dek or a paragraph again.
  private mutating func dropRepeats() {
    var seen: [[UInt64]: Int] = [:]
    for i in lines.indices where !lines[i].isLong && lines[i].words >= 2 && !lines[i].raw.isRow {
      let words = keys(lines[i])
      if let first = seen[words] {
        if first == headline {
          lines[i].kind = .headline
        } else if lines[i].words >= 8, lines[first].kind != .dek {
          lines[i].kind = lines[i].kind ?? .teaser
        }
      } else {
        seen[words] = i
      }
    }
  }

  private mutating func cutStructuredEnd() {
    let all = region.reduce(0) { $0 + (lines[$1].isProse && lines[$1].kind == nil ? lines[$1].words : 0) }
    var before = 0
    for i in region {
      let line = lines[i]
      if before > 0, isEndMarker(line) {
        if isBoxInStory(i) {
          lines[i].kind = lines[i].kind ?? .boilerplate
          // What the box says of itself in a few words belongs to it.
          for j in i + 1..<region.upperBound {
            guard lines[j].isShort, lines[j].words <= 8, lines[j].raw.heading == 0, !isSpoken(lines[j]) else { break }
            lines[j].kind = lines[j].kind ?? .boilerplate
          }
          continue
        }
        if before * 10 >= all * 5 {
          region = region.lowerBound..<i
          break
        }
      }
      if line.isProse, line.kind == nil { before += line.words }
    }
    var end = region.upperBound
    while end > region.lowerBound + 1, case let line = lines[end - 1] {
      if line.kind == nil {
        // Short words that close the story without a full stop are few and no heading.
        guard
          line.raw.heading > 0 || line.raw.linkShare > 0.6 && line.isShort
            || !line.raw.isListItem && !line.raw.isRow && line.isShort && line.words <= 6 && !line.endsWithColon && !isSpoken(line)
        else { break }
      } else if line.kind?.isStory == true || line.kind == .caption {
        break
      }
      end -= 1
    }
    region = region.lowerBound..<end
    trimAuthorNote()
  }

  /// An advertisement or the offer of a newsletter, under which the story goes on: two paragraphs of prose or more that are no links.
  private func isBoxInStory(_ marker: Int) -> Bool {
    guard lines[marker].raw.heading == 0, let first = firstToken(lines[marker]),
      FurnitureWords.boxMarkers.longestMatch(at: first, in: document.tokens, limit: lines[marker].tokens.upperBound) != nil
    else { return false }
    var paragraphs = 0
    for i in marker + 1..<region.upperBound {
      let line = lines[i]
      if line.raw.heading > 0 || line.kind != .boilerplate && isEndMarker(line) { break }
      let isParagraph = line.isProse && line.kind == nil && line.words >= 12 && line.raw.linkShare < 0.5 && !line.raw.isListItem
      if isParagraph { paragraphs += 1 }
      if paragraphs == 2 { return true }
    }
    return false
  }

  /// "10.10 GMT", "9:05 a.m. ET": the time of day of an entry in a running report, and nothing else.
  private func isTimeOfDay(_ line: Line) -> Bool {
    guard (1...5).contains(line.words), !line.isTerminated || line.words <= 3, let first = line.tokens.first,
      document.tokens[first].isNumber
    else { return false }
    var hasColon = false
    var hasZone = false
    for i in line.tokens {
      let token = document.tokens[i]
      if token.isNumber {
        hasColon = hasColon || document.bytes[Int(token.start)..<Int(token.end)].contains { $0 == 0x2e || $0 == 0x3a }
      } else if DateLine.isHalfOrZone(token) {
        hasZone = true
      } else if token.kind == .colon {
        hasColon = true
      } else if token.isWord {
        return false
      }
    }
    return hasColon && hasZone
  }

  /// "Brackwater GNN —": where a report comes from, in a block of its own over the report.
  private func isLoneDateline(_ i: Int) -> Bool {
    let line = lines[i]
    guard line.words <= 6, !line.isTerminated, i + 1 < lines.count, lines[i + 1].isProse, let first = line.tokens.first,
      document.tokens[first].isCapitalized, let last = line.tokens.last
    else { return false }
    return document.tokens[last].kind == .dash
  }

  /// A sentence, however short, that ends with its closing quotation mark.
  private func isSpoken(_ line: Line) -> Bool {
    guard line.isTerminated, line.words > 0, let last = line.tokens.last else { return false }
    return document.tokens[last].kind == .doubleQuote
  }

  // MARK: - Fixed phrases

  /// The kind of a line that its own words tell, wherever it stands.
  private func fixedKind(_ i: Int) -> Block.Kind? {
    let line = lines[i]
    guard !line.isLong else { return nil }
    // "___", "* * *"
    if line.words == 0 { return .boilerplate }
    if isReadingTime(line) { return .readingTime }
    if line.words <= 16, let date = DateLine(document, line.tokens), date.isWholeLine { return .date }
    // "Updated 9:12 a.m. ET", "Published 2 hours ago"
    if line.words <= 8, line.words >= 2, !line.isTerminated, DateLine.isTime(document, line.tokens) { return .date }
    if isCredit(line) || saysWhoGaveThePicture(line) || isLabelledCredit(line) || isStaffCredit(line) || isContribution(i) {
      return .credit
    }
    if isByline(line) { return .byline }
    if let kind = severalInOne(line) { return kind }
    if isBoilerplate(line) || isEditorsNote(line) || isExchangeRate(line) || isAppeal(line) || pointsToCoverage(line) || endsWithButton(i) {
      return .boilerplate
    }
    if isCaption(line) { return .caption }
    if isTeaser(line) { return .teaser }
    return nil
  }

  /// "March 15, 2022 · 3 min read · By Jane Doe", "Jane Doe November 22, 2018": several pieces of furniture in one line.
  private func severalInOne(_ line: Line) -> Block.Kind? {
    guard line.isShort, line.words >= 4, line.words <= 20 else { return nil }
    let tokens = document.tokens
    var byline = false
    var other = false
    var names = false
    var role = false
    var parts = 0
    var start = line.tokens.lowerBound
    for i in line.tokens.lowerBound...line.tokens.upperBound {
      if i < line.tokens.upperBound {
        guard tokens[i].kind == .symbol, tokens[i].span.count <= 3, tokens[i].shape.contains(.spaceBefore) || isBar(i) else { continue }
        guard Self.dividers.contains(where: { document.bytes[tokens[i].span.range].elementsEqual($0) }) else { continue }
      }
      defer { start = i + 1 }
      guard start < i else { continue }
      parts += 1
      var part = Line(raw: line.raw, tokens: start..<i)
      for j in part.tokens where tokens[j].isWord || tokens[j].isNumber { part.words += 1 }
      if isReadingTime(part) {
        other = true
      } else if isByline(part) {
        byline = true
      } else if let date = DateLine(document, part.tokens) {
        // Before the day at most a name, or "By" and names; after it a time, or names.
        let before = DateLine.withoutIntroduction(document, start..<date.tokens.lowerBound)
        guard
          date.isWholeLine
            || FurnitureWords.bylineOpenings.longestMatch(at: start, in: tokens, limit: i) == date.tokens.lowerBound
            || (isOpenedByline(before) || isByGivenNames(before)
              || before.count <= 4
                && tokens[before].allSatisfy({ ($0.isCapitalized || $0.kind == .comma) && !Language.functionWords.contains($0) }))
              && !tokens[date.tokens.upperBound..<part.tokens.upperBound].contains(where: {
                $0.isWord && !$0.isCapitalized && $0.span.count > 2
              })
        else { return nil }
        other = true
      } else if part.words <= 4,
        part.tokens.contains(where: { FurnitureWords.creditWords.contains(tokens[$0]) || Self.writers.contains(tokens[$0]) })
      {
        role = true
      } else if isNames(part) {
        names = true
      } else if part.words > 4, !(other && DateLine.isTime(document, part.tokens)) {
        return nil
      }
    }
    if parts == 2, names, role { return .byline }
    return parts == 1 ? (other ? .date : nil) : byline ? .byline : other ? .date : nil
  }

  /// "Ana Gil in Porto and Ian O'Neil": a byline without "by", as a part of a line.
  private func isByGivenNames(_ range: Range<Int>) -> Bool {
    BareByline(document, range)?.names.allSatisfy { document.isGivenName(document.tokens[$0.lowerBound]) } == true
  }

  /// "by Ana Gil and João Reis": an opening word and names, as a part of a line.
  private func isOpenedByline(_ range: Range<Int>) -> Bool {
    guard let first = range.first,
      let names = FurnitureWords.bylineOpenings.longestMatch(at: first, in: document.tokens, limit: range.upperBound),
      names < range.upperBound, range.upperBound - names <= 10
    else { return false }
    return document.tokens[names..<range.upperBound].allSatisfy {
      $0.isCapitalized || !$0.isWord && !$0.isNumber || FurnitureWords.nameJoiners.contains($0) || FurnitureWords.creditWords.contains($0)
    }
  }

  /// "Ana Gil and João Reis": two names or one, of two words or more.
  private func isNames(_ line: Line) -> Bool {
    guard line.words >= 2, line.words <= 7 else { return false }
    return line.tokens.allSatisfy { i in
      let token = document.tokens[i]
      return token.isWord ? token.isCapitalized || word(i, "and", "und", "et", "y") : token.kind == .comma || token.kind == .terminator
    }
  }

  /// `|`, `·`, `•`, `/`
  private static let dividers: [[UInt8]] = [[0x7c], [0xc2, 0xb7], [0xe2, 0x80, 0xa2], [0x2f]]

  func word(_ i: Int, _ words: String...) -> Bool { words.contains { document.tokens[i].key == WordKey.of($0) } }

  /// "2 min read", "Reading time: 3 minutes", "5 Min. Lesezeit".
  private func isReadingTime(_ line: Line) -> Bool {
    guard line.words <= 7 else { return false }
    var number = false
    var minute = false
    var read = false
    for i in line.tokens {
      let token = document.tokens[i]
      if token.isNumber {
        number = true
      } else if Self.minutes.contains(token) {
        minute = true
      } else if Self.reading.contains(token) {
        read = true
      } else if token.isWord {
        guard Language.functionWords.contains(token) || Self.aroundReading.contains(token) else { return false }
      }
    }
    return number && read && (minute || line.words <= 4)
  }

  private static let minutes = WordList(
    """
    min
    mins
    minute
    minutes
    minuten
    minutos
    minuti
    """)
  private static let reading = WordList(
    """
    read
    reading
    lesezeit
    lesedauer
    lecture
    lectura
    lettura
    leestijd
    leitura
    """)
  private static let aroundReading = WordList(
    """
    time
    estimated
    approx
    about
    tiempo
    tempo
    temps
    """)

  /// "By Jane Doe", "By Jane Doe and John Roe, Reuters": an opening word and names, nothing else.
  private func isByline(_ line: Line) -> Bool {
    guard !line.isLong, line.words <= 20, let first = line.tokens.first,
      var i = FurnitureWords.bylineOpenings.longestMatch(at: first, in: document.tokens, limit: line.tokens.upperBound)
    else { return false }
    if i < line.tokens.upperBound, document.tokens[i].kind == .colon { i += 1 }
    var names = 0
    for j in i..<line.tokens.upperBound {
      let token = document.tokens[j]
      if token.isWord {
        if token.isCapitalized {
          names += 1
        } else if !FurnitureWords.nameJoiners.contains(token), !FurnitureWords.creditWords.contains(token) {
          // "By Jane Doe, political correspondent"
          return BareByline(document, i..<line.tokens.upperBound)?.hasOffice == true
        }
      } else if token.kind == .terminator {
        // An initial's full stop, or the end of "By Jane Doe."
        continue
      }
    }
    guard names >= 2 || names == 1 && line.words <= 3 else { return false }
    // "By Friday" is no byline.
    if i < line.tokens.upperBound, DateLine.months.value(document.tokens[i]) != nil { return false }
    return true
  }

  /// "TRT World and Agencies", "(Reuters)", "Source: AFP", "With agencies": an agency's name and little else, standing alone.
  private func isCredit(_ line: Line) -> Bool {
    guard line.words >= 1, line.words <= 9, !line.endsWithQuestion, !(line.isTerminated && line.words > 4) else { return false }
    var agency = false
    var i = line.tokens.lowerBound
    while i < line.tokens.upperBound {
      let token = document.tokens[i]
      if let match = FurnitureWords.agencies.longestMatch(at: i, in: document.tokens, limit: line.tokens.upperBound) {
        agency = agency || token.isCapitalized || line.words == 1
        i = match.end
        continue
      }
      if let end = FurnitureWords.pictureSuppliers.longestMatch(at: i, in: document.tokens, limit: line.tokens.upperBound),
        token.isCapitalized
      {
        agency = true
        i = end
        continue
      }
      if token.isWord {
        if Self.agenciesWord.contains(token) {
          agency = agency || line.words > 1
        } else if !token.isCapitalized, !FurnitureWords.nameJoiners.contains(token), !FurnitureWords.creditWords.contains(token),
          !FurnitureWords.pictureWords.contains(token), !Self.creditConnectors.contains(token)
        {
          return beginsWithPictureCredit(line)
        }
      } else if token.kind == .clitic {
        return beginsWithPictureCredit(line)
      } else if token.kind == .doubleQuote || token.isNumber && line.words < 3 {
        return false
      }
      i += 1
    }
    guard agency else { return beginsWithPictureCredit(line) }
    // "Reuters Staff" or "TRT World and Agencies", not a headline that names an agency: joined by a credit's words only.
    return line.words <= 3 || creditShape(line)
  }

  /// Whether a line of more than three words has the shape of a credit: "X and agencies", "Photo: X / AFP", "By X, Reuters".
  private func creditShape(_ line: Line) -> Bool {
    for i in line.tokens {
      let token = document.tokens[i]
      if Self.agenciesWord.contains(token) || FurnitureWords.pictureWords.contains(token) || Self.creditConnectors.contains(token) {
        return true
      }
      if token.kind == .symbol || token.kind == .open { return true }
    }
    return false
  }

  /// "Photo: Jane Doe", "Image credit: NASA", "Courtesy of the family", "(Photo: the mayor's office)".
  func beginsWithPictureCredit(_ line: Line) -> Bool {
    guard line.words >= 2, line.words <= 9, !line.isTerminated, var first = line.tokens.first else { return false }
    let isBracketed = document.tokens[first].kind == .open && document.tokens[line.tokens.upperBound - 1].kind == .close
    if isBracketed { first += 1 }
    // "Source: Ministry of Health", under a chart.
    if line.words <= 7, first + 2 < line.tokens.upperBound, document.tokens[first + 1].kind == .colon,
      Self.chartSources.contains(document.tokens[first]),
      allNames(first + 2..<line.tokens.upperBound)
    {
      return true
    }
    guard FurnitureWords.pictureWords.contains(document.tokens[first]) else { return false }
    for i in first + 1..<min(first + 4, line.tokens.upperBound) {
      let token = document.tokens[i]
      if token.kind == .colon || token.kind == .symbol || token.isWord && word(i, "by", "credit", "courtesy") { return true }
    }
    return false
  }

  /// "Image provided by Porto Archive.", "Photos courtesy of the family."
  private func saysWhoGaveThePicture(_ line: Line) -> Bool {
    guard line.words <= 9, line.tokens.count > 3, let first = line.tokens.first else { return false }
    return FurnitureWords.pictureWords.contains(document.tokens[first]) && word(first + 1, "provided", "courtesy")
      && word(first + 2, "by", "of")
  }

  private static let chartSources = WordList(
    """
    source
    sources
    quelle
    quellen
    fuente
    fonte
    bron
    """)
  private static let agenciesWord = WordList(
    """
    agencies
    agences
    agencias
    agenzie
    agenturen
    """)
  private static let creditConnectors = WordList(
    """
    source
    quelle
    fuente
    fonte
    bron
    via
    with
    files
    from
    additional
    reporting
    """)

  private func isBoilerplate(_ line: Line) -> Bool {
    guard let first = line.tokens.first else { return true }
    let tokens = document.tokens
    let limit = line.tokens.upperBound
    if line.words <= 40 {
      // © 2025 …, (c) 2025 …
      for i in line.tokens.prefix(12) where isCopyrightSign(i) {
        if i == first || line.words <= 25 && !endsWithOwner(line) { return true }
      }
      if contains(line, Self.rights) { return true }
    }
    // "Copyright © 2011, …", however much is said about it.
    if word(first, "copyright"), first + 1 < limit, document.bytes[tokens[first + 1].span.range].elementsEqual([0xc2, 0xa9]) {
      return true
    }
    // What a template left unfilled: "[no-title]", "[CTA_BOX]".
    if tokens[first].kind == .open, document.bytes[Int(tokens[first].start)] == 0x5b,
      document.bytes[Int(tokens[limit - 1].end) - 1] == 0x5d,
      !document.bytes[Int(tokens[first].start)..<Int(tokens[limit - 1].end)].contains(where: { $0 <= 0x20 }), line.words > 0,
      line.words <= 4,
      !tokens[first + 1..<limit].allSatisfy({ $0.isNumber || $0.kind == .close })
    {
      return true
    }
    if let end = FurnitureWords.readerOpenings.longestMatch(at: first, in: tokens, limit: limit) {
      // A short line, a question alone, or a request: what is asked for stands behind.
      let isQuestion = document.bytes[Int(tokens[end - 1].end) - 1] == 0x3f
      // "Share your …" asks for nothing yet.
      let asks = contains(word(first, "share") ? end..<limit : line.tokens, Self.requests)
      if line.words <= 5 || !line.isProse && line.words <= 14 || line.words <= 45 && (isQuestion || asks) { return true }
    }
    if let end = FurnitureWords.boilerplateOpenings.longestMatch(at: first, in: tokens, limit: limit) {
      let several = end - first >= 2
      // "Skip to content" is short; a sentence that begins so is an author's.
      if line.isProse, line.words > 6, Self.skips.contains(tokens[first]) { return false }
      // One word ("Search", "Menu") only when it is nearly the whole line; a phrase may open a sentence of the site's own.
      if limit - end == 0 { return true }
      if !line.isProse, several ? line.words <= 14 : line.words <= 3 { return true }
      if line.isProse, several, line.words <= 5 || line.words <= 45 && contains(line, Self.siteVoice) { return true }
    }
    if line.words <= 45, contains(line, Self.affiliates) { return true }
    // Addresses alone: "https://porto.example/a".
    let bytes = document.bytes[Int(tokens[first].start)..<Int(tokens[limit - 1].end)]
    if bytes.starts(with: "pic.twitter.com/".utf8), line.sentences == 1, !bytes.contains(0x20) { return true }
    if bytes.starts(with: "http".utf8),
      bytes.split(whereSeparator: { $0 <= 0x20 }).allSatisfy({ $0.starts(with: "http".utf8) && $0.contains(0x3a) })
    {
      return true
    }
    if line.words <= 60, contains(line, Self.consent) { return true }
    // "(Visited 1,902 times, 3 visits today)"
    return line.words <= 8 && contains(line, Self.counters)
  }

  func contains(_ line: Line, _ list: WordList) -> Bool { contains(line.tokens, list) }

  private func contains(_ tokens: Range<Int>, _ list: WordList) -> Bool {
    tokens.contains { list.longestMatch(at: $0, in: document.tokens, limit: tokens.upperBound) != nil }
  }

  private static let skips = WordList(
    """
    skip
    jump
    toggle
    """)
  private static let affiliates = WordList(
    """
    may earn commission
    may earn a commission
    may earn a small commission
    may earn an affiliate commission
    may receive a commission
    we earn a commission
    contains affiliate links
    contain affiliate links
    """)

  private static let rights = WordList(
    """
    all rights reserved
    alle rechte vorbehalten
    tous droits reserves
    todos los derechos reservados
    tutti i diritti riservati
    todos os direitos reservados
    may not be published , broadcast
    may not be reproduced
    reproduction is prohibited
    """)
  private static let consent = WordList(
    """
    we use cookies
    uses cookies
    requires javascript
    must have javascript
    enable javascript
    receive new posts
    reader-supported publication
    consider supporting our
    free or paid subscriber
    unless otherwise stated , the content
    do not necessarily reflect
    does not necessarily reflect
    use of cookies
    our use of cookies
    cookies to ensure
    cookies to improve
    you agree to our
    agree to our terms
    this article was originally published
    this story was originally published
    this article originally appeared
    this story originally appeared
    this article first appeared
    this story first appeared
    this article is republished from
    to our newsletter
    to our free newsletter
    sign up for our
    sign up to our
    subscribe to our
    your inbox
    reached your limit
    reached your article limit
    reached your free article limit
    free articles left
    free articles remaining
    articles remaining this month
    become a subscriber today
    subscribe to continue reading
    subscribe to keep reading
    log in to continue reading
    article is for subscribers
    article is exclusive to subscribers
    wir verwenden cookies
    utilizamos cookies
    nous utilisons des cookies
    """)
  private static let requests = WordList(
    """
    email
    e-mail
    emailing
    whatsapp
    tell us
    let us
    write to us
    contact us
    contact our
    get in touch
    share your
    send your
    send it to
    send them to
    your story
    your thoughts
    the comments
    comments below
    form below
    newsletter
    subscribe
    subscribing
    sign up
    click here
    """)
  private static let counters = WordList(
    """
    visits today
    views today
    """)
  private static let siteVoice = WordList(
    """
    you
    your
    we
    our
    us
    cookies
    newsletter
    subscribers
    emails
    here
    """)

  private func isTeaser(_ line: Line) -> Bool {
    if endsBrokenOff(line) { return true }
    guard let first = firstToken(line), line.words <= 30,
      let end = FurnitureWords.teaserOpenings.longestMatch(at: first, in: document.tokens, limit: line.tokens.upperBound)
    else { return false }
    if end == line.tokens.upperBound { return line.words <= 3 }
    let next = document.tokens[end]
    return next.kind == .colon || next.kind == .dash || next.kind == .symbol || end - first >= 2 && !line.isProse
  }

  /// "Its makers have since … Read more": the beginning of another article.
  private func endsBrokenOff(_ line: Line) -> Bool {
    guard line.words >= 6, !line.isLong, line.tokens.count >= 3 else { return false }
    let last = line.tokens.upperBound - 1
    guard word(last, "more", "reading"), word(last - 1, "read", "continue") else { return false }
    var before = last - 2
    // "Read more Read more"
    while before > line.tokens.lowerBound + 1, word(before, "more", "reading") { before -= 2 }
    guard before > line.tokens.lowerBound, document.tokens[before].kind == .terminator else { return false }
    let mark = document.bytes[document.tokens[before].span.range]
    return mark.elementsEqual("…".utf8) || mark.elementsEqual("...".utf8) || mark.elementsEqual([0x2e])
  }

  // MARK: - Captions

  /// A picture's caption: it ends with the picture's credit, points into the picture ("(L)"), or describes it in the present
  /// with the day it was taken.
  private func isCaption(_ line: Line) -> Bool {
    guard line.words >= 3, line.words <= 90 else { return false }
    let tokens = document.tokens
    var line = line
    line.tokens = unbracketed(line.tokens)
    if endsWithPictureCredit(line) || endsWithOwner(line) { return true }
    if opensAsCaption(line) || isLabelledCaption(line) { return true }
    // "Ana Gil (pictured) has run the café for years", or, with a full stop, in the present.
    if line.sentences == 1, line.words <= 30, saysWhoIsPictured(line), !line.tokens.contains(where: { tokens[$0].kind == .doubleQuote }),
      !line.isTerminated
        || line.tokens.contains(where: { !tokens[$0].isCapitalized && FurnitureWords.captionVerbs.contains(tokens[$0]) })
          && !line.tokens.contains(where: { FurnitureWords.narrativeVerbs.contains(tokens[$0]) })
    {
      return true
    }
    return line.sentences <= 2 && pointsIntoPicture(line) || line.sentences == 1 && describesPicture(line)
  }

  private func endsWithPictureCredit(_ line: Line) -> Bool {
    let tokens = document.tokens
    var end = line.tokens.upperBound
    while end > line.tokens.lowerBound, tokens[end - 1].kind == .terminator { end -= 1 }
    // (AFP Photo/Saul Loeb), [Getty Images], (Photo by X)
    if end > line.tokens.lowerBound, tokens[end - 1].kind == .close {
      var open = end - 1
      while open > line.tokens.lowerBound, end - open < 20, tokens[open].kind != .open { open -= 1 }
      guard tokens[open].kind == .open, open > line.tokens.lowerBound else { return false }
      // "The quay at night [Ana Gil/Harbour TV]"
      if document.bytes[Int(tokens[open].start)] == 0x5b, !line.isTerminated, end - open > 4, (open + 2..<end - 2).contains(where: isSlash),
        allNames(open + 1..<end - 1)
      {
        return true
      }
      for i in open + 1..<end - 1 where FurnitureWords.pictureWords.contains(tokens[i]) { return true }
      if let first = FurnitureWords.pictureSuppliers.longestMatch(at: open + 1, in: tokens, limit: end - 1) {
        // "… said (Reuters)" at the end of a sentence names a source: a credit stands after the sentence's full stop.
        return first < end - 1 || open > line.tokens.lowerBound && tokens[open - 1].kind == .terminator
      }
      // "(Ana Gil/PA)" names a person and a supplier, wherever it stands.
      guard
        FurnitureWords.pictureSuppliers.longestMatch(at: end - 2, in: tokens, limit: end - 1) != nil
          || word(end - 2, "pa") && tokens[end - 2].shape.contains(.allCaps)
      else { return false }
      return tokens[open - 1].kind == .terminator || end - 3 > open + 1 && isSlash(end - 3) && allNames(open + 1..<end - 1)
    }
    // … Image: Jane Doe. / Photo credit: X / REUTERS/Jane Doe / via Getty Images
    for i in line.tokens.suffix(14) where i > line.tokens.lowerBound {
      let token = tokens[i]
      guard token.isWord, token.isCapitalized else { continue }
      let rest = line.tokens.upperBound - i
      if FurnitureWords.pictureWords.contains(token), i + 1 < line.tokens.upperBound {
        let next = tokens[i + 1]
        let after = i + 2 < line.tokens.upperBound ? tokens[i + 2].kind : .comma
        // "Credit...Ana Gil for the Post"
        let isDotted = next.kind == .terminator && next.span.count >= 3
        if next.kind == .colon || isDotted
          || next.isWord && (word(i + 1, "by") || after == .colon && FurnitureWords.pictureWords.contains(next)),
          rest <= 14, allNames(i + 2..<line.tokens.upperBound)
        {
          return true
        }
      }
      if let supplier = FurnitureWords.pictureSuppliers.longestMatch(at: i, in: tokens, limit: line.tokens.upperBound) {
        let before = tokens[i - 1]
        let slashAfter = supplier < line.tokens.upperBound && isSlash(supplier)
        let slashBefore = isSlash(i - 1) || before.isWord && word(i - 1, "via")
        if slashAfter || slashBefore, allNames(supplier..<line.tokens.upperBound) { return true }
        if supplier >= end, before.kind == .terminator, supplier - i >= 1, line.words > 4 { return true }
      }
    }
    return false
  }

  private func isBar(_ i: Int) -> Bool { document.bytes[document.tokens[i].span.range].elementsEqual([0x7c]) }

  private func isSlash(_ i: Int) -> Bool {
    let span = document.tokens[i].span
    return span.count == 1 && (document.bytes[Int(span.start)] == 0x2f || document.bytes[Int(span.start)] == 0x7c)
  }

  func allNames(_ range: Range<Int>) -> Bool {
    for i in range {
      let token = document.tokens[i]
      if token.isWord, !token.isCapitalized, !FurnitureWords.nameJoiners.contains(token), !FurnitureWords.creditWords.contains(token),
        !Self.creditConnectors.contains(token), !FurnitureWords.pictureSuppliers.contains(token)
      {
        return false
      }
    }
    return true
  }

  private func opensAsCaption(_ line: Line) -> Bool {
    guard let first = line.tokens.first, line.tokens.count > 3 else { return false }
    let tokens = document.tokens
    // FILE - …, FILE PHOTO: …, Pictured: …, In this photo …
    if word(first, "file"), tokens[first].shape.contains(.allCaps) {
      return tokens[first + 1].kind == .dash || tokens[first + 1].kind == .colon || FurnitureWords.pictureWords.contains(tokens[first + 1])
    }
    if FurnitureWords.pictureWords.contains(tokens[first]), tokens[first + 1].kind == .colon, line.words <= 40 { return true }
    if tokens[first + 1].kind == .colon, word(first, "above", "below", "pictured", "clockwise"), line.words <= 90 { return true }
    if word(first, "pictured"), tokens[first + 1].kind == .colon || tokens[first + 1].kind == .comma { return true }
    if word(first, "in"), word(first + 1, "this") {
      for i in first + 2..<min(first + 7, line.tokens.upperBound) where word(i, "photo", "image", "picture", "photograph") {
        // "In this photo, …" and "In this May 10, 2017, file photo, …"
        return line.sentences <= 2
      }
    }
    return false
  }

  /// "(L)", "(C)", "(left)", "(2nd R)", "(from L)" after a name.
  private func pointsIntoPicture(_ line: Line) -> Bool {
    let tokens = document.tokens
    var marks = 0
    var letters = false
    for i in line.tokens where tokens[i].kind == .open && i > line.tokens.lowerBound {
      var j = i + 1
      var found = false
      while j < line.tokens.upperBound, j < i + 6, tokens[j].kind != .close {
        let token = tokens[j]
        if token.isWord, token.span.count == 1, token.isCapitalized, word(j, "l", "r", "c") {
          found = true
          letters = true
        } else if token.isWord,
          word(j, "left", "right", "centre", "center", "top", "bottom", "middle", "links", "rechts", "izquierda", "derecha")
        {
          found = true
        } else if !token.isNumber, !Self.positions.contains(token) {
          found = false
          break
        }
        j += 1
      }
      if found, j < line.tokens.upperBound, tokens[j].kind == .close { marks += 1 }
    }
    guard marks > 0 else { return false }
    for i in line.tokens {
      if tokens[i].isWord, Self.partyWords.contains(tokens[i]), letters { return false }
      if tokens[i].isWord, FurnitureWords.narrativeVerbs.contains(tokens[i]), marks < 2 { return false }
      if tokens[i].kind == .doubleQuote { return false }
    }
    return true
  }

  private static let positions = WordList(
    """
    from
    second
    third
    2nd
    3rd
    nd
    rd
    front
    back
    row
    far
    and
    """)
  /// Words beside which "(R)" and "(L)" name a party.
  private static let partyWords = WordList(
    """
    senator
    sen
    sen.
    senators
    congressman
    congresswoman
    representative
    rep
    rep.
    governor
    gov
    gov.
    republican
    democrat
    republicans
    democrats
    liberal
    conservative
    labour
    mp
    """)

  /// One sentence in the present with the full date on which the picture was taken: "X addresses a press conference in Y on
  /// April 12, 2017."
  private func describesPicture(_ line: Line) -> Bool {
    guard line.words >= 8, line.words <= 60 else { return false }
    let tokens = document.tokens
    var verb = false
    for i in line.tokens {
      let token = tokens[i]
      if token.kind == .doubleQuote { return false }
      guard token.isWord else { continue }
      if FurnitureWords.narrativeVerbs.contains(token) { return false }
      if !token.isCapitalized, !verb, FurnitureWords.captionVerbs.contains(token) { verb = true }
    }
    guard verb, let date = DateLine(document, line.tokens, limit: 120) else { return false }
    // The day stands at the end, or with the place: nothing that a story would go on with.
    return line.tokens.upperBound - date.tokens.upperBound <= 14
  }

  // MARK: - Where the story is

  private func isMenuLike(_ line: Line) -> Bool { line.isShort && line.words <= 6 }

  /// A dump of a whole page has menus: many short lines that no prose follows.
  private func looksLikeDump() -> Bool {
    var menu = 0
    for i in lines.indices where isMenuLike(lines[i]) && (i + 1 == lines.count || !lines[i + 1].isProse) { menu += 1 }
    guard menu >= 10 else { return false }
    // Short lines inside a story (verse, tables, instructions) are not a page's menus: those stand above or below it. The first
    // line may be a title as long as a sentence.
    func isStory(_ line: Line) -> Bool { line.isProse && line.words >= 12 && line.kind == nil }
    let first = lines.dropFirst().firstIndex(where: isStory) ?? lines.count
    let last = lines.lastIndex(where: isStory) ?? 0
    if lines[..<first].reduce(0, { $0 + (isMenuLike($1) ? 1 : 0) }) >= 12 { return true }
    guard menu * 5 >= lines.count else { return false }
    // The same phrase time and again ("Learn more about …") is a story's own.
    var phrases: Set<UInt64> = []
    var below = 0
    for (i, line) in lines.enumerated() where line.kind == .boilerplate {
      guard let word = line.tokens.first(where: { document.tokens[$0].isWord }) else { continue }
      // Words to the readers stand in articles, not in menus.
      if FurnitureWords.readerOpenings.longestMatch(at: word, in: document.tokens) != nil { continue }
      phrases.insert(document.tokens[word].key)
      if i > last { below += 1 }
    }
    return first >= 6 || lines.count - last > 6 && (below > 0 || first >= 4) || phrases.count >= 3
  }

  private mutating func findRegion() {
    let values = lines.indices.map(storyValue)
    var best = 0
    var sum = 0
    var start = 0
    for (i, value) in values.enumerated() {
      if sum <= 0 {
        sum = 0
        start = i
      }
      sum += value
      if sum > best {
        best = sum
        region = start..<i + 1
      }
    }
    // A short story loses to a long list of others; the page's title over it tells which is which. It ends where the page's own
    // phrases are many, or where nothing but short lines follows for long.
    var chosen = 0
    let widest = region
    for title in titleLines() where !widest.contains(title + 1) {
      var sum = 0
      var top = 0
      var end = title + 1
      var phrases = 0
      for i in title + 1..<lines.count {
        sum += values[i]
        if sum > top { (top, end, phrases) = (sum, i + 1, 0) }
        if lines[i].kind == .boilerplate || isEndMarker(lines[i]) { phrases += 1 }
        if phrases >= 4 || sum < top - 150 { break }
      }
      guard top >= 60, top >= chosen, top * 3 >= best, phrases >= 4 || end <= widest.lowerBound else { continue }
      chosen = top
      region = title + 1..<end
    }
  }

  /// What a line says for or against the story's being there, in words of prose.
  private func storyValue(_ i: Int) -> Int {
    let line = lines[i]
    if line.kind == .boilerplate { return -12 }
    if line.isProse { return line.kind == nil ? min(line.words, 60) : 0 }
    if isEndMarker(line) { return -25 }
    if isTableRow(line) { return 0 }
    if i + 1 < lines.count, lines[i + 1].isProse || line.raw.isBulleted { return -2 }
    return line.words > 6 && line.functionWords >= 2 ? -4 : -6
  }

  /// The first lines after the page's own title that repeat it, or its beginning.
  private func titleLines() -> [Int] {
    let title = lines[0]
    guard !title.isLong, title.words >= 3, title.words <= 40 else { return [] }
    let words = keys(title)
    var found: [Int] = []
    for i in lines.indices.dropFirst() where !lines[i].isLong && lines[i].words >= 3 && lines[i].words <= words.count {
      let other = keys(lines[i])
      if other.count * 5 >= words.count * 2, words.starts(with: other) { found.append(i) }
      if found.count == 8 { break }
    }
    return found
  }

  func isEndMarker(_ line: Line) -> Bool {
    guard !line.isProse || line.words <= 5, !line.isLong, line.words <= 12, let first = firstToken(line) else { return false }
    let limit = line.tokens.upperBound
    if document.tokens[first].isNumber, first + 2 == limit, Self.commentMarkers.longestMatch(at: first + 1, in: document.tokens) == limit {
      return true
    }
    guard let end = FurnitureWords.endMarkers.longestMatch(at: first, in: document.tokens, limit: limit) else { return false }
    // Long markers may go on: "You may be interested in the following stories as well".
    guard line.words <= 8 || end - first >= 4 else { return false }
    // "What to read next …"
    if line.isProse { return end - first >= 3 && document.tokens[end..<limit].allSatisfy { $0.kind == .terminator } }
    // A name or count may follow: "More from Jane Doe", "Comments (12)", "Related:".
    var rest = 0
    for i in end..<line.tokens.upperBound where document.tokens[i].isWord { rest += 1 }
    return rest == 0 || end - first >= 2 && rest <= 5 || end - first >= 4
  }

  /// Where a line's words begin: after a count ("12 comments") or signs that point ("» Related:").
  private func firstToken(_ line: Line) -> Int? {
    var i = line.tokens.lowerBound
    while i < line.tokens.upperBound,
      document.tokens[i].kind == .symbol || document.bytes[Int(document.tokens[i].start)...].starts(with: [0xc2, 0xbb])
    {
      i += 1
    }
    return i < line.tokens.upperBound ? i : line.tokens.first
  }

  /// Cuts what follows the story: related lists, comments, footers.
  private mutating func cutEnd() {
    // Without the readers' comments, a heading above them may be near the end.
    var cuts = 0
    while cuts < 3, let end = storyEnd() {
      region = region.lowerBound..<end
      cuts += 1
    }
    trimEnd()
  }

  /// The first heading of what follows the story.
  private func storyEnd() -> Int? {
    var before = 0
    let proseWords = region.reduce(0) { $0 + (lines[$1].isProse ? lines[$1].words : 0) }
    for i in region {
      let line = lines[i]
      if before > 0,
        isEndMarker(line) && endsStory(at: i, before: before, of: proseWords)
          || isAboutBody(line) && before * 10 >= proseWords * 7
      {
        return i
      }
      if line.isProse, line.kind == nil { before += line.words }
    }
    return nil
  }

  /// "About Porto Harbours Ltd": over what a company says of itself below its news.
  private func isAboutBody(_ line: Line) -> Bool {
    guard line.isShort, !line.isProse, (2...7).contains(line.words), let first = line.tokens.first, word(first, "about") else {
      return false
    }
    return line.tokens.dropFirst().allSatisfy { i in
      let token = document.tokens[i]
      return !token.isWord || token.isCapitalized || token.isNumber
    } && document.tokens[line.tokens.lowerBound].isCapitalized
  }

  /// Whether a heading such as "Related" is the story's end and not a box inside it.
  private func endsStory(at marker: Int, before: Int, of all: Int) -> Bool {
    let rest = marker + 1..<region.upperBound
    // Near the end a list of works or addresses is no story, long as its lines may be.
    if before * 10 >= all * 7, let first = lines[marker].tokens.first,
      let end = Self.sourceMarkers.longestMatch(at: first, in: document.tokens),
      end == lines[marker].tokens.upperBound || document.tokens[end].kind == .colon
    {
      return true
    }
    // Phrases of blogs' own programs, under which no story goes on.
    if let first = firstToken(lines[marker]), Self.programMarkers.longestMatch(at: first, in: document.tokens) != nil,
      before * 10 >= all * 3
    {
      return true
    }
    guard isDump else { return !rest.contains { lines[$0].isProse && lines[$0].kind == nil && lines[$0].words >= 12 } }
    guard before >= 80 || before * 2 >= all else { return false }
    if var first = lines[marker].tokens.first {
      // "109 comments"
      if document.tokens[first].isNumber, first + 1 < lines[marker].tokens.upperBound { first += 1 }
      if Self.commentMarkers.longestMatch(at: first, in: document.tokens) != nil { return true }
    }
    // Lists of other articles have a heading over every summary; a story goes on in paragraphs.
    var run = 0
    for i in rest where lines[i].kind != .boilerplate {
      run = lines[i].isProse && lines[i].kind == nil && lines[i].words >= 12 ? run + 1 : 0
      if run == 3 { return before * 10 >= all * 8 }
    }
    return true
  }

  private static let sourceMarkers = WordList(
    """
    references
    sources
    article sources
    bibliography
    footnotes
    works cited
    """)

  private static let programMarkers = WordList(
    """
    like this :
    rights & permissions
    rights and permissions
    discussion about this post
    leave a reply
    post navigation
    """)

  private static let commentMarkers = WordList(
    """
    comments
    leave a comment
    leave a reply
    post a comment
    join the conversation
    related articles
    related stories
    related posts
    kommentare
    commentaires
    comentarios
    commenti
    reacties
    комментарии
    """)

  /// Takes off the region's end what is no sentence: labels, list leftovers, headlines of other articles. A longer run of short
  /// lines in the scrape of one article may be a table or list of the story and stays.
  private mutating func trimEnd() {
    var end = region.upperBound
    var short = 0
    while end > region.lowerBound + 1, case let line = lines[end - 1] {
      if line.kind == nil {
        guard line.isShort, !line.endsWithColon, !isTableRow(line) else { break }
        short += 1
      } else if line.kind?.isStory == true {
        break
      }
      end -= 1
    }
    // "Snacks:" and its items are no leftovers, unless other articles are announced so.
    if !isDump, end > region.lowerBound + 1, lines[end - 1].kind == nil, lines[end - 1].endsWithColon, !isEndMarker(lines[end - 1]),
      !announcesOthers(lines[end - 1]), short >= 2
    {
      region = region.lowerBound..<end + short
      return trimAuthorNote()
    }
    if !isDump, short > 4, !(end..<region.upperBound).contains(where: { isEndMarker(lines[$0]) || announcesOthers(lines[$0]) }) {
      return
    }
    region = region.lowerBound..<end
    trimAuthorNote()
  }

  /// "Ana Gil is a reporter for the Post." as the last words.
  private mutating func trimAuthorNote() {
    let note = writersNote()
    if let note {
      for i in note..<region.upperBound where lines[i].kind == nil { lines[i].kind = .boilerplate }
    }
    let bottom = note ?? region.upperBound
    var end = bottom
    while end > region.lowerBound + 2, bottom - end < 3,
      isAuthorNote(lines[end - 1]) || lines[end - 1].isShort && isBareName(lines[end - 1])
    {
      end -= 1
    }
    guard note != nil || (end..<region.upperBound).contains(where: { isAuthorNote(lines[$0]) }) else { return }
    for i in end..<region.upperBound where lines[i].kind == nil { lines[i].kind = isAuthorNote(lines[i]) ? .boilerplate : .byline }
    region = region.lowerBound..<end
  }

  /// Where a note of several paragraphs begins on somebody whom the byline names: "Ana Gil is the owner of a café in Porto." and what
  /// else is said of her at the end.
  private func writersNote() -> Int? {
    let bylines = lines.filter { $0.kind == .byline }.prefix(4).map { Set(keys($0)) }
    guard !bylines.isEmpty, region.count > 3 else { return nil }
    let tokens = document.tokens
    for i in region.suffix(5) where lines[i].isProse && lines[i].kind == nil {
      let name = lines[i].tokens.prefix { tokens[$0].isWord && tokens[$0].isCapitalized }
      guard (2...4).contains(name.count), name.upperBound < lines[i].tokens.upperBound,
        word(name.upperBound, "is", "has", "was", "covers", "writes", "works", "lives", "holds", "joined"),
        bylines.contains(where: { byline in name.allSatisfy { byline.contains(tokens[$0].key) } })
      else { continue }
      let known = Set(name.map { tokens[$0].key }).union(Self.pronouns)
      let isAboutNobodyElse = (i + 1..<region.upperBound).allSatisfy { j in
        lines[j].kind != nil || lines[j].tokens.contains { known.contains(tokens[$0].key) }
      }
      return isAboutNobodyElse ? i : nil
    }
    return nil
  }

  private static let pronouns: Set<UInt64> = Set(["he", "she", "they", "his", "her", "their"].map { WordKey.of($0) })

  private func isAuthorNote(_ line: Line) -> Bool {
    guard line.isProse, line.kind == nil, line.words <= 110 else { return false }
    var i = line.tokens.lowerBound
    let limit = line.tokens.upperBound
    if FurnitureWords.authorNoteOpenings.longestMatch(at: i, in: document.tokens, limit: limit) != nil { return true }
    while i < limit,
      document.tokens[i].isWord && document.tokens[i].isCapitalized || document.tokens[i].kind == .terminator && i > line.tokens.lowerBound
    {
      i += 1
    }
    let names = i - line.tokens.lowerBound
    guard (1...5).contains(names), i < limit, word(i, "is", "has", "covers", "writes"), names >= 2 || word(i, "covers", "writes") else {
      return false
    }
    if (i..<min(i + 14, limit)).contains(where: { Self.writers.contains(document.tokens[$0]) }) { return true }
    // "Ana Gil is a physician in Porto." of somebody whom the story has not named.
    guard names >= 2, word(i, "is"), i + 1 < limit, word(i + 1, "a", "an", "the", "adjunct") else { return false }
    let surname = document.tokens[line.tokens.lowerBound..<i].last { $0.isWord }?.key
    return !region.contains { j in
      lines[j].raw.start < line.raw.start && !(lines[j].isShort && isBareName(lines[j])) && lines[j].kind != .byline
        && lines[j].tokens.contains { document.tokens[$0].key == surname }
    }
  }

  private static let writers = WordList(
    """
    writer
    writers
    columnist
    columnists
    reporter
    editor
    journalist
    correspondent
    freelance
    freelancer
    blogger
    author
    contributor
    contributors
    covers
    writes
    written
    """)

  /// Three numbers or more in a short line: a row of a table.
  private func isTableRow(_ line: Line) -> Bool {
    var numbers = 0
    for i in line.tokens where document.tokens[i].isNumber { numbers += 1 }
    return numbers >= 3 && line.kind == nil
  }

  // MARK: - Headline and top

  private func keys(_ line: Line) -> [UInt64] {
    var keys: [UInt64] = []
    for i in line.tokens where document.tokens[i].isWord || document.tokens[i].isNumber { keys.append(document.tokens[i].key) }
    return keys
  }

  private mutating func findHeadline() {
    let first = lines[0]
    let firstIsTitle =
      !first.isLong && first.words >= 2 && first.words <= 40
      && (!first.isTerminated || first.endsWithQuestion || first.words <= 3 || isExclaimed(first)) && first.kind == nil
      && !first.raw.isBulleted
    // A question may be a headline; it is not the prose that a headline stands over.
    let isQuestion = firstIsTitle && first.endsWithQuestion && first.words <= 20
    guard let firstProse = region.first(where: { lines[$0].isProse && lines[$0].kind == nil && !($0 == 0 && isQuestion) }) else { return }
    if firstIsTitle {
      let title = keys(first)
      // The last repetition before the story is the headline on the page; the first line may carry the site's name.
      var found: Int?
      for i in 1..<max(1, min(lines.count, firstProse + 1)) where !lines[i].isLong && lines[i].words >= 2 && lines[i].words <= title.count {
        let other = keys(lines[i])
        if other == title || other.count >= 3 && other.count * 5 >= title.count * 2 && title.starts(with: other) { found = i }
      }
      if let found {
        for i in 0..<found where i == 0 || keys(lines[i]) == keys(lines[found]) { lines[i].kind = .headline }
        lines[found].kind = .headline
        headline = found
      } else if isDump {
        headline = similarLine(to: title, before: firstProse)
        if let headline { lines[headline].kind = .headline }
        if headline == nil || headline != 0 { lines[0].kind = .headline }
        if headline == nil { headline = 0 }
      } else if firstProse > 0 {
        lines[0].kind = .headline
        headline = 0
      }
    }
    if headline == nil, isDump {
      // The nearest line above the story that could be one.
      for i in (0..<firstProse).reversed().prefix(8) where lines[i].isShort && lines[i].words >= 4 && lines[i].kind == nil {
        lines[i].kind = .headline
        headline = i
        break
      }
    }
    if isDump, let headline {
      if headline >= region.lowerBound {
        region = min(headline + 1, region.upperBound)..<region.upperBound
      } else if !(headline + 1..<region.lowerBound).contains(where: { isMenuRun(at: $0) }) {
        region = headline + 1..<region.upperBound
      }
    }
    // The same line again, further down.
    if let headline {
      let title = keys(lines[headline])
      if title.count >= 3 {
        for i in lines.indices where i != headline && lines[i].words == title.count && lines[i].kind == nil && keys(lines[i]) == title {
          lines[i].kind = .headline
        }
      }
    }
  }

  private func isExclaimed(_ line: Line) -> Bool {
    guard let last = line.tokens.last else { return false }
    return document.bytes[Int(document.tokens[last].end) - 1] == 0x21 && line.words <= 16
  }

  private func isMenuRun(at i: Int) -> Bool {
    guard i + 2 < lines.count else { return false }
    return (i...i + 2).allSatisfy { isMenuLike(lines[$0]) && lines[$0].kind != .date && lines[$0].kind != .byline }
  }

  /// The line above the story that shares most of its words with the page's title.
  private func similarLine(to title: [UInt64], before firstProse: Int) -> Int? {
    let wanted = Set(title)
    var best: (score: Int, index: Int)?
    for i in 1..<max(1, firstProse) where !lines[i].isLong && lines[i].words >= 4 && lines[i].words <= 40 && !lines[i].isProse {
      let words = keys(lines[i])
      let shared = words.reduce(0) { $0 + (wanted.contains($1) ? 1 : 0) }
      guard shared * 2 >= words.count, shared >= 3 else { continue }
      if best.map({ shared >= $0.score }) ?? true { best = (shared, i) }
    }
    return best?.index
  }

  /// Between the headline and the first paragraph: dek, byline, date, labels.
  private mutating func classifyTop() {
    let top = headline.map { $0 + 1 } ?? region.lowerBound
    func firstParagraph() -> Int? { (top..<region.upperBound).first { lines[$0].isProse && lines[$0].kind == nil } }
    guard let opening = firstParagraph() else { return }
    if headline != nil { findDek(opening) }
    guard let firstProse = firstParagraph() else { return }
    for i in top..<firstProse where lines[i].kind == nil {
      if isBareName(lines[i]), neighbours(i).contains(where: { [.date, .readingTime, .byline].contains(lines[$0].kind) }) {
        lines[i].kind = .byline
      } else if i + 1 == firstProse, headline != nil, !hasFurniture(between: top, and: i), lines[i].words <= 12,
        i > top || !isDump && (3...5).contains(lines[i].words) && lines[i].capitalized < lines[i].words, !isLabelShaped(lines[i])
      {
        lines[i].kind = .crosshead
      } else if headline != nil, lines[i].words >= 6, lines[i].isShort,
        i == top || !isDump && (top..<i).allSatisfy({ [.byline, .date, .readingTime].contains(lines[$0].kind) })
      {
        lines[i].kind = .dek
      } else {
        lines[i].kind = isDump ? .boilerplate : .label
      }
    }
  }

  private func hasFurniture(between start: Int, and end: Int) -> Bool {
    (start..<max(start, end)).contains { lines[$0].kind == .dek || lines[$0].kind == .readingTime }
  }

  private func neighbours(_ i: Int) -> [Int] { [i - 1, i + 1].filter { lines.indices.contains($0) } }

  /// "US - Trump meets Lavrov", "World / Europe", "POLITICS".
  private func isLabelShaped(_ line: Line) -> Bool {
    if line.words <= 2 { return true }
    var letters = 0
    for i in line.tokens {
      let token = document.tokens[i]
      if (token.kind == .dash || token.kind == .symbol) && token.shape.contains(.spaceBefore) { return true }
      if token.isWord, !token.shape.contains(.allCaps) { letters += 1 }
    }
    return letters == 0
  }

  private func isBareName(_ line: Line) -> Bool {
    guard line.words >= 2, line.words <= 5, line.functionWords == 0 || line.words > 2, !line.isTerminated else { return false }
    return line.tokens.allSatisfy { i in
      let token = document.tokens[i]
      switch token.kind {
      case .word: return token.isCapitalized || FurnitureWords.nameJoiners.contains(token)
      case .dash: return !token.shape.contains(.spaceBefore)
      case .terminator, .clitic: return true
      default: return false
      }
    }
  }

  /// A first paragraph is a dek, not the lede, when page furniture follows it at once (byline, reading time, credit), or when a
  /// picture follows it and the paragraph after that takes up more of the headline.
  private mutating func findDek(_ first: Int) {
    guard let headline, lines[first].sentences <= 2, lines[first].words <= 60, first - headline <= 3 else { return }
    var next = first + 1
    var pictures = 0
    var proper = false
    while next < region.upperBound, let kind = lines[next].kind, !kind.isStory {
      switch kind {
      case .byline, .readingTime: proper = true
      case .date where next == first + 1: proper = true
      case .caption, .credit: pictures += 1
      default: break
      }
      next += 1
    }
    // A label or name between two pieces of furniture does not end the top.
    guard let lede = (next..<region.upperBound).first(where: { lines[$0].isProse && lines[$0].kind == nil }) else { return }
    if !proper, next < lede, lede - next <= 2, lines[next].isShort,
      lines[next..<lede].contains(where: { $0.kind == .byline || $0.kind == .readingTime })
    {
      proper = true
    }
    if proper, lines[headline].kind == .headline {
      // Above a byline that ends the article there is no dek.
      lines[first].kind = .dek
      return
    }
    guard pictures > 0 else { return }
    let wanted = Set(keys(lines[headline]).filter { !Language.functionWords.contains($0) })
    func overlap(_ i: Int) -> Int { Set(keys(lines[i])).intersection(wanted).count }
    if overlap(lede) >= overlap(first) + 2 { lines[first].kind = .dek }
  }

  // MARK: - Body and the rest

  private mutating func classifyBody() {
    var seen: [UInt64: Int] = [:]
    for i in region {
      // A caption stands above or below its credit line.
      if lines[i].kind == nil, !lines[i].isLong, lines[i].sentences <= 2, lines[i].words >= 5 {
        if i + 1 < lines.count, lines[i + 1].kind == .credit, lines[i + 1].raw.blanksBefore == 0, standsOverItsCredit(i),
          i != region.lowerBound || headline != nil
        {
          lines[i].kind = .caption
        } else if i > 0, lines[i - 1].kind == .credit, i > region.lowerBound, lines[i].sentences == 1, hasPictureDate(lines[i]) {
          lines[i].kind = .caption
        }
      }
      // The same short line twice over: a label, or a picture's description, and the heading.
      if i + 1 < region.upperBound, lines[i].isShort || lines[i].endsWithQuestion && lines[i].words <= 14,
        !lines[i].isTerminated || lines[i].endsWithQuestion, lines[i].words >= 1, lines[i].kind == nil,
        lines[i + 1].kind == nil, lines[i].raw.blanksBefore > 0, lines[i + 1].raw.blanksBefore > 0, lines[i].words == lines[i + 1].words,
        keys(lines[i]) == keys(lines[i + 1])
      {
        lines[i].kind = .label
      }
      guard lines[i].words >= 8, !lines[i].isLong else { continue }
      // The same paragraph again.
      var hash = WordKey.of("")
      for key in keys(lines[i]) { hash = (hash ^ key) &* 0x0000_0100_0000_01b3 }
      if let first = seen[hash] {
        switch lines[first].kind {
        case .caption?: lines[i].kind = lines[i].kind ?? .caption
        case .headline?: lines[i].kind = .headline
        case .dek?: break
        // An item of a list may come again in the next list.
        default: if lines[i].kind == nil, !opensSmall(lines[i]) { lines[i].kind = .teaser }
        }
      } else {
        seen[hash] = i
      }
    }
    for i in region where lines[i].kind == nil {
      let line = lines[i]
      if line.raw.heading > 0 {
        lines[i].kind = .crosshead
      } else if line.raw.isBulleted {
        lines[i].kind = .listItem
      } else if isCrosshead(i) {
        lines[i].kind = .crosshead
      }
    }
    dropRepeatedHeadings()
  }

  /// A heading that comes again with nothing but repetitions under it.
  private mutating func dropRepeatedHeadings() {
    var headings: Set<[UInt64]> = []
    var open: Int?
    var isNew = false
    var hasRepeats = false
    for i in region {
      switch lines[i].kind {
      case .crosshead?:
        if let open, !isNew, hasRepeats { lines[open].kind = .label }
        (open, isNew, hasRepeats) = (headings.insert(keys(lines[i])).inserted ? nil : i, false, false)
      case .teaser?: hasRepeats = true
      case nil, .listItem?: isNew = true
      default: break
      }
    }
    if let open, !isNew, hasRepeats { lines[open].kind = .label }
  }

  private func opensSmall(_ line: Line) -> Bool {
    guard let first = line.tokens.first else { return false }
    return document.tokens[first].isWord && !document.tokens[first].isCapitalized
  }

  /// A credit line, then a sentence with the day, and no narrative verb.
  private func hasPictureDate(_ line: Line) -> Bool {
    guard DateLine(document, line.tokens, limit: 120) != nil else { return false }
    return !line.tokens.contains { document.tokens[$0].isWord && FurnitureWords.narrativeVerbs.contains(document.tokens[$0]) }
  }

  private func isCrosshead(_ i: Int) -> Bool {
    let line = lines[i]
    guard line.isShort || line.endsWithQuestion && line.words <= 14, line.words <= 16, line.words >= 1,
      !line.endsWithColon || line.words <= 6
    else { return false }
    guard let first = line.tokens.first else { return false }
    let tokens = document.tokens
    if line.isTerminated, !line.endsWithQuestion { return false }
    // Longer quoted words are a pull quote: story.
    if line.words > 8, line.tokens.contains(where: { tokens[$0].kind == .doubleQuote }) { return false }
    // Something must stand under it, and it must not be one of several short lines (a list, verse).
    guard i + 1 < region.upperBound, line.raw.blanksBefore > 0 || line.raw.heading > 0 || lines[i - (i > 0 ? 1 : 0)].isProse else {
      return false
    }
    let word = line.tokens.first { tokens[$0].isWord || tokens[$0].isNumber } ?? first
    guard tokens[word].isCapitalized || tokens[word].isNumber || tokens[first].kind != .word else { return false }
    let next = lines[i + 1]
    if next.isShort, next.raw.blanksBefore == 0, next.kind == nil { return false }
    return true
  }

  private mutating func classifyOutside() {
    for i in lines.indices where !region.contains(i) && lines[i].kind == nil {
      let line = lines[i]
      if i >= region.upperBound, isEndMarker(line) {
        lines[i].kind = isDump ? .boilerplate : .label
      } else if isDump {
        lines[i].kind = line.words >= 5 && line.isShort && !isMenuLike(line) ? .teaser : .boilerplate
      } else if i < region.lowerBound {
        lines[i].kind = .label
      } else if line.isProse, !line.raw.isBulleted {
        lines[i].kind = hasMarkerBefore(i) ? .teaser : .paragraph
      } else if line.raw.isBulleted {
        lines[i].kind = .boilerplate
      } else {
        lines[i].kind = line.words >= 6 ? .teaser : .label
      }
    }
    // In the body everything else is the story.
    for i in lines.indices where lines[i].kind == nil { lines[i].kind = .paragraph }
  }

  private func hasMarkerBefore(_ i: Int) -> Bool { (region.upperBound..<i).contains { isEndMarker(lines[$0]) || isAboutBody(lines[$0]) } }
}
