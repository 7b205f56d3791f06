package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// continued is who a verb without a subject continues: the last speaker, unless
// the sentences since tell of another subject that agrees.
func (r *reader) continued(c *cue) speaker {
	if c.reading != nil && (c.reading.Conj == 'w' || r.p.Word(c.first-1) == "اذ") && !r.saidInSentence() {
		if s := r.spokeBefore(c); s.name != "" {
			return s
		}
	}
	if s := r.sentenceSubject(c.first); s.name != "" && !(r.last.name != "" && r.spokeInSentence()) {
		return s
	}
	if s, ok := r.actedSince(c); ok {
		return s
	}
	return r.agreeing(c)
}

// spokeBefore is the person or office after the last verb of speech in the sentence
// before c which no statement took: «تصريحات كان قد أدلى بها رئيس الوزراء وقال فيها».
func (r *reader) spokeBefore(c *cue) speaker {
	p := r.p
	for k := c.first - 1; k > r.sent.First && k > c.first-30; k-- {
		if !p.Has(k, page.SpeechVerb) || !phrases.FiniteVerb(p, k) || !r.is(k+1, isResuming) {
			continue
		}
		from := r.subjectStart(k+2, c.first)
		np := span{from, phrases.Extent(p, from, phrases.Walk{Limit: c.first})}
		if np.empty() || !r.maySpeak(c, np) {
			return speaker{}
		}
		if s := r.settle(np); s.kind == "person" || s.kind == "office" {
			return s
		}
		return speaker{}
	}
	return speaker{}
}

// actedSince is the subject of the sentence right before c's where nobody spoke in
// it: «كما اطلع المبعوث على …. وشدد على».
func (r *reader) actedSince(c *cue) (speaker, bool) {
	n := r.p.SentenceOf(c.first) - 1
	if n < 0 || c.first > r.sent.First || len(r.out) > 0 && r.out[len(r.out)-1].cue.first >= r.p.Sentences[n].First {
		return speaker{}, false
	}
	prev := r.p.Sentences[n]
	if prev.Paragraph != r.p.Sentences[n+1].Paragraph || !r.p.Body(prev.First) {
		return speaker{}, false
	}
	now := r.sent
	r.sent = prev
	s := r.sentenceSubject(prev.Last)
	r.sent = now
	return s, s.kind == "person" || s.kind == "office"
}

// agreeing is the last speaker whose verbs had the gender of c, the very last where
// none did.
func (r *reader) agreeing(c *cue) speaker {
	want := masculine
	if c.Feminine {
		want = female
	}
	if !c.finite() || c.Count != arabic.Singular || r.last.gender == unknown || r.last.gender == want {
		return r.last
	}
	if s, ok := r.outletGoesOn(want); ok {
		return s
	}
	for k := len(r.known) - 1; k >= 0 && k >= len(r.known)-6; k-- {
		if r.known[k].gender == want {
			return r.known[k]
		}
	}
	return r.last
}

// outletGoesOn is the agency or paper through which a man's words came, where the next verb
// is feminine and so is its own: «…، وفقا لما نقلت الوكالة. وأشارت إلى».
func (r *reader) outletGoesOn(want gender) (speaker, bool) {
	if want != female || r.last.gender != masculine || len(r.relay) != 1 || r.last.kind != "person" && r.last.kind != "office" && !r.severalJoined(r.last.phrase) {
		return speaker{}, false
	}
	rel := r.relay[0]
	first := r.p.TokenAt(rel.Span.Start)
	s := r.resolve(span{first, r.p.TokenAt(rel.Span.End-1) + 1})
	if first < r.last.phrase.last || !r.relays(s) {
		return speaker{}, false // told before him, it only carries his words
	}
	s.gender = female
	return s, s.named
}

// saidInSentence reports whether a statement was already read in this sentence.
func (r *reader) saidInSentence() bool {
	n := len(r.out)
	return n > 0 && r.out[n-1].cue.first >= r.sent.First
}

// spokeInSentence reports whether somebody's words, and not only a position told by a
// noun, were read in this sentence.
func (r *reader) spokeInSentence() bool {
	for k := len(r.out) - 1; k >= max(0, len(r.out)-12) && r.out[k].cue.first >= r.sent.First; k-- {
		if o := &r.out[k]; o.nested == 0 && o.rule != "statements.nominal" && o.rule != "statements.antecedent" {
			return true
		}
	}
	return false
}

// clauseSubject is the subject of the clause that a participle continues.
func (r *reader) clauseSubject(c *cue) speaker {
	if c.bySaying() {
		if s := r.doer(c); s.name != "" {
			return s
		}
	}
	if r.saidInSentence() {
		// an inner claim's speaker does not go on; the outer one does
		for k := len(r.out) - 1; k >= max(0, len(r.out)-12) && r.out[k].cue.first >= r.sent.First; k-- {
			if r.ofMany(c, k) {
				return r.out[k].speaker // «غير أن المتمردين رفضوا الخطة، مضيفين أن»
			}
			if r.out[k].nested == 0 {
				if many := r.asManySaid(c, &r.out[k]); many.name != "" {
					return many
				}
				if inner := r.innerSubject(c, &r.out[k]); inner.name != "" {
					return inner
				}
				return r.out[k].speaker
			}
		}
	}
	if c.Tense == arabic.Participle && (c.Count != arabic.Singular || c.Feminine && !r.is(c.first-1, isComma)) {
		if s := r.subjectBefore(c); s.name != "" {
			return s
		}
	}
	if s := r.sentenceSubject(c.first); s.name != "" {
		return s
	}
	return r.last
}

// asManySaid is who «حسبما صرح مسؤولان» names after the words of one, where a participle of
// many goes on: «…، حسبما صرح مسؤولان، مؤكدين أن».
func (r *reader) asManySaid(c *cue, o *draft) speaker {
	if c.Tense != arabic.Participle || c.Count == arabic.Singular || !o.cue.finite() || o.cue.Count != arabic.Singular {
		return speaker{}
	}
	for k := c.first - 1; k > o.last-2 && k > c.first-20; k-- {
		if r.is(k, isAttrAlone) {
			return r.subjectBefore(c)
		}
	}
	return speaker{}
}

// ofMany reports whether draft k is told of many in the verb, with whom a participle in the
// plural goes on rather than with one man whose words they stand in.
func (r *reader) ofMany(c *cue, k int) bool {
	o := &r.out[k]
	return c.Tense == arabic.Participle && c.Count == arabic.Plural && o.cue.finite() && o.cue.Count == arabic.Plural && o.speaker.kind != "person"
}

// ofClause is the subject of the clause of time or place in which a feminine participle
// stands: «حيث حملت جماعات متمردة السلاح، مطالبة ب».
func (r *reader) ofClause(c *cue) speaker {
	p := r.p
	if c.Tense != arabic.Participle || !c.Feminine || c.Count != arabic.Singular || c.bySaying() || c.reading.Conj != 0 {
		return speaker{}
	}
	for k := c.first - 1; k > r.sent.First && k > c.first-16; k-- {
		switch p.Word(k) {
		case "حيث", "عندما", "حينما":
		default:
			continue
		}
		np := span{k + 2, phrases.Extent(p, k+2, phrases.Walk{Limit: c.first})}
		if np.empty() || !r.bareVerb(k+1) || len(r.cues(k+1)) > 0 && !r.is(k+1, isPast) || !feminineNoun(p.Word(np.first)) || !phrases.Animate(p, np.first) && !p.Has(np.last-1, page.Animate) {
			return speaker{}
		}
		if !p.Has(np.first, page.Definite) && np.last > np.first+1 && p.Has(np.last-1, page.Definite) && !p.Named(np.last-1) {
			np.last-- // what they do it to
		}
		return r.settle(np)
	}
	return speaker{}
}

// doer is the subject of the verb before «بالقول», «بالإشارة إلى», which tells how he did
// what the verb says: «اكتفت الوزارة بالإشارة إلى أن», «لكن ناطقا رد بالتأكيد على أن».
func (r *reader) doer(c *cue) speaker {
	p := r.p
	for k := c.first - 1; k >= r.sent.First && k > c.first-20 && !r.is(k, isSemicolon|isColon); k-- {
		if q, ok := r.q.In(k); ok && q.Closed && q.Open > r.sent.First {
			k = q.Open
			continue
		}
		if p.Named(k) || !phrases.FiniteVerb(p, k) && !(r.is(k, isFinite) && len(r.cues(k)) > 0 && r.cues(k)[0].finite()) {
			continue
		}
		for n := len(r.out) - 1; n >= 0 && r.out[n].cue.first >= k; n-- {
			if r.out[n].cue.first == k {
				return r.out[n].speaker
			}
		}
		np := span{k + 1, phrases.Extent(p, k+1, phrases.Walk{Limit: c.first})}
		if c.led && (drives(p.Word(k)) || !phrases.Animate(p, k+1) && !p.Named(k+1)) {
			return r.driven(k+1, c.first)
		}
		if !np.empty() && r.maySpeak(&cue{first: k, last: k + 1}, np) && (phrases.Animate(p, np.first) || r.resolve(np).named) {
			return r.settle(np)
		}
		if cs := r.cues(k); len(cs) > 0 && cs[0].finite() {
			if s := r.leftSubject(&cs[0]); s.name != "" {
				return s
			}
		}
		return speaker{}
	}
	return speaker{}
}

// innerSubject is the man at the head of a woman's or a body's words, whom a
// participle in the masculine goes on with: «قالت الحكومة إن الوزير رحب بالخطة، مؤكدا أن».
func (r *reader) innerSubject(c *cue, o *draft) speaker {
	if c.Tense != arabic.Participle || !c.Adverbial || c.Feminine || c.Count != arabic.Singular || o.speaker.gender != female || o.weak {
		return speaker{}
	}
	np := span{o.first, phrases.Extent(r.p, o.first, phrases.Walk{Limit: o.last})}
	if np.empty() || feminineNoun(r.p.Word(np.first)) {
		return speaker{}
	}
	if s := r.settle(np); s.kind == "person" || s.kind == "office" {
		return s
	}
	return speaker{}
}

// subjectBefore is the subject of the last verb before a participle in the plural or
// feminine, where it is somebody: «عندما حمل المتمردون السلاح مطالبين ب».
func (r *reader) subjectBefore(c *cue) speaker {
	p := r.p
	for k := c.first - 1; k >= r.sent.First && k > c.first-25; k-- {
		if p.Mark(k) && !r.is(k, isComma) {
			return speaker{}
		}
		if p.Named(k) || !phrases.FiniteVerb(p, k) && !r.is(k, isPast) || manyVerb(p.Word(k)) {
			continue // «تجمع متظاهرون وهم يحملون أعلاما، مطالبين»
		}
		from := r.subjectStart(k+1, c.first)
		np := span{from, phrases.Extent(p, from, phrases.Walk{Limit: c.first})}
		some := !np.empty() && p.Word(np.first+1) == "من" && phrases.Animate(p, np.first+2)
		if some { // «قسم من المتمردين»
			np.last = max(np.last, phrases.Extent(p, np.first+2, phrases.Walk{Limit: c.first}))
		}
		if some || !np.empty() && phrases.Animate(p, np.first) {
			if c.Count == arabic.Singular && !feminineNoun(p.Word(np.first)) {
				return speaker{}
			}
			if m := p.Mention(np.first); c.Count != arabic.Singular && p.Has(k-1, page.Relative) && m != nil && m.Type == fact.Location {
				continue // «انسحب المتمردون من المحادثات التي تستضيفها مصر، متهمين»
			}
			return r.settle(np)
		}
		if phrases.FiniteVerb(p, k) {
			return speaker{}
		}
	}
	return speaker{}
}

// manyVerb reports whether w (folded) is a verb whose ending is its subject, of many.
func manyVerb(w string) bool {
	return (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "وي")) && strings.HasSuffix(w, "ون") && len(w) >= 10
}

// sentenceSubject is the subject of the verb that opens the sentence before
// token i: «اجتمع سالم مع … وقال إن».
func (r *reader) sentenceSubject(i int) speaker {
	p := r.p
	from := r.sent.First
	if r.is(from, isWawPrep) {
		if k := r.skipLead(from, i); r.is(k-1, isComma) {
			from = k // «وخلال اللقاء، أعد الحداد»
		}
	}
	for k := from; k < i && k < from+4; k++ {
		if !phrases.FiniteVerb(p, k) && !r.is(k, isPast) && !(k == r.sent.First && r.is(k, isKana)) {
			continue
		}
		at := r.afterPlace(k, i)
		np := span{at, phrases.Extent(p, at, phrases.Walk{Limit: i})}
		if presence(p.Word(at)) && np.last > at+1 {
			np.first++ // «تأكدت مشاركة الوفد وتعهده ب»: his who takes part
		}
		if !np.empty() && r.maySpeak(&cue{first: k, last: k + 1}, np) {
			s := r.resolve(np)
			if r.is(np.first, isMasdar) && (s.kind == "person" || s.kind == "office" || s.kind == "country" || s.kind == "group" && comesAbout(p.Word(k))) && !p.Named(np.first) && !p.Has(np.first, page.OfficeWord) && !phrases.Animate(p, np.first) {
				return speaker{} // «وجاءت عودة الوزير»
			}
			if s.named || s.kind == "office" || s.kind == "unnamed" || phrases.Animate(p, np.first) {
				return r.settle(np)
			}
		}
		if k == from {
			return speaker{}
		}
		break // «الجارة تواصل مساعيها وتدعو»: the subject stands before its verb
	}
	if s := r.subjectAt(r.sent.First, i); s.named {
		return s
	}
	return speaker{}
}

// afterPlace is the token at which the subject of the verb at k begins: after the place, too,
// which somebody left or reached («غادر الكويت أمس وفد الحكومة»).
func (r *reader) afterPlace(k, lim int) int {
	p := r.p
	switch strings.TrimPrefix(p.Word(k), "و") {
	case "غادر", "زار", "دخل", "بلغ", "غادرت", "زارت", "دخلت", "بلغت":
	default:
		return k + 1
	}
	m := p.Mention(k + 1)
	if m == nil || m.Type != fact.Location {
		return k + 1
	}
	e := k + 1
	for e < lim && p.Mention(e) == m {
		e++
	}
	return r.subjectStart(e, lim)
}

// comesAbout reports whether w (folded) is a verb whose subject is what happens and says
// nothing: «وجاءت عودة القيادي».
func comesAbout(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "جاء", "جاءت", "ياتي", "تاتي", "وقع", "وقعت", "حدث", "حدثت", "تم", "تمت", "جري", "جرت", "انتهي", "انتهت", "تزامن", "تزامنت":
		return true
	}
	return false
}

// subjectAt reads a subject that opens a clause at token k, before token i.
func (r *reader) subjectAt(k, i int) speaker {
	k = r.skipLead(k, i)
	np := span{k, phrases.Extent(r.p, k, phrases.Walk{Limit: i})}
	if np.empty() || !r.nominalStart(k, i) || hence(r.p.Word(k)) {
		return speaker{}
	}
	return r.resolve(np)
}

// hence reports whether w (folded) says that a clause follows from the one before.
func hence(w string) bool {
	switch w {
	case "لذلك", "ولذلك", "لذا", "ولذا", "لهذا", "ولهذا":
		return true
	}
	return false
}

// lead are words that open a clause before its subject.
func lead(w string) bool {
	switch w {
	case "اما", "لكن", "ولكن", "غير", "الا", "ان", "كما", "حيث", "بينما", "فيما", "وفيما", "وبينما", "بدوره", "بدورها", "وكان", "كان", "وكانت", "كانت", "وكانوا", "قد", "وقد", "و", "ثم", "واما",
		"ذلك", "وذلك", "بالمقابل", "ايضا", "كذلك", "وسبق", "سبق", "اذ", "وان", "بل", "لقد", "فقد", "يذكر", "يشار", "انه", "بان":
		return true
	}
	return false
}

// leadComma is the comma that closes a phrase which opened a clause before token k, k
// itself where a verb or nothing comes first.
func (r *reader) leadComma(k, lim int) int {
	for j := k; j < lim && j < k+8; j++ {
		if r.p.Word(j) == "،" {
			return j
		}
		if phrases.FiniteVerb(r.p, j) {
			break
		}
	}
	return k
}

// afterName passes over a name between commas that belongs to the phrase before it:
// «وبعد لقائه الوزير، سالم الحداد، قال».
func (r *reader) afterName(k, lim int) int {
	p := r.p
	if !r.is(k, isComma) || k+1 >= lim || p.Mention(k+1) == nil || p.Mention(k+1).Type != fact.Person {
		return k
	}
	j := k + 1
	for j < lim && p.Mention(j) == p.Mention(k+1) {
		j++
	}
	if j < lim && r.is(j, isComma) {
		return j
	}
	return k
}

// skipLead passes over the words and prepositional phrases that open a clause:
// «من جهته», «وفي تصريح سابق», «على صعيد آخر».
func (r *reader) skipLead(k, lim int) int {
	p := r.p
	for k < lim {
		switch {
		case p.Dated(k), p.Mark(k) && p.Tokens[k].Kind == arabic.Punct, r.is(k, isLead) && !p.Named(k):
			k++
		case r.is(k, mayAccuse) && r.is(k+1, isComma) && r.accusative(k):
			k += 2 // «ميدانيا، قالت»
		case r.goesOnBeing(k) > k:
			k = r.goesOnBeing(k)
		case r.is(k, isWawPrep) && !p.Named(k) && p.Word(k) != "لدي":
			e := phrases.Extent(p, k+1, phrases.Walk{Limit: lim})
			if e == k+1 {
				e++
			}
			k = r.afterName(r.leadComma(e, lim), lim)
		default:
			return min(k, lim)
		}
	}
	return min(k, lim)
}

// goesOnBeing is the token after a verb at k that tells of its subject's verb only that it
// goes on, k where none stands there: «لا تزال الحكومة ترفض», «وظلت الحكومة ترفض».
func (r *reader) goesOnBeing(k int) int {
	switch strings.TrimPrefix(r.p.Word(k), "و") {
	case "لا", "ما", "لم", "فلا", "فما":
		switch r.p.Word(k + 1) {
		case "تزال", "يزال", "زال", "زالت", "زالوا", "يزالون", "تزل", "يزل", "يزالوا":
			return k + 2
		}
	case "ظل", "ظلت", "بات", "باتت", "فظل", "فظلت":
		return k + 1
	}
	return k
}
