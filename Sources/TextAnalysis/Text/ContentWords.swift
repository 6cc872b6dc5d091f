/// Words reduced to what they are about: stop words left out, inflection taken off, near-synonyms of news English joined.
///
/// The stemmer takes off plural, past, progressive and a final `e`, undoubles a final consonant, and takes `-ly` and `-ation` off long
/// words; it never joins words of fewer than three letters. It is lighter than Porter's (1980): other derivations
/// ("invade", "invasion") stay apart unless a class joins them.
public enum ContentWords {
  /// A key that inflected forms and near-synonyms share; nil for stop words, marks and clitics. Numbers keep their own key.
  public static func key(of token: Token, in bytes: [UInt8]) -> UInt64? {
    switch token.kind {
    case .number: return token.key
    case .word:
      // "US" is a country, "us" is not.
      if stopWords.contains(token), !(token.shape.contains(.allCaps) && token.span.count > 1) { return nil }
      guard !token.shape.contains(.nonASCII), !token.shape.contains(.dotted), !token.shape.contains(.digits) else { return token.key }
      let key = stem(of: token, in: bytes)
      return classes[key] ?? key
    default: return nil
    }
  }

  /// The key of what an expression of several words says ("lost their lives" says "killed"), and where it ends; nil if none starts at
  /// token `i`.
  public static func phrase(at i: Int, in tokens: [Token], limit: Int) -> (key: UInt64, end: Int)? {
    let first = tokens[i].key
    guard tokens[i].isWord, phrases.heads[Int(truncatingIfNeeded: first & 63)] >> (first >> 6 & 63) & 1 == 1,
      let candidates = phrases.ofHead[first]
    else { return nil }
    var best: (key: UInt64, end: Int)?
    for candidate in candidates {
      let end = i + candidate.words.count
      guard end <= limit, end > best?.end ?? 0, zip(tokens[i..<end], candidate.words).allSatisfy({ $0.key == $1 }) else { continue }
      best = (candidate.key, end)
    }
    return best
  }

  /// The key of a word as it stands in a list.
  public static func key(of word: StaticString) -> UInt64 {
    let key = word.withUTF8Buffer { stem($0, 0..<$0.count) }
    return classes[key] ?? key
  }

  /// Whether a word says little of what a sentence is about: "week", "officials", "continued".
  public static func isGeneral(_ token: Token) -> Bool { NewsSynonyms.general.contains(token) }

  /// Whether a word says something of what a sentence is about, but nothing alone: "managed", "important".
  public static func isLight(_ token: Token) -> Bool { NewsSynonyms.light.contains(token) }

  private struct Phrase {
    var words: [UInt64]
    var key: UInt64
  }

  /// Expressions by their first word, and a filter of those words.
  private static let phrases: (ofHead: [UInt64: [Phrase]], heads: [UInt64]) = {
    var ofHead: [UInt64: [Phrase]] = [:]
    var heads = [UInt64](repeating: 0, count: 64)
    eachLine(of: NewsSynonyms.phrases) { bytes, words in
      guard let last = words.last, words.count > 2 else { return }
      let keys = words.dropLast().map { WordKey.of(bytes, $0.lowerBound, $0.upperBound) }
      let key = stem(bytes, last)
      ofHead[keys[0], default: []].append(Phrase(words: keys, key: classes[key] ?? key))
      heads[Int(truncatingIfNeeded: keys[0] & 63)] |= 1 << (keys[0] >> 6 & 63)
    }
    return (ofHead, heads)
  }()

  /// The words of each line of a list, a hyphen as one of its own; `#` starts a comment, a colon parts words.
  private static func eachLine(of list: StaticString, _ body: (UnsafeBufferPointer<UInt8>, [Range<Int>]) -> Void) {
    list.withUTF8Buffer { bytes in
      var words: [Range<Int>] = []
      var start = -1
      var isComment = false
      for i in 0...bytes.count {
        let byte = i < bytes.count ? bytes[i] : 0x0a
        switch byte {
        case 0x0a, 0x20, 0x23, 0x2d, 0x3a:
          if start >= 0 { words.append(start..<i) }
          start = -1
          if byte == 0x23 { isComment = true }
          if byte == 0x2d, !isComment { words.append(i..<i + 1) }
          guard byte == 0x0a else { continue }
          if !words.isEmpty { body(bytes, words) }
          words.removeAll(keepingCapacity: true)
          isComment = false
        default: if start < 0, !isComment { start = i }
        }
      }
    }
  }

  /// The stem's key without synonym classes.
  public static func stem(of token: Token, in bytes: [UInt8]) -> UInt64 {
    guard token.isWord, !token.shape.contains(.nonASCII) else { return token.key }
    return bytes.withUnsafeBufferPointer { Self.stem($0, token.span.range) }
  }

  /// The stem's key of a word in a list.
  static func stem(of word: Substring) -> UInt64 {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { stem($0, 0..<bytes.count) }
  }

  public static func isStopWord(_ token: Token) -> Bool { stopWords.contains(token) }

  private static func stem(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    let start = range.lowerBound
    var end = range.upperBound
    func at(_ fromEnd: Int) -> UInt8 { end - fromEnd >= start ? bytes[end - fromEnd] | 0x20 : 0 }
    func isVowel(_ byte: UInt8) -> Bool { byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6f || byte == 0x75 || byte == 0x79 }
    func hasVowel(_ limit: Int) -> Bool { (start..<max(start, limit)).contains { isVowel(bytes[$0] | 0x20) } }
    var endsInY = false
    // Plural and third person.
    if end - start > 3, at(1) == 0x73, at(2) != 0x73, at(2) != 0x75, at(2) != 0x69 {
      if at(2) == 0x65, at(3) == 0x69, end - start > 4 {
        end -= 3
        endsInY = true
      } else if at(2) == 0x65, at(3) == 0x73 || at(3) == 0x78 || at(3) == 0x68 || at(3) == 0x7a {
        end -= 2
      } else {
        end -= 1
      }
    }
    // -ly.
    if end - start > 5, at(1) == 0x79, at(2) == 0x6c, !isVowel(at(3)) || at(3) == 0x65 { end -= 2 }
    // -ed, -ing.
    if !endsInY {
      var cut = 0
      if end - start > 4, at(1) == 0x64, at(2) == 0x65, hasVowel(end - 2) { cut = 2 }
      if end - start > 5, at(1) == 0x67, at(2) == 0x6e, at(3) == 0x69, hasVowel(end - 3) { cut = 3 }
      if cut > 0 {
        end -= cut
        if cut == 2, at(1) == 0x69 {
          end -= 1
          endsInY = true
        } else if end - start > 3, at(1) == at(2), !isVowel(at(1)), at(1) != 0x6c, at(1) != 0x73, at(1) != 0x7a {
          end -= 1
        }
      }
    }
    if end - start > 3, !endsInY, at(1) == 0x65 { end -= 1 }
    if end - start > 2, !endsInY, at(1) == 0x79, !isVowel(at(2)) {
      end -= 1
      endsInY = true
    }
    // -ion and -at: "negotiation", "negotiate"; "implementation", "implement".
    if !endsInY {
      if end - start > 7, at(1) == 0x6e, at(2) == 0x6f, at(3) == 0x69, at(4) == 0x74 || at(4) == 0x73 { end -= 3 }
      if end - start > 6, at(1) == 0x74, at(2) == 0x61 { end -= 2 }
    }
    var hash = WordKey.seed
    for i in start..<end { hash = (hash ^ UInt64(bytes[i] | 0x20)) &* WordKey.prime }
    return endsInY ? (hash ^ 0x79) &* WordKey.prime : hash
  }

  /// Stem key → key of the class's first word.
  private static let classes: KeyMap = {
    var classes: [UInt64: UInt64] = [:]
    eachLine(of: NewsSynonyms.classes) { bytes, words in
      var first: UInt64?
      for word in words {
        let key = stem(bytes, word)
        if classes[key] == nil { classes[key] = first ?? key }
        if first == nil { first = classes[key] }
      }
    }
    return KeyMap(classes)
  }()

  private static let stopWords = WordList(
    """
    # English function words and the commonest light words of reports.
    a
    about
    above
    according
    across
    add
    added
    adding
    after
    again
    against
    ahead
    all
    almost
    along
    already
    also
    although
    always
    am
    amid
    among
    an
    and
    another
    any
    anyone
    anything
    are
    around
    as
    asked
    at
    away
    back
    be
    became
    because
    become
    been
    before
    behind
    being
    below
    between
    both
    but
    by
    came
    can
    can't
    cannot
    come
    comes
    coming
    could
    couldn't
    did
    didn't
    do
    does
    doesn't
    doing
    don't
    done
    down
    during
    each
    early
    either
    else
    even
    ever
    every
    everyone
    everything
    far
    few
    first
    following
    for
    former
    from
    further
    gave
    get
    gets
    getting
    give
    given
    go
    goes
    going
    got
    had
    hadn't
    has
    hasn't
    have
    haven't
    having
    he
    her
    here
    hers
    herself
    him
    himself
    his
    how
    however
    i
    if
    in
    including
    indeed
    instead
    into
    is
    isn't
    it
    its
    itself
    just
    last
    later
    least
    less
    let
    like
    likely
    made
    make
    makes
    making
    many
    may
    me
    meanwhile
    might
    more
    moreover
    most
    mostly
    mr
    mrs
    ms
    much
    must
    my
    myself
    near
    need
    neither
    never
    nevertheless
    new
    next
    no
    nobody
    none
    nor
    not
    nothing
    now
    of
    off
    often
    on
    once
    one
    only
    onto
    or
    other
    others
    our
    ours
    out
    over
    own
    per
    perhaps
    put
    rather
    really
    said
    same
    saw
    say
    saying
    says
    see
    seen
    several
    shall
    she
    should
    shouldn't
    since
    so
    some
    someone
    something
    soon
    still
    such
    take
    taken
    takes
    taking
    tell
    than
    that
    the
    their
    theirs
    them
    themselves
    then
    there
    therefore
    these
    they
    thing
    things
    this
    those
    though
    through
    thus
    to
    today
    together
    told
    too
    took
    toward
    towards
    under
    until
    up
    upon
    us
    use
    used
    using
    very
    via
    was
    wasn't
    way
    we
    well
    went
    were
    weren't
    what
    when
    where
    whether
    which
    while
    who
    whom
    whose
    why
    will
    with
    within
    without
    won't
    would
    wouldn't
    yet
    you
    your
    yours
    """)
}
