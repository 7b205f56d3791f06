package lexicon

import "sync/atomic"

// Notes is how many notes there is room for on a word.
const Notes = 4

// Notes are the notes on the word of token i: 64 bits each that a layer above keeps
// of it, from article to article, as long as the word is remembered. 0 stands for
// nothing noted yet. What is noted must follow from the word and the lexicon
// alone, never from what stands around it; two goroutines that work it out at the
// same time then write the same.
func (t *Tagged) Notes(i int) *[Notes]atomic.Uint64 { return &t.known[i].notes }
