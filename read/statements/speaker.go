package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
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
func (r *reader) subject(d *draft, m *match) bool {
	c := &d.cue
	if r.outcome(c, m) {
		return false
	}
	if !m.source.empty() {
		return r.sourceSpeaks(d, m)
	}
	if r.fromHim(d, m) {
		return d.speaker.name != ""
	}
	if r.speaksElsewhere(d) {
		return true
	}
	if c.adverbial {
		d.speaker = r.clauseSubject(c)
		r.throughOuter(d)
		return d.speaker.name != ""
	}
	own := r.ownSubject(c, m)
	if left := r.leftSubject(c); left.name != "" && !own {
		d.explicit = true
		d.speaker = left
		d.aside = d.aside || left.kind == "unnamed" && r.paperBefore(c, c.first) < c.first
		return !(m.weak && r.indefiniteBefore(c, left)) || (!m.noun || c.verb.Class == "claim") && r.is(left.phrase.first, isReport) // «تقارير تشير إلى»
	}
	if m.weak && !own && c.reading.Pronoun == "" && r.p.Has(c.first-1, page.Relative) {
		return false // of a thing: «القرار الذي يلزم الأطراف ب»
	}
	if r.pronounSubject(c) {
		d.speaker = r.continued(c)
		if c.Count == arabic.Plural && (d.speaker.kind == "person" || d.speaker.kind == "country" || r.describes(c)) {
			return false // «شهادات لسكان أكدوا»: of many
		}
		return d.speaker.name != ""
	}
	np := r.rightSubject(c, m)
	if !np.empty() && r.maySpeak(c, np) {
		return r.speaksAfter(d, m, np)
	}
	if m.weak && c.Tense == arabic.Present && c.reading.Conj == 0 && r.is(c.first-1, isComma) {
		return false // «توقيع هدنة، تدعو إلى الانسحاب»: what is signed asks it
	}
	if c.reading.Pronoun != "" && c.Tense == arabic.Masdar || talk(r.p.Word(np.first)) && !np.empty() || r.describes(c) || r.deemed(c, m) {
		return false
	}
	d.speaker = r.continued(c)
	return d.speaker.name != "" && (c.verb.Past != "نصّ" && c.verb.Past != "تضمن" || r.document(d.speaker.phrase)) // «توصلا إلى اتفاق، نص على»: only papers do
}

// outcome reports whether c tells what comes of what happened, and so of nobody who speaks:
// «مما يهدد بانهيار الهدنة».
func (r *reader) outcome(c *cue, m *match) bool {
	if !m.weak && c.verb.Class != "demand" || !c.finite() {
		return false
	}
	w := r.p.Word(c.first - 1)
	return w == "مما" || w == "ما" && r.is(c.first-2, isComma) && c.reading.Pronoun == ""
}

// sourceSpeaks makes the source of a relay d's speaker, and the subject of the verb the
// relay: «نقلت الوكالة عن مصدر قوله إن».
func (r *reader) sourceSpeaks(d *draft, m *match) bool {
	d.explicit = true
	d.speaker = r.settle(r.wholeSource(m))
	rel := span{first: d.cue.last}
	rel.last = phrases.Extent(r.p, rel.first, phrases.Walk{Limit: min(m.source.first, m.zoneEnd), Bounded: true})
	if !rel.empty() {
		d.via = append(d.via, r.relayed(rel))
	} else if left := r.leftSubject(&d.cue); left.name != "" {
		d.via = append(d.via, fact.Relay{Name: left.name, Span: left.phrase.bytes(r.p)})
	}
	return d.speaker.name != ""
}

// speaksElsewhere makes d's speaker who is told to speak elsewhere in the sentence: those who
// signed or wrote the paper in which the words stand, who gave the speech in which they were
// said, the subject of the clause around the verb.
func (r *reader) speaksElsewhere(d *draft) bool {
	c := &d.cue
	if s := r.signers(c); s.name != "" {
		d.speaker, d.explicit = s, true
		return true
	}
	if w := r.p.Word(c.last); c.finite() && c.reading.Conj == 0 && (w == "فيها" || w == "فيه") {
		if s := r.spokeBefore(c); s.name != "" {
			d.speaker, d.explicit = s, true
			return true
		}
	}
	if s := r.writtenBy(c); s.name != "" {
		d.speaker, d.explicit = s, true
		if told := r.sentenceSubject(c.first); r.relays(told) && !told.same(s) {
			d.via = []fact.Relay{r.relayOf(told)}
		}
		return true
	}
	if s := r.ofClause(c); s.name != "" {
		d.speaker, d.aside = s, true
		return true
	}
	return false
}

// fromHim makes who spoke last, or whose office relays it, the speaker of what somebody relays
// «from him», before or after his own name: «ونقلت عنه الوكالة قوله إن», «ونقل مكتبه عنه قوله
// إن», «ونقل مكتب سالم عنه قوله إن».
func (r *reader) fromHim(d *draft, m *match) bool {
	c, p := &d.cue, r.p
	if !c.finite() || c.verb.Past != "نقل" || m.weak {
		return false
	}
	at, who := c.last, r.last
	for at < m.zoneEnd && at < c.last+12 && !anhu(p.Word(at)) {
		if o := p.Mention(at); o != nil && o.Type == fact.Person {
			who = speaker{phrase: span{p.MentionFirst(at), at + 1}, name: o.Name, actor: o.Actor, kind: "person", named: true}
		}
		at++
	}
	if at >= m.zoneEnd || at >= c.last+12 || who.name == "" {
		return false
	}
	by := span{c.last, at}
	if by.empty() {
		by = span{at + 1, m.zoneEnd}
	}
	by.last = phrases.Extent(p, by.first, phrases.Walk{Limit: by.last})
	if by.empty() {
		return false
	}
	d.speaker, d.explicit = who, false
	d.via = []fact.Relay{r.relayed(by)}
	return true
}

// deemed reports whether the present verb c of holding something to be so is the passive,
// with the phrase after it its subject: «ويعتبر الحزب أحد أكبر الأحزاب».
func (r *reader) deemed(c *cue, m *match) bool {
	if !c.finite() || c.Tense != arabic.Present || c.Count != arabic.Singular || c.verb.Class != "claim" && c.verb.Class != "describe" {
		return false
	}
	if c.verb.Past == "نظر" && r.p.Word(c.last) == "الي" && !c.Feminine {
		return true // «وينظر إلى الزيارة على أنها»
	}
	if !m.noun {
		return false
	}
	first := m.content
	if !m.target.empty() {
		first = m.target.first
	}
	if w := r.p.Word(first); w == "احد" || w == "احدي" {
		return true
	}
	if m.target.first != c.last || m.target.empty() {
		return false
	}
	switch w := r.p.Word(m.target.first); w {
	case "هذا", "هذه", "ذلك", "تلك":
		return false
	default:
		return strings.HasSuffix(w, "ه") == c.Feminine || r.p.Named(m.target.first)
	}
}

// wholeSource is the source of a relay with the name that closes its phrase further
// on, right before «قوله»: «عن مدير التخطيط بالأركان العميد سالم الحداد قوله إن».
func (r *reader) wholeSource(m *match) span {
	p := r.p
	for k := m.source.last; k < m.zoneEnd && k < m.source.first+18; k++ {
		if p.Mark(k) || p.Has(k, page.Relative) || r.is(k, isPast) && !p.Named(k) && !p.Has(k, page.Suffixed) || p.Dated(k) {
			break
		}
		if mn := p.Mention(k); mn != nil && mn.Type == fact.Person && p.Mention(k+1) != mn && mn.Start >= p.Tokens[p.MentionFirst(k)].Start && (p.Has(k+1, page.Suffixed) && len(r.cues(k+1)) > 0 || r.is(k+1, isComma) && p.Has(k+2, page.Suffixed) && len(r.cues(k+2)) > 0) {
			return span{m.source.first, k + 1}
		}
	}
	return m.source
}

// throughOuter makes the one whose words tell of d's speaker his relay: «قالت الحكومة
// إن الوزير رحب، مؤكدا أن».
func (r *reader) throughOuter(d *draft) {
	for k := len(r.out) - 1; k >= max(0, len(r.out)-12) && r.out[k].cue.first >= r.sent.First; k-- {
		if o := &r.out[k]; o.nested == 0 {
			if o.first == d.speaker.phrase.first && !d.speaker.same(o.speaker) {
				d.via = append(append([]fact.Relay{}, o.via...), r.relayOf(o.speaker))
			}
			return
		}
	}
}

// ownSubject reports whether a verb after a relative pronoun has a subject of its
// own before its clause: «القاعدة التي قال السكان إن».
func (r *reader) ownSubject(c *cue, m *match) bool {
	if !r.p.Has(c.first-1, page.Relative) {
		return false
	}
	if p := r.p; p.Has(c.last, page.Suffixed) && phrases.Animate(p, c.last) && !p.Named(c.last) && !m.subject.empty() && m.subject.first == c.last && !r.disagrees(c, m.subject) {
		return true // «الذي حمّل أنصاره الحكومة مسؤولية»
	}
	if s := m.subject; r.atTime(c, m) || (m.noun || m.loose) && !s.empty() && s.first == c.last && m.content == s.last && !r.p.Mark(m.content+1) && r.p.Has(m.content, page.Suffixed) && phrases.Animate(r.p, s.first) && !r.disagrees(c, s) {
		return true // «الذي ينتقد بعض المتمردين علاقاته»
	}
	if m.weak || !m.target.empty() {
		return false
	}
	np := span{c.last, phrases.Extent(r.p, c.last, phrases.Walk{Limit: m.zoneEnd, Bounded: true})}
	return np.last == m.zoneEnd && !np.empty() && r.maySpeak(c, np)
}

// indefiniteBefore reports whether the verb stands right after an indefinite noun
// phrase, which it then describes: «معلومات تؤكد قدوم …».
func (r *reader) indefiniteBefore(c *cue, who speaker) bool {
	if who.phrase.last != c.first || who.named || who.kind == "unnamed" && who.head == "من" {
		return false
	}
	for k := who.phrase.first; k < who.phrase.last; k++ {
		if r.p.Has(k, page.Definite) || r.p.Mention(k) != nil {
			return k > who.phrase.first+1 && r.p.Has(k-1, page.Preposition)
		}
	}
	return true
}

// pronounSubject reports whether a particle before the verb carries its subject as
// a pronoun, so that the phrase after it is an object: «إلا أنها اتهمت الأطراف».
func (r *reader) pronounSubject(c *cue) bool {
	if c.finite() && c.Person == 3 && (c.Count == arabic.Dual || c.Count == arabic.Plural && !c.Feminine) {
		return true // «وطالبا المجلس ب»: a verb before its subject is singular
	}
	return c.finite() && c.first > r.sent.First && r.is(c.first-1, isPron) && r.p.Mention(c.first-1) == nil
}

// describes reports whether a verb without a subject, joined by nothing and right
// after a noun, only describes that noun: «تفاهم يسمح بعقد لقاء».
func (r *reader) describes(c *cue) bool {
	p, k := r.p, c.first-1
	if !c.finite() || c.reading.Conj != 0 || k < r.sent.First || p.Tokens[k].Kind != arabic.Word || p.Date(k) != nil {
		return false
	}
	if v := p.Word(c.last); (c.verb.Class == "relay" || c.verb.Class == "say" && r.saidInPaper(c)) && (v == "فيه" || v == "فيها") {
		return false // «أصدر بيانا جاء فيه أن»
	}
	w := p.Word(k)
	if w == "ولم" || w == "ولن" {
		return false // «…، ولم يستبعد عقد جولة»
	}
	if r.afterTopic(c) {
		return false // «وعن الأسرى قالت»
	}
	return !(phrases.Adverb(w) || lead(w) || hence(w) || lead(strings.TrimPrefix(w, "و")) || phrases.Relative(w) || pronounBearer(w) || phrases.Preposition(w) && w != "من")
}

// saidInPaper reports whether somebody in the sentence before c brings out the paper in which
// it tells what stands: «كتب الوزير رسالة إلى المجلس قال فيها».
func (r *reader) saidInPaper(c *cue) bool {
	for k := c.first - 1; k >= r.sent.First && k > c.first-16; k-- {
		if cs := r.cues(k); len(cs) > 0 && cs[0].finite() {
			return utters(r.p.Word(k))
		}
	}
	return false
}

// pronounBearer reports whether w (folded) is a particle with the pronoun of the
// verb's subject: لكنه، وهو، فهي، أنها.
func pronounBearer(w string) bool {
	w = strings.TrimPrefix(w, "و")
	for _, b := range []string{"لكن", "لان", "كان", "ان", "بان", "لعل", "ليت", "فان"} {
		switch rest, ok := strings.CutPrefix(w, b); {
		case ok && (rest == "ه" || rest == "ها" || rest == "هم" || rest == "هما"):
			return true
		}
	}
	w = strings.TrimPrefix(w, "ف")
	return w == "هو" || w == "هي" || w == "هم"
}

// adverbialAt reports whether token i is a participle in the accusative: «أضاف مخاطبا
// الوزير».
func (r *reader) adverbialAt(i int) bool {
	if r.p.Word(i) == "مقترحا" && !r.p.Mark(i-1) {
		return false // «رفض مقترحا جديدا»
	}
	if src := r.p.Tokens[i].Span().In(r.p.Source); r.is(i, isAdverbial) && !strings.HasSuffix(src, "أ") && !(strings.HasSuffix(src, "ة") && !strings.HasPrefix(r.p.Word(i), "م")) {
		return true // مبديا, and not مبدأ or امرأة
	}
	return strings.HasPrefix(r.p.Word(i), "م") && r.accusative(i) && len(r.p.Word(i)) >= 10
}
