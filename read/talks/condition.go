package talks

import "strings"

// condition reads conditions and demands told by a noun: «شروط أهمها …»، «والشروط الستة
// هي … و…»، «شرط أن …»، «ورقة مطالب كان أبرزها …»، «ومن مطالب الجبهة …».
func (r *reader) condition(i int) bool {
	if !r.has(i, uint64(onCondition)) {
		return false
	}
	s := r.sentence(i)
	start, list := r.listAfter(i, s.Last)
	if start == 0 {
		start, list = r.listOf(i, s.Last)
	}
	if start == 0 || start >= s.Last {
		return r.saidToBe(i)
	}
	if r.quoteMark(start) {
		start++
	}
	by, of := r.whoseTerms(i, start), r.termsFor(i, start)
	if of == "" && !list && r.imperfect(start) {
		of = joinNames(r.doer(start, s.Last)) // شريطة أن تفتح الحكومة المعابر
	}
	items := []span{{start, r.listEnd(start, s.Last)}}
	if list {
		items = r.items(items[0])
	}
	for _, it := range items {
		r.want(demand{by: by, of: of, content: it, rule: ruleCondition})
	}
	return true
}

// listAfter is the token with which begins what the conditions at token i are, where words after
// them say so, and whether it is a list; 0 where none do.
func (r *reader) listAfter(i, lim int) (start int, list bool) {
	p := r.p
	for k := i + 1; k < lim && k < i+12; k++ {
		switch w := trimWaw(p.Word(k)); w {
		case "القاضي", "القاضيه", "المتمثل", "المتمثله":
			return r.overIn(k + 1), false
		case "ان":
			if k == i+1 {
				return k + 1, false
			}
		case "في":
			if strings.HasPrefix(r.stem(i), "شروط") && len(r.stem(i)) > 8 && k == i+1 {
				return k + 1, false
			}
		case ":":
			return k + 1, true
		case "هي", "هو", "فهو", "فهي", "اهمها", "ابرزها", "ابرزه", "اولها", "منها", "بينها", "راسها", "مقدمتها": // من بينها، على رأسها، في مقدمتها
			if r.stem(i) == "شرطا" && !r.task(k+1) {
				return 0, false // ليس شرطا بل هو من متطلبات السلام
			}
			return k + 1, true
		default:
			if makesUp(w) {
				return r.overIn(k + 1), true
			}
		}
	}
	return 0, false
}

// listOf is the same where the words before the conditions at token i say so: «{تتمثل} مطالب الجبهة
// في …», «{ومن بين} شروط الجبهة …».
func (r *reader) listOf(i, lim int) (start int, list bool) {
	p := r.p
	verb := makesUp(trimWaw(p.Word(i - 1)))
	among := false
	switch w := trimWaw(p.Word(i - 1)); w {
	case "من", "ابرز", "اهم", "اول", "اولي":
		among = true
	case "بين", "ضمن", "جمله":
		among = trimWaw(p.Word(i-2)) == "من"
	}
	if !verb && !among {
		return 0, false
	}
	from := i + 1
	if owner, next := r.parties(from, min(from+10, lim)); len(owner) > 0 {
		from = next
	} else if r.isAdjective(from) {
		from++
	}
	reach := 1
	if verb && r.relative(from) {
		reach = 10 // مطالب الجبهة {التي سلمتها إلى الوسطاء}
	}
	for k := from; k < lim && k < from+reach && !r.stops(k); k++ {
		switch n := r.overIn(k); {
		case n > k && r.task(n), r.task(k) && !r.prefixed(k), verb && r.atTask(k):
			return n, true
		case among && p.Word(k) == "ان" && r.imperfect(k+1):
			return k + 1, false
		}
	}
	return 0, false
}

// overIn is the token after the preposition at token k, k itself where none is.
func (r *reader) overIn(k int) int {
	switch r.p.Word(k) {
	case "في", "ب", "علي", "حول":
		return k + 1
	}
	return k
}

// makesUp reports whether w is a verb that says what a list of conditions consists of.
func makesUp(w string) bool {
	switch w {
	case "تشمل", "شملت", "تتضمن", "تضمنت", "تقضي", "يقضي", "تتمثل", "يتمثل", "تمثلت", "تتلخص", "يتلخص", "تلخصت", "تنحصر", "ينحصر", "تتركز", "تركزت":
		return true
	}
	return false
}

// whoseTerms is who sets the conditions at token i, told up to token lim: those whom the noun belongs
// to, the subject of the verb that sets them, else who speaks.
func (r *reader) whoseTerms(i, lim int) string {
	for k := i + 1; k < lim && k < i+4; k++ {
		w := r.p.Word(k)
		if r.preposition(k) || r.p.Mark(k) || r.relative(k) {
			break
		}
		if q, ok := r.adjectiveSide(k); ok && k == i+1 { // الشروط الزهرستانية
			return q.name
		}
		if k > i+1 && !strings.HasPrefix(w, "لل") && !r.prepositional(k) || strings.HasSuffix(w, "ها") {
			continue
		}
		if list, _ := r.parties(k, r.termsEnd(k, min(lim, k+10))); len(list) > 0 {
			return joinNames(list)
		}
	}
	if who := r.setting(i); who != "" {
		return who
	}
	if who := r.speakerAt(i); who != "" {
		return who
	}
	if w := r.stem(i); w == "شريطه" || w == "بشرط" {
		return r.striver(i)
	}
	return r.setter(i)
}

// setting is the subject of the verb before the conditions at token i that sets or hands them over:
// «{قدم} الوفد ورقة مطالب», «{فرضت} الحكومة شروطا»; "" where none does.
func (r *reader) setting(i int) string {
	for k := i - 1; k >= r.sentence(i).First && k > i-14; k-- {
		if _, verb := r.finite(k); !verb {
			continue
		}
		switch trimWaw(r.p.Word(k)) {
		case "قدم", "قدمت", "قدموا", "طرح", "طرحت", "وضع", "وضعت", "حدد", "حددت", "فرض", "فرضت", "عرض", "عرضت", "سلم", "سلمت", "يضع", "تضع", "يفرض", "تفرض", "رفع", "رفعت":
		default:
			return ""
		}
		lim := k + 1
		for lim < i && !(strings.HasPrefix(r.p.Word(lim), "لل") && r.side(lim)) { // قدم الوفد {للوسطاء}
			lim++
		}
		if list, _ := r.after(k, lim); len(list) > 0 {
			return joinNames(list)
		}
		return joinNames(r.beforeVerb(k))
	}
	return ""
}

// termsEnd is the first token from k on, before token lim, that goes back to the noun for what is
// asked before whose genitive it stands: «شرط الحركة {الوحيد}», «مطلب الحركة {الخاص} ب…».
func (r *reader) termsEnd(k, lim int) int {
	for ; k < lim; k++ {
		switch r.stem(k) {
		case "وحيد", "وحيده", "اساسي", "اساسيه", "رييسي", "رييسيه", "قاضي", "قاضيه", "متعلق", "متعلقه", "خاص", "خاصه", "متمثل", "متمثله", "متصل", "متصله", "رامي", "راميه":
			if r.isDefinite(k) {
				return k
			}
		}
	}
	return lim
}

// termsFor are those on whom the conditions at token i are laid: «شروطا على {الجبهة}».
func (r *reader) termsFor(i, lim int) string {
	for k := i + 1; k < lim && k < i+3; k++ {
		if r.p.Word(k) == "علي" {
			list, _ := r.parties(k+1, min(lim, k+10))
			return joinNames(list)
		}
	}
	return ""
}

// listEnd is where a list of demands that begins at token k ends; commas and
// relative clauses belong to it.
func (r *reader) listEnd(k, lim int) int {
	p := r.p
	if q, ok := r.p.Quotes().In(k); ok && q.Closed {
		lim = min(lim, q.Close)
	}
	for j := k; j < lim; j++ {
		if r.stops(j) && p.Word(j) != ":" || j > k && r.turnsAway(j) {
			return j
		}
	}
	return lim
}

// turnsAway reports whether token j begins a clause that is held against what was said before it or
// goes on from it: «غير أن», «إلا أنها», «فإن», «أما».
func (r *reader) turnsAway(j int) bool {
	if r.has(j, wordTurns) {
		return true
	}
	switch w := r.p.Word(j); w {
	case "لم": // المطالبة برحيل الحاكم لم تعد مقبولة
		return r.isDefinite(j-1) && !r.relative(j-1)
	case "وهو":
		return r.p.Word(j+1) == "ما"
	case "غير", "الا", "بيد":
		switch r.p.Word(j + 1) {
		case "قابل", "قابله", "مقبول", "مقبوله", "وارد", "وارده": // مطلب الجبهة برحيل الحاكم غير قابل للنقاش
			return true
		}
		return strings.HasPrefix(r.p.Word(j+1), "ان")
	case "فان", "فانه", "فانها", "فانهم", "اما", "واما", "ورغم", "وبرغم":
		return true
	}
	return false
}

// saidToBe reads what the condition or demand at token i is said of: «{الإفراج عن الأسرى} هو المطلب الأول
// للجبهة», «يعد {رفع الحصار} أحد أبرز شروط الجبهة», «وضعت الجبهة {رفع الحصار} شرطا للعودة».
func (r *reader) saidToBe(i int) bool {
	p := r.p
	last := i
	if r.endsInTa(i) {
		return false // مطالبة, and not مطالبه
	}
	for last > 0 && ranksTerm(r.stem(last-1)) {
		last--
	}
	least := max(r.sentence(i).First, i-predicateReach)
	switch p.Word(last - 1) {
	case "هو", "هي":
		for k := last - 2; k >= least && !p.Mark(k); k-- {
			if _, verb := r.finite(k); verb && !r.task(k) || p.Word(k) == "ليس" || p.Word(k) == "ليست" {
				return false
			}
			if first := k == r.sentence(i).First || p.Mark(k-1) || p.Word(k-1) == "ان"; first && r.task(k) && !r.prefixed(k) {
				return r.wantTerm(i, span{k, last - 1})
			}
		}
		return false
	}
	for k := last - 2; k >= least && !p.Mark(k); k-- {
		switch trimWaw(p.Word(k)) {
		case "ليس", "ليست", "لم", "لا":
			return false
		case "يعد", "تعد", "يعتبر", "تعتبر", "يمثل", "تمثل", "يشكل", "تشكل", "يبقي", "كان", "كانت":
			if r.task(k+1) && !r.prefixed(k+1) {
				return r.wantTerm(i, span{k + 1, last})
			}
			return false
		case "وضع", "وضعت", "ضع", "ضعت", "جعل", "جعلت", "اعتبر", "اعتبرت", "يضع", "تضع", "يجعل", "تجعل":
			by, next := r.after(k, last)
			if len(by) == 0 {
				by, next = r.beforeVerb(k), k+1
			}
			if p.Word(next) == "من" {
				next++
			}
			if len(by) > 0 && next < last && r.task(next) && strings.HasPrefix(p.Word(i), "شرط") {
				r.want(demand{by: joinNames(by), content: span{next, last}, rule: ruleCondition})
				return true
			}
			return false
		}
		if _, verb := r.finite(k); verb && !r.task(k) {
			return false
		}
	}
	return false
}

// wantTerm wants what the condition at token i is said to be, by those whose it is.
func (r *reader) wantTerm(i int, s span) bool {
	by := r.whoseTerms(i, min(i+8, r.sentence(i).Last))
	if by == "" {
		return false
	}
	r.want(demand{by: by, content: s, rule: ruleCondition})
	return true
}

// predicateReach is how many words before a condition what it is said of may begin.
const predicateReach = 14

// ranksTerm reports whether w (a stem) picks one of the conditions after it: أحد أبرز مطالبهم.
func ranksTerm(w string) bool {
	switch w {
	case "احد", "احدي", "ابرز", "اهم", "اول", "بين", "من", "جمله", "ضمن":
		return true
	}
	return false
}
