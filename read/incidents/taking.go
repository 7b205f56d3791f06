package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// nth reports whether token i counts visits that were made: «ثاني زيارة له إلى المدينة».
func (r *reader) nth(i int) bool {
	switch stem(r.bare(i)) {
	case "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن":
		return !r.named(i)
	}
	return false
}

// aheadBefore reports whether what stands before token i in its sentence lies ahead or is denied,
// so that what comes after it is not done either: «لن تفتح المعابر إلا بعد الإفراج عنه».
func (r *reader) aheadBefore(i int) bool {
	for k := i - 1; k >= r.sent.First && k > i-reach; k-- {
		switch r.p.Word(k) {
		case "لن", "ولن", "سوف", "الا", "لا", "يمكن", "شرط":
			return true
		}
		rs := r.p.Readings[k]
		for n := range rs {
			if rs[n].Prep == 's' && rs[n].Kinds != 0 && !r.named(k) {
				return true
			}
		}
	}
	return false
}

// claimant is who claims to have done what the noun at token i names: «أعلنت الحركة
// مسؤوليتها عن تفجير الفندق»، «تبنت الحركة المسؤولية عن»; empty for none.
func (r *reader) claimant(i int) span {
	p := r.p
	if i < r.sent.First+3 || p.Word(i-1) != "عن" || !strings.Contains(p.Word(i-2), "مسوولي") && !strings.Contains(p.Word(i-2), "مسءولي") && !strings.Contains(p.Word(i-2), "مسئولي") {
		return span{}
	}
	for k := i - 3; k >= r.sent.First && k > i-14; k-- {
		if v, _, ok := r.occurs(k); ok && !r.denied(k) && (v.ID == "occurs-a-lana" || v.ID == "occurs-tabanna") {
			return r.doer(k, i-2)
		}
		if p.Mark(k) && p.Tokens[k].Kind != arabic.Quote || r.verbal(k) {
			break
		}
	}
	return span{}
}

// claimed sets who did a deed by the verb of claiming it after it: «تفجيرا أوقع عشرة قتلى،
// وتبنته الحركة».
func (r *reader) claimed(d *deed) {
	for k := d.cue.last; k < r.sent.Last && k < d.cue.last+reach; k++ {
		if v, pronoun, ok := r.occurs(k); !ok || !pronoun || v.ID != "occurs-tabanna" || r.denied(k) {
			continue
		}
		for _, c := range r.complements(k + 1) {
			if c.mark == markBare && !c.weak {
				if q, ok := r.party(r.items(&c)[0]); ok && q.animate {
					d.actor = r.stay([]party{q})
				}
			}
			return
		}
	}
}

// waging reports whether token i is the noun of a verb for carrying out an attack: «أعلن
// الجيش شن غارات».
func (r *reader) waging(i int) bool {
	switch stem(r.bare(i)) {
	case "شن", "تنفيذ":
		return !r.named(i)
	}
	return false
}

// before bounds how far a verb is looked for before its noun, in tokens.
const before = 16

// occursBefore reports whether a verb before the noun at token i says that it
// takes or took place: «اندلعت اشتباكات»، «عقدت في المدينة الجولة الأولى من المحادثات».
func (r *reader) occursBefore(i int) int {
	p := r.p
	if r.union[r.sent.First]&wordOccurs == 0 {
		return -1
	}
	for k := i - 1; k >= r.sent.First && k > i-before; k-- {
		if b := r.bits[k]; b&(wordOccurs|wordBreaks|wordMark) == 0 || b&(wordDated|wordNamed) != 0 {
			continue
		}
		if v, pron, ok := r.occurs(k); ok && !pron {
			if p.Word(k-1) == "،" && r.waging(k) && r.announcing(k-1) {
				continue // أعلن الجيش، أمس، شن غارة
			}
			if r.denied(k) || !r.under(v, k, i) || p.Has(k-1, page.Relative) && itself(v.ID) && !r.resumed(k+1) {
				return -1
			}
			return k
		}
		if w := p.Word(k); r.breaks(k) || p.Mark(k) && (w == "." || w == ":" || w == "؛") {
			return -1
		}
	}
	return -1
}

// announcing reports whether a verb of announcing stands shortly before token i.
func (r *reader) announcing(i int) bool {
	for k := i - 1; k >= r.sent.First && k > i-9; k-- {
		if v, pron, ok := r.occurs(k); ok && !pron {
			return v.Mode == "decides"
		}
	}
	return false
}

// itself reports whether a verb says of its subject that it takes place, so that after
// a relative pronoun it speaks of nothing that follows: «المعارك التي استؤنفت بعد شهر من
// الاتفاق».
func itself(id string) bool {
	switch id {
	case "occurs-ista-nafa", "occurs-indala-a", "occurs-nashaba", "occurs-waqa-a", "occurs-jara", "occurs-hasala", "occurs-hadatha", "occurs-intalaqa", "occurs-dara", "occurs-istamarra", "occurs-intaha":
		return true
	}
	return false
}

// under reports whether the noun at token i stands in a phrase of the clause that
// the verb at token k opens, under a preposition with which the verb governs it.
func (r *reader) under(v *lexicon.Scene, k, i int) bool {
	comps, _ := r.clause(k + 1)
	for n, c := range comps {
		s := r.whole(&c)
		if int(c.at) > i {
			return false
		}
		if i >= s.last {
			continue
		}
		switch r.p.Word(s.first) {
		case "اجل", "امكانيه", "احتمال", "فرص", "فرصه":
			return false // من أجل توقيع
		}
		if n > 0 && c.mark == markIla && comps[n-1].mark == markLi && r.whole(&comps[n-1]).last == int(c.at) && r.reached(r.head(r.items(&comps[n-1])[0])) {
			return false // يواصل الوسطاء جهودهم للتوصل إلى اتفاق
		}
		return governs(v.ID, c.mark, n)
	}
	return false
}

// governs reports whether a verb takes its event noun under the preposition.
func governs(id string, under mark, n int) bool {
	switch id {
	case "occurs-qama", "occurs-radda", "occurs-badara":
		return under == markBi
	case "occurs-tamakkana":
		return under == markMin
	case "occurs-fashila":
		return under == markFi || under == markBare
	case "occurs-najaha", "occurs-shara-a", "occurs-sharaka":
		return under == markFi
	case "occurs-aqdama":
		return under == markAla
	case "occurs-sara-a", "occurs-amada", "occurs-sa-a", "occurs-adda":
		return under == markIla
	case "occurs-asfara", "occurs-a-lana":
		return under == markAn || under == markBare
	case "occurs-tazamana":
		return under == markMaa
	case "occurs-ta-arrada":
		return under == markLi
	case "occurs-usiba":
		return under == markFi || under == markBi
	case "occurs-tamma", "occurs-jara", "occurs-waqa-a", "occurs-hadatha", "occurs-hasala", "occurs-indala-a", "occurs-nashaba":
		return under == markBare && n == 0 || under == markBare && n == 1
	}
	return under == markBare || under == markFi || under == markIla || under == markBi || under == markMin
}

// doer is the subject of the verb at token k that governs the noun at token i.
func (r *reader) doer(k, i int) span {
	rd, s, _ := r.p.Find(k, lexicon.SceneWord, nil)
	c := cue{span: span{k, k + 1}, tense: s.Tense, reading: &rd, count: s.Count, fem: s.Feminine}
	if left, _ := r.left(&c); !left.empty() {
		return left
	}
	for _, m := range r.complements(k + 1) {
		if int(m.at) >= i {
			break
		}
		if m.mark == markBare && s.Count == arabic.Singular {
			return span{r.whole(&m).first, min(r.whole(&m).last, i)}
		}
	}
	return span{}
}

// breaksOut reports whether a verb says that something breaks out, which nobody aims at:
// «حاولت القوات منعهم لتندلع اشتباكات» tells what came of it.
func breaksOut(v *lexicon.Scene) bool {
	return v.ID == "occurs-indala-a" || v.ID == "occurs-nashaba"
}

// denied reports whether a negation, a condition, the future or the subjunctive
// stands before the verb at k.
func (r *reader) denied(k int) bool {
	p := r.p
	if k == 0 {
		return false
	}
	rd, s, _ := p.Find(k, lexicon.SceneWord, nil)
	if rd.Prep == 's' || rd.Prep == 'l' && !(s.Tense != arabic.NoTense && breaksOut(&p.Lex.Scenes[s.Entry])) {
		return true
	}
	for j := k - 1; j >= r.sent.First && j > k-4; j-- {
		switch p.Word(j) {
		case "لم", "لن", "لا", "سوف", "ولم", "ولن", "ولا":
			return j == k-1
		case "اذا", "لو", "حال", "كي", "لكي", "ربما", "لعل":
			return true
		case "ان", "وان", "فان", "بان", "قد":
			if j == k-1 && rd.Conj == 0 && (s.Tense == arabic.Present || s.Tense == arabic.Past && r.conditional(j)) {
				return true // أن تجري، إن جرت مفاوضات
			}
		}
		if p.Mark(j) {
			return false
		}
	}
	return false
}

// ordinalAfter reports whether a number in order follows token i: «المركز الأول».
func (r *reader) ordinalAfter(i int) bool {
	_, ok := r.p.OrdinalAt(i + 1)
	return ok
}

// mishap reports whether those told of came to harm by nobody's hand: «قتل سائق في حادث سير»،
// «مصرع سبعة في حريق».
func (r *reader) mishap(d *deed) bool {
	for k := d.cue.last + 1; k < min(d.last, d.cue.last+12); k++ {
		if r.named(k) || !r.has(k-1, wordPrep) && !r.after(k-1) && r.p.Word(k-1) != "بسبب" {
			continue
		}
		switch stem(r.bare(k)) {
		case "حريق", "زلزال", "سيول", "فيضان", "فيضانات", "تدافع":
			return true
		case "حادث", "حوادث":
			switch stem(r.p.Word(k + 1)) {
			case "سير", "مرور", "مروري", "مروريه", "تصادم", "عرضي":
				return true
			}
		}
	}
	return false
}

// marches reports whether a phrase is of armed people, who enter a place by force.
func (r *reader) marches(s span) bool {
	return !s.empty() && r.acts(s) && !r.instrument(r.head(s)) && !ruler(r.bare(r.head(s))) && !r.delegation(s)
}

// retakes reports whether an entry is the taking of its object from somebody.
func retakes(id string) bool { return id == "ista-ada" || id == "istaradda" || id == "intaza-a" }

// ofAnother reports whether a phrase is headed by an event that is no blow and so can deal none:
// عقوبات، مفاوضات.
func (r *reader) ofAnother(s span) bool {
	if s.empty() || r.of(r.head(s))&(wordDeedNoun|wordNamed|sceneForce|sceneCrowd|sceneWeapon) != wordDeedNoun {
		return false
	}
	_, n, ok := r.p.Find(r.head(s), lexicon.DeedWord, func(_ lexicon.Reading, n lexicon.Sense) bool { return n.Tense == arabic.Masdar })
	return ok && r.grammar[n.Entry].Class == "SANCTION"
}
