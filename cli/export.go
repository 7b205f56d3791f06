package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/export"
	"mahdar/store"
	"mahdar/store/sqlite"
)

// exporting are the flags of export.
type exporting struct {
	as, out string
	excel   bool
	asking
}

func (a *app) exportCommand() *cobra.Command {
	x := &exporting{}
	cmd := &cobra.Command{
		Use:   "export DATABASE",
		Short: "Write the record in the formats of other programs",
		Long: `Export writes the record of a database, as people have decided it, in one of
these formats (docs/exports.md says what each holds and what it loses):

` + formatList() + `
Text goes to the output unless -o names a file. Tables of several files (csv,
parquet) go into a folder, or into a zip where -o ends in .zip. A file is
written whole or not at all.`,
		Example: `  mahdar export talks.db --as json | jq .id
  mahdar export talks.db --as csv --excel -o tables/
  mahdar export talks.db --as xlsx -o talks.xlsx --process qamar
  mahdar export talks.db --as acled --from 2031-05 > acled.csv`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			if slices.Contains(reviewFormats(), x.as) {
				return a.exportReview(cmd, args[0], x.as, x.out)
			}
			f, err := x.format(cmd)
			if err != nil {
				return err
			}
			return a.onRecord(cmd, args, func(ctx context.Context, db *sqlite.DB) error { return a.export(ctx, db, f, x) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&x.as, "as", "", "format")
	f.StringVarP(&x.out, "output", "o", "", "file, folder or zip to write; - is the output")
	f.BoolVar(&x.excel, "excel", false, "CSV for Excel: with a byte-order mark, and formulas made harmless")
	f.StringVar(&x.from, "from", "", "only from this day on (2031, 2031-05, 2031-05-04)")
	f.StringVar(&x.to, "to", "", "only up to this day")
	f.StringVar(&x.process, "process", "", "only these talks, by their key")
	must(cmd.RegisterFlagCompletionFunc("as", completeFormat))
	must(cmd.RegisterFlagCompletionFunc("process", a.completeProcess))
	for _, name := range []string{"from", "to"} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions))
	}
	return cmd
}

// formatList is a line for each format.
func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-15s %s\n", f.Name, f.Says)
	}
	b.WriteString("  decisions       what people have decided, as CSV that import reads\n  gold            accepted facts as gold records, into a folder\n")
	return b.String()
}

func completeFormat(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name+"\t"+f.Says)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// format is the format asked for; it refuses flags that do not fit it.
func (x *exporting) format(cmd *cobra.Command) (export.Format, error) {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	if x.as == "" {
		return export.Format{}, fmt.Errorf("name a format with --as: %s", strings.Join(names, ", "))
	}
	f, err := export.Find(x.as)
	switch {
	case err != nil && nearest(x.as, names) != "":
		return f, unknown("format", x.as, names, cmd.CommandPath()+" --help")
	case err != nil:
		return f, err
	case f.Bundle && (x.out == "" || x.out == "-"):
		return f, fmt.Errorf("%s is several files; name a folder or a .zip, for instance: -o talks-%s", f.Name, f.Name)
	case f.Binary && x.out == "":
		return f, fmt.Errorf("%s is no text; name a file, for instance: -o talks%s", f.Name, f.Ext)
	case x.excel && f.Ext != ".csv":
		return f, fmt.Errorf("--excel is for CSV; %s is none", f.Name)
	}
	return f, nil
}

func (a *app) export(ctx context.Context, db *sqlite.DB, f export.Format, x *exporting) error {
	lex, err := a.loadLexicon()
	if err != nil {
		return err
	}
	q, err := x.query(ctx, db)
	if err != nil {
		return err
	}
	opt := export.Options{Process: q.Process, From: q.From, To: q.To, Excel: x.excel, Lexicon: lex, Version: programVersion()}
	src := store.Reviewed(db)
	var r export.Report
	write := func(w io.Writer) (err error) { r, err = f.Write(ctx, w, src, opt); return err }
	switch {
	case x.out == "" || x.out == "-":
		err = write(a.out)
	case f.Bundle && !strings.EqualFold(filepath.Ext(x.out), ".zip"):
		r, err = a.exportFolder(ctx, f, x.out, src, opt)
	default:
		err = writeFile(x.out, write)
	}
	if err != nil {
		return err
	}
	a.reportExport(f, x.out, r)
	return nil
}

// exportFolder writes the files of a bundle into a folder.
func (a *app) exportFolder(ctx context.Context, f export.Format, dir string, src export.Source, opt export.Options) (export.Report, error) {
	if fi, err := os.Stat(dir); err == nil && !fi.IsDir() {
		return export.Report{}, fmt.Errorf("%s is a file, and %s is several; name a folder or a .zip", dir, f.Name)
	}
	return f.WriteFolder(ctx, dir, src, opt)
}

// reportExport says what was written, and what the format could not take.
func (a *app) reportExport(f export.Format, out string, r export.Report) {
	where := "to the output"
	if out != "" && out != "-" {
		where = "to " + out
	}
	fmt.Fprintf(a.errs, "%s: %s written %s\n", f.Name, plural(r.Written, "entry", "entries"), where)
	for _, l := range r.Left {
		fmt.Fprintf(a.errs, "%s: left out: %s %s\n", f.Name, plural(l.Count, "fact", "facts"), l.Why)
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
