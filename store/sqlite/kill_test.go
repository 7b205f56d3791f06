package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"mahdar/store"
	"mahdar/store/storetest"
)

// A process that is killed loses nothing that it had acknowledged, and leaves
// a database that the next one goes on with to the same record.
func TestKilled(t *testing.T) {
	if path := os.Getenv("MAHDAR_TEST_WRITER"); path != "" {
		writeAndTell(path)
		return
	}
	if testing.Short() {
		t.Skip("starts processes")
	}
	const rounds, articles = 8, 300
	path := filepath.Join(t.TempDir(), "talks.db")
	told := 0
	for round := range rounds {
		cmd := exec.Command(os.Args[0], "-test.run=TestKilled$")
		cmd.Env = append(os.Environ(), "MAHDAR_TEST_WRITER="+path, "MAHDAR_TEST_FROM="+strconv.Itoa(told), "MAHDAR_TEST_TO="+strconv.Itoa(articles))
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		left := 1 + rand.IntN(12) // batches that it may still acknowledge
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			n, err := strconv.Atoi(lines.Text())
			if err != nil {
				continue // the test binary's own words
			}
			told = max(told, n)
			if left--; left == 0 && round < rounds-1 {
				time.Sleep(time.Duration(rand.IntN(3000)) * time.Microsecond)
				cmd.Process.Kill()
			}
		}
		cmd.Wait() // killed, or done
		db := openAt(t, path, Create)
		var state string
		if err := db.sql.QueryRow("PRAGMA integrity_check").Scan(&state); err != nil || state != "ok" {
			t.Fatalf("round %d: %s %v", round, state, err)
		}
		c, err := db.Counts(t.Context())
		if err != nil || c.Articles < told {
			t.Fatalf("round %d: %d articles of %d acknowledged (%v)", round, c.Articles, told, err)
		}
		t.Logf("round %d: %d acknowledged, %d kept", round, told, c.Articles)
		db.Close()
	}
	if told != articles {
		t.Fatalf("the last round wrote up to %d", told)
	}
	got, err := storetest.Dump(t.Context(), openAt(t, path, Existing))
	if err != nil {
		t.Fatal(err)
	}
	whole := openAt(t, filepath.Join(t.TempDir(), "whole.db"), Create)
	var ps []*store.Parcel
	for n := range articles {
		ps = append(ps, storetest.Parcel(n/2, n%2))
	}
	if _, err := whole.Add(t.Context(), ps); err != nil {
		t.Fatal(err)
	}
	if want, err := storetest.Dump(t.Context(), whole); err != nil || got != want {
		t.Errorf("the record of killed runs differs from that of one run (%v)", err)
	}
}

// writeAndTell adds articles in small batches and says after each how many are
// acknowledged. It is the process that gets killed.
func writeAndTell(path string) {
	ctx := context.Background()
	from, _ := strconv.Atoi(os.Getenv("MAHDAR_TEST_FROM"))
	to, _ := strconv.Atoi(os.Getenv("MAHDAR_TEST_TO"))
	db, err := Open(ctx, path, Create)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for n := from; n < to; n += 3 {
		var batch []*store.Parcel
		for i := n; i < min(n+3, to); i++ {
			batch = append(batch, storetest.Parcel(i/2, i%2))
		}
		if _, err := db.Add(ctx, batch); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(min(n+3, to))
	}
}
