package review_test

import (
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/review"
	"mahdar/text"
)

// Every slot takes a value and gives it back.
func TestSlots(t *testing.T) {
	bodies := map[record.Kind]any{record.Actors: &record.Sighting{}, record.Meetings: &fact.Meeting{}, record.Statements: &fact.Statement{}, record.Commitments: &fact.Commitment{},
		record.Demands: &fact.Demand{}, record.Ceasefires: &fact.Ceasefire{}, record.Incidents: &fact.Incident{}, record.Figures: &fact.Figure{}}
	for _, k := range record.Kinds() {
		slots := review.Slots(k)
		if k == record.Meetings {
			for _, p := range review.ParticipantSlots() {
				slots = append(slots, p+":وفد السهل")
			}
		}
		for _, slot := range slots {
			if slot == review.About {
				continue
			}
			taken := false
			for _, v := range append([]string{"الهدنة ستبدأ", "12", "2031-05"}, review.Allowed(k, slot)...) {
				if review.CheckSlot(k, slot, v) != nil || !review.Set(k, bodies[k], source, slot, v) {
					continue
				}
				taken = true
				if got := review.Get(k, bodies[k], source, slot); got != v && slot != "participant:وفد السهل" {
					t.Errorf("%s.%s = %q, want %q", k, slot, got, v)
				}
			}
			if !taken {
				t.Errorf("%s.%s takes no value", k, slot)
			}
			if !review.Set(k, bodies[k], source, slot, "") || review.Get(k, bodies[k], source, slot) != "" && !strings.HasPrefix(slot, "participant:") {
				t.Errorf("%s.%s cannot be emptied", k, slot)
			}
		}
	}
	if review.CheckSlot(record.Statements, review.About, "m000000000031") != nil || review.CheckSlot(record.Statements, review.About, "a000000000031") == nil || review.CheckSlot(record.Meetings, review.About, "") == nil {
		t.Error("about takes meetings, of what belongs to them")
	}
}

func TestParticipants(t *testing.T) {
	m := &fact.Meeting{Participants: []fact.Participant{{Name: "وفد السهل", Attendance: "attended"}}}
	set := func(slot, v string) {
		t.Helper()
		if err := review.CheckSlot(record.Meetings, slot, v); err != nil || !review.Set(record.Meetings, m, "", slot, v) {
			t.Errorf("%s=%s: %v", slot, v, err)
		}
	}
	set("attendance:وفد السّهل", "late") // marks do not matter
	set("size:وفد السهل", "5")
	set("role:حركة الجبل", "party")
	if len(m.Participants) != 2 || m.Participants[0].Attendance != "late" || m.Participants[0].Size != 5 || m.Participants[1].Role != "party" {
		t.Errorf("%+v", m.Participants)
	}
	set("participant:وفد السهل", "no")
	set("participant:اتحاد الرعاة", "yes")
	if len(m.Participants) != 2 || m.Participants[0].Name != "حركة الجبل" || m.Participants[1].Name != "اتحاد الرعاة" {
		t.Errorf("%+v", m.Participants)
	}
}

// Words that stand in several places are those nearest to what had been read.
func TestWordsNearest(t *testing.T) {
	second := strings.LastIndex(source, "سالم")
	s := &fact.Statement{Speaker: text.Span{Start: second, End: second + len("سالم")}}
	if !review.Set(record.Statements, s, source, "speaker", "سالم  الأحمر") || s.Speaker.Start != second || s.Speaker.In(source) != "سالم الأحمر" {
		t.Errorf("%+v %q", s.Speaker, s.Speaker.In(source))
	}
	if review.Set(record.Statements, s, source, "content", "الهدنة … ليست هنا") {
		t.Error("words that are not there were found")
	}
	if !review.Set(record.Statements, s, source, "content", "الهدنة ستبدأ … الهدنة ستنتهي") || len(s.Content) != 2 {
		t.Errorf("%+v", s.Content)
	}
}
