import Testing

@testable import Mustache

struct ErrorTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch let error as TemplateError {
      return error.description
    } catch {
      return "another error"
    }
  }

  @Test(arguments: [
    ("é {{a", "x.mustache:1:3: error: the tag is not closed with \"}}\""),
    ("{{{a}}", "x.mustache:1:1: error: the tag is not closed with \"}}}\""),
    ("a\n\n  {{#b}}\n", "x.mustache:3:3: error: \"b\" is not closed with {{/b}}"),
    ("{{^b}}", "x.mustache:1:1: error: \"b\" is not closed with {{/b}}"),
    ("{{<b}}", "x.mustache:1:1: error: \"b\" is not closed with {{/b}}"),
    ("{{$b}}", "x.mustache:1:1: error: \"b\" is not closed with {{/b}}"),
    ("a{{/b}}", "x.mustache:1:2: error: {{/b}} closes nothing"),
    ("{{#a}}\r\n é{{/b}}", "x.mustache:2:3: error: {{/b}} found, but \"a\" from line 1, column 1 is still open"),
    ("{{#a}}{{#b}}{{/a}}{{/b}}", "x.mustache:1:13: error: {{/a}} found, but \"b\" from line 1, column 7 is still open"),
    ("{{}}", "x.mustache:1:1: error: the tag has no name"),
    ("😀{{# }}", "x.mustache:1:2: error: the tag has no name"),
    ("{{>}}", "x.mustache:1:1: error: the tag has no name"),
    ("{{a b}}", "x.mustache:1:1: error: the name \"a b\" has a blank in it"),
    ("{{a..b}}", "x.mustache:1:1: error: the name \"a..b\" has nothing before or after a full stop"),
    ("{{#.a}}{{/.a}}", "x.mustache:1:1: error: the name \".a\" has nothing before or after a full stop"),
    ("{{=<%=}}", "x.mustache:1:1: error: a delimiter tag holds two delimiters without \"=\", as in {{=<% %>=}}"),
    ("{{= =}}", "x.mustache:1:1: error: a delimiter tag holds two delimiters without \"=\", as in {{=<% %>=}}"),
    ("{{=<% %>=}}{{a}} <%a", "x.mustache:1:18: error: the tag is not closed with \"%>\""),
  ])
  func refusesTemplatesThatAreBroken(source: String, expected: String) {
    #expect(message { _ = try Template(source, name: "x.mustache") } == expected)
  }

  @Test(arguments: [
    ("é\n {{titel}}", "page.mustache:2:2: error: there is no \"titel\" here; did you mean \"title\"?"),
    ("{{{xyz}}}", "page.mustache:1:1: error: there is no \"xyz\" here"),
    ("{{#nott}}{{/nott}}", "page.mustache:1:1: error: there is no \"nott\" here; did you mean \"note\"?"),
    ("{{^Titles}}{{/Titles}}", "page.mustache:1:1: error: there is no \"Titles\" here; did you mean \"title\"?"),
    ("{{#articles}}{{outlets}}{{/articles}}", "page.mustache:1:14: error: there is no \"outlets\" here; did you mean \"outlet\"?"),
    ("{{story.dates}}", "page.mustache:1:1: error: \"story\" has no \"dates\"; did you mean \"date\"?"),
    ("{{story.date.year}}", "page.mustache:1:1: error: \"story.date\" is a text and has no \"year\""),
    ("{{articles.outlet}}", "page.mustache:1:1: error: \"articles\" is a list and has no \"outlet\""),
    ("{{articles}}", "page.mustache:1:1: error: \"articles\" is a list, which has no text; use a section"),
    ("{{{story}}}", "page.mustache:1:1: error: \"story\" is a group of names, which has no text; use a section"),
    ("a\n{{>fooot}}", "page.mustache:2:1: error: there is no partial \"fooot\"; did you mean \"foot\"?"),
    ("{{<x}}{{/x}}", "page.mustache:1:1: error: there is no partial \"x\""),
    ("{{>*title}}", "page.mustache:1:1: error: there is no partial \"Zoë\""),
    ("{{>*articles}}", "page.mustache:1:1: error: \"articles\" is a list, not the name of a partial"),
    ("{{>foot}}", "foot.mustache:1:4: error: there is no \"titl\" here; did you mean \"title\"?"),
  ])
  func refusesNamesThatNothingHas(template: String, expected: String) {
    let value: Value = ["title": "Zoë", "note": nil, "story": ["date": "2017"], "articles": [["outlet": "AFP"]]]
    #expect(message { _ = try rendered(template, value, partials: ["foot": "ab {{titl}}"]) } == expected)
  }

  @Test
  func namesTheTemplateThatIsNotThere() throws {
    let set = TemplateSet(["story": try Template("", name: "story.mustache")])
    #expect(
      message { _ = try set.render("storys", with: nil) } == "storys: error: there is no template \"storys\"; did you mean \"story\"?")
    #expect(message { _ = try set.render("storys", with: nil, mode: .lenient) }.contains("there is no template"))
  }

  @Test
  func printsNothingForUnknownNamesWhenLenient() throws {
    #expect(try rendered("[{{a}}{{#b}}x{{/b}}{{c.d}}{{>e}}{{>*f}}{{<g}}{{/g}}{{l}}]{{^h}}y{{/h}}", ["l": [1]], mode: .lenient) == "[]y")
  }

  @Test
  func doesNotMissNamesInSectionsThatAreLeftOut() throws {
    #expect(try rendered("{{#a}}{{unknown}}{{>unknown}}{{/a}}", ["a": false]) == "")
  }

  @Test
  func listsPartialsThatAreMissingWithoutRendering() throws {
    let set = TemplateSet([
      "b": try Template("{{#x}}\n{{>aa}}{{>nothing}}{{/x}}{{>*dynamic}}", name: "b.mustache"),
      "aaa": try Template("{{<gone}}{{/gone}}", name: "aaa.mustache"),
    ])
    #expect(
      set.missingPartials().map(\.description) == [
        "aaa.mustache:1:1: error: there is no partial \"gone\"",
        "b.mustache:2:1: error: there is no partial \"aa\"; did you mean \"aaa\"?",
        "b.mustache:2:8: error: there is no partial \"nothing\"",
      ])
    #expect(set.names == ["aaa", "b"])
  }

  @Test(arguments: ["{{>page}}", "a{{#x}}{{>page}}{{/x}}", "{{<page}}{{/page}}", "  {{>page}}\n", "{{>*self}}", "{{^no}}{{>page}}{{/no}}"])
  func endsPartialsThatIncludeThemselvesWithoutEnd(template: String) {
    let text = message { _ = try rendered(template, ["x": [1], "self": "page", "no": false]) }
    #expect(text.hasPrefix("page.mustache:1:"))
    #expect(text.hasSuffix("nested deeper than 400; does a partial include itself without end?"))
  }

  @Test
  func rendersTreesThroughAPartialThatIncludesItself() throws {
    var tree: Value = ["name": "leaf", "inside": []]
    for depth in 1...100 { tree = ["name": .int(depth), "inside": [tree]] }
    let text = try rendered("{{>node}}", tree, partials: ["node": "<{{name}}{{#inside}}{{>node}}{{/inside}}>"])
    #expect(text.hasPrefix("<100<99<98"))
    #expect(text.hasSuffix("<1<leaf" + String(repeating: ">", count: 101)))
  }

  @Test
  func refusesSectionsNestedTooDeep() {
    func nested(_ depth: Int) -> String { String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth) }
    #expect(message { _ = try Template(nested(100), name: "x") } == "no error")
    #expect(message { _ = try Template(nested(101), name: "x") } == "x:1:601: error: sections are nested deeper than 100")
  }

  @Test(arguments: [
    ("titel", ["title", "titles", "tile"], "title"),
    ("outlte", ["outlet", "output"], "outlet"),
    ("a", ["b", "c"], "b"),
    ("name", ["other", "things"], nil),
    ("x", [], nil),
    ("Title", ["title"], "title"),
    ("same", ["same"], nil),
  ])
  func suggestsTheNearestName(name: String, candidates: [String], nearest: String?) {
    #expect(Suggestion.nearest(to: name, among: candidates) == nearest)
    #expect(Suggestion.nearest(to: name, among: candidates.reversed()) == nearest)
  }
}
