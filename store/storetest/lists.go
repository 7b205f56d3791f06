package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// lists are tests of questions that are answered a part at a time.
func lists() map[string]func(*testing.T, func(*testing.T) store.Store) {
	return map[string]func(*testing.T, func(*testing.T) store.Store){
		"parts of lists of facts":         factsInParts,
		"parts of lists that are decided": decidedInParts,
		"parts while articles come in":    partsMeanwhile,
		"parts of lists of disagreements": disagreementsInParts,
		"parts of shelves":                shelvesInParts,
		"cursors of nobody":               foreignCursors,
		"months":                          monthsAddUp,
		"some of the evidence":            someEvidence,
	}
}

// listed is an item of a list with its cursor.
type listed struct{ id, at string }

// inParts checks that a list is the same in one go, in parts of any size, and
// backwards; ask gives n items after a cursor.
func inParts(t *testing.T, name string, ask func(after string, back bool, n int) []listed) {
	t.Helper()
	whole := ask("", false, 0)
	seen := map[string]bool{}
	for _, x := range whole {
		if seen[x.id] {
			t.Errorf("%s: %s is listed twice", name, x.id)
		}
		seen[x.id] = true
	}
	for _, back := range []bool{false, true} {
		want := slices.Clone(whole)
		if back {
			slices.Reverse(want)
		}
		for _, size := range []int{1, 4, 0} {
			var got []listed
			after := ""
			for len(got) <= len(want) {
				part := ask(after, back, size)
				got = append(got, part...)
				if len(part) == 0 || size == 0 {
					break
				}
				after = part[len(part)-1].at
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s, back %v, in parts of %d:\n%v\nwant\n%v", name, back, size, got, want)
			}
		}
	}
	if len(whole) > 2 { // from the middle either way
		at := len(whole) / 2
		if got := ask(whole[at].at, true, 1); len(got) != 1 || got[0] != whole[at-1] {
			t.Errorf("%s: before item %d is %v, want %v", name, at, got, whole[at-1])
		}
	}
}

func factList(t *testing.T, s store.Store, q store.Query) func(string, bool, int) []listed {
	return func(after string, back bool, n int) (out []listed) {
		t.Helper()
		q.After, q.Back, q.Limit = after, back, n
		for _, f := range all(t, s, q) {
			out = append(out, listed{f.ID.String(), f.At})
		}
		return out
	}
}

// questionsOf are questions of every shape about what is in s.
func questionsOf(t *testing.T, s store.Store) map[string]store.Query {
	t.Helper()
	out := map[string]store.Query{}
	none, qamar, talks := "", "qamar", "talks-3"
	for _, k := range record.Kinds() {
		out[k.String()] = store.Query{Kind: k}
		out[k.String()+" of talks"] = store.Query{Kind: k, Process: &qamar}
		out[k.String()+" of other talks"] = store.Query{Kind: k, Process: &talks}
		out[k.String()+" outside talks"] = store.Query{Kind: k, Process: &none}
		out[k.String()+" of some days"] = store.Query{Kind: k, From: "2031-01-03", To: "2031-01-05"}
		out[k.String()+" from a day"] = store.Query{Kind: k, From: "2031-01-03"}
		out[k.String()+" to a day"] = store.Query{Kind: k, To: "2031-01-05", Process: &qamar}
		out[k.String()+" outside meetings"] = store.Query{Kind: k, Loose: true}
		out[k.String()+" of talks outside meetings"] = store.Query{Kind: k, Loose: true, Process: &qamar}
	}
	actors := all(t, s, store.Query{Kind: record.Actors, Most: 1})
	slices.SortFunc(actors, func(a, b *record.Fact) int { return b.Left - a.Left })
	meetings := all(t, s, store.Query{Kind: record.Meetings, Most: 1})
	for i := range min(3, len(actors)) {
		a, m := actors[i], meetings[len(meetings)*i/3]
		for _, k := range []record.Kind{record.Meetings, record.Statements, record.Incidents} {
			out[fmt.Sprintf("%s of actor %d", k, i)] = store.Query{Kind: k, Actor: a.ID}
			out[fmt.Sprintf("%s of actor %d and talks", k, i)] = store.Query{Kind: k, Actor: a.ID, Process: &qamar}
			out[fmt.Sprintf("%s of actor %d from a day", k, i)] = store.Query{Kind: k, Actor: a.ID, From: "2031-01-02"}
			out[fmt.Sprintf("%s of article %d", k, i)] = store.Query{Kind: k, Article: m.Evidence[0].Article.ID}
		}
		out[fmt.Sprintf("about meeting %d", i)] = store.Query{Kind: record.Statements, About: m.ID}
		out[fmt.Sprintf("about meeting %d of actor 0", i)] = store.Query{Kind: record.Statements, About: m.ID, Actor: actors[0].ID}
	}
	return out
}

// shelved is a store of articles of both sorts, with facts that are one.
func shelved(t *testing.T, open func(*testing.T) store.Store) store.Store {
	s := open(t)
	add(t, s, generated(12)...)
	for n := range 8 {
		add(t, s, Parcel(n, 1), Parcel(n, 2))
	}
	return s
}

func factsInParts(t *testing.T, open func(*testing.T) store.Store) {
	s := shelved(t, open)
	for name, q := range questionsOf(t, s) {
		inParts(t, name, factList(t, s, q))
	}
}

func decidedInParts(t *testing.T, open func(*testing.T) store.Store) {
	v, ms := decided(t, open(t))
	qs := questionsOf(t, v)
	qs["about two that are one"] = store.Query{Kind: record.Statements, About: ms[8].ID}
	shams := "shams"
	qs["of talks that people named"] = store.Query{Kind: record.Statements, Process: &shams}
	for name, q := range qs {
		inParts(t, name, factList(t, v, q))
	}
}

// What is added while somebody goes through a list neither hides what was there
// nor shows it twice.
func partsMeanwhile(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	for n := range 10 {
		add(t, s, Parcel(n, 1))
	}
	for _, k := range []record.Kind{record.Meetings, record.Statements, record.Figures} {
		before := factList(t, s, store.Query{Kind: k})("", false, 0)
		got := map[string]int{}
		after := ""
		for i := 0; ; i++ {
			part := factList(t, s, store.Query{Kind: k})(after, false, 3)
			for _, x := range part {
				got[x.id]++
			}
			if len(part) == 0 {
				break
			}
			after = part[len(part)-1].at
			add(t, s, Parcel(20+10*int(k)+i, 1))
		}
		for _, x := range before {
			if got[x.id] != 1 {
				t.Errorf("%s %s was seen %d times", k, x.id, got[x.id])
			}
		}
		for id, n := range got {
			if n > 1 {
				t.Errorf("%s %s was seen %d times", k, id, n)
			}
		}
	}
}

func disagreementsInParts(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, generated(60)...)
	talks, none := "talks-3", ""
	for name, q := range map[string]store.Query{"all": {}, "of talks": {Process: &talks}, "outside talks": {Process: &none}, "of days": {From: "2030-01-02", To: "2030-01-04"}} {
		inParts(t, name, func(after string, back bool, n int) (out []listed) {
			q.After, q.Back, q.Limit = after, back, n
			for d, err := range s.Disagreements(t.Context(), q) {
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, listed{d.ID.String(), d.At})
			}
			return out
		})
	}
}

func shelvesInParts(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, generated(12)...)
	add(t, s, dated(""))
	for n := range 5 {
		add(t, s, Parcel(n, 1), Parcel(n, 2))
	}
	for name, q := range map[string]store.ArticleQuery{"newest": {}, "oldest": {Oldest: true}, "bare": {Oldest: true, Bare: true}, "words": {Words: store.ParsePattern("محادثات")},
		"words, oldest": {Words: store.ParsePattern("محادثات"), Oldest: true}, "days": {From: "2031-01-03", To: "2031-01-06"}, "words of days": {Words: store.ParsePattern("وفد"), To: "2031-01-06"}} {
		inParts(t, name, func(after string, back bool, n int) (out []listed) {
			q.After, q.Back, q.Limit = after, back, n
			for h, err := range s.Shelf(t.Context(), q) {
				if err != nil {
					t.Fatal(err)
				}
				if (h.Text == "") != q.Bare && !q.Bare {
					t.Errorf("%s: an article without its text", name)
				}
				out = append(out, listed{h.ID, h.ID})
			}
			return out
		})
	}
	var days []string
	for h, err := range s.Shelf(t.Context(), store.ArticleQuery{Words: store.ParsePattern("محادثات")}) {
		if err != nil {
			t.Fatal(err)
		}
		day := h.Published.Day()
		if h.Published.Basis == text.Inferred { // which orders nothing
			day = ""
		}
		days = append(days, day)
	}
	if len(days) == 0 || days[len(days)-1] != "" || !slices.IsSortedFunc(days[:len(days)-1], func(a, b string) int { return -compareStrings(a, b) }) {
		t.Errorf("days of hits: %v", days)
	}
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func foreignCursors(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	add(t, s, Parcel(1, 1))
	for _, cursor := range []string{"5k", "~", "m0123456789ab", "AAAA"} {
		for _, v := range []store.Store{s, store.Reviewed(s)} {
			for _, err := range v.Facts(t.Context(), store.Query{Kind: record.Statements, After: cursor}) {
				if !errors.Is(err, store.ErrCursor) {
					t.Errorf("%q: %v", cursor, err)
				}
			}
			for _, err := range v.Disagreements(t.Context(), store.Query{After: cursor}) {
				if !errors.Is(err, store.ErrCursor) {
					t.Errorf("%q: %v", cursor, err)
				}
			}
			for _, err := range v.Shelf(t.Context(), store.ArticleQuery{After: cursor}) {
				if !errors.Is(err, store.ErrCursor) {
					t.Errorf("%q: %v", cursor, err)
				}
			}
		}
	}
}

func monthsAddUp(t *testing.T, open func(*testing.T) store.Store) {
	v, _ := decided(t, open(t))
	add(t, v.Store, generated(12)...)
	qamar := "qamar"
	for _, s := range []store.Store{v.Store, v} {
		for _, k := range record.Kinds() {
			for _, q := range []store.Query{{Kind: k}, {Kind: k, Process: &qamar}} {
				want := map[string]int{}
				for _, f := range all(t, s, q) {
					want[f.First[:min(7, len(f.First))]]++
				}
				for _, m := range must[[]store.Month](t)(s.Months(t.Context(), q)) {
					if want[m.Month] != m.N && q.Process == nil {
						t.Errorf("%T, %s of %q: %d, want %d", s, k, m.Month, m.N, want[m.Month])
					}
					delete(want, m.Month)
				}
				if len(want) > 0 && q.Process == nil {
					t.Errorf("%T, %s: no %v", s, k, want)
				}
			}
		}
	}
}

// someEvidence asks for some of it: the earliest, and whose the rest is.
func someEvidence(t *testing.T, open func(*testing.T) store.Store) {
	s := open(t)
	for n := range 10 {
		add(t, s, Parcel(n, 1))
	}
	for _, k := range []record.Kind{record.Actors, record.Meetings} {
		for _, f := range all(t, s, store.Query{Kind: k}) {
			some := all(t, s, store.Query{Kind: k, ID: f.ID, Most: 1, Also: 2})[0]
			if len(some.Evidence) != 1 || some.Evidence[0].Article.ID != f.Evidence[0].Article.ID || some.Left != len(f.Evidence)-1 || some.First != f.First {
				t.Errorf("%s: %+v", f.ID, some)
			}
			for i, a := range some.Also {
				if a.ID != f.Evidence[i+1].Article.ID || a.Outlet() != f.Evidence[i+1].Article.Outlet() {
					t.Errorf("%s: article %d is %s", f.ID, i, a.ID)
				}
			}
			if want := min(2, len(f.Evidence)-1); len(some.Also) != want {
				t.Errorf("%s: %d articles, want %d", f.ID, len(some.Also), want)
			}
		}
	}
}
