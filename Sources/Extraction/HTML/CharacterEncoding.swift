import CUChardet

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Character encodings of pages: labels of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels), detection
/// by uchardet, conversion by iconv.
public enum CharacterEncoding {
  /// The Standard's name of an encoding, by one of its labels (`latin1` is `windows-1252`); nil for a label that is not known.
  public static func name(ofLabel label: String) -> String? { encodings[label.lowercased()] }

  /// The encoding that bytes tell of themselves without a guess: by a mark, as UTF-8, by the label that they declare.
  public static func stated(in bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xff, 0xfe]) { return "utf-16le" }
    if bytes.starts(with: [0xfe, 0xff]) { return "utf-16be" }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) || String(validating: bytes, as: UTF8.self) != nil { return "utf-8" }
    return declaredLabel(in: bytes).flatMap(name(ofLabel:))
  }

  /// Decodes a page: byte-order mark, the transport's label, strict UTF-8, the label the page declares, uchardet's guess,
  /// windows-1252.
  ///
  /// The order is that of the Encoding Standard and of browsers, except that UTF-8 is tried before what the page says of itself,
  /// and that a label of UTF-8 does not count for bytes of which one in a hundred is no UTF-8.
  /// - Parameters:
  ///   - transport: the label of an HTTP header, or an editor's.
  ///   - declared: a label beside the page (of a MIME part, an XML declaration), before the page's own.
  public static func decode(_ bytes: [UInt8], transport: String? = nil, declared: String? = nil) -> (utf8: [UInt8], encoding: String) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return (valid(bytes[3...]), "utf-8") }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      let name = bytes[0] == 0xff ? "UTF-16LE" : "UTF-16BE"
      return (convert(bytes[2...], from: name), name.lowercased())
    }
    if let encoding = transport.flatMap(name(ofLabel:)), encoding != "utf-8" {
      return (convert(bytes[...], from: converterName(encoding)), encoding)
    }
    if String(validating: bytes, as: UTF8.self) != nil { return (bytes, "utf-8") }
    for label in [transport, declared, declaredLabel(in: bytes)] {
      guard let label, let encoding = encodings[label.lowercased()] else { continue }
      if encoding == "utf-8" {
        // A few broken bytes do not make a page something else.
        if brokenShare(bytes) < 0.01 { return (valid(bytes[...]), "utf-8") }
        continue
      }
      return (convert(bytes[...], from: converterName(encoding)), encoding)
    }
    if let guess = detect(bytes), let encoding = encodings[guess.lowercased()], encoding != "utf-8" {
      return (convert(bytes[...], from: converterName(encoding)), encoding)
    }
    if brokenShare(bytes) < 0.001 { return (valid(bytes[...]), "utf-8") }
    return (Array(TextDecoding.windows1252(bytes).utf8), "windows-1252")
  }

  private static func valid(_ bytes: ArraySlice<UInt8>) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  /// Bytes that are no UTF-8, over all bytes.
  private static func brokenShare(_ bytes: [UInt8]) -> Double {
    var broken = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar == "\u{fffd}" { broken += 1 }
    return Double(broken) / Double(max(1, bytes.count))
  }

  /// The label in `<meta charset=…>` or `<meta http-equiv=content-type content="…; charset=…">`, or an XML declaration, among the
  /// first 4,096 bytes.
  static func declaredLabel(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    for key in ["charset=", "encoding="] {
      let pattern = Array(key.utf8)
      var i = 0
      while i + pattern.count < head.count {
        guard head[i] == pattern[0], head[i..<i + pattern.count].elementsEqual(pattern) else {
          i += 1
          continue
        }
        var j = i + pattern.count
        while j < head.count, head[j] == 0x22 || head[j] == 0x27 || head[j] == 0x20 { j += 1 }
        var end = j
        while end < head.count, end < j + 40,
          head[end] | 0x20 &- 0x61 < 26 || head[end] &- 0x30 < 10 || head[end] == 0x2d || head[end] == 0x5f || head[end] == 0x3a
        {
          end += 1
        }
        if end > j {
          let label = String(decoding: head[j..<end], as: UTF8.self)
          if encodings[label] != nil { return label }
        }
        i = j
      }
    }
    return nil
  }

  private static func detect(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let sample = bytes.prefix(200_000)
    let status = sample.withUnsafeBytes { buffer in
      buffer.bindMemory(to: CChar.self).baseAddress.map { uchardet_handle_data(detector, $0, buffer.count) } ?? 1
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let guess = String(cString: name)
    return guess.isEmpty || guess == "ASCII" ? nil : guess
  }

  /// Converts with iconv; a byte that has no meaning becomes U+FFFD. Without a converter the bytes are read as windows-1252.
  static func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
      return Array(TextDecoding.windows1252(Array(bytes)).utf8)
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var buffer = [CChar](repeating: 0, count: 65536)
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let before = left
        var failure: Int32 = 0
        let written = buffer.withUnsafeMutableBufferPointer { target in
          var out = target.baseAddress
          var room = target.count
          if iconv(converter, &next, &left, &out, &room) == Int.max || left > 0 { failure = errno }
          return target.count - room
        }
        for byte in buffer[..<written] { result.append(UInt8(bitPattern: byte)) }
        if left > 0, failure != E2BIG || left == before && written == 0 {
          result += [0xef, 0xbf, 0xbd]
          next = next.map { $0 + 1 }
          left -= 1
          iconv(converter, nil, nil, nil, nil)
        }
      }
    }
    return result
  }

  /// iconv's name where it differs from the Standard's.
  private static func converterName(_ encoding: String) -> String {
    switch encoding {
    case "shift_jis": "CP932"
    case "euc-kr": "CP949"
    case "big5": "BIG5-HKSCS"
    case "windows-874": "CP874"
    case "x-mac-cyrillic": "MAC-CYRILLIC"
    case "iso-8859-8-i": "ISO-8859-8"
    case "euc-jp": "EUC-JP-MS"
    default: encoding
    }
  }

  /// Label → name.
  private static let encodings: [String: String] = {
    var result: [String: String] = [:]
    let table: StaticString = """
      utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
      ibm866: 866 cp866 csibm866 ibm866
      iso-8859-2: csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
      iso-8859-3: csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
      iso-8859-4: csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
      iso-8859-5: csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
      iso-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
      iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
      iso-8859-8: csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual
      iso-8859-8-i: csiso88598i iso-8859-8-i logical
      iso-8859-10: csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
      iso-8859-13: iso-8859-13 iso8859-13 iso885913
      iso-8859-14: iso-8859-14 iso8859-14 iso885914
      iso-8859-15: csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
      iso-8859-16: iso-8859-16
      koi8-r: cskoi8r koi koi8 koi8-r koi8_r
      koi8-u: koi8-ru koi8-u
      macintosh: csmacintosh mac macintosh x-mac-roman
      windows-874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
      windows-1250: cp1250 windows-1250 x-cp1250
      windows-1251: cp1251 windows-1251 x-cp1251
      windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
      windows-1253: cp1253 windows-1253 x-cp1253
      windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254
      windows-1255: cp1255 windows-1255 x-cp1255
      windows-1256: cp1256 windows-1256 x-cp1256
      windows-1257: cp1257 windows-1257 x-cp1257
      windows-1258: cp1258 windows-1258 x-cp1258
      x-mac-cyrillic: x-mac-cyrillic x-mac-ukrainian mac-cyrillic
      gb18030: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030
      big5: big5 big5-hkscs cn-big5 csbig5 x-x-big5
      euc-jp: cseucpkdfmtjapanese euc-jp x-euc-jp
      iso-2022-jp: csiso2022jp iso-2022-jp
      shift_jis: csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
      euc-kr: cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 uhc
      utf-16be: unicodefffe utf-16be
      utf-16le: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le
      """
    for line in table.withUTF8Buffer({ String(decoding: $0, as: UTF8.self) }).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      for label in line[line.index(after: colon)...].split(separator: " ") { result[String(label)] = String(line[..<colon]) }
    }
    return result
  }()
}
