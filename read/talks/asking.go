package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// asking is a word of asking with what is read of it.
type asking struct {
	at    int
	tense arabic.Tense
	claim bool   // a noun for what is asked and not for asking it: مطلب
	whose string // who stands after it: they ask or are asked
}

// asked reads a noun or participle of asking that opened no statement: «مطالبين
// ب…»، «دعوته ل…»، «طلب … ب…».
func (r *reader) asked(i int) bool {
	p := r.p
	if asksPassively(r.stem(i)) {
		return r.bidden(i)
	}
	if w := r.stem(i); w == "مهله" || w == "انذار" || w == "انذارا" {
		return r.givenTime(i)
	}
	a, ok := r.asking(i)
	if !ok {
		return false
	}
	lim := min(i+9, r.sentence(i).Last)
	for k := i + 1; k < lim; k++ {
		if r.endsAsking(i, k) {
			return false
		}
		if start := r.taskAsked(&a, k, lim); start > 0 {
			if r.quoteMark(start) {
				start++
			}
			if r.stipulates(i) && strings.HasPrefix(p.Word(k), "ل") && r.prefixed(k) {
				continue // اشترطت للعودة إلى المحادثات رفع الحصار
			}
			return !r.conditioned(i, k) && r.wantsOf(&a, span{start, lim})
		}
		if q, ok := r.adjectiveSide(k); ok && a.claim && k == i+1 { // المطالب الزهرستانية ب…
			a.whose = q.name
			continue
		}
		if list, next := r.parties(k, r.termsEnd(k, lim)); len(list) > 0 && next > k && p.Word(k) != "من" {
			a.whose = list[0].name
			k = next - 1
		}
	}
	return false
}

// asking is the word of asking at token i, where it stands for asking: not in a name or comparison, for
// an invitation, or for what is agreed on already.
func (r *reader) asking(i int) (asking, bool) {
	rd, s, ok := r.speechWord(i, "demand")
	claim := demandNoun(r.stem(i))
	if !ok || r.p.Lex.Speech[s.Entry].ID == setsConditions || r.settled(i) || r.isCue(i) && !claim || r.p.Mention(i) != nil || rd.Prep == 'k' || r.invites(i) || r.notAsked(i) {
		return asking{}, false
	}
	return asking{at: i, tense: s.Tense, claim: claim}, true
}

// endsAsking reports whether with token k the clause of the word of asking at token i is over before
// anything is asked for.
func (r *reader) endsAsking(i, k int) bool {
	w := r.p.Word(k)
	if r.stops(k) || w == "،" || r.opens(k) && w != "ان" || w == "موعد" || w == "موعدا" {
		return true // طلب موعدا للقاء السفير
	}
	if _, verb := r.finite(k); verb && !r.action(k) {
		return true
	}
	return k > i+1 && r.p.Word(k-1) != "الي" && w == "ان"
}

// taskAsked is the token with which what a asks for begins, where token k or a preposition there
// opens it; 0 where it does not.
func (r *reader) taskAsked(a *asking, k, lim int) int {
	w, next := r.p.Word(k), k+1
	switch {
	case w == "ب" || w == "بـ":
		return next
	case r.objectAsked(a, k), r.atTask(k), a.tense == arabic.Past && k > a.at+1 && r.accusative(k):
		return k
	case (w == "الي" || w == "علي") && !r.stipulates(a.at) && next < lim && r.task(next) && r.p.Mention(next) == nil:
		return next
	case w == "في" && a.claim && r.task(next): // مطلبه المتمثل في …
		return next
	}
	return 0
}

// objectAsked reports whether token k is what a asks for without a preposition: «اشترطت الجبهة رفع
// الحصار», «طلب الجبهة فتح الممر».
func (r *reader) objectAsked(a *asking, k int) bool {
	if k <= a.at+1 {
		return false
	}
	after := r.stipulates(a.at) && (r.isDefinite(k-1) || r.p.Has(k-1, page.Suffixed) || r.p.Mention(k-1) != nil)
	return (after || a.whose != "" && r.takesObject(a.at)) && r.task(k) && !r.prefixed(k) && !r.preposition(k-1)
}

// wantsOf notes what a asks for with s, unless the words only tell of it: what somebody insists on doing
// himself, or of whose asking something is said.
func (r *reader) wantsOf(a *asking, s span) bool {
	i := a.at
	if strings.HasSuffix(r.stem(s.first), "ضغوط") || insisting(r.stem(i)) && r.owns(s) {
		return false
	}
	if r.copula(s.first+1) || r.copula(s.first+2) {
		return false // طلبه للهدنة كان …: who asks is told about
	}
	d := demand{content: span{s.first, r.contentEnd(s.first, len(r.p.Tokens))}, rule: ruleAsking}
	r.whoAsks(&d, a)
	if sayer := r.sayer(i); sayer != nil && d.by == sayer.Name && r.carriesNews(sayer) {
		return false
	}
	r.want(d)
	return true
}

// whoAsks writes into d who asks with the word a, who is asked and what he answered: who stands
// after the word is the one or the other by what the word is and what stands before it.
func (r *reader) whoAsks(d *demand, a *asking) {
	i, w, masdar := a.at, r.stem(a.at), a.tense == arabic.Masdar
	d.by, d.of = r.asker(i, a.tense), a.whose
	answer, told := r.answered(i)
	d.answer = answer
	asked, suffers := r.undergoes(i)
	switch {
	case suffers:
		d.by, d.of = r.presser(i, d.content.first), asked
	case d.of != "" && finiteTense(a.tense) && r.p.Has(i-1, page.Relative) && r.suffersAfter(i):
		d.by = r.bodyTold(i - 1) // قرار المجلس الذي يلزم الحركة ب…
	case d.of != "" && (a.claim || insisting(w) && masdar || told && request(w)):
		d.by, d.of = d.of, "" // the answerer stands before the noun
	case told && (a.claim || request(w)):
		d.by = "" // «استجابت الحركة لدعوة المبعوث إلى …»
	case r.isHal(i):
		d.by = r.striver(i)
	case d.of != "" && request(w) && r.blamed(i):
		d.by, d.of = d.of, "" // انتقد الوزير دعوة الجبهة إلى مقاطعة الانتخابات
	case d.of == "" && masdar && r.isDefinite(i) && r.sayer(i) != nil:
		d.by = "" // قال إن المطالبة برحيل الحاكم غير مقبولة
	case d.of != "" && r.p.Word(i+1) == "من" && r.takesObject(i) && strings.HasSuffix(r.p.Word(i), "ا"):
		d.by, d.of = d.of, "" // طلبا من الحركة لفتح ممر
	case d.by != d.of || d.by == "":
	case finiteTense(a.tense):
		d.of = "" // طالبت المعارضة ب…
	default:
		if d.by = ""; !request(w) {
			d.by = r.striver(i)
		}
		if d.by == "" {
			d.by = r.speakerAt(i)
		}
	}
}

// suffersAfter reports whether who stands right after the verb of asking at token i is asked and
// does not ask: ألزم always has an object, and «الحوثيين» is one by its ending.
func (r *reader) suffersAfter(i int) bool {
	switch r.stem(i) {
	case "يلزم", "تلزم", "الزم", "الزمت":
		return true
	}
	return strings.HasSuffix(r.p.Word(i+1), "ين") && r.isDefinite(i+1)
}

// bodyTold is the body named last in the words before the relative pronoun at token k, which it
// tells of: «قرار مجلس الأمن 2216 الذي»; "" for none.
func (r *reader) bodyTold(k int) string {
	for j := k - 1; j >= r.sentence(k).First && j > k-9 && !r.stops(j); j-- {
		if m := r.p.Mention(j); m != nil && m.Type == fact.Organisation {
			return m.Name
		}
	}
	return ""
}

// setsConditions is the verb that asks only with a word for conditions after it, which
// are read by that word: وضع شروطا.
const setsConditions = "wada-a-said"

// request reports whether w (a stem) is a noun for asking whose genitive asks.
func request(w string) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(w, "ل"), "ب") {
	case "دعوه", "دعوات", "طلب", "طلبا", "نداء", "نداءات", "مناشده":
		return true
	}
	return false
}

// stipulates reports whether token i is a verb or participle of making something a condition, after
// which ل tells for what: «اشترطت الجبهة {للعودة} رفع الحصار».
func (r *reader) stipulates(i int) bool {
	return strings.Contains(r.stem(i), "شترط")
}

// takesObject reports whether token i is a noun of asking that what is asked follows without a
// preposition: «طلب الجبهة فتح الممر».
func (r *reader) takesObject(i int) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(r.stem(i), "ل"), "ب") {
	case "طلب", "مطلب", "طلبا", "مطلبا":
		return true
	}
	return false
}

// answered is the answer that a verb of refusing or granting before the word of asking at
// token i gives, so that who stands after it asks: «رفض القائد دعوة الوسطاء إلى التفاوض».
func (r *reader) answered(i int) (answer string, ok bool) {
	if _, verb := r.finite(i); verb && !request(r.stem(i)) {
		return "", false
	}
	reach := 6
	if demandNoun(r.stem(i)) || request(r.stem(i)) {
		reach = 10 // «رفضت الحكومة الجديدة برئاسة سالم مطلب الجبهة»
	}
	for k := i - 1; k >= r.sentence(i).First && k > i-reach; k-- {
		if no, replies := r.replies(k); replies && !r.supposed(k) || r.yields(k) {
			if no || r.refusedTo(k) {
				return "rejected", true
			}
			return "accepted", true
		}
		if _, verb := r.finite(k); verb || r.p.Mark(k) {
			break
		}
	}
	return "", false
}

// blamed reports whether the noun of asking at token i is what a statement blames, so that who stands
// after it asks.
func (r *reader) blamed(i int) bool {
	s := r.sayer(i)
	return s != nil && s.Act == "criticise" && s.content.first == i
}

// yields reports whether token k is a verb of doing what one is asked: لبت، رضخت، انصاعت.
func (r *reader) yields(k int) bool {
	switch r.stem(k) {
	case "رحب", "رحبت", "رحبوا", "لبي", "لبت", "رضخ", "رضخت", "انصاع", "انصاعت", "امتثل", "امتثلت", "تجاوب", "تجاوبت", "اذعن", "اذعنت":
		return !r.denied(k)
	}
	return false
}

// refusedTo reports whether the noun of granting at token k is itself refused: «رفضت الحكومة
// {الاستجابة} لطلب», «عدم {قبول}».
func (r *reader) refusedTo(k int) bool {
	for j := k - 1; j >= 0 && j > k-6 && !r.p.Mark(j); j-- {
		if r.has(j, wordRejects) && !r.denied(j) || r.p.Word(j) == "عدم" {
			return true
		}
	}
	return false
}

// copula reports whether token k is a verb that says of a noun before it what it is.
func (r *reader) copula(k int) bool {
	switch r.p.Word(k) {
	case "كان", "كانت", "جاء", "جاءت", "ياتي", "تاتي", "يشكل", "تشكل", "يعد", "تعد", "يعتبر", "تعتبر":
		return true
	}
	return false
}

// inVain reads what one side could not bring another to: «فشل فلان في إقناع فلان ب…»،
// «أخفق في حمل … على …»، «عجز عن إلزام …».
func (r *reader) inVain(i int) bool {
	p := r.p
	if strings.HasSuffix(r.stem(i), "نجح") && !r.denied(i) { // لم ينجح في إقناع …
		return false
	}
	k, lim := i+1, min(i+14, r.sentence(i).Last)
	for k < lim && p.Word(k) != "في" && p.Word(k) != "عن" && p.Word(k) != "لاقناع" && p.Word(k) != "لحمل" && p.Word(k) != "لدفع" {
		if r.stops(k) || r.opens(k) {
			return false
		}
		k++
	}
	if strings.HasPrefix(p.Word(k), "ل") { // فشلت مساعي الوسطاء لإقناع …
		k--
	}
	switch strings.TrimPrefix(r.stem(k+1), "ل") {
	case "اقناع", "حمل", "دفع", "الزام", "اجبار", "ارغام", "جعل":
	default:
		return false
	}
	list, next := r.parties(k+2, min(lim+8, len(p.Tokens)))
	if len(list) == 0 || next >= len(p.Tokens) {
		return false
	}
	switch w := p.Word(next); {
	case w == "ب" || w == "علي" || w == "الي":
		next++
	case r.prefixed(next):
	default:
		if _, verb := r.finite(next); !verb {
			return false
		}
		if next+1 >= len(p.Tokens) || !r.prefixed(next+1) {
			return false
		}
		next++ // يلتزمون بالتوقف
	}
	if !r.task(next) && !r.atTask(next) {
		return false
	}
	by := ""
	start := i + 1
	switch r.stem(start) {
	case "مساعي", "جهود", "محاولات", "محاوله", "وساطه":
	default:
		start = i
	}
	if whose, _ := r.after(start, k+1); len(whose) > 0 {
		by = joinNames(whose)
	} else if before := r.beforeVerb(i); len(before) > 0 {
		by = joinNames(before)
	}
	r.want(demand{by: by, of: joinNames(list), content: span{next, r.contentEnd(next, len(p.Tokens))}, answer: "rejected", rule: ruleInVain})
	return true
}

// invites reports whether the word of asking at token i is no demand in its
// place: an invitation (دعوة من، بدعوة), an order to one's own men, what somebody is
// called, a condition's «شرطا ل».
func (r *reader) invites(i int) bool {
	switch w := r.p.Word(i); r.stem(i) {
	case "بحث", "لبحث":
		return true // ناقش الوفدان بحث …: no ب before حث
	case "دعا", "دعاه", "دعاها", "دعاهم", "دعت", "داع":
		return r.p.Word(i-1) == "ما" || r.p.Word(i-1) == "مما" // ذلك ما دعاه إلى السفر
	case "اوعز", "اوعزت", "ايعاز", "توجيهات", "تعليمات":
		return true
	case "يلزم", "تلزم", "الزم", "الزمت":
		return r.class(i-1) == lexicon.TalkBind
	case "دعوه":
		if strings.Contains(r.stem(i-1), "تلق") || strings.Contains(r.stem(i-2), "تلق") || strings.Contains(r.stem(i-3), "تلق") {
			return true // تلقى الوسيط دعوة لزيارة المدينة
		}
		return strings.HasPrefix(w, "ب") || r.p.Word(i+1) == "من" || r.p.Word(i+1) == "التي" && strings.HasPrefix(r.p.Word(i+2), "وجه") // الدعوة التي وجهتها
	case "اوامر", "امر", "امرت", "شرطا", "تمسك", "تمسكه", "تمسكهم", "تمسكها", "بالتمسك", "والتمسك", "يدعي", "تدعي", "طالبان", "ضغط", "ضغوط", "عريضه":
		return true
	}
	return false
}

// accusative reports whether token k is a noun of action in the accusative: طالب …
// تجميدا كاملا.
func (r *reader) accusative(k int) bool {
	_, _, ok := r.p.Find(k, lexicon.DeedWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return s.Tense == arabic.Masdar && s.Adverbial && rd.Cut == 0
	})
	return ok || strings.HasSuffix(r.p.Word(k), "ا") && actsLike(strings.TrimSuffix(r.p.Word(k), "ا"))
}

// insisting reports whether w (a stem) is a word for insisting on something.
func insisting(w string) bool {
	switch strings.TrimPrefix(w, "ب") {
	case "اصرار", "اصراره", "اصرارها", "اصرارهم", "اصر", "اصرت", "اصروا", "يصر", "تصر", "يصرون", "مصرا", "مصره", "مصرين":
		return true
	}
	return false
}

// undergoes is who is under the pressure or the calls of the noun at token i, where a verb before
// it says so: «تتعرض الحكومة لضغوط من الجبهة لوقف القصف».
func (r *reader) undergoes(i int) (string, bool) {
	for k := i - 1; k >= 0 && k > i-8 && !r.stops(k); k-- {
		switch r.stem(k) {
		case "تعرض", "تعرضت", "يتعرض", "تتعرض", "يتعرضون", "تعرضوا", "واجه", "واجهت", "يواجه", "تواجه", "واجهوا", "يواجهون":
		default:
			continue
		}
		if list, _ := r.after(k, i); len(list) > 0 {
			return joinNames(list), true
		}
		return joinNames(r.beforeVerb(k)), true
	}
	return "", false
}

// presser is who stands after من between the noun of asking at token i and what is asked for.
func (r *reader) presser(i, lim int) string {
	if q, ok := r.adjectiveSide(i + 1); ok {
		return q.name // ضغوط زهرستانية
	}
	for k := i + 1; k < lim; k++ {
		if r.p.Word(k) != "من" {
			continue
		}
		for k++; k < lim; k++ { // من حليفتها زهرستان
			if list, _ := r.parties(k, lim); len(list) > 0 {
				return joinNames(list)
			}
		}
	}
	return ""
}
