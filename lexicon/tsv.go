package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Fault is something wrong in a data file.
type Fault struct {
	File   string
	Line   int
	ID     string
	Reason string
}

func (f Fault) Error() string {
	return fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.ID, f.Reason)
}

// row is one line of a data file, its cells by column.
type row struct {
	file   string
	line   int
	cells  []string
	column []string
}

func (r row) get(col string) string {
	for i, name := range r.column {
		if name == col && i < len(r.cells) {
			return r.cells[i]
		}
	}
	return ""
}

// list splits a cell at |.
func (r row) list(col string) []string {
	v := r.get(col)
	if v == "" {
		return nil
	}
	out := make([]string, 0, strings.Count(v, "|")+1)
	for part := range strings.SplitSeq(v, "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func (r row) fault(reason string, args ...any) Fault {
	return Fault{r.file, r.line, r.get("id"), fmt.Sprintf(reason, args...)}
}

// appendCells splits a line at its tabs into buf.
func appendCells(buf []string, line string) []string {
	for {
		i := strings.IndexByte(line, '\t')
		if i < 0 {
			return append(buf, line)
		}
		buf = append(buf, line[:i])
		line = line[i+1:]
	}
}

// readTSV hands each entry of a data file to f. Comments and empty lines are
// passed over, the first other line names the columns; a line with another
// number of cells is a fault and is passed over.
func readTSV(file, data string, f func(row) error) []Fault {
	var faults []Fault
	var column []string
	var buf []string // cells of the line in hand: no entry keeps them
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		buf = appendCells(buf[:0], line)
		cells := buf
		if column == nil {
			column = slices.Clone(cells)
			if !slices.Contains(column, "id") {
				return append(faults, Fault{file, n, "", "the first line must name the columns, id among them"})
			}
			continue
		}
		r := row{file, n, cells, column}
		if len(cells) != len(column) {
			faults = append(faults, r.fault("has %d cells, the file has %d columns", len(cells), len(column)))
			continue
		}
		if r.get("id") == "" {
			faults = append(faults, r.fault("has no id"))
			continue
		}
		if err := f(r); err != nil {
			faults = append(faults, r.fault("%v", err))
		}
	}
	return faults
}
