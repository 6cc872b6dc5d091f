// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "digest",
  products: [
    .executable(name: "digest", targets: ["digest"]),
    .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
    .library(name: "Extraction", targets: ["Extraction"]),
    .library(name: "DigestKit", targets: ["DigestKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Language: what a text says, and where. Imports nothing; rounding needs the mathematics library.
    .target(name: "TextAnalysis", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    // Templates. Imports nothing.
    .target(name: "Mustache"),
    // Markdown to HTML and to blocks, through cmark.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(name: "Markdown", dependencies: ["CCMark"]),
    // Pages and scrapes to articles.
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CUChardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .target(
      name: "Extraction",
      dependencies: ["CGumbo", "CUChardet", "Markdown", "TextAnalysis", .product(name: "Yams", package: "Yams")]),
    // libcurl, which Foundation's networking needs, loaded by the first command that fetches anything.
    .target(name: "CCurl"),
    // System calls that Swift's C library modules lack.
    .target(name: "CSystem"),
    // Gzip members of web archives.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // XML of feeds.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // News: stories, comparison, composition, rendering, the site folder.
    .target(
      name: "DigestKit",
      dependencies: [
        "CExpat", "CSystem", "CZlib", "Extraction", "Markdown", "Mustache", "TextAnalysis", .product(name: "Yams", package: "Yams"),
      ],
      plugins: ["EmbedTheme"]),
    // Flags, terminal, preview.
    .executableTarget(
      name: "digest",
      dependencies: [
        "CCurl", "DigestKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      // Foundation's static library asks for -lcurl; the empty libcurl.a there leaves the calls to CCurl.
      linkerSettings: [.unsafeFlags(["-L\(Context.packageDirectory)/Sources/CCurl/link"], .when(platforms: [.linux]))]),
    // The default theme, from `templates/`, becomes a Swift source of DigestKit.
    .executableTarget(name: "embed-theme"),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),

    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"]),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache"], resources: [.copy("spec")]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(name: "ExtractionTests", dependencies: ["CCMark", "Extraction", "Markdown"]),
    .testTarget(name: "DigestKitTests", dependencies: ["CZlib", "DigestKit"]),
    // Runs the program: whole sites, files in and files out.
    .testTarget(
      name: "EndToEndTests", dependencies: ["digest", .product(name: "FlyingFox", package: "FlyingFox")], exclude: ["sites"]),
  ],
  swiftLanguageModes: [.v6]
)
