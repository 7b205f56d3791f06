package cli_test

import (
	"os"
	"strings"

	"mahdar/cli"
)

// Main is the whole program; what goes wrong is one sentence on standard error.
func ExampleMain() {
	cli.Main([]string{"lexicon", "lookup", "وأضافت"}, strings.NewReader(""), os.Stdout, os.Stderr)
	cli.Main([]string{"raed"}, strings.NewReader(""), os.Stdout, os.Stdout)
	// Unordered output:
	// وأضافت · و+ · common word v
	// وأضافت · و+ · speech adafa · continue · state · past feminine
	// mahdar: there is no command "raed"; did you mean read?
}
