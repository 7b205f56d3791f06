package record

import (
	"slices"
	"strings"

	"mahdar/fact"
)

// coref gives findings of one article that tell one meeting twice one id: talks
// without a number beside the one round of the same talks and days, and «will
// come this week» beside «comes on Thursday».
func coref(r *fact.Reading, ms []Finding) {
	for i := range ms {
		a := &r.Meetings[i]
		if ms[i].Ordinal > 0 {
			continue
		}
		to := -1
		for j := range ms {
			if i == j || !toldAgain(&ms[i], &ms[j], a, &r.Meetings[j]) {
				continue
			}
			if to >= 0 && ms[to].Fact != ms[j].Fact {
				to = -1
				break
			}
			to = j
		}
		if to >= 0 {
			ms[i].Fact, ms[i].Ordinal = ms[to].Fact, ms[to].Ordinal
		}
	}
}

// toldAgain reports whether a tells again, with less, what b tells.
func toldAgain(fa, fb *Finding, a, b *fact.Meeting) bool {
	if family(a.Kind) != family(b.Kind) || a.Place != "" && b.Place != "" && plain(a.Place) != plain(b.Place) {
		return false
	}
	if family(a.Kind) == "talks" {
		return fb.Ordinal > 0 && fa.Process != "" && fa.Process == fb.Process && touch(a, b)
	}
	// A week with the day in it, the same place and one who is in both.
	if a.Place == "" || plain(a.Place) != plain(b.Place) || fa.First == "" || fa.First == fa.Last || between(fa.First, fa.Last) > 7 {
		return false
	}
	day := fullDay(b.Start)
	return day != "" && day >= fa.First && day <= fa.Last && slices.ContainsFunc(fa.Actors, func(l Link) bool { return slices.Contains(fb.Actors, l) })
}

// withReasons is m with the reasons that those who stayed away give for it in
// statements of the same article. The reading itself is not changed.
func (d *desk) withReasons(m *fact.Meeting) *fact.Meeting {
	var out *fact.Meeting
	for i, p := range m.Participants {
		if p.Reason != "" || p.Attendance != "boycotted" && p.Attendance != "absent" && p.Attendance != "refused" {
			continue
		}
		why := d.reasons(p.Name)
		if why == "" {
			continue
		}
		if out == nil {
			c := *m
			c.Participants = slices.Clone(m.Participants)
			out = &c
		}
		out.Participants[i].Reason = why
	}
	if out == nil {
		return m
	}
	return out
}

// reasons are the words in which whoever is called name explains his absence.
func (d *desk) reasons(name string) string {
	r := d.r
	var out []string
	for i := range r.Statements {
		s := &r.Statements[i]
		if sameParty(s.Name, name) && d.explainsAttendance(s) {
			if w := Words(r.Text, s.Content); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return strings.Join(out, " … ")
}

// sameParty reports whether two names of one article have a word of some
// length in common: «opposition groups», «the opposition that Ankara backs».
func sameParty(a, b string) bool { return kindred(a, b, 1) }
