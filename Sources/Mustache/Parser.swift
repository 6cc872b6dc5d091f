/// Turns a template's source into a ``Program`` in two passes: tags are found and classified by line, then steps are laid out.
///
/// Lines that hold nothing but one tag (other than a variable) vanish with it, as the specification demands. The same goes
/// for a line of several inheritance tags, such as `{{<page}}{{$title}}`, unless a block begins and ends there.
struct Parser {
  /// Sections, blocks and parents may be nested this deep.
  static let nestingLimit = 100

  private enum Kind {
    case escaped, raw, section, inverted, close, partial, parent, block, invisible

    /// Whether a line that holds only this tag vanishes.
    var canStandAlone: Bool {
      switch self {
      case .escaped, .raw: false
      default: true
      }
    }
  }

  private struct Tag {
    var kind: Kind
    /// The bytes between the delimiters, without the sign and blanks.
    var name: Range<Int>
    var range: Range<Int>
    var isDynamic = false
    var isStandalone = false
    /// Where the text before the tag ends and the text after it begins.
    var textEnd: Int
    var resume: Int
    /// The blanks in front of the tag, if nothing else is.
    var margin: Range<Int>?
  }

  private struct Open {
    var tag: Tag
    var step: Int
    /// What is taken off the lines of the text in it.
    var strip: [UInt8]
    /// It is a block that takes the place of a parent's.
    var isReplacement: Bool
  }

  private let file: String
  private let source: [UInt8]
  private var tags: [Tag] = []
  private var text: [UInt8] = []
  private var steps: [Step] = []
  private var paths: [Path] = []
  private var pathIndex: [String: Int32] = [:]
  private var partialNames: [String] = []
  private var partialIndex: [String: Int32] = [:]
  private var blockNames: [String] = []
  private var blockIndex: [String: Int32] = [:]
  private var indentations: [[UInt8]] = [[]]
  private var indentationIndex: [[UInt8]: Int32] = [[]: 0]

  private init(_ source: String, file: String) {
    self.file = file
    self.source = Array(source.utf8)
  }

  static func parse(_ source: String, file: String) throws(TemplateError) -> Program {
    var parser = Parser(source, file: file)
    guard parser.source.count < Int(Int32.max) else {
      throw TemplateError(file: file, line: 0, column: 0, message: "the template is larger than 2 GB")
    }
    try parser.findTags()
    parser.findStandaloneTags()
    try parser.layOutSteps()
    return Program(
      file: file, source: parser.source, text: parser.text, steps: parser.steps, paths: parser.paths, partialNames: parser.partialNames,
      blockNames: parser.blockNames, indentations: parser.indentations)
  }

  private func error(at offset: Int, _ message: String) -> TemplateError {
    TemplateError(in: source, file: file, at: offset, message)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  // MARK: Tags

  private mutating func findTags() throws(TemplateError) {
    var opening: [UInt8] = [0x7b, 0x7b]
    var closing: [UInt8] = [0x7d, 0x7d]
    var position = 0
    while let start = find(opening, from: position) {
      var cursor = start + opening.count
      let sign = cursor < source.count ? source[cursor] : 0
      var kind = Kind.escaped
      var end = closing
      switch sign {
      case UInt8(ascii: "{"):
        kind = .raw
        end = [0x7d] + closing
      case UInt8(ascii: "&"): kind = .raw
      case UInt8(ascii: "#"): kind = .section
      case UInt8(ascii: "^"): kind = .inverted
      case UInt8(ascii: "/"): kind = .close
      case UInt8(ascii: ">"): kind = .partial
      case UInt8(ascii: "<"): kind = .parent
      case UInt8(ascii: "$"): kind = .block
      case UInt8(ascii: "!"): kind = .invisible
      case UInt8(ascii: "="):
        kind = .invisible
        end = [0x3d] + closing
      default: cursor -= 1
      }
      cursor += 1
      guard cursor <= source.count, let stop = find(end, from: cursor) else {
        throw error(at: start, "the tag is not closed with \"\(String(decoding: end, as: UTF8.self))\"")
      }
      var tag = Tag(
        kind: kind, name: trimmed(cursor..<stop), range: start..<stop + end.count, textEnd: start, resume: stop + end.count)
      if sign == UInt8(ascii: "=") {
        (opening, closing) = try delimiters(in: tag)
      } else if kind != .invisible {
        if kind == .partial || kind == .parent, source[tag.name].first == UInt8(ascii: "*") {
          tag.isDynamic = true
          tag.name = trimmed(tag.name.lowerBound + 1..<tag.name.upperBound)
        }
        try checkName(of: tag)
      }
      tags.append(tag)
      position = tag.range.upperBound
    }
  }

  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, source.count >= needle.count else { return nil }
    var position = start
    let limit = source.count - needle.count
    while position <= limit {
      if source[position] == first, source[position..<position + needle.count].elementsEqual(needle) { return position }
      position += 1
    }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isBlank(source[lower]) { lower += 1 }
    while upper > lower, isBlank(source[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private func delimiters(in tag: Tag) throws(TemplateError) -> (opening: [UInt8], closing: [UInt8]) {
    let parts = source[tag.name].split(whereSeparator: isBlank)
    guard parts.count == 2, !parts.contains(where: { $0.contains(0x3d) }) else {
      throw error(at: tag.range.lowerBound, "a delimiter tag holds two delimiters without \"=\", as in {{=<% %>=}}")
    }
    return (Array(parts[0]), Array(parts[1]))
  }

  private func checkName(of tag: Tag) throws(TemplateError) {
    let name = source[tag.name]
    guard !name.isEmpty else { throw error(at: tag.range.lowerBound, "the tag has no name") }
    guard !name.contains(where: isBlank) else {
      throw error(at: tag.range.lowerBound, "the name \"\(shortened(string(tag.name)))\" has a blank in it")
    }
    let isPath: Bool =
      switch tag.kind {
      case .escaped, .raw, .section, .inverted: true
      case .partial, .parent: tag.isDynamic
      case .close, .block, .invisible: false
      }
    guard isPath, name.count > 1 else { return }
    if name.split(separator: 0x2e, omittingEmptySubsequences: false).contains(where: \.isEmpty) {
      throw error(at: tag.range.lowerBound, "the name \"\(shortened(string(tag.name)))\" has nothing before or after a full stop")
    }
  }

  private func shortened(_ name: String) -> String { name.utf8.count > 60 ? name.prefix(57) + "…" : name }

  // MARK: Lines

  /// The blanks between the start of the line and a place in it, if nothing else is there.
  private func margin(before place: Int, notBefore floor: Int) -> Range<Int>? {
    var start = place
    while start > floor, source[start - 1] == 0x20 || source[start - 1] == 0x09 { start -= 1 }
    return start == 0 || source[start - 1] == 0x0a ? start..<place : nil
  }

  /// The start of the next line, if only blanks come before it.
  private func lineEnd(after place: Int) -> Int? {
    var end = place
    while end < source.count, source[end] == 0x20 || source[end] == 0x09 { end += 1 }
    if end == source.count { return end }
    if source[end] == 0x0a { return end + 1 }
    return source[end] == 0x0d && end + 1 < source.count && source[end + 1] == 0x0a ? end + 2 : nil
  }

  private mutating func findStandaloneTags() {
    var index = 0
    while index < tags.count {
      let floor = index > 0 ? tags[index - 1].range.upperBound : 0
      let margin = margin(before: tags[index].range.lowerBound, notBefore: floor)
      tags[index].margin = margin
      guard let margin, tags[index].kind.canStandAlone else {
        index += 1
        continue
      }
      let last = lastOfLine(from: index)
      if let next = lineEnd(after: tags[last].range.upperBound), index == last || canStandAloneTogether(index...last) {
        for member in index...last {
          tags[member].isStandalone = true
          tags[member].margin = margin
          tags[member].textEnd = member == index ? margin.lowerBound : tags[member - 1].range.upperBound
          tags[member].resume = member == last ? next : tags[member].range.upperBound
        }
      }
      index = last + 1
    }
  }

  /// The last of the inheritance tags that follow a tag on its line with only blanks between them.
  private func lastOfLine(from index: Int) -> Int {
    func belongs(_ tag: Tag) -> Bool { tag.kind == .parent || tag.kind == .block || tag.kind == .close }
    var last = index
    guard belongs(tags[index]) else { return last }
    while last + 1 < tags.count, belongs(tags[last + 1]),
      source[tags[last].range.upperBound..<tags[last + 1].range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    { last += 1 }
    return last
  }

  /// Whether a line of several inheritance tags vanishes: not when a block begins and ends in it, for then the block is part
  /// of a line. Blocks in a parent that begins in the line are elsewhere's blocks.
  private func canStandAloneTogether(_ members: ClosedRange<Int>) -> Bool {
    var open: [Kind] = []
    for member in members {
      if tags[member].kind != .close {
        open.append(tags[member].kind)
      } else if let kind = open.popLast(), kind == .block, !open.contains(where: { $0 == .parent }) {
        return false
      }
    }
    return true
  }

  // MARK: Steps

  private mutating func layOutSteps() throws(TemplateError) {
    var open: [Open] = []
    var position = 0
    for (index, tag) in tags.enumerated() {
      let strip = open.last?.strip ?? []
      appendText(position..<max(position, tag.textEnd), strip: strip)
      position = tag.resume
      var step = Step(
        operation: .escaped, isDynamic: tag.isDynamic, isStandalone: tag.isStandalone, offset: Int32(tag.range.lowerBound), a: 0)
      switch tag.kind {
      case .invisible: break
      case .escaped, .raw:
        step.operation = tag.kind == .raw ? .raw : .escaped
        name(tag, in: &step)
        steps.append(step)
      case .partial:
        step.operation = .partial
        nameTarget(tag, in: &step)
        step.indentation = tag.isStandalone ? indentation(tag.margin, strip: strip) : 0
        steps.append(step)
      case .section, .inverted:
        step.operation = tag.kind == .section ? .section : .inverted
        name(tag, in: &step)
        try push(Open(tag: tag, step: steps.count, strip: strip, isReplacement: false), on: &open)
        steps.append(step)
      case .parent:
        step.operation = .parent
        nameTarget(tag, in: &step)
        step.indentation = tag.isStandalone ? indentation(tag.margin, strip: strip) : 0
        try push(Open(tag: tag, step: steps.count, strip: strip, isReplacement: false), on: &open)
        steps.append(step)
      case .block:
        step.operation = .block
        step.a = Self.intern(string(tag.name), &blockNames, &blockIndex)
        let isReplacement = open.last?.tag.kind == .parent
        let own = tag.isStandalone && tag.resume > tag.range.upperBound ? contentMargin(ofTagAt: index) : nil
        if !isReplacement { step.indentation = indentation(own ?? tag.margin, strip: strip) }
        let inner = isReplacement ? own.map { Array(source[$0]) } ?? [] : strip
        try push(Open(tag: tag, step: steps.count, strip: inner, isReplacement: isReplacement), on: &open)
        steps.append(step)
      case .close:
        guard let opened = open.popLast() else {
          throw error(at: tag.range.lowerBound, "{{/\(string(tag.name))}} closes nothing")
        }
        guard source[opened.tag.name].elementsEqual(source[tag.name]) else {
          let place = error(at: opened.tag.range.lowerBound, "")
          throw error(
            at: tag.range.lowerBound,
            "{{/\(string(tag.name))}} found, but \"\(string(opened.tag.name))\" from line \(place.line), column \(place.column) is still open"
          )
        }
        steps[opened.step].b = Int32(steps.count)
      }
    }
    if let opened = open.last {
      throw error(at: opened.tag.range.lowerBound, "\"\(string(opened.tag.name))\" is not closed with {{/\(string(opened.tag.name))}}")
    }
    appendText(position..<source.count, strip: [])
  }

  private func push(_ opened: Open, on open: inout [Open]) throws(TemplateError) {
    guard open.count < Self.nestingLimit else {
      throw error(at: opened.tag.range.lowerBound, "sections are nested deeper than \(Self.nestingLimit)")
    }
    open.append(opened)
  }

  /// The blanks at the start of the first line that is not blank in a block whose tag stood alone; `nil` in an empty block.
  private func contentMargin(ofTagAt index: Int) -> Range<Int>? {
    var start = tags[index].resume
    while let end = lineEnd(after: start), end < source.count { start = end }
    var end = start
    while end < source.count, source[end] == 0x20 || source[end] == 0x09 { end += 1 }
    if index + 1 < tags.count, tags[index + 1].kind == .close, tags[index + 1].range.lowerBound == end { return nil }
    return start..<end
  }

  private mutating func appendText(_ range: Range<Int>, strip: [UInt8]) {
    guard !range.isEmpty else { return }
    let start = text.count
    if strip.isEmpty {
      text.append(contentsOf: source[range])
    } else {
      var position = range.lowerBound
      while position < range.upperBound {
        if position == 0 || source[position - 1] == 0x0a {
          for byte in strip {
            guard position < range.upperBound, source[position] == byte else { break }
            position += 1
          }
        }
        let end = source[position..<range.upperBound].firstIndex(of: 0x0a).map { $0 + 1 } ?? range.upperBound
        text.append(contentsOf: source[position..<end])
        position = end
      }
    }
    guard text.count > start else { return }
    steps.append(Step(operation: .text, offset: Int32(range.lowerBound), a: Int32(start), b: Int32(text.count)))
  }

  /// The value that a step names.
  private mutating func name(_ tag: Tag, in step: inout Step) {
    step.a = path(tag.name)
    let path = paths[Int(step.a)]
    guard let first = path.first else { return }
    step.hash = first.hash
    step.nameStart = Int32(tag.name.lowerBound)
    step.nameCount = Int32(first.bytes.count)
    step.isDotted = !path.rest.isEmpty
  }

  private mutating func nameTarget(_ tag: Tag, in step: inout Step) {
    if tag.isDynamic {
      name(tag, in: &step)
    } else {
      step.a = Self.intern(string(tag.name), &partialNames, &partialIndex)
    }
  }

  private mutating func path(_ name: Range<Int>) -> Int32 {
    let text = string(name)
    if let index = pathIndex[text] { return index }
    let index = Int32(paths.count)
    paths.append(Path(text))
    pathIndex[text] = index
    return index
  }

  private static func intern(_ name: String, _ names: inout [String], _ index: inout [String: Int32]) -> Int32 {
    if let known = index[name] { return known }
    let new = Int32(names.count)
    names.append(name)
    index[name] = new
    return new
  }

  private mutating func indentation(_ margin: Range<Int>?, strip: [UInt8]) -> Int32 {
    guard let margin else { return 0 }
    var blanks = Array(source[margin])
    blanks.removeFirst(zip(blanks, strip).prefix { $0 == $1 }.count)
    if let index = indentationIndex[blanks] { return index }
    let index = Int32(indentations.count)
    indentations.append(blanks)
    indentationIndex[blanks] = index
    return index
  }
}
