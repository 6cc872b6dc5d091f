/// What `digest init` writes: an invented event in an invented town, as three invented outlets might tell it.
public enum Sample {
  /// Paths below the new folder, and what the files hold.
  public static let files: [(path: String, text: String)] = [
    (
      "content/site.yml",
      """
      title: Coverage digests
      description: What several outlets published about one event, side by side.
      language: en
      # Absolute links in the feeds and the sitemap need the address that the site will have:
      # baseURL: https://example.org/digests/

      """
    ),
    (
      "content/brackwater-ferry/story.yml",
      """
      title: The Brackwater ferry runs again
      # The day of the event, and the reference date of articles that give none.
      date: 2026-03-12
      note: An invented event in an invented town. Replace this folder with a story of your own.
      articles:
        courier.txt: { outlet: Brackwater Courier, published: 2026-03-12 }
        harbour-radio.txt: { outlet: Harbour Radio, published: 2026-03-12 }
        northern-post.txt: { outlet: Northern Post, published: 2026-03-13 }

      """
    ),
    (
      "content/brackwater-ferry/courier.txt",
      """
      Ferry returns to Brackwater after 19-day strike

      The Brackwater ferry sailed again on Thursday morning, 19 days after its crews walked out over plans to cut the night service.

      About 400 people were waiting at the pier when the Marigold left for Hallow Island at 6.40 a.m., harbour master Ines Corvell said.

      “We were never against the company, we were against the dark,” said Tomas Rehn, who speaks for the crews. “An island without a night boat is an island without a doctor.”

      Under the agreement signed on Tuesday, the night service stays until at least September 2027. Two of the five evening sailings will be dropped.

      The company, Corvell Sound Lines, had said in January that the night boats lost 1.2 million crowns a year.

      Mayor Adele Fonk called the deal “a good day for both shores.”

      The strike was the longest on the route since 1987.

      """
    ),
    (
      "content/brackwater-ferry/harbour-radio.txt",
      """
      Night boat saved as ferry strike ends

      Crews of the Brackwater ferry went back to work on Thursday after almost three weeks on strike.

      Some 250 islanders crossed on the first boat, according to the company, Corvell Sound Lines.

      Under the agreement signed on Tuesday, the night service stays until at least September 2027.

      “We were never against the company,” union spokesman Tomas Rehn told Harbour Radio.

      Managing director Piet Osk said the company would “look for savings elsewhere.” He did not say where.

      The walkout began on February 21, when the company announced that the last boat would leave at 7 p.m.

      """
    ),
    (
      "content/brackwater-ferry/northern-post.txt",
      """
      Islanders cheer first boat in weeks

      By Lena Marsh

      HALLOW ISLAND — Children waved flags on the pier on Thursday as the first ferry in almost three weeks came in from Brackwater.

      “An island without a night boat is an island without a doctor,” said Tomas Rehn of the crews’ union.

      Adele Fonk, the mayor of Brackwater, called the deal “a good day for both shores.”

      Not everyone was pleased. Shopkeeper Orla Venn said the two evening sailings that fall away were “the ones that brought the customers.”

      The company had said in January that the night boats lost 1.2 million crowns a year. It will publish a new timetable on March 30.

      """
    ),
  ]

  /// Writes the sample into a folder, which may exist but must not hold a `content/` yet.
  ///
  /// - Returns: the paths of the new files.
  public static func write(into folder: String) throws(Diagnostic) -> [String] {
    let folder = folder.isEmpty ? "." : folder
    let content = FileSystem.join(folder, "content")
    var paths: [String] = []
    do throws(FileError) {
      guard try FileSystem.status(of: folder, followingLinks: true)?.kind ?? .folder == .folder else { throw .notAFolder(folder) }
      guard try FileSystem.status(of: content) == nil else { throw .taken(content) }
      for (name, text) in files {
        let path = FileSystem.join(folder, name)
        try FileSystem.makeFolders(FileSystem.parent(of: path))
        try FileSystem.create(path, Array(text.utf8))
        paths.append(path)
      }
    } catch {
      if error == .taken(content) { throw Diagnostic(.error, content, "is there already; nothing was written") }
      throw Diagnostic(.error, error.path, "the sample cannot be written: \(error.reason)")
    }
    return paths
  }
}
