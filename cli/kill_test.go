package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program runs this test's own binary as mahdar (see TestMain).
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &exec.Cmd{Path: self, Args: append([]string{"mahdar"}, args...), Env: append(os.Environ(), "LANG=C.UTF-8", "LC_ALL=")}
}

func output(t *testing.T, args ...string) string {
	t.Helper()
	cmd := program(t, args...)
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("mahdar %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return string(out)
}

// A build that is killed again and again ends in the record of one build.
func TestBuildKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := t.TempDir()
	talks := filepath.Join(dir, "talks")
	if err := os.Mkdir(talks, 0o700); err != nil {
		t.Fatal(err)
	}
	const articles = 700
	for n := range articles {
		text := fmt.Sprintf("لقاء رقم %d في وادي القمر\n\nقال سالم الأحمر إن «اللقاء رقم %d انتهى باتفاق»، وأعلنت حركة الجبل أنها ستعود غدا.\n", n, n)
		if err := os.WriteFile(filepath.Join(talks, fmt.Sprintf("%04d.txt", n)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	killed := filepath.Join(dir, "killed.db")
	for range 4 {
		cmd := program(t, "build", "-o", killed, talks)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for {
			if _, err := os.Stat(killed); err == nil {
				break
			}
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(rand.IntN(150)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait() // its error is the kill
	}
	t.Log(output(t, "build", "-o", killed, talks))
	if s := output(t, "build", "-o", killed, talks); !strings.Contains(s, "nothing new") {
		t.Errorf("the second build: %s", s)
	}
	whole := filepath.Join(dir, "whole.db")
	output(t, "build", "-o", whole, talks)
	if output(t, "minutes", killed) != output(t, "minutes", whole) {
		t.Error("the killed builds made another record")
	}
}
