PREFIX ?= /usr/local
RELEASE := -c release --static-swift-stdlib
BINARIES = $(shell swift build $(RELEASE) --show-bin-path)
CASE ?= $(firstword $(sort $(dir $(wildcard Corpus/*/IDEAL_RESPONSE.md Corpus/*/*/IDEAL_RESPONSE.md))))
DEMO := .build/demo/report.md
SHARED ?= ../shared
FACTS ?= .build/facts

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

build: toolchain ## build the release executable
	swift build $(RELEASE) --product plumbline

test: toolchain ## run all tests
	swift test

lint: toolchain ## check the formatting
	swift format lint --strict --recursive Sources Tests Package.swift

format: toolchain ## correct the formatting
	swift format --in-place --recursive Sources Tests Package.swift

record: toolchain ## rewrite the golden reports in Reports/; the run fails while recording
	RECORD=1 swift test

bench: build ## measure the throughput of each stage, and the agreement with reviewers where their reports are
	swift build $(RELEASE) --product plumbline-bench && $(BINARIES)/plumbline-bench
	@[ ! -d $(SHARED)/failbench ] || { $(SHARED)/corpus/unpack $(SHARED)/corpus/dev.jsonl.xz .build/bench/cases \
	  && $(BINARIES)/plumbline corpus report .build/bench/cases --output .build/bench/answers.jsonl \
	  && python3 $(SHARED)/failbench/failbench.py .build/bench/cases .build/bench/answers.jsonl; }

synthesis: toolchain ## check the CDK reader on apps that aws-cdk-lib (Python, Node.js) synthesizes
	python3 Tests/ReadersTests/CDK/Synthesis/apps.py .build/synthesis
	python3 Tests/ReadersTests/CDK/Synthesis/synthesize.py .build/synthesis
	PLUMBLINE_SYNTHESIS=$(CURDIR)/.build/synthesis swift test --filter SynthesisTests

facts: build ## download the pinned packages and rewrite the table of facts
	Sources/Facts/Resources/unpack-facts Sources/Facts/Resources/packages.txt $(FACTS)
	$(BINARIES)/plumbline facts import $(FACTS)/packages --output Sources/Facts/Resources/facts.txt

corpus: build ## analyse every case in Corpus/
	$(BINARIES)/plumbline corpus report Corpus

demo: build ## report on the first case in Corpus/
	@mkdir -p $(dir $(DEMO)) && $(BINARIES)/plumbline report "$(CASE)" --output $(DEMO) --quiet
	@head -n 40 $(DEMO) && echo && echo "The whole report is in $(DEMO)."

install: build ## install to PREFIX (/usr/local)
	install -D $(BINARIES)/plumbline "$(DESTDIR)$(PREFIX)/bin/plumbline"
	mkdir -p "$(DESTDIR)$(PREFIX)/share/plumbline" && rm -rf "$(DESTDIR)$(PREFIX)/share/plumbline/"*.resources
	cp -R $(BINARIES)/Plumbline_Knowledge.resources $(BINARIES)/Plumbline_Facts.resources $(BINARIES)/Plumbline_Scoring.resources \
	  "$(DESTDIR)$(PREFIX)/share/plumbline/"

clean: ## remove what was built
	swift package clean
	rm -rf .build/demo

toolchain:
	@swift --version 2>/dev/null | awk 'match($$0, /Swift version [0-9.]+/) { split(substr($$0, RSTART + 14, RLENGTH - 14), v, "."); \
	  found = v[1] > 6 || (v[1] == 6 && v[2] >= 2) } END { exit !found }' \
	  || { echo "Plumbline needs Swift 6.2 or later; install it from https://www.swift.org/install." >&2; exit 2; }

.PHONY: help build test lint format record bench facts synthesis corpus demo install clean toolchain
