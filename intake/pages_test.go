package intake

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSavedPages measures pages of real sites, where they are at hand.
func TestSavedPages(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "conformance", "pages")
	raw, err := os.ReadFile(filepath.Join(dir, "index.json"))
	if err != nil {
		t.Skip("saved pages are not at hand:", err)
	}
	var index map[string]struct{ URL, Published string }
	if err := json.Unmarshal(raw, &index); err != nil {
		t.Fatal(err)
	}
	for name, want := range index {
		docs, rep := collect(t, Options{}, filepath.Join(dir, name))
		if len(docs) != 1 {
			t.Errorf("%s: %v", name, rep.Refusals)
			continue
		}
		if d := docs[0]; d.Published.Day() != want.Published || d.Source.Canonical != want.URL {
			t.Errorf("%s: published %q, want %s; canonical %s", name, d.Published.EDTF, want.Published, d.Source.Canonical)
		}
	}
	expected, err := os.ReadFile(filepath.Join(dir, "arabic_article.expected.txt"))
	if err != nil {
		t.Skip("no expected text:", err)
	}
	docs, _ := collect(t, Options{}, filepath.Join(dir, "arabic_article.html"))
	if len(docs) != 1 {
		t.Fatal("arabic_article.html is not read")
	}
	if f1 := wordF1(docs[0].Text, string(expected)); f1 < 0.95 {
		t.Errorf("arabic_article.html: word F1 %.3f", f1)
	}
}

func wordF1(got, want string) float64 {
	left := map[string]int{}
	for _, w := range strings.Fields(want) {
		left[w]++
	}
	hit, n := 0, 0
	for _, w := range strings.Fields(got) {
		n++
		if left[w] > 0 {
			left[w]--
			hit++
		}
	}
	return 2 * float64(hit) / float64(n+len(strings.Fields(want)))
}
