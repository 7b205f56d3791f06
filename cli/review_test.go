package cli

import (
	"bytes"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// queueOf is the queue on a terminal over a record of some invented rounds.
func queueOf(t *testing.T, kinds ...string) *reviewer {
	t.Helper()
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Add(t.Context(), []*store.Parcel{storetest.Parcel(1, 1), storetest.Parcel(1, 2), storetest.Parcel(2, 1)}); err != nil {
		t.Fatal(err)
	}
	a := newApp(strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{})
	a.lang, a.outTerm = "en", true
	v, c := store.Reviewed(db), coding{coder: "huda", role: "coder"}
	items, _, err := queue(t.Context(), v, c, queueing{kinds: kinds, limit: 100})
	if err != nil || len(items) == 0 {
		t.Fatal(len(items), err)
	}
	return &reviewer{app: a, ctx: t.Context(), v: v, c: c, items: items, height: 24}
}

// press presses keys: runes, or «enter», «esc», «down» and the like between blanks.
func press(t *testing.T, m *reviewer, keys ...string) {
	t.Helper()
	special := map[string]tea.KeyType{"enter": tea.KeyEnter, "esc": tea.KeyEsc, "down": tea.KeyDown, "up": tea.KeyUp, "backspace": tea.KeyBackspace, "ctrl+u": tea.KeyCtrlU}
	for _, k := range keys {
		msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
		if s, ok := special[k]; ok {
			msg = tea.KeyMsg{Type: s}
		}
		m.Update(msg)
		fits(t, m)
	}
}

// fits holds the screen to 80 by 24 with every isolate closed on its line.
func fits(t *testing.T, m *reviewer) {
	t.Helper()
	lines := strings.Split(m.View(), "\n")
	if len(lines) > m.height {
		t.Errorf("the screen has %d lines:\n%s", len(lines), m.View())
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > columns {
			t.Errorf("a line is %d columns wide: %s", w, l)
		}
		if strings.Count(l, "\u2067") != strings.Count(l, "\u2069") {
			t.Errorf("an isolate is not closed: %q", l)
		}
	}
}

func verbs(t *testing.T, m *reviewer) string {
	t.Helper()
	ds, err := store.AllDecisions(t.Context(), m.v)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range ds {
		out = append(out, strings.TrimSuffix(string(d.Verb)+" "+d.Slot+"="+d.Value, " ="))
	}
	return strings.Join(out, ", ")
}

func TestReviewKeys(t *testing.T) {
	for name, c := range map[string]struct {
		kind string
		keys []string
		want string // decisions
		see  string // on the screen at the end
	}{
		"accept":               {"meeting", []string{"a"}, "accept", "2/2"},
		"accept all, fast":     {"meeting", []string{"aa"}, "accept, accept", "that was the last"},
		"reject with a reason": {"meeting", []string{"r", "عنوان", " ", "ل", "backspace", "enter"}, "reject", "2/2"},
		"leave a prompt":       {"meeting", []string{"r", "x", "esc"}, "", "left as it was"},
		"choose a value":       {"meeting", []string{"c", "s", "enter", "o", "c", "c", "enter"}, "correct status=collapsed", "status: collapsed (read: concluded; huda)"},
		"type a value":         {"statement", []string{"c", "n", "enter", "ctrl+u", "حركة الجبل", "enter"}, "correct name=حركة الجبل", "(read: "},
		"words not there":      {"statement", []string{"c", "c", "enter", "ctrl+u", "ليست هنا", "enter"}, "", "none of the fact's articles has the words"},
		"undo":                 {"meeting", []string{"a", "u"}, "accept, undo", "unreviewed"},
		"nothing to undo":      {"meeting", []string{"u"}, "", "nothing was decided here"},
		"mark words":           {"statement", []string{"w", "وشارك في الجولة", "enter", "d", "enter", "n"}, "add", "demand"},
		"comment":              {"statement", []string{"t", "ينظر", "enter"}, "comment", "ينظر"},
		"split":                {"meeting", []string{"s", "down", "enter"}, "split", "split"},
		"merge with nothing":   {"meeting", []string{"m", "m000", "enter"}, "", `there is no fact "m000"`},
		"help":                 {"meeting", []string{"?"}, "", "accept: right as it was read"},
		"an unknown key":       {"meeting", []string{"y"}, "", "? shows the keys"},
		"a choice left":        {"meeting", []string{"c", "z", "esc"}, "", "left as it was"},
	} {
		t.Run(name, func(t *testing.T) {
			m := queueOf(t, c.kind)
			fits(t, m)
			press(t, m, c.keys...)
			if got := verbs(t, m); got != c.want {
				t.Errorf("decisions %q, want %q", got, c.want)
			}
			if screen := ansi.Strip(m.View()); !strings.Contains(strings.NewReplacer("\u2067", "", "\u2069", "").Replace(screen), c.see) {
				t.Errorf("%q is not on the screen:\n%s", c.see, screen)
			}
		})
	}
}

// Each coder goes through the queue by himself, whatever others decided.
func TestCodersAreBlind(t *testing.T) {
	m := queueOf(t, "meeting")
	press(t, m, "rr") // the second r is the reason
	press(t, m, "enter")
	for coder, want := range map[string]int{"huda": 1, "omar": 2} {
		items, _, err := queue(t.Context(), m.v, coding{coder: coder, role: "coder"}, queueing{kinds: []string{"meeting"}, limit: 9})
		if err != nil || len(items) != want {
			t.Errorf("%s sees %d, want %d, %v", coder, len(items), want, err)
		}
	}
	judge := coding{coder: "zain", role: string(review.Adjudicator)}
	if items, _, _ := queue(t.Context(), m.v, judge, queueing{limit: 9}); len(items) != 0 {
		t.Errorf("an adjudicator has nothing to decide: %+v", items)
	}
	omar := coding{coder: "omar", role: "coder"}
	if _, err := m.v.Take(t.Context(), omar.decision(review.Accept, m.items[0].id)); err != nil {
		t.Fatal(err)
	}
	if items, _, _ := queue(t.Context(), m.v, judge, queueing{limit: 9}); len(items) != 1 || items[0].id.Kind != record.Meetings {
		t.Errorf("an adjudicator sees what coders differ about: %+v", items)
	}
}
