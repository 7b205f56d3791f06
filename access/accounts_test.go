package access

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// clock is a time that tests move.
type clock struct{ at time.Time }

func (c *clock) now() time.Time         { return c.at }
func (c *clock) passes(d time.Duration) { c.at = c.at.Add(d) }

var hand = Actor{"root", "command line"}

const good = "سبع نجمات فوق الوادي"

// house opens new accounts whose hashes cost little, with huda (admin), zain
// (coder) and omar (reader).
func house(t testing.TB) (*Accounts, *clock) {
	t.Helper()
	a := openAt(t, filepath.Join(t.TempDir(), "talks.accounts.db"), true)
	c := &clock{time.Date(2031, 5, 4, 10, 0, 0, 0, time.UTC)}
	a.now, a.hasher.cost = c.now, cost{64, 1, 1}
	for name, role := range map[string]Role{"huda": Admin, "zain": Coder, "omar": Reader} {
		if err := a.Add(t.Context(), hand, name, role, good+name); err != nil {
			t.Fatal(err)
		}
	}
	return a, c
}

func openAt(t testing.TB, path string, make bool) *Accounts {
	t.Helper()
	a, err := Open(t.Context(), path, make)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func TestBeside(t *testing.T) {
	for record, want := range map[string]string{"talks.db": "talks.accounts.db", "/a/b.c/talks": "/a/b.c/talks.accounts", "x.y.db": "x.y.accounts.db"} {
		if got := Beside(record); got != want {
			t.Errorf("%s: %s", record, got)
		}
	}
}

// The file and what SQLite puts beside it are the owner's alone, whatever the umask.
func TestOwnersAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes mean little on Windows")
	}
	a, _ := house(t)
	files, _ := filepath.Glob(a.Path() + "*")
	if len(files) < 2 {
		t.Fatalf("only %v", files)
	}
	for _, f := range files {
		if fi, err := os.Stat(f); err != nil || fi.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f, fi.Mode(), err)
		}
	}
	a.Close()
	os.Chmod(a.Path(), 0o640)
	if _, err := Open(t.Context(), a.Path(), false); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a file that others may read: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(t.Context(), filepath.Join(dir, "none.db"), false); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	words := filepath.Join(dir, "words.db")
	os.WriteFile(words, []byte(strings.Repeat("words ", 40)), 0o600)
	if _, err := Open(t.Context(), words, true); err == nil || !strings.Contains(err.Error(), "no file of accounts") {
		t.Errorf("words: %v", err)
	}
	for what, ddl := range map[string]string{"another program": "CREATE TABLE recipe (name TEXT)", "a newer mahdar": "CREATE TABLE account (n); PRAGMA application_id = 1835557219; PRAGMA user_version = 99"} {
		path := filepath.Join(dir, strings.ReplaceAll(what, " ", "")+".db")
		db, err := sql.Open("sqlite3", "file:"+path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(ddl); err != nil {
			t.Fatal(err)
		}
		db.Close()
		os.Chmod(path, 0o600)
		if _, err := Open(t.Context(), path, true); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	empty := filepath.Join(dir, "empty.db")
	os.WriteFile(empty, nil, 0o600)
	openAt(t, empty, false) // killed before the schema was written
}

func TestUsers(t *testing.T) {
	a, _ := house(t)
	ctx := t.Context()
	for _, name := range []string{"", " huda", "hu da", "هدى\u202e", "a/b", "<b>", "-x", strings.Repeat("x", 65), "e\u0301"} {
		if a.Add(ctx, hand, name, Reader, good) == nil {
			t.Errorf("%q is taken for a name", name)
		}
	}
	for _, name := range []string{"هدى", "omar.s", "m-1", "é"} {
		if err := a.Add(ctx, hand, name, Reader, good); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	if err := a.Add(ctx, hand, "HUDA", Reader, good); !errors.Is(err, ErrTaken) {
		t.Errorf("huda twice: %v", err)
	}
	if err := a.SetRole(ctx, hand, "nobody", Coder); !errors.Is(err, ErrUnknown) {
		t.Errorf("a role for nobody: %v", err)
	}
	if err := a.SetRole(ctx, hand, "huda", Reader); !errors.Is(err, ErrLastAdmin) {
		t.Errorf("the last admin becomes a reader: %v", err)
	}
	if err := a.Remove(ctx, hand, "Huda"); !errors.Is(err, ErrLastAdmin) {
		t.Errorf("the last admin goes: %v", err)
	}
	if err := a.SetRole(ctx, hand, "zain", Admin); err != nil {
		t.Fatal(err)
	}
	if err := a.Remove(ctx, hand, "huda"); err != nil {
		t.Fatal(err)
	}
	if was, err := a.Removed(ctx, "HUDA"); !was || err != nil {
		t.Errorf("removed: %v, %v", was, err)
	}
	if u, err := a.Account(ctx, "zain"); err != nil || u.Role != Admin || u.Name != "zain" {
		t.Errorf("%+v, %v", u, err)
	}
}

// What lets in, and what ends a session.
func TestSessions(t *testing.T) {
	ctx := t.Context()
	for name, end := range map[string]func(*Accounts, *clock, string) error{
		"logout":   func(a *Accounts, _ *clock, s string) error { return a.Logout(ctx, s) },
		"idle":     func(_ *Accounts, c *clock, _ string) error { c.passes(idleFor + time.Second); return nil },
		"password": func(a *Accounts, _ *clock, _ string) error { return a.SetPassword(ctx, hand, "zain", good+"2") },
		"role":     func(a *Accounts, _ *clock, _ string) error { return a.SetRole(ctx, hand, "zain", Reader) },
		"lock":     func(a *Accounts, _ *clock, _ string) error { return a.SetLocked(ctx, hand, "zain", true) },
		"removal":  func(a *Accounts, _ *clock, _ string) error { return a.Remove(ctx, hand, "zain") },
		"ended":    func(a *Accounts, _ *clock, _ string) error { return a.EndSessions(ctx, hand, "zain", "", "") },
		"age": func(a *Accounts, c *clock, s string) error {
			for range 15 { // used all the time
				c.passes(atMost / 14)
				if _, _, err := a.session(ctx, s); err != nil {
					return err
				}
			}
			return nil
		},
	} {
		a, c := house(t)
		u, s, err := a.Login(ctx, "Zain", good+"zain", "10.0.0.1", "Browser/1")
		if err != nil || u.Name != "zain" || u.Role != Coder {
			t.Fatalf("%s: %+v, %v", name, u, err)
		}
		c.passes(idleFor - time.Minute)
		if u, sess, err := a.session(ctx, s); err != nil || u.Name != "zain" || sess.Address != "10.0.0.1" || sess.Agent != "Browser/1" {
			t.Fatalf("%s: %+v %+v %v", name, u, sess, err)
		}
		if err := end(a, c, s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if u, _, err := a.session(ctx, s); err != nil || u.Name != "" {
			t.Errorf("%s: the session goes on: %+v, %v", name, u, err)
		}
	}
}

func TestLoginDenied(t *testing.T) {
	a, _ := house(t)
	ctx := t.Context()
	if err := a.SetLocked(ctx, hand, "omar", true); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{{"huda", "wrong"}, {"huda", ""}, {"nobody", good}, {"", ""}, {"omar", good + "omar"}, {"huda", strings.Repeat("x", 5000)}} {
		if _, s, err := a.Login(ctx, c[0], c[1], "10.0.0.1", ""); !errors.Is(err, ErrDenied) || s != "" {
			t.Errorf("%q: %v", c, err)
		}
	}
	for _, s := range []string{"", "x", strings.Repeat("A", 43), secret(), secret() + "="} {
		if u, _, err := a.session(ctx, s); err != nil || u.Name != "" {
			t.Errorf("%q lets %v in, %v", s, u, err)
		}
	}
	lines, err := a.Lines(ctx, LogQuery{What: "login failed"})
	if err != nil || len(lines) != 6 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	for _, l := range lines {
		if strings.Contains(l.Detail, "nobody") && l.Detail != "a name that nobody has" || l.Address != "10.0.0.1" || l.Who != "" {
			t.Errorf("%+v", l)
		}
	}
}

// What the file holds lets nobody in.
func TestNoSecretsKept(t *testing.T) {
	a, c := house(t)
	ctx := t.Context()
	_, s, err := a.Login(ctx, "zain", good+"zain", "", "")
	if err != nil {
		t.Fatal(err)
	}
	tok, err := a.AddToken(ctx, hand, "zain", "notebook", Reader, c.at.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	a.Close()
	files, _ := filepath.Glob(a.Path() + "*")
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{s, tok, strings.TrimPrefix(tok, tokenPrefix), good, csrfOf(s)} {
			if strings.Contains(string(b), word) {
				t.Errorf("%s holds %q", f, word)
			}
		}
	}
}

func TestTokens(t *testing.T) {
	a, c := house(t)
	ctx := t.Context()
	ends := c.at.Add(24 * time.Hour)
	if _, err := a.AddToken(ctx, hand, "omar", "x", Coder, ends); err == nil {
		t.Error("a reader's token codes")
	}
	if _, err := a.AddToken(ctx, hand, "nobody", "x", Reader, ends); !errors.Is(err, ErrUnknown) {
		t.Errorf("nobody's token: %v", err)
	}
	tok, err := a.AddToken(ctx, hand, "zain", "notebook", Coder, ends)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.AddToken(ctx, hand, "zain", "notebook", Coder, ends); err == nil {
		t.Error("two tokens of one label")
	}
	is := func(want Role) {
		t.Helper()
		if u, err := a.token(ctx, tok); err != nil || u.Role != want || want > Nobody && (u.Name != "zain" || !u.Program) {
			t.Errorf("%+v, %v; want %s", u, err, want)
		}
	}
	is(Coder)
	if err := a.SetRole(ctx, hand, "zain", Reader); err != nil {
		t.Fatal(err)
	}
	is(Reader)
	if err := errors.Join(a.SetRole(ctx, hand, "zain", Admin), a.SetLocked(ctx, hand, "zain", true)); err != nil {
		t.Fatal(err)
	}
	is(Nobody)
	if err := a.SetLocked(ctx, hand, "zain", false); err != nil {
		t.Fatal(err)
	}
	is(Coder)
	c.passes(24 * time.Hour)
	is(Nobody)
	c.passes(-time.Hour)
	is(Coder)
	if err := a.RemoveToken(ctx, hand, "zain", "notebook"); err != nil {
		t.Fatal(err)
	}
	is(Nobody)
	if err := a.RemoveToken(ctx, hand, "zain", "notebook"); !errors.Is(err, ErrUnknown) {
		t.Errorf("removed twice: %v", err)
	}
}

// Lines of the log are neither changed nor taken away, not even by hand.
func TestLogIsKept(t *testing.T) {
	a, _ := house(t)
	for _, q := range []string{"UPDATE log SET who = 'x'", "DELETE FROM log"} {
		if _, err := a.sql.ExecContext(t.Context(), q); err == nil {
			t.Errorf("%s went through", q)
		}
	}
	var n int
	for l, err := range a.Latest(t.Context(), LogQuery{}) {
		if n++; err != nil || l.N != int64(n) || l.Who != "root" {
			t.Errorf("%+v, %v", l, err)
		}
	}
	if n != 3 {
		t.Errorf("%d lines", n)
	}
}

// Two programs on one file: a password changed on the command line ends the
// session in the server at once.
func TestTwoPrograms(t *testing.T) {
	a, _ := house(t)
	ctx := context.Background()
	_, s, err := a.Login(ctx, "zain", good+"zain", "", "")
	if err != nil {
		t.Fatal(err)
	}
	b := openAt(t, a.Path(), false)
	b.hasher.cost = cost{64, 1, 1}
	if a.id != b.id || a.id == "" {
		t.Errorf("ids %q and %q", a.id, b.id)
	}
	if err := b.SetPassword(ctx, hand, "zain", good+"new"); err != nil {
		t.Fatal(err)
	}
	if u, _, err := a.session(ctx, s); err != nil || u.Name != "" {
		t.Errorf("the session goes on: %v, %v", u, err)
	}
}

func TestBackup(t *testing.T) {
	a, _ := house(t)
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := a.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	b := openAt(t, copied, false) // refuses what others may read
	if users, err := b.List(t.Context()); err != nil || len(users) != 3 || b.id != a.id {
		t.Errorf("%d users, %v", len(users), err)
	}
	if err := a.Backup(t.Context(), copied); err == nil || !strings.Contains(err.Error(), "there already") {
		t.Errorf("over another file: %v", err)
	}
}
