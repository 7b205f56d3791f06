package statements

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// nominal reads a position told by a noun with its holder: «إصرار الروس على»، «دعوة
// الوزير إلى»، «رفضهم ل».
func (r *reader) nominal(i int) (draft, bool) {
	p := r.p
	for _, c := range r.cues(i) {
		if c.Tense != arabic.Masdar || c.Adverbial || c.verb.Class == "source" || c.verb.Class == "according" || c.reading.Det || c.verb.Class == "ask" {
			continue
		}
		if r.within(i) && c.reading.Pronoun == "" {
			continue
		}
		lim := min(r.sent.Last, c.last+30)
		d := draft{cue: c, explicit: true, rule: "statements.nominal"}
		holder := span{c.last, c.last}
		switch {
		case c.reading.Pronoun != "":
			d.speaker = r.clauseSubject(c)
			d.explicit = d.speaker.name != ""
		default:
			holder.last = phrases.Extent(p, c.last, phrases.Walk{Limit: lim})
			if holder.empty() || !r.holds(holder) {
				continue
			}
			d.speaker = r.settle(holder)
		}
		if d.speaker.name == "" || !d.speaker.named && d.speaker.kind == "group" && c.reading.Pronoun == "" {
			continue
		}
		m, ok := r.nounFrame(c, holder, lim)
		if !ok {
			continue
		}
		d.zone = span{c.last, m.zoneEnd}
		d.target, d.act = m.target, m.act
		r.extentOf(&d, m)
		if d.end <= d.start {
			continue
		}
		r.through(&d)
		return d, true
	}
	return draft{}, false
}

// within reports whether token i stands in the content of a statement read
// before.
func (r *reader) within(i int) bool {
	for k := len(r.out) - 1; k >= 0 && k >= len(r.out)-3; k-- {
		if r.out[k].first <= i && i < r.out[k].last {
			return true
		}
	}
	return false
}

// holds reports whether a phrase names somebody who can hold a position: a
// name, an adjective of a state, a people.
func (r *reader) holds(s span) bool {
	p := r.p
	who := r.resolve(s)
	if who.named {
		return who.kind != "country" || p.Mention(s.first) == nil || r.standsForState(p.Mention(s.first))
	}
	return p.Is(s.first, lexicon.PeopleWord)
}

// standsForState reports whether a place stands for a government: a state or a
// capital.
func (r *reader) standsForState(m *fact.Mention) bool {
	a := r.p.Actor(m.Actor)
	return a != nil && (a.Kind == "state" || a.Kind == "capital" || a.Kind == "city" || a.Kind == "")
}

// nounFrame tries the frames of a noun after its holder.
func (r *reader) nounFrame(c cue, holder span, lim int) (match, bool) {
	for _, f := range c.verb.Frames {
		s := f.Slots[len(f.Slots)-1]
		if s.Mark == "quote" || s.Mark == "obj" || s.Words != "" {
			continue
		}
		if s.Mark == "في" {
			continue
		}
		if m, ok := r.frame(c, f, holder, min(lim, holder.last+8)); ok {
			m.act = f.Act
			return m, true
		}
	}
	return match{}, false
}
