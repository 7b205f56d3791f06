package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mahdar/record"
	"mahdar/review"
	"mahdar/store"
	"mahdar/text"
)

// coding says who decides, and why.
type coding struct {
	coder  string
	role   string
	reason string
}

func (c *coding) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&c.coder, "coder", os.Getenv("MAHDAR_CODER"), "who decides (or set MAHDAR_CODER)")
	f.StringVar(&c.role, "role", string(review.Coder), "coder, adjudicator (decides between coders) or machine (only suggests)")
	must(cmd.RegisterFlagCompletionFunc("role", cobra.FixedCompletions([]string{"coder", "adjudicator", "machine"}, cobra.ShellCompDirectiveNoFileComp)))
}

func (c *coding) check(cmd *cobra.Command) error {
	if strings.TrimSpace(c.coder) == "" {
		return fmt.Errorf("who decides? name yourself, for instance: %s --coder huda", cmd.CommandPath())
	}
	if !slices.Contains(review.Roles(), review.Role(c.role)) {
		return fmt.Errorf("--role %s: the roles are coder, adjudicator and machine", c.role)
	}
	return nil
}

// decision is one by this coder at this moment.
func (c *coding) decision(v review.Verb, fact record.ID) review.Decision {
	return review.Decision{At: time.Now(), Coder: c.coder, Role: review.Role(c.role), Verb: v, Fact: fact, Reason: c.reason}.Normal()
}

func (a *app) decideCommand() *cobra.Command {
	var c coding
	cmd := &cobra.Command{
		Use:   "decide DATABASE [FACT] [DECISION …]",
		Short: "Decide on facts of the record: accept, correct, merge, add …",
		Long: `Decide adds a decision to the record. Nothing is ever overwritten: what was
read stays, decisions are only added, and to undo one is a decision, too.

  FACT accept                     it is right as it was read
  FACT reject                     it is none: minutes leave it out
  FACT correct SLOT=VALUE …       any slot; of words, the words of the article;
                                  of a participant, attendance:NAME=late
  FACT merge OTHER                two actors, meetings … are one
  FACT apart OTHER                they are not, though they seem to be
  FACT split ARTICLE [GROUP]      what that article says is about another fact
  FACT link OTHER                 a breach belongs to this undertaking
  FACT comment --reason WORDS     a remark
  DISAGREEMENT resolve VALUE      this is so
  DISAGREEMENT leave-open         nobody can say
  add KIND ARTICLE WORDS [SLOT=VALUE …]
                                  a fact that was missed stands on these words
  undo DECISION                   it no longer holds

With only FACT it lists the slots of the fact and what was decided on it;
without, all decisions, those without their fact marked as orphaned.
A fact's id may be cut short where that is enough to tell it.`,
		Example: `  mahdar decide talks.db s3k1 accept --coder huda
  mahdar decide talks.db m0q2 correct status=collapsed attendance:وفد=late
  mahdar decide talks.db undo x4v9c1f3m8n2d --reason "read it again"`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return oneDatabase(cmd, args)
			}
			return nil
		},
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.reviewing(cmd.Context(), args[0], func(v *store.View) error {
				switch {
				case len(args) == 1:
					return a.listDecisions(cmd.Context(), v)
				case len(args) == 2 && args[1] != "undo" && args[1] != "add":
					return a.showDecisions(cmd.Context(), v, args[1])
				}
				if err := c.check(cmd); err != nil {
					return err
				}
				return a.decide(cmd.Context(), v, c, args[1:])
			})
		},
	}
	c.flags(cmd)
	cmd.Flags().StringVar(&c.reason, "reason", "", "why, in your words")
	return cmd
}

// reviewing opens a database for deciding on its facts.
func (a *app) reviewing(ctx context.Context, path string, do func(*store.View) error) error {
	db, err := a.openRecord(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	return do(store.Reviewed(db))
}

// decide takes the decisions that args, without the database, ask for.
func (a *app) decide(ctx context.Context, v *store.View, c coding, args []string) error {
	ds, err := a.asked(ctx, v, c, args)
	if err != nil {
		return err
	}
	for i, d := range ds {
		if ds[i] = d.Normal(); ds[i].Check() != nil {
			return fmt.Errorf("%s: %w", d.Fact, ds[i].Check())
		}
	}
	if _, err := v.Take(ctx, ds...); err != nil {
		return err
	}
	for _, d := range ds {
		fmt.Fprintln(a.out, dotted(d.ID(), a.decisionLine(d)))
	}
	return nil
}

// asked words args as decisions.
func (a *app) asked(ctx context.Context, v *store.View, c coding, args []string) ([]review.Decision, error) {
	switch args[0] {
	case "undo":
		if len(args) != 2 {
			return nil, errors.New("name the decision to undo; mahdar decide DATABASE lists them")
		}
		return undoing(ctx, v, c, args[1])
	case "add":
		return adding(ctx, v, c, args[1:])
	}
	id, err := findID(ctx, v, args[0])
	if err != nil {
		return nil, err
	}
	verb, rest := review.Verb(args[1]), args[2:]
	if what := needs(verb); what != "" && len(rest) == 0 {
		return nil, fmt.Errorf("%s needs %s, for instance: mahdar decide talks.db %s %s …", verb, what, id, verb)
	}
	if verb == review.Correct {
		return correcting(ctx, v, c, id, rest)
	}
	d := c.decision(verb, id)
	if err := complete(ctx, v, &d, rest); err != nil {
		return nil, err
	}
	return []review.Decision{d}, nil
}

// needs is what a decision must name after its verb, "" for nothing.
func needs(verb review.Verb) string {
	switch verb {
	case review.Correct:
		return "SLOT=VALUE"
	case review.Merge, review.Apart, review.Link:
		return "the other fact"
	case review.Split:
		return "an article"
	case review.Resolve:
		return "the value that holds"
	}
	return ""
}

// complete takes into d what stands after its verb.
func complete(ctx context.Context, v *store.View, d *review.Decision, rest []string) (err error) {
	switch d.Verb {
	case review.Accept, review.Reject, review.Comment, review.LeaveOpen:
		if len(rest) > 0 {
			return fmt.Errorf("%s takes nothing more, and %q is more; reasons are given with --reason", d.Verb, rest[0])
		}
	case review.Merge, review.Apart, review.Link:
		d.Other, err = findID(ctx, v, rest[0])
		return err
	case review.Split:
		art, err := findArticle(ctx, v, rest[0])
		if err != nil {
			return err
		}
		d.Article = art.ID
		d.Value = strings.Join(rest[1:], " ")
	case review.Resolve:
		d.Value = strings.Join(rest, " ")
	default:
		var verbs []string
		for _, v := range review.Verbs() {
			verbs = append(verbs, string(v))
		}
		return unknown("decision", string(d.Verb), verbs, "mahdar decide --help")
	}
	return nil
}

func undoing(ctx context.Context, v *store.View, c coding, id string) ([]review.Decision, error) {
	st, err := v.State(ctx)
	if err != nil {
		return nil, err
	}
	var found []review.Entry
	for _, e := range st.Entries() {
		if id != "" && strings.HasPrefix(e.ID, id) {
			found = append(found, e)
		}
	}
	switch {
	case len(found) == 0:
		return nil, fmt.Errorf("there is no decision %q; mahdar decide DATABASE lists them", id)
	case len(found) > 1:
		return nil, fmt.Errorf("%q begins %d decisions; write more of its id", id, len(found))
	case found[0].Undone:
		return nil, fmt.Errorf("%s is undone already", found[0].ID)
	case found[0].Coder != strings.Join(strings.Fields(c.coder), " ") && c.role != string(review.Adjudicator):
		return nil, fmt.Errorf("%s was decided by %s; only --role adjudicator undoes what another has decided", found[0].ID, found[0].Coder)
	}
	d := c.decision(review.Undo, found[0].Fact)
	d.Undoes = found[0].ID
	return []review.Decision{d}, nil
}

// correcting words SLOT=VALUE pairs; each is a decision of its own, so that it
// can be undone alone.
func correcting(ctx context.Context, v *store.View, c coding, id record.ID, pairs []string) ([]review.Decision, error) {
	f, err := readFact(ctx, v, id)
	if err != nil {
		return nil, err
	}
	now := time.Now()
	var out []review.Decision
	for _, p := range pairs {
		slot, value, ok := strings.Cut(p, "=")
		if !ok {
			return nil, fmt.Errorf("%q is not SLOT=VALUE; the slots are %s", p, strings.Join(review.Slots(id.Kind), ", "))
		}
		d := c.decision(review.Correct, id)
		d.At = now
		d.Slot, d.Value = strings.TrimSpace(slot), strings.TrimSpace(value)
		if d.Slot == review.About && d.Value != "" {
			m, err := findID(ctx, v, d.Value)
			if err != nil {
				return nil, err
			}
			d.Value = m.String()
		}
		if err := review.CheckSlot(id.Kind, d.Slot, d.Value); err != nil {
			return nil, err
		}
		if f != nil {
			if d.Was, err = wasRead(f, d.Slot, d.Value); err != nil {
				return nil, err
			}
		}
		out = append(out, d)
	}
	return out, nil
}

// wasRead is what the evidence says of a slot, and an error where none of it
// can take the value.
func wasRead(f *record.Fact, slot, value string) (string, error) {
	var was []string
	can := slot == review.About
	for _, e := range f.Evidence {
		old := e.About.String()
		if slot != review.About {
			old = review.Get(f.ID.Kind, e.Body, e.Article.Text, slot)
		}
		if old != "" && !slices.Contains(was, old) {
			was = append(was, old)
		}
		can = can || review.Can(f.ID.Kind, e.Body, e.Article.Text, slot, value)
	}
	if !can {
		return "", fmt.Errorf("%s: none of the fact's articles has the words «%s»; copy them as they stand there", slot, value)
	}
	return plainLine(strings.Join(was, " / ")), nil
}

// plainLine is words on one line without controls.
func plainLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 }), " ")
}

// adding words a fact that the reader missed.
func adding(ctx context.Context, v *store.View, c coding, args []string) ([]review.Decision, error) {
	if len(args) < 3 {
		return nil, errors.New("to add a fact, give its kind, its article and the words it stands on: add commitment talks/a.txt \"…\"")
	}
	kind, err := kindOf(args[0])
	if err != nil {
		return nil, err
	}
	art, err := findArticle(ctx, v, args[1])
	if err != nil {
		return nil, err
	}
	at, ok := review.FindWords(art.Text, args[2])
	if !ok {
		return nil, fmt.Errorf("%s does not have the words «%s»; copy them as they stand there", args[1], args[2])
	}
	d := markedFact(c, kind, art, at)
	out := []review.Decision{d}
	for _, p := range args[3:] {
		slot, value, ok := strings.Cut(p, "=")
		if !ok {
			return nil, fmt.Errorf("%q is not SLOT=VALUE; the slots are %s", p, strings.Join(review.Slots(kind), ", "))
		}
		s := c.decision(review.Correct, d.Fact)
		s.At, s.Slot, s.Value = d.At.Add(time.Microsecond), strings.TrimSpace(slot), strings.TrimSpace(value) // after it in lists
		if err := review.CheckSlot(kind, s.Slot, s.Value); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// markedFact is the decision that a fact of a kind stands at at.
func markedFact(c coding, kind record.Kind, art *record.Article, at text.Span) review.Decision {
	start, end := text.NewOffsets(art.Text).Points(at)
	d := c.decision(review.Add, review.AddedID(kind, art.ID, start, end))
	d.Article, d.Start, d.End, d.Exact = art.ID, start, end, at.In(art.Text)
	return d
}

func kindOf(name string) (record.Kind, error) {
	var names []string
	for _, k := range record.Kinds() {
		if k.String() == name || k.String()+"s" == name {
			return k, nil
		}
		names = append(names, k.String())
	}
	return 0, unknown("kind", name, names, "mahdar decide --help")
}

// findID is the id that a prefix of it tells.
func findID(ctx context.Context, v *store.View, given string) (record.ID, error) {
	if id, err := record.ParseID(given); err == nil {
		return id, nil
	}
	ids, err := v.IDs(ctx, given, 3)
	if err != nil {
		return record.ID{}, err
	}
	switch len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		return record.ID{}, fmt.Errorf("there is no fact %q in the record; mahdar review DATABASE lists them", given)
	}
	return record.ID{}, fmt.Errorf("%q begins several facts, %s and %s among them; write more of its id", given, ids[0], ids[1])
}

// findArticle finds an article by its id or the path it came from.
func findArticle(ctx context.Context, v *store.View, given string) (*record.Article, error) {
	art, err := v.Article(ctx, given)
	if err == nil || !errors.Is(err, store.ErrUnknown) {
		return art, err
	}
	var found []*record.Article
	for x, err := range v.Articles(ctx, "", "") {
		if err != nil {
			return nil, err
		}
		if x.Source.Path == given || x.Source.URL == given || strings.HasPrefix(x.ID, "sha256:"+given) && len(given) >= 6 {
			found = append(found, x)
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("there is no article %q in the record; name it by its path or address, or by its id (sha256:…)", given)
	case 1:
		return found[0], nil
	}
	return nil, fmt.Errorf("%q is %d articles; name it by its id: %s, %s …", given, len(found), found[0].ID, found[1].ID)
}

// readFact is the fact as it was read, or as it was added; nil where there is none.
func readFact(ctx context.Context, v *store.View, id record.ID) (*record.Fact, error) {
	if id.Kind < record.Disagreements {
		for _, from := range []store.Store{v.Store, v} {
			for f, err := range from.Facts(ctx, store.Query{Kind: id.Kind, ID: id, Limit: 1}) {
				return f, err
			}
		}
	}
	return nil, nil
}
