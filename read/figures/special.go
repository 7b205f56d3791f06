package figures

import (
	"bytes"
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// percent reports whether a mark of a percentage stands at token k, and the
// token after it.
func (f *finder) percent(k int) (last int, ok bool) {
	switch f.word(k) {
	case "\"", "»", "”", ")":
		k++
	}
	switch f.word(k) {
	case "%", "٪", "بالميه", "بالمايه", "بالمئه":
		return k + 1, true
	case "في", "ب":
		switch f.word(k + 1) {
		case "الميه", "المايه":
			return k + 2, true
		}
	}
	return k, false
}

// share reads a percentage. It matters where it is of people, land or arms of
// the conflict; shares of votes and of materials do not.
func (f *finder) share(c count, last int, n arabic.Numeral) (count, bool) {
	c.last, c.unit, c.rule = last, "percent", rulePercent
	if n.Thousandths != 0 || f.word(last) != "من" {
		return c, false
	}
	w := f.word(last + 1)
	if !shares[w] {
		return c, false
	}
	return c, true
}

// one reads «أحد أفراد القبيلة» with something that befalls him. A bare واحد counts
// only after its noun, which single reads.
func (f *finder) one(n arabic.Numeral, c count) (count, bool) {
	w := strings.TrimPrefix(f.word(n.First), "و")
	if w != "احد" && w != "احدي" || n.Definite {
		return c, false
	}
	u, last, ok := f.unitAt(n.Last)
	if !ok || !peopleUnits[u.Unit] && u.Unit != "people" {
		return c, false
	}
	c.last = last
	fate, ok := f.fateBefore(c, 2)
	if !ok {
		return c, false
	}
	c.rule, c.unit, c.concerns = ruleSingle, fate, u.Concerns
	return c, true
}

// dual reads a noun in the dual as two. Where its letters may as well be a
// plural (صحفيين) اثنين or a verb in the dual must say that they are two.
func (f *finder) dual(i int, r lexicon.Reading, u *lexicon.Unit) (count, bool) {
	w := f.word(i)
	if r.Pronoun != "" || r.Prep == 'k' || !dualLike(w) {
		return count{}, false
	}
	stem, certain := f.dualForm(w, r, u)
	if !stem || w == "طالبان" || f.p.Mention(i) != nil {
		return count{}, false
	}
	c := count{first: i, last: i + 1, cut: int(r.Cut), min: value(2), max: value(2), number: i, unit: u.Unit, concerns: u.Concerns, rule: ruleDual}
	if k := i + 1; f.near(k) && nisbaDual(f.word(k)) {
		c.last++
	}
	if w2 := f.word(c.last); f.near(c.last) && (w2 == "اثنين" || w2 == "اثنان" || w2 == "اثنتين") {
		c.last++
		certain = true
	}
	if duals[u.Unit] {
		if f.toldBefore(u.Unit, 2) {
			return c, false
		}
		return c, certain && !r.Det || certain && f.word(i-1) == "مع"
	}
	if !certain && !f.dualVerb(c.last) || r.Det || !peopleUnits[u.Unit] && u.Unit != "people" {
		return c, false
	}
	fate, ok := f.fate(c)
	if !ok || fate == "in-need" || fate == "returnees" {
		return c, false
	}
	c.unit = fate
	return c, true
}

// dualLike reports whether a word ends as duals do.
func dualLike(w string) bool {
	return len(w) >= 8 && (strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "ان"))
}

// dualForm reports whether the word is a dual of u, and whether it can be no
// plural: the unit's plural is a broken one.
func (f *finder) dualForm(w string, r lexicon.Reading, u *lexicon.Unit) (dual, certain bool) {
	w = w[r.Cut:]
	if r.Det {
		w = strings.TrimPrefix(w, "ال")
	}
	if len(w) < 4 {
		return false, false
	}
	stem := w[:len(w)-4]
	var room [64]byte
	one := arabic.AppendFold(room[:0], u.Name)
	if last, ok := bytes.CutSuffix(one, []byte("ه")); ok {
		one = append(last, "ت"...)
	}
	if stem != string(one) {
		return false, false
	}
	if strings.HasSuffix(w, "ان") {
		return true, true
	}
	for _, a := range u.Aliases {
		if plural, ok := bytes.CutSuffix(arabic.AppendFold(room[:0], a), []byte("ون")); ok && string(plural) == stem {
			return true, false // a sound plural is written as the dual is
		}
	}
	return true, true
}

// nisbaDual reports whether a word is an adjective in the dual: تركيين.
func nisbaDual(w string) bool {
	return len(w) >= 10 && (strings.HasSuffix(w, "يين") || strings.HasSuffix(w, "يان") || strings.HasSuffix(w, "تين")) && !strings.HasPrefix(w, "ال") && !strings.HasPrefix(w, "و")
}

// dualVerb reports whether a verb in the dual follows within a few words:
// «ضابطا صف … قتلا».
func (f *finder) dualVerb(k int) bool {
	for j := k; j < k+5 && f.near(j); j++ {
		switch f.word(j) {
		case "قتلا", "جرحا", "اصيبا", "خطفا", "اعتقلا", "لقيا", "اسرا":
			return true
		}
	}
	return false
}

// oneAfter is the واحد or على that a singular noun at token i has after it, its
// nation's adjective between them or not; -1 where there is none.
func (f *finder) oneAfter(i int) int {
	k := i + 1
	if f.near(k) && f.p.Has(k, page.Nisba) {
		k++
	}
	if !f.near(k) {
		return -1
	}
	switch f.word(k) {
	case "واحد", "واحده", "علي":
		return k
	}
	return -1
}

// single reads «جندي سعودي واحد», «قتيل واحد» and «جنديا على الأقل», where something
// befalls him.
func (f *finder) single(i int, r lexicon.Reading, u *lexicon.Unit) (count, bool) {
	if r.Det || r.Pronoun != "" || !peopleUnits[u.Unit] && u.Unit != "killed" && u.Unit != "wounded" && u.Unit != "detained" {
		return count{}, false
	}
	k := f.oneAfter(i)
	if k < 0 {
		return count{}, false
	}
	c := count{first: i, last: i + 1, cut: int(r.Cut), min: value(1), max: value(1), number: i, unit: u.Unit, concerns: u.Concerns, rule: ruleSingle}
	switch {
	case f.word(k) == "واحد" || f.word(k) == "واحده":
		c.last = k + 1
	case f.word(k) == "علي" && f.word(k+1) == "الاقل":
		c.last, c.max, c.rule = k+2, nil, ruleBound
	default:
		return c, false
	}
	if u.Unit == "killed" || u.Unit == "wounded" {
		return c, true
	}
	fate, ok := f.fate(c)
	if !ok || fate == "in-need" || fate == "returnees" {
		return c, false
	}
	c.unit = fate
	return c, true
}
