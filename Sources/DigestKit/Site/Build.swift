import Mustache
import TextAnalysis

/// What a build did, and what was wrong.
public struct BuildReport: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  private var said: Set<Diagnostic> = []
  public var stories = 0
  public var articles = 0
  public var pages = 0
  /// Nil if nothing was published: a check, or an error that concerns the whole site.
  public var published: SiteWriter.Report?

  public var hasErrors: Bool { diagnostics.hasErrors }

  /// A cause that several stories met is said once.
  mutating func add(_ found: [Diagnostic]) {
    for diagnostic in found where said.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

extension Workspace {
  /// Reads everything, renders the site and, if there is an output, publishes it.
  ///
  /// A fault of one article or story is reported and the rest is published. A fault of the whole (a template, a page that breaks a
  /// promise, two sources of one address, a full disk) publishes nothing, and the old site stays as it was.
  ///
  /// Stories are worked on concurrently, each from its files to its pages; a page is written as soon as it is rendered, so that
  /// memory holds the pages of `width` stories at most. The result does not depend on `width`.
  ///
  /// - Parameter output: the site's folder; nil writes nothing.
  public func build(into output: String?, width: Int = Machine.cores) async -> BuildReport {
    var report = BuildReport()
    let listing = listing()
    let writer: SiteWriter?
    do throws(Diagnostic) {
      if let output { try refuse(output: output) }
      // Without anything to publish no folder is made.
      writer = try listing.isReadable ? output.map { output throws(Diagnostic) in try SiteWriter.open(output) } : nil
    } catch {
      report.add([error])
      return report
    }
    report.add(listing.diagnostics)
    let theme: Theme
    do throws(RenderError) {
      theme = try Theme(files: listing.theme)
    } catch {
      report.add(diagnostics(of: error, in: templates))
      return report
    }

    report.add(
      theme.unused.map { path in
        let reason = path.hasSuffix(".mustache") ? "no page uses this template" : "neither a template (.mustache) nor a file below assets/"
        return Diagnostic(.warning, FileSystem.join(templates, path), "\(reason); left out\(Theme.suggestion(for: path))")
      })

    let site = listing.site
    let outcomes = await listing.stories.concurrentMap(width: width) { source in
      await outcome(of: source, theme: theme, site: site, writer: writer, width: width)
    }
    var rendered: [RenderedStory] = []
    var staged: [SiteWriter.StagedPage] = []
    var isComplete = true
    for outcome in outcomes {
      report.add(outcome.diagnostics)
      report.articles += outcome.articles
      if let story = outcome.rendered { rendered.append(story) }
      staged += outcome.staged
      isComplete = isComplete && !outcome.isFatal
    }
    report.stories = rendered.count
    // An unreadable content/, story folder or settings file is no reason to replace a site by one without them.
    guard isComplete, listing.isReadable else { return report }

    do throws(RenderError) {
      let pages = try await theme.sitePages(rendered, site: site, width: width) { pages, total in
        Result { () throws(Diagnostic) in try writer?.stage(pages, source: "the site's own pages", among: total) ?? [] }
      }
      report.pages = pages.count + rendered.reduce(0) { $0 + $1.pages.count }
      guard let writer else { return report }
      do throws(Diagnostic) {
        for result in pages.stored { staged += try result.get() }
      } catch {
        report.add([error])
        return report
      }
      do throws(SiteWriter.Failure) {
        report.published = try writer.publish(staged)
      } catch {
        report.add(error.diagnostics)
      }
    } catch {
      report.add(diagnostics(of: error, in: content))
    }
    return report
  }

  private struct StoryOutcome: Sendable {
    var diagnostics: [Diagnostic]
    var articles = 0
    /// Without the bytes of its pages, which have been written.
    var rendered: RenderedStory?
    var staged: [SiteWriter.StagedPage] = []
    /// The whole site cannot be published.
    var isFatal = false
  }

  /// One story from its files to its pages.
  private func outcome(of source: StorySource, theme: Theme, site: SiteConfiguration, writer: SiteWriter?, width: Int) async -> StoryOutcome
  {
    let content = read(source)
    var outcome = StoryOutcome(diagnostics: content.diagnostics)
    outcome.isFatal = content.isUnreadable
    guard !content.articles.isEmpty else { return outcome }
    outcome.articles = content.articles.count
    let date = content.date
    let articles = await content.articles.concurrentMap(width: width) { StoryArticle($0, fallback: date) }
    let digest = Digest(
      composing: Story(
        id: content.id, title: content.title, date: date, note: content.note, articles: articles, corrections: content.corrections))
    outcome.diagnostics += unmatchedCorrections(of: digest, content)
    do throws(RenderError) {
      var rendered = try theme.story(digest, site: site)
      if let writer {
        do throws(Diagnostic) {
          outcome.staged = try writer.stage(rendered.pages, source: source.folder)
        } catch {
          outcome.diagnostics.append(error)
          outcome.isFatal = true
        }
        for i in rendered.pages.indices { rendered.pages[i].bytes = [] }
      }
      outcome.rendered = rendered
    } catch {
      outcome.diagnostics += diagnostics(of: error, in: source.folder)
      outcome.isFatal = true
    }
    return outcome
  }

  private func unmatchedCorrections(of digest: Digest, _ content: StoryContent) -> [Diagnostic] {
    zip(content.corrections, content.correctionPlaces).compactMap { correction, place in
      guard digest.corrections.contains(where: { $0.correction == correction && $0.affected.isEmpty }) else { return nil }
      var reason = "the correction matches nothing in the articles"
      var hint = ""
      if let name = correction.article, !digest.story.articles.indices.contains(where: { digest.story.isArticle($0, named: name) }) {
        reason = "there is no article \"\(name)\""
        hint = Suggestion.phrase(for: name, among: digest.story.articles.map(\.article.id))
      }
      return Diagnostic(
        .warning, content.configurationFile, line: place.line, column: place.column, "\(reason); nothing was changed\(hint)")
    }
  }

  private func diagnostics(of error: RenderError, in file: String) -> [Diagnostic] {
    switch error {
    case .template(let error):
      let path = FileSystem.join(root, error.file)
      return [
        Diagnostic(.error, path, line: error.line == 0 ? nil : error.line, column: error.column, "\(error.message); nothing was published")
      ]
    case .noSource(let what, let reason): return [Diagnostic(.error, file, "\(what): \(reason); nothing was published")]
    case .brokenLinks(let links):
      // A missing stylesheet is one fault, however many pages name it.
      var pages: [String: (first: String, count: Int)] = [:]
      var targets: [String] = []
      for link in links {
        var target = link.target[...]
        while target.hasPrefix("../") { target = target.dropFirst(3) }
        if pages[String(target)] == nil { targets.append(String(target)) }
        pages[String(target), default: (link.page, 0)].count += 1
      }
      let shown = targets.prefix(20).map { target in
        let (first, count) = pages[target] ?? (file, 1)
        let more = count > 1 ? " (and so do \(count - 1) more)" : ""
        return Diagnostic(.error, first, "the link \"\(target)\" leads nowhere\(more); nothing was published")
      }
      return shown + (targets.count > 20 ? [Diagnostic(.error, file, "\(targets.count - 20) more links lead nowhere")] : [])
    case .addressTaken(let path, let sources):
      return [Diagnostic(.error, file, "\(sources.joined(separator: " and ")) would both be \(path); nothing was published, rename one")]
    }
  }

  /// An output whose replacement would take away what the site is made of, or the ground the user stands on.
  private func refuse(output: String) throws(Diagnostic) {
    guard let path = FileSystem.resolvedAsFarAsItExists(output) else { return }
    let kept = [content, templates, "."].compactMap { FileSystem.resolvedAsFarAsItExists($0) }
    if kept.contains(where: { FileSystem.contains(path, $0) }) {
      throw Diagnostic(.error, output, "cannot be the output: it holds content/, templates/ or the current folder; nothing was written")
    }
    if kept.dropLast().contains(where: { FileSystem.contains($0, path) }) {
      throw Diagnostic(.error, output, "cannot be the output: it lies inside content/ or templates/; nothing was written")
    }
  }

  /// The state of all files below `content/` and `templates/`: differs after every change. Cheap: no file is read.
  public func stamp() -> [String: FileSystem.Status] {
    var stamp: [String: FileSystem.Status] = [:]
    var folders = [content, templates]
    while let folder = folders.popLast() {
      for entry in (try? FileSystem.entries(of: folder)) ?? [] where !entry.name.utf8.starts(with: ".".utf8) {
        let path = FileSystem.join(folder, entry.name)
        stamp[path] = try? FileSystem.status(of: path)
        if entry.kind == .folder { folders.append(path) }
      }
    }
    return stamp
  }
}
