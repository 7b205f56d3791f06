package incidents

import (
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
	"mahdar/text"
)

// deed is an incident as it is read, in tokens.
type deed struct {
	cue        cue
	kind, mode string // PLOVER type and mode
	actor      []party
	recipient  []party
	place      string
	land       string // country of the place or of those visited, ISO 3166 alpha-3
	front      bool   // the place is that with which the sentence opens, wider than one deed
	placed     bool   // the place is a name or an area and no mere word
	weapon     string
	date       string // EDTF
	modal      string
	source     string
	rule       string
	first      int // evidence tokens
	last       int
	finite     bool
	literal    bool // a light verb with its noun
	bare       bool // told by verb and subject alone
	byEvent    bool // its subject is an event or a weapon: الانفجار أدى إلى
	anew       bool // that event is none told before: غارتان جويتان أدتا إلى
	odd        bool // its subject is no one who can act
	object     span // the noun of a light verb
	recalled   bool // its noun is the meeting with its article: عقد اللقاء في
	press      bool // a press conference, which is where words are said and no meeting
	frameless  bool // a noun none of whose frames is filled
	passive    bool
	attempt    bool // حاول، سعى إلى
	relative   bool // a verb in a relative clause
	demo       bool // its subject is protesters by their word
	cause      bool // a protest that says against or for what
	figure     bool // an adjective makes it a figure of speech
	bound      bool // a noun with a complement of its own
	occurs     bool
	told       bool
	pronoun    bool // a party is told by an attached pronoun
	between    bool
	with       bool // a fight «مع» the one who is its recipient
	title      bool
	sent       int // index of its sentence
	before     int // the deed of its type that was kept before it, -1 for none
	evidence   []text.Span
}

// draft begins a deed of the cue in d, of the type of its frame where that has one.
func (r *reader) draft(d *deed, c *cue, act string) {
	n := r.roomOf(d)
	*d = deed{}
	d.actor, d.recipient = r.sides[n][0][:0], r.sides[n][1][:0]
	d.cue, d.kind, d.mode, d.modal = *c, c.verb.Class, c.verb.Act, "asserted"
	d.first, d.last, d.title, d.sent = c.first, c.last, r.p.InTitle(c.first), r.p.SentenceOf(c.first)
	if act != "" {
		d.kind, d.mode = act, ""
	}
}

// actors adds the parties of a subject phrase with what is joined to it. A thing
// that strikes is a weapon and no actor; the state in its adjective is («صاروخ
// إسرائيلي»).
func (r *reader) actors(d *deed, s span) {
	items := r.split(s)
	for _, it := range items {
		h := r.head(it)
		weapon := r.instrument(h)
		if weapon && !r.has(h, sceneForce) || r.deedNoun(h) && !r.named(h) && (!r.acts(it) && !r.animate(it) || r.victimOf(h)) || r.operation(it.first) {
			d.byEvent = true
			d.anew = d.anew || !r.named(h) && !phrases.Definite(r.p, h) && h+1 < it.last && !phrases.Definite(r.p, h+1)
			if w := r.scene(h, sceneWeapon); d.weapon == "" && w != nil && w.Mode != "" && d.kind == "ASSAULT" {
				d.setWeapon(r.words(it), w.Mode)
			}
			for k := h + 1; k < it.last; k++ {
				if st := r.nisba(k); st >= 0 && !r.named(k) {
					d.actor = append(d.actor, r.state(st, k))
				}
			}
			continue
		}
		if d.kind == "CONSULT" && !d.placed && (r.has(h, bareArea) && r.seat(it) != "" || d.cue.verb.ID == "istadafa" && r.town(it)) {
			r.setPlace(d, it) // استضافت مدينة عدن محادثات
			continue
		}
		if q, ok := r.party(it); ok {
			if q.animate {
				d.actor = append(d.actor, q)
			} else {
				d.odd = true
			}
		}
	}
}

// sidesRoom is how many parties a side of a deed has room for before it is kept.
const sidesRoom = 8

// roomOf is the number of the room in which the sides of a deed in hand are put.
func (r *reader) roomOf(d *deed) int {
	n := 0
	if d == &r.tries[1] {
		n = 1
	}
	if r.sides[n][0] == nil {
		r.sides[n] = [2][]party{make([]party, 0, sidesRoom), make([]party, 0, sidesRoom)}
	}
	return n
}

// operation reports whether token i is a noun for what forces carry out and no force:
// العمليات العسكرية أسفرت عن.
func (r *reader) operation(i int) bool {
	if r.named(i) {
		return false
	}
	switch stem(r.bare(i)) {
	case "عملي", "عمليه", "عمليات", "حمل", "حمله", "حملات":
		return true
	}
	return false
}

// troops makes the arrival of forces a mobilisation and no visit.
func (d *deed) troops() {
	if d.kind == "CONSULT" && d.mode == "visit" && d.cue.verb.ID != "jawla" && d.cue.verb.ID != "ziyara" && len(d.actor) > 0 && d.actor[0].force && d.actor[0].kind == "" {
		d.kind, d.mode = "MOBILIZE", "troops"
	}
}

// state is the party that the adjective at token k tells.
func (r *reader) state(st, k int) party {
	country := r.p.Lex.CountryCode(lexicon.Ref{Table: lexicon.StateTable, Entry: int32(st)})
	return party{span: span{k, k + 1}, name: r.p.Lex.States[st].Name, kind: fact.Location, country: country, animate: true}
}

func (d *deed) setWeapon(words, mode string) {
	d.weapon = words
	if mode != "" && (d.mode == "" || d.mode == "targeted") && d.kind == "ASSAULT" {
		d.mode = mode
	}
}

// addRecipient adds the parties of a phrase that suffers or is met.
func (r *reader) addRecipient(d *deed, s span) {
	for _, it := range r.split(s) {
		if (d.kind == "CONSULT" && d.mode != "visit" || d.kind == "AGREE") && r.has(it.first, bareArea) && r.seat(it) != "" {
			if !d.placed {
				r.setPlace(d, it) // لقاء تم بالعاصمة القطرية
			}
			continue
		}
		if st := r.nisba(it.first); st >= 0 && d.literal && !r.named(it.first) && it.first > r.sent.First && r.officeAt(it.first-1) {
			d.recipient = append(d.recipient, r.state(st, it.first)) // طردت السفير القمري
			continue
		}
		if q, ok := r.party(it); ok {
			if len(d.recipient) > 0 && !q.animate && !q.thing && (q.masdar || d.kind == "CONSULT" || d.kind == "SANCTION") && !r.number(it.first) {
				continue // زيارة المدينة والتوتر فيها: what is joined to it is something else
			}
			if q.masdar && d.kind == "CONSULT" && d.mode != "visit" {
				continue // الاجتماع بدعوة من الرئيس: nobody is met there
			}
			d.recipient = append(d.recipient, q)
			if m := r.p.Mention(it.first); m != nil && m.Type == fact.Location && d.land == "" {
				if a := r.p.Actor(m.Actor); a != nil {
					d.land = a.Country
				}
			}
		}
	}
}

// split cuts a phrase at names and nouns joined by و. The pieces hold until the next
// phrase is cut.
func (r *reader) split(s span) []span {
	out := r.parts[:0]
	if s.empty() {
		return out
	}
	first := s.first
	for k := s.first + 1; k < s.last; k++ {
		if r.number(k) && r.number(k-1) && r.joined(k) {
			continue // أربع وعشرين تلميذة
		}
		if k+1 < s.last && k > first && r.p.Word(k) == "و" && r.number(k+1) {
			out = append(out, span{first, k})
			first = k + 1
			continue
		}
		if r.joined(k) && (!r.named(k) || r.p.Mention(k).Start > r.p.Tokens[k].Start) {
			out = append(out, span{first, k})
			first = k
		}
	}
	r.parts = append(out, span{first, s.last})
	return r.parts
}

// strikes reports whether a noun is of a stroke, whose striker may follow ل.
func strikes(id string) bool {
	switch id {
	case "ghara", "qasf", "qasf-jawwi", "hujum", "hujum-intihari", "darba-jawwiya", "amaliya":
		return true
	}
	return false
}

// striker finds the state whose adjective the means of a deed told by a passive has:
// «قتل بغارة إسرائيلية»، «برصاص تركي».
func (r *reader) striker(d *deed, comps []complement) {
	for n := range comps {
		c := &comps[n]
		s := r.items(c)[0]
		if c.mark != markBi || d.kind != "ASSAULT" || !r.has(s.first, sceneWeapon|wordDeedNoun) || s.last-s.first < 2 {
			continue
		}
		if st := r.nisba(s.last - 1); st >= 0 && !r.named(s.last-1) {
			d.actor = append(d.actor, r.state(st, s.last-1))
			return
		}
	}
}

// struckBy reports whether a stroke is told in the last of the phrases, or before what it
// was dealt with: «في هجوم بطائرة».
func (r *reader) struckBy(comps []complement) bool {
	n := len(comps) - 1
	if comps[n].mark == markBi && n > 0 && r.instrument(r.items(&comps[n])[0].first) {
		n--
	}
	s := r.whole(&comps[n])
	return (comps[n].mark == markFi || comps[n].mark == markBi) && r.deedNoun(s.first) && r.instrument(s.first)
}

// agent finds who did a deed told by a passive or a noun: «على يد مسلحين»، «من قبل»،
// «برصاص الشرطة»، «بنيران الجيش».
func (r *reader) agent(d *deed, comps []complement) {
	for n := range comps {
		c := &comps[n]
		s := r.items(c)[0]
		if c.mark == markLi && d.cue.verb.ID == "waqa-a-kamin" && r.acts(s) {
			r.actors(d, s) // وقع الجنود في كمين لمسلحين
			return
		}
		if c.mark == markLi && n == 0 && !d.finite && d.kind == "ASSAULT" && strikes(d.cue.verb.ID) && r.acts(s) {
			r.actors(d, s) // غارة لطيران التحالف على …
			d.last = max(d.last, s.last)
			return
		}
		if c.mark == markFi && n+1 < len(comps) && (comps[n+1].mark == markMaa || comps[n+1].mark == markDidd) && d.cue.verb.harm && r.deedNoun(r.head(s)) && !r.named(r.head(s)) {
			r.actors(d, r.whole(&comps[n+1])) // مقتل جنديين في معارك مع المتمردين
			return
		}
		if c.mark == markLi && n > 0 && d.passive && d.kind == "ASSAULT" && r.acts(s) && r.struckBy(comps[:n]) {
			r.actors(d, s) // قتل جنديان في هجوم بقذائف للمتمردين
			return
		}
		if !r.has(s.first, bareAgent) {
			continue
		}
		w := stem(r.bare(s.first))
		switch {
		case (c.mark == markAla || c.mark == markBi) && (w == "يد" || w == "بيد" || w == "ايدي" || w == "ايد"), c.mark == markMin && (w == "قبل" || w == "جانب"), c.mark == markFi && (w == "قبض" || w == "يد" || w == "ايدي") && fell(d.cue.verb.ID), w == "سيطر" && fell(d.cue.verb.ID),
			c.mark == markBi && (w == "رصاص" || w == "نيران"):
			rest := span{s.first + 1, r.whole(c).last}
			if rest.empty() && n+1 < len(comps) && int(comps[n+1].at) == s.last {
				rest = r.whole(&comps[n+1])
			}
			if st := r.nisba(rest.first); !rest.empty() && st >= 0 && rest.last == rest.first+1 && !r.named(rest.first) && w == "جانب" {
				d.actor = append(d.actor, r.state(st, rest.first)) // من الجانب القمري
				return
			}
			if !rest.empty() {
				r.actors(d, rest)
				d.last = max(d.last, rest.last)
			}
			return
		}
	}
}
