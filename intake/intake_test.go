package intake

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mahdar/text"
)

const article = "الطرفان يعلنان هدنة في وادي القمر\n\nقال المتحدث باسم الوفد سالم الأحمر إن الجولة الثالثة من محادثات قمرية ستنطلق يوم الاثنين في مدينة النجم. وأضاف أن الطرفين ملتزمان بالهدنة التي أعلنت الأسبوع الماضي.\n"

// collect walks paths and returns the documents.
func collect(t *testing.T, opt Options, paths ...string) ([]*text.Document, Report) {
	t.Helper()
	var docs []*text.Document
	rep, err := Walk(context.Background(), paths, opt, func(d *text.Document) error { docs = append(docs, d); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return docs, rep
}

// write puts files into a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWalkFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"a.txt": article, "a.meta.json": `{"published": "2031-05-04", "outlet": null, "url": "https://example.org/a"}`, "a.gold.json": "{}",
		"b/c.txt": "\ufeff" + article, "b/.hidden.txt": article, "b/c_files/x.txt": "x", "b/pic.png": "\x89PNG...",
		"bad/empty.txt": "", "bad/blank.txt": " \n\u00a0\n", "bad/english.txt": "Talks were held in the capital on Monday.", "bad/bin.txt": "\x00\x01\x02\x03\x04\x00\x00 abc",
	})
	docs, rep := collect(t, Options{}, dir)
	if len(docs) != 2 || rep.Articles != 2 {
		t.Fatalf("%d documents, want 2", len(docs))
	}
	a, c := docs[0], docs[1]
	if a.Text != article || a.Raw != nil || a.Published.EDTF != "2031-05-04" || a.Published.Basis != text.Given || a.Source.URL != "https://example.org/a" || a.Source.Format != "text" {
		t.Errorf("a: %+v", a.Source)
	}
	if c.Text != article || c.Raw == nil || c.Published.Basis != text.Unknown {
		t.Errorf("c: mark not taken off, or %+v", c.Published)
	}
	if a.Source.SHA256 == c.Source.SHA256 || len(a.Source.SHA256) != 64 {
		t.Error("hashes are not of the raw bytes")
	}
	for why, want := range map[Reason]int{Empty: 2, NotArabic: 1, Binary: 1} {
		if rep.Refused[why] != want {
			t.Errorf("%s: %d refused, want %d", why, rep.Refused[why], want)
		}
	}
}

func TestRefusals(t *testing.T) {
	dir := write(t, map[string]string{"big.txt": strings.Repeat(article, 50), "doc.pdf": "%PDF-1.4 ...", "sub/.keep": "", "ok.txt": article, "ok.meta.json": `{"published": "soon"}`})
	for _, c := range []struct {
		path string
		why  Reason
		word string
	}{
		{"none.txt", Missing, "no such file"}, {"big.txt", TooLarge, "--max-article"}, {"doc.pdf", Binary, "PDF"}, {"sub", NoArticles, "no article"}, {"ok.txt", Malformed, "sidecar"},
	} {
		_, rep := collect(t, Options{MaxArticle: 8 << 10}, filepath.Join(dir, c.path))
		if rep.Refused[c.why] != 1 || !strings.Contains(rep.Refusals[0].Error(), c.word) || !strings.Contains(rep.Refusals[0].Error(), c.path) {
			t.Errorf("%s: %v %v", c.path, rep.Refused, rep.Refusals)
		}
	}
}

func TestStdin(t *testing.T) {
	docs, _ := collect(t, Options{Stdin: strings.NewReader(article), Published: "2031-05-04"}, "-")
	if len(docs) != 1 || docs[0].Source.Path != "-" || docs[0].Published.EDTF != "2031-05-04" {
		t.Fatalf("%+v", docs)
	}
	_, rep := collect(t, Options{Stdin: strings.NewReader("")}, "-")
	if rep.Failed() != 1 || rep.Refusals[0].Error() != "standard input: is empty; save or fetch it again, or leave it out" {
		t.Fatalf("%v", rep.Refusals)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	dir := write(t, map[string]string{"a.txt": article, "b.txt": article})
	n := 0
	_, err := Walk(ctx, []string{dir}, Options{}, func(*text.Document) error { n++; cancel(); return nil })
	if err != context.Canceled || n != 1 {
		t.Fatalf("%d documents, error %v", n, err)
	}
}
