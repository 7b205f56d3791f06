package web

import (
	"cmp"
	"slices"
	"strconv"

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
	Acts                    []actCount
	Sample                  int
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

type actCount struct {
	Key string
	N   int
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
}

type actorRow struct {
	ID, Name, English, Type string
	Roles                   []string
	Articles                int
}

func (s *Server) showActors(v *visit) error {
	fs, pg, err := s.paged(v, store.Query{Kind: record.Actors}, "list", 2*perPage)
	if err != nil {
		return err
	}
	p := actorsPage{Pager: pg}
	for _, f := range fs {
		a := record.MergeActor(f)
		r := actorRow{ID: f.ID.String(), Name: clean(a.Name), English: clean(a.English), Type: string(a.Type), Articles: len(f.Evidence) + f.Left}
		for _, x := range a.Roles[:min(len(a.Roles), 2)] {
			r.Roles = append(r.Roles, clean(x.Office))
		}
		p.List = append(p.List, r)
	}
	return s.render(v, 200, "actors", titleKey("actors"), p)
}

// acts are the columns of who said what, as the contract names them.
var acts = [...]string{"state", "announce", "expect", "accuse", "deny", "pledge", "demand", "propose", "accept", "reject", "threaten", "warn", "criticise", "praise"}

// matrixWindow is how many statements a matrix counts at a time.
const matrixWindow = 120

type saidPage struct {
	Acts  []string
	Rows  []saidRow
	Talks []store.Process
	Key   string
	All   bool
	Pager pager
	Shown []line // of the cell that was asked for
	Who   string
	Act   string
	Base  string // address of this page with all but the cell
}

type saidRow struct {
	Who   party
	Cells []int
	Heat  []int // 0 to 4
	Sum   int
}

func (s *Server) showSaid(v *visit) error {
	q := store.Query{Kind: record.Statements}
	in := v.URL.Query()
	p := saidPage{Acts: acts[:], All: true, Who: in.Get("who"), Act: in.Get("act")}
	if in.Has("talks") {
		p.Key, p.All = in.Get("talks"), false
		q.Process = &p.Key
	}
	fs, pg, err := s.paged(v, q, "list", matrixWindow)
	if err != nil {
		return err
	}
	p.Pager = pg
	in.Del("who")
	in.Del("act")
	p.Base = "?" + in.Encode()
	if len(in) > 0 {
		p.Base += "&"
	}
	for _, n := range lines(v.lang, fs) {
		at := slices.Index(acts[:], n.Act)
		if at < 0 {
			continue
		}
		k := slices.IndexFunc(p.Rows, func(r saidRow) bool { return r.Who.Name == n.Who.Name })
		if k < 0 {
			k = len(p.Rows)
			p.Rows = append(p.Rows, saidRow{Who: n.Who, Cells: make([]int, len(acts)), Heat: make([]int, len(acts))})
		}
		p.Rows[k].Cells[at]++
		p.Rows[k].Sum++
		if p.Who == n.Who.Name && (p.Act == "" || p.Act == n.Act) {
			p.Shown = append(p.Shown, n)
		}
	}
	slices.SortStableFunc(p.Rows, func(a, b saidRow) int { return b.Sum - a.Sum })
	p.heat()
	if p.Talks, err = s.processes(v); err != nil {
		return err
	}
	return s.render(v, 200, "said", titleKey("said"), p)
}

// heat tells how strong each cell's ground is.
func (p *saidPage) heat() {
	for _, r := range p.Rows {
		for i, n := range r.Cells {
			r.Heat[i] = min(4, len(strconv.FormatInt(int64(n), 2))*min(n, 1))
		}
	}
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
