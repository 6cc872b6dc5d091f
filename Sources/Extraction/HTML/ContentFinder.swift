import TextAnalysis

/// Finds the nodes of a page that hold the article.
///
/// After the way of the best extractors: what is surely not the article is pruned first (navigation, forms, hidden nodes, share and
/// comment boxes), then nodes that say they are the article's body are preferred, then the smallest node with most of the prose
/// (compare Barbaresi, "Trafilatura", ACL 2021 demonstrations, and Mozilla's Readability). All counts are sums over ranges of the
/// flat tree. Cost: linear.
struct ContentFinder {
  let tree: HTMLTree
  /// Nodes that are left out, with their subtrees.
  private(set) var dropped: [Bool]
  private(set) var roots: [Int] = []
  /// Bytes of prose before each node.
  private var prose: [Int32] = []

  init(_ tree: HTMLTree) {
    self.tree = tree
    dropped = [Bool](repeating: false, count: tree.nodes.count)
    prune()
    chooseRoots()
    addLead()
  }

  // MARK: - Prose

  /// Sums of prose: text of lines that are long enough to be sentences and are no links.
  private mutating func measure() {
    prose = [Int32](repeating: 0, count: tree.nodes.count + 1)
    var values = [Int32](repeating: 0, count: tree.nodes.count)
    var owner = -1
    var first = 0
    var text = 0
    var linked = 0
    var linkEnd = 0
    func close() {
      if text >= 60, linked * 2 < text { values[first] += Int32(min(text, 3000)) }
      text = 0
      linked = 0
    }
    var i = 0
    while i < tree.nodes.count {
      let node = tree.nodes[i]
      if dropped[i] {
        close()
        i = Int(node.end)
        continue
      }
      if node.tag == .text {
        var parent = Int(node.parent)
        while parent > 0, tree.nodes[parent].tag.isInline { parent = Int(tree.nodes[parent].parent) }
        if parent != owner {
          close()
          owner = parent
        }
        if text == 0 { first = i }
        var count = 0
        var blank = true
        for byte in tree.bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)] {
          let space = byte <= 0x20
          if !space || !blank { count += 1 }
          blank = space
        }
        text += count
        if i < linkEnd { linked += count }
      } else if node.tag == .a {
        linkEnd = max(linkEnd, Int(node.end))
      } else if !node.tag.isInline {
        close()
        owner = -1
      }
      i += 1
    }
    close()
    for i in values.indices { prose[i + 1] = prose[i] + values[i] }
  }

  private func proseLength(_ node: Int) -> Int { Int(prose[Int(tree.nodes[node].end)] - prose[node]) }

  // MARK: - Pruning

  private mutating func prune() {
    var candidates: [(node: Int, sure: Bool, reason: UInt64)] = []
    for i in tree.nodes.indices {
      switch tree.nodes[i].tag {
      case .head, .script, .style, .template, .svg, .math, .iframe, .object, .embed, .canvas, .button, .input, .select, .textarea, .option,
        .dialog, .video,
        .audio, .menu:
        dropped[i] = true
      case .noscript: dropped[i] = true
      case .nav, .footer: candidates.append((i, tree.nodes[i].tag == .nav, tree.nodes[i].tag == .nav ? 1 : 2))
      case .aside, .form: candidates.append((i, false, tree.nodes[i].tag == .aside ? 3 : 4))
      case .text, .document, .html, .body, .br, .hr: continue
      default:
        if isHidden(i) {
          candidates.append((i, true, 5))
        } else if let reason = furnitureReason(i) {
          candidates.append((i, false, reason))
        }
      }
    }
    measure()
    let all = max(1, Int(prose[tree.nodes.count]))
    // Boxes are not the article: those of one name may not hold most of the page's prose, alone or together.
    var sums: [UInt64: (prose: Int, end: Int)] = [:]
    for (node, _, reason) in candidates {
      var sum = sums[reason] ?? (0, 0)
      guard node >= sum.end else { continue }
      sum.prose += proseLength(node)
      sum.end = Int(tree.nodes[node].end)
      sums[reason] = sum
    }
    let body = declaredBody()
    for (node, sure, reason) in candidates {
      let length = proseLength(node)
      // Where the page says which element is its article's text, boxes beside it may be as long as they like.
      if let body, Int(tree.nodes[node].end) <= body || node >= Int(tree.nodes[body].end) {
        dropped[node] = true
        continue
      }
      let together = sums[reason]?.prose ?? 0
      // Readers may write more than the author did.
      let readers = Self.commentNames.contains(reason) && all - together >= 800
      let small = length * 10 < all * (sure ? 6 : 4) && (together * 10 < all * (sure ? 8 : 6) || all - together >= 1500)
      if length == 0 || small || readers { dropped[node] = true }
    }
    measure()
  }

  /// The longest element with the property `articleBody`, if it holds an article.
  private func declaredBody() -> Int? {
    let found = tree.nodes.indices.filter {
      !tree.nodes[$0].attributes.isEmpty && !dropped[$0] && tree.value($0, .itemprop, holds: "articlebody") && proseLength($0) >= 600
    }
    return found.max { proseLength($0) < proseLength($1) }
  }

  private func isHidden(_ i: Int) -> Bool {
    guard !tree.nodes[i].attributes.isEmpty else { return false }
    if tree.value(i, .hidden) != nil { return true }
    guard let style = tree.value(i, .style) else { return false }
    let text = style.filter { $0 > 0x20 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return text.contains(sequence: "display:none") || text.contains(sequence: "visibility:hidden")
  }

  /// What names a part of the page that is not the article: its role, or a part of its class or id; nil if nothing does.
  private func furnitureReason(_ i: Int) -> UInt64? {
    let node = tree.nodes[i]
    guard !node.attributes.isEmpty, node.tag != .article, node.tag != .main else { return nil }
    if let role = tree.string(i, .role)?.lowercased(), Self.roles.contains(role) { return 6 }
    if let value = tree.string(i, .itemprop)?.lowercased(), value == "articlebody" || value == "author" {
      return value == "author" ? 7 : nil
    }
    for name in [HTMLAttribute.class, .id, .dataComponent, .dataTest] {
      guard let value = tree.value(i, name) else { continue }
      // Names of states and of the article's own subjects say nothing about the box.
      for part in value.split(whereSeparator: { $0 <= 0x20 }) {
        if part.begins(with: "tag-") || part.begins(with: "category-") || part.begins(with: "has-") || part.begins(with: "no-")
          || part.begins(with: "with-") || part.begins(with: "is-") || part.count > 80
          // Drupal's field without a visible label.
          || part.ends(with: "label-hidden")
        {
          continue
        }
        // An anchor made of a heading's words: "related-work-of-the-commission".
        if name == .id, part.count > 20, NameParts.split(part).count > 4 { continue }
        if Self.isAuthorBox(part) { return 7 }
        if let found = Self.furnitureNames.firstMatch(part) { return found }
      }
    }
    return nil
  }

  /// "author-box", "post-author-bio".
  private static func isAuthorBox(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count >= 9, name.count <= 60 else { return false }
    let parts = NameParts.split(name)
    return parts.contains(where: authors.contains) && parts.contains(where: boxes.contains)
  }

  private static let authors = WordList("author\nauthors\nautor\nauteur")
  private static let boxes = WordList("box\nbio\ncard\nprofile\nabout\nbiography\ndescription")

  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "search", "dialog", "alertdialog", "menu", "menubar", "contentinfo", "toolbar", "tablist",
  ]

  private static let commentNames = WordList(
    """
    comment
    comments
    disqus
    """)

  /// Parts of class names and ids.
  private static let furnitureNames = NameParts(
    """
    comment
    comments
    disqus
    share
    shares
    sharing
    sharebar
    sharedaddy
    sharetools
    social
    socials
    related
    relatedposts
    recommended
    recommendation
    recommendations
    recirc
    recirculation
    newsletter
    newsletters
    subscribe
    subscription
    signup
    promo
    promos
    promotion
    sidebar
    breadcrumb
    breadcrumbs
    cookie
    cookies
    consent
    gdpr
    ad
    ads
    advert
    adverts
    advertisement
    advertising
    adsense
    adslot
    dfp
    sponsor
    sponsored
    outbrain
    taboola
    nav
    navbar
    navigation
    footer
    masthead
    popup
    modal
    lightbox
    toolbar
    tags
    taglist
    tagcloud
    widget
    widgets
    pagination
    pager
    skip
    rating
    login
    register
    toc
    trending
    popular
    mostread
    copyright
    byline
    bylines
    authorbox
    bio
    dateline
    timestamp
    breaking
    ticker
    print
    hidden
    screenreader
    offscreen
    survey
    poll
    callout
    cta
    infobox
    navbox
    metadata
    editsection
    reflist
    teaser
    teasers
    readmore
    readnext
    upnext
    follow
    donate
    donation
    membership
    banner
    mostpopular
    player
    playlist
    """)

  // MARK: - Choosing

  private mutating func chooseRoots() {
    let all = Int(prose[tree.nodes.count])
    let body = tree.nodes.firstIndex { $0.tag == .body } ?? 0
    guard all > 0 else {
      roots = [body]
      return
    }
    var best: [(node: Int, prose: Int)] = [(-1, 0), (-1, 0), (-1, 0)]
    var i = 0
    while i < tree.nodes.count {
      if dropped[i] {
        i = Int(tree.nodes[i].end)
        continue
      }
      if let level = level(of: i) {
        let length = proseLength(i)
        // Of nested candidates with the same prose the inner one.
        if length > best[level].prose
          || length == best[level].prose && length > 0 && Int(tree.nodes[max(0, best[level].node)].end) >= Int(tree.nodes[i].end)
            && level == 0
        {
          best[level] = (i, length)
        }
      }
      i += 1
    }
    for (level, share) in [(0, 40), (1, 50), (2, 60)] where best[level].node >= 0 && best[level].prose * 100 >= all * share {
      roots = level == 0 ? siblings(of: best[level].node) : [narrowed(best[level].node, 90)]
      return
    }
    if best[0].node >= 0, best[0].prose >= 600 {
      roots = siblings(of: best[0].node)
      return
    }
    if best[1].node >= 0, best[1].prose >= 600, best[1].prose * 100 >= all * 25 {
      roots = [best[1].node]
      return
    }
    roots = [narrowed(body, 75)]
  }

  /// The paragraphs between the headline and the chosen part, where they are two or more: an introduction in a box of its own. One
  /// alone is a dek.
  private mutating func addLead() {
    guard let root = roots.first,
      let headline = tree.nodes[..<root].lastIndex(where: { $0.tag == .h1 }), !dropped[headline], Int(tree.nodes[headline].end) <= root
    else { return }
    var lead: [Int] = []
    var i = Int(tree.nodes[headline].end)
    while i < root {
      if dropped[i] {
        i = Int(tree.nodes[i].end)
      } else if tree.nodes[i].tag == .p, Int(tree.nodes[i].end) <= root, proseLength(i) >= 80 {
        lead.append(i)
        i = Int(tree.nodes[i].end)
      } else {
        i += 1
      }
    }
    if lead.count >= 2 { roots = lead + roots }
  }

  /// Goes down while one child has the given share of the prose, in per cent.
  private func narrowed(_ start: Int, _ share: Int) -> Int {
    var node = start
    while true {
      let all = proseLength(node)
      guard all > 0 else { return node }
      var child = node + 1
      var next: Int?
      while child < Int(tree.nodes[node].end) {
        if !dropped[child], proseLength(child) * 100 >= all * share {
          next = child
          break
        }
        child = Int(tree.nodes[child].end)
      }
      guard let next, !tree.nodes[next].tag.isInline, tree.nodes[next].tag != .p, tree.nodes[next].tag != .li, tree.nodes[next].tag != .ul
      else { return node }
      node = next
    }
  }

  /// Pages cut the body in pieces with the same class: all of them under one parent or grandparent.
  private func siblings(of node: Int) -> [Int] {
    guard let name = tree.value(node, .class), !name.isEmpty else { return [node] }
    let parent = Int(tree.nodes[node].parent)
    let top = parent > 0 ? Int(tree.nodes[parent].parent) : parent
    guard top >= 0, tree.nodes[top].tag != .body, tree.nodes[top].tag != .html || parent > 0 else { return [node] }
    let scope = tree.nodes[top].tag == .body || tree.nodes[top].tag == .html ? parent : top
    var result: [Int] = []
    var i = scope + 1
    while i < Int(tree.nodes[scope].end) {
      if dropped[i] {
        i = Int(tree.nodes[i].end)
        continue
      }
      if tree.nodes[i].tag == tree.nodes[node].tag, tree.nodes[i].tag != .article, let other = tree.value(i, .class),
        other.elementsEqual(name), proseLength(i) > 0 || i == node
      {
        result.append(i)
        i = Int(tree.nodes[i].end)
      } else if i == node {
        result.append(i)
        i = Int(tree.nodes[i].end)
      } else {
        i += 1
      }
    }
    return result.isEmpty ? [node] : result
  }

  /// 0: says that it is the article's body; 1: an article; 2: main content.
  private func level(of i: Int) -> Int? {
    let node = tree.nodes[i]
    guard !node.tag.isInline, node.tag != .body, node.tag != .html, node.tag != .p else { return nil }
    if !node.attributes.isEmpty {
      if let property = tree.string(i, .itemprop)?.lowercased(), property.contains("articlebody") || property == "text" { return 0 }
      // RDFa, as Drupal writes it.
      if let property = tree.string(i, .property)?.lowercased(), property == "schema:text" || property == "schema:articlebody" { return 0 }
      for name in [HTMLAttribute.class, .id, .dataComponent, .dataTest] {
        guard let value = tree.value(i, name) else { continue }
        for part in value.split(whereSeparator: { $0 <= 0x20 }) where part.count <= 60 {
          if let level = Self.bodyLevel(part) { return level }
        }
      }
    }
    if node.tag == .article { return 1 }
    if node.tag == .main { return 2 }
    if let role = tree.string(i, .role)?.lowercased() {
      if role == "article" { return 1 }
      if role == "main" { return 2 }
    }
    if let id = tree.string(i, .id)?.lowercased(), id == "content" || id == "main" || id == "main-content" { return 2 }
    return nil
  }

  private static func bodyLevel(_ name: ArraySlice<UInt8>) -> Int? {
    let parts = NameParts.split(name)
    var subject = false
    var body = false
    for part in parts {
      if joined.contains(part) { return 0 }
      if bodySubjects.contains(part) { subject = true }
      if bodyWords.contains(part) { body = true }
      if notBody.contains(part) { return nil }
    }
    return subject && body ? 0 : nil
  }

  private static let joined = WordList(
    """
    articlebody
    storybody
    postbody
    entrybody
    articletext
    storytext
    articlecontent
    storycontent
    postcontent
    entrycontent
    newscontent
    articlecopy
    bodytext
    bodycopy
    articlemain
    """)
  private static let bodySubjects = WordList(
    """
    article
    field
    story
    post
    entry
    news
    blog
    artikel
    articulo
    noticia
    articolo
    beitrag
    body
    text
    rich
    single
    detail
    page
    """)
  private static let bodyWords = WordList(
    """
    body
    content
    contents
    text
    copy
    inhalt
    richtext
    paragraphs
    markdown
    cuerpo
    corps
    contenido
    """)
  private static let notBody = WordList(
    """
    wrapper
    wrap
    container
    header
    head
    title
    top
    footer
    list
    grid
    row
    meta
    teaser
    card
    related
    summary
    image
    media
    hero
    area
    holder
    """)
}

/// Names of classes and ids as word parts: `articleBody`, `article-body` and `article_body` are two parts.
struct NameParts {
  private let words: WordList

  init(_ text: StaticString) { words = WordList(text) }

  /// The first part that is in the list.
  func firstMatch(_ name: ArraySlice<UInt8>) -> UInt64? {
    let parts = Self.split(name)
    guard let found = parts.first(where: { words.contains($0) }), !parts.contains(where: Self.frames.contains) else { return nil }
    return found
  }

  /// Names of frames around everything: "layout-with-sidebar".
  private static let frames = WordList(
    """
    layout
    grid
    page
    main
    """)

  /// Keys of the parts, lower-cased.
  static func split(_ name: ArraySlice<UInt8>) -> [UInt64] {
    var result: [UInt64] = []
    var part: [UInt8] = []
    var before: UInt8 = 0
    for byte in name {
      let upper = byte &- 0x41 < 26
      let letter = upper || byte &- 0x61 < 26
      if !letter || upper && before &- 0x61 < 26 {
        if part.count > 1 { result.append(WordKey.of(String(decoding: part, as: UTF8.self))) }
        part.removeAll(keepingCapacity: true)
      }
      if letter { part.append(byte) }
      before = byte
    }
    if part.count > 1 { result.append(WordKey.of(String(decoding: part, as: UTF8.self))) }
    return result
  }
}

extension Sequence<UInt8> {
  fileprivate func begins(with sequence: StaticString) -> Bool {
    sequence.withUTF8Buffer { wanted in self.starts(with: wanted) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with sequence: StaticString) -> Bool {
    sequence.withUTF8Buffer { wanted in self.suffix(wanted.count).elementsEqual(wanted) }
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: StaticString) -> Bool {
    sequence.withUTF8Buffer { wanted in
      guard count >= wanted.count else { return false }
      for start in 0...count - wanted.count where self[start..<start + wanted.count].elementsEqual(wanted) { return true }
      return false
    }
  }
}
