/// Publishes a folder of pages at once.
///
/// The pages are written into a work folder beside the site (`.site.digest/` beside `site/`), and the complete folder then takes
/// the old one's place in one step (`renameat2` with `RENAME_EXCHANGE` on Linux, `renamex_np` on macOS; elsewhere two renames, the
/// first of which is undone if the second fails, or by the next run). Until then nothing of the old site is touched, so a build
/// that is killed, fails or fills the disk leaves it whole; the next run clears what it left. Only files with new contents are
/// written: the others are hard links to the old files and keep their dates. If nothing differs, nothing is replaced.
///
/// A manifest in the site, ``manifestName``, lists the files that the build made. All others are the user's: they are carried
/// over, and a page that would replace one is an error. Two builds into one folder do not meet: the work folder is locked.
///
/// No `fsync`: after a power cut a site is built again.
public final class SiteWriter: Sendable {
  /// One path a line, in byte order, after a `#` line that says what it is.
  public static let manifestName = ".digest-manifest"
  private static let manifestHead = "# Files that digest build made, and may replace or remove. All other files here are left alone.\n"

  /// The site's folder, without links.
  public let output: String
  private let work: String
  private let lock: CInt
  /// What stands in the old site.
  private let old: [String: FileSystem.Kind]
  /// Files of it that a build made.
  private let made: Set<String>
  private let isPresent: Bool

  /// A page that has been compared with the old site and, if it is new, written.
  public struct StagedPage: Sendable {
    public var path: String
    /// What the page was made of, for the message that two pages claim one path.
    public var source: String
    public var isUnchanged: Bool
  }

  public struct Report: Sendable, Equatable {
    public var written = 0
    public var unchanged = 0
    public var removed = 0
  }

  // MARK: - Opening

  /// Locks the output folder and takes stock of it. Parent folders are made; the folder itself is not yet.
  public static func open(_ output: String) throws(Diagnostic) -> SiteWriter {
    do throws(FileError) {
      return try SiteWriter(output)
    } catch {
      throw Diagnostic(.error, output, "the site cannot be written: \(error.description); nothing was changed")
    }
  }

  private init(_ given: String) throws(FileError) {
    let parent = FileSystem.parent(of: given)
    let status = try FileSystem.status(of: given, followingLinks: true)
    if let status {
      guard status.kind == .folder else { throw .notAFolder(given) }
      output = try FileSystem.resolved(given)
    } else {
      try FileSystem.makeFolders(parent)
      output = FileSystem.join(try FileSystem.resolved(parent), FileSystem.name(of: given))
    }
    work = FileSystem.join(FileSystem.parent(of: output), ".\(FileSystem.name(of: output)).digest")
    guard let lock = try FileSystem.lock(folder: work) else { throw .inUse(work) }
    self.lock = lock
    do throws(FileError) {
      isPresent = try Self.recover(output: output, work: work)
      (old, made) = isPresent ? try Self.takeStock(of: output) : ([:], [])
      try FileSystem.makeFolder(Self.new(in: work))
      FileSystem.spread(Self.new(in: work))
    } catch {
      FileSystem.unlock(lock)
      throw error
    }
  }

  deinit {
    // What is left of an unpublished build, or the old site of a published one.
    try? FileSystem.remove(work)
    FileSystem.unlock(lock)
  }

  private static func new(in work: String) -> String { FileSystem.join(work, "new") }
  private static func set(aside work: String) -> String { FileSystem.join(work, "old") }
  private var new: String { Self.new(in: work) }

  /// Clears what a killed build left. If it was killed between the two renames of a system without exchange, the old site comes back.
  private static func recover(output: String, work: String) throws(FileError) -> Bool {
    var isPresent = try FileSystem.status(of: output) != nil
    if !isPresent, try FileSystem.status(of: set(aside: work)) != nil {
      try FileSystem.rename(set(aside: work), to: output)
      isPresent = true
    }
    for entry in try FileSystem.entries(of: work) { try FileSystem.remove(FileSystem.join(work, entry.name)) }
    return isPresent
  }

  private static func takeStock(of output: String) throws(FileError) -> ([String: FileSystem.Kind], Set<String>) {
    var old: [String: FileSystem.Kind] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try FileSystem.entries(of: folder.isEmpty ? output : FileSystem.join(output, folder)) {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        guard entry.isUTF8 else { throw .notCarried(FileSystem.join(output, path)) }
        old[path] = entry.kind
        if entry.kind == .folder { folders.append(path) }
      }
    }
    guard old[manifestName] == .file else { return (old, []) }
    let manifest = try FileSystem.read(FileSystem.join(output, manifestName), followingLinks: false)
    let lines = manifest.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    return (old, Set(lines.filter { !$0.hasPrefix("#") } + [manifestName]))
  }

  // MARK: - Pages

  /// Compares pages with the old site and writes those that differ. May be called from several tasks at once.
  ///
  /// - Parameter source: what the pages were made of.
  /// - Parameter total: how many pages stand beside these, if they come in parts: many folders in one are placed apart on the disk.
  /// - Throws: a page whose path is not a plain relative one, and what the disk says.
  public func stage(_ pages: [Page], source: String, among total: Int = 0) throws(Diagnostic) -> [StagedPage] {
    let isWide = max(total, pages.count) > 64
    var staged: [StagedPage] = []
    staged.reserveCapacity(pages.count)
    var folders: Set<String> = [""]
    for page in pages {
      guard Self.isPlain(page.path) else {
        throw Diagnostic(.error, source, "the path \"\(page.path)\" would lead out of the site; nothing was published")
      }
      do throws(FileError) {
        let isUnchanged = try isInOldSite(page)
        if !isUnchanged {
          try makeFolder(of: page.path, &folders, isWide: isWide)
          do throws(FileError) {
            try FileSystem.create(FileSystem.join(new, page.path), page.bytes)
          } catch  where error.isTaken {
            // Two pages of one path: `publish` names both.
          }
        }
        staged.append(StagedPage(path: page.path, source: source, isUnchanged: isUnchanged))
      } catch {
        throw failure(error)
      }
    }
    return staged
  }

  /// Relative, `/`-separated, no empty, `.` or `..` component, no control character, no backslash, and not the manifest.
  static func isPlain(_ path: String) -> Bool {
    guard !path.isEmpty, path != manifestName, path.utf8.count < 2000 else { return false }
    guard path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }) else { return false }
    return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { component in
      !component.isEmpty && component.count <= 255 && !component.elementsEqual(".".utf8) && !component.elementsEqual("..".utf8)
    }
  }

  private func isInOldSite(_ page: Page) throws(FileError) -> Bool {
    guard old[page.path] == .file else { return false }
    let path = FileSystem.join(output, page.path)
    guard let status = try FileSystem.status(of: path), status.kind == .file, status.size == page.bytes.count else { return false }
    return try FileSystem.read(path, followingLinks: false) == page.bytes
  }

  private func makeFolder(of path: String, _ folders: inout Set<String>, isWide: Bool = false) throws(FileError) {
    let folder = Self.folder(of: path)
    guard folders.insert(folder).inserted else { return }
    try makeFolder(of: folder, &folders, isWide: isWide)
    do throws(FileError) {
      let path = FileSystem.join(new, folder)
      if try FileSystem.makeFolder(path), isWide, !folder.utf8.contains(UInt8(ascii: "/")) { FileSystem.spread(path) }
    } catch  where error.isTaken {
      // A page stands where a folder should: `publish` names both.
    }
  }

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  private func failure(_ error: FileError) -> Diagnostic {
    Diagnostic(.error, output, "the site cannot be written: \(error.description); the old site is left as it was")
  }

  // MARK: - Publishing

  /// Puts the complete site in the old one's place.
  ///
  /// - Parameter staged: every page of the site.
  /// - Throws: pages that claim one path, files of the user's that a page would replace, and what the disk says; the old site is
  ///   then as it was.
  public func publish(_ staged: [StagedPage]) throws(Failure) -> Report {
    let conflicts = collisions(of: staged) + replacedUserFiles(by: staged)
    guard conflicts.isEmpty else { throw Failure(diagnostics: conflicts) }
    var report = Report()
    report.unchanged = staged.count { $0.isUnchanged }
    report.written = staged.count - report.unchanged
    let paths = Set(staged.map(\.path)).union([Self.manifestName])
    report.removed = made.count { !paths.contains($0) && old[$0] != nil }
    let manifest = Array(
      (Self.manifestHead + paths.subtracting([Self.manifestName]).sorted(by: Self.precedes).map { $0 + "\n" }.joined()).utf8)
    do throws(FileError) {
      if report.written == 0, report.removed == 0, isPresent, try isInOldSite(Page(path: Self.manifestName, bytes: manifest)) {
        return report
      }
      try FileSystem.create(FileSystem.join(new, Self.manifestName), manifest)
      var folders: Set<String> = [""]
      for page in staged where page.isUnchanged {
        try makeFolder(of: page.path, &folders)
        try carry(page.path)
      }
      try carryUserFiles(except: paths, &folders)
      try replace()
    } catch {
      throw Failure(diagnostics: [failure(error)])
    }
    return report
  }

  public struct Failure: Error {
    public var diagnostics: [Diagnostic]
  }

  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  /// Paths that two pages claim, also where letter case is ignored, and pages that stand where another needs a folder.
  private func collisions(of staged: [StagedPage]) -> [Diagnostic] {
    var claimed: [String: StagedPage] = [:]
    var diagnostics: [Diagnostic] = []
    func report(_ page: StagedPage, _ other: StagedPage) {
      let address = page.path == other.path ? page.path : "\(page.path) and \(other.path) (one file where letter case is ignored)"
      let who = page.source == other.source ? "\(page.source) claims it twice" : "\(other.source) and \(page.source) both claim it"
      diagnostics.append(Diagnostic(.error, page.source, "\(address): \(who); nothing was published"))
    }
    for page in staged {
      if let other = claimed.updateValue(page, forKey: PathComponent.folded(page.path)) { report(page, other) }
    }
    var checked: Set<String> = [""]
    for page in staged {
      var folder = Self.folder(of: page.path)
      while checked.insert(folder).inserted {
        if let other = claimed[PathComponent.folded(folder)] { report(page, other) }
        folder = Self.folder(of: folder)
      }
    }
    return diagnostics
  }

  /// Pages whose path, or a folder of it, is taken by something that no build made.
  private func replacedUserFiles(by staged: [StagedPage]) -> [Diagnostic] {
    var taken: [String] = []
    var checked: Set<String> = [""]
    for page in staged {
      switch old[page.path] {
      case nil: break
      case .folder?:
        if old.keys.contains(where: { $0.hasPrefix(page.path + "/") && !made.contains($0) && old[$0] != .folder }) {
          taken.append(page.path)
        }
      default: if !page.isUnchanged, !made.contains(page.path) { taken.append(page.path) }
      }
      var folder = Self.folder(of: page.path)
      while checked.insert(folder).inserted {
        if let kind = old[folder], kind != .folder, !made.contains(folder) { taken.append(folder) }
        folder = Self.folder(of: folder)
      }
    }
    guard let first = taken.first else { return [] }
    let more = taken.count == 1 ? "" : " and \(taken.count - 1) more files"
    let message =
      "a page would replace \(first)\(more), which no build made (see \(Self.manifestName)); nothing was published, move it away"
    return [Diagnostic(.error, FileSystem.join(output, first), message)]
  }

  /// Gives the new site a file of the old one.
  private func carry(_ path: String) throws(FileError) {
    let from = FileSystem.join(output, path)
    let to = FileSystem.join(new, path)
    if try FileSystem.link(from, as: to) { return }
    guard let status = try FileSystem.status(of: from) else { return }
    switch status.kind {
    case .file:
      try FileSystem.create(to, try FileSystem.read(from, followingLinks: false))
      FileSystem.setMode(to, status.mode)
      FileSystem.setModified(to, as: status)
    case .link: try FileSystem.makeLink(to, like: from)
    case .folder, .other: throw .notCarried(from)
    }
  }

  private func carryUserFiles(except paths: Set<String>, _ folders: inout Set<String>) throws(FileError) {
    // Folders of made files are the build's own; a folder that holds none is the user's, and stays even when empty.
    var madeFolders: Set<String> = [""]
    for path in made {
      var folder = Self.folder(of: path)
      while madeFolders.insert(folder).inserted { folder = Self.folder(of: folder) }
    }
    for (path, kind) in old.sorted(by: { Self.precedes($0.key, $1.key) }) where !paths.contains(path) && !made.contains(path) {
      if kind == .folder {
        guard !madeFolders.contains(path) else { continue }
        try makeFolder(of: path + "/", &folders)
        if let mode = try FileSystem.status(of: FileSystem.join(output, path))?.mode {
          FileSystem.setMode(FileSystem.join(new, path), mode | 0o700)
        }
      } else {
        try makeFolder(of: path, &folders)
        try carry(path)
      }
    }
  }

  private func replace() throws(FileError) {
    guard isPresent else { return try FileSystem.rename(new, to: output) }
    if let mode = try FileSystem.status(of: output)?.mode { FileSystem.setMode(new, mode) }
    if try FileSystem.exchange(new, output) { return }
    let aside = Self.set(aside: work)
    try FileSystem.rename(output, to: aside)
    do throws(FileError) {
      try FileSystem.rename(new, to: output)
    } catch {
      try? FileSystem.rename(aside, to: output)
      throw error
    }
  }
}
