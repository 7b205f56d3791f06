package web

import (
	"cmp"

	"mahdar/record"
	"mahdar/store"
)

type actorPage struct {
	ID, Name, English, Type string
	Aliases                 []alias
	Roles                   []role
	Maybe                   []tieView
	Sections                []section
	Meetings                []meetingCard
	MPager                  pager
	Issues                  []issue
	Speakers                []saying
	Cut                     bool // positions are of the earliest statements only
}

type alias struct {
	Words string
	N     int
}

type role struct {
	Office, First, Last string
	Cites               []cite
	Others              int
}

func (s *Server) showActor(v *visit) error {
	id, err := idOf(v, record.Actors)
	if err != nil {
		return err
	}
	f, err := s.one(v.ctx(), id)
	if err != nil {
		return err
	}
	a := record.MergeActor(f)
	p := actorPage{ID: f.ID.String(), Name: clean(a.Name), English: clean(a.English), Type: string(a.Type)}
	for _, x := range a.Aliases[:min(len(a.Aliases), perPage)] {
		p.Aliases = append(p.Aliases, alias{clean(x.Words), x.Count})
	}
	for _, x := range a.Roles {
		r := role{Office: clean(x.Office), First: x.First, Last: x.Last}
		r.Cites, r.Others = citesOf(f, x.From)
		p.Roles = append(p.Roles, r)
	}
	for _, k := range []record.Kind{record.Statements, record.Commitments, record.Demands, record.Ceasefires, record.Incidents} {
		if err := s.section(v, &p.Sections, store.Query{Kind: k, Actor: id}, perPage); err != nil {
			return err
		}
	}
	p.Sections = breaches(p.Sections)
	st, version, err := s.standMemo.get(v.ctx(), id, v.version)
	if err != nil {
		return err
	}
	v.gathered(version)
	p.Issues, p.Speakers, p.Cut = st.issues(v.lang), st.speakers[:min(len(st.speakers), mostSpeakers)], st.more
	ms, pg, err := s.paged(v, store.Query{Kind: record.Meetings, Actor: id}, "meetings", 10)
	if err != nil {
		return err
	}
	p.MPager = pg
	for _, m := range ms {
		p.Meetings = append(p.Meetings, meetingCardOf(v.lang, record.MergeMeeting(m)))
	}
	if p.Maybe, err = s.ties(v, f.ID); err != nil {
		return err
	}
	return s.render(v, 200, "actor", titleWords(p.Name), p)
}

type actorsPage struct {
	List  []actorRow
	Pager pager
	Name  string // that was asked for
}

type actorRow struct {
	ID, Name, English, Type string
	Roles                   []string
	Articles                int
}

func actorRowOf(f *record.Fact) actorRow {
	a := record.MergeActor(f)
	r := actorRow{ID: f.ID.String(), Name: clean(a.Name), English: clean(a.English), Type: string(a.Type), Articles: len(f.Evidence) + f.Left}
	for _, x := range a.Roles[:min(len(a.Roles), 2)] {
		r.Roles = append(r.Roles, clean(x.Office))
	}
	return r
}

func (s *Server) showActors(v *visit) error {
	p := actorsPage{Name: shorten(clean(v.URL.Query().Get("q")), mostActorName)}
	if p.Name != "" {
		var err error
		if p.List, err = s.findActors(v, p.Name); err != nil {
			return err
		}
		return s.render(v, 200, "actors", titleKey("actors"), p)
	}
	fs, pg, err := s.paged(v, store.Query{Kind: record.Actors}, "list", 2*perPage)
	if err != nil {
		return err
	}
	p.Pager = pg
	for _, f := range fs {
		p.List = append(p.List, actorRowOf(f))
	}
	return s.render(v, 200, "actors", titleKey("actors"), p)
}

type commitmentsPage struct {
	Threads []thread
	Pager   pager
	Talks   []store.Process
	Key     string
	All     bool
}

// thread is an undertaking and what was said of it later.
type thread struct {
	By     string
	Status string // of the last step
	Steps  []line
}

func (s *Server) showCommitments(v *visit) error {
	q := store.Query{Kind: record.Commitments}
	p := commitmentsPage{All: true}
	if v.URL.Query().Has("talks") {
		p.Key, p.All = v.URL.Query().Get("talks"), false
		q.Process = &p.Key
	}
	fs, pg, err := s.paged(v, q, "list", 3*perPage)
	if err != nil {
		return err
	}
	p.Pager = pg
	threads, byID, err := store.Ledger(v.ctx(), s.opt.Record, fs)
	if err != nil {
		return err
	}
	for _, t := range threads {
		var x thread
		for _, st := range t.Steps {
			f := byID[st.Fact]
			if f == nil {
				continue
			}
			n := lineOf(v.lang, f)
			if n.Day == "" {
				n.Day = st.Day
			}
			x.Steps, x.Status, x.By = append(x.Steps, n), st.Status, cmp.Or(x.By, n.Who.Name)
		}
		if len(x.Steps) > 0 {
			p.Threads = append(p.Threads, x)
		}
	}
	if p.Talks, err = s.processes(v); err != nil {
		return err
	}
	return s.render(v, 200, "commitments", titleKey("commitments"), p)
}
