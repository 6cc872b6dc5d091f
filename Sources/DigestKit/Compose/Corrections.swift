import TextAnalysis

extension Story {
  /// The story with the editor's dates in place of the computed ones.
  func applyingDateCorrections() -> Story {
    var story = self
    for correction in corrections {
      guard case .date(let id, let expression, let occurrence, let value) = correction.change,
        let (article, timex) = timex(article: id, expression: expression, occurrence: occurrence)
      else { continue }
      var annotations = story.articles[article].annotations
      annotations.timexes[timex].value = value
      annotations.timexes[timex].rule = "correction"
      annotations.timexes[timex].anchor = .none
      annotations.timexes[timex].reason = nil
      story.articles[article] = story.articles[article].with(annotations)
    }
    return story
  }

  /// Whether a correction's short name means this article: its id, its file, or the beginning of its id.
  func isArticle(_ index: Int, named name: String) -> Bool {
    let article = articles[index].article
    if article.id == name || article.file == name || article.file.hasSuffix("/" + name) { return true }
    return article.id.hasPrefix(name) && articles.count { $0.article.id.hasPrefix(name) } == 1
  }

  /// The nth temporal expression of an article with these words (from 1).
  func timex(article name: String, expression: String, occurrence: Int) -> (article: Int, timex: Int)? {
    let wanted = Folding.folded(expression)
    for index in articles.indices where isArticle(index, named: name) {
      var count = 0
      for (i, timex) in articles[index].annotations.timexes.enumerated()
      where Folding.folded(articles[index].document.string(timex.span)) == wanted {
        count += 1
        if count == occurrence { return (index, i) }
      }
    }
    return nil
  }
}

extension Composer {
  /// Whether a quotation's words contain those of a correction, blanks, case and the shape of marks aside.
  func quotation(_ ref: QuoteRef, contains words: String) -> Bool {
    let article = story.articles[ref.article]
    let text = article.document.string(article.annotations.quotations[ref.quotation].span)
    return Composer.plain(text).contains(Composer.plain(words))
  }

  static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in Folding.folded(text).utf8 {
      if byte == 0x20 || byte == 0x0a || byte == 0x09 {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Each correction of the story with what it changed.
  func log(quotes: [Int: [Passage]], timeline: [Int: [Passage]]) -> [AppliedCorrection] {
    story.corrections.enumerated().map { index, correction in
      let affected: [Passage]
      switch correction.change {
      case .speaker, .hideQuote: affected = quotes[index] ?? []
      case .hideTimeline: affected = timeline[index] ?? []
      case .date(let article, let expression, let occurrence, _):
        affected =
          story.timex(article: article, expression: expression, occurrence: occurrence).map {
            [Passage(article: $0.article, span: story.articles[$0.article].annotations.timexes[$0.timex].span)]
          } ?? []
      case .alias(let names), .distinct(let names):
        let wanted = Set(names.map(Folding.folded))
        affected = story.articles.enumerated().flatMap { a, article in
          article.annotations.mentions.filter { wanted.contains(Folding.folded(article.document.string($0.span))) }
            .map { Passage(article: a, span: $0.span) }
        }
      }
      return AppliedCorrection(correction: correction, affected: affected)
    }
  }
}
