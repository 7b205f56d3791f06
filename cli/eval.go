package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"mahdar/eval"
	"mahdar/intake"
	"mahdar/lexicon"
	"mahdar/text"
)

// evaluation is the flags of mahdar eval.
type evaluation struct {
	gold      string
	processes string
	layers    []string
	misses    []string
	rules     bool
	json      bool
}

func (a *app) evalCommand() *cobra.Command {
	var in inputs
	var e evaluation
	cmd := &cobra.Command{
		Use:   "eval --gold FOLDER PATH…",
		Short: "Score the reader against gold records",
		Long: `Eval reads articles and compares what it found with gold records: the record of
NAME.txt is FOLDER/NAME.gold.json. It prints a table of precision, recall and
F1 by layer, over all articles together; with --misses also each item that was
missed, wrong or spurious, with its words; with --rules how often each rule was
right.

Layers are body, mentions, dates, datespans, statements, attributed, full,
meetings, commitments, demands, ceasefires, figures, incidents, names, via, act
and mode. Records that do not keep to their form are told, and scored as they
are.`,
		Example: `  mahdar eval --gold articles/ articles/
  mahdar eval --gold gold/ --misses statements --rules articles/a.txt
  mahdar eval --gold gold/ --misses all --json articles/ > figures.json`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return a.eval(cmd.Context(), cleaned(paths), in, e)
		},
	}
	f := cmd.Flags()
	f.StringVar(&e.gold, "gold", "", "folder of gold records")
	f.StringVar(&e.processes, "processes", "", "file of the talks that have a fixed key (default those of the lexicon)")
	f.StringArrayVar(&e.layers, "layer", nil, "layer to print (default all; may be repeated)")
	f.StringArrayVar(&e.misses, "misses", nil, "layer whose misses to print, or all (may be repeated)")
	f.BoolVar(&e.rules, "rules", false, "print how often each rule was right")
	f.BoolVar(&e.json, "json", false, "print one JSON object")
	must(cmd.MarkFlagDirname("gold"))
	for _, flag := range []string{"layer", "misses"} {
		must(cmd.RegisterFlagCompletionFunc(flag, completeLayers(eval.Layers())))
	}
	in.flags(cmd)
	return cmd
}

func completeLayers(layers []eval.Layer) cobra.CompletionFunc {
	var names []string
	for _, l := range layers {
		names = append(names, string(l))
	}
	return cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
}

// scoredArticle is one article scored.
type scoredArticle struct {
	gold   int
	tally  *eval.Tally
	misses []eval.Miss
	faults []string
	err    error
}

func (a *app) eval(ctx context.Context, paths []string, in inputs, e evaluation) error {
	if e.gold == "" {
		return fmt.Errorf("name the folder of gold records, for instance: mahdar eval --gold gold/ %s", strings.Join(paths, " "))
	}
	layers, err := theLayers(e.layers, eval.Layers(), "mahdar eval --help")
	if err != nil {
		return fmt.Errorf("--layer: %w", err)
	}
	misses, err := theLayers(e.misses, eval.Layers(), "mahdar eval --help")
	if err != nil {
		return fmt.Errorf("--misses: %w", err)
	}
	ev := &evaluator{app: a, misses: misses}
	if ev.lex, err = a.loadLexicon(); err != nil {
		return err
	}
	if ev.listed, err = listedProcesses(e.processes, ev.lex); err != nil {
		return err
	}
	if ev.gold, err = loadGold(e.gold, ev.tell); err != nil {
		return err
	}
	if err := ev.run(ctx, paths, in); err != nil {
		return ctxFirst(ctx, err)
	}
	report := evalReport(ev.gold, ev.scored, layers, len(misses) > 0, e.rules)
	switch {
	case report.Articles == 0 && ev.failed:
		return errTold
	case report.Articles == 0:
		return fmt.Errorf("no article of %s has a gold record in %s; the record of NAME.txt is NAME%s", strings.Join(paths, " "), e.gold, eval.GoldSuffix)
	}
	if err := a.printEval(report, e.json); err != nil {
		return err
	}
	if ev.failed {
		return errTold
	}
	return nil
}

// evaluator scores articles as they are read.
type evaluator struct {
	*app
	lex    *lexicon.Lexicon
	listed map[string]bool
	gold   *goldFolder
	misses []eval.Layer // whose misses are kept
	scored []*scoredArticle

	telling sync.Mutex // articles are refused while others are scored
	failed  bool       // something has been told
}

func (ev *evaluator) tell(sentence string) {
	ev.telling.Lock()
	defer ev.telling.Unlock()
	ev.failed = true
	ev.complain(sentence)
}

// run fills scored, by the index of the gold record.
func (ev *evaluator) run(ctx context.Context, paths []string, in inputs) error {
	ev.scored = make([]*scoredArticle, len(ev.gold.files))
	var refused []*intake.Refusal
	opt, err := in.options(ev.app, func(r *intake.Refusal) {
		refused = append(refused, r)
		ev.tell(r.Error())
	})
	if err != nil {
		return err
	}
	err = ordered(ctx, workers(), readAhead,
		func(ctx context.Context, emit func(article) error) error {
			_, err := intake.Walk(ctx, paths, opt, wanted(ev.gold.find, ev.tell, emit))
			return err
		},
		ev.read,
		func(s *scoredArticle) error {
			for _, f := range s.faults {
				ev.tell(f)
			}
			if s.err != nil {
				ev.tell(s.err.Error())
			} else {
				ev.scored[s.gold] = s
			}
			return nil
		})
	if err != nil {
		return err
	}
	// An article that was refused is one of which all was missed.
	for _, r := range refused {
		if i := ev.gold.find(r.Path); i >= 0 && ev.scored[i] == nil {
			if src, ok := refusedText(r); ok {
				ev.scored[i] = ev.score(i, func(s *eval.Scorer, f *eval.GoldFile) *eval.Tally { return s.Unread(f.Name, f.Record, src) })
			}
		}
	}
	return nil
}

// read reads and scores articles.
func (ev *evaluator) read(list []article) []*scoredArticle {
	docs := make([]*text.Document, 0, len(list))
	for _, d := range list {
		docs = append(docs, d.doc)
	}
	out := make([]*scoredArticle, 0, len(list))
	for i, r := range readArticles(docs, ev.lex) {
		out = append(out, ev.scoreReading(list[i], r))
	}
	return out
}

// scoreReading scores what was read of one article.
func (ev *evaluator) scoreReading(d article, r reading) *scoredArticle {
	if r.err != nil {
		return &scoredArticle{gold: d.gold, err: r.err}
	}
	out := ev.score(d.gold, func(s *eval.Scorer, f *eval.GoldFile) *eval.Tally { return s.Reading(f.Name, f.Record, r.Reading) })
	out.faults = goldFaults(&ev.gold.files[d.gold], d.doc.Text)
	return out
}

// score scores the article of gold record i and keeps the misses asked for.
func (ev *evaluator) score(i int, of func(*eval.Scorer, *eval.GoldFile) *eval.Tally) *scoredArticle {
	out := &scoredArticle{gold: i}
	s := &eval.Scorer{Listed: ev.listed}
	if len(ev.misses) > 0 {
		s.Missed = func(m eval.Miss) {
			if slices.Contains(ev.misses, m.Layer) {
				out.misses = append(out.misses, m)
			}
		}
	}
	out.tally = of(s, &ev.gold.files[i])
	return out
}

// listedProcesses are the keys of talks that have a fixed key.
func listedProcesses(file string, lex *lexicon.Lexicon) (map[string]bool, error) {
	if file == "" {
		out := map[string]bool{}
		for i := range lex.Processes {
			out[lex.Processes[i].ID] = true
		}
		return out, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("--processes %s: cannot be opened; give a file of lines of key, tab and name", file)
	}
	defer f.Close()
	out, err := eval.ReadProcesses(f)
	if err != nil {
		return nil, fmt.Errorf("--processes %s: %w", file, err)
	}
	return out, nil
}

// evalReport adds the articles up in the order of their records.
func evalReport(gold *goldFolder, all []*scoredArticle, layers []eval.Layer, misses, rules bool) eval.Report {
	var total eval.Tally
	var r eval.Report
	if misses {
		r.Misses = []eval.Miss{}
	}
	for i, s := range all {
		if s == nil {
			r.Absent = append(r.Absent, gold.files[i].Name)
			continue
		}
		total.Add(s.tally)
		r.Misses = append(r.Misses, s.misses...)
	}
	in := func(l eval.Layer) bool { return len(layers) == 0 || slices.Contains(layers, l) }
	r.Articles = total.Articles
	r.Figures = slices.DeleteFunc(total.Figures(), func(f eval.Figure) bool { return !in(f.Layer) })
	if rules {
		r.Rules = slices.DeleteFunc(append([]eval.RuleFigure{}, total.Rules()...), func(f eval.RuleFigure) bool { return !in(f.Layer) })
	}
	return r
}

func (a *app) printEval(r eval.Report, asJSON bool) error {
	out := bufio.NewWriter(a.out)
	if asJSON {
		if err := writeJSON(out, r); err != nil {
			return err
		}
		return out.Flush()
	}
	for _, m := range r.Misses {
		what := m.What
		if m.What == "wrong" {
			what = fmt.Sprintf("gold %s, read %s", a.source(orDash(m.Gold)), a.source(orDash(m.Read)))
		}
		fmt.Fprintln(out, strings.Join([]string{m.Article, string(m.Layer), what, a.source(m.Label), m.Act, a.excerpt(m.Before, m.Words, m.After), m.Rule}, "\t"))
	}
	if len(r.Misses) > 0 {
		fmt.Fprintln(out)
	}
	if err := r.Print(out); err != nil {
		return err
	}
	if r.Rules != nil {
		fmt.Fprintln(out)
		if err := r.PrintRules(out); err != nil {
			return err
		}
	}
	return out.Flush()
}

// writeJSON writes v on one line, with Arabic letters and signs as they are.
func writeJSON(out *bufio.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
