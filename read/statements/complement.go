package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// match is a frame that was met.
type match struct {
	zoneEnd int // token where the mark stands
	content int // first content token
	cut     int // folded bytes of particles before the content in that token
	quote   phrases.Quote
	quoted  bool // the content is the quotation quote
	colon   bool
	weak    bool // an object or preposition, not a clause or quotation
	loose   bool // a preposition that also opens adverbials
	noun    bool // the content is a direct object
	subject span // the noun phrase after the cue, where it bounds the match
	target  span
	source  span // who said it, where the cue only relays
	act     string
	rule    string
}

// complement finds what c governs: the frame whose mark comes first.
func (r *reader) complement(c cue, lim int) (match, bool) {
	best, found := match{}, false
	first := r.subjectStart(c.last, lim)
	np := span{first, first}
	if c.reading.Pronoun == "" || c.finite() {
		np.last = phrases.Extent(r.p, first, phrases.Walk{Limit: lim})
	}
	take := func(m match, f lexicon.Frame) {
		if !found || m.zoneEnd < best.zoneEnd {
			if m.act == "" {
				m.act = f.Act
			}
			best, found = m, true
		}
	}
	for _, f := range c.verb.Frames {
		if m, ok := r.frame(c, f, np, lim); ok {
			if found && loose(f) != loose2(best) && c.verb.Class != "demand" {
				// a clause or quotation counts before a loose preposition
				if loose(f) {
					continue
				}
				found = false
			}
			m.loose = loose(f)
			take(m, f)
		}
	}
	return best, found
}

// subjectStart passes over what may stand between a verb and its subject: a
// date, «فيه», «أيضا», a medium.
func (r *reader) subjectStart(k, lim int) int {
	p := r.p
	for j := k; j < lim && j < k+8; j++ {
		switch w := p.Word(j); {
		case p.Date(j) != nil, w == "ايضا", w == "كذلك", w == "فيه", w == "فيها", w == "له", w == "لها", w == "بدوره", w == "بدورها", w == "عليه", w == "به", w == "بها", w == "مجددا", w == "امس", w == "اليوم":
			k = j + 1
		case (w == "،" || w == ",") && j == k && j > 0 && k > 0 && p.Date(j-1) != nil:
			k = j + 1
		default:
			return k
		}
	}
	return k
}

// loose reports whether a frame's content follows a preposition that also opens
// adverbials (ب، من، في، ل), so that a clause after it is the likelier content.
func loose(f lexicon.Frame) bool {
	s := f.Slots[len(f.Slots)-1]
	if len(f.Slots) > 1 {
		return false
	}
	switch s.Mark {
	case "ب", "من", "في", "ل":
		return true
	}
	return false
}

func loose2(m match) bool { return m.loose }

// frame tries one frame after the cue. np is the noun phrase after the cue,
// taken as the subject unless the frame needs it as its object.
func (r *reader) frame(c cue, f lexicon.Frame, np span, lim int) (match, bool) {
	m := match{subject: np, rule: "statements.clause"}
	pos := np.last
	for n, s := range f.Slots {
		last := n == len(f.Slots)-1
		switch {
		case s.Words != "":
			k, end, ok := r.literal(s.Words, pos, lim)
			if !ok {
				return m, false
			}
			if last {
				m.zoneEnd, m.content, m.weak, m.rule = k, k, true, "statements.literal"
				return m, true
			}
			pos = end
			m.zoneEnd = end
		case s.Mark == "quote":
			return r.quoteMatch(c, m, pos, lim)
		case s.Mark == "ان" || s.Mark == "بان":
			k, ok := r.findClause(c, s.Mark == "بان", pos, lim)
			if !ok {
				return m, false
			}
			m.zoneEnd, m.content = k, k+1
			return r.afterClauseMark(m, lim)
		case s.Mark == "obj":
			next, ok := r.object(c, &m, s, np, pos, last, lim)
			if !ok {
				return m, false
			}
			if last {
				return m, m.content < lim
			}
			pos = next
		default:
			next, ok := r.preposition(&m, s, f.Slots, n, pos, lim)
			if !ok {
				return m, false
			}
			if last {
				return m, m.content < lim && m.content > 0
			}
			pos = next
		}
	}
	return m, false
}

// literal finds the words of a slot at or soon after pos; a final ه stands for
// any pronoun (أمله, أملها).
func (r *reader) literal(words string, pos, lim int) (first, end int, ok bool) {
	parts := strings.Fields(words)
	for k := pos; k < lim && k < pos+4; k++ {
		if r.literalAt(parts, k, lim) {
			return k, k + len(parts), true
		}
		if r.p.Mark(k) || !r.skippable(k) {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

func (r *reader) literalAt(parts []string, k, lim int) bool {
	for n, w := range parts {
		if k+n >= lim || !sameLiteral(r.p.Word(k+n), w) {
			return false
		}
	}
	return true
}

// sameLiteral compares a word with a frame's literal.
func sameLiteral(have, want string) bool {
	if have == want {
		return true
	}
	base, ok := strings.CutSuffix(want, "ه")
	if !ok || len(base) < 4 || !strings.HasPrefix(have, base) {
		return false
	}
	switch have[len(base):] {
	case "ه", "ها", "هم", "هما", "نا", "ي", "كم":
		return true
	}
	return false
}

// skippable reports whether token k may stand between a verb and what it
// governs: a date, an adverb.
func (r *reader) skippable(k int) bool {
	return r.p.Date(k) != nil || phrases.Adverb(r.p.Word(k)) && !clauseWord(r.p.Word(k))
}

func clauseWord(w string) bool { _, ok := strongMark(w); return ok }

// findClause finds إن or أن (بأن where bian) from pos on, before anything that
// would make it another's.
func (r *reader) findClause(c cue, bian bool, pos, lim int) (int, bool) {
	for k := c.last; k < lim; k++ {
		p := r.p
		if q, ok := r.q.OpenAt(k); ok && q.Closed && q.Close < lim {
			k = q.Close
			continue
		}
		w := p.Word(k)
		if phrases.Relative(w) && !strings.HasPrefix(w, "و") {
			k = r.relativeEnd(k, lim)
			continue
		}
		if mn := p.Mention(k); mn != nil && mn.Start <= p.Tokens[k].Start {
			continue
		}
		if b, ok := strongMark(w); ok && b == bian {
			if k > c.last && subordinate(p.Word(k-1)) {
				continue
			}
			return k, true
		} else if ok && b && !bian {
			return 0, false
		}
		if w == "؛" || k > c.last && r.otherCue(c, k) {
			return 0, false
		}
	}
	return 0, false
}

// subordinate are the words that make an أن after them part of an adverbial:
// بعد أن، قبل أن، دون أن.
func subordinate(w string) bool {
	switch w {
	case "بعد", "قبل", "منذ", "دون", "بدون", "رغم", "غير", "الا", "لولا", "سوي", "بيد", "كما", "حيث", "شرط", "بشرط", "بما":
		return true
	}
	return false
}

// relativeEnd passes over a relative clause that begins at k: to the comma that
// closes it, or to the إن that cannot belong to it.
func (r *reader) relativeEnd(k, lim int) int {
	for j := k + 1; j < lim; j++ {
		w := r.p.Word(j)
		if w == "،" || w == "," {
			return j
		}
		if (w == "ان" || w == "انه" || w == "انها") && strings.HasPrefix(r.p.Tokens[j].Span().In(r.p.Source), "إ") {
			return j - 1
		}
		if q, ok := r.q.OpenAt(j); ok && q.Close-q.Open > 4 {
			return j - 1
		}
		if w == ":" {
			return j - 1
		}
	}
	return k
}

// otherCue reports whether token k is a verb or participle of speech that would
// take the marks after it.
func (r *reader) otherCue(c cue, k int) bool {
	p := r.p
	_, s, ok := p.Find(k, lexicon.SpeechWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		cl := p.Lex.Speech[s.Entry].Class
		if cl == "source" || cl == "according" || rd.Det || rd.Prep != 0 && rd.Prep != 's' {
			return false
		}
		return s.Tense == arabic.Past || s.Tense == arabic.Present || s.Tense == arabic.Participle && s.Adverbial
	})
	if !ok || p.Mention(k) != nil {
		return false
	}
	if s.Adverbial && s.Tense == arabic.Participle {
		return c.verb.Class != "continue" && p.Word(k) != "قايلا" && p.Word(k) != "قايله"
	}
	return phrases.FiniteVerb(p, k)
}

// afterClauseMark settles what follows إن: a quotation that is the whole
// content, or the clause.
func (r *reader) afterClauseMark(m match, lim int) (match, bool) {
	k := m.content
	if k < lim && (r.p.Word(k) == "،" || r.p.Word(k) == ":" || r.p.Word(k) == ",") {
		k++
	}
	if q, ok := r.q.OpenAt(k); ok && q.Close-q.Open > 3 {
		if r.endsWith(q) {
			m.quote, m.quoted, m.content = q, true, q.Open+1
			m.rule = "statements.clause-quote"
			return m, true
		}
	}
	m.content = k
	return m, k < lim
}

// endsWith reports whether nothing of the clause follows the quotation: a stop,
// a comma, the end of the line, or a new clause.
func (r *reader) endsWith(q phrases.Quote) bool {
	p := r.p
	k := q.Close + 1
	if !q.Closed || k >= len(p.Tokens) || p.Tokens[k].Gap >= arabic.Line {
		return true
	}
	switch p.Word(k) {
	case ".", "،", ",", "؛", "...", "!", "؟", "..", ")":
		return true
	}
	return r.breaks(k, cue{Feature: arabic.Feature{Tense: arabic.Past}}) || p.Word(k) == "بحسب" || p.Word(k) == "حسب" || p.Word(k) == "وفق" || p.Word(k) == "وذلك" || p.Word(k) == "وكان"
}

// quoteMatch finds the quotation or colon that a cue opens.
func (r *reader) quoteMatch(c cue, m match, pos, lim int) (match, bool) {
	p := r.p
	for k := c.last; k < lim; k++ {
		if q, ok := r.q.OpenAt(k); ok {
			if k+1 < lim && (r.isName(q) || r.quotedSubject(c, q, lim)) {
				if q.Close < lim {
					k = q.Close
				}
				continue
			}
			m.zoneEnd, m.content, m.quote, m.quoted, m.rule = k, k+1, q, true, "statements.quotation"
			if p.Word(k-1) == ":" {
				m.zoneEnd = k - 1
			}
			return m, true
		}
		w := p.Word(k)
		if w == ":" && !(k+1 < len(p.Tokens) && p.Tokens[k+1].Kind == arabic.Number && p.Tokens[k+1].Gap == arabic.None) {
			return r.afterColon(m, k, lim)
		}
		if phrases.Relative(w) {
			k = r.relativeEnd(k, lim)
			continue
		}
		if _, ok := strongMark(w); ok && !subordinate(p.Word(k-1)) || w == "؛" {
			return m, false
		}
		if k > c.last && r.otherCue(c, k) {
			return m, false
		}
	}
	return m, false
}

// quotedSubject reports whether a short quotation right after the verb is its
// subject: a clause or quotation of its own follows.
func (r *reader) quotedSubject(c cue, q phrases.Quote, lim int) bool {
	if q.Open != c.last || !q.Closed || q.Close-q.Open > 5 {
		return false
	}
	for k := q.Close + 1; k < lim; k++ {
		if _, ok := strongMark(r.p.Word(k)); ok || r.p.Word(k) == ":" {
			return true
		}
		if r.otherCue(c, k) {
			return false
		}
	}
	return false
}

// afterColon settles what follows a colon: a quotation, إن and a clause, or
// words without marks.
func (r *reader) afterColon(m match, k, lim int) (match, bool) {
	m.zoneEnd, m.content, m.colon, m.rule = k, k+1, true, "statements.colon"
	if q, ok := r.q.OpenAt(k + 1); ok {
		m.content, m.quote, m.quoted, m.rule = k+2, q, true, "statements.quotation"
		return m, true
	}
	if _, ok := strongMark(r.p.Word(k + 1)); ok {
		m.content = k + 2
		return r.afterClauseMark(m, lim)
	}
	return m, m.content < lim && r.p.Tokens[m.content].Gap < arabic.Line
}

// isName reports whether a quotation is a name or term and not words: at most
// three words among which is a name, or one that follows a medium's word.
func (r *reader) isName(q phrases.Quote) bool {
	n := q.Close - q.Open - 1
	if n > 4 {
		return false
	}
	for k := q.Open + 1; k < q.Close; k++ {
		if m := r.p.Mention(k); m != nil {
			return true
		}
	}
	if q.Open == 0 {
		return false
	}
	switch strings.TrimPrefix(strings.TrimPrefix(r.p.Word(q.Open-1), "ل"), "ل") {
	case "", "قناه", "صحيفه", "وكاله", "جريده", "مجله", "موقع", "اذاعه", "شبكه", "برنامج", "تلفزيون", "مع", "الي":
		return true
	}
	return n <= 1 && r.p.Word(q.Open-1) != ":"
}

// object reads a direct object: the target of the act, or its content.
func (r *reader) object(c cue, m *match, s lexicon.Slot, np span, pos int, last bool, lim int) (int, bool) {
	p := r.p
	if c.finite() && c.reading.Pronoun != "" { // the object is attached
		if last {
			return 0, false
		}
		return pos, true
	}
	start := r.skipAdjuncts(pos, lim)
	if !r.nominalStart(start, lim) {
		// The only noun phrase is the object: the cue continues a speaker.
		if np.empty() || pos != np.last || !r.mayBeObject(c, np, s.Role) {
			return 0, false
		}
		m.subject = span{c.last, c.last}
		start = np.first
	}
	end := phrases.Extent(p, start, phrases.Walk{Limit: lim})
	if end == start {
		return 0, false
	}
	if s.Role != "content" {
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
	m.zoneEnd, m.content, m.weak, m.noun, m.rule = start, start, true, true, "statements.object"
	return end, true
}

// skipAdjuncts passes over dates, adverbs, relative clauses between commas, and
// phrases of occasion («في تصريحات لوكالة …») that stand before an object.
func (r *reader) skipAdjuncts(k, lim int) int {
	p := r.p
	for k < lim {
		w := p.Word(k)
		switch {
		case r.skippable(k) || w == "،":
			k++
		case phrases.Relative(w):
			e := r.relativeEnd(k, lim)
			if e <= k {
				return k
			}
			k = e
		case (w == "في" || w == "خلال" || w == "عقب" || w == "عبر") && k+1 < lim && (r.venueWord(k+1) || p.Date(k+1) != nil || p.Mention(k+1) != nil):
			k = phrases.Extent(p, k+1, phrases.Walk{Limit: lim})
		case r.phraseToComma(k, lim) > k:
			k = r.phraseToComma(k, lim)
		case r.medium(k):
			k++
			for k < lim && p.Mention(k) != nil {
				k++
			}
		default:
			return k
		}
	}
	return k
}

// phraseToComma is the token after the comma that closes a prepositional phrase
// at k («قيادة التحالف لدعم …، هدنة»), k where none closes it soon.
func (r *reader) phraseToComma(k, lim int) int {
	p := r.p
	w := p.Word(k)
	if !r.attachedNoun(k) && w != "في" && w != "الي" && w != "من" {
		return k
	}
	for j := k + 1; j < lim && j < k+12; j++ {
		if p.Word(j) == "،" {
			return j + 1
		}
		if phrases.FiniteVerb(p, j) || clauseWord(p.Word(j)) || p.Word(j) == ":" {
			return k
		}
	}
	return k
}

// medium reports whether token k begins «لوكالة …»، «لرويترز»، «للصحفيين».
func (r *reader) medium(k int) bool {
	p := r.p
	w := p.Word(k)
	if m := p.Mention(k); m != nil {
		return m.Start > p.Tokens[k].Start && r.media(m) && strings.HasPrefix(w, "ل")
	}
	if !strings.HasPrefix(w, "ل") {
		return false
	}
	switch w {
	case "للصحفيين", "للصحافيين", "للاعلاميين", "ل":
		return true
	}
	_, _, ok := p.Find(k, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return rd.Prep == 'l' && p.Lex.Heads[s.Entry].Class == lexicon.HeadOutlet
	})
	return ok
}

// nominalStart reports whether a noun phrase may begin at token i.
func (r *reader) nominalStart(i, lim int) bool {
	p := r.p
	if i >= lim || i >= len(p.Tokens) || p.Tokens[i].Kind == arabic.Punct || p.Tokens[i].Gap >= arabic.Line {
		return false
	}
	w := p.Word(i)
	if phrases.Preposition(w) || phrases.Relative(w) || phrases.FiniteVerb(p, i) || clauseWord(w) {
		return w == "اي" || w == "كل"
	}
	if phrases.Adverb(w) && w != "هذا" && w != "هذه" && w != "ذلك" && w != "تلك" {
		return false
	}
	if p.Mention(i) != nil {
		return p.Mention(i).Start <= p.Tokens[i].Start
	}
	for _, rd := range p.Readings[i] {
		if rd.Cut == 0 && rd.Kinds != 0 {
			return true
		}
	}
	for _, rd := range p.Readings[i] {
		if rd.Kinds != 0 && (rd.Conj != 0 || rd.Prep != 0) {
			return false
		}
	}
	return true
}

// mayBeObject reports whether the phrase np after cue c is an object rather
// than the subject: it disagrees with the verb, or is a thing and not somebody.
func (r *reader) mayBeObject(c cue, np span, role string) bool {
	p := r.p
	if c.adverbial {
		return true
	}
	if r.leftSubject(c).name != "" {
		return true
	}
	if r.disagrees(c, np) {
		return true
	}
	who := r.resolve(np)
	if role == "content" {
		return !who.named && who.kind == "group" && c.reading.Conj != 0 && r.last.name != ""
	}
	return c.reading.Conj != 0 && r.last.name != "" && who.kind != "person" && r.sameParagraph(c.first) && !p.InTitle(c.first)
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

// disagrees reports whether np cannot be the subject of c by form: an accusative
// sound plural, or a feminine head after a masculine verb.
func (r *reader) disagrees(c cue, np span) bool {
	p := r.p
	w := p.Word(np.first)
	if m := p.Mention(np.first); m != nil && (m.Type == fact.Person || m.Type == fact.Location) {
		return c.Feminine && m.Type == fact.Person && false
	}
	if strings.HasSuffix(w, "ين") && phrases.Definite(p, np.first) && len(w) > 12 {
		return true
	}
	if !c.finite() || c.Count != arabic.Singular || c.Person != 3 {
		return false
	}
	fem := strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات") && len(w) > 8 || w == "الاطراف" || w == "القوات" || w == "الفصايل" || w == "القوي" || w == "الدول" || w == "اطراف" || w == "دول"
	return fem != c.Feminine && fem
}

// preposition reads a slot marked by a preposition, bare (على) or attached (ب).
func (r *reader) preposition(m *match, s lexicon.Slot, slots []lexicon.Slot, n, pos, lim int) (int, bool) {
	for k := pos; k < lim && k < pos+25; k++ {
		if q, ok := r.q.OpenAt(k); ok && k+1 < lim && q.Close-q.Open > 2 {
			if cut, hit := r.prepAt(s.Mark, k+1); hit && cut > 0 {
				return r.afterPreposition(m, s, slots, n, k+1, cut, lim)
			}
		}
		cut, hit := r.prepAt(s.Mark, k)
		if hit && !r.adjunct(s.Mark, k, cut) {
			return r.afterPreposition(m, s, slots, n, k, cut, lim)
		}
		if q, ok := r.q.OpenAt(k); ok && q.Closed && q.Close < lim {
			k = q.Close
			continue
		}
		w := r.p.Word(k)
		if _, strong := strongMark(w); strong && !subordinate(r.p.Word(k-1)) {
			return 0, false
		}
		if phrases.Relative(w) && k > pos {
			if e := r.relativeEnd(k, lim); e > k && r.p.Word(e) != "" {
				k = e
				continue
			}
		}
		if w == ":" || w == "؛" || k > pos && phrases.FiniteVerb(r.p, k) {
			return 0, false
		}
	}
	return 0, false
}

// prepAt reports whether the preposition mark stands at token k, and how many
// folded bytes of it stand before the noun in the same token.
func (r *reader) prepAt(mark string, k int) (cut int, ok bool) {
	p := r.p
	if p.Tokens[k].Kind != arabic.Word {
		return 0, false
	}
	w := p.Word(k)
	if w == mark {
		return 0, true
	}
	if len(mark) != 2 {
		return 0, false
	}
	want := map[string]byte{"ب": 'b', "ل": 'l', "ك": 'k'}[mark]
	if want == 0 {
		return 0, false
	}
	if phrases.Preposition(w) || phrases.Adverb(w) || clauseWord(w) {
		return 0, false
	}
	if m := p.Mention(k); m != nil && m.Start > p.Tokens[k].Start {
		for _, rd := range p.Readings[k] {
			if rd.Prep == want && p.Inner(k, int(rd.Cut)) == m.Start {
				return int(rd.Cut), true
			}
		}
		return 0, false
	} else if m != nil {
		return 0, false
	}
	for _, rd := range p.Readings[k] {
		if rd.Cut == 0 && rd.Kinds != 0 && rd.Kinds != 1<<lexicon.GivenName {
			return 0, false
		}
		if rd.Prep == want && rd.Conj == 0 && rd.Kinds != 0 {
			return int(rd.Cut), true
		}
	}
	if len(p.Readings[k]) == 0 || p.Readings[k][0].Kinds == 0 {
		if strings.HasPrefix(w, mark+"ال") || mark == "ل" && strings.HasPrefix(w, "لل") || mark == "ب" && strings.HasPrefix(w, "ب") && len(w) >= 10 {
			return 2, true
		}
	}
	return 0, false
}

// adjunct reports whether the preposition at k opens a phrase of place, time or
// occasion rather than what the verb governs.
func (r *reader) adjunct(mark string, k, cut int) bool {
	p := r.p
	next := k + 1
	if cut > 0 || len(mark) == 2 && p.Word(k) != mark {
		next = k
	}
	if next >= len(p.Tokens) || p.Date(next) != nil && mark != "من" {
		return true
	}
	switch arabic.Undet(stripPrep(p.Word(next), cut)) {
	case "شان", "خصوص", "سبب", "حسب", "حضور", "مشاركه", "صفته", "صفتها", "شكل", "اتجاه", "هامش", "حده", "جانب", "راس", "حساب", "صفحه", "حد":
		return mark != "ب" || p.Word(next) != "بمشاركه"
	}
	if m := p.Mention(next); m != nil && m.Type == fact.Location && mark == "ب" {
		return true
	}
	return (mark == "في" || mark == "ب") && phrases.Venue(p, next)
}

func stripPrep(w string, cut int) string {
	if cut > 0 && cut < len(w) {
		return w[cut:]
	}
	return w
}

// afterPreposition settles a slot whose preposition stands at k.
func (r *reader) afterPreposition(m *match, s lexicon.Slot, slots []lexicon.Slot, n, k, cut, lim int) (int, bool) {
	p := r.p
	next := k + 1
	attached := cut > 0 || len(s.Mark) == 2 && p.Word(k) != s.Mark
	if attached {
		next = k
	}
	if next >= lim {
		return 0, false
	}
	if s.Role != "content" {
		end := phrases.Extent(p, next, phrases.Walk{Limit: lim})
		if end == next {
			end = next + 1
		}
		who := span{next, end}
		switch s.Role {
		case "source":
			m.source = who
		case "target", "addressee":
			m.target = who
		}
		if n == len(slots)-1 {
			return 0, false
		}
		return end, true
	}
	m.zoneEnd, m.weak, m.rule = k, true, "statements.preposition"
	if n < len(slots)-1 {
		return next, true
	}
	m.content, m.cut = next, cut
	if attached && cut == 0 {
		m.cut = 2
	}
	if !attached {
		if _, ok := strongMark(p.Word(next)); ok {
			m.content, m.weak = next+1, false
			mm, ok := r.afterClauseMark(*m, lim)
			*m = mm
			return mm.content, ok
		}
	}
	if q, ok := r.q.OpenAt(m.content); ok && q.Close-q.Open > 2 && r.endsWith(q) && !r.isName(q) {
		m.quote, m.quoted, m.content, m.cut = q, true, q.Open+1, 0
	}
	return m.content, true
}
