package lexicon

import (
	"fmt"
	"slices"

	"mahdar/arabic"
)

// Head is a common noun that names are built on («حركة X», «مطار X»), or a word
// that tells where such a name ends.
type Head struct {
	Entry
	Class  HeadClass
	Kind   string // of the place or organisation so named
	Sector string
}

// HeadClass says what a head does in a name.
type HeadClass string

// The classes of heads (data/README.md).
const (
	HeadMinistry  HeadClass = "ministry"  // وزارة، رئاسة
	HeadForce     HeadClass = "force"     // الجيش، الشرطة: a name with a nation's adjective
	HeadTroops    HeadClass = "troops"    // قوات: a name only with a proper noun
	HeadForceOf   HeadClass = "force-of"  // سلاح الجو، أركان الجيش
	HeadGroup     HeadClass = "group"     // حركة، حزب، كتائب
	HeadBody      HeadClass = "body"      // هيئة، مجلس، منظمة
	HeadBodyOf    HeadClass = "body-of"   // لجنة، مركز: needs more than one ordinary noun
	HeadOutlet    HeadClass = "outlet"    // وكالة، قناة: no part of the name
	HeadPlace     HeadClass = "place"     // مطار، جبل: part of the name
	HeadArea      HeadClass = "area"      // مدينة، محافظة: no part of the name
	HeadPlain     HeadClass = "plain"     // adjectives that describe and do not name
	HeadPortfolio HeadClass = "portfolio" // الخارجية، الدفاع
	HeadMaker     HeadClass = "maker"     // تحرير، حماية: bare nouns inside names
	HeadKin       HeadClass = "kin"       // نظيره، نجله: with a pronoun they introduce a person
	HeadQuality   HeadClass = "quality"   // العدالة، التنمية: joined in names of parties
	HeadSide      HeadClass = "side"      // حكومة، معارضة، وفد: acts and speaks, makes no name
)

var headClasses = []HeadClass{HeadMinistry, HeadForce, HeadTroops, HeadForceOf, HeadGroup, HeadBody, HeadBodyOf, HeadOutlet, HeadPlace, HeadArea, HeadPlain, HeadPortfolio, HeadSide, HeadMaker, HeadQuality, HeadKin}

func (l *Lexicon) addHead(r row) error {
	h := Head{Entry: r.entry(), Class: HeadClass(r.get("class")), Kind: r.get("kind"), Sector: r.get("sector")}
	if !slices.Contains(headClasses, h.Class) {
		return fmt.Errorf("class %q of a head is none of %v", h.Class, headClasses)
	}
	return put(l, HeadTable, &l.Heads, h.ID, h)
}

// compileHeads gives each head's forms their sense.
func (l *Lexicon) compileHeads() {
	for i, h := range l.Heads {
		for _, w := range append([]string{h.Name}, h.Aliases...) {
			l.sense(arabic.Fold(w), Sense{Kind: HeadWord, Entry: int32(i)})
		}
	}
}

// Kinds are the kinds of senses of a folded word as it stands, none for a word
// that the vocabulary does not hold.
func (l *Lexicon) Kinds(word string) Kinds {
	r, _ := l.word(word)
	return r.Kinds
}

// StateIndex is the index in States of a state's id.
func (l *Lexicon) StateIndex(id string) (int32, bool) {
	return l.ids[StateTable].find(id)
}

// Capital reports whether the place of an index in Places is a state's capital.
func (l *Lexicon) Capital(place int32) bool {
	p := &l.Places[place]
	s, ok := l.State(p.Country)
	return ok && s.Capital == p.ID
}
