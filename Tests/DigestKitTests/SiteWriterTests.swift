import Foundation
import Testing

@testable import DigestKit

struct SiteWriterTests {
  let folder: TemporaryFolder
  let site: String

  init() throws {
    folder = try TemporaryFolder()
    site = folder["site"]
  }

  private func pages(_ texts: [String: String]) -> [Page] {
    texts.sorted { $0.key < $1.key }.map { Page(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  @discardableResult
  private func publish(_ texts: [String: String]) throws -> SiteWriter.Report {
    let writer = try SiteWriter.open(site)
    return try writer.publish(try writer.stage(pages(texts), source: "content/a"))
  }

  @Test func writesPagesAndManifest() throws {
    let report = try publish(["index.html": "home", "a/b/index.html": "deep"])
    #expect(report == .init(written: 2, unchanged: 0, removed: 0))
    #expect(folder.read("site/a/b/index.html") == "deep")
    #expect(folder.read("site/.digest-manifest")?.hasSuffix("\na/b/index.html\nindex.html\n") == true)
    #expect(folder.tree.filter { !$0.hasPrefix("site") } == [])
  }

  @Test func keepsUnchangedFilesAndTheirDates() throws {
    try publish(["same.html": "same", "other.html": "one"])
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    for name in ["same.html", "other.html"] {
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: site + "/" + name)
    }
    let report = try publish(["same.html": "same", "other.html": "two"])
    #expect(report == .init(written: 1, unchanged: 1, removed: 0))
    func date(_ name: String) throws -> Date? {
      try FileManager.default.attributesOfItem(atPath: site + "/" + name)[.modificationDate] as? Date
    }
    #expect(try date("same.html") == past)
    #expect(try date("other.html") != past)
    #expect(folder.read("site/other.html") == "two")
  }

  @Test func leavesTheFolderAloneIfNothingDiffers() throws {
    try publish(["index.html": "home"])
    let before = try FileSystem.status(of: site)
    #expect(try publish(["index.html": "home"]) == .init(written: 0, unchanged: 1, removed: 0))
    #expect(try FileSystem.status(of: site) == before)
  }

  @Test func removesPagesThatAreNoLongerMade() throws {
    try publish(["index.html": "home", "old/index.html": "old"])
    #expect(try publish(["index.html": "home"]).removed == 1)
    #expect(folder.tree == ["site", "site/.digest-manifest", "site/index.html"])
  }

  @Test func carriesFilesItDidNotMake() throws {
    try publish(["index.html": "home", "a/index.html": "a"])
    try folder.write("site/CNAME", "example.org")
    try folder.write("site/a/photo.jpg", "jpeg")
    try FileManager.default.createDirectory(atPath: site + "/empty", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: site + "/link", withDestinationPath: "CNAME")
    try publish(["index.html": "new home"])
    #expect(folder.read("site/CNAME") == "example.org")
    #expect(folder.read("site/a/photo.jpg") == "jpeg")
    #expect(folder.read("site/link") == "example.org")
    #expect(try FileSystem.status(of: site + "/link")?.kind == .link)
    #expect(try FileSystem.status(of: site + "/empty")?.kind == .folder)
    #expect(folder.read("site/a/index.html") == nil)
    #expect(folder.read("site/index.html") == "new home")
  }

  @Test func refusesToReplaceFilesItDidNotMake() throws {
    try folder.write("site/index.html", "mine")
    let failure = #expect(throws: SiteWriter.Failure.self) { try publish(["index.html": "theirs"]) }
    #expect(failure?.diagnostics.count == 1)
    #expect(failure?.diagnostics.first?.message.contains("index.html") == true)
    #expect(folder.tree == ["site", "site/index.html"])
    #expect(folder.read("site/index.html") == "mine")
  }

  @Test func takesOverFilesWithTheSameContents() throws {
    try folder.write("site/index.html", "home")
    #expect(try publish(["index.html": "home"]) == .init(written: 0, unchanged: 1, removed: 0))
    #expect(folder.read("site/.digest-manifest") != nil)
  }

  @Test func doesNotWriteThroughALinkInTheSite() throws {
    try folder.write("elsewhere/index.html", "elsewhere")
    try publish(["index.html": "home"])
    try FileManager.default.createSymbolicLink(atPath: site + "/a", withDestinationPath: folder["elsewhere"])
    #expect(throws: SiteWriter.Failure.self) { try publish(["index.html": "home", "a/index.html": "a"]) }
    #expect(folder.read("elsewhere/index.html") == "elsewhere")
  }

  @Test(arguments: [
    "", "/etc/passwd", "../up.html", "a/../../up.html", "a//b", "a/", "./a", "a\\b", "a\nb", ".digest-manifest",
    String(repeating: "x", count: 256),
  ])
  func refusesPathsThatLeadElsewhere(path: String) throws {
    let writer = try SiteWriter.open(site)
    #expect(throws: Diagnostic.self) { try writer.stage([Page(path: path, bytes: [])], source: "content/a") }
  }

  @Test func namesBothSourcesOfOneAddress() throws {
    let writer = try SiteWriter.open(site)
    let staged =
      try writer.stage([Page(path: "a/index.html", bytes: [1])], source: "content/one")
      + writer.stage([Page(path: "A/index.html", bytes: [2])], source: "content/two")
    let failure = #expect(throws: SiteWriter.Failure.self) { try writer.publish(staged) }
    let message = failure?.diagnostics.first?.message ?? ""
    #expect(message.contains("content/one") && message.contains("content/two"))
    #expect(try FileSystem.status(of: site) == nil)
  }

  @Test func noticesAPageThatStandsWhereAFolderShould() throws {
    let writer = try SiteWriter.open(site)
    let staged =
      try writer.stage([Page(path: "a", bytes: [1])], source: "content/one")
      + writer.stage([Page(path: "a/index.html", bytes: [2])], source: "content/two")
    #expect(throws: SiteWriter.Failure.self) { try writer.publish(staged) }
  }

  @Test func leavesTheOldSiteWholeUntilPublished() throws {
    try publish(["index.html": "old"])
    do {
      let writer = try SiteWriter.open(site)
      _ = try writer.stage(pages(["index.html": "new", "more.html": "more"]), source: "content/a")
      #expect(folder.read("site/index.html") == "old")
    }
    #expect(folder.tree == ["site", "site/.digest-manifest", "site/index.html"])
  }

  @Test func clearsWhatAKilledBuildLeft() throws {
    try publish(["index.html": "old"])
    try folder.write(".site.digest/new/half.html", "half")
    try publish(["index.html": "new"])
    #expect(folder.tree == ["site", "site/.digest-manifest", "site/index.html"])
    #expect(folder.read("site/index.html") == "new")
  }

  @Test func bringsBackASiteThatWasSetAside() throws {
    try folder.write(".site.digest/old/keep.txt", "mine")
    try publish(["index.html": "new"])
    #expect(folder.tree == ["site", "site/.digest-manifest", "site/index.html", "site/keep.txt"])
  }

  @Test func refusesASecondBuildAtTheSameTime() throws {
    let first = try SiteWriter.open(site)
    #expect(throws: Diagnostic.self) { try SiteWriter.open(site) }
    _ = try first.publish(try first.stage(pages(["index.html": "first"]), source: "content/a"))
    #expect(folder.read("site/index.html") == "first")
  }

  @Test func writesThroughALinkToTheSite() throws {
    try FileManager.default.createDirectory(atPath: folder["real"], withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: site, withDestinationPath: folder["real"])
    try publish(["index.html": "home"])
    #expect(try FileSystem.status(of: site)?.kind == .link)
    #expect(folder.read("real/index.html") == "home")
  }

  @Test func saysWhyAFolderCannotBeWritten() throws {
    try folder.write("site", "a file")
    let failure = #expect(throws: Diagnostic.self) { try SiteWriter.open(site) }
    #expect(failure?.message.contains("not a directory") == true)
    #expect(throws: Diagnostic.self) { try SiteWriter.open("/proc/digest-site") }
  }
}
