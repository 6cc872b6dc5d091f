import Testing

@testable import DigestKit

struct DiagnosticTests {
  @Test func printsPlaceSeverityAndMessage() {
    #expect(Diagnostic(.error, "a.yml", line: 3, column: 7, "no").description == "a.yml:3:7: error: no")
    #expect(Diagnostic(.warning, "a.yml", line: 3, "no").description == "a.yml:3: warning: no")
    #expect(Diagnostic(.warning, "a.yml", "no").description == "a.yml: warning: no")
  }

  @Test func staysOnOneLineWithoutControlCharacters() {
    #expect(Diagnostic(.error, "a\nb", "\u{1b}[31mred").description == "a\\nb: error: \\u{1B}[31mred")
  }

  @Test func placesFaultsOfJSONLinesByCodePoint() {
    let line = Array("{\"é👍\": x}".utf8)
    let failure = #expect(throws: ArticleLine.Failure.self) { try ArticleLine(parsing: line, number: 1) }
    #expect(failure?.diagnostic(of: line, file: "<stdin>", line: 7).place == "<stdin>:7:8")
  }
}

struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 8])
  func keepsTheOrder(width: Int) async {
    let results = await Array(0..<500).concurrentMap(width: width) { number in
      if number % 7 == 0 { await Task.yield() }
      return number * 2
    }
    #expect(results == (0..<500).map { $0 * 2 })
  }
}
