package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// onTheWay is within how many tokens the verb stands that leads to what somebody says.
const onTheWay = 8

// setsAbout reports whether the noun of action at token i is what somebody sets about or brings
// himself to say: «سارع الحداد إلى نفي الخبر», «اضطر إلى الاعتراف بأن», «لم يتردد في القول إن».
func (r *reader) setsAbout(i int, class string) bool {
	p := r.p
	in := p.Word(i-1) == "في"
	if !in && p.Word(i-1) != "الي" {
		return false
	}
	switch class {
	case "source", "according", "ask", "relay", "describe":
		return false
	}
	for k := i - 2; k >= r.sent.First && k > i-onTheWay && !p.Mark(k); k-- {
		if in && hesitates(p.Word(k)) {
			return p.Has(k-1, page.Negation) && !r.inOthersWords(k)
		}
		if !in && hurries(p.Word(k)) {
			return !r.inOthersWords(k)
		}
		if p.Word(k) == "من" && phrases.Animate(p, k-1) {
			continue // «سارع نواب من الحزبين إلى»
		}
		if p.Has(k, page.Preposition) || phrases.FiniteVerb(p, k) {
			return false
		}
	}
	return false
}

// inOthersWords reports whether a clause that somebody tells begins in the sentence before k.
func (r *reader) inOthersWords(k int) bool {
	for j := k - 1; j >= r.sent.First && j > k-longest; j-- {
		if r.clauseMark(j) {
			return true
		}
	}
	return false
}

// hurries reports whether w (folded) is a verb of setting about something with إلى.
func hurries(w string) bool {
	for _, v := range [...]string{"سارع", "بادر", "لجا", "عمد", "اضطر", "هرع", "انبري"} {
		rest, ok := strings.CutPrefix(strings.TrimPrefix(w, "و"), v)
		if ok && (rest == "" || rest == "ت" || rest == "وا" || rest == "ا" || rest == "تا") {
			return true
		}
	}
	return false
}

// hesitates reports whether w (folded) is a verb of hesitating, in the form that negation wants.
func hesitates(w string) bool {
	return w == "يتردد" || w == "تتردد" || w == "يترددوا" || w == "يتاخر" || w == "تتاخر" || w == "يتاخروا"
}

// beforeThus is the token before «هكذا», «بهذه الكلمات» that end at token k, by which a verb takes up
// the quotation before it; k where they do not stand there.
func (r *reader) beforeThus(k int) int {
	p := r.p
	if p.Word(k) == "هكذا" {
		return k - 1
	}
	switch p.Word(k) {
	case "الكلمات", "العبارة", "العباره", "الجمله", "الكلمه", "العبارات":
		if w := p.Word(k - 1); w == "بهذه" || w == "بتلك" {
			return k - 2
		}
	}
	return k
}

// stillHolds reports whether the participle c is what the verb that opens its sentence says its
// subject goes on being: «لا تزال الحركة متمسكة بشروطها», «وبقي الوفد مصرا على مطالبه».
func (r *reader) stillHolds(c *cue) bool {
	p, k := r.p, r.sent.First
	if c.Tense != arabic.Participle || c.reading.Conj != 0 || c.reading.Prep != 0 || c.first-k > onTheWay || c.verb.Class != "demand" && c.verb.Class != "reject" && c.verb.Class != "accept" {
		return false // what somebody is bound to is for talks to read
	}
	if next := r.goesOnBeing(k); next > k {
		k = next
	} else if w := strings.TrimPrefix(p.Word(k), "و"); w == "بقي" || w == "بقيت" || w == "مازال" || w == "مازالت" {
		k++
	} else {
		return false
	}
	return k < c.first && phrases.Extent(p, k, phrases.Walk{Limit: c.first}) == c.first && (phrases.Animate(p, k) || p.Named(k))
}

// comesOut reports whether the verb at token i, with ل before it, tells what somebody comes out
// to say: «خرج الحداد ليعلن أن», «عادت الحركة لتؤكد أن». Whom it means must agree with it.
func (r *reader) comesOut(i int, rd *lexicon.Reading, s *lexicon.Sense) bool {
	p := r.p
	if rd.Conj != 0 || s.Person != 3 || s.Count != arabic.Singular {
		return false
	}
	for k := i - 1; k >= r.sent.First && k > i-onTheWay && !p.Mark(k); k-- {
		w := strings.TrimPrefix(p.Word(k), "و")
		for _, v := range [...]string{"خرج", "عاد", "ظهر", "برز", "انبري", "اطل"} {
			if rest, ok := strings.CutPrefix(w, v); ok && (rest == "" && !s.Feminine || rest == "ت" && s.Feminine) {
				return !r.inOthersWords(k)
			}
		}
		if k < i-1 && phrases.FiniteVerb(p, k) {
			return false
		}
	}
	return false
}
