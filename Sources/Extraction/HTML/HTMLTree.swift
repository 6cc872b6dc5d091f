import CGumbo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The elements that extraction tells apart; every other one is `other`.
enum HTMLTag: String, CaseIterable {
  case other, document, text
  case html, head, title, meta, link, base, script, style, noscript, template, body
  case article, section, nav, aside, header, footer, main, div, p, h1, h2, h3, h4, h5, h6, hgroup, address, center
  case ul, ol, li, dl, dt, dd, blockquote, pre, code, figure, figcaption, hr, br, wbr
  case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
  case a, em, i, strong, b, u, s, del, ins, mark, sub, sup, span, small, q, cite, abbr, time, font, kbd, tt
  case img, picture, source, video, audio, iframe, object, embed, canvas, svg, math, figureimage
  case form, button, input, select, option, textarea, label, fieldset, dialog, details, summary, menu

  /// Heading level, 0 for other elements.
  var level: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  /// Lies inside a line of text.
  var isInline: Bool {
    switch self {
    case .a, .em, .i, .strong, .b, .u, .s, .del, .ins, .mark, .sub, .sup, .span, .small, .q, .cite, .abbr, .time, .font, .kbd, .tt, .code,
      .img, .picture, .source, .text, .wbr, .br, .label, .other:
      true
    default: false
    }
  }

  static let byName: [String: HTMLTag] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// The attributes that extraction reads.
enum HTMLAttribute: String, CaseIterable {
  case id, `class`, href, src, content, name, property, itemprop, itemtype, itemscope, rel, datetime, role, style, hidden, lang, type, alt,
    title
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case charset
  case httpEquiv = "http-equiv"
  case dataSource = "data-src"
  case dataTest = "data-testid"
  case dataComponent = "data-component"
  case pubdate
  case start

  static let byName: [String: HTMLAttribute] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// A parsed HTML document as one flat array in document order, so that every subtree is a range and no walk recurses.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    var parent: Int32
    /// The index after the last descendant.
    var end: Int32
    /// Of a text node, in `bytes`.
    var text: Range<Int32>
    /// In `attributes`.
    var attributes: Range<Int32>
  }

  struct Attribute {
    var name: HTMLAttribute
    var value: Range<Int32>
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  private(set) var bytes: [UInt8] = []

  /// Parses a document with gumbo (https://github.com/google/gumbo-parser, the HTML5 tree construction) and copies its tree.
  ///
  /// - Parameter html: UTF-8. Nesting deeper than 1,000 elements is flattened before parsing: gumbo takes quadratic time on it.
  init(_ html: [UInt8]) {
    var html = Self.flattened(html)
    html.append(0)
    bytes.reserveCapacity(html.count / 2)
    html.withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      var options = kGumboDefaultOptions
      options.max_errors = 0
      guard let output = gumbo_parse_with_options(&options, start, buffer.count - 1) else { return }
      // Only servers that stream pages of React have the segments; the search costs next to nothing.
      copy(output.pointee.document, strstr(start, "id=\"S:") == nil ? [:] : Self.segments(output.pointee.root))
      gumbo_destroy_output(&options, output)
    }
  }

  /// What a server of React pages sends after the page's frame: hidden boxes `S:1` that a script puts in the place of the templates
  /// `B:1` or `P:1` (https://react.dev/reference/react-dom/server/renderToPipeableStream). They are the body's own children.
  private static func segments(_ root: UnsafeMutablePointer<GumboNode>?) -> [String: GumboVector] {
    var segments: [String: GumboVector] = [:]
    for node in children(of: root) where node.pointee.type == GUMBO_NODE_ELEMENT && node.pointee.v.element.tag == GUMBO_TAG_BODY {
      for child in children(of: node) where child.pointee.type == GUMBO_NODE_ELEMENT {
        guard segments.count < 1000, let id = id(of: child), id.hasPrefix("S:"), segments[String(id.dropFirst(2))] == nil else { continue }
        segments[String(id.dropFirst(2))] = child.pointee.v.element.children
      }
    }
    return segments
  }

  private static func children(of node: UnsafeMutablePointer<GumboNode>?) -> [UnsafeMutablePointer<GumboNode>] {
    guard let node, node.pointee.type == GUMBO_NODE_ELEMENT else { return [] }
    let vector = node.pointee.v.element.children
    return (0..<Int(vector.length)).compactMap { vector.data[$0]?.assumingMemoryBound(to: GumboNode.self) }
  }

  private static func id(of node: UnsafeMutablePointer<GumboNode>) -> String? {
    guard let id = gumbo_get_attribute(&node.pointee.v.element.attributes, "id") else { return nil }
    return String(cString: id.pointee.value)
  }

  /// Where a template's stand-in ends: after the comment `/$` that closes it among the next nodes, or after the template itself.
  private static func endOfStandIn(_ siblings: GumboVector, after index: Int) -> Int {
    var depth = 0
    for i in index..<max(index, min(Int(siblings.length), index + 200)) {
      guard let node = siblings.data[i]?.assumingMemoryBound(to: GumboNode.self), node.pointee.type == GUMBO_NODE_COMMENT,
        let text = node.pointee.v.text.text
      else { continue }
      if strcmp(text, "/$") == 0 {
        if depth == 0 { return i + 1 }
        depth -= 1
      } else if strcmp(text, "$?") == 0 || strcmp(text, "$") == 0 || strcmp(text, "$!") == 0 {
        depth += 1
      }
    }
    return index
  }

  private mutating func copy(_ document: UnsafeMutablePointer<GumboNode>?, _ segments: [String: GumboVector]) {
    guard let document else { return }
    var segments = segments
    var placed: Set<String> = []
    // Each frame: a node's children, the next of them to copy, and the copied parent.
    var stack: [(children: GumboVector, next: Int, index: Int)] = []
    nodes.append(Node(tag: .document, parent: -1, end: 0, text: 0..<0, attributes: 0..<0))
    stack.append((document.pointee.v.document.children, 0, 0))
    while let frame = stack.last {
      guard frame.next < Int(frame.children.length), let child = frame.children.data[frame.next] else {
        nodes[frame.index].end = Int32(nodes.count)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let node = child.assumingMemoryBound(to: GumboNode.self)
      switch node.pointee.type {
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        let range = append(node.pointee.v.text.text)
        // Adjacent text nodes become one.
        if let last = nodes.indices.last, nodes[last].tag == .text, nodes[last].parent == Int32(frame.index),
          nodes[last].text.upperBound == range.lowerBound
        {
          nodes[last].text = nodes[last].text.lowerBound..<range.upperBound
        } else {
          nodes.append(Node(tag: .text, parent: Int32(frame.index), end: Int32(nodes.count + 1), text: range, attributes: 0..<0))
        }
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        if !segments.isEmpty, let id = Self.id(of: node) {
          let key = String(id.dropFirst(2))
          let isTemplate = node.pointee.type == GUMBO_NODE_TEMPLATE
          if isTemplate, id.hasPrefix("B:") || id.hasPrefix("P:"), stack.count < 1000, let segment = segments.removeValue(forKey: key) {
            placed.insert(key)
            if id.hasPrefix("B:") { stack[stack.count - 1].next = Self.endOfStandIn(frame.children, after: frame.next + 1) }
            stack.append((segment, 0, frame.index))
            continue
          }
          if id.hasPrefix("S:"), placed.contains(key) { continue }
        }
        let element = node.pointee.v.element
        let tag = node.pointee.type == GUMBO_NODE_TEMPLATE ? .template : Self.tag(element)
        let index = nodes.count
        nodes.append(
          Node(tag: tag, parent: Int32(frame.index), end: Int32(index + 1), text: 0..<0, attributes: copyAttributes(element.attributes)))
        if tag != .style, tag != .template { stack.append((element.children, 0, index)) }
      default: continue
      }
    }
  }

  private mutating func append(_ string: UnsafePointer<CChar>?) -> Range<Int32> {
    let start = Int32(bytes.count)
    guard let string else { return start..<start }
    let count = strlen(string)
    string.withMemoryRebound(to: UInt8.self, capacity: count) { bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: count)) }
    return start..<Int32(bytes.count)
  }

  private mutating func copyAttributes(_ vector: GumboVector) -> Range<Int32> {
    let start = Int32(attributes.count)
    for i in 0..<Int(vector.length) {
      guard let entry = vector.data[i] else { continue }
      let attribute = entry.assumingMemoryBound(to: GumboAttribute.self)
      guard let name = attribute.pointee.name, let known = Self.attribute(name) else { continue }
      attributes.append(Attribute(name: known, value: append(attribute.pointee.value)))
    }
    return start..<Int32(attributes.count)
  }

  private static func attribute(_ name: UnsafePointer<CChar>) -> HTMLAttribute? {
    // The longest known name has 14 letters.
    guard strnlen(name, 16) < 16 else { return nil }
    return HTMLAttribute.byName[String(cString: name)]
  }

  /// Our tags by gumbo's numbers.
  private static let tags: [HTMLTag] = (0..<GUMBO_TAG_LAST.rawValue).map { number in
    gumbo_normalized_tagname(GumboTag(rawValue: number)).flatMap { HTMLTag.byName[String(cString: $0)] } ?? .other
  }

  private static func tag(_ element: GumboElement) -> HTMLTag {
    guard element.tag_namespace == GUMBO_NAMESPACE_HTML else {
      return element.tag == GUMBO_TAG_SVG ? .svg : element.tag == GUMBO_TAG_MATH ? .math : .other
    }
    if element.tag == GUMBO_TAG_UNKNOWN {
      // Elements that gumbo's table lacks (dialog, picture) have their name in the source only.
      var piece = element.original_tag
      gumbo_tag_from_original_text(&piece)
      guard let data = piece.data, piece.length > 0, piece.length <= 12 else { return .other }
      let name = String(decoding: UnsafeRawBufferPointer(start: data, count: piece.length), as: UTF8.self).lowercased()
      return HTMLTag.byName[name] ?? .other
    }
    let number = Int(element.tag.rawValue)
    return number < tags.count ? tags[number] : .other
  }

  // MARK: - Reading

  func value(_ node: Int, _ name: HTMLAttribute) -> ArraySlice<UInt8>? {
    for i in nodes[node].attributes where attributes[Int(i)].name == name {
      let range = attributes[Int(i)].value
      return bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }
    return nil
  }

  /// Whether an attribute's value holds some ASCII letters, in any case; `wanted` is in lower case.
  func value(_ node: Int, _ name: HTMLAttribute, holds wanted: StaticString) -> Bool {
    guard let value = value(node, name), value.count >= wanted.utf8CodeUnitCount else { return false }
    return wanted.withUTF8Buffer { wanted in
      value.withUnsafeBufferPointer { bytes in
        for start in 0...bytes.count - wanted.count {
          var i = 0
          while i < wanted.count, bytes[start + i] == wanted[i] || bytes[start + i] &- 0x41 < 26 && bytes[start + i] | 0x20 == wanted[i] {
            i += 1
          }
          if i == wanted.count { return true }
        }
        return false
      }
    }
  }

  /// Whether class or id hold some letters.
  func isNamed(_ node: Int, _ wanted: StaticString) -> Bool { value(node, .class, holds: wanted) || value(node, .id, holds: wanted) }

  func string(_ node: Int, _ name: HTMLAttribute) -> String? { value(node, name).map { String(decoding: $0, as: UTF8.self) } }

  /// The text of a subtree, white space collapsed; scripts and styles are left out.
  func text(of node: Int, limit: Int = 4000) -> String {
    var result: [UInt8] = []
    var blank = false
    var i = node
    while i < Int(nodes[node].end), result.count < limit {
      switch nodes[i].tag {
      case .script, .style, .noscript, .svg, .template:
        i = Int(nodes[i].end)
        continue
      case .text:
        for byte in bytes[Int(nodes[i].text.lowerBound)..<Int(nodes[i].text.upperBound)] {
          if byte == 0x20 || (0x09...0x0d).contains(byte) {
            blank = true
          } else {
            if blank, !result.isEmpty { result.append(0x20) }
            blank = false
            result.append(byte)
          }
        }
      case .br: blank = true
      case let tag where !tag.isInline: blank = true
      default: break
      }
      i += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - Safety

  private static let deepest = 1000
  /// Attributes of one element that are kept: a parser compares each with all before it.
  private static let attributeLimit = 120

  /// Takes out start tags where elements nest too deep, formatting elements where a parser would have to reopen them too often, and
  /// attributes where an element has too many.
  ///
  /// Elements whose end tags HTML implies (`p`, `li`, `td` …) and void elements do not count.
  private static func flattened(_ html: [UInt8]) -> [UInt8] {
    var html = html
    var depth = 0
    var formatting = 0
    var reopened = 0
    var i = 0
    let count = html.count
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    while i + 1 < count {
      guard html[i] == 0x3c else {
        if html[i] == 0 { html[i] = 0x20 }
        i += 1
        continue
      }
      if html[i + 1] == 0x21, i + 3 < count, html[i + 2] == 0x2d, html[i + 3] == 0x2d {
        i = skip(html, past: [0x2d, 0x2d, 0x3e], from: i + 4)
        continue
      }
      let closes = html[i + 1] == 0x2f
      let nameStart = closes ? i + 2 : i + 1
      guard nameStart < count, isLetter(html[nameStart]) else {
        i += 1
        continue
      }
      var nameEnd = nameStart
      while nameEnd < count, nameEnd < nameStart + 12, isLetter(html[nameEnd]) || html[nameEnd] &- 0x30 < 10 || html[nameEnd] == 0x2d {
        nameEnd += 1
      }
      var tagEnd = nameEnd
      var quote: UInt8 = 0
      var attributes = 0
      var previous: UInt8 = 0
      while tagEnd < count {
        let byte = html[tagEnd]
        defer { previous = byte }
        // Never begins within a value, whose closing mark stays.
        let isBeyond = attributes > attributeLimit * 2
        if quote != 0 {
          if byte == quote {
            quote = 0
            attributes += 1
          }
        } else if byte == 0x3e {
          break
        } else if (byte == 0x22 || byte == 0x27) && previous == 0x3d {
          quote = byte
        } else if byte <= 0x20 || byte == 0x2f {
          attributes += 1
        }
        // An attribute with a quoted value and a blank counts twice.
        if isBeyond { html[tagEnd] = 0x20 }
        tagEnd += 1
      }
      let name = String(decoding: html[nameStart..<nameEnd], as: UTF8.self).lowercased()
      if !closes, name == "script" || name == "style" || name == "textarea" || name == "title" {
        i = skip(html, past: Array("</\(name)".utf8), from: min(tagEnd, count))
        continue
      }
      let kind = nesting[name]
      if closes {
        if kind == nil { depth = max(0, depth - 1) }
        if kind == true { formatting = max(0, formatting - 1) }
      } else if kind == nil {
        if depth >= deepest {
          for j in i..<min(tagEnd + 1, count) { html[j] = 0x20 }
        } else if tagEnd < count, html[tagEnd - 1] != 0x2f || tagEnd - 1 == nameStart {
          depth += 1
        }
      } else if kind == true {
        if formatting >= 200 || reopened > 3_000_000 {
          for j in i..<min(tagEnd + 1, count) { html[j] = 0x20 }
        } else {
          formatting += 1
        }
      }
      reopened += formatting
      i = min(tagEnd + 1, count)
    }
    return html
  }

  /// True: formatting elements; false: elements without an end tag or with an implied one; absent: all others.
  private static let nesting: [String: Bool] = {
    var result: [String: Bool] = [:]
    for name in ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"] { result[name] = true }
    for name in [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "tr",
      "th",
      "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body", "path",
    ] { result[name] = false }
    return result
  }()

  private static func skip(_ html: [UInt8], past end: [UInt8], from start: Int) -> Int {
    var i = start
    while i + end.count <= html.count {
      var j = 0
      while j < end.count, html[i + j] == end[j] || (html[i + j] | 0x20) == end[j] && end[j] >= 0x61 { j += 1 }
      if j == end.count { return i + end.count }
      i += 1
    }
    return html.count
  }
}
