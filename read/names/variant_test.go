package names

import "testing"

// Persons whom everybody knows are found however their foreign names are spelled; what
// is an Arabic name is another's where a letter differs. The sentences are invented.
func TestRespelt(t *testing.T) {
	for _, c := range []struct{ src, name, actor string }{
		{"التقى الوزير أمس ريكس تيلرسن في العاصمة.", "ريكس تيلرسن", "person:rex-tillerson"},
		{"قال ديفيد مليباند إن بلاده تدعم الهدنة.", "ديفيد مليباند", "person:david-miliband"},
		{"قال ديفيد ميليباند إن بلاده تدعم الهدنة، وأضاف ديفيد مليباند أنه متفائل.", "ديفيد ميليباند", "person:david-miliband"},
	} {
		r := read(c.src)
		found := false
		for _, m := range r.Mentions {
			found = found || m.Actor == c.actor && m.Name == c.name
		}
		if !found {
			t.Errorf("%s: no %s as %s among %+v", c.src, c.actor, c.name, r.Mentions)
		}
	}
	for _, src := range []string{"قال نبيل فهيم إن الوفد سيعود.", "قال أحمد صالحي إن الوفد سيعود.", "التقى الوزير أمس ريكس حداد في العاصمة."} {
		for _, m := range read(src).Mentions {
			if len(m.Actor) != len("person:")+16 {
				t.Errorf("%s: %s is taken for %s", src, m.Name, m.Actor)
			}
		}
	}
}
