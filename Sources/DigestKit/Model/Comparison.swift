import TextAnalysis

/// What the articles of one story have in common, as alignments between passages.
public struct Comparison: Sendable {
  /// Independent texts: groups of article indices that carry one text (agency copy and its reprints). In order of first article.
  public let texts: [[Int]]
  /// Text that two or more articles share.
  public let shared: [SharedPassage]
  /// Quotations of one utterance across (and inside) articles; every quotation is in exactly one group, singletons included.
  public var quotes: [[QuoteRef]]
  /// Sentences (or clauses) of different articles that make the same claim; only groups with two articles or more.
  public var claims: [[Passage]]
  /// Indices of claims whose sentences are not alike enough that what one of them says may be taken for the others: a date, for one.
  var faintClaims: Set<Int> = []
  /// Sentences that have their like in other articles, whether they make one claim or not, with these articles.
  var resembled: [Passage: Set<Int>] = [:]
  /// Story-wide entities.
  public var entities: [StoryEntity]
  /// Which passages stand in copied text.
  private let copies: CopyIndex

  public init(texts: [[Int]], shared: [SharedPassage], quotes: [[QuoteRef]], claims: [[Passage]], entities: [StoryEntity]) {
    self.texts = texts
    self.shared = shared
    self.quotes = quotes
    self.claims = claims
    self.entities = entities
    copies = CopyIndex(texts: texts, shared: shared)
  }

  /// How many independent witnesses stand behind passages: passages of one text (``texts``), or with one copied sentence between
  /// them, count as one.
  ///
  /// A copied sentence counts if it fills at least half of a passage; shared words that are quotation alone do not, since two
  /// reporters may have heard them. No passages, no witnesses. Cost: by passages, times the shared passages in one sentence.
  public func witnesses(of passages: some Sequence<Passage>) -> Int { copies.witnesses(of: passages) }

  /// How many independent texts stand behind passages: ``witnesses(of:)``.
  public func independentTexts(of passages: some Sequence<Passage>) -> Int { copies.witnesses(of: passages) }
}

/// A quotation of a story.
public struct QuoteRef: Hashable, Sendable {
  public var article: Int
  /// Index into that article's ``Annotations/quotations``.
  public var quotation: Int

  public init(article: Int, quotation: Int) {
    self.article = article
    self.quotation = quotation
  }
}

/// An entity of a story: entities of single articles that are the same.
public struct StoryEntity: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public var article: Int
    /// Index into that article's ``Annotations/entities``.
    public var entity: Int

    public init(article: Int, entity: Int) {
      self.article = article
      self.entity = entity
    }
  }
  public var name: String
  public var kind: Entity.Kind
  public var members: [Member]

  public init(name: String, kind: Entity.Kind, members: [Member]) {
    self.name = name
    self.kind = kind
    self.members = members
  }
}

/// Text that stands in two or more articles, the same or edited.
public struct SharedPassage: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// The same words; quotation marks, blanks and dashes may differ in shape.
    case verbatim
    case edited
  }
  public var kind: Kind
  /// One an article or more, sorted; the first is the base of `edits`.
  public var passages: [Passage]
  /// Of each passage after the first, in order, against the first.
  public var edits: [Edit]
  /// Hardly a word of it stands outside quotation marks: the articles may have heard the same words rather than copied a text.
  public var isQuotation: Bool

  public init(kind: Kind, passages: [Passage], edits: [Edit], isQuotation: Bool = false) {
    self.kind = kind
    self.passages = passages
    self.edits = edits
    self.isQuotation = isQuotation
  }
}

/// A word-level difference between two aligned passages.
public struct Edit: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case insertion, deletion, substitution
    /// A substitution that only changes the spelling, transliteration or contraction of a word.
    case spelling
    case punctuation
    /// The same words in another order.
    case order
  }
  public var kind: Kind
  /// The words in the base; empty span at the place for an insertion.
  public var base: Passage
  /// The words in the other passage; empty span at the place for a deletion.
  public var other: Passage

  public init(kind: Kind, base: Passage, other: Passage) {
    self.kind = kind
    self.base = base
    self.other = other
  }
}
