package cli

import (
	"context"
	"fmt"
	"os"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/spf13/cobra"

	"mahdar/record"
	"mahdar/store"
)

func (a *app) reviewCommand() *cobra.Command {
	var c coding
	var q queueing
	cmd := &cobra.Command{
		Use:   "review DATABASE",
		Short: "Go through the facts one by one and decide on them",
		Long: `Review shows the facts that you have not judged yet, one by one, with their
words and their source, and takes your decision with one key. Each coder codes
by himself: you see what was read and what you decided, not what others did. An
adjudicator sees what coders differ about, and decides.

Where the output is no terminal it prints the queue, a line a fact: id, kind,
status, what it says, its words, its source.`,
		Example: `  mahdar review talks.db --coder huda
  mahdar review talks.db --coder zain --role adjudicator
  mahdar review talks.db --kind commitment --process qamar | head`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, k := range q.kinds {
				if _, err := kindOf(k); err != nil && k != record.Disagreements.String() {
					return err
				}
			}
			return a.reviewing(cmd.Context(), args[0], func(v *store.View) error { return a.review(cmd, v, c, q) })
		},
	}
	c.flags(cmd)
	f := cmd.Flags()
	f.StringArrayVar(&q.kinds, "kind", nil, "kind of facts (default all; may be repeated)")
	f.StringVar(&q.process, "process", "", "only these talks, by their key")
	f.StringVar(&q.article, "article", "", "only facts of this article: its path, address or id")
	f.StringVar(&q.from, "from", "", "only facts from this day on")
	f.StringVar(&q.to, "to", "", "only facts up to this day")
	f.BoolVar(&q.all, "all", false, "also what you have judged already")
	f.IntVar(&q.limit, "limit", 500, "how many at most at a time")
	must(cmd.RegisterFlagCompletionFunc("kind", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var names []string
		for _, k := range queueKinds() {
			names = append(names, k.String())
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}))
	return cmd
}

func (a *app) review(cmd *cobra.Command, v *store.View, c coding, q queueing) error {
	ctx := cmd.Context()
	if q.article != "" {
		art, err := findArticle(ctx, v, q.article)
		if err != nil {
			return err
		}
		q.article = art.ID
	}
	inTerm := false
	if f, ok := a.in.(*os.File); ok {
		inTerm = isTerminal(f)
	}
	interactive := a.outTerm && inTerm
	if interactive || c.role != "coder" {
		if err := c.check(cmd); err != nil {
			return err
		}
	}
	items, more, err := queue(ctx, v, c, q)
	if err != nil {
		return err
	}
	if !interactive {
		a.printQueue(items)
		if more {
			a.complain(fmt.Sprintf("these are the first %d; ask for more with --limit", q.limit))
		}
		return nil
	}
	if len(items) == 0 {
		fmt.Fprintln(a.out, "Nothing is left to review; --all shows what you have judged.")
		return nil
	}
	return a.reviewOnTerminal(ctx, v, c, items)
}

func (a *app) reviewOnTerminal(ctx context.Context, v *store.View, c coding, items []item) error {
	m := &reviewer{app: a, ctx: ctx, v: v, c: c, items: items, height: 24}
	p := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(a.in), tea.WithOutput(a.out), tea.WithAltScreen(), tea.WithoutSignalHandler())
	if _, err := p.Run(); err != nil {
		return ctxFirst(ctx, fmt.Errorf("the terminal cannot be used for reviewing: %w; decide with mahdar decide instead", err))
	}
	if m.err != nil {
		return m.err
	}
	fmt.Fprintf(a.out, "%d decisions taken; mahdar decide DATABASE lists them\n", m.taken)
	return nil
}
