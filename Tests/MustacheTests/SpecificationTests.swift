import Foundation
import Testing

@testable import Mustache

/// The Mustache specification's own cases; see spec/README.md.
struct SpecificationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var module: String
    var name: String
    var template: String
    var data: Value
    var partials: [String: String]
    var expected: String

    var testDescription: String { "\(module): \(name)" }
  }

  static let modules = ["comments", "delimiters", "inheritance", "interpolation", "inverted", "partials", "sections"]

  static func cases(of module: String) throws -> [Case] {
    let file = try #require(Bundle.module.url(forResource: module, withExtension: "json", subdirectory: "spec"))
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let tests = try #require((object as? [String: Any])?["tests"] as? [[String: Any]])
    return try tests.map { test in
      Case(
        module: module, name: try #require(test["name"] as? String), template: try #require(test["template"] as? String),
        data: Value(json: test["data"] ?? NSNull()), partials: test["partials"] as? [String: String] ?? [:],
        expected: try #require(test["expected"] as? String))
    }
  }

  @Test(arguments: modules)
  func rendersEveryCaseOfTheSpecification(module: String) throws {
    let cases = try Self.cases(of: module)
    #expect(cases.count >= 10)
    for test in cases {
      var templates = try test.partials.mapValues { try Template($0, name: "partial") }
      templates["the case's template"] = try Template(test.template, name: "template")
      let set = TemplateSet(templates)
      let rendered = try set.renderString("the case's template", with: test.data, mode: .lenient)
      #expect(rendered == test.expected, "\(test.testDescription)")
    }
  }

  @Test
  func hasAllModules() throws {
    let count = try Self.modules.map { try Self.cases(of: $0).count }.reduce(0, +)
    #expect(count == 133)
  }
}

extension Value {
  /// A value from `JSONSerialization`.
  init(json: Any) {
    switch json {
    case let text as String: self = .string(text)
    case let list as [Any]: self = .list(list.map(Value.init(json:)))
    case let object as [String: Any]: self = .dictionary(object.mapValues(Value.init(json:)))
    case let number as NSNumber:
      // "c" is the type of a truth value; numbers have others.
      if String(cString: number.objCType) == "c" {
        self = .bool(number.boolValue)
      } else if let whole = Int(exactly: number.doubleValue) {
        self = .int(whole)
      } else {
        self = .double(number.doubleValue)
      }
    default: self = .null
    }
  }
}
