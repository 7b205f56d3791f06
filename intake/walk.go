package intake

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"mahdar/text"
)

// Walk reads paths in order (files, folders with all below them in the order
// of their names, archives, "-" for standard input) and hands each article to
// fn. What cannot be read is reported and does not stop the rest; an error of
// fn or of ctx does, and is returned as it is. Memory stays flat: one article
// at a time.
func Walk(ctx context.Context, paths []string, opt Options, fn func(*text.Document) error) (Report, error) {
	w := newWalk(ctx, opt, fn)
	for _, p := range paths {
		if err := w.path(p); err != nil {
			return w.report, err
		}
	}
	return w.report, nil
}

// One reads a single article that is already in memory, such as a fetched
// page: name and contentType (an HTTP header, may be "") choose the format,
// src tells where it came from. A feed or an archive yields several.
func One(ctx context.Context, name, contentType string, raw []byte, src text.Source, opt Options, fn func(*text.Document) error) (Report, error) {
	w := newWalk(ctx, opt, fn)
	in := memory(src.Path, name, raw)
	in.contentType, in.source, in.named = contentType, src, true
	return w.report, ended(w.input(in))
}

// walk is one run of Walk.
type walk struct {
	ctx    context.Context
	opt    Options
	fn     func(*text.Document) error
	report Report
}

func newWalk(ctx context.Context, opt Options, fn func(*text.Document) error) *walk {
	return &walk{ctx: ctx, opt: opt.withDefaults(), fn: fn,
		report: Report{Refused: map[Reason]int{}, Skipped: map[Reason]int{}}}
}

// stop carries an error that ends the walk through code whose other errors do not.
type stop struct{ err error }

func (s *stop) Error() string { return s.err.Error() }
func (s *stop) Unwrap() error { return s.err }

// refused counts err against path. Errors that end the walk are returned.
func (w *walk) refused(path string, err error) error {
	if err == nil {
		return nil
	}
	var s *stop
	if errors.As(err, &s) {
		return s
	}
	if cause := w.ctx.Err(); cause != nil {
		return &stop{cause}
	}
	var r *Refusal
	if !errors.As(err, &r) {
		r = unreadable(err)
	}
	if r.Path == "" {
		c := *r
		c.Path = path
		r = &c
	}
	w.report.Refused[r.Reason]++
	if len(w.report.Refusals) < kept {
		w.report.Refusals = append(w.report.Refusals, r)
	}
	if w.opt.Refused != nil {
		w.opt.Refused(r)
	}
	return nil
}

func (w *walk) skipped(why Reason) { w.report.Skipped[why]++ }

// unreadable words an error of the file system.
func unreadable(err error) *Refusal {
	r := &Refusal{Reason: Unreadable, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.Reason, r.What, r.Advice = Missing, "there is no such file or folder", "check the path"
	case errors.Is(err, fs.ErrPermission):
		r.What, r.Advice = "may not be read", "check its permissions"
	default:
		msg := err.Error()
		var pe *fs.PathError
		if errors.As(err, &pe) {
			msg = pe.Err.Error()
		}
		r.What, r.Advice = "cannot be read ("+msg+")", "check the file or fetch it again"
	}
	return r
}

// path reads one of the user's paths.
func (w *walk) path(p string) error {
	err := w.onePath(p)
	if w.opt.Progress != nil && err == nil {
		size := int64(0)
		if fi, serr := os.Stat(p); serr == nil && !fi.IsDir() {
			size = fi.Size()
		}
		w.opt.Progress(p, size)
	}
	return ended(err)
}

func (w *walk) onePath(p string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if p == "-" {
		return w.input(&input{path: "-", size: -1, named: true, open: func() (io.ReadCloser, error) { return io.NopCloser(w.opt.Stdin), nil }})
	}
	fi, err := os.Stat(p)
	switch {
	case err != nil:
		return w.refused(p, err)
	case fi.IsDir():
		return w.folder(p)
	}
	in := file(p, fi.Size())
	in.named = true
	if !fi.Mode().IsRegular() {
		in.size, in.again = -1, false // a pipe: read once, as standard input is
	}
	return w.input(in)
}

// folder reads all below dir. Links to folders are not followed, so that no
// loop can arise.
func (w *walk) folder(dir string) error {
	before := w.report.Articles + w.report.Failed()
	if err := w.below(dir); err != nil {
		return err
	}
	if w.report.Articles+w.report.Failed() == before {
		return w.refused(dir, refuse(NoArticles, "put .txt, .html, .json, .jsonl, .csv, .xml or .warc files there", "holds no article"))
	}
	return nil
}

func (w *walk) below(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return w.refused(dir, err)
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	for _, e := range entries {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		p, name := filepath.Join(dir, e.Name()), e.Name()
		if e.IsDir() {
			if hidden(name) || strings.HasSuffix(name, "_files") {
				w.skipped(NotPage)
			} else if err := w.below(p); err != nil {
				return err
			}
			continue
		}
		fi, err := os.Stat(p)
		switch {
		case err != nil:
			err = w.refused(p, err)
		case !fi.Mode().IsRegular() || hidden(name) || aside(name):
			w.skipped(NotPage)
		default:
			err = w.input(file(p, fi.Size()))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") || name == "__MACOSX" }

// aside reports whether a file of this name lies beside articles and is none:
// sidecars, gold records, and what a saved page is made of.
func aside(name string) bool {
	low := strings.ToLower(name)
	if strings.HasSuffix(low, metaSuffix) || strings.HasSuffix(low, ".gold.json") {
		return true
	}
	switch filepath.Ext(low) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".bmp", ".css", ".js", ".mjs", ".woff", ".woff2", ".ttf", ".eot",
		".mp3", ".mp4", ".avi", ".webm", ".map", ".db", ".sqlite", ".db-wal", ".db-shm", ".cdx", ".cdxj", ".py", ".go", ".sh", ".md":
		return true
	}
	return false
}

// input is one thing to read: a file, a member of an archive, a record's page.
type input struct {
	path        string // as the user sees it
	name        string // base name, for its extension
	size        int64  // bytes, -1 where unknown
	open        func() (io.ReadCloser, error)
	again       bool // open may be called more than once
	named       bool // the user named it: refuse what a folder would pass over
	depth       int  // layers of archives and compression around it
	budget      *budget
	contentType string
	format      string                           // of what is around it, where readings name that: "warc"
	source      text.Source                      // what is known of it from around it
	sidecar     func(name string) ([]byte, bool) // a file of this name beside it
	resume      func()                           // goes on after errBroken
}

// file is the input of a file on disk.
func file(p string, size int64) *input {
	dir := filepath.Dir(p)
	return &input{path: p, name: filepath.Base(p), size: size, again: true,
		open: func() (io.ReadCloser, error) { return os.Open(p) },
		sidecar: func(name string) ([]byte, bool) {
			fi, err := os.Stat(filepath.Join(dir, name))
			if err != nil || !fi.Mode().IsRegular() || fi.Size() > maxSidecar {
				return nil, false
			}
			b, err := os.ReadFile(filepath.Join(dir, name))
			return b, err == nil
		}}
}

// memory is the input of bytes that are here already.
func memory(path, name string, raw []byte) *input {
	return &input{path: path, name: name, size: int64(len(raw)), again: true,
		open: func() (io.ReadCloser, error) { return memoryFile{bytes.NewReader(raw)}, nil }}
}

// memoryFile is bytes in memory as an open file.
type memoryFile struct{ *bytes.Reader }

// Close does nothing.
func (memoryFile) Close() error { return nil }

// child is a member of in: a file in an archive, a record's page.
func (in *input) child(path, name string) *input {
	return &input{path: path, name: name, size: -1, depth: in.depth, budget: in.budget, source: in.source}
}

// headSize is how many bytes the choice of a format looks at.
const headSize = 4096

// input reads one input in whatever format it is and reports what goes wrong.
func (w *walk) input(in *input) error {
	return w.refused(in.path, w.try(in))
}

func (w *walk) try(in *input) error {
	if err := w.ctx.Err(); err != nil {
		return &stop{err}
	}
	rc, err := in.open()
	if err != nil {
		return err
	}
	defer rc.Close()
	return w.dispatch(in, bufio.NewReaderSize(&ctxReader{w.ctx, rc}, 64<<10))
}

// dispatch reads an open input in its format.
func (w *walk) dispatch(in *input, br *bufio.Reader) error {
	head, err := br.Peek(headSize)
	if err != nil && err != io.EOF && len(head) == 0 {
		return err
	}
	f := choose(in, head)
	if f.read == nil {
		if !in.named && f.quiet {
			w.skipped(NotPage)
			return nil
		}
		return f.refusal
	}
	return f.read(w, in, br)
}

// ctxReader ends a read when the walk is cancelled.
type ctxReader struct {
	ctx context.Context
	r   io.Reader
}

func (c *ctxReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, &stop{err}
	}
	return c.r.Read(p)
}

// all reads the whole of an article, or refuses it as too large.
func (w *walk) all(in *input, r io.Reader) ([]byte, error) {
	limit := w.opt.MaxArticle
	if in.size > limit {
		return nil, w.tooLarge(in.size)
	}
	var b []byte
	if in.size > 0 {
		b = make([]byte, 0, in.size+1)
	}
	b, err := readInto(b, io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, w.tooLarge(-1)
	}
	return b, nil
}

// readInto appends all of r to b.
func readInto(b []byte, r io.Reader) ([]byte, error) {
	if cap(b) == 0 {
		b = make([]byte, 0, 8<<10)
	}
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
	}
}

func (w *walk) tooLarge(size int64) *Refusal {
	has := "is larger than one article may be"
	if size >= 0 {
		has = fmt.Sprintf("has %s, one article may have %s", bytesText(size), bytesText(w.opt.MaxArticle))
	}
	return refuse(TooLarge, "split it into articles (JSON lines, ZIP, a folder) or raise --max-article", "%s", has)
}

// bytesText writes a size for people.
func bytesText(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.0f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.0f KB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}
