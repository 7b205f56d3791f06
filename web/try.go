package web

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"mahdar/access"
	"mahdar/fact"
	"mahdar/intake"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Bounds of what a visitor may have read.
const (
	mostPasted = 1 << 20 // bytes of a pasted article
	mostFile   = 8 << 20 // bytes of a file
	mostRead   = 10      // articles of one visit
)

type tryPage struct {
	Most  int // thousands of bytes
	Files []triedFile
	No    []string // what was not read, and why
}

// triedFile is an article out of a file, with what brings it back: nothing is
// kept on this side between two visits.
type triedFile struct {
	Title, Outlet, Day string
	Name               string
	Counts             []layerCount
	N                  int
	keepForm
}

// keepForm is what a form sends along so that the same article is read again.
type keepForm struct {
	Raw, File, Type string // base64, and how it arrived
	Nth             int    // which article of the file
	GivenDay        string
	Pasted          bool
	MayKeep         bool
	There           string // hex of the same article in the record
}

func (s *Server) showTry(v *visit) error {
	return s.render(v, 200, "try", titleKey("try"), tryPage{Most: mostPasted >> 10})
}

// doTry reads what was pasted or the files that came along and shows one
// article as the reader does, several as a list. Nothing is kept.
func (s *Server) doTry(v *visit) error {
	files, err := v.files()
	if err != nil {
		return err
	}
	day, err := givenDay(v.PostForm.Get("day"))
	if err != nil {
		return err
	}
	if raw := v.PostForm.Get("raw"); raw != "" { // one of a list that was shown before
		d, form, err := s.again(v)
		if err != nil {
			return err
		}
		return s.showTried(v, d, form)
	}
	if len(files) > 0 {
		return s.tryFiles(v, files, day)
	}
	d, form, err := pasted(v, v.PostForm.Get("text"), day)
	if err != nil {
		return err
	}
	return s.showTried(v, d, form)
}

// files parses the form and gives the files in it.
func (v *visit) files() ([]*multipart.FileHeader, error) {
	v.Body = http.MaxBytesReader(v.w, v.Body, 32<<20)
	err := v.ParseMultipartForm(8 << 20)
	if errors.Is(err, http.ErrNotMultipart) {
		err = v.ParseForm()
	}
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &big):
		return nil, errTooBig
	case err != nil:
		return nil, errNoText
	}
	if v.MultipartForm == nil {
		return nil, nil
	}
	var out []*multipart.FileHeader
	for _, f := range v.MultipartForm.File["files"] {
		if f.Size > 0 {
			out = append(out, f)
		}
	}
	return out, nil
}

func givenDay(d string) (string, error) {
	if d == "" {
		return "", nil
	}
	if _, err := time.Parse(time.DateOnly, d); err != nil {
		return "", &fault{http.StatusUnprocessableEntity, "bad-day"}
	}
	return d, nil
}

// pasted is the document of pasted words.
func pasted(v *visit, words, day string) (*text.Document, keepForm, error) {
	words = strings.ReplaceAll(words, "\r\n", "\n")
	switch {
	case len(words) > mostPasted:
		return nil, keepForm{}, errTooBig
	case strings.TrimSpace(words) == "" || !utf8.ValidString(words):
		return nil, keepForm{}, errNoText
	}
	sum := sha256.Sum256([]byte(words))
	doc := &text.Document{Text: words, Source: text.Source{Path: word(v.lang, "pasted"), Format: "text", Language: "ar", SHA256: hex.EncodeToString(sum[:])}}
	doc.Published.Basis = text.Unknown
	if day != "" {
		doc.Published = text.Published{EDTF: day, Basis: text.Given}
	}
	return doc, keepForm{Raw: base64.StdEncoding.EncodeToString([]byte(words)), Pasted: true, GivenDay: day}, nil
}

// tryFiles reads files, and shows what was read in them.
func (s *Server) tryFiles(v *visit, files []*multipart.FileHeader, day string) error {
	p := tryPage{Most: mostPasted >> 10}
	var only *text.Document
	for _, f := range files {
		raw, err := fileBytes(f)
		if err != nil {
			return err
		}
		form := keepForm{Raw: base64.StdEncoding.EncodeToString(raw), File: path.Base(strings.ReplaceAll(f.Filename, `\`, "/")), Type: f.Header.Get("Content-Type"), GivenDay: day}
		err = eachArticle(v.ctx(), form, raw, func(n int, d *text.Document) error {
			if len(p.Files) == mostRead {
				return errEnoughRead
			}
			r, err := s.opt.Read(d)
			if err != nil {
				return err
			}
			x := triedFile{Name: clean(form.File), Title: clean(r.Title.In(r.Text)), Outlet: clean(d.Source.Outlet), Day: r.Published.EDTF, keepForm: form, N: len(record.Findings(r))}
			x.Nth = n
			s.keeping(v, d, &x.keepForm)
			p.Files = append(p.Files, x)
			only = d
			return nil
		}, func(no *intake.Refusal) { p.No = append(p.No, clean(no.Error())) })
		if err != nil && !errors.Is(err, errEnoughRead) {
			return err
		}
	}
	if len(p.Files) == 1 && len(p.No) == 0 {
		return s.showTried(v, only, p.Files[0].keepForm)
	}
	if len(p.Files) == 0 && len(p.No) == 0 {
		return errNoText
	}
	return s.render(v, 200, "try", titleKey("try"), p)
}

var errEnoughRead = errors.New("as many articles as one visit may have read")

func fileBytes(f *multipart.FileHeader) ([]byte, error) {
	if f.Size > mostFile {
		return nil, errTooBig
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(in)
}

// eachArticle hands on the articles of a file by their number in it.
func eachArticle(ctx context.Context, form keepForm, raw []byte, do func(n int, d *text.Document) error, refused func(*intake.Refusal)) error {
	n := -1
	opt := intake.Options{MaxArticle: mostFile, MaxUnpacked: 64 << 20, MaxEntries: 200, MaxDepth: 3, Published: form.GivenDay, Refused: refused}
	_, err := intake.One(ctx, form.File, form.Type, raw, text.Source{Path: form.File}, opt, func(d *text.Document) error {
		n++
		return do(n, d)
	})
	return err
}

// again is the document that a form brings back.
func (s *Server) again(v *visit) (*text.Document, keepForm, error) {
	f := v.PostForm
	raw, err := base64.StdEncoding.DecodeString(f.Get("raw"))
	if err != nil || len(raw) > mostFile {
		return nil, keepForm{}, errNoText
	}
	day, err := givenDay(f.Get("day"))
	if err != nil {
		return nil, keepForm{}, err
	}
	if f.Get("pasted") != "" {
		return pasted(v, string(raw), day)
	}
	form := keepForm{Raw: f.Get("raw"), File: path.Base(f.Get("file")), Type: f.Get("type"), GivenDay: day}
	form.Nth, _ = strconv.Atoi(f.Get("nth"))
	var found *text.Document
	err = eachArticle(v.ctx(), form, raw, func(n int, d *text.Document) error {
		if n != form.Nth {
			return nil
		}
		found = d
		return errEnoughRead
	}, nil)
	switch {
	case found != nil:
		return found, form, nil
	case err != nil && !errors.Is(err, errEnoughRead):
		return nil, form, err
	}
	return nil, form, errNoText
}

// keeping says whether the visitor may keep a document, and whether it is there.
func (s *Server) keeping(v *visit, d *text.Document, form *keepForm) {
	form.MayKeep = s.opt.Keep != nil && access.FromContext(v.ctx()).Role.Can(access.Coder)
	if _, err := s.opt.Record.Article(v.ctx(), d.ID()); err == nil {
		form.There, form.MayKeep = hexOf(d.ID()), false
	}
}

// showTried shows one article with its findings.
func (s *Server) showTried(v *visit, d *text.Document, form keepForm) error {
	r, err := s.opt.Read(d)
	if err != nil {
		return err
	}
	a := &record.Article{ID: d.ID(), Source: d.Source, Published: r.Published, Title: r.Title.In(r.Text), Text: r.Text}
	p := s.reader(v, r, a, true)
	p.Tried = true
	s.keeping(v, d, &form)
	p.Keep = &form
	for i := range p.Cards {
		p.Cards[i].FactID = "" // nothing is kept, so that nothing has a permanent address
	}
	return s.render(v, 200, "article", titleKey("try"), p)
}

// keep reads the article of a form once more and adds it to the record.
func (s *Server) keep(v *visit) error {
	if _, err := v.files(); err != nil {
		return err
	}
	d, _, err := s.again(v)
	if err != nil {
		return err
	}
	if _, err := s.opt.Record.Article(v.ctx(), d.ID()); err == nil {
		return v.goTo([]string{"article", hexOf(d.ID())}, nil)
	} else if !errors.Is(err, store.ErrUnknown) {
		return err
	}
	if d.Source.Retrieved.IsZero() {
		d.Source.Retrieved = time.Now().UTC().Truncate(time.Second)
	}
	var r *fact.Reading
	if r, err = s.opt.Read(d); err != nil {
		return err
	}
	if err := s.opt.Keep(v.ctx(), d, r); err != nil {
		return err
	}
	access.Note(v.ctx(), d.ID())
	return v.goTo([]string{"article", hexOf(d.ID())}, nil)
}
