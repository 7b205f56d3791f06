package record

import (
	"strings"
	"testing"

	"mahdar/arabic"
)

// plainSlow is what plain says, letter by letter.
func plainSlow(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range arabic.Fold(s) {
		if !letter(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"", "آستانة 3", "«قـال»  الوَفد،", "ﻋﺒﺪ ﷲ", "ABC-٣", "\x00a\xd8", "ا\u200fب\u00a0ج", "٬٫٪؛؟ـ", "\u06dd۝ۀ ڤ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := plain(s), plainSlow(s); got != want {
			t.Errorf("plain(%q) = %q, want %q", s, got, want)
		}
	})
}
