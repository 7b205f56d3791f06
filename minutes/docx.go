package minutes

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// DOCX writes the whole record as a document for word processors (Office Open
// XML): the same matter as HTML, with real footnotes, page numbers and tables
// whose head comes again on each page. Of an Arabic frame paragraphs, tables and
// pages run from right to left; words of the sources do in any frame.
func DOCX(ctx context.Context, w io.Writer, src Source, opt Options) error {
	p, err := newPaper(ctx, src, opt)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	d := &docx{paper: p}
	for _, part := range d.parts() {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := f.Write(part.body); err != nil {
			return err
		}
	}
	return z.Close()
}

// docx writes the parts of a document.
type docx struct {
	*paper
	b bytes.Buffer
}

type docxPart struct {
	name string
	body []byte
}

// parts are the files of the package, the list of their types first.
func (d *docx) parts() []docxPart {
	xmlPart := func(name, body string) docxPart {
		return docxPart{name, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + body)}
	}
	return []docxPart{
		xmlPart("[Content_Types].xml", docxTypes),
		xmlPart("_rels/.rels", docxRels),
		xmlPart("docProps/core.xml", `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`+
			escape(d.Title)+`</dc:title><dc:creator>mahdar</dc:creator><dc:language>`+string(d.Lang)+`</dc:language></cp:coreProperties>`),
		xmlPart("word/_rels/document.xml.rels", docxDocumentRels),
		xmlPart("word/styles.xml", d.styles()),
		xmlPart("word/settings.xml", docxSettings),
		xmlPart("word/numbering.xml", docxNumbering),
		xmlPart("word/footnotes.xml", d.footnotes()),
		xmlPart("word/footer1.xml", d.footer()),
		xmlPart("word/header1.xml", d.header()),
		xmlPart("word/document.xml", d.document()),
	}
}

// escape is words as XML, without what XML cannot carry.
func escape(s string) string {
	var b strings.Builder
	clean := strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
	if err := xml.EscapeText(&b, []byte(clean)); err != nil {
		return "" // a strings.Builder does not fail
	}
	return b.String()
}

func (d *docx) f(format string, a ...any) { fmt.Fprintf(&d.b, format, a...) }

// take gives what was written since the last time.
func (d *docx) take() string {
	s := d.b.String()
	d.b.Reset()
	return s
}

func (d *docx) rtl() bool { return d.Lang == Arabic }

// bidi is s in a frame that runs from right to left.
func (d *docx) bidi(s string) string {
	if d.rtl() {
		return s
	}
	return ""
}

func (d *docx) document() string {
	d.f(`<w:document xmlns:w="%s" xmlns:r="%s"><w:body>`, wordSpace, relSpace)
	for i, b := range d.Blocks {
		d.block(b, i)
	}
	d.sources()
	d.f(`<w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1021" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/>%s</w:sectPr></w:body></w:document>`, d.bidi(`<w:bidi/>`))
	return d.take()
}

func (d *docx) block(b block, i int) {
	switch {
	case b.Level > 0:
		d.paragraph("Heading"+strconv.Itoa(b.Level), b.Para)
	case b.Items != nil:
		for _, it := range b.Items {
			d.paragraph("ListBullet", it)
		}
	case b.Table != nil:
		d.table(b.Table)
	case b.Faint:
		d.paragraph("Faint", b.Para)
	default:
		style := ""
		if next := i + 1; next < len(d.Blocks) && d.Blocks[next].Items != nil {
			style = "Speaker" // stays with what is said
		}
		d.paragraph(style, b.Para)
	}
}

func (d *docx) paragraph(style string, runs []run) {
	d.f(`<w:p><w:pPr>`)
	if style != "" {
		d.f(`<w:pStyle w:val="%s"/>`, style)
	}
	d.f(`%s</w:pPr>`, d.bidi(`<w:bidi/>`))
	for _, r := range runs {
		d.run(r)
	}
	d.f(`</w:p>`)
}

// run writes words in their direction, and the footnote behind them.
func (d *docx) run(r run) {
	if r.Text != "" {
		rtl := r.Voice != mark && arabicWords(r.Text, d.rtl() && r.Voice == frame)
		d.f(`<w:r><w:rPr>`)
		if r.Bold {
			d.f(`<w:b/><w:bCs/>`)
		}
		if rtl {
			d.f(`<w:rtl/>`)
		}
		d.f(`</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, escape(d.anchored(r, rtl)))
	}
	if r.Note > 0 {
		d.f(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, r.Note)
	}
	for i, n := range r.Cites {
		text := strconv.Itoa(n)
		if i == 0 {
			text = "[\u2060" + text // kept together
		}
		if i == len(r.Cites)-1 {
			text += "]"
		}
		d.cite(n, i == 0, text)
	}
}

// cite is the number of a source, which leads to its place in the list. Marks
// of direction keep it behind the words that it belongs to.
func (d *docx) cite(n int, first bool, text string) {
	side := leftMark
	if d.rtl() {
		side = rightMark
	}
	before := d.Lang.pick("،\u00a0", ",\u00a0")
	if first {
		before = " "
	}
	d.f(`<w:r><w:rPr><w:rStyle w:val="Cite"/>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, d.bidi(`<w:rtl/>`), side+before)
	d.f(`<w:hyperlink w:anchor="s%d" w:history="1"><w:r><w:rPr><w:rStyle w:val="Cite"/>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:hyperlink>`, n, d.bidi(`<w:rtl/>`), side+text+side)
}

// arabicWords reports whether words run from right to left: the first letter
// decides, otherwise the frame.
func arabicWords(s string, rtl bool) bool {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			return true
		case unicode.IsLetter(r):
			return false
		}
	}
	return rtl
}

// The marks of Unicode's algorithm for a direction without a letter.
const (
	leftMark  = "\u200e"
	rightMark = "\u200f"
)

// anchored keeps the signs at both ends of a run in the run's direction: word
// processors differ in what they make of the direction that a run is marked
// with, and a day turns round after Arabic letters.
func (d *docx) anchored(r run, rtl bool) string {
	m := leftMark
	if rtl || r.Voice == frame && d.rtl() {
		m = rightMark
	}
	if r.Voice == frame && edged(r.Text) {
		return r.Text
	}
	return m + r.Text + m
}

// edged reports whether words begin and end with letters.
func edged(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(first) && unicode.IsLetter(last)
}

// textWidth is how wide the page's text is, in twentieths of a point.
const textWidth = 11906 - 2*1021

func (d *docx) table(t *table) {
	widths := columnWidths(t)
	d.f(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>%s<w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>`, d.bidi(`<w:bidiVisual/>`), textWidth)
	for _, w := range widths {
		d.f(`<w:gridCol w:w="%d"/>`, w)
	}
	d.f(`</w:tblGrid>`)
	d.row(t.Head, widths, "CellHead")
	for i, r := range t.Rows {
		style := "Cell"
		if i < len(t.Rows)-1 && len(t.Rows) <= mostTogether {
			style = "CellKept"
		}
		d.row(r, widths, style)
	}
	d.f(`</w:tbl>`)
	d.paragraph("Gap", nil) // two tables in a row would become one
}

// columnWidths shares out the page by the table's relative widths.
func columnWidths(t *table) []int {
	n := len(t.Head)
	out := make([]int, n)
	sum := 0
	for i := range n {
		w := 1
		if i < len(t.Wide) {
			w = t.Wide[i]
		}
		out[i] = w
		sum += w
	}
	for i := range out {
		out[i] = out[i] * textWidth / max(sum, 1)
	}
	return out
}

// mostTogether is how many rows of a table are kept on one page.
const mostTogether = 8

func (d *docx) row(cells [][]run, widths []int, style string) {
	head := style == "CellHead"
	d.f(`<w:tr><w:trPr><w:cantSplit/>`)
	if head {
		d.f(`<w:tblHeader/>`)
	}
	d.f(`</w:trPr>`)
	for i, c := range cells {
		d.f(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, widths[i])
		if head {
			d.f(`<w:shd w:val="clear" w:color="auto" w:fill="EEEEEC"/>`)
		}
		d.f(`</w:tcPr>`)
		d.paragraph(style, c)
		d.f(`</w:tc>`)
	}
	d.f(`</w:tr>`)
}

// sources lists the articles by the numbers that footnotes give.
func (d *docx) sources() {
	if len(d.Sources) == 0 {
		return
	}
	v := htmlView{d.paper}
	d.paragraph("Heading2", []run{plain(v.Label("sources"))})
	for _, s := range v.List() {
		line := []run{marked(strconv.Itoa(s.Number) + "."), plain(" ")}
		if t := s.Title(); t != "" {
			line = append(line, quoted(t), plain(" · "))
		}
		line = append(line, words(s.Outlet()), plain(" · "), plain(s.Day()))
		if u := s.Link() + s.Path(); u != "" {
			line = append(line, plain(" · "), marked(u))
		}
		d.f(`<w:bookmarkStart w:id="%d" w:name="s%d"/>`, s.Number, s.Number)
		d.paragraph("Source", line)
		d.f(`<w:bookmarkEnd w:id="%d"/>`, s.Number)
	}
}

// footnotes are all footnotes, after the two lines that part them from the text.
func (d *docx) footnotes() string {
	v := htmlView{d.paper}
	d.f(`<w:footnotes xmlns:w="%s">`, wordSpace)
	d.f(`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for _, n := range d.Notes {
		d.f(`<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>%s</w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`, n.Number, d.bidi(`<w:bidi/>`))
		d.run(plain(" "))
		for i, it := range n.Items {
			if i > 0 {
				d.run(plain(" · "))
			}
			if it.Say != nil {
				for _, r := range it.Say {
					d.run(r)
				}
				continue
			}
			if it.Quote != "" {
				d.run(quoted(it.Quote))
				d.run(plain(" — "))
			}
			d.run(words(v.Outlet(it.Source)))
			d.run(run{Text: v.Comma() + v.Day(it.Source), Cites: []int{it.Source}})
		}
		d.f(`</w:p></w:footnote>`)
	}
	d.f(`</w:footnotes>`)
	return d.take()
}

// header is the title, on every page but the first, which has it in large.
func (d *docx) header() string {
	d.f(`<w:hdr xmlns:w="%s">`, wordSpace)
	d.paragraph("Header", []run{plain(d.Title)})
	d.f(`</w:hdr>`)
	return d.take()
}

// footer is the number of the page and of how many.
func (d *docx) footer() string {
	v := htmlView{d.paper}
	d.f(`<w:ftr xmlns:w="%s"><w:p><w:pPr><w:pStyle w:val="Footer"/>%s<w:jc w:val="center"/></w:pPr>`, wordSpace, d.bidi(`<w:bidi/>`))
	for i, what := range []string{"PAGE", "NUMPAGES"} {
		if i > 0 {
			d.run(plain(" " + v.Label("of-page") + " "))
		}
		d.f(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, what)
	}
	d.f(`</w:p></w:ftr>`)
	return d.take()
}
