package record

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// How far apart in time two claims may be made and still contradict each
// other: counts of dead and displaced grow from day to day.
const (
	figureDays   = 2
	quarrelDays  = 14
	positionDays = 366
	numbering    = 60 // farther apart, talks have begun to count anew
)

// weigh groups claims by value and keeps the groups that contradict another.
func weigh(cs []Claim) (Disagreement, bool) {
	cs = slices.Clone(cs)
	slices.SortFunc(cs, compareClaims)
	if len(cs) < 2 {
		return Disagreement{}, false
	}
	d := Disagreement{Subject: cs[0].Subject, Slot: cs[0].Slot, Of: cs[0].Of, Type: "differs"}
	var clash func(a, b *Claim) bool
	switch d.Slot {
	case SlotFigure:
		clash = figuresClash
	case SlotBlame:
		d.Type, clash = "blame", blameClash(cs)
	case SlotDenial:
		d.Type, clash = "denial", func(a, b *Claim) bool {
			return a.Value != b.Value && (a.twin(b) || (a.Day == "" || b.Day == "" || near(a.Day, b.Day, quarrelDays)) && kindred(a.Show, b.Show, 2))
		}
	case SlotPosition:
		d.Type, clash = "changed", func(a, b *Claim) bool {
			return a.Value != b.Value && a.Day != b.Day && near(a.Day, b.Day, positionDays) && kindred(a.Show, b.Show, 3)
		}
	case SlotReason:
		clash = func(a, b *Claim) bool {
			return a.Value != b.Value && !sameHolder(a, b) && near(a.Day, b.Day, quarrelDays) || a.Value != b.Value && a.Article == b.Article
		}
	case SlotBegan:
		clash = func(a, b *Claim) bool {
			return a.Value != b.Value && !sameHolder(a, b) && (a.Article == b.Article || near(a.Day, b.Day, figureDays))
		}
	case SlotOutcome:
		clash = func(a, b *Claim) bool {
			return a.Value != b.Value && !sameHolder(a, b) && (a.Article == b.Article || near(a.Day, b.Day, figureDays))
		}
	case SlotAttendance:
		clash = func(a, b *Claim) bool {
			return a.Value != b.Value && a.Article != b.Article && near(a.Day, b.Day, quarrelDays)
		}
	case SlotDate:
		// Two days that one article tells are days of one long meeting.
		clash = func(a, b *Claim) bool {
			return a.Value != b.Value && a.Article != b.Article && near(a.Value, b.Value, numbering)
		}
	case SlotPlace:
		clash = func(a, b *Claim) bool {
			return a.Value != b.Value && (a.Article == b.Article || near(a.Day, b.Day, numbering))
		}
	default: // an ordinal
		clash = func(a, b *Claim) bool { return a.Value != b.Value }
	}
	for _, p := range positions(cs) {
		if p.clashes(cs, clash) {
			d.Positions = append(d.Positions, p)
		}
	}
	if len(d.Positions) < 2 {
		return Disagreement{}, false
	}
	d.ID = makeID(Disagreements, d.Subject.String(), string(d.Slot), d.Of)
	return d, true
}

func compareClaims(a, b Claim) int {
	// Claims without a day come last.
	day := func(c *Claim) string { return cmp.Or(c.Day, "~") }
	return cmp.Or(cmp.Compare(day(&a), day(&b)), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.Value, b.Value),
		cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Show, b.Show), cmp.Compare(a.Name, b.Name))
}

// positions groups sorted claims by value, the earliest value first.
func positions(cs []Claim) []Position {
	var out []Position
	at := map[string]int{}
	for _, c := range cs {
		i, ok := at[c.Value]
		if !ok {
			i = len(out)
			at[c.Value] = i
			out = append(out, Position{Value: c.Value, Show: c.Show})
		}
		if p := &out[i]; len(p.Claims) == 0 || !repeats(&p.Claims[len(p.Claims)-1], &c) {
			p.Claims = append(p.Claims, c)
		}
	}
	return out
}

// repeats reports whether b is a's claim again, read by another rule from the
// same words.
func repeats(a, b *Claim) bool {
	return a.Article == b.Article && a.Holder == b.Holder && a.Span.Overlaps(b.Span)
}

// mostCompared bounds the claims of one slot that are compared with one
// another, so that a slot that thousands fill costs no more than some hundred.
const mostCompared = 64

func (p *Position) clashes(cs []Claim, clash func(a, b *Claim) bool) bool {
	for i := range p.Claims[:min(len(p.Claims), mostCompared)] {
		left := mostCompared
		for j := range cs {
			if cs[j].Value == p.Value {
				continue
			}
			if (p.Claims[i].twin(&cs[j]) || !within(&p.Claims[i], &cs[j])) && clash(&p.Claims[i], &cs[j]) {
				return true
			}
			if left--; left == 0 {
				break
			}
		}
	}
	return false
}

// within reports whether one claim stands in the words of the other: what
// somebody says that another says, or one sentence read by two rules.
func within(a, b *Claim) bool { return a.Article == b.Article && a.Span.Overlaps(b.Span) }

// twin reports whether one statement makes both claims: it tells what it denies.
func (a *Claim) twin(b *Claim) bool {
	return a.Slot == SlotDenial && b.Slot == SlotDenial && a.Article == b.Article && a.Seq == b.Seq
}

func sameHolder(a, b *Claim) bool {
	return !a.Holder.IsZero() && a.Holder == b.Holder || a.Name != "" && plain(a.Name) == plain(b.Name)
}

// figuresClash: two sources of about one day whose ranges have no number in common.
func figuresClash(a, b *Claim) bool {
	if sameHolder(a, b) || a.Article != b.Article && !near(a.Day, b.Day, figureDays) {
		return false
	}
	lo, hi := parseRange(a.Value)
	lo2, hi2 := parseRange(b.Value)
	together := a.Article == b.Article
	if together && max(a.Span.Start-b.Span.Start, b.Span.Start-a.Span.Start) > besides {
		return false
	}
	if vague(lo, hi, together) || vague(lo2, hi2, together) {
		return false
	}
	return hi >= 0 && hi < lo2 || hi2 >= 0 && hi2 < lo
}

// besides is how far apart, in bytes, an article sets two counts of one thing
// beside each other: some three hundred letters. Farther off it speaks of
// another place or time, which is not always read.
const besides = 600

// vague: «thousands» contradicts no number, and «at least» none but one that an
// article sets beside it. «At most» is a number.
func vague(lo, hi int64, together bool) bool {
	if hi < 0 {
		return !together
	}
	return lo > 0 && hi > 2*lo
}

// parseRange reads "3..5"; an open upper side is -1.
func parseRange(v string) (lo, hi int64) {
	a, b, _ := strings.Cut(v, "..")
	lo, _ = strconv.ParseInt(a, 10, 64)
	hi = -1
	if n, err := strconv.ParseInt(b, 10, 64); err == nil {
		hi = n
	}
	return lo, hi
}

// blameClash: two charge different ones with a breach around one meeting, or
// each charges the other.
func blameClash(cs []Claim) func(a, b *Claim) bool {
	return func(a, b *Claim) bool {
		if a.Value == b.Value || sameHolder(a, b) || a.Article != b.Article && !near(a.Day, b.Day, quarrelDays) {
			return false
		}
		mutual := !a.Holder.IsZero() && !b.Holder.IsZero() && (a.Holder == b.Against || a.Side == b.Against) && (b.Holder == a.Against || b.Side == a.Against)
		return mutual || a.Breach && b.Breach
	}
}

// kindred reports whether two wordings have n words of some length in common.
func kindred(a, b string, n int) bool {
	in := map[string]bool{}
	for _, w := range strings.Fields(plain(a)) {
		in[stemOf(w)] = true
	}
	for _, w := range strings.Fields(plain(b)) {
		if s := stemOf(w); len(s) >= 6 && in[s] {
			in[s] = false
			if n--; n == 0 {
				return true
			}
		}
	}
	return false
}

// stemOf strips what stands before a noun: و ف, ب ل ك, ال.
func stemOf(w string) string {
	for _, p := range [...]string{"و", "ف"} {
		if len(w) > 8 {
			w = strings.TrimPrefix(w, p)
		}
	}
	for _, p := range [...]string{"بال", "لل", "كال", "ال"} {
		if s, ok := strings.CutPrefix(w, p); ok && len(s) >= 6 {
			return s
		}
	}
	return w
}
