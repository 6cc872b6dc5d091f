/// Organisations: known ones with their other names, and the words that organisations' names are made of.
enum OrganizationWords {
  /// One organisation a line, its names separated by `|`. Names in capitals match capitals only; a name after `~` marks the country
  /// whose government it stands for.
  static let known: StaticString = """
    # Hand-collected for this project from general knowledge of news. Public domain (CC0).
    White House ~ United States
    Kremlin ~ Russia
    Pentagon ~ United States
    Capitol Hill ~ United States
    Downing Street | Number 10 | No 10 | 10 Downing Street ~ United Kingdom
    Whitehall ~ United Kingdom
    Elysee | Elysee Palace ~ France
    Quai d'Orsay ~ France
    Foggy Bottom ~ United States
    Zhongnanhai ~ China
    Blue House ~ South Korea
    Buckingham Palace
    Kensington Palace
    Holy See
    State Department | Department of State | Foggy Bottom
    Justice Department | Department of Justice | DOJ
    Defense Department | Department of Defense | DOD | DoD
    Treasury Department | Department of the Treasury | Treasury
    Department of Homeland Security | Homeland Security Department | DHS | Homeland Security
    Federal Bureau of Investigation | FBI
    Central Intelligence Agency | CIA
    National Security Agency | NSA
    National Security Council | NSC
    Drug Enforcement Administration | DEA
    Bureau of Alcohol, Tobacco, Firearms and Explosives | ATF
    Environmental Protection Agency | EPA
    Food and Drug Administration | FDA
    Federal Aviation Administration | FAA
    Federal Communications Commission | FCC
    Federal Trade Commission | FTC
    Federal Reserve | Federal Reserve Board | Fed | Federal Reserve System
    Federal Emergency Management Agency | FEMA
    Internal Revenue Service | IRS
    Securities and Exchange Commission | SEC
    National Aeronautics and Space Administration | NASA | Nasa
    National Transportation Safety Board | NTSB
    National Highway Traffic Safety Administration | NHTSA
    National Oceanic and Atmospheric Administration | NOAA
    National Weather Service | NWS
    National Institutes of Health | NIH
    Centers for Disease Control and Prevention | Centers for Disease Control | CDC
    Immigration and Customs Enforcement | ICE
    Customs and Border Protection | CBP
    Transportation Security Administration | TSA
    Government Accountability Office | GAO
    Congressional Budget Office | CBO
    Office of Management and Budget | OMB
    Department of Health and Human Services | HHS
    Department of Veterans Affairs | Veterans Affairs | VA
    Supreme Court | SCOTUS
    Congress | US Congress
    House of Representatives | House
    Senate
    Democratic Party
    Republican Party | GOP
    Democratic National Committee | DNC
    Republican National Committee | RNC
    National Rifle Association | NRA
    American Civil Liberties Union | ACLU
    National Association for the Advancement of Colored People | NAACP
    House of Commons | Commons
    House of Lords
    Parliament
    Labour Party | Labour
    Conservative Party | Tory Party | Tories | Conservatives
    Liberal Democrats | Lib Dems | Lib Dem
    Plaid Cymru
    Sinn Fein
    Fianna Fail
    Fine Gael
    Garda Siochana | An Garda Siochana
    IG Metall
    Cathay Pacific
    Network Rail
    Royal Opera House
    Virgin Australia
    Air Arabia
    Ming Pao
    Kaizer Chiefs
    Orlando Pirates
    People Before Profit
    Borussia Dortmund
    Bayan Muna
    Avon and Somerset Police | Avon and Somerset Constabulary
    Devon and Cornwall Police | Devon and Cornwall Constabulary
    Scottish National Party | SNP
    UK Independence Party | UKIP | Ukip
    Democratic Unionist Party | DUP
    Social Democratic and Labour Party | SDLP
    Foreign Office | Foreign and Commonwealth Office | FCO
    Home Office
    Cabinet Office
    Ministry of Defence | MoD | MOD
    National Health Service | NHS
    MI5
    MI6 | Secret Intelligence Service
    GCHQ | Government Communications Headquarters
    Scotland Yard | Metropolitan Police | Met Police
    Bank of England | BoE | BOE
    Crown Prosecution Service | CPS
    European Union | EU
    European Commission
    European Council
    European Parliament
    European Central Bank | ECB
    European Court of Human Rights | ECHR
    European Court of Justice | ECJ
    Council of Europe
    North Atlantic Treaty Organization | NATO | Nato | North Atlantic Treaty Organisation
    United Nations | UN
    Security Council | UN Security Council | United Nations Security Council | UNSC
    General Assembly | UN General Assembly | United Nations General Assembly | UNGA
    United Nations Children's Fund | UNICEF | Unicef
    United Nations Educational, Scientific and Cultural Organization | UNESCO | Unesco
    United Nations High Commissioner for Refugees | UNHCR
    World Health Organization | WHO
    World Trade Organization | WTO
    World Food Programme | WFP
    World Bank
    International Monetary Fund | IMF
    International Atomic Energy Agency | IAEA
    International Criminal Court | ICC
    International Court of Justice | ICJ
    International Committee of the Red Cross | ICRC
    International Olympic Committee | IOC
    International Energy Agency | IEA
    International Organization for Migration | IOM
    Intergovernmental Panel on Climate Change | IPCC
    Red Cross
    Red Crescent
    Organization of the Petroleum Exporting Countries | OPEC | Opec
    Organisation for Economic Co-operation and Development | OECD
    Organization for Security and Co-operation in Europe | OSCE
    Organisation for the Prohibition of Chemical Weapons | OPCW
    Organization of American States | OAS
    African Union | AU
    African National Congress | ANC
    Arab League
    Association of Southeast Asian Nations | ASEAN | Asean
    Gulf Cooperation Council | GCC
    Economic Community of West African States | ECOWAS | Ecowas
    Arctic Council
    World Economic Forum | WEF
    Group of Seven | G7
    Group of Eight | G8
    Group of Twenty | G20
    Amnesty International | Amnesty
    Human Rights Watch | HRW
    Doctors Without Borders | Medecins Sans Frontieres | MSF
    Reporters Without Borders
    Greenpeace
    Oxfam
    World Wildlife Fund | WWF
    Save the Children
    Transparency International
    Freedom House
    Islamic State | ISIS | ISIL | IS | Isis | Isil | Daesh | Islamic State of Iraq and Syria | Islamic State of Iraq and the Levant
    al-Qaeda | al-Qaida | al Qaeda | al Qaida
    Taliban
    Hezbollah | Hizbollah | Hizbullah
    Hamas
    Fatah
    Boko Haram
    al-Shabab | al-Shabaab | al Shabaab
    Islamic Jihad
    Muslim Brotherhood
    Palestine Liberation Organization | PLO
    Palestinian Authority | PA
    Revolutionary Guards | Revolutionary Guard | Islamic Revolutionary Guard Corps | IRGC
    Kurdistan Workers' Party | PKK
    Syrian Democratic Forces | SDF
    Syrian Observatory for Human Rights
    White Helmets
    Israel Defense Forces | Israeli Defense Forces | IDF
    Mossad
    Shin Bet
    Knesset
    Likud
    Duma | State Duma
    Federation Council
    Federal Security Service | FSB
    GRU
    KGB
    United Russia
    Wagner Group | Wagner
    Gazprom
    Rosneft
    Lukoil
    Bundestag
    Bundesrat
    Bundesbank
    Christian Democratic Union | CDU
    Christian Social Union | CSU
    Social Democratic Party | SPD
    Alternative for Germany | AfD | AFD
    National Front | National Rally
    Communist Party
    People's Liberation Army | PLA
    People's Bank of China
    Bharatiya Janata Party | BJP
    Congress Party
    Justice and Development Party | AKP
    Liberal Democratic Party | LDP
    Bank of Japan | BOJ | BoJ
    Institutional Revolutionary Party | PRI
    Federal Police
    Interpol | Interpol
    Europol
    FIFA | Fifa
    UEFA | Uefa
    NFL | National Football League
    NBA | National Basketball Association
    NHL | National Hockey League
    MLB | Major League Baseball
    NCAA
    World Anti-Doping Agency | WADA | Wada
    Associated Press | AP
    Reuters | Thomson Reuters
    Agence France-Presse | Agence France Presse | AFP
    RIA Novosti | RIA
    TASS | Tass | Itar-Tass | ITAR-TASS
    Interfax
    Sputnik
    Xinhua
    dpa | Deutsche Presse-Agentur | DPA
    Bloomberg | Bloomberg News
    BBC | British Broadcasting Corporation | BBC News
    CNN | Cable News Network
    NBC | NBC News
    MSNBC
    CBS | CBS News
    ABC | ABC News
    PBS
    NPR | National Public Radio
    CNBC
    Fox News | Fox News Channel
    Fox
    Sky News
    ITV
    Channel 4
    Al Jazeera | al-Jazeera
    Al Arabiya
    TRT World
    Russia Today | RT
    Deutsche Welle
    Voice of America | VOA
    Radio Free Europe | Radio Free Europe/Radio Liberty
    New York Times | NYT
    Washington Post
    Wall Street Journal | WSJ
    Los Angeles Times
    USA Today
    Financial Times | FT
    Guardian
    Daily Mail
    Daily Telegraph
    Daily Mirror
    Daily Express
    Sunday Times
    Times of London
    Economist
    Politico
    BuzzFeed | Buzzfeed | BuzzFeed News
    Huffington Post | HuffPost
    Vox
    Axios
    Newsweek
    Time magazine
    Der Spiegel | Spiegel
    Bild
    Die Welt
    Die Zeit
    Sueddeutsche Zeitung
    Frankfurter Allgemeine Zeitung
    Le Monde
    Le Figaro
    Liberation
    El Pais
    El Mundo
    La Repubblica
    Corriere della Sera
    Haaretz
    Jerusalem Post
    Asahi Shimbun
    Yomiuri Shimbun
    Nikkei
    South China Morning Post
    Global Times
    People's Daily
    Kommersant
    Novaya Gazeta
    Times of India
    The Hindu
    Twitter
    Facebook
    Google
    YouTube
    Instagram
    WhatsApp
    TikTok
    Telegram
    LinkedIn
    Reddit
    Snapchat
    Skype
    Wikipedia
    WikiLeaks | Wikileaks
    Apple | Apple Computer
    Microsoft
    Amazon | Amazon.com
    Netflix
    Alphabet
    Meta | Meta Platforms
    Intel
    IBM | International Business Machines
    Oracle
    Dell
    HP | Hewlett-Packard | Hewlett Packard
    Cisco | Cisco Systems
    Nokia
    Samsung | Samsung Electronics
    LG
    Sony
    Toshiba
    Hitachi
    Panasonic
    Huawei
    ZTE
    Lenovo
    Xiaomi
    Alibaba
    Tencent
    Baidu
    Foxconn
    Nvidia
    AMD
    Qualcomm
    OpenAI
    Tesla | Tesla Motors
    SpaceX
    Uber
    Lyft
    Airbnb
    PayPal
    eBay
    Yahoo
    Twitter
    Boeing
    Airbus
    Lockheed Martin | Lockheed
    Northrop Grumman | Northrop
    McDonnell Douglas
    Halliburton
    Sikorsky
    Aer Lingus
    Government Employees' Union
    Raytheon
    General Dynamics
    BAE Systems | BAE
    Rolls-Royce
    European Aeronautic Defence and Space Company | EADS
    Harley-Davidson
    Rio Tinto
    Virgin Atlantic
    King's College London
    Paris Saint-Germain | PSG
    General Electric | GE
    General Motors | GM
    Ford | Ford Motor
    Chrysler | Fiat Chrysler
    Toyota
    Honda
    Nissan
    Volkswagen | VW
    BMW
    Daimler
    Mercedes-Benz
    Audi
    Porsche
    Fiat
    Renault
    Peugeot
    Hyundai
    Kia
    Siemens
    Bosch
    BASF
    Bayer
    Pfizer
    Moderna
    AstraZeneca
    Novartis
    Roche
    GlaxoSmithKline | GSK
    Johnson & Johnson
    Merck
    Sanofi
    Biontech | BioNTech
    Nestle
    Unilever
    Coca-Cola
    PepsiCo | Pepsi
    McDonald 's
    Starbucks
    Walmart | Wal-Mart
    Costco
    Tesco
    Sainsbury 's
    Ikea | IKEA
    Nike
    Adidas
    Exxon Mobil | ExxonMobil | Exxon
    Chevron
    Shell | Royal Dutch Shell
    BP
    Total
    Saudi Aramco | Aramco
    Petrobras
    Goldman Sachs | Goldman
    JPMorgan Chase | JPMorgan | JP Morgan
    Morgan Stanley
    Bank of America
    Citigroup | Citi | Citibank
    Wells Fargo
    Lehman Brothers | Lehman
    Merrill Lynch
    Bear Stearns
    HSBC
    Barclays
    Lloyds
    Royal Bank of Scotland | RBS
    UBS
    Credit Suisse
    Deutsche Bank
    BNP Paribas
    Societe Generale
    Santander
    Standard & Poor 's | S&P
    Moody 's
    Fitch
    American International Group | AIG
    Berkshire Hathaway
    BlackRock
    Fannie Mae
    Freddie Mac
    New York Stock Exchange | NYSE
    Nasdaq | NASDAQ
    London Stock Exchange | LSE
    British Airways | BA
    Lufthansa
    Ryanair
    EasyJet | easyJet
    Air France
    Delta Air Lines
    American Airlines
    United Airlines
    Southwest Airlines
    Malaysia Airlines
    Emirates
    Qatar Airways
    Aeroflot
    Walt Disney | Disney
    Warner Bros | Warner Brothers
    Universal Pictures
    Paramount
    Pixar
    AT&T
    Verizon
    T-Mobile
    Vodafone
    Comcast
    BT
    Harvard
    Yale
    Princeton
    Stanford
    Massachusetts Institute of Technology | MIT
    Oxford University | University of Oxford
    Cambridge University | University of Cambridge
    London School of Economics | LSE
    Manchester United
    Manchester City
    Real Madrid
    Bayern Munich
    Liverpool FC
    Arsenal
    Juventus
    Pew Research Center | Pew
    Gallup
    YouGov
    Brookings Institution | Brookings
    Heritage Foundation
    Chatham House
    RAND Corporation | Rand Corporation
    Council on Foreign Relations
    Vatican
    Secret Service
    Coast Guard
    National Guard
    Marine Corps
    Joint Chiefs of Staff | Joint Chiefs
    Air Force
    Royal Navy
    Royal Air Force | RAF
    Red Army
    Trump Organization
    Trump administration
    Ku Klux Klan
    Black Lives Matter
    Antifa
    Proud Boys
    Tea Party
    IAAF
    NGO Monitor
    JSC
    """

  /// Last words of organisations' names (of a run of capitalised words).
  static let heads: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    department ministry council party university college school institute institution academy embassy consulate agency bureau
    court tribunal bank committee commission board office authority administration association federation union alliance
    coalition league confederation congress parliament assembly senate chamber foundation trust fund charity society
    club team fc organization organisation corporation company group holdings industries enterprises partners capital
    airlines airways motors electronics technologies systems software laboratories laboratory labs pharmaceuticals
    telecom communications media news newspaper broadcasting television radio network channel press agency
    zoo aquarium hospital clinic church cathedral mosque temple synagogue diocese archdiocese museum gallery library theatre theater
    orchestra opera police constabulary army navy corps force forces guard guards brigade battalion regiment fleet squadron command
    centre center service services secretariat directorate inspectorate headquarters
    exchange insurance securities investments stores supermarkets hotels resorts casino
    brotherhood front movement militia cartel
    forum consortium cooperative initiative programme
    brewery distillery studios pictures entertainment records
    rovers wanderers athletic hotspur united
    registry treasury mission delegation
    aerospace ventures robotics therapeutics biotech biosciences aviation shipping pharma logistics hospitality properties gaming
    """

  /// Of the heads, those that name a trade too: only the last word of a name, not that of "Shipping Minister" or "Gaming Week".
  static let trades = WordList(
    """
    aerospace
    ventures
    robotics
    therapeutics
    biotech
    biosciences
    pharma
    aviation
    shipping
    logistics
    hospitality
    properties
    gaming
    """)

  /// Last words of newspapers' names; only after another capitalised word.
  static let mediaHeads: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    times post globe tribune herald journal telegraph gazette chronicle observer examiner inquirer dispatch sentinel courier
    magazine weekly daily review echo bulletin
    """

  /// Words that end companies' names.
  static let suffixes: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    cos inc corp ltd llc plc llp ag sa gmbh nv spa ab asa oyj bv co bros pty kg se
    """

  /// Capitals that are no organisation.
  static let otherAcronyms: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    tv dna rna hiv aids covid ceo cfo coo cto gdp pm mp mps vip dvd cd pc ok id iq faq am gmt est edt utc bst cet pst pdt
    url pdf html usb gps suv atm hr pr it ai vr vat ira nhs1 wmd icbm ied rpg lgbt lgbtq lgbtqi gmo ngo ngos dj mc mr ms phd mba ba ma
    md rn dui dwi swat sos ufo cctv http https www vs ii iii iv vi vii viii ix xi xii xiv xv xvi usd eur gbp kg km mph km bn mn
    read more live update updated breaking watch exclusive photo photos video ap1 file new rip qa q a
    sdk api cpu gpu hd ftse dax cac djia nyse1 wi fi lcd led
    ad bc bce ce nsfw diy ipo m16 ak47 ppe icu sars mers cpr mri ct ussr1 op ed jcpoa start inf npt salt nafta aca daca
    """
}

/// Words beside companies' names, and beside relatives' names.
enum CompanyWords {
  /// Kinds of companies that stand right before the name: "insurer Prudential". A person is none of these but for a few traders.
  static let kinds = WordList(
    """
    # Hand-collected for this project. Public domain (CC0).
    utility
    insurer
    reinsurer
    lender
    retailer
    e-tailer
    grocer
    brewer
    distiller
    carmaker
    automaker
    truckmaker
    chipmaker
    drugmaker
    planemaker
    plane-maker
    shipbuilder
    housebuilder
    homebuilder
    steelmaker
    miner
    airline
    carrier
    supermarket
    conglomerate
    telecom
    startup
    start-up
    bookmaker
    supplier
    wholesaler
    hotelier
    refiner
    landlord
    broker
    brokerage
    multinational
    builder
    developer
    jeweller
    """)
  /// What follows a title in a company's name, and in no person's: "Duke Energy".
  static let businesses = WordList(
    """
    energy
    foods
    motors
    mutual
    capital
    financial
    insurance
    resources
    hotels
    casino
    airlines
    airways
    pharmaceuticals
    pharma
    entertainment
    electric
    telecom
    logistics
    """)
  /// Last words of companies' names, whatever stands before: "Philip Morris International".
  static let ends = WordList("international\nworldwide\nhomes")
  static let roads = WordList("street\nroad\navenue\nsquare\ncounty")
  /// Forms of address that no company's name begins with.
  static let forms = WordList("mr\nmrs\nms\nmiss\ndr\nsir\ndame\nprof\nprofessor\nmx")
  /// Forms of address that bodies are not named with.
  static let address = WordList("mr\nmrs\nms\nmiss\nmx\nprof\nprofessor\nrev\ngen\nsen\nrep\ngov")
  /// Last words of bodies and places that are named for somebody: "Queen Mary University".
  static let dedicated = WordList(
    """
    # Hand-collected for this project. Public domain (CC0).
    university
    college
    school
    academy
    hospital
    infirmary
    hospice
    clinic
    church
    cathedral
    mosque
    theatre
    theater
    museum
    library
    institute
    foundation
    airport
    stadium
    bridge
    park
    dam
    """)
  /// Of the kinds, those that people are too: "Broker Jane Smith".
  static let traders = WordList(
    "retailer\nbroker\nbuilder\ndeveloper\njeweller\ngrocer\nbrewer\ndistiller\nminer\nsupplier\nwholesaler\nhotelier\nlandlord\ncarrier")
  static let kin = WordList(
    """
    wife
    husband
    partner
    son
    daughter
    brother
    sister
    father
    mother
    dad
    mum
    mom
    uncle
    aunt
    nephew
    niece
    cousin
    grandson
    granddaughter
    grandfather
    grandmother
    fiance
    fiancee
    boyfriend
    girlfriend
    stepfather
    stepmother
    twin
    """)
}
