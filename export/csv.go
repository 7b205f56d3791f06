package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// byteOrderMark at the start of a file makes Excel read it as UTF-8.
const byteOrderMark = "\ufeff"

func writeCSV(j *job, create creator) error {
	for _, t := range tables() {
		w, err := create(t.name + ".csv")
		if err != nil {
			return err
		}
		if err := j.csv(w, t); err != nil {
			w.Close()
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
	}
	return nil
}

// csv writes one table as RFC 4180 has it.
func (j *job) csv(w io.Writer, t table) error {
	c, err := j.newCSV(w)
	if err != nil {
		return err
	}
	head := make([]string, len(t.cols))
	for i, col := range t.cols {
		head[i] = col.name
	}
	if err := c.Write(head); err != nil {
		return err
	}
	row := make([]string, len(t.cols))
	err = t.rows(j, func(cells ...any) error {
		for i, v := range cells {
			row[i] = j.cell(v)
		}
		j.report.Written++
		return c.Write(row)
	})
	if err != nil {
		return err
	}
	c.Flush()
	return c.Error()
}

// newCSV begins a CSV file as the options ask for.
func (j *job) newCSV(w io.Writer) (*csv.Writer, error) {
	c := csv.NewWriter(w)
	if j.opt.Excel {
		c.UseCRLF = true
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// cell is a value as text; what is not known is empty.
func (j *job) cell(v any) string {
	switch v := v.(type) {
	case string:
		return j.harmless(v)
	case []string:
		return j.harmless(joined(v))
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return number(v)
	}
	return ""
}

// number is a number as short as it can be told, without an exponent.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// harmless puts an apostrophe before words that a spreadsheet would take for a
// formula: articles are anybody's words. Only Options.Excel asks for it.
func (j *job) harmless(s string) string {
	if j.opt.Excel && s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
