import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whole sites through the program.
struct SiteTests {
  @Test func committedSiteIsWhatABuildMakes() async throws {
    let folder = try Folder()
    let outcome = try await Program.run("build", "--output", folder["site"], "--quiet", in: Program.repository)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(differences(folder.files(in: "site"), Folder.files(in: Program.repository + "/site")) == [])
  }

  @Test func buildsTheSameBytesOnAnyNumberOfCores() async throws {
    let folder = try Folder(copyOf: Program.sites + "/any-script")
    for i in 0..<6 { try FileManager.default.copyItem(atPath: folder["content/a-story"], toPath: folder["content/story-\(i)"]) }
    var outcomes: [Program.Outcome] = []
    for jobs in ["1", "2", "7"] {
      outcomes.append(try await Program.run("build", "-o", "site-\(jobs)", "--jobs", jobs, "-q", in: folder.path))
    }
    #expect(outcomes.map(\.status) == [0, 0, 0])
    #expect(Set(outcomes.map(\.errors)).count == 1)
    #expect(folder.files(in: "site-1").count > 50)
    #expect(differences(folder.files(in: "site-1"), folder.files(in: "site-2")) == [])
    #expect(differences(folder.files(in: "site-1"), folder.files(in: "site-7")) == [])
  }

  /// `expected.txt` of each site is what a build says on standard error.
  @Test(arguments: ["any-script", "faulty-files", "faulty-settings", "hostile-text", "one-address"])
  func saysWhatIsWrong(site: String) async throws {
    let folder = try Folder(copyOf: Program.sites + "/" + site)
    let outcome = try await Program.run("build", in: folder.path)
    let expected = folder.text("expected.txt") ?? ""
    #expect(outcome.errors == expected)
    #expect(outcome.status == (expected.contains(": error: ") ? 1 : 0))
    // What is wrong with one article or setting keeps nothing else from being published.
    #expect(folder.text("site/index.html")?.contains("<h1") == true)
    let check = try await Program.run("check", in: folder.path)
    #expect(check.errors == expected)
    #expect(check.status == outcome.status)
  }

  @Test(arguments: ["any-script", "faulty-files", "faulty-settings", "hostile-text", "one-address"])
  func showsOnlyWhatStandsInTheSources(site: String) async throws {
    let folder = try Folder(copyOf: Program.sites + "/" + site)
    _ = try await Program.run("build", in: folder.path)
    let digests = folder.files(in: "site").filter { $0.key.hasSuffix("/digest.json") }
    #expect(!digests.isEmpty)
    for (path, bytes) in digests {
      let story = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
      let name = try #require((story["story"] as? [String: Any])?["id"] as? String)
      let sources = try sources(of: story, in: folder, story: name)
      let mentions = mentions(in: story)
      #expect(!mentions.isEmpty, "\(path)")
      for mention in mentions {
        let source = try #require(sources[mention.article])
        let scalars = Array(source.unicodeScalars)
        try #require(mention.start <= mention.end && mention.end <= scalars.count)
        let words = String(String.UnicodeScalarView(scalars[mention.start..<mention.end]))
        #expect(words.unicodeScalars.elementsEqual(mention.text.unicodeScalars))
        // Lines end at LF, CR LF or CR, and count from 1.
        let before = scalars[..<mention.start]
        let line = 1 + before.indices.count { before[$0] == "\n" || before[$0] == "\r" && scalars[$0 + 1] != "\n" }
        #expect(line == mention.line)
      }
    }
  }

  /// Decoded source texts by article id.
  private func sources(of story: [String: Any], in folder: Folder, story name: String) throws -> [String: String] {
    var sources: [String: String] = [:]
    let stories = try FileManager.default.contentsOfDirectory(atPath: folder["content"])
    for article in story["articles"] as? [[String: Any]] ?? [] {
      let (id, file) = (try #require(article["id"] as? String), try #require(article["file"] as? String))
      for candidate in stories {
        guard var text = folder.text("content/\(candidate)/\(file)"), sources[id] == nil || candidate == name else { continue }
        if text.unicodeScalars.first == "\u{feff}" { text.unicodeScalars.removeFirst() }
        sources[id] = text
      }
    }
    return sources
  }

  private struct Mention {
    var article: String
    var line: Int
    var start: Int
    var end: Int
    var text: String
  }

  /// Every object of a digest with the keys of a mention.
  private func mentions(in value: Any) -> [Mention] {
    if let list = value as? [Any] { return list.flatMap(mentions) }
    guard let object = value as? [String: Any] else { return [] }
    var found = object.values.flatMap(mentions)
    if let article = object["article"] as? String, let line = object["line"] as? Int, let start = object["start"] as? Int,
      let end = object["end"] as? Int, let text = object["text"] as? String
    {
      found.append(Mention(article: article, line: line, start: start, end: end, text: text))
    }
    return found
  }

  @Test func letsNoMarkUpOfAnArticleIntoAPage() async throws {
    let folder = try Folder(copyOf: Program.sites + "/hostile-text")
    _ = try await Program.run("build", in: folder.path)
    let pages = folder.files(in: "site").filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".svg") }
    #expect(pages.count > 5)
    for (path, bytes) in pages {
      let page = String(decoding: bytes, as: UTF8.self).lowercased()
      for forbidden in [
        "<script", "<img", "<svg/onload", "<b onclick", "href=\"javascript:", "href=\"data:", "href=\"vbscript:", "src=\"data:text",
        "\"onmouseover=",
      ] {
        #expect(!page.contains(forbidden), "\(path) contains \(forbidden)")
      }
    }
    for (path, bytes) in folder.files(in: "site") where path.hasSuffix(".xml") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<script"), "\(path)")
      #expect(XMLParser(data: bytes).parse(), "\(path)")
    }
    // A spreadsheet takes a cell that begins with = + - @ for a formula.
    for (path, bytes) in folder.files(in: "site") where path.hasSuffix(".csv") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(",=") && !text.contains(",\"=") && !text.contains(",@") && !text.contains(",\"@"), "\(path)")
    }
  }

  @Test func sampleBuildsWithoutAWord() async throws {
    let folder = try Folder()
    #expect(try await Program.run("init", "site", in: folder.path).status == 0)
    let outcome = try await Program.run("build", "site", in: folder.path)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(folder.text("site/site/brackwater-ferry/index.html")?.contains("The Brackwater ferry runs again") == true)
    let again = try await Program.run("init", "site", in: folder.path)
    #expect(again.status == 1)
    #expect(again.errors.contains("site/content"))
  }

  @Test func writesNothingTwice() async throws {
    let folder = try Folder(copyOf: Program.sites + "/any-script")
    _ = try await Program.run("build", in: folder.path)
    let before = try FileManager.default.attributesOfItem(atPath: folder["site/index.html"])
    let outcome = try await Program.run("build", in: folder.path)
    #expect(outcome.text.contains(" 0 written"))
    let after = try FileManager.default.attributesOfItem(atPath: folder["site/index.html"])
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  @Test func aChangedTemplateIsUsedAndAFaultyOneChangesNothing() async throws {
    let folder = try Folder(copyOf: Program.sites + "/any-script")
    _ = try await Program.run("build", in: folder.path)
    let before = folder.files(in: "site")
    try folder.write("templates/404.mustache", "<!doctype html>\n<p>{{nobody}}</p>\n")
    let faulty = try await Program.run("build", in: folder.path)
    #expect(faulty.status == 1)
    #expect(faulty.errors.hasPrefix("templates/404.mustache:2:4: error: "))
    #expect(faulty.errors.split(separator: "\n").count == 1)
    #expect(differences(before, folder.files(in: "site")) == [])
    try folder.write("templates/404.mustache", "<p>Gone from {{site.title}}</p>\n")
    #expect(try await Program.run("build", in: folder.path).status == 0)
    #expect(folder.text("site/404.html") == "<p>Gone from Any script 👩‍🚒</p>\n")
  }
}
