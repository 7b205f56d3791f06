package cli

import (
	"bufio"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/eval"
	"mahdar/intake"
	"mahdar/store"
)

// agreement is the flags of mahdar agree.
type agreement struct {
	gold   []string
	layers []string
	coders []string // of a database, instead of gold
	json   bool
}

func (a *app) agreeCommand() *cobra.Command {
	var in inputs
	var g agreement
	cmd := &cobra.Command{
		Use:   "agree --gold FOLDER --gold FOLDER PATH…\n  mahdar agree --coder NAME --coder NAME DATABASE",
		Short: "Measure how far coders agree, and list where they differ",
		Long: `Agree compares the gold records that two or more coders wrote of the same
articles: the record of NAME.txt is NAME.gold.json in the folder of each coder.
It prints, layer by layer, how many items each marked and the F1 of what they
marked alike; for each variable of the items that they have in common the share
of equal codes, Cohen's kappa (of more than two coders the mean of all pairs)
and Krippendorff's alpha; and a list of all that differs, with its words.

With --coder it compares what coders have decided on the facts of a database: of
the facts that all of them judged, and of those that they added.

Items are coupled by their place, not by how they were coded. A variable that
does not vary has neither kappa nor alpha.`,
		Example: `  mahdar agree --gold first/ --gold second/ articles/
  mahdar agree --gold first/ --gold second/ --layer statements articles/
  mahdar agree --gold first/ --gold second/ --json articles/ > agreement.json
  mahdar agree --coder huda --coder omar talks.db`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if len(g.coders) == 0 {
				return a.agree(cmd.Context(), cleaned(paths), in, g)
			}
			if len(paths) != 1 || len(g.gold) > 0 || len(g.coders) < 2 || len(g.coders) > eval.MaxCoders {
				return fmt.Errorf("give one database and two to %d coders, for instance: mahdar agree --coder huda --coder omar talks.db", eval.MaxCoders)
			}
			return a.reviewing(cmd.Context(), paths[0], func(v *store.View) error { return a.agreeCoders(cmd.Context(), v, g) })
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&g.gold, "gold", nil, "folder of one coder's gold records (give two or more)")
	f.StringArrayVar(&g.layers, "layer", nil, "layer to print (default all; may be repeated)")
	f.StringArrayVar(&g.coders, "coder", nil, "coder of a database (give two or more)")
	f.BoolVar(&g.json, "json", false, "print one JSON object")
	must(cmd.MarkFlagDirname("gold"))
	in.flags(cmd)
	must(f.MarkHidden("published")) // no date is read here
	must(cmd.RegisterFlagCompletionFunc("layer", completeLayers(eval.ComparedLayers())))
	return cmd
}

func (a *app) agree(ctx context.Context, paths []string, in inputs, g agreement) error {
	failed := false
	tell := func(sentence string) {
		failed = true
		a.complain(sentence)
	}
	if len(g.gold) < 2 || len(g.gold) > eval.MaxCoders {
		return fmt.Errorf("give the folders of two to %d coders, for instance: mahdar agree --gold first/ --gold second/ %s", eval.MaxCoders, strings.Join(paths, " "))
	}
	layers, err := theLayers(g.layers, eval.ComparedLayers(), "mahdar agree --help")
	if err != nil {
		return fmt.Errorf("--layer: %w", err)
	}
	opt, err := in.options(a, func(r *intake.Refusal) { tell(r.Error()) })
	if err != nil {
		return err
	}
	var coders []*goldFolder
	for _, dir := range g.gold {
		f, err := loadGold(dir, tell)
		if err != nil {
			return err
		}
		coders = append(coders, f)
	}
	names := commonNames(coders)
	articles, err := textsOf(ctx, names, paths, opt, tell)
	if err != nil {
		return ctxFirst(ctx, err)
	}
	result, faults := compareCoders(coders, names, articles)
	for _, f := range faults {
		tell(f)
	}
	if result.Articles == 0 {
		if failed {
			return errTold
		}
		return fmt.Errorf("no article of %s has a record of two coders; the record of NAME.txt is NAME%s in each folder", strings.Join(paths, " "), eval.GoldSuffix)
	}
	if len(layers) > 0 {
		result = result.Only(layers...)
	}
	if err := a.printAgreement(result, g.json); err != nil {
		return err
	}
	if failed {
		return errTold
	}
	return nil
}

// textsOf are the texts of the articles among paths that have one of names, which stand in
// order.
func textsOf(ctx context.Context, names, paths []string, opt intake.Options, tell func(string)) (map[string]string, error) {
	texts := map[string]string{}
	_, err := intake.Walk(ctx, paths, opt, wanted(
		func(p string) int {
			for _, n := range articleNames(p) {
				if i, ok := slices.BinarySearch(names, n); ok {
					return i
				}
			}
			return -1
		}, tell,
		func(d article) error {
			texts[names[d.gold]] = d.doc.Text
			return nil
		}))
	return texts, err
}

// commonNames are the names of all articles that any coder has, in order.
func commonNames(coders []*goldFolder) []string {
	var names []string
	for _, c := range coders {
		for _, f := range c.files {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// compareCoders compares the articles that at least two coders have and that
// were given.
func compareCoders(coders []*goldFolder, names []string, articles map[string]string) (eval.Agreement, []string) {
	c := eval.NewComparison(coderNames(coders)...)
	var absent, faults []string
	for _, name := range names {
		src, given := articles[name]
		records := make([]*eval.GoldRecord, len(coders))
		have := 0
		for i, g := range coders {
			if k, ok := g.at[name]; ok {
				have++
				records[i] = g.files[k].Record
			}
		}
		if have < 2 || !given {
			absent = append(absent, name)
			continue
		}
		for _, g := range coders {
			if k, ok := g.at[name]; ok {
				faults = append(faults, goldFaults(&g.files[k], src)...)
			}
		}
		c.Article(name, src, records)
	}
	a := c.Agreement()
	a.Absent = append(a.Absent, absent...)
	return a, faults
}

// coderNames are the names of the coders' folders, or their paths where two
// folders are named alike.
func coderNames(coders []*goldFolder) []string {
	var short, long []string
	for _, c := range coders {
		short = append(short, filepath.Base(filepath.Clean(c.dir)))
		long = append(long, filepath.Clean(c.dir))
	}
	if one := slices.Compact(slices.Sorted(slices.Values(short))); len(one) < len(short) {
		return long
	}
	return short
}

func (a *app) printAgreement(g eval.Agreement, asJSON bool) error {
	out := bufio.NewWriter(a.out)
	if asJSON {
		if err := writeJSON(out, g); err != nil {
			return err
		}
		return out.Flush()
	}
	if err := g.Print(out); err != nil {
		return err
	}
	if len(g.Differences) > 0 {
		fmt.Fprintln(out)
	}
	for _, d := range g.Differences {
		codes := make([]string, len(d.Codes))
		for i, c := range d.Codes {
			codes[i] = a.source(orDash(c))
		}
		what := d.Variable
		if what == "" {
			what = "marked"
		}
		fmt.Fprintln(out, strings.Join([]string{d.Article, string(d.Layer), what, strings.Join(codes, " | "), a.source(d.Label), a.excerpt(d.Before, d.Words, d.After)}, "\t"))
	}
	return out.Flush()
}
