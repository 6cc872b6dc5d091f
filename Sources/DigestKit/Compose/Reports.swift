import Extraction
import TextAnalysis

extension Composer {
  /// What concerns single articles: warnings, what only they have, what they lack, their sourcing.
  func reports(claims: [Claim], quotes: [QuoteEntry], timeline: [TimelineEntry]) -> [ArticleReport] {
    var sharedSpans = [[TextSpan]](repeating: [], count: story.articles.count)
    for shared in comparison.shared { for passage in shared.passages { sharedSpans[passage.article].append(passage.span) } }
    let sentencesWithKey = sentencesWithKeys(
      ofHeadlines: story.articles.indices.compactMap { a in
        story.articles[a].article.block(.headline).map { Passage(article: a, span: $0.span) }
      })
    // Quotations that another article has too.
    var elsewhere = [[TextSpan]](repeating: [], count: story.articles.count)
    for entry in quotes where Set(entry.variants.map(\.passage.article)).count > 1 {
      for variant in entry.variants { elsewhere[variant.passage.article].append(variant.passage.span) }
    }
    for a in elsewhere.indices { elsewhere[a].sort() }
    // What is to come on a day that another article names too.
    var scheduled = [[TextSpan]](repeating: [], count: story.articles.count)
    for entry in timeline where entry.layer == .scheduled && Set(entry.mentions.map(\.passage.article)).count > 1 {
      for mention in entry.mentions { scheduled[mention.passage.article].append(mention.passage.span) }
    }
    let claimCarriers = claims.map { Set($0.mentions.map(\.article)) }
    return story.articles.indices.map { a in
      var report = ArticleReport()
      let document = story.articles[a].document
      var words = 0
      var sharedWords = 0
      let spans = merged(sharedSpans[a].sorted())
      for (block, tokens) in zip(document.blocks, document.tokensOfBlock) where block.kind.isStory {
        for token in document.tokens[tokens] where token.isWord || token.isNumber {
          words += 1
          if covers(spans, token.span) { sharedWords += 1 }
        }
      }
      report.words = words
      report.sharedShare = words == 0 ? 0 : Double(sharedWords) / Double(words)
      for sentence in storySentences(a, words: 5) {
        let span = document.sentences[sentence].span
        let passage = Passage(article: a, span: span)
        guard claimOfSentence[a][sentence] == nil, comparison.resembled[passage] == nil, !isCarried(passage, spans, elsewhere[a]),
          !scheduled[a].contains(where: { $0.overlaps(span) && min($0.end, span.end) - max($0.start, span.start) > span.count * 3 / 4 })
        else { continue }
        report.onlyHere.append(passage)
      }
      for (index, claim) in claims.enumerated() where !claimCarriers[index].contains(a) {
        let others = claim.mentions.filter { $0.article != a }
        // What the article has the like of, in another claim or in none, it does not lack.
        let isResembled = others.contains { comparison.resembled[$0]?.contains(a) ?? false }
        if !isResembled, comparison.independentTexts(of: others) >= 2 { report.notFoundHere.append(index) }
      }
      report.sourcing = sourcing(a)
      report.warnings = warnings(a, report: report, quotes: quotes, sentencesWithKey: sentencesWithKey)
      return report
    }
  }

  private func merged(_ spans: [TextSpan]) -> [TextSpan] {
    var result: [TextSpan] = []
    for span in spans {
      if let last = result.last, span.start <= last.end { result[result.count - 1] = last.union(span) } else { result.append(span) }
    }
    return result
  }

  private func covers(_ spans: [TextSpan], _ span: TextSpan) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(span)
  }

  /// Whether another article has half of a sentence, or eight words of it, in the same words, or a quotation that is half of it.
  private func isCarried(_ passage: Passage, _ shared: [TextSpan], _ quoted: [TextSpan]) -> Bool {
    let span = passage.span
    func covered(_ spans: [TextSpan]) -> Int {
      var low = 0
      var high = spans.count
      while low < high {
        let middle = (low + high) / 2
        if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
      }
      return spans[low...].prefix { $0.start < span.end }.reduce(0) { $0 + Int(min($1.end, span.end) - max($1.start, span.start)) }
    }
    if covered(shared) * 2 > span.count || covered(quoted) * 2 > span.count { return true }
    let document = story.articles[passage.article].document
    return document.tokens[document.tokens(in: span)].count { $0.isWord && covers(shared, $0.span) } >= 8
  }

  // MARK: Sourcing

  private func sourcing(_ a: Int) -> Sourcing {
    let article = story.articles[a]
    let document = article.document
    var sourcing = Sourcing()
    var attributed: Set<Int> = []
    var sources: [(span: TextSpan, entity: Int?)] = []
    func add(_ source: TextSpan, entity: Int?) {
      let passage = Passage(article: a, span: source)
      switch entity.map({ article.annotations.entities[$0].kind }) {
      case .person?: sourcing.named.append(passage)
      case .organization?, .place?: sourcing.institutions.append(passage)
      case nil:
        let isPronoun =
          document.tokens(in: source).count == 1 && ContentWords.isStopWord(document.tokens[document.tokens(in: source).lowerBound])
        if !isPronoun { sourcing.unnamed.append(passage) }
      }
    }
    for attribution in article.annotations.attributions {
      if let sentence = document.sentence(at: attribution.source.start) { attributed.insert(sentence) }
      sources.append((attribution.source, attribution.speaker))
    }
    for quotation in article.annotations.quotations {
      if let sentence = document.sentence(at: quotation.span.start), quotation.speakerName != nil { attributed.insert(sentence) }
      if let source = quotation.source { sources.append((source, quotation.speaker)) }
    }
    // "The White House" of a statement is the "White House" of the quotation in it: one naming, in its fullest extent.
    sources.sort { a, b in
      if a.span.start != b.span.start { return a.span.start < b.span.start }
      return a.span.end != b.span.end ? a.span.end > b.span.end : a.entity != nil && b.entity == nil
    }
    var distinct: [(span: TextSpan, entity: Int?)] = []
    for source in sources {
      if let last = distinct.last, last.span.overlaps(source.span) {
        if last.entity == nil { distinct[distinct.count - 1].entity = source.entity }
      } else {
        distinct.append(source)
      }
    }
    for source in distinct { add(source.span, entity: source.entity) }
    sourcing.unattributed = storySentences(a).count { !attributed.contains($0) }
    return sourcing
  }

  // MARK: Warnings

  private func warnings(_ a: Int, report: ArticleReport, quotes: [QuoteEntry], sentencesWithKey: [UInt64: [Passage]]) -> [Warning] {
    let article = story.articles[a]
    let document = article.document
    var warnings: [Warning] = []
    func passage(_ span: TextSpan) -> Passage { Passage(article: a, span: span) }

    if article.article.metadata.title == nil { warnings.append(Warning(.noHeadline)) }
    if article.published == nil || article.published?.basis == "event date" { warnings.append(Warning(.noDate)) }
    if article.article.metadata.outlet == nil { warnings.append(Warning(.noOutlet)) }
    if let language = article.article.metadata.language, language != "en", !language.hasPrefix("en-") {
      warnings.append(Warning(.otherLanguage))
    }
    if article.article.metadata.isSummary { warnings.append(Warning(.onlySummary)) }

    if let headline = article.article.block(.headline), let unsupported = unsupportedHeadline(passage(headline.span), sentencesWithKey) {
      warnings.append(unsupported)
    }
    for (index, block) in document.blocks.enumerated() where block.kind == .crosshead {
      if isOrphan(crosshead: index, in: a) { warnings.append(Warning(.orphanCrosshead, passage: passage(block.span))) }
    }
    for entry in quotes {
      for variant in entry.variants where variant.passage.article == a {
        if entry.speakerName == nil { warnings.append(Warning(.quoteWithoutSpeaker, passage: variant.passage)) }
        if !variant.isClosed { warnings.append(Warning(.unclosedQuote, passage: variant.passage)) }
        if variant.isAltered {
          warnings.append(Warning(.alteredQuote, passage: variant.passage, against: entry.variants.prefix(1).map(\.passage)))
        }
      }
    }
    if let substituted = substitutedWords(a) { warnings.append(substituted) }
    if let future = toldAsFuture(a) { warnings.append(future) }
    if report.sharedShare > 0.6, report.words > 40 { warnings.append(Warning(.mostlyShared)) }
    if story.articles.count > 2, report.words > 60, isOffTopic(a, report) { warnings.append(Warning(.offTopic)) }
    return warnings
  }

  /// A headline whose content words stand in no sentence of any article, and less than half of them in one sentence.
  private func unsupportedHeadline(_ headline: Passage, _ sentencesWithKey: [UInt64: [Passage]]) -> Warning? {
    let keys = contentKeys(headline)
    guard keys.count >= 3 else { return nil }
    var known: Set<UInt64> = []
    var inSentence: [Passage: Int] = [:]
    for key in keys {
      for passage in sentencesWithKey[key] ?? [] {
        known.insert(key)
        inSentence[passage, default: 0] += 1
      }
    }
    let best = inSentence.values.max() ?? 0
    let missing = keys.filter { !known.contains($0) }
    // One word may be a paraphrase ("walk out" of "go on strike"); a name or a number is none.
    let isTelling =
      missing.count >= 2 || missing.contains(where: Self.isEntityKey) || missing.contains(where: { numbers(headline).contains($0) })
    return isTelling && best * 2 <= keys.count + 1 ? Warning(.unsupportedHeadline, passage: headline) : nil
  }

  private func numbers(_ passage: Passage) -> Set<UInt64> {
    let document = story.articles[passage.article].document
    return Set(document.tokens[document.tokens(in: passage.span)].filter(\.isNumber).map(\.key))
  }

  /// For each word of the headlines, the story sentences that have it.
  private func sentencesWithKeys(ofHeadlines headlines: [Passage]) -> [UInt64: [Passage]] {
    var index: [UInt64: [Passage]] = [:]
    for headline in headlines { for key in contentKeys(headline) { index[key] = [] } }
    for a in story.articles.indices {
      for sentence in storySentences(a) {
        for key in keysOfSentence[a][sentence] where index[key] != nil { index[key]?.append(sentencePassage(a, sentence)) }
      }
    }
    return index
  }

  /// None of a crosshead's content words in the text up to the next crosshead.
  private func isOrphan(crosshead index: Int, in a: Int) -> Bool {
    let document = story.articles[a].document
    let keys = contentKeys(Passage(article: a, span: document.blocks[index].span))
    guard !keys.isEmpty else { return false }
    var next = index + 1
    while next < document.blocks.count, document.blocks[next].kind != .crosshead {
      if document.blocks[next].kind.isStory, !contentKeys(Passage(article: a, span: document.blocks[next].span)).isDisjoint(with: keys) {
        return false
      }
      next += 1
    }
    return true
  }

  /// An expression that this article has in place of another one, at least twice in shared sentences; or once, if it is a name that
  /// the article uses all over.
  private func substitutedWords(_ a: Int) -> Warning? {
    var count: [UInt64: [Edit]] = [:]
    var order: [UInt64] = []
    for shared in comparison.shared {
      for edit in shared.edits where edit.kind == .substitution && (edit.other.article == a || edit.base.article == a) {
        let (mine, theirs) = edit.other.article == a ? (edit.other, edit.base) : (edit.base, edit.other)
        let key = wordsKey(mine) &* 0x9e37_79b9_7f4a_7c15 ^ wordsKey(theirs)
        if count[key] == nil { order.append(key) }
        count[key, default: []].append(edit)
      }
    }
    func isThroughout(_ edits: [Edit]?) -> Bool {
      guard let edits, let first = edits.first else { return false }
      if edits.count >= 2 { return true }
      let (mine, theirs) = first.other.article == a ? (first.other, first.base) : (first.base, first.other)
      return isName(mine) && isName(theirs) && occurrences(of: mine) >= 4
    }
    guard let key = order.first(where: { isThroughout(count[$0]) }), let edits = count[key], let first = edits.first else {
      return nil
    }
    let (mine, theirs) = first.other.article == a ? (first.other, first.base) : (first.base, first.other)
    // The article whose words are the rarer in the story is the one that was changed.
    let (x, y) = (carriers(of: mine), carriers(of: theirs))
    return x < y ? Warning(.substitutedWords, passage: mine, against: [theirs]) : nil
  }

  /// Of the words of a passage, letter case and diacritics apart.
  private func wordsKey(_ passage: Passage) -> UInt64 {
    let document = story.articles[passage.article].document
    return document.tokens[document.tokens(in: passage.span)].reduce(0) { ($0 &* 31) ^ $1.key }
  }

  private func isName(_ passage: Passage) -> Bool {
    let document = story.articles[passage.article].document
    let words = document.tokens[document.tokens(in: passage.span)].filter(\.isWord)
    return !words.isEmpty && words.allSatisfy(\.isCapitalized)
  }

  /// How often these words stand in their article, in this order.
  private func occurrences(of passage: Passage) -> Int {
    let tokens = story.articles[passage.article].document.tokens
    let words = tokens[story.articles[passage.article].document.tokens(in: passage.span)].map(\.key)
    guard let first = words.first else { return 0 }
    return tokens.indices.count { i in
      tokens[i].key == first && i + words.count <= tokens.count && zip(tokens[i...], words).allSatisfy { $0.key == $1 }
    }
  }

  /// How many articles have these words, in this order.
  func carriers(of passage: Passage) -> Int {
    let document = story.articles[passage.article].document
    let words = document.tokens[document.tokens(in: passage.span)].map(\.key)
    guard let first = words.first else { return 0 }
    return story.articles.count { article in
      let tokens = article.document.tokens
      return tokens.indices.contains { i in
        tokens[i].key == first && i + words.count <= tokens.count && zip(tokens[i...], words).allSatisfy { $0.key == $1 }
      }
    }
  }

  /// The article speaks of the event as still to come, while others report it.
  private func toldAsFuture(_ a: Int) -> Warning? {
    guard let day = story.date, story.articles.count > 1 else { return nil }
    if let published = story.articles[a].published, published.basis != "event date", published.date < day {
      return Warning(.writtenBeforeEvent)
    }
    let article = story.articles[a]
    let onDay = clauses[a].filter { $0.range.isDay && $0.range.first == day }
    // "Will meet", not "was set to meet", which looks back.
    let document = article.document
    let ahead = onDay.filter { clause in
      clause.isFuture && document.tokens[document.tokens(in: clause.span)].contains { Self.will.contains($0) }
    }
    guard let future = ahead.first, ahead.count * 2 > onDay.count else { return nil }
    return Warning(.writtenBeforeEvent, passage: Passage(article: a, span: future.span))
  }

  private static let will = WordList(
    """
    will
    shall
    'll
    """)

  /// No shared passage, no claim and hardly a name in common with the others.
  private func isOffTopic(_ a: Int, _ report: ArticleReport) -> Bool {
    guard report.sharedShare < 0.02, claimOfSentence[a].isEmpty else { return false }
    let mine = Set(entityOf[a].compactMap { $0 })
    var elsewhere: Set<Int> = []
    for (b, entities) in entityOf.enumerated() where b != a { elsewhere.formUnion(entities.compactMap { $0 }) }
    return mine.intersection(elsewhere).count * 4 < max(mine.count, 1)
  }
}
