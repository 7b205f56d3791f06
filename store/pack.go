package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// Parcel is an article and its reading, ready to be kept.
type Parcel struct {
	ID        string
	Reader    string // version that made the reading
	Again     bool   // replaces a reading of the same version, too
	Source    text.Source
	Given     text.Published // as it came with the article
	Published text.Published // as the reading has it
	Headline  string
	Stems     string // words of the text, for full-text search
	Text      []byte // packed
	Raw       []byte // packed; nil where the text is all there was
	Reading   []byte // packed fact.MarshalKept, or public JSON where it is of another text
	Derived
}

// Derived is what follows from one reading for the record.
type Derived struct {
	record.Derived
	Keys       []byte   // of Traits: EachKeys reads them
	Bodies     []byte   // of Traits, packed: EachBody reads them
	ClaimBytes [][]byte // of Claims, as they are kept
	ClueBytes  [][]byte // of Clues, as they are kept
}

// EachKeys hands on the keys of an article as they are kept: for each finding
// that has any its place, the hash of its fact, and how many they are, in 2, 8
// and 1 bytes, and then each in KeyBytes, big endian.
func EachKeys(b []byte, do func(seq uint16, fact int64, keys []byte)) {
	const head = 11
	for len(b) >= head {
		n := int(b[10]) * KeyBytes
		if n > len(b)-head {
			return
		}
		do(binary.BigEndian.Uint16(b), int64(binary.BigEndian.Uint64(b[2:])), b[head:head+n])
		b = b[head+n:]
	}
}

// KeyBytes is how many bytes a key takes.
const KeyBytes = 8

// mostSeq is the last finding of an article whose traits are kept: no article
// of news comes near it.
const mostSeq = 1<<16 - 1

// sketch packs traits.
func sketch(ts []record.Trait) (keys, bodies []byte) {
	const head, most = 11, 255 // of the keys of a finding, and how many it counts
	room, all := 0, 1
	for i := range ts {
		n := len(ts[i].Keys)
		room += n*KeyBytes + (n+most-1)/most*head
		all += 1 + binary.MaxVarintLen16 + len(ts[i].Body)
	}
	keys = make([]byte, 0, room)                       // not nil: a column that must be there
	bodies = append(make([]byte, 0, all), packedPlain) // hashes do not shrink
	for i := range ts {
		t := &ts[i]
		for ks := t.Keys; len(ks) > 0 && i < mostSeq; {
			n := min(len(ks), most)
			keys = binary.BigEndian.AppendUint16(keys, uint16(i))
			keys = binary.BigEndian.AppendUint64(keys, uint64(t.Fact.Hash))
			keys = append(keys, byte(n))
			for _, k := range ks[:n] {
				keys = binary.BigEndian.AppendUint64(keys, uint64(k))
			}
			ks = ks[n:]
		}
		bodies = append(binary.AppendUvarint(append(bodies, byte(t.Fact.Kind)), uint64(len(t.Body))), t.Body...)
	}
	return keys, bodies
}

// EachBody hands on the bodies of an article's traits, one a finding, with
// their kinds. A body is good until do returns.
func EachBody(packed []byte, do func(seq int, k record.Kind, body []byte)) error {
	all, err := Inflate(packed)
	if err != nil {
		return err
	}
	for seq := 0; len(all) > 0; seq++ {
		kind := all[0]
		n, size := binary.Uvarint(all[1:])
		if size <= 0 || n > uint64(len(all)-1-size) {
			return errors.New("the traits of an article are damaged")
		}
		all = all[1+size:]
		do(seq, record.Kind(kind), all[:n])
		all = all[n:]
	}
	return nil
}

// Derive lists what follows from r, ready to be kept. tokens are those of its
// text, nil where there are none yet.
func Derive(r *fact.Reading, tokens *arabic.Text) Derived {
	d := Derived{Derived: record.Derive(r, tokens)}
	d.Keys, d.Bodies = sketch(d.Traits)
	d.ClaimBytes = make([][]byte, len(d.Claims))
	for i := range d.Claims {
		d.ClaimBytes[i] = d.Claims[i].Encode()
	}
	d.ClueBytes = make([][]byte, len(d.Clues))
	for i := range d.Clues {
		b, err := json.Marshal(&d.Clues[i])
		if err != nil {
			panic(err) // it is made of strings and numbers
		}
		d.ClueBytes[i] = b
	}
	return d
}

// Pack makes a parcel of doc and r, what version reader made of it.
func Pack(doc *text.Document, r *fact.Reading, reader string) (*Parcel, error) {
	p := &Parcel{ID: doc.ID(), Reader: reader, Source: doc.Source, Given: doc.Published, Published: r.Published,
		Headline: r.Title.In(r.Text)}
	room := rooms.Get().(*arabic.Room)
	defer rooms.Put(room)
	tokens := room.New(doc.Text)
	p.Stems = stems(tokens)
	marshal := fact.MarshalKept
	if r.Text != doc.Text {
		marshal = fact.Marshal
	}
	js, err := marshal(r)
	if err != nil {
		return nil, fmt.Errorf("%s: its reading cannot be written: %w", doc.Source.Path, err)
	}
	p.Reading = Squeeze(js)
	p.Text = Squeeze([]byte(doc.Text))
	if doc.Raw != nil {
		p.Raw = Deflate(doc.Raw)
	}
	if r.Text != doc.Text {
		tokens = nil
	}
	p.Derived = Derive(r, tokens)
	return p, nil
}

// rooms are for the words of one article after another.
var rooms = sync.Pool{New: func() any { return new(arabic.Room) }}

// A packed value begins with a byte that says how it was packed.
const (
	packedPlain   = 0
	packedDeflate = 1
	packedSqueeze = 2
)

// writers are kept because making one costs more than packing an article.
var writers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant that exists
	}
	return w
}}

// Squeeze packs b fast, for what is asked for often.
func Squeeze(b []byte) []byte {
	out := squeeze(append(make([]byte, 0, len(b)/3+64), packedSqueeze), b)
	if len(out) > len(b) {
		return append([]byte{packedPlain}, b...)
	}
	return out
}

// Deflate packs b small, for what is seldom asked for.
func Deflate(b []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(b)/3 + 64)
	out.WriteByte(packedDeflate)
	w := writers.Get().(*flate.Writer)
	w.Reset(&out)
	_, err := w.Write(b)
	if err == nil {
		err = w.Close()
	}
	writers.Put(w)
	if err != nil || out.Len() > len(b) { // a bytes.Buffer does not fail; some bytes only grow
		return append([]byte{packedPlain}, b...)
	}
	return out.Bytes()
}

// Inflate unpacks what Deflate or Squeeze packed.
func Inflate(b []byte) ([]byte, error) {
	if len(b) == 0 {
		return nil, nil
	}
	switch b[0] {
	case packedPlain:
		return b[1:], nil
	case packedDeflate:
		r := flate.NewReader(bytes.NewReader(b[1:]))
		out, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("a packed value is damaged: %w", err)
		}
		return out, nil
	case packedSqueeze:
		return unsqueeze(b[1:])
	}
	return nil, fmt.Errorf("a packed value begins with %d, which this version does not know", b[0])
}
