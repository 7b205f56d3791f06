package talks

import "strings"

// task reports whether token k is a noun for something that somebody may be asked to do: a noun of
// action that the lexicon knows, one of its shape, or one of the plain verbs («صرف», «رحيل») that only
// the words around it make sure.
func (r *reader) task(k int) bool {
	return r.action(k) || r.p.Mention(k) == nil && r.taskWord(k, r.stem(k))
}

// atTask reports whether token k is ب or ل with a task: «بمحاسبة المسؤولين», «لصرف الرواتب».
func (r *reader) atTask(k int) bool {
	if r.prefixed(k) && r.action(k) {
		return true
	}
	w := r.p.Word(k)
	if r.p.Mention(k) != nil || !strings.HasPrefix(w, "ب") && !strings.HasPrefix(w, "ل") {
		return false
	}
	if u := r.stem(k); u != w {
		return r.taskWord(k, u) // بالمحاسبة
	}
	return r.taskWord(k, w[2:])
}

// taskWord reports whether w, the word of token k without what is attached before it, is a task.
func (r *reader) taskWord(k int, w string) bool {
	if stems.Of(w)&stemTask != 0 {
		return true
	}
	switch w {
	case "اداره", "مناسبه", "تاريخ", "اتجاه", "مقاطعه", "محافظه", "مصادر", "تقرير", "تصريح", "ارتياح", "اهتمام", "اساس":
		return false // they have the shape alone
	}
	if !masdarShape(w) && !causing(w) || strings.HasSuffix(w, "يه") && !strings.HasPrefix(w, "ت") {
		return false
	}
	if strings.HasPrefix(w, "ا") && strings.Contains(r.p.Tokens[k].Span().In(r.p.Source), "أ") {
		return false // أطراف and أعمال are plurals
	}
	_, verb := r.finite(k)
	return !verb
}

// causing reports whether w has the pattern إفعال or استفعال of a weak verb: إقالة, استقالة.
func causing(w string) bool {
	return strings.HasPrefix(w, "ا") && strings.HasSuffix(w, "ه") && (len(w) == 10 && w[4:6] == "ا" || len(w) == 14 && strings.HasPrefix(w, "است") && w[8:10] == "ا")
}
