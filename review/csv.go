package review

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"mahdar/record"
)

// Columns are the columns of decisions in CSV. Only at, coder, fact and verb
// must be there to be read; id is written for people and for undo, and checked
// where it is given.
func Columns() []string {
	return []string{"id", "at", "coder", "role", "fact", "verb", "slot", "value", "was", "other", "article", "start", "end", "exact", "undoes", "reason"}
}

// timeForm is RFC 3339 with the fraction that is there.
const timeForm = time.RFC3339Nano

// cells are d's fields in the order of Columns, its id left empty.
func (d Decision) cells() []string {
	start, end := "", ""
	if d.Verb == Add {
		start, end = strconv.Itoa(d.Start), strconv.Itoa(d.End)
	}
	return []string{"", d.At.UTC().Format(timeForm), d.Coder, string(d.Role), d.Fact.String(), string(d.Verb), d.Slot, d.Value, d.Was, d.Other.String(),
		d.Article, start, end, d.Exact, d.Undoes, d.Reason}
}

// WriteCSV writes decisions with a heading, in their order.
func WriteCSV(w io.Writer, ds []Decision) error {
	c := csv.NewWriter(w)
	if err := c.Write(Columns()); err != nil {
		return err
	}
	for _, d := range Sort(ds) {
		row := d.cells()
		row[0] = d.ID()
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// LineError is what is wrong in one line of a file.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap is the cause.
func (e *LineError) Unwrap() error { return e.Err }

// maxFaults is how many lines' errors are told.
const maxFaults = 50

// ReadCSV reads decisions: a heading that names columns in any order, then a
// line a decision. It gives every decision that is sound, and beside them the
// errors of the others, each a *LineError; err is what no line is to blame for.
func ReadCSV(r io.Reader) (ds []Decision, faults []error, err error) {
	c := csv.NewReader(skipMark(r))
	c.FieldsPerRecord = -1
	head, err := c.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil, errors.New("is empty; its first line names the columns " + strings.Join(Columns(), ", "))
	case err != nil:
		return nil, nil, fmt.Errorf("is not CSV: %w", err)
	}
	at, err := columns(head)
	if err != nil {
		return nil, nil, err
	}
	fault := func(line int, err error) {
		if len(faults) < maxFaults {
			faults = append(faults, &LineError{line, err})
		} else if len(faults) == maxFaults {
			faults = append(faults, errors.New("and more lines"))
		}
	}
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			return ds, faults, nil
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			fault(parse.Line, parse.Err)
			continue
		}
		if err != nil {
			return ds, faults, err
		}
		line, _ := c.FieldPos(0)
		if blankRow(row) {
			continue
		}
		if len(row) > len(head) {
			fault(line, fmt.Errorf("has %d cells, the heading %d", len(row), len(head)))
			continue
		}
		d, err := parseRow(func(name string) string {
			if i, ok := at[name]; ok && i < len(row) {
				return row[i]
			}
			return ""
		})
		if err != nil {
			fault(line, err)
			continue
		}
		ds = append(ds, d)
	}
}

func columns(head []string) (map[string]int, error) {
	at := map[string]int{}
	for i, h := range head {
		h = strings.ToLower(strings.TrimSpace(h))
		if !slices.Contains(Columns(), h) {
			return nil, &LineError{1, fmt.Errorf("there is no column %q; the columns are %s", h, strings.Join(Columns(), ", "))}
		}
		if _, twice := at[h]; twice {
			return nil, &LineError{1, fmt.Errorf("the column %s stands there twice", h)}
		}
		at[h] = i
	}
	for _, need := range []string{"at", "coder", "fact", "verb"} {
		if _, ok := at[need]; !ok {
			return nil, &LineError{1, fmt.Errorf("the column %s is missing", need)}
		}
	}
	return at, nil
}

func blankRow(row []string) bool {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// parseRow makes the decision of a line. exact, value and was keep their blanks:
// exact must, and the others are trimmed by Normal where they may be.
func parseRow(raw func(string) string) (d Decision, err error) {
	cell := func(name string) string { return strings.TrimSpace(raw(name)) }
	d = Decision{Coder: cell("coder"), Role: Role(cell("role")), Verb: Verb(cell("verb")), Slot: cell("slot"), Value: raw("value"), Was: raw("was"),
		Article: cell("article"), Exact: raw("exact"), Undoes: cell("undoes"), Reason: raw("reason")}
	if d.At, err = time.Parse(timeForm, cell("at")); err != nil {
		return d, fmt.Errorf("at %q is not a time; write it as 2031-05-04T09:30:00Z", cell("at"))
	}
	for _, x := range []struct {
		name string
		id   *record.ID
	}{{"fact", &d.Fact}, {"other", &d.Other}} {
		if err := x.id.UnmarshalText([]byte(cell(x.name))); err != nil {
			return d, fmt.Errorf("%s: %w", x.name, err)
		}
	}
	for _, x := range []struct {
		name string
		n    *int
	}{{"start", &d.Start}, {"end", &d.End}} {
		if v := cell(x.name); v != "" {
			if *x.n, err = strconv.Atoi(v); err != nil {
				return d, fmt.Errorf("%s %q is not a number", x.name, v)
			}
		}
	}
	d = d.Normal()
	if err := d.Check(); err != nil {
		return d, err
	}
	if id := cell("id"); id != "" && id != d.ID() {
		return d, fmt.Errorf("its id is %s and not %s: it has been changed; clear the cell to take it as a new decision", d.ID(), id)
	}
	return d, nil
}

// skipMark leaves out the byte-order mark that spreadsheets write.
func skipMark(r io.Reader) io.Reader {
	head := make([]byte, 3)
	n, err := io.ReadFull(r, head)
	if n == 3 && string(head) == "\ufeff" {
		return r
	}
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return io.MultiReader(strings.NewReader(string(head[:n])), failing{err})
	}
	return io.MultiReader(strings.NewReader(string(head[:n])), r)
}

// failing gives back the error met while looking ahead.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
