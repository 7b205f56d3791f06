package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// modality of a deed told by a verb: future after س and سوف, negated after لم and
// لن and لا, hypothetical after the subjunctive's أن and conditionals.
func (r *reader) modality(d *deed, c *cue) {
	p := r.p
	k := c.first
	w := p.Word(k - 1)
	switch {
	case c.reading.Prep == 's' || w == "سوف" || w == "وسوف" || w == "فسوف":
		d.modal = "future"
	case c.reading.Prep == 'l':
		d.modal = "hypothetical"
	case w == "لم" || w == "لن" || w == "لا" || w == "ولم" || w == "ولن" || w == "ولا" || w == "الا" || w == "فلم" || w == "دون":
		d.modal = "negated"
	case c.tense != arabic.Past && (w == "ان" || w == "قد" || w == "كي" || w == "لكي" || w == "حتي" || w == "بان" || w == "وان"):
		d.modal = "hypothetical"
	case w == "اذا" || w == "لو" || w == "ان" && c.tense == arabic.Past && r.conditional(k-1):
		d.modal = "hypothetical"
	}
	if d.modal == "asserted" && c.tense != arabic.Past && r.ahead(d, c) {
		d.modal = "future"
	}
	if d.modal == "asserted" {
		r.question(d)
	}
	r.attribute(d)
}

// ahead reports whether a verb in the present is said of a time to come: «يزور
// القاهرة الأحد المقبل», «غدا».
func (r *reader) ahead(d *deed, c *cue) bool {
	p := r.p
	for k := c.last; k < min(r.sent.Last, d.last+6); k++ {
		if w := p.Word(k); w == "غدا" {
			return true
		}
		if p.Mark(k) && p.Word(k) != "،" {
			return false
		}
		if p.Date(k) != nil && (r.has(k, sceneComing) || p.Date(k+1) == nil && r.has(k+1, sceneComing)) {
			return true
		}
	}
	return false
}

// conditional reports whether «إن» at token k is written with its hamza below and
// opens its clause, which before a past verb is a condition.
func (r *reader) conditional(k int) bool {
	return strings.HasPrefix(r.p.Tokens[k].Span().In(r.p.Source), "إ")
}

// question makes a deed in a question hypothetical.
func (r *reader) question(d *deed) {
	last := r.sent.Last - 1
	for k := last; k > r.sent.First && k > last-3; k-- {
		if w := r.p.Word(k); w == "؟" || w == "?" {
			d.modal = "hypothetical"
		}
	}
	if w := r.p.Word(r.sent.First); w == "هل" || w == "وهل" {
		d.modal = "hypothetical"
	}
}

// nounModality of a deed told by a noun: what governs the noun and what is said
// of its time.
func (r *reader) nounModality(d *deed, c *cue, ev *event) {
	p := r.p
	for k := c.last; k < ev.phrase.last; k++ {
		if r.has(k, sceneComing) {
			d.modal = "future"
		}
	}
	_, _, adjacent := r.occurs(c.first - 1)
	if c.reading.Prep == 'l' && !adjacent || c.reading.Prep == 'b' && d.cue.verb.Class != "CONSULT" && !ev.occurs && !r.judged(c.first) {
		d.modal = "hypothetical"
	}
	steps := 0
	for k := c.first; k < ev.end; k++ {
		if r.has(k, sceneComing) && p.Mention(k) == nil && k < c.last+14 && phrases.Definite(p, k) {
			d.modal = "future"
		}
	}
	if !ev.verbNoun.empty() || ev.made || !ev.doer.empty() { // الهجوم الذي وقع: told as done whatever governs it
		steps = 3
	}
	for k := c.first - 1; k >= r.sent.First && steps < 3; k-- {
		w := p.Word(k)
		if p.Mark(k) || p.Mention(k) != nil {
			break
		}
		if v, _, ok := r.occurs(k); ok && v.Mode == "does" {
			if r.denied(k) {
				d.modal = "hypothetical"
			}
			break
		}
		if r.unreal(k) && !(c.reading.Prep == 'b' && r.judged(c.first)) || r.attached(k) == "ل" && r.purpose(k) {
			d.modal = "hypothetical"
			break
		}
		if strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") || w == "سوف" {
			if len(w) > 8 {
				d.modal = "future"
				break
			}
		}
		if w == "تحت" || w == "بشان" || w == "حول" || w == "بصدد" || w == "بخصوص" {
			d.modal = "hypothetical"
			break
		}
		if w == "لم" || w == "لن" || w == "عدم" {
			d.modal = "negated"
			break
		}
		if _, _, ok := r.occurs(k); ok || r.verbal(k) {
			if r.denied(k) {
				d.modal = "hypothetical"
			}
			break
		}
		if mark, ok := preposition(w); ok && mark != "في" && mark != "من" && mark != "عن" && mark != "الي" && mark != "ب" && mark != "علي" {
			break
		}
		steps++
	}
	if (d.kind == "CONSULT" || d.kind == "AGREE") && r.ruledOut(c.first) {
		d.modal = "negated" // لن يدخل فلان في مفاوضات
	}
	if d.kind == "CONSULT" && r.stalled(c.first, ev) {
		d.modal = "negated" // المحادثات المتوقفة منذ عام
	}
	if d.kind != "ASSAULT" && d.kind != "COERCE" && r.broken(c.first-1) {
		d.modal = "negated" // خرق الاتفاق
	}
	if d.modal == "asserted" && c.reading.Conj != 0 && r.unrealAt >= r.sent.First && c.first-r.unrealAt < 14 && !ev.occurs {
		d.modal = "hypothetical" // تهمة الخطف والقتل
	}
	if d.modal == "hypothetical" {
		r.unrealAt = c.first
	}
	if d.modal == "asserted" {
		r.question(d)
	}
	r.attribute(d)
}

// ruledOut reports whether the verb before the noun at token i is denied for all time
// to come.
func (r *reader) ruledOut(i int) bool {
	for k := i - 1; k > r.sent.First && k > i-9; k-- {
		if r.p.Mark(k) || r.breaks(k) {
			return false
		}
		if r.verbal(k) || r.has(k, wordOccurs) {
			w := r.p.Word(k - 1)
			return w == "لن" || w == "ولن"
		}
	}
	return false
}

// stalled reports whether the talks named at token i are told of as ones that have
// stopped: «المحادثات المتوقفة»، «محادثات السلام قد توقفت»، «توقفت المفاوضات».
func (r *reader) stalled(i int, ev *event) bool {
	if i > r.sent.First && r.has(i-1, bareStalls) && !r.p.Named(i-1) {
		return true
	}
	for k := i + 1; k < min(r.sent.Last, max(ev.phrase.last, ev.end)+3); k++ {
		if r.has(k, bareStalls) && !r.p.Named(k) {
			return true
		}
		if k >= ev.phrase.last && (r.breaks(k) && !r.p.Has(k, page.Relative) || r.p.Has(k, page.Stop)) {
			return false
		}
	}
	return false
}

// broken reports whether token i is a noun for breaking or ending what follows.
func (r *reader) broken(i int) bool {
	_, _, ok := r.p.Find(i, lexicon.DeedWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
		c := r.p.Lex.Deeds[s.Entry].Class
		return s.Tense == arabic.Masdar && (c == "ASSAULT" || c == "SANCTION")
	})
	return ok
}

// judged reports whether the noun at token i is what somebody praises or condemns,
// and so takes for done: «رحب بتوقيع»، «ندد باضطهاد».
func (r *reader) judged(i int) bool {
	p := r.p
	for k := i - 1; k >= r.sent.First && k > i-5; k-- {
		if p.Mark(k) {
			return false
		}
		if _, _, ok := p.Find(k, lexicon.SpeechWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
			a := p.Lex.Speech[s.Entry].Act
			return a == "praise" || a == "criticise" || a == "accept"
		}); ok {
			return true
		}
	}
	return false
}

// attribute marks a deed told inside somebody's words and what those words do to
// it: what is demanded, threatened, proposed or expected is not done.
func (r *reader) attribute(d *deed) {
	if d.modal != "asserted" {
		return
	}
	at := r.held[d.cue.first]
	if at == 0 {
		return
	}
	st := &r.p.Reading.Statements[at-1]
	d.source = st.Name
	d.modal = "attributed"
	switch st.Act {
	case "demand", "threaten", "propose", "expect", "warn", "pledge":
		if !d.finite && !d.occurs && !d.told || d.finite && d.cue.tense != arabic.Past {
			d.modal = "hypothetical"
		}
	case "deny":
		d.modal = "negated"
	}
	if st.Modal == "negated" && !d.finite {
		d.modal = "negated"
	}
}

// purpose reports whether token k is a verbal noun after ل: «لبناء تعاون»، «لعقد لقاء».
func (r *reader) purpose(k int) bool {
	p := r.p
	if p.Mention(k) != nil || phrases.Definite(p, k) || p.Is(k, lexicon.UnitWord) {
		return false
	}
	return !r.animate(span{k, k + 1})
}
