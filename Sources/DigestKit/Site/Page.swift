/// A file of the site.
public struct Page: Sendable, Equatable {
  /// Relative to the site's root, `/`-separated, without `..`: `lavrov-oval-office/index.html`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// `content/site.yml`: what holds for the whole site. Every key is optional.
public struct SiteConfiguration: Sendable, Equatable {
  public var title = "Coverage digests"
  public var description: String?
  /// Where the site will live, with a scheme; needed only for absolute links in feeds and the sitemap.
  public var baseURL: String?
  public var language = "en"
  public var author: String?
  /// Theme options: names a template can use below `theme`.
  public var theme: [String: String] = [:]

  public init() {}
}
