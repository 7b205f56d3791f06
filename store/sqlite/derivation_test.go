package sqlite

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/fact"
	"mahdar/store"
	"mahdar/store/storetest"
)

// TestDerivation holds that whoever changes what follows from a reading (ids,
// traits, claims, clues, or the form in which they are kept) raises derivation,
// without which records that are there already would go on with the old. Files
// of testdata/readings are readings as they were once made; a change of the
// reader does not touch them.
func TestDerivation(t *testing.T) {
	h := sha256.New()
	derive := func(r *fact.Reading) {
		d := store.Derive(r, nil)
		for _, v := range []any{d.Findings, d.Traits, d.Clues} {
			b, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			h.Write(b)
		}
		for i := range d.Claims {
			h.Write(d.Claims[i].Encode())
		}
		h.Write(d.Keys)
		h.Write(d.Bodies)
	}
	for i := range 20 {
		_, r := storetest.Generated(i)
		derive(r)
	}
	for _, r := range keptReadings(t) {
		derive(r)
	}
	name := filepath.Join("testdata", "derivation.txt")
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%s %x\n", derivation, h.Sum(nil)); got != string(want) {
		t.Errorf("what follows from a reading has changed: raise derivation in open.go (it is %s), unless that is done already, and write to %s:\n%s", derivation, name, got)
	}
}

func keptReadings(t *testing.T) []*fact.Reading {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", "readings", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatal("no readings in testdata/readings: ", err)
	}
	var out []*fact.Reading
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := fact.Unmarshal([]byte(strings.TrimSpace(string(b))))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out = append(out, r)
	}
	return out
}
