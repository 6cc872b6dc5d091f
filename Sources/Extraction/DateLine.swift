import TextAnalysis

/// A calendar date in a short line of page furniture: "Friday, July 21, 2017", "Updated 10 May 2017, 5:50 am", "2017-05-10".
///
/// Only dates with day, month and year count; numeric dates in an order that cannot be known ("05/10/2017") do not.
struct DateLine {
  var date: CalendarDate
  /// Token indices of the date itself.
  var tokens: Range<Int>
  /// The line says that this is when the article was changed, not when it was published.
  var isUpdate: Bool
  /// Nothing stands in the line but the date, a time and the words that introduce them.
  var isWholeLine: Bool

  /// The first date in a range of tokens, or nil.
  init?(_ document: Document, _ range: Range<Int>, limit: Int = 40) {
    let tokens = document.tokens
    let range = range.prefix(limit)
    guard let (date, span) = Self.firstDate(document, range) else { return nil }
    self.date = date
    self.tokens = span
    isUpdate = false
    isWholeLine = true
    for i in range where !span.contains(i) {
      let token = tokens[i]
      guard token.isWord else { continue }
      if i < span.lowerBound, Self.updating.contains(token) { isUpdate = true }
      if i < span.lowerBound, Self.publishing.contains(token) { isUpdate = false }
      if !Self.around.contains(token), !Self.updating.contains(token), !Self.publishing.contains(token), Self.months.value(token) == nil,
        !Self.isGlued(document, token)
      {
        isWholeLine = false
      }
    }
  }

  /// "GMTLast" (modified on …): a zone and the word that a page's next line began with.
  private static func isGlued(_ document: Document, _ token: Token) -> Bool {
    guard token.shape.contains(.innerCaps), !token.shape.contains(.allCaps), token.span.count >= 6 else { return false }
    let word = document.string(token)
    for count in 2...4 {
      let rest = WordKey.of(word.dropFirst(count))
      if zones.contains(WordKey.of(word.prefix(count))), updating.contains(rest) || publishing.contains(rest) || around.contains(rest) {
        return true
      }
    }
    return false
  }

  /// "Updated 9:12 a.m. ET", "Published 2 hours ago": a word that introduces a date, and a time without one. A place may follow in capitals.
  static func isTime(_ document: Document, _ range: Range<Int>) -> Bool {
    guard let first = range.first, updating.contains(document.tokens[first]) || publishing.contains(document.tokens[first]) else {
      return false
    }
    var number = false
    for i in range {
      let token = document.tokens[i]
      if token.isNumber { number = true }
      guard
        !token.isWord || updating.contains(token) || publishing.contains(token) || around.contains(token) || ago.contains(token)
          || number && token.shape.contains(.allCaps)
      else { return false }
    }
    return number
  }

  /// "am", "p.m.", "GMT".
  static func isHalfOrZone(_ token: Token) -> Bool { zones.contains(token) || halves.contains(token) }

  private static let halves = WordList(
    """
    am
    pm
    a.m
    p.m
    a.m.
    p.m.
    """)
  private static let ago = WordList(
    """
    ago
    hour
    minutes
    minute
    mins
    min
    day
    days
    today
    yesterday
    """)
  private static let zones = WordList(
    """
    gmt
    utc
    bst
    est
    edt
    et
    cst
    cdt
    pst
    pdt
    pt
    cet
    cest
    ist
    aest
    aedt
    am
    pm
    """)

  /// Without the words and marks at its ends that introduce a date: "Posted by Ana Gil on" is "by Ana Gil" without them.
  static func withoutIntroduction(_ document: Document, _ range: Range<Int>) -> Range<Int> {
    func introduces(_ i: Int) -> Bool {
      let token = document.tokens[i]
      guard token.isWord else { return token.kind != .open && token.kind != .close && token.kind != .clitic }
      if updating.contains(token) || publishing.contains(token) { return true }
      guard around.contains(token) || token.key == WordKey.of("and") else { return false }
      // "De Gil" and "Le Roux" are names.
      return !token.isCapitalized || token.span.count > 2
    }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, introduces(start) { start += 1 }
    while end > start, introduces(end - 1) { end -= 1 }
    return start..<end
  }

  private static func firstDate(_ document: Document, _ range: Range<Int>) -> (CalendarDate, Range<Int>)? {
    let tokens = document.tokens
    func number(_ i: Int) -> Int? {
      guard i < range.upperBound, tokens[i].isNumber, tokens[i].span.count <= 4 else { return nil }
      var value = 0
      for byte in document.bytes[tokens[i].span.range] {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func year(_ i: Int) -> Int? {
      if let value = number(i) { return (1800...2199).contains(value) ? value : nil }
      // "20249:15": a year and the hour of the page's next line.
      guard i + 1 < range.upperBound, tokens[i].isNumber, (5...6).contains(tokens[i].span.count), tokens[i + 1].kind == .colon,
        tokens[i].isAdjacent(to: tokens[i + 1]), let digits = Int(document.string(tokens[i]))
      else { return nil }
      let (value, hour) = digits.quotientAndRemainder(dividingBy: tokens[i].span.count == 5 ? 10 : 100)
      return (1900...2099).contains(value) && hour < 24 ? value : nil
    }
    /// Index after blanks of furniture between the parts: commas, full stops, "de", "of", ordinals.
    func next(_ i: Int) -> Int {
      var i = i
      while i < range.upperBound,
        tokens[i].kind == .comma || tokens[i].kind == .terminator || tokens[i].isWord && Self.between.contains(tokens[i])
      {
        i += 1
      }
      return i
    }
    for i in range {
      let token = tokens[i]
      if token.isWord, let month = Self.months.value(token) {
        // May 10, 2017
        let dayIndex = next(i + 1)
        if dayIndex <= i + 2, let day = number(dayIndex) {
          let yearIndex = next(dayIndex + 1)
          if let year = year(yearIndex), let date = CalendarDate(year: year, month: month, day: day) { return (date, i..<yearIndex + 1) }
        }
      } else if let day = number(i), (1...31).contains(day) {
        // 10 May 2017, 10. Mai 2017, 10 de mayo de 2017
        let monthIndex = next(i + 1)
        if monthIndex < range.upperBound, tokens[monthIndex].isWord, let month = Self.months.value(tokens[monthIndex]) {
          let yearIndex = next(monthIndex + 1)
          if let year = year(yearIndex), let date = CalendarDate(year: year, month: month, day: day) { return (date, i..<yearIndex + 1) }
        }
      }
      if token.isNumber, let found = numeric(document, i, range.upperBound) { return found }
    }
    return nil
  }

  /// "2017-05-10", "2017/05/10", "10.05.2017", "25/12/2017": read from the bytes, since marks between digits may join tokens.
  private static func numeric(_ document: Document, _ first: Int, _ end: Int) -> (CalendarDate, Range<Int>)? {
    var last = first
    while last + 1 < end, last < first + 4, document.tokens[last].isAdjacent(to: document.tokens[last + 1]) { last += 1 }
    var parts: [(value: Int, digits: Int)] = []
    var separator: UInt8 = 0
    var value = 0
    var digits = 0
    scan: for byte in document.bytes[Int(document.tokens[first].start)..<Int(document.tokens[last].end)] {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        if digits > 4 { return nil }
      case 0x2d, 0x2e, 0x2f:
        guard digits > 0, separator == 0 || byte == separator, parts.count < 2 else { break scan }
        separator = byte
        parts.append((value, digits))
        (value, digits) = (0, 0)
      default: break scan
      }
    }
    guard parts.count == 2, digits > 0 else { return nil }
    parts.append((value, digits))
    let date: CalendarDate?
    if parts[0].digits == 4 {
      date = CalendarDate(year: parts[0].value, month: parts[1].value, day: parts[2].value)
    } else if parts[2].digits == 4, separator == 0x2e || parts[0].value > 12 {
      date = CalendarDate(year: parts[2].value, month: parts[1].value, day: parts[0].value)
    } else if parts[2].digits == 4, separator == 0x2f, parts[1].value > 12 {
      date = CalendarDate(year: parts[2].value, month: parts[0].value, day: parts[1].value)
    } else {
      date = nil
    }
    guard let date, (1800...2199).contains(date.year) else { return nil }
    return (date, first..<last + 1)
  }

  static let updating = WordList(
    """
    updated
    update
    modified
    edited
    revised
    actualizado
    aggiornato
    aktualisiert
    bijgewerkt
    modifie
    atualizado
    обновлено
    stand
    """)
  static let publishing = WordList(
    """
    published
    posted
    publicado
    pubblicato
    gepubliceerd
    geplaatst
    veroffentlicht
    erstellt
    publie
    опубликовано
    created
    issued
    """)
  private static let between = WordList(
    """
    st
    nd
    rd
    th
    of
    de
    del
    er
    года
    """)
  /// Words that may stand beside a date in a line that is nothing but a date.
  private static let around = WordList(
    """
    # weekdays
    monday
    tuesday
    wednesday
    thursday
    friday
    saturday
    sunday
    mon
    tue
    tues
    wed
    thu
    thur
    thurs
    fri
    sat
    sun
    montag
    dienstag
    mittwoch
    donnerstag
    freitag
    samstag
    sonnabend
    sonntag
    lundi
    mardi
    mercredi
    jeudi
    vendredi
    samedi
    dimanche
    lunes
    martes
    miercoles
    jueves
    viernes
    sabado
    domingo
    lunedi
    martedi
    mercoledi
    giovedi
    venerdi
    domenica
    maandag
    dinsdag
    woensdag
    donderdag
    vrijdag
    zaterdag
    zondag
    segunda
    terca
    quarta
    quinta
    sexta
    feira
    понедельник
    вторник
    среда
    четверг
    пятница
    суббота
    воскресенье
    # clock and zone
    am
    pm
    a.m.
    p.m.
    gmt
    utc
    bst
    ist
    est
    edt
    cst
    cdt
    mst
    mdt
    pst
    pdt
    et
    pt
    cet
    cest
    msk
    aest
    hrs
    hours
    uhr
    h
    t
    z
    local
    time
    # introducing words
    on
    at
    the
    last
    first
    date
    dated
    am
    um
    vom
    den
    der
    le
    el
    il
    op
    em
    a
    alle
    ore
    om
    in
    st
    nd
    rd
    th
    of
    de
    del
    original
    originally
    article
    г
    года
    """)
  /// Month names and their usual abbreviations in en, de, fr, es, it, nl, pt, ru (genitive), folded.
  static let months = WordTable(
    """
    january 1
    jan 1
    februar 2
    february 2
    feb 2
    march 3
    mar 3
    april 4
    apr 4
    may 5
    june 6
    jun 6
    july 7
    jul 7
    august 8
    aug 8
    september 9
    sept 9
    sep 9
    october 10
    oct 10
    november 11
    nov 11
    december 12
    dec 12
    januar 1
    janner 1
    marz 3
    mai 5
    juni 6
    juli 7
    oktober 10
    okt 10
    dezember 12
    dez 12
    janvier 1
    janv 1
    fevrier 2
    fevr 2
    mars 3
    avril 4
    avr 4
    juin 6
    juillet 7
    juil 7
    aout 8
    septembre 9
    octobre 10
    novembre 11
    decembre 12
    enero 1
    ene 1
    febrero 2
    marzo 3
    abril 4
    abr 4
    mayo 5
    junio 6
    julio 7
    agosto 8
    ago 8
    septiembre 9
    setiembre 9
    octubre 10
    noviembre 11
    diciembre 12
    dic 12
    gennaio 1
    gen 1
    febbraio 2
    aprile 4
    maggio 5
    mag 5
    giugno 6
    giu 6
    luglio 7
    lug 7
    settembre 9
    set 9
    ottobre 10
    ott 10
    dicembre 12
    januari 1
    februari 2
    maart 3
    mrt 3
    mei 5
    augustus 8
    janeiro 1
    fevereiro 2
    fev 2
    marco 3
    maio 5
    junho 6
    julho 7
    setembro 9
    outubro 10
    out 10
    novembro 11
    dezembro 12
    января 1
    февраля 2
    марта 3
    апреля 4
    мая 5
    июня 6
    июля 7
    августа 8
    сентября 9
    октября 10
    ноября 11
    декабря 12
    """)
}
