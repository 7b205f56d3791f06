package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// What is told not to be kept by a word that points back to it: «تعهدت الجبهة بسحب قواتها، لكنها لم تلتزم
// بذلك», «دخلت الهدنة حيز التنفيذ، ويتبادل الطرفان الاتهامات بخرقها», «الهدنة مهددة بسبب خروق الجبهة».

// unkept reads that what was promised in the same sentence was not kept, by the denied verb of keeping at
// token i: the promise is then told as broken. It reports whether there is one.
func (r *reader) unkept(i int) bool {
	if trimWaw(r.p.Word(i-1)) != "لم" {
		return false
	}
	switch trimWaw(r.p.Word(i - 2)) {
	case "ان", "اذا", "لو", "ما", "حال": // وإن لم تلتزم بذلك
		return false
	}
	if c := r.class(i); c != lexicon.TalkKeep && (c != lexicon.TalkBind || r.word(i).entry.ID != "iltazama") || !r.takesPromise(i) {
		return false
	}
	first, sayer, found := r.sentence(i).First, r.speakerAt(i), false
	for n := len(r.binds) - 1; n >= 0 && n >= len(r.binds)-mostAlike; n-- {
		b := &r.binds[n]
		if b.status != "made" || b.content.first < first || b.content.first > i || b.by == "" {
			continue
		}
		b.status, b.rule = "breach-alleged", ruleBreach
		if found = true; sayer != b.by {
			b.alleged = sayer
		}
	}
	return found
}

// blameEachOther are the two sides of the truce or talks told before, where what token i names is told to be
// what each blames the other for: «دأب كل طرف على اتهام الآخر {بخرق} الهدنة»; nil for anything else.
func (r *reader) blameEachOther(i int) []party {
	first := max(r.sentence(i).First, i-12)
	k := i - 1
	for k > first && k > i-5 && r.p.Word(k) != "الاخر" {
		k--
	}
	if r.p.Word(k) != "الاخر" {
		return nil
	}
	each := false
	if w := r.stem(k - 1); w == "طرف" || w == "جانب" {
		if k--; r.p.Word(k-1) == "كل" { // يتهم كل طرف الآخر
			k, each = k-1, true
		}
	}
	switch r.stem(k - 1) {
	case "اتهام", "يتهم", "اتهم", "تتهم":
	default:
		return nil
	}
	for j := k - 1; j > first && !each; j-- {
		if w := r.stem(j); (w == "طرف" || w == "جانب" || w == "منهما") && (r.p.Word(j-1) == "كل" || r.p.Word(j-1) == "كلا") {
			each = true
		}
	}
	if !each {
		return nil
	}
	return r.truceSides(i)
}

// carriedOut reads that somebody did what sides of a truce or an agreement bind themselves to, by the verb of
// carrying out at token i: «قالت الحركة إنها {نفذت} في مايو انسحابها من الميناء», where the article tells of one.
func (r *reader) carriedOut(i, lim int) bool {
	if len(r.truces) == 0 && len(r.binds) == 0 || r.denied(i) || r.hypothetical(i) {
		return false
	}
	list, k := r.after(r.oneSided(i), lim)
	k = max(k, i+1)
	for k < lim && k < i+8 && (r.p.Dated(k) || r.adverb(k) || r.preposition(k)) {
		k++
	}
	switch unowned(r.stem(k)) {
	case "انسحاب", "سحب", "تسليم", "افراج", "اخلاء", "انتشار", "اعاده":
	default:
		return false
	}
	if len(list) == 0 {
		list = r.beforeVerb(i)
	}
	by := joinNames(list)
	if by == "" && strings.HasPrefix(r.p.Word(i-1), "انه") { // قالت إنها نفذت
		by = r.speakerAt(i)
	}
	r.bindTo(bind{by: by, content: span{i, r.contentEnd(k, lim)}, status: "kept", rule: ruleKeeping})
	return true
}

// takesPromise reports whether the verb of keeping at token i takes what was told before: «لم تلتزم {بذلك}», «لم
// يفيا {بما} وقعاه», «لم {تنفذه}».
func (r *reader) takesPromise(i int) bool {
	switch w := r.p.Word(i + 1); w {
	case "بذلك", "ذلك", "بها", "به", "بهما", "بهذا":
		return true
	case "بما":
		t, verb := r.finite(i + 2)
		return verb && t == arabic.Past
	}
	return r.word(i).reading.Pronoun != "" && r.p.Word(i+1) != "علي"
}

// broughtUp reads an alleged breach of a truce by the noun of breaking at token i, where the truce stands
// before it and who breaks it after: «الهدنة مهددة بسبب {خروق} الجبهة».
func (r *reader) broughtUp(i int) (span, []party) {
	if v, ok := r.is(i, lexicon.TalkTruceCourse); !ok || v != "violation-alleged" || r.word(i).sense.Tense != arabic.Masdar || r.word(i).reading.Pronoun != "" {
		return span{}, nil
	}
	s := r.sentence(i)
	if _, ok := r.before(i, 8, span{s.First, i}, func(k int) bool { return r.class(k) == lexicon.TalkTruce }); !ok {
		return span{}, nil
	}
	list, next := r.parties(i+1, min(s.Last, i+10))
	if len(list) == 0 || list[0].at.first != i+1 || strings.HasPrefix(r.p.Word(i+1), "ل") && r.prepositional(i+1) {
		return span{}, nil
	}
	return span{i, next}, list
}
