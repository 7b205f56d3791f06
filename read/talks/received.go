package talks

import (
	"strings"

	"mahdar/arabic"
)

// received gives a demand the answer that a verb beside it tells without saying who gave it, and takes
// that verb or its answer off the content: «دعوة الحكومة إلى إلقاء السلاح {قوبلت بالرفض}», «قوبل طلب
// الحركة بتأجيل الاقتراع {برفض}».
func (r *reader) received(d *demand) {
	if d.answer != "" && d.answer != "none" {
		return
	}
	c := d.content
	lim := r.sentence(c.first).Last
	for k := c.first + 1; k < min(lim, c.last+answerReach); k++ {
		if k > c.last && r.stops(k) {
			break
		}
		if !meets(trimWaw(r.p.Word(k))) {
			continue
		}
		if _, answer := r.reception(k+1, min(lim, k+answerReach)); answer != "" {
			d.answer, d.content.last = answer, min(c.last, k)
		}
		break
	}
	for k := c.first - 1; k >= r.sentence(c.first).First && k > c.first-2*answerReach; k-- {
		if !meets(trimWaw(r.p.Word(k))) {
			continue
		}
		if at, answer := r.reception(c.first+1, min(lim, c.last+answerReach)); answer != "" {
			d.answer, d.content.last = answer, min(c.last, at)
		}
		break
	}
	for d.content.last > d.content.first+1 && (r.p.Word(d.content.last-1) == "،" || r.relative(d.content.last-1)) {
		d.content.last--
	}
}

// answerReach is how many words from a demand the verb that tells how it was received may stand.
const answerReach = 8

// meets reports whether w is a verb that tells how what is asked was received.
func meets(w string) bool {
	switch w {
	case "قوبل", "قوبلت", "قوبلا", "لقي", "لقيت", "لاقي", "لاقت", "جوبه", "جوبهت", "ووجه", "ووجهت", "اصطدم", "اصطدمت", "حظي", "حظيت", "تلقي", "يلقي":
		return true
	}
	return false
}

// reception is the noun among tokens from k to lim that tells the answer, and the answer.
func (r *reader) reception(k, lim int) (int, string) {
	for ; k < lim && !r.stops(k); k++ {
		switch w := r.stem(k); strings.TrimPrefix(w, "ب") {
		case "رفض", "رفضا", "معارضه", "رفضها", "رفضه":
			return k, "rejected"
		case "قبول", "قبولا", "موافقه", "استجابه", "ترحيب", "ترحيبا", "تجاوبا", "تجاوب":
			if r.p.Word(k-1) != "دون" && r.p.Word(k-1) != "بعدم" && r.p.Word(k-1) != "عدم" {
				return k, "accepted"
			}
		}
	}
	return 0, ""
}

// notAsked reports whether the word of asking at token i only tells of what might be, is awaited or is
// denied to have been asked: «في حال طالبت الجبهة ب…», «يتوقع أن تطالب ب…», «نفى أن تكون طالبت ب…».
func (r *reader) notAsked(i int) bool {
	k := i - 1
	if r.p.Word(k) == "قد" || r.p.Word(k) == "وقد" {
		if t, verb := r.finite(i); verb && t == arabic.Present {
			return true // وقد تطالب الجبهة بضمانات
		}
		k--
	}
	switch trimWaw(r.p.Word(k)) {
	case "لا", "هل", "حال", "حاله", "اذا", "لو", "احتمال", "احتمالات", "امكانيه", "لم":
		return true
	case "ان":
		for j := k - 1; j >= 0 && j > k-4; j-- {
			switch r.stem(j) {
			case "يتوقع", "متوقع", "ينتظر", "منتظر", "يرجح", "مرجح", "محتمل", "يحتمل", "مرتقب", "يفترض", "مفترض":
				return true
			}
		}
	}
	s := r.sayer(i)
	return s != nil && s.Act == "deny" && i < s.content.first+deniedReach && r.p.Word(s.content.first) != "لم"
}

// deniedReach is how many words of what somebody denies a word of asking may stand after.
const deniedReach = 10

// bidden reads what somebody is asked by nobody who is named: «طولبت الحكومة بسحب قواتها».
func (r *reader) bidden(i int) bool {
	lim := min(i+14, r.sentence(i).Last)
	list, k := r.after(i, lim)
	for ; len(list) > 0 && k < lim && !r.stops(k); k++ {
		switch {
		case r.atTask(k):
		case (r.p.Word(k) == "الي" || r.p.Word(k) == "ب") && r.task(k+1):
			k++
		default:
			continue
		}
		r.want(demand{of: joinNames(list), content: span{k, r.contentEnd(k, len(r.p.Tokens))}, rule: ruleAsking})
		return true
	}
	return false
}

// asksPassively reports whether w (a stem) is a verb of asking in the passive.
func asksPassively(w string) bool {
	switch w {
	case "طولب", "طولبت", "طولبوا", "دعيت":
		return true
	}
	return false
}

// asksNobody reports whether the cue at token i tells a demand in the passive, after which stands who
// is asked: «دعي الوفدان إلى …», «تمت مطالبة الحكومة ب…».
func (r *reader) asksNobody(i int) bool {
	if w := trimWaw(r.p.Word(i)); asksPassively(w) || w == "دعي" {
		return true
	}
	if _, verb := r.finite(i); verb {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-4 && !r.p.Mark(k); k-- {
		switch trimWaw(r.p.Word(k)) {
		case "تم", "تمت", "يتم", "تتم", "جري", "جرت", "تجري":
			return true
		}
		if _, verb := r.finite(k); verb {
			return false
		}
	}
	return false
}
