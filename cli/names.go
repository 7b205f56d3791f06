package cli

import (
	"slices"
	"strings"

	"mahdar/lexicon"
)

// namesOf are the Arabic names, up to a number of them, of persons, bodies and
// states whose English name holds all words of latin, shorter names first.
func namesOf(lex *lexicon.Lexicon, latin string, most int) []string {
	want := strings.Fields(strings.ToLower(latin))
	if len(want) == 0 {
		return nil
	}
	var found []*lexicon.Entry
	look := func(e *lexicon.Entry) {
		has := strings.ToLower(e.English)
		if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(has, w) }) {
			found = append(found, e)
		}
	}
	for i := range lex.People {
		look(&lex.People[i].Entry)
	}
	for i := range lex.Organisations {
		look(&lex.Organisations[i].Entry)
	}
	for i := range lex.States {
		look(&lex.States[i].Entry)
	}
	slices.SortStableFunc(found, func(a, b *lexicon.Entry) int { return len(a.English) - len(b.English) })
	var out []string
	for _, e := range found[:min(len(found), most)] {
		out = append(out, e.Name)
	}
	return out
}
