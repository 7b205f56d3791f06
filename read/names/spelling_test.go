package names

import "testing"

// Names of persons whom nobody listed are shown as they are usually written, whatever the
// article leaves out. The sentences are invented.
func TestUsualSpelling(t *testing.T) {
	for _, c := range []struct{ src, name string }{
		{"قال الناطق احمد الشاهر إن الوفد سيعود.", "أحمد الشاهر"},
		{"قال الناطق عبدالغني الشاهر إن الوفد سيعود.", "عبد الغني الشاهر"},
		{"قال الناطق ابراهيم عبدالاله إن الوفد سيعود.", "إبراهيم عبد الإله"},
		{"قالت الناطقة فاطمه الشاهر إن الوفد سيعود.", "فاطمة الشاهر"},
		{"قال القائد ابو سالم الشاهري إن الوفد سيعود.", "أبو سالم الشاهري"},
		{"قال الناطق نايف الشاهر إن الوفد سيعود.", "نايف الشاهر"},     // no other spelling of نائف
		{"قال الناطق مني الشاهر إن الوفد سيعود.", "مني الشاهر"},       // nor of منى
		{"قال الناطق هورست اندلمان إن الوفد سيعود.", "هورست اندلمان"}, // no given name
		{"قال الناطق أحمد الأشهر إن الوفد سيعود.", "أحمد الأشهر"},
	} {
		got := ""
		for _, m := range read(c.src).Mentions {
			got += m.Name
		}
		if got != c.name {
			t.Errorf("%s: %q, want %q", c.src, got, c.name)
		}
	}
}

// A name with عبد glued to what follows is the name with it apart, in one article and from
// article to article.
func TestGluedServant(t *testing.T) {
	r := read("قال عبد الغني الشاهري إن الوفد وصل. وأكد عبدالغني الشاهري أن المحادثات ستبدأ.")
	if len(r.Mentions) != 2 || r.Mentions[0].Actor != r.Mentions[1].Actor {
		t.Errorf("two actors of one: %+v", r.Mentions)
	}
	a := read("أكد الناطق عبدالغني الشاهري أن المحادثات ستبدأ.").Mentions[0]
	if a.Actor != r.Mentions[0].Actor || a.Name != r.Mentions[0].Name {
		t.Errorf("%+v is no %+v", a, r.Mentions[0])
	}
}
