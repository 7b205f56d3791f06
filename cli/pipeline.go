package cli

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/text"
)

// ordered runs work on what produce emits, several workers at a time, and hands
// the results to consume one at a time in the order of emission, so that what
// comes out does not depend on which worker was the faster. A worker is given as
// many as wait for one, up to its share and mostTogether; work returns as many
// results. ordered returns the first error of produce or consume and waits for all
// it has started. At most ahead items are under way, which bounds memory.
func ordered[T, R any](ctx context.Context, workers, ahead int, produce func(ctx context.Context, emit func(T) error) error, work func([]T) []R, consume func(R) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	jobs, results := make(chan job[T, R], ahead), make(chan chan R, ahead)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() { workOn(ctx, jobs, workers, work) })
	}
	wg.Go(func() {
		defer close(results)
		defer close(jobs)
		err := produce(ctx, func(v T) error {
			j := job[T, R]{v, make(chan R, 1)}
			select {
			case results <- j.out:
			case <-ctx.Done():
				return context.Cause(ctx)
			}
			jobs <- j // there is room for as many as results has
			return nil
		})
		if err != nil {
			cancel(err)
		}
	})
	for out := range results {
		r, ok := <-out
		if !ok || ctx.Err() != nil {
			continue
		}
		if err := consume(r); err != nil {
			cancel(err)
		}
	}
	wg.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// job is an item and where its result goes; closed without one where nobody
// works on it any more.
type job[T, R any] struct {
	in  T
	out chan R
}

// mostTogether is how many items a worker takes at most.
const mostTogether = 16

// workOn is one of several workers: it takes what waits, and never waits for more.
func workOn[T, R any](ctx context.Context, jobs <-chan job[T, R], workers int, work func([]T) []R) {
	var mine []job[T, R]
	var in []T
	for j := range jobs {
		mine = append(mine[:0], j)
		for range min(mostTogether-1, len(jobs)/workers) {
			select {
			case j, ok := <-jobs:
				if ok {
					mine = append(mine, j)
				}
			default:
			}
		}
		in = in[:0]
		for _, j := range mine {
			in = append(in, j.in)
		}
		if ctx.Err() != nil {
			for _, j := range mine {
				close(j.out)
			}
			continue
		}
		for i, r := range work(in) {
			mine[i].out <- r
		}
	}
}

// How many articles are under way at once. Those that are to be kept are packed,
// and more of them, so that readers go on while a transaction is written out.
const (
	readAhead = 64
	keepAhead = 256
)

// workers is how many articles are read at a time: as many as the machine has
// cores, and no more than can be under way at once.
func workers() int { return min(16, runtime.GOMAXPROCS(0)) }

// reading is one article read, or why it could not be.
type reading struct {
	doc *text.Document
	*fact.Reading
	err error
}

// readArticle reads doc. A fault of the reader is an error about this one
// article and not the end of the program.
func readArticle(doc *text.Document, lex *lexicon.Lexicon) (r reading) {
	defer func() {
		if p := recover(); p != nil {
			r = reading{doc: doc, err: fmt.Errorf("%s: the reader failed on it (%v); please report this with the article\n%s", doc.Source.Path, p, firstFrames(debug.Stack()))}
		}
	}()
	return reading{doc: doc, Reading: read.Article(doc, lex)}
}

// readArticles is readArticle of each of docs, in less time.
func readArticles(docs []*text.Document, lex *lexicon.Lexicon) []reading {
	out := make([]reading, 0, len(docs))
	if all, ok := readTogether(docs, lex); ok {
		for i, r := range all {
			out = append(out, reading{doc: docs[i], Reading: r})
		}
		return out
	}
	for _, doc := range docs {
		out = append(out, readArticle(doc, lex))
	}
	return out
}

// readTogether is read.Articles, and not ok where the reader failed on one of docs.
func readTogether(docs []*text.Document, lex *lexicon.Lexicon) (all []*fact.Reading, ok bool) {
	defer func() {
		if recover() != nil {
			all, ok = nil, false // which one it is shows when they are read one by one
		}
	}()
	return read.Articles(docs, lex), true
}

// firstFrames are the lines of a stack that say where a panic arose.
func firstFrames(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "panic(") {
			lines = lines[min(i+2, len(lines)):]
			break
		}
	}
	return strings.Join(lines[:min(6, len(lines))], "\n")
}
