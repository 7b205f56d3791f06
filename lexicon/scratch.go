package lexicon

import "sync"

// Scratches is how many layers may keep room between articles.
const Scratches = 8

// Scratch is a pool in which the n-th layer above keeps room (slices and maps,
// emptied) from article to article, as a tagger does: reading an archive would
// otherwise be a good part making room. It is kept with the lexicon because an
// article's reading begins and ends with it.
func (l *Lexicon) Scratch(n int) *sync.Pool { return &l.scratches[n] }

// Kept is what the n-th layer above makes of the lexicon with build, which is called when
// it is first asked for: package names keeps the spellings of persons so.
func (l *Lexicon) Kept(n int, build func() any) any {
	k := &l.kept[n]
	k.once.Do(func() { k.made = build() })
	return k.made
}

// kept is something made once.
type kept struct {
	once sync.Once
	made any
}
