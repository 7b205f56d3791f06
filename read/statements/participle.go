package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// participleCue reports whether the participle c by the sense s goes on with the words of the
// subject of its clause, and notes so: «مؤكدا أن».
func (r *reader) participleCue(c *cue, s *lexicon.Sense) bool {
	i, rd := c.first, c.reading
	token := r.p.Tokens[i].Span().In(r.p.Source)
	c.adverbial = adverbialForm(rd, s) && !r.customary(i)
	if s.Feminine && s.Count == arabic.Singular && rd.Pronoun == "" && strings.HasSuffix(token, "ه") && !r.clauseMark(i+1) {
		return false // «المجلس ومقره العاصمة»: a noun with a pronoun
	}
	return c.adverbial && c.verb.Class != "source" && r.p.Word(i+1) != "باسم" && !(s.Adverbial && strings.HasSuffix(token, "أ"))
}

// masdarCue reports whether the noun of action c may be one, and takes it for a participle
// where it tells how the subject of its clause goes on: «بقوله», «إلى القول إن».
func (r *reader) masdarCue(c *cue) bool {
	i, rd := c.first, c.reading
	if rd.Prep != 0 && r.wholeWithPronoun(i) {
		return false
	}
	says := c.verb.Past == "قال"
	if says && c.verb.Class == "say" && rd.Prep == 'b' && (rd.Det || rd.Pronoun != "") {
		c.Tense, c.adverbial = arabic.Participle, true
	}
	if says && rd.Det && (rd.Prep == 'l' || rd.Prep == 0 && r.p.Word(i-1) == "الي") && r.clauseMark(i+1) {
		c.Tense, c.adverbial, c.led = arabic.Participle, true, true
	}
	if rd.Cut == 0 && r.setsAbout(i, c.verb.Class) {
		c.Tense, c.adverbial, c.led = arabic.Participle, true, true
	}
	if rd.Prep == 'b' && rd.Det && r.byTelling(i, c.verb.Class) {
		c.Tense, c.adverbial = arabic.Participle, true
	}
	return true
}

// onlyAdjective reports whether a participle is an adjective after all: after an
// indefinite accusative («أمرا متوقعا»), or a feminine or plural without a comma that does
// not govern a clause at once.
func (r *reader) onlyAdjective(c *cue, d *draft) bool {
	if c.Tense != arabic.Participle || c.reading.Conj == 'w' || c.bySaying() || r.p.Mark(c.first-1) {
		return false
	}
	if r.stillHolds(c) {
		return false
	}
	if !d.target.empty() && d.target.first == c.last && (r.p.Has(c.first-1, page.Definite) || r.p.Named(c.first-1)) {
		return false // «انسحبت الحركة متهمة الحكومة بالمماطلة»
	}
	if c.Adverbial {
		if r.p.Word(c.first) == "مقترحا" && d.rule == "statements.object" {
			return true // «رفض الوزير مقترحا جديدا»: a noun
		}
		return d.rule == "statements.object" && (r.accusative(c.first-1) || c.reading.Conj == 0 && phrases.FiniteVerb(r.p, c.first-1))
	}
	plural := c.Count != arabic.Singular && r.definite(c.first-1)
	return d.zone.last-c.last > 1 || d.weak && !(plural && d.rule == "statements.preposition")
}

// opensAdverbial reports whether a participle stands where it continues a
// clause: after a comma or و, or at the head of what it governs, and not as an
// adjective of the noun before it.
func (r *reader) opensAdverbial(c *cue) bool {
	if c.first == r.sent.First {
		return r.goesOn(c)
	}
	if r.is(c.first-1, isKana) && c.reading.Conj == 0 || r.joinsNouns(c) || r.stillSo(c.first) {
		return false
	}
	if r.stillHolds(c) {
		return true
	}
	if r.isNoun(c) {
		return false
	}
	return c.Adverbial || c.bySaying() || c.reading.Conj == 'w' || r.p.Mark(c.first-1) || r.state(c)
}

// stillSo reports whether the participle at k is what a clause says of its subject: «أعلن
// أنه لا يزال متفائلا بالحل».
func (r *reader) stillSo(k int) bool {
	switch r.p.Word(k - 1) {
	case "يزال", "تزال", "زال", "زالت", "يزالون", "زالوا", "مازال", "مازالت", "ظل", "ظلت", "يظل", "تظل", "سيظل", "ستظل", "يبقي", "تبقي", "سيبقي", "ستبقي":
	default:
		return false
	}
	for j := k - 2; j >= 0 && j > k-6; j-- {
		if r.clauseMark(j) {
			return true
		}
	}
	return false
}

// isNoun reports whether a participle is a noun that the verb right after it describes:
// «قدم مقترحا يقضي بالهدنة».
func (r *reader) isNoun(c *cue) bool {
	return c.reading.Conj == 0 && !r.p.Mark(c.first-1) && phrases.FiniteVerb(r.p, c.last)
}

// joinsNouns reports whether a feminine participle with و is the noun of action of the same
// letters, joined to the noun of action that the clause's verb governs: «أدى إلى تشريد
// السكان ومناشدة المنظمات».
func (r *reader) joinsNouns(c *cue) bool {
	p := r.p
	if c.reading.Conj != 'w' || !c.Feminine || c.Count != arabic.Singular || !r.is(c.first, isMasdar) || r.p.Mark(c.first-1) {
		return false
	}
	for k := c.first - 1; k > r.sent.First && k > c.first-15 && !p.Mark(k); k-- {
		if p.Has(k, page.Speech) && len(r.cues(k)) > 0 && (r.cues(k)[0].finite() || r.cues(k)[0].adverbial) {
			return false // «خرجت منددة بالقصف ومطالبة بوقفه»
		}
		if r.is(k, isMasdar) && (p.Has(k-1, page.Preposition) || r.is(k, isAttached)) {
			return true
		}
	}
	return false
}

// goesOn reports whether a participle that opens its sentence goes on with the words
// of the sentence before, from which some writers part it by a stop: «… أساسي. مشيرا
// إلى أن».
func (r *reader) goesOn(c *cue) bool {
	if !r.sameParagraph(c.first) || r.last.name == "" {
		return false
	}
	var m match
	return r.complement(c, min(r.sent.Last, c.last+4), &m) && m.atOnce(c) && (!m.weak || c.Adverbial)
}

// state reports whether an indefinite participle stands after a definite noun or a
// name, whose adjective it cannot be: it tells the state of the clause's subject («حقها
// في التخصيب مؤكدة أن»).
func (r *reader) state(c *cue) bool {
	p := r.p
	k := c.first - 1
	if !c.adverbial || k < 0 || p.Tokens[c.first].Gap >= arabic.Line || p.Tokens[k].Kind != arabic.Word {
		return false
	}
	if !r.definite(k) && p.Mention(k) == nil && p.Date(k) == nil {
		return false
	}
	for j := k; j >= 0 && j > k-25; j-- {
		switch {
		case r.clauseMark(j):
			return false // its predicate: «أن الحكومة حريصة على»
		case phrases.FiniteVerb(p, j) || r.is(j, isPast), p.Word(j) == ".", p.Tokens[j].Gap >= arabic.Line:
			return true
		}
	}
	return true
}
