package export

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/record"
	"mahdar/store"
	"mahdar/text"
)

// words loads the lexicon with the invented places of the tests, once.
var words = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load("testdata/lexicon") })

func testLexicon(t testing.TB) *lexicon.Lexicon {
	lex, err := words()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// shelf is a record in memory whose facts bear ids of the tests' own making, so
// that golden files change only with what this package does.
type shelf struct {
	facts    map[record.Kind][]*record.Fact
	readings map[string]*fact.Reading
	quarrels []*record.Disagreement
	bounds   map[string]*record.Bound
}

func (s *shelf) Facts(_ context.Context, q store.Query) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		for _, f := range s.facts[q.Kind] {
			switch {
			case q.Process != nil && f.Process != *q.Process,
				q.From != "" && max(f.First, f.Last) < q.From,
				q.To != "" && (f.First == "" || f.First > q.To),
				!q.Actor.IsZero() && !s.takesPart(q.Actor, f),
				q.Article != "" && !slices.ContainsFunc(f.Evidence, func(e record.Evidence) bool { return e.Article.ID == q.Article }):
				continue
			}
			if !yield(f, nil) {
				return
			}
		}
	}
}

// takesPart is enough of a link table for the tests: statements and meetings.
func (s *shelf) takesPart(actor record.ID, f *record.Fact) bool {
	name := ""
	for _, a := range s.facts[record.Actors] {
		if a.ID == actor {
			name = a.Evidence[0].Body.(*record.Sighting).Name
		}
	}
	switch b := f.Evidence[0].Body.(type) {
	case *fact.Statement:
		return b.Name == name || b.Target == name
	case *fact.Meeting:
		return slices.ContainsFunc(b.Participants, func(p fact.Participant) bool { return p.Name == name })
	}
	return false
}

func (s *shelf) Reading(_ context.Context, id string) (*fact.Reading, error) {
	if r, ok := s.readings[id]; ok {
		return r, nil
	}
	return nil, store.ErrUnknown
}

func (s *shelf) Disagreements(_ context.Context, _ store.Query) iter.Seq2[*record.Disagreement, error] {
	return func(yield func(*record.Disagreement, error) bool) {
		for _, d := range s.quarrels {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func (s *shelf) Bound(_ context.Context, id string) (*record.Bound, error) {
	if b, ok := s.bounds[id]; ok {
		return b, nil
	}
	return nil, store.ErrUnknown
}

// broken is a record that fails after the first fact of a kind.
type broken struct{ *shelf }

var errBroken = errors.New("the disk is gone")

func (b broken) Facts(ctx context.Context, q store.Query) iter.Seq2[*record.Fact, error] {
	return func(yield func(*record.Fact, error) bool) {
		for f := range b.shelf.Facts(ctx, q) {
			if !yield(f, nil) {
				return
			}
			break
		}
		yield(nil, errBroken)
	}
}

// page is an invented article under a hand that points at words in it.
type page struct {
	t testing.TB
	a *record.Article
	r *fact.Reading
}

func (s *shelf) page(t testing.TB, id, outlet, url, day, src string) page {
	title, _, _ := strings.Cut(src, "\n")
	basis := text.Given
	if day == "" {
		basis = text.Unknown
	}
	a := &record.Article{ID: "sha256:" + strings.Repeat(id, 64), Title: title, Text: src, Published: text.Published{EDTF: day, Basis: basis},
		Source: text.Source{Path: "talks/" + id + ".txt", URL: url, Outlet: outlet, Format: "text", Language: "ar", SHA256: strings.Repeat(id, 64)}}
	r := &fact.Reading{ID: a.ID, Text: src, Published: a.Published, Source: a.Source}
	s.readings[a.ID] = r
	return page{t, a, r}
}

func (p page) at(words string) text.Span {
	i := strings.Index(p.a.Text, words)
	if i < 0 {
		p.t.Fatalf("%s lacks %q", p.a.Source.Path, words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

func (p page) all(words ...string) []text.Span {
	var out []text.Span
	for _, w := range words {
		out = append(out, p.at(w))
	}
	return out
}

// place notes what the reading took a place for.
func (p page) place(name, id string) {
	p.r.Actors = append(p.r.Actors, fact.Actor{ID: id, Name: name, Type: fact.Location})
	p.r.Mentions = append(p.r.Mentions, fact.Mention{Span: p.at(name), Type: fact.Location, Name: name, Actor: id})
}

// ev is a piece of evidence from a page.
func (p page) ev(body any) record.Evidence { return record.Evidence{Article: p.a, Body: body} }

// add puts a fact with the next id of its kind on the shelf.
func (s *shelf) add(k record.Kind, f record.Fact) *record.Fact {
	f.ID = record.ID{Kind: k, Hash: int64(len(s.facts[k]) + 1)}
	s.facts[k] = append(s.facts[k], &f)
	return &f
}

func (s *shelf) actor(p page, a fact.Actor, others ...page) {
	f := record.Fact{Label: string(a.Type)}
	for _, p := range append([]page{p}, others...) {
		f.Evidence = append(f.Evidence, p.ev(&record.Sighting{Actor: a, Forms: []record.Form{{Words: a.Name, Span: p.at(a.Name), Count: strings.Count(p.a.Text, a.Name)}}}))
		p.r.Mentions = append(p.r.Mentions, fact.Mention{Span: p.at(a.Name), Type: a.Type, Name: a.Name, Actor: a.ID})
	}
	p.r.Actors = append(p.r.Actors, a)
	s.add(record.Actors, f)
}

func num(n int64) *int64 { return &n }

// invented is two accounts of one round of invented talks, an attack, a truce
// and an article without a day. Everybody and everything in it is invented.
func invented(t testing.TB) *shelf {
	s := &shelf{facts: map[record.Kind][]*record.Fact{}, readings: map[string]*fact.Reading{}, bounds: map[string]*record.Bound{}}
	a := s.page(t, "a", "وكالة الأفق", "https://alufuq.example/marsa-3", "2031-05-05", "جبهة الهضبة تقاطع الجولة الثالثة في مرساة\n"+
		"قال سالم الأحمر إن الجبهة لن تحضر الجولة الثالثة. وتعهدت تورانا بوقف القصف إذا توقفت الهجمات قبل يونيو المقبل. "+
		"وقصف طيران الجيش النوراني سوق تل الزعفران أمس الأحد، ما أدى إلى مقتل ستة مدنيين بحسب سكان. "+
		"وطالبت جبهة الهضبة الحكومة النورانية بالإفراج عن المحتجزين فورا. =ثم سكت 🙂. وسيسحب الجيش النوراني كتيبتين من عيون السدرة.")
	b := s.page(t, "b", "صحيفة الضفة", "", "2031-05-08", "الجولة الثالثة تنعقد بمن حضر\n"+
		"عقدت الجولة الثالثة الأربعاء في مرساة وحضرت جبهة الهضبة متأخرة برئاسة سالم الأحمر. ورحب سالم الأحمر بـ«هدنة» في وادي القمر أعلنتها الحكومة النورانية وجبهة الهضبة أمس. "+
		"وقصف طيران الجيش النوراني سوق تل الزعفران الأحد وقتل ما بين ثمانية وعشرة.")
	c := s.page(t, "c", "", "", "", "تورانا: لا جديد\nاتهمت تورانا جبهة الهضبة بخرق الهدنة، ووصفت ذلك بأنه <خطير>; وتظاهر مئات في مرساة.")
	for _, p := range []page{a, b} {
		p.place("مرساة", "place:xnr-marsa")
		p.place("تل الزعفران", "place:xnr-zafaran")
	}
	s.actor(b, fact.Actor{ID: "person:1", Name: "سالم الأحمر", English: "Salim al-Ahmar", Type: fact.Person, Country: "XNR", Sector: "REB", Offices: []string{"رئيس وفد الجبهة"}}, a)
	s.actor(a, fact.Actor{ID: "org:1", Name: "جبهة الهضبة", English: "Plateau Front", Type: fact.Organisation, Kind: "armed-group", Country: "XNR", Sector: "REB"}, b, c)
	s.actor(a, fact.Actor{ID: "org:2", Name: "الحكومة النورانية", English: "Government of Noran", Type: fact.Organisation, Kind: "government-body", Country: "XNR", Sector: "GOV"}, b)
	s.actor(a, fact.Actor{ID: "org:3", Name: "الجيش النوراني", English: "Noran Army", Type: fact.Organisation, Kind: "army", Country: "XNR", Sector: "MIL"}, b)
	s.actor(a, fact.Actor{ID: "state:xtr", Name: "تورانا", English: "Torana", Type: fact.Location, Kind: "state", Country: "XTR", Sector: "GOV", Wikidata: "Q0"}, c)

	round := s.add(record.Meetings, record.Fact{Process: "marsa", Ordinal: 3, First: "2031-05-06", Last: "2031-05-07", Label: "concluded", Evidence: []record.Evidence{
		a.ev(&fact.Meeting{Process: "marsa", Ordinal: 3, Kind: "round", Status: "planned", Place: "مرساة", Start: "2031-05-06", End: "2031-05-07", Rule: "talks.round", Evidence: a.all("جبهة الهضبة تقاطع الجولة الثالثة في مرساة"),
			Participants: []fact.Participant{{Name: "جبهة الهضبة", Actor: "org:1", Role: "party", Attendance: "boycotted"}, {Name: "تورانا", Role: "guarantor"}}}),
		b.ev(&fact.Meeting{Process: "marsa", Ordinal: 3, Kind: "round", Status: "concluded", Place: "مرساة", Start: "2031-05-07", Rule: "talks.round", Evidence: b.all("عقدت الجولة الثالثة الأربعاء في مرساة", "وحضرت جبهة الهضبة متأخرة"),
			Agenda: b.all("هدنة"), Participants: []fact.Participant{{Name: "جبهة الهضبة", Actor: "org:1", Role: "party", Attendance: "late", Size: 5, Head: "سالم الأحمر"}}}),
	}})
	s.add(record.Meetings, record.Fact{Label: "planned", Evidence: []record.Evidence{c.ev(&fact.Meeting{Kind: "visit", Status: "planned", Evidence: c.all("تورانا: لا جديد"),
		Participants: []fact.Participant{{Name: "مبعوث", Role: "party"}, {Name: "تورانا", Role: "host"}}})}})

	said := func(p page, st *fact.Statement) record.Evidence { e := p.ev(st); e.About = round.ID; return e }
	s.add(record.Statements, record.Fact{Process: "marsa", First: "2031-05-05", Last: "2031-05-05", Label: "announce", Evidence: []record.Evidence{
		said(a, &fact.Statement{Content: a.all("الجبهة لن تحضر الجولة الثالثة"), Cue: a.at("قال"), Speaker: a.at("سالم الأحمر"), Name: "سالم الأحمر", Actor: "person:1", Kind: "person", Mode: "indirect", Act: "announce",
			Via: []fact.Relay{{Name: "وكالة الأفق"}, {Name: "مصدر"}}, Said: "2031-05-05", Rule: "statements.said"})}})
	s.add(record.Statements, record.Fact{Process: "marsa", First: "2031-05-08", Last: "2031-05-08", Label: "accept", Review: &record.Review{Status: "accepted", Comments: []record.Comment{{Coder: "هند", At: "2031-06-01T10:00:00Z", Text: "نعم"}}}, Evidence: []record.Evidence{
		said(b, &fact.Statement{Content: b.all("هدنة"), Cue: b.at("ورحب"), Speaker: b.at("سالم الأحمر"), Name: "سالم الأحمر", Actor: "person:1", Kind: "person", Mode: "indirect", Act: "accept", Said: "2031-05-08", Rule: "statements.object", Entry: "speech:rahhaba"})}})
	s.add(record.Statements, record.Fact{Label: "accuse", Evidence: []record.Evidence{
		c.ev(&fact.Statement{Content: c.all("بخرق الهدنة"), Cue: c.at("اتهمت"), Speaker: c.at("تورانا"), Name: "تورانا", Kind: "country", Mode: "indirect", Act: "accuse", Target: "جبهة الهضبة", Rule: "statements.accuse"})}})
	s.add(record.Statements, record.Fact{Label: "state", Review: &record.Review{Status: "rejected"}, Evidence: []record.Evidence{
		a.ev(&fact.Statement{Content: a.all("=ثم سكت 🙂"), Name: "", Kind: "unnamed", Mode: "indirect", Act: "state", Rule: "statements.none"})}})

	s.add(record.Commitments, record.Fact{Process: "marsa", First: "2031-06-01", Last: "2031-06-01", Label: "made", Evidence: []record.Evidence{
		said2(a, round.ID, &fact.Commitment{By: "تورانا", Content: a.all("بوقف القصف"), Status: "made", Condition: a.all("توقفت الهجمات"), Deadline: "2031-06-01", Rule: "talks.pledge"})}})
	s.add(record.Commitments, record.Fact{Label: "breach-alleged", Evidence: []record.Evidence{
		c.ev(&fact.Commitment{By: "جبهة الهضبة", Content: c.all("بخرق الهدنة"), Status: "breach-alleged", AllegedBy: "تورانا", Rule: "talks.breach"})}})
	s.add(record.Demands, record.Fact{Process: "marsa", Label: "none", Evidence: []record.Evidence{
		said2(a, round.ID, &fact.Demand{By: "جبهة الهضبة", Of: "الحكومة النورانية", Content: a.all("بالإفراج عن المحتجزين فورا"), Answer: "none", Rule: "talks.demand"})}})
	s.add(record.Ceasefires, record.Fact{Process: "marsa", First: "2031-05-07", Last: "2031-05-07", Label: "declared", Evidence: []record.Evidence{
		b.ev(&fact.Ceasefire{Event: "declared", Parties: []string{"الحكومة النورانية", "جبهة الهضبة"}, Guarantors: []string{"تورانا"}, Date: "2031-05-07", Place: "وادي القمر", Evidence: b.all("هدنة» في وادي القمر أعلنتها الحكومة النورانية وجبهة الهضبة أمس"), Rule: "talks.truce"})}})
	s.add(record.Incidents, record.Fact{First: "2031-05-04", Last: "2031-05-04", Label: "ASSAULT", Evidence: []record.Evidence{
		a.ev(&fact.Incident{Type: "ASSAULT", Mode: "aerial", Actor: []string{"الجيش النوراني"}, Recipient: []string{"مدنيين"}, Date: "2031-05-04", Place: "تل الزعفران", Modal: "attributed", Source: "سكان", Evidence: a.all("وقصف طيران الجيش النوراني سوق تل الزعفران أمس الأحد"), Rule: "incidents.verb"}),
		b.ev(&fact.Incident{Type: "ASSAULT", Mode: "aerial", Actor: []string{"الجيش النوراني"}, Date: "2031-05-04", Place: "تل الزعفران", Modal: "asserted", Evidence: b.all("وقصف طيران الجيش النوراني سوق تل الزعفران الأحد"), Rule: "incidents.verb"})}})
	s.add(record.Incidents, record.Fact{Label: "RETREAT", Evidence: []record.Evidence{
		a.ev(&fact.Incident{Type: "RETREAT", Mode: "withdraw", Actor: []string{"الجيش النوراني"}, Place: "عيون السدرة", Modal: "future", Evidence: a.all("وسيسحب الجيش النوراني كتيبتين من عيون السدرة"), Rule: "incidents.verb"})}})
	s.add(record.Incidents, record.Fact{First: "2031-05-01", Last: "2031-05-31", Label: "PROTEST", Evidence: []record.Evidence{
		c.ev(&fact.Incident{Type: "PROTEST", Mode: "demo", Actor: []string{"متظاهرون"}, Date: "2031-05", Place: "مرساة", Modal: "asserted", Evidence: c.all("وتظاهر مئات في مرساة"), Rule: "incidents.verb"})}})
	six := s.add(record.Figures, record.Fact{Label: "killed", Evidence: []record.Evidence{
		a.ev(&fact.Figure{Span: a.at("ستة مدنيين"), Min: num(6), Max: num(6), Unit: "killed", Concerns: "civilians", Source: "سكان", Rule: "figures.count"})}})
	s.add(record.Figures, record.Fact{Label: "killed", Evidence: []record.Evidence{
		b.ev(&fact.Figure{Span: b.at("ما بين ثمانية وعشرة"), Min: num(8), Max: num(10), Unit: "killed", Rule: "figures.range"})}})
	s.add(record.Figures, record.Fact{Label: "people", Evidence: []record.Evidence{
		c.ev(&fact.Figure{Span: c.at("مئات"), Min: num(200), Max: num(999), Unit: "people", Rule: "figures.vague"})}})
	claim := func(p page, show, words, name string) record.Claim {
		return record.Claim{Subject: six.ID, Slot: "figure", Value: show, Show: show, Name: name, Article: p.a.ID, Day: p.a.Published.Day(), Outlet: p.a.Outlet(), Span: p.at(words)}
	}
	s.quarrels = []*record.Disagreement{{ID: record.ID{Kind: record.Disagreements, Hash: 1}, Subject: six.ID, Slot: "figure", Type: "differs", Positions: []record.Position{
		{Value: "6", Show: "6", Claims: []record.Claim{claim(a, "6", "ستة مدنيين", "سكان")}},
		{Value: "8..10", Show: "8..10", Claims: []record.Claim{claim(b, "8..10", "ما بين ثمانية وعشرة", "")}}}}}
	s.bounds[c.a.ID] = &record.Bound{Article: c.a.ID, First: "2031-05-07", Last: "2031-05-20", Reasons: []record.Reason{{Rule: "round-after", Article: a.a.ID, Words: "الجولة الثالثة", Process: "marsa", Ordinal: 3, Day: "2031-05-07"}}}
	return s
}

func said2(p page, about record.ID, body any) record.Evidence {
	e := p.ev(body)
	e.About = about
	return e
}
