package export

import (
	_ "embed"
	"strings"
	"sync"

	"mahdar/arabic"
)

//go:embed sectors.tsv
var sectorsTSV string

type sector struct{ sector, crowd string }

// sectorWords is sectors.tsv by folded word.
var sectorWords = sync.OnceValue(func() map[string]sector {
	out := map[string]sector{}
	for line := range strings.Lines(sectorsTSV) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) != 3 || strings.HasPrefix(line, "#") || c[0] == "words" {
			continue
		}
		for _, w := range strings.Split(c[0], "|") {
			out[arabic.Fold(w)] = sector{c[1], c[2]}
		}
	}
	return out
})

// sectorOf is the PLOVER sector of a party: its own, else what the first words of
// a mere description tell; "" where neither says. crowd is "protesters" or
// "rioters" where the description says so.
func sectorOf(p party) (plover, crowd string) {
	if p.Sector != "" {
		return p.Sector, ""
	}
	for i, w := range strings.Fields(arabic.Fold(p.Name)) {
		if i > 1 { // «ثلاثة مدنيين»: a number may come first
			break
		}
		if s, ok := sectorWords()[arabic.Undet(w)]; ok {
			return s.sector, s.crowd
		}
	}
	return "", ""
}

// armed reports whether a sector uses force.
func armed(sector string) bool {
	switch sector {
	case "MIL", "REB", "UAF", "COP", "PRM", "SPY":
		return true
	}
	return false
}

// civilian reports whether people of a sector do not take part in fighting.
func civilian(sector string) bool {
	switch sector {
	case "CVL", "REF", "JRN", "MED", "LAB", "AGR", "EDU", "BUS", "REL", "SOC", "NGO":
		return true
	}
	return false
}
