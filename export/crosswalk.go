package export

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed crosswalk.tsv
var crosswalkTSV string

// crossing is a line of crosswalk.tsv.
type crossing struct {
	kind, label string
	narrow      string // the condition's name, "" for none
	values      []string
	plover      string // "-" for no event
	mode        string // "=" keeps the fact's own
}

// crosswalk is crosswalk.tsv in its order.
var crosswalk = sync.OnceValue(func() []crossing {
	var out []crossing
	for line := range strings.Lines(crosswalkTSV) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) != 5 || strings.HasPrefix(line, "#") || c[0] == "kind" {
			continue
		}
		name, values, _ := strings.Cut(c[2], "=")
		out = append(out, crossing{c[0], c[1], name, strings.Split(values, "|"), c[3], c[4]})
	}
	return out
})

// traits are what crossings ask of a fact besides its kind and label.
type traits struct {
	mode, entry, cameo, modal string
	announced                 bool
}

// cross is the PLOVER type and mode of a fact; ok is false where it is no event there.
func cross(kind, label string, t traits) (plover, mode string, ok bool) {
	for _, c := range crosswalk() {
		if c.kind != kind || c.label != label || !c.fits(t) {
			continue
		}
		mode := c.mode
		if mode == "=" {
			mode = t.mode
		}
		return c.plover, mode, c.plover != "-"
	}
	return "", "", false
}

func (c crossing) fits(t traits) bool {
	switch c.narrow {
	case "":
		return true
	case "entry":
		return slices.Contains(c.values, strings.TrimPrefix(t.entry, "speech:"))
	case "cameo":
		return t.cameo != "" && slices.ContainsFunc(c.values, func(v string) bool { return strings.HasPrefix(t.cameo, v) })
	case "modal":
		return slices.Contains(c.values, t.modal)
	case "announced":
		return t.announced
	}
	return false
}

// quad is PLOVER's class of an event type: 1 verbal and 2 material cooperation,
// 3 verbal and 4 material conflict (manual of February 2024).
func quad(plover string) int {
	switch plover {
	case "AGREE", "CONSULT", "SUPPORT", "CONCEDE":
		return 1
	case "COOPERATE", "AID", "RETREAT":
		return 2
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return 3
	case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT":
		return 4
	}
	return 0
}

// quadName is how POLECAT writes the class.
func quadName(plover string) string {
	return []string{"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}[quad(plover)]
}
