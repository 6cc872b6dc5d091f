/// Words that name what happened, verbs and nouns alike, joined where news uses them for one kind of event.
enum EventWords {
  /// Stem key → key of the kind's first word.
  static let kinds: KeyMap = {
    var kinds: [UInt64: UInt64] = [:]
    for line in WordTable.lines(of: source) {
      var first: UInt64?
      for word in line.split(separator: " ") {
        let key = ContentWords.stem(of: word)
        if let first { kinds[key] = first } else { (first, kinds[key]) = (key, key) }
      }
    }
    return KeyMap(kinds)
  }()

  /// Kinds that news tells many of in one story.
  static let common: Set<UInt64> = {
    var common: Set<UInt64> = []
    for line in WordTable.lines(of: ordinary) { for word in line.split(separator: " ") { common.insert(ContentWords.stem(of: word)) } }
    common.insert(decline)
    return common
  }()

  static let deal = ContentWords.stem(of: "deal")
  static let purchase = ContentWords.stem(of: "buy")
  static let agreement = ContentWords.stem(of: "agree")

  /// Kinds whose words have another sense; see `SentenceUnits.sense`.
  static let fire = ContentWords.stem(of: "fire")
  static let launch = ContentWords.stem(of: "unveil")
  static let hit = ContentWords.stem(of: "hit")
  static let fall = ContentWords.stem(of: "fall")
  /// As `fall`, of what has a price or a level.
  static let decline = WordKey.of("decline of a value")
  static let ambiguous: Set<UInt64> = [fire, launch, hit, fall]
  static let attack = ContentWords.stem(of: "attack")
  static let shoot = ContentWords.stem(of: "shoot")
  static let blaze = ContentWords.stem(of: "blaze")
  static let reject = ContentWords.stem(of: "reject")
  /// Kinds that people take part in together.
  static let meet = ContentWords.stem(of: "meet")
  static let arrive = ContentWords.stem(of: "arrive")
  static let visit = ContentWords.stem(of: "visit")
  static let leave = ContentWords.stem(of: "leave")
  static let inaugurate = ContentWords.stem(of: "inaugurate")
  static let and = WordKey.of("and")
  static let `in` = WordKey.of("in")
  static let to = WordKey.of("to")
  static let power = WordList("office\npower")
  /// Verbs whose infinitive has not happened.
  static let wishes = WordList(
    """
    urged
    urges
    urging
    urge
    called
    calls
    calling
    demanded
    demands
    asked
    asks
    wants
    wanted
    refused
    refuses
    declined
    threatened
    threatens
    pressed
    begged
    failed
    """)
  static let takes = WordList("take\ntakes\ntook\ntaken\ntaking\nassume\nassumes\nassumed\nassuming")
  static let comes = WordList("come\ncomes\ncame\ncoming\nrose\nrise\narrival\nreturn\nreturned\nswept")
  /// Behind a noun that stands after "in" without an article.
  static let phrasal = WordList("for\nof\nto\nwith\nagainst\nat")
  static let host = ContentWords.stem(of: "host")

  static let plainFire = WordList("fire\nfires")
  static let opened = WordList("open\nopens\nopened\nopening\nreturn\nreturned\nunder")
  static let targets = WordList("on\nat\ninto\nupon")
  static let missiles = WordList(
    """
    missile
    missiles
    rocket
    rockets
    mortars
    artillery
    torpedo
    torpedoes
    shells
    """)
  /// What is launched in war.
  static let offensives = WordList(
    """
    strike
    strikes
    airstrike
    airstrikes
    attack
    attacks
    assault
    raid
    raids
    offensive
    invasion
    military
    missile
    missiles
    rocket
    rockets
    """)
  static let shots = WordList(
    """
    shot
    shots
    bullet
    bullets
    round
    rounds
    gun
    guns
    pistol
    rifle
    weapon
    weapons
    gas
    cannon
    """)
  /// What is dismissed without anybody's losing a post.
  static let claims = WordList(
    """
    claim
    claims
    allegation
    allegations
    accusation
    accusations
    suggestion
    suggestions
    report
    reports
    rumor
    rumors
    rumour
    rumours
    speculation
    concern
    concerns
    fears
    criticism
    criticisms
    complaint
    complaints
    idea
    notion
    controversy
    case
    lawsuit
    charges
    appeal
    motion
    warnings
    """)
  /// Before "strike".
  static let strikes = WordList(
    """
    air
    missile
    missiles
    rocket
    drone
    military
    """)

  /// Behind the noun of an event: what is named after it.
  static let bearers = WordList(
    """
    surge
    surges
    barrier
    barriers
    warrant
    warrants
    director
    directors
    """)

  static let surges = WordList("surge\nsurges")
  static let waters = WordList("storm\ntidal\npower")
  static let under = WordKey.of("under")
  static let states = WordList("contract\nfire")

  /// What falls without anybody's falling.
  static let values = WordList(
    """
    share
    shares
    stock
    stocks
    price
    prices
    sales
    profit
    profits
    revenue
    index
    indexes
    rate
    rates
    inflation
    unemployment
    output
    exports
    imports
    demand
    value
    currency
    dollar
    euro
    pound
    yen
    oil
    support
    """)
  static let degrees = WordList("sharply\nsteeply\nslightly\nby\nmore\nless\nfurther\nnearly\nalmost\nabout\nas")

  /// What a number is reached by.
  static let reaching = WordList("hit\nhits")
  static let tolls = WordList("toll\ndeaths\nfatalities\ncases\ninflation\nprofit\nsales\nunemployment\nturnout\nrevenue")

  /// What is left of an event, behind `locating`.
  static let remains = WordList("wreck\nwrecks")
  static let locating = WordList("from\nin\ninside\ninto\non\nnear\naround\nto\nof\noff\nabove\nraise\nraised")

  private static let ordinary: StaticString = """
    # First words of kinds below.
    hit announce agree meet visit arrive leave attend fall rise win lose play score name appoint release hear search
    game season race statement interview campaign offer role close open find identify appear pay invest order deliver contract
    incident service speech tour negotiate complete
    warn threaten accuse deny approve propose publish fight play kill attack
    """

  /// One kind a line; inflected forms follow from the stem, irregular ones are listed.
  private static let source: StaticString = """
    # Hand-collected for this project from the vocabulary of event reports; no source was copied.
    kill killed killer die died dead death deadly fatality murder homicide slay slain slaying manslaughter
    injure injury wound hurt
    shoot shot shooting gunfire gun
    stab stabbing
    attack assault raid airstrike ambush
    bomb bombing explode explosion blast detonate detonation
    hit strike struck rock jolt shake shook shaken rattle slam pound batter
    quake earthquake temblor tremor aftershock
    tsunami
    flood flooding
    storm hurricane typhoon cyclone tornado
    blaze wildfire inferno
    destroy destruction damage topple flatten demolish
    collapse
    crash collide collision wreck
    evacuate evacuation
    rescue
    flee fled escape
    search
    arrest detain detention apprehend capture nab
    charge indict indictment arraign arraignment
    convict conviction
    sentence
    plead pleaded pled plea
    acquit acquittal
    testify testified testimony
    trial
    verdict
    jail imprison imprisonment
    release
    extradite extradition
    sue lawsuit
    appeal
    hear hearing
    investigate investigation probe inquiry
    steal stole stolen theft rob robbery heist burglary
    kidnap kidnapping abduct abduction
    hijack hijacking
    seize seizure
    buy bought purchase acquire acquisition takeover transaction buyout
    merge merger
    sell sold sale
    agree agreement accord pact
    deal
    sign signed signing
    announce announcement
    unveil introduce introduction launch debut
    win won victory triumph
    lose lost loss defeat beat
    award
    play
    score
    elect election
    vote voting ballot
    nominate nomination
    appoint appointment name
    hire hiring
    fire firing dismiss dismissal sack oust ouster axe
    resign resignation quit step-down
    retire retirement
    replace replacement
    succeed
    cast casting
    marry marriage wed wedding
    divorce
    pregnant pregnancy
    born birth
    rehab rehabilitation treatment
    landslide mudslide
    tie match
    surgery operation
    hospitalize hospitalise hospitalization
    fall fell fallen decline drop plunge tumble slump slide slid
    rise rose risen jump surge soar climb gain
    meet met meeting talk summit huddle
    visit trip
    arrive arrival
    leave departure depart
    attend attendance
    protest demonstration riot
    march
    invade invasion
    intervene intervention
    interfere interference meddle meddling
    annex annexation
    retaliate retaliation
    sanction
    ban
    suspend suspension
    cancel cancellation
    postpone postponement delay
    reject rejection
    deny denial
    accuse accusation
    apologize apologise apology
    criticize criticise criticism
    condemn condemnation
    warn warning
    threaten threat
    approve approval
    propose proposal
    recall
    repair fix patch
    publish publication
    host
    perform performance
    celebrate celebration
    honor honour
    vandalize vandalise vandalism
    sink sank sunk
    pirate piracy
    free freed
    hostage
    inject injection
    execute execution
    hang hanged
    fight fought fighting clash battle
    game match
    season
    race
    ceremony
    concert
    festival
    conference
    service sermon
    speech
    statement
    interview
    incident
    accident
    mission
    campaign
    funeral burial
    contract
    offer bid
    role
    tour
    debate
    complete completion
    close closure shut
    open opening
    confess confession
    abuse
    rape
    smuggle smuggling
    settle settlement
    layoff
    bankrupt bankruptcy
    infringe infringement
    upgrade update
    outage blackout
    leak
    spill
    derail derailment
    capsize
    erupt eruption
    inaugurate inauguration
    adopt adoption
    overdose
    diagnose diagnosis
    recover recovery
    expel expulsion
    deport deportation
    drown
    find found discover discovery
    identify identification
    appear appearance
    pay paid payment
    invest investment
    order
    deliver delivery
    negotiate negotiation
    walkout boycott
    """

  /// Verbs that carry tense and little else, and verbs of saying: no events of their own.
  static let auxiliaries = WordList(
    """
    was
    were
    had
    did
    been
    done
    got
    made
    took
    taken
    came
    went
    gone
    became
    gave
    given
    kept
    let
    put
    set
    used
    based
    needed
    wanted
    seen
    known
    left
    felt
    thought
    understood
    stood
    lay
    alleged
    suspected
    supposed
    talking
    """)

  static let reporting = WordList(
    """
    said
    says
    say
    saying
    told
    tells
    added
    adds
    according
    reported
    reports
    noted
    stated
    confirmed
    wrote
    called
    described
    insisted
    believed
    expected
    argued
    """)

  static let determiners = WordList("the\na\nan\nhis\nher\nits\ntheir\nour\nmy\nyour\nthis\nthat\nthese\nthose\nsome\nno")

  /// What stands between a subject and its verb.
  static let helpers = WordList(
    "is\nare\nwas\nwere\nbe\nbeen\nbeing\nhas\nhave\nhad\nwill\nwould\ncould\nmay\nmight\nto\nnot\nnever\nalso\nthen\nlater")

  /// Conjunctions and relative words: a new clause begins behind them.
  static let clauseStarts = WordList(
    "and\nor\nbut\nthat\nwho\nwhom\nwhich\nwhen\nwhere\nwhile\nif\nwhether\nbecause\nsince\nuntil\nafter\nbefore\nas")

  /// Words that a stretch ends before.
  static let closers = WordList(
    """
    who
    which
    whose
    whom
    that
    when
    where
    while
    because
    although
    though
    if
    whether
    but
    as
    """)

  /// The verb of a noun that names an event.
  static let copulas = WordList(
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
    could
    should
    may
    might
    can
    did
    does
    do
    and
    came
    comes
    took
    takes
    made
    makes
    """)

  /// Where a stretch that belongs to an event cannot go on to the left.
  static let boundaries = WordList(
    """
    about
    above
    across
    after
    against
    along
    amid
    among
    around
    as
    at
    because
    before
    behind
    below
    beside
    between
    beyond
    but
    by
    despite
    during
    following
    for
    from
    if
    in
    inside
    into
    near
    of
    off
    on
    onto
    or
    out
    outside
    over
    since
    that
    through
    throughout
    toward
    towards
    under
    until
    up
    upon
    when
    where
    whether
    which
    while
    who
    whom
    whose
    with
    within
    without
    and
    """)
}
