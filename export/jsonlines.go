package export

import (
	"encoding/json"
	"io"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
)

// FactSchema names the version of the lines that the format json writes.
const FactSchema = "mahdar.fact/1"

type factLine struct {
	Schema   string         `json:"schema"`
	ID       record.ID      `json:"id"`
	Kind     string         `json:"kind"`
	Process  string         `json:"process,omitempty"`
	Ordinal  int            `json:"ordinal,omitempty"`
	First    string         `json:"first,omitempty"`
	Last     string         `json:"last,omitempty"`
	Label    string         `json:"label,omitempty"`
	Review   *reviewLine    `json:"review,omitempty"`
	Evidence []evidenceLine `json:"evidence"`
}

// reviewLine is what people have decided about a fact.
type reviewLine struct {
	Status   string          `json:"status,omitempty"`
	Slots    []correctedLine `json:"slots,omitempty"`
	Links    []record.ID     `json:"links,omitempty"`
	Comments []commentLine   `json:"comments,omitempty"`
	Merged   []record.ID     `json:"merged,omitempty"`
	SplitOff *record.ID      `json:"split_off,omitempty"`
}

type correctedLine struct {
	Slot     string   `json:"slot"`
	Read     string   `json:"read"`
	Value    string   `json:"value"`
	Coder    string   `json:"coder,omitempty"`
	Reason   string   `json:"reason,omitempty"`
	Disputed []string `json:"disputed,omitempty"`
}

type commentLine struct {
	Coder string `json:"coder"`
	At    string `json:"at"`
	Text  string `json:"text"`
}

func reviewOf(r *record.Review) *reviewLine {
	if r == nil {
		return nil
	}
	line := &reviewLine{Status: r.Status, Links: r.Links, Merged: r.Merged}
	for _, s := range r.Slots {
		line.Slots = append(line.Slots, correctedLine(s))
	}
	for _, c := range r.Comments {
		line.Comments = append(line.Comments, commentLine(c))
	}
	if !r.SplitOff.IsZero() {
		line.SplitOff = &r.SplitOff
	}
	return line
}

type evidenceLine struct {
	Article articleLine     `json:"article"`
	About   *record.ID      `json:"about,omitempty"`
	Finding json.RawMessage `json:"finding"`
}

type articleLine struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	Path      string `json:"path,omitempty"`
	Published string `json:"published,omitempty"`
	Basis     string `json:"published_basis,omitempty"`
}

type formLine struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
	Count int    `json:"count"`
}

// encoder writes JSON without escaping letters for HTML.
func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// writeJSON writes each fact as a line, its findings in the form that readings
// have in public.
func writeJSON(j *job, w io.Writer) error {
	enc := encoder(w)
	j.rejected = true // with the decision beside them
	err := j.each(func(f *record.Fact) error {
		line := factLine{Schema: FactSchema, ID: f.ID, Kind: f.ID.Kind.String(), Process: f.Process, Ordinal: f.Ordinal, First: f.First, Last: f.Last, Label: f.Label, Review: reviewOf(f.Review),
			Evidence: make([]evidenceLine, len(f.Evidence))}
		for i, e := range f.Evidence {
			b, err := j.finding(e)
			if err != nil {
				return err
			}
			a := e.Article
			line.Evidence[i] = evidenceLine{Finding: b, Article: articleLine{ID: a.ID, Title: title(a), Outlet: a.Outlet(), URL: address(a), Path: a.Source.Path, Published: a.Published.EDTF, Basis: string(a.Published.Basis)}}
			if !e.About.IsZero() {
				line.Evidence[i].About = &f.Evidence[i].About
			}
		}
		j.report.Written++
		return enc.Encode(line)
	}, allKinds()...)
	if err != nil {
		return err
	}
	return j.disagreements(enc)
}

type disagreementLine struct {
	Schema    string         `json:"schema"`
	ID        record.ID      `json:"id"`
	Kind      string         `json:"kind"`
	Subject   record.ID      `json:"subject"`
	Slot      string         `json:"slot"`
	Of        string         `json:"of,omitempty"`
	Type      string         `json:"type"`
	Positions []positionLine `json:"positions"`
}

type positionLine struct {
	Value  string      `json:"value"`
	Claims []claimLine `json:"claims"`
}

type claimLine struct {
	Article  string     `json:"article"`
	Day      string     `json:"day,omitempty"`
	Outlet   string     `json:"outlet,omitempty"`
	Holder   *record.ID `json:"holder,omitempty"`
	Name     string     `json:"holder_name,omitempty"`
	Evidence *spanLine  `json:"evidence"`
}

type spanLine struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

// disagreements writes where accounts differ, after the facts.
func (j *job) disagreements(enc *json.Encoder) error {
	src, ok := j.src.(Weigher)
	if !ok {
		return nil
	}
	for d, err := range src.Disagreements(j.ctx, j.talks()) {
		if err != nil {
			return err
		}
		line := disagreementLine{Schema: FactSchema, ID: d.ID, Kind: "disagreement", Subject: d.Subject, Slot: string(d.Slot), Of: d.Of, Type: d.Type, Positions: []positionLine{}}
		for _, p := range d.Positions {
			pos := positionLine{Value: p.Show, Claims: []claimLine{}}
			for _, c := range p.Claims {
				q, err := j.claimed(c)
				if err != nil {
					return err
				}
				l := claimLine{Article: c.Article, Day: c.Day, Outlet: c.Outlet, Name: c.Name}
				if q.Exact != "" {
					l.Evidence = &spanLine{q.Start, q.End, q.Exact}
				}
				if !c.Holder.IsZero() {
					l.Holder = &c.Holder
				}
				pos.Claims = append(pos.Claims, l)
			}
			line.Positions = append(line.Positions, pos)
		}
		j.report.Written++
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

// talks asks for what the options choose.
func (j *job) talks() store.Query {
	return store.Query{Process: j.opt.Process, From: j.opt.From, To: j.opt.To}
}

// finding is the body of a piece of evidence in public form.
func (j *job) finding(e record.Evidence) (json.RawMessage, error) {
	s, ok := e.Body.(*record.Sighting)
	if !ok {
		return fact.MarshalFinding(e.Article.Text, j.index(e.Article), e.Body)
	}
	actor, err := fact.MarshalFinding(e.Article.Text, j.index(e.Article), &s.Actor)
	if err != nil {
		return nil, err
	}
	line := map[string]json.RawMessage{}
	if err := json.Unmarshal(actor, &line); err != nil {
		return nil, err
	}
	forms := make([]formLine, len(s.Forms))
	for i, f := range s.Forms {
		forms[i].Start, forms[i].End = j.points(e.Article, f.Span)
		forms[i].Exact, forms[i].Count = f.Words, f.Count
	}
	if line["forms"], err = json.Marshal(forms); err != nil {
		return nil, err
	}
	return json.Marshal(line) // keys in alphabetical order
}
