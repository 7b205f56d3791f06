package lexicon

import (
	"fmt"
	"strings"
)

// ordinary is the list of common words (common.tsv) as it is embedded: sorted
// lines, searched where they stand. Seventy thousand words in a map would cost
// every command more than all other data together, and a word is looked up once
// in an archive (the taggers remember).
type ordinary struct {
	lines string           // from the first entry on
	added map[string]byte  // words of overlays
	by    map[byte][]Sense // the one sense of a word that is nothing else, by part of speech
}

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
	lo, hi := 0, len(o.lines)
	for lo < hi {
		start := strings.LastIndexByte(o.lines[lo:lo+(hi-lo)/2], '\n') + 1 + lo
		end := strings.IndexByte(o.lines[start:], '\n')
		if end < 0 {
			end = len(o.lines) - start
		}
		line := o.lines[start : start+end]
		id, rest, _ := strings.Cut(line, "\t")
		switch {
		case id == word:
			if rest == "" {
				return 0
			}
			return rest[0]
		case id < word:
			lo = start + end + 1
		default:
			hi = start
		}
	}
	return 0
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
