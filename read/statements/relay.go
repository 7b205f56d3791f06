package statements

import (
	"strings"

	"mahdar/fact"
	"mahdar/read/phrases"
	"mahdar/text"
)

// through sets whom d came through: a medium named between cue and content or
// right before the cue, or, while one speaker goes on, the relay before.
func (r *reader) through(d *draft) {
	if len(d.via) > 0 {
		return
	}
	from := d.cue.last
	if !d.speaker.phrase.empty() && d.speaker.phrase.first >= from && d.speaker.phrase.last <= d.zone.last {
		from = d.speaker.phrase.last
	}
	if rel, ok := r.mediumIn(from, d.zone.last, *d); ok {
		d.via = []fact.Relay{rel}
		return
	}
	if rel, ok := r.mediumIn(max(r.sent.First, d.cue.first-12), d.cue.first, *d); ok && !r.saidInSentence() {
		d.via = []fact.Relay{rel}
		return
	}
	if d.speaker.same(r.last) && len(r.relay) > 0 {
		d.via = r.relay
	}
}

// mediumIn finds an outlet, agency or network that stands as the venue of the
// words among tokens [first, last): after a preposition, not as the speaker.
func (r *reader) mediumIn(first, last int, d draft) (fact.Relay, bool) {
	p := r.p
	for i := first; i < last && i < len(p.Tokens); i++ {
		m := p.Mention(i)
		if m == nil || !r.media(m) || m.Actor == d.speaker.actor {
			continue
		}
		if !r.asVenue(i, m, first) {
			continue
		}
		return fact.Relay{Name: m.Name, Span: m.Span}, true
	}
	return fact.Relay{}, false
}

// asVenue reports whether a preposition governs the medium at token i: لرويترز،
// مع قناة…، في صحيفة…, على تويتر, لـ«الشرق الأوسط».
func (r *reader) asVenue(i int, m *fact.Mention, first int) bool {
	p := r.p
	if m.Start > p.Tokens[i].Start {
		return true
	}
	for k := i - 1; k >= max(0, i-5); k-- {
		w := p.Word(k)
		switch w {
		case "مع", "الي", "في", "علي", "عبر", "ل", "عن", "من", "به", "بها":
			return true
		case "«", "\"", "“", "وكاله", "صحيفه", "قناه", "شبكه", "موقع", "اذاعه", "تلفزيون", "جريده", "مجله", "محطه", "ـ", "التلفزيون", "فضائيه":
			continue
		}
		if strings.HasPrefix(w, "ل") || strings.HasPrefix(w, "ب") {
			return true
		}
		if phrases.Definite(p, k) || p.Date(k) != nil {
			continue
		}
		return false
	}
	return false
}

// relayed names the relay in a phrase such as «وكالة إنترفاكس».
func (r *reader) relayed(s span) fact.Relay {
	who := r.resolve(s)
	return fact.Relay{Name: who.name, Span: s.bytes(r.p)}
}

// venue is the occasion at which words were said, as the text tells it.
func (r *reader) venue(d draft) string {
	for i := d.cue.last; i < d.zone.last && i < len(r.p.Tokens); i++ {
		switch stem(r.p.Word(i)) {
		case "موتمر":
			if v := stem(r.p.Word(i + 1)); v == "صحفي" || v == "صحافي" {
				return "press-conference"
			}
		case "مقابل", "مقابله", "حوار", "حديث":
			return "interview"
		case "بيان":
			return "statement"
		case "خطاب", "كلمه":
			return "speech"
		case "تغريده", "تغريدات", "منشور":
			return "post"
		case "اتصال":
			return "call"
		}
	}
	return ""
}

// said is the day on which words were said: a date between cue and content, or
// right before the cue.
func (r *reader) said(d draft) string {
	for i := d.cue.last; i < d.zone.last && i < len(r.p.Tokens); i++ {
		if x := r.p.Date(i); x != nil && x.EDTF != "" {
			return x.EDTF
		}
	}
	for i := d.cue.first - 1; i >= max(0, d.cue.first-3); i-- {
		if x := r.p.Date(i); x != nil && x.EDTF != "" && r.p.SentenceOf(i) == r.p.SentenceOf(d.cue.first) {
			return x.EDTF
		}
	}
	return ""
}

// words is the source under a span of tokens.
func (r *reader) words(s span) string { return text.Span(s.bytes(r.p)).In(r.p.Source) }
