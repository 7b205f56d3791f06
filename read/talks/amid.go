package talks

import (
	"strings"

	"mahdar/arabic"
)

// amid takes, for a meeting during which a clause tells that two talked, the two: «وخلال قمة
// ندى أمس، بحث الرئيس سالم مع نظيره نادر الأزمة». The noun opens its clause after a word of
// time, and nobody is told of it beside it.
func (r *reader) amid(m *meeting, i int) {
	if len(m.parts) > 0 || i > r.sentence(i).First+2 && !r.p.Mark(i-2) || !during(r.p.Word(i-1)) {
		return
	}
	lim := r.sentence(i).Last
	for k := i + 1; k < lim && k < i+9; k++ {
		if r.p.Word(k) != "،" {
			continue
		}
		if t, verb := r.finite(k + 1); !verb || t != arabic.Past || !converses(r.stem(k+1)) {
			return
		}
		one, next := r.after(k+1, lim)
		if len(one) != 1 || one[0].kind != 'p' || r.p.Word(next) != "مع" {
			return
		}
		two, _ := r.parties(next+1, lim)
		if len(two) == 0 || two[0].kind != 'p' {
			return
		}
		m.addAll(one, "", "")
		m.addAll(two[:1], "", "")
		m.kind = "bilateral"
		return
	}
}

// during reports whether w says that something happens while what follows goes on.
func during(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "خلال", "اثناء", "في":
		return true
	}
	return false
}

// converses reports whether w (a stem) is a verb of talking with somebody face to face.
func converses(w string) bool {
	for _, v := range [...]string{"تحدث", "بحث", "ناقش", "تباحث", "تشاور", "تناقش"} {
		if w == v || w == v+"ت" {
			return true
		}
	}
	return false
}
