package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
)

// unreal reports whether the meeting told by the noun at token i is none that was or
// will be: «أي لقاء», and «إن جرت محادثات», where a verb right after إن makes a condition.
func (r *reader) unreal(i int) bool {
	p := r.p
	switch p.Word(i - 1) {
	case "اي", "ايه":
		return true
	}
	if r.nowhere(i) {
		return true
	}
	if c := r.class(i - 1); c != lexicon.TalkHold && c != lexicon.TalkCourse {
		return false
	}
	switch p.Word(i - 2) {
	case "اذا", "لو":
		return true
	case "ان":
		t, verb := r.finite(i - 1)
		return verb && t == arabic.Past && strings.HasPrefix(p.Tokens[i-2].Span().In(p.Source), "إ")
	}
	return false
}

// disownedReach is how many tokens before a verb what denies it is looked for.
const disownedReach = 12

// disowned reports whether somebody denies that what the verb at token i tells has been: «نفى سالم أن يكون
// قد التقى نادرا», «نفت الحركة أنها التقت الوسيط».
func (r *reader) disowned(i int) bool {
	that := false
	for k := i - 1; k >= max(r.sentence(i).First, i-disownedReach); k-- {
		w := r.p.Word(k)
		switch {
		case strings.HasPrefix(w, "ان"):
			that = true
		case w == "يكون" || w == "تكون" || w == "قد":
			continue
		case r.stops(k):
			return false
		}
		if _, verb := r.finite(k); verb {
			return that && denies(trimWaw(w))
		}
	}
	return false
}

// denies reports whether w is a verb of denying.
func denies(w string) bool {
	return w == "نفي" || w == "نفت" || w == "نفوا" || w == "ينفي" || w == "تنفي"
}

// nowhere reports whether what leads up to the meeting at token i is said not to be
// there: «لا توجد ترتيبات لعقد لقاء», «ليست هناك خطط لإجراء محادثات», «نفى عقد لقاء».
func (r *reader) nowhere(i int) bool {
	p := r.p
	k := i - 1
	for k >= i-6 && !r.has(k, wordNowhere) {
		k--
	}
	if k < i-6 {
		return false
	}
	for j := k + 1; j < i; j++ {
		if _, verb := r.finite(j); verb || p.Mark(j) {
			return false
		}
	}
	switch w := trimWaw(p.Word(k)); {
	case w == "هناك":
		return strings.HasPrefix(trimWaw(p.Word(k-1)), "ليس")
	case strings.HasPrefix(w, "نف"), w == "ينفي", w == "تنفي":
		if r.word(i).reading.Pronoun != "" && !strings.HasSuffix(r.p.Word(i-1), "وجود") {
			_, ok := r.objectIs(k, i)
			return ok // نفى سالم لقاءه نادرا
		}
		return r.class(i-1) == lexicon.TalkHold || strings.HasPrefix(p.Word(i-1), "وجود")
	}
	return r.denied(k)
}

// bound is the verb of going somewhere that stands before token i in its clause, so that
// the meeting for which one goes is to come; -1 where none does.
func (r *reader) bound(i int) int {
	for k := i - 1; k >= 0 && k >= i-12; k-- {
		if r.stops(k) {
			return -1
		}
		v, ok := r.is(k, lexicon.TalkMeet)
		if ok && v == "travel" {
			return k
		}
		if _, verb := r.finite(k); ok || verb && r.p.Word(k) != "كان" {
			if r.future(k) {
				return k
			}
			return -1
		}
	}
	return -1
}

// boundFor puts the meeting at token m.at where the verb of going at token k leads.
func (r *reader) boundFor(m *meeting, k int) {
	v, _ := r.is(k, lexicon.TalkMeet)
	for ; k < m.at; k++ {
		if mn := r.p.Mention(k); mn != nil && mn.Type == fact.Location && (r.to(k) || v == "visit") { // سيزور ندى للقاء سالم
			m.place, m.placeID = mn.Name, mn.Actor
			return
		}
	}
}

// ownRole reports whether token i is دوره, his role, and no دورة: the two are one
// word in folded letters.
func (r *reader) ownRole(i int) bool {
	return r.stem(i) == "دوره" && !r.isDefinite(i) && strings.HasSuffix(r.p.Tokens[i].Span().In(r.p.Source), "ه")
}

// several reports whether the noun at token i counts meetings, which are not one: «أربعة
// لقاءات», «عدة اجتماعات».
func (r *reader) several(i int) bool {
	if !strings.HasSuffix(r.stem(i), "ات") || r.isDefinite(i) {
		return false
	}
	switch v, _ := r.is(i, lexicon.TalkMeeting); v {
	case "gathering", "encounter", "session", "visit", "round":
	default:
		return false
	}
	switch trimWaw(r.p.Word(i - 1)) {
	case "ثلاث", "ثلاثه", "اربع", "اربعه", "خمس", "خمسه", "ست", "سته", "سبع", "سبعه", "عده", "بضع", "بضعه":
		return true
	}
	return false
}
