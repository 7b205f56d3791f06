package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// lacks reports whether the noun at token k is told not to be: عدم المشاركة، بعدم حضوره.
func (r *reader) lacks(k int) bool {
	return strings.HasSuffix(r.p.Word(k-1), "عدم")
}

// staysAway takes who is told not to take part in the meeting by the noun at token k: «قررت
// الحركة عدم المشاركة في الجولة», «بسبب عدم مشاركة الحركة».
func (r *reader) staysAway(m *meeting, k, i int) {
	v := "absent"
	list, _ := r.after(k, i)
	for j := k - 2; j >= m.clause.first && j >= k-16 && len(list) == 0; j-- {
		if _, verb := r.finite(j); !verb {
			continue
		}
		if !ownWord(trimWaw(r.stem(j))) || r.denied(j) {
			return
		}
		list, v = r.subjectAt(j, k), "refused"
		if len(list) == 0 {
			return
		}
	}
	r.keepsAway(m, list, v, k)
}

// ownWord reports whether w (a stem) is a verb by which somebody makes known what he will do
// himself.
func ownWord(w string) bool {
	switch w {
	case "قرر", "قررت", "قرروا", "اعلن", "اعلنت", "اعلنوا", "اكد", "اكدت", "اكدوا", "اعتذر", "اعتذرت", "اعتذروا", "فضل", "فضلت", "فضلوا", "ابلغ", "ابلغت", "ابلغوا", "جدد", "جددت", "اختار", "اختارت", "يعتزم", "تعتزم", "برر", "بررت", "عللت", "علل":
		return true
	}
	return false
}

// merelySaid reports whether leaving or staying away, told by the noun at token k, is only
// threatened, asked for, feared or denied: «هددت الحركة بالانسحاب من المحادثات».
func (r *reader) merelySaid(m *meeting, k int) bool {
	if r.word(k).sense.Tense != arabic.Masdar {
		return false
	}
	switch w := strings.TrimPrefix(r.stem(k-1), "ب"); w {
	case "تهديد", "تهديده", "تهديدها", "تهديدهم", "تهديدات", "احتمال", "عدم", "نيه", "نيتها", "نيته":
		return true
	}
	for j := k - 1; j >= m.clause.first && j >= k-12; j-- {
		if _, verb := r.finite(j); !verb {
			continue
		}
		switch trimWaw(r.stem(j)) {
		case "هدد", "هددت", "هددوا", "يهدد", "تهدد", "يهددون", "لوح", "لوحت", "لوحوا", "يلوح", "تلوح", "دعا", "دعت", "دعوا", "يدعو", "تدعو", "طالب", "طالبت", "نفي", "نفت", "ينفي", "تنفي", "تراجع", "تراجعت", "يدرس", "تدرس", "حذر", "حذرت", "يحذر", "تحذر", "عدل", "عدلت":
			return true
		}
		return false
	}
	return false
}

// objectIs reports whether the meeting at token i is what the verb at token k has as its object, with
// nothing but the subject between, and the subject: «رفض سالم لقاء نادر», «طلب سالم عقد لقاء».
func (r *reader) objectIs(k, i int) ([]party, bool) {
	if r.word(i).reading.Prep != 0 || r.word(i).reading.Conj != 0 {
		return nil, false
	}
	list, j := r.after(k, i)
	if len(list) == 0 {
		list, j = r.beforeVerb(k), k+1
	}
	for j < i && (r.p.Dated(j) || r.adverb(j) && r.p.Mention(j) == nil) {
		j++
	}
	if j < i && (r.class(j) == lexicon.TalkHold && (r.word(j).sense.Tense == arabic.Masdar || r.p.Word(j) == "عقد") || ofWish(r.p.Word(j))) {
		j++
	}
	return list, j == i && !(i == k+1 && r.isDefinite(i)) // تسعى المفاوضات إلى: they themselves
}

// ofWish reports whether w is a preposition between a verb of wishing and what is wished: يرغب
// في لقاء، يسعى إلى لقاء.
func ofWish(w string) bool { return w == "في" || w == "الي" }

// declines reads the verb of refusing at token k before the meeting at token i, whose subject will not
// have it: «رفض سالم لقاء نادر».
func (r *reader) declines(m *meeting, k, i int) {
	switch m.noun {
	case "encounter", "gathering", "visit", "call":
	default:
		return
	}
	list, ok := r.objectIs(k, i)
	if !ok || ofWish(r.p.Word(i-1)) || len(list) == 0 || r.denied(k) || r.word(k).sense.Tense == arabic.Participle {
		return
	}
	m.addAll(list, "", "refused")
	m.status, m.firm = "cancelled", true
}

// meant reads the verb at token k before the meeting at token i that tells of it as something asked
// for or meant: «طلب سالم لقاء نادر», «يعتزم سالم زيارة ندى».
func (r *reader) meant(m *meeting, k, i int) bool {
	wanted, own := wants(trimWaw(r.stem(k)))
	if !wanted {
		return false
	}
	list, ok := r.objectIs(k, i)
	if !ok || r.denied(k) && !own {
		return false
	}
	m.status, m.firm = "planned", true
	if r.denied(k) {
		m.status = "cancelled" // لا ينوي سالم لقاء نادر
	}
	if own {
		for n := range list {
			if m.noun != "visit" || list[n].kind == 'p' || r.travels(list[n]) {
				m.add(participant{party: list[n]})
			}
		}
	}
	return true
}

// wants reports whether w (a stem) is a verb of asking for or meaning to have something, and whether
// it is of what one does oneself.
func wants(w string) (yes, own bool) {
	switch w {
	case "اعتزم", "يعتزم", "تعتزم", "يعتزمان", "ينوي", "تنوي":
		return true, true
	case "قرر", "قررت", "طلب", "طلبت", "يطلب", "تطلب", "عرض", "عرضت", "يعرض", "تعرض", "اقترح", "اقترحت", "يقترح", "تقترح", "يريد", "تريد", "يرغب", "ترغب", "يامل", "تامل", "حاول", "حاولت", "يحاول", "تحاول", "سعي", "سعت", "يسعي", "تسعي":
		return true, false
	}
	return false, false
}

// askedFor reads the holding of the meeting at token i, told by the word at token k, where a verb before
// wants or refuses it: «اقترح سالم عقد لقاء», in which عقد is a noun and سالم none who held it.
func (r *reader) askedFor(m *meeting, k, i int) bool {
	for j := k - 1; j >= m.clause.first && j >= k-10; j-- {
		if _, verb := r.finite(j); !verb {
			continue
		}
		if v, ok := r.is(j, lexicon.TalkAttend); ok && v == "refused" {
			told := len(m.parts)
			r.declines(m, j, i)
			return len(m.parts) > told
		}
		return r.meant(m, j, i)
	}
	return false
}

// walksOut takes who leaves the meeting at token i by the verb at token k: «غادر وفد الحركة الجلسة»,
// «غادر وفد الحركة قاعة المفاوضات».
func (r *reader) walksOut(m *meeting, k, i int) bool {
	if r.word(k).entry.ID != leaving || m.noun == "visit" || !r.isDefinite(i) && !r.isDefinite(i+1) || r.word(i).reading.Prep != 0 || r.denied(k) {
		return false
	}
	list, j := r.after(k, i)
	if len(list) == 0 {
		list, j = r.beforeVerb(k), k+1
	}
	for j < i && (r.p.Dated(j) || r.adverb(j) && r.p.Mention(j) == nil) {
		j++
	}
	if j < i && (r.stem(j) == "قاعه" || r.stem(j) == "طاوله" || r.stem(j) == "مقر") {
		j++
	}
	if j != i || len(list) == 0 {
		return false
	}
	m.addAll(list, "", "withdrew")
	m.rule = ruleAttendance
	return true
}

// thwarted reports whether the word at token j says that the holding at token k has not come about: «تعذر
// عقد الجولة», «فشل سالم في عقد لقاء», «حالت الخلافات دون عقد الجولة».
func (r *reader) thwarted(j, k int) bool {
	switch r.p.Word(k - 1) {
	case "تعذر", "وتعذر":
		return j == k-1
	case "في":
		return stems.Of(trimWaw(r.stem(j)))&uint64(onFailing) != 0
	case "دون":
		switch trimWaw(r.p.Word(j)) {
		case "حال", "حالت", "يحول", "تحول":
			return true
		}
	}
	return false
}
