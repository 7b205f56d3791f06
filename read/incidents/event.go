package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// event is what a noun's surroundings say of it.
type event struct {
	phrase   span // the noun with its adjectives and genitive
	genitive span
	states   []party // states told by adjectives
	occurs   bool    // a verb beside it says that it takes or took place
	told     bool    // the deed has a time of its own
	comps    []complement
	end      int // token after the clause
	attempt  bool
	reached  bool // an agreement that was come to, whoever did
	made     bool // a participle or noun beside it says so: الاتفاق الموقع
	start    int  // token of the verb before the noun, -1 for none
	doer     span // who does it by a verb before the noun: «باشر الجيش قصف القرية»
	verbNoun span // the relative verb
	gathers  bool // its object are those who met: ضم، جمع
	subject  span // of a relative verb with an object pronoun: شنها مسلحون
	object   span // of a relative verb: استهدف دورية
}

// adjoined reads the adjectives and the genitive of an event noun into ev, which it
// begins, and returns the token after them.
func (r *reader) adjoined(c *cue, ev *event) int {
	p := r.p
	*ev = event{phrase: c.span, start: -1}
	lim := min(r.sent.Last, c.last+reach)
	k := c.last
	dual := !c.reading.Det && c.last == c.first+1 && strings.HasSuffix(p.Word(c.first), "ين") && len(p.Word(c.first)) > 8
	for k < lim && p.Tokens[k].Gap < arabic.Line {
		if dual && !r.has(k, wordNamed|wordDated|wordPrep|wordMark|wordVerb|wordBreaks) && strings.HasSuffix(p.Word(k), "ين") && !phrases.Definite(p, k) {
			k++ // هجومين إرهابيين: with its ن a dual has no genitive
			continue
		}
		if r.realised(k) && !r.named(k) && !(c.reading.Det && !phrases.Definite(p, k) && !phrases.Adjective(p, k)) { // الهدنة بداية ل: what it is, and not that it was
			ev.occurs, ev.made = true, true
			k++
			continue
		}
		if st := r.nisba(k); st >= 0 && !r.has(k, sceneFigure) && (!r.named(k) || !c.reading.Det && strings.HasSuffix(p.Word(k), "ه") && r.nisba(k+1) >= 0) && !(suffered(c) && k == c.last) {
			ev.states = append(ev.states, r.state(st, k))
			k++
			continue
		}
		if w := p.Word(k); w == "غير" && k+1 < lim && phrases.Adjective(p, k+1) {
			k += 2
			continue
		} else if !r.has(k, wordNamed|wordDated|wordPrep|wordMark|wordVerb|wordBreaks) && r.attached(k) == markBare && r.qualifies(k, c) {
			k++
			continue
		}
		break
	}
	if k == c.last && c.verb.harm && !c.reading.Det && r.harmed(k) {
		k++ // مقتل وإصابة العشرات: one genitive for both
	}
	ev.phrase.last = k
	if k < lim && !dual && (c.reading.Pronoun == "" || c.verb.ID == "liqa" || c.verb.ID == "istiqbal") && !c.reading.Det && r.genitive(k) && (k == c.last || k == c.last+1 && r.harmed(c.last)) {
		end := r.phrase(k, lim, true)
		if end > k {
			ev.genitive = span{k, end}
			for end < lim && (r.joined(end) || p.Word(end) == "و" && r.number(end+1)) {
				at := end
				if !r.joined(end) {
					at++ // خمسة من جنوده و25 مسلحا
				}
				next := r.phrase(at, lim, true)
				if next <= at || r.deedNoun(at) {
					break
				}
				end = next
			}
			k = end
			ev.genitive.last = k
			ev.phrase.last = k
		}
	}
	return k
}

// after reports whether token i says that what follows has happened: «بعد مقتل جندي»،
// «عقب»، «منذ».
func (r *reader) after(i int) bool {
	if i < r.sent.First || r.named(i) {
		return false
	}
	switch r.p.Word(i) {
	case "بعد", "عقب", "اثر", "منذ", "غداه", "جراء", "نتيجه", "اعقاب":
		return true
	}
	return false
}

// since reports whether words before token i say that what it names has happened: «بعد يوم
// من شن الجيش غارات».
func (r *reader) since(i int) bool {
	for k := i - 1; k >= r.sent.First && k > i-6 && !r.p.Mark(k); k-- {
		if r.after(k) {
			return true
		}
	}
	return false
}

// harmed reports whether token i is a noun of harm joined to one before it, with a
// genitive to come: «مقتل وإصابة العشرات».
func (r *reader) harmed(i int) bool {
	if !r.deedNoun(i) || r.named(i) || !strings.HasPrefix(r.p.Word(i), "و") {
		return false
	}
	return r.victimOf(i) && r.genitive(i+1)
}

// victimOf reports whether token i is a noun of harm, with who suffered it for its
// genitive.
func (r *reader) victimOf(i int) bool {
	switch stem(r.bare(i)) {
	case "اصابه", "اصاب", "جرح", "مقتل", "مصرع", "استشهاد", "سقوط":
		return true
	}
	return false
}

// around reads what else is told around an event noun, the clause from token k on
// and the verb before it.
func (r *reader) around(c *cue, ev *event, k int) {
	r.relative(c, ev, k, min(r.sent.Last, c.last+reach))
	if c.verb.Class == "AGREE" && r.p.Word(c.first-1) == "الي" && r.reached(c.first-2) {
		ev.reached = ev.reached || r.attached(c.first-2) == markBi && r.judged(c.first-2) && !r.has(c.first-3, wordPrep) && !r.has(c.first-4, wordPrep) || r.after(c.first-3)
		ev.occurs = ev.occurs || ev.reached
	}
	if r.realised(c.first-1) && !r.named(c.first-1) && !r.unreal(c.first-2) && r.attached(c.first-1) != markLi {
		ev.occurs, ev.made = true, true
	}
	if c.verb.Class == "ASSAULT" && suffered(c) && (r.victimOf(c.first) || c.verb.Act == "abduct" || c.verb.Act == "targeted") && (c.reading.Prep == 0 && r.after(c.first-1) || c.reading.Prep == 'b' && (r.judged(c.first) || r.reported(c.first))) {
		ev.occurs = true
	}
	if c.verb.ID == "ziyara" && r.nth(c.first-1) || c.verb.Act == "release" && c.reading.Prep == 0 && r.after(c.first-1) && !r.aheadBefore(c.first-1) || (c.verb.Act == "release" || c.verb.Act == "arrest") && c.reading.Prep == 'b' && r.reported(c.first) {
		ev.occurs = true
	}
	if by := r.claimant(c.first); !by.empty() {
		ev.occurs, ev.doer = true, by
		return
	}
	if r.headline(c, ev) {
		ev.occurs = true
		return
	}
	if k := r.occursBefore(c.first); k >= 0 {
		ev.occurs = true
		ev.start = k
		v, _, _ := r.occurs(k)
		ev.attempt = v.ID == "occurs-hawala" || v.ID == "occurs-sa-a"
		switch {
		case c.verb.Class == "MOBILIZE" && (v.ID == "occurs-khallafa" || v.ID == "occurs-asfara" || v.ID == "occurs-adda" || v.ID == "occurs-awqa-a"):
			ev.occurs, ev.start = false, -1 // خلف جرحى بين حراس الميناء
		case v.Mode == "hits":
			r.hit(c, ev, k)
		case v.Mode == "does" && (!ev.attempt && v.ID != "occurs-fashila" || c.verb.Class == "ASSAULT"), v.Mode == "decides" && (c.verb.Class != "ASSAULT" || capture(c.verb.ID)):
			ev.doer = r.doer(k, c.first)
		case v.Mode == "decides" && (c.verb.Past != "" && !suffered(c) || r.waging(c.first-1)) && r.acts(r.doer(k, c.first)): // أعلن الجيش شن غارات على
			ev.doer = r.doer(k, c.first)
		case v.ID == "occurs-tabanna" && c.verb.Class == "ASSAULT": // تبنت الحركة قتل شرطيين
			ev.doer = r.doer(k, c.first)
		case v.Mode == "decides" && suffered(c) && r.victimOf(c.first): // أعلن الجيش مقتل جنديين
			ev.start = -1
		case v.Mode == "decides" || v.ID == "occurs-fashila" && (r.p.Word(c.first-1) == "في" || c.reading.Prep != 0) || ev.attempt && c.verb.Class != "ASSAULT":
			ev.occurs, ev.start = false, -1
		}
	}
}

// headline reports whether a noun is all that a title says, and so tells what was done:
// «الإفراج عن ثلاثة صحافيين في عدن».
func (r *reader) headline(c *cue, ev *event) bool {
	if c.first != r.sent.First || c.reading.Prep != 0 || c.reading.Conj != 0 || c.reading.Pronoun != "" || !r.p.InTitle(c.first) {
		return false
	}
	switch {
	case c.verb.Class == "RETREAT" && c.verb.Act != "ceasefire", c.verb.Class == "COERCE", c.verb.Class == "ASSAULT" && c.verb.harm, c.verb.ID == "wasala", c.verb.ID == "wusul-wafd":
	default:
		return false
	}
	end := max(ev.end, ev.phrase.last)
	for end < r.sent.Last && (r.p.Mark(end) && !r.p.Has(end, page.Colon) || r.dated(end)) {
		end++
	}
	for k := c.last; k < end; k++ {
		if r.verbal(k) || r.named(k-1) && r.of(k)&(wordNamed|wordMark|wordPrep|wordDated|wordJoined|wordNisba) == 0 && r.attached(k) == markBare && !phrases.Adjective(r.p, k) {
			return false // انسحاب القوات من المدينة شرط الحركة
		}
	}
	return end >= r.sent.Last
}

// hit finds what is struck where the event noun is the subject of a verb of striking,
// at token k: «هزت أربعة انفجارات العاصمة»، «استهدف تفجير دورية».
func (r *reader) hit(c *cue, ev *event, k int) {
	if r.used[k] {
		return // the verb has told it
	}
	for k++; k < c.first; k++ {
		if !r.has(k, wordNumber|bareQuantifier) {
			return
		}
	}
	if !ev.genitive.empty() && (r.located(ev.genitive) || r.area(r.head(ev.genitive))) {
		ev.object, ev.genitive = ev.genitive, span{}
		return
	}
	if ev.object.empty() && len(ev.comps) > 0 && ev.comps[0].mark == markBare && !ev.comps[0].weak {
		ev.object = r.whole(&ev.comps[0])
	}
}

// capture reports whether an entry is the taking of a place, which its doer
// announces.
func capture(id string) bool {
	return id == "saytara-n" || id == "isti-ada" || id == "tahrir" || id == "istila"
}

// relative reads the clause that follows an event noun and says who did it, to
// whom, or that it took place: «التي شنها الجيش على»، «استهدف دورية»، «الذي وقع في».
func (r *reader) relative(c *cue, ev *event, k, lim int) {
	p := r.p
	var end int
	ev.comps, end = r.clause(k)
	ev.end = end
	for n := 0; n < 2; n++ {
		j := k
		if n == 1 {
			if !r.near(ev.comps) || r.another(ev.comps) {
				break
			}
			j = end
		}
		for j < lim && (p.Word(j) == "،" || r.dated(j) || r.has(j, wordWas)) {
			j++
		}
		if j < lim && p.Has(j, page.Relative) {
			j++
		} else if j > k && p.Word(j-1) == "،" && c.reading.Det && n == 0 {
			continue // وفي الهجوم الثاني، استهدف انتحاري: another clause
		} else if j > k && p.Word(j-1) == "،" && c.verb.Class == "AGREE" && n == 0 {
			continue // بعد توقيع اتفاق، اندلعت اشتباكات
		}
		for j < lim && r.has(j, wordWas) {
			j++
		}
		if j >= lim || p.Tokens[j].Kind != arabic.Word || r.dated(j) {
			continue
		}
		verb, pron, ok := r.occurs(j)
		if (c.verb.Class == "AGREE" || c.verb.Class == "SANCTION") && r.cameTo(c, ev, j) {
			return
		}
		if !ok || r.denied(j) || r.named(j) || verb.Mode == "decides" || verb.ID == "occurs-tamma" && r.masdar(j+1) && !(c.verb.Class == "AGREE" && r.reached(j+1)) {
			continue
		}
		if verb.ID == "occurs-qama" && !pron && p.Word(j+1) != "بها" && p.Word(j+1) != "به" {
			continue // بعد جلسة المفاوضات قامت الطائرات ب: another clause
		}
		if w := p.Word(j); c.verb.Class == "CONSULT" && c.reading.Det && (w == "يقودها" || w == "تقودها" || w == "يقوده" || w == "تقوده") {
			continue // المحادثات التي يقودها الوسيط: which they are, and not that they were held
		}
		if pron && verb.ID == "occurs-usiba" {
			continue // مقتل جندي وإصابة العشرات: the noun, written like أصابه
		}
		ev.occurs = true
		ev.reached = ev.reached || r.reached(j+1)
		ev.verbNoun = span{j, j + 1}
		more, last := r.clause(j + 1)
		ev.end = max(ev.end, last)
		if w := p.Word(j + 1); len(more) > 0 && (verb.ID == "occurs-sharaka" && (w == "فيها" || w == "فيه") || verb.ID == "occurs-qama" && (w == "بها" || w == "به")) {
			more, last = r.clause(j + 2)
			pron = true
			ev.end = max(ev.end, last)
		}
		if pron && verb.ID != "occurs-jama-a" { // لقاء جمعه ب: the pronoun is one of those who met
			if len(more) > 0 && more[0].mark == markBare {
				ev.subject = r.whole(&more[0])
				more = more[1:]
			}
		} else if !pron && (verb.Mode == "hits" || verb.ID == "occurs-damma" || verb.ID == "occurs-jama-a") {
			ev.gathers = verb.Mode != "hits"
			for n, m := range more {
				if n < 3 && m.mark == markBare {
					ev.object = r.whole(&m)
					more = append(more[:n:n], more[n+1:]...)
					break
				}
			}
		}
		ev.comps = r.both(ev.comps, more)
		return
	}
}

// cameTo reads the relative clause that says with a preposition and its pronoun who came
// to an agreement or signed it, or with the pronoun alone who imposed sanctions, with the verb
// at token j: «التفاهم الذي توصل إليه الطرفان»، «الاتفاقية التي وقع عليها الزعماء»، «العقوبات التي
// فرضتها الحكومة على».
func (r *reader) cameTo(c *cue, ev *event, j int) bool {
	k := j + 1
	switch r.p.Word(j) {
	case "توصل", "توصلت", "توصلا", "توصلوا", "وقع", "وقعت", "وقعا", "وقعوا", "اتفق", "اتفقت":
		switch r.p.Word(k) {
		case "اليه", "اليها", "عليه", "عليها":
		default:
			return false
		}
		ev.reached = true
		k++
	case "فرضتها", "فرضها", "تفرضها", "يفرضها", "اتخذتها", "اتخذها":
		if c.verb.Class != "SANCTION" {
			return false
		}
	default:
		return false
	}
	if r.denied(j) {
		return false
	}
	ev.occurs = true
	ev.verbNoun = span{j, j + 1}
	more, last := r.clause(k)
	ev.end = max(ev.end, last)
	if len(more) > 0 && more[0].mark == markBare {
		ev.subject = r.whole(&more[0])
		more = more[1:]
	}
	ev.comps = r.both(ev.comps, more)
	return true
}

// imposed reports whether a relative clause follows the noun and the adjectives after it, which
// may say who came to an agreement or imposed sanctions.
func (r *reader) imposed(c *cue) bool {
	if c.verb.Class != "AGREE" && c.verb.Class != "SANCTION" {
		return false
	}
	k := c.last
	for k < c.last+2 && phrases.Adjective(r.p, k) {
		k++
	}
	return r.p.Has(k, page.Relative)
}

// reached reports whether token i is a noun for coming to an agreement or signing it:
// «الاتفاق الذي تم التوصل إليه».
func (r *reader) reached(i int) bool {
	switch strings.TrimPrefix(stem(r.bare(i)), "ل") {
	case "توصل", "توقيع", "ابرام", "توقيعه", "ابرامه":
		return true
	}
	return false
}

// another reports whether a noun joined to the event is of an event, too, to which the
// relative clause belongs: «الحد من القتال واستئناف المحادثات، التي جرت».
func (r *reader) another(comps []complement) bool {
	for n := range comps {
		if c := &comps[n]; c.mark == markBare && r.holdsDeed(r.whole(c)) {
			return true
		}
	}
	return false
}

// near reports whether a relative clause after the complements may still speak of
// the event: they only say where, between whom and on whom it was.
func (r *reader) near(comps []complement) bool {
	for n, c := range comps {
		switch c.mark {
		case markBayn, markFi, markAla, markDidd, markBi, markBare:
		case markLi:
			if s := r.items(&c)[0]; n == 0 || !r.acts(s) {
				return false // but «هجوم على حاجز للجيش أودى ب»
			}
		default:
			return false
		}
	}
	return true
}

// genitive reports whether a genitive may begin at token k.
func (r *reader) genitive(k int) bool {
	p := r.p
	w := p.Word(k)
	if b := r.of(k); b&(wordMark|wordDated|wordBreaks) != 0 || b&(wordVerb|wordPrep) != 0 && b&wordNamed == 0 || b&(wordAdverb|wordQuantifier) == wordAdverb {
		return false
	}
	if strings.HasPrefix(w, "و") && r.joined(k) {
		return false
	}
	if v, _, ok := r.occurs(k); ok && !r.named(k) && (!r.personUnit(k) || v.ID == "occurs-jama-a" && r.deedNoun(k-1)) {
		return false // قمة تجمع الرئيسين
	}
	return r.attached(k) == markBare
}

// qualifies reports whether token k is an adjective of the event noun before it.
// A word such as انتحاري or مسلح is one after a noun of doing (هجوم) and a person after
// one that somebody suffers (مقتل).
func (r *reader) qualifies(k int, c *cue) bool {
	p := r.p
	if suffered(c) && (r.nisba(k) >= 0 || p.Is(k, lexicon.UnitWord) || r.has(k, sceneForce) || p.Is(k, lexicon.PeopleWord)) {
		return false
	}
	if (c.verb.Class == "RETREAT" || c.verb.Class == "COERCE") && r.personUnit(k) && !phrases.Definite(p, k) {
		return false // إطلاق سراح جندي
	}
	w := p.Word(k)
	if (w == "العديد" || w == "الكثير") && p.Word(k+1) == "من" {
		return false
	}
	if phrases.Adjective(p, k) {
		return true
	}
	if _, ok := p.OrdinalAt(k); ok && r.attached(k) == markBare {
		return true // جولة تاسعة
	}
	if w == "اخر" || w == "اخري" {
		return true // اتفاق آخر
	}
	if _, _, plain := p.Find(k, lexicon.HeadWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return p.Lex.Heads[s.Entry].Class == lexicon.HeadPlain && rd.Prep == 0
	}); plain {
		return true
	}
	if c.adverb && strings.HasSuffix(w, "ا") && len(w) > 6 {
		return true
	}
	return !suffered(c) && !c.reading.Det && !phrases.Definite(p, k) && len(w) >= 8 && (strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "يه") || p.Is(k, lexicon.DeedWord) && r.has(k, sceneForce))
}

// suffered reports whether a noun takes the one who suffers as its genitive:
// مقتل، اغتيال.
func suffered(c *cue) bool {
	return c.verb.suffered && !c.reading.Det
}

// war reports whether a noun is of a war as a whole, which has a land and not an
// author in its adjective.
func war(id string) bool { return id == "harb" || id == "niza-musallah" || id == "qital" }

// deedNoun reports whether token i is an event noun: «مقتل جندي وإصابة اثنين».
func (r *reader) deedNoun(i int) bool { return r.has(i, wordDeedNoun) }
