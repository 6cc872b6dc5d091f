import Testing

@testable import Mustache

/// Parents and blocks beyond the specification's cases: indentation, and what is rendered where.
struct InheritanceTests {
  @Test(arguments: [
    // A parent on a line of its own is indented like a partial.
    ("é,\n  {{<parent}}{{/parent}}\n", ["parent": "one\ntwo\n"], "é,\n  one\n  two\n"),
    // A block inside a line indents the following lines of what replaces it.
    ("{{<parent}}{{$block}}\none\ntwo{{/block}}\n{{/parent}}\n", ["parent": "Hi,\n  {{$block}}{{/block}}\n"], "Hi,\n  one\n  two\n"),
    // The replacement loses its own indentation and gets that of the block.
    (
      "{{<parent}}{{$block}}\n    one\n      two\n{{/block}}{{/parent}}\n", ["parent": "Hi,\n  {{$block}}\n  {{/block}}\n"],
      "Hi,\n  one\n    two\n"
    ),
    // The block's indentation is that of its content, if there is any.
    (
      "{{<parent}}{{$block}}\none\ntwo\n{{/block}}{{/parent}}\n", ["parent": "Hi,\n{{$block}}\n    default\n{{/block}}\n"],
      "Hi,\n    one\n    two\n"
    ),
    // A block that nothing replaces stays as it is.
    ("{{<parent}}{{/parent}}", ["parent": "Hi,\n{{$block}}\n    default\n{{/block}}\n"], "Hi,\n    default\n"),
    (
      "{{<parent}}\n  {{$nested}}\n  three\n  {{/nested}}\n{{/parent}}\n",
      ["parent": "{{$block}}\n  one\n  {{$nested}}\n    two\n  {{/nested}}\n{{/block}}\n"], "  one\n    three\n"
    ),
    // Values keep their lines.
    ("{{<parent}}{{$b}}\n{{v}}\n{{/b}}{{/parent}}", ["parent": "  {{$b}}\n  {{/b}}\n"], "  1\n2\n"),
  ])
  func indentsBlocks(template: String, partials: [String: String], expected: String) throws {
    #expect(try rendered(template, ["v": "1\n2"], partials: partials) == expected)
  }

  @Test
  func rendersABlockWithTheValuesOfItsPlaceInTheParent() throws {
    let partials = ["parent": "{{#list}}{{$item}}{{.}}{{/item}}{{/list}}"]
    let text = try rendered("{{<parent}}{{$item}}<{{.}}{{x}}>{{/item}}{{/parent}}", ["x": "é", "list": [1, 2]], partials: partials)
    #expect(text == "<1é><2é>")
  }

  @Test
  func replacesBlocksInPartialsOfTheParentToo() throws {
    let partials = ["parent": "{{>head}}", "head": "<title>{{$title}}none{{/title}}</title>"]
    #expect(try rendered("{{<parent}}{{$title}}é{{/title}}{{/parent}}", partials: partials) == "<title>é</title>")
  }

  @Test
  func letsABlockShowABlockOfTheSameName() throws {
    let partials = ["middle": "{{<base}}{{$a}}[{{$a}}middle{{/a}}]{{/a}}{{/base}}", "base": "{{$a}}base{{/a}}"]
    #expect(try rendered("{{<middle}}{{/middle}}", partials: partials) == "[middle]")
    #expect(try rendered("{{<base}}{{$a}}<{{$a}}x{{/a}}>{{/a}}{{/base}}", partials: partials) == "<x>")
  }

  @Test
  func letsTheOutermostTemplateReplaceBlocksInsideReplacements() throws {
    let partials = ["child": "{{<base}}{{$outer}}c({{$inner}}c{{/inner}}){{/outer}}{{/base}}", "base": "{{$outer}}b{{/outer}}"]
    #expect(try rendered("{{<child}}{{$inner}}top{{/inner}}{{/child}}", partials: partials) == "c(top)")
  }

  @Test
  func forgetsReplacementsAfterTheParent() throws {
    let partials = ["p": "{{$a}}default{{/a}}"]
    #expect(try rendered("{{<p}}{{$a}}1{{/a}}{{/p}} {{>p}} {{<p}}{{/p}}", partials: partials) == "1 default default")
  }

  @Test
  func usesTheLastOfTwoReplacements() throws {
    #expect(try rendered("{{<p}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/p}}", partials: ["p": "{{$a}}{{/a}}"]) == "2")
  }
}
