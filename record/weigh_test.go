package record

import (
	"slices"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/text"
)

func TestWeigh(t *testing.T) {
	salim, hind := makeID(Actors, "salim"), makeID(Actors, "hind")
	on := func(slot Slotname, day, article, value string) Claim {
		return Claim{Slot: slot, Day: day, Article: article, Value: value, Show: value}
	}
	by := func(c Claim, who, against ID) Claim { c.Holder, c.Against = who, against; return c }
	breach := func(c Claim) Claim { c.Breach = true; return c }
	say := func(c Claim, words string) Claim { c.Show = words; return c }
	for _, c := range []struct {
		name string
		cs   []Claim
		want string
	}{
		{"two days for one start", []Claim{on(SlotDate, "", "a", "2031-05-04"), on(SlotDate, "", "b", "2031-05-05")}, "differs"},
		{"one day", []Claim{on(SlotDate, "", "a", "2031-05-04"), on(SlotDate, "", "b", "2031-05-04")}, ""},
		{"talks that count anew", []Claim{on(SlotDate, "", "a", "2031-05-04"), on(SlotDate, "", "b", "2032-05-05")}, ""},
		{"two counts of one day", []Claim{by(on(SlotFigure, "2031-05-04", "a", "20..20"), salim, ID{}), by(on(SlotFigure, "2031-05-04", "b", "35..35"), hind, ID{})}, "differs"},
		{"counts that grow", []Claim{by(on(SlotFigure, "2031-05-04", "a", "20..20"), salim, ID{}), by(on(SlotFigure, "2031-05-14", "b", "35..35"), hind, ID{})}, ""},
		{"a number in a range", []Claim{by(on(SlotFigure, "2031-05-04", "a", "300..300"), salim, ID{}), by(on(SlotFigure, "2031-05-04", "b", "270..330"), hind, ID{})}, ""},
		{"at least", []Claim{by(on(SlotFigure, "2031-05-04", "a", "20.."), salim, ID{}), by(on(SlotFigure, "2031-05-04", "b", "15..15"), hind, ID{})}, ""},
		{"one source corrects itself", []Claim{by(on(SlotFigure, "2031-05-04", "a", "20..20"), salim, ID{}), by(on(SlotFigure, "2031-05-04", "b", "35..35"), salim, ID{})}, ""},
		{"each charges the other", []Claim{by(on(SlotBlame, "2031-05-04", "a", "h"), salim, hind), by(on(SlotBlame, "2031-05-05", "b", "s"), hind, salim)}, "blame"},
		{"two charge one", []Claim{by(on(SlotBlame, "2031-05-04", "a", "h"), salim, hind), by(on(SlotBlame, "2031-05-05", "b", "h"), makeID(Actors, "n"), hind)}, ""},
		{"charges of other things", []Claim{by(on(SlotBlame, "2031-05-04", "a", "h"), salim, hind), by(on(SlotBlame, "2031-05-05", "b", "x"), hind, makeID(Actors, "x"))}, ""},
		{"two breaches around one round", []Claim{breach(by(on(SlotBlame, "2031-05-04", "a", "x"), salim, makeID(Actors, "x"))), breach(by(on(SlotBlame, "2031-05-05", "b", "y"), hind, makeID(Actors, "y")))}, "blame"},
		{"a charge and its denial", []Claim{say(on(SlotDenial, "2031-05-04", "a", "charged"), "الجبل قصف قرية الينبوع"), say(on(SlotDenial, "2031-05-05", "b", "denied"), "أن تكون قواته قصفت قرية الينبوع")}, "denial"},
		{"a denial of something else", []Claim{say(on(SlotDenial, "2031-05-04", "a", "charged"), "الجبل قصف قرية الينبوع"), say(on(SlotDenial, "2031-05-05", "b", "denied"), "وجود محادثات سرية")}, ""},
		{"somebody changes his mind", []Claim{say(on(SlotPosition, "2031-05-04", "a", "reject"), "نشر مراقبين دوليين في الوادي"), say(on(SlotPosition, "2031-07-05", "b", "accept"), "مراقبين دوليين في الوادي")}, "changed"},
		{"about something else", []Claim{say(on(SlotPosition, "2031-05-04", "a", "reject"), "نشر مراقبين دوليين"), say(on(SlotPosition, "2031-07-05", "b", "accept"), "فتح الطرق")}, ""},
		{"came or not, in two articles", []Claim{on(SlotAttendance, "2031-05-04", "a", "came"), on(SlotAttendance, "2031-05-04", "b", "stayed away")}, "differs"},
		{"stayed away, then came", []Claim{on(SlotAttendance, "2031-05-04", "a", "came"), on(SlotAttendance, "2031-05-04", "a", "stayed away")}, ""},
	} {
		d, ok := Weigh(c.cs)
		got := d.Type
		if !ok {
			got = ""
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCues(t *testing.T) {
	for words, want := range map[string]string{
		"وفد الجبل أخل بالتزاماته":                         "breach",
		"الوسيط فشل في الوفاء بتعهداته":                    "breach",
		"وفد الجبل لم يخرق الهدنة":                         "",
		"الوفد وصل إلى المدينة":                            "",
		"لم تحضر المحادثات بسبب القصف":                     "reason",
		"لم يدخل إلى القاعة إلا بعد حصوله على ضمانات":      "reason",
		"المحادثات لم تسفر عن أي اتفاق":                    "no-agreement",
		"تم الاتفاق على فتح الطرق":                         "agreement",
		"فشل المحادثات في التوصل هذه المرة أيضا إلى اتفاق": "no-agreement",
	} {
		cs := cues(strings.Fields(plain(words)))
		got := tellsAgreement(cs)
		if tellsBreach(cs) {
			got = "breach"
		}
		if tellsAttendance(cs) {
			got = "reason"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

func TestThreadsAndOrigins(t *testing.T) {
	f := func(id, day, outlet string, body any, src string) *Fact {
		return &Fact{ID: makeID(Commitments, id), Evidence: []Evidence{{Article: &Article{ID: id, Text: src, Source: text.Source{Outlet: outlet}, Published: text.Published{EDTF: day}}, Body: body}}}
	}
	pledge := func(id, day, status, words string) *Fact {
		return f(id, day, "", &fact.Commitment{By: "وفد الجبل", Status: status, Content: []text.Span{{Start: 0, End: len(words)}}}, words)
	}
	ts := Threads([]*Fact{
		pledge("c", "2031-06-01", "breach-alleged", "وقف قصف القرى في الوادي"),
		pledge("a", "2031-05-01", "made", "بوقف قصف القرى في الوادي"),
		pledge("b", "2031-05-02", "made", "بفتح الطرق أمام القوافل"),
	})
	if len(ts) != 2 || len(ts[0].Steps) != 2 || ts[0].Steps[0].Status != "made" || ts[0].Steps[1].Status != "breach-alleged" {
		t.Errorf("threads: %+v", ts)
	}
	relayed := func(id, day, outlet, via string) Evidence {
		s := &fact.Statement{}
		if via != "" {
			s.Via = []fact.Relay{{Name: via}}
		}
		return f(id, day, outlet, s, "").Evidence[0]
	}
	o := Trace(&Fact{Evidence: []Evidence{relayed("1", "2031-05-01", "وكالة النجم", ""), relayed("2", "2031-05-02", "صحيفة القمر", "وكالة النجم"), relayed("3", "2031-05-02", "موقع الوادي", "وكالة النجم")}}, nil)
	if o.Agency != "وكالة النجم" || o.Earliest != 0 || len(o.Outlets) != 3 {
		t.Errorf("origin: %+v", o)
	}
	o = Trace(&Fact{Evidence: []Evidence{relayed("1", "2031-05-01", "أ", ""), relayed("2", "2031-05-01", "ب", "")}}, func(string) string { return "one text" })
	if o.Earliest != -1 || len(o.Copies) != 1 {
		t.Errorf("origin of copies: %+v", o)
	}
}

func TestEchoes(t *testing.T) {
	const said = "ستنقل المحادثات حول آليات مراقبة الهدنة إلى مدينة النجم"
	src := "و" + said + ".\nقال سالم إن " + said + " قريبا.\nوصل الوفد."
	at := strings.LastIndex(src, said)
	r := &fact.Reading{ID: "1", Text: src, Statements: []fact.Statement{{Name: "سالم", Kind: "person", Content: []text.Span{{Start: at, End: at + len(said)}}}}}
	n := 0
	for _, f := range Findings(r) {
		if s, ok := f.Body.(*fact.Statement); ok {
			if n++; n == 2 && (s.Rule != EchoRule || s.Content[0].Start != 0) {
				t.Errorf("echo: %+v", s)
			}
		}
	}
	if n != 2 {
		t.Errorf("%d pieces of evidence, want 2", n)
	}
}

func TestRolesAndNeighbours(t *testing.T) {
	sight := func(id, day, office, form string) Evidence {
		return Evidence{Article: &Article{ID: id, Published: text.Published{EDTF: day}}, Body: &Sighting{Actor: fact.Actor{Name: "سالم الأحمر", Offices: []string{office}}, Forms: []Form{{Words: form, Count: 2}}}}
	}
	a := MergeActor(&Fact{Evidence: []Evidence{sight("1", "2031-05-01", "وزير الخارجية", "سالم الأحمر"), sight("2", "2031-06-01", "وزير الخارجيّة", "الأحمر"), sight("3", "2032-06-01", "رئيس الوزراء", "الاحمر")}})
	if len(a.Roles) != 2 || a.Roles[0].First != "2031-05-01" || a.Roles[0].Last != "2031-06-01" || len(a.Aliases) != 2 || a.Aliases[0].Words != "الأحمر" {
		t.Errorf("%+v %+v", a.Roles, a.Aliases)
	}
	respelt := sight("4", "2032-07-01", "", "سالم الأحمار")
	respelt.Body.(*Sighting).Name = "سالم الأحمار"
	if b := MergeActor(&Fact{Evidence: append([]Evidence{respelt}, a.Evidence...)}); b.Name != "سالم الأحمر" {
		t.Errorf("called %s, as one article of four spells it", b.Name)
	}
	var ms []*Fact
	for _, n := range []int{3, 1, 8, 2} {
		ms = append(ms, &Fact{ID: makeID(Meetings, itoa(n)), Process: "qamar", Ordinal: n})
	}
	if p, n := Neighbours(ms[0], ms); p != ms[3].ID || n != ms[2].ID {
		t.Errorf("neighbours of round 3: %v %v", p, n)
	}
	if p, _ := Neighbours(ms[1], ms); !p.IsZero() {
		t.Errorf("before the first round: %v", p)
	}
}

// TestCounts holds that counts which an article sets against each other are
// accounts that differ, and that counts told one after the other are not.
func TestCounts(t *testing.T) {
	for src, want := range map[string]bool{
		"قالت المنظمة إن 40 شخصا نزحوا، لكن الوزارة قدرتهم بنحو 18 شخصا":  true,
		"قالت المنظمة إن 40 شخصا نزحوا. وقدرت الوزارة عددهم بنحو 18 شخصا": false,
		"قالت المنظمة إن 40 شخصا نزحوا، لكن الوزارة قدرتهم بنحو 40 شخصا":  false,
	} {
		r := &fact.Reading{ID: "1", Text: src, Published: text.Published{EDTF: "2031-05-01"}}
		for at, name := range map[string]string{"40 شخصا": "المنظمة", "18 شخصا": "الوزارة"} {
			if i := strings.Index(src, at); i >= 0 {
				n := int64(40)
				if at[0] == '1' {
					n = 18
				}
				r.Figures = append(r.Figures, fact.Figure{Span: text.Span{Start: i, End: i + len(at)}, Min: &n, Max: &n, Unit: "displaced", Source: name})
			}
		}
		slices.SortFunc(r.Figures, func(a, b fact.Figure) int { return a.Start - b.Start })
		b := NewBook()
		b.Add(r)
		if got := len(b.Disagreements()) > 0; got != want {
			t.Errorf("%s: disagree %v, want %v", src, got, want)
		}
	}
}
