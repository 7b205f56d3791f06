package talks

import "strings"

// striver is who does what the word of asking at token i belongs to: the subject of the nearest verb
// before it in its sentence, «تسعى قمرستان لإقناع الجبهة ب…», «حملت الجبهة السلاح مطالبة ب…»; ""
// where that verb tells none.
func (r *reader) striver(i int) string {
	least := max(r.sentence(i).First, i-strives)
	for k := i - 1; k >= least; k-- {
		if _, verb := r.finite(k); !verb || r.p.Mention(k) != nil {
			continue
		}
		if list, _ := r.after(k, i); len(list) > 0 && list[0].at.first < i {
			return joinNames(list)
		}
		return joinNames(r.beforeVerb(k))
	}
	return ""
}

// strives is how many words before a word of asking the verb that it belongs to may stand.
const strives = 16

// isHal reports whether the word of asking at token i is a participle that tells in what way the
// subject of the verb before it acts: «حملت الجبهة السلاح مطالبة بالمشاركة».
func (r *reader) isHal(i int) bool {
	switch r.p.Word(i) {
	case "مطالبه", "مطالبين", "داعيه", "داعين", "مشترطه", "مشترطين", "مناشده", "مناشدين", "مشترطا":
	default:
		return false
	}
	k := i - 1
	return k > 0 && r.sayer(i) == nil && (r.p.Word(k) == "،" || r.isDefinite(k) || r.p.Mention(k) != nil) && !r.preposition(k)
}

// conditioned reports whether what token k begins is not asked for by the conditions at token i but
// bound to them: «شروط الجبهة للعودة إلى المحادثات».
func (r *reader) conditioned(i, k int) bool {
	st := strings.TrimPrefix(strings.TrimPrefix(r.stem(i), "ب"), "ل")
	return (strings.HasPrefix(st, "شروط") || st == "شرط" || st == "شرطا") && !strings.HasPrefix(r.p.Word(k), "ب")
}

// provision reports whether the verb of asking at token i tells what an agreement or plan provides
// for, before which its noun stands: «أحد الاتفاقين يدعو إلى …».
func (r *reader) provision(i int) bool {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if _, verb := r.finite(k); verb {
			return false
		}
		switch st := r.stem(k); {
		case strings.HasPrefix(st, "اتفاق"), st == "هدنه", st == "خطه", st == "سياسه", st == "وثيقه", st == "مسوده":
			return true
		}
	}
	return false
}

// setter is who set the conditions that are listed after token i, where a verb beside their noun
// there or shortly before tells: «قبلت الجبهة شروطا فرضتها الحكومة. والشروط هي …»; or who has
// them: «الحكومة لديها شروط أهمها …».
func (r *reader) setter(i int) string {
	switch r.p.Word(i - 1) {
	case "لديها", "لديه", "لديهم":
		if list := r.beforeVerb(i - 1); len(list) > 0 {
			return joinNames(list)
		}
	}
	for k := min(i+2, len(r.p.Tokens)-3); k >= 0 && k > i-setBefore; k-- {
		switch r.stem(k) {
		case "شروط", "شروطا", "مطالب":
		default:
			continue
		}
		verb := k + 1
		if r.relative(verb) {
			verb++
		}
		switch r.p.Word(verb) {
		case "فرضتها", "فرضها", "وضعتها", "وضعها", "طرحتها", "طرحها", "حددتها", "حددها", "قدمتها", "قدمها":
			if list, _ := r.after(verb, min(verb+12, len(r.p.Tokens))); len(list) > 0 {
				return joinNames(list)
			}
		}
	}
	return ""
}

// setBefore is how many words before a list of conditions who set them may be told.
const setBefore = 40
