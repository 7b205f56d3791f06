package main

import (
	"os/exec"
	"strings"
	"testing"
)

// floors lists the packages from the ground up: each imports only what stands
// above it in this list. Packages of one line share a floor and do not import
// one another. A folder stands for the packages below it, a longer path before
// a shorter.
var floors = []string{
	"text",
	"arabic",
	"arabic/calendar",
	"lexicon",
	"fact",
	"intake",
	"intake/fetch",
	"read/page",
	"read/phrases",
	"read/blocks read/dates read/figures read/names read/statements read/talks read/incidents",
	"read",
	"record",
	"review",
	"store",
	"store/storetest store/sqlite store/postgres",
	"minutes export",
	"access",
	"answer",
	"web api mcp",
	"fleet",
	"eval",
	"demo",
	"cli",
	"cmd/mahdar",
}

// floorOf is the floor of a package by the longest path in floors that it is
// or lies below, -1 for none.
func floorOf(pkg string) (floor int, room string) {
	floor = -1
	for i, line := range floors {
		for f := range strings.FieldsSeq(line) {
			if (pkg == f || strings.HasPrefix(pkg, f+"/")) && len(f) > len(room) {
				floor, room = i, f
			}
		}
	}
	return floor, room
}

func TestImportsPointUp(t *testing.T) {
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("the go command is not here: ", err)
	}
	out, err := exec.Command(goTool, "list", "-deps", "-e", "-f", "{{if not .Standard}}{{.ImportPath}} {{join .Imports \" \"}}{{end}}", "mahdar/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		if len(words) == 0 || !strings.HasPrefix(words[0], "mahdar/") {
			continue
		}
		seen++
		pkg := strings.TrimPrefix(words[0], "mahdar/")
		floor, room := floorOf(pkg)
		if floor < 0 {
			t.Errorf("%s stands nowhere in the table: put it where it belongs", pkg)
			continue
		}
		for _, imp := range words[1:] {
			imp, ours := strings.CutPrefix(imp, "mahdar/")
			if !ours {
				continue
			}
			below, r := floorOf(imp)
			if below > floor || below == floor && r != room {
				t.Errorf("%s imports %s, which stands beside or below it", pkg, imp)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d packages seen", seen)
	}
}

// One static binary: no package of others needs a C compiler.
func TestNoCgo(t *testing.T) {
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("the go command is not here: ", err)
	}
	out, err := exec.Command(goTool, "list", "-deps", "-f", "{{if and (not .Standard) .CgoFiles}}{{.ImportPath}}{{end}}", "mahdar/cmd/mahdar").Output()
	if err != nil {
		t.Fatal(err)
	}
	if cgo := strings.TrimSpace(string(out)); cgo != "" {
		t.Errorf("these packages need cgo:\n%s", cgo)
	}
}
