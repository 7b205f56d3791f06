package record

import "mahdar/fact"

// Clue is what an article says that bears on the day of a publication: rounds
// of talks that it dates, or that it places before, on or after its own day.
type Clue struct {
	Article string
	Day     string // of publication, "" where it is not known
	Weekday string // of its own day ("tuesday"), where it names it beside «today» or «yesterday»
	Process string // "" for a clue that is only the weekday
	Ordinal int
	First   string // days of the round, where the article tells them in full
	Last    string
	Held    string // how the round lies to the article's day: "before", "on", "after", "" unknown
	Start   string // of an article without a day: when the round began or ended as it tells it
	End     string // from its own day ("XXXX-XX-XX@last-wednesday"), "" for other ways
	Words   string // that say so
}

// Bound is the days on which an article can have been published, and why.
type Bound struct {
	Article string
	First   string // "" for an open side
	Last    string
	Weekday string // the day is one of these, "" for any
	Reasons []Reason

	low, high []Reason // of First and of Last, while they are narrowed
}

// Reason is one step of a chain.
type Reason struct {
	Rule    string // "weekday", "round-before", "round-after", "round-on", "round-told", "round-dated"
	Article string // whose words
	Words   string
	Process string
	Ordinal int
	Day     string // that follows
}

// Clues lists what r says that bears on days, for keeping beside the reading.
// Most articles give none or a few.
func Clues(r *fact.Reading, fs []Finding) []Clue { return cluesOf(r, fs) }

// Solve bounds the days of the articles without a day from the clues of all
// articles of the same processes. Only articles that gain a bound are in the
// result, in the order of their ids. The order of clues does not matter.
func Solve(clues []Clue) []Bound { return solve(clues) }

// EDTF is the bound as an interval, "2031-05-06/2031-11-04", one day where
// only one is left, with ".." for an open side; "" where nothing is known.
func (b Bound) EDTF() string { return b.edtf() }

// Hang gives the findings of an article without a day the days that follow
// from its bound: what the article says of its own day happened within it.
// The findings' ids do not change.
func Hang(r *fact.Reading, fs []Finding, b Bound) { hang(r, fs, b) }
