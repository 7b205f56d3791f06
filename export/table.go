package export

import (
	"strings"
)

// table is one record type as rows and columns.
type table struct {
	name string
	says string // what a row is
	cols []column
	rows func(j *job, put func(row ...any) error) error
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
		{"actors", "a person, body or state that acts", columns("id ref name english type kind country sector wikidata offices:list written_as:list articles:int first_told review"), actorRows},
		{"meetings", "a meeting, by its earliest account", columns("id process process_en ordinal:int kind status place place_en country latitude:num longitude:num start end first last closed participants:int accounts_differ_on:list agenda:list outcome:list next:list sources:int quote review"), meetingRows},
		{"participants", "what one article says of one participant of a meeting", columns("meeting_id article_id actor_id name role attendance size:int head reason"), participantRows},
		{"accounts", "what one article says of one slot of a meeting", columns("meeting_id article_id slot value"), accountRows},
		{"statements", "something said, by its earliest account", columns("id process about speaker_id speaker speaker_as_written kind act mode modality content target_id target via:list venue said first last sources:int review"), statementRows},
		{"commitments", "an undertaking, or what is said of keeping it", columns("id process about by_id by to_id to status content alleged_by condition deadline guarantor sources:int review"), commitmentRows},
		{"demands", "what one side asks of another", columns("id process about by_id by of_id of content answer manner sources:int review"), demandRows},
		{"ceasefires", "something that happens to a truce", columns("id process about event parties:list guarantors:list date first last place place_en country latitude:num longitude:num alleged_by sources:int quote review"), ceasefireRows},
		{"incidents", "a deed", columns("id process type mode cameo actors:list recipients:list date first last place place_en country latitude:num longitude:num weapon modality source sources:int quote review"), incidentRows},
		{"figures", "a number as one source gives it", columns("id process about min:int max:int unit concerns place source sources:int quote sentence review"), figureRows},
		{"disagreements", "what one account gives to a slot on which accounts differ", columns("id subject_id slot of type position:int value holder_id holder against_id article_id day start:int end:int exact"), disagreementRows},
		{"evidence", "one stretch of words that a fact rests on; start and end count Unicode code points of the article's text", columns("fact_id kind article_id n:int part:int start:int end:int exact prefix suffix rule via:list"), evidenceRows},
		{"articles", "an article that a row of the other tables rests on", columns("id title outlet author url path published published_basis language format retrieved characters:int published_between published_reasons:list"), articleRows},
	}
}
