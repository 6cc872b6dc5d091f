import Testing

@testable import DigestKit

@Suite struct ImportNetworkTests {
  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.9", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "192.0.2.5", "198.18.0.1", "203.0.113.7", "224.0.0.1", "255.255.255.255",
  ])
  func refusesPrivateIPv4(address: String) {
    #expect(!NetworkAddress(bytes: address.split(separator: ".").compactMap { UInt8($0) }).isPublic)
  }

  @Test(arguments: ["1.1.1.1", "8.8.8.8", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "223.255.255.1"])
  func allowsPublicIPv4(address: String) {
    #expect(NetworkAddress(bytes: address.split(separator: ".").compactMap { UInt8($0) }).isPublic)
  }

  @Test(arguments: [
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),  // ::1
    ([UInt8](repeating: 0, count: 16), false),  // ::
    ([0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),  // link-local
    ([0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),  // unique local
    ([0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),  // multicast
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1], false),  // mapped
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 8, 8, 8, 8], true),
    ([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 1], false),  // NAT64
    ([0x20, 0x02, 192, 168, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),  // 6to4
    ([0x20, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),  // Teredo
    ([0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),  // documentation
    ([0x26, 0x06, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x11], true),
    ([1, 2, 3], false),
  ])
  func judgesIPv6(bytes: [UInt8], isPublic: Bool) {
    #expect(NetworkAddress(bytes: bytes).isPublic == isPublic)
  }

  private func rules(_ text: String, for robot: String = "digest") -> RobotsRules { RobotsRules(parsing: Array(text.utf8), for: robot) }

  @Test func takesTheOwnGroupBeforeTheCommonOne() {
    let rules = rules("User-agent: *\nDisallow: /\n\nUser-Agent: Digest/2.0 # us\nDisallow: /private\n")
    #expect(rules.allows("/story"))
    #expect(!rules.allows("/private/x"))
  }

  @Test func joinsGroupsAndReadsSeveralNamesOfOne() {
    let rules = rules("user-agent: a\nuser-agent: digest\ndisallow: /a\nuser-agent: b\ndisallow: /b\nuser-agent: digest\ndisallow: /c")
    #expect(["/a", "/b", "/c"].map(rules.allows) == [false, true, false])
  }

  @Test func letsTheLongestPatternDecide() {
    let rules = rules("User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /same\nAllow: /same")
    #expect(!rules.allows("/news/closed"))
    #expect(rules.allows("/news/open/1"))
    #expect(rules.allows("/same"))
  }

  @Test(arguments: [
    ("/*.pdf$", "/a/b.pdf", false), ("/*.pdf$", "/a/b.pdf?x", true), ("/a*c", "/abbbc/d", false), ("/a*c", "/abbb", true),
    ("/$", "/", false),
    ("/$", "/a", true), ("/%7Eada", "/~ada", false), ("/caf%c3%a9", "/caf%C3%A9", false), ("/café", "/caf%C3%A9", false), ("", "/a", true),
    ("/?s=", "/?s=x", false),
  ])
  func fitsPatterns(pattern: String, path: String, allowed: Bool) {
    #expect(rules("User-agent: *\nDisallow: \(pattern)").allows(path) == allowed)
  }

  @Test func allowsEverythingWithoutRules() {
    #expect(rules("").allows("/"))
    #expect(rules("<html>not found</html>").allows("/x"))
    #expect(RobotsRules.allowingAll.allows("/x"))
  }

  @Test(.timeLimit(.minutes(1))) func staysQuickOnHostilePatterns() {
    let pattern = String(repeating: "*a", count: 1000)
    let rules = rules("User-agent: *\nDisallow: /\(pattern)b\n" + String(repeating: "Disallow: /x*y\n", count: 10_000))
    #expect(rules.allows("/" + String(repeating: "a", count: 2000)))
  }
}
