/// What a word can mean inside a temporal expression. One word can be several things: "second" is a unit and an ordinal.
struct TimeWord: Sendable {
  struct Classes: OptionSet, Sendable {
    let rawValue: UInt32
    static let month = Classes(rawValue: 1 << 0)
    /// A short month that needs a full stop or a number beside it.
    static let short = Classes(rawValue: 1 << 1)
    /// A month or weekday that is a common word or name as well: "May", "March", "Sun".
    static let ambiguous = Classes(rawValue: 1 << 2)
    static let weekday = Classes(rawValue: 1 << 3)
    static let unit = Classes(rawValue: 1 << 4)
    static let plural = Classes(rawValue: 1 << 5)
    static let numeral = Classes(rawValue: 1 << 6)
    /// "several", "few": an amount that is not said.
    static let vague = Classes(rawValue: 1 << 7)
    static let ordinal = Classes(rawValue: 1 << 8)
    static let season = Classes(rawValue: 1 << 9)
    static let part = Classes(rawValue: 1 << 10)
    /// "today", "yesterday", "tomorrow".
    static let dayWord = Classes(rawValue: 1 << 11)
    /// "now", "recently": a reference to the present, past or future and no more.
    static let reference = Classes(rawValue: 1 << 12)
    static let approximate = Classes(rawValue: 1 << 13)
    /// "early", "late", "mid".
    static let edge = Classes(rawValue: 1 << 14)
    /// "last", "next", "this".
    static let shift = Classes(rawValue: 1 << 15)
    /// "daily", "annual".
    static let repeating = Classes(rawValue: 1 << 16)
    static let holiday = Classes(rawValue: 1 << 17)
    /// Can stand between a number and its unit: "two full days".
    static let filler = Classes(rawValue: 1 << 18)
    static let function = Classes(rawValue: 1 << 19)
    /// Number token; set by the scanner.
    static let number = Classes(rawValue: 1 << 20)
    static let zone = Classes(rawValue: 1 << 21)
    /// A preposition that can stand before a date or a year.
    static let preposition = Classes(rawValue: 1 << 22)
    /// "nineties", "60s" spelled out.
    static let decade = Classes(rawValue: 1 << 23)
    /// "daylong", "yearlong".
    static let lasting = Classes(rawValue: 1 << 24)
    static let apostrophe = Classes(rawValue: 1 << 25)
    /// "Q3", "H1".
    static let code = Classes(rawValue: 1 << 27)
    /// A thing counted: "2000 people", "2003 points".
    static let counted = Classes(rawValue: 1 << 26)
  }

  /// Words the rules name one by one.
  enum Function: UInt8, Sendable, CaseIterable {
    case none, the, a, an, this, that, these, those, of, `in`, on, at, and, or, to, from, between, by, `for`, until, since, through, about,
      circa, when, part, term, final, `where`,
      per, each, every, all, another, other, same, ago, earlier, later, before, after, now, today, long, old, half, couple, more, less,
      than, least, most, up, past, last, next, previous, following, coming, first, current, few, many, some, hundreds, clock, am, pm,
      fiscal, financial, quarter, day, weekend, period, time, moment, being, once, twice, times, percent, point, beginning, end,
      middle, year, week, eve, hour, over, night, during, within, throughout, around, may, future, near, recent, dozen,
      then, so, no, not, `as`, `is`, was, it, new, noon, midnight, century, decade, close, start, foreseeable, present, distant, ending,
      ended, whole, entire, rest, alone, foregoing, just, only, morning, early, late, mid, very, preceding, tonight, overnight,
      but, `while`, with, into, one
  }

  var classes: Classes = []
  /// Month 1–12, ISO weekday 1–7, offset of a day word or shift, index of a season, part of day, reference, zone or modifier.
  var value: Int16 = 0
  /// Of a number word; of an ordinal its number.
  var number: Int32 = 0
  var unit: TimeUnit = .day
  var function: Function = .none
}

/// The vocabulary of the rules: one look-up per token.
enum TimeWords {
  /// `class: word word=value …`. A word may stand under several classes.
  private static let source: StaticString = """
    # Written for this project from general knowledge of English; no source was copied.
    month: january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12
    month: jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12
    short: jan feb mar apr jun jul aug sep sept oct nov dec
    ambiguous: may march mar jan jun dec sun sat mon wed fri tue thu
    weekday: monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7
    weekday: mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7
    weekday: mon=1 tue=2 tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7
    plural: mondays tuesdays wednesdays thursdays fridays saturdays sundays
    short: mon tue tues wed thu thur thurs fri sat sun
    unit: second=0 seconds=0 sec=0 secs=0 minute=1 minutes=1 min=1 mins=1 hour=2 hours=2 hr=2 hrs=2 day=3 days=3 night=4 nights=4
    unit: week=5 weeks=5 fortnight=6 fortnights=6 weekend=7 weekends=7 month=8 months=8 quarter=9 quarters=9 year=10 years=10 yr=10 yrs=10
    unit: decade=11 decades=11 century=12 centuries=12 millennium=13 millennia=13 millenniums=13
    plural: seconds secs minutes mins hours hrs days nights weeks fortnights weekends months quarters years yrs decades centuries
    plural: millennia millenniums
    numeral: one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
    numeral: fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
    numeral: eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000 billion=1000000000 dozen=12 single=1 zero=0
    vague: several few many some numerous countless various multiple couple hundreds thousands tens millions billions dozens scores umpteen
    ordinal: first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
    ordinal: thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20
    ordinal: thirtieth=30 final=99 latter=98 latest=97 opening=1 closing=99
    season: spring=0 summer=1 autumn=2 fall=2 winter=3 springtime=0 summertime=1 wintertime=3 midsummer=1 midwinter=3
    ambiguous: spring fall
    part: morning=0 mornings=0 afternoon=1 afternoons=1 evening=2 evenings=2 night=3 nights=3 noon=4 midday=4 midnight=5 dawn=6
    part: daybreak=6 dusk=7 daytime=8 nighttime=3 lunchtime=9 midmorning=0 midafternoon=1 sunrise=6 sunset=7 nightfall=7
    plural: mornings afternoons evenings nights
    dayWord: today=0 yesterday=-1 tomorrow=1
    reference: now=0 currently=0 presently=0 nowadays=0 current=0 recently=1 recent=1 lately=1 soon=2 someday=2
    approximate: about=0 around=0 approximately=0 roughly=0 some=0 nearly=1 almost=1 over=2 exceeding=2 under=3 exactly=4 barely=4
    approximate: virtually=1 precisely=4 circa=0
    edge: early=0 late=1 mid=2 earlier=0 later=1 middle=2
    shift: last=-1 past=-1 previous=-1 preceding=-1 next=1 coming=1 following=1 upcoming=1 ensuing=1 succeeding=1 this=0 current=0
    shift: that=0 same=0 first=0 final=0 intervening=0 recent=-1 prior=-1 immediate=0 latest=-1 initial=0 opening=0 remaining=0
    repeating: daily=3 weekly=5 biweekly=6 fortnightly=6 monthly=8 quarterly=9 annual=10 annually=10 yearly=10 hourly=2 nightly=4 weeknights=23 weeknight=23
    repeating: semiannual=20 semiannually=20 bimonthly=21 biennial=22 biannual=20
    filler: full consecutive straight whole more additional extra further solid trading working business calendar fiscal successive
    filler: crucial critical difficult tumultuous turbulent long school entire odd extraordinary short tough volatile
    filler: grueling gruelling final lunar unbroken uninterrupted academic elapsed
    decade: twenties=2 thirties=3 forties=4 fifties=5 sixties=6 seventies=7 eighties=8 nineties=9
    lasting: daylong=3 weeklong=5 monthlong=8 yearlong=10 hourlong=2 nightlong=4 decadelong=11 centurylong=12
    zone: utc=1 gmt=1 z=1 est=2 edt=2 et=2 cst=2 cdt=2 ct=2 mst=2 mdt=2 mt=2 pst=2 pdt=2 pt=2 bst=2 cet=2 cest=2 eet=2 eest=2 msk=2
    zone: ist=2 jst=2 aest=2 aedt=2 hst=2 akst=2 akdt=2 wat=2 eat=2 sgt=2 hkt=2 kst=2 eastern=3 central=3 pacific=3 mountain=3
    preposition: in since by until till of from to through during after before between for throughout around circa than and as late
    preposition: early mid fiscal or over about on within year via versus vs until but
    code: q1=1 q2=2 q3=3 q4=4 h1=5 h2=6
    counted: people persons points men women troops soldiers dollars euros pounds miles kilometers kilometres km meters metres feet
    counted: tons tonnes shares barrels votes jobs units votes square times cars workers employees residents homes houses items
    counted: copies calories acres hectares gallons litres liters books pages words students members delegates guests sites
    counted: fans protesters demonstrators migrants refugees children patients cases deaths killed planes aircraft rpm mark level
    function: the a an this that these those of in on at and or to from between by for until since through per each every all another
    function: other same ago earlier later before after now today long old half couple more less than least most up past last next
    function: previous following coming first current few many some hundreds clock am pm fiscal financial quarter day weekend period
    function: time moment being once twice times percent point beginning end middle year week eve hour over night during within
    function: throughout around may future near recent dozen then so no not as is was it new noon midnight century decade close start
    function: foreseeable present distant ending ended whole entire rest alone foregoing just only morning early late mid very preceding
    function: tonight overnight but while with into one when part term final where into about circa
    holiday: christmas xmas boxing new valentine valentines st saint april earth may juneteenth canada independence fourth july bastille
    holiday: halloween all guy bonfire veterans armistice anzac australia groundhog pearl epiphany flag easter good palm pentecost ash
    holiday: thanksgiving black cyber labor labour memorial martin mlk presidents president columbus mother mothers father fathers
    holiday: election remembrance maundy
    function: a.m.=am p.m.=pm till=until thousands=hundreds tens=hundreds millions=hundreds billions=hundreds dozens=hundreds scores=hundreds o'clock=clock back=ago
    function: start=start onset=beginning outset=beginning finish=end tail=end weekends=weekend days=day years=year weeks=week hours=hour
    function: periods=period nights=night previously=earlier afterward=later afterwards=later hour=hour among=of via=through
    function: annum=year centuries=century decades=decade quarters=quarter fy=fiscal
    """

  static let entries: [TimeWord] = built.entries
  static let table: WordTable = built.table

  private static let built: (entries: [TimeWord], table: WordTable) = {
    let functions = Dictionary(uniqueKeysWithValues: TimeWord.Function.allCases.map { (Substring("\($0)"), $0) })
    var entries = [TimeWord()]
    var indexOfWord: [Substring: Int] = [:]
    for line in WordTable.lines(of: source) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon]
      for item in line[line.index(after: colon)...].split(separator: " ") {
        let sides = item.split(separator: "=", maxSplits: 1)
        guard let word = sides.first else { continue }
        let text = sides.count > 1 ? sides[1] : ""
        let value = Int(text) ?? 0
        let index = indexOfWord[word] ?? entries.count
        if index == entries.count {
          entries.append(TimeWord())
          indexOfWord[word] = index
        }
        set(&entries[index], name, value, functions[text.isEmpty ? word : text])
      }
    }
    return (entries, WordTable(entries: indexOfWord.map { ($0.key, Int32($0.value)) }.sorted { $0.0 < $1.0 }))
  }()

  private static func set(_ entry: inout TimeWord, _ name: Substring, _ value: Int, _ function: TimeWord.Function?) {
    switch name {
    case "month": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.month))
    case "short": entry.classes.insert(.short)
    case "ambiguous": entry.classes.insert(.ambiguous)
    case "weekday": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.weekday))
    case "unit":
      entry.unit = TimeUnit(rawValue: UInt8(value)) ?? .day
      entry.classes.insert(.unit)
    case "plural": entry.classes.insert(.plural)
    case "numeral": (entry.number, entry.classes) = (Int32(value), entry.classes.union(.numeral))
    case "vague": entry.classes.insert(.vague)
    case "ordinal": (entry.number, entry.classes) = (Int32(value), entry.classes.union(.ordinal))
    case "season": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.season))
    case "part": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.part))
    case "dayWord": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.dayWord))
    case "reference": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.reference))
    case "approximate": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.approximate))
    case "edge": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.edge))
    case "shift": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.shift))
    case "repeating": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.repeating))
    case "holiday": entry.classes.insert(.holiday)
    case "code": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.code))
    case "filler": entry.classes.insert(.filler)
    case "decade": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.decade))
    case "lasting": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.lasting))
    case "zone": (entry.value, entry.classes) = (Int16(value), entry.classes.union(.zone))
    case "preposition": entry.classes.insert(.preposition)
    case "counted": entry.classes.insert(.counted)
    case "function":
      entry.function = function ?? .none
      entry.classes.insert(.function)
    default: break
    }
  }
}
