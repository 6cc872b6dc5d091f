import CCMark

/// A document parsed by cmark; owns the C tree. No pointer leaves this file.
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer?

  /// Parses with cmark's defaults: no smart punctuation, no source positions in the output, safe.
  init(_ source: String) {
    root = NestingGuard.guarding(source) { bytes in
      cmark_parse_document(bytes.baseAddress, bytes.count, CMARK_OPT_DEFAULT)
    }
  }

  deinit {
    if let root { cmark_node_free(root) }
  }

  // MARK: HTML

  /// Deeper than this, unsafe links keep their (empty) element: moving a node costs cmark a walk to the root.
  private static let unwrappingDepth = 100

  /// Takes out raw HTML, and links and images whose address is not allowed; their text stays.
  func makeSafe() {
    guard let root, let iterator = cmark_iter_new(root) else { return }
    var unsafe: [(node: OpaquePointer, depth: Int)] = []
    var depth = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if event == CMARK_EVENT_EXIT {
        depth -= 1
        continue
      }
      switch type {
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: unsafe.append((node, depth))
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK,
        CMARK_NODE_THEMATIC_BREAK:
        break
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if !Address.isAllowed(cmark_node_get_url(node), image: type == CMARK_NODE_IMAGE) { unsafe.append((node, depth)) }
        depth += 1
      default: depth += 1
      }
    }
    cmark_iter_free(iterator)
    for (node, depth) in unsafe {
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE {
        guard depth <= Self.unwrappingDepth else {
          cmark_node_set_url(node, "")
          continue
        }
        while let child = cmark_node_first_child(node), cmark_node_insert_before(node, child) == 1 {}
      }
      let parent = cmark_node_parent(node)
      cmark_node_unlink(node)
      cmark_node_free(node)
      if let parent, cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH, cmark_node_first_child(parent) == nil {
        cmark_node_unlink(parent)
        cmark_node_free(parent)
      }
    }
  }

  /// Whether the document is one paragraph.
  var isParagraph: Bool {
    guard let root, let child = cmark_node_first_child(root) else { return false }
    return cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH && cmark_node_next(child) == nil
  }

  /// Hands over the HTML that cmark renders, which is only valid during the call.
  func withHTML<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let root, let html = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    let count = ccmark_length(html)
    return html.withMemoryRebound(to: UInt8.self, capacity: count) { body(UnsafeBufferPointer(start: $0, count: count)) }
  }

  // MARK: Blocks

  func blocks() -> [MarkdownBlock] {
    guard let root, let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var blocks: [MarkdownBlock] = []
    var open: [Int] = []
    var images = 0
    var emphases = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return blocks }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let isEntry = event == CMARK_EVENT_ENTER
      let type = cmark_node_get_type(node)
      switch type {
      case CMARK_NODE_DOCUMENT: break
      case CMARK_NODE_IMAGE:
        images += isEntry ? 1 : -1
        if isEntry, let current = open.last { blocks[current].hasImage = true }
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG: emphases += isEntry ? 1 : -1
      case CMARK_NODE_LINK, CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_INLINE: break
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        if images == 0, let current = open.last { blocks[current].text += "\n" }
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        guard images == 0, let current = open.last, let literal = cmark_node_get_literal(node) else { continue }
        let text = String(cString: literal)
        blocks[current].text += text
        if emphases == 0, text.utf8.contains(where: { $0 > 0x20 }) { blocks[current].isEmphasis = false }
      case CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
        var block = block(node, type, parent: open.last, depth: open.count)
        if let literal = cmark_node_get_literal(node) { block.text = String(cString: literal) }
        block.isEmphasis = false
        blocks.append(block)
      default:
        if isEntry {
          blocks.append(block(node, type, parent: open.last, depth: open.count))
          open.append(blocks.count - 1)
        } else if let current = open.popLast(), blocks[current].text.isEmpty {
          blocks[current].isEmphasis = false
        }
      }
    }
  }

  private func block(_ node: OpaquePointer, _ type: cmark_node_type, parent: Int?, depth: Int) -> MarkdownBlock {
    let kind: MarkdownBlock.Kind =
      switch type {
      case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_LIST:
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? .orderedList(start: Int(cmark_node_get_list_start(node))) : .bulletList
      case CMARK_NODE_ITEM: .listItem
      case CMARK_NODE_CODE_BLOCK: .code(language: Self.language(cmark_node_get_fence_info(node)))
      case CMARK_NODE_HTML_BLOCK: .html
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      default: .paragraph
      }
    let start = Int(cmark_node_get_start_line(node))
    return MarkdownBlock(
      kind: kind, startLine: start, endLine: max(start, Int(cmark_node_get_end_line(node))), text: "", parent: parent, depth: depth)
  }

  private static func language(_ info: UnsafePointer<CChar>?) -> String? {
    guard let info else { return nil }
    let word = String(cString: info).split(whereSeparator: { $0 == " " || $0 == "\t" }).first
    return word.map(String.init)
  }
}

/// Which addresses links and images may have.
enum Address {
  /// Whether an address is relative or has a harmless scheme: `http`, `https`, and for links `mailto` and `tel`.
  ///
  /// Reads the scheme as browsers do, which skip control characters and blanks before it, and tabs and line breaks in it.
  /// The address is what cmark made of the source: entities and backslashes are already resolved.
  static func isAllowed(_ address: UnsafePointer<CChar>?, image: Bool) -> Bool {
    guard let address else { return true }
    var scheme: [UInt8] = []
    var index = 0
    while address[index] != 0 {
      let byte = UInt8(bitPattern: address[index])
      index += 1
      switch byte {
      case 0x09, 0x0a, 0x0d: continue
      case 0x00...0x20 where scheme.isEmpty: continue
      case 0x41...0x5a, 0x61...0x7a: scheme.append(byte | 0x20)
      case 0x30...0x39, 0x2b, 0x2d, 0x2e: if scheme.isEmpty { return true } else { scheme.append(byte) }
      case 0x3a:
        switch String(decoding: scheme, as: UTF8.self) {
        case "", "http", "https": return true
        case "mailto", "tel": return !image
        default: return false
        }
      default: return true
      }
    }
    return true
  }
}
