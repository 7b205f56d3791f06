package incidents

import (
	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// crowd reports whether a phrase is of protesters by its own word: المتظاهرون، محتجين.
func (r *reader) crowd(s span) bool {
	if s.empty() {
		return false
	}
	h := r.head(s)
	for k := h; k < s.last && k <= h+1; k++ {
		if w := r.scene(k, sceneCrowd); w != nil && w.Mode == "demo" {
			return k == h || phrases.Definite(r.p, h) && phrases.Definite(r.p, k)
		}
	}
	return false
}

// holdsProtest reports whether a protest told by a verb is one: its subject is people
// who may protest, and what they do is more than a detail of a protest told before.
func (r *reader) holdsProtest(d *deed) bool {
	if d.relative {
		return false // المتظاهرين الذين تجمعوا: known before
	}
	a := animate(d.actor)
	people := a > 0 && (d.demo || r.has(r.head(d.actor[0].span), sceneCrowd) || r.number(d.actor[0].first) || r.p.Is(r.head(d.actor[0].span), lexicon.PeopleWord))
	switch d.cue.verb.ID {
	case "tajamma-a", "tajamhara":
		return d.demo || d.cause && people
	case "rafa-a-demo", "raddada-demo", "hamala-demo", "hatafa-demo", "jaba-demo", "tafa-demo", "qata-a-deed", "ashala":
		if !people {
			return false
		}
		known := phrases.Definite(r.p, d.actor[0].first) && r.head(d.actor[0].span) == d.actor[0].first
		return !known || len(d.recipient) > 0 || d.placed
	}
	return a > 0 || d.literal
}

// protest makes what protesters do a protest (PLOVER: a riot that throws stones is
// still PROTEST), and finds whom they protest against.
func (r *reader) protest(d *deed) {
	demo := len(d.actor) > 0 && r.crowd(d.actor[0].span)
	if demo && !d.actor[0].empty() {
		switch d.kind {
		case "ASSAULT":
			if d.mode == "primitive" || d.mode == "destroy" || d.mode == "" || d.mode == "explosives" {
				d.kind, d.mode = "PROTEST", "riot"
			}
		case "COERCE", "SANCTION":
			d.kind, d.mode = "PROTEST", "obstruct"
		}
	}
	if d.kind != "PROTEST" {
		return
	}
	d.demo = demo
	lim := min(r.sent.Last, d.cue.first+reach)
	for k := d.cue.first; k < lim && len(d.recipient) == 0; k++ {
		if !r.against(k) {
			continue
		}
		d.cause = true
		for j := k + 1; j < lim && j < k+7 && len(d.recipient) == 0; j++ {
			if r.p.Mark(j) && r.p.Tokens[j].Kind != arabic.Quote {
				break
			}
			if r.against(j) || r.masdar(j) && !r.named(j) {
				continue
			}
			if end := r.phrase(j, lim, true); end > j {
				if q, ok := r.party(span{j, end}); ok && q.animate && !r.crowd(span{j, end}) {
					d.recipient = append(d.recipient, q)
				}
			}
		}
	}
}

// against reports whether token k says against or for whom or what one protests:
// ضد، احتجاجا على، مطالبين، تنديدا ب.
func (r *reader) against(k int) bool { return r.has(k, bareAgainst) }
