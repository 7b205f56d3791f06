package export

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
)

// byteOrderMark at the start of a file makes Excel read it as UTF-8.
const byteOrderMark = "\ufeff"

// writeCSV writes each table as a file, as RFC 4180 has it.
func writeCSV(j *job, create creator) error {
	var files []*csv.Writer
	for _, t := range tables() {
		w, err := create(t.name + ".csv")
		if err != nil {
			return err
		}
		c, err := j.newCSV(w)
		if err != nil {
			return err
		}
		if err := c.Write(names(t.cols)); err != nil {
			return err
		}
		files = append(files, c)
	}
	var row []string
	err := j.tables(func(table int, cells []any) error {
		row = row[:0]
		for _, v := range cells {
			row = append(row, j.cell(v))
		}
		return files[table].Write(row)
	})
	for _, c := range files {
		c.Flush()
		err = errors.Join(err, c.Error())
	}
	return err
}

func names(cols []column) []string {
	out := make([]string, len(cols))
	for i, c := range cols {
		out[i] = c.name
	}
	return out
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
