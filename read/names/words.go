package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// class is what a token may be, as far as names care: what the lexicon says of
// the word, and where it stands.
type class = lexicon.Traits

// What the lexicon says.
const (
	known     = lexicon.Known
	clitic    = lexicon.Clitic
	given     = lexicon.GivenWord
	ordinary  = lexicon.Ambiguous
	finite    = lexicon.Finite
	speech    = lexicon.Speaking
	leading   = lexicon.Leading
	letter    = lexicon.Abbreviation
	noun      = lexicon.Noun
	adjective = lexicon.Adjective
	particle  = lexicon.Particle
	nisba     = lexicon.Nation
	people    = lexicon.Nationals
	suffixed  = lexicon.Suffixed
	plain     = lexicon.Plain
	port      = lexicon.Portfolio
	maker     = lexicon.Maker
	qual      = lexicon.Quality
	kin       = lexicon.Kin
	doubt     = lexicon.LeadDoubts
	letters   = lexicon.Letters
	definite  = lexicon.Definite
)

// begins says that a name may begin at a word, though it be no unknown one: by itself
// or for what stands around it. See scan.
const begins = lexicon.Opens

// Where it stands.
const (
	inBody   class = 1 << (iota + 48)
	dated          // part of a date
	accented       // written with the mark of an indefinite accusative (دوماً)
	goesOn         // in the body, on the line of the token before it: see joined
	wordOn         // such a word that is no date: see follows
	verbHere       // on the line of a word that a verb must follow: قد، لم، لن، سوف
	thing          // a listed place or organisation begins here: see startsThing
	titled         // a listed office begins here: see office
	listed         // a listed name begins here: see longest
	person         // a listed person's name begins here after particles: see ledPerson
	owned          // part of a name that has been found
)

// word is what is known of a token.
type word struct {
	class
	lexicon.Making
	ph0 int32 // first phrase that begins here
	ph1 int32 // after the last
}

// phrase is a name of the lexicon where it stands.
type phrase = lexicon.Match

// named are the tables whose phrases say something of names.
const named = lexicon.Tables(1<<lexicon.StateTable | 1<<lexicon.PlaceTable | 1<<lexicon.OrganisationTable | 1<<lexicon.OfficeTable | 1<<lexicon.PersonTable)

// finder finds the names of one article.
type finder struct {
	*page.Page
	lex      *lexicon.Lexicon
	w        []word
	phrases  []phrase
	expect   []expectation // by token: why a person's name may begin here
	titles   []title
	found    []found
	owner    []int32      // by token: 1 + index of found
	loose    []int32      // words of the body that are given names or unknown
	starts   []int32      // tokens that listed names may begin at
	seen     table[bool]  // by entry: persons and organisations that the article gives a name of several words
	pairs    table[int8]  // by the two words: a given or unknown word and the ordinary noun after it
	weighed  table[int32] // by word: 1 + index of evidence
	evidence []evidence
	about    []int16      // by state: how often the article names it, its people or its places
	lasts    sieve        // the last words of the first names found: see namedBefore
	sifted   int          // how many
	own      table[int32] // by word: 1 + index of the found that it may stand for, -1 where of several: see spread
	ownSift  sieve        // of the words in own
	spelled  table[int32] // by skeleton: 1 + index of found
	linker   linker
	bodies   []facets // of organisations: see facetsOf
	places   []facets // of places
	dotted   bool     // the article keeps ى and ي apart at the end of words
}

// classify tells what each token is and may do, as far as it and the one before
// tell.
func (f *finder) classify() {
	f.starts, f.loose = f.starts[:0], f.loose[:0]
	tokens := f.Tokens
	ws := f.w[:len(tokens)]
	before := class(0) // what the word before has by itself, wherever it stands
	for i := range tokens {
		w, t := &ws[i], &tokens[i]
		nm := f.Naming(i)
		c := nm.Traits
		if f.Dated(i) {
			c |= dated
		}
		if t.End-t.Start != len(t.Word) || !f.dotted && len(t.Word) == 6 {
			c |= f.written(t)
		}
		if !f.Page.Has(i, page.InBody) {
			w.class = c & (letters | definite | lexicon.QuoteMark | dated | accented)
			before = nm.Traits
			continue
		}
		c |= inBody
		if t.Gap < arabic.Line && i > 0 && (t.Start-tokens[i-1].End <= 1 || !f.TatweelBefore(i)) { // mostly a blank
			c |= goesOn
			if t.Kind == arabic.Word && c&dated == 0 {
				c |= wordOn
			}
			if before&lexicon.VerbNext != 0 {
				c |= verbHere
			}
		}
		before = nm.Traits
		if c&definite != 0 && f.Source[t.Start] == hamza[0] && (f.Source[t.Start+1] == hamza[1] || f.Source[t.Start+1] == hamzaBelow[1]) {
			c &^= definite // ألبرتو، إلزام: no article
		}
		if c&lexicon.Joined != 0 && i > 0 && ws[i-1].Has(inBody) {
			ws[i-1].class |= begins
		}
		if c&(letters|given) == letters|given || c&(letters|known|clitic|dated|accented) == letters {
			f.loose = append(f.loose, int32(i))
		}
		if nm.State > 0 {
			f.countNations(i, nm.State)
		}
		if f.BeginsAny(i, named) {
			f.starts = append(f.starts, int32(i))
		}
		w.class, w.Making = c, nm.Making
	}
}

// written is what the letters of a token as they are in the source make of it.
func (f *finder) written(t *arabic.Token) (c class) {
	if t.End-t.Start != len(t.Word) && t.Kind == arabic.Word && strings.ContainsRune(f.Source[t.Start:t.End], '\u064b') {
		c |= accented
	}
	if !f.dotted && len(t.Word) == 6 && (t.Word == "علي" || t.Word == "الي") && strings.HasSuffix(t.Span().In(f.Source), "ى") {
		f.dotted = true
	}
	return c
}

// lookUp fills phrases.
func (f *finder) lookUp() {
	f.phrases = f.LookUp(f.starts)
	for _, i := range f.starts {
		from, end := f.At(i)
		if from == end {
			continue
		}
		w := &f.w[i]
		w.ph0, w.ph1 = from, end
		c := class(0)
		for ; from < end; from++ {
			c |= f.notePhrase(&f.phrases[from])
		}
		w.class |= c
	}
}

// An alif that carries a hamza begins no article.
const (
	hamza      = "أ"
	hamzaBelow = "إ"
)

// countNations notes that the article names the states whose adjective token i
// is, by lexicon.Making.State.
func (f *finder) countNations(i int, state uint8) {
	if state != lexicon.ManyStates {
		f.countState(int32(state - 1))
		return
	}
	rs := f.Readings[i]
	for k := range rs {
		r := &rs[k]
		if !r.Kinds.Has(lexicon.NisbaWord) || r.Cut > 0 || r.Pronoun != "" {
			continue
		}
		for _, s := range r.Own() {
			if s.Kind == lexicon.NisbaWord {
				f.countState(s.Entry)
			}
		}
	}
}

// The tables of what a name is of.
const (
	thingTables  = lexicon.Tables(1<<lexicon.StateTable | 1<<lexicon.PlaceTable | 1<<lexicon.OrganisationTable)
	personTables = lexicon.Tables(1 << lexicon.PersonTable)
	officeTables = lexicon.Tables(1 << lexicon.OfficeTable)
)

// notePhrase counts the state that a phrase is about, and remembers the bodies
// and persons that it gives a long name. It returns what the phrase makes of the
// token that it begins at.
func (f *finder) notePhrase(p *phrase) class {
	if p.Tables&(1<<lexicon.StateTable|1<<lexicon.PlaceTable) != 0 && len(p.Refs) == 1 {
		switch r := p.Refs[0]; r.Table {
		case lexicon.StateTable:
			f.countState(r.Entry)
		case lexicon.PlaceTable:
			if i, ok := f.lex.Home(r); ok {
				f.countState(i)
			}
		}
	}
	single := p.Last == p.First+1
	if !single && p.Tables&(personTables|1<<lexicon.OrganisationTable) != 0 {
		for _, r := range p.Refs {
			if r.Table == lexicon.OrganisationTable || r.Table == lexicon.PersonTable {
				*f.seen.at(refKey(r)) = true
			}
		}
	}
	var c class
	if p.Names&thingTables != 0 && !(single && p.Prep == 'k') {
		c |= thing // «كليمان» is a name before it is «like Lyman»
	}
	if p.Tables&officeTables != 0 {
		c |= titled
	}
	if p.Names&(thingTables|personTables) != 0 {
		c |= listed | begins
	}
	if p.Names&personTables != 0 && p.Cut > 0 && p.Prep != 's' && p.Prep != 'k' {
		c |= person
	}
	return c
}

// countState notes that the article names a state.
func (f *finder) countState(i int32) {
	if f.about[i] < 1<<14 {
		f.about[i]++
	}
}

// weightOf is how often the article names the state of an entry.
func (f *finder) weightOf(r lexicon.Ref) int {
	if i, ok := f.lex.Home(r); ok {
		return int(f.about[i])
	}
	return 0
}

// long reports whether the article gives an entry a name of several words.
func (f *finder) long(r lexicon.Ref) bool {
	return f.seen.find(refKey(r)) != nil
}

// unknown reports whether token i is an Arabic word that the lexicon does not
// know as an ordinary one, nor as one with particles.
func (f *finder) unknown(i int) bool {
	return f.w[i].class&(inBody|letters|known|clitic|dated|accented) == inBody|letters
}

// nameable reports whether token k is an unknown word that is no listed place
// or organisation and has no ending or beginning of an inflected word.
func (f *finder) nameable(k int) bool { return k < len(f.w) && f.w[k].class&wholly == inBody|letters }

// wholly are the classes of which a nameable word has inBody and letters alone.
const wholly = inBody | letters | known | clitic | dated | accented | lexicon.Inflected | verbHere | thing

// joined reports whether token i goes on in the same line as the one before
// it, with nothing but a blank between.
func (f *finder) joined(i int) bool { return i > 0 && i < len(f.w) && f.w[i].Has(goesOn) }

// pairUp counts given or unknown words with the ordinary noun that follows
// each: a pair that comes back is a name whose last part happens to be a word.
func (f *finder) pairUp() {
	for _, k := range f.loose {
		i := int(k) + 1
		n := f.w[k].class
		if n&wholly != inBody|letters && n&(inBody|letters|given|ordinary|clitic|particle) != inBody|letters|given || n&(definite|particle) != 0 {
			continue
		}
		w := &f.w[i]
		if c := w.class; c&(noun|given) == 0 || c&(definite|finite|clitic|particle|wordOn) != wordOn || w.Head > 0 {
			continue
		}
		if f.isOffice(i) {
			continue
		}
		if k := f.pairs.at(f.pairKey(i)); *k < 100 {
			*k++
		}
	}
}

// pairKey is a hash of token k and the one before it.
func (f *finder) pairKey(k int) uint64 { return f.Hash(k-1)*3 ^ f.Hash(k) }

// paired reports whether token k, an ordinary noun, belongs to the name whose
// part stands before it.
func (f *finder) paired(k int) bool {
	if k == 0 {
		return false
	}
	n := f.pairs.find(f.pairKey(k))
	return n != nil && *n > 1
}
