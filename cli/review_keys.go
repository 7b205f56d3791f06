package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// reviewer is the queue on a terminal: bubbletea's model.
type reviewer struct {
	*app
	ctx    context.Context
	v      *store.View
	c      coding
	items  []item
	at     int
	scroll int
	height int
	taken  int
	last   []string // ids of decisions taken here, for undo
	say    string   // what happened, below
	help   bool
	err    error // that ended it

	prompt string // asks for a line of text where it is not ""
	input  []rune
	enter  func(string)
	picks  []string // offers a choice where there are any
	picked int
	choose func(string)
}

// Init is bubbletea's.
func (m *reviewer) Init() tea.Cmd { return nil }

// Update is bubbletea's: a key was pressed or the window has changed.
func (m *reviewer) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.height = max(msg.Height, 8)
	case tea.KeyMsg:
		if msg.String() == "ctrl+c" {
			return m, tea.Quit
		}
		switch {
		case m.prompt != "":
			m.typing(msg)
		case len(m.picks) > 0:
			m.picking(msg)
		case msg.Paste:
			m.say = "there is nothing to paste into here"
		case msg.Type == tea.KeyRunes: // fast fingers come several at a time
			return m, m.keys(msg.Runes)
		default:
			return m, m.key(msg.String())
		}
	}
	if m.err != nil {
		return m, tea.Quit
	}
	return m, nil
}

// keys are several keys at once: the rest are for a prompt that one has opened.
func (m *reviewer) keys(runes []rune) tea.Cmd {
	for i, r := range runes {
		if cmd := m.key(string(r)); cmd != nil {
			return cmd
		}
		if rest := runes[i+1:]; len(rest) > 0 && (m.prompt != "" || len(m.picks) > 0) {
			_, cmd := m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: rest})
			return cmd
		}
	}
	if m.err != nil {
		return tea.Quit
	}
	return nil
}

func (m *reviewer) item() *item { return &m.items[m.at] }

// key does what a key asks for while the item is shown.
func (m *reviewer) key(k string) tea.Cmd {
	m.say = ""
	it := m.item()
	switch k {
	case "q", "esc":
		return tea.Quit
	case "?":
		m.help = !m.help
	case "n", "right", " ", "enter":
		m.move(1)
	case "p", "left":
		m.move(-1)
	case "down", "j":
		m.scroll++
	case "up", "k":
		m.scroll = max(0, m.scroll-1)
	case "u":
		m.undo()
	case "t":
		m.ask("comment", func(s string) {
			d := m.c.decision(review.Comment, it.id)
			d.Reason = s
			m.take(false, d)
		})
	default:
		if it.quarrel != nil {
			m.quarrelKey(k)
		} else {
			m.factKey(k)
		}
	}
	return nil
}

// quarrelKey decides a disagreement: the number of a position, or 0.
func (m *reviewer) quarrelKey(k string) {
	it := m.item()
	n, err := strconv.Atoi(k)
	switch {
	case err != nil || n > len(it.quarrel.Positions):
		m.say = "? shows the keys"
	case n == 0:
		m.take(true, m.c.decision(review.LeaveOpen, it.id))
	default:
		d := m.c.decision(review.Resolve, it.id)
		d.Value = it.quarrel.Positions[n-1].Value
		m.take(true, d)
	}
}

func (m *reviewer) factKey(k string) {
	it := m.item()
	switch k {
	case "a":
		m.take(true, m.c.decision(review.Accept, it.id))
	case "r":
		m.ask("reason, or only enter", func(s string) {
			d := m.c.decision(review.Reject, it.id)
			d.Reason = s
			m.take(true, d)
		})
	case "c":
		body := it.fact.Evidence[0].Body
		slots := append(review.Slots(it.id.Kind), review.BodySlots(body)...)
		m.pick(slots, m.correct)
	case "m", "l":
		verb, what := review.Merge, "one with which "+it.id.Kind.String()+" (id)"
		if k == "l" {
			verb, what = review.Link, "belongs to which fact (id)"
		}
		m.ask(what, func(s string) {
			d := m.c.decision(verb, it.id)
			var err error
			if d.Other, err = findID(m.ctx, m.v, strings.TrimSpace(s)); err != nil {
				m.say = err.Error()
				return
			}
			m.take(false, d)
		})
	case "s":
		m.split()
	case "w":
		m.mark()
	default:
		m.say = "? shows the keys"
	}
}

// correct asks for the new value of a slot: a choice where it takes only some.
func (m *reviewer) correct(slot string) {
	it := m.item()
	set := func(value string) {
		ds, err := correcting(m.ctx, m.v, m.c, it.id, []string{slot + "=" + value})
		if err != nil {
			m.say = err.Error()
			return
		}
		m.take(false, ds...)
	}
	if allowed := review.Allowed(it.id.Kind, slot); len(allowed) > 0 {
		m.pick(allowed, set)
		return
	}
	e := it.fact.Evidence[0]
	m.ask(m.slotName(slot), set)
	old := e.About.String()
	if slot != review.About {
		old = review.Get(it.id.Kind, e.Body, e.Article.Text, slot)
	}
	m.input = []rune(plainLine(old))
}

// split asks which article's evidence speaks of another fact.
func (m *reviewer) split() {
	it := m.item()
	if len(it.fact.Evidence) < 2 {
		m.say = "it has one piece of evidence: there is nothing to split"
		return
	}
	ids := map[string]string{}
	var names []string
	for _, e := range it.fact.Evidence {
		name := dotted(plainLine(e.Article.Outlet()), e.Article.Published.Day(), e.Article.ID[:min(15, len(e.Article.ID))])
		if !slices.Contains(names, name) {
			ids[name] = e.Article.ID
			names = append(names, name)
		}
	}
	m.pick(names, func(name string) {
		d := m.c.decision(review.Split, it.id)
		d.Article = ids[name]
		m.take(false, d)
	})
}

// mark asks for words of the item's article that the reader missed a fact in.
func (m *reviewer) mark() {
	art := m.item().fact.Evidence[0].Article
	m.ask("words of this article that a fact was missed in", func(words string) {
		at, ok := review.FindWords(art.Text, words)
		if !ok {
			m.say = "the article does not have these words"
			return
		}
		var kinds []string
		for _, k := range record.Kinds() {
			kinds = append(kinds, k.String())
		}
		m.pick(kinds, func(name string) {
			if k, err := kindOf(name); err == nil {
				m.take(false, markedFact(m.c, k, art, at))
			}
		})
	})
}

// take keeps decisions; on goes to the next item.
func (m *reviewer) take(on bool, ds ...review.Decision) {
	for _, d := range ds {
		if err := d.Normal().Check(); err != nil {
			m.say = err.Error()
			return
		}
	}
	if _, err := m.v.Take(m.ctx, ds...); err != nil {
		m.err = err
		return
	}
	for _, d := range ds {
		m.taken++
		m.last = append(m.last, d.ID())
		m.say = string(d.Verb)
		if d.Verb == review.Add { // comes next, to be filled in
			if f := m.reload(d.Fact); f != nil {
				m.items = slices.Insert(m.items, m.at+1, item{id: d.Fact, fact: f, status: status(f)})
			}
		}
	}
	m.refresh(m.at)
	if on {
		m.move(1)
	}
}

// own is what this coder sees.
func (m *reviewer) own() *store.View {
	if m.c.role == string(review.Coder) {
		return m.v.As(m.c.coder)
	}
	return m.v
}

func (m *reviewer) reload(id record.ID) *record.Fact { return onlyFact(m.ctx, m.own(), id) }

// refresh shows item i as it has become.
func (m *reviewer) refresh(i int) {
	it := &m.items[i]
	st, err := m.own().State(m.ctx)
	if err != nil {
		m.err = err
		return
	}
	if it.quarrel != nil {
		it.status = ""
		if r, ok := st.Resolution(it.id); ok {
			it.status = "resolved"
			if r.Open {
				it.status = "left-open"
			}
		}
		return
	}
	if st.Rejected(it.id) {
		it.status = "rejected"
		return
	}
	if f := m.reload(it.id); f != nil {
		it.fact, it.status = f, status(f)
	}
}

func (m *reviewer) undo() {
	if len(m.last) == 0 {
		m.say = "nothing was decided here that could be undone"
		return
	}
	id := m.last[len(m.last)-1]
	m.last = m.last[:len(m.last)-1]
	ds, err := undoing(m.ctx, m.v, m.c, id)
	if err == nil {
		_, err = m.v.Take(m.ctx, ds...)
	}
	if err != nil {
		m.say = err.Error()
		return
	}
	m.taken++
	m.say = "undone"
	for i := range m.items {
		if m.items[i].id == ds[0].Fact {
			m.at, m.scroll = i, 0
			m.refresh(i)
		}
	}
}

func (m *reviewer) move(by int) {
	to := m.at + by
	if to < 0 || to >= len(m.items) {
		m.say = strings.TrimPrefix(m.say+" – that was the last; q ends", " – ")
		return
	}
	m.at, m.scroll = to, 0
}

func (m *reviewer) ask(prompt string, enter func(string)) {
	m.prompt, m.input, m.enter = prompt, nil, enter
}

func (m *reviewer) typing(msg tea.KeyMsg) {
	switch msg.Type {
	case tea.KeyEnter:
		enter := m.enter
		m.prompt = ""
		enter(strings.TrimSpace(string(m.input)))
	case tea.KeyEsc:
		m.prompt, m.say = "", "left as it was"
	case tea.KeyBackspace:
		m.input = m.input[:max(0, len(m.input)-1)]
	case tea.KeyCtrlU:
		m.input = nil
	case tea.KeySpace:
		m.input = append(m.input, ' ')
	case tea.KeyRunes:
		for _, r := range msg.Runes { // also what is pasted
			if unicode.IsControl(r) {
				r = ' '
			}
			m.input = append(m.input, r)
		}
	}
}

func (m *reviewer) pick(picks []string, choose func(string)) {
	m.picks, m.picked, m.choose = picks, 0, choose
}

func (m *reviewer) picking(msg tea.KeyMsg) {
	switch k := msg.String(); k {
	case "up", "k", "left":
		m.picked = (m.picked + len(m.picks) - 1) % len(m.picks)
	case "down", "j", "right", "tab":
		m.picked = (m.picked + 1) % len(m.picks)
	case "enter", " ":
		name := m.picks[m.picked]
		m.picks = nil
		m.choose(name)
	case "esc", "q":
		m.picks, m.say = nil, "left as it was"
	default:
		// A letter goes to the next choice that it begins.
		for i := 1; i <= len(m.picks); i++ {
			at := (m.picked + i) % len(m.picks)
			if strings.HasPrefix(m.picks[at], k) {
				m.picked = at
				return
			}
		}
		m.say = fmt.Sprintf("no choice begins with %q", k)
	}
}
