package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// signers is the subject of the verb before c whose object is the paper or speech in which c
// says something: «وقعت الحكومة والحركة إعلانا تعهدتا فيه ب», «ألقى الوزير خطابا تعهد فيه ب».
func (r *reader) signers(c *cue) speaker {
	p := r.p
	switch p.Word(c.last) {
	case "فيه", "فيها", "خلاله", "خلالها", "بموجبه", "بموجبها":
	default:
		return speaker{}
	}
	if !c.finite() || c.Person != 3 || c.reading.Conj != 0 || c.verb.Class == "relay" || p.Mark(c.first-1) && !(r.is(c.first-1, isComma) && c.Tense == arabic.Present) || p.Has(c.first-1, page.Relative) {
		return speaker{}
	}
	if c.Count == arabic.Singular && !r.utterance(c.first-1) && !r.utterance(c.first-2) && !r.is(c.first-1, isComma) && !r.utteredTo(c) {
		return speaker{}
	}
	for k := c.first - 2; k >= r.sent.First && k > c.first-25; k-- {
		if p.Named(k) || p.Has(k-1, page.Relative) || !phrases.FiniteVerb(p, k) && !(r.is(k, isPast) && !r.is(k, isMasdar)) && !(k == r.sent.First && utters(p.Word(k))) {
			continue
		}
		if r.is(k+1, isAttached) { // «أن الحداد بعث برسالة»: the subject stands before its verb
			if !utters(p.Word(k)) || p.Mention(k-1) == nil {
				return speaker{}
			}
			return r.both(span{p.MentionFirst(k - 1), k}, c.Count)
		}
		from := r.subjectStart(k+1, c.first)
		np := span{from, phrases.Extent(p, from, phrases.Walk{Limit: c.first})}
		if np.empty() || np.last > c.first-1 || r.accusative(np.first) || !phrases.Animate(p, np.first) && !r.resolve(np).named {
			return speaker{}
		}
		if !utters(p.Word(k)) {
			return speaker{}
		}
		return r.both(r.withJoined(np, c.first), c.Count)
	}
	return speaker{}
}

// utters reports whether w (folded) is a verb of those who bring out a paper or speech.
func utters(w string) bool {
	for _, v := range [...]string{"اصدر", "القي", "القت", "وجه", "بعث", "ارسل", "وقع", "كتب", "نشر", "ابرم", "وزع", "اذاع", "عقد", "اجري", "اجر", "نظم", "ظهر", "اطل", "ادلي", "ادل"} {
		rest, ok := strings.CutPrefix(w, v)
		if !ok {
			rest, ok = strings.CutPrefix(strings.TrimPrefix(w, "و"), v) // «وأصدر», but «وجه»
		}
		if ok && (rest == "" || rest == "ت" || rest == "ا" || rest == "وا" || rest == "تا") {
			return true
		}
	}
	return false
}

// withJoined is np with the name or noun that و joins to it.
func (r *reader) withJoined(np span, lim int) span {
	p, e := r.p, np.last
	if e+1 >= lim || !r.is(e, hasConj) || !p.Named(e) && !phrases.Animate(p, e) {
		return np
	}
	if !p.Has(e, page.Definite) && !strings.HasPrefix(p.Word(e), "وال") || p.Named(e) {
		np.last = max(e+1, phrases.Extent(p, e, phrases.Walk{Limit: lim}))
		return np
	}
	for e++; e < lim && p.Has(e, page.Definite) && p.Has(e, page.Adjective); e++ {
	}
	np.last = e
	return np
}

// saysIn reports whether a verb of speech at token k tells what stands in the speech before it.
func (r *reader) saysIn(k int) bool {
	cs := r.cues(k)
	if len(cs) == 0 || !cs[0].finite() {
		return false
	}
	w := r.p.Word(k + 1)
	return w == "فيه" || w == "فيها"
}

// tellsWithin reports whether c only brings out the paper at k, in which a verb soon after tells
// what stands: «كتب رسالة إلى المجلس قال فيها», «أوردت الوكالة بيانا جاء فيه أن».
func (r *reader) tellsWithin(c *cue, k int) bool {
	switch c.verb.Past {
	case "كتب", "نشر", "أورد", "أصدر", "أرسل", "بعث", "وجه", "بث", "أذاع", "ألقى", "أدلى":
	default:
		return false
	}
	for j := k + 1; j+1 < r.sent.Last && j < k+14; j++ {
		if r.p.Has(j, page.Speech) && r.saysIn(j) {
			return true
		}
	}
	return false
}

// paperBefore is the noun for a paper that ends right before token k and of which c says what
// stands in it with a clause of its own: «حصلت على وثيقة تفيد بأن»; k where there is none.
func (r *reader) paperBefore(c *cue, k int) int {
	p := r.p
	if c.Tense != arabic.Present || c.reading.Cut != 0 || c.Count != arabic.Singular || !r.clauseMark(c.last) && !(r.p.Has(c.last, page.Preposition) && r.clauseMark(c.last+1)) {
		return k
	}
	switch c.verb.Class {
	case "say", "relay", "warn", "expect", "claim":
	default:
		return k
	}
	for j := k - 1; j > r.sent.First && j > k-4; j-- {
		switch strings.TrimPrefix(strings.TrimPrefix(p.Word(j), "ب"), "ل") {
		case "تقرير", "تقريرا", "وثيقه", "دراسه", "مذكره", "رساله", "بيان", "بيانا", "تقديرات", "معلومات":
			if c.Feminine == (feminineNoun(p.Word(j)) || strings.HasSuffix(p.Word(j), "ات")) {
				return j
			}
			return k
		}
		if !p.Has(j, page.Adjective) || p.Has(j, page.Definite) || r.is(j, isAttached) {
			return k
		}
	}
	return k
}

// utterance reports whether token k is an indefinite noun for words said or written.
func (r *reader) utterance(k int) bool {
	return k > r.sent.First && (r.accusative(k) || (r.p.Has(k, page.Venue) || paper(r.p.Word(k))) && !r.p.Has(k, page.Definite))
}

// utteredTo reports whether before c, which tells what stands in it, there is a noun for words
// with whom they are for: «برسالة إلى المجلس يطالب فيها», «كلمة أمام المجلس دعا فيها».
func (r *reader) utteredTo(c *cue) bool {
	p := r.p
	for j := c.first - 1; j > max(r.sent.First, c.first-10) && !p.Mark(j) && !phrases.FiniteVerb(p, j); j-- {
		if (r.utterance(j) || paper(strings.TrimPrefix(p.Word(j), "ب"))) && !p.Named(j) && (j == c.first-1 || p.Has(j+1, page.Preposition) || r.is(j+1, isAttached)) {
			return strings.HasSuffix(p.Word(j), "ه") == strings.HasSuffix(p.Word(c.last), "ها")
		}
	}
	return false
}

// paper reports whether w (folded) is a noun for what is sent with words in it.
func paper(w string) bool {
	switch w {
	case "رساله", "مذكره", "برقيه", "شكوي", "عريضه", "كلمه", "بيان", "خطاب", "نداء", "التماس", "كتاب", "مقطع", "شريط", "تسجيل":
		return true
	}
	return false
}

// both is who a phrase names, nobody where count asks for several and it names one man.
func (r *reader) both(np span, count arabic.Count) speaker {
	s := r.settle(np)
	if count != arabic.Singular && s.kind == "person" {
		return speaker{}
	}
	if m := r.p.Mention(np.first); count != arabic.Singular && s.kind == "country" && m != nil && m.Type == fact.Location && r.p.TokenAt(m.End-1)+1 < np.last {
		s.name, s.kind, s.actor = r.p.Words(np.first, np.last), "group", ""
	}
	return s
}
