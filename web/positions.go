package web

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
)

// Bounds of what an actor's page says of his positions.
const (
	mostPositionsRead = 40 // statements that he has a part in, the earliest
	mostOfTopic       = 8
	mostSpeakers      = 12
)

// stance is a statement as a list of positions shows it.
type stance struct {
	ID, Act, Quote, Day string
	Modal               string
	Topics              []string
	At                  string // day to sort by
}

// standing is what somebody said about what, and who speaks of him.
type standing struct {
	stances  []stance
	speakers []saying
	more     bool // there are further statements
}

// issue is a topic with what somebody said about it, the oldest first.
type issue struct {
	Label   string
	Stances []stance
	More    int
}

// standingOf gathers the statements that an actor has a part in.
func (s *Server) standingOf(ctx context.Context, id record.ID) (*standing, error) {
	ties, err := s.opt.Record.Ties(ctx, id)
	if err != nil {
		return nil, err
	}
	kin := record.Kin(id, ties)
	fs, err := s.some(ctx, store.Query{Kind: record.Statements, Actor: id, Most: 1}, mostPositionsRead+1)
	if err != nil {
		return nil, err
	}
	out := &standing{more: len(fs) > mostPositionsRead}
	for _, f := range fs[:min(len(fs), mostPositionsRead)] {
		b, ok := f.Evidence[0].Body.(*fact.Statement)
		if !ok {
			continue
		}
		if !kin[record.ActorID(b.Actor, b.Name)] {
			out.speaks(partyOf(b.Actor, b.Name))
			continue
		}
		words := record.Words(f.Evidence[0].Article.Text, b.Content)
		x := stance{ID: f.ID.String(), Act: clean(b.Act), Quote: shorten(clean(words), 140), Modal: modal(b.Modal), Topics: record.TopicsOf(words), Day: b.Said}
		if x.Day == "" {
			x.Day = told(f)
		}
		x.At = cmp.Or(f.First, told(f), "~")
		out.stances = append(out.stances, x)
	}
	slices.SortStableFunc(out.stances, func(a, b stance) int { return strings.Compare(a.At, b.At) })
	slices.SortStableFunc(out.speakers, func(a, b saying) int { return b.N - a.N })
	return out, nil
}

// speaks counts one who speaks of the actor, to him, or by his words.
func (st *standing) speaks(w party) {
	if w.Name == "" {
		return
	}
	i := slices.IndexFunc(st.speakers, func(x saying) bool { return x.Who == w })
	if i < 0 {
		i = len(st.speakers)
		st.speakers = append(st.speakers, saying{Who: w})
	}
	st.speakers[i].N++
}

// issues puts stances under their topics, in the order of topics.
func (st *standing) issues(l minutes.Lang) (out []issue) {
	for _, c := range columnsOf(l, "topic") {
		x := issue{Label: c.Label}
		for _, p := range st.stances {
			if !slices.Contains(p.Topics, c.Key) {
				continue
			}
			if len(x.Stances) == mostOfTopic {
				x.More++
				continue
			}
			x.Stances = append(x.Stances, p)
		}
		if len(x.Stances) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// breaches parts what is said of broken undertakings from the undertakings.
func breaches(all []section) (out []section) {
	for _, x := range all {
		if x.ID != record.Commitments.String()+"s" {
			out = append(out, x)
			continue
		}
		broken := section{Key: "breach-of-him", ID: "breaches", Pager: x.Pager}
		x.Key = "made-by-him"
		x.Lines = slices.DeleteFunc(x.Lines, func(n line) bool {
			is := n.Act == "breach-alleged" || n.Act == "breach-denied"
			if is {
				broken.Lines = append(broken.Lines, n)
			}
			return is
		})
		if len(broken.Lines) > 0 && len(x.Lines) > 0 {
			x.Pager = pager{}
		}
		if len(x.Lines) > 0 {
			out = append(out, x)
		}
		if len(broken.Lines) > 0 {
			out = append(out, broken)
		}
	}
	return out
}

// faceToFace puts demands under those who make them.
func faceToFace(all []section) {
	for i, x := range all {
		if sides := speakers(x.Lines); x.ID == record.Demands.String()+"s" && len(sides) > 1 {
			all[i].Sides = sides
		}
	}
}
