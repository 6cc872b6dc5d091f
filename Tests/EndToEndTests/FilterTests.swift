import Foundation
import Testing

/// `annotate`, `compose`, `convert`: the contracts on standard input and output.
struct FilterTests {
  private let emoji = "👩‍🚒 Cafe\u{301} owner Zoë Müller said on Tuesday: “We saw 🔥 and ran.” About 1,200 people left on March 3, 2026."

  private func line(_ object: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
  }

  @Test func offsetsCountCodePoints() async throws {
    let outcome = try await Program.run("annotate", input: try line(["id": "é", "text": emoji, "date": "2026-03-05"]))
    #expect(outcome.status == 0)
    let annotated = try #require(outcome.objects.first)
    let scalars = Array(emoji.unicodeScalars)
    var checked = 0
    for key in ["timexes", "quotes", "entities", "figures"] {
      for item in annotated[key] as? [[String: Any]] ?? [] {
        let (start, end) = (try #require(item["start"] as? Int), try #require(item["end"] as? Int))
        let words = String(String.UnicodeScalarView(scalars[start..<end]))
        #expect(words.unicodeScalars.elementsEqual((item["text"] as? String ?? "").unicodeScalars), "\(key)")
        checked += 1
      }
    }
    #expect(checked >= 4)
    for pair in annotated["sentences"] as? [[Int]] ?? [] { #expect(pair[0] < pair[1] && pair[1] <= scalars.count) }
  }

  @Test func annotateEchoesAllButTheText() async throws {
    let input = #"{"text":"One.","x":[1,{"y":null}],"id":"b","date":"2026-03-05"}"# + "\n" + #"{"text":"Two.","id":"a"}"# + "\n"
    let lines = try await Program.run("annotate", input: input).text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"x":[1,{"y":null}],"id":"b","date":"2026-03-05","timexes":["#))
    #expect(lines[1].hasPrefix(#"{"id":"a","timexes":["#))
    let keys = Set(try #require(try await Program.run("annotate", input: input).objects.last).keys)
    #expect(keys == ["id", "timexes", "quotes", "entities", "figures", "sentences", "furniture"])
  }

  @Test func aFaultyLineIsSaidAndLeftOut() async throws {
    let input = "{\"text\":\"One.\"}\n\n{\"text\": oops}\n[]\n{\"id\":\"x\"}\n{\"text\":\"Two.\",\"date\":\"soon\"}\n{\"text\":\"Three.\"}"
    let outcome = try await Program.run("annotate", input: input)
    #expect(outcome.status == 1)
    #expect(outcome.objects.count == 2)
    let places = outcome.errors.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(places == ["<stdin>:3:10:", "<stdin>:4:1:", "<stdin>:5:1:", "<stdin>:6:1:"])
  }

  @Test func annotatesTheSameOnAnyNumberOfCores() async throws {
    let input = try (0..<300).map { try line(["id": "\($0)", "text": "\(emoji) Number \($0)."]) }.joined()
    let one = try await Program.run("annotate", "--jobs", "1", input: input)
    let two = try await Program.run("annotate", "--jobs", "2", input: input)
    #expect(one.output == two.output)
    #expect(one.objects.count == 300)
  }

  @Test func composeGroupsByStory() async throws {
    let input = try [
      line(["id": "1", "story": "b", "text": "“It took ten years,” mayor Ann Lee said on Tuesday.", "date": "2026-03-05", "outlet": "X"]),
      line(["id": "2", "story": "a", "text": "The bridge was closed.", "date": "2026-03-05"]),
      line(["id": "3", "story": "b", "text": "Ann Lee, the mayor, said: “It took ten long years.”", "date": "2026-03-05"]),
    ].joined()
    let stories = try await Program.run("compose", input: input).objects
    #expect(stories.map { ($0["story"] as? [String: Any])?["id"] as? String } == ["b", "a"])
    #expect((stories[0]["articles"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["1", "3"])
    for key in [
      "version", "story", "articles", "texts", "timeline", "quotes", "entities", "figures", "claims", "differences", "shared", "wording",
      "sourcing", "corrections",
    ] {
      #expect(stories[0][key] != nil, "\(key)")
    }
  }

  @Test func convertGivesEveryKeyOfTheContract() async throws {
    let folder = try Folder()
    try folder.write("a.md", "---\ntitle: A title\npublished: 2026-03-05\nauthors: [Ann Lee, Bo Day]\n---\n\nThe text.\n")
    try folder.write("b.txt", "A headline\n\nThe mayor opened the bridge.\n\nPhoto: Ann Lee/Agency\n")
    let outcome = try await Program.run("convert", "--json", "a.md", "missing.txt", "b.txt", in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "missing.txt: error: cannot be read: no such file or directory; left out\n")
    let objects = outcome.objects
    #expect(objects.compactMap { $0["file"] as? String } == ["a.md", "b.txt"])
    let keys: Set = [
      "file", "title", "dek", "authors", "published", "outlet", "agency", "url", "language", "markdown", "text", "furniture", "basis",
    ]
    #expect(objects.allSatisfy { Set($0.keys) == keys })
    #expect(objects[0]["title"] as? String == "A title")
    #expect(objects[0]["published"] as? String == "2026-03-05")
    #expect(objects[0]["authors"] as? [String] == ["Ann Lee", "Bo Day"])
    #expect(objects[0]["outlet"] is NSNull)
    #expect((objects[0]["text"] as? String) == "The text.")
  }

  @Test func convertReadsBackWhatItWrote() async throws {
    let folder = try Folder()
    try folder.write(
      "a.txt", "A headline\n\nThe mayor * opened _the_ bridge.\n\n1. A paragraph that looks like a list.\n\n# Not a heading, she said.\n")
    let once = try await Program.run("convert", "a.txt", in: folder.path)
    try folder.write("a.md", once.text)
    let twice = try await Program.run("convert", "a.md", in: folder.path)
    #expect(twice.text == once.text)
  }

  @Test func wrongUsageIsTwo() async throws {
    for arguments in [
      ["--wrong"], ["annotate", "--jobs", "0"], ["annotate", "--jobs", "x"], ["serve", "--port", "99999999"], ["nothing"],
    ] {
      let outcome = try await Program.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
    #expect(try await Program.run("--help").status == 0)
    #expect(try await Program.run("--version").text.split(separator: ".").count == 3)
    #expect(try await Program.run("--generate-completion-script", "bash").text.contains("digest"))
  }

  @Test func aBrokenPipeIsQuiet() async throws {
    let input = String(repeating: "{\"text\":\"A line of text that is long enough to fill the pipe.\"}\n", count: 20_000)
    let folder = try Folder()
    try folder.write("in.jsonl", input)
    let script = "\"$0\" annotate in.jsonl | head -n 1"
    let outcome = try await Program.run(["-c", script, Program.path], program: "/bin/sh", in: folder.path)
    #expect(outcome.errors == "")
    #expect(outcome.objects.count == 1)
  }

  @Test func aVeryLongLineIsRead() async throws {
    let text = String(repeating: "word ", count: 400_000)
    let outcome = try await Program.run("annotate", input: try line(["text": text]))
    #expect(outcome.status == 0)
    #expect(outcome.objects.count == 1)
  }
}
