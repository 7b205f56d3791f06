package export

import (
	"encoding/json"
	"html"
	"io"
	"strings"

	"mahdar/record"
)

// The JSON of TimelineJS 3.

type slide struct {
	UniqueID    string     `json:"unique_id"`
	Start       slideDate  `json:"start_date"`
	End         *slideDate `json:"end_date,omitempty"`
	DisplayDate string     `json:"display_date,omitempty"`
	Group       string     `json:"group"`
	Text        slideText  `json:"text"`
}

type slideDate struct {
	Year        string `json:"year"`
	Month       string `json:"month,omitempty"`
	Day         string `json:"day,omitempty"`
	DisplayDate string `json:"display_date,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// writeTimeline writes meetings, ceasefires and incidents with a year as slides.
func writeTimeline(j *job, w io.Writer) error {
	l := newList(w, `{"events":[`, "]}\n")
	err := j.each(func(f *record.Fact) error {
		t := whenOf(f)
		start, end := ends(t.EDTF)
		s := slide{UniqueID: f.ID.String(), Group: f.ID.Kind.String(), Start: dateOf(start),
			Text: slideText{Headline: bdi(headline(f)), Text: slideWords(f)}}
		if s.Start.Year == "" {
			j.leave(f, "without a first day, month or year")
			return nil
		}
		if f.Process != "" {
			s.Group = f.Process
		}
		if d := dateOf(end); end != start && d.Year != "" {
			s.End = &d
		}
		if end != start || strings.ContainsAny(t.EDTF, "?~%X") {
			s.DisplayDate = t.EDTF
		}
		j.report.Written++
		return l.add(s)
	}, record.Meetings, record.Ceasefires, record.Incidents)
	return l.end(err)
}

func dateOf(edtf string) slideDate {
	y, m, d := parts(edtf)
	return slideDate{Year: y, Month: strings.TrimPrefix(m, "0"), Day: strings.TrimPrefix(d, "0")}
}

// bdi keeps words of either direction in their own order.
func bdi(s string) string { return `<bdi dir="auto">` + html.EscapeString(s) + `</bdi>` }

// slideWords are the quotations with their sources, as HTML: TimelineJS shows
// text as HTML, and articles are anybody's words.
func slideWords(f *record.Fact) string {
	var b strings.Builder
	for _, e := range f.Evidence {
		b.WriteString(`<blockquote dir="auto">` + html.EscapeString(e.Quote()) + `</blockquote><p>`)
		where := html.EscapeString(e.Article.Outlet())
		if u := webAddress(e.Article); u != "" {
			where = `<a href="` + html.EscapeString(u) + `">` + where + `</a>`
		}
		b.WriteString(`<bdi dir="auto">` + where + `</bdi>`)
		if d := e.Article.Published.Day(); d != "" {
			b.WriteString(" " + d)
		}
		b.WriteString("</p>")
	}
	return b.String()
}

// webAddress is an address that is safe to link to: of http or https.
func webAddress(a *record.Article) string {
	u := address(a)
	if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return u
	}
	return ""
}

// list writes a JSON document around a list whose items come one by one.
type list struct {
	w     io.Writer
	close string
	n     int
	err   error
}

func newList(w io.Writer, open, close string) *list {
	l := &list{w: w, close: close}
	_, l.err = io.WriteString(w, open)
	return l
}

func (l *list) add(v any) error {
	if l.err != nil {
		return l.err
	}
	sep := "\n"
	if l.n > 0 {
		sep = ",\n"
	}
	l.n++
	b, err := marshal(v)
	if err != nil {
		return err
	}
	if _, l.err = io.WriteString(l.w, sep); l.err == nil {
		_, l.err = l.w.Write(b)
	}
	return l.err
}

// end closes the document unless err stopped it.
func (l *list) end(err error) error {
	if err != nil {
		return err
	}
	if l.err == nil {
		_, l.err = io.WriteString(l.w, "\n"+l.close)
	}
	return l.err
}

// marshal is JSON without escapes for HTML and without a final newline.
func marshal(v any) ([]byte, error) {
	var b strings.Builder
	if err := encoder(&b).Encode(v); err != nil {
		return nil, err
	}
	return json.RawMessage(strings.TrimRight(b.String(), "\n")), nil
}
