package lexicon

import (
	"bytes"
	"strings"

	"mahdar/arabic"
)

// Table names a data file.
type Table uint8

// The tables.
const (
	StateTable Table = iota
	PlaceTable
	OrganisationTable
	OfficeTable
	PersonTable
	GivenTable
	ProcessTable
	SpeechTable
	DeedTable
	UnitTable
	CommonTable
	HeadTable
	TalkTable
	SceneTable
	ProjectionTable
	CueTable // the last: a cue of a process: Entry is the process
)

// Tables is a set of tables.
type Tables uint32

// Has reports whether t is in the set.
func (s Tables) Has(t Table) bool { return s&(1<<t) != 0 }

// Kind is the kind of a word's sense.
type Kind uint8

// The kinds of senses.
const (
	SpeechWord Kind = iota // a form of an entry of speech.tsv; Tense tells verb, masdar, participle
	DeedWord               // of deeds.tsv
	UnitWord               // of units.tsv
	GivenName              // of given.tsv
	NisbaWord              // a relative adjective of a state: روسية; Entry is the state
	PeopleWord             // the people of a state: الروس
	Common                 // an ordinary word; Entry is its part of speech (n a v d p)
	HeadWord               // of heads.tsv
	TalkWord               // of talks.tsv
	SceneWord              // of scene.tsv
)

// Kinds is a set of kinds.
type Kinds uint16

// Has reports whether k is in the set.
func (s Kinds) Has(k Kind) bool { return s&(1<<k) != 0 }

// Sense is one thing that a word form may be.
type Sense struct {
	Kind  Kind
	Entry int32 // index into the table of the kind
	arabic.Feature
}

// Ref points to an entry whose name or alias a phrase is.
type Ref struct {
	Table Table
	Entry int32
	Alias int16 // 0 the name itself, else the alias's number from 1
}

// sense adds a sense to a folded word.
func (l *Lexicon) sense(word string, s Sense) { l.vocab.sense(l.vocab.known(word), s) }

// phrase puts a name into the trie. Names of one word go there too. Hyphens,
// stops (أ.ف.ب) and trailing single letters (the ل of «وفقا ل») are passed over.
func (l *Lexicon) phrase(name string, ref Ref) {
	sc := &l.scratch
	sc.folded = arabic.AppendFold(sc.folded[:0], name)
	sc.bounds = wordBounds(sc.folded, sc.bounds[:0])
	n := len(sc.bounds)
	for n > 2 && singleLetter(sc.folded[sc.bounds[n-2]:sc.bounds[n-1]]) {
		n -= 2
	}
	if n == 2 && singleLetter(sc.folded[sc.bounds[0]:sc.bounds[1]]) {
		n = len(sc.bounds) // all are initials: أ ف ب
	}
	at := int32(0)
	for i := 0; i < n; i += 2 {
		w := l.vocab.word(sc.folded[sc.bounds[i]:sc.bounds[i+1]])
		if i == 0 {
			l.vocab.words[w].begins |= 1 << ref.Table
		} else {
			l.vocab.words[w].inside = true
		}
		at = l.trie.step(at, w)
	}
	if n > 0 {
		l.trie.end(at, ref)
	}
}

// wordBounds adds where the words of a folded name begin and end: blanks,
// hyphens, dashes and stops stand between them.
func wordBounds(folded []byte, bounds []int32) []int32 {
	start := 0
	cut := func(end int) {
		if end > start {
			bounds = append(bounds, int32(start), int32(end))
		}
	}
	for i := 0; i < len(folded); i++ {
		switch c := folded[i]; {
		case c == ' ' || c == '-' || c == '.':
			cut(i)
			start = i + 1
		case c == 0xe2 && bytes.HasPrefix(folded[i:], []byte("–")):
			cut(i)
			i += len("–") - 1
			start = i + 1
		}
	}
	cut(len(folded))
	return bounds
}

// singleLetter reports whether a folded word is one Arabic letter.
func singleLetter(w []byte) bool { return len(w) == 2 && string(w) >= "ء" }

// names puts an entry's name and aliases into the trie, sound plurals in both
// cases (الحوثيون، الحوثيين).
func (l *Lexicon) names(t Table, i int, e Entry) {
	add := func(name string, alias int) {
		ref := Ref{t, int32(i), int16(alias)}
		l.phrase(name, ref)
		if strings.HasSuffix(name, "يون") {
			l.phrase(strings.TrimSuffix(name, "ون")+"ين", ref)
		}
	}
	if e.Name != "" {
		add(e.Name, 0)
	}
	for k, a := range e.Aliases {
		add(a, k+1)
	}
}

func (l *Lexicon) compile() {
	for i, s := range l.States {
		l.names(StateTable, i, s.Entry)
		for _, n := range s.Nisbas {
			l.compileNisba(i, n)
		}
		for _, p := range s.People {
			l.sense(arabic.Fold(strings.TrimPrefix(p, "ال")), Sense{Kind: PeopleWord, Entry: int32(i), Feature: arabic.Feature{Count: arabic.Plural}})
		}
	}
	for i, p := range l.Places {
		l.names(PlaceTable, i, p.Entry)
	}
	for i, o := range l.Organisations {
		l.names(OrganisationTable, i, o.Entry)
	}
	for i, o := range l.Offices {
		l.names(OfficeTable, i, o.Entry)
	}
	for i, p := range l.People {
		l.names(PersonTable, i, p.Entry)
	}
	for i, p := range l.Processes {
		l.names(ProcessTable, i, p.Entry)
	}
	for i, u := range l.Units {
		l.compileUnit(i, u)
	}
	for i, g := range l.GivenNames {
		for _, n := range append([]string{g.Name}, g.Aliases...) {
			if w := arabic.Fold(n); strings.Contains(w, " ") {
				l.phrase(n, Ref{GivenTable, int32(i), 0})
			} else {
				l.sense(w, Sense{Kind: GivenName, Entry: int32(i)})
			}
		}
	}
	l.compileHeads()
	l.compileAttributions()
	l.indexRoles()
	l.compileScenes()
	l.compileTalks()
	for i, v := range l.Speech {
		l.compileVerb(SpeechWord, SpeechTable, i, v)
	}
	for i, v := range l.Deeds {
		l.compileVerb(DeedWord, DeedTable, i, v)
	}
	l.nameActors()
	l.settle()
	l.vocab.lay()
	l.trie.lay(len(l.vocab.words))
}

// compileNisba adds a relative adjective; one of two words (كوري جنوبي) goes by
// its first, the second being an ordinary adjective.
func (l *Lexicon) compileNisba(state int, nisba string) {
	first, _, two := strings.Cut(nisba, " ")
	for _, f := range arabic.Nisba(first) {
		if two {
			continue
		}
		l.sense(f.Word, Sense{Kind: NisbaWord, Entry: int32(state), Feature: f.Feature})
	}
	if two {
		for _, w := range []string{nisba, feminineOf(nisba)} {
			l.phrase(w, Ref{StateTable, int32(state), -1})
			l.phrase(withArticle(w), Ref{StateTable, int32(state), -1})
		}
	}
}

// feminineOf puts each word of a relative adjective in the feminine.
func feminineOf(s string) string {
	words := strings.Fields(s)
	for i := range words {
		words[i] += "ة"
	}
	return strings.Join(words, " ")
}

// withArticle puts ال before each word.
func withArticle(s string) string {
	words := strings.Fields(s)
	for i := range words {
		words[i] = "ال" + words[i]
	}
	return strings.Join(words, " ")
}

func (l *Lexicon) compileUnit(i int, u Unit) {
	for _, n := range append([]string{u.Name}, u.Aliases...) {
		w := arabic.Fold(n)
		if strings.Contains(w, " ") {
			l.phrase(n, Ref{UnitTable, int32(i), 0})
			continue
		}
		l.sense(w, Sense{Kind: UnitWord, Entry: int32(i)})
		if !strings.HasSuffix(n, "ة") && !strings.HasSuffix(n, "ا") && !strings.HasSuffix(n, "ان") && !strings.HasSuffix(n, "ين") {
			l.sense(w+"ا", Sense{Kind: UnitWord, Entry: int32(i), Feature: arabic.Feature{Adverbial: true}})
		}
	}
}

// compileVerb adds all forms of a verb; forms of more than one word become
// phrases.
func (l *Lexicon) compileVerb(k Kind, t Table, i int, v Verb) {
	e := int32(i)
	put := func(forms []arabic.Form) {
		for _, f := range forms {
			l.sense(f.Word, Sense{Kind: k, Entry: e, Feature: f.Feature})
		}
	}
	if !strings.Contains(v.Past, " ") {
		put(arabic.Conjugate(v.Past, v.Present))
	} else {
		l.phrase(v.Past, Ref{t, e, 0})
		l.phrase(v.Present, Ref{t, e, 0})
	}
	for _, m := range v.Masdars {
		if strings.Contains(m, " ") {
			l.phrase(m, Ref{t, e, 1})
			continue
		}
		put(arabic.Nouns(withoutArticle(m), arabic.Masdar))
	}
	for _, p := range v.Participles {
		if strings.Contains(p, " ") {
			l.phrase(p, Ref{t, e, 2})
			continue
		}
		put(arabic.Participles(p))
	}
	for _, a := range v.Also {
		if strings.Contains(a, " ") {
			l.phrase(a, Ref{t, e, 3})
			continue
		}
		if k == DeedWord && v.Past != "" { // a passive whose letters differ: أصيب، أصيبوا
			put(arabic.Conjugate(a, ""))
			continue
		}
		l.sense(arabic.Fold(a), Sense{Kind: k, Entry: e, Feature: arabic.Feature{Tense: alsoTense(v), Person: 3}})
	}
}

// withoutArticle is a noun without its article; of «التزام», «التماس» (افتعال of a root
// that begins with ل) the ال belongs to the word.
func withoutArticle(w string) string {
	if l := []rune(w); len(l) == 6 && strings.HasPrefix(w, "الت") && l[4] == 'ا' {
		return w
	}
	return strings.TrimPrefix(w, "ال")
}

// alsoTense is how a form listed as it stands is taken: a verb's is a past
// (the passive قيل), a noun entry's a noun.
func alsoTense(v Verb) arabic.Tense {
	if v.Past == "" {
		return arabic.Masdar
	}
	return arabic.Past
}
