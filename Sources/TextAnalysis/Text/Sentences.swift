/// A sentence, or a piece of text that stands for one (a headline, a list item).
public struct Sentence: Sendable, Hashable {
  /// From its first token to its last, closing quotation marks included.
  public var span: TextSpan
  /// Indices into ``Document/tokens``.
  public var tokens: Range<Int>

  public init(span: TextSpan, tokens: Range<Int>) {
    self.span = span
    self.tokens = tokens
  }
}

/// Finds sentence ends among a block's tokens.
///
/// A terminator ends a sentence if white space and an upper-case word, a number, or an opening mark follow, unless it closes an
/// abbreviation or an initial. Abbreviations that can end a sentence (`Inc.`, `U.S.`, `p.m.`) do so only before a word that
/// usually begins one. A terminator inside closing quotation marks or brackets takes them along.
enum SentenceSplitter {
  static func split(
    _ tokens: inout [Token], _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, into sentences: inout [Sentence]
  ) {
    var start = range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      let token = tokens[i]
      let dotted = token.isWord && token.shape.contains(.dotted) && bytes[Int(token.end) - 1] == 0x2e
      guard token.kind == .terminator || dotted else {
        i += 1
        continue
      }
      // Take closing marks along: `.”`, `.)`, `."'`.
      var end = i + 1
      while end < range.upperBound, closes(tokens[end], in: bytes), !tokens[end].shape.contains(.spaceBefore) { end += 1 }
      // A closing mark after a blank that ends the block or is followed by another blank: `. "`.
      guard end < range.upperBound else { break }
      if isBoundary(tokens, i, next: end, range, bytes, dotted: dotted) {
        finish(&tokens, start..<end, into: &sentences)
        start = end
      }
      i = end
    }
    finish(&tokens, start..<range.upperBound, into: &sentences)
  }

  private static func finish(_ tokens: inout [Token], _ range: Range<Int>, into sentences: inout [Sentence]) {
    guard let first = range.first, let last = range.last else { return }
    if let word = range.first(where: { tokens[$0].isWord || tokens[$0].isNumber }) { tokens[word].shape.insert(.sentenceStart) }
    sentences.append(Sentence(span: TextSpan(start: tokens[first].start, end: tokens[last].end), tokens: range))
  }

  private static func closes(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch token.kind {
    case .close: return true
    case .doubleQuote, .singleQuote:
      // Not the marks that only open: “ ‘ « „ and two backticks.
      let b = bytes[Int(token.start)]
      if b == 0xe2, token.span.count == 3 {
        let last = bytes[Int(token.start) + 2]
        return last != 0x9c && last != 0x98 && last != 0x9e && last != 0x9a
      }
      return b != 0x60 && !(b == 0xc2 && bytes[Int(token.start) + 1] == 0xab)
    default: return false
    }
  }

  private static func isBoundary(
    _ tokens: [Token], _ i: Int, next: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, dotted: Bool
  ) -> Bool {
    let after = tokens[next]
    let isStop = !dotted && bytes[Int(tokens[i].start)] == 0x2e && tokens[i].span.count == 1
    guard after.shape.contains(.spaceBefore) else {
      // Scrapes glue sentences: `question.“Trump`, `it.The`.
      if dotted || !isStop || next != i + 1 && after.isWord { return next > i + 1 && after.isWord && after.isCapitalized }
      guard after.isWord, after.isCapitalized, after.span.count > 1, !after.shape.contains(.allCaps), i > range.lowerBound else {
        return false
      }
      let before = tokens[i - 1]
      return before.isWord && before.span.count > 2 && !before.isCapitalized
    }
    // What follows must be able to begin a sentence.
    var head = next
    while head < range.upperBound, tokens[head].kind == .doubleQuote || tokens[head].kind == .singleQuote || tokens[head].kind == .open {
      head += 1
    }
    guard head < range.upperBound else { return head > next }
    let first = tokens[head]
    let starts: Bool
    switch first.kind {
    case .word: starts = first.isCapitalized || first.shape.contains(.innerCaps)
    case .number: starts = true
    case .dash: starts = head > next || !isStop
    case .symbol: starts = true
    default: starts = false
    }
    guard starts else { return false }
    if next > i + 1 { return !(first.isWord && isStop && i > range.lowerBound && Abbreviations.titles.contains(tokens[i - 1])) }
    if dotted {
      return Abbreviations.starters.contains(first) && !(first.isNumber)
    }
    guard isStop, i > range.lowerBound else { return true }
    let before = tokens[i - 1]
    guard before.isAdjacent(to: tokens[i]) else { return true }
    if before.isWord {
      if before.span.count == 1, before.isCapitalized {
        // An initial ("J. Edgar", "George W. Bush"), but not the pronoun or a grade at the end ("Vitamin C.").
        return Abbreviations.starters.contains(first)
      }
      if Abbreviations.titles.contains(before) { return false }
      if Abbreviations.beforeNumber.contains(before), first.isNumber { return false }
      if Abbreviations.maybeFinal.contains(before) { return Abbreviations.starters.contains(first) }
    }
    return true
  }
}

/// Abbreviations that end with a full stop.
enum Abbreviations {
  /// A name, or the rest of a name, follows: never the end of a sentence.
  static let titles = WordList(
    """
    # Hand-collected from news style guides; one per line.
    mr
    mrs
    ms
    messrs
    dr
    prof
    sen
    sens
    rep
    reps
    gov
    govs
    gen
    lt
    col
    maj
    capt
    cpl
    sgt
    cmdr
    adm
    brig
    insp
    supt
    det
    rev
    fr
    hon
    pres
    st
    mt
    ft
    vs
    atty
    dist
    amb
    mme
    mlle
    approx
    cf
    eg
    ie
    """)

  /// Abbreviations only before a number: "No. 10", "Jan. 20", "p. 4".
  static let beforeNumber = WordList(
    """
    no
    nos
    p
    pp
    vol
    art
    sec
    fig
    jan
    feb
    mar
    apr
    jun
    jul
    aug
    sep
    sept
    oct
    nov
    dec
    """)

  /// Can end a sentence, and do so before a word that usually begins one.
  static let maybeFinal = WordList(
    """
    inc
    corp
    co
    cos
    ltd
    llc
    plc
    bros
    jr
    sr
    esq
    etc
    al
    dept
    univ
    assn
    ave
    blvd
    rd
    jan
    feb
    mar
    apr
    jun
    jul
    aug
    sept
    sep
    oct
    nov
    dec
    mon
    tue
    tues
    wed
    thu
    thur
    thurs
    fri
    calif
    conn
    fla
    ill
    mich
    minn
    wis
    penn
    tenn
    va
    wash
    ala
    ariz
    ark
    colo
    del
    ga
    kan
    ky
    la
    md
    mass
    miss
    mo
    mont
    neb
    nev
    okla
    ore
    tex
    vt
    wyo
    """)

  /// Words that, capitalised after an abbreviation, almost always begin a sentence.
  static let starters = WordList(
    """
    the
    a
    an
    he
    she
    it
    they
    we
    you
    i
    his
    her
    its
    their
    our
    this
    that
    these
    those
    there
    in
    on
    at
    for
    from
    with
    by
    as
    but
    and
    or
    so
    if
    when
    while
    after
    before
    since
    until
    although
    though
    because
    however
    meanwhile
    also
    asked
    according
    both
    all
    some
    many
    most
    several
    no
    not
    what
    who
    why
    how
    where
    earlier
    later
    last
    despite
    under
    during
    then
    now
    once
    one
    two
    three
    to
    even
    only
    such
    each
    yet
    still
    """)
}
