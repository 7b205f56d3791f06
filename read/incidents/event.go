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
