import ArgumentParser
import DigestKit
import FlyingFox
import FlyingSocks
import Foundation

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds, shows the site on this machine, and builds again on every change.",
    discussion: "Pages in the browser reload by themselves; errors are shown in the page. Only programs on this machine can connect.")

  @OptionGroup var site: SiteOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The port on 127.0.0.1; 0 takes any that is free.", valueName: "number"))
  var port: UInt16 = 8000

  func run() async throws {
    let preview = Preview(workspace: site.workspace, output: site.output, width: common.width)
    await preview.rebuild()
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: PreviewHandler(preview))
    let serving = Task { try await server.run() }
    do {
      try await server.waitUntilListening(timeout: 5)
    } catch {
      serving.cancel()
      Terminal.print(
        Diagnostic(.error, "127.0.0.1:\(port)", "cannot be listened on; is another program using the port? --port takes another"))
      throw ExitCode.failure
    }
    if case .ip4(_, let port)? = await server.listeningAddress, !common.quiet {
      Terminal.output("http://127.0.0.1:\(port)/ shows \(preview.output); Ctrl-C ends it\n")
    }
    while !Task.isCancelled {
      try await Task.sleep(for: .milliseconds(300))
      if await preview.hasChanged() { await preview.rebuild() }
    }
  }
}

/// What a browser sees of the site while it is being edited: the last complete build, and what was wrong with the latest.
actor Preview {
  let workspace: Workspace
  let output: String
  private let width: Int
  private(set) var diagnostics: [Diagnostic] = []
  /// Counts builds; pages reload when it grows.
  private(set) var version = 0
  private var stamp: [String: FileSystem.Status] = [:]

  init(workspace: Workspace, output: String, width: Int) {
    self.workspace = workspace
    self.output = output
    self.width = width
  }

  func rebuild() async {
    stamp = workspace.stamp()
    let report = await workspace.build(into: output, width: width)
    diagnostics = report.diagnostics
    version += 1
    Terminal.print(diagnostics)
  }

  func hasChanged() -> Bool { workspace.stamp() != stamp }
}

struct PreviewHandler: HTTPHandler {
  private let preview: Preview

  init(_ preview: Preview) { self.preview = preview }

  /// Answers with the version once it is not `?after=` any more, at the latest after ten seconds.
  private static let versionPath = "/.digest/version"

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    // A page elsewhere whose name was made to lead to 127.0.0.1 may not read the site.
    let host = (request.headers[.host] ?? "").lowercased().prefix { $0 != ":" }
    guard host == "127.0.0.1" || host == "localhost" else { return text(.forbidden, "open http://127.0.0.1 or http://localhost") }
    guard request.method == .GET || request.method == .HEAD else { return text(.methodNotAllowed, "only GET and HEAD") }
    let path = request.target.path()
    if path == Self.versionPath {
      let after = Int(request.query.first { $0.name == "after" }?.value ?? "") ?? 0
      for _ in 0..<100 {
        guard await preview.version == after else { break }
        try await Task.sleep(for: .milliseconds(100))
      }
      return text(.ok, String(await preview.version))
    }
    guard let components = Self.components(of: path) else { return text(.badRequest, "no such path") }
    let output = preview.output
    let full = components.reduce(output) { FileSystem.join($0, $1) }
    guard let root = try? FileSystem.resolved(output), let resolved = try? FileSystem.resolved(full),
      resolved == root || resolved.hasPrefix(root + "/"), let status = try? FileSystem.status(of: resolved)
    else { return await notFound() }
    switch status.kind {
    case .folder where !path.hasSuffix("/"):
      let headers: HTTPHeaders = [.location: path + "/"]
      return HTTPResponse(statusCode: .movedPermanently, headers: headers)
    case .folder:
      guard let bytes = try? FileSystem.read(FileSystem.join(resolved, "index.html")) else { return await notFound() }
      return await page(.ok, bytes)
    case .file:
      guard let bytes = try? FileSystem.read(resolved) else { return await notFound() }
      let type = Self.type(of: resolved)
      return type.hasPrefix("text/html") ? await page(.ok, bytes) : response(.ok, bytes, type: type)
    default: return await notFound()
    }
  }

  /// The path's decoded components; nil if one of them would lead elsewhere or is hidden.
  static func components(of path: String) -> [String]? {
    guard path.hasPrefix("/") else { return nil }
    var components: [String] = []
    for part in path.split(separator: "/") {
      guard let name = part.removingPercentEncoding, !name.hasPrefix("."), !name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(0)
      else {
        return nil
      }
      components.append(name)
    }
    return components
  }

  private func notFound() async -> HTTPResponse {
    let page404 = try? FileSystem.read(FileSystem.join(preview.output, "404.html"))
    return await page(.notFound, page404 ?? Array("<!doctype html><title>Not found</title><p>There is no such page.</p>".utf8))
  }

  // MARK: - Responses

  private func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    response(status, Array((text + "\n").utf8), type: "text/plain; charset=utf-8")
  }

  private func response(_ status: HTTPStatusCode, _ bytes: [UInt8], type: String) -> HTTPResponse {
    let headers: HTTPHeaders = [.contentType: type, .cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff"]
    return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
  }

  /// A page with the script that reloads it and, if the latest build found faults, their list on top.
  private func page(_ status: HTTPStatusCode, _ bytes: [UInt8]) async -> HTTPResponse {
    let (version, diagnostics) = await (preview.version, preview.diagnostics)
    var inserted = ""
    if !diagnostics.isEmpty {
      let lines = diagnostics.map { Self.escaped($0.description) }.joined(separator: "\n")
      let colour = diagnostics.hasErrors ? "#a00000" : "#6b5300"
      inserted += """
        <pre role="alert" style="position:sticky;bottom:0;z-index:9;max-height:40vh;overflow:auto;margin:0;padding:1em;\
        background:\(colour);color:#fff;font:14px/1.4 monospace;white-space:pre-wrap">\(lines)</pre>
        """
    }
    inserted += """
      <script>(async () => { for (;;) { try { const answer = await fetch("\(Self.versionPath)?after=\(version)");
      if (answer.ok && +(await answer.text()) !== \(version)) return location.reload(); } catch {}
      await new Promise(done => setTimeout(done, 500)); } })()</script>
      """
    var out = bytes
    out.insert(contentsOf: inserted.utf8, at: Self.last("</body", in: bytes) ?? bytes.count)
    // The page's own policy allows no script; that of the preview is the preview's business.
    if let policy = Self.last("http-equiv=\"Content-Security-Policy\"", in: bytes) { out.insert(contentsOf: "data-".utf8, at: policy) }
    return response(status, out, type: "text/html; charset=utf-8")
  }

  /// Where a string stands for the last time.
  private static func last(_ string: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(string.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return stride(from: bytes.count - wanted.count, through: 0, by: -1).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func type(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let ending = name.split(separator: ".").count > 1 ? String(name.split(separator: ".").last ?? "").lowercased() : ""
    if name == "feed.json" { return "application/feed+json" }
    if name == "feed.xml" { return "application/atom+xml" }
    return switch ending {
    case "html", "htm": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js", "mjs": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "xml": "application/xml"
    case "txt", "md", "bib": "text/plain; charset=utf-8"
    case "csv": "text/csv; charset=utf-8"
    case "ics": "text/calendar; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "ico": "image/x-icon"
    case "woff2": "font/woff2"
    case "woff": "font/woff"
    case "pdf": "application/pdf"
    case "webmanifest": "application/manifest+json"
    default: "application/octet-stream"
    }
  }
}
