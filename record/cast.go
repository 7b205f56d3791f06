package record

import (
	"sort"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// cast is who acts in one article, under one key a person or body.
type cast struct {
	*desk
	byName map[string]string // plain name to key
	seen   map[string]*Sighting
	room   []Sighting      // of the last of them
	acts   map[string]bool // does or suffers something, or is a person or a body
	order  []string
	ids    map[string]ID // of keys
}

// newCast gathers the actors that r names. A place is one only where it acts.
func newCast(d *desk) *cast {
	r := d.r
	n := len(r.Actors)
	c := &cast{desk: d, ids: make(map[string]ID, n), byName: make(map[string]string, n), seen: make(map[string]*Sighting, n), acts: make(map[string]bool, n)}
	for _, a := range r.Actors {
		k := c.key(a.ID, a.Name)
		s := c.sighting(k, a.Name)
		s.Actor = a
		c.acts[k] = a.Type != fact.Location
	}
	for _, m := range r.Mentions {
		k := c.key(m.Actor, m.Name)
		s := c.sighting(k, m.Name)
		if s.Type == "" {
			s.Type = m.Type
		}
		if m.Type != fact.Location {
			c.acts[k] = true
		}
		s.add(m.Span, m.Span.In(r.Text))
	}
	return c
}

// key is what tells one actor from another: its id where it has one, else its
// name; «~» keeps the two apart.
func (c *cast) key(id, name string) string {
	n := c.plain(name)
	if id == "" {
		if k, ok := c.byName[n]; ok {
			return k
		}
		id = "~" + n
	}
	if n != "" {
		if _, ok := c.byName[n]; !ok {
			c.byName[n] = id
		}
	}
	return id
}

func (c *cast) sighting(key, name string) *Sighting {
	s := c.seen[key]
	if s == nil {
		if len(c.room) == cap(c.room) {
			c.room = make([]Sighting, 0, max(len(c.r.Actors), 4))
		}
		c.room = append(c.room, Sighting{Actor: fact.Actor{Name: name}})
		s = &c.room[len(c.room)-1]
		if !strings.HasPrefix(key, "~") {
			s.ID = key
		}
		c.seen[key] = s
		c.order = append(c.order, key)
	}
	return s
}

func (s *Sighting) add(at text.Span, words string) {
	for i := range s.Forms {
		if s.Forms[i].Words == words {
			s.Forms[i].Count++
			return
		}
	}
	s.Forms = append(s.Forms, Form{words, at, 1})
}

// link ties to whoever is named, known before or not; the zero Link where
// there is neither id nor name.
func (c *cast) link(id, name string, p Part) Link {
	if id == "" && c.plain(name) == "" {
		return Link{}
	}
	k := c.key(id, name)
	c.sighting(k, name)
	c.acts[k] = true
	return Link{c.actorID(k), p}
}

// known is link for names that may be mere descriptions (the civilians): it
// ties only to what the article names elsewhere.
func (c *cast) known(name string, p Part) Link {
	if _, ok := c.byName[c.plain(name)]; !ok || name == "" {
		return Link{}
	}
	return c.link("", name, p)
}

// actorID is the id of the actor of key k.
func (c *cast) actorID(k string) ID {
	id, ok := c.ids[k]
	if !ok {
		id = makeID(Actors, k)
		c.ids[k] = id
	}
	return id
}

// sightings are the findings of the actors, in the order of their naming, with
// room for so many more.
func (c *cast) sightings(more int) []Finding {
	out := make([]Finding, 0, len(c.order)+more)
	for _, k := range c.order {
		if c.acts[k] {
			s := c.seen[k]
			out = append(out, Finding{Fact: c.actorID(k), Label: string(s.Type), Body: s})
		}
	}
	return out
}

func add(links []Link, more ...Link) []Link {
	for _, l := range more {
		if !l.Actor.IsZero() {
			links = append(links, l)
		}
	}
	return links
}

// names are several names in no order, for comparing.
func (d *desk) names(ns []string) string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = d.plain(n)
	}
	sort.Strings(out)
	return strings.Join(out, "|")
}

// company is who met, in no order.
func (d *desk) company(m *fact.Meeting) string {
	ns := make([]string, len(m.Participants))
	for i, p := range m.Participants {
		ns[i] = p.Name
	}
	return d.names(ns)
}

func itoa(n int) string { return strconv.Itoa(n) }

func bound(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}
