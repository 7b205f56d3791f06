package web

import (
	"net/http"

	"mahdar/record"
	"mahdar/store"
)

type factPage struct {
	line
	Evidence  []evidence
	Hidden    int // pieces of evidence that are not shown
	Ties      []tieView
	History   []entryView
	Corrected []correctedView
	Decide    bool // this visitor may decide on it
	Agency    string
	Outlets   []string
	Disputes  []dispute // for the id of a disagreement
}

// evidence is one finding of a fact, in its article's words.
type evidence struct {
	line
	Source cite
}

// showFact is the permanent address of any fact. Meetings and actors have
// pages of their own, to which it leads.
func (s *Server) showFact(v *visit) error {
	id, err := record.ParseID(v.PathValue("id"))
	if err != nil {
		return errNoFact
	}
	switch id.Kind {
	case record.Meetings:
		http.Redirect(v.w, v.Request, address(v.lang, "meeting", id.String()), http.StatusFound)
		return nil
	case record.Actors:
		http.Redirect(v.w, v.Request, address(v.lang, "actor", id.String()), http.StatusFound)
		return nil
	case record.Disagreements:
		return s.showDispute(v, id)
	}
	f, err := s.one(v.ctx(), id)
	if err != nil {
		return err
	}
	p := factPage{line: lineOf(v.lang, f)}
	for i, e := range f.Evidence {
		if i == perPage {
			p.Hidden = len(f.Evidence) - perPage
			break
		}
		n := bodyLine(v.lang, e.Article.Text, e.Body)
		p.Evidence = append(p.Evidence, evidence{n, citeOf(e.Article, f.ID.String())})
	}
	p.Hidden += f.Left
	o := record.Trace(f, nil)
	p.Agency = clean(o.Agency)
	for _, x := range o.Outlets {
		p.Outlets = append(p.Outlets, clean(x))
	}
	if p.Ties, err = s.ties(v, f.ID); err != nil {
		return err
	}
	if p.History, err = s.history(v.ctx(), v.lang, f.ID); err != nil {
		return err
	}
	p.Corrected, p.Decide = correctedOf(v.lang, f), s.mayDecide(v)
	return s.render(v, 200, "fact", titleWords(shorten(word(v.lang, "one-"+p.Kind)+": "+p.Who.Name, 80)), p)
}

func (s *Server) showDispute(v *visit, id record.ID) error {
	ds, _, err := s.pagedDisputes(v, store.Query{ID: id}, "dispute", 1)
	if err != nil {
		return err
	}
	if len(ds) == 0 {
		return errNoFact
	}
	xs, err := s.disputes(v.ctx(), v.lang, ds)
	if err != nil {
		return err
	}
	return s.render(v, 200, "disagreements", titleKey("disagreement"), disputesPage{List: xs, All: true})
}
