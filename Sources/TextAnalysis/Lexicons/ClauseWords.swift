/// Words that tell where in a sentence a date belongs.
enum ClauseWords {
  static let that = WordKey.of("that")
  static let since = WordKey.of("since")
  static let relatives = WordList(
    """
    which
    who
    whose
    whom
    where
    """)
  static let participles = WordList(
    """
    begun
    born
    built
    held
    made
    known
    seen
    sent
    sold
    bought
    written
    taken
    given
    won
    lost
    led
    set
    shown
    drawn
    hit
    run
    struck
    found
    """)
  static let coordinators = WordList("and\nor")
  static let coordinated = WordList(
    coordinators,
    WordList(
      """
      in
      on
      by
      at
      from
      during
      between
      again
      also
      both
      all
      others
      another
      """))
  static let superlatives = WordList(
    """
    worst
    best
    most
    least
    seen
    """)
  static let notSuperlatives = WordList(
    """
    interest
    request
    protest
    contest
    arrest
    forest
    harvest
    invest
    suggest
    northwest
    southwest
    conquest
    honest
    modest
    manifest
    guest
    """)
  static let reporting = WordList(
    """
    said
    says
    announced
    stated
    added
    confirmed
    claimed
    claims
    reported
    warned
    denied
    noted
    told
    revealed
    predicted
    estimated
    argued
    insisted
    """)
  static let telling = WordList("told\ntells\ninformed\nassured\nreminded\nasked")
  static let nominatives = WordList("he\nshe\nthey\nwe")
  static let it = WordKey.of("it")
  static let publishing = WordList(
    """
    report
    reports
    reported
    reporting
    publish
    publishes
    published
    publishing
    post
    posts
    posted
    posting
    release
    releases
    released
    releasing
    announce
    announces
    announced
    announcing
    present
    presents
    presented
    presenting
    unveil
    unveils
    unveiled
    """)
  static let subjects = WordList(
    """
    it
    he
    she
    they
    we
    the
    its
    their
    his
    her
    a
    an
    there
    this
    more
    """)
  static let auxiliaries = WordList(
    """
    is
    are
    was
    were
    has
    have
    had
    will
    would
    did
    does
    then
    later
    """)
  static let fronts = WordList("after\nbefore\nfollowing")
  static let prepositions = WordList(
    """
    of
    in
    on
    at
    by
    for
    from
    to
    with
    without
    about
    after
    before
    into
    over
    against
    through
    """)
  static let possessives = WordList(
    """
    our
    my
    your
    these
    those
    """)
  static let to = WordKey.of("to")
  static let from = WordKey.of("from")
  static let between = WordKey.of("between")
  static let than = WordKey.of("than")
  static let `as` = WordKey.of("as")
  static let through = WordList("until\ntill\nthrough\nthru")
  static let movers = WordList(
    """
    moved
    postponed
    rescheduled
    delayed
    pushed
    deferred
    brought
    switched
    shifted
    changed
    """)
  static let lengths = WordList(
    """
    # Before a length of time: how long, not how far from.
    for
    to
    of
    by
    in
    over
    during
    within
    through
    throughout
    than
    served
    spent
    lasted
    took
    waited
    given
    got
    received
    faces
    faced
    needed
    """)
  static let comes = WordList("come\ncomes\ncame\ncoming")
  static let beside = WordList("after\nfollowing\nbefore\nsince\ndespite\namid\nover\nabout")
  static let asides = WordList("while\nwhilst")
  static let adverbs = WordList("then\nlater")
  static let times = WordList("on\nin\nat\nduring\nfor")
  static let other = WordList("later\nearlier\nsooner\nother\nrather\nlonger")
  static let with = WordList("with\nto")
  static let compared = WordList("compared\ncompares\ncompare\ncomparing")
  static let versus = WordList("versus\nvs\nagainst")
  static let directions = WordList("up\ndown\nhigher\nlower\nunchanged")
  static let parts = WordList("percent\npoints\npoint\ncents")
  static let figures = WordList(
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
    zero
    """)
  static let changes = WordList(
    """
    # Figures move so.
    rose
    risen
    rise
    rises
    rising
    fell
    fallen
    fall
    falls
    falling
    grew
    grown
    grow
    growth
    climbed
    climb
    jumped
    jump
    slipped
    slip
    sank
    dropped
    drop
    declined
    decline
    increased
    increase
    decreased
    decrease
    gained
    gain
    eased
    edged
    surged
    surge
    soared
    plunged
    tumbled
    slowed
    accelerated
    widened
    narrowed
    doubled
    tripled
    raised
    cut
    reduced
    lowered
    """)
  static let first = WordKey.of("first")
  static let marking = WordList("marked\nbecame\nrepresented\nfollowed\ncame")
  static let determiners = WordList("the\na\nan\nhis\nher\nits\ntheir\ntwo\nthree\nfour\nfive\nsome\nmany\nthose")
  static let the = WordKey.of("the")
  static let after = WordKey.of("after")
  static let and = WordKey.of("and")
  static let signals = WordList(
    """
    after
    before
    """)
  static let conjunctions = WordList(
    """
    and
    but
    while
    when
    after
    before
    as
    since
    until
    which
    who
    whom
    where
    although
    though
    because
    whereas
    following
    then
    that
    """)
  static let leading = WordList(
    """
    and
    but
    while
    which
    who
    """)
}
