package talks

import (
	"strings"

	"mahdar/arabic"
)

// committed reads a noun or adjective of binding outside a statement's cue:
// «ملتزمة ب…»، «التزام … ب…»، «ضمانات … ب…»، «عزم … على …»، «تعهدات …».
func (r *reader) committed(i int) bool {
	p := r.p
	if p.Mention(i) != nil || r.decided(i) {
		return false
	}
	if r.isCue(i) || r.titles(i) || r.tested(i) || r.owed(i) {
		return false
	}
	if n := len(r.binds); n > 0 && r.binds[n-1].rule == ruleBreach && r.binds[n-1].content.has(i) {
		return false // «تخلت عن التزامها بوقف القصف»
	}
	w := r.stem(i)
	if !binds(w) {
		return false
	}
	by, ok := r.bindThemselves(i, w)
	if !ok {
		return false
	}
	s := r.sentence(i)
	if w == "تعهدات" && p.Word(i+1) == "التي" && strings.HasPrefix(p.Word(i+2), "قطع") { // there already, whoever asks that they be kept
		r.bindTo(bind{content: span{i, r.contentEnd(i, s.Last)}, status: "made", rule: ruleBinding})
		return true
	}
	if r.demanded(i) || strings.HasPrefix(p.Word(i), "لل") || r.wanted(i) || r.unbound(i) || r.pending(i) {
		return false
	}
	for k := i + 1; k < s.Last && k < i+8; k++ {
		u := p.Word(k)
		if r.stops(k) || u == "،" {
			return false
		}
		if t, verb := r.finite(k); verb && t == arabic.Present && !gives(u) {
			return false // «هذه الضمانات سترضي الوفد الذي يطالب ب…»
		}
		start := r.boundTo(i, k)
		if start == 0 {
			continue
		}
		if by == "" {
			by = r.committing(i)
		}
		r.bindParts(bind{by: by, content: span{start, r.contentEnd(start, s.Last)}, status: "made", rule: ruleBinding}, false)
		return true
	}
	return false
}

// boundTo is the token with which what the word of binding at token i binds somebody to begins, where
// token k opens it; 0 where it does not.
func (r *reader) boundTo(i, k int) int {
	w, u := r.stem(i), r.p.Word(k)
	switch {
	case u == "ب" || u == "بـ" || u == "بان" || u == "بعدم":
		return k + 1
	case strings.HasPrefix(u, "ب") && (r.prefixed(k) || k == i+1 && strings.HasPrefix(w, "ملتزم")):
		return k
	case strings.HasPrefix(w, "استعداد"):
		if k == i+1 && strings.HasPrefix(u, "ل") && r.atTask(k) {
			return k
		}
	case u == "علي" && strings.HasPrefix(w, "عزم") && r.action(k+1):
		return k + 1
	case w == "تعهدات" && (u == "التي" || u == "قطعتها"):
		return i
	}
	return 0
}

// binds reports whether w (a stem) is a word for binding oneself, or for what one is bound to.
func binds(w string) bool {
	switch w {
	case "التزم", "التزمت", "التزما", "التزموا", "ملتزمه", "ملتزم", "ملتزمون", "التزام", "التزاما", "تعهدا", "يتعهدان", "يتعهدون", "تتعهدان", "يلتزمان", "يلتزمون", "التزامه", "التزامها", "التزامهم", "التزامهما", "تعهد", "تعهده", "تعهدها", "تعهدهم", "تعهدهما", "ضمانات", "ضمانه", "تعهدات", "تعهدت", "تعهدوا", "عزم", "عزمه", "عزمها", "استعداده", "استعدادها", "استعدادهم", "استعدادهما":
		return true
	}
	return false
}

// owed reports whether «الالتزام» at token i is what somebody is to come to: «عليهم الالتزام ب…»,
// «يبادر الطرفان إلى الالتزام ب…».
func (r *reader) owed(i int) bool {
	if r.p.Word(i) != "الالتزام" {
		return false
	}
	switch r.p.Word(i - 1) {
	case "الي", "عليه", "عليها", "عليهم", "عليهما", "عليكم":
		return true
	}
	return false
}

// bindThemselves are those whom the dual or plural verb w at token i has as its subject, «الطرفان
// يتعهدان»; "" for any other word, and not ok where w is no undertaking: «التزاما بالقرار» says why.
func (r *reader) bindThemselves(i int, w string) (by string, ok bool) {
	switch w {
	case "التزاما":
		return "", contains(r.p.Word(i-1)) || contains(r.p.Word(i-2)) || gives(trimWaw(r.p.Word(i-1)))
	case "التزم", "التزمت", "التزما", "التزموا":
		return r.agreeing(i), !r.denied(i)
	case "استعداده", "استعدادها", "استعدادهم", "استعدادهما":
		t, verb := r.finite(i - 1)
		return "", verb && t == arabic.Past && gives(trimWaw(r.p.Word(i-1))) && !r.denied(i-1) // أبدت استعدادها ل
	case "تعهدا", "يتعهدان", "يتعهدون", "تتعهدان", "يلتزمان", "يلتزمون":
	default:
		return "", true
	}
	if list := r.beforeVerb(i); len(list) > 0 {
		return joinNames(list), true
	}
	if by := r.theyAgree(i, true); by != "" {
		return by, true // أن الجانبين "تعهدا، لكنهما تعهدا
	}
	if r.has(i-1, stemBoth) {
		return r.p.Tokens[i-1].Span().In(r.p.Source), true
	}
	return "", true
}

// gives reports whether the verb w says how an undertaking was given: «التعهدات التي قطعتها
// الحكومة ب…».
func gives(w string) bool {
	for _, root := range [...]string{"قطع", "قدم", "اعط", "منح", "ابد", "يقدم", "تقدم", "تعهد", "التزم", "اعلن"} {
		if strings.HasPrefix(w, root) {
			return true
		}
	}
	return false
}

// decided reads that somebody decides to stop something, or orders his own to: «قررنا وقف
// العمليات», «أصدر أوامر إلى قواته بالتوقف عن القتال». It reports whether token i is a word
// for that.
func (r *reader) decided(i int) bool {
	order := false
	switch r.stem(i) {
	case "قرر", "قررت", "قررنا", "قرروا", "وقرر", "قررا":
	case "اوامر", "امر", "امرت", "وامر", "تعليمات", "تعليماته", "تعليماتها":
		order = true
	default:
		return false
	}
	s, own := r.sentence(i), !order
	for k := i + 1; k < s.Last && k < i+9; k++ {
		if r.stops(k) || r.opens(k) {
			return true
		}
		own = own || ownMen(r.stem(k))
		if !order && r.action(k) && !ceases(r.stem(k)) && r.p.Mention(k) == nil {
			return true // قرر الرئيس تأجيل البحث في وقف إطلاق النار
		}
		if !own || !ceases(r.stem(k)) || strings.HasPrefix(r.p.Word(k), "ب") != order {
			continue
		}
		by := r.agreeing(i)
		if order {
			by = r.speakerAt(i)
			if list := r.subjectAt(i, k); len(list) > 0 {
				by = joinNames(list)
			}
		}
		r.bindTo(bind{by: by, content: span{k, r.contentEnd(k, s.Last)}, status: "made", rule: ruleBinding})
		return true
	}
	return true
}

// unbound reports whether a denied verb or one of going back on it governs the undertaking at
// token i: «لم تعرض الحكومة الالتزام ب…», «تراجعت الحكومة عن تعهدها ب…».
func (r *reader) unbound(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k >= s.First && k > i-9; k-- {
		if r.p.Mark(k) || r.opens(k) && r.p.Word(k) != "حتي" {
			return false
		}
		if r.has(k, uint64(onBreach)) && r.recedes(k) {
			return true
		}
		if _, verb := r.finite(k); verb {
			if w := r.p.Word(k); strings.HasPrefix(w, "يزال") || strings.HasPrefix(w, "تزال") {
				return false // لا تزال ملتزمة
			}
			return r.denied(k)
		}
	}
	return false
}
