package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// What a paper lays down binds those who signed it: «ينص الاتفاق على فتح المعابر», «تقضي المذكرة
// بتشكيل لجنة».

// paper reports whether token k names what binds those who signed it: an agreement, a truce, an
// understanding, a memorandum.
func (r *reader) paper(k int) bool {
	switch r.class(k) {
	case lexicon.TalkBind, lexicon.TalkTruce:
		return true
	}
	switch r.stem(k) {
	case "تفاهم", "تفاهمات", "مذكره", "وثيقه", "صفقه", "بروتوكول", "ميثاق", "تسويه":
		return true
	}
	return false
}

// paperBinds reads what the paper that token i names lays down: «ينص البند الثالث على فتح المعابر», «وقعا
// مذكرة تفاهم تنص على تبادل الأسرى».
func (r *reader) paperBinds(i, lim int) bool {
	if w := r.stem(i); w == "بند" || w == "ماده" { // المادة الخامسة من الاتفاق, and of no law
		k := i + 1
		for k < i+4 && r.p.Word(k) != "من" {
			k++
		}
		if r.p.Word(k) == "من" && !r.paper(k+1) {
			return false
		}
	}
	if r.has(i-1, stemProvides) && !r.aimedAt(i) {
		return r.provides(i)
	}
	if !r.isDefinite(i) && !r.closed(i) {
		return false
	}
	for k := i + 1; k < lim && k < i+5 && !r.p.Mark(k); k++ {
		if r.has(k, stemProvides) {
			return r.laidBy(i, k)
		}
	}
	return false
}

// furtherProvides reads what the paper that token i names is told to lay down by a verb further on, where
// nothing stands between that may be meant instead: «توصلا إلى اتفاق في ندى، {نص} على وقف القتال», «هدنة
// مدتها شهر، {تشمل} وقف الغارات», «الاتفاق يسري فورا {ويقضي} بفتح المعابر».
func (r *reader) furtherProvides(i, lim int) bool {
	if !r.paper(i) || !r.isDefinite(i) && r.aimedAt(i) {
		return false
	}
	from := r.word(i).last
	for k := max(from, i+1); k < lim && k < i+provideReach; k++ {
		if r.stops(k) || r.opens(k) || r.paper(k) && !r.p.Mark(k-1) {
			return false
		}
		w := trimWaw(r.p.Word(k))
		if !r.has(k, stemProvides) && !contains(w) {
			continue
		}
		if joined := w != r.p.Word(k); !joined && !r.relative(k-1) && r.p.Word(k-1) != "،" || r.denied(k) || r.subjunctive(k) || !r.sameGender(i, w) {
			return false
		}
		if !contains(w) {
			return r.laidBy(i, k) && r.laysTerms(i)
		}
		if n := k + 1; n < lim && !r.prefixed(n) && (r.task(n) || masdarShape(r.stem(n))) {
			r.bindParts(bind{by: r.makers(i), content: span{n, r.contentEnd(n, lim)}, status: "made", rule: ruleAgreement}, true)
			return r.laysTerms(i)
		}
		return false
	}
	return false
}

// renewed reads that sides renew what they had agreed on, with the verb at token i: «جددت الحكومة والحركة اتفاق
// الوادي ثلاثة أشهر», and not «جددت الحكومة دعوتها».
func (r *reader) renewed(i, lim int) bool {
	if t, verb := r.finite(i); !verb || t != arabic.Past || r.noDeed(i) {
		return false
	}
	list, k := r.after(i, lim)
	if len(list) == 0 || k >= lim || r.p.Has(k, page.Suffixed) || r.prefixed(k) {
		return false
	}
	if declares := r.stem(k) == "اعلان" && r.p.Mention(k+1) != nil; !declares && (!r.paper(k) || r.class(k) == lexicon.TalkTruce) {
		return false
	}
	r.bindTo(bind{by: joinNames(list), content: span{i, r.contentEnd(i, lim)}, status: "made", rule: ruleAgreement})
	return true
}

// explains reports whether the statement s goes on to tell what an agreement lays down, of which its speaker
// has just told something: «قال الوسيط إن الاتفاق يقضي بوقف القصف. {وأضاف أن على المقاتلين ترك المدينة}».
func (r *reader) explains(s *statement) bool {
	switch trimWaw(r.p.Word(max(0, s.cue.first))) {
	case "اضاف", "اضافت", "تابع", "تابعت", "اوضح", "اوضحت", "مضيفا", "مضيفه", "موضحا", "موضحه":
	default:
		return false
	}
	if first := r.p.Word(s.content.first); s.at == 0 || first != "علي" && !r.must(s.content.first) {
		return false
	}
	o := &r.said[s.at-1]
	if o.Name != s.Name || r.sentenceOf(s.content.first) > r.sentenceOf(o.content.first)+1 {
		return false
	}
	for k := o.content.first; k < o.content.last && k < o.content.first+provideReach; k++ {
		if r.has(k, stemProvides) || contains(r.p.Word(k)) {
			for j := k - 1; j >= o.content.first; j-- {
				if r.paper(j) {
					return r.isDefinite(j)
				}
			}
		}
	}
	return false
}

// termsToo reads what who explains an agreement says that somebody has to do under it.
func (r *reader) termsToo(s *statement) {
	if !r.explains(s) {
		return
	}
	for _, part := range r.clauses(s.content) {
		todo, _ := r.toDo(part)
		for k := part.first + 1; todo.first == part.first && k < part.last && k < part.first+8; k++ {
			if r.task(k) && !r.isDefinite(k) && !r.prefixed(k) { // على الغرباء ترك المدينة
				todo.first = k
			}
		}
		if todo.first > part.first {
			r.bindTo(bind{by: r.signers(part.first), content: todo, status: "made", rule: ruleAgreement})
		}
	}
}

// laysTerms notes of the truce named at token i that its terms are told, which bind and not its name.
func (r *reader) laysTerms(i int) bool {
	for n := range r.truces {
		if t := &r.truces[n]; t.at == i {
			t.terms = true
		}
	}
	return true
}

// provideReach is how many words after a paper the verb may stand that tells what it lays down.
const provideReach = 20

// sameGender reports whether the verb w may have the paper named at token i as its subject.
func (r *reader) sameGender(i int, w string) bool {
	feminine := strings.HasSuffix(r.stem(i), "ه")
	switch {
	case strings.HasPrefix(w, "ي"):
		return !feminine
	case w == "تضمن", w == "نص", w == "قضي", w == "شمل":
		return !feminine
	}
	return feminine // تنص، نصت
}

// laidBy reads what the paper named at token i lays down by the verb at token k.
func (r *reader) laidBy(i, k int) bool {
	return r.bindProvision(k, i, r.makers)
}

// bindProvision notes what is laid down after the verb or paper at token at: by whom it is to be done, else by
// those who made the paper named at token i. It reports whether anything is to be done.
func (r *reader) bindProvision(at, i int, made func(int) string) bool {
	lim := r.sentence(i).Last
	start, ok := r.laidDownAt(at, lim)
	if !ok {
		return false
	}
	by := r.provided(start, lim)
	if by == "" {
		by = made(i)
	}
	r.bindParts(bind{by: by, content: span{start, r.contentEnd(start, lim)}, status: "made", rule: ruleAgreement}, true)
	return true
}

// makers are those who made the paper named at token i: the sides of the truce that is told there, the
// subject of the verb by which an agreement without an article is made, else whose agreement was told last.
func (r *reader) makers(i int) string {
	for n := range r.truces {
		if t := &r.truces[n]; t.at >= i && t.at < r.word(i).last+2 && len(t.parties) > 0 && t.parties[0].kind != 'p' {
			return joinNames(t.parties)
		}
	}
	if !r.isDefinite(i) && r.closed(i) {
		if by := r.agreeing(i); by != "" {
			return by
		}
	}
	return r.signers(i)
}

// provides reads what the agreement named at token i, after a verb of laying down, says is to be done.
func (r *reader) provides(i int) bool {
	return r.bindProvision(i, i, r.signers)
}

// laidDownAt is the token with which what is laid down after the verb or paper at token i begins; ok is
// false where it is nothing that is to be done.
func (r *reader) laidDownAt(i, lim int) (start int, ok bool) {
	p := r.p
	for k := i + 1; k < lim && k < i+10; k++ {
		w := p.Word(k)
		if r.stops(k) || w == "،" || r.opens(k) && w != "بان" {
			return 0, false
		}
		start := k
		switch {
		case w == "علي":
			start++
			if r.quoteMark(start) {
				start++
			}
			if p.Word(start) == "ان" {
				start++
			}
		case w == "بان" || w == "ب":
			start++
		case !strings.HasPrefix(w, "ب") || !r.prefixed(k):
			continue
		}
		_, verb := r.finite(start)
		return start, verb || r.action(start) || masdarShape(r.stem(start)) || r.class(start) == lexicon.TalkTruce // نص على هدنة
	}
	return 0, false
}

// provided is who is to do what an agreement lays down from token k on: the subject of the verb,
// «بأن تفرج الجبهة عن الأسرى», or of a noun of action that takes no object, «على انسحاب الجبهة من
// الميناء»; "" where nobody is named.
func (r *reader) provided(k, lim int) string {
	switch t, verb := r.finite(k); {
	case verb && t == arabic.Present:
		if w := r.p.Word(k); w == "يكون" || w == "تكون" {
			return ""
		}
	default:
		switch strings.TrimPrefix(r.stem(k), "ب") {
		case "افراج", "انسحاب", "توقف", "امتناع", "تخلي", "التزام", "عوده":
		default:
			return ""
		}
	}
	if list, _ := r.parties(k+1, min(lim, k+12)); len(list) > 0 && list[0].at.first <= k+2 && r.stem(list[0].at.first) != "قوات" {
		return joinNames(list)
	}
	return ""
}

// signers are those who made the agreement named at token i, which lays down something: the two whom
// «بين» joins after it, or those of the agreement told last, or the sides of the talks.
func (r *reader) signers(i int) string {
	for k := i + 1; k < i+6; k++ {
		if r.p.Word(k) == "بين" {
			if list, _ := r.parties(k+1, min(k+14, r.sentence(i).Last)); len(list) > 1 {
				return joinNames(list)
			}
		}
	}
	if by := r.agreedLast(i); by != "" {
		return by
	}
	return joinNames(r.sidesTold(i))
}

// twoSigners are the two persons who signed together last before the dual of persons at token i, nil for none:
// «وقع سالم ونادر وثيقة … وسبق {للزعيمين} أن تعهدا».
func (r *reader) twoSigners(i int) []party {
	if officeOfTwo(r.stem(i)) == "" {
		return nil
	}
	for n := len(r.met) - 1; n >= 0 && n >= len(r.met)-mostAlike; n-- {
		m := &r.met[n]
		if m.rule != ruleSigning || m.at >= i || m.at < i-sidesBack {
			continue
		}
		var two []party
		for k := range m.parts {
			if q := &m.parts[k]; q.kind == 'p' && q.role == "party" {
				two = append(two, q.party)
			}
		}
		if len(two) == 2 {
			return two
		}
	}
	return nil
}

// agreedBack is how many commitments back the agreement is looked for that a provision is of.
const agreedBack = 100

// agreedLast are the sides of the agreement told last before token i, "" where none is.
func (r *reader) agreedLast(i int) string {
	for n := len(r.binds) - 1; n >= max(0, len(r.binds)-agreedBack); n-- {
		if b := &r.binds[n]; b.rule == ruleAgreement && strings.Contains(b.by, " و") && b.content.first < i {
			return b.by
		}
	}
	return ""
}
