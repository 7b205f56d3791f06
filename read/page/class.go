package page

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// Class is a set of what a token is or may be, told by the token alone: its
// letters, the lexicon's readings of it, and the block it stands in. Names, dates
// and figures that cover it have no part in it. It is worked out once for each
// token; a test of it costs one load and one AND.
type Class uint64

// What the word itself tells (folded, as it stands).
const (
	Preposition   Class = 1 << iota // في، من، بسبب، حيث: what follows is no part of a phrase before it
	Relative                        // الذي، والتي
	Adverb                          // أمس، أيضا، بدوره, and small words that stand between a verb and its complement
	Particle                        // أن، إن, bare or with a pronoun: أنه، إنها; not with ب or ف
	Negation                        // لا، لم، لن، ليس, with و or ف too
	Modal                           // قد، لقد، سوف, with و or ف too
	Pronoun                         // هو، وهي، هم
	Demonstrative                   // هذا، هذه، ذلك، تلك، هؤلاء
	Venue                           // heads a phrase of occasion: بيان، مؤتمر، ختام، وقت
	Quantifier                      // بعض، كل، عدد, with ف too
	Stop                            // . ! ؟ ? … : ends a sentence
	Comma                           // ، ,
	Colon                           // :
	Semicolon                       // ؛ ;
	QuoteMark                       // « » “ ” " of any kind
	MarkToken                       // any mark, quotation marks too
	NumberToken                     // digits
	WordToken                       // Arabic letters
	NumberWord                      // ثلاثة، ومئات: a number may begin with it
	Joint                           // نفسه، باسم، كل، من، بن، به: a small word with a part of its own in noun phrases
	// What the readings tell.
	Finite     // can only be taken as a finite verb, where no name covers it
	Definite   // carries the article
	Adjective  // may qualify a noun before it
	SpeechVerb // some reading is a finite form of speech.tsv
	DeedVerb   // some reading is a finite form of deeds.tsv
	PastForm   // some reading is a past, of speech or deeds
	Masdar     // some reading is a noun of action, of speech or deeds
	Participle // some reading is a participle, of speech or deeds
	Animate    // a noun for somebody who can act or speak: a people, a side, a counted kind of people, a source
	Source     // a noun for a source: مصدر، شهود
	ToOutlet   // a noun for an outlet with ل or ب: لوكالة
	OfficeWord // a phrase of offices.tsv may begin here
	WithConj   // as a known word it begins with و or ف, and is none as it stands
	WithPrep   // as a known word it begins with ب ل ك, and is none as it stands
	Suffixed   // is best taken with an attached pronoun
	// What else the word itself tells.
	Belonging // a participle whose complement with ل goes with it: التابع لـ، الموالي لـ
	General   // العام، العامة: an adjective of offices and bodies, though a noun for the year as well
	Counting  // counts the definite noun before it: الثلاث
	ToPress   // tells that something was said to journalists: للصحفيين
	// Which tables know a reading of it, in the order of lexicon.Kind.
	Speech
	Deed
	Unit
	Given
	Nisba
	People
	Common
	Head
	Talk
	Scene
	// Where it stands.
	InBody  // part of the article, its title included; no boilerplate, no dateline
	InTitle // in the title
)

// neverFinite is a noun that lists of verbs have as well: عدم.
const neverFinite Class = 1 << 61

// apostrophe is a single one, which may be a quotation mark.
const apostrophe Class = 1 << 62

// firstKind is the bit of lexicon.Kind 0.
const firstKind = Speech

// Class is what token i is, 0 outside the article.
func (p *Page) Class(i int) Class {
	if uint(i) >= uint(len(p.class)) {
		return 0
	}
	return p.class[i]
}

// Has reports whether token i is any of the given classes; false outside the
// article. p.Has(i, page.Stop|page.Comma) is a stop or a comma.
func (p *Page) Has(i int, any Class) bool {
	return uint(i) < uint(len(p.class)) && p.class[i]&any != 0
}

// Next is the first token of [i, last) that is any of the given classes, last
// where there is none.
func (p *Page) Next(i, last int, any Class) int {
	last = min(last, len(p.class))
	for i = max(i, 0); i < last; i++ {
		if p.class[i]&any != 0 {
			return i
		}
	}
	return last
}

// Is reports whether token i may be of kind k.
func (p *Page) Is(i int, k lexicon.Kind) bool { return p.Has(i, firstKind<<k) }

// noted is set in the note on a word whose class is kept there.
const noted = 1 << 63

// classNote is the note on words where their class is kept.
const classNote = 0

// classOf is what token i is by its word, worked out once for each word.
func classOf(tg *lexicon.Tagged, i int) Class {
	c := classify(&tg.Tokens[i], tg.Readings[i], tg.Lex)
	if c&neverFinite != 0 {
		c &^= Finite | neverFinite
	}
	if tg.Begins(i, lexicon.OfficeTable) {
		c |= OfficeWord
	}
	tg.Notes(i)[classNote].Store(uint64(c) | noted)
	return c
}

// classify is what the letters and readings of a token tell.
func classify(t *arabic.Token, rs []lexicon.Reading, lex *lexicon.Lexicon) Class {
	var c Class
	switch t.Kind {
	case arabic.Quote:
		return MarkToken | QuoteMark
	case arabic.Punct:
		return MarkToken | ClassOf(t.Word) | ellipsis(t.Word)
	case arabic.Number:
		c = NumberToken
	case arabic.Word:
		c = WordToken | ClassOf(t.Word)
		if arabic.IsNumberWord(t.Word) {
			c |= NumberWord
		}
	}
	if len(rs) == 0 {
		return c | unknownClass(t.Word)
	}
	return c | readingClass(t.Word, rs, lex)
}

// ellipsis is Stop for runs of dots.
func ellipsis(w string) Class {
	if len(w) > 1 && w[0] == '.' {
		return Stop
	}
	return 0
}

// unknownClass reads a word that the lexicon does not know.
func unknownClass(w string) Class {
	var c Class
	if len(w) > 8 && w[:4] == "ال" {
		c |= Definite
		if RelativeForm(w[4:]) {
			c |= Adjective
		}
	}
	switch {
	case len(w) > 12 && (w[:6] == "وال" || w[:6] == "فال"):
		c |= WithConj
	case len(w) > 12 && (w[:6] == "بال" || w[:6] == "كال"), len(w) > 10 && w[:4] == "لل":
		c |= WithPrep
	}
	return c
}

// RelativeForm reports whether w (folded, without its article) has the shape of a
// relative adjective in any number or gender: ي، ية، يون، يين، يات.
func RelativeForm(w string) bool {
	if len(w) < 8 {
		return false
	}
	for _, end := range [...]string{"ي", "يه", "يون", "يين", "يات"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
