import Mustache
import TextAnalysis

/// What the pages across stories show of one story.
struct StorySummary: Sendable {
  struct Outlet: Sendable {
    var name: String
    var articles: [Value]
  }
  struct Speaker: Sendable {
    var name: String
    var role: Value
    var quotes: [Value]
    var count: Int
  }
  var id: String
  var title: String
  var date: String?
  /// The latest day of publication, else the story's; ISO 8601.
  var updated: String
  var articleCount: Int
  var textCount: Int
  var outlets: [Outlet]
  var speakers: [Speaker]
  /// The first claims that all carry, as plain text, for feeds.
  var lines: [String]

  init(_ scope: StoryScope) throws(RenderError) {
    let digest = scope.digest
    let place = StoryScope.Place.crossStory(digest.story.id)
    id = digest.story.id
    title = digest.story.title
    date = digest.story.date.map { "\($0)" }
    let latest = digest.story.articles.compactMap { $0.article.metadata.published }.max() ?? digest.story.date
    updated = latest.map { "\($0)" } ?? "1970-01-01"
    articleCount = scope.count
    textCount = digest.texts.count

    outlets = []
    var outletIndex: [String: Int] = [:]
    for (i, article) in digest.story.articles.enumerated() {
      guard let name = article.article.metadata.outlet else { continue }
      let value = scope.articleValue(i, from: place)
      if let known = outletIndex[name] {
        outlets[known].articles.append(value)
      } else {
        outletIndex[name] = outlets.count
        outlets.append(Outlet(name: name, articles: [value]))
      }
    }

    speakers = []
    var speakerIndex: [String: Int] = [:]
    for quote in digest.quotes where !quote.variants.isEmpty {
      guard let entity = quote.entity, let index = scope.entityIndex[entity] else { continue }
      let name = digest.entities[index].name
      let speaker: Int
      if let known = speakerIndex[name] {
        speaker = known
      } else {
        speaker = speakers.count
        speakerIndex[name] = speaker
        speakers.append(Speaker(name: name, role: try scope.role(of: entity, from: place), quotes: [], count: 0))
      }
      speakers[speaker].count += 1
      // A page across many stories stays readable.
      if speakers[speaker].quotes.count < 40 { speakers[speaker].quotes.append(try scope.personQuote(quote, from: place)) }
    }
    lines = []
    for claim in digest.claims.prefix(3) {
      if let first = claim.mentions.first { lines.append(Escape.oneLine(try scope.words(first))) }
    }
  }
}

extension StoryScope {
  /// How many articles have a part of a quotation only; null for none.
  func partCount(_ quote: QuoteEntry) -> Value {
    let count = articleCount(quote.variants.map(\.passage)) - articleCount(quote.wholeVariants.map(\.passage))
    return count > 0 ? .int(count) : .null
  }

  /// A quotation on the page of its speaker.
  func personQuote(_ quote: QuoteEntry, from place: Place) throws(RenderError) -> Value {
    [
      "href": .string("\(place.story)index.html#\(quote.id)"), "passage": try value(quote.variants[0].passage, from: place),
      "articleCount": .int(articleCount(quote.variants.map(\.passage))), "textCount": .int(quote.texts),
      "partCount": partCount(quote), "isAltered": .bool(quote.variants.contains(where: \.isAltered)),
    ]
  }
}

/// The pages across stories: values and feeds.
struct SiteSummary {
  struct Listed {
    var slug: String
    var name: String
    var content: [(Record.Key, Value)]
  }
  /// Latest first.
  let stories: [StorySummary]
  let site: SiteConfiguration
  let outlets: [Listed]
  let speakers: [Listed]
  let outletIndex: [(Record.Key, Value)]
  let speakerIndex: [(Record.Key, Value)]

  init(_ unsorted: [StorySummary], site: SiteConfiguration) {
    let stories = unsorted.sorted { ($1.date ?? $1.updated, $0.title, $0.id) < ($0.date ?? $0.updated, $1.title, $1.id) }
    self.stories = stories
    self.site = site

    struct Group {
      var names: [String] = []
      var role = Value.null
      var stories: [Value] = []
      var count = 0
    }
    func sorted(_ groups: [String: Group]) -> [(slug: String, group: Group)] {
      groups.map { (slug: $0.key, group: $0.value) }.sorted { $0.slug < $1.slug }
    }
    func story(_ story: StorySummary, _ extra: [(Record.Key, Value)]) -> Value {
      .record(
        Record(
          [
            ("title", .string(story.title)), ("href", .string("../../\(Address.component(story.id))/index.html")),
            ("date", DateWords.value(story.date)),
          ] + extra))
    }

    var outletGroups: [String: Group] = [:]
    var speakerGroups: [String: Group] = [:]
    for summary in stories {
      for outlet in summary.outlets {
        var group = outletGroups[Address.slug(outlet.name)] ?? Group()
        if !group.names.contains(outlet.name) { group.names.append(outlet.name) }
        group.stories.append(story(summary, [("articles", .list(outlet.articles))]))
        group.count += outlet.articles.count
        outletGroups[Address.slug(outlet.name)] = group
      }
      for speaker in summary.speakers {
        var group = speakerGroups[Address.slug(speaker.name)] ?? Group()
        if !group.names.contains(speaker.name) { group.names.append(speaker.name) }
        if case .null = group.role { group.role = speaker.role }
        group.stories.append(
          story(
            summary,
            [
              ("quotes", .list(speaker.quotes)), ("count", .int(speaker.count)),
              ("leftOut", .init(speaker.count > speaker.quotes.count ? speaker.count - speaker.quotes.count : nil)),
            ]))
        group.count += speaker.count
        speakerGroups[Address.slug(speaker.name)] = group
      }
    }
    func listed(_ groups: [(slug: String, group: Group)], _ key: Record.Key) -> [Listed] {
      groups.map { slug, group in
        Listed(
          slug: slug, name: group.names[0],
          content: [
            (key, ["name": .string(group.names[0]), "names": .string(group.names.joined(separator: ", ")), "role": group.role]),
            ("stories", .list(group.stories)), ("count", .int(group.count)), ("storyCount", .int(group.stories.count)),
            ("severalNames", .bool(group.names.count > 1)),
          ])
      }
    }
    func index(_ groups: [(slug: String, group: Group)]) -> [Value] {
      groups.map { slug, group in
        [
          "name": .string(group.names[0]), "href": .string("\(slug)/index.html"), "count": .int(group.count),
          "storyCount": .int(group.stories.count), "role": group.role,
        ]
      }
    }
    let sortedOutlets = sorted(outletGroups)
    let sortedSpeakers = sorted(speakerGroups)
    outlets = listed(sortedOutlets, "outlet")
    speakers = listed(sortedSpeakers, "person")
    outletIndex = [("outlets", .list(index(sortedOutlets)))]
    speakerIndex = [("people", .list(index(sortedSpeakers)))]
  }

  private func value(_ story: StorySummary) -> Value {
    [
      "title": .string(story.title), "href": .string("\(Address.component(story.id))/index.html"), "date": DateWords.value(story.date),
      "articleCount": .int(story.articleCount), "textCount": .int(story.textCount), "isSingle": .bool(story.articleCount == 1),
      "outlets": .string(story.outlets.prefix(6).map(\.name).joined(separator: ", ")),
      "outletsLeftOut": .init(story.outlets.count > 6 ? story.outlets.count - 6 : nil),
    ]
  }

  var index: [(Record.Key, Value)] {
    [
      ("stories", .shown(stories.map(value), first: 50)), ("hasOutlets", .bool(!outlets.isEmpty)), ("hasPeople", .bool(!speakers.isEmpty)),
    ]
  }

  var about: [(Record.Key, Value)] {
    [
      ("storyCount", .int(stories.count)), ("articleCount", .int(stories.reduce(0) { $0 + $1.articleCount })),
      ("exampleStory", .init(stories.first.map { "../\(Address.component($0.id))/index.html" })),
    ]
  }
}
