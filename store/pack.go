package store

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"sync"

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
	Words     string // the text, for full-text search
	Text      []byte // packed
	Raw       []byte // packed; nil where the text is all there was
	Reading   []byte // packed public JSON
	Findings  []record.Finding
	Bodies    [][]byte // of Findings
}

// Pack makes a parcel of doc and r, what version reader made of it.
func Pack(doc *text.Document, r *fact.Reading, reader string) (*Parcel, error) {
	p := &Parcel{ID: doc.ID(), Reader: reader, Source: doc.Source, Given: doc.Published, Published: r.Published,
		Headline: r.Title.In(r.Text), Words: doc.Text}
	js, err := fact.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("%s: its reading cannot be written: %w", doc.Source.Path, err)
	}
	p.Reading = Deflate(js)
	p.Text = Deflate([]byte(doc.Text))
	if doc.Raw != nil {
		p.Raw = Deflate(doc.Raw)
	}
	p.Findings = record.Findings(r)
	p.Bodies = make([][]byte, len(p.Findings))
	for i, f := range p.Findings {
		if p.Bodies[i], err = record.EncodeBody(f); err != nil {
			return nil, fmt.Errorf("%s: %w", doc.Source.Path, err)
		}
	}
	return p, nil
}

// A packed value begins with a byte that says how it was packed.
const (
	packedPlain   = 0
	packedDeflate = 1
)

// writers are kept because making one costs more than packing an article.
var writers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant that exists
	}
	return w
}}

// Deflate packs b.
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

// Inflate unpacks what Deflate packed.
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
	}
	return nil, fmt.Errorf("a packed value begins with %d, which this version does not know", b[0])
}
