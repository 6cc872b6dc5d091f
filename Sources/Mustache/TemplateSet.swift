/// Templates that include one another by name.
///
///     let templates = TemplateSet(["page": try Template("<h1>{{title}}</h1>{{>foot}}", name: "page.mustache"), "foot": …])
///     let bytes = try templates.render("page", with: ["title": "Questions & answers"])
public struct TemplateSet: Sendable {
  /// What happens to names that nothing has.
  public enum Mode: Sendable {
    /// An unknown name or partial is an error, and so is a list or a group of names printed as text.
    case strict
    /// All of these print nothing, as in the Mustache specification.
    case lenient
  }

  /// Partials inside partials, sections inside sections: together no deeper than this when rendered. A partial that includes
  /// itself without end meets this limit.
  public static let depthLimit = 400

  let programs: [Program]
  let index: [String: Int32]
  /// For each program, where its partials' names lead: an index of `programs`, or -1.
  let links: [[Int32]]

  /// - Parameter templates: under the names by which partials and parents are included.
  public init(_ templates: [String: Template]) {
    let sorted = templates.sorted { $0.key < $1.key }
    let index = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, Int32($0)) })
    self.index = index
    programs = sorted.map(\.value.program)
    links = programs.map { $0.partialNames.map { index[$0] ?? -1 } }
  }

  /// The names of the templates, in alphabetical order.
  public var names: [String] { index.keys.sorted() }

  /// The partials and parents that templates name but the set lacks, one error for each tag; names that are only known when
  /// rendering (`{{>*name}}`) are not looked at.
  public func missingPartials() -> [TemplateError] {
    var errors: [TemplateError] = []
    for (program, links) in zip(programs, links) {
      for step in program.steps where (step.operation == .partial || step.operation == .parent) && !step.isDynamic {
        if links[Int(step.a)] < 0 { errors.append(unknownPartial(program.partialNames[Int(step.a)], in: program, at: step.offset)) }
      }
    }
    return errors
  }

  /// The names that templates include as partial or parent; a name that is only known when rendering (`{{>*name}}`) is not among them.
  public func includedNames() -> Set<String> {
    var names: Set<String> = []
    for program in programs {
      for step in program.steps where (step.operation == .partial || step.operation == .parent) && !step.isDynamic {
        names.insert(program.partialNames[Int(step.a)])
      }
    }
    return names
  }

  /// Whether a template includes partials by names that are only known when rendering.
  public var includesDynamicNames: Bool {
    programs.contains { $0.steps.contains { ($0.operation == .partial || $0.operation == .parent) && $0.isDynamic } }
  }

  /// Renders a template to UTF-8.
  ///
  /// Takes about as long as copying the text, plus some dozen nanoseconds a tag.
  ///
  /// - Parameters:
  ///   - name: the template's name in the set.
  ///   - value: the outermost value; names are looked up here last.
  ///   - mode: what happens to unknown names.
  /// - Throws: an unknown template, name or partial, and partials that never end, with the tag's place.
  public func render(_ name: String, with value: Value, mode: Mode = .strict) throws(TemplateError) -> [UInt8] {
    guard let start = index[name] else {
      let message = "there is no template \"\(name)\"\(Suggestion.phrase(for: name, among: index.keys))"
      throw TemplateError(file: name, line: 0, column: 0, message: message)
    }
    var renderer = Renderer(self, value, mode)
    try renderer.run(Int(start))
    return renderer.output
  }

  /// ``render(_:with:mode:)`` as a string.
  public func renderString(_ name: String, with value: Value, mode: Mode = .strict) throws(TemplateError) -> String {
    String(decoding: try render(name, with: value, mode: mode), as: UTF8.self)
  }

  func unknownPartial(_ name: String, in program: Program, at offset: Int32) -> TemplateError {
    program.error(at: offset, "there is no partial \"\(name)\"\(Suggestion.phrase(for: name, among: index.keys))")
  }
}
