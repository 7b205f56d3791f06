package lexicon

import (
	"strings"

	"mahdar/arabic"
)

// GivenSpelling is how the given name is usually written whose letters the folded word
// has, all of them and no others but a blank: أحمد of «احمد», عبد الغني of «عبدالغني»,
// فاطمة of «فاطمه». It is "" for a word that is no listed given name, and for one of which
// several are.
func (l *Lexicon) GivenSpelling(word string) string {
	r, ok := l.word(word)
	if !ok || !r.Kinds.Has(GivenName) {
		return ""
	}
	spelling := ""
	for _, s := range r.senses {
		if s.Kind != GivenName {
			continue
		}
		name := l.GivenNames[s.Entry].Name
		if letters := strings.ReplaceAll(arabic.Fold(name), " ", ""); letters != word || spelling != "" && spelling != name {
			return ""
		}
		spelling = name
	}
	return spelling
}

// servantOf is عبد.
const servantOf = "عبد"

// Servant takes a folded word apart that is عبد and a name of God in one: «عبدالكريم».
// It returns what follows عبد, which begins with the article.
func Servant(word string) (name string, ok bool) {
	name, ok = strings.CutPrefix(word, servantOf)
	return name, ok && strings.HasPrefix(name, "ال") && len(name) >= 8
}
