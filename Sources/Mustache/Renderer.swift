/// Walks the steps of programs and writes what they produce.
struct Renderer {
  /// A block that a child template puts in the place of its parent's.
  private struct Replacement {
    var name: String
    var program: Int
    var steps: Range<Int>
  }

  /// The replacements of one use of a parent, and the use around it.
  private struct Frame {
    /// The frame in which the parent was used, -1 for none.
    var outer: Int
    var replacements: [Replacement]
  }

  private(set) var output: [UInt8] = []
  private let set: TemplateSet
  private let isStrict: Bool
  /// Innermost value last.
  private var stack: [Value]
  /// Of each value of the stack, what names it may have, and the entries if it is a record: looked into without taking hold of it.
  private var filters: [UInt64]
  private var entries: [[(Record.Key, Value)]]
  private var frames: [Frame] = []
  private var depth = 0
  /// What is put in front of each line of the templates' text that is not empty.
  private var indentation: [UInt8] = []
  /// The next text begins a line of the templates; only kept while there is an indentation.
  private var isAtLineStart = false

  init(_ set: TemplateSet, _ value: Value, _ mode: TemplateSet.Mode) {
    self.set = set
    isStrict = mode == .strict
    stack = [value]
    stack.reserveCapacity(16)
    filters = [value.filter]
    filters.reserveCapacity(16)
    entries = [value.entries]
    entries.reserveCapacity(16)
    output.reserveCapacity(16 << 10)
  }

  mutating func run(_ program: Int) throws(TemplateError) {
    try run(program, 0..<set.programs[program].steps.count, frame: -1)
  }

  private mutating func run(_ number: Int, _ range: Range<Int>, frame: Int) throws(TemplateError) {
    let program = set.programs[number]
    depth += 1
    defer { depth -= 1 }
    var next = range.lowerBound
    while next < range.upperBound {
      let step = program.steps[next]
      next += 1
      switch step.operation {
      case .text:
        appendText(program, Int(step.a), Int(step.b))
      case .escaped, .raw:
        if !indentation.isEmpty { beginLine() }
        if let value = try value(of: step, in: program) { try append(value, step, program) }
      case .section:
        let body = next..<Int(step.b)
        next = body.upperBound
        guard let value = try value(of: step, in: program), value.isTrue else { continue }
        try checkDepth(step, program)
        if case .list(let list) = value {
          for element in list {
            push(element)
            try run(number, body, frame: frame)
            pop()
          }
        } else {
          push(value)
          try run(number, body, frame: frame)
          pop()
        }
      case .inverted:
        let body = next..<Int(step.b)
        next = body.upperBound
        if let value = try value(of: step, in: program), value.isTrue { continue }
        try checkDepth(step, program)
        try run(number, body, frame: frame)
      case .partial:
        guard let target = try target(of: step, in: program, number) else { continue }
        try checkDepth(step, program)
        try include(target, step, program, frame: frame)
      case .parent:
        let body = next..<Int(step.b)
        next = body.upperBound
        guard let target = try target(of: step, in: program, number) else { continue }
        try checkDepth(step, program)
        frames.append(Frame(outer: frame, replacements: replacements(in: body, of: program, number)))
        try include(target, step, program, frame: frames.count - 1)
        frames.removeLast()
      case .block:
        let body = next..<Int(step.b)
        next = body.upperBound
        try checkDepth(step, program)
        if let (replacement, outer) = replacement(of: program.blockNames[Int(step.a)], from: frame) {
          let before = indentation
          let added = program.indentations[Int(step.indentation)]
          if !added.isEmpty {
            if step.isStandalone {
              isAtLineStart = true
            } else if indentation.isEmpty {
              isAtLineStart = false
            }
            indentation += added
          }
          try run(replacement.program, replacement.steps, frame: outer)
          indentation = before
        } else {
          try run(number, body, frame: frame)
        }
      }
    }
  }

  private mutating func push(_ value: Value) {
    stack.append(value)
    filters.append(value.filter)
    entries.append(value.entries)
  }

  private mutating func pop() {
    stack.removeLast()
    filters.removeLast()
    entries.removeLast()
  }

  private func checkDepth(_ step: Step, _ program: Program) throws(TemplateError) {
    guard depth < TemplateSet.depthLimit else {
      throw program.error(
        at: step.offset,
        "partials and sections are nested deeper than \(TemplateSet.depthLimit); does a partial include itself without end?")
    }
  }

  // MARK: Partials and blocks

  private func target(of step: Step, in program: Program, _ number: Int) throws(TemplateError) -> Int? {
    if !step.isDynamic {
      let target = set.links[number][Int(step.a)]
      if target >= 0 { return Int(target) }
      if isStrict { throw set.unknownPartial(program.partialNames[Int(step.a)], in: program, at: step.offset) }
      return nil
    }
    guard let value = try value(of: step, in: program) else { return nil }
    switch value {
    case .string(let name):
      if let target = set.index[name] { return Int(target) }
      if isStrict { throw set.unknownPartial(name, in: program, at: step.offset) }
    case .null: break
    default:
      if isStrict {
        throw program.error(at: step.offset, "\"\(program.paths[Int(step.a)].text)\" is \(value.kind), not the name of a partial")
      }
    }
    return nil
  }

  private mutating func include(_ target: Int, _ step: Step, _ program: Program, frame: Int) throws(TemplateError) {
    let steps = 0..<set.programs[target].steps.count
    if step.isStandalone {
      let added = program.indentations[Int(step.indentation)]
      if added.isEmpty {
        try run(target, steps, frame: frame)
      } else {
        let before = indentation
        indentation += added
        isAtLineStart = true
        try run(target, steps, frame: frame)
        indentation = before
        isAtLineStart = true
      }
    } else if indentation.isEmpty {
      try run(target, steps, frame: frame)
    } else {
      // A partial inside a line: its own lines are not lines of the template that is indented.
      beginLine()
      let before = indentation
      indentation = []
      try run(target, steps, frame: frame)
      indentation = before
      isAtLineStart = false
    }
  }

  private func replacements(in body: Range<Int>, of program: Program, _ number: Int) -> [Replacement] {
    var replacements: [Replacement] = []
    var next = body.lowerBound
    while next < body.upperBound {
      let step = program.steps[next]
      switch step.operation {
      case .block:
        replacements.append(
          Replacement(name: program.blockNames[Int(step.a)], program: number, steps: next + 1..<Int(step.b)))
        next = Int(step.b)
      case .section, .inverted, .parent: next = Int(step.b)
      case .text, .escaped, .raw, .partial: next += 1
      }
    }
    return replacements
  }

  /// The outermost replacement of a block, and the frame in which that is rendered.
  private func replacement(of name: String, from frame: Int) -> (Replacement, outer: Int)? {
    var found: (Replacement, outer: Int)?
    var frame = frame
    while frame >= 0 {
      if let replacement = frames[frame].replacements.last(where: { $0.name == name }) { found = (replacement, frames[frame].outer) }
      frame = frames[frame].outer
    }
    return found
  }

  // MARK: Values

  /// The value a step names; `nil` if it is unknown, which is an error in strict mode.
  private func value(of step: Step, in program: Program) throws(TemplateError) -> Value? {
    guard step.nameCount >= 0 else { return stack.last }
    let bit = Record.bit(step.hash)
    var depth = stack.count - 1
    while depth >= 0 {
      if filters[depth] & bit != 0 {
        var index = entries[depth].count - 1
        if index < 0 {
          if let name = program.paths[Int(step.a)].first, let value = stack[depth].member(name) {
            return step.isDotted ? try member(of: value, step, program) : value
          }
        }
        while index >= 0 {
          if entries[depth][index].0.hash == step.hash, program.isName(step, entries[depth][index].0) {
            return step.isDotted ? try member(of: entries[depth][index].1, step, program) : entries[depth][index].1
          }
          index -= 1
        }
      }
      depth -= 1
    }
    if isStrict { throw unknownName(program.paths[Int(step.a)], step, program) }
    return nil
  }

  /// What the rest of a dotted name leads to.
  private func member(of value: Value, _ step: Step, _ program: Program) throws(TemplateError) -> Value? {
    let path = program.paths[Int(step.a)]
    var value = value
    for (index, name) in path.rest.enumerated() {
      if case .null = value { return value }
      guard let member = value.member(name) else {
        if isStrict { throw unknownMember(index, of: value, path, step, program) }
        return nil
      }
      value = member
    }
    return value
  }

  private func unknownName(_ path: Path, _ step: Step, _ program: Program) -> TemplateError {
    let name = path.first?.text ?? "."
    let phrase = Suggestion.phrase(for: name, among: stack.flatMap(\.memberNames))
    return program.error(at: step.offset, "there is no \"\(path.text)\" here\(phrase)")
  }

  private func unknownMember(_ index: Int, of value: Value, _ path: Path, _ step: Step, _ program: Program) -> TemplateError {
    let owner = ([path.first?.text ?? "."] + path.rest[..<index].map(\.text)).joined(separator: ".")
    let name = path.rest[index].text
    switch value {
    case .record, .dictionary:
      let phrase = Suggestion.phrase(for: name, among: value.memberNames)
      return program.error(at: step.offset, "\"\(owner)\" has no \"\(name)\"\(phrase)")
    default:
      return program.error(at: step.offset, "\"\(owner)\" is \(value.kind) and has no \"\(name)\"")
    }
  }

  // MARK: Output

  private mutating func append(_ value: Value, _ step: Step, _ program: Program) throws(TemplateError) {
    switch value {
    case .null: break
    case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .int(let number): output.append(contentsOf: String(number).utf8)
    case .double(let number):
      if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
        output.append(contentsOf: String(whole).utf8)
      } else {
        output.append(contentsOf: String(number).utf8)
      }
    case .markup(let bytes): output.append(contentsOf: bytes)
    case .string(let text):
      if step.operation == .raw { output.append(contentsOf: text.utf8) } else { HTML.appendEscaped(text, to: &output) }
    case .list, .dictionary, .record:
      if isStrict {
        throw program.error(at: step.offset, "\"\(program.paths[Int(step.a)].text)\" is \(value.kind), which has no text; use a section")
      }
    }
  }

  private mutating func appendText(_ program: Program, _ start: Int, _ end: Int) {
    if indentation.isEmpty {
      program.text.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end])) }
      return
    }
    var position = start
    while position < end {
      if program.text[position] != 0x0a, program.text[position] != 0x0d { beginLine() }
      let stop = program.text[position..<end].firstIndex(of: 0x0a).map { $0 + 1 } ?? end
      output.append(contentsOf: program.text[position..<stop])
      isAtLineStart = program.text[stop - 1] == 0x0a
      position = stop
    }
  }

  private mutating func beginLine() {
    guard isAtLineStart else { return }
    output.append(contentsOf: indentation)
    isAtLineStart = false
  }
}
