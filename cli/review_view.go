package cli

import (
	"fmt"
	"strings"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/text"
)

// View is bubbletea's: the screen as it should be now.
func (m *reviewer) View() string {
	head := m.head()
	foot := m.foot()
	room := max(1, m.height-len(head)-len(foot)-1)
	body := m.body()
	m.scroll = max(0, min(m.scroll, len(body)-room))
	end := min(len(body), m.scroll+room)
	shown := body[m.scroll:end]
	lines := append(head, shown...)
	for range room - len(shown) {
		lines = append(lines, "")
	}
	if end < len(body) || m.scroll > 0 {
		lines = append(lines, m.paint(faint, fmt.Sprintf("  %d–%d of %d lines, ↑ ↓ scroll", m.scroll+1, end, len(body))))
	} else {
		lines = append(lines, "")
	}
	return strings.Join(append(lines, foot...), "\n")
}

func (m *reviewer) head() []string {
	it := m.item()
	state := it.status
	if state == "" {
		state = "unreviewed"
	}
	who := m.c.coder
	if m.c.role != "coder" {
		who += " (" + m.c.role + ")"
	}
	return []string{
		m.paint(bold, fmt.Sprintf("%d/%d", m.at+1, len(m.items))) + " " + dotted(it.id.Kind.String(), it.id.String(), m.paint(yellow, state)) + m.paint(faint, " · ") + m.source(who),
		m.paint(faint, strings.Repeat("─", m.width()-1)),
	}
}

func (m *reviewer) body() []string {
	if m.help {
		return keys()
	}
	it := m.item()
	var lines []string
	if it.quarrel != nil {
		lines = m.quarrelLines(it.quarrel)
	} else {
		lines = m.factBody(it.fact)
	}
	return append(lines, m.suggestions(it.id)...)
}

// factBody is a fact's words in their sentences, then its slots.
func (m *reviewer) factBody(f *record.Fact) (lines []string) {
	for i, e := range f.Evidence {
		if i == 3 && len(f.Evidence) > 4 {
			lines = append(lines, m.paint(faint, fmt.Sprintf("  and in %d more articles", len(f.Evidence)-3)))
			break
		}
		lines = append(lines, " "+m.paint(faint, dotted(m.source(e.Article.Outlet()), e.Article.Published.Day(), minutes.Clean(cut(e.Article.Source.Path, 40)))))
		spans := record.Spans(e.Body)
		if len(spans) == 0 {
			continue
		}
		for _, l := range m.fill("  ", record.Around(e.Article.Text, spans[0])) {
			lines = append(lines, m.paint(faint, l))
		}
		lines = append(lines, m.fill("  ", m.marked(e, spans))...)
		if i == 0 {
			lines = append(lines, "")
		}
	}
	if lines[len(lines)-1] != "" {
		lines = append(lines, "")
	}
	return append(lines, m.factLines(f, "content", "evidence", "words")[1:]...)
}

// marked is the words that the evidence rests on.
func (m *reviewer) marked(e record.Evidence, spans []text.Span) string {
	if q := e.Quote(); q != "" {
		return "«" + q + "»"
	}
	return "«" + record.Words(e.Article.Text, spans[:1]) + "»"
}

func (m *reviewer) quarrelLines(d *record.Disagreement) []string {
	lines := []string{dotted(d.Subject.String(), minutes.Label(m.words(), string(d.Slot)), d.Type), ""}
	for i, p := range d.Positions {
		v := p.Show
		if v == "" {
			v = p.Value
		}
		lines = append(lines, fmt.Sprintf("%s %s", m.paint(bold, fmt.Sprint(i+1)), m.source(v)))
		for _, c := range p.Claims {
			lines = append(lines, m.paint(faint, "    "+dotted(m.source(c.Name), m.source(c.Outlet), c.Day)))
			if art, err := m.v.Article(m.ctx, c.Article); err == nil && !c.Span.Empty() {
				lines = append(lines, m.fill("    ", record.Around(art.Text, c.Span))...)
			}
		}
	}
	return lines
}

// suggestions are what machines suggest.
func (m *reviewer) suggestions(id record.ID) (lines []string) {
	st, err := m.v.State(m.ctx)
	if err != nil {
		return nil
	}
	for _, e := range st.Suggestions(id) {
		lines = append(lines, m.paint(blue, "suggested: ")+m.source(cut(m.decisionLine(e.Decision), 60)))
	}
	return lines
}

func keys() []string {
	return []string{
		"a      accept: right as it was read       r      reject: it is none",
		"c      correct a slot                     t      comment",
		"m      merge with another                 s      split an article off",
		"l      link to what it belongs to         w      add a fact: mark its words",
		"1 … 9  this position of a disagreement    0      leave it open",
		"u      undo the last decision",
		"n →    next                               p ←    back",
		"↑ ↓    scroll                             ?      this page",
		"q      end; every decision is kept at once",
	}
}

// foot is the prompt, the choice or the keys.
func (m *reviewer) foot() []string {
	switch {
	case m.prompt != "":
		lines := m.fill("  ", string(m.input))
		if len(lines) == 0 {
			lines = []string{"  "}
		}
		if len(lines) > 4 {
			lines = lines[len(lines)-4:]
		}
		lines[len(lines)-1] += m.paint(bold, "▏")
		return append(append([]string{m.paint(yellow, m.prompt+":")}, lines...), m.paint(faint, "enter takes it · ctrl+u clears · esc leaves"))
	case len(m.picks) > 0:
		return append(m.choices(), m.paint(faint, "↑ ↓ or a letter · enter takes it · esc leaves"))
	case m.item().quarrel != nil:
		return []string{m.paint(yellow, cut(m.say, 78)), m.paint(faint, "1 … 9 this holds · 0 leave open · t comment · u undo · n next · ? keys · q end")}
	}
	return []string{m.paint(yellow, cut(m.say, 78)), m.paint(faint, "a accept · r reject · c correct · m merge · w add · u undo · n next · ? · q end")}
}

// choices are the picks around the one in hand, at most eight.
func (m *reviewer) choices() []string {
	const rows = 8
	from := max(0, min(m.picked-rows/2, len(m.picks)-rows))
	var lines []string
	for i := from; i < min(len(m.picks), from+rows); i++ {
		name := m.slotName(m.picks[i])
		if name == m.picks[i] {
			name = m.source(name)
		}
		if i == m.picked {
			lines = append(lines, m.paint(bold, "› "+name))
		} else {
			lines = append(lines, "  "+name)
		}
	}
	return lines
}
