package sqlite

import (
	"context"
	"fmt"
	"iter"
	"math"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// Articles yields articles in the order of their days.
func (db *DB) Articles(ctx context.Context, from, to string) iter.Seq2[*record.Article, error] {
	return func(yield func(*record.Article, error) bool) {
		for h, err := range db.Shelf(ctx, store.ArticleQuery{From: from, To: to, Oldest: true}) {
			if !yield(h.Article, err) {
				return
			}
		}
	}
}

// Search yields the articles that hold all of a pattern, the newest first,
// those without a day last. The index tells which hold the words; whether
// phrases stand together is seen in the text.
func (db *DB) Search(ctx context.Context, p store.Pattern, from, to string) iter.Seq2[store.Hit, error] {
	if len(p.Words) == 0 {
		return func(func(store.Hit, error) bool) {}
	}
	return db.Shelf(ctx, store.ArticleQuery{Words: p, From: from, To: to})
}

// Shelf yields the articles that q asks for.
func (db *DB) Shelf(ctx context.Context, q store.ArticleQuery) iter.Seq2[store.Hit, error] {
	return yielding(ctx, db, func(l *loader, emit func(store.Hit) error) error {
		sh, err := l.shelf(q)
		if err != nil {
			return err
		}
		for left := q.Limit; ; {
			ns, err := sh.next()
			if err != nil || len(ns) == 0 {
				return err
			}
			for _, n := range ns {
				h, err := sh.hit(n, q)
				if err != nil {
					return err
				}
				if h.Article == nil {
					continue
				}
				if err := emit(h); err != nil {
					return err
				}
				if left--; left == 0 {
					return nil
				}
			}
		}
	})
}

// spot is where an article stands in the order of days.
type spot struct {
	day string
	key int64
	n   int64
}

// shelf is a question to table article, answered a part at a time: first those
// with a day, then those without, or the other way round where it goes back.
type shelf struct {
	l     *loader
	parts []shelfPart
	words string // query to the full-text index, "" for none
	rare  bool   // so few articles hold the words that they are put in order
	size  int
	at    *spot
}

// shelfPart is articles of days from one to another, in one order.
type shelfPart struct {
	from, to string
	down     bool
}

// fewHits is up to how many articles that hold the words are put in order. To
// look at articles one by one, the newest first, and ask of each whether it
// holds them costs less where one in some dozens does.
const fewHits = 4000

// manyHits is up to how many articles are asked for at a time whether they hold
// the words.
const manyHits = 512

func (l *loader) shelf(q store.ArticleQuery) (*shelf, error) {
	sh := &shelf{l: l, words: phrase(q.Words.Words)}
	dated := shelfPart{from: q.From, to: "9999-99-99", down: q.Oldest == q.Back}
	if q.To != "" {
		dated.to = q.To
	}
	sh.parts = []shelfPart{dated}
	if q.From == "" && q.To == "" {
		sh.parts = append(sh.parts, shelfPart{unknownDay, unknownDay, q.Back})
		if q.Back {
			sh.parts[0], sh.parts[1] = sh.parts[1], sh.parts[0]
		}
	}
	if sh.words != "" {
		n := 0
		_, err := l.r.one(func(s *sqlite3.Stmt) { n = s.ColumnInt(0) }, "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", sh.words, fewHits)
		if err != nil {
			return nil, err
		}
		sh.rare = n < fewHits
	}
	if q.After == "" {
		return sh, nil
	}
	found, err := l.r.one(func(s *sqlite3.Stmt) { sh.at = &spot{s.ColumnText(0), s.ColumnInt64(1), s.ColumnInt64(2)} },
		"SELECT day, key, n FROM article WHERE id = ?", q.After)
	if err == nil && !found {
		err = store.ErrCursor
	}
	if err == nil && (sh.at.day == unknownDay) != (sh.parts[0].from == unknownDay) && len(sh.parts) > 1 {
		sh.parts = sh.parts[1:]
	}
	return sh, err
}

// phrase is words as a query to the full-text index.
func phrase(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
	}
	return strings.Join(quoted, " ")
}

// next reads the rows of the next articles, none after the last.
func (sh *shelf) next() (ns []int64, err error) {
	for len(sh.parts) > 0 {
		if sh.size = min(max(2*sh.size, leastPart), mostPart); sh.words != "" && sh.size > manyHits {
			sh.rare, sh.size = true, math.MaxInt32 // whoever has read so far reads all
		}
		p := sh.parts[0]
		var last spot
		seen := 0
		err := sh.l.r.named(func(s *sqlite3.Stmt) error {
			last = spot{s.ColumnText(1), s.ColumnInt64(2), s.ColumnInt64(0)}
			seen++
			if s.ColumnBool(3) {
				ns = append(ns, last.n)
			}
			return nil
		}, sh.query(p), sh.params(p))
		if err != nil {
			return nil, err
		}
		if seen > 0 {
			sh.at = &last
		}
		if seen < sh.size {
			sh.parts, sh.at = sh.parts[1:], nil
		}
		if len(ns) > 0 {
			return ns, nil
		}
	}
	return nil, nil
}

func (sh *shelf) query(p shelfPart) string {
	order, than := "", ">"
	if p.down {
		order, than = " DESC", "<"
	}
	from, holds := "article a INDEXED BY article_day", "1"
	switch {
	case sh.words != "" && sh.rare:
		from = "words w CROSS JOIN article a ON a.n = w.rowid"
	case sh.words != "":
		holds = "EXISTS (SELECT 1 FROM words WHERE words MATCH :words AND rowid = a.n)"
	}
	where := "a.day >= :from AND a.day <= :to"
	if sh.words != "" && sh.rare {
		where += " AND w.words MATCH :words"
	}
	if sh.at != nil {
		where += fmt.Sprintf(" AND (a.day, a.key, a.n) %s (:day, :key, :n)", than)
	}
	return fmt.Sprintf("SELECT a.n, a.day, a.key, %s FROM %s WHERE %s ORDER BY a.day%[4]s, a.key%[4]s, a.n%[4]s LIMIT :size", holds, from, where, order)
}

func (sh *shelf) params(p shelfPart) map[string]any {
	m := map[string]any{"from": p.from, "to": p.to, "words": sh.words, "size": sh.size}
	if sh.at != nil {
		m["day"], m["key"], m["n"] = sh.at.day, sh.at.key, sh.at.n
	}
	return m
}

// hit loads an article; without one it does not hold the phrases that it is
// asked for.
func (sh *shelf) hit(n int64, q store.ArticleQuery) (h store.Hit, err error) {
	if q.Bare && sh.words == "" {
		h.Article, err = sh.l.bare(n)
		return h, err
	}
	a, err := sh.l.head(true, "a.n = ?", n)
	if err != nil || sh.words == "" {
		return store.Hit{Article: a}, err
	}
	if at := q.Words.Find(a.Text); at != nil {
		h = store.Hit{Article: a, At: at}
	}
	return h, nil
}
