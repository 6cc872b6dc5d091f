/// Finds figures: a number in digits or words, its qualifier, unit, the noun it counts, and the date it holds for.
///
/// Left out are numbers inside temporal expressions, ordinals, numbers that are part of a name ("Route 6", "iPhone 4"), scores,
/// versions and telephone numbers, "one" outside larger numerals, and definite pairs ("the two sides"). Cost: linear.
public enum FigureTagger {
  /// - Parameter timexes: of the same document, in text order; numbers inside them are dates.
  /// - Returns: in text order, not overlapping.
  public static func tag(_ document: Document, timexes: [Timex]) -> [Figure] {
    var figures: [Figure] = []
    for (block, tokens) in zip(document.blocks, document.tokensOfBlock) {
      guard block.kind.isStory || block.kind == .headline || block.kind == .dek || block.kind == .caption else { continue }
      var scan = Scan(document: document, tokens: document.tokens, range: tokens, timexes: timexes)
      scan.run(into: &figures)
    }
    return figures
  }
}

private struct Scan {
  let document: Document
  let tokens: [Token]
  let range: Range<Int>
  let timexes: [Timex]
  var nextTimex = 0

  init(document: Document, tokens: [Token], range: Range<Int>, timexes: [Timex]) {
    self.document = document
    self.tokens = tokens
    self.range = range
    self.timexes = timexes
    if let first = range.first {
      let offset = tokens[first].start
      var low = 0
      var high = timexes.count
      while low < high {
        let middle = (low + high) / 2
        if timexes[middle].span.end <= offset { low = middle + 1 } else { high = middle }
      }
      nextTimex = low
    }
  }

  mutating func run(into figures: inout [Figure]) {
    var i = range.lowerBound
    while i < range.upperBound {
      while nextTimex < timexes.count, timexes[nextTimex].span.end <= tokens[i].start { nextTimex += 1 }
      if nextTimex < timexes.count, timexes[nextTimex].span.start <= tokens[i].start {
        i += 1
        continue
      }
      guard let number = number(at: i), !isShare(number), let figure = figure(number),
        !(isWhole(number) && figure.figure.unit.map(FigureWords.fates.contains) ?? false)
      else {
        i += 1
        continue
      }
      figures.append(figure.figure)
      i = figure.next
    }
  }

  private struct Number {
    /// Tokens of the number with its currency sign and magnitude.
    var tokens: Range<Int>
    var value: Double
    var upper: Double?
    var currency: String?
    var isWord: Bool
  }

  /// "One in three trains", "nine out of 10 people": a share, and no count of trains.
  private func isShare(_ number: Number) -> Bool {
    let first = number.tokens.lowerBound
    guard number.currency == nil, number.value <= 1000, first - 2 >= range.lowerBound else { return false }
    var i = first - 1
    if tokens[i].key == Keys.of, tokens[i - 1].key == Keys.out { i -= 1 } else if tokens[i].key != Keys.in { return false }
    guard i - 1 >= range.lowerBound else { return false }
    let part = tokens[i - 1]
    guard part.isNumber || FigureWords.small.value(part) != nil,
      let value = part.isNumber ? value(of: part) : FigureWords.small.value(part).map(Double.init)
    else { return false }
    return value < number.value
  }

  /// "A third of the 300 people", "three of the 12": a part is taken of the number, and what became of the part did not of the whole.
  private func isWhole(_ number: Number) -> Bool {
    let first = number.tokens.lowerBound
    var before = first - 1
    if before >= range.lowerBound, FigureWords.definite.contains(tokens[before]) { before -= 1 }
    guard before > range.lowerBound, tokens[before].key == Keys.of else { return false }
    let part = tokens[before - 1]
    return FigureWords.fractions.contains(part) || FigureWords.parts.contains(part) || isPercentSign(at: before - 1)
      || before < first - 1 && (part.isNumber || FigureWords.small.value(part) != nil)
  }

  // MARK: Numbers

  private func number(at i: Int) -> Number? {
    let token = tokens[i]
    if token.isNumber || token.kind == .symbol || currencyCode(at: i) != nil, let number = digits(at: i) { return number }
    return token.isWord ? words(at: i) : nil
  }

  /// "320,000", "$4.5 billion", "5-7 percent".
  private func digits(at start: Int) -> Number? {
    var i = start
    var first = start
    var currency = currency(at: i)
    if currency != nil {
      i += 1
    } else if let sum = currencyCode(at: i) {
      currency = sum.currency
      i = sum.number
    }
    guard i < range.upperBound, tokens[i].isNumber,
      currency == nil || tokens[start].isWord || tokens[i - 1].isAdjacent(to: tokens[i])
    else { return nil }
    let plain = i
    guard value(of: tokens[plain]) != nil else { return nil }
    // Stuck to a word, mark or dash before it: part of a name, a score, a fraction.
    if currency == nil, i > range.lowerBound, !tokens[i].shape.contains(.spaceBefore) {
      switch tokens[i - 1].kind {
      // "-12C"
      case .dash
      where tokens[i - 1].span.count <= 3 && tokens[i - 1].shape.contains(.spaceBefore) && isDegree(after: i):
        break
      case .word, .number, .dash, .symbol, .colon, .terminator: return nil
      // "P200,000": what stands before the comma is no number, so this is none.
      case .comma where i > range.lowerBound + 1 && tokens[i - 2].isAdjacent(to: tokens[i - 1]): return nil
      default: break
      }
    }
    if currency != nil, !tokens[start].isWord, start > range.lowerBound, tokens[start - 1].isWord,
      tokens[start - 1].isAdjacent(to: tokens[start])
    {
      // "US$", "A$", "HK$".
      switch document.string(tokens[start - 1]).uppercased() {
      case "US", "USD", "U.S.": currency = "USD"
      case "A", "AU", "AUD": currency = "AUD"
      case "C", "CA", "CAD": currency = "CAD"
      case "HK", "HKD": currency = "HKD"
      case "NZ", "NZD": currency = "NZD"
      case "S", "SG", "SGD": currency = "SGD"
      case "R": currency = "BRL"
      default: return nil
      }
      first = start - 1
    }
    i += 1
    var exponent = magnitude(at: &i, stuck: currency != nil)
    var upper: Double?
    if let end = rangeEnd(after: i, first: first, number: plain, currency: currency, exponent: exponent) {
      if exponent == 0 { exponent = end.exponent }
      upper = end.value
      i = end.next
    } else if i + 1 < range.upperBound, tokens[i].kind == .dash, tokens[i - 1].isAdjacent(to: tokens[i]),
      tokens[i].isAdjacent(to: tokens[i + 1]),
      tokens[i + 1].isNumber
    {
      return nil  // A score, a code, a telephone number.
    }
    guard let number = value(of: tokens[plain], exponent: exponent) else { return nil }
    // "10th", "4G", "737s": letters stuck to the digits, but for "m", "bn", "km" and the like.
    if i < range.upperBound, tokens[i - 1].isNumber, tokens[i].isWord, tokens[i - 1].isAdjacent(to: tokens[i]), !isUnit(at: i) {
      return nil
    }
    if i < range.upperBound, tokens[i].kind == .clitic || tokens[i].kind == .symbol && document.bytes[Int(tokens[i].start)] == 0x2f,
      tokens[i - 1].isAdjacent(to: tokens[i])
    {
      return nil
    }
    return Number(tokens: first..<i, value: number, upper: upper, currency: currency, isWord: false)
  }

  /// The upper end of a range whose lower end stands before token `i`: "5-7", "5 to 7 percent", "3.5% to 4%", "$2 billion to $2.5 billion",
  /// "between 20 and 30". Not "rose from 5% to 7%" or "up 2% to 450", where one value became another or stands beside it.
  ///
  /// - Parameter number: the lower end's token, without currency and magnitude.
  private func rangeEnd(
    after i: Int, first: Int, number: Int, currency: String?, exponent: Int
  ) -> (value: Double, exponent: Int, next: Int)? {
    let isBetween = first > range.lowerBound && tokens[first - 1].key == Keys.between
    let hasUnit = isPercentSign(at: i)
    let link = hasUnit ? i + 1 : i
    guard link + 1 < range.upperBound,
      tokens[link].kind == .dash || tokens[link].key == Keys.to || isBetween && tokens[link].key == Keys.and
    else { return nil }
    let before = tokens[max(range.lowerBound, first - 3)..<first]
    guard !before.contains(where: { $0.key == Keys.from || (hasUnit || currency != nil) && FigureWords.changes.contains($0) }) else {
      return nil
    }
    var next = link + 1
    if currency != nil, self.currency(at: next) == currency { next += 1 }
    guard next < range.upperBound, tokens[next].isNumber else { return nil }
    if tokens[link].kind == .dash, next + 1 < range.upperBound, tokens[next + 1].kind == .dash,
      tokens[next].isAdjacent(to: tokens[next + 1])
    {
      return nil  // A telephone number or a code.
    }
    var end = next + 1
    let later = magnitude(at: &end, stuck: currency != nil)
    guard let upper = value(of: tokens[next], exponent: later),
      let lower = value(of: tokens[number], exponent: exponent == 0 ? later : exponent), upper > lower
    else { return nil }
    if hasUnit { return isPercentSign(at: end) || isUnit(at: end) ? (upper, later, end) : nil }
    let isFollowed = end < range.upperBound && (isUnit(at: end) || tokens[end].isWord && !FigureWords.stops.contains(tokens[end]))
    return isFollowed || isBetween || currency != nil || later != 0 ? (upper, later, end) : nil
  }

  /// "Rs 4", "Rs. 12,000", "CHF 20": a code in capitals and the number behind it.
  private func currencyCode(at i: Int) -> (currency: String, number: Int)? {
    guard tokens[i].isWord, tokens[i].isCapitalized, let code = FigureWords.currencyCodes.value(tokens[i]),
      tokens[i].shape.contains(.allCaps) || tokens[i].key == Keys.rs
    else { return nil }
    var next = i + 1
    if next < range.upperBound, tokens[i].key == Keys.rs, tokens[next].kind == .terminator, tokens[next].span.count == 1 { next += 1 }
    guard next < range.upperBound, tokens[next].isNumber else { return nil }
    return (FigureWords.currencies[code], next)
  }

  private func isDegree(after i: Int) -> Bool {
    guard let measure = measure(at: i + 1) else { return false }
    return FigureWords.signed.contains(FigureWords.units[measure.unit])
  }

  /// "four", "twenty-five", "three hundred thousand", "two dozen", "half a million".
  private func words(at start: Int) -> Number? {
    var i = start
    var total = 0.0
    var current = 0.0
    var found = false
    var isOne = false
    if tokens[i].key == Keys.half, i + 2 < range.upperBound, tokens[i + 1].key == Keys.a, let whole = multiple(at: i + 2) {
      return Number(tokens: i..<i + 3, value: 0.5 * whole, currency: nil, isWord: true)
    }
    // "a quarter of a million", "three quarters of a million"
    if i + 3 < range.upperBound, FigureWords.quarters.contains(tokens[i + 1]), tokens[i + 2].key == Keys.of, tokens[i + 3].key == Keys.a,
      let whole = multiple(at: i + 4), tokens[i].key == Keys.a || FigureWords.small.value(tokens[i]) == 3
    {
      return Number(tokens: i..<i + 5, value: (tokens[i].key == Keys.a ? 0.25 : 0.75) * whole, currency: nil, isWord: true)
    }
    if tokens[i].key == Keys.a, i + 1 < range.upperBound, let whole = multiple(at: i + 1) {
      // "a million and a half", "a hundred and twenty": not read.
      guard i + 2 >= range.upperBound || tokens[i + 2].key != Keys.and else { return nil }
      var end = i + 2
      let exponent = magnitude(at: &end, stuck: false)
      return Number(tokens: i..<end, value: whole * power(exponent), currency: nil, isWord: true)
    }
    while i < range.upperBound, tokens[i].isWord {
      if let small = FigureWords.small.value(tokens[i]) {
        if found, current.truncatingRemainder(dividingBy: 100) != 0 { break }
        isOne = !found && small == 1
        current += Double(small)
        found = true
        i += 1
        if small >= 20, i + 1 < range.upperBound, tokens[i].kind == .dash, tokens[i - 1].isAdjacent(to: tokens[i]),
          let unit = FigureWords.small.value(tokens[i + 1]), (1...9).contains(unit)
        {
          current += Double(unit)
          i += 2
        }
      } else if found, let exponent = FigureWords.magnitude.value(tokens[i]) {
        if exponent == 2 {
          current *= 100
        } else if current == 0, total > 0 {
          total *= power(exponent)  // "two lakh crore"
        } else {
          total += current * power(exponent)
          current = 0
        }
        isOne = false
        i += 1
      } else if found, tokens[i].key == FigureWords.dozen {
        current *= 12
        isOne = false
        i += 1
      } else if found, tokens[i].key == Keys.and, i + 2 < range.upperBound, tokens[i + 1].key == Keys.a, tokens[i + 2].key == Keys.half {
        current += 0.5
        isOne = false
        i += 3
      } else if found, tokens[i].key == Keys.and, i + 1 < range.upperBound, FigureWords.small.value(tokens[i + 1]) != nil,
        total > 0 || current >= 100
      {
        i += 1
      } else {
        break
      }
    }
    // "one" alone is mostly a pronoun.
    guard found, !isOne else { return nil }
    if tokens[i - 1].key == Keys.and { i -= 1 }
    return Number(tokens: start..<i, value: total + current, currency: nil, isWord: true)
  }

  /// What "a" or "half a" stands before: a hundred, a million, a dozen.
  private func multiple(at i: Int) -> Double? {
    guard i < range.upperBound else { return nil }
    if tokens[i].key == FigureWords.dozen { return 12 }
    return FigureWords.magnitude.value(tokens[i]).map(power)
  }

  /// Ten to the exponent times the number: exact where a double can be.
  private func value(of token: Token, exponent: Int = 0) -> Double? {
    // Separators: a comma before three digits groups; the last full stop is decimal unless three-digit groups repeat.
    let bytes = document.bytes[token.span.range]
    var digits = 0.0
    var scale = 0.0
    var groups = 0
    var sinceMark = -1
    for byte in bytes {
      switch byte {
      case 0x2c:
        guard sinceMark < 0 || sinceMark == 3, scale == 0 else { return nil }
        groups += 1
        sinceMark = 0
      case 0x2e:
        guard scale == 0, groups == 0 || sinceMark == 3 else { return nil }
        scale = 1
        sinceMark = -1
      default:
        digits = digits * 10 + Double(byte - 0x30)
        if scale > 0 { scale *= 10 }
        if sinceMark >= 0 { sinceMark += 1 }
      }
    }
    if groups > 0, scale == 0, sinceMark != 3 { return nil }
    guard bytes.count <= 20 else { return nil }
    return scale > 1 ? digits * power(exponent) / scale : digits * power(exponent)
  }

  private func currency(at i: Int) -> String? {
    guard tokens[i].kind == .symbol else { return nil }
    switch document.string(tokens[i]) {
    case "$": return "USD"
    case "€": return "EUR"
    case "£": return "GBP"
    case "¥": return "JPY"
    case "₽": return "RUB"
    case "₹": return "INR"
    case "₺": return "TRY"
    case "₴": return "UAH"
    default: return nil
    }
  }

  private func magnitude(at i: inout Int, stuck: Bool) -> Int {
    guard i < range.upperBound, tokens[i].isWord else { return 0 }
    if let exponent = FigureWords.magnitude.value(tokens[i]) {
      i += 1
      // "4 lakh crore", "5 hundred thousand"
      if i < range.upperBound, let second = FigureWords.magnitude.value(tokens[i]), second > 2, exponent + second <= 15 {
        i += 1
        return exponent + second
      }
      return exponent
    }
    // "1.2m barrels", "5m people": millions if they count something.
    if !stuck, tokens[i].key == Keys.m, tokens[i - 1].isNumber, tokens[i - 1].isAdjacent(to: tokens[i]), i + 1 < range.upperBound,
      tokens[i + 1].shape.contains(.spaceBefore), tokens[i + 1].isWord, isPlural(tokens[i + 1]) || isUnit(at: i + 1),
      !FigureWords.timeUnits.contains(tokens[i + 1]), !FigureWords.stops.contains(tokens[i + 1])
    {
      i += 1
      return 6
    }
    if tokens[i - 1].isAdjacent(to: tokens[i]), let exponent = FigureWords.stuckMagnitude.value(tokens[i]),
      stuck || exponent >= 6 && tokens[i].span.count > 1
    {
      i += 1
      return exponent
    }
    return 0
  }

  private func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  private func isUnit(at i: Int) -> Bool { i < range.upperBound && (measure(at: i) != nil || isPercentSign(at: i)) }

  /// A measure, as an index into ``FigureWords/units``, and where it ends. Nil for a quotient that no list has ("mg/dl") rather than its
  /// first half.
  private func measure(at i: Int) -> (unit: Int, end: Int)? {
    guard i < range.upperBound else { return nil }
    guard let found = FigureWords.measure.longestMatch(at: i, in: tokens, limit: range.upperBound) else { return stuckMeasure(at: i) }
    let end = found.end
    if end + 1 < range.upperBound, isSlash(end), tokens[end - 1].isAdjacent(to: tokens[end]), tokens[end + 1].isWord,
      tokens[end].isAdjacent(to: tokens[end + 1])
    {
      return nil
    }
    // "220 kilometers (137 miles) per hour"
    if let speed = FigureWords.perHour[found.value], isHourly(after: end) { return (speed, end) }
    return (found.value, end)
  }

  /// Whether a length is one an hour, with the same in other units in between or around it.
  private func isHourly(after i: Int) -> Bool {
    guard i < range.upperBound, tokens[i].kind == .open || tokens[i].kind == .close else { return false }
    var close = i
    while close < min(range.upperBound, i + 6), tokens[close].kind != .close { close += 1 }
    guard close + 2 < range.upperBound, tokens[close].kind == .close, tokens[close + 2].key == Keys.hour else { return false }
    return tokens[close + 1].key == Keys.per || tokens[close + 1].key == Keys.an
  }

  /// `12in`, `40C`, `50p`, `8m`: of these, letters that may be something else are read where the sentence shows what they are.
  private func stuckMeasure(at i: Int) -> (unit: Int, end: Int)? {
    guard i > range.lowerBound, tokens[i].isWord, tokens[i - 1].isNumber, tokens[i - 1].isAdjacent(to: tokens[i]) else { return nil }
    let next = i + 1 < range.upperBound ? tokens[i + 1] : nil
    if tokens[i].key == Keys.m {
      // "828m (2,717ft)" too.
      let isBesideFeet =
        next?.kind == .open && i + 3 < range.upperBound && tokens[i + 2].isNumber
        && FigureWords.measure.value(tokens[i + 3]) == FigureWords.foot
      guard let next, !tokens[i].isCapitalized,
        isBesideFeet || FigureWords.extents.contains(next) || next.kind == .dash && isExtent(i + 2)
      else {
        return nil
      }
      return (13, i + 1)
    }
    guard let unit = FigureWords.stuckMeasure.value(tokens[i]) else { return nil }
    switch tokens[i].key {
    case Keys.c, Keys.f:
      // Also "(104F)": an en dash or words may stand between the two.
      guard tokens[i].isCapitalized else { return nil }
      let near = max(range.lowerBound, i - 16)..<min(range.upperBound, i + 9)
      guard tokens[near].contains(where: { FigureWords.warmth.contains($0) }) else { return nil }
    case Keys.g: guard !tokens[i].isCapitalized, next?.key == Keys.of else { return nil }
    case Keys.p:
      // Not the lines of a picture.
      guard !tokens[i].isCapitalized, let value = value(of: tokens[i - 1]), value < 1000, ![240, 360, 480, 720].contains(value) else {
        return nil
      }
    case Keys.in: guard !tokens[i].isCapitalized else { return nil }
    default: break
    }
    return (unit, i + 1)
  }

  private func isExtent(_ i: Int) -> Bool { i < range.upperBound && FigureWords.extents.contains(tokens[i]) }

  private func isSlash(_ i: Int) -> Bool { tokens[i].kind == .symbol && document.bytes[Int(tokens[i].start)] == 0x2f }

  private func isPercentSign(at i: Int) -> Bool {
    i < range.upperBound && tokens[i].kind == .symbol && document.bytes[Int(tokens[i].start)] == 0x25
  }

  // MARK: Figures

  private func figure(_ number: Number) -> (figure: Figure, next: Int)? {
    if let magnitude = magnitude(number) ?? margin(number) { return magnitude }
    let (first, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    var unit = number.currency
    var next = end
    var of: TextSpan?
    var phraseEnd = end
    var value = number.value

    if isPercentSign(at: next) {
      unit = "%"
      next += 1
      phraseEnd = next
    } else if let measure = measure(at: skipDash(next)) {
      if number.currency == nil { unit = FigureWords.units[measure.unit] }
      // "pounds" after a sum is money only with a magnitude or in British use; as a weight it stays "pound".
      next = measure.end
      if measure.unit == FigureWords.foot, number.upper == nil, let inches = inches(at: next) {
        value += inches.value / 12
        next = inches.end
      }
      phraseEnd = next
    } else if number.currency == nil, skipDash(next) < range.upperBound,
      FigureWords.measure.value(tokens[skipDash(next)]) != nil
    {
      return nil  // A quotient that is not known.
    }

    if unit == nil {
      // A number that belongs to a name: after a capitalised word inside a sentence, or a label word.
      if !number.isWord, first > range.lowerBound, case let before = tokens[first - 1], before.isWord {
        if FigureWords.label.contains(before), number.value < 100_000 { return nil }
        let isName = before.isCapitalized && !before.shape.contains(.sentenceStart) || before.shape.contains(.innerCaps)
        let followed = end < range.upperBound && tokens[end].isWord && !FigureWords.stops.contains(tokens[end])
        if isName, number.value < 10_000, !followed || before.shape.contains(.allCaps) || before.shape.contains(.innerCaps) { return nil }
      }
      guard let phrase = nounPhrase(after: end), isCountable(phrase, number) else { return bare(number) }
      if number.isWord, number.value < 3, first > range.lowerBound, isDefinite(before: first) { return nil }
      of = document.span(ofTokens: phrase)
      phraseEnd = phrase.upperBound
      // Closing marks of a noun in quotation marks belong to the figure.
      if phrase.lowerBound > end, tokens[phrase.lowerBound - 1].kind == .doubleQuote || tokens[phrase.lowerBound - 1].kind == .singleQuote,
        phraseEnd < range.upperBound, tokens[phraseEnd].kind == tokens[phrase.lowerBound - 1].kind
      {
        phraseEnd += 1
      }
      next = phraseEnd
      unit = self.unit(ofPhrase: phrase, number: number.tokens)
    } else if let phrase = complement(after: next) ?? (number.currency == nil ? dimension(number.tokens, unitEnd: next) : nil) {
      of = document.span(ofTokens: phrase)
    }

    // "minus 5°C", "-12C"
    var numberStart = first
    if let unit, FigureWords.signed.contains(unit), first > range.lowerBound,
      tokens[first - 1].key == Keys.minus
        || tokens[first - 1].kind == .dash && tokens[first - 1].span.count <= 3 && tokens[first - 1].isAdjacent(to: tokens[first])
    {
      value = -value
      numberStart = first - 1
    }
    let qualifier = qualifier(before: numberStart)
    var start = qualifier?.start ?? numberStart
    var sign = qualifier?.sign
    if sign == nil, let trailing = FigureWords.after.longestMatch(at: phraseEnd, in: tokens, limit: range.upperBound) {
      sign = FigureWords.signs[trailing.value]
      phraseEnd = trailing.end
      next = max(next, phraseEnd)
    }
    if start > first { start = first }
    let figure = Figure(
      span: document.span(ofTokens: start..<phraseEnd), number: document.span(ofTokens: numberStart..<end), value: value,
      upper: number.upper,
      unit: unit, qualifier: sign, of: of, asOf: asOf(start..<end))
    return (figure, next)
  }

  /// "Magnitude 6.4", "a magnitude of 6.4", "the magnitude at 6.4", "6.4-magnitude", "measuring 6.4 on the Richter scale".
  private func magnitude(_ number: Number) -> (figure: Figure, next: Int)? {
    let (first, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    guard number.currency == nil, !number.isWord, number.upper == nil, number.value > 0, number.value < 10 else { return nil }
    // A name that has the number takes a word or a dash before it.
    var start = first
    var word = first - 1
    if word >= range.lowerBound, tokens[word].kind == .dash || FigureWords.beforeMagnitudes.contains(tokens[word]) { word -= 1 }
    if let approximate = qualifier(before: first), approximate.start <= word { word = approximate.start - 1 }
    if word >= range.lowerBound, FigureWords.beforeMagnitudes.contains(tokens[word]) { word -= 1 }
    var next = end
    if word >= range.lowerBound, tokens[word].key == Keys.magnitude {
      start = word
    } else if skipDash(end) < range.upperBound, tokens[skipDash(end)].key == Keys.magnitude {
      next = skipDash(end) + 1
    } else if let scale = (end..<min(range.upperBound, end + 4)).first(where: { tokens[$0].key == Keys.richter }),
      tokens[end].key == Keys.on
    {
      next = scale + (scale + 1 < range.upperBound && tokens[scale + 1].key == Keys.scale ? 2 : 1)
    } else {
      return nil
    }
    let figure = Figure(
      span: document.span(ofTokens: start..<next), number: document.span(ofTokens: number.tokens), value: number.value, unit: "magnitude",
      qualifier: qualifier(before: first)?.sign, asOf: asOf(number.tokens))
    return (figure, next)
  }

  /// "A majority of five", "a lead of 12 seats".
  private func margin(_ number: Number) -> (figure: Figure, next: Int)? {
    let (first, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    let qualifier = qualifier(before: first)
    let of = (qualifier?.start ?? first) - 1
    guard number.currency == nil, of > range.lowerBound, tokens[of].key == Keys.of, FigureWords.margins.contains(tokens[of - 1]),
      !isPercentSign(at: end), measure(at: skipDash(end)) == nil
    else { return nil }
    var next = end
    if end < range.upperBound, FigureWords.seats.contains(tokens[end]) {
      next = end + 1
    } else if nounPhrase(after: end) != nil || end < range.upperBound && tokens[end].kind == .dash {
      return nil
    }
    let figure = Figure(
      span: document.span(ofTokens: of - 1..<next), number: document.span(ofTokens: number.tokens), value: number.value,
      upper: number.upper, unit: singular(document.string(tokens[of - 1])), qualifier: qualifier?.sign,
      of: document.span(ofTokens: of - 1..<of), asOf: asOf(of - 1..<end))
    return (figure, next)
  }

  /// The word for what is measured: "a depth of 10 km", "10 km deep".
  private func dimension(_ number: Range<Int>, unitEnd: Int) -> Range<Int>? {
    let of = (qualifier(before: number.lowerBound)?.start ?? number.lowerBound) - 1
    if of > range.lowerBound, tokens[of].key == Keys.of, FigureWords.dimensions.contains(tokens[of - 1]) { return of - 1..<of }
    if unitEnd < range.upperBound, FigureWords.dimensions.contains(tokens[unitEnd]) { return unitEnd..<unitEnd + 1 }
    return nil
  }

  /// "2in" behind "6ft", "-4" behind "6-foot", "11 inches" behind "5 feet".
  private func inches(at i: Int) -> (value: Double, end: Int)? {
    let first = skipDash(i)
    guard first < range.upperBound, tokens[first].isNumber, let value = value(of: tokens[first]), value < 12 else { return nil }
    let unit = skipDash(first + 1)
    if let measure = measure(at: unit), measure.unit == FigureWords.inch { return (value, measure.end) }
    // "6-foot-4"
    guard first > i, tokens[i].isAdjacent(to: tokens[first]) else { return nil }
    return (value, first + 1)
  }

  /// A number without a noun of its own: kept when the sentence says whose fate it counts ("killed 12", "12 were injured"), or when
  /// it is large.
  private func bare(_ number: Number) -> (figure: Figure, next: Int)? {
    let (first, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    // "51-year-old", "aged 51".
    if end < range.upperBound, tokens[end].kind == .dash, tokens[end - 1].isAdjacent(to: tokens[end]) { return nil }
    if first > range.lowerBound, tokens[first - 1].key == Keys.aged { return nil }
    // A magnitude is no toll.
    guard number.currency == nil, number.value == number.value.rounded() else { return nil }
    let unit = isToll(number.tokens) ? FigureWords.fates[1] : fate(around: number.tokens, isBare: true)
    guard unit != nil else { return nil }
    let qualifier = qualifier(before: first)
    let figure = Figure(
      span: document.span(ofTokens: (qualifier?.start ?? first)..<end), number: document.span(ofTokens: number.tokens), value: number.value,
      upper: number.upper, unit: unit, qualifier: qualifier?.sign, asOf: asOf((qualifier?.start ?? first)..<end))
    return (figure, end)
  }

  /// "The death toll from the quake rose to 117".
  private func isToll(_ number: Range<Int>) -> Bool {
    let first = number.lowerBound
    guard first > range.lowerBound, FigureWords.reached.contains(tokens[first - 1]) else { return false }
    var i = first - 1
    while i > max(range.lowerBound, first - 16) {
      i -= 1
      if tokens[i].kind == .terminator || tokens[i].isNumber { return false }
      if tokens[i].key == Keys.toll { return true }
    }
    return false
  }

  private func skipDash(_ i: Int) -> Int {
    i + 1 < range.upperBound && tokens[i].kind == .dash && i > range.lowerBound && tokens[i - 1].isAdjacent(to: tokens[i]) ? i + 1 : i
  }

  /// The counted noun with its modifiers: "cruise missiles", "“de-escalation zones”"; nil if a function word or mark follows at once.
  private func nounPhrase(after end: Int) -> Range<Int>? {
    var i = end
    if i < range.upperBound, tokens[i].key == Keys.of, i + 1 < range.upperBound, tokens[i + 1].isWord, tokens[i + 1].key == Keys.the {
      i += 2
    }
    if i < range.upperBound, tokens[i].kind == .doubleQuote || tokens[i].kind == .singleQuote { i += 1 }
    let start = i
    var last = i
    while i < range.upperBound, i < start + 7 {
      let token = tokens[i]
      if token.isWord, !FigureWords.stops.contains(token) {
        i += 1
        last = i
      } else if token.kind == .dash, i > start, tokens[i - 1].isAdjacent(to: token), i + 1 < range.upperBound,
        token.isAdjacent(to: tokens[i + 1])
      {
        i += 1
      } else {
        break
      }
      // A plural noun ends the phrase unless another noun follows at once.
      if isPlural(tokens[last - 1]), i < range.upperBound,
        !(tokens[i].isWord && isPlural(tokens[i]) && !FigureWords.stops.contains(tokens[i]))
      {
        break
      }
    }
    guard last > start else { return nil }
    // A verb in -ed or -ing closes the phrase.
    while last - 1 > start, endsLikeVerb(tokens[last - 1]), !isPlural(tokens[last - 1]) { last -= 1 }
    return start..<last
  }

  /// Whether the phrase is a plural that a number can count: not "4 year low", "767 tanker", nor a stretch of time.
  private func isCountable(_ phrase: Range<Int>, _ number: Number) -> Bool {
    let head = tokens[phrase.upperBound - 1]
    if FigureWords.timeUnits.contains(head) || FigureWords.fractions.contains(head) { return false }
    return isPlural(head) || FigureWords.fate.value(head) != nil
  }

  /// "of" phrase after a measure: "5 percent of the vote".
  private func complement(after i: Int) -> Range<Int>? {
    guard i + 1 < range.upperBound, tokens[i].key == Keys.of else { return nil }
    var start = i + 1
    while start < range.upperBound,
      FigureWords.definite.contains(tokens[start]) || tokens[start].key == Keys.a || tokens[start].key == Keys.all
    { start += 1 }
    var end = start
    while end < range.upperBound, end < start + 5, tokens[end].isWord, !FigureWords.stops.contains(tokens[end]) { end += 1 }
    return end > start ? start..<end : nil
  }

  private func isPlural(_ token: Token) -> Bool {
    guard token.isWord, token.span.count > 3 else { return token.key == Keys.men }
    let last = document.bytes[Int(token.end) - 1]
    let before = document.bytes[Int(token.end) - 2]
    return last == 0x73 && before != 0x73 && before != 0x75 && before != 0x69 || FigureWords.people.contains(token)
      || FigureWords.irregularPlurals.contains(token)
  }

  private func endsLikeVerb(_ token: Token) -> Bool {
    let end = Int(token.end)
    let bytes = document.bytes
    guard token.span.count > 4 else { return false }
    return bytes[end - 2] == 0x65 && bytes[end - 1] == 0x64 || bytes[end - 3] == 0x69 && bytes[end - 2] == 0x6e && bytes[end - 1] == 0x67
  }

  private func isDefinite(before i: Int) -> Bool { i > range.lowerBound && FigureWords.definite.contains(tokens[i - 1]) }

  private func unit(ofPhrase phrase: Range<Int>, number: Range<Int>) -> String? {
    let head = tokens[phrase.upperBound - 1]
    // "Lives" are deaths only if they are lost.
    if head.key == Keys.lives {
      let before = tokens[max(range.lowerBound, number.lowerBound - 4)..<number.lowerBound]
      let after = tokens[phrase.upperBound..<min(range.upperBound, phrase.upperBound + 4)]
      return before.contains { FigureWords.lost.contains($0) } || after.contains { FigureWords.lost.contains($0) }
        ? FigureWords.fates[1] : nil
    }
    if let fate = FigureWords.fate.value(head) { return FigureWords.fates[fate] }
    if FigureWords.people.contains(head) || FigureWords.people.contains(tokens[phrase.lowerBound]) {
      return fate(around: number.lowerBound..<phrase.upperBound) ?? "people"
    }
    return singular(document.string(head))
  }

  /// What became of the people counted: a word of fate within four tokens before or three after, in the same clause.
  ///
  /// - Parameter isBare: without a noun of its own the number counts nobody if another noun stands between: "the magnitude 7 quake killed
  ///   200", "killed in a crash on the A 7".
  private func fate(around tokenRange: Range<Int>, isBare: Bool = false) -> String? {
    var i = tokenRange.upperBound
    var limit = min(tokenRange.upperBound + 4, range.upperBound)
    while i < limit, tokens[i].isWord {
      // "1,400 soldiers and civilians have been killed".
      if FigureWords.people.contains(tokens[i]) || FigureWords.auxiliary.contains(tokens[i]) { limit = min(limit + 1, range.upperBound) }
      if let fate = FigureWords.fate.value(tokens[i]) { return FigureWords.fates[fate] }
      if isBare, !FigureWords.people.contains(tokens[i]), !FigureWords.auxiliary.contains(tokens[i]),
        !FigureWords.counted.contains(tokens[i])
      {
        break
      }
      i += 1
    }
    i = tokenRange.lowerBound - 1
    while i >= max(tokenRange.lowerBound - 6, range.lowerBound),
      tokens[i].isWord || tokens[i].kind == .comma && i > tokenRange.lowerBound - 2
    {
      if let fate = FigureWords.fate.value(tokens[i]) { return FigureWords.fates[fate] }
      if isBare, FigureWords.besides.contains(tokens[i]) { break }
      i -= 1
    }
    return nil
  }

  private func singular(_ word: String) -> String {
    let folded = Folding.folded(word)
    if folded.hasSuffix("ies"), folded.utf8.count > 4 { return folded.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where folded.hasSuffix(ending) { return String(folded.dropLast(2)) }
    if folded.hasSuffix("s"), !folded.hasSuffix("ss"), !folded.hasSuffix("us"), folded.utf8.count > 3 { return String(folded.dropLast()) }
    return folded
  }

  private func qualifier(before first: Int) -> (start: Int, sign: String)? {
    // The longest phrase that ends right before the number, or before its currency sign.
    for length in stride(from: 3, through: 1, by: -1) {
      let start = first - length
      guard start >= range.lowerBound else { continue }
      if let match = FigureWords.before.longestMatch(at: start, in: tokens, limit: first), match.end == first,
        let sign = FigureWords.signs[match.value]
      {
        return (start, sign)
      }
    }
    return nil
  }

  /// The nearest date in the same sentence, if it stands no further than eighty bytes away. "Since March 2011" says when it began, not
  /// when it was counted, and "now" says no day.
  private func asOf(_ figure: Range<Int>) -> Int? {
    let token = figure.lowerBound
    guard let sentence = document.sentence(at: tokens[token].start).map({ document.sentences[$0].span }) else { return nil }
    var best: (distance: Int32, index: Int)?
    var i = nextTimex
    while i > 0, timexes[i - 1].span.start >= sentence.start { i -= 1 }
    while i < timexes.count, timexes[i].span.start < sentence.end {
      let timex = timexes[i]
      if timex.kind == .date || timex.kind == .time, DayRange(value: timex.value) != nil, !isBeginning(timex.span),
        !isApart(figure, timex.span)
      {
        let distance = timex.span.start > tokens[token].start ? timex.span.start - tokens[token].end : tokens[token].start - timex.span.end
        if distance < 80, best.map({ distance < $0.distance }) ?? true { best = (distance, i) }
      }
      i += 1
    }
    return best?.index
  }

  /// Whether a date belongs to another clause than the number, or to what it is compared with: "23 died when a ferry sank on Sunday",
  /// "five more than on Tuesday", "founded in 2017 by two engineers, employs 340", "the toll of Sunday's sinking is 40".
  private func isApart(_ figure: Range<Int>, _ expression: TextSpan) -> Bool {
    let date = document.tokens(in: expression)
    let isBehind = date.lowerBound >= figure.upperBound
    let between = isBehind ? figure.upperBound..<date.lowerBound : date.upperBound..<max(date.upperBound, figure.lowerBound)
    // "In 1987, when a ferry sank, killing 4,300": what follows a date is of that date.
    let openers = isBehind ? FigureWords.clauseOpeners : FigureWords.comparisons
    let isOpened = between.contains { i in
      openers.contains(tokens[i])
        && !(tokens[i].key == Keys.as && i + 1 < range.upperBound && tokens[i + 1].key == Keys.of)
    }
    if isOpened { return true }
    // "…, who joined it in 2022, said that …".
    if !isBehind, tokens[min(date.upperBound, range.upperBound - 1)].kind == .comma,
      (max(range.lowerBound, date.lowerBound - 8)..<date.lowerBound).contains(where: {
        tokens[$0].kind == .comma && FigureWords.relatives.contains(tokens[$0 + 1])
      })
    {
      return true
    }
    // "…, founded in 2017, …": the clause of the date ends before the number.
    if !isBehind, let comma = between.first(where: { tokens[$0].kind == .comma }), comma > date.upperBound,
      (max(range.lowerBound, date.lowerBound - 8)..<date.lowerBound).contains(where: { tokens[$0].kind == .comma })
    {
      return true
    }
    let next = date.upperBound
    return next < range.upperBound && tokens[next].kind == .clitic && isBehind
  }

  private func isBeginning(_ expression: TextSpan) -> Bool {
    let first = document.firstToken(endingAfter: expression.start)
    // "The worst since 1979, when 1,100 died."
    let next = document.tokens(in: expression).upperBound
    if next + 1 < range.upperBound, tokens[next].kind == .comma, tokens[next + 1].key == Keys.when { return false }
    return tokens[max(range.lowerBound, first - 5)..<max(range.lowerBound, first + 1)].contains { $0.key == Keys.since }
  }
}

private enum Keys {
  static let to = WordKey.of("to")
  static let of = WordKey.of("of")
  static let the = WordKey.of("the")
  static let since = WordKey.of("since")
  static let a = WordKey.of("a")
  static let all = WordKey.of("all")
  static let and = WordKey.of("and")
  static let `as` = WordKey.of("as")
  static let between = WordKey.of("between")
  static let from = WordKey.of("from")
  static let `in` = WordKey.of("in")
  static let out = WordKey.of("out")
  static let aged = WordKey.of("aged")
  static let toll = WordKey.of("toll")
  static let lives = WordKey.of("lives")
  static let half = WordKey.of("half")
  static let men = WordKey.of("men")
  static let minus = WordKey.of("minus")
  static let per = WordKey.of("per")
  static let an = WordKey.of("an")
  static let hour = WordKey.of("hour")
  static let rs = WordKey.of("rs")
  static let m = WordKey.of("m")
  static let c = WordKey.of("c")
  static let f = WordKey.of("f")
  static let g = WordKey.of("g")
  static let p = WordKey.of("p")
  static let on = WordKey.of("on")
  static let when = WordKey.of("when")
  static let magnitude = WordKey.of("magnitude")
  static let richter = WordKey.of("richter")
  static let scale = WordKey.of("scale")
}
