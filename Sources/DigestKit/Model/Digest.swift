import Extraction
import TextAnalysis

/// What the coverage of one event adds up to: everything a digest page and `digest.json` show.
///
/// All shown words are passages of ``story``'s articles. Ids are short, unique within the digest and stable for the same input
/// (`t1`, `q1`, `e1`, `f1`, `c1`, `s1`, in the order shown).
public struct Digest: Sendable {
  public var story: Story
  /// First and last day of the timeline, ISO 8601; nil if nothing is dated.
  public var from: String?
  public var to: String?
  /// Parallel to the story's articles.
  public var articles: [ArticleReport]
  /// Independent texts: groups of article indices.
  public var texts: [[Int]]
  /// By date, then by order within the day.
  public var timeline: [TimelineEntry]
  /// What two articles or more tell, event by event: the words of each that name it. In the order first told.
  public var events: [TimelineEntry] = []
  /// By speaker (most quoted first, unattributed last), then by order of first appearance.
  public var quotes: [QuoteEntry]
  /// Most mentioned first.
  public var entities: [EntityEntry]
  public var figures: [FigureEntry]
  /// Claims that two or more articles carry, most independent texts first.
  public var claims: [Claim]
  /// Most telling first.
  public var differences: [Difference]
  public var shared: [SharedEntry]
  public var wording: Wording
  public var corrections: [AppliedCorrection]
}

/// What concerns one article alone.
public struct ArticleReport: Sendable {
  public var warnings: [Warning] = []
  /// Sentences of the story that no other article carries, in text order.
  public var onlyHere: [Passage] = []
  /// Indices into ``Digest/claims`` of claims that two other texts or more carry and this article does not.
  public var notFoundHere: [Int] = []
  /// Share of the article's words, 0–1, that stand in another article too.
  public var sharedShare = 0.0
  public var sourcing = Sourcing()
  /// Words of the running text.
  public var words = 0

  public init() {}
}

/// Something a reader of this article should know.
public struct Warning: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The headline names something that no sentence of any article supports.
    case unsupportedHeadline = "unsupported-headline"
    case noHeadline = "no-headline"
    case noDate = "no-date"
    case noOutlet = "no-outlet"
    case quoteWithoutSpeaker = "quote-without-speaker"
    case unclosedQuote = "unclosed-quote"
    /// A crosshead whose words occur nowhere in the text below it.
    case orphanCrosshead = "orphan-crosshead"
    /// The words inside quotation marks differ from those of other articles.
    case alteredQuote = "altered-quote"
    /// Words were exchanged throughout ("Russian Federation" where all others have "Russia").
    case substitutedWords = "substituted-words"
    /// Published before the event, or speaks of it in the future tense.
    case writtenBeforeEvent = "written-before-event"
    /// Most of its words stand in another article.
    case mostlyShared = "mostly-shared"
    /// Little in common with the other articles.
    case offTopic = "off-topic"
    /// Not in the language of the analysis: less was found.
    case otherLanguage = "other-language"
    /// The text is a feed's summary of the article: what it lacks says nothing about the article.
    case onlySummary = "only-summary"
  }
  public var kind: Kind
  /// The words that show it; nil if it concerns the whole article.
  public var passage: Passage?
  /// Passages elsewhere that it was compared with.
  public var against: [Passage]

  public init(_ kind: Kind, passage: Passage? = nil, against: [Passage] = []) {
    self.kind = kind
    self.passage = passage
    self.against = against
  }
}

/// Who an article's statements are attributed to.
public struct Sourcing: Sendable {
  /// Attributions to named people, to institutions, to sources without a name ("a senior official"): the words that name them.
  public var named: [Passage] = []
  public var institutions: [Passage] = []
  public var unnamed: [Passage] = []
  /// Sentences of the story without any attribution.
  public var unattributed = 0

  public init() {}
}

public struct TimelineEntry: Sendable {
  public enum Precision: String, Sendable {
    case day, week, weekend, month, season, quarter, year, decade, century, range, time
  }
  /// Where an entry stands to the day of the story.
  public enum Layer: String, Sendable, CaseIterable {
    case background
    case runUp = "run-up"
    case day
    case aftermath
    case scheduled
  }
  public struct Mention: Sendable {
    /// The sentence or clause.
    public var passage: Passage
    /// The words that date it; nil if it is dated by publication or by another sentence.
    public var expression: Passage?
    /// TIMEX3 value.
    public var value: String
    public var rule: String
    /// Why this date, in the page's words: "the Thursday before publication, past tense".
    public var reason: String?

    public init(passage: Passage, expression: Passage?, value: String, rule: String, reason: String? = nil) {
      self.passage = passage
      self.expression = expression
      self.value = value
      self.rule = rule
      self.reason = reason
    }
  }
  public var id: String
  /// ISO 8601: `2017`, `2017-05`, `2017-05-10`, `2017-05-06/2017-05-07`.
  public var date: String
  public var precision: Precision
  public var layer: Layer
  /// The most complete first, then in article order.
  public var mentions: [Mention]
  /// Ids of entries that date the same event differently.
  public var conflict: [String]
  /// Independent texts that carry it.
  public var texts: Int
}

public struct QuoteEntry: Sendable {
  public struct Variant: Sendable {
    /// With its quotation marks.
    public var passage: Passage
    /// Without them.
    public var content: TextSpan
    /// The article's own words for the speaker.
    public var speakerText: Passage?
    public var cue: Passage?
    /// How this article's attribution was found; `Quotation.Basis`.
    public var basis: String
    /// Entity id of this variant's own speaker; nil if none.
    public var speaker: String?
    /// Against the first variant, which is the fullest.
    public var changes: [Edit]
    /// Words inside the quotation marks differ, beyond cuts, spelling and punctuation.
    public var isAltered: Bool
    public var isClosed: Bool
    /// This article names another speaker than the entry's.
    public var isOtherSpeaker: Bool
    /// It has less than four fifths of the fullest version's words: another article's part may be another one.
    public var isPart = false
  }
  /// The versions that have the words of the fullest, or nearly all.
  public var wholeVariants: [Variant] { variants.filter { !$0.isPart } }
  public var id: String
  /// Entity id; nil if the speaker is no entity or unknown.
  public var entity: String?
  /// Nil: nobody.
  public var speakerName: String?
  /// `cue`, `according-to`, …; `variant` if another article's variant names the speaker; `correction`; `none`.
  public var basis: String
  /// The fullest first.
  public var variants: [Variant]
  public var texts: Int
}

public struct EntityEntry: Sendable {
  public var id: String
  public var name: String
  public var kind: Entity.Kind
  /// Every mention: the name as it stands.
  public var forms: [Passage]
  /// The same mentions with titles: parallel to `forms`.
  public var fullForms: [Passage]
  /// Descriptions: "the veteran Russian diplomat".
  public var roles: [Passage]
  /// Id of the entity it stands for.
  public var metonymOf: String?
}

public struct FigureEntry: Sendable {
  public struct Mention: Sendable {
    public var passage: Passage
    public var value: Double
    public var upper: Double?
    public var qualifier: String?
    /// The date expression it holds for, and its value.
    public var asOf: Passage?
    public var asOfValue: String?
  }
  public var id: String
  public var unit: String?
  /// What is counted, as written in the first mention.
  public var of: Passage?
  public var mentions: [Mention]
  /// Articles give different numbers for one thing at one time.
  public var differs: Bool
  /// The mentions that another is at odds with; empty if `differs` was set otherwise.
  var opposed: Set<Passage> = []
}

public struct Claim: Sendable {
  public var id: String
  /// At most one an article is shown; the one that stands best for all first, then in article order.
  public var mentions: [Passage]
  public var texts: Int
}

public struct Difference: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case figure, time, speaker, wording, statement
  }
  public var kind: Kind
  /// Two or more; passages of one side agree.
  public var sides: [[Passage]]
  /// The words that differ, within the first passage of each side; may be empty.
  public var focus: [Passage]
  /// Id of the timeline entry, quote, figure or claim that it belongs to.
  public var about: String?
  /// Of each side, how many independent texts stand behind it: ``Comparison/witnesses(of:)``.
  public var texts: [Int] = []
}

public struct SharedEntry: Sendable {
  public var id: String
  public var passage: SharedPassage
}

/// How articles word the same thing.
public struct Wording: Sendable {
  /// One expression for another in sentences that are otherwise shared.
  public struct Substitution: Sendable {
    /// As in the first occurrence.
    public var from: Passage
    public var to: Passage
    /// Every further occurrence, pairs.
    public var others: [Edit]
  }
  /// Words that only one article puts in quotation marks, or nobody is said to have said.
  public var nonSpeech: [(passage: Passage, kind: NonSpeech.Kind)] = []
  public var substitutions: [Substitution] = []

  public init() {}
}

/// A correction and what it did.
public struct AppliedCorrection: Sendable {
  public var correction: Correction
  /// What it changed; empty if it matched nothing, which is also a diagnostic.
  public var affected: [Passage]
}
