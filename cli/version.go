package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of what it writes",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			reader, err := a.readerVersion()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "mahdar %s (reader %s, %s, %s %s/%s)\n", programVersion(), reader, fact.Schema, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// programVersion is the module's version where it was built from one.
func programVersion() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		return b.Main.Version
	}
	return "(development)"
}

// readerVersion names what the reader finds with the words that it has:
// «2.5f0c9a31», the version of the rules and the fingerprint of the lexicon,
// and «+1b2c3d4e» more where the user lays words of his own over it.
func (a *app) readerVersion() (string, error) {
	version := read.Version + "." + lexicon.Fingerprint()
	if len(a.lexicons) == 0 {
		return version, nil
	}
	h := sha256.New()
	for _, dir := range a.lexicons {
		files, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
		if err != nil {
			return "", fmt.Errorf("--lexicon %s: %w", dir, err)
		}
		for _, name := range files { // Glob sorts
			f, err := os.Open(name)
			if err != nil {
				return "", fmt.Errorf("--lexicon: %w", err)
			}
			fmt.Fprintf(h, "%s\x00", filepath.Base(name))
			_, err = io.Copy(h, f)
			f.Close()
			if err != nil {
				return "", fmt.Errorf("--lexicon: %w", err)
			}
		}
	}
	return version + "+" + hex.EncodeToString(h.Sum(nil)[:4]), nil
}
