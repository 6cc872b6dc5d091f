import Testing

@testable import TextAnalysis

private func tagged(_ text: String) -> (document: Document, entities: [Entity], mentions: [Mention]) {
  let document = Document(text)
  let (entities, mentions) = NameTagger.tag(document)
  return (document, entities, mentions)
}

/// Each mention as "words=entity name".
private func readings(_ text: String) -> [String] {
  let (document, entities, mentions) = tagged(text)
  return mentions.map { "\(document.string($0.span))=\(entities[$0.entity].name)" }
}

private func entity(_ name: String, in text: String) -> Entity? { tagged(text).entities.first { $0.name == name } }

struct DedicatedNameTests {
  @Test(
    arguments: [
      ("Union leader Phil Ní Shé spoke in Zürich.", "Phil Ní Shé", .person),
      ("“No,” said Seán Ó Ríordáin.", "Seán Ó Ríordáin", .person),
      ("Ó Searcaigh said “yes” in Zürich.", "Ó Searcaigh", .person),
      ("“No,” said Máire Mhac an tSaoi.", "Máire Mhac an tSaoi", .person),
      ("“No,” said Seamus Mac an Bhaird.", "Seamus Mac an Bhaird", .person),
      ("Christian Bale said Zürich was calm.", "Christian Bale", .person),
      ("Doctors at St Thomas' Hospital in Zürich were tired.", "St Thomas' Hospital", .organization),
      ("Then Air India said Zürich was closed.", "Air India", .organization),
      ("“No,” said Pádraig Mac Giolla Bhríde.", "Pádraig Mac Giolla Bhríde", .person),
      ("Ms Uí Mhurchú said no.", "Uí Mhurchú", .person),
      ("CJI N.V. Ramana said no in Zürich.", "N.V. Ramana", .person),
      ("Red Élan boss Christian Horner said no.", "Christian Horner", .person),
      ("“Demand is weak in Zürich,” said Art Hogan, a strategist.", "Art Hogan", .person),
      ("Lord Chief Justice Ian Burnett went to Zürich.", "Ian Burnett", .person),
      ("Alhaji Lai Mohammed and Shri Ravi Goyal met in Zürich.", "Lai Mohammed", .person),
      ("Pupils at King's School in Zürich went home.", "King's School", .organization),
      ("Queen Mary University of London moved to Zürich.", "Queen Mary University of London", .organization),
      ("Zürich heard that Prince of Wales Hospital was full.", "Prince of Wales Hospital", .organization),
      ("Doctors at St Mary's Hospital in Zürich were tired.", "St Mary's Hospital", .organization),
      ("From Zürich to King Khalid International Airport.", "King Khalid International Airport", .place),
      ("Broker Hargreaves Lansdown left Zürich.", "Hargreaves Lansdown", .organization),
      ("Broker Peel Hunt said shares in Zürich were cheap.", "Peel Hunt", .organization),
      ("Retailer Marks & Spencer said it was pleased.", "Marks & Spencer", .organization),
      ("Retailer Dunelm said sales in Zürich rose.", "Dunelm", .organization),
      ("Housebuilder Taylor Wimpey said Zürich was calm.", "Taylor Wimpey", .organization),
      ("Italy's UniCredit said Zürich was on track.", "UniCredit", .organization),
      ("FTSE 100 housebuilder Persimmon said Zürich was calm.", "Persimmon", .organization),
      ("The Verdi trade union met in Zürich. Verdi says no.", "Verdi", .organization),
      ("The Prospect union met. Prospect's Mike Clancy left Zürich.", "Mike Clancy", .person),
      ("Retailer Jane Smith, who has a shop in Zürich, said no.", "Jane Smith", .person),
      ("Queen Elizabeth said no in Zürich.", "Queen Elizabeth", .person),
    ] as [(String, String, Entity.Kind)])
  func findsTheWholeName(text: String, name: String, kind: Entity.Kind) {
    #expect(tagged(text).entities.contains { $0.name == name && $0.kind == kind }, "\(readings(text))")
  }

  @Test func aParticleIsNoGivenName() {
    #expect(entity("Zoë Ní Shé", in: "Zoë Ní Shé came. Ní Shé left.") != nil)
    #expect(readings("Zoë Ní Shé came. Ní Shé left.") == ["Zoë Ní Shé=Zoë Ní Shé", "Ní Shé=Zoë Ní Shé"])
    #expect(readings("Care Homes in Zürich closed.") == ["Zürich=Zürich"])
    #expect(readings("Mac Miller and Nic Cage met.") == ["Mac Miller=Mac Miller", "Nic Cage=Nic Cage"])
  }
}

struct CompanyAndThingTests {
  @Test(arguments: [
    ("Élan fell. “We work,” utility Duke Energy said.", "Duke Energy"),
    ("Utility Duke Energy said it was “sorry”.", "Duke Energy"),
    ("“Sales fell,” said lender Duke Street Bank.", "Duke Street Bank"),
    ("Insurer Prince Mutual said so in Zürich.", "Prince Mutual"),
    ("On Monday Duke Energy cut rates.", "Duke Energy"),
    ("Carmaker General Motors said no.", "General Motors"),
    ("Rates fell, broker L&C Mortgages said.", "L&C Mortgages"),
    ("On Monday M&S said it was pleased.", "M&S"),
    ("“We are glad,” Marks & Spencer said.", "Marks & Spencer"),
    ("Miner Rio Verde said it was sorry.", "Rio Verde"), ("Airline Viking Pacific cut jobs.", "Viking Pacific"),
    ("R&B fans left and B&Q said no.", "B&Q"),
    ("The law firm Smith & Jones won.", "Smith & Jones"),
    ("On Monday Philip Morris International fell.", "Philip Morris International"),
    ("A European Aeronautic Defence and Space Company plant closed.", "European Aeronautic Defence and Space Company"),
    ("The National Institute of Allergy and Infectious Diseases (NIAID) closed.", "National Institute of Allergy and Infectious Diseases"),
  ])
  func companiesNamesAreWhole(text: String, name: String) {
    let entities = tagged(text).entities.filter { $0.kind != .place }
    #expect(entities.map(\.name) == [name])
    #expect(entities.map(\.kind) == [.organization])
  }

  @Test(arguments: [
    "Typhoon Maria killed 12. Maria was the worst.", "Tropical Storm Fred grew; Fred was moving.", "The USS Porter sailed. Porter was hit.",
    "The MV Rena sank off Málaga's coast near MV Toba.", "HMS Queen Elizabeth left.",
    "The MV Santa Rosalia sank. A diver saw the Santa Rosalia.",
  ])
  func stormsAndShipsAreNoPeople(text: String) {
    #expect(tagged(text).entities.filter { $0.kind != .place }.map(\.name) == [])
  }

  @Test(arguments: [
    ("President Haas and his son Otto Haas came. “No,” Haas said.", ["Haas", "Otto Haas", "Haas"]),
    ("Haas’s father, Otto Haas, wept. Haas was 19. Emil Haas died there.", ["Emil Haas", "Otto Haas", "Emil Haas", "Emil Haas"]),
    ("Dwayne “The Rock” Haas won. Haas will go on.", ["Dwayne “The Rock” Haas", "Dwayne “The Rock” Haas"]),
    ("George Herbert Walker Haas died. Walker said no.", ["George Herbert Walker Haas", "Walker"]),
    ("Paul Reyes was jailed. His son, Paul, said it was unfair.", ["Paul Reyes", "Paul"]),
    ("William “Bill” Haas won. Haas will go on.", ["William “Bill” Haas", "William “Bill” Haas"]),
    ("Nguyen Phu Trong came. Trong said so.", ["Nguyen Phu Trong", "Nguyen Phu Trong"]),
    ("Edmundo González Urrutia fled. González said so.", ["Edmundo González Urrutia", "Edmundo González Urrutia"]),
    ("Ursula von der Heide came. Von der Heide said so.", ["Ursula von der Heide", "Ursula von der Heide"]),
    ("Harry Weiss and Meghan Roe left. “Harry & Meghan” is a show.", ["Harry Weiss", "Meghan Roe", "Harry Weiss", "Meghan Roe"]),
  ])
  func knowsWhomAShortNameMeans(text: String, names: [String]) {
    let (_, entities, mentions) = tagged(text)
    #expect(mentions.map { entities[$0.entity].name } == names)
  }

  @Test func lettersWithASuffixAreTheirExpansion() {
    let text = "The Nordic Aeronautic Research and Space Company NARS N.V. (NARS) fell. NARS said so."
    #expect(Set(tagged(text).entities.map(\.name)) == ["Nordic Aeronautic Research and Space Company"])
  }

  @Test func givenNamesTellWomen() {
    #expect(entity("Jovelina Aas", in: "Jovelina Aas came.")?.gender == .female)
    #expect(entity("Jovel Aas", in: "Jovel Aas said so.")?.gender == nil)
  }
}

struct NameSpanTests {
  @Test(arguments: [
    "À Genève, ⟦Russia⟧’s Deputy Foreign Minister ⟦Oleg Baranov⟧ met ⟦Marta Lindqvist⟧.",
    "The café owner said that Sen. ⟦Carl Weston⟧ (R-Wis.) had paid.",
    "“Naïve,” said Mr. ⟦Halloran⟧ on Tuesday.",
    "⟦US⟧ Secretary of State ⟦Paul Renner⟧ flew to ⟦São Paulo⟧ on Monday.",
    "The ⟦Federal Bureau of Investigation⟧ (⟦FBI⟧) raided a résumé service in ⟦Ohio⟧.",
    "A spokesman for the ⟦Ministry of Health⟧ said so in ⟦Zürich⟧ on 3 May.",
    "She met ⟦Bashar al-Haddad⟧, ⟦Ludwig van der Meer⟧ and ⟦José de la Cruz⟧.",
    "Later ⟦Kim Sang Woo⟧ and ⟦Park Jae-min⟧ shook hands.",
    "The ⟦White House⟧ denied it; the ⟦Kremlin⟧ did not.",
    "Élan cost ⟦Nordhavn Shipping Inc.⟧ its lead.",
    "The ⟦Senate Foreign Relations Committee⟧ heard Dr. ⟦Ana Ruiz-Whitcombe⟧.",
    "Shares of ⟦Goldman Sachs Group Inc.⟧ fell while ⟦Marek Dunn Jr.⟧ watched.",
    "Mrs ⟦May⟧ left in May.",
    "Élan moved ⟦Martin Weston King Jr.⟧ to sing.",
    "They flew to ⟦St. Louis⟧, then to ⟦Lake Tahoe⟧ and ⟦Orange County⟧.",
  ])
  func marksNamesWithoutTitles(marked: String) {
    let expected = MarkedText(marked)
    let (_, _, mentions) = tagged(expected.text)
    #expect(mentions.map(\.span) == expected.spans)
  }

  @Test(arguments: [
    "The Russian delegation left on Thursday, a Catholic holiday.",
    "Meanwhile, officials said the Christmas truce would hold.",
    "Police arrested two men. Critics complained. Nobody was hurt.",
    "Will they come? May I ask? Mark my words.",
    "It cost US$ 20 million, the chairman said at 10 a.m. GMT.",
    "I think the Internet is a good thing, she said.",
  ])
  func findsNoNames(text: String) {
    #expect(readings(text) == [])
  }

  @Test func fullSpanTakesTitlesAlong() {
    let (document, entities, mentions) = tagged("Vorgestern traf Russian Foreign Minister Oleg Baranov den Rest.")
    #expect(mentions.map { document.string($0.fullSpan) } == ["Russian Foreign Minister Oleg Baranov"])
    #expect(entities[0].roles.map { document.string($0) } == ["Russian Foreign Minister"])
  }

  @Test(arguments: [
    ("Marek Dunn, the chief engineer of the plant, said so.", "the chief engineer of the plant"),
    ("Marek Dunn, 45, a former minister, resigned.", "a former minister"),
    ("They called former prime minister Marek Dunn a liar.", "former prime minister"),
    ("The company's chief executive, Marek Dunn, said so.", "chief executive"),
    ("Marek Dunn — the man who ran the plant — resigned.", "the man"),
  ])
  func recordsRolesBesideNames(text: String, role: String) {
    let (document, entities, _) = tagged(text)
    #expect(entities.first?.roles.map { document.string($0) }.contains { $0.hasSuffix(role) } == true)
  }

  @Test(arguments: [
    "Marek Dunn told Ana Ruiz, officials said, to leave.",
    "After the talks with Marek Dunn, the president said he was glad.",
  ])
  func takesNoOtherSubjectForARole(text: String) {
    #expect(tagged(text).entities.allSatisfy { $0.roles.isEmpty })
  }

  @Test func readsTitlesOfArticlesByTheNamesOfTheText() {
    let text = "Halloran Says Council Must Resign After Report\n\nPeter Halloran spoke in Leeds. Halloran left."
    #expect(readings(text).first == "Halloran=Peter Halloran")
    #expect(
      readings("HALLORAN WARNS COUNCIL OF DELAY\n\nPeter Halloran spoke.") == ["HALLORAN=Peter Halloran", "Peter Halloran=Peter Halloran"])
  }

  @Test func readsANameInLowerCaseByMistake() {
    #expect(readings("President Peter halloran spoke. Later Peter Halloran left.").allSatisfy { $0.hasSuffix("=Peter Halloran") })
  }

  @Test func cutsEverySpanFromTheText() {
    let (document, entities, mentions) = tagged("Ünsal met Donald Trump. U.S. President Trump’s team left; Trump stayed.")
    for mention in mentions { #expect(mention.fullSpan.contains(mention.span)) }
    for entity in entities { #expect(document.string(entity.nameSpan) == entity.name) }
    for (a, b) in zip(mentions, mentions.dropFirst()) { #expect(a.span.end <= b.span.start) }
  }
}

struct NameJoiningTests {
  @Test func familyNameJoinsTheOnlyFullName() {
    #expect(
      readings("Zoë Halloran spoke. Halloran left. Ms. Halloran's aide stayed.") == [
        "Zoë Halloran=Zoë Halloran", "Halloran=Zoë Halloran", "Halloran=Zoë Halloran",
      ])
  }

  @Test func familyNameBeforeTheFullNameJoins() {
    #expect(readings("Mr. Halloran left. Peter Halloran is a farmer.")[0] == "Halloran=Peter Halloran")
  }

  @Test(arguments: [
    ("Sergey Lavrov met Sergey Ryabkov.", 2),
    ("Peter Halloran met Paula Halloran.", 2),
    ("Peter Halloran met Peter Halloran Jr. there.", 2),
    ("Peter Halloran met Peter Brandt.", 2),
    ("Sergey Baranov spoke. Sergei Baranov left.", 1),
    ("James Weston spoke. Jim Weston left.", 1),
    ("Bashar al-Haddad spoke. Bashar Haddad left. Al-Haddad slept.", 1),
    ("Peter Q. Halloran spoke. Peter Halloran left.", 1),
  ])
  func countsPeople(text: String, people: Int) {
    #expect(tagged(text).entities.filter { $0.kind == .person }.count == people)
  }

  @Test(arguments: [
    ("Petar Kolev was in Málaga. Mrs Koleva wept.", 2),
    ("Petar Kolev was in Málaga. Koleva, his wife, wept.", 2),
    ("Igor Lisovsky won in Orléans. Then Ms Lisovskaya won too.", 2),
    ("Petar Kolev met Vera Koleva in Málaga. Then Ms Koleva left.", 2),
    ("Petar Kolev was in Málaga. Mr Kolev wept.", 1),
  ])
  func womansFormOfAFamilyNameIsAnotherPersons(text: String, people: Int) {
    #expect(tagged(text).entities.filter { $0.kind == .person }.count == people)
  }

  @Test(arguments: [
    ("Jubilant Peter Halloran thanked Málaga.", "Peter Halloran"),
    ("Skipper Peter Halloran thanked Málaga.", "Peter Halloran"),
    ("Soaked Paula Halloran thanked Málaga.", "Paula Halloran"),
    ("Jadwiga Paula Halloran thanked Málaga.", "Jadwiga Paula Halloran"),
    ("Prudent told Málaga, and Prudent Peter Halloran thanked it.", "Prudent Peter Halloran"),
  ])
  func wordBeforeTheGivenNameIsNoPartOfIt(text: String, name: String) {
    #expect(tagged(text).entities.contains { $0.kind == .person && $0.name == name })
  }

  @Test func placeIsNotTheBodyNamedForIt() {
    #expect(
      readings("Trelvik Council met. Many in Trelvik and the people of Trelvik left.").dropFirst().allSatisfy { !$0.hasSuffix("Council") })
    #expect(readings("Trelvik Council met. Later Trelvik said no.").last == "Trelvik=Trelvik Council")
  }

  @Test(arguments: [
    ("Shares in Kelda Morne fell in Málaga. Kelda Morne said no.", "Kelda Morne", Entity.Kind.organization),
    ("The airline Kelda Morne said no. It is in Málaga.", "Kelda Morne", .organization),
    ("Kelda Morne, which grew in Málaga, said no. Later Kelda Morne said yes.", "Kelda Morne", .organization),
    ("Kelda Morne said it would close its plant in Málaga.", "Kelda Morne", .organization),
    ("Shares in Kelda Morne fell in Málaga. Kelda Morne said she was sad.", "Kelda Morne", .person),
    ("Kelda Morne, who runs an airline in Málaga, said it would close.", "Kelda Morne", .person),
    ("Kelda Morne said it was raining in Málaga.", "Kelda Morne", .person),
    ("In Málaga the pilots’ union Torvex said no. Later Torvex said yes.", "Torvex", .organization),
    ("In Málaga chip-maker Kelda Morne said no.", "Kelda Morne", .organization),
    ("In Málaga start-up Kelda Morne said no.", "Kelda Morne", .organization),
    ("In Málaga film-maker Kelda Morne said no.", "Kelda Morne", .person),
    ("In Málaga the energy regulator Torvex has said no. Torvex said yes.", "Torvex", .organization),
    ("In Málaga the water watchdog Kelda said no. Kelda spoke.", "Kelda", .organization),
    ("Kelda Morne said its factory in Málaga would open.", "Kelda Morne", .organization),
    ("Austin Price, 27, of Málaga, said no.", "Austin Price", .person),
    ("Paula Halloran, a company director in Málaga, said no.", "Paula Halloran", .person),
    ("A café closed. Then Varn Aerospace flew a plane.", "Varn Aerospace", .organization),
    ("In Málaga Gaming Minister Paula Halloran said no.", "Paula Halloran", .person),
  ])
  func companiesAreNoPeople(text: String, name: String, kind: Entity.Kind) {
    #expect(tagged(text).entities.first { $0.name == name }?.kind == kind)
  }

  @Test(arguments: [
    ("Kelda Morne told Málaga that he must go. “He lied,” she said.", Entity.Gender.female),
    ("Kelda Morne urged that he resign. “It is over in Málaga,” she said.", .female),
    ("Kelda Morne met him in Málaga.", nil),
    ("Kelda Morne cut himself in Málaga.", .male),
    ("Kelda Mornova lives in Málaga.", .female),
    ("Kelda Mornova lives in Málaga. He sings.", .male),
    ("Kelda Villanueva lives in Málaga.", nil),
  ])
  func pronounsThatMeanOthersTellNoGender(text: String, gender: Entity.Gender?) {
    #expect(tagged(text).entities.first { $0.kind == .person }?.gender == gender)
  }

  @Test func honorificChoosesAmongNamesakes() {
    let found = readings("Peter Halloran met Paula Halloran. Mrs. Halloran left. Mr. Halloran stayed.")
    #expect(found.suffix(2) == ["Halloran=Paula Halloran", "Halloran=Peter Halloran"])
  }

  @Test func ambiguousFamilyNameJoinsNobody() {
    let found = readings("Peter Halloran met Paula Halloran. Then Halloran said no.")
    #expect(found.last == "Halloran=Halloran")
  }

  @Test func familyNameStaysWithItsHolder() {
    let found = readings("Peter Halloran won. Halloran thanked his wife, Paula Halloran. Halloran then left.")
    #expect(found.last == "Halloran=Peter Halloran")
  }

  @Test(arguments: [
    "The United States and the US and the U.S. and America and the USA agreed.",
    "Russia, or the Russian Federation, agreed.",
  ])
  func joinsNamesOfOneCountry(text: String) {
    #expect(tagged(text).entities.count == 1)
  }

  @Test func joinsAcronymsWithTheirExpansions() {
    #expect(tagged("The Nordland Rescue Service (NRS) came. The NRS left.").entities.count == 1)
    #expect(tagged("The National Ferry Agency came. Later the NFA said no.").entities.count == 1)
  }

  @Test(arguments: [
    "The US Supreme Court ruled. The UK Supreme Court ruled too.", "The U.S. Court of Appeals met. The UK Court of Appeals met.",
    "The United States Air Force left. The UAE Air Force came.", "The UK Health Security Agency and India’s Health Security Agency met.",
  ])
  func keepsBodiesOfTwoCountriesApart(text: String) {
    #expect(tagged(text).entities.filter { $0.kind == .organization }.count == 2)
  }

  @Test func joinsABodyWithAndWithoutItsCountry() {
    #expect(tagged("The US Supreme Court ruled. The Supreme Court’s judges left.").entities.count { $0.kind == .organization } == 1)
  }

  @Test func joinsCompaniesWithAndWithoutSuffix() {
    #expect(tagged("Apple Inc. fell. Later Apple rose.").entities.count == 1)
  }

  @Test func keepsMetonymsApartAndLinksThem() throws {
    let (_, entities, _) = tagged("Russia said no. Moscow and the Kremlin insisted.")
    #expect(entities.map(\.name) == ["Russia", "Moscow", "Kremlin"])
    #expect(entities.map(\.metonymOf) == [nil, 0, 0])
  }

  @Test(arguments: [
    ("Mr. Halloran left.", Entity.Gender.male), ("Ms. Halloran left.", .female), ("Spokeswoman Sasha Brandt left.", .female),
    ("Maria Brandt left.", .female), ("Quorra Brandt said she was glad.", .female), ("Quorra Brandt left. He was glad.", .male),
  ])
  func tellsGender(text: String, gender: Entity.Gender) {
    #expect(tagged(text).entities.first?.gender == gender)
  }
}

struct DescriptionTests {
  private func meaning(_ phrase: String, in text: String) -> String? {
    let (document, entities, mentions) = tagged(text)
    let index = NameIndex(document, entities: entities, mentions: mentions)
    let words = Document(phrase).tokens.map(\.key)
    guard
      let start = document.tokens.indices.last(where: { i in
        i + words.count <= document.tokens.count && (0..<words.count).allSatisfy { document.tokens[i + $0].key == words[$0] }
      })
    else { return nil }
    return index.entity(forNounPhrase: start..<start + words.count, in: document).map { entities[$0].name }
  }

  private let story =
    "Russian Foreign Minister Oleg Baranov met US President Carl Weston and Vice President Ana Ruiz. The State Department and the Health Ministry helped. "

  @Test(arguments: [
    ("the Russian diplomat", "Oleg Baranov"), ("the Russian foreign minister", "Oleg Baranov"), ("the president", "Carl Weston"),
    ("the vice president", "Ana Ruiz"), ("the department", "State Department"), ("the ministry", "Health Ministry"),
  ])
  func resolvesDescriptions(phrase: String, name: String) {
    #expect(meaning(phrase, in: story + "Later \(phrase) said no.") == name)
  }

  @Test(arguments: ["the French diplomat", "the judge", "the former president", "the Ukrainian president"])
  func resolvesNothingThatContradicts(phrase: String) {
    #expect(meaning(phrase, in: story + "Later \(phrase) said no.") == nil)
  }

  @Test func resolvesNothingBeforeTheName() {
    let (document, entities, mentions) = tagged("Then President Carl Weston left.")
    let index = NameIndex(document, entities: entities, mentions: mentions)
    #expect(index.entity(forRole: WordKey.of("president"), modifiers: [], before: 0) == nil)
    #expect(index.entity(forRole: WordKey.of("president"), modifiers: [], before: 100) == 0)
  }
}

struct NameMatchTests {
  @Test(arguments: [
    ("Aleksey Morozov", "Alexei Morozov"), ("Viktor Kuznetsky", "Victor Kuznetskiy"), ("Muammar Qadhafi", "Moamer Kadhafi"),
    ("al-Haddad", "Bashar Haddad"), ("Mr. Weston", "Carl Weston"), ("Bob Weston", "Robert Weston"), ("Carl Weston", "Carl J. Weston"),
    ("T. R. Weston", "TR Weston"), ("Joe Brandt", "Joseph P. Brandt Jr."), ("Lindqvist", "Prime Minister Marta Lindqvist"),
    ("Müller", "Hans Mueller"), ("Zhang Weiming", "President Zhang"), ("Park Jae-min", "Park Jae Min"),
    ("Dr Almaz", "Almaz Tesfaye Bekele"),
    ("the Department of Transport", "Transport Department"), ("Ministry of Defence", "Russian Defense Ministry"),
    ("Nordhavn Shipping", "Nordhavn Shipping Inc."), ("Nordland Rescue Service", "NRS"), ("U.K.", "United Kingdom"),
    ("the Republic of Ireland", "Ireland"), ("World Meteorological Organisation", "World Meteorological Organization"),
  ])
  func joins(a: String, b: String) {
    #expect(NameMatch.same(a, b))
    #expect(NameMatch.same(b, a))
  }

  @Test(arguments: [
    ("Petar Kolev", "Mrs Koleva"), ("Koleva", "Petar Kolev"),
    ("Sergey Lavrov", "Sergey Ryabkov"), ("Carl Weston", "Clara Weston"), ("Mrs. Weston", "Carl Weston"),
    ("Carl Weston", "Carl Weston Jr."),
    ("Peter Hansen", "Peter Hanson"), ("Zhang Weiming", "Weiming"), ("Kim Sang Woo", "Kim Sang Hee"),
    ("George A. Weston", "George B. Weston"), ("Hamad bin Faisal", "King Faisal"),
    ("Moscow", "Russia"), ("North Korea", "South Korea"), ("Foreign Ministry", "Defense Ministry"),
    ("Russian Foreign Ministry", "Polish Foreign Ministry"),
    ("a spokesman", "a spokeswoman"), ("police", "Police Chief Anna Berg"), ("General Electric", "General Mills"), ("", "Weston"), ("", ""),
  ])
  func keepsApart(a: String, b: String) {
    #expect(!NameMatch.same(a, b))
    #expect(!NameMatch.same(b, a))
  }
}

struct EntityMergingTests {
  private func merged(_ texts: String...) -> [(name: String, articles: [Int])] {
    let articles = texts.map { text in
      let (document, entities, mentions) = tagged(text)
      return NamedEntity.all(in: document, entities: entities, mentions: mentions)
    }
    return EntityMerging.merge(articles).map { ($0.name, $0.members.map(\.article)) }
  }

  @Test func joinsSpellingsAndShortFormsAcrossArticles() {
    let found = merged("Sergey Baranov spoke.", "Sergei Baranov left. Baranov slept.", "“No,” Mr. Baranov said.")
    #expect(found.map(\.articles) == [[0, 1, 2]])
    #expect(found.map(\.name) == ["Sergey Baranov"])
  }

  @Test func neverJoinsBearersOfOneGivenName() {
    #expect(merged("Sergey Lavrov spoke.", "Sergei Ryabkov spoke.", "Sergey Kislyak spoke.").map(\.articles) == [[0], [1], [2]])
  }

  @Test func keepsBodiesOfTwoCountriesApartAcrossArticles() {
    let found = merged("The US Supreme Court ruled.", "The UK Supreme Court ruled.", "The U.S. Supreme Court was silent.")
    #expect(found.filter { $0.name.contains("Court") }.map(\.articles) == [[0, 2], [1]])
  }

  @Test func namesAGroupByAFormOfTheArticles() {
    let found = merged("Jim Weston spoke.", "James Weston spoke. James Weston left.", "Weston's aide said Mr. Weston left.")
    #expect(found.map(\.name) == ["James Weston"])
  }

  @Test func ambiguousFamilyNameStaysAlone() {
    let found = merged("Peter Halloran spoke.", "Paula Halloran spoke.", "“No,” said Halloran.")
    #expect(found.count == 3)
  }

  @Test func familyNameJoinsWhomOthersCallByIt() {
    let found = merged("Peter Halloran spoke. Halloran left.", "Paula Halloran spoke.", "“No,” said Halloran.")
    #expect(found.first { $0.name == "Peter Halloran" }?.articles == [0, 2])
  }

  @Test func keepsAKingFromHisNamesakeByFamily() {
    let found = merged("Hamad bin Faisal met reporters in Oslo on Monday.", "King Faisal met reporters in Oslo on Tuesday.")
    #expect(found.contains { $0.name.contains("Hamad") && $0.articles == [0] })
    #expect(found.contains { $0.name == "King Faisal" && $0.articles == [1] })
  }

  @Test func keepsMetonymsApart() {
    #expect(merged("Russia spoke.", "Moscow spoke.", "The Russian Federation spoke.").map(\.articles) == [[0, 2], [1]])
  }

  @Test func everyEntityIsInOneGroup() {
    let articles = ["Ana Ruiz met Carl Weston of the NFA in Leeds.", "The National Ferry Agency (NFA) fired Mr. Weston.", ""].map { text in
      let (document, entities, mentions) = tagged(text)
      return NamedEntity.all(in: document, entities: entities, mentions: mentions)
    }
    let members = EntityMerging.merge(articles).flatMap(\.members)
    #expect(Set(members).count == members.count)
    #expect(members.count == articles.reduce(0) { $0 + $1.count })
    #expect(EntityMerging.merge([]).isEmpty)
  }
}

struct NameCostTests {
  /// Hostile inputs must end; that each is linear shows in the suite's time.
  @Test(arguments: [
    String(repeating: "“", count: 300_000), String(repeating: "A ", count: 40_000), String(repeating: "Peter Halloran ", count: 5_000),
    String(repeating: "van de ", count: 10_000), String(repeating: "Ministry of ", count: 6_000), String(repeating: "X-", count: 10_000),
    String(repeating: "Mr. ", count: 15_000), String(repeating: "St. ", count: 15_000), String(repeating: "1 ", count: 40_000), "", " ",
    "É",
  ])
  func survives(text: String) {
    let (document, entities, mentions) = tagged(text)
    #expect(mentions.allSatisfy { entities.indices.contains($0.entity) && $0.span.end <= Int32(document.bytes.count) })
  }

  @Test func manyBearersOfManyNamesStayCheap() {
    var text = ""
    for i in 0..<1_500 {
      let letters = String(decoding: [UInt8(97 + i % 26), UInt8(97 + i / 26 % 26), UInt8(97 + i / 676)], as: UTF8.self)
      text += "Peter Ka\(letters)rov met Mr. Ka\(letters)rov. "
    }
    #expect(tagged(text).entities.count > 500)
  }
}
