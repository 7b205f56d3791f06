package export

import (
	_ "embed"
	"strings"

	"golang.org/x/text/language"
)

//go:embed states.tsv
var statesTSV string

// code is how other datasets number and group a state.
type code struct {
	ISO2    string // ISO 3166 alpha-2
	Numeric int    // ISO 3166 numeric, 0 for none
	COW, GW string // Correlates of War; Gleditsch and Ward
	ACLED   string // region
	UCDP    string
}

// codes reads states.tsv, by ISO 3166 alpha-3 in upper case. Alpha-2 and numbers
// of ISO come from the Unicode tables.
func codes() map[string]code {
	out := make(map[string]code, 220)
	for line := range strings.Lines(statesTSV) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) != 5 || strings.HasPrefix(line, "#") || c[0] == "id" {
			continue
		}
		id := strings.ToUpper(c[0])
		k := code{COW: c[1], GW: c[2], ACLED: c[3], UCDP: c[4]}
		if r, err := language.ParseRegion(id); err == nil && r.ISO3() == id {
			k.ISO2, k.Numeric = r.String(), r.M49()
		}
		out[id] = k
	}
	return out
}
