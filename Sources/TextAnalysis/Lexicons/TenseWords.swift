/// Words that tell, beside a verb, whether what it says lies ahead or is over.
enum TenseWords {
  // Collected for this project from general knowledge of English; no source was copied.

  /// Behind these a verb like "face" is no noun.
  static let subjects = WordList(
    """
    he
    she
    it
    they
    we
    who
    which
    parliament
    senate
    court
    president
    minister
    chancellor
    pope
    king
    queen
    team
    side
    hosts
    visitors
    champions
    """)

  /// Behind "returns", the verb.
  static let returning = WordList("to\nfrom\non\nin")

  /// Behind "runs", the verb.
  static let running = WordList("from\nuntil\nthrough")

  /// Verbs whose subject may end with a comma before them.
  static let facing = WordList("face\nfaces\nplay\nplays")

  /// With "not" and one of `silences`: told of as it was.
  static let refusing = WordList("would\ncould")

  /// As `refusing`, with the "not".
  static let negated = WordList("couldn't\nwouldn't")

  static let silences = WordList(
    """
    # What a source or a reporter would not or could not do.
    say
    comment
    confirm
    reached
    contacted
    located
    verify
    verified
    confirmed
    elaborate
    disclose
    specify
    discuss
    provide
    identify
    determine
    determined
    reply
    """)

  /// Before "in May": what is over, like an accident.
  static let results = WordList("drop\ndrops\nrise\nfall\nfalls\ngain\ngains\ndecline\nincrease\nsurgery\ninjury\nrebound")

  /// With `ofWhat`: what lies ahead.
  static let prospects = WordList("chance\nchances\nprospect\nprospects\nlikelihood\nodds\nprobability\npossibility")

  static let ofWhat = WordList("of\nthat\nfor")

  /// With an article and one of `ordeals`: what is still to come.
  static let enduringOrdeals = WordList("face\nfaces")
  static let ordeals = WordList(
    "vote\nmotion\nhearing\ntrial\ndeadline\nballot\nelection\nreferendum\nsentencing\nrematch\nsemifinal\nfinal")

  /// A price on a day was known when it is told.
  static let closing = WordList("closing\nclose\nundisturbed\nopening")
  static let prices = WordList("price\nprices\nlevel\nvalue\nrate")

  /// Say that a change of policy is to come.
  static let foretelling = WordList(
    """
    signal
    signals
    signaled
    signalled
    signaling
    signalling
    price
    prices
    priced
    pricing
    pencil
    penciled
    pencilled
    eye
    eyes
    eyed
    eyeing
    flag
    flags
    flagged
    """)

  static let policyChanges = WordList("cut\ncuts\nhike\nhikes\neasing\ntightening\npause\nmove")

  /// Beside a plan: it has been given up, or may have been.
  static let formerly = WordList("originally\ninitially\npreviously")

  /// Before "open" and "close", the verbs.
  static let opening = WordList("polls\nstations\nplaces\nnominations\napplications\nbookings\ndoors")

  /// Whose object is open or closed then: "kept the polls open".
  static let keeping = WordList("keep\nkeeps\nkept\nkeeping\nleave\nleft\nhold\nheld")

  /// Tell a number to be an hour.
  static let hours = WordList("am\npm\na.m\np.m\na.m.\np.m.\nnoon\nmidnight\ngmt")

  /// Present verbs of a picture's caption, before an infinitive.
  static let waiting = WordList("wait\nwaits\ngather\ngathers\nqueue\nqueues\nline\nlines\nstand\nstands")

  /// Between "is" and a day: "no earlier than".
  static let limiting = WordList("no\nnot\nearlier\nlater\nthan\nbefore\nuntil\nafter\nonly\nthis\nat\nout\npossible")

  /// With "until" and a day: over, unless one of `holding` stands between.
  static let enduring = WordList(
    """
    was
    were
    served
    lasted
    worked
    lived
    stayed
    remained
    ran
    continued
    reigned
    ruled
    led
    waited
    played
    studied
    survived
    """)

  static let holding = WordList("place\nforce\neffect\nopen\nclosed\nshut\navailable\nvalid\nunavailable\ndue\ntrial\nbail\nhold\nhalt")

  /// Behind "is seen": an outlook.
  static let outlooks = WordList(
    "holding\nkeeping\ncutting\nraising\nrising\nfalling\ngrowing\nslowing\neasing\nlifting\nlowering\nwidening\nshrinking\nexpanding")

  /// Behind "after": over.
  static let outcomes = WordList(
    "losing\nwinning\nbeating\ndefeating\nsuffering\nsurviving\nscoring\nmissing\nfailing\npleading\nadmitting\nhearing\ninjuring\nfinishing\ntrailing\nleading\nfalling\ndropping\nresigning\nquitting\ndying"
  )

  /// Days, and what stands beside them.
  static let dayWords = WordList(
    "on\nmonday\ntuesday\nwednesday\nthursday\nfriday\nsaturday\nsunday\ntoday\nyesterday\nearlier\nlate")

  /// Before "to" and a verb: a plan.
  static let toBe = WordList("was\nwere")

  /// Before a day or month.
  static let dating = WordList("on\nin\nby\nfor\nlast")

  /// Before a base form that a verb further left gives its time.
  static let baseLeads = WordList("not\ndid\ndidn't\nnever")

  /// With "have" and a participle: over.
  static let conjectures = WordList("could\nmay\nmight\nmust\nshould\ncan't\ncannot\ncouldn't\nshouldn't")

  /// With a present: ahead.
  static let conditions = WordList("if\nunless")

  /// As `conditions`, but only with a present.
  static let whens = WordList("when\nonce\nuntil\nbefore")

  /// Before "'s", the verb.
  static let pronouns = WordList("it\nhe\nshe\nthat\nthere\nwhat\nwho")

  /// Before a noun.
  static let articles = WordList("the\na\nan\nhis\nher\nits\ntheir\nour\nmy\nyour\nno\nany")

  /// Progressive forms that are about what has been.
  static let lookingBack = WordList(
    "searching\ninvestigating\nprobing\nhunting\nmourning\nrecovering\nreeling\nassessing\nexamining\ngrieving\nsuffering")

  /// Past forms that are nouns as well.
  static let homographs = WordList("cut\nhit\ncost\nbid\nburst\ncast\nspread\nsplit\nshot\nbeat\nshed\nleft\nrose\nsaw\nset")

  /// Of `homographs`, those that `compounds` stand before.
  static let compounded = WordList("cut\nbid")

  static let qualities = WordList(
    """
    # Before a noun like "cut".
    another
    further
    more
    next
    first
    second
    third
    fourth
    final
    last
    new
    additional
    big
    bigger
    biggest
    large
    larger
    largest
    small
    smaller
    deep
    deeper
    sharp
    sharper
    planned
    proposed
    expected
    possible
    surprise
    fresh
    latest
    recent
    """)

  static let compounds = WordList(
    """
    # What is cut or bid for.
    rate
    interest
    job
    tax
    power
    spending
    budget
    pay
    price
    output
    production
    benefit
    aid
    point
    staff
    wage
    duty
    takeover
    rescue
    title
    election
    reelection
    """)

  static let objects = WordList(
    """
    # What an object begins with.
    the
    a
    an
    his
    her
    its
    their
    him
    them
    it
    at
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
    dozens
    hundreds
    thousands
    several
    many
    more
    about
    some
    people
    """)

  static let finite = WordList(
    """
    # Past forms that are no participles.
    was
    were
    had
    did
    took
    gave
    went
    came
    became
    began
    broke
    chose
    drove
    ate
    fell
    flew
    forgot
    froze
    grew
    knew
    lay
    rang
    sank
    saw
    shook
    spoke
    stole
    swore
    tore
    threw
    withdrew
    wore
    wrote
    """)

  /// Behind "ahead".
  static let aheadOf = WordList("of\nto")

  /// Before the day of what is to come.
  static let awaiting = WordList("await\nawaits\nawaited\nawaiting")

  /// Moves of a figure, with `moments` behind them.
  static let baseMoves = WordList("rise\nfall\nclimb\ndrop\ngrow\nslow\nshrink\nslip\nease\nincrease\ndecline")

  /// Begin the time of a move.
  static let moments = WordList("in\non\nthis\nnext")

  static let moves = WordList(
    """
    # Before "from" and the level that was.
    up
    down
    higher
    lower
    rose
    fell
    climbed
    dropped
    jumped
    slipped
    slid
    eased
    slowed
    sank
    shrank
    grew
    increased
    decreased
    declined
    gained
    accelerated
    raised
    cut
    lowered
    trimmed
    revised
    downgraded
    upgraded
    improvement
    """)
}
