package record

import (
	"mahdar/text"
)

// Article is what faces show of an article.
type Article struct {
	ID        string
	Source    text.Source
	Published text.Published
	Title     string
	Text      string
}

// Outlet is the name to print for where the article comes from: the outlet
// told, else the site of its address, else its file.
func (a *Article) Outlet() string {
	if a.Source.Outlet != "" {
		return a.Source.Outlet
	}
	if s := site(a.Source.URL); s != "" {
		return s
	}
	return base(a.Source.Path)
}

// Evidence is one finding of a fact in its article.
type Evidence struct {
	Article *Article
	About   ID
	Body    any // a pointer: *fact.Statement for a statement
}

// Quote is the chief words of the evidence, parted by « … » where they stand apart.
func (e Evidence) Quote() string {
	spans := Spans(e.Body)
	if st := content(e.Body); st != nil {
		spans = st
	}
	return Words(e.Article.Text, spans)
}

// Fact is a line of the record with all its evidence, the earliest first.
type Fact struct {
	ID       ID
	Process  string
	Ordinal  int
	First    string // days, of the earliest evidence
	Last     string
	Label    string
	Evidence []Evidence
	Left     int        // further pieces of evidence, which whoever asked for the fact did not want
	Also     []*Article // of the first of these, where asked for
	At       string     // cursor: the place of the fact in the answer that it came with; see store.Query
	Review   *Review    // nil where people have decided nothing
}

// Value is what some pieces of evidence say of one slot.
type Value struct {
	Value string
	From  []int // indices into Fact.Evidence
}

// Slot is what is said of one thing: several values where the accounts differ,
// the one with the earliest evidence first. Nothing is decided between them.
type Slot []Value

// Add notes that evidence i says v.
func (s *Slot) Add(v string, i int) {
	if v == "" {
		return
	}
	for k := range *s {
		if plain((*s)[k].Value) == plain(v) {
			(*s)[k].From = append((*s)[k].From, i)
			return
		}
	}
	*s = append(*s, Value{v, []int{i}})
}

// Latest is the value whose last evidence is the latest, which for a slot that
// changes over time (a status) is where things stand; "" for an empty slot.
func (s Slot) Latest() string {
	best, at := "", -1
	for _, v := range s {
		if l := v.From[len(v.From)-1]; l > at {
			best, at = v.Value, l
		}
	}
	return best
}

// One is the first value, "" for none.
func (s Slot) One() string {
	if len(s) == 0 {
		return ""
	}
	return s[0].Value
}
