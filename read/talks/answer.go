package talks

import (
	"slices"
	"sort"
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// window is how many sentences before and after a demand its answer is looked
// for.
const window = 3

// answers finds what became of each demand: refused or granted by the side it
// was made of, near it and in its words.
func (r *reader) answers() {
	r.granted()
	list := r.repliesNear()
	for k := range r.wants {
		d := &r.wants[k]
		here := r.sentenceOf(d.content.first)
		from := r.p.Sentences[max(0, here-1)].First
		upto := r.p.Sentences[min(here+window, len(r.p.Sentences)-1)].Last
		list := list[sort.Search(len(list), func(n int) bool { return list[n].at >= from }):]
		list = list[:sort.Search(len(list), func(n int) bool { return list[n].at >= upto })]
		after := sort.Search(len(list), func(n int) bool { return list[n].at >= d.content.first })
		for n := range list { // those after it first
			if r.answer(d, &list[(after+n)%len(list)], here) {
				break
			}
		}
	}
}

// answer gives a demand of sentence here the answer of a reply, and tells whether it is one to it.
func (r *reader) answer(d *demand, a *reply, here int) bool {
	if d.content.has(a.at) || d.answer != "none" {
		return false
	}
	there := r.sentenceOf(a.at)
	if a.by != "" && a.by == d.by || there == here && a.at > d.content.first && r.goesOnFrom(a.at) {
		return false // «يصر الوفد على الانسحاب الكامل ويرفض التجميد»
	}
	keys := a.keys
	if c := d.content.first; a.at < c && c < a.at+replyReach && !r.repliesTo(a.at, c) {
		keys = r.keys(span{a.at + 1, d.content.first}) // what is asked does not answer itself
	}
	n, least := sharedKeys(d.keys, keys)
	if n == 1 && sharesPaper(d.keys, keys) {
		n = 0 // who will not sign an agreement has not refused whatever else is asked about one
	}
	near := there == here || there == here+1
	toIt := a.by != "" && d.of != "" && (a.by == d.of || within(fields(arabic.Fold(d.of)), fields(arabic.Fold(a.by))) || within(fields(arabic.Fold(a.by)), fields(arabic.Fold(d.of))))
	if (n < 2 || 3*n < least && !toIt) && !(n == 1 && (toIt || len(d.keys) <= 3)) && !(near && (r.answersThat(a.at) || d.rule == ruleWish && r.answersProposal(a.at))) {
		return false
	}
	d.answer = "accepted"
	if a.no {
		d.answer = "rejected"
	}
	return true
}

// sharesPaper reports whether an agreement is what both keys name.
func sharesPaper(a, b []key) bool {
	paper := func(k key) bool { return strings.HasPrefix(k.word, "اتفاق") }
	return slices.ContainsFunc(a, paper) && slices.ContainsFunc(b, paper)
}

// shared gives a demand to stop something the answer to another one to stop the same:
// «وقف الاستيطان» and «تجميد الاستيطان».
func (r *reader) shared() {
	for k := range r.wants[:min(len(r.wants), mostEchoes)] {
		d := &r.wants[k]
		if d.answer != "none" || !ceases(r.stem(d.content.first)) {
			continue
		}
		for n := range r.wants[:min(len(r.wants), mostEchoes)] {
			o := &r.wants[n]
			if o.answer == "none" || !ceases(r.stem(o.content.first)) || o.by != "" && o.by == d.of {
				continue
			}
			if both, _ := sharedKeys(d.keys[1:], o.keys[1:]); both > 0 {
				d.answer = o.answer
				break
			}
		}
	}
}

// ceases reports whether w (a stem) is a noun for putting an end to something.
func ceases(w string) bool {
	switch strings.TrimPrefix(w, "ب") {
	case "وقف", "تجميد", "توقف", "تعليق", "انهاء", "وقفا", "تجميدا":
		return true
	}
	return false
}

// granted answers the conditions that the article lists by what it says of them as a
// whole: «قبلت الجبهة الشروط»، «وافقت على الشروط الستة»، «رفضت شروط …».
func (r *reader) granted() {
	if !slices.ContainsFunc(r.wants, func(d demand) bool { return d.rule == ruleCondition }) {
		return
	}
	for i := range r.bits {
		if !r.has(i, wordRejects|wordGrants) || !r.p.Body(i) {
			continue
		}
		if _, ok := r.replies(i); !ok {
			continue
		}
		for k := i + 1; k < i+6 && !r.stops(k); k++ {
			if w := r.stem(k); w != "شروط" && w != "شروطا" {
				continue
			}
			answer := "accepted"
			if r.has(i, wordRejects) || r.p.Has(i-1, page.Negation) || r.p.Word(i-1) == "عدم" {
				answer = "rejected"
			}
			by, owner := r.replier(i), r.ownerAfter(k+1)
			for n := range r.wants {
				if d := &r.wants[n]; d.rule == ruleCondition && d.answer == "none" && d.by != by && (owner == "" || d.by == "" || owner == d.by) {
					d.answer = answer
				}
			}
			return
		}
	}
}

// ownerAfter is whose conditions they are that token k tells after the noun: «شروط
// الجبهة», «الشروط النورانية»; "" where it tells nobody.
func (r *reader) ownerAfter(k int) string {
	if m := r.p.Mention(k); m != nil {
		return m.Name
	}
	if _, s, ok := r.p.Find(k, lexicon.NisbaWord, nil); ok {
		return r.p.Lex.States[s.Entry].Name
	}
	return ""
}

// reply is a word that refuses or grants, with who does and what.
type reply struct {
	at   int
	no   bool
	by   string
	keys []key
}

// replyReach is how many words after a reply may tell what it answers.
const replyReach = 25

// objectReach is how many words after a reply what it refuses or grants may begin, as its object: «رفض
// الوزير {تجميد البناء}».
const objectReach = 4

// repliesTo reports whether what token c begins is the object of the reply at token i.
func (r *reader) repliesTo(i, c int) bool {
	for k := i + 1; k < c; k++ {
		if r.p.Mark(k) && !r.quoteMark(k) {
			return false
		}
	}
	return c <= i+objectReach
}

// repliesNear are the replies in the sentences around demands.
func (r *reader) repliesNear() []reply {
	p := r.p
	near := make([]bool, len(p.Sentences))
	for _, d := range r.wants {
		here := r.sentenceOf(d.content.first)
		for n := max(0, here-1); n <= here+window && n < len(near); n++ {
			near[n] = true
		}
	}
	var list []reply
	for n, s := range p.Sentences {
		if !near[n] || !p.Body(s.First) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if !r.has(i, wordRejects|wordGrants) || r.supposed(i) {
				continue
			}
			if no, ok := r.replies(i); ok {
				list = append(list, reply{at: i, no: no, by: r.replier(i), keys: r.keys(span{i + 1, min(s.Last, i+replyReach)})})
			}
		}
	}
	return list
}

// replies reports whether the word at token i refuses or grants something.
func (r *reader) replies(i int) (no, ok bool) {
	switch {
	case r.has(i, wordRejects):
		return true, !r.denied(i)
	case r.has(i, wordGrants) && trimWaw(r.p.Word(i-1)) == "لم":
		return true, true
	case r.has(i, wordGrants) && jussive(r.stem(i)):
		return false, false
	case r.has(i, wordGrants):
		return false, r.p.Word(i) != "قبل" || r.verbQabil(i)
	}
	return false, false
}

// supposed reports whether the reply at token i is only thought of: «في حال رفضها».
func (r *reader) supposed(i int) bool {
	switch r.p.Word(i - 1) {
	case "حال", "حاله", "اذا", "لو", "احتمال", "امكانيه":
		return true
	}
	return false
}

// verbQabil tells «قبل الحوثيون» (accepted) from «قبل يوم» (before).
func (r *reader) verbQabil(i int) bool {
	list, _ := r.parties(i+1, min(i+6, len(r.p.Tokens)))
	return len(list) > 0 && i > 0 && (r.p.Word(i-1) == "ان" || r.p.Word(i-1) == "قد" || r.p.Mark(i-1))
}

// replier is the side that refuses or grants with the word at token i.
func (r *reader) replier(i int) string {
	if list, _ := r.parties(i+1, min(i+10, len(r.p.Tokens))); len(list) > 0 {
		return list[0].name
	}
	if list := r.beforeVerb(i); len(list) > 0 {
		return list[0].name
	}
	return r.speakerAt(i)
}

// demandNoun reports whether w (a stem) is a noun for what a side asks for, with
// the side after it: استجاب لمطلب الجبهة بفتح المعابر.
func demandNoun(w string) bool {
	switch w {
	case "مطلب", "لمطلب", "بمطلب", "مطالب", "لمطالب", "بمطالب":
		return true
	}
	return false
}

// answersThat reports whether «ذلك» or «هذا المطلب» soon after the reply at token i
// points back to what was asked.
func (r *reader) answersThat(i int) bool {
	if w := r.p.Word(i); strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ها") || r.p.Word(i+1) == "له" || r.p.Word(i+1) == "عليه" {
		switch r.p.Word(i - 1) {
		case "ما": // وهو ما رفضته الحكومة
			return trimWaw(r.p.Word(i-2)) == "هو"
		case "الذي": // الأمر الذي رفضته
			return r.p.Word(i-2) == "الامر"
		}
	}
	for k := i + 1; k < i+13 && k+1 < len(r.p.Tokens) && !r.stops(k); k++ { // رفض ممثل الحكومة هذه الدعوة
		if w := r.p.Word(k); w == "هذا" || w == "هذه" {
			switch r.stem(k + 1) {
			case "دعوه", "طلب", "مطلب", "مطالب", "اقتراح", "مقترح", "شروط", "شرط":
				return true
			}
		}
	}
	if strings.HasPrefix(r.stem(i), "مرفوض") { // هذا المطلب مرفوض
		for k := i - 1; k >= 0 && k > i-4; k-- {
			switch r.stem(k) {
			case "دعوه", "طلب", "مطلب", "مطالب", "اقتراح", "مقترح", "شروط", "شرط":
				return r.isDefinite(k)
			}
		}
	}
	for k := i + 1; k < i+5 && k < len(r.p.Tokens); k++ {
		switch w := r.p.Word(k); strings.TrimPrefix(strings.TrimPrefix(w, "ل"), "ب") {
		case "مطلب", "مطالب", "شروط", "شروطا", "ذلك", "الطلب", "المطلب", "المطالب", "الشروط", "شروطنا", "الشرط":
			return true
		}
	}
	return false
}

// asker is who asks with the word at token i: the subject before a verb, the
// genitive after a noun, else who speaks.
func (r *reader) asker(i int, t arabic.Tense) string {
	if w := r.p.Word(i); strings.HasSuffix(w, "ا") && (t == arabic.Participle || strings.HasPrefix(w, "م")) { // قال سالم …، مطالبا
		for k := i + 2; k >= r.sentence(i).First; k-- {
			if s := r.sayer(k); s != nil && (k <= i || s.content.first > i) {
				return s.Name
			}
		}
	}
	if list := r.beforeVerb(i); len(list) > 0 {
		return list[0].name
	}
	if (t == arabic.Past || t == arabic.Present) && r.provision(i) {
		return "" // «أحد الاتفاقين يدعو إلى …»
	}
	if t != arabic.Past && t != arabic.Present || r.speakerAt(i) == "" {
		if list, _ := r.parties(i+1, min(i+8, len(r.p.Tokens))); len(list) > 0 && r.p.Word(i+1) != "من" {
			return list[0].name
		}
	}
	return r.speakerAt(i)
}

// goesOnFrom reports whether the verb at token i goes on from the one before it with no subject of
// its own: «يصر الوفد على الانسحاب ويرفض التجميد».
func (r *reader) goesOnFrom(i int) bool {
	t, verb := r.finite(i)
	if !verb || t != arabic.Present || !strings.HasPrefix(r.p.Word(i), "و") {
		return false
	}
	list, _ := r.parties(i+1, min(i+8, len(r.p.Tokens)))
	return len(list) == 0
}

// answersProposal reports whether what the reply at token i answers is what was proposed.
func (r *reader) answersProposal(i int) bool {
	for k := i + 1; k < i+5 && k < len(r.p.Tokens); k++ {
		switch r.stem(k) {
		case "مقترح", "اقتراح", "عرض", "خطه":
			return r.isDefinite(k)
		}
	}
	return false
}

// jussive reports whether w (a stem) is a verb of granting as it stands after لم.
func jussive(w string) bool {
	switch w {
	case "يوافق", "توافق", "يوافقوا", "يستجب", "تستجب", "يستجيبوا":
		return true
	}
	return false
}
