import TextAnalysis

extension Composer {
  /// What is in quotation marks without being speech, and which expressions stand for each other in sentences that are otherwise shared.
  func wording() -> Wording {
    var wording = Wording()
    for (a, article) in story.articles.enumerated() {
      for item in article.annotations.nonSpeech {
        let block = article.document.block(at: item.span.start).map { article.document.blocks[$0].kind }
        guard block?.isStory ?? false || block == .headline || block == .dek else { continue }
        wording.nonSpeech.append((Passage(article: a, span: item.span), item.kind))
      }
    }
    var index: [String: Int] = [:]
    for shared in comparison.shared where shared.kind == .edited {
      for edit in shared.edits where edit.kind == .substitution && edit.base.span.count < 60 && edit.other.span.count < 60 {
        let words = (Folding.folded(story.string(edit.base)), Folding.folded(story.string(edit.other)))
        let key = words.0 + "\u{0}" + words.1
        if let known = index[key] {
          wording.substitutions[known].others.append(edit)
        } else {
          index[key] = wording.substitutions.count
          wording.substitutions.append(Wording.Substitution(from: edit.base, to: edit.other, others: []))
        }
      }
    }
    wording.substitutions = wording.substitutions.enumerated().sorted { a, b in
      a.element.others.count != b.element.others.count ? a.element.others.count > b.element.others.count : a.offset < b.offset
    }.map(\.element)
    return wording
  }
}
