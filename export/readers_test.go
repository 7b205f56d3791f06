package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// readCSV reads a file of csv as Go does and gives its rows as text.
func readCSV(t *testing.T, b []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// csvTables are the tables as the CSV files have them, by name.
func csvTables(t *testing.T) map[string][][]string {
	b, _ := export(t, "csv", Options{})
	out := map[string][][]string{}
	for name, file := range unzip(t, b) {
		out[strings.TrimSuffix(name, ".csv")] = readCSV(t, file)
	}
	return out
}

func TestCSVHasEveryTable(t *testing.T) {
	got := csvTables(t)
	for _, tab := range tables() {
		rows := got[tab.name]
		if len(rows) < 2 {
			t.Errorf("%s: %d rows", tab.name, len(rows))
			continue
		}
		for i, c := range tab.cols {
			if rows[0][i] != c.name {
				t.Errorf("%s: column %d is %q, want %q", tab.name, i, rows[0][i], c.name)
			}
		}
	}
}

// The quotation of each piece of evidence is what stands at its place.
func TestEvidenceStandsWhereItSays(t *testing.T) {
	s := invented(t)
	rows := csvTables(t)["evidence"]
	for _, r := range rows[1:] {
		src := []rune(s.readings[r[2]].Text)
		var a, b int
		fmt.Sscan(r[5], &a)
		fmt.Sscan(r[6], &b)
		if got := string(src[a:b]); got != r[7] {
			t.Errorf("%s: %q stands at %d to %d, want %q", r[0], got, a, b, r[7])
		}
		if whole := r[8] + r[7] + r[9]; !strings.Contains(string(src), whole) {
			t.Errorf("%s: %q is not in the article", r[0], whole)
		}
	}
}

func TestCSVForExcel(t *testing.T) {
	b, _ := export(t, "csv", Options{Excel: true})
	for name, file := range unzip(t, b) {
		rest, ok := bytes.CutPrefix(file, []byte(byteOrderMark))
		if !ok {
			t.Errorf("%s has no byte-order mark", name)
		}
		if !bytes.Contains(rest, []byte("\r\n")) {
			t.Errorf("%s has no CRLF", name)
		}
		for _, row := range readCSV(t, rest) {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
					t.Errorf("%s: Excel would compute %q", name, cell)
				}
			}
		}
	}
}

func TestHarmless(t *testing.T) {
	excel, plain := &job{opt: Options{Excel: true}}, &job{}
	for in, want := range map[string]string{"=1+1": "'=1+1", "+7": "'+7", "-x": "'-x", "@a": "'@a", "\t=1": "'\t=1", "قال": "قال", "": "", "1-2": "1-2"} {
		if got := excel.harmless(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
		if got := plain.harmless(in); got != in {
			t.Errorf("without Excel %q becomes %q", in, got)
		}
	}
	if got := excel.cell(float64(-12.5)); got != "-12.5" {
		t.Errorf("a number becomes %q", got)
	}
}

func TestXLSX(t *testing.T) {
	b, _ := export(t, "xlsx", Options{})
	book, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	want := csvTables(t)
	for _, tab := range tables() {
		view, err := book.GetSheetView(tab.name, 0)
		if err != nil {
			t.Fatal(err)
		}
		if view.RightToLeft == nil || !*view.RightToLeft {
			t.Errorf("%s does not run from right to left", tab.name)
		}
		panes, err := book.GetPanes(tab.name)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the header does not stay: %+v, %v", tab.name, panes, err)
		}
		rows, err := book.GetRows(tab.name)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != len(want[tab.name]) {
			t.Errorf("%s: %d rows, want %d", tab.name, len(rows), len(want[tab.name]))
		}
		for i, row := range rows {
			for k, cell := range want[tab.name][i] {
				if got := at0(row, k); got != cell {
					t.Errorf("%s row %d column %d: %q, want %q", tab.name, i, k, got, cell)
				}
			}
		}
	}
}

func at0(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}

func TestXLSXInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here: soffice is not on the path")
	}
	dir := t.TempDir()
	b, _ := export(t, "xlsx", Options{})
	path := filepath.Join(dir, "record.xlsx")
	if err := os.WriteFile(path, b, 0o666); err != nil {
		t.Fatal(err)
	}
	// Sheet 3 is that of the participants; filter 44,34,76: comma, quote, UTF-8.
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/home", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3", "--outdir", dir, path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("LibreOffice cannot convert here: %v: %s", err, out)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(found) != 1 {
		t.Skipf("LibreOffice has converted nothing: %v", found)
	}
	got, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	if rows, want := readCSV(t, got), csvTables(t)["participants"]; !slices.EqualFunc(rows, want, slices.Equal[[]string]) {
		t.Errorf("LibreOffice reads\n%q\nwant\n%q", rows, want)
	}
}

func TestCellText(t *testing.T) {
	if got := cellText("قال\x00\x0b نعم\nثم"); got != "قال نعم\nثم" {
		t.Errorf("controls: %q", got)
	}
	long := strings.Repeat("ك", 40_000)
	if got := cellText(long).(string); len([]rune(got)) != cellUnits || !strings.HasSuffix(got, "…") {
		t.Errorf("%d letters are left", len([]rune(got)))
	}
	if cellText("") != nil {
		t.Error("an empty cell is written")
	}
}

func TestParquet(t *testing.T) {
	b, _ := export(t, "parquet", Options{})
	files := unzip(t, b)
	want := csvTables(t)
	for _, tab := range tables() {
		file := files[tab.name+".parquet"]
		f, err := parquet.OpenFile(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatalf("%s: %v", tab.name, err)
		}
		for i, c := range f.Schema().Fields() {
			if c.Name() != tab.cols[i].name {
				t.Errorf("%s: column %d is %s, want %s", tab.name, i, c.Name(), tab.cols[i].name)
			}
		}
		rows, err := parquet.Read[any](bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatalf("%s: %v", tab.name, err)
		}
		if len(rows) != len(want[tab.name])-1 {
			t.Errorf("%s: %d rows, want %d", tab.name, len(rows), len(want[tab.name])-1)
		}
		for i, row := range rows {
			m := row.(map[string]any)
			for k, c := range tab.cols {
				if got, want := parquetCell(m[c.name]), want[tab.name][i+1][k]; got != want {
					t.Errorf("%s row %d %s: %q, want %q", tab.name, i, c.name, got, want)
				}
			}
		}
	}
}

// parquetCell is a value as the CSV has it.
func parquetCell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []byte:
		return string(v)
	case []any:
		var items []string
		for _, x := range v {
			items = append(items, parquetCell(x))
		}
		return joined(items)
	case []string:
		return joined(v)
	case float64:
		return number(v)
	case map[string]any: // the inside of a list
		for _, k := range []string{"list", "element"} {
			if x, ok := v[k]; ok {
				return parquetCell(x)
			}
		}
	}
	return fmt.Sprint(v)
}

// lines decodes a file of JSON lines.
func lines(t *testing.T, b []byte) []map[string]any {
	t.Helper()
	var out []map[string]any
	sc := bufio.NewScanner(bytes.NewReader(b))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var m map[string]any
		if err := json.Unmarshal(sc.Bytes(), &m); err != nil {
			t.Fatalf("%v: %s", err, sc.Bytes())
		}
		out = append(out, m)
	}
	return out
}

func TestJSONLines(t *testing.T) {
	b, r := export(t, "json", Options{})
	got := lines(t, b)
	if len(got) != r.Written || len(got) == 0 {
		t.Errorf("%d lines, %d reported", len(got), r.Written)
	}
	for _, l := range got {
		if l["schema"] != FactSchema {
			t.Errorf("schema %v", l["schema"])
		}
	}
}

func TestPolecatColumns(t *testing.T) {
	b, _ := export(t, "polecat-tsv", Options{})
	rows := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	if len(rows) < 5 {
		t.Fatalf("%d rows", len(rows))
	}
	r := csv.NewReader(bytes.NewReader(b)) // as its users read it
	r.Comma = '\t'
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range all {
		if len(row) != 40 {
			t.Errorf("row %d has %d columns", i, len(row))
		}
		if slices.Contains(row, "") {
			t.Errorf("row %d has an empty cell: %q", i, row)
		}
	}
	if len(all) != len(rows) {
		t.Errorf("%d rows, %d lines", len(all), len(rows))
	}
}

func TestLayouts(t *testing.T) {
	for name, header := range map[string]string{"acled": acledColumns, "ged": gedColumns, "ethprio": ethprioColumns} {
		b, r := export(t, name, Options{})
		rows := readCSV(t, b)
		if got := strings.Join(rows[0], " "); got != header {
			t.Errorf("%s: header %s", name, got)
		}
		if len(rows)-1 != r.Written || r.Written == 0 {
			t.Errorf("%s: %d rows, %d reported", name, len(rows)-1, r.Written)
		}
	}
}

// A record that breaks off is an error, and a folder is then left as it was.
func TestBrokenRecord(t *testing.T) {
	src := broken{invented(t)}
	for _, f := range Formats() {
		if f.Name == "sqlite" {
			continue
		}
		if _, err := f.Write(context.Background(), io.Discard, src, Options{}); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	dir := t.TempDir()
	f, err := Find("csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteFolder(context.Background(), dir, src, Options{}); !errors.Is(err, errBroken) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("the folder holds %v", left)
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	f, err := Find("csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(other, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a second time over the first
		if _, err := f.WriteFolder(context.Background(), dir, invented(t), Options{}); err != nil {
			t.Fatal(err)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != len(tables())+1 {
		t.Errorf("%v, %v", files, err)
	}
	if b, err := os.ReadFile(other); err != nil || string(b) != "mine" {
		t.Error("a file that was there is gone")
	}
}

func TestFull(t *testing.T) {
	for _, f := range Formats() {
		if f.Name == "sqlite" || f.Name == "xlsx" {
			continue
		}
		if _, err := f.Write(context.Background(), full{}, invented(t), Options{}); err == nil {
			t.Errorf("%s: a full disk is no error", f.Name)
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }
