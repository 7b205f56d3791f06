package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// according reads an attribution without a verb: «بحسب مصدر …»، «وفقا للبيان»، «على حد
// قوله», before its content or after it.
func (r *reader) according(i int, d *draft) bool {
	if r.asHePuts(i, d) || r.accordingToHim(i, d) {
		return true
	}
	c, ok := r.accordingCue(i)
	if !ok {
		if r.asSaid(i, d) {
			return true
		}
		r.relayedAfter(i)
		return false
	}
	p := r.p
	lim := min(r.sent.Last, c.last+40)
	if c.last >= lim {
		return false
	}
	*d = draft{cue: c, rule: "statements.according", explicit: true, zone: span{c.last, c.last}}
	at := r.accordingStart(d, lim)
	if at == c.last && p.Word(c.last-1) == "ما" && p.Word(c.first) == "علي" {
		return false // «على ما يبدو»
	}
	if at > c.last && anhu(p.Word(at)) {
		r.relayedWithin(at+1, lim)
		return false // «وفق ما نقلت عنه الوكالة»: a relay of the words around it
	}
	np := r.accordingPhrase(at, lim)
	if np.empty() || r.norm(np.first) {
		return false
	}
	who := r.settle(np)
	if !who.named && who.kind == "group" && !r.document(np) && !(p.Has(np.first, page.Definite) && phrases.Animate(p, np.first)) && !r.ownBody(np.first) {
		return false
	}
	d.speaker = who
	np.last = r.quotesSource(d, np, lim)
	if who.kind == "unnamed" {
		np.last = r.sourceVerbEnd(np.last, lim)
	}
	d.zone.last = np.last
	return r.accordingContent(d, np, lim)
}

// accordingStart is where the phrase begins that the attribution d names, after a verb of the
// attribution's own, which it adds to the cue: «حسبما ذكر مصدر».
func (r *reader) accordingStart(d *draft, lim int) int {
	p, at := r.p, d.cue.last
	before := p.Word(at - 1)
	if w := p.Word(at); w == "ما" || w == "لما" {
		at++
	}
	switch w := p.Word(at); {
	case w == "عن" || w == "ل" || w == "الي" || w == "من" && strings.HasSuffix(before, "بيان"):
		at++
	case r.issuedFrom(at, lim) > at:
		at += 2 // «وفقا لبيان صادر عن الوزارة»
	}
	for k := at; k < at+3 && k < lim; k++ { // حسبما ذكر مصدر
		if r.is(k, isPast) && p.Mention(k) == nil && !p.Has(k, page.Definite) {
			d.cue.last = k + 1
			at = k + 1
			if cs := r.cues(k); len(cs) > 0 && cs[0].verb.Class == "announce" {
				d.act = cs[0].verb.Act
			}
			break
		}
		if p.Word(k) != "به" && p.Word(k) != "عنه" {
			break
		}
	}
	for at < lim && (p.Dated(at) || p.Word(at) == "به" || p.Word(at) == "بها") {
		at++ // «بحسب ما أفاد الأربعاء مسؤول»
	}
	return at
}

// accordingPhrase is the noun phrase of an attribution that begins at token at, of a document
// with whose it is: «بحسب تقرير للمجلس».
func (r *reader) accordingPhrase(at, lim int) span {
	p := r.p
	np := span{at, phrases.Extent(p, at, phrases.Walk{Limit: lim})}
	for k := np.last; !np.empty() && k < lim && r.document(np) && r.is(k, isAttached) && strings.HasPrefix(p.Word(k), "ل"); k = np.last {
		np.last = max(k+1, phrases.Extent(p, k, phrases.Walk{Limit: lim}))
	}
	return np
}

// quotesSource makes the source that the medium of d's attribution quotes the speaker and the
// medium his relay, and is the token after both: «وفق ما نقلته الوكالة عن مصدر».
func (r *reader) quotesSource(d *draft, np span, lim int) int {
	p := r.p
	src := r.quotedFrom(np.last, lim)
	if src.empty() && np.first > d.zone.first && p.Word(np.last) == "عن" && np.last+1 < lim && strings.HasPrefix(p.Word(np.first-1), "نقل") {
		src = span{np.last + 1, phrases.Extent(p, np.last+1, phrases.Walk{Limit: lim})}
	}
	if src.empty() || !r.relays(d.speaker) {
		return np.last
	}
	d.via, d.speaker = []fact.Relay{r.relayOf(d.speaker)}, r.settle(src)
	return src.last
}

// sourceVerbEnd is the comma or «فإن» after the verb at token k that says how a source spoke,
// k where no verb stands there: «بحسب مصادر صرحت للقناة، من المتوقع».
func (r *reader) sourceVerbEnd(k, lim int) int {
	if k >= lim || !phrases.FiniteVerb(r.p, k) {
		return k
	}
	for j := k; j < lim && j < k+10; j++ {
		if w := r.p.Word(j); r.is(j, isComma) || w == "فان" || w == "فانه" {
			return j
		}
	}
	return k
}

// anhu reports whether w (folded) is عن with the pronoun of him whose words are told.
func anhu(w string) bool { return w == "عنه" || w == "عنها" || w == "عنهم" }

// quotedFrom is who a medium that ends before token k quotes: «بحسب ما أفادت الوكالة نقلا عن
// مصدر».
func (r *reader) quotedFrom(k, lim int) span {
	p := r.p
	if r.is(k, isComma) {
		k++
	}
	if k+2 >= lim || p.Word(k) != "نقلا" || p.Word(k+1) != "عن" {
		return span{}
	}
	return span{k + 2, phrases.Extent(p, k+2, phrases.Walk{Limit: lim})}
}

// asSaid reads the clause before «كما قال الوزير» which nothing else tells: «بدأت الجولة في
// موعدها، كما قال الوزير».
func (r *reader) asSaid(i int, d *draft) bool {
	p := r.p
	if p.Word(i) != "كما" || i == r.sent.First || !r.is(i-1, isComma) || r.wordsBefore(i) >= 0 || r.saidInSentence() {
		return false
	}
	cs := r.cues(i + 1)
	if len(cs) == 0 || !cs[0].finite() || cs[0].Tense != arabic.Past || cs[0].reading.Conj != 0 || cs[0].reading.Pronoun != "" {
		return false
	}
	switch cs[0].verb.Class {
	case "say", "relay", "announce":
	default:
		return false
	}
	at := r.subjectStart(i+2, r.sent.Last)
	np := span{at, phrases.Extent(p, at, phrases.Walk{Limit: r.sent.Last})}
	if np.empty() || !r.maySpeak(&cs[0], np) || !phrases.Animate(p, np.first) && !r.resolve(np).named {
		return false
	}
	if k := r.skipAdjuncts(np.last, r.sent.Last); k < r.sent.Last && !(p.Mark(k) && k+1 >= r.sent.Last) {
		return false // it goes on to tell something
	}
	c := cue{first: i, last: i + 2, verb: &lexicon.Verb{Class: "according", Act: "state"}, reading: cs[0].reading, bytes: p.Span(i, i+2)}
	*d = draft{cue: c, rule: "statements.according-after", explicit: true, speaker: r.settle(np), zone: span{i + 2, np.last}}
	return r.accordingAfter(d, r.skipLead(max(r.sent.First, i-longest), i))
}

// relayedAfter notes the medium that relayed the words before token i, told in a
// clause of its own at the end of the sentence: «…، حيث نقلت الوكالة».
func (r *reader) relayedAfter(i int) {
	p := r.p
	if !r.is(i, isAfterRelay) {
		return
	}
	cs := r.cues(i + 1)
	n := r.wordsBefore(i)
	if n < 0 || len(cs) == 0 || !cs[0].finite() || cs[0].verb.Class != "relay" && cs[0].verb.Class != "say" {
		return
	}
	np := span{i + 2, phrases.Extent(p, i+2, phrases.Walk{Limit: r.sent.Last})}
	for k := np.last; k < r.sent.Last; k++ {
		if !p.Mark(k) && p.Mention(k) == nil && p.Date(k) == nil {
			return // it goes on to tell something
		}
	}
	if !np.empty() {
		r.zone = max(r.zone, r.sent.Last)
		r.addRelay(&r.out[n], r.resolve(np))
	}
}

// relayedWithin makes the medium at token at the relay of the words that the clause
// around it tells, which go on after it or end before it.
func (r *reader) relayedWithin(at, lim int) {
	np := span{at, phrases.Extent(r.p, at, phrases.Walk{Limit: lim})}
	if np.empty() {
		return
	}
	r.zone = max(r.zone, np.last)
	if n := len(r.out) - 1; n >= 0 && r.out[n].cue.first >= r.sent.First && len(r.out[n].via) == 0 {
		r.addRelay(&r.out[n], r.resolve(np))
	}
}

// ownBody reports whether token i is a body told by a pronoun of its owner or as one
// known already: «مكتبه», «المنظمة الدولية».
func (r *reader) ownBody(i int) bool {
	_, _, ok := r.p.Find(i, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return (rd.Pronoun != "" && rd.Pronoun != "ي" || rd.Det && (r.p.Has(i, page.Definite) || strings.HasPrefix(r.p.Word(i), "لل"))) && bodyHead(r.p.Lex.Heads[s.Entry].Class)
	})
	return ok
}

// norm reports whether token i is a noun for what deeds are measured by and nobody
// speaks with: «وفقا لقرارات المجلس», «وفق القانون الدولي».
func (r *reader) norm(i int) bool {
	if r.p.Word(i) == "اليه" {
		return true
	}
	switch stemAt(r.p, i) {
	case "قرارات", "قوانين", "قانون", "مبادي", "مبدا", "معايير", "شروط", "بنود", "احكام", "مرجعيات", "مرجعيه", "مواثيق", "ميثاق", "دستور", "اليات", "اليه", "اجراءات", "جدول", "قواعد", "اصول", "اسس", "اولويات", "مصالح", "حدود", "اتفاقيات", "التزامات", "مقتضيات", "حاجات", "حاجه", "ضوابط", "صيغه":
		return true
	}
	return false
}

// document reports whether a phrase is headed by a word for a text that speaks.
func (r *reader) document(s span) bool {
	switch stem(r.p.Word(s.first)) {
	case "بيان", "نص", "اتفاق", "اتفاقيه", "معاهده", "بروتوكول", "نسخه", "تقرير", "تقارير", "وثيقه", "مسوده", "رساله", "قرار", "خطه", "مبادره", "مقترح", "تقديرات", "معطيات", "بند", "مذكره", "ميثاق", "احصاءات", "ارقام", "بيانات", "استطلاع":
		return true
	}
	return false
}

// accordingContent sets the content of an attribution: the clause after it where
// it opens its sentence, the clause before it otherwise. After somebody's words it
// names a relay of them.
func (r *reader) accordingContent(d *draft, np span, lim int) bool {
	p := r.p
	start := r.skipLead(max(r.sent.First, d.cue.first-longest), d.cue.first)
	if d.cue.first-start <= 1 {
		return r.accordingBefore(d, np, lim)
	}
	if k := np.last; k+1 < lim && p.Word(k) == "،" && (p.Word(k+1) == "فهو" || p.Word(k+1) == "فهي") && r.clauseMark(k+2) {
		content, _, _ := r.markAt(k + 2)
		d.zone.last = k + 2
		return r.accordingClause(d, content, lim)
	}
	if k := np.last; k < lim && r.clauseMark(k) {
		content, _, _ := r.markAt(k)
		return r.accordingClause(d, content, lim)
	}
	r.zone = max(r.zone, np.last)
	if n := r.wordsBefore(d.cue.first); n >= 0 {
		o := &r.out[n]
		if !o.weak || d.speaker.same(o.speaker) || r.relays(d.speaker) || stem(p.Word(np.first)) == "تقرير" {
			r.addRelay(o, d.speaker)
			for j := n - 1; j >= 0 && r.out[j].cue.first >= r.sent.First; j-- {
				if e := &r.out[j]; e.nested == 0 && e.speaker.same(o.speaker) && len(e.via) == 0 {
					r.addRelay(e, d.speaker) // «قال إن …، مؤكدا أن …، وفق رويترز»
				}
			}
			return false
		}
		if o.cue.finite() && o.cue.first <= start+2 && !r.is(d.cue.last-1, isPast) {
			return false // «ودعا الوزير إلى الهدوء، وفقا لمسؤولين»: told by its verb already
		}
	}
	relays := r.relays(d.speaker)
	if relays || stem(p.Word(np.first)) == "تقرير" {
		for n := range r.out {
			if o := &r.out[len(r.out)-1-n]; o.cue.first < r.sent.First {
				break
			} else if o.nested == 0 && o.cue.first <= start+2 {
				r.addRelay(o, d.speaker) // of the whole sentence, whose verb tells already
				return false
			}
		}
	}
	return r.accordingAfter(d, start)
}

// accordingBefore reads the clause after an attribution that opens its sentence.
func (r *reader) accordingBefore(d *draft, np span, lim int) bool {
	p := r.p
	k := np.last
	if r.medium(k) { // «بحسب مصادر لصحيفة الميناء، فإن»
		first := k
		if k = r.skipAdjuncts(k, lim); p.Word(k) == "فان" || r.is(k-1, isComma) {
			if rel, ok := r.mediumIn(first, k, d); ok {
				d.via = append(d.via, rel)
			}
		} else {
			k = first
		}
	}
	if k < lim && !p.Mark(k) && !p.Has(k, page.Relative) {
		for j := k + 1; j < lim && j < k+14 && !r.clauseMark(j) && !r.is(j, isColon|isQuote); j++ {
			if w := p.Word(j); w == "فان" || w == "فانه" || w == "فانها" || w == "فقد" {
				if rel, ok := r.mediumIn(k, j, d); ok && len(d.via) == 0 {
					d.via = append(d.via, rel)
				}
				k = j // «بحسب وكالة المرفأ للأنباء، فإن», «بحسب مصدر تحدث للوكالة، فإن»
				break
			}
		}
	}
	for k < lim && (p.Has(k, page.Relative) || p.Word(k) == "،" && p.Has(k+1, page.Relative)) {
		k = max(r.relativeEnd(k+1, lim), k+1)
	}
	for k < lim && (p.Mark(k) && p.Tokens[k].Kind == arabic.Punct || p.Date(k) != nil || p.Word(k) == "فان" || p.Word(k) == "فانه" || p.Word(k) == "فقد") {
		k++
	}
	if r.relays(d.speaker) {
		rel := r.relayOf(d.speaker)
		if k >= r.sent.Last { // «…». وفقا للوكالة.
			if n := len(r.out) - 1; n >= 0 && r.out[n].last >= r.sent.First-3 && r.p.Tokens[r.sent.First].Gap < arabic.Line {
				r.addRelay(&r.out[n], d.speaker)
			}
			return false
		}
		if cs := r.cues(k); len(cs) > 0 && cs[0].finite() && cs[0].verb.Class != "relay" {
			if r.tellsAt(k) {
				r.ahead, r.aheadOf = rel, r.sent.First // «وبحسب الوكالة، قال الوزير إن»
				r.zone = max(r.zone, np.last)
				return false
			}
		}
	}
	return r.accordingClause(d, k, lim)
}

// tellsAt reports whether a verb at token k tells something of its own.
func (r *reader) tellsAt(k int) bool {
	var d draft
	return r.verbal(k, &d)
}

// relayOf makes a relay of who is named as one.
func (r *reader) relayOf(s speaker) fact.Relay {
	return fact.Relay{Name: s.name, Span: s.phrase.bytes(r.p)}
}

// accordingClause takes the clause or quotation at k as the content.
func (r *reader) accordingClause(d *draft, k, lim int) bool {
	if k >= lim {
		return false
	}
	m := match{content: k}
	if q, ok := r.q.OpenAt(k); ok && r.endsWith(q) {
		m.quote, m.quoted = q, true
	}
	r.extentOf(d, &m)
	r.through(d)
	return d.end > d.start
}

// wordsBefore is the statement of this sentence whose content ends right before
// token k, -1 where there is none.
func (r *reader) wordsBefore(k int) int {
	for k > r.sent.First && (r.p.Word(k-1) == "وذلك" || r.p.Word(k-1) == "،") {
		k--
	}
	for n := len(r.out) - 1; n >= max(0, len(r.out)-8) && r.out[n].cue.first >= r.sent.First; n-- {
		if r.out[n].last >= k-2 && r.out[n].nested == 0 {
			return n
		}
	}
	return -1
}

// relays reports whether a speaker's phrase names a medium.
func (r *reader) relays(s speaker) bool {
	if !s.phrase.empty() && r.outletNoun(s.phrase.first) != "" {
		return true // «بحسب الوكالة»
	}
	for k := s.phrase.first; k < s.phrase.last; k++ {
		if r.media(r.p.Mention(k)) {
			return true
		}
	}
	return false
}

// addRelay makes the medium that who names the outermost relay of o's words and of
// those that go on from it.
func (r *reader) addRelay(o *draft, who speaker) {
	if !r.relays(who) || len(o.via) > 0 && (o.via[0].Name == who.name || r.within(o.via[0], who.phrase) || r.outletNoun(who.phrase.first) != "") {
		return
	}
	o.via = append([]fact.Relay{r.relayOf(who)}, o.via...)
	r.relay = o.via
}

// longest bounds the tokens of a clause taken as content, far above what writers
// write and below what would make a line without a stop slow.
const longest = 250

// accordingCue is the attribution that begins at token i.
func (r *reader) accordingCue(i int) (cue, bool) {
	p := r.p
	if !r.is(i, isAttrAlone) && !(r.is(i, isLexAttr) && r.is(i+1, isAttrNext)) || p.Word(i) == "علي" && r.is(i+1, isMa) && !(i > 0 && p.Mark(i-1)) {
		return cue{}, false // «رده على ما قاله»
	}
	out, found := cue{}, false
	p.Phrases(i, func(ph lexicon.Phrase) {
		for _, ref := range ph.Refs {
			if ref.Table == lexicon.SpeechTable && p.Lex.Speech[ref.Entry].Class == "according" && (!found || ph.Last > out.last) {
				rd := ph.Reading
				out, found = cue{first: i, last: ph.Last, verb: &p.Lex.Speech[ref.Entry], reading: &rd, bytes: p.Span(i, ph.Last)}, true
			}
		}
	})
	if found {
		return out, true
	}
	rd, s, ok := p.Find(i, lexicon.SpeechWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return p.Lex.Speech[s.Entry].Class == "according" && rd.Pronoun == "" && rd.Prep == 0
	})
	if !ok {
		return cue{}, false
	}
	return cue{first: i, last: i + 1, verb: &p.Lex.Speech[s.Entry], reading: &rd, bytes: p.StemSpan(i, rd)}, true
}
