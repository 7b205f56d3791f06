package minutes

import (
	"fmt"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// meeting writes a meeting's heading, its slots and what belongs to it.
func (p *printer) meeting(m *record.Meeting) error {
	p.f("\n### %s\n\n", p.meetingTitle(m))
	if n := p.note(m.Fact); n != "" {
		p.f("-%s\n", strings.TrimPrefix(n, " —"))
	}
	word := func(s string) string { return p.label(s) }
	p.f("%s", p.slot(m.Fact, "status", m.Status, word))
	if len(m.Place) > 1 {
		p.f("%s", p.slot(m.Fact, "place", m.Place, p.text))
	}
	p.f("%s", p.slot(m.Fact, "dates", dates(m), days))
	if len(m.Participants) > 0 {
		p.f("- %s:\n", p.label("participants"))
		for _, t := range m.Participants {
			p.participant(m.Fact, t)
		}
	}
	p.phrases(m.Fact, "agenda", m.Agenda)
	p.phrases(m.Fact, "outcome", m.Outcome)
	p.phrases(m.Fact, "next", m.Next)
	for i, e := range m.Evidence {
		if q := distinct(e.Quote(), mostStretches); q != "" {
			p.f("- %s%s\n", p.quote(q), p.cites(m.Fact, []int{i}))
		}
	}
	return p.about(store.Query{About: m.ID}, 4, "")
}

// dates joins start and end as each piece of evidence tells them.
func dates(m *record.Meeting) record.Slot {
	var out record.Slot
	for i, e := range m.Evidence {
		b, ok := e.Body.(*fact.Meeting)
		if !ok {
			continue
		}
		v := b.Start
		if b.End != "" && b.End != b.Start {
			v = strings.TrimPrefix(b.Start+"/"+b.End, "/")
		}
		if !unresolved(v) {
			out.Add(v, i)
		}
	}
	return out
}

// unresolved reports whether a day is only told by words whose anchor is not
// known («last Wednesday»): to people that says nothing.
func unresolved(edtf string) bool { return strings.HasPrefix(edtf, "XXXX") }

func (p *printer) meetingTitle(m *record.Meeting) string {
	kind := m.Kind.One()
	if kind == "" {
		kind = "meeting"
	}
	parts := []string{p.label(kind)}
	if m.Ordinal > 0 {
		if kind == "round" {
			parts[0] = p.label("nth-round")
		}
		parts[0] += " " + strconv.Itoa(m.Ordinal)
	}
	if pl := m.Place.One(); pl != "" {
		parts = append(parts, p.text(pl))
	}
	if d := m.First; d != "" {
		if m.Last != "" && m.Last != d {
			d += " – " + m.Last
		}
		parts = append(parts, d)
	} else {
		parts = append(parts, p.label("undated"))
	}
	return strings.Join(parts, " · ")
}

func (p *printer) participant(f *record.Fact, t record.Participant) {
	var parts []string
	add := func(s record.Slot, word func(string) string) {
		for _, v := range s {
			parts = append(parts, word(v.Value)+p.cites(f, v.From))
		}
	}
	with := func(key string) func(string) string {
		return func(s string) string { return p.label(key) + " " + p.text(s) }
	}
	add(t.Role, p.label)
	add(t.Attendance, p.label)
	add(t.Size, with("size"))
	add(t.Head, with("head"))
	add(t.Reason, func(s string) string { return p.label("reason") + ": " + p.quote(s) })
	if len(parts) == 0 {
		parts = append(parts, strings.TrimSpace(p.cites(f, t.From)))
	}
	p.f("  - **%s**: %s\n", p.text(t.Name), strings.Join(parts, p.opt.Lang.pick("، ", ", ")))
}

func (p *printer) phrases(f *record.Fact, key string, ws []record.Phrase) {
	for _, w := range ws {
		p.f("- %s: %s%s\n", p.label(key), p.quote(w.Words), p.cites(f, []int{w.From}))
	}
}

// line writes one fact as an item of a list.
func (p *printer) line(f *record.Fact) {
	p.f("- %s%s%s\n", p.Words(f), p.cites(f, all(f)), p.note(f))
}

// body words one piece of evidence.
func (p *printer) body(b *strings.Builder, e record.Evidence) {
	switch v := e.Body.(type) {
	case *fact.Statement:
		p.statement(b, v, e)
	case *fact.Commitment:
		p.commitment(b, v, e)
	case *fact.Demand:
		p.head(b, v.By, v.Of, p.label(v.Answer), distinct(e.Quote(), mostStretches))
	case *fact.Ceasefire:
		p.head(b, strings.Join(v.Parties, p.opt.Lang.pick("، ", ", ")), "", tagged(p.label(v.Event), known(v.Date), p.text(v.Place)), distinct(e.Quote(), mostStretches))
		p.extra(b, "guarantor-of", strings.Join(v.Guarantors, p.opt.Lang.pick("، ", ", ")))
		p.extra(b, "alleged-by", v.AllegedBy)
	case *fact.Incident:
		p.head(b, strings.Join(v.Actor, p.opt.Lang.pick("، ", ", ")), strings.Join(v.Recipient, p.opt.Lang.pick("، ", ", ")),
			tagged(p.label(v.Type), known(v.Date), p.text(v.Place)), distinct(e.Quote(), mostStretches))
		p.extra(b, "alleged-by", v.Source)
	case *fact.Figure:
		p.figure(b, v, e)
	}
}

// tagged joins the parts that are there.
func tagged(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " · ")
}

// head is «who → whom (what): quote».
func (p *printer) head(b *strings.Builder, by, of, tag, quote string) {
	if by != "" {
		fmt.Fprintf(b, "**%s** ", p.text(by))
	}
	if of != "" {
		fmt.Fprintf(b, "%s **%s** ", p.opt.Lang.pick("←", "→"), p.text(of))
	}
	if tag != "" {
		fmt.Fprintf(b, "(%s)", tag)
	}
	fmt.Fprintf(b, ": %s", p.quote(quote))
}

func (p *printer) extra(b *strings.Builder, key, value string) {
	if value != "" {
		fmt.Fprintf(b, " — %s %s", p.label(key), p.text(value))
	}
}

func (p *printer) statement(b *strings.Builder, s *fact.Statement, e record.Evidence) {
	name := s.Name
	if name == "" {
		name = p.label("unknown-speaker")
	}
	fmt.Fprintf(b, "**%s**", p.text(name))
	if w := record.Words(e.Article.Text, []text.Span{s.Speaker}); w != "" && w != s.Name && strings.Contains(w, s.Name) {
		fmt.Fprintf(b, " (%s)", p.text(w))
	}
	fmt.Fprintf(b, " %s", Act(p.opt.Lang, s.Act))
	if s.Target != "" {
		fmt.Fprintf(b, " %s %s", p.opt.Lang.pick("←", "→"), p.text(s.Target))
	}
	fmt.Fprintf(b, ": %s", p.quote(distinct(record.Words(e.Article.Text, s.Content), mostStretches)))
	var via []string
	for _, v := range s.Via {
		via = append(via, p.text(v.Name))
	}
	if len(via) > 0 {
		fmt.Fprintf(b, " — %s %s", p.label("via"), strings.Join(via, p.opt.Lang.pick(" ← ", " → ")))
	}
	if s.Said != "" && !unresolved(s.Said) {
		fmt.Fprintf(b, " — %s", days(s.Said))
	}
}

func (p *printer) commitment(b *strings.Builder, c *fact.Commitment, e record.Evidence) {
	p.head(b, c.By, c.To, p.label(c.Status), distinct(record.Words(e.Article.Text, c.Content), mostStretches))
	if w := record.Words(e.Article.Text, c.Condition); w != "" {
		fmt.Fprintf(b, " — %s %s", p.label("condition"), p.quote(w))
	}
	p.extra(b, "guarantor-of", c.Guarantor)
	p.extra(b, "alleged-by", c.AllegedBy)
	if c.Deadline != "" && !unresolved(c.Deadline) {
		fmt.Fprintf(b, " — %s %s", p.label("deadline"), days(c.Deadline))
	}
}

func (p *printer) figure(b *strings.Builder, f *fact.Figure, e record.Evidence) {
	fmt.Fprintf(b, "**%s**", p.amount(f))
	if u := p.unit(f.Unit); u != "" {
		fmt.Fprintf(b, " %s", u)
	}
	fmt.Fprintf(b, ": %s", p.quote(record.Around(e.Article.Text, f.Span)))
	p.extra(b, "alleged-by", f.Source)
}

// unit words what is counted. Of the many units only some have words of their
// own; in English the key says it, in Arabic the quotation does.
func (p *printer) unit(key string) string {
	l := p.label(key)
	if l == key && p.opt.Lang == Arabic {
		return ""
	}
	return strings.ReplaceAll(l, "-", " ")
}

func (p *printer) amount(f *fact.Figure) string {
	switch {
	case f.Min == nil && f.Max == nil:
		return "?"
	case f.Max == nil:
		return p.label("more-than") + " " + strconv.FormatInt(*f.Min, 10)
	case f.Min == nil || *f.Min == 0 && *f.Max > 0:
		return p.label("up-to") + " " + strconv.FormatInt(*f.Max, 10)
	case *f.Min == *f.Max:
		return strconv.FormatInt(*f.Min, 10)
	}
	return fmt.Sprintf("%d–%d", *f.Min, *f.Max)
}

// sources lists the cited articles by number.
func (p *printer) sources() {
	p.f("\n## %s\n\n", p.label("sources"))
	for i, a := range p.arts {
		day := p.label("undated")
		if a.Published.EDTF != "" {
			day = days(a.Published.EDTF)
		}
		title := a.Title
		if title == "" {
			title = a.Source.Title
		}
		if title != "" {
			title = p.quote(title)
		}
		where := a.Source.URL
		if where == "" {
			where = a.Source.Path
		}
		p.f("%d. %s\n", i+1, tagged(title, p.text(a.Outlet()), day, p.code(where)))
	}
}

// known is a day as it is written, "" where its words are not resolved.
func known(edtf string) string {
	if unresolved(edtf) {
		return ""
	}
	return days(edtf)
}
