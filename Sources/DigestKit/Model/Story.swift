import Extraction
import TextAnalysis

/// The articles about one event, read and annotated: the input of comparison and composition.
public struct Story: Sendable {
  /// The folder's name; safe as a path component.
  public var id: String
  public var title: String
  /// The day of the event; the reference date of articles that give none.
  public var date: CalendarDate?
  /// The editor's note, Markdown.
  public var note: String?
  public var articles: [StoryArticle]
  public var corrections: [Correction]

  public init(
    id: String, title: String, date: CalendarDate? = nil, note: String? = nil, articles: [StoryArticle], corrections: [Correction] = []
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.note = note
    self.articles = articles
    self.corrections = corrections
  }

  /// The words of a passage.
  public func string(_ passage: Passage) -> String { articles[passage.article].document.string(passage.span) }
}

/// One article of a story with everything that was found in it. A class, since it is handed about much and never changes.
public final class StoryArticle: Sendable {
  public let article: Article
  public let document: Document
  public let annotations: Annotations
  public let published: Publication?

  /// The day an article was published, and how that is known.
  public struct Publication: Sendable, Equatable {
    public var date: CalendarDate
    /// `story.yml`, `front matter`, `datePublished`, …; `event date` if the story's date stood in; `computed` if the article's own
    /// words gave it.
    public var basis: String

    public init(date: CalendarDate, basis: String) {
      self.date = date
      self.basis = basis
    }
  }

  /// Annotates an article. Its day of publication is the one its source gives, else the one its own words prove, else `fallback`,
  /// the day of the event.
  public convenience init(_ article: Article, fallback: CalendarDate? = nil) {
    let document = Document(article.text, blocks: article.blocks)
    let published =
      article.metadata.published.map { Publication(date: $0, basis: article.metadata.basis["published"] ?? "article") }
      ?? ReferenceDay(readFrom: document).map { Publication(date: $0.day, basis: "computed") }
      ?? fallback.map { Publication(date: $0, basis: "event date") }
    self.init(
      article: article, document: document, annotations: Annotations(of: document, reference: published?.date), published: published)
  }

  private init(article: Article, document: Document, annotations: Annotations, published: Publication?) {
    self.article = article
    self.document = document
    self.annotations = annotations
    self.published = published
  }

  /// The same with another account of where it comes from; its text must be the same.
  func with(_ article: Article) -> StoryArticle {
    StoryArticle(article: article, document: document, annotations: annotations, published: published)
  }

  /// The same with other annotations.
  func with(_ annotations: Annotations) -> StoryArticle {
    StoryArticle(article: article, document: document, annotations: annotations, published: published)
  }
}

/// An article and a span of its text: every shown fact cites one. (The term is from text reuse detection.)
public struct Passage: Hashable, Comparable, Sendable {
  /// Index into ``Story/articles``.
  public var article: Int
  /// UTF-8 offsets into the article's text.
  public var span: TextSpan

  public init(article: Int, span: TextSpan) {
    self.article = article
    self.span = span
  }

  public static func < (a: Passage, b: Passage) -> Bool { a.article != b.article ? a.article < b.article : a.span < b.span }
}

/// An editor's correction, from `story.yml`.
public struct Correction: Sendable, Equatable {
  public enum Change: Sendable, Equatable {
    /// The speaker of the quotations that contain `quote`; in all articles if `article` is nil; nil `name`: nobody.
    case speaker(article: String?, quote: String, name: String?)
    /// Leave out timeline entries with this date, or whose text contains `text`.
    case hideTimeline(String)
    /// Leave out quotations that contain these words.
    case hideQuote(String)
    /// Two names, one entity.
    case alias([String])
    /// Two names that must not be joined.
    case distinct([String])
    /// The date of the nth (from 1) occurrence of an expression.
    case date(article: String, expression: String, occurrence: Int, value: String)
  }

  public var change: Change
  public var because: String?
  /// Where it stands: `story.yml` line, from 1.
  public var line: Int

  public init(change: Change, because: String? = nil, line: Int = 0) {
    self.change = change
    self.because = because
    self.line = line
  }

  /// The article that it is about, by any of its names; nil if it is about all.
  var article: String? {
    switch change {
    case .speaker(let article, _, _): article
    case .date(let article, _, _, _): article
    case .hideTimeline, .hideQuote, .alias, .distinct: nil
    }
  }
}
