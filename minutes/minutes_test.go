package minutes

import (
	"context"
	"iter"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// book is a record in memory.
type book []*record.Fact

func (b book) Counts(context.Context) (store.Counts, error) { return store.Counts{Articles: 2}, nil }

func (b book) Processes(context.Context) ([]store.Process, error) {
	return []store.Process{{Key: "qamar"}}, nil
}

func (b book) Facts(_ context.Context, q store.Query) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		for _, f := range b {
			about := f.Evidence[0].About
			if f.ID.Kind == q.Kind && (q.About.IsZero() || about == q.About) && (!q.Loose || about.IsZero()) && !yield(f, nil) {
				return
			}
		}
	}
}

func (b book) all() iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		for _, f := range b {
			if !yield(f, nil) {
				return
			}
		}
	}
}

func meetingFact(n int, first string, bodies ...*fact.Meeting) *record.Fact {
	f := &record.Fact{ID: record.ID{Kind: record.Meetings, Hash: int64(n)}, Process: "qamar", Ordinal: n, First: first, Last: first}
	for i, b := range bodies {
		f.Evidence = append(f.Evidence, record.Evidence{Article: &record.Article{ID: string(rune('a' + i)), Title: "خبر"}, Body: b})
	}
	return f
}

func write(t *testing.T, b book, opt Options) string {
	t.Helper()
	var s strings.Builder
	if err := Write(t.Context(), &s, b, opt); err != nil {
		t.Fatal(err)
	}
	return s.String()
}

func TestAccountsSideBySide(t *testing.T) {
	out := write(t, book{meetingFact(3, "2031-05-04",
		&fact.Meeting{Kind: "round", Start: "2031-05-04", Status: "planned", Participants: []fact.Participant{{Name: "حركة الجبل", Attendance: "expected"}}},
		&fact.Meeting{Kind: "round", Start: "2031-05-05", Status: "collapsed", Participants: []fact.Participant{{Name: "حركة الجبل", Attendance: "boycotted"}}})}, Options{Lang: Arabic})
	for _, want := range []string{"مقرر [1] / انهار [2]", "2031-05-04 [1] / 2031-05-05 [2]", "**حركة الجبل**: حضور متوقع [1]، مقاطعة [2]", "<div dir=\"rtl\""} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestUndatedRoundsInOrder(t *testing.T) {
	out := write(t, book{meetingFact(2, "2031-05-04", &fact.Meeting{Kind: "round"}), meetingFact(5, "2031-08-04", &fact.Meeting{Kind: "round"}),
		meetingFact(1, "", &fact.Meeting{Kind: "round"}), meetingFact(3, "", &fact.Meeting{Kind: "round"})}, Options{Lang: English})
	var got []string
	for line := range strings.Lines(out) {
		if n, ok := strings.CutPrefix(line, "### Round "); ok {
			got = append(got, n[:1])
		}
	}
	if strings.Join(got, "") != "1235" {
		t.Errorf("order: %v", got)
	}
}

// What an article contains stays text: no markup, no headings, no controls.
// What nobody told leaves no empty brackets or quotation marks in a list.
func TestListWithoutCourseOrTitle(t *testing.T) {
	told := meetingFact(1, "", &fact.Meeting{Kind: "round", Status: "planned"})
	bare := meetingFact(2, "", &fact.Meeting{Kind: "round"})
	bare.Evidence[0].Article = &record.Article{ID: "b", Source: text.Source{Path: "b.txt"}}
	var s strings.Builder
	if _, err := List(&s, book{told, bare}.all(), false, Options{Lang: English}); err != nil {
		t.Fatal(err)
	}
	out := s.String()
	if strings.Contains(out, "()") || strings.Contains(out, "«»") || !strings.Contains(out, "(planned)") || !strings.Contains(out, "«خبر»") || !strings.Contains(out, "b.txt") {
		t.Error(out)
	}
}

func TestHostileWords(t *testing.T) {
	src := "<script>alert(1)</script> [x](javascript:y) # عنوان\n* \x1b[31mأحمر\u202e"
	f := &record.Fact{ID: record.ID{Kind: record.Statements, Hash: 1}, Evidence: []record.Evidence{{Article: &record.Article{ID: "a", Text: src},
		Body: &fact.Statement{Name: "سالم", Act: "state", Content: []text.Span{{End: len(src)}}}}}}
	for _, isolate := range []bool{false, true} {
		out := write(t, book{f}, Options{Lang: English, Isolate: isolate})
		for _, bad := range []string{"\x1b", "\u202e", "\n* "} {
			if strings.Contains(out, bad) {
				t.Errorf("isolate %v: %q got through:\n%s", isolate, bad, out)
			}
		}
		if !isolate && (strings.Contains(out, "<script") || strings.Contains(out, "[x](")) {
			t.Errorf("markup got through:\n%s", out)
		}
	}
}

func TestEmptyRecord(t *testing.T) {
	if out := write(t, book{}, Options{Lang: English}); !strings.Contains(out, "holds no facts") {
		t.Errorf("got\n%s", out)
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 مقالات", 1: "مقال واحد", 2: "مقالان", 3: "3 مقالات", 10: "10 مقالات", 11: "11 مقالا", 99: "99 مقالا", 100: "100 مقال", 101: "101 مقال", 103: "103 مقالات", 112: "112 مقالا"} {
		if got := Count(Arabic, n, "article"); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	if Count(English, 1, "article") != "1 article" || Count(English, 0, "article") != "0 articles" {
		t.Error("English counts")
	}
}

func TestLabelsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(labelsTSV) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 3 || c[0] == "" || c[1] == "" || c[2] == "" || seen[c[0]] {
			t.Errorf("labels.tsv: %q", line)
		}
		seen[c[0]] = true
	}
}
