/// Words around numbers.
enum FigureWords {
  /// Cardinals below a hundred.
  static let small = WordTable(
    """
    # English numerals.
    zero 0
    one 1
    two 2
    three 3
    four 4
    five 5
    six 6
    seven 7
    eight 8
    nine 9
    ten 10
    eleven 11
    twelve 12
    thirteen 13
    fourteen 14
    fifteen 15
    sixteen 16
    seventeen 17
    eighteen 18
    nineteen 19
    twenty 20
    thirty 30
    forty 40
    fifty 50
    sixty 60
    seventy 70
    eighty 80
    ninety 90
    """)

  /// Powers of ten, as exponents; `dozen` is handled apart.
  static let magnitude = WordTable(
    """
    hundred 2
    thousand 3
    lakh 5
    lakhs 5
    million 6
    mln 6
    mn 6
    crore 7
    crores 7
    billion 9
    bln 9
    bn 9
    trillion 12
    trn 12
    """)

  static let fractions = WordList(
    """
    half
    halves
    third
    thirds
    quarter
    quarters
    fifth
    fifths
    sixth
    sixths
    eighth
    eighths
    tenth
    tenths
    """)
  static let quarters = WordList("quarter\nquarters")
  /// Before "of" and a number they take a part of it.
  static let parts = WordList("most\nsome\nmany\nfew\nnone\nfraction\nmajority\npercent\npct\ncent\nplurality")

  static let dozen = WordKey.of("dozen")

  /// Stuck to a number after a currency: "$4m", "€3bn", "$20k".
  static let stuckMagnitude = WordTable(
    """
    k 3
    m 6
    mn 6
    mln 6
    b 9
    bn 9
    bln 9
    t 12
    tn 12
    """)

  /// Phrases before a number: 1 `>`, 2 `<`, 3 `~`, 4 `>=`, 5 `<=`.
  static let before = WordTable(
    """
    more than: 1
    over: 1
    above: 1
    upwards of: 1
    upward of: 1
    in excess of: 1
    greater than: 1
    exceeding: 1
    topped: 1
    exceeded: 1
    surpassed: 1
    less than: 2
    fewer than: 2
    under: 2
    below: 2
    nearly: 2
    almost: 2
    just under: 2
    just over: 1
    well over: 1
    about: 3
    around: 3
    roughly: 3
    some: 3
    approximately: 3
    an estimated: 3
    estimated: 3
    circa: 3
    close to: 3
    at least: 4
    no fewer than: 4
    no less than: 4
    a minimum of: 4
    as many as: 5
    as much as: 5
    up to: 5
    at most: 5
    no more than: 5
    not more than: 5
    a maximum of: 5
    """)

  /// Phrases after a number: the same codes.
  static let after = WordTable(
    """
    or more: 4
    or so: 3
    or fewer: 5
    or less: 5
    plus: 4
    """)

  /// Between "magnitude" and its number.
  static let beforeMagnitudes = WordList("of\nat\nwas\nis")
  /// Before "of" and a number that counts seats or votes: "a majority of five".
  static let margins = WordList("majority\nlead")
  static let seats = WordList("seat\nseats\nmps")
  /// What a measure is of: before "of" and it, or behind it.
  static let dimensions = WordList(
    """
    depth
    deep
    height
    high
    tall
    altitude
    width
    wide
    length
    long
    thick
    """)

  static let signs = [nil, ">", "<", "~", ">=", "<="]

  /// Words before which a number is a name or a place in a list: "Route 6", "Article 5", "iPhone 4".
  static let label = WordList(
    """
    no
    nos
    number
    route
    article
    articles
    chapter
    section
    sections
    resolution
    page
    pages
    highway
    interstate
    flight
    room
    channel
    radio
    act
    phase
    level
    grade
    gate
    line
    pier
    unit
    lot
    bus
    platform
    track
    suite
    apartment
    apt
    box
    district
    ward
    zone
    area
    group
    division
    league
    formula
    windows
    version
    model
    type
    class
    series
    season
    episode
    part
    volume
    title
    proposition
    prop
    amendment
    rule
    category
    stage
    tier
    step
    exhibit
    case
    file
    figure
    table
    paragraph
    clause
    verse
    psalm
    area
    covid
    """)

  /// Measures, as `word value`; values index ``units``.
  static let measure = WordTable(
    """
    percent 1
    pct 1
    per cent: 1
    percentage point: 2
    percentage points: 2
    basis point: 3
    basis points: 3
    dollar 4
    dollars 4
    euro 5
    euros 5
    pound 6
    pounds 6
    yen 7
    yuan 8
    renminbi 8
    ruble 9
    rubles 9
    rouble 9
    roubles 9
    rupee 10
    rupees 10
    km 11
    kilometer 11
    kilometers 11
    kilometre 11
    kilometres 11
    mile 12
    miles 12
    meter 13
    meters 13
    metre 13
    metres 13
    foot 14
    feet 14
    inch 15
    inches 15
    mm 16
    millimeter 16
    millimeters 16
    millimetre 16
    millimetres 16
    kg 17
    kilogram 17
    kilograms 17
    kilo 17
    kilos 17
    ton 18
    tons 18
    tonne 19
    tonnes 19
    mph 20
    kph 21
    hectare 22
    hectares 22
    acre 23
    acres 23
    barrel 24
    barrels 24
    degree 25
    degrees 25
    liter 26
    liters 26
    litre 26
    litres 26
    gallon 27
    gallons 27
    cm 28
    usd 4
    eur 5
    gbp 40
    aud 41
    cad 42
    centimeter 28
    centimeters 28
    centimetre 28
    centimetres 28
    cent 29
    cents 29
    pence 30
    franc 31
    francs 31
    won 32
    megawatt 33
    megawatts 33
    mw 33
    megabyte 34
    megabytes 34
    mb 34
    gigabyte 35
    gigabytes 35
    gb 35
    square mile: 36
    square miles: 36
    square kilometer: 37
    square kilometers: 37
    square kilometre: 37
    square kilometres: 37
    square foot: 38
    square feet: 38
    square meter: 39
    square meters: 39
    square metre: 39
    square metres: 39
    bp 3
    bps 3
    ft 14
    sq mi: 36
    sq mile: 36
    sq miles: 36
    sq km: 37
    km2 37
    km ²: 37
    sq ft: 38
    sq m: 39
    m2 39
    m ²: 39
    ha 22
    # Speeds.
    miles per hour: 20
    mile per hour: 20
    miles an hour: 20
    mile an hour: 20
    km / h: 21
    km / hr: 21
    kmh 21
    kmph 21
    km per hour: 21
    km an hour: 21
    kilometers per hour: 21
    kilometer per hour: 21
    kilometers an hour: 21
    kilometer an hour: 21
    kilometres per hour: 21
    kilometre per hour: 21
    kilometres an hour: 21
    kilometre an hour: 21
    m / s: 43
    meters per second: 43
    meters a second: 43
    metres per second: 43
    metres a second: 43
    # Volumes.
    m3 44
    m ³: 44
    cu m: 44
    cubic meter: 44
    cubic meters: 44
    cubic metre: 44
    cubic metres: 44
    cu ft: 45
    cubic foot: 45
    cubic feet: 45
    cubic kilometer: 46
    cubic kilometers: 46
    cubic kilometre: 46
    cubic kilometres: 46
    km3 46
    cubic yard: 47
    cubic yards: 47
    # Power and energy.
    kw 48
    kilowatt 48
    kilowatts 48
    gw 49
    gigawatt 49
    gigawatts 49
    tw 50
    terawatt 50
    terawatts 50
    kwh 51
    kilowatt hour: 51
    kilowatt hours: 51
    kilowatt-hour: 51
    kilowatt-hours: 51
    mwh 52
    megawatt hour: 52
    megawatt hours: 52
    megawatt-hour: 52
    megawatt-hours: 52
    gwh 53
    gigawatt hour: 53
    gigawatt hours: 53
    gigawatt-hour: 53
    gigawatt-hours: 53
    twh 54
    terawatt hour: 54
    terawatt hours: 54
    terawatt-hour: 54
    terawatt-hours: 54
    # Temperatures.
    ° c: 55
    degree celsius: 55
    degrees celsius: 55
    degrees centigrade: 55
    degrees c: 55
    ° f: 56
    degree fahrenheit: 56
    degrees fahrenheit: 56
    degrees f: 56
    ° 25
    # Weights.
    mg 57
    milligram 57
    milligrams 57
    gram 58
    grams 58
    gramme 58
    grammes 58
    lb 59
    lbs 59
    oz 60
    ounce 60
    ounces 60
    terabyte 61
    terabytes 61
    """)

  /// Measures that are short for other things too, only stuck to the number: `12in`, `40C`, `50p`. Values index ``units``.
  static let stuckMeasure = WordTable(
    """
    in 15
    c 55
    f 56
    g 58
    p 30
    tb 61
    """)

  /// In a sentence with them "40C" is a temperature.
  static let warmth = WordList(
    """
    temperature
    temperatures
    heat
    heatwave
    heatwaves
    hot
    hottest
    hotter
    warm
    warmer
    warmest
    cold
    colder
    coldest
    cool
    cooler
    freezing
    celsius
    fahrenheit
    mercury
    thermometer
    thermometers
    weather
    degrees
    °
    """)
  /// Behind "8m" that is a length, not eight million.
  static let extents = WordList("high\nlong\ndeep\ntall\nwide\nabove\nbelow\nunderground")

  /// Codes of currencies that stand before the sum: "Rs 4 crore", "CHF 20 million".
  static let currencyCodes = WordTable(
    """
    rs 0
    inr 0
    usd 1
    eur 2
    gbp 3
    jpy 4
    chf 5
    sek 6
    nok 7
    dkk 8
    pln 9
    cny 10
    rmb 10
    aud 11
    cad 12
    rub 13
    zar 14
    """)
  static let currencies = [
    "INR", "USD", "EUR", "GBP", "JPY", "CHF", "SEK", "NOK", "DKK", "PLN", "CNY", "AUD", "CAD", "RUB", "ZAR",
  ]

  static let units = [
    "", "%", "percentage points", "basis points", "USD", "EUR", "pound", "JPY", "CNY", "RUB", "INR", "km", "mile", "m", "ft", "in", "mm",
    "kg",
    "ton", "tonne", "mph", "km/h", "hectare", "acre", "barrel", "degree", "litre", "gallon", "cm", "cent", "pence", "franc", "won", "MW",
    "MB",
    "GB", "sq mile", "sq km", "sq ft", "sq m", "GBP", "AUD", "CAD", "m/s", "m³", "cubic feet", "km³", "cubic yards", "kW", "GW", "TW",
    "kWh", "MWh", "GWh", "TWh", "°C", "°F", "mg", "g", "lb", "oz", "TB",
  ]
  static let foot = 14
  static let inch = 15
  /// Units whose values can be below zero.
  static let signed: Set<String> = ["%", "degree", "°C", "°F"]
  /// The speed an hour of a length that ``units`` has.
  static let perHour = [11: 21, 12: 20]

  /// Words that tell what became of the people counted: 1 deaths, 2 injured, 3 missing, 4 displaced, 5 arrested, 6 infected.
  static let fate = WordTable(
    """
    death 1
    deaths 1
    dead 1
    died 1
    dying 1
    kill 1
    kills 1
    killed 1
    killing 1
    fatality 1
    fatalities 1
    slain 1
    lives 1
    perished 1
    injured 2
    injuring 2
    injuries 2
    wounded 2
    wounding 2
    hurt 2
    hurting 2
    missing 3
    displaced 4
    homeless 4
    fled 4
    arrested 5
    detained 5
    arrests 5
    detentions 5
    infected 6
    infections 6
    """)

  /// Beside "lives" that are lost.
  static let lost = WordList(
    """
    lost
    lose
    loses
    losing
    loss
    claim
    claims
    claimed
    claiming
    cost
    costs
    costing
    took
    taken
    taking
    """)

  /// Between the people counted and what became of them.
  static let auxiliary = WordList(
    """
    and
    or
    have
    has
    had
    are
    is
    was
    were
    be
    been
    being
    reportedly
    feared
    confirmed
    believed
    """)

  /// Between a bare number and what became of those it counts.
  static let counted = WordList(
    """
    more
    others
    another
    of
    later
    subsequently
    since
    # "bringing to 38 the number of people confirmed dead"
    the
    number
    them
    whom
    also
    still
    already
    were
    left
    being
    now
    either
    seriously
    critically
    slightly
    badly
    lightly
    """)
  /// What stands behind these is no number of those whom the verb before tells of.
  static let besides = WordList("in\non\nby\nwith\nafter\nfrom\nnear\nduring\nsince\nfor\nbefore\nwhen\nas\nmagnitude\naged\nage")

  /// Before the number that a toll has come to.
  static let reached = WordList(
    """
    to
    at
    of
    reached
    passed
    exceeded
    topped
    """)

  static let fates = ["", "deaths", "injured", "missing", "displaced", "arrested", "infected"]

  static let people = WordList(
    """
    people
    persons
    civilians
    men
    women
    children
    soldiers
    troops
    policemen
    officers
    passengers
    victims
    others
    residents
    workers
    miners
    students
    protesters
    militants
    refugees
    lives
    """)

  static let irregularPlurals = WordList(
    """
    # Plurals without an s.
    aircraft
    cattle
    police
    personnel
    staff
    spacecraft
    fish
    sheep
    teeth
    offspring
    """)

  /// A noun phrase ends before these.
  /// Before the first of two numbers: the second is what it became, or another thing.
  static let changes = WordList(
    """
    from
    by
    up
    down
    rose
    risen
    rise
    fell
    fallen
    fall
    climbed
    dropped
    gained
    lost
    jumped
    slid
    slipped
    surged
    plunged
    declined
    increased
    decreased
    added
    advanced
    """)
  /// What opens a clause or a comparison that a date in it does not leave.
  static let clauseOpeners = WordList(
    """
    when
    while
    after
    before
    as
    who
    which
    whose
    where
    than
    against
    compared
    if
    until
    """)
  static let relatives = WordList("who\nwhich\nwhose")
  static let comparisons = WordList("than\nagainst\ncompared")
  static let stops = WordList(
    """
    # Function words and frequent verbs after a counted noun.
    of
    in
    on
    at
    to
    for
    from
    by
    with
    and
    or
    but
    as
    that
    which
    who
    whom
    whose
    where
    when
    while
    after
    before
    since
    until
    than
    then
    is
    are
    was
    were
    be
    been
    being
    has
    have
    had
    do
    does
    did
    will
    would
    can
    could
    may
    might
    must
    should
    the
    a
    an
    this
    these
    those
    its
    his
    her
    their
    our
    my
    your
    it
    he
    she
    they
    we
    you
    i
    said
    says
    not
    so
    if
    per
    into
    over
    under
    across
    near
    against
    about
    around
    between
    among
    during
    through
    within
    without
    toward
    towards
    via
    out
    up
    down
    off
    more
    less
    worth
    each
    also
    now
    still
    already
    came
    come
    went
    took
    made
    rose
    fell
    fled
    died
    including
    according
    bordering
    involving
    killed
    injured
    wounded
    dead
    missing
    arrested
    displaced
    infected
    hurt
    """)

  /// Spans of time are temporal expressions, not figures.
  static let timeUnits = WordList(
    """
    second
    seconds
    minute
    minutes
    min
    mins
    hour
    hours
    day
    days
    week
    weeks
    weekends
    month
    months
    quarters
    year
    years
    decades
    centuries
    afterwards
    times
    """)

  static let definite = WordList(
    """
    the
    these
    those
    his
    her
    its
    their
    our
    your
    my
    either
    between
    whether
    """)
}
