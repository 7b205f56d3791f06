package web

import (
	"slices"
	"time"

	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
)

// noTalks stands in addresses for facts outside any talks.
const noTalks = "-"

type processPage struct {
	Key, Name string
	From, To  string // days that it is limited to
	Chart     *timeline
	Meetings  []meetingCard
	MPager    pager
	Sections  []section
	Disputes  []dispute
}

type meetingCard struct {
	ID, Title, Days, Status string
	Planned                 bool
	Parties                 []string
	Cites                   []cite
	Others                  int
}

// section is a list of lines under a heading.
type section struct {
	Key   string // of its heading
	ID    string // in the page, where its pager leads
	Lines []line
	Sides []group // the same face to face, where that says more
	Pager pager
}

func (s *Server) showProcess(v *visit) error {
	key := v.PathValue("key")
	if key == noTalks {
		key = ""
	}
	p := processPage{Key: key, Name: s.talksName(v.lang, key)}
	all, err := s.processes(v)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(x store.Process) bool { return x.Key == key })
	if at < 0 {
		return errNoFact
	}
	p.From, p.To = days(v)
	t, err := s.talksOf(v, all[at], p.From, p.To)
	if err != nil {
		return err
	}
	p.Chart = s.chart(v.lang, t)
	ms, pg, err := s.paged(v, store.Query{Kind: record.Meetings, Process: &key, From: p.From, To: p.To}, "meetings", perSection)
	if err != nil {
		return err
	}
	p.MPager = pg
	for _, f := range ms {
		p.Meetings = append(p.Meetings, meetingCardOf(v.lang, record.MergeMeeting(f)))
	}
	for _, k := range []record.Kind{record.Commitments, record.Demands, record.Ceasefires, record.Figures, record.Statements} {
		if err := s.section(v, &p.Sections, store.Query{Kind: k, Process: &key, From: p.From, To: p.To}, 6); err != nil {
			return err
		}
	}
	ds, _, err := s.pagedDisputes(v, store.Query{Process: &key, From: p.From, To: p.To}, "disputes", 3)
	if err != nil {
		return err
	}
	if p.Disputes, err = s.disputes(v.ctx(), v.lang, ds); err != nil {
		return err
	}
	return s.render(v, 200, "process", titleWords(p.Name), p)
}

// talksOf is what the timeline of a process shows; the overview has gathered
// it already for the larger ones.
func (s *Server) talksOf(v *visit, p store.Process, from, to string) (talks, error) {
	if from == "" && to == "" {
		o, err := s.current(v)
		if err != nil {
			return talks{}, err
		}
		for _, t := range o.Talks {
			if t.Key == p.Key {
				return t, nil
			}
		}
	}
	return s.gather(v.ctx(), p, from, to)
}

// days reads the days that a page is limited to; what is none limits nothing.
func days(v *visit) (from, to string) {
	day := func(name string) string {
		d := v.URL.Query().Get(name)
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			return ""
		}
		return d
	}
	return day("from"), day("to")
}

// perSection is how many facts a page shows of a kind that stands beside others.
const perSection = 8

// section adds the lines of one kind under a heading, nothing where there are none.
func (s *Server) section(v *visit, to *[]section, q store.Query, size int) error {
	fs, pg, err := s.paged(v, q, q.Kind.String()+"s", min(size, perSection))
	if err != nil || len(fs) == 0 && pg.Previous == "" {
		return err
	}
	*to = append(*to, section{Key: headings[q.Kind], ID: q.Kind.String() + "s", Lines: lines(v.lang, fs), Pager: pg})
	return nil
}

var headings = map[record.Kind]string{record.Actors: "actors", record.Meetings: "meetings", record.Statements: "said", record.Commitments: "commitments",
	record.Demands: "demands", record.Ceasefires: "ceasefires", record.Incidents: "incidents", record.Figures: "figures"}

func meetingCardOf(l minutes.Lang, m *record.Meeting) meetingCard {
	c := meetingCard{ID: m.ID.String(), Title: meetingTitle(l, m), Status: m.Status.Latest(), Days: joinDays(m.Start.One(), m.End.One())}
	if c.Days == "" {
		c.Days = joinDays(m.First, m.Last)
	}
	c.Planned = notYet(c.Status)
	for _, p := range m.Participants[:min(len(m.Participants), 6)] {
		c.Parties = append(c.Parties, clean(p.Name))
	}
	c.Cites, c.Others = allCites(m.Fact)
	return c
}

type meetingPage struct {
	Title, Days, Key, Talks string
	ID                      string
	Slots                   []slotView
	Grid                    []attendee
	Agenda, Outcome, Next   []phrase
	Evidence                []phrase
	Said                    []group
	SaidPager               pager
	Sections                []section
	Before, During, After   []line
	Disputes                []dispute
	Maybe                   []tieView
	Previous, Following     *meetingCard
	History                 []entryView
	Corrected               []correctedView
	Decide                  bool // this visitor may decide on it
}

type slotView struct {
	Key    string
	Values []value
}

// value is what some sources say of a slot.
type value struct {
	Text, Day string
	Cites     []cite
	Others    int
}

type attendee struct {
	Who                                  party
	Role, Attendance, Head, Size, Reason []value
}

type phrase struct {
	Words string
	cite
}

func values(f *record.Fact, s record.Slot, wording func(string) string) []value {
	var out []value
	for _, x := range s {
		w := value{Text: wording(x.Value)}
		w.Cites, w.Others = citesOf(f, x.From)
		out = append(out, w)
	}
	return out
}

func (s *Server) showMeeting(v *visit) error {
	id, err := idOf(v, record.Meetings)
	if err != nil {
		return err
	}
	f, err := s.one(v.ctx(), id)
	if err != nil {
		return err
	}
	m := record.MergeMeeting(f)
	p := meetingPage{Title: meetingTitle(v.lang, m), Days: joinDays(m.First, m.Last), Key: m.Process, Talks: s.talksName(v.lang, m.Process), ID: f.ID.String()}
	p.slots(v.lang, m)
	fs, pg, err := s.paged(v, store.Query{Kind: record.Statements, About: id}, "statements", perPage)
	if err != nil {
		return err
	}
	p.Said, p.SaidPager = speakers(lines(v.lang, fs)), pg
	for _, k := range []record.Kind{record.Demands, record.Commitments, record.Ceasefires, record.Figures} {
		if err := s.section(v, &p.Sections, store.Query{Kind: k, About: id}, perPage); err != nil {
			return err
		}
	}
	faceToFace(p.Sections)
	if err := s.around(v, &p, m); err != nil {
		return err
	}
	ds, _, err := s.pagedDisputes(v, store.Query{About: id}, "disputes", 5)
	if err != nil {
		return err
	}
	if p.Disputes, err = s.disputes(v.ctx(), v.lang, ds); err != nil {
		return err
	}
	if p.Maybe, err = s.ties(v, id); err != nil {
		return err
	}
	if err := s.neighbours(v, &p, f); err != nil {
		return err
	}
	if p.History, err = s.history(v.ctx(), v.lang, f.ID); err != nil {
		return err
	}
	p.Corrected, p.Decide = correctedOf(v.lang, f), s.mayDecide(v)
	return s.render(v, 200, "meeting", titleWords(p.Title), p)
}

func (p *meetingPage) slots(l minutes.Lang, m *record.Meeting) {
	keyed := func(k string) string { return word(l, k) }
	add := func(key string, vs []value) {
		if len(vs) > 0 {
			p.Slots = append(p.Slots, slotView{key, vs})
		}
	}
	add("status", values(m.Fact, m.Status, keyed))
	add("place", values(m.Fact, m.Place, clean))
	add("start", values(m.Fact, m.Start, func(d string) string { return date(l, d) }))
	add("end", values(m.Fact, m.End, func(d string) string { return date(l, d) }))
	for _, a := range m.Participants {
		p.Grid = append(p.Grid, attendee{partyOf(a.Actor, a.Name), values(m.Fact, a.Role, keyed), values(m.Fact, a.Attendance, keyed),
			values(m.Fact, a.Head, clean), values(m.Fact, a.Size, clean), values(m.Fact, a.Reason, clean)})
	}
	phrases := func(ws []record.Phrase) (out []phrase) {
		for _, w := range ws {
			out = append(out, phrase{shorten(clean(w.Words), longestQuote), citeOf(m.Evidence[w.From].Article, m.ID.String())})
		}
		return out
	}
	p.Agenda, p.Outcome, p.Next = phrases(m.Agenda), phrases(m.Outcome), phrases(m.Next)
	for _, e := range m.Evidence[:min(len(m.Evidence), perPage)] {
		if q := clean(e.Quote()); q != "" {
			p.Evidence = append(p.Evidence, phrase{shorten(q, longestQuote), citeOf(e.Article, m.ID.String())})
		}
	}
}

// aroundDays is how far from a meeting incidents are shown with it.
const aroundDays = 10

// around adds the incidents before, during and after a meeting with a day.
func (s *Server) around(v *visit, p *meetingPage, m *record.Meeting) error {
	if m.First == "" {
		return nil
	}
	last := m.Last
	if last == "" {
		last = m.First
	}
	a, err := time.Parse(time.DateOnly, m.First)
	b, err2 := time.Parse(time.DateOnly, last)
	if err != nil || err2 != nil || b.Sub(a) > 40*24*time.Hour {
		return nil
	}
	day := func(t time.Time, n int) string { return t.AddDate(0, 0, n).Format(time.DateOnly) }
	for _, x := range []struct {
		from, to string
		into     *[]line
	}{{day(a, -aroundDays), day(a, -1), &p.Before}, {m.First, last, &p.During}, {day(b, 1), day(b, aroundDays), &p.After}} {
		fs, err := s.some(v.ctx(), store.Query{Kind: record.Incidents, From: x.from, To: x.to}, 6)
		if err != nil {
			return err
		}
		*x.into = lines(v.lang, fs)
	}
	return nil
}

// beside is how many meetings either way are looked at for the next: others may
// stand between two rounds.
const beside = 6

// neighbours finds the meetings before and after f in its talks.
func (s *Server) neighbours(v *visit, p *meetingPage, f *record.Fact) error {
	var ms []*record.Fact
	for _, back := range []bool{true, false} {
		fs, err := s.some(v.ctx(), store.Query{Kind: record.Meetings, Process: &f.Process, After: f.At, Back: back, Most: fewEvidence}, beside)
		if err != nil {
			return err
		}
		ms = append(ms, fs...)
	}
	before, after := record.Neighbours(f, ms)
	for _, x := range ms {
		c := func() *meetingCard { c := meetingCardOf(v.lang, record.MergeMeeting(x)); return &c }
		switch {
		case x.ID.IsZero():
		case x.ID == before:
			p.Previous = c()
		case x.ID == after:
			p.Following = c()
		}
	}
	return nil
}

// tieView is another fact that this one is tied to.
type tieView struct {
	ID, Reason, Detail string
	Same               bool
}

func (s *Server) ties(v *visit, id record.ID) ([]tieView, error) {
	ts, err := s.opt.Record.Ties(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	var out []tieView
	for _, t := range ts {
		other := t.A
		if other == id {
			other = t.B
		}
		if len(out) < perPage && other != id {
			out = append(out, tieView{other.String(), t.Reason, clean(t.Detail), t.Same})
		}
	}
	return out, nil
}
