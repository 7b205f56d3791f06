package cli

import (
	"strings"
	"sync"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/minutes"
)

// namer names talks: as the lexicon calls them, else after those whose names
// their key is made of («sudan-talks», «iran-oman»), else by the key's own words.
func namer(lex *lexicon.Lexicon) func(key string, l minutes.Lang) string {
	known := sync.OnceValue(func() map[string]lexicon.Entry {
		m := map[string]lexicon.Entry{}
		for i := range lex.Places {
			m[arabic.Slug(lex.Places[i].English)] = lex.Places[i].Entry
		}
		for i := range lex.States { // a state before a place that is called like it
			m[arabic.Slug(lex.States[i].English)] = lex.States[i].Entry
		}
		delete(m, "")
		return m
	})
	return func(key string, l minutes.Lang) string {
		if n := processName(lex, key, l); n != "" || key == "" {
			return n
		}
		return madeName(known(), key, l)
	}
}

// madeName words a key that is made of names.
func madeName(known map[string]lexicon.Entry, key string, l minutes.Lang) string {
	body, talks := strings.CutSuffix(key, "-talks")
	parts := strings.Split(body, "-")
	var names []string
	for len(parts) > 0 {
		n := len(parts)
		for n > 0 {
			if _, ok := known[strings.Join(parts[:n], "-")]; ok {
				break
			}
			n--
		}
		if n == 0 {
			names = nil
			break
		}
		e := known[strings.Join(parts[:n], "-")]
		name := e.Name
		if l == minutes.English {
			name = e.English
		}
		names, parts = append(names, name), parts[n:]
	}
	english := l == minutes.English
	switch {
	case len(names) == 1 && english:
		return "Talks on " + names[0]
	case len(names) == 1:
		return "محادثات بشأن " + names[0]
	case len(names) > 1 && english:
		return strings.Join(names, " – ") + " talks"
	case len(names) > 1:
		return "محادثات " + strings.Join(names, " و")
	}
	words := strings.Fields(strings.ReplaceAll(body, "-", " "))
	for i, w := range words {
		if c := w[0]; c >= 'a' && c <= 'z' {
			words[i] = string(c-'a'+'A') + w[1:]
		}
	}
	switch s := strings.Join(words, " "); {
	case !talks:
		return s
	case english:
		return s + " talks"
	default:
		return "محادثات " + s
	}
}
