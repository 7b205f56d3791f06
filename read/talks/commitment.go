package talks

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/text"
)

// bind is what a side has bound itself to, or what is said of keeping it.
type bind struct {
	by, to    string
	content   span
	keys      []key
	also      []text.Span
	status    string
	alleged   string
	condition span
	rule      string
}

// commitments finds what sides bind themselves to: pledges, what they announce
// to go on doing, agreements told as deeds, declared truces; and what is said of
// keeping or breaking it.
func (r *reader) commitments() {
	for k := range r.said {
		r.pledged(&r.said[k])
	}
	for _, h := range r.hits {
		i, on := h.at, h.on
		if on&onBreach != 0 && r.breach(i) || on&onKeeping != 0 && r.keeping(i) || on&onBinding != 0 && r.committed(i) {
			continue
		}
		if on&onAgreement != 0 {
			r.agreed(i)
		}
	}
	for k := range r.said {
		r.termsToo(&r.said[k])
	}
	for k := range r.truces {
		t := &r.truces[k]
		if t.event == "violation-alleged" && r.class(t.at) == "" && len(t.parties) == 1 { // going on to attack in a truce
			r.bindTo(bind{by: t.parties[0].name, content: t.evidence, status: "breach-alleged", alleged: t.alleged, rule: ruleBreach})
		}
		if t.event == "declared" && !t.title && !t.terms && len(t.parties) > 0 && !r.mutual(t.at) && !r.boundBefore(k) {
			r.bindTo(bind{by: joinNames(t.parties), content: span{t.at, min(t.evidence.last, r.contentEnd(t.at, t.evidence.last))}, status: "made", rule: ruleTruceBind})
		}
	}
}

// bindTo records an undertaking once, however often it is told.
func (r *reader) bindTo(b bind) {
	b.keys = r.keys(b.content)
	if len(b.keys) == 0 || r.thin(b.content) || r.contentSpan(b.content).Empty() || r.p.InTitle(b.content.first) {
		return
	}
	for k := max(0, len(r.binds)-mostAlike); k < len(r.binds); k++ {
		o := &r.binds[k]
		if o.status != b.status {
			continue
		}
		if o.content.overlaps(b.content) || same(o.keys, b.keys) && min(len(o.keys), len(b.keys)) > 1 || b.by != "" && o.by == b.by && r.ceasesFire(o.content) && r.ceasesFire(b.content) {
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
	if (b.rule == rulePledge || b.rule == ruleOwnFuture) && (r.wages(b.content) || r.offers(b)) {
		return
	}
	r.binds = append(r.binds, b)
}

// wages reports whether content is to go on fighting, which binds nobody: «سيواصل عملياته
// العسكرية», «تكثيف هجماتهم».
func (r *reader) wages(s span) bool {
	for k := s.first; k < s.last && k < s.first+4; k++ {
		if ceases(r.stem(k)) || willCease(r.p.Word(k)) {
			return false
		}
		if w := root(r.stem(k)); fights(w) {
			return w != "عمليات" || r.stem(k) != w || strings.HasPrefix(r.stem(k+1), "عسكري") || strings.HasPrefix(r.stem(k+1), "قتالي")
		}
	}
	return false
}

// offers reports whether b is a readiness to do something for something else: «استعدادهم لوقف
// القتال مقابل الانتخابات».
func (r *reader) offers(b bind) bool {
	return strings.HasPrefix(r.stem(b.content.first), "استعداد") && !b.condition.empty() && r.p.Word(b.condition.first) == "مقابل"
}

// deed reports whether content begins with something to be done: a noun of
// action, a verb, a truce, a body to be set up, an agreement or conditions.
func (r *reader) deed(s span) bool {
	for k := s.first; k < s.last && k < s.first+3; k++ {
		if r.action(k) || k == s.first && (masdarShape(r.stem(k)) || r.joinedTask(k)) {
			return true
		}
		if _, ok := r.finite(k); ok {
			return true
		}
		switch r.class(k) {
		case lexicon.TalkTruce, lexicon.TalkOverseer, lexicon.TalkBind, lexicon.TalkMeeting, lexicon.TalkTruceCourse, lexicon.TalkRole:
			return true
		}
		if u := r.stem(k); u == "شروط" || u == "امن" || u == "بامن" || u == "سلامه" || u == "تعهدات" || u == "شرط" || strings.HasPrefix(u, "تعهد") {
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
	if c := s.content; s.Act == "announce" && r.ownConsent(&c) {
		if c = r.offered(c); !r.putsOff(c.first) {
			r.bindTo(bind{by: r.speakingFor(s), content: c, status: "made", rule: ruleConsent})
		}
		return
	}
	if s.Act == "announce" && r.ownEnd(s) {
		r.bindTo(bind{by: r.speakingFor(s), to: s.Target, content: s.content, status: "made", rule: ruleOwnEnd})
		return
	}
	switch s.Act {
	case "pledge":
		if !r.faith(s.content) && !r.tested(s.cue.first) {
			r.bindParts(bind{by: r.boundSide(s, s.content), to: r.owedTo(s), content: s.content, status: "made", rule: rulePledge}, false)
		}
	case "announce", "state", "expect", "propose":
		if k, ok := r.ownFuture(s); ok {
			c := span{k, r.contentEnd(k, s.content.last)}
			by := r.boundSide(s, c)
			if r.paper(s.speaker.first) {
				by = r.provided(k, c.last) // بحسب الاتفاق، ستنسحب القوات
			}
			r.bindTo(bind{by: by, to: s.Target, content: c, status: "made", rule: ruleOwnFuture})
		}
	case "accept":
		if c, by := s.content, s.Name; r.consents(s.cue) || r.ownConsent(&c) {
			c = r.offered(c)
			if who := r.provided(c.first, c.last); who != "" && c.first != s.content.first {
				by = who
			}
			if !r.putsOff(c.first) {
				r.bindTo(bind{by: by, to: s.Target, content: c, status: "made", rule: ruleConsent})
			}
		}
	}
}

// consents reports whether a cue binds who says it: وافق، قبل, and not رحب or أيد.
func (r *reader) consents(cue span) bool {
	for k := cue.first; k < cue.last; k++ {
		if r.subjunctive(k) || r.pending(k) || r.hypothetical(k) {
			return false
		}
		switch r.bare(k) {
		case "الاخضر": // أعطى الضوء الأخضر ل
			return true
		case "رضخ", "رضخت", "رضخوا", "اذعن", "اذعنت", "اذعنوا", "استجاب", "استجابت", "استجابوا",
			"وافق", "وافقت", "وافقوا", "وافقا", "موافقه", "موافقته", "موافقتها", "الموافقه", "قبل", "قبلت", "قبلوا", "يوافق", "توافق":
			return true
		}
	}
	return false
}

// faith reports whether content says only that somebody is true to something:
// ملتزمة وواثقة، تمسكها بالهدنة.
func (r *reader) faith(s span) bool {
	if strings.HasPrefix(r.stem(s.first), "تمسك") {
		return true
	}
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
	first := s.content.first
	for k := first; k < s.content.last && k < first+60; k++ {
		switch {
		case !r.has(k, wordGoesOn|wordWillGoOn|wordReady|wordWillGive):
		case r.has(k, wordWillGive):
			if k < first+8 && r.yieldsIn(s, k) {
				return first, true
			}
		case r.has(k, wordGoesOn):
			return k, true
		case r.has(k, wordWillGoOn) && k < first+6:
			if c := r.class(k - 1); k > first && (c == lexicon.TalkMeeting || c == lexicon.TalkTruce) {
				return 0, false // أن الاجتماعات ستستمر
			}
			if k > first && strings.HasPrefix(trimWaw(r.p.Word(k))[4:], "ستمر") && r.namedBound(s.content) == "" && !r.forState(s.content) {
				return 0, false // أن الحظر سيستمر
			}
			if k > first+1 {
				return first, true
			}
			return k, true
		case r.has(k, wordReady) && k < first+4:
			return k, true
		}
	}
	return 0, false
}

// ownMen reports whether w (a stem) names those whom somebody commands.
func ownMen(w string) bool {
	switch w {
	case "قواته", "قواتها", "قواتنا", "مقاتليه", "مقاتليها", "رجاله", "رجالها", "جنوده", "جنودها", "عناصره", "عناصرها", "مسلحيه", "مسلحيها", "انصاره", "انصارها", "اتباعه":
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
		if r.has(k, stemSeeks) {
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
		f.Guarantor = joinNames(r.sureties(b.content))
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
