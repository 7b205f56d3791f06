package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

// bind is what a side has bound itself to, or what is said of keeping it.
type bind struct {
	by, to    string
	content   span
	keys      []string
	also      []text.Span
	status    string
	alleged   string
	condition span
	deadline  string
	rule      string
}

// commitments finds what sides bind themselves to: pledges, what they announce
// to go on doing, agreements told as deeds, declared truces; and what is said of
// keeping or breaking it.
func (r *reader) commitments() {
	for k := range r.said {
		r.pledged(&r.said[k])
	}
	for i := range r.p.Tokens {
		if !r.p.Body(i) || r.p.Tokens[i].Kind != arabic.Word {
			continue
		}
		if r.breach(i) || r.keeping(i) || r.committed(i) || r.agreed(i) {
			continue
		}
	}
	for k := range r.truces {
		if t := &r.truces[k]; t.event == "declared" && !t.title && len(t.parties) > 0 {
			r.bindTo(bind{by: joinNames(t.parties), content: span{t.at, t.evidence.last}, status: "made", rule: ruleTruceBind})
		}
	}
}

// bindTo records an undertaking once, however often it is told.
func (r *reader) bindTo(b bind) {
	b.keys = r.keys(b.content)
	if len(b.keys) == 0 || r.contentSpan(b.content).Empty() || r.p.InTitle(b.content.first) {
		return
	}
	for k := max(0, len(r.binds)-mostAlike); k < len(r.binds); k++ {
		o := &r.binds[k]
		if o.status != b.status {
			continue
		}
		if o.content.overlaps(b.content) || same(o.keys, b.keys) && min(len(o.keys), len(b.keys)) > 1 {
			if !o.content.overlaps(b.content) {
				o.also = append(o.also, r.contentSpan(b.content))
			}
			return
		}
	}
	if (b.rule == ruleConsent || b.rule == ruleBinding || b.rule == ruleAgreement) && !r.deed(b.content) {
		return
	}
	b.condition = r.conditionIn(b.content)
	r.binds = append(r.binds, b)
}

// deed reports whether content begins with something to be done: a noun of
// action, a verb, a truce, a body to be set up, an agreement or conditions.
func (r *reader) deed(s span) bool {
	for k := s.first; k < s.last && k < s.first+3; k++ {
		if r.action(k) || k == s.first && masdarShape(r.stem(k)) {
			return true
		}
		if _, ok := r.finite(k); ok {
			return true
		}
		switch r.class(k) {
		case lexicon.TalkTruce, lexicon.TalkOverseer, lexicon.TalkBind, lexicon.TalkMeeting, lexicon.TalkTruceCourse, lexicon.TalkRole:
			return true
		}
		if u := r.stem(k); u == "شروط" || u == "تعهدات" || u == "شرط" || strings.HasPrefix(u, "تعهد") {
			return true
		}
	}
	return false
}

// masdarShape reports whether a stem has the pattern of a noun of action of a
// derived verb: تفعيل، تفاعل، تفعل، إفعال، افتعال، استفعال، مفاعلة.
func masdarShape(w string) bool {
	r := []rune(strings.TrimPrefix(w, "ب"))
	n := len(r)
	switch {
	case n < 4:
		return false
	case r[0] == 'ت' && (n == 4 || n == 5 && (r[3] == 'ي' || r[2] == 'ا')):
		return true
	case r[0] == 'ا' && n >= 5 && n <= 7 && r[n-2] == 'ا':
		return true
	case r[0] == 'م' && n == 6 && r[2] == 'ا' && r[5] == 'ه':
		return true
	case r[n-1] == 'ه' && r[n-2] == 'ي' && n == 5: // حتمية
		return true
	}
	return false
}

// pledged takes statements in which a side binds itself: pledges, offers of its
// own readiness told as settled, and what it says it will go on doing.
func (r *reader) pledged(s *statement) {
	switch s.Act {
	case "pledge":
		if !r.faith(s.content) {
			r.bindTo(bind{by: s.Name, to: s.Target, content: s.content, status: "made", rule: rulePledge})
		}
	case "announce", "state", "expect", "propose":
		if k, ok := r.ownFuture(s); ok {
			r.bindTo(bind{by: s.Name, to: s.Target, content: span{k, r.contentEnd(k, s.content.last)}, status: "made", rule: ruleOwnFuture})
		}
	case "accept":
		if r.consents(s.cue) {
			r.bindTo(bind{by: s.Name, to: s.Target, content: s.content, status: "made", rule: ruleConsent})
		}
	}
}

// consents reports whether a cue binds who says it: وافق، قبل, and not رحب or أيد.
func (r *reader) consents(cue span) bool {
	for k := cue.first; k < cue.last; k++ {
		switch r.bare(k) {
		case "وافق", "وافقت", "وافقوا", "وافقا", "موافقه", "موافقته", "موافقتها", "الموافقه", "قبل", "قبلت", "قبلوا", "يوافق", "توافق":
			return true
		}
	}
	return false
}

// faith reports whether content says only that somebody is true to something:
// ملتزمة وواثقة.
func (r *reader) faith(s span) bool {
	for k := s.first; k < s.last && k < s.first+6; k++ {
		if w := r.stem(k); w == "واثقه" || w == "واثق" || w == "تبقي" || w == "يبقي" {
			return true
		}
	}
	return false
}

// ownFuture is where in a statement the speakers say that they will do or go on
// with something: سنواصل، سنتابع، ستواصل بلاده، مستعدون ل….
func (r *reader) ownFuture(s *statement) (int, bool) {
	p := r.p
	for k := s.content.first; k < s.content.last && k < s.content.first+60; k++ {
		w := strings.TrimPrefix(p.Word(k), "و")
		switch {
		case strings.HasPrefix(w, "سن") && len(w) >= 10 && goesOn(w[4:]):
			return k, true
		case (strings.HasPrefix(w, "ستواصل") || strings.HasPrefix(w, "سيواصل") || strings.HasPrefix(w, "ستستمر") || strings.HasPrefix(w, "سيستمر")) && k < s.content.first+6:
			if k > s.content.first && s.content.first+1 < k {
				return s.content.first, true
			}
			return k, true
		case (w == "مستعدون" || w == "مستعدين") && k < s.content.first+4:
			return k, true
		}
	}
	return 0, false
}

// goesOn reports whether w is a verb of going on or giving.
func goesOn(w string) bool {
	for _, v := range []string{"واصل", "تابع", "ستمر", "عمل", "لتزم", "وفر", "قدم", "دعم", "نفذ", "حترم", "سحب", "فرج", "سلم", "وقف"} {
		if strings.HasPrefix(w, v) {
			return true
		}
	}
	return false
}

// committed reads a noun or adjective of binding outside a statement's cue:
// «ملتزمة ب…»، «التزام … ب…»، «ضمانات … ب…»، «عزم … على …»، «تعهدات …».
func (r *reader) committed(i int) bool {
	p := r.p
	if r.isCue(i) || p.Mention(i) != nil {
		return false
	}
	w := r.stem(i)
	switch w {
	case "ملتزمه", "ملتزم", "ملتزمون", "التزام", "التزامه", "التزامها", "تعهد", "تعهده", "تعهدها", "ضمانات", "ضمانه", "تعهدات", "تعهدت", "تعهدوا", "عزم", "عزمه", "عزمها":
	default:
		return false
	}
	if r.demanded(i) || strings.HasPrefix(p.Word(i), "لل") || r.wanted(i) {
		return false
	}
	s := r.sentence(i)
	for k := i + 1; k < s.Last && k < i+8; k++ {
		u := p.Word(k)
		if stop(u) || u == "،" {
			return false
		}
		start := 0
		switch {
		case u == "ب" || u == "بـ" || u == "بان" || u == "بعدم":
			start = k + 1
		case r.prefixed(k) && strings.HasPrefix(u, "ب"):
			start = k
		case u == "علي" && strings.HasPrefix(w, "عزم") && r.action(k+1):
			start = k + 1
		case w == "تعهدات" && (u == "التي" || u == "قطعتها"):
			start = i
		}
		if start == 0 {
			continue
		}
		by := r.asker(i, arabic.Masdar)
		r.bindTo(bind{by: by, content: span{start, r.contentEnd(start, s.Last)}, status: "made", rule: ruleBinding})
		return true
	}
	return false
}

// demanded reports whether what stands before token i asks for it: «المطالبة
// بالالتزام» binds nobody yet.
func (r *reader) demanded(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if _, _, ok := r.speechWord(k, "demand"); ok {
			return true
		}
		if _, _, ok := r.speechWord(k, "reject"); ok {
			return true
		}
		if seeks(r.stem(k)) {
			return true
		}
	}
	return false
}

// wanted reports whether token i stands in what is demanded.
func (r *reader) wanted(i int) bool {
	for k := range r.wants {
		if r.wants[k].content.has(i) {
			return true
		}
	}
	return false
}

// agreed reads an agreement told as a deed: «اتفق X وY على …»، «تم الاتفاق على …»، «توصل
// إلى اتفاق ل…»، «ينص الاتفاق على …»، «وقع اتفاقا …».
func (r *reader) agreed(i int) bool {
	p := r.p
	w := r.stem(i)
	s := r.sentence(i)
	switch w {
	case "اتفق", "اتفقت", "اتفقا", "اتفقوا", "اتفقتا":
		return r.agreedOn(i, s.Last, r.agreeing(i))
	case "اتفاق", "اتفاقا", "اتفاقيه", "صفقه":
	case "وافق", "وافقت", "وافقوا", "وافقا":
		if r.isCue(i) {
			return false
		}
		return r.agreedOn(i, s.Last, r.agreeing(i))
	case "قبل", "قبلت", "قبلوا":
		if w != "قبل" || r.verbQabil(i) {
			return r.accepted(i, s.Last)
		}
		return false
	default:
		return false
	}
	done := r.closed(i)
	for k := i + 1; k < s.Last && k < i+18; k++ {
		u := p.Word(k)
		if stop(u) || opens(u) && u != "ان" || u == "فان" {
			break
		}
		if _, verb := r.finite(k); verb && r.class(k) == "" && !strings.HasPrefix(u, "يقضي") && !strings.HasPrefix(u, "ينص") && !strings.HasPrefix(u, "يتضمن") {
			break
		}
		switch {
		case (u == "علي" && (p.Word(k+1) == "ان" || r.action(k+1)) || u == "ب" || strings.HasPrefix(u, "يقضي") || strings.HasPrefix(u, "ينص")) && k+1 < s.Last:
			start := k + 1
			if u != "علي" {
				if p.Word(start) == "علي" {
					start++
				}
			} else if !done && r.class(i-1) != lexicon.TalkCourse && !concludes(p.Word(i-1)) {
				continue
			}
			if p.Word(start) == "ان" {
				start++
			}
			r.bindTo(bind{by: r.agreeing(i), content: span{start, r.contentEnd(start, s.Last)}, status: "made", rule: ruleAgreement})
			return true
		case done && strings.HasPrefix(u, "ل") && r.action(k) && r.prefixed(k):
			r.bindTo(bind{by: r.agreeing(i), content: span{k, r.contentEnd(k, s.Last)}, status: "made", rule: ruleAgreement})
			return true
		}
	}
	return false
}

// concludes reports whether w before «الاتفاق» says that it is made: ينص، تم، يجري.
func concludes(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "ينص", "نص", "تنص", "يجري", "تم", "جري", "يقضي":
		return true
	}
	return false
}

// closed reports whether the agreement named at token i is told as closed: وقع،
// أبرم، توصل إلى، تم التوصل.
func (r *reader) closed(i int) bool {
	for k := i - 1; k >= 0 && k >= i-14; k-- {
		if stop(r.p.Word(k)) {
			return false
		}
		switch w := strings.TrimPrefix(r.p.Word(k), "و"); w {
		case "قع", "قعت", "قعا", "قعوا", "وقع", "وقعت", "وقعا", "وقعوا", "ابرم", "ابرمت", "ابرما", "توصل", "توصلت", "توصلا", "توصلوا":
			return r.p.Word(k-1) != "لم" && r.p.Word(k-1) != "لن"
		case "التوصل":
			return r.p.Word(k-1) == "تم" || r.p.Word(k-1) == "جري"
		}
	}
	return false
}

// agreedOn reads what follows على after a verb of agreeing.
func (r *reader) agreedOn(i, lim int, by string) bool {
	p := r.p
	for k := i + 1; k < lim && k < i+20; k++ {
		w := p.Word(k)
		if stop(w) {
			return false
		}
		if w != "علي" {
			continue
		}
		start := k + 1
		if p.Word(start) == "ان" {
			start++
		}
		if p.Tokens[start].Kind == arabic.Quote {
			start++
		}
		if u := r.stem(start); u == "ضروره" || u == "اهميه" || u == "هامش" {
			return false
		}
		r.bindTo(bind{by: by, content: span{start, r.contentEnd(start, lim)}, status: "made", rule: ruleAgreement})
		return true
	}
	return false
}

// accepted reads «قبل X شروطا …».
func (r *reader) accepted(i, lim int) bool {
	list, next := r.parties(i+1, min(i+8, lim))
	if len(list) == 0 || next >= lim {
		return false
	}
	for k := next; k < next+3 && k < lim; k++ {
		switch w := r.stem(k); w {
		case "شروط", "شروطا", "شرط", "مطالب", "اقتراح", "مقترح", "هدنه", "وقف", "مبادره", "خطه":
			r.bindTo(bind{by: joinNames(list), content: span{next, r.contentEnd(next, lim)}, status: "made", rule: ruleConsent})
			return true
		}
	}
	return false
}

// agreeing are those who agree with the verb or noun at token i.
func (r *reader) agreeing(i int) string {
	p := r.p
	var all []party
	if list, next := r.after(i, min(i+16, len(p.Tokens))); len(list) > 0 {
		all = append(all, list...)
		for k := next; k < next+3 && k < len(p.Tokens); k++ {
			if p.Word(k) == "مع" || p.Word(k) == "بين" {
				more, _ := r.parties(k+1, min(k+12, len(p.Tokens)))
				all = append(all, more...)
			}
		}
		return joinNames(all)
	}
	if list := r.beforeVerb(i, 0); len(list) > 0 {
		return joinNames(list)
	}
	for k := i - 1; k >= 0 && k > i-14; k-- {
		if _, ok := r.finite(k); ok {
			if list, _ := r.after(k, i); len(list) > 0 {
				return joinNames(list)
			}
			break
		}
	}
	return r.speakerAt(i)
}

// joinNames joins the names of sides with و.
func joinNames(list []party) string {
	names := make([]string, 0, len(list))
	for _, q := range list {
		names = append(names, q.name)
	}
	return strings.Join(names, " و")
}

// breach reads an alleged or denied breach: «أخلت بالتزاماتها»، «فشلت في الوفاء
// بالتزاماتها»، «انتهاك وقف إطلاق النار»، «لم تلتزم بذلك»، «أنهت من جانب واحد».
func (r *reader) breach(i int) bool {
	p := r.p
	s := r.sentence(i)
	from, to := 0, 0
	switch c := r.class(i); {
	case c == lexicon.TalkBreach:
		from, to = i, r.boundBy(i, s.Last)
	case c == lexicon.TalkKeep:
		if k, ok := r.before(i, 4, span{s.First, i}, func(k int) bool {
			v, ok := r.is(k, lexicon.TalkCourse)
			return ok && v == "collapsed" || p.Word(k) == "عدم" || p.Word(k) == "لم"
		}); ok {
			from, to = k, r.boundBy(i, s.Last)
		}
	case c == lexicon.TalkTruceCourse && (r.talk[i].entry.Value == "violation-alleged" || r.talk[i].entry.Value == "collapsed"):
		if k, ok := r.truceAfter(i, 8); ok {
			from, to = i, r.talk[k].last
		}
	}
	if w := r.stem(i); w == "انهي" || w == "انهت" || w == "انهوا" {
		if k, ok := r.truceAfter(i, 8); ok {
			from, to = i, r.talk[k].last
		}
	}
	if strings.HasPrefix(r.stem(i), "تنصل") {
		from, to = i, r.boundBy(i, s.Last)
	}
	if to == 0 || from >= to {
		return false
	}
	said := r.sayer(i)
	if said == nil {
		return false
	}
	b := bind{content: span{from, to}, status: "breach-alleged", alleged: said.Name, rule: ruleBreach}
	if said.Act == "deny" {
		b.status, b.by, b.rule = "breach-denied", said.Name, ruleBreachDenied
	} else if said.Act == "accuse" && said.Target != "" {
		b.by = said.Target
	} else if list, _ := r.after(from, to); len(list) > 0 {
		b.by = list[0].name
	} else if list := r.beforeVerb(from, 0); len(list) > 0 {
		b.by = list[0].name
		b.content.first = list[0].at.first
	}
	r.bindTo(b)
	return true
}

// boundBy is the token after the word for what was bound (التزامات، تعهدات، اتفاق،
// هدنة) that the word at token i takes, 0 where none stands near.
func (r *reader) boundBy(i, lim int) int {
	for k := i + 1; k < lim && k < i+7; k++ {
		c := r.class(k)
		if c == lexicon.TalkBind || c == lexicon.TalkTruce {
			return r.contentEnd(k, lim)
		}
		if w := r.p.Word(k); strings.Contains(w, "التزام") || strings.Contains(w, "تعهد") {
			return r.contentEnd(k, lim)
		}
	}
	return 0
}

// truceAfter finds a noun for a truce within n tokens after token i.
func (r *reader) truceAfter(i, n int) (int, bool) {
	for k := i + 1; k < len(r.talk) && k <= i+n; k++ {
		if r.class(k) == lexicon.TalkTruce {
			return k, true
		}
		if stop(r.p.Word(k)) {
			break
		}
	}
	return 0, false
}

// keeping reads that what was agreed is carried out: «استكمال انسحاب …»، «أوفت بتعهدها»،
// «تم تنفيذ …», where the article tells of something agreed or of a truce.
func (r *reader) keeping(i int) bool {
	if len(r.truces) == 0 && len(r.binds) == 0 {
		return false
	}
	p := r.p
	s := r.sentence(i)
	switch w := r.stem(i); w {
	case "استكمال", "اكمال", "اتمام", "استكمل", "استكملت", "اكمل", "اكملت":
		if i+1 < s.Last && r.action(i+1) && !r.demanded(i) {
			r.bindTo(bind{by: r.agreeing(i + 1), content: span{i, r.contentEnd(i, s.Last)}, status: "kept", rule: ruleKeeping})
			return true
		}
	case "ازاله", "فتح", "سحب", "انسحاب", "اطلاق":
		if said := r.sayer(i); said != nil && said.content.first == i && said.Act == "state" && said.Mode == "indirect" && len(r.truces) > 0 && !r.verbal(said.content) {
			r.bindTo(bind{content: said.content, status: "kept", rule: ruleKeeping})
			return true
		}
	}
	if r.class(i) == lexicon.TalkKeep && p.Word(i-1) != "لم" && !r.demanded(i) {
		if t, ok := r.finite(i); ok && t == arabic.Past {
			if to := r.boundBy(i, s.Last); to > 0 {
				r.bindTo(bind{by: r.agreeing(i), content: span{i, to}, status: "kept", rule: ruleKeeping})
				return true
			}
		}
	}
	return false
}

// verbal reports whether a finite verb stands in s.
func (r *reader) verbal(s span) bool {
	for k := s.first; k < s.last; k++ {
		if _, ok := r.finite(k); ok {
			return true
		}
	}
	return false
}

// conditionIn are the words of content that make it depend on something.
func (r *reader) conditionIn(s span) span {
	for k := s.first + 1; k < s.last; k++ {
		switch r.p.Word(k) {
		case "بشرط", "شريطه", "شرط", "حالما", "اذا", "مقابل", "طالما":
			return span{k, s.last}
		case "في":
			if r.p.Word(k+1) == "حال" {
				return span{k, s.last}
			}
		}
	}
	return span{}
}

func (r *reader) emitBinds() {
	for n, b := range r.binds {
		f := fact.Commitment{By: b.by, To: b.to, Status: b.status, AllegedBy: b.alleged, Rule: b.rule}
		c := r.contentSpan(b.content)
		f.Content = append([]text.Span{c}, b.also...)
		if n < mostEchoes {
			f.Content = append(f.Content, r.echoes(c)...)
		}
		f.Content = distinct(f.Content)
		if !b.condition.empty() {
			f.Condition = r.spans([]span{b.condition})
		}
		f.Deadline = r.deadline(b.content)
		r.p.Reading.Commitments = append(r.p.Reading.Commitments, f)
	}
}

// deadline is the day by which content is to be done: قبل، بحلول، في موعد أقصاه.
func (r *reader) deadline(s span) string {
	p := r.p
	for k := s.first + 1; k < s.last; k++ {
		d := p.Date(k)
		if d == nil || d.EDTF == "" {
			continue
		}
		for j := k - 1; j >= s.first && j >= k-4; j-- {
			if w := p.Word(j); w == "قبل" || w == "بحلول" || w == "حتي" || w == "اقصاه" {
				return d.EDTF
			}
		}
	}
	return ""
}
