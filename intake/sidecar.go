package intake

import (
	"encoding/json"
	"fmt"
	"strings"

	"mahdar/text"
)

// metaSuffix ends the names of sidecars: NAME.meta.json tells of NAME.txt.
const metaSuffix = ".meta.json"

// maxSidecar is the most bytes a sidecar may have.
const maxSidecar = 64 << 10

// Sidecar is what NAME.meta.json may say of the article NAME.txt (or .html, …).
// Absent and null values say nothing.
type Sidecar struct {
	Published string `json:"published"` // EDTF: a day, or a day and hour
	URL       string `json:"url"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	Author    string `json:"author"`
}

// addSidecar lets the sidecar of in, if there is one, speak over doc's own metadata.
func addSidecar(in *input, doc *text.Document) error {
	if in.sidecar == nil {
		return nil
	}
	for _, name := range sidecarNames(in.name) {
		raw, ok := in.sidecar(name)
		if !ok {
			continue
		}
		var s Sidecar
		if err := json.Unmarshal(raw, &s); err != nil {
			return refuse(Malformed, "mend it or take it away; the article was read without it", "its sidecar %s is not JSON of published, url, outlet (%v)", name, err)
		}
		doc.Source = over(doc.Source, text.Source{URL: s.URL, Outlet: s.Outlet, Author: s.Author})
		if s.Title != "" {
			doc.Source.Title = s.Title
		}
		if s.Published == "" {
			return nil
		}
		day, err := ParsePublished(s.Published)
		if err != nil {
			return refuse(Malformed, "write it as 2031-05-04 or 2031-05-04T10:57; the article was read without it", "its sidecar %s: %v", name, err)
		}
		doc.Published = text.Published{EDTF: day, Basis: text.Given, Note: "sidecar " + name}
		return nil
	}
	return nil
}

// sidecarNames lists where the sidecar of a file may be: a.txt has a.meta.json
// or a.txt.meta.json.
func sidecarNames(name string) []string {
	if name == "" {
		return nil
	}
	stem := name
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		stem = name[:i]
	}
	return []string{stem + metaSuffix, name + metaSuffix}
}

// ParsePublished checks a publication day as users and sidecars give it: an
// EDTF year, month or day, or a day with an hour ("2017-12-21T10:57", seconds
// and zone allowed). The result is in the form that readings print.
func ParsePublished(s string) (string, error) {
	s = strings.TrimSpace(s)
	bad := fmt.Errorf("%q is no publication day", s)
	date, clock, hasClock := strings.Cut(s, "T")
	if !hasClock {
		date, clock, hasClock = strings.Cut(s, " ")
	}
	if !validDate(date) || hasClock && (len(date) != 10 || !validClock(clock)) {
		return "", bad
	}
	if hasClock {
		return date + "T" + strings.TrimSpace(clock), nil
	}
	return date, nil
}
