package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
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
	about   span // what is explained or justified, before its reason
	source  span // who said it, where the cue only relays
	act     string
	rule    string
	at      int  // token where the first slot is met
	worded  bool // the first slot is words: كشف {النقاب} عن
	exact   bool // words of the cue's own follow it: أعرب عن {أمله}
	ofWhom  bool // the first slot is an object
}

// atOnce reports whether the cue c governs what follows it at once, words of its own
// aside: «معتبرا أن», «معربا عن أمله في».
func (m *match) atOnce(c *cue) bool {
	return m.zoneEnd-c.last <= 1 || m.exact && m.at-c.last <= 1 || m.target.first == c.last && !m.target.empty() && m.zoneEnd-m.target.last <= 1
}

// complement finds what c governs: the frame whose mark comes first. The noun
// phrase after a finite verb is taken for its subject; where no frame is met so, or
// the phrase cannot be the subject, it is taken for an object.
func (r *reader) complement(c *cue, lim int, m *match) bool {
	first := r.subjectStart(c.last, lim)
	if c.verb.Frames[0].Slots[0].Words == "فيه" && first > c.last {
		first = c.last // «جاء فيه أن»: no subject, and the frame needs the word
	}
	np := span{first, first}
	if c.finite() && first < lim && !r.is(first, isAttached) {
		np.last = r.subjectEnd(c, first, lim)
	}
	if np.empty() {
		return r.bestFrame(c, np, lim, m)
	}
	if r.clauseMark(np.last) && np.last < lim && r.p.Has(first, page.Definite) && !r.p.Named(first) && !r.disagrees(c, np) && !r.pronounSubject(c) {
		if r.bestFrame(c, np, lim, m) && !m.weak && m.zoneEnd == np.last {
			return true // «وأكد الحداد أن»: whoever stands between verb and clause
		}
	}
	none := span{first, first}
	if c.reading.Conj == 'w' && r.is(first, isMasdar) && r.p.Has(first, page.Definite) && !r.p.Named(first) && !phrases.Animate(r.p, first) {
		if r.bestFrame(c, none, lim, m) && m.at == first && (m.exact || m.worded) {
			return true // «وجدد التأكيد على أن»
		}
	}
	if r.elides(c, np) && r.bestFrame(c, none, lim, m) {
		return true
	}
	ok := r.bestFrame(c, np, lim, m)
	if ok && (!m.weak || !m.target.empty() || r.resolve(np).kind != "group" || r.resolve(np).named) || !r.continues(c) {
		return ok
	}
	if r.p.Has(first, page.Source) && !r.disagrees(c, np) {
		return ok // sources speak and are nobody's object
	}
	if o := new(match); r.bestFrame(c, none, lim, o) && (!ok || !o.target.empty()) {
		*m = *o
		return true // وحث الأطراف على: the verb needs somebody to urge
	}
	return ok
}

// subjectEnd is the token after the noun phrase at token first, right after the finite verb of
// c, as far as it can be the verb's subject.
func (r *reader) subjectEnd(c *cue, first, lim int) int {
	np := span{first, phrases.Extent(r.p, first, phrases.Walk{Limit: lim})}
	if j := np.last - 1; j > first && r.describedBefore(first, j) && r.nounWithPronoun(j) {
		np.last = j // «أكدت حركات متمردة التزامها ب»
	}
	if np.last-1 > first {
		np.last = max(np.last, r.issuedFrom(np.last-1, lim)) // «أفاد بيان صادر عن الحركة إن»
	}
	if k := np.last; k > first && k+1 < lim && r.oneMore(k) {
		if end := phrases.Extent(r.p, k, phrases.Walk{Limit: lim}); end > k && !phrases.FiniteVerb(r.p, end) {
			np.last = end // «تعهد الجيش والحركة بفتح الممرات»
		}
	}
	if k := np.last; k < lim && k-first == 2 && r.is(k, hasConj) && r.bothOf(first, k) {
		np.last++ // «أكد الوزيران القمري والتركي أهمية»
	}
	if np.last-first > 3 && r.p.Has(first, page.OfficeWord) {
		np.last = r.beforeWhom(c, np)
	}
	if np.last-first > 1 {
		np.last = r.besideSubject(c, np, lim)
	}
	return np.last
}

// bestFrame finds the frame of c that is met closest, np being its subject.
func (r *reader) bestFrame(c *cue, np span, lim int, out *match) bool {
	best, m := new(match), out
	found := false
	demand := c.verb.Class == "demand"
	attached := c.finite() && c.reading.Pronoun != "" && !resumptive(c)
	resuming := r.mayResume(c)
	letters, asked := uint64(0), false // of what stands near enough for words
	var starts [firsts]start
	for k := range c.verb.Frames {
		f := &c.verb.Frames[k]
		s := &f.Slots[0]
		if s.Kind == lexicon.TakesWords {
			if !asked {
				letters, asked = r.passable(np.last, lim).letters, true
			}
			if letters&letter(s.Words) == 0 {
				continue
			}
		}
		if attached && s.Kind != lexicon.TakesObject {
			continue // its object is attached: «التطورات التي شهدتها المدينة»
		}
		fl := loose(f)
		if found && fl && !best.loose && !best.quoted && !demand && !(best.weak && f.Act != "") {
			continue // as below, before it is looked for
		}
		at, ok := r.begins(c, f, &starts, np.last, lim)
		if !ok {
			continue
		}
		if found && at > best.zoneEnd && (fl == best.loose || demand) {
			continue // further off
		}
		if found && at == best.zoneEnd && best.plain() && clauseAlone(f) {
			continue // the same clause, as good
		}
		if !r.mayGoOn(f, at, lim) || resuming && r.takesUp(c, f) || !r.frame(c, f, np, lim, m) {
			continue
		}
		m.loose = fl
		if found && fl != best.loose && !demand {
			if !r.outweighs(c, m, best, f, np) {
				continue
			}
		} else if found && !r.closer(c, m, best, np, lim) {
			continue
		}
		if m.act == "" {
			m.act = f.Act
		}
		best, m, found = m, best, true
	}
	if found && best != out {
		*out = *best
	}
	return found
}

// plain reports whether m is met by a mark alone, neither by words of the verb's own nor by
// a preposition that opens adverbials too.
func (m *match) plain() bool { return !m.loose && !m.exact && !m.worded }

// outweighs reports whether c governs m, met by frame f, rather than best, where one of the
// two is met by a loose preposition, before which a clause or quotation counts.
func (r *reader) outweighs(c *cue, m, best *match, f *lexicon.Frame, np span) bool {
	if r.quotesWithin(c, best, m) {
		return false // «تعهد بولادة "عهد جديد"»
	}
	if (r.fast(best, np) || c.verb.Class == "relay" && best.loose && best.weak) && m.weak && m.zoneEnd > best.zoneEnd {
		return false // «نوه بالجهود … المنبثقة عن», «أفادت القناة، أمس، بإلغاء اللقاء بعد تراجع الوفد عن»
	}
	if !m.loose || r.quotesWithin(c, m, best) {
		return true
	}
	return best.weak && m.zoneEnd == np.last && f.Act != "" && strings.HasPrefix(r.p.Word(m.content), "بال")
}

// closer reports whether c governs m rather than best, both of which were met, m by a
// frame that stands further down.
func (r *reader) closer(c *cue, m, best *match, np span, lim int) bool {
	if m.noun && !best.weak && r.is(best.zoneEnd, isBian) && (phrases.Animate(r.p, m.content) || r.p.Word(m.content) == "الجميع") && best.zoneEnd == phrases.Extent(r.p, m.content, phrases.Walk{Limit: lim}) {
		return false // «مذكرا الجميع بأن»: whom, and of what
	}
	if !best.source.empty() && m.weak && m.content == best.source.first {
		return false // «أفادت الوكالة عن مصدر بأن»: from whom, and what
	}
	if !m.source.empty() && best.source.empty() && m.content == best.content && m.weak == best.weak {
		return true
	}
	if m.content == best.content && !m.weak && !best.weak && m.quoted == best.quoted && !best.noun {
		if m.ofWhom && c.verb.Act == "demand" && !m.target.empty() && best.target.empty() && m.target.first == np.last {
			return true // «دعا الحكومة إلى أن»: of whom as well
		}
		if m.at == best.at {
			return false // «أصر على أن» before «أصر على»
		}
	}
	if m.noun && best.noun && m.target.empty() && m.content == best.target.first && r.is(best.content, isMasdar|isWholeNoun|isWhole) && c.verb.Class == "demand" && phrases.Animate(r.p, m.content) {
		return false // «ناشد الأطراف وقف القتال»: whom, and what
	}
	if m.at == best.at && m.exact != best.exact {
		return m.exact
	}
	if m.at == best.at && m.worded != best.worded && m.noun != best.noun && (!r.p.Has(m.at, page.Suffixed) || (c.verb.Class == "continue" || c.verb.Past == "أبدى" || c.verb.Past == "سجل") && r.atHand(max(m.zoneEnd, best.zoneEnd), m.at+1, lim)) {
		return m.worded // «كشف النقاب عن»: no object of its own
	}
	if !c.finite() && m.zoneEnd == best.zoneEnd && best.target.empty() && m.target.first == c.last && !m.target.empty() {
		return true // «مطالبا الحكومة بوقف»: of whom as well
	}
	return m.zoneEnd < best.zoneEnd || m.zoneEnd == best.zoneEnd && m.worded && !best.worded && m.noun == best.noun && m.content == best.content
}

// fast reports whether m is met at once by a preposition that tells what c does, so that
// another one further on is no part of it: «نوه الوزير بالجهود المنبثقة عن الحوار».
func (r *reader) fast(m *match, np span) bool {
	return m.loose && m.act != "" && m.zoneEnd == np.last && strings.HasPrefix(r.p.Word(m.content), "بال")
}

// quotesWithin reports whether the quotation that m takes for what is said only goes on
// with the noun after the preposition that loose takes: «تعهد بولادة "عهد جديد"».
func (r *reader) quotesWithin(c *cue, loose, m *match) bool {
	if !takesPosition(c.verb.Class) || c.verb.Class == "announce" || !loose.loose || m.loose || !m.quoted || m.colon || loose.quoted || m.quote.Open <= loose.content || m.quote.Open-loose.content > 3 || r.p.Word(m.quote.Open-1) == ":" {
		return false
	}
	for k := loose.content; k < m.quote.Open; k++ {
		if r.p.Mark(k) || r.p.Has(k, page.Venue) || r.p.Named(k) {
			return false
		}
	}
	return true
}

// continues reports whether cue c may go on with a speaker told before: joined to
// what went before, or with its subject before it.
func (r *reader) continues(c *cue) bool {
	if c.reading.Conj == 0 && r.opposes(c.first-1) && !r.is(c.last, isMasdar) && !r.p.Has(c.last, page.Suffixed|page.Preposition) {
		return false // «في حين رفضت أجنحة متشددة»: of somebody else
	}
	if c.reading.Conj != 0 || r.p.Word(c.first-1) == "كما" || r.saidInSentence() {
		return r.last.name != "" && r.sameParagraph(c.first) && !r.otherGender(c) || r.saidInSentence() && !r.otherGender(c) || r.sentenceSubject(c.first).name != "" || r.leftSubject(c).name != ""
	}
	if w := r.p.Word(c.first - 1); (w == "حيث" || w == "اذ") && r.sentenceSubject(c.first-1).name != "" {
		return true // «تحدث الوزير إلى الصحفيين، حيث أكد استعداده»
	}
	return r.leftSubject(c).name != ""
}

// otherGender reports whether the verb of c is of another gender than that of who spoke
// last: «قال المسؤول إن … ودعت الحكومة».
func (r *reader) otherGender(c *cue) bool {
	if r.last.gender == unknown || !c.finite() || c.Person != 3 || c.Count != arabic.Singular {
		return false
	}
	return c.Feminine != (r.last.gender == female)
}

// opposes reports whether token i sets a clause against the one before, and so tells of
// another subject: «في حين», «بينما», «فيما».
func (r *reader) opposes(i int) bool {
	switch r.p.Word(i) {
	case "بينما", "وبينما", "فيما", "وفيما":
		return true
	case "حين":
		w := r.p.Word(i - 1)
		return w == "في" || w == "وفي"
	}
	return false
}

// notSubject reports whether the phrase np after c cannot be its subject: it is a
// thing, or disagrees with the verb.
func (r *reader) notSubject(c *cue, np span) bool {
	if r.disagrees(c, np) || c.verb.Class == "demand" && r.addressed(np) {
		return true
	}
	if r.is(np.first, isMasdar) && !r.p.Named(np.first) && !r.p.Has(np.first, page.Source|page.Animate) && c.reading.Conj == 'w' && r.saidInSentence() && r.p.Has(np.last, page.Preposition) {
		return true // «وأكد الاتفاق على لقاء آخر»
	}
	if r.misspelt(c, np) || r.p.Word(np.last-1) == "اخرون" || r.ownsObject(np) {
		return false
	}
	switch r.p.Word(np.first) {
	case "البعض", "بعضهم", "اخرون", "كثيرون", "الجميع", "الاخير", "الاخيره", "الاول", "الاولي", "الثاني", "الثانيه":
		return false
	}
	return !phrases.Animate(r.p, r.counted(np)) && !r.document(np) && !r.capitalised(np)
}

// addressed reports whether np is the world at large, of which things are asked and
// which asks nothing: «المجتمع الدولي», «الأسرة الدولية».
func (r *reader) addressed(np span) bool {
	if np.last-np.first < 2 {
		return false
	}
	head, next := r.p.Word(np.first), r.p.Word(np.first+1)
	return head == "المجتمع" && next == "الدولي" || (head == "الاسره" || head == "المجموعه") && next == "الدوليه" || (head == "الراي" && next == "العام")
}

// capitalised reports whether a phrase holds a name, whatever its head.
func (r *reader) capitalised(s span) bool {
	for k := s.first; k < s.last; k++ {
		if r.p.Mention(k) != nil {
			return true
		}
	}
	return false
}

// loose reports whether a frame's content follows a preposition that also opens
// adverbials (ب، من، في، ل), so that a clause after it is the likelier content.
func loose(f *lexicon.Frame) bool {
	if len(f.Slots) > 1 {
		return false
	}
	s := &f.Slots[0]
	if s.Kind != lexicon.TakesPreposition {
		return false
	}
	switch s.Mark {
	case "ب", "من", "في", "ل":
		return true
	}
	return false
}
