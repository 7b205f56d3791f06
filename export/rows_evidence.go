package export

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

func evidenceRows(j *job, f *record.Fact, put put) error {
	for i, e := range f.Evidence {
		var via []string
		if s, ok := e.Body.(*fact.Statement); ok {
			via = viaNames(s.Via)
		}
		for k, s := range record.Spans(e.Body) {
			q := j.quote(e.Article, s)
			if q.Exact == "" {
				continue
			}
			if err := put(f.ID.String(), f.ID.Kind.String(), e.Article.ID, int64(i+1), int64(k+1), int64(q.Start), int64(q.End), q.Exact, q.Prefix, q.Suffix, record.RuleOf(e.Body), via); err != nil {
				return err
			}
		}
	}
	return nil
}

// quotation is a stretch of an article as W3C Web Annotation selects it: by its
// place in code points, and by its words with those around it.
type quotation struct {
	Start, End            int
	Exact, Prefix, Suffix string
}

// around is how many code points of prefix and suffix a quotation has.
const around = 32

// quote is the quotation under a span; empty where the span is none.
func (j *job) quote(a *record.Article, s text.Span) quotation {
	exact := s.In(a.Text)
	if exact == "" {
		return quotation{}
	}
	q := quotation{Exact: exact}
	q.Start, q.End = j.points(a, s)
	off := j.index(a)
	q.Prefix = a.Text[off.Byte(q.Start-around):s.Start]
	q.Suffix = a.Text[s.End:off.Byte(q.End+around)]
	return q
}

// noteArticle keeps the row of an article that a fact rests on.
func (j *job) noteArticle(a *record.Article) error {
	if j.articles[a.ID] != nil {
		return nil
	}
	row, err := j.articleRow(a)
	j.articles[a.ID] = row
	return err
}

func articleRows(j *job, put put) error {
	rows := make([][]any, 0, len(j.articles))
	for _, r := range j.articles {
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b []any) int {
		da, db := a[6].(string), b[6].(string)
		switch {
		case da == "" && db != "":
			return 1
		case da != "" && db == "":
			return -1
		case da != db:
			return strings.Compare(da, db)
		}
		return strings.Compare(a[0].(string), b[0].(string))
	})
	for _, r := range rows {
		if err := put(r...); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) articleRow(a *record.Article) ([]any, error) {
	retrieved := ""
	if !a.Source.Retrieved.IsZero() {
		retrieved = a.Source.Retrieved.UTC().Format(time.RFC3339)
	}
	between, reasons, err := j.bound(a)
	return []any{a.ID, title(a), a.Outlet(), a.Source.Author, address(a), a.Source.Path, a.Published.EDTF, string(a.Published.Basis), a.Source.Language, a.Source.Format, retrieved,
		int64(utf8.RuneCountInString(a.Text)), between, reasons}, err
}

// bound is between which days an article without a day can have appeared, and why.
func (j *job) bound(a *record.Article) (edtf string, reasons []string, err error) {
	src, ok := j.src.(Bounder)
	if !ok || a.Published.EDTF != "" {
		return "", nil, nil
	}
	b, err := src.Bound(j.ctx, a.ID)
	if errors.Is(err, store.ErrUnknown) || b == nil {
		return "", nil, nil
	}
	if err != nil {
		return "", nil, err
	}
	for _, r := range b.Reasons {
		reasons = append(reasons, strings.Join(nonEmpty([]string{r.Rule, r.Day, blanks(r.Words), r.Article}), " "))
	}
	return b.EDTF(), reasons, nil
}

func disagreementRows(j *job, put put) error {
	src, ok := j.src.(Weigher)
	if !ok {
		return nil
	}
	for d, err := range src.Disagreements(j.ctx, j.talks()) {
		if err != nil {
			return err
		}
		for i, p := range d.Positions {
			for _, c := range p.Claims {
				q, err := j.claimed(c)
				if err != nil {
					return err
				}
				if err := put(d.ID.String(), d.Subject.String(), string(d.Slot), d.Of, d.Type, int64(i+1), c.Show, c.Holder.String(), c.Name, c.Against.String(), c.Article, c.Day,
					int64(q.Start), int64(q.End), q.Exact); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// claimed is the words of a claim.
func (j *job) claimed(c record.Claim) (quotation, error) {
	r, err := j.reading(&record.Article{ID: c.Article})
	if err != nil {
		return quotation{}, err
	}
	return j.quote(&record.Article{ID: c.Article, Text: r.Text}, c.Span), nil
}
