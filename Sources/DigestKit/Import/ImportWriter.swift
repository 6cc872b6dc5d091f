import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts new articles into a story's folder, all at once or not at all.
///
/// Files are written into a hidden folder of the story first. ``commit(_:title:)`` gives them their names, without ever replacing
/// a file, and then replaces `story.yml` in one step. Until then ``discard()``, which another thread may call at any time, leaves the
/// story as it was. The hidden folder also keeps out a second import into the same story.
public final class ImportWriter: Sendable {
  /// The story's folder.
  public let folder: String
  public let story: String
  private let staging: String
  private let state: Mutex<State>

  private struct State {
    var lock: CInt?
    var staged: [String] = []
    /// Folders that did not exist before, outermost first.
    var made: [String] = []
  }

  /// Why `story` cannot be a story's name; nil if it can.
  public static func fault(inStoryName story: String) -> String? {
    let safe = PathComponent.safe(story)
    if story.isEmpty || safe != story { return "a story's name is its address: letters, digits, - and _, for example \"\(safe)\"" }
    if Workspace.reservedNames.contains(PathComponent.folded(story)) { return "the address \(story)/ belongs to a page of the site itself" }
    return nil
  }

  /// Makes the story's folder, if need be, and holds it.
  public init(into workspace: Workspace, story: String) throws(Diagnostic) {
    let folder = FileSystem.join(workspace.content, story)
    let staging = FileSystem.join(folder, ".import")
    var state = State()
    do throws(FileError) {
      for path in [workspace.root, workspace.content, folder] where try FileSystem.status(of: path, followingLinks: true) == nil {
        state.made.append(path)
      }
      try FileSystem.makeFolders(folder)
      state.lock = try FileSystem.lock(folder: staging)
    } catch {
      throw Diagnostic(.error, error.path, "cannot \(error.operation): \(error.reason); nothing is imported")
    }
    guard state.lock != nil else { throw Diagnostic(.error, folder, "another import into this story is at work; nothing is imported") }
    self.folder = folder
    self.story = story
    self.staging = staging
    self.state = Mutex(state)
    // What an import that was killed has left.
    if let entries = try? FileSystem.entries(of: staging) {
      for entry in entries { try? FileSystem.remove(FileSystem.join(staging, entry.name)) }
    }
  }

  /// Writes a file where it does not count yet; nothing after ``discard()``.
  func stage(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    // Within the lock, so that discarding finds every file.
    let result: Result<Void, FileError> = state.withLock { state in
      guard state.lock != nil else { return .success(()) }
      do throws(FileError) {
        try FileSystem.create(FileSystem.join(staging, name), bytes)
      } catch {
        return .failure(error)
      }
      state.staged.append(name)
      return .success(())
    }
    try result.get()
  }

  /// Gives every file its name and notes the entries in `story.yml`.
  ///
  /// If one of that fails, the files are taken back and the story is as it was.
  func commit(_ entries: [StoryFile.Entry], title: String) throws(Diagnostic) {
    let result: Result<Void, Diagnostic> = state.withLock { state in
      guard state.lock != nil else { return .success(()) }
      var named: [String] = []
      do throws(Diagnostic) {
        do throws(FileError) {
          for name in state.staged {
            let path = FileSystem.join(folder, name)
            let source = FileSystem.join(staging, name)
            if try !FileSystem.link(source, as: path) {
              // No second names on this file system.
              guard try FileSystem.status(of: path) == nil else { throw .taken(path) }
              try FileSystem.rename(source, to: path)
            }
            named.append(path)
          }
        } catch {
          throw Diagnostic(.error, error.path, "cannot \(error.operation): \(error.reason); nothing is imported")
        }
        if !state.staged.isEmpty { try note(entries, title: title) }
      } catch {
        for path in named { try? FileSystem.remove(path) }
        finish(&state, keepsFolders: false)
        return .failure(error)
      }
      finish(&state, keepsFolders: !state.staged.isEmpty)
      return .success(())
    }
    try result.get()
  }

  /// Leaves the story as it was. Does nothing after ``commit(_:title:)``, and waits while that is at work.
  public func discard() { state.withLock { finish(&$0, keepsFolders: false) } }

  /// `story.yml` with entries added, and the permissions that it has.
  private func noted(_ entries: [StoryFile.Entry], title: String) throws(Diagnostic) -> (bytes: [UInt8], mode: mode_t?) {
    let old: [UInt8]
    let mode: mode_t
    do throws(FileError) {
      guard let status = try FileSystem.status(of: file, followingLinks: true) else {
        return (StoryFile.new(title: title, entries: entries), nil)
      }
      old = try FileSystem.read(file, limit: 1 << 24)
      mode = status.mode
    } catch {
      throw Diagnostic(.error, file, "cannot be read: \(error.reason); nothing is imported")
    }
    do throws(StoryFile.Failure) {
      return (try StoryFile.adding(entries, to: old, file: file), mode)
    } catch {
      throw Diagnostic(.error, file, line: error.line, column: error.column, "\(error.message); nothing is imported")
    }
  }

  /// Says what would keep ``commit(_:title:)`` from adding to `story.yml`, before any work is done.
  func checkStoryFile() throws(Diagnostic) {
    _ = try noted([StoryFile.Entry(name: "a-new-article.html", retrieved: "2000-01-01")], title: story)
  }

  private func note(_ entries: [StoryFile.Entry], title: String) throws(Diagnostic) {
    let (bytes, mode) = try noted(entries, title: title)
    let new = FileSystem.join(staging, "story.yml")
    do throws(FileError) {
      try FileSystem.create(new, bytes)
      if let mode { FileSystem.setMode(new, mode) }
      // A link stays a link: what it leads to is replaced.
      try FileSystem.rename(new, to: mode == nil ? file : try FileSystem.resolved(file))
    } catch {
      throw Diagnostic(.error, error.path, "cannot \(error.operation): \(error.reason); nothing is imported")
    }
  }

  private var file: String { FileSystem.join(folder, "story.yml") }

  private func finish(_ state: inout State, keepsFolders: Bool) {
    guard let lock = state.lock else { return }
    state.lock = nil
    try? FileSystem.remove(staging)
    if !keepsFolders {
      for path in state.made.reversed() where (try? FileSystem.entries(of: path))?.isEmpty ?? false { try? FileSystem.remove(path) }
    }
    FileSystem.unlock(lock)
  }
}
