package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"mahdar/record"
	"mahdar/text"
)

// mostPasted is how many bytes a pasted article may have.
const mostPasted = 1 << 20

type tryPage struct {
	Most int // thousands of bytes
}

func (s *Server) showTry(v *visit) error {
	return s.render(v, 200, "try", titleKey("try"), tryPage{mostPasted >> 10})
}

// doTry reads what was pasted and shows it as the reader does. Nothing is kept.
// That the form is our own is checked before, by the request's origin.
func (s *Server) doTry(v *visit) error {
	// A form's encoding makes three bytes of one.
	v.Body = http.MaxBytesReader(v.w, v.Body, 3*mostPasted+4096)
	if err := v.ParseForm(); err != nil {
		var big *http.MaxBytesError
		if errors.As(err, &big) {
			return errTooBig
		}
		return errNoText
	}
	words := strings.ReplaceAll(v.PostForm.Get("text"), "\r\n", "\n")
	switch {
	case len(words) > mostPasted:
		return errTooBig
	case strings.TrimSpace(words) == "" || !utf8.ValidString(words):
		return errNoText
	}
	doc := &text.Document{Text: words, Source: text.Source{Path: word(v.lang, "pasted"), Format: "text", Language: "ar"}}
	sum := sha256.Sum256([]byte(words))
	doc.Source.SHA256 = hex.EncodeToString(sum[:])
	doc.Published.Basis = text.Unknown
	if d := v.PostForm.Get("day"); d != "" {
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			return &fault{http.StatusUnprocessableEntity, "bad-day"}
		}
		doc.Published = text.Published{EDTF: d, Basis: text.Given}
	}
	r, err := s.opt.Read(doc)
	if err != nil {
		return err
	}
	a := &record.Article{ID: doc.ID(), Source: doc.Source, Published: r.Published, Title: r.Title.In(r.Text), Text: r.Text}
	p := s.reader(v, r, a, true)
	p.Tried = true
	for i := range p.Cards {
		p.Cards[i].FactID = "" // nothing is kept, so that nothing has a permanent address
	}
	return s.render(v, 200, "article", titleKey("try"), p)
}
