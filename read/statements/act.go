package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/phrases"
)

// act says what the words do: the frame's or the verb's own act, and for verbs
// that only report, what the content does.
func (r *reader) act(d draft) string {
	act := d.act
	if act == "" && d.cue.verb != nil {
		act = d.cue.verb.Act
	}
	if act == "" {
		act = "state"
	}
	if act != "state" && act != "announce" {
		return act
	}
	if inner := r.contentAct(d); inner != "" {
		return inner
	}
	return act
}

// contentAct reads the act off the content, "" where it only asserts.
func (r *reader) contentAct(d draft) string {
	p := r.p
	own := false
	for k := d.first; k < d.last && k < d.first+14; k++ {
		w := p.Word(k)
		switch w {
		case "يجب", "ينبغي", "يتعين", "يتوجب", "ضروره", "وجوب", "لابد", "يلزم":
			return "demand"
		case "لا":
			if p.Word(k+1) == "بد" {
				return "demand"
			}
		case "مستعد", "مستعده", "استعداد", "استعداده", "استعدادها", "مستعدون":
			return "propose"
		case "ملتزم", "ملتزمه", "التزام", "التزامه", "التزامها", "ملتزمون", "ملتزمان":
			return "pledge"
		case "قد", "ربما", "يمكن", "المحتمل", "المتوقع", "المرجح":
			if k <= d.first+6 && w != "قد" || w == "قد" && k+1 < d.last && r.present(k+1) {
				return "expect"
			}
		case "غير":
			if v := p.Word(k + 1); v == "مقبول" || v == "مقبوله" {
				return "reject"
			}
		case "نحن", "اننا", "نرفض", "لن":
			own = own || w != "لن"
			if w == "نرفض" {
				return "reject"
			}
			if w == "لن" && k <= d.first+4 {
				return r.future(d, k)
			}
		case "سوف":
			if k <= d.first+6 {
				return r.future(d, k)
			}
		}
		if strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") || strings.HasPrefix(w, "سن") || strings.HasPrefix(w, "سا") {
			if k <= d.first+8 && r.futureVerb(k) {
				return r.future(d, k)
			}
		}
	}
	if r.blames(d) {
		return "accuse"
	}
	return ""
}

// present reports whether token k may be a verb in the present.
func (r *reader) present(k int) bool {
	w := r.p.Word(k)
	return len(w) >= 6 && (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت")) && r.p.Mention(k) == nil
}

// futureVerb reports whether token k is a verb with the future particle.
func (r *reader) futureVerb(k int) bool {
	if r.p.Mention(k) != nil {
		return false
	}
	for _, rd := range r.p.Readings[k] {
		if rd.Cut == 0 && rd.Kinds != 0 {
			return false
		}
		if rd.Prep == 's' && rd.Kinds != 0 {
			return true
		}
	}
	w := r.p.Word(k)
	return len(w) >= 8 && (strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست")) && len(r.p.Readings[k]) == 0
}

// future tells an announcement of the speaker's own side from an expectation
// of others' doings.
func (r *reader) future(d draft, k int) string {
	if k == d.first || r.ownSide(d, k) {
		return "announce"
	}
	return "expect"
}

// ownSide reports whether the subject before token k is the speaker's side: his
// name, his country or body, or a word with his pronoun (بلاده، وفده).
func (r *reader) ownSide(d draft, k int) bool {
	p := r.p
	for i := d.first; i < k; i++ {
		if m := p.Mention(i); m != nil {
			if m.Actor != "" && m.Actor == d.speaker.actor || r.inSpeaker(d, m) {
				return true
			}
		}
		switch p.Word(i) {
		case "بلاده", "بلادها", "حكومته", "وفده", "قواته", "حركته", "حزبه", "نحن", "بلادنا", "جماعته", "منظمته":
			return true
		}
	}
	return false
}

// inSpeaker reports whether the speaker's own phrase names m.
func (r *reader) inSpeaker(d draft, m *fact.Mention) bool {
	for i := d.speaker.phrase.first; i < d.speaker.phrase.last; i++ {
		if o := r.p.Mention(i); o != nil && o.Actor == m.Actor {
			return true
		}
	}
	return false
}

// blames reports whether the content blames somebody for a wrong or a breach.
func (r *reader) blames(d draft) bool {
	for k := d.first; k < d.last && k < d.first+30; k++ {
		switch stem(r.p.Word(k)) {
		case "انتهك", "انتهكت", "انتهاك", "خرق", "خرقت", "خروقات", "انتهاكات", "جرايم", "جريمه", "عرقله", "تعرقل", "عرقلت", "يعرقل", "اخلت", "اخل", "يخل", "تتحمل", "يتحمل", "ارتكب", "ارتكبت", "تنصل", "تنصلت", "افشال", "مسووليه", "فشلت":
			return true
		}
	}
	return false
}

// modality says whether the words tell of what is, will be, may be or is not.
func (r *reader) modality(d draft) string {
	p := r.p
	for k := d.first; k < d.last && k < d.first+10; k++ {
		switch p.Word(k) {
		case "لن":
			return "negated"
		case "لم", "ليس", "ليست", "لا":
			return "negated"
		case "قد", "ربما":
			if k+1 < d.last && r.present(k+1) {
				return "hypothetical"
			}
		case "سوف":
			return "future"
		}
		if r.futureVerb(k) {
			return "future"
		}
		if phrases.FiniteVerb(p, k) {
			break
		}
	}
	_ = arabic.Past
	return "asserted"
}
