package phrases

import (
	"mahdar/lexicon"
	"mahdar/read/page"
)

// Preposition reports whether w (folded) is a preposition or a word that works
// as one: what follows it is not part of a noun phrase before it. Of a token of
// the page, p.Has(i, page.Preposition) tells the same.
func Preposition(w string) bool { return page.ClassOf(w)&page.Preposition != 0 }

// Relative reports whether w (folded) is a relative pronoun; of a token,
// p.Has(i, page.Relative).
func Relative(w string) bool { return page.ClassOf(w)&page.Relative != 0 }

// Adverb reports whether w (folded) stands between a verb and its complement
// without being part of a noun phrase; of a token, p.Has(i, page.Adverb).
func Adverb(w string) bool { return page.ClassOf(w)&page.Adverb != 0 }

// FiniteVerb reports whether token i can only be taken as a finite verb: a
// known verb form that is no noun or name as well.
func FiniteVerb(p *page.Page, i int) bool {
	return p.Class(i)&(page.Finite|page.WordToken|page.Relative) == page.Finite|page.WordToken && !p.Named(i)
}

// Adjective reports whether token i may qualify a noun before it: a relative
// adjective of a state, a known adjective, a participle, or an unknown word with
// the shape of a relative adjective.
func Adjective(p *page.Page, i int) bool { return p.Has(i, page.Adjective) }

// Definite reports whether token i carries the article.
func Definite(p *page.Page, i int) bool { return p.Has(i, page.Definite) }

// Animate reports whether the noun at token i is somebody who can act or speak:
// a name, an office, a people, a counted kind of people, a body or side.
func Animate(p *page.Page, i int) bool {
	if i < 0 || i >= len(p.Tokens) {
		return false
	}
	if p.Named(i) {
		return true
	}
	if p.Has(i, page.Quantifier) {
		return i+1 < len(p.Tokens) && (p.Word(i+1) == "من" || Animate(p, i+1))
	}
	return p.Has(i, page.Animate) || office(p, i)
}

// office reports whether an office phrase begins at token i.
func office(p *page.Page, i int) bool {
	if !p.Has(i, page.OfficeWord) {
		return false
	}
	_, _, _, ok := Office(p, i)
	return ok
}

// Office is the office phrase that begins at token i, its end and index, and the
// reading of its first token; ok is false where none begins there, and then reading
// and office are nil. The longest phrase counts.
func Office(p *page.Page, i int) (end int, office *lexicon.Office, read *lexicon.Reading, ok bool) {
	if !p.Has(i, page.OfficeWord) {
		return 0, nil, nil, false
	}
	at := p.OfficeAt(i)
	if at.End == 0 {
		*at = findOffice(p, i)
	}
	if at.End < 0 {
		return 0, nil, nil, false
	}
	return int(at.End), &p.Lex.Offices[at.Entry], &p.Readings[i][at.Reading], true
}

// findOffice looks for the office phrase that begins at token i.
func findOffice(p *page.Page, i int) page.OfficeAt {
	at := page.OfficeAt{End: -1}
	ms := p.PhrasesAt(i, 1<<lexicon.OfficeTable)
	for k := range ms {
		m := &ms[k]
		if int32(m.Last) <= at.End || !m.Tables.Has(lexicon.OfficeTable) {
			continue
		}
		for _, r := range m.Refs {
			if r.Table == lexicon.OfficeTable {
				at = page.OfficeAt{End: int32(m.Last), Entry: r.Entry, Reading: int32(m.Of())}
			}
		}
	}
	return at
}
