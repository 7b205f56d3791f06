package talks

import "strings"

// stayingAway reads what those who stay away from talks ask for, told as what others have
// not done: «قاطعت الجبهة الجولة بسبب عدم استعداد زهرستان لوقف القصف».
func (r *reader) stayingAway(i int) bool {
	p := r.p
	s := r.sentence(i)
	k := i + 1
	for ; k < s.Last && k < i+24 && !because(p.Word(k)); k++ {
		if r.stops(k) {
			return false
		}
	}
	if k >= s.Last || !because(p.Word(k)) {
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

// because reports whether w says why.
func because(w string) bool {
	switch w {
	case "بسبب", "احتجاجا", "لعدم", "جراء", "نتيجه":
		return true
	}
	return false
}

// omits reports whether w says of somebody that he does not do what follows.
func omits(w string) bool {
	switch w {
	case "عدم", "لعدم", "رفض", "رفضه", "رفضها", "رفضهم", "فشل", "فشله", "فشلها", "فشلهم":
		return true
	}
	return false
}
