package lexicon

import (
	"fmt"
	"slices"
	"strconv"
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
