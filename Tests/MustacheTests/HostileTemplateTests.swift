import Testing

@testable import Mustache

/// Templates and values that would take a parser without care minutes.
struct HostileTemplateTests {
  static let size = 1_000_000

  static let sources: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "{", "}", "{{", "{{a}}", "{{! }}", "{{!\n}}\n", " ", "\n", "{{#a}}{{/a}}", "{{^a}} {{/a}}\n", "{{=| |=}}|={{ }}=|", "  {{!}}", "é",
      "{{{{", "{{$a}}{{/a}} ", "{{<a}}{{$a}}\n\n\n{{/a}}{{/a}}\n",
    ].map {
      ($0.debugDescription, String(repeating: $0, count: size / $0.utf8.count))
    })

  @Test(.timeLimit(.minutes(1)), arguments: sources.keys.sorted())
  func parsesAMegabyteOf(name: String) throws {
    let source = try #require(Self.sources[name])
    do {
      let template = try Template(source, name: "x")
      let set = TemplateSet(["x": template, "a": try Template("", name: "a")])
      #expect(try set.render("x", with: ["a": [nil]]).count <= source.utf8.count)
    } catch {
      #expect(error.line == 1)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func escapesAMegabyteOfMarks() throws {
    let text = String(repeating: "&", count: Self.size)
    let output = try TemplateSet(["x": try Template("{{a}}", name: "x")]).render("x", with: ["a": .init(text)])
    #expect(output.count == 5 * Self.size)
  }
}
