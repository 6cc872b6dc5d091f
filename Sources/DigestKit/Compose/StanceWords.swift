import TextAnalysis

/// Words by which one sentence denies, hedges or leaves open what another states.
enum StanceWords {
  static let not = WordKey.of("not")
  static let but = WordKey.of("but")
  static let no = WordKey.of("no")
  static let one = WordKey.of("one")
  static let to = WordKey.of("to")
  static let of = WordKey.of("of")
  /// How many of several.
  static let parts = WordList(
    """
    one
    two
    three
    four
    five
    six
    seven
    eight
    nine
    ten
    eleven
    twelve
    some
    most
    several
    many
    """)
  /// What a story mostly has one of, and which takes its time.
  static let lengthy = WordList(
    """
    trial
    siege
    standoff
    blackout
    outage
    """)
  static let prosecutionKey = WordKey.of("prosecution")
  static let prosecution = WordList("prosecution\nprosecutor\nprosecutors")
  static let demanding = WordList("asked\nsought\ndemanded\nrequested\nwanted\ncalled")
  static let lasting = WordList("lasted\nlasting\nlasts\ntook")
  static let relatives = WordList("that\nwhich\nhad\nhas")
  static let charges = WordList(
    """
    count
    counts
    charge
    charges
    offence
    offences
    offense
    offenses
    """)
  /// Hedges that are past verbs too.
  static let participles = WordList(
    """
    reported
    claimed
    suspected
    supposed
    alleged
    """)
  /// What a noun stands behind.
  static let beforeNouns = WordList(
    """
    a
    an
    the
    this
    that
    these
    those
    its
    his
    her
    their
    of
    by
    in
    for
    from
    with
    over
    after
    at
    to
    about
    on
    and
    """)
  static let restrictions = WordList(
    """
    only
    except
    unless
    alone
    """)
  static let prohibitions = WordList(
    """
    ban
    bans
    banned
    banning
    prohibit
    prohibits
    prohibited
    outlaw
    outlawed
    forbid
    forbids
    forbidden
    bar
    barred
    block
    blocks
    blocked
    blocking
    prevent
    prevents
    prevented
    preventing
    refuse
    refuses
    refused
    fail
    fails
    failed
    failure
    stop
    stopped
    end
    ended
    halt
    halted
    scrap
    scrapped
    lack
    lacked
    lacks
    ruled
    """)
  /// One look-up tells most words.
  static let any = WordList(hedges, negations, conditions)
  static let hedges = WordList(
    """
    alleged
    allegedly
    apparent
    apparently
    reported
    reportedly
    suspected
    purported
    purportedly
    supposed
    supposedly
    claimed
    unconfirmed
    """)
  static let negations = WordList(
    """
    not
    never
    no
    nobody
    none
    nothing
    neither
    nor
    nowhere
    didn't
    wasn't
    isn't
    won't
    weren't
    aren't
    hasn't
    haven't
    doesn't
    don't
    cannot
    can't
    """)
  /// Denials that need no subject.
  static let determiners = WordList(
    """
    no
    nobody
    none
    nothing
    neither
    """)
  static let conditions = WordList(
    """
    if
    unless
    whether
    """)
  /// After "not".
  static let additive = WordList(
    """
    only
    just
    merely
    yet
    least
    once
    """)
  /// What is not said to have happened.
  static let unreal = WordList(
    """
    should
    would
    could
    might
    may
    must
    if
    whether
    unless
    to
    urged
    demanded
    wants
    refused
    threatened
    """)
  static let officeHeads = WordList(
    """
    minister
    secretary
    commissioner
    """)
  static let portfolios = WordList(
    """
    foreign
    finance
    economy
    economics
    defence
    defense
    interior
    justice
    health
    transport
    transportation
    education
    energy
    trade
    environment
    agriculture
    labour
    labor
    culture
    industry
    home
    prime
    """)
  /// Spellings of one portfolio, and portfolios that are often one office.
  static let portfolioClass: [UInt64: UInt64] = [
    WordKey.of("defense"): WordKey.of("defence"), WordKey.of("labor"): WordKey.of("labour"),
    WordKey.of("economics"): WordKey.of("economy"), WordKey.of("transportation"): WordKey.of("transport"),
    WordKey.of("home"): WordKey.of("interior"),
  ]
  static let deputies = WordList(
    """
    deputy
    vice
    assistant
    junior
    acting
    """)
  static let past = WordList(
    """
    former
    ex
    then
    outgoing
    incoming
    designate
    """)
}
