package intake

import (
	"bufio"
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"mahdar/intake/furniture"
	"mahdar/text"
)

// mostElements is the most elements of a page that its main content is looked
// for in; no article needs as many.
const mostElements = 60_000

// readPage reads an HTML page: its main content as the article, its title as
// the first line, and what its metadata says.
func readPage(w *walk, in *input, r *bufio.Reader) error {
	raw, err := w.all(in, r)
	if err != nil {
		return err
	}
	declared := declaredCharset(in.contentType)
	if declared == "" {
		declared = metaCharset(raw)
	}
	src, _, err := decode(raw, declared)
	if err != nil {
		return err
	}
	p, err := parsePage(src, in.source.URL)
	if err != nil {
		return err
	}
	return w.article(in, draft{raw: raw, body: p.text, format: "html", source: p.source, published: p.published})
}

// metaCharset is what the first bytes of a page declare: <meta charset=…> or
// an XML declaration.
func metaCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), headSize)])
	if bytes.HasPrefix(head, []byte("<?xml")) {
		if i := bytes.Index(head, []byte("encoding=")); i >= 0 && i < 200 {
			v := strings.TrimLeft(string(head[i+len("encoding="):]), "\"'")
			if j := strings.IndexAny(v, "\"'? "); j >= 0 {
				return v[:j]
			}
		}
	}
	for at := 0; ; {
		i := bytes.Index(head[at:], []byte("<meta"))
		if i < 0 {
			return ""
		}
		at += i
		end := bytes.IndexByte(head[at:], '>')
		if end < 0 {
			end = len(head) - at
		}
		if c := declaredCharset(string(head[at : at+end])); c != "" {
			return c
		}
		at += end
	}
}

// page is what a page yields.
type page struct {
	text      string
	source    text.Source
	published text.Published
}

// parsePage finds the article of a page, or refuses the page with what it is
// instead. address is where it came from, may be "".
func parsePage(src, address string) (p page, err error) {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return p, &Refusal{Reason: Malformed, What: fmt.Sprintf("is no page that can be read (%v)", err), Advice: "save it as text", Err: err}
	}
	m := readMeta(doc)
	if r := m.notArticle(); r != nil {
		return p, r
	}
	main, err := mainContent(doc, address)
	if err != nil {
		return p, err
	}
	body := withoutFurniture(main.paragraphs)
	if full := lines(m.articleBody); wordCount(full) > wordCount(body)*3/2 && wordCount(full) >= 40 {
		body, main.linked = full, 0 // the page itself says more than could be found in it
	}
	if r := m.list(body, main.linked); r != nil {
		return p, r
	}
	p.source = text.Source{URL: m.url, Canonical: m.canonical, Outlet: m.outlet, Author: m.author, Title: m.headline()}
	if p.source.URL == "" {
		p.source.URL = m.canonical
	}
	p.published = m.publication(address)
	title := p.source.Title
	if len(body) > 0 && sameWords(body[0], title) {
		body = body[1:]
	}
	var b strings.Builder
	if title != "" {
		b.WriteString(title)
		b.WriteString("\n\n")
	}
	if m.dateline != "" && !strings.Contains(strings.Join(body[:min(len(body), 2)], "\n"), m.dateline) {
		at := b.Len()
		b.WriteString(m.dateline)
		if p.published.Basis == text.Stated && m.datelineDay != "" && strings.HasPrefix(p.published.EDTF, m.datelineDay) {
			p.published.Evidence = []text.Span{{Start: at, End: b.Len()}}
		}
		b.WriteString("\n\n")
	}
	b.WriteString(strings.Join(body, "\n\n"))
	b.WriteByte('\n')
	p.text = b.String()
	return p, nil
}

// longestFurniture is the most bytes of a paragraph that may be furniture.
const longestFurniture = 1200

// withoutFurniture leaves out what pages put around an article: captions of
// buttons, house rules, lines of marks. «شاهد أيضا» stays, so that the stage that
// reads blocks knows what the headlines after it are.
func withoutFurniture(ps []string) []string {
	list, err := furniture.Shipped()
	if err != nil {
		return ps
	}
	out := ps[:0:0]
	for _, p := range ps {
		if len(p) > longestFurniture {
			out = append(out, p)
			continue
		}
		key := furniture.Key(p)
		sentence := strings.HasSuffix(p, ".")
		m, ok := list.Match(key, sentence, true, func(words string) bool { return strings.Contains(p[:min(len(p), len(words)+8)], ":") })
		if ok && !m.Opens || key == "" && !strings.ContainsAny(p, "0123456789٠١٢٣٤٥٦٧٨٩") {
			continue
		}
		out = append(out, p)
	}
	return out
}

// content is the main content of a page.
type content struct {
	paragraphs []string
	linked     int // words of it that are links
}

// mainContent finds the main content by readability, and by the page's own
// article element where that finds nothing.
func mainContent(doc *html.Node, address string) (c content, err error) {
	defer func() {
		// a page that trips the library is the page's fault and must not end the run
		if r := recover(); r != nil {
			err = refuse(Malformed, "save it as text", "is a page whose content cannot be found (%v)", r)
		}
	}()
	var at *url.URL
	if u, uerr := url.Parse(address); uerr == nil && u.Host != "" {
		at = u
	}
	ps := readability.NewParser()
	ps.MaxElemsToParse = mostElements
	ps.DisableJSONLD = true // read by us, and leniently
	ps.CharThresholds = 300 // Arabic says in 300 letters what the library's 500 are meant for
	art, perr := ps.ParseDocument(doc, at)
	if perr != nil {
		return c, &Refusal{Reason: Malformed, What: fmt.Sprintf("is a page whose content cannot be found (%v)", perr), Advice: "save it as text", Err: perr}
	}
	if art.Node != nil {
		c = render(art.Node)
	}
	if wordCount(c.paragraphs) < 40 {
		if n := find(doc, func(n *html.Node) bool { return n.Data == "article" || attr(n, "itemprop") == "articleBody" }); n != nil {
			if d := render(n); wordCount(d.paragraphs) > wordCount(c.paragraphs) {
				c = d
			}
		}
	}
	return c, nil
}

// render writes the paragraphs under n: one string a block element, blanks
// collapsed, captions, scripts and forms left out.
func render(n *html.Node) content {
	r := renderer{}
	r.walk(n, false)
	r.flush()
	return content{r.out, r.linked}
}

type renderer struct {
	out    []string
	b      strings.Builder
	linked int
}

func (r *renderer) flush() {
	if s := squeeze(r.b.String()); s != "" && s != "•" {
		r.out = append(r.out, s)
	}
	r.b.Reset()
}

func (r *renderer) walk(n *html.Node, link bool) {
	switch n.Type {
	case html.TextNode:
		r.b.WriteString(n.Data)
		if link {
			r.linked += len(strings.Fields(n.Data))
		}
		return
	case html.ElementNode:
		switch n.Data {
		case "script", "style", "noscript", "template", "form", "button", "select", "figcaption", "svg", "iframe", "video", "audio", "object", "head", "nav", "aside", "footer":
			return
		case "br":
			r.flush()
			return
		case "a":
			link = true
		case "li":
			r.flush()
			r.b.WriteString("• ")
		}
		if blockElement(n.Data) && n.Data != "li" {
			r.flush()
			defer r.flush()
		} else if n.Data == "li" {
			defer r.flush()
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, link)
	}
}

func blockElement(name string) bool {
	switch name {
	case "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th", "figure", "header", "main", "dl", "dt", "dd", "hr", "center", "address", "details", "summary":
		return true
	}
	return false
}

// squeeze makes one blank of each run of ASCII blanks and takes what is unseen
// off both ends.
func squeeze(s string) string {
	return strings.TrimFunc(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' }), " "), blank)
}

// lines cuts text into its lines, empty ones left out.
func lines(s string) []string {
	var out []string
	for _, l := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if l = squeeze(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func wordCount(ps []string) int {
	n := 0
	for _, p := range ps {
		in := false
		for i := 0; i < len(p); i++ {
			if p[i] <= ' ' {
				in = false
			} else if !in {
				in = true
				n++
			}
		}
	}
	return n
}

// find is the first node under n, in the order of the page, that ok accepts.
func find(n *html.Node, ok func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && ok(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := find(c, ok); f != nil {
			return f
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// innerText is the text under n in one line.
func innerText(n *html.Node) string { return squeeze(strings.Join(render(n).paragraphs, " ")) }
