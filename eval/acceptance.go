package eval

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// Acceptance is one thing that a full record of an article holds, with the
// words that tell it.
type Acceptance struct {
	ID         string
	Article    string // the article's number: its file's name begins with it
	Kind       string // round, demand, channel, …
	Capability string // what a record must know, for people
	Words      string
	Point      int // code points before the words in the article
}

// ReadAcceptance reads a table of acceptances: tab-separated, with a first line
// that names the columns id, article, kind, capability, span and first_rune. It fails
// on a line that has fewer columns or no number where one belongs, and names it.
func ReadAcceptance(r io.Reader) ([]Acceptance, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	column := map[string]int{}
	var out []Acceptance
	for n := 1; sc.Scan(); n++ {
		cells := strings.Split(sc.Text(), "\t")
		if len(column) == 0 {
			for i, c := range cells {
				column[c] = i
			}
			for _, c := range []string{"id", "article", "kind", "capability", "span", "first_rune"} {
				if _, ok := column[c]; !ok {
					return nil, fmt.Errorf("acceptance table has no column %q in its first line", c)
				}
			}
			continue
		}
		if len(cells) != len(column) {
			return nil, fmt.Errorf("acceptance table, line %d: %d cells, want %d", n, len(cells), len(column))
		}
		at, err := strconv.Atoi(cells[column["first_rune"]])
		if err != nil {
			return nil, fmt.Errorf("acceptance table, line %d: first_rune: %w", n, err)
		}
		out = append(out, Acceptance{ID: cells[column["id"]], Article: cells[column["article"]], Kind: cells[column["kind"]],
			Capability: cells[column["capability"]], Words: cells[column["span"]], Point: at})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("acceptance table cannot be read: %w", err)
	}
	return out, nil
}

// finding is what a reading says of some stretches of its text.
type finding struct {
	layer string
	spans []text.Span
}

// findings are all findings of a reading with the words that they rest on.
func findings(r *fact.Reading) []finding {
	var out []finding
	add := func(layer string, spans ...text.Span) { out = append(out, finding{layer, spans}) }
	add("published", r.Published.Evidence...)
	for _, b := range r.Blocks {
		if b.Kind == fact.Boilerplate {
			add("boilerplate", b.Span)
		}
	}
	for _, m := range r.Mentions {
		add("mentions", m.Span)
	}
	for _, d := range r.Dates {
		add("dates", d.Span)
	}
	for _, s := range r.Statements {
		add("statements", append([]text.Span{s.Cue, s.Speaker}, s.Content...)...)
		for _, v := range s.Via {
			add("statements", v.Span)
		}
	}
	for _, m := range r.Meetings {
		add("meetings", m.Evidence...)
		add("meetings", append(append(append([]text.Span{}, m.Agenda...), m.Outcome...), m.Next...)...)
	}
	for _, c := range r.Commitments {
		add("commitments", append(append([]text.Span{}, c.Content...), c.Condition...)...)
	}
	for _, d := range r.Demands {
		add("demands", d.Content...)
	}
	for _, c := range r.Ceasefires {
		add("ceasefires", c.Evidence...)
	}
	for _, f := range r.Figures {
		add("figures", f.Span)
	}
	for _, i := range r.Incidents {
		add("incidents", i.Evidence...)
	}
	return out
}

// fitting are the layers in which a thing of a kind may be found. A kind is
// known by how it begins, the longest first.
var fitting = []struct {
	begins string
	layers string
}{
	{"boilerplate", "boilerplate"}, {"repeat", "boilerplate statements meetings"}, {"chat", "boilerplate"},
	{"figure", "figures"}, {"delegation-size", "figures meetings"}, {"duration", "figures meetings dates"},
	{"dateline", "published dates"}, {"relative-date", "dates"}, {"date-conflict", "dates statements"}, {"temporal-conflict", "dates meetings statements"},
	{"round", "meetings"}, {"meeting", "meetings"}, {"participation", "meetings"}, {"boycott-reason", "demands statements"}, {"boycott", "meetings statements"},
	{"head-of-delegation", "meetings statements"}, {"mediat", "meetings statements"}, {"sponsors", "meetings"}, {"convener", "meetings statements"},
	{"track", "meetings"}, {"format", "meetings"}, {"agenda", "meetings"}, {"delay", "meetings statements"}, {"call", "meetings"}, {"parallel-talks", "meetings"},
	{"next-step", "meetings statements"}, {"missing-date", "meetings statements"}, {"deadline", "meetings commitments statements figures"}, {"expected-outcome", "meetings statements"},
	{"pledge", "commitments"}, {"agreement", "commitments ceasefires"}, {"breach", "commitments statements"}, {"blame", "demands statements"}, {"guarantor", "meetings commitments statements"},
	{"demand", "demands"}, {"condition", "demands commitments statements"}, {"proposal", "statements demands ceasefires meetings"},
	{"ceasefire", "ceasefires"}, {"mechanism", "ceasefires commitments statements"}, {"zone", "ceasefires commitments statements figures"},
	{"incident", "incidents statements"}, {"event", "incidents"}, {"territory", "incidents statements dates"}, {"threat", "statements"},
	{"spelling", "mentions"}, {"orthography", "mentions"}, {"hashtag", "mentions"}, {"mis-diacritic", "mentions"}, {"term-variant", "meetings statements"},
}

// everywhere are the layers for kinds that the table does not name: they are
// about who says what.
const everywhere = "statements meetings commitments demands ceasefires incidents figures mentions"

func layersFor(kind string) string {
	best, layers := 0, everywhere
	for _, f := range fitting {
		if strings.HasPrefix(kind, f.begins) && len(f.begins) > best {
			best, layers = len(f.begins), f.layers
		}
	}
	return layers
}

// Accept tells in which fitting layer a reading holds a thing: a finding there
// shares at least half of the bytes of the words or of its own, whichever are
// fewer. ok is false where none does.
func Accept(r *fact.Reading, a Acceptance) (layer string, ok bool) {
	off := text.NewOffsets(r.Text)
	start := off.Byte(a.Point)
	if !strings.HasPrefix(r.Text[start:], a.Words) {
		if start = strings.Index(r.Text, a.Words); start < 0 {
			return "", false
		}
	}
	want := text.Span{Start: start, End: start + len(a.Words)}
	for layer := range strings.FieldsSeq(layersFor(a.Kind)) {
		for _, f := range findings(r) {
			if f.layer == layer && touches(f.spans, want) {
				return layer, true
			}
		}
	}
	return "", false
}

// touches reports whether any of spans shares half of the shorter of the two
// with want.
func touches(spans []text.Span, want text.Span) bool {
	for _, s := range spans {
		if s.Empty() {
			continue
		}
		common := min(s.End, want.End) - max(s.Start, want.Start)
		if common > 0 && 2*common >= min(s.Len(), want.Len()) {
			return true
		}
	}
	return false
}
