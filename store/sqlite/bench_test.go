package sqlite

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"mahdar/store"
	"mahdar/store/storetest"
)

// archive is how many articles the greatest benchmark keeps: with
// -archive 100000 the one that the cost per article is held against.
var archive = flag.Int("archive", 10_000, "articles of the greatest archive of BenchmarkArchive")

// BenchmarkArchive assembles and keeps an archive of generated articles, one
// goroutine packing and one writing, and reports articles a second over the
// whole and over its last tenth.
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
	const commit = 2048
	db, err := Open(b.Context(), filepath.Join(b.TempDir(), "talks.db"), Create)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	parcels := make(chan *store.Parcel, 64)
	go func() {
		defer close(parcels)
		for i := range n {
			doc, r := storetest.Generated(i)
			p, err := store.Pack(doc, r, storetest.Reader)
			if err != nil {
				b.Error(err)
				return
			}
			parcels <- p
		}
	}()
	start := time.Now()
	var last time.Time
	var tx store.Batch
	i := 0
	for p := range parcels {
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
