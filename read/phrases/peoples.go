package phrases

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// OfMany reports whether token j, by itself the name of a people, is the adjective of the men
// named before it and not somebody else: «الوزراء العرب», «القادة البريطانيون».
func OfMany(p *page.Page, j int) bool {
	w := p.Word(j)
	if w != "العرب" && !(p.Has(j, page.Definite) && (p.Is(j, lexicon.PeopleWord) || p.Is(j, lexicon.NisbaWord))) {
		return false
	}
	return manyMen(p.Word(j-1)) && (strings.HasSuffix(w, "ون") || !strings.HasSuffix(w, "ين"))
}

// manyMen reports whether w (folded) is a definite plural of a noun for people that adjectives of
// the plural follow: الوزراء، المسؤولون، القادة.
func manyMen(w string) bool {
	if !strings.HasPrefix(w, "ال") {
		return false
	}
	switch w {
	case "القاده", "النواب", "الضباط", "الجنود", "المفاوضون", "المسوولون", "الدبلوماسيون", "المندوبون":
		return true
	}
	for _, end := range [...]string{"راء", "ساء", "ماء", "فاء", "كاء"} { // وزراء، رؤساء، زعماء، حلفاء، شركاء
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// ofTwo reports whether token j is a dual before the noun that it belongs to, and no word with
// «my»: «طرفي النزاع».
func ofTwo(p *page.Page, j int) bool {
	return strings.HasSuffix(p.Word(j), "ي") && p.Has(j+1, page.Definite) && !p.Has(j+1, page.Adjective) && p.Tokens[j+1].Gap == arabic.Space
}
