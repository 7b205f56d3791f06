package names

import (
	"mahdar/arabic"
	"mahdar/lexicon"
)

// quotedName is the end of a name of one to five words between quotation marks
// that open at k: after the closing one.
func (f *finder) quotedName(k int) (int, bool) {
	for e := k + 2; e <= k+6 && e < len(f.Tokens); e++ {
		if f.Tokens[e].Gap >= arabic.Line {
			return 0, false
		}
		if f.mark(e) {
			return e + 1, true
		}
	}
	return 0, false
}

// unstopped is end without the stop that may stand before a closing quotation
// mark: «رامتان.».
func (f *finder) unstopped(end int) int {
	switch f.wordAt(end - 1) {
	case ".", "،", ",":
		return end - 1
	}
	return end
}

// outlet is the name after «صحيفة», «قناة», «وكالة»: quoted, Latin, or the words
// up to a nation's adjective.
func (f *finder) outlet(i int) (int, int) {
	k := i + 1
	if k >= len(f.Tokens) || !f.joined(k) {
		return i, i
	}
	for n := 0; n < 2 && f.follows(k) && f.w[k].Has(nisba) && !f.w[k].Has(definite); n++ {
		k++
	}
	if f.mark(k) {
		if end, ok := f.quotedName(k); ok {
			return k + 1, f.unstopped(end - 1)
		}
		return i, i
	}
	start := k
	if k < len(f.Tokens) && f.Tokens[k].Kind == arabic.Latin {
		for k < len(f.Tokens) && f.Tokens[k].Kind == arabic.Latin && (k == start || f.joined(k)) {
			k++
		}
		return start, k
	}
	if !f.follows(k) || f.lex.Heads[f.w[i].Head-1].Kind == "website" {
		return i, i
	}
	if f.wordAt(k) == "الانباء" || f.wordAt(k) == "انباء" {
		return f.newsAgency(i, k)
	}
	if c, ok := f.listedThing(k); ok {
		if c.kind == aBody && !f.anyOutlet(c.refs) || c.kind == aPlace && f.lex.Heads[f.w[i].Head-1].Kind == "company" {
			return i, i
		}
		k = c.last
	} else if f.w[k].Has(definite) && !f.w[k].Any(nisba|particle) && (!f.w[k].Any(known) || f.paper(i)) || f.unknown(k) && !f.verbLike(k, 0) && !f.w[k].Has(lexicon.Inflected) {
		k++
	} else {
		return i, i
	}
	for f.follows(k) && f.nameable(k) && !f.verbLike(k, 1) {
		k++
	}
	if f.wordAt(k) == "اليوم" && k == start+1 {
		k++
	}
	return start, k
}

// paper reports whether the head at i is a newspaper or channel, whose name may
// be any noun; a network or station is one of other things too.
func (f *finder) paper(i int) bool {
	switch f.Tokens[i].Word[f.w[i].Cut:] {
	case "صحيفه", "جريده", "قناه", "مجله":
		return true
	}
	return false
}

// anyOutlet reports whether one of the entries is a medium.
func (f *finder) anyOutlet(refs []lexicon.Ref) bool {
	for _, r := range refs {
		if f.facetsOf(r)&(outlet|agency) != 0 {
			return true
		}
	}
	return false
}

// told reads the name between quotation marks after a bare ل that follows a verb
// or noun of speech: «قال لـ«كذا»». It is an outlet, whatever else has its name.
func (f *finder) told(i int, c *found) bool {
	if i+2 >= len(f.Tokens) || !f.mark(i+1) || f.Tokens[i+1].Gap >= arabic.Line || f.Tokens[i+2].Kind != arabic.Word || f.w[i+2].Any(suffixed|finite) && !f.w[i+2].Has(definite) {
		return false
	}
	for e := i + 3; e <= i+6 && e < len(f.Tokens) && f.Tokens[e].Gap < arabic.Line; e++ {
		if !f.mark(e) {
			continue
		}
		if !f.spokenBefore(i) {
			return false
		}
		*c = found{first: i + 2, last: e, kind: aBody, rule: "names.told"}
		for k := f.w[i+2].ph0; k < f.w[i+2].ph1; k++ {
			if p := &f.phrases[k]; p.Last == e && p.Cut == 0 {
				for _, r := range p.Refs {
					if r.Table == lexicon.OrganisationTable {
						c.refs = append(c.refs, r)
					}
				}
			}
		}
		return true
	}
	return false
}

// spokenBefore reports whether a word of speech stands among the few before i.
func (f *finder) spokenBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-10 && f.Tokens[k+1].Gap < arabic.Line; k-- {
		if f.w[k].Any(speech) || f.Is(k, lexicon.SpeechWord) {
			return true
		}
	}
	return false
}

// newsAgency reads «الأنباء الفرنسية» after وكالة; where its short name follows
// («الأنباء السورية "سانا"»), that is the name.
func (f *finder) newsAgency(i, k int) (int, int) {
	end := k + 1
	for end < len(f.Tokens) && f.follows(end) && f.w[end].Has(definite) && (f.w[end].Any(nisba) || f.relativeLike(end)) && !(end > k+1 && ownership(f.wordAt(end))) {
		end++
	}
	if end == k+1 || f.mark(end) && f.Tokens[end].Gap < arabic.Line {
		return i, i
	}
	if c, ok := f.listedThing(end); ok && f.follows(end) && c.kind == aBody {
		return i, i
	}
	return k, end
}

// ownership reports whether a word (folded) says whose an outlet is, which is no part of its
// name: «وكالة الأنباء القمرية الرسمية».
func ownership(w string) bool {
	switch w {
	case "الرسميه", "الحكوميه", "المستقله", "الخاصه", "المحليه", "الرسمي", "الحكومي":
		return true
	}
	return false
}
