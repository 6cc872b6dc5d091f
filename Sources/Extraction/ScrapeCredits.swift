import TextAnalysis

/// Lines in which an outlet says who worked on a report, and in which it speaks to its readers.
extension Scrape {
  // MARK: - Who worked on it

  /// "(Reporting by Ana Gil in Porto; Editing by Ian O'Neil)", "With inputs from agencies": what somebody did, and names.
  func isStaffCredit(_ line: Line) -> Bool {
    let range = unbracketed(line.tokens)
    guard line.words >= 3, line.words <= 120, let first = range.first,
      var start = Self.staffOpenings.longestMatch(at: first, in: document.tokens, limit: range.upperBound)
    else { return false }
    if start < range.upperBound, document.tokens[start].kind == .colon { start += 1 }
    // "Writing by Hand" is a heading.
    guard start < range.upperBound, document.tokens[start].isWord, DateLine.months.value(document.tokens[start]) == nil,
      document.tokens[start..<range.upperBound].contains(where: { FurnitureWords.creditWords.contains($0) })
        || document.tokens[start..<range.upperBound].count(where: { $0.isWord && $0.isCapitalized }) >= 2
    else { return false }
    return (start..<range.upperBound).allSatisfy { i in
      let token = document.tokens[i]
      switch token.kind {
      case .word:
        return token.isCapitalized || FurnitureWords.nameJoiners.contains(token) || FurnitureWords.creditWords.contains(token)
          || Self.staffWords.contains(token)
      case .number, .doubleQuote: return false
      default: return true
      }
    }
  }

  /// "AFP contributed to this report.", "Gil reported from Porto. Ian O'Neil in Cork contributed.": sentences of names and of the
  /// words for sharing in a report.
  ///
  /// Without the words "to this report" and their kin only under a byline and at the end of an article, where no story follows.
  func isContribution(_ i: Int) -> Bool {
    let line = lines[i]
    guard line.words >= 3, line.words <= 80, line.isTerminated || line.words <= 20, let first = line.tokens.first,
      document.tokens[first].isCapitalized || document.tokens[first].kind == .open || document.tokens[first].kind == .dash
    else { return false }
    let tokens = document.tokens
    var isSure = false
    for sentence in document.sentences[document.sentencesOfBlock[i]] {
      var verb = false
      for j in sentence.tokens {
        let token = tokens[j]
        guard token.isWord else {
          if token.kind == .doubleQuote || token.isNumber { return false }
          continue
        }
        guard
          token.isCapitalized || FurnitureWords.nameJoiners.contains(token) || FurnitureWords.creditWords.contains(token)
            || Self.staffWords.contains(token)
        else { return false }
        if Self.sharings.longestMatch(at: j, in: tokens, limit: sentence.tokens.upperBound) != nil { isSure = true }
        if word(j, "contributed", "contributing", "reported") { verb = true }
      }
      guard verb else { return false }
    }
    if isSure || i > 0 && lines[i - 1].kind == .byline { return true }
    return contains(line, Self.reportings)
      && !lines[(i + 1)..<min(i + 12, lines.count)].contains { $0.isProse && $0.words >= 15 && !isStaffCredit($0) }
  }

  /// Without brackets around all of it.
  func unbracketed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, document.tokens[end - 1].kind == .terminator { end -= 1 }
    guard range.count > 2, document.tokens[range.lowerBound].kind == .open, document.tokens[end - 1].kind == .close else { return range }
    let inside = range.lowerBound + 1..<end - 1
    // "(AP) — The quay (file photo)" has two pairs.
    let firstClose = inside.first { document.tokens[$0].kind == .close }
    let firstOpen = inside.first { document.tokens[$0].kind == .open }
    if let firstClose, firstOpen.map({ firstClose < $0 }) ?? true { return range }
    return inside
  }

  private static let staffOpenings = WordList(
    """
    reporting by
    additional reporting by
    reporting and writing by
    reporting and editing by
    reporting , writing and editing by
    writing by
    writing and editing by
    writing and reporting by
    editing by
    edited by
    compiled by
    translated by
    translation by
    production by
    graphics by
    graphic by
    with reporting by
    with reporting from
    with additional reporting by
    with additional reporting from
    with contributions by
    with contributions from
    with a contribution from
    with input from
    with inputs from
    with files from
    with agency input
    with agency inputs
    with assistance from
    with assistance by
    contributing to this report
    contributors to this report
    contributing reporters
    contributing writers
    """)
  private static let staffWords = WordList(
    """
    additional
    also
    article
    bureaus
    bureaux
    business
    by
    colleagues
    compiled
    contributed
    contributing
    contributions
    diplomatic
    dispatch
    economics
    edited
    editing
    freelance
    from
    graphics
    helped
    inputs
    journalist
    journalists
    medical
    newsrooms
    offices
    photographer
    photographers
    photography
    piece
    political
    production
    reported
    reporting
    research
    researcher
    researchers
    science
    sports
    story
    team
    teams
    this
    to
    translated
    translation
    video
    videojournalist
    writing
    """)
  /// Say that this report is meant.
  private static let sharings = WordList(
    """
    contributed to this article
    contributed to this investigation
    contributed to this piece
    contributed to this report
    contributed to this reporting
    contributed to this story
    contributed reporting
    contributed additional
    contributed research
    contributed to the reporting
    contributed to reporting
    contributing to this report
    """)
  private static let reportings = WordList(
    """
    reported from
    reporting from
    also reported
    contributed from
    """)

  // MARK: - The outlet's own voice

  /// "EDITOR'S NOTE: …", "Correction: An earlier version of this article …", "This story has been updated to …": what the outlet says
  /// about the article itself.
  func isEditorsNote(_ line: Line) -> Bool {
    guard line.words >= 3, line.words <= 120, var first = line.tokens.first else { return false }
    let limit = line.tokens.upperBound
    let tokens = document.tokens
    // "(This story …)", "* This article …"
    while first + 1 < limit, tokens[first].kind == .open || tokens[first].kind == .symbol || tokens[first].kind == .dash { first += 1 }
    if let end = Self.noteLabels.longestMatch(at: first, in: tokens, limit: limit) {
      // "Correction: …", "Clarification, May 5: …", "EDITOR'S NOTE — …"
      let mark = (end..<min(limit, end + 8)).first {
        tokens[$0].kind == .colon || tokens[$0].kind == .dash && tokens[$0].shape.contains(.spaceBefore)
      }
      let isLabel =
        mark.map { mark in
          (end..<mark).allSatisfy { tokens[$0].isNumber || tokens[$0].kind == .comma || DateLine.months.value(tokens[$0]) != nil }
        } ?? false
      if isLabel, end - first > 1 || contains(line, Self.selves) { return true }
    }
    if let end = Self.selves.longestMatch(at: first, in: tokens, limit: limit), end > first + 1, word(first, "this", "the") {
      var i = end
      while i < limit, word(i, "has", "was", "is", "have", "been", "also", "and", "subsequently", "later", "being") { i += 1 }
      if i < limit, Self.amendments.contains(tokens[i]) { return true }
    }
    // "An earlier version of this article said …"
    return first + 4 < limit && word(first, "an", "a") && word(first + 1, "earlier", "previous") && word(first + 2, "version", "headline")
      && contains(line, Self.selves)
  }

  private static let noteLabels = WordList(
    """
    editor 's note
    editors ' note
    editors note
    editor note
    note to editors
    note to readers
    note from the editor
    correction
    corrections
    clarification
    clarifications
    corrections and clarifications
    correction and clarification
    update
    """)
  /// The article, as it speaks of itself.
  private static let selves = WordList(
    """
    this article
    this story
    this report
    this piece
    this post
    this page
    this headline
    this copy
    this item
    this version
    the headline on this
    the headline of this
    the photo caption
    the caption
    """)
  private static let amendments = WordList(
    """
    updated
    amended
    corrected
    corrects
    refiled
    refiles
    clarified
    clarifies
    revised
    edited
    modified
    republished
    """)

  /// "($1 = 0.9217 euros)": the rate at which a report's sums are converted.
  func isExchangeRate(_ line: Line) -> Bool {
    guard line.words >= 2, line.words <= 12, let first = line.tokens.first, document.tokens[first].kind == .open else { return false }
    var sides: [Bool] = [false]
    for i in unbracketed(line.tokens) {
      let token = document.tokens[i]
      if token.isNumber {
        sides[sides.count - 1] = true
      } else if token.kind == .symbol, document.bytes[token.span.range].elementsEqual([0x3d]) {
        sides.append(false)
      } else if token.kind == .doubleQuote {
        return false
      }
    }
    return sides.count >= 2 && sides.allSatisfy { $0 }
  }

  /// "To support our journalism, become a subscriber": a request for money, and what the money is for.
  func isAppeal(_ line: Line) -> Bool {
    guard line.words >= 3, line.words <= 60, let first = line.tokens.first,
      Self.appealOpenings.longestMatch(at: first, in: document.tokens, limit: line.tokens.upperBound) != nil,
      !line.tokens.contains(where: {
        document.tokens[$0].kind == .doubleQuote || word($0, "said", "told", "says", "announced", "added", "was", "were")
      })
    else { return false }
    return contains(line, Self.appealCauses) && contains(line, Self.appealRequests)
  }

  /// "Follow AP's coverage of the storm at https://…"
  func pointsToCoverage(_ line: Line) -> Bool {
    guard line.words >= 3, line.words <= 30, let first = line.tokens.first, Self.pointers.contains(document.tokens[first]),
      line.tokens.contains(where: { word($0, "coverage", "news", "stories") })
    else { return false }
    return line.tokens.contains { word($0, "http", "https", "www") }
  }

  /// "Want to see how it works? Learn more here.": words to the reader, and those of a button behind them.
  func endsWithButton(_ i: Int) -> Bool {
    let line = lines[i]
    guard line.sentences == 2, line.words <= 25, let last = document.sentences[document.sentencesOfBlock[i]].last else { return false }
    guard let end = Self.buttons.longestMatch(at: last.tokens.lowerBound, in: document.tokens, limit: last.tokens.upperBound),
      document.tokens[end..<last.tokens.upperBound].allSatisfy({ $0.kind == .terminator })
    else { return false }
    let before = line.tokens.lowerBound..<last.tokens.lowerBound
    return !line.tokens.contains { document.tokens[$0].kind == .doubleQuote }
      && before.contains {
        word($0, "you", "your", "want", "ready") || document.bytes[document.tokens[$0].span.range].elementsEqual([0x3f])
      }
  }

  private static let buttons = WordList(
    """
    apply now
    apply today
    book now
    click here
    contact us today
    donate here
    donate now
    donate today
    find out more
    find out more here
    get started
    get started now
    get started today
    learn more
    learn more here
    read more here
    register here
    register now
    register today
    shop now
    sign up here
    sign up now
    sign up today
    subscribe here
    subscribe now
    subscribe today
    """)
  private static let pointers = WordList("follow\nread\nfind\nsee")
  private static let appealOpenings = WordList(
    """
    to support
    support our
    support independent
    support quality
    support local
    support us
    support this
    please support
    please consider
    please donate
    consider supporting
    consider becoming
    help us
    if you value
    if you appreciate
    if you want to support
    if you would like to support
    if you 'd like to support
    we rely on
    you can support
    """)
  private static let appealCauses = WordList(
    """
    journalism
    journalists
    newsroom
    our reporting
    our work
    our coverage
    our reporters
    this site
    this website
    this newsletter
    """)
  private static let appealRequests = WordList(
    """
    become a
    becoming a
    subscribe
    subscribing
    subscription
    sign up
    donate
    donating
    donation
    patreon
    contribution
    contributing
    support us
    """)

  // MARK: - Pictures

  /// "The quay at night © Harbour Images": a caption, and the owner of its picture.
  func endsWithOwner(_ line: Line) -> Bool {
    guard line.words >= 5, line.words <= 60, let sign = line.tokens.suffix(8).last(where: { isCopyrightSign($0) }),
      sign + 1 < line.tokens.upperBound, document.tokens[sign + 1].isWord
    else { return false }
    let owner = sign + 1..<line.tokens.upperBound
    guard allNames(owner), !document.tokens[owner].contains(where: { $0.isNumber }), !contains(line, Self.ownersWords) else { return false }
    let before = document.tokens[line.tokens.lowerBound..<sign].filter(\.isWord)
    return before.count >= 4 && before.contains { !$0.isCapitalized && Language.functionWords.contains($0) }
  }

  func isCopyrightSign(_ i: Int) -> Bool { document.bytes[document.tokens[i].span.range].elementsEqual([0xc2, 0xa9]) }

  private static let ownersWords = WordList(
    """
    rights
    reserved
    copyright
    """)

  /// "Image caption, The quay at night": what some sites put before captions.
  func isLabelledCaption(_ line: Line) -> Bool {
    guard line.words >= 3, let first = line.tokens.first, first + 2 < line.tokens.upperBound,
      Self.labelledWords.contains(document.tokens[first]), document.tokens[first].isCapitalized,
      word(first + 1, "caption")
    else { return false }
    let next = document.tokens[first + 2]
    return next.kind == .comma || next.kind == .colon || next.isCapitalized && !document.tokens[first + 1].isCapitalized
  }

  /// "Image source, Harbour Police", "Image copyright Ana Gil"
  func isLabelledCredit(_ line: Line) -> Bool {
    guard line.words >= 3, line.words <= 14, !line.endsWithQuestion, let first = line.tokens.first, first + 2 < line.tokens.upperBound,
      FurnitureWords.pictureWords.contains(document.tokens[first]), document.tokens[first].isCapitalized,
      word(first + 1, "source", "copyright")
    else { return false }
    let next = document.tokens[first + 2]
    return next.kind == .comma || next.kind == .colon || next.isCapitalized && !document.tokens[first + 1].isCapitalized
  }

  /// Where a sentence says who is in the picture: "(pictured)", "(pictured leaving the court)", "the quay, pictured in 1904".
  func saysWhoIsPictured(_ line: Line) -> Bool {
    line.tokens.dropFirst().contains { i in
      (document.tokens[i].kind == .open || document.tokens[i].kind == .comma) && i + 1 < line.tokens.upperBound
        && document.tokens[i + 1].key == Self.pictured
    }
  }

  private static let pictured = WordKey.of("pictured")
  private static let labelledWords = WordList(FurnitureWords.pictureWords, WordList("media\nvideo"))

  /// "Image caption," or "Image source," alone in a line: what the next line is.
  func labelOfPicture(_ line: Line) -> Block.Kind? {
    guard line.words == 2, line.tokens.count <= 3, let first = line.tokens.first, document.tokens[first].isCapitalized,
      Self.labelledWords.contains(document.tokens[first]),
      line.tokens.count == 2 || [.comma, .colon].contains(document.tokens[first + 2].kind)
    else { return nil }
    return word(first + 1, "caption") ? .caption : word(first + 1, "source", "copyright") ? .credit : nil
  }

  /// Takes the line directly under a picture's lone credit ("Getty Images") for its caption if it reads like one.
  ///
  /// Under the name of a news agency, which may stand over its report, only inside the story. What is too long for a crosshead and
  /// does not read like a caption stays a paragraph.
  mutating func findCaptionsUnderCredits() {
    var hasStory = false
    for i in min(headline.map { $0 + 1 } ?? region.lowerBound, region.lowerBound)..<region.upperBound {
      defer { if lines[i].kind == nil, lines[i].isProse, lines[i].words >= 12 { hasStory = true } }
      guard i > 0, lines[i].kind == nil, lines[i - 1].kind == .credit, !lines[i].isLong, lines[i].raw.blanksBefore <= 1,
        lines[i].words >= 4, lines[i].words <= 30, lines[i].sentences == 1, !lines[i].endsWithQuestion, !lines[i].endsWithColon,
        !lines[i].raw.isBulleted, lines[i].raw.heading == 0, let credit = loneCredit(lines[i - 1]),
        hasStory || credit == .picture,
        lines[i + 1..<min(i + 4, lines.count)].contains(where: { $0.isProse && $0.kind == nil })
      else { continue }
      if readsLikeCaption(lines[i]) {
        lines[i].kind = .caption
      } else if hasStory, lines[i].isShort, lines[i].words > 8 {
        lines[i].kind = .paragraph
      }
    }
  }

  enum LoneCredit { case picture, agency }

  /// A line of the names of suppliers and nothing else.
  func loneCredit(_ line: Line) -> LoneCredit? {
    guard line.words <= 6 else { return nil }
    var found: LoneCredit?
    var i = line.tokens.lowerBound
    while i < line.tokens.upperBound {
      let token = document.tokens[i]
      let agency = FurnitureWords.agencies.longestMatch(at: i, in: document.tokens, limit: line.tokens.upperBound)?.end
      let supplier = FurnitureWords.pictureSuppliers.longestMatch(at: i, in: document.tokens, limit: line.tokens.upperBound)
      if let end = [agency, supplier].compactMap({ $0 }).max() {
        if agency == nil { found = .picture } else { found = found ?? .agency }
        i = end
      } else {
        guard !token.isWord || word(i, "and", "via", "file") || FurnitureWords.pictureWords.contains(token) else { return nil }
        if FurnitureWords.pictureWords.contains(token) { found = .picture }
        i += 1
      }
    }
    return found
  }

  /// Whether a credit is a picture's: it says so, or is a supplier's name beside a caption.
  func isPictureCredit(_ i: Int) -> Bool {
    if isLabelledCredit(lines[i]) { return true }
    guard loneCredit(lines[i]) != nil else { return false }
    return i > 0 && lines[i - 1].kind == .caption || i + 1 < lines.count && lines[i + 1].kind == .caption
  }

  /// Whether the credit directly under a line is that of a picture which the line describes, and not of the report that the line ends.
  ///
  /// A sentence in the past is a caption only if a blank line parts it from the story and the credit is a picture's own.
  func standsOverItsCredit(_ i: Int) -> Bool {
    let credit = lines[i + 1]
    if isStaffCredit(credit) || isContribution(i + 1) { return false }
    if readsLikeCaption(lines[i]) { return true }
    guard lines[i].raw.blanksBefore > 0 else { return false }
    return !lines[i].isTerminated || isLabelledCredit(credit) || beginsWithPictureCredit(credit) || loneCredit(credit) != .agency
  }

  /// One sentence of the present, or none at all: no quotation, no verb of a narrative.
  private func readsLikeCaption(_ line: Line) -> Bool {
    let tokens = document.tokens
    if line.tokens.contains(where: { tokens[$0].kind == .doubleQuote }) { return false }
    if saysWhoIsPictured(line) { return true }
    if let first = line.tokens.first, word(first, "what", "why", "how", "who", "where", "when", "which") { return false }
    var shows = false
    for i in line.tokens where tokens[i].isWord {
      if FurnitureWords.narrativeVerbs.contains(tokens[i]), line.isTerminated || Self.sayings.contains(tokens[i]) { return false }
      guard !tokens[i].isCapitalized else { continue }
      if FurnitureWords.captionVerbs.contains(tokens[i]) || word(i, "seen", "pictured", "shown", "photographed") || isParticiple(i) {
        shows = true
      }
    }
    if line.isTerminated {
      return shows && !line.tokens.contains { word($0, "is", "are", "will", "can", "may", "might", "must", "say", "been", "that", "if") }
    }
    return shows && line.words >= 5 || line.words >= 6 && line.functionWords >= 2
  }

  private static let sayings = WordList(
    """
    said
    says
    told
    added
    announced
    according
    reported
    """)

  /// "searching": more than a word like "king" or "spring".
  private func isParticiple(_ i: Int) -> Bool {
    let bytes = document.bytes[document.tokens[i].span.range]
    return bytes.count >= 7 && bytes.suffix(3).elementsEqual("ing".utf8)
      && !word(
        i, "nothing", "anything", "something", "everything", "morning", "evening", "meeting", "building", "according", "following",
        "including", "during")
  }

  // MARK: - Pointers to other articles inside a story

  /// "You may also be interested in:", "More on this story": nothing but the words that announce other articles.
  func announcesOthers(_ line: Line) -> Bool {
    guard line.isShort || line.words <= 8, let first = line.tokens.first,
      let end = Self.announcements.longestMatch(at: first, in: document.tokens, limit: line.tokens.upperBound)
    else { return false }
    return (end..<line.tokens.upperBound).allSatisfy { !document.tokens[$0].isWord && !document.tokens[$0].isNumber }
  }

  /// Such a line inside the story is a label, and the headlines under it, up to the next sentence, are teasers.
  mutating func findAnnouncements() {
    var i = region.lowerBound
    while i < region.upperBound {
      defer { i += 1 }
      guard lines[i].kind == nil || lines[i].kind == .teaser, announcesOthers(lines[i]) else { continue }
      lines[i].kind = .label
      var run: [Int] = []
      for j in i + 1..<max(i + 1, min(i + 14, region.upperBound)) {
        let line = lines[j]
        guard line.isShort || line.endsWithQuestion && line.words <= 16, !line.endsWithColon, line.raw.heading == 0,
          line.kind?.isStory != true
        else { break }
        run.append(j)
      }
      // The last may be the heading of what follows: it is, if it is as short as one and the others are not.
      if let last = run.last, lines[last].words <= 4, last + 1 < region.upperBound,
        run.count == 1 || run.dropLast().contains(where: { lines[$0].words > 4 })
      {
        run.removeLast()
      }
      for j in run where lines[j].kind == nil { lines[j].kind = .teaser }
    }
  }

  private static let announcements = WordList(
    """
    related articles
    related article
    related stories
    related story
    related posts
    related news
    related content
    related topics
    related topic
    related links
    related reading
    related coverage
    related internet links
    also in the news
    more on this story
    more on this topic
    more on this
    more like this
    more to explore
    you may also like
    you might also like
    you may like
    you might like
    you may also be interested in
    you might also be interested in
    you may be interested in
    you might be interested in
    you may also be interested in these
    you may also want to read
    recommended reading
    recommended articles
    recommended stories
    recommended for you
    read next
    read this next
    see also
    further reading
    what to read next
    most read
    most popular
    top stories
    editor 's picks
    editors' picks
    other stories
    other news
    """)
}
