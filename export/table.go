package export

import (
	"strings"

	"mahdar/record"
)

// table is one record type as rows and columns.
type table struct {
	name string
	says string // what a row is
	cols []column
	of   func(j *job, f *record.Fact, put put) error // rows of a fact; of one kind of facts where kind is set
	kind record.Kind
	any  bool                        // of facts of all kinds
	last func(j *job, put put) error // rows that follow from all facts, in place of of
}

// put takes a row, cell by cell in the order of the columns.
type put = func(row ...any) error

// tables calls row with the rows of all tables, by the number of the table. Each
// fact is asked for once: asking is what costs.
func (j *job) tables(row func(table int, cells []any) error) error {
	ts := tables()
	puts := make([]put, len(ts))
	for i := range ts {
		puts[i] = func(cells ...any) error {
			j.report.Written++
			return row(i, cells)
		}
	}
	j.articles = map[string][]any{}
	err := j.each(func(f *record.Fact) error {
		for _, e := range f.Evidence {
			if err := j.noteArticle(e.Article); err != nil {
				return err
			}
		}
		for i, t := range ts {
			if t.of == nil || !t.any && t.kind != f.ID.Kind {
				continue
			}
			if err := t.of(j, f, puts[i]); err != nil {
				return err
			}
		}
		return nil
	}, allKinds()...)
	if err != nil {
		return err
	}
	for i, t := range ts {
		if t.last == nil {
			continue
		}
		if err := t.last(j, puts[i]); err != nil {
			return err
		}
	}
	return nil
}

// column is a column of a table. A cell holds what the column's kind says, or
// nil where it is not known.
type column struct {
	name string
	kind columnKind
}

type columnKind int

const (
	textCol columnKind = iota // string; "" counts as not known
	intCol                    // int64
	numCol                    // float64
	listCol                   // []string
)

// columns makes the columns of a header: «name», or «name:int», «name:num», «name:list».
func columns(header string) []column {
	var out []column
	for _, h := range strings.Fields(header) {
		name, kind, _ := strings.Cut(h, ":")
		c := column{name: name}
		switch kind {
		case "int":
			c.kind = intCol
		case "num":
			c.kind = numCol
		case "list":
			c.kind = listCol
		}
		out = append(out, c)
	}
	return out
}

// listMark parts the items of a list in formats whose cells are plain text.
const listMark = " | "

// joined is a list as one cell. An item's own mark becomes a slash, so that the
// cell falls into the same items again.
func joined(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = strings.ReplaceAll(s, "|", "/")
	}
	return strings.Join(out, listMark)
}

// tables are all record types in the order of docs/exports.md. The articles come
// last, since they are those that the rows before rest on.
func tables() []table {
	return []table{
		{name: "actors", says: "a person, body or state that acts",
			cols: columns("id ref name english type kind country sector wikidata offices:list written_as:list articles:int first_told review"), of: actorRows, kind: record.Actors},
		{name: "meetings", says: "a meeting, by its earliest account",
			cols: columns("id process process_en ordinal:int kind status place place_en country latitude:num longitude:num start end first last closed participants:int accounts_differ_on:list agenda:list outcome:list next:list sources:int quote review"), of: meetingRows, kind: record.Meetings},
		{name: "participants", says: "what one article says of one participant of a meeting",
			cols: columns("meeting_id article_id actor_id name role attendance size:int head reason"), of: participantRows, kind: record.Meetings},
		{name: "accounts", says: "what one article says of one slot of a meeting",
			cols: columns("meeting_id article_id slot value"), of: accountRows, kind: record.Meetings},
		{name: "statements", says: "something said, by its earliest account",
			cols: columns("id process about speaker_id speaker speaker_as_written kind act mode modality content target_id target via:list venue said first last sources:int review"), of: statementRows, kind: record.Statements},
		{name: "commitments", says: "an undertaking, or what is said of keeping it",
			cols: columns("id process about by_id by to_id to status content alleged_by condition deadline guarantor sources:int review"), of: commitmentRows, kind: record.Commitments},
		{name: "demands", says: "what one side asks of another",
			cols: columns("id process about by_id by of_id of content answer manner sources:int review"), of: demandRows, kind: record.Demands},
		{name: "ceasefires", says: "something that happens to a truce",
			cols: columns("id process about event parties:list guarantors:list date first last place place_en country latitude:num longitude:num alleged_by sources:int quote review"), of: ceasefireRows, kind: record.Ceasefires},
		{name: "incidents", says: "a deed",
			cols: columns("id process type mode cameo actors:list recipients:list date first last place place_en country latitude:num longitude:num weapon modality source sources:int quote review"), of: incidentRows, kind: record.Incidents},
		{name: "figures", says: "a number as one source gives it",
			cols: columns("id process about min:int max:int unit concerns place source sources:int quote sentence review"), of: figureRows, kind: record.Figures},
		{name: "disagreements", says: "what one account gives to a slot on which accounts differ",
			cols: columns("id subject_id slot of type position:int value holder_id holder against_id article_id day start:int end:int exact"), last: disagreementRows},
		{name: "evidence", says: "one stretch of words that a fact rests on; start and end count Unicode code points of the article's text",
			cols: columns("fact_id kind article_id n:int part:int start:int end:int exact prefix suffix rule via:list"), of: evidenceRows, any: true},
		{name: "articles", says: "an article that a row of the other tables rests on",
			cols: columns("id title outlet author url path published published_basis language format retrieved characters:int published_between published_reasons:list"), last: articleRows},
	}
}
