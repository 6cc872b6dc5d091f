/// Names of stock market indices, so that figures of two are not compared.
public enum MarketWords {
  /// Which index a token names, if any: the same number for every name of one.
  public static func index(at i: Int, in tokens: [Token]) -> Int? {
    guard tokens[i].isWord, tokens[i].isCapitalized, let number = indices.value(tokens[i].key).map({ Int($0) }) else { return nil }
    // The FTSE 250 and the S&P 400 are others than those without a number.
    guard i + 1 < tokens.count, tokens[i + 1].isNumber, let other = siblings.value(tokens[i + 1].key) else { return number }
    return number + 100 * Int(other)
  }

  /// Whether a word tells of the beginning of a trading day (0) or of its end (1).
  public static func phase(_ token: Token) -> Int? { phases.value(token.key).map { Int($0) } }

  /// Hand-collected for this project, CC0. Names that are people's or places' too ("Russell", "Shanghai") are left out.
  private static let indices = WordTable(
    """
    ftse 1
    footsie 1
    dow 2
    djia 2
    nasdaq 3
    s&p 4
    dax 5
    cac 6
    nikkei 7
    topix 8
    seng 9
    kospi 10
    kosdaq 11
    sensex 12
    nifty 13
    stoxx 14
    ibex 15
    mib 16
    bovespa 17
    ibovespa 17
    merval 18
    rts 19
    micex 20
    moex 20
    omx 21
    asx 22
    tsx 23
    aex 24
    smi 25
    psi 26
    iseq 27
    vix 28
    taiex 29
    mdax 30
    sdax 31
    """)
  private static let siblings = WordTable(
    """
    250 1
    350 2
    400 3
    600 4
    200 5
    """)
  private static let phases = WordTable(
    """
    open 0
    opens 0
    opened 0
    opening 0
    early 0
    close 1
    closes 1
    closed 1
    closing 1
    ended 1
    finished 1
    settled 1
    """)
}
