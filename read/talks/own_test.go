package talks

import (
	"slices"
	"testing"
)

func TestOwnTalks(t *testing.T) {
	lex := invented(t)
	for name, c := range map[string]struct {
		src  string
		want []string // processes of the meetings, in order
	}{
		"a round of talks called after an unlisted place": {"بدأت أمس الجولة الثانية من محادثات سركندور بين الطرفين.", []string{"srakandur-talks"}},
		"a common word, too, where the round is definite": {"بدأت أمس الجولة الثانية من محادثات مرساة بين الطرفين.", []string{"marasa-talks"}},
		"a round without the name":                        {"تعثر مسار سركندور مرارا.\nواختتمت محادثات سركندور دون اتفاق.\nوكانت الجولة الأولى قد عقدت في 14 يناير 2031.", []string{"srakandur-talks"}},
		"talks beside them":                               {"اختتمت أمس الجولة الثانية من محادثات سركندور.\nوانهارت محادثات موازية في ندى الكبرى الشهر الماضي.", []string{"srakandur-talks", "qamaristan-nada"}},
		"what is negotiated":                              {"بدأت أمس الجولة الثانية من محادثات سلام بين الطرفين.", []string{""}},
		"how they talk":                                   {"بدأت أمس الجولة الثانية من مفاوضات غير مباشرة بين الطرفين.", []string{""}},
		"how they talk, in a word":                        {"بدأت أمس الجولة الثانية من محادثات ثنائية بين الطرفين.", []string{""}},
		"listed talks":                                    {"بدأت أمس الجولة الثانية من محادثات شفقستان.", []string{"shafaq"}},
	} {
		var got []string
		for _, m := range read(lex, c.src).Meetings {
			got = append(got, m.Process)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: processes %q, want %q", name, got, c.want)
		}
	}
}
