/// Markdown after [CommonMark 0.30](https://spec.commonmark.org/0.30/), through cmark.
///
/// All functions are linear in the source whatever it holds: containers nested deeper than ``nestingLimit`` and more images in a
/// paragraph than ``imageLimit`` are taken as text, because cmark's cost grows with their product.
public enum Markdown {
  /// Block quotes and lists may be nested this deep; further markers on a line are text.
  public static let nestingLimit = 32

  /// A paragraph may have this many images; the signs of further ones are text.
  public static let imageLimit = 256

  /// HTML of a document that nobody has to trust.
  ///
  /// Raw HTML is left out. Links and images keep their text and lose their address when that has another scheme than `http`,
  /// `https` or, for links, `mailto` and `tel`: `javascript:`, `data:`, `vbscript:` and `file:` among them, in whatever disguise.
  /// Quotation marks and dashes stay as they are written.
  public static func html(_ source: String) -> String {
    let tree = CMarkTree(source)
    tree.makeSafe()
    return tree.withHTML { String(decoding: $0, as: UTF8.self) }
  }

  /// ``html(_:)``, appended as UTF-8.
  public static func appendHTML(_ source: String, to output: inout [UInt8]) {
    let tree = CMarkTree(source)
    tree.makeSafe()
    tree.withHTML { output.append(contentsOf: $0) }
  }

  /// HTML of a text that stands inside a line: that of ``html(_:)`` without the paragraph around it. A text of several blocks
  /// keeps them.
  public static func inlineHTML(_ source: String) -> String {
    let tree = CMarkTree(source)
    tree.makeSafe()
    let isParagraph = tree.isParagraph
    return tree.withHTML { html in
      let inner = isParagraph ? html.dropFirst("<p>".utf8.count).dropLast("</p>\n".utf8.count) : html[...]
      return String(decoding: inner, as: UTF8.self)
    }
  }

  /// The blocks of a document in reading order, each before those inside it.
  public static func blocks(of source: String) -> [MarkdownBlock] {
    CMarkTree(source).blocks()
  }

  /// The text of a document without its marks: of each heading, paragraph and code block, with an empty line between them.
  /// Images and raw HTML are left out; soft and hard line breaks stay line breaks.
  public static func plainText(of source: String) -> String {
    var result = ""
    for block in blocks(of: source) {
      switch block.kind {
      case .heading, .paragraph, .code:
        if !result.isEmpty { result += "\n\n" }
        result += block.text
      case .html, .blockQuote, .orderedList, .bulletList, .listItem, .thematicBreak: break
      }
    }
    return result
  }
}

/// A block of a Markdown document.
public struct MarkdownBlock: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// Level 1 to 6.
    case heading(level: Int)
    case paragraph
    case blockQuote
    case bulletList
    case orderedList(start: Int)
    case listItem
    /// With the first word of a fence's info string.
    case code(language: String?)
    case html
    case thematicBreak
  }

  public var kind: Kind
  /// The first line, from 1. Lines end with `\n`, `\r\n` or `\r`. A paragraph begins with the link definitions before it.
  public var startLine: Int
  /// The last line.
  public var endLine: Int
  /// Of a heading or paragraph: its text without marks, images and raw HTML, lines separated by `\n`. Of code and HTML: as it
  /// is in the source. Empty for blocks that hold blocks.
  public var text: String
  /// The place of the block around this one in the list; `nil` at the top.
  public var parent: Int?
  /// How many blocks are around this one.
  public var depth: Int
  /// Has an image in its own lines.
  public var hasImage = false
  /// Has text, and all of it is emphasised.
  public var isEmphasis = true
}
