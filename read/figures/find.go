package figures

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

// Find adds the figures of p's article to its reading.
func Find(p *page.Page) {
	f := finder{p: p}
	for i := 0; ; {
		i = p.Next(i, len(p.Tokens), page.NumberToken|page.NumberWord|page.Unit)
		if i == len(p.Tokens) {
			return
		}
		i = max(i+1, f.at(i))
	}
}

// finder reads the figures of one page from left to right.
type finder struct {
	p    *page.Page
	told map[told]bool // what was counted before, for «الشروط الستة»
}

// told is a count that the article has given.
type told struct {
	unit string
	min  int64
}

// count is a figure while it is put together.
type count struct {
	first, last int // tokens of the whole expression
	cut         int // folded bytes of particles before its first token
	min, max    *int64
	unit        string
	concerns    string
	rule        string
	number      int // the token where the number itself begins
}

// at reads the figure that begins with token i and returns the token to go on
// with.
func (f *finder) at(i int) int {
	switch {
	case !f.p.Body(i) || f.p.Dated(i):
		return i + 1
	case !f.p.Has(i, page.NumberToken|page.NumberWord):
		return f.noun(i)
	}
	n, ok := f.p.NumberAt(i)
	if !ok {
		return i + 1
	}
	if f.named(n) {
		return n.Last
	}
	c, ok := f.counted(n)
	if ok {
		f.add(c)
	}
	return max(c.last, n.Last)
}

// noun reads what begins with a noun: a dual, a singular with «على الأقل» or
// واحد after it.
func (f *finder) noun(i int) int {
	if !dualLike(f.word(i)) && f.oneAfter(i) < 0 {
		return i + 1
	}
	r, u, ok := f.unitWord(i)
	if !ok {
		return i + 1
	}
	if c, ok := f.dual(i, r, u); ok {
		f.add(c)
		return c.last
	}
	if c, ok := f.single(i, r, u); ok {
		f.add(c)
		return c.last
	}
	return i + 1
}

// add records a count with its place and source.
func (f *finder) add(c count) {
	p := f.p
	sp := text.Span{Start: p.Inner(c.first, c.cut), End: p.Tokens[c.last-1].End}
	v := int64(0)
	if c.min != nil {
		v = *c.min
	}
	if f.told == nil {
		f.told = map[told]bool{}
	}
	f.told[told{c.unit, v}] = true
	p.AddFigure(fact.Figure{Span: sp, Min: c.min, Max: c.max, Unit: c.unit, Concerns: c.concerns, Place: f.place(c), Source: f.source(c), Rule: c.rule})
}

// unitWord is the counted noun that token i is.
func (f *finder) unitWord(i int) (lexicon.Reading, *lexicon.Unit, bool) {
	if !f.p.Has(i, page.Unit) {
		return lexicon.Reading{}, nil, false
	}
	r, s, ok := f.p.Find(i, lexicon.UnitWord, nil)
	if !ok {
		return r, nil, false
	}
	return r, &f.p.Lex.Units[s.Entry], true
}

// unitAt is the counted noun that begins with token i, of one word or of
// several, the longest first.
func (f *finder) unitAt(i int) (u *lexicon.Unit, last int, ok bool) {
	if i >= len(f.p.Tokens) || f.p.Tokens[i].Gap >= arabic.Line {
		return nil, i, false
	}
	f.p.Phrases(i, func(ph lexicon.Phrase) {
		if ok || ph.Last <= i+1 || ph.Conj != 0 || ph.Prep != 0 {
			return
		}
		for _, ref := range ph.Refs {
			if ref.Table == lexicon.UnitTable {
				u, last, ok = &f.p.Lex.Units[ref.Entry], ph.Last, true
			}
		}
	})
	if ok {
		return u, last, true
	}
	r, u, ok := f.unitWord(i)
	if !ok || r.Conj != 0 || r.Prep != 0 {
		return nil, i, false
	}
	return u, i + 1, true
}

// near reports whether token i stands on the line of the one before it.
func (f *finder) near(i int) bool {
	return i >= 0 && i < len(f.p.Tokens) && f.p.Tokens[i].Gap < arabic.Line
}

// word is the folded word of token i without an attached و.
func (f *finder) word(i int) string { return f.p.Word(i) }

func value(v int64) *int64 { return &v }
