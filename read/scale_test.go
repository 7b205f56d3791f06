package read_test

import (
	"strings"
	"testing"
	"time"

	"mahdar/read"
	"mahdar/text"
)

// What is read in one sentence by what other sentences tell must not look through all of them
// for each: the time grows with the text, and not with its square.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long inputs are not read in short mode")
	}
	lex := load(t)
	took := func(src string) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			read.Article(&text.Document{Text: src}, lex)
			best = min(best, time.Since(start))
		}
		return best
	}
	const part, whole = 2000, 20000 // words
	const tries = 3                 // whatever else keeps the machine busy
	for name, src := range map[string]string{
		"truces and duals":                 "اتفق الطرفان على الهدنة واشتبك الجانبان قرب ندى. ",
		"duals in a line without a stop":   "لقاء في مدينة ندى بين الوفدين التقى الوفدان أمس واتفقا على هدنة بين الجانبين ",
		"bodies named again by their noun": "هاجمت حركة السنابل موقعا في ندى. وأعلنت الحركة مسؤوليتها عن الهجوم. ",
		"speakers who go on":               "قال سالم الحداد إن الوفد وصل. وأشار سالم إلى أن الجولة ستبدأ غدا. ",
		"talks told by their state":        "وتجري المحادثات السودانية بوساطة قمرية. واستؤنفت محادثات جنيف أمس. ",
		"talks of an unlisted place":       "تعثر مسار سركندور مرارا. واختتمت محادثات سركندور دون اتفاق. ",
		"participants without a meeting":   "وبالمفاوضات وللوفدين بالمحادثات والوزيران فالتزم ووزارتهما المسار مطالبهم كالاتفاق لقاءاتها ",
		"visits and those who came":        "ووصل الوزير سالم الحداد إلى ندى والتقى نظيره نادر الفخري. ",
		"demands and who answers them":     "وطالب الوفد بسحب القوات ورفضت الحكومة ذلك ووعد الجانبان بالرد. ",
	} {
		n := len(strings.Fields(src))
		for try := 1; ; try++ {
			small, large := took(strings.Repeat(src, part/n)), took(strings.Repeat(src, whole/n))
			if large <= 45*small+200*time.Millisecond {
				break
			}
			if try == tries {
				t.Errorf("%s: %v for %d words, %v for %d", name, small, part, large, whole)
				break
			}
		}
	}
}
