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
func (r *reader) object(c *cue, m *match, s *lexicon.Slot, n, pos int, last bool, lim int) (int, bool) {
	p := r.p
	if n == 0 && c.finite() && c.reading.Pronoun != "" { // the object is attached
		if last {
			return 0, false
		}
		return pos, true
	}
	if end := r.whatEnd(pos, lim); end > pos && s.Role != "content" && !last {
		m.target = span{pos, end}
		return end, true
	}
	if n > 0 && last {
		pos = r.targetGoesOn(c, m, pos, lim)
	}
	start := r.skipAdjuncts(pos, lim)
	if end := r.whatEnd(start, lim); end > start && s.Role == "content" && last && start == pos && r.takenByMa(start+1) {
		m.zoneEnd, m.content, m.weak, m.noun, m.rule = start, start, true, true, "statements.object"
		return end, true
	}
	if !r.nominalStart(start, lim) || r.adverbialAt(start) || start > pos && !p.Named(start) && (r.is(start, isAttached) || strings.HasPrefix(p.Word(start), "بال")) {
		return 0, false // «تعهد بالعمل، بالإضافة إلى»
	}
	if s.Role == "content" && c.finite() {
		start = r.pastManner(start, lim)
	}
	if s.Role == "content" && keepsStill(c.verb.Past, p.Word(start)) {
		return 0, false // «والتزمت الحكومة الصمت»: who keeps silent says nothing
	}
	if s.Role == "content" && r.keepsBack(start) {
		return 0, false // «أكد مصدر، فضل عدم الكشف عن هويته، أن»
	}
	if s.Role == "content" && start > pos && last && phrases.Demonstrative(p.Word(start)) && r.clauseMark(start+1) {
		return 0, false // «أكد في ضوء ذلك أن»
	}
	if s.Role == "content" && start > 1 && r.is(start, isMasdar) && talksNoun(p.Word(start-1)) && p.Has(start-2, page.Preposition) && !p.Has(start, page.Suffixed) {
		return 0, false // «أعلن الوسيط في مفاوضات ترسيم الحدود سالم الحداد، أن»
	}
	if s.Role == "content" && (r.apposition(pos, start) || start == pos && aboutAdjective(p.Word(start))) {
		return 0, false // «أكد سفير المهام الخاصة بالخارجية سالم الحداد أن»
	}
	if s.Role == "content" {
		if start = r.afterApposition(pos, start, lim); start == 0 {
			return 0, false
		}
	}
	if q, opens := r.q.OpenAt(start); opens && last && s.Role == "content" && (q.Close-q.Open > 3 && !r.isName(q) || n > 0 && c.verb.Class == "claim" && q.Closed && q.Close-q.Open < 4 && r.endsWith(q)) {
		m.zoneEnd, m.content, m.weak, m.noun, m.rule = start, start, true, true, "statements.object"
		if r.endsWith(q) && q.Close-q.Open > 3 {
			m.quote, m.quoted, m.content = q, true, q.Open+1
		}
		return q.Close, true
	}
	end := phrases.Extent(p, start, phrases.Walk{Limit: lim})
	if eyya(p.Word(start)) || end == start && r.ownAction(start) {
		end = start + 1
	}
	if s.Role == "content" && (r.describesBefore(start, end) || r.goesOnAt(start)) {
		return 0, false
	}
	if end == start {
		return 0, false
	}
	if !last && (s.Role == "content" || s.Role == "topic") {
		m.about = span{start, end} // «برر القرار بأن»
	}
	if s.Role != "content" {
		if q, in := r.q.In(end - 2); in && n == 0 && !last && c.verb.Class == "claim" && q.Close == end-1 && q.Close-q.Open < 4 && q.Open > start && !p.Named(q.Open+1) {
			end = q.Open // «اعتبر هذه الخطوة "مصيرية"»
		}
		for s.Role == "target" && end < lim && r.is(end, hasConj) && r.nounWithWaw(end) {
			end = max(end+1, phrases.Extent(p, end, phrases.Walk{Limit: lim})) // «محملا الحركة وحلفاءها مسؤولية»
		}
		if s.Role == "target" || s.Role == "addressee" {
			m.target = span{start, end}
		} else if s.Role == "source" {
			m.source = span{start, end}
		}
		if last {
			return 0, false
		}
		return end, true
	}
	if c.verb.Class == "say" && p.Has(start, page.NumberToken) {
		return 0, false // «سجلت الحكومة 20 هجوما»
	}
	if c.verb.Class == "propose" && c.verb.Past != "اقترح" && (!r.is(start, isMasdar) || strings.HasPrefix(stem(p.Word(start)), "تسجيل")) {
		return 0, false // «عرض تسجيلا»: shows, does not offer
	}
	if c.verb.Act == "reject" && (r.aboutSpeech(start) || r.secrecy(start)) || p.Word(start) == "عدم" && r.secrecy(start) {
		return 0, false // «رفض التعليق»: a deed, no position
	}
	if start > pos && r.is(start-1, isMa) {
		start-- // «انتقد ما أسماه "التعنت"»
	}
	m.zoneEnd, m.content, m.weak, m.noun, m.rule = start, start, true, true, "statements.object"
	if n == 0 {
		m.at = start
	}
	return end, true
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
	if !r.is(k, isMa) || k+2 >= lim || !phrases.FiniteVerb(p, k+1) && !happened(p.Word(k+1)) {
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

// hisOwn reports whether np is a man told by whose he is, and no woman: «نائبه سالم», «ناطقه
// الرسمي سالم».
func (r *reader) hisOwn(np span) bool {
	p, k := r.p, np.first+1
	if p.Has(np.first, page.Definite) || !strings.HasSuffix(p.Tokens[np.first].Span().In(p.Source), "ه") {
		return false
	}
	if p.Has(k, page.Adjective) && p.Has(k, page.Definite) && !p.Named(k) {
		k++
	}
	m := p.Mention(k)
	return k < np.last && m != nil && m.Type == fact.Person && p.MentionFirst(k) == k && m.Start == p.Tokens[k].Start
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

// misspelt reports whether np, one unknown word with the ending of an object, must be the
// subject of c all the same, as somebody whom the verb is about stands right after it.
func (r *reader) misspelt(c *cue, np span) bool {
	p := r.p
	return c.finite() && np.last == np.first+1 && np.last < len(p.Tokens) && !r.is(np.first, isWhole) && p.Tokens[np.last].Kind == arabic.Word && phrases.Animate(p, np.last) && !r.is(np.last, hasConj|hasPrep|isAttached) && !p.Has(np.last, page.Adjective)
}

// disagrees reports whether np cannot be the subject of c by form: an accusative
// sound plural, or a feminine head after a masculine verb.
func (r *reader) disagrees(c *cue, np span) bool {
	p := r.p
	w := p.Word(np.first)
	if m := p.Mention(np.first); m != nil {
		if m.Type == fact.Location && c.finite() && !c.Feminine && c.Count == arabic.Singular && c.Person == 3 && !strings.HasPrefix(w, "ال") && w != "لبنان" && m.Start == p.Tokens[np.first].Start {
			return true // ودعا أنقرة إلى: towns and most states are feminine
		}
		if m.Type == fact.Organisation && m.Start == p.Tokens[np.first].Start && c.finite() && !c.Feminine && c.Count == arabic.Singular && c.Person == 3 && c.Tense == arabic.Past && (w == "الامم" || w == "الولايات" || w == "الحكومه" || w == "الجامعه" || w == "منظمه" || w == "حركه" || w == "وزاره" || w == "الرياسه" || w == "رياسه" || w == "جبهه" || w == "الجبهه" || w == "الحركه" || w == "هييه" || w == "قوات") {
			return true // «وطالب الأمم المتحدة ب»: a man asks it
		}
		return m.Type == fact.Organisation && strings.HasSuffix(w, "يين") && p.Has(np.first, page.Definite)
	}
	if _, _, _, ok := phrases.Office(p, np.first); ok && c.finite() && c.Feminine && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ات") && !r.herOffice(c, np) {
		return true // حثت وزراء الخارجية
	}
	if strings.HasSuffix(w, "ين") && p.Has(np.first, page.Definite) && len(w) > 12 {
		return !r.misspelt(c, np)
	}
	for k := np.first + 1; k <= np.last && k < len(p.Tokens); k++ {
		if r.is(k, hasConj) && strings.HasSuffix(p.Word(k), "يين") && p.Has(k, page.Animate) {
			return true // دعا العرب والإسرائيليين
		}
	}
	if !c.finite() || c.Count != arabic.Singular || c.Person != 3 || scores(w) {
		return false
	}
	if c.Feminine && (w == "هذا" || w == "ذلك" || w == "كلا") || !c.Feminine && w == "كلتا" {
		return true // واعتبرت هذا الإرجاء
	}
	if c.Feminine && c.verb.Class == "propose" && r.is(np.first, isMasdar) && p.Has(np.first, page.Definite) && !strings.HasSuffix(w, "ه") && !strings.HasSuffix(w, "ات") && !phrases.Animate(p, np.first) {
		return true // «جعل مصر تقترح التأجيل»
	}
	if r.hisOwn(np) {
		return c.Feminine
	}
	switch stem(w) {
	case "قاده", "رعاه", "قضاه", "ولاه", "دعاه", "ساده":
		for k := np.first + 1; k < np.first+4 && p.Has(k, page.Definite); k++ {
			if strings.HasSuffix(p.Word(k), "يين") {
				return true // «دعا القادة المحليين إلى»
			}
		}
		return false // men in the plural
	}
	fem := strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات") && len(w) > 8 || w == "الاطراف" || w == "القوات" || w == "الفصايل" || w == "القوي" || w == "الدول" || w == "اطراف" || w == "دول"
	return fem != c.Feminine && fem
}
