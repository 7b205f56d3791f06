package access

import (
	_ "embed"
	"net/http"
	"strings"
	"sync"
)

//go:embed words.tsv
var wordsTSV string

// words maps a key to its Arabic and English words.
var words = sync.OnceValue(func() map[string][2]string {
	m := map[string][2]string{}
	for line := range strings.Lines(wordsTSV) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) == 3 && !strings.HasPrefix(line, "#") {
			m[c[0]] = [2]string{c[1], c[2]}
		}
	}
	return m
})

// word words a key in a language, ar or en; a key without words is its own.
func word(lang, key string) string {
	w, ok := words()[key]
	switch {
	case !ok:
		return strings.TrimPrefix(key, "log-")
	case lang == "en":
		return w[1]
	}
	return w[0]
}

// langOf is the language of a page by its path, or the one that the browser
// asks for.
func langOf(r *http.Request) string {
	for _, l := range languages {
		if strings.HasPrefix(r.URL.Path, "/"+l+"/") || r.URL.Path == "/"+l {
			return l
		}
	}
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		switch primary, _, _ := strings.Cut(strings.ToLower(tag), "-"); primary {
		case "ar", "en":
			return primary
		}
	}
	return "en"
}
