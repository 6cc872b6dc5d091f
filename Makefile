# `make site` builds the program and the site; `make test` is what CI runs.
.PHONY: site test check bench format packages build

SWIFT ?= swift
BUILD = $(SWIFT) build -c release --static-swift-stdlib
DIGEST = .build/release/digest
# C libraries by their pkg-config names, and the Debian packages that bring them.
LIBRARIES = libcmark gumbo uchardet zlib expat
PACKAGES = pkg-config libcmark-dev libgumbo-dev libuchardet-dev zlib1g-dev libexpat1-dev

site: build
	$(DIGEST) build

build: packages
	$(BUILD) --product digest

# Installs the C libraries where they are missing and apt can.
packages:
	@pkg-config --exists $(LIBRARIES) 2>/dev/null || { \
	  command -v apt-get >/dev/null || { echo "install $(PACKAGES), or what your system calls them" >&2; exit 1; }; \
	  if [ "$$(id -u)" = 0 ]; then apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y $(PACKAGES) >/dev/null; \
	  else sudo apt-get -qq update && sudo DEBIAN_FRONTEND=noninteractive apt-get -qq install -y $(PACKAGES) >/dev/null; fi; }

test: packages check

# Everything that must hold: no warnings, the format, all tests (which build the site and compare it with site/). The tests that run
# the program go apart: their servers need the threads that long computations of other tests would keep.
check:
	@mkdir -p .build
	$(SWIFT) build --build-tests > .build/check.log 2>&1 || { cat .build/check.log; exit 1; }
	@if grep -E '(Sources|Tests|Plugins)/.*warning:' .build/check.log; then echo "build with warnings" >&2; exit 1; fi
	$(SWIFT) format lint --strict --recursive Package.swift Plugins Sources Tests
	$(SWIFT) test --skip-build --parallel --skip EndToEndTests
	$(SWIFT) test --skip-build --parallel --filter EndToEndTests

format:
	$(SWIFT) format --in-place --recursive Package.swift Plugins Sources Tests

bench: build
	Benchmarks/run
