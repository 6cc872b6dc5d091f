import TextAnalysis

/// What the articles of one story have in common, as alignments between passages.
public struct Comparison: Sendable {
  /// Independent texts: groups of article indices that carry one text (agency copy and its reprints). In order of first article.
  public var texts: [[Int]]
  /// Text that two or more articles share.
  public var shared: [SharedPassage]
  /// Quotations of one utterance across (and inside) articles; every quotation is in exactly one group, singletons included.
  public var quotes: [[QuoteRef]]
  /// Sentences (or clauses) of different articles that make the same claim; only groups with two articles or more.
  public var claims: [[Passage]]
  /// Story-wide entities.
  public var entities: [StoryEntity]

  public init(texts: [[Int]], shared: [SharedPassage], quotes: [[QuoteRef]], claims: [[Passage]], entities: [StoryEntity]) {
    self.texts = texts
    self.shared = shared
    self.quotes = quotes
    self.claims = claims
    self.entities = entities
  }
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

  public init(kind: Kind, passages: [Passage], edits: [Edit]) {
    self.kind = kind
    self.passages = passages
    self.edits = edits
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

extension Comparison {
  /// How many independent texts stand behind passages: groups of ``texts`` with at least one of them.
  public func independentTexts(of passages: some Sequence<Passage>) -> Int {
    let carriers = Set(passages.map(\.article))
    return texts.count { group in group.contains { carriers.contains($0) } }
  }
}
