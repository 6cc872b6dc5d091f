import DigestKit

// `annotate` reads JSON Lines on standard input.
var number = 0
while let line = readLine() {
  number += 1
  guard !line.utf8.allSatisfy({ $0 == 0x20 }) else { continue }
  let article = try ArticleLine(parsing: line.utf8, number: number)
  print(String(decoding: AnnotateFilter.annotations(of: article).line, as: UTF8.self))
}
