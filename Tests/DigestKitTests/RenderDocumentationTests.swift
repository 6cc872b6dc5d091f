import Foundation
import Mustache
import Testing

@testable import DigestKit

@Suite struct RenderDocumentationTests {
  /// Names in the first cells of the tables.
  private func documented() throws -> Set<String> {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("docs/templates.md"), encoding: .utf8)
    var names: Set<String> = []
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cell = line.dropFirst(2).prefix { $0 != "|" }
      for (i, part) in cell.split(separator: "`", omittingEmptySubsequences: false).enumerated() where i % 2 == 1 {
        names.insert(String(part))
      }
    }
    return names
  }

  private func collect(_ value: Value, into names: inout Set<String>) {
    switch value {
    case .list(let elements): for element in elements { collect(element, into: &names) }
    case .dictionary(let members):
      for (name, value) in members {
        names.insert(name)
        collect(value, into: &names)
      }
    case .record(let record):
      for name in record.names {
        names.insert(name)
        if let value = record[name: name] { collect(value, into: &names) }
      }
    default: break
    }
  }

  /// Every name of every page of the fixture.
  private func provided() throws -> Set<String> {
    let digest = RenderFixture.digest()
    let scope = StoryScope(digest, site: SiteConfiguration())
    let marks = ArticleMarks.all(of: digest)
    let pairs = scope.comparedPairs()
    let summary = SiteSummary([try StorySummary(scope)], site: SiteConfiguration())
    var pages = [
      Theme.common("index", at: "index.html", title: "", description: nil, kind: "website", site: SiteConfiguration()),
      try scope.digestPage(), summary.index, summary.about, summary.outletIndex, summary.speakerIndex,
    ]
    for i in digest.story.articles.indices { pages.append(try scope.articlePage(i, marks: marks[i], pairs: pairs)) }
    for pair in pairs {
      pages.append(try scope.comparePage(pair.a, pair.b, shared: scope.sharedOfPairs()[pair.a * scope.count + pair.b] ?? []))
    }
    pages += (summary.outlets + summary.speakers).map(\.content)
    var names: Set<String> = []
    for page in pages { collect(.record(Record(page)), into: &names) }
    // Corrections of every kind.
    for change: Correction.Change in [
      .speaker(article: nil, quote: "", name: nil), .date(article: "", expression: "", occurrence: 1, value: "2017"),
    ] {
      collect(
        try scope.correction(AppliedCorrection(correction: Correction(change: change), affected: []), from: .digest), into: &names)
    }
    return names
  }

  @Test func listsEveryNameThatPagesProvide() throws {
    let missing = try provided().subtracting(documented()).sorted()
    #expect(missing == [])
  }

  @Test func listsNothingThatNoPageProvides() throws {
    let stale = try documented().subtracting(provided()).sorted()
    #expect(stale == [])
  }

  @Test func listsEveryNameThatTheDefaultThemeUses() throws {
    let documented = try documented()
    for file in DefaultTheme.files where file.path.hasSuffix(".mustache") {
      let names = try Template(file.text, name: file.path).names
      let unknown = names.flatMap { $0.split(separator: ".") }.map(String.init).filter { !documented.contains($0) }
      #expect(unknown == [], "\(file.path)")
    }
  }
}
