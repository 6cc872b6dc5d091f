import Foundation
import Testing

/// What a build does to the folder it writes, above all when it fails.
struct PublishingTests {
  /// The sample, many times over: a build that takes a while.
  private func manyStories(_ count: Int) async throws -> Folder {
    let folder = try Folder()
    _ = try await Program.run("init", "-q", in: folder.path)
    for i in 0..<count {
      try FileManager.default.copyItem(atPath: folder["content/brackwater-ferry"], toPath: folder["content/story-\(i)"])
    }
    return folder
  }

  @Test func aKilledBuildLeavesTheOldSite() async throws {
    let folder = try await manyStories(60)
    try folder.write("site/index.html", "old")
    try folder.write("site/.digest-manifest", "index.html\n")
    let before = folder.files(in: "site")

    let process = try Program.start(["build"], in: folder.path)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Half-way: some stories are written, and the site is not replaced yet.
    await Program.apart {
      let deadline = Date(timeIntervalSinceNow: 60)
      while process.isRunning, Date() < deadline {
        if ((try? FileManager.default.contentsOfDirectory(atPath: folder[".site.digest/new"])) ?? []).count >= 3 { break }
        usleep(500)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(differences(before, folder.files(in: "site")) == [])

    let outcome = try await Program.run("build", in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(folder.text("site/story-59/index.html") != nil)
    #expect(!FileManager.default.fileExists(atPath: folder[".site.digest"]))
  }

  @Test func aFullDiskLeavesTheOldSite() async throws {
    let folder = try await manyStories(1)
    try folder.write("site/index.html", "old")
    try folder.write("site/.digest-manifest", "index.html\n")
    let before = folder.files(in: "site")
    // A limit on the size of files fails the write half-way, as a full disk does.
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build"
    let outcome = try await Program.run(["-c", script, Program.path], program: "/bin/sh", in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("site: error: the site cannot be written"))
    #expect(differences(before, folder.files(in: "site")) == [])
    #expect(!FileManager.default.fileExists(atPath: folder[".site.digest"]))
  }

  @Test func anUnwritableOutputIsOneDiagnostic() async throws {
    let folder = try await manyStories(0)
    try folder.write("file", "in the way")
    for output in ["/proc/nowhere/site", "file", "file/site"] {
      let outcome = try await Program.run("build", "--output", output, in: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.errors.hasPrefix("\(output): error: "))
    }
  }

  @Test func refusesAnOutputThatHoldsTheSources() async throws {
    let folder = try await manyStories(0)
    let before = folder.files()
    for output in [".", "content", "content/site", "templates/x", "..", "/"] {
      let outcome = try await Program.run("build", "--output", output, in: folder.path)
      #expect(outcome.status == 1, "\(output)")
    }
    #expect(differences(before, folder.files()) == [])
  }

  @Test func makesNoFolderWhereThereIsNoContent() async throws {
    let folder = try Folder()
    let outcome = try await Program.run("build", "nowhere", in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("nowhere/content: error: cannot be read: "))
    #expect(!FileManager.default.fileExists(atPath: folder["nowhere"]))
  }

  /// A digest without its settings would show what the editor had hidden, under the folder's name.
  @Test(arguments: ["content/a-story/story.yml", "content/site.yml", "templates/404.mustache"])
  func settingsThatCannotBeReadLeaveTheOldSite(file: String) async throws {
    let folder = try Folder(copyOf: Program.sites + "/any-script")
    _ = try await Program.run("build", in: folder.path)
    let before = folder.files(in: "site")
    try folder.write(file, "title: \"A\n")
    if file.hasSuffix(".mustache") { try Data([0xff, 0xfe]).write(to: URL(fileURLWithPath: folder[file])) }
    let outcome = try await Program.run("build", in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix(file + ":") && outcome.errors.hasSuffix("; nothing was published\n"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(differences(before, folder.files(in: "site")) == [])
  }

  @Test func namesTemplatesThatNoPageUses() async throws {
    let folder = try Folder(copyOf: Program.sites + "/any-script")
    for name in ["storry.mustache", "style.css", "partials/xxxxxxxx.mustache", "partials/used.mustache"] {
      try folder.write("templates/" + name, "")
    }
    try folder.write("templates/404.mustache", "{{>partials/used}}")
    let outcome = try await Program.run("build", in: folder.path)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        templates/partials/xxxxxxxx.mustache: warning: no page uses this template; left out
        templates/storry.mustache: warning: no page uses this template; left out; did you mean "story.mustache"?
        templates/style.css: warning: neither a template (.mustache) nor a file below assets/; left out

        """)
  }

  @Test func keepsFilesThatNoBuildMade() async throws {
    let folder = try await manyStories(0)
    try folder.write("site/CNAME", "example.org\n")
    #expect(try await Program.run("build", in: folder.path).status == 0)
    #expect(folder.text("site/CNAME") == "example.org\n")
    #expect(folder.text("site/index.html") != nil)
    try folder.write("site/index.html", "mine")
    try folder.write("site/.digest-manifest", "")
    let outcome = try await Program.run("build", in: folder.path)
    #expect(outcome.status == 1)
    #expect(folder.text("site/index.html") == "mine")
  }

  @Test func twoBuildsAtOnceDoNotMeet() async throws {
    let folder = try await manyStories(20)
    let processes = try (0..<3).map { _ in try Program.start(["build", "-q"], in: folder.path) }
    for process in processes {
      process.standardError = FileHandle.nullDevice
      try process.run()
    }
    await Program.apart { for process in processes { process.waitUntilExit() } }
    #expect(processes.contains { $0.terminationStatus == 0 })
    #expect(processes.allSatisfy { $0.terminationReason == .exit })
    #expect(try await Program.run("build", in: folder.path).text.contains(" 0 written"))
  }
}
