package sqlite

import (
	"cmp"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// pending is what a transaction is to keep of findings and claims. It goes into
// the tables later, in their order and many rows at a time: facts are named by
// hashes, and each by itself would touch another page.
type pending struct {
	load                         // waits
	pouring load                 // goes into the tables
	spare   load                 // room
	again   bool                 // some claims may be of articles that were there
	next    func() (error, bool) // lets some more of pouring go in; nil where there is none
	stop    func()
	rest    func() error // is called between rows that go in
}

// load is findings and claims of some articles.
type load struct {
	findings []pendingFinding
	links    []pendingLink // of findings
	claims   []pendingClaim
	of       map[int64]struct{} // articles
}

// pendingFinding holds no pointers, as many wait.
type pendingFinding struct {
	hash, process, about, key, article, ordinal int64
	first, last, day, seq                       int32
	links, linked                               uint32 // in load.links, from and to
	kind                                        record.Kind
}

type pendingLink struct{ actor, part int64 }

type pendingClaim struct {
	subject, slot, article int64
	i                      int
	body                   []byte
}

const (
	// mostPending is how many findings wait before they go into the tables, those
	// of some 2,000 articles, in 10 MB: in so many, in order, several belong on one
	// page of an index, even of an archive of a hundred thousand.
	mostPending = 96_000

	// pourAtOnce is how many batches of rows go in with each article, so that they
	// are in before as many wait again, and whoever reads articles need not wait
	// for all of them at once.
	pourAtOnce = 10
)

// put notes a finding to be kept.
func (w *writer) put(article int64, day int, key int64, seq int, f *record.Finding) error {
	process, err := w.term(f.Process)
	if err != nil {
		return err
	}
	p := &w.pending
	from := len(p.links)
	for _, l := range f.Actors {
		part, err := w.term(string(l.Part))
		if err != nil {
			return err
		}
		p.links = append(p.links, pendingLink{l.Actor.Hash, part})
	}
	if p.of == nil {
		p.of = map[int64]struct{}{}
	}
	p.of[article] = struct{}{}
	p.findings = append(p.findings, pendingFinding{hash: f.Fact.Hash, kind: f.Fact.Kind, process: process, ordinal: int64(f.Ordinal), first: int32(number(f.First)), last: int32(number(f.Last)),
		about: f.About.Hash, day: int32(day), key: key, seq: int32(seq), article: article, links: uint32(from), linked: uint32(len(p.links))})
	return nil
}

// place is where a fact that shows f stands.
func (f *pendingFinding) place() store.Place {
	return placeOf(int(f.first), int(f.ordinal), int(f.day), f.key, int(f.seq))
}

func (p *pending) holds(article int64) bool {
	_, waits := p.of[article]
	_, pours := p.pouring.of[article]
	return waits || pours
}

// notePending keeps what waits.
func (w *writer) notePending() error {
	for range 2 { // what goes in already, and then the rest
		if err := w.pour(-1); err != nil {
			return err
		}
		w.startPouring()
	}
	return w.pour(-1)
}

// startPouring lets what waits go into the tables from now on. Nothing else
// must be going in.
func (w *writer) startPouring() {
	p := &w.pending
	if len(p.findings)+len(p.claims) == 0 {
		return
	}
	again := p.again
	p.load, p.pouring, p.again = p.spare, p.load, false
	p.spare = load{}
	p.next, p.stop = iter.Pull(func(yield func(error) bool) {
		p.rest = func() error {
			if !yield(nil) {
				return errStopped
			}
			return nil
		}
		if err := w.noteLoad(&p.pouring, again); err != nil && err != errStopped {
			yield(err)
		}
	})
}

var errStopped = errors.New("stopped")

// pour lets some rows go in, at most so many batches of them; all where most is
// negative.
func (w *writer) pour(most int) error {
	p := &w.pending
	for ; p.next != nil && most != 0; most-- {
		err, more := p.next()
		if err != nil {
			return err
		}
		if !more {
			l := &p.pouring
			clear(l.claims) // their bodies
			clear(l.of)
			p.spare = load{l.findings[:0], l.links[:0], l.claims[:0], l.of}
			p.pouring, p.next, p.stop = load{}, nil, nil
		}
	}
	return nil
}

// drop forgets what waits and what was going in.
func (p *pending) drop() {
	if p.stop != nil {
		p.stop()
	}
	*p = pending{}
}

// noteLoad keeps l. It calls rest now and then.
func (w *writer) noteLoad(l *load, again bool) error {
	subjects := make(map[int64]bool, len(l.claims)) // whether this transaction made the fact
	for i := range l.claims {
		subjects[l.claims[i].subject] = false
	}
	l.order()
	rows, err := w.noteFacts(l.findings, subjects)
	if err == nil {
		err = w.noteRows(l, rows)
	}
	if err == nil {
		err = w.noteClaims(l.claims, subjects, again)
	}
	return err
}

// order orders findings by fact and as evidence. They are moved once, since
// each is large.
func (l *load) order() {
	fs := l.findings
	type handle struct {
		hash int64
		i    int32
	}
	order := make([]handle, len(fs))
	for i := range fs {
		order[i] = handle{fs[i].hash, int32(i)}
	}
	slices.SortFunc(order, func(x, y handle) int {
		if x.hash != y.hash {
			return cmp.Compare(x.hash, y.hash)
		}
		a, b := &fs[x.i], &fs[y.i]
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.key, b.key), cmp.Compare(a.article, b.article), cmp.Compare(a.seq, b.seq))
	})
	l.findings = make([]pendingFinding, len(fs))
	for i, h := range order {
		l.findings[i] = fs[h.i]
	}
}

// noteFacts finds the row of each finding's fact; findings are in order. It
// makes the rows that are not there, and lets each show the earliest finding.
func (w *writer) noteFacts(fs []pendingFinding, subjects map[int64]bool) (rows []int64, err error) {
	var facts []pendingFact
	for from := 0; from < len(fs); {
		to := from + 1
		for to < len(fs) && fs[to].hash == fs[from].hash {
			to++
		}
		facts = append(facts, pendingFact{from: from, to: to})
		from = to
	}
	last, err := w.count("SELECT coalesce(max(n), 0) FROM fact")
	if err == nil {
		err = w.strangers.prepare(w, last)
	}
	if err != nil {
		return nil, err
	}
	if err := w.findFacts(fs, facts); err != nil {
		return nil, err
	}
	if err := w.makeFacts(fs, facts, last); err != nil {
		return nil, err
	}
	rows = make([]int64, len(fs))
	for i, f := range facts {
		if i%manyRows == 0 {
			if err := w.pending.rest(); err != nil {
				return nil, err
			}
		}
		first := &fs[f.from]
		if f.was.n == 0 {
			w.isNew(f.n, first.kind, first.process, int(first.first))
			if _, ok := subjects[first.hash]; ok {
				subjects[first.hash] = true
			}
		} else if err := w.addFindings(first, f); err != nil {
			return nil, err
		}
		for i := f.from; i < f.to; i++ {
			rows[i] = f.n
		}
	}
	return rows, nil
}

// pendingFact is the findings from one index to another, which are of one fact.
type pendingFact struct {
	from, to int
	n        int64 // its row
	was      shown
}

// shown is what a fact that was there shows.
type shown struct {
	n, day, key, seq int64
}

// findFacts looks up which facts are there, many at a time.
func (w *writer) findFacts(fs []pendingFinding, facts []pendingFact) error {
	asked := make([]*pendingFact, 0, manyRows)
	ask := func() error {
		s, err := w.stmt("SELECT hash, n, day, key, seq FROM fact WHERE hash IN ("+marks(manyRows)+")", nil)
		if err != nil {
			return err
		}
		for k := range manyRows {
			if err := s.BindInt64(k+1, fs[asked[min(k, len(asked)-1)].from].hash); err != nil {
				return err
			}
		}
		for s.Step() {
			k, found := slices.BinarySearchFunc(asked, s.ColumnInt64(0), func(f *pendingFact, hash int64) int { return cmp.Compare(fs[f.from].hash, hash) })
			if found {
				f := asked[k]
				f.was = shown{s.ColumnInt64(1), s.ColumnInt64(2), s.ColumnInt64(3), s.ColumnInt64(4)}
				f.n = f.was.n
			}
		}
		asked = asked[:0]
		return cmp.Or(s.Reset(), w.pending.rest())
	}
	for i := range facts {
		if w.strangers.stranger(fs[facts[i].from].hash) {
			continue
		}
		if asked = append(asked, &facts[i]); len(asked) == manyRows {
			if err := ask(); err != nil {
				return err
			}
		}
	}
	if len(asked) == 0 {
		return nil
	}
	return ask()
}

// makeFacts makes the rows of the facts that are not there, behind the last row.
func (w *writer) makeFacts(fs []pendingFinding, facts []pendingFact, last int) error {
	fresh := make([]int, 0, len(facts))
	for i := range facts {
		if facts[i].was.n == 0 {
			last++
			facts[i].n = int64(last)
			fresh = append(fresh, i)
			w.strangers.add(fs[facts[i].from].hash)
		}
	}
	// OR FAIL as in noteRows.
	return w.many("INSERT OR FAIL INTO fact (n, hash, kind, process, ordinal, first, last, about, day, key, seq, at, nth, count) VALUES ", 14, len(fresh), func(s *sqlite3.Stmt, at, i int) error {
		x := &facts[fresh[i]]
		f := &fs[x.from]
		p := f.place()
		return bindInts(s, at, x.n, f.hash, int64(f.kind), f.process, f.ordinal, int64(f.first), int64(f.last), f.about, int64(f.day), f.key, int64(f.seq), p.At, p.Nth, int64(x.to-x.from))
	})
}

// addFindings gives a fact that was there findings, the earliest of them first.
func (w *writer) addFindings(first *pendingFinding, f pendingFact) error {
	_, err := w.exec("UPDATE fact SET count = count + ? WHERE n = ?", f.to-f.from, f.n)
	if err != nil || cmp.Or(cmp.Compare(int64(first.day), f.was.day), cmp.Compare(first.key, f.was.key), cmp.Compare(int64(first.seq), f.was.seq)) >= 0 {
		return err
	}
	p := first.place()
	_, err = w.exec(showFact, first.process, first.ordinal, int64(first.first), int64(first.last), first.about, int64(first.day), first.key, int64(first.seq), p.At, p.Nth, f.n)
	return err
}

// showFact lets a fact show another finding.
const showFact = "UPDATE fact SET process = ?, ordinal = ?, first = ?, last = ?, about = ?, day = ?, key = ?, seq = ?, at = ?, nth = ? WHERE n = ?"

// noteRows keeps where the facts stand and who has a part in them.
func (w *writer) noteRows(load *load, rows []int64) error {
	fs := load.findings
	order := make([]int32, len(fs))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(rows[a], rows[b]) }) // within a fact they are in order
	// OR FAIL, since to take back one statement its pages would be copied first:
	// an error takes back the whole transaction.
	err := w.many("INSERT OR FAIL INTO finding (fact, day, key, article, seq) VALUES ", 5, len(order), func(s *sqlite3.Stmt, at, i int) error {
		f := &fs[order[i]]
		return bindInts(s, at, rows[order[i]], int64(f.day), f.key, f.article, int64(f.seq))
	})
	if err != nil {
		return err
	}
	type link struct{ fact, actor, part int64 }
	var fresh, old []link
	for _, i := range order {
		for _, l := range load.links[fs[i].links:fs[i].linked] {
			x := link{rows[i], l.actor, l.part}
			if w.lists.made(x.fact) {
				fresh = append(fresh, x)
			} else {
				old = append(old, x)
			}
		}
	}
	compare := func(a, b link) int {
		return cmp.Or(cmp.Compare(a.fact, b.fact), cmp.Compare(a.actor, b.actor), cmp.Compare(a.part, b.part))
	}
	slices.SortFunc(fresh, compare)
	fresh = slices.Compact(fresh)
	// A fact that an earlier part of this transaction made may have the link.
	err = w.many("INSERT OR IGNORE INTO link (fact, actor, part) VALUES ", 3, len(fresh), func(s *sqlite3.Stmt, at, i int) error {
		return bindInts(s, at, fresh[i].fact, fresh[i].actor, fresh[i].part)
	})
	if err != nil {
		return err
	}
	slices.SortFunc(old, compare)
	for i, l := range slices.Compact(old) {
		err := w.link(l.fact, l.actor, l.part)
		if err == nil && i%manyRows == 0 {
			err = w.pending.rest()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// noteClaims keeps claims, and notes the subjects that have several to a slot.
func (w *writer) noteClaims(cs []pendingClaim, made map[int64]bool, again bool) error {
	slices.SortFunc(cs, func(a, b pendingClaim) int {
		return cmp.Or(cmp.Compare(a.subject, b.subject), cmp.Compare(a.slot, b.slot), cmp.Compare(a.article, b.article), cmp.Compare(a.i, b.i))
	})
	for n, from := 0, 0; from < len(cs); n++ {
		if n%manyRows == 0 {
			if err := w.pending.rest(); err != nil {
				return err
			}
		}
		c, to := &cs[from], from+1
		for to < len(cs) && cs[to].subject == c.subject && cs[to].slot == c.slot {
			to++
		}
		several := to-from > 1
		if !several && !made[c.subject] { // others are there only where the fact was
			var err error
			if several, err = w.one(nothing, "SELECT 1 FROM claim WHERE subject = ? AND slot = ? LIMIT 1", c.subject, c.slot); err != nil {
				return err
			}
		}
		if several { // one alone cannot disagree
			w.later(claimed, c.subject)
		}
		from = to
	}
	if again {
		for i := range cs {
			c := &cs[i]
			if _, err := w.exec("DELETE FROM claim WHERE subject = ? AND slot = ? AND article = ? AND i = ?", c.subject, c.slot, c.article, c.i); err != nil {
				return err
			}
		}
	}
	return w.many("INSERT OR FAIL INTO claim (subject, slot, article, i, body) VALUES ", 5, len(cs), func(s *sqlite3.Stmt, at, i int) error { // as in noteRows
		c := &cs[i]
		if err := bindInts(s, at, c.subject, c.slot, c.article, int64(c.i)); err != nil {
			return err
		}
		return s.BindBlob(at+4, c.body)
	})
}

// manyRows is how many rows one statement of many takes.
const manyRows = 32

// many runs an insertion of n rows of so many columns, many at a time. bind
// binds row i from parameter at.
func (w *writer) many(into string, columns, n int, bind func(s *sqlite3.Stmt, at, i int) error) error {
	one := "(" + strings.Repeat("?,", columns-1) + "?)"
	all := into + strings.Repeat(one+",", manyRows-1) + one
	for i := 0; i < n; {
		query, rows := all, manyRows
		if n-i < manyRows {
			query, rows = into+one, 1
		}
		s, err := w.stmt(query, nil)
		if err != nil {
			return err
		}
		for k := range rows {
			if err := bind(s, 1+k*columns, i+k); err != nil {
				return err
			}
		}
		s.Step()
		if err := cmp.Or(s.Reset(), w.pending.rest()); err != nil {
			return err
		}
		i += rows
	}
	return nil
}

func bindInts(s *sqlite3.Stmt, at int, values ...int64) error {
	for i, v := range values {
		if err := s.BindInt64(at+i, v); err != nil {
			return err
		}
	}
	return nil
}
