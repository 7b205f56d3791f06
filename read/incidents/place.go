package incidents

import (
	"mahdar/fact"
	"mahdar/read/phrases"
)

// circumstantial are the marks of phrases that tell place or weapon.
var circumstantial = marks(markAmam, markBilqurb, markFi, markDakhil, markQurb, markWast, markShamal, markJanub, markSharq, markGharb, markBi, markQubala, markKharij, markBiwasita,
	markBistikhdam, markMin)

// sides are the marks that say on which side of a land a place is.
var sides = marks(markShamal, markJanub, markSharq, markGharb)

// circumstances finds place, weapon and date among the complements.
func (r *reader) circumstances(d *deed, comps []complement, place, weapon span) {
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
	there := -1
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
			if d.kind != "ASSAULT" && (r.conflict(int(c.at)-1) || there == int(c.at)) {
				there = r.whole(c).last // محادثات لإنهاء الصراع في الجبل شرق البلاد: where they fight
				continue
			}
			r.where(d, comps, n)
		case markBiwasita, markBistikhdam:
			if d.kind == "ASSAULT" && d.weapon == "" {
				r.arm(d, s)
			}
		}
	}
	r.when(d)
}

// where takes a phrase after في, ب or a word of nearness, which has index n among the
// complements, for the place of the deed, or for the weapon of an attack.
func (r *reader) where(d *deed, comps []complement, n int) {
	c := &comps[n]
	s := r.items(c)[0]
	if n > 0 && sides.has(c.mark) && r.whole(&comps[n-1]).last == int(c.at) && r.located(r.items(&comps[n-1])[0]) {
		s = r.items(&comps[n-1])[0] // إلى مدينة عدن جنوب البلاد
	}
	if !d.placed && (r.located(s) || d.mode == "visit" && len(d.recipient) == 0 && regionOf(r.p.Word(s.first)) && s.last == s.first+1) {
		r.setPlace(d, s)
		if s.first-d.last < 6 {
			d.last = max(d.last, s.last)
		}
	} else if d.weapon == "" && d.kind == "ASSAULT" && c.mark == markBi && r.instrument(s.first) {
		r.arm(d, s)
	}
}

// when finds the date of a deed in its words and shortly before and after them.
func (r *reader) when(d *deed) {
	lim := min(r.sent.Last, d.last+4)
	for k := max(d.first-3, r.sent.First); k < lim; k++ {
		if !r.dated(k) {
			continue
		}
		d.told = true
		if x := r.p.Date(k); x.EDTF != "" {
			d.date = x.EDTF
			break
		}
	}
}

// placeBefore sets the place that stands between the verb before token i and its subject at
// token k: «انطلقت في عدن أعمال الجولة التاسعة».
func (r *reader) placeBefore(d *deed, i, k int) {
	at := span{}
	for _, c := range r.complements(i) {
		if s := r.whole(&c); s.last > k {
			if c.mark == markBare && s.first <= k && !at.empty() {
				r.setPlace(d, at)
			}
			return
		}
		if s := r.items(&c)[0]; (c.mark == markFi || c.mark == markBi) && at.empty() && r.located(s) {
			at = s
		}
	}
}

// conflict reports whether a noun of a war, with its adjectives, ends at token k, so that what
// follows says where that is: «لإنهاء الصراع المسلح في الجبل».
func (r *reader) conflict(k int) bool {
	for n := 0; n < 3 && k >= r.sent.First && !r.named(k); k, n = k-1, n+1 {
		switch stem(r.bare(k)) {
		case "صراع", "نزاع", "حرب", "قتال", "اقتتال", "ازم":
			return true
		}
		if !phrases.Adjective(r.p, k) || !phrases.Definite(r.p, k) {
			break
		}
	}
	return false
}

// seat is the name of the place that a phrase of «مدينة» or «العاصمة القطرية» is of, "" for none.
func (r *reader) seat(s span) string {
	switch stem(r.bare(s.first)) {
	case "مدين", "بلد":
		if s.last > s.first+1 && r.placeAt(s.first+1) {
			return r.p.Mention(s.first + 1).Name
		}
	case "عاصم":
		if m := r.capital(s); m != nil {
			return m.Name
		}
		if st := r.nisba(s.last - 1); st >= 0 {
			if at, ok := r.p.Lex.Place(r.p.Lex.States[st].Capital); ok {
				return at.Name
			}
		}
	}
	return ""
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
	return r.has(s.first, bareArea) && r.seat(s) != ""
}

// area reports whether token i is a noun that stands before the name of a place:
// مدينة، محافظة، ريف، جنوب.
func (r *reader) area(i int) bool { return r.has(i, bareArea) }

// ground reports whether a phrase is of what is taken, held and left: a place, a part of the
// land, a thing.
func (r *reader) ground(s span) bool {
	return r.located(s) || r.area(r.head(s)) || r.thing(s)
}

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
	if at := r.seat(s); at != "" && !d.placed {
		d.place, d.placed = at, true
	} else if d.place == "" {
		d.place, d.placed = r.words(s), r.area(s.first)
	}
}
