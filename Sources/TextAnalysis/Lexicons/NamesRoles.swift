/// Titles, honorifics and the nouns that describe people.
enum RoleWords {
  /// Before a man's name.
  static let maleHonorifics: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    mr messrs sir lord herr monsieur senor signor don baron count emperor master brother father fr king prince duke earl
    viscount pope sheikh sheik emir sultan rabbi imam ayatollah mullah maulana shah tsar czar
    """

  /// Before a woman's name.
  static let femaleHonorifics: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    mrs ms miss dame lady madam madame mme mlle frau senora senorita signora queen princess duchess countess baroness empress
    sister mother
    """

  /// Before anybody's name, often with a full stop.
  static let honorifics: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    mx dr prof rev hon reverend professor doctor gen lt col maj capt cpl sgt cmdr adm brig insp supt det sen sens rep reps gov govs pres
    atty amb saint st
    malam mallam comrade cllr coun adv engr shri smt alhaji alhaja hajiya barr highness majesty excellency eminence holiness
    """

  /// Nouns for what a person does or is; the head of a role.
  static let nouns: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    president presidents minister ministers secretary secretaries director directors chief chiefs chairman chairmen chairwoman
    chairperson chair ceo cfo coo cto premier chancellor governor governors mayor mayors senator senators congressman
    congresswoman congressmen representative representatives lawmaker lawmakers legislator legislators mp mps
    ambassador ambassadors envoy envoys diplomat diplomats consul spokesman spokeswoman spokesperson spokesmen spokespeople
    spokespersons leader leaders head heads boss bosses
    general generals admiral admirals colonel colonels major majors captain captains lieutenant lieutenants sergeant sergeants
    commander commanders brigadier marshal corporal private officer officers inspector superintendent detective detectives
    sheriff constable commissioner commissioners judge judges justice justices magistrate prosecutor prosecutors attorney attorneys
    lawyer lawyers barrister solicitor counsel advocate professor professors doctor doctors physician surgeon nurse scientist scientists
    researcher researchers economist economists analyst analysts strategist expert experts historian author authors writer writers
    journalist journalists reporter reporters editor editors correspondent correspondents columnist columnists anchor commentator
    host presenter broadcaster blogger photographer photographers
    actor actress singer musician rapper comedian filmmaker director producer artist artists architect designer
    model athlete footballer striker goalkeeper midfielder defender coach manager managers player players golfer
    boxer sprinter swimmer cyclist driver jockey referee
    bishop archbishop cardinal pope priest pastor reverend rabbi imam cleric ayatollah monk nun
    king queen prince princess duke duchess earl lord emperor sultan emir sheikh monarch
    founder cofounder entrepreneur businessman businesswoman investor banker trader executive executives owner owners partner
    engineer engineers pilot astronaut cosmonaut technician
    activist activists campaigner campaigners dissident organizer organiser volunteer
    adviser advisor advisers advisors aide aides assistant deputy consultant lobbyist negotiator negotiators mediator
    official officials bureaucrat regulator administrator coordinator superintendent principal headteacher teacher teachers
    student students
    undersecretary treasurer auditor comptroller speaker whip minister-president
    politician politicians candidate candidates nominee frontrunner incumbent contender challenger rival opponent predecessor successor
    counterpart ally critic critics
    farmer farmers fisherman worker workers trucker shopkeeper resident residents neighbor neighbour neighbors neighbours witness
    survivor survivors victim victims suspect suspects gunman attacker bomber hostage detainee prisoner inmate defendant plaintiff
    wife husband widow widower son daughter father mother brother sister uncle aunt cousin nephew niece grandson granddaughter
    grandfather grandmother fiance fiancee girlfriend boyfriend friend colleague partner mum mom dad
    man woman boy girl teenager toddler tourist fan
    ombudsman envoy whistleblower whistle-blower contractor soldier soldiers veteran rebel warlord dictator strongman chieftain
    billionaire millionaire tycoon magnate oligarch mogul philanthropist socialite celebrity star
    secretary-general vice-president firefighter paramedic medic coroner
    pal pals protector promoter promoters councillor councillors councilor councilors alderman taoiseach tanaiste
    skipper skippers pensioner pensioners motorist newlywed treasurer chairlady policeman policewoman serviceman ceo's
    """

  /// Role nouns that tell the gender.
  static let maleNouns: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    chairman congressman spokesman businessman policeman fisherman gunman actor king prince duke earl lord emperor sultan emir sheikh
    husband widower son father brother uncle nephew grandson grandfather fiance boyfriend man boy dad fireman salesman cameraman
    statesman alderman assemblyman councilman clergyman sportsman craftsman pope priest monk imam ayatollah headmaster
    """
  static let femaleNouns: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    chairwoman congresswoman spokeswoman businesswoman policewoman actress queen princess duchess countess wife widow daughter mother
    sister aunt niece granddaughter grandmother fiancee girlfriend woman girl mum mom saleswoman assemblywoman councilwoman
    sportswoman nun headmistress waitress heiress
    """

  /// Words that stand before a role noun: "deputy foreign minister", "former national security adviser".
  static let modifiers: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    former ex then acting interim deputy vice assistant associate senior junior chief first second top lead head prime foreign
    defense defence interior finance justice health education trade energy environment transport transportation agriculture labor labour
    culture sports economy economic treasury home veteran longtime retired outgoing incoming current new newly elected
    late national security intelligence police army navy military air force homeland domestic international global
    executive managing general attorney district state federal county city regional local provincial presidential parliamentary political
    press communications public affairs campaign media budget house senate congressional supreme court high appeals
    republican democratic democrat conservative liberal labour socialist communist green opposition ruling rebel regime
    minority majority party government cabinet administration special permanent honorary founding operating financial technology marketing
    board committee council commission company bank group team club union
    research science medical legal human rights resources climate
    associate emeritus elect designate exiled jailed imprisoned detained ousted deposed slain murdered
    nobel laureate oscar winning award pulitzer
    two three one time fellow young old elder younger eldest
    his her their its my our
    u.s us uk un eu
    co founding minister secretary director
    lead plaintiff tech pop rock film football soccer baseball basketball tennis hockey cricket
    foreign-policy policy affairs
    """

  /// Roles of several words.
  static let phrases: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    secretary of state
    secretary of defense
    secretary of defence
    secretary of the treasury
    secretary of commerce
    secretary of energy
    secretary of education
    secretary of labor
    secretary of agriculture
    secretary of the interior
    secretary of homeland security
    secretary of health and human services
    secretary of transportation
    secretary of the army
    secretary of the navy
    secretary of the air force
    under secretary of state
    deputy secretary of state
    assistant secretary of state
    state secretary
    secretary general
    secretary-general
    undersecretary general
    minister of foreign affairs
    minister of defense
    minister of defence
    minister of finance
    minister of the interior
    minister of interior
    minister of justice
    minister of health
    minister of education
    minister of trade
    minister of energy
    minister of state
    attorney general
    solicitor general
    surgeon general
    director general
    director-general
    inspector general
    governor general
    governor-general
    comptroller general
    chief of staff
    chief executive
    chief executive officer
    chief financial officer
    chief operating officer
    chief technology officer
    chief justice
    commander in chief
    commander-in-chief
    director of national intelligence
    speaker of the house
    house speaker
    chancellor of the exchequer
    leader of the house
    prime minister
    vice president
    vice-president
    first lady
    first minister
    prince of wales
    princess of wales
    duke of sussex
    duchess of sussex
    duke of edinburgh
    duke of york
    duke of cambridge
    duchess of cambridge
    duchess of cornwall
    archbishop of canterbury
    archbishop of york
    bishop of rome
    general secretary
    lord chancellor
    lord mayor
    crown prince
    crown princess
    president elect
    president-elect
    prime minister designate
    editor in chief
    editor-in-chief
    special representative
    special envoy
    supreme leader
    law professor
    majority leader
    minority leader
    """

  /// Abbreviated titles that are roles: `abbreviation index`, the index into ``abbreviated``.
  static let abbreviations = WordTable(
    """
    # Hand-collected for this project. Public domain (CC0).
    sen 0
    rep 1
    gov 2
    gen 3
    col 4
    capt 5
    sgt 6
    lt 7
    adm 8
    prof 9
    det 10
    rev 11
    maj 12
    amb 13
    dr 14
    """)
  /// The titles in full.
  static let abbreviated = [
    "senator", "representative", "governor", "general", "colonel", "captain", "sergeant", "lieutenant", "admiral", "professor", "detective",
    "reverend",
    "major", "ambassador", "doctor",
  ].map { WordKey.of($0) }

  /// Which roles a more general noun can stand for: `general: special special …`.
  static let hypernyms: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    diplomat: ambassador envoy consul foreign-minister secretary-of-state
    official: minister secretary director officer commissioner administrator ambassador
    politician: president minister senator congressman congresswoman lawmaker governor mayor mp candidate chancellor premier
    lawmaker: senator congressman congresswoman representative mp legislator
    legislator: senator congressman congresswoman representative mp lawmaker
    leader: president premier chancellor chairman king queen chief head
    executive: ceo chairman chairwoman president director chief cfo coo founder
    boss: ceo chief head manager director
    chief: director head ceo secretary commissioner
    head: director chief chairman president
    premier: minister
    prosecutor: attorney
    lawyer: attorney counsel barrister solicitor
    attorney: lawyer
    academic: professor researcher scientist historian economist
    scientist: professor researcher
    researcher: professor scientist
    expert: professor researcher scientist analyst economist
    cleric: imam ayatollah bishop archbishop cardinal priest pastor rabbi
    monarch: king queen
    spokesperson: spokesman spokeswoman
    commander: general admiral colonel major captain
    officer: sergeant detective constable inspector captain lieutenant superintendent sheriff
    entrepreneur: founder cofounder ceo
    businessman: ceo founder entrepreneur tycoon billionaire investor magnate
    journalist: reporter correspondent editor columnist
    reporter: journalist correspondent
    chairman: chair
    minister: premier
    coach: manager
    manager: coach
    """
}
