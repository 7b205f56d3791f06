package fact

import (
	"time"

	"mahdar/text"
)

// The wire types are the contract's letters: code points, snake case, exact words.

type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

type wireReading struct {
	Schema      string           `json:"schema"`
	ID          string           `json:"id"`
	Source      wireSource       `json:"source"`
	Title       *span            `json:"title"`
	Published   wirePublished    `json:"published"`
	Text        string           `json:"text"`
	Actors      []wireActor      `json:"actors"`
	Blocks      []wireBlock      `json:"blocks"`
	Mentions    []wireMention    `json:"mentions"`
	Dates       []wireDate       `json:"dates"`
	Statements  []wireStatement  `json:"statements"`
	Meetings    []wireMeeting    `json:"meetings"`
	Commitments []wireCommitment `json:"commitments"`
	Demands     []wireDemand     `json:"demands"`
	Ceasefires  []wireCeasefire  `json:"ceasefires"`
	Figures     []wireFigure     `json:"figures"`
	Incidents   []wireIncident   `json:"incidents"`
}

type wireSource struct {
	Path      string     `json:"path"`
	URL       string     `json:"url,omitempty"`
	Canonical string     `json:"canonical,omitempty"`
	Outlet    string     `json:"outlet,omitempty"`
	Author    string     `json:"author,omitempty"`
	Title     string     `json:"title,omitempty"`
	Format    string     `json:"format"`
	Language  string     `json:"language,omitempty"`
	Retrieved *time.Time `json:"retrieved,omitempty"`
}

type wirePublished struct {
	EDTF     *string    `json:"edtf"`
	Basis    text.Basis `json:"basis"`
	Evidence []span     `json:"evidence"`
	Note     string     `json:"note,omitempty"`
}

type wireActor struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	English  string      `json:"english,omitempty"`
	Type     MentionType `json:"type"`
	Kind     string      `json:"kind,omitempty"`
	Country  string      `json:"country,omitempty"`
	Sector   string      `json:"sector,omitempty"`
	Wikidata string      `json:"wikidata,omitempty"`
	Offices  []string    `json:"offices,omitempty"`
}

type wireBlock struct {
	span
	Kind   BlockKind `json:"kind"`
	Reason string    `json:"reason,omitempty"`
	Anchor *string   `json:"anchor"`
}

type wireMention struct {
	span
	Type  MentionType `json:"type"`
	Name  string      `json:"name"`
	Actor *string     `json:"actor"`
	Rule  string      `json:"rule,omitempty"`
}

type wireDate struct {
	span
	EDTF  *string `json:"edtf"`
	Form  string  `json:"form,omitempty"`
	Basis string  `json:"basis"`
	Note  string  `json:"note,omitempty"`
	Rule  string  `json:"rule,omitempty"`
}

type wireRelay struct {
	Name string `json:"name"`
	Span *span  `json:"span"`
}

type wireStatement struct {
	ID      string      `json:"id"`
	Content []span      `json:"content"`
	Cue     *span       `json:"cue"`
	Speaker *span       `json:"speaker"`
	Name    string      `json:"name"`
	Actor   *string     `json:"actor"`
	Kind    string      `json:"kind"`
	Via     []wireRelay `json:"via"`
	Mode    string      `json:"mode"`
	Act     string      `json:"act"`
	Modal   string      `json:"modality,omitempty"`
	Target  string      `json:"target,omitempty"`
	Venue   string      `json:"venue,omitempty"`
	Said    *string     `json:"said"`
	Rule    string      `json:"rule"`
	Entry   string      `json:"entry,omitempty"`
}

type wireParticipant struct {
	Name       string `json:"name"`
	Actor      string `json:"actor,omitempty"`
	Role       string `json:"role,omitempty"`
	Attendance string `json:"attendance,omitempty"`
	Size       int    `json:"size,omitempty"`
	Head       string `json:"head,omitempty"`
	Reason     string `json:"reason,omitempty"`
}

type wireMeeting struct {
	Process      *string           `json:"process"`
	Ordinal      int               `json:"ordinal,omitempty"`
	Kind         string            `json:"kind,omitempty"`
	Status       string            `json:"status,omitempty"`
	Place        string            `json:"place,omitempty"`
	Start        string            `json:"start,omitempty"`
	End          string            `json:"end,omitempty"`
	Closed       string            `json:"closed,omitempty"`
	Participants []wireParticipant `json:"participants"`
	Agenda       []span            `json:"agenda"`
	Outcome      []span            `json:"outcome"`
	Next         []span            `json:"next,omitempty"`
	Evidence     []span            `json:"evidence"`
	Rule         string            `json:"rule"`
}

type wireCommitment struct {
	By        string `json:"by"`
	To        string `json:"to,omitempty"`
	Content   []span `json:"content"`
	Status    string `json:"status"`
	AllegedBy string `json:"alleged_by,omitempty"`
	Condition []span `json:"condition,omitempty"`
	Deadline  string `json:"deadline,omitempty"`
	Guarantor string `json:"guarantor,omitempty"`
	Rule      string `json:"rule"`
}

type wireDemand struct {
	By      string `json:"by"`
	Of      string `json:"of,omitempty"`
	Content []span `json:"content"`
	Answer  string `json:"answer"`
	Manner  string `json:"manner,omitempty"`
	Rule    string `json:"rule"`
}

type wireCeasefire struct {
	Event      string   `json:"event"`
	Parties    []string `json:"parties"`
	Guarantors []string `json:"guarantors"`
	Date       string   `json:"date,omitempty"`
	Place      string   `json:"place,omitempty"`
	AllegedBy  string   `json:"alleged_by,omitempty"`
	Evidence   []span   `json:"evidence"`
	Rule       string   `json:"rule"`
}

type wireFigure struct {
	span
	Min      *int64 `json:"min"`
	Max      *int64 `json:"max"`
	Unit     string `json:"unit,omitempty"`
	Concerns string `json:"concerns,omitempty"`
	Place    string `json:"place,omitempty"`
	Source   string `json:"source,omitempty"`
	Rule     string `json:"rule"`
}

type wireIncident struct {
	Type      string   `json:"type"`
	Mode      string   `json:"mode,omitempty"`
	CAMEO     string   `json:"cameo,omitempty"`
	Actor     []string `json:"actor"`
	Recipient []string `json:"recipient"`
	Date      string   `json:"date,omitempty"`
	Place     string   `json:"place,omitempty"`
	Weapon    string   `json:"weapon,omitempty"`
	Modal     string   `json:"modality,omitempty"`
	Source    string   `json:"source,omitempty"`
	Evidence  []span   `json:"evidence"`
	Rule      string   `json:"rule"`
}
