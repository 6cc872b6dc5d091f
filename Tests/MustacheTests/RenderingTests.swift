import Testing

@testable import Mustache

/// Renders a template with partials, as most tests need it.
func rendered(
  _ template: String, _ value: Value = nil, partials: [String: String] = [:], mode: TemplateSet.Mode = .strict
) throws -> String {
  var templates: [String: Template] = [:]
  for (name, source) in partials { templates[name] = try Template(source, name: "\(name).mustache") }
  templates["page"] = try Template(template, name: "page.mustache")
  return try TemplateSet(templates).renderString("page", with: value, mode: mode)
}

struct RenderingTests {
  static let texts: [(Value, String)] = [
    (nil, ""), (true, "true"), (false, "false"), (0, "0"), (-17, "-17"), (1.5, "1.5"), (2.0, "2"), (-0.25, "-0.25"), (1e20, "1e+20"),
    ("Zoë", "Zoë"), ("", ""), (.init(nil as String?), ""), (.init("a" as String?), "a"), ("\(1) of \(2)", "1 of 2"),
  ]

  @Test(arguments: texts)
  func printsValues(value: Value, text: String) throws {
    #expect(try rendered("{{v}}|{{{v}}}|{{&v}}", ["v": value]) == "\(text)|\(text)|\(text)")
  }

  @Test
  func escapesWhatCouldEndATextOrAnAttribute() throws {
    let nasty = "<b class=\"x\" id='y'>Zoë & Søn</b>"
    #expect(try rendered("{{v}}", ["v": .init(nasty)]) == "&lt;b class=&quot;x&quot; id=&#39;y&#39;&gt;Zoë &amp; Søn&lt;/b&gt;")
    #expect(try rendered("{{{v}}} {{&v}}", ["v": .init(nasty)]) == "\(nasty) \(nasty)")
  }

  @Test(arguments: ["", "a", "&", "a&", "&a", "&&", "é<é", String(repeating: "x", count: 1000) + "'"])
  func escapesAtEveryPlace(text: String) {
    let expected = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("'", with: "&#39;")
    #expect(HTML.escaped(text) == expected)
  }

  static let truths: [(Value, Bool)] = [
    (nil, false), (false, false), ("", false), ([], false), (true, true), (0, true), (0.0, true), ("a", true), ([nil], true),
    (["a": nil], true),
    (.dictionary([:]), true),
  ]

  @Test(arguments: truths)
  func takesValuesAsTrueOrFalse(value: Value, isTrue: Bool) throws {
    #expect(try rendered("{{#v}}yes{{/v}}{{^v}}no{{/v}}", ["v": value]) == (isTrue ? "yes" : "no"))
  }

  @Test
  func repeatsSectionsForListsOfAnything() throws {
    #expect(try rendered("{{#l}}<{{.}}>{{/l}}", ["l": ["a", 1, 2.5, true, nil]]) == "<a><1><2.5><true><>")
    #expect(try rendered("{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", ["l": [[1, 2], [], [3]]]) == "(12)()(3)")
    #expect(try rendered("{{#l}}{{a}}{{b}} {{/l}}", ["b": "-", "l": [["a": 1], ["a": 2, "b": "+"]]]) == "1- 2+ ")
  }

  @Test
  func looksNamesUpFromTheInsideOut() throws {
    let value: Value = ["name": "outer", "a": ["name": "inner", "b": ["c": "deep"]], "b": ["c": "shallow", "d": 1]]
    #expect(try rendered("{{#a}}{{name}} {{b.c}}{{/a}} {{name}} {{b.c}} {{a.b.c}}", value) == "inner deep outer shallow deep")
    // The first part decides where the others are looked for.
    #expect(try rendered("{{#a}}[{{b.d}}]{{/a}}", value, mode: .lenient) == "[]")
  }

  @Test
  func findsNamesInDictionariesAndRecordsAlike() throws {
    var many: [String: Value] = [:]
    for number in 0..<500 { many["name\(number)"] = .int(number) }
    #expect(try rendered("{{name499}} {{x.name7}}", .dictionary(many.merging(["x": .dictionary(many)]) { $1 })) == "499 7")
    // Names of one length that agree in most places.
    let record: Record = ["name1": 1, "name2": 2, "nave1": 3, "néme1": 4, "": 5]
    #expect(try rendered("{{name2}} {{name1}} {{nave1}} {{néme1}}", .record(record)) == "2 1 3 4")
    #expect(try rendered("[{{nome1}}]", .record(record), mode: .lenient) == "[]")
    #expect(record.names == ["name1", "name2", "nave1", "néme1", ""])
  }

  @Test
  func changesRecords() {
    var record: Record = ["a": 1, "b": 2, "a": 3]
    #expect(record.names == ["a", "b"])
    record["c"] = "x"
    record["b"] = nil
    #expect(record.names == ["a", "c"])
    #expect(record["b"] == nil)
    #expect(record[name: "b"] == nil)
    if case .int(let number) = record["a"] { #expect(number == 3) } else { Issue.record("the last value counts") }
  }

  @Test
  func takesANullOnTheWayForKnown() throws {
    #expect(try rendered("[{{a.b.c}}]{{#a.b}}x{{/a.b}}{{^a.b}}y{{/a.b}}", ["a": nil]) == "[]y")
  }

  @Test
  func doesNotReadValuesAsTemplates() throws {
    #expect(try rendered("{{{a}}}", ["a": "{{b}}", "b": "x"]) == "{{b}}")
  }

  @Test
  func includesPartialsThatValuesName() throws {
    let partials = ["one": "1{{x}}", "two": "2{{x}}"]
    let value: Value = ["x": "!", "which": "two", "list": [["kind": "one"], ["kind": "two"]]]
    #expect(try rendered("{{>*which}}{{#list}}{{> * kind }}{{/list}}", value, partials: partials) == "2!1!2!")
    #expect(try rendered("[{{>*which}}]", ["which": nil], partials: partials) == "[]")
    #expect(try rendered("{{<*which}}{{$b}}z{{/b}}{{/which}}", ["which": "p"], partials: ["p": "a{{$b}}{{/b}}"]) == "az")
  }

  @Test
  func indentsPartialsLineByLineButNotValues() throws {
    let partials = ["p": "é{{v}}\n\n{{#l}}\n- {{.}}\n{{/l}}\n  {{>q}}\nend\n", "q": "q1\r\nq2\r\n"]
    let value: Value = ["v": "1\n2", "l": ["x", "y"]]
    #expect(
      try rendered("a\n  {{>p}}\nb", value, partials: partials)
        == "a\n  é1\n2\n\n  - x\n  - y\n    q1\r\n    q2\r\n  end\nb")
  }

  @Test
  func doesNotIndentPartialsInsideALine() throws {
    #expect(try rendered("  a {{>p}} b\n", partials: ["p": "1\n2\n"]) == "  a 1\n2\n b\n")
    #expect(try rendered("\t{{>o}}\n", partials: ["o": "{{>p}}.\nx\n", "p": "1\n2"]) == "\t1\n2.\n\tx\n")
  }

  @Test
  func copiesTextByteForByte() throws {
    let text = "\u{feff}Zoë\r\n\t{ { } } }} \u{0} 😀 \"&'<>\n\n"
    #expect(Array(try rendered(text).utf8) == Array(text.utf8))
    #expect(try rendered("") == "")
  }

  @Test
  func changesDelimitersUntilTheEndOfTheTemplate() throws {
    #expect(try rendered("{{=<% %>=}}<% a %> {{a}} <%={{ }}=%>{{a}}", ["a": 1]) == "1 {{a}} 1")
    #expect(try rendered("{{=| |=}}|>p| |a|", ["a": 1], partials: ["p": "{{a}}|a|"]) == "1|a| 1")
    #expect(try rendered("{{=<< >>=}}<<{a}>> <<&a>>", ["a": "&"]) == "& &")
  }

  @Test
  func tellsTheNamesItUses() throws {
    let template = try Template(
      "{{a}}{{{b.c}}}{{&d}}{{#e}}{{.}}{{/e}}{{^f}}{{/f}}{{>p}}{{>*g}}{{<q}}{{$block}}{{h}}{{/block}}{{/q}}{{! i }}", name: "x")
    #expect(template.names == ["a", "b.c", "d", "e", "f", "g", "h"])
    #expect(template.partials == ["p", "q"])
  }
}
