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

// ordered runs work on what produce emits, several at a time, and hands the
// results to consume one at a time in the order of emission, so that what
// comes out does not depend on which worker was the faster. It returns the
// first error of produce or consume and waits for all it has started. At most
// ahead items are under way, which bounds memory.
func ordered[T, R any](ctx context.Context, workers, ahead int, produce func(ctx context.Context, emit func(T) error) error, work func(T) R, consume func(R) error) error {
	type job struct {
		in  T
		out chan R
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	jobs, results := make(chan job), make(chan chan R, ahead)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				j.out <- work(j.in)
			}
		})
	}
	wg.Go(func() {
		defer close(results)
		defer close(jobs)
		err := produce(ctx, func(v T) error {
			j := job{v, make(chan R, 1)}
			select {
			case results <- j.out:
			case <-ctx.Done():
				return context.Cause(ctx)
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				close(j.out) // nobody will work on it
				return context.Cause(ctx)
			}
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
