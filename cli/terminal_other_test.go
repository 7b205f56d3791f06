//go:build !linux

package cli

import "github.com/rogpeppe/go-internal/testscript"

// onTerminal needs a pseudo-terminal; terminal.txtar passes where there is none.
func onTerminal(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("there is no pseudo-terminal here")
}
