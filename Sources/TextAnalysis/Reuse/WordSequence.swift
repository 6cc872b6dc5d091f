/// The words of a stretch of text, normalised for alignment: case, diacritics, the shape of quotation marks, contractions, number
/// words and British or American spelling do not count; marks are left out.
public struct WordSequence: Sendable {
  public struct Word: Sendable {
    /// What the word is aligned by.
    public var key: UInt64
    /// The token it comes from, the last of several ("per cent"); two words of one contraction share it.
    public var token: Int32
    /// Whether it is more than a function word.
    public var isContent: Bool
    /// The first token it comes from.
    public var first: Int32

    public init(key: UInt64, token: Int32, isContent: Bool, first: Int32? = nil) {
      self.key = key
      self.token = token
      self.isContent = isContent
      self.first = first ?? token
    }
  }

  public var words: [Word]

  public init(words: [Word]) { self.words = words }

  /// - Parameter tokens: indices into the document's tokens.
  public init(_ document: Document, tokens: Range<Int>) {
    words = []
    words.reserveCapacity(tokens.count)
    for index in tokens {
      let token = document.tokens[index]
      switch token.kind {
      case .word:
        let key = Spelling.key(of: token, in: document)
        if let parts = Contractions.negated.value(token) {
          append(Contractions.verbs[parts], index, content: false)
          append(Contractions.not, index, content: true)
        } else {
          let isUS = token.shape.contains(.allCaps) && token.span.count > 1
          append(key, index, content: isUS || !ContentWords.isStopWord(token))
        }
      case .number: append(Spelling.number(of: token, in: document), index, content: true)
      case .clitic:
        if let part = Contractions.clitics.value(token) {
          append(Contractions.verbs[part], index, content: false)
        } else if index > tokens.lowerBound, Contractions.hosts.contains(document.tokens[index - 1]) {
          append(Contractions.verbs[8], index, content: false)
        }
      case .symbol:
        if document.bytes[Int(token.start)] == 0x25 { append(Spelling.percent, index, content: true) }
      default: break
      }
    }
    joinNumbers(document)
    joinPhrases()
  }

  /// "fifty-four" is 54.
  private mutating func joinNumbers(_ document: Document) {
    func small(_ word: Word) -> Int? {
      let token = document.tokens[Int(word.token)]
      return token.isWord ? FigureWords.small.value(token) : nil
    }
    var joined: [Word] = []
    joined.reserveCapacity(words.count)
    for word in words {
      if let last = joined.last, last.token + 2 == word.token, document.tokens[Int(last.token) + 1].kind == .dash,
        let unit = small(word), (1...9).contains(unit), let tens = small(last), tens >= 20
      {
        joined[joined.count - 1] = Word(
          key: WordKey.of(String(tens + unit)), token: word.token, isContent: true, first: last.first)
      } else {
        joined.append(word)
      }
    }
    words = joined
  }

  public init(_ document: Document, in span: TextSpan) { self.init(document, tokens: document.tokens(in: span)) }

  private mutating func append(_ key: UInt64, _ token: Int, content: Bool) {
    words.append(Word(key: key, token: Int32(token), isContent: content))
  }

  /// "per cent" is "percent", "United States" is "US", "no one" is "nobody".
  private mutating func joinPhrases() {
    guard words.contains(where: { $0.key == Spelling.cent || $0.key == Spelling.united || $0.key == Spelling.no }) else { return }
    var joined: [Word] = []
    joined.reserveCapacity(words.count)
    for word in words {
      if let last = joined.last, let key = Spelling.phrase(last.key, word.key) {
        joined[joined.count - 1] = Word(key: key, token: word.token, isContent: true, first: last.first)
      } else {
        joined.append(word)
      }
    }
    words = joined
  }

  public var count: Int { words.count }
  public var contentCount: Int { words.count(where: \.isContent) }
}

/// Contracted forms and what they stand for.
private enum Contractions {
  static let not = WordKey.of("not")
  static let verbs = [
    "are", "have", "will", "am", "would", "do", "does", "did", "is", "was", "were", "has", "had", "can", "could", "should",
  ].map {
    WordKey.of($0)
  }
  static let clitics = WordTable(
    """
    're 0
    've 1
    'll 2
    'm 3
    'd 4
    """)
  /// Words after which `'s` is "is", not a possessive.
  static let hosts = WordList(
    """
    he
    here
    how
    it
    she
    that
    there
    this
    what
    where
    who
    """)
  static let negated = WordTable(
    """
    don't 5
    doesn't 6
    didn't 7
    isn't 8
    aren't 0
    wasn't 9
    weren't 10
    haven't 1
    hasn't 11
    hadn't 12
    won't 2
    wouldn't 4
    can't 13
    cannot 13
    couldn't 14
    shouldn't 15
    """)
}

/// Spellings of one word.
enum Spelling {
  static let percent = WordKey.of("percent")
  static let per = WordKey.of("per")
  static let cent = WordKey.of("cent")
  static let united = WordKey.of("united")
  static let no = WordKey.of("no")
  /// "one", as a numeral.
  private static let one = WordKey.of("1")
  private static let nobody = WordKey.of("nobody")
  private static let states = WordKey.of("states")
  private static let kingdom = WordKey.of("kingdom")
  private static let nations = WordKey.of("nations")
  private static let us = WordKey.of("us")
  private static let uk = WordKey.of("uk")
  private static let un = WordKey.of("un")

  /// The key of two words that have a shorter spelling, or nil.
  static func phrase(_ a: UInt64, _ b: UInt64) -> UInt64? {
    if a == per { return b == cent ? percent : nil }
    if a == no { return b == one ? nobody : nil }
    guard a == united else { return nil }
    return b == states ? us : b == kingdom ? uk : b == nations ? un : nil
  }

  /// The key of a word under its American spelling, numerals as digits.
  static func key(of token: Token, in document: Document) -> UInt64 {
    if let value = FigureWords.small.value(token) { return WordKey.of(String(value)) }
    if let single = singles.find(token.key) { return american[single] }
    if token.shape.contains(.dotted) { return withoutStops(token, in: document) }
    guard token.span.count >= 5, !token.shape.contains(.nonASCII) else { return token.key }
    return document.bytes.withUnsafeBufferPointer { americanKey($0, token.span.range) ?? token.key }
  }

  /// "U.S." is "US".
  private static func withoutStops(_ token: Token, in document: Document) -> UInt64 {
    var hash = WordKey.seed
    for byte in document.bytes[token.span.range] where byte != 0x2e {
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* WordKey.prime
    }
    return hash
  }

  /// A number without its grouping commas.
  static func number(of token: Token, in document: Document) -> UInt64 {
    var hash = WordKey.seed
    for byte in document.bytes[token.span.range] where byte != 0x2c { hash = (hash ^ UInt64(byte)) &* WordKey.prime }
    return hash
  }

  /// -ise, -isation, -yse, -our become -ize, -ization, -yze, -or; nil if none of them applies.
  private static func americanKey(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64? {
    var hash = WordKey.seed
    var changed = false
    var i = range.lowerBound
    func lower(_ j: Int) -> UInt8 { j < range.upperBound ? bytes[j] | 0x20 : 0 }
    func rest(_ j: Int, _ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard j + count <= range.upperBound else { return false }
      return text.withUTF8Buffer { expected in (0..<count).allSatisfy { lower(j + $0) == expected[$0] } }
    }
    func ends(_ j: Int, _ endings: [StaticString]) -> Bool {
      endings.contains { $0.utf8CodeUnitCount == range.upperBound - j && rest(j, $0) }
    }
    while i < range.upperBound {
      var byte = lower(i)
      if byte == 0x73, i > range.lowerBound + 2, lower(i - 1) == 0x69 || lower(i - 1) == 0x79,
        ends(i, ["se", "sed", "ses", "sing", "sation", "sations", "ser", "sers"])
      {
        byte = 0x7a
        changed = true
      }
      if byte == 0x75, i > range.lowerBound + 2, lower(i - 1) == 0x6f, lower(i + 1) == 0x72,
        ends(i, ["ur", "urs", "ured", "uring", "urable", "urite", "ur's", "urless"])
      {
        changed = true
        i += 1
        continue
      }
      hash = (hash ^ UInt64(byte)) &* WordKey.prime
      i += 1
    }
    return changed ? hash : nil
  }

  /// Pairs that no ending explains, and short names of one country.
  private static let (singles, american): (KeyTable, [UInt64]) = {
    var table = KeyTable()
    var keys: [UInt64] = []
    for line in WordTable.lines(of: pairs) {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      for word in words.dropFirst() where table.insert(WordKey.of(word)) == keys.count { keys.append(WordKey.of(first)) }
    }
    return (table, keys)
  }()

  private static let pairs: StaticString = """
    # American spelling first
    defense defence
    offense offence
    license licence
    center centre
    centers centres
    theater theatre
    program programme
    programs programmes
    gray grey
    toward towards
    airplane aeroplane
    aluminum aluminium
    check cheque
    draft draught
    jewelry jewellery
    meter metre
    meters metres
    kilometers kilometres
    kilometer kilometre
    mold mould
    plow plough
    skeptical sceptical
    skepticism scepticism
    story storey
    tire tyre
    traveled travelled
    traveling travelling
    traveler traveller
    canceled cancelled
    canceling cancelling
    labeled labelled
    modeling modelling
    signaled signalled
    fulfill fulfil
    enroll enrol
    catalog catalogue
    dialog dialogue
    judgment judgement
    aging ageing
    among amongst
    anybody anyone
    everybody everyone
    somebody someone
    while whilst
    learned learnt
    burned burnt
    spelled spelt
    """
}
