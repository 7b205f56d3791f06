package names

import (
	"mahdar/arabic"
	"mahdar/lexicon"
)

// bearer is what tells in a few instructions that a person's name is another's:
// names of one person share words, or the consonants of their last.
type bearer struct {
	words uint64 // a bit for each word of the name
	tail  uint32 // a number of the consonants of the last one
	count int32  // how many words
	group int32
}

// bearerOf is the bearer of a name of group g.
func bearerOf(g int, words []string) bearer {
	b := bearer{count: int32(len(words)), group: int32(g)}
	for _, w := range words {
		b.words |= 1 << (lexicon.Sift(w) & 63)
	}
	if len(words) > 0 {
		b.tail = consonants(words[len(words)-1])
	}
	return b
}

// samePerson is the group of a longer name of the article that holds all of
// words.
func (l *linker) samePerson(words []string) int {
	b := bearerOf(0, words)
	for k := range l.bearers {
		o := &l.bearers[k]
		if o.count > b.count && b.words&^o.words == 0 && within(words, l.groups[o.group].words) {
			return int(o.group)
		}
	}
	return l.variant(words, &b)
}

// variant is the group of a name of the article that words are another spelling
// of, whole or by its last words.
func (l *linker) variant(words []string, b *bearer) int {
	for k := range l.bearers {
		o := &l.bearers[k]
		if o.tail != b.tail || o.count < b.count {
			continue
		}
		all := l.groups[o.group].words
		if tail := all[len(all)-len(words):]; variants(words, tail) && (len(words) > 1 || arabic.Foreign(words[0]) || arabic.Foreign(tail[0])) {
			return int(o.group)
		}
	}
	return -1
}

// within reports whether all of a stand in b in the same order.
func within(a, b []string) bool {
	k := 0
	for _, w := range b {
		if k < len(a) && a[k] == w {
			k++
		}
	}
	return k == len(a)
}
