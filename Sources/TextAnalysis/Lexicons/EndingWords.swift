/// Words that tell the end of what others tell the beginning of: an order and its lifting are two things.
enum EndingWords {
  /// Verbs and nouns that undo what was ordered, planned or decided. Hand-collected for this project, CC0.
  static let enders = WordList(
    """
    lift
    lifts
    lifted
    lifting
    cancel
    cancels
    cancelled
    canceled
    cancelling
    cancellation
    rescind
    rescinds
    rescinded
    rescinding
    revoke
    revokes
    revoked
    revoking
    revocation
    withdraw
    withdraws
    withdrew
    withdrawn
    withdrawal
    repeal
    repeals
    repealed
    repealing
    quash
    quashed
    quashing
    overturn
    overturns
    overturned
    overturning
    reverse
    reverses
    reversed
    reversal
    annul
    annulled
    annulment
    scrap
    scraps
    scrapped
    scrapping
    abandon
    abandons
    abandoned
    abandoning
    abort
    aborts
    aborted
    aborting
    scrub
    scrubbed
    scrubbing
    suspend
    suspends
    suspended
    suspending
    suspension
    drop
    drops
    dropped
    dropping
    end
    ends
    ended
    ending
    expire
    expires
    expired
    lapsed
    called
    call
    calling
    """)
  /// Those that only something lasting can do: a strike ends, and so does every meeting.
  static let weak = WordList(
    """
    end
    ends
    ended
    ending
    expire
    expires
    expired
    lapsed
    """)
  /// "Call off", "called the strike off".
  static let calls = WordList("call\ncalled\ncalling")
  static let off = WordKey.of("off")
  static let of = WordKey.of("of")
  /// Enders that are nouns: what they end stands behind "of".
  static let nouns = WordList("cancellation\nlifting\nrevocation\nrepeal\nreversal\nannulment\nwithdrawal\nsuspension\nscrapping")
  /// What is in force for a while.
  static let lasting = WordList(
    """
    order
    orders
    ban
    bans
    warning
    warnings
    alert
    alerts
    advisory
    advisories
    evacuation
    evacuations
    curfew
    curfews
    lockdown
    lockdowns
    closure
    closures
    quarantine
    strike
    strikes
    walkout
    walkouts
    stoppage
    boycott
    blockade
    blockades
    siege
    sieges
    emergency
    restriction
    restrictions
    sanction
    sanctions
    embargo
    embargoes
    moratorium
    ceasefire
    truce
    suspension
    freeze
    tariff
    tariffs
    """)
  /// What is decided, or planned, and can be undone.
  static let undone = WordList(
    """
    charge
    charges
    case
    cases
    sentence
    conviction
    convictions
    ruling
    verdict
    decision
    injunction
    warrant
    warrants
    plan
    plans
    bid
    offer
    rule
    rules
    mandate
    licence
    license
    permit
    contract
    lawsuit
    appeal
    flight
    flights
    train
    trains
    service
    services
    hearing
    meeting
    meetings
    talks
    summit
    match
    game
    concert
    festival
    election
    vote
    referendum
    launch
    visit
    trip
    operation
    search
    strike
    closing
    """)
  /// "A suspended sentence": the adjective of a kind.
  static let strikes = WordList("strike\nstrikes\nwalkout\nwalkouts\nstoppage\nstoppages")
  static let kinds = WordList("suspended")
  static let sentences = WordList("sentence\nsentences\nprison\njail\nterm")
  static let end = WordKey.of("end")
  static let ofTo = WordList("of\nto")
  /// What may stand behind its subject without an auxiliary.
  static let intransitive = WordList("ended\nexpired\nlapsed")
  /// Verbs by which something is as it was before.
  static let openers = WordList(
    """
    reopen
    reopens
    reopened
    reopening
    restore
    restores
    restored
    restoring
    restoration
    resume
    resumes
    resumed
    resuming
    resumption
    restart
    restarts
    restarted
    restarting
    """)
  /// What came before that.
  static let closers = WordList(
    """
    close
    closes
    closed
    closing
    closure
    closures
    shut
    shuts
    shutdown
    shutting
    cut
    cuts
    halt
    halts
    halted
    suspend
    suspends
    suspended
    suspension
    stopped
    grounded
    lost
    outage
    outages
    blackout
    interrupted
    disrupted
    """)
  /// What makes an end none: "refused to lift", "will not be lifted". "No longer" is an end.
  static let denials = WordList(
    """
    not
    never
    refuse
    refuses
    refused
    decline
    declined
    failed
    without
    didn't
    won't
    wasn't
    weren't
    hasn't
    haven't
    isn't
    until
    unless
    if
    """)
  static let auxiliaries = WordList("is\nare\nwas\nwere\nbe\nbeen\nbeing\ngot")
  /// Between an auxiliary and its participle, or before either.
  static let between = WordList(
    "has\nhave\nhad\nwill\nwould\ncould\nmay\nmight\ncan\nto\nsince\nalso\nlater\nnow\nthen\nalready\nfinally\nsoon\npartly\npartially\nfully\nsubsequently\ntemporarily\nofficially\nyet"
  )
  static let any = WordList(enders, openers, closers)
}
