package api

import (
	"net/url"

	"github.com/danielgtaylor/huma/v2"

	"mahdar/answer"
	"mahdar/minutes"
)

// Wording is the language of labels.
type Wording struct {
	Lang string `query:"lang" enum:"en,ar" default:"en" doc:"Language of labels and words; quotations stay in Arabic"`
}

func (w *Wording) lang() minutes.Lang { return minutes.Lang(w.Lang) }

// Part is which part of a list is asked for.
type Part struct {
	Wording
	Limit    int    `query:"limit" minimum:"1" maximum:"200" default:"20" doc:"Items at most"`
	Cursor   string `query:"cursor" maxLength:"200" doc:"Where the last part ended, as its next says; only with the same filters"`
	Evidence int    `query:"evidence" minimum:"1" maximum:"60" default:"5" doc:"Pieces of evidence of each item at most, the earliest"`
	Finding  bool   `query:"finding" doc:"With each finding as mahdar.reading/1 has it"`

	url url.URL
}

// Resolve keeps the address, from which that of the next part is made.
func (p *Part) Resolve(ctx huma.Context) []error {
	p.url = ctx.URL()
	return nil
}

var _ huma.Resolver = (*Part)(nil)

func (p *Part) ask() answer.Ask {
	return answer.Ask{Lang: p.lang(), Limit: p.Limit, Cursor: p.Cursor, Evidence: p.Evidence, Raw: p.Finding}
}

// next is the Link header that leads to what follows.
func (p *Part) next(cursor string) string {
	if cursor == "" {
		return ""
	}
	q := p.url.Query()
	q.Set("cursor", cursor)
	u := url.URL{Path: p.url.Path, RawQuery: q.Encode()}
	return "<" + u.String() + `>; rel="next"`
}

// Days are filters that most lists have.
type Days struct {
	Process string `query:"process" maxLength:"100" doc:"Key of talks, as /processes has it; - for what is outside any"`
	From    string `query:"from" maxLength:"10" doc:"From this day on: 2031, 2031-05 or 2031-05-04"`
	To      string `query:"to" maxLength:"10" doc:"Up to this day"`
}

func (d *Days) into(a answer.Ask) answer.Ask {
	a.Process, a.From, a.To = d.Process, d.From, d.To
	return a
}

// Links are filters by what facts belong to.
type Links struct {
	Meeting string `query:"meeting" maxLength:"13" doc:"Id of a meeting: what belongs to it"`
	Actor   string `query:"actor" maxLength:"13" doc:"Id of an actor: what it has a part in"`
	Article string `query:"article" maxLength:"71" doc:"Id of an article: what stands in it"`
}

func (l *Links) into(a answer.Ask) answer.Ask {
	a.About, a.Actor, a.Article = l.Meeting, l.Actor, l.Article
	return a
}

type statementsIn struct {
	Part
	Days
	Links
	Speaker string `query:"speaker" maxLength:"300" doc:"Id of an actor, or words of a name"`
	Act     string `query:"act" enum:"state,announce,expect,accuse,deny,pledge,demand,propose,accept,reject,threaten,warn,criticise,praise" doc:"What the speaker does by saying it"`
	Topic   string `query:"topic" maxLength:"300" doc:"Words that the quotation holds, folded, whatever particles are attached; in quotation marks where they stand together"`
}

func (in *statementsIn) ask() answer.Ask {
	a := in.Days.into(in.Links.into(in.Part.ask()))
	a.Speaker, a.Label, a.Words = in.Speaker, in.Act, in.Topic
	return a
}

type commitmentsIn struct {
	Part
	Days
	Links
	By     string `query:"by" maxLength:"300" doc:"Words of the name of the side"`
	Status string `query:"status" enum:"made,kept,breach-alleged,breach-denied"`
	Topic  string `query:"topic" maxLength:"300" doc:"Words that the quotation holds"`
}

func (in *commitmentsIn) ask() answer.Ask {
	a := in.Days.into(in.Links.into(in.Part.ask()))
	a.By, a.Label, a.Words = in.By, in.Status, in.Topic
	return a
}

type demandsIn struct {
	Part
	Days
	Links
	By     string `query:"by" maxLength:"300" doc:"Words of the name of the side"`
	Answer string `query:"answer" enum:"accepted,rejected,none"`
	Topic  string `query:"topic" maxLength:"300" doc:"Words that the quotation holds"`
}

func (in *demandsIn) ask() answer.Ask {
	a := in.Days.into(in.Links.into(in.Part.ask()))
	a.By, a.Label, a.Words = in.By, in.Answer, in.Topic
	return a
}

type ceasefiresIn struct {
	Part
	Days
	Links
	Event string `query:"event" maxLength:"40" doc:"proposed, declared, in-force, extended, violation-alleged, collapsed, mechanism"`
}

func (in *ceasefiresIn) ask() answer.Ask {
	a := in.Days.into(in.Links.into(in.Part.ask()))
	a.Label = in.Event
	return a
}

type incidentsIn struct {
	Part
	Days
	Actor   string `query:"actor" maxLength:"13" doc:"Id of an actor that has a part in it"`
	Article string `query:"article" maxLength:"71" doc:"Id of an article"`
	Type    string `query:"type" maxLength:"40" doc:"PLOVER type: ASSAULT, AGREE, …"`
	By      string `query:"by" maxLength:"300" doc:"Words of the name of the one who did it"`
}

func (in *incidentsIn) ask() answer.Ask {
	a := in.Days.into(in.Part.ask())
	a.Actor, a.Article, a.Label, a.By = in.Actor, in.Article, in.Type, in.By
	return a
}

type figuresIn struct {
	Part
	Days
	Links
	Unit string `query:"unit" maxLength:"40" doc:"killed, wounded, displaced, detained, …"`
}

func (in *figuresIn) ask() answer.Ask {
	a := in.Days.into(in.Links.into(in.Part.ask()))
	a.Label = in.Unit
	return a
}

type meetingsIn struct {
	Part
	Days
	Actor   string `query:"actor" maxLength:"13" doc:"Id of an actor that has a part in it"`
	Article string `query:"article" maxLength:"71" doc:"Id of an article"`
	Status  string `query:"status" enum:"planned,opened,ongoing,concluded,collapsed,postponed,cancelled" doc:"That any account gives it"`
}

func (in *meetingsIn) ask() answer.Ask {
	a := in.Days.into(in.Part.ask())
	a.Actor, a.Article, a.Label = in.Actor, in.Article, in.Status
	return a
}

type actorsIn struct {
	Part
	Name string `query:"name" maxLength:"300" doc:"Words of any of its names, Arabic or English"`
	Type string `query:"type" enum:"PER,ORG"`
}

func (in *actorsIn) ask() answer.Ask {
	a := in.Part.ask()
	a.Name, a.Type = in.Name, in.Type
	return a
}

type disagreementsIn struct {
	Part
	Days
	Meeting string `query:"meeting" maxLength:"13" doc:"Id of a meeting that it is about"`
	Type    string `query:"type" enum:"differs,blame,denial,changed"`
}

func (in *disagreementsIn) ask() answer.Ask {
	a := in.Days.into(in.Part.ask())
	a.About, a.Type = in.Meeting, in.Type
	return a
}

// Spell is a part of a list by days alone.
type Spell struct {
	Part
	From string `query:"from" maxLength:"10" doc:"From this day of publication on: 2031, 2031-05 or 2031-05-04"`
	To   string `query:"to" maxLength:"10" doc:"Up to this day"`
}

func (in *Spell) ask() answer.Ask {
	a := in.Part.ask()
	a.From, a.To = in.From, in.To
	return a
}

type searchIn struct {
	Spell
	Q string `query:"q" required:"true" minLength:"1" maxLength:"600" doc:"Words that an article must hold, folded, whatever particles are attached; in quotation marks where they stand together"`
}

// oneIn asks for one thing.
type oneIn struct {
	Wording
	ID       string `path:"id" maxLength:"100" doc:"Its id (of talks, the key)"`
	Limit    int    `query:"limit" minimum:"1" maximum:"200" default:"20" doc:"Items at most of each list in the answer"`
	Evidence int    `query:"evidence" minimum:"1" maximum:"60" default:"5" doc:"Pieces of evidence of each item of a list; the thing itself comes with up to 60"`
	Finding  bool   `query:"finding" doc:"With each finding as mahdar.reading/1 has it"`
}

func (in *oneIn) ask() answer.Ask {
	return answer.Ask{Lang: in.lang(), Limit: in.Limit, Evidence: in.Evidence, Raw: in.Finding}
}

// Tally asks for counts over statements.
type Tally struct {
	Wording
	Days
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"1000" doc:"Statements counted at most"`
	Cursor string `query:"cursor" maxLength:"200" doc:"Where the last part ended; add its counts up"`
}

func (in *Tally) ask() answer.Ask {
	return in.Days.into(answer.Ask{Lang: in.lang(), Limit: in.Limit, Cursor: in.Cursor})
}

type matrixIn struct {
	Tally
	By     string   `query:"by" enum:"act,process,month,topic" default:"act" doc:"What the columns are"`
	Topics []string `query:"topics" maxItems:"20" doc:"With by=topic: words of the quotations, parted by commas, a column each"`
}
