package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/eval"
	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
)

// reviewFormats are what export writes of people's decisions, beside the
// formats of package export.
func reviewFormats() []string { return []string{"decisions", "gold"} }

// exportReview writes the decisions as CSV, or the accepted facts as gold
// records, one file an article, into a folder.
func (a *app) exportReview(cmd *cobra.Command, database, as, out string) error {
	return a.reviewing(cmd.Context(), database, func(v *store.View) error {
		if as == "gold" {
			return a.exportGold(cmd.Context(), v, out)
		}
		ds, err := store.AllDecisions(cmd.Context(), v)
		if err != nil {
			return err
		}
		if out == "" || out == "-" {
			return review.WriteCSV(a.out, ds)
		}
		return wholeFile(out, func(w io.Writer) error { return review.WriteCSV(w, ds) })
	})
}

// wholeFile writes a file whole or not at all.
func wholeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".part-*")
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, err)
	}
	defer os.Remove(f.Name())
	err = errors.Join(write(f), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, err)
	}
	return nil
}

// exportGold writes a gold record, with the text beside it, for every article
// of which somebody has judged a fact.
func (a *app) exportGold(ctx context.Context, v *store.View, dir string) error {
	if dir == "" || dir == "-" {
		return errors.New("gold records are a file an article; name a folder, for instance: -o gold/")
	}
	ids, err := decidedArticles(ctx, v)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("%s: cannot be made: %w", dir, err)
	}
	names := map[string]bool{}
	for _, id := range ids {
		r, err := v.Accepted(ctx, id)
		if err != nil {
			return err
		}
		g := eval.Gold(r)
		for n := 2; g.Doc == "" || names[g.Doc]; n++ { // two folders may have files of one name
			g.Doc = strings.TrimSuffix(g.Doc, fmt.Sprintf("-%d", n-1)) + fmt.Sprintf("-%d", n)
		}
		names[g.Doc] = true
		g.Mentions, g.Dates, g.Boilerplate = nil, nil, nil // nobody has judged them
		if err := wholeFile(filepath.Join(dir, g.Doc+eval.GoldSuffix), func(w io.Writer) error { return eval.WriteGold(w, &g) }); err != nil {
			return err
		}
		if err := wholeFile(filepath.Join(dir, g.Doc+".txt"), func(w io.Writer) error { _, err := io.WriteString(w, r.Text); return err }); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(a.out, "%s: %d gold records\n", dir, len(ids))
	return err
}

// decidedArticles are the articles of the facts that anybody has judged.
func decidedArticles(ctx context.Context, v *store.View) ([]string, error) {
	st, err := v.State(ctx)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, id := range st.Decided() {
		if !st.Reviewed(id) || id.Kind == record.Actors {
			continue
		}
		if d, ok := st.Added(id); ok {
			if _, err := v.Article(ctx, d.Article); err == nil {
				out = append(out, d.Article)
			}
			continue
		}
		f, err := readFact(ctx, v, id)
		if err != nil {
			return nil, err
		}
		if f != nil {
			for _, e := range f.Evidence {
				out = append(out, e.Article.ID)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// agreeCoders compares what the coders of one database decided: facts that all
// of them judged, and what each of them added where the others judged, too.
func (a *app) agreeCoders(ctx context.Context, v *store.View, g agreement) error {
	ds, err := store.AllDecisions(ctx, v)
	if err != nil {
		return err
	}
	views := make([]*store.View, len(g.coders))
	states := make([]*review.State, len(g.coders))
	for i, c := range g.coders {
		if known := review.Coders(ds); !slices.Contains(known, c) {
			return fmt.Errorf("--coder %s: nobody of this name has decided anything; the coders are %s", c, strings.Join(known, ", "))
		}
		views[i] = v.As(c)
		if states[i], err = views[i].State(ctx); err != nil {
			return err
		}
	}
	articles, err := decidedArticles(ctx, v)
	if err != nil {
		return err
	}
	cmp := eval.NewComparison(g.coders...)
	compared := 0
	for _, id := range articles {
		records, text, name, err := codedArticle(ctx, views, states, id)
		if err != nil {
			return err
		}
		if records != nil {
			cmp.Article(name, text, records)
			compared++
		}
	}
	if compared == 0 {
		return fmt.Errorf("%s have judged no fact in common", strings.Join(g.coders, " and "))
	}
	result := cmp.Agreement()
	layers, err := theLayers(g.layers, eval.ComparedLayers(), "mahdar agree --help")
	if err != nil {
		return fmt.Errorf("--layer: %w", err)
	}
	if len(layers) > 0 {
		result = result.Only(layers...)
	}
	return a.printAgreement(result, g.json)
}

// codedArticle is an article as each coder codes it; nil where they have
// judged nothing of it in common.
func codedArticle(ctx context.Context, views []*store.View, states []*review.State, id string) (records []*eval.GoldRecord, text, name string, err error) {
	judged := func(f record.ID) bool {
		return !slices.ContainsFunc(states, func(s *review.State) bool { return !s.Reviewed(f) })
	}
	common := false
	for _, k := range record.Kinds() {
		for f, err := range views[0].Store.Facts(ctx, store.Query{Kind: k, Article: id}) {
			if err != nil {
				return nil, "", "", err
			}
			common = common || k != record.Actors && judged(f.ID)
		}
	}
	if !common {
		return nil, "", "", nil
	}
	for i, v := range views {
		r, err := v.Chosen(ctx, id, func(f *record.Fact) bool {
			_, added := states[i].Added(f.ID)
			return added || judged(f.ID)
		})
		if err != nil {
			return nil, "", "", err
		}
		g := eval.Gold(r)
		g.Mentions, g.Dates, g.Boilerplate = nil, nil, nil
		records, text, name = append(records, &g), r.Text, g.Doc
	}
	return records, text, name, nil
}
