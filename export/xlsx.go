package export

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// What a sheet and a cell of XLSX can hold; see Excel's specifications and limits.
const (
	sheetRows = 1 << 20
	cellUnits = 32767 // UTF-16 units
)

// writeXLSX writes each table as a sheet from right to left whose header stays.
func writeXLSX(j *job, w io.Writer) error {
	book := excelize.NewFile()
	defer book.Close()
	head, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Color: []string{"E8E8E8"}, Pattern: 1}})
	if err != nil {
		return err
	}
	var sheets []*sheet
	for i, t := range tables() {
		if i == 0 {
			err = book.SetSheetName("Sheet1", t.name)
		} else {
			_, err = book.NewSheet(t.name)
		}
		if err != nil {
			return err
		}
		s := &sheet{book: book, table: t, head: head}
		if err := s.begin(t.name); err != nil {
			return err
		}
		sheets = append(sheets, s)
	}
	if err := j.tables(func(table int, cells []any) error { return sheets[table].put(cells) }); err != nil {
		return err
	}
	for _, s := range sheets {
		if err := s.stream.Flush(); err != nil {
			return err
		}
	}
	return repack(w, book)
}

// repack writes a workbook with its parts in one order always: the library
// writes the sheets in that of a map.
func repack(w io.Writer, book *excelize.File) error {
	f, err := os.CreateTemp("", "mahdar-*.xlsx")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if err := book.Write(f); err != nil {
		return err
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	in, err := zip.NewReader(f, size)
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int {
		return cmp.Or(cmp.Compare(partRank(a.Name), partRank(b.Name)), strings.Compare(a.Name, b.Name))
	})
	out := zip.NewWriter(w)
	for _, part := range in.File {
		h := part.FileHeader
		raw, err := part.OpenRaw()
		if err != nil {
			return err
		}
		to, err := out.CreateRaw(&h)
		if err != nil {
			return err
		}
		if _, err := io.Copy(to, raw); err != nil {
			return err
		}
	}
	return out.Close()
}

// partRank puts the list of parts first, where readers of streams look for it.
func partRank(name string) int {
	switch {
	case name == "[Content_Types].xml":
		return 0
	case strings.HasPrefix(name, "_rels/"):
		return 1
	}
	return 2
}

// sheet writes a table row by row and goes on in a further sheet where one is full.
type sheet struct {
	book   *excelize.File
	table  table
	head   int // style of the header
	stream *excelize.StreamWriter
	row    int // of the sheet, from 1
	number int // of the table's sheets
}

func (s *sheet) begin(name string) error {
	yes := true
	s.number++
	if err := s.book.SetSheetView(name, 0, &excelize.ViewOptions{RightToLeft: &yes}); err != nil {
		return err
	}
	w, err := s.book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	s.stream, s.row = w, 1
	for i, c := range s.table.cols {
		if err := w.SetColWidth(i+1, i+1, width(c)); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	cells := make([]any, len(s.table.cols))
	for i, c := range s.table.cols {
		cells[i] = excelize.Cell{StyleID: s.head, Value: c.name}
	}
	return w.SetRow("A1", cells)
}

// width is how many characters of a column are shown.
func width(c column) float64 {
	switch c.name {
	case "quote", "content", "exact", "sentence", "title", "prefix", "suffix", "reason":
		return 60
	case "id", "fact_id", "meeting_id", "about", "speaker_id", "target_id", "by_id", "to_id", "of_id", "actor_id":
		return 16
	}
	if c.kind == intCol || c.kind == numCol {
		return 11
	}
	return 22
}

func (s *sheet) put(cells []any) error {
	if s.row == sheetRows {
		if err := s.stream.Flush(); err != nil {
			return err
		}
		name := fmt.Sprintf("%s %d", s.table.name, s.number+1)
		if _, err := s.book.NewSheet(name); err != nil {
			return err
		}
		if err := s.begin(name); err != nil {
			return err
		}
	}
	s.row++
	row := make([]any, len(cells))
	for i, v := range cells {
		switch v := v.(type) {
		case []string:
			row[i] = cellText(joined(v))
		case string:
			row[i] = cellText(v)
		default:
			row[i] = v
		}
	}
	at, err := excelize.CoordinatesToCellName(1, s.row)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, row)
}

// cellText is words as a cell can hold them, nil for none: without the controls
// that XML cannot carry, and cut where they are too long.
func cellText(s string) any {
	if s == "" {
		return nil
	}
	s = strings.Map(xmlRune, s)
	if len(s) > cellUnits {
		units := 0
		for i, r := range s {
			if units += utf16.RuneLen(r); units > cellUnits-1 {
				return s[:i] + "…"
			}
		}
	}
	return s
}

// xmlRune drops what XML 1.0 cannot carry.
func xmlRune(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
		return -1
	}
	return r
}
