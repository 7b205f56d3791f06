package sqlite

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// tiedNote keeps up to which article ties have been looked for.
const tiedNote = "tied"

func (w *writer) setTied(n int64) error {
	_, err := w.exec("INSERT OR REPLACE INTO note (key, body) VALUES (?,?)", tiedNote, binary.BigEndian.AppendUint64(nil, uint64(n)))
	return err
}

func (w *writer) tied() (n int64, err error) {
	_, err = w.one(func(s *sqlite3.Stmt) {
		if b := s.ColumnRawBlob(0); len(b) == 8 {
			n = int64(binary.BigEndian.Uint64(b))
		}
	}, "SELECT body FROM note WHERE key = ?", tiedNote)
	return n, err
}

// asker asks the record something: the writer within its transaction, or a
// reader beside it.
type asker interface {
	one(scan func(*sqlite3.Stmt), query string, args ...any) (bool, error)
	rows(scan func(*sqlite3.Stmt), query string, args ...any) error
}

// tieUp looks for facts of new articles (of all, if everything) that are one
// with another, or may be, and keeps the ties. While it looks, meanwhile is
// done, on another core where beside is not nil: what it reads then is as it
// was committed before.
func (w *writer) tieUp(ctx context.Context, everything bool, beside *reader, meanwhile func() error) error {
	from, err := w.tied()
	if err != nil {
		return err
	}
	newest, err := w.count("SELECT coalesce(max(n), 0) FROM article")
	if err != nil {
		return err
	}
	if !everything && int64(newest) <= from {
		return meanwhile()
	}
	if everything {
		from = 0
	}
	x := tier{ctx: ctx, ask: w}
	var ties []record.Tie
	var missed error
	look := func() { ties, missed = x.look(from) }
	if beside != nil {
		x.ask = beside
		var looking sync.WaitGroup
		looking.Go(look)
		err = meanwhile()
		looking.Wait()
	} else if err = meanwhile(); err == nil {
		look()
	}
	if err = cmp.Or(err, missed); err != nil {
		return err
	}
	for _, t := range ties {
		if err := w.tie(t); err != nil {
			return err
		}
	}
	return w.setTied(int64(newest))
}

// tier looks for ties. It goes through the keys of all articles twice and in
// order: an index of them, into which every article would put some two hundred
// keys at random places, would cost more than the whole rest.
type tier struct {
	ctx context.Context
	ask asker
}

func (x tier) look(from int64) ([]record.Tie, error) {
	near, err := x.shared(from)
	if err != nil {
		return nil, err
	}
	return x.compare(near)
}

// holder is a finding that holds a key.
type holder struct {
	store.Key
	article int64
}

// shared finds the keys that a finding of an article after from shares with
// one of another fact, and all that hold them, in the order of the keys.
func (x tier) shared(from int64) ([]holder, error) {
	total := 0
	_, err := x.ask.one(func(s *sqlite3.Stmt) { total = s.ColumnInt(0) }, "SELECT coalesce(sum(length(keys)), 0) FROM sketch")
	if err != nil {
		return nil, err
	}
	seen := newSieve(total / 8) // each key is of eight bytes
	// Whose key two different facts hold, at least by the sieve's coarse count.
	err = x.eachKey(0, func(article int64, k store.Key) { seen.add(k.Key, k.Fact) })
	if err != nil {
		return nil, err
	}
	fresh := map[int64]struct{}{}
	if from > 0 {
		err := x.eachKey(from, func(_ int64, k store.Key) {
			if seen.twice(k.Key) {
				fresh[k.Key] = struct{}{}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	var out []holder
	err = x.eachKey(0, func(article int64, k store.Key) {
		if !seen.twice(k.Key) {
			return
		}
		if _, ok := fresh[k.Key]; ok || from == 0 {
			out = append(out, holder{k, article})
		}
	})
	slices.SortFunc(out, func(a, b holder) int {
		return cmp.Or(cmp.Compare(a.Key.Key, b.Key.Key), cmp.Compare(a.Fact, b.Fact), cmp.Compare(a.article, b.article), cmp.Compare(a.Seq, b.Seq))
	})
	return out, err
}

// eachKey hands on the keys of the articles after from.
func (x tier) eachKey(from int64, do func(article int64, k store.Key)) error {
	err := x.ask.rows(func(s *sqlite3.Stmt) {
		article := s.ColumnInt64(0)
		store.EachKey(s.ColumnRawBlob(1), func(k store.Key) { do(article, k) })
	}, "SELECT article, keys FROM sketch WHERE article > ?", from)
	return cmp.Or(err, x.ctx.Err())
}

// sieve tells which keys may be held by two different facts: those that are
// not, it mostly knows. A slot holds a byte of the first fact's hash, and all
// ones once another has come.
type sieve struct {
	slots []byte
	mask  uint64
}

func newSieve(keys int) *sieve {
	n := uint64(1 << 16)
	for n < uint64(keys)*4 && n < 1<<28 {
		n *= 2
	}
	return &sieve{make([]byte, n), n - 1}
}

const (
	slotFree = 0
	slotMany = 255
)

func (s *sieve) add(key, fact int64) {
	at := &s.slots[uint64(key)&s.mask]
	face := byte(1 + uint64(fact)%254)
	switch *at {
	case slotFree:
		*at = face
	case face:
	default:
		*at = slotMany
	}
}

func (s *sieve) twice(key int64) bool { return s.slots[uint64(key)&s.mask] == slotMany }

// compare compares holders of one key of different facts.
func (x tier) compare(hs []holder) (out []record.Tie, err error) {
	bodies := &bodyCache{ask: x.ask, kept: map[int64][]record.Trait{}}
	done := map[[2]int64]struct{}{} // two sentences nearly alike share several keys
	for len(hs) > 0 {
		n := 1
		for n < len(hs) && hs[n].Key.Key == hs[0].Key.Key {
			n++
		}
		group := hs[:n]
		hs = hs[n:]
		if group[0].Fact == group[n-1].Fact {
			continue
		}
		ts, err := bodies.traits(group)
		if err = cmp.Or(err, x.ctx.Err()); err != nil {
			return nil, err
		}
		for _, t := range record.Ties(ts) {
			pair := [2]int64{t.A.Hash, t.B.Hash}
			if _, ok := done[pair]; ok && t.Same {
				continue
			}
			out = append(out, t)
			if t.Same {
				done[pair] = struct{}{}
			}
		}
	}
	return out, nil
}

// bodyCache fetches the bodies of traits.
type bodyCache struct {
	ask  asker
	kept map[int64][]record.Trait
}

// mostBodies is of how many articles the traits are remembered: some 3 KB each.
const mostBodies = 8192

// traits are the distinct traits of holders of one key; of a crowd, too many.
func (c *bodyCache) traits(group []holder) ([]record.Trait, error) {
	var out []record.Trait
	seen := map[record.Mark]struct{}{}
	for _, h := range group {
		ts, err := c.of(h.article)
		if err != nil {
			return nil, err
		}
		if int(h.Seq) >= len(ts) {
			return nil, errDisagrees
		}
		t := ts[h.Seq]
		t.Fact.Hash = h.Fact
		if _, ok := seen[t.Mark()]; ok {
			continue
		}
		seen[t.Mark()] = struct{}{}
		if out = append(out, t); len(out) > record.Crowd {
			break
		}
	}
	return out, nil
}

func (c *bodyCache) of(article int64) ([]record.Trait, error) {
	if ts, ok := c.kept[article]; ok {
		return ts, nil
	}
	var packed []byte
	if _, err := c.ask.one(func(s *sqlite3.Stmt) { packed = s.ColumnBlob(0, nil) }, "SELECT bodies FROM trait WHERE article = ?", article); err != nil {
		return nil, err
	}
	ts, err := store.Bodies(packed)
	if err != nil {
		return nil, err
	}
	if len(c.kept) >= mostBodies {
		clear(c.kept)
	}
	c.kept[article] = ts
	return ts, nil
}
