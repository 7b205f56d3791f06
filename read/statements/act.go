package statements

import (
	"slices"
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// act says what the words do: the frame's or the verb's own act, and for verbs
// that only report, what the content does (GUIDE: by what the words do, not by
// the verb alone).
func (r *reader) act(d *draft) string {
	act := d.act
	if act == "" && d.cue.verb != nil {
		act = d.cue.verb.Act
	}
	if act == "" || act == "pledge" && (strings.HasSuffix(d.cue.bytes.In(r.p.Source), "عدّ") || d.cue.verb.Past == "وعد" && !d.weak && phrases.Demonstrative(r.p.Word(d.first))) {
		act = "state" // «وعدّ أن»: deems, and does not promise
	}
	if act == "accept" && r.negated(d.cue.first) {
		return "reject" // لا توافق على
	}
	if act == "state" && d.cue.verb != nil && d.cue.verb.Act == "demand" && r.p.Word(d.first-1) == "ان" && r.present(d.first) && !r.is(d.first, isBareNoun) {
		return "demand" // «أصر على أن يغادر الجنود»
	}
	if act == "reject" && d.cue.verb.Past == "مانع" && r.negated(d.cue.first) {
		return "accept" // لا يمانع
	}
	if act == "reject" && d.cue.verb.Past == "استبعد" && r.negated(d.cue.first) {
		return "expect" // لم يستبعد
	}
	if act == "praise" && r.counts(d) { // تقدر الأمم المتحدة القتلى بكذا: an estimate
		return "state"
	}
	if act == "announce" && d.speaker.kind == "unnamed" && r.casualties(d) {
		return "state"
	}
	if act == "pledge" && d.weak && r.harms(d) {
		return "threaten" // «تعهد بمواصلة القتال»
	}
	if act != "state" && act != "announce" {
		return act
	}
	if act == "state" && d.weak && stem(r.p.Word(d.first)) != "" && strings.HasPrefix(r.p.Word(d.first), "تمسك") && r.p.Has(d.first, page.Suffixed) {
		return r.clings(d)
	}
	describes := d.cue.verb != nil && (d.cue.verb.Class == "describe" || d.cue.verb.Class == "claim")
	if inner := r.contentAct(d, describes); inner != "" && !(act == "announce" && inner == "expect") {
		return inner
	}
	return act
}

// counts reports whether a number stands in the content.
func (r *reader) counts(d *draft) bool {
	for k := d.first; k < d.last; k++ {
		switch w := r.p.Word(k); {
		case w != "" && w[0] >= '0' && w[0] <= '9', w == "الاف", w == "الف", w == "مليون", w == "ملايين", w == "مليار", w == "مييه", w == "مييات", w == "ميات":
			return true
		}
	}
	return false
}

// contentAct reads the act off the first words of the content, "" where they only
// assert. Modals and first verbs decide before words of blame further on.
func (r *reader) contentAct(d *draft, describes bool) string {
	p := r.p
	if act := r.performs(d); act != "" {
		return act
	}
	if r.denied(d) {
		return "deny"
	}
	n := 0
	later := ""
	for k := d.first; k < d.last && n < 30; k++ {
		if p.Mark(k) {
			continue
		}
		if r.is(k, isSignal) {
			if s, ok := signalOf(p, k); ok && n < s.Within && (!s.Judgement || describes) && !r.negated(k) {
				switch {
				case s.Act == "accuse" || s.Judgement:
					if later == "" {
						later = s.Act
					}
				case s.Act == "demand" && strings.HasPrefix(p.Word(k), "علي") && !r.duty(d, k):
				case s.Act == "pledge" && r.goesOnByItself(d, k):
				case s.Act == "propose" && n > 0 && !r.is(d.first, isOwn) && !p.Named(d.first) && r.document(span{d.first, d.first + 1}): // «الوثيقة جاهزة»
				default:
					return s.Act
				}
			}
		}
		if r.is(k, isModal|isFuture) {
			if act := r.modal(d, k, n); act != "" {
				return act
			}
		}
		n++
	}
	switch {
	case later != "":
		return later
	case r.blames(d), r.attacked(d):
		return "accuse"
	case r.doneByOwn(d):
		return "announce"
	}
	return ""
}

// performs is the act of the verb of position that heads the content in the present with
// the speaker as its subject: «قال إنه يناشد الأطراف», «إن بلاده ترفض».
func (r *reader) performs(d *draft) string {
	k := d.first
	if d.rule == "statements.nominal" {
		return "" // «بحجة أنها تدعم المتمردين»: of others
	}
	if r.is(k, isQuote) {
		k++
	}
	if r.is(k, isOwn) {
		k++
	} else if w := r.p.Word(d.first - 1); w != "انه" && w != "انها" && w != "انهم" && w != "بانه" && w != "بانها" {
		return ""
	}
	if k >= d.last || !r.p.Has(k, page.Speech) {
		return ""
	}
	for _, c := range r.cues(k) {
		if c.Tense == arabic.Present && c.reading.Conj == 0 && c.reading.Prep == 0 && c.reading.Pronoun == "" && c.verb.Act != "state" && (takesPosition(c.verb.Class) || c.verb.Class == "praise") {
			return c.verb.Act
		}
	}
	return ""
}

// signalOf is what the word at token k tells, with its particles and pronoun off if
// need be.
func signalOf(p *page.Page, k int) (lexicon.Signal, bool) {
	w := p.Word(k)
	if s, ok := p.Lex.Signal(w); ok {
		return s, true
	}
	if v := stemAt(p, k); v != w {
		if s, ok := p.Lex.Signal(v); ok && s.Within > 12 {
			return s, true
		}
	}
	for _, pron := range [...]string{"ها", "هم", "ه"} {
		if rest, cut := strings.CutSuffix(w, pron); cut && len(rest) >= 8 {
			if s, ok := p.Lex.Signal(rest); ok && (s.Within > 12 || s.Act == "demand" && strings.HasPrefix(rest, "ن")) {
				return s, true // «نناشدهم»
			}
		}
	}
	return lexicon.Signal{}, false
}

// negated reports whether a negation stands right before token k.
func (r *reader) negated(k int) bool {
	switch r.p.Word(k - 1) {
	case "لا", "لم", "لن", "ولم", "ولن", "ليس", "ليست", "ولا", "عدم":
		return true
	case "علي", "في":
		w := r.p.Word(k - 2)
		return w == "ليس" || w == "ليست" || w == "ليسوا"
	}
	return false
}

// modal reads futures, negations and possibilities at token k, the n-th word.
func (r *reader) modal(d *draft, k, n int) string {
	p := r.p
	w := p.Word(k)
	switch w {
	case "علي":
		if n == 0 && r.duty(d, k) {
			return "demand"
		}
	case "لا", "ولا", "لم", "غير":
		if act := r.byNegation(k, n); act != "" {
			return act
		}
	case "المهم", "الضروري":
		if p.Word(k-1) == "من" || p.Word(k-1) == "فمن" {
			return "demand"
		}
	case "قد":
		if n < 8 && k+1 < d.last && r.present(k+1) {
			return r.whatMayCome(d)
		}
	case "يمكن", "بالامكان":
		if n < 3 {
			return "expect"
		}
	case "لن":
		if n < 5 {
			return r.never(d, k)
		}
	case "سوف":
		if n < 9 {
			return r.future(d, k, n)
		}
	}
	if n < 9 && r.will(k) {
		return r.future(d, k, n)
	}
	return ""
}

// byNegation is what the negation at token k, the n-th word, does by the word after it: «لا أساس
// له من الصحة», «لا بد», «غير مقبول»; "" where it only denies that something is.
func (r *reader) byNegation(k, n int) string {
	v := r.p.Word(k + 1)
	switch r.p.Word(k) {
	case "لا", "ولا":
		switch {
		case v == "اساس" && n < 10, v == "صحه" && n < 4:
			return "deny"
		case v == "بد" && n < 6:
			return "demand"
		case n < 5 && (v == "تقبل" || v == "يقبل" || v == "نقبل" || v == "رجعه" || v == "مكان" || v == "يقبلون"):
			return "reject"
		}
	case "لم":
		if n < 5 && (v == "يقبل" || v == "تقبل" || v == "نقبل" || v == "يوافق" || v == "توافق") {
			return "reject"
		}
	case "غير":
		if strings.HasPrefix(v, "مقبول") || v == "المقبول" {
			return "reject"
		}
		if s, ok := r.p.Lex.Signal(v); ok && s.Judgement && n < 14 {
			return "criticise"
		}
		if n < 14 && (strings.HasPrefix(v, "صحيح") || v == "دقيق" || v == "دقيقه") {
			return "deny"
		}
	}
	return ""
}

// never tells what a «لن» does: a refusal bound to a condition, a threat, or a
// decision made known; of others it says what will be.
func (r *reader) never(d *draft, k int) string {
	p := r.p
	conditional, refusing := false, false
	for j := k + 1; j < d.last && j < k+16; j++ {
		switch p.Word(j) {
		case "اذا", "لو":
			conditional = true
		case "قبل", "دون", "بدون", "الا":
			refusing = true
		}
	}
	own := k == d.first || r.ownSide(d, k) || k == d.first+1 && !r.others(d)
	switch {
	case own && !conditional && consents(p.Word(k+1)):
		return "reject" // «بلاده لن تقبل بالتقسيم»
	case own && refusing:
		return "reject"
	case own && conditional:
		return "threaten"
	case own:
		return "announce"
	}
	return "expect"
}

// consents reports whether w (folded) is a verb by which somebody lets a thing be.
func consents(w string) bool {
	switch w {
	case "تقبل", "يقبل", "نقبل", "اقبل", "يقبلوا", "توافق", "يوافق", "نوافق", "اوافق", "يوافقوا", "تسمح", "يسمح", "نسمح", "اسمح", "يسمحوا", "ترضخ", "يرضخ", "نرضخ", "تعترف", "يعترف", "نعترف",
		"تتخلي", "يتخلي", "نتخلي", "اتخلي", "يتخلوا", "تتنازل", "يتنازل", "نتنازل", "اتنازل", "يتنازلوا", "تتراجع", "يتراجع", "نتراجع", "اتراجع", "يتراجعوا", "تفرط", "يفرط", "نفرط", "تساوم", "يساوم", "نساوم":
		return true
	}
	return false
}

// present reports whether token k may be a verb in the present.
func (r *reader) present(k int) bool {
	w := r.p.Word(k)
	for _, kind := range []lexicon.Kind{lexicon.SpeechWord, lexicon.DeedWord} {
		if _, _, past := r.p.Find(k, kind, func(rd lexicon.Reading, s lexicon.Sense) bool { return s.Tense == arabic.Past && rd.Cut == 0 }); past {
			return false
		}
	}
	return len(w) >= 6 && (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت")) && r.p.Mention(k) == nil
}

// will reports whether token k is a verb with the future particle.
func (r *reader) will(k int) bool { return r.is(k, isFuture) && !r.p.Named(k) && !r.p.Dated(k) }

// future tells an announcement of the speaker's own side, or of a visit or meeting
// that officials have planned, from an expectation of others' doings and from a
// warning.
func (r *reader) future(d *draft, k, n int) string {
	switch r.p.Word(k) {
	case "ستدفع", "سيدفع", "سيدفعون", "فستدفع", "فسيدفع":
		if w := r.p.Word(k + 1); w == "الثمن" || w == "ثمن" || w == "ثمنا" {
			return "threaten"
		}
	case "سترد", "سيرد", "سنرد", "سيردون":
		switch r.p.Word(k + 1) {
		case "بقوه", "بحزم", "بقسوه", "بشده", "بعنف":
			return "threaten"
		}
	case "ستكون", "سيكون", "ستبقي", "سيبقي", "ستظل", "سيظل", "ستصبح", "سيصبح":
		return r.whatMayCome(d)
	}
	if n == 0 || r.ownSide(d, k) {
		if r.unless(d, k) {
			return "threaten" // «حكومته ستستأنف القتال ما لم تنسحب الحركة»
		}
		return "announce"
	}
	if d.speaker.kind != "unnamed" && r.planned(k) && !r.believes(d) && !r.foreign(d, k) && !r.relays(d.speaker) && stem(r.p.Word(d.speaker.phrase.first)) != "وسايل" && (d.cue.verb == nil || d.cue.verb.Class != "claim" && d.cue.verb.Class != "expect") {
		return "announce"
	}
	return r.whatMayCome(d)
}

// foreign reports whether who is named before token k serves another country or body
// of nations than the speaker, who then only tells of his journeys.
func (r *reader) foreign(d *draft, k int) bool {
	by := r.p.Actor(d.speaker.actor)
	if by == nil || r.is(d.first, hasConj) {
		return false // «إنه والوزير سيلتقيان»
	}
	for i := d.first; i < k; i++ {
		m := r.p.Mention(i)
		if m == nil || m.Type == fact.Location {
			continue
		}
		of := r.p.Actor(m.Actor)
		if of == nil || of.ID == by.ID {
			return false
		}
		if world(of.Sector) || world(by.Sector) {
			return !world(by.Sector)
		}
		return of.Country != "" && by.Country != "" && of.Country != by.Country
	}
	return false
}

// world reports whether a sector is that of bodies of nations.
func world(sector string) bool { return sector == "UNO" || sector == "IGO" }

// believes reports whether a noun of belief stands between the verb and the content: «أعرب
// عن اعتقاده بأن».
func (r *reader) believes(d *draft) bool {
	for k := d.cue.last; k < d.zone.last && k < d.cue.last+12; k++ {
		switch w := r.p.Word(k); {
		case strings.HasPrefix(w, "اعتقاد"), strings.HasPrefix(w, "قناعت"), strings.HasPrefix(w, "ثقت"), strings.HasPrefix(w, "ظن"):
			return true
		}
	}
	return false
}

// planned reports whether the verb at token k is one of visits, meetings and
// journeys.
func (r *reader) planned(k int) bool {
	_, _, ok := r.p.Find(k, lexicon.DeedWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return rd.Prep == 's' && r.p.Lex.Deeds[s.Entry].Class == "CONSULT"
	})
	return ok
}

// whatMayCome is a warning where a danger is named, else an expectation.
func (r *reader) whatMayCome(d *draft) string {
	for k := d.first; k < d.last && k < d.first+25; k++ {
		switch r.p.Word(k) {
		case "خطيرا", "خطير", "خطيره", "خطر", "كارثه", "عواقب", "الظلام", "مواجهه", "تدهور", "انهيار", "مخاطر", "فوضي", "الفوضي", "تهميشهم":
			return "warn"
		case "حرب":
			if r.p.Word(k+1) == "شامله" || r.p.Word(k+1) == "اهليه" {
				return "warn"
			}
		}
	}
	return "expect"
}

// ownSide reports whether the subject before token k is the speaker's side: his
// name, his country or body, or a word with his pronoun (بلاده، وفده).
func (r *reader) ownSide(d *draft, k int) bool {
	p := r.p
	for i := d.first; i < k; i++ {
		if m := p.Mention(i); m != nil {
			if m.Actor != "" && m.Actor == d.speaker.actor || r.inSpeaker(d, m) {
				return true
			}
		}
		if r.is(i, isOwn) {
			return true
		}
	}
	return k > d.first && k < d.first+6 && !r.is(d.first, isAttached) && r.ofOwnNation(d, span{d.first, k})
}

// ofOwnNation reports whether the subject of the content, s, is told by the adjective of the
// speaker's nation as one of its sides: «الجانب الميرادي» as its president tells of it.
func (r *reader) ofOwnNation(d *draft, s span) bool {
	switch stem(r.p.Word(s.first)) {
	case "جانب", "طرف", "حكومه", "دوله", "وفد", "شعب", "جيش", "قياده", "سلطه", "قوات", "رياسه", "جمهوريه":
	default:
		return false
	}
	for _, id := range r.nisbas(s).ids {
		if a := r.p.Actor(d.speaker.actor); a != nil && strings.EqualFold(a.Country, id) || slices.Contains(r.nisbas(d.speaker.phrase).ids, id) {
			return true
		}
	}
	return false
}

// inSpeaker reports whether the speaker's own phrase names m.
func (r *reader) inSpeaker(d *draft, m *fact.Mention) bool {
	for i := d.speaker.phrase.first; i < d.speaker.phrase.last; i++ {
		if o := r.p.Mention(i); o != nil && o.Actor == m.Actor {
			return true
		}
	}
	return false
}

// modality says whether the words tell of what is, will be, may be or is not.
func (r *reader) modality(d *draft) string {
	p := r.p
	for k := d.first; k < d.last && k < d.first+10; k++ {
		switch p.Word(k) {
		case "لن", "لم", "ليس", "ليست", "لا":
			return "negated"
		case "قد", "ربما":
			if k+1 < d.last && r.present(k+1) {
				return "hypothetical"
			}
		case "سوف":
			return "future"
		case "يمكن", "بالامكان", "الممكن", "المحتمل", "يحتمل":
			if !r.negated(k) && !p.Has(k-1, page.Relative) {
				return "hypothetical"
			}
		case "المتوقع", "المقرر", "المنتظر", "المرتقب", "المزمع":
			if v := p.Word(k - 1); v == "من" || v == "ومن" {
				return "future"
			}
		}
		if r.will(k) {
			return "future"
		}
		if phrases.FiniteVerb(p, k) {
			break
		}
	}
	return "asserted"
}
