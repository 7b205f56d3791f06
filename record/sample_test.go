package record_test

import (
	"slices"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/record"
)

// TestSample holds what the record must tell of the five sample articles
// together.
func TestSample(t *testing.T) {
	b := record.NewBook()
	for _, r := range samples(t, "0") {
		b.Add(r)
	}
	rounds := map[int]*record.Meeting{}
	var moscow []string
	for _, f := range b.Facts(record.Meetings) {
		m := record.MergeMeeting(f)
		if f.Process == "astana" && f.Ordinal > 0 {
			if rounds[f.Ordinal] != nil {
				t.Errorf("round %d twice", f.Ordinal)
			}
			rounds[f.Ordinal] = m
		}
		if m.Place.One() == "موسكو" && slices.ContainsFunc(m.Participants, func(p record.Participant) bool { return p.Actor == "person:staffan-de-mistura" }) {
			moscow = append(moscow, f.First)
		}
	}
	for n, days := range map[int][2]string{1: {"2017-01-23", "2017-01-24"}, 2: {"", "2017-02-16"}, 3: {"2017-03-14", ""}, 7: {"", "2017-10-31"}, 8: {"2017-12-21", ""}} {
		m := rounds[n]
		if m == nil {
			t.Errorf("no round %d", n)
			continue
		}
		if days[0] != "" && m.First != days[0] || days[1] != "" && m.Last != days[1] {
			t.Errorf("round %d: %s to %s", n, m.First, m.Last)
		}
		if n != 3 && len(m.Participants) == 0 && n != 7 {
			t.Errorf("round %d: nobody came", n)
		}
	}
	if want := []string{"2017-06-08", "2017-12-21"}; !slices.Equal(moscow, want) {
		t.Errorf("visits to Moscow on %v, want %v", moscow, want)
	}
	boycott(t, rounds[3])
	quarrels(t, b, rounds)
	alloush(t, b)
}

func boycott(t *testing.T, m *record.Meeting) {
	if m == nil {
		return
	}
	for _, p := range m.Participants {
		why := p.Reason.One()
		if p.Attendance.One() == "boycotted" && strings.Contains(why, "لوقف الضربات الجوية") && strings.Contains(why, "وفشلها في الضغط على الجيش السوري") {
			return
		}
	}
	t.Errorf("no boycott of round 3 with both reasons: %+v", m.Participants)
}

func quarrels(t *testing.T, b *record.Book, rounds map[int]*record.Meeting) {
	breaches, reasons := map[string]string{}, map[string]bool{}
	for _, d := range b.Disagreements() {
		for _, p := range d.Positions {
			for _, c := range p.Claims {
				switch {
				case d.Slot == record.SlotBlame && c.Breach && rounds[3] != nil && d.Subject == rounds[3].ID:
					breaches[c.Target] = c.Name
				case d.Slot == record.SlotReason && rounds[2] != nil && d.Subject == rounds[2].ID:
					reasons[c.Name] = true
				}
			}
		}
	}
	if !strings.Contains(breaches["روسيا"], "المعارضة") || breaches["تركيا"] != "بشار الجعفري" {
		t.Errorf("breaches by accused: %v", breaches)
	}
	if !reasons["بشار الجعفري"] || len(reasons) < 2 {
		t.Errorf("accounts of the delay of round 2: %v", reasons)
	}
}

func alloush(t *testing.T, b *record.Book) {
	for _, f := range b.Facts(record.Statements) {
		s := f.Evidence[0].Body.(*fact.Statement)
		if s.Actor == "person:mohammed-alloush" && strings.Contains(f.Evidence[0].Quote(), "إلى أنقرة") {
			if len(f.Evidence) < 3 {
				t.Errorf("the words on Ankara have %d pieces of evidence", len(f.Evidence))
			}
			return
		}
	}
	t.Error("no statement on Ankara")
}
