package review

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"mahdar/record"
)

// Verb is what a decision does.
type Verb string

// The verbs.
const (
	Accept    Verb = "accept"     // the fact is right as it was read
	Reject    Verb = "reject"     // it is none
	Correct   Verb = "correct"    // Slot has Value
	Merge     Verb = "merge"      // it is one with Other
	Apart     Verb = "apart"      // it is not one with Other, which it seems to be
	Split     Verb = "split"      // the evidence of Article speaks of another fact; Value groups articles
	Link      Verb = "link"       // it belongs to Other: a breach to the undertaking
	Resolve   Verb = "resolve"    // of a disagreement: Value holds
	LeaveOpen Verb = "leave-open" // of a disagreement: nobody can say
	Add       Verb = "add"        // the reader missed it: it stands at Start to End of Article
	Comment   Verb = "comment"    // Reason is a remark
	Undo      Verb = "undo"       // the decision Undoes no longer holds
)

// Verbs lists the verbs.
func Verbs() []Verb {
	return []Verb{Accept, Reject, Correct, Merge, Apart, Split, Link, Resolve, LeaveOpen, Add, Comment, Undo}
}

// Role is in which capacity somebody decides.
type Role string

// The roles.
const (
	Coder       Role = "coder"       // codes, and may differ from other coders
	Adjudicator Role = "adjudicator" // decides between coders
	Machine     Role = "machine"     // suggests; never counts
)

// Roles lists the roles.
func Roles() []Role { return []Role{Coder, Adjudicator, Machine} }

// Decision is one thing that somebody has decided. Fields that its verb does
// not need are zero.
type Decision struct {
	At      time.Time // UTC, in microseconds
	Coder   string
	Role    Role
	Fact    record.ID // of Add: AddedID
	Verb    Verb
	Slot    string // of Correct
	Value   string // of Correct, Split, Resolve
	Was     string // of Correct: what had been read, for people; the fold does not look at it
	Other   record.ID
	Article string // of Split and Add: id
	Start   int    // of Add: code points of the article
	End     int
	Exact   string // of Add: the words there
	Undoes  string // of Undo: Decision.ID
	Reason  string
}

// ID names the decision by what it says, so that it is the same on every
// machine and one that comes twice is one: "x" and twelve of 0-9 a-v.
func (d Decision) ID() string {
	h := sha256.New()
	for _, p := range d.cells()[1:] {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	var sum [sha256.Size]byte
	n := binary.BigEndian.Uint64(h.Sum(sum[:0]))
	const digits = "0123456789abcdefghijklmnopqrstuv"
	b := []byte("x000000000000")
	for i := len(b) - 1; i > 0; i-- {
		b[i] = digits[n&31]
		n >>= 5
	}
	return string(b)
}

// AddedID is the id of a fact that people mark in an article: the same words
// marked twice are one fact.
func AddedID(k record.Kind, article string, start, end int) record.ID {
	return derived(k, "added", article, fmt.Sprint(start), fmt.Sprint(end))
}

// SplitID is the id of the fact that a split makes out of the evidence of the
// article, or of all articles split off under one group.
func SplitID(from record.ID, article, group string) record.ID {
	if group != "" {
		article = ""
	}
	return derived(from.Kind, "split", from.String(), article, group)
}

// derived hashes the parts into an id as package record does, in a room of its own.
func derived(k record.Kind, parts ...string) record.ID {
	sum := sha256.Sum256([]byte("review\x00" + k.String() + "\x00" + strings.Join(parts, "\x00")))
	return record.ID{Kind: k, Hash: int64(binary.BigEndian.Uint64(sum[:]) >> 4)}
}

// Normal is d with its time in UTC and microseconds, blanks trimmed, and the
// coder's role where none is given.
func (d Decision) Normal() Decision {
	d.At = d.At.UTC().Truncate(time.Microsecond)
	d.Coder = strings.Join(strings.Fields(d.Coder), " ")
	d.Value = strings.TrimSpace(d.Value)
	d.Reason = strings.TrimSpace(d.Reason)
	if d.Role == "" {
		d.Role = Coder
	}
	return d
}

// Check says what is wrong with d by itself: a sentence for who wrote it.
func (d Decision) Check() error {
	switch {
	case d.Coder == "":
		return errors.New("nobody has decided it; name the coder")
	case d.At.IsZero():
		return errors.New("it has no time; write it as 2031-05-04T09:30:00Z")
	case d.At.Year() < 1 || d.At.Year() > 9999:
		return fmt.Errorf("its time lies in the year %d", d.At.Year())
	case !slices.Contains(Verbs(), d.Verb):
		return fmt.Errorf("there is no decision %q; there are %s", d.Verb, list(Verbs()))
	case !slices.Contains(Roles(), d.Role):
		return fmt.Errorf("there is no role %q; there are %s", d.Role, list(Roles()))
	case d.Fact.IsZero() && d.Verb != Undo:
		return errors.New("it names no fact")
	}
	for _, s := range d.cells() {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, forbidden) {
			return errors.New("it contains control characters; write plain text")
		}
	}
	return d.checkVerb()
}

func forbidden(r rune) bool { return unicode.Is(unicode.Cc, r) && r != '\n' && r != '\t' }

func (d Decision) checkVerb() error {
	k := d.Fact.Kind
	switch d.Verb {
	case Correct:
		return CheckSlot(k, d.Slot, d.Value)
	case Merge, Apart:
		switch {
		case d.Other.IsZero() || d.Other == d.Fact:
			return errors.New("it names another fact that it is one with, or is not")
		case d.Other.Kind != k:
			return fmt.Errorf("%s and %s cannot be one", aKind(k), aKind(d.Other.Kind))
		}
	case Link:
		if d.Other.IsZero() || d.Other == d.Fact {
			return errors.New("a link names another fact that it belongs to")
		}
	case Split:
		if d.Article == "" {
			return errors.New("a split names the article whose evidence speaks of another fact")
		}
	case Resolve:
		if d.Value == "" {
			return errors.New("to resolve a disagreement, give the value that holds; else leave-open")
		}
	case Add:
		switch {
		case d.Article == "" || d.Start < 0 || d.End <= d.Start || d.Exact == "":
			return errors.New("a fact is added with its article and the place and words that it stands on")
		case utf8.RuneCountInString(d.Exact) != d.End-d.Start:
			return fmt.Errorf("its words have %d code points, but %d to %d are %d", utf8.RuneCountInString(d.Exact), d.Start, d.End, d.End-d.Start)
		case d.Fact != AddedID(k, d.Article, d.Start, d.End):
			return fmt.Errorf("the fact there would be %s", AddedID(k, d.Article, d.Start, d.End))
		case k == record.Disagreements:
			return errors.New("a disagreement follows from facts and cannot be added")
		}
	case Comment:
		if d.Reason == "" {
			return errors.New("a comment has words; give them as its reason")
		}
	case Undo:
		if d.Undoes == "" {
			return errors.New("an undo names the decision that it undoes")
		}
	}
	if (d.Verb == Resolve || d.Verb == LeaveOpen) && k != record.Disagreements {
		return fmt.Errorf("only disagreements are resolved or left open; %s is %s", d.Fact, aKind(k))
	}
	return nil
}

// aKind is a kind with its article.
func aKind(k record.Kind) string {
	if k == record.Actors || k == record.Incidents {
		return "an " + k.String()
	}
	return "a " + k.String()
}

func list[S ~string](all []S) string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = string(s)
	}
	return strings.Join(out, ", ")
}

// Sort puts decisions in their order: by time, then by id; it drops those that
// stand there twice.
func Sort(ds []Decision) []Decision {
	out, _ := sorted(ds)
	return out
}

// sorted is Sort with the ids of what it gives.
func sorted(ds []Decision) ([]Decision, []string) {
	type keyed struct {
		Decision
		id string
	}
	all := make([]keyed, len(ds))
	for i, d := range ds {
		all[i] = keyed{d, d.ID()}
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return strings.Compare(a.id, b.id)
	})
	all = slices.CompactFunc(all, func(a, b keyed) bool { return a.id == b.id })
	out, ids := make([]Decision, len(all)), make([]string, len(all))
	for i, k := range all {
		out[i], ids[i] = k.Decision, k.id
	}
	return out, ids
}
