package minutes

import (
	"context"
	"strings"
	"sync"
	"unicode"

	"mahdar/arabic"
	"mahdar/record"
	"mahdar/store"
)

// ownSuffix ends the keys of talks that only the articles name.
const ownSuffix = "-talks"

// AsWritten is name, a namer of talks, made to call talks in Arabic as the
// articles of src do where name knows them by Latin letters only: «محادثات مرساة»
// and not «محادثات Marasa». What it has found once it remembers; it may be asked by
// several goroutines.
func AsWritten(ctx context.Context, src Source, name func(key string, l Lang) string) func(key string, l Lang) string {
	var own sync.Map // of keys, what the articles say
	return func(key string, l Lang) string {
		n := name(key, l)
		if l != Arabic || key == "" || n != "" && !latin(n) {
			return n
		}
		called, ok := own.Load(key)
		if !ok {
			called = ownName(ctx, src, key)
			own.Store(key, called)
		}
		if called != "" {
			return "محادثات " + called.(string)
		}
		return n
	}
}

// ownName is what the articles call talks whose key is their romanised name:
// «مرساة» for marasa-talks; "" where none of the first meetings' articles says it.
func ownName(ctx context.Context, src Source, key string) string {
	body, ok := strings.CutSuffix(key, ownSuffix)
	if !ok {
		return ""
	}
	for f, err := range src.Facts(ctx, store.Query{Kind: record.Meetings, Process: &key, Limit: 3, Most: 2}) {
		if err != nil {
			return "" // whoever asks for the meetings is told
		}
		for _, e := range f.Evidence {
			if n := romanisedAs(body, e.Article.Text); n != "" {
				return n
			}
		}
	}
	return ""
}

// mostWords bounds how many words of an article are looked at for a name.
const mostWords = 2000

// romanisedAs is the first one or two words of src whose romanised form is slug.
func romanisedAs(slug, src string) string {
	words := strings.FieldsFunc(src, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != 'ـ' })
	words = words[:min(len(words), mostWords)]
	seen := map[string]bool{}
	for i := range words {
		for n := 1; n <= 2 && i+n <= len(words); n++ {
			name := strings.Join(words[i:i+n], " ")
			if seen[name] {
				continue
			}
			seen[name] = true
			if arabic.NameSlug(name) == slug {
				return name
			}
		}
	}
	return ""
}

// latin reports whether words have Latin letters.
func latin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}
