package cli

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/text"
)

// summary prints what was found in one article, for people.
func (a *app) summary(w io.Writer, r *fact.Reading) {
	s := &summary{a, w, r}
	title := r.Title.In(r.Text)
	if title == "" {
		title = r.Source.Title
	}
	for _, l := range a.fill("", title) {
		s.line(a.paint(bold, l))
	}
	s.line(a.paint(faint, s.origin()))
	s.line(a.paint(faint, s.blocks()))
	s.names()
	s.dates()
	s.statements()
	s.meetings()
	s.list("commitments", len(r.Commitments), func(i int) (string, string) {
		c := r.Commitments[i]
		return s.who(c.By, c.To) + s.tag(c.Status), s.words(c.Content)
	})
	s.list("demands", len(r.Demands), func(i int) (string, string) {
		d := r.Demands[i]
		return s.who(d.By, d.Of) + s.tag(d.Answer), s.words(d.Content)
	})
	s.list("ceasefires", len(r.Ceasefires), func(i int) (string, string) {
		c := r.Ceasefires[i]
		return a.source(strings.Join(c.Parties, "، ")) + s.tag(c.Event, c.Date, c.Place), s.words(c.Evidence)
	})
	s.list("figures", len(r.Figures), func(i int) (string, string) {
		f := r.Figures[i]
		return s.amount(f.Min) + "–" + s.amount(f.Max) + s.tag(f.Unit), s.words([]text.Span{f.Span})
	})
	s.list("incidents", len(r.Incidents), func(i int) (string, string) {
		n := r.Incidents[i]
		return s.who(strings.Join(n.Actor, "، "), strings.Join(n.Recipient, "، ")) + s.tag(n.Type, n.Date, n.Place), s.words(n.Evidence)
	})
}

// summary is one article's summary under way.
type summary struct {
	*app
	w io.Writer
	r *fact.Reading
}

func (s *summary) line(words string) {
	if words != "" {
		fmt.Fprintln(s.w, words)
	}
}

func (s *summary) label(key string) string { return minutes.Label(s.app.words(), key) }

func (s *summary) words(spans []text.Span) string { return record.Words(s.r.Text, spans) }

// origin is where and when the article appeared.
func (s *summary) origin() string {
	p := s.r.Published
	day := s.label("undated")
	if p.EDTF != "" {
		day = p.EDTF + " (" + string(p.Basis) + ")"
	}
	return dotted(minutes.Clean(s.r.Source.Path), s.source(s.r.Source.Outlet), day)
}

// blocks is how much is article and what was left out.
func (s *summary) blocks() string {
	kept, out := 0, []string{}
	for _, b := range s.r.Blocks {
		if b.Kind != fact.Boilerplate {
			kept++
		} else if !slices.Contains(out, b.Reason) {
			out = append(out, b.Reason)
		}
	}
	n := len(s.r.Blocks) - kept
	parts := fmt.Sprintf("%s %d", s.label("blocks"), kept)
	if n > 0 {
		parts += fmt.Sprintf(", %s %d (%s)", s.label("left-out"), n, strings.Join(out, ", "))
	}
	return parts
}

// heading is a layer's name and how much it holds.
func (s *summary) heading(key string, n int) {
	s.line("  " + s.paint(blue, s.label(key)) + " " + s.paint(faint, strconv.Itoa(n)))
}

func (s *summary) names() {
	var names []string
	for _, m := range s.r.Mentions {
		if !slices.Contains(names, m.Name) {
			names = append(names, m.Name)
		}
	}
	if len(names) == 0 {
		return
	}
	s.heading("names", len(names))
	for _, l := range s.fill("    ", strings.Join(names, "، ")) {
		s.line(l)
	}
}

func (s *summary) dates() {
	if len(s.r.Dates) == 0 {
		return
	}
	s.heading("dates-found", len(s.r.Dates))
	for _, d := range s.r.Dates {
		value := d.EDTF
		if value == "" {
			value = "?"
		}
		s.line("    " + s.source(d.In(s.r.Text)) + " " + s.paint(green, value))
	}
}

func (s *summary) statements() {
	s.list("said", len(s.r.Statements), func(i int) (string, string) {
		st := s.r.Statements[i]
		name := st.Name
		if name == "" {
			name = s.label("unknown-speaker")
		}
		head := s.paint(cyan, s.source(name)) + " " + minutes.Act(s.app.words(), st.Act)
		if st.Target != "" {
			head += " → " + s.source(st.Target)
		}
		for _, v := range st.Via {
			head += s.paint(faint, " "+s.label("via")+" ") + s.source(v.Name)
		}
		return head, s.words(st.Content)
	})
}

func (s *summary) meetings() {
	s.list("meetings", len(s.r.Meetings), func(i int) (string, string) {
		m := s.r.Meetings[i]
		head := m.Process
		if m.Ordinal > 0 {
			head += " " + strconv.Itoa(m.Ordinal)
		}
		var who []string
		for _, p := range m.Participants {
			n := p.Name
			if p.Attendance != "" {
				n += " (" + s.label(p.Attendance) + ")"
			}
			who = append(who, n)
		}
		return dotted(head, s.label(m.Kind), s.label(m.Status), s.source(m.Place), m.Start) + colon(s.source(strings.Join(who, "، "))), s.words(m.Evidence)
	})
}

// list prints a layer: for each item what it is and, below, its words.
func (s *summary) list(key string, n int, item func(i int) (head, words string)) {
	if n == 0 {
		return
	}
	s.heading(key, n)
	for i := range n {
		head, words := item(i)
		s.line("    " + s.paint(yellow, "•") + " " + head)
		if words != "" {
			for _, l := range s.fill("      ", "«"+words+"»") {
				s.line(l)
			}
		}
	}
}

// who is «who → whom».
func (s *summary) who(by, of string) string {
	head := s.paint(cyan, s.source(by))
	if of != "" {
		head += " → " + s.source(of)
	}
	return head
}

func (s *summary) tag(keys ...string) string {
	var parts []string
	for _, k := range keys {
		if k != "" {
			parts = append(parts, s.source(s.label(k)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (s *summary) amount(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func colon(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}

// dotted joins the parts that are there.
func dotted(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}
