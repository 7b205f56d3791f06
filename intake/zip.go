package intake

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path"
	"strings"
)

// readZip reads the files of a ZIP archive in its order. Nothing is unpacked to
// disk, so no name in it can lead anywhere.
func readZip(w *walk, in *input, r *bufio.Reader) error {
	f, size, done, err := w.seekable(in, r)
	if err != nil {
		return err
	}
	defer done()
	if n := zipEntries(f, size); n > int64(w.opt.MaxEntries) {
		return refuse(TooMany, "split it or raise --max-entries", "holds %d entries, one archive may hold %d", n, w.opt.MaxEntries)
	}
	zr, err := zip.NewReader(f, size)
	if err != nil {
		return malformed(err, "is no ZIP archive that can be read")
	}
	if what := officeFile(zr); what != "" {
		return refuse(Binary, "export it as text or HTML and give that file", "is %s, not an archive of articles", what)
	}
	// the names of sidecars, so that each article finds its own
	meta := map[string]*zip.File{}
	for _, e := range zr.File {
		if strings.HasSuffix(e.Name, metaSuffix) {
			meta[e.Name] = e
		}
	}
	found := 0
	for _, e := range zr.File {
		if err := w.ctx.Err(); err != nil {
			return &stop{err}
		}
		if e.FileInfo().IsDir() || !e.Mode().IsRegular() || w.passOver(e.Name) {
			continue
		}
		found++
		c, err := w.layer(in, in.path+"!/"+shown(e.Name), path.Base(e.Name), func() int64 { return size })
		if err != nil {
			return err
		}
		in.budget = c.budget // shared by all entries
		if e.Flags&1 != 0 {
			err = w.refused(c.path, refuse(Unsupported, "unpack it with its password", "is encrypted"))
		} else {
			c.again, c.size = true, int64(min(e.UncompressedSize64, 1<<62))
			c.sidecar = zipSidecar(meta, path.Dir(e.Name))
			c.open = func() (io.ReadCloser, error) {
				rc, err := e.Open()
				if err != nil {
					return nil, malformed(err, "cannot be unpacked")
				}
				return &closing{&spending{&broken{rc}, c.budget}, rc}, nil
			}
			err = w.input(c)
		}
		if err != nil {
			return err
		}
	}
	if found == 0 {
		return refuse(NoArticles, "", "is an archive that holds no article")
	}
	return nil
}

// broken words the errors of an archive member as the archive's fault.
type broken struct{ r io.Reader }

func (b *broken) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err != nil && err != io.EOF {
		err = malformed(err, "is broken in its archive")
	}
	return n, err
}

// passOver counts and reports members that lie beside articles.
func (w *walk) passOver(name string) bool {
	name = strings.ReplaceAll(name, "\\", "/")
	if aside(path.Base(name)) {
		w.skipped(NotPage)
		return true
	}
	for _, part := range strings.Split(name, "/") {
		if hidden(part) && part != "." && part != ".." || strings.HasSuffix(part, "_files") {
			w.skipped(NotPage)
			return true
		}
	}
	return false
}

// shown is a member's name without what a terminal would act on.
func shown(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(name, "?"))
	return name
}

func zipSidecar(meta map[string]*zip.File, dir string) func(string) ([]byte, bool) {
	return func(name string) ([]byte, bool) {
		e := meta[path.Join(dir, name)]
		if e == nil || e.UncompressedSize64 > maxSidecar {
			return nil, false
		}
		rc, err := e.Open()
		if err != nil {
			return nil, false
		}
		defer rc.Close()
		b, err := io.ReadAll(io.LimitReader(rc, maxSidecar))
		return b, err == nil
	}
}

// officeFile names documents that are ZIP archives inside.
func officeFile(zr *zip.Reader) string {
	for i, e := range zr.File {
		switch {
		case e.Name == "[Content_Types].xml":
			return "an Office document"
		case i == 0 && e.Name == "mimetype":
			return "an OpenDocument file or an e-book"
		}
		if i > 20 {
			break
		}
	}
	return ""
}

// zipEntries is the number of entries that the end of a ZIP archive declares,
// read before the list itself is; 0 where it cannot be found.
func zipEntries(r io.ReaderAt, size int64) int64 {
	tail := make([]byte, min(size, 66<<10))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return 0
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || i+12 > len(tail) {
		return 0
	}
	n := int64(binary.LittleEndian.Uint16(tail[i+10:]))
	if n != 0xffff {
		return n
	}
	if j := bytes.LastIndex(tail[:i], []byte("PK\x06\x06")); j >= 0 && j+40 <= len(tail) {
		return int64(min(binary.LittleEndian.Uint64(tail[j+32:]), 1<<62))
	}
	return n
}

// seekable gives the whole of in as something that can be read in any order:
// the file itself, or a temporary copy of a stream. r stands at its beginning.
func (w *walk) seekable(in *input, r *bufio.Reader) (f io.ReaderAt, size int64, done func(), err error) {
	if in.again && in.size >= 0 {
		rc, err := in.open()
		if err != nil {
			return nil, 0, nil, err
		}
		switch v := rc.(type) {
		case *os.File:
			return v, in.size, func() { v.Close() }, nil
		case memoryFile:
			return v.Reader, in.size, func() {}, nil
		}
		rc.Close()
	}
	file, done, err := w.spool(in, r)
	if err != nil {
		return nil, 0, nil, err
	}
	fi, err := file.Stat()
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return file, fi.Size(), done, nil
}
