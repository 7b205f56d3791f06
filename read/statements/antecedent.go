package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// antecedentClaim reads a position whose words stand before it: a verb with an
// object pronoun and its subject after a relative pronoun («هدنة أعلنها التحالف», «الشرط
// الذي تطالب به الحكومة»), or after «وهو ما», «الأمر الذي» («… وهو ما ترفضه أنقرة»).
func (r *reader) antecedentClaim(c *cue, d *draft) bool {
	p := r.p
	if !c.finite() || c.reading.Conj != 0 || c.first <= r.sent.First+1 || !takesPosition(c.verb.Class) {
		return false
	}
	at := c.last
	if back := r.is(at, isResuming); back {
		at++
	} else if c.reading.Pronoun == "" || c.reading.Pronoun == "ني" || c.reading.Pronoun == "نا" || !takesObject(c.verb) {
		return false
	}
	at = r.subjectStart(at, r.sent.Last)
	np := span{at, phrases.Extent(p, at, phrases.Walk{Limit: r.sent.Last})}
	if np.empty() || !r.maySpeak(c, np) || !phrases.Animate(p, np.first) && !r.capitalised(np) {
		return false
	}
	*d = draft{cue: *c, zone: span{c.last, np.last}, rule: "statements.antecedent", weak: true, explicit: true, act: c.verb.Act}
	if d.speaker = r.settle(np); d.speaker.name == "" {
		return false
	}
	if !r.before(d, c.first-1) {
		return false
	}
	if c.verb.Class == "propose" && !r.proposal(d.first) {
		return false // «الوثائق التي قدمها»: handed over, not put forward
	}
	if m := p.Mention(d.last - 1); m != nil && m.Type == fact.Person {
		return false // «الرئيس الذي تعارضه»: a stand towards somebody, and no words
	}
	d.start, d.end = p.Tokens[d.first].Start, p.Tokens[d.last-1].End
	for _, rd := range p.Readings[d.first] {
		if rd.Cut == 0 && rd.Kinds != 0 {
			break
		}
		if rd.Kinds != 0 {
			d.start = p.Inner(d.first, int(rd.Cut))
			break
		}
	}
	if d.last == d.first+1 && p.Word(d.first) == "و" {
		return false
	}
	r.through(d)
	return d.end > d.start
}

// takesObject reports whether what a verb tells may be its object alone: «رفض المقترح»,
// where «حدد موعدا» needs the noun.
func takesObject(v *lexicon.Verb) bool {
	for k := range v.Frames {
		if s := v.Frames[k].Slots; len(s) == 1 && s[0].Mark == "obj" && s[0].Role == "content" {
			return true
		}
	}
	return false
}

// proposal reports whether token k is a noun for something put forward: an action,
// or a plan, offer or demand.
func (r *reader) proposal(k int) bool {
	if r.is(k, isMasdar) {
		return !strings.HasPrefix(stem(r.p.Word(k)), "تسجيل") // shown, not put forward
	}
	_, _, ok := r.p.Find(k, lexicon.SpeechWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
		class := r.p.Lex.Speech[s.Entry].Class
		return class == "propose" || class == "demand"
	})
	return ok
}

// takesPosition reports whether verbs of a class take a position on their object,
// where others only report it.
func takesPosition(class string) bool {
	switch class {
	case "announce", "demand", "reject", "deny", "claim", "accuse", "propose", "pledge", "accept", "criticise", "warn", "threaten", "expect":
		return true
	}
	return false
}

// before sets d's content to what the relative at token k speaks of: the noun
// phrase before it or, for «وهو ما» and «الأمر الذي», the clause.
func (r *reader) before(d *draft, k int) bool {
	p := r.p
	switch w := p.Word(k); {
	case w == "ما" && (p.Word(k-1) == "وهو" || p.Word(k-1) == "هو" || p.Word(k-1) == "وهي"), phrases.Relative(w) && p.Word(k-1) == "الامر":
		return r.clauseBefore(d, k-1)
	case phrases.Relative(w):
		s := r.antecedent(k).phrase
		if s.empty() {
			return false
		}
		d.first, d.last = r.headOf(r.construct(s)), s.last
		for d.first < d.last-1 && (p.Has(d.first, page.Preposition) || r.is(d.first, isWawPrep)) {
			d.first++ // «بسبب التأييد الذي تحظى به الحركة»
		}
		for feminine(w) && d.first < d.last-1 && !feminineNoun(p.Word(d.first)) {
			d.first++
		}
		if (d.last == d.first+1 || p.Has(d.first-1, page.Definite)) && r.is(d.first, isAttached) && strings.HasPrefix(p.Word(d.first), "ل") {
			return false // «البلدة المنتجة للنفط التي طالب بها»
		}
	case p.Tokens[k].Kind == arabic.Word && !p.Has(k, page.Definite) && p.Mention(k) == nil && r.is(k, isBareNoun):
		s := r.antecedent(k + 1).phrase
		if s.empty() {
			return false
		}
		d.first, d.last = s.first, s.last
	}
	return d.last > d.first
}

// headOf is where the noun of action begins that the noun with ل at token k
// complements: «التجميد الجزئي للبناء الذي»; k where there is none.
func (r *reader) headOf(k int) int {
	p := r.p
	if !strings.HasPrefix(p.Word(k), "لل") || !r.is(k, isAttached) {
		return k
	}
	j := k - 1
	for j > r.sent.First && p.Has(j, page.Adjective) && p.Has(j, page.Definite) && !p.Named(j) {
		j--
	}
	if j > r.sent.First && r.is(j, isMasdar) && p.Has(j, page.Definite) && !feminineNoun(p.Word(j)) && !r.is(j, isAttached) {
		return j
	}
	return k
}

// construct is where the last noun of a phrase begins with the nouns in construct
// before it: «للشرعية الهدنة الإنسانية» is two phrases, «وقف البناء» one.
func (r *reader) construct(s span) int {
	p := r.p
	j := s.last - 1
	for j > s.first && p.Has(j, page.Definite) && p.Has(j-1, page.Definite) && !r.is(j-1, isAttached) {
		j-- // what describes a definite noun is definite too
	}
	if j-1 > s.first && p.Word(j-1) == "غير" && p.Has(j-2, page.Definite) {
		j -= 2 // «المحادثات غير المباشرة»
	}
	if j > s.first && p.Has(j, page.Adjective) && p.Has(j, page.Definite) && strings.HasPrefix(p.Word(j-1), "لل") {
		j-- // «التجميد الجزئي للأنشطة الاستيطانية»
	}
	for j > s.first && !p.Has(j-1, page.Definite) && !p.Mark(j-1) && !strings.HasPrefix(p.Word(j-1), "لل") {
		j--
	}
	if m := p.Mention(s.last - 1); m != nil {
		j = min(j, max(s.first, p.TokenAt(m.Start)))
	}
	return j
}

// clauseBefore sets d's content to the words of the statement that ends at token
// k, else to the clause before it.
func (r *reader) clauseBefore(d *draft, k int) bool {
	p := r.p
	if p.Word(k) == "الامر" && p.Word(k-1) == "وهو" {
		k--
	}
	if n := r.wordsBefore(k); n >= 0 && r.out[n].last <= k {
		d.first, d.last = r.out[n].first, r.out[n].last
		return true
	}
	d.first, d.last = r.skipLead(r.sent.First, k), k
	for d.last > d.first && p.Mark(d.last-1) {
		d.last--
	}
	return d.last > d.first+2
}

// feminine reports whether a relative pronoun (folded) is feminine.
func feminine(w string) bool { return strings.HasSuffix(w, "التي") }

// feminineNoun reports whether w (folded) has a feminine or plural ending.
func feminineNoun(w string) bool {
	return strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ات") || strings.HasSuffix(w, "اء")
}
