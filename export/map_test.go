package export

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/record"
	"mahdar/text"
)

func TestWhen(t *testing.T) {
	for in, want := range map[string]struct{ start, year, ged, acled string }{
		"2031-05-04":            {"2031-05-04", "2031", "1", "1"},
		"2031-05-04T10:57":      {"2031-05-04", "2031", "1", "1"},
		"2031-05-04/2031-05-06": {"", "2031", "2", "2"},
		"2031-05-04/2031-05-10": {"", "2031", "3", "2"},
		"2031-05":               {"", "2031", "4", "3"},
		"2031-05-XX":            {"", "2031", "4", "3"},
		"2031-05-04~":           {"2031-05-04", "2031", "1", "1"},
		"2031":                  {"", "2031", "5", ""},
		"2031/2033":             {"", "", "", ""},
		"2031-05-04/..":         {"", "", "", ""},
		"../2031-05-04":         {"", "", "", ""},
		"":                      {"", "", "", ""},
		"XXXX-XX-XX@tuesday":    {"", "", "", ""},
		"2031-12-30/2032-01-02": {"", "", "2", "2"},
	} {
		w := at(in)
		if w.start() != want.start || w.year() != want.year || w.gedPrecision() != want.ged || w.acledPrecision() != want.acled {
			t.Errorf("%q: %q %q %q %q, want %+v", in, w.start(), w.year(), w.gedPrecision(), w.acledPrecision(), want)
		}
	}
}

func TestParts(t *testing.T) {
	for in, want := range map[string]string{
		"2031-05-04": "2031/05/04", "2031-05": "2031/05/", "2031": "2031//", "2031-05-XX": "2031/05/", "203X": "//", "": "//", "2031-05-04T10:57": "2031/05/04", "2031-05-04?": "2031/05/04", "x-y-z": "//",
	} {
		y, m, d := parts(in)
		if got := y + "/" + m + "/" + d; got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestBetween(t *testing.T) {
	for _, c := range []struct {
		start, end string
		want       when
	}{
		{"2031-05-06", "2031-05-07", when{"2031-05-06/2031-05-07", "2031-05-06", "2031-05-07", false}},
		{"2031-05-06", "", when{"2031-05-06", "2031-05-06", "2031-05-06", false}},
		{"", "2031-05-07", when{"2031-05-07", "2031-05-07", "2031-05-07", false}},
		{"2031-05-03/2031-05-09", "", when{"2031-05-03/2031-05-09", "2031-05-03", "2031-05-09", true}},
		{"2031-05-03/2031-05-09", "2031-05-12", when{"2031-05-03/2031-05-12", "2031-05-03", "2031-05-12", true}},
		{"2031-05", "2031-06", when{"2031-05/2031-06", "2031-05-01", "2031-06-30", true}},
		{"", "", when{}},
	} {
		if got := between(c.start, c.end); got != c.want {
			t.Errorf("%s, %s: %+v, want %+v", c.start, c.end, got, c.want)
		}
	}
}

func TestCommon(t *testing.T) {
	for in, want := range map[string]string{"2031-05-04": "2031/05/04", "2031-05-04/2031-05-10": "2031/05/", "2031-05-30/2031-06-02": "2031//", "2031-12-30/2032-01-02": "//", "2031-05": "2031/05/", "2031/..": "//", "": "//"} {
		y, m, d := common(in)
		if got := y + "/" + m + "/" + d; got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func FuzzWhen(f *testing.F) {
	f.Add("2031-05-XX/..")
	f.Fuzz(func(t *testing.T, s string) {
		w := at(s)
		if d := w.start(); d != "" && (len(d) != 10 || d != w.First) {
			t.Errorf("%q starts on %q", s, d)
		}
		if p := w.gedPrecision() + w.acledPrecision() + w.year(); p != "" && !w.closed() {
			t.Errorf("%q has the precision %s", s, p)
		}
		if y, m, d := parts(s); y == "" && m+d != "" || m == "" && d != "" {
			t.Errorf("%q: %q %q %q", s, y, m, d)
		}
		common(s)
		ftmDate(s)
		if first, last, ok := calendarDays(w); ok && (first == "" || last < first) {
			t.Errorf("%q stands from %q to %q", s, first, last)
		}
	})
}

func TestCrosswalk(t *testing.T) {
	for _, c := range []struct {
		kind, label  string
		t            traits
		plover, mode string
	}{
		{"statement", "accuse", traits{}, "ACCUSE", "allege"},
		{"statement", "state", traits{}, "", ""},
		{"statement", "accept", traits{}, "AGREE", ""},
		{"statement", "accept", traits{entry: "speech:rahhaba"}, "SUPPORT", ""},
		{"statement", "accept", traits{entry: "speech:radakha"}, "CONCEDE", ""},
		{"meeting", "planned", traits{mode: "phone"}, "AGREE", ""},
		{"meeting", "concluded", traits{mode: "phone"}, "CONSULT", "phone"},
		{"meeting", "cancelled", traits{}, "", ""},
		{"incident", "RETREAT", traits{mode: "withdraw"}, "RETREAT", "withdraw"},
		{"incident", "RETREAT", traits{mode: "withdraw", modal: "future"}, "CONCEDE", ""},
		{"incident", "RETREAT", traits{mode: "withdraw", announced: true}, "CONCEDE", ""},
		{"incident", "AGREE", traits{cameo: "0571"}, "SUPPORT", ""},
		{"ceasefire", "declared", traits{}, "CONCEDE", ""},
		{"ceasefire", "in-force", traits{}, "RETREAT", "ceasefire"},
		{"commitment", "breach-alleged", traits{}, "ACCUSE", "allege"},
		{"incident", "NOTHING", traits{}, "", ""},
	} {
		plover, mode, ok := cross(c.kind, c.label, c.t)
		if !ok {
			plover, mode = "", ""
		}
		if plover != c.plover || mode != c.mode {
			t.Errorf("%s %s %+v: %s %s, want %s %s", c.kind, c.label, c.t, plover, mode, c.plover, c.mode)
		}
	}
}

// Every act, status and type that the record can have stands in the crosswalk,
// and every type there is one of PLOVER's.
func TestCrosswalkIsWhole(t *testing.T) {
	labels := map[string][]string{
		"statement": lexicon.Acts(), "meeting": {"planned", "opened", "ongoing", "concluded", "collapsed", "postponed", "cancelled", ""},
		"commitment": {"made", "kept", "breach-alleged", "breach-denied"}, "demand": {"accepted", "rejected", "none"},
		"ceasefire": {"proposed", "declared", "in-force", "extended", "violation-alleged", "collapsed", "mechanism"},
		"incident":  {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
	}
	for kind, ls := range labels {
		for _, l := range ls {
			found := false
			for _, c := range crosswalk() {
				found = found || c.kind == kind && c.label == l && c.narrow == ""
			}
			if !found {
				t.Errorf("%s %q is nothing in PLOVER", kind, l)
			}
		}
	}
	lex := testLexicon(t)
	entries := map[string]bool{}
	for _, v := range lex.Speech {
		entries[v.ID] = true
	}
	for _, c := range crosswalk() {
		if c.plover != "-" && quad(c.plover) == 0 {
			t.Errorf("%s is no type of PLOVER", c.plover)
		}
		if c.narrow == "entry" {
			for _, v := range c.values {
				if !entries[v] {
					t.Errorf("the lexicon has no speech entry %s", v)
				}
			}
		}
	}
}

func TestCodes(t *testing.T) {
	cs := codes()
	for id, want := range map[string]code{
		"SYR": {"SY", 760, "652", "652", "Middle East", "Middle East"},
		"YEM": {"YE", 887, "679", "678", "Middle East", "Middle East"},
		"DEU": {"DE", 276, "255", "260", "Europe", "Europe"},
		"SDN": {"SD", 729, "625", "625", "Northern Africa", "Africa"},
		"PSE": {"PS", 275, "", "", "Middle East", "Middle East"},
	} {
		if cs[id] != want {
			t.Errorf("%s: %+v, want %+v", id, cs[id], want)
		}
	}
	for _, s := range testLexicon(t).States {
		if c, ok := cs[strings.ToUpper(s.ID)]; !ok && !strings.HasPrefix(s.ID, "x") {
			t.Errorf("%s (%s) has no line in states.tsv: %+v", s.ID, s.English, c)
		}
	}
}

func TestAtlas(t *testing.T) {
	s := invented(t)
	j, err := newJob(t.Context(), s, Options{Lexicon: testLexicon(t)})
	if err != nil {
		t.Fatal(err)
	}
	a := s.facts[record.Meetings][0].Evidence[0].Article
	for name, want := range map[string]string{"مرساة": "Marsa", "تل الزعفران": "Tell Zafaran", "نوران": "Noran", "عيون السدرة": "", "قرية بلا اسم": "", "": ""} {
		got, ok, err := j.spot(a, name)
		if err != nil || got.English != want || ok != (want != "") {
			t.Errorf("%q is %q, %v, %v; want %q", name, got.English, ok, err, want)
		}
	}
	// What the reading took the name for settles which of two it is.
	s.readings[a.ID].Actors = append(s.readings[a.ID].Actors, fact.Actor{ID: "place:xnr-oyoun-south", Name: "عيون السدرة", Type: fact.Location})
	if got, _, _ := j.spot(a, "عيون السدرة"); got.English != "Oyoun South" {
		t.Errorf("the reading's place is passed over for %q", got.English)
	}
	if len(j.codes) < 200 {
		t.Error("codes are missing")
	}
	without, err := newJob(t.Context(), s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, err := without.spot(a, "مرساة"); ok || err != nil {
		t.Error("a place is found without a lexicon")
	}
}

func TestPrecisionOfPlaces(t *testing.T) {
	for kind, want := range map[string][2]string{"city": {"1", "1"}, "village": {"1", "1"}, "district": {"3", "2"}, "governorate": {"4", "3"}, "state": {"6", "3"}, "sea": {"7", "3"}, "region": {"5", "3"}} {
		s := spot{Kind: kind}
		if s.gedPrecision() != want[0] || s.acledPrecision() != want[1] {
			t.Errorf("%s: %s, %s, want %v", kind, s.gedPrecision(), s.acledPrecision(), want)
		}
	}
	// The first cell of PRIO-GRID lies in the south-west corner, the last in the north-east.
	for at, want := range map[[2]float64]string{{-89.9, -179.9}: "1", {89.9, 179.9}: "259200", {90, 180}: "259200", {-89.9, 179.9}: "720", {33.5, 36.3}: "178273"} {
		if got := priogrid(at[0], at[1]); got != want {
			t.Errorf("%v: %s, want %s", at, got, want)
		}
	}
}

func TestInter(t *testing.T) {
	army := party{Name: "الجيش", Actor: fact.Actor{Sector: "MIL", Country: "TUR"}}
	for _, c := range []struct {
		p           party
		where, want string
	}{
		{army, "TUR", "1"}, {army, "SYR", "8"}, {army, "", "1"},
		{party{Name: "مدنيون"}, "", "7"}, {party{Name: "ثلاثة مدنيين"}, "", "7"}, {party{Name: "متظاهرون"}, "", "6"}, {party{Name: "الحكومة النورانية"}, "", "1"},
		{party{Name: "بعثة", Actor: fact.Actor{Sector: "UNO"}}, "", "8"}, {party{Name: "س", Actor: fact.Actor{Sector: "REB"}}, "", "2"}, {party{Name: "مسلحون"}, "", "3"},
		{party{Name: "أحد"}, "", ""},
	} {
		if got := inter(c.p, c.where); got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.p.Name, c.where, got, c.want)
		}
	}
	for _, c := range [][4]string{{"1", "2", "", "12"}, {"2", "1", "", "12"}, {"1", "", "alone", "10"}, {"1", "", "", ""}, {"", "", "alone", ""}} {
		if got := interaction(c[0], c[1], c[2] != ""); got != c[3] {
			t.Errorf("%v: %s", c, got)
		}
	}
}

func TestAcledTypes(t *testing.T) {
	civ := []party{{Name: "مدنيون"}}
	army := []party{{Name: "الجيش النوراني"}}
	rebels := []party{{Name: "متمردون"}}
	for _, c := range []struct {
		b          fact.Incident
		as, bs     []party
		event, sub string
	}{
		{fact.Incident{Type: "ASSAULT", Mode: "aerial"}, army, civ, "Explosions/Remote violence", "Air/drone strike"},
		{fact.Incident{Type: "ASSAULT"}, army, civ, "Violence against civilians", "Attack"},
		{fact.Incident{Type: "ASSAULT"}, army, rebels, "Battles", "Armed clash"},
		{fact.Incident{Type: "ASSAULT"}, army, nil, "Battles", ""},
		{fact.Incident{Type: "ASSAULT", CAMEO: "192"}, army, nil, "Battles", "Government regains territory"},
		{fact.Incident{Type: "ASSAULT", CAMEO: "192"}, rebels, nil, "Battles", "Non-state actor overtakes territory"},
		{fact.Incident{Type: "PROTEST", Mode: "strike"}, nil, nil, "", ""},
		{fact.Incident{Type: "AID"}, nil, nil, "", ""},
		{fact.Incident{Type: "COERCE", Mode: "arrest"}, army, civ, "Strategic developments", "Arrests"},
	} {
		if e, s := acledType(&c.b, c.as, c.bs); e != c.event || s != c.sub {
			t.Errorf("%+v: %q %q, want %q %q", c.b, e, s, c.event, c.sub)
		}
	}
}

func TestToll(t *testing.T) {
	s := invented(t)
	j, err := newJob(t.Context(), s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ds, err := j.toll(s.facts[record.Incidents][0])
	if err != nil {
		t.Fatal(err)
	}
	got := count(ds)
	if len(ds) != 2 || *got.Best != 6 || *got.Low != 6 || *got.High != 10 || !got.Civilians || ds[0].Source != "سكان" {
		t.Errorf("%+v of %+v", got, ds)
	}
	// Another attack in the same sentence: its dead may be of either.
	a := s.facts[record.Incidents][0].Evidence[0].Article
	other := strings.Index(a.Text, "ما أدى إلى مقتل ستة")
	s.add(record.Incidents, record.Fact{Evidence: []record.Evidence{{Article: a, Body: &fact.Incident{Type: "ASSAULT", Evidence: []text.Span{{Start: other, End: other + 6}}}}}})
	if ds, err = j.toll(s.facts[record.Incidents][0]); err != nil || len(ds) != 1 {
		t.Errorf("%+v, %v", ds, err)
	}
	if got := count([]death{{Min: num(50)}, {Min: num(60), Max: num(60)}}); *got.Best != 50 || got.High != nil {
		t.Errorf("more than fifty: %+v", got)
	}
}

func FuzzPassage(f *testing.F) {
	f.Add("وصل الوفد. وقال سالم إن 12 أسيرا عادوا! ثم مضى", 30, 40)
	f.Fuzz(func(t *testing.T, src string, a, b int) {
		s := text.Span{Start: a, End: b}
		p := passage(src, s)
		if s.In(src) == "" {
			if !p.Empty() {
				t.Errorf("a passage of nothing: %+v", p)
			}
			return
		}
		if !p.Contains(s) || p.End > len(src) || p.Start < 0 {
			t.Errorf("%+v in %+v of %d", s, p, len(src))
		}
		if utf8.ValidString(src) && utf8.ValidString(s.In(src)) && !utf8.ValidString(p.In(src)) {
			t.Errorf("letters are cut: %q", p.In(src))
		}
	})
}

func BenchmarkJSON(b *testing.B) {
	out, _ := export(b, "json", Options{})
	b.SetBytes(int64(len(out)))
	for b.Loop() {
		export(b, "json", Options{})
	}
}
