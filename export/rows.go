package export

import (
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// n is a count or a size, not known where it is 0.
func n(i int) any {
	if i == 0 {
		return nil
	}
	return int64(i)
}

// place are the cells place, place_en, country, latitude, longitude.
func (j *job) place(a *record.Article, name string) ([]any, error) {
	s, ok, err := j.spot(a, name)
	if err != nil || !ok {
		return []any{name, "", "", nil, nil}, err
	}
	return []any{name, s.English, s.Country, s.Lat, s.Lon}, nil
}

// id of whom a fact names, "" where the record has no such actor.
func (j *job) id(a *record.Article, name, ref string) (string, error) {
	if name == "" && ref == "" {
		return "", nil
	}
	p, err := j.party(a, name, ref)
	return p.ID.String(), err
}

// first is the earliest evidence of a fact with its body.
func first[T any](f *record.Fact) (record.Evidence, *T, bool) {
	e := f.Evidence[0]
	b, ok := e.Body.(*T)
	return e, b, ok
}

// sources is how many articles tell a fact.
func sources(f *record.Fact) any {
	seen := map[string]bool{}
	for _, e := range f.Evidence {
		seen[e.Article.ID] = true
	}
	return int64(len(seen))
}

// about is the meeting that the earliest evidence belongs to.
func about(f *record.Fact) string { return f.Evidence[0].About.String() }

// judged is what people have decided about a fact, "" where nobody has.
func judged(f *record.Fact) string {
	if f.Review == nil {
		return ""
	}
	return f.Review.Status
}

func actorRows(j *job, f *record.Fact, put put) error {
	p := actorOf(f)
	day := ""
	for _, e := range f.Evidence {
		if d := e.Article.Published.Day(); d != "" && (day == "" || d < day) {
			day = d
		}
	}
	return put(f.ID.String(), p.Actor.ID, p.Name, p.English, string(p.Type), p.Kind, p.Country, p.Sector, p.Wikidata, p.Offices, p.Forms, sources(f), day, judged(f))
}

func phrases(ps []record.Phrase) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = blanks(p.Words)
	}
	return out
}

// blanks is words of an article on one line.
func blanks(s string) string { return strings.Join(strings.Fields(s), " ") }

// meetingTime is when a meeting is, by its earliest account that tells it.
func meetingTime(m *record.Meeting) when {
	start, end := meetingEnds(m)
	return between(start, end)
}

// meetingEnds are start and end as one account tells them: those of two accounts
// may not go together.
func meetingEnds(m *record.Meeting) (start, end string) {
	for _, e := range m.Evidence {
		if b, ok := e.Body.(*fact.Meeting); ok && b.Start+b.End != "" {
			return b.Start, b.End
		}
	}
	return "", ""
}

func meetingRows(j *job, f *record.Fact, put put) error {
	m := record.MergeMeeting(f)
	e, b, ok := first[fact.Meeting](f)
	if !ok {
		return nil
	}
	where, err := j.place(slotArticle(f, m.Place), m.Place.One())
	if err != nil {
		return err
	}
	_, en := j.atlas.process(f.Process)
	w := meetingTime(m)
	row := []any{f.ID.String(), f.Process, en, n(f.Ordinal), m.Kind.One(), m.Status.Latest()}
	row = append(row, where...)
	start, end := meetingEnds(m)
	row = append(row, start, end, w.First, w.Last, b.Closed, n(len(m.Participants)), differing(m),
		phrases(m.Agenda), phrases(m.Outcome), phrases(m.Next), sources(f), e.Quote(), judged(f))
	return put(row...)
}

// slotArticle is the article that first fills a slot, the earliest for an empty one.
func slotArticle(f *record.Fact, s record.Slot) *record.Article {
	if len(s) > 0 {
		return f.Evidence[s[0].From[0]].Article
	}
	return f.Evidence[0].Article
}

// slots are the slots of a meeting by name.
func slots(m *record.Meeting) []struct {
	name string
	slot record.Slot
} {
	return []struct {
		name string
		slot record.Slot
	}{{"kind", m.Kind}, {"status", m.Status}, {"place", m.Place}, {"start", m.Start}, {"end", m.End}}
}

func differing(m *record.Meeting) []string {
	var out []string
	for _, s := range slots(m) {
		if len(s.slot) > 1 {
			out = append(out, s.name)
		}
	}
	for _, p := range m.Participants {
		if len(p.Role) > 1 || len(p.Attendance) > 1 || len(p.Size) > 1 || len(p.Head) > 1 {
			return append(out, "participants")
		}
	}
	return out
}

func participantRows(j *job, f *record.Fact, put put) error {
	for _, e := range f.Evidence {
		b, ok := e.Body.(*fact.Meeting)
		if !ok {
			continue
		}
		for _, p := range b.Participants {
			id, err := j.id(e.Article, p.Name, p.Actor)
			if err != nil {
				return err
			}
			if err := put(f.ID.String(), e.Article.ID, id, p.Name, p.Role, p.Attendance, n(p.Size), p.Head, p.Reason); err != nil {
				return err
			}
		}
	}
	return nil
}

func accountRows(j *job, f *record.Fact, put put) error {
	for _, s := range slots(record.MergeMeeting(f)) {
		for _, v := range s.slot {
			for _, i := range v.From {
				if err := put(f.ID.String(), f.Evidence[i].Article.ID, s.name, v.Value); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// viaNames is an attribution chain, the outermost first.
func viaNames(via []fact.Relay) []string {
	var out []string
	for _, v := range via {
		out = append(out, v.Name)
	}
	return out
}

func statementRows(j *job, f *record.Fact, put put) error {
	e, s, ok := first[fact.Statement](f)
	if !ok {
		return nil
	}
	speaker, target := "", ""
	var err error
	if s.Kind != "unnamed" {
		if speaker, err = j.id(e.Article, s.Name, s.Actor); err != nil {
			return err
		}
	}
	if target, err = j.id(e.Article, s.Target, ""); err != nil {
		return err
	}
	w := at(s.Said)
	return put(f.ID.String(), f.Process, about(f), speaker, s.Name, record.Words(e.Article.Text, []text.Span{s.Speaker}), s.Kind, s.Act, s.Mode, s.Modal,
		record.Words(e.Article.Text, s.Content), target, s.Target, viaNames(s.Via), s.Venue, s.Said, w.First, w.Last, sources(f), judged(f))
}

func commitmentRows(j *job, f *record.Fact, put put) error {
	e, c, ok := first[fact.Commitment](f)
	if !ok {
		return nil
	}
	by, err := j.id(e.Article, c.By, "")
	if err != nil {
		return err
	}
	to, err := j.id(e.Article, c.To, "")
	if err != nil {
		return err
	}
	src := e.Article.Text
	return put(f.ID.String(), f.Process, about(f), by, c.By, to, c.To, c.Status, record.Words(src, c.Content), c.AllegedBy, record.Words(src, c.Condition), c.Deadline, c.Guarantor, sources(f), judged(f))
}

func demandRows(j *job, f *record.Fact, put put) error {
	e, d, ok := first[fact.Demand](f)
	if !ok {
		return nil
	}
	by, err := j.id(e.Article, d.By, "")
	if err != nil {
		return err
	}
	of, err := j.id(e.Article, d.Of, "")
	if err != nil {
		return err
	}
	return put(f.ID.String(), f.Process, about(f), by, d.By, of, d.Of, record.Words(e.Article.Text, d.Content), d.Answer, d.Manner, sources(f), judged(f))
}

func ceasefireRows(j *job, f *record.Fact, put put) error {
	e, c, ok := first[fact.Ceasefire](f)
	if !ok {
		return nil
	}
	where, err := j.place(e.Article, c.Place)
	if err != nil {
		return err
	}
	w := at(c.Date)
	row := append([]any{f.ID.String(), f.Process, about(f), c.Event, c.Parties, c.Guarantors, c.Date, w.First, w.Last}, where...)
	return put(append(row, c.AllegedBy, sources(f), e.Quote(), judged(f))...)
}

func incidentRows(j *job, f *record.Fact, put put) error {
	e, c, ok := first[fact.Incident](f)
	if !ok {
		return nil
	}
	where, err := j.place(e.Article, c.Place)
	if err != nil {
		return err
	}
	w := at(c.Date)
	row := append([]any{f.ID.String(), f.Process, c.Type, c.Mode, c.CAMEO, c.Actor, c.Recipient, c.Date, w.First, w.Last}, where...)
	return put(append(row, c.Weapon, c.Modal, c.Source, sources(f), e.Quote(), judged(f))...)
}

// bound is a limit of a figure, not known where it is open.
func bound(n *int64) any {
	if n == nil {
		return nil
	}
	return *n
}

func figureRows(j *job, f *record.Fact, put put) error {
	e, g, ok := first[fact.Figure](f)
	if !ok {
		return nil
	}
	return put(f.ID.String(), f.Process, about(f), bound(g.Min), bound(g.Max), g.Unit, g.Concerns, g.Place, g.Source, sources(f), e.Quote(), record.Around(e.Article.Text, g.Span), judged(f))
}

// title is the headline of an article, found or told.
func title(a *record.Article) string {
	if t := blanks(a.Title); t != "" {
		return t
	}
	return blanks(a.Source.Title)
}

// address is where an article can be fetched, "" for files.
func address(a *record.Article) string {
	if a.Source.Canonical != "" {
		return a.Source.Canonical
	}
	return a.Source.URL
}
