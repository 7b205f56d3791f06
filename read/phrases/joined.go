package phrases

import (
	"strings"

	"mahdar/read/page"
)

// alike reports whether token j, joined by و, has the ending of the adjective before it:
// «شمالية وجنوبية».
func (e *extent) alike(j int) bool {
	w, v := e.p.Word(j), e.p.Word(j-1)
	for _, end := range [...]string{"يه", "يين", "يون", "ي"} {
		if strings.HasSuffix(v, end) {
			return strings.HasSuffix(w, end) && len(w) > len(end)+4
		}
	}
	return false
}

// takesFrom reports whether w (folded) is an adjective that من completes: «المصادر القريبة من».
func takesFrom(w string) bool {
	return strings.HasPrefix(w, "المقرب") || strings.HasPrefix(w, "القريب")
}

// andThe reports whether token j is a definite noun with و before its article: «والحركة».
func (e *extent) andThe(j int) bool {
	if w := e.p.Word(j); len(w) < 12 || w[:6] != "وال" {
		return false
	}
	for k := range e.p.Readings[j] {
		if r := &e.p.Readings[j][k]; r.Conj == 'w' && r.Prep == 0 && r.Undet {
			return true
		}
	}
	return false
}

// ofJoined reports whether token j belongs to the definite noun joined by و right before it,
// with which it agrees: «والمتمردين الحوثيين», «والوفد المرافق».
func (e *extent) ofJoined(j int, c page.Class) bool {
	if j == e.start || e.office || c&page.Definite == 0 || c&(page.Masdar|page.WithConj|page.WithPrep) != 0 || !e.andThe(j-1) {
		return false
	}
	w, v := e.p.Word(j), e.p.Word(j-1)
	for _, end := range [...]string{"ين", "ون", "ان"} {
		if strings.HasSuffix(w, end) && strings.HasSuffix(v, end) {
			return true
		}
	}
	if strings.HasPrefix(w, "المرافق") { // by itself a word for a man: who goes along
		return true
	}
	return strings.HasPrefix(w, "الم") && strings.HasSuffix(w, "ه") == strings.HasSuffix(v, "ه") && c&(page.Animate|page.OfficeWord) == 0 && !e.p.Named(j)
}
