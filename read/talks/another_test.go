package talks

import "testing"

// Two offices in a row are of two who met, where the article gives the first to somebody else.
func TestAnother(t *testing.T) {
	src := "قالت وزيرة الخارجية القمرستانية نادية الفخري إن الوضع هادئ.\nوسوف تلتقي وزيرة الخارجية القمرستانية الملك الزهرستاني عادل المنصور غدا."
	r := read(invented(t), src)
	if len(r.Meetings) != 1 {
		t.Fatalf("%d meetings, want 1", len(r.Meetings))
	}
	var got string
	for _, p := range r.Meetings[0].Participants {
		got += p.Name + "؛"
	}
	if want := "نادية الفخري؛عادل المنصور؛"; got != want {
		t.Errorf("participants %s, want %s", got, want)
	}
}
