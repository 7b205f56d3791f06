package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// settle does all that is left to be done, so that the record says what it
// would say had it been built in one go. beside, where it is not nil, may read
// beside the writer what was committed before its transaction, in which no
// article has come in then.
func (w *writer) settle(ctx context.Context, beside *reader) error {
	if err := w.noteTodo(); err != nil {
		return err
	}
	lost, err := w.take(bereft)
	if err != nil {
		return err
	}
	if len(lost) > 1000 {
		all, err := w.count("SELECT count(*) FROM fact")
		if err != nil {
			return err
		}
		if len(lost) > all/4 { // each once is cheaper than many of them often
			if err := w.rederive(ctx, false); err != nil {
				return err
			}
			if err := w.noteTodo(); err != nil { // facts are tied that are there
				return err
			}
			lost, beside = nil, nil
		}
	}
	told := tellings{}
	for _, n := range lost {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.represent(n, told); err != nil {
			return err
		}
	}
	if err := w.tieUp(ctx, len(lost) > 0, beside, func() error { return w.enlist(ctx) }); err != nil {
		return err
	}
	if err := w.noteTodo(); err != nil {
		return err
	}
	for _, step := range []struct {
		what task
		do   func([]int64) error
	}{{clued, w.solve}, {retied, w.join}, {claimed, w.weigh}} {
		ns, err := w.take(step.what)
		if err == nil && len(ns) > 0 {
			err = step.do(ns)
		}
		if err == nil {
			err = w.noteTodo()
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
	}
	return w.enlist(ctx)
}

// take takes the tasks of one kind off the list.
func (w *writer) take(what task) (ns []int64, err error) {
	err = w.all(func(s *sqlite3.Stmt) { ns = append(ns, s.ColumnInt64(0)) }, "SELECT n FROM todo WHERE what = ? ORDER BY n", int(what))
	if err == nil && len(ns) > 0 {
		_, err = w.exec("DELETE FROM todo WHERE what = ?", int(what))
	}
	return ns, err
}

func (w *writer) count(query string, args ...any) (n int, err error) {
	_, err = w.one(func(s *sqlite3.Stmt) { n = s.ColumnInt(0) }, query, args...)
	return n, err
}

// place is where a finding stands.
type place struct {
	article int64
	seq     int
}

// represent makes the fact of row n show what is now its earliest finding and
// gives it the links of those that it has; without any it is
// dropped.
func (w *writer) represent(n int64, told tellings) error {
	var at []place
	err := w.all(func(s *sqlite3.Stmt) { at = append(at, place{s.ColumnInt64(0), s.ColumnInt(1)}) },
		"SELECT article, seq FROM finding WHERE fact = ? ORDER BY day, key, seq", n)
	if err != nil {
		return err
	}
	if err := w.untie(n); err != nil {
		return err
	}
	if len(at) == 0 {
		_, err := w.exec("DELETE FROM fact WHERE n = ?", n)
		return err
	}
	if _, err := w.exec("UPDATE fact SET count = ? WHERE n = ?", len(at), n); err != nil {
		return err
	}
	for i, p := range at {
		t, err := told.of(w, p.article)
		if err != nil {
			return err
		}
		if p.seq >= len(t.d.Findings) {
			return errDisagrees
		}
		f := &t.d.Findings[p.seq]
		if i == 0 {
			if err := w.show(n, f, t.day, t.key, p.seq); err != nil {
				return err
			}
		}
		if err := w.links(n, f); err != nil {
			return err
		}
	}
	return nil
}

// telling is what derived gives of an article.
type telling struct {
	d   store.Derived
	day int
	key int64
}

// tellings keeps what articles tell while facts are shown anew: those that many
// tell of share their articles.
type tellings map[int64]*telling

// mostTellings is how many articles are kept at a time.
const mostTellings = 1024

func (ts tellings) of(w *writer, article int64) (*telling, error) {
	if t := ts[article]; t != nil {
		return t, nil
	}
	if len(ts) >= mostTellings {
		clear(ts)
	}
	d, day, key, err := w.derived(article)
	if err != nil {
		return nil, err
	}
	t := &telling{d, day, key}
	ts[article] = t
	return t, nil
}

// untie takes the links and ties of a fact away.
func (w *writer) untie(n int64) error {
	err := w.all(func(s *sqlite3.Stmt) { w.later(retied, s.ColumnInt64(0)) }, "SELECT b FROM tie WHERE a = ? UNION SELECT n FROM fact WHERE lead = ?", n, n)
	if err != nil {
		return err
	}
	w.later(retied, n)
	for _, q := range []string{
		"DELETE FROM link WHERE fact = ?",
		"DELETE FROM tie WHERE b = ?1 AND a IN (SELECT b FROM tie WHERE a = ?1)",
		"DELETE FROM tie WHERE a = ?",
	} {
		if _, err := w.exec(q, n); err != nil {
			return err
		}
	}
	return nil
}

var errDisagrees = fmt.Errorf("the record does not agree with its readings; build it again under another name")

// derived is what follows from the reading of an article, with the days that
// hang on its bound, and the article's own place in the order.
func (w *writer) derived(n int64) (d store.Derived, day int, key int64, err error) {
	r, err := w.reading(n)
	if err != nil {
		return d, 0, 0, err
	}
	d = store.Derive(r, nil)
	b, err := w.bound(n)
	if err == nil && b != nil {
		record.Hang(r, d.Findings, *b)
		d.Claims = record.Claims(r, d.Findings)
		d.ClaimBytes = nil
		for i := range d.Claims {
			d.ClaimBytes = append(d.ClaimBytes, d.Claims[i].Encode())
		}
	}
	return d, publication(r.Published), store.KeyOf(r.ID), err
}

func (w *writer) bound(n int64) (*record.Bound, error) {
	var body []byte
	found, err := w.one(func(s *sqlite3.Stmt) { body = s.ColumnBlob(0, nil) }, "SELECT body FROM bound WHERE article = ?", n)
	if err != nil || !found {
		return nil, err
	}
	b := new(record.Bound)
	return b, json.Unmarshal(body, b)
}

// solve bounds the days of articles that do not tell theirs, from the clues of
// all, and moves the facts that hang on them.
func (w *writer) solve([]int64) error {
	var clues []record.Clue
	var bad error
	err := w.all(func(s *sqlite3.Stmt) {
		var c record.Clue
		if err := json.Unmarshal(s.ColumnRawBlob(0), &c); err != nil {
			bad = err
		}
		clues = append(clues, c)
	}, "SELECT body FROM clue")
	if err == nil {
		err = bad
	}
	if err != nil {
		return err
	}
	old := map[int64]string{}
	if err := w.all(func(s *sqlite3.Stmt) { old[s.ColumnInt64(0)] = string(s.ColumnRawBlob(1)) }, "SELECT article, body FROM bound"); err != nil {
		return err
	}
	for _, b := range record.Solve(clues) {
		body, err := json.Marshal(b)
		if err != nil {
			return err
		}
		var n int64
		found, err := w.one(func(s *sqlite3.Stmt) { n = s.ColumnInt64(0) }, "SELECT n FROM article WHERE id = ?", b.Article)
		if err != nil {
			return err
		}
		was, had := old[n]
		delete(old, n)
		if !found || had && was == string(body) {
			continue
		}
		if err := w.rebound(n, body); err != nil {
			return err
		}
	}
	for n := range old {
		if err := w.rebound(n, nil); err != nil {
			return err
		}
	}
	return nil
}

// rebound gives an article another bound, or none, and moves what hangs on it.
func (w *writer) rebound(n int64, body []byte) error {
	before, _, _, err := w.derived(n)
	if err != nil {
		return err
	}
	for _, c := range before.Claims {
		slot, err := w.term(string(c.Slot))
		if err != nil {
			return err
		}
		w.later(claimed, c.Subject.Hash)
		if _, err := w.exec("DELETE FROM claim WHERE subject = ? AND slot = ? AND article = ?", c.Subject.Hash, slot, n); err != nil {
			return err
		}
	}
	if body == nil {
		_, err = w.exec("DELETE FROM bound WHERE article = ?", n)
	} else {
		_, err = w.exec("INSERT OR REPLACE INTO bound (article, body) VALUES (?,?)", n, body)
	}
	if err != nil {
		return err
	}
	d, day, key, err := w.derived(n)
	if err != nil {
		return err
	}
	for seq := range d.Findings {
		f := &d.Findings[seq]
		first := number(f.First)
		p := placeOf(first, f.Ordinal, day, key, seq)
		if _, err := w.exec("UPDATE fact SET first = ?, last = ?, at = ? WHERE hash = ? AND key = ? AND seq = ?", first, number(f.Last), p.At, f.Fact.Hash, key, seq); err != nil {
			return err
		}
	}
	w.pending.again = true
	return w.claims(n, d.Claims, d.ClaimBytes)
}

// join finds anew what the facts whose ties changed are one with.
func (w *writer) join(ns []int64) error {
	seen := map[int64]bool{}
	for _, n := range ns {
		if seen[n] {
			continue
		}
		members := []int64{n}
		seen[n] = true
		for i := 0; i < len(members); i++ {
			err := w.all(func(s *sqlite3.Stmt) {
				if b := s.ColumnInt64(0); !seen[b] {
					seen[b] = true
					members = append(members, b)
				}
			}, "SELECT b FROM tie WHERE a = ? AND same = 1", members[i])
			if err != nil {
				return err
			}
		}
		var rows []int64
		var ids []record.ID
		for _, m := range members {
			err := w.all(func(s *sqlite3.Stmt) {
				rows = append(rows, m)
				ids = append(ids, record.ID{Kind: record.Kind(s.ColumnInt(1)), Hash: s.ColumnInt64(0)})
			}, "SELECT hash, kind FROM fact WHERE n = ?", m)
			if err != nil {
				return err
			}
		}
		lead := record.Lead(ids)
		at := slices.Index(ids, lead)
		for i, m := range rows {
			to := rows[at]
			if i == at {
				to = 0
			}
			if _, err := w.exec("UPDATE fact SET lead = ? WHERE n = ?", to, m); err != nil {
				return err
			}
			w.later(claimed, ids[i].Hash)
		}
	}
	return nil
}

// weigh lays the claims about subjects side by side.
func (w *writer) weigh(subjects []int64) error {
	done := map[int64]bool{} // of those that are one with others
	for _, hash := range subjects {
		lead, members, err := w.kin(hash)
		if err != nil {
			return err
		}
		if done[lead] {
			continue
		}
		if len(members) > 1 {
			done[lead] = true
		}
		for _, m := range members {
			if _, err := w.exec("DELETE FROM disagreement WHERE subject = ?", m); err != nil {
				return err
			}
		}
		if err := w.weighOne(lead, members); err != nil {
			return err
		}
	}
	return nil
}

// kin is the hash under which a subject's claims are weighed, and the
// hashes of all that is one with it.
func (w *writer) kin(hash int64) (lead int64, members []int64, err error) {
	lead = hash
	var n int64
	found, err := w.one(func(s *sqlite3.Stmt) { n, lead = s.ColumnInt64(0), s.ColumnInt64(1) },
		"SELECT m.n, m.hash FROM fact f JOIN fact m ON m.n = iif(f.lead = 0, f.n, f.lead) WHERE f.hash = ?", hash)
	if err == nil && found {
		members = append(members, lead)
		err = w.all(func(s *sqlite3.Stmt) { members = append(members, s.ColumnInt64(0)) }, "SELECT hash FROM fact WHERE lead = ? AND lead <> 0", n)
	}
	if len(members) == 0 {
		members = []int64{hash}
	}
	return lead, members, err
}

func (w *writer) weighOne(lead int64, members []int64) error {
	type side struct {
		slot record.Slotname
		of   string
	}
	bySide := map[side][]record.Claim{}
	var bad error
	for _, m := range members {
		err := w.all(func(s *sqlite3.Stmt) {
			c, err := record.DecodeClaim(s.ColumnRawBlob(0))
			if err != nil {
				bad = err
				return
			}
			c.Subject.Hash = lead
			k := side{c.Slot, c.Of}
			bySide[k] = append(bySide[k], c)
		}, "SELECT body FROM claim WHERE subject = ?", m)
		if err == nil {
			err = bad
		}
		if err != nil {
			return err
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(bySide), func(a, b side) int { return cmp.Or(cmp.Compare(a.slot, b.slot), cmp.Compare(a.of, b.of)) }) {
		cs := bySide[k]
		if len(cs) < 2 {
			continue
		}
		d, ok := record.Weigh(cs)
		if !ok {
			continue
		}
		body, err := json.Marshal(d)
		if err != nil {
			return err
		}
		first, last := claimDays(cs)
		if _, err := w.exec("INSERT OR REPLACE INTO disagreement (hash, subject, body, first, last) VALUES (?,?,?,?,?)", d.ID.Hash, lead, body, first, last); err != nil {
			return err
		}
	}
	return nil
}

// rederive makes all that is derived anew from the readings: after a change of
// the schema, or of what follows from a reading. words says whether the
// full-text index is made, too.
func (w *writer) rederive(ctx context.Context, words bool) error {
	for _, table := range []string{"tally", "fact", "finding", "link", "roll", "sketch", "trait", "tie", "claim", "clue", "bound", "disagreement", "todo"} {
		if err := w.raw.Exec("DELETE FROM " + table); err != nil {
			return err
		}
	}
	w.forget()
	w.strangers.made, w.strangers.bits = 0, nil
	if err := w.setTied(0); err != nil {
		return err
	}
	if err := w.setNumber(listedNote, 0); err != nil {
		return err
	}
	var last int64
	for {
		var n int64
		var packed, src []byte
		var published text.Published
		var id string
		found, err := w.one(func(s *sqlite3.Stmt) {
			n, id, packed = s.ColumnInt64(0), s.ColumnText(1), s.ColumnBlob(2, nil)
			published, src = text.Published{EDTF: s.ColumnText(3)}, s.ColumnBlob(4, nil)
		}, "SELECT a.n, a.id, r.body, a.published, a.text FROM article a JOIN reading r ON r.article = a.n AND r.reader = a.reader WHERE a.n > ? ORDER BY a.n LIMIT 1", last)
		if err != nil {
			return err
		}
		if !found {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		last = n
		r, err := unpackReading(packed, src)
		if err != nil {
			return err
		}
		d := store.Derive(r, nil)
		if err := w.derive(n, publication(published), store.KeyOf(id), &d); err != nil {
			return err
		}
		if words {
			if _, err := w.exec("INSERT INTO words (rowid, text) VALUES (?, ?)", n, store.Stems(r.Text)); err != nil {
				return err
			}
		}
	}
}
