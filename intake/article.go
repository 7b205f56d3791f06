package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"mahdar/text"
)

// draft is an article on its way to a Document.
type draft struct {
	raw       []byte // as it arrived; its hash is the article's id
	body      string // decoded
	verbatim  bool   // body is raw, letter for letter
	format    string
	source    text.Source // metadata of the format; Path, SHA256 and Language are filled in
	published text.Published
}

// article checks a draft, adds what its surroundings say (a sidecar, a feed, the
// user's flag), and hands it on.
func (w *walk) article(in *input, d draft) error {
	if strings.TrimFunc(d.body, blank) == "" {
		return refuse(Empty, "save or fetch it again, or leave it out", "holds no text")
	}
	lang := "ar"
	if !w.opt.AnyLanguage {
		var r *Refusal
		if lang, r = language(d.body); r != nil {
			return r
		}
	}
	sum := sha256.Sum256(d.raw)
	doc := &text.Document{Text: d.body, Source: over(d.source, in.source), Published: d.published}
	if !d.verbatim {
		doc.Raw = d.raw
	}
	doc.Source.Path, doc.Source.Format = in.path, or(in.format, d.format)
	doc.Source.Language, doc.Source.SHA256 = lang, hex.EncodeToString(sum[:])
	if err := addSidecar(in, doc); err != nil {
		// the article itself is sound: say what is wrong beside it and read on
		if err := w.refused(in.path, err); err != nil {
			return err
		}
	}
	if w.opt.Published != "" {
		doc.Published = text.Published{EDTF: w.opt.Published, Basis: text.Given}
	}
	if doc.Published.EDTF == "" {
		doc.Published = w.opt.Fallback
	}
	if doc.Published.EDTF == "" {
		doc.Published.Basis = text.Unknown
	}
	w.report.Articles++
	if err := w.fn(doc); err != nil {
		return &stop{err}
	}
	return nil
}

// over is a with what b knows better; b comes from closer to the user.
func over(a, b text.Source) text.Source {
	set := func(dst *string, v string) {
		if v != "" {
			*dst = v
		}
	}
	set(&a.URL, b.URL)
	set(&a.Outlet, b.Outlet)
	set(&a.Author, b.Author)
	if a.Title == "" {
		a.Title = b.Title
	}
	if a.Canonical == "" {
		a.Canonical = b.Canonical
	}
	if !b.Retrieved.IsZero() {
		a.Retrieved = b.Retrieved
	}
	return a
}

// blank reports what a reader does not see: spaces, controls, marks of direction.
func blank(r rune) bool {
	return r <= ' ' || r == 0xa0 || r == 0x85 || r == 0xfeff || r == 0x2028 || r == 0x2029 || r >= 0x2000 && r <= 0x200f || r >= 0x202a && r <= 0x202f || r == 0x3000
}
