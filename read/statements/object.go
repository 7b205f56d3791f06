package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

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
