package record

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// Kind is a kind of fact.
type Kind uint8

// The kinds of facts, in the order in which faces list them.
const (
	Actors Kind = iota
	Meetings
	Statements
	Commitments
	Demands
	Ceasefires
	Incidents
	Figures
	kinds
)

// Disagreements are no findings: they follow from what findings claim.
const Disagreements = kinds

var kindNames = [kinds + 1]string{"actor", "meeting", "statement", "commitment", "demand", "ceasefire", "incident", "figure", "disagreement"}

// letters begin an ID, so that its kind can be seen; t is a truce, q a quarrel.
const letters = "amscdtifq"

// Kinds lists the kinds of findings.
func Kinds() []Kind {
	out := make([]Kind, kinds)
	for i := range out {
		out[i] = Kind(i)
	}
	return out
}

// String is the English singular.
func (k Kind) String() string {
	if k > Disagreements {
		return fmt.Sprintf("kind %d", k)
	}
	return kindNames[k]
}

// ID names a fact. It follows from what the fact is, never from when or where
// it was stored, so that it is the same on every machine and after every
// rebuild. As text it is the letter of its kind and twelve of 0-9 a-v:
// "m04k1…".
type ID struct {
	Kind Kind
	Hash int64 // 60 bits
}

// idBits is how much of a hash an ID keeps: twelve digits of five bits. Among
// ten million facts two share one with a chance of one in twenty thousand.
const idBits = 60

// HashBits is how many bits the hash of an id has, and a blocking key.
const HashBits = idBits

// digits are those of base 32 with extended hex alphabet, which sorts as the number does.
const digits = "0123456789abcdefghijklmnopqrstuv"

// makeID hashes the parts that make a fact what it is. A part cannot reach
// into the next.
func makeID(k Kind, parts ...string) ID {
	h := sha256.New()
	h.Write([]byte(kindNames[k]))
	for _, p := range parts {
		h.Write([]byte{0})
		h.Write([]byte(p))
	}
	var sum [sha256.Size]byte
	return ID{k, int64(binary.BigEndian.Uint64(h.Sum(sum[:0])) >> (64 - idBits))}
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String is the text form; "" for the zero ID.
func (id ID) String() string {
	if id.IsZero() || id.Kind > Disagreements {
		return ""
	}
	var b [1 + idBits/5]byte
	b[0] = letters[id.Kind]
	h := id.Hash
	for i := len(b) - 1; i > 0; i-- {
		b[i] = digits[h&31]
		h >>= 5
	}
	return string(b[:])
}

// MarshalText gives the text form to JSON.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads the text form.
func (id *ID) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*id = ID{}
		return nil
	}
	*id, err = ParseID(string(b))
	return err
}

// ParseID reads the text form of an ID.
func ParseID(s string) (ID, error) {
	k := -1
	if len(s) == 1+idBits/5 {
		k = strings.IndexByte(letters, s[0])
	}
	if k < 0 {
		return ID{}, fmt.Errorf("%q is not the id of a fact: it would be one of the letters %s and %d of 0-9, a-v", s, letters, idBits/5)
	}
	id := ID{Kind: Kind(k)}
	for _, c := range []byte(s[1:]) {
		d := strings.IndexByte(digits, c)
		if d < 0 {
			return ID{}, fmt.Errorf("%q is not the id of a fact: %q is not one of 0-9, a-v", s, c)
		}
		id.Hash = id.Hash<<5 | int64(d)
	}
	return id, nil
}
