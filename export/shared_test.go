package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"mahdar/intake"
	"mahdar/read"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

// TestSampleArticles writes the record of the sample articles, as they are read,
// in every format, and reads each with its usual reader.
func TestSampleArticles(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "corpus", "sample")
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skipf("the sample articles are not here: %s", dir)
	}
	lex := testLexicon(t)
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = intake.One(t.Context(), path, "text/plain; charset=utf-8", raw, text.Source{Path: filepath.Base(path)}, intake.Options{}, func(doc *text.Document) error {
			p, err := store.Pack(doc, read.Article(doc, lex), "test")
			if err != nil {
				return err
			}
			_, err = db.Add(t.Context(), []*store.Parcel{p})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			var b bytes.Buffer
			r, err := f.Write(t.Context(), &b, db, Options{Lexicon: lex, Version: "0-test"})
			if err != nil {
				t.Fatal(err)
			}
			if r.Written == 0 && f.Name != "ged" { // which needs deaths
				t.Error("nothing is written")
			}
			parse(t, f, b.Bytes())
		})
	}
}

// parse reads a file of a format as its users would.
func parse(t *testing.T, f Format, b []byte) {
	t.Helper()
	switch f.Name {
	case "json", "plover", "ftm":
		lines(t, b)
	case "csv":
		for _, file := range unzip(t, b) {
			readCSV(t, file)
		}
	case "acled", "ged", "ethprio":
		readCSV(t, b)
	case "polecat-tsv":
		r := csv.NewReader(bytes.NewReader(b))
		r.Comma, r.FieldsPerRecord = '\t', 40
		rows, err := r.ReadAll()
		if err != nil || len(rows) != strings.Count(string(b), "\n") {
			t.Errorf("%d rows, %v", len(rows), err)
		}
	case "xlsx":
		book, err := excelize.OpenReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		for _, tab := range tables() {
			if rows, err := book.GetRows(tab.name); err != nil || len(rows) == 0 {
				t.Errorf("%s: %d rows, %v", tab.name, len(rows), err)
			}
		}
	case "parquet":
		for name, file := range unzip(t, b) {
			if _, err := parquet.Read[any](bytes.NewReader(file), int64(len(file))); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	case "sqlite":
		path := filepath.Join(t.TempDir(), "copy.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := sqlite.Open(t.Context(), path, sqlite.Existing)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := db.Counts(t.Context()); err != nil || c.Articles == 0 {
			t.Errorf("%+v, %v", c, err)
		}
		db.Close()
	case "timelinejs", "geojson":
		if !json.Valid(b) {
			t.Error("is no JSON")
		}
	case "ical":
		readICal(t, b)
	case "web-annotation", "jsonld":
		quads(t, b)
	default:
		t.Errorf("nothing here reads %s", f.Name)
	}
}
