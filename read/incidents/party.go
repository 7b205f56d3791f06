package incidents

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// party is somebody or something in a deed: where and under what name.
type party struct {
	span
	name    string
	key     string           // the name folded, for comparing
	kind    fact.MentionType // of the name; "" for a description
	country string           // ISO 3166 alpha-3, upper case, where the words tell one
	animate bool             // one who can act: a name, an office, forces, people
	thing   bool             // something that can be struck: houses, a convoy, a town
	force   bool             // one who uses force or power
	media   bool             // an outlet, which one talks through and not with
	masdar  bool             // a verbal noun, which can be neither struck nor met
	vain    bool             // its words tell nobody: الطرفان of whom none knows who they are, آخرون
}

// party names a phrase: the person in it, the body or country that it is, or its
// own words without attached particles.
func (r *reader) party(s span) (party, bool) {
	p := r.p
	if s.empty() || p.Mark(s.first) {
		return party{}, false
	}
	out := party{span: s, force: r.acts(s) && !r.instrument(r.head(s))}
	var person, other *fact.Mention
	for k := s.first; k < s.last; k++ {
		if out.country == "" && p.Has(k, page.Nisba|page.People) {
			out.country = r.countryAt(k)
		}
		m := p.Mention(k)
		if m == nil {
			continue
		}
		if m.Type == fact.Person && person == nil {
			person = m
		} else if m.Type != fact.Person && other == nil && (k == s.first || m.Start <= p.Tokens[s.first].Start) {
			other = m
		}
	}
	switch {
	case person != nil:
		out.name, out.kind, out.animate = person.Name, fact.Person, true
		if h := r.head(s); r.has(h, sceneForce) && !r.named(h) && person.Start > p.Tokens[h].Start {
			switch {
			case ofSomebody(r.bare(h)):
				out.force = out.force && !ruler(r.bare(h))
				out.name, out.kind = r.words(span{h, h + 1})+" "+person.Name, "" // قوات سالم: not he himself
			case loyal(p.Word(h + 1)):
				out.name, out.kind = r.words(s), "" // القوات الموالية لسالم
			}
		}
		return out, true
	case other != nil && (other.End >= p.Tokens[s.last-1].End || r.furthered(other, s)):
		out.name, out.kind = other.Name, other.Type
		out.animate = other.Type == fact.Organisation || r.power(other)
		out.thing = other.Type == fact.Location
		if a := p.Actor(other.Actor); a != nil {
			if a.Kind == "state" {
				out.country = a.Country
			}
			out.media = phrases.Media(a.Kind)
		}
		return out, true
	}
	if other := r.capital(s); other != nil { // العاصمة القمرية ندى
		out.name, out.kind, out.animate, out.thing = other.Name, other.Type, r.power(other), true
		out.country = ""
		return out, true
	}
	out.name = r.words(s)
	out.media = r.outlet(s)
	out.animate = r.animate(s)
	out.masdar = !out.animate && r.masdar(r.head(s)) && !r.p.Is(r.head(s), lexicon.UnitWord)
	out.thing = !out.animate && !out.masdar && r.thing(s)
	return out, out.name != ""
}

// furthered reports whether only a participle with a preposition of its own stands after a name
// in a phrase: «حركة الفجر المسيطرة على المدينة».
func (r *reader) furthered(m *fact.Mention, s span) bool {
	p, k := r.p, s.last-1
	return k > s.first && p.Tokens[k-1].Start < m.End && m.Start <= p.Tokens[s.first].Start && strings.HasPrefix(p.Word(k), "ال") && r.nisba(k) < 0 &&
		(r.has(s.last, wordMin|wordAla) || r.attached(s.last) != markBare)
}

// ofSomebody reports whether a word for those who use force (folded) is one that whose
// they are may follow: «قوات سالم», «مسلحو الأحمر».
func ofSomebody(w string) bool {
	w = strings.TrimPrefix(w, "و")
	switch w {
	case "قوات", "عناصر", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "حكومه", "نظام", "جيش", "كتائب", "فصائل":
		return true
	}
	return len(w) > 8 && !strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "و") || strings.HasSuffix(w, "ي")) && w != "جندي" && w != "ارهابي" && w != "انتحاري"
}

// ruler reports whether a word (folded) is of those who govern and send no troops of their
// own when they come: «وصول حكومة سالم».
func ruler(w string) bool { return w == "حكومه" || w == "نظام" }

// countryAt is the country that the adjective of a state or the name of its people at
// token k tells, "" for none.
func (r *reader) countryAt(k int) string {
	p := r.p
	if st := r.nisba(k); st >= 0 && !r.named(k) {
		return p.Lex.CountryCode(lexicon.Ref{Table: lexicon.StateTable, Entry: int32(st)})
	}
	if p.Is(k, lexicon.PeopleWord) {
		_, s, _ := p.Find(k, lexicon.PeopleWord, nil)
		return p.Lex.CountryCode(lexicon.Ref{Table: lexicon.StateTable, Entry: s.Entry})
	}
	return ""
}

// capital is the place that a phrase of «العاصمة» ends with, nil where none does.
func (r *reader) capital(s span) *fact.Mention {
	if !strings.HasSuffix(r.p.Word(s.first), "عاصمه") || s.last-s.first < 2 {
		return nil
	}
	if m := r.p.Mention(s.last - 1); m != nil && m.Type == fact.Location {
		return m
	}
	return nil
}

// outlet reports whether a phrase is headed by a word for an outlet: قناة، صحيفة.
func (r *reader) outlet(s span) bool {
	if !r.p.Has(r.head(s), page.Animate) {
		return false
	}
	_, _, ok := r.p.Find(r.head(s), lexicon.HeadWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
		h := &r.p.Lex.Heads[s.Entry]
		return h.Class == lexicon.HeadOutlet && phrases.Media(h.Kind)
	})
	return ok
}

// power reports whether a place stands for those who govern it: a state, its
// capital, a city that the news lets speak.
func (r *reader) power(m *fact.Mention) bool {
	a := r.p.Actor(m.Actor)
	return a == nil || a.Kind == "state" || a.Kind == "capital" || a.Kind == "city" || a.Kind == ""
}

// words is the source text of a phrase without the particles of its first word
// and without its quotation marks.
func (r *reader) words(s span) string {
	p := r.p
	b := p.Span(s.first, s.last)
	if m := p.Mention(s.first); m != nil && m.Start > b.Start && m.Start < p.Tokens[s.first].End {
		b.Start = m.Start
	} else {
		for _, rd := range p.Readings[s.first] {
			if rd.Kinds == 0 {
				continue
			}
			if rd.Cut > 0 && rd.Prep != 's' {
				b.Start = p.StemSpan(s.first, rd).Start
				if w := trimmed(b.In(p.Source)); rd.Prep == 'l' && rd.Det && strings.HasPrefix(w, "ل") {
					if slices.ContainsFunc(p.Readings[s.first], func(o lexicon.Reading) bool { return o.Prep == 'l' && !o.Det }) {
						return "ال" + w // للجنة: the noun itself begins with ل
					}
					return "ا" + w // للجيش
				}
			}
			break
		}
		if len(p.Readings[s.first]) == 0 {
			switch w := p.Word(s.first); {
			case strings.HasPrefix(w, "وال"), strings.HasPrefix(w, "بال"), strings.HasPrefix(w, "لل"):
				b.Start = p.Inner(s.first, 2)
			}
		}
	}
	return trimmed(b.In(p.Source))
}

// trimmed is w without the quotation marks and commas at its ends; most phrases begin
// and end with a letter, which two bytes tell.
func trimmed(w string) string {
	if n := len(w); n > 1 && letterBytes(w[0], w[1]) && letterBytes(w[n-2], w[n-1]) {
		return w
	}
	out := strings.Trim(w, "«»\"“”،, ")
	for _, q := range [...][2]string{{"«", "»"}, {"“", "”"}, {"\"", "\""}} {
		at := strings.LastIndex(out, q[0])
		if at < 0 || q[0] != q[1] && strings.Contains(out[at:], q[1]) || q[0] == q[1] && strings.Count(out, q[0])%2 == 0 {
			continue
		}
		if strings.HasSuffix(strings.TrimRight(w, "،, "), q[1]) {
			return out + q[1] // حركة «الفجر»
		}
		if at > 0 {
			return strings.TrimRight(out[:at], " ") // الحزب "يرفض: the words quoted are not of the name
		}
	}
	return out
}

// letterBytes reports whether two bytes are of the Arabic block and no comma.
func letterBytes(a, b byte) bool {
	return a >= 0xD8 && a <= 0xDB && b >= 0x80 && (a != 0xD8 || b != 0x8C)
}

// animate reports whether a phrase without a name of its own is of those who can
// act: an office, a people, forces, a side, people who are counted.
func (r *reader) animate(s span) bool {
	p := r.p
	h := r.head(s)
	if m := p.Mention(h); m != nil {
		return m.Type != fact.Location || r.power(m)
	}
	if r.deedNoun(h) && !r.has(h, sceneForce|sceneCrowd|wordPerson) || r.has(h, bareMute) {
		return false
	}
	for k := h; k < s.last; k++ {
		if ok := r.officeAt(k); ok || k == h && phrases.Animate(p, k) {
			return true
		}
	}
	if r.has(h, sceneForce|sceneCrowd|wordPerson|wordNisba|bareActs) || p.Is(h, lexicon.PeopleWord) {
		return true // wordNisba: الفلسطينيون، الإسرائيليين
	}
	w := p.Word(h)
	if !p.Known(h) && p.Tokens[h].Kind == arabic.Word && len(w) > 4 && !phrases.Definite(p, h) {
		return true // a name that nothing told
	}
	return r.number(s.first) && h > s.first && !p.Is(h, lexicon.UnitWord) && (strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "ون"))
}

// masdar reports whether token i is a verbal noun of the lexicon.
func (r *reader) masdar(i int) bool { return r.has(i, wordMasdar) }

// thing reports whether a phrase is of something that can be struck, entered or
// held: what units count, places, and what is named with them.
func (r *reader) thing(s span) bool {
	p := r.p
	h := r.head(s)
	if r.has(h, bareMute) {
		return false
	}
	if p.Is(h, lexicon.UnitWord) || r.area(h) || h > s.first && r.number(s.first) && !r.named(h) && p.Is(h, lexicon.Common) {
		return true
	}
	for k := s.first; k < s.last; k++ {
		if m := p.Mention(k); m != nil && k > h {
			return true
		}
	}
	return false
}

// personUnit reports whether token i is a noun for people who are counted: شخصا،
// جنديا، مدنيين.
func (r *reader) personUnit(i int) bool { return r.has(i, wordPerson) }

// nisba is the state that the adjective at token i tells, -1 for none.
func (r *reader) nisba(i int) int {
	if !r.has(i, wordNisba) {
		return -1
	}
	return r.stateOf(i)
}

// stateOf is nisba for the adjective of a state.
func (r *reader) stateOf(i int) int {
	rs := r.p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if !rd.Kinds.Has(lexicon.NisbaWord) || rd.Pronoun != "" {
			continue
		}
		own := rd.Own()
		for n := range own {
			if own[n].Kind == lexicon.NisbaWord {
				return int(own[n].Entry)
			}
		}
	}
	return -1
}
