package minutes

import (
	"bufio"
	"context"
	_ "embed"
	"html/template"
	"io"
	"strings"
	"sync"

	"mahdar/record"
)

//go:embed paper.html.tmpl
var paperHTML string

var paperTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("paper").Parse(paperHTML))
})

// HTML writes the whole record as one page that needs nothing beside it and
// prints well: meetings with who was there, statements by speaker, ledgers of
// commitments and demands, disagreements side by side, and footnotes with the
// quoted words.
func HTML(ctx context.Context, w io.Writer, src Source, opt Options) error {
	p, err := newPaper(ctx, src, opt)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	if err := paperTemplate().Execute(b, htmlView{p}); err != nil {
		return err
	}
	return b.Flush()
}

// htmlView is a paper as the template asks for it.
type htmlView struct{ *paper }

// Dir is the direction of the frame.
func (v htmlView) Dir() string { return v.Lang.pick("rtl", "ltr") }

// Label is a word of the frame.
func (v htmlView) Label(key string) string {
	return (&writer{opt: Options{Lang: v.Lang}}).label(key)
}

// Comma parts an outlet from its day.
func (v htmlView) Comma() string { return v.Lang.pick("، ", ", ") }

// List are the sources as the template asks for them.
func (v htmlView) List() []sourceView {
	out := make([]sourceView, len(v.Sources))
	for i, a := range v.Sources {
		out[i] = sourceView{i + 1, a, v.Lang}
	}
	return out
}

// Outlet is the name of a source for a footnote.
func (v htmlView) Outlet(n int) string { return Clean(v.Sources[n-1].Outlet()) }

// Day is when a source appeared.
func (v htmlView) Day(n int) string { return sourceView{n, v.Sources[n-1], v.Lang}.Day() }

// sourceView is an article in the list of sources.
type sourceView struct {
	Number int
	a      *record.Article
	lang   Lang
}

// Title is the headline, "" where none is known.
func (s sourceView) Title() string { return sourceTitle(s.a) }

// Outlet is where it appeared.
func (s sourceView) Outlet() string { return Clean(s.a.Outlet()) }

// Day is when it appeared.
func (s sourceView) Day() string {
	if s.a.Published.EDTF == "" {
		return Label(s.lang, "undated")
	}
	return (&writer{opt: Options{Lang: s.lang}}).dayWords(s.a.Published.EDTF)
}

// Link is an address that can be followed, "" for files and other schemes.
func (s sourceView) Link() string {
	u := s.a.Source.URL
	if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return u
	}
	return ""
}

// Path is the file where there is no address.
func (s sourceView) Path() string {
	if s.Link() != "" {
		return ""
	}
	return Clean(s.a.Source.Path)
}

// sourceTitle is the headline of an article, found or told.
func sourceTitle(a *record.Article) string {
	t := a.Title
	if t == "" {
		t = a.Source.Title
	}
	return Clean(strings.Join(strings.Fields(t), " "))
}

// Of reports whose words a run is: frame, source or mark.
func (r run) Of() string { return [...]string{"frame", "source", "mark"}[r.Voice] }
