package record

import (
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/text"
)

// fought is an invented article in which somebody of an office says words
// about the army and the front.
func fought(id, day, office, words string) *fact.Reading {
	name := map[string]string{"1": "سالم الأحمر", "2": "نادر الفخري"}[id]
	src := office + " " + name + " قال إن " + words
	r := &fact.Reading{ID: id, Text: src, Published: text.Published{EDTF: day}, Source: text.Source{Outlet: "صحيفة " + id},
		Actors: []fact.Actor{{ID: "person:" + id, Name: name, Type: fact.Person, Offices: []string{office}},
			{ID: "org:army", Name: "جيش القمر", Type: fact.Organisation}, {ID: "org:front", Name: "جبهة الهضبة", Type: fact.Organisation}},
		Statements: []fact.Statement{{Name: name, Actor: "person:" + id, Kind: "person", Act: "state", Content: []text.Span{at(src, words)}}}}
	for body, actor := range map[string]string{"جيش القمر": "org:army", "جبهة الهضبة": "org:front"} {
		if strings.Contains(words, body) {
			r.Mentions = append(r.Mentions, fact.Mention{Span: at(src, body), Type: fact.Organisation, Name: body, Actor: actor})
		}
	}
	return r
}

func TestBegan(t *testing.T) {
	const army, front = "الناطق باسم الجيش", "المتحدث باسم الجبهة"
	frontBegan := fought("1", "2031-05-04", army, "مسلحي جبهة الهضبة هم من بدأ إطلاق النار على النقطة")
	for name, c := range map[string]struct {
		other *fact.Reading
		want  bool
	}{
		"each says the other began": {fought("2", "2031-05-05", front, "قوات جيش القمر هي التي بدأت القصف"), true},
		"one answered the other":    {fought("2", "2031-05-05", front, "المقاتلين ردوا على قصف من مواقع جيش القمر"), true},
		"one took the first step":   {fought("2", "2031-05-05", front, "جيش القمر بادر إلى الهجوم"), true},
		"of another week":           {fought("2", "2031-05-14", front, "قوات جيش القمر هي التي بدأت القصف"), false},
		"the shelling began":        {fought("2", "2031-05-05", front, "القصف بدأ قبل أن يغادر جيش القمر البلدة"), false},
		"who did not begin":         {fought("2", "2031-05-05", front, "جيش القمر ليس من بدأ القصف"), false},
		"both say the same":         {fought("2", "2031-05-05", army, "جبهة الهضبة هي التي بدأت الهجوم"), false},
		"something else was begun":  {fought("2", "2031-05-05", front, "جيش القمر هو الذي بدأ الانسحاب"), false},
	} {
		b := NewBook()
		b.Add(frontBegan)
		b.Add(c.other)
		found := false
		for _, d := range b.Disagreements() {
			found = found || d.Slot == SlotBegan && len(d.Positions) == 2
		}
		if found != c.want {
			t.Errorf("%s: disagree %v, want %v", name, found, c.want)
		}
	}
}

// TestThreadsOfTopics holds that a breach goes under the undertaking that it is
// said to be of.
func TestThreadsOfTopics(t *testing.T) {
	n := 0
	c := func(by, day, status, words string) *Fact {
		n++
		return &Fact{ID: makeID(Commitments, by, day, words), Evidence: []Evidence{{Article: &Article{ID: words, Text: words, Published: text.Published{EDTF: day}},
			Body: &fact.Commitment{By: by, Status: status, Content: []text.Span{{Start: 0, End: len(words)}}}}}}
	}
	for name, x := range map[string]struct {
		facts []*Fact
		want  int // threads
	}{
		"a truce broken":              {[]*Fact{c("وفد الجبل", "2031-05-01", "made", "هدنة في الوادي"), c("وفد الجبل", "2031-05-09", "breach-alleged", "خرق وقف إطلاق النار")}, 1},
		"by another side":             {[]*Fact{c("وفد الجبل", "2031-05-01", "made", "هدنة في الوادي"), c("وفد السهل", "2031-05-09", "breach-alleged", "خرق وقف إطلاق النار")}, 2},
		"before it was made":          {[]*Fact{c("وفد الجبل", "2031-05-19", "made", "هدنة في الوادي"), c("وفد الجبل", "2031-05-09", "breach-alleged", "خرق وقف إطلاق النار")}, 2},
		"of something else":           {[]*Fact{c("وفد الجبل", "2031-05-01", "made", "الإفراج عن المحتجزين"), c("وفد الجبل", "2031-05-09", "breach-alleged", "خرق وقف إطلاق النار")}, 2},
		"what two undertook together": {[]*Fact{c("وفد السهل ووفد الجبل", "2031-05-01", "made", "هدنة في الوادي"), c("وفد الجبل", "2031-05-09", "breach-alleged", "خرق وقف إطلاق النار")}, 1},
		"two that begin alike":        {[]*Fact{c("وفد الجبل", "2031-05-01", "made", "البلاد ملتزمة بالتوصل إلى سلام شامل"), c("وفد الجبل", "2031-05-09", "made", "البلاد ملتزمة بالتصدي لتهريب السلاح عبر الحدود")}, 2},
		"years later":                 {[]*Fact{c("وفد الجبل", "2031-05-01", "made", "هدنة في الوادي"), c("وفد الجبل", "2037-05-09", "breach-alleged", "خرق وقف إطلاق النار")}, 2},
	} {
		if ts := Threads(x.facts); len(ts) != x.want {
			t.Errorf("%s: %d threads, want %d: %+v", name, len(ts), x.want, ts)
		}
	}
}

func TestCarried(t *testing.T) {
	const body = "قالت وكالة النجم إن الجولة الثالثة من المحادثات انتهت مساء أمس من دون اتفاق بين الوفدين.\nوأضافت أن الوسيط سيعود إلى المدينة بعد أسبوع واحد لبحث ملف المحتجزين والمعابر مع الطرفين كليهما."
	e := func(id, day, src string) Evidence {
		return Evidence{Article: &Article{ID: id, Text: src, Published: text.Published{EDTF: day}, Source: text.Source{Outlet: "صحيفة " + id}}, Body: &fact.Statement{}}
	}
	o := Trace(&Fact{Evidence: []Evidence{e("a", "2031-05-01", body), e("b", "2031-05-02", "عنوان آخر\n"+body), e("c", "2031-05-02", "قال الوسيط كلاما مختلفا عن كل ما سبق في مؤتمر صحفي طويل عقده في المدينة.")}}, nil)
	if len(o.Carried) != 1 || o.Carried[0].From != 0 || o.Carried[0].To != 1 || o.Carried[0].Share < 0.9 || len(o.Copies) != 1 {
		t.Errorf("origin: %+v", o)
	}
}
