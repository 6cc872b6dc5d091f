/// A sentence's tokens with what each can mean in a temporal expression, and the small parts that rules share: numbers,
/// quantities, years, units.
///
/// Positions outside the sentence read as empty words, so rules look around freely.
/// A class, so that rules are not handed copies; made for one text, used by one thread.
final class TimexScanner {
  let document: Document
  let tokens: [Token]
  /// Of each token, the index of its entry.
  private let ids: [UInt16]
  private let entries: [TimeWord]
  private(set) var lower = 0
  private(set) var limit = 0
  /// Whether `3/4/2017` is the third of April in this text.
  let isDayFirst: Bool
  /// Whether "May" names a person in this text.
  let mayIsName: Bool

  init(_ document: Document) {
    self.document = document
    tokens = document.tokens
    var entries = TimeWords.entries
    var number = TimeWord()
    number.classes = .number
    entries.append(number)
    var apostrophe = TimeWord()
    apostrophe.classes = .apostrophe
    entries.append(apostrophe)
    let table = TimeWords.table
    let numberID = UInt16(entries.count - 2)
    let apostropheID = UInt16(entries.count - 1)
    ids = tokens.map { token in
      switch token.kind {
      case .number: numberID
      case .word: UInt16(truncatingIfNeeded: table.value(token.key) ?? 0)
      case .singleQuote: apostropheID
      default: 0
      }
    }
    self.entries = entries
    (isDayFirst, mayIsName) = Self.habits(of: document, ids: ids, entries: entries)
  }

  func enter(_ sentence: Sentence) {
    lower = sentence.tokens.lowerBound
    limit = sentence.tokens.upperBound
  }

  /// How the article writes dates, and whether May is somebody.
  private static func habits(of document: Document, ids: [UInt16], entries: [TimeWord]) -> (dayFirst: Bool, mayIsName: Bool) {
    let tokens = document.tokens
    let may = WordKey.of("may")
    let titles = Self.titles
    var balance = 0
    var decided: Bool?
    var mayNames = 0
    for i in tokens.indices where ids[i] != 0 {
      let entry = entries[Int(ids[i])]
      if entry.classes.contains(.month), tokens[i].isCapitalized {
        if i > 0, tokens[i - 1].isNumber { balance += 1 }
        if i + 1 < tokens.count, tokens[i + 1].isNumber, tokens[i + 1].span.count <= 2 { balance -= 1 }
        if tokens[i].key == may, i > 0, tokens[i - 1].isWord || tokens[i - 1].kind == .terminator {
          let before = tokens[i - 1].kind == .terminator && i > 1 ? tokens[i - 2] : tokens[i - 1]
          if titles.contains(before) { mayNames += 1 }
        }
      } else if tokens[i].isNumber, decided == nil, i + 4 < tokens.count, tokens[i + 1].kind == .symbol, tokens[i + 2].isNumber,
        document.bytes[Int(tokens[i + 1].start)] == 0x2f, tokens[i + 3].kind == .symbol, tokens[i + 4].isNumber
      {
        let first = small(document, tokens[i])
        let second = small(document, tokens[i + 2])
        if first > 12, first <= 31, second >= 1, second <= 12 { decided = true }
        if second > 12, second <= 31, first >= 1, first <= 12 { decided = false }
      }
    }
    return (decided ?? (balance > 0), mayNames > 0)
  }

  private static let titles = WordList(
    """
    # Words before the surname May.
    mr
    mrs
    ms
    dr
    theresa
    secretary
    minister
    brian
    president
    sir
    lady
    """)

  private static func small(_ document: Document, _ token: Token) -> Int {
    guard token.span.count <= 2 else { return 0 }
    return document.bytes[token.span.range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  // MARK: Words

  subscript(i: Int) -> TimeWord { i >= lower && i < limit ? entries[Int(ids[i])] : entries[0] }

  func has(_ i: Int, _ classes: TimeWord.Classes) -> Bool { self[i].classes.contains(classes) }

  func function(_ i: Int) -> TimeWord.Function { self[i].function }

  func isFunction(_ i: Int, _ function: TimeWord.Function) -> Bool { self[i].function == function }

  func token(_ i: Int) -> Token? { i >= lower && i < limit ? tokens[i] : nil }

  func kind(_ i: Int) -> Token.Kind? { token(i)?.kind }

  func isWord(_ i: Int) -> Bool { kind(i) == .word }

  func isCapitalized(_ i: Int) -> Bool { token(i)?.isCapitalized ?? false }

  /// Whether a word's capital makes it a name: it stands within a sentence, behind a word, where other words are small ("told the
  /// BBC’s Today programme"), and so not in a headline. Looks ten tokens to either side.
  func isNameByCapital(_ i: Int) -> Bool {
    guard let here = token(i), here.isCapitalized, !here.shape.contains(.allCaps), !isSentenceStart(i), let before = token(i - 1) else {
      return false
    }
    switch before.kind {
    case .word, .number, .clitic: break
    default: return false
    }
    return (max(lower, i - 10)..<min(limit, i + 11)).contains { j in
      tokens[j].isWord && !tokens[j].isCapitalized && tokens[j].span.count > 3 && !has(j, .preposition) && function(j) == .none
        && !Self.smallInTitles.contains(tokens[j])
    }
  }

  private static let smallInTitles = WordList(
    """
    # Longer words that a headline in capitals leaves small.
    with
    from
    into
    onto
    upon
    over
    than
    that
    after
    amid
    before
    about
    against
    under
    through
    between
    without
    """)

  func isSentenceStart(_ i: Int) -> Bool { token(i)?.shape.contains(.sentenceStart) ?? false }

  /// A hyphen or dash with no blank on either side, between `i - 1` and `i + 1`.
  func isHyphen(_ i: Int) -> Bool {
    guard let hyphen = token(i), hyphen.kind == .dash, let before = token(i - 1), let next = token(i + 1) else { return false }
    return before.isAdjacent(to: hyphen) && hyphen.isAdjacent(to: next)
  }

  /// Whether no blank stands between `i` and the next token.
  func isGlued(_ i: Int) -> Bool {
    guard let here = token(i), let next = token(i + 1) else { return false }
    return here.isAdjacent(to: next)
  }

  func byte(_ i: Int) -> UInt8 { token(i).map { document.bytes[Int($0.start)] } ?? 0 }

  func isDot(_ i: Int) -> Bool {
    guard let token = token(i) else { return false }
    return token.kind == .terminator && token.span.count == 1 && document.bytes[Int(token.start)] == 0x2e
  }

  func isSlash(_ i: Int) -> Bool { kind(i) == .symbol && byte(i) == 0x2f }

  func isComma(_ i: Int) -> Bool { kind(i) == .comma }

  /// A mark, the end of the sentence, or a conjunction or preposition: a noun phrase has ended before it.
  func endsPhrase(_ i: Int) -> Bool {
    guard let token = token(i) else { return true }
    if token.kind == .clitic { return false }
    if token.kind != .word, token.kind != .number { return token.kind != .dash || !isHyphen(i) }
    if has(i, .preposition) { return true }
    switch function(i) {
    case .and, .or, .at, .on, .not, .as, .is, .was, .for: return true
    default: return false
    }
  }

  // MARK: Numbers

  /// A token of digits alone, at most nine.
  func digits(_ i: Int) -> (value: Int, count: Int)? {
    guard let token = token(i), token.isNumber, token.span.count <= 9 else { return nil }
    var value = 0
    for byte in document.bytes[token.span.range] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (value, token.span.count)
  }

  /// The parts of a number token separated by full stops: `10.05.2017`, `10.30`.
  func dotted(_ i: Int) -> [(value: Int, count: Int)] {
    guard let token = token(i), token.isNumber, token.span.count <= 10 else { return [] }
    var parts: [(value: Int, count: Int)] = [(0, 0)]
    for byte in document.bytes[token.span.range] {
      if byte == 0x2e {
        parts.append((0, 0))
      } else if byte &- 0x30 < 10 {
        let last = parts.count - 1
        parts[last] = (parts[last].value * 10 + Int(byte - 0x30), parts[last].count + 1)
      } else {
        return []
      }
    }
    return parts
  }

  /// A number token's amount, with commas and decimals.
  func amount(_ i: Int) -> Double? {
    guard let token = token(i), token.isNumber, token.span.count <= 15 else { return nil }
    var value = 0.0
    var scale = 0.0
    for byte in document.bytes[token.span.range] {
      if byte == 0x2e {
        guard scale == 0 else { return nil }
        scale = 1
      } else if byte != 0x2c {
        value = value * 10 + Double(byte &- 0x30)
        scale *= 10
      }
    }
    return scale > 1 ? value / scale : value
  }

  /// Whether a currency sign or `#` sticks to the front of a number.
  func isPriced(_ i: Int) -> Bool { i > lower && kind(i - 1) == .symbol && isGlued(i - 1) && !isSlash(i - 1) }

  /// `st`, `nd`, `rd`, `th` stuck to a number at `i - 1`.
  func isOrdinalSuffix(_ i: Int) -> Bool {
    guard let token = token(i), token.isWord, token.span.count == 2, i > lower, tokens[i - 1].isNumber, isGlued(i - 1) else { return false }
    let a = document.bytes[Int(token.start)] | 0x20
    let b = document.bytes[Int(token.start) + 1] | 0x20
    return (a == 0x73 && b == 0x74) || (a == 0x6e && b == 0x64) || (a == 0x72 && b == 0x64) || (a == 0x74 && b == 0x68)
  }

  /// An ordinal: "third", "21st", "twenty-first".
  func ordinal(_ i: Int) -> (value: Int, end: Int)? {
    if let number = digits(i), isOrdinalSuffix(i + 1) { return (number.value, i + 2) }
    let word = self[i]
    if word.classes.contains(.ordinal), word.number > 0 { return (Int(word.number), i + 1) }
    if word.classes.contains(.numeral), word.number >= 20, word.number < 100, isHyphen(i + 1), has(i + 2, .ordinal), self[i + 2].number < 10
    {
      return (Int(word.number + self[i + 2].number), i + 3)
    }
    return nil
  }

  /// A cardinal in words or digits; nil amounts are vague ("several").
  func quantity(_ i: Int) -> (amount: Double?, end: Int)? {
    guard var (amount, end) = plainQuantity(i) else { return nil }
    // "two and a half", "two-and-a-half", "2 1/2"
    if let whole = amount {
      let step = isHyphen(end) ? 1 : 0
      let and = end + step
      if isFunction(and, .and), step == 0 || isHyphen(and + 1), isFunction(and + 1 + step, .a), isFunction(and + 2 + 2 * step, .half) {
        (amount, end) = (whole + 0.5, and + 3 + 2 * step)
      } else if let one = digits(end), one.value == 1, isSlash(end + 1), let two = digits(end + 2), two.value == 2 {
        (amount, end) = (whole + 0.5, end + 3)
      }
    }
    return (amount, end)
  }

  private func plainQuantity(_ i: Int) -> (amount: Double?, end: Int)? {
    let word = self[i]
    if word.classes.contains(.number) {
      guard !isPriced(i), var amount = amount(i) else { return nil }
      var end = i + 1
      if has(end, .numeral), self[end].number >= 100 {
        amount *= Double(self[end].number)
        end += 1
      }
      return (amount, end)
    }
    if word.classes.contains(.numeral) { return numeral(i).map { ($0.value, $0.end) } }
    switch word.function {
    case .a, .an:
      if isFunction(i + 1, .few) { return (nil, i + 2) }
      if isFunction(i + 1, .couple) { return (nil, isFunction(i + 2, .of) ? i + 3 : i + 2) }
      if isFunction(i + 1, .dozen) { return (12, i + 2) }
      if isFunction(i + 1, .half) { return (0.5, i + 2) }
      if has(i + 1, .numeral), self[i + 1].number >= 100 { return numeral(i + 1).map { ($0.value, $0.end) } }
      return nil
    case .half:
      // "half an hour", "half a century", "half-hour"
      if isFunction(i + 1, .a) || isFunction(i + 1, .an) { return (0.5, i + 2) }
      return isHyphen(i + 1) && has(i + 2, .unit) ? (0.5, i + 1) : nil
    case .couple: return isFunction(i + 1, .of) ? (nil, i + 2) : (nil, i + 1)
    case .hundreds:
      guard isFunction(i + 1, .of) else { return nil }
      // "tens of thousands of years"
      return (nil, isFunction(i + 2, .hundreds) && isFunction(i + 3, .of) ? i + 4 : i + 2)
    default: break
    }
    if word.classes.contains(.vague) {
      if isFunction(i, .many), isFunction(i + 1, .a) { return nil }
      return (nil, i + 1)
    }
    return nil
  }

  /// "twenty-five", "one hundred and fifty", "two dozen".
  private func numeral(_ i: Int) -> (value: Double, end: Int)? {
    var total = 0.0
    var part = Double(self[i].number)
    var j = i + 1
    var last = self[i].number
    if last >= 100 { part = Double(last) }
    while j < min(limit, i + 10) {
      let step = isHyphen(j) || (isFunction(j, .and) && last >= 100) ? 1 : 0
      let next = self[j + step]
      guard next.classes.contains(.numeral), next.number > 0 else { break }
      let value = next.number
      if value >= 100 {
        if value == 100 { part = max(part, 1) * 100 } else { (total, part) = ((total + max(part, 1)) * Double(value), 0) }
      } else if value == 12, isFunction(j + step, .dozen) {
        part *= 12
      } else if last >= 100 || (last >= 20 && value < 10) {
        part += Double(value)
      } else {
        break
      }
      last = value
      j += step + 1
    }
    return (total + part, j)
  }

  /// "about", "more than", "at least", "just over": the TIMEX3 `mod` and the end.
  func approximation(_ i: Int) -> (mod: String, end: Int)? {
    switch function(i) {
    case .at:
      if isFunction(i + 1, .least) { return ("EQUAL_OR_MORE", i + 2) }
      if isFunction(i + 1, .most) { return ("EQUAL_OR_LESS", i + 2) }
      return nil
    case .more: return isFunction(i + 1, .than) ? ("MORE_THAN", i + 2) : nil
    case .less: return isFunction(i + 1, .than) ? ("LESS_THAN", i + 2) : nil
    case .up: return isFunction(i + 1, .to) ? ("EQUAL_OR_LESS", i + 2) : nil
    case .no, .not:
      guard isFunction(i + 2, .than) else { return nil }
      if isFunction(i + 1, .more) { return ("EQUAL_OR_LESS", i + 3) }
      if isFunction(i + 1, .less) { return ("EQUAL_OR_MORE", i + 3) }
      return nil
    default: break
    }
    guard has(i, .approximate) else { return nil }
    switch self[i].value {
    case 0: return ("APPROX", i + 1)
    case 1: return ("LESS_THAN", i + 1)
    case 2: return ("MORE_THAN", i + 1)
    case 3: return ("LESS_THAN", i + 1)
    default: return nil
    }
  }

  // MARK: Years

  /// Four digits that can be a year.
  func year(_ i: Int) -> Int? {
    guard let number = digits(i), number.count == 4, (1000...2199).contains(number.value), !isPriced(i) else { return nil }
    if let next = token(i + 1), tokens[i].isAdjacent(to: next), next.isWord || next.kind == .symbol && !isSlash(i + 1) { return nil }
    return number.value
  }

  /// `'98`: an apostrophe and two digits.
  func shortYear(_ i: Int) -> Int? {
    guard kind(i) == .singleQuote, isGlued(i), let number = digits(i + 1), number.count == 2 else { return nil }
    return fullYear(number.value)
  }

  func fullYear(_ two: Int) -> Int { two < 40 ? 2000 + two : 1900 + two }

  /// "1998", "of 1998", ", 1998", "of this year", "last year", "next year" from `i`.
  func yearReference(_ i: Int, after comma: Bool = false) -> (YearReference, end: Int)? {
    var j = i
    if isFunction(j, .of) || isFunction(j, .in) && has(j + 1, .shift) { j += 1 }
    if comma, isComma(j) { j += 1 }
    if isFunction(j, .fiscal) || isFunction(j, .financial) { j += 1 }
    if let year = year(j), year >= 1500, !(has(j + 1, .counted) && tokens[j].span.count == 4 && j == i) { return (.year(year), j + 1) }
    if let year = shortYear(j) { return (.year(year), j + 2) }
    // "On April 4 last year’s champion …": the year is the champion's.
    if j == i || !isComma(j - 1), let found = shiftedYear(j), j > i || kind(found.end) != .clitic { return found }
    return nil
  }

  /// "this year", "last year", "that year", "the previous year", "the current fiscal year", "the year" after "of".
  private func shiftedYear(_ i: Int) -> (YearReference, end: Int)? {
    var j = i
    if isFunction(j, .the) { j += 1 }
    if isFunction(j, .year), j > i, i > lower, isFunction(i - 1, .of) { return (.offset(0), j + 1) }
    guard has(j, .shift) else { return nil }
    let offset = Int(self[j].value)
    let year: YearReference
    switch function(j) {
    case .this, .last, .next, .current, .coming: year = .offset(offset)
    case .that where j == i: year = .context(0)
    case .same where j > i, .previous where j > i, .preceding where j > i, .following where j > i: year = .context(offset)
    default: return nil
    }
    j += 1
    if year == .context(0), isFunction(j, .same) { j += 1 }
    if isFunction(j, .fiscal) || isFunction(j, .financial) { j += 1 }
    guard isFunction(j, .year), !has(j, .plural), !(isHyphen(j + 1)) else { return nil }
    return (year, j + 1)
  }
}
