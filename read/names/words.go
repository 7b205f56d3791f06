package names

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// class is what a token may be, as far as names care: a set of bits.
type class uint32

const (
	inBody    class = 1 << iota
	letters         // an Arabic word
	definite        // begins with the article
	known           // the whole word is an ordinary word of the lexicon
	clitic          // an ordinary word after و ف ب ل ك س
	given           // a given name
	ordinary        // a given name that is an ordinary word as well
	finite          // a form of a verb, third person
	speech          // of a verb of speech
	noun            // an ordinary noun
	adjective       // an ordinary adjective, a participle
	particle        // a function word or adverb
	nisba           // a nation's adjective: الروسي
	people          // a people: الروس
	suffixed        // an ordinary word with a pronoun attached
	dated           // part of a date
)

// has reports whether all bits of b are set.
func (c class) has(b class) bool { return c&b == b }

// any reports whether one bit of b is set.
func (c class) any(b class) bool { return c&b != 0 }

// word is what is known of a token.
type word struct {
	class
	head  int16 // 1 + index of lexicon.Heads, 0 for none
	plain bool  // an adjective that describes and does not name
	port  bool  // what a ministry is for
	maker bool  // a bare noun inside names of groups: تحرير
	qual  bool  // what names of parties join: العدالة
	kin   bool  // with a pronoun it introduces a person: نظيره
	cut   uint8 // folded bytes of particles before head
	lead  uint8 // folded bytes of particles before a given name, 0 for none
	doubt bool  // that given name is an ordinary word too
	state int16 // 1 + index of lexicon.States of a nisba, 0 for none
	ph0   int32 // first phrase that begins here
	ph1   int32 // after the last
}

// phrase is a name of the lexicon where it stands: what of lexicon.Phrase is
// needed here.
type phrase struct {
	First, Last int // tokens, half-open
	Cut         uint8
	Conj, Prep  byte
	Det         bool
	Refs        []lexicon.Ref
}

// finder finds the names of one article.
type finder struct {
	*page.Page
	lex     *lexicon.Lexicon
	w       []word
	phrases []phrase
	expect  []expectation // by token: why a person's name may begin here
	titles  []title
	found   []found
	owner   []int32              // by token: 1 + index of found
	seen    map[lexicon.Ref]bool // persons and organisations that the article gives a name of several words
	pairs   map[[2]string]int8   // a given or unknown word and the ordinary noun after it
	about   []int16              // by state: how often the article names it, its people or its places
	dotted  bool                 // the article keeps ى and ي apart at the end of words
}

// margin is how many empty words stand after the last token, so that looking
// ahead needs no bounds.
const margin = 24

// classify fills w and phrases.
func (f *finder) classify() {
	n := len(f.Tokens)
	f.w = make([]word, n+margin)
	f.expect = make([]expectation, n+margin)
	f.owner = make([]int32, n+margin)
	f.phrases = make([]phrase, 0, n/6+8)
	note := f.notePhrase
	f.about = make([]int16, len(f.lex.States))
	for i := range f.Tokens {
		w := &f.w[i]
		if f.Body(i) {
			w.class |= inBody
		}
		if f.Date(i) != nil {
			w.class |= dated
		}
		t := &f.Tokens[i]
		if t.Kind == arabic.Word {
			w.class |= letters
			if !f.dotted && (t.Word == "علي" || t.Word == "الي") && strings.HasSuffix(t.Span().In(f.Source), "ى") {
				f.dotted = true
			}
			if len(t.Word) >= 8 && t.Word[:4] == "ال" {
				w.class |= definite
			}
		}
		if w.class.has(inBody) {
			f.senses(i, w, note)
		}
	}
	f.pairUp()
}

// senses adds what the lexicon says of token i.
func (f *finder) senses(i int, w *word, note func(lexicon.Phrase)) {
	w.ph0 = int32(len(f.phrases))
	begins := false
	rs := f.Readings[i]
	for k := range rs {
		r := &rs[k]
		begins = true
		if r.Kinds == 0 {
			continue
		}
		if r.Kinds == 1<<lexicon.GivenName && (r.Cut > 0 || r.Pronoun != "") {
			if r.Cut == 2 && r.Pronoun == "" && r.Prep != 's' && !r.Undet && !strings.HasPrefix(f.Tokens[i].Word, "لل") {
				w.lead, w.doubt = 2, f.lex.GivenNames[r.Own()[0].Entry].Ambiguous
			}
			continue
		}
		if r.Kinds.Has(lexicon.HeadWord) && r.Prep != 's' {
			f.headSense(r, w)
		}
		if r.Cut > 0 || r.Pronoun != "" {
			f.attached(i, r, w)
			continue
		}
		var c class
		for _, s := range r.Own() {
			c |= f.sense(s, w)
		}
		if r.Undet {
			c &^= finite | speech // no verb has the article
		}
		w.class |= c
	}
	if begins {
		f.Phrases(i, note)
	}
	w.ph1 = int32(len(f.phrases))
}

// notePhrase keeps a phrase and the organisations that it gives a long name.
func (f *finder) notePhrase(q lexicon.Phrase) {
	p := phrase{First: q.First, Last: q.Last, Cut: q.Cut, Conj: q.Conj, Prep: q.Prep, Det: q.Det, Refs: q.Refs}
	f.phrases = append(f.phrases, p)
	if len(p.Refs) == 1 {
		switch r := p.Refs[0]; r.Table {
		case lexicon.StateTable:
			f.countState(r.Entry)
		case lexicon.PlaceTable:
			if i, ok := f.lex.StateIndex(f.lex.Places[r.Entry].Country); ok {
				f.countState(i)
			}
		}
	}
	if p.Last == p.First+1 {
		return
	}
	for _, r := range p.Refs {
		if r.Table == lexicon.OrganisationTable || r.Table == lexicon.PersonTable {
			if f.seen == nil {
				f.seen = map[lexicon.Ref]bool{}
			}
			r.Alias = 0
			f.seen[r] = true
		}
	}
}

// countState notes that the article names a state.
func (f *finder) countState(i int32) {
	if f.about[i] < 1<<14 {
		f.about[i]++
	}
}

// weightOf is how often the article names the state of an entry.
func (f *finder) weightOf(r lexicon.Ref) int {
	country := ""
	switch r.Table {
	case lexicon.PersonTable:
		country = f.lex.People[r.Entry].Country
	case lexicon.OrganisationTable:
		country = f.lex.Organisations[r.Entry].Country
	case lexicon.PlaceTable:
		country = f.lex.Places[r.Entry].Country
	}
	if i, ok := f.lex.StateIndex(country); ok {
		return int(f.about[i])
	}
	return 0
}

// long reports whether the article gives an entry a name of several words.
func (f *finder) long(r lexicon.Ref) bool {
	r.Alias = 0
	return f.seen[r]
}

// attached marks a word that is an ordinary one with particles or a pronoun
// attached. A verb takes no preposition but ل, so that a word of foreign shape
// that could only be ب or ك with a verb stays unknown.
func (f *finder) attached(i int, r *lexicon.Reading, w *word) {
	const verbs = 1<<lexicon.SpeechWord | 1<<lexicon.DeedWord | 1<<lexicon.Common
	if r.Kinds&^verbs == 0 && (r.Prep == 'b' || r.Prep == 'k') && !f.nominal(r) && arabic.Foreign(f.Tokens[i].Word) {
		return
	}
	if r.Kinds&^(1<<lexicon.GivenName) == 0 {
		return
	}
	w.class |= clitic
	if r.Pronoun != "" {
		w.class |= suffixed
	}
	for _, s := range r.Own() {
		if s.Kind == lexicon.Common && s.Entry == 'v' && r.Prep != 'b' && r.Prep != 'k' {
			w.class |= finite
		}
		if (s.Kind == lexicon.SpeechWord || s.Kind == lexicon.DeedWord) && s.Person == 3 && s.Tense != arabic.Masdar && (r.Prep == 0 || r.Prep == 's') {
			w.class |= finite
			if s.Kind == lexicon.SpeechWord {
				w.class |= speech
			}
		}
	}
}

// nominal reports whether a reading of a verb's word has a noun among its
// senses.
func (f *finder) nominal(r *lexicon.Reading) bool {
	for _, s := range r.Own() {
		if s.Tense == arabic.Masdar || s.Tense == arabic.Participle || s.Kind == lexicon.Common && s.Entry != 'v' {
			return true
		}
	}
	return false
}

// headSense notes the noun that a name may be built on.
func (f *finder) headSense(r *lexicon.Reading, w *word) {
	for _, s := range r.Own() {
		if s.Kind != lexicon.HeadWord {
			continue
		}
		class := f.lex.Heads[s.Entry].Class
		if class == lexicon.HeadKin || r.Pronoun != "" {
			w.kin = w.kin || class == lexicon.HeadKin && r.Pronoun != ""
			continue
		}
		switch class {
		case lexicon.HeadPlain:
			w.plain = true
			if r.Cut == 0 {
				w.class |= known | adjective
			}
		case lexicon.HeadPortfolio:
			w.port = true
		case lexicon.HeadMaker:
			w.maker = w.maker || r.Cut == 0 && !r.Undet
		case lexicon.HeadSide: // makes no name
		case lexicon.HeadQuality:
			w.qual = w.qual || r.Det
		default:
			if w.head == 0 || r.Cut < w.cut {
				w.head, w.cut = int16(s.Entry+1), r.Cut
			}
		}
	}
}

// sense is the class of one sense of a whole word.
func (f *finder) sense(s lexicon.Sense, w *word) class {
	switch s.Kind {
	case lexicon.GivenName:
		if f.lex.GivenNames[s.Entry].Ambiguous {
			return given | ordinary
		}
		return given
	case lexicon.NisbaWord:
		w.state = int16(s.Entry + 1)
		f.countState(s.Entry)
		return nisba | known
	case lexicon.PeopleWord:
		return people | known
	case lexicon.SpeechWord, lexicon.DeedWord:
		return verbal(s)
	case lexicon.UnitWord:
		return noun | known
	case lexicon.HeadWord:
		if f.lex.Heads[s.Entry].Class == lexicon.HeadSide {
			return 0
		}
		return known | noun
	case lexicon.Common:
		switch s.Entry {
		case 'n':
			return noun | known
		case 'a':
			return adjective | known
		case 'v':
			return finite | known
		}
		return particle | known
	}
	return 0
}

// verbal is the class of a form of a verb.
func verbal(s lexicon.Sense) class {
	switch s.Tense {
	case arabic.Masdar:
		return noun | known
	case arabic.Participle:
		return adjective | known
	}
	c := known
	if s.Person == 3 {
		c |= finite
		if s.Kind == lexicon.SpeechWord {
			c |= speech
		}
	}
	return c
}

// unknown reports whether token i is an Arabic word that the lexicon does not
// know as an ordinary one, nor as one with particles.
func (f *finder) unknown(i int) bool {
	return f.w[i].has(inBody|letters) && !f.w[i].any(known|clitic|dated) && !f.tanween(i)
}

// joined reports whether token i goes on in the same line as the one before
// it, with nothing but a blank between.
func (f *finder) joined(i int) bool {
	return i > 0 && i < len(f.Tokens) && f.Tokens[i].Gap < arabic.Line && f.w[i].has(inBody)
}

// pairUp counts given or unknown words with the ordinary noun that follows
// each: a pair that comes back is a name whose last part happens to be a word.
func (f *finder) pairUp() {
	for i := 0; i+1 < len(f.Tokens); i++ {
		w, n := &f.w[i+1], &f.w[i]
		if !n.has(inBody|letters) || !w.any(noun|given) || w.any(definite|finite|clitic|particle) || w.head > 0 || !f.follows(i+1) {
			continue
		}
		if n.any(definite|clitic|particle) || !(n.any(given) && !n.any(ordinary) || f.nameable(i)) {
			continue
		}
		if _, ok := f.office(i + 1); ok {
			continue
		}
		if f.pairs == nil {
			f.pairs = map[[2]string]int8{}
		}
		if k := [2]string{f.Tokens[i].Word, f.Tokens[i+1].Word}; f.pairs[k] < 100 {
			f.pairs[k]++
		}
	}
}

// paired reports whether token k, an ordinary noun, belongs to the name whose
// part stands before it.
func (f *finder) paired(k int) bool {
	return k > 0 && f.pairs[[2]string{f.Tokens[k-1].Word, f.Tokens[k].Word}] > 1
}

// tanween reports whether token i is written with the mark of an indefinite
// accusative (دوماً), which names of the news do not have.
func (f *finder) tanween(i int) bool {
	t := &f.Tokens[i]
	if t.End-t.Start == len(t.Word) {
		return false
	}
	return strings.ContainsRune(f.Source[t.Start:t.End], '\u064b')
}
