package record

import (
	"testing"

	"mahdar/fact"
	"mahdar/text"
)

// said is an invented article in which two speak, one after the other; of each the name,
// the act, the words before what is said, and what is said.
func said(outlet string, speeches ...[4]string) *fact.Reading {
	r := &fact.Reading{ID: outlet, Published: text.Published{EDTF: "2031-05-04"}, Source: text.Source{Outlet: outlet}}
	for _, s := range speeches {
		from := len(r.Text)
		r.Text += s[2]
		begin := len(r.Text)
		r.Text += s[3]
		r.Statements = append(r.Statements, fact.Statement{Name: s[0], Actor: "org:" + s[0], Kind: "organisation", Act: s[1],
			Cue: text.Span{Start: from, End: begin}, Content: []text.Span{{Start: begin, End: len(r.Text)}}})
		r.Actors = append(r.Actors, fact.Actor{ID: "org:" + s[0], Name: s[0], Type: fact.Organisation})
		r.Text += ".\n"
	}
	for _, name := range []string{"جبهة الهضبة", "حكومة الساحل"} {
		if i := at(r.Text, name); i.End > i.Start {
			r.Mentions = append(r.Mentions, fact.Mention{Span: i, Type: fact.Organisation, Name: name, Actor: "org:" + name})
		}
	}
	return r
}

func TestDenials(t *testing.T) {
	const coast, plateau = "حكومة الساحل", "جبهة الهضبة"
	for name, c := range map[string]struct {
		speeches [][4]string
		claimant string // "" where no claim is denied
	}{
		"who claims it is named":       {[][4]string{{coast, "deny", "ونفت الحكومة ", "اتهامات جبهة الهضبة بقصف سوق البلدة"}}, plateau},
		"reports stand for him":        {[][4]string{{coast, "deny", "ونفت الحكومة ", "تقارير عن لقاء سري في البلدة"}}, "تقارير"},
		"what was passed on":           {[][4]string{{coast, "deny", "ونفت الحكومة ", "ما تردد عن لقاء سري في البلدة"}}, "ما تردد"},
		"with its adjective":           {[][4]string{{coast, "reject", "ورفضت الحكومة ", "الاتهامات الأممية بعرقلة القوافل"}}, "الاتهامات الأممية"},
		"called untrue":                {[][4]string{{coast, "deny", "وقالت الحكومة إن ", "هذه الادعاءات لا أساس لها"}}, "الادعاءات"},
		"nearly the same, said before": {[][4]string{{plateau, "accuse", "وقالت الجبهة إن ", "قوات الحكومة قصفت سوق بلدة الينبوع"}, {coast, "deny", "ونفت الحكومة ", "أن تكون قواتها قصفت سوق بلدة الينبوع"}}, plateau},
		"something else said before":   {[][4]string{{plateau, "state", "وقالت الجبهة إن ", "وفدها يصل غدا إلى العاصمة"}, {coast, "deny", "ونفت الحكومة ", "أن تكون قواتها قصفت سوق البلدة"}}, ""},
		"nobody is denied":             {[][4]string{{coast, "deny", "ونفت الحكومة ", "علمها بأي لقاء"}}, ""},
		"a refusal of no claim":        {[][4]string{{coast, "reject", "ورفضت الحكومة ", "نشر مراقبين في البلدة"}}, ""},
		"accusations are made":         {[][4]string{{coast, "state", "وقالت الحكومة إن ", "الاتهامات لا تكفي دون أدلة"}}, ""},
	} {
		b := NewBook()
		b.Add(said("صحيفة النجم", c.speeches...))
		got := ""
		for _, d := range b.Disagreements() {
			if d.Slot != SlotDenial || len(d.Positions) != 2 {
				t.Errorf("%s: %+v", name, d)
				continue
			}
			for _, p := range d.Positions {
				if p.Value == "charged" {
					got = p.Claims[0].Name
				} else if p.Claims[0].Name != coast {
					t.Errorf("%s: denied by %s", name, p.Claims[0].Name)
				}
			}
		}
		if got != c.claimant {
			t.Errorf("%s: denied is %q, want %q", name, got, c.claimant)
		}
	}
}

// TestBlameBetweenTwo holds that two sides that accuse each other disagree outside any
// talks, too, be it by the mouth of somebody who speaks for them.
func TestBlameBetweenTwo(t *testing.T) {
	const coast, plateau = "حكومة الساحل", "جبهة الهضبة"
	accuse := func(outlet, who, of, what string) *fact.Reading {
		r := said(outlet, [4]string{who, "accuse", "واتهم " + of + " بـ", what})
		r.Statements[0].Target = of
		r.Actors = append(r.Actors, fact.Actor{ID: "org:" + of, Name: of, Type: fact.Organisation})
		return r
	}
	spokesman := func(outlet, of string) *fact.Reading {
		r := accuse(outlet, "سالم الأحمر", of, "تهريب السلاح إلى الجبال")
		r.Statements[0].Actor, r.Statements[0].Kind = "person:salim", "person"
		r.Actors[0] = fact.Actor{ID: "person:salim", Name: "سالم الأحمر", Type: fact.Person, Offices: []string{"المتحدث باسم الجبهة"}}
		r.Actors = append(r.Actors, fact.Actor{ID: "org:" + plateau, Name: plateau, Type: fact.Organisation})
		return r
	}
	for name, c := range map[string]struct {
		one, other *fact.Reading
		want       bool
	}{
		"each accuses the other":     {accuse("أ", coast, plateau, "قطع الطريق"), accuse("ب", plateau, coast, "حصار البلدة"), true},
		"by the mouth of one":        {accuse("أ", coast, plateau, "قطع الطريق"), spokesman("ب", coast), true},
		"both accuse one":            {accuse("أ", coast, plateau, "قطع الطريق"), accuse("ب", "حركة الوادي", plateau, "حصار البلدة"), false},
		"one accuses, once and once": {accuse("أ", coast, plateau, "قطع الطريق"), accuse("ب", coast, plateau, "حصار البلدة"), false},
	} {
		b := NewBook()
		b.Add(c.one)
		b.Add(c.other)
		found := false
		for _, d := range b.Disagreements() {
			found = found || d.Slot == SlotBlame && len(d.Positions) == 2
		}
		if found != c.want {
			t.Errorf("%s: disagree %v, want %v", name, found, c.want)
		}
	}
}
