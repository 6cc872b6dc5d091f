import CCurl
import DigestKit
import Dispatch
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gets pages over HTTP the way a considerate guest does: by its own name, as robots.txt allows, at most two at a time from one
/// host, with limits on time, size and redirects, and never from the local network unless told to.
///
/// A host's addresses are looked at before each request, also after a redirect. The system looks the name up once more when it
/// connects; a name server that gives different answers to the two can get past the check.
final class Fetcher: PageFetcher {
  static let redirectLimit = 5
  static let byteLimit = 20_000_000
  static let robotsLimit = 512_000
  static let seconds = 20
  static let requestsPerHost = 2

  private let allowsLocal: Bool
  private let userAgent: String
  private let gates = HostGates(width: requestsPerHost)
  private let robots = RobotsCache()

  /// - Parameter version: the program's, for the user agent.
  init(version: String, allowsLocal: Bool) {
    self.allowsLocal = allowsLocal
    userAgent = "digest/\(version) (fetches the pages that its user names)"
  }

  func fetch(_ address: String) async throws(FetchFailure) -> FetchedPage {
    guard digest_curl_is_available() != 0 else {
      throw FetchFailure("libcurl is not installed, so nothing can be fetched; Debian's package is libcurl4")
    }
    guard let url = URL(string: address) else { throw FetchFailure("not an address") }
    let (response, body, final) = try await follow(url, limit: Self.byteLimit, heedsRobots: true)
    guard (200..<300).contains(response.statusCode) else { throw FetchFailure("the server answers \(Self.status(response.statusCode))") }
    return FetchedPage(
      bytes: body, address: final.absoluteString, contentType: response.value(forHTTPHeaderField: "Content-Type"),
      retrieved: Date.now.formatted(.iso8601))
  }

  private static func status(_ code: Int) -> String { "\(code) (\(HTTPURLResponse.localizedString(forStatusCode: code)))" }

  /// Asks, and follows redirects; the answer to the last request.
  private func follow(
    _ start: URL, limit: Int, heedsRobots: Bool
  ) async throws(FetchFailure) -> (response: HTTPURLResponse, body: [UInt8], url: URL) {
    var url = start
    for redirects in 0...Self.redirectLimit {
      let host = try await check(url)
      if heedsRobots { try await heedRobots(url) }
      await gates.enter(host)
      // A robots.txt counts as far as it was read.
      let answer = await Request.answer(to: url, userAgent: userAgent, limit: limit, cutsOff: !heedsRobots, seconds: Self.seconds)
      await gates.leave(host)
      let (response, body) = try answer.get()
      guard [301, 302, 303, 307, 308].contains(response.statusCode), let location = response.value(forHTTPHeaderField: "Location") else {
        return (response, body, url)
      }
      guard redirects < Self.redirectLimit, let next = URL(string: location, relativeTo: url)?.absoluteURL else { break }
      url = next
    }
    throw FetchFailure("more than \(Self.redirectLimit) redirects, or one that leads nowhere")
  }

  /// The host, if the address may be asked at all.
  private func check(_ url: URL) async throws(FetchFailure) -> String {
    guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = url.host(percentEncoded: false)?.lowercased(),
      !host.isEmpty
    else { throw FetchFailure("leads to \(url.absoluteString.prefix(200)), which is neither http:// nor https://") }
    guard !allowsLocal else { return host }
    let addresses = await Self.addresses(of: host)
    guard !addresses.isEmpty else { throw FetchFailure("there is no host \(host)") }
    guard addresses.allSatisfy(\.isPublic) else {
      throw FetchFailure("\(host) is on this machine or a private network; --allow-local fetches from there too")
    }
    return host
  }

  /// What a name stands for; numbers in any notation stand for themselves.
  private static func addresses(of host: String) async -> [NetworkAddress] {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var hints = addrinfo()
        #if canImport(Glibc)
          hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
          hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        var addresses: [NetworkAddress] = []
        if getaddrinfo(bare, nil, &hints, &list) == 0 {
          var entry = list
          while let info = entry?.pointee {
            if let socket = info.ai_addr {
              if info.ai_family == AF_INET {
                socket.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
                  withUnsafeBytes(of: address.pointee.sin_addr) { addresses.append(NetworkAddress(bytes: Array($0))) }
                }
              } else if info.ai_family == AF_INET6 {
                socket.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
                  withUnsafeBytes(of: address.pointee.sin6_addr) { addresses.append(NetworkAddress(bytes: Array($0))) }
                }
              }
            }
            entry = info.ai_next
          }
          freeaddrinfo(list)
        }
        continuation.resume(returning: addresses)
      }
    }
  }

  // MARK: - robots.txt

  private func heedRobots(_ url: URL) async throws(FetchFailure) {
    guard var parts = URLComponents(url: url, resolvingAgainstBaseURL: true) else { throw FetchFailure("not an address") }
    let path = parts.percentEncodedPath + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
    (parts.path, parts.query, parts.fragment) = ("/robots.txt", nil, nil)
    (parts.user, parts.password) = (nil, nil)
    guard let file = parts.url else { throw FetchFailure("not an address") }
    let rules = await robots.rules(for: file) { await self.readRobots(at: file) }
    switch rules {
    case .success(let rules):
      guard rules.allows(path) else { throw FetchFailure("robots.txt of \(parts.host ?? "the site") forbids it") }
    case .failure(let failure): throw failure
    }
  }

  /// After RFC 9309, section 2.3.1: no file, no rules; a file that the site cannot give now, nothing is allowed.
  private func readRobots(at file: URL) async -> Result<RobotsRules, FetchFailure> {
    do throws(FetchFailure) {
      let (response, body, _) = try await follow(file, limit: Self.robotsLimit, heedsRobots: false)
      switch response.statusCode {
      case 200..<300: return .success(RobotsRules(parsing: body, for: "digest"))
      case 500...: return .failure(FetchFailure("the server answers \(Self.status(response.statusCode)) when asked for robots.txt"))
      default: return .success(.allowingAll)
      }
    } catch {
      return .failure(error)
    }
  }
}

/// Reads each robots.txt once, whoever asks first.
private actor RobotsCache {
  private var rules: [URL: Task<Result<RobotsRules, FetchFailure>, Never>] = [:]

  func rules(
    for file: URL, read: @escaping @Sendable () async -> Result<RobotsRules, FetchFailure>
  ) async -> Result<RobotsRules, FetchFailure> {
    let task = rules[file] ?? Task { await read() }
    rules[file] = task
    return await task.value
  }
}

/// Lets a number of requests at a time through to each host; the others wait in order.
private actor HostGates {
  private let width: Int
  private var busy: [String: Int] = [:]
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  init(width: Int) { self.width = width }

  func enter(_ host: String) async {
    if busy[host, default: 0] < width {
      busy[host, default: 0] += 1
    } else {
      await withCheckedContinuation { waiting[host, default: []].append($0) }
    }
  }

  /// Whoever waits longest takes the place over.
  func leave(_ host: String) {
    if waiting[host]?.isEmpty ?? true {
      busy[host, default: 1] -= 1
    } else {
      waiting[host]?.removeFirst().resume()
    }
  }
}

/// One request and its answer, redirects not followed. No cookies, no cache, no credentials.
private final class Request: NSObject, URLSessionDataDelegate {
  typealias Answer = Result<(HTTPURLResponse, [UInt8]), FetchFailure>

  private struct State {
    var continuation: CheckedContinuation<Answer, Never>?
    var response: HTTPURLResponse?
    var body: [UInt8] = []
    var failure: FetchFailure?
    var isCutOff = false
  }

  private let limit: Int
  private let cutsOff: Bool
  private let state = Mutex(State())

  private init(limit: Int, cutsOff: Bool) {
    self.limit = limit
    self.cutsOff = cutsOff
  }

  /// - Parameters:
  ///   - limit: bytes of the answer's body, unpacked.
  ///   - cutsOff: whether a larger body is cut off there; else it is a failure.
  static func answer(to url: URL, userAgent: String, limit: Int, cutsOff: Bool, seconds: Int) async -> Answer {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.timeoutIntervalForRequest = TimeInterval(seconds)
    var request = URLRequest(url: url)
    request.setValue(userAgent, forHTTPHeaderField: "User-Agent")
    request.setValue(
      "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
      forHTTPHeaderField: "Accept")
    let receiver = Request(limit: limit, cutsOff: cutsOff)
    let session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    let task = session.dataTask(with: request)
    // The session's own limit is on silence; this one is on the whole answer.
    let clock = Task {
      try await Task.sleep(for: .seconds(seconds))
      receiver.fail(FetchFailure("no full answer within \(seconds) s"))
      task.cancel()
    }
    defer { clock.cancel() }
    return await withCheckedContinuation { continuation in
      receiver.state.withLock { $0.continuation = continuation }
      task.resume()
    }
  }

  /// The first failure is the one that counts.
  private func fail(_ failure: FetchFailure) { state.withLock { $0.failure = $0.failure ?? failure } }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    state.withLock { $0.response = response }
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    guard let response = response as? HTTPURLResponse else {
      fail(FetchFailure("the server does not speak HTTP"))
      return completionHandler(.cancel)
    }
    state.withLock { $0.response = response }
    if !cutsOff, response.expectedContentLength > Int64(limit) {
      fail(tooLarge)
      return completionHandler(.cancel)
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = state.withLock { state in
      if state.body.count + data.count <= limit {
        state.body += data
        return false
      }
      if cutsOff {
        state.body += data.prefix(limit - state.body.count)
        state.isCutOff = true
      } else {
        state.failure = state.failure ?? tooLarge
      }
      return true
    }
    if isTooLarge { dataTask.cancel() }
  }

  private var tooLarge: FetchFailure { FetchFailure("larger than \(limit / 1_000_000) MB") }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let (continuation, answer) = state.withLock { state -> (CheckedContinuation<Answer, Never>?, Answer) in
      let continuation = state.continuation
      state.continuation = nil
      if let failure = state.failure { return (continuation, .failure(failure)) }
      // A redirect that is not followed may end as a cancelled task: its response is the answer all the same.
      if let response = state.response ?? task.response as? HTTPURLResponse,
        error == nil || state.isCutOff || (300..<400).contains(response.statusCode)
      {
        return (continuation, .success((response, state.body)))
      }
      return (continuation, .failure(Self.failure(for: error)))
    }
    continuation?.resume(returning: answer)
  }

  private static func failure(for error: (any Error)?) -> FetchFailure {
    guard let error = error as? URLError else { return FetchFailure(error.map { $0.localizedDescription } ?? "there is no answer") }
    return switch error.code {
    case .timedOut: FetchFailure("no answer within \(Fetcher.seconds) s")
    case .cannotFindHost, .dnsLookupFailed: FetchFailure("there is no such host")
    case .cannotConnectToHost: FetchFailure("the host does not accept connections")
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
      .serverCertificateNotYetValid:
      FetchFailure("no secure connection could be made: \(error.localizedDescription)")
    default: FetchFailure(error.localizedDescription)
    }
  }
}
