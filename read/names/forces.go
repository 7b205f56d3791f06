package names

import (
	"strings"

	"mahdar/arabic"
)

// ministry is the end of «وزارة الخارجية والتعاون الدولي الروسية» and
// «وزارة خارجية كذا», «الرئاسة السورية».
func (f *finder) ministry(i int, det bool) int {
	if det {
		if f.lex.Heads[f.w[i].Head-1].Kind == "presidency" && f.national(i+1) {
			return i + 2
		}
		return i
	}
	k := i + 1
	if !f.follows(k) {
		return i
	}
	if f.w[k].Has(port) && !f.w[k].Has(definite) {
		if c, ok := f.listedThing(k + 1); ok && f.follows(k+1) && c.kind == aPlace {
			return c.last // وزارة خارجية كازاخستان
		}
	}
	if f.wordAt(k) == "شوون" {
		k++
	}
	if f.lex.Heads[f.w[i].Head-1].Kind == "presidency" && f.chairs(k) {
		return i
	}
	if !f.properNoun(k) && !f.w[k].Has(port) {
		return i
	}
	k++
	for n := 0; n < 4 && k < len(f.Tokens) && f.follows(k); n++ {
		switch {
		case f.w[k].Has(definite | nisba):
			return k + 1
		case f.relativeLike(k) && !f.describing(k):
			k++
		case strings.HasPrefix(f.wordAt(k), "وال") && f.w[k].Has(port) && !f.major(k):
			k++
		default:
			return k
		}
	}
	return k
}

// chairs reports whether token k is the title of somebody who chairs a sitting:
// «برئاسة الدكتور فلان», and not of those who are chaired: «رئاسة الوزراء».
func (f *finder) chairs(k int) bool {
	p := f.office(k)
	if p == nil {
		return false
	}
	return f.expect[p.Last].title > 0 || f.officeKind(p) != "minister" && !strings.HasSuffix(f.wordAt(k), "اء")
}

// major reports whether token k, و aside, is the seat of a ministry of its own.
func (f *finder) major(k int) bool {
	switch strings.TrimPrefix(f.wordAt(k), "و") {
	case "الخارجيه", "الدفاع", "الداخليه", "الماليه":
		return true
	}
	return false
}

// portfolio reads «الخارجية الروسية» and «الخارجية» where it speaks, for its ministry.
func (f *finder) portfolio(i int, c *found) bool {
	w := &f.w[i]
	*c = found{first: i, kind: aBody, rule: "names.ministry"}
	if !w.Has(definite) || f.inTitle(i) {
		return false
	}
	switch f.wordAt(i) {
	case "الخارجيه", "الدفاع", "الداخليه":
	default:
		return false
	}
	if i > 0 && f.follows(i) && f.w[i-1].Has(definite) && !f.w[i-1].Any(finite) {
		return false
	}
	if f.national(i+1) && strings.HasSuffix(f.wordAt(i+1), "ه") {
		c.last = i + 2
		return true
	}
	return false
}

// inTitle reports whether token i is what the minister of a title before it is
// for: «وزير الخارجية».
func (f *finder) inTitle(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if p := f.office(k); p != nil && p.Last > i {
			switch f.officeKind(p) {
			case "minister", "deputy":
				return true
			}
		}
	}
	return false
}

// force is the end of «الجيش السوري», «الحرس الثوري الإيراني», «جيش الإسلام».
func (f *finder) force(i int, det bool) int {
	k := i + 1
	if det {
		for n := 0; n < 3 && f.follows(k) && f.w[k].Has(definite) && !f.describing(k) && (f.w[k].Any(nisba) || f.relativeLike(k) || f.forceWord(k)) && (n == 0 || f.agrees(k)); n++ {
			k++
		}
		if k == i+1 {
			return i
		}
		return k
	}
	return f.genitive(i)
}

// forceWord reports whether token k is an adjective of armed forces.
func (f *finder) forceWord(k int) bool {
	switch f.wordAt(k) {
	case "الحر", "الثوري", "الجمهوري", "الشعبي", "الوطني", "المسلحه", "العام", "العامه":
		return true
	}
	return false
}

// troops is the end of «قوات التحالف», «القوات المسلحة السودانية»; troops of a
// nation or a government are no name.
func (f *finder) troops(i int, det bool) int {
	k := i + 1
	if !f.follows(k) {
		return i
	}
	if det {
		if f.wordAt(k) == "المسلحه" {
			if f.national(k + 1) {
				return k + 2
			}
			return k + 1
		}
		switch f.wordAt(k) {
		case "الجويه", "البريه", "البحريه":
			if f.national(k + 1) {
				return k + 2 // القوات الجوية القمرية
			}
		}
		return i
	}
	if f.wordAt(k) == "التحالف" || f.wordAt(k) == "الدفاع" && f.relativeLike(k+1) {
		k++
		if f.relativeLike(k) && !f.describing(k) {
			k++
		}
		return k
	}
	return i
}

// forceOf is the end of «سلاح الجو الروسي».
func (f *finder) forceOf(i int) int {
	k := i + 1
	if !f.follows(k) {
		return i
	}
	switch f.wordAt(k) {
	case "الجو", "البحريه", "الطيران", "المدرعات":
		if f.national(k + 1) {
			return k + 2
		}
		return k + 1
	}
	return i
}

// numbered is the end of a unit that is told by its number: «الكتيبة 103»,
// «الفيلق الخامس».
func (f *finder) numbered(i int) (int, bool) {
	h := &f.lex.Heads[f.w[i].Head-1]
	if h.Sector != "REB" && h.Sector != "MIL" || i+1 >= len(f.Tokens) || !f.joined(i+1) {
		return i, false
	}
	if t := f.Tokens[i+1]; t.Kind == arabic.Number && t.Gap == arabic.Space && len(t.Word) <= 3 {
		return i + 2, true
	}
	if h.ID == "firqa" || h.ID == "faylaq" || h.ID == "katiba" {
		if f.regnal(i+1) || f.follows(i+1) && arabicOrdinal(f.wordAt(i+1)) {
			return i + 2, true
		}
	}
	return i, false
}

// arabicOrdinal reports whether a word is an ordinal with the article.
func arabicOrdinal(word string) bool {
	switch word {
	case "الاولي", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه", "العاشره", "التاسع", "العاشر":
		return true
	}
	return false
}
