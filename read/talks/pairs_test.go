package talks

import (
	"slices"
	"strings"
	"testing"
)

// Whom a dual stands for: who hold the talks, and not who stand near by chance.
func TestPairs(t *testing.T) {
	lex := invented(t)
	for name, c := range map[string]struct {
		src  string
		want string // those who take part in the last meeting
	}{
		"whom بين joined at first, over names that stand between": {"اندلعت اشتباكات بين القوات القمرستانية وجبهة الينابيع.\nوأدرجت زهرستان أمس حركة السنابل على قائمتها، ونددت نجمستان بالخطوة.\nوعقد الطرفان جولة محادثات في شفقستان.", "القوات القمرستانية؛ جبهة الينابيع"},
		"those who agreed together":                               {"أعلنت الأمم المتحدة أن ممثلي جبهة الينابيع وحركة السنابل اتفقوا على آلية جديدة.\nونددت زهرستان بموقف نجمستان.\nوعقد الطرفان جولة محادثات في شفقستان.", "جبهة الينابيع؛ حركة السنابل"},
		"those who are joined right before it":                    {"اتفقت جبهة الينابيع وحركة السنابل على هدنة.\nوقالت زهرستان ونجمستان إن الجانبين سيعقدان محادثات.", "زهرستان؛ نجمستان"},
		"no state that is told as a place":                        {"نددت جبهة الينابيع بالقصف داخل زهرستان وقالت حركة السنابل إن الجانبين سيعقدان محادثات.", "جبهة الينابيع؛ حركة السنابل"},
		"states for a dual of states":                             {"اتفقت جبهة الينابيع وحركة السنابل على هدنة.\nوزار الوزير زهرستان قادما من نجمستان.\nوعقدت محادثات بين البلدين في شفقستان.", "زهرستان؛ نجمستان"},
		"men of two sides, told by what they are and whose men":   {"وقعت جبهة الينابيع وحركة السنابل أمس اتفاقا.\nوكان مندوبون عسكريون من الجانبين التقوا الشهر الماضي في شفقستان.", "جبهة الينابيع؛ حركة السنابل"},
	} {
		got := ""
		for _, m := range read(lex, c.src).Meetings {
			var who []string
			for _, p := range m.Participants {
				who = append(who, p.Name)
			}
			slices.Sort(who)
			got = strings.Join(who, "؛ ")
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
