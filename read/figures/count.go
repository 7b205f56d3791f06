package figures

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// named reports whether the number n names something and counts nothing: a
// resolution, a telephone, a score, a part of a longer number.
func (f *finder) named(n arabic.Numeral) bool {
	t := f.p.Tokens
	if n.First > 0 {
		prev := t[n.First-1]
		if t[n.First].Gap == arabic.None && n.Digits {
			switch prev.Word {
			case "/", ".", ":", ",", "+", "#", "@", "_", "=":
				return true
			case "-", "–":
				if n.First > 1 && (t[n.First-2].Kind == arabic.Number || t[n.First-2].Kind == arabic.Latin) && prev.Gap == arabic.None {
					return true
				}
			}
			if prev.Kind == arabic.Latin {
				return true
			}
		}
		if prev.Word == "ال" && n.Digits && t[n.First].Gap == arabic.None { // «القمة الـ29»
			if _, _, ok := f.unitAt(n.Last); !ok {
				return true
			}
		}
		at := n.First - 1
		if prev.Kind == arabic.Punct && (prev.Word == ":" || prev.Word == "(") || prev.Kind == arabic.Quote {
			at--
		}
		if f.near(n.First) && n.Digits && numbered[strings.TrimPrefix(f.word(at), "و")] {
			return true
		}
		if w := f.word(at); f.near(n.First) && (w == "رقم" || w == "سن" || w == "عمر") {
			return true
		}
	}
	if n.Last < len(t) && n.Digits && t[n.Last].Gap == arabic.None {
		next := t[n.Last]
		touching := n.Last+1 < len(t) && t[n.Last+1].Gap == arabic.None && t[n.Last+1].Kind == arabic.Number
		switch next.Word {
		case "/", ":", "+", "=", "_":
			return touching || next.Word == "+"
		case ".", ",":
			return touching
		}
		if next.Kind == arabic.Latin {
			return true
		}
	}
	return n.Digits && !n.Scaled && n.Last == n.First+1 && len(t[n.First].Word) > 6 // a telephone number
}

// counted reads what the number n counts.
func (f *finder) counted(n arabic.Numeral) (count, bool) {
	c := count{first: n.First, last: n.Last, cut: n.Cut, min: value(n.Min), max: value(n.Max), number: n.First, rule: ruleCount}
	if n.Vague() {
		c.rule = ruleVague
	}
	if n.Min == 1 && n.Max == 1 && !n.Digits {
		return f.one(n, c)
	}
	if n.Min == 0 {
		return c, false
	}
	f.span(&c, n)
	f.bounds(&c)
	if last, ok := f.percent(c.last); ok {
		return f.share(c, last, n)
	}
	if n.Thousandths != 0 {
		return c, false
	}
	if f.timed(c.last) {
		return c, false
	}
	return f.of(c, n)
}

// timed reports whether what follows at token k is a unit of time, so that the
// number is a span or an age.
func (f *finder) timed(k int) bool {
	for range 2 {
		switch f.word(k) {
		case "\"", "»", "”", ")", "من", "''":
			k++
		}
	}
	return f.near(k) && timeUnits[f.word(k)]
}

// of reads the noun that is counted after the number, before it («الدول الست») or
// not at all («مقتل عشرين»), and decides whether the count matters.
func (f *finder) of(c count, n arabic.Numeral) (count, bool) {
	k := c.last
	switch f.word(k) {
	case "\"", "»", "”", ")":
		if f.word(c.number-1) != "" && f.p.Mark(c.number-1) {
			k++
		}
	}
	if others[f.word(k)] && f.near(k) {
		return f.bare(c, k+1)
	}
	if f.word(k) == "من" && f.near(k) {
		return f.partitive(c, k+1)
	}
	if u, last, ok := f.unitAt(k); ok {
		if u.ID == "unsur" && f.few(c) {
			return c, false
		}
		c.last = last
		f.adjectives(&c)
		if n.Definite && !n.Vague() && f.toldBefore(u.Unit, n.Min) {
			return c, false
		}
		return f.judge(c, u.Unit, u.Concerns)
	}
	if n.Definite && !n.Vague() {
		return f.definite(c, n)
	}
	return f.bare(c, k)
}

// adjectives takes آخرين and واحد into the expression: «ثلاثة أفراد آخرين».
func (f *finder) adjectives(c *count) {
	for range 2 {
		w := f.word(c.last)
		if f.near(c.last) && (others[w] || w == "اثنين" || w == "اثنان") {
			c.last++
		}
	}
}

// partitive reads «ستة من حراسه», «العشرات من مسلحي …», «200 من كبار المسؤولين» from
// the noun at token k on.
func (f *finder) partitive(c count, k int) (count, bool) {
	if !f.near(k) || timeUnits[f.word(k)] {
		return c, false
	}
	if c.rule == ruleCount {
		c.rule = rulePartitive
	}
	if c.first > 0 && c.max != nil && *c.max <= 10 && f.speaks(c.first-1) {
		return c, false // «قال اثنان من المسؤولين» tells who speaks
	}
	for j := k; j < k+2; j++ { // «كبار المسؤولين», «بين سكان»
		if u, last, ok := f.unitAt(j); ok {
			if u.ID == "unsur" && f.few(c) {
				return c, false
			}
			c.last = last
			if bodies[u.Unit] {
				return f.judge(c, "people", "")
			}
			return f.judge(c, u.Unit, u.Concerns)
		}
	}
	if c.rule == rulePartitive {
		c.rule = ruleCount
	}
	return f.bare(c, c.last)
}

// judge decides whether a count of unit matters and makes people what befalls
// them.
func (f *finder) judge(c count, unit, concerns string) (count, bool) {
	if slight[unit] || unit == "percent" {
		return c, false
	}
	c.unit, c.concerns = unit, concerns
	if unit == "people" && f.inDelegation(c) {
		c.unit = "delegates"
		return c, true
	}
	if peopleUnits[unit] || unit == "detained" || unit == "abducted" {
		if fate, ok := f.fate(c); ok && (unit != "detained" || fate == "released") && (unit != "abducted" || fate == "released" || fate == "killed") {
			if concerns == "" && unit != "people" {
				c.concerns = unit
			}
			c.unit = fate
		}
	}
	if states[c.unit] {
		if fate, ok := f.fateBefore(c, 1); ok && (fate == "killed" || fate == "wounded") {
			c.concerns, c.unit = c.unit, fate // «قتل خمسة نازحين»
		}
	}
	return c, true
}

// bare reads a number without a noun where what befalls those who are counted
// stands beside it: «مقتل 20», «وجرح أربعة», «سبعة أسروا». k is the token after it.
func (f *finder) bare(c count, k int) (count, bool) {
	if others[f.word(k-1)] {
		c.last = max(c.last, k)
	}
	fate, ok := f.fateBeside(c)
	if w := f.word(k); !ok && (w == "منهم" || w == "منهن") && c.min != nil && *c.min >= 100 {
		fate, ok = "people", true
	}
	if !ok {
		fate, ok = f.leansOn(c)
	}
	if t := f.p.Tokens[c.number]; !ok || t.Kind == arabic.Number && (t.Gap >= arabic.Line || c.number == 0) {
		return c, false // a number at the head of a line counts the points of a list
	}
	if c.rule == ruleCount {
		c.rule = ruleBare
	}
	c.unit = fate
	return c, true
}

// definite reads «الدول الست», «الجزر الإماراتية الثلاث»: the noun stands before its
// number. What the article counted before is not counted again.
func (f *finder) definite(c count, n arabic.Numeral) (count, bool) {
	if n.Digits || n.Prep != 0 || n.Conj != 0 {
		return c, false
	}
	for j := n.First - 1; j >= max(0, n.First-2) && f.near(j+1); j-- {
		r, u, ok := f.unitWord(j)
		if !ok {
			if w := f.word(j); !strings.HasPrefix(w, "ال") {
				break
			}
			continue
		}
		if !r.Det || !definites[u.Unit] || f.toldBefore(u.Unit, n.Min) || r.Undet && f.word(j) == "العناصر" {
			return c, false
		}
		c.first, c.cut, c.rule = j, int(r.Cut), ruleDefinite
		return f.judge(c, u.Unit, u.Concerns)
	}
	return f.bare(c, c.last)
}

// toldBefore reports whether the article has given a count of the unit with
// this value.
func (f *finder) toldBefore(unit string, v int64) bool { return f.told[told{unit, v}] }

// inDelegation reports whether those who are counted make up a delegation: «وفد
// يضم 20 شخصا».
func (f *finder) inDelegation(c count) bool {
	switch f.word(c.first - 1) {
	case "يضم", "من", "ضم", "ويضم":
	default:
		return false
	}
	for k := c.first - 2; k >= max(0, c.first-7) && f.near(k+1); k-- {
		switch strings.TrimPrefix(f.word(k), "و") {
		case "وفد", "الوفد", "فد", "وفدا", "وفده":
			return true
		}
	}
	return false
}

// leansOn is the unit of the figure before c in its sentence, where c is a part
// of it («قتل 13 بينهم تسعة») or set against it («عشرة آلاف نازح مقابل 95 ألفا»).
func (f *finder) leansOn(c count) (string, bool) {
	figs := f.p.Reading.Figures
	if len(figs) == 0 || c.min == nil {
		return "", false
	}
	last := figs[len(figs)-1]
	if f.p.SentenceOf(f.p.TokenAt(last.Start)) != f.p.SentenceOf(c.first) {
		return "", false
	}
	switch f.word(c.first - 1) {
	case "بينهم", "منهم", "بينهن", "منهن", "ومنهم", "وبينهم":
		return last.Unit, true
	case "مقابل", "الي", "من", "بلغ", "بلغت":
		return last.Unit, *c.min >= 1000
	}
	return "", false
}

// speaks reports whether token k is a verb of speech.
func (f *finder) speaks(k int) bool {
	_, _, ok := f.p.Find(k, lexicon.SpeechWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
		return s.Tense == arabic.Past || s.Tense == arabic.Present
	})
	if _, fate := f.fateOf(k); fate {
		return false
	}
	return ok
}

// few reports whether a small count of عناصر has nothing befall it: these are
// rather the points of a plan than men.
func (f *finder) few(c count) bool {
	if c.min == nil || *c.min > 10 {
		return false
	}
	_, ok := f.fate(c)
	return !ok
}
