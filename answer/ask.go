package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"mahdar/fact"
	"mahdar/minutes"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// Bounds of what is asked.
const (
	UsualLimit = 20  // items where nothing else is asked for
	MostLimit  = 200 // items at a time
	mostWords  = 300 // letters of what is searched for
	usualLook  = 500 // facts that one part of a filtered list looks at
	chunk      = 100
)

// NoTalks stands for facts outside any talks where a process is asked for.
const NoTalks = "-"

// Ask is a question for a list. The zero value of a field asks for everything.
type Ask struct {
	Lang     minutes.Lang
	Process  string // key of talks; NoTalks for what is outside any
	From, To string // 2031, 2031-05 or 2031-05-04: facts that touch these days
	About    string // id of a meeting: what belongs to it
	Actor    string // id: who has a part in it
	Article  string // id: what stands in it
	Speaker  string // of statements: id of an actor, or a name
	By       string // of commitments, demands: the name of the side
	Label    string // act of statements; status of commitments, meetings; event of ceasefires; type of incidents; unit of figures; answer of demands
	Words    string // of statements and others: words that the quotation holds, whatever particles are attached
	Name     string // of actors: part of any of their names
	Type     string // of actors: PER, ORG; of disagreements: differs, blame, denial, changed

	Limit    int    // items; 0 for UsualLimit
	Cursor   string // where the last part ended
	Evidence int    // pieces of evidence an item, the earliest; 0 for 5
	Raw      bool   // with each finding as mahdar.reading/1 has it
}

// usualEvidence is how many pieces of evidence an item of a list shows.
const usualEvidence = 5

// Page is a part of a list.
type Page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"Cursor of what follows; absent at the end. A filtered part may hold fewer items than the limit, even none, and still go on"`
	Note  string `json:"note,omitempty" doc:"What to mind about an empty answer"`
}

// normal checks what all lists have in common.
func (a *Ask) normal() error {
	switch {
	case a.Lang == "":
		a.Lang = minutes.English
	case a.Lang != minutes.Arabic && a.Lang != minutes.English:
		return wrong("lang", "lang: %q; labels are worded in ar or en", clip(string(a.Lang)))
	}
	switch {
	case a.Limit < 0 || a.Limit > MostLimit:
		return wrong("limit", "limit: %d is not from 1 to %d", a.Limit, MostLimit)
	case a.Limit == 0:
		a.Limit = UsualLimit
	}
	if a.Evidence <= 0 {
		a.Evidence = usualEvidence
	}
	for _, w := range [...]struct{ field, value string }{{"topic", a.Words}, {"speaker", a.Speaker}, {"by", a.By}, {"name", a.Name}} {
		if len([]rune(w.value)) > mostWords {
			return wrong(w.field, "%s: more than %d letters; give fewer words", w.field, mostWords)
		}
	}
	return nil
}

// days reads From and To.
func (a *Ask) days() (from, to string, err error) {
	if a.From != "" {
		if from, _ = record.Days(a.From); from == "" {
			return "", "", wrong("from", "from: %q is no day, month or year; write 2031-05-04", clip(a.From))
		}
	}
	if a.To != "" {
		if _, to = record.Days(a.To); to == "" {
			return "", "", wrong("to", "to: %q is no day, month or year; write 2031-05-04", clip(a.To))
		}
	}
	if from != "" && to != "" && from > to {
		return "", "", wrong("to", "to: %s is before from, %s", clip(a.To), clip(a.From))
	}
	return from, to, nil
}

// query is what a asks the store for facts of kind k; what the store cannot
// tell apart, keep does.
func (d *Desk) query(ctx context.Context, k record.Kind, a *Ask) (q store.Query, keep func(*record.Fact) bool, err error) {
	if err := a.normal(); err != nil {
		return q, nil, err
	}
	q = store.Query{Kind: k, Most: a.Evidence}
	if q.From, q.To, err = a.days(); err != nil {
		return q, nil, err
	}
	if a.Process != "" {
		key := strings.TrimPrefix(a.Process, NoTalks)
		if a.Process != NoTalks {
			key = a.Process
		}
		q.Process = &key
	}
	if a.About != "" {
		if q.About, err = idOf("meeting", a.About, record.Meetings); err != nil {
			return q, nil, err
		}
	}
	if a.Actor != "" {
		if q.Actor, err = idOf("actor", a.Actor, record.Actors); err != nil {
			return q, nil, err
		}
	}
	if a.Article != "" {
		if q.Article, err = articleID("article", a.Article); err != nil {
			return q, nil, err
		}
	}
	keep, err = d.filters(ctx, a, &q)
	return q, keep, err
}

// filters are what the store cannot tell; nil where nothing of it is asked.
func (d *Desk) filters(ctx context.Context, a *Ask, q *store.Query) (func(*record.Fact) bool, error) {
	var all []func(*record.Fact) bool
	if a.Label != "" {
		all = append(all, func(f *record.Fact) bool {
			return slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return strings.EqualFold(labelOf(e.Body), a.Label) })
		})
	}
	if a.Speaker != "" {
		f, err := d.spoke(ctx, a.Speaker, q)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	if a.By != "" {
		by := pattern(a.By)
		all = append(all, func(f *record.Fact) bool {
			return slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return by(doerOf(e.Body)) })
		})
	}
	if a.Words != "" {
		in := pattern(a.Words)
		all = append(all, func(f *record.Fact) bool {
			return slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return in(e.Quote()) })
		})
	}
	if a.Name != "" {
		in := pattern(a.Name)
		all = append(all, func(f *record.Fact) bool { return slices.ContainsFunc(namesOf(f), in) })
	}
	if a.Type != "" && q.Kind == record.Actors {
		all = append(all, func(f *record.Fact) bool { return strings.EqualFold(string(record.MergeActor(f).Type), a.Type) })
	}
	if len(all) == 0 {
		return nil, nil
	}
	return func(f *record.Fact) bool {
		return !slices.ContainsFunc(all, func(keep func(*record.Fact) bool) bool { return !keep(f) })
	}, nil
}

// pattern reports for words whether they hold all those asked for: folded, with
// or without particles, in Latin letters without regard to case.
func pattern(asked string) func(string) bool {
	p := store.ParsePattern(asked)
	low := strings.ToLower(strings.TrimSpace(asked))
	return func(w string) bool {
		return len(p.Words) > 0 && p.Find(w) != nil || strings.Contains(strings.ToLower(w), low)
	}
}

// namesOf are the names of an actor in all its evidence.
func namesOf(f *record.Fact) (out []string) {
	a := record.MergeActor(f)
	out = append(out, a.Name, a.English)
	for _, x := range a.Aliases {
		out = append(out, x.Words)
	}
	return out
}

// spoke asks for what somebody said, by his id or by his name.
func (d *Desk) spoke(ctx context.Context, who string, q *store.Query) (func(*record.Fact) bool, error) {
	id, err := record.ParseID(who)
	if err != nil {
		in := pattern(who)
		return func(f *record.Fact) bool {
			return slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool {
				s, ok := e.Body.(*fact.Statement)
				return ok && (in(s.Name) || in(s.Speaker.In(e.Article.Text)))
			})
		}, nil
	}
	if id.Kind != record.Actors {
		return nil, wrong("speaker", "speaker: %s is the id of %s; give that of an actor, or a name", who, article(id.Kind))
	}
	if q.Actor.IsZero() {
		q.Actor = id
	}
	ties, err := d.opt.Record.Ties(ctx, id)
	if err != nil {
		return nil, err
	}
	same := record.Kin(id, ties)
	return func(f *record.Fact) bool {
		return slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool {
			s, ok := e.Body.(*fact.Statement)
			return ok && same[record.ActorID(s.Actor, s.Name)]
		})
	}, nil
}

// labelOf is the word of the contract that tells findings of one kind apart.
func labelOf(body any) string {
	switch b := body.(type) {
	case *fact.Statement:
		return b.Act
	case *fact.Meeting:
		return b.Status
	case *fact.Commitment:
		return b.Status
	case *fact.Demand:
		return b.Answer
	case *fact.Ceasefire:
		return b.Event
	case *fact.Incident:
		return b.Type
	case *fact.Figure:
		return b.Unit
	}
	return ""
}

// doerOf is the side of a commitment, a demand, an incident, a ceasefire.
func doerOf(body any) string {
	switch b := body.(type) {
	case *fact.Commitment:
		return b.By
	case *fact.Demand:
		return b.By
	case *fact.Ceasefire:
		return strings.Join(b.Parties, " | ")
	case *fact.Incident:
		return strings.Join(b.Actor, " | ")
	case *fact.Statement:
		return b.Name
	case *fact.Figure:
		return b.Source
	}
	return ""
}

// look is how many facts one part of a filtered list looks at.
func (d *Desk) look() int {
	if d.opt.Look > 0 {
		return d.opt.Look
	}
	return usualLook
}

// gather is a part of the facts that q asks for, after a mark, and the mark
// after which the next part begins, "" at the end.
func (d *Desk) gather(ctx context.Context, q store.Query, keep func(*record.Fact) bool, limit int, mark string) (out []*record.Fact, next string, err error) {
	q.After, q.Limit = mark, limit+1
	if keep != nil {
		q.Limit = chunk
	}
	for looked := 0; ; {
		n := 0
		for f, err := range d.opt.Record.Facts(ctx, q) {
			if err != nil {
				return nil, "", atPlace(err, mark)
			}
			if len(out) == limit {
				return out, q.After, nil
			}
			n++
			q.After = f.At
			if len(f.Evidence) > 0 && (keep == nil || keep(f)) {
				out = append(out, f)
			}
		}
		if n < q.Limit || q.After == "" {
			return out, "", nil
		}
		if looked += n; looked >= d.look() {
			return out, q.After, nil
		}
	}
}

// list answers a with facts of kind k, each in the form that view gives it.
func list[T any](ctx context.Context, d *Desk, k record.Kind, a Ask, view func(*pen, *record.Fact) T) (*Page[T], error) {
	q, keep, err := d.query(ctx, k, &a)
	if err != nil {
		return nil, err
	}
	asked := a.question(k.String())
	mark, err := markOf(a.Cursor, asked)
	if err != nil {
		return nil, err
	}
	fs, next, err := d.gather(ctx, q, keep, a.Limit, mark)
	if err != nil {
		return nil, err
	}
	p, out := d.pen(a.Lang, a.Raw), &Page[T]{Items: make([]T, 0, len(fs))}
	for _, f := range fs {
		out.Items = append(out.Items, view(p, f))
	}
	out.Next = cursorOf(next, asked)
	if len(fs) == 0 && next == "" && a.Cursor == "" {
		out.Note, err = d.why(ctx, &a)
	}
	return out, err
}

// question is the list and the filters that a cursor belongs to.
func (a *Ask) question(list string) string {
	return question(list, a.Process, a.From, a.To, a.About, a.Actor, a.Article, a.Speaker, a.By, a.Label, a.Words, a.Name, a.Type)
}

// why says what may be behind an empty answer.
func (d *Desk) why(ctx context.Context, a *Ask) (string, error) {
	if a.Process == "" || a.Process == NoTalks {
		return "", nil
	}
	ps, err := d.opt.Record.Processes(ctx)
	if err != nil {
		return "", err
	}
	var keys []string
	for _, p := range ps {
		if p.Key == a.Process {
			return "", nil
		}
		if p.Key != "" {
			keys = append(keys, p.Key)
		}
	}
	const most = 20
	more := ""
	if len(keys) > most {
		keys, more = keys[:most], ", …"
	}
	if len(keys) == 0 {
		return fmt.Sprintf("the record knows no talks, so that nothing belongs to %q", clip(a.Process)), nil
	}
	return fmt.Sprintf("the record has no talks of the key %q; it has %s%s", clip(a.Process), strings.Join(keys, ", "), more), nil
}

// exact are the words of src under spans, as they stand.
func exact(src string, spans []text.Span) (out []string) {
	for _, s := range spans {
		if w := s.In(src); w != "" {
			out = append(out, w)
		}
	}
	return out
}
