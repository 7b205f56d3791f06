package record_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// maker writes invented articles of invented talks, the same for the same number.
type maker struct {
	src strings.Builder
	r   *fact.Reading
}

func (m *maker) put(words string) text.Span {
	s := text.Span{Start: m.src.Len(), End: m.src.Len() + len(words)}
	m.src.WriteString(words)
	m.src.WriteString(". ")
	return s
}

var (
	speakers = []string{"سالم الأحمر", "نادر الأزرق", "هند البيضاء", "مروان الأخضر", "ليلى الصفراء"}
	sayings  = []string{
		"الهدنة في وادي القمر ستبدأ صباح الأحد بعد تبادل القوائم بين الطرفين",
		"الهدنة في وادي القمر ستبدأ صباح الأحد بعد تبادل القوائم بين الوفدين",
		"وفد الجبل أخل بالتزاماته في محادثات وادي القمر منذ الجولة السابقة",
		"وفد السهل لم يحضر جلسة المحادثات بسبب قصف قرية الينبوع مساء أمس",
		"المحادثات انتهت من دون اتفاق على فتح الطرق أمام قوافل الإغاثة",
		"تم الاتفاق في المحادثات على فتح الطرق أمام قوافل الإغاثة قبل الشتاء",
	}
	towns = []string{"مدينة النجم", "مرج", "سمرا"}
)

var fillers = strings.Fields("الشتاء القرى الطرق القمح الجسر السوق النهر المدارس الخيام الأسرى الحقول الماء الدواء القوافل الأسلاك المعابر الجنود الشيوخ الأطباء العمال التلاميذ الصيادون الرعاة التجار")

// saying is one of the sayings with words of the time after it.
func saying(time, which int) string {
	rnd := rand.New(rand.NewPCG(uint64(time), uint64(which)))
	out := sayings[which]
	for range 12 {
		out += " و" + fillers[rnd.IntN(len(fillers))]
	}
	return out
}

// invented is article n. Its talks grow with n, as an archive's do, so that a
// fact has about the same number of articles however large the archive is.
func invented(n int) *fact.Reading {
	rnd := rand.New(rand.NewPCG(uint64(n), 7))
	pick := func(ss []string) string { return ss[rnd.IntN(len(ss))] }
	m := &maker{r: &fact.Reading{ID: fmt.Sprintf("sha256:%08x", uint32(n)*2654435761)}}
	talks := fmt.Sprintf("talks-%d", n/40)
	day := fmt.Sprintf("20%02d-%02d-%02d", 20+n/4000%40, 1+n/300%12, 1+n/10%28)
	m.r.Published = text.Published{EDTF: day, Basis: text.Given}
	if rnd.IntN(6) == 0 {
		m.r.Published = text.Published{Basis: text.Unknown}
	}
	today := m.put("اليوم الثلاثاء")
	if m.r.Published.EDTF == "" {
		m.r.Dates = append(m.r.Dates, fact.Date{Span: today, Form: "XXXX-XX-XX@today"})
	}
	ordinal := 1 + rnd.IntN(6)
	round := fact.Meeting{Process: talks, Ordinal: ordinal, Kind: "round", Place: pick(towns), Status: "concluded", Evidence: []text.Span{today}}
	if m.r.Published.EDTF != "" {
		round.Start = day
	}
	for _, p := range speakers[:2] {
		round.Participants = append(round.Participants, fact.Participant{Name: p, Attendance: pick([]string{"attended", "boycotted", "expected"})})
	}
	visit := fact.Meeting{Kind: pick([]string{"visit", "bilateral"}), Status: pick([]string{"planned", "concluded"}), Place: pick(towns), Start: day, Evidence: []text.Span{m.put("زيارة إلى المدينة")}}
	visit.Participants = []fact.Participant{{Name: pick(speakers) + fmt.Sprint(n/20)}, {Name: pick(speakers) + fmt.Sprint(n/20)}}
	m.r.Meetings = []fact.Meeting{round, visit}
	for range 4 {
		who := pick(speakers)
		name := m.put(who)
		words := m.put(saying(n/15, rnd.IntN(len(sayings))))
		m.r.Mentions = append(m.r.Mentions, fact.Mention{Span: name, Type: fact.Person, Name: who})
		m.r.Statements = append(m.r.Statements, fact.Statement{Content: []text.Span{words}, Speaker: name, Name: who, Kind: "person", Mode: "indirect",
			Act: pick([]string{"state", "accuse", "deny", "accept", "reject"})})
	}
	c := m.put("وقف القصف على القرى في الوادي")
	m.r.Commitments = []fact.Commitment{{By: pick(speakers), Content: []text.Span{c}, Status: pick([]string{"made", "breach-alleged", "breach-denied"}), AllegedBy: pick(speakers)}}
	low, high := int64(rnd.IntN(9)), int64(10)
	m.r.Figures = []fact.Figure{{Span: m.put("عشرة قتلى"), Min: &low, Max: &high, Unit: "killed", Place: pick(towns), Source: pick(speakers)}}
	m.r.Text = m.src.String()
	return m.r
}

// bytes writes down all that the book holds.
func bytes(t testing.TB, b *record.Book) string {
	t.Helper()
	var out strings.Builder
	for _, k := range record.Kinds() {
		for _, f := range b.Facts(k) {
			fmt.Fprintln(&out, f.ID, f.Process, f.Ordinal, f.First, f.Last, f.Label)
			for _, e := range f.Evidence {
				fmt.Fprintln(&out, " ", e.Article.ID, e.About, e.Quote())
			}
		}
	}
	for _, v := range []any{b.Ties(), b.Disagreements(), b.Bounds(), b.Threads()} {
		j, err := json.MarshalIndent(v, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		out.Write(j)
	}
	return out.String()
}

func bookOf(rs []*fact.Reading) *record.Book {
	b := record.NewBook()
	for _, r := range rs {
		b.Add(r)
	}
	return b
}

// TestOrder holds that the order in which articles come leaves no trace.
func TestOrder(t *testing.T) {
	var rs []*fact.Reading
	for n := range 160 {
		rs = append(rs, invented(n))
	}
	b := bookOf(rs)
	want := bytes(t, b)
	if len(b.Disagreements()) == 0 || len(b.Bounds()) == 0 || len(b.Threads()) == 0 {
		t.Fatalf("the invented articles are too tame: %d disagreements, %d bounds, %d threads", len(b.Disagreements()), len(b.Bounds()), len(b.Threads()))
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 6 {
		rnd.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		b := record.NewBook()
		for i, r := range rs {
			b.Add(r)
			b.Add(r) // again
			if i%50 == 0 {
				b.Disagreements() // asking between changes nothing
			}
		}
		if got := bytes(t, b); got != want {
			at := 0
			for at < len(got) && at < len(want) && got[at] == want[at] {
				at++
			}
			t.Fatalf("another order, another record:\n%s\n---\n%s", got[max(0, at-300):min(len(got), at+300)], want[max(0, at-300):min(len(want), at+300)])
		}
	}
}

// TestCompareIsSymmetric holds that neither trait comes first.
func TestCompareIsSymmetric(t *testing.T) {
	var ts []record.Trait
	for n := range 15 {
		r := invented(n)
		ts = append(ts, record.Traits(r, record.Findings(r))...)
	}
	for i, a := range ts {
		for _, b := range ts[i+1:] {
			x, ok := record.Compare(a, b)
			y, ok2 := record.Compare(b, a)
			if ok != ok2 || x != y {
				t.Fatalf("%+v, %+v: %v %v, %v %v", a, b, x, ok, y, ok2)
			}
			if ok && !slices.ContainsFunc(a.Keys, func(k int64) bool { return slices.Contains(b.Keys, k) }) && x.Same && a.Fact.Kind == record.Meetings {
				t.Errorf("tied without a common key: %+v, %+v", a, b)
			}
		}
	}
}

// BenchmarkBook shows what an article costs in a record of some size, ties
// and disagreements in it: it must not grow with the size.
func BenchmarkBook(b *testing.B) {
	for _, size := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			if size > 10_000 && testing.Short() {
				b.Skip("a hundred thousand articles take a minute; run without -short")
			}
			for b.Loop() {
				book := record.NewBook()
				for n := range size {
					book.Add(invented(n))
				}
				book.Ties()
				book.Disagreements()
				book.Bounds()
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(size), "µs/article")
		})
	}
}
