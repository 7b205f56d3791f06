package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// extentOf sets where d's content begins and ends.
func (r *reader) extentOf(d *draft, m match) {
	p := r.p
	if m.quoted {
		d.quote, d.colon = true, m.colon
		d.first, d.last = m.quote.Open+1, min(m.quote.Close, len(p.Tokens))
		r.continueQuote(d, m.quote)
	} else {
		d.first, d.colon = m.content, m.colon
		lim := r.sent.Last
		if d.first >= lim { // after a colon that ends its line
			lim = p.Sentences[min(p.SentenceOf(d.first), len(p.Sentences)-1)].Last
		}
		d.last = r.contentEnd(d.first, lim, d.cue, m)
	}
	if d.last <= d.first {
		return
	}
	d.start, d.end = p.Inner(d.first, m.cut), p.Tokens[d.last-1].End
}

// continueQuote joins a following quotation of the same breath: «…»، «…» and a
// quotation that goes on in the next paragraph.
func (r *reader) continueQuote(d *draft, q phrases.Quote) {
	p := r.p
	for d.last > d.first && (p.Word(d.last-1) == "." || p.Word(d.last-1) == "،") {
		d.last--
	}
	if !q.Closed {
		if s := p.SentenceOf(d.first); s < len(p.Sentences) && d.last > p.Sentences[s].Last && !r.closesLater(q) {
			d.last = p.Sentences[s].Last
			for d.last > d.first && p.Word(d.last-1) == "." {
				d.last--
			}
		}
	}
}

// closesLater reports whether the paragraph of an unclosed quotation is all one
// speech, which holds where it opens the paragraph.
func (r *reader) closesLater(q phrases.Quote) bool {
	return q.Open > 0 && r.p.Tokens[q.Open].Gap >= arabic.Line
}

// contentEnd is the token after an indirect content that begins at first.
func (r *reader) contentEnd(first, lim int, c cue, m match) int {
	p := r.p
	lim = min(lim, first+longest)
	end := lim
scan:
	for k := first; k < lim; k++ {
		if q, ok := r.q.OpenAt(k); ok && q.Closed && q.Close <= lim && q.Close > k {
			k = q.Close
			continue
		}
		if k > first && p.Tokens[k].Gap >= arabic.Line {
			end = k
			break
		}
		if k == first {
			continue
		}
		switch w := p.Word(k); w {
		case "؛":
			end = k
			break scan
		case "،", ",", "-", "–":
			if k+1 < lim && r.leaves(k+1, lim, c, m) {
				end = k
				break scan
			}
		default:
			if phrases.Relative(w) && r.speakersOwn(k) {
				end = k
				break scan
			}
			if r.breaks(k, c) || w == "بينما" || w == "فيما" && r.clauseAfter(k, lim) || w == "وفيما" || w == "وبينما" {
				end = k
				break scan
			}
			if attribution(w) && r.attributes(k, lim) || r.aside(k, lim) || m.weak && r.circumstance(k) {
				end = k
				break scan
			}
		}
	}
	for end > first && p.Mark(end-1) && trailing(p.Word(end-1)) {
		end--
	}
	return end
}

// speakersOwn reports whether a relative clause at k tells further words of whoever
// speaks already: a thing, and a verb of speech with its clause but no subject («صحتها
// التي أكد أنها جيدة»).
func (r *reader) speakersOwn(k int) bool {
	cs := r.cues(k + 1)
	return len(cs) > 0 && cs[0].finite() && cs[0].reading.Pronoun == "" && r.clauseMark(k+2) && !phrases.Animate(r.p, k-1) && !(r.p.Mark(k-1) && phrases.Animate(r.p, k-2))
}

// aside reports whether a preposition at k brings in another claim: «بسبب ما قالت
// إنه», «بعد أن كان قد قال».
func (r *reader) aside(k, lim int) bool {
	p := r.p
	w := p.Word(k)
	if v := p.Word(k + 2); w == "بعد" && p.Word(k+1) == "ان" && (v == "كان" || v == "كانت" || v == "كانوا") {
		for j := k + 3; j < lim && j < k+5; j++ {
			if len(r.cues(j)) > 0 && r.cues(j)[0].finite() {
				return r.marksAfter(j+1, lim)
			}
		}
	}
	if !phrases.Preposition(w) || k+2 >= lim || p.Word(k+1) != "ما" {
		return false
	}
	cs := r.cues(k + 2)
	return len(cs) > 0 && cs[0].finite()
}

// circumstance reports whether token k opens a clause of circumstance, which the
// article adds to a content that is a noun phrase.
func (r *reader) circumstance(k int) bool {
	p := r.p
	switch w := p.Word(k); w {
	case "بعدما", "حيث", "اذ", "حينما", "عندما", "اثر", "مما", "وسط", "لكن", "ولكن", "لكنها", "لكنه":
		return !phrases.Preposition(p.Word(k - 1))
	case "بعد", "قبل", "دون":
		return p.Word(k+1) == "ان"
	case "الامر":
		return phrases.Relative(p.Word(k + 1))
	}
	return false
}

// trailing marks do not belong to a content that they end.
func trailing(w string) bool {
	switch w {
	case ".", "،", ",", ":", "؛", "...", "..", "!", "؟", "-", "–":
		return true
	}
	return false
}

// clauseAfter reports whether a verb follows soon, so that فيما opens a clause.
func (r *reader) clauseAfter(k, lim int) bool {
	for j := k + 1; j < lim && j < k+4; j++ {
		if phrases.FiniteVerb(r.p, j) || r.pastVerb(j) || r.p.Word(j) == "كان" || r.p.Word(j) == "لم" || r.p.Word(j) == "لا" {
			return true
		}
	}
	return false
}

// leaves reports whether what follows a comma at token k no longer belongs to
// the content: a new clause of the article's own, a participle of speech, an
// attribution.
func (r *reader) leaves(k, lim int, c cue, m match) bool {
	p := r.p
	w := p.Word(k)
	switch w {
	case "بينما", "فيما", "وفيما", "وبينما", "وكان", "وكانت", "وكانوا", "علما", "وجاء", "وجاءت", "وياتي", "وتاتي", "يذكر":
		return w != "فيما" || r.clauseAfter(k, lim)
	case "في":
		v := p.Word(k + 1)
		return v == "حين" || v == "اشاره" || v == "وقت" && m.weak
	case "وفي":
		return p.Word(k+1) == "حين" || p.Word(k+1) == "الوقت"
	}
	if attribution(w) && r.attributes(k, lim) {
		return true
	}
	if r.clauseMark(k) && strings.HasPrefix(p.Tokens[k].Span().In(p.Source), "إ") {
		return true
	}
	if r.breaks(k, c) || r.mainAfterSubordinate(k) || r.newSpeaker(k) {
		return true
	}
	if m.weak && r.newClause(k) {
		return true
	}
	for _, q := range r.cues(k) {
		if q.Tense == arabic.Participle && q.adverbial && q.verb.Class != "source" && (q.Adverbial || r.governs(q, lim)) {
			return true
		}
	}
	return false
}

// newSpeaker reports whether a verb of speech after a comma at k, joined by
// nothing, has a subject and a clause of its own: «…، قال المتحدث إن».
func (r *reader) newSpeaker(k int) bool {
	cs := r.cues(k)
	if len(cs) == 0 || !cs[0].finite() || cs[0].Tense != arabic.Past || cs[0].reading.Conj != 0 || cs[0].reading.Pronoun != "" || cs[0].verb.Class != "say" {
		return false
	}
	return phrases.Animate(r.p, k+1) && r.governsFinite(k)
}

// mainAfterSubordinate reports whether the verb after a comma at k begins the main
// clause of a sentence that a subordinate clause opened: «وفيما قال …، رفض …».
func (r *reader) mainAfterSubordinate(k int) bool {
	switch strings.TrimPrefix(r.p.Word(r.sent.First), "و") {
	case "فيما", "بينما", "بعدما", "عندما", "حين", "اذ", "مع":
		cs := r.cues(k)
		return len(cs) > 0 && cs[0].finite() && cs[0].reading.Conj == 0
	}
	return false
}

// newClause reports whether the words after a comma at k open a clause that a
// noun phrase before it cannot hold: و with a verb, a preposition, قد; لكن.
func (r *reader) newClause(k int) bool {
	p := r.p
	w := p.Word(k)
	switch w {
	case "وقد", "ولكن", "لكن", "ولم", "وهو", "وهي", "وهم", "كما", "غير", "الا", "ثم", "لكنه", "لكنها", "حيث", "اذ", "مما", "الامر", "وسط":
		return true
	}
	rest, ok := strings.CutPrefix(w, "و")
	if !ok {
		return false
	}
	return phrases.Preposition(rest) && rest != "من" && rest != "علي" && rest != "الي" && rest != "عن" || phrases.FiniteVerb(p, k)
}

// governs reports whether a participle governs something, and so is no
// adjective.
func (r *reader) governs(c cue, lim int) bool {
	_, ok := r.complement(c, min(lim, c.last+12))
	return ok
}

// attribution reports whether w may open an attribution that follows its
// content: بحسب، وفق، على حد.
func attribution(w string) bool {
	switch w {
	case "بحسب", "حسب", "حسبما", "وفق", "وفقا", "طبقا", "نقلا", "علي", "كما", "وفقما", "بحسبما", "استنادا":
		return true
	}
	return false
}

// attributes reports whether the words at k attribute what stands before them.
func (r *reader) attributes(k, lim int) bool {
	p := r.p
	switch p.Word(k) {
	case "علي":
		v := p.Word(k + 1)
		return (v == "حد" || v == "لسان" || v == "ذمه") && k+2 < lim
	case "كما":
		return k+2 < lim && len(r.cues(k+1)) > 0 && r.cues(k + 1)[0].finite() && !r.marksAfter(k+2, lim)
	case "حسب", "بحسب", "وفق", "وفقا", "طبقا":
		return k+1 < lim && (r.speaksOrNames(k+1, lim))
	}
	return true
}

// speaksOrNames reports whether somebody or a verb of speech stands at k.
func (r *reader) speaksOrNames(k, lim int) bool {
	w := r.p.Word(k)
	if w == "ما" || r.pastVerb(k) || r.p.Mention(k) != nil {
		return true
	}
	np := span{k, phrases.Extent(r.p, k, phrases.Walk{Limit: lim})}
	if np.empty() {
		return false
	}
	who := r.resolve(np)
	return who.named || who.kind != "group" || r.p.Word(k) == "البيان"
}

// marksAfter reports whether a mark of content follows within a few tokens.
func (r *reader) marksAfter(k, lim int) bool {
	for j := k; j < lim && j < k+14; j++ {
		w := r.p.Word(j)
		if r.clauseMark(j) || w == ":" || w == "الي" || w == "علي" {
			return true
		}
		if q, ok := r.q.OpenAt(j); ok && !r.isName(q) {
			return true
		}
	}
	return false
}

// breaks reports whether a new main clause of speech, or of the article's own,
// begins at token k inside the content of cue c.
func (r *reader) breaks(k int, c cue) bool {
	p := r.p
	if p.Mention(k) != nil && p.Mention(k).Start <= p.Tokens[k].Start {
		return false
	}
	w := p.Word(k)
	switch w {
	case "وكان", "وكانت", "وكانوا":
		return true
	case "وقد", "فقد":
		return r.mainVerb(k+1, c, true) && !strings.HasSuffix(p.Word(k+1), "وا")
	case "وهو", "الامر":
		return r.resumed(k)
	case "لكن", "ولكن":
		return r.othersVerb(k + 1)
	case "كما", "لكنه", "لكنها", "ولكنه", "ولكنها", "لكنهم", "الا":
		j := k + 1
		if w == "الا" {
			if v := p.Word(j); v != "انه" && v != "انها" {
				return false
			}
			j++
		}
		return r.mainVerb(j, c, true)
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
	for j := e; j < r.sent.Last && j < e+3; j++ {
		if w := r.p.Word(j); w == "لم" || w == "لا" {
			continue
		}
		for _, q := range r.p.Readings[j] {
			if q.Conj == 0 && phrases.FiniteVerb(r.p, j) && r.reports(q) {
				return true
			}
		}
		return false
	}
	return false
}

// reports reports whether a reading is a verb that tells, confirms or denies.
func (r *reader) reports(rd lexicon.Reading) bool {
	for _, s := range r.p.Lex.Senses(rd) {
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
	for _, c := range r.cues(k) {
		if c.Tense != arabic.Participle || !c.Adverbial && !r.state(c) && !c.bySaying() {
			continue
		}
		if r.governing[k] != 0 {
			return r.governing[k] > 0
		}
		r.governing[k] = -1
		if m, ok := r.complement(c, min(r.sent.Last, c.last+6)); ok && m.zoneEnd-c.last <= 1 {
			r.governing[k] = 1
		}
		return r.governing[k] > 0
	}
	return false
}

// mainVerb reports whether token k is a verb of speech that opens a new main
// clause: joined by و or ف (or bare after كما), in the past where the cue is.
func (r *reader) mainVerb(k int, c cue, bare bool) bool {
	p := r.p
	if k >= len(p.Tokens) {
		return false
	}
	ok, noun := false, false
	for _, rd := range p.Readings[k] {
		if rd.Cut == 0 && !bare && r.wholeNoun(k) {
			return false
		}
		for _, s := range p.Lex.Senses(rd) {
			if s.Kind == lexicon.Common && rd.Conj != 0 && rd.Pronoun == "" {
				noun = noun || s.Entry == 'n' || s.Entry == 'p'
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
func (r *reader) opensMain(k int, c cue, bare bool, rd lexicon.Reading, s lexicon.Sense) bool {
	v := &r.p.Lex.Speech[s.Entry]
	if r.named(k, rd) {
		return false
	}
	if v.Class == "source" || v.Class == "according" || rd.Undet || s.Person == 1 || rd.Prep != 0 {
		return false
	}
	if s.Tense == arabic.Participle {
		return s.Adverbial && rd.Conj == 'w' && c.finite()
	}
	past := s.Tense == arabic.Past && c.Tense != arabic.Present
	present := s.Tense == arabic.Present && (c.Tense == arabic.Present || c.Tense == arabic.NoTense || bare && r.p.Word(k-1) != "كما")
	return (rd.Conj != 0 || bare) && (past || present)
}

// governsFinite reports whether token k, a verb or its own masdar by form (وحث،
// ورفض), has what the verb needs: somebody asked, or a clause. It is settled once
// for each token.
func (r *reader) governsFinite(k int) bool {
	if r.governing[k] != 0 {
		return r.governing[k] > 0
	}
	r.governing[k] = -1 // where it is asked again on the way
	for _, c := range r.cues(k) {
		if !c.finite() {
			continue
		}
		m, ok := r.complement(c, r.clauseLimit(c))
		if ok && (!m.weak || !m.target.empty() && m.zoneEnd-c.last < 12) {
			r.governing[k] = 1
		}
		break
	}
	return r.governing[k] > 0
}

// mode says how the words are reported: a quotation or words after a colon are
// direct; a quoted judgement inside indirect words makes them mixed; a quoted
// name or term does not.
func (r *reader) mode(d draft) string {
	if d.quote || d.colon {
		return "direct"
	}
	p := r.p
	for k := d.first; k < d.last; k++ {
		q, ok := r.q.OpenAt(k)
		if !ok {
			continue
		}
		n := q.Close - q.Open - 1
		if n >= 3 || n >= 1 && r.judgement(q) {
			if n <= 3 && r.isTerm(q) {
				continue
			}
			return "mixed"
		}
	}
	_ = p
	return "indirect"
}

// isTerm reports whether a short quotation is a name: it holds a name or follows a
// noun that it names.
func (r *reader) isTerm(q phrases.Quote) bool {
	for k := q.Open + 1; k < q.Close; k++ {
		if r.p.Mention(k) != nil {
			return true
		}
	}
	return !r.judgement(q)
}

// judgement reports whether a quotation judges: a verb, an adjective with a
// negation, an indefinite predicate.
func (r *reader) judgement(q phrases.Quote) bool {
	for k := q.Open + 1; k < q.Close && k < len(r.p.Tokens); k++ {
		w := r.p.Word(k)
		if w == "غير" || w == "لا" || w == "لن" || w == "لم" || phrases.FiniteVerb(r.p, k) {
			return true
		}
	}
	if q.Close-q.Open == 2 {
		return strings.HasPrefix(r.p.Word(q.Open+1), "ب") || r.p.Word(q.Open-1) == "بانه" || r.p.Word(q.Open-1) == "بانها"
	}
	return false
}

// media reports whether a mention is an outlet, agency or network.
func (r *reader) media(m *fact.Mention) bool {
	if m == nil {
		return false
	}
	a := r.p.Actor(m.Actor)
	return a != nil && phrases.Media(a.Kind)
}
