package dates

import (
	"mahdar/arabic"
	"mahdar/arabic/calendar"
	"mahdar/fact"
	"mahdar/text"
)

// Expression is an expression of calendar time as it stands in the text, not
// yet counted from any day.
type Expression struct {
	text.Span
	First, Last int    // tokens, half-open
	Rule        string // the rule that read it

	from, to point // to.kind is nothing where it names one point or span
	open     openness
	based    bool // from counts from to: «بعد أسبوع من 15 مارس»
	clock    calendar.Clock
	timed    bool
}

// openness says whether an expression bounds time on one side only.
type openness int8

const (
	closed openness = iota
	openStart
	openEnd
)

// kind says what a point is given by.
type kind uint8

const (
	nothing   kind = iota
	fixed          // a date with the parts that are known
	weekday        // a day of the week
	offset         // n units from the anchor's own unit: أمس, الأسبوع الماضي
	ago            // n units before or after the anchor: قبل أربعة أيام
	span           // the last or next n units
	season         // of a year or of one counted from the anchor's
	period         // whole years: a decade, a century
	following      // n units from the date named before: اليوم التالي
	sameMonth      // a day of the month named before
)

// point is one end of an expression.
type point struct {
	kind    kind
	date    calendar.Date // of fixed, sameMonth and season: the known parts
	hijri   bool          // date is of the Hijri calendar
	weekday int8          // as written, -1 for none
	mod     modifier      // past, next, this
	yearMod modifier      // of a month: «من العام الماضي»
	unit    unit
	n       int16 // units; of a season its number; of a period its last year
	phase   bool  // a part of it is meant: أواخر, منتصف
}

// Expressions finds the calendar expressions of t, in order and without
// overlap, in one pass.
func Expressions(t *arabic.Text) []Expression {
	s := scanner{t: t}
	out := make([]Expression, 0, len(t.Tokens)/60+1)
	for i := 0; i < len(t.Tokens); {
		if !s.mayBegin(i) {
			i++
			continue
		}
		e, ok := s.at(i)
		if !ok || e.Last <= i {
			i++
			continue
		}
		e.Span = text.Span{Start: t.Inner(e.First, s.cut(e.First)), End: t.Tokens[e.Last-1].End}
		out = append(out, e)
		i = e.Last
	}
	return out
}

// Explicit gives the expressions that name a full day by themselves, as
// datelines do.
func Explicit(exprs []Expression) []fact.Date {
	var out []fact.Date
	for _, e := range exprs {
		if d, ok := e.day(); ok {
			out = append(out, fact.Date{Span: e.Span, EDTF: e.stamp(d), Basis: basisExplicit, Rule: e.Rule})
		}
	}
	return out
}

// day is the one full day that e names by itself.
func (e *Expression) day() (calendar.Day, bool) {
	if e.from.kind != fixed || e.based || e.to.kind != nothing || e.open != closed || !e.from.date.Full() {
		return 0, false
	}
	if e.from.hijri {
		return calendar.FromHijri(e.from.date.Year, e.from.date.Month, e.from.date.Day)
	}
	return e.from.date.ToDay(), true
}

// stamp is a day in EDTF with the hour that e names.
func (e *Expression) stamp(d calendar.Day) string {
	if e.timed {
		return d.String() + "T" + e.clock.String()
	}
	return d.String()
}

// scanner reads expressions at tokens.
type scanner struct {
	t     *arabic.Text
	depth int // how many words have led on to this one
}

// deepest bounds how many words may lead on to a date («قبل نهاية شهر …»), so
// that hostile input costs no more than any other.
const deepest = 8

// mayBegin reports whether an expression may begin with token i, of the text, by the
// token alone.
func (s scanner) mayBegin(i int) bool {
	switch k := &s.t.Tokens[i]; k.Kind {
	case arabic.Word:
		return mayDate.May(k.Word)
	case arabic.Number:
		return true
	case arabic.Punct:
		return k.Word == "("
	}
	return false
}

// at reads the expression that begins with token i, if one does.
func (s scanner) at(i int) (Expression, bool) {
	if s.depth++; s.depth > deepest {
		return none()
	}
	switch s.t.Tokens[i].Kind {
	case arabic.Number:
		return s.number(i)
	case arabic.Word:
	case arabic.Punct:
		if s.is(i, "(") {
			return s.month(i, false)
		}
		return Expression{}, false
	default:
		return Expression{}, false
	}
	w, a := s.word(i)
	if w.class == noClass {
		return Expression{}, false
	}
	return s.begin(i, w, a)
}

// begin reads the expression that begins with w at token i.
func (s scanner) begin(i int, w word, a arabic.Analysis) (Expression, bool) {
	if s.depth++; s.depth > deepest {
		return none()
	}
	switch w.class {
	case monthClass:
		return s.month(i, false)
	case weekdayClass:
		return s.weekday(i, w.value, false)
	case todayClass:
		return s.today(i, a)
	case yesterdayClass:
		return s.yesterday(i, a, false)
	case tomorrowClass:
		return s.tomorrow(i, 1)
	case ghadClass:
		return s.ghad(i, a)
	case awwalClass:
		return s.first(i)
	case partClass:
		return s.part(i, w)
	case tonightClass:
		return s.tonight(i)
	case phaseClass:
		return s.phase(i)
	case unitClass:
		return s.unit(i, w)
	case ordinalClass:
		return s.ordinal(i)
	case decadeClass:
		return s.decade(i, w)
	case seasonClass:
		return s.season(i, w)
	case thisClass:
		return s.this(i)
	case sameClass:
		return s.same(i)
	case prepClass:
		return s.preposition(i, preposition(w.value))
	}
	return Expression{}, false
}

// core reads an expression at token i that a word before it leads to.
func (s scanner) core(i int) (Expression, bool) {
	if i >= len(s.t.Tokens) || s.t.Tokens[i].Gap >= arabic.Blank || !s.mayBegin(i) {
		return Expression{}, false
	}
	return s.at(i)
}

// word is the entry of token i.
func (s scanner) word(i int) (word, arabic.Analysis) {
	if i < 0 || i >= len(s.t.Tokens) || s.t.Tokens[i].Kind != arabic.Word || !mayDate.May(s.t.Tokens[i].Word) {
		return word{}, arabic.Analysis{}
	}
	w, a, ok := arabic.Lookup(vocabulary, s.t.Tokens[i].Word)
	if !ok || a.Prep == 'k' {
		return word{}, arabic.Analysis{}
	}
	return w, a
}

// cut is the number of folded bytes of particles before token i's entry.
func (s scanner) cut(i int) int { _, a := s.word(i); return a.Cut }

// is reports whether token i is the folded word w.
func (s scanner) is(i int, w string) bool {
	return i >= 0 && i < len(s.t.Tokens) && s.t.Tokens[i].Word == w
}

// raw is the folded word of token i, "" outside the text.
func (s scanner) raw(i int) string {
	if i < 0 || i >= len(s.t.Tokens) {
		return ""
	}
	return s.t.Tokens[i].Word
}

// near reports whether token i stands on the line of the one before it.
func (s scanner) near(i int) bool {
	return i < len(s.t.Tokens) && s.t.Tokens[i].Gap < arabic.Line
}

// modifier reads an adjective at token i.
func (s scanner) modifier(i int) (modifier, int) {
	if !s.near(i) {
		return noMod, i
	}
	if m, ok := modifiers[s.raw(i)]; ok {
		return m, i + 1
	}
	if s.is(i, "\"") || s.is(i, "»") || s.is(i, "”") { // «خلال 30 يوما" المقبلة»
		if m, ok := modifiers[s.raw(i+1)]; ok && s.near(i+1) {
			return m, i + 2
		}
	}
	return noMod, i
}

// expression is one point with a rule.
func expression(first, last int, rule string, p point) (Expression, bool) {
	return Expression{First: first, Last: last, Rule: rule, from: p}, true
}

// none is no expression.
func none() (Expression, bool) { return Expression{}, false }
