package blocks

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// told is an invented paragraph, long enough to be wrapped over several lines.
const told = "قال الوسيط سالم كرم إن وفدي الجبهة والحكومة اتفقا في وادي القمر على هدنة تبدأ صباح الأحد وتمتد أسبوعين، " +
	"وأضاف أن الطرفين سيعودان إلى الطاولة بعد أسبوع لبحث تبادل الأسرى وفتح المعابر أمام القوافل التي تنتظر منذ شهر عند الجسر. " +
	"وأكدت سلمى نادر، التي ترأس وفد الجبهة، أن وفدها لن يغادر قبل أن يوقع الجميع."

// wrap is text with its words on lines of at most so many code points or bytes.
func wrap(text string, width int, size func(string) int, end string) string {
	var out strings.Builder
	n := 0
	for w := range strings.FieldsSeq(text) {
		switch {
		case n == 0:
		case n+1+size(w) > width:
			out.WriteString(end)
			n = 0
		default:
			out.WriteByte(' ')
			n++
		}
		out.WriteString(w)
		n += size(w)
	}
	return out.String()
}

func letters(s string) int { return utf8.RuneCountInString(s) }

func length(s string) int { return len(s) }

func TestUnwrap(t *testing.T) {
	title := "الطرفان يتفقان على هدنة في وادي القمر\n\n"
	for name, c := range map[string]struct{ wrapped, want string }{
		"by letters":        {title + wrap(told, 72, letters, "\n") + "\n\n" + wrap(told, 72, letters, "\n"), title + told + "\n\n" + told},
		"by bytes":          {title + wrap(told, 120, length, "\n") + "\n\n" + wrap(told, 120, length, "\n"), title + told + "\n\n" + told},
		"no lines between":  {wrap(told, 60, letters, "\n") + "\n" + wrap(told, 60, letters, "\n"), told + "\n" + told},
		"carriage returns":  {wrap(told, 60, letters, "\r\n"), strings.ReplaceAll(wrap(told, 60, letters, "\r\n"), "\r\n", "  ")},
		"a long line above": {strings.Repeat("وادي ", 26) + "\n\n" + wrap(told+" "+told, 72, letters, "\n"), strings.Repeat("وادي ", 26) + "\n\n" + told + " " + told},
	} {
		got := Unwrap(c.wrapped)
		if got != c.want {
			t.Errorf("%s:\n%q\nwant\n%q", name, got, c.want)
		}
		if len(got) != len(c.wrapped) {
			t.Errorf("%s: %d bytes, want %d", name, len(got), len(c.wrapped))
		}
	}
}

func TestUnwrapLeavesAlone(t *testing.T) {
	for name, src := range map[string]string{
		"nothing":    "",
		"paragraphs": told + "\n" + told + "\n\n" + told,
		"sentences":  strings.ReplaceAll(strings.Repeat(told+" ", 4), ". ", ".\n"),
		"headlines": "الطرفان يتفقان على هدنة في وادي القمر\nالوسيط يصل إلى عدن\nوفد الجبهة يغادر الطاولة غاضبا\nالحكومة: لا عودة إلى الحرب\n" +
			"جولة ثالثة في الربيع\nالقوافل تعبر الجسر بعد انتظار شهر كامل\nسلمى نادر: لن نوقع اليوم\nمقتل حارس عند المعبر",
		"verses":     strings.Repeat("يا وادي القمر البعيد\nعد بي إلى الدار القديمة\n", 8),
		"few lines":  wrap("قال الوسيط سالم كرم إن وفدي الجبهة والحكومة اتفقا في وادي القمر على هدنة تبدأ صباح الأحد", 50, letters, "\n"),
		"blank ones": strings.Repeat("\n", 400),
	} {
		if got := Unwrap(src); got != src {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func FuzzUnwrap(f *testing.F) {
	f.Add(wrap(told, 60, letters, "\r\n"))
	f.Add(wrap(told, 100, length, "\n") + "\n\n \xff\n")
	f.Fuzz(func(t *testing.T, src string) {
		got := Unwrap(src)
		if len(got) != len(src) {
			t.Fatalf("%d bytes, want %d", len(got), len(src))
		}
		for i := range len(src) {
			if got[i] != src[i] && !(got[i] == ' ' && strings.IndexByte(" \t\r\n", src[i]) >= 0) {
				t.Fatalf("byte %d: %q for %q", i, got[i], src[i])
			}
		}
	})
}
