/// Words that are no names, capitalised or not.
enum CommonWords {
  /// Function words, and words that often begin a sentence: never part of a name (but `of`, `the`, `and` inside organisations).
  static let function: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    a an the this that these those he she it they we you i me him us them his her hers its their theirs our ours your yours my mine
    himself herself itself themselves myself yourself ourselves who whom whose which what when where why how whether
    and or but nor so yet for if unless until till while whereas although though because since as than then thus hence therefore however
    moreover furthermore meanwhile nevertheless nonetheless otherwise instead besides also too either neither both not no none nothing
    nobody never ever always often sometimes usually rarely seldom again once twice already still just only even almost nearly about
    in on at by to from of off with without within into onto upon over under above below between among amid amidst amongst across along
    against around through throughout during before after behind beside beyond despite except following given including like near
    opposite outside inside past per plus regarding concerning toward towards unlike up down via versus according
    is am are was were be been being has have had having do does did doing done can could shall should may might must will would cannot
    can't don't doesn't didn't won't wouldn't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't
    here there now today tomorrow yesterday tonight soon later earlier recently currently finally eventually suddenly
    all any each every some many much more most few fewer less least several another other others such same own
    one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions billions
    first second third fourth fifth last next previous latest
    yes no oh ah well okay ok please thanks thank hello hi hey sorry dear
    get gets got let lets make makes made take takes took go goes went gone come comes came see sees saw seen say says said tell tells told
    ask asks asked asking added adding call calls called calling
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
    mon tue tues wed thu thur thurs fri sat sun
    january february march july september october november december feb mar apr jun jul aug sept sep oct nov dec
    spring summer autumn winter
    christmas easter ramadan eid thanksgiving halloween hanukkah passover diwali
    ltd'
    reporting pictured photo photos image images video file picture source sources via copyright
    """

  /// Months that are given or family names too.
  static let nameMonths: StaticString = """
    april may june august
    """

  /// Verbs of saying, to see that a name beside them is a speaker.
  static let saying: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    said says say saying told tells tell added adds asked asks replied replies answered wrote writes tweeted tweets posted announced announces
    stated states declared declares explained explains noted notes argued argues claimed claims insisted insists warned warns
    admitted admits acknowledged acknowledges denied denies confirmed confirms recalled recalls remarked remarks observed commented
    continued concluded concludes suggested suggests pointed quipped joked jokes complained complains urged urges vowed vows
    promised promises pledged pledges testified testifies thinks believes believed hopes hoped
    """

  /// What storms are called by; only right before a name.
  static let storms = WordList("hurricane\ntyphoon\ncyclone\nstorm")
  /// Letters joined by "&" that are no company.
  static let pairs = WordList("rb\nqa\nrd\nae\nbb\ndd\nrr\nma\npl\nar\nhs")
  /// Before ships' names, in capitals.
  static let ships = WordList("uss\nhms\nhmas\nhmcs\nmv\nrms\nusns\nrrs\nins\nss\nmsc\nfv\nmt")
  /// Words that make a thing of the given name before them: "Douglas Aircraft"; other words are taken for a family name there.
  static let things = WordList(
    """
    # Hand-collected for this project. Public domain (CC0).
    aircraft
    airplanes
    campaign
    administration
    foundation
    award
    awards
    prize
    act
    plan
    deal
    report
    reports
    team
    government
    family
    memorial
    museum
    stadium
    station
    airport
    trophy
    cup
    open
    classic
    medal
    affair
    trial
    doctrine
    theory
    effect
    syndrome
    disease
    collection
    gallery
    theatre
    theater
    story
    show
    movie
    film
    album
    tour
    version
    software
    agreement
    accord
    summit
    conference
    meeting
    interview
    statement
    speech
    letter
    email
    emails
    photo
    photos
    picture
    image
    video
    tape
    tapes
    book
    bill
    project
    program
    programme
    scandal
    investigation
    inquiry
    probe
    hearing
    firing
    visit
    presidency
    regime
    legacy
    era
    years
    supporters
    voters
    aides
    allies
    critics
    fans
    house
    home
    hotel
    building
    center
    centre
    tower
    towers
    hall
    avenue
    street
    road
    square
    park
    bridge
    island
    county
    river
    lake
    university
    college
    school
    hospital
    institute
    motors
    airlines
    company
    group
    party
    army
    news
    times
    post
    tv
    media
    records
    studios
    games
    edition
    series
    saga
    trail
    files
    papers
    dossier
    commission
    committee
    """)

  /// Ordinary words that stand capitalised in headings, titles and proper names: evidence against a person's name.
  static let ordinary: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    ability able abortion absence abuse academic access accident accord account accused act action actions active activity actual ad adds
    address administration admission adult advance advice affair affairs age agenda agents ago agreement agreements aid air aircraft airbase
    airline airport airstrike alarm alert alleged alliance allies american amendment amid analysis ancient anger angry animal anniversary announcement annual anonymous
    answer anti anthem anxiety apartment app apparent appeal appeals appearance apple application approach approval area areas argument arms
    arrest arrested arrests arrival art article artificial arts aspect assault assets assistance association atomic attack attacks attempt
    attention attitude audience audit author award awards aware away baby back background bad bail balance ball ban banana band bank banking bar
    bars base baseball basic basis basketball battle bay beach bear beat beauty bed beer beginning behavior behaviour belief bell benefit benefits best
    bet better beyond bid big bigger biggest bill bills biological birth birthday black blame blast blind block blog blood bloody blow blue
    board boat body bomb bombing bombs bond bonds book books boom border born bottom box boxing brain brand break breakfast breaking breath bridge brief
    briefing bright bring broad broken brother budget build building buildings bulletin burden burn bus business businesses
    busy butter button buy cabinet cable cafe call calm camera camp campaign campaigns cancer candidate candidates capital car card cards care career
    cars case cases cash castle casualties cat cause cell cells census center central centre century ceremony certain chain chair challenge
    challenges champion champions championship championships chance change changes channel chapter character charge charges charity chart
    cheap check chemical chief child childhood children choice church cinema circle circuit citizen citizens city civil civilian civilians claim
    claims class classes classic clean clear climate clock close closed cloud club clubs coal coast code coffee cold collapse collection college
    color colour combat come comedy comment comments commerce commercial commission committee common communication communications community
    companies company comparison competition complaint complete computer concern concerns conference confidence conflict confusion
    congress connection consequences conservation considering conspiracy constitution constitutional construction consumer contact content
    contest context continuing contract control controversial controversy convention conversation cooperation copy core coronavirus corporate
    correct corruption cost costs cotton council counter counting country countries county coup couple courage course court courts cover coverage
    crash crazy cream creative credit crew crime crimes criminal crises crisis critical criticism critics cross crowd crown crude crucial cruise
    cry cultural culture cup currency current customer customers cut cuts cyber cycle daily damage dance danger dangerous dark data date daughter
    day days dead deadline deadly deal deals death deaths debate debt decade decades decision declaration deep deepest defeat defence defense
    deficit degree delay delays delegates delivery demand demands democracy demonstrators department deployment depression deputy desert design
    desire despair desperate detail details development devices diamond dialogue diary diesel diet difference different difficult digital
    dinner diplomacy diplomatic direct direction director disaster discovery discussion disease dispute district division doctor document
    documents dog dogs dollar dollars domestic donation door double doubt down draft drama dream dreams dress drink drive driving drone drones drop drug
    drugs dry due dust duty dynamic early earth earthquake east easy eat ebola economic economics economy edge edition education effect effective
    effort efforts eight elderly election elections electoral electric electricity element elite email emails emergency emission emissions
    emotional empire employee employees employment empty end ending enemy energy engine enough enterprise entertainment entire entry environment
    environmental epidemic episode equal equality error escape essay estate ethics event events ever evidence evil exam example exchange
    exclusive executive exercise exile existing exit expansion expected experience experts explosion explosions export exports express expression
    extra extraordinary extreme eye eyes face faces facility fact factor factory facts failed failure fair faith fake fall false fame families family
    famous fan fans far farm farmers fashion fast fatal fate father fear fears features federal feeling fellow female festival fewer fiction
    field fight fighter fighters fighting figures film films final finals finance financial fire firearms fires firm firms fiscal fish fishing
    fit flag flags fleet flight flights flood flooding floods floor flow flu fly focus food foods football force forced forces foreign forest form
    formal former formula fortune forum forward found foundation founder fraud free freedom freeze fresh friend friendly friends front fuel full fun
    function fund funding funds funeral funny future gain gallery game games gap garden gas gate gay gender gene general generation genetic
    genius genocide genuine giant gift girl girls glass global goal goals gold golden good goods government governments governor grand great greater
    green ground group groups growing growth guard guest guide guilty gun guns habit hair half hall hand hands happy hard harm hate head
    headlines heads health healthcare healthy hearing heart heat heaven heavy height hell help here hero heroes hidden high higher highest
    hills historic historical history hit hold holiday holidays holy home homeland homeless homes honest honor honour hope horror horse hospital
    hospitals host hostage hostages hot hotel hour hours house houses housing huge human humanitarian humans hundred hunger hunt hurricane husband ice idea
    ideas identity illegal image images immigrants immigration immunity impact impeachment import important imports impossible improvement
    incident incidents income increase increasing independence index industrial industry inflation influence information inside insight
    inspection institute institution institutional insurance intelligence intense interest interests interference interim interior
    internal international internet interview invasion investigation investigations investigators investment investors invitation iron island
    islands issue issues item job jobs join joint journal journalism journalists journey joy judge judges judgment judicial juice jump junior
    jury justice keep key kick kids killed killer killing kind kitchen knife knock knowledge lab labor labour lack lady lake land language large larger
    largest late laugh launch law lawmakers laws lawsuit lawyer lawyers leader leaders leadership leading league leak leaks learning leave
    left legacy legal legislation legislative lesson lessons letter letters level liberal liberation liberty library license life light lights
    limit limited line lines link list listen literature little live lives living loan local location lock long longer look loss lost
    love lovely low lower luck lunch luxury machine magazine mail main major majority makers male man management manager mandate manufacturing map
    marathon march marine mark market markets marriage martial mass massacre massive master match matches material matter maximum mayor meal meaning
    means measures meat media medical medicine medium meeting meetings member members memorandum memorial memories memory men mental message messages metal method
    middle midnight midterm migrant migrants migration military milk mill mind mine mines minimum mining minister ministers ministry minor minority minute
    minutes miracle mirror missile missiles missing mission mistake mixed mobile model modern moment money monitor month months monument moon moral morning mosque
    mother motion motor mountain mouth move movement movie movies multiple murder museum music musical mystery myth naked name names narrow
    nation national nations native natural nature naval navy near nearby negative negotiations network networks neutral new news newspaper night nights
    nobody noise nonsense normal north northern note notes notice novel nuclear number numbers nurses object objective obvious occupation ocean offer offers
    office officer officers official officials oil old older olympic olympics online only open opening opera operation operations opinion opportunity
    opposition oral orange order orders ordinary organic original origins outbreak outside oval overall overseas oxygen pact page pain paint
    painting pair palace pandemic panel panic paper papers parade paradise parent parents park parliament parliamentary part partner partners partnership party
    pass passenger passengers passion passport past path patient patients pay payment payments peace peaceful peak pension people percent perfect
    performance period permanent person personal perspective petition phase phone photo photographs physical piano picture pictures piece pilgrims pilot
    pipeline place plan plane planet planning plans plant plants plastic platform play player players playing plays plaza plea plot poem poet poetry point
    points poison police policies policy political politicians politics poll polls pollution pool poor pop popular population port position positive
    post postal poverty power powerful powers practice praise prayer prayers presence present presidency president presidential
    press pressure pretty prevention price prices pride primary prime principle print prison prisoners privacy private prize prizes pro problem
    problems procedure process producer product production products professional profile profit profits program programme progress project
    projects promise promises proof propaganda property proposal proposals prosecution prosecutors prosperity protection protest protesters protests proud province
    public publication published pulse pure purple purpose push quality quarter queen question questions quick quiet quote race races racial racism
    radiation radical radio railway rain rally range rank rape rare rate rates rating raw reaction read reader readers reading ready real reality
    reason rebel rebels rebellion recent recession record records recovery red referendum reform reforms refuge refugee refugees regime region regional
    regulation regulations regulators relations relationship release relief religion religious remain remains remarks remember removal renewable
    repeal report reporter reporters reports republic request rescue rescuers research researchers residents resistance resolution resources respect response
    responsibility rest restaurant result results retail return returns revealed revenge revenue review revolution revolutionary reward rice rich
    ride rifle right rights ring rise rising risk risks river rivers road roads rock rocket role roll romance roof room root rose round route
    royal rugby rule rules ruling run running rural sacred sad safe safety sale sales same sanctions sanctuary satellite save saving say scandal scene
    school schools science scientific scientists scope score scottish screen sea search season seat second secret secretary section sector secular
    security seed select self senate senior sense sentence series serious servants service services session set settlement seven sex
    sexual shadow shame share shares shell ship ships shock shop shopping short shot show shows sick side siege sign signal signs silence silent
    silk silver simple single site situation six size skills sky slavery sleep slow small smart smoke snow social society soft software soil solar
    soldier soldiers solid solution solutions some son song songs soul sound source south southern space special species spectrum speech speed spending spirit split
    spokesman sport sports spread spring spy square stability staff stage standard standards star stars start state statement statements states
    station statistics status stay steel step steps stock stocks stone stop store stores stories storm story strategic strategy stream street streets
    strength stress strike strikes strong struggle student students studies studio study stuff style subject success successful suffering sugar
    suicide summer summit sun super supply support supporters supreme surface surge surgery surprise surveillance survey survival survivors suspect suspects sweet swing
    system systems table tactics take tale talk talks tank tanks target targets tariff tariffs task tax taxes tea teachers team teams tech
    technical technology teenage telephone television temple tension tensions term terms territory terror terrorism terrorist terrorists test testimony tests
    text thanks theater theatre theory therapy thing things think thousand threat threats tie ties time times tiny title tobacco together tomorrow top total touch
    tough tour tourism tourists tower town toxic trade trading tradition traditional traffic tragedy trail train training trains
    transition transport transportation travel treasure treasury treatment treaty tree trees trial tribal tribe tribunal tribute trick trip triumph troops
    trouble truck true trust truth tsunami tunnel turn turning twin type ultimate unclear uncle under underground union unions unique unit united units unity
    universal universe university unknown unlikely update upper urban us use used users vaccine vaccines valley value values van variety vehicle
    vehicles version veteran veterans victim victims victory view views village violence violent virtual virus vision visit visitors voice
    volume voluntary volunteers vote voter voters votes voting wage wages wait walk wall wanted war warm warning warnings wars waste watch
    water waters wave way ways weak wealth weapon weapons weather web website wedding week weekend weeks welcome welfare west western whatever wheel white wide
    wife wild wildfire wildlife win wind window wine wings winner winners winter wisdom wise witness witnesses woman women wonder wood wooden word words
    work worker workers working works world worse worst worth wrong year years yellow young younger youth zero zone zones
    analysts authorities detectives diplomats economists engineers firefighters lawmakers medics militants motorists negotiators neighbours observers
    paramedics prosecutors rioters shareholders spectators taxpayers traders
    answering appearing arguing arriving beginning believing bringing citing commenting comparing describing facing following
    giving going having hoping including insisting involving knowing leaving looking making meeting noting pointing putting reacting recalling referring
    responding saying seeing seeking sending showing sitting speaking standing starting taking talking telling trying using visiting waiting
    warning wearing writing born based built caught created designed developed driven faced forced found held hit inspired kept killed known led
    left lost named organized posted raised seen sent taken used written
    clearly apparently additionally absolutely actually allegedly basically certainly clearly completely consequently definitely essentially exactly
    ironically likewise likely maybe mostly naturally newly notably obviously originally particularly partly perhaps personally possibly
    presumably previously primarily probably reportedly sadly separately shortly significantly similarly simply specifically surely thankfully
    traditionally typically ultimately undoubtedly unfortunately worldwide indeed
    beat bid calls claim cuts eyes faces fires gets hails hits hosts kills launches leads meets opens orders plans praises rejects rises says seeks
    sends signs slams starts steps tells urges visits vows wants warns wins
    constitution treaty accord protocol convention amendment act bill law code charter doctrine plan agreement deal pact resolution
    war battle operation revolution uprising spring crisis scandal affair olympics games cup championship championships open prix
    award awards prize medal festival fair expo summit conference day week month year eve night
    acquisition acquisitions airplane airplanes aircraft average averages nice split cork bath fez male reading touch lion software app apps
    shuttle shuttles visitor complex epic nutrition deficiency disorder disorders orbiter processing protected super arena esports robot
    church bible quran koran torah gospel god allah christ prophet lord jesus holocaust
    boulevard street avenue
    """
}
