package incidents

// flanks are the parties of the n-th complement, of «بين», and how many of them are on
// the first side: one, or those before «من جهة» («بين الجيش وحلفائه من جهة والحركة من
// جهة أخرى»، «بين الجيش من جهة وبين الحركة»).
func (r *reader) flanks(comps []complement, n int) ([]span, int) {
	items := r.items(&comps[n])
	at := n + 1
	if at+1 < len(comps) && !r.side(&comps[at]) && comps[at].mark == markMin {
		at++ // وحلفائه من القبائل، من جهة
	}
	if at >= len(comps) || !r.side(&comps[at]) {
		return items, 1
	}
	side := r.items(&comps[at])
	other := side[1:]
	if len(other) == 0 && at+1 < len(comps) && comps[at+1].mark == markBayn {
		other = r.items(&comps[at+1])
	}
	if len(other) == 0 || side[0].last > side[0].first+1 {
		return items, 1
	}
	return append(items, other...), len(items)
}

// side reports whether a complement is «من جهة».
func (r *reader) side(c *complement) bool {
	if c.mark != markMin {
		return false
	}
	switch r.p.Word(r.items(c)[0].first) {
	case "جهه", "ناحيه", "جانب":
		return true
	}
	return false
}

// between sets the parties of «بين … و…»: of those who clash the first, or the first
// side, does and the others suffer, those who meet or agree all act.
func (r *reader) between(d *deed, items []span, flank int) {
	for k, it := range items {
		q, ok := r.party(it)
		if !ok {
			continue
		}
		if d.kind == "ASSAULT" && k >= flank {
			d.recipient = append(d.recipient, q)
		} else {
			d.actor = append(d.actor, q)
		}
	}
	d.between = true
}
