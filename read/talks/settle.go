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
	if event == "violation-alleged" {
		return r.violators(i, from)
	}
	if event == "extended" {
		if two := r.subjectAt(from, i); len(two) == 2 && two[0].kind != 'p' {
			return two // مددت الحكومة والجبهة الهدنة
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
	if event == "proposed" { // رفضت الحكومة عرضا من قبل الجبهة لهدنة
		for k := max(from, c.first); k+1 < i; k++ {
			if w := r.p.Word(k + 1); r.p.Word(k) == "من" && (w == "قبل" || w == "جانب") {
				if list, _ := r.parties(k+2, i); len(list) > 0 {
					return list
				}
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
	for k := r.word(i).last; k < c.last && k < i+8 && r.p.Word(k) != "،"; k++ { // هدنة أعلنها فلان
		if t, ok := r.finite(k); ok && t == arabic.Past {
			list, _ := r.after(k, c.last)
			return list
		}
	}
	return nil
}

// violators are those told to break the truce named at token i, by words that begin at token from:
// whom somebody accuses of it, or the subject of the word for it.
func (r *reader) violators(i, from int) []party {
	if s := r.sayer(i); s != nil && s.Act == "deny" {
		return nil
	} else if s != nil && s.Act == "accuse" {
		if two := r.eachOther(s); two != nil {
			return two
		}
		if s.Target != "" {
			return []party{{at: span{i, i + 1}, name: s.Target}}
		}
	}
	if keepsTo(r.p.Word(from + 1)) { // لم تحترم الجبهة الهدنة
		return r.subjectAt(from+1, i)
	}
	for k := from; k < i; k++ {
		if v, ok := r.is(k, lexicon.TalkTruceCourse); ok && v == "violation-alleged" || r.class(k) == lexicon.TalkBreach {
			if list := r.breakers(k, i); len(list) > 0 || strings.TrimPrefix(r.stem(k-1), "ب") != "اتهامات" {
				return list
			}
			for j := k - 2; j >= r.sentence(k).First && j > k-breachReach; j-- { // تبادل الجيش والجبهة اتهامات بخرق الهدنة
				if strings.HasPrefix(trimWaw(r.p.Word(j)), "تبادل") {
					return r.subjectAt(j, k)
				}
			}
			return nil
		}
	}
	return nil
}

// whoSettles are those who by a verb before the truce named at token i announce, ask for or
// agree on it, or by the noun for announcing it: «إعلان الجبهة هدنة». Of a declared truce only
// verbs that say so count, unless one of them has no subject beside it.
func (r *reader) whoSettles(i int, c span, event string, from int) []party {
	settled := event == "proposed"
	if !settled && (strings.HasPrefix(strings.TrimPrefix(r.stem(from), "ب"), "اعلان") || strings.TrimPrefix(r.stem(from), "ب") == "اتفاق") {
		if list, _ := r.after(from, i); len(list) > 0 && (list[0].kind != 'l' || strings.HasPrefix(list[0].actor, "state:")) { // and not «اتفاق ندى»
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

// truceReach is how many words from the noun for a truce its place may stand.
const truceReach = 12

// trucePlace is where the truce named at token i holds: the place told after it before its clause
// turns to something else («هدنة في اليمن», but «هدنة بعد هزيمة في المدينة»), else right before
// it; "" for none.
func (r *reader) trucePlace(i int, s span) string {
	last := r.word(i).last
	end := last
	for end < min(s.last, last+truceReach) && !r.turnsFrom(end) {
		end++
	}
	if name := r.placeIn(span{i, end}); name != "" {
		return name
	}
	return r.placeIn(span{max(s.first, i-8), i})
}

// turnsFrom reports whether token k turns from a truce to what it came after or rests on.
func (r *reader) turnsFrom(k int) bool {
	switch trimWaw(r.p.Word(k)) {
	case "،":
		return r.p.Word(k+1) != "في" // «هدنة مؤقتة، في الوادي»
	case "بعد", "اثر", "عقب", "منذ", "قبل", "بسبب", "اساس", "ضد", "كما", "لكن":
		return true
	}
	_, verb := r.finite(k)
	return verb && !r.preposition(k) && !r.p.Dated(k)
}

// boundBefore reports whether an earlier truce of the same side and day is the one at index n of
// r.truces told again.
func (r *reader) boundBefore(n int) bool {
	t := &r.truces[n]
	if !r.isDefinite(t.at) && !r.isDefinite(r.word(t.at).last-1) {
		for k := t.evidence.first; k < t.evidence.last; k++ {
			if r.p.Dated(k) {
				return false // «أعلنت الحكومة في مطلع الشهر هدنة»
			}
		}
	}
	for k := max(0, n-mostAlike); k < n; k++ {
		if o := &r.truces[k]; o.event == t.event && !o.title && len(o.parties) > 0 && !r.mutual(o.at) && (o.date == "" || t.date == "" || o.date == t.date) && alikeTruces(o, t) {
			return true
		}
	}
	return false
}

// mutual reports whether the truce named at token i is told to be one between sides.
func (r *reader) mutual(i int) bool {
	far := 3
	for k := r.word(i).last; k < r.word(i).last+far; k++ {
		switch w := r.p.Word(k); {
		case w == "بين" || w == "مع":
			return true
		case r.stops(k) || w == "،" || w == "بعد":
			return false
		case passes(w) && r.relative(k-1):
			far = 10 // الهدنة التي تم التوصل إليها مع …
		}
	}
	return false
}
