package minutes

import (
	"slices"
	"strconv"
	"strings"

	"mahdar/record"
	"mahdar/store"
)

// kindWord is «Round 3», «Visit».
func (w *writer) kindWord(m *record.Meeting) string {
	kind := m.Kind.One()
	switch {
	case kind == "":
		kind = "meeting"
	case kind == "round" && m.Ordinal > 0:
		kind = "nth-round"
	}
	if m.Ordinal > 0 {
		return w.label(kind) + " " + strconv.Itoa(m.Ordinal)
	}
	return w.label(kind)
}

// short names a meeting in a cell: its kind and its day.
func (w *writer) short(m *record.Meeting) []run {
	out := []run{plain(w.kindWord(m))}
	if m.Ordinal == 0 && m.First != "" {
		out = append(out, plain(" "), w.day(m.First))
	}
	return out
}

func (w *writer) meetingTitle(m *record.Meeting) []run {
	out := []run{plain(w.kindWord(m))}
	if pl := m.Place.One(); pl != "" {
		out = append(out, plain(" · "), words(pl))
	}
	if m.First == "" {
		return append(out, plain(" · "+w.label("undated")))
	}
	d := m.First
	if m.Last != "" && m.Last != m.First {
		d += "/" + m.Last
	}
	if told := dates(m); len(told) == 1 && told[0].Value != "" {
		d = told[0].Value
	}
	return append(out, plain(" · "), w.day(d))
}

func (w *writer) meeting(m *record.Meeting) error {
	title := noted(w.meetingTitle(m), w.cite(m.Fact, all(m.Fact), ""))
	w.heading(3, append(title, w.reviewedMark(m.Fact)...)...)
	var items [][]run
	add := func(key string, s record.Slot, word func(string) run) {
		if line := w.slot(m.Fact, key, s, word); line != nil {
			items = append(items, line)
		}
	}
	add("status", m.Status, func(s string) run { return plain(w.label(s)) })
	told := dates(m)
	if len(m.Place) > 1 {
		add("place", m.Place, words)
	}
	if len(told) > 1 || m.First == "" { // else the title says it
		add("dates", told, w.day)
	}
	if len(items) > 0 {
		w.add(block{Items: items})
	}
	w.participants(m)
	for _, part := range []struct {
		key string
		ps  []record.Phrase
	}{{"agenda", m.Agenda}, {"outcome", m.Outcome}, {"next", m.Next}} {
		w.phrases(m.Fact, part.key, part.ps)
	}
	if err := w.said(store.Query{Kind: record.Statements, About: m.ID}, 4); err != nil {
		return err
	}
	return w.list(store.Query{Kind: record.Figures, About: m.ID}, 4, "figures")
}

// slot is «label: value», and where accounts differ «label: value¹ / value²», each
// with who tells it; nil for an empty one.
func (w *writer) slot(f *record.Fact, key string, s record.Slot, word func(string) run) []run {
	if len(s) == 0 {
		return nil
	}
	return append([]run{strong(plain(w.label(key) + ": "))}, w.cell(f, s, word)...)
}

// cell is the values of a slot; only where there are several has each its source,
// since that of the meeting stands by its title.
func (w *writer) cell(f *record.Fact, s record.Slot, word func(string) run) []run {
	var out []run
	for i, v := range s {
		if i > 0 {
			out = append(out, plain(" / "))
		}
		r := []run{word(v.Value)}
		if len(s) > 1 {
			r = noted(r, w.sources(f, v.From))
		}
		out = append(out, r...)
	}
	return out
}

// participants is the table of who was there, was awaited or stayed away. Only
// columns that say something are there.
func (w *writer) participants(m *record.Meeting) {
	if len(m.Participants) == 0 {
		return
	}
	label := func(s string) run { return plain(w.label(s)) }
	cols := []struct {
		key  string
		slot func(record.Participant) record.Slot
		word func(string) run
		wide int
	}{
		{"role", func(p record.Participant) record.Slot { return p.Role }, w.role, 2},
		{"attendance", func(p record.Participant) record.Slot { return p.Attendance }, label, 2},
		{"size", func(p record.Participant) record.Slot { return p.Size }, marked, 1},
		{"head", func(p record.Participant) record.Slot { return p.Head }, words, 3},
		{"reason", func(p record.Participant) record.Slot { return p.Reason }, quoted, 4},
	}
	t := &table{Head: [][]run{w.head("name")}, Wide: []int{4}}
	for _, c := range cols {
		t.Head = append(t.Head, w.head(c.key))
		t.Wide = append(t.Wide, c.wide)
	}
	for _, p := range m.Participants {
		row := [][]run{{strong(words(p.Name))}}
		if !slices.Equal(p.From, all(m.Fact)) { // not all accounts name him
			row[0] = noted(row[0], w.sources(m.Fact, p.From))
		}
		for _, c := range cols {
			row = append(row, w.cell(m.Fact, c.slot(p), c.word))
		}
		t.Rows = append(t.Rows, row)
	}
	w.heading(4, w.say("participants")...)
	w.add(block{Table: t})
}

func (w *writer) phrases(f *record.Fact, key string, ps []record.Phrase) {
	var items [][]run
	for _, p := range ps {
		items = append(items, noted([]run{quoted(p.Words)}, w.sources(f, []int{p.From})))
	}
	if len(items) > 0 {
		w.heading(4, w.say(key)...)
		w.add(block{Items: items})
	}
}

// across is how many rounds stand side by side in a table of attendance.
const across = 8

// attendance is who was at which numbered round, where there are several.
func (w *writer) attendance(ms []*record.Meeting) {
	var rounds []*record.Meeting
	for _, m := range ms {
		if m.Ordinal > 0 && m.Kind.One() != "session" && len(m.Participants) > 0 {
			rounds = append(rounds, m)
		}
	}
	if len(rounds) < 2 {
		return
	}
	w.heading(3, w.say("attendance")...)
	w.add(block{Para: w.say("attendance-note"), Faint: true})
	for len(rounds) > 0 {
		n := min(across, len(rounds))
		w.add(block{Table: w.attendanceTable(rounds[:n])})
		rounds = rounds[n:]
	}
}

func (w *writer) attendanceTable(rounds []*record.Meeting) *table {
	t := &table{Head: [][]run{w.head("name")}, Wide: []int{3}}
	var order []string
	names := map[string]string{}
	at := map[string][]record.Participant{}
	for i, m := range rounds {
		head := []run{plain(w.kindWord(m))}
		if m.First != "" {
			head = append(head, plain(" "), w.day(m.First))
		}
		t.Head = append(t.Head, head)
		t.Wide = append(t.Wide, 2)
		for _, p := range m.Participants {
			k := p.Actor
			if k == "" {
				k = p.Name
			}
			if at[k] == nil {
				order = append(order, k)
				names[k] = p.Name
				at[k] = make([]record.Participant, len(rounds))
			}
			at[k][i] = p
		}
	}
	for _, k := range order {
		row := [][]run{{strong(words(names[k]))}}
		for _, p := range at[k] {
			row = append(row, w.attended(p))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// attended is what is told of a participant, in two words; the meeting's own
// table has the sources.
func (w *writer) attended(p record.Participant) []run {
	if p.Name == "" {
		return []run{plain("–")}
	}
	var parts []string
	for _, v := range p.Attendance {
		parts = append(parts, w.label(v.Value))
	}
	if len(parts) == 0 {
		for _, v := range p.Role {
			parts = append(parts, w.role(v.Value).Text)
		}
		if len(parts) > 0 {
			return []run{plain("• (" + strings.Join(parts, " / ") + ")")}
		}
		return []run{plain("•")}
	}
	return []run{plain(strings.Join(parts, " / "))}
}
