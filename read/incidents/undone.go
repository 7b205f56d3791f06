package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// What words before a noun say of what it names: that it was called for, denied, put off,
// broken off or shunned, and so not done.

// calledFor reports whether «إلى» at token i says to what a verb shortly before it calls
// somebody: «دعا سالم الأحمر إلى عقد لقاء».
func (r *reader) calledFor(i int) bool {
	if r.p.Word(i) != "الي" {
		return false
	}
	for k := i - 1; k >= r.sent.First && k > i-9 && !r.p.Mark(k); k-- {
		if r.p.Class(k)&(page.SpeechVerb|page.Finite) == page.SpeechVerb|page.Finite {
			return r.unreal(k)
		}
	}
	return false
}

// untrue reports whether «لا صحة» before token i says that what is told of it is not so: «لا صحة
// لما تردد عن مقتل القائد».
func (r *reader) untrue(i int) bool {
	for k := i - 1; k > r.sent.First && k > i-9 && !r.p.Mark(k); k-- {
		if r.p.Word(k) == "صحه" {
			w := r.p.Word(k - 1)
			return w == "لا" || w == "عدم" || w == "ولا" || w == "بعدم"
		}
	}
	return false
}

// ruledOut reports whether the verb before the noun at token i is denied for all time
// to come.
func (r *reader) ruledOut(i int) bool {
	for k := i - 1; k > r.sent.First && k > i-9; k-- {
		if r.p.Mark(k) || r.breaks(k) {
			return false
		}
		if r.verbal(k) || r.has(k, wordOccurs) {
			w := r.p.Word(k - 1)
			return w == "لن" || w == "ولن"
		}
	}
	return false
}

// stalled reports whether the talks named by a noun are told of as ones that have
// stopped: «المحادثات المتوقفة»، «محادثات السلام قد توقفت»، «توقفت المفاوضات».
func (r *reader) stalled(x *nominal) bool {
	i := x.first
	if i > r.sent.First && r.has(i-1, bareStalls) && !r.named(i-1) {
		return true
	}
	for k := i + 1; k < min(r.sent.Last, max(x.phrase, x.end)+3); k++ {
		if r.has(k, bareStalls) && !r.named(k) {
			return true
		}
		if k >= x.phrase && (r.breaks(k) && !r.p.Has(k, page.Relative) || r.p.Has(k, page.Stop)) {
			return false
		}
	}
	return false
}

// putOff reports whether token i is a noun for putting off what follows or breaking it
// off.
func (r *reader) putOff(i int) bool {
	if i < r.sent.First || r.named(i) {
		return false
	}
	if r.bare(i) == "الغاء" {
		return true
	}
	switch stem(r.bare(i)) {
	case "تاجيل", "ارجاء", "تعليق", "الغاء", "رفض", "وقف", "تجميد", "انهاء", "انهيار", "مقاطع", "تدهور":
		return true
	}
	return false
}

// beforeRound is the token before the talks that a noun at token i names with their round:
// «تأجيل {جولة} المباحثات», «إرجاء عقد الجولة».
func (r *reader) beforeRound(i int) int {
	k := i - 1
	for ; k > r.sent.First && k > i-4; k-- {
		switch stem(r.bare(k)) {
		case "جول", "جولات", "جلس", "جلسات", "اعمال", "عقد", "انعقاد", "بدء", "انطلاق":
			continue
		}
		break
	}
	return k
}

// rejected reports whether the noun at token i stands in what somebody rejects or rules out, with no
// clause of its own: «استبعد سالم دخول الحركة في مفاوضات».
func (r *reader) rejected(i int) bool {
	at := r.held[i]
	if at == 0 || r.p.Reading.Statements[at-1].Act != "reject" {
		return false
	}
	for k := i - 1; k >= r.sent.First && r.held[k] == at; k-- {
		if w := r.p.Word(k); strings.HasPrefix(w, "رفض") || strings.HasPrefix(w, "معارضت") {
			return true // «أعلن الوزير رفضه تهجير السكان»
		}
		if i-k > 9 || r.p.Mark(k) || r.breaks(k) || r.verbal(k) && k > r.sent.First && r.held[k-1] == at { // «استبعد الوزير {شن} هجوم»
			return false
		}
	}
	return true
}

// shunned reports whether the noun at token i is the object of a verb for staying away
// from what it names or breaking it off.
func (r *reader) shunned(i int) bool {
	if r.has(i-1, wordPrep) {
		return r.p.Word(i-1) == "من" && strings.Contains(r.p.Word(i-2), "انسحا") // بدأت الانسحاب من المحادثات
	}
	for k := i - 1; k >= r.sent.First && k > i-9; k-- {
		if r.p.Mark(k) || r.breaks(k) {
			return false
		}
		w := strings.TrimPrefix(strings.TrimPrefix(r.p.Word(k), "و"), "ف")
		switch w {
		case "ارجا", "ارجات", "ارجاوا", "ارجي", "ارجيت", "اجل", "اجلت", "تعذر", "تعذرت", "تاجل", "تاجلت":
			return !r.named(k)
		}
		if !r.has(k, wordVerb|wordTells) || r.named(k) {
			continue
		}
		switch w {
		case "تجنب", "تجنبت", "تجنبوا", "يتجنب", "تتجنب", "تفادي", "تفادت", "يتفادي", "تتفادي", "قاطع", "قاطعت", "قاطعوا", "يقاطع", "تقاطع", "يقاطعون", "اوقف", "اوقفت", "اوقفوا", "الغي", "الغت", "علق", "علقت":
			return true
		}
		return false
	}
	return false
}

// broken reports whether token i is a noun for breaking or ending what follows.
func (r *reader) broken(i int) bool {
	_, _, ok := r.p.Find(i, lexicon.DeedWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
		c := r.p.Lex.Deeds[s.Entry].Class
		return s.Tense == arabic.Masdar && (c == "ASSAULT" || c == "SANCTION")
	})
	return ok
}

// wanted reports whether the name that ends at token k is the subject of a verb before it of what
// one wants or waits for: «تعتزم تركيا سحب قواتها».
func (r *reader) wanted(k int) bool {
	j := k
	for j >= r.sent.First && j > k-8 && r.named(j) {
		j--
	}
	if j < r.sent.First || j == k || !r.unreal(j) {
		return false
	}
	w := r.p.Word(j)
	return strings.HasPrefix(w, "ت") || strings.HasPrefix(w, "ي")
}
