/// Words the search for speakers turns on, by class. Every list is hand-collected from English newswire usage; no source was
/// copied. One lemma a line, with all its forms, so that adding a verb is adding a line.
enum QuotationWords {
  /// Offices by which an article speaks of the person it is about: "the president".
  static let offices = WordList(
    """
    # Hand-collected for this project. Public domain (CC0).
    president
    chancellor
    premier
    pope
    pontiff
    monarch
    """)
  /// What a word can be in an attribution; a word may have several classes.
  struct Class: OptionSet, Sendable {
    let rawValue: UInt32
    /// Governs a clause or a quotation beside it: "said".
    static let say = Class(rawValue: 1 << 0)
    /// Gives a thing a name or a verdict: "called it …", "dismissed it as …".
    static let label = Class(rawValue: 1 << 1)
    /// Governs words that follow soon: "urged …", "called for …".
    static let weak = Class(rawValue: 1 << 2)
    /// A cue after a quotation only: `"…," smiled Kim`.
    static let manner = Class(rawValue: 1 << 3)
    /// Also a noun ("claims", "report"): needs a clear subject to be a verb.
    static let alsoNoun = Class(rawValue: 1 << 4)
    /// A noun whose complement is speech: "Kim's complaint that …".
    static let speechNoun = Class(rawValue: 1 << 5)
    static let determiner = Class(rawValue: 1 << 6)
    /// A pronoun that can be a subject.
    static let pronoun = Class(rawValue: 1 << 7)
    static let preposition = Class(rawValue: 1 << 8)
    static let conjunction = Class(rawValue: 1 << 9)
    /// Begins a dependent clause.
    static let subordinator = Class(rawValue: 1 << 10)
    static let auxiliary = Class(rawValue: 1 << 11)
    static let adverb = Class(rawValue: 1 << 12)
    /// Days, months, "week": never a speaker.
    static let time = Class(rawValue: 1 << 13)
    static let negation = Class(rawValue: 1 << 14)
    /// A text that speaks: "report", "banner".
    static let document = Class(rawValue: 1 << 15)
    /// Somebody by office, trade or kin: "spokesman", "officials".
    static let person = Class(rawValue: 1 << 16)
    /// A body of people in lower case: "ministry", "police".
    static let body = Class(rawValue: 1 << 17)
    static let femaleNoun = Class(rawValue: 1 << 18)
    static let maleNoun = Class(rawValue: 1 << 19)
    static let honorific = Class(rawValue: 1 << 20)
    /// Names something when a quotation follows: "titled", "so-called".
    static let naming = Class(rawValue: 1 << 21)
    /// A work or a word that a quotation names: "novel", "the term".
    static let work = Class(rawValue: 1 << 22)
    /// Cannot take its subject after it: `"…" told Kim` is not English.
    static let noInversion = Class(rawValue: 1 << 23)
    /// Frequent verbs that are no cues, to end noun phrases.
    static let otherVerb = Class(rawValue: 1 << 24)
    /// Inner part of a name in lower case: "van", "al".
    static let particle = Class(rawValue: 1 << 25)
    /// -ing form of a cue.
    static let participle = Class(rawValue: 1 << 26)
    /// Governs only words that follow soon, though it is a verb of saying: "continued", "promised".
    static let near = Class(rawValue: 1 << 27)
    /// Reports whatever follows: "said", "told".
    static let utters = Class(rawValue: 1 << 28)
    /// Reports a clause or a thing: "announced cuts".
    static let announces = Class(rawValue: 1 << 29)
    /// Reports a clause only: "added that …", not "added 500 jobs".
    static let argues = Class(rawValue: 1 << 30)

    static let cue: Class = [.say, .label, .weak]
  }

  static func classes(_ key: UInt64) -> Class { Class(rawValue: UInt32(truncatingIfNeeded: table.value(key) ?? 0)) }

  /// One probe a word: the union of the lists below.
  private static let table: WordTable = {
    var table = WordTable(entries: [])
    func add(_ text: StaticString, _ value: Class) {
      WordTable.eachLine(of: text) { line in
        WordTable.eachWord(of: line) { word in
          let isCue = !value.isDisjoint(with: [.say, .label, .weak, .manner])
          let isParticiple = isCue && word.count >= 3 && word.suffix(3).elementsEqual("ing".utf8)
          table.unite(word, Int32(bitPattern: (isParticiple ? value.union(.participle) : value).rawValue))
        }
      }
    }
    add(say, .say)
    add(near, .near)
    add(noInversion, [.say, .noInversion])
    add(uttering, .utters)
    add(announcing, .announces)
    add(arguing, .argues)
    add(label, .label)
    add(weak, .weak)
    add(manner, .manner)
    add(cueNouns, .alsoNoun)
    add(speechNouns, .speechNoun)
    add(determiners, .determiner)
    add(pronouns, .pronoun)
    add(prepositions, .preposition)
    add(conjunctions, .conjunction)
    add(subordinators, .subordinator)
    add(auxiliaries, .auxiliary)
    add(adverbs, .adverb)
    add(times, .time)
    add(negations, .negation)
    add(documents, .document)
    add(people, .person)
    add(women, [.person, .femaleNoun])
    add(men, [.person, .maleNoun])
    add(bodies, .body)
    add(RoleWords.nouns, .person)
    add(RoleWords.femaleNouns, [.person, .femaleNoun])
    add(RoleWords.maleNouns, [.person, .maleNoun])
    add(honorifics, .honorific)
    add(naming, .naming)
    add(works, .work)
    add(otherVerbs, .otherVerb)
    add(particles, .particle)
    return table
  }()

  private static let say: StaticString = """
    # Verbs of saying, writing and thinking aloud.
    say says said saying
    add adds added adding
    write writes wrote writing written
    tweet tweets tweeted tweeting retweet retweets retweeted
    state states stated stating
    reply replies replied replying
    respond responds responded responding
    answer answers answered answering
    ask asks asked asking
    explain explains explained explaining
    note notes noted noting
    insist insists insisted insisting
    claim claims claimed claiming
    argue argues argued arguing
    warn warns warned warning
    declare declares declared declaring
    announce announces announced announcing
    admit admits admitted admitting
    acknowledge acknowledges acknowledged acknowledging
    concede concedes conceded conceding
    recall recalls recalled recalling
    recount recounts recounted recounting
    remark remarks remarked remarking
    observe observes observed observing
    comment comments commented commenting
    stress stresses stressed stressing
    emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising
    underscore underscores underscored underscoring
    underline underlines underlined underlining
    highlight highlights highlighted highlighting
    maintain maintains maintained maintaining
    contend contends contended contending
    assert asserts asserted asserting
    allege alleges alleged alleging
    complain complains complained complaining
    suggest suggests suggested suggesting
    predict predicts predicted predicting
    conclude concludes concluded concluding
    confirm confirms confirmed confirming
    report reports reported reporting
    reveal reveals revealed revealing
    testify testifies testified testifying
    reiterate reiterates reiterated reiterating
    repeat repeats repeated repeating
    restate restates restated restating
    continue continues continued continuing
    joke jokes joked joking
    quip quips quipped quipping
    boast boasts boasted boasting
    brag brags bragged bragging
    lament laments lamented lamenting
    muse muses mused musing
    ponder ponders pondered pondering
    wonder wonders wondered wondering
    shout shouts shouted shouting
    yell yells yelled yelling
    scream screams screamed screaming
    cry cries cried crying
    exclaim exclaims exclaimed exclaiming
    whisper whispers whispered whispering
    mutter mutters muttered muttering
    murmur murmurs murmured murmuring
    counter counters countered countering
    retort retorts retorted retorting
    rejoin rejoins rejoined
    interject interjects interjected interjecting
    opine opines opined opining
    posit posits posited positing
    reasons reasoned
    share shares shared sharing
    pen penned
    echo echoes echoed echoing
    confess confesses confessed confessing
    confide confides confided confiding
    caution cautions cautioned cautioning
    advise advises advised advising
    elaborate elaborates elaborated elaborating
    clarify clarifies clarified clarifying
    post posts posted posting
    blog blogs blogged blogging
    text texts texted texting
    email emails emailed emailing
    proclaim proclaims proclaimed proclaiming
    pronounce pronounces pronounced pronouncing
    affirm affirms affirmed affirming reaffirm reaffirms reaffirmed reaffirming
    attest attests attested attesting
    estimate estimates estimated estimating
    speculate speculates speculated speculating
    surmise surmises surmised surmising
    theorize theorizes theorized theorizing theorise theorises theorised theorising
    hypothesize hypothesizes hypothesized hypothesizing
    relate relates related relating
    disclose discloses disclosed disclosing
    divulge divulges divulged divulging
    marvel marvels marveled marvelled marveling marvelling
    rave raves raved raving
    gush gushes gushed gushing
    enthuse enthuses enthused enthusing
    fume fumes fumed fuming
    rail rails railed railing
    grumble grumbles grumbled grumbling
    gripe gripes griped griping
    plead pleads pleaded pleading
    implore implores implored imploring
    chant chants chanted chanting
    sing sings sang singing
    summarize summarizes summarized summarizing summarise summarises summarised summarising
    deadpan deadpans deadpanned
    crow crows crowed crowing
    protest protests protested protesting
    read reads reading
    vow vows vowed vowing
    pledge pledges pledged pledging
    promise promises promised promising
    swear swears swore sworn swearing
    threaten threatens threatened threatening
    indicate indicates indicated indicating
    signal signals signaled signalled signaling signalling
    hint hints hinted hinting
    imply implies implied implying
    mention mentions mentioned mentioning
    offer offers offered offering
    volunteer volunteers volunteered
    chime chimes chimed chiming
    point points pointed pointing
    put puts putting
    go goes went going
    """

  private static let noInversion: StaticString = """
    # Take the hearer as object; the subject stands before them.
    tell tells told telling
    assure assures assured assuring
    inform informs informed informing
    notify notifies notified notifying
    remind reminds reminded reminding
    """

  private static let near: StaticString = """
    # Verbs of saying, from the list above, that govern no clause at a distance.
    continue continues continued continuing respond responds responded responding repeat repeats repeated repeating
    post posts posted posting offer offers offered offering volunteer volunteers volunteered mention mentions mentioned mentioning
    relate relates related relating text texts texted email emails emailed blog blogs blogged signal signals signaled signalled
    reasons reasoned share shares shared sharing echo echoes echoed counter counters countered countering go goes went going sing sings sang chant chants chanted
    read reads reading protest protests protested swear swears swore threaten threatens threatened promise promises promised promising
    vow vows vowed vowing pledge pledges pledged pledging answer answers answered answering
    """

  private static let uttering: StaticString = """
    # Verbs of saying, from the lists above, that name a source whatever follows them. Of indirect speech only.
    say says said tell tells told testify testifies testified
    """

  private static let announcing: StaticString = """
    # The same, if a clause or the thing that is told follows.
    announce announces announced confirm confirms confirmed reveal reveals revealed disclose discloses disclosed report reports reported
    warn warns warned admit admits admitted acknowledge acknowledges acknowledged explain explains explained insist insists insisted
    predict predicts predicted allege alleges alleged complain complains complained divulge divulges divulged
    inform informs informed notify notifies notified remind reminds reminded assure assures assured
    reiterate reiterates reiterated emphasize emphasizes emphasized emphasise emphasises emphasised
    """

  private static let arguing: StaticString = """
    # The same, if a clause follows or the verb stands at the end.
    add adds added write writes wrote state states stated reply replies replied respond responds responded ask asks asked
    note notes noted claim claims claimed argue argues argued declare declares declared concede concedes conceded recall recalls recalled
    recount recounts recounted remark remarks remarked observe observes observed comment comments commented stress stresses stressed
    maintain maintains maintained contend contends contended assert asserts asserted suggest suggests suggested conclude concludes
    concluded joke jokes joked quip quips quipped boast boasts boasted lament laments lamented opine opines opined posit posits posited
    confess confesses confessed caution cautions cautioned clarify clarifies clarified proclaim proclaims proclaimed affirm affirms
    affirmed reaffirm reaffirms reaffirmed attest attests attested estimate estimates estimated speculate speculates speculated
    indicate indicates indicated hint hints hinted imply implies implied tweet tweets tweeted counter counters countered
    underline underlines underlined underscore underscores underscored retort retorts retorted
    """

  /// The same, if an intention or a clause follows: "pledged to …".
  static let pledging = WordList(
    """
    vow
    vows
    vowed
    pledge
    pledges
    pledged
    promise
    promises
    promised
    threaten
    threatens
    threatened
    swear
    swears
    swore
    """)

  private static let label: StaticString = """
    # "called it …", "dismissed it as …".
    call calls called calling
    describe describes described describing
    label labels labeled labelled labeling labelling
    branded branding
    termed terming
    dub dubs dubbed dubbing
    deem deems deemed deeming
    characterize characterizes characterized characterizing characterise characterises characterised characterising
    depict depicts depicted depicting
    portray portrays portrayed portraying
    dismiss dismisses dismissed dismissing
    reject rejects rejected rejecting
    denounce denounces denounced denouncing
    condemn condemns condemned condemning
    hail hails hailed hailing
    praise praises praised praising
    laud lauds lauded lauding
    slam slams slammed slamming
    blast blasts blasted blasting
    deride derides derided deriding
    decry decries decried decrying
    tout touts touted touting
    refer refers referred referring
    qualify qualifies qualified qualifying
    criticize criticizes criticized criticizing criticise criticises criticised criticising
    lambast lambasts lambasted lambasting lambaste lambastes
    ridicule ridicules ridiculed ridiculing
    mock mocks mocked mocking
    accuse accuses accused accusing
    defend defends defended defending
    welcome welcomes welcomed welcoming
    applaud applauds applauded applauding
    panned
    assail assails assailed assailing
    rated
    regard regards regarded regarding
    """

  private static let weak: StaticString = """
    # Wishes, findings and feelings; their words follow soon.
    urge urges urged urging
    demand demands demanded demanding
    recommend recommends recommended recommending
    request requests requested requesting
    propose proposes proposed proposing
    ordered ordering
    instruct instructs instructed instructing
    believe believes believed believing
    think thinks thought thinking
    feel feels felt
    hope hopes hoped hoping
    fear fears feared fearing
    doubt doubts doubted doubting
    deny denies denied denying
    find finds found finding
    show shows showed showing shown
    express expresses expressed expressing
    voice voices voiced voicing
    cite cites cited citing
    quote quotes quoted quoting
    agree agrees agreed agreeing
    apologize apologizes apologized apologizing apologise apologises apologised apologising
    ruled
    understand understands understood understanding
    concur concurs concurred concurring
    means meant
    appeal appeals appealed appealing
    beg begs begged begging
    """

  private static let manner: StaticString = """
    # How it was said; cues after a quotation only.
    smile smiles smiled smiling
    laugh laughs laughed laughing
    chuckle chuckles chuckled chuckling
    grin grins grinned grinning
    sigh sighs sighed sighing
    shrug shrugs shrugged shrugging
    nod nods nodded nodding
    snap snaps snapped snapping
    bark barks barked barking
    growl growls growled growling
    groan groans groaned groaning
    moan moans moaned moaning
    sob sobs sobbed sobbing
    sniff sniffs sniffed sniffing
    scoff scoffs scoffed scoffing
    sneer sneers sneered sneering
    thunder thunders thundered thundering
    roar roars roared roaring
    beam beams beamed beaming
    huff huffs huffed huffing
    stammer stammers stammered stammering
    drawl drawls drawled
    agree agrees agreed agreeing
    begin begins began beginning
    """

  private static let cueNouns: StaticString = """
    # Forms of cues that are nouns as often, or adjectives before one.
    claim claims report reports comment comments note notes remark remarks state states answer answers reply replies
    call calls charge charges demand demands tweet tweets post posts text texts email emails promise promises pledge pledges
    vow vows threat order orders request requests appeal appeals cry cries protest protests point points estimate estimates
    offer offers signal signals hint hints joke jokes quip reason reasons stress stresses highlight highlights brand brands
    label labels term terms rate rates quote quotes fear fears hope hopes doubt doubts rule rules ruling rulings finding findings
    feeling feelings warning warnings meaning show shows voice voices shout shouts boast boasts counter caution blog blogs
    volunteer volunteers welcome blast pan alleged written reading relation related wonder wonders rating urge urges thought read
    """

  private static let speechNouns: StaticString = """
    # "X's … that": the complement is X's speech.
    claim claims statement assertion assertions complaint complaints allegation allegations contention argument warning warnings
    insistence suggestion remark remarks comment comments promise pledge vow description declaration prediction accusation
    accusations call demand boast acknowledgment admission observation
    """

  private static let determiners: StaticString = """
    a an the this that these those his her its their our my your some any no each every another other both all many several few
    most one two three four five six seven eight nine ten dozens hundreds thousands
    """

  private static let pronouns: StaticString = """
    he she they it i we you who
    """

  private static let prepositions: StaticString = """
    of for from at in on to by with without about against among between into onto over under through during before after since until
    till toward towards upon within across behind beyond near off out outside inside above below around along despite except per
    amid amidst via like unlike regarding concerning following throughout than versus alongside up down including according
    """

  private static let conjunctions: StaticString = """
    and but or nor yet so
    """

  private static let subordinators: StaticString = """
    when while as if because although though unless whereas once whether since after before until where that which what whom whose who
    how why even
    """

  private static let auxiliaries: StaticString = """
    is are was were be been being am has have had having do does did will would can could may might shall should must
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot
    """

  private static let adverbs: StaticString = """
    also then later earlier now again once still just already even only too ago here there soon often always sometimes never ever
    not afterwards afterward meanwhile instead rather though however moreover furthermore nevertheless nonetheless therefore thus
    hence perhaps maybe further once away back yesterday today tonight tomorrow ahead first additionally finally similarly indeed
    reportedly quite very more well twice previously
    """

  private static let times: StaticString = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
    yesterday today tonight tomorrow week weeks month months year years day days hour hours minute minutes morning afternoon evening
    night noon midnight weekend decade decades century
    """

  private static let negations: StaticString = """
    not never n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot without
    refused refuses refuse declined declines decline nobody neither nor stopped avoided avoids avoid
    """

  private static let documents: StaticString = """
    report reports statement statements letter letters message messages document documents post posts memo memos study studies article
    articles editorial survey poll email emails tweet tweets banner banners sign signs placard placards poster caption headline
    note notes ruling verdict lawsuit complaint indictment filing filings affidavit transcript transcripts release communique
    resolution
    notice website site page book bulletin dispatch readout paper papers text texts review reviews brief warrant petition motto label
    slogan inscription plaque song essay column blog analysis order findings agreement contract bill law decree constitution clause
    """

  private static let people: StaticString = """
    official officials spokesperson spokespeople spokespersons minister ministers president presidents premier chancellor leader leaders
    director directors chief chiefs head heads chair chairperson secretary governor governors mayor mayors senator senators
    congressperson representative representatives lawmaker lawmakers legislator legislators politician politicians deputy deputies
    member members candidate candidates nominee aide aides adviser advisers advisor advisors diplomat diplomats ambassador ambassadors
    envoy envoys general generals commander commanders officer officers soldier soldiers colonel captain lieutenant sergeant major
    detective detectives inspector investigator investigators prosecutor prosecutors judge judges justice justices lawyer lawyers
    attorney attorneys counsel solicitor barrister sheriff coroner superintendent commissioner commissioners
    executive executives ceo owner owners founder founders partner partners manager managers managing boss bosses employee
    employees worker workers staffer staffers banker bankers economist economists analyst analysts trader traders strategist
    strategists investor investors broker brokers consultant consultants expert experts specialist specialists critic critics
    supporter supporters opponent opponents activist activists campaigner campaigners protester protesters demonstrator demonstrators
    organizer organizers organiser organisers advocate advocates author authors writer writers editor editors journalist journalists
    reporter reporters columnist columnists blogger bloggers commentator commentators poster posters professor professors scientist
    scientists researcher researchers scholar scholars historian historians teacher teachers student students principal dean
    doctor doctors physician physicians surgeon surgeons nurse nurses paramedic paramedics medic patient patients engineer engineers
    architect designer designers developer developers pilot pilots driver drivers farmer farmers fisherman fishermen firefighter
    firefighters resident residents neighbor neighbors neighbour neighbours villager villagers local locals passenger passengers
    survivor survivors victim victims witness witnesses eyewitness eyewitnesses bystander bystanders refugee refugees migrant migrants
    voter voters coach coaches player players captain striker goalkeeper defender midfielder manager trainer athlete swimmer
    artist artists actor actors singer musician director producer producers curator curators composer poet novelist
    bishop archbishop cardinal pope priest pastor imam rabbi cleric monk king queen prince princess
    parent parents family families relative relatives friend friends colleague colleagues child children son daughter cousin sibling
    source sources insider insiders observer observers participant participants attendee attendees applicant buyer seller customer
    customers consumer consumers user users fan fans tourist tourists guest guests host anchor presenter
    chairman spokesman whistleblower dissident rebel rebels militant militants fighter fighters terrorist gunman suspect defendant
    plaintiff negotiator negotiators mediator monitor monitors inspector inspectors auditor regulator regulators scientist
    person people somebody someone individual individuals man woman official counterpart veteran newcomer incumbent predecessor successor republicans democrats
    conservatives liberals authorities
    """

  private static let women: StaticString = """
    spokeswoman spokeswomen chairwoman congresswoman businesswoman policewoman actress woman women mother wife daughter sister aunt
    niece grandmother widow girl queen princess girlfriend waitress heiress duchess councilwoman assemblywoman lady nun
    """

  private static let men: StaticString = """
    spokesman spokesmen chairman congressman businessman policeman actor man men father husband son brother uncle nephew grandfather
    widower boy king prince boyfriend waiter duke councilman assemblyman gentleman pope archbishop bishop cardinal imam
    """

  private static let bodies: StaticString = """
    police ministry ministries government governments administration agency agencies company companies firm firms bank banks council
    committee commission board court courts party parties union unions army military navy force forces team teams club clubs group
    groups organization organizations organisation organisations department office bureau association federation league university
    school college hospital newspaper newspapers magazine network broadcaster channel station embassy consulate parliament senate
    congress cabinet coalition opposition alliance bloc panel tribunal authority authorities city county state country family families
    media television radio press squad brigade service services crew division unit corps institute society trust fund group staff house bench branch desk wing
    studio label airline automaker carmaker manufacturer maker retailer carrier operator supplier suppliers utility exchange regulator watchdog
    charity foundation institute institution campaign delegation jury prosecution defence defense side sides staff management church
    mosque diocese presidency kremlin pentagon
    airport airports port zoo museum constabulary universities councils hospitals schools colleges
    """

  private static let honorifics: StaticString = """
    mr mrs ms miss dr prof sir dame lord lady rev sen sens rep reps gov gen lt col capt sgt maj adm cmdr hon messrs
    president minister secretary chancellor senator representative governor general judge justice mayor professor king queen
    prince princess pope cardinal archbishop bishop ambassador inspector detective officer sheriff captain colonel lieutenant
    sergeant major admiral commissioner superintendent congressman congresswoman chairman chairwoman
    cllr coun adv engr shri smt alhaji alhaja hajiya barr councillor taoiseach tanaiste
    """

  private static let naming: StaticString = """
    called dubbed named titled entitled nicknamed labeled labelled termed christened codenamed headlined captioned
    spelled spelt translated branded marked codename nickname alias aka rebranded known calling meaning
    """

  private static let works: StaticString = """
    novel novels book books film films movie movies song songs album albums show series episode play painting poem essay single hit
    magazine game exhibition exhibit musical opera drama documentary sitcom sequel ballad anthem video clip track podcast
    word words term terms phrase phrases expression slogan motto hashtag acronym nickname category section chapter column title
    project program programme website curator codename moniker tag label status concept notion
    """

  private static let otherVerbs: StaticString = """
    made make makes took take takes taken came come comes got get gets gave give gives given held hold holds met meet meets left leave
    leaves led leads lead seen saw see sees known knew know knows wants want wanted used use uses won win wins lost lose loses
    became become becomes began begin begins started start starts ended kept keep keeps let lets ran run runs set sets sent send
    brought bring brings built bought sold paid spent spoke speak speaks spoken arrived attended joined worked works moved moves
    turned turns tried tries seemed seems appeared appears looked looks refused declined remained remains stood sat fell rose grew
    launched signed visited hosted fired hired killed injured died issued released published posted faces faced plans planned
    expects expected needs needed failed fails helped helps heard received sought seeks supported supports opposed opposes
    disagreed hopes according includes included
    """

  private static let particles: StaticString = """
    al el bin ibn ben abu van von der den de da di du dos das del della la le las los ter ten zu af av
    """
}
