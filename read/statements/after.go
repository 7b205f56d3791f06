package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// rightSubject is the phrase after c that its subject must be where it has one there, without
// what the verb is about and without what a source says of its name.
func (r *reader) rightSubject(c *cue, m *match) span {
	np := m.subject
	if !m.weak {
		np = r.beforeClause(c, m)
	}
	for k := np.first + 1; k < np.last; k++ {
		if r.keepsBack(k) {
			np.last = k // «مصدر فضل عدم الكشف عن هويته»
		}
	}
	return np
}

// beforeClause is the phrase between c and the mark of its clause or quotation, up to whom or
// what c is about and to words of its own.
func (r *reader) beforeClause(c *cue, m *match) span {
	first := r.subjectStart(c.last, m.zoneEnd)
	np := span{first, phrases.Extent(r.p, first, phrases.Walk{Limit: m.zoneEnd, Bounded: m.target.empty() && m.about.empty()})}
	switch {
	case !m.target.empty() && m.target.first == first || m.worded && m.at == first:
		np.last = first // «ووصف التدخل بأنه»: whom it is about
	case m.about.first > first && m.about.first < np.last:
		np.last = m.about.first // «برر الوزير القرار بأن»
	case m.target.first > first && m.target.first < np.last:
		np.last = m.target.first // «أبلغ الوزير سالم رئيس المجلس سعيد أن»
	case m.worded && m.at > first && m.at < np.last:
		np.last = m.at // «جدد الطرفان تأكيدهما على أن»
	case np.last-np.first > 1 && (r.is(np.last-1, isAdverbial) && !r.p.Named(np.last-1) || hisWords(r.p.Word(np.last-1))):
		np.last-- // «تابع الوزير حديثه بالقول إن»
	}
	return np
}

// hisWords reports whether w (folded) is a noun for the subject's own speech.
func hisWords(w string) bool {
	switch w {
	case "حديثه", "حديثها", "كلامه", "كلمته", "تصريحاته":
		return true
	}
	return false
}

// speaksAfter makes np, the subject after the verb, d's speaker. It reports false where np is
// nobody or a thing that says nothing.
func (r *reader) speaksAfter(d *draft, m *match, np span) bool {
	d.explicit = true
	d.speaker = r.settle(np)
	if d.speaker.kind == "person" && !m.target.empty() && r.resolve(m.target).same(d.speaker) {
		d.speaker = r.resolve(np) // «دعا أمين الحزب الرئيس سالم إلى»: nobody asks himself
	}
	if m.subject.empty() || !m.weak || m.target.empty() && m.rule == "statements.preposition" && r.inOffice(d.speaker) {
		r.nameAfter(d, np, m)
	}
	return !r.lifeless(d, m, np) && d.speaker.name != ""
}

// lifeless reports whether np, the subject of d's verb, is a thing that neither asks for
// anything nor goes on with words.
func (r *reader) lifeless(d *draft, m *match, np span) bool {
	p, c := r.p, &d.cue
	if !m.weak && c.verb.Class != "continue" || d.speaker.named || d.speaker.kind != "group" || p.Tokens[np.first].Kind == arabic.Quote {
		return false
	}
	if phrases.Animate(p, r.counted(np)) || r.document(np) || r.misspelt(c, np) || r.ownsObject(np) || !m.weak && r.strange(np) {
		return false
	}
	return !r.assembly(np) || m.weak && !takesPosition(c.verb.Class) && !strings.HasSuffix(p.Word(np.first), "ون")
}

// strange reports whether np is one definite word that is no noun anybody knows, and so a name:
// «وأضاف الزيني أن».
func (r *reader) strange(np span) bool {
	p := r.p
	return np.last == np.first+1 && p.Has(np.first, page.Definite) && !r.is(np.first, isWholeNoun|isBareNoun|isMasdar|isWhole) && len(p.Word(np.first)) > 8
}

// assembly reports whether np is a gathering that speaks as one: «المؤتمر», «القمة».
func (r *reader) assembly(np span) bool {
	switch stem(r.p.Word(np.first)) {
	case "موتمر", "قمه", "اجتماع", "منتدي", "ملتقي", "مجتمعون", "مشاركون", "موتمرون":
		return r.p.Has(np.first, page.Definite)
	}
	return false
}

// nameAfter makes the person who stands in apposition right before d's content its
// speaker, where the phrase after the verb stops at words that the office governs:
// «رئيس اللجنة المكلفة بالإشراف على الهدنة، سالم الحداد، إن».
func (r *reader) nameAfter(d *draft, np span, m *match) {
	p := r.p
	k := m.zoneEnd - 1
	if k > np.last && r.is(k, isComma|isSemicolon) {
		k--
	}
	for k > np.last && (r.medium(k) || p.Dated(k) || p.Word(k) == "اليوم" || p.Word(k) == "امس") {
		k-- // «للصحفيين إن», «اليوم الجمعة، أن»
	}
	if o := p.Mention(k); o == nil || o.Type != fact.Person {
		k = r.setOffName(np.last, k)
	}
	mn := p.Mention(k)
	if d.speaker.named || d.speaker.kind == "unnamed" || mn == nil || mn.Type != fact.Person || k < np.last || k-np.first > 25 {
		return
	}
	first := p.MentionFirst(k)
	if first <= np.last || mn.Start > p.Tokens[first].Start || !r.is(first-1, isComma|isSemicolon) && !r.inOffice(d.speaker) && p.Word(first-1) != "يدعي" && p.Word(first-1) != "تدعي" && p.Word(first-1) != "اسمه" {
		return
	}
	for j := np.last; j < first-1; j++ {
		if w := p.Word(j); !r.is(first-1, isComma) && (w == "بعد" || w == "عقب" || w == "خلال" || w == "قبل" || w == "اثر" || w == "مع" || w == "عن" || p.Has(j, page.Venue) || p.Dated(j)) {
			return
		}
		if p.Mark(j) && !r.is(j, isQuote) || phrases.FiniteVerb(p, j) || p.Has(j, page.Relative) {
			return
		}
	}
	who := r.resolve(span{first, k + 1})
	who.phrase, who.head = span{np.first, k + 1}, d.speaker.head
	d.speaker = who
}

// inOffice reports whether s is one man in an office with the article, whose name may follow
// what the office is about without a comma: «المبعوث الخاص حول الأزمة سالم الحداد»,
// or with the name of whom he serves: «مبعوث الرئيس مروان إلى الجزيرة سالم الحداد».
func (r *reader) inOffice(s speaker) bool {
	_, _, _, ok := phrases.Office(r.p, s.phrase.first)
	return ok && s.kind == "office" && (r.p.Has(s.phrase.first, page.Definite) || r.p.Named(s.phrase.last-1)) && !r.severalOffices(s.phrase.first)
}

// setOffName is the last token of the person named between the first commas in [from, lim),
// lim where nobody is: «الناطق باسم المكتب السياسي للحركة في المدينة، سالم الحداد، في».
func (r *reader) setOffName(from, lim int) int {
	p := r.p
	for j := from; j < lim && j < from+10; j++ {
		if !r.is(j, isComma) {
			continue
		}
		m := p.Mention(j + 1)
		if m == nil || m.Type != fact.Person || p.MentionFirst(j+1) != j+1 {
			break
		}
		for j++; j+1 < lim && p.Mention(j+1) == m; j++ {
		}
		if r.is(j+1, isComma) {
			return j
		}
		break
	}
	return lim
}

// maySpeak reports whether the phrase can be the verb's subject.
func (r *reader) maySpeak(c *cue, np span) bool {
	p := r.p
	w := p.Word(np.first)
	if k := p.Tokens[np.first].Kind; r.counted(np) == np.first && k != arabic.Word && k != arabic.Latin && k != arabic.Quote {
		return false
	}
	if m := p.Mention(np.first); m != nil {
		if np.last == np.first+1 && r.is(np.first, isMasdar) && allOf(p.Word(np.last)) {
			return false // «واشترطت فتح كافة المعابر»: the deed, not the movement
		}
		return m.Start <= p.Tokens[np.first].Start && (m.Type != fact.Location || !r.disagrees(c, np))
	}
	if p.Has(np.first, page.Preposition) || strings.HasPrefix(w, "لل") && r.is(np.first, isAttached) || r.is(np.first, isClause|isBian) {
		return false
	}
	if r.is(np.first, isAttached) || r.adverbialAt(np.first) {
		return false
	}
	switch w {
	case "بهذا", "بهذه", "بذلك", "لهذا", "لذلك":
		return false // وقال بهذا الخصوص إن
	}
	if presence(w) && np.last > np.first+1 && (c.verb == nil || takesPosition(c.verb.Class)) {
		return false // «كما ترفض حضور جهات تعدها خصما»
	}
	return !talk(w) && w != "فور" && w != "غداه" && w != "لحظه" && !r.disagrees(c, np)
}

// talk reports whether w (folded) is where people speak and speaks for nobody: «تطرق الحديث
// إلى».
func talk(w string) bool {
	switch w {
	case "الحديث", "اللقاء", "الزياره", "الاتصال", "الحوار", "المباحثات", "المحادثات":
		return true
	}
	return false
}

// allOf reports whether w (folded) counts in all of what follows.
func allOf(w string) bool { return w == "كافه" || w == "جميع" || w == "كل" }

// presence reports whether w (folded) is a noun for somebody's being there.
func presence(w string) bool { return w == "حضور" || w == "مشاركه" || w == "وجود" }
