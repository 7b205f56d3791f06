package lexicon

// Entry is what all entries have.
type Entry struct {
	ID      string
	Name    string   // canonical Arabic
	Aliases []string // other Arabic forms
	English string
	Origin  string
}

// State is a country; it stands for its government too.
type State struct {
	Entry
	Nisbas   []string // masculine relative adjectives: روسي
	People   []string // plurals of the people beside the sound ones
	Capital  string   // Place.ID
	Wikidata string
	Lat, Lon float64
}

// Place is anything on the map that is not a state.
type Place struct {
	Entry
	Kind     string
	Country  string // State.ID
	Admin    string // English name of the first-order division
	Lat, Lon float64
	Wikidata string
}

// Role is an office held for a time.
type Role struct {
	Office   string // Office.ID
	Body     string // State.ID or Organisation.ID
	Topic    string // State.ID that an envoy is for
	From, To string // EDTF day, month or year; "" open
}

// Person is somebody the news names.
type Person struct {
	Entry
	Country  string
	Sector   string // PLOVER sector
	Roles    []Role
	Wikidata string
}

// Organisation is a body that acts or speaks.
type Organisation struct {
	Entry
	Kind     string
	Country  string
	Sector   string
	Wikidata string
}

// Office is a title, rank or function that heads a noun phrase.
type Office struct {
	Entry
	Kind   string
	Sector string
}

// Process is a track of talks.
type Process struct {
	Entry
	Conflict []string
	Hosts    []string
	Parties  []string
	From, To string
	Cues     []string
}

// Given is a given name.
type Given struct {
	Entry
	Kind      string
	Ambiguous bool // an ordinary word as well
}

// SlotKind says what a slot takes.
type SlotKind uint8

// The kinds of slots.
const (
	TakesPreposition SlotKind = iota // what stands after the preposition Mark
	TakesWords                       // Words
	TakesQuote                       // a quotation or what a colon opens
	TakesObject                      // a direct object
	TakesClause                      // a clause after إن or أن
	TakesBian                        // a clause after بأن
)

// Slot is one thing that follows a verb in a frame.
type Slot struct {
	Kind  SlotKind
	Mark  string // إن, أن, بأن, ب, على, إلى, عن, من, ل, في, ضد, obj, quote; folded; "" where Words stand
	Words string // literal words, folded, space-separated
	Role  string // content, target, addressee, topic, source, recipient, place, weapon
}

// Clause reports whether the slot takes a clause.
func (s *Slot) Clause() bool { return s.Kind == TakesClause || s.Kind == TakesBian }

// slotKind is the kind of a slot by what it is marked by.
func slotKind(s *Slot) SlotKind {
	switch {
	case s.Words != "":
		return TakesWords
	case s.Mark == "quote":
		return TakesQuote
	case s.Mark == "obj":
		return TakesObject
	case s.Mark == "ان":
		return TakesClause
	case s.Mark == "بان":
		return TakesBian
	}
	return TakesPreposition
}

// Frame is one way a verb is complemented.
type Frame struct {
	First uint8 // what it begins with: frames of a verb that begin with the same slot have the same number, 0 where that is words
	Slots []Slot
	Act   string // "" for the entry's own
}

// Verb is an entry of speech or deed: a verb with its nouns, or a noun alone.
type Verb struct {
	ID          string
	Past        string
	Present     string
	Masdars     []string
	Participles []string
	Also        []string
	Class       string // of speech: say, continue, …; of deeds: the PLOVER type
	Act         string // of speech: the act; of deeds: the mode
	Frames      []Frame
	Origin      string
}

// Unit is a noun that is counted.
type Unit struct {
	Entry
	Unit     string
	Concerns string
}
