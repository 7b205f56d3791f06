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
	known := sync.OnceValue(func() map[string]keyWord {
		m := map[string]keyWord{}
		for i := range lex.Places {
			m[arabic.Slug(lex.Places[i].English)] = keyWord{lex.Places[i].Entry, true}
		}
		for i := range lex.States { // a state before a place that is called like it
			m[arabic.Slug(lex.States[i].English)] = keyWord{lex.States[i].Entry, false}
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

// keyWord is a state or place of which keys are made.
type keyWord struct {
	lexicon.Entry
	place bool
}

// madeName words a key that is made of names.
func madeName(known map[string]keyWord, key string, l minutes.Lang) string {
	body, talks := strings.CutSuffix(key, "-talks")
	parts := strings.Split(body, "-")
	var names []string
	held := false // the last of names is where they talk
	for len(parts) > 0 {
		n := len(parts)
		for n > 0 {
			if _, ok := known[strings.Join(parts[:n], "-")]; ok {
				break
			}
			n--
		}
		if n == 0 && len(names) == 1 { // a place that is not listed
			names, held = append(names, capitals(parts)), true
			break
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
		held = e.place && len(names) == 2
	}
	english := l == minutes.English
	switch {
	case len(names) == 1 && english:
		return "Talks on " + names[0]
	case len(names) == 1:
		return "محادثات بشأن " + names[0]
	case held && english:
		return names[0] + " talks in " + names[1]
	case held:
		return "محادثات " + names[0] + " في " + names[1]
	case len(names) > 1 && english:
		return strings.Join(names, " – ") + " talks"
	case len(names) > 1:
		return "محادثات " + strings.Join(names, " و")
	}
	switch s := capitals(strings.Split(body, "-")); {
	case !talks:
		return s
	case english:
		return s + " talks"
	default:
		return "محادثات " + s
	}
}

// capitals is words of a key as a name is written.
func capitals(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if w == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if c := w[0]; c >= 'a' && c <= 'z' { // keys are Latin; whatever else stands there is left as it is
			b.WriteByte(c - 'a' + 'A')
			w = w[1:]
		}
		b.WriteString(w)
	}
	return b.String()
}
