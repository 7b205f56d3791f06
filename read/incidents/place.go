package incidents

import (
	"mahdar/fact"
	"mahdar/read/phrases"
)

// circumstantial are the marks of phrases that tell place or weapon.
var circumstantial = marks(markAmam, markBilqurb, markFi, markDakhil, markQurb, markWast, markShamal, markJanub, markSharq, markGharb, markBi, markQubala, markKharij, markBiwasita,
	markBistikhdam, markMin)

// circumstances finds place, weapon and date among the complements.
func (r *reader) circumstances(d *deed, comps []complement, place, weapon span) {
	p := r.p
	if !place.empty() {
		r.setPlace(d, place)
	}
	if !weapon.empty() && (r.located(weapon) || r.area(weapon.first)) {
		if !d.placed {
			r.setPlace(d, weapon)
		}
	} else if !weapon.empty() && d.kind == "ASSAULT" && r.bare(weapon.first) != "بيد" {
		r.arm(d, weapon)
	}
	for n := range comps {
		c := &comps[n]
		if !circumstantial.has(c.mark) {
			continue
		}
		s := r.items(c)[0]
		if c.mark == markMin && n > 0 && !d.placed && !place.empty() && r.whole(&comps[n-1]) == place && r.located(s) { // أجزاء من المدينة
			r.setPlace(d, s)
		}
		switch c.mark {
		case markAmam, markBilqurb:
			if len(d.recipient) == 0 && (d.mode == "explosives" || d.mode == "suicide-attack") {
				r.beside(d, r.items(c))
			}
		case markFi, markDakhil, markQurb, markWast, markShamal, markJanub, markSharq, markGharb, markBi, markQubala, markKharij:
			if (c.mark == markQurb || c.mark == markWast || c.mark == markKharij) && len(d.recipient) == 0 && (d.mode == "explosives" || d.mode == "suicide-attack") && r.beside(d, r.items(c)) {
				continue
			}
			if !d.placed && (r.located(s) || d.mode == "visit" && len(d.recipient) == 0 && regionOf(p.Word(s.first)) && s.last == s.first+1) {
				r.setPlace(d, s)
				if s.first-d.last < 6 {
					d.last = max(d.last, s.last)
				}
			} else if d.weapon == "" && d.kind == "ASSAULT" && c.mark == markBi && r.instrument(s.first) {
				r.arm(d, s)
			}
		case markBiwasita, markBistikhdam:
			if d.kind == "ASSAULT" && d.weapon == "" {
				r.arm(d, s)
			}
		}
	}
	lim := min(r.sent.Last, d.last+4)
	for k := max(d.first-3, r.sent.First); k < lim; k++ {
		if !r.dated(k) {
			continue
		}
		d.told = true
		if x := p.Date(k); x.EDTF != "" {
			d.date = x.EDTF
			break
		}
	}
}

// fronted is the place with which the sentence opens, up to token i: «وفي مدينة عدن،
// اندلعت معارك»; empty for none.
func (r *reader) fronted(i int) span {
	p, first := r.p, r.sent.First
	if w := p.Word(first); w != "في" && w != "وفي" || i < first+2 {
		return span{}
	}
	for k := first; k < i; k++ {
		if r.has(k, wordBreaks) {
			return span{}
		}
	}
	if s := (span{first + 1, r.phrase(first+1, i, false)}); r.located(s) {
		return s
	}
	return span{}
}

// arm sets the weapon of a phrase and its mode.
func (r *reader) arm(d *deed, s span) {
	if r.personUnit(r.head(s)) {
		return // مركب محمل بمسلحين
	}
	mode := ""
	for k := s.first; k < s.last; k++ {
		if w := r.scene(k, sceneWeapon); w != nil && w.Mode != "" {
			mode = w.Mode
		}
	}
	d.setWeapon(r.words(s), mode)
}

// regionOf reports whether w (folded) is the region that everybody knows: «في إطار جولته
// بالمنطقة».
func regionOf(w string) bool { return w == "المنطقه" || w == "بالمنطقه" }

// beside takes what an explosion is told to be next to for its target, unless it
// is a mere place.
func (r *reader) beside(d *deed, items []span) bool {
	for _, it := range items {
		if q, ok := r.party(it); ok && q.kind != fact.Location && (q.animate || q.thing) && !r.located(it) && !(r.area(r.head(it)) && phrases.Definite(r.p, it.first)) {
			d.recipient = append(d.recipient, q)
			return true
		}
	}
	return false
}

// located reports whether a phrase after في or ب is a place.
func (r *reader) located(s span) bool {
	p := r.p
	for k := s.first; k < s.last; k++ {
		if m := p.Mention(k); m != nil {
			return m.Type == fact.Location && (k == s.first || m.Start <= p.Tokens[s.first].End || r.area(s.first) || k <= s.first+2)
		}
		if r.deedNoun(k) && !r.talk(k) {
			return false // بعدم مهاجمة المدينة: what is done to it
		}
	}
	return false
}

// area reports whether token i is a noun that stands before the name of a place:
// مدينة، محافظة، ريف، جنوب.
func (r *reader) area(i int) bool { return r.has(i, bareArea) }

// setPlace names the place of a phrase: the first name of a place in it, its words
// otherwise.
func (r *reader) setPlace(d *deed, s span) {
	p := r.p
	for k := s.first; k < s.last; k++ {
		if m := p.Mention(k); m != nil && m.Type == fact.Location {
			d.place, d.placed = m.Name, true
			if a := p.Actor(m.Actor); a != nil && d.land == "" {
				d.land = a.Country
			}
			return
		}
	}
	if d.place == "" {
		d.place, d.placed = r.words(s), r.area(s.first)
	}
}
