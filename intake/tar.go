package intake

import (
	"archive/tar"
	"bufio"
	"io"
	"path"
	"strings"
)

// readTar reads the files of a tar archive in its order. Links and devices are
// passed over. Where the archive can be read twice its sidecars are gathered
// first; on a stream an article knows those that stand before it.
func readTar(w *walk, in *input, r *bufio.Reader) error {
	meta := map[string][]byte{}
	if in.again {
		if err := tarSidecars(in, meta); err != nil {
			return malformed(err, "is no tar archive that can be read")
		}
	}
	size := in.size
	tr := tar.NewReader(r)
	entries, found := 0, 0
	for {
		if err := w.ctx.Err(); err != nil {
			return &stop{err}
		}
		h, err := tr.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return malformed(err, "is a tar archive that breaks off")
		}
		if entries++; entries > w.opt.MaxEntries {
			return refuse(TooMany, "split it or raise --max-entries", "holds more than %d entries", w.opt.MaxEntries)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		name := path.Clean(h.Name)
		if strings.HasSuffix(name, metaSuffix) && !in.again && h.Size <= maxSidecar && len(meta) < maxSidecars {
			meta[name], _ = io.ReadAll(tr)
		}
		if w.passOver(h.Name) {
			continue
		}
		found++
		c, err := w.layer(in, in.path+"!/"+shown(h.Name), path.Base(name), func() int64 { return max(size, 1) })
		if err != nil {
			return err
		}
		if in.budget == nil {
			in.budget = c.budget
			c.budget.ratio = 1 << 40 // a tar on its own does not compress
		}
		c.size = h.Size
		c.sidecar = func(n string) ([]byte, bool) { b, ok := meta[path.Join(path.Dir(name), n)]; return b, ok }
		c.open = func() (io.ReadCloser, error) { return io.NopCloser(&broken{tr}), nil }
		if err := w.input(c); err != nil {
			return err
		}
	}
	if found == 0 {
		return refuse(NoArticles, "", "is an archive that holds no article")
	}
	return nil
}

// maxSidecars is how many sidecars of one tar are kept in mind.
const maxSidecars = 1_000_000

// tarSidecars reads the sidecars of a tar ahead of its articles.
func tarSidecars(in *input, meta map[string][]byte) error {
	rc, err := in.open()
	if err != nil {
		return err
	}
	defer rc.Close()
	tr := tar.NewReader(bufio.NewReader(rc))
	for {
		h, err := tr.Next()
		if err != nil {
			return nil // the second reading reports it
		}
		if h.Typeflag == tar.TypeReg && strings.HasSuffix(h.Name, metaSuffix) && h.Size <= maxSidecar && len(meta) < maxSidecars {
			b, err := io.ReadAll(tr)
			if err != nil {
				return nil
			}
			meta[path.Clean(h.Name)] = b
		}
	}
}
