package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// truceParties are those between whom the truce is, or who declare it.
func (r *reader) truceParties(i int, c span, event string, from int) []party {
	for k := r.word(i).last; k < c.last && k < i+14; k++ {
		if w := r.p.Word(k); w == "بين" || w == "مع" {
			list, _ := r.parties(k+1, c.last)
			if len(list) > 0 {
				return list
			}
		}
	}
	if event != "declared" && event != "proposed" {
		return nil // who tells of a truce is no party to it
	}
	for k := c.first; k < i; k++ { // أعلن سالم موافقة القمر والزهرة على هدنة
		if w := strings.TrimPrefix(r.stem(k), "ب"); w == "موافقه" || w == "قبول" {
			if list, next := r.parties(k+1, i); len(list) > 0 && (r.p.Word(next) == "علي" || r.p.Word(next) == "ب" || r.prefixed(next)) {
				return list
			}
		}
	}
	if k := r.declaredIn(i, c); k > 0 && event == "declared" {
		if list, _ := r.after(k, c.last); len(list) > 0 {
			return list
		}
	}
	if list := r.whoSettles(i, c, event, from); len(list) > 0 {
		return list
	}
	for k := r.word(i).last; k < c.last && k < i+8; k++ { // هدنة أعلنها فلان
		if t, ok := r.finite(k); ok && t == arabic.Past {
			list, _ := r.after(k, c.last)
			return list
		}
	}
	return nil
}

// whoSettles are those who by a verb before the truce named at token i announce, ask for or
// agree on it, or by the noun for announcing it: «إعلان الجبهة هدنة». Of a declared truce only
// verbs that say so count, unless one of them has no subject beside it.
func (r *reader) whoSettles(i int, c span, event string, from int) []party {
	settled := event == "proposed"
	if !settled && strings.HasPrefix(r.stem(from), "اعلان") {
		if list, _ := r.after(from, i); len(list) > 0 {
			return list
		}
	}
	for k := c.first; k < i && !settled; k++ {
		t, ok := r.finite(k)
		if !ok || t == arabic.Jussive || k < from && !r.settles(k) {
			continue
		}
		if list := r.subjectAt(k, i); len(list) > 0 {
			return list
		}
		settled = true
	}
	for k := c.first; k < i && settled; k++ {
		if t, ok := r.finite(k); ok && t != arabic.Jussive {
			if list := r.subjectAt(k, i); len(list) > 0 {
				return list
			}
		}
	}
	return nil
}

// subjectAt are those who stand after or before the verb at token k as its subject.
func (r *reader) subjectAt(k, lim int) []party {
	if list, _ := r.after(k, lim); len(list) > 0 {
		return list
	}
	return r.beforeVerb(k)
}

// settles reports whether token k is a verb of settling or announcing something: وقعت، أعلن.
func (r *reader) settles(k int) bool {
	if v, ok := r.is(k, lexicon.TalkTruceCourse); ok && (v == "declared" || v == "proposed") || r.class(k) == lexicon.TalkBind {
		return true
	}
	if v, ok := r.is(k, lexicon.TalkMeet); ok && v == "sign" {
		return true
	}
	if _, _, ok := r.speechWord(k, "announce"); ok {
		return true
	}
	switch trimWaw(r.stem(k)) {
	case "اتفق", "اتفقت", "اتفقا", "اتفقتا", "اتفقوا", "قع", "قعت", "قعا", "قعوا", "ابرم", "ابرمت", "ابرما", "ابرموا", "توصل", "توصلت", "توصلا", "توصلوا", "وافق", "وافقت", "افق", "افقت", "قبل", "قبلت", "اقر", "اقرت", "اعلن", "اعلنت", "اعلنوا", "تبني", "تبنت":
		return true
	}
	return false
}
