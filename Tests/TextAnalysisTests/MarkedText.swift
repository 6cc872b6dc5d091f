import TextAnalysis

/// A text with marked stretches: `On ⟦2026-03-04⟧ the café closed.`
struct MarkedText {
  /// Without the marks.
  let text: String
  /// UTF-8 offsets into `text`, in order of their closing marks.
  let spans: [TextSpan]

  init(_ marked: String) {
    var text = ""
    var open: [Int] = []
    var spans: [TextSpan] = []
    for character in marked {
      switch character {
      case "⟦": open.append(text.utf8.count)
      case "⟧":
        precondition(!open.isEmpty, "closing mark without an opening one: \(marked)")
        spans.append(TextSpan(open.removeLast()..<text.utf8.count))
      default: text.append(character)
      }
    }
    precondition(open.isEmpty, "opening mark without a closing one: \(marked)")
    self.text = text
    self.spans = spans
  }

  /// The marked words.
  var strings: [String] { spans.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } }
}
