import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The members of ``FileSystem`` have the names of the calls they wrap.
private func systemOpen(_ path: String, _ flags: CInt, _ mode: mode_t) -> CInt { open(path, flags, mode) }
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }
private func systemLink(_ path: String, _ other: String) -> Bool { link(path, other) == 0 }
private func systemRename(_ path: String, _ other: String) -> Bool { rename(path, other) == 0 }
private func systemWrite(_ descriptor: CInt, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { write(descriptor, buffer, count) }

/// Why a call to the operating system failed.
public struct FileError: Error, Equatable, CustomStringConvertible {
  public var path: String
  /// `errno`.
  public var code: CInt
  /// What was tried: "read", "write".
  public var operation: String

  init(_ operation: String, _ path: String, code: CInt = errno) {
    self.path = path
    self.code = code
    self.operation = operation
  }

  /// Nothing has that name.
  public var isMissing: Bool { code == ENOENT }

  /// Something else has that name, or stands where a folder should.
  var isTaken: Bool { code == EEXIST || code == ENOTDIR || code == EISDIR }

  /// Something that no call says, in the system's terms.
  static func notAFolder(_ path: String) -> FileError { FileError("use as a folder", path, code: ENOTDIR) }
  static func isFolder(_ path: String) -> FileError { FileError("read", path, code: EISDIR) }
  static func taken(_ path: String) -> FileError { FileError("make", path, code: EEXIST) }
  static func inUse(_ path: String) -> FileError { FileError("lock", path, code: EWOULDBLOCK) }
  static func notCarried(_ path: String) -> FileError { FileError("carry over", path, code: ENOTSUP) }

  /// The system's own words, without the path: "no space left on device".
  public var reason: String {
    if operation == "lock", code == EWOULDBLOCK { return "another digest is writing there" }
    guard let text = strerror(code) else { return "error \(code)" }
    let words = String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  public var description: String { "cannot \(operation) \(path): \(reason)" }
}

/// The file calls that the two ends of a build need, on POSIX.
///
/// Foundation's calls cost about five times as much (a gathering of attributes, atomic writes and `String` conversions on every
/// call), which is most of the time of a build of a thousand pages. Paths are UTF-8; relative ones start at the current folder.
public enum FileSystem {
  public enum Kind: Sendable {
    case file, folder, link
    /// Socket, pipe, device.
    case other
  }

  public struct Status: Sendable, Equatable {
    public var kind: Kind
    public var size: Int
    public var mode: mode_t
    var device: UInt64
    var inode: UInt64
    var modified: (seconds: Int, nanoseconds: Int)

    public static func == (a: Status, b: Status) -> Bool {
      a.kind == b.kind && a.size == b.size && a.mode == b.mode && a.device == b.device && a.inode == b.inode && a.modified == b.modified
    }

    init(_ info: stat) {
      kind =
        switch info.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
      size = Int(info.st_size)
      mode = info.st_mode & 0o7777
      device = UInt64(info.st_dev)
      inode = UInt64(info.st_ino)
      #if canImport(Darwin)
        modified = (info.st_mtimespec.tv_sec, info.st_mtimespec.tv_nsec)
      #else
        modified = (info.st_mtim.tv_sec, info.st_mtim.tv_nsec)
      #endif
    }
  }

  /// What a path names, links not followed; nil if there is nothing.
  public static func status(of path: String, followingLinks: Bool = false) throws(FileError) -> Status? {
    var info = stat()
    let result = followingLinks ? stat(path, &info) : lstat(path, &info)
    if result == 0 { return Status(info) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw FileError("look at", path)
  }

  /// The path without links, `.` and `..`.
  public static func resolved(_ path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else { throw FileError("resolve", path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The resolved path of something that may not be there yet.
  static func resolvedAsFarAsItExists(_ path: String) -> String? {
    if let resolved = try? resolved(path) { return resolved }
    let parent = parent(of: path)
    return parent == path ? nil : resolvedAsFarAsItExists(parent).map { join($0, name(of: path)) }
  }

  /// The whole file; `limit` guards against files that no one meant to give.
  public static func read(_ path: String, limit: Int = .max, followingLinks: Bool = true) throws(FileError) -> [UInt8] {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW), 0)
    guard descriptor >= 0 else { throw FileError("read", path) }
    defer { _ = close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw FileError("read", path) }
    guard info.st_mode & S_IFMT != S_IFDIR else { throw FileError("read", path, code: EISDIR) }
    guard Int(info.st_size) <= limit else { throw FileError("read", path, code: EFBIG) }
    return try read(descriptor: descriptor, expecting: Int(info.st_size), limit: limit, path: path)
  }

  /// All of standard input.
  public static func readStandardInput(limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    try read(descriptor: 0, expecting: 0, limit: limit, path: "<stdin>")
  }

  /// Until the end of the descriptor.
  static func read(descriptor: CInt, expecting size: Int, limit: Int, path: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = size + 1
    while true {
      let start = bytes.count
      var code: CInt = 0
      // One allocation where the size is known, and no zeroing of memory that the kernel fills.
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < buffer.count {
          let got = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
          if got > 0 {
            count += got
          } else if got == 0 {
            return
          } else if errno != EINTR {
            code = errno
            return
          }
        }
      }
      guard code == 0 else { throw FileError("read", path, code: code) }
      if start == 0 { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw FileError("read", path, code: EFBIG) }
      if chunk.count < capacity { return bytes }
      capacity = max(65_536, bytes.count)
    }
  }

  /// Opens a file for reading in pieces; the caller closes it.
  public static func open(_ path: String) throws(FileError) -> CInt {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw FileError("read", path) }
    return descriptor
  }

  /// What one read call gives, at most 256 KiB; empty at the end.
  public static func readChunk(from descriptor: CInt) throws(FileError) -> [UInt8] {
    var code: CInt = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: 262_144) { buffer, count in
      while true {
        let got = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if got >= 0 {
          count = got
          return
        }
        if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw FileError("read", "descriptor \(descriptor)", code: code) }
    return chunk
  }

  /// Makes a file that must not exist yet.
  static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let descriptor = systemOpen(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw FileError("write", path) }
    var failure = write(bytes, to: descriptor)
    if close(descriptor) != 0, failure == nil { failure = errno }
    if let failure {
      _ = unlink(path)
      throw FileError("write", path, code: failure)
    }
  }

  /// All of the bytes, however the kernel cuts them; the error's number if it fails.
  public static func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let put = systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if put >= 0 {
          written += put
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  /// Makes a folder; true if it was not there.
  @discardableResult
  static func makeFolder(_ path: String, mode: mode_t = 0o777) throws(FileError) -> Bool {
    if mkdir(path, mode) == 0 { return true }
    guard errno == EEXIST else { throw FileError("make the folder", path) }
    return false
  }

  /// Asks for the folders in this one to be placed apart from each other: many files will be made in each.
  static func spread(_ path: String) { digest_spread_folder(path) }

  /// Makes a folder and all that it lies in.
  static func makeFolders(_ path: String) throws(FileError) {
    if let status = try status(of: path, followingLinks: true) {
      guard status.kind == .folder else { throw FileError("make the folder", path, code: EEXIST) }
      return
    }
    let parent = parent(of: path)
    if parent != path { try makeFolders(parent) }
    try makeFolder(path)
  }

  /// Gives a file a second name; false where the file system has no such thing, or no more of them for this file.
  static func link(_ path: String, as other: String) throws(FileError) -> Bool {
    if systemLink(path, other) { return true }
    guard [EPERM, EMLINK, EXDEV, EOPNOTSUPP, ENOSYS, EACCES].contains(errno) else { throw FileError("link", other) }
    return false
  }

  /// Sets when a file was last changed.
  static func setModified(_ path: String, as status: Status) {
    let modified = timespec(tv_sec: status.modified.seconds, tv_nsec: status.modified.nanoseconds)
    // A date that cannot be kept is no reason to fail.
    _ = utimensat(AT_FDCWD, path, [modified, modified], AT_SYMLINK_NOFOLLOW)
  }

  /// Gives a file or folder the permissions of another.
  static func setMode(_ path: String, _ mode: mode_t) { _ = chmod(path, mode) }

  static func makeLink(_ path: String, like other: String) throws(FileError) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(other, &target, Int(PATH_MAX))
    guard count >= 0, symlink(target, path) == 0 else { throw FileError("link", path) }
  }

  static func rename(_ path: String, to other: String) throws(FileError) {
    guard systemRename(path, other) else { throw FileError("rename", path) }
  }

  /// Exchanges what two paths name, at once; false where the system cannot.
  static func exchange(_ a: String, _ b: String) throws(FileError) -> Bool {
    let code = digest_exchange(a, b)
    if code == 0 { return true }
    guard [ENOSYS, EINVAL, EOPNOTSUPP].contains(code) else { throw FileError("replace", b, code: code) }
    return false
  }

  /// Holds a folder for this process until closed or ended; nil if another process holds it.
  ///
  /// The folder is made if need be. The holder may remove it: whoever waited for it then makes a new one.
  static func lock(folder path: String) throws(FileError) -> CInt? {
    for _ in 0..<100 {
      try makeFolder(path, mode: 0o700)
      let descriptor = systemOpen(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, 0)
      guard descriptor >= 0 else {
        if errno == ENOENT { continue }
        throw FileError("open", path)
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        unlock(descriptor)
        if code == EWOULDBLOCK { return nil }
        throw FileError("lock", path, code: code)
      }
      // Between opening and locking the folder may have been removed by the process that held it.
      var held = stat()
      var named = stat()
      if fstat(descriptor, &held) == 0, lstat(path, &named) == 0, held.st_ino == named.st_ino, held.st_dev == named.st_dev {
        return descriptor
      }
      unlock(descriptor)
    }
    return nil
  }

  static func unlock(_ descriptor: CInt) { _ = close(descriptor) }

  /// An entry of a folder. A name that is not UTF-8 is repaired, so it cannot be opened.
  public struct Entry: Sendable {
    public var name: String
    public var isUTF8: Bool
    public var kind: Kind
  }

  /// The entries of a folder in byte order of their names, without `.` and `..`; links not followed.
  public static func entries(of path: String) throws(FileError) -> [Entry] {
    guard let folder = opendir(path) else { throw FileError("read", path) }
    defer { _ = closedir(folder) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let next = readdir(folder) else {
        guard errno == 0 else { throw FileError("read", path) }
        break
      }
      let type = next.pointee.d_type
      let (name, valid) = withUnsafePointer(to: &next.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { characters in
          let valid = String(validatingCString: characters)
          return (valid ?? String(cString: characters), valid != nil)
        }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind
      switch Int32(type) {
      case Int32(DT_REG): kind = .file
      case Int32(DT_DIR): kind = .folder
      case Int32(DT_LNK): kind = .link
      case Int32(DT_UNKNOWN): kind = try status(of: join(path, name))?.kind ?? .other
      default: kind = .other
      }
      entries.append(Entry(name: name, isUTF8: valid, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Removes a file or a folder with all in it; nothing there is fine. Links are removed, not followed.
  static func remove(_ path: String) throws(FileError) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM, try status(of: path)?.kind == .folder else { throw FileError("remove", path) }
    for entry in try entries(of: path) {
      if entry.kind == .folder { try remove(join(path, entry.name)) } else { try removeFile(join(path, entry.name)) }
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
  }

  private static func removeFile(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
  }

  // MARK: - Paths

  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// `a/b` of `a/b/c`; `.` of a bare name.
  public static func parent(of path: String) -> String {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// `c` of `a/b/c`.
  public static func name(of path: String) -> String {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    return parts.last.map { String(decoding: Array($0), as: UTF8.self) } ?? path
  }

  /// Whether `path` is `folder` or lies in it; both resolved.
  static func contains(_ folder: String, _ path: String) -> Bool {
    path == folder
      || path.utf8.starts(with: folder.utf8.last == UInt8(ascii: "/") ? Array(folder.utf8) : Array(folder.utf8) + [UInt8(ascii: "/")])
  }
}

/// A file that is read piece by piece; closed when no one holds it any more.
final class FileReader: Sendable {
  private let descriptor: CInt

  init(_ path: String) throws(FileError) {
    if try FileSystem.status(of: path, followingLinks: true)?.kind == .folder { throw .isFolder(path) }
    descriptor = try FileSystem.open(path)
  }

  deinit { _ = close(descriptor) }

  /// At most 256 KiB; empty at the end.
  func next() throws(FileError) -> [UInt8] { try FileSystem.readChunk(from: descriptor) }
}
