package record

// Review is what people have decided about a fact. Package review makes it out
// of their decisions; the fact's evidence then already says what they decided,
// and Slots keep beside it what had been read.
type Review struct {
	Status   string // accepted, corrected, rejected, added, disputed; "" where nobody has judged it
	Slots    []Corrected
	Links    []ID // what people have tied it to: the undertaking that a breach is of
	Comments []Comment
	Merged   []ID // facts that people have put into this one
	SplitOff ID   // the fact that people have parted this one from
}

// Corrected is one slot of a fact that people have set, or differ about.
type Corrected struct {
	Slot     string
	Read     string // what the reader found; values of several articles joined by " / "
	Value    string // what holds: the correction, or Read where the slot is disputed
	Coder    string // who set it; coders joined by ", "
	Reason   string
	Disputed []string // values that coders who differ have given it, none where they agree
}

// Comment is what somebody has remarked on a fact.
type Comment struct {
	Coder string
	At    string // RFC 3339
	Text  string
}
