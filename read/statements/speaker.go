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
	gender gender // as the verb with this subject tells it
}

// gender is the gender of verbs that somebody is the subject of.
type gender uint8

const (
	unknown gender = iota
	masculine
	female
)

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
	if left := r.leftSubject(c); left.name != "" && !r.ownSubject(c, m) {
		d.explicit = true
		d.speaker = left
		return !(m.weak && r.indefiniteBefore(c, left))
	}
	if m.weak && c.reading.Pronoun == "" && phrases.Relative(r.p.Word(c.first-1)) {
		return false // of a thing: «القرار الذي يلزم الأطراف ب»
	}
	if r.pronounSubject(c) {
		d.speaker = r.continued(c)
		return d.speaker.name != ""
	}
	np := m.subject
	if !m.weak {
		first := r.subjectStart(c.last, m.zoneEnd)
		np = span{first, phrases.Extent(r.p, first, phrases.Walk{Limit: m.zoneEnd, Bounded: m.target.empty()})}
	}
	if !np.empty() && r.maySpeak(c, np) {
		d.explicit = true
		d.speaker = r.settle(np)
		if m.weak && !d.speaker.named && d.speaker.kind == "group" && !phrases.Animate(r.p, np.first) && !r.document(np) {
			return false
		}
		return d.speaker.name != ""
	}
	if c.reading.Pronoun != "" && c.Tense == arabic.Masdar || r.describes(c) {
		return false
	}
	d.speaker = r.continued(c)
	return d.speaker.name != ""
}

// ownSubject reports whether a verb after a relative pronoun has a subject of its
// own before its clause: «القاعدة التي قال السكان إن».
func (r *reader) ownSubject(c cue, m match) bool {
	if m.weak || !m.target.empty() || !phrases.Relative(r.p.Word(c.first-1)) {
		return false
	}
	np := span{c.last, phrases.Extent(r.p, c.last, phrases.Walk{Limit: m.zoneEnd, Bounded: true})}
	return np.last == m.zoneEnd && !np.empty() && r.maySpeak(c, np)
}

// indefiniteBefore reports whether the verb stands right after an indefinite noun
// phrase, which it then describes: «معلومات تؤكد قدوم …».
func (r *reader) indefiniteBefore(c cue, who speaker) bool {
	if who.phrase.last != c.first || who.named || who.kind == "unnamed" && who.head == "من" {
		return false
	}
	for k := who.phrase.first; k < who.phrase.last; k++ {
		if phrases.Definite(r.p, k) || r.p.Mention(k) != nil {
			return k > who.phrase.first+1 && phrases.Preposition(r.p.Word(k-1))
		}
	}
	return true
}

// pronounSubject reports whether a particle before the verb carries its subject as
// a pronoun, so that the phrase after it is an object: «إلا أنها اتهمت الأطراف».
func (r *reader) pronounSubject(c cue) bool {
	return c.finite() && c.first > r.sent.First && pronounBearer(r.p.Word(c.first-1)) && r.p.Mention(c.first-1) == nil
}

// describes reports whether a verb without a subject, joined by nothing and right
// after a noun, only describes that noun: «تفاهم يسمح بعقد لقاء».
func (r *reader) describes(c cue) bool {
	p, k := r.p, c.first-1
	if !c.finite() || c.reading.Conj != 0 || k < r.sent.First || p.Tokens[k].Kind != arabic.Word || p.Date(k) != nil {
		return false
	}
	w := p.Word(k)
	return !(phrases.Adverb(w) || lead(w) || lead(strings.TrimPrefix(w, "و")) || phrases.Relative(w) || pronounBearer(w) || phrases.Preposition(w) && w != "من")
}

// pronounBearer reports whether w (folded) is a particle with the pronoun of the
// verb's subject: لكنه، وهو، أنها.
func pronounBearer(w string) bool {
	w = strings.TrimPrefix(w, "و")
	for _, b := range []string{"لكن", "لان", "كان", "ان", "بان", "لعل", "ليت", "فان"} {
		switch rest, ok := strings.CutPrefix(w, b); {
		case ok && (rest == "ه" || rest == "ها" || rest == "هم" || rest == "هما"):
			return true
		}
	}
	return w == "هو" || w == "هي" || w == "هم"
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
	if r.attachedNoun(np.first) || r.adverbialAt(np.first) {
		return false
	}
	return !r.disagrees(c, np)
}

// adverbialAt reports whether token i is a participle in the accusative: «أضاف مخاطبا
// الوزير».
func (r *reader) adverbialAt(i int) bool {
	for _, rd := range r.p.Readings[i] {
		for _, s := range r.p.Lex.Senses(rd) {
			if s.Tense == arabic.Participle && s.Adverbial {
				return true
			}
		}
	}
	return strings.HasPrefix(r.p.Word(i), "م") && r.accusative(i) && len(r.p.Word(i)) >= 10
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
	if strings.HasSuffix(p.Word(k-1), "ه") || strings.HasSuffix(p.Word(k-1), "ها") || strings.HasSuffix(p.Word(k-1), "هم") {
		if _, ok := strongMark(p.Word(k - 1)); ok {
			return speaker{} // إنه، أنها: whoever speaks already
		}
	}
	if k > r.sent.First && phrases.Relative(p.Word(k-1)) {
		if c.reading.Pronoun != "" {
			return speaker{} // the antecedent is the object: «الذي تتهمه الحكومة»
		}
		s := r.antecedent(k - 1)
		if !s.named && s.kind == "group" && !phrases.Animate(p, s.phrase.first) {
			return speaker{}
		}
		return s
	}
	if p.Word(k-1) == "من" && k-2 >= r.sent.First {
		if r.someone(k - 2) {
			return speaker{phrase: span{k - 2, k}, name: p.Words(k-2, k), kind: "unnamed", head: "من"}
		}
	}
	if s, ok := r.sabaqTo(k); ok {
		return s
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
	if !s.named && s.kind == "group" && s.head != "من" && !phrases.Animate(p, start) && !(k < i && strings.Contains(p.Word(start-1), "كان")) {
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

// sabaqTo is the person after «سبق ل» whose former words the verb after أن tells.
func (r *reader) sabaqTo(k int) (speaker, bool) {
	for j := r.sent.First; j < k && j < r.sent.First+3; j++ {
		if w := r.p.Word(j); w != "وسبق" && w != "سبق" {
			continue
		}
		np := span{j + 1, phrases.Extent(r.p, j+1, phrases.Walk{Limit: k, Bounded: true})}
		if np.empty() {
			return speaker{}, false
		}
		who := r.settle(np)
		return who, who.name != ""
	}
	return speaker{}, false
}

// clauseStart is where the clause that token k stands in begins: after a stop,
// a semicolon, a colon, or the last statement's content in the sentence.
func (r *reader) clauseStart(k int) int {
	start := max(r.sent.First, k-longest)
	for n := len(r.out) - 1; n >= max(0, len(r.out)-8) && r.out[n].cue.first >= r.sent.First; n-- {
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
	for j := start; j < end; j++ { // of the first that can speak and agrees
		if phrases.Animate(p, j) && r.agrees(j, p.Word(k)) {
			start = j
			break
		}
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

// agrees reports whether the noun at token j can be what a relative pronoun
// (folded) speaks of.
func (r *reader) agrees(j int, relative string) bool {
	p, w := r.p, r.p.Word(j)
	m := p.Mention(j)
	switch {
	case strings.HasSuffix(relative, "الذين"):
		return plural(w) || m != nil && m.Type != fact.Person || p.Is(j, lexicon.PeopleWord) || !feminineNoun(w)
	case feminine(relative):
		return feminineNoun(w) || m != nil || !phrases.Definite(p, j)
	}
	return !feminineNoun(w) || m != nil
}

// plural reports whether w (folded) has the ending of a sound masculine plural.
func plural(w string) bool { return strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين") }

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
