package statements

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// elides reports whether the verb c leaves out its subject or has it elsewhere, so that the
// phrase np after it is an object.
func (r *reader) elides(c *cue, np span) bool {
	switch {
	case r.pronounSubject(c):
		return true
	case r.notSubject(c, np) && (r.continues(c) || r.goesOnBelow(c, np.first)):
		return true
	case r.ownObject(c, np.first), r.urges(c, np):
		return true
	case c.reading.Conj == 'w' && c.verb.Class == "demand" && r.p.Mention(np.first) != nil && r.disagrees(c, np):
		return true
	}
	return r.signers(c).name != ""
}

// goesOnBelow reports whether c opens the paragraph after the one in which somebody spoke, with
// a noun of action right after it, which says nothing itself: «وأكد ضرورة وقف القتال».
func (r *reader) goesOnBelow(c *cue, first int) bool {
	if c.first > r.sent.First+1 || c.reading.Conj != 'w' && r.p.Word(c.first-1) != "كما" || r.last.name == "" || r.otherGender(c) || !r.thing(first) || r.p.Named(first) || phrases.Animate(r.p, first) || feminineNoun(r.p.Word(first)) && c.Feminine && r.p.Has(first, page.Definite) {
		return false
	}
	switch c.verb.Class {
	case "describe", "claim", "relay":
		return false
	}
	s := r.p.SentenceOf(c.first)
	n := len(r.out)
	return n > 0 && s > 0 && r.p.Sentences[s-1].First <= r.out[n-1].cue.first
}

// thing reports whether token i is a noun of action or another noun that is nobody.
func (r *reader) thing(i int) bool {
	w := r.p.Word(i)
	return r.is(i, isMasdar) || r.is(i, isWholeNoun) && !r.p.Has(i, page.Adjective|page.Source|page.Quantifier) && !phrases.Demonstrative(w) && w != "احد" && w != "احدي"
}

// urges reports whether np is whom a verb that wants somebody to urge joins to a sentence in
// which another one spoke already: «قالت الحركة إنها ستنسحب، وحثت أنقرة على الحوار».
func (r *reader) urges(c *cue, np span) bool {
	if r.asksAsWell(c, np) {
		return true
	}
	if c.reading.Conj != 'w' || c.verb.Past != "حث" && c.verb.Past != "حثّ" && c.verb.Past != "ناشد" || !r.saidInSentence() || r.otherGender(c) {
		return false
	}
	m := r.p.Mention(np.first)
	return m != nil && m.Type == fact.Location && m.Actor != r.last.actor && r.is(r.out[len(r.out)-1].last, isComma) && r.p.Word(np.last) == "علي"
}

// asksAsWell reports whether a verb joined without a comma to what somebody said in the same
// sentence goes on with him, and np right before its preposition is whom he asks: «اتهم الوزير
// الحركة بخرق الهدنة وطالب المجلس بمعاقبتها».
func (r *reader) asksAsWell(c *cue, np span) bool {
	if c.reading.Conj != 'w' || c.verb.Class != "demand" || c.Tense != arabic.Past || !r.saidInSentence() || r.otherGender(c) || r.p.Mark(c.first-1) || np.first != c.last {
		return false
	}
	w := r.p.Word(np.last)
	return phrases.Animate(r.p, np.first) && r.p.Mention(np.first) == nil && (w == "علي" || w == "الي" || r.is(np.last, attB))
}

// beforeList is a phrase without the list in brackets that says who they are: «القوى الوطنية
// (الأمل، العدل، القومي)».
func (r *reader) beforeList(s span) span {
	for k := s.first + 1; k+3 < s.last; k++ {
		if r.p.Word(k) != "(" {
			continue
		}
		for j := k + 1; j < s.last && r.p.Word(j) != ")"; j++ {
			if r.is(j, isComma) {
				return span{s.first, k}
			}
		}
	}
	return s
}

// ownObject reports whether the noun of action at first, right after a verb whose subject stands
// before it, is what that verb governs: «وكانت الحركة أعلنت تأجيل زيارة سالم».
func (r *reader) ownObject(c *cue, first int) bool {
	return first == c.last && c.first > r.sent.First && c.reading.Conj == 0 && r.is(first, isMasdar) && !r.p.Named(first) && !phrases.Animate(r.p, first) && r.leftSubject(c).name != ""
}

// othersOwn reports whether the genitive at k makes what the speaker makes known that of
// others: of a state by name, or of two joined by و («أعلن الوسيط عن موافقة الحكومة
// والمتمردين على هدنة»).
func (r *reader) othersOwn(k, lim int) bool {
	if m := r.p.Mention(k); m != nil && m.Type == fact.Location {
		return true
	}
	return k+1 < lim && !r.p.Has(k-1, page.Suffixed) && r.is(k+1, hasConj) && phrases.Animate(r.p, k) && phrases.Animate(r.p, k+1)
}
