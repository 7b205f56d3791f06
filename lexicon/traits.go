package lexicon

import (
	"strings"

	"mahdar/arabic"
)

// Traits is a set of what a word may be as far as names care: by its readings
// and by its letters, never by what stands around it. It is worked out once for
// each word that a tagger meets.
type Traits uint64

// What the readings of the word as it stands say.
const (
	Known      Traits = 1 << iota // an ordinary word of the lexicon
	Clitic                        // an ordinary word after و ف ب ل ك س, or before a pronoun
	GivenWord                     // a given name
	Ambiguous                     // a given name that is an ordinary word as well
	Finite                        // a form of a verb, third person
	Speaking                      // of a verb of speech
	Noun                          // an ordinary noun
	Adjective                     // an ordinary adjective, a participle
	Particle                      // a function word or adverb
	Nation                        // a nation's adjective: الروسي
	Nationals                     // a people: الروس
	Suffixed                      // an ordinary word with a pronoun attached
	Plain                         // an adjective that describes and does not name
	Portfolio                     // what a ministry is for
	Maker                         // a bare noun inside names of groups: تحرير
	Quality                       // what names of parties join: العدالة
	Kin                           // with a pronoun it introduces a person: نظيره
	LeadDoubts                    // the given name after Naming.Lead is an ordinary word too
)

// What its letters say.
const (
	Letters      Traits = 1 << (iota + 18) // an Arabic word
	Definite                               // begins with the article
	Relative                               // ends as relative adjectives do: ي، ية
	PluralLike                             // ends as plurals and abstract nouns do
	PluralEnd                              // with the article, ends as sound plurals do, and is not of foreign shape
	Inflected                              // shows particles with the article, or a pronoun; of words that are not known
	PresentLike                            // of the shape of a present: يـ
	VerbLike                               // of the shape of another verb, or begins with و
	Masculine                              // of a verb or adjective: third person masculine singular
	ForeignLike                            // arabic.Foreign; of words that are not known
	Accusative                             // a known or short word with the ending of the indefinite accusative; of words that are not known
	Joins                                  // begins a part of a name of two words, or joins two: عبد، أبو، بن، دي
	Joined                                 // may end one: الدين، الله
	LedJoins                               // عبد، أبو، أبي after و ف ل ب
	VerbNext                               // قد، لم، سوف: a verb must follow
	Lineage                                // ends a name without a mark of its own: زي، خان، زاده
	Mulla                                  // الملا: a title that stays with the name
	Feast                                  // عيد, or a word that makes a feast or month of the given name beside it: شهر، المبارك
	Opens                                  // a name may begin with it whatever stands around: a noun that names are built on, a given name, Latin letters
	Led                                    // begins with و ف ب ل ك
	Swallowed                              // begins with لل: ل and an article without its alif
	QuoteMark                              // a quotation mark or a single apostrophe
	Leading                                // برئاسة, بقيادة: somebody's name follows
	Abbreviation                           // may stand for a title: د، أ، م
	ArabicGiven                            // a given name that is listed as an Arabic one, or begins with عبد and is not listed
)

// Has reports whether all bits of b are set.
func (t Traits) Has(b Traits) bool { return t&b == b }

// Any reports whether one bit of b is set.
func (t Traits) Any(b Traits) bool { return t&b != 0 }

// Naming is what a word may do in names.
type Naming struct {
	Traits
	Making
}

// Making is what of a word names are made with.
type Making struct {
	Head  int16     // 1 + index of Heads that names are built on, 0 for none
	Class HeadClass // of the head
	Cut   uint8     // folded bytes of particles before the head
	Lead  uint8     // folded bytes of particles before a given name, 0 for none
	State uint8     // 1 + index of States of its one sense as a nation's adjective, 0 for none, ManyStates for several or a late one
	Sift  uint16    // Sift of the word
}

// ManyStates stands in Naming for senses that have to be looked through.
const ManyStates = 0xff

// Sifts is how many values Sift has.
const Sifts = 1 << 10

// Sift is a number that words share seldom, for telling in a few instructions
// that a word is none of some.
func Sift(word string) uint16 {
	n := len(word)
	if n < 4 {
		return 0
	}
	return (uint16(n) ^ uint16(word[1])<<1 ^ uint16(word[n-1])<<3 ^ uint16(word[n-3])<<5) % Sifts
}

// SiftAfter is the Sift of front and rest together, each of which is Arabic letters,
// rest two of them or more.
func SiftAfter(front, rest string) uint16 {
	n := len(front) + len(rest)
	return (uint16(n) ^ uint16(front[1])<<1 ^ uint16(rest[len(rest)-1])<<3 ^ uint16(rest[len(rest)-3])<<5) % Sifts
}

// naming is what a word with these readings may do in names.
func (l *Lexicon) naming(word string, kind arabic.Kind, rs []Reading) Naming {
	n := Naming{Making: Making{Sift: Sift(word)}}
	bare := false // the whole word is a foreign given name: البرتو
	for k := range rs {
		r := &rs[k]
		if r.Kinds == 0 {
			continue
		}
		if r.Kinds == 1<<GivenName && r.Det && !r.Undet && r.Cut == 0 && l.GivenNames[r.senses[0].Entry].Kind != "arabic" {
			bare = true
		}
		if r.Kinds == 1<<GivenName && (r.Cut > 0 || r.Pronoun != "") {
			if r.Cut == 2 && r.Pronoun == "" && r.Prep != 's' && !r.Undet && !strings.HasPrefix(word, "لل") {
				n.Lead = 2
				n.Traits &^= LeadDoubts
				if l.GivenNames[r.senses[0].Entry].Ambiguous {
					n.Traits |= LeadDoubts
				}
			}
			continue
		}
		if r.Kinds.Has(HeadWord) && r.Prep != 's' {
			l.headTraits(r, &n)
		}
		if r.Cut > 0 || r.Pronoun != "" {
			n.Traits |= attachedTraits(word, r)
			continue
		}
		n.Traits |= l.ownTraits(r)
		if r.Kinds.Has(NisbaWord) {
			n.addStates(r)
		}
	}
	if kind == arabic.Word {
		n.Traits |= Letters
		if servant(word) && !n.Any(Known) {
			n.Traits = n.Traits&^(Clitic|Suffixed) | GivenWord
		} else if n.Lead == 0 && len(word) > 2 && n.Traits&(Known|GivenWord) == 0 && servant(word[2:]) && leads(word[:2]) {
			n.Lead = 2
		}
	}
	n.Traits |= l.letterTraits(word, n.Traits)
	if bare {
		n.Traits &^= Definite
	}
	if n.Head > 0 || n.Lead > 0 || n.Any(Portfolio|GivenWord|Joins|LedJoins|Mulla) || kind == arabic.Latin || word == "ل" {
		n.Traits |= Opens
	}
	if l.arabicGiven(word, rs) {
		n.Traits |= ArabicGiven
	}
	if kind == arabic.Quote || word == "'" {
		n.Traits |= QuoteMark
	}
	return n
}

// arabicGiven reports whether a word is an Arabic given name, as far as is known.
func (l *Lexicon) arabicGiven(word string, rs []Reading) bool {
	for k := range rs {
		r := &rs[k]
		if r.Cut > 0 || !r.Kinds.Has(GivenName) {
			continue
		}
		for i := range r.senses {
			if s := &r.senses[i]; s.Kind == GivenName {
				return l.GivenNames[s.Entry].Kind == "arabic"
			}
		}
	}
	return strings.HasPrefix(word, "عبد")
}

// addStates notes the states whose adjective a reading is.
func (n *Naming) addStates(r *Reading) {
	for i := range r.senses {
		switch s := &r.senses[i]; {
		case s.Kind != NisbaWord:
		case n.State > 0 || s.Entry+1 >= ManyStates:
			n.State = ManyStates
		default:
			n.State = uint8(s.Entry + 1)
		}
	}
}

// ownTraits are those of a word that stands as it is listed.
func (l *Lexicon) ownTraits(r *Reading) Traits {
	var t Traits
	for i := range r.senses {
		s := &r.senses[i]
		t |= l.SenseTraits(*s)
	}
	if r.Undet {
		t &^= Finite | Speaking // no verb has the article
	}
	return t
}

// SenseTraits are those of one sense of a word.
func (l *Lexicon) SenseTraits(s Sense) Traits {
	switch s.Kind {
	case GivenName:
		if l.GivenNames[s.Entry].Ambiguous {
			return GivenWord | Ambiguous
		}
		return GivenWord
	case NisbaWord:
		return Nation | Known
	case PeopleWord:
		return Nationals | Known
	case SpeechWord, DeedWord:
		return verbTraits(s)
	case UnitWord:
		return Noun | Known
	case HeadWord:
		if l.Heads[s.Entry].Class == HeadSide {
			return 0
		}
		return Known | Noun
	case Common:
		switch s.Entry {
		case 'n':
			return Noun | Known
		case 'a':
			return Adjective | Known
		case 'v':
			return Finite | Known
		}
		return Particle | Known
	}
	return 0
}

// verbTraits are those of a form of a verb.
func verbTraits(s Sense) Traits {
	switch s.Tense {
	case arabic.Masdar:
		return Noun | Known
	case arabic.Participle:
		return Adjective | Known
	}
	t := Known
	if s.Person == 3 {
		t |= Finite
		if s.Kind == SpeechWord {
			t |= Speaking
		}
	}
	return t
}

// attachedTraits are those of a word that is an ordinary one with particles or a
// pronoun attached. A verb takes no preposition but ل, so that a word of foreign
// shape that could only be ب or ك with a verb stays unknown.
func attachedTraits(word string, r *Reading) Traits {
	const verbs = 1<<SpeechWord | 1<<DeedWord | 1<<Common
	if r.Kinds&^verbs == 0 && (r.Prep == 'b' || r.Prep == 'k') && !nominal(r) && arabic.Foreign(word) {
		return 0
	}
	if r.Kinds&^(1<<GivenName) == 0 {
		return 0
	}
	t := Clitic
	if r.Pronoun != "" {
		t |= Suffixed
	}
	for i := range r.senses {
		s := &r.senses[i]
		if s.Kind == Common && s.Entry == 'v' && r.Prep != 'b' && r.Prep != 'k' {
			t |= Finite
		}
		if (s.Kind == SpeechWord || s.Kind == DeedWord) && s.Person == 3 && s.Tense != arabic.Masdar && (r.Prep == 0 || r.Prep == 's') {
			t |= Finite
			if s.Kind == SpeechWord {
				t |= Speaking
			}
		}
	}
	return t
}

// nominal reports whether a reading of a verb's word has a noun among its
// senses.
func nominal(r *Reading) bool {
	for i := range r.senses {
		s := &r.senses[i]
		if s.Tense == arabic.Masdar || s.Tense == arabic.Participle || s.Kind == Common && s.Entry != 'v' {
			return true
		}
	}
	return false
}

// headTraits notes the noun that a name may be built on.
func (l *Lexicon) headTraits(r *Reading, n *Naming) {
	for i := range r.senses {
		s := &r.senses[i]
		if s.Kind != HeadWord {
			continue
		}
		class := l.Heads[s.Entry].Class
		if class == HeadKin || r.Pronoun != "" {
			if class == HeadKin && r.Pronoun != "" {
				n.Traits |= Kin
			}
			continue
		}
		switch class {
		case HeadPlain:
			n.Traits |= Plain
			if r.Cut == 0 {
				n.Traits |= Known | Adjective
			}
		case HeadPortfolio:
			n.Traits |= Portfolio
		case HeadMaker:
			if r.Cut == 0 && !r.Undet {
				n.Traits |= Maker
			}
		case HeadSide: // makes no name
		case HeadQuality:
			if r.Det {
				n.Traits |= Quality
			}
		default:
			if n.Head == 0 || r.Cut < n.Cut {
				n.Head, n.Class, n.Cut = int16(s.Entry+1), class, r.Cut
			}
		}
	}
}

// letterTraits are those that a word's letters show. What only unknown words are
// asked for is looked for in them alone.
func (l *Lexicon) letterTraits(word string, have Traits) Traits {
	var t Traits
	set := func(b Traits, ok bool) {
		if ok {
			t |= b
		}
	}
	n := len(word) / 2
	definite := len(word) >= 8 && word[:4] == "ال"
	set(Definite, definite && have.Has(Letters))
	t |= joining(word)
	set(Relative, strings.HasSuffix(word, "ي") || strings.HasSuffix(word, "يه"))
	set(Led, len(word) > 2 && leads(word[:2]))
	set(Swallowed, strings.HasPrefix(word, "لل"))
	set(PluralEnd, len(word) > 12 && hasEnd(word, "ين", "ون", "ات") && (hasEnd(word, "يين", "يون") || !arabic.Foreign(arabic.Undet(word))))
	set(PluralLike, hasEnd(word, "ون", "ين", "ات", "يه", "ان", "ه"))
	set(PresentLike, strings.HasPrefix(word, "ي") && n >= 4 && n <= 7)
	set(VerbLike, strings.HasPrefix(word, "ت") && n >= 4 && n <= 5 || strings.HasPrefix(word, "و") && n >= 5)
	set(Masculine, !hasEnd(word, "ت", "وا", "ون", "ين", "نا", "ه") && !strings.HasPrefix(word, "ت") && !strings.HasPrefix(word, "ن") && !strings.HasPrefix(word, "ست"))
	if have.Has(Letters) && !have.Any(Known) {
		set(Inflected, InflectedShape(word))
		set(ForeignLike, arabic.Foreign(word))
		set(Accusative, l.AccusativeShape(word))
	}
	return t
}

// joining are the traits of the few words that build names.
func joining(word string) Traits {
	switch word {
	case "عبد", "عبيد", "ابو", "ابي", "ابا", "بن", "ابن", "بنت", "ولد", "ال", "ذو", "بني", "دي", "دو", "دا", "ديل", "دل", "فان", "فون", "دير", "دن", "لو", "بو", "دوس", "ديلا":
		return Joins
	case "الدين", "الله", "الرحمن", "الاسلام", "الحق", "الزمان", "السر":
		return Joined
	case "قد", "وقد", "لم", "ولم", "لن", "ولن", "سوف":
		return VerbNext
	case "زي", "زاي", "خيل", "زاده", "اوغلو", "خان", "بيك", "اغا", "باشا":
		return Lineage
	case "الملا", "ملا":
		return Mulla
	case "برياسه", "بقياده", "بزعامه", "بامره", "وبرياسه", "وبقياده", "وبزعامه":
		return Leading
	case "د", "ا", "م", "ود", "وا", "وم":
		return Abbreviation
	case "عيد", "العيد", "شهر", "ليله", "عطله", "بعيد", "لشهر", "وشهر", "المبارك", "الفضيل":
		return Feast
	}
	if len(word) >= 6 {
		switch word[:2] {
		case "و", "ف", "ل", "ب":
			switch word[2:] {
			case "عبد", "ابو", "ابي":
				return LedJoins
			}
		}
	}
	return 0
}

// servant reports whether a folded word is عبد and a name of God in one.
func servant(word string) bool {
	_, ok := Servant(word)
	return ok
}

// leads reports whether a letter is one that attaches to the front of names.
func leads(letter string) bool {
	switch letter {
	case "و", "ف", "ل", "ب", "ك":
		return true
	}
	return false
}

// AccusativeShape reports whether a folded word is a known one, or a short one,
// with the ending of the indefinite accusative.
func (l *Lexicon) AccusativeShape(word string) bool {
	bare, ok := strings.CutSuffix(word, "ا")
	return ok && (len(word) <= 8 || l.Kinds(bare) != 0)
}

// InflectedShape reports whether a folded word that nobody knows shows attached
// particles with the article, or an attached pronoun.
func InflectedShape(word string) bool {
	for _, p := range [...]string{"بال", "وال", "فال", "كال", "لل"} {
		if strings.HasPrefix(word, p) && len(word) >= len(p)+6 {
			return true
		}
	}
	if hasEnd(word, "اوه", "اوها", "اوهم", "ايها") {
		return true // اجراؤه
	}
	for _, p := range [...]string{"ها", "هم", "هما", "هن"} {
		if strings.HasSuffix(word, p) && len(word) >= len(p)+6 {
			return true
		}
	}
	return false
}

// hasEnd reports whether a word ends in one of ends.
func hasEnd(word string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
