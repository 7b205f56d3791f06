package minutes

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// Lang is a language that the record can be worded in.
type Lang string

// Arabic and English.
const (
	Arabic  Lang = "ar"
	English Lang = "en"
)

//go:embed labels.tsv
var labelsTSV string

// labels maps a key to its Arabic and English words.
var labels = sync.OnceValue(func() map[string][2]string {
	m := map[string][2]string{}
	for line := range strings.Lines(labelsTSV) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) == 3 && !strings.HasPrefix(line, "#") {
			m[c[0]] = [2]string{c[1], c[2]}
		}
	}
	return m
})

func (l Lang) pick(ar, en string) string {
	if l == English {
		return en
	}
	return ar
}

// Label words a key of the record; a key without words is given back as it is.
func Label(l Lang, key string) string {
	w, ok := labels()[key]
	if !ok {
		return key
	}
	return l.pick(w[0], w[1])
}

// Act words what a speaker did, to stand after his name: "announced", «(إعلان)».
func Act(l Lang, act string) string {
	w := Label(l, act)
	if l == Arabic && w != "" {
		return "(" + w + ")"
	}
	return w
}

// Count is n things: «12 مقالا», «3 مقالات», "1 article". The key is that of a
// counted noun without its "-count".
func Count(l Lang, n int, key string) string {
	forms := strings.Split(Label(l, key+"-count"), "|")
	num := strconv.Itoa(n)
	if l == English {
		i := 1
		if n == 1 {
			i = 0
		}
		return num + " " + forms[min(i, len(forms)-1)]
	}
	if len(forms) < 5 {
		return num + " " + forms[0]
	}
	switch r := n % 100; {
	case n == 1:
		return forms[0]
	case n == 2:
		return forms[1]
	case n == 0 || r >= 3 && r <= 10:
		return num + " " + forms[2]
	case r >= 11:
		return num + " " + forms[3]
	}
	return num + " " + forms[4]
}
