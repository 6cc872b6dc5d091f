import FlyingFox
import Foundation
import Synchronization
import Testing

/// A web server on 127.0.0.1 that notes what it is asked.
private final class Site: Sendable {
  private final class Log: Sendable {
    struct State {
      var requests: [String] = []
      var agents: Set<String> = []
      var active = 0
      var mostActive = 0
    }
    let state = Mutex(State())
  }

  private let log = Log()
  private let server: HTTPServer
  private let task: Task<Void, any Error>
  let base: String

  init(_ answer: @escaping @Sendable (_ path: String) async throws -> HTTPResponse) async throws {
    let log = log
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
      handler: ClosureHTTPHandler { request in
        log.state.withLock {
          $0.requests.append(request.path)
          $0.agents.insert(request.headers[HTTPHeader("User-Agent")] ?? "")
          guard request.path != "/robots.txt" else { return }
          $0.active += 1
          $0.mostActive = max($0.mostActive, $0.active)
        }
        defer { log.state.withLock { if request.path != "/robots.txt" { $0.active -= 1 } } }
        return try await answer(request.path)
      })
    self.server = server
    task = Task { try await server.run() }
    try await server.waitUntilListening(timeout: 60)
    guard case .ip4(_, let port)? = await server.listeningAddress else { throw URLError(.cannotConnectToHost) }
    base = "http://127.0.0.1:\(port)"
  }

  deinit { task.cancel() }

  var requests: [String] { log.state.withLock { $0.requests } }
  var agents: Set<String> { log.state.withLock { $0.agents } }
  var mostActive: Int { log.state.withLock { $0.mostActive } }
}

private func page(_ title: String, status: HTTPStatusCode = .ok, type: String = "text/html; charset=utf-8") -> HTTPResponse {
  let html = """
    <!DOCTYPE html><html lang="en"><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
    <p>\(title): the ferry sailed again on Thursday morning, 19 days after its crews walked out over plans to cut the night service.</p>
    <p>About 400 people were waiting at the pier when the boat left for the island at dawn, the harbour master said.</p>
    </article></body></html>
    """
  return HTTPResponse(statusCode: status, headers: HTTPHeaders([.contentType: type]), body: Data(html.utf8))
}

private func redirect(to place: String) -> HTTPResponse { HTTPResponse(statusCode: .found, headers: HTTPHeaders([.location: place])) }

private let missing = HTTPResponse(statusCode: .notFound)

private func importing(_ addresses: [String], options: [String] = ["--allow-local"], in folder: Folder) async throws -> Program.Outcome {
  try await Program.run(["import", "--story", "ferry"] + options + addresses, in: folder.path)
}

/// `digest import`, from files and from a server on this machine.
struct ImportTests {
  @Test func importsPagesFeedsAndSaysSo() async throws {
    let site = try await Site { path in
      switch path {
      case "/1": page("One boat")
      case "/feed":
        HTTPResponse(
          statusCode: .ok, headers: [.contentType: "application/rss+xml"],
          body: Data(
            """
            <rss version="2.0"><channel><title>Radio</title><item><title>Brief</title><link>/2</link>
            <description>The ferry to the island sails again since Thursday morning, the company said.</description></item></channel></rss>
            """.utf8))
      default: missing
      }
    }
    let folder = try Folder()
    let outcome = try await importing([site.base + "/1", site.base + "/feed", site.base + "/none"], in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.text
        == """
        one-boat.html from \(site.base)/1
        radio-brief.html (a summary only) from \(site.base)/feed#1
        2 imported into content/ferry (1 of them summaries), 0 skipped, 1 failed

        """.replacingOccurrences(of: "one-boat.html", with: "127-0-0-1-one-boat.html"))
    #expect(outcome.errors == "\(site.base)/none: error: the server answers 404 (Not Found); left out\n")
    #expect(folder.text("content/ferry/127-0-0-1-one-boat.html") == (await String(decoding: try page("One boat").bodyData, as: UTF8.self)))
    let yaml = try #require(folder.text("content/ferry/story.yml"))
    #expect(yaml.contains("    url: \(site.base)/1\n    retrieved: 2"))
    #expect(yaml.contains("    url: \(site.base)/2\n"))
    #expect(site.agents.count == 1)
    #expect(site.agents.first?.hasPrefix("digest/") ?? false)
    #expect(site.requests.count { $0 == "/robots.txt" } == 1)

    let again = try await importing([site.base + "/1"], in: folder)
    #expect(again.status == 0)
    #expect(again.text.hasSuffix("0 imported into content/ferry, 1 skipped, 0 failed\n"))
    #expect(folder.text("content/ferry/story.yml") == yaml)
    #expect(try await Program.run(["build"], in: folder.path).status == 0)
  }

  @Test func heedsRobots() async throws {
    let site = try await Site { path in
      path == "/robots.txt"
        ? HTTPResponse(statusCode: .ok, body: Data("User-agent: *\nDisallow: /closed\n".utf8))
        : path == "/way" ? redirect(to: "/closed/2") : page("Page")
    }
    let outcome = try await importing([site.base + "/closed/1", site.base + "/way", site.base + "/open"], in: try Folder())
    #expect(outcome.status == 1)
    #expect(outcome.errors.components(separatedBy: "robots.txt of 127.0.0.1 forbids it; left out\n").count == 3)
    #expect(site.requests.allSatisfy { !$0.hasPrefix("/closed") })
    #expect(site.requests.contains("/open"))
  }

  @Test func fetchesNothingWhereRobotsCannotBeRead() async throws {
    let site = try await Site { path in path == "/robots.txt" ? HTTPResponse(statusCode: .serviceUnavailable) : page("Page") }
    let outcome = try await importing([site.base + "/1"], in: try Folder())
    #expect(outcome.errors.contains("the server answers 503 (Service Unavailable) when asked for robots.txt"))
    #expect(site.requests == ["/robots.txt"])
  }

  @Test func refusesAddressesOnThisMachine() async throws {
    let site = try await Site { _ in page("Page") }
    let port = site.base.split(separator: ":").last ?? ""
    let places = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"]
    let folder = try Folder()
    let outcome = try await importing(places.map { "http://\($0):\(port)/1" }, options: [], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count == places.count)
    #expect(
      outcome.errors.split(separator: "\n").allSatisfy {
        $0.contains("on this machine or a private network") || $0.contains("there is no host")
      })
    #expect(site.requests.isEmpty)
    #expect(folder.files().isEmpty)
  }

  @Test func followsFiveRedirectsAndNoMore() async throws {
    let site = try await Site { path in
      let number = Int(path.dropFirst()) ?? -1
      return number < 0 ? missing : number == 0 ? page("Home") : redirect(to: "/\(number - 1)")
    }
    let outcome = try await importing([site.base + "/5", site.base + "/6"], in: try Folder())
    #expect(outcome.text.contains("127-0-0-1-home.html from \(site.base)/5"))
    #expect(outcome.errors == "\(site.base)/6: error: more than 5 redirects, or one that leads nowhere; left out\n")
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:1"])
  func followsNoRedirectOutOfTheWeb(place: String) async throws {
    let site = try await Site { path in path == "/1" ? redirect(to: place) : missing }
    let outcome = try await importing([site.base + "/1"], in: try Folder())
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("neither http:// nor https://"))
  }

  @Test func refusesWhatIsTooLargeOrNoArticle() async throws {
    let site = try await Site { path in
      switch path {
      case "/large": HTTPResponse(statusCode: .ok, headers: [.contentType: "text/html"], body: Data(repeating: 0x20, count: 20_000_001))
      case "/film": page("Film", type: "video/mp4")
      default: missing
      }
    }
    let outcome = try await importing([site.base + "/large", site.base + "/film"], in: try Folder())
    #expect(
      outcome.errors == """
        \(site.base)/large: error: larger than 20 MB; left out
        \(site.base)/film: error: of type video/mp4, which is no article, feed or archive; left out

        """)
  }

  @Test func asksAHostTwiceAtATimeAtMost() async throws {
    let site = try await Site { path in
      guard path != "/robots.txt" else { return missing }
      try await Task.sleep(for: .milliseconds(50))
      return page("Page \(path.dropFirst())")
    }
    let outcome = try await importing((1...8).map { "\(site.base)/\($0)" }, in: try Folder())
    #expect(outcome.text.contains("8 imported"))
    #expect(site.mostActive <= 2)
  }

  @Test func leavesTheStoryAsItWasOnCtrlC() async throws {
    let site = try await Site { path in
      if path == "/hangs" { try await Task.sleep(for: .seconds(60)) }
      return path == "/robots.txt" ? missing : page("Page")
    }
    let folder = try Folder()
    try folder.write("content/ferry/story.yml", "title: Ferry\n")
    try folder.write("a.txt", "The ferry sailed again on Thursday, the harbour master said.\n")
    // More sources than are taken at once, so that some are done when the signal comes.
    let sources = (1...20).map { _ in "a.txt" } + ["\(site.base)/hangs"]
    let process = try Program.start(["import", "--story", "ferry", "--allow-local"] + sources, in: folder.path)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while !site.requests.contains("/hangs"), process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    process.interrupt()
    while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGINT)
    #expect(folder.files(in: "content").keys.sorted() == ["ferry/story.yml"])
    #expect(folder.text("content/ferry/story.yml") == "title: Ferry\n")
  }

  @Test func readsStandardInput() async throws {
    let folder = try Folder()
    let lines = "{\"text\": \"The ferry sailed again on Thursday.\", \"title\": \"Ferry\", \"outlet\": \"Post\"}\n"
    let outcome = try await Program.run(["import", "--story", "ferry", "-"], input: lines + lines, in: folder.path)
    #expect(outcome.status == 0)
    #expect(
      outcome.text
        == "post-ferry.txt from <stdin>:1\nskipped <stdin>:2: same text as post-ferry.txt\n1 imported into content/ferry, 1 skipped, 0 failed\n"
    )
    #expect(try await Program.run(["import", "--quiet", "--story", "ferry", "-"], input: lines, in: folder.path).text.isEmpty)
  }

  @Test(arguments: [
    ["import", "a.txt"], ["import", "--story", "a/b", "a.txt"], ["import", "--story", "people", "a.txt"], ["import", "--story", "x"],
  ])
  func takesWrongUsageForWhatItIs(arguments: [String]) async throws {
    let folder = try Folder()
    #expect(try await Program.run(arguments, in: folder.path).status == 2)
    #expect(folder.files().isEmpty)
  }
}
