/// Words that stand for a country in news: its name, its adjective, its people, its seat of government ("Syria", "Syrian",
/// "Damascus").
public enum CountryWords {
  /// The number of the country, or nil. Words of one country have one number; which one is of no meaning.
  ///
  /// - Parameter key: of a single word, ``Token/key``. Names of several words are not known here.
  public static func country(_ key: UInt64) -> Int? {
    let lexicon = NameLexicon.shared
    if let country = lexicon.countryOfDemonym[key] { return Int(country) }
    let entry = lexicon[key]
    guard entry.place > 0 else { return nil }
    let seat = lexicon.countryOfPlace[Int(entry.place)]
    if seat > 0 { return Int(seat) }
    return entry.flags.contains(.country) ? Int(entry.place) : nil
  }

  /// Whether a word is a role that names come with: "minister", "president", "spokeswoman".
  public static func isRole(_ key: UInt64) -> Bool { NameLexicon.shared[key].flags.contains(.role) }
}
