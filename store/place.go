package store

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"

	"mahdar/text"
)

// Place is where a fact stands in the order of its kind: by the first day that
// it speaks of (those without one last), by its ordinal, by the day and the id
// of the article that tells it first, and by its place there. It depends on
// the fact and its earliest evidence alone, so that it stays what it is
// whatever else comes into a record.
type Place struct {
	At  int64 // first day, ordinal, day of publication: 22, 12 and 22 bits
	Nth int64 // article and place in it: 44 and 18 bits
	Tie int64 // whatever tells apart what is alike in all that
}

const (
	noDay       = 1<<22 - 1
	mostOrdinal = 1<<12 - 1
	mostPlace   = 1<<18 - 1
)

// dayBits is a day as a number that grows with it.
func dayBits(day string) int64 {
	n := number(day)
	if n <= 0 {
		return noDay
	}
	return int64(n/10000*372 + n/100%100*31 + n%100)
}

// number is 20310504 for "2031-05-04"; 0 for what is no day.
func number(day string) int {
	if len(day) != len("2031-05-04") || day[4] != '-' || day[7] != '-' {
		return 0
	}
	n, err := strconv.Atoi(day[:4] + day[5:7] + day[8:])
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// PlaceOf is the place of a fact that speaks of a first day ("" for none) and
// is told first by the article of this id, published on day, as its seq-th finding.
func PlaceOf(first string, ordinal int, day, article string, seq int) Place {
	return Place{
		At:  FirstPlace(first).At | int64(min(max(ordinal, 0), mostOrdinal))<<22 | dayBits(day),
		Nth: KeyOf(article)>>16<<18 | int64(min(seq, mostPlace)),
	}
}

// FirstPlace is before all facts of a day and after those of the day before.
func FirstPlace(day string) Place { return Place{At: dayBits(day) << 34} }

// Compare is negative where p comes before q.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.At, q.At), cmp.Compare(p.Nth, q.Nth), cmp.Compare(p.Tie, q.Tie))
}

// String writes p as a cursor: see Query.After.
func (p Place) String() string {
	b := make([]byte, 0, placeSize)
	for _, n := range [...]int64{p.At, p.Nth, p.Tie} {
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

const placeSize = 24

// ErrCursor is the error of a question whose cursor no store has made.
var ErrCursor = errors.New("that is no place in a list of this record; ask without it for the beginning")

// ParsePlace reads what String wrote.
func ParsePlace(cursor string) (Place, error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || len(b) != placeSize {
		return Place{}, ErrCursor
	}
	n := func(i int) int64 { return int64(binary.BigEndian.Uint64(b[8*i:])) }
	return Place{n(0), n(1), n(2)}, nil
}

// KeyOf is the first 60 bits of the hash in an article's id; ids of any other
// form share 0, which costs order and nothing else.
func KeyOf(article string) int64 {
	var b [8]byte
	h := strings.TrimPrefix(article, "sha256:")
	if len(h) < 16 {
		return 0
	}
	if _, err := hex.Decode(b[:], []byte(h[:16])); err != nil {
		return 0
	}
	return int64(binary.BigEndian.Uint64(b[:]) >> 4)
}

// dayOf is the day on which an article says that it appeared; one that only
// follows from other articles orders nothing.
func dayOf(p text.Published) string {
	if p.Basis == text.Inferred {
		return ""
	}
	return p.Day()
}
