package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// agreed reads an agreement told as a deed: «اتفق X وY على …»، «تم الاتفاق على …»، «توصل
// إلى اتفاق ل…»، «ينص الاتفاق على …»، «وقع اتفاقا …».
func (r *reader) agreed(i int) bool {
	w := r.stem(i)
	s := r.sentence(i)
	if r.pending(i) || r.subjunctive(i) {
		return false
	}
	switch w {
	case "اتفق", "اتفقت", "اتفقا", "اتفقوا", "اتفقتا":
		return r.agreedOn(i, s.Last, r.agreeing(i))
	case "يلزم", "تلزم", "الزم", "الزمت":
		return r.lays(i)
	case "بموجب", "بمقتضي", "بحسب", "وفقا", "وفق", "حسب":
		return r.underIt(i)
	case "اتفاق", "اتفاقا", "اتفاقيه", "صفقه":
	case "توافق", "توافقت", "توافقا", "توافقوا", "تفاهم", "تفاهما", "تفاهموا":
		if list := r.concord(i, s.Last); len(list) > 0 {
			return r.agreedOn(i, s.Last, r.agreeing(i)) // توافقت الحكومة والجبهة على
		} else if !r.isDefinite(i) {
			return false
		}
	case "جدد", "جددت", "جددا", "جددوا", "مدد", "مددت", "مددا", "مددوا":
		return r.renewed(i, s.Last)
	case "وثيقه", "مذكره", "بند", "ماده", "ميثاق", "بروتوكول":
		return r.paperBinds(i, s.Last) || r.furtherProvides(i, s.Last)
	case "وافق", "وافقت", "وافقوا", "وافقا":
		if r.isCue(i) || r.hypothetical(i) {
			return false
		}
		return r.agreedOn(i, s.Last, r.agreeing(i))
	case "قبل", "قبلت", "قبلوا":
		if w != "قبل" || r.verbQabil(i) {
			return r.accepted(i, s.Last)
		}
		return false
	default:
		return r.truceProvides(i, s.Last) || r.furtherProvides(i, s.Last)
	}
	return r.agreementBinds(i, s.Last) || r.furtherProvides(i, s.Last)
}

// agreementBinds reads what the agreement that token i names lays on its sides: «يتضمن الاتفاق
// تبادل الأسرى», «الاتفاق على فتح المعبر», «اتفاق يقضي بفتح المعبر».
func (r *reader) agreementBinds(i, lim int) bool {
	p := r.p
	if k := i + 1; contains(p.Word(i-1)) && !r.subjunctive(i-1) { // يتضمن الاتفاق تبادل الأسرى
		for k < lim && r.isAdjective(k) && r.isDefinite(k) {
			k++
		}
		if k < lim && r.action(k) && !r.prefixed(k) {
			r.bindParts(bind{content: span{k, r.contentEnd(k, lim)}, status: "made", rule: ruleAgreement}, true)
			return true
		}
	}
	if r.has(i-1, stemProvides) && !r.isDefinite(i-1) && r.provides(i) {
		return true
	}
	done := r.closed(i) || r.ofSides(i)
	for k := i + 1; k < lim && k < i+18; k++ {
		u := p.Word(k)
		if r.stops(k) || r.opens(k) && u != "ان" || u == "فان" {
			break
		}
		if _, verb := r.finite(k); verb && r.class(k) == "" && u != "بين" && !strings.HasPrefix(u, "يقضي") && !strings.HasPrefix(u, "ينص") && !strings.HasPrefix(u, "يتضمن") {
			break
		}
		switch {
		case (u == "علي" && (p.Word(k+1) == "ان" || r.action(k+1) || masdarShape(r.stem(k+1)) && !opined(r.stem(k+1))) || u == "ب" || strings.HasPrefix(u, "يقضي") || strings.HasPrefix(u, "ينص")) && k+1 < lim:
			start := k + 1
			if u != "علي" && !done && r.aimedAt(i) {
				return false
			}
			if u != "علي" {
				if p.Word(start) == "علي" {
					start++
				}
			} else if !done && r.class(i-1) != lexicon.TalkCourse && !r.concludedAt(i-1) {
				continue
			}
			if p.Word(start) == "ان" || p.Word(start) == "بان" {
				start++
			}
			by := r.provided(start, lim)
			if by == "" && u != "علي" && r.isDefinite(i) {
				by = r.signers(i) // قال إن الاتفاق يقضي ب: not he who says it
			} else if by == "" {
				by = r.agreeing(i)
			}
			r.bindParts(bind{by: by, content: span{start, r.contentEnd(start, lim)}, status: "made", rule: ruleAgreement}, u != "علي")
			return true
		case done && strings.HasPrefix(u, "ل") && (r.action(k) || masdarShape(strings.TrimPrefix(u, "ل")) && p.Mention(k) == nil) && r.prefixed(k) && r.class(k) != lexicon.TalkBind && r.stem(i+1) != "سلام": // اتفاق سلام لإنهاء الحرب: what it is for
			r.bindTo(bind{by: r.agreeing(i), content: span{k, r.contentEnd(k, lim)}, status: "made", rule: ruleAgreement})
			return true
		}
	}
	return false
}

// ofSides reports whether two sides stand right after the agreement that token i names, which so is made: «بعد
// {اتفاق} قمرستان وزهرستان على …», but not «من أجل اتفاق».
func (r *reader) ofSides(i int) bool {
	if !strings.HasPrefix(r.stem(i), "اتفاق") || r.aimedAt(i) || r.noDeed(i) {
		return false
	}
	list, _ := r.parties(i+1, i+10)
	return len(list) > 1 && list[0].at.first == i+1
}

// truceProvides reads «الهدنة التي تنص على فتح المعابر», token i naming the truce after the verb.
func (r *reader) truceProvides(i, lim int) bool {
	if r.class(i) != lexicon.TalkTruce {
		return false
	}
	k := r.word(i).last
	if contains(r.p.Word(i-1)) && r.isDefinite(i) && !r.subjunctive(i-1) { // تشمل الهدنة وقف الغارات
		for k < lim && r.isAdjective(k) && r.isDefinite(k) {
			k++
		}
		if k >= lim || r.prefixed(k) || !r.action(k) && !masdarShape(r.stem(k)) {
			return false
		}
		r.bindParts(bind{content: span{k, r.contentEnd(k, lim)}, status: "made", rule: ruleAgreement}, true)
		return true
	}
	if !r.has(i-1, stemProvides) {
		return false
	}
	if u := r.p.Word(k); u != "علي" && u != "ب" && !r.prefixed(k) {
		return false
	} else if u == "علي" || u == "ب" {
		k++
	}
	r.bindParts(bind{by: r.provided(k, lim), content: span{k, r.contentEnd(k, lim)}, status: "made", rule: ruleAgreement}, true)
	return true
}

// aimedAt reports whether the agreement at token i is one that talks aim at: «هدف المحادثات هو
// التوصل إلى اتفاق يقضي ب…».
func (r *reader) aimedAt(i int) bool {
	if r.isDefinite(i) {
		return false
	}
	switch r.stem(i - 1) {
	case "مشروع", "مسوده", "مقترح", "صيغه", "انجاز", "لانجاز":
		return true
	}
	for k := i - 1; k >= 0 && k >= i-9 && !r.stops(k); k-- {
		if k >= i-3 && r.has(k, stemSeeks) && !r.arriving(k) || k >= i-5 && r.future(k) {
			return true // «اقترح الوسيط اتفاقا ينص على», «محادثات حول اتفاق يقضي ب», «سيوقعان اتفاقا يقضي ب»
		}
		switch trimWaw(r.stem(k)) {
		case "هدف", "بهدف", "للتوصل", "لابرام", "اجل", "بغيه", "امل", "املا", "سعيا", "محاوله", "امكانيه", "نحو":
			return true
		}
	}
	return false
}

// lays reads that an agreement or a truce obliges somebody to something: «يلزم الاتفاق
// الحركة بوقف الهجمات», «الاتفاق يلزم الطرفين بسحب قواتهما».
func (r *reader) lays(i int) bool {
	paper := r.paper
	k := i + 1
	if paper(k) {
		for k = r.word(k).last; r.isAdjective(k) && r.isDefinite(k); {
			k++
		}
	} else if !paper(i-1) && !(paper(i-2) && r.isAdjective(i-1)) {
		return false
	}
	lim := r.sentence(i).Last
	list, next := r.parties(k, lim)
	by := joinNames(list)
	if len(list) == 0 && r.has(k, stemBoth) {
		by, next = nominative(r.p.Tokens[k].Span().In(r.p.Source), true), k+1 // الطرفان, whoever they are
	}
	if by == "" || next >= lim || !r.action(next) && !masdarShape(r.stem(next)) {
		return false
	}
	r.bindParts(bind{by: by, content: span{next, r.contentEnd(next, lim)}, status: "made", rule: ruleAgreement}, true)
	return true
}

// underIt reads what somebody will do under an agreement: «بموجب الاتفاق، ستسحب الحركة قواتها».
func (r *reader) underIt(i int) bool {
	k := i + 1
	if w := r.p.Word(k); w == "هذا" || w == "هذه" {
		k++
	}
	if !r.paper(k) {
		return false
	}
	lim := r.sentence(i).Last
	for k = max(k+1, r.word(k).last); k < lim && k < i+14; k++ {
		if r.p.Mark(k-1) && r.p.Word(k-1) != "،" {
			return false
		}
		t, verb := r.finite(k)
		if !verb {
			continue
		}
		list, _ := r.after(k, lim)
		if now := t == arabic.Present && len(list) > 0 && r.class(k) == "" && !r.subjunctive(k) && !r.relative(k-1); !r.future(k) && !now || r.class(k) == lexicon.TalkCourse && len(list) == 0 {
			return false // بموجب الاتفاق ستبدأ المحادثات غدا
		}
		by := joinNames(list)
		switch r.stem(k) {
		case "تشكل", "يشكل", "تنشا", "ينشا": // بموجب الاتفاق تشكل حكومة
			by = ""
		}
		r.bindTo(bind{by: by, content: span{k, r.contentEnd(k, lim)}, status: "made", rule: ruleAgreement})
		return true
	}
	return false
}

// hypothetical reports whether إن, إذا or لو before the verb at token i makes a condition of it.
func (r *reader) hypothetical(i int) bool {
	switch trimWaw(r.p.Word(i - 1)) {
	case "اذا", "لو":
		return true
	case "ان":
		return strings.HasPrefix(r.p.Tokens[i-1].Span().In(r.p.Source), "إ")
	}
	return false
}

// contains reports whether w before «الاتفاق» says what is in it.
func contains(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "يتضمن", "تضمن", "يشمل", "شمل", "تتضمن", "تضمنت", "تشمل", "شملت":
		return true
	}
	return false
}

// concludes reports whether w before «الاتفاق» says that it is made: ينص، تم، يجري.
func concludes(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "ينص", "نص", "تنص", "نصت", "يجري", "تم", "جري", "يقضي", "تقضي", "قضي", "قضت":
		return true
	}
	return false
}

// concludedAt is concludes of the last word at or before token k that tells no day: «{تم} أمس الاتفاق».
func (r *reader) concludedAt(k int) bool {
	for n := k - 3; k > n && r.p.Dated(k); {
		k--
	}
	return concludes(r.p.Word(k))
}

// closed reports whether the agreement named at token i is told as closed: وقع،
// أبرم، توصل إلى، تم التوصل.
func (r *reader) closed(i int) bool {
	for k := i - 1; k >= 0 && k >= i-14; k-- {
		if r.stops(k) {
			return false
		}
		switch w := strings.TrimPrefix(r.p.Word(k), "و"); w {
		case "قع", "قعت", "قعا", "قعوا", "وقع", "وقعت", "وقعا", "وقعوا", "ابرم", "ابرمت", "ابرما", "توصل", "توصلت", "توصلا", "توصلوا":
			return r.p.Word(k-1) != "لم" && r.p.Word(k-1) != "لن"
		case "افضت", "افضي", "اسفرت", "اسفر", "اثمرت", "اثمر", "خلصت", "خلص", "تكللت", "توجت": // أسفرت المحادثات عن اتفاق
			return k >= i-6 && !r.denied(k) && (r.p.Word(i-1) == "الي" || r.p.Word(i-1) == "عن" || r.prefixed(i) || k == i-1 || r.class(k+1) != "")
		case "التوصل":
			return r.p.Word(k-1) == "تم" || r.p.Word(k-1) == "جري"
		}
	}
	return false
}

// agreedOn reads what follows على after a verb of agreeing.
func (r *reader) agreedOn(i, lim int, by string) bool {
	p := r.p
	for k := i + 1; k < lim && k < i+20; k++ {
		w := p.Word(k)
		if r.stops(k) || w == "عليه" || w == "عليها" || w == "عليهما" {
			return false // «المحادثات التي وافق عليها … بعد إصرار على …»
		}
		if w != "علي" {
			continue
		}
		start := k + 1
		if p.Word(start) == "ان" {
			start++
		}
		if r.quoteMark(start) {
			start++
		}
		switch p.Word(start) {
		case "انه", "انها", "انهم":
			if t, verb := r.finite(start + 1); verb && t == arabic.Past {
				return false // على أنه تم طي الخلاف
			}
		}
		if opined(r.stem(start)) {
			return false
		}
		r.bindParts(bind{by: by, content: span{start, r.contentEnd(start, lim)}, status: "made", rule: ruleAgreement}, false)
		return true
	}
	return false
}

// opined reports whether what begins with w (a stem) is what sides think alike, and nothing to be done.
func opined(w string) bool {
	switch w {
	case "ضروره", "اهميه", "هامش", "قول", "راي", "وصف", "مبدا", "حساب":
		return true
	}
	return false
}

// concord are those who come to an agreement by the verb at token i, nil where it is no verb or tells no
// deed: «توافقت الحكومة والجبهة على», but «توافق تام على», «قد توافق الحكومة على».
func (r *reader) concord(i, lim int) []party {
	if _, verb := r.finite(i); !verb || r.hypothetical(i) || strings.HasSuffix(r.p.Word(i-1), "قد") {
		return nil
	}
	list := r.subjectAt(i, lim)
	if r.p.Word(i) == "توافق" && len(list) == 1 && !r.has(list[0].at.first, stemBoth) {
		return nil // «توافق الحركة على» is of another verb
	}
	return list
}

// accepted reads «قبل X شروطا …».
func (r *reader) accepted(i, lim int) bool {
	list, next := r.parties(i+1, min(i+8, lim))
	if len(list) == 0 || next >= lim {
		return false
	}
	for k := next; k < next+3 && k < lim; k++ {
		switch w := r.stem(k); w {
		case "شروط", "شروطا", "شرط", "مطالب", "اقتراح", "مقترح", "هدنه", "وقف", "مبادره", "خطه":
			r.bindTo(bind{by: joinNames(list), content: span{next, r.contentEnd(next, lim)}, status: "made", rule: ruleConsent})
			return true
		}
	}
	return false
}

// agreeing are those who agree with the verb or noun at token i.
func (r *reader) agreeing(i int) string {
	p := r.p
	var all []party
	switch w := p.Word(i + 1); w {
	case "المشاركون", "المجتمعون", "المتفاوضون", "المتحاورون":
		return w
	}
	if list, next := r.after(i, min(i+16, len(p.Tokens))); len(list) > 0 {
		all = append(all, list...)
		for k := next; k < next+3 && k < len(p.Tokens); k++ {
			if p.Word(k) == "مع" || p.Word(k) == "بين" {
				more, _ := r.parties(k+1, min(k+12, len(p.Tokens)))
				all = append(all, more...)
			}
		}
		return joinNames(all)
	}
	if list := r.beforeVerb(i); len(list) > 0 && (list[0].kind != 'l' || strings.HasPrefix(list[0].actor, "state:")) { // وقعتا في ندى اتفاقا
		return joinNames(list)
	}
	if dual := dualVerb(p.Word(i)); dual || strings.HasSuffix(p.Word(i), "وا") {
		return r.theyAgree(i, dual)
	}
	for k := i - 1; k >= 0 && k > i-20; k-- {
		if _, ok := r.finite(k); ok {
			if list, _ := r.after(k, i); len(list) > 0 {
				return joinNames(list)
			}
			if list := r.beforeVerb(k); len(list) > 0 && (list[0].kind != 'l' || strings.HasPrefix(list[0].actor, "state:")) { // الحكومة وقعت اتفاقا
				return joinNames(list)
			}
			break
		}
	}
	if strings.HasPrefix(r.stem(i), "اتف") {
		if _, verb := r.finite(i); verb && r.isDefinite(i+1) {
			return "" // a subject that nothing is known of
		}
		return r.signers(i) // and not whoever tells of it
	}
	return r.speakerAt(i)
}

// dualVerb reports whether w (folded) is a verb in the past whose subject is two: اتفقا، التزمتا.
func dualVerb(w string) bool {
	switch trimWaw(w) {
	case "اتفقا", "اتفقتا", "افقا", "وافقا", "وافقتا", "التزما", "التزمتا", "تعهدا", "تعهدتا":
		return true
	}
	return false
}

// theyAgree are those whom the plural or dual verb at token i has as its subject where none stands
// beside it: the one right after أن («أن وزراء الدول من أعضاء الحلف اتفقوا»), of a dual the two of
// the sentence («اجتمع سالم مع نادر واتفقا»); "" for none, for it is not whoever tells of it.
func (r *reader) theyAgree(i int, dual bool) string {
	if by := r.clauseHead(i + 1); by != "" {
		return by
	}
	s := r.sentence(i)
	switch trimWaw(r.p.Word(i - 1)) {
	case "انهم", "انهما", "لكنهم", "لكنهما": // اختتم ممثلو الفصائل الجولة، إلا أنهم اتفقوا
		for k := s.First; k < i; k++ {
			if _, verb := r.finite(k); verb {
				list := r.subjectAt(k, i)
				if dual && len(list) != 2 || r.p.Word(k) == "قال" {
					break
				}
				return joinNames(list)
			}
		}
	}
	for k := i - 1; k >= s.First; k-- {
		if r.p.Mention(k) == nil && r.has(k, stemBoth) {
			if two := r.twoSigners(k); two != nil {
				return joinNames(two)
			}
			if two, _ := r.bothAt(k, i); len(two) == 2 {
				return joinNames(two)
			}
			if two := r.truceSides(k); len(two) == 2 {
				return joinNames(two)
			}
			return nominative(r.p.Tokens[k].Span().In(r.p.Source), true)
		}
		if _, verb := r.finite(k); verb && dual {
			if list, _ := r.after(k, i); len(list) == 2 {
				return joinNames(list)
			}
		}
	}
	if !dual {
		return ""
	}
	for n := len(r.met) - 1; n >= 0; n-- {
		if m := &r.met[n]; m.at >= s.First && m.at < i && len(m.parts) == 2 && !helper(m.parts[0].role) && !helper(m.parts[1].role) {
			return m.parts[0].name + " و" + m.parts[1].name
		}
	}
	return r.agreedLast(i)
}

// joinNames joins the names of sides with و.
func joinNames(list []party) string {
	names := make([]string, 0, len(list))
	for _, q := range list {
		names = append(names, q.name)
	}
	return strings.Join(names, " و")
}
