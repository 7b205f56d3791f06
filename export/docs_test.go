package export

import (
	"os"
	"strings"
	"testing"
)

// docs/exports.md names every format and every column of the tables.
func TestDocumented(t *testing.T) {
	b, err := os.ReadFile("../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	for _, f := range Formats() {
		if !strings.Contains(doc, "| [`"+f.Name+"`](") {
			t.Errorf("format %s is not in the list", f.Name)
		}
	}
	for _, tab := range tables() {
		_, row, ok := strings.Cut(doc, "| `"+tab.name+"` | ")
		row, _, _ = strings.Cut(row, "\n")
		if !ok {
			t.Errorf("table %s is not there", tab.name)
		}
		at := 0
		for _, c := range tab.cols {
			i := strings.Index(row[at:], "`"+c.name+"`")
			if i < 0 {
				t.Errorf("table %s: column %s is missing or out of order", tab.name, c.name)
				continue
			}
			at += i
		}
	}
	if !strings.Contains(doc, strings.ReplaceAll(acledColumns, " ", ",")) {
		t.Error("the columns of ACLED are not as they are written")
	}
	for _, c := range strings.Split(polecatColumns, "\t")[:7] {
		if !strings.Contains(doc, c) {
			t.Errorf("POLECAT's column %s is missing", c)
		}
	}
	for header, n := range map[string]int{gedColumns: 49, ethprioColumns: 48} {
		if got := len(strings.Fields(header)); got != n {
			t.Errorf("%d columns in %.20s…, the document says %d", got, header, n)
		}
	}
}
