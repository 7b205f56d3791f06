package statements

import (
	"strings"

	"mahdar/arabic"
)

// yetToCome reports whether what d tells is planned and not yet said: «ومن المقرر أن تعلن
// الحكومة موقفها».
func (r *reader) yetToCome(d *draft) bool {
	if r.p.Word(d.cue.first-1) != "ان" || d.cue.Tense == arabic.Past {
		return false
	}
	if d.weak && r.is(d.cue.first, isFinite) && r.wished(d.cue.first-2) {
		return true // توافق may be a noun of action, too
	}
	if d.cue.Tense != arabic.Present {
		return false
	}
	switch r.p.Word(d.cue.first - 2) {
	case "المقرر", "المتوقع", "المنتظر", "المرتقب", "المفترض", "المرجح", "المحتمل", "الممكن", "يتوقع", "يفترض":
		return true
	}
	return false
}

// shownByDeed reports whether d tells what somebody showed by what he did and did not say: «أظهر
// السكان أنهم قادرون على الصمود».
func (r *reader) shownByDeed(d *draft) bool {
	if d.cue.verb == nil || d.rule != "statements.clause" || !strings.HasSuffix(r.p.Word(d.zone.last), "هم") {
		return false
	}
	switch d.cue.verb.Past {
	case "أظهر", "أثبت":
		return true
	}
	return false
}

// adopts reports whether what d says somebody adopts is a plan or a decision, which is done and
// not said, and no attack: «خطة تبنتها المنظمة», «تبنى المجلس القرار».
func (r *reader) adopts(d *draft) bool {
	if d.cue.verb == nil || d.cue.verb.Past != "تبنى" {
		return false
	}
	switch stemAt(r.p, d.first) {
	case "خطه", "خطط", "قرار", "قرارات", "سياسه", "سياسات", "نهج", "استراتيجيه", "مقاربه", "مشروع", "توصيات", "قانون", "دستور", "برنامج":
		return true
	}
	return false
}

// wished reports whether what follows أن after token k is wanted of somebody: «يريد الوفد أن توافق
// الحركة على».
func (r *reader) wished(k int) bool {
	for j := k; j >= r.sent.First && j > k-8 && !r.p.Mark(j); j-- {
		switch strings.TrimPrefix(r.p.Word(j), "و") {
		case "يريد", "تريد", "يريدون", "اراد", "ارادت", "يامل", "تامل", "ياملون", "يجب", "ينبغي", "يتعين", "يتمني", "تتمني", "ترغب", "يرغب", "يمكن", "ينتظر", "يستطيع", "تستطيع":
			return true
		}
	}
	return false
}

// asked reports whether w (folded) says that somebody was asked, which tells no words of his.
func asked(w string) bool {
	switch w {
	case "سيل", "وسيل", "سيلت", "وسيلت":
		return true
	}
	return false
}

// neverSaid reports whether a position inside a claim is one that its holder does not
// take: «قال إن الفصائل لا تستجدي الهدنة».
func (r *reader) neverSaid(d *draft) bool {
	if !d.weak || !d.cue.finite() || !r.negated(d.cue.first) {
		return false
	}
	switch d.cue.verb.Act {
	case "criticise", "demand", "accuse", "threaten", "warn", "propose", "pledge", "praise":
		return true
	}
	return false
}

// onlyWished reports whether what is told inside a claim is what somebody is to say or do and
// has not: a present verb right after أن («طالب بأن يمتنع الوزير عن الترشح»).
func (r *reader) onlyWished(d *draft) bool {
	if !d.cue.finite() || d.cue.Tense == arabic.Past {
		return false
	}
	if d.cue.reading.Prep == 's' {
		switch d.cue.verb.Act {
		case "pledge", "accept", "state":
			return d.weak // «قال إن الحركة ستلتزم بالهدنة»: what it will do
		}
		return false
	}
	switch r.p.Word(d.cue.first - 1) {
	case "ان", "بان", "حتي", "كي", "لكي":
		return true
	case "لم":
		return r.p.Word(d.cue.first-2) == "ما" // «ما لم توافق الحركة على»
	}
	return false
}
