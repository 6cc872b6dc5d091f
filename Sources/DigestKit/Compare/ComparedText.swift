import Extraction
import TextAnalysis

/// The words of a story's articles, normalised once for all comparisons.
struct ComparedText: Sendable {
  /// What may be compared with what: running text with running text, captions with captions.
  enum Stratum: UInt8, Sendable {
    case story, caption, headline
  }

  struct Sentence: Sendable {
    var article: Int
    /// Index into the document's sentences.
    var index: Int
    var stratum: Stratum
    /// Indices into `words` of the article.
    var words: Range<Int>
  }

  let story: Story
  /// Of each article.
  let words: [[WordSequence.Word]]
  /// Their keys.
  let keys: [[UInt64]]
  /// In order of articles and text.
  let sentences: [Sentence]
  /// Of each article, the indices of its sentences in `sentences`.
  let sentencesOfArticle: [Range<Int>]

  init(_ story: Story) {
    self.story = story
    var words: [[WordSequence.Word]] = []
    var sentences: [Sentence] = []
    var ranges: [Range<Int>] = []
    for (a, article) in story.articles.enumerated() {
      let document = article.document
      let sequence = WordSequence(document, tokens: document.tokens.indices).words
      let first = sentences.count
      var word = 0
      for (block, indices) in zip(document.blocks, document.sentencesOfBlock) {
        guard let stratum = Self.stratum(of: block.kind) else { continue }
        for index in indices {
          let tokens = document.sentences[index].tokens
          while word < sequence.count, Int(sequence[word].token) < tokens.lowerBound { word += 1 }
          var end = word
          while end < sequence.count, Int(sequence[end].token) < tokens.upperBound { end += 1 }
          sentences.append(Sentence(article: a, index: index, stratum: stratum, words: word..<end))
          word = end
        }
      }
      words.append(sequence)
      ranges.append(first..<sentences.count)
    }
    self.words = words
    keys = words.map { $0.map(\.key) }
    self.sentences = sentences
    sentencesOfArticle = ranges
  }

  private static func stratum(of kind: Block.Kind) -> Stratum? {
    switch kind {
    case .paragraph, .listItem, .blockquote, .dek: .story
    case .caption: .caption
    case .headline: .headline
    case .crosshead, .byline, .credit, .date, .readingTime, .label, .teaser, .boilerplate: nil
    }
  }

  func words(of sentence: Sentence) -> ArraySlice<WordSequence.Word> { words[sentence.article][sentence.words] }

  func keys(of sentence: Sentence) -> ArraySlice<UInt64> { keys[sentence.article][sentence.words] }

  func document(_ article: Int) -> Document { story.articles[article].document }

  /// A passage with its words.
  func stretch(_ passage: Passage) -> WordEdit.Stretch {
    let document = document(passage.article)
    let tokens = document.tokens(in: passage.span)
    let all = words[passage.article]
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle].first) < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.count, Int(all[end].token) < tokens.upperBound { end += 1 }
    return WordEdit.Stretch(document, passage.span, words: all[low..<end])
  }

  /// The whole sentence, or of some of its words the stretch from the first to the last.
  func passage(_ sentence: Sentence, words range: Range<Int>? = nil) -> Passage {
    let document = document(sentence.article)
    guard let range, let first = words[sentence.article][range].first, let last = words[sentence.article][range].last else {
      return Passage(article: sentence.article, span: document.sentences[sentence.index].span)
    }
    return Passage(article: sentence.article, span: document.span(ofTokens: Int(first.first)..<Int(last.token) + 1))
  }
}
