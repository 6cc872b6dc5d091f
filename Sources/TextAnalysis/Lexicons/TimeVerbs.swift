/// What a word says about the time of its clause, without a part-of-speech tagger.
enum TenseCue: Int, Sendable {
  /// "will", "shall".
  case future = 1
  /// "would", "could", "should", "may", "can": what follows has not happened at the time of the telling.
  case modal = 2
  /// A past form that is no participle of another reading: "was", "said", "met".
  case past = 3
  /// "is", "are".
  case present = 4
  /// "has", "have".
  case perfect = 5
  /// Looks ahead whatever its form: "expected", "scheduled", "plans", "due".
  case ahead = 6
  /// Looks ahead where "to" or "for" follows: "set to", "plans for".
  case leading = 11
  /// The third person of verbs that news uses for what is about to happen: "opens", "meets".
  case timetable = 7
  /// As ``timetable`` between two names or behind a pronoun; nothing else: "face", "plays", "returns".
  case fixture = 13
  /// Looks ahead where "effect" or "force" follows: "takes effect", "come into force".
  case effective = 12
  /// Takes an infinitive that lies ahead: "agreed to", "vowed to".
  case promising = 8
  /// A verb of reporting in the past tense.
  case reporting = 9
  /// A past verb of reporting that takes the hearer as its object: "told reporters".
  case telling = 10
}

enum TimeVerbs {
  static let cues = WordTable(
    entries: WordTable.lines(of: source).flatMap { line -> [(Substring, Int32)] in
      guard let colon = line.firstIndex(of: ":"), let cue = Int32(line[..<colon]) else { return [] }
      return line[line.index(after: colon)...].split(separator: " ").map { ($0, cue) }
    })

  /// Lines of `cue: words`; the numbers are those of ``TenseCue``.
  private static let source: StaticString = """
    # Written for this project from general knowledge of English; no source was copied.
    1: will 'll shall won't gonna shan't
    2: would could should might must may can cannot can't couldn't wouldn't shouldn't 'd ought
    3: was were had did wasn't weren't hadn't didn't went came saw took gave got made became began broke brought bought built caught
    3: chose cost cut dealt drew drove ate fell felt fought found flew forgot froze grew hid hit held hurt kept knew laid led left lent
    3: let lay lost met paid put quit ran rang rose sank sat sent set shook shot shut slept slid sold sought spent split spoke
    3: spread stole stood struck stuck swept swore swung taught thought threw tore understood undid won wore wound withdrew
    3: overcame overthrew resold fled bled bred fed shed sped slew strove bid burst cast bore blew beat dug leapt lit rode sang shrank
    3: died lied stung tied underwent upheld wept wrote been seen taken given gone done known shown born broken chosen drawn driven eaten
    3: fallen flown forgotten frozen grown hidden risen shaken spoken stolen sworn thrown torn worn written woken undergone begun
    4: is are am isn't aren't 're 'm be
    5: has have hasn't haven't 've
    6: expected scheduled planned slated due expects expect expecting planning expecting hoping aiming
    6: intends intend intending intended likely unlikely poised forthcoming upcoming supposed tentatively anticipated
    6: projected looms approaching pending considering eligible wants want
    11: set plan plans schedule hopes hope aims aim ready prepared prepares preparing bound deadline going seeks seek proposes deadlines forecast
    12: take takes go goes come comes enter enters
    7: opens begins starts meets arrives leaves expires closes launches joins testifies resumes airs premieres debuts
    7: meet resume begin arrive reopens reopen departs ends
    13: face faces play plays host returns kicks runs turns calls
    0: hundred naked sacred wicked crooked beloved rugged being
    8: agreed vowed promised threatened decided pledged offered wanted hoped invited urged ordered told asked called voted
    8: warned needed allowed authorized authorised volunteered demanded moved resolved summoned
    9: said reported announced added wrote noted stated declared confirmed testified argued acknowledged conceded insisted
    9: commented predicted claimed quoted disclosed revealed suggested
    10: told informed advised reminded
    """
}
