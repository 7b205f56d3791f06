package web

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"mahdar/minutes"
)

//go:embed words.tsv
var wordsTSV string

// words maps a key of the pages to its Arabic and English words.
var words = sync.OnceValue(func() map[string][2]string {
	m := map[string][2]string{}
	for line := range strings.Lines(unitsTSV + wordsTSV + deskTSV + roomsTSV) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) == 3 && !strings.HasPrefix(line, "#") {
			m[c[0]] = [2]string{c[1], c[2]}
		}
	}
	return m
})

// word words a key: the pages' own words first, then those of the minutes.
func word(l minutes.Lang, key string) string {
	if w, ok := words()[key]; ok {
		if l == minutes.English {
			return w[1]
		}
		return w[0]
	}
	if w := minutes.Label(l, key); w != key {
		return w
	}
	// A value that the contract leaves open is shown as it stands.
	for _, family := range [...]string{"drop-", "basis-", "modal-", "slot-", "dispute-", "bound-", "lane-", "one-"} {
		key = strings.TrimPrefix(key, family)
	}
	return clean(strings.ReplaceAll(key, "-", " "))
}

// count is n things: first by the pages' own counted nouns, then by those of
// the minutes.
func count(l minutes.Lang, n int, key string) string {
	w, ok := words()[key+"-count"]
	if !ok {
		return minutes.Count(l, n, key)
	}
	i := 0
	if l == minutes.English {
		i = 1
	}
	forms := strings.Split(w[i], "|")
	if l == minutes.English {
		if n == 1 {
			return number(n) + " " + forms[0]
		}
		return number(n) + " " + forms[len(forms)-1]
	}
	switch r := n % 100; {
	case n == 1:
		return forms[0]
	case n == 2:
		return forms[1]
	case n == 0 || r >= 3 && r <= 10:
		return number(n) + " " + forms[2]
	case r >= 11:
		return number(n) + " " + forms[3]
	}
	return number(n) + " " + forms[4]
}

// number groups digits by thousands with a narrow blank.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// clean makes words of a source fit for one line: controls and marks that
// would turn what stands around them go, blanks become one. A reader who wants
// the letters as they stand has the article.
func clean(s string) string { return strings.Join(strings.Fields(oneLine(s)), " ") }

// turns reports whether r overrides or embeds a direction.
func turns(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

// date words an EDTF value: "14 January 2031", "January 2031 – March 2031".
func date(l minutes.Lang, edtf string) string {
	if edtf == "" || strings.HasPrefix(edtf, "XXXX") { // words whose anchor is not known
		return word(l, "undated")
	}
	from, to, isRange := strings.Cut(edtf, "/")
	if d, ok := strings.CutPrefix(edtf, ".."); ok && !isRange {
		from, to, isRange = "..", d, true
	} else if d, ok := strings.CutSuffix(edtf, ".."); ok && !isRange {
		from, to, isRange = d, "..", true
	}
	if !isRange {
		return oneDate(l, from)
	}
	switch {
	case from == "" || from == "..":
		return word(l, "until") + " " + oneDate(l, to)
	case to == "" || to == "..":
		return word(l, "from-on") + " " + oneDate(l, from)
	case from == to:
		return oneDate(l, from)
	}
	return oneDate(l, from) + " – " + oneDate(l, to)
}

// unresolved reports whether a value is only the form of a day that nothing
// resolves: XXXX-XX-XX@tuesday.
func unresolved(v string) bool { return strings.HasPrefix(v, "XXXX") }

func oneDate(l minutes.Lang, v string) string {
	bare := strings.TrimRight(v, "?~%")
	day, hour, _ := strings.Cut(bare, "T")
	p := strings.Split(day, "-")
	var out string
	switch {
	case len(p) == 3 && monthName(l, p[1]) != "" && !strings.ContainsRune(p[2], 'X'):
		out = strings.TrimLeft(p[2], "0") + " " + monthName(l, p[1]) + " " + p[0]
	case len(p) >= 2 && monthName(l, p[1]) != "":
		out = monthName(l, p[1]) + " " + p[0]
	case len(p) == 1 || len(p) > 1 && strings.ContainsRune(p[1], 'X'):
		out = p[0]
	default:
		return v
	}
	if len(hour) >= 5 {
		out += " " + hour[:5]
	}
	if bare != v {
		return word(l, "about") + " " + out
	}
	return out
}

func monthName(l minutes.Lang, mm string) string {
	w, ok := words()["month-"+mm]
	if !ok {
		return ""
	}
	if l == minutes.English {
		return w[1]
	}
	return w[0]
}
