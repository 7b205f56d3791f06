package export

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
)

// party is somebody as a fact names him, with what the record knows of him.
type party struct {
	ID      record.ID // of the actor in the record; zero where it has none
	Name    string    // as the fact names him
	English string    // listed or romanised; "" for mere descriptions
	fact.Actor
	Forms []string // wordings of the name in the articles
}

// known reports whether the record has him as an actor.
func (p party) known() bool { return !p.ID.IsZero() }

// shown is the name for readers without Arabic where there is one.
func (p party) shown() string {
	if p.English != "" {
		return p.English
	}
	return p.Name
}

// cast is all actors of the record, to be found by article and name.
type cast struct {
	all []party
	at  map[string]int32 // article, NUL, name or id to all
	one map[string]int32 // name or id to all; -1 where several bear it
}

// people loads the cast, once.
func (j *job) people() (*cast, error) {
	if j.cast != nil {
		return j.cast, nil
	}
	c := &cast{at: map[string]int32{}, one: map[string]int32{}}
	for f, err := range j.src.Facts(j.ctx, store.Query{Kind: record.Actors}) {
		if err != nil {
			return nil, err
		}
		c.add(f)
	}
	j.cast = c
	return c, nil
}

func (c *cast) add(f *record.Fact) {
	n := int32(len(c.all))
	p := actorOf(f)
	c.all = append(c.all, p)
	for _, e := range f.Evidence {
		s, ok := e.Body.(*record.Sighting)
		if !ok {
			continue
		}
		for _, k := range []string{plain(s.Name), s.ID} {
			if k == "" {
				continue
			}
			c.at[e.Article.ID+"\x00"+k] = n
			if i, ok := c.one[k]; ok && i != n {
				c.one[k] = -1
			} else {
				c.one[k] = n
			}
		}
	}
}

// actorOf is an actor with the first thing that any article tells of each slot.
func actorOf(f *record.Fact) party {
	p := party{ID: f.ID}
	first := func(to *string, v string) {
		if *to == "" {
			*to = v
		}
	}
	a := &p.Actor
	for _, e := range f.Evidence {
		s, ok := e.Body.(*record.Sighting)
		if !ok {
			continue
		}
		first(&a.ID, s.ID)
		first(&a.Name, s.Name)
		first(&a.English, s.English)
		first((*string)(&a.Type), string(s.Type))
		first(&a.Kind, s.Kind)
		first(&a.Country, s.Country)
		first(&a.Sector, s.Sector)
		first(&a.Wikidata, s.Wikidata)
		for _, o := range s.Offices {
			if !slices.Contains(a.Offices, o) {
				a.Offices = append(a.Offices, o)
			}
		}
		for _, w := range s.Forms {
			if !slices.Contains(p.Forms, w.Words) {
				p.Forms = append(p.Forms, w.Words)
			}
		}
	}
	p.Name, p.English = a.Name, a.English
	return p
}

// party is whom an article means by a name, or by the id that the reading gave
// him; a party that only bears the name where the record has no such actor.
func (j *job) party(a *record.Article, name, id string) (party, error) {
	c, err := j.people()
	if err != nil {
		return party{}, err
	}
	p := party{Name: name}
	for _, k := range []string{id, plain(name)} {
		if k == "" {
			continue
		}
		i, ok := c.at[a.ID+"\x00"+k]
		if !ok {
			if i, ok = c.one[k]; !ok || i < 0 {
				continue
			}
		}
		p = c.all[i]
		if name != "" {
			p.Name = name
		}
		return p, nil
	}
	return p, nil
}

// parties are party for several names; empty names are none.
func (j *job) parties(a *record.Article, names ...string) ([]party, error) {
	var out []party
	for _, n := range names {
		if strings.TrimSpace(n) == "" {
			continue
		}
		p, err := j.party(a, n, "")
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func namesOf(ps []party, name func(party) string) []string {
	var out []string
	for _, p := range ps {
		if n := name(p); n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}
