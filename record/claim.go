package record

import (
	"mahdar/fact"
	"mahdar/text"
)

// Claim is a value that somebody gives to one slot of the record: the day of a
// meeting, how many were displaced, who broke a truce. Claims of one Subject
// and Slot can be laid side by side; Weigh says whether they disagree.
type Claim struct {
	Subject ID       // the fact, or the thing counted, that it is about; facts that are tied are one subject
	Slot    Slotname // which of its sides
	Of      string   // whose, where the slot is there for each of several: an actor's id, start or end
	Value   string   // for comparing: a day, a number, an actor's id, plain words
	Show    string   // the value as the source words it
	Holder  ID       // actor who holds it; zero for the article's own voice
	Name    string   // of the holder, "" for the article's own voice
	Side    ID       // of a blame: the body or state for which the holder speaks, himself where none is known
	Against ID       // whom it accuses or contradicts; zero for none
	Target  string   // name of that one
	Breach  bool     // of a blame: for breaking what was undertaken
	Seq     int      // index of its finding among Findings of the article
	Span    text.Span
	Article string // id
	Day     string // on which it was said or published, "" where unknown
	Outlet  string // who carries it: claims of one outlet that follow one another in time are no disagreement
}

// Slotname is a side of a fact on which accounts may differ.
type Slotname string

// The slots.
const (
	SlotOrdinal    Slotname = "ordinal"
	SlotDate       Slotname = "date"
	SlotPlace      Slotname = "place"
	SlotAttendance Slotname = "attendance"
	SlotReason     Slotname = "reason" // why somebody stayed away, came late, or nothing came of it
	SlotOutcome    Slotname = "outcome"
	SlotFigure     Slotname = "figure"
	SlotBegan      Slotname = "began"  // who struck first
	SlotBlame      Slotname = "blame"  // who is charged with a breach or a failure
	SlotDenial     Slotname = "denial" // a claim and its denial
	SlotPosition   Slotname = "position"
)

// Disagreement is one slot with values that cannot all be true, or with blame
// on both sides. It is open until a person decides.
type Disagreement struct {
	ID        ID
	Subject   ID
	Slot      Slotname
	Of        string
	Type      string // differs, blame, denial, changed
	Positions []Position
	At        string `json:"-"` // cursor: its place in the answer that it came with; see store.Query
}

// Position is one value of a disagreement with all who hold it.
type Position struct {
	Value  string
	Show   string
	Claims []Claim // the earliest first
}

// Claims lists what the findings fs of r give to slots.
func Claims(r *fact.Reading, fs []Finding) []Claim { return newDesk(r, nil).claims(fs) }

// Weigh lays claims of one subject, slot and Of side by side and reports whether
// they disagree. The order of claims does not matter. Two reports at different
// times are no disagreement where the thing may have changed between them, and
// a report of a plan is none with the report of the deed.
func Weigh(cs []Claim) (Disagreement, bool) { return weigh(cs) }
