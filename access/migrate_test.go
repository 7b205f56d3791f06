package access

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Every schema that was ever released has a file in testdata, made by the
// program of its time: huda (admin) and زين (coder, locked), both with the
// password in good, a token of huda's, six lines of the log. Each opens today
// with all of it.
func TestMigrations(t *testing.T) {
	files, err := fs.ReadDir(migrations, "schema")
	if err != nil {
		t.Fatal(err)
	}
	for version := 1; version <= len(files); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			a := openAt(t, unzipped(t, filepath.Join("testdata", fmt.Sprintf("%04d.db.gz", version))), false)
			var v int
			if err := a.sql.QueryRow("PRAGMA user_version").Scan(&v); err != nil || v != len(files) {
				t.Errorf("schema %d, %v", v, err)
			}
			users, err := a.List(t.Context())
			if err != nil || len(users) != 2 || users[0].Name != "huda" || users[0].Role != Admin || !users[1].Locked {
				t.Fatalf("%+v, %v", users, err)
			}
			a.hasher.cost = cost{64, 1, 1}
			if _, _, err := a.Login(t.Context(), "huda", good, "", ""); err != nil {
				t.Error(err)
			}
			if tokens, err := a.Tokens(t.Context(), "huda"); err != nil || len(tokens) != 1 || tokens[0].Label != "notebook" {
				t.Errorf("%+v, %v", tokens, err)
			}
			if lines, err := a.Lines(t.Context(), LogQuery{}); err != nil || len(lines) != 7 {
				t.Errorf("%d lines, %v", len(lines), err)
			}
		})
	}
}

func unzipped(t *testing.T, name string) string {
	t.Helper()
	in, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.accounts.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
