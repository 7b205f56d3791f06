package names

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

// group is the names of one actor in the article.
type group struct {
	kind    actorKind
	ref     lexicon.Ref
	listed  bool
	respelt bool // every name of it is spelled as no list has it
	written bool
	as      int32  // index of the first group whose actor has the same id
	bearer  int32  // 1 + index of linker.bearers, for a person
	name    string // as it is shown
	id      string // of the actor
	english string
	longest string
	words   []string // folded words of the longest name
	key     uint64   // their number
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
	bearers   []bearer            // of persons' names
	byRef     table[int32]        // by entry: 1 + index of the group
	byName    table[kinds]        // by number: the folded words
	bySurface table[kinds]        // by the hash of the name as it is written
	arena     []string            // what words returns pieces of
	order     []int32             // names, the longest first
	lengths   []int32             // how many names have so many tokens or more: see byLength
	spellings map[string]spelling // from article to article
	last      struct {            // the name that groupOf took apart last
		n     int
		words []string
		key   uint64
	}
}

// kinds are groups of one name by kind: 1 + index, 0 for none.
type kinds [3]int32

// assign gives each name a group: full names first, then what is part of one.
func (l *linker) assign() {
	for _, n := range l.byLength() {
		if c := &l.found[n]; c.actor >= 0 {
			have := l.bySurface.at(l.HashOf(l.span(c).In(l.Source)))
			if have[c.kind] == 0 {
				have[c.kind] = int32(l.groupOf(int(n)) + 1)
			}
			l.put(int(n), int(have[c.kind]-1))
		}
	}
	for n := range l.found {
		if from := -l.found[n].actor; from > 0 {
			l.put(n, int(l.found[from-1].actor)-1)
		}
	}
}

// byLength are the indices of found, those of most tokens first, in their order
// where they have as many.
func (l *linker) byLength() []int32 {
	most := 0
	for n := range l.found {
		most = max(most, l.found[n].last-l.found[n].first)
	}
	at := page.Cleared(l.lengths, most+2)
	for n := range l.found {
		at[l.found[n].last-l.found[n].first]++
	}
	for k := most; k >= 0; k-- {
		at[k] += at[k+1] // where those of k-1 tokens begin
	}
	l.order = page.Cleared(l.order, len(l.found))
	for n := range l.found {
		k := l.found[n].last - l.found[n].first + 1
		l.order[at[k]] = int32(n)
		at[k]++
	}
	l.lengths = at
	return l.order
}

// put adds name n to group g.
func (l *linker) put(n, g int) {
	c := &l.found[n]
	c.actor = int32(g + 1)
	gr := &l.groups[g]
	if s := l.span(c).In(l.Source); len(s) > len(gr.longest) {
		gr.longest = l.written(c, s)
		if l.last.n != n {
			l.takeApart(n)
		}
		gr.words, gr.key = l.last.words, l.last.key
		if gr.bearer > 0 {
			l.bearers[gr.bearer-1] = bearerOf(g, gr.words)
		}
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

// takeApart makes name n the last.
func (l *linker) takeApart(n int) {
	l.last.n, l.last.words = n, l.words(&l.found[n])
	l.last.key = number(l.last.words)
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
	if c.head > 0 && !l.w[c.first].Has(definite) && l.dual(c.first) && l.w[c.first].Head == c.head {
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

// officeWords is a title as the article words it, without attached particles and
// the letters of another after it: «رئيس اللجنة د.».
func (l *linker) officeWords(t title) string {
	last := t.last
	for k := t.head; k < last; k++ {
		if l.abbreviated(k) == last {
			last = k
		}
	}
	o := text.Span{Start: l.Inner(t.first, int(t.cut)), End: l.Tokens[last-1].End}.In(l.Source)
	if t.cut > 0 && strings.HasPrefix(l.Tokens[t.first].Word[t.cut-2:], "لل") {
		o = "ا" + o
	}
	return strings.TrimRight(strings.TrimRight(o, " ،,/"), "\n")
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
		if name, ok := lexicon.Servant(w); ok && c.kind == aPerson { // عبدالغني is عبد الغني
			l.arena = append(l.arena, w[:len(w)-len(name)])
			w = name
		}
		l.arena = append(l.arena, arabic.Undet(w))
	}
	return l.arena[from:len(l.arena):len(l.arena)]
}

// groupOf is the group that name n belongs to, a new one where there is none.
func (l *linker) groupOf(n int) int {
	c := &l.found[n]
	l.takeApart(n)
	have := &l.byName.at(l.last.key)[c.kind]
	if *have > 0 {
		return int(*have - 1)
	}
	g := -1
	if c.kind == aPerson {
		g = l.samePerson(l.last.words)
	}
	refs, respelt := c.refs, false
	if len(refs) == 0 && g < 0 {
		if refs = l.refsOf(c); len(refs) == 0 {
			refs = l.innerRefs(c)
		}
		if len(refs) == 0 && c.kind == aPerson {
			var person int32
			if person, respelt = l.respelt(l.last.words); respelt {
				refs = []lexicon.Ref{{Table: lexicon.PersonTable, Entry: person}}
			}
		}
	}
	if g < 0 && len(refs) > 0 {
		ref := l.choose(refs)
		ref.Alias = 0
		of := l.byRef.at(refKey(ref))
		if *of == 0 {
			*of = int32(l.newGroup(group{kind: c.kind, ref: ref, listed: true, respelt: respelt}) + 1)
		}
		g = int(*of - 1)
		l.groups[g].respelt = l.groups[g].respelt && respelt
	}
	if g < 0 {
		g = l.newGroup(group{kind: c.kind, head: c.head})
	}
	*have = int32(g + 1)
	return g
}

// refKey is a hash of an entry.
func refKey(r lexicon.Ref) uint64 { return spreadOut(uint64(r.Table)<<32 | uint64(uint32(r.Entry))) }

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
			case c.kind == aPerson && r.Table == lexicon.PersonTable, c.kind == aBody && r.Table == lexicon.OrganisationTable,
				c.kind == aPlace && (r.Table == lexicon.PlaceTable || r.Table == lexicon.StateTable):
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
	case c.kind == aBody && c.head > 0 && c.last > c.first+3 && l.mark(c.first+1) && l.mark(c.last-1):
		inner.first, inner.last = c.first+2, c.last-1
	case c.kind == aPerson && c.last > c.first+2 && c.cut == 0 && l.Tokens[c.first].Word == l.Tokens[c.first+1].Word:
		inner.first++
	default:
		return nil
	}
	return l.refsOf(&inner)
}

func (l *linker) newGroup(g group) int {
	n := len(l.groups)
	if g.kind == aPerson {
		l.bearers = append(l.bearers, bearer{})
		g.bearer = int32(len(l.bearers))
	}
	l.groups = append(l.groups, g)
	return n
}

// choose is the entry meant among those that share a name: a state before a
// place, then what is of a country that the article is about, and of persons
// one who held an office on the day of publication.
func (l *linker) choose(refs []lexicon.Ref) lexicon.Ref {
	if len(refs) == 1 {
		return refs[0]
	}
	best, most := refs[0], -1
	for _, r := range refs {
		n := 2 * min(l.weightOf(r), 1000)
		if r.Table == lexicon.StateTable {
			n++ // تونس is the state before it is its capital, and عمان, but where the article is about Jordan
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

// write adds the mentions, in the order of the text, and the actors.
func (l *linker) write() {
	l.byName.empty()
	for g := range l.groups {
		l.identify(g)
	}
	r := l.Reading
	r.Mentions = slices.Grow(r.Mentions, len(l.found))
	r.Actors = slices.Grow(r.Actors, len(l.groups))
	for i, ws := 0, l.w[:len(l.Tokens)]; i < len(ws); i++ {
		if !ws[i].Has(owned) {
			continue
		}
		c := &l.found[l.owner[i]-1]
		g := &l.groups[c.actor-1]
		l.AddName(fact.Mention{Span: l.span(c), Type: c.kind.mention(), Name: g.name, Actor: g.id, Rule: c.rule}, c.first, c.last)
		if first := &l.groups[g.as]; !first.written {
			first.written = true
			r.Actors = append(r.Actors, fact.Actor{})
			l.describe(g, &r.Actors[len(r.Actors)-1])
		}
		i = c.last - 1
	}
}

// identify gives a group the name and the id of its actor.
func (l *linker) identify(n int) {
	g := &l.groups[n]
	g.as = int32(n)
	if g.listed {
		g.id = l.lex.ActorID(g.ref)
		switch i := g.ref.Entry; g.ref.Table {
		case lexicon.PersonTable:
			if g.name = l.lex.People[i].Name; g.respelt {
				g.name = arabic.Plain(g.longest) // the actor has the usual spelling
			}
		case lexicon.OrganisationTable:
			g.name = l.lex.Organisations[i].Name
		case lexicon.PlaceTable:
			g.name = l.lex.Places[i].Name
		case lexicon.StateTable:
			g.name = l.lex.States[i].Name
		}
		return
	}
	g.id, g.name, g.english = l.spell(g)
	have := &l.byName.at(g.key)[g.kind]
	if *have == 0 {
		*have = int32(n + 1)
	}
	g.as = *have - 1
}

// describe writes the actor of a group.
func (l *linker) describe(g *group, a *fact.Actor) {
	a.ID, a.Name, a.Type, a.Offices = g.id, g.name, g.kind.mention(), g.offices
	if !g.listed {
		if a.English = g.english; g.head > 0 {
			a.Kind, a.Sector = l.lex.Heads[g.head-1].Kind, l.lex.Heads[g.head-1].Sector
		}
		return
	}
	a.Country = l.lex.CountryCode(g.ref)
	switch i := g.ref.Entry; g.ref.Table {
	case lexicon.PersonTable:
		e := &l.lex.People[i]
		a.English, a.Sector, a.Wikidata = e.English, e.Sector, e.Wikidata
	case lexicon.OrganisationTable:
		e := &l.lex.Organisations[i]
		a.English, a.Kind, a.Sector, a.Wikidata = e.English, e.Kind, e.Sector, e.Wikidata
	case lexicon.PlaceTable:
		e := &l.lex.Places[i]
		a.English, a.Kind, a.Wikidata = e.English, e.Kind, e.Wikidata
	case lexicon.StateTable:
		e := &l.lex.States[i]
		a.English, a.Kind, a.Sector, a.Wikidata = e.English, "state", "GOV", e.Wikidata
	}
}

// spelling is what an actor that is not listed goes by: it follows from its
// name, and names come back from article to article.
type spelling struct {
	kind    actorKind
	key     uint64
	id      string
	name    string
	english string
}

// mostSpelled bounds the names whose spelling is remembered.
const mostSpelled = 1 << 13

// spell is the id of an actor that is not listed, how its name is shown, and the same
// in Latin letters.
func (l *linker) spell(g *group) (id, name, english string) {
	s, ok := l.spellings[g.longest]
	if ok && s.kind == g.kind && s.key == g.key {
		return s.id, s.name, s.english
	}
	longest := strings.Clone(g.longest)
	s.name = arabic.Plain(longest)
	prefix := "place:"
	switch g.kind {
	case aPerson:
		prefix = "person:"
		s.name = l.usualSpelling(s.name)
	case aBody:
		prefix = "org:"
	}
	s.english = arabic.Romanise(s.name)
	s.kind, s.key, s.id = g.kind, g.key, numbered(prefix, g.key)
	if len(l.spellings) >= mostSpelled {
		clear(l.spellings)
	}
	l.spellings[longest] = s
	return s.id, s.name, s.english
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
