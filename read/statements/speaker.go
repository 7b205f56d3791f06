package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// speaker is who a statement is attributed to.
type speaker struct {
	phrase span
	name   string
	kind   string
	actor  string
	named  bool // a person, organisation or country by name
	head   string
}

func (s speaker) same(o speaker) bool {
	return s.name != "" && (s.name == o.name || s.actor != "" && s.actor == o.actor)
}

// subject finds who speaks for d: the phrase after the verb, the phrase before
// it, the source of a relay, or the last speaker. It reports false where there is
// nobody.
func (r *reader) subject(d *draft, m match) bool {
	c := d.cue
	if !m.source.empty() { // a relay: the subject is the relay, the source speaks
		d.explicit = true
		d.speaker = r.settle(m.source)
		rel := span{first: c.last}
		rel.last = phrases.Extent(r.p, rel.first, phrases.Walk{Limit: min(m.source.first, m.zoneEnd), Bounded: true})
		if !rel.empty() {
			d.via = append(d.via, r.relayed(rel))
		} else if left := r.leftSubject(c); left.name != "" {
			d.via = append(d.via, fact.Relay{Name: left.name, Span: left.phrase.bytes(r.p)})
		}
		return d.speaker.name != ""
	}
	if c.adverbial {
		d.speaker = r.clauseSubject(c)
		return d.speaker.name != ""
	}
	if left := r.leftSubject(c); left.name != "" {
		d.explicit = true
		d.speaker = left
		return true
	}
	np := m.subject
	if !m.weak {
		first := r.subjectStart(c.last, m.zoneEnd)
		np = span{first, phrases.Extent(r.p, first, phrases.Walk{Limit: m.zoneEnd, Bounded: m.target.empty()})}
	}
	if !np.empty() && r.maySpeak(c, np) {
		d.explicit = true
		d.speaker = r.settle(np)
		if m.weak && !d.speaker.named && d.speaker.kind == "group" && !phrases.Animate(r.p, np.first) {
			return false
		}
		return d.speaker.name != ""
	}
	if c.reading.Pronoun != "" && c.Tense == arabic.Masdar {
		return false
	}
	d.speaker = r.continued(c)
	return d.speaker.name != ""
}

// maySpeak reports whether the phrase can be the verb's subject.
func (r *reader) maySpeak(c cue, np span) bool {
	p := r.p
	w := p.Word(np.first)
	if k := p.Tokens[np.first].Kind; k != arabic.Word && k != arabic.Latin && k != arabic.Quote {
		return false
	}
	if m := p.Mention(np.first); m != nil {
		return m.Start <= p.Tokens[np.first].Start
	}
	if phrases.Preposition(w) || strings.HasPrefix(w, "لل") && r.attachedNoun(np.first) || clauseWord(w) {
		return false
	}
	if r.attachedNoun(np.first) {
		return false
	}
	return !r.disagrees(c, np)
}

// attachedNoun reports whether token i is a noun with a preposition before it.
func (r *reader) attachedNoun(i int) bool {
	for _, rd := range r.p.Readings[i] {
		if rd.Cut == 0 && rd.Kinds != 0 {
			return false
		}
		if rd.Kinds != 0 && rd.Prep != 0 && rd.Prep != 's' {
			return true
		}
	}
	w := r.p.Word(i)
	return strings.HasPrefix(w, "بال") || strings.HasPrefix(w, "لل")
}

// continued is who a verb without a subject continues: the last speaker, unless
// the sentences since tell of another subject that agrees.
func (r *reader) continued(c cue) speaker {
	if s := r.sentenceSubject(c.first); s.name != "" && !(r.last.name != "" && r.saidInSentence()) {
		return s
	}
	return r.last
}

// saidInSentence reports whether a statement was already read in this sentence.
func (r *reader) saidInSentence() bool {
	n := len(r.out)
	return n > 0 && r.out[n-1].cue.first >= r.sent.First
}

// clauseSubject is the subject of the clause that a participle continues.
func (r *reader) clauseSubject(c cue) speaker {
	if r.saidInSentence() {
		// an inner claim's speaker does not go on; the outer one does
		for k := len(r.out) - 1; k >= 0 && r.out[k].cue.first >= r.sent.First; k-- {
			if r.out[k].nested == 0 {
				return r.out[k].speaker
			}
		}
	}
	if s := r.sentenceSubject(c.first); s.name != "" {
		return s
	}
	return r.last
}

// sentenceSubject is the subject of the verb that opens the sentence before
// token i: «اجتمع سالم مع … وقال إن».
func (r *reader) sentenceSubject(i int) speaker {
	p := r.p
	for k := r.sent.First; k < i && k < r.sent.First+4; k++ {
		if !phrases.FiniteVerb(p, k) && !r.pastVerb(k) {
			continue
		}
		np := span{k + 1, phrases.Extent(p, k+1, phrases.Walk{Limit: i})}
		if np.empty() || !r.maySpeak(cue{first: k, last: k + 1}, np) {
			return speaker{}
		}
		s := r.resolve(np)
		if s.named || s.kind == "office" || s.kind == "unnamed" {
			return r.settle(np)
		}
		return speaker{}
	}
	if s := r.subjectAt(r.sent.First, i); s.named {
		return s
	}
	return speaker{}
}

// subjectAt reads a subject that opens a clause at token k, before token i.
func (r *reader) subjectAt(k, i int) speaker {
	k = r.skipLead(k, i)
	np := span{k, phrases.Extent(r.p, k, phrases.Walk{Limit: i})}
	if np.empty() || !r.nominalStart(k, i) {
		return speaker{}
	}
	return r.resolve(np)
}

// pastVerb reports whether token k may be a past or present verb of the lexicon.
func (r *reader) pastVerb(k int) bool {
	for _, kind := range []lexicon.Kind{lexicon.SpeechWord, lexicon.DeedWord} {
		if _, _, ok := r.p.Find(k, kind, func(rd lexicon.Reading, s lexicon.Sense) bool {
			return !rd.Det && (s.Tense == arabic.Past || s.Tense == arabic.Present)
		}); ok {
			return true
		}
	}
	return false
}

// leads are words that open a clause before its subject.
func lead(w string) bool {
	switch w {
	case "اما", "لكن", "ولكن", "غير", "الا", "ان", "كما", "حيث", "بينما", "فيما", "وفيما", "بدوره", "بدورها", "وكان", "كان", "وكانت", "كانت", "وكانوا", "قد", "وقد", "من", "جهته", "جهتها", "جانبه", "جانبها", "ومن", "و", "ثم", "واما", "هذا",
		"الي", "ذلك", "والي", "وفي", "في", "المقابل", "بالمقابل", "ناحيته", "ناحيتها", "حين", "ايضا", "كذلك", "وسبق", "سبق", "اذ", "وان", "بل", "لقد", "فقد", "يذكر", "يشار":
		return true
	}
	return false
}

// skipLead passes over the words that open a clause.
func (r *reader) skipLead(k, lim int) int {
	for k < lim && (lead(r.p.Word(k)) && r.p.Mention(k) == nil || r.p.Mark(k) && r.p.Tokens[k].Kind == arabic.Punct || r.p.Date(k) != nil) {
		k++
	}
	return k
}

// leftSubject is the subject that stands before its verb: «أما سالم فقال»، «وكان سالم
// قد قال»، «سالم الذي وصف»، «هناك من يقول».
func (r *reader) leftSubject(c cue) speaker {
	p := r.p
	i := c.first
	if c.reading.Conj == 'w' || i == r.sent.First || !c.finite() {
		return speaker{}
	}
	k := i
	if w := p.Word(k - 1); w == "قد" || w == "فقد" || w == "لقد" || w == "لم" || w == "لا" || w == "لن" || w == "ان" && p.Word(k-2) != "" && r.sabaq(k-1) {
		k--
	}
	if k > r.sent.First && phrases.Relative(p.Word(k-1)) {
		s := r.antecedent(k - 1)
		if !s.named && s.kind == "group" && !phrases.Animate(p, s.phrase.first) {
			return speaker{}
		}
		return s
	}
	if p.Word(k-1) == "من" && k-2 >= r.sent.First {
		switch p.Word(k - 2) {
		case "هناك", "ثمه", "وهناك", "ثم", "وثمه":
			return speaker{phrase: span{k - 2, k}, name: p.Words(k-2, k), kind: "unnamed", head: "من"}
		}
	}
	start := r.clauseStart(k)
	start = r.skipLead(start, k)
	if start >= k || !r.nominalStart(start, k) && p.Word(start) != "كل" {
		return speaker{}
	}
	end := phrases.Extent(p, start, phrases.Walk{Limit: k, Bounded: true})
	if end == start {
		return speaker{}
	}
	// between the subject and the verb: nothing, a comma, a relative clause, an
	// adverbial between commas
	gap := end
	if gap < k && phrases.Relative(p.Word(gap)) || gap+1 < k && p.Word(gap) == "،" && phrases.Relative(p.Word(gap+1)) {
		if p.Word(k-1) == "،" {
			gap = k
		} else {
			return speaker{}
		}
	}
	for gap < k {
		w := p.Word(gap)
		if w == "،" || w == "," || w == "قد" || w == "فقد" || w == "-" || w == "لم" || w == "لا" || w == "لن" || p.Date(gap) != nil || phrases.Adverb(w) {
			gap++
			continue
		}
		if (w == "في" || w == "خلال" || w == "وفي" || w == "عقب" || w == "بعد") && p.Word(k-1) == "،" {
			gap = k
			break
		}
		return speaker{}
	}
	s := r.settle(span{start, end})
	if !s.named && s.kind == "group" && s.head != "من" && !phrases.Animate(p, start) {
		return speaker{}
	}
	if r.disagrees(c, s.phrase) && c.Count == arabic.Singular && !strings.HasSuffix(p.Word(start), "ين") {
		return speaker{}
	}
	return s
}

// sabaq reports whether the أن at token k follows «وسبق ل…».
func (r *reader) sabaq(k int) bool {
	for j := r.sent.First; j < k && j < r.sent.First+3; j++ {
		if w := r.p.Word(j); w == "وسبق" || w == "سبق" {
			return true
		}
	}
	return false
}

// clauseStart is where the clause that token k stands in begins: after a stop,
// a semicolon, a colon, or the last statement's content in the sentence.
func (r *reader) clauseStart(k int) int {
	start := r.sent.First
	for n := len(r.out) - 1; n >= 0 && r.out[n].cue.first >= r.sent.First; n-- {
		if r.out[n].nested > 0 {
			continue
		}
		if r.out[n].last <= k {
			start = max(start, r.out[n].last)
		} else { // inside the content of another claim
			start = max(start, r.out[n].first)
		}
		break
	}
	for j := k - 1; j > start; j-- {
		switch w := r.p.Word(j); w {
		case "؛", ":", ".", "...":
			return j + 1
		case "فيما", "بينما", "حيث", "لكن", "ولكن", "اما", "واما", "وكان", "وكانت", "وفيما", "وبينما", "ان", "بان", "اذ":
			if w != "ان" || j != k-1 {
				return j
			}
		}
		if q, ok := r.q.In(j); ok && q.Closed && q.Open > start {
			j = q.Open
		}
	}
	return start
}

// antecedent is the phrase that the relative pronoun at token k speaks of.
func (r *reader) antecedent(k int) speaker {
	p := r.p
	end := k
	if end > r.sent.First && (p.Word(end-1) == "،" || p.Word(end-1) == ",") {
		end--
	}
	start := end
	for start > r.sent.First && end-start < 16 {
		w := p.Word(start - 1)
		if p.Mark(start-1) || phrases.Preposition(w) || phrases.Adverb(w) || phrases.FiniteVerb(p, start-1) || p.Date(start-1) != nil {
			break
		}
		start--
		if conj, prep := particle(p.Readings[start]); (conj || prep) && p.Mention(start) == nil {
			break
		}
	}
	if start == end {
		return speaker{}
	}
	// the pronoun speaks of the last of coordinated or possessed nouns when it is a name
	if m := p.Mention(end - 1); m != nil {
		s := p.TokenAt(m.Start)
		if who := r.resolve(span{s, end}); who.named {
			return r.settle(span{start, end})
		}
	}
	return r.settle(span{start, end})
}

// particle reports what a word's readings have attached.
func particle(rs []lexicon.Reading) (conj, prep bool) {
	for _, rd := range rs {
		if rd.Cut == 0 && rd.Kinds != 0 {
			return false, false
		}
		if rd.Kinds != 0 {
			return rd.Conj != 0, rd.Prep != 0
		}
	}
	return false, false
}
