package talks

import (
	"strings"

	"mahdar/arabic"
)

// tense is the course that the tense of any verb at token k tells.
func (r *reader) tense(k int) string {
	t, ok := r.finite(k)
	if !ok {
		return ""
	}
	if r.future(k) {
		return "planned"
	}
	return tenseStatus(t, false)
}

// future reports whether the verb at token k tells of what is ahead: س, سوف, من
// المقرر أن, يعتزم أن.
func (r *reader) future(k int) bool {
	p := r.p
	for _, rd := range r.readings(k) {
		if rd.Cut == 0 && rd.Kinds != 0 {
			break
		}
		if rd.Prep == 's' && rd.Kinds != 0 {
			return true
		}
	}
	w := strings.TrimPrefix(p.Word(k), "و")
	if strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") {
		if t, ok := r.finite(k); ok && t == arabic.Present {
			return true
		}
	}
	if trimWaw(p.Word(k-1)) == "سوف" {
		return true
	}
	if p.Word(k-1) == "ان" {
		for j := k - 2; j >= 0 && j > k-6; j-- {
			if r.has(j, stemAhead) {
				return p.Word(j) != "قبل" || !r.lastedUntil(j)
			}
		}
	}
	return false
}

// lastedUntil reports whether a verb before قبل at token j says that something went on or was
// there until what follows: «استمرت أياما قبل أن تنتهي».
func (r *reader) lastedUntil(j int) bool {
	for k := j - 1; k >= 0 && k >= j-8; k-- {
		switch r.stem(k) {
		case "استمر", "استمرت", "دام", "دامت", "تواصلت", "تواصل", "استغرقت", "استغرق":
			return true
		}
	}
	return false
}

// denied reports whether a word of denial stands right before the verb at token k.
func (r *reader) denied(k int) bool {
	switch trimWaw(r.p.Word(k - 1)) {
	case "لم", "لن", "لا":
		return true
	}
	return false
}

// verbStatus is the course that the verb at token k tells by its tense.
func (r *reader) verbStatus(k int) string {
	t := r.word(k).sense.Tense
	if t != arabic.Past && t != arabic.Present {
		return ""
	}
	if r.denied(k) {
		return ""
	}
	w := strings.TrimPrefix(r.p.Word(k), "و")
	present := t == arabic.Present || strings.HasPrefix(w, "ي") && !strings.HasPrefix(w, "يسر")
	if r.future(k) || present && trimWaw(r.p.Word(k-1)) == "قد" { // قد يلتقي, which may come about
		return "planned"
	}
	if present && r.meantToBe(k) {
		return "planned"
	}
	if present {
		return tenseStatus(arabic.Present, false)
	}
	return tenseStatus(t, false)
}

// meantToBe reports whether «أن» puts the verb at token k in the subjunctive, as what is to be: «ينص
// الاتفاق على أن يلتقي الطرفان», and not what went before something: «قبل أن يلتقي».
func (r *reader) meantToBe(k int) bool {
	if r.p.Word(k-1) != "ان" || r.hypothetical(k) {
		return false
	}
	switch trimWaw(r.p.Word(k - 2)) {
	case "قبل", "دون", "بدون", "بعد", "منذ", "الي", "بدل":
		return false
	}
	return true
}

// occasion is the course of a meeting that something is said to happen before,
// at or after: عقب اجتماع، عشية زيارة.
func occasion(w string) string {
	switch strings.TrimPrefix(w, "و") {
	case "بعد", "عقب", "اثر", "خلال", "اثناء", "عقيب", "بعيد", "اعقاب", "ختام":
		return "concluded"
	case "قبل", "قبيل", "عشيه", "تمهيدا", "استعدادا", "تحضيرا":
		return "planned"
	}
	return ""
}
