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
	x := &tier{ctx: ctx, ask: w, most: mostKeys}
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
	ctx   context.Context
	ask   asker
	most  int // keys gone through at a time
	ties  []record.Tie
	done  map[[2]int64]struct{} // two sentences nearly alike share several keys
	found []holder              // in whole groups of one key, not compared yet
}

// mostFound is how many holders are compared at a time, in some 50 MB.
const mostFound = 1 << 17

// look finds the ties of facts of articles after from.
func (x *tier) look(from int64) ([]record.Tie, error) {
	x.done = map[[2]int64]struct{}{}
	err := x.shared(from, func(group []holder) error {
		x.found = append(x.found, group...)
		if len(x.found) < mostFound {
			return nil
		}
		return x.compare()
	})
	if err == nil {
		err = x.compare()
	}
	return x.ties, err
}

// compare compares holders of one key of different facts.
func (x *tier) compare() error {
	traits, err := x.traits()
	if err != nil {
		return err
	}
	for hs := x.found; len(hs) > 0; {
		n := sameKey(hs)
		group := distinct(traits[:n])
		hs, traits = hs[n:], traits[n:]
		if err := x.ctx.Err(); err != nil {
			return err
		}
		for _, t := range record.Ties(group) {
			pair := [2]int64{t.A.Hash, t.B.Hash}
			if _, ok := x.done[pair]; ok && t.Same {
				continue
			}
			x.ties = append(x.ties, t)
			if t.Same {
				x.done[pair] = struct{}{}
			}
		}
	}
	x.found = x.found[:0]
	return nil
}

// traits fetches the traits of what was found, each article's in one go and in
// the order of the articles.
func (x *tier) traits() ([]record.Trait, error) {
	order := make([]int32, len(x.found))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return cmp.Compare(x.found[i].at, x.found[j].at) })
	out := make([]record.Trait, len(order))
	for len(order) > 0 {
		article := x.found[order[0]].article()
		var bad error
		_, err := x.ask.one(func(s *sqlite3.Stmt) {
			bad = store.EachBody(s.ColumnRawBlob(0), func(seq int, k record.Kind, body []byte) {
				var words string
				for len(order) > 0 && x.found[order[0]].at == holderAt(article, seq) {
					if words == "" {
						words = string(body)
					}
					out[order[0]] = record.Trait{Fact: record.ID{Kind: k, Hash: x.found[order[0]].fact}, Body: words}
					order = order[1:]
				}
			})
		}, "SELECT bodies FROM trait WHERE article = ?", article)
		if err = cmp.Or(err, bad, x.ctx.Err()); err != nil {
			return nil, err
		}
		if len(order) > 0 && x.found[order[0]].article() == article {
			return nil, errDisagrees
		}
	}
	return out, nil
}

// distinct are the traits that differ, in the room of all; of a crowd, too many.
func distinct(ts []record.Trait) []record.Trait {
	out := ts[:0]
	var seen map[record.Mark]struct{}
	const few = 16
	for i, t := range ts {
		if i < few {
			if slices.ContainsFunc(out, func(u record.Trait) bool { return u.Mark() == t.Mark() }) {
				continue
			}
		} else {
			if seen == nil {
				seen = map[record.Mark]struct{}{}
				for _, u := range out {
					seen[u.Mark()] = struct{}{}
				}
			}
			if _, ok := seen[t.Mark()]; ok {
				continue
			}
			seen[t.Mark()] = struct{}{}
		}
		if out = append(out, t); len(out) > record.Crowd {
			break
		}
	}
	return out
}
