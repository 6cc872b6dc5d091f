import Extraction
import TextAnalysis

/// A page as a server sent it.
public struct FetchedPage: Sendable {
  public var bytes: [UInt8]
  /// After redirects.
  public var address: String
  public var contentType: String?
  /// In UTC: `2026-11-21T07:42:10Z`.
  public var retrieved: String

  public init(bytes: [UInt8], address: String, contentType: String?, retrieved: String) {
    self.bytes = bytes
    self.address = address
    self.contentType = contentType
    self.retrieved = retrieved
  }
}

/// Why a page was not fetched.
public struct FetchFailure: Error, Sendable, Equatable {
  /// "robots.txt of the site forbids it"
  public var reason: String

  public init(_ reason: String) { self.reason = reason }
}

/// Gets pages from the network: the one part of an import that does.
public protocol PageFetcher: Sendable {
  func fetch(_ address: String) async throws(FetchFailure) -> FetchedPage
}

/// What an import did.
public struct ImportReport: Sendable {
  public struct Imported: Sendable, Equatable {
    public var origin: String
    /// The new file's name.
    public var name: String
    public var isSummary: Bool
  }

  public struct Skipped: Sendable, Equatable {
    public var origin: String
    /// "same address as courier.html"
    public var reason: String
  }

  public var imported: [Imported] = []
  public var skipped: [Skipped] = []
  /// An error for each document that could not be imported, and what else was odd.
  public var diagnostics: [Diagnostic] = []
  /// Files in folders that are no sources, by their names.
  public var otherFiles = 0
  /// Records of web archives that are no pages.
  public var otherRecords = 0
}

/// `digest import`: sources in, new files in a story's folder out.
public struct StoryImport: Sendable {
  /// How far an import is.
  public struct Progress: Sendable {
    /// Sources that are done with, and all of them.
    public var done: Int
    public var total: Int
    public var imported: Int
    /// What comes next.
    public var current: String
  }

  enum Source: Sendable, Equatable {
    case file(String)
    case address(String)
    case standardInput

    var name: String {
      switch self {
      case .file(let name), .address(let name): name
      case .standardInput: "<stdin>"
      }
    }
  }

  /// Sources that are in memory at once; each may have 20 MB.
  private static let batch = 16
  /// Larger files than this are refused before they are read; web archives, which are read piece by piece, are not.
  private static let fileLimit = 256_000_000

  private let workspace: Workspace
  private let writer: ImportWriter
  private let fetcher: any PageFetcher
  private let width: Int
  private var plan: ImportPlan
  private var entries: [StoryFile.Entry] = []
  private var report = ImportReport()

  /// - Parameters:
  ///   - writer: holds the story.
  ///   - width: cores to use; the result is the same for any number.
  public init(into workspace: Workspace, writer: ImportWriter, fetcher: any PageFetcher, width: Int) {
    self.workspace = workspace
    self.writer = writer
    self.fetcher = fetcher
    self.width = width
    let (story, names) = workspace.existing(in: writer.folder, id: writer.story)
    plan = ImportPlan(articles: story.articles, names: names)
    // Faults of files that the import has nothing to do with are `digest check`'s to report.
    report.diagnostics += story.diagnostics.filter { $0.file == story.configurationFile && $0.severity == .error }
  }

  /// Imports all sources and puts the result in place.
  ///
  /// - Parameter progress: called between sources.
  public consuming func run(_ sources: [String], progress: (Progress) -> Void = { _ in }) async -> ImportReport {
    do throws(Diagnostic) {
      try writer.checkStoryFile()
    } catch {
      writer.discard()
      report.diagnostics.append(error)
      return report
    }
    let expanded = expand(sources)
    var start = 0
    while start < expanded.count {
      func step(_ next: Int) {
        progress(Progress(done: next, total: expanded.count, imported: report.imported.count, current: expanded[next].name))
      }
      step(start)
      if case .file(let path) = expanded[start], SourceKind.named(path) == .webArchive {
        await readArchive(at: path)
        start += 1
        continue
      }
      var end = start + 1
      while end < expanded.count, end - start < Self.batch {
        if case .file(let path) = expanded[end], SourceKind.named(path) == .webArchive { break }
        end += 1
      }
      let fetcher = fetcher
      // Addresses wait for the network rather than for a core.
      let isRemote = expanded[start..<end].contains { if case .address = $0 { true } else { false } }
      let contents = await Array(expanded[start..<end]).concurrentMap(width: isRemote ? Self.batch : width) { await Self.load($0, fetcher) }
      for content in contents { await take(content) }
      start = end
    }
    do throws(Diagnostic) {
      try writer.commit(entries, title: PathComponent.title(of: writer.story))
    } catch {
      report.imported = []
      report.diagnostics.append(error)
    }
    return report
  }

  // MARK: - Sources

  /// Files and addresses in the order given, folders by the byte order of their entries' names.
  private mutating func expand(_ arguments: [String]) -> [Source] {
    var sources: [Source] = []
    for argument in arguments {
      let lower = argument.lowercased()
      if argument == "-" {
        sources.append(.standardInput)
      } else if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
        sources.append(.address(argument))
      } else if let scheme = argument.firstRange(of: "://"), argument[..<scheme.lowerBound].utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) {
        report.diagnostics.append(Diagnostic(.error, argument, "only http:// and https:// addresses are fetched; left out"))
      } else {
        do throws(FileError) {
          if try FileSystem.status(of: argument, followingLinks: true)?.kind == .folder {
            try expand(folder: argument, into: &sources)
          } else {
            sources.append(.file(argument))
          }
        } catch {
          report.diagnostics.append(Diagnostic(.error, error.path, "cannot be read: \(error.reason); left out"))
        }
      }
    }
    return sources
  }

  /// A folder's files, and those of the folders in it. Links and hidden entries are left alone, and so is `Page_files` beside
  /// `Page.html`, where browsers put a page's parts.
  private mutating func expand(folder top: String, into sources: inout [Source]) throws(FileError) {
    var folders = [top]
    while let folder = folders.popLast() {
      let entries: [FileSystem.Entry]
      do throws(FileError) {
        entries = try FileSystem.entries(of: folder)
      } catch {
        if folder == top { throw error }
        report.diagnostics.append(Diagnostic(.error, folder, "cannot be read: \(error.reason); left out"))
        continue
      }
      let names = Set(entries.map(\.name))
      var inner: [String] = []
      for entry in entries where !entry.name.utf8.starts(with: ".".utf8) {
        let path = FileSystem.join(folder, entry.name)
        switch entry.kind {
        case .folder:
          let page = entry.name.hasSuffix("_files") ? entry.name.dropLast(6) : ""
          if page.isEmpty || !(names.contains(page + ".html") || names.contains(page + ".htm")) { inner.append(path) }
        case .file where entry.isUTF8 && SourceKind.named(entry.name) != nil: sources.append(.file(path))
        default: report.otherFiles += 1
        }
      }
      folders += inner.reversed()
    }
  }

  private static func load(_ source: Source, _ fetcher: any PageFetcher) async -> ImportContents {
    func failure(_ reason: String) -> ImportContents {
      ImportContents(diagnostics: [Diagnostic(.error, source.name, "\(reason); left out")])
    }
    do {
      switch source {
      case .file(let path):
        let bytes = try FileSystem.read(path, limit: fileLimit)
        return ImportContents(of: bytes, kind: try SourceKind.of(bytes, name: path, contentType: nil), name: path)
      case .standardInput:
        let bytes = try FileSystem.readStandardInput(limit: fileLimit)
        return await unpack(bytes, kind: SourceKind.sniffed(bytes), name: source.name)
      case .address(let address):
        let page = try await fetcher.fetch(address)
        let path = page.address.prefix { $0 != "?" && $0 != "#" }
        let kind = try SourceKind.of(page.bytes, name: String(path), contentType: page.contentType ?? "")
        return await unpack(
          page.bytes, kind: kind, name: address, address: page.address, retrieved: page.retrieved,
          charset: page.contentType.flatMap(SourceKind.charset))
      }
    } catch let error as FileError {
      return failure("cannot be read: \(error.reason)")
    } catch let error as FetchFailure {
      return failure(error.reason)
    } catch let error as SourceKind.UnsupportedType {
      return failure("of type \(error.name), which is no article, feed or archive")
    } catch {
      return failure("cannot be read")
    }
  }

  private static func unpack(
    _ bytes: [UInt8], kind: SourceKind, name: String, address: String? = nil, retrieved: String? = nil,
    charset: String? = nil
  ) async -> ImportContents {
    guard kind == .webArchive else {
      return ImportContents(of: bytes, kind: kind, name: name, address: address, retrieved: retrieved, charset: charset)
    }
    var rest = bytes
    var all = ImportContents()
    all.passedOver = await ImportContents.webArchive(
      { () throws(FileError) -> [UInt8] in
        defer { rest = [] }
        return rest
      }, name: name,
      take: { contents in
        all.candidates += contents.candidates
        all.diagnostics += contents.diagnostics
      })
    return all
  }

  private mutating func readArchive(at path: String) async {
    do throws(FileError) {
      let file = try FileReader(path)
      var pending = ImportContents()
      let others = await ImportContents.webArchive(
        { () throws(FileError) -> [UInt8] in try file.next() }, name: path,
        take: { contents in
          pending.candidates += contents.candidates
          pending.diagnostics += contents.diagnostics
          if pending.candidates.count >= Self.batch {
            await take(pending)
            pending = ImportContents()
          }
        })
      await take(pending)
      report.otherRecords += others
    } catch {
      report.diagnostics.append(Diagnostic(.error, path, "cannot be read: \(error.reason); left out"))
    }
  }

  // MARK: - Articles

  /// Makes articles of candidates, decides which are new, and writes those where they wait for the end.
  private mutating func take(_ contents: ImportContents) async {
    report.diagnostics += contents.diagnostics
    report.otherRecords += contents.passedOver
    let articles = await contents.candidates.concurrentMap(width: width) { candidate -> Result<Article, ImportError> in
      do throws(ImportError) {
        let article = try Importer.article(from: candidate.bytes, file: "import." + candidate.ending, encoding: candidate.charset)
        // A page of an archive must have a sentence or two.
        let isEnough = ImportPlan.key(ofText: article).count >= (candidate.isIncidental ? 100 : 1)
        return isEnough ? .success(article) : .failure(.empty)
      } catch {
        return .failure(error)
      }
    }
    for (candidate, result) in zip(contents.candidates, articles) {
      switch result {
      case .failure(.empty) where candidate.isIncidental:
        report.skipped.append(ImportReport.Skipped(origin: candidate.origin, reason: "no text of an article"))
      case .failure(let error): report.diagnostics.append(Diagnostic(.error, candidate.origin, "\(error.reason); left out"))
      case .success(let article):
        switch plan.add(candidate, as: article) {
        case .known(let name, let likeness):
          report.skipped.append(ImportReport.Skipped(origin: candidate.origin, reason: "same \(likeness.rawValue) as \(name)"))
        case .new(let name, let entry):
          do throws(FileError) {
            try writer.stage(name, candidate.bytes)
            report.imported.append(ImportReport.Imported(origin: candidate.origin, name: name, isSummary: candidate.isSummary))
            entries.append(entry)
          } catch {
            report.diagnostics.append(Diagnostic(.error, candidate.origin, "cannot be written: \(error.reason); left out"))
          }
        }
      }
    }
  }
}

extension Workspace {
  /// What a story's folder holds already, and the names that are taken there or spoken of in `story.yml`.
  func existing(in folder: String, id: String) -> (StoryContent, names: [String]) {
    let entries = (try? FileSystem.entries(of: folder)) ?? []
    let files = entries.filter { $0.isUTF8 && Self.articleEndings.contains(Self.ending(of: $0.name)) }.map(\.name)
    let source = StorySource(id: id, folder: folder, files: files, isConfigured: entries.contains { $0.name == "story.yml" })
    let story = read(source)
    var names = entries.map(\.name)
    if source.isConfigured, let bytes = try? FileSystem.read(FileSystem.join(folder, "story.yml"), limit: 1 << 24) {
      names += StoryConfiguration.read(bytes, file: "").0.articles.map(\.name)
    }
    return (story, names)
  }
}
