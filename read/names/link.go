package names

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

// group is the names of one actor in the article.
type group struct {
	kind    fact.MentionType
	ref     lexicon.Ref
	listed  bool
	written bool
	as      int32 // index of the first group whose actor has the same id
	longest string
	words   []string // folded words of the longest name
	head    int16
	offices []string
}

// link groups the names of the article by actor and writes mentions and actors.
func (f *finder) link() {
	if len(f.found) == 0 {
		return
	}
	l := &f.linker
	l.finder = f
	l.assign()
	l.write()
}

type linker struct {
	*finder
	groups    []group
	byRef     map[lexicon.Ref]int
	byName    map[uint64]kinds // by number: the folded words
	bySurface map[string]kinds // by the name as it is written
	arena     []string         // what words returns pieces of
	order     []int
}

// kinds are groups of one name by type: 1 + index, 0 for none.
type kinds [3]int32

// kindIndex is the place of a type in kinds.
func kindIndex(t fact.MentionType) int {
	switch t {
	case fact.Person:
		return 0
	case fact.Organisation:
		return 1
	}
	return 2
}

// assign gives each name a group: full names first, then what is part of one.
func (l *linker) assign() {
	order := l.numbers()
	slices.SortStableFunc(order, func(a, b int) int { return l.found[b].last - l.found[b].first - (l.found[a].last - l.found[a].first) })
	for _, n := range order {
		if l.found[n].actor >= 0 {
			key, k := l.span(&l.found[n]).In(l.Source), kindIndex(l.found[n].kind)
			have := l.bySurface[key]
			if have[k] == 0 {
				have[k] = int32(l.groupOf(n) + 1)
				l.bySurface[key] = have
			}
			l.put(n, int(have[k]-1))
		}
	}
	for n := range l.found {
		if from := -l.found[n].actor; from > 0 {
			l.put(n, int(l.found[from-1].actor)-1)
		}
	}
}

// numbers are the indices of found in their order.
func (l *linker) numbers() []int {
	l.order = l.order[:0]
	for n := range l.found {
		l.order = append(l.order, n)
	}
	return l.order
}

// put adds name n to group g.
func (l *linker) put(n, g int) {
	c := &l.found[n]
	c.actor = int32(g + 1)
	gr := &l.groups[g]
	if s := l.span(c).In(l.Source); len(s) > len(gr.longest) {
		gr.longest = l.written(c, s)
		gr.words = l.words(c)
	}
	if c.title > 0 {
		t := l.titles[c.title-1]
		if !l.ofName(t) {
			return
		}
		if o := l.officeWords(t); o != "" && !slices.Contains(gr.offices, o) {
			gr.offices = append(gr.offices, o)
		}
	}
}

// written is how a name is shown that the article writes as s: with the alif
// that للـ swallows, and with the noun that it is built on in the singular
// («وزارتي الداخلية»).
func (l *linker) written(c *found, s string) string {
	if c.cut > 0 && strings.HasPrefix(l.Tokens[c.first].Word[c.cut-2:], "لل") {
		if first, _, _ := strings.Cut(s, " "); c.head > 0 && l.lex.Heads[c.head-1].Name == first {
			s = "ال" + s // للواء: the word itself begins with ل
		} else {
			s = "ا" + s
		}
	}
	if c.head > 0 && !l.w[c.first].Has(definite) && l.dual(c.first) && l.w[c.first].head == c.head {
		if h := l.lex.Heads[c.head-1]; h.Class == lexicon.HeadMinistry {
			if _, rest, ok := strings.Cut(s, " "); ok {
				return h.Name + " " + rest
			}
		}
	}
	return s
}

// ofName reports whether a title is the name's own. Where a bare noun that the
// title governs stands directly before the name, the name is that noun's:
// «مسؤولي حكومة فلان».
func (l *linker) ofName(t title) bool {
	if t.kin {
		return false
	}
	w := &l.w[t.last-1]
	return t.last <= t.head || w.Any(definite|nisba|clitic) || !w.Has(noun) || l.owner[t.last-1] != 0
}

// officeWords is a title as the article words it, without attached particles.
func (l *linker) officeWords(t title) string {
	o := text.Span{Start: l.Inner(t.first, int(t.cut)), End: l.Tokens[t.last-1].End}.In(l.Source)
	if t.cut > 0 && strings.HasPrefix(l.Tokens[t.first].Word[t.cut-2:], "لل") {
		o = "ا" + o
	}
	return strings.TrimRight(strings.TrimRight(o, " ،,"), "\n")
}

// words are the folded words of a name without marks and articles.
func (l *linker) words(c *found) []string {
	if n := c.last - c.first; cap(l.arena)-len(l.arena) < n {
		l.arena = make([]string, 0, max(n, 2*len(l.found)))
	}
	from := len(l.arena)
	for k := c.first; k < c.last; k++ {
		if l.Tokens[k].Kind == arabic.Quote || l.Tokens[k].Kind == arabic.Punct {
			continue
		}
		w := l.Tokens[k].Word
		if k == c.first && c.cut > 0 && int(c.cut) < len(w) {
			if strings.HasPrefix(w[c.cut:], "ل") && strings.HasSuffix(w[:c.cut], "ل") {
				w = "ا" + w[c.cut:]
			} else {
				w = w[c.cut:]
			}
		}
		l.arena = append(l.arena, arabic.Undet(w))
	}
	return l.arena[from:len(l.arena):len(l.arena)]
}

// groupOf is the group that name n belongs to, a new one where there is none.
func (l *linker) groupOf(n int) int {
	c := &l.found[n]
	words := l.words(c)
	key, k := number(words), kindIndex(c.kind)
	have := l.byName[key]
	if have[k] > 0 {
		return int(have[k] - 1)
	}
	g := -1
	if c.kind == fact.Person {
		g = l.samePerson(words)
	}
	refs := c.refs
	if len(refs) == 0 && g < 0 {
		if refs = l.refsOf(c); len(refs) == 0 {
			refs = l.innerRefs(c)
		}
	}
	if g < 0 && len(refs) > 0 {
		ref := l.choose(refs)
		ref.Alias = 0
		if have, ok := l.byRef[ref]; ok {
			g = have
		} else {
			g = l.newGroup(group{kind: c.kind, ref: ref, listed: true})
			l.byRef[ref] = g
		}
	}
	if g < 0 {
		g = l.newGroup(group{kind: c.kind, head: c.head})
	}
	have[k] = int32(g + 1)
	l.byName[key] = have
	return g
}

// refsOf are the entries whose name a find has that no list gave.
func (l *linker) refsOf(c *found) []lexicon.Ref {
	var out []lexicon.Ref
	for k := l.w[c.first].ph0; k < l.w[c.first].ph1; k++ {
		p := &l.phrases[k]
		if p.Last != c.last || p.Cut != c.cut {
			continue
		}
		for _, r := range p.Refs {
			switch {
			case r.Alias < 0:
			case c.kind == fact.Person && r.Table == lexicon.PersonTable, c.kind == fact.Organisation && r.Table == lexicon.OrganisationTable,
				c.kind == fact.Location && (r.Table == lexicon.PlaceTable || r.Table == lexicon.StateTable):
				out = append(out, r)
			}
		}
	}
	return out
}

// innerRefs are the entries that the words inside a name point to: between the
// quotation marks that an organisation's own name has («حركة "حماس"»), and after a
// first word that a person's name has twice by mistake («محمود محمود عباس»).
func (l *linker) innerRefs(c *found) []lexicon.Ref {
	inner := *c
	inner.cut = 0
	switch {
	case c.kind == fact.Organisation && c.head > 0 && c.last > c.first+3 && l.mark(c.first+1) && l.mark(c.last-1):
		inner.first, inner.last = c.first+2, c.last-1
	case c.kind == fact.Person && c.last > c.first+2 && c.cut == 0 && l.Tokens[c.first].Word == l.Tokens[c.first+1].Word:
		inner.first++
	default:
		return nil
	}
	return l.refsOf(&inner)
}

func (l *linker) newGroup(g group) int {
	l.groups = append(l.groups, g)
	return len(l.groups) - 1
}

// choose is the entry meant among those that share a name: a state before a
// place, then what is of a country that the article is about, and of persons
// one who held an office on the day of publication.
func (l *linker) choose(refs []lexicon.Ref) lexicon.Ref {
	best, most := refs[0], -1
	for _, r := range refs {
		n := 2 * min(l.weightOf(r), 1000)
		if r.Table == lexicon.StateTable {
			return r
		}
		if r.Table == lexicon.PersonTable && l.inOffice(r.Entry) {
			n++
		}
		if n > most {
			best, most = r, n
		}
	}
	return best
}

// inOffice reports whether a person held an office on the day of publication.
func (l *linker) inOffice(person int32) bool {
	for _, r := range l.lex.People[person].Roles {
		if r.On(l.Reading.Published.Day()) {
			return true
		}
	}
	return false
}

// samePerson is the group of a longer name of the article that holds all of
// words.
func (l *linker) samePerson(words []string) int {
	for g := range l.groups {
		gr := &l.groups[g]
		if gr.kind != fact.Person || len(gr.words) <= len(words) {
			continue
		}
		if within(words, gr.words) {
			return g
		}
	}
	return l.variant(words)
}

// variant is the group of a name of the article that words are another spelling
// of, whole or by its last words.
func (l *linker) variant(words []string) int {
	for g := range l.groups {
		gr := &l.groups[g]
		if gr.kind != fact.Person || len(gr.words) < len(words) {
			continue
		}
		if tail := gr.words[len(gr.words)-len(words):]; variants(words, tail) && (len(words) > 1 || arabic.Foreign(words[0]) || arabic.Foreign(tail[0])) {
			return g
		}
	}
	return -1
}

// within reports whether all of a stand in b in the same order.
func within(a, b []string) bool {
	k := 0
	for _, w := range b {
		if k < len(a) && a[k] == w {
			k++
		}
	}
	return k == len(a)
}

// write adds the mentions, in the order of the text, and the actors.
func (l *linker) write() {
	order := l.numbers()
	slices.SortFunc(order, func(a, b int) int { return l.found[a].first - l.found[b].first })
	actors := make([]fact.Actor, len(l.groups))
	clear(l.byName)
	for g := range l.groups {
		l.groups[g].as = int32(g)
		actors[g] = l.actor(g)
	}
	l.Reading.Mentions = slices.Grow(l.Reading.Mentions, len(order))
	l.Reading.Actors = slices.Grow(l.Reading.Actors, len(actors))
	for _, n := range order {
		c := &l.found[n]
		g := int(c.actor) - 1
		a := &actors[g]
		l.AddMention(fact.Mention{Span: l.span(c), Type: c.kind, Name: a.Name, Actor: a.ID, Rule: c.rule})
		if first := &l.groups[l.groups[g].as]; !first.written {
			first.written = true
			l.Reading.Actors = append(l.Reading.Actors, *a)
		}
	}
}

// actor makes the actor of a group.
func (l *linker) actor(n int) fact.Actor {
	g := &l.groups[n]
	a := fact.Actor{Type: g.kind, Offices: g.offices}
	if g.listed {
		a.ID = l.lex.ActorID(g.ref)
		switch i := g.ref.Entry; g.ref.Table {
		case lexicon.PersonTable:
			e := &l.lex.People[i]
			a.Name, a.English, a.Country, a.Sector, a.Wikidata = e.Name, e.English, l.lex.Code(e.Country), e.Sector, e.Wikidata
		case lexicon.OrganisationTable:
			e := &l.lex.Organisations[i]
			a.Name, a.English, a.Kind, a.Country, a.Sector, a.Wikidata = e.Name, e.English, e.Kind, l.lex.Code(e.Country), e.Sector, e.Wikidata
		case lexicon.PlaceTable:
			e := &l.lex.Places[i]
			a.Name, a.English, a.Kind, a.Country, a.Wikidata = e.Name, e.English, e.Kind, l.lex.Code(e.Country), e.Wikidata
		case lexicon.StateTable:
			e := &l.lex.States[i]
			a.Name, a.English, a.Kind, a.Country, a.Sector, a.Wikidata = e.Name, e.English, "state", l.lex.Code(e.ID), "GOV", e.Wikidata
		}
		return a
	}
	a.Name = g.longest
	if g.head > 0 {
		a.Kind, a.Sector = l.lex.Heads[g.head-1].Kind, l.lex.Heads[g.head-1].Sector
	}
	prefix := "place:"
	switch g.kind {
	case fact.Person:
		prefix = "person:"
	case fact.Organisation:
		prefix = "org:"
	}
	key, k := number(g.words), kindIndex(g.kind)
	a.ID = numbered(prefix, key)
	have := l.byName[key]
	if have[k] == 0 {
		have[k] = int32(n + 1)
		l.byName[key] = have
	}
	g.as = have[k] - 1
	a.English = arabic.Romanise(a.Name)
	return a
}

// number is what the words of a name come to: FNV-1a of 64 bits over them with a
// blank between.
func number(words []string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i, w := range words {
		if i > 0 {
			h = (h ^ ' ') * prime
		}
		for k := range len(w) {
			h = (h ^ uint64(w[k])) * prime
		}
	}
	return h
}

// numbered is prefix and a number in 16 hexadecimal digits.
func numbered(prefix string, h uint64) string {
	const digits = "0123456789abcdef"
	b := append(make([]byte, 0, 32), prefix...)
	for shift := 60; shift >= 0; shift -= 4 {
		b = append(b, digits[h>>shift&15])
	}
	return string(b)
}
