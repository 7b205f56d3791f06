package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// item is a fact in a list: the row of its lead, and the row by which it
// answers the question, with the place of that.
type item struct {
	lead  int64
	place store.Place // Tie is the row
}

// list is a question to table fact, answered a part at a time. Facts that are
// one are listed once, where the first of those stands that answers.
type list struct {
	l       *loader
	streams []*stream
	back    bool
	want    int // of items yet, 0 for all
}

// stream is so much of a list as stands in one order: one of the lists of
// table roll, or facts that are looked up by their hashes.
type stream struct {
	roll  *rollReader // nil for facts by their hashes
	where []string
	param map[string]any

	at     store.Place // behind which it goes on, of facts by their hashes
	begun  bool
	buffer []item
	size   int
	done   bool
}

// question is what all streams of a list ask for: conditions on a row of table
// fact, with %[1]s for its name, and their parameters.
type question struct {
	conds []string
	param map[string]any
}

func (q *question) and(cond string) { q.conds = append(q.conds, cond) }

// hashes is a list of numbers as one parameter.
func hashes(ns []int64) string {
	b, err := json.Marshal(ns)
	if err != nil {
		panic(err) // numbers
	}
	return string(b)
}

// list asks q. It is nil where nothing can answer.
func (l *loader) list(q store.Query) (*list, error) {
	x := question{param: map[string]any{"kind": int(q.Kind)}}
	x.and("%[1]s.kind = :kind")
	sc, found, err := l.scope(q, &x)
	if err != nil || !found {
		return nil, err
	}
	if q.Loose {
		x.and("%[1]s.about = 0")
	}
	from, to := number(q.From), number(q.To)
	if from > 0 {
		x.and("iif(%[1]s.last = 0, %[1]s.first, %[1]s.last) >= :from")
		x.param["from"] = from
	}
	if to > 0 {
		x.and("%[1]s.first <> 0 AND %[1]s.first <= :to")
		x.param["to"] = to
	}
	ls := &list{l: l, back: q.Back}
	ls.open(q, x, sc)
	if err := ls.bounds(q, x, sc.byHash || len(sc.about) > 0 || len(sc.actors) > 0); err != nil {
		return nil, err
	}
	if ls.want = q.Limit; ls.want > 0 {
		ls.want += q.Offset
	}
	return ls, nil
}

// scope is what a query narrows its facts to.
type scope struct {
	about, actors []int64 // hashes of what the facts are about, of who takes part
	process       int64   // number of the talks
	byHash        bool    // the facts are given by their own hashes
}

// scope puts the conditions of q that narrow its facts into x; false where nothing can
// meet them.
func (l *loader) scope(q store.Query, x *question) (sc scope, found bool, err error) {
	for _, c := range []struct {
		id   record.ID
		into *[]int64
		name string
		cond string
	}{
		{q.ID, nil, "ids", "%[1]s.hash IN (SELECT value FROM json_each(:ids))"},
		{q.About, &sc.about, "abouts", "%[1]s.about IN (SELECT value FROM json_each(:abouts))"},
		{q.Actor, &sc.actors, "actors", "EXISTS (SELECT 1 FROM link WHERE fact = %[1]s.n AND actor IN (SELECT value FROM json_each(:actors)))"},
	} {
		if c.id.IsZero() {
			continue
		}
		kin, err := l.kinOf(c.id)
		if err != nil {
			return sc, false, err
		}
		x.and(c.cond)
		x.param[c.name] = hashes(kin)
		if c.into != nil {
			*c.into = kin
		} else {
			sc.byHash = true
		}
	}
	if q.Article != "" {
		own, err := l.factsOf(q.Article)
		if err != nil || len(own) == 0 {
			return sc, false, err
		}
		x.and("%[1]s.hash IN (SELECT value FROM json_each(:own))")
		x.param["own"] = hashes(own)
		sc.byHash = true
	}
	if q.Process != nil {
		found, err := l.r.one(func(s *sqlite3.Stmt) { sc.process = s.ColumnInt64(0) }, "SELECT n FROM term WHERE word = ?", *q.Process)
		if err != nil || !found {
			return sc, false, err
		}
		x.and("%[1]s.process = :process")
		x.param["process"] = sc.process
	}
	return sc, true, nil
}

// open begins the streams that hold the facts of x, of the narrowest index that knows them.
func (ls *list) open(q store.Query, x question, sc scope) {
	switch {
	case sc.byHash:
		ls.add(x)
	case len(sc.about) > 0:
		for _, h := range sc.about {
			ls.read(x, q, ofAbout, h, "f.about = :one")
		}
	case len(sc.actors) > 0:
		for _, h := range sc.actors {
			ls.read(x, q, ofActor, h, "EXISTS (SELECT 1 FROM link WHERE fact = f.n AND actor = :one)")
		}
	case q.Process != nil:
		ls.read(x, q, ofTalks, sc.process, "")
	default:
		ls.read(x, q, ofAll, 0, "")
	}
}

// bounds keeps the streams from reading what lies outside of the days and
// before the cursor. few says that there is little to read.
func (ls *list) bounds(q store.Query, x question, few bool) error {
	if q.From != "" && number(q.From) > 0 && !few {
		// What began before the day and reaches it is apart: there is little of it.
		low := store.FirstPlace(q.From).At
		ls.streams[0].roll.above(low)
		ls.read(x, q, ofLong, 0, "")
		ls.streams[1].roll.below(low)
	}
	for _, s := range ls.streams {
		if q.To != "" && number(q.To) > 0 && s.roll != nil {
			s.roll.below(store.FirstPlace(q.To).At + 1<<34)
		}
		if q.After == "" {
			continue
		}
		p, err := store.ParsePlace(q.After)
		if err != nil {
			return err
		}
		s.at, s.begun = p, true
		if s.roll != nil {
			s.roll.after(p)
		}
	}
	return nil
}

// read adds a stream that reads a list; h is its number and parameter :one of cond.
func (ls *list) read(x question, q store.Query, sort listSort, h int64, cond string) {
	s := ls.add(x)
	s.roll = newRollReader(sort, h, q.Kind, ls.back)
	if cond != "" {
		s.where = append(s.where, cond)
		s.param["one"] = h
	}
}

// add adds a stream.
func (ls *list) add(x question) *stream {
	s := &stream{param: map[string]any{}}
	var earlier []string
	for _, c := range x.conds {
		s.where = append(s.where, fmt.Sprintf(c, "f"))
		earlier = append(earlier, fmt.Sprintf(c, "m"))
	}
	// Of facts that are one, the first that answers stands for all.
	earlier = append(earlier, "(m.at, m.nth, m.n) < (f.at, f.nth, f.n)")
	before := strings.Join(earlier, " AND ")
	s.where = append(s.where,
		"NOT EXISTS (SELECT 1 FROM fact m INDEXED BY fact_lead WHERE m.lead = iif(f.lead = 0, f.n, f.lead) AND m.lead <> 0 AND "+before+")",
		"(f.lead = 0 OR NOT EXISTS (SELECT 1 FROM fact m WHERE m.n = f.lead AND "+before+"))")
	for k, v := range x.param {
		s.param[k] = v
	}
	ls.streams = append(ls.streams, s)
	return s
}

// The parts that a stream is read in: small at first, because most who ask
// want little.
const (
	fewest    = 8
	leastPart = 32
	mostPart  = 1024
)

// fill reads the next part of a stream.
func (ls *list) fill(s *stream) error {
	first := leastPart
	if ls.want > 0 {
		first = min(first, max(ls.want, fewest))
	}
	s.size = min(max(2*s.size, first), mostPart)
	s.buffer = s.buffer[:0]
	if s.roll == nil {
		return ls.byHash(s)
	}
	es, err := s.roll.next(ls.l, s.size)
	if err != nil {
		return err
	}
	s.done = len(es) < s.size
	rows := make([]int64, len(es))
	for i, e := range es {
		rows[i] = int64(e.fact)
	}
	s.param["rows"] = hashes(rows)
	return ls.l.r.named(func(row *sqlite3.Stmt) error {
		p := es[row.ColumnInt(0)].place()
		if p.At == row.ColumnInt64(2) && p.Nth == row.ColumnInt64(3) { // else it has moved, and stands elsewhere, too
			s.buffer = append(s.buffer, item{row.ColumnInt64(1), p})
		}
		return nil
	}, "SELECT e.key, iif(f.lead = 0, f.n, f.lead), f.at, f.nth FROM json_each(:rows) e CROSS JOIN fact f ON f.n = e.value WHERE "+strings.Join(s.where, " AND "), s.param)
}

// byHash reads the next part of facts by their hashes.
func (ls *list) byHash(s *stream) error {
	where, order, than := s.where, "", ">"
	if ls.back {
		order, than = " DESC", "<"
	}
	if s.begun {
		where = append(where[:len(where):len(where)], fmt.Sprintf("(f.at, f.nth, f.n) %s (:at, :nth, :tie)", than))
		s.param["at"], s.param["nth"], s.param["tie"] = s.at.At, s.at.Nth, s.at.Tie
	}
	s.param["size"] = s.size
	query := fmt.Sprintf("SELECT iif(f.lead = 0, f.n, f.lead), f.at, f.nth, f.n FROM fact f INDEXED BY sqlite_autoindex_fact_1 WHERE %[1]s ORDER BY f.at%[2]s, f.nth%[2]s, f.n%[2]s LIMIT :size",
		strings.Join(where, " AND "), order) // the index is that of hash
	err := ls.l.r.named(func(row *sqlite3.Stmt) error {
		s.buffer = append(s.buffer, item{row.ColumnInt64(0), store.Place{At: row.ColumnInt64(1), Nth: row.ColumnInt64(2), Tie: row.ColumnInt64(3)}})
		return nil
	}, query, s.param)
	if err != nil {
		return err
	}
	if n := len(s.buffer); n > 0 {
		s.at, s.begun = s.buffer[n-1].place, true
	}
	s.done = len(s.buffer) < s.size
	return nil
}

// next is the next item of the list, nil after the last.
func (ls *list) next() (*item, error) {
	var first *stream
	for _, s := range ls.streams {
		for len(s.buffer) == 0 && !s.done {
			if err := ls.fill(s); err != nil {
				return nil, err
			}
		}
		if len(s.buffer) > 0 && (first == nil || s.buffer[0].place.Compare(first.buffer[0].place) < 0 != ls.back) {
			first = s
		}
	}
	if first == nil {
		return nil, nil
	}
	x := first.buffer[0]
	for _, s := range ls.streams { // two actors who are one may both have a part in it
		if len(s.buffer) > 0 && s.buffer[0].place == x.place {
			s.buffer = s.buffer[1:]
		}
	}
	return &x, nil
}

// items hands on the items that q asks for.
func (l *loader) items(q store.Query, do func(item) error) error {
	ls, err := l.list(q)
	if ls == nil || err != nil {
		return err
	}
	skip := q.Offset
	if q.Limit == 0 {
		skip = 0
	}
	for given := 0; q.Limit == 0 || given < q.Limit; {
		x, err := ls.next()
		if x == nil || err != nil {
			return err
		}
		if skip > 0 {
			skip--
			continue
		}
		given++
		if err := do(*x); err != nil {
			return err
		}
	}
	return nil
}

// kinOf are the hashes of all facts that the one of id is one with, itself first.
func (l *loader) kinOf(id record.ID) ([]int64, error) {
	out := []int64{id.Hash}
	err := l.r.all(func(s *sqlite3.Stmt) error {
		if h := s.ColumnInt64(0); h != id.Hash {
			out = append(out, h)
		}
		return nil
	}, "WITH lead(n) AS (SELECT iif(lead = 0, n, lead) FROM fact WHERE hash = ?) SELECT f.hash FROM fact f, lead WHERE f.n = lead.n UNION SELECT f.hash FROM fact f, lead WHERE f.lead = lead.n AND f.lead <> 0", id.Hash)
	return out, err
}
