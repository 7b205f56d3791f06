package talks

import "strings"

// duty is what somebody is told to do: whom it is laid on, and the token with which what is
// to be done begins.
type duty struct {
	of    []party
	start int
}

// dutyAt reads the words from token i on that lay a duty on somebody, whether or not they tell
// on whom: «يجب أن يكف المتمردون عن …», «على الجبهة أن …», «لا بد من …», «مطلوب من الجبهة
// …», «من المهم بالنسبة للجبهة أن …».
func (r *reader) dutyAt(i, lim int) (duty, bool) {
	p := r.p
	switch w := trimWaw(p.Word(i)); w {
	case "علي", "فعلي":
		if i > 0 && w == p.Word(i) && w == "علي" && !r.obliges(i) {
			return duty{}, false
		}
		return r.laidOn(i, lim, w != p.Word(i))
	case "عليه", "عليها", "عليهم", "عليهما", "فعليه", "فعليها", "فعليهم":
		if p.Word(i+1) != "ان" || r.must(i-1) || r.p.Word(i-1) == "كان" {
			return duty{}, false
		}
		return r.due(nil, i+1, lim)
	case "بد":
		if u := p.Word(i - 1); !strings.HasSuffix(u, "لا") || len(u) > 6 {
			return duty{}, false
		}
		return r.due(nil, i+1, lim)
	case "لابد", "فلابد":
		return r.due(nil, i+1, lim)
	case "مفر", "مناص", "غني": // لا مفر من أن تسلم الجبهة سلاحها
		if n := p.Word(i + 1); trimWaw(p.Word(i-1)) != "لا" || n != "من" && n != "عن" {
			return duty{}, false
		}
		return r.due(nil, i+2, lim)
	case "اجب", "الواجب": // trimWaw takes واجب apart
		return r.dutyOf(i, lim)
	case "حان":
		return r.timeFor(i, lim)
	case "مطلوب", "المطلوب":
		return r.requiredOf(i, lim)
	case "الافضل", "الاجدي", "الاجدر", "الاولي", "المهم", "الضروري":
		return r.wellFor(i, lim)
	}
	return r.mustDo(i, lim)
}

// dutyOf reads what is the duty of somebody by the noun at token i: «من واجب الحكومة حماية
// المدنيين», «من الواجب على الجبهة أن …».
func (r *reader) dutyOf(i, lim int) (duty, bool) {
	if u := trimWaw(r.p.Word(i - 1)); u != "من" && u != "فمن" {
		return duty{}, false
	}
	if r.p.Word(i+1) == "علي" {
		return r.laidOn(i+1, lim, true)
	}
	list, next := r.parties(i+1, min(i+10, lim))
	if len(list) == 0 {
		return duty{}, false
	}
	return r.due(list, next, lim)
}

// requiredOf reads what is required, told with مطلوب at token i, and of whom: «مطلوب من الجبهة أن …»,
// «المطلوب هو وقف القتال».
func (r *reader) requiredOf(i, lim int) (duty, bool) {
	p := r.p
	if k := i + 1; p.Word(k) != "من" {
		for r.adverb(k) && p.Word(k) != "هو" {
			k++
		}
		if p.Word(k) != "هو" || trimWaw(p.Word(i)) != "المطلوب" {
			return duty{}, false
		}
		return duty{nil, k + 1}, k+2 < lim && r.task(k+1) && !r.prefixed(k+1)
	}
	list, next := r.parties(i+2, min(i+14, lim))
	if len(list) == 0 {
		return duty{}, false
	}
	if d, ok := r.due(list, next, lim); ok {
		return d, true
	}
	_, verb := r.finite(next)
	return duty{list, next}, next < lim && !verb && !p.Mark(next) && !r.preposition(next) && !r.opens(next) && !r.isDefinite(next)
}

// mustDo reads what must be done by the verb at token i, and who must do it: after على, or as those
// before the verb whom it is about.
func (r *reader) mustDo(i, lim int) (duty, bool) {
	if r.denied(i) || r.relative(i-1) || strings.HasPrefix(r.p.Word(i), "ال") { // الفعلي is no «فعلى»
		return duty{}, false
	}
	switch trimWaw(r.p.Word(i - 1)) {
	case "كان", "كانت", "ما", "ماذا", "مما", "كما":
		return duty{}, false
	}
	switch r.p.Word(i + 1) {
	case "علي":
		return r.laidOn(i+1, lim, true)
	case "عليه", "عليها", "عليهم", "عليهما":
		return r.due(nil, i+2, lim)
	}
	return r.due(r.whoMust(i), i+1, lim)
}

// whoMust are those who stand before the verb of duty at token i and head its clause: «إن الجبهة
// يجب أن …», but not «الخطة القمرية للجبهة يجب أن …».
func (r *reader) whoMust(i int) []party {
	list := r.beforeVerb(i)
	if len(list) == 0 || r.prepositional(list[0].at.first) {
		return nil
	}
	k := list[0].at.first - 1
	if s := r.sayer(i); k >= 0 && (s == nil || s.content.first != k+1) && !r.p.Mark(k) {
		switch trimWaw(r.p.Word(k)) {
		case "ان", "لكن", "فان", "بان":
		default:
			return nil
		}
	}
	return list
}

// laidOn reads the side after the preposition at token i and what it has to do; sure tells that
// the words before lay a duty, so that a noun of action may follow.
func (r *reader) laidOn(i, lim int, sure bool) (duty, bool) {
	list, next := r.parties(i+1, min(i+14, lim))
	if len(list) == 0 {
		if !sure || trimWaw(r.p.Word(i)) != r.p.Word(i) {
			return duty{}, false
		}
		for next = i + 1; next < lim && next < i+5 && r.p.Word(next) != "ان" && !r.task(next); next++ {
			if _, verb := r.finite(next); verb || r.stops(next) || r.p.Word(next) == "من" {
				return duty{}, false // «على كل من يرغب»
			}
		}
	} else if last := &list[len(list)-1]; r.action(next-1) && next-1 > last.at.first && !r.isDefinite(next-1) && r.p.Mention(next-1) == nil {
		next-- // «على الطرفين معاودة المحادثات»
		last.name = strings.TrimSuffix(last.name, " "+r.p.Words(next, next+1))
	}
	if len(list) > 0 && next+1 < lim && r.p.Word(next) == "،" { // «على الرئيس القمري، سالم الوردي، أن»
		_, end := r.parties(next+1, lim)
		if r.p.Word(end) == "،" {
			end++
		}
		if r.p.Word(end) == "ان" {
			next = end
		}
	}
	if next < lim && r.p.Word(next) != "ان" && !sure && list[0].kind == 'p' {
		return duty{}, false
	}
	return r.due(list, next, lim)
}

// timeFor reads what it is time for, told with حان at token i: «حان الوقت لكي تتخلى الحكومة عن …», «الوقت
// حان لوقف القتال».
func (r *reader) timeFor(i, lim int) (duty, bool) {
	p := r.p
	k := i + 1
	switch {
	case p.Word(k) == "الوقت" || p.Word(k) == "الاوان":
		k++
	case p.Word(i-1) == "الوقت" || p.Word(i-1) == "الاوان", p.Word(i-1) == "قد" && (p.Word(i-2) == "الوقت" || p.Word(i-2) == "الاوان"):
	default:
		return duty{}, false
	}
	if k+1 >= lim {
		return duty{}, false
	}
	switch w := p.Word(k); {
	case (w == "كي" || w == "لكي" || w == "لان") && r.imperfect(k+1):
		of := r.doer(k+1, lim)
		return duty{of, k + 1}, len(of) > 0
	case strings.HasPrefix(w, "ل") && r.atTask(k):
		return duty{nil, k}, true
	}
	return duty{}, false
}

// wellFor reads what is better or important for somebody: «الأجدى للجبهة أن تكف عن …».
func (r *reader) wellFor(i, lim int) (duty, bool) {
	k := i + 1
	if strings.HasPrefix(r.p.Word(k), "وال") {
		k++
	}
	if r.p.Word(k) == "بالنسبه" {
		k++
	}
	if r.task(k) && !r.prefixed(k) {
		return duty{nil, k}, r.p.Word(i-1) == "من" || r.p.Word(i-1) == "فمن" // «من الضروري والمهم فتح المعابر»
	}
	if !strings.HasPrefix(r.p.Word(k), "ل") {
		return duty{}, false
	}
	list, next := r.parties(k, min(k+12, lim))
	if len(list) == 0 || r.p.Word(next) != "ان" {
		return duty{}, false
	}
	return r.due(list, next, lim)
}

// due is what those of a duty have to do, told from token k on: a verb after أن, whose subject
// they are where they stand nowhere else, or a noun of action.
func (r *reader) due(of []party, k, lim int) (duty, bool) {
	p := r.p
	for k < lim && (r.adverb(k) && p.Word(k) != "ان" && p.Word(k) != "الا" || p.Word(k) == "من" || p.Word(k) == "وان") {
		if p.Word(k) == "وان" {
			break
		}
		k++
	}
	if k >= lim {
		return duty{}, false
	}
	switch w := p.Word(k); {
	case w == "ان" || w == "وان":
		k++
	case w == "الا": // «يجب ألا يدخل»
		return duty{of, k}, r.imperfect(k + 1)
	default:
		if r.quoteMark(k) {
			k++
		}
		return duty{of, k}, r.task(k) && !r.prefixed(k) && p.Mention(k) == nil
	}
	if r.quoteMark(k) {
		k++
	}
	verb := k
	if p.Word(k) == "لا" {
		verb++
	}
	if verb >= lim || !r.imperfect(verb) {
		return duty{}, false
	}
	if len(of) == 0 {
		of = r.doer(verb, lim)
	}
	return duty{of, k}, true
}

// imperfect reports whether token k has the shape of a verb in the present of the second or
// third person.
func (r *reader) imperfect(k int) bool {
	w := r.p.Word(k)
	return len(w) >= 6 && (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت")) && !r.p.Named(k)
}

// doer are those who stand right after the verb at token k as its subject: «أن تدرك الجبهة».
func (r *reader) doer(k, lim int) []party {
	w := r.p.Word(k)
	if strings.HasSuffix(w, "وا") || w == "يكون" || w == "تكون" || w == "يتم" || w == "تتم" {
		return nil
	}
	if r.prepositional(k + 1) {
		return nil
	}
	list, _ := r.parties(k+1, min(k+12, lim))
	if len(list) > 0 && list[0].at.first == k+1 {
		return list
	}
	return nil
}

// must reports whether token i is a verb that says what must be done.
func (r *reader) must(i int) bool {
	switch r.stem(i) {
	case "يجب", "ويجب", "فيجب", "ينبغي", "يتعين", "يتوجب", "يحتم", "تحتم", "بد", "لابد":
		return true
	}
	return false
}

// toDo is content without the words that only lay what is asked for on somebody, and on whom
// they do: «يجب أن تكف الجبهة عن …», «على الجبهة أن …», «ضرورة تسليم السلاح», «العودة إلى
// المحادثات تتطلب وقف القصف».
func (r *reader) toDo(s span) (span, []party) {
	k := s.first
	if r.quoteMark(k) {
		k++
	}
	if isNeed(r.stem(k)) && k+2 < s.last && (r.task(k+1) || r.p.Word(k+1) == "ان" && r.imperfect(k+2)) {
		if k++; r.p.Word(k) == "ان" {
			k++
		}
		return span{k, s.last}, nil
	}
	head := true
	for j := k; j < s.last-1 && j < k+dutyReach; j++ {
		w := r.p.Word(j)
		switch w {
		case "تتطلب", "يتطلب", "تستدعي", "يستدعي", "تستوجب", "يستوجب", "تستلزم", "يستلزم", "هو", "هي":
			n := j + 1
			if r.quoteMark(n) {
				n++
			}
			if n < s.last-1 && (r.task(n) || r.accusative(n)) && (w != "هو" && w != "هي" || r.wayOut(k)) {
				return span{n, s.last}, nil
			}
		}
		if !head && j < k+6 && r.has(j, uint64(onAsking)) {
			if list, end := r.parties(k, j); len(list) > 0 && end == j {
				return r.callsOn(s, j, list)
			}
		}
		if head && r.has(j, uint64(onWish|onAsking)) {
			if _, d, ok := r.wished(j, s.last); ok {
				return span{d.start, s.last}, d.of
			}
			if d, ok := r.urged(j, s.last); ok {
				return span{d.start, s.last}, d.of
			}
			return s, nil
		}
		if r.has(j, uint64(onDuty)) && (head || r.turns(j)) {
			if d, ok := r.dutyAt(j, s.last); ok && d.start < s.last-1 {
				return span{d.start, s.last}, d.of
			} else if w != "الواجب" { // الواجب الوطني يحتم على الجميع أن …
				return s, nil
			}
		}
		switch trimWaw(w) {
		case "لكن", "لكننا", "من", "لا", "انه", "اننا", "فمن", "بل", "اولا", "ما", "زلنا":
		default:
			head = false
		}
	}
	return s, nil
}

// dutyReach is how many words of content a word of duty is looked for in.
const dutyReach = 16

// turns reports whether the word of duty at token j begins a clause that stands against or
// beside the one before it: «لكن يجب على الجبهة أن …».
func (r *reader) turns(j int) bool {
	switch w := r.p.Word(j); {
	case w == "يحتم", w == "تحتم", r.must(j) && w != trimWaw(w):
		return true // «الواجب يحتم على الجميع أن»
	}
	switch trimWaw(r.p.Word(j - 1)) {
	case "لكن", "بل":
		return true
	}
	return false
}

// wayOut reports whether token k is a noun for what alone will help, of which what follows is
// asked for: «الحل الوحيد هو انسحاب القوات».
func (r *reader) wayOut(k int) bool {
	switch r.stem(k) {
	case "حل", "الحل", "مخرج", "سبيل", "طريق", "مطلوب", "شرط":
		return true
	}
	return false
}

// callsOn is content that begins with those of list and says with the word of asking at token j what
// they ask, «المملكة تحث الأطراف على …», or are asked: «الجبهة مطالبة بوقف القصف».
func (r *reader) callsOn(s span, j int, list []party) (span, []party) {
	if d, ok := r.urged(j, s.last); ok {
		return span{d.start, s.last}, d.of
	}
	switch r.stem(j) {
	case "مطالب", "مطالبه", "مطالبون", "مطالبين", "مطالبان", "مطالبتان":
		if k := j + 1; k < s.last-1 && r.prefixed(k) && strings.HasPrefix(r.p.Word(k), "ب") {
			return span{k, s.last}, list
		}
	}
	return s, nil
}
