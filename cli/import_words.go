package cli

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mahdar/lexicon"
)

// entries are lines of a lexicon file.
type entries struct {
	columns []string
	rows    [][]string
	lines   []int // of the CSV
}

// importWords puts entries from CSV files into a folder of own words.
func (a *app) importWords(folder string, paths []string) error {
	for _, path := range paths {
		e, err := readEntries(path)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + ".tsv"
		if err := a.checkEntries(path, name, e); err != nil {
			return err
		}
		to := filepath.Join(folder, name)
		n, err := putEntries(to, e)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.out, "%s: %d entries, %d new\n", to, len(e.rows), n)
	}
	return nil
}

func readEntries(path string) (*entries, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read; check the path", path)
	}
	c := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "\ufeff")))
	c.FieldsPerRecord = -1 // told with the entry's id by the check
	e := &entries{}
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
			return nil, fmt.Errorf("%s:%d: %w", path, parse.Line, parse.Err)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: cannot be read: %w", path, err)
		}
		line, _ := c.FieldPos(0)
		for i, cell := range row {
			if row[i] = strings.TrimSpace(cell); strings.ContainsAny(row[i], "\t\n\r") {
				return nil, fmt.Errorf("%s:%d: a cell has a tab or a line break; the lexicon's cells have none", path, line)
			}
		}
		if e.columns == nil {
			e.columns = row
			continue
		}
		e.rows, e.lines = append(e.rows, row), append(e.lines, line)
	}
	if len(e.columns) == 0 || !slices.Contains(e.columns, "id") {
		return nil, fmt.Errorf("%s: its first line must name the columns, id among them", path)
	}
	return e, nil
}

// checkEntries loads the entries alone over the lexicon and tells what is
// wrong by the line of the CSV.
func (a *app) checkEntries(path, name string, e *entries) error {
	dir, err := os.MkdirTemp("", "mahdar-words-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := writeEntries(filepath.Join(dir, name), e.columns, e.rows); err != nil {
		return err
	}
	own, err := lexicon.Load(a.lexicons...)
	if err != nil {
		return fmt.Errorf("the lexicon cannot be used:\n%w", err)
	}
	if !slices.Contains(wordFiles(), name) {
		return fmt.Errorf("%s: the lexicon has no file %s; name the CSV after one of %s", path, name, strings.Join(wordFiles(), ", "))
	}
	before := map[string]bool{}
	for _, f := range own.Check() {
		before[f.Error()] = true
	}
	laid, err := lexicon.Load(append(slices.Clone(a.lexicons), dir)...)
	bad := false
	for _, f := range faultsOf(err) {
		bad = true
		line := f.Line
		if i := f.Line - 2; i >= 0 && i < len(e.lines) {
			line = e.lines[i]
		}
		a.complain(fmt.Sprintf("%s:%d: %s: %s", path, line, f.ID, f.Reason))
	}
	if laid != nil {
		for _, f := range laid.Check() {
			if !before[f.Error()] {
				bad = true
				a.complain(fmt.Sprintf("%s: %v", path, f))
			}
		}
	}
	if bad {
		a.complain("nothing was taken; mend these lines and import the file again")
		return errTold
	}
	return nil
}

// wordFiles are the lexicon's files that a user may add to.
func wordFiles() []string {
	return []string{"states.tsv", "places.tsv", "organisations.tsv", "offices.tsv", "people.tsv", "given.tsv", "processes.tsv", "speech.tsv", "deeds.tsv",
		"units.tsv", "heads.tsv", "scene.tsv", "cameo.tsv", "signals.tsv", "talks.tsv"}
}

func faultsOf(err error) []lexicon.Fault {
	var many interface{ Unwrap() []error }
	if errors.As(err, &many) {
		var out []lexicon.Fault
		for _, e := range many.Unwrap() {
			out = append(out, faultsOf(e)...)
		}
		return out
	}
	var f lexicon.Fault
	if errors.As(err, &f) {
		return []lexicon.Fault{f}
	}
	return nil
}

// putEntries puts entries into a file of own words, sorted by id; those whose
// id is there already take its place. Comments at the file's head stay.
func putEntries(path string, e *entries) (fresh int, err error) {
	old := &entries{columns: e.columns}
	var head []string
	if b, err := os.ReadFile(path); err == nil {
		old.columns = nil
		for line := range strings.Lines(string(b)) {
			line = strings.TrimRight(line, "\r\n")
			switch {
			case line == "":
			case strings.HasPrefix(line, "#"):
				head = append(head, line)
			case old.columns == nil:
				old.columns = strings.Split(line, "\t")
			default:
				old.rows = append(old.rows, strings.Split(line, "\t"))
			}
		}
	} else if !errors.Is(err, os.ErrNotExist) {
		return 0, fmt.Errorf("%s: cannot be read: %w", path, err)
	}
	for _, c := range e.columns {
		if !slices.Contains(old.columns, c) {
			old.columns = append(old.columns, c)
		}
	}
	id := slices.Index(old.columns, "id")
	if id < 0 {
		return 0, fmt.Errorf("%s: its first line does not name the columns; mend it first", path)
	}
	for i, r := range old.rows {
		old.rows[i] = append(r, make([]string, max(0, len(old.columns)-len(r)))...)
	}
	for _, r := range e.rows {
		row := make([]string, len(old.columns))
		for i, c := range e.columns {
			row[slices.Index(old.columns, c)] = r[i]
		}
		if at := slices.IndexFunc(old.rows, func(x []string) bool { return x[id] == row[id] }); at >= 0 {
			old.rows[at] = row
		} else {
			old.rows = append(old.rows, row)
			fresh++
		}
	}
	slices.SortStableFunc(old.rows, func(a, b []string) int { return strings.Compare(a[id], b[id]) })
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return 0, err
	}
	return fresh, writeEntries(path, old.columns, old.rows, head...)
}

func writeEntries(path string, columns []string, rows [][]string, head ...string) error {
	var b strings.Builder
	for _, h := range head {
		b.WriteString(h + "\n")
	}
	b.WriteString(strings.Join(columns, "\t") + "\n")
	for _, r := range rows {
		b.WriteString(strings.Join(r, "\t") + "\n")
	}
	part := path + ".part"
	if err := os.WriteFile(part, []byte(b.String()), 0o666); err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, err)
	}
	return os.Rename(part, path)
}
