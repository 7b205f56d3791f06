package statements

import (
	"strings"

	"mahdar/arabic"
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
// first.
func (r *reader) cues(i int) []cue {
	p := r.p
	var finite, rest []cue
	w := p.Word(i)
	if phrases.Preposition(w) && !(w == "قبل" && r.afterQad(i)) || phrases.Relative(w) || p.Mention(i) != nil {
		return nil
	}
	whole := r.wholeNoun(i)
	for _, rd := range p.Readings[i] {
		if !rd.Kinds.Has(lexicon.SpeechWord) {
			continue
		}
		for _, s := range p.Lex.Senses(rd) {
			if s.Kind != lexicon.SpeechWord {
				continue
			}
			c := cue{first: i, last: i + 1, verb: &p.Lex.Speech[s.Entry], reading: rd, Feature: s.Feature, bytes: p.StemSpan(i, rd)}
			switch s.Tense {
			case arabic.Past, arabic.Present, arabic.Jussive:
				if rd.Det || rd.Undet || rd.Prep != 0 && rd.Prep != 's' || rd.Prep == 's' && s.Tense != arabic.Present || s.Person == 2 || c.verb.Class == "source" || c.verb.Class == "according" {
					continue
				}
				if (s.Count == arabic.Dual || s.Feminine && s.Count == arabic.Plural || r.afterPreposition1(i)) && (whole || r.afterPreposition1(i)) && rd.Conj == 0 {
					continue
				}
				if s.Person == 1 || s.Tense == arabic.Jussive && !r.negator(i) || whole && (rd.Cut > 0 || rd.Pronoun != "") || r.impersonal(i, s) {
					continue
				}
				finite = append(finite, c)
			case arabic.Participle:
				c.adverbial = !rd.Det && rd.Prep == 0 && rd.Pronoun == "" && (s.Adverbial || s.Feminine && s.Count == arabic.Singular || s.Count == arabic.Plural && !s.Feminine)
				if c.adverbial && c.verb.Class != "source" {
					rest = append(rest, c)
				}
			case arabic.Masdar:
				rest = append(rest, c)
			}
		}
	}
	return append(finite, rest...)
}

// afterPreposition1 reports whether token i follows a bare preposition, after
// which no verb stands: «في عرض البحر».
func (r *reader) afterPreposition1(i int) bool {
	if i <= r.sent.First {
		return false
	}
	switch r.p.Word(i - 1) {
	case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "بين", "منذ", "ضد", "عند", "تحت", "عبر", "ضمن", "بدون", "بسبب", "نحو", "بشان", "اثر", "عقب", "خلال", "بعيد", "قبيل", "كل", "اي", "هذا", "هذه", "ذلك":
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
	case "يعتبر", "ويعتبر", "تعتبر", "وتعتبر", "يعتقد", "ويعتقد", "يتوقع", "ويتوقع", "يفترض", "ويفترض", "المفترض", "يرجح", "ويرجح":
		_, mark := strongMark(p.Word(i + 1))
		return mark && (i == r.sent.First || p.Word(i-1) == "كما" || phrases.Relative(p.Word(i-1)) || p.Mark(i-1) || strings.HasPrefix(p.Word(i), "و")) || phrases.Relative(p.Word(i-1)) && !phrases.Animate(p, i+1)
	case "يذكر", "ويذكر", "يشار", "ويشار", "تجدر", "وتجدر", "يجدر", "قيل", "يقال", "ويقال", "وقيل":
		_, mark := strongMark(p.Word(i + 1))
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
		if c.Tense == arabic.Participle && !r.opensAdverbial(c) {
			continue
		}
		d, ok := r.clause(c)
		if !ok {
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

// opensAdverbial reports whether a participle stands where it continues a
// clause: after a comma or و, or at the head of what it governs, and not as an
// adjective of the noun before it.
func (r *reader) opensAdverbial(c cue) bool {
	if c.first == r.sent.First {
		return false
	}
	if c.Adverbial || c.reading.Conj == 'w' {
		return true
	}
	return r.p.Mark(c.first - 1)
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
	d := draft{cue: c, zone: span{c.last, m.zoneEnd}, first: m.content, target: m.target, act: m.act, rule: m.rule}
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
	if !c.finite() || c.reading.Pronoun != "" || c.verb.Class != "say" && c.verb.Class != "continue" {
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
