package minutes

import (
	"fmt"
	"strings"
	"unicode"

	"mahdar/record"
)

// cite is the number of an article in the list of sources: " [3]".
func (p *printer) cite(a *record.Article) string {
	n, ok := p.cited[a.ID]
	if !ok {
		p.arts = append(p.arts, a)
		n = len(p.arts)
		p.cited[a.ID] = n
	}
	return fmt.Sprintf(" [%d]", n)
}

// cites cites each article of the evidence at indices from, once.
func (p *printer) cites(f *record.Fact, from []int) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, i := range from {
		if a := f.Evidence[i].Article; !seen[a.ID] {
			seen[a.ID] = true
			b.WriteString(p.cite(a))
		}
	}
	return b.String()
}

func all(f *record.Fact) []int {
	out := make([]int, len(f.Evidence))
	for i := range out {
		out[i] = i
	}
	return out
}

// escaper keeps what articles contain from being taken for Markdown or HTML.
var escaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "#", `\#`, "|", `\|`, "<", "&lt;", ">", "&gt;", "&", "&amp;")

// text is words of a source, escaped and, for terminals, isolated.
func (p *printer) text(s string) string {
	s = Clean(strings.Join(strings.Fields(s), " "))
	if p.opt.Isolate {
		return Isolate(s) // a terminal shows Markdown as it stands
	}
	return escaper.Replace(s)
}

func (p *printer) quote(s string) string { return p.text("«" + s + "»") }

func (p *printer) code(s string) string {
	return "`" + strings.ReplaceAll(s, "`", "'") + "`"
}

// Isolate puts Arabic words between a right-to-left isolate and its end, so
// that a terminal keeps them in their own order beside Latin ones. Words
// without Arabic letters stay bare. Controls are dropped.
func Isolate(s string) string {
	const rli, pdi = "\u2067", "\u2069"
	s = Clean(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		return s
	}
	return rli + s + pdi
}

// Clean drops from words of a source the controls that could move a terminal's
// cursor or turn its direction.
func Clean(s string) string { return strings.Map(noControl, s) }

// noControl drops what could move the cursor or turn the direction of a terminal.
func noControl(r rune) rune {
	if r < ' ' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
		return -1
	}
	return r
}

// slot is a label with the values of a slot and who tells them; "" for an empty one.
func (p *printer) slot(f *record.Fact, label string, s record.Slot, word func(string) string) string {
	if len(s) == 0 {
		return ""
	}
	parts := make([]string, len(s))
	for i, v := range s {
		parts[i] = word(v.Value) + p.cites(f, v.From)
	}
	return fmt.Sprintf("- %s: %s\n", p.label(label), strings.Join(parts, " / "))
}

// days words an EDTF value: the days as they are, intervals with a dash.
func days(edtf string) string {
	return strings.ReplaceAll(strings.ReplaceAll(edtf, "/", " – "), "..", "…")
}
