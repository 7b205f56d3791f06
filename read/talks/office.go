package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// holder is the person whom the article gives an office that covers the phrase.
func (r *reader) holder(s span) *fact.Actor {
	words := r.stemsOf(s)
	if len(words) == 0 || !r.isDefinite(s.first) && len(words) < 2 || body(words[0]) {
		return nil
	}
	asked := maskOf(words)
	nation := r.ofNation(s)
	var best *fact.Actor
	extra := 0
	for i := range r.held() {
		o := &r.offices[i]
		if !nation && asked&^o.mask != 0 {
			continue // some word of the phrase is none of the office
		}
		if len(o.words) > len(words)+6 || !covers(o.words, r.butNation(words, s, o.actor.Country)) {
			continue
		}
		if best == nil || len(o.words) < extra {
			best, extra = o.actor, len(o.words)
		} else if best != o.actor && len(o.words) == extra {
			return nil
		}
	}
	if best == nil {
		return r.theEnvoy(words, nation)
	}
	return best
}

// another is who holds the office that the phrase begins with, and the token after it,
// where the office of the person m who is named in it begins only later: «والتقت وزيرة
// الخارجية القمرستانية الرئيس الزهرستاني سالم الأحمر».
func (r *reader) another(s span, m *fact.Mention) (*fact.Actor, int) {
	for k := s.first + 2; k < s.last && r.p.Mention(k) != m; k++ {
		if !r.p.Has(k-1, page.Nisba) {
			continue
		}
		if _, _, rd, ok := r.officeAt(k); !ok || rd.Conj != 0 || rd.Prep != 0 {
			continue
		}
		if a := r.holder(span{s.first, k}); a != nil && a.ID != m.Actor {
			return a, k
		}
		return nil, 0
	}
	return nil, 0
}

// body reports whether w (a stem) heads the phrase of a side of many, which the office of
// who leads it holds too: «حكومة القمر» is not رئيس وفد حكومة القمر.
func body(w string) bool {
	switch w {
	case "حكومه", "معارضه", "نظام", "فصايل", "فصيل", "اطراف", "وفد", "وفود", "سلطات", "سلطه", "جماعه", "جماعات", "حركه", "حركات", "جبهه", "حزب", "احزاب", "قوي", "دول", "دوله", "جيش", "قوات", "تحالف", "ايتلاف",
		"مجلس", "هييه", "بعثه", "لجنه", "فريق", "منظمه", "برلمان", "اداره", "متمردون", "متمردين", "متمردي", "متمردو", "مسلحون", "مسلحين", "مليشيا", "ميليشيا":
		return true
	}
	return false
}

// office is an office that the article gives a person, as stems.
type office struct {
	actor *fact.Actor
	words []string
	mask  uint64 // of words
}

// maskOf is a bit for each of some stems, as covers compares them: a stem whose bit is
// not in the mask of others is none of them.
func maskOf(words []string) uint64 {
	var mask uint64
	for _, w := range words {
		w = strings.TrimSuffix(w, "ه")
		h := uint32(len(w))
		for i := 1; i < len(w); i += 2 { // the second byte of a letter tells most
			h = h*31 + uint32(w[i])
		}
		mask |= 1 << (h * 0x9e3779b1 >> 26)
	}
	return mask
}

// ofNation reports whether an adjective of a state stands in a phrase after its first
// word.
func (r *reader) ofNation(s span) bool {
	return r.p.Next(s.first+1, s.last, page.Nisba) < s.last
}

// mostOffices bounds how many offices of an article are compared with a phrase.
const mostOffices = 200

// held are the offices that the article gives persons.
func (r *reader) held() []office {
	if r.offices != nil {
		return r.offices
	}
	r.offices = []office{}
	for i := range r.p.Reading.Actors {
		a := &r.p.Reading.Actors[i]
		if a.Type != fact.Person {
			continue
		}
		for _, o := range a.Offices {
			words := fields(arabic.Fold(o))
			for k := range words {
				words[k] = stem(words[k])
			}
			words = ownOffice(words)
			if len(r.offices) < mostOffices {
				r.offices = append(r.offices, office{a, words, maskOf(words)})
			}
		}
	}
	return r.offices
}

// ownOffice leaves out of the stems of an office what runs into it from before:
// «وزير الخارجية الفلاني مع نظيره الفلاني» is his counterpart's office and his own.
func ownOffice(words []string) []string {
	for k := len(words) - 1; k > 0; k-- {
		switch words[k] {
		case "مع", "للقاء", "بين":
			return words[k+1:]
		case "نظيره", "نظيرها", "نظيرته":
			return words[k:]
		}
	}
	return words
}

// theEnvoy is the one person of the article who is an envoy or mediator, whom
// «المبعوث» and «الوسيط» stand for; of several the one of the United Nations, where the
// words say that it is theirs. Nobody of theirs is the envoy of a nation.
func (r *reader) theEnvoy(words []string, nation bool) *fact.Actor {
	un := unitedNations(words)
	if !envoy(words[0]) && !(un && words[0] == representative) {
		return nil
	}
	var found, ours *fact.Actor
	several, ofOurs := false, false
	for i := range r.held() {
		o := &r.offices[i]
		if !mediates(o.words) {
			continue
		}
		several = several || found != nil && found != o.actor
		found = o.actor
		if unitedNations(o.words) {
			ofOurs = ofOurs || ours != nil && ours != o.actor
			ours = o.actor
		}
	}
	switch {
	case un && ours != nil && !ofOurs:
		return ours
	case several || nation && ours != nil:
		return nil
	}
	return found
}

// representative is the stem of an office that is an envoy's where the United Nations
// send him.
const representative = "ممثل"

// mediates reports whether an office, in stems, is that of an envoy or mediator.
func mediates(words []string) bool {
	for _, w := range words {
		if envoy(w) || w == representative && unitedNations(words) {
			return true
		}
	}
	return false
}

// unitedNations reports whether an office, in stems, is of the United Nations.
func unitedNations(words []string) bool {
	for k, w := range words {
		switch w {
		case "اممي", "امميه", "دولي", "متحده":
			return true
		case "امين":
			if k+1 < len(words) && words[k+1] == "عام" && k+2 == len(words) {
				return true
			}
		}
	}
	return false
}

// isEnvoy reports whether the article gives a person the office of an envoy or
// mediator.
func (r *reader) isEnvoy(actor string) bool {
	if actor == "" {
		return false
	}
	for _, o := range r.held() {
		if o.actor.ID == actor && mediates(o.words) {
			return true
		}
	}
	return false
}

func envoy(w string) bool {
	switch w {
	case "مبعوث", "موفد", "وسيط", "مبعوثه", "موفده", "وسيطه":
		return true
	}
	return false
}

// butNation leaves out of the words of a phrase the adjective of the person's
// own country, which his offices need not repeat.
func (r *reader) butNation(words []string, s span, country string) []string {
	if country == "" {
		return words
	}
	for k := s.first + 1; k < s.last; k++ {
		_, n, ok := r.p.Find(k, lexicon.NisbaWord, nil)
		if !ok || !strings.EqualFold(r.p.Lex.States[n.Entry].ID, country) {
			continue
		}
		var out []string
		for _, w := range words {
			if w != r.stem(k) {
				out = append(out, w)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return words
}

// covers reports whether each of few stands in all, both of stems.
func covers(all, few []string) bool {
	for _, w := range few {
		found := false
		for _, v := range all {
			if s := v; s == w || strings.TrimSuffix(s, "ه") == strings.TrimSuffix(w, "ه") {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// stemsOf are the stems of the words of s.
func (r *reader) stemsOf(s span) []string {
	var out []string
	for k := s.first; k < s.last; k++ {
		if !r.p.Mark(k) && !r.preposition(k) {
			out = append(out, r.stem(k))
		}
	}
	return out
}

// holderAfter is where an office's phrase ends when what its holder is for and
// his name follow token k: مبعوث فلان الخاص للشرق الأدنى سالم.
func (r *reader) holderAfter(k, lim int) int {
	p := r.p
	j := k
	switch p.Word(j) {
	case "بالوكاله", "بالانابه", "بالنيابه":
		if j+1 < lim && r.personAt(j+1) { // الرئيس بالوكالة سالم
			return p.TokenAt(p.Mention(j+1).End-1) + 1
		}
		return k
	}
	if w := p.Word(j); w == "الي" || w == "في" || w == "لدي" {
		j++
	} else if !r.prepositional(j) {
		return k
	}
	m := p.Mention(j)
	if m == nil || m.Type == fact.Person {
		return k
	}
	j = p.TokenAt(m.End-1) + 1
	if j < lim && p.Word(j) == "،" {
		j++
	}
	if j >= lim || !r.personAt(j) || p.Mention(j).Start > p.Tokens[j].Start {
		return k
	}
	return p.TokenAt(p.Mention(j).End-1) + 1
}

// quotedHolder is the token after a person whom an office that ends before token k names in
// quotation marks, k where none is: وزير الخارجية “سالم الأحمر”.
func (r *reader) quotedHolder(k, lim int) int {
	if k+2 >= lim || r.p.Tokens[k].Kind != arabic.Quote || !r.personAt(k+1) {
		return k
	}
	if end := r.p.TokenAt(r.p.Mention(k+1).End-1) + 1; end < lim && r.p.Tokens[end].Kind == arabic.Quote {
		return end + 1
	}
	return k
}
