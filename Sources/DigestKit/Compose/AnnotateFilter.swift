import Extraction
import TextAnalysis

/// One line of JSON Lines as `annotate` and `compose` take it.
public struct ArticleLine: Sendable {
  /// `id` of the line, else its number.
  public var id: String
  /// `story` of the line; nil if it has none.
  public var story: String?
  public var article: Article
  /// Every key of the line but `text`, in its order.
  public var rest: [(key: String, value: JSON)]

  /// Why a line is no article.
  public enum Failure: Error, Equatable {
    /// UTF-8 offset into the line, and what is wrong there.
    case notJSON(offset: Int, message: String)
    case notAnObject
    case missingText
    /// A key whose value has the wrong type.
    case wrongType(key: String, expected: String)
    case notADate(String)
  }

  /// - Parameter number: the line's number, from 1.
  public init(parsing line: some Collection<UInt8>, number: Int) throws(Failure) {
    let value: JSON
    do {
      value = try JSON(parsing: line)
    } catch {
      throw .notJSON(offset: error.offset, message: error.message)
    }
    guard case .object(let members) = value else { throw .notAnObject }
    guard let text = value["text"] else { throw .missingText }
    guard let text = text.string else { throw .wrongType(key: "text", expected: "a string") }

    func optionalString(_ key: String) throws(Failure) -> String? {
      switch value[key] {
      case nil, .null: return nil
      case .string(let string): return string.isEmpty ? nil : string
      case .number(let digits): return digits
      default: throw .wrongType(key: key, expected: "a string")
      }
    }

    id = try optionalString("id") ?? String(number)
    story = try optionalString("story")
    rest = members.filter { $0.key != "text" }
    var article = Importer.plainText(text, file: id)
    article.id = id
    func take(_ key: String, _ field: WritableKeyPath<Metadata, String?>) throws(Failure) {
      guard let given = try optionalString(key) else { return }
      article.metadata[keyPath: field] = given
      article.metadata.basis[key] = "JSON Lines"
    }
    try take("title", \.title)
    try take("dek", \.dek)
    try take("outlet", \.outlet)
    try take("agency", \.agency)
    try take("url", \.url)
    try take("language", \.language)
    for key in ["published", "date"] {
      guard let given = try optionalString(key) else { continue }
      guard let date = CalendarDate(iso: given) else { throw .notADate(given) }
      article.metadata.published = date
      article.metadata.basis["published"] = "JSON Lines"
    }
    switch value["authors"] {
    case nil, .null: break
    case .string(let name): article.metadata.authors = name.isEmpty ? [] : [name]
    case .array(let names) where names.allSatisfy({ $0.string != nil }): article.metadata.authors = names.compactMap(\.string)
    default: throw .wrongType(key: "authors", expected: "a string or a list of strings")
    }
    self.article = article
  }
}

/// `digest annotate`: articles in, stand-off annotations out. Offsets count Unicode code points of `text`.
public enum AnnotateFilter {
  /// The line's keys without `text`, then `timexes`, `quotes`, `entities`, `figures`, `sentences`, `furniture`.
  public static func annotations(of line: ArticleLine) -> JSON {
    let analysed = StoryArticle(line.article)
    let (document, annotations) = (analysed.document, analysed.annotations)
    let offsets = OffsetIndex(document.bytes)

    func point(_ offset: Int32) -> JSON { .int(offsets.codePoint(at: offset)) }
    func ends(_ span: TextSpan) -> [(key: String, value: JSON)] {
      [("start", point(span.start)), ("end", point(span.end)), ("text", .string(document.string(span)))]
    }
    func text(_ span: TextSpan?) -> JSON { span.map { .string(document.string($0)) } ?? .null }

    let timexes = annotations.timexes.map { timex in
      var members = ends(timex.span) + [("type", .string(timex.kind.rawValue)), ("value", .string(timex.value))]
      if let mod = timex.mod { members.append(("mod", .string(mod))) }
      if let quant = timex.quant { members.append(("quant", .string(quant))) }
      if let freq = timex.freq { members.append(("freq", .string(freq))) }
      return JSON.object(members + [("rule", .string(timex.rule))])
    }
    let quotes = annotations.quotations.map { quotation in
      JSON.object(
        ends(quotation.span) + [
          ("kind", .string(quotation.kind.rawValue)), ("group", .string("q\(quotation.group)")),
          ("speaker", .optional(quotation.speakerName)), ("speaker_mention", text(quotation.source)),
          ("speaker_start", quotation.source.map { point($0.start) } ?? .null),
          ("speaker_end", quotation.source.map { point($0.end) } ?? .null), ("cue", text(quotation.cue)),
          ("basis", .string(quotation.basis.rawValue)),
        ])
    }
    let entities = annotations.mentions.map { mention in
      let entity = annotations.entities[mention.entity]
      return JSON.object(ends(mention.span) + [("kind", .string(entity.kind.rawValue)), ("name", .string(entity.name))])
    }
    let figures = annotations.figures.map { figure in
      var members = ends(figure.span) + [("value", .double(figure.value))]
      if let upper = figure.upper { members.append(("upper", .double(upper))) }
      if let unit = figure.unit { members.append(("unit", .string(unit))) }
      if let qualifier = figure.qualifier { members.append(("qualifier", .string(qualifier))) }
      if let of = figure.of { members.append(("of", text(of))) }
      return JSON.object(members)
    }
    let sentences = document.sentences.map { JSON.array([point($0.span.start), point($0.span.end)]) }
    let furniture = document.blocks.filter { !$0.kind.isStory }.map { block in
      JSON.object([("start", point(block.span.start)), ("end", point(block.span.end)), ("kind", .string(block.kind.rawValue))])
    }
    return .object(
      line.rest + [
        ("timexes", .array(timexes)), ("quotes", .array(quotes)), ("entities", .array(entities)), ("figures", .array(figures)),
        ("sentences", .array(sentences)), ("furniture", .array(furniture)),
      ])
  }
}
