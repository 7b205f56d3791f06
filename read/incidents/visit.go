package incidents

import (
	"strings"

	"mahdar/fact"
	"mahdar/read/page"
)

// visited sets where a visit led and who received it: a town is the place, and the state in
// which it lies the recipient, who is one that can act («زار المبعوث دمشق»: Syria, in
// Damascus). Of what else the sentence tells of elsewhere the visit was not.
func (d *deed) visited(p *page.Page) {
	led := false
	for k := range d.recipient {
		q := &d.recipient[k]
		if q.kind != fact.Location {
			continue
		}
		country := q.country
		for i := q.first; i < q.last && country == ""; i++ {
			if m := p.Mention(i); m != nil {
				if a := p.Actor(m.Actor); a != nil {
					country = a.Country
				}
			}
		}
		host, ok := p.Lex.State(strings.ToLower(country))
		if !ok {
			continue
		}
		if !led && (q.name != host.Name || d.place == "") {
			d.place, d.placed = q.name, true
		}
		q.name, led = host.Name, true
	}
}

// setsOut reports whether an entry is a journey begun or ended at one time, of which the
// present tells no habit.
func setsOut(id string) bool {
	return id == "wasala" || id == "wasala-at" || id == "tawajjaha" || id == "safara" || id == "dhahaba"
}
