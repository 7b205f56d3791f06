package talks

import (
	"strings"
	"testing"
)

// Those who vouch for a truce stand with it; a promise of surety names nobody.
func TestGuarantors(t *testing.T) {
	lex := invented(t)
	for _, test := range []struct{ src, want string }{
		{"وقال نادر الفخري إن نجمستان فشلت في تطبيق وقف إطلاق النار كضامن له.", "نجمستان"},
		{"وأعلنت جبهة الينابيع هدنة لمدة خمسة أيام بضمانة نجمستان وزهرستان.", "نجمستان؛ زهرستان"},
		{"ودخلت الهدنة حيز التنفيذ ليلة أمس بضمان نجمستان.", "نجمستان"},
		{"ودخلت الهدنة حيز التنفيذ بمتابعة الدولتين الضامنتين نجمستان وزهرستان.", "نجمستان؛ زهرستان"},
		{"ودعا المبعوث سالم الأحمر إلى هدنة تكون نجمستان ضامنة لها.", "نجمستان"},
		{"وأعلنت جبهة الينابيع هدنة لمدة خمسة أيام.", ""},
		{"وأعلنت جبهة الينابيع هدنة مع تعهد بضمان وصول القوافل.", ""},
	} {
		r := read(lex, test.src)
		if len(r.Ceasefires) == 0 {
			t.Errorf("%s: no ceasefire", test.src)
			continue
		}
		if got := strings.Join(r.Ceasefires[0].Guarantors, "؛ "); got != test.want {
			t.Errorf("%s: guarantors %q, want %q", test.src, got, test.want)
		}
	}
}
