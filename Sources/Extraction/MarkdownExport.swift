import Markdown
import TextAnalysis

extension Article {
  /// The story's text: paragraphs, list items, block quotes and crossheads, an empty line between them, without other furniture.
  ///
  /// Line breaks inside a paragraph become blanks; a word broken at its hyphen is put together.
  public var runningText: String {
    var result = ""
    for block in blocks where block.kind.isStory || block.kind == .crosshead {
      let text = unwrapped(block.span)
      guard !text.isEmpty else { continue }
      if !result.isEmpty { result += "\n\n" }
      result += text
    }
    return result
  }

  /// The article as Markdown: front matter with what is known, then the story. Captions are lines in emphasis; other furniture is
  /// left out. Reading it back gives the same paragraphs.
  public var markdown: String { frontMatter + "\n" + markdownBody }

  /// The Markdown of the story alone.
  public var markdownBody: String {
    var result = ""
    var last: Block.Kind?
    var lastIsRow = false
    for (i, block) in blocks.enumerated() {
      let text: String
      switch block.kind {
      case .paragraph: text = body(i)
      case .listItem: text = format == .plainText ? "- " + escaped(block.span) : body(i)
      case .blockquote: text = format == .plainText ? "> " + escaped(block.span) : body(i)
      case .crosshead: text = format == .plainText ? "## " + escaped(block.span) : body(i)
      case .caption: text = format == .plainText ? "*" + escaped(block.span) + "*" : body(i)
      default: continue
      }
      guard !text.isEmpty else { continue }
      // Items of a list and rows of a table stand on consecutive lines.
      let isRow = format != .plainText && text.utf8.first == 0x7c
      if let last { result += last == .listItem && block.kind == .listItem || isRow && lastIsRow ? "\n" : "\n\n" }
      result += text
      last = block.kind
      lastIsRow = isRow
    }
    return result.isEmpty ? "" : result + "\n"
  }

  private func body(_ i: Int) -> String {
    guard format != .plainText, markup.indices.contains(i) else { return escaped(blocks[i].span) }
    let utf8 = source.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(markup[i].start))
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: markup[i].count)], as: UTF8.self)
  }

  private var frontMatter: String {
    var lines = "---\n"
    func add(_ key: String, _ value: String?) {
      guard let value else { return }
      lines += key + ": " + Self.yaml(value) + "\n"
    }
    add("title", metadata.title)
    add("dek", metadata.dek)
    add("outlet", metadata.outlet)
    add("agency", metadata.agency)
    if metadata.authors.count == 1 {
      add("authors", metadata.authors[0])
    } else if !metadata.authors.isEmpty {
      lines += "authors: [" + metadata.authors.map(Self.yaml).joined(separator: ", ") + "]\n"
    }
    if let published = metadata.published { lines += "published: \(published)\n" }
    add("url", metadata.url)
    add("language", metadata.language)
    return lines == "---\n" ? "" : lines + "---\n"
  }

  /// A double-quoted YAML scalar; plain where every byte is a letter of ASCII or a digit.
  private static func yaml(_ value: String) -> String {
    if !value.isEmpty, value.utf8.allSatisfy({ $0 | 0x20 &- 0x61 < 26 && ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a }),
      !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(value.lowercased())
    {
      return value
    }
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private func unwrapped(_ span: TextSpan) -> String {
    let bytes = Array(string(span).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x0a || bytes[i] == 0x0d else {
        result.append(bytes[i])
        i += 1
        continue
      }
      while let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() }
      while i < bytes.count, bytes[i] == 0x0a || bytes[i] == 0x0d || bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
      let hyphen = result.count >= 2 && result[result.count - 1] == 0x2d && (result[result.count - 2] | 0x20) &- 0x61 < 26
      if !hyphen || i >= bytes.count || !((bytes[i] | 0x20) &- 0x61 < 26) { result.append(0x20) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func escaped(_ span: TextSpan) -> String {
    let text = unwrapped(span)
    // A bar would open a table in readers that know them.
    return (text.utf8.first == 0x7c ? "\\" : "") + Markdown.escape(text)
  }
}

/// What the writer of pages escapes, byte by byte: it maps each run of the text to its place in the Markdown.
enum MarkdownEscape {
  static func needsBackslash(_ byte: UInt8, before: UInt8, next: UInt8) -> Bool {
    switch byte {
    case 0x2a, 0x60, 0x5c, 0x5b, 0x5d: true
    case 0x5f: !isWord(before) || !isWord(next)
    case 0x3c: next == 0x2f || next == 0x21 || next == 0x3f || (next | 0x20) &- 0x61 < 26
    case 0x26: next == 0x23 || (next | 0x20) &- 0x61 < 26
    case 0x7e: next == 0x7e || before == 0x7e
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
