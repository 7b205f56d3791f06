package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// What is said of a truce where the word for it does not stand beside: by a pronoun, «اتهم الجيش الحركة
// بخرقها», by its agreement, «الاتفاق يسري فورا», or by the attacks that go on in spite of it.

// truceBack is how many words before a pronoun the truce may stand that it points to.
const truceBack = 45

// brokenIt is what the noun of breaking at token k, with a pronoun on it, alleges of the truce told before:
// «دخلت الهدنة حيز التنفيذ، ويتبادل الطرفان الاتهامات {بخرقها}».
func (r *reader) brokenIt(k int) (truce, bool) {
	if v, ok := r.is(k, lexicon.TalkTruceCourse); !ok || v != "violation-alleged" || !r.p.Has(k, page.Suffixed) || r.word(k).sense.Tense != arabic.Masdar {
		return truce{}, false
	}
	feminine := strings.HasSuffix(r.p.Word(k), "ها")
	if !feminine && !strings.HasSuffix(r.p.Word(k), "ه") {
		return truce{}, false
	}
	i := r.truceBefore(k, feminine)
	s := r.sayer(k)
	if i < 0 || s != nil && s.Act == "deny" {
		return truce{}, false
	}
	c := r.clause(k)
	from := r.verbBefore(k, c)
	if s != nil && s.content.first <= k && s.cue.first >= r.sentence(k).First {
		from = min(from, s.cue.first)
	}
	t := truce{at: k, event: "violation-alleged", rule: ruleTruceBreach, title: r.p.InTitle(k), evidence: span{from, c.last}}
	switch {
	case s != nil && s.Act == "accuse":
		t.parties, t.alleged = r.violators(k, k), s.Name
	case strings.HasSuffix(r.stem(k-1), "اتهامات") || strings.HasSuffix(r.stem(k-1), "اتهام"):
		if strings.Contains(r.stem(from), "تبادل") {
			if t.parties = r.subjectAt(from, k); len(t.parties) == 0 && r.has(from+1, stemBoth) {
				t.parties = r.truceSides(i)
			}
			t.alleged = joinNames(t.parties)
		}
	default:
		t.parties = r.breakers(k, c.last)
	}
	return t, len(t.parties) > 0
}

// truceBefore is the nearest truce named before token k that a pronoun of the gender may point to, -1 for
// none.
func (r *reader) truceBefore(k int, feminine bool) int {
	for j := k - 1; j >= 0 && j > k-truceBack; j-- {
		if r.class(j) == lexicon.TalkTruce && r.p.InTitle(j) == r.p.InTitle(k) {
			if strings.HasSuffix(r.stem(j), "ه") == feminine {
				return j
			}
			return -1
		}
	}
	return -1
}

// inSpite is where the telling begins of fighting that goes on in spite of the truce named at token i, -1 for
// none: «{تجددت} الاشتباكات رغم الهدنة», «اتهم الجيش الحركة {بقصف} المدينة رغم وقف إطلاق النار».
func (r *reader) inSpite(i int, c span) int {
	k := r.truceHead(i, c) - 1
	if w := r.stem(k); w == "اعلان" || w == "سريان" || w == "وجود" || w == "توقيع" || w == "دخول" {
		k--
	}
	if r.p.Word(k) == "من" && r.p.Word(k-1) == "الرغم" {
		k--
	}
	switch trimWaw(r.p.Word(k)) {
	case "رغم", "برغم", "الرغم":
	default:
		return -1
	}
	for j := k - 1; j >= c.first && j > k-verbReach; j-- {
		if w := root(strings.TrimPrefix(strings.TrimPrefix(r.stem(j), "ب"), "ل")); fights(w) && w != "عمليات" || violence(w) {
			return r.verbBefore(j, c)
		}
	}
	return -1
}

// violence reports whether w (a root) is a noun for fighting that nobody alone begins.
func violence(w string) bool {
	switch w {
	case "اشتباك", "اشتباكات", "عنف", "تصعيد", "هجوم", "مواجهات", "مواجه":
		return true
	}
	return false
}

// truceSides are the sides of the truce told last before token i, nil where it has not two.
func (r *reader) truceSides(i int) []party {
	for n := len(r.truces) - 1; n >= 0 && n >= len(r.truces)-mostAlike; n-- {
		if t := &r.truces[n]; len(t.parties) > 1 && t.at <= i {
			return t.parties
		}
	}
	return r.sidesTold(i)
}

// agreementHolds is what is told of a truce by the agreement on it, named at token i, that takes effect: «وقعا
// اتفاقا لوقف القتال … إن {الاتفاق} يسري فورا».
func (r *reader) agreementHolds(i int) (truce, bool) {
	if v, ok := r.is(i, lexicon.TalkBind); !ok || v != "agreement" || !r.isDefinite(i) || r.p.InTitle(i) {
		return truce{}, false
	}
	c, k := r.clause(i), i-1
	if v, ok := r.is(i+1, lexicon.TalkTruceCourse); ok && v == "in-force" {
		k = i + 1
	} else if !r.takesEffect(k, c) {
		if v, ok := r.is(k, lexicon.TalkTruceCourse); !ok || v != "in-force" {
			return truce{}, false
		}
	}
	if _, verb := r.finite(k); !verb || r.future(k) || r.noDeed(k) || k < c.first {
		return truce{}, false
	}
	o := r.agreedTruce(i)
	if o == nil {
		return truce{}, false
	}
	t := truce{at: i, event: "in-force", rule: ruleHolding, parties: o.parties, evidence: span{min(i, k), c.last}}
	t.date = r.dateIn(t.evidence)
	return t, true
}

// agreedTruce is the truce told last before token i where an agreement on it is named, nil for none.
func (r *reader) agreedTruce(i int) *truce {
	for n := len(r.truces) - 1; n >= 0 && n >= len(r.truces)-mostAlike; n-- {
		t := &r.truces[n]
		if t.title || t.event != "declared" || t.at > i {
			continue
		}
		for k := t.evidence.first; k < t.at; k++ {
			if v, ok := r.is(k, lexicon.TalkBind); ok && v == "agreement" && i-t.at < sidesBack {
				return t
			}
		}
		return nil
	}
	return nil
}

// foughtOn notes of the statement s that it accuses somebody of going on to attack while a truce is told of
// before: «وقعا هدنة … واتهم الوزير الحركة بمواصلة قصف المدينة».
func (r *reader) foughtOn(s *statement) {
	k := s.content.first
	if s.Act != "accuse" || s.Target == "" || r.p.InTitle(k) {
		return
	}
	switch strings.TrimPrefix(r.stem(k), "ب") {
	case "مواصله", "استمرار", "استمراره", "استمرارها", "استمرارهم", "تكرار", "معاوده":
	default:
		return
	}
	at := k + 1
	if r.p.Word(at) == "في" {
		at++
	}
	if w := root(strings.TrimPrefix(strings.TrimPrefix(r.stem(at), "ب"), "ل")); !fights(w) && !violence(w) {
		return
	}
	for n := range r.truces[:min(len(r.truces), 2*mostAlike)] {
		switch t := &r.truces[n]; t.event {
		case "declared", "in-force", "extended", "mechanism":
			if t.title || t.at > k {
				continue
			}
			r.truces = append(r.truces, truce{at: k, event: "violation-alleged", evidence: s.content, parties: []party{{at: span{k, k + 1}, name: nominative(s.Target, true)}}, alleged: s.Name, rule: ruleTruceBreach})
			return
		}
	}
}
