package incidents

import (
	"mahdar/lexicon"
)

// literals are the literal words of an entry's frames.
type literals struct {
	needed bool // all frames have some: it is a deed only with one of them
	first  []slotWords
}

// slotWords are the first literal words of a frame and the preposition before them.
type slotWords struct{ mark, words string }

// literalsOf are the literals of the lexicon's deeds, by entry.
func literalsOf(lex *lexicon.Lexicon) []literals {
	out := make([]literals, len(lex.Deeds))
	for n := range lex.Deeds {
		l := &out[n]
		l.needed = true
		for _, f := range lex.Deeds[n].Frames {
			w, ok := firstLiteral(f.Slots)
			if !ok {
				l.needed = false
				continue
			}
			l.first = append(l.first, w)
		}
	}
	return out
}

func firstLiteral(slots []lexicon.Slot) (w slotWords, ok bool) {
	for _, s := range slots {
		if _, plain := preposition(s.Words); s.Words != "" && !plain {
			w.words = s.Words
			return w, true
		}
		if s.Words == "" && s.Mark != "obj" {
			w.mark = s.Mark
		}
	}
	return w, false
}

// needsLiteral reports whether all frames of an entry have literal words: it is a
// deed only with one of them.
func (r *reader) needsLiteral(c *cue) bool { return r.literals[c.entry].needed }

// hasLiteral reports whether literal words of one of c's frames stand in the clause
// after it: without them a light verb tells nothing, and is soon passed over.
func (r *reader) hasLiteral(c *cue) bool {
	comps := r.complements(c.last)
	if len(comps) == 0 {
		return false
	}
	r.light = true
	defer func() { r.light = false }()
	for _, l := range r.literals[c.entry].first {
		if n, _ := r.findLiteral(comps, 0, l.mark, l.words); n >= 0 {
			return true
		}
	}
	return false
}

// partsOf are the sides that بين names among the complements.
func (r *reader) partsOf(comps []complement) []span {
	if n := find(comps, 0, "بين"); n >= 0 && !comps[n].weak {
		return comps[n].items
	}
	return nil
}

// lightNoun reads the masdar of a light verb with its noun: «شن غارات على»، «بإطلاق سراح
// الأسرى»، «عقد اجتماع مع».
func (r *reader) lightNoun(c cue, ev event) (deed, bool) {
	comps, end := r.clause(c.last)
	r.light = true
	defer func() { r.light = false }()
	for k := range c.verb.Frames {
		f := c.verb.Frames[k]
		b, ok := r.try(c, f, comps, span{c.first, c.last})
		if !ok || !b.literal {
			continue
		}
		d := r.draft(c, f)
		d.rule = "incidents.light-noun"
		d.literal, d.object = true, b.object
		d.last = max(b.last, end)
		if parts := r.partsOf(comps); len(parts) > 1 && (d.kind == "CONSULT" || d.kind == "AGREE") {
			r.between(&d, parts)
		}
		for _, s := range b.recipient {
			r.addRecipient(&d, s)
		}
		if len(d.actor) == 0 && !ev.doer.empty() {
			r.actors(&d, ev.doer)
			d.first = min(d.first, ev.doer.first)
		}
		if len(d.actor) == 0 && len(comps) > 0 && comps[0].mark == "" && comps[0].span() != b.object && comps[0].at == c.last && comps[0].span().first < b.object.first {
			r.actors(&d, comps[0].span()) // استخدام الجيش للقوة
		}
		if len(d.actor) == 0 {
			d.actor = r.carry(c)
		}
		r.circumstances(&d, comps, b.place, b.weapon)
		r.nounModality(&d, c, ev)
		if d.kind == "ASSAULT" && !ev.occurs && !d.told {
			return deed{}, false // «تنفيذ هجوم» alone is a plan
		}
		return d, animate(d.actor) > 0 || struck(d.recipient) > 0 || d.placed && ev.occurs
	}
	return deed{}, false
}
