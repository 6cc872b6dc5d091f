import Foundation
import Testing

/// The built program, run as a user would.
enum Program {
  struct Outcome {
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    /// The output's lines as JSON objects.
    var objects: [[String: Any]] {
      output.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }
    }
  }

  /// `$DIGEST`, else the program beside the tests.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["DIGEST"] { return given }
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    return tests.appendingPathComponent("digest").path
  }()

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let sites = repository + "/Tests/EndToEndTests/sites"

  static func start(_ arguments: [String], program: String = path, in folder: String? = nil) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    return process
  }

  static func run(_ arguments: String..., input: String = "", in folder: String? = nil) async throws -> Outcome {
    try await run(arguments, input: input, in: folder)
  }

  static func run(_ arguments: [String], program: String = path, input: String = "", in folder: String? = nil) async throws -> Outcome {
    try await apart { Result { try finish(try start(arguments, program: program, in: folder), input: input) } }.get()
  }

  /// Work that waits, on a thread of its own. Not on a dispatch queue: tasks run on the same few threads, among them the tests' servers.
  static func apart<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in Thread.detachNewThread { continuation.resume(returning: work()) } }
  }

  private static func finish(_ process: Process, input: String) throws -> Outcome {
    let scratch = try Folder()
    try scratch.write("in", input)
    try scratch.write("out", "")
    try scratch.write("err", "")
    // Files rather than pipes: nothing waits for a reader.
    process.standardInput = FileHandle(forReadingAtPath: scratch["in"])
    process.standardOutput = FileHandle(forWritingAtPath: scratch["out"])
    process.standardError = FileHandle(forWritingAtPath: scratch["err"])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try Data(contentsOf: URL(fileURLWithPath: scratch["out"])), errors: scratch.text("err") ?? "")
  }
}

/// A folder that is gone when the test is over.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "digest-run-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// With the contents of `source`.
  convenience init(copyOf source: String) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: source) {
      try FileManager.default.copyItem(atPath: source + "/" + name, toPath: path + "/" + name)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: self[name]).deletingLastPathComponent().path, withIntermediateDirectories: true)
    // In one step: the preview must not see an empty file first. Its name keeps it out of what is watched.
    let draft = URL(fileURLWithPath: self[name]).deletingLastPathComponent().path + "/." + UUID().uuidString
    try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
    guard rename(draft, self[name]) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: self[name]).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every plain file below a folder of this one, with its bytes.
  func files(in folder: String = "") -> [String: Data] { Self.files(in: folder.isEmpty ? path : self[folder]) }

  static func files(in folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? FileManager.DirectoryEnumerator() {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: folder + "/" + name)
      }
    }
    return files
  }
}

/// Files that only one of two folders has, or that differ.
func differences(_ a: [String: Data], _ b: [String: Data]) -> [String] {
  Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
}
