package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"mahdar/arabic"
)

// find returns the entry of a table by its id.
func find[T any](l *Lexicon, t Table, list []T, id string) (*T, bool) {
	i, ok := l.ids[t].find(id)
	if !ok {
		return nil, false
	}
	return &list[i], true
}

// Person returns the person of an id.
func (l *Lexicon) Person(id string) (*Person, bool) { return find(l, PersonTable, l.People, id) }

// State returns the state of an id (ISO 3166 alpha-3, lower case).
func (l *Lexicon) State(id string) (*State, bool) { return find(l, StateTable, l.States, id) }

// Place returns the place of an id.
func (l *Lexicon) Place(id string) (*Place, bool) { return find(l, PlaceTable, l.Places, id) }

// Organisation returns the organisation of an id.
func (l *Lexicon) Organisation(id string) (*Organisation, bool) {
	return find(l, OrganisationTable, l.Organisations, id)
}

// Office returns the office of an id.
func (l *Lexicon) Office(id string) (*Office, bool) { return find(l, OfficeTable, l.Offices, id) }

// Process returns the process of a key.
func (l *Lexicon) Process(id string) (*Process, bool) {
	return find(l, ProcessTable, l.Processes, id)
}

// Talk returns the word of talks of an id.
func (l *Lexicon) Talk(id string) (*Talk, bool) { return find(l, TalkTable, l.Talks, id) }

// Acts are the acts of a statement (docs/CODEBOOK.md).
func Acts() []string {
	return []string{"state", "announce", "expect", "accuse", "deny", "pledge", "demand", "propose", "accept", "reject", "threaten", "warn", "criticise", "praise"}
}

// Check returns what is wrong among the loaded entries: references to ids that
// do not exist, acts that are none, entries that can never match.
func (l *Lexicon) Check() []error {
	var out []error
	say := func(id, format string, args ...any) {
		out = append(out, fmt.Errorf("%s: %s", id, fmt.Sprintf(format, args...)))
	}
	for _, s := range l.States {
		if _, ok := l.Place(s.Capital); s.Capital != "" && !ok {
			say(s.ID, "capital %s is no place", s.Capital)
		}
		checkNames(s.Entry, say)
	}
	for _, p := range l.Places {
		if _, ok := l.State(p.Country); p.Country != "" && !ok {
			say(p.ID, "country %s is no state", p.Country)
		}
		checkNames(p.Entry, say)
	}
	for _, o := range l.Organisations {
		checkNames(o.Entry, say)
	}
	for _, p := range l.People {
		checkNames(p.Entry, say)
		for _, r := range p.Roles {
			if _, ok := l.Office(r.Office); !ok {
				say(p.ID, "office %s of a role does not exist", r.Office)
			}
			if r.From != "" && r.To != "" && r.From[:4] > r.To[:4] {
				say(p.ID, "role %s ends before it begins", r.Office)
			}
		}
	}
	for _, list := range [][]Verb{l.Speech, l.Deeds} {
		for _, v := range list {
			if v.Past == "" && len(v.Masdars)+len(v.Also)+len(v.Participles) == 0 {
				say(v.ID, "has no form that could match")
			}
		}
	}
	for _, v := range l.Speech {
		if v.Act != "" && !slices.Contains(Acts(), v.Act) {
			say(v.ID, "act %s is none", v.Act)
		}
		for _, f := range v.Frames {
			if f.Act != "" && !slices.Contains(Acts(), f.Act) {
				say(v.ID, "act %s of a frame is none", f.Act)
			}
		}
	}
	return out
}

// checkNames reports names in which nothing is left after folding.
func checkNames(e Entry, say func(id, format string, args ...any)) {
	for _, n := range append([]string{e.Name}, e.Aliases...) {
		if strings.TrimSpace(arabic.Fold(n)) == "" {
			say(e.ID, "has an empty name")
		}
	}
}

// Stats counts the entries by table and the compiled forms.
func (l *Lexicon) Stats() []struct {
	Name  string
	Count int
} {
	return []struct {
		Name  string
		Count int
	}{
		{"states", len(l.States)}, {"places", len(l.Places)}, {"organisations", len(l.Organisations)}, {"offices", len(l.Offices)},
		{"people", len(l.People)}, {"given names", len(l.GivenNames)}, {"processes", len(l.Processes)}, {"verbs and nouns of speech", len(l.Speech)},
		{"deeds", len(l.Deeds)}, {"units", len(l.Units)}, {"word forms", len(l.vocab.words)}, {"phrases", l.trie.ended()},
	}
}
