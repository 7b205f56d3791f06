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
type HeadClass uint8

// The classes of heads (data/README.md).
const (
	HeadMinistry  HeadClass = iota + 1 // وزارة، رئاسة
	HeadForce                          // الجيش، الشرطة: a name with a nation's adjective
	HeadTroops                         // قوات: a name only with a proper noun
	HeadForceOf                        // سلاح الجو، أركان الجيش
	HeadGroup                          // حركة، حزب، كتائب
	HeadBody                           // هيئة، مجلس، منظمة
	HeadBodyOf                         // لجنة، مركز: needs more than one ordinary noun
	HeadOutlet                         // وكالة، قناة: no part of the name
	HeadPlace                          // مطار، جبل: part of the name
	HeadArea                           // مدينة، محافظة: no part of the name
	HeadPlain                          // adjectives that describe and do not name
	HeadPortfolio                      // الخارجية، الدفاع
	HeadMaker                          // تحرير، حماية: bare nouns inside names
	HeadKin                            // نظيره، نجله: with a pronoun they introduce a person
	HeadQuality                        // العدالة، التنمية: joined in names of parties
	HeadSide                           // حكومة، معارضة، وفد: acts and speaks, makes no name
)

// headClasses are the classes as the data calls them, from the first.
var headClasses = []string{"ministry", "force", "troops", "force-of", "group", "body", "body-of", "outlet", "place", "area", "plain", "portfolio", "maker", "kin", "quality", "side"}

// String is the class as the data calls it.
func (c HeadClass) String() string {
	if c == 0 || int(c) > len(headClasses) {
		return ""
	}
	return headClasses[c-1]
}

func (l *Lexicon) addHead(r row) error {
	class := slices.Index(headClasses, r.get("class"))
	if class < 0 {
		return fmt.Errorf("class %q of a head is none of %v", r.get("class"), headClasses)
	}
	h := Head{Entry: r.entry(), Class: HeadClass(class + 1), Kind: r.get("kind"), Sector: r.get("sector")}
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
