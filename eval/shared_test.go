package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"mahdar/fact"
	"mahdar/intake"
	"mahdar/lexicon"
	"mahdar/read"
	"mahdar/text"
)

const shared = "../../shared"

// oracle skips where the guide's own scorer or what runs it is not here.
func oracle(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3 here to run the guide's own scorer: ", err)
	}
	path := filepath.Join(shared, "gold", "score.py")
	if _, err := os.Stat(path); err != nil {
		t.Skip("the guide's own scorer is not here: ", err)
	}
	return path
}

// python runs the guide's own scorer and returns what it prints as JSON.
func python(t *testing.T, script string, args ...string) map[string]any {
	t.Helper()
	cmd := exec.Command("python3", append([]string{script, "--json"}, args...)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, errs.String())
	}
	if errs.Len() > 0 {
		t.Log(errs.String())
	}
	var m map[string]any
	if err := json.Unmarshal(out, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func asMap(t *testing.T, r Report) map[string]any {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	return m
}

func same(t *testing.T, got Report, want map[string]any) {
	t.Helper()
	m := asMap(t, got)
	for k := range want {
		if !reflect.DeepEqual(m[k], want[k]) {
			t.Errorf("%s: got %v, want %v", k, m[k], want[k])
		}
		delete(m, k)
	}
	for k, v := range m {
		t.Errorf("%s: %v, which the guide's scorer does not tell", k, v)
	}
}

// corpus is a folder of articles with their gold records and readings.
type corpus struct {
	dir      string
	golds    []GoldFile
	readings map[string]*fact.Reading
}

func sharedCorpus(t *testing.T, part string) corpus {
	t.Helper()
	c := corpus{dir: filepath.Join(shared, "corpus", part), readings: map[string]*fact.Reading{}}
	if _, err := os.Stat(c.dir); err != nil {
		t.Skip("the shared articles are not here: ", err)
	}
	var err error
	if c.golds, err = LoadGold(c.dir); err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, err = intake.Walk(context.Background(), []string{c.dir}, intake.Options{}, func(d *text.Document) error {
		c.readings[strings.TrimSuffix(filepath.Base(d.Source.Path), ".txt")] = read.Article(d, lex)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func listed(t *testing.T, path string) map[string]bool {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	l, err := ReadProcesses(f)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// The figures of readings of the shared articles are those of the guide's own
// scorer.
func TestSameAsGuideReadings(t *testing.T) {
	script := oracle(t)
	for _, part := range []string{"sample", "dev"} {
		t.Run(part, func(t *testing.T) {
			c := sharedCorpus(t, part)
			var lines bytes.Buffer
			for _, g := range c.golds {
				r := c.readings[g.Name]
				if r == nil {
					t.Fatalf("%s is not read", g.Name)
				}
				b, err := fact.Marshal(r)
				if err != nil {
					t.Fatal(err)
				}
				lines.Write(append(b, '\n'))
			}
			pred := filepath.Join(t.TempDir(), "pred.jsonl")
			if err := os.WriteFile(pred, lines.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			s := Scorer{Listed: listed(t, filepath.Join(shared, "gold", "processes.tsv"))}
			var total Tally
			begin := time.Now()
			for _, g := range c.golds {
				total.Add(s.Reading(g.Name, g.Record, c.readings[g.Name]))
			}
			t.Logf("%d articles scored in %v", total.Articles, time.Since(begin))
			got := Report{Articles: total.Articles, Figures: total.Figures()}
			same(t, got, python(t, script, "--articles", c.dir, "--gold", c.dir, pred))
			var table strings.Builder
			if err := got.Print(&table); err != nil {
				t.Fatal(err)
			}
			printed, err := exec.Command("python3", script, "--articles", c.dir, "--gold", c.dir, pred).Output()
			if err != nil {
				t.Fatal(err)
			}
			if table.String() != string(printed) {
				t.Errorf("the table is\n%s\nwant\n%s", table.String(), printed)
			}
			t.Logf("\n%s", table.String())
		})
	}
}

// The figures of records that differ in every way, twins and ties among them,
// are those of the guide's own scorer too.
func TestSameAsGuideRecords(t *testing.T) {
	script := oracle(t)
	c := sharedCorpus(t, "dev")
	s := Scorer{Listed: listed(t, filepath.Join(shared, "gold", "processes.tsv"))}
	for seed := range uint64(4) {
		rng := rand.New(rand.NewPCG(seed, 7))
		dir := t.TempDir()
		var total Tally
		for _, g := range c.golds {
			src := c.readings[g.Name].Text
			other := disturb(rng, g.Record, src)
			var b bytes.Buffer
			if err := WriteGold(&b, other); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, g.Name+GoldSuffix), b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			total.Add(s.Coder(g.Name, g.Record, other, src))
		}
		same(t, Report{Articles: total.Articles, Figures: total.Figures()}, python(t, script, "--articles", c.dir, "--gold", c.dir, dir))
	}
}

// disturb is a record as a careless second coder would write it.
func disturb(rng *rand.Rand, g *GoldRecord, src string) *GoldRecord {
	o := *g
	words := func(s string) string { // another extent
		f := strings.Fields(s)
		switch k := rng.IntN(6); {
		case k == 0 && len(f) > 2:
			return s[:strings.LastIndexAny(s, " \n")]
		case k == 1 && len(f) > 2:
			return s[strings.IndexAny(s, " \n")+1:]
		case k == 2:
			if i := strings.Index(src, s); i >= 0 {
				if j := strings.IndexAny(src[i+len(s):], " \n"); j > 0 {
					return src[i : i+len(s)+j]
				}
			}
		}
		return s
	}
	other := func(s string, all ...string) string {
		if rng.IntN(4) == 0 {
			return all[rng.IntN(len(all))]
		}
		return s
	}
	times := func() int { return []int{0, 1, 1, 1, 1, 2}[rng.IntN(6)] } // dropped, kept, doubled
	o.Mentions = []GoldMention{}
	for _, x := range g.Mentions {
		for range times() {
			x.Text, x.Name, x.Type = words(x.Text), other(x.Name, "الأمم المتحدة", "تركيا", ""), other(x.Type, "PER", "ORG", "")
			o.Mentions = append(o.Mentions, x)
		}
	}
	o.Dates = []GoldDate{}
	for _, x := range g.Dates {
		for range times() {
			x.Text, x.Value = words(x.Text), other(x.Value, x.Value+"?", x.Value+"T10:00", "2017-01", "", "XXXX-01")
			o.Dates = append(o.Dates, x)
		}
	}
	o.Statements = []GoldStatement{}
	for _, x := range g.Statements {
		for range times() {
			x.Content, x.Name = words(x.Content), other(x.Name, "المعارضة السورية", "لافروف", "")
			x.Act, x.Mode = other(x.Act, "state", "expect", ""), other(x.Mode, "mixed", "")
			if rng.IntN(5) == 0 {
				x.Via = append([]string{"وكالة إنترفاكس"}, x.Via...)
			}
			o.Statements = append(o.Statements, x)
		}
	}
	o.Meetings = []GoldMeeting{}
	for _, x := range g.Meetings {
		for range times() {
			x.Process, x.Kind, x.Place = other(x.Process, "geneva", "no-such-talks", ""), other(x.Kind, "round", "visit"), other(x.Place, "جنيف", "أستانة")
			x.Participants = append([]GoldParticipant{}, x.Participants...)
			for k := range x.Participants {
				x.Participants[k].Role = other(x.Participants[k].Role, "party", "")
				x.Participants[k].Attendance = other(x.Participants[k].Attendance, "late", "")
			}
			rng.Shuffle(len(x.Participants), func(a, b int) {
				x.Participants[a], x.Participants[b] = x.Participants[b], x.Participants[a]
			})
			x.Evidence = words(x.Evidence)
			o.Meetings = append(o.Meetings, x)
		}
	}
	o.Commitments = []GoldCommitment{}
	for _, x := range g.Commitments {
		for range times() {
			x.Content, x.Status = words(x.Content), other(x.Status, "made", "")
			o.Commitments = append(o.Commitments, x)
		}
	}
	o.Demands = []GoldDemand{}
	for _, x := range g.Demands {
		for range times() {
			x.Content, x.Answer = words(x.Content), other(x.Answer, "none", "rejected")
			o.Demands = append(o.Demands, x)
		}
	}
	o.Ceasefires = []GoldCeasefire{}
	for _, x := range g.Ceasefires {
		for range times() {
			x.Evidence, x.Event = words(x.Evidence), other(x.Event, "declared", "proposed")
			o.Ceasefires = append(o.Ceasefires, x)
		}
	}
	o.Figures = []GoldFigure{}
	for _, x := range g.Figures {
		for range times() {
			x.Text = words(x.Text)
			if rng.IntN(4) == 0 {
				x.Max = nil
			}
			o.Figures = append(o.Figures, x)
		}
	}
	o.Incidents = []GoldIncident{}
	for _, x := range g.Incidents {
		for range times() {
			x.Evidence, x.Type = words(x.Evidence), other(x.Type, "ASSAULT", "CONSULT")
			o.Incidents = append(o.Incidents, x)
		}
	}
	if len(o.Boilerplate) > 0 && rng.IntN(2) == 0 {
		o.Boilerplate = o.Boilerplate[1:]
	}
	rng.Shuffle(len(o.Statements), func(a, b int) { o.Statements[a], o.Statements[b] = o.Statements[b], o.Statements[a] })
	rng.Shuffle(len(o.Incidents), func(a, b int) { o.Incidents[a], o.Incidents[b] = o.Incidents[b], o.Incidents[a] })
	return &o
}
