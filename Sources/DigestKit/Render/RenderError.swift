import Mustache

/// Why a site could not be rendered. Each stops the build: a page that breaks a promise is not written.
public enum RenderError: Error, Equatable, Sendable {
  /// A template that cannot be read, or that names something that does not exist.
  case template(TemplateError)
  /// A string that claims to come from an article and does not: what it is (`quote q3`), and what is wrong with it.
  case noSource(String, reason: String)
  /// Links and references that lead nowhere inside the site.
  case brokenLinks([BrokenLink])
  /// Two sources that would claim one address.
  case addressTaken(path: String, by: [String])
}

/// A reference of a page that leads nowhere inside the site.
public struct BrokenLink: Equatable, Sendable {
  /// The page that holds it.
  public var page: String
  /// As written in the page.
  public var target: String

  public init(page: String, target: String) {
    self.page = page
    self.target = target
  }
}

extension RenderError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .template(let error): return error.description
    case .noSource(let what, let reason): return "error: \(what): \(reason); the site is not written"
    case .brokenLinks(let links):
      let shown = links.prefix(10).map { "\($0.page): error: \"\($0.target)\" leads nowhere; the site is not written" }
      let rest = links.count > 10 ? ["error: \(links.count - 10) more links lead nowhere"] : []
      return (shown + rest).joined(separator: "\n")
    case .addressTaken(let path, let sources):
      return "error: \(sources.joined(separator: " and ")) would both be \(path); rename one"
    }
  }
}
