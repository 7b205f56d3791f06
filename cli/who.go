package cli

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/arabic"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
)

func (a *app) whoCommand() *cobra.Command {
	var name string
	var limited bool
	cmd := a.askingCommand(&cobra.Command{
		Use:   "who DATABASE NAME",
		Short: "Say who somebody is in the record, and what he did and said",
		Long: `Who finds the persons and bodies of a name, Arabic or in Latin letters, or of an
id. For one it prints how the articles write him, which offices they give him
and when, who else he may be, and what he had a part in: the first hundred of
each kind, all with --limit 0. For several it lists them: ask again with the id.`,
		Example: `  mahdar who talks.db الأحمر
  mahdar who talks.db a0g3k1… --from 2031`,
		Args: databaseAnd("a name", "الأحمر", 0),
		PreRun: func(cmd *cobra.Command, args []string) {
			name, limited = strings.Join(args[1:], " "), cmd.Flags().Changed("limit")
		},
	}, func(ctx context.Context, db *sqlite.DB, q *asking, s store.Query) error {
		return a.who(ctx, db, q, s, name, !limited)
	})
	cmd.ValidArgsFunction = a.completeFact
	return cmd
}

// mostSightings is of how many articles the names and offices of somebody are
// put together for people: who is known of a hundred thousand has no more.
const mostSightings = 500

func (a *app) who(ctx context.Context, db *sqlite.DB, q *asking, s store.Query, name string, short bool) error {
	most := mostSightings
	if q.json {
		most = 0
	}
	actors, err := named(ctx, db, name, most)
	switch {
	case err != nil:
		return err
	case len(actors) == 0:
		return fmt.Errorf("%s: the record knows nobody of this name", name)
	case len(actors) > 1:
		return a.list(items(actors), q.json, false)
	}
	f := actors[0]
	if q.json {
		return a.jsonFacts(func(yield func(*record.Fact, error) bool) {
			if !yield(f, nil) {
				return
			}
			for g, err := range partsOf(ctx, db, s, f.ID) {
				if !yield(g, err) {
					return
				}
			}
		})
	}
	if err := a.portrait(ctx, db, f); err != nil {
		return err
	}
	if !short {
		_, err = minutes.List(a.out, partsOf(ctx, db, s, f.ID), true, a.wording())
		return err
	}
	s.Limit = mostParts + 1 // one more tells that there is more
	more := false
	_, err = minutes.List(a.out, func(yield func(*record.Fact, error) bool) {
		n := map[record.Kind]int{}
		for g, err := range partsOf(ctx, db, s, f.ID) {
			if err == nil {
				if n[g.ID.Kind]++; n[g.ID.Kind] > mostParts {
					more = true
					continue
				}
			}
			if !yield(g, err) {
				return
			}
		}
	}, true, a.wording())
	if err == nil && more {
		_, err = fmt.Fprintf(a.out, "\n%s\n", a.label("more-parts"))
	}
	return err
}

// mostParts is how much of each kind is listed for people who have not said how
// much they want: some are in everything.
const mostParts = 100

func items[T any](vs []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range vs {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// partsOf yields the facts that an actor has a part in, kind by kind.
func partsOf(ctx context.Context, db *sqlite.DB, s store.Query, actor record.ID) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		s.Actor = actor
		for _, k := range record.Kinds() {
			if k == record.Actors {
				continue
			}
			s.Kind = k
			for f, err := range store.Reviewed(db).Facts(ctx, s) {
				if !yield(f, err) {
					return
				}
			}
		}
	}
}

// latin finds actors by a name in Latin letters, which stands in no article and
// in no index: all are gone through, each by its first sighting, and only those
// that fit are loaded whole.
func latin(ctx context.Context, db *sqlite.DB, fits func(*record.Fact) bool, most int) ([]*record.Fact, error) {
	v := store.Reviewed(db)
	some, err := collect(v.Facts(ctx, store.Query{Kind: record.Actors, Most: 1}), fits)
	if err != nil {
		return nil, err
	}
	var out []*record.Fact
	for _, f := range some {
		whole, err := collect(v.Facts(ctx, store.Query{Kind: record.Actors, ID: f.ID, Most: most}), nil)
		if err != nil {
			return nil, err
		}
		out = append(out, whole...)
	}
	return out, nil
}

// named are the actors of a name or an id, each with so many pieces of evidence
// (0: all). Arabic names are looked for in the
// articles that hold their words, others among all actors.
func named(ctx context.Context, db *sqlite.DB, name string, most int) ([]*record.Fact, error) {
	if id, err := record.ParseID(name); err == nil && id.Kind == record.Actors {
		return collect(store.Reviewed(db).Facts(ctx, store.Query{Kind: record.Actors, ID: id, Most: most}), nil)
	}
	p := store.ParsePattern(name)
	fits := func(f *record.Fact) bool {
		a := record.MergeActor(f)
		if strings.Contains(strings.ToLower(a.English), strings.ToLower(strings.TrimSpace(name))) || p.Find(a.Name) != nil {
			return true
		}
		for _, w := range a.Aliases {
			if p.Find(w.Words) != nil {
				return true
			}
		}
		return false
	}
	if !arabicLetters(name) {
		return latin(ctx, db, fits, most)
	}
	const articles = 300 // who is not named in so many is not found by reading more
	var bear []record.ID
	for h, err := range first(articles, db.Search(ctx, p, "", "")) {
		if err != nil {
			return nil, err
		}
		r, err := db.Reading(ctx, h.ID)
		if err != nil {
			return nil, err
		}
		// Whoever bears the name bears it here, where its words stand: to ask for
		// all that is known of everybody here would read the whole record.
		for _, f := range record.Findings(r) {
			if f.Fact.Kind == record.Actors && !slices.Contains(bear, f.Fact) && fits(&record.Fact{ID: f.Fact, Evidence: []record.Evidence{{Article: h.Article, Body: f.Body}}}) {
				bear = append(bear, f.Fact)
			}
		}
	}
	seen := map[record.ID]bool{}
	var out []*record.Fact
	for _, id := range bear {
		fs, err := collect(store.Reviewed(db).Facts(ctx, store.Query{Kind: record.Actors, ID: id, Most: most}), nil)
		if err != nil {
			return nil, err
		}
		for _, f := range fs {
			if !seen[f.ID] {
				seen[f.ID] = true
				out = append(out, f)
			}
		}
	}
	return exactly(out, name), nil
}

// exactly are those of the fs that bear the very name, if any does.
func exactly(fs []*record.Fact, name string) []*record.Fact {
	var out []*record.Fact
	for _, f := range fs {
		if arabic.Fold(record.MergeActor(f).Name) == arabic.Fold(name) {
			out = append(out, f)
		}
	}
	if len(out) > 0 {
		return out
	}
	return fs
}

func arabicLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x600 && r <= 0x6ff })
}

// collect collects those that fit; all where fits is nil.
func collect(all iter.Seq2[*record.Fact, error], fits func(*record.Fact) bool) (out []*record.Fact, err error) {
	for f, err := range all {
		if err != nil {
			return nil, err
		}
		if fits == nil || fits(f) {
			out = append(out, f)
		}
	}
	return out, nil
}

// portrait prints who somebody is.
func (a *app) portrait(ctx context.Context, db *sqlite.DB, f *record.Fact) error {
	p := record.MergeActor(f)
	head := dotted(a.paint(bold, a.source(p.Name)), a.source(p.English), a.label(string(p.Type)), f.ID.String(), minutes.Count(a.words(), articlesOf(f)+f.Left, "article"))
	fmt.Fprintln(a.out, head)
	if f.Left > 0 {
		fmt.Fprintf(a.out, "  %s: %s\n", a.label("from-earliest"), minutes.Count(a.words(), articlesOf(f), "article"))
	}
	var forms []string
	for _, w := range p.Aliases {
		forms = append(forms, fmt.Sprintf("%s (%d)", a.source(w.Words), w.Count))
	}
	if len(forms) > 0 {
		fmt.Fprintf(a.out, "  %s: %s\n", a.label("aliases"), strings.Join(forms, ", "))
	}
	for i, r := range p.Roles {
		if i == 0 {
			fmt.Fprintf(a.out, "  %s:\n", a.label("offices"))
		}
		days := r.First
		if r.Last != r.First {
			days += " – " + r.Last
		}
		fmt.Fprintf(a.out, "    %s\n", dotted(a.source(r.Office), days))
	}
	if err := a.ties(ctx, db, f.ID, "  "); err != nil {
		return err
	}
	fmt.Fprintln(a.out)
	return nil
}

func articlesOf(f *record.Fact) int {
	seen := map[string]bool{}
	for _, e := range f.Evidence {
		seen[e.Article.ID] = true
	}
	return len(seen)
}

// ties prints what a fact is one with, or may be.
func (a *app) ties(ctx context.Context, db *sqlite.DB, id record.ID, indent string) error {
	ts, err := db.Ties(ctx, id)
	if err != nil {
		return err
	}
	for _, t := range ts {
		other, key := t.B, "may-be"
		if t.B == id {
			other = t.A
		}
		if t.Same {
			key = "one-with"
		}
		what := ""
		for f, err := range store.Reviewed(db).Facts(ctx, store.Query{Kind: other.Kind, ID: other}) {
			if err != nil {
				return err
			}
			if !t.Same {
				what = minutes.Words(f, a.wording())
			}
		}
		fmt.Fprintf(a.out, "%s%s: %s\n", indent, a.label(key), dotted(other.String(), what, a.label("tie-"+t.Reason), a.source(t.Detail)))
	}
	return nil
}
