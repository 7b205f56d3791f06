package cli

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"mahdar/text"
)

// doubled is work that says how many it was given.
func doubled(sizes *[]int) func([]int) []int {
	return func(in []int) []int {
		if sizes != nil {
			*sizes = append(*sizes, len(in))
		}
		out := make([]int, 0, len(in))
		for _, n := range in {
			out = append(out, 2*n)
		}
		return out
	}
}

func TestOrderedKeepsTheOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var got []int
		err := ordered(t.Context(), workers, 64, func(_ context.Context, emit func(int) error) error {
			for n := range 1000 {
				if err := emit(n); err != nil {
					return err
				}
			}
			return nil
		}, doubled(nil), func(n int) error { got = append(got, n); return nil })
		if err != nil || len(got) != 1000 {
			t.Fatalf("%d workers: %d results, %v", workers, len(got), err)
		}
		for i, n := range got {
			if n != 2*i {
				t.Fatalf("%d workers: result %d is %d", workers, i, n)
			}
		}
	}
}

// A worker takes what waits together, and does not wait for more where the
// articles come slowly.
func TestOrderedTakesWhatWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var sizes []int
		var late []time.Duration
		start := time.Now()
		work := doubled(&sizes)
		err := ordered(t.Context(), 1, 64, func(_ context.Context, emit func(int) error) error {
			for n := range 50 { // at once
				if err := emit(n); err != nil {
					return err
				}
			}
			time.Sleep(time.Hour)
			return emit(50)
		}, func(in []int) []int {
			time.Sleep(time.Second)
			return work(in)
		}, func(int) error { late = append(late, time.Since(start)); return nil })
		if err != nil {
			t.Fatal(err)
		}
		if most := slices.Max(sizes); most != mostTogether {
			t.Errorf("at most %d taken together: %v", most, sizes)
		}
		if late[49] > time.Minute || late[50] < time.Hour {
			t.Errorf("the 50th came after %v, the 51st after %v", late[49], late[50])
		}
	})
}

// An error ends the work, and nobody waits for ever.
func TestOrderedStops(t *testing.T) {
	full := errors.New("the disk is full")
	for _, workers := range []int{1, 3} {
		n := 0
		err := ordered(t.Context(), workers, 8, func(ctx context.Context, emit func(int) error) error {
			for n := 0; ; n++ {
				if err := emit(n); err != nil {
					return err
				}
			}
		}, doubled(nil), func(int) error {
			if n++; n == 20 {
				return full
			}
			return nil
		})
		if !errors.Is(err, full) || n != 20 {
			t.Errorf("%d workers: %v after %d", workers, err, n)
		}
	}
}

// A reader that fails on articles read together tells of each of them.
func TestReadArticlesFails(t *testing.T) {
	docs := []*text.Document{{Source: text.Source{Path: "one.txt"}, Text: "نص"}, {Source: text.Source{Path: "two.txt"}, Text: "نص"}}
	got := readArticles(docs, nil) // without words it fails
	if len(got) != 2 || got[0].err == nil || !strings.Contains(got[1].err.Error(), "two.txt") {
		t.Errorf("%+v", got)
	}
}
