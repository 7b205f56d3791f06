package sqlite

import (
	"os"
	"path/filepath"
	"testing"
)

// What was committed comes into the file while the record is open, and a log
// that has grown long is written anew from its beginning.
func TestLogIsCopied(t *testing.T) {
	const pages, pageSize = 500, 8192
	path := filepath.Join(t.TempDir(), "talks.db")
	db := openAt(t, path, Create)
	size := func(name string) int64 {
		fi, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		return fi.Size()
	}
	db.copier.most = 2 * fewLogged
	much := make([]byte, pages*pageSize)
	for range 6 * fewLogged / pages {
		if err := db.SetNote(t.Context(), "much", much); err != nil {
			t.Fatal(err)
		}
	}
	db.copier.running.Wait()
	if got := size(path); got < pages*pageSize {
		t.Errorf("the file has %d bytes, what was kept in it %d", got, pages*pageSize)
	}
	if got := size(path + "-wal"); got > int64(db.copier.most+3*pages)*(pageSize+24) {
		t.Errorf("the log has grown to %d bytes", got)
	}
}
