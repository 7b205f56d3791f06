package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// through sets whom d came through: a medium named between cue and content or
// right before the cue, or, while one speaker goes on, the relay before.
func (r *reader) through(d *draft) {
	if len(d.via) > 0 || r.quotesAnother(d) {
		return
	}
	from := d.cue.last
	if !d.speaker.phrase.empty() && d.speaker.phrase.first >= from && d.speaker.phrase.last <= d.zone.last {
		from = d.speaker.phrase.last
	}
	if rel, ok := r.mediumIn(from, d.zone.last, d); ok {
		d.via = []fact.Relay{rel}
		return
	}
	if d.cue.verb != nil && d.cue.verb.Class == "according" && d.first > d.zone.last {
		if rel, ok := r.mediumIn(d.zone.last, d.first, d); ok {
			d.via = []fact.Relay{rel}
			return
		}
	}
	if r.ahead.Name != "" && r.aheadOf == r.sent.First {
		d.via = []fact.Relay{r.ahead}
		return
	}
	if rel, ok := r.mediumIn(max(r.sent.First, d.cue.first-12), d.cue.first, d); ok && !r.saidInSentence() {
		d.via = []fact.Relay{rel}
		return
	}
	if d.speaker.same(r.last) && len(r.relay) > 0 && !r.otherOccasion(d) && !r.presentedAnew(d) {
		d.via = r.relay
	}
}

// presentedAnew reports whether the text, which has told of other things since he spoke last,
// says anew who d's speaker is: «وقال سالم الحداد وهو ناطق باسم الجبهة إن».
func (r *reader) presentedAnew(d *draft) bool {
	s, n := d.speaker.phrase, len(r.out)-1
	if !d.explicit || n < 0 || s.last-s.first < 2 || s.last >= r.sent.Last || !whoIs(r.p.Word(s.last)) && !r.is(s.last, isComma) {
		return false
	}
	now, then := r.p.SentenceOf(d.cue.first), r.p.SentenceOf(r.out[n].cue.first)
	return r.p.Sentences[now].Paragraph-r.p.Sentences[then].Paragraph > 2
}

// saidSo is the medium that the verb at k says told what stands before: «أفادت بذلك وكالة
// الأنباء», «ذكرت ذلك القناة»; nobody where another thing is told.
func (r *reader) saidSo(k int) speaker {
	if w := r.p.Word(k + 1); w != "بذلك" && w != "ذلك" {
		return speaker{}
	}
	cs := r.cues(k)
	if len(cs) == 0 || !cs[0].finite() || cs[0].verb.Class != "relay" && cs[0].verb.Class != "say" && cs[0].verb.Class != "announce" {
		return speaker{}
	}
	np := span{k + 2, phrases.Extent(r.p, k+2, phrases.Walk{Limit: r.sent.Last})}
	if np.empty() || r.clauseMark(np.last) {
		return speaker{}
	}
	if s := r.settle(np); r.relays(s) {
		return s
	}
	return speaker{}
}

// saidThat reads the sentence before token i, which tells no statement, as the words of whoever
// the verb there names: «لم تبدأ الجولة بعد. صرح بذلك الوزير لوكالة».
func (r *reader) saidThat(i int, d *draft) bool {
	p := r.p
	if w := p.Word(i + 1); w != "بذلك" && w != "ذلك" || i != r.sent.First {
		return false
	}
	c, n := &r.cues(i)[0], p.SentenceOf(i)-1
	if !c.finite() || c.Tense != arabic.Past || c.reading.Conj != 0 || c.verb.Class != "say" && c.verb.Class != "announce" && c.verb.Class != "relay" || n < 0 {
		return false
	}
	np := span{i + 2, phrases.Extent(p, i+2, phrases.Walk{Limit: r.sent.Last})}
	prev := p.Sentences[n]
	if np.empty() || r.clauseMark(np.last) || prev.Paragraph != p.Sentences[n+1].Paragraph || !p.Body(prev.First) || prev.Last-prev.First > longest || p.Tokens[prev.Last-1].Kind == arabic.Quote {
		return false
	}
	who := r.settle(np)
	if who.kind == "group" && !who.named || !r.maySpeak(c, np) {
		return false
	}
	for k := len(r.out) - 1; k >= 0 && r.out[k].last > prev.First; k-- {
		if o := &r.out[k]; o.cue.finite() && o.rule != "statements.preposition" && o.rule != "statements.object" {
			return false // its words are told by their own verb
		}
	}
	end := prev.Last
	for end > prev.First && p.Mark(end-1) && trailing(p.Word(end-1)) {
		end--
	}
	*d = draft{cue: *c, first: prev.First, last: end, start: p.Tokens[prev.First].Start, end: p.Tokens[end-1].End, rule: "statements.according-after", explicit: true, speaker: who, zone: span{i + 1, min(r.sent.Last, np.last+8)}}
	r.through(d)
	return true
}

// toldSo makes the medium of «أفادت بذلك الوكالة» at token i the relay of the words before it.
func (r *reader) toldSo(i int) bool {
	s := r.saidSo(i)
	if s.name == "" {
		return false
	}
	if n := len(r.out) - 1; n >= 0 && r.p.SentenceOf(i)-r.p.SentenceOf(r.out[n].cue.first) <= 1 {
		for by := r.out[n].speaker; n >= 0 && r.out[n].nested == 0 && r.out[n].speaker.same(by) && len(r.out[n].via) == 0 && r.p.Sentences[r.p.SentenceOf(i)].Paragraph-r.p.Sentences[r.p.SentenceOf(r.out[n].cue.first)].Paragraph <= 1; n-- {
			r.addRelay(&r.out[n], s)
		}
	}
	r.zone = max(r.zone, s.phrase.last)
	if src := r.quotedFrom(s.phrase.last, r.sent.Last); !src.empty() {
		r.spent = max(r.spent, src.last)
	}
	return true
}

// toOutlet makes the outlet that was told something the relay of the words: «أبلغ المتحدث
// وكالة رويترز بأن».
func (r *reader) toOutlet(d *draft) {
	if d.target.empty() || len(d.via) > 0 || d.cue.verb.Class != "say" && d.cue.verb.Class != "announce" {
		return
	}
	if who := r.resolve(d.target); r.relays(who) {
		d.via, d.target = []fact.Relay{r.relayOf(who)}, span{}
	}
}

// otherOccasion reports whether the words were said elsewhere than those before
// them, so that their relay does not go on: an occasion of their own, or «وفي وقت سابق».
func (r *reader) otherOccasion(d *draft) bool {
	p := r.p
	if d.cue.finite() && r.is(r.sent.First, isKana) && !r.saidInSentence() {
		return true // «وكان الحداد أعلن»
	}
	for k := d.cue.last; k+1 < d.zone.last && k < d.cue.last+30; k++ {
		if p.Word(k) == "في" && p.Has(k+1, page.Venue) && stem(p.Word(k+1)) != "وقت" {
			switch stem(p.Word(k + 1)) {
			case "موتمر", "خطاب", "كلمه", "بيان", "مقابله", "حوار", "اجتماع", "جلسه":
				return true
			}
		}
	}
	for k := r.sent.First; k+2 < d.cue.first && k < r.sent.First+2; k++ {
		if p.Word(k) == "وقت" && stem(p.Word(k+1)) == "سابق" {
			return true
		}
	}
	return p.Word(d.cue.first-2) == "وقت" && stem(p.Word(d.cue.first-1)) == "سابق"
}

// quotesAnother makes the source after «نقلا عن» between cue and content the speaker
// and the subject his relay: «أضاف البيان نقلا عن الوزير أن».
func (r *reader) quotesAnother(d *draft) bool {
	p := r.p
	for k := d.cue.last; k+2 < d.zone.last && k+2 < len(p.Tokens); k++ {
		if p.Word(k) != "نقلا" || p.Word(k+1) != "عن" {
			continue
		}
		np := span{k + 2, phrases.Extent(p, k+2, phrases.Walk{Limit: d.zone.last, Bounded: true})}
		if np.empty() {
			return false
		}
		d.via = []fact.Relay{{Name: d.speaker.name, Span: d.speaker.phrase.bytes(p)}}
		d.speaker, d.explicit = r.settle(np), true
		return true
	}
	return false
}

// mediumIn finds an outlet, agency or network that stands as the venue of the
// words among tokens [first, last): after a preposition, not as the speaker. One
// that is no known name goes by its phrase («إذاعة محلية»), and so does the speaker's own
// channel («حسابه في …», «بيان على موقعها»).
func (r *reader) mediumIn(first, last int, d *draft) (fact.Relay, bool) {
	p := r.p
	last = min(last, len(p.Tokens))
	for i := first; i < last; i++ {
		m := p.Mention(i)
		if m == nil || m.Actor == d.speaker.actor {
			continue
		}
		if r.media(m) && r.asVenue(i, m, first) || m.Type == fact.Organisation && r.told(i, m) {
			return fact.Relay{Name: m.Name, Span: m.Span}, true
		}
	}
	for i := first; i < last; i++ {
		if q, ok := r.q.OpenAt(i); ok && q.Closed && q.Close-q.Open <= 5 && !r.belongs(i) && (p.Word(i-1) == "ل" || p.Word(i-1) == "ـ") {
			s := span{q.Open + 1, q.Close} // «لـ"المرفأ"» is an outlet, whatever else has its name
			return fact.Relay{Name: p.Words(s.first, s.last), Span: s.bytes(p)}, true
		}
		if at, ok := r.listedOutlet(i); ok {
			return at, true
		}
		s := r.ownChannel(i, first, last)
		if s.empty() && p.Mention(i) == nil {
			s = r.outletAt(i, last)
		}
		if !s.empty() {
			return fact.Relay{Name: r.nameOf(s), Span: s.bytes(p)}, true
		}
	}
	return fact.Relay{}, false
}

// belongs reports whether what stands at token i is whom somebody belongs to and no
// outlet: «المجلس التابع لـ"المرفأ"».
func (r *reader) belongs(i int) bool {
	p := r.p
	for k := i; k > 0 && k > i-4; k-- {
		switch w := p.Word(k - 1); {
		case phrases.Belongs(w):
			return true
		case w != "ل" && w != "ـ" && p.Tokens[k-1].Kind != arabic.Quote:
			return false
		}
	}
	return false
}

// told reports whether the organisation at token i, of which nothing else is known,
// is the outlet that was told something: «قال لـCNN».
func (r *reader) told(i int, m *fact.Mention) bool {
	a := r.p.Actor(m.Actor)
	if a == nil || a.Kind != "" || m.Start < r.p.Tokens[i].Start {
		return false
	}
	w := r.p.Word(i - 1)
	return w == "ل" || w == "ـ" || m.Start > r.p.Tokens[i].Start && strings.HasPrefix(r.p.Word(i), "ل")
}

// listedOutlet is the outlet that was told the words right after token i, where its name is an
// ordinary word too: «قالت مصادر {للجزيرة} إن».
func (r *reader) listedOutlet(i int) (fact.Relay, bool) {
	p := r.p
	if !strings.HasPrefix(p.Word(i), "لل") || p.Mention(i) != nil {
		return fact.Relay{}, false
	}
	for _, m := range p.PhrasesAt(i, 1<<lexicon.OrganisationTable) {
		if m.Prep != 'l' || !r.clauseMark(m.Last) && !r.is(m.Last, isColon|isQuote) {
			continue
		}
		for _, ref := range m.Refs {
			if ref.Table != lexicon.OrganisationTable {
				continue
			}
			if o := &p.Lex.Organisations[ref.Entry]; o.Kind == "channel" { // of papers «الحياة» is a common word
				return fact.Relay{Name: o.Name, Span: p.Span(m.First, m.Last)}, true
			}
		}
	}
	return fact.Relay{}, false
}

// outletAt is the phrase of an outlet that a preposition governs at token i and
// that holds no name of one: «لإذاعة المدينة», «في صحيفة محلية».
func (r *reader) outletAt(i, last int) span {
	p := r.p
	if _, _, ok := p.Find(i, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return p.Lex.Heads[s.Entry].Class == lexicon.HeadOutlet && rd.Pronoun == "" && rd.Conj == 0
	}); !ok {
		return span{}
	}
	if !p.Has(i, page.ToOutlet) {
		switch p.Word(i - 1) {
		case "مع", "الي", "في", "علي", "عبر", "ل", "عن", "ـ":
		default:
			return span{}
		}
	}
	s := span{i, phrases.Extent(p, i, phrases.Walk{Limit: last})}
	if s.last-s.first < 2 || (p.Has(i, page.Definite) || strings.HasPrefix(p.Word(i), "لل")) && !p.Has(i+1, page.Definite) && p.Tokens[i+1].Kind == arabic.Word && (strings.HasSuffix(p.Word(i+1), "ها") || strings.HasSuffix(p.Word(i+1), "هم") || p.Has(i+1, page.Suffixed)) {
		return span{} // «أظهرت للصحيفة مخاوفها»
	}
	if p.Tokens[i+1].Kind == arabic.Latin {
		s.first++ // its name is written in Latin letters
	}
	for k := s.first; k < s.last; k++ {
		if r.media(p.Mention(k)) {
			return span{} // its name stands there and is found next
		}
	}
	return s
}

// ownChannel is the phrase of a site or account of the speaker's own that begins at
// token i: «موقعها الإلكتروني», with the thing published before it («تغريدة على حسابه»).
func (r *reader) ownChannel(i, first, last int) span {
	p := r.p
	switch p.Word(i) {
	case "منصه":
		if w := p.Word(i - 1); p.Word(i+1) == "(" && i+3 < last && (w == "علي" || w == "عبر" || w == "في") {
			for k := i + 3; k < last && k < i+6; k++ {
				if p.Word(k) == ")" {
					return span{i, k + 1} // «على منصة (كذا)»
				}
			}
		}
		return span{}
	case "موقعه", "موقعها", "موقعهم", "صفحته", "صفحتها", "صفحتهم", "حسابه", "حسابها", "حسابهم", "معرفاته", "معرفاتها", "معرفاتهم", "مدونته", "مدونتها":
	default:
		return span{}
	}
	s := span{i, phrases.Extent(p, i, phrases.Walk{Limit: last})}
	if i-2 >= first && p.Has(i-1, page.Preposition) && p.Has(i-2, page.Venue) && p.Word(i-2) != "في" {
		s.first = i - 2
	}
	return s
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
		case "مع", "الي", "في", "علي", "عبر", "ل", "عن", "من", "به", "بها", "عنه", "عنها", "عنهم":
			return true
		case "«", "\"", "“", "(", "منصه", "تطبيق", "وكاله", "صحيفه", "قناه", "شبكه", "موقع", "اذاعه", "تلفزيون", "جريده", "مجله", "محطه", "ـ", "التلفزيون", "فضائيه", "شاشه", "مواقع":
			continue
		}
		if strings.HasPrefix(w, "ل") || strings.HasPrefix(w, "ب") {
			return true
		}
		if r.published(k) {
			return true // «في تصريحات نقلتها وكالة المرفأ»
		}
		if p.Has(k, page.Definite) || p.Date(k) != nil {
			continue
		}
		return false
	}
	return false
}

// published reports whether token k is a verb for what outlets do with words, which
// follows a noun for them: «تصريحات نشرتها», «بيان تلقت».
func (r *reader) published(k int) bool {
	w := r.p.Word(k)
	for _, v := range [...]string{"نقل", "نشر", "اورد", "بث", "اذاع", "تلق", "حصلت", "تسلمت", "وزع"} {
		if rest, ok := strings.CutPrefix(w, v); ok && rest != "" && strings.HasPrefix(strings.TrimPrefix(rest, "ا"), "ت") {
			return r.p.Has(k-1, page.Venue) || r.p.Has(k-2, page.Venue) || r.p.Has(k-3, page.Venue)
		}
	}
	return false
}

// relayed names the relay in a phrase such as «وكالة إنترفاكس».
func (r *reader) relayed(s span) fact.Relay {
	who := r.settle(s)
	return r.relayOf(who)
}

// venue is the occasion at which words were said, as the text tells it.
func (r *reader) venue(d *draft) string {
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
func (r *reader) said(d *draft) string {
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
