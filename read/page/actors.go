package page

import "mahdar/fact"

// actors finds the actors of a reading by their ids. It follows the reading's list.
type actors struct {
	heads  []int32   // by hash, a power of two: 1 + index of the last actor of it
	before []int32   // by actor: 1 + index of the one before it with the same hash
	recent [64]int32 // indexes of those that were asked for last: they are asked for again and again
}

// Actor is the actor of an id among the reading's actors, nil where there is
// none.
func (p *Page) Actor(id string) *fact.Actor {
	list, x := p.Reading.Actors, &p.actors
	if id == "" || len(list) == 0 {
		return nil
	}
	n := len(id)
	last := &x.recent[(int(id[n-1])+int(id[n/2])<<2+n)%len(x.recent)]
	if i := int(*last); i < len(list) && list[i].ID == id {
		return &list[i]
	}
	if len(x.before) != len(list) {
		x.follow(p, list)
	}
	found := int32(0)
	for at := x.heads[p.HashOf(id)&uint64(len(x.heads)-1)]; at > 0; at = x.before[at-1] {
		if list[at-1].ID == id {
			found = at // of several the first
		}
	}
	if found == 0 {
		return nil
	}
	*last = found - 1
	return &list[found-1]
}

// fewest is how many heads an index has at least.
const fewest = 64

// follow takes in what the list has got, all of it where it has lost some or
// outgrown the heads.
func (x *actors) follow(p *Page, list []fact.Actor) {
	if len(list) < len(x.before) || len(list) > len(x.heads) {
		size := fewest
		for size < 2*len(list) {
			size *= 2
		}
		x.heads, x.before = Cleared(x.heads, size), x.before[:0]
	}
	for n := len(x.before); n < len(list); n++ {
		head := &x.heads[p.HashOf(list[n].ID)&uint64(len(x.heads)-1)]
		x.before = append(x.before, *head)
		*head = int32(n + 1)
	}
}

// forget makes x an index of nothing.
func (x *actors) forget() { x.heads, x.before = x.heads[:0], x.before[:0] }
