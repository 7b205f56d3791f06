package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// dateline reports whether the words from first to the colon at token i are a place or
// agency and not somebody who speaks: «وكالة – المدينة:».
func (r *reader) dateline(first, i int) bool {
	for k := first; k < i; k++ {
		if m := r.p.Mention(k); r.media(m) || r.p.Word(k) == "-" || r.p.Word(k) == "–" {
			return true
		}
	}
	return false
}

// headline reads «فلان: كلام» at the head of a line, in the title also «وزير: كلام», «فلان عن
// الهدنة: كلام» and «فلان لصحيفة: كلام».
func (r *reader) headline(i int, d *draft) bool {
	p := r.p
	if p.Word(i) != ":" || i == r.sent.First || i-r.sent.First > 12 || r.saidInSentence() {
		return false
	}
	first, title := r.sent.First, p.InTitle(i)
	if title {
		first = r.afterDots(i)
	}
	if i-first > 8 || i+1 >= r.sent.Last || p.Tokens[i+1].Gap >= arabic.Line || p.Tokens[i+1].Kind == arabic.Number {
		return false
	}
	np := span{first, phrases.Extent(p, first, phrases.Walk{Limit: i, Bounded: true})}
	if np.empty() || r.dateline(first, np.last) || np.last != i && !(title && r.toldTo(np.last, i)) {
		return false
	}
	who := r.resolve(np)
	if !who.named && !(title && r.headlines(who, np, i)) || who.kind == "country" && !title {
		return false
	}
	if title {
		who = r.settle(np)
	}
	*d = draft{cue: cue{first: i, last: i + 1, bytes: p.Span(i, i+1), verb: &lexicon.Verb{Class: "say", Act: "state"}}, speaker: who, explicit: true, rule: "statements.headline", zone: span{i, i + 1}}
	if rel, ok := r.mediumIn(np.last, i, d); ok {
		d.via = append(d.via, rel)
	}
	m := match{content: i + 1, colon: true}
	if q, ok := r.q.OpenAt(i + 1); ok && r.endsWith(q) {
		m.quote, m.quoted = q, true
	}
	r.extentOf(d, &m)
	return d.end > d.start
}

// afterDots is the token after the last dots before the colon at i, which part the topic of a
// title from who speaks of it: «بعد الجولة الثالثة.. الحداد: لا سلام»; the sentence's first
// where there are none.
func (r *reader) afterDots(i int) int {
	for k := i - 1; k > r.sent.First; k-- {
		switch r.p.Word(k) {
		case "..", "...", "…", ".":
			return k + 1
		}
	}
	return r.sent.First
}

// toldTo reports whether the words [k, colon) of a title say to whom, of what or where
// somebody speaks: «لـ«المرفأ»», «عن الهدنة».
func (r *reader) toldTo(k, colon int) bool {
	p := r.p
	switch w := p.Word(k); {
	case w == "ل" || w == "عن" || w == "حول" || w == "بشان" || w == "من" || w == "في":
		k++
	case strings.HasPrefix(w, "ل") && (r.is(k, attL) || r.is(k, isAttached) || p.Named(k)):
	default:
		return false
	}
	if q, ok := r.q.OpenAt(k); ok {
		return q.Closed && q.Close == colon-1
	}
	return k < colon && phrases.Extent(p, k, phrases.Walk{Limit: colon, Bounded: true}) == colon
}

// headlines reports whether a title may bring the words of who, told by np before the colon at
// i: of an office or a source, of a body or paper, but of no two, and no mere name after it
// («رئيس الوفد: سالم الحداد»).
func (r *reader) headlines(who speaker, np span, i int) bool {
	p := r.p
	named := true
	for k := i + 1; k < r.sent.Last && named; k++ {
		named = p.Named(k) || p.Mark(k)
	}
	if named {
		return false
	}
	switch who.kind {
	case "unnamed", "office":
		return true
	}
	for k := np.first + 1; k < np.last; k++ {
		if r.is(k, hasConj) {
			return false
		}
	}
	return r.document(np) || r.ownBody(np.first) || p.Has(np.first, page.Source)
}
