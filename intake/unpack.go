package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"strings"
)

// budget bounds what comes out of one compressed input, all layers together.
type budget struct {
	packed func() int64 // bytes of it, or those read so far
	out    int64
	ratio  int64
	most   int64
}

// freely is how many bytes may come out of an input before its ratio counts:
// text that repeats itself packs very well and does no harm at this size.
const freely = 256 << 20

// spend charges n unpacked bytes.
func (b *budget) spend(n int) error {
	b.out += int64(n)
	switch {
	case b.out > b.most:
		return refuse(TooLarge, "unpack it yourself or raise --max-unpacked", "holds more than %s unpacked", bytesText(b.most))
	case b.out > freely && b.out > b.ratio*max(b.packed(), 1):
		return refuse(Bomb, "unpack it yourself if you trust it, or raise --max-ratio", "unpacks to more than %d times its size", b.ratio)
	}
	return nil
}

// layer makes what lies one layer inside in, or refuses to go deeper.
func (w *walk) layer(in *input, path, name string, packed func() int64) (*input, error) {
	c := in.child(path, name)
	c.depth++
	if c.depth > w.opt.MaxDepth {
		return nil, refuse(TooDeep, "unpack it yourself or raise --max-depth", "lies more than %d archives deep", w.opt.MaxDepth)
	}
	if c.budget == nil {
		c.budget = &budget{packed: packed, ratio: w.opt.MaxRatio, most: w.opt.MaxUnpacked}
	}
	return c, nil
}

// spending charges what is read through it.
type spending struct {
	r io.Reader
	b *budget
}

func (s *spending) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if n > 0 {
		if berr := s.b.spend(n); berr != nil {
			return 0, berr
		}
	}
	return n, err
}

// readGzip reads what is inside a .gz: one file, or a WARC of many members.
func readGzip(w *walk, in *input, r *bufio.Reader) error {
	m := newMembers(r)
	packed := func() int64 { return m.packed.n }
	if in.size > 0 {
		size := in.size
		packed = func() int64 { return size }
	}
	inner, err := w.layer(in, in.path, strings.TrimSuffix(in.name, ".gz"), packed)
	if err != nil {
		return err
	}
	if strings.EqualFold(extension(in.name), "tgz") {
		inner.name = in.name[:len(in.name)-len("tgz")] + "tar"
	}
	inner.resume = m.resume
	inner.named, inner.sidecar, inner.contentType = in.named, in.sidecar, in.contentType
	if in.again {
		inner.again = true
		inner.open = func() (io.ReadCloser, error) {
			rc, err := in.open()
			if err != nil {
				return nil, err
			}
			return &closing{newMembers(bufio.NewReader(rc)), rc}, nil
		}
	}
	return w.dispatch(inner, bufio.NewReaderSize(&spending{m, inner.budget}, 64<<10))
}

// closing reads from one thing and closes another.
type closing struct {
	io.Reader
	c io.Closer
}

func (c *closing) Close() error { return c.c.Close() }

// counting counts the bytes read through it, and keeps the first of the member
// in hand: where that turns out to be cut short, the next member's head lies among them.
type counting struct {
	r    *bufio.Reader
	n    int64
	kept []byte
}

// mostKept is how many bytes of a member are kept.
const mostKept = 1 << 20

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.note(p[:n])
	return n, err
}

// ReadByte keeps compress/flate from reading ahead.
func (c *counting) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		if c.n++; len(c.kept) < mostKept {
			c.kept = append(c.kept, b)
		}
	}
	return b, err
}

func (c *counting) note(p []byte) {
	c.n += int64(len(p))
	if len(c.kept) < mostKept {
		c.kept = append(c.kept, p...)
	}
}

// errBroken says that a gzip member is broken; reading on yields the next one.
var errBroken = errors.New("its compressed data is broken")

// members reads gzip members one after another as one stream. Where a member is
// broken it returns errBroken until resume is called, and then goes on with the
// next, which is looked for by its first bytes.
type members struct {
	packed *counting
	gz     *gzip.Reader
	broken bool
	done   bool
	faults int
}

// mostFaults is how many broken members are passed over before the rest of an
// input is given up.
const mostFaults = 1000

// resume moves past a broken member.
func (m *members) resume() {
	if m.broken {
		m.broken = false
		m.faults++
		m.done = m.faults > mostFaults || !m.seek()
	}
}

func newMembers(r *bufio.Reader) *members { return &members{packed: &counting{r: r}} }

func (m *members) Read(p []byte) (int, error) {
	for {
		if m.done {
			return 0, io.EOF
		}
		if m.broken {
			return 0, errBroken
		}
		if m.gz == nil {
			gz, err := gzip.NewReader(m.packed)
			if err != nil {
				m.broken = true
				return 0, errBroken
			}
			m.gz = gz
			gz.Multistream(false)
		}
		n, err := m.gz.Read(p)
		switch {
		case err == nil, n > 0 && err == io.EOF:
			return n, nil
		case err == io.EOF:
			m.packed.kept = m.packed.kept[:0]
			switch rerr := m.gz.Reset(m.packed); {
			case rerr == io.EOF:
				m.done = true
			case rerr != nil:
				m.broken = true
				return 0, errBroken
			default:
				m.gz.Multistream(false)
			}
		default:
			var r *Refusal
			if errors.As(err, &r) {
				return 0, err
			}
			m.broken, m.gz = true, nil
			return n, errBroken
		}
	}
}

// memberHead is how a gzip member with deflate data begins.
const memberHead = "\x1f\x8b\x08"

// seek moves to the next place after the broken member's beginning that looks
// like the head of a member.
func (m *members) seek() bool {
	m.gz = nil
	kept := m.packed.kept
	m.packed.kept = nil
	if len(kept) < mostKept {
		if i := bytes.Index(kept[min(1, len(kept)):], []byte(memberHead)); i >= 0 {
			m.packed.r = bufio.NewReader(io.MultiReader(bytes.NewReader(kept[i+1:]), m.packed.r))
			m.packed.n -= int64(len(kept) - i - 1)
			return true
		}
	}
	for {
		head, _ := m.packed.r.Peek(len(memberHead))
		if len(head) < len(memberHead) {
			return false
		}
		if string(head) == memberHead {
			return true
		}
		if _, err := m.packed.r.Discard(1); err != nil {
			return false
		}
		m.packed.n++
	}
}

// spool puts a stream into a temporary file, so that it can be read in any
// order. The file is gone when the input is closed with done.
func (w *walk) spool(in *input, r io.Reader) (f *os.File, done func(), err error) {
	f, err = os.CreateTemp(w.opt.TempDir, "mahdar-*")
	if err != nil {
		return nil, nil, refuse(Unreadable, "free some space or set TMPDIR", "needs room on disk (%v)", err)
	}
	done = func() { f.Close(); os.Remove(f.Name()) }
	if _, err = io.Copy(f, io.LimitReader(r, w.opt.MaxUnpacked)); err != nil {
		done()
		return nil, nil, err
	}
	return f, done, nil
}

// malformed words an error of a format's own reader; refusals pass unchanged.
func malformed(err error, what string) error {
	var r *Refusal
	var s *stop
	if err == nil || errors.As(err, &r) || errors.As(err, &s) {
		return err
	}
	return &Refusal{Reason: Malformed, What: what + " (" + err.Error() + ")", Advice: "fetch or pack it again", Err: err}
}
