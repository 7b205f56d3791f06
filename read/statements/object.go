package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// object reads a direct object: the target of the act, or its content.
func (r *reader) object(c *cue, m *match, s slot, pos, lim int) (int, bool) {
	if s.n == 0 && c.finite() && c.reading.Pronoun != "" {
		return pos, !s.last // the object is attached
	}
	if s.Role == "content" {
		return r.objectContent(c, m, s, pos, lim)
	}
	return r.objectOther(c, m, s, pos, lim)
}

// objectContent reads the direct object that is what the words say: «رفض الوزير الهدنة».
func (r *reader) objectContent(c *cue, m *match, s slot, pos, lim int) (int, bool) {
	if s.n > 0 && s.last {
		pos = r.targetGoesOn(c, m, pos, lim)
	}
	if end := r.whatEnd(pos, lim); end > pos && s.last && r.takenByMa(pos+1) {
		m.takeObject(pos) // «نفى الجيش ما ذكرته مصادر عن»
		return end, true
	}
	start := r.skipAdjuncts(pos, lim)
	if start = r.contentStart(c, s, pos, start, lim); start == 0 {
		return 0, false
	}
	if q, opens := r.q.OpenAt(start); opens && s.last && (q.Close-q.Open > 3 && !r.isName(q) || s.n > 0 && c.verb.Class == "claim" && q.Closed && q.Close-q.Open < 4 && r.endsWith(q)) {
		m.takeObject(start)
		if r.endsWith(q) && q.Close-q.Open > 3 {
			m.quote, m.quoted, m.content = q, true, q.Open+1
		}
		return q.Close, true
	}
	end := r.objectEnd(start, lim)
	if r.describesBefore(start, end) || r.goesOnAt(start) || end == start {
		return 0, false
	}
	if !s.last {
		m.about = span{start, end} // «برر القرار بأن»
	}
	if r.onlyDeed(c, start) {
		return 0, false
	}
	if start > pos && r.is(start-1, isMa) {
		start-- // «انتقد ما أسماه "التعنت"»
	}
	m.takeObject(start)
	if s.n == 0 {
		m.at = start
	}
	return end, true
}

// takeObject makes the direct object at token start the content.
func (m *match) takeObject(start int) {
	m.zoneEnd, m.content, m.weak, m.noun, m.rule = start, start, true, true, "statements.object"
}

// objectOther reads the direct object that is whom or what the words are about, or from whom
// they are: «حمّل الحركة مسؤولية», «برر القرار بأن».
func (r *reader) objectOther(c *cue, m *match, s slot, pos, lim int) (int, bool) {
	if end := r.whatEnd(pos, lim); end > pos && !s.last {
		m.target = span{pos, end}
		return end, true
	}
	if s.n > 0 && s.last {
		pos = r.targetGoesOn(c, m, pos, lim)
	}
	start := r.skipAdjuncts(pos, lim)
	if !r.opensObject(pos, start, lim) {
		return 0, false
	}
	end := r.objectEnd(start, lim)
	if end == start {
		return 0, false
	}
	if !s.last && s.Role == "topic" {
		m.about = span{start, end}
	}
	if q, in := r.q.In(end - 2); in && s.n == 0 && !s.last && c.verb.Class == "claim" && q.Close == end-1 && q.Close-q.Open < 4 && q.Open > start && !r.p.Named(q.Open+1) {
		end = q.Open // «اعتبر هذه الخطوة "مصيرية"»
	}
	for s.Role == "target" && end < lim && r.is(end, hasConj) && r.nounWithWaw(end) {
		end = max(end+1, phrases.Extent(r.p, end, phrases.Walk{Limit: lim})) // «محملا الحركة وحلفاءها مسؤولية»
	}
	switch s.Role {
	case "target", "addressee":
		m.target = span{start, end}
	case "source":
		m.source = span{start, end}
	}
	if s.last {
		return 0, false
	}
	return end, true
}

// opensObject reports whether an object may begin at token start, before which adjuncts stand
// from token pos on.
func (r *reader) opensObject(pos, start, lim int) bool {
	if !r.nominalStart(start, lim) || r.adverbialAt(start) {
		return false
	}
	p := r.p
	return start == pos || p.Named(start) || !r.is(start, isAttached) && !strings.HasPrefix(p.Word(start), "بال") // «تعهد بالعمل، بالإضافة إلى»
}

// objectEnd is the token after the object that begins at token start, start where none does.
func (r *reader) objectEnd(start, lim int) int {
	end := phrases.Extent(r.p, start, phrases.Walk{Limit: lim})
	if eyya(r.p.Word(start)) || end == start && r.ownAction(start) {
		return start + 1
	}
	return end
}

// contentStart is where the object that c says begins, at token start or further on where
// words for the manner or about the subject stand there; 0 where no such object follows the
// adjuncts from token pos on.
func (r *reader) contentStart(c *cue, s slot, pos, start, lim int) int {
	p := r.p
	if !r.opensObject(pos, start, lim) {
		return 0
	}
	if c.finite() {
		start = r.pastManner(start, lim)
	}
	if keepsStill(c.verb.Past, p.Word(start)) {
		return 0 // «والتزمت الحكومة الصمت»: who keeps silent says nothing
	}
	if r.keepsBack(start) {
		return 0 // «أكد مصدر، فضل عدم الكشف عن هويته، أن»
	}
	if start > pos && s.last && phrases.Demonstrative(p.Word(start)) && r.clauseMark(start+1) {
		return 0 // «أكد في ضوء ذلك أن»
	}
	if start > 1 && r.is(start, isMasdar) && talksNoun(p.Word(start-1)) && p.Has(start-2, page.Preposition) && !p.Has(start, page.Suffixed) {
		return 0 // «أعلن الوسيط في مفاوضات ترسيم الحدود سالم الحداد، أن»
	}
	if r.apposition(pos, start) || start == pos && aboutAdjective(p.Word(start)) {
		return 0 // «أكد سفير المهام الخاصة بالخارجية سالم الحداد أن»
	}
	return r.afterApposition(pos, start, lim)
}

// onlyDeed reports whether c with its object at token start tells a deed and takes no position.
func (r *reader) onlyDeed(c *cue, start int) bool {
	p := r.p
	if c.verb.Class == "say" && p.Has(start, page.NumberToken) {
		return true // «سجلت الحكومة 20 هجوما»
	}
	if c.verb.Class == "propose" && c.verb.Past != "اقترح" && (!r.is(start, isMasdar) || strings.HasPrefix(stem(p.Word(start)), "تسجيل")) {
		return true // «عرض تسجيلا»: shows, does not offer
	}
	return c.verb.Act == "reject" && (r.aboutSpeech(start) || r.secrecy(start)) || p.Word(start) == "عدم" && r.secrecy(start) // «رفض التعليق»
}

// pastManner passes over accusatives at k that say how something is done, as the definite
// noun or noun of action after them cannot be their genitive: «رفضت الحركة رفضا قاطعا نشر
// قوات», «أيدت الحكومة تماما مقترح الوسيط».
func (r *reader) pastManner(k, lim int) int {
	p, j := r.p, k
	for j < lim && j < k+3 && r.accusative(j) && !p.Has(j, page.Preposition) && !strings.HasSuffix(p.Tokens[j].Span().In(p.Source), "أ") {
		j++
	}
	if j == k || j >= lim || p.Dated(j) || p.Mark(j) || !r.nominalStart(j, lim) || r.is(j, isAttached|hasConj) || phrases.Animate(p, j) {
		return k
	}
	if r.is(j, isMasdar) && !r.is(k, isMasdar) || r.is(j, isMasdar) && j > k+1 || p.Has(j, page.Definite) && !p.Has(j, page.Adjective|page.Adverb) && !p.Named(j) {
		return j
	}
	if j == k+1 && r.is(j, isWholeNoun) && !p.Has(j, page.Adverb) && p.Has(j+1, page.Definite) && !p.Dated(j+1) {
		return j
	}
	return k
}

// talksNoun reports whether w (folded) is an indefinite noun that says of what somebody has
// charge by the noun of action after it: «في مفاوضات ترسيم الحدود».
func talksNoun(w string) bool {
	switch w {
	case "مفاوضات", "محادثات", "مباحثات", "مشاورات", "جهود", "عمليه", "قضيه", "ملف", "لجنه", "مسار", "مساله":
		return true
	}
	return false
}

// whatEnd is the token after «ما جرى», «ما حدث في المدينة» at token k, which stands for an
// object; k where nothing of the kind stands there.
func (r *reader) whatEnd(k, lim int) int {
	p := r.p
	if !r.is(k, isMa) || k+2 >= lim || !phrases.FiniteVerb(p, k+1) && !happened(p.Word(k+1)) && !r.takenByMa(k+1) {
		return k
	}
	if w := p.Word(k + 2); w == "في" || w == "من" {
		return max(k+2, phrases.Extent(p, k+3, phrases.Walk{Limit: lim}))
	}
	return k + 2
}

// happened reports whether w (folded) is a verb for what has come about.
func happened(w string) bool {
	switch w {
	case "جري", "حدث", "حصل", "يجري", "يحدث", "يحصل", "وقع", "ورد", "تم", "قيل":
		return true
	}
	return false
}

// apposition reports whether the person named at start, after a comma, is whom the
// phrase before token pos calls by his office, and no object: «كشف مدير البعثة، سالم
// الحداد، أن».
func (r *reader) apposition(pos, start int) bool {
	m := r.p.Mention(start)
	if start <= pos || !r.is(start-1, isComma) {
		return false
	}
	if w := r.p.Word(start); w == "احد" || w == "احدي" {
		return true // «أعلنت "العدل"، إحدى الحركات المسلحة، الاستيلاء»
	}
	if m == nil { // a name that nobody knows, between commas: «، سالم الحداد، الذي ترأس»
		return start-1 == pos && !r.is(start, isMasdar) && r.p.Class(start)&(page.Definite|page.Adjective|page.Animate|page.Adverb) == 0 && start+2 < r.sent.Last && r.is(start+2, isComma) && !r.accusative(start)
	}
	return m.Type == fact.Person && m.Start == r.p.Tokens[start].Start
}

// afterApposition passes over the definite phrase at start that says after a comma who the
// subject before token pos is: «أكد الناطق باسم الكتائب، الجناح العسكري للحركة، استعداد»; 0
// where nothing that may be an object follows it.
func (r *reader) afterApposition(pos, start, lim int) int {
	p := r.p
	if p.Has(start, page.Given) && start > pos && r.is(start-1, isComma) && !r.is(start, isMasdar) {
		for k := start + 1; k < lim && k < start+5; k++ { // «رجل الدين في المدينة، سالم الحداد، انسحابه»
			if r.is(k, isComma) && r.nominalStart(k+1, lim) && r.is(k+1, isMasdar) {
				return k + 1
			}
		}
	}
	if start != pos+1 || !r.is(pos, isComma) || !p.Has(start, page.Definite) || p.Named(start) || r.is(start, isMasdar) || !p.Has(start+1, page.Adjective) {
		return start
	}
	e := phrases.Extent(p, start, phrases.Walk{Limit: lim})
	for e > start && e < lim && (r.is(e, isAttached|attL) || p.Tokens[e].Kind == arabic.Quote || p.Named(e)) {
		e = max(e+1, phrases.Extent(p, e, phrases.Walk{Limit: lim}))
	}
	if e = r.skipAdjuncts(e, lim); e >= lim || !r.nominalStart(e, lim) || !r.is(e, isMasdar) {
		return 0
	}
	return e
}

// goesOnAt reports whether a feminine participle of speech at token k goes on with the
// clause and is no object: «نقلت الوزيرة رسائل واصفة اللقاء ب».
func (r *reader) goesOnAt(k int) bool {
	if r.p.Has(k, page.Definite) || !r.p.Has(k, page.Speech) || !strings.HasSuffix(r.p.Word(k), "ه") {
		return false
	}
	if w := r.p.Word(k); len(w) > 8 && w[:2] == "م" && w[4:6] == "ا" {
		return false // مواصلة، مهاجمة: nouns of action by the same letters
	}
	cs := r.cues(k)
	on := false
	for n := range cs {
		if cs[n].Tense == arabic.Masdar {
			return false // مطالبة
		}
		on = on || cs[n].Tense == arabic.Participle && cs[n].adverbial && !cs[n].bySaying()
	}
	return on
}

// describesBefore reports whether the phrase [start, end) goes with the name before
// it and is no object: a noun with a clause right after it («سالم والد الجندي أن»), a
// definite adjective («لموقع "المرفأ" المقرب من»).
func (r *reader) describesBefore(start, end int) bool {
	p := r.p
	if start == 0 || r.is(start, isMasdar) || r.accusative(start) || !p.Named(start-1) && !r.is(start-1, isQuote) {
		return false
	}
	return r.clauseMark(end) && !p.Named(start) && !r.adverbialAt(end-1) || p.Class(start)&(page.Adjective|page.Definite|page.Animate) == page.Adjective|page.Definite && !p.Named(start)
}

// aboutSpeech reports whether token k is a noun of saying: التعليق، الإدلاء، الكشف.
func (r *reader) aboutSpeech(k int) bool {
	if r.p.Word(k) == "تعليق" && !r.p.Has(k+1, page.Preposition) {
		return false // «تعليق القصف»: to suspend
	}
	if stem(r.p.Word(k)) == "اعتراف" {
		return false // «رفض الاعتراف بالحكومة»: a position
	}
	_, _, ok := r.p.Find(k, lexicon.SpeechWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		class := r.p.Lex.Speech[s.Entry].Class
		return s.Tense == arabic.Masdar && rd.Cut == 0 && (class == "say" || class == "relay")
	})
	return ok
}

// secrecy reports whether the noun at token k is of telling a name, which sources
// keep back: «رفض الكشف عن هويته».
func (r *reader) secrecy(k int) bool {
	for j := k + 1; j < k+4 && j < len(r.p.Tokens); j++ {
		switch r.p.Word(j) {
		case "هويته", "هويتها", "هويتهم", "اسمه", "اسمها", "اسمهم", "اسمايهم", "اسميهما":
			return true
		}
	}
	return false
}

// keepsStill reports whether a verb and its object say that somebody keeps silent, still or
// out of something, and undertakes nothing: «التزم الصمت».
func keepsStill(verb, object string) bool {
	if verb != "التزم" {
		return false
	}
	switch object {
	case "الصمت", "الهدوء", "الحياد", "الحذر", "جانب", "بيوتهم", "منازلهم":
		return true
	}
	return false
}

// keepsBack reports whether the verb at token k says that a source would not be named: «فضل عدم
// الكشف عن هويته», «طلب عدم ذكر اسمه».
func (r *reader) keepsBack(k int) bool {
	switch w := strings.TrimSuffix(r.p.Word(k), "ت"); w {
	case "فضل", "طلب", "رفض", "اشترط", "اثر", "فضلا", "فضلوا", "طلبوا", "رفضوا", "طالبا", "طالبه", "طالبين", "مفضلا", "مفضله", "مفضلين", "مشترطا", "مشترطه", "مشترطين":
		return r.secrecy(k) || r.secrecy(k+1)
	}
	if v := r.p.Word(k - 1); v == "لم" || v == "لا" {
		return r.secrecy(k) // «مسؤول لم يذكر اسمه»
	}
	return false
}

// eyya reports whether w (folded) is إيا with a pronoun, which stands for an object.
func eyya(w string) bool {
	rest, ok := strings.CutPrefix(w, "ايا")
	return ok && (rest == "ه" || rest == "ها" || rest == "هم" || rest == "هما" || rest == "هن")
}

// opensAnother reports whether token j is a noun of action in construct after a
// definite noun, whose genitive it cannot be: «… بالحكومة تكثيف عملياتهم».
func (r *reader) opensAnother(j int) bool {
	p := r.p
	return p.Has(j-1, page.Definite) && !p.Has(j, page.Definite) && p.Mention(j) == nil && !r.is(j, isAttached) && r.is(j, isMasdar) && !phrases.FiniteVerb(p, j)
}

// accusative reports whether token k is an indefinite noun in the accusative by its
// ending: a written tanwin, or the ا that carries it after a known noun.
func (r *reader) accusative(k int) bool {
	p := r.p
	if !r.is(k, mayAccuse) || p.Named(k) || p.Dated(k) {
		return false
	}
	return r.is(k, isAccusative) || strings.Contains(p.Tokens[k].Span().In(p.Source), "\u064b")
}

// nominalStart reports whether a noun phrase may begin at token i.
func (r *reader) nominalStart(i, lim int) bool {
	p := r.p
	if i >= lim || i >= len(p.Tokens) || p.Tokens[i].Kind == arabic.Punct || p.Tokens[i].Gap >= arabic.Line && i > r.sent.First {
		return false
	}
	w := p.Word(i)
	if w == "و" && r.is(i+1, isQuote) {
		return false // «تعهد ببناء "دولة حديثة"، و"إقامة علاقات"»
	}
	if p.Has(i, page.Preposition|page.Relative) || r.is(i, isClause|isBian) || phrases.FiniteVerb(p, i) && !r.ownAction(i) || r.is(i, isWawPrep) && !p.Named(i) {
		return w == "اي" || w == "كل"
	}
	if p.Has(i, page.Adverb) && w != "هذا" && w != "هذه" && w != "ذلك" && w != "تلك" {
		return false
	}
	if p.Mention(i) != nil {
		return p.Mention(i).Start <= p.Tokens[i].Start
	}
	if r.is(i, isWhole) {
		return true
	}
	return !r.is(i, withWaw) && !(r.is(i, withFa) && i > r.sent.First && !p.Mark(i-1))
}

// ownAction reports whether token i, a verb by form as well, is a noun of action with a
// pronoun after the definite subject of a verb of speech: «نفت الحركة دعمها للمتمردين».
func (r *reader) ownAction(i int) bool {
	p := r.p
	if !p.Has(i, page.Suffixed) || i < r.sent.First+2 || !r.nounWithPronoun(i) {
		return false
	}
	for k := i - 1; k >= r.sent.First && k > i-9 && !p.Mark(k) && (!p.Has(k, page.Preposition) || p.Word(k) == "منذ"); k-- {
		if cs := r.cues(k); len(cs) > 0 && cs[0].finite() {
			return true
		}
	}
	return false
}

// nounWithWaw reports whether token i is somebody joined by و: «وحلفاءها», «والفصائل».
func (r *reader) nounWithWaw(i int) bool {
	return phrases.Animate(r.p, i) && !phrases.FiniteVerb(r.p, i) && !r.is(i, isMasdar)
}

// nounWithPronoun reports whether token i may be a noun with a pronoun and nothing before it.
func (r *reader) nounWithPronoun(i int) bool {
	if strings.HasSuffix(r.p.Tokens[i].Span().In(r.p.Source), "ة") {
		return false
	}
	if w := r.p.Word(i); len(r.p.Readings[i]) == 0 && len(w) > 10 && r.p.Tokens[i].Kind == arabic.Word {
		return strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "هم") // التزامها
	}
	for k := range r.p.Readings[i] {
		rd := &r.p.Readings[i][k]
		if rd.Cut != 0 || rd.Pronoun == "" {
			continue
		}
		for _, s := range rd.Own() {
			if s.Tense == arabic.Masdar || s.Kind == lexicon.Common && s.Entry == 'n' {
				return true
			}
		}
	}
	return false
}

// sameParagraph reports whether somebody spoke earlier in the paragraph of
// token i.
func (r *reader) sameParagraph(i int) bool {
	n := len(r.out)
	if n == 0 {
		return false
	}
	a, b := r.p.SentenceOf(r.out[n-1].cue.first), r.p.SentenceOf(i)
	return r.p.Sentences[a].Paragraph == r.p.Sentences[b].Paragraph
}
