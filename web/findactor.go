package web

import (
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
)

// Bounds of a search for actors.
const (
	mostActorName  = 120 // letters asked for
	mostActorsRead = 40  // articles whose actors are looked at, the newest
	mostActorsHit  = 30
	mostListed     = 6 // names that the lexicon gives for Latin letters
)

// findActors are actors of a name: those of the newest articles that hold its
// words, however particles are attached to them. Latin letters are looked up
// in the lexicon, and among the names of the newest articles of all.
func (s *Server) findActors(v *visit, name string) (out []actorRow, err error) {
	seen := map[record.ID]bool{}
	take := func(words store.Pattern, fits func(*fact.Actor) bool) error {
		ids, err := s.actorsOf(v, words, fits)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if seen[id] || len(out) >= mostActorsHit {
				continue
			}
			seen[id] = true
			fs, err := s.some(v.ctx(), store.Query{Kind: record.Actors, ID: id}, 1)
			if err != nil {
				return err
			}
			for _, f := range fs {
				if f.ID == id || !seen[f.ID] {
					seen[f.ID] = true
					out = append(out, actorRowOf(f))
				}
			}
		}
		return nil
	}
	names := []string{name}
	if latin(name) {
		want := strings.Fields(strings.ToLower(name))
		if err := take(store.Pattern{}, func(a *fact.Actor) bool {
			has := strings.ToLower(a.English)
			return has != "" && !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(has, w) })
		}); err != nil {
			return nil, err
		}
		names = nil
		if s.opt.Names != nil {
			names = s.opt.Names(name, mostListed)
		}
	}
	if bare := withoutParticle(name); bare != name && len(names) > 0 {
		names = append(names, bare)
	}
	for i, n := range names {
		p := store.ParsePattern(n)
		if len(p.Words) == 0 || i == 1 && names[0] == name && len(out) > 0 {
			continue // found as it was written
		}
		if err := take(p, func(a *fact.Actor) bool { return p.Find(a.Name) != nil }); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b actorRow) int { return b.Articles - a.Articles })
	return out, nil
}

// withoutParticle takes what may be a particle off the front of a name: «للوفد»,
// «وسالم». At least three letters stay.
func withoutParticle(name string) string {
	if rest, ok := strings.CutPrefix(name, "لل"); ok && len(rest) >= 6 {
		return "ال" + rest
	}
	for _, p := range [...]string{"و", "ف", "ب", "ل", "ك"} {
		if rest, ok := strings.CutPrefix(name, p); ok && len(rest) >= 6 {
			return rest
		}
	}
	return name
}

// latin reports whether a name is written in Latin letters.
func latin(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' })
}

// actorsOf are the ids of the actors that fit, in the newest articles that hold
// words (all articles for none).
func (s *Server) actorsOf(v *visit, words store.Pattern, fits func(*fact.Actor) bool) (out []record.ID, err error) {
	var articles []string
	for h, err := range s.opt.Record.Shelf(v.ctx(), store.ArticleQuery{Words: words, Limit: mostActorsRead, Bare: true}) {
		if err != nil {
			return nil, err
		}
		articles = append(articles, h.Article.ID)
	}
	for _, id := range articles {
		if len(out) >= mostActorsHit {
			break
		}
		r, err := s.opt.Record.Reading(v.ctx(), id)
		if err != nil {
			return nil, err
		}
		for i := range r.Actors {
			a := &r.Actors[i]
			if a.Type == fact.Location || !fits(a) {
				continue
			}
			if aid := record.ActorID(a.ID, a.Name); !slices.Contains(out, aid) {
				out = append(out, aid)
			}
		}
	}
	return out, nil
}
