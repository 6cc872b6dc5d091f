import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The preview, asked by an HTTP client.
struct ServeTests {
  /// A running preview of a folder, on a free port.
  private final class Server: Sendable {
    let process: Process
    let address: String

    init(_ folder: Folder) async throws {
      process = try Program.start(["serve", "--port", "0"], in: folder.path)
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let line = await Program.apart {
        var line = ""
        while !line.contains("\n") {
          let piece = output.fileHandleForReading.availableData
          guard !piece.isEmpty else { break }
          line += String(decoding: piece, as: UTF8.self)
        }
        return line
      }
      address = String(line.prefix { $0 != " " })
    }

    deinit { process.terminate() }

    func get(_ path: String, host: String? = nil) async throws -> (status: Int, type: String?, text: String) {
      var request = URLRequest(url: try #require(URL(string: address + path)))
      if let host { request.setValue(host, forHTTPHeaderField: "Host") }
      request.cachePolicy = .reloadIgnoringLocalCacheData
      let (data, response) = try await URLSession.shared.data(for: request)
      let answer = try #require(response as? HTTPURLResponse)
      return (answer.statusCode, answer.value(forHTTPHeaderField: "Content-Type"), String(decoding: data, as: UTF8.self))
    }
  }

  @Test func servesTheSiteAndRebuildsIt() async throws {
    let folder = try Folder(copyOf: Program.sites + "/any-script")
    let server = try await Server(folder)
    #expect(server.address.hasPrefix("http://127.0.0.1:"))

    let page = try await server.get("a-story/")
    #expect(page.status == 200)
    #expect(page.type == "text/html; charset=utf-8")
    #expect(page.text.contains("/.digest/version?after=1"))
    #expect(!page.text.contains(" http-equiv=\"Content-Security-Policy\""))
    #expect(try await server.get("assets/style.css").type == "text/css; charset=utf-8")
    let data = try await server.get("a-story/digest.json")
    #expect(data.type == "application/json")
    #expect(data.text == folder.text("site/a-story/digest.json"))
    let missing = try await server.get("nothing/here")
    #expect(missing.status == 404)
    #expect(missing.text.contains("<html"))
    // The files on disk are those of `build`, without what the preview adds.
    #expect(folder.text("site/a-story/index.html")?.contains(".digest/version") == false)

    try folder.write("content/site.yml", "titel: Misspelt\n")
    #expect(try await server.get(".digest/version?after=1").text == "2\n")
    let faulty = try await server.get("")
    #expect(faulty.text.contains("content/site.yml:1:1: error: unknown key \"titel\""))
    try folder.write("content/site.yml", "title: Mended\n")
    #expect(try await server.get(".digest/version?after=2").text == "3\n")
    let mended = try await server.get("")
    #expect(mended.text.contains("Mended") && !mended.text.contains("role=\"alert\""))
  }

  @Test func servesNothingElse() async throws {
    let folder = try Folder(copyOf: Program.sites + "/any-script")
    let server = try await Server(folder)
    try FileManager.default.createSymbolicLink(atPath: folder["site/out.txt"], withDestinationPath: "/etc/hostname")
    for path in ["%2e%2e/content/site.yml", "..%2fcontent%2fsite.yml", ".digest-manifest", "a-story/%00", "out.txt", "%2fetc%2fhostname"] {
      #expect(try await server.get(path).status >= 400, "\(path)")
    }
    #expect(try await server.get("", host: "example.org").status == 403)
  }
}
