package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mahdar/arabic"
)

// Signal is a word of a statement's content that tells what the content does.
type Signal struct {
	Act       string
	Within    int  // it counts among that many first words
	Judgement bool // it counts only after verbs that describe
}

// addSignal reads an entry of signals.tsv; its id is the folded word.
func (l *Lexicon) addSignal(r row) error {
	s := Signal{Act: r.get("act")}
	if !slices.Contains(Acts(), s.Act) {
		return fmt.Errorf("act %q is none", s.Act)
	}
	if w := r.get("within"); w == "judgement" {
		s.Judgement, s.Within = true, 12
	} else {
		n, err := strconv.Atoi(w)
		if err != nil || n < 1 {
			return fmt.Errorf("within %q is no number of words", w)
		}
		s.Within = n
	}
	if l.signals == nil {
		l.signals = map[string]Signal{}
	}
	l.signals[r.get("id")] = s
	return nil
}

// Signal is what the folded word tells of a content, where it tells anything.
func (l *Lexicon) Signal(word string) (Signal, bool) {
	s, ok := l.signals[word]
	return s, ok
}

// Places of a word in the attributions of speech.tsv.
const (
	attributes     uint8 = 1 << iota // one begins with it
	attributesNow                    // one is it alone
	attributesNext                   // one has it as its second word
)

// compileAttributions notes the words of the attributions of speech.tsv (class
// according: بحسب، وفقا ل، على حد قول).
func (l *Lexicon) compileAttributions() {
	l.according = make(map[string]uint8, 64)
	for i := range l.Speech {
		if l.Speech[i].Class != "according" {
			continue
		}
		for _, m := range l.Speech[i].Masdars {
			first, rest, more := strings.Cut(arabic.Fold(m), " ")
			l.according[first] |= attributes
			if !more {
				l.according[first] |= attributesNow
				continue
			}
			second, _, _ := strings.Cut(rest, " ")
			l.according[second] |= attributesNext
		}
	}
}

// Attributes reports whether an attribution may begin with the folded word.
func (l *Lexicon) Attributes(word string) bool { return l.according[word]&attributes != 0 }

// AttributesAlone reports whether the folded word is an attribution by itself.
func (l *Lexicon) AttributesAlone(word string) bool { return l.according[word]&attributesNow != 0 }

// AttributesNext reports whether the folded word may be the second of an
// attribution.
func (l *Lexicon) AttributesNext(word string) bool { return l.according[word]&attributesNext != 0 }
