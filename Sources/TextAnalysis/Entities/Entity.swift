/// A person, organisation or place of one article, after ACE's entities: what several mentions name.
public struct Entity: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case person, organization, place
  }
  public enum Gender: Sendable {
    case female, male
  }

  public var kind: Kind
  /// The fullest form found in the text, without title or honorific: "Sergey Lavrov", "State Department". Never invented.
  public var name: String
  /// Where that form stands.
  public var nameSpan: TextSpan
  /// Known from honorifics, roles, pronouns beside the name, or an unambiguous first name.
  public var gender: Gender?
  /// Descriptions that stand at its mentions, in text order: "Russian Foreign Minister", "the veteran Russian diplomat".
  public var roles: [TextSpan]
  /// Expansion ↔ acronym, "the Kremlin" ↔ Russia and the like: index of the entity it stands for, kept apart as written.
  public var metonymOf: Int?
  /// Of an organisation with a general name, the country that the text puts before it ("the UK Supreme Court", "Chile's central bank"):
  /// ``CountryWords/country(_:)``. Two of different countries are two.
  public var country: Int?

  public init(
    kind: Kind, name: String, nameSpan: TextSpan, gender: Gender? = nil, roles: [TextSpan] = [], metonymOf: Int? = nil, country: Int? = nil
  ) {
    self.kind = kind
    self.name = name
    self.nameSpan = nameSpan
    self.gender = gender
    self.roles = roles
    self.metonymOf = metonymOf
    self.country = country
  }
}

/// One naming of an entity.
public struct Mention: Sendable, Hashable {
  /// The name as it stands, without title, honorific or possessive: "Lavrov", "US", "White House".
  public var span: TextSpan
  /// Index into ``Annotations/entities``.
  public var entity: Int
  /// The name with the titles and honorifics before it ("Russian Foreign Minister Sergey Lavrov"); equals `span` if none.
  public var fullSpan: TextSpan

  public init(span: TextSpan, entity: Int, fullSpan: TextSpan? = nil) {
    self.span = span
    self.entity = entity
    self.fullSpan = fullSpan ?? span
  }
}
