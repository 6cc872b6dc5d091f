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
      for edit in shared.edits where edit.kind == .substitution && isTelling(edit) {
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

  /// Short expressions with content words on both sides, none of them shared: "soured" for "deteriorated", not "for" for "delivery of".
  private func isTelling(_ edit: Edit) -> Bool {
    func words(_ passage: Passage) -> (count: Int, content: Set<UInt64>) {
      let document = story.articles[passage.article].document
      let tokens = document.tokens(in: passage.span)
      let content = document.tokens[tokens].compactMap {
        ContentWords.isStopWord($0) && !$0.shape.contains(.allCaps) ? nil : $0.isWord ? $0.key : nil
      }
      return (document.tokens[tokens].count { $0.isWord }, Set(content))
    }
    let (a, b) = (words(edit.base), words(edit.other))
    guard a.count <= 4, b.count <= 4, !a.content.isEmpty, !b.content.isEmpty else { return false }
    // "Russian Federation" for "Russia" is telling, "the US" for "US" is not.
    return a.content.isDisjoint(with: b.content)
  }
}
