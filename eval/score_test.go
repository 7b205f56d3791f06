package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/text"
)

// fixture is the two invented articles of testdata with the records of two
// coders.
func fixture(t testing.TB) (articles map[string]string, a, b []GoldFile) {
	t.Helper()
	var err error
	if a, err = LoadGold("testdata/a"); err != nil {
		t.Fatal(err)
	}
	if b, err = LoadGold("testdata/b"); err != nil {
		t.Fatal(err)
	}
	articles = map[string]string{}
	for _, g := range a {
		src, err := os.ReadFile(filepath.Join("testdata", g.Name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		articles[g.Name] = string(src)
	}
	return articles, a, b
}

func fixtureReport(t testing.TB, missed func(Miss)) Report {
	articles, a, b := fixture(t)
	f, err := os.Open("testdata/processes.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	l, err := ReadProcesses(f)
	if err != nil {
		t.Fatal(err)
	}
	s := Scorer{Listed: l, Missed: missed}
	var total Tally
	for i, g := range a {
		total.Add(s.Coder(g.Name, g.Record, b[i].Record, articles[g.Name]))
	}
	return Report{Articles: total.Articles, Figures: total.Figures()}
}

// want.json and want.txt are what the guide's own scorer says of the records
// in testdata with the list of processes there.
func TestFigures(t *testing.T) {
	got := fixtureReport(t, nil)
	raw, err := os.ReadFile("testdata/want.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	same(t, got, want)
	table, err := os.ReadFile("testdata/want.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := got.Print(&b); err != nil {
		t.Fatal(err)
	}
	if b.String() != string(table) {
		t.Errorf("the table is\n%s\nwant\n%s", b.String(), table)
	}
}

// The committed figures are still those of the guide's scorer, where it is here.
func TestFiguresOfGuide(t *testing.T) {
	script := oracle(t)
	dir := t.TempDir()
	for from, to := range map[string]string{script: "score.py", "testdata/processes.tsv": "processes.tsv"} {
		b, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, to), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	same(t, fixtureReport(t, nil), python(t, filepath.Join(dir, "score.py"), "--articles", "testdata", "--gold", "testdata/a", "testdata/b"))
}

func TestMisses(t *testing.T) {
	var all []Miss
	fixtureReport(t, func(m Miss) { all = append(all, m) })
	articles, _, _ := fixture(t)
	for _, m := range all {
		src := []rune(articles[m.Article])
		if got := string(src[m.Start:m.End]); got != m.Words {
			t.Errorf("%+v: the words there are %q", m, got)
		}
		if !strings.Contains(articles[m.Article], m.Before+m.Words+m.After) {
			t.Errorf("%+v: the context does not stand there", m)
		}
	}
	has := func(l Layer, what, words, gold, read string) {
		t.Helper()
		if !slices.ContainsFunc(all, func(m Miss) bool {
			return m.Layer == l && m.What == what && m.Words == words && m.Gold == gold && m.Read == read
		}) {
			t.Errorf("%s %s %q (%q, %q) is not told", l, what, words, gold, read)
		}
	}
	has(Mentions, "missed", "الساحل", "", "")
	has(Mentions, "spurious", "مدينة النخيل", "", "")
	has(Dates, "wrong", "خلال أسبوع", "2031-05-15/2031-05-22", "2031-05-22")
	has(Dates, "spurious", "الأربعاء", "", "")
	has(Statements, "missed", "فتح طريق المرجان", "", "")
	has(Attributed, "wrong", "تمديد الهدنة في التلال أسبوعين", "الاتحاد الساحلي", "الحكومة")
	has(Act, "wrong", "الأطراف اقتربت من اتفاق", "state", "expect")
	has(Mode, "wrong", "نريد ضمانات مكتوبة قبل يوم الثلاثاء المقبل", "direct", "indirect")
	has(Via, "wrong", "سحب القوات من النخيل", "", "وكالة الساحل")
	has(Meetings, "spurious", "قبل التوقيع", "", "")
	has(Meetings, "wrong", "بدأت اليوم الجولة الثالثة من محادثات وادي القمر في مدينة النخيل برعاية الاتحاد الساحلي",
		"kind round; participant حركة الجبل/party/absent; participant الاتحاد الساحلي/sponsor",
		"kind session; participant حركة الجبل/party/boycotted; participant الاتحاد الساحلي/host")
	has(Figures, "wrong", "نحو 40 أسيرا", "40–40", "35–45")
	has(Body, "spurious", "محادثات وادي القمر تبدأ وسط غياب حركة الجبل", "", "")
}

func TestRules(t *testing.T) {
	src := "قال سالم: نعم. وقالت ليلى: لا."
	at := func(w string) text.Span {
		i := strings.Index(src, w)
		return text.Span{Start: i, End: i + len(w)}
	}
	g := &GoldRecord{Statements: []GoldStatement{{Content: "نعم", Name: "سالم", Act: "accept", Mode: "direct"}}}
	r := &fact.Reading{Text: src, Statements: []fact.Statement{
		{Content: []text.Span{at("نعم")}, Name: "سالم", Act: "state", Mode: "direct", Rule: "statements.colon"},
		{Content: []text.Span{at("لا")}, Name: "ليلى", Act: "deny", Mode: "direct", Rule: "statements.colon"},
		{Content: []text.Span{at("سالم")}, Name: "ليلى", Act: "deny", Mode: "direct", Rule: "statements.noun"}}}
	var s Scorer
	got := s.Reading("a", g, r).Rules()
	want := []RuleFigure{
		{Statements, "statements.colon", 2, 1, 1, 0.5}, {Statements, "statements.noun", 1, 0, 1, 0},
		{Attributed, "statements.colon", 2, 1, 1, 0.5}, {Attributed, "statements.noun", 1, 0, 1, 0},
		{Full, "statements.colon", 2, 0, 2, 0}, {Full, "statements.noun", 1, 0, 1, 0}}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}

// What a gold record does not mark is not scored; what could not be read is missed.
func TestUnmarkedAndUnread(t *testing.T) {
	articles, a, _ := fixture(t)
	var s Scorer
	g := *a[1].Record
	g.Dates, g.Boilerplate = nil, nil
	for _, f := range s.Coder("moon", &g, a[1].Record, articles["moon"]).Figures() {
		if f.Layer == Dates || f.Layer == DateSpans || f.Layer == Body {
			t.Errorf("%s is scored and was not marked", f.Layer)
		}
		if f.F1 != nil && *f.F1 != 1 || f.Accuracy != nil && *f.Accuracy != 1 {
			t.Errorf("%s: a record does not agree with itself", f.Layer)
		}
	}
	for _, f := range s.Unread("moon", a[1].Record, articles["moon"]).Figures() {
		if *f.Read != 0 || *f.Recall != 0 || f.Gold == 0 {
			t.Errorf("%+v: something is read of what was not", f)
		}
	}
}

func ExampleScorer() {
	src := "قال سالم الأحمر إن الهدنة ستبدأ فورا"
	gold, _ := ParseGold([]byte(`{"doc": "a", "statements": [{"content": "الهدنة ستبدأ فورا", "name": "سالم الأحمر", "act": "expect", "mode": "indirect"}]}`))
	other, _ := ParseGold([]byte(`{"doc": "a", "statements": [{"content": "الهدنة ستبدأ", "name": "الأحمر", "act": "state", "mode": "indirect"}]}`))
	s := Scorer{Missed: func(m Miss) { fmt.Println(m.Layer, m.What, m.Gold, m.Read) }}
	t := s.Coder("a", gold, other, src)
	Report{Articles: 1, Figures: t.Figures()}.Print(os.Stdout)
	// Output:
	// act wrong expect state
	// 1 articles
	// layer         gold  read    prec  recall      F1
	// statements       1     1     1.0     1.0     1.0
	// attributed       1     1     1.0     1.0     1.0
	// full             1     1     0.0     0.0     0.0
	// via              1                           1.0
	// act              1                           0.0
	// mode             1                           1.0
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"سالم الأحمر", "الأحمر", true},
		{"أحمد", "احمد", true},
		{"الأُمم المتّحدة", "الامم المتحده", true},
		{"حركة الجبل", "مجلس الجبل", false},
		{"ابن", "ابن عمر", false}, // one word of three letters is too little
		{"بن عمر", "جمال بن عمر", true},
		{"", "", true},
		{"", "سالم", false},
		{"«»", "", true},
		{"الوفد", "وفد الحكومة", false},
	} {
		if got := sameName(c.a, c.b); got != c.want || sameName(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestTrimmed(t *testing.T) {
	for in, want := range map[string]string{"والنخيل": "نخيل", "وبالنخيل": "نخيل", "النخيل": "نخيل", "لاتحاد": "اتحاد", "وفد": "فد", "بن": "بن", "قمر": "قمر"} {
		s := trimmed(in, text.Span{Start: 0, End: len(in)})
		if got := s.In(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestRounded(t *testing.T) {
	for f, want := range map[float64]string{1: "1.0", 0: "0.0", 2. / 3: "0.6667", 0.5: "0.5", -0.00001: "0.0", 0.03125: "0.0312", -0.25: "-0.25"} {
		if got := Rounded(f).String(); got != want {
			t.Errorf("%v: %s, want %s", f, got, want)
		}
	}
}

func BenchmarkScorer(b *testing.B) {
	articles, a, o := fixture(b)
	var s Scorer
	n := 0
	for _, src := range articles {
		n += len(src)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for i, g := range a {
			s.Coder(g.Name, g.Record, o[i].Record, articles[g.Name])
		}
	}
}

var quotes = regexp.MustCompile(`['"]`)

// The faults are those of the guide's own checker, one by one.
func TestFaultsOfGuide(t *testing.T) {
	script := filepath.Join(filepath.Dir(oracle(t)), "check_gold.py")
	articles, a, b := fixture(t)
	change := []string{
		`"type": "LOC"`, `"type": "XYZ"`, `"act": "pledge"`, `"act": "promise"`, `"mode": "direct"`, `"mode": null`, `"n": 2`, `"n": 9`,
		`"value": "2031-05-15`, `"value": "15 May`, `"role": "party"`, `"role": "guest"`, `"attendance": "attended"`, `"attendance": ""`,
		`"cue": "`, `"cue": "زز`, `"speaker"`, `"spoke"`, `"evidence": "`, `"evidence": "زز`, `"start": "2031`, `"start": "31`,
		`"answer"`, `"reply"`, `"content": "`, `"content": "\"'زز\n`, `"boilerplate": ["`, `"boilerplate": ["سطر ليس هنا'", "`, `"event": "`, `"event": "x`,
		`"status": "`, `"status": "x`, `"kind": "`, `"kind": "x`}
	var got strings.Builder
	dir := t.TempDir()
	args := []string{script}
	for i := 0; i < len(change); i += 2 {
		for k, g := range slices.Concat(a, b) {
			raw := strings.ReplaceAll(string(g.Raw), change[i], change[i+1])
			path := filepath.Join(dir, fmt.Sprintf("%02d-%d.gold.json", i, k))
			if err := os.WriteFile(path, []byte(raw), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path, filepath.Join("testdata", g.Name+".txt"))
			faults, err := CheckGold([]byte(raw), articles[g.Name])
			if err != nil {
				t.Fatalf("%s: %v", change[i+1], err)
			}
			for _, f := range faults {
				fmt.Fprintf(&got, "%s: %s\n", path, f.Error())
			}
		}
	}
	out, _ := exec.Command("python3", args...).Output() // its status is 1 where there are faults
	plain := func(s string) []string {
		s = strings.ReplaceAll(quotes.ReplaceAllString(strings.ReplaceAll(s, `\`, ""), ""), "None", "null")
		return strings.Split(s, "\n")
	}
	g, w := plain(got.String()), plain(string(out))
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("fault %d differs:\ngot  %s\nwant %s", i, strings.Join(g[i:], "\n"), strings.Join(w[i:], "\n"))
		}
	}
	if len(g) < 40 {
		t.Errorf("only %d faults were compared", len(g))
	}
	t.Logf("%d faults", len(g))
}
