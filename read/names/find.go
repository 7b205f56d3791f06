package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

// found is a name where it stands, before it is linked.
type found struct {
	first, last int   // tokens, half-open
	cut         uint8 // folded bytes of particles before the name
	kind        actorKind
	refs        []lexicon.Ref // entries of the lexicon that have this name
	head        int16         // 1 + index of lexicon.Heads that it is built on
	title       int32         // 1 + index of the title before it
	rule        string
	actor       int32 // 1 + index of the group it belongs to
}

// actorKind is what a name names.
type actorKind uint8

const (
	aPerson actorKind = iota
	aBody
	aPlace
)

// mention is the type of a mention of the kind.
func (k actorKind) mention() fact.MentionType {
	switch k {
	case aPerson:
		return fact.Person
	case aBody:
		return fact.Organisation
	}
	return fact.Location
}

// Find adds to p.Reading the names of the article and their actors.
func Find(p *page.Page) {
	pool := p.Lex.Scratch(page.NamesScratch)
	f, ok := pool.Get().(*finder)
	if !ok {
		f = &finder{}
	}
	f.begin(p)
	f.classify()
	f.lookUp()
	f.pairUp()
	f.expectNames()
	f.scan()
	f.weigh()
	f.spread()
	f.link()
	if f.end() {
		pool.Put(f)
	}
}

// scan goes through the article and keeps the longest name that begins at each
// token. Most words are ordinary ones that nothing stands before, and are told
// by their bits; right after a name, one with و may begin the next of a row.
func (f *finder) scan() {
	var c found
	after := false
	for i, ws := 0, f.w[:len(f.Tokens)]; uint(i) < uint(len(ws)); {
		w := ws[i].class
		if w&begins == 0 && w&wholly != inBody|letters && !(after && w&(inBody|letters) == inBody|letters && strings.HasPrefix(f.Tokens[i].Word, "و")) || !f.best(i, &c) {
			i, after = i+1, false
			continue
		}
		f.keep(&c)
		i, after = c.last, true
	}
}

// keep records a name.
func (f *finder) keep(c *found) {
	f.found = append(f.found, *c)
	for k := c.first; k < c.last; k++ {
		f.owner[k] = int32(len(f.found))
		f.w[k].class |= owned
	}
}

// best is the longest name that begins at token i; of two as long, the one of
// the lexicon, unless a title asks for a person.
func (f *finder) best(i int, best *found) bool {
	var c found
	w := &f.w[i]
	ok := f.longest(i, true, best)
	switch {
	case w.Head > 0:
		ok = f.longer(best, &c, ok, f.built(i, &c))
	case w.Has(port):
		ok = f.longer(best, &c, ok, f.portfolio(i, &c))
	}
	switch {
	case !w.Has(letters):
		ok = f.longer(best, &c, ok, f.acronym(i, &c))
	case f.wordAt(i) == "ل" && f.told(i, best):
		return true
	default:
		is := f.person(i, &c) || !ok && f.another(i, &c)
		if is && ok && c.last == best.last && best.kind != aPerson && f.expect[i].why == afterTitle && c.title > 0 {
			*best = c
			return true
		}
		if !(is && ok && f.runsOn(best, &c)) {
			ok = f.longer(best, &c, ok, is)
		}
	}
	switch {
	case ok && best.kind == aBody:
		f.wholeQuoted(best)
		best.last, best.refs = f.shortName(best.first, best.last, best.refs)
	case ok && best.kind == aPlace && best.last == i+2 && f.partOnly(i):
		return false
	}
	return ok
}

// wholeQuoted goes on over what a listed body is for, up to the quotation mark that ends
// the name of a body that nobody listed: «الجبهة الشعبية لتجديد الجبل» is not the listed
// front.
func (f *finder) wholeQuoted(c *found) {
	k := c.last
	if len(c.refs) == 0 || f.w[c.first].Head == 0 || !f.mark(c.first-1) || k >= len(f.Tokens) || !f.follows(k) || !strings.HasPrefix(f.wordAt(k), "ل") || f.w[k].Any(particle|finite) {
		return
	}
	for n := 0; n < 6 && f.follows(k); n++ {
		k++
	}
	if k > c.last+1 && k < len(f.Tokens) && f.mark(k) && f.Tokens[k].Gap < arabic.Line {
		c.last, c.refs = k, nil
	}
}

// partOnly reports whether the listed name at token i is a part of the earth and its first
// word only tells the part of a longer name: «وسط أفريقيا الوسطى».
func (f *finder) partOnly(i int) bool {
	switch f.wordAt(i) {
	case "وسط", "شمال", "جنوب", "شرق", "غرب":
	default:
		return false
	}
	var c found
	return f.startsThing(i+1) && f.longest(i+1, false, &c) && c.kind == aPlace && c.last > i+2
}

// longer puts c into best where c is found and best is not, or is shorter. It
// reports whether either is found.
func (f *finder) longer(best, c *found, ok, is bool) bool {
	if is && (!ok || c.last > best.last) {
		*best = *c
	}
	return ok || is
}

// runsOn reports whether a name by its shape goes beyond the whole name of a
// listed person over an ordinary word: «طلب أبو مازن التأكيد», «كلينتون مهتمان».
func (f *finder) runsOn(listed, c *found) bool {
	if listed.kind != aPerson || len(listed.refs) == 0 || listed.last < listed.first+2 || c.first != listed.first || c.last <= listed.last {
		return false
	}
	w := &f.w[listed.last]
	return w.Any(known) && !w.Any(given) || !w.Any(known|definite|given) && w.Has(lexicon.PluralLike) && !w.Has(lexicon.ForeignLike)
}

// shortName goes on over the short name that follows an organisation's long
// one, in quotation marks or not: «حركة المقاومة الإسلامية "حماس"».
func (f *finder) shortName(first, last int, refs []lexicon.Ref) (int, []lexicon.Ref) {
	k := last
	if k >= len(f.Tokens) || f.Tokens[k].Gap >= arabic.Line || last < first+2 || !f.w[k].Has(inBody) {
		return last, refs
	}
	quoted := f.mark(k)
	if quoted {
		k++
	}
	for n := f.w[k].ph0; n < f.w[k].ph1; n++ {
		p := &f.phrases[n]
		if p.Cut > 0 || quoted && !f.mark(p.Last) {
			continue
		}
		for i, r := range p.Refs {
			if r.Table != lexicon.OrganisationTable || (!quoted || len(refs) > 0) && !hasEntry(refs, r) {
				continue // قوات الأمم المتحدة "مينوسما": the name of another body
			}
			if last = p.Last; quoted {
				last++
			}
			if len(refs) == 0 {
				refs = p.Refs[i : i+1 : i+1]
			}
			return last, refs
		}
	}
	return last, refs
}

// hasEntry reports whether one of refs is the entry of r.
func hasEntry(refs []lexicon.Ref, r lexicon.Ref) bool {
	for _, have := range refs {
		if have.Table == r.Table && have.Entry == r.Entry {
			return true
		}
	}
	return false
}

// span is the source span of a name.
func (f *finder) span(c *found) text.Span {
	return text.Span{Start: f.Inner(c.first, int(c.cut)), End: f.Tokens[c.last-1].End}
}

// word is the folded word of token i, "" outside the article.
func (f *finder) wordAt(i int) string { return f.Page.Word(i) }

// quoted reports whether tokens [first, last) stand alone between quotation
// marks.
func (f *finder) quoted(first, last int) bool {
	return first > 0 && last < len(f.Tokens) && f.mark(first-1) && f.mark(last)
}

// mark reports whether token i is a quotation mark or a single apostrophe.
func (f *finder) mark(i int) bool { return i >= 0 && i < len(f.w) && f.w[i].Has(lexicon.QuoteMark) }
