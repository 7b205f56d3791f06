package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// writeSQLite copies the whole database through a file of its own.
func writeSQLite(j *job, w io.Writer) error {
	c, ok := j.src.(Copier)
	if !ok {
		return errors.New("this record is not kept in a database file; take another format")
	}
	if j.opt.filtered() {
		return errors.New("sqlite copies the whole record; leave out the choice of talks and days, or take another format")
	}
	dir, err := os.MkdirTemp("", "mahdar-copy-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "copy.db")
	if err := c.Backup(j.ctx, path); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	j.report.Written = 1
	return err
}
