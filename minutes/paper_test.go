package minutes_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

// paperRecord is the record of the golden tests, kept in memory.
func paperRecord(t *testing.T) *sqlite.DB {
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var parcels []*store.Parcel
	for _, a := range readings(t) {
		p, err := store.Pack(a.doc, a.Reading, "test")
		if err != nil {
			t.Fatal(err)
		}
		parcels = append(parcels, p)
	}
	if _, err := db.Add(t.Context(), parcels); err != nil {
		t.Fatal(err)
	}
	return db
}

func talksName(_ string, l minutes.Lang) string {
	return map[minutes.Lang]string{minutes.Arabic: "محادثات مرساة", minutes.English: "Marsa talks"}[l]
}

// quarrelling is a record with a disagreement of the test's own.
type quarrelling struct {
	*sqlite.DB
	quarrel *record.Disagreement
	about   string
}

func (q quarrelling) Disagreements(_ context.Context, s store.Query) iter.Seq2[*record.Disagreement, error] {
	return func(yield func(*record.Disagreement, error) bool) {
		if s.Process != nil && *s.Process == q.about {
			yield(q.quarrel, nil)
		}
	}
}

// quarrel is the record with two articles that differ about the dead.
func quarrel(t *testing.T) quarrelling {
	all := readings(t)
	claim := func(a article, show, words string) record.Claim {
		at := a.at(words)
		return record.Claim{Slot: record.SlotFigure, Show: show, Value: show, Article: a.ID, Day: a.Published.Day(), Span: text.Span{Start: at.Start, End: at.End}}
	}
	return quarrelling{paperRecord(t), &record.Disagreement{Slot: record.SlotFigure, Type: "differs", Positions: []record.Position{
		{Value: "6", Show: "6", Claims: []record.Claim{claim(all[0], "6", "ستة")}},
		{Value: "8..10", Show: "8..10", Claims: []record.Claim{claim(all[1], "8..10", "ما بين ثمانية وعشرة")}}}}, "marsa"}
}

func TestHTMLGolden(t *testing.T) {
	src := quarrel(t)
	for file, lang := range map[string]minutes.Lang{"minutes.ar.html": minutes.Arabic, "minutes.en.html": minutes.English} {
		var got strings.Builder
		if err := minutes.HTML(t.Context(), &got, src, minutes.Options{Lang: lang, ProcessName: talksName}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", file)
		if *update {
			if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got.String() != string(want) {
			t.Errorf("%s differs; look at the difference after: go test ./minutes -update\n%s", file, got.String())
		}
	}
}

// The page asks for nothing, every note that is called is there and calls back.
func TestHTMLStandsAlone(t *testing.T) {
	var b strings.Builder
	if err := minutes.HTML(t.Context(), &b, quarrel(t), minutes.Options{Lang: minutes.Arabic}); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	ids, calls, tables := map[string]bool{}, []string{}, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "img", "link", "iframe":
			t.Errorf("the page has a <%s>", n.Data)
		case "table":
			tables++
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if ids[a.Val] {
					t.Errorf("two things are called %s", a.Val)
				}
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				calls = append(calls, a.Val[1:])
			}
		}
	}
	for _, c := range calls {
		if !ids[c] {
			t.Errorf("#%s leads nowhere", c)
		}
	}
	if len(calls) < 10 || tables < 4 {
		t.Errorf("%d calls, %d tables", len(calls), tables)
	}
}

// Words of articles are words, whatever they hold.
func TestPaperIsHarmless(t *testing.T) {
	a := newArticle(t, "<b>.txt", `"><script>`, "2031-05-05", "عنوان <script>alert(1)</script> & \x0b\u202e\nقال سالم <img src=x onerror=alert(1)> ثم سكت.")
	a.Source.URL, a.doc.Source.URL = "javascript:alert(1)", "javascript:alert(1)"
	a.Statements = readings(t)[2].Statements[:0]
	a.Statements = append(a.Statements, readings(t)[0].Statements[0])
	a.Statements[0].Content, a.Statements[0].Speaker = a.all("<img src=x onerror=alert(1)> ثم سكت"), a.at("سالم")
	a.Statements[0].Name = "<i>سالم"
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	p, err := store.Pack(a.doc, a.Reading, "test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Add(t.Context(), []*store.Parcel{p}); err != nil {
		t.Fatal(err)
	}
	var page, doc bytes.Buffer
	if err := minutes.HTML(t.Context(), &page, db, minutes.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img", "<i>", "javascript:", "\x0b", "\u202e"} {
		if strings.Contains(page.String(), bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	if err := minutes.DOCX(t.Context(), &doc, db, minutes.Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(docxText(t, doc.Bytes(), "word/document.xml"), "<img src=x onerror=alert(1)> ثم سكت") {
		t.Error("the words are not in the document as they are")
	}
}

// docxText is the words of a part, without marks of direction; the part must be
// well-formed.
func docxText(t *testing.T, b []byte, part string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(part)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := xml.NewDecoder(f)
	var out strings.Builder
	inText := false
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			inText = tok.Name.Local == "t"
		case xml.EndElement:
			inText = false
			if tok.Name.Local == "p" {
				out.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				out.Write(tok)
			}
		}
	}
	return strings.NewReplacer("\u200e", "", "\u200f", "").Replace(out.String())
}

func TestDOCX(t *testing.T) {
	src := quarrel(t)
	for _, lang := range []minutes.Lang{minutes.Arabic, minutes.English} {
		var b, again bytes.Buffer
		for _, w := range []*bytes.Buffer{&b, &again} {
			if err := minutes.DOCX(t.Context(), w, src, minutes.Options{Lang: lang, ProcessName: talksName}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Error("two runs differ")
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if z.File[0].Name != "[Content_Types].xml" {
			t.Errorf("the package begins with %s", z.File[0].Name)
		}
		for _, f := range z.File {
			docxText(t, b.Bytes(), f.Name)
		}
		got := docxText(t, b.Bytes(), "word/document.xml")
		for _, want := range []string{"جبهة الهضبة", "«الجبهة لن تحضر الجولة الثالثة»", map[minutes.Lang]string{minutes.Arabic: "6 – 7 مايو 2031", minutes.English: "6 – 7 May 2031"}[lang], talksName("", lang), minutes.Label(lang, "disagreements"), "«8..10»"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the document lacks %q", lang, want)
			}
		}
		if notes := docxText(t, b.Bytes(), "word/footnotes.xml"); !strings.Contains(notes, "«ما بين ثمانية وعشرة»") || !strings.Contains(notes, "وكالة الأفق") {
			t.Errorf("%s: the footnotes are\n%s", lang, notes)
		}
		doc := part(t, z, "word/document.xml")
		rtl := lang == minutes.Arabic
		for tag, want := range map[string]bool{"<w:bidi/>": rtl, "<w:bidiVisual/>": rtl, "<w:rtl/>": true, "<w:tblHeader/>": true} {
			if strings.Contains(doc, tag) != want {
				t.Errorf("%s: %s is there: %v", lang, tag, !want)
			}
		}
		calls := regexp.MustCompile(`<w:footnoteReference w:id="(\d+)"/>`).FindAllStringSubmatch(doc, -1)
		notes := part(t, z, "word/footnotes.xml")
		seen := map[string]bool{}
		for _, c := range calls {
			if seen[c[1]] || !strings.Contains(notes, `<w:footnote w:id="`+c[1]+`">`) {
				t.Errorf("%s: footnote %s is called twice or not there", lang, c[1])
			}
			seen[c[1]] = true
		}
		if len(calls) == 0 || strings.Count(notes, "<w:footnote ") != len(calls)+2 {
			t.Errorf("%s: %d calls, %d notes", lang, len(calls), strings.Count(notes, "<w:footnote ")-2)
		}
	}
}

func part(t *testing.T, z *zip.Reader, name string) string {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// LibreOffice opens the document, what it reads has the words in order, and it
// lays out pages of it in either frame.
func TestDOCXInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here: soffice is not on the path")
	}
	dir := t.TempDir()
	paths := []string{}
	for _, lang := range []minutes.Lang{minutes.Arabic, minutes.English} {
		var b bytes.Buffer
		if err := minutes.DOCX(t.Context(), &b, quarrel(t), minutes.Options{Lang: lang, ProcessName: talksName}); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, filepath.Join(dir, string(lang)+".docx"))
		if err := os.WriteFile(paths[len(paths)-1], b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, to := range []string{"txt:Text (encoded):UTF8", "pdf"} {
		cmd := exec.Command(office, append([]string{"-env:UserInstallation=file://" + dir + "/home", "--headless", "--convert-to", to, "--outdir", dir}, paths...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("LibreOffice cannot convert here: %v: %s", err, out)
		}
	}
	got, err := os.ReadFile(filepath.Join(dir, "ar.txt"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("LibreOffice has no filter for documents here")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"محادثات مرساة", "«الجبهة لن تحضر الجولة الثالثة»", "جبهة الهضبة"} {
		if !strings.Contains(strings.NewReplacer("\u200e", "", "\u200f", "", "\u2060", "").Replace(string(got)), want) {
			t.Errorf("LibreOffice does not read %q in\n%s", want, got)
		}
	}
	for _, lang := range []string{"ar", "en"} {
		pdf, err := os.ReadFile(filepath.Join(dir, lang+".pdf"))
		if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf, []byte("/Type/Page")) {
			t.Errorf("%s: LibreOffice makes no pages: %v, %d bytes", lang, err, len(pdf))
		}
	}
}

// An empty record is a paper that says so, and a broken one is an error.
func TestPaperOfLittle(t *testing.T) {
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := minutes.HTML(t.Context(), &b, db, minutes.Options{Lang: minutes.English}); err != nil || !strings.Contains(b.String(), "The record holds no facts.") {
		t.Errorf("%v: %s", err, b.String())
	}
	if err := minutes.DOCX(t.Context(), io.Discard, db, minutes.Options{}); err != nil {
		t.Error(err)
	}
	db.Close()
	if err := minutes.HTML(t.Context(), io.Discard, db, minutes.Options{}); err == nil {
		t.Error("a closed record is no error")
	}
}
