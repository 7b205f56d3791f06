package figures

import (
	"strings"

	"mahdar/arabic"
)

// span makes a range of the number and a second one: «ما بين 270 ألفا و330 ألف»,
// «30 إلى 40», «20-30». A scale after the second counts for both («3 إلى 4 آلاف»).
func (f *finder) span(c *count, n arabic.Numeral) {
	if n.Vague() || n.Thousandths != 0 {
		return
	}
	between := amid(f.word(n.First-1)) || about[f.word(n.First-1)] && amid(f.word(n.First-2))
	k := n.Last
	switch f.word(k) {
	case "الي", "حتي", "-", "–", "او":
		k++
	case "و":
		if !between {
			return
		}
		k++
	default:
		if !between {
			return
		}
	}
	if !f.near(k) || f.p.Date(k) != nil {
		return
	}
	m, ok := f.p.NumberAt(k)
	if !ok || m.Vague() || m.Thousandths != 0 || m.Prep != 0 || between && f.word(n.Last) != "و" && m.Conj != 'w' && k == n.Last {
		return
	}
	low := n.Min
	if m.Scaled && !n.Scaled && low < 1000 { // «30 و32 مليار»
		for s := int64(1e12); s >= 1000; s /= 1000 {
			if m.Min >= s {
				low *= s
				break
			}
		}
	}
	if low >= m.Min {
		return
	}
	c.min, c.max, c.last, c.rule = value(low), value(m.Min), m.Last, ruleRange
	if between {
		c.first, c.cut = n.First-1, 0
		if !amid(f.word(c.first)) {
			c.first--
		}
		if f.word(c.first-1) == "ما" {
			c.first--
		}
	}
}

// amid reports whether w is «بين», also joined to ما.
func amid(w string) bool { return w == "بين" || w == "مابين" || w == "وبين" }

// bounds reads the words before and after the number that bound or approach
// it, and takes them into the expression.
func (f *finder) bounds(c *count) {
	i := c.first
	if i > 0 && (f.p.Tokens[i-1].Kind == arabic.Quote || f.word(i-1) == "(") && f.p.Tokens[i].Gap == arabic.None { // «أكثر من "600"»
		i--
		defer func(first int) {
			if c.first == i {
				c.first, c.cut = first, 0
			}
		}(c.first)
		c.first = i
	}
	if about[f.word(i-1)] && f.near(i) {
		f.widen(c, 1)
		i = c.first
	}
	w1, w2, w3 := f.word(i-1), f.word(i-2), f.word(i-3)
	switch {
	case !f.near(i):
	case w1 == "من" && (moreWords[w2] || lessWords[w2]):
		f.widen(c, 2)
		f.bound(c, moreWords[w2])
	case w1 == "من" && w2 == "يقرب" || w1 == "يقارب" || w1 == "يناهز" || w1 == "يوازي" || w1 == "يقدر": // «ما يقرب من»
		n := 1
		if w1 == "من" {
			n = 2
		}
		if f.word(i-n-1) == "ما" {
			n++
		}
		f.widen(c, n)
	case (w1 == "عن" || w1 == "علي") && (w2 == "يقل" || w2 == "تقل" || w2 == "يزيد" || w2 == "تزيد" || w2 == "يربو" || w2 == "تربو"):
		f.denied(c, i, w2 != "يقل" && w2 != "تقل", w3)
	case passes(w1):
		if w2 == "لا" || w2 == "لم" || w2 == "الا" {
			f.widen(c, 2)
			f.bound(c, false)
			break
		}
		n := 1
		if w2 == "ما" || w2 == "بما" {
			n = 2
		}
		f.widen(c, n)
		f.bound(c, true)
	case w1 == "اكثر": // من is often left out
		f.widen(c, 1)
		f.bound(c, true)
	case w2 == "عدد" && exceeds(w3), (w1 == "عن" || w1 == "علي") && w3 == "عدد" && exceeds(f.word(i-4)):
		f.bound(c, true) // «تجاوز عدد القتلى ألفي شخص»
	case w1 == "دون" || w1 == "فوق":
		f.widen(c, 1)
		f.bound(c, w1 == "فوق")
	}
	f.after(c)
}

// passes reports whether w is a verb of being more than the number that is its object.
func passes(w string) bool {
	switch w {
	case "تجاوز", "يتجاوز", "فاق", "يفوق", "تخطي", "يتخطي", "تعدي", "يتعدي",
		"تجاوزت", "تتجاوز", "فاقت", "تفوق", "تخطت", "تتخطي", "تعدت", "تتعدي":
		return true
	}
	return false
}

// exceeds reports whether w is a verb of being more than a number: تجاوز، زاد على.
func exceeds(w string) bool {
	switch w = strings.TrimPrefix(w, "و"); w {
	case "زاد", "زادت", "يزيد", "تزيد":
		return true
	}
	return passes(w)
}

// moreWords and lessWords stand before من.
var (
	moreWords = set("أكثر بأكثر لأكثر وأكثر أزيد")
	lessWords = set("أقل بأقل لأقل وأقل")
)

// denied reads «لا يقل عن 50», «ما يزيد على 50», «لا يزيد عن 50».
func (f *finder) denied(c *count, i int, more bool, w3 string) {
	switch w3 {
	case "لا", "الا", "لم":
		f.widen(c, 3)
		if w := f.word(c.first - 1); w == "ما" || w == "بما" {
			f.widen(c, 1)
		}
		f.bound(c, !more)
	case "ما", "بما":
		f.widen(c, 3)
		f.bound(c, more)
	default:
		f.widen(c, 2)
		f.bound(c, more)
	}
}

// after reads «على الأقل», «أو أكثر», «فأكثر», «على الأكثر», «كحد أقصى» and «تقريبا».
func (f *finder) after(c *count) {
	k := c.last
	for j := k; j < min(k+4, len(f.p.Tokens)) && f.near(j); j++ {
		switch f.word(j) {
		case "علي":
			switch f.word(j + 1) {
			case "الاقل":
				f.bound(c, true)
			case "اقل":
				if f.word(j+2) == "تقدير" {
					f.bound(c, true)
				}
			case "الاكثر":
				f.bound(c, false)
			}
			return
		case "فاكثر", "فصاعدا":
			f.bound(c, true)
			return
		case "،", ".", "و":
			return
		}
		if f.p.Tokens[j].Kind != arabic.Word {
			return
		}
	}
}

// widen takes n tokens before the expression into it.
func (f *finder) widen(c *count, n int) {
	if c.first-n >= 0 {
		c.first, c.cut = c.first-n, f.particle(c.first-n)
	}
}

// particle is how many folded bytes of an attached و, ف, ب or ل begin token i of
// a bound: «بأكثر من».
func (f *finder) particle(i int) int {
	w := f.word(i)
	cut := 0
	for len(w) > 4 {
		switch w[:2] {
		case "و":
			if w == "وحوالي" || w == "ونحو" || w == "وقرابه" || w == "واكثر" || w == "واقل" {
				w, cut = w[2:], cut+2
				continue
			}
		case "ب", "ل":
			switch w[2:] {
			case "اكثر", "اقل", "نحو", "حوالي", "قرابه":
				w, cut = w[2:], cut+2
				continue
			}
		}
		break
	}
	return cut
}

// bound leaves one side of the count open: «أكثر من 50» has no upper end, the
// lower end of «أقل من 50» is nothing.
func (f *finder) bound(c *count, more bool) {
	c.rule = ruleBound
	if more {
		c.max = nil
		return
	}
	c.min = value(0)
}
