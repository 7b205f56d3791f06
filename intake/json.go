package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// looksJSON reports whether an input is JSON or JSON lines: by its name or
// declared type where it begins as JSON does, and by its first line on a stream.
func looksJSON(in *input, head []byte) bool {
	h := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(h) == 0 || h[0] != '{' && h[0] != '[' {
		return false
	}
	switch extension(in.name) {
	case "json", "jsonl", "ndjson", "jl", "jsonlines", "geojson":
		return true
	case "":
		return bytes.HasPrefix(h, []byte(`{"`)) || bytes.HasPrefix(h, []byte(`[{`)) || strings.Contains(in.contentType, "json")
	}
	return strings.Contains(in.contentType, "json")
}

// readJSON reads articles from JSON: an object a line, an array of objects, one
// object, or an object around an array. Only one record is in memory at a time,
// and in JSON lines a broken one costs nothing but itself.
func readJSON(w *walk, in *input, r *bufio.Reader) error {
	switch extension(in.name) {
	case "jsonl", "ndjson", "jl", "jsonlines":
		return w.jsonLines(in, r)
	}
	head, _ := r.Peek(headSize)
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	line, rest, more := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	if len(line) > 0 && line[0] == '{' {
		// an object a line, where another line follows or the first is too long to see its end
		if more && json.Valid(line) && len(bytes.TrimSpace(rest)) > 0 || !more && len(head) >= headSize-3 && extension(in.name) != "json" {
			return w.jsonLines(in, r)
		}
	}
	return w.jsonValues(in, r)
}

// jsonLines reads an object a line.
func (w *walk) jsonLines(in *input, r *bufio.Reader) error {
	lr := &lineReader{r: r, most: int(min(w.opt.MaxArticle, 1<<30))}
	found := 0
	for n := 1; ; n++ {
		line, err := lr.next()
		if err == io.EOF {
			break
		}
		c := in.child(fmt.Sprintf("%s:%d", in.path, n), "")
		switch {
		case errors.Is(err, errLong):
			err = w.refused(c.path, w.tooLarge(-1))
			found++
		case err != nil:
			return malformed(err, fmt.Sprintf("cannot be read beyond line %d", n-1))
		default:
			if n == 1 {
				line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
			}
			if line = bytes.TrimSpace(line); len(line) == 0 {
				continue
			}
			found++
			err = w.refused(c.path, w.jsonRecord(c, line))
		}
		if err != nil {
			return err
		}
	}
	if found == 0 {
		return refuse(NoArticles, "", "holds no record")
	}
	return nil
}

// errLong is the error of a line that is longer than an article may be.
var errLong = errors.New("line too long")

// lineReader reads lines of bounded length; a longer one is passed over whole.
type lineReader struct {
	r    *bufio.Reader
	most int
	buf  []byte
}

// next is the next line without its break; it holds until the next call.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if !long {
			l.buf = append(l.buf, part...)
			long = len(l.buf) > l.most
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(l.buf) == 0 && len(part) == 0:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case long:
			l.buf = nil // give a huge line's memory back
			return nil, errLong
		}
		return l.buf, nil
	}
}

// jsonValues reads values that follow one another: objects, or arrays of them.
func (w *walk) jsonValues(in *input, r *bufio.Reader) error {
	g := &guard{r: r, most: w.opt.MaxArticle + 1<<20}
	dec := json.NewDecoder(g)
	n := 0
	one := func() error {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return malformed(err, fmt.Sprintf("is not JSON after record %d", n))
		}
		g.reset()
		n++
		c := in.child(fmt.Sprintf("%s:%d", in.path, n), "")
		return w.refused(c.path, w.jsonRecord(c, raw))
	}
	for {
		first, err := firstByte(dec)
		if err == io.EOF {
			break
		}
		if err != nil {
			return malformed(err, "is not JSON")
		}
		if first != '[' {
			if n == 0 {
				return w.jsonDocument(in, dec, g)
			}
			if err := one(); err != nil {
				return err
			}
			continue
		}
		if _, err := dec.Token(); err != nil {
			return malformed(err, "is not JSON")
		}
		for dec.More() {
			if err := one(); err != nil {
				return err
			}
		}
		if _, err := dec.Token(); err != nil {
			return malformed(err, fmt.Sprintf("is not JSON after record %d", n))
		}
	}
	if n == 0 {
		return refuse(NoArticles, "", "holds no record")
	}
	return nil
}

// firstByte is the first byte of the next value.
func firstByte(dec *json.Decoder) (byte, error) {
	if !dec.More() {
		// More is false at the end and before a stray bracket; Token tells which
		if _, err := dec.Token(); err != nil {
			return 0, err
		}
		return 0, errors.New("a bracket that nothing opened")
	}
	b := make([]byte, 1)
	br := dec.Buffered()
	for {
		if _, err := br.Read(b); err != nil {
			return '{', nil
		}
		if b[0] > ' ' && b[0] != ',' {
			return b[0], nil
		}
	}
}

// jsonDocument reads a file of one object: an article, or an object around an
// array of them. In a folder an object of another kind is passed over.
func (w *walk) jsonDocument(in *input, dec *json.Decoder, g *guard) error {
	for n := 0; ; n++ {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			if err == io.EOF {
				return nil
			}
			return malformed(err, "is not JSON")
		}
		g.reset()
		c := in
		if n > 0 {
			c = in.child(fmt.Sprintf("%s:%d", in.path, n+1), "")
		}
		err := w.jsonRecord(c, raw)
		var r *Refusal
		if errors.As(err, &r) && r.Reason == NoText {
			var inner map[string]json.RawMessage
			if json.Unmarshal(raw, &inner) == nil {
				if list := articleList(inner); list != nil {
					err = w.jsonValues(in, bufio.NewReader(bytes.NewReader(list)))
				} else if !in.named {
					w.skipped(NotPage)
					continue
				}
			}
		}
		if err := w.refused(c.path, err); err != nil {
			return err
		}
	}
}

// articleList is the array of objects in an object such as {"articles": […]}.
func articleList(obj map[string]json.RawMessage) json.RawMessage {
	for _, key := range []string{"articles", "items", "data", "results", "documents", "docs", "records", "entries", "stories"} {
		if v := bytes.TrimSpace(obj[key]); len(v) > 2 && v[0] == '[' && bytes.HasPrefix(bytes.TrimSpace(v[1:]), []byte("{")) {
			return v
		}
	}
	return nil
}

// guard ends a read that brings no record within most bytes.
type guard struct {
	r    io.Reader
	n    int64
	most int64
}

func (g *guard) reset() { g.n = 0 }

func (g *guard) Read(p []byte) (int, error) {
	if g.n > g.most {
		return 0, refuse(TooLarge, "check its brackets and quotation marks, or raise --max-article", "has a record that does not end within %s", bytesText(g.most))
	}
	n, err := g.r.Read(p)
	g.n += int64(n)
	return n, err
}

// jsonRecord reads one JSON object as an article.
func (w *walk) jsonRecord(in *input, raw []byte) error {
	src, _, err := decode(raw, "")
	if err != nil {
		return err
	}
	var obj map[string]any
	dec := json.NewDecoder(strings.NewReader(src))
	dec.UseNumber()
	if err := dec.Decode(&obj); err != nil {
		return malformed(err, "is not a JSON object")
	}
	return w.readRecord(in, record{raw: bytes.Clone(raw), format: "json", get: func(name string) string { return jsonField(obj, name) }})
}

// jsonField is a field by its name or path («source.name»).
func jsonField(obj map[string]any, name string) string {
	if v, ok := obj[name]; ok {
		return jsonText(v)
	}
	head, rest, ok := strings.Cut(name, ".")
	if !ok {
		return ""
	}
	if inner, ok := obj[head].(map[string]any); ok {
		return jsonField(inner, rest)
	}
	return ""
}

// jsonText is a value as text: strings and numbers, lists joined, objects by
// their name.
func jsonText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var out []string
		for _, e := range v {
			if s := jsonText(e); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, "\n")
	case map[string]any:
		for _, key := range []string{"name", "title", "text", "value", "$date"} {
			if s := jsonText(v[key]); s != "" {
				return s
			}
		}
	}
	return ""
}
