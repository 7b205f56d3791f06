package talks

import "strings"

// stayingAway reads what those who stay away from talks ask for, told as what others have
// not done: «قاطعت الجبهة الجولة بسبب عدم استعداد زهرستان لوقف القصف».
func (r *reader) stayingAway(i int) bool {
	p := r.p
	s := r.sentence(i)
	k := i + 1
	for ; k < s.Last && k < i+24 && !r.has(k, wordBecause); k++ {
		if r.stops(k) {
			return false
		}
	}
	if k >= s.Last || !r.has(k, wordBecause) {
		return false
	}
	by, _ := r.after(i, k)
	if len(by) == 0 {
		by = r.beforeVerb(i)
	}
	who := joinNames(by)
	if who == "" {
		who = r.speakerAt(i)
	}
	if who == "" {
		return false
	}
	found, of := false, ""
	for lim := min(s.Last, k+32); k < lim && !r.stops(k); k++ {
		if !omits(trimWaw(p.Word(k))) {
			continue
		}
		start := 0
		for j := k + 1; j < lim && j < k+8 && start == 0; j++ {
			switch {
			case (p.Word(j) == "في" || p.Word(j) == "عن" || p.Word(j) == "علي") && r.action(j+1):
				start = j + 1
			case j == k+1 && r.has(j, stemAction) && r.stem(j) != "التزام", j > k+1 && r.action(j) && (r.prefixed(j) || p.Named(j-1)):
				start = j
			}
			if list, _ := r.parties(j, lim); len(list) > 0 && of == "" && start == 0 {
				of = list[0].name
			}
		}
		if start == 0 {
			continue
		}
		end := r.contentEnd(start, lim)
		for j := start + 1; j < end; j++ {
			if strings.HasPrefix(p.Word(j), "و") && omits(trimWaw(p.Word(j))) {
				end = j
			}
		}
		r.want(demand{by: who, of: of, content: span{start, end}, rule: ruleImplied})
		found = true
		k = max(k, end-1)
	}
	return found
}

// omits reports whether w says of somebody that he does not do what follows.
func omits(w string) bool {
	switch w {
	case "عدم", "لعدم", "رفض", "رفضه", "رفضها", "رفضهم", "فشل", "فشله", "فشلها", "فشلهم":
		return true
	}
	return false
}

// assured reads a condition that was met: «لم تدخل الجبهة القاعة إلا بعد حصولها على ضمانات
// بوقف القصف».
func (r *reader) assured(i int) bool {
	s := r.sentence(i)
	for k := i + 2; k < s.Last-3 && k < i+16 && !r.stops(k); k++ {
		if r.p.Word(k) != "الا" || r.p.Word(k+1) != "بعد" {
			continue
		}
		given := false
		for j := k + 2; j < s.Last && j < k+10; j++ {
			switch r.stem(j) {
			case "ضمانات", "ضمانه", "تعهدات", "تعهد", "وعد", "وعود":
				given = true
				continue
			}
			if given && strings.HasPrefix(r.p.Word(j), "ب") && r.action(j) && r.prefixed(j) {
				by := r.beforeVerb(i)
				if len(by) == 0 {
					by, _ = r.after(i+1, k)
				}
				r.want(demand{by: joinNames(by), content: span{j, r.contentEnd(j, s.Last)}, answer: "accepted", rule: rulePrecondition})
				return true
			}
		}
		return false
	}
	return false
}
