package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// pendingReach is how many words before an undertaking are looked at for what governs it.
const pendingReach = 7

// pending reports whether the undertaking told at token i is not there: what governs it
// wants it, seeks it, waits for it, makes a condition of it, or says that it is lacking:
// «تسعى إلى الحصول على التزام», «في حال تم الاتفاق», «عدم الالتزام», «قرب إتمام الصفقة».
func (r *reader) pending(i int) bool {
	first := max(r.sentence(i).First, i-pendingReach)
	for k := i - 1; k >= first; k-- {
		switch {
		case r.has(k, stemPending):
			return true
		case r.p.Mark(k), r.relative(k):
			return false
		}
		if _, verb := r.finite(k); verb && !passes(r.p.Word(k)) {
			return r.subjunctive(k) // حتى تبرهن الحكومة التزامها
		}
	}
	return false
}

// passes reports whether the verb w only lends its time to the noun after it: في حال {تم}
// الاتفاق.
func passes(w string) bool {
	switch w {
	case "تم", "تمت", "يتم", "تتم", "جري", "جرت", "كان", "كانت":
		return true
	}
	return false
}

// subjunctive reports whether أن or a particle of purpose stands right before the verb at
// token k, which then tells no deed: «يريد أن توافق الحكومة».
func (r *reader) subjunctive(k int) bool {
	t, verb := r.finite(k)
	if !verb || t == arabic.Past {
		return false
	}
	switch r.p.Word(k - 1) {
	case "ان", "بان", "لان", "كي", "لكي", "حتي":
		return true
	}
	return false
}

// declaredIn is the token of the verb by which a relative clause right after the truce
// named at token i says who declared it, -1 where none does: «وقف إطلاق النار الذي {أعلنه}
// الجانبان», «هدنة {أعلنها} الجانبان».
func (r *reader) declaredIn(i int, c span) int {
	last := r.word(i).last
	for k := last; k < c.last && k < last+5; k++ {
		switch r.stem(k) {
		case "اعلنها", "اعلنتها", "اعلنه", "اعلنته", "اعلناها", "اعلناه", "وقعها", "وقعتها", "وقعه", "وقعته", "ابرمها", "ابرمتها", "ابرمه", "ابرمته":
			return k
		}
	}
	return -1
}

// reachedAt reports whether the noun for coming to a truce at token k is told as a deed: «تم
// التوصل إلى هدنة», «بعد التوصل إلى هدنة». By itself it is what one talks about or is after.
func (r *reader) reachedAt(k int, c span) bool {
	for j := k - 1; j >= c.first && j >= k-8; j-- {
		if j < k-4 && r.p.Word(k-1) != "في" {
			break
		}
		switch w := trimWaw(r.p.Word(j)); w {
		case "تم", "يتم", "سيتم", "جري", "بعد", "عقب", "اثر", "منذ", "فور", "اعلن", "اعلنت", "اعلنوا", "اعلان", "باعلان", "عن",
			"نجح", "نجحت", "نجحوا", "ساعد", "ساعدت", "ساهم", "ساهمت", "اسهم", "اسهمت":
			return true
		}
		if v, ok := r.is(j, lexicon.TalkCourse); ok {
			return v != "collapsed" // «فشلت الأطراف في التوصل إلى هدنة»
		}
	}
	return false
}

// settledBefore reports whether the verb of the clause of token k says that sides have come
// to an agreement, in talks that only then are named: «وتوصلت الأطراف في إطار {محادثات} السلام
// إلى اتفاق».
func (r *reader) settledBefore(k int, c span) bool {
	for j := k - 1; j >= c.first; j-- {
		t, verb := r.finite(j)
		if !verb {
			continue
		}
		v, ok := r.is(j, lexicon.TalkTruceCourse)
		if t != arabic.Past || !ok || v != "declared" {
			return false
		}
		switch r.p.Word(j - 1) {
		case "لم", "ما", "لا":
			return false
		}
		return true
	}
	return false
}

// yetToBe reports whether what brings the noun at token k about is itself awaited: «أن يتم
// التوصل», «سيتم التوصل».
func (r *reader) yetToBe(k int, c span) bool {
	for j := k - 1; j >= c.first && j >= k-3; j-- {
		switch trimWaw(r.p.Word(j)) {
		case "يتم", "تتم", "يجري":
			return r.subjunctive(j)
		case "سيتم", "ستتم", "سيجري":
			return true
		}
	}
	return false
}

// arriving reports whether the word at token k is the noun for coming to something: التوصل.
func (r *reader) arriving(k int) bool {
	return strings.HasSuffix(r.p.Word(k), "التوصل")
}
