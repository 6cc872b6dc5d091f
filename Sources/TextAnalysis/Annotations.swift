/// What one article says, and where: every result is a span of the document's text.
///
/// A pure function of the document and its reference date. Analysis never fails; it leaves out what it is not sure of.
public struct Annotations: Sendable {
  /// In text order, not overlapping.
  public var timexes: [Timex]
  /// In text order, outermost only, not overlapping.
  public var quotations: [Quotation]
  /// Stretches in quotation marks that nobody is said to have said: titles of works, nicknames, terms, scare quotes.
  public var nonSpeech: [NonSpeech]
  /// Sources of indirect speech, in text order.
  public var attributions: [Attribution]
  /// People, organisations and places of this article, in order of first mention.
  public var entities: [Entity]
  /// Every naming of an entity, in text order, not overlapping.
  public var mentions: [Mention]
  /// Numbers with what they count, in text order.
  public var figures: [Figure]

  /// - Parameter reference: the day of publication; without it relative dates stay unresolved.
  public init(of document: Document, reference: CalendarDate? = nil) {
    let names = NameTagger.tag(document)
    entities = names.entities
    mentions = names.mentions
    timexes = TimexTagger.tag(document, reference: reference)
    let speech = QuotationTagger.tag(document, entities: names.entities, mentions: names.mentions)
    quotations = speech.quotations
    nonSpeech = speech.nonSpeech
    attributions = AttributionTagger.tag(document, entities: names.entities, mentions: names.mentions, quotations: speech.quotations)
    figures = FigureTagger.tag(document, timexes: timexes)
  }

  /// Mentions from the first that ends behind an offset on. Cost: logarithmic.
  public func mentions(endingAfter offset: Int32) -> ArraySlice<Mention> {
    mentions[Self.first(in: mentions, endingAfter: offset, \.span.end)...]
  }

  /// Temporal expressions from the first that ends behind an offset on. Cost: logarithmic.
  public func timexes(endingAfter offset: Int32) -> ArraySlice<Timex> {
    timexes[Self.first(in: timexes, endingAfter: offset, \.span.end)...]
  }

  private static func first<Element>(in list: [Element], endingAfter offset: Int32, _ end: (Element) -> Int32) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if end(list[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
