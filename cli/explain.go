package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/text"
)

func (a *app) explainCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain DATABASE FACT",
		Short: "Show what a fact rests on: words, rule, lexicon, decisions",
		Long: `Explain prints, for the id of a fact, each sentence that is evidence of it with
the words marked, the rule that found it and the lexicon entries that it used;
for an article whose day was inferred the chain of reasons; what else the fact
is or may be one with, where accounts of it differ, and what people decided.
The first letters of an id will do. An article's id (sha256:…) explains its day.`,
		Example:           `  mahdar explain talks.db m0g3k1`,
		Args:              databaseAnd("a fact", "m0g3k1", 2),
		ValidArgsFunction: a.completeFact,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onRecord(cmd, args, func(ctx context.Context, db *sqlite.DB) error { return a.explain(ctx, db, args[1], asJSON) })
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

func (a *app) explain(ctx context.Context, db *sqlite.DB, what string, asJSON bool) error {
	if strings.HasPrefix(what, "sha256:") {
		return a.explainDay(ctx, db, what)
	}
	ids, err := store.Reviewed(db).IDs(ctx, what, 10)
	switch {
	case err != nil:
		return err
	case len(ids) == 0:
		if _, err := record.ParseID(what); err != nil && len(what) >= 13 {
			return err
		}
		return fmt.Errorf("%s: the record has no fact of this id; ids stand in the lists of timeline, meetings and who", what)
	case len(ids) > 1:
		var names []string
		for _, id := range ids {
			names = append(names, id.String())
		}
		return fmt.Errorf("%s: several ids begin so: %s", what, strings.Join(names, ", "))
	}
	id := ids[0]
	if id.Kind == record.Disagreements {
		for d, err := range db.Disagreements(ctx, store.Query{ID: id}) {
			if err != nil {
				return err
			}
			if asJSON {
				return a.oneJSON(d)
			}
			return a.quarrel(ctx, db, d)
		}
		return store.ErrUnknown
	}
	for f, err := range db.Facts(ctx, store.Query{Kind: id.Kind, ID: id}) {
		if err != nil {
			return err
		}
		if asJSON {
			return a.explainJSON(ctx, db, f)
		}
		return a.explainFact(ctx, db, f)
	}
	if f := onlyFact(ctx, store.Reviewed(db), id); f != nil { // that people have added
		return a.explainFact(ctx, db, f)
	}
	return store.ErrUnknown
}

func (a *app) explainJSON(ctx context.Context, db *sqlite.DB, f *record.Fact) error {
	ties, err := db.Ties(ctx, f.ID)
	if err != nil {
		return err
	}
	ds, err := db.Decisions(ctx, f.ID)
	if err != nil {
		return err
	}
	bounds := map[string]*record.Bound{}
	for _, e := range f.Evidence {
		b, err := db.Bound(ctx, e.Article.ID)
		if err == nil {
			bounds[e.Article.ID] = b
		} else if !errors.Is(err, store.ErrUnknown) {
			return err
		}
	}
	return a.oneJSON(struct {
		jsonFact
		Ties      []record.Tie             `json:"ties,omitempty"`
		Decisions []store.Decision         `json:"decisions,omitempty"`
		Days      map[string]*record.Bound `json:"days,omitempty"`
		Origin    *record.Origin           `json:"origin,omitempty"`
	}{factJSON(f), ties, ds, bounds, originOf(f)})
}

func (a *app) explainFact(ctx context.Context, db *sqlite.DB, f *record.Fact) error {
	lex, err := a.loadLexicon()
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, f.ID.String()+" · "+minutes.Words(f, a.wording()))
	if err := a.explainReview(ctx, db, f.ID); err != nil {
		return err
	}
	if err := a.ties(ctx, db, f.ID, "  "); err != nil {
		return err
	}
	a.origin(f)
	told := map[string]bool{}
	for _, e := range f.Evidence {
		s := e.Article.Source
		day := e.Article.Published.EDTF
		if day == "" {
			day = a.label("undated")
		}
		fmt.Fprintln(a.out, a.paint(blue, dotted(a.source(e.Article.Outlet()), day, a.source(s.Path))))
		spans := record.Spans(e.Body)
		slices.SortFunc(spans, func(x, y text.Span) int { return x.Start - y.Start })
		for _, line := range marked(e.Article.Text, spans) {
			a.markedLine("    ", line)
		}
		rule, entry, cue := rested(e.Body)
		if rule != "" {
			fmt.Fprintf(a.out, "    %s: %s\n", a.label("rule"), rule)
		}
		if words := a.lexiconOf(lex, e.Article.Text, entry, cue, e.Body); len(words) > 0 {
			fmt.Fprintf(a.out, "    %s: %s\n", a.label("lexicon"), strings.Join(words, "; "))
		}
		if e.Article.Published.Basis == text.Inferred && !told[e.Article.ID] {
			told[e.Article.ID] = true
			if err := a.reasons(ctx, db, e.Article.ID); err != nil {
				return err
			}
		}
	}
	for d, err := range db.Disagreements(ctx, store.Query{About: f.ID}) {
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, "- "+minutes.Quarrel(d, a.wording(), nil))
	}
	ds, err := db.Decisions(ctx, f.ID)
	if err != nil {
		return err
	}
	for i, d := range ds {
		if i == 0 {
			fmt.Fprintln(a.out, a.label("decisions")+":")
		}
		fmt.Fprintln(a.out, "  "+a.decidedLine(d))
	}
	return nil
}

// originOf is record.Trace of a fact that several articles tell, nil of others.
func originOf(f *record.Fact) *record.Origin {
	o := record.Trace(f, nil)
	if len(o.Outlets) < 2 {
		return nil
	}
	return &o
}

// origin prints where the words of a fact come from that several outlets print:
// the earliest, the agency that all lead to, and who carries whose text.
func (a *app) origin(f *record.Fact) {
	o := record.Trace(f, nil)
	if len(o.Outlets) < 2 {
		return
	}
	outlet := func(i int) string { return a.source(f.Evidence[i].Article.Outlet()) }
	if o.Earliest >= 0 {
		fmt.Fprintf(a.out, "  %s: %s\n", a.label("origin-earliest"), dotted(outlet(o.Earliest), f.Evidence[o.Earliest].Article.Published.EDTF))
	}
	if o.Agency != "" {
		fmt.Fprintf(a.out, "  %s: %s\n", a.label("origin-agency"), a.source(o.Agency))
	}
	for _, c := range o.Carried {
		if outlet(c.To) != outlet(c.From) {
			fmt.Fprintf(a.out, "  %s %s %s (%.0f%%)\n", outlet(c.To), a.label("origin-carries"), outlet(c.From), 100*c.Share)
		}
	}
}

// rested are the rule of a finding, the lexicon entry that it names, and its cue.
func rested(body any) (rule, entry string, cue text.Span) {
	if s, ok := body.(*fact.Statement); ok {
		return s.Rule, s.Entry, s.Cue
	}
	return record.RuleOf(body), "", text.Span{}
}

// lexiconOf are the lexicon entries behind a finding: the one it names, what
// the words of its cue are, and the actors that are listed.
func (a *app) lexiconOf(lex *lexicon.Lexicon, src, entry string, cue text.Span, body any) []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	tg := lex.Tag(arabic.New(cue.In(src)))
	for i := range tg.Tokens {
		for _, r := range tg.Readings[i] {
			for _, s := range lex.Senses(r) {
				line := senseLine(lex, s)
				if _, id, _ := strings.Cut(entry, ":"); entry == "" || strings.Contains(line, id) {
					add(a.source(line))
				}
			}
		}
	}
	if len(out) == 0 {
		add(entry)
	}
	switch b := body.(type) {
	case *fact.Statement:
		add(b.Actor)
	case *record.Sighting:
		add(b.ID)
	case *fact.Meeting:
		add(b.Process)
		for _, p := range b.Participants {
			add(p.Actor)
		}
	}
	return out
}

// explainDay says why an article has the day that it has.
func (a *app) explainDay(ctx context.Context, db *sqlite.DB, id string) error {
	art, err := db.Article(ctx, id)
	if errors.Is(err, store.ErrUnknown) {
		return fmt.Errorf("%s: the record has no such article", id)
	}
	if err != nil {
		return err
	}
	r, err := db.Reading(ctx, id)
	if err != nil {
		return err
	}
	day := art.Published.EDTF
	if day == "" {
		day = a.label("undated")
	}
	fmt.Fprintln(a.out, dotted(a.source(art.Title), a.source(art.Outlet()), a.source(art.Source.Path)))
	fmt.Fprintf(a.out, "  %s: %s\n", a.label("published"), dotted(day, string(art.Published.Basis), r.Published.Note))
	for _, line := range marked(r.Text, r.Published.Evidence) {
		a.markedLine("    ", line)
	}
	return a.reasons(ctx, db, id)
}

// reasons prints the chain from which an article's day follows.
func (a *app) reasons(ctx context.Context, db *sqlite.DB, id string) error {
	b, err := db.Bound(ctx, id)
	if errors.Is(err, store.ErrUnknown) {
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "    %s: %s\n", a.label("inferred-day"), dotted(b.EDTF(), b.Weekday))
	for _, r := range b.Reasons {
		where := ""
		if art, err := db.Article(ctx, r.Article); err == nil {
			where = art.Outlet()
		}
		round := ""
		if r.Process != "" {
			round = fmt.Sprintf("%s %d", r.Process, r.Ordinal)
		}
		words := r.Words
		if words != "" {
			words = "«" + words + "»"
		}
		fmt.Fprintf(a.out, "      %s\n", dotted(r.Rule, round, r.Day, a.source(words), a.source(where)))
	}
	return nil
}
