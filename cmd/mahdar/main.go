// Mahdar reads Arabic news of peace talks and writes their minutes.
package main

import (
	"os"

	"mahdar/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
