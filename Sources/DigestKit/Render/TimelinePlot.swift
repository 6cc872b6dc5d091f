import Mustache
import TextAnalysis

extension StoryScope {
  /// The width of the text column that the plot should fit.
  private static let plotWidth = 768

  /// The geometry of the timeline plot: a column for each date, a row for each article, a dot where the article has something of
  /// that date. Columns stand at equal distances, in order of time; bands tell background, run-up, day, aftermath and schedule.
  ///
  /// Lengths are CSS pixels. Of more than 40 dates those that most independent texts carry are kept; stories of more than 16
  /// articles have one row, with dots that grow with the number of articles. Null if there are fewer than two dates.
  func timelinePlot() -> Value {
    struct Column {
      var date: String
      var layer: TimelineEntry.Layer
      var first: String
      var texts: Int
      var articles: [Int: Int]
      var isConflict: Bool
    }
    var columns: [Column] = []
    var index: [String: Int] = [:]
    for entry in digest.timeline where !entry.mentions.isEmpty {
      let key = entry.date + entry.layer.rawValue
      let column: Int
      if let known = index[key] {
        column = known
      } else {
        column = columns.count
        index[key] = column
        columns.append(
          Column(date: entry.date, layer: entry.layer, first: entry.id, texts: 0, articles: [:], isConflict: false))
      }
      columns[column].texts = max(columns[column].texts, entry.texts)
      columns[column].isConflict = columns[column].isConflict || !entry.conflict.isEmpty
      var seen: Set<Int> = []
      for mention in entry.mentions where seen.insert(mention.passage.article).inserted {
        columns[column].articles[mention.passage.article, default: 0] += 1
      }
    }
    guard columns.count > 1 else { return .null }
    let limit = 40
    let all = columns.count
    if columns.count > limit {
      let kept = columns.indices.sorted { (-columns[$0].texts, $0) < (-columns[$1].texts, $1) }.prefix(limit)
      columns = kept.sorted().map { columns[$0] }
    }
    // One band a layer, in the order of layers.
    let order = TimelineEntry.Layer.allCases
    let ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    columns = columns.enumerated().sorted { ((ranks[$0.1.layer] ?? 0), $0.0) < ((ranks[$1.1.layer] ?? 0), $1.0) }.map(\.1)

    let hasRows = count <= 16
    let rowHeight = 26
    let top = 116
    // Letters are about 7 wide at this size.
    let left = hasRows ? 16 + 7 * (shortLabels.map { $0.unicodeScalars.count }.max() ?? 0) : 12
    let gap = 10
    let narrowest = 68
    // The last label leans over the edge.
    let overhang = 30
    let bandSizes = Dictionary(columns.map { ($0.layer, 1) }, uniquingKeysWith: +).values
    func width(_ step: Int) -> Int { bandSizes.reduce(left + overhang) { $0 + max($1 * step, narrowest) + gap } }
    // Columns come closer, down to what the slanted labels need, until the plot fits.
    var step = 34
    while step > 20, width(step) > Self.plotWidth { step -= 1 }
    let rowCount = hasRows ? count : 1
    var x = left
    var bands: [Value] = []
    var marks: [Value] = []
    var dots: [Value] = []
    var i = 0
    let bottom = top + rowCount * rowHeight
    while i < columns.count {
      var j = i
      while j < columns.count, columns[j].layer == columns[i].layer { j += 1 }
      let width = max((j - i) * step, narrowest)
      bands.append([
        "x": .int(x), "width": .int(width), "height": .int(bottom - 4), "middle": .int(x + width / 2), "bottom": .int(bottom + 18),
        "is": .flags(Flags.layer, columns[i].layer.rawValue),
      ])
      let offset = (width - (j - i) * step) / 2
      for k in i..<j {
        let column = columns[k]
        let cx = x + offset + (k - i) * step + step / 2
        marks.append([
          "x": .int(cx), "labelY": .int(top - 12), "top": .int(top - 6), "bottom": .int(bottom),
          "label": .string(DateWords.short(column.date)),
          "href": .string("#\(column.first)"), "isConflict": .bool(column.isConflict),
        ])
        if hasRows {
          for (article, number) in column.articles.sorted(by: { $0.key < $1.key }) {
            dots.append([
              "x": .int(cx), "y": .int(top + article * rowHeight + rowHeight / 2), "r": .int(min(9, 4 + number)),
              "href": .string("#\(column.first)"), "date": .string(DateWords.words(column.date)), "label": .string(shortLabels[article]),
              "count": .int(number),
            ])
          }
        } else {
          let number = column.articles.count
          dots.append([
            "x": .int(cx), "y": .int(top + rowHeight / 2), "r": .int(min(12, 3 + number)), "href": .string("#\(column.first)"),
            "date": .string(DateWords.words(column.date)), "label": .null, "count": .int(number),
          ])
        }
      }
      x += width + gap
      i = j
    }
    let rows: [Value] =
      hasRows
      ? story.articles.indices.map { article in
        [
          "y": .int(top + article * rowHeight + rowHeight / 2), "label": .string(shortLabels[article]),
          "width": .int(x - gap),
        ]
      } : []
    return [
      "width": .int(x + overhang), "height": .int(bottom + 28), "left": .int(left), "bands": .list(bands), "columns": .list(marks),
      "rows": .list(rows),
      "dots": .list(dots), "leftOut": .init(all > limit ? all - limit : nil),
    ]
  }

  /// At most so many characters, the last one an ellipsis if some had to go.
  static func clipped(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(limit - 1))) + "…"
  }
}
