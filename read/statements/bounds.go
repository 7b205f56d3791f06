package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// subjectStart passes over what may stand between a verb and its subject: a
// date, «فيه», «أيضا», a medium.
func (r *reader) subjectStart(k, lim int) int {
	p := r.p
	for j := k; j < lim && j < k+8; j++ {
		switch w := p.Word(j); {
		case p.Date(j) != nil, w == "ايضا", w == "كذلك", w == "فيه", w == "فيها", w == "له", w == "لها", w == "بدوره", w == "بدورها", w == "عليه", w == "به", w == "بها", w == "مجددا", w == "امس", w == "اليوم", w == "خلالها", w == "خلاله", r.is(j, isResuming):
			k = j + 1
		case w == "من" && onHisPart(p.Word(j+1)):
			j++
			k = j + 1
		case (w == "،" || w == ",") && j == k && j > 0 && k > 0 && p.Date(j-1) != nil:
			k = j + 1
		case r.is(j, isComma) && j == k && r.setOff(j, lim):
			k = j + 1
		default:
			return k
		}
	}
	return k
}

// onHisPart reports whether w (folded) after من says whose part a clause tells: «وقال من جانبه
// الحداد إن».
func onHisPart(w string) bool {
	switch w {
	case "جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم", "ناحيته", "ناحيتها", "طرفه", "طرفها":
		return true
	}
	return false
}

// setOff reports whether somebody named between commas follows the verb before the comma at
// k, whose subject he is: «أوضح، سالم الحداد، الناطق باسم الحركة، أن».
func (r *reader) setOff(k, lim int) bool {
	p := r.p
	m := p.Mention(k + 1)
	if m == nil || k+1 >= lim || m.Type != fact.Person || p.MentionFirst(k+1) != k+1 || !r.is(k-1, isFinite) {
		return false
	}
	for j := k + 2; j < lim && j < k+8; j++ {
		if r.is(j, isComma) {
			return true
		}
	}
	return false
}

// describedBefore reports whether the phrase that begins at first ends before the noun with
// a pronoun at token j, which no genitive is: a definite noun, or an indefinite one with an
// adjective in the feminine.
func (r *reader) describedBefore(first, j int) bool {
	p := r.p
	if j == first+1 {
		return p.Has(first, page.Definite) && !p.Named(first)
	}
	if p.Has(j-1, page.Definite) || p.Named(j-1) || r.is(j, hasConj) || !strings.HasSuffix(p.Word(j-1), "ه") || j-1 > first+3 {
		return false
	}
	head := p.Word(first)
	return (strings.HasSuffix(p.Word(j-2), "ات") || strings.HasSuffix(p.Word(j-2), "ه")) && !strings.HasPrefix(head, "ال")
}

// ownsObject reports whether a noun with a pronoun follows np, which must then be the subject
// whatever it is: «أكدت الوساطة أسفها على».
func (r *reader) ownsObject(np span) bool {
	p, end := r.p, r.beforeList(np).last
	return !np.empty() && np.last < r.sent.Last && (p.Has(np.first, page.Definite) || end-np.first > 1 && p.Has(end-1, page.Definite) && !p.Has(np.first, page.Preposition|page.Suffixed) && !r.is(np.first, isMasdar|isAttached)) && !p.Named(np.first) && !r.is(np.last, hasConj|hasPrep) && r.nounWithPronoun(np.last)
}

// counted is the head of np, which stands after its number: «3 حركات متمردة».
func (r *reader) counted(np span) int {
	if np.last > np.first+1 && (r.p.Has(np.first, page.NumberToken) || scores(r.p.Word(np.first))) {
		return np.first + 1
	}
	return np.first
}

// scores reports whether w (folded) counts many by the round: «عشرات المتظاهرين».
func scores(w string) bool {
	switch w {
	case "عشرات", "مئات", "مييات", "الاف", "ملايين", "بضعه", "غالبيه", "اغلبيه", "معظم", "اكثريه":
		return true
	}
	return false
}

// runsOn reports whether the words after a semicolon at token k are no clause of their own:
// «سأل عن المدينة؛ التي زارها», «سافر؛ للوصول إلى اتفاق».
func (r *reader) runsOn(k int) bool {
	switch r.p.Word(k) {
	case "من", "هو", "هي", "لن":
		return true
	}
	return r.p.Has(k, page.Relative) || r.is(k, attL)
}

// othersSay reports whether a verb of saying with somebody as its subject and a clause of its
// own stands at token k: «حيث تقول منظمات إن».
func (r *reader) othersSay(k int) bool {
	cs := r.cues(k)
	return len(cs) > 0 && cs[0].finite() && cs[0].Tense == arabic.Present && cs[0].reading.Cut == 0 && cs[0].verb.Class == "say" && phrases.Animate(r.p, k+1) && r.governsFinite(k)
}

// tellsMore reports whether a verb of saying in the past stands at token k with a clause of its
// own and no subject, by which who reports goes on after حيث: «أكد الوزير أن الهدنة قريبة، حيث
// قال إن».
func (r *reader) tellsMore(k int) bool {
	cs := r.cues(k)
	return len(cs) > 0 && cs[0].finite() && cs[0].Tense == arabic.Past && cs[0].reading.Cut == 0 && (cs[0].verb.Class == "say" || cs[0].verb.Class == "continue") && !phrases.Animate(r.p, k+1) && !r.p.Named(k+1) && r.governsFinite(k)
}

// moreHarmed reports whether the clause after فيما at token k counts further victims of what the
// content from first on tells: «قال إن خمسة جنود قتلوا، فيما أصيب ثلاثة آخرون».
func (r *reader) moreHarmed(first, k int) bool {
	switch r.p.Word(k + 1) {
	case "اصيب", "اصيبت", "جرح", "جرحت", "فقد", "قتل", "قتلت", "لقي":
	default:
		return false
	}
	for j := first; j < k; j++ {
		switch r.p.Word(j) {
		case "قتل", "قتلت", "قتلوا", "قتلا", "مقتل", "اصيب", "اصيبت", "اصيبوا", "لقوا", "لقي", "جرح", "جرحوا":
			return true
		}
	}
	return false
}

// publishing reports whether w (folded) is what somebody publishes his words in, which a comma
// parts from them: «دعا إلى وقف القتال، في منشور على حسابه».
func publishing(w string) bool {
	switch w {
	case "منشور", "تغريده", "تدوينه", "تصريح", "تصريحات", "مقابله":
		return true
	}
	return false
}

// afterTopic reports whether nothing but what the words are about stands before c in its
// sentence: «وعن الأسرى قال», «وبخصوص الهدنة ذكرت», «ولدى سؤاله عن الهدنة قال».
func (r *reader) afterTopic(c *cue) bool {
	p, k := r.p, r.sent.First
	switch strings.TrimPrefix(p.Word(k), "و") {
	case "عن", "حول", "بشان", "بخصوص", "لدي", "ازاء", "حيال":
		k++
	case "في", "فيما":
		if k++; p.Word(k) == "ما" {
			k++
		}
		switch p.Word(k) {
		case "يخص", "يتعلق", "يتصل":
		default:
			return false
		}
		k++
	default:
		return false
	}
	if c.first-k > onTheWay || !p.Has(c.first-1, page.Definite) && !p.Named(c.first-1) && !p.Has(c.first-1, page.Suffixed) || c.verb.Class != "say" && c.verb.Class != "continue" && c.verb.Class != "relay" {
		return false
	}
	for ; k < c.first; k++ {
		if p.Mark(k) || r.clauseMark(k) || phrases.FiniteVerb(p, k) {
			return false
		}
	}
	return true
}

// occasionAt reports whether a phrase at k tells on what occasion of his own somebody said
// something: «في أول تعليق له», «في خطاب وجهه أمس».
func (r *reader) occasionAt(k int) bool {
	if r.p.Word(k) != "في" {
		return false
	}
	if w := r.p.Word(k + 1); w == "اول" || w == "اخر" {
		k++
	}
	switch w := r.p.Word(k + 1); w {
	case "تعليق", "خطاب", "كلمه", "بيان", "رد":
		return true
	default:
		return publishing(w)
	}
}

// tellsAnew reports whether a verb at token k tells something with a clause of its own:
// «بينما تقول الحكومة إن».
func (r *reader) tellsAnew(k int) bool {
	cs := r.cues(k)
	if len(cs) == 0 || !cs[0].finite() || cs[0].reading.Conj != 0 {
		return false
	}
	switch cs[0].verb.Class {
	case "say", "announce", "deny", "claim", "relay":
		return r.governsFinite(k)
	}
	return false
}

// withinClause reports whether c stands in the clause that somebody else tells.
func (r *reader) withinClause(c *cue) bool {
	for n := len(r.out) - 1; n >= max(0, len(r.out)-4) && r.out[n].cue.first >= r.sent.First; n-- {
		if o := &r.out[n]; !o.weak && o.first <= c.first && c.first < o.last {
			return true
		}
	}
	return false
}

// loneMark reports whether the quotation mark that ends [first, end) closes nothing in it.
func (r *reader) loneMark(first, end int) bool {
	for k := end - 2; k >= first; k-- {
		if r.is(k, isQuote) {
			q, ok := r.q.OpenAt(k)
			return ok && q.Closed && q.Close != end-1
		}
	}
	return true
}

// newsOf reports whether w (a stem) is a noun for news, by which a report is attributed:
// «…، وفقا لخبر بثته القناة».
func newsOf(w string) bool {
	switch w {
	case "خبر", "نبا", "تقرير", "تقارير", "تصريحات", "تصريح", "بيان", "معلومات", "انباء", "مصادر", "مصدر", "وسايل":
		return true
	}
	return false
}

// speakersOwn reports whether a relative clause at k tells further words of whoever
// speaks already: a thing, and a verb of speech with its clause but no subject («صحتها
// التي أكد أنها جيدة»).
func (r *reader) speakersOwn(k int) bool {
	cs := r.cues(k + 1)
	return len(cs) > 0 && cs[0].finite() && cs[0].reading.Pronoun == "" && r.clauseMark(k+2) && !phrases.Animate(r.p, k-1) && !(r.p.Mark(k-1) && phrases.Animate(r.p, k-2) && !r.othersRelative(&cs[0], r.p.Word(k)))
}

// herOffice reports whether the office of np, a masculine noun, is that of a woman: «قالت عضو
// اللجنة», «قالت نائب الوزير سعاد الحداد» where the verb has no other noun to take.
func (r *reader) herOffice(c *cue, np span) bool {
	if w := r.p.Word(np.first); w == "عضو" || w == "العضو" {
		return c.Count == arabic.Singular
	}
	for _, f := range c.verb.Frames {
		for _, s := range f.Slots {
			if s.Role == "addressee" && s.Kind == lexicon.TakesObject {
				return false // «أبلغت وزير الخارجية سعد الحداد أن»
			}
		}
	}
	for k := np.first + 1; k < np.last && c.verb.Class == "say" && c.Tense == arabic.Past; k++ { // not «توجه وزير الخارجية سامي الحداد إلى»
		if m := r.p.Mention(k); m != nil && m.Type == fact.Person {
			return true
		}
	}
	return false
}

// targetGoesOn adds to what c holds to be something the phrase with a preposition after it, up
// to an indefinite noun or adjective: «اعتبر المحادثات مع الوفد مثمرة».
func (r *reader) targetGoesOn(c *cue, m *match, k, lim int) int {
	p := r.p
	if c.verb.Class != "claim" || m.target.empty() || m.target.last != k || k+1 >= lim || !p.Has(k, page.Preposition) {
		return k
	}
	e := phrases.Extent(p, k+1, phrases.Walk{Limit: lim})
	if e <= k+1 || e >= lim || !r.nominalStart(e, lim) || p.Has(e, page.Definite) || p.Named(e) || r.is(e, isAttached) {
		return k
	}
	m.target.last = e
	return e
}

// within reports whether rel was found in np: «وفقا لوكالة المرفأ», of which it is the name.
func (r *reader) within(rel fact.Relay, np span) bool {
	b := np.bytes(r.p)
	return b.Start <= rel.Span.Start && rel.Span.End <= b.End
}

// venueWord reports whether token i begins a phrase of occasion.
func (r *reader) venueWord(i int) bool { return r.p.Has(i, page.Venue) }

// definite reports whether token k has the article, behind a preposition too.
func (r *reader) definite(k int) bool {
	w := r.p.Word(k)
	return r.p.Has(k, page.Definite) || strings.HasPrefix(w, "بال") || strings.HasPrefix(w, "لل")
}
