package statements

import (
	"slices"
	"strconv"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
	"mahdar/read/phrases"
	"mahdar/text"
)

// Find adds the statements of the article to p.Reading.
func Find(p *page.Page) {
	r := take(p)
	for _, s := range p.Sentences {
		if p.Body(s.First) && !p.InTitle(s.First) {
			r.sentence(s)
		}
	}
	body := len(r.out)
	r.last, r.relay, r.spent, r.zone = speaker{}, nil, 0, 0
	for _, s := range p.Sentences {
		if p.InTitle(s.First) {
			r.sentence(s)
		}
	}
	r.dropRepeatedTitle(body)
	r.emit()
	r.give()
}

// reader is the state of reading one article.
type reader struct {
	p         *page.Page
	w         []uint64 // by token: what its word is to this stage
	q         *phrases.Quotes
	out       []draft
	last      speaker      // who spoke last
	relay     []fact.Relay // through whom, as long as the text goes on quoting it
	ahead     fact.Relay   // the outlet told at the head of the sentence that begins at aheadOf
	aheadOf   int
	known     []speaker // those who spoke or were named by a phrase, in order
	spent     int       // tokens before it belong to a quotation already taken
	zone      int       // tokens before it stand between a cue and its content
	sent      arabic.Sentence
	seen      []cueRun                   // by token: its cues, once they are looked up
	pool      []cue                      // cues of tokens, those of one token side by side
	governing []int8                     // by token: 1 where the verb or participle there governs, -1 where not, 0 not asked
	titles    map[string][][]string      // by actor: the words of his offices where the article names him
	people    []*fact.Mention            // the persons named, in order
	bodies    map[string][]*fact.Mention // the organisations named, by the first noun of the name
	offices   map[string][]string        // by office: its words, from article to article
	skipped   [skips]skip                // the adjuncts skipped last
	memo      memo                       // of the cue under reading
	hamza     int8                       // 1 where the article writes أن and إن with their hamza, -1 where not, 0 not asked
	rostered  uint8                      // which of titles, people and bodies are found
}

// writesHamza reports whether the article writes أن and إن with hamza, so that a
// bare ان or بان in it is no particle.
func (r *reader) writesHamza() bool {
	if r.hamza != 0 {
		return r.hamza > 0
	}
	p := r.p
	with, bare := 0, 0
	for i, w := range r.w {
		if w&isClause == 0 {
			continue
		}
		t := &p.Tokens[i]
		if t.Word != "ان" && t.Word != "انه" && t.Word != "انها" {
			continue
		}
		if strings.HasPrefix(p.Source[t.Start:t.End], "ا") {
			bare++
		} else {
			with++
		}
	}
	r.hamza = -1
	if with > 2*bare {
		r.hamza = 1
	}
	return r.hamza > 0
}

// draft is a statement in tokens.
type draft struct {
	cue         cue
	first, last int // content tokens, half-open
	start, end  int // content bytes
	speaker     speaker
	via         []fact.Relay
	target      span
	quote       bool // the content is a quotation
	weak        bool // the content is a noun phrase, not a clause or quotation
	colon       bool // after a colon without marks
	act         string
	rule        string
	zone        span // between cue and content
	explicit    bool // the speaker stands with this cue
	aside       bool // told of somebody whose words do not go on
	nested      int  // 1 + index of the draft around it
}

// span is a half-open range of tokens.
type span struct{ first, last int }

func (s span) empty() bool { return s.last <= s.first }

// sentence reads the cues of one sentence in order.
func (r *reader) sentence(s arabic.Sentence) {
	s.First = r.afterDateline(s)
	r.sent = s
	var d draft
	if r.is(s.First, isQuote) && s.First >= r.spent && r.asHePutsIt(&d) {
		r.keep(&d)
		r.spent = max(r.spent, d.zone.last)
	}
	for i := max(s.First, r.spent); i < s.Last; i++ {
		if i < r.spent {
			i = r.spent - 1
			continue
		}
		if r.w[i]&(isColon|isLexAttr|isAfterRelay|isReport|isFinite|isVerbNoun) == 0 {
			continue
		}
		if !r.at(i, &d) {
			continue
		}
		if d.speaker.name == "" && d.speaker.phrase.empty() {
			continue
		}
		if r.yetToCome(&d) || r.shownByDeed(&d) || r.adopts(&d) {
			continue
		}
		if asked(r.p.Word(i)) {
			r.last, r.relay = d.speaker, nil // «سئل الوزير عن الهدنة، فقال»: his are the words to come
			continue
		}
		r.keep(&d)
		if d.quote || d.last > s.Last {
			r.spent = max(r.spent, d.last)
		}
		r.zone = max(r.zone, d.zone.last)
		i = max(i, d.cue.last-1)
		if d.rule == "statements.relay" {
			i = max(i, d.zone.last-1)
		}
	}
}

// afterDateline is the token of a sentence after the places and agency that open it
// up to a dash: «المدينة، البلاد (CNN) -- قالت».
func (r *reader) afterDateline(s arabic.Sentence) int {
	p := r.p
	named := false
	for i := s.First; i < s.Last && i < s.First+14; i++ {
		switch {
		case r.is(i, isDash):
			for i < s.Last && r.is(i, isDash) {
				i++
			}
			if named && i < s.Last && !p.Mark(i) && !p.Named(i) {
				return i
			}
			i--
		case p.Named(i), p.Dated(i):
			named = named || p.Named(i)
		case !p.Mark(i) && p.Tokens[i].Kind != arabic.Latin || r.is(i, isColon|isQuote):
			return s.First
		}
	}
	return s.First
}

// at tries the ways in which a statement may be told at token i and lays it into d. Where
// it reports false, what d holds means nothing.
func (r *reader) at(i int, d *draft) bool {
	if r.p.Mark(i) || r.p.Date(i) != nil && r.p.Word(i) != "حسب" {
		return r.headline(i, d)
	}
	if r.is(i, isLexAttr|isAfterRelay) {
		if r.according(i, d) {
			return true
		}
	}
	if len(r.cues(i)) == 0 || r.toldSo(i) {
		return false
	}
	if r.saidThat(i, d) {
		return true
	}
	if i == r.sent.First && r.p.Word(i+1) == "بذلك" && r.cues(i)[0].finite() && r.cues(i)[0].verb.Class == "say" {
		return false // «صرح بذلك خلال مؤتمر»
	}
	return r.verbal(i, d) || r.report(i, d) || r.is(i, isNominal) && r.nominal(i, d)
}

// keep records a draft and makes its speaker the last one.
func (r *reader) keep(d *draft) {
	if n := len(r.out); n > 0 {
		if o := &r.out[n-1]; d.cue.first < o.zone.last && d.cue.first >= o.cue.first && d.first == o.first {
			return // a verb on the way to words already taken
		} else if d.cue.first < o.zone.last && d.cue.first > o.cue.first && d.cue.finite() && d.cue.verb.Past == "وصف" && d.cue.reading.Pronoun != "" {
			return // «نفى مصدر وصفته القناة بالمسؤول وجود وفد»
		}
		for k := n - 1; k >= 0 && k >= n-6; k-- {
			o := &r.out[k]
			if d.start < o.end && o.start < d.end && d.cue.first >= o.first && d.cue.first < o.last {
				d.nested = k + 1
				break
			}
		}
	}
	if c := d.cue; d.explicit && c.finite() && c.Person == 3 && c.Count == arabic.Singular && d.rule != "statements.relay" {
		d.speaker.gender = masculine
		if c.Feminine {
			d.speaker.gender = female
		}
	}
	if d.nested > 0 {
		o := &r.out[d.nested-1]
		if !d.explicit || o.speaker.name == d.speaker.name && !d.cue.adverbial || r.sideSpeaks(d) || r.ownCountry(d, o) || r.neverSaid(d) || r.onlyWished(d) {
			return
		}
		d.via = append(append([]fact.Relay{}, o.via...), r.relayOf(o.speaker))
		if d.last > o.last && o.last > d.first && !d.quote {
			d.last, d.end = o.last, o.end // what somebody tells of others ends with his words
		}
	}
	r.out = append(r.out, *d)
	if d.explicit {
		r.known = append(r.known, d.speaker)
	}
	if d.nested == 0 && !d.aside && !(d.cue.adverbial && d.cue.bySaying() && len(d.via) > 0 && r.last.name == d.via[len(d.via)-1].Name) && (r.last.name == "" || d.rule != "statements.nominal" && d.rule != "statements.antecedent") {
		r.last = d.speaker
		r.relay = d.via
	}
}

// sideSpeaks reports whether a claim inside a claim is by whoever tells it himself: «قال إن
// بلاده لا تعتبر القرار شرعيا».
func (r *reader) sideSpeaks(d *draft) bool {
	s := d.speaker.phrase
	return !s.empty() && r.is(s.first, isOwn) && (s.last-s.first == 1 || r.is(s.first+1, isWaw)) // «بلاده والسودان»
}

// ownCountry reports whether the country that d inside o tells of is that for which o's speaker
// speaks, so that it is he who says so: «قال المتحدث الميرادي إن ميراد ترفض الخطة».
func (r *reader) ownCountry(d, o *draft) bool {
	if d.speaker.kind != "country" || o.speaker.kind != "person" && o.speaker.kind != "office" {
		return false
	}
	if d.cue.Tense != arabic.Present && d.cue.verb.Class == "announce" {
		return false // «قال إن ميراد أعلنت الهدنة»: a deed of its own
	}
	of := ""
	if a := r.p.Actor(d.speaker.actor); a != nil {
		of = a.Country
	} else if id, ok := strings.CutPrefix(d.speaker.actor, "state:"); ok {
		of = strings.ToUpper(id)
	}
	if of == "" {
		return false
	}
	if by := r.p.Actor(o.speaker.actor); by != nil && by.Country != "" {
		return by.Country == of
	}
	in := r.nisbas(o.speaker.phrase)
	for _, body := range in.bodies {
		if a := r.p.Actor(body); a != nil && a.Country == of && a.ID != o.speaker.actor {
			return true // «المتحدث باسم الخارجية الميرادية»
		}
	}
	return slices.Contains(in.ids, of)
}

func (s span) bytes(p *page.Page) text.Span { return p.Span(s.first, s.last) }

// dropRepeatedTitle drops the title's claims that the body tells as well
// (GUIDE: annotated only where the body does not repeat them).
func (r *reader) dropRepeatedTitle(body int) {
	kept := r.out[:body]
	for _, t := range r.out[body:] {
		repeated := false
		for _, b := range r.out[:body] {
			if t.speaker.same(b.speaker) && r.shared(t, b) > 0.3 || r.shared(t, b) >= 0.6 {
				repeated = true
				break
			}
		}
		if !repeated {
			kept = append(kept, t)
		}
	}
	r.out = kept
}

// shared is the part of a's content words that stand in b's content too.
func (r *reader) shared(a, b draft) float64 {
	in := map[string]bool{}
	for i := b.first; i < b.last; i++ {
		in[stem(r.p.Word(i))] = true
	}
	n, hit := 0, 0
	for i := a.first; i < a.last; i++ {
		if w := r.p.Word(i); len(w) > 4 {
			n++
			if in[stem(w)] {
				hit++
			}
		}
	}
	if n == 0 {
		return 1
	}
	return float64(hit) / float64(n)
}

// stem is a folded word without its article and what stands before that, for
// comparing words: والوزير, للوزير and الوزير are وزير.
func stem(w string) string {
	if len(w) < 8 {
		return w
	}
	switch w[:2] {
	case "و":
		for _, p := range [...]string{"وال", "وبال", "ولل"} {
			if rest, ok := strings.CutPrefix(w, p); ok && len(rest) >= 4 {
				return rest
			}
		}
	case "ف", "ب", "ك":
		if w[2:6] == "ال" && len(w) >= 10 {
			return w[6:]
		}
	case "ل", "ا":
		if w[2:4] == "ل" {
			return w[4:]
		}
	}
	return w
}

// stemAt is the stem of token i, with particles off that its readings tell.
func stemAt(p *page.Page, i int) string {
	w := p.Word(i)
	if i < 0 || i >= len(p.Readings) {
		return w
	}
	for k := range p.Readings[i] {
		rd := &p.Readings[i][k]
		if rd.Cut == 0 {
			break
		}
		if rd.Kinds != 0 && rd.Pronoun == "" {
			return stem(strings.TrimPrefix(w[rd.Cut:], "ل"))
		}
	}
	return stem(w)
}

// emit turns drafts into the reading's statements.
func (r *reader) emit() {
	if len(r.out) == 0 {
		return
	}
	spans := make([]text.Span, len(r.out))
	var strs pieces
	seed := hashed(fnvOffset, r.p.Reading.ID)
	r.p.Reading.Statements = slices.Grow(r.p.Reading.Statements, len(r.out))
	for n := range r.out {
		d := &r.out[n]
		content := text.Span{Start: d.start, End: d.end}
		spans[n] = content
		st := fact.Statement{
			Content: spans[n : n+1 : n+1], Cue: d.cue.bytes, Speaker: d.speaker.phrase.bytes(r.p), Name: d.speaker.name, Actor: d.speaker.actor,
			Kind: d.speaker.kind, Via: d.via, Mode: r.mode(d), Rule: d.rule, Venue: r.venue(d), Said: r.said(d),
		}
		st.Act = r.act(d)
		if d.cue.verb != nil && d.cue.verb.ID != "" {
			st.Entry = strs.put("speech:", d.cue.verb.ID)
		}
		st.Modal = r.modality(d)
		if !d.target.empty() {
			st.Target = r.nameOf(d.target)
		}
		st.ID = strs.id(seed, content, st.Cue)
		r.p.Reading.Statements = append(r.p.Reading.Statements, st)
	}
}

// pieces makes many short strings of few large ones.
type pieces struct{ b strings.Builder }

// cut is the string written since byte from.
func (p *pieces) cut(from int) string { return p.b.String()[from:] }

// room begins another piece where the last has no room for n bytes, so that
// strings cut from it keep their place.
func (p *pieces) room(n int) (from int) {
	if p.b.Cap()-p.b.Len() < n {
		p.b = strings.Builder{}
		p.b.Grow(max(1024, n))
	}
	return p.b.Len()
}

// put is a and b in one.
func (p *pieces) put(a, b string) string {
	from := p.room(len(a) + len(b))
	p.b.WriteString(a)
	p.b.WriteString(b)
	return p.cut(from)
}

// id names a statement by its article, which seed stands for, and its places in
// it: s and the FNV-1a hash of the three in hexadecimal.
func (p *pieces) id(seed uint64, content, cue text.Span) string {
	h := seed
	var buf [20]byte
	for _, n := range [...]int{content.Start, content.End, cue.Start} {
		h = hashed(h, "|")
		for _, c := range strconv.AppendInt(buf[:0], int64(n), 10) {
			h = (h ^ uint64(c)) * fnvPrime
		}
	}
	const digits = "0123456789abcdef"
	from := p.room(17)
	p.b.WriteByte('s')
	for shift := 60; shift >= 0; shift -= 4 {
		p.b.WriteByte(digits[h>>shift&15])
	}
	return p.cut(from)
}

// The constants of FNV-1a in 64 bits.
const (
	fnvOffset uint64 = 14695981039346656037
	fnvPrime  uint64 = 1099511628211
)

// hashed is the FNV-1a hash h carried on over s.
func hashed(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}
