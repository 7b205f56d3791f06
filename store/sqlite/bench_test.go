//go:build unix

package sqlite

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"mahdar/store"
	"mahdar/store/storetest"
)

// archive is how many articles the greatest benchmark keeps: with
// -archive 100000 the one that the cost per article is held against.
var archive = flag.Int("archive", 10_000, "articles of the greatest archive of BenchmarkArchive")

// BenchmarkArchive assembles and keeps an archive of generated articles, as
// mahdar build does: two at a time are packed, and kept in their order. It
// reports articles a second over the whole (of which settle-s seconds go into
// what goes across articles) and over the last tenth, and the time that all
// processors worked for an article, without making it up.
func BenchmarkArchive(b *testing.B) {
	for _, n := range []int{1000, *archive} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				buildArchive(b, n)
			}
		})
	}
}

func buildArchive(b *testing.B, n int) {
	const commit = 16384 // as mahdar build
	db, err := Open(b.Context(), filepath.Join(b.TempDir(), "talks.db"), Create)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	const sample = 500
	began := processorTime(b)
	for i := range sample {
		storetest.Generated(i)
	}
	inventing := (processorTime(b) - began) * time.Duration(n) / sample
	pack := func(i int) *store.Parcel {
		doc, r := storetest.Generated(i)
		p, err := store.Pack(doc, r, storetest.Reader)
		if err != nil {
			b.Error(err)
		}
		return p
	}
	const packers, ahead = 2, 256 // as mahdar build
	var lines [packers]chan *store.Parcel
	for k := range lines {
		lines[k] = make(chan *store.Parcel, ahead/packers)
		go func() {
			for i := k; i < n; i += packers {
				lines[k] <- pack(i)
			}
		}()
	}
	start, worked := time.Now(), processorTime(b)
	var last time.Time
	var tx store.Batch
	for i := 0; i < n; {
		p := <-lines[i%packers]
		if i == n*9/10 {
			last = time.Now()
		}
		if tx == nil {
			if tx, err = db.Begin(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := tx.Add(b.Context(), p); err != nil {
			b.Fatal(err)
		}
		if i++; i%commit == 0 || i == n {
			if err := tx.Commit(); err != nil {
				b.Fatal(err)
			}
			tx = nil
		}
	}
	b.ReportMetric(float64(n-n*9/10)/time.Since(last).Seconds(), "last-articles/s")
	settle := time.Now()
	if err := db.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(time.Since(settle).Seconds(), "settle-s")
	b.ReportMetric(float64(n)/time.Since(start).Seconds(), "articles/s")
	b.ReportMetric((processorTime(b)-worked-inventing).Seconds()*1e6/float64(n), "cpu-µs/article")
}

// processorTime is how long this process has had processors.
func processorTime(b *testing.B) time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkPack is what the readers' side pays for an article beside reading it.
func BenchmarkPack(b *testing.B) {
	doc, r := storetest.Generated(1)
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		if _, err := store.Pack(doc, r, storetest.Reader); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGenerated is what the benchmark itself pays for an article.
func BenchmarkGenerated(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		storetest.Generated(i)
	}
}
