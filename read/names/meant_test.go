package names

import "testing"

// عمان is the sultanate, but the capital of Jordan in an article that is about Jordan, and a
// province named by its direction is itself, other than a part of a country. The sentences are
// invented.
func TestMeantPlace(t *testing.T) {
	for _, c := range []struct{ src, text, name string }{
		{"زار الوفد عمان أمس.", "عمان", "سلطنة عمان"},
		{"زار الوفد عمان أمس. وقال الوزير العماني إنه متفائل.", "عمان", "سلطنة عمان"},
		{"زار الوفد عمان أمس. وقال الوزير الأردني إنه متفائل.", "عمان", "عمان"},
		{"زار الوفد تونس أمس.", "تونس", "تونس"},
		{"وقع الاشتباك في غرب دارفور أمس.", "غرب دارفور", "غرب دارفور"},
		{"وقع الاشتباك في ولاية جنوب كردفان أمس.", "جنوب كردفان", "جنوب كردفان"},
		{"وقع الاشتباك في شمال سوريا أمس.", "سوريا", "سوريا"},
		{"وقع الاشتباك في ريف درعا أمس.", "درعا", "درعا"},
	} {
		r := read(c.src)
		if len(r.Mentions) == 0 {
			t.Errorf("%s: no mention", c.src)
			continue
		}
		if m := r.Mentions[0]; m.In(r.Text) != c.text || m.Name != c.name {
			t.Errorf("%s: %s (%s), want %s (%s)", c.src, m.In(r.Text), m.Name, c.text, c.name)
		}
	}
}
