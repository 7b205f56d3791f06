package record

import (
	"slices"
	"strings"
)

// How alike words must be to be one statement: nearly all of the shorter in
// the longer, and not a mere part of it.
const (
	partAlike  = 0.8
	wholeAlike = 0.55
	deedAlike  = 0.7 // two deeds told in a row share the words between
)

// A speaker may say the same again months later; that is another statement.
const (
	sameStatement = 14 // days between two articles that carry one statement
	sameShort     = 3  // the same for a few words
)

// compareMarks decides on two findings of kind k with different ids.
func compareMarks(k Kind, a, b *marks) (Tie, bool) {
	switch k {
	case Actors:
		return compareActors(a, b)
	case Meetings:
		return compareMeetings(a, b)
	case Figures:
		return Tie{}, false // one row a source
	}
	if a.Name != b.Name || a.Kind != b.Kind || a.First != b.First && a.First != "" && b.First != "" {
		return Tie{}, false
	}
	if a.Text != "" || b.Text != "" {
		return Tie{Same: true, Reason: "same-words", Detail: a.Text}, a.Text == b.Text && near(a.Day, b.Day, sameShort)
	}
	shorter, both := common(a.Runs, b.Runs)
	if shorter < partAlike || both < wholeAlike || k == Incidents && both < deedAlike {
		return Tie{}, false
	}
	switch {
	case a.Day == "" || b.Day == "":
		return Tie{Same: true, Reason: "nearly-same-words"}, min(a.Words, b.Words) >= longWords
	case !near(a.Day, b.Day, sameStatement):
		return Tie{Reason: "same-words-later", Detail: a.Day + "/" + b.Day}, true
	}
	return Tie{Same: true, Reason: "nearly-same-words"}, true
}

// near reports whether two days are known and at most n days apart.
func near(a, b string, n int) bool {
	if a == "" || b == "" {
		return false
	}
	if a > b {
		a, b = b, a
	}
	return between(a, b) <= n
}

// compareMeetings: a meeting outside any numbering is told by day, place and
// company. Of a numbered round and one that is not numbered on a day of it a
// person decides, lest one misread day join two rounds.
func compareMeetings(a, b *marks) (Tie, bool) {
	if a.Kind != b.Kind || a.Process != "" && b.Process != "" && a.Process != b.Process || a.Ordinal > 0 && b.Ordinal > 0 {
		return Tie{}, false
	}
	if a.Place != "" && b.Place != "" && a.Place != b.Place {
		return Tie{}, false
	}
	if a.First == "" && a.Last == "" && b.First == "" && b.Last == "" {
		shorter, both := common(a.Runs, b.Runs)
		return Tie{Same: true, Reason: "nearly-same-words"}, a.Name == b.Name && shorter >= partAlike && both >= wholeAlike && near(a.Day, b.Day, sameStatement)
	}
	day := sharedDay(a, b)
	if day == "" {
		return Tie{}, false
	}
	if a.Ordinal > 0 || b.Ordinal > 0 {
		return Tie{Reason: "same-process-and-day", Detail: day}, a.Process == b.Process
	}
	placed := a.Place != "" && a.Place == b.Place
	switch n := overlap(a.Who, b.Who); {
	case n >= 2:
		// One who meets two on a day, told in one sentence, is not one meeting
		// with each of the two.
		return Tie{Same: 2*n > max(len(a.Who), len(b.Who)), Reason: "same-day-and-company", Detail: day}, true
	case n == 1 && placed:
		// «A visits the city» and «A meets B in the city»; but not «A meets C» there.
		return Tie{Same: min(len(a.Who), len(b.Who)) == 1, Reason: "same-day-place-and-party", Detail: day}, true
	case placed && a.Process != "" && a.Process == b.Process && a.Kind == "talks":
		return Tie{Same: true, Reason: "same-process-and-day", Detail: day}, true
	}
	return Tie{}, false
}

// sharedDay is a day on which both begin or end, "" where their days differ.
func sharedDay(a, b *marks) string {
	if a.First != "" && b.First != "" {
		if a.First != b.First {
			return ""
		}
		return a.First
	}
	for _, d := range []string{a.First, a.Last} {
		if d != "" && (d == b.First || d == b.Last) {
			return d
		}
	}
	return ""
}

// compareActors: never one on account of names, only perhaps.
func compareActors(a, b *marks) (Tie, bool) {
	if a.Kind != b.Kind || a.Name == b.Name {
		return Tie{}, false
	}
	if a.Kind == "ORG" {
		long, short := longShort(a.Name, b.Name)
		return Tie{Reason: "longer-name", Detail: short}, strings.HasPrefix(long, short+" ")
	}
	if long, short := longShort(a.Name, b.Name); strings.HasSuffix(long, " "+short) && strings.Contains(short, " ") {
		return Tie{Reason: "longer-name", Detail: short}, true
	}
	first, last := firstLast(a.Name)
	first2, last2 := firstLast(b.Name)
	if last != last2 {
		return Tie{}, false
	}
	if first == first2 && first != last {
		return Tie{Reason: "same-first-and-last-name", Detail: first + " " + last}, true
	}
	for _, o := range a.Offices {
		if slices.Contains(b.Offices, o) && (first == last || first2 == last2 || alikeName(first, first2)) {
			return Tie{Reason: "same-surname-and-office", Detail: o}, true
		}
	}
	return Tie{}, false
}

func longShort(a, b string) (long, short string) {
	if len(a) < len(b) {
		return b, a
	}
	return a, b
}

// alikeName reports whether two given names differ only in letters that
// transcriptions leave out or change: ا و ي and doubled ones.
func alikeName(a, b string) bool { return skeleton(a) == skeleton(b) }

func skeleton(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		switch r {
		case 'ا', 'و', 'ي', 'ه':
			continue
		case 'غ', 'ج', 'ك':
			r = 'ج'
		case 'ث', 'س':
			r = 'س'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
