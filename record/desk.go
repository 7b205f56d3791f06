package record

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
)

// desk is an article laid out for taking from it all that it contributes: each
// stretch of words is folded once, however many findings ask for it.
type desk struct {
	r      *fact.Reading
	tokens *arabic.Text // of r.Text; nil until it is asked for
	said   map[text.Span]*saying
	plains map[string]string
}

// saying is a stretch of an article for comparing.
type saying struct {
	plain  string
	fields []string
	cues   []cue // of fields; nil until they are asked for
}

func newDesk(r *fact.Reading, tokens *arabic.Text) *desk {
	return &desk{r: r, tokens: tokens, said: map[text.Span]*saying{}, plains: map[string]string{}}
}

func (d *desk) text() *arabic.Text {
	if d.tokens == nil {
		d.tokens = arabic.New(d.r.Text)
	}
	return d.tokens
}

// plain is plain of a name, which an article writes again and again.
func (d *desk) plain(s string) string {
	if s == "" {
		return ""
	}
	p, ok := d.plains[s]
	if !ok {
		p = plain(s)
		d.plains[s] = p
	}
	return p
}

func (d *desk) at(s text.Span) *saying {
	x := d.said[s]
	if x == nil {
		p := plain(s.In(d.r.Text))
		x = &saying{plain: p, fields: strings.Fields(p)}
		d.said[s] = x
	}
	return x
}

// words are the words under spans, for comparing.
func (d *desk) words(spans []text.Span) string {
	switch len(spans) {
	case 0:
		return ""
	case 1:
		return d.at(spans[0]).plain
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = d.at(s).plain
	}
	return strings.Join(parts, " ")
}

// fields are the words under spans one by one.
func (d *desk) fields(spans []text.Span) []string {
	if len(spans) == 1 {
		return d.at(spans[0]).fields
	}
	var out []string
	for _, s := range spans {
		out = append(out, d.at(s).fields...)
	}
	return out
}

// cues are the classes of the words under spans.
func (d *desk) cues(spans []text.Span) []cue {
	if len(spans) != 1 {
		return cues(d.fields(spans))
	}
	x := d.at(spans[0])
	if x.cues == nil {
		x.cues = cues(x.fields)
	}
	return x.cues
}
