package record_test

import (
	"fmt"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// article is an invented article of a text; at finds words in it.
func article(id, day, src string) (*fact.Reading, func(string) []text.Span) {
	r := &fact.Reading{ID: id, Text: src}
	if day != "" {
		r.Published = text.Published{EDTF: day, Basis: text.Given}
	}
	return r, func(w string) []text.Span {
		i := strings.Index(src, w)
		if i < 0 {
			panic("not in the text: " + w)
		}
		return []text.Span{{Start: i, End: i + len(w)}}
	}
}

// An article of an unknown Tuesday about the third round lies between the days
// of two others that tell of the second and the fourth.
func ExampleSolve() {
	before, at := article("a", "2031-05-01", "انتهت الجولة الثانية اليوم")
	before.Meetings = []fact.Meeting{{Process: "qamar", Ordinal: 2, Kind: "round", End: "2031-05-01", Status: "concluded", Evidence: at("انتهت الجولة الثانية اليوم")}}
	after, at := article("c", "2031-05-16", "بدأت الجولة الرابعة اليوم")
	after.Meetings = []fact.Meeting{{Process: "qamar", Ordinal: 4, Kind: "round", Start: "2031-05-16", Status: "opened", Evidence: at("بدأت الجولة الرابعة اليوم")}}
	undated, at := article("b", "", "توقفت الجولة الثالثة اليوم الثلاثاء")
	undated.Dates = []fact.Date{{Span: at("اليوم الثلاثاء")[0], Form: "XXXX-XX-XX@today"}}
	undated.Meetings = []fact.Meeting{{Process: "qamar", Ordinal: 3, Kind: "round", Status: "collapsed", Evidence: at("توقفت الجولة الثالثة اليوم الثلاثاء")}}
	var clues []record.Clue
	for _, r := range []*fact.Reading{before, after, undated} {
		clues = append(clues, record.Clues(r, record.Findings(r))...)
	}
	for _, b := range record.Solve(clues) {
		fmt.Println(b.Article, b.Weekday, b.EDTF())
		for _, r := range b.Reasons {
			fmt.Println(" ", strings.TrimSpace(r.Rule+" "+r.Article+" "+r.Day))
		}
		fs := record.Findings(undated)
		record.Hang(undated, fs, b)
		fmt.Println("  the round:", fs[0].First, fs[0].Last)
	}
	// Output:
	// b tuesday 2031-05-06/2031-05-13
	//   weekday b tuesday
	//   round-on b
	//   round-before a 2031-05-02
	//   round-after c 2031-05-15
	//   the round: 2031-05-06 2031-05-13
}

func TestSolve(t *testing.T) {
	on := func(article string, n int) record.Clue {
		return record.Clue{Article: article, Process: "qamar", Ordinal: n, Held: "on"}
	}
	dated := func(article string, n int, day string) record.Clue {
		return record.Clue{Article: article, Day: day, Process: "qamar", Ordinal: n, First: day}
	}
	for name, c := range map[string]struct {
		clues []record.Clue
		want  string
	}{
		"one side only":                     {[]record.Clue{on("x", 3), dated("a", 2, "2031-05-01")}, "x 2031-05-02/.."},
		"another process tells nothing":     {[]record.Clue{on("x", 3), {Article: "a", Process: "najm", Ordinal: 2, First: "2031-05-01"}}, ""},
		"the round's own days":              {[]record.Clue{on("x", 3), dated("a", 3, "2031-05-06"), {Article: "b", Day: "2031-05-08", Process: "qamar", Ordinal: 3, Last: "2031-05-08"}}, "x 2031-05-06/2031-05-08"},
		"days that contradict":              {[]record.Clue{on("x", 5), dated("a", 2, "2031-05-09"), dated("b", 3, "2031-05-01")}, ""},
		"through another without a day":     {[]record.Clue{on("x", 3), on("y", 4), dated("a", 2, "2031-05-01")}, "x 2031-05-02/.. y 2031-05-03/.."},
		"a plan lies ahead":                 {[]record.Clue{{Article: "x", Process: "qamar", Ordinal: 3, Held: "after"}, dated("a", 3, "2031-05-06")}, "x ../2031-05-06"},
		"what is over lies behind":          {[]record.Clue{{Article: "x", Process: "qamar", Ordinal: 3, Held: "before"}, dated("a", 3, "2031-05-06")}, "x 2031-05-06/.."},
		"a day told from its own":           {[]record.Clue{{Article: "x", Process: "qamar", Ordinal: 3, Held: "before", End: "XXXX-XX-XX@last-wednesday"}, {Article: "a", Day: "2031-05-14", Process: "qamar", Ordinal: 3, Last: "2031-05-14"}}, "x 2031-05-15/2031-05-21"},
		"days that contradict each other":   {[]record.Clue{{Article: "x", Process: "qamar", Ordinal: 3, Held: "before", End: "XXXX-XX-XX@last-wednesday"}, {Article: "a", Process: "qamar", Ordinal: 3, Last: "2031-05-14"}, {Article: "x", Process: "qamar", Ordinal: 4, Held: "before", Start: "XXXX-XX-XX@yesterday"}, {Article: "b", Process: "qamar", Ordinal: 4, First: "2031-07-07"}}, ""},
		"ended on a weekday after it began": {[]record.Clue{{Article: "x", Process: "qamar", Ordinal: 3, Held: "before", End: "XXXX-XX-XX@last-wednesday"}, {Article: "a", Day: "2031-05-13", Process: "qamar", Ordinal: 3, First: "2031-05-13"}}, "x 2031-05-15/.."},
		"a weekday alone bounds nothing":    {[]record.Clue{{Article: "x", Weekday: "tuesday", Words: "اليوم الثلاثاء"}}, ""},
	} {
		var got []string
		for _, b := range record.Solve(c.clues) {
			got = append(got, b.Article+" "+b.EDTF())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

// tied compares the only findings of kind k of two articles.
func tied(k record.Kind, a, b *fact.Reading) string {
	one := func(r *fact.Reading) record.Trait {
		fs := record.Findings(r)
		for i, tr := range record.Traits(r, fs) {
			if fs[i].Fact.Kind == k {
				return tr
			}
		}
		return record.Trait{}
	}
	x, y := one(a), one(b)
	if x.Fact == y.Fact {
		return "one"
	}
	ties := record.Ties([]record.Trait{x, y})
	switch {
	case len(ties) == 0:
		return "apart"
	case ties[0].Same:
		return "one"
	}
	return "perhaps: " + ties[0].Reason
}

func TestMeetingsAcross(t *testing.T) {
	meet := func(m fact.Meeting, who ...string) *fact.Reading {
		r, at := article(m.Start+m.Status+m.Kind+m.Place, "2031-05-02", "لقاء")
		m.Evidence = at("لقاء")
		for _, w := range who {
			m.Participants = append(m.Participants, fact.Participant{Name: w})
		}
		r.Meetings = []fact.Meeting{m}
		return r
	}
	for _, c := range []struct {
		name string
		a, b *fact.Reading
		want string
	}{
		{"planned and held", meet(fact.Meeting{Kind: "visit", Status: "planned", Place: "مرج", Start: "2031-05-04"}, "سالم", "هند"),
			meet(fact.Meeting{Kind: "bilateral", Status: "concluded", Place: "مرج", Start: "2031-05-04"}, "سالم", "هند", "نادر"), "one"},
		{"two Thursdays", meet(fact.Meeting{Kind: "visit", Place: "مرج", Start: "2031-05-01"}, "سالم", "هند"),
			meet(fact.Meeting{Kind: "visit", Place: "مرج", Start: "2031-05-08"}, "سالم", "هند"), "apart"},
		{"one guest in two cities", meet(fact.Meeting{Kind: "visit", Place: "مرج", Start: "2031-05-01"}, "سالم", "هند"),
			meet(fact.Meeting{Kind: "visit", Place: "سمرا", Start: "2031-05-01"}, "سالم", "هند"), "apart"},
		{"a call and a visit", meet(fact.Meeting{Kind: "visit", Start: "2031-05-01"}, "سالم", "هند"),
			meet(fact.Meeting{Kind: "call", Start: "2031-05-01"}, "سالم", "هند"), "apart"},
		{"rounds by number", meet(fact.Meeting{Process: "qamar", Ordinal: 2, Kind: "round", Status: "planned"}),
			meet(fact.Meeting{Process: "qamar", Ordinal: 2, Kind: "round", Status: "concluded", Start: "2031-05-01"}), "one"},
		{"the second visit is no second round", meet(fact.Meeting{Process: "qamar", Ordinal: 2, Kind: "visit", Place: "مرج"}, "سالم"),
			meet(fact.Meeting{Process: "qamar", Ordinal: 2, Kind: "visit", Place: "سمرا"}, "هند"), "apart"},
		{"a round without its number", meet(fact.Meeting{Process: "qamar", Ordinal: 2, Kind: "round", Start: "2031-05-01"}),
			meet(fact.Meeting{Process: "qamar", Kind: "round", Start: "2031-05-01"}), "perhaps: same-process-and-day"},
	} {
		if got := tied(record.Meetings, c.a, c.b); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestActorsAcross(t *testing.T) {
	man := func(name, office string) *fact.Reading {
		r, _ := article(name, "2031-05-02", name)
		r.Actors = []fact.Actor{{ID: "person:" + name + office, Name: name, Type: fact.Person}}
		if office != "" {
			r.Actors[0].Offices = []string{office}
		}
		return r
	}
	for _, c := range []struct {
		a, b *fact.Reading
		want string
	}{
		{man("سالم الأحمر", ""), man("نادر الأحمر", ""), "apart"}, // a surname is no man
		{man("سالم الأحمر", "وزير خارجية نورانيا"), man("نادر الأحمر", "وزير خارجية نورانيا"), "apart"},
		{man("الأحمر", "وزير خارجية نورانيا"), man("نادر الأحمر", "وزير خارجية نورانيا"), "perhaps: same-surname-and-office"},
		{man("سالم بن نادر الأحمر", ""), man("سالم الأحمر", ""), "perhaps: same-first-and-last-name"},
		{man("عبد الملك الأحمر", ""), man("عبد الخالق الأحمر", ""), "apart"},
		{man("العقيد سالم الأحمر", ""), man("سالم الأحمر", ""), "perhaps: longer-name"},
	} {
		if got := tied(record.Actors, c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.a.ID, c.b.ID, got, c.want)
		}
	}
}

func TestStatementsAcross(t *testing.T) {
	say := func(day, who, words string) *fact.Reading {
		r, at := article(day+who+words, day, who+" "+words)
		r.Statements = []fact.Statement{{Name: who, Kind: "person", Act: "state", Content: at(words), Speaker: at(who)[0]}}
		return r
	}
	const long = "الهدنة في وادي القمر ستبدأ صباح الأحد بعد تبادل القوائم بين الطرفين"
	for _, c := range []struct {
		name string
		a, b *fact.Reading
		want string
	}{
		{"nearly the same words", say("2031-05-01", "سالم", long), say("2031-05-02", "سالم", long+" برعاية الوسيط"), "one"},
		{"another man's words", say("2031-05-01", "سالم", long), say("2031-05-01", "هند", long+" برعاية الوسيط"), "apart"},
		{"the same months later", say("2031-05-01", "سالم", long), say("2031-11-01", "سالم", long+" برعاية الوسيط"), "perhaps: same-words-later"},
		{"a few words again", say("2031-05-01", "سالم", "نحن مستعدون"), say("2031-09-01", "سالم", "نحن مستعدون"), "apart"},
		{"a few words next day", say("2031-05-01", "سالم", "نحن مستعدون"), say("2031-05-02", "سالم", "نحن مستعدون"), "one"},
	} {
		if got := tied(record.Statements, c.a, c.b); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
