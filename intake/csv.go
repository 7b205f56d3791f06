package intake

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// readCSV reads a table with a header line, an article a row. The separator is
// found in the header: comma, semicolon, tab or bar.
func readCSV(w *walk, in *input, r *bufio.Reader) error {
	head, _ := r.Peek(headSize)
	var src io.Reader = r
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		// what Excel calls Unicode text
		src = transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
		br := bufio.NewReader(src)
		head, _ = br.Peek(headSize)
		src = br
	}
	g := &guard{r: src, most: w.opt.MaxArticle + 1<<20}
	cr := csv.NewReader(g)
	cr.Comma, cr.LazyQuotes, cr.FieldsPerRecord, cr.ReuseRecord = separator(head), true, -1, true
	columns, err := header(cr)
	if err != nil {
		return err
	}
	found := 0
	for {
		row, err := cr.Read()
		if err == io.EOF {
			break
		}
		g.reset()
		line, _ := 0, 0
		var pe *csv.ParseError
		switch {
		case errors.As(err, &pe):
			line = pe.Line
		case err != nil:
			return malformed(err, "cannot be read to its end")
		default:
			line, _ = cr.FieldPos(0)
		}
		found++
		c := in.child(fmt.Sprintf("%s:%d", in.path, line), "")
		if pe != nil {
			err = w.refused(c.path, malformed(pe, "is no row of the table"))
		} else {
			err = w.refused(c.path, w.csvRow(c, columns, row))
		}
		if err != nil {
			return err
		}
	}
	if found == 0 {
		return refuse(NoArticles, "", "is a table without rows")
	}
	return nil
}

// separator is the mark that parts the columns of the header line.
func separator(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, sep := range ",;\t|" {
		if n := bytes.Count(line, []byte(string(sep))); n > most {
			best, most = sep, n
		}
	}
	return best
}

// header is the place of each column by its name.
func header(cr *csv.Reader) (map[string]int, error) {
	row, err := cr.Read()
	if err != nil {
		return nil, malformed(err, "has no header line")
	}
	columns := map[string]int{}
	for i, name := range row {
		name, _, derr := decode([]byte(strings.TrimPrefix(name, "\ufeff")), "")
		if derr != nil {
			return nil, derr
		}
		name = strings.TrimSpace(name)
		for _, key := range []string{name, strings.ToLower(name)} {
			if _, ok := columns[key]; !ok && key != "" {
				columns[key] = i
			}
		}
	}
	return columns, nil
}

// csvRow reads one row as an article. Its raw bytes are its fields, written
// again as one row of CSV.
func (w *walk) csvRow(in *input, columns map[string]int, row []string) error {
	var raw bytes.Buffer
	cw := csv.NewWriter(&raw)
	if err := cw.Write(row); err != nil {
		return malformed(err, "is no row of the table")
	}
	cw.Flush()
	// windows-1256 tables: the longest field shows the encoding best, and each field is decoded by itself
	return w.readRecord(in, record{raw: raw.Bytes(), format: "csv", get: func(name string) string {
		i, ok := columns[name]
		if !ok || i >= len(row) {
			return ""
		}
		s, _, err := decode([]byte(row[i]), "")
		if err != nil {
			return ""
		}
		return s
	}})
}
