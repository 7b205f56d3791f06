package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// The words of a truce that stand between it and the verb of which it tells something: its own
// adjectives, nouns of its term, and the subject of the verb.

// plainTruce is the entry of talks.tsv for a ceasefire.
const plainTruce = "waqf-itlaq"

// overSince is the verb that says of the truce named at token i, with a relative clause between, that it is over:
// «الهدنة التي رعاها الوسيط {انتهت} في مايو»; -1 for none.
func (r *reader) overSince(i int, c span) int {
	last := r.word(i).last
	for last < c.last && last < i+4 && r.isAdjective(last) && r.isDefinite(last) {
		last++
	}
	if !r.relative(last) {
		return -1
	}
	for k := last + 2; k < c.last && k < last+verbReach && !r.stops(k); k++ {
		if _, verb := r.finite(k); !verb || !r.isOver(k) || r.word(k).sense.Feminine != strings.HasSuffix(r.stem(i), "ه") {
			continue
		}
		if u := k - 1; r.p.Mention(u) != nil || r.isDefinite(u) || r.p.Dated(u) || r.p.Word(u) == "قد" { // and not «بعد محادثات انتهت»
			return k
		}
	}
	return -1
}

// cessation is the token after the truce that is told at token i by a noun for stopping and adjectives
// of any kind: «وقفا أحاديا لإطلاق النار», «وقف هش للقتال»; 0 where none is.
func (r *reader) cessation(i int) int {
	if w := r.p.Word(i); !strings.HasSuffix(w, "وقف") && !strings.HasSuffix(w, "وقفا") { // most words, at once
		return 0
	}
	switch strings.TrimPrefix(strings.TrimPrefix(r.stem(i), "ب"), "ل") {
	case "وقف", "وقفا":
	default:
		return 0
	}
	k := i + 1
	for k < i+4 && (r.isAdjective(k) || accusativeAdjective(r.p.Word(k))) {
		k++
	}
	switch r.p.Word(k) {
	case "للنار", "للقتال", "للاقتتال", "للعداييات":
		return k + 1
	case "لاطلاق":
		if w := r.p.Word(k + 1); w == "النار" || w == "نار" {
			return k + 2
		}
	case "للاعمال", "للعمليات":
		switch r.p.Word(k + 1) {
		case "العداييه", "القتاليه", "العسكريه":
			return k + 2
		}
	}
	return 0
}

// stopsFighting reports whether the verb at token i and its object say what the agreement right before it
// stops, which makes it a truce: «اتفاق {يوقف القتال} بينهما», «اتفاقية {تنهي المعارك}».
func (r *reader) stopsFighting(i int) bool {
	switch r.p.Word(i) {
	case "يوقف", "توقف", "ينهي", "تنهي":
	default:
		return false
	}
	switch r.p.Word(i + 1) {
	case "القتال", "المعارك", "الاقتتال", "العداييات":
	default:
		return false
	}
	v, ok := r.is(i-1, lexicon.TalkBind)
	return ok && v == "agreement" && !r.isDefinite(i-1)
}

// accusativeAdjective reports whether w (folded) has the ending of an indefinite adjective of
// relation in the accusative: أحاديا, إنسانيا.
func accusativeAdjective(w string) bool { return len(w) > 8 && strings.HasSuffix(w, "يا") }

// soothing reports whether the noun at token i calms something and is no truce:
// تهدئة القلق، تهدئة الأوضاع، تهدئة مخاوفهم.
func (r *reader) soothing(i int) bool {
	if !strings.HasSuffix(r.stem(i), "تهديه") {
		return false
	}
	if r.p.Word(i+1) == "بين" {
		switch r.stem(i + 2) {
		case "بلدين", "دولتين", "جارين", "جارتين":
			return true
		}
		list, _ := r.parties(i+2, min(i+16, len(r.p.Tokens)))
		return len(list) == 2 && strings.HasPrefix(list[0].actor, "state:") && strings.HasPrefix(list[1].actor, "state:") // التهدئة بين دولتين
	}
	if r.word(i).reading.Det {
		return false
	}
	for _, w := range [...]string{"قلق", "مخاوف", "توتر", "نفوس", "خواطر", "غضب", "روع", "احتقان"} {
		if strings.HasPrefix(r.stem(i+1), w) {
			return true
		}
	}
	return r.isDefinite(i+1) && !r.isAdjective(i+1)
}

// meanwhile reports whether the noun at token i tells what is to be left off while a truce lasts that
// is there already: «حث القادة على وقف القصف خلال هذه المدة».
func (r *reader) meanwhile(i int) bool {
	k := r.word(i).last
	if r.p.Word(k) != "خلال" {
		return false
	}
	if phrases.Demonstrative(r.p.Word(k + 1)) {
		k++
	}
	return r.stem(k+1) == "فتره" || r.class(k+1) == lexicon.TalkTruce
}

// truceHead is the first word of the noun phrase that the truce named at token i ends: «{مهلة}
// الهدنة», «{العمل} باتفاق وقف إطلاق النار»; i itself where it stands alone.
func (r *reader) truceHead(i int, c span) int {
	k := i
	for k > c.first && k > i-4 {
		if v, ok := r.is(k-1, lexicon.TalkBind); !ok || v != "agreement" {
			switch strings.TrimPrefix(r.stem(k-1), "ب") {
			case "عمل", "سريان", "مهله", "مده", "فتره", "امد", "اجل", "مفعول", "تنفيذ", "تطبيق":
			default:
				return k
			}
		}
		k--
	}
	return k
}

// verbOver looks back from the phrase that begins at token head for a finite verb that ok accepts, with
// nothing but its subject, a day or a place between: «{مددت} الحكومة والحركة العمل بالهدنة».
func (r *reader) verbOver(head int, c span, ok func(int) bool) (int, bool) {
	for k := head - 1; k >= c.first && k >= head-verbReach; k-- {
		if !ok(k) {
			continue
		}
		if _, verb := r.finite(k); !verb {
			continue
		}
		from := r.oneSided(k)
		if r.has(from+1, stemBoth) {
			from++ // خرق الطرفان، الجيش والجبهة، الهدنة
		}
		_, next := r.after(from, head)
		for next < head && (r.p.Word(next) == "في" && r.p.Dated(next+1) || r.p.Dated(next) || r.quoteMark(next) || r.adverb(next) || r.p.Word(next) == "،") {
			next++
		}
		return k, next == head
	}
	return 0, false
}

// succeeded reports whether somebody is told to have succeeded in coming to the truce named at token i:
// «نجحت الوساطة القمرستانية في التوصل إلى هدنة».
func (r *reader) succeeded(i int, c span) bool {
	if _, ok := r.before(i, 4, c, r.arriving); !ok {
		return false
	}
	k, ok := r.before(i, verbReach, c, func(k int) bool { return strings.HasPrefix(r.stem(k), "نجح") })
	return ok && !r.noDeed(k)
}

// resulted is the verb that says that efforts came to the truce named at token i, -1 for none: «{أسفرت}
// الجهود عن هدنة», «وساطة {أثمرت} هدنة».
func (r *reader) resulted(i int, c span) int {
	head := r.truceHead(i, c)
	for k := head - 1; k >= c.first && k >= head-verbReach; k-- {
		switch r.stem(k) {
		case "اسفر", "اسفرت", "افضي", "افضت", "اثمر", "اثمرت", "تكللت":
		default:
			if _, verb := r.finite(k); verb {
				return -1
			}
			continue
		}
		if w := r.p.Word(head - 1); w != "عن" && w != "الي" && k != head-1 && !r.prefixed(head) || r.noDeed(k) {
			return -1
		}
		return k
	}
	return -1
}

// oneSided is the last token of «من جانب واحد» right after token k, k where it does not stand there.
func (r *reader) oneSided(k int) int {
	if w := r.p.Word(k + 2); r.p.Word(k+1) == "من" && (w == "جانب" || w == "طرف") && r.p.Word(k+3) == "واحد" {
		return k + 3
	}
	return k
}

// takes reports whether w (a stem) is a verb by which somebody takes a truce or decides on one.
func takes(w string) bool {
	switch w {
	case "قبلا", "قبلت", "قبلوا", "قرر", "قررت", "قررا", "قرروا":
		return true
	}
	return false
}

// intended is the verb that makes what is told by the noun at token k a plan, -1 for none: «{يعتزم}
// الجيش إعلان هدنة».
func (r *reader) intended(k int, c span) int {
	if _, verb := r.finite(k); verb {
		return -1
	}
	at, ok := r.before(k, 6, c, func(j int) bool {
		switch strings.TrimPrefix(r.stem(j), "س") {
		case "يعتزم", "تعتزم", "يعتزمون", "ينوي", "تنوي", "يدرس", "تدرس", "يخطط", "تخطط", "تستعد", "يستعد":
			return true
		}
		return false
	})
	if !ok {
		return -1
	}
	return at
}

// feared reports whether token k says that what follows is warned of, feared or kept off: «حذر من
// انهيار الهدنة», «لتجنب انهيار الهدنة».
func (r *reader) feared(k int) bool {
	if _, _, ok := r.speechWord(k, "warn"); ok {
		return true
	}
	switch strings.TrimPrefix(r.stem(k), "ل") {
	case "يخشي", "تخشي", "خشيه", "مخاوف", "خوفا", "خطر", "تجنب", "تفادي", "منع", "احتمال", "شبح", "مغبه", "يودي", "تودي", "يقود", "تقود", "يفضي", "تفضي", "تفاديا", "تجنبا", "يهدد", "تهدد", "هددت", "هدد":
		return true
	}
	return false
}

// failsToReach reports whether what fails by the word at token k is the coming to a truce named at
// token i: «فشلت الأطراف في {التوصل} إلى هدنة».
func (r *reader) failsToReach(k, i int) bool {
	for j := k + 1; j < i; j++ {
		if r.arriving(j) {
			return true
		}
		switch r.stem(j) {
		case "ابرام", "اعلان", "توقيع", "عقد", "فرض", "اقرار", "اقناع":
			return true
		}
	}
	return false
}

// endsIt reports whether the word of ending at token k is told of the truce named at token i, and not of
// something between them: «انهارت الهدنة», but «توقفت المعارك بموجب هدنة».
func (r *reader) endsIt(k, i int, c span) bool {
	head := r.truceHead(i, c)
	for j := k + 1; j <= head; j++ {
		if r.p.Word(j) == "و" || r.word(j).reading.Conj == 'w' {
			return true // فشل المحادثات والهدنة
		}
	}
	if _, verb := r.finite(k); verb {
		_, ok := r.verbOver(head, c, func(j int) bool { return j == k })
		return ok
	}
	for j := k + 1; j < head; j++ {
		if _, verb := r.finite(j); verb || r.preposition(j) && r.p.Word(j) != "من" {
			return false
		}
	}
	return true
}

// verbReach is how many words a verb may stand before a truce of which it tells something.
const verbReach = 14

// noDeed reports whether the verb at token k tells no deed: a condition, a wish, something denied.
func (r *reader) noDeed(k int) bool {
	return r.hypothetical(k) || r.subjunctive(k) || r.denied(k) || r.pending(k)
}

// consented is the verb by which sides consent to the truce named at token i, -1 where none does:
// «{وافق} الجيش والجبهة على وقف القتال», and not «وافق على مقترح هدنة».
func (r *reader) consented(i int, c span) int {
	if k, ok := r.verbOver(r.truceHead(i, c), c, func(k int) bool { return takes(r.stem(k)) }); ok && !r.noDeed(k) {
		return k // قبلت الجبهة هدنة
	}
	if r.p.Word(r.truceHead(i, c)-1) != "علي" {
		return -1
	}
	for k := i - 2; k >= c.first && k >= i-verbReach; k-- {
		switch r.stem(k) {
		case "موافقه", "بموافقه": // أشاد بموافقة الجيش والجبهة على الهدنة
			if r.pending(k) || r.demanded(k) || r.intended(k, c) >= 0 {
				return -1
			}
			return k
		case "وافق", "وافقت", "وافقا", "وافقوا", "توافق", "توافقت", "توافقا", "توافقوا", "تفاهم", "تفاهما":
			if _, verb := r.finite(k); verb && !r.noDeed(k) {
				return k
			}
			return -1
		}
		if _, verb := r.finite(k); verb {
			return -1
		}
	}
	return -1
}

// headlined is the verb in the present by which a headline tells the truce named at token i, -1 for
// none: «الحكومة {تعلن} هدنة», «الطرفان {يتفقان} على هدنة».
func (r *reader) headlined(i int, c span) int {
	head := r.truceHead(i, c)
	if w := r.p.Word(head - 1); w == "علي" || w == "عن" {
		head--
	}
	if k, ok := r.verbOver(head, c, r.announcing); ok {
		return k
	}
	return -1
}

// announcing reports whether token k is a verb in the present by which a headline tells a deed.
func (r *reader) announcing(k int) bool {
	switch r.stem(k) {
	case "تعلن", "يعلن", "يعلنان", "يعلنون", "تبرم", "يبرم", "يبرمان", "تتفق", "يتفق", "تتفقان", "يتفقان", "يتفقون":
	default:
		return false
	}
	return !strings.HasSuffix(r.p.Word(k-1), "قد") && !r.noDeed(k)
}

// begins reports whether token k is a word of beginning: بدأت، بدء.
func (r *reader) begins(k int) bool {
	v, ok := r.is(k, lexicon.TalkCourse)
	return ok && v == "opened"
}

// begunAt is the verb or noun of beginning that governs the truce named at token i, -1 where none
// does: «{بدأت} صباح السبت هدنة», «{بدء} سريان الهدنة», and not «قبل بدء الهدنة».
func (r *reader) begunAt(i int, c span) int {
	head := r.truceHead(i, c)
	k, ok := head-1, r.begins(head-1)
	if !ok || k < c.first {
		k, ok = r.verbOver(head, c, r.begins)
	}
	if !ok || r.awaited(k, c) || r.noDeed(k) {
		return -1
	}
	switch r.word(k).sense.Tense {
	case arabic.Participle:
		return -1
	case arabic.Masdar:
		if !r.isDefinite(i) && !r.isDefinite(r.word(i).last-1) {
			return -1 // أعلن بدء هدنة
		}
	}
	return k
}

// forsaken is the word that says of the truce named at token i that one side no longer keeps to it, -1 for
// none: «{تخلت} الجبهة عن الهدنة», «{في حل} من الهدنة», «{سقطت} الهدنة».
func (r *reader) forsaken(i int, c span) int {
	head := r.truceHead(i, c)
	switch r.p.Word(head - 1) {
	case "من":
		if r.stem(head-2) == "حل" && r.p.Word(head-3) == "في" && head-3 >= c.first {
			return head - 3
		}
	case "عن":
		for k := head - 2; k >= c.first && k >= head-8; k-- {
			if strings.HasPrefix(r.stem(k), "تخل") && !r.noDeed(k) {
				return k
			}
			if strings.HasPrefix(r.stem(k), "تخل") || r.p.Mark(k) {
				return -1
			}
		}
	}
	if w := strings.TrimPrefix(r.stem(head-1), "ب"); r.stem(head) == "عمل" && w == "وقف" && head > c.first {
		return head - 1 // وقف العمل بالهدنة
	}
	if w := trimWaw(r.p.Word(head - 1)); (w == "سقط" || w == "سقطت") && head-1 >= c.first && !r.noDeed(head-1) {
		return head - 1
	}
	return -1
}
