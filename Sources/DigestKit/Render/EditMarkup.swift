import TextAnalysis

/// What happened to words between two versions, as flags for templates.
struct ChangeSummary: OptionSet {
  let rawValue: Int
  static let cut = ChangeSummary(rawValue: 1)
  static let insertion = ChangeSummary(rawValue: 2)
  static let deletion = ChangeSummary(rawValue: 4)
  static let substitution = ChangeSummary(rawValue: 8)
  static let spelling = ChangeSummary(rawValue: 16)
  static let punctuation = ChangeSummary(rawValue: 32)
  static let order = ChangeSummary(rawValue: 64)
}

extension StoryScope {
  /// A passage with its edits against another version marked: words it has more in `<ins>`, words it lacks in `<del>`, and
  /// what is missing at its start and end as `<span class="cut">…</span>`. Both sides are cut from their articles.
  ///
  /// Edits that lie outside the passage or overlap are left out. Punctuation is counted, not marked.
  func edited(_ passage: Passage, edits: [Edit]) throws(RenderError) -> (html: [UInt8], changes: ChangeSummary) {
    let bytes = story.articles.indices.contains(passage.article) ? story.articles[passage.article].document.bytes : []
    let checked = try self.bytes(passage)
    var out: [UInt8] = []
    out.reserveCapacity(checked.count + 128)
    var changes: ChangeSummary = []
    var position = passage.span.start
    /// Where words begin and end, without quotation marks and blanks.
    func hasWords(_ range: Range<Int32>) -> Bool {
      bytes[Int(range.lowerBound)..<Int(range.upperBound)].contains {
        $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 >= 0xc3 && $0 != 0xe2
      }
    }
    for edit in edits.sorted(by: { ($0.other.span.start, $0.base.span.start) < ($1.other.span.start, $1.base.span.start) }) {
      let place = edit.other.span
      guard edit.other.article == passage.article, place.start >= position, place.end <= passage.span.end else { continue }
      let base = try self.bytes(edit.base)
      let other = try self.bytes(edit.other)
      if edit.kind == .punctuation {
        changes.insert(.punctuation)
        continue
      }
      let isLeading = !hasWords(passage.span.start..<place.start)
      let isTrailing = !hasWords(place.end..<passage.span.end)
      Escape.html(bytes[Int(position)..<Int(place.start)], into: &out)
      position = place.end
      if other.isEmpty, isLeading || isTrailing {
        changes.insert(.cut)
        if isTrailing, out.last != 0x20 { out.append(0x20) }
        out += "<span class=\"cut\">[…]</span>"
        if isLeading { out.append(0x20) }
        continue
      }
      switch edit.kind {
      case .insertion: changes.insert(.insertion)
      case .deletion: changes.insert(.deletion)
      case .substitution: changes.insert(.substitution)
      case .spelling: changes.insert(.spelling)
      case .order: changes.insert(.order)
      case .punctuation: break
      }
      if !base.isEmpty {
        let needsBlank = other.isEmpty && Self.isWordByte(out.last) && Self.isWordByte(base.first)
        if needsBlank { out.append(0x20) }
        out += "<del>"
        Escape.html(base, into: &out)
        out += "</del>"
        let next = place.end < passage.span.end ? bytes[Int(place.end)] : 0x20
        if !other.isEmpty || !needsBlank && Self.isWordByte(base.last) && Self.isWordByte(next) { out.append(0x20) }
      }
      if !other.isEmpty {
        out += "<ins>"
        Escape.html(other, into: &out)
        out += "</ins>"
      }
    }
    Escape.html(bytes[Int(position)..<Int(passage.span.end)], into: &out)
    return (out, changes)
  }

  private static func isWordByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }
}
