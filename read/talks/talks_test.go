package talks

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/dates"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/text"
)

// article is an invented report that tells one round several times.
const article = `اختتام الجولة الثالثة من محادثات شفقستان
اختتمت أمس في شفقستان الجولة الثالثة من المحادثات بين حكومة قمرستان وجبهة الينابيع برعاية نجمستان، بعد أن تأخر وفد الجبهة عن الجلسة الافتتاحية.
وقال رئيس وفد الجبهة عادل المنصور إن المحادثات كانت صعبة. وطالب المنصور حكومة قمرستان بإطلاق سراح المعتقلين، لكن الحكومة رفضت ذلك.
وكانت الجولة السابقة من المحادثات قد عقدت في شفقستان الشهر الماضي.
واتفق الجانبان على تشكيل لجنة مشتركة لمراقبة وقف إطلاق النار. وأعلنت الجبهة هدنة لمدة خمسة أيام.
وسيزور المبعوث الأممي سالم الأحمر ندى الكبرى يوم الأحد المقبل للقاء رئيس الوزراء نادر الفخري.
`

// ordinary is news of other things, as most of an article is.
const ordinary = `وقال سكان في ندى الكبرى إن أسعار الخبز ارتفعت خلال الأسابيع الأخيرة بسبب نقص الوقود وتأخر وصول الشاحنات من المعابر الحدودية، وإن كثيرا من المخابز أغلقت أبوابها قبل الظهر.
وتوقعت هيئة الأرصاد هطول أمطار غزيرة على السواحل الشمالية مع نهاية الأسبوع، ودعت السائقين إلى توخي الحذر على الطرق الجبلية التي شهدت انهيارات في السنوات الماضية.
وأظهرت صور نشرها ناشطون طلابا يعودون إلى مدارسهم بعد انقطاع طويل، فيما بدأت البلدية إصلاح شبكة المياه في الأحياء القديمة التي تضررت من القصف العام الماضي.
`

// A meeting stands once however often it is told; the round before gets its
// number; the answer of a demand is found after it.
func TestArticle(t *testing.T) {
	r := read(invented(t), article)
	var rounds []fact.Meeting
	for _, m := range r.Meetings {
		if m.Kind == "round" {
			rounds = append(rounds, m)
		}
	}
	if len(rounds) != 2 {
		t.Fatalf("%d rounds, want the third and the one before: %+v", len(rounds), r.Meetings)
	}
	third := rounds[0]
	if third.Ordinal != 3 || third.Status != "concluded" || third.Process != "shafaq" || third.End != "2031-05-13" {
		t.Errorf("third round is %+v", third)
	}
	if rounds[1].Ordinal != 2 {
		t.Errorf("the round before is number %d, want 2", rounds[1].Ordinal)
	}
	head := false
	for _, p := range third.Participants {
		head = head || p.Role == "head" && strings.Contains(p.Name, "المنصور")
	}
	if !head {
		t.Errorf("no head of delegation among %+v", third.Participants)
	}
	if len(r.Demands) != 1 || r.Demands[0].Answer != "rejected" {
		t.Errorf("demands are %+v, want one that is rejected", r.Demands)
	}
	events := map[string]bool{}
	for _, c := range r.Ceasefires {
		events[c.Event] = true
	}
	if !events["mechanism"] || !events["declared"] {
		t.Errorf("ceasefires are %+v", r.Ceasefires)
	}
}

// Every span lies inside the text and every value is one that the codebook
// names.
func checkReading(t testing.TB, r *fact.Reading) {
	t.Helper()
	inside := func(what string, ss []text.Span) {
		for _, s := range ss {
			if s.Start < 0 || s.End > len(r.Text) || s.Start >= s.End {
				t.Fatalf("%s: span %v of %d bytes", what, s, len(r.Text))
			}
		}
	}
	one := func(what, v string, of ...string) {
		for _, o := range of {
			if v == o {
				return
			}
		}
		t.Fatalf("%s is %q, none of %v", what, v, of)
	}
	for _, m := range r.Meetings {
		inside("evidence", m.Evidence)
		inside("agenda", m.Agenda)
		inside("outcome", m.Outcome)
		inside("next", m.Next)
		one("kind", m.Kind, "round", "session", "bilateral", "conference", "visit", "call")
		one("status", m.Status, "", "planned", "opened", "ongoing", "concluded", "collapsed", "postponed", "cancelled")
		if len(m.Evidence) == 0 {
			t.Fatalf("a meeting without evidence: %+v", m)
		}
		for _, p := range m.Participants {
			one("role", p.Role, "", "party", "guarantor", "mediator", "host", "observer", "head", "sponsor")
			one("attendance", p.Attendance, "", "attended", "expected", "boycotted", "late", "absent", "withdrew", "refused")
		}
	}
	for _, c := range r.Commitments {
		inside("commitment", c.Content)
		inside("condition", c.Condition)
		one("status", c.Status, "made", "kept", "breach-alleged", "breach-denied")
	}
	for _, d := range r.Demands {
		inside("demand", d.Content)
		one("answer", d.Answer, "accepted", "rejected", "none")
	}
	for _, c := range r.Ceasefires {
		inside("ceasefire", c.Evidence)
		one("event", c.Event, "proposed", "declared", "in-force", "extended", "violation-alleged", "collapsed", "mechanism")
	}
}

func FuzzFind(f *testing.F) {
	lex := invented(f)
	files, _ := filepath.Glob(filepath.Join("testdata", "rules", "*.txt"))
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(string(b))
		}
	}
	f.Add(article)
	f.Add("«المحادثات» و«الجولة")
	f.Add("فشل الوسيط في إقناع الرئيس")
	f.Add("لم ينجح الوسيط في إقناع الرئيس و")
	f.Add("زيارة سيزور للقاء") // a journey without a traveller, and whom it is to meet
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<16 {
			t.Skip("long")
		}
		checkReading(t, read(lex, src))
	})
}

func BenchmarkFind(b *testing.B) {
	lex := invented(b)
	src := strings.Repeat(article+ordinary+ordinary, 20)
	t := arabic.New(src)
	r := &fact.Reading{Text: src, Published: text.Published{EDTF: clock, Basis: text.Given}}
	at := 0
	for line := range strings.Lines(src) {
		r.Blocks = append(r.Blocks, fact.Block{Span: text.Span{Start: at, End: at + len(line)}, Kind: fact.Paragraph, Anchor: clock})
		at += len(line)
	}
	r.Dates = dates.Resolve(t, dates.Expressions(t), r.Blocks)
	p := page.New(&text.Document{Text: src}, lex.Tag(t), r)
	names.Find(p)
	statements.Find(p)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		r.Meetings, r.Commitments, r.Demands, r.Ceasefires = nil, nil, nil, nil
		Find(p)
	}
}
