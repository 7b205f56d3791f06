package sqlite

import (
	"context"
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// fewLogged is from how many pages on the log is copied into the file.
const fewLogged = 4_000

// mostLogged is at how many pages of the log a writer waits until all of it has
// been copied: only then it begins anew, and would grow for ever otherwise. It
// is 400 MB, some transactions of a build.
const mostLogged = 50_000

// copier copies the log into the file beside the writer, who would else spend a
// tenth of its time on that.
type copier struct {
	most    int // pages in the log before a writer waits
	logged  int // pages in the log after the last transaction; guarded by DB.mu
	mu      sync.Mutex
	by      *reader
	running sync.WaitGroup
}

// watch has the writer tell how long the log is, in place of copying it itself.
func (c *copier) watch(raw *sqlite3.Conn) {
	raw.WALHook(func(_ *sqlite3.Conn, _ string, pages int) error {
		c.logged = pages
		return nil
	})
}

// start copies, if there is enough to copy and nobody does. An error shows
// where the file is written next; until then the log holds it all.
func (c *copier) start(db *DB) {
	if c.logged < fewLogged || !c.mu.TryLock() {
		return
	}
	c.running.Go(func() {
		defer c.mu.Unlock()
		c.copy(db)
	})
}

// wait lets a log that has grown long be copied as a whole.
func (c *copier) wait(db *DB) {
	if c.logged < c.most {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.copy(db)
	c.logged = 0
}

func (c *copier) copy(db *DB) {
	if c.by == nil {
		r, err := db.reader(context.Background())
		if err != nil {
			return
		}
		c.by = r
	}
	c.by.raw.WALCheckpoint("main", sqlite3.CHECKPOINT_PASSIVE)
}

// close waits for what is being copied.
func (c *copier) close() {
	c.running.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.by != nil {
		c.by.close()
		c.by = nil
	}
}
