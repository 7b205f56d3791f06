package record

// Origin is where words come from that several articles carry.
type Origin struct {
	Earliest int      // index of the evidence that came first; -1 where no day tells
	Agency   string   // that every chain of attribution leads to, "" where they differ
	Copies   [][]int  // evidence that is one text in several outlets
	Carried  []Carry  // which outlet has its words from which other, as far as days tell
	Outlets  []string // that carry it, in order
}

// Carry is an article that carries the text, or paragraphs, of an earlier one.
type Carry struct {
	From, To int     // indices of evidence: the earlier and the later article
	Share    float64 // of the words of the later that stand in the earlier, 0 to 1
}

// Trace says where f comes from. text names the group of repeats that an
// article belongs to ("" for none), as repeats.Groups finds them; where it is
// nil the articles of the evidence are compared, of some dozens the first.
func Trace(f *Fact, text func(article string) string) Origin {
	if text != nil {
		return trace(f, text)
	}
	links, text := repeated(f)
	o := trace(f, text)
	o.Carried = carried(f, links)
	return o
}

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
