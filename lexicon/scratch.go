package lexicon

import "sync"

// Scratches is how many layers may keep room between articles.
const Scratches = 8

// Scratch is a pool in which the n-th layer above keeps room (slices and maps,
// emptied) from article to article, as a tagger does: reading an archive would
// otherwise be a good part making room. It is kept with the lexicon because an
// article's reading begins and ends with it.
func (l *Lexicon) Scratch(n int) *sync.Pool { return &l.scratches[n] }

// Kept is what build makes of the lexicon, made when it is first asked for and kept
// with it. Every call must build the same thing: package names keeps the spellings of
// persons so.
func (l *Lexicon) Kept(build func() any) any {
	l.kept.once.Do(func() { l.kept.made = build() })
	return l.kept.made
}
