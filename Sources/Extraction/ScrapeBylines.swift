import TextAnalysis

/// Bylines without "By": names with an office, a place or an outlet, in the few lines where an article names its authors.
extension Scrape {
  /// Finds them between the headline and the story, and after a first paragraph that may be the dek.
  mutating func findBylines() {
    findBylinesOfBoxes()
    let top = headline.map { $0 + 1 } ?? region.lowerBound
    var prose = 0
    for i in top..<max(top, min(top + 12, region.upperBound)) {
      let line = lines[i]
      if line.isProse, line.kind == nil {
        prose += 1
        if prose == 2 || line.words > 45 { return }
        continue
      }
      guard line.kind == nil || line.kind == .credit, line.isShort, line.words <= 25, !line.raw.isBulleted, line.raw.heading == 0 else {
        continue
      }
      let byline = BareByline(document, line.tokens)
      if line.kind == nil, i > top, lines[i - 1].kind == .byline, BareByline.isOffice(document, line.tokens) {
        lines[i].kind = .byline
      } else if let byline, isLikely(byline, i, isAbove: prose == 0) {
        lines[i].kind = .byline
      }
    }
  }

  /// A name and, in the next line, an office: who wrote a box inside the story.
  private mutating func findBylinesOfBoxes() {
    for i in region.dropLast() where lines[i].kind == nil && lines[i + 1].kind == nil {
      guard lines[i].isShort, lines[i].words <= 4, lines[i + 1].isShort, lines[i + 1].words <= 12, !lines[i].raw.isBulleted,
        lines[i].raw.heading == 0, lines[i + 1].tokens.contains(where: { FurnitureWords.offices.contains(document.tokens[$0]) }),
        let byline = BareByline(document, lines[i].tokens), byline.names.count == 1, !byline.hasPlace, !byline.hasOutlet,
        document.isGivenName(document.tokens[byline.names[0].lowerBound]), BareByline.isOffice(document, lines[i + 1].tokens)
      else { continue }
      lines[i].kind = .byline
      lines[i + 1].kind = .byline
    }
  }

  /// Whether the names are the authors': an office says so, the next line does, or they are given names whose bearers the story
  /// does not know.
  private func isLikely(_ byline: BareByline, _ i: Int, isAbove: Bool) -> Bool {
    if byline.hasOffice { return byline.isSure || byline.names.allSatisfy { document.isGivenName(document.tokens[$0.lowerBound]) } }
    if lines[i].kind == .credit { return false }
    let isNamed = byline.names.allSatisfy { document.isGivenName(document.tokens[$0.lowerBound]) }
    if byline.names.count == 1, !byline.hasPlace, !byline.hasOutlet {
      guard i + 1 < region.upperBound, lines[i + 1].kind == nil, lines[i + 1].isShort else { return false }
      return isNamed && BareByline.isOffice(document, lines[i + 1].tokens)
    }
    // Under a paragraph only with the day: else that paragraph is the story's first.
    guard isNamed, isAbove || i + 1 < lines.count && [.date, .readingTime].contains(lines[i + 1].kind) else { return false }
    let surnames = Set(byline.names.map { document.tokens[$0.upperBound - 1].key })
    let known = (headline.map { [$0] } ?? []) + region.prefix(80).filter { $0 != i && lines[$0].isProse }
    return !known.contains { j in
      lines[j].tokens.contains { document.tokens[$0].isCapitalized && surnames.contains(document.tokens[$0].key) }
    }
  }
}

/// A line of names that says who wrote an article: "Ana Gil in Porto and Ian O'Neil in Cork", "Ana Gil Health policy editor",
/// "Ana Gil, Harbour News".
struct BareByline {
  /// Token indices of each name.
  var names: [Range<Int>] = []
  /// An office stands beside a name: "Political editor".
  var hasOffice = false
  /// "in Porto"
  var hasPlace = false
  /// "Harbour News", "and agencies"
  var hasOutlet = false
  /// The office is written after a name of two words and begins with a field that reporters have.
  var isSure = false

  /// Nil if anything stands in the tokens that does not belong to a byline, or no name.
  init?(_ document: Document, _ range: Range<Int>) {
    let tokens = document.tokens
    var i = range.lowerBound
    var isFirst = true
    while i < range.upperBound {
      let run = Self.run(document, i, range.upperBound)
      if run.isEmpty, !isFirst, let end = Self.smallOffice(document, i, range.upperBound) {
        hasOffice = true
        i = end
      } else if run.isEmpty {
        // "and agencies"
        guard !isFirst, tokens[i].isWord, FurnitureWords.creditWords.contains(tokens[i]) else { return nil }
        hasOutlet = true
        i += 1
      } else {
        switch Self.item(document, run, range.upperBound) {
        case .person(let name, let office, let end):
          // After a comma one word is the place, and what is no given name an office: "Ana Gil, Porto", "Ana Gil, Hong Kong correspondent".
          if name.count < 2, !isFirst, office == nil {
            hasPlace = true
          } else if let office, !isFirst, tokens[run.lowerBound - 1].kind == .comma,
            !document.isGivenName(tokens[run.lowerBound]) || office == run.upperBound && end == office + 1
          {
            hasOffice = true
          } else {
            guard name.count >= 2 else { return nil }
            names.append(name)
            if let office {
              hasOffice = true
              if FurnitureWords.fields.contains(tokens[office]) && tokens[office].isCapitalized { isSure = true }
            }
          }
          i = end
        case .office(let end):
          guard !isFirst else { return nil }
          hasOffice = true
          i = end
        case .outlet(let end):
          guard !isFirst else { return nil }
          hasOutlet = true
          i = end
        case nil: return nil
        }
      }
      isFirst = false
      // "in Porto", "at the harbour" is no place of a byline.
      if i + 1 < range.upperBound, tokens[i].isWord, !tokens[i].isCapitalized, document.isWord(i, "in"), tokens[i + 1].isCapitalized {
        let place = Self.run(document, i + 1, range.upperBound)
        guard place.count <= 5 else { return nil }
        hasPlace = true
        i = place.upperBound
      }
      // "(Harbour News)"
      if i < range.upperBound, tokens[i].kind == .open {
        while i < range.upperBound, tokens[i].kind != .close {
          guard !tokens[i].isWord || tokens[i].isCapitalized || FurnitureWords.creditWords.contains(tokens[i]) else { return nil }
          i += 1
        }
        guard i < range.upperBound else { return nil }
        hasOutlet = true
        i += 1
      }
      let before = i
      while i < range.upperBound,
        tokens[i].kind == .comma || tokens[i].kind == .semicolon || document.isWord(i, "and", "with") || document.isAmpersand(i)
      { i += 1 }
      guard i == range.upperBound ? i == before : i > before else { return nil }
    }
    guard !names.isEmpty else { return nil }
  }

  /// "Business reporter, Harbour News", "Political editor": an office without a name, perhaps with the outlet and a place.
  static func isOffice(_ document: Document, _ range: Range<Int>) -> Bool {
    let tokens = document.tokens
    var office = false
    var i = range.lowerBound
    while i < range.upperBound {
      let run = run(document, i, range.upperBound)
      if run.isEmpty {
        guard let end = smallOffice(document, i, range.upperBound) else { return false }
        office = true
        i = end
        if i < range.upperBound, tokens[i].kind == .comma { i += 1 }
        continue
      }
      switch item(document, run, range.upperBound) {
      case .office(let end):
        office = true
        i = end
      case .outlet(let end):
        office = true
        i = end
      case .person(let name, let title, let end) where title == nil ? office : name.count == 1:
        office = true
        i = end
      default: return false
      }
      if i + 1 < range.upperBound, document.isWord(i, "in", "at", "for"), tokens[i + 1].isCapitalized || document.isWord(i + 1, "the") {
        i = Self.run(document, document.isWord(i + 1, "the") ? i + 2 : i + 1, range.upperBound).upperBound
      }
      if i < range.upperBound {
        guard tokens[i].kind == .comma || tokens[i].kind == .dash || tokens[i].kind == .symbol || document.isWord(i, "and") else {
          return false
        }
        i += 1
      }
    }
    return office
  }

  /// The end of an office in small letters, "political correspondent", or nil.
  private static func smallOffice(_ document: Document, _ start: Int, _ limit: Int) -> Int? {
    var end = start
    while end < limit, document.tokens[end].isWord, !document.tokens[end].isCapitalized,
      FurnitureWords.offices.contains(document.tokens[end]) || FurnitureWords.fields.contains(document.tokens[end])
    {
      end += 1
    }
    return end > start && FurnitureWords.offices.contains(document.tokens[end - 1]) ? end : nil
  }

  private enum Item {
    case person(name: Range<Int>, office: Int?, end: Int)
    case office(end: Int)
    case outlet(end: Int)
  }

  /// Capitalised words in a row, with the particles and marks of names between them.
  static func run(_ document: Document, _ start: Int, _ limit: Int) -> Range<Int> {
    let tokens = document.tokens
    var i = start
    var end = start
    while i < limit {
      let token = tokens[i]
      if token.isWord, token.isCapitalized {
        end = i + 1
      } else if i == start {
        break
      } else if token.isWord, FurnitureWords.particles.contains(token) || document.isWord(i, "of"), i + 1 < limit {
        // "Ludwig van Beethoven", "North of England"
      } else if token.kind == .terminator, token.span.count == 1, tokens[i - 1].isAdjacent(to: token), tokens[i - 1].span.count <= 2 {
        // "Ana M. Gil"
        end = i + 1
      } else if token.kind == .dash || token.kind == .singleQuote, !token.shape.contains(.spaceBefore), i + 1 < limit,
        token.isAdjacent(to: tokens[i + 1])
      {
        // "Jean-Luc"
      } else if token.kind == .clitic {
        end = i + 1
      } else {
        break
      }
      i += 1
    }
    return start..<end
  }

  private static func item(_ document: Document, _ run: Range<Int>, _ limit: Int) -> Item? {
    let tokens = document.tokens
    // The office goes on in small letters: "Health policy editor".
    var end = run.upperBound
    while end < limit, tokens[end].isWord, !tokens[end].isCapitalized,
      FurnitureWords.offices.contains(tokens[end]) || FurnitureWords.fields.contains(tokens[end])
    {
      end += 1
    }
    guard end == run.upperBound || FurnitureWords.offices.contains(tokens[end - 1]) else { return nil }
    let hasOffice = FurnitureWords.offices.contains(tokens[end - 1])
    let agency = FurnitureWords.agencies.longestMatch(at: run.lowerBound, in: tokens, limit: run.upperBound)
    let station = FurnitureWords.broadcasters.longestMatch(at: run.lowerBound, in: tokens, limit: run.upperBound)
    let isStaff = end == run.upperBound && document.isWord(end - 1, "staff", "reporters", "correspondents")
    if agency?.end == run.upperBound && !hasOffice || station != nil && (isStaff || !hasOffice)
      || agency == nil && (isStaff || !hasOffice && !document.isGivenName(tokens[run.lowerBound]) && isOutlet(document, run))
    {
      return .outlet(end: end)
    }
    let first = tokens[run.lowerBound]
    if hasOffice, FurnitureWords.fields.contains(first) || FurnitureWords.offices.contains(first), !document.isGivenName(first) {
      return .office(end: end)
    }
    guard let name = name(document, run, hasOffice: hasOffice) else {
      // "Porto Correspondent"
      return hasOffice && !document.isGivenName(first) ? .office(end: end) : nil
    }
    let rest = name.upperBound..<run.upperBound
    if !rest.isEmpty || end > run.upperBound {
      // Behind the name there is an office or an outlet, or the whole is none.
      guard
        hasOffice || isOutlet(document, rest)
          || FurnitureWords.agencies.longestMatch(at: rest.lowerBound, in: tokens, limit: rest.upperBound)?.end == rest.upperBound
      else { return nil }
      return .person(name: name, office: name.upperBound, end: end)
    }
    return .person(name: name, office: nil, end: end)
  }

  /// The name at the start of a run of capitalised words: up to an agency, or a field or office, else two words before an office and
  /// all words without one.
  static func name(_ document: Document, _ run: Range<Int>, hasOffice: Bool) -> Range<Int>? {
    let tokens = document.tokens
    var words = 0
    var second = run.upperBound
    var end = run.upperBound
    for i in run where tokens[i].isWord {
      if words >= 2, !FurnitureWords.particles.contains(tokens[i]),
        FurnitureWords.fields.contains(tokens[i]) || FurnitureWords.offices.contains(tokens[i])
          || FurnitureWords.agencies.longestMatch(at: i, in: tokens, limit: run.upperBound) != nil
          || isOutlet(document, i..<run.upperBound) && run.upperBound - i >= 2
      {
        end = i
        break
      }
      // "Jean-Luc", "O'Neil" and "M." are no second word.
      if i == run.lowerBound || tokens[i].shape.contains(.spaceBefore) && !FurnitureWords.particles.contains(tokens[i]) {
        let isInitial = i + 1 < run.upperBound && tokens[i + 1].kind == .terminator && words > 0
        if !isInitial { words += 1 }
        if words == 3, second == run.upperBound { second = i }
      }
    }
    if hasOffice, end == run.upperBound { end = second }
    let name = run.lowerBound..<end
    let count = tokens[name].count { $0.isWord && $0.shape.contains(.spaceBefore) }
    guard (1...5).contains(count),
      !tokens[name].contains(where: { FurnitureWords.creditWords.contains($0) || FurnitureWords.offices.contains($0) }),
      !tokens[name].contains(where: {
        $0.isWord && Language.english.contains($0) && !FurnitureWords.particles.contains($0) && !document.isGivenName($0)
      }),
      DateLine.months.value(tokens[name.lowerBound]) == nil || document.isGivenName(tokens[name.lowerBound])
    else { return nil }
    return name
  }

  /// "Harbour News", "Porto Times"
  static func isOutlet(_ document: Document, _ run: Range<Int>) -> Bool {
    guard let last = run.last(where: { document.tokens[$0].isWord }) else { return false }
    return FurnitureWords.outletHeads.contains(document.tokens[last])
      || FurnitureWords.broadcasters.longestMatch(at: run.lowerBound, in: document.tokens, limit: run.upperBound) != nil
  }
}

extension Document {
  func isAmpersand(_ i: Int) -> Bool { bytes[tokens[i].span.range].elementsEqual([0x26]) }

  func isWord(_ i: Int, _ words: String...) -> Bool { words.contains { tokens[i].key == WordKey.of($0) } }
}

extension FurnitureWords {
  /// What reporters are called.
  static let offices = WordList(
    """
    correspondent
    correspondents
    reporter
    reporters
    editor
    editors
    writer
    writers
    columnist
    journalist
    journalists
    producer
    presenter
    commentator
    analyst
    critic
    staff
    bureau
    chief
    """)
  /// What they report on, and ranks: words with which an office begins or goes on.
  static let fields = WordList(
    """
    affairs
    africa
    agriculture
    americas
    arts
    asia
    assistant
    associate
    aviation
    bank
    banking
    beijing
    berlin
    brussels
    business
    central
    chief
    china
    city
    climate
    community
    consumer
    contributing
    correspondent
    courts
    crime
    cultural
    culture
    defence
    defense
    deputy
    digital
    diplomatic
    disability
    economic
    economics
    economy
    editor
    education
    employment
    energy
    england
    entertainment
    environment
    europe
    european
    fashion
    features
    film
    finance
    financial
    food
    football
    foreign
    freelance
    gaming
    general
    global
    health
    heritage
    home
    housing
    industry
    international
    investigations
    investigative
    ireland
    justice
    labour
    law
    legal
    lifestyle
    local
    media
    medical
    midlands
    middle
    money
    moscow
    music
    national
    news
    north
    northern
    online
    parliamentary
    policy
    political
    politics
    property
    religion
    religious
    retail
    royal
    rural
    science
    scotland
    security
    senior
    social
    south
    special
    sport
    sports
    staff
    technology
    telecoms
    transport
    travel
    uk
    us
    video
    wales
    washington
    weather
    westminster
    whitehall
    world
    """)
  /// End the names of papers and stations.
  static let outletHeads = WordList(
    """
    news
    times
    post
    herald
    tribune
    gazette
    telegraph
    press
    radio
    tv
    online
    agency
    agencies
    newsroom
    newspaper
    newspapers
    correspondents
    """)
  static let broadcasters = WordList(
    """
    al jazeera
    bbc
    cnn
    nbc
    abc
    cbs
    cbc
    npr
    itv
    rte
    rfe
    rferl
    dw
    """)
  /// Small words inside surnames.
  static let particles = WordList(
    """
    de
    der
    den
    del
    della
    di
    da
    do
    dos
    du
    la
    le
    van
    von
    vom
    zu
    ten
    ter
    al
    el
    bin
    ibn
    y
    """)
}
