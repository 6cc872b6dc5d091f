// Build tool: writes the files of a folder into one Swift source.
// usage: embed-theme TEMPLATES OUTPUT
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embed-theme TEMPLATES OUTPUT\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[1]).standardizedFileURL
var paths: [String] = []
if let files = FileManager.default.enumerator(atPath: root.path) {
  for case let path as String in files {
    var isFolder: ObjCBool = false
    let full = root.appendingPathComponent(path).path
    let hidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
    if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue, !hidden { paths.append(path) }
  }
}
paths.sort()

/// A raw string literal that holds `text`: as many `#` as it takes for the text to contain no closing delimiter.
func literal(_ text: String) -> String {
  var fence = "#"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  return fence + "\"\"\"\n" + text + "\n\"\"\"" + fence
}

var source = """
  /// The files of `templates/`, sorted by path. Written by the build; edit the templates instead.
  enum DefaultTheme {
    static let files: [(path: String, text: String)] = [\n
  """
for path in paths {
  let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  source += "(path: \(literal(path)), text: \(literal(text))),\n"
}
source += "  ]\n}\n"
try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
