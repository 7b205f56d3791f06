package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/text"
)

// demand is what one side requires of another.
type demand struct {
	by, of  string
	content span
	keys    []key
	also    []text.Span // where it is told again
	answer  string
	rule    string
}

// demands finds what is asked for: in statements that ask, in obligations laid
// on somebody, in lists of conditions, and in what must come before somebody moves.
func (r *reader) demands() {
	for k := range r.said {
		s := &r.said[k]
		if s.Act != "demand" && !r.stresses(s) && !r.setsDeadline(s) && !r.wishesOf(s) || !r.asks(s) || r.laidDown(s) || r.explains(s) || r.notAsked(s.cue.first) {
			continue
		}
		r.widen(s)
		r.asksFor(s)
	}
	for _, h := range r.hits {
		r.beginsDemand(h)
	}
	r.untitled()
	r.answers()
	r.shared()
}

// asksFor notes what the statement s asks for, each thing by itself.
func (r *reader) asksFor(s *statement) {
	d := demand{by: s.Name, of: r.addressed(s), rule: ruleDemand}
	if r.asksNobody(s.cue.first) {
		if !r.task(s.content.first) {
			return // دعي الوفدان إلى مأدبة
		}
		d.by, d.of = "", s.Name
	}
	d.answer, _ = r.answered(s.cue.first)
	if s.Act == "propose" {
		d.rule = ruleWish
	}
	last := ""
	for n, part := range r.clauses(s.content) {
		part = r.untilTurn(r.beforeBut(part))
		if n > 0 && !r.atTask(part.first) && !r.joinedTo(part.first) && r.asserts(part) {
			continue
		}
		one := d
		r.askedIn(&one, part)
		if n > 0 && one.of == "" && r.imperfect(one.content.first) && len(r.doer(one.content.first, one.content.last)) == 0 {
			one.of = last // «أن تكف الجبهة عن القصف وأن تسمح بدخول القوافل»
		}
		last = one.of
		if s.Act != "state" || r.ofWhom(&one) != "" {
			r.want(one)
		}
	}
}

// askedIn writes into d what is asked for in part and, where nobody is addressed, of whom: on whom
// a duty is laid there, or who stands before the noun for what is to be done.
func (r *reader) askedIn(d *demand, part span) {
	todo, list := r.toDo(part)
	d.content = todo
	if d.of != "" {
		return
	}
	if len(list) > 0 {
		d.of = joinNames(list)
		return
	}
	if list, next := r.parties(part.first, part.last); len(list) > 0 && next < part.last && r.action(next) {
		d.of, d.content.first = joinNames(list), next // المنظمات فتح ممر
	}
}

// beginsDemand notes what is asked for from the word h on, by the first reader of what that word may
// begin which knows it.
func (r *reader) beginsDemand(h hit) {
	i, on := h.at, h.on
	switch {
	case on&onCondition != 0 && r.condition(i):
	case on&onDuty != 0 && r.obligation(i):
	case on&onBefore != 0 && r.precondition(i):
	case on&onWish != 0 && r.wish(i):
	case on&onFailing != 0 && r.inVain(i):
	case on&onAbsence != 0 && r.stayingAway(i):
	case on&onAsking != 0:
		r.asked(i)
	}
}

// laidDown reports whether what s asks for is what an agreement obliges somebody to, which binds
// him and is asked for by nobody: «قال إن الاتفاق يلزم الطرفين ب…».
func (r *reader) laidDown(s *statement) bool {
	for _, k := range [...]int{s.cue.first, s.content.first + 1, s.content.first + 2} {
		if w := r.stem(k); (w == "يلزم" || w == "تلزم") && (r.class(k-1) == lexicon.TalkBind || r.class(k+1) == lexicon.TalkBind || r.class(k-2) == lexicon.TalkBind) {
			return true
		}
	}
	return false
}

// widen puts the deed that a statement asks for before its content, where that begins with
// what the deed is done to: «دعوته زهرستان بالوقف الفوري لإطلاق النار».
func (r *reader) widen(s *statement) {
	c := s.content.first
	switch r.p.Word(max(c, 0)) {
	case "دعوته", "دعوتها", "دعوتهم", "مطالبته", "مطالبتها", "مطالبتهم":
		for k := c + 1; k < s.content.last && k < c+5; k++ { // جدد دعوته زهرستان إلى وقف القصف
			if r.action(k) && (r.prefixed(k) || r.p.Word(k-1) == "الي") {
				s.content.first = k
				return
			}
		}
	}
	if c <= 0 || !strings.HasPrefix(r.p.Word(c), "ل") {
		return
	}
	for k := max(s.cue.last, c-3); k < c; k++ {
		if strings.HasPrefix(r.p.Word(k), "ب") && r.action(k) && r.prefixed(k) {
			s.content.first = k
			return
		}
	}
}

// untitled lays what the title asks for beside the same words of the body; it
// counts by itself only where the body asks for nothing.
func (r *reader) untitled() {
	for _, t := range r.titled[:min(len(r.titled), 20)] {
		hit := false
		for k := range r.wants {
			if o := &r.wants[k]; same(o.keys, t.keys) {
				o.also = append(o.also, r.contentSpan(t.content))
				hit = true
				break
			}
		}
		if !hit && len(r.wants) == 0 {
			r.wants = append(r.wants, t)
		}
	}
}

// beforeBut is content without what is held against it: «…، ولكنها»; where what must be
// done is said only there, that alone. Where it was said is no part of it: «…، في منشور على».
func (r *reader) beforeBut(s span) span {
	for k := s.first + 3; k < s.last; k++ {
		if w := r.p.Word(k - 1); (w == "،" || w == ",") && r.saidIn(k) {
			return span{s.first, k - 1}
		} else if (w == "،" || w == ",") && strings.HasPrefix(trimWaw(r.p.Word(k)), "لكن") {
			if r.musts(span{k, s.last}) {
				return s
			}
			return span{s.first, k - 1}
		}
	}
	return s
}

// untilTurn is content up to what turns away from it or a verb after a comma that tells what
// happened: «إصرار الحكومة على نزع السلاح{، تعثرت المفاوضات}».
func (r *reader) untilTurn(s span) span {
	if !r.task(s.first) && !r.prefixed(s.first) && !r.imperfect(s.first) {
		return s
	}
	for k := s.first + 2; k < s.last; k++ {
		w, after := r.p.Word(k), r.p.Word(k-1) == "،" || r.p.Word(k-1) == ","
		switch w {
		case "وفق", "وفقا", "وذلك", "مما", "كما": // in what way it is to be done
			continue
		}
		t, verb := r.finite(k)
		if verb = verb && after && t == arabic.Past && w == trimWaw(w) && !r.preposition(k) && !r.adverb(k); !verb && (!r.turnsAway(k) || r.has(k, wordTurns) && !after) {
			continue
		}
		if r.musts(span{k, s.last}) {
			return s
		}
		return span{s.first, k}
	}
	return s
}

// musts reports whether a word of s says that something must be done.
func (r *reader) musts(s span) bool {
	for k := s.first; k < s.last; k++ {
		switch r.stem(k) {
		case "يجب", "ينبغي", "يتوجب", "يتعين", "عليها", "عليه", "عليهم", "ضروره", "بد", "يلزم", "شرط":
			return true
		}
	}
	return false
}

// clauses cuts content at each «وأن» and each new duty, which ask for another thing.
func (r *reader) clauses(s span) []span {
	var out []span
	from := s.first
	for k := s.first + 2; k < s.last-1; k++ {
		switch r.p.Word(k) {
		case "وان":
			out = append(out, span{from, k})
			from = k + 1
		case "وعلي": // «على الجبهة وقف القصف وعلى الحكومة فتح المعابر»
			if d, ok := r.dutyAt(k, s.last); ok && len(d.of) > 0 {
				out = append(out, span{from, k})
				from = k
			}
		}
	}
	return r.eachPart(append(out, span{from, s.last}))
}

// asks reports whether a statement that demands asks something of another side:
// not of those who speak, of their own men, or for the meeting itself.
func (r *reader) asks(s *statement) bool {
	if s.content.last-s.content.first < 2 && !r.task(s.content.first) || strings.HasPrefix(r.stem(s.content.first), "شرط") || strings.HasPrefix(r.stem(s.content.first), "شروط") {
		return false
	}
	if k := s.content.first; demandNoun(r.stem(k)) {
		if list, _ := r.parties(k+1, min(k+6, s.content.last)); len(list) > 0 && list[0].name != s.Name {
			return false // قال إن مطلب الجبهة غير مقبول
		}
	}
	if k := s.content.first; strings.HasPrefix(r.stem(k+1), "شروط") && !r.task(k) {
		return false // وضع ثلاثة شروط
	}
	if r.p.Word(s.content.first) == "عدم" {
		switch r.stem(s.content.first + 1) {
		case "استعداد", "رغبه", "قدره", "استجابه": // what others do not do is not itself asked for
			return false
		}
	}
	for k := s.content.first; k < s.content.last && k < s.content.first+3; k++ {
		switch r.p.Word(k) {
		case "لن":
			return false
		case "نحن", "علينا", "اننا", "حقها", "حقه", "حقهم", "موقفه", "موقفها", "مواقفه", "مواقفها", "بمواقفهما", "موقفيهما", "بموقفيهما", "بموقفه", "بموقفها", "شروطه", "شروطها", "شروطهم":
			return false
		case "هذا", "هذه":
			if r.word(k+1).entry != nil {
				return false
			}
		}
	}
	switch r.bare(max(0, s.cue.first)) {
	case "امر", "امرت", "اوامر", "وجه":
		return false
	}
	if r.ownMen(s) || r.invited(s.cue) || r.carriesNews(s) || r.convenes(s) || r.concluded(s) || r.describes(s) || s.Target == "" && r.courtesy(s.content) {
		return false
	}
	if s.content.last-s.content.first <= 3 && r.p.Mention(s.content.last-1) != nil || r.own(s.content) || r.insists(s) {
		return false
	}
	first := s.content.first
	return s.content.last-first > 3 || r.task(first) || r.imperfect(first) || r.prefixed(first) || r.p.Word(first) == "ضروره"
}

// invited reports whether the cue of a statement is an invitation that somebody follows and
// no call: «بدعوة من سالم», «تلبية لدعوة سالم», «بناء على الدعوة التي وجهتها الجبهة».
func (r *reader) invited(cue span) bool {
	k := max(0, cue.first)
	switch strings.TrimPrefix(strings.TrimPrefix(r.stem(k), "ب"), "ل") {
	case "دعوه", "دعوته", "دعوتها":
	case "طلب":
		return r.p.Word(k) == "بطلب" || r.p.Word(k-1) == "علي" && r.stem(k-2) == "بناء" // بناء على طلب سالم
	default:
		return false
	}
	if strings.HasPrefix(r.p.Word(k), "بدعو") && r.p.Word(k+1) == "من" || r.p.Word(k+1) == "التي" && strings.HasPrefix(r.p.Word(k+2), "وجه") {
		return true
	}
	switch r.stem(k - 1) {
	case "تلبيه", "تلبيته", "تلبيتها", "بناء", "قبول", "هذه":
		return true
	case "علي":
		return r.stem(k-2) == "بناء" || r.stem(k-2) == "ردا"
	}
	return false
}

// insists reports whether a statement only holds that something is so: «أصر على أن
// التجميد لا يشمل المدينة», where a noun follows أن and nothing says that it must be.
func (r *reader) insists(s *statement) bool {
	if !insisting(r.bare(max(0, s.cue.first))) {
		return false
	}
	c := s.content
	if r.owns(c) {
		return true // «أصرت الجبهة على مواصلة عملياتها»
	}
	if w := r.p.Word(c.first - 1); w != "ان" || strings.HasPrefix(r.bare(s.cue.first), "ب") {
		return false
	}
	if _, verb := r.finite(c.first); verb {
		return false
	}
	return !r.musts(c)
}

// own reports whether content speaks of what those who speak think or do: نعتقد،
// نؤكد على ضرورة.
func (r *reader) own(s span) bool {
	for k := s.first; k < s.last && k < s.first+7; k++ {
		switch r.p.Word(k) {
		case "نعتقد", "نوكد", "نري", "اعتقد", "نامل", "نواصل", "نعمل", "نكون":
			return true
		}
	}
	return false
}

// want records a demand once, however often it is told.
func (r *reader) want(d demand) {
	if c := &d.content; c.first+2 < c.last && r.task(c.first+1) && !r.prefixed(c.first+1) {
		switch strings.TrimPrefix(r.stem(c.first), "ب") {
		case "مطلب", "شرط":
			c.first++ // تمسكت بمطلب رحيل القوات
		}
	}
	r.received(&d)
	d.keys = r.keys(d.content)
	if len(d.keys) == 0 || r.thin(d.content) && !r.task(d.content.first) || r.contentSpan(d.content).Empty() {
		return
	}
	if d.answer == "" {
		d.answer = "none"
	}
	if r.p.InTitle(d.content.first) {
		r.titled = append(r.titled, d)
		return
	}
	for k := max(0, len(r.wants)-mostAlike); k < len(r.wants); k++ {
		o := &r.wants[k]
		if o.content.overlaps(d.content) || same(o.keys, d.keys) && min(len(d.keys), len(o.keys)) > 1 {
			if !o.content.overlaps(d.content) {
				o.also = append(o.also, r.contentSpan(d.content))
			}
			if o.of == "" {
				o.of = d.of
			}
			if o.answer == "none" && d.rule == ruleInVain {
				o.answer = d.answer
			}
			return
		}
	}
	r.wants = append(r.wants, d)
}

// thin reports whether content is one word that names nothing to be done: تعهدت بها.
func (r *reader) thin(s span) bool {
	return s.last-s.first == 1 && !r.action(s.first) && r.class(s.first) == ""
}

// speakerAt is who says what token i is part of, "" for the article itself.
func (r *reader) speakerAt(i int) string {
	if s := r.sayer(i); s != nil {
		return s.Name
	}
	return ""
}

// items cuts a list of nouns of action at each joined one: الانسحاب من … وإعادة … وإطلاق
// سراح ….
func (r *reader) items(s span) []span {
	var out []span
	from := s.first
	for k := s.first + 1; k < s.last; k++ {
		next := k
		if p := r.p; (p.Word(k) == "واخيرا" || p.Word(k) == "وايضا" || p.Word(k) == "وكذلك") && r.action(k+1) {
			next = k + 1
		} else if !r.joinedAction(k) {
			continue
		}
		out = append(out, span{from, k})
		from = next
	}
	return append(out, span{from, s.last})
}

// joinedAction reports whether token k is و and a noun of action.
func (r *reader) joinedAction(k int) bool {
	w := r.p.Word(k)
	if !strings.HasPrefix(w, "و") || r.p.Mention(k) != nil {
		return false
	}
	switch v := w[2:]; {
	case strings.HasPrefix(v, "ان") && len(v) == 4, v == "الا":
		return true
	}
	for _, rd := range r.readings(k) {
		if rd.Conj != 'w' || rd.Prep != 0 {
			continue
		}
		for _, s := range r.p.Lex.Senses(rd) {
			if s.Tense == arabic.Masdar {
				return true
			}
		}
	}
	return r.has(k, stemAction) || !strings.HasPrefix(w, "وال") && r.taskWord(k, w[2:]) // وصرف الرواتب
}

// actsLike reports whether a stem has the shape of a noun of action.
func actsLike(w string) bool { return stems.Of(w)&stemAction != 0 }

// obligation reads «على X أن …», «يتعين على X …», «يجب أن …» in the words of somebody who is
// not himself the one to do it.
func (r *reader) obligation(i int) bool {
	said := r.sayer(i)
	if said == nil || said.Name == "" || r.carriesNews(said) || r.explains(said) {
		return false
	}
	d, ok := r.dutyAt(i, said.content.last)
	if !ok || len(d.of) == 0 && !strings.Contains(r.p.Word(i), "علي") && !needful(trimWaw(r.p.Word(i))) || len(d.of) > 0 && d.of[0].name == said.Name {
		return false
	}
	r.want(demand{by: said.Name, of: joinNames(d.of), content: span{d.start, r.contentEnd(d.start, len(r.p.Tokens))}, rule: ruleObligation})
	return true
}

// needful reports whether w lays a duty even where it tells on nobody: «المطلوب هو وقف القتال».
func needful(w string) bool {
	switch w {
	case "المطلوب", "مفر", "مناص", "حان":
		return true
	}
	return false
}

// obliges reports whether على at token i lays a duty on somebody and does not
// complement a verb or noun before it.
func (r *reader) obliges(i int) bool {
	p := r.p
	if p.Tokens[i].Gap >= arabic.Line || p.Mark(i-1) {
		return true
	}
	switch w := p.Word(i - 1); w {
	case "لكن", "ولكن", "ان", "انه", "وان", "فان", "اصبح", "بات", "صار", "وبات", "واصبح", "لذلك", "لذا":
		return true
	}
	return false
}

// prefixed reports whether token k has ب or ل attached.
func (r *reader) prefixed(k int) bool {
	for _, rd := range r.readings(k) {
		if rd.Cut == 0 && rd.Kinds != 0 {
			return false
		}
		if rd.Kinds != 0 {
			return rd.Prep == 'b' || rd.Prep == 'l'
		}
	}
	w := r.p.Word(k)
	return strings.HasPrefix(w, "بال") || strings.HasPrefix(w, "لل")
}
