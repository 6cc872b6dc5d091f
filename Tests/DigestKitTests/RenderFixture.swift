import Extraction
import TextAnalysis

@testable import DigestKit

/// A small invented story with something for every section of a digest page.
enum RenderFixture {
  static let texts = [
    (
      id: "courier_7f3a",
      text: """
      Harbour bridge closed after crack found

      The Lindholm harbour bridge was closed on Tuesday after inspectors found a crack in its northern pier, the city said.

      “We will not open it again until it is safe – not a day earlier,” Mayor Ása Björk told reporters.

      About 12,000 vehicles cross the bridge every day, according to the city.

      The bridge was built in 1968 & widened in 2004.

      “It should have been seen in March,” said <b>Tom Reed</b>, who led the last inspection.

      The council meets on Friday to decide about a ferry.
      """
    ),
    (
      id: "herald_11",
      text: """
      Lindholm shuts harbour bridge

      By our staff

      Lindholm's harbour bridge was closed on Tuesday after inspectors found a crack in its northern pier, the city said.

      "We will not open it again until it is perfectly safe", said Mayor Björk.

      Nearly 15,000 cars use the bridge every day.

      The bridge was opened in 1969.

      Commuters waited for up to two hours on Tuesday morning. (Photo/J. Holm)
      """
    ),
    (
      id: "wire-3",
      text: """
      The Lindholm harbour bridge was closed on Tuesday after inspectors found a crack in its northern pier, the city said.

      "It should have been seen in March".

      A ferry could start within a week, a senior official said.
      """
    ),
  ]

  static func article(_ i: Int) -> StoryArticle {
    let (id, text) = texts[i]
    var article = Importer.plainText(text, file: id + ".txt")
    article.id = id
    article.metadata = Metadata()
    article.blocks = Document.paragraphs(in: Array(text.utf8))
    if i < 2 {
      article.blocks[0].kind = .headline
      article.metadata.title = article.string(article.blocks[0].span)
      article.metadata.outlet = ["Lindholm Courier", "The Morning Herald of the North"][i]
      article.metadata.url = ["https://courier.example/bridge?a=1&b=2", "javascript:alert(1)"][i]
    }
    if i == 1 { article.blocks[1].kind = .byline }
    article.metadata.published = i == 2 ? nil : CalendarDate(year: 2026, month: 3, day: 11)
    article.metadata.basis = ["published": "story.yml"]
    return StoryArticle(article, fallback: CalendarDate(year: 2026, month: 3, day: 10))
  }

  /// The nth place, from 1, where an article has these words.
  static func passage(_ article: Int, _ words: String, _ n: Int = 1) -> Passage {
    let text = Array(texts[article].text.utf8)
    let wanted = Array(words.utf8)
    var seen = 0
    for start in 0...(text.count - wanted.count) where text[start..<start + wanted.count].elementsEqual(wanted) {
      seen += 1
      if seen == n { return Passage(article: article, span: TextSpan(start..<start + wanted.count)) }
    }
    preconditionFailure("article \(article) does not have “\(words)” \(n) times")
  }

  /// The words without the first and last mark.
  static func content(_ article: Int, _ words: String) -> TextSpan { passage(article, words).span }

  static func digest(id: String = "harbour-bridge") -> Digest {
    func p(_ article: Int, _ words: String, _ n: Int = 1) -> Passage { passage(article, words, n) }
    let lede = "The Lindholm harbour bridge was closed on Tuesday after inspectors found a crack in its northern pier, the city said."
    let herald = "Lindholm's harbour bridge was closed on Tuesday after inspectors found a crack in its northern pier, the city said."
    let sharedEdit = Edit(kind: .substitution, base: p(0, "The Lindholm"), other: p(1, "Lindholm's"))

    let safe = "“We will not open it again until it is safe – not a day earlier,”"
    let perfectly = "\"We will not open it again until it is perfectly safe\""
    let march = "“It should have been seen in March,”"
    let bareMarch = "\"It should have been seen in March\""
    let end = Passage(article: 1, span: TextSpan(start: p(1, perfectly).span.end - 1, end: p(1, perfectly).span.end - 1))
    let beforeSafe = Passage(article: 0, span: TextSpan(start: p(0, "safe –").span.start, end: p(0, "safe –").span.start))

    var reports = [ArticleReport(), ArticleReport(), ArticleReport()]
    reports[0].words = 98
    reports[0].sharedShare = 0.31
    reports[0].onlyHere = [p(0, "The council meets on Friday to decide about a ferry.")]
    reports[0].sourcing.named = [p(0, "Mayor Ása Björk"), p(0, "Tom Reed")]
    reports[0].sourcing.institutions = [p(0, "the city"), p(0, "the city", 2)]
    reports[0].sourcing.unattributed = 2
    reports[1].words = 62
    reports[1].sharedShare = 0.42
    reports[1].onlyHere = [p(1, "Commuters waited for up to two hours on Tuesday morning.")]
    reports[1].notFoundHere = [1]
    reports[1].warnings = [Warning(.alteredQuote, passage: p(1, perfectly), against: [p(0, safe)])]
    reports[2].words = 36
    reports[2].sharedShare = 0.8
    reports[2].sourcing.unnamed = [p(2, "a senior official")]
    reports[2].warnings = [
      Warning(.noHeadline), Warning(.noOutlet), Warning(.quoteWithoutSpeaker, passage: p(2, bareMarch)), Warning(.mostlyShared),
    ]

    func variant(
      _ article: Int, _ words: String, speaker: Passage?, cue: Passage?, basis: String, entity: String?, changes: [Edit] = [],
      altered: Bool = false
    ) -> QuoteEntry.Variant {
      let passage = p(article, words, 1)
      let marks = words.hasPrefix("“") ? Int32(3) : 1
      return QuoteEntry.Variant(
        passage: passage, content: TextSpan(start: passage.span.start + marks, end: passage.span.end - marks), speakerText: speaker,
        cue: cue,
        basis: basis, speaker: entity, changes: changes, isAltered: altered, isClosed: true, isOtherSpeaker: false)
    }
    let quotes = [
      QuoteEntry(
        id: "q1", entity: "e1", speakerName: "Ása Björk", basis: "cue",
        variants: [
          variant(0, safe, speaker: p(0, "Mayor Ása Björk"), cue: p(0, "told"), basis: "cue", entity: "e1"),
          variant(
            1, perfectly, speaker: p(1, "Mayor Björk"), cue: p(1, "said Mayor"), basis: "cue", entity: "e1",
            changes: [
              Edit(kind: .insertion, base: beforeSafe, other: p(1, "perfectly ")),
              Edit(kind: .deletion, base: p(0, "– not a day earlier"), other: end),
            ], altered: true),
        ], texts: 2),
      QuoteEntry(
        id: "q2", entity: "e2", speakerName: "Tom Reed", basis: "cue",
        variants: [
          variant(0, march, speaker: p(0, "Tom Reed"), cue: p(0, "said <b>Tom"), basis: "cue", entity: "e2"),
          variant(2, bareMarch, speaker: nil, cue: nil, basis: "none", entity: nil),
        ], texts: 2),
      QuoteEntry(
        id: "q3", entity: nil, speakerName: nil, basis: "none",
        variants: [variant(2, bareMarch, speaker: nil, cue: nil, basis: "none", entity: nil)], texts: 1),
    ]

    func mention(_ passage: Passage, _ expression: Passage?, _ value: String, _ rule: String, _ reason: String? = nil)
      -> TimelineEntry.Mention
    {
      TimelineEntry.Mention(passage: passage, expression: expression, value: value, rule: rule, reason: reason)
    }
    let timeline = [
      TimelineEntry(
        id: "t1", date: "1968", precision: .year, layer: .background,
        mentions: [mention(p(0, "The bridge was built in 1968 & widened in 2004."), p(0, "1968"), "1968", "year")], conflict: ["t2"],
        texts: 1),
      TimelineEntry(
        id: "t2", date: "1969", precision: .year, layer: .background,
        mentions: [mention(p(1, "The bridge was opened in 1969."), p(1, "1969"), "1969", "year")], conflict: ["t1"], texts: 1),
      TimelineEntry(
        id: "t3", date: "2026-03-10", precision: .day, layer: .day,
        mentions: [
          mention(p(0, lede), p(0, "Tuesday"), "2026-03-10", "weekday-past", "the Tuesday before publication, past tense"),
          mention(p(1, herald), p(1, "Tuesday"), "2026-03-10", "weekday-past", "the Tuesday before publication, past tense"),
          mention(p(2, lede), p(2, "Tuesday"), "2026-03-10", "weekday-past", "the day of the event, past tense"),
        ], conflict: [], texts: 1),
      TimelineEntry(
        id: "t4", date: "2026-03-13", precision: .day, layer: .scheduled,
        mentions: [
          mention(
            p(0, "The council meets on Friday to decide about a ferry."), p(0, "Friday"), "2026-03-13", "weekday-future",
            "the Friday after publication")
        ], conflict: [], texts: 1),
    ]

    let claims = [
      Claim(id: "c1", mentions: [p(0, lede), p(1, herald), p(2, lede)], texts: 1),
      Claim(id: "c2", mentions: [p(0, march), p(2, bareMarch)], texts: 2),
    ]
    var wording = Wording()
    wording.nonSpeech = [(passage: p(1, "(Photo/J. Holm)"), kind: .term)]
    wording.substitutions = [Wording.Substitution(from: p(0, "vehicles"), to: p(1, "cars"), others: [])]
    let cityForms = [p(0, "the city"), p(1, "the city")]
    let story = Story(
      id: id, title: "Harbour bridge", date: CalendarDate(year: 2026, month: 3, day: 10), note: "What *three* outlets made of it.",
      articles: texts.indices.map(article),
      corrections: [Correction(change: .hideTimeline("2004"), because: "not part of the event", line: 4)])
    return Digest(
      story: story, from: "1968", to: "2026-03-13", articles: reports, texts: [[0, 2], [1]], timeline: timeline, quotes: quotes,
      entities: [
        EntityEntry(
          id: "e1", name: "Ása Björk", kind: .person, forms: [p(0, "Ása Björk"), p(1, "Björk")],
          fullForms: [p(0, "Mayor Ása Björk"), p(1, "Mayor Björk")], roles: [p(0, "Mayor")], metonymOf: nil),
        EntityEntry(
          id: "e2", name: "Tom Reed", kind: .person, forms: [p(0, "Tom Reed")], fullForms: [p(0, "Tom Reed")],
          roles: [p(0, "who led the last inspection")], metonymOf: nil),
        EntityEntry(id: "e3", name: "the city", kind: .organization, forms: cityForms, fullForms: cityForms, roles: [], metonymOf: nil),
      ],
      figures: [
        FigureEntry(
          id: "f1", unit: "vehicle", of: p(0, "vehicles"),
          mentions: [
            FigureEntry.Mention(
              passage: p(0, "About 12,000 vehicles"), value: 12000, upper: nil, qualifier: "~", asOf: nil, asOfValue: nil),
            FigureEntry.Mention(passage: p(1, "Nearly 15,000 cars"), value: 15000, upper: nil, qualifier: "<", asOf: nil, asOfValue: nil),
          ], differs: true)
      ],
      claims: claims,
      differences: [
        Difference(
          kind: .figure,
          sides: [
            [p(0, "About 12,000 vehicles cross the bridge every day, according to the city.")],
            [p(1, "Nearly 15,000 cars use the bridge every day.")],
          ], focus: [p(0, "About 12,000 vehicles"), p(1, "Nearly 15,000 cars")], about: "f1"),
        Difference(
          kind: .time, sides: [[timeline[0].mentions[0].passage], [timeline[1].mentions[0].passage]], focus: [p(0, "1968"), p(1, "1969")],
          about: "t1"),
      ],
      shared: [
        SharedEntry(
          id: "s1", passage: SharedPassage(kind: .edited, passages: [p(0, lede), p(1, herald), p(2, lede)], edits: [sharedEdit]))
      ],
      wording: wording, corrections: [AppliedCorrection(correction: story.corrections[0], affected: [p(0, "widened in 2004")])])
  }
}
