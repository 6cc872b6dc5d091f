/// Words that reports use for one thing.
enum NewsSynonyms {
  /// One class a line. Plurals, past and progressive forms follow from the stem; derivations and irregular forms are listed. A word
  /// is in the class of the first line that has its stem.
  static let classes: StaticString = """
    # Near-synonyms and derivations in the vocabulary of event reports; hand-collected for this project, CC0.
    # Left out are words that mean too much to say anything: set, hold, run, case, move, issue, state.

    # office and work
    fire firing dismiss dismissal sack oust ouster axe
    resign resignation quit
    appoint appointment name
    nominate nomination nominee
    hire recruit recruitment
    job position post redundancy layoff
    staff worker employee workforce workman labourer
    walkout stoppage
    union unionist
    boss manager executive ceo
    candidate contender hopeful
    successor succeed succession
    retire retirement

    # meeting and speech
    meet met meeting talk discussion negotiation summit huddle negotiate negotiator
    discuss consult consultation
    visit trip
    arrive arrival
    depart departure
    attend attendance attendee
    invite invitation
    host hosted
    say said tell told
    announce announcement unveil declare declaration proclaim
    call called describe description
    report reported
    statement communique
    speech address
    answer reply response respond
    question query
    ask request
    mention cite
    criticize criticise criticism lambast slam
    condemn condemnation denounce
    praise hail welcome laud applaud
    accuse accusation allege allegation claim
    blame fault
    deny denial reject rejection dismissive refute
    refuse refusal decline
    admit admission acknowledge acknowledgement concede
    confirm confirmation
    complain complaint
    apologize apologise apology
    promise pledge vow
    warn warning
    threaten threat menace
    demand insist insistence
    urge appeal plead
    suggest suggestion
    propose proposal
    explain explanation
    warnings caution
    joke quip
    false fake hoax fabrication untrue bogus
    rumour rumor speculation
    lie lied
    truth true

    # death and harm
    kill killed killing dead died die death fatality slain slay deadly fatal lethal deceased drown drowned perish
    murder homicide assassinate assassination
    injure injury injured wound hurt
    victim casualty toll
    survive survivor survival
    missing disappear disappearance vanish
    mourn mourning grief condolence
    funeral burial bury
    suffer suffering
    ill illness sick sickness disease
    infect infection contagion
    hospital clinic hospitalize hospitalise
    doctor physician medic
    patient outpatient
    vaccine vaccination vaccinate jab
    poison poisoning toxic

    # crime and court
    arrest detain detention custody
    convict conviction guilty
    acquit acquittal exonerate
    sentence sentenced
    prison jail imprison imprisonment jailed
    charge charged indict indictment
    prosecute prosecutor prosecution
    sue lawsuit litigation
    trial tried
    judge justice magistrate
    lawyer attorney solicitor barrister counsel
    verdict ruling
    investigate investigation probe inquiry investigator
    suspect suspicion
    bribe bribery graft corrupt corruption
    steal stole stolen theft robbery robber rob
    fraud swindle
    fine fined penalty
    police officer constable policeman
    law legislation
    legal lawful legality
    illegal unlawful illegality
    murderer killer
    hostage captive
    prisoner inmate detainee
    kidnap abduct abduction
    spy espionage
    leak leaked

    # war and diplomacy
    attack strike struck airstrike assault raid offensive bombardment shelling
    bomb bombing explosion explode blast detonate detonation
    shoot shot shooting gunfire gunshot gunman shooter
    missile rocket
    weapon arms
    troops soldier forces
    military militaries army
    invade invasion incursion
    annex annexation
    occupy occupation
    intervene intervention interfere interference meddle meddling
    retaliate retaliation reprisal revenge
    fight fought fighting combat battle clash skirmish
    war conflict hostilities warfare
    ceasefire truce armistice
    peace peaceful
    agree agreement deal accord pact treaty settlement
    sign signed signing signature
    withdraw withdrawal withdrew withdrawn pullout
    surrender capitulate capitulation
    victory win won triumph
    defeat defeated beat beaten
    rebel insurgent insurgency rebellion
    militant extremist jihadist
    terrorist terrorism terror
    refugee displace displaced displacement
    flee fled escape
    evacuate evacuation
    border frontier
    sanction sanctions embargo
    ally allied alliance
    enemy foe adversary
    ambassador envoy diplomat emissary
    embassy consulate
    relations relationship ties
    worsen deteriorate sour strain deterioration
    improve improvement
    cooperate cooperation collaborate collaboration
    mediate mediator mediation
    protest demonstration demonstrate rally demonstrator protester
    riot unrest disorder
    violence violent
    coup putsch
    nuclear atomic
    proxy surrogate

    # politics
    vote voting ballot
    elect election electoral
    referendum plebiscite
    parliament parliamentary legislature
    lawmaker legislator parliamentarian
    government administration cabinet
    opposition opponent
    leader leadership
    party faction
    campaign campaigner
    reform overhaul
    bill draft
    approve approval endorse endorsement
    ban banned prohibit prohibition outlaw
    allow permit permission
    decide decision
    oppose objection object
    choose chose chosen choice select selection
    taxpayer taxation tax
    migrant immigrant immigration migration

    # money and trade
    buy bought purchase acquire acquisition takeover
    sell sold sale
    merge merger
    firm company corporation
    maker manufacturer producer
    carmaker automaker
    build built construct construction
    produce production manufacture output
    product goods
    factory plant
    open opened opening inaugurate
    close closure shut shutdown
    profit earnings
    revenue turnover
    share stock equity
    shareholder investor
    invest investment
    price cost expensive costly
    cheap inexpensive
    pay paid payment
    wage salary
    debt indebted
    loan lend lent lending lender
    bank banking banker
    aid help assistance assist
    subsidy subsidise subsidize
    save saving
    spend spent expenditure spending
    increase rise rose risen grow grew growth climb soar surge jump
    fall fell fallen drop plunge slump tumble plummet slide slid
    reduce reduction cut lower slash decrease
    economy economic
    analyst economist
    customer consumer client
    order ordered
    export exporter
    import importer
    deliver delivery
    bankrupt bankruptcy insolvency insolvent
    compensate compensation
    donate donation donor

    # accidents, weather, rescue
    crash collision collide
    sink sank sunk capsize
    wreck wreckage
    flood flooding
    quake earthquake tremor
    storm hurricane typhoon cyclone tornado
    blaze wildfire inferno
    rescue rescued rescuer
    search searched
    destroy destruction demolish demolition devastate devastation flatten
    damage damaged
    collapse collapsed
    emergency crisis
    alert alarm
    safe safety
    danger dangerous hazard hazardous
    risk risky
    disaster catastrophe tragedy
    inspect inspection
    check checked
    repair fix
    ferry boat ship vessel
    captain skipper
    plane aircraft jet airplane airliner
    pilot aviator
    passenger traveller traveler
    flight flew flown
    car vehicle automobile
    train railway rail
    lorry truck
    road highway motorway
    shipping freight cargo
    airport airfield airbase
    jacket vest

    # people and places
    child children kid youngster
    woman women female
    man men male
    wife husband spouse
    son daughter
    father mother parent
    people person
    family relative
    resident inhabitant
    citizen citizenship national
    town city municipal municipality
    village villager
    country nation
    school pupil
    student undergraduate
    teacher teaching
    university college
    house home
    church cathedral
    fan supporter follower

    # begin, end and change
    begin began begun start launch commence
    end ended finish conclude conclusion
    suspend suspension halt pause
    resume resumption revive restore restoration
    stop stopped
    delay postpone postponement
    cancel cancellation scrap
    create creation establish establishment
    publish publication release
    send sent dispatch
    bring brought
    leave left
    return returned
    lead led
    seek sought
    expect expectation
    hope hoped
    plan planned
    intend intention
    aim goal
    agreeable consent
    support back
    offer offered
    add addition
    use usage
    show shown
    reveal disclose disclosure
    discover discovery unearth
    find found
    know knew known knowledge
    think thought
    believe belief
    feel felt feeling
    hear heard
    lose lost loss
    transfer relocate relocation
    join joined
    replace replacement
    change alter alteration
    develop development
    implement implementation
    exchange swap
    free freed
    important importance significant significance
    large big huge
    quick quickly fast rapid rapidly
    recent recently
    rare rarely
    normal usual
    difficult difficulty hard
    angry anger fury furious outrage
    fear afraid
    surprise shock stun
    betray betrayal
    affect overshadow eclipse
    photo photograph picture image photographer
    film movie
    television tv
    newspaper daily
    journalist reporter
    broadcast broadcaster
    website online
    phone telephone smartphone
    record recording
    music song
    game match
    team squad
    score scored
    champion championship
    coach trainer
    player footballer
    energy electricity
    oil petroleum crude
    water wet
    climate warming
    science scientific scientist
    research researcher
    study studied
    technology technological
    security secure
    constitution constitutional
    history historic historical
    independence independent
    responsible responsibility
    involve involvement
    exist existence
    prepare preparation
    arrange arrangement
    govern governance
    employ employment employer
    treat treatment
    argue argument
    perform performance
    compete competition competitor rival
    commit commitment
    violate violation breach
    protect protection
    defend defence defense
    strong strength
    weak weakness weaken
    humanitarian relief
    spectator crowd audience
    rubble debris ruin
    tent shelter
    trap bury
    referee umpire
    trophy cup
    penalty shootout
    expert specialist
    estimate reckon
    prize award
    actor actress
    singer musician
    rain rainfall downpour
    snow snowfall blizzard
    wind gale gust
    heat heatwave
    outage blackout
    hack hacker cyberattack
    drug medicine medication
    virus coronavirus covid pandemic epidemic outbreak
    lockdown quarantine curfew
    tariff levy
    unemployment jobless
    pension pensioner
    pope pontiff
    king monarch
    wedding marry marriage
    birth born
    gun firearm rifle pistol
    knife stab stabbing
    drone unmanned
    extend extension
    regulator watchdog
    tycoon magnate billionaire
    star celebrity
    theatre theater
    excavate excavation
    forest woodland
    firefighter fireman
    pollute pollution contaminate contamination
    metro subway
    airline carrier
    tourist tourism holidaymaker
    hotel resort
    shop store retailer
    farm farmer agriculture agricultural
    crop harvest
    hunger famine starvation starve
    poor poverty
    rich wealthy wealth
    young youth teenager
    elderly pensioner
    vessels fleet
    abroad overseas
    neighbour neighbor neighbouring neighboring
    citizens populace
    celebrate celebration
    accept acceptance
    avoid avoidance
    encourage encouragement
    punish punishment
    entertain entertainment
    invest investor
    participate participation participant
    apply application applicant
    register registration
    inform information
    present presentation
    pregnant pregnancy
    retreat pullback
    siege besiege
    blockade blockaded
    deport deportation expel expulsion
    extradite extradition
    pardon amnesty
    testify testimony witness
    allegations wrongdoing
    """

  /// Expressions of several words and the word that says the same: `expression: word`.
  static let phrases: StaticString = """
    # Hand-collected for this project, CC0. Verbs in the forms that reports use.
    lost their lives: kill
    lost his life: kill
    lost her life: kill
    lose their lives: kill
    losing their lives: kill
    loss of life: kill
    death toll: kill
    behind bars: prison
    step down: resign
    steps down: resign
    stepped down: resign
    stepping down: resign
    stand down: resign
    stood down: resign
    walk free: acquit
    walked free: acquit
    walks free: acquit
    let go: dismiss
    laid off: dismiss
    lay off: dismiss
    out of work: dismiss
    turn down: reject
    turned down: reject
    turning down: reject
    ruled out: reject
    rule out: reject
    pull back: withdraw
    pulled back: withdraw
    pulling back: withdraw
    pull out: withdraw
    pulled out: withdraw
    pulls out: withdraw
    pulling out: withdraw
    call off: cancel
    called off: cancel
    calls off: cancel
    put off: postpone
    shut down: close
    shuts down: close
    shutting down: close
    closing down: close
    close down: close
    set up: establish
    setting up: establish
    sets up: establish
    took office: inaugurate
    take office: inaugurate
    takes office: inaugurate
    taken office: inaugurate
    came to power: inaugurate
    come to power: inaugurate
    took power: inaugurate
    sworn in: inaugurate
    swearing in: inaugurate
    blow up: explode
    blew up: explode
    blown up: explode
    went down: sink
    goes down: sink
    going down: sink
    taken into custody: arrest
    took into custody: arrest
    in custody: arrest
    taken to hospital: hospital
    broke out: begin
    break out: begin
    breaks out: begin
    broken out: begin
    kick off: begin
    kicked off: begin
    gave up: surrender
    give up: surrender
    giving up: surrender
    go ahead: approve
    got under way: begin
    get under way: begin
    under way: begin
    came into force: begin
    come into force: begin
    takes effect: begin
    take effect: begin
    took effect: begin
    fall silent: stop
    fell silent: stop
    foot in: visit
    told to leave: evacuate
    told to evacuate: evacuate
    asked to leave: evacuate
    ordered to leave: evacuate
    urged to leave: evacuate
    told to flee: evacuate
    ordered to flee: evacuate
    leave their homes: evacuate
    flee their homes: evacuate
    fled their homes: evacuate
    left their homes: evacuate
    travel to: visit
    travels to: visit
    travelled to: visit
    traveled to: visit
    travelling to: visit
    traveling to: visit
    trip to: visit
    back home: return
    head of state: president
    head of government: premier
    prime minister: premier
    chief executive: boss
    death penalty: execute
    life jacket: vest
    life jackets: vest
    life vest: vest
    life vests: vest
    tear gas: teargas
    climate change: climate
    global warming: climate
    law enforcement: police
    armed forces: army
    security forces: police
    industrial action: walkout
    walk out: walkout
    walks out: walkout
    walked out: walkout
    walking out: walkout
    ran away: flee
    run away: flee
    carried out: perform
    carry out: perform
    carrying out: perform
    find out: discover
    found out: discover
    bring down: reduce
    brought down: reduce
    scale back: reduce
    scaled back: reduce
    stepped up: increase
    step up: increase
    stepping up: increase
    went up: increase
    go up: increase
    look into: investigate
    looking into: investigate
    looked into: investigate
    look at: study
    looking at: study
    looked at: study
    take part: attend
    took part: attend
    taking part: attend
    taken part: attend
    shake hands: handshake
    shook hands: handshake
    shaking hands: handshake
    side by side: together
    get rid: remove
    got rid: remove
    point out: mention
    pointed out: mention
    made clear: declare
    make clear: declare
    all-time low: worst
    lowest ebb: worst
    lowest point: worst
    worst state: worst
    never been worse: worst
    never been so bad: worst
    """

  /// Words that say little of what a sentence is about, however rare they are in a story.
  static let general = WordList(
    """
    # Hand-collected for this project, CC0.
    time
    times
    year
    years
    month
    months
    week
    weeks
    day
    days
    hour
    hours
    minute
    minutes
    morning
    evening
    night
    people
    person
    part
    parts
    number
    numbers
    official
    officials
    authority
    authorities
    source
    sources
    country
    countries
    nation
    world
    group
    groups
    place
    places
    side
    sides
    issue
    issues
    matter
    matters
    news
    thing
    way
    case
    area
    region
    million
    billion
    thousand
    hundred
    dozen
    dozens
    hundreds
    thousands
    percent
    cent
    total
    full
    major
    main
    large
    big
    small
    good
    great
    long
    high
    old
    young
    late
    public
    local
    national
    international
    able
    sure
    left
    right
    want
    wanted
    wants
    look
    looked
    looking
    work
    working
    worked
    set
    hold
    held
    holding
    keep
    kept
    turn
    turned
    remain
    remained
    remains
    continue
    continued
    continues
    include
    included
    includes
    known
    called
    call
    asked
    tried
    try
    trying
    want
    need
    needs
    needed
    state
    states
    statement
    report
    reported
    reports
    spokesman
    spokeswoman
    spokesperson
    plan
    plans
    planned
    move
    moved
    point
    back
    home
    """)

  /// Words that tell little on their own, however rare they are in a story: two sentences that share "managed to find" tell of nothing
  /// in common yet.
  static let light = WordList(
    """
    # Hand-collected for this project, CC0.
    manage
    manages
    managed
    managing
    find
    finds
    found
    finding
    seek
    seeks
    seeking
    sought
    bring
    brings
    brought
    bringing
    gives
    giving
    puts
    putting
    gone
    sees
    seeing
    know
    knows
    knew
    knowing
    think
    thinks
    thought
    thinking
    becomes
    becoming
    begin
    begins
    began
    begun
    beginning
    lead
    leads
    led
    leading
    follow
    follows
    followed
    help
    helps
    helped
    helping
    show
    shows
    showed
    shown
    showing
    lets
    letting
    provide
    provides
    provided
    providing
    uses
    change
    changes
    changed
    speak
    speaks
    spoke
    spoken
    tells
    telling
    expect
    expects
    expected
    believe
    believes
    believed
    feel
    feels
    felt
    mean
    means
    meant
    seem
    seems
    seemed
    appear
    appears
    appeared
    happen
    happens
    happened
    happening
    focus
    focuses
    focused
    focusing
    start
    starts
    started
    starting
    stay
    stays
    stayed
    arrive
    arrives
    arrived
    arriving
    face
    faces
    faced
    facing
    adds
    describe
    describes
    described
    describing
    consider
    considers
    considered
    considering
    decide
    decides
    decided
    mention
    mentioned
    important
    different
    possible
    clear
    clearly
    common
    certain
    strong
    recent
    recently
    previous
    previously
    current
    currently
    close
    open
    hard
    difficult
    better
    best
    top
    key
    real
    true
    whole
    entire
    positive
    positively
    negative
    especially
    simply
    quickly
    result
    results
    effort
    efforts
    moment
    fact
    facts
    example
    reason
    reasons
    kind
    sort
    level
    levels
    role
    leader
    leaders
    problem
    problems
    situation
    situations
    process
    progress
    position
    positions
    """)
}
