package fact

import "mahdar/text"

// Schema names the version of the public contract of a reading.
const Schema = "mahdar.reading/1"

// Reading is all that was found in one article. Spans are bytes of Text.
type Reading struct {
	ID        string
	Source    text.Source
	Title     text.Span
	Published text.Published
	Text      string

	Actors      []Actor
	Blocks      []Block
	Mentions    []Mention
	Dates       []Date
	Statements  []Statement
	Meetings    []Meeting
	Commitments []Commitment
	Demands     []Demand
	Ceasefires  []Ceasefire
	Figures     []Figure
	Incidents   []Incident
}

// BlockKind says what a stretch of the source is.
type BlockKind string

// The kinds of blocks.
const (
	Title       BlockKind = "title"
	Paragraph   BlockKind = "paragraph"
	Heading     BlockKind = "heading"
	Dateline    BlockKind = "dateline"
	Caption     BlockKind = "caption"
	Boilerplate BlockKind = "boilerplate"
)

// Block is a stretch of the source. Only blocks that are not Boilerplate are
// read for facts.
type Block struct {
	text.Span
	Kind   BlockKind
	Reason string // of Boilerplate: shortcode, navigation, related, share, comments, subscription, repeat, …
	Anchor string // EDTF day that relative dates in it count from; "" where unknown
}

// MentionType is the type of a named thing.
type MentionType string

// Persons, organisations, places.
const (
	Person       MentionType = "PER"
	Organisation MentionType = "ORG"
	Location     MentionType = "LOC"
)

// Actor is a person, organisation or place that an article names.
type Actor struct {
	ID       string // stable: a lexicon id ("person:sergei-lavrov") or derived from the name
	Name     string // canonical Arabic
	English  string // listed or romanised
	Type     MentionType
	Kind     string   // of the lexicon: armed-group, newspaper, city, …
	Country  string   // ISO 3166 alpha-3, upper case
	Sector   string   // PLOVER sector
	Wikidata string   // where known
	Offices  []string // as the article words them
}

// Mention is a proper name where it stands.
type Mention struct {
	text.Span
	Type  MentionType
	Name  string // canonical Arabic
	Actor string // Actor.ID
	Rule  string
}

// Date is an expression of calendar time.
type Date struct {
	text.Span
	EDTF  string // "" where it cannot be resolved
	Form  string // what it says by itself where unresolved: XXXX-XX-XX@tuesday
	Basis string // explicit, weekday, relative, inferred
	Note  string // where the words contradict the given day
	Rule  string
}

// Relay is one link of an attribution chain.
type Relay struct {
	Name string
	Span text.Span
}

// Statement is words, a claim, a position or an attitude attributed to somebody.
type Statement struct {
	ID      string
	Content []text.Span
	Cue     text.Span
	Speaker text.Span
	Name    string // who, resolved
	Actor   string // Actor.ID, "" where none
	Kind    string // person, office, organisation, country, group, unnamed
	Via     []Relay
	Mode    string // direct, indirect, mixed
	Act     string // one of the 14 acts
	Modal   string // asserted, future, hypothetical, negated
	Target  string
	Venue   string // where told: press conference, interview, …
	Said    string // EDTF
	Rule    string
	Entry   string // the lexicon entry that opened it: "speech:qala"
}

// Participant is somebody at a meeting, or expected or missing there.
type Participant struct {
	Name       string
	Actor      string
	Role       string // party, guarantor, mediator, host, observer, head, sponsor
	Attendance string // attended, expected, boycotted, late, absent, withdrew, refused; "" untold
	Size       int    // of a delegation, 0 untold
	Head       string // who leads it
	Reason     string // given for staying away
}

// Meeting is a round, session, visit, conference, bilateral or call.
type Meeting struct {
	Process      string // key, "" for none
	Ordinal      int    // 0 for none
	Kind         string // round, session, bilateral, conference, visit, call
	Status       string // planned, opened, ongoing, concluded, collapsed, postponed, cancelled
	Place        string
	Start, End   string // EDTF
	Closed       string // "open", "closed", ""
	Participants []Participant
	Agenda       []text.Span
	Outcome      []text.Span
	Next         []text.Span // what is said of the next meeting
	Evidence     []text.Span
	Rule         string
}

// Commitment is what a side has bound itself to, or what is said about keeping it.
type Commitment struct {
	By, To    string
	Content   []text.Span
	Status    string // made, kept, breach-alleged, breach-denied
	AllegedBy string
	Condition []text.Span
	Deadline  string // EDTF
	Guarantor string
	Rule      string
}

// Demand is what one side requires of another.
type Demand struct {
	By, Of  string
	Content []text.Span
	Answer  string // accepted, rejected, none
	Manner  string
	Rule    string
}

// Ceasefire is a truce or de-escalation arrangement and what is said of it.
type Ceasefire struct {
	Event      string // proposed, declared, in-force, extended, violation-alleged, collapsed, mechanism
	Parties    []string
	Guarantors []string
	Date       string // EDTF
	Place      string
	AllegedBy  string
	Evidence   []text.Span
	Rule       string
}

// Figure is a count of people, groups or things.
type Figure struct {
	text.Span
	Min, Max *int64 // nil for an open bound
	Unit     string
	Concerns string
	Place    string
	Source   string
	Rule     string
}

// Incident is a deed in the world in PLOVER's terms.
type Incident struct {
	Type      string // ASSAULT, RETREAT, AGREE, CONSULT, COOPERATE, AID, SANCTION, MOBILIZE, PROTEST, COERCE, …
	Mode      string
	CAMEO     string
	Actor     []string
	Recipient []string
	Date      string // EDTF
	Place     string
	Weapon    string
	Modal     string // asserted, attributed, future, hypothetical, negated
	Source    string // who says so, where attributed
	Evidence  []text.Span
	Rule      string
}
