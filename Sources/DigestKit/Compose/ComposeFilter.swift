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
      let unique = (members[id] ?? []).map { member in
        var article = member.article
        var count = 1
        while !taken.insert(article.id).inserted {
          count += 1
          article.id = "\(member.article.id)-\(count)"
        }
        return count == 1 ? member : member.with(article)
      }
      return Story(id: id, title: id, articles: unique)
    }
  }
}
