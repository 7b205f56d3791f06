# The developers' targets. A user needs none of them: go run ./cmd/mahdar demo

SHELL := /bin/bash
GO ?= go
FUZZTIME ?= 10s
STATICCHECK := $(GO) tool -modfile=tools/go.mod staticcheck
# Articles with gold records, where they are at hand; the project runs without.
SHARED ?= ../shared

.PHONY: help demo build test race check fmt quality readme bench fuzz golden clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## the minutes of the invented articles
	$(GO) run ./cmd/mahdar demo

build: ## the program, as ./mahdar
	CGO_ENABLED=0 $(GO) build -trimpath -o mahdar ./cmd/mahdar

test: ## all tests
	$(GO) test ./...

race: ## all tests with the race detector (needs a C compiler)
	$(GO) test -race ./...

check: ## gofmt, go vet, staticcheck, go mod tidy
	@files=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$files" || { echo "not gofmt-ed:"; echo "$$files"; exit 1; }
	$(GO) vet ./...
	$(STATICCHECK) ./...
	$(GO) mod tidy -diff
	$(GO) -C tools mod tidy -diff

fmt: ## gofmt -w
	gofmt -w $$(git ls-files '*.go')

quality: build ## measure against gold records and write docs/quality.md
	tools/quality $(SHARED) > docs/quality.md.new && mv docs/quality.md.new docs/quality.md || { rm -f docs/quality.md.new; exit 1; }
	@cat docs/quality.md

readme: build ## put the record of one article into README.md and README.ar.md
	tools/readme

bench: ## all benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

fuzz: ## every fuzz target for FUZZTIME (10s)
	@grep -rlE '^func Fuzz' --include='*_test.go' . | xargs -n1 dirname | sort -u | while read -r dir; do \
		grep -hoE '^func Fuzz[A-Za-z0-9_]*' $$dir/*_test.go | sed 's/func //' | while read -r f; do \
			echo "$$dir $$f"; $(GO) test $$dir -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x || exit 1; done || exit 1; done

golden: ## write the golden files anew; look at the difference before committing
	$(GO) test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n1 dirname | sort -u) -update

clean: ## what was built
	rm -f mahdar
