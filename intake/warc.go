package intake

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"net/textproto"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"mahdar/text"
)

// readWARC reads the pages of a WARC (ISO 28500): responses, resources and the
// plain-text conversions of WET files. Requests, metadata and revisits are
// passed over and counted; a broken record costs nothing but itself, the next
// is found by its first line.
func readWARC(w *walk, in *input, r *bufio.Reader) error {
	for n := 1; ; n++ {
		if err := w.ctx.Err(); err != nil {
			return &stop{err}
		}
		head, err := warcHeader(r)
		if err == io.EOF {
			return nil
		}
		c := in.child(fmt.Sprintf("%s!/%d", in.path, n), "")
		if err != nil {
			if rerr := w.refused(c.path, malformed(err, "is no WARC record")); rerr != nil || !in.goOn(err) {
				return rerr
			}
			continue
		}
		size, _ := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		body := io.LimitedReader{R: r, N: size}
		err = w.warcRecord(c, head, &body)
		if err := w.refused(c.path, err); err != nil {
			return err
		}
		_, derr := io.Copy(io.Discard, &body)
		if derr != nil && err == nil {
			if err := w.refused(c.path, malformed(derr, "is a WARC record that breaks off")); err != nil {
				return err
			}
		}
		if derr != nil && !in.goOn(derr) {
			return nil
		}
	}
}

// goOn prepares to read on after err and reports whether that can be: after a
// broken member of the archive and a line that is no header, not after a limit
// was passed or the disk failed.
func (in *input) goOn(err error) bool {
	var r *Refusal
	switch {
	case errors.Is(err, errBroken) && in.resume != nil:
		in.resume()
		return true
	case errors.As(err, &r), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, errBroken):
		return false
	}
	var h *headerError
	return errors.As(err, &h)
}

// headerError is a record header that does not hold.
type headerError struct{ what string }

func (h *headerError) Error() string { return h.what }

// longestHeader is the most lines of a WARC or HTTP header.
const longestHeader = 500

// warcHeader moves to the next line that begins a record and reads its header.
func warcHeader(r *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		line, err := shortLine(r)
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(line, []byte("WARC/")) {
			break
		}
	}
	h := textproto.MIMEHeader{}
	for range longestHeader {
		line, err := shortLine(r)
		if err != nil {
			return nil, noEOF(err)
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			if n, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64); err != nil || n < 0 {
				return nil, &headerError{fmt.Sprintf("its length is %q", h.Get("Content-Length"))}
			}
			return h, nil
		}
		name, value, ok := strings.Cut(string(line), ":")
		if !ok {
			return nil, &headerError{fmt.Sprintf("%.40q is no header line", line)}
		}
		h.Add(strings.TrimSpace(name), strings.TrimSpace(value))
	}
	return nil, &headerError{"its header does not end"}
}

// noEOF makes the end of the input an error, where a record should go on.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// shortLine reads a line; of one longer than the buffer it gives the beginning
// and passes over the rest.
func shortLine(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	if err == nil || err == io.EOF && len(line) > 0 {
		return line, nil
	}
	if err != bufio.ErrBufferFull {
		return nil, err
	}
	begin := bytes.Clone(line[:min(len(line), 8<<10)])
	for err == bufio.ErrBufferFull {
		_, err = r.ReadSlice('\n')
	}
	if err == io.EOF {
		err = nil
	}
	return begin, err
}

// warcRecord reads one record, of which r gives the content block.
func (w *walk) warcRecord(in *input, h textproto.MIMEHeader, r *io.LimitedReader) error {
	address := webAddress(strings.Trim(h.Get("WARC-Target-URI"), "<>"))
	in.source = over(in.source, text.Source{URL: address})
	if t, err := time.Parse(time.RFC3339, h.Get("WARC-Date")); err == nil {
		in.source.Retrieved = t
	}
	in.contentType, in.format = h.Get("Content-Type"), "warc"
	switch h.Get("WARC-Type") {
	case "response":
		if !strings.Contains(in.contentType, "application/http") {
			break // a page of its own: ftp and the like
		}
		return w.warcResponse(in, r)
	case "resource", "conversion":
	case "revisit":
		w.skipped(Revisit)
		return nil
	default:
		w.skipped(NotResponse)
		return nil
	}
	return w.warcPage(in, r)
}

// warcResponse reads an HTTP response.
func (w *walk) warcResponse(in *input, r *io.LimitedReader) error {
	br := bufio.NewReaderSize(r, 32<<10)
	status, err := shortLine(br)
	if err != nil {
		return malformed(noEOF(err), "is no HTTP answer")
	}
	_, code, _ := strings.Cut(string(status), " ")
	h := textproto.MIMEHeader{}
	for range longestHeader {
		line, err := shortLine(br)
		if err != nil {
			return malformed(noEOF(err), "is no HTTP answer")
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			break
		}
		if name, value, ok := strings.Cut(string(line), ":"); ok {
			h.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	if !strings.HasPrefix(code, "200") {
		w.skipped(HTTPStatus)
		return nil
	}
	in.contentType = h.Get("Content-Type")
	if !pageType(in.contentType) {
		w.skipped(NotPage)
		return nil
	}
	var body io.Reader = br
	if strings.Contains(strings.ToLower(h.Get("Transfer-Encoding")), "chunked") && chunked(br) {
		body = httputil.NewChunkedReader(br)
	}
	body, err = w.contentDecoded(in, h.Get("Content-Encoding"), bufio.NewReader(body))
	if err != nil {
		return err
	}
	return w.warcPage(in, body)
}

// chunked reports whether a body that is declared to come in chunks does; many
// archives store it put together and leave the header.
func chunked(r *bufio.Reader) bool {
	head, _ := r.Peek(18)
	n := 0
	for n < len(head) && strings.IndexByte("0123456789abcdefABCDEF", head[n]) >= 0 {
		n++
	}
	return n > 0 && n < len(head) && (head[n] == '\r' || head[n] == ';' || head[n] == ' ' || head[n] == '\n')
}

// contentDecoded undoes a Content-Encoding, within the limits of the walk.
func (w *walk) contentDecoded(in *input, encoding string, r *bufio.Reader) (io.Reader, error) {
	switch enc := strings.ToLower(strings.TrimSpace(encoding)); enc {
	case "", "identity", "none":
		return r, nil
	case "gzip", "x-gzip":
		if magic, _ := r.Peek(2); !bytes.Equal(magic, []byte("\x1f\x8b")) {
			return r, nil // stored unpacked
		}
		gz, err := gzip.NewReader(r)
		if err != nil {
			return nil, malformed(err, "is not the gzip it says")
		}
		return gz, nil
	case "deflate":
		return flate.NewReader(r), nil
	default:
		return nil, refuse(Unsupported, "store it without compression", "comes in the encoding %.20q", enc)
	}
}

// pageType reports whether a Content-Type may be an article's.
func pageType(ct string) bool {
	ct, _, _ = strings.Cut(strings.ToLower(ct), ";")
	switch strings.TrimSpace(ct) {
	case "", "text/html", "application/xhtml+xml", "text/plain", "application/octet-stream", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml":
		return true
	}
	return false
}

// warcPage reads a page whose bytes r gives. What is no text lies beside
// articles in a crawl and is passed over.
func (w *walk) warcPage(in *input, r io.Reader) error {
	if !pageType(in.contentType) {
		w.skipped(NotPage)
		return nil
	}
	raw, err := w.all(in, r)
	if err != nil {
		return malformed(err, "is a record whose page breaks off")
	}
	if u, err := url.Parse(in.source.URL); err == nil {
		in.name = path.Base(u.Path)
		if in.name == "robots.txt" {
			w.skipped(NotPage)
			return nil
		}
	}
	br := bufio.NewReader(bytes.NewReader(raw))
	head := raw[:min(len(raw), headSize)]
	switch {
	case len(head) == 0:
		return refuse(Empty, "fetch it again, or leave it out", "is an empty page")
	case looksHTML(head) || strings.Contains(in.contentType, "html"):
		return readPage(w, in, br)
	case looksFeed(head):
		return readFeed(w, in, br)
	case foreign(head) != "":
		w.skipped(NotPage)
		return nil
	}
	return readText(w, in, br)
}
