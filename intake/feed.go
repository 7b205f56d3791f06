package intake

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"

	"mahdar/text"
)

// looksFeed reports whether an input begins as RSS, Atom or RDF.
func looksFeed(head []byte) bool {
	const before = 200 // bytes before the first tag, of UTF-16 as many as of 100 letters
	if i := bytes.IndexByte(head, '<'); i < 0 || i > before {
		return false
	}
	h := bytes.ToLower(head)
	if bytes.HasPrefix(h, []byte("\xff\xfe")) || bytes.HasPrefix(h, []byte("\xfe\xff")) {
		h = bytes.ReplaceAll(h, []byte{0}, nil)
	}
	if i := bytes.IndexByte(h, '<'); i < 0 || i > 100 {
		return false
	}
	for _, root := range []string{"<rss", "<feed", "<rdf:rdf"} {
		if i := bytes.Index(h, []byte(root)); i >= 0 && !bytes.Contains(h[:i], []byte("<html")) && !bytes.Contains(h[:i], []byte("<body")) {
			return true
		}
	}
	return false
}

// readFeed reads the entries of an RSS or Atom file. What an entry carries in
// full is the article; one with a summary of a line or two is refused, since
// its page must be fetched (mahdar watch does).
func readFeed(w *walk, in *input, r *bufio.Reader) error {
	raw, err := w.all(in, r)
	if err != nil {
		return err
	}
	feed, err := ParseFeed(raw, in.contentType)
	if err != nil {
		return err
	}
	for i, e := range feed.Entries {
		c := in.child(fmt.Sprintf("%s!/%d", in.path, i+1), "")
		if err := w.refused(c.path, w.entry(c, e)); err != nil {
			return err
		}
	}
	if len(feed.Entries) == 0 {
		return refuse(NoArticles, "", "is a feed without entries")
	}
	return nil
}

// Feed is what a feed holds.
type Feed struct {
	Title   string
	Address string // of the site
	Entries []Entry
}

// Entry is one article of a feed.
type Entry struct {
	ID        string // its own, or its address
	Title     string
	Address   string // of its page
	Author    string
	Published string // EDTF, "" where the feed states no day that can be read
	Body      string // text or HTML: the whole article, or a summary
	Raw       []byte // the entry, as JSON
}

// ParseFeed reads RSS, Atom, RDF or a JSON feed in any encoding. Days that the
// feed states in Arabic are read too.
func ParseFeed(raw []byte, contentType string) (*Feed, error) {
	declared := declaredCharset(contentType)
	if declared == "" {
		declared = metaCharset(raw)
	}
	src, _, err := decode(raw, declared)
	if err != nil {
		return nil, err
	}
	// decoded already: what the file declares must not be applied again
	if strings.HasPrefix(strings.TrimSpace(src), "<?xml") {
		if i := strings.Index(src, "?>"); i >= 0 {
			src = src[i+2:]
		}
	}
	f, err := gofeed.NewParser().ParseString(strings.TrimSpace(src))
	if err != nil {
		return nil, malformed(err, "is no feed that can be read")
	}
	out := &Feed{Title: squeeze(f.Title), Address: webAddress(f.Link)}
	for _, it := range f.Items {
		out.Entries = append(out.Entries, newEntry(it))
	}
	return out, nil
}

func newEntry(it *gofeed.Item) Entry {
	e := Entry{ID: it.GUID, Title: squeeze(plainText(it.Title)), Address: webAddress(strings.TrimSpace(it.Link)), Body: it.Content}
	if e.ID == "" {
		e.ID = it.Link
	}
	if wordCount([]string{it.Description}) > wordCount([]string{e.Body}) {
		e.Body = it.Description
	}
	if len(it.Authors) > 0 && it.Authors[0] != nil {
		e.Author = squeeze(it.Authors[0].Name)
	}
	for _, when := range []string{it.Published, it.Updated} {
		if d, ok := ParseWhen(when); ok {
			e.Published = d
			break
		}
	}
	e.Raw, _ = json.Marshal(struct {
		ID, Title, Link, Published, Body string
	}{it.GUID, it.Title, it.Link, it.Published, e.Body})
	return e
}

// summaryWords is the most words of what is a summary and no article.
const summaryWords = 40

// entry reads one entry as an article.
func (w *walk) entry(in *input, e Entry) error {
	body := plainText(e.Body)
	if strings.TrimSpace(body) == "" {
		return refuse(NoText, "fetch its page: "+or(e.Address, "it names none"), "is an entry without text")
	}
	if n := len(strings.Fields(body)); n < summaryWords && e.Address != "" && endsOpen(body) {
		return refuse(NoText, "fetch its page: "+e.Address, "is an entry with a summary of %d words", n)
	}
	d := draft{raw: e.Raw, format: "feed", body: titled(e.Title, body), source: text.Source{URL: e.Address, Author: e.Author, Title: e.Title}}
	if e.Published != "" {
		d.published = text.Published{EDTF: e.Published, Basis: text.Given, Note: "feed"}
	}
	return w.article(in, d)
}

// endsOpen reports whether a summary breaks off: with an ellipsis or no stop.
func endsOpen(s string) bool {
	s = strings.TrimRight(s, " \n\t»\"”)")
	return strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...") || strings.HasSuffix(s, "[…]") || !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "؟") && !strings.HasSuffix(s, "!")
}

// ReadEntry hands on what an entry of a feed carries itself, as Walk does for
// the entries of a feed in a file. src is what is known of the feed.
func ReadEntry(ctx context.Context, e Entry, src text.Source, opt Options, fn func(*text.Document) error) (Report, error) {
	w := newWalk(ctx, opt, fn)
	in := &input{path: or(e.Address, e.ID), source: src}
	err := w.refused(in.path, w.entry(in, e))
	return w.report, ended(err)
}

// ended is the error that ended a walk, as its caller knows it.
func ended(err error) error {
	var s *stop
	if errors.As(err, &s) {
		return s.err
	}
	return err
}
