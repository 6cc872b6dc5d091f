import TextAnalysis

/// `digest compose`: articles in, stories out.
public enum ComposeFilter {
  /// The stories of lines, in order of each story's first line; lines without a story are one story named `story`.
  ///
  /// - Parameter articles: a line's story and its article, annotated. Of two articles with one id in a story the later is renamed
  ///   (`id-2`), so that mentions stay unambiguous.
  public static func stories(of articles: [(story: String?, article: StoryArticle)]) -> [Story] {
    var order: [String] = []
    var members: [String: [StoryArticle]] = [:]
    for (story, article) in articles {
      let id = story ?? "story"
      if members[id] == nil { order.append(id) }
      members[id, default: []].append(article)
    }
    return order.map { id in
      var taken: Set<String> = []
      let unique = (members[id] ?? []).map { article in
        var article = article
        var name = article.article.id
        var count = 1
        while !taken.insert(name).inserted {
          count += 1
          name = "\(article.article.id)-\(count)"
        }
        article.article.id = name
        return article
      }
      return Story(id: id, title: id, articles: unique)
    }
  }
}
