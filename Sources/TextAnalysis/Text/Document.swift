/// A stretch of a text with one function in the article: a paragraph, or a piece of furniture around it.
public struct Block: Sendable, Hashable {
  /// What the stretch is. The first three are the story; the others are furniture, with newsroom names.
  public enum Kind: String, Sendable, CaseIterable {
    case paragraph
    case listItem = "list-item"
    case blockquote
    case headline
    /// The summary line under the headline.
    case dek
    /// A subheading inside the text.
    case crosshead
    case byline
    /// Agency or photo credit standing alone.
    case credit
    case caption
    /// A line with the date of publication.
    case date
    case readingTime = "reading-time"
    /// Section, topic or slug: "US - Trump meets Lavrov", "Route 6".
    case label
    /// The headline or first words of another article, or a "read more" line.
    case teaser
    /// Navigation, cookie notice, newsletter, sharing, comments, copyright.
    case boilerplate

    /// Whether it belongs to the running text of the article.
    public var isStory: Bool { self == .paragraph || self == .listItem || self == .blockquote }
  }

  public var span: TextSpan
  public var kind: Kind

  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

/// A text made ready for analysis: its bytes, blocks, sentences and tokens.
///
/// Every extractor works on this one value. Tokens never cross a block; white space inside a block, line ends included, only
/// separates tokens. Cost: linear in the text.
public final class Document: Sendable {
  /// The text, UTF-8.
  public let bytes: [UInt8]
  public let blocks: [Block]
  /// In text order, over all blocks.
  public let tokens: [Token]
  /// Of each token, ``ContentWords/key(of:in:)``, 0 for none.
  private let contentKeys: [UInt64]
  /// In text order, over all blocks; none crosses a block.
  public let sentences: [Sentence]
  /// Of each block, the indices of its tokens.
  public let tokensOfBlock: [Range<Int>]
  /// Of each block, the indices of its sentences.
  public let sentencesOfBlock: [Range<Int>]

  /// - Parameter blocks: in order, not overlapping. Without them every run of non-blank lines between empty lines is a paragraph.
  public convenience init(_ text: String, blocks: [Block]? = nil) {
    self.init(bytes: Array(text.utf8), blocks: blocks)
  }

  public init(bytes: [UInt8], blocks: [Block]? = nil) {
    let blocks = blocks ?? Self.paragraphs(in: bytes)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var sentences: [Sentence] = []
    var tokensOfBlock: [Range<Int>] = []
    var sentencesOfBlock: [Range<Int>] = []
    tokensOfBlock.reserveCapacity(blocks.count)
    sentencesOfBlock.reserveCapacity(blocks.count)
    bytes.withUnsafeBufferPointer { buffer in
      for block in blocks {
        let firstToken = tokens.count
        Tokenizer.tokenize(buffer, in: block.span.range, into: &tokens)
        tokensOfBlock.append(firstToken..<tokens.count)
        let firstSentence = sentences.count
        SentenceSplitter.split(&tokens, firstToken..<tokens.count, in: buffer, into: &sentences)
        sentencesOfBlock.append(firstSentence..<sentences.count)
      }
    }
    self.bytes = bytes
    self.blocks = blocks
    self.tokens = tokens
    contentKeys = tokens.map { ContentWords.key(of: $0, in: bytes) ?? 0 }
    self.sentences = sentences
    self.tokensOfBlock = tokensOfBlock
    self.sentencesOfBlock = sentencesOfBlock
  }

  /// What a token is about: ``ContentWords/key(of:in:)``, kept since the document was made.
  public func contentKey(ofToken index: Int) -> UInt64? { contentKeys[index] == 0 ? nil : contentKeys[index] }

  /// The words of a span. Broken UTF-8 is repaired with U+FFFD.
  public func string(_ span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  public func string(_ token: Token) -> String { string(token.span) }

  /// The span from the start of the first token to the end of the last.
  public func span(ofTokens range: Range<Int>) -> TextSpan {
    guard !range.isEmpty else { return TextSpan(start: 0, end: 0) }
    return TextSpan(start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end)
  }

  /// The index of the first token that ends after `offset`; `tokens.count` if there is none.
  public func firstToken(endingAfter offset: Int32) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices of the tokens that overlap a span.
  public func tokens(in span: TextSpan) -> Range<Int> {
    let first = firstToken(endingAfter: span.start)
    var last = first
    while last < tokens.count, tokens[last].start < span.end { last += 1 }
    return first..<last
  }

  /// The index of the sentence that holds an offset (or follows it, in white space), or nil after the last.
  public func sentence(at offset: Int32) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? low : nil
  }

  /// The index of the block that holds an offset (or follows it), or nil after the last.
  public func block(at offset: Int32) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count ? low : nil
  }

  /// Runs of non-blank lines, trimmed, as paragraphs.
  public static func paragraphs(in bytes: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    var start = -1
    var end = 0
    var lineIsBlank = true
    for i in 0...bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x0a
      if byte == 0x0a {
        if lineIsBlank || i == bytes.count {
          if start >= 0 { blocks.append(Block(span: TextSpan(start..<end), kind: .paragraph)) }
          start = -1
        }
        lineIsBlank = true
      } else if byte != 0x20, byte != 0x09, byte != 0x0d {
        if start < 0 { start = i }
        end = i + 1
        lineIsBlank = false
      }
    }
    return blocks
  }
}
