package export

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// export writes the invented record in a format.
func export(t testing.TB, name string, opt Options) ([]byte, Report) {
	t.Helper()
	f, err := Find(name)
	if err != nil {
		t.Fatal(err)
	}
	if opt.Lexicon == nil {
		opt.Lexicon = testLexicon(t)
	}
	opt.Version = "0-test"
	var b bytes.Buffer
	r, err := f.Write(context.Background(), &b, invented(t), opt)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.Bytes(), r
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata/golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what it was (go test -update writes it anew):\n%s", path, firstDifference(string(want), string(got)))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		a, b := "", ""
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return "was  " + a + "\nis   " + b
		}
	}
	return ""
}

// unzip gives the files of a bundle by name.
func unzip(t testing.TB, b []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return out
}

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		switch {
		case f.Name == "csv":
			b, _ := export(t, f.Name, Options{})
			for name, file := range unzip(t, b) {
				golden(t, "csv/"+name, file)
			}
		case !f.Binary:
			b, _ := export(t, f.Name, Options{})
			golden(t, f.Name+f.Ext, b)
		}
	}
}

// Twice the same record is twice the same bytes, binary formats too.
func TestDeterministic(t *testing.T) {
	for _, f := range Formats() {
		if f.Name == "sqlite" {
			continue // the shelf is no database; the command's tests copy one
		}
		a, _ := export(t, f.Name, Options{})
		b, _ := export(t, f.Name, Options{})
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs from one run to the next", f.Name)
		}
	}
}
