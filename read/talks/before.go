package talks

import "mahdar/lexicon"

// precondition reads what must come first: «لن … إلا بعد …»، «لن … قبل …»، «لا عودة … دون
// …»، «ما لم …» in the words of somebody, «ترفض الجبهة … قبل …» told of him.
func (r *reader) precondition(i int) bool {
	p := r.p
	switch w := p.Word(i); w {
	case "لم", "ولم":
		return r.assured(i) || r.ifNot(i)
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
	if suspends(r.stem(i)) {
		return r.awaiting(i)
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
	r.notDone(s, i+2)
	return true
}

// ifNot reads «إذا لم …» at token i, where somebody threatens with what he will do then or says that he
// will not do something: «هددت الجبهة بالانسحاب إذا لم توقف الحكومة القصف».
func (r *reader) ifNot(i int) bool {
	s := r.sayer(i)
	if s == nil || i+2 >= s.content.last {
		return false
	}
	switch trimWaw(r.p.Word(i - 1)) {
	case "اذا", "ان", "حال":
	default:
		return false
	}
	will := s.Act == "threaten"
	for k := max(s.content.first, i-refusalReach); k < i && !will; k++ {
		will = r.p.Word(k) == "لن"
	}
	if !will || len(r.doer(i+1, s.content.last)) == 0 && r.action(i+1) {
		return false
	}
	r.notDone(s, i+1)
	return true
}

// refusalReach is how many words before «إذا لم» he may say that he will not do something.
const refusalReach = 32

// notDone wants of somebody what the verb at token k in the words of s says that he has not done.
func (r *reader) notDone(s *statement, k int) {
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
	if d.of == "" {
		d.of = joinNames(r.doer(k, s.content.last))
	}
	d.content = span{k, r.contentEnd(k, s.content.last)}
	r.want(d)
}

// rulesOut reports whether the word at token k, after لا, is what cannot be without something
// else: «لا عودة», «لا مفاوضات», «لا يمكن», «لا جدوى».
func (r *reader) rulesOut(k int) bool {
	switch r.p.Word(k) {
	case "يمكن", "جدوي", "مجال", "سلام", "حل", "تسويه", "معني", "تطبيع", "حوار":
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
		case w == "الا" && p.Word(n) == "اذا" && n+1 < lim: // لن نعود إلا إذا توقف القصف
			switch p.Word(n + 1) {
			case "كان", "كانت":
				return 0, nil
			case "تم", "تمت", "جري", "جرت":
				n++
			}
			return n + 1, r.doer(n+1, lim)
		case w == "لا" && k > i+2 && holds(p.Word(n)): // لن نوقع على اتفاق لا يتضمن الانسحاب
			if n = r.overIn(n + 1); n < lim && r.task(n) {
				return n, nil
			}
			return 0, nil
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

// holds reports whether w is a verb that tells what is in an agreement or comes of it.
func holds(w string) bool {
	switch w {
	case "يتضمن", "تتضمن", "يشمل", "تشمل", "يضمن", "تضمن", "ينص", "تنص", "يكفل", "تكفل", "يحقق", "تحقق", "يقضي", "تقضي":
		return true
	}
	return false
}

// awaiting reads what somebody waits for who has stopped something with the verb at token i: «علق الوفد
// مشاركته إلى حين إطلاق سراح السجناء», «جمدت الجبهة المحادثات حتى رفع الحصار».
func (r *reader) awaiting(i int) bool {
	if r.denied(i) || !r.p.Body(i) {
		return false
	}
	lim := min(i+16, r.sentence(i).Last)
	for k := i + 2; k < lim && !r.stops(k); k++ {
		n := k + 1
		switch w := r.p.Word(k); {
		case w == "حين" && r.p.Word(k-1) == "الي", w == "لحين", w == "حتي", w == "ريثما":
		default:
			continue
		}
		var of []party
		switch {
		case n >= lim:
			return false
		case r.imperfect(n):
			if of = r.doer(n, lim); len(of) == 0 {
				return false
			}
		case !r.task(n) || mereCourse(r.stem(n)) || r.p.Mention(n) != nil:
			return false
		}
		by := r.replier(i)
		if by == "" || len(of) > 0 && of[0].name == by {
			return false
		}
		r.want(demand{by: by, of: joinNames(of), content: span{n, r.contentEnd(n, len(r.p.Tokens))}, rule: rulePrecondition})
		return true
	}
	return false
}

// suspends reports whether w (a stem) is a verb of stopping for the time being.
func suspends(w string) bool {
	switch w {
	case "علق", "علقت", "علقوا", "جمد", "جمدت", "جمدوا":
		return true
	}
	return false
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
