extension RandomAccessCollection where Self: Sendable, Index == Int, Element: Sendable {
  /// The results in the order of the elements, at most `width` computed at once.
  ///
  /// The one piece of concurrency of a build: as long as `transform` is a function of its element, the result does not depend on
  /// `width` or on what finishes first. With one element or width 1 nothing is scheduled.
  public func concurrentMap<Result: Sendable>(width: Int, _ transform: @escaping @Sendable (Element) async -> Result) async -> [Result] {
    guard width > 1, count > 1 else {
      var results: [Result] = []
      results.reserveCapacity(count)
      for element in self { results.append(await transform(element)) }
      return results
    }
    return await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: count)
      var next = startIndex
      func schedule() {
        let index = next
        let element = self[index]
        next += 1
        group.addTask { (index, await transform(element)) }
      }
      while next < endIndex, next - startIndex < width { schedule() }
      while let (index, result) = await group.next() {
        results[index - startIndex] = result
        if next < endIndex { schedule() }
      }
      return results.compactMap(\.self)
    }
  }
}
