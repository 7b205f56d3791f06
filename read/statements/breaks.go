package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// breaks reports whether a new main clause of speech, or of the article's own,
// begins at token k inside the content of cue c.
func (r *reader) breaks(k int, c *cue) bool {
	p := r.p
	if p.Named(k) {
		return false // وصعدة: the town, not the verb
	}
	w := p.Word(k)
	switch w {
	case "وكان", "وكانت", "وكانوا":
		return true
	case "وقد", "فقد":
		return r.mainVerb(k+1, c, true) && !strings.HasSuffix(p.Word(k+1), "وا")
	case "وهو", "الامر":
		return r.resumed(k)
	case "وهناك", "وثمه":
		cs := r.cues(k + 2)
		return p.Word(k+1) == "من" && len(cs) > 0 && cs[0].finite()
	case "لكن", "ولكن":
		return r.othersVerb(k+1) || r.mainVerb(k+1, c, true) && r.clauseMark(k+2)
	case "كما", "لكنه", "لكنها", "ولكنه", "ولكنها", "لكنهم", "الا", "غير", "بيد":
		j := k + 1
		if w == "الا" || w == "غير" || w == "بيد" {
			if v := p.Word(j); v != "انه" && v != "انها" || c.finite() && c.Person == 3 && c.Count == arabic.Singular && c.Feminine != (v == "انها") && w != "الا" {
				return false
			}
			j++
		}
		if p.Has(j, page.Negation) {
			j++
		}
		return r.mainVerb(j, c, true) && !(w == "كما" && p.Word(j) == "حدث") // «كما حدث في الجولة الأولى»
	}
	return r.mainVerb(k, c, false) || r.participleClause(k)
}

// resumed reports whether «وهو ما», «وهو الأمر الذي», «الأمر الذي» at token k brings in
// what somebody else says of the content: «… وهو ما تنفيه الحكومة».
func (r *reader) resumed(k int) bool {
	p := r.p
	if p.Word(k) == "وهو" {
		k++
	}
	if p.Word(k) == "الامر" {
		k++
	}
	if w := p.Word(k); w != "ما" && !phrases.Relative(w) {
		return false
	}
	cs := r.cues(k + 1)
	return len(cs) > 0 && cs[0].finite()
}

// othersVerb reports whether a subject of its own and a verb of speech after it
// stand at token k, as after a «لكن» of the article: «لكن القوات لم تؤكد».
func (r *reader) othersVerb(k int) bool {
	e := phrases.Extent(r.p, k, phrases.Walk{Limit: min(r.sent.Last, k+12)})
	if e == k {
		return false
	}
	for j := e; j < r.sent.Last && j < e+5; j++ {
		if w := r.p.Word(j); w == "لم" || w == "لا" || w == "،" || w == "في" || r.area(j) {
			continue // «لكن القوات في المدينة لم تؤكد»
		}
		for n := range r.p.Readings[j] {
			q := &r.p.Readings[j][n]
			if q.Conj == 0 && phrases.FiniteVerb(r.p, j) && r.tells(q) {
				return true
			}
		}
		return false
	}
	return false
}

// positionOf reports whether somebody by name and the verb of a position of his own stand
// at token k: «كما أن الحسن يصر على».
func (r *reader) positionOf(k int) bool {
	m := r.p.Mention(k)
	if m == nil {
		return false
	}
	for ; r.p.Mention(k) == m; k++ {
	}
	cs := r.cues(k)
	return len(cs) > 0 && cs[0].finite() && cs[0].reading.Conj == 0 && takesPosition(cs[0].verb.Class) && phrases.FiniteVerb(r.p, k)
}

// tells reports whether a reading is a verb that tells, confirms or denies.
func (r *reader) tells(rd *lexicon.Reading) bool {
	for _, s := range rd.Own() {
		if s.Kind != lexicon.SpeechWord {
			continue
		}
		switch r.p.Lex.Speech[s.Entry].Class {
		case "say", "deny", "claim", "relay", "announce":
			return true
		}
	}
	return false
}

// participleClause reports whether an adverbial participle of speech at k governs
// what follows at once: «معتبرا أن», «مشيرا إلى», «مرحبا ب».
func (r *reader) participleClause(k int) bool {
	cs := r.cues(k)
	for n := range cs {
		c := &cs[n]
		if c.Tense != arabic.Participle || !c.Adverbial && !r.state(c) && !c.bySaying() && !r.is(c.first-1, isQuote) || r.isNoun(c) {
			continue
		}
		if r.governing[k] != 0 {
			return r.governing[k] > 0
		}
		r.governing[k] = -1
		if r.stillSo(k) || r.p.Word(k) == "مقترحا" && !r.p.Mark(k-1) {
			continue // «قدمت مقترحا جديدا»: a noun
		}
		if m := new(match); r.complement(c, min(r.sent.Last, c.last+6), m) && m.atOnce(c) {
			r.governing[k] = 1
		}
		return r.governing[k] > 0
	}
	return false
}

// mainVerb reports whether token k is a verb of speech that opens a new main
// clause: joined by و or ف (or bare after كما), in the past where the cue is.
func (r *reader) mainVerb(k int, c *cue, bare bool) bool {
	p := r.p
	if !r.is(k, isFinitePart) {
		return false
	}
	ok, noun := false, false
	for n := range p.Readings[k] {
		rd := &p.Readings[k][n]
		if rd.Cut == 0 && !bare && r.is(k, isWholeNoun) {
			cs := r.cues(k)
			return r.is(k-1, isComma) && r.clauseMark(k+1) && r.is(k, isWaw) && len(cs) > 0 && cs[0].finite() // «…، وعد أن»
		}
		senses := rd.Own()
		for n := range senses {
			s := &senses[n]
			if s.Kind == lexicon.Common && rd.Conj != 0 && rd.Pronoun == "" {
				noun = noun || s.Entry == 'n' || s.Entry == 'p' || s.Entry == 'a'
			}
			if s.Kind != lexicon.SpeechWord {
				continue
			}
			noun = noun || s.Tense == arabic.Masdar && rd.Pronoun == "" && !bare
			ok = ok || r.opensMain(k, c, bare, rd, s)
		}
	}
	return ok && (!noun || r.governsFinite(k))
}

// opensMain reports whether the sense s of reading rd makes token k the verb of a
// new main clause.
func (r *reader) opensMain(k int, c *cue, bare bool, rd *lexicon.Reading, s *lexicon.Sense) bool {
	v := &r.p.Lex.Speech[s.Entry]
	if r.named(k, rd) {
		return false
	}
	if v.Class == "source" || v.Class == "according" || rd.Undet || r.passive(k, s) || s.Person == 1 || rd.Prep != 0 {
		return false
	}
	if rd.Pronoun != "" && (!governsObject(v) || r.actionOn(k, rd)) {
		return false
	}
	if s.Tense == arabic.Participle {
		return s.Adverbial && rd.Conj == 'w' && c.finite()
	}
	past := s.Tense == arabic.Past && (c.Tense != arabic.Present || r.undone(c.first-1))
	present := s.Tense == arabic.Present && (byTurn(r.p.Word(k+1)) || c.Tense == arabic.Present || c.Tense == arabic.NoTense || bare && r.p.Word(k-1) != "كما")
	return (rd.Conj != 0 || bare) && (past || present)
}

// undone reports whether the لم at token k makes a past of the present verb after it.
func (r *reader) undone(k int) bool {
	w := r.p.Word(k)
	return w == "لم" || w == "ولم"
}

// byTurn reports whether w (folded) after a verb says that its subject acts in turn, and so
// in a clause of his own: «…، وتتهم بدورها».
func byTurn(w string) bool { return w == "بدوره" || w == "بدورها" || w == "بدورهم" }

// actionOn reports whether token k, in its reading rd a noun of action with a pronoun as
// well, has an object of its own after it: «ورفضها إقناع الأطراف», «ورفضهم للهدنة».
func (r *reader) actionOn(k int, rd *lexicon.Reading) bool {
	noun := false
	if rd.Cut > 0 && r.p.Has(k+1, page.Preposition) {
		for n := range r.p.Readings[k] {
			o := &r.p.Readings[k][n]
			if o.Cut == rd.Cut && o.Pronoun == rd.Pronoun && thingOf(o) {
				return true // «إمكانياتها وقدرتها على»
			}
		}
	}
	for _, s := range rd.Own() {
		noun = noun || s.Kind == lexicon.SpeechWord && s.Tense == arabic.Masdar
	}
	return noun && (r.is(k+1, isMasdar) || r.is(k+1, attL))
}

// thingOf reports whether a reading is an ordinary noun and no noun of action of speech.
func thingOf(rd *lexicon.Reading) bool {
	noun := false
	for _, s := range rd.Own() {
		if s.Kind == lexicon.SpeechWord && s.Tense == arabic.Masdar {
			return false
		}
		noun = noun || s.Kind == lexicon.Common && s.Entry == 'n'
	}
	return noun
}

// governsFinite reports whether token k, a verb or its own masdar by form (وحث،
// ورفض), has what the verb needs: somebody asked, or a clause. It is settled once
// for each token.
func (r *reader) governsFinite(k int) bool {
	if r.governing[k] != 0 {
		return r.governing[k] > 0
	}
	r.governing[k] = -1 // where it is asked again on the way
	cs := r.cues(k)
	for n := range cs {
		c := &cs[n]
		if !c.finite() {
			continue
		}
		m := new(match)
		ok := r.complement(c, r.clauseLimit(c), m)
		if ok && (!m.weak || m.rule == "statements.literal" && m.content == c.last && r.p.Has(c.last, page.Suffixed) || !m.target.empty() && m.zoneEnd-c.last < 12 || c.verb.Class == "demand" && m.subject.first == c.last && m.zoneEnd == m.subject.last && phrases.Animate(r.p, c.last)) {
			r.governing[k] = 1
		}
		break
	}
	return r.governing[k] > 0
}

// newSpeaker reports whether a verb of speech after a comma at k, joined by
// nothing, has a subject and a clause of its own: «…، قال المتحدث إن».
func (r *reader) newSpeaker(k int) bool {
	cs := r.cues(k)
	if len(cs) == 0 || !cs[0].finite() || cs[0].Tense != arabic.Past || cs[0].reading.Conj != 0 || cs[0].reading.Pronoun != "" || cs[0].verb.Class != "say" {
		return false
	}
	if w := r.p.Word(k + 1); w == "انها" || w == "انهم" || w == "انهن" {
		return cs[0].verb.Past == "قال" // «اتهم المسلحين بشن هجمات، قال إنها تنتهك الهدنة»
	}
	return phrases.Animate(r.p, k+1) && r.governsFinite(k)
}

// mainAfterSubordinate reports whether the verb after a comma at k begins the main
// clause of a sentence that a subordinate clause opened: «وفيما قال …، رفض …».
func (r *reader) mainAfterSubordinate(k int, c *cue) bool {
	if c.finite() && r.p.Has(c.first-1, page.Relative) && r.is(c.first-2, isComma) {
		if cs := r.cues(k); (len(cs) > 0 && cs[0].finite() || r.is(r.sent.First, isKana)) && r.bareVerb(k) {
			return true // «إلا أن الوزيرة، التي نفت علمها، قالت», «وكان سالم، الذي قال إن، وصل»
		}
	}
	if w := r.p.Word(c.first - 1); c.finite() && (w == "وفيما" || w == "وبينما") && r.is(c.first-2, isComma) && r.bareVerb(k) {
		return true // «، وفيما دعا إلى الحوار، شدد على أن»
	}
	if r.concession(c) && r.is(k, isPron) && strings.HasPrefix(r.p.Word(k), "ف") {
		return true // «ورغم أن الحكومة قالت إن الهدنة صامدة، فإنها دعت»
	}
	opener := strings.TrimPrefix(r.p.Word(r.sent.First), "و")
	if opener == "في" && r.p.Word(r.sent.First+1) == "حين" {
		opener = "حين"
	}
	switch opener {
	case "فيما", "بينما", "بعدما", "عندما", "حين", "اذ", "مع":
		for j := max(r.sent.First+1, c.first-longest); j <= c.first; j++ {
			if r.is(j-1, isComma) && r.bareVerb(j) {
				return false // the main clause has begun
			}
		}
		cs := r.cues(k)
		return len(cs) > 0 && cs[0].finite() && cs[0].reading.Conj == 0 || r.bareVerb(k)
	}
	return c.Tense == arabic.Masdar && c.first < r.sent.First+20 && r.bareVerb(k) && r.noVerbBefore(c.first)
}

// concession reports whether c stands in the clause of رغم that opens its sentence.
func (r *reader) concession(c *cue) bool {
	for k := r.sent.First; k < c.first && k < r.sent.First+3; k++ {
		switch r.p.Word(k) {
		case "رغم", "ورغم", "الرغم", "برغم", "وبرغم", "بالرغم", "وبالرغم":
			return true
		}
	}
	return false
}

// bareVerb reports whether a verb in the past stands at token k, joined by nothing.
func (r *reader) bareVerb(k int) bool {
	cs := r.cues(k)
	if !phrases.FiniteVerb(r.p, k) && !(len(cs) > 0 && cs[0].finite()) || r.p.Named(k) || r.is(k, hasConj) {
		return false
	}
	switch w := r.p.Word(k); w[:2] {
	case "ي", "ت", "ن", "س":
		return r.is(k, isPast) && !r.present(k)
	}
	return true
}

// noVerbBefore reports whether no verb stands in the sentence before token k, so that
// what stands there only leads to the clause: «وردا على مطالب الوفد ب…، عرض الوزير».
func (r *reader) noVerbBefore(k int) bool {
	for j := r.sent.First; j < k; j++ {
		if phrases.FiniteVerb(r.p, j) || r.is(j, isPast) && !r.is(j, isMasdar) && !r.p.Named(j) {
			return false
		}
	}
	return true
}

// furtherDemand reports whether the noun of action joined by و at k, a verb by its letters as
// well, is another of the things that c demands, which begin at first: «طالب بوقف القصف، وفتح
// المعابر».
func (r *reader) furtherDemand(c *cue, first, k int) bool {
	p := r.p
	if c.verb == nil || c.verb.Act != "demand" || !r.is(k, isMasdar) || !r.is(first, isMasdar|attB) || !p.Has(k+1, page.Definite) || phrases.Animate(p, k+1) {
		return false
	}
	return !p.Has(k, page.Speech) || !r.governsFinite(k)
}

// newClause reports whether the words after a comma at k open a clause that a
// noun phrase before it cannot hold: و with a verb, a preposition, قد; لكن.
func (r *reader) newClause(k int) bool {
	p := r.p
	w := p.Word(k)
	switch w {
	case "وقد", "ولكن", "لكن", "ولم", "وهو", "وهي", "وهم", "كما", "غير", "الا", "ثم", "بل", "لكنه", "لكنها", "ولكنه", "ولكنها", "حيث", "اذ", "مما", "الامر", "وسط":
		return true
	}
	if w == "ما" {
		return phrases.FiniteVerb(p, k+1) || r.is(k+1, isPast) // «…، ما أدى إلى»
	}
	rest, ok := strings.CutPrefix(w, "و")
	if !ok {
		return false
	}
	return phrases.Preposition(rest) && rest != "من" && rest != "علي" && rest != "الي" && rest != "عن" || phrases.FiniteVerb(p, k)
}
