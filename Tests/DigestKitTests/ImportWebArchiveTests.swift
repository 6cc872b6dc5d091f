import CZlib
import Testing

@testable import DigestKit

/// A gzip member, or a zlib or raw stream.
func packed(_ bytes: [UInt8], bits: Int32 = 31) -> [UInt8] {
  var stream = z_stream()
  var output = [UInt8](repeating: 0, count: bytes.count / 2 + 4096)
  deflateInit2_(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  var input = bytes
  let count = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      #expect(deflate(&stream, Z_FINISH) == Z_STREAM_END)
      return target.count - Int(stream.avail_out)
    }
  }
  deflateEnd(&stream)
  return Array(output[..<count])
}

private func record(
  _ content: [UInt8], type: String = "response", target: String = "https://example.org/seite", date: String = "2026-03-12T09:00:00Z",
  more: String = ""
) -> [UInt8] {
  Array(
    "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(target)\r\nWARC-Date: \(date)\r\n\(more)Content-Length: \(content.count)\r\n\r\n"
      .utf8)
    + content + Array("\r\n\r\n".utf8)
}

private func response(_ body: [UInt8], headers: String = "Content-Type: text/html; charset=utf-8\r\n", status: String = "200 OK") -> [UInt8]
{
  Array("HTTP/1.1 \(status)\r\n\(headers)\r\n".utf8) + body
}

private func page(_ text: String) -> [UInt8] { Array("<html><body><p>\(text)</p></body></html>".utf8) }

/// What an archive that comes in pieces holds.
private func read(_ bytes: [UInt8], piece: Int = 1000) async -> (pages: [ImportCandidate], diagnostics: [Diagnostic], others: Int) {
  var rest = bytes[...]
  var contents = ImportContents()
  let others = await ImportContents.webArchive(
    { () throws(FileError) -> [UInt8] in
      let next = Array(rest.prefix(piece))
      rest = rest.dropFirst(piece)
      return next
    }, name: "a.warc",
    take: {
      contents.candidates += $0.candidates
      contents.diagnostics += $0.diagnostics
    })
  return (contents.candidates, contents.diagnostics, others)
}

@Suite struct ImportWebArchiveTests {
  @Test(arguments: [1, 7, 1000, 1_000_000])
  func findsPagesHoweverTheFileIsCut(piece: Int) async {
    let archive =
      record(Array("software: x\r\n".utf8), type: "warcinfo") + record(response(page("Größe")))
      + record(response(Array("GIF".utf8), headers: "Content-Type: image/gif\r\n"))
      + record(response(page("Not found"), status: "404 Not Found"))
      + record(response(page("Zwei")), target: "<https://example.org/2?utm_source=x>")
    let found = await read(archive, piece: piece)
    #expect(found.pages.map(\.bytes) == [page("Größe"), page("Zwei")])
    #expect(found.pages.map(\.address) == ["https://example.org/seite", "https://example.org/2"])
    #expect(found.pages.map(\.retrieved) == ["2026-03-12T09:00:00Z", "2026-03-12T09:00:00Z"])
    #expect(found.pages.map(\.origin) == ["a.warc#2", "a.warc#5"])
    #expect(found.others == 3)
    #expect(found.diagnostics.isEmpty)
  }

  @Test func readsGzipByRecordAndAsAWhole() async {
    let (one, two) = (record(response(page("One"))), record(response(page("Two"))))
    #expect(await read(packed(one) + packed(two)).pages.map(\.bytes) == [page("One"), page("Two")])
    #expect(await read(packed(one + two), piece: 5).pages.map(\.bytes) == [page("One"), page("Two")])
    // Some archivers pad the end.
    #expect(await read(packed(one) + [0, 0, 0, 0]).diagnostics.isEmpty)
  }

  @Test func joinsChunksAndUndoesCodings() async {
    let html = page("Größe")
    let chunked =
      Array("5;x=1\r\n".utf8) + html[..<5] + Array("\r\n\(String(html.count - 5, radix: 16))\r\n".utf8) + html[5...]
      + Array("\r\n0\r\n\r\n".utf8)
    let type = "Content-Type: text/html\r\n"
    let bodies: [[UInt8]] = [
      response(chunked, headers: type + "Transfer-Encoding: chunked\r\n"),
      response(packed(html), headers: type + "Content-Encoding: gzip\r\n"),
      response(packed(html, bits: 15), headers: type + "Content-Encoding: deflate\r\n"),
      response(packed(html, bits: -15), headers: type + "Content-Encoding: deflate\r\n"),
      // Undone by the archiver already.
      response(html, headers: type + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
      response(html, headers: type + "Content-Encoding: identity\r\n"),
    ]
    let found = await read(bodies.flatMap { record($0) })
    #expect(found.pages.map(\.bytes) == Array(repeating: html, count: bodies.count))
  }

  @Test func keepsTheEncodingThatARecordsHeaderNames() async {
    let found = await read(record(response(page("One"), headers: "Content-Type: text/html;charset=windows-1251\r\n")))
    #expect(found.pages.map(\.charset) == ["windows-1251"])
  }

  @Test func saysWhatItCannotUnpack() async {
    let type = "Content-Type: text/html\r\n"
    let found = await read(
      record(response([1, 2, 3], headers: type + "Content-Encoding: br\r\n"))
        + record(response(Array(packed(page("Cut off")).dropLast(12)), headers: type + "Content-Encoding: gzip\r\n"))
        + record(response(page("Whole"))))
    #expect(found.pages.map(\.bytes) == [page("Whole")])
    #expect(
      found.diagnostics.map(\.description) == [
        "a.warc#1: error: packed by \"br\", which cannot be unpacked; left out",
        "a.warc#2: error: the compressed data are cut off; left out",
      ])
  }

  @Test func keepsWhatComesBeforeAFault() async {
    let whole = record(response(page("One")))
    let cut = await read(whole + record(response(page("Two"))).dropLast(30))
    #expect(cut.pages.count == 1)
    #expect(cut.diagnostics.map(\.message) == ["ends within record 2; the pages before that are read"])
    let garbled = await read(whole + Array("garbage\r\n\r\n".utf8))
    #expect(garbled.pages.count == 1)
    #expect(garbled.diagnostics.map(\.message) == ["no record follows record 1; the pages up to there are read"])
    #expect(await read(Array("<html>".utf8)).diagnostics.map(\.message) == ["not a web archive (WARC); left out"])
    #expect(
      await read(packed(whole).dropLast(9) + []).diagnostics.map(\.message) == [
        "the compressed data are cut off; the pages before that are read"
      ])
  }

  @Test func reportsPagesThatTheArchiveCutOff() async {
    let found = await read(record(response(page("One")), more: "WARC-Truncated: length\r\n"))
    #expect(found.pages.count == 1)
    #expect(found.diagnostics.map(\.severity) == [.warning])
  }

  @Test(.timeLimit(.minutes(1))) func refusesBombs() async {
    let blanks = [UInt8](repeating: 0x20, count: 40_000_000)
    let inner = await read(record(response(packed(blanks), headers: "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")))
    #expect(inner.pages.isEmpty)
    #expect(inner.diagnostics.first?.message == "unpacks to more than any page or archive would; left out")
    let bomb = packed(record(blanks, type: "resource"))
    let outer = await read(Array(repeating: bomb, count: 8).flatMap(\.self), piece: 65_536)
    #expect(outer.diagnostics.first?.message == "unpacks to more than any page or archive would; the pages before that are read")
  }

  @Test func passesOverLargeRecords() async {
    let large = response([UInt8](repeating: 0x78, count: 21_000_000))
    let found = await read(record(large) + record(response(page("Small"))), piece: 100_000)
    #expect(found.pages.map(\.bytes) == [page("Small")])
    #expect(found.diagnostics.map(\.message) == ["21 MB in a.warc, at most 20 MB are read; left out"])
  }

  @Test(arguments: [
    ("2026-03-12T09:00:00Z", "2026-03-12T09:00:00Z"), ("2026-03-12T09:00:00.123456Z", "2026-03-12T09:00:00Z"), ("2026-03-12", "2026-03-12"),
    ("2026-03-12T09:00:00+01:00", nil), ("2026-02-30T09:00:00Z", nil), ("2026-03-12T24:00:00Z", nil), ("20260312090000", nil), ("", nil),
  ])
  func keepsTimesInUTC(text: String, time: String?) {
    #expect(Retrieval.instant(text) == time)
  }
}
