package lexicon

import (
	"fmt"
	"hash/maphash"
	"strings"
	"sync"
)

// ordinary is the list of common words (common.tsv) as it is embedded. Seventy
// thousand words in a map would cost every command more than all other data
// together: they stay where they stand, and a table of their places is made when
// the first word is looked up.
type ordinary struct {
	lines string           // from the first entry on
	added map[string]byte  // words of overlays
	by    map[byte][]Sense // the one sense of a word that is nothing else, by part of speech

	once   sync.Once
	seed   maphash.Seed
	places []uint32 // a power of two of them: 1 + where a line begins, and above that some of the word's hash; 0 for free ones
}

// placeBits is how much of a place tells where a line begins; a test holds that it
// is enough for common.tsv.
const placeBits = 22

// parts are the parts of speech: noun, adjective, verb, adverb, particle.
const parts = "navdp"

func newOrdinary(data string) *ordinary {
	o := &ordinary{by: make(map[byte][]Sense, len(parts))}
	for i := range len(parts) {
		o.by[parts[i]] = []Sense{{Kind: Common, Entry: int32(parts[i])}}
	}
	for strings.HasPrefix(data, "#") || strings.HasPrefix(data, "id\t") {
		_, data, _ = strings.Cut(data, "\n")
	}
	o.lines = data
	return o
}

// pos is a folded word's part of speech, 0 for words that are not listed.
func (o *ordinary) pos(word string) byte {
	if p, ok := o.added[word]; ok {
		return p
	}
	o.once.Do(o.lay)
	h := maphash.String(o.seed, word)
	for at := h; ; at++ {
		place := o.places[at&uint64(len(o.places)-1)]
		if place == 0 {
			return 0
		}
		if place>>placeBits != uint32(h>>(32+placeBits)) {
			continue
		}
		line := o.lines[place&(1<<placeBits-1)-1:]
		if len(line) > len(word)+1 && line[len(word)] == '\t' && line[:len(word)] == word {
			return line[len(word)+1]
		}
	}
}

// lay makes the table of places, half of it free at least.
func (o *ordinary) lay() {
	size := 64
	for size < 2*strings.Count(o.lines, "\n") {
		size *= 2
	}
	o.seed, o.places = maphash.MakeSeed(), make([]uint32, size)
	for start := 0; start < len(o.lines); {
		line, _, _ := strings.Cut(o.lines[start:], "\n")
		word, _, _ := strings.Cut(line, "\t")
		h := maphash.String(o.seed, word)
		at := h
		for o.places[at&uint64(size-1)] != 0 {
			at++
		}
		o.places[at&uint64(size-1)] = uint32(h>>(32+placeBits))<<placeBits | uint32(start+1)
		start += len(line) + 1
	}
}

// addCommon reads an entry of an overlay's common.tsv; the embedded one is not
// read entry by entry.
func (l *Lexicon) addCommon(r row) error {
	pos := r.get("pos")
	if len(pos) != 1 || !strings.Contains(parts, pos) {
		return fmt.Errorf("pos %q is none of n a v d p", pos)
	}
	if l.ordinary.added == nil {
		l.ordinary.added = map[string]byte{}
	}
	l.ordinary.added[r.get("id")] = pos[0]
	return nil
}
