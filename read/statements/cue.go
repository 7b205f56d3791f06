package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
	"mahdar/text"
)

// cue is a verb, participle or noun that may open a statement.
type cue struct {
	first, last int // tokens
	bytes       text.Span
	verb        *lexicon.Verb
	reading     lexicon.Reading
	arabic.Feature
	adverbial bool // مضيفا, مؤكدة: continues the subject of its clause
}

// finite reports whether the cue is a verb with a subject.
func (c cue) finite() bool {
	return c.Tense == arabic.Past || c.Tense == arabic.Present || c.Tense == arabic.Jussive
}

// cues are the ways to take token i as a form of a verb of speech, finite forms
// first. They are found once for each token.
func (r *reader) cues(i int) []cue {
	if i < 0 || i >= len(r.seen) {
		return nil
	}
	run := &r.seen[i]
	if !run.known {
		from := len(r.pool)
		r.findCues(i, true)
		r.findCues(i, false)
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

// findCues adds the finite or the other cues of token i to the pool.
func (r *reader) findCues(i int, finite bool) {
	p := r.p
	speech := false
	for _, rd := range p.Readings[i] {
		speech = speech || rd.Kinds.Has(lexicon.SpeechWord)
	}
	if w := p.Word(i); !speech || phrases.Preposition(w) && !(w == "قبل" && r.afterQad(i)) || phrases.Relative(w) || p.Mention(i) != nil && !r.verbAsPlace(i) {
		return
	}
	for _, rd := range p.Readings[i] {
		if !rd.Kinds.Has(lexicon.SpeechWord) {
			continue
		}
		for _, s := range p.Lex.Senses(rd) {
			if s.Kind != lexicon.SpeechWord {
				continue
			}
			c := cue{first: i, last: i + 1, verb: &p.Lex.Speech[s.Entry], reading: rd, Feature: s.Feature, bytes: p.StemSpan(i, rd)}
			if c.finite() {
				if finite && r.finiteAt(i, rd, s) {
					r.pool = append(r.pool, c)
				}
				continue
			}
			if finite {
				continue
			}
			if s.Tense == arabic.Participle {
				c.adverbial = !rd.Det && rd.Prep == 0 && rd.Pronoun == "" && (s.Adverbial || s.Feminine && s.Count == arabic.Singular || s.Count == arabic.Plural && !s.Feminine)
				if !c.adverbial || c.verb.Class == "source" {
					continue
				}
			}
			if s.Tense == arabic.Masdar && rd.Prep != 0 && r.wholeWithPronoun(i) {
				continue
			}
			if s.Tense == arabic.Masdar && c.verb.Class == "say" && c.verb.Past == "قال" && rd.Prep == 'b' && (rd.Det || rd.Pronoun != "") {
				c.Tense, c.adverbial = arabic.Participle, true
			}
			if c.Tense == arabic.Participle || c.Tense == arabic.Masdar {
				r.pool = append(r.pool, c)
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

// verbAsPlace reports whether the name of a place at token i is a verb with و after
// all, as it heads its sentence and somebody follows: «ودان الوزير» condemns, «ودان» is a
// town.
func (r *reader) verbAsPlace(i int) bool {
	p := r.p
	m := p.Mention(i)
	return r.opensSentence(i) && m.Type == fact.Location && m.Start == p.Tokens[i].Start && m.End == p.Tokens[i].End && phrases.Animate(p, i+1)
}

// bySaying reports whether the cue is «بقوله», «بالقول», which brings the words of
// the subject of any verb.
func (c cue) bySaying() bool { return c.adverbial && c.reading.Prep == 'b' }

// finiteAt reports whether the verb sense s of reading rd can be a verb where
// token i stands.
func (r *reader) finiteAt(i int, rd lexicon.Reading, s lexicon.Sense) bool {
	class := r.p.Lex.Speech[s.Entry].Class
	if rd.Undet || rd.Prep != 0 && rd.Prep != 's' || rd.Prep == 's' && s.Tense != arabic.Present || s.Person == 2 || s.Person == 1 || class == "source" || class == "according" {
		return false
	}
	if r.named(i, rd) || r.passive(i, s) || r.nounInConstruct(i, rd) || rd.Pronoun != "" && r.p.Lex.Speech[s.Entry].Past == "بين" {
		return false
	}
	whole, after := r.wholeNoun(i), r.afterPreposition1(i)
	if (s.Count == arabic.Dual || s.Feminine && s.Count == arabic.Plural || after) && (whole || after) && rd.Conj == 0 {
		return false
	}
	if r.p.Word(i-1) == "لم" || r.p.Word(i-1) == "ولم" {
		switch class { // what was not said is no statement
		case "say", "announce", "pledge", "relay", "continue":
			return false
		}
	}
	return !(s.Tense == arabic.Jussive && !r.negator(i) || whole && (rd.Cut > 0 || rd.Pronoun != "") && !(rd.Conj == 'w' && r.opensSentence(i)) || r.impersonal(i, s))
}

// opensSentence reports whether token i is the first of a sentence, where a verb with
// و is likelier than a noun that begins with و.
func (r *reader) opensSentence(i int) bool {
	return i == 0 || r.p.Tokens[i].Gap >= arabic.Line || r.p.Word(i-1) == "."
}

// named reports whether token i is a given name that goes on with an unknown word
// or another name: «ويحيى صالح».
func (r *reader) named(i int, rd lexicon.Reading) bool {
	p := r.p
	given := false
	for _, x := range p.Readings[i] {
		given = given || x.Cut == rd.Cut && x.Kinds.Has(lexicon.GivenName)
	}
	if !given || r.opensSentence(i) || i+1 >= len(p.Tokens) || p.Tokens[i+1].Kind != arabic.Word {
		return false
	}
	return len(p.Readings[i+1]) == 0 || p.Is(i+1, lexicon.GivenName)
}

// passive reports whether a present verb is written with ى where its active has
// ي: «يدعى» is called, «يدعي» claims.
func (r *reader) passive(i int, s lexicon.Sense) bool {
	return s.Tense == arabic.Present && strings.HasSuffix(r.p.Tokens[i].Span().In(r.p.Source), "ى") && strings.HasSuffix(r.p.Lex.Speech[s.Entry].Present, "ي")
}

// nounInConstruct reports whether token i, a noun by form as well, follows an
// indefinite noun, which no verb does: «ضرورة تمسك الأطراف», «أكبر قدر من».
func (r *reader) nounInConstruct(i int, rd lexicon.Reading) bool {
	p := r.p
	if rd.Conj != 0 || i == 0 || p.Tokens[i].Gap >= arabic.Line || p.Tokens[i-1].Kind != arabic.Word {
		return false
	}
	noun := r.wholeNoun(i)
	for _, s := range p.Lex.Senses(rd) {
		noun = noun || s.Tense == arabic.Masdar
	}
	w := p.Word(i - 1)
	return noun && !phrases.Definite(p, i-1) && p.Mention(i-1) == nil && p.Date(i-1) == nil && !phrases.Adverb(w) && !phrases.Preposition(w) && !lead(w) &&
		!phrases.FiniteVerb(p, i-1) && r.bareNoun(i-1)
}

// bareNoun reports whether token i is a known noun or adjective without a pronoun.
func (r *reader) bareNoun(i int) bool {
	for _, rd := range r.p.Readings[i] {
		if rd.Pronoun != "" {
			continue
		}
		for _, s := range r.p.Lex.Senses(rd) {
			if s.Kind == lexicon.Common && (s.Entry == 'n' || s.Entry == 'a') || s.Tense == arabic.Masdar || s.Kind == lexicon.UnitWord {
				return true
			}
		}
	}
	return false
}

// afterPreposition1 reports whether token i follows a bare preposition, after
// which no verb stands: «في عرض البحر».
func (r *reader) afterPreposition1(i int) bool {
	if i == 0 || r.p.Tokens[i].Gap >= arabic.Line {
		return false
	}
	if r.p.Word(i-1) == "من" && r.someone(i-2) {
		return false
	}
	switch r.p.Word(i - 1) {
	case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "بين", "منذ", "ضد", "عند", "تحت", "عبر", "ضمن", "بدون", "بسبب", "نحو", "بشان", "اثر", "عقب", "خلال", "بعيد", "قبيل", "كل", "اي":
		return true
	case "هذا", "هذه":
		return r.wholeNoun(i)
	}
	return false
}

// someone reports whether token i is the head of «هناك من», «ثمة من», which stand
// for somebody unnamed.
func (r *reader) someone(i int) bool {
	switch r.p.Word(i) {
	case "هناك", "وهناك", "ثمه", "وثمه", "منهم", "ومنهم", "بينهم":
		return true
	}
	return false
}

// afterQad reports whether token i follows قد or أن, which only a verb does.
func (r *reader) afterQad(i int) bool {
	switch r.p.Word(i - 1) {
	case "قد", "وقد", "ان", "فقد":
		return true
	}
	return false
}

// negator reports whether token i follows لم or لا, after which verbs are short.
func (r *reader) negator(i int) bool {
	switch r.p.Word(i - 1) {
	case "لم", "لا", "ولم", "ولا", "فلم", "الا":
		return true
	}
	return false
}

// wholeNoun reports whether token i is an ordinary noun, adjective or particle
// as it stands, so that a verb with particles in it is unlikely.
func (r *reader) wholeNoun(i int) bool {
	for _, rd := range r.p.Readings[i] {
		if rd.Cut > 0 || rd.Pronoun != "" {
			continue
		}
		for _, s := range r.p.Lex.Senses(rd) {
			if s.Kind == lexicon.Common && s.Entry != 'v' || s.Kind == lexicon.UnitWord {
				return true
			}
		}
	}
	return false
}

// impersonal reports whether the verb at i is the article's own «يذكر أن»، «قيل إن»: a
// passive with nobody behind it.
func (r *reader) impersonal(i int, s lexicon.Sense) bool {
	p := r.p
	switch p.Word(i) {
	case "اعتبر", "وصف", "سمي":
		return p.Word(i-1) == "فيما" || p.Word(i-1) == "ما"
	case "يعتبر", "ويعتبر", "تعتبر", "وتعتبر", "يعتقد", "ويعتقد", "يتوقع", "ويتوقع", "يفترض", "ويفترض", "المفترض", "يرجح", "ويرجح":
		mark := r.clauseMark(i + 1)
		return mark && (i == 0 || r.p.Word(i-1) == "." || p.Word(i-1) == "كما" || phrases.Relative(p.Word(i-1)) || p.Mark(i-1) || strings.HasPrefix(p.Word(i), "و")) || phrases.Relative(p.Word(i-1)) && !phrases.Animate(p, i+1)
	case "يذكر", "ويذكر", "يشار", "ويشار", "تجدر", "وتجدر", "يجدر", "قيل", "يقال", "ويقال", "وقيل":
		mark := r.clauseMark(i + 1)
		return mark || p.Word(i+1) == "الي" || p.Word(i+1) == "هنا" || p.Word(i) == "قيل" || p.Word(i) == "يقال"
	}
	return false
}

// inQuote reports whether token i stands in a closed quotation.
func (r *reader) inQuote(i int) bool {
	q, ok := r.q.In(i)
	return ok && q.Closed
}

// verbal reads a statement told by a finite verb or an adverbial participle.
func (r *reader) verbal(i int) (draft, bool) {
	best, found := draft{}, false
	for _, c := range r.cues(i) {
		if !c.finite() && !c.adverbial {
			continue
		}
		if c.Tense == arabic.Participle && (!r.opensAdverbial(c) || i < r.zone) || i < r.zone && attributed(r.p.Word(i-1)) {
			continue
		}
		d, ok := r.clause(c)
		if !ok {
			d, ok = r.antecedentClaim(c)
		}
		if !ok || r.onlyAdjective(c, d) {
			continue
		}
		if !found || d.zone.last < best.zone.last {
			best, found = d, true
		}
		if found && c.finite() {
			break
		}
	}
	return best, found
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

// onlyAdjective reports whether a participle is an adjective after all: after an
// indefinite accusative («أمرا متوقعا»), or a feminine or plural without a comma that does
// not govern a clause at once.
func (r *reader) onlyAdjective(c cue, d draft) bool {
	if c.Tense != arabic.Participle || c.reading.Conj == 'w' || c.bySaying() || r.p.Mark(c.first-1) {
		return false
	}
	if c.Adverbial {
		return r.accusative(c.first-1) && d.rule == "statements.object"
	}
	plural := c.Count == arabic.Plural && phrases.Definite(r.p, c.first-1)
	return d.zone.last-c.last > 1 || d.weak && !(plural && d.rule == "statements.preposition")
}

// opensAdverbial reports whether a participle stands where it continues a
// clause: after a comma or و, or at the head of what it governs, and not as an
// adjective of the noun before it.
func (r *reader) opensAdverbial(c cue) bool {
	if c.first == r.sent.First {
		return false
	}
	return c.Adverbial || c.bySaying() || c.reading.Conj == 'w' || r.p.Mark(c.first-1) || r.state(c)
}

// state reports whether an indefinite participle stands after a definite noun or a
// name, whose adjective it cannot be: it tells the state of the clause's subject («حقها
// في التخصيب مؤكدة أن»).
func (r *reader) state(c cue) bool {
	p := r.p
	k := c.first - 1
	if !c.adverbial || k < 0 || p.Tokens[c.first].Gap >= arabic.Line || p.Tokens[k].Kind != arabic.Word {
		return false
	}
	if !phrases.Definite(p, k) && p.Mention(k) == nil && p.Date(k) == nil {
		return false
	}
	for j := k; j >= 0 && j > k-25; j-- {
		switch {
		case r.clauseMark(j):
			return false // its predicate: «أن الحكومة حريصة على»
		case phrases.FiniteVerb(p, j) || r.pastVerb(j), p.Word(j) == ".", p.Tokens[j].Gap >= arabic.Line:
			return true
		}
	}
	return true
}

// clause reads the clause that cue c opens.
func (r *reader) clause(c cue) (draft, bool) {
	lim := r.clauseLimit(c)
	m, ok := r.complement(c, lim)
	if !ok {
		if m, ok = r.bare(c, lim); !ok {
			return draft{}, false
		}
	}
	d := draft{cue: c, zone: span{c.last, m.zoneEnd}, first: m.content, target: m.target, act: m.act, rule: m.rule, weak: m.weak}
	if m.weak && c.first > r.sent.First && phrases.Relative(r.p.Word(c.first-1)) {
		switch act := r.plainAct(c, m); act {
		case "state", "accept", "expect", "praise", "announce":
			return draft{}, false
		}
	}
	if !r.subject(&d, m) {
		return draft{}, false
	}
	r.extentOf(&d, m)
	if d.end <= d.start {
		return draft{}, false
	}
	r.through(&d)
	if !m.source.empty() {
		d.rule = "statements.relay"
	}
	return d, true
}

// bare matches a report whose clause follows the subject without إن: «وقال بيان
// الوفد سيصل المبعوث غدا».
func (r *reader) bare(c cue, lim int) (match, bool) {
	if !c.finite() || c.reading.Pronoun != "" || c.verb.Past != "قال" && c.verb.Class != "continue" {
		return match{}, false
	}
	np := span{c.last, phrases.Extent(r.p, c.last, phrases.Walk{Limit: lim})}
	if np.empty() || np.last >= lim-2 || !r.resolve(np).named && !phrases.Animate(r.p, np.first) {
		return match{}, false
	}
	if !phrases.FiniteVerb(r.p, np.last) && !r.futureVerb(np.last) {
		return match{}, false
	}
	return match{zoneEnd: np.last, content: np.last, subject: np, rule: "statements.bare"}, true
}

// plainAct is the act by verb and frame alone.
func (r *reader) plainAct(c cue, m match) string {
	if m.act != "" {
		return m.act
	}
	return c.verb.Act
}

// clauseLimit is the token where what a cue governs must have begun: the end
// of its sentence, at most 70 tokens on.
func (r *reader) clauseLimit(c cue) int {
	lim := min(r.sent.Last, c.last+70)
	// The quotation may open on the next line: «وقال:» and a paragraph.
	if lim == r.sent.Last && lim < len(r.p.Tokens) && r.p.Word(lim-1) == ":" {
		lim++
	}
	return lim
}

// venueWord reports whether token i begins a phrase of occasion.
func (r *reader) venueWord(i int) bool { return phrases.Venue(r.p, i) }
