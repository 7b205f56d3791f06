package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// nominal reads a position told by a noun with its holder: «إصرار الروس على», «دعوة
// من الوزير إلى», «رفضهم ل», «مطالب مصرية ب».
func (r *reader) nominal(i int, d *draft) bool {
	cs := r.cues(i)
	for n := range cs {
		c := &cs[n]
		if c.Tense != arabic.Masdar || c.Adverbial || c.verb.Class == "source" || c.verb.Class == "according" || c.verb.Class == "ask" {
			continue
		}
		if w := r.p.Word(c.first - 1); r.ownWords(c) || (w == "او" || w == "ام") && r.is(c.first-2, isMasdar) {
			continue // «قرار بقبول أو رفض العرض»
		}
		if c.verb.ID == pretexts {
			return r.pretext(c, d)
		}
		*d = draft{cue: *c, explicit: true, rule: "statements.nominal"}
		lim := min(r.sent.Last, c.last+30)
		holder, ok := r.holder(d, lim)
		if !ok {
			continue
		}
		m := new(match)
		if !r.nounFrame(c, holder, lim, m) {
			continue
		}
		if m.noun && r.p.Class(m.content)&(page.Adjective|page.Definite) == page.Adjective && !r.is(m.content, isMasdar) && !r.p.Named(m.content) {
			continue // انتقادات أميركية نادرة
		}
		if r.lone(m) {
			continue // «رزمة المقترحات بدقة», «جعل المقترحات المصرية مفيدة»
		}
		d.zone = span{c.last, m.zoneEnd}
		d.target, d.act, d.weak = m.target, m.act, m.weak
		if c.verb.Act == "accuse" && m.target.empty() && c.reading.Pronoun == "" && !holder.empty() && !r.accuser(d, holder) {
			continue
		}
		r.extentOf(d, m)
		if d.end <= d.start {
			continue
		}
		r.leavePredicate(d)
		r.through(d)
		return true
	}
	return false
}

// leavePredicate ends the content of a noun that is the subject of the verb right before it
// where what that verb says begins, in the accusative: «أثار تهديد الحركة باستئناف القتال قلقا».
func (r *reader) leavePredicate(d *draft) {
	p, k := r.p, d.cue.first-1
	if d.quote || k < r.sent.First || !r.is(k, isKana) && !phrases.FiniteVerb(p, k) || d.cue.reading.Cut != 0 {
		return
	}
	for j := d.first + 1; j < d.last && j < d.first+onTheWay; j++ {
		if p.Has(j, page.Relative) || r.is(j, isQuote) || phrases.FiniteVerb(p, j) {
			return // an accusative after it is that clause's own
		}
		if r.accusative(j) && (p.Has(j-1, page.Definite) || p.Named(j-1)) && !p.Dated(j) && !p.Has(j, page.Adverb|page.NumberToken) {
			d.last, d.end = j, p.Tokens[j-1].End
			return
		}
	}
}

// pretexts is the entry of the lexicon for what somebody gives as his reason.
const pretexts = "bi-da-wa"

// pretext reads the reason that whoever did something gave for it: «طردت الحكومة المنظمات
// بدعوى انتهاك التفويض».
func (r *reader) pretext(c *cue, d *draft) bool {
	m := match{zoneEnd: c.last, content: c.last, weak: true, noun: true, rule: "statements.nominal"}
	if content, _, ok := r.markAt(c.last); ok {
		m.content, m.weak, m.noun = content, false, false
	} else if !r.is(c.last, isMasdar) && c.last < r.sent.Last && r.p.Word(c.last) != "عدم" && r.p.Word(c.last) != "وجود" {
		return false
	}
	who := r.doer(c)
	if who.name == "" {
		who = r.sentenceSubject(c.first)
	}
	if who.name == "" {
		return false
	}
	*d = draft{cue: *c, explicit: true, aside: true, rule: "statements.nominal", speaker: who, weak: m.weak, zone: span{c.last, m.zoneEnd}}
	r.extentOf(d, &m)
	return d.end > d.start
}

// lone reports whether the complement of a noun is one indefinite word alone that
// names no action, which describes how or what rather than says what is wanted.
func (r *reader) lone(m *match) bool {
	p, k := r.p, m.content
	if !m.weak || m.quoted || p.Named(k) || r.is(k, isQuote) || r.is(k, isMasdar) && !participial(p.Word(k)) || p.Has(k, page.Definite) || strings.HasPrefix(p.Word(k), "بال") || strings.HasPrefix(p.Word(k), "لل") || p.Tokens[k].Kind != arabic.Word {
		return false
	}
	if m.rule != "statements.object" && m.cut == 0 {
		return false // «إصرار الروس على دولة»
	}
	next := p.Word(k + 1)
	return k+1 >= r.sent.Last || r.is(k+1, hasConj) && phrases.FiniteVerb(p, k+1) || p.Mark(k+1) && next != "\"" && next != "«" && next != "("
}

// participial reports whether w (folded) has م before it as participles do, without the
// ا of مفاعلة: «مفيدة», not «مشاركة».
func participial(w string) bool {
	return strings.HasPrefix(w, "م") && len(w) >= 8 && w[4:6] != "ا"
}

// accuser makes the holder of a noun of accusation its target, as «اتهام الحركة
// بالتصلب» accuses the movement, and the clause's subject its speaker.
func (r *reader) accuser(d *draft, holder span) bool {
	if d.speaker.kind == "country" && !r.p.Named(holder.first) {
		return true // اتهامات مصرية
	}
	who := r.clauseSubject(&d.cue)
	if who.name == "" || who.same(d.speaker) {
		return false
	}
	d.target, d.speaker = holder, who
	return true
}

// report reads what is told by nobody in particular: «وسط أنباء عن», «بعد تقارير
// بأن».
func (r *reader) report(i int, d *draft) bool {
	p := r.p
	if !r.is(i, isReport) || i < r.zone || i+2 >= r.sent.Last || r.claims(i-1) {
		return false
	}
	if n := len(r.out); n > 0 && r.out[n-1].weak && i >= r.out[n-1].first && i <= r.out[n-1].first+1 {
		return false // what somebody denies or confirms
	}
	c := cue{first: i, last: i + 1, bytes: p.Span(i, i+1), verb: &lexicon.Verb{Class: "relay", Act: "state"}}
	m := match{zoneEnd: i + 1, content: i + 2, weak: true, noun: true}
	if p.Word(i+1) != "عن" {
		content, _, ok := r.markAt(i + 1)
		if !ok {
			return false
		}
		m.content, m.weak, m.noun = content, false, false
	}
	*d = draft{cue: c, zone: span{i + 1, i + 1}, explicit: true, rule: "statements.report", weak: m.weak,
		speaker: speaker{phrase: span{i, i + 1}, name: p.Words(i, i+1), kind: "unnamed", head: p.Word(i)}}
	r.extentOf(d, &m)
	return d.end > d.start
}

// claims reports whether token k is a verb or noun of speech whose object a noun of
// report would be: «نفى تقارير عن».
func (r *reader) claims(k int) bool { return len(r.cues(k)) > 0 }

// ownWords reports whether the noun of c is what another statement is about and
// not a position told beside it: the head of that statement's content, or what is
// needed or lacking («ضرورة تمسك الأطراف ب», «عدم استعداد»).
func (r *reader) ownWords(c *cue) bool {
	if w := r.p.Word(c.first - 1); r.p.Word(c.first) == "العهد" && (strings.HasSuffix(w, "ولي") || strings.HasSuffix(w, "وليي")) {
		return true // «ولي العهد»
	}
	switch stem(r.p.Word(c.first - 1)) {
	case "ضروره", "عدم", "دون", "بدون", "بلا", "اهميه", "وجوب", "بضروره", "لعدم", "بعدم", "مراقبه", "مدي", "رهن", "ضمان", "لضمان", "شرط", "بشرط", "شريطه", "اهمها", "ابرزها", "اولها":
		return true
	case "من":
		return stem(r.p.Word(c.first-2)) == "بد"
	}
	for k := len(r.out) - 1; k >= max(0, len(r.out)-8) && r.out[k].cue.first >= r.sent.First; k-- {
		if o := r.out[k]; o.first <= c.first && c.first < o.last {
			return c.first == o.first || c.first <= o.first+1 && c.reading.Pronoun == ""
		}
	}
	return false
}

// holder finds who holds the position of d's noun: its pronoun, its genitive, a
// phrase after من, or the adjective of a state.
func (r *reader) holder(d *draft, lim int) (span, bool) {
	p, c := r.p, &d.cue
	at := span{c.last, c.last}
	switch {
	case c.reading.Pronoun != "":
		if d.speaker = r.accused(c); d.speaker.name != "" {
			d.explicit = true
			return at, true
		}
		if d.speaker = r.nearest(c); d.speaker.name == "" {
			d.speaker = r.clauseSubject(c)
		}
		if c.reading.Pronoun == "هم" && (d.speaker.kind == "person" || d.speaker.kind == "unnamed") {
			if d.speaker = r.manyBefore(c); d.speaker.name == "" {
				return at, false
			}
		}
		if c.reading.Pronoun == "هما" && d.speaker.kind == "person" {
			return at, false // of two
		}
		d.explicit = d.speaker.name != ""
		return at, d.explicit
	case r.nisbaHolder(d, c):
		for at.last < lim && r.nisbaAt(at.last, true) {
			at.last++
		}
		if at.empty() {
			at.last++ // أممية
		}
		return at, true
	case c.reading.Undet || r.p.Has(c.first, page.Definite):
		return at, false
	case p.Word(c.last) == "من":
		at = span{c.last + 1, c.last + 1}
	}
	at.last = phrases.Extent(p, at.first, phrases.Walk{Limit: r.ownMark(c, at.first, lim)})
	if at.empty() || !r.holds(at) || r.deed(at.first) {
		return at, false
	}
	d.speaker = r.settle(at)
	if k := at.last; k < lim && r.p.Has(at.first, page.Definite) && p.Tokens[k].Kind == arabic.Word {
		if r.is(k, hasConj) && phrases.Animate(p, k) && !phrases.FiniteVerb(p, k) {
			if e := phrases.Extent(p, k, phrases.Walk{Limit: lim}); e > k {
				with := r.resolve(span{k, e})
				d.speaker.name, d.speaker.kind, d.speaker.actor = d.speaker.name+" و"+with.name, "group", ""
				at.last = e
				d.speaker.phrase = at
			}
		}
	}
	return at, d.speaker.name != ""
}

// deed reports whether token k is a noun of speech, which somebody may have uttered and
// which holds no position itself: «رفض دعوة الوزير».
func (r *reader) deed(k int) bool {
	if r.p.Named(k) || r.p.Has(k, page.Definite|page.Animate) {
		return false
	}
	cs := r.cues(k)
	for n := range cs {
		if cs[n].Tense == arabic.Masdar && cs[n].reading.Cut == 0 && takesPosition(cs[n].verb.Class) {
			return true
		}
	}
	return false
}

// accused is whom the accusation that c stands in is against, where c is joined to
// its words: «اتهم الحسن الحكومة بالتراجع ورفضها إقناع الأطراف».
func (r *reader) accused(c *cue) speaker {
	for k := len(r.out) - 1; k >= max(0, len(r.out)-4) && r.out[k].cue.first >= r.sent.First; k-- {
		if o := &r.out[k]; c.reading.Conj == 'w' && o.cue.verb.Act == "accuse" && !o.target.empty() && o.first <= c.first && c.first < o.last {
			return r.settle(o.target)
		}
	}
	return speaker{}
}

// ownMark is the first token after a noun's holder begins at which the preposition
// of one of its frames stands: «رغبة المقاتلين في الاحتفاظ ب»; lim where none does.
func (r *reader) ownMark(c *cue, first, lim int) int {
	for k := first + 1; k < lim; k++ {
		if !r.p.Has(k, page.Preposition) {
			continue
		}
		for n := range c.verb.Frames {
			if s := &c.verb.Frames[n].Slots[0]; s.Words == "" && s.Mark == r.p.Word(k) {
				return k
			}
		}
	}
	return lim
}

// nearest is the person, body or people named last before c in its clause whom its
// pronoun may stand for, where somebody is: «تعرض الحسن لانتقادات إثر موافقته على», «بسبب
// تعنت المتمردين وإصرارهم على».
func (r *reader) nearest(c *cue) speaker {
	p := r.p
	pron := c.reading.Pronoun
	for k := c.first - 1; k >= r.sent.First && k > c.first-20; k-- {
		if r.is(k, isComma|isSemicolon|isColon|isQuote) || r.clauseMark(k) {
			break
		}
		m := p.Mention(k)
		if m == nil {
			if pron == "هما" && p.Has(k, page.Definite) && plural(p.Word(k)) && bothSides(p.Word(k)) {
				return r.settle(span{k, k + 1})
			}
			if pron == "هم" && p.Has(k, page.People) && p.Has(k, page.Definite) && !(p.Has(k, page.Adjective) && p.Has(k-1, page.Definite)) {
				return r.settle(span{k, k + 1})
			}
			continue
		}
		if m.Type == fact.Person && pron == "ه" {
			first := p.MentionFirst(k)
			return r.settle(span{first, k + 1})
		}
	}
	return speaker{}
}

// manyBefore is who «هم» in c stands for where whoever speaks is one man: the subject of the
// claim around c, or of its sentence.
func (r *reader) manyBefore(c *cue) speaker {
	for k := len(r.out) - 1; k >= max(0, len(r.out)-6) && r.out[k].cue.first >= r.sent.First; k-- {
		if o := &r.out[k]; o.first <= c.first && c.first < o.last && o.speaker.kind != "person" && o.cue.Count == arabic.Plural {
			return o.speaker
		}
	}
	if s := r.subjectAt(r.sent.First, c.first); s.kind != "person" && s.kind != "country" && s.named {
		return s
	}
	return speaker{}
}

// bothSides reports whether w (folded) stands for two parties: «الجانبين», «الطرفين».
func bothSides(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "الجانبين", "الطرفين", "البلدين", "الحكومتين", "الزعيمين", "الرييسين", "الوفدين", "الفريقين", "الدولتين":
		return true
	}
	return false
}

// nisbaAt reports whether token k is an adjective of a state; joined allows one
// joined by و.
func (r *reader) nisbaAt(k int, joined bool) bool {
	_, _, ok := r.p.Find(k, lexicon.NisbaWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return rd.Prep == 0 && rd.Pronoun == "" && (rd.Conj == 0 || joined) && s.Count == arabic.Singular
	})
	return ok && r.p.Mention(k) == nil
}

// nisbaHolder makes the state whose adjective qualifies d's noun its speaker.
func (r *reader) nisbaHolder(d *draft, c *cue) bool {
	p, k := r.p, c.last
	if w := strings.TrimPrefix(p.Word(k), "ال"); (w == "اممي" || w == "امميه") && p.Has(k, page.Definite) == p.Has(c.first, page.Definite) {
		d.speaker = speaker{phrase: span{k, k + 1}, name: "الأمم المتحدة", kind: "organisation", actor: "org:un", named: true, head: w}
		return true // «دعوة أممية إلى الهدوء»
	}
	if !r.nisbaAt(k, false) || r.p.Has(k, page.Definite) != r.p.Has(c.first, page.Definite) {
		return false
	}
	_, s, _ := p.Find(k, lexicon.NisbaWord, nil)
	st := &p.Lex.States[s.Entry]
	d.speaker = speaker{phrase: span{k, k + 1}, name: st.Name, kind: "country", actor: "state:" + st.ID, named: true, head: stem(p.Word(k))}
	return true
}

// holds reports whether a phrase names somebody who can hold a position: a
// name, an adjective of a state, a people.
func (r *reader) holds(s span) bool {
	p := r.p
	who := r.resolve(s)
	if who.named {
		return who.kind != "country" || p.Mention(s.first) == nil || r.standsForState(p.Mention(s.first))
	}
	return p.Is(s.first, lexicon.PeopleWord) || p.Has(s.first, page.Definite) && phrases.Animate(p, s.first)
}

// standsForState reports whether a place stands for a government: a state or a
// capital.
func (r *reader) standsForState(m *fact.Mention) bool {
	a := r.p.Actor(m.Actor)
	return a != nil && (a.Kind == "state" || a.Kind == "capital" || a.Kind == "city" || a.Kind == "")
}

// nounFrame tries the frames of a noun after its holder.
func (r *reader) nounFrame(c *cue, holder span, lim int, m *match) bool {
	for n := range c.verb.Frames {
		f := &c.verb.Frames[n]
		s := &f.Slots[len(f.Slots)-1]
		if s.Mark == "quote" || s.Mark == "obj" && (holder.empty() || len(f.Slots) > 1) || s.Words != "" {
			continue
		}
		if c.verb.Past != "" && s.Mark != "ان" && s.Mark != "بان" {
			continue // only nouns with an entry of their own tell positions by a phrase
		}
		if s.Mark == "في" && c.verb.Class != "propose" && c.verb.Class != "expect" {
			continue
		}
		if r.frame(c, f, holder, min(lim, holder.last+8), m) {
			if s.Mark == "ل" && !r.is(m.content, isMasdar) && !m.quoted {
				continue // «عرض … لليمن»: for somebody, not to do something
			}
			m.act = f.Act
			return true
		}
	}
	return false
}
