import Extraction
import Mustache
import TextAnalysis

/// The folder of files that a user owns: `content/` and `templates/`. Reads, and never writes.
///
/// What is wrong with one file is a diagnostic, and the file is left out; the rest is read all the same. The order of stories and
/// articles is the byte order of their names, whatever the file system's.
public struct Workspace: Sendable {
  /// As given: paths in diagnostics begin with it.
  public let root: String

  public init(at root: String = ".") {
    self.root = root
  }

  public var content: String { FileSystem.join(root, "content") }
  public var templates: String { FileSystem.join(root, "templates") }

  /// The stories and files that are there, without their contents.
  public struct Listing: Sendable {
    public var site = SiteConfiguration()
    public var stories: [StorySource] = []
    /// A user's theme: files of `templates/` by path.
    public var theme: [(path: String, bytes: [UInt8])] = []
    public var diagnostics: [Diagnostic] = []
    /// Whether all that was to be read could be: `content/` and the folders of its stories, `site.yml`, the theme. If not, a site made
    /// of the rest would lack what the old one has.
    public var isReadable = true
  }

  /// A story's folder.
  public struct StorySource: Sendable {
    /// The folder's name, safe as a path component.
    public var id: String
    public var folder: String
    /// Names of article files, in byte order.
    public var files: [String]
    public var isConfigured: Bool
  }

  /// A story as its files say, not yet annotated.
  public struct StoryContent: Sendable {
    public var id: String
    public var title: String
    public var date: CalendarDate?
    public var note: String?
    public var articles: [Article]
    public var corrections: [Correction]
    public var diagnostics: [Diagnostic]
    /// `story.yml`, or where it would be.
    public var configurationFile: String
    /// There is a `story.yml` of which nothing could be read.
    public var isUnreadable = false
    var correctionPlaces: [StoryConfiguration.Place]
  }

  /// Endings of files that are articles.
  static let articleEndings = ["txt", "html", "htm", "xhtml", "md", "markdown", "mhtml", "mht", "jsonl", "ndjson"]
  /// Folders of the site that are not stories.
  static let reservedNames: Set<String> = [
    "about", "assets", "outlets", "people", "index.html", "404.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt",
  ]
  /// Names in a story's folder of the site that are not articles, and what they hold.
  static let reservedArticleNames: [String: String] = {
    var names = ["articles": "the articles' Markdown files", "compare": "the pages that compare articles", "index.html": "the digest"]
    for file in StoryScope.exportNames { names[file] = "the export \(file)" }
    return names
  }()
  /// Faulty lines of one file that are reported one by one.
  private static let faultyLinesShown = 20
  /// Larger theme files are refused.
  private static let themeLimit = 16 << 20

  // MARK: - Folders

  /// Reads the folders, `site.yml` and the user's theme. A missing `content/` is an error.
  public func listing() -> Listing {
    var listing = Listing()
    let entries: [FileSystem.Entry]
    do throws(FileError) {
      entries = try FileSystem.entries(of: content)
    } catch {
      listing.isReadable = false
      let hint = error.isMissing ? "; `digest init` makes a folder with a sample" : ""
      listing.diagnostics.append(Diagnostic(.error, content, "cannot be read: \(error.reason)\(hint)"))
      return listing
    }
    let contentPath = try? FileSystem.resolved(content)
    var claimed: [String: String] = [:]
    for entry in entries where !entry.name.utf8.starts(with: ".".utf8) {
      let path = FileSystem.join(content, entry.name)
      guard let kind = kind(of: entry, at: path, within: contentPath, &listing.diagnostics) else { continue }
      if kind == .folder {
        let id = PathComponent.safe(entry.name)
        if Self.reservedNames.contains(PathComponent.folded(id)) {
          listing.diagnostics.append(
            Diagnostic(.error, path, "the address \(id)/ belongs to a page of the site itself; the story is left out, rename its folder"))
        } else if let other = claimed[PathComponent.folded(id)] {
          listing.diagnostics.append(
            Diagnostic(.error, path, "would have the same address as \(other), \(id)/; this story is left out, rename its folder"))
        } else {
          claimed[PathComponent.folded(id)] = path
          if let story = story(id: id, folder: path, within: contentPath, &listing.diagnostics) {
            listing.stories.append(story)
          } else {
            listing.isReadable = false
          }
        }
      } else if entry.name == "site.yml" {
        do throws(FileError) {
          let (site, diagnostics, isUnreadable) = SiteConfiguration.read(try FileSystem.read(path, limit: Self.themeLimit), file: path)
          listing.site = site
          listing.diagnostics += diagnostics
          if isUnreadable { listing.isReadable = false }
        } catch {
          listing.diagnostics.append(Diagnostic(.error, path, "cannot be read: \(error.reason)\(YAMLFile.consequence)"))
          listing.isReadable = false
        }
      } else {
        let hint = Suggestion.phrase(for: entry.name, among: ["site.yml"])
        listing.diagnostics.append(
          Diagnostic(.warning, path, "stories are folders of content/, and site.yml is its only file; left out\(hint)"))
      }
    }
    readTheme(into: &listing)
    return listing
  }

  /// Nil, with a diagnostic, if the folder cannot be read.
  private func story(id: String, folder: String, within contentPath: String?, _ diagnostics: inout [Diagnostic]) -> StorySource? {
    var source = StorySource(id: id, folder: folder, files: [], isConfigured: false)
    let entries: [FileSystem.Entry]
    do throws(FileError) {
      entries = try FileSystem.entries(of: folder)
    } catch {
      diagnostics.append(Diagnostic(.error, folder, "cannot be read: \(error.reason)\(YAMLFile.consequence)"))
      return nil
    }
    for entry in entries where !entry.name.utf8.starts(with: ".".utf8) && !entry.name.utf8.elementsEqual("story.yml".utf8) {
      let path = FileSystem.join(folder, entry.name)
      guard let kind = kind(of: entry, at: path, within: contentPath, &diagnostics) else { continue }
      if kind == .folder {
        diagnostics.append(Diagnostic(.warning, path, "folders inside a story are not read; left out"))
      } else if Self.articleEndings.contains(Self.ending(of: entry.name)) {
        source.files.append(entry.name)
      } else {
        let hint = Suggestion.phrase(for: entry.name, among: ["story.yml"])
        let known = Self.articleEndings.map { "." + $0 }.joined(separator: " ")
        diagnostics.append(Diagnostic(.warning, path, "not an article (\(known)); left out\(hint)"))
      }
    }
    source.isConfigured = entries.contains { $0.name == "story.yml" }
    return source
  }

  /// What a link leads to, if that lies in `content/`; nil, with a diagnostic, for what is not to be read.
  private func kind(
    of entry: FileSystem.Entry, at path: String, within contentPath: String?, _ diagnostics: inout [Diagnostic]
  ) -> FileSystem.Kind? {
    guard entry.isUTF8 else {
      diagnostics.append(Diagnostic(.error, path, "the name is not UTF-8; left out"))
      return nil
    }
    switch entry.kind {
    case .file, .folder: return entry.kind
    case .other:
      diagnostics.append(Diagnostic(.error, path, "neither a file nor a folder; left out"))
      return nil
    case .link:
      guard let contentPath, let target = try? FileSystem.resolved(path) else {
        diagnostics.append(Diagnostic(.error, path, "a link that leads nowhere; left out"))
        return nil
      }
      guard FileSystem.contains(contentPath, target), target != contentPath else {
        diagnostics.append(Diagnostic(.error, path, "a link that leads out of content/; left out"))
        return nil
      }
      let kind = (try? FileSystem.status(of: path, followingLinks: true))?.kind
      return kind == .folder || kind == .file ? kind : nil
    }
  }

  /// `txt` of `a.b.TXT`.
  static func ending(of name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  private func readTheme(into listing: inout Listing) {
    var folders = [""]
    while let folder = folders.popLast() {
      let path = folder.isEmpty ? templates : FileSystem.join(templates, folder)
      let entries: [FileSystem.Entry]
      do throws(FileError) {
        entries = try FileSystem.entries(of: path)
      } catch {
        // No folder, no theme of the user's own.
        if !(folder.isEmpty && error.isMissing) {
          listing.diagnostics.append(Diagnostic(.error, path, "cannot be read: \(error.reason)\(YAMLFile.consequence)"))
          listing.isReadable = false
        }
        continue
      }
      for entry in entries where !entry.name.utf8.starts(with: ".".utf8) {
        let relative = folder.isEmpty ? entry.name : folder + "/" + entry.name
        let full = FileSystem.join(templates, relative)
        switch entry.kind {
        case .folder: folders.append(relative)
        case .file where entry.isUTF8:
          do throws(FileError) {
            listing.theme.append((relative, try FileSystem.read(full, limit: Self.themeLimit)))
          } catch {
            listing.diagnostics.append(Diagnostic(.error, full, "cannot be read: \(error.reason)\(YAMLFile.consequence)"))
            listing.isReadable = false
          }
        default: listing.diagnostics.append(Diagnostic(.error, full, "not a plain file; left out"))
        }
      }
    }
    listing.theme.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  // MARK: - Articles

  /// Reads a story's files and imports its articles.
  public func read(_ source: StorySource) -> StoryContent {
    let configurationFile = FileSystem.join(source.folder, "story.yml")
    var configuration = StoryConfiguration()
    var diagnostics: [Diagnostic] = []
    if source.isConfigured {
      do throws(FileError) {
        (configuration, diagnostics) = StoryConfiguration.read(
          try FileSystem.read(configurationFile, limit: Self.themeLimit), file: configurationFile)
      } catch {
        diagnostics.append(Diagnostic(.error, configurationFile, "cannot be read: \(error.reason)\(YAMLFile.consequence)"))
        configuration.isUnreadable = true
      }
    } else {
      diagnostics.append(
        Diagnostic(.warning, source.folder, "has no story.yml; the folder's name is the title, and no day of the event is known"))
    }

    var articles: [Article] = []
    var claimed = Self.reservedArticleNames
    var encodings: [String: String] = [:]
    for entry in configuration.articles { if let encoding = entry.encoding { encodings[entry.name] = encoding } }
    for file in source.files {
      let path = FileSystem.join(source.folder, file)
      let encoding = encodings.isEmpty ? nil : encodings[file] ?? encodings[String(file.dropLast(Self.ending(of: file).count + 1))]
      for article in read(file, at: path, encoding: encoding, &diagnostics) {
        let key = PathComponent.folded(article.id)
        if let other = claimed[key] {
          diagnostics.append(
            Diagnostic(
              .error, path, "\(article.file) would have the same address as \(other), \(source.id)/\(article.id)/; this one is left out"))
        } else {
          claimed[key] = FileSystem.join(source.folder, article.file)
          articles.append(article)
        }
      }
    }
    if articles.isEmpty {
      diagnostics.append(Diagnostic(.warning, source.folder, "holds no article that can be read; the story is left out"))
    }
    apply(configuration.articles, to: &articles, file: configurationFile, &diagnostics)
    return StoryContent(
      id: source.id, title: configuration.title ?? PathComponent.title(of: FileSystem.name(of: source.folder)),
      date: configuration.date, note: configuration.note, articles: articles, corrections: configuration.corrections,
      diagnostics: diagnostics, configurationFile: configurationFile, isUnreadable: configuration.isUnreadable,
      correctionPlaces: configuration.places)
  }

  private func read(_ file: String, at path: String, encoding: String?, _ diagnostics: inout [Diagnostic]) -> [Article] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: 1 << 30)
    } catch {
      diagnostics.append(Diagnostic(.error, path, "cannot be read: \(error.reason); the article is left out"))
      return []
    }
    if ["jsonl", "ndjson"].contains(Self.ending(of: file)) { return lines(of: bytes, file: file, at: path, &diagnostics) }
    do throws(ImportError) {
      var article = try Importer.article(from: bytes, file: file, encoding: encoding)
      article.id = PathComponent.safe(String(file.dropLast(Self.ending(of: file).count + 1)))
      diagnostics += article.locatedDiagnostics(in: path)
      return [article]
    } catch {
      diagnostics.append(Diagnostic(.error, path, "\(error.reason); the article is left out"))
      return []
    }
  }

  private func lines(of bytes: [UInt8], file: String, at path: String, _ diagnostics: inout [Diagnostic]) -> [Article] {
    var articles: [Article] = []
    var number = 0
    var faulty: [Diagnostic] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(ArticleLine.Failure) {
        var article = try ArticleLine(parsing: line, number: number).article
        guard article.text.utf8.contains(where: { $0 > 0x20 }) else {
          faulty.append(Diagnostic(.error, path, line: number, column: 1, "\"text\" is empty; the line is left out"))
          continue
        }
        article.id = PathComponent.safe(article.id)
        article.file = "\(file):\(number)"
        articles.append(article)
      } catch {
        faulty.append(error.diagnostic(of: Array(line), file: path, line: number))
      }
    }
    diagnostics += faulty.prefix(Self.faultyLinesShown)
    if faulty.count > Self.faultyLinesShown {
      let count = faulty.count - Self.faultyLinesShown
      diagnostics.append(
        Diagnostic(
          .error, path, line: faulty[Self.faultyLinesShown].line, column: 1,
          count == 1 ? "one more line is no article; left out" : "this line and \(count - 1) more are no articles; left out"))
    }
    if articles.isEmpty, number <= 1, bytes.isEmpty { diagnostics.append(Diagnostic(.error, path, "the file is empty; left out")) }
    return articles
  }

  /// What `story.yml` says of an article goes before what the article says of itself.
  private func apply(
    _ entries: [StoryConfiguration.ArticleEntry], to articles: inout [Article], file: String, _ diagnostics: inout [Diagnostic]
  ) {
    var lines: [Int: Int] = [:]
    for entry in entries {
      guard let index = articles.firstIndex(where: { $0.file == entry.name || $0.id == entry.name }) else {
        let hint = Suggestion.phrase(for: entry.name, among: articles.map(\.file))
        diagnostics.append(
          Diagnostic(.warning, file, line: entry.line, column: entry.column, "there is no article \"\(entry.name)\"; ignored\(hint)"))
        continue
      }
      if let line = lines.updateValue(entry.line, forKey: index) {
        diagnostics.append(
          Diagnostic(
            .warning, file, line: entry.line, column: entry.column,
            "\"\(entry.name)\" is the article of line \(line) again; what both say is taken from here"))
      }
      var metadata = articles[index].metadata
      func take<Value>(_ key: String, _ field: WritableKeyPath<Metadata, Value?>) {
        guard let value = entry.metadata[keyPath: field] else { return }
        metadata[keyPath: field] = value
        metadata.basis[key] = "story.yml"
      }
      take("title", \.title)
      take("dek", \.dek)
      take("published", \.published)
      take("outlet", \.outlet)
      take("agency", \.agency)
      take("url", \.url)
      take("language", \.language)
      take("retrieved", \.retrieved)
      metadata.isSummary = entry.metadata.isSummary || metadata.isSummary
      if !entry.metadata.authors.isEmpty {
        metadata.authors = entry.metadata.authors
        metadata.basis["authors"] = "story.yml"
      }
      articles[index].metadata = metadata
    }
  }
}

extension ImportError {
  /// In a diagnostic's words.
  public var reason: String {
    switch self {
    case .empty: "there is no text in the file"
    case .binary: "not text in any encoding that is known"
    case .tooLarge(let bytes, let limit): "too large: \(bytes / 1_000_000) MB, at most \(limit / 1_000_000) MB are read"
    case .unsupported(let what): "\(what) cannot be read"
    }
  }
}
