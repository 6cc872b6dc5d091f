/// Logarithms without the C library, so that weights are the same on every platform.
enum Logarithm {
  /// ln x, to about twelve digits; 0 for x ≤ 0.
  ///
  /// The significand's part is the series of 2·artanh((m − 1)/(m + 1)), which converges fast between √½ and √2.
  static func natural(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return 0 }
    var significand = x.significand
    var exponent = Double(x.exponent)
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var power = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 15, by: 2) {
      sum += power / odd
      power *= square
    }
    return 2 * sum + exponent * 0.6931471805599453
  }
}
