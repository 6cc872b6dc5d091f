import Extraction
import TextAnalysis

@testable import DigestKit

/// A story of plain texts; a text without furniture is all paragraphs.
func comparedStory(_ texts: [String], dates: [String?] = []) -> Story {
  let articles = texts.enumerated().map { index, text in
    let blocks = Document.paragraphs(in: Array(text.utf8))
    var article = Article(
      id: "a\(index)", file: "a\(index).txt", format: .plainText, source: text, text: text, map: .identity(count: text.utf8.count),
      blocks: blocks)
    if index < dates.count { article.metadata.published = dates[index].flatMap { CalendarDate(iso: $0) } }
    return StoryArticle(article)
  }
  return Story(id: "story", title: "Story", articles: articles)
}
