package lexicon

// vocabulary is all words that are more than ordinary, by number.
type vocabulary struct {
	*index
	words []entryWord
	pool  []chained[Sense]
	flat  []Sense // the pool, word by word: see lay
}

// entryWord is a word of the vocabulary.
type entryWord struct {
	kinds  Kinds  // of its senses
	begins Tables // of the phrases that begin with it
	inside bool   // a phrase has it after its first word
	senses int32  // while it is built: 1 + index of the first of its senses
	s0, s1 int32  // its senses when they are laid out
}

func newVocabulary(n int) *vocabulary {
	return &vocabulary{index: newIndex(n), words: make([]entryWord, 0, n), pool: make([]chained[Sense], 0, n)}
}

// word gives a folded word its number.
func (v *vocabulary) word(folded []byte) int32 {
	n, added := v.numberBytes(folded)
	if added {
		v.words = append(v.words, entryWord{})
	}
	return n
}

// known is word for a string that stays as it is.
func (v *vocabulary) known(folded string) int32 {
	n, added := v.number(folded)
	if added {
		v.words = append(v.words, entryWord{})
	}
	return n
}

// sense adds a sense to a word, once for each entry and tense.
func (v *vocabulary) sense(n int32, s Sense) {
	w := &v.words[n]
	at := &w.senses
	for *at != 0 {
		have := &v.pool[*at-1]
		if have.value.Kind == s.Kind && have.value.Entry == s.Entry && have.value.Tense == s.Tense {
			return
		}
		at = &have.next
	}
	*at = int32(len(v.pool) + 1)
	v.pool = append(v.pool, chained[Sense]{value: s})
	w.kinds |= 1 << s.Kind
}

// lay puts the senses of each word side by side.
func (v *vocabulary) lay() {
	v.flat = make([]Sense, 0, len(v.pool))
	for i := range v.words {
		w := &v.words[i]
		w.s0 = int32(len(v.flat))
		for at := w.senses; at != 0; at = v.pool[at-1].next {
			v.flat = append(v.flat, v.pool[at-1].value)
		}
		w.s1 = int32(len(v.flat))
	}
	v.pool = nil
}

// sensesOf are the senses of a word.
func (v *vocabulary) sensesOf(n int32) []Sense {
	w := &v.words[n]
	return v.flat[w.s0:w.s1:w.s1]
}
