package talks

import "mahdar/lexicon"

// precondition reads what must come first: «لن … إلا بعد …»، «لن … قبل …»، «لا عودة … دون
// …»، «ما لم …» in the words of somebody, «ترفض الجبهة … قبل …» told of him.
func (r *reader) precondition(i int) bool {
	p := r.p
	switch w := p.Word(i); w {
	case "لم", "ولم":
		return r.assured(i)
	case "ما":
		return r.unlessDone(i)
	case "لن", "لا", "ولا":
		s := r.sayer(i)
		if s == nil || w != "لن" && !r.rulesOut(i+1) {
			return false
		}
		k, list := r.mustPrecede(i, s.content.last, w == "لن")
		if k == 0 || len(list) > 0 && list[0].name == s.Name {
			return false
		}
		r.want(demand{by: s.Name, of: joinNames(list), content: span{k, r.contentEnd(k, s.content.last)}, rule: rulePrecondition})
		return true
	}
	if r.denied(i) || !p.Body(i) {
		return false
	}
	k, list := r.mustPrecede(i, r.sentence(i).Last, false)
	if k == 0 {
		return false
	}
	by := r.replier(i)
	if s := r.sayer(k); s != nil && s.cue.first <= i && i < s.cue.last {
		by = s.Name
	}
	if by == "" || len(list) > 0 && list[0].name == by {
		return false
	}
	r.want(demand{by: by, of: joinNames(list), content: span{k, r.contentEnd(k, len(p.Tokens))}, rule: rulePrecondition})
	return true
}

// unlessDone reads «ما لم …» at token i in the words of somebody: «ما لم تغير الحكومة
// سياستها», «ما لم تقم الحكومة بفتح المعابر».
func (r *reader) unlessDone(i int) bool {
	s := r.sayer(i)
	if s == nil || r.p.Word(i+1) != "لم" {
		return false
	}
	k := i + 2
	d := demand{by: s.Name, rule: rulePrecondition}
	switch r.p.Word(k) {
	case "يقم", "تقم", "يقوموا":
		d.of = joinNames(r.doer(k, s.content.last))
		for j := k + 1; j < s.content.last && j < k+6; j++ {
			if r.prefixed(j) && r.action(j) {
				k = j
				break
			}
		}
	}
	d.content = span{k, r.contentEnd(k, s.content.last)}
	r.want(d)
	return true
}

// rulesOut reports whether the word at token k, after لا, is what cannot be without something
// else: «لا عودة», «لا مفاوضات», «لا يمكن», «لا جدوى».
func (r *reader) rulesOut(k int) bool {
	switch r.p.Word(k) {
	case "يمكن", "جدوي", "مجال":
		return true
	}
	if r.isDefinite(k) {
		return false
	}
	switch r.class(k) {
	case lexicon.TalkMeeting, lexicon.TalkTruce, lexicon.TalkBind:
		return true
	}
	return r.task(k)
}

// mustPrecede is the token after the word of refusing at token i with which what must come first
// begins, 0 where nothing must, and who is to do it, where that is told by a verb: «قبل وقف
// القصف», «قبل أن تفتح الحكومة المعابر». firm tells that the refusal is of what is to come.
func (r *reader) mustPrecede(i, lim int, firm bool) (int, []party) {
	p := r.p
	for k := i + 2; k < lim && k < i+14 && !r.stops(k); k++ {
		w := p.Word(k)
		if w == "،" && !firm {
			break
		}
		n := k + 1
		switch {
		case w == "الا" && (p.Word(n) == "بعد" || p.Word(n) == "بشرط"):
			n++
		case (w == "قبل" || w == "حتي") && p.Word(k-1) != "من", w == "دون", w == "بدون":
		default:
			continue
		}
		if r.quoteMark(n) {
			n++
		}
		if w == "حتي" && n < lim && r.imperfect(n) {
			if list := r.doer(n, lim); len(list) > 0 {
				return n, list
			}
		}
		switch {
		case n >= lim:
			return 0, nil
		case w == "الا", r.task(n) && p.Mention(n) == nil && (firm || !mereCourse(r.stem(n))):
			return n, nil
		case p.Word(n) == "ان" && n+1 < lim && r.imperfect(n+1):
			n++
			if list := r.doer(n, lim); len(list) > 0 || firm && w == "قبل" {
				return n, list
			}
			return 0, nil
		}
	}
	return 0, nil
}

// mereCourse reports whether w (a stem) is a noun of what merely happens before or without
// something else and is asked of nobody: «قبل بدء المحادثات», «دون تحديد موعد».
func mereCourse(w string) bool {
	switch w {
	case "بدء", "بدايه", "انتهاء", "نهايه", "حلول", "ذكر", "كشف", "افصاح", "تحديد", "توضيح", "خوض", "اعطاء", "ابداء", "تقديم", "توصل", "وصول", "مشاركه", "تدخل", "اجراء", "وجود", "حاجه":
		return true
	}
	return false
}
