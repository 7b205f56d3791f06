package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
	"mahdar/text"
)

// cue is a verb, participle or noun that may open a statement.
type cue struct {
	first, last int // tokens
	bytes       text.Span
	verb        *lexicon.Verb
	reading     *lexicon.Reading // nil for what is no word of the table
	arabic.Feature
	adverbial bool // مضيفا, مؤكدة: continues the subject of its clause
	led       bool // «إلى القول»: what the clause's verb leads somebody to
}

// finite reports whether the cue is a verb with a subject.
func (c *cue) finite() bool { return finite(c.Tense) }

func finite(t arabic.Tense) bool {
	return t == arabic.Past || t == arabic.Present || t == arabic.Jussive
}

// cues are the ways to take token i as a form of a verb of speech, finite forms
// first. They are found once for each token.
func (r *reader) cues(i int) []cue {
	if !r.p.Has(i, page.Speech) {
		return nil
	}
	run := &r.seen[i]
	if !run.known {
		from := len(r.pool)
		r.findCues(i)
		r.seen[i] = cueRun{int32(from), uint16(len(r.pool) - from), true}
	}
	return r.pool[run.from : int(run.from)+int(run.n)]
}

// cueRun says where the cues of a token stand in the pool.
type cueRun struct {
	from  int32
	n     uint16
	known bool
}

// findCues adds the cues of token i to the pool, finite ones first.
func (r *reader) findCues(i int) {
	if r.noSpeech(i) {
		return
	}
	if r.is(i, isFinite) {
		r.finiteCues(i)
	}
	if r.is(i, isVerbNoun) {
		r.nounCues(i)
	}
}

// noSpeech reports whether token i, which has the form of a word of speech, is another word
// where it stands: a preposition, a place, a name in a list, an adverb.
func (r *reader) noSpeech(i int) bool {
	p := r.p
	w := p.Word(i)
	if r.is(i, isWawPrep) && r.is(i, isWaw) && !phrases.Animate(p, i+1) && !(r.clauseMark(i+1) && w == "وابان") && !(w == "وعبر" && p.Word(i+1) == "عن") {
		return true // وقبل يومين من الجولة
	}
	if p.Has(i, page.Preposition) && !(w == "قبل" && r.afterQad(i)) && !r.voices(i) && !r.explains(i) || p.Has(i, page.Relative) || p.Mention(i) != nil && !r.verbAsPlace(i) {
		return true
	}
	if r.is(i+1, isComma) && (r.is(i-1, isComma) && r.listed(i) || p.Word(i-1) == "(") {
		return true
	}
	if (w == "وبين" || w == "بين") && !r.clauseMark(phrases.Extent(p, i+1, phrases.Walk{Limit: min(r.sent.Last, i+12)})) {
		return true // «بين إسرائيل والفلسطينيين وبين إسرائيل والجوار»
	}
	if w != "مجددا" {
		return false
	}
	return !p.Has(i+1, page.Suffixed) && !(r.is(i-1, isComma) && r.is(i+1, isMasdar)) || phrases.FiniteVerb(p, i-1) // «حاول مجددا»: once more
}

// nounCues adds the participles and nouns of action that token i may be to the pool.
func (r *reader) nounCues(i int) {
	p := r.p
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if !rd.Kinds.Has(lexicon.SpeechWord) || rd.Pronoun == "ه" && strings.HasSuffix(p.Tokens[i].Span().In(p.Source), "ة") {
			continue // «مطالبة» is no مطالب with a pronoun
		}
		senses := rd.Own()
		for n := range senses {
			s := &senses[n]
			if s.Kind != lexicon.SpeechWord || s.Tense != arabic.Participle && s.Tense != arabic.Masdar {
				continue
			}
			c := cue{first: i, last: i + 1, verb: &p.Lex.Speech[s.Entry], reading: rd, Feature: s.Feature, bytes: p.StemSpan(i, *rd)}
			if s.Tense == arabic.Participle && r.participleCue(&c, s) || s.Tense == arabic.Masdar && r.masdarCue(&c) {
				r.pool = append(r.pool, c)
			}
		}
	}
}

// listed reports whether token i, between commas, is a name in a list in brackets: «الجمعيات
// (الأمل، وعد، التجمع)».
func (r *reader) listed(i int) bool {
	for k := i - 2; k >= r.sent.First && k > i-16; k-- {
		switch r.p.Word(k) {
		case "(":
			return true
		case ")", ":":
			return false
		}
	}
	return false
}

// voices reports whether the عبر at token i is the verb and not «by way of»: after a
// particle of clauses, with somebody and what he voices behind it («فيما عبر الوزير عن قلقه»).
func (r *reader) voices(i int) bool {
	p := r.p
	if p.Word(i) != "عبر" || !r.is(i-1, isLead|isComma|isPron) && i != r.sent.First || !phrases.Animate(p, i+1) && !p.Named(i+1) && !r.afterQad(i) {
		return false
	}
	for k := i + 1; k < r.sent.Last && k < i+14; k++ {
		if p.Word(k) == "عن" {
			return true
		}
		if phrases.FiniteVerb(p, k) {
			break
		}
	}
	return false
}

// byTelling reports whether the noun at token i, with ب and article, tells by what
// words a deed was done: «بدأ كلمته بالإشارة إلى أن», «استبق اللقاء بالتحذير من».
func (r *reader) byTelling(i int, class string) bool {
	switch class {
	case "say", "warn":
	default:
		return false
	}
	switch r.p.Word(i + 1) {
	case "الي", "علي", "عن", "من", "ان", "بان":
		return true
	}
	return false
}

// explains reports whether the أبان at token i is the verb and not the preposition إبان.
func (r *reader) explains(i int) bool {
	if r.p.Word(i) != "ابان" || !strings.HasPrefix(r.p.Tokens[i].Span().In(r.p.Source), "أ") {
		return false
	}
	return r.clauseMark(i+1) || phrases.Animate(r.p, i+1) || r.p.Named(i+1)
}

// finiteCues adds the verbs that token i may be to the pool.
func (r *reader) finiteCues(i int) {
	p := r.p
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if !rd.Kinds.Has(lexicon.SpeechWord) {
			continue
		}
		senses := rd.Own()
		for n := range senses {
			s := &senses[n]
			if s.Kind == lexicon.SpeechWord && rd.Prep == 'l' && s.Tense == arabic.Present && r.comesOut(i, rd, s) {
				c := cue{first: i, last: i + 1, verb: &p.Lex.Speech[s.Entry], reading: rd, Feature: s.Feature, bytes: p.StemSpan(i, *rd), adverbial: true, led: true}
				c.Tense = arabic.Participle
				r.pool = append(r.pool, c)
			} else if s.Kind == lexicon.SpeechWord && finite(s.Tense) && r.finiteAt(i, rd, s) {
				r.pool = append(r.pool, cue{first: i, last: i + 1, verb: &p.Lex.Speech[s.Entry], reading: rd, Feature: s.Feature, bytes: p.StemSpan(i, *rd)})
			}
		}
	}
}

// wholeWithPronoun reports whether token i is a known noun with a pronoun and no
// particle: بحثهم is بحث + هم before it is ب + حث + هم.
func (r *reader) wholeWithPronoun(i int) bool {
	for _, rd := range r.p.Readings[i] {
		if rd.Cut == 0 && rd.Pronoun != "" && rd.Kinds != 0 {
			return true
		}
	}
	return false
}

// bySaying reports whether the cue is «بقوله», «بالقول», which brings the words of
// the subject of any verb, or «إلى القول».
func (c *cue) bySaying() bool { return c.adverbial && (c.reading.Prep == 'b' || c.led) }

// verbal reads a statement told by a finite verb or an adverbial participle.
func (r *reader) verbal(i int, d *draft) bool {
	found := false
	cs := r.cues(i)
	if len(cs) > 0 && r.keepsBack(i) {
		return false
	}
	for n := range cs {
		c := &cs[n]
		if !c.finite() && !c.adverbial {
			continue
		}
		if c.Tense == arabic.Participle && (!r.opensAdverbial(c) || i < r.zone) || i < r.zone && attributed(r.p.Word(i-1)) {
			continue
		}
		if !found && r.says(c, d) || found && r.saysCloser(c, d) {
			found = true
			if c.finite() && d.explicit {
				break
			}
		}
	}
	return found || len(cs) > 0 && r.saidAfter(&cs[0], d)
}

// saidAfter reads the quotation that opens the sentence and ends right before c, whose subject
// follows it: «"الهدنة صامدة"، قال الوزير للصحفيين».
func (r *reader) saidAfter(c *cue, d *draft) bool {
	p, k := r.p, c.first-1
	if !r.is(r.sent.First, isQuote) || !c.finite() || c.reading.Conj != 0 || c.reading.Pronoun != "" || c.verb.Class != "say" && c.verb.Class != "continue" && (c.verb.Class != "describe" || r.beforeThus(k) == k) {
		return false
	}
	k = r.beforeThus(k)
	if r.is(k, isComma) {
		k--
	}
	q, ok := r.q.OpenAt(r.sent.First)
	if !ok || !q.Closed || q.Close != k || q.Close-q.Open < 4 || len(r.out) > 0 && r.out[len(r.out)-1].last > q.Open {
		return false
	}
	np := span{c.last, phrases.Extent(p, c.last, phrases.Walk{Limit: r.sent.Last})}
	if np.empty() && c.last+1 >= r.sent.Last && c.verb.Class == "continue" && r.last.name != "" { // «"الهدنة صامدة"، يضيف.»
		*d = draft{cue: *c, zone: span{c.last, c.last}, rule: "statements.quotation", speaker: r.continued(c)}
		r.extentOf(d, &match{content: q.Open + 1, quote: q, quoted: true})
		r.through(d)
		return d.end > d.start
	}
	if np.empty() || !phrases.Animate(p, np.first) && !r.resolve(np).named || !r.maySpeak(c, np) || r.clauseMark(np.last) {
		return false
	}
	*d = draft{cue: *c, zone: span{c.last, np.last}, rule: "statements.quotation", explicit: true, speaker: r.settle(np)}
	r.extentOf(d, &match{content: q.Open + 1, quote: q, quoted: true})
	r.through(d)
	return d.end > d.start
}

// says reads what cue c tells into d.
func (r *reader) says(c *cue, d *draft) bool {
	return (r.clause(c, d) || r.antecedentClaim(c, d)) && !r.onlyAdjective(c, d)
}

// saysCloser reports whether cue c tells something, and lays it into d where that is
// closer to c than what d has is to its cue.
func (r *reader) saysCloser(c *cue, d *draft) bool {
	var o draft
	if !r.says(c, &o) {
		return false
	}
	if o.zone.last < d.zone.last || o.explicit && !d.explicit && o.cue.finite() && d.cue.finite() {
		*d = o
	}
	return true
}

// attributed reports whether a verb after w (folded) belongs to an attribution:
// «بحسب ما أعلن», «حسبما أورد».
func attributed(w string) bool {
	switch w {
	case "ما", "لما", "حسبما", "وفقما", "بحسبما", "كما":
		return true
	}
	return false
}

// clause reads the clause that cue c opens.
func (r *reader) clause(c *cue, d *draft) bool {
	lim := r.clauseLimit(c)
	m := new(match)
	if !r.complement(c, lim, m) && !r.bare(c, lim, m) {
		return false
	}
	if m.weak && r.secrecy(m.content-1) && r.p.Has(m.content, page.Suffixed) {
		return false // «تحدث شريطة عدم الكشف عن هويته»
	}
	if (m.noun || m.rule == "statements.literal" && c.verb.Past == "ألقى" || m.weak && c.verb.Past == "أدلى") && r.tellsWithin(c, m.content) {
		return false // «نشر تغريدة أمس، قال فيها», «ألقى خطابا تعهد فيه ب»
	}
	if k := m.target.first; !m.target.empty() && r.is(k, isQuote) && (r.is(k+1, isMasdar) && !r.p.Has(k+1, page.Definite) || r.p.Word(k+1) == "عدم") && r.p.Mention(k+1) == nil {
		return false // «حث الحكومة "عدم إهمال المفاوضات"»: what is asked, and of nobody
	}
	if !m.target.empty() && paper(r.p.Word(m.target.first)) && r.tellsWithin(c, m.target.first) {
		return false // «وجه رسالة إلى الوفد طالب فيها ب»
	}
	*d = draft{cue: *c, zone: span{c.last, m.zoneEnd}, first: m.content, target: m.target, act: m.act, rule: m.rule, weak: m.weak}
	if m.weak && c.first > r.sent.First && r.p.Has(c.first-1, page.Relative) && !r.atTime(c, m) && !r.tellsOfMan(c) {
		switch act := r.plainAct(c, m); act {
		case "state", "accept", "expect", "praise", "announce":
			return false
		}
	}
	if !r.subject(d, m) {
		return false
	}
	r.extentOf(d, m)
	if d.end <= d.start {
		return false
	}
	r.toOutlet(d)
	r.through(d)
	if !m.source.empty() {
		d.rule = "statements.relay"
	}
	return true
}

// tellsOfMan reports whether the relative before c only goes on to tell of somebody by name,
// from whom a comma parts it: «والتقى سالم، الذي أشاد بالاتفاق».
func (r *reader) tellsOfMan(c *cue) bool {
	if c.Tense != arabic.Past || c.reading.Pronoun != "" || !r.is(c.first-2, isComma) {
		return false
	}
	m := r.p.Mention(c.first - 3)
	if r.p.Word(c.last) == "نفسه" {
		return false // «الذي أعلن نفسه رئيسا»
	}
	return m != nil && m.Type == fact.Person && !c.Feminine
}

// atTime reports whether the relative before c speaks of the time at which somebody named
// after it spoke: «في الوقت الذي أعلنت فيه الحركة».
func (r *reader) atTime(c *cue, m *match) bool {
	return r.p.Word(c.first-2) == "الوقت" && r.p.Word(c.last) == "فيه" && !m.subject.empty() && phrases.Animate(r.p, m.subject.first)
}

// plainAct is the act by verb and frame alone.
func (r *reader) plainAct(c *cue, m *match) string {
	if m.act != "" {
		return m.act
	}
	return c.verb.Act
}

// clauseLimit is the token where what a cue governs must have begun: the end
// of its sentence, at most 70 tokens on.
func (r *reader) clauseLimit(c *cue) int {
	lim := min(r.sent.Last, c.last+70)
	// The quotation may open on the next line: «وقال:» and a paragraph.
	if lim == r.sent.Last && lim < len(r.p.Tokens) && r.p.Word(lim-1) == ":" {
		lim++
	}
	return lim
}
