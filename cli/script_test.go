package cli

import (
	"bytes"
	"database/sql"
	"encoding/hex"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"mahdar": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs testdata/script: each file is a story of what a user does
// and sees.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "C.UTF-8")
			e.Setenv("LC_ALL", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes":    writeBytes,
			"big":      writeBig,
			"columns":  fitsColumns,
			"foreign":  writeForeign,
			"terminal": onTerminal,
			"ids":      firstID,
			"damage":   damage,
		},
	})
}

// writeBytes: «bytes FILE HEX» makes a file of any bytes.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	b, err := hex.DecodeString(strings.Join(args[1:], ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

// writeBig: «big FILE MB» makes a text of so many megabytes.
func writeBig(ts *testscript.TestScript, _ bool, args []string) {
	mb, err := strconv.Atoi(args[1])
	ts.Check(err)
	line := []byte(strings.Repeat("قال سالم الأحمر إن الهدنة صامدة. ", 10) + "\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(line, mb<<20/len(line)+1), 0o600))
}

// writeForeign: «foreign FILE» makes a database of another program.
func writeForeign(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite3", "file:"+ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec("CREATE TABLE recipe (name TEXT)")
	ts.Check(err)
}

// firstID: «ids DATABASE KIND» puts the id of the first fact of a kind into $ID.
func firstID(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec("mahdar", "timeline", args[0], "--kind", args[1], "--json"))
	_, after, _ := strings.Cut(ts.ReadFile("stdout"), `"id":"`)
	id, _, _ := strings.Cut(after, `"`)
	ts.Setenv("ID", id)
}

// damage: «damage DATABASE» takes a reading away behind the program's back.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite3", "file:"+ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec("DELETE FROM finding WHERE article = 1")
	ts.Check(err)
}

// fitsColumns: «columns stdout 80» checks that no line is longer.
func fitsColumns(ts *testscript.TestScript, _ bool, args []string) {
	limit, err := strconv.Atoi(args[1])
	ts.Check(err)
	for _, line := range strings.Split(ts.ReadFile(args[0]), "\n") {
		if n := cells(line); n > limit {
			ts.Fatalf("%d columns: %s", n, line)
		}
	}
}
