package text

import "time"

// Basis says how a publication day became known.
type Basis string

// The values of Basis, as the public contract names them.
const (
	Stated   Basis = "stated"   // the article or its page says it
	Given    Basis = "given"    // told from outside: a flag, a sidecar, a feed
	Inferred Basis = "inferred" // follows from other articles of the record
	Unknown  Basis = "unknown"
)

// Published is an article's day of publication.
type Published struct {
	EDTF     string // "2017-12-21T10:57", "2017-12-21", "" where unknown
	Basis    Basis
	Evidence []Span // the words that state it, where it is Stated in Text
	Note     string // how it was found, or why two indications disagree
}

// Day is the calendar day of the publication ("2017-12-21"), or "" where no
// full day is known.
func (p Published) Day() string {
	if len(p.EDTF) < 10 || p.EDTF[4] != '-' || p.EDTF[7] != '-' {
		return ""
	}
	return p.EDTF[:10]
}

// Source says where a Document came from.
type Source struct {
	Path      string // as the user named it; inside archives "a.zip!/b.html"
	URL       string
	Canonical string // the page's own canonical address
	Outlet    string
	Author    string
	Title     string    // told by metadata; the title found in Text is the reading's
	Format    string    // text, html, feed, json, csv, warc
	Language  string    // BCP 47, "ar" for what is read
	Retrieved time.Time // zero where unknown
	SHA256    string    // of the raw bytes, hexadecimal
}

// Document is one article: its words and where they came from. Text is valid
// UTF-8 and is never changed after intake.
type Document struct {
	Text      string
	Source    Source
	Published Published
	Raw       []byte // the bytes as they arrived; nil where Text is those bytes
}

// ID names the document by its content: "sha256:" and the hexadecimal hash of
// the raw bytes.
func (d *Document) ID() string { return "sha256:" + d.Source.SHA256 }
