package intake

import (
	"fmt"
	"sort"
	"strings"

	"golang.org/x/net/html"

	"mahdar/text"
)

// fieldNames lists, for each of our fields, the names under which exports carry
// it, the likeliest first.
func fieldNames() map[string][]string {
	return map[string][]string{
		"text":      {"text", "content", "body", "articleBody", "article_body", "maintext", "main_text", "full_text", "fulltext", "article", "content_text", "content_html", "html", "story", "النص", "نص"},
		"title":     {"title", "headline", "head", "العنوان", "عنوان"},
		"published": {"published", "published_at", "publishedAt", "date_publish", "datePublished", "date_published", "publish_date", "publication_date", "pubDate", "pub_date", "date", "created_at", "timestamp", "التاريخ", "تاريخ"},
		"url":       {"url", "link", "source_url", "canonical", "webUrl", "الرابط"},
		"outlet":    {"outlet", "source", "site", "publisher", "site_name", "source_name", "source_domain", "newspaper", "domain", "المصدر"},
		"author":    {"author", "authors", "byline", "creator", "الكاتب"},
	}
}

// ParseMap reads the value of --map: "text=content,published=date_extracted",
// our field names to those of the data.
func ParseMap(s string) (map[string]string, error) {
	known := fieldNames()
	out := map[string]string{}
	for _, pair := range strings.Split(s, ",") {
		ours, theirs, ok := strings.Cut(strings.TrimSpace(pair), "=")
		ours, theirs = strings.TrimSpace(ours), strings.TrimSpace(theirs)
		if !ok || theirs == "" {
			return nil, fmt.Errorf("%q is no pair of field names: write --map text=content,published=date", pair)
		}
		if known[ours] == nil {
			names := make([]string, 0, len(known))
			for n := range known {
				names = append(names, n)
			}
			sort.Strings(names)
			return nil, fmt.Errorf("%q is no field of an article: use one of %s", ours, strings.Join(names, ", "))
		}
		out[ours] = theirs
	}
	return out, nil
}

// record is one article of a structured export. get gives a field by its name
// in the data, "" where it is missing.
type record struct {
	raw    []byte
	format string
	get    func(name string) string
}

// field is our field of a record: by the user's map, or under a usual name.
func (w *walk) field(rec record, ours string) string {
	if theirs, ok := w.opt.Map[ours]; ok {
		return strings.TrimSpace(rec.get(theirs))
	}
	for _, name := range fieldNames()[ours] {
		if v := strings.TrimSpace(rec.get(name)); v != "" {
			return v
		}
	}
	return ""
}

// readRecord makes an article of a record: its title, an empty line, its text.
func (w *walk) readRecord(in *input, rec record) error {
	body := w.field(rec, "text")
	if body == "" {
		if w.opt.Map["text"] != "" {
			return refuse(NoText, "check --map", "has no text under the name %q", w.opt.Map["text"])
		}
		return refuse(NoText, "name its field with --map text=FIELD", "has no text under a usual name")
	}
	d := draft{raw: rec.raw, format: rec.format}
	d.source = text.Source{URL: webAddress(w.field(rec, "url")), Outlet: w.field(rec, "outlet"), Author: w.field(rec, "author"), Title: squeeze(w.field(rec, "title"))}
	if looksHTML([]byte(body[:min(len(body), headSize)])) {
		p, err := parsePage(body, d.source.URL)
		if err != nil {
			return err
		}
		d.body, d.source, d.published = p.text, over(p.source, d.source), p.published
	} else {
		d.body = titled(d.source.Title, plainText(body))
	}
	if when := w.field(rec, "published"); when != "" {
		if day, ok := ParseWhen(when); ok {
			d.published = text.Published{EDTF: day, Basis: text.Given, Note: "field of the record"}
		} else if day, err := ParsePublished(when); err == nil {
			d.published = text.Published{EDTF: day, Basis: text.Given, Note: "field of the record"}
		}
	}
	return w.article(in, d)
}

// titled sets a title over a text that does not begin with it.
func titled(title, body string) string {
	first, _, _ := strings.Cut(body, "\n")
	if title == "" || sameWords(first, title) {
		return body
	}
	return title + "\n\n" + body
}

// plainText is s as it stands, or its paragraphs where it is written in HTML.
func plainText(s string) string {
	for _, sign := range []string{"</p>", "<p>", "<br", "</div>", "</a>", "</strong>", "<img "} {
		if strings.Contains(s, sign) {
			doc, err := html.Parse(strings.NewReader(s))
			if err != nil {
				return s
			}
			return strings.Join(withoutFurniture(render(doc).paragraphs), "\n\n")
		}
	}
	if strings.Contains(s, "&") && strings.Contains(s, ";") {
		return html.UnescapeString(s)
	}
	return s
}
