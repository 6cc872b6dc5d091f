import Testing

@testable import DigestKit

struct WeightTests {
  /// Sets give their elements in another order on every run; what is added up over them must not show it.
  @Test func sumsOfLogarithmsDoNotDependOnTheOrder() {
    let weights = (1...2000).map { 1 + (Double(2001) / Double($0)).logarithm }
    let sum = weights.reduce(0, +)
    #expect(weights.reversed().reduce(0, +) == sum)
    #expect(weights.shuffled().reduce(0, +) == sum)
  }

  @Test(arguments: [(1.0, 0.0), (2.718281828459045, 1.0), (10.0, 2.302585092994046), (0.5, -0.6931471805599453)])
  func logarithmIsNatural(number: Double, expected: Double) {
    #expect(abs(number.logarithm - expected) < 1e-8)
  }
}
