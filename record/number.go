package record

import "mahdar/fact"

// processes are the processes of r's meetings. They are as read, but for a
// round whose number goes on with the rounds of another process of the same
// article, where its place is not one of its own process: «the first two
// rounds in Marj … boycotted a third round in Marj's country» beside a mention
// of other talks is the third of Marj.
func processes(r *fact.Reading) []string {
	out := make([]string, len(r.Meetings))
	for i := range r.Meetings {
		out[i] = r.Meetings[i].Process
	}
	for i := range r.Meetings {
		m := &r.Meetings[i]
		if m.Ordinal < 2 || m.Process == "" || m.Place == "" || numbered(r, m.Process, 0, i) || heldAt(r, m.Process, m.Place, i) {
			continue
		}
		next, several := "", false
		for j := range r.Meetings {
			o := &r.Meetings[j]
			if o.Process != "" && o.Process != m.Process && o.Ordinal == m.Ordinal-1 {
				several = several || next != "" && next != o.Process
				next = o.Process
			}
		}
		if next != "" && !several && !numbered(r, next, m.Ordinal, i) {
			out[i] = next
			for j := range r.Meetings {
				if o := &r.Meetings[j]; o.Process == m.Process && o.Ordinal == 0 && o.Place == "" && touch(m, o) {
					out[j] = next
				}
			}
		}
	}
	return out
}

// touch reports whether two meetings of one article have a day in common, as
// far as their days are told.
func touch(a, b *fact.Meeting) bool {
	af, al := span(a.Start, a.End)
	bf, bl := span(b.Start, b.End)
	if af == "" {
		af = al
	}
	if bf == "" {
		bf = bl
	}
	if al == "" {
		al = af
	}
	if bl == "" {
		bl = bf
	}
	if af == "" || bf == "" {
		for _, f := range []string{a.Start, a.End} {
			if f != "" && (f == b.Start || f == b.End) {
				return true // «today» and «today», whatever day that is
			}
		}
		return false
	}
	return af <= bl && bf <= al
}

// numbered reports whether another meeting than i of the process has ordinal n,
// any for 0.
func numbered(r *fact.Reading, process string, n, i int) bool {
	for j := range r.Meetings {
		m := &r.Meetings[j]
		if j != i && m.Process == process && m.Ordinal > 0 && (n == 0 || m.Ordinal == n) {
			return true
		}
	}
	return false
}

// heldAt reports whether place is where other meetings of the process are, or
// nothing tells where they are.
func heldAt(r *fact.Reading, process, place string, i int) bool {
	known := false
	for j := range r.Meetings {
		if m := &r.Meetings[j]; j != i && m.Process == process && m.Place != "" {
			if plain(m.Place) == plain(place) {
				return true
			}
			known = true
		}
	}
	return !known
}
