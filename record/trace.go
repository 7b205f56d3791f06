package record

// Origin is where words come from that several articles carry.
type Origin struct {
	Earliest int      // index of the evidence that came first; -1 where no day tells
	Agency   string   // that every chain of attribution leads to, "" where they differ
	Copies   [][]int  // evidence that is one text in several outlets
	Outlets  []string // that carry it, in order
}

// Trace says where f comes from. text names the group of repeats that an
// article belongs to ("" for none), as repeats.Groups finds them; nil knows none.
func Trace(f *Fact, text func(article string) string) Origin { return trace(f, text) }

// Step is one finding in what became of an undertaking.
type Step struct {
	Fact   ID
	Status string // made, kept, breach-alleged, breach-denied
	Day    string
	By     string // who alleges or denies
}

// Thread is an undertaking and what was said of it later.
type Thread struct {
	ID    ID // of the earliest fact in it
	Steps []Step
}

// Threads joins undertakings of one side for one thing with their later
// history, in order of time.
func Threads(commitments []*Fact) []Thread { return threads(commitments) }
