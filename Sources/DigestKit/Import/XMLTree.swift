import CExpat

/// Why an XML document could not be read to its end.
struct XMLError: Error, Equatable {
  /// From 1.
  var line: Int
  var column: Int
  /// Expat's words: "not well-formed (invalid token)".
  var message: String
}

/// An XML document as a flat array of nodes, for feeds: small documents read as a whole.
///
/// Expat parses; it opens no other file, and stops entities that multiply. Names get the prefix that feeds commonly use for their
/// namespace (`content:encoded`, `dc:date`, `atom:link` inside RSS), whatever prefix the document declares, and none for RSS and
/// Atom themselves. Nesting costs no stack. Documents that are not well-formed give the nodes up to the fault, and the fault.
struct XMLTree: Sendable {
  struct Node: Sendable {
    var kind: Kind
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1

    enum Kind: Sendable {
      case element(name: String, attributes: [(name: String, value: String)])
      case text(String)
    }
  }

  private(set) var nodes: [Node] = []
  /// Elements that were closed before the fault, if there is one.
  private(set) var fault: XMLError?

  /// More nodes or text than this are no feed.
  private static let nodeLimit = 2_000_000
  private static let textLimit = 64_000_000

  /// - Parameter bytes: UTF-8, whatever the document declares of itself.
  init(_ bytes: [UInt8]) {
    guard let parser = XML_ParserCreate("UTF-8") else {
      fault = XMLError(line: 1, column: 1, message: "out of memory")
      return
    }
    defer { XML_ParserFree(parser) }
    let builder = Builder(parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name else { return }
        Unmanaged<Builder>.fromOpaque(data).takeUnretainedValue().start(name, attributes)
      },
      { data, _ in
        guard let data else { return }
        Unmanaged<Builder>.fromOpaque(data).takeUnretainedValue().end()
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data, let text else { return }
      Unmanaged<Builder>.fromOpaque(data).takeUnretainedValue().text(text, Int(count))
    }
    // In pieces: a buffer of the whole document would be copied by expat.
    let status = bytes.withUnsafeBytes { buffer in
      var position = 0
      while true {
        let count = min(1 << 20, buffer.count - position)
        let isFinal = position + count == buffer.count
        let status = XML_Parse(
          parser, buffer.baseAddress.map { ($0 + position).assumingMemoryBound(to: CChar.self) }, Int32(count), isFinal ? 1 : 0)
        position += count
        if status != XML_STATUS_OK || isFinal { return status }
      }
    }
    withExtendedLifetime(builder) { builder.flush() }
    if status != XML_STATUS_OK {
      let code = XML_GetErrorCode(parser)
      fault = XMLError(
        line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
        message: builder.isOverfull ? "too large" : XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
    }
    nodes = builder.nodes
  }

  /// Collects what expat reports. Lives only while the parser does.
  private final class Builder {
    private let parser: XML_Parser
    var nodes: [Node] = []
    var isOverfull = false
    private var current: Int32 = -1
    private var depth = 0
    private var pending: [UInt8] = []
    private var textCount = 0
    /// Prefixes bound by the elements that are open, innermost last.
    private var bindings: [(prefix: String, usual: String, depth: Int)] = []

    init(_ parser: XML_Parser) { self.parser = parser }

    func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
      flush()
      depth += 1
      var given: [(name: String, value: String)] = []
      var i = 0
      while let key = attributes?[i], let value = attributes?[i + 1] {
        let key = String(cString: key)
        let value = String(cString: value)
        textCount += value.utf8.count
        if key == "xmlns" {
          bindings.append(("", XMLTree.usualPrefix(of: value) ?? "", depth))
        } else if key.hasPrefix("xmlns:") {
          let prefix = String(key.dropFirst(6))
          bindings.append((prefix, XMLTree.usualPrefix(of: value) ?? prefix, depth))
        } else {
          given.append((key, value))
        }
        i += 2
      }
      append(.element(name: usualName(String(cString: name)), attributes: given))
      current = Int32(nodes.count - 1)
    }

    func end() {
      flush()
      while let last = bindings.last, last.depth == depth { bindings.removeLast() }
      depth -= 1
      if current >= 0 { current = nodes[Int(current)].parent }
    }

    func text(_ text: UnsafePointer<CChar>, _ count: Int) {
      guard current >= 0 else { return }
      UnsafeRawBufferPointer(start: text, count: count).withMemoryRebound(to: UInt8.self) { pending += $0 }
      if pending.count > XMLTree.textLimit { stop() }
    }

    func flush() {
      guard !pending.isEmpty else { return }
      textCount += pending.count
      append(.text(String(decoding: pending, as: UTF8.self)))
      pending.removeAll(keepingCapacity: true)
    }

    private func append(_ kind: Node.Kind) {
      guard nodes.count < XMLTree.nodeLimit, textCount < XMLTree.textLimit else { return stop() }
      let index = Int32(nodes.count)
      nodes.append(Node(kind: kind, parent: current))
      guard current >= 0 else { return }
      let last = nodes[Int(current)].lastChild
      if last >= 0 { nodes[Int(last)].next = index } else { nodes[Int(current)].firstChild = index }
      nodes[Int(current)].lastChild = index
    }

    private func stop() {
      isOverfull = true
      XML_StopParser(parser, 0)
    }

    /// The name with the usual prefix of its namespace. A prefix that nothing declares stays.
    private func usualName(_ name: String) -> String {
      let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let (prefix, local) = parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("", name)
      let usual = bindings.last { $0.prefix == prefix }?.usual ?? prefix
      return usual.isEmpty ? local : usual + ":" + local
    }
  }

  /// Of the namespaces that say something about an article; nil for others.
  private static func usualPrefix(of namespace: String) -> String? {
    switch namespace {
    case "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
      "http://backend.userland.com/rss2", "http://purl.org/net/rss1.1#":
      ""
    // The Atom of RFC 4287 and that of before, which feeds still use.
    case "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#": "atom"
    case "http://purl.org/rss/1.0/modules/content/": "content"
    case "http://purl.org/dc/elements/1.1/": "dc"
    case "http://purl.org/dc/terms/": "dcterms"
    case "http://www.w3.org/1999/xhtml": "html"
    case "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf"
    case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss": "media"
    default: nil
    }
  }

  /// The encoding that the XML declaration names.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(200).drop { $0 != UInt8(ascii: "<") }, as: UTF8.self)
    guard head.hasPrefix("<?xml"), let name = head.prefix(while: { $0 != ">" }).firstRange(of: "encoding") else { return nil }
    let value = head[name.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }

  // MARK: - Reading

  var root: Int? { nodes.first.map { _ in 0 } }

  func name(_ node: Int) -> String? {
    if case .element(let name, _) = nodes[node].kind { return name }
    return nil
  }

  func attribute(_ node: Int, _ name: String) -> String? {
    if case .element(_, let attributes) = nodes[node].kind { return attributes.first { $0.name == name }?.value }
    return nil
  }

  func children(_ node: Int) -> [Int] {
    var children: [Int] = []
    var child = nodes[node].firstChild
    while child >= 0 {
      children.append(Int(child))
      child = nodes[Int(child)].next
    }
    return children
  }

  /// Child elements of a name.
  func children(_ node: Int, named name: String) -> [Int] { children(node).filter { self.name($0) == name } }

  /// All text below a node.
  func text(_ node: Int) -> String {
    var text = ""
    walk(node) { event in if case .text(let part) = event { text += part } }
    return text
  }

  /// What lies in a node as HTML: names without prefixes, text and attributes escaped, void elements without end tags.
  func html(in node: Int) -> String {
    var html = ""
    walk(node) { event in
      switch event {
      case .text(let part): HTMLEscape.append(part, to: &html)
      case .start(let element):
        guard element != node, case .element(let name, let attributes) = nodes[element].kind else { return }
        html += "<" + Self.local(name)
        for (key, value) in attributes where !key.contains(":") {
          html += " \(key)=\""
          HTMLEscape.append(value, to: &html)
          html += "\""
        }
        html += ">"
      case .end(let element):
        guard element != node, let name = name(element), !Self.void.contains(Self.local(name)) else { return }
        html += "</\(Self.local(name))>"
      }
    }
    return html
  }

  private static func local(_ name: String) -> String { name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  enum Event {
    case start(Int)
    case end(Int)
    case text(String)
  }

  /// The subtree in document order, without recursion.
  func walk(_ top: Int, _ visit: (Event) -> Void) {
    var node = top
    while true {
      if case .text(let text) = nodes[node].kind { visit(.text(text)) } else { visit(.start(node)) }
      if nodes[node].firstChild >= 0 {
        node = Int(nodes[node].firstChild)
        continue
      }
      while true {
        if case .element = nodes[node].kind { visit(.end(node)) }
        if node == top { return }
        if nodes[node].next >= 0 {
          node = Int(nodes[node].next)
          break
        }
        node = Int(nodes[node].parent)
      }
    }
  }
}

/// Text into HTML.
enum HTMLEscape {
  static func append(_ text: String, to html: inout String) {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x26: out += "&amp;".utf8
      case 0x3c: out += "&lt;".utf8
      case 0x3e: out += "&gt;".utf8
      case 0x22: out += "&quot;".utf8
      default: out.append(byte)
      }
    }
    html += String(decoding: out, as: UTF8.self)
  }

  static func escaped(_ text: String) -> String {
    var html = ""
    append(text, to: &html)
    return html
  }
}

/// Repairs of what feeds get wrong most often, for a second reading of a document that is not well-formed.
enum XMLRepair {
  /// Outside CDATA sections: a `&` that begins no reference of XML becomes `&amp;`, as does that of HTML's named references, which
  /// are then resolved with the HTML around them. Everywhere: white space before the XML declaration and characters that XML
  /// forbids are left out. Nil if the bytes are not UTF-8. Cost: linear.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    var i = bytes.firstIndex { $0 == UInt8(ascii: "<") } ?? 0
    var isData = false
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case 0x3c where !isData && bytes[i...].starts(with: "<![CDATA[".utf8): isData = true
      case 0x5d where isData && bytes[i...].starts(with: "]]>".utf8): isData = false
      case 0x26 where !isData && !isReference(bytes, at: i):
        out += "&amp;".utf8
        i += 1
        continue
      case 0..<0x09, 0x0b, 0x0c, 0x0e..<0x20:
        i += 1
        continue
      default: break
      }
      out.append(byte)
      i += 1
    }
    return out
  }

  private static func isReference(_ bytes: [UInt8], at i: Int) -> Bool {
    guard let end = bytes[(i + 1)...].prefix(12).firstIndex(of: 0x3b), end > i + 1 else { return false }
    let name = bytes[(i + 1)..<end]
    if name.first == 0x23 {
      let digits = name.dropFirst()
      if digits.first == 0x78 {
        return digits.count > 1 && digits.dropFirst().allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
      }
      return !digits.isEmpty && digits.allSatisfy { $0 &- 0x30 < 10 }
    }
    return ["amp", "lt", "gt", "quot", "apos"].contains { name.elementsEqual($0.utf8) }
  }
}
