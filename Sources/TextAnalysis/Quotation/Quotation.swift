/// A quotation with its attribution, after PARC 3.0: content, cue and source.
public struct Quotation: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// A whole utterance in quotation marks.
    case direct
    /// A fragment inside the writer's own sentence.
    case mixed
  }

  /// How the words of the source stand in the text.
  public enum SourceKind: String, Sendable {
    case name, nominal, pronoun
  }

  /// How the speaker was found, strongest first.
  public enum Basis: String, Sendable {
    /// A cue verb with its subject beside the quotation: `"…," said X`, `X said: "…"`.
    case cue
    /// "according to X", "X's statement that …".
    case accordingTo = "according-to"
    /// `Name: "…"`, interview or transcript.
    case transcript
    /// The subject of the clause that a fragment stands in.
    case clause
    /// The other part of a split quotation, or the paragraph before in a quotation of several.
    case continuation
    /// Follows another quotation, no cue of its own.
    case previous
    /// The next or last speaker that the paragraph names.
    case context
    /// Nobody.
    case none
  }

  /// Quotation marks included; an unclosed one ends at its paragraph (without trailing white space).
  public var span: TextSpan
  /// Without the marks.
  public var content: TextSpan
  public var kind: Kind
  /// Quotations of one utterance, split by "said X" or paragraph breaks, share a number; counts from 0 in text order.
  public var group: Int
  /// The words that name the speaker where the attribution stands ("he", "the ministry", "Lavrov").
  public var source: TextSpan?
  public var sourceKind: SourceKind?
  /// Index into ``Annotations/entities`` of who that is.
  public var speaker: Int?
  /// What to call the speaker: the entity's name, else the noun phrase as written ("a senior official"); nil if unknown.
  public var speakerName: String?
  /// The cue verb or phrase ("said", "according to").
  public var cue: TextSpan?
  public var basis: Basis
  /// False if the closing mark is missing, or the opening one. A paragraph after which the next opens with a mark again lacks none.
  public var isClosed: Bool
  /// A pronoun stands for the speaker and could not be resolved.
  public var isUnresolved: Bool

  public init(
    span: TextSpan, content: TextSpan, kind: Kind, group: Int, source: TextSpan? = nil, sourceKind: SourceKind? = nil,
    speaker: Int? = nil, speakerName: String? = nil, cue: TextSpan? = nil, basis: Basis = .none, isClosed: Bool = true,
    isUnresolved: Bool = false
  ) {
    self.span = span
    self.content = content
    self.kind = kind
    self.group = group
    self.source = source
    self.sourceKind = sourceKind
    self.speaker = speaker
    self.speakerName = speakerName
    self.cue = cue
    self.basis = basis
    self.isClosed = isClosed
    self.isUnresolved = isUnresolved
  }
}

/// Words in quotation marks that are not somebody's speech.
public struct NonSpeech: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case title, nickname, term
    case scare = "scare-quote"
  }
  /// Quotation marks included.
  public var span: TextSpan
  public var kind: Kind

  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}
