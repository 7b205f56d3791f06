package sqlite

import (
	"context"
	"maps"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"mahdar/store"
)

// cacheBytes is about how much memory articles that are remembered between
// queries take: twice this at most.
const cacheBytes = 96 << 20

// heavier is how many bytes an unpacked article takes for one of its text.
const heavier = 14

// cache remembers unpacked articles between queries as long as nobody writes:
// to unpack one costs as much as a page may take. What it holds is shared and
// never changed.
type cache struct {
	mu         sync.Mutex
	ask        *reader // whom the version is asked of; it compares on one connection only
	version    int64   // of the file as of the articles in young and old
	young, old map[int64]*kept
	size       int // of young, in bytes
	counts     *store.Counts
}

// now is the version of the file, 0 where it cannot be told: then nothing is
// remembered. It grows with every transaction of any program.
func (c *cache) now(ctx context.Context, db *DB) int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ask == nil {
		r, err := db.reader(context.WithoutCancel(ctx))
		if err != nil {
			return 0
		}
		c.ask = r
	}
	var v int64
	if _, err := c.ask.one(func(s *sqlite3.Stmt) { v = s.ColumnInt64(0) }, "PRAGMA data_version"); err != nil {
		return 0
	}
	if v != c.version {
		c.version, c.young, c.old, c.size, c.counts = v, map[int64]*kept{}, nil, 0, nil
	}
	return v
}

// get is article n as of a version, nil where it is not remembered.
func (c *cache) get(version, n int64) *kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	if version == 0 || version != c.version {
		return nil
	}
	a := c.young[n]
	if a == nil {
		if a = c.old[n]; a != nil {
			c.keep(n, a)
		}
	}
	return a
}

// put remembers article n, read after version was told.
func (c *cache) put(version, n int64, a *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if version != 0 && version == c.version && c.young[n] == nil {
		c.keep(n, a)
	}
}

// keep adds to the young; where these are many, they become the old, and what
// was old and has not been asked for since is forgotten.
func (c *cache) keep(n int64, a *kept) {
	size := 1024 + heavier*len(a.Text)
	if size > cacheBytes/4 {
		return
	}
	if c.size+size > cacheBytes {
		c.old, c.young, c.size = c.young, map[int64]*kept{}, 0
	}
	c.young[n] = a
	c.size += size
}

// counted are the counts as of a version, where they are remembered.
func (c *cache) counted(version int64) (store.Counts, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.counts == nil || version == 0 || version != c.version {
		return store.Counts{}, false
	}
	out := *c.counts
	out.Readers = maps.Clone(out.Readers)
	return out, true
}

// count remembers counts that were taken after version was told.
func (c *cache) count(version int64, n store.Counts) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if version != 0 && version == c.version {
		n.Readers = maps.Clone(n.Readers)
		c.counts = &n
	}
}

func (c *cache) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ask != nil {
		c.ask.close()
		c.ask = nil
	}
}
